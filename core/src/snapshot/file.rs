//! A bundle in one file: in memory, memory-mapped, in flash, or behind a browser's file handle.
//!
//! [`BundleFile::open`] reads the index and the signed statements; pages are read on demand. Nothing is verified here:
//! [`super::Snapshot::open`] verifies the statements, and look-ups authenticate each page.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use thiserror::Error;

use super::container::{HEAD, Part, index_length, read_index};
use super::pages::{Pages, SegmentId};
use super::{MAX_STATEMENT, PAGE_SIZE, Statements};
use crate::coded_error;
use crate::crypto::Hash;
use crate::error::PageError;
use crate::sorted::sorted_by_key;

/// A source of bytes with random access.
pub trait ReadAt {
    /// Returns the number of bytes.
    fn size(&self) -> u64;
    /// Returns exactly `length` bytes from `offset`, or `None` if they cannot be read.
    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>>;
}

impl ReadAt for [u8] {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        let start = usize::try_from(offset).ok()?;
        self.get(start..start.checked_add(length)?).map(Cow::Borrowed)
    }
}

impl ReadAt for Vec<u8> {
    fn size(&self) -> u64 {
        self.as_slice().size()
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        self.as_slice().read_at(offset, length)
    }
}

coded_error! {
    /// Why a file cannot be opened as a bundle.
    #[derive(Debug, Clone, PartialEq, Eq, Error)]
    pub enum FileError {
        /// The file is not a bundle, or it is truncated.
        NotABundle = BundleFile,
        /// A statement exceeds [`MAX_STATEMENT`] bytes.
        TooLarge {
            /// Name of the statement's file.
            name: String,
        } = BundleFileTooLarge,
    }
}

/// A bundle in one file: the signed statements, and the pages on demand ([`Pages`]).
///
/// # Examples
/// ```
/// use rastau_core::snapshot::file::{BundleFile, FileError};
///
/// # let bytes = std::fs::read("../tests/corpus/bundles/base.rastau")?;
/// let bundle = BundleFile::open(bytes)?;
/// assert_eq!(bundle.statements().roots.len(), 1);
///
/// assert_eq!(BundleFile::open(b"%PDF-1.7".to_vec()).unwrap_err(), FileError::NotABundle);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct BundleFile<R> {
    bytes: R,
    statements: Statements,
    segments: Vec<SegmentPart>,
}

/// The position of a segment in the file.
#[derive(Debug)]
struct SegmentPart {
    root: Hash,
    offset: u64,
    length: u64,
}

impl<R: ReadAt> BundleFile<R> {
    /// Reads the index and the statements of a bundle file. Nothing is verified.
    ///
    /// # Errors
    /// [`FileError::NotABundle`] if the file is not a bundle, is truncated, or a statement is missing;
    /// [`FileError::TooLarge`] for a statement of more than [`MAX_STATEMENT`] bytes.
    pub fn open(bytes: R) -> Result<Self, FileError> {
        let parts = parts(&bytes).ok_or(FileError::NotABundle)?;
        let statement = |name: &str| {
            let part = parts.iter().find(|part| part.name == name).ok_or(FileError::NotABundle)?;
            let length = usize::try_from(part.length).ok().filter(|length| *length <= MAX_STATEMENT);
            let length = length.ok_or_else(|| FileError::TooLarge { name: part.name.clone() })?;
            bytes.read_at(part.offset, length).map(Cow::into_owned).ok_or(FileError::NotABundle)
        };
        let mut roots = Vec::new();
        for part in &parts {
            if let Some(version) = part.name.strip_prefix("roots/").and_then(root_version) {
                roots.push((version, statement(&part.name)?));
            }
        }
        let statements = Statements {
            roots: sorted_by_key(roots, |(version, _)| *version),
            manifest: statement("manifest.cose")?,
            centres: statement("centres.cose")?,
            fresh: statement("fresh.cose")?,
        };
        let segments = parts.iter().filter_map(|part| {
            let root = segment_root(part.name.strip_prefix("segments/")?)?;
            Some(SegmentPart { root, offset: part.offset, length: part.length })
        });
        let segments = segments.collect();
        Ok(Self { bytes, statements, segments })
    }

    /// Returns the signed statements. They are not verified.
    #[must_use]
    pub const fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Returns the size of the file in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.size()
    }

    /// Returns the length in bytes of a segment in the file, or `None` if the file does not contain it.
    #[must_use]
    pub fn length_of(&self, segment: &SegmentId) -> Option<u64> {
        self.segment(segment).map(|part| part.length)
    }

    fn segment(&self, segment: &SegmentId) -> Option<&SegmentPart> {
        self.segments.iter().find(|part| part.root == segment.root)
    }
}

impl<R: ReadAt> Pages for BundleFile<R> {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let at = u64::from(index).saturating_mul(PAGE_SIZE as u64);
        let inside = |part: &&SegmentPart| at.saturating_add(PAGE_SIZE as u64) <= part.length;
        let part = self.segment(segment).filter(inside).ok_or(PageError::Missing)?;
        self.bytes.read_at(part.offset.saturating_add(at), PAGE_SIZE).ok_or(PageError::Missing)
    }
}

fn parts(bytes: &impl ReadAt) -> Option<Vec<Part>> {
    let head = bytes.read_at(0, HEAD)?;
    let length = index_length(head.first_chunk()?)?;
    let index = bytes.read_at(HEAD as u64, length)?;
    read_index(&index, bytes.size()).ok()
}

/// Returns the version in the file name of a trust root, for example 7 of `7.cose`.
#[must_use]
pub fn root_version(name: &str) -> Option<u64> {
    name.strip_suffix(".cose")?.parse().ok()
}

/// Returns the root hash in the file name of a segment: 64 hexadecimal digits and `.seg`.
#[must_use]
pub fn segment_root(name: &str) -> Option<Hash> {
    let hex = name.strip_suffix(".seg").filter(|hex| hex.len() == 64 && hex.is_ascii())?;
    let mut root = [0; 32];
    for (byte, at) in root.iter_mut().zip((0..64usize).step_by(2)) {
        *byte = u8::from_str_radix(hex.get(at..at.saturating_add(2))?, 16).ok()?;
    }
    Some(root)
}

#[cfg(test)]
mod tests {
    use super::super::container::write_head;
    use super::super::pages::SegmentKind;
    use super::*;

    const ID: SegmentId = SegmentId { kind: SegmentKind::Documents, serial: 1, root: [0xab; 32] };

    fn file(manifest: usize) -> Vec<u8> {
        let segment = alloc::format!("segments/{}.seg", "ab".repeat(32));
        let parts = [
            ("roots/1.cose", 1),
            ("manifest.cose", manifest),
            ("centres.cose", 1),
            ("fresh.cose", 1),
            (&segment, PAGE_SIZE),
        ];
        let named: Vec<_> = parts.iter().map(|(name, length)| ((*name).into(), *length as u64)).collect();
        let (mut bytes, parts) = write_head(&named);
        for part in parts {
            bytes.resize(usize::try_from(part.offset).unwrap(), 0);
            bytes.resize(bytes.len() + usize::try_from(part.length).unwrap(), 7);
        }
        bytes
    }

    #[test]
    fn finds_statements_and_pages() {
        let file = BundleFile::open(file(5)).unwrap();
        assert_eq!(file.statements().manifest, [7; 5]);
        assert_eq!(file.statements().roots, [(1, vec![7])]);
        assert_eq!(file.page(&ID, 0).unwrap().len(), PAGE_SIZE);
        assert_eq!(file.page(&ID, 1), Err(PageError::Missing));
        assert_eq!(file.page(&ID, u32::MAX), Err(PageError::Missing));
        assert_eq!(file.length_of(&SegmentId { root: [0; 32], ..ID }), None);
    }

    #[test]
    fn rejects_a_truncated_file() {
        let complete = file(5);
        for length in [0, HEAD - 1, HEAD, HEAD + 3, complete.len() / 2, complete.len() - 1] {
            assert_eq!(
                BundleFile::open(complete[..length].to_vec()).unwrap_err(),
                FileError::NotABundle,
                "{length}"
            );
        }
    }

    #[test]
    fn rejects_a_statement_above_the_limit() {
        let error = BundleFile::open(file(MAX_STATEMENT + 1)).unwrap_err();
        assert_eq!(error, FileError::TooLarge { name: "manifest.cose".into() });
    }
}
