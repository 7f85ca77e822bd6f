use super::*;

const CODES: [&str; 2] = ["0000-0000-0000-0000-0", "OOOO 0000 0000 0000 0"];
const PERSONS: [&str; 2] = ["500102100859", "500220101591"];

fn chosen(columns: &[(&str, [&str; 2])], options: &[(Field, &str)]) -> Result<Vec<Option<Field>>, String> {
    let headings: Vec<String> = columns.iter().map(|(heading, _)| (*heading).into()).collect();
    let rows: Vec<RawRow> = (0..2)
        .map(|row| RawRow { line: 2, cells: columns.iter().map(|(_, cells)| cells[row].into()).collect() })
        .collect();
    let options: Vec<_> = options
        .iter()
        .map(|(field, name)| (*field, Some((*name).to_string()).filter(|name| !name.is_empty())))
        .collect();
    let (columns, problems) = choose(&headings, &rows, &options).map_err(|error| error.to_string())?;
    if let Some(problem) = problems.first() {
        return Err(problem.to_string());
    }
    Ok(columns.iter().map(|column| column.field).collect())
}

#[test]
fn chooses_columns_by_heading_and_contents() {
    use Field::{Centre, Code, Document, Holder, IssuedOn, Name, Number, Profession, ValidUntil};
    let number = ("Номер документа", ["000101", "000102"]);
    for (name, other, expected) in [
        ("a row number", vec![("Номер", ["1", "2"])], vec![None]),
        ("a telephone number", vec![("Номер", ["+77010000000", "+77010000001"])], vec![None]),
        ("a telephone", vec![("Номер телефона", ["87010000000", "87010000001"])], vec![None]),
        ("a code of another kind", vec![("Код", ["17", "18"])], vec![None]),
        ("a code by its check character", vec![("Прочее", CODES)], vec![Some(Code)]),
        ("a code below the wrong heading", vec![("Код профессии", CODES)], vec![Some(Code)]),
        (
            "the code is not the vague one",
            vec![("Код", ["1", "2"]), ("Код проверки", CODES)],
            vec![None, Some(Code)],
        ),
        ("an identity number by its check digit", vec![("Данные", PERSONS)], vec![Some(Holder)]),
        ("digits without a check digit", vec![("Данные", ["500102100850", "500220101590"])], vec![None]),
        ("a wrong identity number is read", vec![("ИИН", ["500102100850", "1"])], vec![Some(Holder)]),
        ("one of two identity numbers", vec![("ИИН", ["", "1"]), ("ЖСН", PERSONS)], vec![None, Some(Holder)]),
        ("a code of a profession", vec![("Код профессии", ["7212-1", "7112-3"])], vec![Some(Profession)]),
        ("the document's or the post's", vec![("Профессия", ["7212-1", "7112-3"])], vec![None]),
        ("a post", vec![("Профессия по должности", ["Сварщик", "7112-3"])], vec![Some(Field::Post)]),
        ("a name of a centre", vec![("Центр", ["Қиял", "Қиял"])], vec![None]),
        ("a BIN of a centre", vec![("Центр", ["990140000017", "990140000017"])], vec![Some(Centre)]),
        ("an employer's BIN", vec![("БИН", ["990140000017", "990140000017"])], vec![None]),
        ("a term in words", vec![("Срок действия", ["5 лет", "3 года"])], vec![None]),
        ("a term as a date", vec![("Срок действия", ["22.05.2031", "22.05.2031"])], vec![Some(ValidUntil)]),
        ("a date", vec![("Дата выдачи", ["22.05.2026", "22.05.2026"])], vec![Some(IssuedOn)]),
        ("texts of documents", vec![("Штрихкод", ["RST1:AB", "rst1:ab"])], vec![Some(Document)]),
        (
            "links to documents",
            vec![("QR", ["https://a.example/#RST2:065", "#rst2:065"])],
            vec![Some(Document)],
        ),
        ("a word for a document", vec![("Документ", ["есть", "нет"])], vec![None]),
        (
            "surname, name",
            vec![("Фамилия", ["a", "b"]), ("Имя", ["c", "d"])],
            vec![Some(Field::Surname), Some(Field::GivenName)],
        ),
        ("a whole name", vec![("Имя", ["a b", "c d"])], vec![Some(Name)]),
        ("whole and parts", vec![("ФИО", ["a b", "c d"]), ("Фамилия", ["a", "c"])], vec![Some(Name), None]),
        (
            "a trade with its grade",
            vec![("Квалификация", ["Сварщик 4 разряда", "Монтажник 5 разряда"])],
            vec![None],
        ),
        (
            "a code with the name of the trade",
            vec![("Код профессии", ["7212-1 Сварщик", "Сварщик (7212-1)"])],
            vec![Some(Profession)],
        ),
        ("a certificate of another kind", vec![("Аттестат", ["А-123456", "А-123457"])], vec![None]),
        (
            "a date of another document",
            vec![("Дата выдачи удостоверения", ["22.05.2016", "22.05.2016"])],
            vec![None],
        ),
        (
            "a term of another document",
            vec![("Срок действия договора", ["22.05.2027", "22.05.2027"])],
            vec![None],
        ),
        (
            "dates behind an identity card",
            vec![
                ("Дата выдачи", ["22.05.2026", "22.05.2026"]),
                ("Номер удостоверения личности", ["012345678", "012345679"]),
                ("Дата выдачи", ["22.05.2016", "22.05.2016"]),
                ("Срок действия", ["22.05.2026", "22.05.2026"]),
            ],
            vec![Some(IssuedOn), None, None, None],
        ),
        ("a manager", vec![("ФИО", ["a", "b"]), ("ФИО руководителя", ["c", "c"])], vec![Some(Name), None]),
        (
            "a manager's number",
            vec![("ИИН", PERSONS), ("ИИН руководителя", PERSONS)],
            vec![Some(Holder), None],
        ),
        (
            "surname and name",
            vec![("Surname", ["a", "b"]), ("Name", ["c", "d"])],
            vec![Some(Field::Surname), Some(Field::GivenName)],
        ),
        (
            "surname and whole name",
            vec![("Surname", ["a", "b"]), ("Name", ["a c", "b d"])],
            vec![None, Some(Name)],
        ),
        ("counters beside the number", vec![("Number", ["1", "2"])], vec![None]),
    ] {
        let mut columns = vec![number];
        columns.extend(other);
        let mut all = vec![Some(Number)];
        all.extend(expected);
        assert_eq!(chosen(&columns, &[]), Ok(all), "{name}");
    }
    // Without a known heading, the contents decide.
    let numbers = ("Реквизит", ["000101", "000102"]);
    let code = ("Шифр", CODES);
    let day = ("День", ["22.05.2026", "22.05.2026"]);
    assert_eq!(chosen(&[numbers, code, day], &[]), Ok(vec![Some(Number), Some(Code), None]));
    assert_eq!(chosen(&[("No.", numbers.1), code], &[]), Ok(vec![Some(Number), Some(Code)]));
    assert!(chosen(&[("No.", ["1", "2"]), code], &[]).is_err(), "row numbers");
    assert!(chosen(&[numbers, ("Другой", numbers.1), code], &[]).is_err(), "two columns");
    assert_eq!(chosen(&[("Номер", ["0001", "0002"])], &[]), Ok(vec![Some(Number)]), "a number, vaguely");
}

#[test]
fn asks_for_a_choice_of_several_columns() {
    let columns = [
        ("Номер документа", ["000001", "000002"]),
        ("Номер сертификата", ["000003", "000004"]),
        ("ФИО", ["a", "b"]),
    ];
    let error = chosen(&columns, &[]).unwrap_err();
    assert!(error.contains("A \"Номер документа\"; B \"Номер сертификата\""), "{error}");
    let expected = Ok(vec![None, Some(Field::Number), Some(Field::Name)]);
    assert_eq!(chosen(&columns, &[(Field::Number, "номер сертификата")]), expected, "by heading");
    assert_eq!(chosen(&columns, &[(Field::Number, "b")]), expected, "by letter");
    let error = chosen(&columns, &[(Field::Number, "D")]).unwrap_err();
    assert!(error.contains("no column \"D\""), "{error}");
    let error = chosen(&[("ФИО", ["a", "b"])], &[]).unwrap_err();
    assert!(error.contains("ФИО"), "{error}");
}

#[test]
fn columns_have_letters() {
    for (index, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")] {
        assert_eq!(letter(index), expected);
    }
}
