//! The demo's documents, signed and typed. Their expected answers are in the demo's own table.

use serde_json::{Value, json};

use super::documents::Documents;
use super::ids::{CANCELLATION, CODE, FUTURE, HOLDER, LISTED, PROFESSION, RULES, all};
use super::row::{Expect, Row, invalid, unknown, valid, verdict};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let signed = documents.demo.iter().map(|document| {
        let list = |field: &str| -> Vec<&'static str> {
            let ids = document.expected[field].as_array().expect("a list of ids");
            ids.iter().map(|id| known(id.as_str().unwrap_or_default())).collect()
        };
        let why = format!("The demo's document \"{}\", scanned", document.name);
        let (violated, undetermined) = (list("violated"), list("undetermined"));
        let outcome = match document.expected["outcome"].as_str() {
            Some("valid") => "valid",
            Some("invalid") => "invalid",
            _ => "indeterminate",
        };
        let flips: Vec<_> = match document.name {
            "newer-than-snapshot" => vec![LISTED, PROFESSION],
            "not-yet-valid" => vec![FUTURE, PROFESSION],
            "tampered" => violated.clone(),
            _ => all(&[&violated, &undetermined]),
        };
        verdict(document.name, &why, document.text.clone(), outcome, &violated, &undetermined, &[])
            .flips(&flips)
    });
    let mut rows: Vec<Row> = signed.collect();
    let typed: Vec<Row> = rows.iter().map(|row| typed(documents, row)).collect();
    rows.extend(typed);
    rows
}

/// Returns the same id with a static lifetime.
fn known(id: &str) -> &'static str {
    let checks = rastau_core::verdict::CheckId::ALL;
    checks.iter().map(|check| check.id()).find(|known| *known == id).expect("a known check")
}

fn typed(documents: &Documents<'_>, signed: &Row) -> Row {
    let name = signed.name.as_str();
    let input = form(documents, name);
    let why = format!("The demo's document \"{name}\", typed from the printed document");
    let answer = match name {
        // A typed form has no signature, so a wrong one has no effect and the register decides.
        "wrong-key" | "key-out-of-scope" => valid(name, &why, input),
        "tampered" => invalid(name, &why, input, &["register.level"]),
        // Only the number and the stated day can be compared, and no rule can be applied.
        "no-code" => unknown(name, &why, input, &all(&[&[CODE, HOLDER, "register.issue-date"], RULES])),
        "newer-than-snapshot" => unknown(
            name,
            &why,
            input,
            &all(&[&[LISTED, CODE, HOLDER, "register.issue-date", CANCELLATION], RULES]),
        ),
        // Only typed fields can differ.
        _ => {
            let Expect::Verdict { outcome, violated, undetermined, .. } = &signed.expect else {
                unreachable!("the demo's documents all get a verdict")
            };
            verdict(name, &why, input, outcome, violated, undetermined, &[])
        }
    };
    let flips = match name {
        "wrong-key" | "key-out-of-scope" => Vec::new(),
        "tampered" => vec!["register.level"],
        "not-yet-valid" => vec![FUTURE, PROFESSION],
        "newer-than-snapshot" => vec![LISTED],
        "no-code" => vec![CODE, HOLDER, "register.issue-date"],
        _ => signed.flips.clone(),
    };
    answer.flips(&flips).named(&format!("{name}.typed"))
}

fn form(documents: &Documents<'_>, name: &str) -> String {
    let document = documents.demo.iter().find(|document| document.name == name).expect("a demo document");
    match &document.form {
        Some(form) => form.to_string(),
        None => {
            let level: &[(&str, Value)] =
                if name == "tampered" { &[("level", json!(document.claims.level))] } else { &[] };
            documents.form(name, level)
        }
    }
}
