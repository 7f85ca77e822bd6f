//! `rastau register check`.

use std::io::Write;

use rastau_core::codec::hex;
use rastau_registry::audit::{has_line, head};
use rastau_registry::check::{Problem, ProblemKind, Severity, check};
use serde_json::json;

use super::open;
use crate::args::CheckArgs;
use crate::error::CliError;
use crate::plain::plain;

/// Returns a problem as a line of the report.
pub(super) fn problem_line(problem: &Problem, json: bool) -> String {
    let severity = match problem.kind.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (kind, place, text) = (problem.kind.name(), &problem.place, problem.kind.text());
    if json {
        json!({ "severity": severity, "kind": kind, "row": place, "problem": text }).to_string()
    } else {
        format!("{severity}: {} {} [{kind}]", plain(place), plain(text))
    }
}

pub(super) fn run(args: &CheckArgs) -> Result<u8, CliError> {
    let register = open(&args.register)?;
    let kept = args.audit_head.as_deref().map(|text| {
        hex::decode(text.trim())
            .filter(|hash| hash.len() == 32)
            .ok_or_else(|| CliError::AuditHead(text.into()))
    });
    let kept = kept.transpose()?;
    // One state, independent of concurrent writes.
    let transaction = register.begin_reading()?;
    let mut problems = check(&register)?;
    let head = head(&transaction)?;
    if let Some(hash) = kept
        && !has_line(&transaction, &hash)?
    {
        problems.insert(0, Problem { kind: ProblemKind::AuditHead, place: "audit".into() });
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let errors = problems.iter().filter(|problem| problem.kind.severity() == Severity::Error).count();
    for problem in &problems {
        writeln!(out, "{}", problem_line(problem, args.json))?;
    }
    if !args.json {
        if head.sequence > 0 {
            writeln!(out, "audit table: the last line is {}, with the hash {}", head.sequence, head.hex())?;
        }
        writeln!(out, "{errors} errors, {} warnings", problems.len() - errors)?;
    }
    out.flush()?;
    Ok(u8::from(errors > 0))
}
