//! Verifies a list of people: every row, with the count that art. 28 requires and a report.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Date;
use rastau_core::document::Form;
use rastau_core::document::text::Presented;
use rastau_core::error::{FORM_FIELDS, ReadError};
use rastau_core::snapshot::{Pages, Snapshot};
use rastau_core::verdict::{Outcome, Verdict};
use rastau_core::verify::{Question, verify, verify_beside};
use rastau_messages as messages;
use rastau_tables::{Field, Input, Options, RowError, Table};
use serde_json::{Map, Value, json};

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::files::{open_regular, write_file};
use crate::lines::{Counts, Line, Repeats};
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
        ["csv", "html", "xlsx"].iter().any(|known| ending.eq_ignore_ascii_case(known))
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
    let List { rows, unknown_columns } = read(path, args)?;
    if rows.is_empty() {
        return Err(CliError::EmptyList(path.to_path_buf()));
    }
    let bar = progress_bar(rows.len() as u64, "documents");
    let (mut counts, mut valid) = (Counts::default(), ValidDocuments::default());
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let result = match &row.problem {
            Some(problem) => Err(problem.text(args.lang)),
            None => row.verify(snapshot, question).map_err(|error| messages::read_error(&error, args.lang)),
        };
        let repeats = result.as_ref().ok().and_then(|verdict| valid.repeats(&row, verdict));
        let line = Line::new(row.line, &row.number, &row.name, result, repeats);
        counts.add(&line);
        lines.push(line);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let on = question.on.unwrap_or_else(|| snapshot.now(question.clock).date());
    for path in &args.report {
        let is = |known| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(known));
        let bytes = if is("csv") {
            report::csv(&lines, args.lang)?
        } else if is("xlsx") {
            report::xlsx(&lines, args.lang)?
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
    } else if counts.indeterminate + counts.unreadable + counts.repeated > 0 {
        Outcome::Indeterminate.code()
    } else {
        Outcome::Valid.code()
    })
}

fn as_json(line: &Line) -> String {
    match &line.result {
        Ok(verdict) => {
            let repeats =
                line.repeats.map(|repeats| format!("\"repeats\":{},", repeats.line)).unwrap_or_default();
            format!("{{\"line\":{},{repeats}\"verdict\":{}}}", line.line, verdict.to_json())
        }
        Err(problem) => json!({ "line": line.line, "error": problem }).to_string(),
    }
}

fn show(lines: &[Line], counts: &Counts, on: Date, args: &VerifyArgs) -> Result<(), CliError> {
    let paint = Paint::stdout();
    for line in lines.iter().filter(|line| args.all || line.outcome_name() != "valid") {
        let who =
            if line.name.is_empty() { line.number.clone() } else { format!("{} {}", line.number, line.name) };
        let mark = match line.result.as_ref().map(Verdict::outcome) {
            Ok(_) if line.repeats.is_some() => {
                paint.yellow(&format!("= {}", messages::report_words(args.lang).repeated))
            }
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
    print_line!("{}", messages::article_28(on, counts.valid, counts.people(), args.lang));
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
#[derive(Default)]
struct Row {
    line: u64,
    number: String,
    name: String,
    /// The text of a document, if the row has one.
    document: Option<String>,
    /// The other fields, as a form in JSON.
    form: String,
    /// The identity number that the row states; empty if there is none.
    holder: String,
    /// Why the row has no values.
    problem: Option<RowError>,
}

impl Row {
    fn new(row: &rastau_tables::Row) -> Self {
        let value = |name: &str| row.value(Field::from_name(name)?);
        let text = |field| row.value(field).unwrap_or_default().to_string();
        let document = row.value(Field::Document).map(str::to_string);
        Self {
            line: row.line,
            number: text(Field::Number),
            name: text(Field::Name),
            form: form(&value, document.is_some()),
            holder: text(Field::Holder),
            document,
            problem: None,
        }
    }

    /// Verifies the document of the row, beside which the other columns are stated, or the typed form that they are.
    fn verify<P: Pages>(&self, snapshot: &Snapshot<P>, question: &Question) -> Result<Verdict, ReadError> {
        match &self.document {
            Some(document) => {
                let document = Presented::read(document)?;
                let beside = Form::beside(&self.form, &document)?;
                Ok(verify_beside(snapshot, &document, &beside, question))
            }
            // A form without a number is reported when it is read, in the language of the report.
            None => Ok(verify(snapshot, &Presented::read(&self.form)?, question)),
        }
    }
}

/// The rows whose documents are valid so far, by document number. Each document counts for one row.
#[derive(Default)]
struct ValidDocuments(HashMap<String, First>);

/// The first row of a document.
struct First {
    line: u64,
    states_holder: bool,
}

impl ValidDocuments {
    /// Returns the earlier row that has the same valid document.
    fn repeats(&mut self, row: &Row, verdict: &Verdict) -> Option<Repeats> {
        if verdict.outcome() != Outcome::Valid {
            return None;
        }
        let states_holder = !row.holder.is_empty();
        match self.0.entry(verdict.document.number.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(First { line: row.line, states_holder });
                None
            }
            // The document confirmed both identity numbers, so both are the holder's.
            Entry::Occupied(entry) => Some(Repeats {
                line: entry.get().line,
                same_person: states_holder && entry.get().states_holder,
            }),
        }
    }
}

fn read(path: &Path, args: &VerifyArgs) -> Result<List, CliError> {
    let unreadable = |error| CliError::List { path: path.to_path_buf(), error, lang: args.lang };
    let options = Options { sheet: args.sheet.clone(), columns: args.column.clone() };
    let input = Input::file(open_regular(path).map_err(CliError::read(path))?);
    let table = Table::open(input, &options).map_err(unreadable)?;
    let unknown = table.columns.iter().filter(|column| column.field.is_none() && !column.heading.is_empty());
    let unknown_columns = unknown.map(|column| column.heading.clone()).collect();
    let mut rows = Vec::new();
    for row in table {
        rows.push(match row.map_err(unreadable)? {
            Ok(row) => Row::new(&row),
            Err(problem) => Row { line: problem.line, problem: Some(problem), ..Row::default() },
        });
    }
    Ok(List { rows, unknown_columns })
}

/// Returns a form in JSON with the values of a row. Beside a document it needs no number.
fn form<'a>(value: &impl Fn(&str) -> Option<&'a str>, beside: bool) -> String {
    let fields = columns().filter_map(|name| Some((name.to_string(), Value::from(value(name)?))));
    let mut form = fields.collect::<Map<_, _>>();
    if !beside {
        form.entry("number").or_insert_with(|| Value::from(""));
    }
    Value::Object(form).to_string()
}
