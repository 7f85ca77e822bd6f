//! `rastau law` and `rastau rules`, as text and as JSON.
#![allow(missing_docs)]

mod common;

use std::path::Path;

use common::{fail, rastau, rastau_with_input, stdout};
use rastau_core::calendar::WorkingDays;
use rastau_core::law::{rule, rules};
use serde_json::Value;

/// Runs a command that must succeed without warnings or colours; returns what it printed.
fn text(arguments: &[&str]) -> String {
    let output = rastau(Path::new("."), arguments);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{arguments:?}");
    let text = stdout(&output);
    assert!(!text.contains('\u{1b}'), "colour without a terminal");
    text
}

fn json(arguments: &[&str]) -> Value {
    let text = text(arguments);
    assert_eq!(text.trim_end().lines().count(), 1);
    serde_json::from_str(&text).unwrap()
}

fn refused(arguments: &[&str]) -> (i32, String) {
    fail(Path::new("."), arguments)
}

#[test]
fn every_norm_is_listed_in_lines_of_at_most_100_columns() {
    let list = text(&["law"]);
    let norms = json(&["law", "--json"]);
    let norms = norms.as_array().unwrap();
    assert_eq!(norms.len(), 224);
    for norm in norms {
        let id = norm["id"].as_str().unwrap();
        let line = list.lines().find(|line| line.split_whitespace().next() == Some(id));
        assert!(line.unwrap_or_else(|| panic!("{id}")).contains(norm["class"].as_str().unwrap()), "{id}");
    }
    assert_eq!(list.lines().filter(|line| line.starts_with("Article ")).count(), 31);
    for arguments in [&["law"][..], &["law", "--coverage"], &["law", "17"], &["law", "4"], &["law", "26"]] {
        let page = text(arguments);
        let long = page.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{arguments:?}");
    }
}

#[test]
fn an_article_shows_where_each_norm_is_implemented() {
    let article = text(&["law", "22"]);
    for part in [
        "Article 22. Appeals",
        "art22.p1.appeal-window  art. 22.1",
        "the rule of this id, in law::articles::a22_appeals::p1_window",
        "art22.p3.part2  art. 22.3, part 2",
        "nothing to compute.",
    ] {
        assert!(article.contains(part), "{part}");
    }
    assert_eq!(json(&["law", "22", "--json"]).as_array().unwrap().len(), 6);
    assert!(text(&["law", "15"]).contains("art. 15.5, note"));
    let participants = text(&["law", "4"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(participants.contains("ParticipantKind.NationalChamber: national-chamber"));
    assert!(text(&["law", "6"]).contains("not carried. A database of people."));
    for wrong in ["0", "32", "22.1", "x", ""] {
        let (code, sentence) = refused(&["law", wrong]);
        assert!(code == 64 && sentence.contains("articles 1 to 31"), "{wrong}: {sentence}");
    }
    assert_eq!(refused(&["law", "22", "--coverage"]).0, 64);
    assert_eq!(refused(&["law", "--drift", "x", "--coverage"]).0, 64);
}

#[test]
fn the_coverage_adds_up() {
    let table = text(&["law", "--coverage"]);
    let numbers = |line: &str| -> Vec<usize> {
        let cells: Vec<&str> = line.split_whitespace().rev().take(5).collect();
        cells.iter().rev().map(|cell| if *cell == "·" { 0 } else { cell.parse().unwrap() }).collect()
    };
    let rows: Vec<&str> = table.lines().skip(1).take_while(|line| !line.trim().is_empty()).collect();
    let (all, articles) = rows.split_last().unwrap();
    assert_eq!((articles.len(), numbers(all)), (32, vec![83, 33, 45, 63, 224]));
    let sum = |column: usize| articles.iter().map(|row| numbers(row)[column]).sum::<usize>();
    assert_eq!((0..5).map(sum).collect::<Vec<_>>(), numbers(all));
    assert!(table.contains("83 of the 83 computable norms have a rule. 224 norms in 213 units"), "{table}");
    let json = json(&["law", "--coverage", "--json"]);
    assert_eq!((&json["classes"]["computable"], &json["with_rule"]), (&83.into(), &83.into()));
    assert_eq!(json["articles"].as_array().unwrap().len(), 32);
}

#[test]
fn another_text_than_the_act_drifts() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name).to_str().unwrap().to_string();
    std::fs::write(path("act.md"), "# On kites\n\n## Article 22. Kites\n\n1. Fly.\n\n9. High.\n").unwrap();
    let output = rastau(directory.path(), &["law", "--drift", "act.md"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1));
    let line =
        |begin: &str| text.lines().find(|line| line.starts_with(begin)).unwrap_or_default().to_string();
    assert!(line("changed  art22.p1 ").contains("art22.p1.appeal-window"), "{text}");
    assert!(line("missing  art22.p2 ").contains("art22.p2.appeal-consideration"), "{text}");
    assert!(!line("added    art22.p9").is_empty(), "{text}");
    assert!(text.contains("2 changed, 211 missing, 1 added, 0 moved"), "{text}");
    let output = rastau(directory.path(), &["law", "--json", "--drift", "act.md"]);
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
fn drift_reads_standard_input() {
    let output = rastau_with_input(&["law", "--drift", "-"], "Article 31. Begin\n\nNow.\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("changed  art31 "));
}

#[test]
fn rules_are_listed_with_facts_that_each_decides() {
    let list = text(&["rules"]);
    let listed = json(&["rules", "--json"]);
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), rules().count());
    for entry in listed {
        let id = entry["id"].as_str().unwrap();
        assert!(list.lines().any(|line| line.split_whitespace().next() == Some(id)), "{id}");
        let result =
            rule(id).unwrap().judge(&entry["example"].to_string(), &WorkingDays::built_in()).unwrap();
        assert_ne!(result.ruling.answer.name(), "undetermined", "{id}");
    }
    let count = |article: &str| json(&["rules", article, "--json"]).as_array().unwrap().len();
    assert_eq!((count("19"), count("12")), (3, 0));
    let first = text(&["rules", "22"]).lines().take(3).collect::<Vec<_>>().join("\n");
    assert!(
        first.starts_with(
            "art22.p1.appeal-window  Law No. 14-VIII, art. 22, para. 1\n    Time to appeal\n    A"
        )
    );
    assert!(
        text(&["rules", "22", "--lang", "ru"]).contains("ст. 22, п. 1\n    Срок подачи апелляции\n    {")
    );
    assert_eq!(refused(&["rules", "32"]).0, 64);
}
