//! `rastau rule` as a person uses it: words, bad facts, the calendar of a bundle.
#![allow(missing_docs)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rastau_tests::corpus;

const APPEAL: &str = "art22.p1.appeal-window";
const FACTS: &str = r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#;

fn rule(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rastau")).arg("rule").args(arguments).output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn in_bundle(bundle: &Path) -> Output {
    let root = corpus().join("bundles/base/roots/1.cose");
    let (bundle, root) = (bundle.to_str().unwrap(), root.to_str().unwrap());
    rule(&[APPEAL, "--facts", FACTS, "--bundle", bundle, "--root", root])
}

#[test]
fn an_answer_in_words_names_the_day_the_article_and_what_to_do() {
    for (lang, day, article) in [
        ("en", "31 March 2026", "art. 22, para. 1"),
        ("ru", "31 марта 2026 г.", "ст. 22, п. 1"),
        ("kk", "2026 ж. 31 наурыз", "22-бап, 1-тармақ"),
    ] {
        let (code, stdout, _) = said(&rule(&[APPEAL, "--lang", lang, "--facts", FACTS]));
        assert_eq!(code, Some(0));
        assert!(stdout.contains(day) && stdout.contains(article) && stdout.contains('→'), "{stdout}");
    }
}

#[test]
fn what_cannot_be_asked_gets_one_sentence() {
    for (arguments, code, sentence) in [
        (&["art99", "--facts", "{}"][..], 64, "there is no rule \"art99\"; `rastau rules` lists them"),
        (
            &[APPEAL, "--facts", r#"{"informed_on":"2026-02-30"}"#],
            65,
            "informed_on: \"2026-02-30\" is not a date; write it as YYYY-MM-DD",
        ),
        (&[APPEAL, "--facts", r#"{"told_on":"2026-02-20"}"#], 65, "told_on: unknown field"),
        (&[APPEAL, "--facts", "[]"], 65, "facts are a JSON object"),
        (
            &[APPEAL, "--lang", "ru", "--facts", r#"{"informed_on":"2026-02-30"}"#],
            65,
            "такого дня нет: 2026-02-30.",
        ),
        (&[APPEAL, "--lang", "kk", "--facts", "[]"], 65, "Деректер JSON нысаны болуы керек."),
        (&[APPEAL, "--facts", "{"], 65, "the facts are not JSON"),
    ] {
        let (found, stdout, stderr) = said(&rule(arguments));
        assert_eq!((found, stdout.as_str()), (Some(code), ""), "{stderr}");
        assert!(stderr.contains(sentence) && stderr.lines().count() == 1, "{stderr}");
    }
}

#[test]
fn a_blank_line_asks_nothing() {
    let mut asked = Command::new(env!("CARGO_BIN_EXE_rastau"));
    asked.args(["rule", APPEAL, "--facts", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut asked = asked.spawn().unwrap();
    let facts = format!("\n{FACTS}\n  \r\n{FACTS}\n\n");
    asked.stdin.take().unwrap().write_all(facts.as_bytes()).unwrap();
    let (code, stdout, _) = said(&asked.wait_with_output().unwrap());
    assert_eq!((code, stdout.lines().count()), (Some(0), 2), "{stdout}");
}

#[test]
fn the_calendar_of_a_bundle_counts_and_a_damaged_one_is_never_replaced() {
    let (_, built_in, _) = said(&rule(&[APPEAL, "--facts", FACTS]));
    assert_eq!(said(&in_bundle(&corpus().join("bundles/base"))), (Some(0), built_in, String::new()));
    for damaged in ["altered-tables", "cut-tables"] {
        let (code, stdout, stderr) = said(&in_bundle(&corpus().join("bundles").join(damaged)));
        assert_eq!((code, stdout.as_str()), (Some(69), ""), "{damaged}: {stderr}");
    }
}
