//! The workspace's packages as `cargo metadata` lists them.

use std::path::Path;

use serde_json::Value;

use crate::command::output;
use crate::workspace::Workspace;

/// One package of the workspace.
#[derive(Debug, Clone, Default)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// The path of its manifest from the root.
    pub(crate) manifest: String,
    /// Its version, edition, licence and minimum Rust version, in that order.
    pub(crate) inherited: [String; 4],
    /// The packages it depends on, in the workspace and outside.
    pub(crate) dependencies: Vec<Dependency>,
    /// The root files of all targets: libraries, binaries, tests, benchmarks, build scripts.
    pub(crate) roots: Vec<String>,
    /// Whether it has a library, to which `cargo test --lib` applies.
    pub(crate) has_library: bool,
}

impl Package {
    /// Returns its directory from the root, with a final `/`.
    pub(crate) fn directory(&self) -> &str {
        self.manifest.trim_end_matches("Cargo.toml")
    }
}

/// One entry of a package's dependencies.
#[derive(Debug, Clone)]
pub(crate) struct Dependency {
    /// The package's name.
    pub(crate) name: String,
    /// Whether only tests, examples and benchmarks use it.
    pub(crate) dev: bool,
}

/// Returns the packages of the workspace.
pub(crate) fn packages(workspace: &Workspace) -> Result<Vec<Package>, String> {
    let text = output(workspace, "cargo", &["metadata", "--format-version", "1", "--no-deps"])?;
    parse(&workspace.root, &text).ok_or_else(|| "unexpected output of `cargo metadata`".to_owned())
}

fn parse(root: &Path, text: &str) -> Option<Vec<Package>> {
    let metadata: Value = serde_json::from_str(text).ok()?;
    metadata.get("packages")?.as_array()?.iter().map(|package| parse_package(root, package)).collect()
}

fn parse_package(root: &Path, package: &Value) -> Option<Package> {
    let text = |value: &Value, key: &str| value.get(key)?.as_str().map(str::to_owned);
    let path = |value: &Value, key: &str| {
        let path = Path::new(value.get(key)?.as_str()?);
        Some(path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/"))
    };
    let list = |key: &str| package.get(key)?.as_array();
    let dependency = |value: &Value| {
        Some(Dependency { name: text(value, "name")?, dev: value.get("kind")?.as_str() == Some("dev") })
    };
    let is_library = |target: &Value| {
        let kinds = target.get("kind").and_then(Value::as_array).into_iter().flatten();
        kinds.filter_map(Value::as_str).any(|kind| kind.ends_with("lib"))
    };
    Some(Package {
        name: text(package, "name")?,
        manifest: path(package, "manifest_path")?,
        inherited: ["version", "edition", "license", "rust_version"]
            .map(|key| text(package, key).unwrap_or_default()),
        dependencies: list("dependencies")?.iter().map(dependency).collect::<Option<_>>()?,
        roots: list("targets")?.iter().map(|target| path(target, "src_path")).collect::<Option<_>>()?,
        has_library: list("targets")?.iter().any(is_library),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_package() {
        let text = r#"{"packages":[{"name":"a","manifest_path":"/r/a/Cargo.toml","version":"0.1.0","edition":"2024",
            "license":"MIT","rust_version":null,
            "dependencies":[{"name":"b","kind":null},{"name":"c","kind":"dev"}],
            "targets":[{"kind":["lib"],"src_path":"/r/a/src/lib.rs"},{"kind":["bench"],"src_path":"/r/a/b.rs"}]}]}"#;
        let packages = parse(Path::new("/r"), text).unwrap();
        let [package] = packages.as_slice() else { panic!("expected one package") };
        assert_eq!((package.name.as_str(), package.manifest.as_str()), ("a", "a/Cargo.toml"));
        assert_eq!(package.directory(), "a/");
        assert_eq!(package.inherited, ["0.1.0", "2024", "MIT", ""]);
        assert_eq!(
            package.dependencies.iter().map(|d| (d.name.as_str(), d.dev)).collect::<Vec<_>>(),
            [("b", false), ("c", true)]
        );
        assert_eq!(package.roots, ["a/src/lib.rs", "a/b.rs"]);
        assert!(package.has_library);
    }

    #[test]
    fn rejects_another_format() {
        assert!(parse(Path::new("/r"), "{}").is_none());
        assert!(parse(Path::new("/r"), r#"{"packages":[{"name":"a"}]}"#).is_none());
    }
}
