//! Paragraph 2, part two: cancelled documents.

use crate::calendar::{Date, Timestamp, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::articles::a26_end_of_accreditation::p2_grounds::ComplaintFacts;
use crate::law::engine::facts::{Known, Text, facts, require};
use crate::law::engine::missing::Missing;
use crate::law::engine::norm::Place::Field;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Answer, Ruling, Step};
use crate::law::engine::unit::at;
use crate::snapshot::status::{Cancellation, CancellationStatus, Ground};
use crate::sorted::{distinct, sorted_by_key};
use alloc::vec::Vec;

rule! {
    DOCUMENT_CANCELLATION: DocumentCancellation,
    unit: (26, 2, 2, 0),
    text: 0x9fbe_e163_fafa_8017,
    id: "art26.p2.part2.document-cancellation",
    summary: "In case 4, that person's document is to be cancelled",
    note: "That person's only. Documents of a centre whose certificate has ended stay good. It is cancelled when the \
         register of cancelled documents says so.",
    judge: cancellation,
    as_of: |facts| facts.as_of,
    value: &[
    ("status", Output::OneOf(STATUSES)),
    ("cancelled_on", Output::Date),
    ("ground", Output::Text),
    ("replaced", Output::Flag),
    ("reinstated_on", Output::Date),
    ("cancelled_later", Output::Date),
    ("confirmed_on", Output::Date),
    ("register_as_of", Output::Date),
],
    example: r#"{"document":"KZ-2025-000123","cancelled_register":[{"document":"KZ-2025-000123","cancelled_on":"2026-02-10","ground":"confirmed-complaint"}],"complaint":null,"as_of":"2026-03-19","register_as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &DOCUMENT_CANCELLATION.norm,
    norm!(
        at(26, 2, 2, 0),
        0x9fbe_e163_fafa_8017,
        Data,
        "data.cancelled-published",
        "Cancelled documents are published on the platform",
        Field("snapshot::status::Cancellation.on"),
        "With the ground, and a reversal if there was one. How fresh it is, the snapshot's signed times tell."
    ),
];

const STATUSES: &[&str] =
    &["cancelled", "reinstated", "subject-to-cancellation", "not-cancelled", "not-affected"];

facts! {
    /// Facts of `art26.p2.part2.document-cancellation`.
    pub struct DocumentCancellation {
        /// The number of the document.
        document: Option<Text>,
        /// The entries of the register of cancelled documents; entries of other documents do not matter.
        cancelled_register: Option<Vec<CancelledFacts>>,
        /// The complaint against a holder, if one is known of; null where there is none. The answer about the document
        /// does not need it: a complaint alone cancels nothing.
        complaint: Known<ComplaintFacts>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
        /// The day on which the register stood so.
        register_as_of: Option<Date>,
    }

    /// An entry of the register of cancelled documents.
    pub struct CancelledFacts {
        /// The number of the document.
        document: Option<Text>,
        /// The first day on which it was cancelled.
        cancelled_on: Option<Date>,
        /// The day from which it is in force again; not reinstated where left out.
        reinstated_on: Option<Date>,
        /// Why; not needed where it was reinstated.
        ground: Option<Ground>,
        /// Whether a new document was issued in its place; no where left out.
        replaced: Option<bool>,
    }
}

/// `art26.p2.part2.document-cancellation` for a verification: the document is not cancelled on the day `on`.
///
/// `cancellations` is the document's history in the register of cancelled documents, in time order. A document is
/// cancelled from the day of the cancellation, included, until the day of reinstatement, excluded. Events after `today`
/// are unknown: a document in force may still be cancelled.
#[must_use]
pub fn document_cancellation(
    cancellations: &[Cancellation],
    on: Date,
    today: Date,
    as_of: Timestamp,
) -> Ruling {
    judge_history(cancellations, on, today, Facts::new().with("as_of", as_of))
}

/// Judges a document by its history in the register, which is known up to the day `known`.
fn judge_history(cancellations: &[Cancellation], on: Date, known: Date, facts: Facts) -> Ruling {
    let open =
        |one: &&Cancellation| one.on <= on && one.reinstated_on().is_none_or(|reinstated| on < reinstated);
    let ended = cancellations.iter().rev().find(|one| one.on <= on);
    let later = cancellations.iter().find(|one| one.on > on).map(|one| one.on);
    match cancellations.iter().find(open) {
        Some(one) => {
            let facts = facts.with("cancelled_on", one.on);
            let facts = match one.status {
                CancellationStatus::Reinstated { on } => facts.with("reinstated_on", on),
                CancellationStatus::InEffect { ground, replaced } => {
                    facts.with("ground", ground.name()).with_some("replaced", replaced.then_some(true))
                }
            };
            Ruling::new(Answer::Violated, facts)
        }
        _ if on > known => Ruling::new(
            Answer::Undetermined(alloc::vec![Missing::Future]),
            facts.with_some("cancelled_later", later),
        ),
        None => {
            let facts = facts
                .with_some("cancelled_on", ended.map(|one| one.on))
                .with_some("reinstated_on", ended.and_then(|one| one.reinstated_on()));
            Ruling::new(Answer::Satisfied, facts.with_some("cancelled_later", later))
        }
    }
}

/// `art26.p2.part2.document-cancellation`: the document of a person against whom a complaint was confirmed must be
/// cancelled. Whether it is cancelled depends on the register of cancelled documents alone, from the day of the
/// entry. Events of the centre's certificate cancel no document (argument from this part). If the register is older
/// than the day asked about, a document that was in force until then is undetermined.
///
/// # Errors
/// A document reinstated before it was cancelled.
pub fn cancellation(facts: &DocumentCancellation, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: document, cancelled_register, as_of, register_as_of);
    let mut history = Vec::new();
    let mut missing = Vec::new();
    for entry in cancelled_register {
        match &entry.document {
            None => missing.push(Missing::Fact("cancelled_register.document")),
            Some(of) if of != document => {}
            Some(_) => match (entry.cancelled_on, entry.reinstated_on, entry.ground) {
                (Some(on), Some(back), _) => history.push(reinstated(on, back)?),
                (Some(on), None, Some(ground)) => {
                    let replaced = entry.replaced.unwrap_or(false);
                    let status = CancellationStatus::InEffect { ground, replaced };
                    history.push(Cancellation { on, status });
                }
                (None, _, _) => missing.push(Missing::Fact("cancelled_register.cancelled_on")),
                (Some(_), None, None) => missing.push(Missing::Fact("cancelled_register.ground")),
            },
        }
    }
    let mut missing = distinct(missing);
    let history = sorted_by_key(history, |one| *one);
    let register_facts = Facts::new().with("register_as_of", *register_as_of);
    let mut ruling = judge_history(&history, *as_of, *register_as_of, register_facts);
    if ruling.answer == Answer::Violated {
        return Ok(ruling.with("status", "cancelled"));
    }
    if ruling.answer != Answer::Satisfied {
        missing.push(Missing::NewerRegister);
    }
    if missing.is_empty() {
        return Ok(in_force(ruling, facts, document, *as_of));
    }
    ruling.answer = Answer::Undetermined(missing);
    Ok(ruling)
}

fn reinstated(on: Date, back: Date) -> Result<Cancellation, FactsError> {
    if back < on {
        let problem = FactProblem::Before { day: back, other: "cancelled_on".into(), other_day: on };
        return Err(FactsError::field("cancelled_register.reinstated_on", problem));
    }
    Ok(Cancellation::reinstated(on, back))
}

/// The case of a document that is not cancelled: whether it must be.
fn in_force(ruling: Ruling, facts: &DocumentCancellation, document: &Text, as_of: Date) -> Ruling {
    let cancelled_on = ruling.value.date("cancelled_on");
    let concerning = match &facts.complaint {
        Known::Is(complaint) if complaint.document.as_ref() == Some(document) => Some(complaint),
        _ => None,
    };
    let confirmed_on = match concerning.map(|complaint| &complaint.confirmed_on) {
        Some(Known::Is(on)) if *on <= as_of => Some(*on),
        _ => None,
    };
    // A cancellation on or after the day of confirmation fulfilled the duty, even if it was undone later.
    match confirmed_on.filter(|confirmed| cancelled_on.is_none_or(|cancelled| cancelled < *confirmed)) {
        Some(on) => ruling
            .with("status", "subject-to-cancellation")
            .with("confirmed_on", on)
            .step(Step::new("cancelled-only-by-entry")),
        None if cancelled_on.is_some() => ruling.with("status", "reinstated"),
        None if does_not_concern(&facts.complaint, document) => ruling.with("status", "not-affected"),
        None => ruling.with("status", "not-cancelled"),
    }
}

/// Whether the complaint is known not to concern the document.
fn does_not_concern(complaint: &Known<ComplaintFacts>, document: &Text) -> bool {
    match complaint {
        Known::Unknown => false,
        Known::None => true,
        Known::Is(complaint) => {
            complaint.confirmed_on == Known::None
                || complaint.document.as_ref().is_some_and(|of| of != document)
        }
    }
}
