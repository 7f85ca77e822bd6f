//! Paragraph 1: recognition is for professions of the register.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::facts::{Text, facts, or_return, require};
use crate::law::engine::missing::Missing;
use crate::law::engine::norm::Norm;
use crate::law::engine::register;
use crate::law::engine::register::EntryFacts;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Answer, Ruling};
use crate::snapshot::rows::{Mode, Profession, ProfessionVersion};
use alloc::vec::Vec;

rule! {
    PROFESSION_RECOGNISABLE: Recognisable,
    unit: (15, 1, 0, 0),
    text: 0xa768_0a05_9077_855a,
    id: "art15.p1.profession-recognisable",
    summary: "Recognition is for professions of the register, mandatory or voluntary",
    note: "On the day of application, or of issue for a document. A profession that leaves the register later is finished \
         under the entry of the day of application: the text is silent.",
    judge: recognisable,
    as_of: |facts| facts.as_of,
    value: &[
    ("profession", Output::Text),
    ("profession_name", Output::Name),
    ("as_of", Output::Date),
    ("from", Output::Date),
    ("until", Output::Date),
    ("status", Output::OneOf(&["recognisable", "not-in-register", "not-yet-in-register", "excluded"])),
    ("mode", Output::OneOf(&["voluntary", "mandatory"])),
    ("other_law", Output::Text),
],
    example: r#"{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&PROFESSION_RECOGNISABLE.norm];

facts! {
    /// Facts of `art15.p1.profession-recognisable`.
    pub struct Recognisable {
        /// Code of the profession.
        profession: Option<Text>,
        /// The register of professions with its history: at least the entries of this profession; empty where it
        /// has none.
        register: Option<Vec<EntryFacts>>,
        /// The day up to which these entries are known; of a later day nothing is.
        register_as_of: Option<Date>,
        /// The day of the application, or of the decision.
        as_of: Option<Date>,
    }
}

/// `art15.p1.profession-recognisable`: recognition is for professions that are in the register on the day. For a
/// profession that leaves the register after the application, the entry of the day of application applies: ask for that
/// day.
///
/// # Errors
/// An entry that ends before it begins.
pub fn recognisable(facts: &Recognisable, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, register, register_as_of, as_of);
    if as_of > register_as_of {
        return Ok(Ruling::undetermined(Missing::NewerRegister));
    }
    let row = or_return!(register::profession(profession.as_str(), register));
    let ruling = profession_recognisable(profession.as_str(), row.as_ref(), Dated("as_of", *as_of));
    let status = match (&ruling.answer, ruling.value.date("from")) {
        (Answer::Satisfied, _) => "recognisable",
        (_, None) => "not-in-register",
        (_, Some(from)) if *as_of < from => "not-yet-in-register",
        (_, Some(_)) => "excluded",
    };
    let ruling = ruling.with("status", status);
    Ok(match row.as_ref().and_then(|row| version_on(row, *as_of)).map(|version| &version.mode) {
        Some(Mode::Voluntary) => ruling.with("mode", "voluntary"),
        Some(Mode::Mandatory { other_law }) if other_law.is_empty() => ruling.with("mode", "mandatory"),
        Some(Mode::Mandatory { other_law }) => {
            ruling.with("mode", "mandatory").with("other_law", other_law.as_str())
        }
        None => ruling,
    })
}

/// A day, with its name in the answer's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated(pub &'static str, pub Date);

/// Returns the version of a profession's entry that is in force on a day, if there is one.
#[must_use]
pub fn version_on(profession: &Profession, day: Date) -> Option<&ProfessionVersion> {
    profession.versions.iter().find(|version| version.interval.contains(day))
}

/// `art15.p1.profession-recognisable`: the profession was in the register on the day.
///
/// `profession` is the entry with its history, or `None` where the register never had it.
#[must_use]
pub fn profession_recognisable(code: &str, profession: Option<&Profession>, day: Dated) -> Ruling {
    let Dated(day_name, day) = day;
    let facts = Facts::new()
        .with("profession", code)
        .with_some("profession_name", profession.and_then(|profession| profession.names.known()))
        .with(day_name, day);
    match profession.map(|profession| (version_on(profession, day), profession)) {
        Some((Some(version), _)) => {
            let facts = facts.with("from", version.interval.from).with_some("until", version.interval.until);
            Ruling::new(Answer::Satisfied, facts)
        }
        Some((None, profession)) => {
            let from = profession.versions.iter().map(|version| version.interval.from).min();
            let until = profession.versions.iter().filter_map(|version| version.interval.until).max();
            Ruling::new(Answer::Violated, facts.with_some("from", from).with_some("until", until))
        }
        None => Ruling::new(Answer::Violated, facts),
    }
}
