//! A year of a register's life: two operators at once, mistakes, and programs that are killed at every step.
//!
//! The whole year takes minutes: `cargo test -p rastau --test year -- --ignored`. `RASTAU_SEED` chooses another one.
#![allow(missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use common::{PROGRAM, rastau, stderr, stdout, succeed};
use rastau_core::calendar::Timestamp;
use rastau_registry::Register;
use rastau_registry::audit::head;
use rastau_registry::check::{Severity, check};
use rastau_registry::random::{Random, Seeded};
use serde_json::{Value, json};

const WEEK: u64 = 7 * 86_400;
const REGISTER: [&str; 2] = ["--register", "d/register.sqlite"];
const KEY: [&str; 4] = ["--key", "d/keys/centre-a.key", "--out", "issued"];

struct Year {
    directory: tempfile::TempDir,
    now: Timestamp,
    random: Seeded,
    /// The documents that were issued, and whether they are cancelled.
    documents: BTreeMap<String, bool>,
    next: u64,
    /// The template of a request.
    request: Value,
    kills: u32,
}

impl Year {
    fn new(weeks: u64) -> Self {
        let seed = std::env::var("RASTAU_SEED").unwrap_or_else(|_| "year".into());
        let directory = tempfile::tempdir().unwrap();
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let now = Timestamp(clock - (weeks + 1) * WEEK);
        let at = directory.path();
        succeed(at, &["demo", "d", "--documents", "60", "--seed", &seed, "--now", &now.to_string()]);
        let verify =
            ["verify", "--bundle", "d/bundle", "--json", "d/documents/valid.txt", "--now", &now.to_string()];
        let stated = serde_json::from_str::<Value>(&succeed(at, &verify)).unwrap()["document"].clone();
        let request = json!({
            "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"], "profession": "7212-1", "edition": "2017",
            "qualification": "7212-1-3", "level": "3", "centre": stated["centre"]["code"],
            "accreditation": stated["accreditation"], "basis": { "kind": "standard", "id": "PS-7212-1" },
            "exam_on": stated["exam_on"], "issued_on": stated["issued_on"]
        });
        let random = Seeded::new(&seed);
        Self { directory, now, random, documents: BTreeMap::new(), next: 1, request, kills: 0 }
    }

    fn at(&self) -> &Path {
        self.directory.path()
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.random.below(limit as u64).unwrap()).unwrap()
    }

    fn register(&self) -> Register {
        Register::open(&self.at().join("d/register.sqlite")).unwrap()
    }

    /// Whatever was killed, the register has no error and its audit table is whole.
    fn is_sound(&self) {
        let problems = check(&self.register()).unwrap();
        let errors: Vec<_> = problems.iter().filter(|one| one.kind.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }

    fn spawn(&self, arguments: &[&str]) -> std::process::Child {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.at()).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Runs a command and kills it at a random time; the result if it ended before.
    fn killed(&mut self, arguments: &[&str]) -> Option<Output> {
        let wait = Duration::from_millis(self.below(120) as u64);
        let (mut child, started) = (self.spawn(arguments), Instant::now());
        while started.elapsed() < wait {
            if child.try_wait().unwrap().is_some() {
                return Some(child.wait_with_output().unwrap());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        self.is_sound();
        if output.status.code().is_some() {
            return Some(output);
        }
        self.kills += 1;
        None
    }

    /// Runs a command until it succeeds. It is killed twice before it may end. A command that had done its work when it was killed
    /// says so when it runs again: `done` is a part of that sentence.
    fn insist(&mut self, arguments: &[&str], done: Option<&str>, mut after_kill: impl FnMut(&Self)) {
        for attempt in 0..3 {
            let output =
                if attempt < 2 { self.killed(arguments) } else { Some(rastau(self.at(), arguments)) };
            let Some(output) = output else {
                after_kill(self);
                continue;
            };
            let message = stderr(&output);
            let is_done = attempt > 0 && done.is_some_and(|done| message.contains(done));
            assert!(output.status.success() || is_done, "{arguments:?}: {message}");
            return;
        }
    }

    fn new_numbers(&mut self, count: u64) -> Vec<String> {
        let numbers = (self.next..self.next + count).map(|number| format!("Y-{number}")).collect();
        self.next += count;
        numbers
    }

    fn write_request(&self, numbers: &[String]) {
        let request = |number: &String| {
            let mut request = self.request.clone();
            request["number"] = number.as_str().into();
            request
        };
        let list: Vec<Value> = numbers.iter().map(request).collect();
        std::fs::write(self.at().join("request.json"), Value::from(list).to_string()).unwrap();
    }

    fn is_listed(&self, number: &str) -> bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM documents WHERE number = ?1)";
        self.register().connection().query_row(sql, (number,), |row| row.get(0)).unwrap()
    }

    /// Issues documents. A document of the register has its paper; a paper of a document that is not in it is removed, as the
    /// message says.
    fn issue(&mut self) {
        let numbers = self.new_numbers(3);
        self.write_request(&numbers);
        let words = [&["issue", "request.json", "--by", "a.operator"], &REGISTER[..], &KEY].concat();
        let names = numbers.clone();
        let clear = move |year: &Self| {
            let listed: Vec<bool> = names.iter().map(|number| year.is_listed(number)).collect();
            assert!(listed.iter().all(|is_listed| *is_listed == listed[0]), "all or none: {listed:?}");
            for number in &names {
                for ending in ["txt", "png", "svg", "pdf", "json"] {
                    let path = year.at().join(format!("issued/{number}.{ending}"));
                    if listed[0] {
                        assert!(path.exists(), "{}", path.display());
                    } else {
                        let _ = std::fs::remove_file(path);
                    }
                }
            }
        };
        self.insist(&words, Some("is in the register already"), clear);
        self.documents.extend(numbers.into_iter().map(|number| (number, false)));
    }

    /// Returns a random document that is cancelled, or one that is not.
    fn pick(&mut self, is_cancelled: bool) -> Option<String> {
        let numbers: Vec<String> = self
            .documents
            .iter()
            .filter(|(_, state)| **state == is_cancelled)
            .map(|(number, _)| number.clone())
            .collect();
        if numbers.is_empty() {
            return None;
        }
        let at = self.below(numbers.len());
        Some(numbers[at].clone())
    }

    /// Two operators cancel documents and issue one at the same time: one of them waits.
    fn at_once(&mut self) {
        let (Some(one), Some(other)) = (self.pick(false), self.pick(false)) else { return };
        let on = self.now.date().to_string();
        let words = |number: &str, by: &str| -> Vec<String> {
            let words = [
                "register",
                "cancel",
                number,
                "--ground",
                "court-decision",
                "--on",
                &on,
                "--reason",
                "decision",
                "--by",
                by,
            ];
            words.iter().chain(&REGISTER).map(|word| (*word).to_string()).collect()
        };
        let commands = [words(&one, "a.operator"), words(&other, "b.operator")];
        let start = |words: &Vec<String>| self.spawn(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let children: Vec<_> = commands.iter().map(start).collect();
        let outputs: Vec<Output> =
            children.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
        let succeeded = outputs.iter().filter(|output| output.status.success()).count();
        // The second order for the same document is refused.
        assert_eq!(succeeded, if one == other { 1 } else { 2 }, "{outputs:?}");
        self.documents.insert(one, true);
        self.documents.insert(other, true);
    }

    fn reinstate(&mut self) {
        let Some(number) = self.pick(true) else { return };
        let on = self.now.date().to_string();
        let words =
            ["register", "reinstate", &number, "--on", &on, "--reason", "decision", "--by", "b.operator"];
        self.insist(&[&words[..], &REGISTER].concat(), Some("is not cancelled"), |_| ());
        self.documents.insert(number, false);
    }

    fn correct(&mut self) {
        let Some(wrong) = self.pick(false) else { return };
        let numbers = self.new_numbers(1);
        self.write_request(&numbers);
        let on = self.now.date().to_string();
        let words = [
            "register",
            "correct",
            &wrong,
            "--request",
            "request.json",
            "--reason",
            "wrong level",
            "--on",
            &on,
            "--by",
            "a.operator",
        ];
        succeed(self.at(), &[&words[..], &REGISTER, &KEY].concat());
        self.documents.insert(wrong, true);
        self.documents.insert(numbers[0].clone(), false);
    }

    /// What operators do wrong: it is refused, and changes nothing.
    fn mistakes(&mut self) {
        let state = || head(self.register().connection()).unwrap();
        let before = state();
        let listed = self.documents.keys().next().unwrap().clone();
        self.write_request(std::slice::from_ref(&listed));
        let changes = self.at().join("changes");
        std::fs::create_dir_all(&changes).unwrap();
        let rows = format!(
            "number;cancelled_on;ground;reinstated_on\n{listed};2024-01-01;court-decision;\nnobody;2024-01-01;whim;\n"
        );
        std::fs::write(changes.join("cancellations.csv"), rows).unwrap();
        let today = self.now.date().to_string();
        let cancel =
            ["register", "cancel", "nobody", "--ground", "other-law", "--reason", "x", "--on", &today];
        for words in [
            [&["issue", "request.json"], &REGISTER[..], &["--key", "d/keys/centre-a.key", "--out", "again"]]
                .concat(),
            [&["issue", "request.json"], &REGISTER[..], &["--key", "d/keys/centre-b.key", "--out", "again"]]
                .concat(),
            [&["register", "apply", "changes", "--reason", "order 7"], &REGISTER[..]].concat(),
            [&cancel[..], &REGISTER].concat(),
            [
                &[
                    "register",
                    "cancel",
                    &listed,
                    "--ground",
                    "other-law",
                    "--reason",
                    "x",
                    "--on",
                    "2096-01-01",
                ],
                &REGISTER[..],
            ]
            .concat(),
        ] {
            let output = rastau(self.at(), &words);
            assert!(output.status.code().is_some_and(|code| code != 0), "{words:?}: {}", stdout(&output));
        }
        assert_eq!(state(), before);
        let left = std::fs::read_dir(self.at().join("again")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "a refused request leaves no paper");
    }

    fn version(&self, bundle: &str) -> u64 {
        let inspected = succeed(self.at(), &["snapshot", "inspect", bundle, "--json"]);
        serde_json::from_str::<Value>(&inspected).unwrap()["version"].as_u64().unwrap()
    }

    fn sign(&mut self, draft: &str, now: &str) {
        let root = "d/bundle/roots/1.cose";
        for (role, keys) in [
            ("chamber", &["d/keys/chamber-1.key"][..]),
            ("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]),
            ("fresh", &["d/keys/fresh.key"]),
        ] {
            let mut words = vec![
                "snapshot",
                "sign",
                draft,
                "--root",
                root,
                "--role",
                role,
                "--now",
                now,
                "--next-hours",
                "200",
            ];
            keys.iter().for_each(|key| words.extend(["--key", key]));
            self.insist(&words, None, |_| ());
        }
    }

    /// Builds, signs, publishes and downloads a version; each step is killed and run again.
    fn publish(&mut self, week: u64) {
        let (draft, now) = (format!("draft-{week}"), self.now.to_string());
        let end = self.now.plus_seconds(52 * WEEK).to_string();
        let root = "d/bundle/roots/1.cose";
        let build = [
            "snapshot",
            "build",
            "--previous",
            "d/bundle",
            "--out",
            &draft,
            "--as-of",
            &now,
            "--not-after",
            &end,
        ];
        self.insist(&[&build[..], &REGISTER].concat(), None, |_| ());
        self.sign(&draft, &now);
        let before = self.version("d/bundle");
        if week.is_multiple_of(5) {
            // Somebody publishes the draft of last week again.
            let old = format!("draft-{}", week - 1);
            let output =
                rastau(self.at(), &["snapshot", "publish", &old, "--root", root, "--to", "d/bundle"]);
            assert!(
                output.status.success() && self.version("d/bundle") == before,
                "the same version: {}",
                stderr(&output)
            );
            let older = format!("draft-{}", week - 2);
            let output =
                rastau(self.at(), &["snapshot", "publish", &older, "--root", root, "--to", "d/bundle"]);
            assert_eq!(output.status.code(), Some(65), "an older version");
        }
        let pull = ["pull", "d/bundle", "--into", "device", "--root", "root.cose", "--now", &now];
        let publish = ["snapshot", "publish", &draft, "--root", root, "--to", "d/bundle"];
        let at_any_time = ["pull", "d/bundle", "--into", "other", "--root", "root.cose", "--now", &now];
        self.insist(&publish, None, |year| {
            // Whenever the program is killed, a device finds the old version or the new one.
            succeed(year.at(), &at_any_time);
            assert!([before, before + 1].contains(&year.version("other")));
        });
        assert_eq!(self.version("d/bundle"), before + 1);
        self.insist(&pull, None, |year| {
            // A device that has had a version has one.
            if week > 1 {
                assert!([before, before + 1].contains(&year.version("device")));
            }
        });
        assert_eq!(self.version("device"), before + 1);
    }

    /// The published bundle has the content of one that is built at once, and a device gives the verdicts that the operators meant.
    fn compare(&mut self) {
        let (now, end) = (self.now.to_string(), self.now.plus_seconds(52 * WEEK).to_string());
        for name in ["whole", "whole-bundle"] {
            let _ = std::fs::remove_dir_all(self.at().join(name));
        }
        let build = ["snapshot", "build", "--out", "whole", "--as-of", &now, "--not-after", &end];
        succeed(self.at(), &[&build[..], &REGISTER].concat());
        self.sign("whole", &now);
        succeed(
            self.at(),
            &["snapshot", "publish", "whole", "--root", "d/bundle/roots/1.cose", "--to", "whole-bundle"],
        );
        let different = succeed(self.at(), &["snapshot", "diff", "d/bundle", "whole-bundle", "--json"]);
        let different: Value = serde_json::from_str(&different).unwrap();
        for (name, list) in different.as_object().unwrap() {
            assert!(list.get("count").is_none_or(|count| *count == 0), "{name}: {list}");
        }
        for (number, is_cancelled) in &self.documents {
            let document = format!("issued/{number}.txt");
            let output =
                rastau(self.at(), &["verify", "--bundle", "device", "--json", "--now", &now, &document]);
            let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(
                verdict["outcome"],
                if *is_cancelled { "invalid" } else { "valid" },
                "{number}: {verdict}"
            );
        }
    }

    fn live(weeks: u64) -> Self {
        let mut year = Self::new(weeks);
        std::fs::copy(year.at().join("d/bundle/roots/1.cose"), year.at().join("root.cose")).unwrap();
        for week in 1..=weeks {
            year.now = year.now.plus_seconds(WEEK);
            year.issue();
            year.at_once();
            year.mistakes();
            if week % 2 == 0 {
                year.reinstate();
            }
            if week % 3 == 0 {
                year.correct();
            }
            year.publish(week);
            if week % 13 == 0 || week == weeks {
                year.compare();
            }
        }
        assert_eq!(
            succeed(year.at(), &["register", "check", "d/register.sqlite"]).matches("error:").count(),
            0
        );
        eprintln!("{} documents, {} kills", year.documents.len(), year.kills);
        year
    }
}

#[test]
fn three_weeks_with_mistakes_and_kills() {
    let year = Year::live(3);
    assert_eq!(year.documents.len(), 10);
    assert!(year.documents.values().any(|is_cancelled| *is_cancelled));
}

#[test]
#[ignore = "takes minutes; run it by name"]
fn a_year_with_mistakes_and_kills() {
    let year = Year::live(52);
    assert!(year.documents.len() > 160 && year.kills > 100, "{} kills", year.kills);
}
