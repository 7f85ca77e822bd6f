//! The caller's memory: conversions between pointers and slices, references and handles.
//!
//! Every function here relies on the caller's duties at the head of the header: a pointer that is not NULL points to as much
//! memory as its length or type states, a handle comes from this library and was not freed, and no other thread reads what
//! is being written. The functions check what can be checked: NULL, alignment, lengths, sizes, UTF-8.
#![allow(unsafe_code)]
// The caller's duties are at the head of the header, once.
#![allow(clippy::missing_safety_doc)]

use std::ffi::{c_char, c_void};
use std::mem::MaybeUninit;
use std::slice;

use rastau_core::error::{ErrorCode, PageError, error_json};
use rastau_core::snapshot::{self, MAX_CHAIN, MAX_STATEMENT, PAGE_SIZE, SegmentId, TrustedState};
use rastau_core::verify;
use rastau_messages::Lang;

use crate::status::{Failure, RASTAU_OK, guard, guard_or, guarded, status};
use crate::types::{Policy, Statements, accepted, lang};

const BAD_POINTER: Failure = Failure::Call(ErrorCode::BadPointer);

/// The largest size of a struct of a later version, in bytes.
const MAX_STRUCT: usize = 1024;

/// A text for the caller: followed by a NUL that its length does not include.
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

/// Bytes or a text that a function returned. Free it with `rastau_buffer_free`.
#[derive(Debug)]
pub struct Buffer {
    /// Followed by a NUL.
    bytes: Vec<u8>,
}

impl Buffer {
    pub(crate) fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        bytes.push(0);
        Self { bytes }
    }
}

/// The details of a failed call. Free it with `rastau_error_free`.
#[derive(Debug)]
pub struct Error {
    status: i32,
    /// By language, in the order of [`Lang::ALL`].
    texts: [Text; Lang::COUNT],
    json: Text,
    /// What the caller stores although the call failed.
    kept: Option<Kept>,
}

/// A newer trust root of a bundle that was not accepted, and the trusted state with it.
#[derive(Debug)]
struct Kept {
    root: Vec<u8>,
    /// Empty if the caller gave none.
    state: Vec<u8>,
}

impl Error {
    fn new(failure: &Failure) -> Self {
        let code = failure.code();
        Self {
            status: status(code),
            texts: Lang::ALL.map(|lang| Text::new(failure.text(lang))),
            json: Text::new(error_json(code, &failure.message())),
            kept: failure.newer_root().map(|newer| Kept {
                root: newer.bytes.clone(),
                state: newer.state.as_ref().map(TrustedState::write).unwrap_or_default(),
            }),
        }
    }
}

/// Returns the `len` bytes at `data`, at most `max`; NULL is allowed for no bytes. The length is checked first: if it is wrong,
/// nothing is read.
pub(crate) unsafe fn bytes<'a>(data: *const u8, len: usize, max: usize) -> Result<&'a [u8], Failure> {
    if len > max {
        Err(Failure::Call(ErrorCode::BadLength))
    } else if len == 0 {
        Ok(&[])
    } else if data.is_null() {
        Err(BAD_POINTER)
    } else {
        // SAFETY: not NULL; bytes are always aligned; the caller guarantees `len` of them, and `max` is far below
        // `isize::MAX`.
        Ok(unsafe { slice::from_raw_parts(data, len) })
    }
}

/// Returns the text of `len` bytes at `data`.
pub(crate) unsafe fn utf8<'a>(data: *const c_char, len: usize, max: usize) -> Result<&'a str, Failure> {
    // SAFETY: the caller of this function guarantees what `bytes` requires.
    let bytes = unsafe { bytes(data.cast(), len, max) }?;
    std::str::from_utf8(bytes).map_err(|_| Failure::Call(ErrorCode::NotUtf8))
}

/// Returns the `count` values at `data`, at most `max`.
pub(crate) unsafe fn list<'a, T>(data: *const T, count: usize, max: usize) -> Result<&'a [T], Failure> {
    if count > max {
        Err(Failure::Call(ErrorCode::BadLength))
    } else if count == 0 {
        Ok(&[])
    } else if data.is_null() || !data.is_aligned() {
        Err(BAD_POINTER)
    } else {
        // SAFETY: not NULL, aligned, and the caller guarantees `count` values; the bytes of `max` values are far below
        // `isize::MAX`.
        Ok(unsafe { slice::from_raw_parts(data, count) })
    }
}

/// Borrows the handle or value at `pointer`.
pub(crate) unsafe fn borrow<'a, T>(pointer: *const T) -> Result<&'a T, Failure> {
    if pointer.is_null() || !pointer.is_aligned() {
        return Err(BAD_POINTER);
    }
    // SAFETY: not NULL, aligned, and the caller guarantees a live handle (or struct) of this type, which no thread writes
    // during the call.
    Ok(unsafe { &*pointer })
}

/// Borrows the handle at `pointer` for a call that changes it.
pub(crate) unsafe fn borrow_mut<'a, T>(pointer: *mut T) -> Result<&'a mut T, Failure> {
    check_output(pointer)?;
    // SAFETY: not NULL, aligned, and the caller guarantees a live handle of this type, which no other thread uses during the
    // call.
    Ok(unsafe { &mut *pointer })
}

/// Copies the struct at `pointer`, whose first field states its size. A larger struct is of a later version. It is accepted
/// only if all fields that this version does not know are zero, so that no option is silently ignored.
pub(crate) unsafe fn read_struct<T: Copy>(pointer: *const T) -> Result<T, Failure> {
    // SAFETY: the caller of this function guarantees what `read_grown` requires.
    unsafe { read_grown(pointer, size_of::<T>()) }
}

/// Copies a struct that has grown: its first version had `first` bytes. The fields that an older program does not know are zero.
pub(crate) unsafe fn read_grown<T: Copy>(pointer: *const T, first: usize) -> Result<T, Failure> {
    const { assert!(align_of::<T>() >= align_of::<usize>()) };
    if pointer.is_null() || !pointer.is_aligned() {
        return Err(BAD_POINTER);
    }
    // SAFETY: every such struct begins with its size, and is aligned at least like it (asserted above).
    let size = unsafe { *pointer.cast::<usize>() };
    if size != first && !(size_of::<T>()..=MAX_STRUCT).contains(&size) {
        return Err(Failure::Call(ErrorCode::BadSize));
    }
    let known = size.min(size_of::<T>());
    // SAFETY: the caller guarantees as many bytes as the struct states.
    let unknown = unsafe { slice::from_raw_parts(pointer.cast::<u8>().add(known), size - known) };
    if unknown.iter().any(|byte| *byte != 0) {
        return Err(Failure::Call(ErrorCode::BadSize));
    }
    let mut value = MaybeUninit::<T>::zeroed();
    // SAFETY: the caller's struct has at least `known` bytes, and `value` has `size_of::<T>()`. Every such struct consists of
    // numbers and pointers, for which zero bytes are valid.
    unsafe {
        std::ptr::copy_nonoverlapping(pointer.cast::<u8>(), value.as_mut_ptr().cast::<u8>(), known);
        Ok(value.assume_init())
    }
}

/// Reads a policy; NULL is the default.
pub(crate) unsafe fn read_policy(pointer: *const Policy) -> Result<verify::Policy, Failure> {
    if pointer.is_null() {
        return Ok(verify::Policy::default());
    }
    // SAFETY: the caller of this function guarantees what `read_struct` requires.
    let policy = unsafe { read_struct(pointer) }?;
    match (u64::try_from(policy.grace_seconds), policy.reserved) {
        (Ok(grace), 0) => Ok(verify::Policy { accept: accepted(policy.accept)?, grace }),
        _ => Err(Failure::Call(ErrorCode::BadNumber)),
    }
}

/// Copies a bundle's statements.
pub(crate) unsafe fn read_statements(pointer: *const Statements) -> Result<snapshot::Statements, Failure> {
    // SAFETY: the caller of this function guarantees what these functions require.
    unsafe {
        let files = read_struct(pointer)?;
        let copy = |data, len| Ok(bytes(data, len, MAX_STATEMENT)?.to_vec());
        let roots = list(files.roots, files.root_count, MAX_CHAIN + 1)?.iter();
        Ok(snapshot::Statements {
            roots: roots
                .map(|root| Ok((root.version, copy(root.data, root.len)?)))
                .collect::<Result<_, _>>()?,
            manifest: copy(files.manifest, files.manifest_len)?,
            centres: copy(files.centres, files.centres_len)?,
            fresh: copy(files.fresh, files.fresh_len)?,
        })
    }
}

/// Checks that an output can be written, as far as that can be known.
pub(crate) fn check_output<T>(out: *mut T) -> Result<(), Failure> {
    if out.is_null() || !out.is_aligned() { Err(BAD_POINTER) } else { Ok(()) }
}

/// Writes an output.
pub(crate) unsafe fn put<T: Copy>(out: *mut T, value: T) -> Result<(), Failure> {
    check_output(out)?;
    // SAFETY: not NULL, aligned, and the caller guarantees that it may be written. It may be uninitialised: it is not read.
    unsafe { out.write(value) };
    Ok(())
}

/// Writes a struct whose first field, which the caller has written, states its size. A larger struct is of a later version; its
/// other fields are left as they are. `make` is given the size.
pub(crate) unsafe fn put_struct<T: Copy>(out: *mut T, make: impl FnOnce(usize) -> T) -> Result<(), Failure> {
    const { assert!(align_of::<T>() >= align_of::<usize>()) };
    check_output(out)?;
    // SAFETY: not NULL; every such struct begins with its size, and is aligned at least like it (asserted above).
    let size = unsafe { *out.cast::<usize>() };
    if !(size_of::<T>()..=MAX_STRUCT).contains(&size) {
        return Err(Failure::Call(ErrorCode::BadSize));
    }
    // SAFETY: as in `put`, and the caller's struct is at least as large as `T`.
    unsafe { out.write(make(size)) };
    Ok(())
}

/// Writes a new handle, which the caller owns.
pub(crate) unsafe fn put_handle<T>(out: *mut *mut T, value: T) -> Result<(), Failure> {
    check_output(out)?;
    // SAFETY: as in `put`.
    unsafe { out.write(Box::into_raw(Box::new(value))) };
    Ok(())
}

/// Writes a text that its handle owns: both outputs or none.
pub(crate) unsafe fn put_text(out: *mut *const c_char, len: *mut usize, text: &Text) -> Result<(), Failure> {
    check_output(len)?;
    // SAFETY: as in `put`. The pointer covers the NUL too, so that the caller may read it.
    unsafe {
        put(out, text.0.as_ptr().cast())?;
        put(len, text.as_str().len())
    }
}

/// Writes bytes that their handle owns: both outputs or none.
pub(crate) unsafe fn put_bytes(out: *mut *const u8, len: *mut usize, bytes: &[u8]) -> Result<(), Failure> {
    check_output(len)?;
    // SAFETY: as in `put`. The first is written only after the second was checked.
    unsafe {
        put(out, bytes.as_ptr())?;
        put(len, bytes.len())
    }
}

/// Frees a handle; NULL is allowed.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() && handle.is_aligned() {
        // SAFETY: only `put_handle` makes handles, and the caller guarantees that this one was not freed before and that no
        // other thread uses it.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// Runs the body of a function that returns a status and, on failure, a handle with details if `error` is not NULL.
pub(crate) unsafe fn guard_with(error: *mut *mut Error, body: impl FnOnce() -> Result<(), Failure>) -> i32 {
    let Err(failure) = guarded(body) else { return RASTAU_OK };
    if !error.is_null() {
        guard(|| {
            // SAFETY: as in `put`. If this fails too, the status still states the error.
            unsafe { put_handle(error, Error::new(&failure)) }
        });
    }
    status(failure.code())
}

/// Reads one page of a segment from the caller's storage: flash, a raw partition, an encrypted file.
///
/// `user` is the pointer that was passed with the reader. `segment_kind` is one of `RASTAU_SEGMENT_…`. `root` points to the 32
/// bytes whose hexadecimal digits are the segment's file name. The function fills `out` with the `RASTAU_PAGE_SIZE` bytes at
/// `page * RASTAU_PAGE_SIZE` and returns 0. Any other result means that the page cannot be read; the verdict is then
/// indeterminate. The library authenticates every page, so that a wrong page never makes a document valid. Several threads may
/// call the function at once if several use the verifier. It must not call the same verifier, throw an exception or `longjmp`.
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

// SAFETY: the header requires a reader that every thread which uses the verifier may call; this library never dereferences
// `user`.
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
        // SAFETY: the caller passed this function for this purpose. `root` has 32 readable and `out` `PAGE_SIZE` writable
        // bytes, which live until it returns.
        let status = unsafe { (self.read)(self.user, kind, segment.serial, root, index, out) };
        if status == 0 { Ok(page) } else { Err(PageError::Missing) }
    }
}

/// === Buffers and errors ===
///
/// Returns the first byte of a buffer. The last byte is followed by a NUL that the length does not include. NULL for NULL. For
/// bytes (a trust root, a state), cast the pointer to `const uint8_t *`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_data(buffer: *const Buffer) -> *const c_char {
    guard_or(std::ptr::null(), || {
        // SAFETY: the caller's duties, at the head of the header.
        unsafe { borrow(buffer) }.map_or(std::ptr::null(), |buffer| buffer.bytes.as_ptr().cast())
    })
}

/// Returns the length of a buffer in bytes. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_length(buffer: *const Buffer) -> usize {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or(0, || unsafe { borrow(buffer) }.map_or(0, |buffer| buffer.bytes.len() - 1))
}

/// Frees a buffer; NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_buffer_free(buffer: *mut Buffer) {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or((), || unsafe { free(buffer) });
}

/// Returns the status of an error. `RASTAU_STATUS_BAD_POINTER` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_status(error: *const Error) -> i32 {
    guard_or(status(ErrorCode::BadPointer), || {
        // SAFETY: the caller's duties, at the head of the header.
        unsafe { borrow(error) }.map_or(status(ErrorCode::BadPointer), |error| error.status)
    })
}

/// Returns what failed and what to do. Errors about an input, a bundle, a device's disk or the facts of a rule are in the
/// requested language; errors about the use of this library are in English. The text lives as long as the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_text(
    error: *const Error,
    language: i32,
    text: *mut *const c_char,
    text_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        let (lang, error) = (lang(language)?, borrow(error)?);
        put_text(text, text_len, lang.pick(error.texts.each_ref()))
    })
}

/// Returns `{"error":{"code":N,"message":"…"}}`, as `rastau rule --facts -` prints it. The text lives as long as the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_json(
    error: *const Error,
    json: *mut *const c_char,
    json_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe { put_text(json, json_len, &borrow(error)?.json) })
}

/// Returns what to store although a bundle was not accepted: the newer trust root that it has, and the trusted state with that root.
/// Store both, durably, in place of `trust_root` and `state`: the register has replaced keys, perhaps stolen ones, which must not
/// count at the next opening. Both lengths are 0 if there is nothing to store; the state's is if the opening had none; with
/// `first_use` store the state only. The bytes live as long as the error. A device's directory stores its own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_kept(
    error: *const Error,
    root: *mut *const u8,
    root_len: *mut usize,
    state: *mut *const u8,
    state_len: *mut usize,
) -> i32 {
    // SAFETY: the caller's duties, at the head of the header.
    guard(|| unsafe {
        check_output(state)?;
        check_output(state_len)?;
        let kept = borrow(error)?.kept.as_ref();
        put_bytes(root, root_len, kept.map_or(&[], |kept| &*kept.root))?;
        put_bytes(state, state_len, kept.map_or(&[], |kept| &*kept.state))
    })
}

/// Frees an error; NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rastau_error_free(error: *mut Error) {
    // SAFETY: the caller's duties, at the head of the header.
    guard_or((), || unsafe { free(error) });
}
