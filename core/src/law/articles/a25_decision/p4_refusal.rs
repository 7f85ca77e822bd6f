//! Paragraph 4: the notice to a refused applicant.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::conditions::not_given;
use crate::law::engine::deadlines;
use crate::law::engine::deadlines::Names;
use crate::law::engine::facts::{facts, names};
use crate::law::engine::missing::Missing;
use crate::law::engine::norm::Norm;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Answer, Ruling};
use alloc::vec::Vec;

rule! {
    REFUSAL_NOTICE: RefusalNotice,
    unit: (25, 4, 0, 0),
    text: 0xd82d_d52e_0384_4dc6,
    id: "art25.p4.refusal-notice",
    summary: "Refused: a written answer with reasons within five working days of the decision",
    note: "The day of sending counts, not of receipt; paper, electronic or both.",
    judge: refusal_notice,
    as_of: |facts| facts.as_of,
    value: &[
    ("status", Output::OneOf(&["open", "done-in-time", "done-late", "overdue", "contestable", "defective"])),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
],
    example: r#"{"decided_on":"2026-03-10","sent_on":"2026-03-16","reasons_given":true,"form":"electronic","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REFUSAL_NOTICE.norm];

/// Working days to answer the applicant after a negative decision (art. 25.4).
const TO_ANSWER: u32 = 5;

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
}

/// `art25.p4.refusal-notice`: after a negative decision the applicant is sent a written answer with the reasons, on
/// paper, electronically or both, within five working days from the decision. The day of sending counts. An answer
/// without reasons does not fulfil the duty.
///
/// # Errors
/// An answer sent before the decision.
pub fn refusal_notice(facts: &RefusalNotice, days: &WorkingDays) -> Result<Ruling, FactsError> {
    deadlines::reject_before(
        facts.sent_on,
        facts.decided_on,
        Names { done: "sent_on", event: "decided_on" },
    )?;
    let defective = facts.reasons_given == Some(false);
    let timing = match facts.decided_on {
        Some(decided_on) => {
            deadlines::judge(deadlines::working_days(days, decided_on, TO_ANSWER), facts.sent_on, facts.as_of)
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
