//! A rule's definition and its answer: the outcome, the computed values and the steps that led to them.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::facts::Json;
use super::missing::MissingForRule;
use crate::calendar::{Date, WorkingDays};
use crate::citation::Citation;
use crate::error::FactsError;
use crate::facts::Facts;
use crate::names::answer_methods;

/// One defensible reading of the law and the answer it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The reading's stable name.
    pub reading: &'static str,
    /// Whether the check is satisfied under it.
    pub satisfied: bool,
    /// What it computes.
    pub facts: Facts,
}

/// The outcome of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleAnswer {
    /// The norm is satisfied.
    Satisfied,
    /// The norm is violated.
    Violated,
    /// The outcome depends on what is missing, listed in the order in which it was found.
    Undetermined(Vec<MissingForRule>),
    /// Defensible readings of the Law's text give different answers on this day.
    Contestable(Vec<Reading>),
    /// The norm does not apply to the case.
    NotApplicable,
}

answer_methods!(RuleAnswer);

/// A step that influenced an answer: a skipped day, a month without the corresponding day, a chosen reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step's stable name.
    pub why: &'static str,
    /// The days and names it concerns.
    pub facts: Facts,
}

impl Step {
    /// Creates a step without facts.
    #[must_use]
    pub fn new(why: &'static str) -> Self {
        Self { why, facts: Facts::new() }
    }

    /// Creates a step with facts.
    #[must_use]
    pub const fn with_facts(why: &'static str, facts: Facts) -> Self {
        Self { why, facts }
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("why", self.why)?;
        for (name, value) in self.facts.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The answer of a rule. A ground of exclusion, revocation or termination is `Satisfied` where the ground is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The outcome.
    pub answer: RuleAnswer,
    /// The name of the rule's outcome, which `status` among the values repeats; `None` for an undetermined answer, and for
    /// a check of a document.
    pub outcome: Option<&'static str>,
    /// Whether the day asked about is before the Law was in force. The values are not to be reported then.
    pub before_the_law: bool,
    /// The computed and compared values.
    pub value: Facts,
    /// The steps that influenced the answer, in order.
    pub trace: Vec<Step>,
    /// The reading of the Law's text that the answer rests on, where the text is ambiguous
    /// (see [`ambiguities`](super::ambiguities)).
    pub reading: Option<&'static str>,
    /// The answers of an aggregate's members, or of a composite question's rules.
    pub parts: Vec<RuleResult>,
}

impl Ruling {
    pub(crate) const fn new(answer: RuleAnswer, value: Facts) -> Self {
        Self {
            answer,
            outcome: None,
            before_the_law: false,
            value,
            trace: Vec::new(),
            reading: None,
            parts: Vec::new(),
        }
    }

    /// Creates an undetermined ruling that lacks these facts, given by their paths.
    #[inline(never)]
    pub(crate) fn missing(facts: &[&'static str]) -> Self {
        Self::new(
            RuleAnswer::Undetermined(facts.iter().copied().map(MissingForRule::Fact).collect()),
            Facts::new(),
        )
    }

    /// Not inlined: there are many callers, and the compiled size matters in the browser.
    #[inline(never)]
    pub(in crate::law) fn push_step(&mut self, step: Step) {
        self.trace.push(step);
    }
}

/// The answer of a rule, together with the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleResult {
    /// The rule.
    pub rule: &'static Rule,
    /// Its answer.
    pub ruling: Ruling,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// A computable norm of the Law, or a composite question. [`rule`](crate::law::rule()) finds one by its id.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The stable id: `art22.p1.appeal-window`.
    pub id: &'static str,
    /// The provision that the rule implements.
    pub citation: Citation,
    /// The first day on which the implemented text is in force.
    pub in_force_from: Date,
    /// The stable names of its outcomes: the value `status` of a result that is not undetermined.
    pub outcomes: &'static [&'static str],
    pub(in crate::law) value: &'static [(&'static str, Output)],
    /// Facts that the rule decides, as a JSON object.
    pub example: &'static str,
    pub(in crate::law) module: &'static str,
    pub(in crate::law) run: Run,
    /// The JSON Schema of the facts.
    #[cfg(feature = "schema")]
    pub facts_schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// Reads the facts and judges them. Also returns the day as of which the question is asked, if the facts state it.
pub(in crate::law) type Run = fn(&Json, &WorkingDays) -> Result<(Ruling, Option<Date>), FactsError>;

/// The type of a value in a rule's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// A civil date.
    Date,
    /// A count.
    Number,
    /// A boolean.
    Flag,
    /// A code or a name taken from the facts.
    Text,
    /// Several codes or names taken from the facts, or rule ids.
    List,
    /// One of these stable names.
    OneOf(&'static [&'static str]),
    /// Some of these stable names.
    SomeOf(&'static [&'static str]),
    /// A name from the register, in three languages.
    Name,
}
