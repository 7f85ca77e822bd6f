//! House rule: a dependency's version is written once, in the root's `Cargo.toml`; so are the edition, the licence, our
//! own version and the lints. Two crates can then not drift apart.

use super::{File, Finding, House};

/// What every crate of the workspace takes from the root.
const INHERITED: &[&str] = &["version", "edition", "license"];

pub(super) fn check(house: &House) -> Vec<Finding> {
    let manifests = house.members.iter().filter_map(|member| house.file(&member.manifest));
    manifests.flat_map(manifest).collect()
}

fn manifest(file: &File) -> Vec<Finding> {
    let entries = entries(&file.text);
    let inherits =
        |table: &str, key: &str| entries.iter().any(|entry| entry.table == table && entry.inherits(key));
    let mut findings = Vec::new();
    for key in INHERITED.iter().filter(|key| !inherits("package", key)) {
        findings.push(file.whole(format!("`{key}` is not taken from the workspace")));
    }
    if !entries
        .iter()
        .any(|entry| entry.table == "lints" && entry.key == "workspace" && entry.value == "true")
    {
        findings.push(file.whole("the workspace's lints are not taken: `[lints] workspace = true`"));
    }
    let sections = dependencies(&entries);
    let own = sections.iter().filter(|(_, facts)| !facts.shared || facts.elsewhere);
    findings.extend(own.map(|(name, _)| {
        file.whole(format!(
            "{name}: use `{name}.workspace = true`; its version belongs in the root's Cargo.toml"
        ))
    }));
    findings
}

/// One `key = value` under its `[table]`.
struct Entry {
    table: String,
    key: String,
    value: String,
}

impl Entry {
    /// `key.workspace = true`, in either way of writing it.
    fn inherits(&self, key: &str) -> bool {
        let value: String = self.value.split_whitespace().collect();
        (self.key == format!("{key}.workspace") && value == "true")
            || (self.key == key && value.contains("workspace=true"))
    }
}

/// The entries of a manifest; values over several lines are joined.
fn entries(text: &str) -> Vec<Entry> {
    let (mut entries, mut table, mut open) = (Vec::<Entry>::new(), String::new(), 0_isize);
    for line in text.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if open > 0 {
            if let Some(last) = entries.last_mut() {
                last.value += line;
            }
        } else if let Some(name) = line.strip_prefix('[') {
            table = name.trim_matches(['[', ']']).to_owned();
            continue;
        } else if let Some((key, value)) = line.split_once('=') {
            let (key, value) = (key.trim().to_owned(), value.trim().to_owned());
            entries.push(Entry { table: table.clone(), key, value });
        }
        let count = |marks: [char; 2]| line.matches(marks).count().cast_signed();
        open += count(['[', '{']) - count([']', '}']);
    }
    entries
}

/// Where one dependency comes from.
#[derive(Default)]
struct Facts {
    /// From the workspace, or by a path alone.
    shared: bool,
    /// A version, or a source of its own.
    elsewhere: bool,
}

/// Every dependency with what its entries say: `a = …`, `a.workspace = …`, and tables like `[dependencies.a]`.
fn dependencies(entries: &[Entry]) -> Vec<(String, Facts)> {
    let mut found: Vec<(String, Facts)> = Vec::new();
    for entry in entries {
        let Some((_, rest)) = entry.table.split_once("dependencies") else { continue };
        let whole = format!("{}.{}", rest.trim_start_matches('.'), entry.key);
        let whole = whole.trim_start_matches('.');
        let (name, detail) = whole.split_once('.').unwrap_or((whole, ""));
        let says = |key: &str| {
            let inside =
                entry.value.starts_with('{') && entry.value.split(['{', ',']).any(|part| begins(part, key));
            detail == key || inside
        };
        let facts = match found.iter().position(|(known, _)| known == name) {
            Some(at) => &mut found[at].1,
            None => &mut found.push_mut((name.to_owned(), Facts::default())).1,
        };
        facts.shared |= says("workspace") || says("path");
        facts.elsewhere |= ["version", "git", "registry"].iter().any(|key| says(key));
    }
    found
}

fn begins(part: &str, key: &str) -> bool {
    part.trim().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nname = \"a\"\nversion.workspace = true\nedition = { workspace = true }\n\
        license.workspace = true # ours\n\n[lints]\nworkspace = true\n\n[features]\nstd = [\n    \"serde/std\",\n]\n\n\
        [dependencies]\nserde.workspace = true\njson = { workspace = true, features = [\n    \"std\",\n] }\n\
        core = { path = \"../core\" }\n\n[target.'cfg(unix)'.dependencies.libc]\nworkspace = true\n\
        features = [\"std\"]\n";

    fn found(text: &str) -> Vec<String> {
        manifest(&File::new("a/Cargo.toml", text)).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_manifest_that_takes_all_from_the_root_passes() {
        assert_eq!(found(GOOD), Vec::<String>::new());
    }

    #[test]
    fn a_version_of_its_own_is_found() {
        let bad = [
            ("serde.workspace = true", "serde = \"1\""),
            ("serde.workspace = true", "serde = { version = \"1\" }"),
            ("serde.workspace = true", "serde.version = \"1\""),
            ("path = \"../core\"", "path = \"../core\", version = \"1\""),
            ("path = \"../core\"", "git = \"https://example.com\""),
            ("libc]\nworkspace = true", "libc]\nversion = \"1\""),
            ("[dependencies]", "[build-dependencies]\ncc = \"1\"\n[dependencies]"),
            ("[dependencies]", "[dev-dependencies]\nx = { features = [\"a\"] }\n[dependencies]"),
        ];
        for (good, bad) in bad {
            assert_eq!(found(&GOOD.replace(good, bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn what_is_not_taken_from_the_root_is_found() {
        assert_eq!(found(&GOOD.replace("version.workspace = true", "version = \"1.0.0\"")).len(), 1);
        assert_eq!(found(&GOOD.replace("edition = { workspace = true }", "edition = \"2024\"")).len(), 1);
        assert_eq!(found(&GOOD.replace("license.workspace = true", "")).len(), 1);
        assert_eq!(found(&GOOD.replace("[lints]\nworkspace = true", "")).len(), 1);
        assert_eq!(found(&GOOD.replace("[lints]\nworkspace = true", "[lints]\nworkspace = false")).len(), 1);
    }
}
