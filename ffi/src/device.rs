//! A device's folder: what is in service there, and how it is brought up to date.

use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::verify::Policy;
use rastau_store::source::local;
use rastau_store::{Change, Clock, Device, Notice, Update};

use rastau_core::error::ErrorCode;

use crate::status::Failure;
use crate::types::{RASTAU_CHANGE_FIRST, RASTAU_CHANGE_MENDED, RASTAU_CHANGE_NEWER, RASTAU_CHANGE_NOTHING};
use crate::verifier::{Source, Verifier};

/// Opens what is in service in `folder`.
pub(crate) fn open(folder: &str, now: Timestamp, policy: Policy) -> Result<Verifier, Failure> {
    let opened = Device::at(folder).open(now).map_err(Failure::store)?;
    // Damaged segments are told with the rest of what is wrong with the files, as for every bundle on disk.
    let told = opened.notices.iter().filter(|notice| !matches!(notice, Notice::Damage(_)));
    let notices = told.map(ToString::to_string).collect();
    Ok(Verifier::new(opened.snapshot.map_pages(|bundle| Source::Bundle(Box::new(bundle))), policy, notices))
}

/// How an update is made, as slices.
pub(crate) struct Updating<'a> {
    pub(crate) trust_root: &'a [u8],
    pub(crate) now: Timestamp,
    pub(crate) clock_put_right: bool,
    pub(crate) wait: bool,
}

/// Takes into service what `source` publishes, if it is newer and whole.
pub(crate) fn update(folder: &str, source: &str, how: &Updating<'_>) -> Result<i32, Failure> {
    if how.trust_root.is_empty() {
        return Err(Failure::Own(ErrorCode::TrustRootNeeded));
    }
    let source = local(Path::new(source)).map_err(Failure::store)?;
    let update = Update {
        now: how.now,
        clock: if how.clock_put_right { Clock::PutRight } else { Clock::Shows },
        root: Some(how.trust_root),
        wait: how.wait,
    };
    let updated = Device::at(folder).update(source.as_ref(), &update, &mut |_, _| {});
    Ok(match updated.map_err(Failure::store)?.change {
        Change::First => RASTAU_CHANGE_FIRST,
        Change::Newer => RASTAU_CHANGE_NEWER,
        Change::Mended => RASTAU_CHANGE_MENDED,
        Change::Nothing => RASTAU_CHANGE_NOTHING,
    })
}
