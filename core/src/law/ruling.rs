//! A rule, and what it answers: how it came out, what was computed, and what moved the computation.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::facts::Json;
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::verdict::{Answer, Citation, Facts, Reading};

/// One thing that moved an answer: a day that was skipped, a month that was too short, a reading that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it was, as a stable name.
    pub why: &'static str,
    /// The days and names it concerns.
    pub facts: Facts,
}

impl Step {
    /// A step with nothing more to say.
    #[must_use]
    pub fn new(why: &'static str) -> Self {
        Self { why, facts: Facts::new() }
    }

    /// A step about something.
    #[must_use]
    pub const fn of(why: &'static str, facts: Facts) -> Self {
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

/// What a rule answers. `satisfied` means that nothing in the rule stands in the way; for a ground of exclusion,
/// revocation or termination that is: the ground is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// How it came out.
    pub answer: Answer,
    /// What was computed and compared; `status` names the case, where a rule has several.
    pub value: Facts,
    /// What moved the answer.
    pub trace: Vec<Step>,
    /// The reading of the Law's text that the answer rests on, where the text leaves room.
    pub reading: Option<&'static str>,
    /// The members of an aggregate, or the rules of a composite question, each with its own answer.
    pub parts: Vec<RuleResult>,
}

impl Ruling {
    pub(crate) const fn new(answer: Answer, value: Facts) -> Self {
        Self { answer, value, trace: Vec::new(), reading: None, parts: Vec::new() }
    }

    /// The case `status`, which is in order or not.
    #[inline(never)]
    pub(crate) fn status(holds: bool, status: &'static str) -> Self {
        Self::new(Answer::from_bool(holds), Facts::new().with("status", status))
    }

    /// Not decided, because these facts are missing.
    #[inline(never)]
    pub(crate) fn missing(missing: Vec<&'static str>) -> Self {
        Self::new(Answer::Undetermined(missing), Facts::new())
    }

    /// The rule has nothing to say in the case `status`.
    #[inline(never)]
    pub(crate) fn not_applicable(status: &'static str) -> Self {
        Self::new(Answer::NotApplicable(None), Facts::new().with("status", status))
    }

    /// Two readings that differ.
    #[inline(never)]
    pub(crate) fn contestable(readings: [Reading; 2]) -> Self {
        Self::new(Answer::Contestable(readings.into()), Facts::new().with("status", "contestable"))
    }

    /// This ruling and one more value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<crate::verdict::Fact>) -> Self {
        self.value.push(name, value.into());
        self
    }

    /// This ruling and one more value, where there is one.
    pub(crate) fn with_some<T: Into<crate::verdict::Fact>>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// This ruling and one more step.
    pub(crate) fn step(mut self, step: Step) -> Self {
        self.note(step);
        self
    }

    /// This ruling and more steps.
    pub(crate) fn steps(mut self, steps: Vec<Step>) -> Self {
        steps.into_iter().for_each(|step| self.note(step));
        self
    }

    /// One more step. Compiled once, as what stands in it.
    #[inline(never)]
    fn note(&mut self, step: Step) {
        self.trace.push(step);
    }

    /// This ruling rests on a reading.
    pub(crate) const fn by(mut self, reading: &'static str) -> Self {
        self.reading = Some(reading);
        self
    }
}

/// What a rule answers, with the rule.
#[derive(Debug, Clone)]
pub struct RuleResult {
    /// Which rule.
    pub rule: &'static Rule,
    /// What it answers.
    pub ruling: Ruling,
}

impl PartialEq for RuleResult {
    fn eq(&self, other: &Self) -> bool {
        self.rule.id == other.rule.id && self.ruling == other.ruling
    }
}

impl Eq for RuleResult {}

/// A computable norm of the Law, or a composite question.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The stable id, `art22.p1.appeal-window`.
    pub id: &'static str,
    /// The provision.
    pub citation: Citation,
    /// From when the text that this rule states is in force.
    pub in_force_from: Date,
    /// What stands in a result's `value`, in no fixed order; none need be there.
    pub value: &'static [(&'static str, Output)],
    /// Facts that the rule decides, as JSON.
    pub example: &'static str,
    pub(super) module: &'static str,
    pub(super) run: Run,
    /// The JSON Schema of the facts.
    #[cfg(feature = "schema")]
    pub facts_schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// How a rule reads its facts and judges: `None` for the date where the facts do not say as of when they are asked.
pub(super) type Run = fn(&Json, &WorkingDays) -> Result<(Ruling, Option<Date>), FactsError>;

/// What stands under a name of a result's `value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// A civil date.
    Date,
    /// A count.
    Number,
    /// Yes or no.
    Flag,
    /// A code or a name that came with the facts.
    Text,
    /// Several of them.
    List,
    /// One of these stable names.
    OneOf(&'static [&'static str]),
    /// Some of these stable names.
    SomeOf(&'static [&'static str]),
    /// A name from the register, in three languages.
    Words,
}
