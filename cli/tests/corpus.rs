//! The corpus through the program: the same JSON, byte for byte, and the exit codes.
#![allow(missing_docs)]

mod common;

use common::{rastau_with_input, stdout};
use rastau_tests::{Case, cases, corpus, rule_lines};

/// Exit codes of an input that cannot be read and of a bundle that is refused.
const UNREADABLE: i32 = 65;
const REFUSED: i32 = 69;

/// Returns the output and the exit code of a case.
fn run(case: &Case, state: &std::path::Path) -> (String, Option<i32>) {
    let question = &case.question;
    let path = |name: &str| corpus().join(name).display().to_string();
    let (bundle, root, state_path) =
        (path(&question.bundle), path(&question.root), state.display().to_string());
    let mut arguments = vec!["verify", "--json", "--now", &question.now, "--accept", &question.accept];
    arguments.extend(["--bundle", &bundle, "--root", &root]);
    if let Some(on) = &question.on {
        arguments.extend(["--on", on]);
    }
    if let Some(trusted_state) = &question.state {
        std::fs::copy(corpus().join(trusted_state), state).unwrap();
        arguments.extend(["--state", &state_path]);
    }
    // On standard input, byte for byte: not every input fits into an argument.
    arguments.push("-");
    let output = rastau_with_input(&arguments, &case.input);
    (stdout(&output), output.status.code())
}

#[test]
fn verdicts_match_the_corpus() {
    let directory = tempfile::tempdir().unwrap();
    // The other cases have a grace period in seconds; --grace takes days or hours.
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.question.grace.is_none()).collect();
    assert!(cases.len() > 400, "{}", cases.len());
    for case in cases {
        let expected: serde_json::Value = serde_json::from_str(&case.expected).unwrap();
        let (stdout, code) = run(&case, &directory.path().join("state"));
        if let Some(stage) = expected.pointer("/error/stage") {
            let expected_code = if stage == "read" { UNREADABLE } else { REFUSED };
            assert_eq!((stdout.as_str(), code), ("", Some(expected_code)), "{}", case.name);
        } else {
            let expected_code =
                ["valid", "invalid", "indeterminate"].iter().position(|name| expected["outcome"] == *name);
            assert_eq!(stdout.trim_end(), case.expected, "{}", case.name);
            assert_eq!(code, expected_code.map(|code| i32::try_from(code).unwrap()), "{}", case.name);
        }
    }
}

/// Every rule as a stream: one line out for each line in, the committed bytes, and exit code 65 if one cannot be read.
#[test]
fn rules_match_the_corpus() {
    for rule in rastau_core::law::rules() {
        let (facts, answers) = rule_lines(rule.id);
        let output = rastau_with_input(&["rule", rule.id, "--facts", "-"], &facts);
        assert_eq!(stdout(&output), answers, "{}", rule.id);
        let has_error = answers.lines().any(|line| line.starts_with("{\"error\""));
        assert_eq!(output.status.code(), Some(if has_error { UNREADABLE } else { 0 }), "{}", rule.id);
    }
}
