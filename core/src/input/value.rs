//! The values of a typed form: numbers, codes, levels and dates.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{cyrillic_twin, is_quote, latin_twin, lower, tidy};
use crate::calendar::Date;

/// Words around an identity number, a document number or a code, in small letters.
const LABELS: &[&str] = &[
    "иин",
    "жсн",
    "и.и.н",
    "ж.с.н",
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
    "серт.",
    "рег.",
    "док.",
    "doc.",
    "уд.",
    "документ",
    "құжат",
    "кәсіп",
    "код",
    "коды",
    "code",
];
/// Labels with which a number may also begin, so a blank must follow.
const SERIES: &[&str] = &["id", "no", "n", "nº"];
/// Words that negate a value, in small letters. They are never labels.
const NEGATIONS: &[&str] =
    &["не", "кроме", "исключая", "вместо", "емес", "басқа", "баска", "not", "non", "except", "without"];
/// Words and signs that turn a level or an edition into a range. The name of a profession beside its code may contain
/// them.
const LIMITS: &[&str] = &[
    "нет",
    "ни",
    "без",
    "ниже",
    "выше",
    "менее",
    "более",
    "меньше",
    "больше",
    "свыше",
    "жоқ",
    "жок",
    "төмен",
    "томен",
    "жоғары",
    "жогары",
    "кем",
    "артық",
    "артык",
    "дейін",
    "дейин",
    "below",
    "above",
    "under",
    "over",
    "less",
    "more",
    "than",
];
/// Signs of negation and of limits.
const NEGATION_SIGNS: &[char] = &['≠', '<', '>', '≤', '≥', '¬'];
/// Letters after the digits of a level or a year: `3-й`, `4-ші`, `2017г.`
const ENDINGS: &[&str] = &["й", "ый", "ий", "ой", "я", "ая", "ші", "шы", "г", "ж"];
/// Roman numerals, which stand for levels.
const ROMAN: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
/// Words around a date, in small letters.
const DATE_WORDS: &[&str] =
    &["г", "года", "год", "ж", "жыл", "жылы", "жылғы", "от", "до", "по", "с", "from", "to", "until", "of"];
/// The beginnings of the names of months, in small letters and Russian spelling.
const MONTHS: [&[&str]; 12] = [
    &["янв", "кан", "jan"],
    &["фев", "акп", "feb"],
    &["мар", "нау", "mar"],
    &["апр", "сау", "apr"],
    &["мая", "май", "мам", "may"],
    &["июн", "мау", "jun"],
    &["июл", "шил", "jul"],
    &["авг", "там", "aug"],
    &["сен", "кыр", "sep"],
    &["окт", "каз", "oct"],
    &["ноя", "кар", "nov"],
    &["дек", "жел", "dec"],
];
/// The length of the official numbers that are looked for when a spreadsheet dropped zeros, and the longest one tried.
const LONGEST_PADDED: usize = 16;

/// Returns a value after [`tidy`] without the labels, brackets and punctuation around it. A label is a known word,
/// words without a digit before a colon, or a word of four letters or more beside a value with digits.
///
/// ```
/// use rastau_core::input::value::unlabelled;
///
/// assert_eq!(unlabelled("ИИН: 990140000017"), "990140000017");
/// assert_eq!(unlabelled("Код подтверждения: 0000"), "0000");
/// assert_eq!(unlabelled("(№ 5)"), "5");
/// assert_eq!(unlabelled("7212-1 Сварщик"), "7212-1");
/// ```
#[must_use]
pub fn unlabelled(value: &str) -> String {
    let tidy = tidy(value);
    let mut rest = unwrapped(&tidy);
    if let Some((label, value)) = rest.split_once([':', '=']) {
        let is_label = label.chars().any(char::is_alphabetic) && !has_digit(label) && !is_negated(label);
        if (is_label || label.ends_with('№')) && value.chars().any(char::is_alphanumeric) {
            rest = unwrapped(value);
        }
    }
    loop {
        let found = LABELS.iter().chain(SERIES).find_map(|label| without_label(rest, label));
        match found.or_else(|| without_word(rest)).map(unwrapped) {
            Some(value) if value.chars().any(char::is_alphanumeric) => rest = value,
            Some(_) | None => break,
        }
    }
    // A label inside the value: `серия АВ № 0000017`.
    let words: Vec<&str> = rest.split(' ').filter(|word| !is_label(word)).collect();
    if words.iter().any(|word| has_digit(word)) {
        words.join(" ")
    } else {
        String::from(if rest.is_empty() { &tidy } else { rest })
    }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

fn small(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|end: char| !end.is_alphabetic()).any(|word| words.contains(&small(word).as_str()))
}

/// Returns whether a text says that a value is not meant: `не 3`, `3 емес`, `≠ 3`.
fn is_negated(text: &str) -> bool {
    text.contains("!=") || text.contains(NEGATION_SIGNS) || has_word(text, NEGATIONS)
}

/// Returns whether a text says that a level is not meant, or others besides it: `не 3`, `3 и выше`.
fn is_other_level(text: &str) -> bool {
    is_negated(text) || has_word(text, LIMITS)
}

/// Returns a typed code without labels, as [`unlabelled`]; a negated one unchanged, because it does not mean that code.
pub(crate) fn unlabelled_code(typed: &str) -> String {
    if is_negated(typed) { tidy(typed) } else { unlabelled(typed) }
}

/// As [`unlabelled_code`], for a level or an edition.
pub(crate) fn unlabelled_level(typed: &str) -> String {
    if is_other_level(typed) { tidy(typed) } else { unlabelled(typed) }
}

fn is_label(word: &str) -> bool {
    let word = small(word);
    LABELS.contains(&word.as_str()) || SERIES.contains(&word.trim_end_matches('.'))
}

/// A value without the punctuation and the brackets around it.
fn unwrapped(value: &str) -> &str {
    let mut value = value;
    loop {
        let punctuation = |end: char| matches!(end, ' ' | ':' | ';' | ',' | '.' | '!' | '=') || is_quote(end);
        let mut inner = value
            .trim_start_matches(|first| punctuation(first) || first == '#')
            .trim_end_matches(|last| punctuation(last) || last == '№');
        inner = inner.strip_prefix("- ").or_else(|| inner.strip_suffix(" -")).unwrap_or(inner);
        for (open, close) in ["()", "[]", "{}", "<>"].iter().filter_map(|pair| pair.split_at_checked(1)) {
            inner = inner.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(inner);
        }
        if inner == value {
            return value;
        }
        value = inner;
    }
}

/// The text after a label; `None` if the text begins with another word, or the label is a part of a code (`BIN-A`).
fn without_label<'v>(text: &'v str, label: &str) -> Option<&'v str> {
    let mut rest = text.chars();
    for letter in label.chars() {
        if rest.next().map(lower) != Some(letter) {
            return None;
        }
    }
    let value = rest.as_str();
    let separated = value.starts_with([' ', ':', '.', '#', '№', '/']) && !SERIES.contains(&label)
        || value.starts_with(' ')
        || (value.trim_start_matches('-').starts_with(|next: char| next.is_ascii_digit())
            && !SERIES.contains(&label));
    let value = value.trim_start_matches(['/', '-']);
    (separated || !label.ends_with(char::is_alphabetic)).then_some(value)
}

/// The text without its first or last word, if that is a word of four letters or more, or a known label, and the rest has a digit.
/// Series of passports and serial numbers have at most three letters, and words of five capital letters may be one.
fn without_word(text: &str) -> Option<&str> {
    let is_word = |word: &str| {
        let word = word.trim_matches(|end: char| !end.is_alphanumeric());
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        let is_long = letters >= 6 || (letters >= 4 && word.chars().any(char::is_lowercase));
        !has_digit(word) && !is_negated(word) && (is_long || letters == 0 || is_label(word))
    };
    let first = text.split_once(' ').filter(|(word, rest)| is_word(word) && has_digit(rest));
    let last = text.rsplit_once(' ').filter(|(rest, word)| is_word(word) && has_digit(rest));
    first.map(|(_, rest)| rest).or(last.map(|(rest, _)| rest))
}

/// Returns the form in which two codes are compared: without blanks, in capital letters, Cyrillic letters that look like Latin
/// ones replaced by these.
///
/// ```
/// use rastau_core::input::value::code;
///
/// assert_eq!(code("ҰKП‑0001"), code("ҰКП-0001"));
/// assert_ne!(code("ҰКП-0001"), code("ҰКП-0003"));
/// ```
#[must_use]
pub fn code(value: &str) -> String {
    tidy(value).chars().filter(|character| *character != ' ').map(latin_twin).collect()
}

/// Returns whether a code that somebody typed is that of the register: as [`code`], with or without labels around the typed one,
/// and with a blank or nothing for a hyphen.
///
/// ```
/// use rastau_core::input::value::same_code;
///
/// assert!(same_code("Код профессии 7212 1", "7212-1"));
/// assert!(!same_code("7212-2", "7212-1"));
/// ```
#[must_use]
pub fn same_code(typed: &str, register: &str) -> bool {
    let bare = |value: &str| code(value).replace(['-', '№', '/', '_'], "");
    code(typed) == code(register) || bare(&unlabelled_code(typed)) == bare(register)
}

/// What may follow a code: other values in brackets, or after a comma or semicolon.
const BEHIND_CODE: [char; 5] = ['(', '[', ']', ',', ';'];

/// Returns a typed code without what follows it in brackets or after a comma.
///
/// ```
/// use rastau_core::input::value::leading_code;
///
/// assert_eq!(leading_code("7212-1 (2017)"), "7212-1");
/// ```
#[must_use]
pub fn leading_code(typed: &str) -> &str {
    typed.split(BEHIND_CODE).next().unwrap_or_default().trim_end()
}

/// As [`same_code`], where a typed code with digits may be followed by other values of the same document in brackets or
/// after a comma, such as the edition or the level. Each that is a number must be one of `beside` ([`level`]).
///
/// ```
/// use rastau_core::input::value::same_code_beside;
///
/// assert!(same_code_beside("7212-1 (редакция 2017)", "7212-1", &["2017", "3"]));
/// assert!(!same_code_beside("7212-1 (редакция 2012)", "7212-1", &["2017", "3"]));
/// ```
#[must_use]
pub fn same_code_beside(typed: &str, register: &str, beside: &[&str]) -> bool {
    let tidy = tidy(typed);
    let mut parts = tidy.split(BEHIND_CODE);
    let is_beside = |part: &str| !has_number(part) || beside.iter().any(|value| level(part) == level(value));
    same_code(typed, register)
        // A code without a digit is a word, which could be the first of several.
        || (has_digit(register)
            && parts.next().is_some_and(|first| same_code(first, register))
            && parts.all(is_beside))
}

/// Returns whether a text has a digit or a Roman numeral.
fn has_number(text: &str) -> bool {
    has_digit(text) || text.split([' ', '-', ':']).any(|word| ROMAN.contains(&code(word).as_str()))
}

/// Returns the form in which two levels, or two editions, are compared: [`code`] without words, and without `.0`. A
/// text with a negation or a limit (`не 3`, `3 и выше`) is kept unchanged, so it matches no level.
///
/// ```
/// use rastau_core::input::value::level;
///
/// assert_eq!(level("3-й уровень"), "3");
/// assert_eq!(level("3.0"), "3");
/// assert_eq!(level("4.1"), "4.1");
/// assert_eq!(level("2017 г."), "2017");
/// assert_eq!(level("III"), "3");
/// assert_ne!(level("не 3"), "3");
/// ```
#[must_use]
pub fn level(value: &str) -> String {
    if is_other_level(value) {
        return code(value);
    }
    let tidy = unlabelled(value);
    let parts = tidy.split([' ', '-', '(', ')', ':']).filter(|part| !part.is_empty());
    let mut kept: Vec<String> = Vec::new();
    for part in parts {
        if let Some(number) = ROMAN.iter().zip(1u8..).find(|(roman, _)| code(part) == **roman) {
            kept.push(number.1.to_string());
        } else if has_digit(part) {
            let digits = part.trim_end_matches('.').trim_end_matches(char::is_alphabetic);
            let ending = small(part.trim_end_matches('.').get(digits.len()..).unwrap_or_default());
            let part = if ENDINGS.contains(&ending.as_str()) { digits } else { part };
            let zeros = part.len() > 1 && part.chars().all(is_digit);
            kept.push(code(if zeros { part.trim_start_matches('0') } else { part }));
        }
    }
    if kept.is_empty() {
        return code(&tidy);
    }
    let level = kept.join("-");
    let level = whole(&level).map_or(level.as_str(), |whole| whole);
    level.trim_end_matches(['.', ',']).to_string()
}

/// The digits in front of `.0` or `,00`. Three zeros are a group of thousands if the digits have groups, or are at most three.
fn whole(number: &str) -> Option<&str> {
    let (whole, rest) = number.rsplit_once(['.', ','])?;
    let zeros = !rest.is_empty() && rest.bytes().all(|byte| byte == b'0');
    let group = rest.len() == 3 && (whole.len() <= 3 || !whole.chars().all(is_digit));
    (zeros && !whole.is_empty() && !group).then_some(whole)
}

/// Reads a date: `YYYY-MM-DD`, or the day first (`22.05.2026`, `22/5/2026`, `22.05.26`, `22 мая 2026 г.`), with or without a time
/// of day. A month in words may stand anywhere; a month in digits is never first.
///
/// A time with an offset from UTC is read only if it is midnight UTC, or that of Kazakhstan, because another one may belong to
/// another day.
///
/// ```
/// use rastau_core::input::value::date;
///
/// assert_eq!(date("22.5.2026 г.").unwrap().to_string(), "2026-05-22");
/// assert_eq!(date("2026 жылғы 22 мамыр").unwrap().to_string(), "2026-05-22");
/// assert_eq!(date("2026-05-22T00:00:00").unwrap().to_string(), "2026-05-22");
/// assert_eq!(date("05/22/2026"), None, "the month is never first");
/// ```
#[must_use]
pub fn date(value: &str) -> Option<Date> {
    let text = small(&tidy(value)).replace(is_quote, " ");
    let text = match text.split_once(':') {
        Some((label, rest)) if !has_digit(label) => rest,
        Some(_) | None => &text,
    };
    let mut parts: Vec<&str> = Vec::new();
    let mut separator = None;
    for word in text.split([' ', ',']) {
        // `2026-05-22T00:00:00`
        let (word, time) =
            word.split_once('t').filter(|(day, _)| day.ends_with(is_digit)).unwrap_or((word, ""));
        if !(time.is_empty() || is_time(time)) {
            return None;
        }
        if word.contains(':') && is_time(word) || DATE_WORDS.contains(&word.trim_end_matches('.')) {
            continue;
        }
        // `22.05.2026г.`
        let word = word.trim_end_matches('.');
        let word = word.trim_end_matches(['г', 'ж']).trim_end_matches('.');
        let is_separator = |character: char| matches!(character, '.' | '/' | '-');
        separator = separator.or(word.chars().find(|character| is_separator(*character)));
        parts.extend(word.split(is_separator).filter(|part| !part.is_empty()));
    }
    let (year, month, day) = match parts.as_slice() {
        [year, day, name] | [year, name, day] if year.len() == 4 && month(name).is_some() => {
            (*year, month(name)?, *day)
        }
        [day, name, year] | [name, day, year] if month(name).is_some() => (*year, month(name)?, *day),
        [year, month, day] if year.len() == 4 => (*year, number(month)?, *day),
        [day, month, year] if year.len() == 4 || separator == Some('.') => (*year, number(month)?, *day),
        _ => return None,
    };
    let year = match year.len() {
        2 => number(year)?.checked_add(2000)?,
        4 => number(year)?,
        _ => return None,
    };
    Date::from_ymd(i32::try_from(year).ok()?, month, number(day)?)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// The number of a month or a day, or of a year of two or four digits.
fn number(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.chars().all(is_digit);
    if digits { text.parse().ok() } else { None }
}

/// The month of a name in Kazakh, Russian or English, which may be shortened.
fn month(name: &str) -> Option<u32> {
    let folded = |letter: char| match letter {
        'қ' => 'к',
        'ң' => 'н',
        'ә' => 'а',
        'і' => 'и',
        other => other,
    };
    let name: String = name.chars().map(folded).collect();
    let named = |stems: &&[&str]| stems.iter().any(|stem| name.starts_with(stem));
    let is_word = name.chars().all(char::is_alphabetic);
    let (_, month) = MONTHS.iter().zip(1u32..).find(|(stems, _)| is_word && named(stems))?;
    Some(month)
}

/// Whether a text is a time of day: `0:00`, `00:00:00`, `00:00:00.000`, midnight UTC, or a time of Kazakhstan.
fn is_time(text: &str) -> bool {
    let local = text.strip_suffix("+05:00").or_else(|| text.strip_suffix("+06:00"));
    let text = local.unwrap_or(text);
    let (time, utc) = match text.strip_suffix('z').or_else(|| text.strip_suffix("+00:00")) {
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

/// Returns the digits of a whole number that a spreadsheet wrote with a trailing `.0`, with thousands separators, or
/// with an exponent and all its digits; `None` for other text, and for a number with none of these.
///
/// ```
/// use rastau_core::input::value::undecorated;
///
/// assert_eq!(undecorated("500,102,100,859.00").as_deref(), Some("500102100859"));
/// assert_eq!(undecorated("3005.0").as_deref(), Some("3005"));
/// assert_eq!(undecorated("5.00102100859E+11").as_deref(), Some("500102100859"));
/// assert_eq!(undecorated("5.00102E+11"), None);
/// assert_eq!(undecorated("3005.5"), None);
/// ```
#[must_use]
pub fn undecorated(number: &str) -> Option<String> {
    if let Some((mantissa, exponent)) = scientific(number) {
        let (ones, fraction) = mantissa.split_once([',', '.']).unwrap_or((&mantissa, ""));
        return (exponent == fraction.len()).then(|| alloc::format!("{ones}{fraction}"));
    }
    let ones = whole(number).unwrap_or(number);
    let mut groups = ones.split([',', '.', '\'', '\u{2019}', ' ']);
    let first = groups.next()?;
    let digits = |text: &str| !text.is_empty() && text.chars().all(is_digit);
    let rest: Vec<&str> = groups.collect();
    let grouped = first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && digits(group));
    if !digits(first) || !(rest.is_empty() || grouped) || ones == number && rest.is_empty() {
        return None;
    }
    Some(core::iter::once(first).chain(rest).collect())
}

/// The mantissa and the exponent of a number such as `1.5E+11` or `1,5×10^11`.
pub(super) fn scientific(value: &str) -> Option<(String, usize)> {
    let value = small(&tidy(value)).replace(' ', "");
    let value =
        ["×10^", "x10^", "*10^", "·10^"].iter().fold(value, |value, times| value.replace(times, "e+"));
    let (mantissa, exponent) = value.split_once(['e', 'е'])?;
    let digits = |text: &str| !text.is_empty() && text.chars().all(is_digit);
    let decimal = mantissa.split_once([',', '.']).is_some_and(|(ones, rest)| digits(ones) && digits(rest));
    let signed = exponent.strip_prefix(['+', '-']);
    let is_number =
        (digits(mantissa) && signed.is_some_and(digits)) || (decimal && digits(signed.unwrap_or(exponent)));
    let shift =
        if exponent.starts_with('-') { usize::MAX } else { signed.unwrap_or(exponent).parse().ok()? };
    is_number.then(|| (mantissa.to_string(), shift))
}

/// Returns a number with digits in place of the letters that look like them (O for 0); `None` if it has other letters,
/// or none of these.
pub(crate) fn with_digits(number: &str) -> Option<String> {
    let digit = |character: char| match latin_twin(character) {
        'O' => '0',
        'I' | 'L' | '|' => '1',
        other => other,
    };
    let digits: String = number.chars().map(digit).collect();
    (digits != number && digits.chars().all(is_digit)).then_some(digits)
}

/// The forms in which the register may have a document number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The same number formatted in other ways, the likeliest first; the number as typed is not among them.
    pub formats: Vec<String>,
    /// The number before a spreadsheet damaged it: with leading zeros, without `.0` and thousands separators. Only the
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
    // The separators of a damaged number are not formatting.
    let undecorated = undecorated(&plain);
    let is_kept = |character: char| match character {
        '-' | '№' | '/' | '_' => false,
        other => other.is_alphanumeric() || undecorated.is_some(),
    };
    let bare: String = compact.chars().filter(|character| is_kept(*character)).collect();
    let hyphenated = hyphenated(&bare);
    // `№ 17 от 22.05.2026`
    let undated = plain.split_once(" от ").map(|(number, _)| unlabelled(number));
    for form in [&tidy, &plain, &compact, &bare].into_iter().chain(&hyphenated).chain(&undated) {
        let latin: String = form.chars().map(latin_twin).collect();
        let twin = |character: char| cyrillic_twin(character).unwrap_or_else(|| latin_twin(character));
        let cyrillic: String = form.chars().map(twin).collect();
        for form in [form.clone(), latin, cyrillic] {
            if form != typed && !form.is_empty() && !numbers.formats.contains(&form) {
                numbers.formats.push(form);
            }
        }
    }
    let undecorated = undecorated.or_else(|| with_digits(&bare));
    let digits = undecorated.as_ref().unwrap_or(&bare);
    if !digits.is_empty() && digits.chars().all(is_digit) {
        // Zeros are lost, never added: `07` is another number than `7`.
        let mut padded = digits.clone();
        while padded.len() <= LONGEST_PADDED {
            let is_known = padded == *typed || numbers.formats.contains(&padded);
            if !padded.is_empty() && !is_known {
                numbers.repairs.push(padded.clone());
            }
            padded.insert(0, '0');
        }
    }
    numbers
}

/// A series of letters and the digits after it, with a hyphen between them.
fn hyphenated(bare: &str) -> Option<String> {
    let at = bare.find(|character: char| character.is_ascii_digit()).filter(|at| *at > 0)?;
    let (series, digits) = bare.split_at_checked(at)?;
    let is_number =
        series.chars().all(char::is_alphabetic) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| alloc::format!("{series}-{digits}"))
}
