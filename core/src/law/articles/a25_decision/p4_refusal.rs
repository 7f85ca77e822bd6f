//! Paragraph 4: the notice to a refused applicant.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::not_given;
use crate::law::engine::deadlines::{self, DeadlineOutcome, Names, first_day};
use crate::law::engine::facts::{facts, names};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Step};

rule! {
    REFUSAL_NOTICE: RefusalNotice => Outcome,
    unit: (25, 4, 0, 0),
    text: 0xd82d_d52e_0384_4dc6,
    id: "art25.p4.refusal-notice",
    summary: "Refused: a written answer with reasons within five working days of the decision",
    note: "The day of sending counts, not of receipt; paper, electronic or both.",
    judge: refusal_notice,
    as_of: |facts| first_day([facts.decided_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"decided_on":"2026-03-10","sent_on":"2026-03-16","reasons_given":true,"form":"electronic","as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REFUSAL_NOTICE.norm];

outcomes! {
    /// The outcomes of `art25.p4.refusal-notice`.
    pub enum Outcome {
        Open = "open": Satisfied,
        DoneInTime = "done-in-time": Satisfied,
        DoneLate = "done-late": Violated,
        Overdue = "overdue": Violated,
        Contestable = "contestable": Contestable,
        Defective = "defective": Violated,
    }
}

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
pub fn refusal_notice(facts: &RefusalNotice, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    deadlines::reject_before(
        facts.sent_on,
        facts.decided_on,
        Names { done: "sent_on", event: "decided_on" },
    )?;
    let Some(decided_on) = facts.decided_on else {
        let missing = Ruled::missing(&["decided_on"]);
        return Ok(if facts.sent_on.is_some() { with_content(missing, facts) } else { missing });
    };
    let deadline = deadlines::working_days(days, decided_on, TO_ANSWER);
    let Some(sent_on) = deadlines::happened(facts.sent_on, facts.as_of) else {
        return Ok(deadlines::judge(deadline, None, facts.as_of).map(Outcome::from));
    };
    let timing = deadlines::judge(deadline.clone(), Some(sent_on), facts.as_of).map(Outcome::from);
    if facts.reasons_given != Some(false) {
        // Until the last day the content makes no difference: the duty is fulfilled, or can still be.
        let unsent = deadlines::judge(deadline, None, facts.as_of).map(Outcome::from);
        let answer = with_content(timing, facts);
        return Ok(if answer.is_undetermined() && unsent.is_satisfied() { unsent } else { answer });
    }
    // It does not fulfil the duty, which can still be fulfilled until the last day.
    let as_of = facts.as_of.or(Some(sent_on).filter(|_| timing.is_violated()));
    let unsent = deadlines::judge(deadline, None, as_of).map(Outcome::from);
    let unsent = if unsent.is_violated() { unsent.decided(Outcome::Defective) } else { unsent };
    Ok(unsent.step(Step::new("sent-without-reasons")))
}

/// Adds to the answer about the time of sending what the answer to the applicant contains.
fn with_content(timing: Ruled<Outcome>, facts: &RefusalNotice) -> Ruled<Outcome> {
    let content = [("reasons_given", facts.reasons_given.is_some()), ("form", facts.form.is_some())];
    let mut missing = match timing.answer() {
        RuleAnswer::Undetermined(missing) => missing.clone(),
        RuleAnswer::Satisfied
        | RuleAnswer::Violated
        | RuleAnswer::Contestable(_)
        | RuleAnswer::NotApplicable => Vec::new(),
    };
    missing.extend(not_given(&content).into_iter().map(MissingForRule::Fact));
    if timing.is_violated() || missing.is_empty() { timing } else { timing.undecided(missing) }
}

impl From<DeadlineOutcome> for Outcome {
    fn from(outcome: DeadlineOutcome) -> Self {
        match outcome {
            DeadlineOutcome::Open => Self::Open,
            DeadlineOutcome::DoneInTime => Self::DoneInTime,
            DeadlineOutcome::DoneLate => Self::DoneLate,
            DeadlineOutcome::Overdue => Self::Overdue,
            DeadlineOutcome::Contestable => Self::Contestable,
        }
    }
}
