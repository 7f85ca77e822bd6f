//! The functions of the header, each one a conversion. Their documentation becomes the header's.
#![allow(unsafe_code)]
// The caller's duties are at the head of the header, once.
#![allow(clippy::missing_safety_doc)]

use std::ffi::{c_char, c_void};

use rastau_core::document::text::{MAX_FORM, Presented};
use rastau_core::error::{ErrorCode, ReadError, ReportError};
use rastau_core::report::MAX_REPORT;
use rastau_core::snapshot::MAX_STATEMENT;
use rastau_core::verify::post::Post;

use crate::device::{self, UpdateOptions};
use crate::memory::{
    Buffer, Error, PageReader, Reader, borrow, borrow_mut, bytes, check_output, free, guard_with, put,
    put_bytes, put_handle, put_struct, put_text, read_grown, read_policy, read_statements, utf8,
};
use crate::session::Session;
use crate::status::{Failure, describe, guard, guard_or};
use crate::types::{
    FIRST_OPENING, FIRST_QUESTION, FIRST_UPDATE, Opening, Policy, Question, RASTAU_ABI_VERSION, Statements,
    Update, Want, answer_code, flag, freshness_code, lang, outcome_code, trust_root,
};
use crate::verdict::Verdict;
use crate::verifier::{self, OpenOptions, Source, Verifier, day, instant};
use crate::{identity, law, report};

// The largest lengths in bytes.
const MAX_PATH: usize = 4096;
const MAX_RULE_ID: usize = 256;
const MAX_FACTS: usize = 1 << 20;
/// Of an identity number, of a day, and of a post.
const MAX_NUMBER: usize = 1024;
/// Of a bundle, or of a part of its files, in memory.
const MAX_BUNDLE: usize = isize::MAX as usize >> 1;

/// Returns the input of a verification. An input that is too long is refused before it is read, with the core's error.
unsafe fn input_text<'a>(data: *const c_char, len: usize) -> Result<&'a str, Failure> {
    if len > MAX_FORM {
        return Err(Failure::Read(ReadError::TooLong { limit: MAX_FORM }));
    }
    // SAFETY: the caller of this function guarantees what `utf8` requires.
    unsafe { utf8(data, len, MAX_FORM) }
}

/// Returns what is stated beside the document. An empty text is not "nothing": it cannot be read as a form.
unsafe fn beside<'a>(question: &Question) -> Result<Option<&'a str>, Failure> {
    if question.beside.is_null() && question.beside_len == 0 {
        return Ok(None);
    }
    // SAFETY: the caller of this function guarantees what `input_text` requires.
    unsafe { input_text(question.beside, question.beside_len) }.map(Some)
}

/// Returns the post of the question.
unsafe fn post(question: &Question) -> Result<Option<Post>, Failure> {
    if question.post.is_null() && question.post_len == 0 {
        return Ok(None);
    }
    // SAFETY: the caller of this function guarantees what `utf8` requires.
    let (profession, level) = unsafe {
        let level = utf8(question.post_level, question.post_level_len, MAX_NUMBER)?;
        (utf8(question.post, question.post_len, MAX_NUMBER)?, level)
    };
    Ok(Some(Post { profession: profession.into(), level: (!level.is_empty()).then(|| level.into()) }))
}

unsafe fn open_options<'a>(pointer: *const Opening) -> Result<OpenOptions<'a>, Failure> {
    // SAFETY: the caller of this function guarantees what these functions require.
    unsafe {
        let opening = read_grown(pointer, FIRST_OPENING)?;
        let root = bytes(opening.trust_root, opening.trust_root_len, MAX_STATEMENT)?;
        Ok(OpenOptions {
            trust_root: trust_root(root, opening.first_use, opening.reserved)?,
            state: bytes(opening.state, opening.state_len, MAX_STATEMENT)?,
            now: instant(opening.now)?,
            policy: read_policy(opening.policy)?,
        })
    }
}

unsafe fn update_options<'a>(pointer: *const Update) -> Result<UpdateOptions<'a>, Failure> {
    // SAFETY: the caller of this function guarantees what these functions require.
    unsafe {
        let update = read_grown(pointer, FIRST_UPDATE)?;
        let root = bytes(update.trust_root, update.trust_root_len, MAX_STATEMENT)?;
        Ok(UpdateOptions {
            trust_root: trust_root(root, update.first_use, update.reserved)?,
            now: instant(update.now)?,
            clock_corrected: flag(update.clock_corrected)?,
            full_check: flag(update.full_check)?,
        })
    }
}

unsafe fn borrow_optional<'a, T>(handle: *const T) -> Result<Option<&'a T>, Failure> {
    // SAFETY: the caller of this function guarantees what `borrow` requires.
    if handle.is_null() { Ok(None) } else { unsafe { borrow(handle) }.map(Some) }
}

/// === The library ===
///
/// Returns the version of the library, `0.1.0`: NUL-terminated, never NULL, static.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_version() -> *const c_char {
    guard_or(std::ptr::null(), || concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast())
}

/// Returns the version of the interface. A program that loads the library by name compares it with `RASTAU_ABI_VERSION`.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_abi_version() -> u32 {
    guard_or(0, || RASTAU_ABI_VERSION)
}

/// Describes a status in English, for logs: NUL-terminated, never NULL, static. For users, and with the details of the error,
/// use `rastau_error_text`.
#[unsafe(no_mangle)]
pub extern "C" fn rastau_status_text(status: i32) -> *const c_char {
    guard_or(c"".as_ptr(), || describe(status).as_ptr())
}

/// === Opening a bundle ===
///
/// Opens a bundle on disk: a published directory or a `.rastau` file. The path is UTF-8. Its pages are read when they are
/// needed, so that opening takes the same time whatever the size of the register. Files may be replaced by renaming, and must not
/// be written to while the verifier lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open(
    path: *const c_char,
    path_len: usize,
    opening: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            put_handle(
                verifier,
                verifier::open_path(utf8(path, path_len, MAX_PATH)?, &open_options(opening)?)?,
            )
        })
    }
}

/// Opens a `.rastau` file in memory. The bytes are copied and may be freed at once. For a large bundle use
/// `rastau_verifier_open_pages`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_memory(
    data: *const u8,
    data_len: usize,
    opening: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            put_handle(
                verifier,
                verifier::open_memory(bytes(data, data_len, MAX_BUNDLE)?, &open_options(opening)?)?,
            )
        })
    }
}

/// Opens a bundle whose signed statements are in memory and whose pages the caller reads. `user` is passed to the reader
/// unchanged and must be valid until the verifier is freed; everything else is copied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_pages(
    files: *const Statements,
    reader: PageReader,
    user: *mut c_void,
    opening: *const Opening,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let source = Source::Caller(Reader::new(reader, user)?);
            put_handle(verifier, verifier::open(&read_statements(files)?, source, &open_options(opening)?)?)
        })
    }
}

/// Opens the active bundle of a device's directory, and stores `now` there. The trust root and the trusted state are those of
/// the directory. `policy` may be NULL.
///
/// The verifier follows the directory: each call first reads its two small state files, and opens the active bundle again after
/// an update by any process. If the register has replaced the keys of that bundle, or the new state cannot be used, calls fail
/// until a later one succeeds: a newer bundle or a repaired directory is answered from at once. Only if a file cannot be read
/// does the bundle that was open stay in use until then. The `now` of each question must be the time of the device's clock.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_open_device(
    folder: *const c_char,
    folder_len: usize,
    now: i64,
    policy: *const Policy,
    verifier: *mut *mut Verifier,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let folder = utf8(folder, folder_len, MAX_PATH)?;
            put_handle(verifier, device::open(folder, instant(now)?, read_policy(policy)?)?)
        })
    }
}

/// Returns the number of a device's state, which every change of the directory increases; 0 before the first update. A verifier
/// of the directory compares it automatically; a program that stores answers compares it to know when to ask again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_device_generation(
    folder: *const c_char,
    folder_len: usize,
    generation: *mut u64,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe { guard_with(error, || put(generation, device::generation(utf8(folder, folder_len, MAX_PATH)?)?)) }
}

/// Updates a device's directory from a published directory or a `.rastau` file, on a USB stick for example. The first update
/// makes the directory. Everything is checked before the bundle becomes active. After an error, or a power loss at any time,
/// the bundle that was active before is still active, unless the register has replaced its keys
/// (`RASTAU_STATUS_DEVICE_CLOSED_BY_UPDATE`). `change` is the result: one of `RASTAU_CHANGE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_device_update(
    folder: *const c_char,
    folder_len: usize,
    source: *const c_char,
    source_len: usize,
    update: *const Update,
    change: *mut i32,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            // First, so that every update that is made is also reported.
            check_output(change)?;
            let (folder, source) = (utf8(folder, folder_len, MAX_PATH)?, utf8(source, source_len, MAX_PATH)?);
            put(change, device::update(folder, source, &update_options(update)?)?)
        })
    }
}

/// Returns the oldest trust root in a bundle on disk: for setting up a device while an operator compares the root's fingerprint
/// (in `rastau_verifier_info_json`, after an opening with it) with the published one, and for experiments. NEVER use it as the trust root of the same bundle in production: a forged bundle has
/// a forged root.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_bundle_root(
    path: *const c_char,
    path_len: usize,
    root: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            put_handle(root, Buffer::new(verifier::bundle_root(utf8(path, path_len, MAX_PATH)?)?))
        })
    }
}

/// Returns the trusted state, to be stored and passed as `state` at the next opening: a few hundred bytes. Write it to disk
/// before you remove the old bundle. A device's directory stores its own. The bytes live as long as the verifier, also after an
/// update.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_state(
    verifier: *const Verifier,
    state: *mut *const u8,
    state_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_bytes(state, state_len, borrow(verifier)?.state()?) })
}

/// Returns a summary as JSON: the register, its version and dates, and problems of its files. The text lives as long as the
/// verifier, also after an update; call again for the newer one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_info_json(
    verifier: *const Verifier,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(json, json_len, borrow(verifier)?.info()?) })
}

/// Frees a verifier; NULL is allowed. Its verdicts stay usable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_free(verifier: *mut Verifier) {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or((), || unsafe { free(verifier) });
}

/// === Updating over the program's own network ===
///
/// Begins an update of a device's directory; a new one is made. The session asks for files, the program fetches them in its own
/// way, and the library checks and stores them:
///
///     rastau_session_want(session, &want);                      what to do next
///     rastau_session_take(session, data, len, at, &error);      bytes of the file, as they come
///     rastau_session_end(session, &error);                      after the last byte
///     rastau_session_status(session, 404, &error);              instead of both, if the file did not come
///     rastau_session_commit(session, &change, &error);          when the session asks for it
///
/// Nothing that is fetched is trusted. The program fetches exactly the named file below one base address, passes decoded bytes
/// in order, and never answers from its own memory, decides what "missing" means or skips a question (docs/device.md). No call
/// waits for a network. Calls read and write the disk, and wait up to 15 seconds for another process that changes the
/// directory: keep them off a thread that must not wait.
///
/// The session may be freed between any two calls, and the process may end at any point: a new session does not ask again for what is
/// stored. The bundle that was active stays active until a commit succeeds, unless `closes_service` says otherwise. An error that
/// ends the update is then `RASTAU_STATUS_DEVICE_CLOSED_BY_UPDATE`, and its text has the reason too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_begin(
    folder: *const c_char,
    folder_len: usize,
    update: *const Update,
    session: *mut *mut Session,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            // First, so that no directory is made for a session that cannot be returned.
            check_output(session)?;
            let folder = utf8(folder, folder_len, MAX_PATH)?;
            put_handle(session, Session::begin(folder, &update_options(update)?)?)
        })
    }
}

/// Returns what the session asks for. It may be repeated and changes nothing. `want->size` must be set before the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_want(session: *const Session, want: *mut Want) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        let session = borrow(session)?;
        put_struct(want, |size| session.want(size))
    })
}

/// Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first `from`,
/// or 0 if the source starts over. Bytes past the file's maximum length are ignored.
///
/// `RASTAU_STATUS_WRONG_ANSWER` means that no file was asked for or that `at` is another place, and changes nothing;
/// `RASTAU_STATUS_DEVICE_BUSY` that another process has changed the file: ask `rastau_session_want` where to continue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_take(
    session: *mut Session,
    data: *const u8,
    data_len: usize,
    at: u64,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let data = bytes(data, data_len, MAX_BUNDLE)?;
            borrow_mut(session)?.take(data, at)
        })
    }
}

/// Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, like `rastau_session_take`.
/// The downloaded file is only read. `rastau_session_end` must follow.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_take_file(
    session: *mut Session,
    path: *const c_char,
    path_len: usize,
    at: u64,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let path = utf8(path, path_len, MAX_PATH)?;
            borrow_mut(session)?.take_file(path, at)
        })
    }
}

/// Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
///
/// `RASTAU_STATUS_SOURCE` means that a segment is not complete: the received bytes are stored, and `rastau_session_want` says
/// where to continue. After another error the session fails, or asks for the same again; `rastau_session_want` says which.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_end(session: *mut Session, error: *mut *mut Error) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe { guard_with(error, || borrow_mut(session)?.end()) }
}

/// Reports the HTTP status received instead of the file: every one but success, unchanged; 404 for a file that a directory does
/// not have. Without any answer (no network) report nothing: try again, or free the session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_status(
    session: *mut Session,
    status: u16,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe { guard_with(error, || borrow_mut(session)?.status(status)) }
}

/// Activates the verified bundle atomically. `change` is one of `RASTAU_CHANGE_…`. After
/// `RASTAU_CHANGE_AGAIN` the update goes on; after any other the session is at its end, and a repeated call changes nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_commit(
    session: *mut Session,
    change: *mut i32,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            // First, so that every update that is made is also reported.
            check_output(change)?;
            put(change, borrow_mut(session)?.commit()?)
        })
    }
}

/// Returns how many bytes of the bundle's segments are stored, and how many there are; 0 and 0 before the statements are
/// verified.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_progress(
    session: *const Session,
    stored: *mut u64,
    total: *mut u64,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        check_output(total)?;
        let progress = borrow(session)?.progress();
        put(stored, progress.0)?;
        put(total, progress.1)
    })
}

/// Frees a session; NULL is allowed. What it stored stays for the next one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_session_free(session: *mut Session) {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or((), || unsafe { free(session) });
}

/// === Verifying ===
///
/// Checks that a text can be read as a document or a form, without a bundle: for immediate feedback after a scan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_input_check(
    input: *const c_char,
    input_len: usize,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || Presented::read(input_text(input, input_len)?).map(drop).map_err(Failure::Read))
    }
}

/// Verifies the text of a document (`RST1:…` or a link with `#RST2:…`, as scanned) or a form typed from a printed document (a JSON
/// object). A line feed at the end is ignored. What `question` states beside it is compared with it. A document that is not valid is not an error; the verdict states it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_verify(
    verifier: *const Verifier,
    input: *const c_char,
    input_len: usize,
    question: *const Question,
    verdict: *mut *mut Verdict,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let (verifier, question) = (borrow(verifier)?, read_grown(question, FIRST_QUESTION)?);
            let on = day(utf8(question.on, question.on_len, MAX_NUMBER)?)?;
            let input = input_text(input, input_len)?;
            let beside = beside(&question)?;
            let post = post(&question)?;
            put_handle(verdict, verifier.verify(input, beside, post.as_ref(), on, instant(question.now)?)?)
        })
    }
}

/// === Reports ===
///
/// Verifies as `rastau_verifier_verify` does and returns a report of it as JSON, the text of a file that `rastau_report_repeat` and
/// `rastau repeat` read. `by` states who makes the report, up to 200 characters on one line, else `RASTAU_STATUS_BAD_LENGTH`; NULL states
/// nobody. The question must have no `beside`: `RASTAU_STATUS_BAD_LENGTH`. The report holds the verdict, so it holds what the verdict states
/// about the holder. It is not signed: sign the file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verifier_report(
    verifier: *const Verifier,
    input: *const c_char,
    input_len: usize,
    question: *const Question,
    by: *const c_char,
    by_len: usize,
    report: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let (verifier, question) = (borrow(verifier)?, read_grown(question, FIRST_QUESTION)?);
            let on = day(utf8(question.on, question.on_len, MAX_NUMBER)?)?;
            let input = input_text(input, input_len)?;
            if beside(&question)?.is_some() {
                return Err(Failure::Call(ErrorCode::BadLength));
            }
            let by = report::made_by(utf8(by, by_len, MAX_NUMBER)?)?;
            let (post, now) = (post(&question)?, instant(question.now)?);
            put_handle(report, Buffer::new(verifier.report(input, post.as_ref(), on, now, by)?))
        })
    }
}

/// Verifies the input of a report again, against the bundle at `path`, as of the report's time, and compares. `same` is 1 if the
/// answer is the same, else 0. It is the answer of the report's time and not today's.
///
/// `text` says so and what differs, one sentence a line, in the language; `json` is what `rastau repeat --json` prints.
/// `trust_root` comes from a trusted source; NULL uses the bundle's own, and the text says that nothing confirms it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_report_repeat(
    report: *const c_char,
    report_len: usize,
    input: *const c_char,
    input_len: usize,
    path: *const c_char,
    path_len: usize,
    trust_root: *const u8,
    trust_root_len: usize,
    language: i32,
    same: *mut i32,
    text: *mut *mut Buffer,
    json: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            check_output(same)?;
            check_output(text)?;
            check_output(json)?;
            if report_len > MAX_REPORT {
                return Err(Failure::Report(ReportError::TooLong { limit: MAX_REPORT }));
            }
            let stated = utf8(report, report_len, MAX_REPORT)?;
            let (input, path) = (input_text(input, input_len)?, utf8(path, path_len, MAX_PATH)?);
            let root = bytes(trust_root, trust_root_len, MAX_STATEMENT)?;
            let root = (!root.is_empty()).then_some(root);
            let repeated = report::repeat(stated, input, path, root, lang(language)?)?;
            put_handle(json, Buffer::new(repeated.json))?;
            put_handle(text, Buffer::new(repeated.text))?;
            put(same, repeated.same.into())
        })
    }
}

/// === Verdicts ===
///
/// Returns one of `RASTAU_OUTCOME_…`. Only `RASTAU_OUTCOME_VALID` is a yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_outcome(verdict: *const Verdict, outcome: *mut i32) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(outcome, outcome_code(borrow(verdict)?.core().outcome())) })
}

/// Returns the signed time of the snapshot: seconds since 1970-01-01T00:00:00Z.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_as_of(verdict: *const Verdict, as_of: *mut i64) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(as_of, borrow(verdict)?.core().as_of.0.try_into().unwrap_or(i64::MAX)) })
}

/// Returns the day for which the document was verified, `YYYY-MM-DD`. The text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_evaluated_on(
    verdict: *const Verdict,
    day: *mut *const c_char,
    day_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(day, day_len, borrow(verdict)?.evaluated_on()) })
}

/// Returns the age of the snapshot: one of `RASTAU_FRESHNESS_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_freshness(verdict: *const Verdict, freshness: *mut i32) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(freshness, freshness_code(borrow(verdict)?.core().freshness)) })
}

/// Returns the answer in one or two sentences: the outcome, the day, and the reason. The text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_headline(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(text, text_len, borrow(verdict)?.headline(lang(language)?)) })
}

/// Returns the details of the document as far as they are known, as lines `label: value`. The text lives as long as the
/// verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_summary(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(text, text_len, borrow(verdict)?.summary(lang(language)?)) })
}

/// Returns what to know beside the answer, one note a line, each followed by a line feed: that nothing vouches for the trust root, that
/// the register needs a newer program, that the web address with the document leads to another site, and what was repaired in the
/// input. Mostly empty. Show it beside the answer. The text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_notes(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        let lang = lang(language)?;
        put_text(text, text_len, borrow(verdict)?.notes(lang))
    })
}

/// Returns what the person who asked does next, one step a line, then whom to ask as the register states it; each followed by a line
/// feed. Show it beside the answer, not in a detail: a valid document says nothing about the person who shows it. The text lives
/// as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_next(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        let lang = lang(language)?;
        put_text(text, text_len, borrow(verdict)?.next(lang))
    })
}

/// Returns how the document relates to the post of the question, and what that does not say; empty without a post. It never changes the
/// outcome: do not show it in the colour of *valid*. The text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_post(
    verdict: *const Verdict,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        let lang = lang(language)?;
        put_text(text, text_len, borrow(verdict)?.post(lang))
    })
}

/// Returns the complete verdict as one line of JSON (docs/rastau.schema.json), the same bytes as from every other binding. The
/// text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_json(
    verdict: *const Verdict,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(json, json_len, borrow(verdict)?.json()) })
}

/// Returns the number of findings. Every check has one, satisfied or not, always in the same order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_count(verdict: *const Verdict, count: *mut usize) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(count, borrow(verdict)?.core().findings().len()) })
}

/// Returns the stable number of a finding's check, 1001 or above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_code(
    verdict: *const Verdict,
    index: usize,
    code: *mut i32,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(code, borrow(verdict)?.finding(index)?.check.code().into()) })
}

/// Returns the answer of a check: one of `RASTAU_FINDING_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_outcome(
    verdict: *const Verdict,
    index: usize,
    outcome: *mut i32,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put(outcome, answer_code(&borrow(verdict)?.finding(index)?.answer)) })
}

/// Returns a part of a finding, one of `RASTAU_PART_…`, as text. The text lives as long as the verdict.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_finding_text(
    verdict: *const Verdict,
    index: usize,
    part: i32,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        put_text(text, text_len, borrow(verdict)?.finding_text(index, part, lang(language)?)?)
    })
}

/// Frees a verdict with all its texts; NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_verdict_free(verdict: *mut Verdict) {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or((), || unsafe { free(verdict) });
}

/// === The Law ===
///
/// Answers a rule of the Law, like `art22.p1.appeal-window`, from facts, a JSON object. The answer is one line of JSON, the same
/// bytes as from `rastau rule`. Working days are counted with the calendar of the verifier's bundle, or with the built-in one
/// if `verifier` is NULL.
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
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let (id, facts) = (utf8(rule, rule_len, MAX_RULE_ID)?, utf8(facts, facts_len, MAX_FACTS)?);
            put_handle(json, Buffer::new(law::answer(borrow_optional(verifier)?, id, facts)?.to_json()))
        })
    }
}

/// Answers a rule as text instead of JSON, in lines: the answer, the advice, the steps.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_rule_explain(
    verifier: *const Verifier,
    rule: *const c_char,
    rule_len: usize,
    facts: *const c_char,
    facts_len: usize,
    language: i32,
    text: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let (id, facts) = (utf8(rule, rule_len, MAX_RULE_ID)?, utf8(facts, facts_len, MAX_FACTS)?);
            let lang = lang(language)?;
            let answer = law::answer(borrow_optional(verifier)?, id, facts)?;
            put_handle(text, Buffer::new(law::explain(&answer, lang)))
        })
    }
}

/// Returns every rule with its article, its question and example facts, as one line of JSON: that of `rastau rules --json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_rules_json(json: *mut *mut Buffer, error: *mut *mut Error) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe { guard_with(error, || put_handle(json, Buffer::new(law::rules()))) }
}

/// === Identity numbers ===
///
/// Returns the kind of an identity number, IIN or BIN, or the reason why it is neither, as one line of JSON: that of
/// `rastau id --json`. A number that is neither is not an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_identity_check(
    number: *const c_char,
    number_len: usize,
    json: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            put_handle(json, Buffer::new(identity::check(utf8(number, number_len, MAX_NUMBER)?)))
        })
    }
}

/// Returns the same as text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_identity_explain(
    number: *const c_char,
    number_len: usize,
    language: i32,
    text: *mut *mut Buffer,
    error: *mut *mut Error,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    unsafe {
        guard_with(error, || {
            let (number, lang) = (utf8(number, number_len, MAX_NUMBER)?, lang(language)?);
            put_handle(text, Buffer::new(identity::explain(number, lang)))
        })
    }
}
