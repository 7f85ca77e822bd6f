//! Whether a document is for the profession of a post. It is told beside the verdict and never changes it.
//!
//! The post is a code or a name of the register's classifier of professions. Nothing is guessed: a name that the classifier does not
//! have cannot be compared. Levels are opaque texts, so one is the same or not the same, and never lower or higher.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::document::name::lower_and_compose;
use crate::error::PageError;
use crate::facts::LocalizedName;
use crate::input::tidy;
use crate::snapshot::{Pages, Snapshot};
use crate::verdict::{DocumentDetails, LevelMatch, PostComparison, PostMatch, Source, Verdict};

/// A post that a person is to fill.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// The profession: a code, a name in one of the register's languages, or both: `7212-1`, `Welder (7212-1)`.
    pub profession: String,
    /// The qualification level that the post asks for, if one is stated.
    pub level: Option<String>,
}

/// A profession of the classifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClassifiedProfession {
    /// Its code.
    pub code: String,
    /// The edition of the classifier.
    pub edition: String,
    /// Its names.
    pub names: LocalizedName,
}

/// The register's classifier of professions, all editions. Reading it takes every page of the register's tables, so read it once
/// for many documents.
#[derive(Debug, Clone)]
pub struct Classifier {
    professions: Vec<ClassifiedProfession>,
    /// The professions of each code and name, in the form that is compared.
    by_text: BTreeMap<String, Vec<usize>>,
}

impl Classifier {
    /// Reads the classifier of a snapshot.
    ///
    /// # Errors
    /// [`PageError`] if a page of the tables cannot be read or authenticated, or a row is malformed.
    pub fn read<P: Pages>(snapshot: &Snapshot<P>) -> Result<Self, PageError> {
        let professions: Vec<_> = snapshot
            .professions()?
            .into_iter()
            .map(|((code, edition), profession)| ClassifiedProfession {
                code,
                edition,
                names: profession.names,
            })
            .collect();
        Ok(Self::new(professions))
    }

    fn new(professions: Vec<ClassifiedProfession>) -> Self {
        let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, ClassifiedProfession { code, names, .. }) in professions.iter().enumerate() {
            for text in [code, &names.kk, &names.ru, &names.en] {
                let known = by_text.entry(normal(text)).or_default();
                if !known.contains(&index) {
                    known.push(index);
                }
            }
        }
        by_text.remove("");
        Self { professions, by_text }
    }

    /// Returns the professions, by code and edition.
    #[must_use]
    pub fn professions(&self) -> &[ClassifiedProfession] {
        &self.professions
    }

    /// Compares the profession and level of a verified document with those of a post.
    #[must_use]
    pub fn compare(&self, document: &DocumentDetails, post: &Post) -> PostComparison {
        let own = match (&document.profession, &document.edition, document.source) {
            (Some(profession), Some(edition), Source::Register | Source::Document) => {
                Some((profession.code.as_str(), edition.as_str()))
            }
            _ => None,
        };
        let Some((code, edition)) = own else {
            return PostComparison { profession: PostMatch::NotConfirmed, level: None };
        };
        let named = self.named(&post.profession);
        let in_edition = || named.iter().filter(|profession| profession.edition == edition);
        let profession = if in_edition().any(|profession| profession.code == code) {
            if document.skills.is_empty() { PostMatch::Same } else { PostMatch::PartOfIt }
        } else if in_edition().next().is_some() {
            PostMatch::Another
        } else if named.is_empty() {
            PostMatch::Unknown
        } else {
            PostMatch::AnotherEdition
        };
        let level = match (&post.level, &document.level) {
            (Some(post), Some(level)) if !normal(post).is_empty() => {
                let is_same = normal(post) == normal(level);
                Some(if is_same { LevelMatch::Same } else { LevelMatch::NotTheSameText })
            }
            _ => None,
        };
        PostComparison { profession, level }
    }

    /// Returns the professions that a text names: as a whole, or by a code and a name. If code and name are of different
    /// professions, it names none.
    fn named(&self, text: &str) -> Vec<&ClassifiedProfession> {
        let whole = self.of(text);
        if !whole.is_empty() {
            return whole;
        }
        let text = tidy(text);
        let text = text.trim();
        let parts = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('))
            .or_else(|| text.split_once(char::is_whitespace))
            .map(|(left, right)| (self.of(left), self.of(right)));
        match parts {
            Some((left, right)) if !left.is_empty() && !right.is_empty() => {
                left.into_iter().filter(|profession| right.contains(profession)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn of(&self, text: &str) -> Vec<&ClassifiedProfession> {
        let indices = self.by_text.get(&normal(text)).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|index| self.professions.get(*index)).collect()
    }
}

/// The comparison of documents with posts for a program that verifies many: the classifier, if it can be read.
#[derive(Debug, Clone)]
pub struct Posts(Option<Classifier>);

impl Posts {
    /// Reads the classifier of a snapshot. If a page of it cannot be read, nothing can be compared ([`PostMatch::Unreadable`]).
    #[must_use]
    pub fn read<P: Pages>(snapshot: &Snapshot<P>) -> Self {
        Self(Classifier::read(snapshot).ok())
    }

    /// Compares the document of a verdict with a post. Store the result in [`Verdict::post`].
    #[must_use]
    pub fn compare(&self, verdict: &Verdict, post: &Post) -> PostComparison {
        match &self.0 {
            Some(classifier) => classifier.compare(&verdict.document, post),
            None => PostComparison { profession: PostMatch::Unreadable, level: None },
        }
    }
}

/// The form in which codes, names and levels are compared: small letters and digits, with one space between words.
fn normal(text: &str) -> String {
    let text = lower_and_compose(&tidy(text));
    let words = text
        .split(|one: char| !(one.is_alphanumeric() || matches!(one, '-' | '.')))
        .filter(|word| !word.is_empty());
    let mut normal = String::with_capacity(text.len());
    for word in words {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::day;
    use crate::verdict::NamedCode;

    fn profession(code: &str, edition: &str, name: &str) -> ClassifiedProfession {
        let names =
            LocalizedName { kk: name.into(), ru: alloc::format!("{name} (рус.)"), en: String::new() };
        ClassifiedProfession { code: code.into(), edition: edition.into(), names }
    }

    fn classifier() -> Classifier {
        Classifier::new(alloc::vec![
            profession("7212-1", "2024", "Дәнекерлеуші"),
            profession("7212-2", "2024", "Газбен дәнекерлеуші"),
            profession("8332-1", "2024", "Жүргізуші"),
            profession("7212-1", "2026", "Дәнекерлеуші"),
            profession("9999-1", "2026", "Оператор"),
        ])
    }

    fn document(skills: &[&str], source: Source) -> DocumentDetails {
        let named = |code: &str| NamedCode { code: code.into(), names: None };
        DocumentDetails {
            number: "1".into(),
            source,
            holder: None,
            profession: Some(named("7212-1")),
            edition: Some("2024".into()),
            qualification: None,
            level: Some("4".into()),
            skills: skills.iter().map(|skill| named(skill)).collect(),
            centre: None,
            accreditation: None,
            basis: None,
            exam_on: None,
            issued_on: Some(day("2026-01-01")),
            valid_until: None,
            unlimited: false,
        }
    }

    fn matched(post: &str) -> PostMatch {
        let post = Post { profession: post.into(), level: None };
        let compared = classifier().compare(&document(&[], Source::Register), &post);
        assert_eq!(compared.level, None);
        compared.profession
    }

    #[test]
    fn a_post_is_compared_by_code_and_by_name() {
        for same in [
            "7212-1",
            " 7212\u{2011}1 ",
            "дәнекерлеуші",
            "«Дәнекерлеуші»",
            "Дәнекерлеуші (рус.)",
            "Дәнекерлеуші (7212-1)",
            "7212-1 Дәнекерлеуші",
        ] {
            assert_eq!(matched(same), PostMatch::Same, "{same}");
        }
        for another in ["8332-1", "Жүргізуші", "Газбен дәнекерлеуші", "Жүргізуші (8332-1)"]
        {
            assert_eq!(matched(another), PostMatch::Another, "{another}");
        }
        for edition in ["9999-1", "Оператор"] {
            assert_eq!(matched(edition), PostMatch::AnotherEdition, "{edition}");
        }
        // A part of a name, a name of no profession, and a code with the name of another profession are not guessed.
        for unknown in ["", "-", "Дәнекер", "Бас дәнекерлеуші", "Инженер", "Жүргізуші (7212-1)", "7212"]
        {
            assert_eq!(matched(unknown), PostMatch::Unknown, "{unknown}");
        }
    }

    #[test]
    fn skills_are_a_part_and_what_nothing_confirms_is_not_compared() {
        let post = Post { profession: "7212-1".into(), level: Some("4".into()) };
        let compare = |document: &DocumentDetails| classifier().compare(document, &post);
        let part = compare(&document(&["S1"], Source::Document));
        assert_eq!(part, PostComparison { profession: PostMatch::PartOfIt, level: Some(LevelMatch::Same) });
        let unconfirmed = compare(&document(&[], Source::Presented));
        assert_eq!(unconfirmed, PostComparison { profession: PostMatch::NotConfirmed, level: None });
    }

    #[test]
    fn levels_are_the_same_text_or_not() {
        for (level, expected) in [
            ("4", Some(LevelMatch::Same)),
            (" 4 ", Some(LevelMatch::Same)),
            ("3", Some(LevelMatch::NotTheSameText)),
            ("5", Some(LevelMatch::NotTheSameText)),
            ("", None),
        ] {
            let post = Post { profession: "7212-1".into(), level: Some(level.into()) };
            let compared = classifier().compare(&document(&[], Source::Register), &post);
            assert_eq!(compared.level, expected, "{level:?}");
        }
    }

    #[test]
    fn the_classifier_is_read_from_the_tables() {
        let snapshot = crate::fixture::Register::new().bundle().sign().open(None).unwrap();
        let classifier = Classifier::read(&snapshot).unwrap();
        for profession in classifier.professions() {
            let row = snapshot.profession(&profession.code, &profession.edition).unwrap().unwrap();
            assert_eq!(row.names, profession.names);
        }
        assert!(classifier.professions().len() >= 3);
    }
}
