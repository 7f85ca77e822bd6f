//! Art. 25: the decision to accredit or to refuse, and its consequences.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::clock::{self, Names};
use super::conditions::{Conditions, UNKNOWN};
use super::facts::{Known, SomeOf, facts, names, require};
use super::refusal;
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;

/// Working days to issue the certificate after a positive decision (art. 25.2).
const TO_ISSUE: u32 = 10;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art25.p1.decision-basis",
        (25, 1, 0, 0),
        decision_basis,
        |_facts| None,
        BASIS,
        r#"{"expertise_done_on":"2026-02-09","survey_done_on":"2026-02-16","coordinated":true,"decided_on":"2026-03-02","decider":"national-chamber"}"#
    ),
    rule!(
        "art25.p2.certificate-issuance",
        (25, 2, 0, 0),
        certificate_issuance,
        |facts| facts.as_of,
        ISSUANCE,
        r#"{"decided_on":"2026-03-10","issued_on":"2026-03-20","listed_on":"2026-03-26","agreement_on":"2026-03-26","as_of":"2026-03-27"}"#
    ),
    rule!(
        "art25.p3.part2.violation-consequence",
        (25, 3, 2, 0),
        violation_consequence,
        |_facts| None,
        CONSEQUENCE,
        r#"{"finding":{"criteria":["personnel"],"detected_on":"2026-03-19"}}"#
    ),
    rule!(
        "art25.p4.refusal-notice",
        (25, 4, 0, 0),
        refusal::refusal_notice,
        |facts| facts.as_of,
        refusal::NOTICE,
        r#"{"decided_on":"2026-03-10","sent_on":"2026-03-16","reasons_given":true,"form":"electronic","as_of":"2026-03-19"}"#
    ),
    rule!(
        "art25.p5.refusal-remedy",
        (25, 5, 0, 0),
        refusal::refusal_remedy,
        |_facts| None,
        refusal::REMEDY,
        r#"{"decision":"negative"}"#
    ),
];

const BASIS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["in-order", "not-in-order"])),
    (
        "failed",
        Output::SomeOf(&[
            "expertise",
            "expertise-first",
            "survey",
            "survey-first",
            "coordination",
            "decider",
        ]),
    ),
    UNKNOWN,
];
const DEADLINE_STATUSES: &[&str] = &["open", "done-in-time", "done-late", "overdue", "contestable"];
const ISSUANCE: &[(&str, Output)] = &[
    ("status", Output::OneOf(DEADLINE_STATUSES)),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
    ("agreement_status", Output::OneOf(DEADLINE_STATUSES)),
    ("agreement_last_day", Output::Date),
];
const CONSEQUENCE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["revocation-ground", "no-violation"])),
    ("criteria", Output::SomeOf(Criterion::NAMES)),
    ("ground", Output::OneOf(&["art26.p2.s3.monitoring-violation"])),
    ("detected_on", Output::Date),
];
names! {
    /// Who decided about an application.
    pub enum Decider {
        /// The National Chamber of Entrepreneurs.
        NationalChamber = "national-chamber",
        /// The accreditation body in conformity assessment.
        AccreditationBody = "accreditation-body",
        /// The authorised body.
        AuthorizedBody = "authorized-body",
        /// Somebody else.
        Other = "other",
    }

    /// An accreditation criterion (art. 24.1).
    pub enum Criterion {
        /// Being a legal entity.
        LegalEntity = "legal-entity",
        /// Premises, equipment and material resources.
        ResourcesTitle = "resources-title",
        /// Professions of the register.
        ProfessionsInRegister = "professions-in-register",
        /// Draft qualification programmes.
        DraftProgrammes = "draft-programmes",
        /// Qualified personnel.
        Personnel = "personnel",
    }
}

facts! {
    /// Facts of `art25.p1.decision-basis`.
    pub struct DecisionBasis {
        /// The day on which the result of the examination of the documents was there; `null` where there is none.
        expertise_done_on: Known<Date>,
        /// The day on which the result of the survey on site was there; `null` where there is none.
        survey_done_on: Known<Date>,
        /// Whether the authorised body agreed.
        coordinated: Option<bool>,
        /// The day of the decision.
        decided_on: Option<Date>,
        /// Who decided.
        decider: Option<Decider>,
    }

    /// Facts of `art25.p2.certificate-issuance`.
    pub struct CertificateIssuance {
        /// The day of the positive decision.
        decided_on: Option<Date>,
        /// The day on which the certificate was issued; not yet where left out.
        issued_on: Option<Date>,
        /// The day on which it was entered in the list of accredited centres; not yet where left out.
        listed_on: Option<Date>,
        /// The day on which the post-accreditation agreement was concluded; not yet where left out.
        agreement_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Violated criteria that monitoring found.
    pub struct CriteriaFinding {
        /// Which criteria are violated.
        criteria: Option<SomeOf<Criterion>>,
        /// The day on which that was detected.
        detected_on: Option<Date>,
    }

    /// Facts of `art25.p3.part2.violation-consequence`.
    pub struct ViolationConsequence {
        /// The violation of accreditation criteria that monitoring found; `null` where it found none.
        finding: Known<CriteriaFinding>,
    }
}

/// `art25.p1.decision-basis`: the National Chamber decides in agreement with the authorised body, on the results of the
/// examination of the documents and of the survey on site, both of which are available on the day of the decision.
///
/// # Errors
/// None. A decision before the results is a violation, not an error.
pub fn decision_basis(facts: &DecisionBasis, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let done = |on: &Known<Date>| match on {
        Known::Unknown => None,
        Known::None => Some(false),
        Known::Is(_) => Some(true),
    };
    // A result that does not exist is named once, and not as late as well.
    let in_order = |on: &Known<Date>| match (on.some(), facts.decided_on) {
        (Some(on), Some(decided)) => Some(on <= decided),
        (Some(_), None) => None,
        (None, _) => Some(true),
    };
    let chamber = facts.decider.map(|decider| decider == Decider::NationalChamber);
    let conditions = Conditions::default()
        .check("expertise", done(&facts.expertise_done_on), "expertise_done_on")
        .check("survey", done(&facts.survey_done_on), "survey_done_on")
        .check("coordination", facts.coordinated, "coordinated")
        .check("expertise-first", in_order(&facts.expertise_done_on), "decided_on")
        .check("survey-first", in_order(&facts.survey_done_on), "decided_on")
        .check("decider", chamber, "decider");
    Ok(conditions.ruling("in-order", "not-in-order"))
}

/// `art25.p2.certificate-issuance`: after a positive decision the certificate is issued within ten working days, and
/// entered in the list of accredited centres; the duty is done when both are. The Law does not state when the term
/// begins; it is read to run from the decision. Whether the term covers the agreement is open: the agreement's status
/// is reported separately and does not affect the answer.
///
/// # Errors
/// A certificate, an entry or an agreement dated before the decision.
pub fn certificate_issuance(facts: &CertificateIssuance, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let done = [
        ("issued_on", facts.issued_on),
        ("listed_on", facts.listed_on),
        ("agreement_on", facts.agreement_on),
    ];
    for (done, on) in done {
        clock::reject_before(on, facts.decided_on, Names { done, event: "decided_on" })?;
    }
    require!(facts: decided_on);
    let deadline = clock::working_days(days, *decided_on, TO_ISSUE);
    let last_day = deadline.as_ref().ok().map(|deadline| deadline.last_day);
    let done_on = facts.issued_on.zip(facts.listed_on).map(|(issued, listed)| issued.max(listed));
    // If one of the two is late, the duty is late, whether or not the other is done.
    let late = facts.issued_on.max(facts.listed_on).filter(|on| last_day.is_some_and(|last| *on > last));
    let agreement = clock::judge(deadline.clone(), facts.agreement_on, facts.as_of);
    let ruling = clock::judge(deadline, done_on, facts.as_of.max(late))
        .with_some("agreement_last_day", last_day)
        .with_some("agreement_status", agreement.value.text("status"));
    let begins = Step::with_facts("term-runs-from-decision", Facts::new().with("on", *decided_on));
    Ok(ruling.step(begins).step(Step::new("agreement-stands-beside")))
}

/// `art25.p3.part2.violation-consequence`: where monitoring finds a violation of an accreditation criterion, art. 26.2
/// applies: the ground of its third subparagraph exists, even without a violation of the agreement.
///
/// # Errors
/// An empty list of violated criteria.
pub fn violation_consequence(facts: &ViolationConsequence, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let finding = match &facts.finding {
        Known::Unknown => return Ok(Ruling::missing(&["finding"])),
        Known::None => return Ok(Ruling::status(true, "no-violation")),
        Known::Is(finding) => finding,
    };
    let Some(criteria) = &finding.criteria else {
        let ruling = Ruling::missing(&["finding.criteria"]);
        return Ok(ruling.with_some("detected_on", finding.detected_on));
    };
    let criteria: Vec<_> = criteria.iter().map(|criterion| criterion.name().to_string()).collect();
    Ok(Ruling::status(false, "revocation-ground")
        .with("criteria", criteria)
        .with("ground", "art26.p2.s3.monitoring-violation")
        .with_some("detected_on", finding.detected_on)
        .under("either-suffices"))
}
