//! A verdict on the terminal: the answer first, then the document, then what did not hold and what to do.

use std::fmt::Write;

use rastau_core::verdict::{Answer, Outcome, Verdict};
use rastau_messages::{self as messages, Lang};

use crate::paint::Paint;

/// Columns that text is wrapped to.
const WIDTH: usize = 96;

fn mark(answer: &Answer, paint: Paint) -> String {
    match answer {
        Answer::Satisfied => paint.green("✔"),
        Answer::Violated => paint.red("✖"),
        Answer::Undetermined(_) | Answer::Contestable(_) => paint.yellow("?"),
        Answer::NotApplicable(_) => paint.dim("–"),
    }
}

/// The outcome as a word with its sign and colour.
pub fn badge(outcome: Outcome, text: &str, paint: Paint) -> String {
    match outcome {
        Outcome::Valid => paint.green(&format!("✔ {text}")),
        Outcome::Invalid => paint.red(&format!("✖ {text}")),
        Outcome::Indeterminate => paint.yellow(&format!("? {text}")),
    }
}

/// Breaks `text` into lines of at most [`WIDTH`] columns, each behind `indent` spaces.
pub fn wrap(text: &str, indent: usize) -> String {
    let room = WIDTH.saturating_sub(indent).max(20);
    let mut out = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
            let _ = writeln!(out, "{:indent$}{line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{:indent$}{line}", "");
    out
}

/// The whole answer. Satisfied checks are counted unless `all` are asked for.
pub fn verdict(verdict: &Verdict, lang: Lang, paint: Paint, all: bool) -> String {
    let mut out = String::new();
    let headline = messages::headline(verdict, lang);
    let headline = wrap(&headline, 2);
    let _ = writeln!(out, "{}\n", badge(verdict.outcome(), headline.trim(), paint));
    let rows = messages::summary(verdict, lang);
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    for (label, value) in &rows {
        let pad = width.saturating_sub(label.chars().count());
        let _ = writeln!(out, "  {}{:pad$}  {value}", paint.dim(label), "");
    }
    out.push('\n');
    let (mut satisfied, mut waiting) = (0, 0);
    for finding in verdict.findings() {
        satisfied += u64::from(finding.answer == Answer::Satisfied);
        waiting += u64::from(messages::waits(finding));
        let quiet = matches!(finding.answer, Answer::Satisfied | Answer::NotApplicable(_))
            || messages::waits(finding);
        if quiet && !all {
            continue;
        }
        let explained = messages::explain(finding, lang);
        let _ = writeln!(
            out,
            "  {} {}  {}",
            mark(&finding.answer, paint),
            paint.bold(&explained.title),
            paint.dim(&explained.source)
        );
        out.push_str(&wrap(&explained.text, 4));
        if let Some(advice) = &explained.advice {
            out.push_str(&wrap(&format!("→ {advice}"), 4));
        }
    }
    if !all && waiting > 0 {
        let _ = writeln!(out, "  {} {}", paint.yellow("?"), messages::checks_waiting(waiting, lang));
    }
    if !all {
        let _ = writeln!(out, "  {} {}", paint.green("✔"), messages::checks_satisfied(satisfied, lang));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_wrapped_behind_its_indent() {
        let text = wrap(&"word ".repeat(60), 4);
        assert!(text.lines().all(|line| line.starts_with("    word") && line.chars().count() <= WIDTH));
        assert_eq!(text.matches("word").count(), 60);
    }
}
