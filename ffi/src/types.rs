//! Numbers and structs that cross the border. Numbers are never reused; a struct says its own size, so that it can grow.

use std::ffi::c_char;

use rastau_core::verdict::{Answer, Freshness, Outcome};
use rastau_messages::Lang;

use rastau_core::error::ErrorCode;

use crate::status::Failure;

/// The version of this interface. It is raised when something that worked no longer does; additions do not raise it.
pub const RASTAU_ABI_VERSION: u32 = 1;

/// Bytes of a page, as a page reader fills it.
pub const RASTAU_PAGE_SIZE: usize = 4096;

/// Pages are kept in memory as they are met, up to this many bytes for a verifier's whole life, whatever the size of the
/// register and the number of verifications.
pub const RASTAU_MAX_KEPT_BYTES: usize = 1_179_648;

/// One verification, its verdict included, never holds more than this many bytes at a time beside the kept pages.
pub const RASTAU_MAX_VERIFY_BYTES: usize = 262_144;

/// Kazakh.
pub const RASTAU_LANG_KK: i32 = 1;
/// Russian.
pub const RASTAU_LANG_RU: i32 = 2;
/// English.
pub const RASTAU_LANG_EN: i32 = 3;

/// Every required check is satisfied. There is no outcome 0: a forgotten variable never says "valid".
pub const RASTAU_OUTCOME_VALID: i32 = 1;
/// At least one check is violated.
pub const RASTAU_OUTCOME_INVALID: i32 = 2;
/// No check is violated, and at least one could not be decided. Never treat it as valid.
pub const RASTAU_OUTCOME_INDETERMINATE: i32 = 3;

/// A check holds.
pub const RASTAU_FINDING_SATISFIED: i32 = 1;
/// A check does not hold.
pub const RASTAU_FINDING_VIOLATED: i32 = 2;
/// A check could not be decided; its text says what was missing.
pub const RASTAU_FINDING_UNDETERMINED: i32 = 3;
/// Two defensible readings of the Law differ on this date.
pub const RASTAU_FINDING_CONTESTABLE: i32 = 4;
/// There is nothing to check, or an earlier check already failed.
pub const RASTAU_FINDING_NOT_APPLICABLE: i32 = 5;

/// The next update is not due yet.
pub const RASTAU_FRESHNESS_CURRENT: i32 = 1;
/// The next update is overdue by no more than the grace.
pub const RASTAU_FRESHNESS_LATE: i32 = 2;
/// Overdue by more, though the register's keeper still stands by the data.
pub const RASTAU_FRESHNESS_STALE: i32 = 3;
/// Past the day until which the keeper stands by the data. Never decides, whatever the policy says.
pub const RASTAU_FRESHNESS_EXPIRED: i32 = 4;

/// A finding's stable name, like `register.listed`; the same in every language.
pub const RASTAU_PART_ID: i32 = 1;
/// What was checked.
pub const RASTAU_PART_TITLE: i32 = 2;
/// What came out, and what was compared.
pub const RASTAU_PART_TEXT: i32 = 3;
/// What to do; empty where there is nothing to do.
pub const RASTAU_PART_ADVICE: i32 = 4;
/// The provision of the Law or the standard that the check rests on.
pub const RASTAU_PART_SOURCE: i32 = 5;

/// A segment of issued documents, as a page reader is asked for it.
pub const RASTAU_SEGMENT_DOCUMENTS: i32 = 1;
/// A segment of cancellations.
pub const RASTAU_SEGMENT_STATUS: i32 = 2;
/// A segment of the keeper's tables.
pub const RASTAU_SEGMENT_TABLES: i32 = 3;
/// A segment of the National Chamber's tables.
pub const RASTAU_SEGMENT_CENTRES: i32 = 4;

/// The device has its first bundle.
pub const RASTAU_CHANGE_FIRST: i32 = 1;
/// A newer bundle, freshness note or trust root is in service.
pub const RASTAU_CHANGE_NEWER: i32 = 2;
/// The source has nothing newer; what was damaged on the device has been replaced.
pub const RASTAU_CHANGE_MENDED: i32 = 3;
/// The source has nothing newer.
pub const RASTAU_CHANGE_NOTHING: i32 = 4;

/// What a caller accepts. Without one: late knowledge decides, with a grace of seven days.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Policy {
    /// `sizeof(rastau_policy)`.
    pub size: usize,
    /// The oldest knowledge that still decides: one of `RASTAU_FRESHNESS_CURRENT`, `_LATE`, `_STALE`.
    pub accept: i32,
    /// 0.
    pub reserved: i32,
    /// Seconds after a missed update during which knowledge counts as merely late; 604800 is a week.
    pub grace_seconds: i64,
}

/// What is needed to take a bundle into use.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Opening {
    /// `sizeof(rastau_opening)`.
    pub size: usize,
    /// The trust root that came with the device or program, never with the bundle. Must be there.
    pub trust_root: *const u8,
    /// Its bytes.
    pub trust_root_len: usize,
    /// What `rastau_verifier_state` gave when a bundle was last taken into use; NULL the first time. It is what keeps
    /// an older bundle from being taken for a new one.
    pub state: *const u8,
    /// Its bytes.
    pub state_len: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    pub now: i64,
    /// What is accepted; NULL for late knowledge with a week's grace.
    pub policy: *const Policy,
}

/// How a device is brought up to date.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Update {
    /// `sizeof(rastau_update)`.
    pub size: usize,
    /// The trust root that came with the device, never with the bundle: the same at every update, also when the register
    /// has newer roots by then. Must be there.
    pub trust_root: *const u8,
    /// Its bytes.
    pub trust_root_len: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    pub now: i64,
    /// 1 if the clock had run ahead and a person has put it right: what the device remembers of it is forgotten. Else 0.
    pub clock_put_right: i32,
    /// 1 to wait for another process that is updating the device, 0 to be told that it is busy.
    pub wait: i32,
}

/// What is asked about a document.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Question {
    /// `sizeof(rastau_question)`.
    pub size: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    pub now: i64,
    /// The day asked about, `YYYY-MM-DD`; NULL for today in Kazakhstan.
    pub on: *const c_char,
    /// Its bytes: 10, or 0 with NULL.
    pub on_len: usize,
}

/// One trust root of a bundle's chain.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RootFile {
    /// The number in its file name, `roots/VERSION.cose`.
    pub version: u64,
    /// The file.
    pub data: *const u8,
    /// Its bytes.
    pub len: usize,
}

/// The small signed files of a bundle, for `rastau_verifier_open_pages`. They are copied.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Statements {
    /// `sizeof(rastau_statements)`.
    pub size: usize,
    /// The files of `roots/`, by ascending version.
    pub roots: *const RootFile,
    /// How many.
    pub root_count: usize,
    /// The file `manifest.cose`.
    pub manifest: *const u8,
    /// Its bytes.
    pub manifest_len: usize,
    /// The file `centres.cose`.
    pub centres: *const u8,
    /// Its bytes.
    pub centres_len: usize,
    /// The file `fresh.cose`.
    pub fresh: *const u8,
    /// Its bytes.
    pub fresh_len: usize,
}

pub(crate) fn lang(number: i32) -> Result<Lang, Failure> {
    match number {
        RASTAU_LANG_KK => Ok(Lang::Kk),
        RASTAU_LANG_RU => Ok(Lang::Ru),
        RASTAU_LANG_EN => Ok(Lang::En),
        _ => Err(Failure::Own(ErrorCode::BadLanguage)),
    }
}

pub(crate) fn accepted(number: i32) -> Result<Freshness, Failure> {
    match number {
        RASTAU_FRESHNESS_CURRENT => Ok(Freshness::Current),
        RASTAU_FRESHNESS_LATE => Ok(Freshness::Late),
        RASTAU_FRESHNESS_STALE => Ok(Freshness::Stale),
        _ => Err(Failure::Own(ErrorCode::BadNumber)),
    }
}

/// A number that says yes or no.
pub(crate) fn flag(number: i32) -> Result<bool, Failure> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::Own(ErrorCode::BadNumber)),
    }
}

#[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
pub(crate) const fn freshness_code(freshness: Freshness) -> i32 {
    match freshness {
        Freshness::Current => RASTAU_FRESHNESS_CURRENT,
        Freshness::Late => RASTAU_FRESHNESS_LATE,
        Freshness::Stale => RASTAU_FRESHNESS_STALE,
        Freshness::Expired => RASTAU_FRESHNESS_EXPIRED,
    }
}

#[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
pub(crate) const fn outcome_code(outcome: Outcome) -> i32 {
    match outcome {
        Outcome::Valid => RASTAU_OUTCOME_VALID,
        Outcome::Invalid => RASTAU_OUTCOME_INVALID,
        Outcome::Indeterminate => RASTAU_OUTCOME_INDETERMINATE,
    }
}

#[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
pub(crate) const fn answer_code(answer: &Answer) -> i32 {
    match answer {
        Answer::Satisfied => RASTAU_FINDING_SATISFIED,
        Answer::Violated => RASTAU_FINDING_VIOLATED,
        Answer::Undetermined(_) => RASTAU_FINDING_UNDETERMINED,
        Answer::Contestable(_) => RASTAU_FINDING_CONTESTABLE,
        Answer::NotApplicable(_) => RASTAU_FINDING_NOT_APPLICABLE,
    }
}
