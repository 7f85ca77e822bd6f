//! Which deadlines of the National Chamber and of a centre are running.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::articles::a22_appeals::p2_consideration::{APPEAL_CONSIDERATION, AppealConsideration};
use crate::law::articles::a25_decision::p2_issuance::{CERTIFICATE_ISSUANCE, CertificateIssuance};
use crate::law::articles::a25_decision::p4_refusal::{REFUSAL_NOTICE, RefusalNotice};
use crate::law::articles::a26_end_of_accreditation::p3_decision::{REVOCATION_DECISION, RevocationDecision};
use crate::law::articles::a26_end_of_accreditation::p4_copy::{COPY_TO_CENTRE, CopyToCentre};
use crate::law::engine::aggregate::{MembersOutcome, all_of};
use crate::law::engine::facts::{Known, agree, facts};
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::rule::{Computable, Output, Rule, RuleResult, question};
use crate::law::engine::ruling::Step;
use crate::law::questions::optional_part;

pub(in crate::law) static NCE_CLOCK: Rule = question! {
    id: "ask.nce-clock",
    cites: (25, 0, 0, 0),
    judge: nce_clock => MembersOutcome,
    as_of: |_facts| None,
    value: &[
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
        ("last_day", Output::Date),
    ],
    example: r#"{"issuance":{"decided_on":"2026-03-19","as_of":"2026-03-20"},"refusal":null,"revocation":null,"copy":null,"appeal":{"registered_on":"2026-03-19","as_of":"2026-03-20"}}"#,
};

facts! {
    /// Facts of `ask.nce-clock`: the clocks that run, `null` for one that does not; at least one runs. The day asked about is stated
    /// in one of them.
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
/// Those of the rules; no deadline asked about; two days asked about.
pub fn nce_clock(facts: &Clocks, days: &WorkingDays) -> Result<Ruled<MembersOutcome>, FactsError> {
    let facts = &joined(facts)?;
    let mut clocks = Running { parts: Vec::new(), first: None };
    clocks
        .add(&CERTIFICATE_ISSUANCE, optional_part(&CERTIFICATE_ISSUANCE, "issuance", &facts.issuance, days)?);
    clocks.add(&REFUSAL_NOTICE, optional_part(&REFUSAL_NOTICE, "refusal", &facts.refusal, days)?);
    clocks.add(
        &REVOCATION_DECISION,
        optional_part(&REVOCATION_DECISION, "revocation", &facts.revocation, days)?,
    );
    clocks.add(&COPY_TO_CENTRE, optional_part(&COPY_TO_CENTRE, "copy", &facts.copy, days)?);
    clocks.add(&APPEAL_CONSIDERATION, optional_part(&APPEAL_CONSIDERATION, "appeal", &facts.appeal, days)?);
    let Running { parts, first } = clocks;
    if parts.is_empty() {
        return Err(FactsError::field("issuance", FactProblem::NoClockChosen));
    }
    let ruled = all_of(parts).ruled().with_some("last_day", first);
    Ok(match first {
        Some(first) => ruled.step(Step::with_facts("next-clock", Facts::new().with("on", first))),
        None => ruled,
    })
}

/// Joins the day asked about, which every clock shares.
///
/// # Errors
/// Two days that differ.
fn joined(facts: &Clocks) -> Result<Clocks, FactsError> {
    let mut facts = facts.clone();
    let mut asked: Vec<(&'static str, &mut Option<Date>)> = Vec::new();
    if let Known::Is(clock) = &mut facts.issuance {
        asked.push(("issuance.as_of", &mut clock.as_of));
    }
    if let Known::Is(clock) = &mut facts.refusal {
        asked.push(("refusal.as_of", &mut clock.as_of));
    }
    if let Known::Is(clock) = &mut facts.revocation {
        asked.push(("revocation.as_of", &mut clock.as_of));
    }
    if let Known::Is(clock) = &mut facts.copy {
        asked.push(("copy.as_of", &mut clock.as_of));
    }
    if let Known::Is(clock) = &mut facts.appeal {
        asked.push(("appeal.as_of", &mut clock.as_of));
    }
    agree(&mut asked)?;
    Ok(facts)
}

/// The deadlines judged so far, and the first day on which a running one expires.
struct Running {
    parts: Vec<RuleResult>,
    first: Option<Date>,
}

impl Running {
    fn add<F, O: Outcomes>(&mut self, rule: &'static Computable<F, O>, ruled: Option<Ruled<O>>) {
        let Some(ruled) = ruled else { return };
        let last_day = ruled.last_day().filter(|_| ruled.is_running());
        self.first = self.first.into_iter().chain(last_day).min();
        self.parts.push(rule.result(ruled));
    }
}
