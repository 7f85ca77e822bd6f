//! Art. 26.1 and 26.2, part one: when an accreditation certificate is reissued, and when it is to be revoked.

use super::aggregate::all_of;
use super::facts::{facts, names, require};
use super::missing::Missing;
use super::revocation_grounds::{
    ConfirmedComplaint, MonitoringViolation, OwnRequest, ProcedureViolation, confirmed_complaint,
    monitoring_violation, own_request, procedure_violation,
};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;

const REISSUE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["reissue-required", "no-reorganisation"])),
    ("event", Output::OneOf(Reorganisation::NAMES)),
    ("since", Output::Date),
];
/// No member is ever contestable, so the aggregate is not either.
const GROUNDS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated"])),
    ("failed", Output::List),
    ("unknown", Output::List),
];

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art26.p1.reissue-on-reorganisation",
        (26, 1, 0, 0),
        reissue_on_reorganisation,
        |facts| facts.date,
        REISSUE,
        r#"{"event":"merger","date":"2026-03-19"}"#
    ),
    rule!(
        "art26.p2.revocation-grounds",
        (26, 2, 0, 0),
        revocation_grounds,
        |_facts| None,
        GROUNDS,
        r#"{"own_request":{"statement_on":null},"procedure_violation":{"finding":{"detected_on":"2026-03-19"}},"monitoring_violation":{"finding":null},"confirmed_complaint":{"complaint":null}}"#
    ),
];

names! {
    /// What happened to the legal entity of a centre (art. 26.1).
    pub enum Reorganisation {
        /// Several became one new one.
        Merger = "merger",
        /// One was joined to another.
        Accession = "accession",
        /// One became several.
        Division = "division",
        /// A new one came out of one that remains.
        Separation = "separation",
        /// It changed its legal form.
        Transformation = "transformation",
        /// Nothing of the kind; a new name or address is not a reorganisation.
        NoneOfThese = "none-of-these",
    }
}

facts! {
    /// Facts of `art26.p1.reissue-on-reorganisation`.
    pub struct ReissueOnReorganisation {
        /// What happened to the centre.
        event: Option<Reorganisation>,
        /// The day on which it happened.
        date: Option<Date>,
    }

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
}

/// `art26.p1.reissue-on-reorganisation`: the certificate of a reorganised centre is reissued. The translation calls
/// this "renewal", as it does the resumption of art. 26.5; here a new certificate is issued to a changed entity,
/// there the old certificate comes back into force. The Law sets no term, so the answer has the duty and its first
/// day, and is never "late".
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn reissue_on_reorganisation(
    facts: &ReissueOnReorganisation,
    _: &WorkingDays,
) -> Result<Ruling, FactsError> {
    if facts.event == Some(Reorganisation::NoneOfThese) {
        return Ok(Ruling::not_applicable("no-reorganisation").under("renewal-means-reissue"));
    }
    require!(facts: event, date);
    let ruling = Ruling::status(true, "reissue-required").with("event", event.name()).with("since", *date);
    Ok(ruling.under("renewal-means-reissue"))
}

/// Facts of an aggregate's members and their paths in the aggregate's own facts: rule of the member, fact, path.
pub(super) type Paths = &'static [(&'static str, &'static str, &'static str)];

const MISSES: Paths = &[
    ("art26.p2.s1.own-request", "statement_on", "own_request.statement_on"),
    ("art26.p2.s2.procedure-violation", "finding", "procedure_violation.finding"),
    ("art26.p2.s3.monitoring-violation", "finding", "monitoring_violation.finding"),
    ("art26.p2.s3.monitoring-violation", "finding.criteria", "monitoring_violation.finding.criteria"),
    ("art26.p2.s3.monitoring-violation", "finding.agreement", "monitoring_violation.finding.agreement"),
    ("art26.p2.s4.confirmed-complaint", "complaint", "confirmed_complaint.complaint"),
    ("art26.p2.s4.confirmed-complaint", "complaint.document", "confirmed_complaint.complaint.document"),
    (
        "art26.p2.s4.confirmed-complaint",
        "complaint.confirmed_on",
        "confirmed_complaint.complaint.confirmed_on",
    ),
];

/// Renames what an undetermined aggregate lacks to the paths in the aggregate's own facts, without duplicates.
pub(super) fn by_path(mut ruling: Ruling, paths: Paths) -> Ruling {
    let Answer::Undetermined(missing) = &mut ruling.answer else { return ruling };
    missing.clear();
    for part in &ruling.parts {
        let Answer::Undetermined(of_part) = &part.ruling.answer else { continue };
        for fact in of_part {
            let known =
                paths.iter().find(|(id, name, _)| *id == part.rule.id && Missing::Fact(name) == *fact);
            let path = known.map_or(*fact, |(_, _, path)| Missing::Fact(path));
            if !missing.contains(&path) {
                missing.push(path);
            }
        }
    }
    ruling
}

/// `art26.p2.revocation-grounds`: the National Chamber revokes a certificate on any of four grounds, and on no other.
/// A ground is not yet a revocation: the certificate ends by the decision (art. 26.3, 26.6(1)).
///
/// # Errors
/// Those of the members.
pub fn revocation_grounds(facts: &RevocationGrounds, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let facts = facts.clone();
    let members = [
        ("art26.p2.s1.own-request", own_request(&facts.own_request.unwrap_or_default(), days)?),
        (
            "art26.p2.s2.procedure-violation",
            procedure_violation(&facts.procedure_violation.unwrap_or_default(), days)?,
        ),
        (
            "art26.p2.s3.monitoring-violation",
            monitoring_violation(&facts.monitoring_violation.unwrap_or_default(), days)?,
        ),
        (
            "art26.p2.s4.confirmed-complaint",
            confirmed_complaint(&facts.confirmed_complaint.unwrap_or_default(), days)?,
        ),
    ];
    let parts = members.into_iter().filter_map(|(id, ruling)| Some(super::rule(id)?.result(ruling)));
    let ruling = by_path(all_of(parts.collect()), MISSES);
    let violated = ruling.answer == Answer::Violated;
    Ok(if violated { ruling.step(Step::new("ground-is-not-yet-revocation")) } else { ruling })
}
