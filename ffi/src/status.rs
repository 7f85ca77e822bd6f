//! Status numbers, why a call failed, and the guard that every exported function runs in.
//!
//! A status is the number that the core gives the same error everywhere: 1–63 the input, 100–110 a bundle, 120–133 the
//! disk and a device's folder, 140–143 the facts of a rule. The library's own begin at 200.

use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rastau_core::error::{FactsError, OpenError, ReadError};
use rastau_messages::{Lang, device_error, facts_error, open_error, read_error};
use rastau_store::StoreError;

/// All is well, and the outputs are written.
pub const RASTAU_OK: i32 = 0;
/// The input is empty.
pub const RASTAU_STATUS_INPUT_EMPTY: i32 = 1;
/// The input is longer than any document can be.
pub const RASTAU_STATUS_INPUT_TOO_LONG: i32 = 2;
/// The input is neither a document's text nor a form: a web address in the QR code, say.
pub const RASTAU_STATUS_INPUT_NOT_A_DOCUMENT: i32 = 3;
/// The document is of a later version of the format.
pub const RASTAU_STATUS_INPUT_UNKNOWN_VERSION: i32 = 4;
/// The document's text is cut off or altered.
pub const RASTAU_STATUS_INPUT_CUT_OFF: i32 = 5;
/// The document's bytes are not of its format.
pub const RASTAU_STATUS_INPUT_MALFORMED: i32 = 6;
/// The form is not the JSON object that is expected.
pub const RASTAU_STATUS_FORM_MALFORMED: i32 = 7;
/// A field of the form cannot be what it says.
pub const RASTAU_STATUS_FORM_FIELD: i32 = 8;
/// The verification code has not 17 letters and digits.
pub const RASTAU_STATUS_CODE_LENGTH: i32 = 20;
/// The verification code has a character that no code has.
pub const RASTAU_STATUS_CODE_CHARACTER: i32 = 21;
/// The verification code has a typing mistake.
pub const RASTAU_STATUS_CODE_CHECK: i32 = 22;
/// The identity number has not 12 digits.
pub const RASTAU_STATUS_IDENTITY_DIGITS: i32 = 60;
/// The identity number is neither a person's nor an organisation's.
pub const RASTAU_STATUS_IDENTITY_KIND: i32 = 61;
/// The identity number's first digits are no date.
pub const RASTAU_STATUS_IDENTITY_DATE: i32 = 62;
/// The identity number has a typing mistake.
pub const RASTAU_STATUS_IDENTITY_CHECK: i32 = 63;
/// A signed file of the bundle is not of its format.
pub const RASTAU_STATUS_BUNDLE_MALFORMED: i32 = 100;
/// A file of the bundle has too few good signatures.
pub const RASTAU_STATUS_BUNDLE_SIGNATURES: i32 = 101;
/// A file of the bundle is of another register than the trust root.
pub const RASTAU_STATUS_BUNDLE_FOREIGN: i32 = 102;
/// A trust root's roles are impossible.
pub const RASTAU_STATUS_BUNDLE_ROLES: i32 = 103;
/// The chain of trust roots skips a version or is too long.
pub const RASTAU_STATUS_BUNDLE_CHAIN: i32 = 104;
/// The newest trust root has expired.
pub const RASTAU_STATUS_BUNDLE_ROOT_EXPIRED: i32 = 105;
/// The bundle is older than one that was already in use here.
pub const RASTAU_STATUS_BUNDLE_ROLLBACK: i32 = 106;
/// The bundle has the version already seen here, with other content.
pub const RASTAU_STATUS_BUNDLE_OTHER_CONTENT: i32 = 107;
/// The bundle's files do not belong together.
pub const RASTAU_STATUS_BUNDLE_MIXED_UP: i32 = 108;
/// Part of the register that was there before is missing from the bundle.
pub const RASTAU_STATUS_BUNDLE_SEGMENT_VANISHED: i32 = 109;
/// The bundle's list of segments is impossible.
pub const RASTAU_STATUS_BUNDLE_SEGMENTS: i32 = 110;
/// A file of the bundle is not there or cannot be read.
pub const RASTAU_STATUS_DISK_FILE: i32 = 120;
/// A file is larger than any of a bundle can be.
pub const RASTAU_STATUS_DISK_TOO_LARGE: i32 = 121;
/// This is not a bundle.
pub const RASTAU_STATUS_DISK_NOT_A_BUNDLE: i32 = 122;
/// A segment of the register is not the one that was signed, or is cut off.
pub const RASTAU_STATUS_DISK_SEGMENT: i32 = 123;
/// The source of an update lacks a file that every bundle has.
pub const RASTAU_STATUS_SOURCE_NOT_THERE: i32 = 124;
/// The source of an update broke off.
pub const RASTAU_STATUS_SOURCE: i32 = 125;
/// The disk is full; what was in service stays.
pub const RASTAU_STATUS_DISK_FULL: i32 = 126;
/// The disk or folder may only be read; what was in service stays.
pub const RASTAU_STATUS_DISK_READ_ONLY: i32 = 127;
/// Something could not be written; what was in service stays.
pub const RASTAU_STATUS_DISK_WRITE: i32 = 128;
/// Another process is updating the device.
pub const RASTAU_STATUS_DEVICE_BUSY: i32 = 129;
/// The device no longer knows what it has seen, so older data could pass for new: set it up anew, with a person.
pub const RASTAU_STATUS_DEVICE_MEMORY_LOST: i32 = 130;
/// The device's folder holds no bundle yet: update it first.
pub const RASTAU_STATUS_DEVICE_EMPTY: i32 = 131;
/// The folder holds other things: name a new or an empty one for the device.
pub const RASTAU_STATUS_NOT_A_DEVICE: i32 = 132;
/// The trust root is not the one that the device was set up with.
pub const RASTAU_STATUS_DEVICE_OTHER_ROOT: i32 = 133;
/// There is no rule of this id.
pub const RASTAU_STATUS_RULE_UNKNOWN: i32 = 140;
/// The facts are not a JSON object.
pub const RASTAU_STATUS_FACTS_NOT_AN_OBJECT: i32 = 141;
/// The facts are not JSON.
pub const RASTAU_STATUS_FACTS_MALFORMED: i32 = 142;
/// A fact cannot be what it says, or the rule knows no such fact.
pub const RASTAU_STATUS_FACTS_FIELD: i32 = 143;
/// A pointer that must be there is NULL, or is not aligned for what it points at.
pub const RASTAU_STATUS_BAD_POINTER: i32 = 200;
/// A length is larger than any that makes sense there.
pub const RASTAU_STATUS_BAD_LENGTH: i32 = 201;
/// A text is not UTF-8.
pub const RASTAU_STATUS_NOT_UTF8: i32 = 202;
/// A struct's size is not one that this library knows: set its `size` field, and zero what you do not use.
pub const RASTAU_STATUS_BAD_SIZE: i32 = 203;
/// There is no language of this number.
pub const RASTAU_STATUS_BAD_LANGUAGE: i32 = 204;
/// A number stands for nothing there.
pub const RASTAU_STATUS_BAD_NUMBER: i32 = 205;
/// A day is not `YYYY-MM-DD`, or there is no such day.
pub const RASTAU_STATUS_BAD_DATE: i32 = 206;
/// A time is before 1970 or after the year 9999.
pub const RASTAU_STATUS_BAD_TIME: i32 = 207;
/// An index is beyond the last one.
pub const RASTAU_STATUS_BAD_INDEX: i32 = 208;
/// No trust root was given. It comes with the device, not with the bundle: see `rastau_bundle_root`.
pub const RASTAU_STATUS_TRUST_ROOT_NEEDED: i32 = 209;
/// The remembered state is damaged. Without it an older bundle cannot be told from a new one: ask a person.
pub const RASTAU_STATUS_BAD_STATE: i32 = 210;
/// The calendar of working days in the bundle cannot be read; copy the bundle again.
pub const RASTAU_STATUS_BAD_CALENDAR: i32 = 211;
/// A fault of this library, caught. The handles that took part should be freed and not used again; please report it.
pub const RASTAU_STATUS_PANIC: i32 = 250;

/// Every status with its sentence; a test holds them against the constants and the core's numbers.
pub(crate) const ALL: &[(i32, &CStr)] = &[
    (RASTAU_OK, c"all is well"),
    (RASTAU_STATUS_INPUT_EMPTY, c"the input is empty"),
    (RASTAU_STATUS_INPUT_TOO_LONG, c"the input is longer than any document can be"),
    (RASTAU_STATUS_INPUT_NOT_A_DOCUMENT, c"this is not a recognition document's text nor a form"),
    (RASTAU_STATUS_INPUT_UNKNOWN_VERSION, c"this document's format is of a later version; update Rastau"),
    (RASTAU_STATUS_INPUT_CUT_OFF, c"the document's text is cut off or altered; scan it again"),
    (RASTAU_STATUS_INPUT_MALFORMED, c"the document cannot be read"),
    (RASTAU_STATUS_FORM_MALFORMED, c"the form is not the JSON object that is expected"),
    (RASTAU_STATUS_FORM_FIELD, c"a field of the form cannot be what it says"),
    (RASTAU_STATUS_CODE_LENGTH, c"a verification code has 17 letters and digits"),
    (RASTAU_STATUS_CODE_CHARACTER, c"the verification code has a character that no code has"),
    (RASTAU_STATUS_CODE_CHECK, c"the verification code has a typing mistake"),
    (RASTAU_STATUS_IDENTITY_DIGITS, c"an IIN or BIN has exactly 12 digits"),
    (RASTAU_STATUS_IDENTITY_KIND, c"the number is neither an IIN nor a BIN"),
    (RASTAU_STATUS_IDENTITY_DATE, c"the number's first digits are not a date"),
    (RASTAU_STATUS_IDENTITY_CHECK, c"the number has a typing mistake"),
    (RASTAU_STATUS_BUNDLE_MALFORMED, c"a signed file of the bundle cannot be read"),
    (RASTAU_STATUS_BUNDLE_SIGNATURES, c"a file of the bundle has too few good signatures"),
    (RASTAU_STATUS_BUNDLE_FOREIGN, c"the bundle belongs to another register than the trust root"),
    (RASTAU_STATUS_BUNDLE_ROLES, c"the trust root's roles are impossible"),
    (RASTAU_STATUS_BUNDLE_CHAIN, c"the chain of trust roots skips a version or is too long"),
    (RASTAU_STATUS_BUNDLE_ROOT_EXPIRED, c"the trust root has expired; get a bundle with a newer one"),
    (RASTAU_STATUS_BUNDLE_ROLLBACK, c"the bundle is older than one already in use here"),
    (RASTAU_STATUS_BUNDLE_OTHER_CONTENT, c"the bundle has a known version with other content; report this"),
    (RASTAU_STATUS_BUNDLE_MIXED_UP, c"the bundle's files do not belong together"),
    (RASTAU_STATUS_BUNDLE_SEGMENT_VANISHED, c"part of the register that was there before is missing"),
    (RASTAU_STATUS_BUNDLE_SEGMENTS, c"the bundle's list of segments is impossible"),
    (RASTAU_STATUS_DISK_FILE, c"a file of the bundle is not there or cannot be read"),
    (RASTAU_STATUS_DISK_TOO_LARGE, c"a file is larger than any of a bundle can be"),
    (RASTAU_STATUS_DISK_NOT_A_BUNDLE, c"this is not a Rastau bundle"),
    (RASTAU_STATUS_DISK_SEGMENT, c"a segment of the bundle is not the one that was signed, or is cut off"),
    (RASTAU_STATUS_SOURCE_NOT_THERE, c"the source of the update lacks a file that every bundle has"),
    (RASTAU_STATUS_SOURCE, c"the source of the update broke off; try again"),
    (RASTAU_STATUS_DISK_FULL, c"the disk is full; what was in service stays, make room"),
    (
        RASTAU_STATUS_DISK_READ_ONLY,
        c"the disk may only be read; what was in service stays, mount it for writing",
    ),
    (RASTAU_STATUS_DISK_WRITE, c"the disk could not be written; what was in service stays"),
    (RASTAU_STATUS_DEVICE_BUSY, c"another process is updating the device; try again later"),
    (RASTAU_STATUS_DEVICE_MEMORY_LOST, c"the device no longer knows what it has seen; set up a new folder"),
    (RASTAU_STATUS_DEVICE_EMPTY, c"the device's folder holds no bundle yet; update it first"),
    (RASTAU_STATUS_NOT_A_DEVICE, c"the folder holds other files; name a new or an empty one for the device"),
    (RASTAU_STATUS_DEVICE_OTHER_ROOT, c"the trust root is not the one that the device was set up with"),
    (RASTAU_STATUS_RULE_UNKNOWN, c"there is no rule of this id"),
    (RASTAU_STATUS_FACTS_NOT_AN_OBJECT, c"facts are a JSON object"),
    (RASTAU_STATUS_FACTS_MALFORMED, c"the facts are not JSON"),
    (RASTAU_STATUS_FACTS_FIELD, c"a fact cannot be what it says, or the rule knows no such fact"),
    (RASTAU_STATUS_BAD_POINTER, c"a pointer that must be there is NULL or not aligned"),
    (RASTAU_STATUS_BAD_LENGTH, c"a length is larger than any that makes sense there"),
    (RASTAU_STATUS_NOT_UTF8, c"a text is not UTF-8"),
    (RASTAU_STATUS_BAD_SIZE, c"a struct's size is not one that this library knows"),
    (RASTAU_STATUS_BAD_LANGUAGE, c"there is no language of this number"),
    (RASTAU_STATUS_BAD_NUMBER, c"a number stands for nothing there"),
    (RASTAU_STATUS_BAD_DATE, c"a day is not YYYY-MM-DD, or there is no such day"),
    (RASTAU_STATUS_BAD_TIME, c"a time is before 1970 or after the year 9999"),
    (RASTAU_STATUS_BAD_INDEX, c"an index is beyond the last one"),
    (
        RASTAU_STATUS_TRUST_ROOT_NEEDED,
        c"no trust root was given; it comes with the device, not with the bundle",
    ),
    (RASTAU_STATUS_BAD_STATE, c"the remembered state is damaged"),
    (
        RASTAU_STATUS_BAD_CALENDAR,
        c"the bundle's calendar of working days cannot be read; copy the bundle again",
    ),
    (RASTAU_STATUS_PANIC, c"a fault of this library, caught; please report it"),
];

/// The sentence of a status.
pub(crate) fn sentence(status: i32) -> &'static CStr {
    ALL.iter().find(|(number, _)| *number == status).map_or(c"an unknown status", |(_, text)| text)
}

/// Why a call failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The library's own reason.
    Own(i32),
    Read(ReadError),
    Open(OpenError),
    Store(StoreError),
    Facts(FactsError),
}

impl Failure {
    /// The disk's reason; where the core refused what was there, the core's, which has words in three languages.
    pub(crate) fn store(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => Self::Open(error),
            error => Self::Store(error),
        }
    }

    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub(crate) fn code(&self) -> i32 {
        match self {
            Self::Own(status) => *status,
            Self::Read(error) => error.code().into(),
            Self::Open(error) => error.code().into(),
            Self::Store(error) => error.code().into(),
            Self::Facts(error) => error.code().into(),
        }
    }

    /// The whole sentence: in the language asked where the core's messages have one, else in English.
    pub(crate) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Own(status) => sentence(*status).to_string_lossy().into_owned(),
            Self::Read(error) => read_error(error, lang),
            Self::Open(error) => open_error(error, lang),
            Self::Store(error) => match device_error(error.code(), lang).filter(|_| lang != Lang::En) {
                Some(words) => words.to_owned(),
                // With the path, and the system's own word.
                None => error.to_string(),
            },
            Self::Facts(error) => facts_error(error, lang),
        }
    }

    /// The sentence that programs print, the same as the command line's.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Own(_) | Self::Store(_) => self.words(Lang::En),
            Self::Read(error) => error.to_string(),
            Self::Open(error) => error.to_string(),
            Self::Facts(error) => error.to_string(),
        }
    }
}

/// Runs a function's body: a failure becomes its status, and so does a panic, which must not unwind into C.
pub(crate) fn guarded(body: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    // What a panic leaves half done is only memory of the call itself: handles are written once, when all is well.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(Err(Failure::Own(RASTAU_STATUS_PANIC)))
}

/// [`guarded`], for functions that return a status.
pub(crate) fn guard(body: impl FnOnce() -> Result<(), Failure>) -> i32 {
    guarded(body).map_or_else(|failure| failure.code(), |()| RASTAU_OK)
}

/// [`guarded`], for functions that return something else.
pub(crate) fn guard_or<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(otherwise)
}
