use super::*;
use crate::document::MAX_CODE;

fn problem(json: &str) -> String {
    Form::read(json).expect_err(json).to_string()
}

#[test]
fn number_code_and_holder_are_enough() {
    let form = Form::read(r#"{"number":" N-1 ","code":"0000-0000-0000-0000-0","holder":"P 12345"}"#).unwrap();
    assert_eq!(form.number, "N-1");
    assert_eq!(form.code, Some(Code([0; 10])));
    assert_eq!(form.stated, Stated::default());
}

#[test]
fn errors_name_the_field() {
    for (json, message) in [
        (r#"{}"#, "number: is missing"),
        (r#"{"number":null}"#, "number: is missing"),
        (r#"[]"#, "must be an object, not a list"),
        (r#"{"number":"1","skills":"7"}"#, "skills: must be a list"),
        (r#"{"number":"1","skills":[7]}"#, "skills: must be a text"),
        (r#"{"number":"1","basis":{"kind":"standard"}}"#, "id must be"),
        (r#"{"number":"1","basis":{}}"#, "id must be"),
        (r#"{"number":"1","basis":{"kind":"standard","id":"1","x":1}}"#, "basis.x: unknown field"),
        (r#"{"number":""}"#, "number"),
        (r#"{"number":"1","number":"2"}"#, "number: duplicate field"),
        (r#"{"number":"1","numbr":"2"}"#, "numbr"),
        (r#"{"number":1}"#, "number: must be a text, not 1"),
        (r#"{"number":"1","code":"0000-0000-0000-0000-1"}"#, "code"),
        (r#"{"number":"1","holder":"850228300019"}"#, "holder"),
        (r#"{"number":"1","centre":"123"x}"#, "line 1"),
        (r#"{"number":"1","centre":"000000000001"}"#, "centre"),
        (r#"{"number":"1","issued_on":"2024-02-30"}"#, "issued_on"),
        (r#"{"number":"1","level":""}"#, "level"),
        (r#"{"number":"1","basis":{"kind":"x","id":"1"}}"#, "basis"),
        (r#"{"number":"1","name":"123"}"#, "name"),
        (r#"{"number":"1","skills":[""]}"#, "skills"),
        (r#"{"number":"1"} {"#, "trailing"),
    ] {
        assert!(problem(json).contains(message), "{json}: {}", problem(json));
    }
}

#[test]
fn other_values_may_follow_the_code_of_a_profession() {
    let read = |profession: &str| Form::read(&format!(r#"{{"number":"1","profession":"{profession}"}}"#));
    let long = "7212-1 (редакция 2017), 4";
    assert!(long.len() > MAX_CODE);
    assert_eq!(read(&format!("{long} уровень")).unwrap().stated.profession.as_deref(), Some(long));
    for wrong in
        ["9".repeat(33), format!("{} (2017)", "9".repeat(33)), format!("7212-1 ({})", "9".repeat(200))]
    {
        assert!(read(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_code_is_found_among_other_words() {
    let code = Code([0xb5; 10]);
    let printed = code.printed();
    for typed in [
        printed.replace('-', "."),
        printed.replace('-', " / "),
        format!("({printed})."),
        format!("код={printed}"),
        format!("{printed} - код проверки"),
        format!("Код проверки: {}", printed.to_lowercase().replace('-', " ")),
    ] {
        assert_eq!(typed_code(&typed), Ok(code), "{typed}");
    }
    let other = Code([0x5b; 10]).printed();
    assert!(typed_code(&format!("{printed} {other}")).is_err(), "two codes");
    assert!(typed_code(&printed[1..]).is_err());
}
