use super::*;
use crate::text::Encoding;

fn rows(text: &str, columns: Option<usize>) -> Result<Vec<(u64, Vec<String>)>, String> {
    let mut records = Records::new(Utf8::new(text.as_bytes(), Encoding::UTF_8), b';');
    records.columns = columns;
    records.map(|row| row.map(|row| (row.line, row.cells)).map_err(|error| error.to_string())).collect()
}

#[test]
fn counts_lines_as_an_editor_does() {
    let lines = |text| rows(text, None).unwrap().into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(lines("a;b\n1;2\n\n\n3;4\n"), [1, 2, 3, 4, 5]);
    assert_eq!(lines("a;b\r\n1;2\r\n\r\n3;4"), [1, 2, 3, 4]);
    assert_eq!(lines("a;b\r1;2\r\r3;4\r"), [1, 2, 3, 4]);
    assert_eq!(lines("a;b\n\"1\r\n\n2\";x\n3;4\n"), [1, 2, 5]);
    assert_eq!(lines("\n\na;b\n1;2"), [1, 2, 3, 4]);
    assert_eq!(lines(""), [0; 0]);
}

#[test]
fn reads_cells() {
    for (text, expected) in [
        ("a;b", &["a", "b"][..]),
        (";;", &["", "", ""]),
        ("a;\"b;c\"", &["a", "b;c"]),
        ("\"a\"\"b\";c", &["a\"b", "c"]),
        ("\"\";c", &["", "c"]),
        ("a; \"b\" ;c", &["a", "b", "c"]),
        ("LLP \"Qiyal\";c", &["LLP \"Qiyal\"", "c"]),
        ("\"Qiyal\" LLP;c", &["\"Qiyal\" LLP", "c"]),
        ("\"a\nb\";c", &["a\nb", "c"]),
    ] {
        assert_eq!(rows(text, None).unwrap()[0].1, expected, "{text}");
    }
}

#[test]
fn reports_the_line_of_an_unclosed_quotation_mark() {
    for (name, text, line) in [
        ("to the end of the file", "a;b;c\n1;2;\"x\n3;4;y\n5;6;z\n", 2),
        ("in a later line of the cell", "a;b;c\n\"1\n\";2;\"x\n3;4;y\n", 3),
        ("closed by the mark of another row", "a;b;c\n1;2;\"x\n3;4;\"y\n5;6;z\n", 2),
        ("closed in a row in between", "a;b;c\n1;2;\"x\n3;4;y\"\n5;6;z\n", 2),
        ("closed in the same row", "a;b;c\n1;\"2;\"x\n", 2),
    ] {
        let error = rows(text, Some(3)).unwrap_err();
        assert!(error.contains(&format!("line {line}")), "{name}: {error}");
    }
}

#[test]
fn limits_rows_and_columns() {
    let error = rows(&format!("a\n{}", "x".repeat(MAX_ROW_BYTES + 1)), None).unwrap_err();
    assert!(error.contains("line 2"), "{error}");
    let error = rows(&format!("a\n\n\"{}", "x\n".repeat(MAX_ROW_BYTES)), None).unwrap_err();
    assert!(error.contains("line 3"), "{error}");
    let error = rows(&format!("a\n{}", ";".repeat(MAX_COLUMNS)), None).unwrap_err();
    assert!(error.contains("line 2"), "{error}");
    assert_eq!(rows(&";".repeat(MAX_COLUMNS - 1), None).unwrap()[0].1.len(), MAX_COLUMNS);
}
