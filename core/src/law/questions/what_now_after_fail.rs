//! What a candidate can do after a fail.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a21_document::p1_entitlement::ExamOutcome;
use crate::law::articles::a21_document::p2_retake::{RETAKE_AFTER_DISABILITY, RetakeAfterDisability};
use crate::law::articles::a21_document::p3_duties::{
    CentreDecision, NEGATIVE_DECISION_DUTIES, NegativeDecisionDuties,
};
use crate::law::articles::a22_appeals::p1_window::{APPEAL_WINDOW, AppealWindow};
use crate::law::engine::aggregate::{All, Verdict, all_of};
use crate::law::engine::deadlines::{DeadlineOutcome, days_between};
use crate::law::engine::facts::{Known, agree, facts, require};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::engine::ruling::{RuleAnswer, Step};
use crate::law::questions::NextStep::{
    Appeal, ApplyToTheCourt, AskForTheDocument, AskForTheRetake, AskTheCentre, FindOutWhatIsMissing,
    GetALawyer, WaitForTheAppeal,
};
use crate::law::questions::{NEXT, NextStep, names_of, part};

pub(in crate::law) static WHAT_NOW_AFTER_FAIL: Rule = question! {
    id: "ask.what-now-after-fail",
    cites: (21, 0, 0, 0),
    judge: what_now_after_fail => Outcome,
    as_of: |facts| facts.appeal.as_ref().and_then(|appeal| appeal.as_of),
    value: &[
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("next", NEXT),
    ],
    example: r#"{"retake":{"exam_date":"2026-03-18","outcome":"not-passed","disability":[]},"decision":{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"},"appeal":{"informed_on":"2026-03-19","as_of":"2026-03-20"}}"#,
};

outcomes! {
    /// The outcomes of `ask.what-now-after-fail`.
    pub enum Outcome {
        Passed = "passed": NotApplicable,
        RetakeToBeAppointed = "retake-to-be-appointed": Satisfied,
        AppealOpen = "appeal-open": Satisfied,
        AppealFiled = "appeal-filed": Satisfied,
        AppealClosed = "appeal-closed": Violated,
        AppealContestable = "appeal-contestable": Contestable,
    }
}

facts! {
    /// Facts of `ask.what-now-after-fail`. The day of the exam and the times of disability are stated in one of the parts.
    pub struct WhatNow {
        /// Of `art21.p2.retake-after-disability`.
        retake: Option<RetakeAfterDisability>,
        /// Of `art21.p3.negative-decision-duties`.
        decision: Option<NegativeDecisionDuties>,
        /// Of `art22.p1.appeal-window`.
        appeal: Option<AppealWindow>,
        /// How the retake came out; `null` or left out where there was none yet.
        retake_outcome: Known<ExamOutcome>,
    }
}

/// `ask.what-now-after-fail`: what a candidate can do after a fail, by what has happened since. A retake that was passed, or a
/// positive decision, ends the question: the document is due (art. 21.1). A fail that temporary disability explains gives a
/// retake; after any other fail the centre owes recommendations and the time of a retake. Either way an appeal is
/// possible for five working days once the candidate was told of a negative decision, and the court always (art. 16).
///
/// # Errors
/// Those of the rules; facts of two parts that differ.
pub fn what_now_after_fail(facts: &WhatNow, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: retake, decision, appeal);
    let (mut retake, mut decision) = (retake.clone(), decision.clone());
    agree(&mut [
        ("retake.exam_date", &mut retake.exam_date),
        ("decision.exam_date", &mut decision.exam_date),
    ])?;
    agree(&mut [
        ("retake.disability", &mut retake.disability),
        ("decision.disability", &mut decision.disability),
    ])?;
    let duties = part(&NEGATIVE_DECISION_DUTIES, &decision, days)?;
    if facts.retake_outcome == Known::Is(ExamOutcome::Passed)
        || decision.decision == Some(CentreDecision::Positive)
    {
        return Ok(Ruled::of(Outcome::Passed)
            .with("next", names_of(&[AskForTheDocument]))
            .of_parts(alloc::vec![NEGATIVE_DECISION_DUTIES.result(duties)]));
    }
    let retake = part(&RETAKE_AFTER_DISABILITY, &retake, days)?;
    let window = part(&APPEAL_WINDOW, appeal, days)?;
    let (last_day, advise_by) = (window.last_day(), window.advise_by());
    let disabled = retake.is_satisfied();
    let unknown = matches!(retake.answer(), RuleAnswer::Undetermined(_));
    let (running, status) = (window.is_running(), window.outcome());
    let mut parts = alloc::vec![RETAKE_AFTER_DISABILITY.result(retake)];
    if !disabled {
        parts.push(NEGATIVE_DECISION_DUTIES.result(duties));
    }
    if disabled {
        // The centre may dispute the disability: the time to appeal runs, wherever the candidate was told of the result.
        let appealed = appeal.informed_on.is_some();
        if appealed {
            parts.push(APPEAL_WINDOW.result(window));
        }
        let next: &[NextStep] = match status.filter(|_| appealed) {
            _ if running => &[AskForTheRetake, Appeal, ApplyToTheCourt],
            Some(DeadlineOutcome::DoneInTime) => &[AskForTheRetake, WaitForTheAppeal, ApplyToTheCourt],
            Some(_) | None => &[AskForTheRetake, ApplyToTheCourt],
        };
        let ruled = Ruled::of(Outcome::RetakeToBeAppointed);
        let ruled = if running {
            let ruled = ruled.with_some("last_day", last_day).with_some("advise_by", advise_by);
            ruled.step(Step::new("appeal-runs-beside-the-retake"))
        } else {
            ruled
        };
        return Ok(ruled.with("next", names_of(next)).of_parts(parts));
    }
    parts.push(APPEAL_WINDOW.result(window));
    let All { parts, verdict } = all_of(parts);
    let contestable = matches!(verdict, Verdict::Contestable(_));
    let filed = status == Some(DeadlineOutcome::DoneInTime);
    let (ruled, next): (_, &[NextStep]) = match verdict {
        Verdict::Satisfied if filed => {
            (Ruled::of(Outcome::AppealFiled), &[WaitForTheAppeal, AskForTheRetake, ApplyToTheCourt])
        }
        Verdict::Satisfied => (Ruled::of(Outcome::AppealOpen), &[Appeal, AskForTheRetake, ApplyToTheCourt]),
        Verdict::Violated => (Ruled::of(Outcome::AppealClosed), &[AskForTheRetake, ApplyToTheCourt]),
        Verdict::Contestable(readings) => (
            Ruled::contested(Some(Outcome::AppealContestable), readings),
            if running {
                &[Appeal, GetALawyer, ApplyToTheCourt]
            } else {
                &[WaitForTheAppeal, GetALawyer, ApplyToTheCourt]
            },
        ),
        Verdict::Undetermined(missing) if unknown => {
            (Ruled::lacking(missing), &[FindOutWhatIsMissing, AskTheCentre])
        }
        Verdict::Undetermined(missing) => (Ruled::lacking(missing), &[FindOutWhatIsMissing, ApplyToTheCourt]),
    };
    // Days left to appeal, where it can still be done by one reading: no other day is better than today.
    let days_left = last_day.zip(appeal.as_of).filter(|_| running && contestable);
    let days_left = days_left.map(|(last_day, as_of)| days_between(as_of, last_day));
    let ruled = ruled.with_some("last_day", last_day).with_some("advise_by", advise_by);
    let ruled = ruled.with_some("days_left", days_left);
    Ok(ruled.with("next", names_of(next)).of_parts(parts))
}
