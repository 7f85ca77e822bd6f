//! The caller's memory: the one place where pointers become slices, references and handles, and back.
//!
//! Every function here relies on the rules at the head of the header, which the caller keeps: a pointer that is not NULL
//! points at as much memory as its length or type says, a handle comes from this library and was not freed, and what is
//! being written to is not read by another thread. What can be checked is checked: NULL, alignment, lengths, sizes, UTF-8.
#![allow(unsafe_code)]
// What a caller must keep to stands once, at the head of the header.
#![allow(clippy::missing_safety_doc)]

use std::ffi::{c_char, c_void};
use std::slice;

use rastau_core::error::PageError;
use rastau_core::snapshot::{self, MAX_CHAIN, MAX_STATEMENT, PAGE_SIZE, SegmentId};
use rastau_core::verify::Policy as Accepted;
use rastau_messages::Lang;

use rastau_core::error::ErrorCode;

use crate::status::{Failure, RASTAU_OK, guard, guard_or, guarded, status};
use crate::types::{Policy, Statements, accepted, lang};

const BAD_POINTER: Failure = Failure::Own(ErrorCode::BadPointer);

/// The most bytes of a struct of a later version.
const MAX_STRUCT: usize = 1024;

/// A text as the caller gets it: its length is told, and a NUL that does not count stands behind it.
#[derive(Debug)]
pub(crate) struct Text(String);

impl Text {
    pub(crate) fn new(mut text: String) -> Self {
        text.push('\0');
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.strip_suffix('\0').unwrap_or(&self.0)
    }
}

/// Bytes or a text that a call made. Free it with `rastau_buffer_free`.
#[derive(Debug)]
pub struct Buffer {
    /// With a NUL behind it.
    bytes: Vec<u8>,
}

impl Buffer {
    pub(crate) fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        bytes.push(0);
        Self { bytes }
    }
}

/// Why a call failed, in detail. Free it with `rastau_error_free`.
#[derive(Debug)]
pub struct Error {
    status: i32,
    /// By language, in the order of the numbers of the languages.
    words: [Text; 3],
    json: Text,
}

impl Error {
    fn new(failure: &Failure) -> Self {
        let code = failure.code();
        let json = rastau_core::error::error_json(code, &failure.plain());
        Self {
            status: status(code),
            words: Lang::ALL.map(|lang| Text::new(failure.words(lang))),
            json: Text::new(json),
        }
    }
}

/// The `len` bytes at `data`, no more than `most`; no bytes may be NULL. The length is looked at first: where it is wrong,
/// nothing is read.
pub(crate) unsafe fn bytes<'a>(data: *const u8, len: usize, most: usize) -> Result<&'a [u8], Failure> {
    if len > most {
        Err(Failure::Own(ErrorCode::BadLength))
    } else if len == 0 {
        Ok(&[])
    } else if data.is_null() {
        Err(BAD_POINTER)
    } else {
        // SAFETY: not NULL, bytes are always aligned, the caller vouches for `len` of them, and `most` is far below
        // `isize::MAX`.
        Ok(unsafe { slice::from_raw_parts(data, len) })
    }
}

/// The text of `len` bytes at `data`.
pub(crate) unsafe fn text<'a>(data: *const c_char, len: usize, most: usize) -> Result<&'a str, Failure> {
    // SAFETY: what `bytes` asks for is what this function's caller vouches for.
    let bytes = unsafe { bytes(data.cast(), len, most) }?;
    std::str::from_utf8(bytes).map_err(|_| Failure::Own(ErrorCode::NotUtf8))
}

/// The `count` values at `data`.
pub(crate) unsafe fn list<'a, T>(data: *const T, count: usize, most: usize) -> Result<&'a [T], Failure> {
    if count > most {
        Err(Failure::Own(ErrorCode::BadLength))
    } else if count == 0 {
        Ok(&[])
    } else if data.is_null() || !data.is_aligned() {
        Err(BAD_POINTER)
    } else {
        // SAFETY: not NULL, aligned, and the caller vouches for `count` values; `most` of any are far below `isize::MAX`.
        Ok(unsafe { slice::from_raw_parts(data, count) })
    }
}

/// The handle or value at `pointer`.
pub(crate) unsafe fn lend<'a, T>(pointer: *const T) -> Result<&'a T, Failure> {
    if pointer.is_null() || !pointer.is_aligned() {
        return Err(BAD_POINTER);
    }
    // SAFETY: not NULL, aligned, and the caller vouches that it is a living handle (or struct) of this type, which
    // nobody writes to during the call.
    Ok(unsafe { &*pointer })
}

/// A copy of the struct at `pointer`, which says its size in its first field. A larger one is of a later version: it is
/// taken if all that this version does not know is zero, so that nothing asked for is passed over in silence.
pub(crate) unsafe fn sized<T: Copy>(pointer: *const T) -> Result<T, Failure> {
    const { assert!(align_of::<T>() == align_of::<usize>()) };
    if pointer.is_null() || !pointer.is_aligned() {
        return Err(BAD_POINTER);
    }
    // SAFETY: every struct that says its size begins with it, and is aligned like it (asserted above).
    let size = unsafe { *pointer.cast::<usize>() };
    if !(size_of::<T>()..=MAX_STRUCT).contains(&size) {
        return Err(Failure::Own(ErrorCode::BadSize));
    }
    // SAFETY: the caller vouches for as many bytes as the struct says it has.
    let later =
        unsafe { slice::from_raw_parts(pointer.cast::<u8>().add(size_of::<T>()), size - size_of::<T>()) };
    if later.iter().any(|byte| *byte != 0) {
        return Err(Failure::Own(ErrorCode::BadSize));
    }
    // SAFETY: not NULL, aligned, and the size says that a whole `T` is there.
    Ok(unsafe { *pointer })
}

/// What a caller accepts.
pub(crate) unsafe fn policy(pointer: *const Policy) -> Result<Accepted, Failure> {
    if pointer.is_null() {
        return Ok(Accepted::default());
    }
    // SAFETY: the caller of this function vouches for what `sized` needs.
    let policy = unsafe { sized(pointer) }?;
    let bad_number = Failure::Own(ErrorCode::BadNumber);
    match (u64::try_from(policy.grace_seconds), policy.reserved) {
        (Ok(grace), 0) => Ok(Accepted { accept: accepted(policy.accept)?, grace }),
        _ => Err(bad_number),
    }
}

/// A copy of a bundle's statements.
pub(crate) unsafe fn statements(pointer: *const Statements) -> Result<snapshot::Statements, Failure> {
    // SAFETY: the caller of this function vouches for what these need.
    unsafe {
        let given = sized(pointer)?;
        let copy = |data, len| Ok(bytes(data, len, MAX_STATEMENT)?.to_vec());
        let roots = list(given.roots, given.root_count, MAX_CHAIN + 1)?.iter();
        Ok(snapshot::Statements {
            roots: roots
                .map(|root| Ok((root.version, copy(root.data, root.len)?)))
                .collect::<Result<_, _>>()?,
            manifest: copy(given.manifest, given.manifest_len)?,
            centres: copy(given.centres, given.centres_len)?,
            fresh: copy(given.fresh, given.fresh_len)?,
        })
    }
}

/// Whether an output can be written, as far as can be known.
pub(crate) fn writable<T>(out: *mut T) -> Result<(), Failure> {
    if out.is_null() || !out.is_aligned() { Err(BAD_POINTER) } else { Ok(()) }
}

/// Writes an output.
pub(crate) unsafe fn put<T: Copy>(out: *mut T, value: T) -> Result<(), Failure> {
    writable(out)?;
    // SAFETY: not NULL, aligned, and the caller vouches that it may be written to. It may be uninitialised: it is not read.
    unsafe { out.write(value) };
    Ok(())
}

/// Writes a new handle, which the caller owns from then on.
pub(crate) unsafe fn give<T>(out: *mut *mut T, value: T) -> Result<(), Failure> {
    writable(out)?;
    // SAFETY: as in `put`.
    unsafe { out.write(Box::into_raw(Box::new(value))) };
    Ok(())
}

/// Writes a text that its handle keeps: both outputs or none.
pub(crate) unsafe fn show(out: *mut *const c_char, len: *mut usize, text: &Text) -> Result<(), Failure> {
    writable(len)?;
    // SAFETY: as in `put`. The pointer is the whole text's, so that the caller may read the NUL behind it through it.
    unsafe {
        put(out, text.0.as_ptr().cast())?;
        put(len, text.as_str().len())
    }
}

/// Writes bytes that their handle keeps: both outputs or none.
pub(crate) unsafe fn show_bytes(out: *mut *const u8, len: *mut usize, bytes: &[u8]) -> Result<(), Failure> {
    writable(len)?;
    // SAFETY: as in `put`; the first is only written once the second is known to be writable.
    unsafe {
        put(out, bytes.as_ptr())?;
        put(len, bytes.len())
    }
}

/// Takes a handle back and frees it; NULL is nothing to do.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() && handle.is_aligned() {
        // SAFETY: handles are made by `give` alone, and the caller vouches that this one was not freed before and that no
        // other thread uses it.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// [`guard`], for functions that can tell more than a status: on failure a handle to the details, where it is wanted.
pub(crate) unsafe fn guard_with(error: *mut *mut Error, body: impl FnOnce() -> Result<(), Failure>) -> i32 {
    let Err(failure) = guarded(body) else { return RASTAU_OK };
    if !error.is_null() {
        guard(|| {
            // SAFETY: as in `put`. Where even this fails the status still tells what happened.
            unsafe { give(error, Error::new(&failure)) }
        });
    }
    status(failure.code())
}

/// Reads one page of a segment from wherever the caller keeps it: flash, a raw partition, an encrypted file.
///
/// `user` is what was given with the reader; `segment_kind` is one of `RASTAU_SEGMENT_…`; `root` are the 32 bytes whose
/// hexadecimal digits are the segment's file name. The function fills `out` with the 4096 bytes at `page * 4096` and
/// returns 0; anything else means that the page cannot be had, and the verdict then says so. Every page is authenticated
/// by the library, so a wrong one can spoil an answer and never forge one. It may be called by several threads at once if
/// the verifier is used by several, and may not call back into the same verifier, throw an exception or jump out.
pub type PageReader = Option<
    unsafe extern "C" fn(
        user: *mut c_void,
        segment_kind: i32,
        segment_serial: u32,
        root: *const u8,
        page: u32,
        out: *mut u8,
    ) -> i32,
>;

/// The caller's page reader with its data.
#[derive(Debug)]
pub(crate) struct Reader {
    read: unsafe extern "C" fn(*mut c_void, i32, u32, *const u8, u32, *mut u8) -> i32,
    user: *mut c_void,
}

// SAFETY: the header asks for a reader that may be called from every thread that uses the verifier; the pointer itself is
// never followed here.
unsafe impl Send for Reader {}
// SAFETY: as above.
unsafe impl Sync for Reader {}

impl Reader {
    pub(crate) fn new(read: PageReader, user: *mut c_void) -> Result<Self, Failure> {
        Ok(Self { read: read.ok_or(BAD_POINTER)?, user })
    }

    pub(crate) fn page(&self, segment: &SegmentId, index: u32) -> Result<Vec<u8>, PageError> {
        let mut page = vec![0; PAGE_SIZE];
        let kind = segment.kind.number().into();
        let (root, out) = (segment.root.as_ptr(), page.as_mut_ptr());
        // SAFETY: the caller gave this function for this very purpose; `root` has 32 readable and `out` 4096 writable
        // bytes, which live until it returns.
        let status = unsafe { (self.read)(self.user, kind, segment.serial, root, index, out) };
        if status == 0 { Ok(page) } else { Err(PageError::Missing) }
    }
}

/// === Buffers and errors ===
///
/// The first byte of a buffer; a NUL that does not count stands behind the last. NULL for NULL. For bytes (a trust root, a state)
/// cast it to `const uint8_t *`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_data(buffer: *const Buffer) -> *const c_char {
    guard_or(std::ptr::null(), || {
        // SAFETY: the header's rules, which the caller keeps.
        unsafe { lend(buffer) }.map_or(std::ptr::null(), |buffer| buffer.bytes.as_ptr().cast())
    })
}

/// How many bytes a buffer has. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_length(buffer: *const Buffer) -> usize {
    // SAFETY: the header's rules, which the caller keeps.
    guard_or(0, || unsafe { lend(buffer) }.map_or(0, |buffer| buffer.bytes.len() - 1))
}

/// Frees a buffer; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_free(buffer: *mut Buffer) {
    // SAFETY: the header's rules, which the caller keeps.
    guard_or((), || unsafe { free(buffer) });
}

/// The status that came with an error. `RASTAU_STATUS_BAD_POINTER` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_status(error: *const Error) -> i32 {
    guard_or(status(ErrorCode::BadPointer), || {
        // SAFETY: the header's rules, which the caller keeps.
        unsafe { lend(error) }.map_or(status(ErrorCode::BadPointer), |error| error.status)
    })
}

/// What happened and what to do, in one sentence. Errors about an input, a bundle, a device's disk or the facts of a rule
/// are in the language asked; those about the use of this library are in English. Lives as long as the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_text(
    error: *const Error,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe {
        let (lang, error) = (lang(language)?, lend(error)?);
        let words = Lang::ALL.iter().zip(&error.words).find(|(known, _)| **known == lang);
        show(text, text_len, words.map(|(_, words)| words).ok_or(BAD_POINTER)?)
    })
}

/// `{"error":{"code":N,"message":"…"}}`, the line that `rastau rule --facts -` prints. Lives as long as the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_json(
    error: *const Error,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the header's rules, which the caller keeps.
    guard(|| unsafe { show(json, json_len, &lend(error)?.json) })
}

/// Frees an error; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_free(error: *mut Error) {
    // SAFETY: the header's rules, which the caller keeps.
    guard_or((), || unsafe { free(error) });
}
