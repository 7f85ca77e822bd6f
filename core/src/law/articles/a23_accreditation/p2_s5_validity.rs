//! Paragraph 2, subparagraph 5: how long a certificate of the National Chamber is valid.

use crate::calendar::{Date, Term, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a21_document::p5_validity::{Standing, validity_on};
use crate::law::engine::conditions::not_given;
use crate::law::engine::deadlines::{self, Names, first_day};
use crate::law::engine::facts::facts;
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::snapshot::verified::StatedEnd;

rule! {
    CERTIFICATE_VALIDITY: CertificateValidity => Outcome,
    unit: (23, 2, 0, 5),
    text: 0x5b22_fc33_8bd4_152e,
    id: "art23.p2.s5.certificate-validity",
    summary: "Stage 5: a certificate, valid for three years",
    note: "From the day of issue to the corresponding date, included; 29 February becomes the 28th, and no day off moves \
         it. Only for accreditation by this Law.",
    judge: certificate_validity,
    as_of: |facts| first_day([facts.issued_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("printed_last_day", Output::Date),
        ("computed_last_day", Output::Date),
        ("days_left", Output::Number),
    ],
    example: r#"{"issued_on":"2024-02-29","valid_to_printed":"2027-02-28","as_of":"2026-03-19"}"#,
}

/// Months for which a certificate is valid (art. 23.2(5)).
const VALIDITY: u16 = 36;

outcomes! {
    /// The outcomes of `art23.p2.s5.certificate-validity`.
    pub enum Outcome {
        Valid = "valid": Satisfied,
        NotYetValid = "not-yet-valid": Violated,
        Expired = "expired": Violated,
        Mismatch = "mismatch": Violated,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// Facts of `art23.p2.s5.certificate-validity`.
    pub struct CertificateValidity {
        /// The day of issue; not the day of the decision.
        issued_on: Option<Date>,
        /// The last day that is printed on the certificate; none where left out.
        valid_to_printed: Option<Date>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// `art23.p2.s5.certificate-validity`: a certificate of the National Chamber is valid for three years from the day of
/// its issue; the last day is the corresponding date, included, and not moved by days off. Whether that date itself
/// still counts is contestable, unless the certificate prints its last day. A printed last day that differs by more
/// than one day does not conform to the Law.
///
/// # Errors
/// A printed last day before the day of issue.
pub fn certificate_validity(
    facts: &CertificateValidity,
    days: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let names = Names { done: "valid_to_printed", event: "issued_on" };
    deadlines::reject_before(facts.valid_to_printed, facts.issued_on, names)?;
    let missing = not_given(&[("issued_on", facts.issued_on.is_some()), ("as_of", facts.as_of.is_some())]);
    let Some(issued_on) = facts.issued_on else { return Ok(Ruled::missing(&missing)) };
    let (computed, clamped) = deadlines::months_after(issued_on, u32::from(VALIDITY));
    let printed = facts.valid_to_printed;
    let mismatch = printed.is_some_and(|printed| deadlines::days_between(printed, computed) > 1);
    let last_day = printed.filter(|_| !mismatch).unwrap_or(computed);
    let end = printed.map_or(StatedEnd::ByRegister, StatedEnd::On);
    let ruling = match facts.as_of {
        _ if mismatch => Ruled::of(Outcome::Mismatch),
        None => Ruled::missing(&missing),
        Some(as_of) => match validity_on(issued_on, end, Some(Term::Months(VALIDITY)), as_of).standing {
            Standing::Valid => {
                Ruled::of(Outcome::Valid).with("days_left", deadlines::days_between(as_of, last_day))
            }
            Standing::NotYet => Ruled::of(Outcome::NotYetValid),
            Standing::Expired => Ruled::of(Outcome::Expired),
            Standing::Contestable(readings) => Ruled::contestable(Outcome::Contestable, readings),
            // The term is stated, so this does not occur.
            Standing::NoTerm => Ruled::undetermined(MissingForRule::RegisterTerm),
        },
    };
    let ruling = ruling.ending(last_day);
    let ruling = match printed {
        Some(printed) if printed != computed => {
            ruling.with("printed_last_day", printed).with("computed_last_day", computed)
        }
        _ => ruling,
    };
    let steps = clamped.into_iter().chain(deadlines::not_moved(days, last_day)).collect();
    let printed_serves = printed.is_some() && !mismatch;
    Ok(ruling.steps(steps).under(if printed_serves { "stated-date" } else { "corresponding-day-included" }))
}
