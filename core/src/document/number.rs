//! Document numbers that people cannot tell apart.

use alloc::string::String;

use super::name::lower_and_compose;
use crate::input::{latin_twin, tidy};

/// Returns a form that is equal for numbers that people cannot tell apart, like the skeleton of Unicode Technical
/// Standard 39.
///
/// Case, white space, invisible characters, kinds of hyphens, composition (NFC or NFD), full-width characters and zeros at the
/// beginning make no difference, nor do Cyrillic letters and the Latin ones that look like them. Two documents of a register
/// must not share a skeleton. Numbers are looked up as they are, never by their skeleton.
///
/// # Examples
/// ```
/// use rastau_core::document::number::skeleton;
///
/// assert_eq!(skeleton("АВ–0012"), skeleton("AB-0012"), "Cyrillic letters and a dash");
/// assert_eq!(skeleton("000012\u{200b}"), skeleton("12"));
/// assert_ne!(skeleton("AB-0012"), skeleton("AB-0021"));
/// ```
#[must_use]
pub fn skeleton(number: &str) -> String {
    let composed = lower_and_compose(&tidy(number));
    let skeleton: String = composed.chars().filter(|one| !one.is_whitespace()).map(latin_twin).collect();
    let digits = skeleton.trim_start_matches('0');
    // A number of only zeros keeps one.
    if digits.is_empty() && !skeleton.is_empty() { "0".into() } else { digits.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_look_alike_share_a_skeleton() {
        for (left, right) in [
            ("000012", "12"),
            ("0", "000"),
            ("АВ-12", "AB-12"),
            ("МТ 12", "MT12"),
            ("ab-12", "AB-12"),
            ("AB-12", "AB\u{2013}12"),
            ("AB-12", "AB\u{2011}12"),
            ("AB12", "AB\u{ad}12"),
            ("AB-12", "AB-\u{200b}12"),
            ("AB-12", "\u{2066}AB-12"),
            ("Й-1", "И\u{306}-1"),
            ("１２", "12"),
            ("ҚР-1", "ҚP-1"),
        ] {
            assert_eq!(skeleton(left), skeleton(right), "{left} / {right}");
        }
    }

    #[test]
    fn numbers_that_differ_have_different_skeletons() {
        for (left, right) in
            [("12", "120"), ("AB-12", "AB-21"), ("AB-12", "AC-12"), ("AB12", "AB-12"), ("Қ-1", "К-1")]
        {
            assert_ne!(skeleton(left), skeleton(right), "{left} / {right}");
        }
    }
}
