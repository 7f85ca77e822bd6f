//! Paragraph 1, subparagraph 4: draft qualification programmes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::conditions::{UNKNOWN, not_given, with_lists};
use crate::law::engine::facts::{SomeOf, Text, facts};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    DRAFT_PROGRAMMES: DraftProgrammes => Outcome,
    unit: (24, 1, 0, 4),
    text: 0x8fa9_661c_acc8_3c57,
    id: "art24.p1.s4.draft-programmes",
    summary: "Criterion: draft programmes that meet the authorised body's requirements",
    note: "A draft for each profession; whether it meets them is the experts' finding.",
    judge: draft_programmes,
    as_of: |_facts| None,
    value: &[("missing_drafts", Output::List), ("not_conforming", Output::List), UNKNOWN],
    example: r#"{"professions":["7212-01","7213-02"],"drafts":[{"profession":"7212-01","conforms":true}]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&DRAFT_PROGRAMMES.norm];

outcomes! {
    /// The outcomes of `art24.p1.s4.draft-programmes`.
    pub enum Outcome {
        Conform = "conform": Satisfied,
        NotConform = "not-conform": Violated,
    }
}

facts! {
    /// A draft of a qualification programme.
    pub struct DraftFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// Whether the experts attest that it meets the requirements of the authorised body.
        conforms: Option<bool>,
    }

    /// Facts of `art24.p1.s4.draft-programmes`.
    pub struct DraftProgrammes {
        /// Codes of the professions that accreditation is asked for.
        professions: Option<SomeOf<Text>>,
        /// The drafts; empty where there is none.
        drafts: Option<Vec<DraftFacts>>,
    }
}

/// `art24.p1.s4.draft-programmes`: for every requested profession there is a draft of a qualification programme, and
/// every draft meets the requirements of the authorised body. The existence follows from the facts; the experts
/// attest the conformity.
///
/// # Errors
/// An empty list of professions.
pub fn draft_programmes(facts: &DraftProgrammes, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let (Some(professions), Some(drafts)) = (&facts.professions, &facts.drafts) else {
        let given = [("professions", facts.professions.is_some()), ("drafts", facts.drafts.is_some())];
        return Ok(Ruled::missing(&not_given(&given)));
    };
    let (mut missing_drafts, mut not_conforming) = (Vec::<String>::new(), Vec::<String>::new());
    let mut not_attested = false;
    for profession in professions.iter() {
        let matching = || drafts.iter().filter(|draft| draft.profession.as_ref() == Some(profession));
        let code = || profession.as_str().to_string();
        if matching().next().is_none() {
            missing_drafts.push(code());
        } else if matching().any(|draft| draft.conforms == Some(false)) {
            not_conforming.push(code());
        } else if matching().any(|draft| draft.conforms.is_none()) {
            not_attested = true;
        }
    }
    // A draft without a profession may be the missing one, or another one that does not conform.
    let unassigned = drafts.iter().any(|draft| {
        let may_fail = draft.conforms != Some(true);
        draft.profession.is_none() && (may_fail || !missing_drafts.is_empty())
    });
    let unknown = not_given(&[("drafts.profession", !unassigned), ("drafts.conforms", !not_attested)]);
    let fails = !not_conforming.is_empty() || (!missing_drafts.is_empty() && !unassigned);
    let ruling = match (fails, unknown.is_empty()) {
        (false, true) => Ruled::of(Outcome::Conform),
        (false, false) => return Ok(Ruled::missing(&unknown)),
        (true, true) => Ruled::of(Outcome::NotConform),
        (true, false) => Ruled::of(Outcome::NotConform)
            .with("unknown", unknown.iter().map(ToString::to_string).collect::<Vec<_>>()),
    };
    let missing_drafts = if unassigned { Vec::new() } else { missing_drafts };
    Ok(with_lists(ruling, [("missing_drafts", missing_drafts), ("not_conforming", not_conforming)]))
}
