//! The driver for a source that is completely available: a bundle in one file.

use alloc::vec::Vec;

use super::error::UpdateError;
use super::plan::{Held, Plan};
use super::walk::{Answer, Ask, Walk};
use crate::snapshot::file::{BundleFile, ReadAt};
use crate::snapshot::trusted_state::KnownRoot;
use crate::snapshot::{Anchor, FileName, OpenOptions, TrustedState};

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

/// What a host stores although a bundle was refused: a trust root that was verified all the same. Keys that it removes count no
/// more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewerRoot {
    /// Its version and hash.
    pub known: KnownRoot,
    /// The signed root, to be trusted in place of the older one.
    pub bytes: Vec<u8>,
    /// The trusted state with this root, in place of the host's; `None` if the host has none yet.
    pub state: Option<TrustedState>,
}

impl NewerRoot {
    /// Returns the newest root of a walk if it came in it and counts ([`Walk::newer_root`]). `state` is the host's trusted state.
    #[must_use]
    pub fn of(walk: &Walk, state: Option<&TrustedState>) -> Option<Self> {
        let (known, bytes) = walk.newer_root()?;
        let state = state.map(|state| TrustedState { root: known, ..state.clone() });
        Some(Self { known, bytes: bytes.to_vec(), state })
    }

    /// Returns the newest of the trust roots (version and bytes) of a bundle that did not open with these options, if it is newer than
    /// the one that the host trusts and counts. A root for which only that bundle vouches does not: on first use there is none
    /// without a trusted state.
    #[must_use]
    pub fn of_bundle(options: OpenOptions<'_>, roots: &[(u64, Vec<u8>)]) -> Option<Self> {
        if options.anchor() == Anchor::FirstUse && options.state().is_none() {
            return None;
        }
        Self::of(&walk_roots(options, roots)?, options.state())
    }
}

/// Walks the trust roots of a bundle (version and bytes) and nothing else of it: a root that is verified counts although the bundle
/// does not open ([`Walk::newer_root`]). `None` if the walk cannot begin.
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
