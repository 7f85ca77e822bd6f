//! The one unsafe line of the verifier's disk: mapping a file into memory.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps a segment or bundle file for reading.
///
/// Published files are never changed in place: a bundle is replaced by renaming, and a segment's name is the hash of
/// its content. Somebody who cuts a mapped file short can crash the process (as with any program that maps files),
/// but cannot change an answer: every page is authenticated each time it is read.
pub(crate) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the mapping is read-only and its bytes are used only as plain bytes. The core copies a page before it
    // hashes it, so a change underneath can make a page fail its hash and nothing else.
    unsafe { Mmap::map(file) }
}
