//! Tags: what the register contains instead of a name and an identity number.
//!
//! A tag is a truncated HMAC-SHA-256 keyed with the document's verification code. A verifier that has the code can compare
//! a name or a number with it. Without the 80-bit code, no guess of a name or a number can be tested.

use super::code::Code;
use super::name;
use crate::crypto::{equal, hmac_sha256};
use crate::identity::Identity;

/// Length of a holder tag in bytes.
///
/// 96 bits are enough: an attacker without the code must guess its 80 bits first; an attacker with the code needs a second
/// identity number with the same tag, with a probability of 2⁻⁹⁶ for each of the 2³⁰ possible numbers.
pub const HOLDER_TAG_LEN: usize = 12;
/// Length of a name tag in bytes: five of the name as written, three of its Russian spelling.
pub const NAME_TAG_LEN: usize = 8;
const EXACT_LEN: usize = 5;

/// The tag of the holder's identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolderTag(pub [u8; HOLDER_TAG_LEN]);

/// The tag of the holder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameTag(pub [u8; NAME_TAG_LEN]);

/// The result of comparing a name with a name tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameMatch {
    /// The same name after [`name::normalise`].
    Same,
    /// The same name in Russian spelling only ([`name::fold`]): possible, not certain.
    Possible,
    /// A different name.
    Different,
}

fn keyed(code: &Code, domain: &str, number: &str, message: &[u8]) -> [u8; 32] {
    // Document numbers contain no control characters, so the zero bytes separate the fields unambiguously.
    hmac_sha256(&code.0, &[domain.as_bytes(), b"\0", number.as_bytes(), b"\0", message])
}

fn first<const N: usize>(hash: [u8; 32]) -> [u8; N] {
    let mut head = [0; N];
    head.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    head
}

impl HolderTag {
    /// Computes the tag of `holder` for document `number` with `code`.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder: &Identity) -> Self {
        Self(first(keyed(code, "rastau/holder/1", number, holder.as_str().as_bytes())))
    }

    /// Returns whether this is the tag of `holder` for document `number` with `code`.
    #[must_use]
    pub fn confirms(&self, code: &Code, number: &str, holder: &Identity) -> bool {
        equal(&Self::new(code, number, holder).0, &self.0)
    }
}

impl NameTag {
    /// Computes the tag of `holder_name` for document `number` with `code`.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder_name: &str) -> Self {
        let normal = name::normalise(holder_name);
        let exact = keyed(code, "rastau/name/1", number, normal.as_bytes());
        let folded = keyed(code, "rastau/name-folded/1", number, name::fold_normal(&normal).as_bytes());
        let mut tag = first::<NAME_TAG_LEN>(exact);
        tag.iter_mut().skip(EXACT_LEN).zip(folded).for_each(|(to, from)| *to = from);
        Self(tag)
    }

    /// Compares `holder_name` with the name of this tag, for document `number` with `code`.
    #[must_use]
    pub fn compare(&self, code: &Code, number: &str, holder_name: &str) -> NameMatch {
        let other = Self::new(code, number, holder_name);
        let (other_exact, other_folded) = other.0.split_at(EXACT_LEN);
        let (exact, folded) = self.0.split_at(EXACT_LEN);
        match (equal(other_exact, exact), equal(other_folded, folded)) {
            (true, true) => NameMatch::Same,
            (false, true) => NameMatch::Possible,
            (_, false) => NameMatch::Different,
        }
    }
}

/// Computes the HMAC of the attributes of `number`, whose first bytes are the record's check; see [`super::sealed`].
pub(super) fn seal_check(code: &Code, number: &str, attributes: &[u8]) -> [u8; 32] {
    keyed(code, "rastau/sealed/1", number, attributes)
}

/// Computes the 32 bytes that mask the attributes of `number` beside this check; see [`super::sealed`].
pub(super) fn seal_mask(code: &Code, number: &str, check: &[u8]) -> [u8; 32] {
    keyed(code, "rastau/mask/1", number, check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_depend_on_code_number_and_person() {
        let (code, other) = (Code([1; 10]), Code([2; 10]));
        let (aiman, berik) = (Identity::parse("P-1").unwrap(), Identity::parse("P-2").unwrap());
        let tag = HolderTag::new(&code, "N1", &aiman);
        assert!(tag.confirms(&code, "N1", &aiman));
        assert!(!tag.confirms(&other, "N1", &aiman));
        assert!(!tag.confirms(&code, "N2", &aiman));
        assert!(!tag.confirms(&code, "N1", &berik));
    }

    #[test]
    fn a_name_in_russian_spelling_is_a_possible_match() {
        let code = Code([1; 10]);
        let tag = NameTag::new(&code, "N1", "Сынақбаева Үлгіжан");
        assert_eq!(tag.compare(&code, "N1", "СЫНАҚБАЕВА  үлгіжан"), NameMatch::Same);
        assert_eq!(tag.compare(&code, "N1", "Сынакбаева Улгижан"), NameMatch::Possible);
        assert_eq!(tag.compare(&code, "N1", "Қиялов Үлгіжан"), NameMatch::Different);
        assert_eq!(tag.compare(&code, "N2", "Сынақбаева Үлгіжан"), NameMatch::Different);
        assert_eq!(tag.compare(&Code([2; 10]), "N1", "Сынақбаева Үлгіжан"), NameMatch::Different);
    }
}
