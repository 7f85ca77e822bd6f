//! Formats a verdict for the terminal: the outcome, the document, then the checks that are not satisfied with advice.

use std::fmt::Write;

use rastau_core::verdict::{CheckAnswer, Outcome, Verdict};
use rastau_messages::{self as messages, Lang};

use crate::paint::Paint;
use crate::plain::plain;

/// The width of wrapped text, in columns.
const WIDTH: usize = 96;

fn mark(answer: &CheckAnswer, paint: Paint) -> String {
    match answer {
        CheckAnswer::Satisfied => paint.green("✔"),
        CheckAnswer::Violated => paint.red("✖"),
        CheckAnswer::Undetermined(_) | CheckAnswer::Contestable(_) => paint.yellow("?"),
        CheckAnswer::NotApplicable(_) => paint.dim("–"),
    }
}

/// Returns a text with the sign and the colour of the outcome.
pub fn badge(outcome: Outcome, text: &str, paint: Paint) -> String {
    match outcome {
        Outcome::Valid => paint.green(&format!("✔ {text}")),
        Outcome::Invalid => paint.red(&format!("✖ {text}")),
        Outcome::Indeterminate => paint.yellow(&format!("? {text}")),
    }
}

/// Wraps `text` to lines of at most [`WIDTH`] columns, each indented by `indent` spaces.
pub fn wrap(text: &str, indent: usize) -> String {
    let available = WIDTH.saturating_sub(indent).max(20);
    let mut out = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > available {
            let _ = writeln!(out, "{:indent$}{line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&plain(word));
    }
    let _ = writeln!(out, "{:indent$}{line}", "");
    out
}

/// Formats a verdict. Without `all`, the satisfied checks are only counted.
pub fn verdict(verdict: &Verdict, lang: Lang, paint: Paint, all: bool) -> String {
    let mut out = String::new();
    let headline = messages::headline(verdict, lang);
    let headline = wrap(&headline, 2);
    let _ = writeln!(out, "{}\n", badge(verdict.outcome(), headline.trim(), paint));
    for note in messages::notes(verdict, lang) {
        let _ = writeln!(out, "  {}\n", wrap(note, 2).trim());
    }
    let rows = messages::summary(verdict, lang);
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    for (label, value) in &rows {
        let pad = width.saturating_sub(label.chars().count());
        let _ = writeln!(out, "  {}{:pad$}  {}", paint.dim(label), "", plain(value));
    }
    out.push('\n');
    for step in messages::next_steps(verdict, lang) {
        out.push_str(&wrap(&format!("→ {step}"), 2));
    }
    if let Some(post) = verdict.post {
        out.push_str(&wrap(&messages::post_text(post, lang), 2));
    }
    out.push('\n');
    let (mut satisfied, mut waiting) = (0, 0);
    for finding in verdict.findings() {
        satisfied += u64::from(finding.answer == CheckAnswer::Satisfied);
        waiting += u64::from(messages::waits(finding));
        let hidden = matches!(finding.answer, CheckAnswer::Satisfied | CheckAnswer::NotApplicable(_))
            || messages::waits(finding);
        if hidden && !all {
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
    let contacts = messages::contacts(verdict, lang);
    if !contacts.is_empty() {
        out.push('\n');
    }
    for (label, value) in contacts {
        out.push_str(&wrap(&format!("{label}: {value}"), 2));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_wrapped_and_indented() {
        let text = wrap(&"word ".repeat(60), 4);
        assert!(text.lines().all(|line| line.starts_with("    word") && line.chars().count() <= WIDTH));
        assert_eq!(text.matches("word").count(), 60);
    }
}
