//! The functions of the header, each one a conversion; their documentation is the header's.
#![allow(unsafe_code)]
// What a caller must keep to stands once, at the head of the header.
#![allow(clippy::missing_safety_doc)]

use std::ffi::{c_char, c_void};

use rastau_core::document::text::{MAX_FORM, Presented};
use rastau_core::snapshot::MAX_STATEMENT;

use crate::asking;
use crate::device::{self, Updating};
use crate::memory::{
    Buffer, Error, PageReader, Reader, bytes, free, give, guard_with, lend, policy, put, show, show_bytes,
    sized, statements, text, writable,
};
use crate::status::{Failure, guard, guard_or, sentence};
use crate::types::{
    Opening, Policy, Question, RASTAU_ABI_VERSION, Statements, Update, answer_code, flag, freshness_code,
    lang, outcome_code,
};
use crate::verdict::Verdict;
use crate::verifier::{self, Source, Verifier, day, instant};

/// The most bytes of a path, of a rule's id, of facts, of an identity number, and of a bundle in memory.
const MAX_PATH: usize = 4096;
const MAX_ID: usize = 256;
const MAX_FACTS: usize = 1 << 20;
const MAX_NUMBER: usize = 1024;
const MAX_BUNDLE: usize = isize::MAX as usize >> 1;

/// The text that a caller presents. One that is too long is refused before it is read, with the core's own error.
unsafe fn presented<'a>(data: *const c_char, len: usize) -> Result<&'a str, Failure> {
    if len > MAX_FORM {
        return Err(Failure::Read(rastau_core::error::ReadError::TooLong { limit: MAX_FORM }));
    }
    // SAFETY: the caller of this function vouches for what `text` needs.
    unsafe { text(data, len, MAX_FORM) }
}

unsafe fn opening<'a>(pointer: *const Opening) -> Result<verifier::Opening<'a>, Failure> {
    // SAFETY: the caller of this function vouches for what these need.
    unsafe {
        let opening = sized(pointer)?;
        Ok(verifier::Opening {
            trust_root: bytes(opening.trust_root, opening.trust_root_len, MAX_STATEMENT)?,
            state: bytes(opening.state, opening.state_len, MAX_STATEMENT)?,
            now: instant(opening.now)?,
            policy: policy(opening.policy)?,
        })
    }
}

unsafe fn updating<'a>(pointer: *const Update) -> Result<Updating<'a>, Failure> {
    // SAFETY: the caller of this function vouches for what these need.
    unsafe {
        let update = sized(pointer)?;
        Ok(Updating {
            trust_root: bytes(update.trust_root, update.trust_root_len, MAX_STATEMENT)?,
            now: instant(update.now)?,
            clock_put_right: flag(update.clock_put_right)?,
            wait: flag(update.wait)?,
        })
    }
}

unsafe fn perhaps<'a, T>(handle: *const T) -> Result<Option<&'a T>, Failure> {
    // SAFETY: the caller of this function vouches for what `lend` needs.
    if handle.is_null() { Ok(None) } else { unsafe { lend(handle) }.map(Some) }
}

/// === The library ===
///
/// The version of the library, `0.1.0`; NUL-terminated, never NULL, lives for ever.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_version() -> *const c_char {
    guard_or(std::ptr::null(), || concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast())
}

/// The version of the interface. A program that loads the library by name compares it with `RASTAU_ABI_VERSION`.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_abi_version() -> u32 {
    guard_or(0, || RASTAU_ABI_VERSION)
}

/// What a status means, in English, for logs; NUL-terminated, never NULL, lives for ever. For people, and with what exactly
/// was wrong, use `rastau_error_text`.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_status_text(status: i32) -> *const c_char {
    guard_or(c"".as_ptr(), || sentence(status).as_ptr())
}

/// === Taking a bundle into use ===
///
/// Opens a bundle on disk: a published folder or a `.rastau` file. The path is UTF-8. Its files are mapped, not read: they may
/// be replaced as a whole (by renaming), and must not be written to while the verifier lives. No page is read, so that
/// opening takes the same time whatever the register's size.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open(
    path: *const c_char,
    path_len: usize,
    how: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            give(verifier, verifier::open_path(text(path, path_len, MAX_PATH)?, &opening(how)?)?)
        })
    }
}

/// Opens a `.rastau` file that is in memory. The bytes are copied and may be freed at once; where they are many, give a page
/// reader instead.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_memory(
    data: *const u8,
    data_len: usize,
    how: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            give(verifier, verifier::open_memory(bytes(data, data_len, MAX_BUNDLE)?, &opening(how)?)?)
        })
    }
}

/// Opens a bundle whose statements are given and whose pages the caller reads. `user` is handed to the reader as it is and
/// must be good for it until the verifier is freed; everything else is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_pages(
    files: *const Statements,
    reader: PageReader,
    user: *mut c_void,
    how: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let source = Source::Caller(Reader::new(reader, user)?);
            give(verifier, verifier::open(&statements(files)?, source, &opening(how)?)?)
        })
    }
}

/// Opens what is in service in a device's folder, and remembers the time that the clock shows. The trust root, and what keeps
/// an older bundle out, are in the folder. `policy` may be NULL. What was opened goes on answering while updates come and go;
/// open again to answer from the newer bundle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_device(
    folder: *const c_char,
    folder_len: usize,
    now: i64,
    accept: *const Policy,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let folder = text(folder, folder_len, MAX_PATH)?;
            give(verifier, device::open(folder, instant(now)?, policy(accept)?)?)
        })
    }
}

/// Brings a device's folder up to date from a published folder or a `.rastau` file, on a stick, say. The folder need not be
/// there the first time. Everything is checked before anything is taken into service; whatever goes wrong, and whenever the
/// power fails, what was in service stays. `change` says what came of it: one of `RASTAU_CHANGE_...`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_device_update(
    folder: *const c_char,
    folder_len: usize,
    source: *const c_char,
    source_len: usize,
    how: *const Update,
    change: *mut i32,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            // Before anything is done that could not be told.
            writable(change)?;
            let (folder, source) = (text(folder, folder_len, MAX_PATH)?, text(source, source_len, MAX_PATH)?);
            put(change, device::update(folder, source, &updating(how)?)?)
        })
    }
}

/// The oldest trust root that a bundle on disk brings itself. For setting a device up, with a person who compares its
/// SHA-256 with a published one, and for trying things out. NEVER feed it back as the trust root of the same bundle in real
/// use: whoever forges a bundle forges its root too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_bundle_root(
    path: *const c_char,
    path_len: usize,
    root: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || give(root, Buffer::new(verifier::own_root(text(path, path_len, MAX_PATH)?)?)))
    }
}

/// What to remember, and to give as `state` at the next opening: some hundred bytes. Write it to disk before the old bundle
/// is removed. Lives as long as the verifier.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_state(
    verifier: *const Verifier,
    state: *mut *const u8,
    state_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show_bytes(state, state_len, lend(verifier)?.state()) })
}

/// Which register and version it is, as of when, until when, and what is wrong with its files, as JSON. Lives as long as the
/// verifier.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_info_json(
    verifier: *const Verifier,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(json, json_len, lend(verifier)?.info()) })
}

/// Frees a verifier; NULL is nothing to do. Its verdicts live on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_free(verifier: *mut Verifier) {
    // SAFETY: the header's rules, which the caller keeps.
    guard_or((), || unsafe { free(verifier) });
}

/// === Verifying ===
///
/// Whether a text can be read as a document or a form, without any bundle: what a scanner or a form should tell at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_input_check(
    input: *const c_char,
    input_len: usize,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || Presented::read(presented(input, input_len)?).map(drop).map_err(Failure::Read))
    }
}

/// Verifies a document's text (`RST1:…`, as scanned) or a form typed from paper (a JSON object). A scanner's line feed at the
/// end does no harm. A document that is not good is no error: that is what the verdict says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_verify(
    verifier: *const Verifier,
    input: *const c_char,
    input_len: usize,
    question: *const Question,
    verdict: *mut *mut Verdict,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let (verifier, asked) = (lend(verifier)?, sized(question)?);
            let on = day(text(asked.on, asked.on_len, MAX_NUMBER)?)?;
            give(verdict, verifier.verify(presented(input, input_len)?, on, instant(asked.now)?)?)
        })
    }
}

/// === Verdicts ===
///
/// One of `RASTAU_OUTCOME_…`. Only `RASTAU_OUTCOME_VALID` says yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_outcome(verdict: *const Verdict, outcome: *mut i32) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(outcome, outcome_code(lend(verdict)?.answered().outcome())) })
}

/// The instant whose knowledge the verdict rests on: seconds since 1970-01-01T00:00:00Z.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_as_of(verdict: *const Verdict, as_of: *mut i64) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(as_of, lend(verdict)?.answered().as_of.0.try_into().unwrap_or(i64::MAX)) })
}

/// The day that the verdict is about, `YYYY-MM-DD`. Lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_evaluated_on(
    verdict: *const Verdict,
    day: *mut *const c_char,
    day_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(day, day_len, lend(verdict)?.evaluated_on()) })
}

/// How old the knowledge is: one of `RASTAU_FRESHNESS_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_freshness(verdict: *const Verdict, freshness: *mut i32) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(freshness, freshness_code(lend(verdict)?.answered().freshness)) })
}

/// The answer in a sentence or two: the outcome, the day, and what decided it. Lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_headline(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(text, text_len, lend(verdict)?.headline(lang(language)?)) })
}

/// The document's fields as far as they are known, one `label: value` a line. Lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_summary(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(text, text_len, lend(verdict)?.summary(lang(language)?)) })
}

/// The whole verdict as one line of JSON (docs/rastau.schema.json), the same bytes as from every other binding. Lives as long
/// as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_json(
    verdict: *const Verdict,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(json, json_len, lend(verdict)?.json()) })
}

/// How many findings there are: every check is one, satisfied or not, always in the same order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_count(verdict: *const Verdict, count: *mut usize) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(count, lend(verdict)?.answered().findings().len()) })
}

/// The stable number of a finding's check, 1001 and above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_code(
    verdict: *const Verdict,
    index: usize,
    code: *mut i32,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(code, lend(verdict)?.finding(index)?.check.code().into()) })
}

/// How a check came out: one of `RASTAU_FINDING_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_outcome(
    verdict: *const Verdict,
    index: usize,
    outcome: *mut i32,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { put(outcome, answer_code(&lend(verdict)?.finding(index)?.answer)) })
}

/// One of the texts of a finding, `RASTAU_PART_…`. Lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_text(
    verdict: *const Verdict,
    index: usize,
    part: i32,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(text, text_len, lend(verdict)?.finding_text(index, part, lang(language)?)?) })
}

/// Frees a verdict with all its texts; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_free(verdict: *mut Verdict) {
    // SAFETY: the header's rules, which the caller keeps.
    guard_or((), || unsafe { free(verdict) });
}

/// === The Law ===
///
/// Asks a rule of the Law, like `art22.p1.appeal-window`, with facts as a JSON object; answers with one line of JSON, the same
/// bytes as from `rastau rule`. Working days are counted by the calendar of the verifier's bundle, or by the built-in one
/// where `verifier` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_rule_answer(
    verifier: *const Verifier,
    rule: *const c_char,
    rule_len: usize,
    facts: *const c_char,
    facts_len: usize,
    json: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let (id, facts) = (text(rule, rule_len, MAX_ID)?, text(facts, facts_len, MAX_FACTS)?);
            give(json, Buffer::new(asking::ask(perhaps(verifier)?, id, facts)?.to_json()))
        })
    }
}

/// Asks like `rastau_rule_answer`, and answers in words, one thing a line: what came out, why, what to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_rule_explain(
    verifier: *const Verifier,
    rule: *const c_char,
    rule_len: usize,
    facts: *const c_char,
    facts_len: usize,
    language: i32,
    words: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let (id, facts) = (text(rule, rule_len, MAX_ID)?, text(facts, facts_len, MAX_FACTS)?);
            let lang = lang(language)?;
            let answer = asking::ask(perhaps(verifier)?, id, facts)?;
            give(words, Buffer::new(asking::in_words(&answer, lang)))
        })
    }
}

/// Every rule with its article, what it says, and facts to try, as one line of JSON: that of `rastau rules --json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_rules_json(json: *mut *mut Buffer, error: *mut *mut Error) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe { guard_with(error, || give(json, Buffer::new(asking::rules()))) }
}

/// === Identity numbers ===
///
/// What an IIN or BIN is, or why it is none, as one line of JSON: that of `rastau id --json`. A number that is none is no
/// error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_identity_check(
    number: *const c_char,
    number_len: usize,
    json: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || give(json, Buffer::new(asking::identity(text(number, number_len, MAX_NUMBER)?))))
    }
}

/// The same in a sentence.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_identity_explain(
    number: *const c_char,
    number_len: usize,
    language: i32,
    words: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    unsafe {
        guard_with(error, || {
            let (number, lang) = (text(number, number_len, MAX_NUMBER)?, lang(language)?);
            give(words, Buffer::new(asking::identity_in_words(number, lang)))
        })
    }
}
