//! A list of people: every row verified, none dropped, with a count for art. 28 and a report.

use rastau_core::error::Exit;
use std::path::Path;

use rastau_core::calendar::Date;
use rastau_core::document::form::FIELDS;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::{Pages, Snapshot};
use rastau_core::verdict::{Outcome, Verdict};
use rastau_core::verify::{Question, verify};
use rastau_messages as messages;
use rastau_registry::lines::Lines;
use serde_json::{Map, Value, json};

use crate::args::VerifyArgs;
use crate::commands::{progress_bar, write_file};
use crate::error::CliError;
use crate::lines::{Counts, Line};
use crate::out::{self, note, say};
use crate::paint::Paint;
use crate::{report, view};

/// Columns that a list may have besides `document`: the fields of the typed form that are one text each.
fn columns() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().copied().filter(|field| !["skills", "basis"].contains(field))
}

pub fn run<P: Pages>(
    snapshot: &Snapshot<P>,
    path: &Path,
    question: &Question,
    args: &VerifyArgs,
) -> Result<u8, CliError> {
    for report in &args.report {
        if !["csv", "html"]
            .iter()
            .any(|ending| report.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)))
        {
            return Err(CliError::new(
                Exit::Usage,
                format!("{}: a report is a .csv or .html file", report.display()),
            ));
        }
    }
    // Before anything is read: the list is what the person has, and the report is only ours.
    let list = path.canonicalize().ok();
    if let Some(report) =
        args.report.iter().find(|report| list.is_some() && report.canonicalize().ok() == list)
    {
        return Err(CliError::new(
            Exit::Usage,
            format!("{} is the list itself; give the report another name", report.display()),
        ));
    }
    let People { rows, not_read } = read(path)?;
    if rows.is_empty() {
        return Err(CliError::new(
            Exit::Data,
            format!("{} lists nobody; nothing was verified", path.display()),
        ));
    }
    let bar = progress_bar(rows.len() as u64, "documents");
    let mut counts = Counts::default();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let result = Presented::read(&row.presented)
            .map(|presented| verify(snapshot, &presented, question))
            .map_err(|error| messages::read_error(&error, args.lang));
        let line = Line { line: row.line, number: row.number, name: row.name, result };
        counts.add(&line);
        lines.push(line);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let on = question.on.unwrap_or_else(|| snapshot.now(question.clock).date());
    for path in &args.report {
        let bytes = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            report::csv(&lines, args.lang)?
        } else {
            let as_of = snapshot.manifest().as_of;
            report::html(&lines, &counts, on, as_of, args.lang).into_bytes()
        };
        write_file(path, &bytes)?;
    }
    if args.json {
        for line in &lines {
            say!("{}", as_json(line));
        }
    } else {
        show(&lines, &counts, on, args)?;
    }
    if !not_read.is_empty() {
        note!("{}", messages::columns_not_read(&not_read, args.lang));
    }
    Ok(if counts.invalid > 0 {
        Outcome::Invalid.code()
    } else if counts.indeterminate + counts.unreadable > 0 {
        Outcome::Indeterminate.code()
    } else {
        Outcome::Valid.code()
    })
}

fn as_json(line: &Line) -> String {
    match &line.result {
        Ok(verdict) => format!("{{\"line\":{},\"verdict\":{}}}", line.line, verdict.to_json()),
        Err(problem) => json!({ "line": line.line, "error": problem }).to_string(),
    }
}

fn show(lines: &[Line], counts: &Counts, on: Date, args: &VerifyArgs) -> Result<(), CliError> {
    let paint = Paint::stdout();
    for line in lines.iter().filter(|line| args.all || line.outcome_name() != "valid") {
        let who =
            if line.name.is_empty() { line.number.clone() } else { format!("{} {}", line.number, line.name) };
        let mark = match line.result.as_ref().map(Verdict::outcome) {
            Ok(outcome) => view::badge(outcome, messages::outcome(outcome, args.lang), paint),
            Err(_) => paint.yellow("! —"),
        };
        say!("{:>6}  {who}  {mark}", line.line);
        let reason = line.reason(args.lang);
        if !reason.is_empty() {
            out::print(format_args!("{}", view::wrap(&reason, 8)))?;
        }
    }
    say!("\n{}", report::counts(counts, args.lang));
    say!("{}", messages::article_28(on, counts.valid, counts.total(), args.lang));
    for path in &args.report {
        say!("→ {}", path.display());
    }
    Ok(())
}

/// A list as it was read.
struct People {
    rows: Vec<Row>,
    /// The names of columns that mean nothing here.
    not_read: Vec<String>,
}

/// A row before verification: what would be presented.
struct Row {
    line: u64,
    number: String,
    name: String,
    presented: String,
}

fn read(path: &Path) -> Result<People, CliError> {
    let bytes = std::fs::read(path).map_err(|error| CliError::input(path, &error))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| {
        CliError::new(
            Exit::Data,
            format!("{} is not in UTF-8; save it again as \"CSV UTF-8\"", path.display()),
        )
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    // Spreadsheets of this region write semicolons.
    let delimiter = if head.contains(';') && !head.contains(',') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let bad = |error: csv::Error| {
        CliError::new(Exit::Data, format!("{} is not a CSV file: {error}", path.display()))
    };
    let header: Vec<String> =
        reader.headers().map_err(bad)?.iter().map(|name| name.trim().to_lowercase()).collect();
    let has = |name: &str| header.iter().any(|column| column == name);
    if !has("number") && !has("document") {
        return Err(CliError::new(
            Exit::Data,
            format!(
                "{} needs a column \"number\" (with code and holder) or \"document\"; it has: {}",
                path.display(),
                header.join(", ")
            ),
        ));
    }
    let known = |name: &str| name == "document" || columns().any(|column| column == name);
    // Which of two would count is anybody's guess.
    let twice = header
        .iter()
        .enumerate()
        .find(|(at, name)| known(name) && header.iter().take(*at).any(|before| before == *name));
    if let Some((_, name)) = twice {
        return Err(CliError::new(Exit::Data, format!("{} has the column \"{name}\" twice", path.display())));
    }
    let mut rows = Vec::new();
    let mut lines = Lines::new(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(bad)?;
        // Spreadsheets write `,,,` below the last person; a row without any word is nobody.
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = lines.of(record.position().map_or(0, csv::Position::byte)).unwrap_or_default();
        let value = |name: &str| {
            let at = header.iter().position(|column| column == name)?;
            record.get(at).map(str::trim).filter(|text| !text.is_empty())
        };
        // Without a number the form says so itself, in the language of the report.
        let presented = value("document").map_or_else(|| form(&value), str::to_string);
        rows.push(Row {
            line,
            number: value("number").unwrap_or_default().to_string(),
            name: value("name").unwrap_or_default().to_string(),
            presented,
        });
    }
    let not_read = header.iter().filter(|name| !name.is_empty() && !known(name)).cloned().collect();
    Ok(People { rows, not_read })
}

fn form<'a>(value: &impl Fn(&str) -> Option<&'a str>) -> String {
    let fields = columns().filter_map(|name| Some((name.to_string(), Value::from(value(name)?))));
    let mut form = fields.collect::<Map<_, _>>();
    form.entry("number").or_insert_with(|| Value::from(""));
    Value::Object(form).to_string()
}
