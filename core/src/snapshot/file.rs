//! A bundle in one file: in memory, memory-mapped, in flash, or behind a browser's file handle.
//!
//! [`BundleFile::open`] reads the index and the signed statements; pages are read on demand. Nothing is verified here:
//! [`Snapshot::open`] verifies the statements, and look-ups authenticate each page.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use thiserror::Error;

use super::container::{HEAD, Part, index_length, read_index};
use super::name::FileName;
use super::pages::{Pages, SegmentId};
use super::statements::{named_centres, named_manifest};
use super::{MAX_STATEMENT, OpenOptions, PAGE_SIZE, Snapshot, Statements};
use crate::coded_error;
use crate::crypto::Hash;
use crate::error::{OpenError, PageError};
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
        let named = |name: FileName| statement(&name.to_string());
        let mut roots = Vec::new();
        let mut segments = Vec::new();
        for part in &parts {
            match FileName::parse(&part.name) {
                Some(FileName::Root(version)) => roots.push((version, statement(&part.name)?)),
                Some(FileName::Segment(root)) => {
                    segments.push(SegmentPart { root, offset: part.offset, length: part.length });
                }
                Some(FileName::Manifest(_) | FileName::Centres(_) | FileName::Freshness) | None => {}
            }
        }
        let fresh = named(FileName::Freshness)?;
        // A statement of a newer format names nothing that this version can find; opening the snapshot reports the
        // newer format.
        let manifest =
            named_manifest(&fresh).map_or(Ok(Vec::new()), |hash| named(FileName::Manifest(hash)))?;
        let centres =
            named_centres(&manifest).map_or(Ok(Vec::new()), |hash| named(FileName::Centres(hash)))?;
        let roots = sorted_by_key(roots, |(version, _)| *version);
        let statements = Statements { roots, fresh, manifest, centres };
        Ok(Self { bytes, statements, segments })
    }

    /// Returns the bytes of a statement's file, at most `limit` and one more; `None` if the file does not contain it.
    #[must_use]
    pub fn statement(&self, name: FileName, limit: usize) -> Option<Vec<u8>> {
        let name = name.to_string();
        let parts = parts(&self.bytes)?;
        let part = parts.iter().find(|part| part.name == name)?;
        let length = usize::try_from(part.length).unwrap_or(usize::MAX).min(limit.saturating_add(1));
        self.bytes.read_at(part.offset, length).map(Cow::into_owned)
    }

    /// Returns the signed statements. They are not verified.
    #[must_use]
    pub const fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Verifies the statements and opens the snapshot, with this file as the source of its pages.
    ///
    /// # Errors
    /// As for [`Snapshot::open`].
    pub fn into_snapshot(self, options: &OpenOptions<'_>) -> Result<Snapshot<Self>, OpenError> {
        let statements = self.statements.clone();
        Snapshot::open(options, &statements, self)
    }

    /// Returns the size of the file in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.size()
    }

    /// Returns the root hash and the length in bytes of each segment in the file.
    pub fn segments(&self) -> impl Iterator<Item = (Hash, u64)> {
        self.segments.iter().map(|part| (part.root, part.length))
    }

    /// Returns the root hash of each segment in the file, and its offset in the file in bytes.
    pub fn offsets(&self) -> impl Iterator<Item = (Hash, u64)> {
        self.segments.iter().map(|part| (part.root, part.offset))
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

#[cfg(test)]
mod tests {
    use super::super::container::write_head;
    use super::*;
    use crate::fixture::{CLOCK, Register, SignedBundle, time};

    fn signed() -> SignedBundle {
        let mut signed = Register::new().bundle().sign();
        signed.statements.roots = alloc::vec![(1, signed.trust_root.clone())];
        signed
    }

    #[test]
    fn finds_statements_and_pages() {
        let signed = signed();
        let file = BundleFile::open(signed.to_file()).unwrap();
        assert_eq!(*file.statements(), signed.statements);
        for (id, pages) in &signed.pages.files {
            let found = file.page(id, 0).unwrap();
            assert_eq!(*found, pages[0]);
            assert_eq!(file.length_of(id), Some((pages.len() * PAGE_SIZE) as u64));
            let (_, offset) = file.offsets().find(|(root, _)| *root == id.root).unwrap();
            let offset = usize::try_from(offset).unwrap();
            assert_eq!(signed.to_file()[offset..offset + PAGE_SIZE], *pages[0]);
            assert_eq!(file.page(id, pages.len().try_into().unwrap()), Err(PageError::Missing));
            assert_eq!(file.page(id, u32::MAX), Err(PageError::Missing));
            assert_eq!(file.length_of(&SegmentId { root: [0; 32], ..*id }), None);
        }
        let options = OpenOptions::pinned(&signed.trust_root, time(CLOCK));
        assert!(file.into_snapshot(&options).is_ok());
    }

    #[test]
    fn rejects_a_truncated_file() {
        let complete = signed().to_file();
        for length in [0, HEAD - 1, HEAD, HEAD + 3, complete.len() / 2, complete.len() - 1] {
            assert_eq!(
                BundleFile::open(complete[..length].to_vec()).unwrap_err(),
                FileError::NotABundle,
                "{length}"
            );
        }
    }

    #[test]
    fn rejects_a_file_without_a_statement_that_another_names() {
        let signed = signed();
        for left_out in [FileName::Freshness.to_string(), "manifests/".into(), "centres/".into()] {
            let files = signed.files();
            let kept: Vec<_> =
                files.iter().filter(|(name, _)| !name.to_string().starts_with(&left_out)).collect();
            let named: Vec<_> =
                kept.iter().map(|(name, bytes)| (name.to_string(), bytes.len() as u64)).collect();
            let (mut file, parts) = write_head(&named);
            for (part, (_, bytes)) in parts.iter().zip(kept) {
                file.resize(usize::try_from(part.offset).unwrap(), 0);
                file.extend_from_slice(bytes);
            }
            assert_eq!(BundleFile::open(file).unwrap_err(), FileError::NotABundle, "{left_out}");
        }
    }

    #[test]
    fn roots_are_in_the_order_of_their_versions() {
        let mut signed = signed();
        signed.statements.roots.insert(0, (2, alloc::vec![2]));
        let file = BundleFile::open(signed.to_file()).unwrap();
        let versions: Vec<u64> = file.statements().roots.iter().map(|(version, _)| *version).collect();
        assert_eq!(versions, [1, 2]);
    }

    #[test]
    fn reads_one_byte_more_than_the_limit() {
        let file = BundleFile::open(signed().to_file()).unwrap();
        assert_eq!(file.statement(FileName::Freshness, 3).map(|bytes| bytes.len()), Some(4));
    }

    #[test]
    fn rejects_a_statement_above_the_limit() {
        let mut signed = signed();
        signed.statements.fresh = alloc::vec![0; MAX_STATEMENT + 1];
        let error = BundleFile::open(signed.to_file()).unwrap_err();
        assert_eq!(error, FileError::TooLarge { name: "fresh.cose".into() });
    }
}
