//! `rastau register apply`.

use std::io::Write;
use std::path::Path;

use rastau_registry::apply::{Applied, ApplyOptions, Changes, RowReport, RowResult, apply};
use rastau_registry::error::RowError;
use serde_json::json;

use super::check::problem_line;
use super::{author, head_json, open};
use crate::args::ApplyArgs;
use crate::error::CliError;
use crate::files::require_regular;
use crate::plain::plain;
use crate::progress::progress_bar;

fn row_line(row: &RowReport, json: bool) -> String {
    let RowReport { file, line, table, row, result } = row;
    let columns = if let RowResult::Changed(columns) = result { columns.as_slice() } else { &[] };
    let reason = if let RowResult::Refused(refusal) = result { Some(refusal.to_string()) } else { None };
    if json {
        let mut object =
            json!({ "file": file, "line": line, "table": table, "row": row, "result": result.name() });
        if !columns.is_empty() {
            object["columns"] = json!(columns);
        }
        if let Some(reason) = reason {
            object["reason"] = reason.into();
        }
        return object.to_string();
    }
    let detail = match reason {
        Some(reason) => format!(": {reason}"),
        None if columns.is_empty() => String::new(),
        None => format!(": {}", columns.join(", ")),
    };
    plain(&format!("{file} line {line}: {} {table} {row}{detail}", result.name()))
}

pub(super) fn run(args: &ApplyArgs) -> Result<u8, CliError> {
    let ApplyArgs { changes, register, reason, by, dry_run, amend, json } = args;
    let author = author(by, reason)?;
    let register = open(register)?;
    let changes = if changes == Path::new("-") {
        Changes::stream(std::io::stdin().lock())
    } else {
        for table in std::fs::read_dir(changes).into_iter().flatten().flatten() {
            if table.path().extension().is_some_and(|ending| ending == "csv") {
                require_regular(&table.path())?;
            }
        }
        Changes::folder(changes, &register)?
    };
    let options = ApplyOptions { author: &author, amend: *amend, dry_run: *dry_run };
    let bar = progress_bar(0, "rows");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let applied = apply(&register, changes, &options, &mut |row| {
        bar.inc(1);
        Ok::<(), CliError>(writeln!(out, "{}", row_line(row, *json))?)
    })?;
    bar.finish_and_clear();
    for problem in applied.errors.iter().chain(&applied.warnings) {
        writeln!(out, "{}", problem_line(problem, *json))?;
    }
    if let Some(error) = &applied.unfit {
        let RowError { table, row, reason } = error;
        if *json {
            let place = format!("{table} {row}");
            let object = json!({ "severity": "error", "kind": "unfit-row", "row": place, "problem": reason.to_string() });
            writeln!(out, "{object}")?;
        } else {
            writeln!(out, "error: {} [unfit-row]", plain(&error.to_string()))?;
        }
    }
    writeln!(out, "{}", result_line(&applied, *json))?;
    out.flush()?;
    Ok(u8::from(!applied.is_allowed()))
}

fn result_line(applied: &Applied, json: bool) -> String {
    let Applied { added, changed, unchanged, refused, .. } = applied;
    let errors = applied.errors.len() + usize::from(applied.unfit.is_some());
    let result = match (applied.is_allowed(), applied.dry_run) {
        (false, _) => "refused",
        (true, true) => "applicable",
        (true, false) => "applied",
    };
    if json {
        return json!({
            "result": result,
            "added": added,
            "changed": changed,
            "unchanged": unchanged,
            "refused": refused,
            "errors": errors,
            "audit": head_json(&applied.head),
        })
        .to_string();
    }
    let counts = format!("{added} added, {changed} changed, {unchanged} unchanged, {refused} refused");
    match result {
        "applied" => format!("applied: {counts}"),
        "applicable" => format!("could be applied: {counts}; nothing was stored, because of --dry-run"),
        _ => format!("nothing was applied: {counts}, {errors} errors of the check"),
    }
}
