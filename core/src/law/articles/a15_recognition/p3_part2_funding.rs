//! Paragraph 3, part two: who may pay for voluntary recognition.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::{Output, rule};

rule! {
    FUNDING: Funding => Outcome,
    unit: (15, 3, 2, 0),
    text: 0x7254_6fad_5994_2721,
    id: "art15.p3.part2.funding",
    summary: "Who may pay for voluntary recognition",
    note: "The candidate, any other lawful means, the employer under labour law, a voucher. The price is the centre's.",
    judge: funding,
    as_of: |_facts| None,
    value: &[
        ("sources", Output::SomeOf(&["candidate", "other-lawful", "employer", "voucher"])),
        ("not_known", Output::SomeOf(&["employer", "voucher"])),
    ],
    example: r#"{"mode":"voluntary","sent_by_employer":true,"voucher":false}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&FUNDING.norm];

outcomes! {
    /// The outcomes of `art15.p3.part2.funding`.
    pub enum Outcome {
        Funding = "funding": Satisfied,
        GovernedElsewhere = "governed-elsewhere": NotApplicable,
    }
}

facts! {
    /// Facts of `art15.p3.part2.funding`.
    pub struct Funding {
        /// Voluntary or mandatory.
        mode: Option<ModeName>,
        /// Whether the employer sent the candidate, and pays under labour law.
        sent_by_employer: Option<bool>,
        /// Whether the candidate holds a one-time voucher that may be used (art. 29).
        voucher: Option<bool>,
    }
}

/// `art15.p3.part2.funding`: who may pay for voluntary recognition. The candidate and other lawful means always; the
/// employer where labour law obliges it to; a one-time voucher where art. 29 grants one.
///
/// # Errors
/// None.
pub fn funding(facts: &Funding, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: mode);
    if *mode == ModeName::Mandatory {
        return Ok(Ruled::of(Outcome::GovernedElsewhere));
    }
    let mut sources: Vec<String> = ["candidate", "other-lawful"].map(ToString::to_string).into();
    let mut not_known = Vec::new();
    for (source, pays) in [("employer", facts.sent_by_employer), ("voucher", facts.voucher)] {
        match pays {
            Some(true) => sources.push(source.to_string()),
            Some(false) => {}
            None => not_known.push(source.to_string()),
        }
    }
    let ruling = Ruled::of(Outcome::Funding).with("sources", sources);
    Ok(if not_known.is_empty() { ruling } else { ruling.with("not_known", not_known) })
}
