//! `rastau rule`: answers as text, invalid facts, the calendar of a bundle.
#![allow(missing_docs)]

mod common;

use std::path::Path;
use std::process::Output;

use common::{rastau, rastau_with_input, stderr, stdout};
use rastau_tests::corpus;

const APPEAL: &str = "art22.p1.appeal-window";
const FACTS: &str = r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#;

fn rule(arguments: &[&str]) -> Output {
    rastau(Path::new("."), &[&["rule"], arguments].concat())
}

/// Returns the exit code, the output and what is on standard error.
fn parts(output: &Output) -> (Option<i32>, String, String) {
    (output.status.code(), stdout(output), stderr(output))
}

fn with_bundle(bundle: &Path) -> Output {
    let root = corpus().join("bundles/base/roots/1.cose");
    let (bundle, root) = (bundle.to_str().unwrap(), root.to_str().unwrap());
    rule(&[APPEAL, "--facts", FACTS, "--bundle", bundle, "--root", root])
}

#[test]
fn an_answer_as_text_states_the_day_the_article_and_advice() {
    for (lang, day, article) in [
        ("en", "31 March 2026", "art. 22, para. 1"),
        ("ru", "31 марта 2026 г.", "ст. 22, п. 1"),
        ("kk", "2026 ж. 31 наурыз", "22-бап, 1-тармақ"),
    ] {
        let (code, stdout, _) = parts(&rule(&[APPEAL, "--lang", lang, "--facts", FACTS]));
        assert_eq!(code, Some(0));
        assert!(stdout.contains(day) && stdout.contains(article) && stdout.contains('→'), "{stdout}");
    }
}

#[test]
fn unknown_rules_and_invalid_facts_are_reported_in_one_line() {
    for (arguments, code, sentence) in [
        (&["art99", "--facts", "{}"][..], 64, "there is no rule \"art99\"; `rastau rules` lists them"),
        (
            &[APPEAL, "--facts", r#"{"informed_on":"2026-02-30"}"#],
            65,
            "informed_on: \"2026-02-30\" is not a date; write it as YYYY-MM-DD",
        ),
        (&[APPEAL, "--facts", r#"{"told_on":"2026-02-20"}"#], 65, "told_on: unknown field"),
        (&[APPEAL, "--facts", "[]"], 65, "the facts are not a JSON object"),
        (
            &[APPEAL, "--lang", "ru", "--facts", r#"{"informed_on":"2026-02-30"}"#],
            65,
            "такого дня нет: 2026-02-30.",
        ),
        (&[APPEAL, "--lang", "kk", "--facts", "[]"], 65, "Деректер JSON нысаны болуы керек."),
        (&[APPEAL, "--facts", "{"], 65, "the facts are not JSON"),
    ] {
        let (found, stdout, stderr) = parts(&rule(arguments));
        assert_eq!((found, stdout.as_str()), (Some(code), ""), "{arguments:?}: {stderr}");
        assert!(stderr.contains(sentence) && stderr.lines().count() == 1, "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_blank_line_has_no_answer() {
    let facts = format!("\n{FACTS}\n  \r\n{FACTS}\n\n");
    let (code, stdout, _) = parts(&rastau_with_input(&["rule", APPEAL, "--facts", "-"], &facts));
    assert_eq!((code, stdout.lines().count()), (Some(0), 2), "{stdout}");
}

#[test]
fn the_calendar_of_a_bundle_is_used_and_a_damaged_one_is_refused() {
    let (_, built_in, _) = parts(&rule(&[APPEAL, "--facts", FACTS]));
    assert_eq!(parts(&with_bundle(&corpus().join("bundles/base"))), (Some(0), built_in, String::new()));
    for damaged in ["altered-tables", "cut-tables"] {
        let (code, stdout, stderr) = parts(&with_bundle(&corpus().join("bundles").join(damaged)));
        assert_eq!((code, stdout.as_str()), (Some(69), ""), "{damaged}: {stderr}");
    }
}
