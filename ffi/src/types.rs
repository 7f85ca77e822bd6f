//! The numbers and structs of the header. Numbers are never reused. A struct states its size, so that it can grow.

use std::ffi::c_char;

use rastau_core::error::ErrorCode;
use rastau_core::verdict::{CheckAnswer, Freshness, Outcome};
use rastau_messages::Lang;

use crate::status::Failure;

/// The version of this interface. An incompatible change raises it; an addition does not.
pub const RASTAU_ABI_VERSION: u32 = 1;

/// The size of a page in bytes.
pub const RASTAU_PAGE_SIZE: usize = 4096;

/// A verifier caches at most this many bytes of pages in its lifetime, whatever the size of the register and the number of
/// verifications.
pub const RASTAU_MAX_KEPT_BYTES: usize = 1_179_648;

/// One verification, its verdict included, holds at most this many bytes at a time, besides the cached pages.
pub const RASTAU_MAX_VERIFY_BYTES: usize = 262_144;

/// Every required check is satisfied. There is no outcome 0: a variable that was never written is not "valid".
pub const RASTAU_OUTCOME_VALID: i32 = 1;
/// At least one check is violated.
pub const RASTAU_OUTCOME_INVALID: i32 = 2;
/// No check is violated, and at least one could not be decided. Never treat it as valid.
pub const RASTAU_OUTCOME_INDETERMINATE: i32 = 3;

/// A check is satisfied.
pub const RASTAU_FINDING_SATISFIED: i32 = 1;
/// A check is violated.
pub const RASTAU_FINDING_VIOLATED: i32 = 2;
/// A check could not be decided; its text states what is missing.
pub const RASTAU_FINDING_UNDETERMINED: i32 = 3;
/// Defensible readings of the Law give different answers on this day.
pub const RASTAU_FINDING_CONTESTABLE: i32 = 4;
/// There is nothing to check, or an earlier check failed.
pub const RASTAU_FINDING_NOT_APPLICABLE: i32 = 5;

/// The next update is not due yet.
pub const RASTAU_FRESHNESS_CURRENT: i32 = 1;
/// The next update is overdue by no more than the grace.
pub const RASTAU_FRESHNESS_LATE: i32 = 2;
/// The next update is overdue by more than the grace; no signed statement has expired.
pub const RASTAU_FRESHNESS_STALE: i32 = 3;
/// A signed statement has expired. Such a snapshot decides nothing, whatever the policy.
pub const RASTAU_FRESHNESS_EXPIRED: i32 = 4;

/// The stable id of a check, like `register.listed`; the same in every language.
pub const RASTAU_PART_ID: i32 = 1;
/// What was checked.
pub const RASTAU_PART_TITLE: i32 = 2;
/// The answer, and what was compared.
pub const RASTAU_PART_TEXT: i32 = 3;
/// What to do; empty if there is nothing to do.
pub const RASTAU_PART_ADVICE: i32 = 4;
/// The provision of the Law or the standard that the check rests on.
pub const RASTAU_PART_SOURCE: i32 = 5;

/// A segment of issued documents. Page readers receive these numbers.
pub const RASTAU_SEGMENT_DOCUMENTS: i32 = 1;
/// A segment of cancellations.
pub const RASTAU_SEGMENT_STATUS: i32 = 2;
/// A segment of the keeper's tables.
pub const RASTAU_SEGMENT_TABLES: i32 = 3;
/// A segment of the National Chamber's tables.
pub const RASTAU_SEGMENT_CENTRES: i32 = 4;

/// The device has its first bundle.
pub const RASTAU_CHANGE_FIRST: i32 = 1;
/// A newer bundle, freshness statement or trust root is active.
pub const RASTAU_CHANGE_NEWER: i32 = 2;
/// The source has nothing newer; damaged files of the device were replaced.
pub const RASTAU_CHANGE_MENDED: i32 = 3;
/// The source has nothing newer.
pub const RASTAU_CHANGE_NOTHING: i32 = 4;
/// Nothing is active yet: another update has changed the device, and this one continues with `rastau_session_want`.
pub const RASTAU_CHANGE_AGAIN: i32 = 5;

/// Fetch a signed statement, past caches: its bytes from 0 on with `rastau_session_take`, at most `length` and one more, then
/// `rastau_session_end`; or the HTTP status received instead, with `rastau_session_status`.
pub const RASTAU_WANT_STATEMENT: i32 = 1;
/// Fetch a segment, from the byte `from` on if the source can do that, without a content encoding: its bytes with
/// `rastau_session_take` or a file with `rastau_session_take_file`, then `rastau_session_end`; or `rastau_session_status`.
pub const RASTAU_WANT_SEGMENT: i32 = 2;
/// Everything is stored and verified: call `rastau_session_commit`.
pub const RASTAU_WANT_COMMIT: i32 = 3;
/// The update ended with an error, which an earlier call returned. Free the session.
pub const RASTAU_WANT_FAILED: i32 = 4;

/// The size of the field `name` of `rastau_want` in bytes. A name has at most 80, and a NUL follows it.
pub const RASTAU_NAME_SIZE: usize = 88;

/// How old a snapshot may be. Without a policy a late snapshot decides, with a grace of seven days.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Policy {
    /// `sizeof(rastau_policy)`.
    pub size: usize,
    /// The oldest freshness that still decides: one of `RASTAU_FRESHNESS_CURRENT`, `_LATE`, `_STALE`.
    pub accept: i32,
    /// Must be 0.
    pub reserved: i32,
    /// How many seconds after a missed update the snapshot is late and not stale; 604800 is one week.
    pub grace_seconds: i64,
}

/// The options for opening a bundle.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Opening {
    /// `sizeof(rastau_opening)`.
    pub size: usize,
    /// The trust root, which came with the device or program, never with the bundle. Required unless `first_use` is 1.
    pub trust_root: *const u8,
    /// Its length in bytes.
    pub trust_root_len: usize,
    /// The trusted state that `rastau_verifier_state` returned at the last opening; NULL the first time. It prevents the
    /// acceptance of an older bundle.
    pub state: *const u8,
    /// Its length in bytes.
    pub state_len: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, not negative.
    pub now: i64,
    /// The policy; NULL accepts a late snapshot, with a grace of one week.
    pub policy: *const Policy,
    /// 1 to trust the bundle's own root, with `trust_root` NULL: whoever made the bundle decides what is valid. Every verdict and
    /// the information about the bundle then say so, also at later openings with `state`. Else 0.
    pub first_use: i32,
    /// Must be 0.
    pub reserved: i32,
}

/// The size of the first version of [`Opening`], which had no `first_use`.
pub(crate) const FIRST_OPENING: usize = std::mem::offset_of!(Opening, first_use);

/// The options of an update.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Update {
    /// `sizeof(rastau_update)`.
    pub size: usize,
    /// The trust root, which came with the device, never with the bundle. Required unless `first_use` is 1. It is the same at
    /// every update, also after the register has newer roots.
    pub trust_root: *const u8,
    /// Its length in bytes.
    pub trust_root_len: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, not negative.
    pub now: i64,
    /// 1 if the clock was ahead and an operator has corrected it: the latest time stored on the device is discarded. Else 0.
    pub clock_corrected: i32,
    /// 1 to check every page of the segments in use first and to replace damaged ones. 0 to check at most 1 MiB of them,
    /// a different part each time, and all of them once damage was found; every page is authenticated whenever it is read.
    pub full_check: i32,
    /// 1 to trust the root of the first bundle itself, with `trust_root` NULL, and that same root at later updates: whoever made that
    /// bundle decides what is valid. Every verdict from the directory then says so. Else 0.
    pub first_use: i32,
    /// Must be 0.
    pub reserved: i32,
}

/// The size of the first version of [`Update`], which had no `first_use`.
pub(crate) const FIRST_UPDATE: usize = std::mem::offset_of!(Update, first_use);

/// What a session asks of its program.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Want {
    /// `sizeof(rastau_want)`. Set it before each call.
    pub size: usize,
    /// What to do: one of `RASTAU_WANT_…`.
    pub kind: i32,
    /// 1 if the register has replaced the keys of the active bundle, which answers nothing until the commit. Else 0.
    pub closes_service: i32,
    /// The file's name below the register's base address, for example `fresh.cose`; empty if no file is asked for.
    pub name: [c_char; RASTAU_NAME_SIZE],
    /// Its length in bytes, without the NUL.
    pub name_len: usize,
    /// The number of bytes of the segment that are stored.
    pub from: u64,
    /// Of a statement the largest number of bytes that it can have; of a segment the length of the whole file in bytes, as
    /// signed.
    pub length: u64,
}

/// The question about a document.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Question {
    /// `sizeof(rastau_question)`.
    pub size: usize,
    /// The device's clock: seconds since 1970-01-01T00:00:00Z, not negative.
    pub now: i64,
    /// The day to verify for, `YYYY-MM-DD`; NULL is today in Kazakhstan.
    pub on: *const c_char,
    /// Its length in bytes: 10, or 0 with NULL.
    pub on_len: usize,
    /// What is stated beside the document, for example by the other columns of its row in a list: a JSON object with the
    /// fields of a typed form; the number may be left out. A contradiction is never valid; see the finding
    /// `register.stated-beside`. NULL is nothing.
    pub beside: *const c_char,
    /// Its length in bytes; 0 with NULL.
    pub beside_len: usize,
    /// The profession that a person's post asks for, by code or name of the register's classifier; NULL if there is none. It is told beside
    /// the verdict (`rastau_verdict_post`) and never changes it.
    pub post: *const c_char,
    /// Its length in bytes; 0 with NULL.
    pub post_len: usize,
    /// The qualification level that the post asks for; NULL if it states none.
    pub post_level: *const c_char,
    /// Its length in bytes; 0 with NULL.
    pub post_level_len: usize,
}

/// The size of the first version of [`Question`], which had no `beside`.
pub(crate) const FIRST_QUESTION: usize = std::mem::offset_of!(Question, beside);

/// One trust root of a bundle's chain.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RootFile {
    /// The version in its file name, `roots/VERSION.cose`.
    pub version: u64,
    /// The content of the file.
    pub data: *const u8,
    /// Its length in bytes.
    pub len: usize,
}

/// The signed statements of a bundle, for `rastau_verifier_open_pages`. They are copied.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Statements {
    /// `sizeof(rastau_statements)`.
    pub size: usize,
    /// The files of `roots/`, by ascending version.
    pub roots: *const RootFile,
    /// The number of roots.
    pub root_count: usize,
    /// The file `manifests/HASH.cose` that the freshness statement names.
    pub manifest: *const u8,
    /// Its length in bytes.
    pub manifest_len: usize,
    /// The file `centres/HASH.cose` that the manifest names.
    pub centres: *const u8,
    /// Its length in bytes.
    pub centres_len: usize,
    /// The file `fresh.cose`.
    pub fresh: *const u8,
    /// Its length in bytes.
    pub fresh_len: usize,
}

/// Reads a language. `tests/header.rs` writes the constants `RASTAU_LANG_…` from the table of languages.
pub(crate) fn lang(number: i32) -> Result<Lang, Failure> {
    Lang::from_number(number).ok_or(Failure::Call(ErrorCode::BadLanguage))
}

pub(crate) fn accepted(number: i32) -> Result<Freshness, Failure> {
    match number {
        RASTAU_FRESHNESS_CURRENT => Ok(Freshness::Current),
        RASTAU_FRESHNESS_LATE => Ok(Freshness::Late),
        RASTAU_FRESHNESS_STALE => Ok(Freshness::Stale),
        _ => Err(Failure::Call(ErrorCode::BadNumber)),
    }
}

/// Reads where trust begins: the root of the caller, or `None` for the bundle's own on first use.
pub(crate) fn trust_root(root: &[u8], first_use: i32, reserved: i32) -> Result<Option<&[u8]>, Failure> {
    match (root, flag(first_use)?, reserved) {
        ([], false, 0) => Err(Failure::Call(ErrorCode::TrustRootNeeded)),
        ([], true, 0) => Ok(None),
        (root, false, 0) => Ok(Some(root)),
        // A root that came from the bundle is not a pinned one, and a pinned one needs no such trust.
        _ => Err(Failure::Call(ErrorCode::BadNumber)),
    }
}

/// Reads a flag, 0 or 1.
pub(crate) fn flag(number: i32) -> Result<bool, Failure> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::Call(ErrorCode::BadNumber)),
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
pub(crate) const fn answer_code(answer: &CheckAnswer) -> i32 {
    match answer {
        CheckAnswer::Satisfied => RASTAU_FINDING_SATISFIED,
        CheckAnswer::Violated => RASTAU_FINDING_VIOLATED,
        CheckAnswer::Undetermined(_) => RASTAU_FINDING_UNDETERMINED,
        CheckAnswer::Contestable(_) => RASTAU_FINDING_CONTESTABLE,
        CheckAnswer::NotApplicable(_) => RASTAU_FINDING_NOT_APPLICABLE,
    }
}
