//! Art. 26.2, part two: cancelled documents.

use alloc::vec::Vec;

use super::facts::{Known, Text, facts, names, require};
use super::missing::Missing;
use super::revocation_grounds::ComplaintFacts;
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, Timestamp, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::snapshot::status::{Cancellation, Ground};
use crate::sorted::{distinct, sorted_by_key};
use crate::verdict::Facts;

const STATUSES: &[&str] =
    &["cancelled", "reinstated", "subject-to-cancellation", "not-cancelled", "not-affected"];

const CANCELLATION: &[(&str, Output)] = &[
    ("status", Output::OneOf(STATUSES)),
    ("cancelled_on", Output::Date),
    ("ground", Output::Text),
    ("reinstated_on", Output::Date),
    ("cancelled_later", Output::Date),
    ("confirmed_on", Output::Date),
    ("register_as_of", Output::Date),
];

pub(super) const RULES: &[Rule] = &[rule!(
    "art26.p2.part2.document-cancellation",
    (26, 2, 2, 0),
    cancellation,
    |facts| facts.as_of,
    CANCELLATION,
    r#"{"document":"KZ-2025-000123","cancelled_register":[{"document":"KZ-2025-000123","cancelled_on":"2026-02-10","ground":"confirmed-complaint"}],"complaint":null,"as_of":"2026-03-19","register_as_of":"2026-03-19"}"#
)];

names! {
    /// Why a document was cancelled, as the register says.
    pub enum GroundName {
        /// A confirmed complaint against the holder (art. 26.2(4)).
        ConfirmedComplaint = "confirmed-complaint",
        /// A court decision.
        CourtDecision = "court-decision",
        /// Issued in error.
        IssuedInError = "issued-in-error",
        /// At the holder's request.
        HolderRequest = "holder-request",
        /// A ground of another law.
        OtherLaw = "other-law",
    }
}

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
        /// Why.
        ground: Option<GroundName>,
    }
}

/// `art26.p2.part2.document-cancellation` for a verification: not cancelled on the day asked about.
///
/// `cancellations` is the document's history in the register of cancelled documents, in time order; a document is
/// cancelled from the day of the cancellation on, that day included, until the day from which it is reinstated.
/// Past `today` nothing can be known: a document that is in force may still be cancelled.
#[must_use]
pub fn document_cancellation(
    cancellations: &[Cancellation],
    on: Date,
    today: Date,
    as_of: Timestamp,
) -> Ruling {
    listed(cancellations, on, today, Facts::new().with("as_of", as_of))
}

/// How a document stands by its history in the register, which is known until `known`.
fn listed(cancellations: &[Cancellation], on: Date, known: Date, facts: Facts) -> Ruling {
    let open =
        |one: &&Cancellation| one.on <= on && one.reinstated_on.is_none_or(|reinstated| on < reinstated);
    let ended = cancellations.iter().rev().find(|one| one.on <= on);
    let later = cancellations.iter().find(|one| one.on > on).map(|one| one.on);
    match cancellations.iter().find(open) {
        Some(one) => {
            let facts = facts.with("cancelled_on", one.on).with("ground", one.ground.name());
            Ruling::new(Answer::Violated, facts.with_some("reinstated_on", one.reinstated_on))
        }
        _ if on > known => Ruling::new(
            Answer::Undetermined(alloc::vec![Missing::Future]),
            facts.with_some("cancelled_later", later),
        ),
        None => {
            let facts = facts
                .with_some("cancelled_on", ended.map(|one| one.on))
                .with_some("reinstated_on", ended.and_then(|one| one.reinstated_on));
            Ruling::new(Answer::Satisfied, facts.with_some("cancelled_later", later))
        }
    }
}

/// `art26.p2.part2.document-cancellation`: the document of a person against whom a complaint was confirmed is to be
/// cancelled; that it is cancelled, only the register of cancelled documents says, from the day of its entry on. What
/// becomes of the centre's certificate cancels no document (argument from this part). A register that is older than
/// the day asked about leaves a document undecided that was in force until then.
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
            Some(_) => match (entry.cancelled_on, entry.ground) {
                (Some(on), Some(ground)) => history.push(row(on, ground, entry.reinstated_on)?),
                (None, _) => missing.push(Missing::Fact("cancelled_register.cancelled_on")),
                (Some(_), None) => missing.push(Missing::Fact("cancelled_register.ground")),
            },
        }
    }
    let mut missing = distinct(missing);
    let history =
        sorted_by_key(history, |one| (one.on, one.reinstated_on.is_none(), one.reinstated_on, one.ground));
    let of_register = Facts::new().with("register_as_of", *register_as_of);
    let mut ruling = listed(&history, *as_of, *register_as_of, of_register);
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

fn row(on: Date, ground: GroundName, reinstated_on: Option<Date>) -> Result<Cancellation, FactsError> {
    if let Some(reinstated) = reinstated_on.filter(|reinstated| *reinstated < on) {
        let problem = FactProblem::Before { day: reinstated, other: "cancelled_on".into(), other_day: on };
        return Err(FactsError::field("cancelled_register.reinstated_on", problem));
    }
    let ground = match ground {
        GroundName::ConfirmedComplaint => Ground::ConfirmedComplaint,
        GroundName::CourtDecision => Ground::CourtDecision,
        GroundName::IssuedInError => Ground::IssuedInError,
        GroundName::HolderRequest => Ground::HolderRequest,
        GroundName::OtherLaw => Ground::OtherLaw,
    };
    Ok(Cancellation { on, ground, reinstated_on })
}

/// The case of a document that is not cancelled: whether it is to be.
fn in_force(ruling: Ruling, facts: &DocumentCancellation, document: &Text, as_of: Date) -> Ruling {
    let cancelled_on = ruling.value.date("cancelled_on");
    let of_this = match &facts.complaint {
        Known::Is(complaint) if complaint.document.as_ref() == Some(document) => Some(complaint),
        _ => None,
    };
    let confirmed_on = match of_this.map(|complaint| &complaint.confirmed_on) {
        Some(Known::Is(on)) if *on <= as_of => Some(*on),
        _ => None,
    };
    // A cancellation that came after the confirmation did what the Law asks, though it was undone.
    match confirmed_on.filter(|confirmed| cancelled_on.is_none_or(|cancelled| cancelled < *confirmed)) {
        Some(on) => ruling
            .with("status", "subject-to-cancellation")
            .with("confirmed_on", on)
            .step(Step::new("cancelled-only-by-entry")),
        None if cancelled_on.is_some() => ruling.with("status", "reinstated"),
        None if untouched(&facts.complaint, document) => ruling.with("status", "not-affected"),
        None => ruling.with("status", "not-cancelled"),
    }
}

/// Whether the complaint is known not to bear on the document.
fn untouched(complaint: &Known<ComplaintFacts>, document: &Text) -> bool {
    match complaint {
        Known::Unknown => false,
        Known::None => true,
        Known::Is(complaint) => {
            complaint.confirmed_on == Known::None
                || complaint.document.as_ref().is_some_and(|of| of != document)
        }
    }
}
