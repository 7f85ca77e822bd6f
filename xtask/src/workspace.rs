//! The workspace's directories. Uses no other module.

use std::env;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// The workspace's root and build directory.
pub(crate) struct Workspace {
    /// The directory of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's build directory, absolute.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the nearest directory, from the current one upwards, whose `Cargo.toml` is a workspace.
    pub(crate) fn find() -> Result<Self, String> {
        let current =
            env::current_dir().map_err(|error| format!("cannot read the current directory: {error}"))?;
        let is_root = |directory: &&Path| {
            fs::read_to_string(directory.join("Cargo.toml")).is_ok_and(|text| text.contains("[workspace]"))
        };
        let root = current.ancestors().find(is_root).ok_or("no Cargo workspace here or above")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        let target = root.join(target);
        Ok(Self { root, target })
    }

    /// Returns where tools are installed: below the build directory, so `cargo clean` removes them.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("xtask-tools")
    }

    /// Reads a file, given by its path from the root.
    pub(crate) fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.root.join(path)).map_err(at_path(path))
    }
}

/// Returns a function that puts a path before an error: `fs::read(&path).map_err(at_path(&path))?`.
pub(crate) fn at_path<E: Display>(path: impl AsRef<Path>) -> impl FnOnce(E) -> String {
    move |error| format!("{}: {error}", path.as_ref().display())
}
