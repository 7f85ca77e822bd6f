//! `rastau law` and `rastau rules` as a person and a program use them.
#![allow(missing_docs)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use rastau_core::calendar::WorkingDays;
use rastau_core::law::{rule, rules};
use serde_json::Value;

fn rastau(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rastau")).args(arguments).output().unwrap()
}

fn said(arguments: &[&str]) -> String {
    let output = rastau(arguments);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{arguments:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('\u{1b}'), "colour where there is no terminal");
    text
}

fn json(arguments: &[&str]) -> Value {
    let text = said(arguments);
    assert_eq!(text.trim_end().lines().count(), 1);
    serde_json::from_str(&text).unwrap()
}

fn refused(arguments: &[&str]) -> (i32, String) {
    let output = rastau(arguments);
    assert!(output.stdout.is_empty(), "{arguments:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn every_norm_is_listed_in_lines_that_fit() {
    let text = said(&["law"]);
    let norms = json(&["law", "--json"]);
    let norms = norms.as_array().unwrap();
    assert_eq!(norms.len(), 221);
    for norm in norms {
        let id = norm["id"].as_str().unwrap();
        let line = text.lines().find(|line| line.split_whitespace().next() == Some(id));
        assert!(line.unwrap_or_else(|| panic!("{id}")).contains(norm["class"].as_str().unwrap()), "{id}");
    }
    assert_eq!(text.lines().filter(|line| line.starts_with("Article ")).count(), 31);
    for arguments in [&["law"][..], &["law", "--coverage"], &["law", "17"], &["law", "4"], &["law", "26"]] {
        let text = said(arguments);
        let long = text.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{arguments:?}");
    }
}

#[test]
fn an_article_tells_where_each_of_its_norms_stands() {
    let text = said(&["law", "22"]);
    for part in [
        "Article 22. Appeals",
        "art22.p1.appeal-window  art. 22.1",
        "the rule of this id, in law::appeal",
        "art22.p3.part2  art. 22.3, part 2",
        "nothing to compute.",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(json(&["law", "22", "--json"]).as_array().unwrap().len(), 6);
    assert!(said(&["law", "15"]).contains("art. 15.5, note"));
    assert!(said(&["law", "4"]).contains("ParticipantKind.NationalChamber: national-chamber"));
    assert!(said(&["law", "6"]).contains("not carried. A database of people."));
    for wrong in ["0", "32", "22.1", "x", ""] {
        let (code, sentence) = refused(&["law", wrong]);
        assert!(code == 64 && sentence.contains("articles 1 to 31"), "{wrong}: {sentence}");
    }
    assert_eq!(refused(&["law", "22", "--coverage"]).0, 64);
    assert_eq!(refused(&["law", "--drift", "x", "--coverage"]).0, 64);
}

#[test]
fn the_coverage_adds_up() {
    let text = said(&["law", "--coverage"]);
    let numbers = |line: &str| -> Vec<usize> {
        let cells: Vec<&str> = line.split_whitespace().rev().take(5).collect();
        cells.iter().rev().map(|cell| if *cell == "·" { 0 } else { cell.parse().unwrap() }).collect()
    };
    let rows: Vec<&str> = text.lines().skip(1).take_while(|line| !line.trim().is_empty()).collect();
    let (all, articles) = rows.split_last().unwrap();
    assert_eq!((articles.len(), numbers(all)), (32, vec![76, 33, 45, 67, 221]));
    let sum = |column: usize| articles.iter().map(|row| numbers(row)[column]).sum::<usize>();
    assert_eq!((0..5).map(sum).collect::<Vec<_>>(), numbers(all));
    assert!(text.contains("76 of the 76 computable norms have a rule. 221 norms in 213 units"), "{text}");
    let json = json(&["law", "--coverage", "--json"]);
    assert_eq!((&json["classes"]["computable"], &json["with_rule"]), (&76.into(), &76.into()));
    assert_eq!(json["articles"].as_array().unwrap().len(), 32);
}

#[test]
fn a_text_that_is_not_the_act_drifts() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_string();
    std::fs::write(path("act.md"), "# On kites\n\n## Article 22. Kites\n\n1. Fly.\n\n9. High.\n").unwrap();
    let output = rastau(&["law", "--drift", &path("act.md")]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let line =
        |begin: &str| text.lines().find(|line| line.starts_with(begin)).unwrap_or_default().to_string();
    assert!(line("changed  art22.p1 ").contains("art22.p1.appeal-window"), "{text}");
    assert!(line("missing  art22.p2 ").contains("art22.p2.appeal-consideration"), "{text}");
    assert!(!line("added    art22.p9").is_empty(), "{text}");
    assert!(text.contains("2 changed, 211 missing, 1 added, 0 moved"), "{text}");
    let output = rastau(&["law", "--json", "--drift", &path("act.md")]);
    let drift: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), drift["added"][0]["unit"].as_str()), (Some(1), Some("art22.p9")));

    std::fs::write(path("latin1.txt"), [b'A', 0xe9]).unwrap();
    std::fs::write(path("big.txt"), vec![b'a'; (4 << 20) + 1]).unwrap();
    std::fs::write(path("other.txt"), "Статья 1. Понятия").unwrap();
    for (name, code, word) in [
        ("nowhere.txt", 66, "nowhere.txt"),
        ("latin1.txt", 65, "UTF-8"),
        ("big.txt", 65, "longer than"),
        ("other.txt", 65, "no article"),
    ] {
        let (found, sentence) = refused(&["law", "--drift", &path(name)]);
        assert_eq!(found, code, "{sentence}");
        assert!(sentence.contains(word) && sentence.trim_end().lines().count() == 1, "{sentence}");
    }
}

#[test]
fn a_text_may_come_on_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rastau"))
        .args(["law", "--drift", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"Article 31. Begin\n\nNow.\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("changed  art31 "));
}

#[test]
fn rules_are_listed_with_facts_that_they_decide() {
    let text = said(&["rules"]);
    let listed = json(&["rules", "--json"]);
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), rules().count());
    for entry in listed {
        let id = entry["id"].as_str().unwrap();
        assert!(text.lines().any(|line| line.split_whitespace().next() == Some(id)), "{id}");
        let result =
            rule(id).unwrap().judge(&entry["example"].to_string(), &WorkingDays::built_in()).unwrap();
        assert_ne!(result.ruling.answer.name(), "undetermined", "{id}");
    }
    let of = |article: &str| json(&["rules", article, "--json"]).as_array().unwrap().len();
    assert_eq!((of("19"), of("12")), (3, 0));
    let first = said(&["rules", "22"]).lines().take(3).collect::<Vec<_>>().join("\n");
    assert!(
        first.starts_with(
            "art22.p1.appeal-window  Law No. 14-VIII, art. 22, para. 1\n    Time to appeal\n    A"
        )
    );
    assert!(
        said(&["rules", "22", "--lang", "ru"]).contains("ст. 22, п. 1\n    Срок подачи апелляции\n    {")
    );
    assert_eq!(refused(&["rules", "32"]).0, 64);
}
