//! Paragraph 1: who receives the document.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{SomeOf, Text, facts, names, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    DOCUMENT_ENTITLEMENT: DocumentEntitlement => Outcome,
    unit: (21, 1, 0, 0),
    text: 0x58cf_ff48_8a31_f29a,
    id: "art21.p1.document-entitlement",
    summary: "Who has passed the exams receives the document",
    note: "All the exams of the programme. The Law sets no term for issuing it.",
    judge: document_entitlement,
    as_of: |facts| facts.results.iter().flatten().filter_map(|result| result.date).max(),
    value: &[("from", Output::Date), ("failed_exams", Output::List), ("pending_exams", Output::List)],
    example: r#"{"required_exams":["theory","practice"],"results":[{"exam":"theory","outcome":"passed","date":"2026-03-18"},{"exam":"practice","outcome":"passed","date":"2026-03-19"}]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&DOCUMENT_ENTITLEMENT.norm];

outcomes! {
    /// The outcomes of `art21.p1.document-entitlement`.
    pub enum Outcome {
        Entitled = "entitled": Satisfied,
        NotEntitled = "not-entitled": Violated,
    }
}

names! {
    /// How an exam came out.
    pub enum ExamOutcome {
        /// Passed.
        Passed = "passed",
        /// Sat and not passed.
        NotPassed = "not-passed",
        /// Not sat.
        Absent = "absent",
    }
}

facts! {
    /// The result of an exam.
    pub struct ExamResult {
        /// Which exam.
        exam: Option<Text>,
        /// How it came out.
        outcome: Option<ExamOutcome>,
        /// The day of the exam.
        date: Option<Date>,
    }

    /// Facts of `art21.p1.document-entitlement`.
    pub struct DocumentEntitlement {
        /// The exams that the qualification programme has.
        required_exams: Option<SomeOf<Text>>,
        /// The results so far, in any order; an exam may be there more than once.
        results: Option<Vec<ExamResult>>,
    }
}

/// `art21.p1.document-entitlement`: a candidate who has passed the exam, or all exams of the programme, receives the
/// document. A later pass supersedes an earlier fail. The Law sets no term for issuing the document.
///
/// # Errors
/// An empty list of required exams.
pub fn document_entitlement(
    facts: &DocumentEntitlement,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: required_exams, results);
    let (mut failed, mut pending) = (Vec::<String>::new(), Vec::<String>::new());
    let mut from = Some(Date::MIN);
    for exam in required_exams.iter() {
        let of = || results.iter().filter(|result| result.exam.as_ref() == Some(exam));
        let may_be_a_pass = |result: &ExamResult| {
            let of_exam = result.exam.as_ref().is_none_or(|of| of == exam);
            of_exam
                && result
                    .outcome
                    .is_none_or(|outcome| result.exam.is_none() && outcome == ExamOutcome::Passed)
        };
        let passes = of().filter(|result| result.outcome == Some(ExamOutcome::Passed));
        // The first pass counts. A pass without a date leaves the day unknown.
        let pass = passes.map(|result| result.date).min_by_key(|date| date.unwrap_or(Date::MAX));
        match pass {
            Some(day) => from = from.zip(day).map(|(from, day)| from.max(day)),
            // An attempt without an outcome, or of an exam that is not named, may be a pass.
            None if of().next().is_some() && !results.iter().any(may_be_a_pass) => {
                failed.push(exam.as_str().to_string());
            }
            None => pending.push(exam.as_str().to_string()),
        }
    }
    let ruling = match (failed.is_empty(), pending.is_empty()) {
        (false, _) => Ruled::of(Outcome::NotEntitled).with("failed_exams", failed),
        (true, false) => Ruled::missing(&["results"]),
        (true, true) => Ruled::of(Outcome::Entitled).with_some("from", from),
    };
    Ok(if pending.is_empty() { ruling } else { ruling.with("pending_exams", pending) })
}
