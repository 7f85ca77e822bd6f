//! What a candidate can do after a fail.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a21_document::p2_retake::{RetakeAfterDisability, retake_after_disability};
use crate::law::articles::a21_document::p3_duties::{NegativeDecisionDuties, negative_decision_duties};
use crate::law::articles::a22_appeals::p1_window::{AppealWindow, appeal_window};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::engine::ruling::{Answer, Ruling};
use crate::law::questions::{NEXT, combine, part, strings};

pub(in crate::law) static WHAT_NOW_AFTER_FAIL: Rule = question! {
    id: "ask.what-now-after-fail",
    cites: (21, 0, 0, 0),
    judge: what_now_after_fail,
    as_of: |facts| facts.appeal.as_ref().and_then(|appeal| appeal.as_of),
    value: &[
    (
        "status",
        Output::OneOf(&["retake-to-be-appointed", "appeal-open", "appeal-closed", "appeal-contestable"]),
    ),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("next", NEXT),
],
    example: r#"{"retake":{"exam_date":"2026-03-18","outcome":"not-passed","disability":[]},"decision":{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"},"appeal":{"informed_on":"2026-03-19","as_of":"2026-03-20"}}"#,
};

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
pub fn what_now_after_fail(facts: &WhatNow, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: retake, decision, appeal);
    let retake = part("art21.p2.retake-after-disability", retake_after_disability, retake, days)?;
    let excused = retake.iter().any(|part| part.ruling.answer == Answer::Satisfied);
    let unknown = retake.iter().any(|part| matches!(part.ruling.answer, Answer::Undetermined(_)));
    if excused {
        let ruling =
            Ruling::status(true, "retake-to-be-appointed").with("next", strings(&["ask-for-the-retake"]));
        return Ok(Ruling { parts: retake, ..ruling });
    }
    let duties = part("art21.p3.negative-decision-duties", negative_decision_duties, decision, days)?;
    let appeal = part("art22.p1.appeal-window", appeal_window, appeal, days)?;
    let window = appeal.first().map(|appeal| appeal.ruling.clone());
    let mut ruling = combine(alloc::vec![retake, duties, appeal], "appeal");
    ruling.value = crate::facts::Facts::new();
    let (status, next): (_, &[&str]) = match &ruling.answer {
        Answer::Satisfied => (Some("appeal-open"), &["appeal", "ask-for-the-retake", "apply-to-the-court"]),
        Answer::Violated => (Some("appeal-closed"), &["ask-for-the-retake", "apply-to-the-court"]),
        Answer::Contestable(_) => {
            (Some("appeal-contestable"), &["appeal", "get-a-lawyer", "apply-to-the-court"])
        }
        Answer::Undetermined(_) | Answer::NotApplicable if unknown => {
            (None, &["find-out-what-is-missing", "ask-the-centre"])
        }
        Answer::Undetermined(_) | Answer::NotApplicable => {
            (None, &["find-out-what-is-missing", "apply-to-the-court"])
        }
    };
    let day = |name| window.as_ref().and_then(|window| window.value.date(name));
    let ruling = ruling.with_some("status", status).with_some("last_day", day("last_day"));
    Ok(ruling.with_some("advise_by", day("advise_by")).with("next", strings(next)))
}
