//! Maps a file into memory: the only unsafe code of this crate.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps a segment or bundle file for reading.
///
/// Published files are never changed in place: a bundle is replaced by renaming, and a segment is named after the hash of
/// its content. An attacker who truncates a mapped file can crash the process, as with any program that maps files, but
/// cannot change an answer: each page is authenticated every time it is read.
pub(crate) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the mapping is read-only and its bytes are used only as plain bytes. The core copies a page before it
    // hashes it, so a concurrent change can only make a page fail its hash.
    unsafe { Mmap::map(file) }
}
