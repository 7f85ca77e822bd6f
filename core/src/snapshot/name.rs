//! The names of the published files. A file that is named by its hash never changes; only the freshness statement is
//! replaced in place, and roots are appended.

use alloc::string::String;
use core::fmt;

use crate::codec::hex;
use crate::crypto::Hash;

/// The name of a published file, with forward slashes.
///
/// # Examples
/// ```
/// use rastau_core::snapshot::FileName;
///
/// assert_eq!(FileName::Root(7).to_string(), "roots/7.cose");
/// assert_eq!(FileName::parse("roots/7.cose"), Some(FileName::Root(7)));
/// assert_eq!(FileName::parse("roots/07.cose"), None, "each file has one name");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileName {
    /// `roots/VERSION.cose`: the trust root of a version.
    Root(u64),
    /// `manifests/HASH.cose`: the manifest whose bytes have this SHA-256.
    Manifest(Hash),
    /// `centres/HASH.cose`: the statement of centres whose bytes have this SHA-256.
    Centres(Hash),
    /// `fresh.cose`: the freshness statement.
    Freshness,
    /// `segments/HASH.seg`: the segment of this root hash.
    Segment(Hash),
}

/// The directory of the trust roots.
pub const ROOTS: &str = "roots";
/// The directory of the manifests.
pub const MANIFESTS: &str = "manifests";
/// The directory of the statements of centres.
pub const CENTRES: &str = "centres";
/// The directory of the segments.
pub const SEGMENTS: &str = "segments";
/// The freshness statement.
pub const FRESHNESS: &str = "fresh.cose";

impl FileName {
    /// Reads a name; `None` for any other text.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let Some((directory, file)) = name.split_once('/') else {
            return (name == FRESHNESS).then_some(Self::Freshness);
        };
        let hash = |suffix: &str| hash(file.strip_suffix(suffix)?);
        match directory {
            ROOTS => version(file.strip_suffix(".cose")?).map(Self::Root),
            MANIFESTS => hash(".cose").map(Self::Manifest),
            CENTRES => hash(".cose").map(Self::Centres),
            SEGMENTS => hash(".seg").map(Self::Segment),
            _ => None,
        }
    }

    /// Returns the name below its directory, for example `7.cose`.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self {
            Self::Root(version) => alloc::format!("{version}.cose"),
            Self::Manifest(hash) | Self::Centres(hash) => alloc::format!("{}.cose", hex::encode(hash)),
            Self::Freshness => FRESHNESS.into(),
            Self::Segment(hash) => alloc::format!("{}.seg", hex::encode(hash)),
        }
    }

    /// Returns the directory, or `None` for a file at the top.
    #[must_use]
    pub const fn directory(&self) -> Option<&'static str> {
        match self {
            Self::Root(_) => Some(ROOTS),
            Self::Manifest(_) => Some(MANIFESTS),
            Self::Centres(_) => Some(CENTRES),
            Self::Freshness => None,
            Self::Segment(_) => Some(SEGMENTS),
        }
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.directory() {
            Some(directory) => write!(f, "{directory}/{}", self.file_name()),
            None => f.write_str(&self.file_name()),
        }
    }
}

/// Reads a version in its shortest decimal form.
fn version(digits: &str) -> Option<u64> {
    let canonical = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    if canonical { digits.parse().ok() } else { None }
}

/// Reads 64 lower-case hexadecimal digits.
fn hash(digits: &str) -> Option<Hash> {
    let lower = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if digits.len() != 64 || !digits.bytes().all(lower) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, at) in hash.iter_mut().zip((0..64usize).step_by(2)) {
        *byte = u8::from_str_radix(digits.get(at..at.saturating_add(2))?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_and_nothing_else_is_a_name() {
        let hash = [0xab; 32];
        let names = [
            FileName::Root(1),
            FileName::Root(u64::MAX),
            FileName::Manifest(hash),
            FileName::Centres(hash),
            FileName::Freshness,
            FileName::Segment(hash),
        ];
        for name in names {
            assert_eq!(FileName::parse(&name.to_string()), Some(name));
        }
        let upper = alloc::format!("segments/{}.seg", "AB".repeat(32));
        let longer = alloc::format!("segments/{}.seg", "ab".repeat(33));
        for other in [
            "",
            "/",
            "fresh",
            "fresh.cose/",
            "roots/0.cose",
            "roots/01.cose",
            "roots/+1.cose",
            "roots/1",
            "roots/18446744073709551616.cose",
            "manifest.cose",
            "segments/ab.seg",
            "../fresh.cose",
            &upper,
            &longer,
        ] {
            assert_eq!(FileName::parse(other), None, "{other}");
        }
    }
}
