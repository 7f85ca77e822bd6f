//! Writes bundles: a folder that any static web server can serve, and the same content as one file.
//!
//! Everything is written beside the target first and put in its place by renaming, so that a full disk or a
//! crash leaves the old bundle as it was.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rastau_core::snapshot::container::{MAGIC, write_head};
use rastau_core::snapshot::{PAGE_SIZE, Statements};

use crate::RegistryError;

/// Folder of the segments inside a bundle.
pub const SEGMENTS: &str = "segments";
/// Folder of the trust roots inside a bundle.
pub const ROOTS: &str = "roots";

fn write(path: &Path, bytes: &[u8]) -> Result<(), RegistryError> {
    let mut file = File::create(path).map_err(RegistryError::file("create", path))?;
    file.write_all(bytes).map_err(RegistryError::file("write", path))?;
    file.sync_all().map_err(RegistryError::file("write", path))
}

/// Writes the signed statements into the folder of a bundle.
pub fn write_statements(bundle: &Path, statements: &Statements) -> Result<(), RegistryError> {
    let roots = bundle.join(ROOTS);
    std::fs::create_dir_all(&roots).map_err(RegistryError::file("make the folder", &roots))?;
    for (version, bytes) in &statements.roots {
        write(&roots.join(format!("{version}.cose")), bytes)?;
    }
    write(&bundle.join("centres.cose"), &statements.centres)?;
    write(&bundle.join("manifest.cose"), &statements.manifest)?;
    write(&bundle.join("fresh.cose"), &statements.fresh)
}

/// Copies the segments of a draft into the folder of a bundle.
pub fn copy_segments(draft: &Path, bundle: &Path) -> Result<(), RegistryError> {
    let (from, to) = (draft.join(SEGMENTS), bundle.join(SEGMENTS));
    std::fs::create_dir_all(&to).map_err(RegistryError::file("make the folder", &to))?;
    let entries = std::fs::read_dir(&from).map_err(RegistryError::file("read the folder", &from))?;
    for entry in entries {
        let entry = entry.map_err(RegistryError::file("read the folder", &from))?;
        let path = to.join(entry.file_name());
        std::fs::copy(entry.path(), &path).map_err(RegistryError::file("write", &path))?;
        let file = File::open(&path).map_err(RegistryError::file("open", &path))?;
        file.sync_all().map_err(RegistryError::file("write", &path))?;
    }
    Ok(())
}

/// What a folder is made to be. It is replaced only by the next one of its kind: nothing else is ever overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// A folder that may not be there yet.
    New,
    /// An unsigned draft; a signed one is not replaced, for its signatures would be lost.
    Draft,
    /// A published bundle.
    Bundle,
}

/// The manifest of a draft, unsigned.
pub const MANIFEST_DRAFT: &str = "manifest.cbor";
/// The statement of centres of a draft, unsigned.
pub const CENTRES_DRAFT: &str = "centres.cbor";

impl Making {
    /// Refuses to make it at `target` where something else stands.
    fn may_replace(self, target: &Path) -> Result<(), RegistryError> {
        let shown = target.display();
        if target.symlink_metadata().is_err() {
            return Ok(());
        }
        if !target.is_dir() {
            return Err(RegistryError::said(format!("{shown} is a file, and not touched; name a folder")));
        }
        let names = names(target)?;
        if names.is_empty() {
            return Ok(());
        }
        let has = |name: &str| names.iter().any(|one| one == name);
        let (own, must): (&[&str], [&str; 2]) = match self {
            Self::New => (&[], ["", ""]),
            Self::Draft if has(MANIFEST_DRAFT) && (has("centres.cose") || has("manifest.cose")) => {
                return Err(RegistryError::said(format!(
                    "{shown} is a draft with signatures, which would be lost; name another folder, or remove it first"
                )));
            }
            Self::Draft => (&[MANIFEST_DRAFT, CENTRES_DRAFT, SEGMENTS], [MANIFEST_DRAFT, CENTRES_DRAFT]),
            Self::Bundle => {
                (&["manifest.cose", "centres.cose", "fresh.cose", ROOTS, SEGMENTS], ["manifest.cose", ROOTS])
            }
        };
        let what = if self == Self::Draft { "draft" } else { "published bundle" };
        let other = names.iter().find(|name| !own.contains(&name.as_str()));
        let inside = |folder: &str, ending: &str| -> Result<Option<String>, RegistryError> {
            let path = target.join(folder);
            let names = if path.is_dir() { self::names(&path)? } else { Vec::new() };
            Ok(names.into_iter().find(|name| !name.ends_with(ending)).map(|name| format!("{folder}/{name}")))
        };
        let other = match other {
            Some(name) => Some(name.clone()),
            None => inside(SEGMENTS, ".seg")?.or(inside(ROOTS, ".cose")?),
        };
        match other {
            Some(name) => Err(RegistryError::said(format!(
                "{shown} holds other things than a {what} ({name}), and is not touched; name a new or an empty folder"
            ))),
            None if must.iter().all(|name| has(name)) => Ok(()),
            None => Err(RegistryError::said(format!(
                "{shown} is no whole {what}, and is not touched; name a new or an empty folder"
            ))),
        }
    }
}

/// The names in a folder.
fn names(folder: &Path) -> Result<Vec<String>, RegistryError> {
    let failed = |error| RegistryError::file("read the folder", folder)(error);
    let mut names = std::fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    names.sort();
    Ok(names)
}

/// A folder beside `target` in which its next content is prepared; removed again unless it is put in place.
pub struct Staging {
    folder: tempfile::TempDir,
    target: PathBuf,
}

impl Staging {
    /// Starts the next content of `target`, unless something else stands there.
    pub fn new(target: &Path, making: Making) -> Result<Self, RegistryError> {
        making.may_replace(target)?;
        let parent =
            target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(parent).map_err(RegistryError::file("make the folder", parent))?;
        let folder = tempfile::Builder::new()
            .prefix(".rastau-")
            .tempdir_in(parent)
            .map_err(RegistryError::file("write in", parent))?;
        Ok(Self { folder, target: target.to_path_buf() })
    }

    /// The folder to write into.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts the new content in its place; the old one goes only once the new one stands.
    pub fn put_in_place(self) -> Result<(), RegistryError> {
        let target = &self.target;
        make_readable(self.folder.path())?;
        let new = self.folder.keep();
        let old = target.with_extension("replaced");
        let replaces = target.exists();
        if replaces {
            std::fs::rename(target, &old).map_err(RegistryError::file("move aside", target))?;
        }
        if let Err(error) = std::fs::rename(&new, target) {
            // The old bundle goes back where it was before the error is told.
            if replaces {
                let _ = std::fs::rename(&old, target);
            }
            let _ = std::fs::remove_dir_all(&new);
            return Err(RegistryError::file("put in place", target)(error));
        }
        // A folder of that name that was there before is somebody else's.
        if replaces {
            std::fs::remove_dir_all(&old).map_err(RegistryError::file("remove", &old))?;
        }
        Ok(())
    }
}

/// A temporary folder is private to its owner; a published one is for a web server to read.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<(), RegistryError> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
        .map_err(RegistryError::file("open up", folder))
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> Result<(), RegistryError> {
    Ok(())
}

/// A name beside `path` for what is not whole yet: its own name with something behind it, which no other file has.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(".part");
    name.into()
}

/// The files of a bundle folder by their names inside it, sorted; statements before segments.
fn parts(bundle: &Path) -> Result<Vec<(String, PathBuf, u64)>, RegistryError> {
    let mut parts = Vec::new();
    for folder in [ROOTS, "", SEGMENTS] {
        let path = bundle.join(folder);
        let entries = std::fs::read_dir(&path).map_err(RegistryError::file("read the folder", &path))?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(RegistryError::file("read the folder", &path))?;
            let metadata = entry.metadata().map_err(RegistryError::file("look at", &entry.path()))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if metadata.is_file() && (name.ends_with(".cose") || name.ends_with(".seg")) {
                let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                names.push((name, entry.path(), metadata.len()));
            }
        }
        names.sort();
        parts.extend(names);
    }
    Ok(parts)
}

/// Refuses to write a bundle's single file over a file that is none.
pub fn may_replace_file(out: &Path) -> Result<(), RegistryError> {
    let mut head = Vec::new();
    let read = File::open(out).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head));
    match read {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Ok(_) if head.is_empty() || head == *MAGIC => Ok(()),
        _ => Err(RegistryError::said(format!(
            "{} is no published bundle, and is not touched; name another file",
            out.display()
        ))),
    }
}

/// Writes the bundle folder as one file.
pub fn write_single_file(bundle: &Path, out: &Path) -> Result<(), RegistryError> {
    may_replace_file(out)?;
    let parts = parts(bundle)?;
    let named: Vec<(String, u64)> = parts.iter().map(|(name, _, length)| (name.clone(), *length)).collect();
    let (head, laid) = write_head(&named);
    let temporary = beside(out);
    let failed = |error| RegistryError::file("write", &temporary)(error);
    let file = File::create(&temporary).map_err(RegistryError::file("create", &temporary))?;
    let mut file = BufWriter::with_capacity(1 << 20, file);
    file.write_all(&head).map_err(failed)?;
    let mut written = head.len() as u64;
    for (part, (_, path, _)) in laid.iter().zip(&parts) {
        let padding = usize::try_from(part.offset - written).unwrap_or(0).min(PAGE_SIZE);
        file.write_all(&[0; PAGE_SIZE][..padding]).map_err(failed)?;
        let mut source = File::open(path).map_err(RegistryError::file("open", path))?;
        let copied = std::io::copy(&mut source, &mut file).map_err(failed)?;
        if copied != part.length {
            return Err(RegistryError::said(format!("{} changed while it was read", path.display())));
        }
        written = part.offset + copied;
    }
    file.into_inner().map_err(|error| failed(error.into_error()))?.sync_all().map_err(failed)?;
    std::fs::rename(&temporary, out).map_err(RegistryError::file("name", out))
}
