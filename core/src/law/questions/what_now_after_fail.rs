//! What a candidate can do after a fail.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a21_document::p2_retake::{RETAKE_AFTER_DISABILITY, RetakeAfterDisability};
use crate::law::articles::a21_document::p3_duties::{NEGATIVE_DECISION_DUTIES, NegativeDecisionDuties};
use crate::law::articles::a22_appeals::p1_window::{APPEAL_WINDOW, AppealWindow};
use crate::law::engine::aggregate::{All, Verdict, all_of};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::engine::ruling::RuleAnswer;
use crate::law::questions::{NEXT, NextStep, names_of, part};

pub(in crate::law) static WHAT_NOW_AFTER_FAIL: Rule = question! {
    id: "ask.what-now-after-fail",
    cites: (21, 0, 0, 0),
    judge: what_now_after_fail => Outcome,
    as_of: |facts| facts.appeal.as_ref().and_then(|appeal| appeal.as_of),
    value: &[("last_day", Output::Date), ("advise_by", Output::Date), ("next", NEXT)],
    example: r#"{"retake":{"exam_date":"2026-03-18","outcome":"not-passed","disability":[]},"decision":{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"},"appeal":{"informed_on":"2026-03-19","as_of":"2026-03-20"}}"#,
};

outcomes! {
    /// The outcomes of `ask.what-now-after-fail`.
    pub enum Outcome {
        RetakeToBeAppointed = "retake-to-be-appointed": Satisfied,
        AppealOpen = "appeal-open": Satisfied,
        AppealClosed = "appeal-closed": Violated,
        AppealContestable = "appeal-contestable": Contestable,
    }
}

facts! {
    /// Facts of `ask.what-now-after-fail`.
    pub struct WhatNow {
        /// Of `art21.p2.retake-after-disability`.
        retake: Option<RetakeAfterDisability>,
        /// Of `art21.p3.negative-decision-duties`.
        decision: Option<NegativeDecisionDuties>,
        /// Of `art22.p1.appeal-window`.
        appeal: Option<AppealWindow>,
    }
}

/// `ask.what-now-after-fail`: a fail that temporary disability explains gives a retake. After any other fail the
/// centre owes recommendations and the time of a retake, an appeal is possible for five working days, and the court
/// always (art. 16).
///
/// # Errors
/// Those of the rules.
pub fn what_now_after_fail(facts: &WhatNow, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: retake, decision, appeal);
    let retake = part(&RETAKE_AFTER_DISABILITY, retake, days)?;
    let unknown = matches!(retake.answer(), RuleAnswer::Undetermined(_));
    if retake.is_satisfied() {
        return Ok(Ruled::of(Outcome::RetakeToBeAppointed)
            .with("next", names_of(&[NextStep::AskForTheRetake]))
            .of_parts(alloc::vec![RETAKE_AFTER_DISABILITY.result(retake)]));
    }
    let duties = part(&NEGATIVE_DECISION_DUTIES, decision, days)?;
    let window = part(&APPEAL_WINDOW, appeal, days)?;
    let (last_day, advise_by) = (window.last_day(), window.advise_by());
    let All { parts, verdict } = all_of(alloc::vec![
        RETAKE_AFTER_DISABILITY.result(retake),
        NEGATIVE_DECISION_DUTIES.result(duties),
        APPEAL_WINDOW.result(window),
    ]);
    use super::NextStep::{
        Appeal, ApplyToTheCourt, AskForTheRetake, AskTheCentre, FindOutWhatIsMissing, GetALawyer,
    };
    let (ruled, next): (_, &[NextStep]) = match verdict {
        Verdict::Satisfied => (Ruled::of(Outcome::AppealOpen), &[Appeal, AskForTheRetake, ApplyToTheCourt]),
        Verdict::Violated => (Ruled::of(Outcome::AppealClosed), &[AskForTheRetake, ApplyToTheCourt]),
        Verdict::Contestable(readings) => (
            Ruled::contested(Some(Outcome::AppealContestable), readings),
            &[Appeal, GetALawyer, ApplyToTheCourt],
        ),
        Verdict::Undetermined(missing) if unknown => {
            (Ruled::lacking(missing), &[FindOutWhatIsMissing, AskTheCentre])
        }
        Verdict::Undetermined(missing) => (Ruled::lacking(missing), &[FindOutWhatIsMissing, ApplyToTheCourt]),
    };
    let ruled = ruled.with_some("last_day", last_day).with_some("advise_by", advise_by);
    Ok(ruled.with("next", names_of(next)).of_parts(parts))
}
