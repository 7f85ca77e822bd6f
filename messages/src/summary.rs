//! The texts of a verdict as a whole: headline, details of the document, counts.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::calendar::Date;
use rastau_core::document::name::visible;
use rastau_core::verdict::{CheckAnswer, Finding, Freshness, NamedCode, Outcome, Source, Verdict};

use crate::dates::date;
use crate::explain::{explain, named};
use crate::lang::{Lang, counted, form};
use crate::texts::words::ReportWords;

/// An outcome in one or two words.
///
/// ```
/// use rastau_core::Outcome;
/// use rastau_messages::{Lang, outcome};
///
/// assert_eq!(outcome(Outcome::Invalid, Lang::En), "not valid");
/// ```
#[must_use]
pub fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    let [valid, invalid, indeterminate] = lang.words().outcomes;
    match outcome {
        Outcome::Valid => valid,
        Outcome::Invalid => invalid,
        Outcome::Indeterminate => indeterminate,
    }
}

/// A grade of freshness in one or two words.
///
/// ```
/// use rastau_core::Freshness;
/// use rastau_messages::{Lang, freshness};
///
/// assert_eq!(freshness(Freshness::Late, Lang::En), "update overdue");
/// ```
#[must_use]
pub fn freshness(grade: Freshness, lang: Lang) -> &'static str {
    let [current, late, stale, expired] = lang.words().freshness;
    match grade {
        Freshness::Current => current,
        Freshness::Late => late,
        Freshness::Stale => stale,
        Freshness::Expired => expired,
    }
}

/// The answer in one or two sentences: the outcome, the day asked about, and the first finding that decided it.
///
/// ```
/// use rastau_core::{BundleFile, Presented, Question, OpenOptions, Timestamp, verify};
/// use rastau_messages::{Lang, headline};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/altered-level/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// let text = "Not valid on 23 November 2026: The level does not match: 5 on paper, 3 in the register.";
/// assert_eq!(headline(&verdict, Lang::En), text);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn headline(verdict: &Verdict, lang: Lang) -> String {
    let words = lang.words();
    let [valid, invalid, indeterminate] = words.headlines;
    let template = match verdict.outcome() {
        Outcome::Valid => valid,
        Outcome::Invalid => invalid,
        Outcome::Indeterminate => indeterminate,
    };
    let reason = match (decisive(verdict), verdict.outcome()) {
        (Some(finding), _) => explain(finding, lang).text,
        (None, Outcome::Valid) => String::new(),
        (None, Outcome::Invalid | Outcome::Indeterminate) => words.no_reason.to_string(),
    };
    template.replace("{day}", &date(verdict.evaluated_on, lang)).replace("{reason}", &reason)
}

/// The first finding that decided the outcome; `None` for a valid document.
///
/// ```
/// use rastau_core::{BundleFile, CheckId, Presented, Question, OpenOptions, Timestamp, verify};
/// use rastau_messages::decisive;
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/altered-level/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// assert_eq!(decisive(&verdict).map(|finding| finding.check), Some(CheckId::RegisterLevel));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn decisive(verdict: &Verdict) -> Option<&Finding> {
    verdict.findings().iter().find(|finding| match verdict.outcome() {
        Outcome::Valid => false,
        Outcome::Invalid => finding.answer == CheckAnswer::Violated,
        Outcome::Indeterminate => match &finding.answer {
            CheckAnswer::Undetermined(_) => !waits(finding),
            CheckAnswer::Contestable(_) => true,
            CheckAnswer::Satisfied | CheckAnswer::Violated | CheckAnswer::NotApplicable(_) => false,
        },
    })
}

/// Whether a check could not be made only because another one could not.
///
/// ```
/// use rastau_core::verdict::Facts;
/// use rastau_core::{CheckAnswer, CheckId, Finding, MissingForCheck};
/// use rastau_messages::waits;
///
/// let undetermined = |missing| Finding {
///     check: CheckId::RegisterCode,
///     answer: CheckAnswer::Undetermined(vec![missing]),
///     facts: Facts::new(),
/// };
/// assert!(waits(&undetermined(MissingForCheck::Check(CheckId::RegisterListed))));
/// assert!(!waits(&undetermined(MissingForCheck::Code)));
/// ```
#[must_use]
pub fn waits(finding: &Finding) -> bool {
    match &finding.answer {
        CheckAnswer::Undetermined(missing) => {
            !missing.is_empty() && missing.iter().all(|missing| missing.check().is_some())
        }
        CheckAnswer::Satisfied
        | CheckAnswer::Violated
        | CheckAnswer::Contestable(_)
        | CheckAnswer::NotApplicable(_) => false,
    }
}

/// The details of the document as far as they are known: label and value, in the order in which to show them. The label of a
/// compared attribute is the title of its check, so that a difference can be shown in its row.
///
/// ```
/// use rastau_core::{BundleFile, Presented, Question, OpenOptions, Timestamp, verify};
/// use rastau_messages::{Lang, summary};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// let rows = summary(&verdict, Lang::En);
/// assert_eq!(rows[0], ("Number", "000000001001".to_owned()));
/// assert!(rows.contains(&("Profession", "Welder (7212-1)".to_owned())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn summary(verdict: &Verdict, lang: Lang) -> Vec<(&'static str, String)> {
    let labels = &lang.words().labels;
    let document = &verdict.document;
    let name = |item: &NamedCode| match item.names.as_ref().and_then(|words| named(words, lang)) {
        Some(words) => format!("{words} ({})", item.code),
        None => item.code.clone(),
    };
    let mut rows = alloc::vec![(labels.number, document.number.clone())];
    let mut add = |label: &'static str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            rows.push((label, value));
        }
    };
    if let Some(holder) = &document.holder {
        add(labels.holder, Some(holder.names.join(" / ")));
        let stated: Vec<_> = holder.unconfirmed_names.iter().map(|name| visible(name)).collect();
        add(labels.unconfirmed_name, Some(stated.join(" / ")));
        add(labels.identity, holder.identity.as_ref().map(ToString::to_string));
        add(labels.unconfirmed_identity, holder.unconfirmed_identity.as_ref().map(ToString::to_string));
    }
    if document.source == Source::Presented {
        add(labels.as_of, Some(as_of(verdict, lang)));
        add("", Some(labels.unconfirmed.to_string()));
        return rows;
    }
    add(labels.profession, document.profession.as_ref().map(name));
    add(labels.qualification, document.qualification.as_ref().map(name));
    add(labels.level, document.level.clone());
    if !document.skills.is_empty() {
        add(labels.skills, Some(document.skills.iter().map(name).collect::<Vec<_>>().join("; ")));
        add("", Some(labels.skills_only.to_string()));
    }
    add(labels.centre, document.centre.as_ref().map(name));
    add(labels.accreditation, document.accreditation.clone());
    add(labels.exam_on, document.exam_on.map(|day| date(day, lang)));
    add(labels.issued_on, document.issued_on.map(|day| date(day, lang)));
    let until = document.valid_until.map(|day| date(day, lang));
    add(labels.valid_until, until.or_else(|| document.unlimited.then(|| labels.unlimited.to_string())));
    if document.source == Source::Document {
        add("", Some(labels.document_alone.to_string()));
    }
    add(labels.as_of, Some(as_of(verdict, lang)));
    rows
}

fn as_of(verdict: &Verdict, lang: Lang) -> String {
    format!("{} ({})", date(verdict.as_of.date(), lang), freshness(verdict.freshness, lang))
}

/// "5 documents".
///
/// ```
/// use rastau_messages::{Lang, count_documents};
///
/// assert_eq!(count_documents(5, Lang::En), "5 documents");
/// ```
#[must_use]
pub fn count_documents(number: u64, lang: Lang) -> String {
    counted(number, lang.words().documents, lang)
}

/// "5 days".
///
/// ```
/// use rastau_messages::{Lang, count_days};
///
/// assert_eq!(count_days(1, Lang::En), "1 day");
/// ```
#[must_use]
pub fn count_days(number: u64, lang: Lang) -> String {
    counted(number, lang.words().days, lang)
}

/// "5 checks".
///
/// ```
/// use rastau_messages::{Lang, count_checks};
///
/// assert_eq!(count_checks(21, Lang::Ru), "21 проверка");
/// ```
#[must_use]
pub fn count_checks(number: u64, lang: Lang) -> String {
    counted(number, lang.words().checks, lang)
}

/// "27 checks satisfied".
///
/// ```
/// use rastau_messages::{Lang, checks_satisfied};
///
/// assert_eq!(checks_satisfied(27, Lang::En), "27 checks satisfied");
/// ```
#[must_use]
pub fn checks_satisfied(number: u64, lang: Lang) -> String {
    counted(number, lang.words().checks_satisfied, lang)
}

/// Formats "14 checks depend on that": the checks that could not be made because of the previous one.
///
/// ```
/// use rastau_messages::{Lang, checks_waiting};
///
/// assert_eq!(checks_waiting(14, Lang::En), "14 checks depend on that");
/// ```
#[must_use]
pub fn checks_waiting(number: u64, lang: Lang) -> String {
    counted(number, lang.words().checks_waiting, lang)
}

/// How many of a list's people hold a document that is in force on a day (art. 28).
///
/// ```
/// use rastau_core::Date;
/// use rastau_messages::{Lang, article_28};
///
/// let day = Date::parse("2026-11-23").unwrap();
/// let text = "On 23 November 2026, a document in force is held by 4 of 6 people (art. 28).";
/// assert_eq!(article_28(day, 4, 6, Lang::En), text);
/// ```
#[must_use]
pub fn article_28(day: Date, valid: u64, total: u64, lang: Lang) -> String {
    let words = lang.words();
    let template = words.article_28;
    template
        .replace("{people}", form(total, words.of_people, lang))
        .replace("{day}", &date(day, lang))
        .replace("{valid}", &valid.to_string())
        .replace("{total}", &total.to_string())
}

/// The counts of a list's outcomes, as one sentence.
///
/// ```
/// use rastau_messages::{Lang, list_counts};
///
/// let text = "4 valid, 1 not valid, 1 cannot be confirmed, 0 unreadable.";
/// assert_eq!(list_counts(4, 1, 1, 0, Lang::En), text);
/// ```
#[must_use]
pub fn list_counts(valid: u64, invalid: u64, indeterminate: u64, unreadable: u64, lang: Lang) -> String {
    let counts = [
        ("{valid}", valid),
        ("{invalid}", invalid),
        ("{indeterminate}", indeterminate),
        ("{unreadable}", unreadable),
    ];
    let template = lang.words().list_counts.to_string();
    counts.iter().fold(template, |text, (name, count)| text.replace(name, &count.to_string()))
}

/// Reports columns of a list that were not read. Without it, a mistyped heading would leave its column uncompared.
///
/// ```
/// use rastau_messages::{Lang, columns_not_read};
///
/// let columns = ["nmae".to_owned(), "remark".to_owned()];
/// assert_eq!(columns_not_read(&columns, Lang::En), "Columns that were not read: nmae, remark.");
/// ```
#[must_use]
pub fn columns_not_read(columns: &[String], lang: Lang) -> String {
    lang.words().columns_not_read.replace("{columns}", &columns.join(", "))
}

/// Reports a column of a list that was not read, because it may be the profession on the document or the person's post, and says how to
/// name it on the command line.
///
/// ```
/// use rastau_messages::{Lang, profession_or_post};
///
/// assert!(profession_or_post("Профессия", Lang::En).contains("--column \"post_profession=Профессия\""));
/// ```
#[must_use]
pub fn profession_or_post(column: &str, lang: Lang) -> String {
    lang.words().profession_or_post.replace("{column}", column)
}

/// Reports a row of a list with the same valid document as an earlier row. `same_person` states that both rows have the holder's
/// identity number.
///
/// ```
/// use rastau_messages::{Lang, repeated_document};
///
/// assert_eq!(repeated_document(2, true, Lang::En), "Same document as line 2; it counts once.");
/// ```
#[must_use]
pub fn repeated_document(line: u64, same_person: bool, lang: Lang) -> String {
    let words = lang.words();
    let template = if same_person { words.repeated_row } else { words.repeated_document };
    template.replace("{line}", &line.to_string())
}

/// Reports the number of rows of a list that repeat a document.
///
/// ```
/// use rastau_messages::{Lang, rows_repeated};
///
/// assert_eq!(rows_repeated(2, Lang::En), "Rows that repeat a document and are not counted again: 2.");
/// ```
#[must_use]
pub fn rows_repeated(rows: u64, lang: Lang) -> String {
    lang.words().rows_repeated.replace("{rows}", &rows.to_string())
}

/// The texts of a printed list report.
///
/// ```
/// use rastau_messages::{Lang, report_words};
///
/// assert_eq!(report_words(Lang::En).title, "Recognition documents of employees");
/// ```
#[must_use]
pub fn report_words(lang: Lang) -> ReportWords {
    lang.words().report
}
