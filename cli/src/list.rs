//! Verifies a list of people: every row, with the count that art. 28 requires and a report.
//!
//! The list is read twice: first to its end, so that a file that cannot be read is refused before anything is answered, then in
//! batches, whose rows are verified on all cores and reported in their order. Only one batch of a CSV file is in memory
//! at a time.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::thread;

use rastau_core::calendar::Date;
use rastau_core::crypto::sha256;
use rastau_core::document::Form;
use rastau_core::document::text::Presented;
use rastau_core::error::ReadError;
use rastau_core::report::Stamp;
use rastau_core::snapshot::{Pages, Snapshot};
use rastau_core::verdict::{Outcome, Verdict};
use rastau_core::verify::post::{Post, Posts};
use rastau_core::verify::{Question, verify, verify_beside};
use rastau_messages::{self as messages, Lang};
use rastau_tables::Options;
use serde_json::json;

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::lines::{Counts, Line, Repeats};
use crate::out::{self, note, print_line};
use crate::paint::Paint;
use crate::plain::plain;
use crate::progress::progress_bar;
use crate::report::{self, Reports, has_ending, is_same_file};
use crate::rows::{BadRow, Columns, Reading, Row};
use crate::view;

/// Checks the names of the reports, before the bundle is opened.
pub fn check_reports(list: &Path, reports: &[PathBuf]) -> Result<(), CliError> {
    if let Some(report) = reports.iter().find(|report| !has_ending(report, &["csv", "html", "xlsx"])) {
        return Err(CliError::ReportFormat(report.clone()));
    }
    // A report must not replace the list, which may exist only once.
    match reports.iter().find(|report| is_same_file(list, report)) {
        Some(report) => Err(CliError::ReportIsTheList(report.clone())),
        None => Ok(()),
    }
}

/// The number of rows in one batch.
const BATCH: usize = 2048;

pub fn run<P: Pages + Sync>(
    snapshot: &Snapshot<P>,
    path: &Path,
    question: &Question,
    args: &VerifyArgs,
) -> Result<u8, CliError> {
    let options = Options { sheet: args.sheet.clone(), columns: args.column.clone() };
    let reading = Reading { path, options, lang: args.lang };
    let (people, columns) = read_whole_list(&reading)?;
    if people == 0 {
        return Err(CliError::EmptyList(path.to_path_buf()));
    }
    let posts = columns.has_posts.then(|| Posts::read(snapshot));
    let bar = progress_bar(people, "documents");
    let (mut counts, mut valid) = (Counts::default(), ValidDocuments::default());
    let mut reports = Reports::create(args, Stamp::new(snapshot, question.clock, args.by.clone()))?;
    let paint = Paint::stdout();
    let mut rows = reading.open()?;
    loop {
        let batch = rows.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        if batch.is_empty() {
            break;
        }
        for (row, result) in
            batch.iter().zip(verify_all(snapshot, posts.as_ref(), &batch, question, args.lang))
        {
            let verdict = result.as_ref().ok();
            let repeats =
                verdict.zip(row.as_ref().ok()).and_then(|(verdict, row)| valid.repeats(row, verdict));
            let text = |text: fn(&Row) -> &Option<String>| {
                row.as_ref().ok().and_then(|row| text(row).as_deref()).unwrap_or_default()
            };
            let line_number = row.as_ref().map_or_else(|row| row.line, |row| row.line);
            let line =
                Line::new(line_number, text(|row| &row.number), text(|row| &row.name), result, repeats);
            counts.add(&line);
            reports.add(&line)?;
            if args.json {
                print_line!("{}", as_json(&line));
            } else {
                show(&line, args, paint)?;
            }
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    let on = question.on.unwrap_or_else(|| snapshot.now(question.clock).date());
    reports.finish(&counts, on)?;
    if !args.json {
        show_counts(&counts, on, args)?;
    }
    if !columns.unread.is_empty() {
        note!("{}", messages::columns_not_read(&columns.unread, args.lang));
    }
    for column in &columns.undecided {
        note!("{}", messages::profession_or_post(column, args.lang));
    }
    Ok(if counts.invalid > 0 {
        Outcome::Invalid.code()
    } else if counts.indeterminate + counts.unreadable + counts.repeated > 0 {
        Outcome::Indeterminate.code()
    } else {
        Outcome::Valid.code()
    })
}

/// Verifies rows on all cores. The results are in the order of the rows.
fn verify_all<P: Pages + Sync>(
    snapshot: &Snapshot<P>,
    posts: Option<&Posts>,
    rows: &[Result<Row, BadRow>],
    question: &Question,
    lang: Lang,
) -> Vec<Result<Verdict, String>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let verify = |rows: &[Result<Row, BadRow>]| {
        rows.iter().map(|row| answer(snapshot, posts, row, question, lang)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let parts = rows.chunks(rows.len().div_ceil(cores).max(1));
        let threads = parts.map(|part| {
            let thread = thread::Builder::new().spawn_scoped(scope, move || verify(part));
            // If no thread can be started, the rows are verified here.
            thread.map_err(|_| verify(part))
        });
        let threads: Vec<_> = threads.collect();
        let results = threads.into_iter().map(|thread| match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(results) => results,
        });
        results.flatten().collect()
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

/// Prints a row that is not valid, or any row with `--all`.
fn show(line: &Line, args: &VerifyArgs, paint: Paint) -> Result<(), CliError> {
    // A valid document of another profession than the post's is not passed over.
    if !args.all && line.outcome_name() == "valid" && line.fits_post() {
        return Ok(());
    }
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
    Ok(())
}

fn show_counts(counts: &Counts, on: Date, args: &VerifyArgs) -> Result<(), CliError> {
    print_line!("\n{}", report::counts(counts, args.lang));
    print_line!("{}", messages::article_28(on, counts.valid, counts.people(), args.lang));
    for path in &args.report {
        print_line!("→ {}", plain(&path.display().to_string()));
    }
    Ok(())
}

/// Returns the verdict about a row, or why there is none.
fn answer<P: Pages>(
    snapshot: &Snapshot<P>,
    posts: Option<&Posts>,
    row: &Result<Row, BadRow>,
    question: &Question,
    lang: Lang,
) -> Result<Verdict, String> {
    let row = row.as_ref().map_err(|row| row.text.clone())?;
    let verdict = verify_row(snapshot, row, question);
    let mut verdict = verdict.map_err(|error| messages::read_error(&error, lang))?;
    if let (Some(posts), Some(profession)) = (posts, &row.post) {
        let post = Post { profession: profession.clone(), level: None };
        verdict.post = Some(posts.compare(&verdict, &post));
    }
    Ok(verdict)
}

/// Verifies the row's document together with the other columns, or the other columns as a typed form.
fn verify_row<P: Pages>(
    snapshot: &Snapshot<P>,
    row: &Row,
    question: &Question,
) -> Result<Verdict, ReadError> {
    match &row.document {
        Some(document) => {
            let document = Presented::read_for(document, snapshot.manifest().link.as_ref())?;
            let beside = Form::beside(&row.form, &document)?;
            Ok(verify_beside(snapshot, &document, &beside, question))
        }
        None => Ok(verify(snapshot, &Presented::read(&row.form)?, question)),
    }
}

/// The rows whose documents are valid so far, by a hash of the document number to save memory. Each document counts
/// for one row.
#[derive(Default)]
struct ValidDocuments(HashMap<[u8; 32], First>);

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
        let states_holder = row.holder.is_some();
        match self.0.entry(sha256(&[verdict.document.number.as_bytes()])) {
            Entry::Vacant(entry) => {
                entry.insert(First { line: row.line, states_holder });
                None
            }
            // The document confirmed both identity numbers, so both rows are the holder's.
            Entry::Occupied(entry) => Some(Repeats {
                line: entry.get().line,
                same_person: states_holder && entry.get().states_holder,
            }),
        }
    }
}

/// Reads a list to its end. Returns the number of its people, and what is known of its columns.
fn read_whole_list(reading: &Reading<'_>) -> Result<(u64, Columns), CliError> {
    let mut rows = reading.open()?;
    let columns = std::mem::take(&mut rows.columns);
    let mut people = 0;
    for row in rows {
        let _: Result<_, BadRow> = row?;
        people += 1;
    }
    Ok((people, columns))
}
