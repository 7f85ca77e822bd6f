//! Paragraph 1, part two: who accredits by which law.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::snapshot::rows::Route;

rule! {
    ACCREDITOR_MATCHES_ROUTE: AccreditorMatchesRoute => Outcome,
    unit: (17, 1, 2, 0),
    text: 0xe1cb_5307_2dd3_c11a,
    id: "art17.p1.part2.accreditor-matches-route",
    summary: "By the law on conformity assessment, it is the accreditation body that accredits",
    note: "And by this Law the National Chamber (art. 23.1).",
    judge: accreditor_matches_route,
    as_of: |_facts| None,
    value: &[("expected", Output::OneOf(Accreditor::NAMES)), ("found", Output::OneOf(Accreditor::NAMES))],
    example: r#"{"route":"this-law","accreditor":"national-chamber"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&ACCREDITOR_MATCHES_ROUTE.norm];

outcomes! {
    /// The outcomes of `art17.p1.part2.accreditor-matches-route`.
    pub enum Outcome {
        Matches = "matches": Satisfied,
        OtherAccreditor = "other-accreditor": Violated,
    }
}

names! {
    /// Who accredits recognition centres.
    pub enum Accreditor {
        /// The National Chamber of Entrepreneurs (art. 23.1).
        NationalChamber = "national-chamber",
        /// The accreditation body in conformity assessment (art. 17.1, part two).
        AccreditationBody = "accreditation-body",
    }
}

facts! {
    /// Facts of `art17.p1.part2.accreditor-matches-route`.
    pub struct AccreditorMatchesRoute {
        /// By which law the centre was accredited.
        route: Option<Route>,
        /// Who accredited it.
        accreditor: Option<Accreditor>,
    }
}

/// `art17.p1.part2.accreditor-matches-route`: the accreditation body accredits under the legislation on conformity
/// assessment, the National Chamber under this Law (art. 23.1).
///
/// # Errors
/// None.
pub fn accreditor_matches_route(
    facts: &AccreditorMatchesRoute,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: route, accreditor);
    let expected = match route {
        Route::ThisLaw => Accreditor::NationalChamber,
        Route::ConformityAssessment => Accreditor::AccreditationBody,
    };
    let matches = *accreditor == expected;
    let ruling = Ruled::of(if matches { Outcome::Matches } else { Outcome::OtherAccreditor });
    Ok(ruling.with("expected", expected.name()).with("found", accreditor.name()))
}
