//! Reports of a list: CSV for spreadsheets, HTML for printing.

use std::fmt::Write;

use rastau_core::calendar::{Date, Timestamp};
use rastau_messages::{self as messages, Lang};

use crate::error::CliError;
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

/// Returns the report as CSV in UTF-8, with a byte order mark, without which spreadsheets assume another encoding.
pub fn csv(lines: &[Line], lang: Lang) -> Result<Vec<u8>, CliError> {
    let mut bytes = vec![0xef, 0xbb, 0xbf];
    write_csv(&mut bytes, lines, lang).map_err(CliError::Report)?;
    Ok(bytes)
}

fn write_csv(bytes: &mut Vec<u8>, lines: &[Line], lang: Lang) -> Result<(), csv::Error> {
    // A cell that is quoted ends at its quotation mark, whatever it contains.
    let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(bytes);
    writer.write_record(["line", "number", "name", "outcome", "valid_until", "reason"])?;
    for line in lines {
        let until = line.result.as_ref().ok().and_then(|verdict| verdict.document.valid_until);
        writer.write_record([
            &line.line.to_string(),
            &csv_cell(&line.number),
            &csv_cell(&line.name),
            line.outcome_name(),
            &until.map(|day| day.to_string()).unwrap_or_default(),
            &csv_cell(&line.reason(lang)),
        ])?;
    }
    Ok(writer.flush()?)
}

fn escape(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const STYLE: &str = "body{font:16px/1.45 system-ui,'Noto Sans',sans-serif;color:#1b1f24;max-width:60rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:.25rem 0}.lead{font-size:1.15rem;margin:1rem 0}\
table{border-collapse:collapse;width:100%;margin-top:1.5rem}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d0d7de}\
th{font-weight:600;font-size:.875rem;color:#57606a}td.o{white-space:nowrap;font-weight:600}\
.valid{color:#116329}.invalid{color:#a40e26}.indeterminate,.unreadable,.repeated{color:#7d4e00}.muted{color:#57606a;font-size:.875rem}\
@media print{body{margin:0;font-size:11pt}tr{break-inside:avoid}thead{display:table-header-group}}";

/// Returns the report as one HTML page without scripts.
pub fn html(lines: &[Line], counted: &Counts, on: Date, as_of: Timestamp, lang: Lang) -> String {
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
    let _ = writeln!(
        page,
        "<p class=\"muted\">{} {}</p>",
        escape(words.as_of),
        escape(&messages::date(as_of.date(), lang))
    );
    let _ = writeln!(
        page,
        "<table>\n<thead><tr><th scope=\"col\">№</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        escape(words.number),
        escape(words.name),
        escape(words.outcome),
        escape(words.valid_until),
        escape(words.reason),
    );
    for line in lines {
        let (sign, word) = match line.result.as_ref().map(rastau_core::verdict::Verdict::outcome) {
            Ok(_) if line.repeats.is_some() => ("=", words.repeated),
            Ok(outcome) => (["✔", "✖", "?"][usize::from(outcome.code())], messages::outcome(outcome, lang)),
            Err(_) => ("!", words.unreadable),
        };
        let until = line.result.as_ref().ok().and_then(|verdict| verdict.document.valid_until);
        let _ = writeln!(
            page,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"o {}\">{sign} {}</td><td>{}</td><td>{}</td></tr>",
            line.line,
            escape(&line.number),
            escape(&line.name),
            line.outcome_name(),
            escape(word),
            until.map(|day| messages::date(day, lang)).unwrap_or_default(),
            escape(&line.reason(lang)),
        );
    }
    page.push_str("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    page
}
