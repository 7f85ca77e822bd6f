//! Paragraph 2: the stages of accreditation.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::articles::a23_accreditation::p2_s5_validity::CERTIFICATE_VALIDITY;
use crate::law::engine::conditions::{not_given, with_lists};
use crate::law::engine::facts::{facts, names};
use crate::law::engine::norm::Place::Type;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

rule! {
    STAGES: Stages => Outcome,
    unit: (23, 2, 0, 0),
    text: 0xcc97_643b_eff1_6660,
    id: "art23.p2.stages",
    summary: "Accreditation has six main stages",
    note: "The first four always, the last two after a positive decision, none before the one it follows. There may be \
         further stages between them.",
    judge: stages,
    as_of: |facts| last_stage(facts),
    value: STAGES_VALUE,
    example: r#"{"stages":[{"stage":"application","on":"2026-02-02"},{"stage":"document-expertise","on":"2026-02-09"},{"stage":"on-site-survey","on":"2026-02-16"},{"stage":"decision","on":"2026-03-02"}],"outcome":"negative"}"#,
}

/// The day of the last stage, if any is dated.
pub(super) fn last_stage(facts: &Stages) -> Option<Date> {
    facts.stages.iter().flatten().filter_map(|stage| stage.on).max()
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &STAGES.norm,
    norm!(
        at(23, 2, 0, 1),
        0x7fe2_59a1_d20e_8b1d,
        Term,
        "term.accreditation-stage.1",
        "Stage 1: the application and its documents are taken in",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage.Application")
    ),
    norm!(
        at(23, 2, 0, 2),
        0x418a_994d_8a48_a740,
        Term,
        "term.accreditation-stage.2",
        "Stage 2: experts examine the documents",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage.DocumentExpertise"),
        "The translation calls 2 and 3 both \"examination\": here экспертиза is meant."
    ),
    norm!(
        at(23, 2, 0, 3),
        0x4e67_9d57_e0de_451c,
        Term,
        "term.accreditation-stage.3",
        "Stage 3: the applicant is surveyed on site",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage.OnSiteSurvey"),
        "Обследование, not the experts' examination of 2."
    ),
    norm!(
        at(23, 2, 0, 4),
        0xcb0f_31cd_7022_c987,
        Term,
        "term.accreditation-stage.4",
        "Stage 4: it is decided to accredit or to refuse",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage.Decision")
    ),
    &CERTIFICATE_VALIDITY.norm,
    norm!(
        at(23, 2, 0, 6),
        0xf26c_0429_233f_c4bd,
        Term,
        "term.accreditation-stage.6",
        "Stage 6: the agreement that follows",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage.Agreement"),
        "When it is concluded: art. 25.2."
    ),
];

outcomes! {
    /// The outcomes of `art23.p2.stages`.
    pub enum Outcome {
        Complete = "complete": Satisfied,
        Incomplete = "incomplete": Violated,
        OutOfOrder = "out-of-order": Violated,
        StagesAfterRefusal = "stages-after-refusal": Violated,
    }
}

pub(in crate::law) const STAGES_VALUE: &[(&str, Output)] = &[
    ("missing_stages", Output::SomeOf(AccreditationStage::NAMES)),
    ("out_of_order", Output::SomeOf(AccreditationStage::NAMES)),
    ("after_refusal", Output::SomeOf(AccreditationStage::NAMES)),
];

names! {
    /// The main stages of accreditation, in their order (art. 23.2).
    pub enum AccreditationStage {
        /// The application and its documents are accepted and considered.
        Application = "application",
        /// The documents are examined by experts ("экспертиза").
        DocumentExpertise = "document-expertise",
        /// The applicant is examined on site ("обследование").
        OnSiteSurvey = "on-site-survey",
        /// It is decided to accredit or to refuse.
        Decision = "decision",
        /// The certificate is issued.
        Certificate = "certificate",
        /// The post-accreditation agreement is concluded.
        Agreement = "agreement",
    }

    /// What the National Chamber decides about an application.
    pub enum AccreditationOutcome {
        /// To accredit.
        Positive = "positive",
        /// To refuse.
        Negative = "negative",
    }
}

facts! {
    /// A stage that was gone through.
    pub struct StageFacts {
        /// Which stage.
        stage: Option<AccreditationStage>,
        /// The day on which it was finished.
        on: Option<Date>,
    }

    /// Facts of `art23.p2.stages` and of `art23.p5.reaccreditation-stages`.
    pub struct Stages {
        /// The main stages so far, in any order; a stage may be there more than once, and stages beyond the main
        /// ones are left out.
        stages: Option<Vec<StageFacts>>,
        /// What was decided.
        outcome: Option<AccreditationOutcome>,
    }
}

/// `art23.p2.stages` and `art23.p5.reaccreditation-stages`: accreditation and re-accreditation go through the main
/// stages in their order: the first four always, the certificate and the agreement only after a positive decision.
/// Two stages may end on the same day; a repeated stage counts by its last day.
///
/// # Errors
/// None: a log may be empty.
pub fn stages(facts: &Stages, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    use AccreditationStage::{
        Agreement, Application, Certificate, Decision, DocumentExpertise, OnSiteSurvey,
    };
    let Some(log) = &facts.stages else {
        return Ok(Ruled::missing(&not_given(&[("stages", false), ("outcome", facts.outcome.is_some())])));
    };
    let (mut missing_stages, mut out_of_order, mut after_refusal) = (Vec::new(), Vec::new(), Vec::new());
    let (mut undated, mut before, mut trace) = (false, None, Vec::new());
    for stage in [Application, DocumentExpertise, OnSiteSurvey, Decision, Certificate, Agreement] {
        let matching = || log.iter().filter(|entry| entry.stage == Some(stage)).map(|entry| entry.on);
        let only_if_positive = stage > Decision;
        if matching().next().is_none() {
            if !only_if_positive || facts.outcome == Some(AccreditationOutcome::Positive) {
                missing_stages.push(stage.name().to_string());
            }
            continue;
        }
        if only_if_positive && facts.outcome == Some(AccreditationOutcome::Negative) {
            after_refusal.push(stage.name().to_string());
        }
        if matching().any(|on| on.is_none()) {
            undated = true;
            continue;
        }
        let last = matching().flatten().max();
        if matching().flatten().min() != last {
            let facts = Facts::new().with("stage", stage.name()).with_some("on", last);
            trace.push(Step::with_facts("stage-repeated", facts));
        }
        if last < before {
            out_of_order.push(stage.name().to_string());
        }
        before = before.max(last);
    }
    // An entry without a stage may be the missing stage, or the repetition that corrects the order.
    let unnamed = log.iter().any(|entry| entry.stage.is_none());
    let unknown = not_given(&[
        ("stages.stage", !unnamed),
        ("stages.on", !undated),
        ("outcome", facts.outcome.is_some()),
    ]);
    let ruling = if !unnamed && !missing_stages.is_empty() {
        Ruled::of(Outcome::Incomplete)
    } else if !unnamed && !out_of_order.is_empty() {
        Ruled::of(Outcome::OutOfOrder).under("stages-in-their-order")
    } else if !after_refusal.is_empty() {
        Ruled::of(Outcome::StagesAfterRefusal)
    } else if unknown.is_empty() {
        Ruled::of(Outcome::Complete)
    } else {
        Ruled::missing(&unknown)
    };
    let lists = [
        ("missing_stages", missing_stages),
        ("out_of_order", out_of_order),
        ("after_refusal", after_refusal),
    ];
    Ok(with_lists(ruling, lists).steps(trace))
}
