//! The values of a typed form: numbers, codes, levels and dates.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{cyrillic_twin, is_quote, latin_twin, lower, tidy};
use crate::calendar::Date;

/// Words in front of an identity number, a document number or a code, in small letters.
const LABELS: &[&str] = &[
    "иин",
    "жсн",
    "iin",
    "jsn",
    "zhsn",
    "бин",
    "бсн",
    "bin",
    "bsn",
    "паспорт",
    "passport",
    "төлқұжат",
    "номер",
    "нөмірі",
    "нөмір",
    "number",
    "no.",
    "n°",
    "№",
    "серия",
    "документ",
    "құжат",
    "код",
    "коды",
    "code",
];
/// Words around a level, in small letters.
const LEVEL_WORDS: &[&str] = &[
    "уровень",
    "уровня",
    "ур.",
    "ур",
    "деңгей",
    "деңгейі",
    "level",
    "квалификации",
    "квалификационный",
    "біліктілік",
    "біліктіліктің",
];
/// What may follow a year, in small letters.
const YEAR_WORDS: &[&str] = &["г", "года", "год", "ж", "жыл", "жылы", "жылғы"];
/// The length of the official numbers that are looked for when a spreadsheet dropped zeros, and the longest one tried.
const LONGEST_PADDED: usize = 16;

/// Returns a value after [`tidy`] without its label: a known word, or words without a digit in front of a colon.
///
/// ```
/// use rastau_core::input::value::unlabelled;
///
/// assert_eq!(unlabelled("ИИН: 990140000017"), "990140000017");
/// assert_eq!(unlabelled("Код подтверждения: 0000"), "0000");
/// assert_eq!(unlabelled("№ 5"), "5");
/// ```
#[must_use]
pub fn unlabelled(value: &str) -> String {
    let tidy = tidy(value);
    let mut rest = tidy.as_str();
    if let Some((label, value)) = rest.split_once(':') {
        let is_label = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_numeric);
        if (is_label || label.ends_with('№')) && value.chars().any(char::is_alphanumeric) {
            rest = value;
        }
    }
    loop {
        rest =
            rest.trim_start_matches(|first: char| matches!(first, ' ' | ':' | '.' | '#') || is_quote(first));
        let found = LABELS.iter().find_map(|label| without_label(rest, label));
        match found {
            Some(value) if value.chars().any(char::is_alphanumeric) => rest = value,
            Some(_) | None => return rest.trim().to_string(),
        }
    }
}

/// The text behind a label; `None` if the text begins with another word, or the label is a part of a code (`BIN-A`).
fn without_label<'v>(text: &'v str, label: &str) -> Option<&'v str> {
    let mut rest = text.chars();
    for letter in label.chars() {
        if rest.next().map(lower) != Some(letter) {
            return None;
        }
    }
    let value = rest.as_str();
    let separated =
        value.starts_with(|next: char| next.is_ascii_digit() || matches!(next, ' ' | ':' | '.' | '#' | '№'));
    (separated || !label.ends_with(char::is_alphabetic)).then_some(value)
}

/// Returns the form in which two codes are compared: without blanks and labels, in capital letters, Cyrillic letters that look
/// like Latin ones replaced by these.
///
/// ```
/// use rastau_core::input::value::code;
///
/// assert_eq!(code("ҰKП‑0001"), code("ҰКП-0001"));
/// assert_ne!(code("ҰКП-0001"), code("ҰКП-0003"));
/// ```
#[must_use]
pub fn code(value: &str) -> String {
    unlabelled(value).chars().filter(|character| *character != ' ').map(latin_twin).collect()
}

/// Returns the form in which two levels are compared: [`code`] without the word for level and without `.0`.
///
/// ```
/// use rastau_core::input::value::level;
///
/// assert_eq!(level("3 уровень"), "3");
/// assert_eq!(level("3.0"), "3");
/// assert_eq!(level("4.1"), "4.1");
/// ```
#[must_use]
pub fn level(value: &str) -> String {
    let tidy = unlabelled(value);
    let is_word = |word: &str| {
        let small: String = word.trim_end_matches(':').chars().map(lower).collect();
        LEVEL_WORDS.contains(&small.as_str())
    };
    // `4-деңгей`, `4-й уровень`
    let words = tidy
        .split([' ', '-'])
        .filter(|word| !is_word(word) && !matches!(*word, "й" | "ый" | "ий" | "ші" | "шы"));
    let kept: Vec<&str> = words.collect();
    let level = code(&kept.join("-"));
    whole(&level).map_or(level.clone(), ToString::to_string)
}

/// The digits in front of `.0` or `,00`.
fn whole(number: &str) -> Option<&str> {
    let (whole, rest) = number.rsplit_once(['.', ','])?;
    let zeros = matches!(rest, "0" | "00");
    (zeros && !whole.is_empty()).then_some(whole)
}

/// Reads a date: `YYYY-MM-DD`, or the day first (`22.05.2026`, `22/5/2026`, `22.05.2026 г.`), with or without a time of day.
///
/// A time with an offset from UTC is read only if it is midnight UTC, because another one may belong to another day.
///
/// ```
/// use rastau_core::input::value::date;
///
/// assert_eq!(date("22.5.2026 г.").unwrap().to_string(), "2026-05-22");
/// assert_eq!(date("2026-05-22T00:00:00").unwrap().to_string(), "2026-05-22");
/// assert_eq!(date("05/22/2026"), None, "the month is never first");
/// ```
#[must_use]
pub fn date(value: &str) -> Option<Date> {
    let tidy = tidy(value);
    let (day, rest) = tidy.split_at_checked(tidy.find([' ', 'T']).unwrap_or(tidy.len()))?;
    for word in rest.split([' ', ',']).filter(|word| !word.is_empty()) {
        let small: String = word.trim_end_matches('.').chars().map(lower).collect();
        if !(YEAR_WORDS.contains(&small.as_str()) || is_time(word.trim_start_matches('T'))) {
            return None;
        }
    }
    let day = day.trim_end_matches(',');
    // `22.05.2026г.`
    let day = day
        .trim_end_matches('.')
        .trim_end_matches(|last| matches!(lower(last), 'г' | 'ж'))
        .trim_end_matches('.');
    let separator = day.chars().find(|character| !character.is_ascii_digit())?;
    let mut parts = day.split(separator);
    let (Some(first), Some(month), Some(last), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let (year, day) = match (separator, first.len()) {
        ('-' | '.' | '/', 4) => (first, last),
        ('-' | '.' | '/', _) => (last, first),
        _ => return None,
    };
    let number = |text: &str, longest: usize| {
        let digits =
            !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse::<u32>().ok() } else { None }
    };
    if year.len() != 4 {
        return None;
    }
    Date::from_ymd(i32::try_from(number(year, 4)?).ok()?, number(month, 2)?, number(day, 2)?)
}

/// Whether a text is a time of day: `0:00`, `00:00:00`, `00:00:00.000`, or midnight UTC.
fn is_time(text: &str) -> bool {
    let (time, utc) = match text.strip_suffix('Z').or_else(|| text.strip_suffix("+00:00")) {
        Some(time) => (time, true),
        None => (text, false),
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let mut fields = 0usize;
    let mut midnight = true;
    for (field, limit) in time.split(':').zip([24u32, 60, 60, 0]) {
        match field.parse::<u32>() {
            Ok(value) if field.len() <= 2 && value < limit => midnight &= value == 0,
            Ok(_) | Err(_) => return false,
        }
        fields = fields.saturating_add(1);
    }
    (2..=3).contains(&fields) && fraction.bytes().all(|byte| byte.is_ascii_digit()) && (midnight || !utc)
}

/// Returns the digits of a whole number that a spreadsheet wrote with `.0` behind or with thousands separators, without
/// these; `None` for another text, and for a number that has neither.
///
/// ```
/// use rastau_core::input::value::undecorated;
///
/// assert_eq!(undecorated("500,102,100,859.00").as_deref(), Some("500102100859"));
/// assert_eq!(undecorated("3005.0").as_deref(), Some("3005"));
/// assert_eq!(undecorated("3005.5"), None);
/// ```
#[must_use]
pub fn undecorated(number: &str) -> Option<String> {
    let ones = whole(number).unwrap_or(number);
    let mut groups = ones.split([',', '.', '\'', '\u{2019}', ' ']);
    let first = groups.next()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let grouped = first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && digits(group));
    if !digits(first) || !(rest.is_empty() || grouped) || ones == number && rest.is_empty() {
        return None;
    }
    Some(core::iter::once(first).chain(rest).collect())
}

/// The forms in which the register may have a document number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The same number formatted in other ways, the likeliest first; the number as typed is not among them.
    pub formats: Vec<String>,
    /// The number before a spreadsheet damaged it: with zeros in front, without `.0` and thousands separators. Only the
    /// verification code confirms one of them.
    pub repairs: Vec<String>,
}

/// Returns the forms in which the register may have a document number. The register's numbers are arbitrary text.
///
/// ```
/// use rastau_core::input::value::numbers;
///
/// assert!(numbers("№ 000-000 17").formats.contains(&"00000017".to_string()));
/// assert!(numbers("1001.0").repairs.contains(&"000000001001".to_string()));
/// ```
#[must_use]
pub fn numbers(typed: &str) -> Numbers {
    let mut numbers = Numbers::default();
    let tidy = tidy(typed);
    let plain = unlabelled(typed);
    let compact: String = plain.chars().filter(|character| *character != ' ').collect();
    let bare: String = compact.chars().filter(|character| *character != '-').collect();
    let hyphenated = hyphenated(&bare);
    for form in [&tidy, &plain, &compact, &bare].into_iter().chain(&hyphenated) {
        let latin: String = form.chars().map(latin_twin).collect();
        let small = |character: char| cyrillic_twin(character).unwrap_or_else(|| latin_twin(character));
        let cyrillic: String = form.chars().map(small).collect();
        for form in [form.clone(), latin, cyrillic] {
            if form != typed && !form.is_empty() && !numbers.formats.contains(&form) {
                numbers.formats.push(form);
            }
        }
    }
    let undecorated = undecorated(&plain);
    let digits = undecorated.as_ref().unwrap_or(&bare);
    if !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let mut padded = digits.clone();
        if undecorated.is_some() {
            numbers.repairs.push(padded.clone());
        }
        while padded.len() < LONGEST_PADDED {
            padded.insert(0, '0');
            numbers.repairs.push(padded.clone());
        }
    }
    numbers
}

/// A series of letters and the digits behind it, with a hyphen between them.
fn hyphenated(bare: &str) -> Option<String> {
    let at = bare.find(|character: char| character.is_ascii_digit()).filter(|at| *at > 0)?;
    let (series, digits) = bare.split_at_checked(at)?;
    let is_number =
        series.chars().all(char::is_alphabetic) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| alloc::format!("{series}-{digits}"))
}
