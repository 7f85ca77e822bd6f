use super::*;

#[test]
fn comments_and_literals_are_blanked_and_places_kept() {
    let cases = [
        ("a // b\nc", "a     \nc"),
        ("a /* b /* c */ d */ e", "a                   e"),
        (r#"f("x\"y", 'z')"#, r#"f("    ", ' ')"#),
        (r##"r#"a"b"# c"##, r##"r#"   "# c"##),
        (r#"br"a\" b"#, r#"br"  " b"#),
        ("fn f<'a>(x: &'a str, c: char) { c == '\\'' }", "fn f<'a>(x: &'a str, c: char) { c == '  ' }"),
        ("r#type + 'static", "r#type + 'static"),
        ("\"\n\"", "\"\n\""),
        ("\"no end", "\"      "),
    ];
    for (text, expected) in cases {
        assert_eq!(code(text), expected, "{text}");
    }
    let kazakh = "let a = \"ұлт\"; // қаз\nlet 'ә' = b;";
    assert_eq!(code(kazakh).len(), kazakh.len());
    assert_eq!(code(kazakh).find("let '"), kazakh.find("let '"));
}

#[test]
fn test_items_are_blanked() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() { [1]; }\n}\nfn c() {}\n#[cfg(test)]\nuse x;\nfn d() {}";
    let kept = without_tests(text);
    assert_eq!(kept.len(), text.len());
    let left: Vec<&str> = kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(left, ["fn a() {}", "fn c() {}", "fn d() {}"]);
    assert_eq!(
        without_tests("#[cfg(test)]\n#[path = \" \"]\nmod t;\na"),
        format!("{:12}\n{:13}\n{:6}\na", "", "", "")
    );
}

#[test]
fn words_stand_alone() {
    let at = |text: &str, needle: &str| words(text, needle).collect::<Vec<_>>();
    assert_eq!(at("unsafe unsafe_code my_unsafe unsafe{", "unsafe"), [0, 29]);
    assert_eq!(at("println!(eprintln!)", "println!"), [0]);
    assert_eq!(at("x crate::a", "crate::"), [2]);
}

#[test]
fn lines_are_counted_from_one() {
    assert_eq!([line("a\nb\nc", 0), line("a\nb\nc", 2), line("a\nb\nc", 4)], [1, 2, 3]);
}

#[test]
fn braces_end_where_they_close() {
    assert_eq!(braces("{ a { b } c } d"), " a { b } c ");
}
