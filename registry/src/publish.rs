//! Writes bundles: a directory that any static web server can serve, and the same content as one file.
//!
//! New content is written beside the target and then renamed to it, so a full disk or a crash leaves the old bundle
//! unchanged.
//!
//! ```
//! use rastau_registry::publish::{OutputKind, Staging};
//!
//! let directory = tempfile::tempdir()?;
//! let target = directory.path().join("output");
//! let staging = Staging::new(&target, OutputKind::New)?;
//! std::fs::write(staging.path().join("file"), "content")?;
//! assert!(!target.exists());
//! staging.commit()?;
//! assert_eq!(std::fs::read_to_string(target.join("file"))?, "content");
//!
//! assert!(Staging::new(&target, OutputKind::Bundle).is_err()); // not an earlier bundle, so it is not replaced
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rastau_core::crypto::sha256;
use rastau_core::snapshot::container::{MAGIC, write_head};
use rastau_core::snapshot::name::{CENTRES, FRESHNESS, MANIFESTS, ROOTS, SEGMENTS};
use rastau_core::snapshot::{FileName, PAGE_SIZE, Statements};

use crate::RegistryError;

/// The unsigned manifest of a draft.
pub const MANIFEST_DRAFT: &str = "manifest.cbor";
/// The unsigned centres' statement of a draft.
pub const CENTRES_DRAFT: &str = "centres.cbor";

rastau_core::exit_error! {
    /// Why an output was not written. What was there before is unchanged.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    pub enum PublishError {
        /// The target is a file.
        #[error("{0}: expected a directory, found a file; left unchanged, choose a directory")]
        NotADirectory(PathBuf) = CannotWrite,
        /// The target is a draft with signatures.
        #[error(
            "{0} is a draft with signatures, which would be lost; choose another directory, or remove it first"
        )]
        SignedDraft(PathBuf) = CannotWrite,
        /// The target contains a file that the output does not have.
        #[error(
            "{path} contains {name}, which is not part of a {kind}; left unchanged, choose a new or an empty directory"
        )]
        ForeignContent {
            /// The target.
            path: PathBuf,
            /// What was to be written.
            kind: OutputKind,
            /// The file's path below the target.
            name: String,
        } = CannotWrite,
        /// The target lacks files that an earlier output would have.
        #[error("{path} is not a complete {kind}; left unchanged, choose a new or an empty directory")]
        Incomplete {
            /// The target.
            path: PathBuf,
            /// What was to be written.
            kind: OutputKind,
        } = CannotWrite,
        /// The target of a single-file bundle is a file of another kind.
        #[error("{0} is not a published bundle; left unchanged, choose another file")]
        NotABundleFile(PathBuf) = CannotWrite,
        /// The size of a file changed while it was copied.
        #[error("{0} changed while it was read; run the command again")]
        Changed(PathBuf) = NoInput,
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), RegistryError> {
    let failed = RegistryError::write(path);
    let mut file = File::create(path).map_err(&failed)?;
    file.write_all(bytes).map_err(&failed)?;
    file.sync_all().map_err(failed)
}

/// Writes the signed statements into the directory of a bundle.
///
/// # Errors
/// [`RegistryError::Write`] where a file cannot be written.
pub fn write_statements(bundle: &Path, statements: &Statements) -> Result<(), RegistryError> {
    let put = |name: FileName, bytes: &[u8]| {
        let path = bundle.join(name.to_string());
        let directory = path.parent().unwrap_or(bundle);
        std::fs::create_dir_all(directory).map_err(RegistryError::write(directory))?;
        write(&path, bytes)
    };
    // The order in which a reader may meet the files: what a file names is there before it.
    put(FileName::Centres(sha256(&[&statements.centres])), &statements.centres)?;
    put(FileName::Manifest(sha256(&[&statements.manifest])), &statements.manifest)?;
    put(FileName::Freshness, &statements.fresh)?;
    statements.roots.iter().try_for_each(|(version, bytes)| put(FileName::Root(*version), bytes))
}

/// Copies the segments of a draft into the directory of a bundle and syncs them.
///
/// # Errors
/// [`RegistryError::Read`] where the draft has no segments, [`RegistryError::Write`] where a segment cannot be copied.
pub fn copy_segments(draft: &Path, bundle: &Path) -> Result<(), RegistryError> {
    let (from, to) = (draft.join(SEGMENTS), bundle.join(SEGMENTS));
    std::fs::create_dir_all(&to).map_err(RegistryError::write(&to))?;
    let entries = std::fs::read_dir(&from).map_err(RegistryError::read(&from))?;
    for entry in entries {
        let entry = entry.map_err(RegistryError::read(&from))?;
        let path = to.join(entry.file_name());
        let failed = RegistryError::write(&path);
        std::fs::copy(entry.path(), &path).map_err(&failed)?;
        File::open(&path).and_then(|file| file.sync_all()).map_err(failed)?;
    }
    Ok(())
}

/// What a directory is written as. It replaces an earlier output of the same kind and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// A new directory; the target must be missing or empty.
    New,
    /// An unsigned draft. A signed one is not replaced, because its signatures would be lost.
    Draft,
    /// A published bundle.
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
            Self::Bundle => &[FRESHNESS, ROOTS],
        }
    }

    /// Checks that `target` is missing, empty, or a complete earlier output of this kind with nothing else in it.
    fn check_target(self, target: &Path) -> Result<(), RegistryError> {
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
            let foreign = names.into_iter().find(|name| !name.ends_with(ending));
            Ok(foreign.map(|name| format!("{directory}/{name}")))
        };
        let foreign = match names.iter().find(|name| !self.own_names().contains(&name.as_str())) {
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
fn names(directory: &Path) -> Result<Vec<String>, RegistryError> {
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
        // Without an old content, a directory of this name was not made here and is left alone.
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

/// Returns the path of the temporary file for `path`: its name with `.part` added.
fn part_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(".part");
    name.into()
}

/// A file of a bundle directory.
struct Part {
    /// Its path in the bundle, with `/`.
    name: String,
    path: PathBuf,
    length: u64,
}

/// Returns the files of a bundle directory, statements before segments, otherwise sorted by name.
fn parts(bundle: &Path) -> Result<Vec<Part>, RegistryError> {
    let mut parts = Vec::new();
    for directory in [ROOTS, "", MANIFESTS, CENTRES, SEGMENTS] {
        let path = bundle.join(directory);
        let entries = std::fs::read_dir(&path).map_err(RegistryError::read(&path))?;
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(RegistryError::read(&path))?;
            let metadata = entry.metadata().map_err(RegistryError::read(&entry.path()))?;
            let file = entry.file_name().to_string_lossy().into_owned();
            let name = if directory.is_empty() { file } else { format!("{directory}/{file}") };
            if let Some(name) = FileName::parse(&name).filter(|_| metadata.is_file()) {
                found.push(Part { name: name.to_string(), path: entry.path(), length: metadata.len() });
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        parts.extend(found);
    }
    Ok(parts)
}

/// Checks that a single-file bundle may be written to `out`: the file is missing, empty, or a single-file bundle.
///
/// # Errors
/// [`PublishError::NotABundleFile`] for any other file.
pub fn may_replace_file(out: &Path) -> Result<(), RegistryError> {
    let mut head = Vec::new();
    let read = File::open(out).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head));
    match read {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Ok(_) if head.is_empty() || head == *MAGIC => Ok(()),
        _ => Err(PublishError::NotABundleFile(out.to_path_buf()).into()),
    }
}

/// Writes the bundle directory as one file (the format is in `docs/formats.md`).
///
/// # Errors
/// [`PublishError`] where `out` is a file of another kind or a part changed while it was copied;
/// [`RegistryError::Read`] and [`RegistryError::Write`] for I/O errors.
pub fn write_single_file(bundle: &Path, out: &Path) -> Result<(), RegistryError> {
    may_replace_file(out)?;
    let parts = parts(bundle)?;
    let named: Vec<(String, u64)> = parts.iter().map(|part| (part.name.clone(), part.length)).collect();
    let (head, layout) = write_head(&named);
    let temporary = part_path(out);
    let failed = RegistryError::write(&temporary);
    let file = File::create(&temporary).map_err(&failed)?;
    let mut file = BufWriter::with_capacity(1 << 20, file);
    file.write_all(&head).map_err(&failed)?;
    let mut written = head.len() as u64;
    for (place, Part { path, .. }) in layout.iter().zip(&parts) {
        let padding = usize::try_from(place.offset - written).unwrap_or(0).min(PAGE_SIZE);
        file.write_all(&[0; PAGE_SIZE][..padding]).map_err(&failed)?;
        let mut source = File::open(path).map_err(RegistryError::read(path))?;
        let copied = std::io::copy(&mut source, &mut file).map_err(&failed)?;
        if copied != place.length {
            return Err(PublishError::Changed(path.clone()).into());
        }
        written = place.offset + copied;
    }
    file.into_inner().map_err(|error| failed(error.into_error()))?.sync_all().map_err(&failed)?;
    std::fs::rename(&temporary, out).map_err(RegistryError::write(out))
}
