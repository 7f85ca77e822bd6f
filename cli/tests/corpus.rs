//! The corpus through the program: the same JSON, byte for byte, and the exit codes.
#![allow(missing_docs)]

use std::process::{Command, Stdio};

use rastau_tests::{Case, cases, corpus, rule_lines};

/// Exit code of an input that cannot be read, and of a bundle that is refused.
const UNREADABLE: i32 = 65;
const REFUSED: i32 = 69;

fn run(case: &Case, state: &std::path::Path) -> (String, Option<i32>) {
    let question = &case.question;
    let mut command = Command::new(env!("CARGO_BIN_EXE_rastau"));
    command.args(["verify", "--json", "--now", &question.now, "--accept", &question.accept]);
    command.arg("--bundle").arg(corpus().join(&question.bundle));
    command.arg("--root").arg(corpus().join(&question.root));
    if let Some(on) = &question.on {
        command.args(["--on", on]);
    }
    if let Some(seen) = &question.state {
        std::fs::copy(corpus().join(seen), state).unwrap();
        command.arg("--state").arg(state);
    }
    // On standard input, byte for byte: an argument could not hold every input.
    let mut child =
        command.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let input = case.input.clone();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || drop(std::io::Write::write_all(&mut stdin, input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn the_program_answers_as_the_corpus_says() {
    let folder = tempfile::tempdir().unwrap();
    // The command line has one grace, the policy's own.
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.question.grace.is_none()).collect();
    assert!(cases.len() > 400, "{}", cases.len());
    for case in cases {
        let expected: serde_json::Value = serde_json::from_str(&case.expected).unwrap();
        let (stdout, code) = run(&case, &folder.path().join("state"));
        if let Some(stage) = expected.pointer("/error/stage") {
            let wanted = if stage == "read" { UNREADABLE } else { REFUSED };
            assert_eq!((stdout.as_str(), code), ("", Some(wanted)), "{}", case.name);
        } else {
            let wanted =
                ["valid", "invalid", "indeterminate"].iter().position(|name| expected["outcome"] == *name);
            assert_eq!(stdout.trim_end(), case.expected, "{}", case.name);
            assert_eq!(code, wanted.map(|code| i32::try_from(code).unwrap()), "{}", case.name);
        }
    }
}

/// Every rule as a stream: as many lines out as in, the committed bytes, and the exit code of what could not be read.
#[test]
fn the_rules_answer_as_the_corpus_says() {
    for rule in rastau_core::law::rules() {
        let (facts, answers) = rule_lines(rule.id);
        let mut child = Command::new(env!("CARGO_BIN_EXE_rastau"))
            .args(["rule", rule.id, "--facts", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let writer =
            std::thread::spawn(move || drop(std::io::Write::write_all(&mut stdin, facts.as_bytes())));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), answers, "{}", rule.id);
        let refused = answers.lines().any(|line| line.starts_with("{\"error\""));
        assert_eq!(output.status.code(), Some(if refused { UNREADABLE } else { 0 }), "{}", rule.id);
    }
}
