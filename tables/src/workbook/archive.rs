//! The size of a workbook's parts after decompression.

use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;

use super::damaged;
use crate::error::{Limit, TableError};
use crate::limits::{MAX_PARTS, MAX_PARTS_BYTES, MAX_SHEET_BYTES};

/// Checks the sizes of all parts that a reader may decompress. The sizes that the archive states are not trusted, so each part
/// is decompressed, up to its limit.
///
/// `streamed` states whether a part is streamed; the others may be held in memory.
///
/// # Errors
/// [`TableError::Limit`] or [`TableError::Workbook`].
pub(super) fn check(
    input: &mut (impl Read + Seek),
    streamed: impl Fn(&str) -> bool,
) -> Result<(), TableError> {
    input.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(input).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(TableError::Limit(Limit::Decompressed));
    }
    let mut held = 0u64;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        // Pictures and the like are never decompressed.
        if ![".xml", ".rels"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)) {
            continue;
        }
        let limit = if streamed(&name) { MAX_SHEET_BYTES } else { MAX_PARTS_BYTES.saturating_sub(held) };
        let size = io::copy(&mut part.take(limit.saturating_add(1)), &mut io::sink()).map_err(damaged)?;
        if size > limit {
            return Err(TableError::Limit(Limit::Decompressed));
        }
        if !streamed(&name) {
            held = held.saturating_add(size);
        }
    }
    Ok(())
}
