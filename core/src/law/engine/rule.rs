//! The interface of a rule: facts as JSON in, a result with its JSON out.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::facts::{self, Fact, Json};
use super::missing::MissingForRule;
use super::norm::Norm;
use super::outcome::{Outcomes, Ruled};
pub use super::ruling::{Output, Rule, RuleResult};
use super::ruling::{RuleAnswer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::citation::Citation;
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::Reading;

/// The version of a result's JSON format, in every result.
pub const SCHEMA: &str = "rastau/rule/1";

impl Rule {
    /// Returns the module of this crate that defines the rule: `law::appeal`.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.module.split_once("::").map_or(self.module, |(_, path)| path)
    }

    /// Returns the names and types of a result's values, in no fixed order. Every value is optional.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, Output)> + use<> {
        [("status", Output::OneOf(self.outcomes))].into_iter().chain(self.value.iter().copied())
    }

    /// Judges facts, given as a JSON object, with a calendar of working days.
    ///
    /// Every fact is optional: an answer that depends on one that was not given is
    /// [`RuleAnswer::Undetermined`](crate::law::RuleAnswer::Undetermined). Dates are civil dates of Kazakhstan, `YYYY-MM-DD`.
    ///
    /// On a day before [`Rule::in_force_from`] the answer is
    /// [`RuleAnswer::NotApplicable`](crate::law::RuleAnswer::NotApplicable); the computed values are still included.
    ///
    /// # Errors
    /// [`FactsError`] for text that is not a JSON object, an unknown or malformed fact, and facts that contradict one
    /// another, such as an appeal that was considered before it was registered.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::calendar::{Date, WorkingDays};
    /// use rastau_core::law::{RuleAnswer, MissingForRule, rule};
    ///
    /// // Art. 22.1: a candidate may appeal within five working days.
    /// let appeal = rule("art22.p1.appeal-window").expect("a known rule");
    /// let days = WorkingDays::built_in();
    ///
    /// let result = appeal.judge(r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#, &days)?;
    /// assert_eq!(result.ruling.answer, RuleAnswer::Satisfied);
    /// assert_eq!(result.ruling.value.text("status"), Some("open"));
    /// assert_eq!(result.ruling.value.date("last_day"), Date::parse("2026-03-31"));
    ///
    /// let undated = appeal.judge("{}", &days)?;
    /// assert_eq!(undated.ruling.answer, RuleAnswer::Undetermined(vec![MissingForRule::Fact("informed_on")]));
    ///
    /// assert!(appeal.judge(r#"{"informed_on":"yesterday"}"#, &days).is_err());
    /// # Ok::<(), rastau_core::error::FactsError>(())
    /// ```
    ///
    /// A composite question takes the facts of its rules and answers with each of them:
    ///
    /// ```
    /// use rastau_core::calendar::WorkingDays;
    /// use rastau_core::law::{RuleAnswer, rule};
    ///
    /// let question = rule("ask.can-i-apply").expect("a known question");
    /// let result = question.judge(question.example, &WorkingDays::built_in())?;
    /// assert_eq!(result.ruling.answer, RuleAnswer::Satisfied);
    /// let parts: Vec<_> = result.ruling.parts.iter().map(|part| part.rule.id).collect();
    /// assert!(parts.contains(&"art15.p3.centre-conducts"));
    /// # Ok::<(), rastau_core::error::FactsError>(())
    /// ```
    pub fn judge(&'static self, facts: &str, days: &WorkingDays) -> Result<RuleResult, FactsError> {
        let (mut ruling, as_of) = (self.run)(&facts::object(facts)?, days)?;
        if as_of.is_some_and(|as_of| as_of < self.in_force_from) {
            ruling.answer = RuleAnswer::NotApplicable;
            ruling.before_the_law = true;
            let since = Facts::new().with("in_force_from", self.in_force_from);
            ruling.trace.push(Step::with_facts("law-not-in-force", since));
        }
        Ok(self.result(ruling))
    }

    /// Returns a ruling as this rule's result.
    pub(in crate::law) const fn result(&'static self, ruling: Ruling) -> RuleResult {
        RuleResult { rule: self, ruling }
    }
}

impl RuleResult {
    /// Returns the result as one line of JSON: the same bytes from every binding.
    ///
    /// The format is described by `<rule>.result` in `docs/rastau.schema.json`.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::calendar::WorkingDays;
    /// use rastau_core::law::rule;
    ///
    /// let rule = rule("art22.p1.appeal-window").expect("a known rule");
    /// let json = rule.judge(r#"{"informed_on":"2026-03-19"}"#, &WorkingDays::built_in())?.to_json();
    /// assert!(json.contains(r#""outcome":"undetermined""#) && json.contains(r#""missing":["as_of"]"#));
    /// # Ok::<(), rastau_core::error::FactsError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialization cannot fail: every key is text, and no custom serializer returns an error.
        serde_json::to_string(&ResultJson { result: self, schema: Some(SCHEMA) }).unwrap_or_default()
    }
}

struct ResultJson<'r> {
    result: &'r RuleResult,
    /// Present in the outermost result only.
    schema: Option<&'static str>,
}

impl Serialize for ResultJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            norm: &'static str,
            citation: Citation,
            outcome: &'static str,
            value: &'a Facts,
            missing: &'a [MissingForRule],
            trace: &'a [Step],
            #[serde(skip_serializing_if = "Option::is_none")]
            reading: Option<&'static str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            readings: &'a [Reading],
            #[serde(skip_serializing_if = "Vec::is_empty")]
            parts: Vec<ResultJson<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            schema: Option<&'static str>,
        }
        let RuleResult { rule, ruling } = self.result;
        let (missing, readings) = match &ruling.answer {
            RuleAnswer::Undetermined(missing) => (missing.as_slice(), &[][..]),
            RuleAnswer::Contestable(readings) => (&[][..], readings.as_slice()),
            RuleAnswer::Satisfied | RuleAnswer::Violated | RuleAnswer::NotApplicable => (&[][..], &[][..]),
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
            parts: ruling.parts.iter().map(|result| ResultJson { result, schema: None }).collect(),
            schema: self.schema,
        }
        .serialize(serializer)
    }
}

/// Reads the facts that a rule's function takes, and judges them.
pub(in crate::law) fn run<F: Fact + Default, O: Outcomes>(
    json: &Json,
    days: &WorkingDays,
    judge: fn(&F, &WorkingDays) -> Result<Ruled<O>, FactsError>,
    as_of: fn(&F) -> Option<Date>,
) -> Result<(Ruling, Option<Date>), FactsError> {
    let mut facts = F::default();
    facts.read_into(json)?;
    Ok((judge(&facts, days)?.render(), as_of(&facts)))
}

#[cfg(feature = "schema")]
pub(in crate::law) fn facts_schema<F: schemars::JsonSchema, O>(
    _: fn(&F, &WorkingDays) -> Result<Ruled<O>, FactsError>,
    generator: &mut schemars::SchemaGenerator,
) -> schemars::Schema {
    F::json_schema(generator)
}

/// A computable norm: its statement, its rule, and the function that judges it.
pub(in crate::law) struct Computable<F: 'static, O: 'static> {
    /// The norm.
    pub norm: Norm,
    /// The rule.
    pub rule: Rule,
    /// The function that judges facts.
    pub judge: fn(&F, &WorkingDays) -> Result<Ruled<O>, FactsError>,
}

impl<F, O: Outcomes> Computable<F, O> {
    /// Judges facts, as a member of an aggregate or a part of a question.
    ///
    /// # Errors
    /// Those of the rule.
    pub(in crate::law) fn part(
        &'static self,
        facts: &F,
        days: &WorkingDays,
    ) -> Result<RuleResult, FactsError> {
        Ok(self.result((self.judge)(facts, days)?))
    }

    /// Renders an answer of this rule.
    pub(in crate::law) fn result(&'static self, ruled: Ruled<O>) -> RuleResult {
        self.rule.result(ruled.render())
    }
}

/// States a computable norm: the types of its facts and outcomes; its unit (article, paragraph, part, subparagraph; 0 for none) and the
/// hash of the unit's text; id, summary and note; the function that judges it, the day as of which it is asked, the values
/// of a result besides the outcome, and example facts.
macro_rules! rule {
    (
        $name:ident: $facts:ty => $outcomes:ty,
        unit: ($article:literal, $paragraph:literal, $part:literal, $sub:literal),
        text: $text:literal,
        id: $id:literal,
        summary: $summary:literal,
        $(note: $note:literal,)?
        judge: $judge:path,
        as_of: |$arg:ident| $as_of:expr,
        value: $value:expr,
        example: $example:literal,
    ) => {
        pub(in crate::law) static $name: $crate::law::engine::rule::Computable<$facts, $outcomes> =
            $crate::law::engine::rule::Computable {
                norm: $crate::law::engine::norm::Norm {
                    unit: $crate::law::engine::unit::at($article, $paragraph, $part, $sub),
                    text: $crate::law::engine::norm::TextHash($text),
                    id: $id,
                    class: $crate::law::engine::norm::Class::Computable,
                    summary: $summary,
                    place: $crate::law::engine::norm::Place::Rule(&$name.rule),
                    note: concat!($($note)?),
                    names: &[],
                },
                rule: $crate::law::engine::rule::question! {
                    id: $id,
                    cites: ($article, $paragraph, $part, $sub),
                    judge: $judge => $outcomes,
                    as_of: |$arg| $as_of,
                    value: $value,
                    example: $example,
                },
                judge: $judge,
            };
    };
}

/// Defines a rule without a norm: id, the provision that it cites, the function that judges it, the day as of which it is
/// asked, the values of a result, and example facts.
macro_rules! question {
    (
        id: $id:literal,
        cites: ($article:literal, $paragraph:literal, $part:literal, $sub:literal),
        judge: $judge:path => $outcomes:ty,
        as_of: |$arg:ident| $as_of:expr,
        value: $value:expr,
        example: $example:literal,
    ) => {
        $crate::law::engine::rule::Rule {
            id: $id,
            citation: $crate::citation::Citation::law($article, $paragraph, $part, $sub),
            in_force_from: $crate::law::articles::a31_entry_into_force::IN_FORCE_FROM,
            outcomes: <$outcomes as $crate::law::engine::outcome::Outcomes>::NAMES,
            value: $value,
            example: $example,
            module: module_path!(),
            run: |json, days| $crate::law::engine::rule::run(json, days, $judge, |$arg| $as_of),
            #[cfg(feature = "schema")]
            facts_schema: |generator| $crate::law::engine::rule::facts_schema($judge, generator),
        }
    };
}

pub(in crate::law) use {question, rule};
