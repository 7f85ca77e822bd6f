//! Reports of one document: JSON, which `rastau repeat` compares, and HTML for printing.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rastau_core::report::Report;
use rastau_core::verdict::Verdict;
use rastau_messages::{self as messages, Lang};

use crate::error::CliError;
use crate::files::write_file;
use crate::report::{STYLE, escape, has_ending, is_same_file};

/// The command under "how a third person repeats it".
const COMMAND: &str = "rastau repeat --root ROOT REPORT.json INPUT BUNDLE";

/// Checks the names of the reports, before anything is read.
pub fn check_names(input: &str, reports: &[PathBuf]) -> Result<(), CliError> {
    if let Some(report) = reports.iter().find(|report| !has_ending(report, &["json", "html"])) {
        return Err(CliError::DocumentReportFormat(report.clone()));
    }
    // A report must not replace the document, which may exist only once.
    match reports.iter().find(|report| is_same_file(Path::new(input), report)) {
        Some(report) => Err(CliError::ReportIsTheInput(report.clone())),
        None => Ok(()),
    }
}

/// Writes the reports.
pub fn write(report: &Report, paths: &[PathBuf], lang: Lang) -> Result<(), CliError> {
    for path in paths {
        let is_json = has_ending(path, &["json"]);
        let text = if is_json { report.to_json() } else { html(report, lang) };
        write_file(path, text.as_bytes())?;
    }
    Ok(())
}

/// Returns the report as one HTML page without scripts, with the JSON at its end.
fn html(report: &Report, lang: Lang) -> String {
    let headings = messages::evidence_headings(lang);
    let verdict = &report.verdict;
    let mut page = String::new();
    // Writing to a `String` does not fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"lead {}\">{}</p>\n",
        lang.code(),
        verdict.outcome().name(),
        escape(&messages::headline(verdict, lang)),
        title = escape(headings.title),
    );
    for note in messages::notes(verdict, lang) {
        let _ = writeln!(page, "<p>{}</p>", escape(note));
    }
    for step in messages::next_steps(verdict, lang) {
        let _ = writeln!(page, "<p>→ {}</p>", escape(&step));
    }
    if let Some(post) = verdict.post {
        let _ = writeln!(page, "<p>{}</p>", escape(&messages::post_text(post, lang)));
    }
    rows(&mut page, &messages::summary(verdict, lang));
    checks(&mut page, verdict, lang);
    rows(&mut page, &messages::evidence_rows(report, lang));
    for (heading, proven) in [(headings.proves, true), (headings.does_not_prove, false)] {
        let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escape(heading));
        for meaning in report.meanings().into_iter().filter(|meaning| meaning.is_proven() == proven) {
            let _ = writeln!(page, "<li>{}</li>", escape(messages::meaning_text(meaning, lang)));
        }
        page.push_str("</ul>\n");
    }
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<p><code>{}</code></p>\n<h2>{}</h2>\n<pre>",
        escape(headings.repeat),
        escape(headings.how_to_repeat),
        escape(COMMAND),
        escape(headings.whole),
    );
    for line in report.to_json().lines() {
        let _ = writeln!(page, "{}", escape(line));
    }
    page.push_str("</pre>\n</main>\n</body>\n</html>\n");
    page
}

fn rows(page: &mut String, rows: &[(&str, String)]) {
    page.push_str("<table>\n<tbody>\n");
    for (label, value) in rows {
        let _ = writeln!(page, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escape(label), escape(value));
    }
    page.push_str("</tbody>\n</table>\n");
}

/// Every check with its text and its source.
fn checks(page: &mut String, verdict: &Verdict, lang: Lang) {
    page.push_str("<table>\n<tbody>\n");
    for finding in verdict.findings() {
        let explained = messages::explain(finding, lang);
        let _ = writeln!(
            page,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"muted\">{}</td></tr>",
            escape(&explained.title),
            escape(&explained.text),
            escape(&explained.source),
        );
    }
    page.push_str("</tbody>\n</table>\n");
}
