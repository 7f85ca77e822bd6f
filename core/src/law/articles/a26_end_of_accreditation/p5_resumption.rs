//! Paragraph 5: the resumption of a revoked certificate after the violations were eliminated.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a26_end_of_accreditation::p2_grounds::RevocationGround;
use crate::law::engine::deadlines::{self, Names};
use crate::law::engine::facts::{Known, SomeOf, facts, names};
use crate::law::engine::norm::Place::NotCarried;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;
use crate::sorted::distinct;

rule! {
    RESUMPTION_APPLICATION: ResumptionApplication => Outcome,
    unit: (26, 5, 0, 0),
    text: 0xeb4b_0db6_5ca7_1c34,
    id: "art26.p5.resumption-application",
    summary: "Once violations are remedied, the centre informs the Chamber, which decides on resumption",
    note: "Here \"renewal\" is возобновление, resumption. Not after the centre's own request, where nothing is to be \
         remedied. The certificate's last day stays what it was.",
    judge: resumption_application,
    as_of: |facts| facts.submitted_on.or(facts.revoked_on.some()),
    value: &[
        ("reasons", Output::SomeOf(&["barred", "not-eliminated"])),
        ("affects", AFFECTS),
        ("revoked_on", Output::Date),
        ("submitted_on", Output::Date),
    ],
    example: r#"{"revoked_on":"2026-03-19","grounds":["procedure-violation"],"eliminated":true,"affects":[]}"#,
}

rule! {
    NO_RESUMPTION: NoResumption => BarOutcome,
    unit: (26, 5, 2, 0),
    text: 0x3406_978c_1580_e651,
    id: "art26.p5.part2.no-resumption",
    summary: "No resumption where health, life support or safety of people was concerned",
    note: "Any of the three is enough.",
    judge: no_resumption,
    as_of: |_facts| None,
    value: &[("affects", AFFECTS)],
    example: r#"{"affects":["safety"]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &RESUMPTION_APPLICATION.norm,
    &NO_RESUMPTION.norm,
    norm!(
        at(26, 5, 3, 0),
        0xa0fc_2bac_6e55_680c,
        Data,
        "data.non-renewable-centres",
        "Centres that cannot be resumed, and their founders, are published on the platform",
        NotCarried(
            "A revocation without a later resumption says all that a check needs. Founders are people, and no rule \
                    bars them from a new centre."
        )
    ),
];

outcomes! {
    /// The outcomes of `art26.p5.resumption-application`.
    pub enum Outcome {
        MayApply = "may-apply": Satisfied,
        Submitted = "submitted": Satisfied,
        NotYet = "not-yet": Violated,
        Barred = "barred": Violated,
        NotRevoked = "not-revoked": NotApplicable,
        OwnRequest = "own-request": NotApplicable,
    }
}

const AFFECTS: Output = Output::SomeOf(&["health", "life-support", "safety"]);

outcomes! {
    /// The outcomes of `art26.p5.part2.no-resumption`.
    pub enum BarOutcome {
        Barred = "barred": Violated,
        NotBarred = "not-barred": Satisfied,
    }
}

names! {
    /// What a violation bears on (art. 26.5, part two).
    pub enum Affected {
        /// The health of citizens.
        Health = "health",
        /// Their life support.
        LifeSupport = "life-support",
        /// Their safety.
        Safety = "safety",
    }
}

facts! {
    /// Facts of `art26.p5.resumption-application`.
    pub struct ResumptionApplication {
        /// The day on which the certificate was revoked; null where it was not.
        revoked_on: Known<Date>,
        /// On which grounds it was revoked.
        grounds: Option<SomeOf<RevocationGround>>,
        /// Whether the violations that were the grounds are eliminated.
        eliminated: Option<bool>,
        /// What the violations bear on; null or empty where on none of these.
        affects: Known<Vec<Affected>>,
        /// The day on which the centre informed the National Chamber of the elimination; not yet where left out.
        submitted_on: Option<Date>,
    }

    /// Facts of `art26.p5.part2.no-resumption`.
    pub struct NoResumption {
        /// What the violations bear on, as established; null or empty where on none of these.
        affects: Known<Vec<Affected>>,
    }
}

/// `art26.p5.resumption-application`: a centre whose certificate was revoked for violations may, once they are
/// eliminated, inform the National Chamber and have the certificate resumed. The translation says "renewal"; the old
/// certificate comes back into force, with its old last day. Where the centre's own request was the only ground,
/// there is nothing to eliminate and the rule does not apply. The Law sets no term for applying.
///
/// # Errors
/// An application before the revocation.
pub fn resumption_application(
    facts: &ResumptionApplication,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let revoked_on = match facts.revoked_on {
        Known::None => return Ok(with_reading(Ruled::of(Outcome::NotRevoked))),
        Known::Unknown => None,
        Known::Is(on) => Some(on),
    };
    let names = Names { done: "submitted_on", event: "revoked_on" };
    deadlines::reject_before(facts.submitted_on, revoked_on, names)?;
    let own_request = |ground: &RevocationGround| *ground == RevocationGround::OwnRequest;
    if facts.grounds.as_ref().is_some_and(|grounds| grounds.iter().all(own_request)) {
        return Ok(with_reading(Ruled::of(Outcome::OwnRequest).with_some("revoked_on", revoked_on)));
    }
    let affects = affected(&facts.affects);
    let barred = affects.as_ref().is_some_and(|affects| !affects.is_empty());
    let required = [
        ("revoked_on", revoked_on.is_none()),
        ("grounds", facts.grounds.is_none()),
        ("eliminated", facts.eliminated.is_none()),
        ("affects", affects.is_none()),
    ];
    let missing: Vec<_> = required.iter().filter(|(_, unknown)| *unknown).map(|(name, _)| *name).collect();
    let applies = revoked_on.is_some() && facts.grounds.is_some();
    let mut reasons: Vec<String> = Vec::new();
    if barred {
        reasons.push("barred".to_string());
    }
    if facts.eliminated == Some(false) {
        reasons.push("not-eliminated".to_string());
    }
    let ruling = if applies && !reasons.is_empty() {
        Ruled::of(if barred { Outcome::Barred } else { Outcome::NotYet }).with("reasons", reasons)
    } else if !missing.is_empty() {
        Ruled::missing(&missing)
    } else {
        Ruled::of(if facts.submitted_on.is_some() { Outcome::Submitted } else { Outcome::MayApply })
    };
    let ruling = ruling.with_some("affects", affects.filter(|affects| !affects.is_empty()));
    let ruling = ruling.with_some("revoked_on", revoked_on).with_some("submitted_on", facts.submitted_on);
    let mixed = facts.grounds.as_ref().is_some_and(|grounds| grounds.iter().any(own_request));
    let ruling = if mixed { ruling.step(Step::new("own-request-among-grounds")) } else { ruling };
    Ok(with_reading(ruling))
}

fn with_reading(ruling: Ruled<Outcome>) -> Ruled<Outcome> {
    ruling.under("renewal-means-resumption")
}

/// `art26.p5.part2.no-resumption`: a certificate revoked for violations that concern the health, the life support or
/// the safety of citizens is not resumed. The three are read as alternatives: any of them bars a resumption.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn no_resumption(facts: &NoResumption, _: &WorkingDays) -> Result<Ruled<BarOutcome>, FactsError> {
    let ruling = match affected(&facts.affects) {
        None => Ruled::missing(&["affects"]),
        Some(affects) if affects.is_empty() => Ruled::of(BarOutcome::NotBarred),
        Some(affects) => Ruled::of(BarOutcome::Barred).with("affects", affects),
    };
    Ok(ruling.under("any-kind-bars"))
}

/// What bars a resumption, sorted and without duplicates; `None` where it is unknown.
fn affected(affects: &Known<Vec<Affected>>) -> Option<Vec<String>> {
    let kinds = match affects {
        Known::Unknown => return None,
        Known::None => Vec::new(),
        Known::Is(kinds) => kinds.clone(),
    };
    Some(distinct(kinds).into_iter().map(|kind| kind.name().to_string()).collect())
}
