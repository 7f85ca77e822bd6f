//! Art. 25.4 and 25.5: the notice to a refused applicant, and the applicant's remedy.

use super::accrediting::AccreditationOutcome;
use alloc::vec::Vec;

use super::clock::{self, Names};
use super::conditions::not_given;
use super::facts::{facts, names, require};
use super::missing::Missing;
use super::rule::Output;
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;

/// Working days to answer the applicant after a negative decision (art. 25.4).
const TO_ANSWER: u32 = 5;

/// The values of `art25.p4.refusal-notice`.
pub(super) const NOTICE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["open", "done-in-time", "done-late", "overdue", "contestable", "defective"])),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
];
/// The values of `art25.p5.refusal-remedy`.
pub(super) const REMEDY: &[(&str, Output)] =
    &[("status", Output::OneOf(&["remedy-available", "positive-decision"]))];

names! {
    /// The form of an answer.
    pub enum AnswerForm {
        /// On paper.
        Paper = "paper",
        /// Electronic.
        Electronic = "electronic",
        /// Both.
        Both = "both",
    }
}

facts! {
    /// Facts of `art25.p4.refusal-notice`.
    pub struct RefusalNotice {
        /// The day of the negative decision.
        decided_on: Option<Date>,
        /// The day on which the answer was sent, whenever it arrived; not yet where left out.
        sent_on: Option<Date>,
        /// Whether the answer gives the reasons.
        reasons_given: Option<bool>,
        /// In which written form it was sent.
        form: Option<AnswerForm>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art25.p5.refusal-remedy`.
    pub struct RefusalRemedy {
        /// What was decided.
        decision: Option<AccreditationOutcome>,
    }
}

/// `art25.p4.refusal-notice`: after a negative decision the applicant is sent a written answer with the reasons, on
/// paper, electronically or both, within five working days from the decision. The day of sending counts. An answer
/// without reasons does not fulfil the duty.
///
/// # Errors
/// An answer sent before the decision.
pub fn refusal_notice(facts: &RefusalNotice, days: &WorkingDays) -> Result<Ruling, FactsError> {
    clock::reject_before(facts.sent_on, facts.decided_on, Names { done: "sent_on", event: "decided_on" })?;
    let defective = facts.reasons_given == Some(false);
    let timing = match facts.decided_on {
        Some(decided_on) => {
            clock::judge(clock::working_days(days, decided_on, TO_ANSWER), facts.sent_on, facts.as_of)
        }
        None => Ruling::missing(&["decided_on"]),
    };
    if facts.sent_on.is_none() {
        return Ok(timing);
    }
    let mut missing = match &timing.answer {
        Answer::Undetermined(missing) => missing.clone(),
        _ => Vec::new(),
    };
    let content = [("reasons_given", facts.reasons_given.is_some()), ("form", facts.form.is_some())];
    missing.extend(not_given(&content).into_iter().map(Missing::Fact));
    Ok(match timing.answer {
        _ if defective => with_answer(timing, Answer::Violated, Some("defective")),
        Answer::Violated => timing,
        _ if !missing.is_empty() => with_answer(timing, Answer::Undetermined(missing), None),
        _ => timing,
    })
}

/// Replaces the answer and the status of a ruling; the other values stay.
fn with_answer(ruling: Ruling, answer: Answer, status: Option<&'static str>) -> Ruling {
    let computed = ruling.value.iter().filter(|(name, _)| *name != "status");
    let value = computed.fold(Facts::new().with_some("status", status), |facts, (name, value)| {
        facts.with(name, value.clone())
    });
    Ruling { answer, value, ..ruling }
}

/// `art25.p5.refusal-remedy`: a refused applicant may appeal as the legislation provides. This Law sets no term for it;
/// the five days of art. 22 apply to candidates.
///
/// # Errors
/// None.
pub fn refusal_remedy(facts: &RefusalRemedy, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: decision);
    Ok(match decision {
        AccreditationOutcome::Positive => Ruling::not_applicable("positive-decision"),
        AccreditationOutcome::Negative => {
            Ruling::status(true, "remedy-available").step(Step::new("no-term-in-the-law"))
        }
    })
}
