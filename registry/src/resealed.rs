//! Records that a register sealed again under one code, against the bundle that it follows.
//!
//! A record is sealed once: a corrected document gets a new number, or at least a new code (docs/formats.md). The register does
//! not know codes, but tags are keyed by code and number. If a record has changed in part, and a tag or the sealed attributes
//! are still those of the published one, both were made with one code.

use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::snapshot::check::walk_segment;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::Manifest;
use rastau_core::snapshot::{Pages, Record, documents};
use rusqlite::OptionalExtension;

use crate::build::BuildError;
use crate::{Register, RegistryError};

/// Returns the numbers of the documents whose records were sealed again under one code, in the order of the published bundle
/// `manifest` with its `pages`.
///
/// # Errors
/// [`BuildError::Previous`] for a page that is not the signed one, [`RegistryError::Database`] where SQLite fails.
pub fn sealed_again<P: Pages>(
    register: &Register,
    manifest: &Manifest,
    pages: &P,
) -> Result<Vec<String>, RegistryError> {
    let mut numbers = Vec::new();
    for segment in manifest.segments.iter().filter(|segment| segment.id.kind == SegmentKind::Documents) {
        let mut failed = Ok(());
        let walked = walk_segment(pages, segment, |level, page| {
            if level == 0 && failed.is_ok() {
                failed = compare(register, page, &mut numbers);
            }
        });
        walked.map_err(|fault| BuildError::Previous(fault.error))?;
        failed?;
    }
    Ok(numbers)
}

/// Compares the records of a leaf page with those of the register.
fn compare(register: &Register, page: &[u8], numbers: &mut Vec<String>) -> Result<(), RegistryError> {
    let unreadable = || BuildError::Previous(rastau_core::PageError::Unreadable);
    let sql = "SELECT holder_tag, name_tag, seal_check, sealed FROM documents WHERE number = ?1 AND sealed IS NOT NULL";
    let mut statement = register.connection().prepare_cached(sql)?;
    for (number, record) in documents::read_page(page).ok_or_else(unreadable)? {
        let Record::Coded { holder: HolderTag(holder), name: NameTag(name), sealed, .. } = record else {
            continue;
        };
        let number = String::from_utf8(number).map_err(|_| unreadable())?;
        let same = statement.query_row((&number,), |row| {
            let is = |at: usize, bytes: &[u8]| Ok::<_, rusqlite::Error>(row.get_ref(at)?.as_blob()? == bytes);
            Ok([is(0, &holder)?, is(1, &name)?, is(2, &sealed.check)? && is(3, &sealed.bytes)?])
        });
        let same = same.optional()?;
        if same.is_some_and(|same| same.contains(&true) && same.contains(&false)) {
            numbers.push(number);
        }
    }
    Ok(())
}
