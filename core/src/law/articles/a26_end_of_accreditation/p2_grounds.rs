//! Paragraph 2, part one: the grounds on which a certificate is revoked. Three of them are established by people;
//! the rules judge the consequences of what was established.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::aggregate::{PLAIN, Paths, PlainOutcome, all_of};
use crate::law::engine::facts::{Known, Text, facts, names};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    REVOCATION_GROUNDS: RevocationGrounds => PlainOutcome,
    unit: (26, 2, 0, 0),
    text: 0xb1eb_cd29_b52e_1cb6,
    id: "art26.p2.revocation-grounds",
    summary: "The Chamber revokes a certificate on any of four grounds",
    note: "A closed list. A ground is not a revocation: only the decision is (6(1)).",
    judge: revocation_grounds,
    as_of: |_facts| None,
    value: PLAIN,
    example: r#"{"own_request":{"statement_on":null},"procedure_violation":{"finding":{"detected_on":"2026-03-19"}},"monitoring_violation":{"finding":null},"confirmed_complaint":{"complaint":null}}"#,
}

rule! {
    OWN_REQUEST: OwnRequest => RequestOutcome,
    unit: (26, 2, 0, 1),
    text: 0x05b0_598b_718b_699e,
    id: "art26.p2.s1.own-request",
    summary: "Ground: the centre asks for it in writing",
    note: "On the day the Chamber receives it.",
    judge: own_request,
    as_of: |facts| facts.statement_on.some(),
    value: &[("statement_on", Output::Date)],
    example: r#"{"statement_on":"2026-03-19"}"#,
}

rule! {
    PROCEDURE_VIOLATION: ProcedureViolation => ViolationOutcome,
    unit: (26, 2, 0, 2),
    text: 0xabe4_ecf0_9c50_eb70,
    id: "art26.p2.s2.procedure-violation",
    summary: "Ground: the procedure of recognition was violated",
    note: "An established finding; the text asks for no gravity.",
    judge: procedure_violation,
    as_of: |facts| match &facts.finding { Known::Is(finding) => finding.detected_on, Known::None | Known::Unknown => None },
    value: &[("detected_on", Output::Date)],
    example: r#"{"finding":{"detected_on":"2026-03-19"}}"#,
}

rule! {
    MONITORING_VIOLATION: MonitoringViolation => ViolationOutcome,
    unit: (26, 2, 0, 3),
    text: 0x387a_3c41_399b_09f0,
    id: "art26.p2.s3.monitoring-violation",
    summary: "Ground: monitoring finds criteria and terms of the agreement violated",
    note: "Either is enough, because art. 25.3, part two, sends violated criteria alone here.",
    judge: monitoring_violation,
    as_of: |facts| match &facts.finding { Known::Is(finding) => finding.detected_on, Known::None | Known::Unknown => None },
    value: &[("criteria", Output::Flag), ("agreement", Output::Flag), ("detected_on", Output::Date)],
    example: r#"{"finding":{"criteria":true,"agreement":false,"detected_on":"2026-03-19"}}"#,
}

rule! {
    CONFIRMED_COMPLAINT: ConfirmedComplaint => ComplaintOutcome,
    unit: (26, 2, 0, 4),
    text: 0x4dda_de14_3aa4_87b8,
    id: "art26.p2.s4.confirmed-complaint",
    summary: "Ground: confirmed complaints against people who received a document there",
    note: "One confirmed complaint is enough.",
    judge: confirmed_complaint,
    as_of: |facts| match &facts.complaint { Known::Is(complaint) => complaint.confirmed_on.some(), Known::None | Known::Unknown => None },
    value: &[("document", Output::Text), ("confirmed_on", Output::Date)],
    example: r#"{"complaint":{"document":"KZ-2025-000123","confirmed_on":"2026-03-19"}}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &REVOCATION_GROUNDS.norm,
    &OWN_REQUEST.norm,
    &PROCEDURE_VIOLATION.norm,
    &MONITORING_VIOLATION.norm,
    &CONFIRMED_COMPLAINT.norm,
];

outcomes! {
    /// The outcomes of `art26.p2.s1.own-request`.
    pub enum RequestOutcome {
        Requested = "requested": Violated,
        NoStatement = "no-statement": Satisfied,
    }
}

outcomes! {
    /// The outcomes of `art26.p2.s2.procedure-violation`.
    pub enum ViolationOutcome {
        Violation = "violation": Violated,
        NoViolation = "no-violation": Satisfied,
    }
}

outcomes! {
    /// The outcomes of `art26.p2.s4.confirmed-complaint`.
    pub enum ComplaintOutcome {
        Confirmed = "confirmed": Violated,
        NotConfirmed = "not-confirmed": Satisfied,
        NoComplaint = "no-complaint": Satisfied,
    }
}

facts! {
    /// Facts of `art26.p2.revocation-grounds`: those of its four members.
    pub struct RevocationGrounds {
        /// Facts of `art26.p2.s1.own-request`.
        own_request: Option<OwnRequest>,
        /// Facts of `art26.p2.s2.procedure-violation`.
        procedure_violation: Option<ProcedureViolation>,
        /// Facts of `art26.p2.s3.monitoring-violation`.
        monitoring_violation: Option<MonitoringViolation>,
        /// Facts of `art26.p2.s4.confirmed-complaint`.
        confirmed_complaint: Option<ConfirmedComplaint>,
    }

    /// Facts of `art26.p2.s1.own-request`.
    pub struct OwnRequest {
        /// The day on which the National Chamber received the centre's written statement; null where there is none.
        statement_on: Known<Date>,
    }

    /// Facts of `art26.p2.s2.procedure-violation`.
    pub struct ProcedureViolation {
        /// The established violation of the recognition procedure; null where none was established.
        finding: Known<ProcedureFinding>,
    }

    /// An established violation of the recognition procedure.
    pub struct ProcedureFinding {
        /// The day on which it was detected.
        detected_on: Option<Date>,
    }

    /// Facts of `art26.p2.s3.monitoring-violation`.
    pub struct MonitoringViolation {
        /// What monitoring established; null where it established nothing.
        finding: Known<MonitoringFinding>,
    }

    /// What the monitoring of a centre established.
    pub struct MonitoringFinding {
        /// Whether an accreditation criterion is violated (art. 24).
        criteria: Option<bool>,
        /// Whether a condition of the post-accreditation agreement is violated (art. 25.2).
        agreement: Option<bool>,
        /// The day on which it was detected.
        detected_on: Option<Date>,
    }

    /// Facts of `art26.p2.s4.confirmed-complaint`.
    pub struct ConfirmedComplaint {
        /// The complaint; null where there is none.
        complaint: Known<ComplaintFacts>,
    }

    /// A complaint against a person who received a document in the centre.
    pub struct ComplaintFacts {
        /// The number of that person's document.
        document: Option<Text>,
        /// The day on which the complaint was confirmed; null where it was not.
        confirmed_on: Known<Date>,
    }
}

const PATHS: Paths = &[
    (&OWN_REQUEST.rule, "statement_on", "own_request.statement_on"),
    (&PROCEDURE_VIOLATION.rule, "finding", "procedure_violation.finding"),
    (&MONITORING_VIOLATION.rule, "finding", "monitoring_violation.finding"),
    (&MONITORING_VIOLATION.rule, "finding.criteria", "monitoring_violation.finding.criteria"),
    (&MONITORING_VIOLATION.rule, "finding.agreement", "monitoring_violation.finding.agreement"),
    (&CONFIRMED_COMPLAINT.rule, "complaint", "confirmed_complaint.complaint"),
    (&CONFIRMED_COMPLAINT.rule, "complaint.document", "confirmed_complaint.complaint.document"),
    (&CONFIRMED_COMPLAINT.rule, "complaint.confirmed_on", "confirmed_complaint.complaint.confirmed_on"),
];

/// `art26.p2.revocation-grounds`: the National Chamber revokes a certificate on any of four grounds, and on no other.
/// A ground is not yet a revocation: the certificate ends by the decision (art. 26.3, 26.6(1)).
///
/// # Errors
/// Those of the members.
pub fn revocation_grounds(
    facts: &RevocationGrounds,
    days: &WorkingDays,
) -> Result<Ruled<PlainOutcome>, FactsError> {
    let facts = facts.clone();
    let parts = alloc::vec![
        OWN_REQUEST.part(&facts.own_request.unwrap_or_default(), days)?,
        PROCEDURE_VIOLATION.part(&facts.procedure_violation.unwrap_or_default(), days)?,
        MONITORING_VIOLATION.part(&facts.monitoring_violation.unwrap_or_default(), days)?,
        CONFIRMED_COMPLAINT.part(&facts.confirmed_complaint.unwrap_or_default(), days)?,
    ];
    let ruled = all_of(parts).by_path(PATHS).ruled();
    let violated = ruled.is_violated();
    Ok(if violated { ruled.step(Step::new("ground-is-not-yet-revocation")) } else { ruled })
}

names! {
    /// On what ground a certificate is revoked (art. 26.2).
    pub enum RevocationGround {
        /// The centre's own written statement.
        OwnRequest = "own-request",
        /// The recognition procedure was violated.
        ProcedureViolation = "procedure-violation",
        /// Monitoring found a violation.
        MonitoringViolation = "monitoring-violation",
        /// A complaint against the holder of a document was confirmed.
        ConfirmedComplaint = "confirmed-complaint",
    }
}

/// `art26.p2.s1.own-request`: the centre itself requested the revocation in writing. The ground exists from the day on
/// which the National Chamber received the statement.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn own_request(facts: &OwnRequest, _: &WorkingDays) -> Result<Ruled<RequestOutcome>, FactsError> {
    Ok(match facts.statement_on {
        Known::Unknown => Ruled::missing(&["statement_on"]),
        Known::None => Ruled::of(RequestOutcome::NoStatement),
        Known::Is(on) => Ruled::of(RequestOutcome::Requested).with("statement_on", on),
    })
}

/// `art26.p2.s2.procedure-violation`: the recognition procedure was violated. The violation is established elsewhere;
/// any established violation suffices, since the Law sets no threshold.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn procedure_violation(
    facts: &ProcedureViolation,
    _: &WorkingDays,
) -> Result<Ruled<ViolationOutcome>, FactsError> {
    Ok(match &facts.finding {
        Known::Unknown => Ruled::missing(&["finding"]),
        Known::None => Ruled::of(ViolationOutcome::NoViolation),
        Known::Is(finding) => {
            Ruled::of(ViolationOutcome::Violation).with_some("detected_on", finding.detected_on)
        }
    })
}

/// `art26.p2.s3.monitoring-violation`: monitoring found accreditation criteria or conditions of the agreement violated.
/// The text joins the two by "and". Either is read to suffice, because art. 25.3, part two, refers a violation of the
/// criteria alone to this ground. The reading that requires both is rejected, so the answer is never contestable; where
/// that reading would give a different answer, the trace records it.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn monitoring_violation(
    facts: &MonitoringViolation,
    _: &WorkingDays,
) -> Result<Ruled<ViolationOutcome>, FactsError> {
    let finding = match &facts.finding {
        Known::Unknown => return Ok(Ruled::missing(&["finding"])),
        Known::None => return Ok(Ruled::of(ViolationOutcome::NoViolation).under("either-suffices")),
        Known::Is(finding) => finding,
    };
    let flags = [(finding.criteria, "finding.criteria"), (finding.agreement, "finding.agreement")];
    let missing: Vec<_> = flags.iter().filter(|(flag, _)| flag.is_none()).map(|(_, name)| *name).collect();
    let ruling = if flags.iter().any(|(flag, _)| *flag == Some(true)) {
        Ruled::of(ViolationOutcome::Violation)
    } else if missing.is_empty() {
        Ruled::of(ViolationOutcome::NoViolation)
    } else {
        Ruled::missing(&missing)
    };
    let one_alone = ruling.is_violated() && flags.iter().any(|(flag, _)| *flag != Some(true));
    let ruling = if one_alone { ruling.step(Step::new("both-together-not-needed")) } else { ruling };
    let ruling = ruling.with_some("criteria", finding.criteria).with_some("agreement", finding.agreement);
    Ok(ruling.with_some("detected_on", finding.detected_on).under("either-suffices"))
}

/// `art26.p2.s4.confirmed-complaint`: a complaint against a person who received a document in the centre was
/// confirmed. The text has "complaints" in the plural; one is read to suffice.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn confirmed_complaint(
    facts: &ConfirmedComplaint,
    _: &WorkingDays,
) -> Result<Ruled<ComplaintOutcome>, FactsError> {
    let complaint = match &facts.complaint {
        Known::Unknown => return Ok(Ruled::missing(&["complaint"])),
        Known::None => return Ok(Ruled::of(ComplaintOutcome::NoComplaint)),
        Known::Is(complaint) => complaint,
    };
    let document = complaint.document.as_ref().map(|document| document.as_str().to_string());
    let ruling = match (&complaint.confirmed_on, &document) {
        (Known::None, _) => Ruled::of(ComplaintOutcome::NotConfirmed),
        (Known::Is(on), Some(_)) => Ruled::of(ComplaintOutcome::Confirmed).with("confirmed_on", *on),
        (Known::Is(on), None) => Ruled::missing(&["complaint.document"]).with("confirmed_on", *on),
        (Known::Unknown, Some(_)) => Ruled::missing(&["complaint.confirmed_on"]),
        (Known::Unknown, None) => Ruled::missing(&["complaint.document", "complaint.confirmed_on"]),
    };
    Ok(ruling.with_some("document", document).under("one-complaint-suffices"))
}
