//! Tags: what the register contains instead of a name and an identity number.
//!
//! A tag is a truncated HMAC-SHA-256 keyed with the document's verification code. A verifier that has the code can compare
//! a name or a number with it. Without the 80-bit code, no guess of a name or a number can be tested.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::code::Code;
use super::name;
use crate::crypto::{equal, hmac_sha256};
use crate::identity::Identity;
use crate::sorted::{sorted, sorted_by_key};

/// Length of a holder tag in bytes.
///
/// 96 bits are enough: an attacker without the code must guess its 80 bits first; an attacker with the code needs a second
/// identity number with the same tag, with a probability of 2⁻⁹⁶ for each of the 2³⁰ possible numbers.
pub const HOLDER_TAG_LEN: usize = 12;
/// Length of a name tag in bytes: five of the normalised name, then a hint for each of three words.
pub const NAME_TAG_LEN: usize = 8;
const EXACT_LEN: usize = 5;
/// Number of words of which a name tag has a hint of one byte.
const HINTS: usize = 3;

/// The tag of the holder's identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolderTag(pub [u8; HOLDER_TAG_LEN]);

/// The tag of the holder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameTag(pub [u8; NAME_TAG_LEN]);

/// The result of comparing a name with a name tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameMatch {
    /// The same words in any order ([`name::normalise`]).
    Same,
    /// Possibly the same name: the words match in Russian spelling ([`name::fold`]), as initials or without a hyphen, or words
    /// are missing on one side only.
    Possible,
    /// A different name: both sides have a full word that matches nothing.
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
    /// Computes the tag of `holder` in its canonical form ([`Identity::canonical`]) for document `number` with `code`.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder: &Identity) -> Self {
        Self(first(keyed(code, "rastau/holder/2", number, holder.canonical().as_bytes())))
    }

    /// Returns whether this is the tag of `holder` for document `number` with `code`.
    #[must_use]
    pub fn confirms(&self, code: &Code, number: &str, holder: &Identity) -> bool {
        equal(&Self::new(code, number, holder).0, &self.0)
    }
}

impl NameTag {
    /// Computes the tag of `holder_name` for document `number` with `code`: five bytes of the HMAC of the normalised name
    /// ([`name::normalise`]), and the hints of its folded words ([`name::folded_words`]) in ascending order, masked.
    ///
    /// A hint is 1–255, and 0 where there is no word. Without the code nothing shows how many words the name has. If
    /// there are more than three words, the longest ones have hints; of equally long words, those that sort first.
    #[must_use]
    pub fn new(code: &Code, number: &str, holder_name: &str) -> Self {
        let normal = name::normalise(holder_name);
        let mut tag = first::<NAME_TAG_LEN>(keyed(code, "rastau/name/2", number, normal.as_bytes()));
        let words = name::folded_words(holder_name);
        let words = sorted_by_key(words, |word| (Reverse(word.chars().count()), word.clone()));
        let mut hints = [0; HINTS];
        hints.iter_mut().zip(&words).for_each(|(to, word)| *to = hint(code, number, word));
        let hints = sorted(hints.to_vec());
        let mask = first::<HINTS>(keyed(code, "rastau/name-mask/2", number, b""));
        let masked = hints.into_iter().zip(mask).map(|(hint, mask)| hint ^ mask);
        tag.iter_mut().skip(EXACT_LEN).zip(masked).for_each(|(to, from)| *to = from);
        Self(tag)
    }

    /// Compares `holder_name` with the name of this tag, for document `number` with `code`.
    ///
    /// Hints alone never give [`NameMatch::Same`]. Another name is [`NameMatch::Possible`] with the chances that
    /// docs/formats.md states.
    #[must_use]
    pub fn compare(&self, code: &Code, number: &str, holder_name: &str) -> NameMatch {
        let normal = name::normalise(holder_name);
        let exact = first::<EXACT_LEN>(keyed(code, "rastau/name/2", number, normal.as_bytes()));
        if self.0.first_chunk().is_some_and(|tag: &[u8; EXACT_LEN]| equal(tag, &exact)) {
            return NameMatch::Same;
        }
        let mask = keyed(code, "rastau/name-mask/2", number, b"");
        let hints = self.0.iter().skip(EXACT_LEN).zip(mask).map(|(hint, mask)| hint ^ mask);
        let register = hints.filter(|hint| *hint != 0).collect();
        match_words(register, &name::folded_words(holder_name), |word| hint(code, number, word))
    }
}

/// The hint of a folded word: 1–255.
fn hint(code: &Code, number: &str, word: &str) -> u8 {
    let [byte] = first::<1>(keyed(code, "rastau/name-word/2", number, word.as_bytes()));
    byte.max(1)
}

/// Compares two names in the clear by the same rule, for example the name on a document with that of a list.
///
/// ```
/// use rastau_core::document::tags::{NameMatch, compare_names};
///
/// assert_eq!(compare_names("Сейітов Әлі", "Әлі СЕЙІТОВ"), NameMatch::Same);
/// assert_eq!(compare_names("Сейітов Әлі", "Сейитов Али"), NameMatch::Possible);
/// assert_eq!(compare_names("Сейітов Ә.", "Сейітов Әлі"), NameMatch::Possible);
/// assert_eq!(compare_names("Сейітов Б.", "Сейітов Әлі"), NameMatch::Different);
/// assert_eq!(compare_names("Сейітов Әлі", "Сейітов Берік"), NameMatch::Different);
/// ```
#[must_use]
pub fn compare_names(left: &str, right: &str) -> NameMatch {
    if name::normalise(left) == name::normalise(right) {
        return NameMatch::Same;
    }
    let (left, right) = (name::folded_words(left), name::folded_words(right));
    let is_possible = |register: &[String], typed: &[String]| {
        match_words(register.to_vec(), typed, |word| String::from(word)) == NameMatch::Possible
    };
    let fits = initials_fit(&left, &right) && initials_fit(&right, &left);
    let possible = is_possible(&left, &right) || is_possible(&right, &left);
    if fits && possible { NameMatch::Possible } else { NameMatch::Different }
}

/// Returns whether each initial of a name begins a word of the other name that is not matched otherwise. If no such
/// word is left, the other name omits it.
fn initials_fit(words: &[String], others: &[String]) -> bool {
    let mut free: Vec<&String> = others.iter().filter(|other| !words.contains(other)).collect();
    let is_initial = |word: &&String| word.chars().nth(1).is_none() && !others.contains(word);
    words.iter().filter(is_initial).all(|initial| {
        match free.iter().position(|word| word.starts_with(initial.as_str())) {
            Some(at) => {
                free.swap_remove(at);
                true
            }
            None => free.is_empty(),
        }
    })
}

/// Compares the words of a name with what is known about the register's words. `known` returns the same for a typed
/// word.
///
/// Two of the register's words typed as one, without their hyphen, are matched once after the whole words and once
/// before them, because a whole word may have the hint of another one.
fn match_words<K: PartialEq + Clone>(
    register: Vec<K>,
    typed: &[String],
    known: impl Fn(&str) -> K,
) -> NameMatch {
    let (initials, full): (Vec<&str>, Vec<&str>) =
        typed.iter().map(String::as_str).partition(|word| word.chars().nth(1).is_none());
    let possible = |splits_first: bool| {
        let mut unmatched = Words { register: register.clone(), known: &known };
        let mut rest = full.clone();
        for splits in [splits_first, !splits_first] {
            rest.retain(|word| !if splits { unmatched.take_split(word) } else { unmatched.take(&[word]) });
        }
        // An initial matches a word that nothing else matches.
        rest.is_empty() || unmatched.register.len() <= initials.len()
    };
    if possible(false) || possible(true) { NameMatch::Possible } else { NameMatch::Different }
}

/// The register's words that nothing matches yet.
struct Words<'k, K, F> {
    register: Vec<K>,
    known: &'k F,
}

impl<K: PartialEq, F: Fn(&str) -> K> Words<'_, K, F> {
    /// Removes these words if all of them are there.
    fn take(&mut self, words: &[&str]) -> bool {
        let mut places: Vec<usize> = Vec::new();
        for word in words {
            let known = (self.known)(word);
            let is_free = |(at, other): &(usize, &K)| **other == known && !places.contains(at);
            match self.register.iter().enumerate().find(is_free) {
                Some((at, _)) => places.push(at),
                None => return false,
            }
        }
        // In descending order, so that the remaining indexes stay valid.
        sorted(places).iter().rev().for_each(|at| drop(self.register.remove(*at)));
        true
    }

    /// Removes the two words, of two letters or more, that together are this one.
    fn take_split(&mut self, word: &str) -> bool {
        let splits = word.char_indices().filter_map(|(at, _)| word.split_at_checked(at));
        let is_long = |part: &str| part.chars().nth(1).is_some();
        let mut long = splits.filter(|(front, back)| is_long(front) && is_long(back));
        long.any(|(front, back)| self.take(&[front, back]))
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
    fn names_are_the_same_possible_or_different() {
        use NameMatch::{Different, Possible, Same};
        for (register, typed, expected) in [
            ("Сынақбаева Үлгіжан", "СЫНАҚБАЕВА  үлгіжан", Same),
            ("Сынақбаева Үлгіжан", "Үлгіжан Сынақбаева", Same),
            ("Сынақбаева Үлгіжан", "Сынакбаева Улгижан", Possible),
            ("Сынақбаева Үлгіжан", "Қиялов Үлгіжан", Different),
            ("Сынақбаева Үлгіжан", "Сынақбаева Үлгіжан Мысалбекқызы", Possible),
            ("Мысалов Сынақхан Елесжанұлы", "Мысалов Сынақхан", Possible),
            ("Мысалов Сынақхан Елесжанұлы", "Мысалов С. Е.", Possible),
            ("Мысалов Сынақхан Елесжанұлы", "Мысалов С.Е.", Possible),
            ("Мысалов Сынақхан Елесжанұлы", "Ертегиев С. Е.", Different),
            ("Мысалов Сынақхан Елесжанұлы", "Ертегиев Сынақхан Елесжанұлы", Different),
            ("Мысалов Сынақхан Елесжанұлы", "Ертегиев Сынақхан", Different),
            ("Мысалов Сынақхан Елесжанұлы", "Мысалов Ғажап", Different),
            ("Қиялова-Үлгібаева Іңкәр", "Қиялова Үлгібаева Іңкәр", Possible),
            ("Қиялова-Үлгібаева Іңкәр", "ҚияловаҮлгібаева Іңкәр", Possible),
            ("Қиялова-Үлгібаева Іңкәр", "Қиялова Іңкәр", Possible),
            ("Ертегиев Ғажап Өрнекбайұлы", "Ертегиев Ғажап Өрнекбай улы", Possible),
            ("Д'Мысал Ертегі", "ДМысал Ертегі", Possible),
            ("Мысалов Сынақ Елес Ғажап", "Мысалов Сынак Елес Гажап", Possible),
        ] {
            assert_eq!(compare_names(register, typed), expected, "{register} / {typed}");
            // Hints of one byte may collide, so one code in four is allowed another answer for different names.
            let codes = (0..32).map(|byte| Code([byte; 10]));
            let of = |code: Code| NameTag::new(&code, "N1", register).compare(&code, "N1", typed);
            let agreeing = codes.filter(|code| of(*code) == expected).count();
            assert!(
                agreeing == 32 || (expected == Different && agreeing >= 24),
                "{register} / {typed}: {agreeing}"
            );
        }
    }

    #[test]
    fn a_name_tag_depends_on_code_and_number() {
        let (code, name) = (Code([1; 10]), "Сынақбаева Үлгіжан");
        let tag = NameTag::new(&code, "N1", name);
        assert_ne!(tag.compare(&code, "N2", name), NameMatch::Same);
        assert_ne!(tag.compare(&Code([2; 10]), "N1", name), NameMatch::Same);
    }

    #[test]
    fn a_name_tag_does_not_show_how_many_words_the_name_has() {
        let zeros = (0..=255u8).filter(|byte| {
            let NameTag([.., a, b, c]) = NameTag::new(&Code([*byte; 10]), "N1", "Мысалов");
            (a, b, c) == (0, 0, 0)
        });
        assert!(zeros.count() < 3);
    }

    /// A name with one different word is possible only by chance: two of the 255 hints are equal, or the hints of two
    /// parts of a word equal those of two words. The codes are fixed, because one code in several thousand lets every
    /// other word pass.
    #[test]
    fn other_words_rarely_match() {
        let others =
            ["Ертегиев", "Қиялов", "Елесбаев", "Ғажапов", "Бұлдыров", "Іздеуов", "Өрнекбаев", "Үлгібаев"];
        let possible = |code: &Code| {
            let tag = NameTag::new(code, "N1", "Мысалов Сынақхан Елесжанұлы");
            let is_possible = |other: &&&str| {
                let typed = alloc::format!("{other} Сынақхан Елесжанұлы");
                tag.compare(code, "N1", &typed) != NameMatch::Different
            };
            others.iter().filter(is_possible).count()
        };
        let of_2048: usize = (0..=255u8).map(|byte| possible(&Code([byte; 10]))).sum();
        assert!(of_2048 <= 20, "{of_2048}");
        // With this code the hints of two parts of a word are those of two other words.
        assert_eq!(possible(&Code([190, 106, 214, 72, 132, 38, 204, 53, 134, 207])), others.len());
    }
}
