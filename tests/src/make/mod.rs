//! Generates the corpus from fixed seeds. The expected answers are written by hand in the `rows_…` tables, from the Law
//! and the formats. If an answer differs, the generator panics and the committed corpus is unchanged.

mod attacks;
mod bundles;
mod delta;
mod docs;
mod documents;
mod ids;
mod row;
mod rows_bundle;
mod rows_centre;
mod rows_date;
mod rows_demo;
mod rows_input;
mod rows_link;
mod rows_name;
mod rows_open;
mod rows_read;
mod rows_register;
mod rows_signed;
mod rows_snapshot;
mod updates;
mod world;

use std::collections::BTreeSet;
use std::path::Path;

use rastau_registry::demo::{DemoOptions, REGISTER};
use rastau_registry::{Register, RegistryError};
use serde_json::Value;

use crate::case::{Question, replay_in};
use bundles::{Maker, instant};
use documents::Documents;
use row::{Expect, NOW, Row};
use world::AllKeys;

/// The number of the demo's documents in the register.
const DOCUMENTS: u64 = 80;
/// The first date of issue that the register covers.
const COVERED_FROM: &str = "2024-01-01";

/// Writes the corpus into the empty directory `into`; returns the number of cases and of updates.
///
/// # Panics
/// If an answer differs from the tables, with every difference.
#[must_use]
pub fn write(into: &Path) -> (usize, usize) {
    let rows = bundles(into).unwrap_or_else(|error| panic!("cannot generate the corpus: {error}"));
    let mut names = BTreeSet::new();
    let mut problems = Vec::new();
    for row in &rows {
        assert!(names.insert(&row.name), "duplicate case name {}", row.name);
        let (question, answer) = ask(into, row);
        problems.extend(differences(row, &answer).map(|difference| format!("{}: {difference}", row.name)));
        save(&into.join("cases").join(&row.name), row, &question, &answer);
    }
    assert!(problems.is_empty(), "the answers differ from the tables:\n{}", problems.join("\n"));
    (rows.len(), updates::write(into))
}

fn bundles(into: &Path) -> Result<Vec<Row>, RegistryError> {
    let keys = AllKeys::generate()?;
    let temporary = tempfile::tempdir().expect("cannot create a temporary directory");
    let mut register = Register::create(&temporary.path().join("register.sqlite"), REGISTER, COVERED_FROM)?;
    let options = DemoOptions { documents: DOCUMENTS, now: instant(NOW), certificates: false };
    let mut documents = documents::issue(&mut register, &keys, &options)?;
    let maker = Maker::base(into, &register, &keys)?;
    maker.damaged()?;
    maker.long()?;
    maker.signatures()?;
    maker.without_link()?;
    maker.others()?;
    maker.lists()?;
    maker.chains()?;
    maker.roots()?;
    maker.second(&register, &documents.claims("ordinary").number)?;
    maker.states();
    maker.single_file()?;
    documents::add_later(&register, &mut documents)?;
    maker.delta(&register, &documents)?;
    maker.for_updates()?;
    Ok(rows(&documents))
}

fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let tables: [fn(&Documents<'_>) -> Vec<Row>; 12] = [
        rows_demo::rows,
        rows_register::rows,
        rows_name::rows,
        rows_centre::rows,
        rows_date::rows,
        rows_signed::rows,
        rows_snapshot::rows,
        rows_bundle::rows,
        rows_input::rows,
        rows_link::rows,
        rows_read::rows,
        rows_open::rows,
    ];
    tables.iter().flat_map(|table| table(documents)).collect()
}

fn ask(corpus: &Path, row: &Row) -> (Question, String) {
    let question = Question {
        why: row.why.clone(),
        bundle: format!("bundles/{}", row.bundle),
        root: format!("bundles/{}", row.root),
        now: row.now.into(),
        on: row.on.map(str::to_string),
        accept: row.accept.into(),
        grace: row.grace,
        state: row.state.map(|name| format!("states/{name}.state")),
        flips: row.flips.iter().map(|check| (*check).to_string()).collect(),
    };
    let answer = replay_in(corpus, &question, &row.input);
    (question, answer)
}

/// Returns how the answer differs from the table.
fn differences(row: &Row, answer: &str) -> impl Iterator<Item = String> {
    let json: Value = serde_json::from_str(answer).expect("the answer is not JSON");
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: String, found: String| {
        if expected != found {
            differences.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    match &row.expect {
        Expect::Read(code) => compare("error", format!("read {code}"), error(&json)),
        Expect::Open(code) => compare("error", format!("open {code}"), error(&json)),
        Expect::Verdict { .. } if json.get("error").is_some() => {
            compare("error", "none".into(), error(&json));
        }
        Expect::Verdict { outcome, violated, undetermined, contestable } => {
            compare("outcome", (*outcome).into(), json["outcome"].as_str().unwrap_or_default().into());
            let link = json["link"].as_str().unwrap_or("none");
            compare("link", row.link.unwrap_or("none").into(), link.into());
            for (word, expected) in
                [("violated", violated), ("undetermined", undetermined), ("contestable", contestable)]
            {
                let expected: BTreeSet<&str> = expected.iter().copied().collect();
                let found = ids(&json, word);
                let more: Vec<_> = found.difference(&expected).collect();
                let less: Vec<_> = expected.difference(&found).collect();
                compare(
                    word,
                    "".into(),
                    if more.is_empty() && less.is_empty() {
                        "".into()
                    } else {
                        format!("more {more:?}, less {less:?}")
                    },
                );
            }
        }
    }
    differences.into_iter()
}

fn ids<'j>(json: &'j Value, outcome: &str) -> BTreeSet<&'j str> {
    let findings = json["findings"].as_array().map(Vec::as_slice).unwrap_or_default();
    findings.iter().filter(|one| one["outcome"] == outcome).filter_map(|one| one["id"].as_str()).collect()
}

fn error(json: &Value) -> String {
    match json.get("error") {
        Some(error) => format!("{} {}", error["stage"].as_str().unwrap_or_default(), error["code"]),
        None => format!("a verdict, {}", json["outcome"]),
    }
}

fn save(folder: &Path, row: &Row, question: &Question, answer: &str) {
    std::fs::create_dir_all(folder).expect("cannot create a directory");
    let json = serde_json::to_string_pretty(question).expect("cannot serialise the question");
    let files = [
        ("case.json", format!("{json}\n")),
        ("input.txt", row.input.clone()),
        ("expected.json", format!("{answer}\n")),
    ];
    for (name, content) in files {
        std::fs::write(folder.join(name), content).expect("cannot write a file");
    }
}
