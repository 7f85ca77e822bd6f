//! A published version as one file.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rastau_core::snapshot::container::{MAGIC, write_head};
use rastau_core::snapshot::{FileName, PAGE_SIZE};

use super::{PublishError, PublishedStatements, part_path};
use crate::RegistryError;

/// A file of a bundle directory.
struct Part {
    /// Its path in the bundle, with `/`.
    name: String,
    path: PathBuf,
    length: u64,
}

/// Returns the files of the version that a bundle directory publishes, statements before segments.
fn parts(bundle: &Path) -> Result<Vec<Part>, RegistryError> {
    let published = PublishedStatements::read(bundle)?;
    let roots = published.statements.roots.iter().map(|(version, _)| FileName::Root(*version));
    let statements = [FileName::Freshness, published.manifest_name(), published.centres_name()];
    let segments = published.segments().map(|segment| FileName::Segment(segment.id.root));
    let names = roots.chain(statements).chain(segments);
    let part = |name: FileName| {
        let name = name.to_string();
        let path = bundle.join(&name);
        let length = std::fs::metadata(&path).map_err(RegistryError::read(&path))?.len();
        Ok(Part { name, path, length })
    };
    names.map(part).collect()
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
