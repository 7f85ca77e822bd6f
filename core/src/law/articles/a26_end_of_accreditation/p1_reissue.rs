//! Paragraph 1: the certificate of a reorganised centre is reissued.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    REISSUE_ON_REORGANISATION: ReissueOnReorganisation => Outcome,
    unit: (26, 1, 0, 0),
    text: 0xea53_43a2_8f7b_784f,
    id: "art26.p1.reissue-on-reorganisation",
    summary: "A centre is reorganised: its certificate is reissued",
    note: "The translation says \"renewal\" for two operations; here it is переоформление, reissue. A new name or address \
         is not listed.",
    judge: reissue_on_reorganisation,
    as_of: |facts| facts.date,
    value: &[("event", Output::OneOf(Reorganisation::NAMES)), ("since", Output::Date)],
    example: r#"{"event":"merger","date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REISSUE_ON_REORGANISATION.norm];

outcomes! {
    /// The outcomes of `art26.p1.reissue-on-reorganisation`.
    pub enum Outcome {
        ReissueRequired = "reissue-required": Satisfied,
        NoReorganisation = "no-reorganisation": NotApplicable,
    }
}

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
) -> Result<Ruled<Outcome>, FactsError> {
    if facts.event == Some(Reorganisation::NoneOfThese) {
        return Ok(Ruled::of(Outcome::NoReorganisation).under("renewal-means-reissue"));
    }
    require!(facts: event, date);
    let ruling = Ruled::of(Outcome::ReissueRequired).with("event", event.name()).with("since", *date);
    Ok(ruling.under("renewal-means-reissue"))
}
