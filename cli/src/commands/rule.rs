//! `rastau rule`: evaluates a rule of the Law on facts.

use std::io::{BufRead, Write};

use rastau_core::calendar::WorkingDays;
use rastau_core::error::{Exit, FactsError, error_json};
use rastau_core::law::{Rule, RuleResult, rule};
use rastau_messages::{ExplainedRule, Lang, explain_rule};

use crate::args::RuleArgs;
use crate::error::{CliError, facts_error};
use crate::plain::plain;
use crate::verifier::{self, Opening};

/// Maximum bytes of a line of facts.
const MAX_LINE: u64 = 1 << 20;

pub fn run(args: &RuleArgs) -> Result<u8, CliError> {
    let facts_failed = |error| CliError::Facts { error, lang: args.lang };
    // In English in every language: an operator chooses the rule.
    let unknown = || CliError::Facts { error: FactsError::UnknownRule { id: args.id.clone() }, lang: None };
    let rule = rule(&args.id).ok_or_else(unknown)?;
    let days = calendar(args)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.facts != "-" {
        let result = rule.judge(&args.facts, &days).map_err(facts_failed)?;
        write_result(&mut out, &result, args.lang)?;
        out.flush()?;
        return Ok(0);
    }
    let all_answered = every_line(rule, &days, args.lang, &mut out)?;
    out.flush()?;
    Ok(if all_answered { 0 } else { Exit::Data.code() })
}

/// Returns the calendar of the bundle; the built-in one without a bundle, or if the bundle has no calendar.
fn calendar(args: &RuleArgs) -> Result<WorkingDays, CliError> {
    let Some(bundle) = &args.bundle else { return Ok(WorkingDays::built_in()) };
    let root = args.root.as_deref();
    let opening = Opening { bundle, root, state: None, now: verifier::clock(), is_device_clock: true };
    let snapshot = verifier::open(&opening)?;
    snapshot.working_days_or_built_in().map_err(CliError::Calendar)
}

/// Answers each line of standard input with one line. A line that cannot be read is answered with its error, so that
/// questions and answers correspond. Returns whether every line was evaluated.
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
        let read = read.map_err(CliError::StandardInput)?;
        if read == 0 {
            return Ok(all_answered);
        }
        if read as u64 == MAX_LINE {
            return Err(CliError::FactsLineTooLong { limit: MAX_LINE });
        }
        // A blank line has no answer.
        if line.trim().is_empty() {
            continue;
        }
        match rule.judge(line.trim_end(), days) {
            Ok(result) => write_result(out, &result, lang)?,
            Err(error) => {
                all_answered = false;
                writeln!(out, "{}", error_json(error.code(), &facts_error(&error, lang)))?;
            }
        }
    }
}

fn write_result(out: &mut impl Write, result: &RuleResult, lang: Option<Lang>) -> Result<(), CliError> {
    match lang {
        None => writeln!(out, "{}", result.to_json())?,
        Some(lang) => write_text(out, &explain_rule(result, lang), "")?,
    }
    Ok(())
}

fn write_text(out: &mut impl Write, explained: &ExplainedRule, indent: &str) -> Result<(), CliError> {
    writeln!(out, "{indent}{} ({})", explained.title, explained.source)?;
    writeln!(out, "{indent}  {}", plain(&explained.text))?;
    if let Some(advice) = &explained.advice {
        writeln!(out, "{indent}  → {}", plain(advice))?;
    }
    for step in &explained.trace {
        writeln!(out, "{indent}    {}", plain(step))?;
    }
    let indent = format!("{indent}  ");
    explained.parts.iter().try_for_each(|part| write_text(out, part, &indent))
}
