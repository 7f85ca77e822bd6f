//! Rules that combine other rules: every member must be satisfied (Kleene's three-valued logic).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::missing::MissingForRule;
use super::outcome::{Outcomes, Ruled, outcomes};
use super::rule::{Output, Rule, RuleResult};
use super::ruling::{Reading, RuleAnswer};

outcomes! {
    /// The outcomes of an aggregate.
    pub enum MembersOutcome {
        Satisfied = "satisfied": Satisfied,
        Violated = "violated": Violated,
        Contestable = "contestable": Contestable,
    }
}

outcomes! {
    /// The outcomes of an aggregate of which no member is ever contestable.
    pub enum PlainOutcome {
        Satisfied = "satisfied": Satisfied,
        Violated = "violated": Violated,
    }
}

/// The outcomes of an aggregate, whatever else they are.
pub(in crate::law) trait Members: Outcomes {
    /// Every member that applies is satisfied.
    const SATISFIED: Self;
    /// A member is violated.
    const VIOLATED: Self;
    /// A member is contestable; `None` where no member ever is.
    const CONTESTABLE: Option<Self>;
}

impl Members for MembersOutcome {
    const SATISFIED: Self = Self::Satisfied;
    const VIOLATED: Self = Self::Violated;
    const CONTESTABLE: Option<Self> = Some(Self::Contestable);
}

impl Members for PlainOutcome {
    const SATISFIED: Self = Self::Satisfied;
    const VIOLATED: Self = Self::Violated;
    const CONTESTABLE: Option<Self> = None;
}

/// The values of an aggregate.
pub(in crate::law) const MEMBERS: &[(&str, Output)] =
    &[("failed", Output::List), ("unknown", Output::List), ("contestable", Output::List)];

/// The values of an aggregate of which no member is ever contestable.
pub(in crate::law) const PLAIN: &[(&str, Output)] = &[("failed", Output::List), ("unknown", Output::List)];

/// The members of an aggregate, judged.
#[derive(Debug)]
pub(in crate::law) struct All {
    /// The members' answers.
    pub parts: Vec<RuleResult>,
    /// What they amount to.
    pub verdict: Verdict,
}

/// What the members of an aggregate amount to.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::law) enum Verdict {
    /// Every member that applies is satisfied.
    Satisfied,
    /// A member is violated.
    Violated,
    /// No member is violated, and some lack this.
    Undetermined(Vec<MissingForRule>),
    /// No member is violated or undetermined, and some are contestable.
    Contestable(Vec<Reading>),
}

/// Combines members. The aggregate is violated if any member is; otherwise undetermined if any is; otherwise
/// contestable if any is; otherwise satisfied. A member that does not apply does not count.
pub(in crate::law) fn all_of(parts: Vec<RuleResult>) -> All {
    let (mut missing, mut readings) = (Vec::new(), Vec::new());
    let (mut violated, mut undetermined) = (false, false);
    for part in &parts {
        match &part.ruling.answer {
            RuleAnswer::Violated => violated = true,
            RuleAnswer::Undetermined(lacks) => {
                undetermined = true;
                for one in lacks {
                    if !missing.contains(one) {
                        missing.push(*one);
                    }
                }
            }
            RuleAnswer::Contestable(differ) => readings.extend(differ.iter().cloned()),
            RuleAnswer::Satisfied | RuleAnswer::NotApplicable => {}
        }
    }
    let verdict = if violated {
        Verdict::Violated
    } else if undetermined {
        Verdict::Undetermined(missing)
    } else if readings.is_empty() {
        Verdict::Satisfied
    } else {
        Verdict::Contestable(readings)
    };
    All { parts, verdict }
}

impl All {
    /// The ids of the members with such an answer.
    fn ids(&self, matches: fn(&RuleAnswer) -> bool) -> Vec<String> {
        let found = self.parts.iter().filter(|part| matches(&part.ruling.answer));
        found.map(|part| part.rule.id.to_string()).collect()
    }

    /// The ids of the violated members.
    pub(in crate::law) fn failed(&self) -> Vec<String> {
        self.ids(|answer| *answer == RuleAnswer::Violated)
    }

    /// The answer, whose outcomes are an aggregate's, with the members that are violated, undetermined or contestable.
    pub(in crate::law) fn ruled<O: Members>(self) -> Ruled<O> {
        let lists = [
            ("failed", self.failed()),
            ("unknown", self.ids(|answer| matches!(answer, RuleAnswer::Undetermined(_)))),
            ("contestable", self.ids(|answer| matches!(answer, RuleAnswer::Contestable(_)))),
        ];
        let ruled = match self.verdict {
            Verdict::Satisfied => Ruled::of(O::SATISFIED),
            Verdict::Violated => Ruled::of(O::VIOLATED),
            Verdict::Undetermined(missing) => Ruled::lacking(missing),
            Verdict::Contestable(readings) => Ruled::contested(O::CONTESTABLE, readings),
        };
        super::conditions::with_lists(ruled, lists).of_parts(self.parts)
    }

    /// Renames what an undetermined aggregate lacks to the paths in the aggregate's own facts, without duplicates.
    pub(in crate::law) fn by_path(mut self, paths: Paths) -> Self {
        let Verdict::Undetermined(missing) = &mut self.verdict else { return self };
        missing.clear();
        for part in &self.parts {
            let RuleAnswer::Undetermined(of_part) = &part.ruling.answer else { continue };
            for fact in of_part {
                let known = paths
                    .iter()
                    .find(|(rule, name, _)| *rule == part.rule && MissingForRule::Fact(name) == *fact);
                let path = known.map_or(*fact, |(_, _, path)| MissingForRule::Fact(path));
                if !missing.contains(&path) {
                    missing.push(path);
                }
            }
        }
        self
    }
}

/// Facts of an aggregate's members and their paths in the aggregate's own facts: rule of the member, fact, path.
pub(in crate::law) type Paths = &'static [(&'static Rule, &'static str, &'static str)];
