//! `rastau repeat`: verifies the document of a report again, as of the report's time, and compares.

use std::path::Path;

use rastau_core::error::ReportError;
use rastau_core::report::{Comparison, MAX_REPORT, Reported};
use rastau_messages::{self as messages, Lang};

use crate::args::RepeatArgs;
use crate::error::CliError;
use crate::files::read_file_up_to;
use crate::input::BeforeRegister;
use crate::out::{self, print_line};
use crate::paint::Paint;
use crate::plain::plain;
use crate::verifier::open_without_memory;
use crate::view;

/// The exit code if the answers differ.
const DIFFERS: u8 = 1;

/// The number of different values that are shown; `--json` has all of them.
const MAX_SHOWN: usize = 20;

pub fn run(args: &RepeatArgs) -> Result<u8, CliError> {
    let reported = read_report(&args.report, args.lang)?;
    let input = BeforeRegister::read(&args.input, args.password_file.as_deref(), args.lang)?;
    let snapshot = open_without_memory(&args.bundle, args.root.as_deref(), reported.clock())?;
    let presented = input.for_origin(snapshot.manifest().link.as_ref())?;
    let comparison = reported.repeat(&snapshot, &presented);
    if args.json {
        print_line!("{}", comparison.to_json());
    } else {
        out::print(format_args!("{}", text(&comparison, args.lang, Paint::stdout())))?;
    }
    Ok(if comparison.same { 0 } else { DIFFERS })
}

fn read_report(path: &Path, lang: Lang) -> Result<Reported, CliError> {
    let bytes = read_file_up_to(path, MAX_REPORT as u64)?;
    let text = String::from_utf8(bytes).map_err(|_| ReportError::Malformed { problem: "not UTF-8".into() });
    let failed = |error| CliError::NotAReport { path: path.to_path_buf(), error, lang };
    text.and_then(|text| Reported::read(&text)).map_err(failed)
}

/// Formats a comparison for the terminal. Nothing has the colour of a valid document: the answer is not today's.
fn text(comparison: &Comparison, lang: Lang, paint: Paint) -> String {
    let [as_known, result] = messages::repeat_headline(comparison, lang);
    let headings = messages::evidence_headings(lang);
    let sign = if comparison.same { "=" } else { "≠" };
    let mut out = view::wrap(&as_known, 0);
    out.push_str(&paint.bold(&view::wrap(&format!("{sign} {result}"), 0)));
    if !comparison.causes.is_empty() {
        out.push_str(&format!("\n{}\n", paint.dim(headings.causes)));
    }
    for cause in &comparison.causes {
        out.push_str(&view::wrap(&plain(&messages::cause_text(cause, lang)), 2));
    }
    if !comparison.differences.is_empty() {
        out.push_str(&format!("\n{}\n", paint.dim(headings.differences)));
    }
    for difference in comparison.differences.iter().take(MAX_SHOWN) {
        let [what, reported, repeated] = messages::difference_texts(difference, lang);
        out.push_str(&view::wrap(&format!("{what}: {reported} ≠ {repeated}"), 2));
    }
    let more = comparison.differences.len().saturating_sub(MAX_SHOWN);
    if more > 0 {
        out.push_str(&view::wrap(&headings.more.replace("{number}", &more.to_string()), 2));
    }
    out
}
