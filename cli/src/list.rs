//! Verifies a list of people: every row, with the count that art. 28 requires and a report.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Date;
use rastau_core::document::text::Presented;
use rastau_core::error::FORM_FIELDS;
use rastau_core::snapshot::{Pages, Snapshot};
use rastau_core::verdict::{Outcome, Verdict};
use rastau_core::verify::{Question, verify};
use rastau_messages as messages;
use rastau_registry::lines::Lines;
use serde_json::{Map, Value, json};

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::files::{read_file, write_file};
use crate::input::{MAX_QUOTED, quoted};
use crate::lines::{Counts, Line};
use crate::out::{self, note, print_line};
use crate::paint::Paint;
use crate::plain::plain;
use crate::progress::progress_bar;
use crate::{report, view};

/// Returns the columns that a list may have besides `document`: the fields of the typed form with a single text.
fn columns() -> impl Iterator<Item = &'static str> {
    FORM_FIELDS.iter().copied().filter(|field| !["skills", "basis"].contains(field))
}

/// Checks the names of the reports, before the bundle is opened.
pub fn check_reports(list: &Path, reports: &[PathBuf]) -> Result<(), CliError> {
    let is_report = |path: &Path| {
        let ending = path.extension().unwrap_or_default();
        ["csv", "html"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    if let Some(report) = reports.iter().find(|report| !is_report(report)) {
        return Err(CliError::ReportFormat(report.clone()));
    }
    // A report must not replace the list, which may be the only copy.
    let Ok(list) = list.canonicalize() else { return Ok(()) };
    match reports.iter().find(|report| report.canonicalize().is_ok_and(|report| report == list)) {
        Some(report) => Err(CliError::ReportIsTheList(report.clone())),
        None => Ok(()),
    }
}

pub fn run<P: Pages>(
    snapshot: &Snapshot<P>,
    path: &Path,
    question: &Question,
    args: &VerifyArgs,
) -> Result<u8, CliError> {
    let List { rows, unknown_columns } = read(path)?;
    if rows.is_empty() {
        return Err(CliError::EmptyList(path.to_path_buf()));
    }
    let bar = progress_bar(rows.len() as u64, "documents");
    let mut counts = Counts::default();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let result = Presented::read(&row.presented)
            .map(|presented| verify(snapshot, &presented, question))
            .map_err(|error| messages::read_error(&error, args.lang));
        let line = Line::new(row.line, &row.number, &row.name, result);
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
            print_line!("{}", as_json(line));
        }
    } else {
        show(&lines, &counts, on, args)?;
    }
    if !unknown_columns.is_empty() {
        note!("{}", messages::columns_not_read(&unknown_columns, args.lang));
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
        print_line!("{:>6}  {who}  {mark}", line.line);
        let reason = line.reason(args.lang);
        if !reason.is_empty() {
            out::print(format_args!("{}", view::wrap(&reason, 8)))?;
        }
    }
    print_line!("\n{}", report::counts(counts, args.lang));
    print_line!("{}", messages::article_28(on, counts.valid, counts.total(), args.lang));
    for path in &args.report {
        print_line!("→ {}", plain(&path.display().to_string()));
    }
    Ok(())
}

/// The content of a list.
struct List {
    rows: Vec<Row>,
    /// The names of columns that are not read.
    unknown_columns: Vec<String>,
}

/// A row before verification.
struct Row {
    line: u64,
    number: String,
    name: String,
    /// The text of a document, or a form in JSON.
    presented: String,
}

fn read(path: &Path) -> Result<List, CliError> {
    let bytes = read_file(path)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| CliError::ListEncoding(path.to_path_buf()))?;
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    // Spreadsheets with Kazakh or Russian settings write semicolons.
    let delimiter = if head.contains(';') && !head.contains(',') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let malformed = |source| CliError::ListSyntax { path: path.to_path_buf(), source };
    let header: Vec<String> =
        reader.headers().map_err(malformed)?.iter().map(|name| name.trim().to_lowercase()).collect();
    let has = |name: &str| header.iter().any(|column| column == name);
    if !has("number") && !has("document") {
        return Err(CliError::ListColumns {
            path: path.to_path_buf(),
            found: quoted(&header.join(", "), MAX_QUOTED),
        });
    }
    let known = |name: &str| name == "document" || columns().any(|column| column == name);
    // It is unknown which of two columns is meant.
    let duplicate = header
        .iter()
        .enumerate()
        .find(|(at, name)| known(name) && header.iter().take(*at).any(|before| before == *name));
    if let Some((_, column)) = duplicate {
        return Err(CliError::DuplicateColumn { path: path.to_path_buf(), column: column.clone() });
    }
    let mut rows = Vec::new();
    let mut lines = Lines::new(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(malformed)?;
        // Spreadsheets write `,,,` below the last row.
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = lines.of(record.position().map_or(0, csv::Position::byte)).unwrap_or_default();
        let value = |name: &str| {
            let at = header.iter().position(|column| column == name)?;
            record.get(at).map(str::trim).filter(|text| !text.is_empty())
        };
        // A form without a number is reported when it is read, in the language of the report.
        let presented = value("document").map_or_else(|| form(&value), str::to_string);
        rows.push(Row {
            line,
            number: value("number").unwrap_or_default().to_string(),
            name: value("name").unwrap_or_default().to_string(),
            presented,
        });
    }
    let unknown_columns = header.iter().filter(|name| !name.is_empty() && !known(name)).cloned().collect();
    Ok(List { rows, unknown_columns })
}

/// Returns a typed form in JSON with the values of a row.
fn form<'a>(value: &impl Fn(&str) -> Option<&'a str>) -> String {
    let fields = columns().filter_map(|name| Some((name.to_string(), Value::from(value(name)?))));
    let mut form = fields.collect::<Map<_, _>>();
    form.entry("number").or_insert_with(|| Value::from(""));
    Value::Object(form).to_string()
}
