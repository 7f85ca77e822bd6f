//! Loads the cases of a corpus and answers them through store and core.

use std::path::{Path, PathBuf};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::document::link::Origin;
use rastau_core::document::text::Presented;
use rastau_core::error::ReadError;
use rastau_core::snapshot::{OpenOptions, Snapshot, TrustedState};
use rastau_core::verdict::Freshness;
use rastau_core::verify::{self, Policy, verify};
use rastau_store::Bundle;
use serde::{Deserialize, Serialize};

/// The question of a case: the content of its `case.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The purpose of the case, in one line.
    pub why: String,
    /// The path of the bundle from the corpus's directory.
    pub bundle: String,
    /// The path of the pinned trust root from the corpus's directory.
    pub root: String,
    /// The device's clock, RFC 3339.
    pub now: String,
    /// The evaluation date; `None` for today.
    pub on: Option<String>,
    /// The lowest accepted freshness: `current`, `late` or `stale`.
    pub accept: String,
    /// The grace period after a missed update, in seconds; by default seven days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace: Option<u64>,
    /// The path of the verifier's trusted state from the corpus's directory.
    pub state: Option<String>,
    /// The ids of the checks that the case tests.
    pub flips: Vec<String>,
}

/// A case with its input and its answer.
#[derive(Debug, Clone)]
pub struct Case {
    /// The name of its directory.
    pub name: String,
    /// The question.
    pub question: Question,
    /// The presented input, byte for byte.
    pub input: String,
    /// The expected answer: a verdict's JSON, or `{"error":{"stage":…,"code":…}}`; one line, no line feed.
    pub expected: String,
}

/// Returns the directory of the committed corpus.
#[must_use]
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Loads every case of the committed corpus, sorted by name.
#[must_use]
pub fn cases() -> Vec<Case> {
    cases_in(&corpus())
}

/// Loads every case of a corpus, sorted by name.
///
/// # Panics
/// If a file is missing or malformed.
#[must_use]
pub fn cases_in(corpus: &Path) -> Vec<Case> {
    let folder = corpus.join("cases");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    folders.sort();
    folders.iter().map(|folder| load(folder)).collect()
}

fn load(folder: &Path) -> Case {
    let read = |file: &str| {
        let path = folder.join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let question = serde_json::from_str(&read("case.json")).unwrap_or_else(|error| panic!("{name}: {error}"));
    let expected = read("expected.json").trim_end().to_string();
    Case { name, question, input: read("input.txt"), expected }
}

/// Returns the answer to a case of the committed corpus.
#[must_use]
pub fn replay(case: &Case) -> String {
    replay_in(&corpus(), &case.question, &case.input)
}

/// Returns the answer to a question of a corpus: a verdict's JSON, or the stage and number of the error.
///
/// # Panics
/// If the question is malformed or names a missing file.
#[must_use]
pub fn replay_in(corpus: &Path, question: &Question, input: &str) -> String {
    let error = |stage: &str, code: u16| format!("{{\"error\":{{\"stage\":\"{stage}\",\"code\":{code}}}}}");
    let presented = match Presented::read(input) {
        // A web address at the register's origin is a document that was cut off.
        Err(problem) if !matches!(problem, ReadError::Foreign(_)) => {
            return error("read", problem.code().number());
        }
        presented => presented,
    };
    let file = |name: &str| {
        std::fs::read(corpus.join(name)).unwrap_or_else(|error| panic!("{name} of the corpus: {error}"))
    };
    let clock = Timestamp::parse(&question.now).expect("an RFC 3339 time");
    let on = question.on.as_deref().map(|text| Date::parse(text).expect("a date"));
    let trusted_state =
        question.state.as_deref().map(|name| TrustedState::read(&file(name)).expect("a state"));
    let mut policy = Policy { accept: freshness(&question.accept), ..Policy::default() };
    policy.grace = question.grace.unwrap_or(policy.grace);
    let bundle = Bundle::open(&corpus.join(&question.bundle)).expect("a bundle on disk");
    let statements = bundle.statements().clone();
    let root = file(&question.root);
    let options = OpenOptions::pinned(&root, clock).trusted_state(trusted_state.as_ref());
    match Snapshot::open(&options, &statements, bundle) {
        Ok(snapshot) => {
            match presented
                .map_err(|problem| problem.for_origin(snapshot.manifest().link.as_ref().map(Origin::as_str)))
            {
                Ok(presented) => {
                    verify(&snapshot, &presented, &verify::Question { on, clock, policy }).to_json()
                }
                Err(problem) => error("read", problem.code().number()),
            }
        }
        Err(problem) => error("open", problem.code().number()),
    }
}

fn freshness(name: &str) -> Freshness {
    use Freshness::{Current, Expired, Late, Stale};
    let known = [Current, Late, Stale, Expired].into_iter().find(|grade| grade.name() == name);
    known.unwrap_or_else(|| panic!("{name} is not a freshness"))
}
