//! Paragraph 2, part two: cancelled documents.

use alloc::vec::Vec;

use crate::calendar::{Date, Timestamp, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::{Fact, Facts};
use crate::law::articles::a26_end_of_accreditation::p2_grounds::ComplaintFacts;
use crate::law::engine::facts::{Known, Text, facts, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Place::Field;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling, Step};
use crate::law::engine::unit::at;
use crate::snapshot::status::{Cancellation, CancellationStatus, Ground};
use crate::sorted::{distinct, sorted_by_key};

rule! {
    DOCUMENT_CANCELLATION: DocumentCancellation => Outcome,
    unit: (26, 2, 2, 0),
    text: 0x9fbe_e163_fafa_8017,
    id: "art26.p2.part2.document-cancellation",
    summary: "In case 4, that person's document is to be cancelled",
    note: "That person's only. Documents of a centre whose certificate has ended remain valid. It is cancelled when the \
         register of cancelled documents says so.",
    judge: cancellation,
    as_of: |facts| facts.as_of,
    value: &[
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

outcomes! {
    /// The outcomes of `art26.p2.part2.document-cancellation`.
    pub enum Outcome {
        Cancelled = "cancelled": Violated,
        Reinstated = "reinstated": Satisfied,
        SubjectToCancellation = "subject-to-cancellation": Satisfied,
        NotCancelled = "not-cancelled": Satisfied,
        NotAffected = "not-affected": Satisfied,
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
    let history = History::on(cancellations, on, today);
    Ruling::new(history.answer(), history.describe(Facts::new().with("as_of", as_of)))
}

/// What the register says about a document on a day, by its history, which is known up to the day `known`.
#[derive(Debug, Clone, Copy)]
enum History {
    /// It is cancelled.
    Cancelled(Cancellation),
    /// The day is after the days that are known.
    Unknown {
        /// The first later cancellation.
        later: Option<Date>,
    },
    /// It is in force.
    InForce {
        /// The last cancellation, which was undone.
        ended: Option<Cancellation>,
        /// The first later cancellation.
        later: Option<Date>,
    },
}

impl History {
    fn on(cancellations: &[Cancellation], on: Date, known: Date) -> Self {
        let open = |one: &&Cancellation| {
            one.on <= on && one.reinstated_on().is_none_or(|reinstated| on < reinstated)
        };
        let ended = cancellations.iter().rev().find(|one| one.on <= on).copied();
        let later = cancellations.iter().find(|one| one.on > on).map(|one| one.on);
        match cancellations.iter().find(open) {
            Some(one) => Self::Cancelled(*one),
            None if on > known => Self::Unknown { later },
            None => Self::InForce { ended, later },
        }
    }

    fn answer(self) -> RuleAnswer {
        match self {
            Self::Cancelled(_) => RuleAnswer::Violated,
            Self::Unknown { .. } => RuleAnswer::Undetermined(alloc::vec![MissingForRule::Future]),
            Self::InForce { .. } => RuleAnswer::Satisfied,
        }
    }

    /// Adds what the register says to the values of an answer.
    fn describe(self, facts: Facts) -> Facts {
        match self {
            Self::Cancelled(one) => {
                let facts = facts.with("cancelled_on", one.on);
                match one.status {
                    CancellationStatus::Reinstated { on } => facts.with("reinstated_on", on),
                    CancellationStatus::InEffect { ground, replaced } => facts
                        .with("ground", Fact::word(ground.name()))
                        .with_some("replaced", replaced.then_some(true)),
                }
            }
            Self::Unknown { later } => facts.with_some("cancelled_later", later),
            Self::InForce { ended, later } => facts
                .with_some("cancelled_on", ended.map(|one| one.on))
                .with_some("reinstated_on", ended.and_then(|one| one.reinstated_on()))
                .with_some("cancelled_later", later),
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
pub fn cancellation(facts: &DocumentCancellation, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: document, cancelled_register, as_of, register_as_of);
    let mut history = Vec::new();
    let mut missing = Vec::new();
    for entry in cancelled_register {
        match &entry.document {
            None => missing.push(MissingForRule::Fact("cancelled_register.document")),
            Some(of) if of != document => {}
            Some(_) => match (entry.cancelled_on, entry.reinstated_on, entry.ground) {
                (Some(on), Some(back), _) => history.push(reinstated(on, back)?),
                (Some(on), None, Some(ground)) => {
                    let replaced = entry.replaced.unwrap_or(false);
                    let status = CancellationStatus::InEffect { ground, replaced };
                    history.push(Cancellation { on, status });
                }
                (None, _, _) => missing.push(MissingForRule::Fact("cancelled_register.cancelled_on")),
                (Some(_), None, None) => missing.push(MissingForRule::Fact("cancelled_register.ground")),
            },
        }
    }
    let mut missing = distinct(missing);
    let history = History::on(&sorted_by_key(history, |one| *one), *as_of, *register_as_of);
    let values = history.describe(Facts::new().with("register_as_of", *register_as_of));
    let ended = match history {
        History::Cancelled(_) => {
            return Ok(Ruled::of(Outcome::Cancelled).with_all(values).concluding(Outcome::Cancelled));
        }
        History::Unknown { .. } => {
            missing.push(MissingForRule::NewerRegister);
            None
        }
        History::InForce { ended, .. } => ended,
    };
    if !missing.is_empty() {
        return Ok(Ruled::lacking(missing).with_all(values));
    }
    let (outcome, confirmed_on) = in_force(facts, document, *as_of, ended.map(|one| one.on));
    let ruled = Ruled::of(outcome).with_all(values).concluding(outcome);
    Ok(match confirmed_on {
        Some(on) => ruled.with("confirmed_on", on).step(Step::new("cancelled-only-by-entry")),
        None => ruled,
    })
}

fn reinstated(on: Date, back: Date) -> Result<Cancellation, FactsError> {
    if back < on {
        let problem = FactProblem::Before { day: back, other: "cancelled_on".into(), other_day: on };
        return Err(FactsError::field("cancelled_register.reinstated_on", problem));
    }
    Ok(Cancellation::reinstated(on, back))
}

/// The outcome for a document that is not cancelled, and was on `cancelled_on`; the day of confirmation of a complaint by
/// which it must be.
fn in_force(
    facts: &DocumentCancellation,
    document: &Text,
    as_of: Date,
    cancelled_on: Option<Date>,
) -> (Outcome, Option<Date>) {
    let concerning = match &facts.complaint {
        Known::Is(complaint) if complaint.document.as_ref() == Some(document) => Some(complaint),
        Known::Is(_) | Known::None | Known::Unknown => None,
    };
    let confirmed_on = concerning.and_then(|complaint| complaint.confirmed_on.some());
    let confirmed_on = confirmed_on.filter(|confirmed| *confirmed <= as_of);
    // A cancellation on or after the day of confirmation fulfilled the duty, even if it was undone later.
    let owed = confirmed_on.filter(|confirmed| cancelled_on.is_none_or(|cancelled| cancelled < *confirmed));
    let outcome = if owed.is_some() {
        Outcome::SubjectToCancellation
    } else if cancelled_on.is_some() {
        Outcome::Reinstated
    } else if does_not_concern(&facts.complaint, document) {
        Outcome::NotAffected
    } else {
        Outcome::NotCancelled
    };
    (outcome, owed)
}

/// Whether a complaint that is not known enough may oblige to cancel the document.
pub(in crate::law) fn complaint_unknown(facts: &DocumentCancellation) -> bool {
    match &facts.complaint {
        Known::Unknown => true,
        Known::None => false,
        Known::Is(ComplaintFacts { confirmed_on: Known::None, .. }) => false,
        Known::Is(ComplaintFacts { document, confirmed_on }) => {
            let other = document.is_some() && facts.document.is_some() && *document != facts.document;
            !other && (document.is_none() || *confirmed_on == Known::Unknown)
        }
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
