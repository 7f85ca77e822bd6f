//! Subparagraph 2: the documents that the rules of recognition require.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::facts::{Known, SomeOf, Text, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::sorted::distinct;

rule! {
    DOCUMENTS_COMPLETE: DocumentsComplete => Outcome,
    unit: (18, 0, 0, 2),
    text: 0x3cc6_6d16_eaca_aa3c,
    id: "art18.s2.documents-complete",
    summary: "Every document that the rules ask for",
    note: "The list is a fact, by the version of the rules; some documents are asked for on a condition. Additional \
         documents do no harm.",
    judge: documents_complete,
    as_of: |_facts| None,
    value: &[("missing_documents", Output::List), ("conditions_not_known", Output::List)],
    example: r#"{"required":["application","identity-document"],"conditional":null,"submitted":["application"]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&DOCUMENTS_COMPLETE.norm];

outcomes! {
    /// The outcomes of `art18.s2.documents-complete`.
    pub enum Outcome {
        Complete = "complete": Satisfied,
        Incomplete = "incomplete": Violated,
    }
}

facts! {
    /// A document that is required on a condition.
    pub struct ConditionalDocument {
        /// The document.
        document: Option<Text>,
        /// Whether the condition holds, and with it the requirement.
        required: Option<bool>,
    }

    /// Facts of `art18.s2.documents-complete`.
    pub struct DocumentsComplete {
        /// The documents that the rules of recognition require of everyone.
        required: Option<SomeOf<Text>>,
        /// The documents that are required on a condition; empty or `null` where there are none.
        conditional: Known<Vec<ConditionalDocument>>,
        /// The documents submitted; may be empty.
        submitted: Option<Vec<Text>>,
    }
}

/// `art18.s2.documents-complete`: every document that the rules of recognition require has been submitted. Additional
/// documents do not matter.
///
/// # Errors
/// An empty list of required documents.
pub fn documents_complete(facts: &DocumentsComplete, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: required, submitted);
    // The documents, and whether each is certainly required.
    let mut expected: Vec<(&Text, bool)> = required.iter().map(|document| (document, true)).collect();
    let (conditional, mut nameless) = match &facts.conditional {
        Known::Unknown => (&[][..], true),
        Known::None => (&[][..], false),
        Known::Is(list) => (list.as_slice(), false),
    };
    for one in conditional {
        match (&one.document, one.required) {
            (Some(document), Some(true)) => expected.push((document, true)),
            (Some(document), None) => expected.push((document, false)),
            (Some(_), Some(false)) => {}
            (None, _) => nameless = true,
        }
    }
    expected.retain(|(document, _)| !submitted.contains(document));
    let not_submitted = |certain: bool| {
        let names = expected
            .iter()
            .filter(|(_, required)| *required == certain)
            .map(|(document, _)| document.as_str().to_string());
        distinct(names.collect())
    };
    let (missing, open) = (not_submitted(true), not_submitted(false));
    let ruling = if !missing.is_empty() {
        Ruled::of(Outcome::Incomplete).with("missing_documents", missing)
    } else if nameless || !open.is_empty() {
        Ruled::missing(&["conditional"])
    } else {
        Ruled::of(Outcome::Complete)
    };
    Ok(if open.is_empty() { ruling } else { ruling.with("conditions_not_known", open) })
}
