//! Paragraph 2: the certificate, its entry in the list, and the agreement.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::deadlines::{self, DeadlineOutcome, Names, first_day};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Place::{Field, Nothing};
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

rule! {
    CERTIFICATE_ISSUANCE: CertificateIssuance => DeadlineOutcome,
    unit: (25, 2, 0, 0),
    text: 0x37fb_ee55_2abb_09eb,
    id: "art25.p2.certificate-issuance",
    summary: "Accredited: the certificate within ten working days, an entry in the list, an agreement",
    note: "Counted from the decision, which the text leaves open. The ten days clearly cover certificate and entry; for \
         the agreement they are what to expect.",
    judge: certificate_issuance,
    as_of: |facts| first_day([facts.decided_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
        ("late", Output::SomeOf(&["issued_on", "listed_on"])),
        ("agreement_status", Output::OneOf(DeadlineOutcome::NAMES)),
        ("agreement_last_day", Output::Date),
    ],
    example: r#"{"decided_on":"2026-03-10","issued_on":"2026-03-20","listed_on":"2026-03-26","agreement_on":"2026-03-26","as_of":"2026-03-27"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &CERTIFICATE_ISSUANCE.norm,
    norm!(
        at(25, 2, 0, 0),
        0x37fb_ee55_2abb_09eb,
        Data,
        "data.certificate-serial",
        "The certificate has a serial number, and is in the list of accredited centres",
        Field("snapshot::rows::Accreditation.serial"),
        "A document names it too (document::claims::Claims)."
    ),
    norm!(
        at(25, 2, 2, 0),
        0xfb8e_a2c8_78b9_baca,
        Nothing,
        "art25.p2.part2",
        "The agreement is between Chamber and centre, for monitoring",
        Nothing("It names parties and purpose.")
    ),
    norm!(
        at(25, 2, 3, 0),
        0x0146_55d5_be87_f536,
        Nothing,
        "art25.p2.part3",
        "The authorised body approves the model of the agreement",
        Nothing("It leaves the matter to another act.")
    ),
];

/// Working days to issue the certificate after a positive decision (art. 25.2).
const TO_ISSUE: u32 = 10;

facts! {
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
}

/// `art25.p2.certificate-issuance`: after a positive decision the certificate is issued within ten working days, and
/// entered in the list of accredited centres; the duty is done when both are. The Law does not state when the term
/// begins; it is read to run from the decision. Whether the term covers the agreement is open: the agreement's status
/// is reported separately and does not affect the answer.
///
/// # Errors
/// A certificate, an entry or an agreement dated before the decision.
pub fn certificate_issuance(
    facts: &CertificateIssuance,
    days: &WorkingDays,
) -> Result<Ruled<DeadlineOutcome>, FactsError> {
    let done = [
        ("issued_on", facts.issued_on),
        ("listed_on", facts.listed_on),
        ("agreement_on", facts.agreement_on),
    ];
    for (done, on) in done {
        deadlines::reject_before(on, facts.decided_on, Names { done, event: "decided_on" })?;
    }
    require!(facts: decided_on);
    let [issued_on, listed_on, agreement_on] =
        [facts.issued_on, facts.listed_on, facts.agreement_on].map(|on| deadlines::happened(on, facts.as_of));
    let deadline = deadlines::working_days(days, *decided_on, TO_ISSUE);
    let last_day = deadline.as_ref().ok().map(|deadline| deadline.last_day);
    let done_on = issued_on.zip(listed_on).map(|(issued, listed)| issued.max(listed));
    // If one of the two is late, the duty is late, whether or not the other is done.
    let late = issued_on.max(listed_on).filter(|on| last_day.is_some_and(|last| *on > last));
    let acts = [("issued_on", issued_on), ("listed_on", listed_on)];
    let after = |on: Option<Date>| on.zip(last_day).is_some_and(|(on, last)| on > last);
    let which_late: Vec<String> =
        acts.iter().filter(|(_, on)| after(*on)).map(|(name, _)| (*name).to_string()).collect();
    let agreement = deadlines::judge(deadline.clone(), agreement_on, facts.as_of);
    let ruling = deadlines::judge(deadline, done_on, facts.as_of.max(late))
        .with_some("late", Some(which_late).filter(|late: &Vec<String>| !late.is_empty()))
        .with_some("agreement_last_day", last_day)
        .with_some("agreement_status", agreement.outcome().map(Outcomes::name));
    let begins = Step::with_facts("term-runs-from-decision", Facts::new().with("on", *decided_on));
    Ok(ruling.step(begins).step(Step::new("agreement-stands-beside")))
}
