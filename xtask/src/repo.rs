//! What there is to check: the workspace's root, its files, and its crates as cargo sees them.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::output;

/// Folders that hold what was built or fetched; only looked at where git does not say what is ours.
const NOT_OURS: &[&str] = &[".git", "target", "node_modules", "dist", "pkg"];

/// Where the workspace and the tools of its check are.
pub(crate) struct Place {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where the check installs what it needs, below the build folder: gone with `cargo clean`.
    pub(crate) tools: PathBuf,
}

impl Place {
    /// The nearest folder, upwards from here, whose `Cargo.toml` is a workspace.
    pub(crate) fn find() -> Result<Self, String> {
        let here =
            env::current_dir().map_err(|error| format!("the current folder cannot be read: {error}"))?;
        let is_root = |folder: &&Path| {
            fs::read_to_string(folder.join("Cargo.toml")).is_ok_and(|text| text.contains("[workspace]"))
        };
        let root =
            here.ancestors().find(is_root).ok_or("there is no Cargo workspace here or above")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        let tools = root.join(target).join("xtask-tools");
        Ok(Self { root, tools })
    }

    /// Every file of ours by its path from the root, with `/`: what git tracks or would track; without git, all files
    /// outside of build folders.
    pub(crate) fn files(&self) -> Result<Vec<String>, String> {
        let asked = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let paths = match output(self, "git", &asked) {
            // A file that is deleted but not yet committed is still listed.
            Ok(list) => {
                list.split('\0').filter(|path| self.root.join(path).is_file()).map(str::to_owned).collect()
            }
            Err(_) => self.walk()?,
        };
        Ok(paths.into_iter().collect::<BTreeSet<String>>().into_iter().collect())
    }

    fn walk(&self) -> Result<Vec<String>, String> {
        let mut files = Vec::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            for entry in entries.flatten() {
                let (path, name) = (entry.path(), entry.file_name());
                let kind = entry.file_type().map_err(|error| format!("{}: {error}", path.display()))?;
                if kind.is_dir() && !NOT_OURS.contains(&name.to_string_lossy().as_ref()) {
                    folders.push(path);
                } else if kind.is_file() {
                    files.push(relative(&self.root, &path));
                }
            }
        }
        Ok(files)
    }

    /// The workspace's crates.
    pub(crate) fn members(&self) -> Result<Vec<Member>, String> {
        let text = output(self, "cargo", &["metadata", "--format-version", "1", "--no-deps"])?;
        members(&self.root, &text)
            .ok_or_else(|| "`cargo metadata` has another shape than expected".to_owned())
    }
}

/// One crate of the workspace.
#[derive(Debug, Clone, Default)]
pub(crate) struct Member {
    /// The package's name.
    pub(crate) name: String,
    /// Its manifest, from the root.
    pub(crate) manifest: String,
    /// What it depends on, in the workspace and outside.
    pub(crate) dependencies: Vec<Dependency>,
    /// The files that cargo compiles from: libraries, programs, tests, benchmarks.
    pub(crate) roots: Vec<Root>,
}

/// One line of a crate's dependencies.
#[derive(Debug, Clone)]
pub(crate) struct Dependency {
    /// The package's name.
    pub(crate) name: String,
    /// Whether only tests and benchmarks see it.
    pub(crate) dev: bool,
}

/// A file that cargo compiles from.
#[derive(Debug, Clone)]
pub(crate) struct Root {
    /// From the workspace's root.
    pub(crate) path: String,
    /// Whether it is a test, a benchmark or an example.
    pub(crate) test: bool,
}

fn members(root: &Path, text: &str) -> Option<Vec<Member>> {
    let metadata: Value = serde_json::from_str(text).ok()?;
    metadata.get("packages")?.as_array()?.iter().map(|package| member(root, package)).collect()
}

fn member(root: &Path, package: &Value) -> Option<Member> {
    let text = |value: &Value, name: &str| Some(value.get(name)?.as_str()?.to_owned());
    let path = |value: &Value, name: &str| Some(relative(root, Path::new(value.get(name)?.as_str()?)));
    let dependency = |value: &Value| {
        Some(Dependency { name: text(value, "name")?, dev: value.get("kind")?.as_str() == Some("dev") })
    };
    let target = |value: &Value| {
        let kinds = value.get("kind")?.as_array()?;
        let test = kinds.iter().any(|kind| matches!(kind.as_str(), Some("test" | "bench" | "example")));
        Some(Root { path: path(value, "src_path")?, test })
    };
    Some(Member {
        name: text(package, "name")?,
        manifest: path(package, "manifest_path")?,
        dependencies: package
            .get("dependencies")?
            .as_array()?
            .iter()
            .map(dependency)
            .collect::<Option<_>>()?,
        roots: package.get("targets")?.as_array()?.iter().map(target).collect::<Option<_>>()?,
    })
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_read() {
        let text = r#"{"packages":[{"name":"a","manifest_path":"/r/a/Cargo.toml",
            "dependencies":[{"name":"b","kind":null},{"name":"c","kind":"dev"}],
            "targets":[{"kind":["lib"],"src_path":"/r/a/src/lib.rs"},{"kind":["bench"],"src_path":"/r/a/b.rs"}]}]}"#;
        let members = members(Path::new("/r"), text).unwrap();
        let [member] = members.as_slice() else { panic!("one member") };
        assert_eq!((member.name.as_str(), member.manifest.as_str()), ("a", "a/Cargo.toml"));
        assert_eq!(
            member.dependencies.iter().map(|d| (d.name.as_str(), d.dev)).collect::<Vec<_>>(),
            [("b", false), ("c", true)]
        );
        assert_eq!(
            member.roots.iter().map(|r| (r.path.as_str(), r.test)).collect::<Vec<_>>(),
            [("a/src/lib.rs", false), ("a/b.rs", true)]
        );
    }

    #[test]
    fn another_shape_is_refused() {
        assert!(members(Path::new("/r"), "{}").is_none());
        assert!(members(Path::new("/r"), r#"{"packages":[{"name":"a"}]}"#).is_none());
    }
}
