//! A device's directory: opening its active bundle, and updating it.

use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::verify::Policy;
use rastau_store::source::local;
use rastau_store::{Change, Clock, Device, InService, Live, Notice, Update};

use crate::status::Failure;
use crate::types::{RASTAU_CHANGE_FIRST, RASTAU_CHANGE_MENDED, RASTAU_CHANGE_NEWER, RASTAU_CHANGE_NOTHING};
use crate::verifier::{Opened, Source, Verifier};

/// Opens the active bundle in `folder`, and again after each change.
pub(crate) fn open(folder: &str, now: Timestamp, policy: Policy) -> Result<Verifier, Failure> {
    let live = Live::open(Device::at(folder), now, opened).map_err(Failure::store)?;
    Ok(Verifier::of_device(live, policy))
}

/// Returns the number of the state of `folder`.
pub(crate) fn generation(folder: &str) -> Result<u64, Failure> {
    Device::at(folder).generation().map_err(Failure::store)
}

fn opened(opened: InService) -> Opened {
    // `Verifier::info` reports damaged segments, as for every bundle on disk.
    let other = opened.notices.iter().filter(|notice| !matches!(notice, Notice::Damage(_)));
    let notices = other.map(ToString::to_string).collect();
    Opened::new(opened.snapshot.map_pages(|bundle| Source::Bundle(Box::new(bundle))), notices)
}

/// The options of an update, as slices.
pub(crate) struct UpdateOptions<'a> {
    /// `None` trusts the root of the first bundle.
    pub(crate) trust_root: Option<&'a [u8]>,
    pub(crate) now: Timestamp,
    pub(crate) clock_corrected: bool,
    pub(crate) full_check: bool,
}

impl<'a> UpdateOptions<'a> {
    /// Returns the options of the store.
    pub(crate) const fn update(&self) -> Update<'a> {
        Update {
            now: self.now,
            clock: if self.clock_corrected { Clock::Corrected } else { Clock::Device },
            root: self.trust_root,
            full_check: self.full_check,
        }
    }
}

/// Activates the bundle of `source` if it is newer and complete; returns one of `RASTAU_CHANGE_…`.
pub(crate) fn update(folder: &str, source: &str, options: &UpdateOptions<'_>) -> Result<i32, Failure> {
    let source = local(Path::new(source)).map_err(Failure::store)?;
    let updated = Device::at(folder).update(source.as_ref(), &options.update(), &mut |_, _| {});
    Ok(change_code(updated.map_err(Failure::store)?.change))
}

pub(crate) const fn change_code(change: Change) -> i32 {
    match change {
        Change::First => RASTAU_CHANGE_FIRST,
        Change::Newer => RASTAU_CHANGE_NEWER,
        Change::Mended => RASTAU_CHANGE_MENDED,
        Change::Nothing => RASTAU_CHANGE_NOTHING,
    }
}
