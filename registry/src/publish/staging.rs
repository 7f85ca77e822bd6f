//! Directories that are written beside their target and renamed to it.

use std::fmt;
use std::path::{Path, PathBuf};

use rastau_core::snapshot::name::{CENTRES, FRESHNESS, MANIFESTS, ROOTS, SEGMENTS};

use super::{CENTRES_DRAFT, MANIFEST_DRAFT, PART, PublishError};
use crate::RegistryError;

/// The kind of an output directory. It replaces an earlier output of the same kind and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// A new directory; the target must be missing or empty.
    New,
    /// An unsigned draft. A signed one is not replaced, because its signatures would be lost.
    Draft,
    /// A published bundle. Its files are added in place.
    Bundle,
}

impl fmt::Display for OutputKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::New => "new directory",
            Self::Draft => "draft",
            Self::Bundle => "published bundle",
        })
    }
}

impl OutputKind {
    /// The names that an output of this kind has at its top level.
    const fn own_names(self) -> &'static [&'static str] {
        match self {
            Self::New => &[],
            Self::Draft => &[MANIFEST_DRAFT, CENTRES_DRAFT, SEGMENTS],
            Self::Bundle => &[FRESHNESS, MANIFESTS, CENTRES, ROOTS, SEGMENTS],
        }
    }

    /// The names by which a complete output of this kind is recognised.
    const fn required_names(self) -> &'static [&'static str] {
        match self {
            Self::New => &[],
            Self::Draft => &[MANIFEST_DRAFT, CENTRES_DRAFT],
            // An earlier publication may have been interrupted before it wrote these.
            Self::Bundle => &[],
        }
    }

    /// Checks that `target` is missing, empty, or an earlier output of this kind with nothing else in it.
    ///
    /// # Errors
    /// [`PublishError`] for anything else.
    pub fn check_target(self, target: &Path) -> Result<(), RegistryError> {
        let path = || target.to_path_buf();
        if target.symlink_metadata().is_err() {
            return Ok(());
        }
        if !target.is_dir() {
            return Err(PublishError::NotADirectory(path()).into());
        }
        let names = names(target)?;
        if names.is_empty() {
            return Ok(());
        }
        let has = |name: &str| names.iter().any(|one| one == name);
        if self == Self::Draft && has(MANIFEST_DRAFT) && (has("centres.cose") || has("manifest.cose")) {
            return Err(PublishError::SignedDraft(path()).into());
        }
        let foreign_in = |directory: &str, ending: &str| -> Result<Option<String>, RegistryError> {
            let path = target.join(directory);
            let names = if path.is_dir() { self::names(&path)? } else { Vec::new() };
            // A file with `.part` was left by an earlier, interrupted command.
            let is_own = |name: &String| name.trim_end_matches(PART).ends_with(ending);
            let foreign = names.into_iter().find(|name| !is_own(name));
            Ok(foreign.map(|name| format!("{directory}/{name}")))
        };
        let foreign = match names.iter().find(|name| !self.own_names().contains(&name.trim_end_matches(PART)))
        {
            Some(name) => Some(name.clone()),
            None => match foreign_in(SEGMENTS, ".seg")? {
                None if self == Self::Bundle => {
                    let statements =
                        [ROOTS, MANIFESTS, CENTRES].map(|directory| foreign_in(directory, ".cose"));
                    statements.into_iter().find_map(Result::transpose).transpose()?
                }
                foreign => foreign,
            },
        };
        if let Some(name) = foreign {
            return Err(PublishError::ForeignContent { path: path(), kind: self, name }.into());
        }
        if self.required_names().iter().all(|name| has(name)) {
            Ok(())
        } else {
            Err(PublishError::Incomplete { path: path(), kind: self }.into())
        }
    }
}

/// Returns the sorted names in a directory.
pub(super) fn names(directory: &Path) -> Result<Vec<String>, RegistryError> {
    let failed = RegistryError::read(directory);
    let mut names = std::fs::read_dir(directory)
        .map_err(&failed)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    names.sort();
    Ok(names)
}

/// A temporary directory beside a target, in which the target's next content is written. It is removed when dropped
/// without [`Staging::commit`].
pub struct Staging {
    directory: tempfile::TempDir,
    target: PathBuf,
}

impl Staging {
    /// Creates the temporary directory for `target`.
    ///
    /// # Errors
    /// [`PublishError`] where `target` exists and is not empty and not an earlier output of `kind`;
    /// [`RegistryError::Write`] where no directory can be created beside it.
    pub fn new(target: &Path, kind: OutputKind) -> Result<Self, RegistryError> {
        kind.check_target(target)?;
        let parent =
            target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(parent).map_err(RegistryError::write(parent))?;
        let directory = tempfile::Builder::new()
            .prefix(".rastau-")
            .tempdir_in(parent)
            .map_err(RegistryError::write(parent))?;
        Ok(Self { directory, target: target.to_path_buf() })
    }

    /// Returns the directory to write into.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Renames the directory to the target. The old content is removed after the new one is in place.
    ///
    /// # Errors
    /// [`RegistryError::Write`] where the target cannot be replaced. The old content is then still in place.
    pub fn commit(self) -> Result<(), RegistryError> {
        let target = &self.target;
        make_readable(self.directory.path())?;
        let new = self.directory.keep();
        let old = target.with_extension("replaced");
        let replaces = target.exists();
        if replaces {
            std::fs::rename(target, &old).map_err(RegistryError::write(target))?;
        }
        if let Err(error) = std::fs::rename(&new, target) {
            // Restore the old content before the error is returned.
            if replaces {
                let _ = std::fs::rename(&old, target);
            }
            let _ = std::fs::remove_dir_all(&new);
            return Err(RegistryError::write(target)(error));
        }
        // Without old content, a directory of this name was not created here and is left unchanged.
        if replaces {
            std::fs::remove_dir_all(&old).map_err(RegistryError::write(&old))?;
        }
        Ok(())
    }
}

/// Makes a directory readable for everyone: a temporary one is private to its owner, and a web server reads the published
/// one.
#[cfg(unix)]
fn make_readable(directory: &Path) -> Result<(), RegistryError> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(directory, std::fs::Permissions::from_mode(0o755))
        .map_err(RegistryError::write(directory))
}

#[cfg(not(unix))]
fn make_readable(_directory: &Path) -> Result<(), RegistryError> {
    Ok(())
}
