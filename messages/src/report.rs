//! The texts of reports and of their repetition.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::calendar::Timestamp;
use rastau_core::error::write_template;
use rastau_core::report::{Cause, CauseKind, Comparison, Difference, Meaning, Report, Stamp};
use rastau_core::snapshot::Anchor;
use rastau_core::verdict::{CheckId, Outcome};

use serde::Serialize;

use crate::dates::date_and_hour;
use crate::lang::Lang;
use crate::summary::{headline, outcome};
use crate::verdict::{ExplainedVerdict, explain_verdict};

/// The texts of a report of one document. Field order is the JSON's field order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedReport {
    /// The language.
    pub lang: Lang,
    /// The title.
    pub title: &'static str,
    /// With what, when and by whom the document was verified, and the fingerprint of what was presented: label and value.
    pub evidence: Vec<(&'static str, String)>,
    /// What the report proves: a heading, and a sentence for each.
    pub proves: (&'static str, Vec<&'static str>),
    /// What it does not prove: a heading, and a sentence for each.
    pub does_not_prove: (&'static str, Vec<&'static str>),
    /// How a third person repeats it: a heading and a sentence.
    pub repeat: (&'static str, &'static str),
    /// The texts of the verdict.
    pub verdict: ExplainedVerdict,
}

/// Returns every text of a report.
#[must_use]
pub fn explain_report(report: &Report, lang: Lang) -> ExplainedReport {
    let headings = evidence_headings(lang);
    let meanings = |proven| {
        let meanings = report.meanings().into_iter().filter(move |meaning| meaning.is_proven() == proven);
        meanings.map(|meaning| meaning_text(meaning, lang)).collect()
    };
    ExplainedReport {
        lang,
        title: headings.title,
        evidence: evidence_rows(report, lang),
        proves: (headings.proves, meanings(true)),
        does_not_prove: (headings.does_not_prove, meanings(false)),
        repeat: (headings.repeat, headings.how_to_repeat),
        verdict: explain_verdict(&report.verdict, lang),
    }
}

/// The texts of a repetition. Field order is the JSON's field order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedComparison {
    /// The language.
    pub lang: Lang,
    /// That the answer is that of the report's time and not today's. Show it first.
    pub as_known: String,
    /// Whether the answer is the same.
    pub result: String,
    /// What else differs and can be the reason: a heading, and a sentence for each.
    pub causes: (&'static str, Vec<String>),
    /// What differs: a heading, and for each value what it is, the report's and the repetition's.
    pub differences: (&'static str, Vec<(String, String, String)>),
}

impl ExplainedComparison {
    /// Returns the texts in the order in which to show them, without the headings: one sentence each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = alloc::vec![self.as_known.clone(), self.result.clone()];
        lines.extend(self.causes.1.iter().cloned());
        let differences = self.differences.1.iter();
        lines
            .extend(differences.map(|(what, reported, repeated)| format!("{what}: {reported} ≠ {repeated}")));
        lines
    }
}

/// Returns every text of a repetition.
#[must_use]
pub fn explain_comparison(comparison: &Comparison, lang: Lang) -> ExplainedComparison {
    let headings = evidence_headings(lang);
    let [as_known, result] = repeat_headline(comparison, lang);
    ExplainedComparison {
        lang,
        as_known,
        result,
        causes: (headings.causes, comparison.causes.iter().map(|cause| cause_text(cause, lang)).collect()),
        differences: (
            headings.differences,
            comparison
                .differences
                .iter()
                .map(|difference| difference_texts(difference, lang).into())
                .collect(),
        ),
    }
}

/// The texts around the report of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceHeadings {
    /// The title.
    pub title: &'static str,
    /// Above what the report proves.
    pub proves: &'static str,
    /// Above what it does not prove.
    pub does_not_prove: &'static str,
    /// Above how a third person repeats it.
    pub repeat: &'static str,
    /// How a third person repeats it; the command follows.
    pub how_to_repeat: &'static str,
    /// Above the report as JSON.
    pub whole: &'static str,
    /// Above the values that differ in a repetition.
    pub differences: &'static str,
    /// How many more values differ than are shown, with `{number}`.
    pub more: &'static str,
    /// Above what else differs in a repetition.
    pub causes: &'static str,
}

/// Returns the texts around the report of one document.
///
/// ```
/// use rastau_messages::{Lang, evidence_headings};
///
/// assert_eq!(evidence_headings(Lang::En).does_not_prove, "What it does not prove");
/// ```
#[must_use]
pub const fn evidence_headings(lang: Lang) -> EvidenceHeadings {
    let words = &lang.words().evidence;
    EvidenceHeadings {
        title: words.title,
        proves: words.proves,
        does_not_prove: words.does_not_prove,
        repeat: words.repeat,
        how_to_repeat: words.how_to_repeat,
        whole: words.whole,
        differences: words.differences,
        more: words.more,
        causes: words.causes,
    }
}

/// The time in Kazakhstan as people read it, with the exact one.
fn time(time: Timestamp, lang: Lang) -> String {
    format!("{} ({time})", date_and_hour(time, lang))
}

/// Returns with what, when and by whom something was verified: label and value, in the order in which to show them.
///
/// ```
/// # use rastau_core::{BundleFile, OpenOptions, Timestamp};
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// use rastau_core::report::Stamp;
/// use rastau_messages::{Lang, stamp_rows};
///
/// let snapshot = bundle.into_snapshot(&OpenOptions::on_first_use(now))?;
/// let rows = stamp_rows(&Stamp::new(&snapshot, now, None), Lang::En);
/// assert_eq!(rows[1], ("Version of the register", "1.1".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn stamp_rows(stamp: &Stamp, lang: Lang) -> Vec<(&'static str, String)> {
    let words = &lang.words().evidence;
    let register = &stamp.register;
    let [pinned, first_use] = words.anchors;
    let anchor = match register.root.anchor {
        Anchor::Pinned => pinned,
        Anchor::FirstUse => first_use,
    };
    let by = stamp.by.as_ref().map(|by| (words.by, by.as_str().to_string()));
    let rows = [
        (words.register, register.name.clone()),
        (words.version, format!("{}.{}", register.epoch, register.version)),
        (words.as_of, time(register.as_of, lang)),
        (words.root, format!("{} ({anchor})", register.root.fingerprint)),
        (words.clock, time(stamp.clock, lang)),
        (words.effective, time(stamp.effective, lang)),
        (words.program, stamp.program.clone()),
    ];
    rows.into_iter().chain(by).collect()
}

/// Returns the rows of [`stamp_rows`] of the report of one document, and the fingerprint of what was presented.
#[must_use]
pub fn evidence_rows(report: &Report, lang: Lang) -> Vec<(&'static str, String)> {
    let words = &lang.words().evidence;
    let fingerprint = report.input.fingerprint.as_deref().unwrap_or(words.no_fingerprint);
    let mut rows = stamp_rows(&report.stamp, lang);
    rows.push((words.fingerprint, fingerprint.to_string()));
    rows
}

/// Returns what a report proves or does not prove, as a sentence.
///
/// ```
/// use rastau_core::report::Meaning;
/// use rastau_messages::{Lang, meaning_text};
///
/// assert!(meaning_text(Meaning::Unchanged, Lang::En).contains("sign the file with your own electronic signature"));
/// ```
#[must_use]
pub fn meaning_text(meaning: Meaning, lang: Lang) -> &'static str {
    (lang.words().evidence.meaning)(meaning)
}

/// Returns the result of a repetition: that it is not today's answer, and whether the answer is the same.
#[must_use]
pub fn repeat_headline(comparison: &Comparison, lang: Lang) -> [String; 2] {
    let words = &lang.words().evidence;
    let as_known = words.as_known.replace("{time}", &time(comparison.as_known_at, lang));
    let text = if comparison.same {
        words.same.replace("{outcome}", &headline(&comparison.verdict, lang))
    } else if comparison.reported == comparison.repeated {
        words.same_outcome.replace("{outcome}", outcome(comparison.repeated, lang))
    } else {
        let [reported, repeated] = [comparison.reported, comparison.repeated].map(|one| outcome(one, lang));
        words.other_outcome.replace("{reported}", reported).replace("{repeated}", repeated)
    };
    [as_known, text]
}

/// Returns what differs besides the answer, as a sentence.
///
/// ```
/// use rastau_core::report::{Cause, CauseKind};
/// use rastau_messages::{Lang, cause_text};
///
/// let cause = Cause { cause: CauseKind::Program, reported: "Rastau 0.1.0".into(), repeated: "Rastau 0.2.0".into() };
/// assert_eq!(cause_text(&cause, Lang::En), "The program: Rastau 0.1.0 in the report, Rastau 0.2.0 now.");
/// ```
#[must_use]
pub fn cause_text(cause: &Cause, lang: Lang) -> String {
    let words = &lang.words().evidence;
    let [pinned, first_use] = words.anchors;
    let shown = |text: &str| {
        match (cause.cause, text) {
            (CauseKind::Anchor, "pinned") => pinned,
            (CauseKind::Anchor, "first-use") => first_use,
            (_, text) => text,
        }
        .to_string()
    };
    let mut text = String::new();
    // Writing to a `String` does not fail.
    let _ = write_template(&mut text, (words.cause)(cause.cause), |name, out| {
        out.push_str(&shown(if name == "reported" { &cause.reported } else { &cause.repeated }));
        Ok(())
    });
    text
}

/// Returns a value that differs: what it is, and the values in the report and in the repetition. A check has its title;
/// other values have their path in the verdict, which needs no translation.
#[must_use]
pub fn difference_texts(difference: &Difference, lang: Lang) -> [String; 3] {
    let words = lang.words();
    let rest = difference.path.strip_prefix("findings[").and_then(|rest| rest.split_once(']'));
    let check = rest.and_then(|(id, rest)| {
        let check = CheckId::ALL.into_iter().find(|check| check.id() == id)?;
        Some(format!("{}: {}", (words.check)(check).title, rest.trim_start_matches('.')))
    });
    let outcomes = [Outcome::Valid, Outcome::Invalid, Outcome::Indeterminate];
    let shown = |value: &Option<String>| {
        let Some(value) = value else { return words.evidence.nothing.to_string() };
        let text = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        let known = outcomes.into_iter().find(|outcome| outcome.name() == text);
        let known = known.filter(|_| difference.path == "outcome").map(|known| outcome(known, lang));
        known.unwrap_or(text).to_string()
    };
    let label = check.unwrap_or_else(|| difference.path.clone());
    [label, shown(&difference.reported), shown(&difference.repeated)]
}
