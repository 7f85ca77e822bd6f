//! Paragraph 3, subparagraph 2: how the applicant is surveyed, and what the report contains.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::{Conditions, UNKNOWN};
use crate::law::engine::facts::facts;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    FULL_SURVEY: FullSurvey => Outcome,
    unit: (23, 3, 0, 2),
    text: 0x9e66_d455_bc9c_53e8,
    id: "art23.p3.s2.full-survey",
    summary: "The Chamber surveys fully and objectively, and reports with reasons on every criterion",
    note: "Each condition is attested; the Law says no more of what makes a survey full or objective.",
    judge: full_survey,
    as_of: |facts| facts.survey_done_on,
    value: &[("failed", Output::SomeOf(&["full", "objective", "reasoned-report", "criteria-assessed"])), UNKNOWN],
    example: r#"{"full":true,"objective":true,"reasoned_report":true,"criteria_assessed":true,"survey_done_on":"2026-03-19"}"#,
}

outcomes! {
    /// The outcomes of `art23.p3.s2.full-survey`.
    pub enum Outcome {
        InOrder = "in-order": Satisfied,
        NotInOrder = "not-in-order": Violated,
    }
}

facts! {
    /// Facts of `art23.p3.s2.full-survey`.
    pub struct FullSurvey {
        /// Whether the survey at the applicant's location was full.
        full: Option<bool>,
        /// Whether it was objective.
        objective: Option<bool>,
        /// Whether the report gives reasons.
        reasoned_report: Option<bool>,
        /// Whether the report assesses the applicant by every criterion.
        criteria_assessed: Option<bool>,
        /// The day of the survey.
        survey_done_on: Option<Date>,
    }
}

/// `art23.p3.s2.full-survey`: the National Chamber surveys the applicant fully and objectively, and gives a reasoned report that
/// assesses the applicant by the criteria. Every condition is attested.
///
/// # Errors
/// None.
pub fn full_survey(facts: &FullSurvey, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let conditions = Conditions::default()
        .check("full", facts.full, "full")
        .check("objective", facts.objective, "objective")
        .check("reasoned-report", facts.reasoned_report, "reasoned_report")
        .check("criteria-assessed", facts.criteria_assessed, "criteria_assessed");
    Ok(conditions.ruled(Outcome::InOrder, Outcome::NotInOrder))
}
