//! Which deadlines of the National Chamber and of a centre are running.

use crate::calendar::WorkingDays;
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::articles::a22_appeals::p2_consideration::{AppealConsideration, appeal_consideration};
use crate::law::articles::a25_decision::p2_issuance::{CertificateIssuance, certificate_issuance};
use crate::law::articles::a25_decision::p4_refusal::{RefusalNotice, refusal_notice};
use crate::law::articles::a26_end_of_accreditation::p3_decision::{
    RevocationDecision, revocation_decision as judge_revocation,
};
use crate::law::articles::a26_end_of_accreditation::p4_copy::{CopyToCentre, copy_to_centre as judge_copy};
use crate::law::engine::facts::{Known, facts};
use crate::law::engine::rule::{Output, Rule, RuleResult, question};
use crate::law::engine::ruling::{Ruling, Step};
use crate::law::questions::{combine, optional_part};
use alloc::vec::Vec;

pub(in crate::law) static NCE_CLOCK: Rule = question! {
    id: "ask.nce-clock",
    cites: (25, 0, 0, 0),
    judge: nce_clock,
    as_of: |_facts| None,
    value: &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("last_day", Output::Date),
],
    example: r#"{"issuance":{"decided_on":"2026-03-19","as_of":"2026-03-20"},"refusal":null,"revocation":null,"copy":null,"appeal":{"registered_on":"2026-03-19","as_of":"2026-03-20"}}"#,
};

facts! {
    /// Facts of `ask.nce-clock`: the clocks that run, `null` for one that does not; at least one runs.
    pub struct Clocks {
        /// Of `art25.p2.certificate-issuance`.
        issuance: Known<CertificateIssuance>,
        /// Of `art25.p4.refusal-notice`.
        refusal: Known<RefusalNotice>,
        /// Of `art26.p3.revocation-decision`.
        revocation: Known<RevocationDecision>,
        /// Of `art26.p4.copy-to-centre`.
        copy: Known<CopyToCentre>,
        /// Of `art22.p2.appeal-consideration`.
        appeal: Known<AppealConsideration>,
    }
}

/// `ask.nce-clock`: every deadline of the Chamber or a centre, and the first day on which one expires.
///
/// # Errors
/// Those of the rules; no deadline asked about.
pub fn nce_clock(facts: &Clocks, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let mut parts = Vec::new();
    let issuance = ("art25.p2.certificate-issuance", "issuance");
    parts.push(optional_part(issuance, certificate_issuance, &facts.issuance, days)?);
    parts.push(optional_part(("art25.p4.refusal-notice", "refusal"), refusal_notice, &facts.refusal, days)?);
    let revocation = ("art26.p3.revocation-decision", "revocation");
    parts.push(optional_part(revocation, judge_revocation, &facts.revocation, days)?);
    parts.push(optional_part(("art26.p4.copy-to-centre", "copy"), judge_copy, &facts.copy, days)?);
    let appeal = ("art22.p2.appeal-consideration", "appeal");
    parts.push(optional_part(appeal, appeal_consideration, &facts.appeal, days)?);
    if parts.iter().all(Vec::is_empty) {
        return Err(FactsError::field("issuance", FactProblem::NoClockChosen));
    }
    let open = |part: &&RuleResult| part.ruling.value.text("status") == Some("open");
    let first =
        parts.iter().flatten().filter(open).filter_map(|part| part.ruling.value.date("last_day")).min();
    let ruling = combine(parts, "ask-the-centre");
    let value = ruling.value.clone().without("next");
    let ruling = Ruling { value, ..ruling }.with_some("last_day", first);
    Ok(match first {
        Some(first) => ruling.step(Step::with_facts("next-clock", Facts::new().with("on", first))),
        None => ruling,
    })
}
