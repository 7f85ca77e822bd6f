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
use rastau_tables::{Column, Field, Input, Options, RowError, Table, TableError};
use serde_json::json;

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::files::open_regular;
use crate::lines::{Counts, Line, Repeats};
use crate::out::{self, note, print_line};
use crate::paint::Paint;
use crate::plain::plain;
use crate::progress::progress_bar;
use crate::report::{self, Reports, has_ending, is_same_file};
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
    let Overview { people, unknown_columns, has_posts, undecided } = read_whole_list(path, args)?;
    if people == 0 {
        return Err(CliError::EmptyList(path.to_path_buf()));
    }
    let posts = has_posts.then(|| Posts::read(snapshot));
    let bar = progress_bar(people, "documents");
    let (mut counts, mut valid) = (Counts::default(), ValidDocuments::default());
    let mut reports = Reports::create(args, Stamp::new(snapshot, question.clock, args.by.clone()))?;
    let paint = Paint::stdout();
    let mut rows = open(path, args)?.map(|row| read_row(row, path, args.lang));
    loop {
        let batch = rows.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        if batch.is_empty() {
            break;
        }
        for (row, result) in batch.iter().zip(verify_all(snapshot, posts.as_ref(), &batch, question)) {
            let result = result.map_err(|problem| problem.text(args.lang));
            let repeats = result.as_ref().ok().and_then(|verdict| valid.repeats(row, verdict));
            let line = Line::new(row.line, &row.number, &row.name, result, repeats);
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
    if !unknown_columns.is_empty() {
        note!("{}", messages::columns_not_read(&unknown_columns, args.lang));
    }
    for column in undecided {
        note!("{}", messages::profession_or_post(&column, args.lang));
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
    rows: &[Row],
    question: &Question,
) -> Vec<Result<Verdict, Problem>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let verify =
        |rows: &[Row]| rows.iter().map(|row| row.verify(snapshot, posts, question)).collect::<Vec<_>>();
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

/// Why a row is not verified.
enum Problem {
    Row(RowError),
    Read(ReadError),
}

impl Problem {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Row(error) => error.text(lang),
            Self::Read(error) => messages::read_error(error, lang),
        }
    }
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
    /// The profession that the person's post asks for; empty if the row states none.
    post: String,
    /// Why the row has no values.
    problem: Option<RowError>,
}

impl Row {
    fn new(row: &rastau_tables::Row) -> Self {
        let text = |field| row.value(field).unwrap_or_default().to_string();
        Self {
            line: row.line,
            number: text(Field::Number),
            name: text(Field::Name),
            form: row.form(),
            holder: text(Field::Holder),
            post: text(Field::Post),
            document: row.value(Field::Document).map(str::to_string),
            problem: None,
        }
    }

    /// Verifies the row's document together with the other columns, or the other columns as a typed form.
    fn verify<P: Pages>(
        &self,
        snapshot: &Snapshot<P>,
        posts: Option<&Posts>,
        question: &Question,
    ) -> Result<Verdict, Problem> {
        if let Some(problem) = &self.problem {
            return Err(Problem::Row(problem.clone()));
        }
        let mut verdict = self.answer(snapshot, question).map_err(Problem::Read)?;
        if let Some(posts) = posts.filter(|_| !self.post.is_empty()) {
            let post = Post { profession: self.post.clone(), level: None };
            verdict.post = Some(posts.compare(&verdict, &post));
        }
        Ok(verdict)
    }

    fn answer<P: Pages>(&self, snapshot: &Snapshot<P>, question: &Question) -> Result<Verdict, ReadError> {
        match &self.document {
            Some(document) => {
                let document = Presented::read_for(document, snapshot.manifest().link.as_ref())?;
                let beside = Form::beside(&self.form, &document)?;
                Ok(verify_beside(snapshot, &document, &beside, question))
            }
            None => Ok(verify(snapshot, &Presented::read(&self.form)?, question)),
        }
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
        let states_holder = !row.holder.is_empty();
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

fn open(path: &Path, args: &VerifyArgs) -> Result<Table, CliError> {
    let options = Options { sheet: args.sheet.clone(), columns: args.column.clone() };
    let input = Input::file(open_regular(path).map_err(CliError::read(path))?);
    Table::open(input, &options).map_err(unreadable(path, args.lang))
}

fn unreadable(path: &Path, lang: Lang) -> impl Fn(TableError) -> CliError {
    move |error| CliError::List { path: path.to_path_buf(), error, lang }
}

/// What is known of a list before its rows are verified.
struct Overview {
    people: u64,
    /// The headings of the columns that are not read.
    unknown_columns: Vec<String>,
    /// Whether a column has the professions of posts.
    has_posts: bool,
    /// The headings of columns that are not read because they may be the profession of the document or the post.
    undecided: Vec<String>,
}

/// Reads a list to its end.
fn read_whole_list(path: &Path, args: &VerifyArgs) -> Result<Overview, CliError> {
    let table = open(path, args)?;
    let headings = |keep: fn(&Column) -> bool| {
        let kept = table.columns.iter().filter(|column| keep(column) && !column.heading.is_empty());
        kept.map(|column| column.heading.clone()).collect()
    };
    let mut overview = Overview {
        people: 0,
        unknown_columns: headings(|column| !column.is_read() && !column.is_profession_or_post()),
        has_posts: table.columns.iter().any(|column| column.field == Some(Field::Post)),
        undecided: headings(Column::is_profession_or_post),
    };
    for row in table {
        let _: Result<_, RowError> = row.map_err(unreadable(path, args.lang))?;
        overview.people += 1;
    }
    Ok(overview)
}

fn read_row(
    row: Result<Result<rastau_tables::Row, RowError>, TableError>,
    path: &Path,
    lang: Lang,
) -> Result<Row, CliError> {
    Ok(match row.map_err(unreadable(path, lang))? {
        Ok(row) => Row::new(&row),
        Err(problem) => Row { line: problem.line, problem: Some(problem), ..Row::default() },
    })
}
