use super::*;

#[test]
fn removes_invisible_characters() {
    for (formatted, plain) in [
        ("\u{200e}500220101591\u{200e}", "500220101591"),
        ("'720821101544", "720821101544"),
        ("５００１", "5001"),
        ("7212\u{2011}1\u{2013}S1", "7212-1-S1"),
        ("a\u{a0}\tb\r\nc", "a b c"),
        ("TRFY\u{ad}QPHN", "TRFYQPHN"),
    ] {
        assert_eq!(tidy(formatted), plain);
        assert_eq!(tidy(plain), plain);
    }
}

#[test]
fn detects_lost_letters_and_digits() {
    for lost in ["Іздеуова ?лгіжан", "a\u{fffd}", "1.5E+11", "5,00112E+11", "5.00112е11", "5E+11"]
    {
        assert!(is_lossy(lost), "{lost}");
    }
    for kept in ["AB0000017", "12E3456", "500112200116.0", "KC-0000417", "E", "1E", ""] {
        assert!(!is_lossy(kept), "{kept}");
    }
}

#[test]
fn decodes_utf_16() {
    let text = "RST1:Қ";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(decode(&little).unwrap(), text);
    assert_eq!(decode(&big).unwrap(), text);
    assert_eq!(decode(&[&[0xff, 0xfe], little.as_slice()].concat()).unwrap(), "\u{feff}RST1:Қ");
    assert_eq!(decode(text.as_bytes()).unwrap(), text);
    assert_eq!(decode(&[0x80, 0x81]), None);
    assert_eq!(decode(&[0xff, 0xfe, 0x00, 0xd8]), None, "half of a surrogate pair");
}

#[test]
fn reads_dates_day_first() {
    for (text, day) in [
        ("2026-05-22", Some("2026-05-22")),
        ("22.05.2026", Some("2026-05-22")),
        ("22.5.2026", Some("2026-05-22")),
        ("22.05.2026 г.", Some("2026-05-22")),
        ("22.05.2026г.", Some("2026-05-22")),
        ("22.05.2026 ж.", Some("2026-05-22")),
        ("22.05.2026 0:00", Some("2026-05-22")),
        ("22.05.2026 00:00:00", Some("2026-05-22")),
        ("2026-05-22T00:00:00Z", Some("2026-05-22")),
        ("22/05/2026", Some("2026-05-22")),
        ("\u{200b}22\u{2011}05\u{2011}2026", Some("2026-05-22")),
        ("2026-05-22T00:00:00+05:00", Some("2026-05-22")),
        ("22 . 05 . 2026", Some("2026-05-22")),
        ("22 05 2026", Some("2026-05-22")),
        ("от 22.05.2026 г. 0:00", Some("2026-05-22")),
        ("Дата выдачи: 22.05.2026", Some("2026-05-22")),
        ("«22» мая 2026 года", Some("2026-05-22")),
        ("22 МАЯ 2026", Some("2026-05-22")),
        ("22-мая-2026", Some("2026-05-22")),
        ("2026 жылғы 22 мамыр", Some("2026-05-22")),
        ("22 мамыр 2026 ж.", Some("2026-05-22")),
        ("3 қаңтар 2026", Some("2026-01-03")),
        ("3 октября 2026", Some("2026-10-03")),
        ("May 22, 2026", Some("2026-05-22")),
        ("22-Oct-2026", Some("2026-10-22")),
        ("22 13 2026", None),
        ("22 мая", None),
        ("22 мая 2026 2027", None),
        ("2026-05-22T00:00:00+09:00", None),
        ("2026-05-21T19:00:00Z", None),
        ("05/22/2026", None),
        ("22.05.26", Some("2026-05-22")),
        ("22/05/26", None),
        ("22.05.2026 x", None),
        ("31.02.2026", None),
        ("22.05", None),
        ("", None),
    ] {
        assert_eq!(value::date(text).map(|day| day.to_string()).as_deref(), day, "{text}");
    }
}

#[test]
fn levels_are_compared_without_words_around_them() {
    for (text, level) in [
        ("3", "3"),
        ("3.0", "3"),
        ("3,0", "3"),
        ("3 уровень", "3"),
        ("Уровень 4", "4"),
        ("Уровень: 4", "4"),
        ("4-деңгей", "4"),
        ("4-й уровень", "4"),
        ("4й уровень", "4"),
        ("4 уровень квалификации", "4"),
        ("уровень - 4", "4"),
        ("4 (четвёртый)", "4"),
        ("IV", "4"),
        ("ІV уровень", "4"),
        ("04", "4"),
        ("2017 г.", "2017"),
        ("редакция 2017", "2017"),
        ("2017.0", "2017"),
        ("4 (было 3)", "4-3"),
        ("3.5", "3.5"),
        ("4.1", "4.1"),
        ("30", "30"),
    ] {
        assert_eq!(value::level(text), level);
        assert_eq!(value::level(level), level);
    }
}

#[test]
fn a_negation_is_not_dropped() {
    for text in [
        "не 3",
        "не: 3",
        "Не 3-й уровень",
        "3 емес",
        "кроме 3",
        "ниже 3",
        "3 и выше",
        "3 жоғары",
        "not 3",
        "level not 3",
        "без уровня 3",
        "≥ 3",
        "≠3",
        "!=3",
        "<3",
        "except level 3",
    ] {
        assert_ne!(value::level(text), "3", "{text}");
        assert_ne!(value::level(&value::unlabelled_level(text)), "3", "{text} in a form");
    }
    for text in ["не 7212-1", "кроме 7212-1", "кроме: 7212-1", "7212-1 емес", "не код 7212-1", "≠ 7212-1"]
    {
        assert!(!value::same_code(text, "7212-1"), "{text}");
        assert!(!value::same_code_beside(text, "7212-1", &[]), "{text}");
    }
    assert!(value::same_code("7212-1 Машинист свыше тонны", "7212-1"), "the name of a profession");
    assert!(!value::same_code_beside("7212-1 (не 2017)", "7212-1", &["2017"]));
    // A number written in this way is not a negation.
    assert_eq!(value::level("No 3"), value::level("№ 3"));
}

#[test]
fn a_series_is_not_a_label() {
    for (text, value) in [
        ("IIN 720821101544", "720821101544"),
        ("ИИН500112200116", "500112200116"),
        ("ЖСН № 500112200116", "500112200116"),
        ("Паспорт: AB0000017", "AB0000017"),
        ("N12345678", "N12345678"),
        ("ID1234567", "ID1234567"),
        ("BINGO 5", "BINGO 5"),
        ("И.И.Н. 500112200116", "500112200116"),
        ("ИИН=500112200116", "500112200116"),
        ("ИИН - 500112200116", "500112200116"),
        ("ИИН/ЖСН 500112200116", "500112200116"),
        ("ID 500112200116", "500112200116"),
        ("500112200116 (ИИН)", "500112200116"),
        ("(500112200116);", "500112200116"),
        ("Жеке сәйкестендіру нөмірі 500112200116", "500112200116"),
        ("паспорт иностранца AB0000017", "AB0000017"),
        ("Серия AB номер 0000017", "AB 0000017"),
        ("abc 0000017", "abc 0000017"),
        ("7212-1 – Сварщик", "7212-1"),
        ("Сварщик (7212-1)", "7212-1"),
        ("BIN-A", "BIN-A"),
        ("№", "№"),
    ] {
        assert_eq!(value::unlabelled(text), value);
        assert_eq!(value::unlabelled(value), value);
    }
}

/// The keys of a US keyboard as a layout types them.
fn typed(text: &str, rows: &[(&str, &str)]) -> String {
    let key = |character: char| {
        rows.iter().find_map(|(us, typed)| typed.chars().nth(us.chars().position(|key| key == character)?))
    };
    text.chars().map(|character| key(character).unwrap_or(character)).collect()
}

const US: &str = "QWERTYUIOPASDFGHJKLZXCVBNM:.";
const CYRILLIC: &str = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖю";

#[test]
fn reads_every_character_of_base45_through_each_layout() {
    let all = "RST1:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:#";
    let read = |typed: &str| {
        let (layout, at) = layout::Layout::detect(typed).expect(typed);
        typed[at..].chars().map(|character| layout.key(character)).collect::<String>()
    };
    let swap = |text: &str| -> String {
        let swapped = |letter: char| {
            if letter.is_lowercase() { letter.to_uppercase().next() } else { letter.to_lowercase().next() }
        };
        text.chars().map(|letter| swapped(letter).unwrap()).collect()
    };
    // Windows' KBDRU: the slash is at the full stop, the dollar sign at the semicolon.
    let russian = typed(all, &[(US, CYRILLIC), ("$/#", ";.№")]);
    assert_eq!(read(&russian), all);
    assert_eq!(read(&swap(&russian)), all, "Caps Lock");
    // Windows' KBDKAZ: the digits are letters.
    let kazakh = typed(all, &[(US, CYRILLIC), ("1234567890$%*+-/#", "\"әіңғ,.үұқҢҒҮҺө№І")]);
    assert_eq!(read(&kazakh), all);
    assert_eq!(read(&swap(&kazakh)), all, "Caps Lock");
    for prefix in ["RST2:", "RST1:"] {
        for rows in [[(US, CYRILLIC), ("", "")], [(US, CYRILLIC), ("12", "\"ә")]] {
            let typed = typed(prefix, &rows);
            assert_eq!((read(&typed), read(&swap(&typed))), (prefix.into(), prefix.into()));
        }
    }
}

#[test]
fn codes_are_the_same_without_their_labels() {
    for typed in ["7212-1", "7212 1", "код 7212–1", "7212-1.", "Кәсіп коды: 7212-1", "7212-1 Сварщик"]
    {
        assert!(value::same_code(typed, "7212-1"), "{typed}");
    }
    for typed in ["ҰKП 0001", "серия ҰКП № 0001", "ұкп0001", "Аттестат аккредитации ҰКП-0001"]
    {
        assert!(value::same_code(typed, "ҰКП-0001"), "{typed}");
    }
    for typed in ["7212-2", "7411-2 (7212-1)", "7212-1 7411-2", "Сварщик", "7212", ""] {
        assert!(!value::same_code(typed, "7212-1"), "{typed}");
    }
    assert!(!value::same_code("Акт 12", "Приказ 12"));
}

#[test]
fn a_code_may_be_followed_by_the_edition_or_the_level() {
    for typed in [
        "7212-1",
        "7212-1 (2017)",
        "7212-1 (редакция 2017)",
        "7212-1 (2017 ж. редакциясы)",
        "код 7212 1, ред. 2017 г.",
        "7212-1 [2017]; 3 уровень",
        "7212-1 (III уровень)",
        "7212-1 (сварщик)",
    ] {
        assert!(value::same_code_beside(typed, "7212-1", &["2017", "3"]), "{typed}");
    }
    for typed in [
        "7212-1 (2012)",
        "7212-1 (7411-2)",
        "7411-2 (7212-1)",
        "7212-1, 7411-2",
        "7212-2 (2017)",
        "(2017)",
        "7212-1 (2017, 4 уровень)",
        "7212-1 (IV уровень)",
    ] {
        assert!(!value::same_code_beside(typed, "7212-1", &["2017", "3"]), "{typed}");
    }
    // A word may be the first of several, and an empty text is not a code.
    for (typed, register) in [("СВАРЩИК, ТОКАРЬ", "СВАРЩИК"), ("(электро)слесарь", ""), ("(2017)", "")]
    {
        assert!(!value::same_code_beside(typed, register, &["2017", "3"]), "{typed}");
    }
}

#[test]
fn lists_the_candidates_of_a_document_number() {
    for typed in [
        "N KC0000417",
        "серия КС № 0000417",
        "KC_0000417",
        "кс/0000417",
        "(KC-0000417)",
        "KC-0000417 от 22.05.2026",
    ] {
        assert!(value::numbers(typed).formats.iter().any(|form| form == "KC-0000417"), "{typed}");
    }
    for typed in ["1001", "1 001,00", "1,001.00", "00001001", "=1001", "1.001E+3", "OOOO1OO1"] {
        let numbers = value::numbers(typed);
        assert!(numbers.repairs.iter().any(|form| form == "000000001001"), "{typed}");
        assert!(!numbers.formats.iter().any(|form| form == "000000001001"), "only the code confirms {typed}");
    }
}

#[test]
fn three_zeros_are_thousands_or_decimals() {
    for (text, digits) in [
        ("990,140,000,000", Some("990140000000")),
        ("990140000017.000", Some("990140000017")),
        ("3.000", Some("3000")),
        ("3.00", Some("3")),
        ("990140000017", None),
    ] {
        assert_eq!(value::undecorated(text).as_deref(), digits, "{text}");
    }
    assert!(!value::numbers("07").repairs.contains(&"7".to_string()), "zeros are not added");
}

#[test]
fn decodes_the_kazakh_variant_of_windows_1251() {
    let form = [br#"{"name":""#.as_slice(), &[0x9d, 0xd3, 0xa2, 0xbc], br#""}"#].concat();
    assert_eq!(decode(&form).unwrap(), "{\"name\":\"қУұә\"}");
    let typed = [0xca, 0xdb, 0xc5, b'1', 0xc6, b'6', 0xa0];
    assert_eq!(decode(&typed).unwrap(), "КЫЕ1Ж6\u{a0}");
    assert_eq!(decode(&[0xca, 0xdb, 0xc5]), None, "no document");
}

#[test]
fn a_text_of_many_lines_is_joined() {
    for lines in [1, 9, 33, 40, 300] {
        let wrapped = alloc::format!("RST1:{}", alloc::vec!["AB"; lines].join("\n"));
        let expected = alloc::format!("RST1:{}", "AB".repeat(lines));
        let readings = super::text::readings(&wrapped);
        assert!(readings.iter().any(|reading| reading.documents.concat().contains(&expected)), "{lines}");
    }
}
