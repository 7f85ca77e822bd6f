//! Tags: what the register holds in place of a name and an identity number.
//!
//! Each is a truncated HMAC-SHA-256 whose key is the document's verification code, so that the register can
//! confirm what a person shows and tells nothing to anybody else: without the 80-bit code no guess of a name or
//! a number can be tested.

use super::code::Code;
use super::name;
use crate::crypto::{equal, hmac_sha256};
use crate::identity::Identity;

/// Bytes of a holder tag. Ninety-six bits: whoever has no code faces the code's 80 bits first, whoever has it
/// would need a second identity number with the same tag, one chance in 2⁹⁶ for each of the 2³⁰ that are possible.
pub const HOLDER_TAG_LEN: usize = 12;
/// Bytes of a name tag: five of the name as written, three of its Russian spelling.
pub const NAME_TAG_LEN: usize = 8;
const EXACT_LEN: usize = 5;

/// Confirms the holder's identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolderTag(pub [u8; HOLDER_TAG_LEN]);

/// Confirms the holder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameTag(pub [u8; NAME_TAG_LEN]);

/// How a name compares with a name tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameMatch {
    /// The same name, however it was typed.
    Same,
    /// The same only in Russian spelling: possible, not certain.
    Possible,
    /// Another name.
    Different,
}

fn keyed(code: &Code, domain: &str, number: &str, message: &str) -> [u8; 32] {
    // Numbers hold no control characters, so the zero bytes part the fields without doubt.
    hmac_sha256(&code.0, &[domain.as_bytes(), b"\0", number.as_bytes(), b"\0", message.as_bytes()])
}

fn first<const N: usize>(hash: [u8; 32]) -> [u8; N] {
    let mut head = [0; N];
    head.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    head
}

impl HolderTag {
    /// The tag of `holder` on document `number` with `code`.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder: &Identity) -> Self {
        Self(first(keyed(code, "rastau/holder/1", number, holder.as_str())))
    }

    /// Whether this is the tag of `holder`.
    #[must_use]
    pub fn confirms(&self, code: &Code, number: &str, holder: &Identity) -> bool {
        equal(&Self::new(code, number, holder).0, &self.0)
    }
}

impl NameTag {
    /// The tag of `holder_name` on document `number` with `code`.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder_name: &str) -> Self {
        let normal = name::normalise(holder_name);
        let exact = keyed(code, "rastau/name/1", number, &normal);
        let folded = keyed(code, "rastau/name-folded/1", number, &name::fold_normal(&normal));
        let mut tag = first::<NAME_TAG_LEN>(exact);
        tag.iter_mut().skip(EXACT_LEN).zip(folded).for_each(|(to, from)| *to = from);
        Self(tag)
    }

    /// How `holder_name` compares with the name that was tagged.
    #[must_use]
    pub fn compare(&self, code: &Code, number: &str, holder_name: &str) -> NameMatch {
        let asked = Self::new(code, number, holder_name);
        let (exact, folded) = asked.0.split_at(EXACT_LEN);
        let (true_exact, true_folded) = self.0.split_at(EXACT_LEN);
        match (equal(exact, true_exact), equal(folded, true_folded)) {
            (true, true) => NameMatch::Same,
            (false, true) => NameMatch::Possible,
            (_, false) => NameMatch::Different,
        }
    }
}

/// The 32 bytes with which a record of `number` is checked and masked; see [`super::sealed`].
pub(super) fn seal_stream(code: &Code, number: &str) -> [u8; 32] {
    keyed(code, "rastau/sealed/1", number, "")
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
    fn a_folded_name_is_possible_and_no_more() {
        let code = Code([1; 10]);
        let tag = NameTag::new(&code, "N1", "Сынақбаева Үлгіжан");
        assert_eq!(tag.compare(&code, "N1", "СЫНАҚБАЕВА  үлгіжан"), NameMatch::Same);
        assert_eq!(tag.compare(&code, "N1", "Сынакбаева Улгижан"), NameMatch::Possible);
        assert_eq!(tag.compare(&code, "N1", "Қиялов Үлгіжан"), NameMatch::Different);
        assert_eq!(tag.compare(&code, "N2", "Сынақбаева Үлгіжан"), NameMatch::Different);
        assert_eq!(tag.compare(&Code([2; 10]), "N1", "Сынақбаева Үлгіжан"), NameMatch::Different);
    }
}
