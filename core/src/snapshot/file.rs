//! A bundle in one file, wherever its bytes are: mapped, in memory, in flash, behind a browser's file handle.
//!
//! Opening reads the head and the signed statements; a page is read when it is asked for. Nothing here is authentic
//! yet: [`super::Snapshot::open`] verifies the statements, and every page is authenticated by whoever asks for it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::container::{HEAD, Part, index_length, read_index};
use super::pages::{Pages, SegmentId};
use super::{MAX_STATEMENT, PAGE_SIZE, Statements};
use crate::crypto::Hash;
use crate::error::PageError;
use crate::sorted::sorted_by_key;

/// Bytes that can be read from any place.
pub trait ReadAt {
    /// How many bytes there are.
    fn size(&self) -> u64;
    /// Exactly `length` bytes from `offset` on; `None` where they cannot be had.
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

/// Why a file is not used as a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is no bundle, or was cut short.
    NotABundle,
    /// One of its statements is larger than any can be.
    TooLarge {
        /// The statement's name in the bundle.
        name: String,
    },
}

impl FileError {
    /// A stable number, never reused.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::NotABundle => 112,
            Self::TooLarge { .. } => 113,
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => {
                f.write_str("this is not a Rastau bundle, or it was cut short; get the .rastau file again")
            }
            Self::TooLarge { name } => {
                write!(f, "{name} is larger than {MAX_STATEMENT} bytes, so it is not a bundle's")
            }
        }
    }
}

impl core::error::Error for FileError {}

/// A bundle in one file: its signed statements, and its pages on demand.
#[derive(Debug)]
pub struct BundleFile<R> {
    bytes: R,
    statements: Statements,
    segments: Vec<SegmentPart>,
}

/// Where a segment lies in the file.
#[derive(Debug)]
struct SegmentPart {
    root: Hash,
    offset: u64,
    length: u64,
}

impl<R: ReadAt> BundleFile<R> {
    /// Reads the head and the statements.
    ///
    /// # Errors
    /// [`FileError`]: the file is no bundle.
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

    /// The signed statements, not verified here.
    #[must_use]
    pub const fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Bytes of the whole file.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.size()
    }

    /// Bytes that the file has of a segment; `None` where it has nothing of it.
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

/// The version that the file name of a root speaks of: `7.cose`.
#[must_use]
pub fn root_version(name: &str) -> Option<u64> {
    name.strip_suffix(".cose")?.parse().ok()
}

/// The root hash that the file name of a segment speaks of: 64 hexadecimal digits and `.seg`.
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
    fn statements_and_pages_are_found() {
        let file = BundleFile::open(file(5)).unwrap();
        assert_eq!(file.statements().manifest, [7; 5]);
        assert_eq!(file.statements().roots, [(1, vec![7])]);
        assert_eq!(file.page(&ID, 0).unwrap().len(), PAGE_SIZE);
        assert_eq!(file.page(&ID, 1), Err(PageError::Missing));
        assert_eq!(file.page(&ID, u32::MAX), Err(PageError::Missing));
        assert_eq!(file.length_of(&SegmentId { root: [0; 32], ..ID }), None);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let whole = file(5);
        for length in [0, HEAD - 1, HEAD, HEAD + 3, whole.len() / 2, whole.len() - 1] {
            assert_eq!(
                BundleFile::open(whole[..length].to_vec()).unwrap_err(),
                FileError::NotABundle,
                "{length}"
            );
        }
        let error = BundleFile::open(file(MAX_STATEMENT + 1)).unwrap_err();
        assert_eq!(error, FileError::TooLarge { name: "manifest.cose".into() });
    }
}
