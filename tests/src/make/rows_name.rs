//! Names: typed in several ways, in both scripts.

use serde_json::json;

use super::documents::Documents;
use super::ids::NAME;
use super::row::{Row, invalid, unknown, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let typed = |id: &str, name: &str| documents.form(id, &[("name", json!(name))]);
    let decomposed = |id: &str| {
        let name = documents.claims(id).names[0].as_str();
        let name = name.replace('й', "и\u{306}").replace('Й', "И\u{306}").replace('ё', "е\u{308}");
        name.replace('ü', "u\u{308}").replace('Ü', "U\u{308}")
    };
    let named = |id: &str, names: &[&str]| {
        documents.changed(id, |claims| claims.names = names.iter().map(|name| (*name).to_string()).collect())
    };
    let same = |name: &str, why: &str, input: String| valid(name, why, input);
    let open = |name: &str, why: &str, input: String| unknown(name, why, input, &[NAME]).flips(&[NAME]);
    let other = |name: &str, why: &str, input: String| invalid(name, why, input, &[NAME]).flips(&[NAME]);
    vec![
        same("name-typed", "A name as the register has it", typed("ordinary", "Сынақбаева Үлгіжан")),
        same(
            "name-case",
            "Letter case and additional blanks do not matter",
            typed("ordinary", "СЫНАҚБАЕВА \u{a0} үлгіжан"),
        ),
        same(
            "name-look-alike",
            "Latin a, e and i inside Cyrillic words match the Cyrillic letters",
            typed("ordinary", "Сынaқбaeвa Үлгiжaн"),
        ),
        open(
            "name-russian",
            "The Russian spelling of a Kazakh name: undetermined",
            typed("ordinary", "Сынакбаева Улгижан"),
        ),
        open(
            "name-latin-against-cyrillic",
            "A Latin spelling cannot be compared with a Cyrillic record",
            typed("ordinary", "Synaqbaeva Ülgijan"),
        ),
        other("name-other", "Another name", typed("ordinary", "Қиялов Мысалбек")),
        other("name-one-letter", "A name that differs in a letter", typed("ordinary", "Сынақбаев Үлгіжан")),
        same(
            "name-composed",
            "A name with й and ё, composed (NFC)",
            typed("name-nfc", "Байсейітов Йонатан Пётрұлы"),
        ),
        same(
            "name-decomposed",
            "The same, decomposed (NFD): one name, other bytes",
            typed("name-nfc", &decomposed("name-nfc")),
        ),
        open(
            "name-without-diaeresis",
            "е instead of ё: undetermined",
            typed("name-nfc", "Байсейітов Йонатан Петрұлы"),
        ),
        other(
            "name-without-breve",
            "и instead of й: another letter",
            typed("name-nfc", "Баисеиітов Йонатан Пётрұлы"),
        ),
        same(
            "name-hyphen",
            "A non-breaking hyphen, Latin ə and h inside Cyrillic words",
            typed("name-hyphen", "Әңгімегүл\u{2011}Іңкəр hәмзинова"),
        ),
        same(
            "name-latin-record",
            "A Latin record, typed in Latin",
            typed("name-latin", "synaqbaeva ÜLGIJAN"),
        ),
        same(
            "name-latin-decomposed",
            "A Latin record, typed decomposed",
            typed("name-latin", &decomposed("name-latin")),
        ),
        open(
            "name-cyrillic-against-latin",
            "A Cyrillic spelling cannot be compared with a Latin record",
            typed("name-latin", "Сынақбаева Үлгіжан"),
        ),
        other(
            "name-latin-other",
            "Another name in the record's own script",
            typed("name-latin", "Qiyalov Mysalbek"),
        ),
        same(
            "name-mixed",
            "A record whose name mixes scripts, typed identically",
            typed("name-mixed", "Сынақбаева Ulgijan"),
        ),
        same("name-latin-record.signed", "A Latin record, scanned", documents.text("name-latin")),
        same("name-both", "Two names on the document, the register's first", documents.text("name-both")),
        same(
            "name-both-latin-first",
            "Two names on the document: the one in the register's script is compared",
            documents.text("name-latin-first"),
        ),
        same(
            "name-both-turned",
            "The register's name is the second one on the document",
            named("name-both", &["Synaqbaeva Ülgijan", "Сынақбаева Үлгіжан"]),
        ),
        open(
            "name-signed-in-another-script",
            "The document's only name is not in the register's script",
            named("ordinary", &["Synaqbaeva Ülgijan"]),
        ),
        open(
            "name-signed-in-russian",
            "The document has the Russian spelling, the register the Kazakh one",
            named("ordinary", &["Сынакбаева Улгижан"]),
        ),
        other(
            "name-signed-other",
            "The document names another person",
            named("ordinary", &["Қиялов Мысалбек"]),
        ),
        other(
            "name-signed-other-and-latin",
            "The name in the register's script is another person's, so the Latin one does not matter",
            named("name-both", &["Қиялов Мысалбек", "Synaqbaeva Ülgijan"]),
        ),
    ]
}
