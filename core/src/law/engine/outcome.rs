//! The outcomes of a rule, typed. They become names when an answer is rendered, and nothing is read back from a rendering.

use alloc::vec::Vec;

use super::missing::MissingForRule;
use super::ruling::{Reading, RuleAnswer, Ruling, Step};
use crate::calendar::Date;
use crate::facts::{Fact, Facts};

/// The outcomes of a rule: an enum defined by the macro `outcomes!`.
pub trait Outcomes: Copy + PartialEq + 'static {
    /// The stable names, in the order of the cases.
    const NAMES: &'static [&'static str];

    /// Returns the stable name: the `status` of a result.
    fn name(self) -> &'static str;

    /// Returns the answer that the outcome gives, without the readings of a contestable one.
    fn answer(self) -> RuleAnswer;
}

/// Defines the outcomes of a rule: of each its name, and the answer that it gives.
macro_rules! outcomes {
    ($(#[$doc:meta])* pub enum $name:ident { $($case:ident = $text:literal: $answer:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $case,)* }

        impl $crate::law::engine::outcome::Outcomes for $name {
            const NAMES: &'static [&'static str] = &[$($text),*];

            fn name(self) -> &'static str {
                match self { $(Self::$case => $text,)* }
            }

            fn answer(self) -> $crate::law::engine::ruling::RuleAnswer {
                match self { $(Self::$case => $crate::law::engine::outcome::outcomes!(@answer $answer),)* }
            }
        }
    };
    (@answer Contestable) => {
        $crate::law::engine::ruling::RuleAnswer::Contestable(alloc::vec::Vec::new())
    };
    (@answer $answer:ident) => {
        $crate::law::engine::ruling::RuleAnswer::$answer
    };
}

pub(in crate::law) use outcomes;

/// The answer of a rule whose outcome is an `O`. Its values are for the reader of the result: other rules read the
/// answer, the outcome and the term.
#[derive(Debug, Clone)]
pub struct Ruled<O> {
    outcome: Option<O>,
    /// The place of the outcome among the values.
    place: usize,
    last_day: Option<Date>,
    advise_by: Option<Date>,
    /// Whether the term runs: by some reading it has not ended, and the act has not happened.
    running: bool,
    ruling: Ruling,
}

impl<O> From<Ruling> for Ruled<O> {
    fn from(ruling: Ruling) -> Self {
        Self { outcome: None, place: 0, last_day: None, advise_by: None, running: false, ruling }
    }
}

impl<O: Outcomes> Ruled<O> {
    /// Creates the answer that an outcome gives.
    pub(in crate::law) fn of(outcome: O) -> Self {
        Self { outcome: Some(outcome), ..Ruling::new(outcome.answer(), Facts::new()).into() }
    }

    /// Creates a contestable answer from two readings that differ.
    pub(in crate::law) fn contestable(outcome: O, readings: [Reading; 2]) -> Self {
        Self::contested(Some(outcome), readings.into())
    }

    /// Creates a contestable answer from the readings that differ.
    pub(in crate::law) fn contested(outcome: Option<O>, readings: Vec<Reading>) -> Self {
        Self { outcome, ..Ruling::new(RuleAnswer::Contestable(readings), Facts::new()).into() }
    }

    /// Creates an undetermined answer that lacks these facts, given by their paths.
    pub(in crate::law) fn missing(facts: &[&'static str]) -> Self {
        Ruling::missing(facts).into()
    }

    /// Creates an undetermined answer for a reason that is not a fact.
    pub(in crate::law) fn undetermined(reason: MissingForRule) -> Self {
        Self::lacking(alloc::vec![reason])
    }

    /// Creates an undetermined answer that lacks all this.
    pub(in crate::law) fn lacking(missing: Vec<MissingForRule>) -> Self {
        Ruling::new(RuleAnswer::Undetermined(missing), Facts::new()).into()
    }

    /// Adds a value.
    pub(in crate::law) fn with(mut self, name: &'static str, value: impl Into<Fact>) -> Self {
        self.ruling.value.push(name, value.into());
        self
    }

    /// Adds a value, if there is one.
    pub(in crate::law) fn with_some<T: Into<Fact>>(self, name: &'static str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds values.
    pub(in crate::law) fn with_all(mut self, values: Facts) -> Self {
        values.iter().for_each(|(name, value)| self.ruling.value.push(name, value.clone()));
        self
    }

    /// Adds the outcome after the values so far.
    pub(in crate::law) fn concluding(mut self, outcome: O) -> Self {
        self.place = self.ruling.value.len();
        self.outcome = Some(outcome);
        self
    }

    /// Adds the last day of a term, as a value too.
    pub(in crate::law) fn ending(mut self, last_day: Date) -> Self {
        self.last_day = Some(last_day);
        self.with("last_day", last_day)
    }

    /// Adds the day to advise, as a value too.
    pub(in crate::law) fn advising(mut self, advise_by: Option<Date>) -> Self {
        self.advise_by = advise_by;
        self.with_some("advise_by", advise_by)
    }

    /// Records that the term runs.
    pub(in crate::law) const fn running(mut self) -> Self {
        self.running = true;
        self
    }

    /// Appends a step to the trace.
    pub(in crate::law) fn step(mut self, step: Step) -> Self {
        self.ruling.push_step(step);
        self
    }

    /// Appends steps to the trace.
    pub(in crate::law) fn steps(mut self, steps: Vec<Step>) -> Self {
        steps.into_iter().for_each(|step| self.ruling.push_step(step));
        self
    }

    /// Records the reading that the answer rests on.
    pub(in crate::law) const fn under(mut self, reading: &'static str) -> Self {
        self.ruling.reading = Some(reading);
        self
    }

    /// Adds the answers of an aggregate's members.
    pub(in crate::law) fn of_parts(mut self, parts: Vec<super::ruling::RuleResult>) -> Self {
        self.ruling.parts = parts;
        self
    }

    /// Removes every value but the outcome.
    pub(in crate::law) fn without_values(mut self) -> Self {
        self.ruling.value = Facts::new();
        self.place = 0;
        self
    }

    /// The same values and steps, with the answer that an outcome gives.
    pub(in crate::law) fn decided(mut self, outcome: O) -> Self {
        self.ruling.answer = outcome.answer();
        self.outcome = Some(outcome);
        self.place = 0;
        self
    }

    /// The same outcome, values and steps, with an answer that these readings contest.
    pub(in crate::law) fn disputed(mut self, readings: Vec<Reading>) -> Self {
        self.ruling.answer = RuleAnswer::Contestable(readings);
        self
    }

    /// The same values and steps, with an undetermined answer that lacks all this.
    pub(in crate::law) fn undecided(mut self, missing: Vec<MissingForRule>) -> Self {
        self.ruling.answer = RuleAnswer::Undetermined(missing);
        self.outcome = None;
        self
    }

    /// The same answer, as an outcome of another rule.
    pub(in crate::law) fn map<P>(self, outcome: impl FnOnce(O) -> P) -> Ruled<P> {
        let Self { outcome: own, place, last_day, advise_by, running, ruling } = self;
        Ruled { outcome: own.map(outcome), place, last_day, advise_by, running, ruling }
    }

    /// Renders the answer: the outcome becomes the value `status`.
    pub(in crate::law) fn render(self) -> Ruling {
        let Self { outcome, place, mut ruling, .. } = self;
        if let Some(outcome) = outcome {
            ruling.outcome = Some(outcome.name());
            ruling.value.insert(place, "status", outcome.name().into());
        }
        ruling
    }
}

impl<O: Copy> Ruled<O> {
    /// Returns the outcome; `None` for an undetermined answer.
    #[must_use]
    pub const fn outcome(&self) -> Option<O> {
        self.outcome
    }

    /// Returns the answer.
    #[must_use]
    pub const fn answer(&self) -> &RuleAnswer {
        &self.ruling.answer
    }

    /// Returns the last day of the rule's term, where it has one that is known.
    #[must_use]
    pub const fn last_day(&self) -> Option<Date> {
        self.last_day
    }

    /// Returns the day to advise, where it is before the last day.
    #[must_use]
    pub const fn advise_by(&self) -> Option<Date> {
        self.advise_by
    }

    /// Whether the term runs: by some reading it has not ended, and the act has not happened.
    pub(in crate::law) const fn is_running(&self) -> bool {
        self.running
    }

    /// Whether the norm is violated.
    pub(in crate::law) fn is_violated(&self) -> bool {
        self.ruling.answer == RuleAnswer::Violated
    }

    /// Whether the answer is not known.
    pub(in crate::law) fn is_undetermined(&self) -> bool {
        matches!(self.ruling.answer, RuleAnswer::Undetermined(_))
    }

    /// Whether the norm is satisfied.
    pub(in crate::law) fn is_satisfied(&self) -> bool {
        self.ruling.answer == RuleAnswer::Satisfied
    }
}
