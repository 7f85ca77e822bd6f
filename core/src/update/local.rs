//! The driver for a source that is completely available: a bundle in one file.

use alloc::vec::Vec;

use super::error::UpdateError;
use super::plan::{Held, Plan};
use super::walk::{Answer, Ask, Walk};
use crate::snapshot::file::{BundleFile, ReadAt};
use crate::snapshot::{FileName, OpenOptions};

/// Answers a walk from a bundle in one file, whose pages are read in place. Returns the plan, which is not in service yet.
///
/// # Errors
/// [`UpdateError`]. What was in service stays in service unless [`Walk::closes_service`]; roots that were verified before count
/// from then on ([`Walk::newest_root`]).
pub fn drive_local<R: ReadAt>(walk: &mut Walk, source: &BundleFile<R>) -> Result<Plan, UpdateError> {
    loop {
        match walk.ask() {
            Ask::Statement { name, limit } => match source.statement(name, limit) {
                Some(bytes) => walk.answer(Answer::Bytes(&bytes))?,
                None => walk.answer(Answer::Status(404))?,
            },
            Ask::Keep(_) => walk.answer(Answer::Kept)?,
            Ask::Segment { segment, .. } => {
                let is_there = source.length_of(&segment.id) == Some(segment.length());
                walk.answer(if is_there { Answer::Stored } else { Answer::Status(404) })?;
            }
            Ask::Check(_) => walk.check(source, || {})?,
            Ask::Commit(plan) => return Ok(plan.clone()),
            Ask::Done(_) => return walk.plan().cloned().ok_or(UpdateError::WrongAnswer),
            Ask::Failed(error) => return Err(error.clone()),
        }
    }
}

/// Walks the trust roots of a bundle (version and bytes) and nothing else of it, for a host whose bundle did not open: a root that was
/// verified counts although the rest does not ([`Walk::newer_root`]). `None` if the walk cannot begin.
#[must_use]
pub fn walk_roots(options: OpenOptions<'_>, roots: &[(u64, Vec<u8>)]) -> Option<Walk> {
    let mut walk = Walk::begin(options, Held::default()).ok()?;
    loop {
        match walk.ask() {
            Ask::Keep(_) => walk.answer(Answer::Kept).ok()?,
            Ask::Statement { name: FileName::Root(version), .. } => {
                let Some((_, bytes)) = roots.iter().find(|(own, _)| *own == version) else {
                    return Some(walk);
                };
                if walk.answer(Answer::Bytes(bytes)).is_err() {
                    return Some(walk);
                }
            }
            _ => return Some(walk),
        }
    }
}
