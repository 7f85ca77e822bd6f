//! `rastau register show` and `log`.

use std::io::Write;

use rastau_core::codec::hex;
use rastau_registry::audit::{Line, lines};
use rastau_registry::check::check_document;
use rastau_registry::life::entry;
use serde_json::{Map, Value, json};

use super::check::problem_line;
use super::open;
use crate::args::{LogArgs, ShowArgs};
use crate::error::CliError;
use crate::out::print_line;
use crate::plain::plain;

fn object(columns: &[(&'static str, String)]) -> Value {
    let members = columns.iter().map(|(column, value)| ((*column).to_string(), json!(value)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn line_json(line: &Line) -> Value {
    // A change that is not JSON was not recorded by this program; `register check` reports it.
    let change: Value = serde_json::from_str(&line.change).unwrap_or_else(|_| json!(line.change));
    json!({
        "sequence": line.sequence,
        "at": line.at,
        "operator": line.operator,
        "action": line.action,
        "reason": line.reason,
        "table": line.table,
        "row": line.key.split('\t').collect::<Vec<_>>(),
        "change": change,
        "previous": hex::encode(&line.previous),
        "hash": hex::encode(&line.hash),
    })
}

/// Returns the text of a change: the columns of a new row, or those that differ.
fn change_text(line: &Line) -> String {
    let Ok(change) = serde_json::from_str::<Value>(&line.change) else { return line.change.clone() };
    let columns = |name: &str| change[name].as_object().cloned();
    let value = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
    match (columns("before"), columns("after")) {
        (Some(before), Some(after)) => {
            let names: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
            let show = |row: &Map<String, Value>, name: &String| row.get(name).map(value).unwrap_or_default();
            let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
            let changed =
                changed.map(|name| format!("{name}: {} → {}", show(&before, name), show(&after, name)));
            changed.collect::<Vec<_>>().join(", ")
        }
        (None, Some(_)) => "added".into(),
        (Some(_), None) => "removed".into(),
        (None, None) => line.change.clone(),
    }
}

fn line_text(line: &Line) -> String {
    plain(&format!(
        "{} {} {} {}: {}, {} ({})",
        line.sequence,
        line.at,
        line.operator,
        line.action,
        line.place(),
        change_text(line),
        line.reason
    ))
}

pub(super) fn show(args: &ShowArgs) -> Result<u8, CliError> {
    let register = open(&args.register)?;
    let transaction = register.begin_reading()?;
    let entry = entry(&transaction, &args.number)?;
    let problems = check_document(&transaction, &args.number)?;
    let mut log = Vec::new();
    lines(&transaction, Some(&args.number), None, &mut |line| {
        log.push(line);
        Ok::<(), CliError>(())
    })?;
    if args.json {
        let parse = |line: String| serde_json::from_str::<Value>(&line).unwrap_or_default();
        let problems: Vec<Value> = problems.iter().map(|one| parse(problem_line(one, true))).collect();
        print_line!(
            "{}",
            json!({
                "document": object(&entry.columns),
                "cancellations": entry.cancellations.iter().map(|one| object(one)).collect::<Vec<_>>(),
                "replaced": entry.replaced,
                "sealed_later": entry.sealed_later,
                "problems": problems,
                "audit": log.iter().map(line_json).collect::<Vec<_>>(),
            })
        );
        return Ok(0);
    }
    for (column, value) in &entry.columns {
        print_line!("{column}: {}", plain(value));
    }
    if entry.cancellations.is_empty() {
        print_line!("not cancelled");
    }
    for cancellation in &entry.cancellations {
        let get = |name: &str| cancellation.iter().find(|(column, _)| *column == name).map(|(_, text)| text);
        let text = |name| get(name).map(|text| plain(text)).unwrap_or_default();
        let end = match get("reinstated_on") {
            Some(on) => format!("reinstated on {}", plain(on)),
            None if entry.replaced => "in effect, a new document was issued in its place".into(),
            None => "in effect".into(),
        };
        print_line!("cancelled from {} ({}): {end}", text("cancelled_on"), text("ground"));
    }
    if entry.sealed_later {
        print_line!("its record was sealed after it was issued");
    }
    for problem in &problems {
        print_line!("{}", problem_line(problem, false));
    }
    for line in &log {
        print_line!("audit {}", line_text(line));
    }
    Ok(0)
}

pub(super) fn log(args: &LogArgs) -> Result<u8, CliError> {
    let register = open(&args.register)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    lines(register.connection(), args.number.as_deref(), args.since, &mut |line| {
        let text = if args.json { line_json(&line).to_string() } else { line_text(&line) };
        Ok::<(), CliError>(writeln!(out, "{text}")?)
    })?;
    out.flush()?;
    Ok(0)
}
