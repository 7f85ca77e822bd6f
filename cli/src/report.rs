//! Reports of a list: CSV for spreadsheets, HTML for printing.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Date;
use rastau_core::report::Stamp;
use rastau_core::verdict::{Outcome, Verdict};
use rastau_messages::{self as messages, Lang};
use rastau_tables::write::{self, About};

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::files::{Part, write_file};
use crate::lines::{Counts, Line};
use crate::plain::{csv_cell, plain};

/// Returns one sentence with the counts.
pub fn counts(counts: &Counts, lang: Lang) -> String {
    let text =
        messages::list_counts(counts.valid, counts.invalid, counts.indeterminate, counts.unreadable, lang);
    match counts.repeated + counts.same_person {
        0 => text,
        repeated => format!("{text} {}", messages::rows_repeated(repeated, lang)),
    }
}

/// Returns whether a file has one of these endings, in any letters.
pub fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Returns whether two paths lead to one file that exists.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// The columns of a report.
const HEADING: [&str; 6] = ["line", "number", "name", "outcome", "valid_until", "reason"];

/// The columns that each row of a CSV report has after [`HEADING`], because the file has no other place for them: with what, when
/// and by whom the list was verified. Workbooks have a sheet of their own for that.
const STAMP_HEADING: [&str; 8] =
    ["register", "register_version", "register_as_of", "root", "clock", "time", "program", "by"];

fn stamp_cells(stamp: &Stamp) -> [String; 8] {
    let register = &stamp.register;
    [
        register.name.clone(),
        format!("{}.{}", register.epoch, register.version),
        register.as_of.to_string(),
        register.root.fingerprint.clone(),
        stamp.clock.to_string(),
        stamp.effective.to_string(),
        stamp.program.clone(),
        stamp.by.as_ref().map_or("", |by| by.as_str()).to_owned(),
    ]
}

/// A row of a report.
struct Row {
    line: u64,
    number: String,
    name: String,
    /// The sign and the stable name of the outcome.
    outcome: (&'static str, &'static str),
    until: Option<Date>,
    reason: String,
}

impl Row {
    fn new(line: &Line, lang: Lang) -> Self {
        let verdict = line.result.as_ref();
        let sign = match verdict.map(Verdict::outcome) {
            Ok(_) if line.repeats.is_some() => "=",
            Ok(Outcome::Valid) => "✔",
            Ok(Outcome::Invalid) => "✖",
            Ok(Outcome::Indeterminate) => "?",
            Err(_) => "!",
        };
        Self {
            line: line.line,
            number: line.number.clone(),
            name: line.name.clone(),
            outcome: (sign, line.outcome_name()),
            until: verdict.ok().and_then(|verdict| verdict.document.valid_until),
            reason: line.reason(lang),
        }
    }

    fn cells(&self) -> Vec<String> {
        let until = self.until.map(|day| day.to_string()).unwrap_or_default();
        let (number, name, reason) = (self.number.clone(), self.name.clone(), self.reason.clone());
        vec![self.line.to_string(), number, name, self.outcome.1.to_string(), until, reason]
    }
}

/// The reports of a list, while its rows are verified. CSV reports are written row by row; for the others the rows are
/// collected, because HTML begins with the counts, and a workbook is written as a whole.
pub struct Reports<'a> {
    csv: Vec<(write::Csv<Part>, &'a Path)>,
    others: Vec<&'a Path>,
    rows: Vec<Row>,
    stamp: Stamp,
    lang: Lang,
}

impl<'a> Reports<'a> {
    /// Creates the reports that were asked for.
    pub fn create(args: &'a VerifyArgs, stamp: Stamp) -> Result<Self, CliError> {
        let (csv, others): (Vec<_>, Vec<_>) = args.report.iter().partition(|path| has_ending(path, &["csv"]));
        let heading: Vec<&str> = HEADING.into_iter().chain(STAMP_HEADING).collect();
        let csv = csv.into_iter().map(|path| {
            let report = write::Csv::new(Part::create(path)?, &heading).map_err(CliError::write(path))?;
            Ok((report, path.as_path()))
        });
        let csv = csv.collect::<Result<_, CliError>>()?;
        let others = others.into_iter().map(PathBuf::as_path).collect();
        Ok(Self { csv, others, rows: Vec::new(), stamp, lang: args.lang })
    }

    /// Adds a row.
    pub fn add(&mut self, line: &Line) -> Result<(), CliError> {
        if self.csv.is_empty() && self.others.is_empty() {
            return Ok(());
        }
        let row = Row::new(line, self.lang);
        for (report, path) in &mut self.csv {
            let cells = row.cells().into_iter().chain(stamp_cells(&self.stamp));
            let cells = cells.map(|cell| csv_cell(&cell)).collect();
            report.row(cells).map_err(CliError::write(path))?;
        }
        if !self.others.is_empty() {
            self.rows.push(row);
        }
        Ok(())
    }

    /// Completes the reports.
    pub fn finish(self, counts: &Counts, on: Date) -> Result<(), CliError> {
        for (report, path) in self.csv {
            report.finish().map_err(CliError::write(path))?.complete()?;
        }
        let about = messages::stamp_rows(&self.stamp, self.lang);
        for path in self.others {
            let bytes = if has_ending(path, &["html"]) {
                html(&self.rows, counts, on, &about, self.lang).into_bytes()
            } else {
                let rows = self.rows.iter().map(Row::cells);
                let title = messages::report_words(self.lang).about;
                let about = About { created: self.stamp.clock, title, rows: &about };
                write::xlsx("Rastau", &HEADING, rows, &about)
                    .map_err(|error| CliError::Report(error.into()))?
            };
            write_file(path, &bytes)?;
        }
        Ok(())
    }
}

/// Returns a text of one line for HTML.
pub fn escape(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The style of a printed report.
pub const STYLE: &str = "body{font:16px/1.45 system-ui,'Noto Sans',sans-serif;color:#1b1f24;max-width:60rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:.25rem 0}.lead{font-size:1.15rem;margin:1rem 0}\
table{border-collapse:collapse;width:100%;margin-top:1.5rem}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d0d7de}\
th{font-weight:600;font-size:.875rem;color:#57606a}td.o{white-space:nowrap;font-weight:600}\
.valid{color:#116329}.invalid{color:#a40e26}.indeterminate,.unreadable,.repeated{color:#7d4e00}.muted{color:#57606a;font-size:.875rem}\
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.75rem}\
@media print{body{margin:0;font-size:11pt}tr{break-inside:avoid}thead{display:table-header-group}}";

/// Returns the report as one HTML page without scripts.
fn html(rows: &[Row], counted: &Counts, on: Date, about: &[(&str, String)], lang: Lang) -> String {
    let words = messages::report_words(lang);
    let mut page = String::new();
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        lang.code(),
        escape(words.title),
        escape(words.title),
    );
    let _ = writeln!(
        page,
        "<p class=\"lead\">{}</p>",
        escape(&messages::article_28(on, counted.valid, counted.people(), lang))
    );
    let _ = writeln!(page, "<p>{}</p>", escape(&counts(counted, lang)));
    for (label, value) in about {
        let _ = writeln!(page, "<p class=\"muted\">{}: {}</p>", escape(label), escape(value));
    }
    let _ = writeln!(
        page,
        "<table>\n<thead><tr><th scope=\"col\">№</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        escape(words.number),
        escape(words.name),
        escape(words.outcome),
        escape(words.valid_until),
        escape(words.reason),
    );
    for row in rows {
        let (sign, outcome) = row.outcome;
        let word = match outcome {
            "repeated" => words.repeated,
            "unreadable" => words.unreadable,
            "valid" => messages::outcome(Outcome::Valid, lang),
            "invalid" => messages::outcome(Outcome::Invalid, lang),
            _ => messages::outcome(Outcome::Indeterminate, lang),
        };
        let _ = writeln!(
            page,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"o {outcome}\">{sign} {}</td><td>{}</td><td>{}</td></tr>",
            row.line,
            escape(&row.number),
            escape(&row.name),
            escape(word),
            row.until.map(|day| messages::date(day, lang)).unwrap_or_default(),
            escape(&row.reason),
        );
    }
    page.push_str("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    page
}
