//! The corpus matches its generator, store and core give its answers, and it covers every check and error number.
//! `corpus/README.md` describes the files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rastau_core::verdict::CheckId;
use rastau_tests::{Case, cases, corpus, replay, transcripts_in};
use serde_json::Value;

/// Checks that no case can change alone, with the reason.
const NEVER_ALONE: [(&str, &str); 1] = [(
    "document.issue-date",
    "before its future date of issue the document is not valid yet either, and after it, on a future day, it may still \
     be cancelled",
)];

/// Error numbers that no case can produce, with the reason.
const NOT_SHOWN: [(u16, &str); 0] = [];

fn files(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files(&path, &format!("{name}/"), found);
        } else {
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for part in ["bundles", "cases", "states", "updates"] {
        files(&folder.join(part), &format!("{part}/"), &mut found);
    }
    found
}

#[test]
fn the_generator_writes_the_committed_files() {
    let temporary = tempfile::tempdir().unwrap();
    let (written, updates) = rastau_tests::make::write(temporary.path());
    assert_eq!((written, updates), (cases().len(), transcripts_in(&corpus()).len()));
    let (committed, generated) = (tree(&corpus()), tree(temporary.path()));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<BTreeSet<_>>();
    let only: Vec<_> = names(&committed).symmetric_difference(&names(&generated)).cloned().collect();
    assert!(only.is_empty(), "on one side only: {only:?}; cargo run -p rastau-tests --bin corpus");
    let differ: Vec<_> = committed.iter().filter(|(name, bytes)| generated[*name] != **bytes).collect();
    let differ: Vec<_> = differ.iter().map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "different: {differ:?}; cargo run -p rastau-tests --bin corpus");
}

#[test]
fn store_and_core_give_the_expected_answers() {
    let wrong: Vec<String> = cases()
        .iter()
        .map(|case| (case, replay(case)))
        .filter(|(case, answer)| *answer != case.expected)
        .map(|(case, answer)| format!("{}\n  expected {}\n  answered {answer}", case.name, case.expected))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_states_its_purpose() {
    for case in cases() {
        let why = case.question.why.trim();
        assert!(!why.is_empty() && !why.contains('\n'), "{}: `why` must be one line", case.name);
        for check in &case.question.flips {
            assert!(
                CheckId::ALL.iter().any(|known| known.id() == check),
                "{}: unknown check {check}",
                case.name
            );
        }
    }
}

/// Returns the findings of a case that are not satisfied, or not applicable because of another check: the id, and the
/// ids or reasons that the finding names.
fn odd(case: &Case) -> BTreeMap<String, Vec<String>> {
    let json: Value = serde_json::from_str(&case.expected).unwrap();
    let findings = json["findings"].as_array().cloned().unwrap_or_default();
    let blames = |finding: &Value| -> Option<Vec<String>> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        match finding["outcome"].as_str().unwrap() {
            "satisfied" => None,
            "not_applicable" => finding.get("because").map(|check| vec![text(check)]),
            "undetermined" => Some(finding["missing"].as_array().unwrap().iter().map(text).collect()),
            _ => Some(Vec::new()),
        }
    };
    findings
        .iter()
        .filter_map(|finding| Some((finding["id"].as_str()?.to_string(), blames(finding)?)))
        .collect()
}

/// Returns the deviating checks that neither `flips` names nor depend on a check that it names.
fn only_flips(odd: &BTreeMap<String, Vec<String>>, flips: &[String]) -> Vec<String> {
    let mut explained: BTreeSet<&str> = flips.iter().map(String::as_str).collect();
    loop {
        let rests = |blames: &[String]| blames.iter().any(|check| explained.contains(check.as_str()));
        let more: Vec<&str> = odd
            .iter()
            .filter(|(id, blames)| !explained.contains(id.as_str()) && rests(blames))
            .map(|(id, _)| id.as_str())
            .collect();
        if more.is_empty() {
            break;
        }
        explained.extend(more);
    }
    odd.keys().filter(|id| !explained.contains(id.as_str())).cloned().collect()
}

#[test]
fn a_case_changes_the_checks_of_its_flips_only() {
    for case in cases().iter().filter(|case| !case.expected.starts_with("{\"error\"")) {
        let odd = odd(case);
        for check in &case.question.flips {
            assert!(odd.contains_key(check), "{}: {check} is satisfied", case.name);
        }
        let others = only_flips(&odd, &case.question.flips);
        assert!(others.is_empty(), "{}: not named in flips: {others:?}", case.name);
    }
}

#[test]
fn every_check_has_a_case_that_changes_it_alone() {
    let cases = cases();
    // The questions of the corpus state nothing beside a document; unit tests of core flip that check.
    for check in CheckId::ALL.into_iter().filter(|check| *check != CheckId::StatedBeside).map(CheckId::id) {
        let alone = cases.iter().find(|case| case.question.flips == [check]);
        let named = cases.iter().any(|case| case.question.flips.iter().any(|flip| flip == check));
        let excepted = NEVER_ALONE.iter().any(|(id, _)| *id == check);
        assert!(named, "no case has {check} in its flips");
        assert_eq!(alone.is_none(), excepted, "{check}: {:?}", alone.map(|case| &case.name));
        println!("{check}: {}", alone.map_or("not alone", |case| &case.name));
    }
}

#[test]
fn every_error_number_has_a_case() {
    let read = (1..=8).chain(20..=22).chain(60..=63).map(|code| ("read", code));
    let open = (100..=110).map(|code| ("open", code));
    let shown: BTreeSet<String> = cases().into_iter().map(|case| case.expected).collect();
    for (stage, code) in
        read.chain(open).filter(|(_, code)| !NOT_SHOWN.iter().any(|(known, _)| known == code))
    {
        let error = format!("{{\"error\":{{\"stage\":\"{stage}\",\"code\":{code}}}}}");
        assert!(shown.contains(&error), "no case has the answer {error}");
    }
}
