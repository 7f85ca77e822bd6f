//! Paragraph 5: how long a document is valid.

use crate::calendar::{Date, Term, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::{Facts, Reason};
use crate::law::Reading;
use crate::law::engine::deadlines::{self, first_day};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Place::Field;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, ValidityFacts};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling};
use crate::law::engine::unit::at;
use crate::snapshot::verified::StatedEnd;

rule! {
    DOCUMENT_VALIDITY: DocumentValidity => Outcome,
    unit: (21, 5, 0, 0),
    text: 0x97cc_7448_d895_9b64,
    id: "art21.p5.document-validity",
    summary: "How long a document is valid is set by the register of professions",
    note: "By the register version of the day of issue. The last day is the corresponding date, included, and no day off \
         moves it. Where the document states a date, that date is used and a difference is reported.",
    judge: validity,
    as_of: |facts| first_day([facts.issued_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("computed_last_day", Output::Date),
        ("printed_last_day", Output::Date),
        ("days_left", Output::Number),
    ],
    example: r#"{"issued_on":"2024-02-29","validity":{"months":36},"valid_to_printed":"2027-02-28","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &DOCUMENT_VALIDITY.norm,
    norm!(
        at(21, 5, 0, 0),
        0x97cc_7448_d895_9b64,
        Data,
        "data.register-validity-term",
        "The register holds the term for each profession",
        Field("snapshot::rows::ProfessionVersion.term"),
        "Months, or without an end."
    ),
];

outcomes! {
    /// The outcomes of `art21.p5.document-validity`.
    pub enum Outcome {
        Valid = "valid": Satisfied,
        Unlimited = "unlimited": Satisfied,
        Expired = "expired": Violated,
        NotYetValid = "not-yet-valid": Violated,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// Facts of `art21.p5.document-validity`.
    pub struct DocumentValidity {
        /// The day of issue.
        issued_on: Option<Date>,
        /// The validity that the register gave the profession on the day of issue.
        validity: Option<ValidityFacts>,
        /// The last day that is printed on the document; none where left out.
        valid_to_printed: Option<Date>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// `art21.p5.document-validity`: a document is valid for the term that the register stated on the day of issue; the
/// last day is the corresponding date, included, whatever day of the week it is. A printed date takes precedence; if
/// it differs from the register's, the answer has both, and where they differ by more than a day it is contestable
/// between them.
///
/// # Errors
/// A validity that is neither a number of months (1 to 1,200) nor unlimited; a printed date before the day of issue.
pub fn validity(facts: &DocumentValidity, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let term = match &facts.validity {
        Some(validity) => {
            let wrong = || FactsError::field("validity", FactProblem::InvalidTerm);
            Some(register::term(validity).ok_or_else(wrong)?)
        }
        None => None,
    };
    require!(facts: issued_on);
    deadlines::reject_before(
        facts.valid_to_printed,
        facts.issued_on,
        deadlines::Names { done: "valid_to_printed", event: "issued_on" },
    )?;
    let end = facts.valid_to_printed.map_or(StatedEnd::ByRegister, StatedEnd::On);
    let computed = term.and_then(|term| term.last_day(*issued_on));
    let last_day = facts.valid_to_printed.or(computed);
    let ruling = match facts.as_of {
        Some(as_of) => match validity_on(*issued_on, end, term, as_of).standing {
            Standing::Valid => match last_day {
                Some(last_day) => {
                    Ruled::of(Outcome::Valid).with("days_left", deadlines::days_between(as_of, last_day))
                }
                None => Ruled::of(Outcome::Unlimited),
            },
            Standing::NotYet => Ruled::of(Outcome::NotYetValid),
            Standing::Expired => Ruled::of(Outcome::Expired),
            Standing::Contestable(readings) => Ruled::contestable(Outcome::Contestable, readings),
            Standing::NoTerm => Ruled::missing(&["validity"]),
        },
        None if term.is_none() && facts.valid_to_printed.is_none() => Ruled::missing(&["validity", "as_of"]),
        None => Ruled::missing(&["as_of"]),
    };
    let ruling = ruling.with_some("last_day", last_day);
    let ruling = match (facts.valid_to_printed, computed) {
        (Some(printed), Some(computed)) if printed != computed => {
            ruling.with("printed_last_day", printed).with("computed_last_day", computed)
        }
        _ => ruling,
    };
    let clamped = match term {
        Some(Term::Months(months)) => deadlines::months_after(*issued_on, u32::from(months)).1,
        _ => None,
    };
    let steps = clamped.into_iter().chain(last_day.and_then(|day| deadlines::not_moved(days, day)));
    Ok(ruling.steps(steps.collect()).under("corresponding-day-included"))
}

/// `art21.p5.document-validity`: the document is within its validity on the day `on`.
///
/// `end` is the end that the document, or its record, states. `register_term` is the term of the profession in the
/// register version of the day of issue; `None` where that version is unknown. The last day is the corresponding
/// date, included, and not moved by days off. A stated date takes precedence. Where it differs from the register's
/// term by more than a day and the two give different answers on this day, the answer is contestable. Where no date
/// is stated, the corresponding date itself is contestable: the other reading ends a day earlier.
#[must_use]
pub fn document_validity(issued_on: Date, end: StatedEnd, register_term: Option<Term>, on: Date) -> Ruling {
    let OnDay { standing, last, computed } = validity_on(issued_on, end, register_term, on);
    let facts = Facts::new().with("issued_on", issued_on).with_some("valid_until", last);
    let facts = match computed {
        Some(computed) => facts.with_some("stated_until", last).with_some("computed_until", computed),
        None => facts,
    };
    match standing {
        Standing::Valid => Ruling::new(RuleAnswer::Satisfied, facts),
        Standing::NotYet => Ruling::new(RuleAnswer::Violated, facts.with("reason", Reason::NotYet)),
        Standing::Expired => Ruling::new(RuleAnswer::Violated, facts.with("reason", Reason::Expired)),
        Standing::Contestable(readings) => Ruling::new(RuleAnswer::Contestable(readings.into()), facts),
        Standing::NoTerm => {
            Ruling::new(RuleAnswer::Undetermined(alloc::vec![MissingForRule::RegisterTerm]), facts)
        }
    }
}

/// The validity of a document on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::law) enum Standing {
    /// The day is within the validity.
    Valid,
    /// The day is before the day of issue.
    NotYet,
    /// The day is after the last day.
    Expired,
    /// Two readings give different answers on the day.
    Contestable([Reading; 2]),
    /// No end is stated, and the register's term is unknown.
    NoTerm,
}

/// The validity of a document on a day, and the dates that end it.
#[derive(Debug, Clone)]
pub(in crate::law) struct OnDay {
    /// The status.
    pub standing: Standing,
    /// The last day, where it has one.
    last: Option<Date>,
    /// The end by the register's term, where it differs from the stated one.
    computed: Option<Option<Date>>,
}

/// Finds the validity of a document on the day `on`; see [`document_validity`].
pub(in crate::law) fn validity_on(
    issued_on: Date,
    end: StatedEnd,
    register_term: Option<Term>,
    on: Date,
) -> OnDay {
    let unknown = |standing| OnDay { standing, last: None, computed: None };
    if on < issued_on {
        return unknown(Standing::NotYet);
    }
    let computed = register_term.map(|term| term.last_day(issued_on));
    let (last, stated) = match (end, computed) {
        (StatedEnd::On(day), _) => (Some(day), true),
        (StatedEnd::Unlimited, _) => (None, true),
        (StatedEnd::ByRegister, Some(computed)) => (computed, false),
        (StatedEnd::ByRegister, None) => return unknown(Standing::NoTerm),
    };
    let computed = computed.filter(|computed| stated && *computed != last);
    let reading = |reading, satisfied, last: Option<Date>| Reading {
        reading,
        satisfied,
        facts: Facts::new().with_some("valid_until", last),
    };
    let within = |last: Option<Date>| last.is_none_or(|last| on <= last);
    let differing = computed
        .filter(|computed| differ_by_more_than_a_day(last, *computed) && within(last) != within(*computed));
    let standing = if let Some(computed) = differing {
        Standing::Contestable([
            reading("stated-date", within(last), last),
            reading("register-term", within(computed), computed),
        ])
    } else if let (false, Some(day)) = (stated, last)
        && on == day
    {
        Standing::Contestable([
            reading("corresponding-day-included", true, last),
            reading("corresponding-day-excluded", false, Some(day.minus_days(1))),
        ])
    } else if within(last) {
        Standing::Valid
    } else {
        Standing::Expired
    };
    OnDay { standing, last, computed }
}

fn differ_by_more_than_a_day(left: Option<Date>, right: Option<Date>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => left.days().abs_diff(right.days()) > 1,
        (None, None) => false,
        (Some(_), None) | (None, Some(_)) => true,
    }
}
