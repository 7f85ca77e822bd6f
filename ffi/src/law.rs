//! The rules of the Law.

use std::borrow::Cow;
use std::sync::OnceLock;

use rastau_core::calendar::WorkingDays;
use rastau_core::error::FactsError;
use rastau_core::law::listing_json;
use rastau_core::law::{self, RuleResult};
use rastau_messages::{ExplainedRule, Lang, explain_rule};

use crate::status::Failure;
use crate::verifier::Verifier;

/// Returns the calendar of a verifier's bundle, or the built-in one.
fn working_days(verifier: Option<&Verifier>) -> Result<Cow<'static, WorkingDays>, Failure> {
    static BUILT_IN: OnceLock<WorkingDays> = OnceLock::new();
    match verifier {
        Some(verifier) => verifier.working_days().map(Cow::Owned),
        None => Ok(Cow::Borrowed(BUILT_IN.get_or_init(WorkingDays::built_in))),
    }
}

/// Answers a rule.
pub(crate) fn answer(verifier: Option<&Verifier>, id: &str, facts: &str) -> Result<RuleResult, Failure> {
    let rule = law::rule(id).ok_or_else(|| Failure::Facts(FactsError::UnknownRule { id: id.into() }))?;
    rule.judge(facts, &*working_days(verifier)?).map_err(Failure::Facts)
}

/// Returns a rule's answer as text, as `rastau rule --lang` prints it.
pub(crate) fn explain(result: &RuleResult, lang: Lang) -> String {
    let mut out = String::new();
    write(&mut out, &explain_rule(result, lang), "");
    out
}

fn write(out: &mut String, explained: &ExplainedRule, indent: &str) {
    let mut line = |text: &str| *out += &format!("{indent}{text}\n");
    line(&format!("{} ({})", explained.title, explained.source));
    line(&format!("  {}", explained.text));
    if let Some(advice) = &explained.advice {
        line(&format!("  → {advice}"));
    }
    for step in &explained.trace {
        line(&format!("    {step}"));
    }
    for part in &explained.parts {
        write(out, part, &format!("{indent}  "));
    }
}

/// Returns every rule, as `rastau rules --json` prints them.
pub(crate) fn rules() -> String {
    listing_json(law::rules())
}
