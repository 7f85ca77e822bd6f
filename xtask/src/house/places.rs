//! House rule: no file of ours names a folder of the machine it was written on, or a host that packages were fetched
//! from. Both are wrong on every other machine, and the second tells how somebody's network is built.

use super::{File, Finding, House};

/// Folders of a machine, in pieces, because this file is looked at as well.
const FOLDERS: &[&[&str]] = &[&["/wo", "rk/"], &["/ro", "ot/"], &["/ho", "me/"]];

/// Hosts of package registries.
const HOSTS: &[&[&str]] = &[
    &["static.", "crates.io"],
    &["index.", "crates.io"],
    &["registry.", "npmjs.org"],
    &["registry.", "yarnpkg.com"],
    &["files.", "pythonhosted.org"],
    &["py", "pi.org"],
    &["proxy.", "golang.org"],
    &["deb.", "debian.org"],
];

/// Names inside the host or path of an address that tell of a private mirror.
const MIRRORS: &[&[&str]] = &[&["arti", "factory"], &["nexus", "/repository"], &["dev", "pi/"]];

/// Endings of host names, and beginnings of addresses, that only exist inside somebody's network.
const INNER: &[&[&str]] = &[&[".inter", "nal"], &[".co", "rp"], &[".la", "n"], &[".lo", "cal"]];
const INNER_NUMBERS: &[&[&str]] = &[&["10", "."], &["192.", "168."]];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.files.iter().flat_map(named).collect()
}

fn named(file: &File) -> Vec<Finding> {
    let text = file.text.as_str();
    let mut findings = Vec::new();
    for folder in FOLDERS.iter().map(|pieces| pieces.concat()) {
        let places = text.match_indices(&folder).filter(|(at, _)| begins_path(text, *at, &folder));
        findings.extend(places.map(|(at, _)| file.at(at, format!("a folder of one machine: {folder}"))));
    }
    for host in HOSTS.iter().map(|pieces| pieces.concat()) {
        let places = text.match_indices(&host).filter(|(at, _)| ends_host(&text[at + host.len()..]));
        findings.extend(places.map(|(at, _)| file.at(at, format!("a package registry's host: {host}"))));
    }
    let addresses = ["http://", "https://"].iter().flat_map(|scheme| text.match_indices(scheme));
    for (at, scheme) in addresses {
        let rest = &text[at + scheme.len()..];
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>)`".contains(c)).unwrap_or(rest.len());
        if is_private(&rest[..end]) {
            findings.push(file.at(at, format!("an address inside a private network: {}", &rest[..end])));
        }
    }
    findings
}

/// Whether a path begins here: not the middle of another one, and for homes with a name after it.
fn begins_path(text: &str, at: usize, folder: &str) -> bool {
    let before = text[..at].chars().next_back();
    let inside = before.is_some_and(|c| c.is_alphanumeric() || "._-~}*)".contains(c));
    let after = text[at + folder.len()..].chars().next();
    !inside && (!folder.ends_with("me/") || after.is_some_and(|c| c.is_alphanumeric() || "._$<{".contains(c)))
}

/// Not `index.crates.iota` or the middle of a longer word.
fn ends_host(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-')
}

fn is_private(address: &str) -> bool {
    let authority = address.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let is_number = host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok());
    let concat = |list: &'static [&[&str]]| list.iter().map(|pieces| pieces.concat());
    concat(MIRRORS).any(|mark| address.contains(&mark))
        || concat(INNER).any(|end| host.ends_with(&end))
        || (is_number && concat(INNER_NUMBERS).any(|begin| host.starts_with(&begin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        check(&House::of(&[("docs/a.md", text)])).len()
    }

    #[test]
    fn folders_of_a_machine_are_found() {
        for (name, ends) in [("wo", "rk/main"), ("ro", "ot/.cargo"), ("ho", "me/aigul/x")] {
            for before in ["", "see ", "\"", "=", "file://"] {
                assert_eq!(found(&format!("{before}/{name}{ends}")), 1, "{before} {name}");
            }
            assert_eq!(found(&format!("docs/{name}{ends} ../{name}{ends}")), 0);
        }
        assert_eq!(found(&format!("/{}/ is where homes are", "home")), 0);
    }

    #[test]
    fn hosts_of_packages_are_found() {
        for host in HOSTS.iter().map(|pieces| pieces.concat()) {
            assert_eq!(found(&format!("fetch https://{host}/a")), 1, "{host}");
        }
        let fine = [
            "registry+https://github.com/rust-lang/crates.io-index",
            "https://crates.io/crates/serde",
            "PyPI",
        ];
        assert!(fine.iter().all(|text| found(text) == 0));
    }

    #[test]
    fn private_mirrors_are_found() {
        let bad = [
            format!("https://packages.example.com/arti{}/npm", "factory"),
            format!("http://mirror.example.co{}:8080/x", "rp"),
            format!("https://build.inter{}", "nal"),
            format!("http://10.{}.0.1/simple", "0"),
            format!("http://192.{}.1.1:4873/x", "168"),
        ];
        for text in bad {
            assert_eq!(found(&text), 1, "{text}");
        }
        for text in
            ["http://127.0.0.1:5173", "http://localhost:8080", "https://adilet.zan.kz/rus", "https://10.kz"]
        {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
