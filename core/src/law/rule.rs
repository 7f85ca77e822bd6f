//! A rule as the outside sees it: its id, its article, facts as JSON in, a result out.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::facts::{self, Fact, Json};
pub use super::ruling::{Output, Rule, RuleResult};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::verdict::{Answer, Citation, Facts, Reading};

/// The schema of every result of a rule.
pub const SCHEMA: &str = "rastau/rule/1";

impl Rule {
    /// The module of this crate that the rule stands in: `law::appeal`.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.module.split_once("::").map_or(self.module, |(_, inside)| inside)
    }

    /// Judges facts, given as a JSON object.
    ///
    /// Asked as of a day on which the Law's text was not in force yet, the rule does not apply; what it computes is
    /// still shown.
    ///
    /// # Errors
    /// Facts that cannot be: see [`FactsError`].
    pub fn judge(&'static self, facts: &str, days: &WorkingDays) -> Result<RuleResult, FactsError> {
        let (mut ruling, as_of) = (self.run)(&facts::object(facts)?, days)?;
        if as_of.is_some_and(|as_of| as_of < self.in_force_from) {
            ruling.answer = Answer::NotApplicable(None);
            let since = Facts::new().with("in_force_from", self.in_force_from);
            ruling.trace.push(Step::of("law-not-in-force", since));
        }
        Ok(self.result(ruling))
    }

    /// A ruling as this rule's result.
    pub(super) const fn result(&'static self, ruling: Ruling) -> RuleResult {
        RuleResult { rule: self, ruling }
    }
}

impl RuleResult {
    /// The JSON of the result, one line; the same bytes from every binding.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising these types cannot fail: maps have text keys and nothing is borrowed from outside.
        serde_json::to_string(&Spelled { result: self, schema: Some(SCHEMA) }).unwrap_or_default()
    }
}

struct Spelled<'r> {
    result: &'r RuleResult,
    /// Said once, of the whole.
    schema: Option<&'static str>,
}

impl Serialize for Spelled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            norm: &'static str,
            citation: Citation,
            outcome: &'static str,
            value: &'a Facts,
            missing: &'a [&'static str],
            trace: &'a [Step],
            #[serde(skip_serializing_if = "Option::is_none")]
            reading: Option<&'static str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            readings: &'a [Reading],
            #[serde(skip_serializing_if = "Vec::is_empty")]
            parts: Vec<Spelled<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            schema: Option<&'static str>,
        }
        let RuleResult { rule, ruling } = self.result;
        let (missing, readings) = match &ruling.answer {
            Answer::Undetermined(missing) => (missing.as_slice(), &[][..]),
            Answer::Contestable(readings) => (&[][..], readings.as_slice()),
            Answer::Satisfied | Answer::Violated | Answer::NotApplicable(_) => (&[][..], &[][..]),
        };
        Fields {
            norm: rule.id,
            citation: rule.citation,
            outcome: ruling.answer.name(),
            value: &ruling.value,
            missing,
            trace: &ruling.trace,
            reading: ruling.reading,
            readings,
            parts: ruling.parts.iter().map(|result| Spelled { result, schema: None }).collect(),
            schema: self.schema,
        }
        .serialize(serializer)
    }
}

/// Reads facts of the type that the rule's function takes, and judges them.
pub(super) fn run<F: Fact + Default>(
    json: &Json,
    days: &WorkingDays,
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    as_of: fn(&F) -> Option<Date>,
) -> Result<(Ruling, Option<Date>), FactsError> {
    let mut facts = F::default();
    facts.take(json)?;
    Ok((judge(&facts, days)?, as_of(&facts)))
}

#[cfg(feature = "schema")]
pub(super) fn facts_schema<F: schemars::JsonSchema>(
    _: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    generator: &mut schemars::SchemaGenerator,
) -> schemars::Schema {
    F::json_schema(generator)
}

/// One line of a topic's list of rules: id, citation (article, paragraph, part, subparagraph; 0 for none), function,
/// the fact that says as of when it is asked, what stands in the value, and facts for an example.
macro_rules! rule {
    ($id:literal, ($article:literal, $paragraph:literal, $part:literal, $sub:literal), $judge:path,
     |$facts:ident| $as_of:expr, $value:expr, $example:literal) => {
        $crate::law::rule::Rule {
            id: $id,
            citation: $crate::verdict::Citation::law($article, $paragraph, $part, $sub),
            in_force_from: $crate::law::in_force::IN_FORCE_FROM,
            value: $value,
            example: $example,
            module: module_path!(),
            run: |json, days| $crate::law::rule::run(json, days, $judge, |$facts| $as_of),
            #[cfg(feature = "schema")]
            facts_schema: |generator| $crate::law::rule::facts_schema($judge, generator),
        }
    };
}

pub(super) use rule;
