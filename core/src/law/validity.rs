//! Art. 21.5: how long a document is valid.

use super::clock;
use super::document::document_validity;
use super::facts::{facts, require};
use super::register::{self, ValidityFacts};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling};
use crate::calendar::{Date, Term, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::{Facts, Reason};
use crate::snapshot::verified::StatedEnd;

pub(super) const RULES: &[Rule] = &[rule!(
    "art21.p5.document-validity",
    (21, 5, 0, 0),
    validity,
    |facts| facts.as_of,
    VALIDITY,
    r#"{"issued_on":"2024-02-29","validity":{"months":36},"valid_to_printed":"2027-02-28","as_of":"2026-03-19"}"#
)];

const VALIDITY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["valid", "unlimited", "expired", "not-yet-valid", "contestable"])),
    ("last_day", Output::Date),
    ("computed_last_day", Output::Date),
    ("printed_last_day", Output::Date),
    ("days_left", Output::Number),
];

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
pub fn validity(facts: &DocumentValidity, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let term = match &facts.validity {
        Some(validity) => {
            let wrong = || FactsError::field("validity", FactProblem::InvalidTerm);
            Some(register::term(validity).ok_or_else(wrong)?)
        }
        None => None,
    };
    require!(facts: issued_on);
    clock::reject_before(
        facts.valid_to_printed,
        facts.issued_on,
        clock::Names { done: "valid_to_printed", event: "issued_on" },
    )?;
    let end = facts.valid_to_printed.map_or(StatedEnd::ByRegister, StatedEnd::On);
    let computed = term.and_then(|term| term.last_day(*issued_on));
    let last_day = facts.valid_to_printed.or(computed);
    let judged = facts.as_of.map(|as_of| document_validity(*issued_on, end, term, as_of));
    let ruling = match (judged, facts.as_of) {
        (Some(Ruling { answer: Answer::Satisfied, .. }), Some(as_of)) => match last_day {
            Some(last_day) => {
                Ruling::status(true, "valid").with("days_left", clock::days_between(as_of, last_day))
            }
            None => Ruling::status(true, "unlimited"),
        },
        (Some(Ruling { answer: Answer::Violated, value, .. }), _) => {
            let early = value.reason() == Some(Reason::NotYet);
            Ruling::status(false, if early { "not-yet-valid" } else { "expired" })
        }
        (Some(Ruling { answer: answer @ Answer::Contestable(_), .. }), _) => {
            Ruling::new(answer, Facts::new().with("status", "contestable"))
        }
        (Some(_), _) => Ruling::missing(&["validity"]),
        (None, _) if term.is_none() && facts.valid_to_printed.is_none() => {
            Ruling::missing(&["validity", "as_of"])
        }
        (None, _) => Ruling::missing(&["as_of"]),
    };
    let ruling = ruling.with_some("last_day", last_day);
    let ruling = match (facts.valid_to_printed, computed) {
        (Some(printed), Some(computed)) if printed != computed => {
            ruling.with("printed_last_day", printed).with("computed_last_day", computed)
        }
        _ => ruling,
    };
    let clamped = match term {
        Some(Term::Months(months)) => clock::months_after(*issued_on, u32::from(months)).1,
        _ => None,
    };
    let steps = clamped.into_iter().chain(last_day.and_then(|day| clock::not_moved(days, day)));
    Ok(ruling.steps(steps.collect()).under("corresponding-day-included"))
}
