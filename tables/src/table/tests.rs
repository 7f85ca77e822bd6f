use proptest::prelude::*;

use super::*;

const HEADING: &str = "number;code;holder;name\n";

/// The line and the values of a row.
type Values = (u64, Vec<(Field, String)>);

fn read(bytes: &[u8]) -> Vec<Result<Values, String>> {
    let table = Table::open(Input::bytes(bytes.to_vec()), &Options::default()).unwrap();
    table
        .map(|row| match row {
            Ok(Ok(row)) => Ok((row.line, row.values)),
            Ok(Err(error)) => Err(error.to_string()),
            Err(error) => Err(error.to_string()),
        })
        .collect()
}

fn lines(text: &str) -> Vec<u64> {
    read(text.as_bytes()).into_iter().map(|row| row.unwrap().0).collect()
}

#[test]
fn rows_that_are_not_people_are_skipped() {
    for (name, text, expected) in [
        ("blank rows", format!("\n;;;\n{HEADING}\n1;;;a\n;;;\n \u{a0};\n2;;;b\n\u{1a}"), &[5, 8][..]),
        ("titles", format!("Список на 28.11.2026;;;\n\n{HEADING}1;;;a\n"), &[4]),
        ("a total", format!("{HEADING}1;;;a\nИтого: 1;;;\n"), &[2]),
        ("a total and a count", format!("{HEADING}1;;;a\nБарлығы;;;1\nTotal;;;\n"), &[2]),
        (
            "a person of this name",
            format!("{HEADING}1;;;a\nИтого;;;Қиялов\nВсего 5;;500102100859;\n"),
            &[2, 3, 4],
        ),
        (
            "totals in other words",
            format!("{HEADING}1;;;a\nКоличество: 1;;;\nБарлығы;1;;\nGrand total;;;1\n;;;Итого: 1\n"),
            &[2],
        ),
        ("a person named like a total", format!("{HEADING}1;;;a\n;;;Итого Елесжан\n"), &[2, 3]),
        ("the numbers of the columns", format!("{HEADING}1;2;3;4\n1;;;a\n1;2;3;4\n"), &[3, 4]),
        (
            "the titles of parts",
            format!("{HEADING}Цех № 1;;;\n1;;;a\n;;;Бригада 2\n;;;Смена\nЦех;;;b\n"),
            &[3, 5, 6],
        ),
        ("dashes", format!("{HEADING}-;—;–;---\n1;;;a\n-;-;-;b\n"), &[3, 4]),
        ("a person in the wrong column", format!("{HEADING}1;;;a\nМысалов Сынақхан;;;\n"), &[2, 3]),
        ("a name that begins so", format!("{HEADING}1;;;Итогов\n;;;Итогова\n"), &[2, 3]),
        ("the heading again", format!("{HEADING}1;;;a\n{HEADING}2;;;b\n"), &[2, 4]),
        ("a person without a number", format!("{HEADING}1;;;a\n;;;b\n;;;c\n"), &[2, 3, 4]),
    ] {
        assert_eq!(lines(&text), expected, "{name}");
    }
}

#[test]
fn a_row_with_too_many_cells_is_an_error_of_the_row() {
    let rows = read(b"number,code,name\n1,,a\n2,,Doe, Jane\n3,,c,,\n");
    assert!(rows[0].is_ok() && rows[2].is_ok() && rows.len() == 3);
    let error = rows[1].as_ref().unwrap_err();
    assert!(error.starts_with("line 3: 4 cells, but the heading has 3"), "{error}");
}

#[test]
fn an_unclosed_quotation_mark_ends_the_table() {
    let text = format!("{HEADING}1;;;a\n2;;;\"b\n3;;;c\n");
    let rows = read(text.as_bytes());
    assert_eq!(rows.len(), 2);
    assert!(rows[1].as_ref().unwrap_err().starts_with("line 3: "));
    // Closed by a quotation mark in another person's row.
    let text = format!("{HEADING}1;;;a\n2;;;\"b\n3;;;c\"\n4;;;d\n");
    assert!(read(text.as_bytes())[1].as_ref().unwrap_err().starts_with("line 3: "));
}

#[test]
fn parts_of_a_name_are_joined() {
    let rows = read("Номер документа;Отчество;Имя;Фамилия\n1;В;Б;А\n2;;Б;А\n".as_bytes());
    let names: Vec<_> = rows.iter().map(|row| row.as_ref().unwrap().1[1].clone()).collect();
    assert_eq!(names, [(Field::Name, "А Б В".into()), (Field::Name, "А Б".into())]);
}

/// The values of the one row below a heading, or the error.
fn one_row(heading: &str, row: &str) -> Result<Vec<(Field, String)>, String> {
    let mut rows = read(format!("{heading}\n{row}\n").as_bytes());
    assert_eq!(rows.len(), 1, "{heading}");
    rows.remove(0).map(|(_, values)| values)
}

/// Each value below a heading that clearly names a field is compared with the column that is read.
#[test]
fn a_row_that_states_two_values_is_an_error_of_the_row() {
    for (heading, row, field, columns) in [
        (
            "number;holder;holder",
            "1-A;500102100859;PASSPORT-X",
            Field::Holder,
            "B \"holder\" and C \"holder\"",
        ),
        (
            "number;holder;holder",
            "1-A;PASSPORT-X;500102100859",
            Field::Holder,
            "C \"holder\" and B \"holder\"",
        ),
        ("number;ИИН;ЖСН", "1-A;500102100859;1", Field::Holder, "B \"ИИН\" and C \"ЖСН\""),
        ("number;ФИО;Имя", "1-A;Қиялов Өрнекбай;Үлгіжан", Field::Name, "B \"ФИО\" and C \"Имя\""),
        (
            "number;ФИО;Фамилия;Имя",
            "1-A;Қиялов Өрнекбай;Қиялов;Үлгіжан",
            Field::Name,
            "B \"ФИО\" and D \"Имя\"",
        ),
        ("number;Фамилия;ФИО", "1-A;Ертегиев;Қиялов Өрнекбай", Field::Name, "C \"ФИО\" and B \"Фамилия\""),
        (
            "number;ФИО;Фамилия;Имя",
            "1-A;Мысалов С.Е.;Сергеев;Егор",
            Field::Name,
            "B \"ФИО\" and C \"Фамилия\"",
        ),
        (
            "number;profession;Мамандық коды",
            "1-A;7212-1;7411-2 Электрик",
            Field::Profession,
            "B \"profession\" and C \"Мамандық коды\"",
        ),
    ] {
        let error = one_row(heading, row).unwrap_err();
        let label = rastau_messages::label(field.form_field().unwrap(), rastau_messages::Lang::En);
        let expected = format!(
            "line 2: this row states two different values for \"{label}\": in the columns {columns};"
        );
        assert!(error.starts_with(&expected), "{heading} / {row}: {error}");
    }
    // The first rows determine the columns, and each row is compared.
    let full = "1-A;3;;7212-1;22.05.2026;;S-1\n".repeat(300);
    for (row, field) in [
        ("1-A;3;4;;;;", Field::Level),
        ("1-A;3;не 3;;;;", Field::Level),
        ("1-A;;;;22.05.2026;23.05.2026;", Field::IssuedOn),
        ("1-A;3;III;;22.05.2026;2026-05-22;", Field::Number),
    ] {
        let heading = "number;level;Уровень;profession;issued_on;Дата выдачи;skills";
        let rows = read(format!("{heading}\n{full}{row}\n").as_bytes());
        let (last, before) = rows.split_last().unwrap();
        assert!(before.len() == 300 && before.iter().all(Result::is_ok));
        match (last, field) {
            (Ok(_), Field::Number) => {}
            (Err(error), field) => {
                let label = rastau_messages::label(field.form_field().unwrap(), rastau_messages::Lang::En);
                assert!(error.contains(&format!("for \"{label}\"")), "{error}");
            }
            (Ok(row), _) => panic!("{row:?}"),
        }
    }
}

/// Columns that agree are read as before; if one is blank, the other is read.
#[test]
fn columns_that_agree_are_one_value() {
    use Field::{Holder, IssuedOn, Name, Profession};
    for (heading, row, field, expected) in [
        ("number;holder;holder", "1-A;500102100859;500,102,100,859.00", Holder, "500102100859"),
        ("number;holder;ИИН", "1-A;;500102100859", Holder, "500102100859"),
        // A name in Latin letters beside it cannot be compared.
        ("number;ФИО;Фамилия", "1-A;Қиялов Өрнекбай;Qiialov", Name, "Қиялов Өрнекбай"),
        ("number;ИИН;№ паспорта", "1-A;500102100859;N12345678", Holder, "500102100859"),
        ("number;ИИН;Данные паспорта", "1-A;500102100859;N12345678", Holder, "500102100859"),
        ("number;ФИО;Фамилия;Имя;Отчество", "1-A;ҚИЯЛОВ Өрнекбай;Қиялов;Өрнекбай;", Name, "ҚИЯЛОВ Өрнекбай"),
        ("number;ФИО;Фамилия;Имя", "1-A;Қиялов Өрнекбай;Киялов;Орнекбай", Name, "Қиялов Өрнекбай"),
        ("number;ФИО;Фамилия;Имя", "1-A;Д'Мысал-Ертегі Ә;ДМысал Ертегі;Ә.", Name, "Д'Мысал-Ертегі Ә"),
        // The more complete value is compared with the record.
        (
            "number;ФИО;Фамилия;Имя;Отчество",
            "1-A;Қиялов Өрнекбай;Қиялов;Өрнекбай;Мысалұлы",
            Name,
            "Қиялов Өрнекбай Мысалұлы",
        ),
        ("number;ФИО;Фамилия;Имя", "1-A;Қиялов Ө.;Қиялов;Өрнекбай", Name, "Қиялов Өрнекбай"),
        ("number;ФИО;Фамилия;Имя", "1-A;;Қиялов;Өрнекбай", Name, "Қиялов Өрнекбай"),
        ("number;ФИО;Фамилия;Имя", "1-A;Қиялов Өрнекбай;нет;n/a", Name, "Қиялов Өрнекбай"),
        ("number;profession;Мамандық коды", "1-A;7212-1;7212 1 Сварщик", Profession, "7212-1"),
        // The person's post, perhaps: it contradicts nothing.
        ("number;profession;Профессия", "1-A;7212-1;7411-2 Электрик", Profession, "7212-1"),
        ("number;profession;Должность", "1-A;7212-1;Электрик", Profession, "7212-1"),
        ("number;profession;Код профессии", "1-A;Сварщик;7212-1", Profession, "7212-1"),
        (
            "number;Дата выдачи;Паспорт;Дата выдачи;Дата выдачи паспорта",
            "1-A;22.05.2026;N12345678;01.02.2016;01.02.2016",
            IssuedOn,
            "22.05.2026",
        ),
        ("number;ФИО;ФИО руководителя", "1-A;Қиялов Өрнекбай;Ертегиев Ғажап", Name, "Қиялов Өрнекбай"),
    ] {
        let values = one_row(heading, row).unwrap_or_else(|error| panic!("{heading} / {row}: {error}"));
        let value = values.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str());
        assert_eq!(value, Some(expected), "{heading} / {row}");
    }
}

/// A row counter is not a document number, and a column chosen by the user is the only one for its field.
#[test]
fn a_counter_is_not_a_number_and_options_override_headings() {
    let rows = read("number;Номер документа\n1;000101\n2;000102\n".as_bytes());
    assert!(rows.iter().all(Result::is_ok), "{rows:?}");
    let list = "number;ФИО;holder;ИИН;Фамилия\n1-A;Қиялов Өрнекбай;PASSPORT-X;500102100859;Ертегиев\n";
    let open = |columns: &[(Field, &str)]| {
        let columns = columns.iter().map(|(field, name)| (*field, Some((*name).to_string()))).collect();
        let options = Options { columns, ..Options::default() };
        Table::open(Input::bytes(list.into()), &options).unwrap().next().unwrap().unwrap()
    };
    assert!(
        open(&[]).is_err()
            && open(&[(Field::Name, "ФИО")]).is_err()
            && open(&[(Field::Holder, "ИИН")]).is_err()
    );
    let row = open(&[(Field::Name, "ФИО"), (Field::Holder, "C")]).unwrap();
    assert_eq!(
        (row.value(Field::Name), row.value(Field::Holder)),
        (Some("Қиялов Өрнекбай"), Some("PASSPORT-X"))
    );
    assert_eq!(row.unread.len(), 2, "{:?}", row.unread);
}

#[test]
fn a_field_that_is_left_out_is_neither_read_nor_compared() {
    let list = "number;ФИО;holder;ИИН;Фамилия\n1-A;Қиялов Өрнекбай;PASSPORT-X;500102100859;Ертегиев\n";
    let open = |left_out: &[Field]| {
        let columns = left_out.iter().map(|field| (*field, None)).collect();
        let mut table =
            Table::open(Input::bytes(list.into()), &Options { columns, ..Options::default() }).unwrap();
        table.next().unwrap().unwrap().map(|row| row.values)
    };
    assert!(open(&[]).is_err() && open(&[Field::Holder]).is_err() && open(&[Field::Name]).is_err());
    assert_eq!(open(&[Field::Holder, Field::Name]), Ok(vec![(Field::Number, "1-A".into())]));
    let refused = Table::open(
        Input::bytes(list.into()),
        &Options { columns: vec![(Field::Number, None)], ..Options::default() },
    );
    assert!(matches!(refused.err(), Some(TableError::NoHeading { .. })));
}

#[test]
fn what_cannot_be_told_is_left_to_the_user() {
    let open = |list: &str, columns: Vec<(Field, Option<String>)>| {
        let options = Options { columns, ..Options::default() };
        assert_eq!(
            Table::open(Input::bytes(list.into()), &options).is_ok(),
            Table::open_undecided(Input::bytes(list.into()), &options).unwrap().problems.is_empty(),
            "{list}"
        );
        Table::open_undecided(Input::bytes(list.into()), &options).unwrap()
    };
    let fields = |table: &Table| table.columns.iter().map(|column| column.field).collect::<Vec<_>>();
    let list = "Номер документа;Номер документа;ФИО\n000101;000102;a\n";
    let table = open(list, Vec::new());
    assert!(matches!(
        table.problems[..],
        [TableError::SeveralColumns { field: Field::Number, .. }, TableError::NoHeading { .. }]
    ));
    assert_eq!(fields(&table), [None, None, Some(Field::Name)]);
    assert_eq!(fields(&open(list, vec![(Field::Number, Some("B".into()))]))[1], Some(Field::Number));
    for list in ["a;b\n1;2\n", "ФИО;ИИН\nА;500102100859\n"] {
        let table = open(list, Vec::new());
        assert!(!table.problems.is_empty(), "{list}");
        assert_eq!((table.columns.len(), table.preview.len()), (2, 1), "{list}");
    }
    for list in ["", "\n\n", "a\nb\n"] {
        assert!(Table::open_undecided(Input::bytes(list.into()), &Options::default()).is_err(), "{list:?}");
    }
}

#[test]
fn cells_that_are_not_read_are_kept() {
    let bytes = "number;remark;'code\n='0;x;=\"0001\"\n".as_bytes().to_vec();
    let row =
        Table::open(Input::bytes(bytes), &Options::default()).unwrap().next().unwrap().unwrap().unwrap();
    assert_eq!(row.unread, [(1, "x".to_string())]);
    assert_eq!(row.value(Field::Code), Some("0001"));
}

#[test]
fn an_unknown_heading_is_above_the_documents() {
    let list = "Список\nРеквизит;Шифр;Кто\n000101;0000-0000-0000-0000-0;a\n";
    let rows = read(list.as_bytes());
    let expected = vec![(Field::Number, "000101".into()), (Field::Code, "0000-0000-0000-0000-0".into())];
    assert_eq!(rows, [Ok((3, expected))]);
    let rows = read("Данные\nRST1:AB\n".as_bytes());
    assert_eq!(rows, [Ok((2, vec![(Field::Document, "RST1:AB".into())]))]);
}

#[test]
fn another_encoding_is_chosen_by_its_headings() {
    let text = "Номер документа;ФИО\n000101;Ертегиева Мысалжан\n";
    for encoding in [encoding_rs::X_MAC_CYRILLIC, encoding_rs::KOI8_U, encoding_rs::IBM866] {
        // X_MAC_CYRILLIC and the others have no Kazakh letters; `encode` would write entities.
        let (bytes, ..) = encoding.encode(text);
        let rows = read(&bytes);
        let name = rows[0].as_ref().unwrap().1[1].1.clone();
        assert_eq!(name, "Ертегиева Мысалжан", "{}", encoding.name());
    }
}

#[test]
fn a_word_for_no_value_is_an_absent_value() {
    let rows = read("number;code;issued_on;level;name\n1;;нет;н/д;a\n2;нет;;;b\n".as_bytes());
    let fields =
        |row: usize| rows[row].as_ref().unwrap().1.iter().map(|(field, _)| *field).collect::<Vec<_>>();
    assert_eq!(fields(0), [Field::Number, Field::Name]);
    assert_eq!(
        fields(1),
        [Field::Number, Field::Code, Field::Name],
        "what identifies a document is never left out"
    );
}

#[test]
fn a_file_without_a_heading_is_an_error() {
    for text in ["", "\n\n", "a;b\n1;2\n", "ФИО;ИИН\nА;500102100859\n"] {
        let result = Table::open(Input::bytes(text.as_bytes().to_vec()), &Options::default());
        assert!(matches!(result.err(), Some(TableError::NoHeading { .. })), "{text}");
    }
    let options = Options { sheet: None, columns: vec![(Field::Number, Some("B".into()))] };
    let table = Table::open(Input::bytes(b"list\na;b\n1;2\n".to_vec()), &options).unwrap();
    assert_eq!((table.heading_line, table.preview.len()), (2, 1));
}

/// A dialect of CSV.
#[derive(Debug, Clone)]
struct Dialect {
    delimiter: u8,
    quote: csv::QuoteStyle,
    ending: &'static str,
    encoding: usize,
    sep: bool,
    title: bool,
}

fn encode(text: &str, encoding: usize) -> Vec<u8> {
    let utf_16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => utf_16(true, u16::to_le_bytes),
        3 => utf_16(false, u16::to_le_bytes),
        4 => utf_16(true, u16::to_be_bytes),
        5 => utf_16(false, u16::to_be_bytes),
        _ => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
    }
}

fn dialect() -> impl Strategy<Value = Dialect> {
    (
        proptest::sample::select(b";,\t|".to_vec()),
        proptest::sample::select(vec![csv::QuoteStyle::Necessary, csv::QuoteStyle::Always]),
        proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        0usize..7,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(delimiter, quote, ending, encoding, sep, title)| Dialect {
            delimiter,
            quote,
            ending,
            encoding,
            sep,
            title,
        })
}

proptest! {
    #[test]
    fn any_dialect_gives_the_same_rows(
        dialect in dialect(),
        people in proptest::collection::vec(("[0-9]{6,12}", "[А-Я][а-я]{3,9}( [А-Я][а-я,;|\"]{2,9}[а-я])?"), 1..20),
    ) {
        let terminator = match dialect.ending {
            "\r\n" => csv::Terminator::CRLF,
            ending => csv::Terminator::Any(ending.as_bytes()[0]),
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(dialect.delimiter)
            .quote_style(dialect.quote)
            .terminator(terminator)
            .from_writer(Vec::new());
        writer.write_record(["№ п/п", "Номер документа", "ФИО"]).unwrap();
        for (at, (number, name)) in people.iter().enumerate() {
            writer.write_record([&at.to_string(), number, name]).unwrap();
        }
        let mut text = String::new();
        if dialect.sep {
            text += &format!("sep={}{}", char::from(dialect.delimiter), dialect.ending);
        }
        if dialect.title {
            text += &format!("Список{}", dialect.ending);
        }
        let first = 2 + u64::from(dialect.sep) + u64::from(dialect.title);
        text += std::str::from_utf8(&writer.into_inner().unwrap()).unwrap();
        let rows = read(&encode(&text, dialect.encoding));
        let expected: Vec<_> = people
            .iter()
            .zip(first..)
            .map(|((number, name), line)| {
                Ok((line, vec![(Field::Number, number.clone()), (Field::Name, name.clone())]))
            })
            .collect();
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let magic: [&[u8]; 4] = [b"", b"number;name\n", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];
        let bytes = [magic[bytes.len() % 4], &bytes].concat();
        if let Ok(table) = Table::open(Input::bytes(bytes), &Options::default()) {
            table.for_each(drop);
        }
    }
}
