//! Paragraph 5 with its note: mandatory recognition is governed by another law.

use alloc::string::{String, ToString};
use core::fmt;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::articles::a15_recognition::p2_voluntary::ModeFacts;
use crate::law::engine::facts::{names, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Place::Type;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, ModeName};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling};
use crate::law::engine::unit::note_to;
use crate::snapshot::rows::Mode;

rule! {
    MANDATORY_OTHER_LAW: ModeFacts => Outcome,
    unit: (15, 5, 0, 0),
    text: 0xbdcc_cd2b_6a0a_8bf3,
    id: "art15.p5.mandatory-other-law",
    summary: "Mandatory recognition follows the other law that requires it",
    note: "The answer names the other law, and this Law's rules of exam and appeal are not run.",
    judge: decided_by_other_law,
    as_of: |_facts| None,
    value: &[("mode", Output::OneOf(&["voluntary", "mandatory"])), ("other_law", Output::Text)],
    example: r#"{"mode":"voluntary"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &MANDATORY_OTHER_LAW.norm,
    norm!(
        note_to(15, 5),
        0x4f65_b1bb_3046_0101,
        Term,
        "term.mandatory-form",
        "The forms of mandatory recognition: six by name, and whatever else laws provide for",
        Type("law::articles::a15_recognition::p5_other_law::MandatoryForm"),
        "An open list.";
        names: NamedForm::NAMES
    ),
];

outcomes! {
    /// The outcomes of `art15.p5.mandatory-other-law`.
    pub enum Outcome {
        GovernedHere = "governed-here": Satisfied,
    }
}

/// `art15.p5.mandatory-other-law`: recognition that another law makes a condition of the activity is carried out under
/// that law. This Law then does not decide, and the answer is undetermined; for a voluntary profession it is satisfied.
///
/// # Errors
/// None.
pub fn decided_by_other_law(facts: &ModeFacts, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: mode);
    let other_law = register::string(facts.other_law.as_ref());
    Ok(match mode {
        ModeName::Voluntary => Ruled::of(Outcome::GovernedHere)
            .with("mode", ModeName::Voluntary.name())
            .concluding(Outcome::GovernedHere),
        ModeName::Mandatory => Ruled::undetermined(MissingForRule::OtherLaw)
            .with("mode", ModeName::Mandatory.name())
            .with("other_law", other_law),
    })
}

/// `art15.p5.mandatory-other-law`: where recognition is mandatory, another law decides (art. 15.5), and the answer is
/// undetermined.
#[must_use]
pub fn mandatory_other_law(mode: &Mode) -> Ruling {
    match mode {
        Mode::Voluntary => Ruling::new(RuleAnswer::Satisfied, Facts::new().with("mode", "voluntary")),
        Mode::Mandatory { other_law } => Ruling::new(
            RuleAnswer::Undetermined(alloc::vec![MissingForRule::OtherLaw]),
            Facts::new().with("mode", "mandatory").with("other_law", other_law.as_str()),
        ),
    }
}

names! {
        /// The forms of mandatory recognition that the Law itself names (note to art. 15.5).
        pub enum NamedForm {
            /// A licence.
            Licensing = "licensing",
            /// Attestation.
            Attestation = "attestation",
            /// Certification.
            Certification = "certification",
            /// Notice that an individual begins an activity.
            Notification = "notification",
            /// A test.
            Testing = "testing",
            /// A qualification exam.
            QualificationExam = "qualification-exam",
        }
}

/// A form of mandatory recognition (note to art. 15.5): an open list, which other laws extend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MandatoryForm {
    /// A form that this Law names.
    Named(NamedForm),
    /// A form of another law, by its name.
    Other(String),
}

impl MandatoryForm {
    /// Returns the form with this name. Any name that is not blank is a form.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let other = || (!name.is_empty()).then(|| Self::Other(name.to_string()));
        NamedForm::from_name(name).map(Self::Named).or_else(other)
    }
}

impl fmt::Display for MandatoryForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Named(form) => form.name(),
            Self::Other(name) => name,
        })
    }
}
