//! `rastau snapshot diff`: what changed from one bundle to another.

use std::path::Path;

use rastau_registry::RegistryError;
use rastau_registry::diff::{Difference, Names, difference};
use rastau_registry::publish::PublishedStatements;

use crate::error::CliError;
use crate::out::print_line;
use crate::verifier::open_unverified;

pub fn run(old: &Path, new: &Path, json: bool) -> Result<u8, CliError> {
    let (old, new) = (open_unverified(old)?, open_unverified(new)?);
    let read = |bundle: &rastau_store::Bundle| {
        PublishedStatements::of(bundle.statements()).map_err(RegistryError::from)
    };
    let (old_statements, new_statements) = (read(&old)?, read(&new)?);
    let found = difference(&old_statements.with_pages(&old), &new_statements.with_pages(&new))
        .map_err(RegistryError::from)?;
    if json {
        print_line!("{:#}", serde_json::json!(found));
        return Ok(0);
    }
    let version = |one: &PublishedStatements| {
        format!("{}.{} ({})", one.manifest.epoch, one.manifest.version, one.manifest.as_of)
    };
    print_line!("from {} to {}", version(&old_statements), version(&new_statements));
    print(&found)
}

fn print(found: &Difference) -> Result<u8, CliError> {
    let lists: [(&str, &Names); 9] = [
        ("documents added", &found.documents_added),
        ("documents removed", &found.documents_removed),
        ("records changed", &found.records_changed),
        ("cancelled", &found.cancelled),
        ("reinstated", &found.reinstated),
        ("other changes of cancellations", &found.cancellations_changed),
        ("rows added", &found.rows_added),
        ("rows changed", &found.rows_changed),
        ("rows removed", &found.rows_removed),
    ];
    if found.is_empty() {
        print_line!("no change");
    }
    for (name, Names { count, first }) in lists.into_iter().filter(|(_, names)| names.count > 0) {
        print_line!("{name}: {count}");
        for one in first.iter().take(10) {
            print_line!("  {one}");
        }
        if *count > 10 {
            print_line!("  … {} more", count - 10);
        }
    }
    let Difference { new_segments, new_segment_bytes, segment_bytes, .. } = found;
    print_line!(
        "{new_segments} new segments with {new_segment_bytes} bytes, of {segment_bytes} bytes in all"
    );
    Ok(0)
}
