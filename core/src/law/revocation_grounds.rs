//! Art. 26.2, part one, subparagraphs 1 to 4: the grounds on which a certificate is revoked. Three of them are
//! established by people; the rules judge the consequences of what was established.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::facts::{Known, Text, facts, names};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;

const REQUEST: &[(&str, Output)] =
    &[("status", Output::OneOf(&["requested", "no-statement"])), ("statement_on", Output::Date)];
const VIOLATION: &[(&str, Output)] =
    &[("status", Output::OneOf(&["violation", "no-violation"])), ("detected_on", Output::Date)];
const MONITORED: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["violation", "no-violation"])),
    ("criteria", Output::Flag),
    ("agreement", Output::Flag),
    ("detected_on", Output::Date),
];
const COMPLAINT: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["confirmed", "not-confirmed", "no-complaint"])),
    ("document", Output::Text),
    ("confirmed_on", Output::Date),
];

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art26.p2.s1.own-request",
        (26, 2, 0, 1),
        own_request,
        |_facts| None,
        REQUEST,
        r#"{"statement_on":"2026-03-19"}"#
    ),
    rule!(
        "art26.p2.s2.procedure-violation",
        (26, 2, 0, 2),
        procedure_violation,
        |_facts| None,
        VIOLATION,
        r#"{"finding":{"detected_on":"2026-03-19"}}"#
    ),
    rule!(
        "art26.p2.s3.monitoring-violation",
        (26, 2, 0, 3),
        monitoring_violation,
        |_facts| None,
        MONITORED,
        r#"{"finding":{"criteria":true,"agreement":false,"detected_on":"2026-03-19"}}"#
    ),
    rule!(
        "art26.p2.s4.confirmed-complaint",
        (26, 2, 0, 4),
        confirmed_complaint,
        |_facts| None,
        COMPLAINT,
        r#"{"complaint":{"document":"KZ-2025-000123","confirmed_on":"2026-03-19"}}"#
    ),
];

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

facts! {
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

/// `art26.p2.s1.own-request`: the centre itself requested the revocation in writing. The ground exists from the day on
/// which the National Chamber received the statement.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn own_request(facts: &OwnRequest, _: &WorkingDays) -> Result<Ruling, FactsError> {
    Ok(match facts.statement_on {
        Known::Unknown => Ruling::missing(&["statement_on"]),
        Known::None => Ruling::status(true, "no-statement"),
        Known::Is(on) => Ruling::status(false, "requested").with("statement_on", on),
    })
}

/// `art26.p2.s2.procedure-violation`: the recognition procedure was violated. The violation is established elsewhere;
/// any established violation suffices, since the Law sets no threshold.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn procedure_violation(facts: &ProcedureViolation, _: &WorkingDays) -> Result<Ruling, FactsError> {
    Ok(match &facts.finding {
        Known::Unknown => Ruling::missing(&["finding"]),
        Known::None => Ruling::status(true, "no-violation"),
        Known::Is(finding) => {
            Ruling::status(false, "violation").with_some("detected_on", finding.detected_on)
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
pub fn monitoring_violation(facts: &MonitoringViolation, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let finding = match &facts.finding {
        Known::Unknown => return Ok(Ruling::missing(&["finding"])),
        Known::None => return Ok(Ruling::status(true, "no-violation").under("either-suffices")),
        Known::Is(finding) => finding,
    };
    let flags = [(finding.criteria, "finding.criteria"), (finding.agreement, "finding.agreement")];
    let missing: Vec<_> = flags.iter().filter(|(flag, _)| flag.is_none()).map(|(_, name)| *name).collect();
    let ruling = if flags.iter().any(|(flag, _)| *flag == Some(true)) {
        Ruling::status(false, "violation")
    } else if missing.is_empty() {
        Ruling::status(true, "no-violation")
    } else {
        Ruling::missing(&missing)
    };
    let one_alone = ruling.answer == Answer::Violated && flags.iter().any(|(flag, _)| *flag != Some(true));
    let ruling = if one_alone { ruling.step(Step::new("both-together-not-needed")) } else { ruling };
    let ruling = ruling.with_some("criteria", finding.criteria).with_some("agreement", finding.agreement);
    Ok(ruling.with_some("detected_on", finding.detected_on).under("either-suffices"))
}

/// `art26.p2.s4.confirmed-complaint`: a complaint against a person who received a document in the centre was
/// confirmed. The text has "complaints" in the plural; one is read to suffice.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn confirmed_complaint(facts: &ConfirmedComplaint, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let complaint = match &facts.complaint {
        Known::Unknown => return Ok(Ruling::missing(&["complaint"])),
        Known::None => return Ok(Ruling::status(true, "no-complaint")),
        Known::Is(complaint) => complaint,
    };
    let document = complaint.document.as_ref().map(|document| document.as_str().to_string());
    let ruling = match (&complaint.confirmed_on, &document) {
        (Known::None, _) => Ruling::status(true, "not-confirmed"),
        (Known::Is(on), Some(_)) => Ruling::status(false, "confirmed").with("confirmed_on", *on),
        (Known::Is(on), None) => Ruling::missing(&["complaint.document"]).with("confirmed_on", *on),
        (Known::Unknown, Some(_)) => Ruling::missing(&["complaint.confirmed_on"]),
        (Known::Unknown, None) => Ruling::missing(&["complaint.document", "complaint.confirmed_on"]),
    };
    Ok(ruling.with_some("document", document).under("one-complaint-suffices"))
}
