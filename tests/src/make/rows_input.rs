//! Inputs with the formatting of scanners, spreadsheets, editors and keyboards.

use serde_json::{Value, json};

use super::documents::Documents;
use super::ids::{CANCELLATION, CODE, HOLDER, LISTED, NAME, RULES, all};
use super::row::{Row, invalid, unknown, unreadable, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [texts(documents), forms(documents), damaged(documents), names(documents)].concat()
}

/// The text as a scanner types it through a Russian layout (Windows' `KBDRU`).
fn russian(text: &str) -> String {
    let (us, ru) = ("QWERTYUIOPASDFGHJKLZXCVBNM:./$", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖю.;");
    let typed = |key: char| us.chars().position(|us| us == key).and_then(|at| ru.chars().nth(at));
    text.chars().map(|key| typed(key).unwrap_or(key)).collect()
}

/// The text as a scanner types it through a Kazakh layout (Windows' `KBDKAZ`), whose digits are letters.
fn kazakh(text: &str) -> String {
    let (us, kk) = ("1234567890$%*+-/.", "\"әіңғ,.үұқҢҒҮҺө№ю");
    let typed = |key: char| us.chars().position(|us| us == key).and_then(|at| kk.chars().nth(at));
    let letter = |key: char| {
        if key.is_ascii_alphabetic() || key == ':' { russian(&key.to_string()) } else { key.to_string() }
    };
    text.chars().map(|key| typed(key).map_or_else(|| letter(key), String::from)).collect()
}

fn texts(documents: &Documents<'_>) -> Vec<Row> {
    let (text, other) = (documents.text("ordinary"), documents.text("name-latin"));
    let altered = documents.forged("ordinary", "stranger");
    let encoded = text
        .replace('%', "%25")
        .replace(' ', "%20")
        .replace(':', "%3A")
        .replace('+', "%2B")
        .replace('/', "%2F");
    let (front, back) = text.split_at(76);
    vec![
        valid("input.letter-case", "A text in small letters, as Caps Lock makes them", text.to_lowercase()),
        valid("input.symbology", "A scanner's name of the symbology", format!("]Q1{text}\r")),
        valid("input.frame", "Control characters around the text", format!("\u{2}{text}\u{3}")),
        valid("input.label", "A label in front of the text", format!("QR: {text}")),
        valid("input.quotes", "Quotation marks around the text", format!("«{text}»")),
        valid("input.no-break-spaces", "No-break spaces for blanks", text.replace(' ', "\u{a0}")),
        valid("input.wrapped", "A text that a mail program wrapped", format!("{front}\r\n{back}")),
        valid("input.url-encoded", "A text encoded for a web address", encoded),
        valid("input.twice", "The same document twice", format!("{text}\n{text}\n")),
        valid("input.russian-layout", "A scanner on a Russian layout", russian(&text)),
        valid("input.kazakh-layout", "A scanner on a Kazakh layout", kazakh(&text)),
        valid("input.mail-quote", "A text that a mail program quoted", format!("> {front}\r\n> {back}")),
        valid("input.json-escape", "A line break as JSON writes it", format!("\"{text}\\n\"")),
        unreadable("input.two-documents", "Two different documents", format!("{text}\n{other}"), 9),
        unreadable(
            "input.two-documents-other-layout",
            "The second one is typed through a keyboard layout",
            format!("{text}\n{}", russian(&other)),
            9,
        ),
        invalid(
            "input.forged-in-small-letters",
            "A forged document stays forged",
            altered.to_lowercase(),
            &["document.signature"],
        )
        .flips(&["document.signature"]),
    ]
}

fn forms(documents: &Documents<'_>) -> Vec<Row> {
    let one = |name: &str, why: &str, key: &str, value: Value| {
        valid(&format!("input.{name}"), why, documents.form("ordinary", &[(key, value)]))
    };
    let claims = documents.claims("ordinary");
    let (number, holder) = (&claims.number, claims.holder.as_str());
    let code = claims.code.expect("a code").printed();
    let wide = |text: &str| -> String {
        text.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xfee0)).collect()
    };
    let day = |day: rastau_core::Date| {
        let text = day.to_string();
        format!("{}.{}.{} г.", &text[8..], &text[5..7], &text[..4])
    };
    vec![
        one("number-label", "A label in front of a number", "number", json!(format!("№ {number}"))),
        one(
            "number-blank",
            "A blank in a number",
            "number",
            json!(format!("{} {}", &number[..6], &number[6..])),
        ),
        one("code-label", "A label in front of a code", "code", json!(format!("Код: {code}"))),
        one("code-soft-hyphens", "Soft hyphens in a code", "code", json!(code.replace('-', "\u{ad}"))),
        one("holder-label", "A label in front of an IIN", "holder", json!(format!("ЖСН: {holder}"))),
        one(
            "holder-blank",
            "A no-break space in an IIN",
            "holder",
            json!(format!("{}\u{a0}{}", &holder[..6], &holder[6..])),
        ),
        one("holder-full-width", "Full-width digits of an IIN", "holder", json!(wide(holder))),
        one("level-word", "A level with its word", "level", json!(format!("{} уровень", claims.level))),
        one("level-decimal", "A level that became a decimal", "level", json!(format!("{}.0", claims.level))),
        one(
            "profession-dash",
            "A no-break hyphen in a code of a profession",
            "profession",
            json!(claims.profession.replace('-', "\u{2011}")),
        ),
        one("holder-label-behind", "A label behind an IIN", "holder", json!(format!("{holder} (ИИН)"))),
        one("number-brackets", "A number in brackets", "number", json!(format!("({number});"))),
        one("code-dots", "Dots in a code", "code", json!(code.replace('-', "."))),
        one(
            "level-roman",
            "A level in Roman numerals",
            "level",
            json!(["I", "II", "III", "IV"][usize::from(claims.level.as_bytes()[0] - b'1')]),
        ),
        one("edition-word", "An edition with its word", "edition", json!(format!("{} г.", claims.edition))),
        one(
            "profession-name",
            "A code of a profession with its name",
            "profession",
            json!(format!("{} Сварщик", claims.profession)),
        ),
        one(
            "profession-edition",
            "A code of a profession with its edition",
            "profession",
            json!(format!("{} (редакция {})", claims.profession, claims.edition)),
        ),
        one(
            "qualification-level",
            "A code of a qualification with its level",
            "qualification",
            json!(format!(
                "{}, {} деңгей",
                claims.qualification.as_deref().unwrap_or_default(),
                claims.level
            )),
        ),
        invalid(
            "input.profession-other-edition",
            "A code of a profession with another edition",
            documents
                .form("ordinary", &[("profession", json!(format!("{} (редакция 2008)", claims.profession)))]),
            &["register.profession"],
        )
        .flips(&["register.profession"]),
        one(
            "centre-decimal",
            "A BIN that became a decimal",
            "centre",
            json!(format!("{}.0", claims.centre.as_str())),
        ),
        one("date-day-first", "A date with the day first", "issued_on", json!(day(claims.issued_on))),
    ]
}

fn damaged(documents: &Documents<'_>) -> Vec<Row> {
    let claims = documents.claims("ordinary");
    let number = &claims.number;
    let holder = claims.holder.as_str();
    let commas = format!("{},{},{},{}", &holder[..3], &holder[3..6], &holder[6..9], &holder[9..]);
    let with = |changes: &[(&str, Value)]| documents.form("ordinary", changes);
    let other = documents.claims("name-latin").holder.to_string();
    vec![
        valid(
            "input.number-decimal",
            "A number that became a decimal",
            with(&[("number", json!(format!("{number}.0")))]),
        ),
        valid(
            "input.holder-decimal",
            "An IIN that became a decimal",
            with(&[("holder", json!(format!("{holder}.0")))]),
        ),
        valid(
            "input.holder-thousands",
            "An IIN with thousands separators",
            with(&[("holder", json!(commas))]),
        ),
        unknown(
            "input.number-decimal-no-code",
            "Nothing is repaired without the code",
            with(&[
                ("number", json!(format!("{number}.0"))),
                ("code", Value::Null),
                ("issued_on", json!(claims.issued_on.to_string())),
            ]),
            &all(&[&[LISTED, CODE, HOLDER, CANCELLATION, "register.issue-date"], RULES]),
        )
        .flips(&[LISTED]),
        unknown(
            "input.holder-decimal-of-another",
            "A damaged IIN of another person is never confirmed",
            with(&[("holder", json!(format!("{other}.0")))]),
            &[HOLDER],
        )
        .flips(&[HOLDER]),
        unknown(
            "input.centre-decimal-of-another",
            "A damaged BIN of another centre is not repaired",
            with(&[("centre", json!("990240000020.0"))]),
            &["register.centre"],
        )
        .flips(&["register.centre"]),
        invalid(
            "input.holder-of-another",
            "Another person's IIN with a blank",
            with(&[("holder", json!(format!("{} {}", &other[..6], &other[6..])))]),
            &[HOLDER],
        )
        .flips(&[HOLDER]),
        invalid(
            "input.code-of-another",
            "Another document's code with a label",
            with(&[(
                "code",
                json!(format!("Код: {}", documents.claims("name-latin").code.expect("a code").printed())),
            )]),
            &[CODE],
        )
        .flips(&[CODE]),
    ]
}

fn names(documents: &Documents<'_>) -> Vec<Row> {
    let typed = |id: &str, name: &str| documents.form(id, &[("name", json!(name))]);
    let same = |name: &str, why: &str, input: String| valid(&format!("input.name-{name}"), why, input);
    let open = |name: &str, why: &str, input: String| {
        unknown(&format!("input.name-{name}"), why, input, &[NAME]).flips(&[NAME])
    };
    let other = |name: &str, why: &str, input: String| {
        invalid(&format!("input.name-{name}"), why, input, &[NAME]).flips(&[NAME])
    };
    vec![
        same("order", "The words in another order", typed("ordinary", "Үлгіжан Сынақбаева")),
        same("comma", "A comma and an invisible character", typed("ordinary", "Сынақбаева,\u{200b} Үлгіжан")),
        same("label", "A label in front of a name", typed("ordinary", "ФИО: Сынақбаева Үлгіжан")),
        same("punctuation", "Punctuation around a name", typed("ordinary", "(Сынақбаева/Үлгіжан)*")),
        same("soft-hyphen", "A soft hyphen", typed("ordinary", "Сынақ\u{ad}баева Үлгіжан")),
        same("hyphen-blanks", "Blanks around a hyphen", typed("name-hyphen", "Әңгімегүл - Іңкәр Һәмзинова")),
        same(
            "patronymic-apart",
            "A patronymic in two words",
            typed("name-nfc", "Байсейітов Йонатан Пётр ұлы"),
        ),
        open("hyphen-lost", "A lost hyphen: undetermined", typed("name-hyphen", "Әңгімегүл Іңкәр Һәмзинова")),
        open(
            "patronymic-left-out",
            "A patronymic left out: undetermined",
            typed("name-nfc", "Байсейітов Йонатан"),
        ),
        open(
            "patronymic-added",
            "A patronymic added: undetermined",
            typed("ordinary", "Сынақбаева Үлгіжан Мысалқызы"),
        ),
        open("initials", "Initials: undetermined", typed("name-nfc", "Байсейітов Й. П.")),
        other("surname", "Another surname", typed("name-nfc", "Қиялов Йонатан Пётрұлы")),
        other("surname-initials", "Another surname with fitting initials", typed("name-nfc", "Қиялов Й. П.")),
    ]
}
