//! `rastau rule`: a rule of the Law, asked with facts.

use std::io::{BufRead, Write};

use rastau_core::calendar::WorkingDays;
use rastau_core::error::{Exit, FactsError};
use rastau_core::law::{Rule, RuleResult, rule};
use rastau_messages::{ExplainedRule, Lang, explain_rule, facts_error};
use serde_json::json;

use crate::args::RuleArgs;
use crate::error::CliError;
use crate::verifier::{self, Opening};

/// The longest line of facts that is read.
const MAX_LINE: u64 = 1 << 20;

pub fn run(args: &RuleArgs) -> Result<u8, CliError> {
    let unknown = || CliError::new(Exit::Usage, FactsError::UnknownRule { id: args.id.clone() }.to_string());
    let rule = rule(&args.id).ok_or_else(unknown)?;
    let days = calendar(args)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.facts != "-" {
        let facts = rule.judge(&args.facts, &days);
        let result = facts.map_err(|error| CliError::new(Exit::Data, refused(&error, args.lang)))?;
        say(&mut out, &result, args.lang)?;
        out.flush()?;
        return Ok(0);
    }
    let all_answered = every_line(rule, &days, args.lang, &mut out)?;
    out.flush()?;
    Ok(if all_answered { 0 } else { Exit::Data.code() })
}

/// The calendar of the bundle, where one is given and has one; else the built-in one.
fn calendar(args: &RuleArgs) -> Result<WorkingDays, CliError> {
    let Some(bundle) = &args.bundle else { return Ok(WorkingDays::built_in()) };
    let root = args.root.as_deref();
    let opening = Opening { bundle, root, state: None, now: verifier::clock(), by_the_clock: true };
    let snapshot = verifier::open(&opening)?;
    let unreadable =
        |_| CliError::new(Exit::Refused, "the calendar in the bundle is damaged; copy the bundle again");
    snapshot.working_days_or_built_in().map_err(unreadable)
}

/// One answer a line: a line that cannot be read is answered with its error, so that answers and questions stay in step.
fn every_line(
    rule: &'static Rule,
    days: &WorkingDays,
    lang: Option<Lang>,
    out: &mut impl Write,
) -> Result<bool, CliError> {
    let mut input = std::io::stdin().lock();
    let mut line = String::new();
    let mut all_answered = true;
    loop {
        line.clear();
        let read = std::io::Read::take(&mut input, MAX_LINE).read_line(&mut line);
        let read = read.map_err(|error| CliError::standard_input(&error))?;
        if read == 0 {
            return Ok(all_answered);
        }
        if read as u64 == MAX_LINE {
            return Err(CliError::new(
                Exit::Data,
                format!("a line is longer than {MAX_LINE} bytes; facts are short"),
            ));
        }
        // A blank line asks nothing.
        if line.trim().is_empty() {
            continue;
        }
        match rule.judge(line.trim_end(), days) {
            Ok(result) => say(out, &result, lang)?,
            Err(error) => {
                all_answered = false;
                let error = json!({ "error": { "code": error.code(), "message": refused(&error, lang) } });
                writeln!(out, "{error}")?;
            }
        }
    }
}

fn refused(error: &FactsError, lang: Option<Lang>) -> String {
    lang.map_or_else(|| error.to_string(), |lang| facts_error(error, lang))
}

fn say(out: &mut impl Write, result: &RuleResult, lang: Option<Lang>) -> Result<(), CliError> {
    match lang {
        None => writeln!(out, "{}", result.to_json())?,
        Some(lang) => in_words(out, &explain_rule(result, lang), "")?,
    }
    Ok(())
}

fn in_words(out: &mut impl Write, explained: &ExplainedRule, indent: &str) -> Result<(), CliError> {
    writeln!(out, "{indent}{} ({})", explained.title, explained.source)?;
    writeln!(out, "{indent}  {}", explained.text)?;
    if let Some(advice) = &explained.advice {
        writeln!(out, "{indent}  → {advice}")?;
    }
    for step in &explained.trace {
        writeln!(out, "{indent}    {step}")?;
    }
    let deeper = format!("{indent}  ");
    explained.parts.iter().try_for_each(|part| in_words(out, part, &deeper))
}
