//! What a day of a register costs a device, counted at a web server while `rastau pull` runs.
#![allow(missing_docs)]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::server::FileServer;
use common::succeed;
use rastau_core::calendar::Timestamp;
use rastau_core::snapshot::name::SEGMENTS;
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, Follows, build};
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill, insert_ordinary};
use rastau_registry::issue::Dictionaries;
use rastau_registry::publish::{
    PublishOptions, PublishedStatements, SegmentFolder, publish, write_statements,
};
use rastau_registry::random::{Random, Seeded};
use rastau_registry::sign::{sign_draft, sign_fresh};

const DAY: u64 = 86_400;
/// The largest median of a day's bodies, in bytes.
const MOST: u64 = 32_000;
/// New and cancelled documents of a day.
const ADDED: u64 = 500;
const CANCELLED: u64 = 20;

/// A register that is published every day, and a device that follows it.
struct Days {
    directory: tempfile::TempDir,
    register: Register,
    keys: Keys,
    root: Vec<u8>,
    random: Seeded,
    now: Timestamp,
    documents: u64,
    server: FileServer,
}

impl Days {
    fn new(documents: u64) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let random = &mut Seeded::new("bytes");
        let now = Timestamp::parse("2026-03-01T06:00:00+05:00").unwrap();
        let keys = Keys::generate(random).unwrap();
        let path = directory.path().join("register.sqlite");
        let mut register = Register::create(&path, REGISTER, "2023-09-04").unwrap();
        let options = DemoOptions { documents, now, certificates: false };
        fill(&mut register, &keys, &options, random, &|_| ()).unwrap();
        let root = keys.trust_root(now.plus_seconds(4 * 365 * DAY)).unwrap();
        std::fs::write(directory.path().join("root.cose"), &root).unwrap();
        let server = FileServer::of(directory.path());
        let random = Seeded::new("days");
        let days = Self { directory, register, keys, root, random, now, documents, server };
        days.publish();
        days
    }

    fn public(&self) -> PathBuf {
        self.directory.path().join("bundle")
    }

    fn publish(&self) {
        let out = tempfile::tempdir_in(self.directory.path()).unwrap();
        let options = BuildOptions::new(self.now, self.now.plus_seconds(365 * DAY));
        let published = self.public().exists().then(|| PublishedStatements::read(&self.public()).unwrap());
        let pages = SegmentFolder::new(&[&self.public().join(SEGMENTS)]);
        let follows = published
            .as_ref()
            .map_or(Follows::Nothing, |published| Follows::Bundle(published.with_pages(&pages)));
        let draft = build(&self.register, out.path(), &BuildOptions { follows, ..options }, &|_| ()).unwrap();
        let (roots, next) = (vec![(1, self.root.clone())], self.now.plus_seconds(DAY));
        let statements = sign_draft(&draft, roots, &self.keys.signers(), self.now, next);
        let options = PublishOptions { now: self.now, keep: 7 * DAY, waived: &[] };
        publish(out.path(), &statements, &self.public(), &options).unwrap();
    }

    /// Confirms the published version again.
    fn refresh(&self) {
        let mut next = PublishedStatements::read(&self.public()).unwrap().statements;
        let until = self.now.plus_seconds(DAY);
        next.fresh = sign_fresh(REGISTER, &next.manifest, &self.keys.fresh, self.now, until);
        write_statements(&self.public(), &next).unwrap();
    }

    /// Updates the device, and returns what the server sent.
    fn pull(&self) -> Vec<(String, u64)> {
        let address = format!("{}/bundle", self.server.address);
        let now = self.now.to_string();
        let pull = ["pull", &address, "--into", "device", "--root", "root.cose", "--now", &now];
        succeed(self.at(), &pull);
        self.server.take()
    }

    fn at(&self) -> &Path {
        self.directory.path()
    }

    /// Adds the documents of a day and cancels some of all.
    fn day(&mut self) {
        self.now = self.now.plus_seconds(DAY / 2);
        let today = self.now.date();
        let transaction = self.register.connection_mut().transaction().unwrap();
        let mut dictionaries = Dictionaries::new();
        for _ in 0..ADDED {
            insert_ordinary(&transaction, &mut dictionaries, self.documents, today, &mut self.random)
                .unwrap();
            self.documents += 1;
        }
        for _ in 0..CANCELLED {
            let at = i64::try_from(self.random.below(self.documents).unwrap()).unwrap();
            let sql = "INSERT INTO cancellations SELECT number, ?1, 'court-decision', NULL FROM documents \
                       WHERE number >= printf('1%011d', ?2 * 3) AND number NOT IN (SELECT number FROM cancellations) \
                       AND issued_on < ?1 ORDER BY number LIMIT 1";
            transaction.execute(sql, (today.to_string(), at)).unwrap();
        }
        transaction.commit().unwrap();
    }
}

fn bytes(sent: &[(String, u64)]) -> u64 {
    sent.iter().map(|(_, bytes)| bytes).sum()
}

/// Simulates days, and returns the bytes of each in ascending order.
fn simulate(documents: u64, days: u64) -> Vec<u64> {
    let mut register = Days::new(documents);
    let mut all = Vec::new();
    let mut held: BTreeSet<String> = register.pull().into_iter().map(|(path, _)| path).collect();
    for day in 1..=days {
        register.day();
        register.publish();
        let sent = register.pull();
        // A segment that the device has is not fetched again.
        for (path, _) in sent.iter().filter(|(path, _)| path.ends_with(".seg")) {
            assert!(held.insert(path.clone()), "day {day}: {path}");
        }
        all.push(bytes(&sent));
        // A day without news: the device asks for the next root, which does not exist, and for the confirmation.
        register.now = register.now.plus_seconds(DAY / 2);
        register.refresh();
        let quiet = register.pull();
        assert_eq!(quiet.len(), 2, "day {day}: {quiet:?}");
        assert!(bytes(&quiet) < 1_000, "day {day}: {quiet:?}");
    }
    all.sort_unstable();
    all
}

fn report(documents: u64, bytes: &[u64]) -> u64 {
    let median = bytes[bytes.len() / 2];
    let mean = bytes.iter().sum::<u64>() / bytes.len() as u64;
    eprintln!(
        "{documents} documents, {} days of +{ADDED} and {CANCELLED} cancelled, bodies counted at the server: median {median}, mean {mean}, most {} bytes",
        bytes.len(),
        bytes[bytes.len() - 1]
    );
    median
}

/// The bytes of a day hardly depend on the size of the register, so a small one shows them.
#[test]
fn a_day_costs_kilobytes() {
    let median = report(2_000, &simulate(2_000, 11));
    assert!(median <= MOST, "{median} bytes in the median of the days");
}

/// The same at the size that the bound is stated for. It takes minutes, and a release build:
/// `cargo test --release -p rastau --test bytes -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes; run it by name"]
fn a_day_of_a_million_documents_costs_kilobytes() {
    let median = report(1_000_000, &simulate(1_000_000, 30));
    assert!(median <= MOST, "{median} bytes in the median of the days");
}
