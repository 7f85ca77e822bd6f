//! Paragraph 1: recognition is for professions of the register.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::facts::{Known, Text, facts, or_return, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, EntryFacts};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Reading, RuleAnswer, Ruling};
use crate::snapshot::rows::{Mode, Profession, ProfessionVersion};

rule! {
    PROFESSION_RECOGNISABLE: Recognisable => Outcome,
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
        ("mode", Output::OneOf(&["voluntary", "mandatory"])),
        ("other_law", Output::Text),
    ],
    example: r#"{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&PROFESSION_RECOGNISABLE.norm];

outcomes! {
    /// The outcomes of `art15.p1.profession-recognisable`.
    pub enum Outcome {
        Recognisable = "recognisable": Satisfied,
        NotInRegister = "not-in-register": Violated,
        NotYetInRegister = "not-yet-in-register": Violated,
        Excluded = "excluded": Violated,
    }
}

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
pub fn recognisable(facts: &Recognisable, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: profession, register, register_as_of, as_of);
    if as_of > register_as_of {
        return Ok(Ruled::undetermined(MissingForRule::NewerRegister));
    }
    let row = or_return!(register::profession(profession.as_str(), register));
    let listing = Listing::on(row.as_ref(), *as_of);
    let outcome = match listing {
        Listing::Listed(_) => Outcome::Recognisable,
        Listing::Never => Outcome::NotInRegister,
        Listing::NotThen { from, .. } if *as_of < from => Outcome::NotYetInRegister,
        Listing::NotThen { .. } => Outcome::Excluded,
    };
    let values = describe(profession.as_str(), row.as_ref(), Dated("as_of", *as_of));
    let ruled = Ruled::of(outcome).with_all(values).concluding(outcome);
    Ok(match listing {
        Listing::Listed(ProfessionVersion { mode: Mode::Voluntary, .. }) => ruled.with("mode", "voluntary"),
        Listing::Listed(ProfessionVersion { mode: Mode::Mandatory { other_law }, .. }) => {
            let other_law = Some(other_law.as_str()).filter(|law| !law.is_empty());
            ruled.with("mode", "mandatory").with_some("other_law", other_law)
        }
        Listing::NotThen { .. } | Listing::Never => ruled,
    })
}

/// The profession's entry on a day, where the facts state it.
pub(in crate::law) fn entry_on(facts: &Recognisable, day: Option<Date>) -> Option<&EntryFacts> {
    let profession = facts.profession.as_ref()?;
    let day = day.filter(|day| facts.register_as_of.is_some_and(|known| *day <= known))?;
    let mut entries = facts.register.iter().flatten();
    entries.find(|entry| {
        let ends = match entry.excluded_on {
            Known::Unknown => return false,
            Known::None => None,
            Known::Is(excluded_on) => Some(excluded_on),
        };
        let begun = entry.included_on.is_some_and(|included_on| included_on <= day);
        entry.profession.as_ref() == Some(profession) && begun && ends.is_none_or(|ends| day < ends)
    })
}

/// `art15.p1.profession-recognisable`, asked of a document with the facts of the day of issue: recognition is an evaluation
/// and a decision (art. 1(9)). Where the profession was in the register on one only of the day of the exam and the day
/// of issue, the answer is contestable. `exam_on` has the fact's name for an answer that lacks it.
///
/// # Errors
/// Those of the rule.
pub(in crate::law) fn recognised(
    facts: &Recognisable,
    exam_on: (&'static str, Option<Date>),
    days: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let ruled = recognisable(facts, days)?;
    let (Some(_), Some(profession), Some(entries), Some(issued_on)) =
        (ruled.outcome(), &facts.profession, &facts.register, facts.as_of)
    else {
        return Ok(ruled);
    };
    let (name, exam_on) = exam_on;
    let Some(exam_on) = exam_on else { return Ok(Ruled::missing(&[name])) };
    let row = or_return!(register::profession(profession.as_str(), entries));
    Ok(match readings(row.as_ref(), exam_on, issued_on) {
        Some(readings) => ruled.disputed(readings.into()),
        None => ruled,
    })
}

/// The readings for a profession that was in the register on one only of the day of the exam and the day of issue.
fn readings(profession: Option<&Profession>, exam_on: Date, issued_on: Date) -> Option<[Reading; 2]> {
    let listed = |day| matches!(Listing::on(profession, day), Listing::Listed(_));
    let reading = |reading, day_name, day| Reading {
        reading,
        satisfied: listed(day),
        facts: Facts::new().with(day_name, day),
    };
    (listed(exam_on) != listed(issued_on)).then(|| {
        [
            reading("register-on-the-day-of-issue", "issued_on", issued_on),
            reading("register-on-the-day-of-the-exam", "exam_on", exam_on),
        ]
    })
}

/// The status of a profession in the register on a day.
#[derive(Debug, Clone, Copy)]
enum Listing<'r> {
    /// It is in the register, with this version of its entry.
    Listed(&'r ProfessionVersion),
    /// It is not in the register on the day, but is on others.
    NotThen {
        /// The first day on which it is.
        from: Date,
        /// The last day on which it was; `None` where it has no last day.
        until: Option<Date>,
    },
    /// The register never had it.
    Never,
}

impl<'r> Listing<'r> {
    fn on(profession: Option<&'r Profession>, day: Date) -> Self {
        let Some(profession) = profession else { return Self::Never };
        if let Some(version) = version_on(profession, day) {
            return Self::Listed(version);
        }
        let until = profession.versions.iter().filter_map(|version| version.interval.until).max();
        let from = profession.versions.iter().map(|version| version.interval.from).min();
        from.map_or(Self::Never, |from| Self::NotThen { from, until })
    }
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
    let listed = matches!(Listing::on(profession, day.1), Listing::Listed(_));
    Ruling::new(RuleAnswer::from_bool(listed), describe(code, profession, day))
}

/// Returns the version of a profession's entry that governs a document: that of the day of issue; if the profession was not
/// in the register then, that of the day of the exam.
#[must_use]
pub fn version_of_document(
    profession: &Profession,
    exam_on: Date,
    issued_on: Date,
) -> Option<&ProfessionVersion> {
    version_on(profession, issued_on).or_else(|| version_on(profession, exam_on))
}

/// `art15.p1.profession-recognisable` of a document: the profession was in the register on the day of issue and on the day
/// of the exam. If it was on one of the two, the answer is contestable.
///
/// `profession` is the entry with its history, or `None` where the register never had it.
#[must_use]
pub fn profession_of_document(
    code: &str,
    profession: Option<&Profession>,
    exam_on: Date,
    issued_on: Date,
) -> Ruling {
    let Ruling { answer, value, .. } =
        profession_recognisable(code, profession, Dated("issued_on", issued_on));
    match readings(profession, exam_on, issued_on) {
        Some(readings) => {
            Ruling::new(RuleAnswer::Contestable(readings.into()), value.with("exam_on", exam_on))
        }
        None => Ruling::new(answer, value),
    }
}

/// The values of an answer about a profession.
fn describe(code: &str, profession: Option<&Profession>, Dated(day_name, day): Dated) -> Facts {
    let facts = Facts::new()
        .with("profession", code)
        .with_some("profession_name", profession.and_then(|profession| profession.names.known()))
        .with(day_name, day);
    match Listing::on(profession, day) {
        Listing::Listed(version) => {
            facts.with("from", version.interval.from).with_some("until", version.interval.until)
        }
        Listing::NotThen { from, until } => facts.with("from", from).with_some("until", until),
        Listing::Never => facts,
    }
}
