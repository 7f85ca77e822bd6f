//! Article 28: the employer's declaration.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::not_given;
use crate::law::engine::facts::facts;
use crate::law::engine::norm::Place::NotCarried;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::rule;
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 28, title: "The employer's declaration", norms: &[NORMS] };

rule! {
    DOCUMENT_COUNTED: DocumentCounted => Outcome,
    unit: (28, 0, 0, 0),
    text: 0x2796_f0de_dc00_57d6,
    id: "art28.document-counted",
    summary: "An employee's document counts when the employer declares its activities",
    note: "A document that is good on the day of the declaration, by ask.is-document-good; what it is worth there is labour law.",
    judge: document_counted,
    as_of: |facts| facts.declared_on,
    value: &[],
    example: r#"{"employee":true,"document_good":true,"declared_on":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &DOCUMENT_COUNTED.norm,
    norm!(
        at(28, 0, 0, 0),
        0x2796_f0de_dc00_57d6,
        Data,
        "data.employer-documents",
        "Employees' documents count when an employer makes its declaration",
        NotCarried(
            "The employer has the list, not the register. `rastau verify --list` counts those that are valid on the \
                    day; what the count is worth is labour law."
        )
    ),
];

outcomes! {
    /// The outcomes of `art28.document-counted`.
    pub enum Outcome {
        Counts = "counts": Satisfied,
        NotAnEmployee = "not-an-employee": Violated,
        NotGood = "not-good": Violated,
    }
}

facts! {
    /// Facts of `art28.document-counted`.
    pub struct DocumentCounted {
        /// Whether the holder is an employee of the employer that makes the declaration.
        employee: Option<bool>,
        /// Whether the document is good on the day of the declaration: what `ask.is-document-good` answers.
        document_good: Option<bool>,
        /// The day of the declaration.
        declared_on: Option<Date>,
    }
}

/// `art28.document-counted`: the document of an employee is taken into account when the employer declares its activities. How it is
/// taken into account is labour law.
///
/// # Errors
/// None.
pub fn document_counted(facts: &DocumentCounted, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    if facts.employee == Some(false) {
        return Ok(Ruled::of(Outcome::NotAnEmployee));
    }
    if facts.document_good == Some(false) {
        return Ok(Ruled::of(Outcome::NotGood));
    }
    let missing = not_given(&[
        ("employee", facts.employee.is_some()),
        ("document_good", facts.document_good.is_some()),
        ("declared_on", facts.declared_on.is_some()),
    ]);
    Ok(if missing.is_empty() { Ruled::of(Outcome::Counts) } else { Ruled::missing(&missing) })
}
