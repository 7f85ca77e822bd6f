//! Art. 23: accreditation by the National Chamber, its stages, and re-accreditation.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::centre::Accreditor;
use super::certificate_term;
use super::conditions::{Conditions, UNKNOWN, not_given, with_lists};
use super::facts::{facts, names};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art23.p1.free-voluntary",
        (23, 1, 0, 0),
        free_voluntary,
        |_facts| None,
        FREE,
        r#"{"fee_charged":0,"accreditor":"national-chamber","coordinated":true}"#
    ),
    rule!(
        "art23.p2.stages",
        (23, 2, 0, 0),
        stages,
        |_facts| None,
        STAGES,
        r#"{"stages":[{"stage":"application","on":"2026-02-02"},{"stage":"document-expertise","on":"2026-02-09"},{"stage":"on-site-survey","on":"2026-02-16"},{"stage":"decision","on":"2026-03-02"}],"outcome":"negative"}"#
    ),
    rule!(
        "art23.p2.s5.certificate-validity",
        (23, 2, 0, 5),
        certificate_term::certificate_validity,
        |facts| facts.as_of,
        certificate_term::VALUE,
        r#"{"issued_on":"2024-02-29","valid_to_printed":"2027-02-28","as_of":"2026-03-19"}"#
    ),
    rule!(
        "art23.p5.reaccreditation-stages",
        (23, 5, 0, 0),
        stages,
        |_facts| None,
        STAGES,
        r#"{"stages":[{"stage":"application","on":"2026-08-03"},{"stage":"document-expertise","on":"2026-08-10"},{"stage":"on-site-survey","on":"2026-08-17"},{"stage":"decision","on":"2026-09-01"}],"outcome":"negative"}"#
    ),
    rule!(
        "art23.p5.reapply-by",
        (23, 5, 0, 0),
        certificate_term::reapply_by,
        |facts| facts.as_of,
        REAPPLY,
        r#"{"certificate_last_day":"2027-08-31","filed_on":"2027-02-28","as_of":"2027-03-01"}"#
    ),
];

const REAPPLY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["open", "done-in-time", "done-late", "overdue"])),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
];
const FREE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["in-order", "not-in-order"])),
    ("failed", Output::SomeOf(&["fee", "accreditor", "coordination"])),
    UNKNOWN,
];
const STAGES: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["complete", "incomplete", "out-of-order", "stages-after-refusal"])),
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
    /// Facts of `art23.p1.free-voluntary`.
    pub struct FreeVoluntary {
        /// What was charged for the accreditation, in tenge.
        fee_charged: Option<u64>,
        /// Who accredits.
        accreditor: Option<Accreditor>,
        /// Whether the authorised body agreed.
        coordinated: Option<bool>,
    }

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

/// `art23.p1.free-voluntary`: the National Chamber accredits every applicant, free of charge, and in agreement with the
/// authorised body. That the application is voluntary depends on no fact.
///
/// # Errors
/// None.
pub fn free_voluntary(facts: &FreeVoluntary, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let chamber = facts.accreditor.map(|accreditor| accreditor == Accreditor::NationalChamber);
    let conditions = Conditions::default()
        .check("fee", facts.fee_charged.map(|fee| fee == 0), "fee_charged")
        .check("accreditor", chamber, "accreditor")
        .check("coordination", facts.coordinated, "coordinated");
    Ok(conditions.ruling("in-order", "not-in-order"))
}

/// `art23.p2.stages` and `art23.p5.reaccreditation-stages`: accreditation and re-accreditation go through the main
/// stages in their order: the first four always, the certificate and the agreement only after a positive decision.
/// Two stages may end on the same day; a repeated stage counts by its last day.
///
/// # Errors
/// None: a log may be empty.
pub fn stages(facts: &Stages, _: &WorkingDays) -> Result<Ruling, FactsError> {
    use AccreditationStage::{
        Agreement, Application, Certificate, Decision, DocumentExpertise, OnSiteSurvey,
    };
    let Some(log) = &facts.stages else {
        return Ok(Ruling::missing(&not_given(&[("stages", false), ("outcome", facts.outcome.is_some())])));
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
    let ruling = match (missing_stages.is_empty(), out_of_order.is_empty(), after_refusal.is_empty()) {
        (false, _, _) if !unnamed => Ruling::status(false, "incomplete"),
        (_, false, _) if !unnamed => Ruling::status(false, "out-of-order"),
        (_, _, false) => Ruling::status(false, "stages-after-refusal"),
        _ if unknown.is_empty() => Ruling::status(true, "complete"),
        _ => Ruling::missing(&unknown),
    };
    let lists = [
        ("missing_stages", missing_stages),
        ("out_of_order", out_of_order),
        ("after_refusal", after_refusal),
    ];
    Ok(with_lists(ruling, lists).steps(trace))
}
