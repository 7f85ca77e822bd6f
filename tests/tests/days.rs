//! Random days of a register, each built after the published version: a verifier that took every version gives the same
//! answers as one with a snapshot built at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::document::sealed::CHECK_LEN;
use rastau_core::document::tags::{HOLDER_TAG_LEN, NAME_TAG_LEN};
use rastau_core::snapshot::name::SEGMENTS;
use rastau_core::snapshot::pages::Pages;
use rastau_core::snapshot::status::{Cancellation, CancellationStatus, Place, read_page};
use rastau_core::snapshot::{MAX_SEGMENTS, OpenOptions, Record, SegmentKind, Snapshot, TrustedState};
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, Draft, Follows, build};
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill, insert_ordinary};
use rastau_registry::issue::Dictionaries;
use rastau_registry::publish::{PublishOptions, PublishedStatements, SegmentFolder, publish};
use rastau_registry::random::{Random, Seeded};
use rastau_registry::sign::sign_draft;
use rastau_store::Bundle;

const DAY: u64 = 86_400;

struct Life {
    directory: tempfile::TempDir,
    register: Register,
    keys: Keys,
    root: Vec<u8>,
    random: Seeded,
    now: Timestamp,
    next_index: u64,
}

impl Life {
    fn new(seed: &str, documents: u64) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let random = &mut Seeded::new(seed);
        let now = Timestamp::parse("2026-03-01T06:00:00+05:00").unwrap();
        let keys = Keys::generate(random).unwrap();
        let path = directory.path().join("register.sqlite");
        let mut register = Register::create(&path, REGISTER, "2023-09-04").unwrap();
        let options = DemoOptions { documents, now, certificates: false };
        fill(&mut register, &keys, &options, random, &|_| ()).unwrap();
        let root = keys.trust_root(now.plus_seconds(4 * 365 * DAY)).unwrap();
        let random = Seeded::new(&format!("{seed} days"));
        Self { directory, register, keys, root, random, now, next_index: documents }
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.random.below(limit).unwrap()
    }

    fn execute(&self, sql: &str) -> usize {
        self.register.connection().execute(sql, ()).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    fn public(&self) -> std::path::PathBuf {
        self.directory.path().join("public")
    }

    /// Returns a random document that satisfies `condition`, or nothing.
    fn pick(&mut self, condition: &str) -> Option<String> {
        let sql = format!("SELECT number FROM documents WHERE {condition}");
        let mut statement = self.register.connection().prepare(&sql).unwrap();
        let numbers: Vec<String> =
            statement.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        drop(statement);
        let at = self.below(numbers.len() as u64);
        numbers.into_iter().nth(usize::try_from(at).unwrap())
    }

    /// Enters new documents; every fourth has no code.
    fn enter(&mut self, count: u64) {
        let today = self.now.date();
        for _ in 0..count {
            let (connection, index) = (self.register.connection(), self.next_index);
            let claims =
                insert_ordinary(connection, &mut Dictionaries::new(), index, today, &mut self.random)
                    .unwrap();
            self.next_index += 1;
            if index % 4 == 0 {
                let sql = format!(
                    "UPDATE documents SET holder_tag = NULL, name_tag = NULL, seal_check = NULL, sealed = NULL WHERE number = '{}'",
                    claims.number
                );
                self.execute(&sql);
            }
        }
    }

    fn cancel(&mut self) {
        let condition = "number NOT IN (SELECT number FROM cancellations WHERE reinstated_on IS NULL OR reinstated_on >= date(?)) AND issued_on < date(?)";
        let condition = condition.replace('?', &format!("'{}'", self.now.date()));
        let Some(number) = self.pick(&condition) else { return };
        let ground = ["confirmed-complaint", "court-decision", "issued-in-error"];
        let ground = ground[usize::try_from(self.below(3)).unwrap()];
        let today = self.now.date();
        self.execute(&format!("INSERT INTO cancellations VALUES ('{number}', '{today}', '{ground}', NULL)"));
    }

    fn reinstate(&mut self) {
        let cancelled = "number IN (SELECT number FROM cancellations WHERE reinstated_on IS NULL)";
        let Some(number) = self.pick(cancelled) else { return };
        let today = self.now.date();
        self.execute(&format!("DELETE FROM replaced_documents WHERE number = '{number}'"));
        let sql = format!(
            "UPDATE cancellations SET reinstated_on = '{today}' WHERE number = '{number}' AND reinstated_on IS NULL"
        );
        self.execute(&sql);
    }

    fn replace(&mut self) {
        let cancelled = "number IN (SELECT number FROM cancellations WHERE reinstated_on IS NULL)";
        let Some(number) = self.pick(cancelled) else { return };
        self.execute(&format!("INSERT OR IGNORE INTO replaced_documents VALUES ('{number}')"));
    }

    /// Seals old papers, as in bulk.
    fn seal(&mut self) {
        for _ in 0..3 {
            let Some(number) = self.pick("sealed IS NULL") else { return };
            let holder: [u8; HOLDER_TAG_LEN] = self.random.array().unwrap();
            let name: [u8; NAME_TAG_LEN] = self.random.array().unwrap();
            let check: [u8; CHECK_LEN] = self.random.array().unwrap();
            let sealed: [u8; 15] = self.random.array().unwrap();
            let sql = "UPDATE documents SET holder_tag = ?2, name_tag = ?3, seal_check = ?4, sealed = ?5 WHERE number = ?1";
            self.register.connection().execute(sql, (&number, holder, name, check, sealed)).unwrap();
            self.execute(&format!("INSERT INTO sealed_later VALUES ('{number}')"));
        }
    }

    /// Issues a new code for a document whose code became known, mostly a recent one.
    fn seal_with_another_code(&mut self) {
        let recent = if self.below(3) > 0 { " ORDER BY number DESC LIMIT 40" } else { "" };
        let coded = "sealed IS NOT NULL AND number NOT IN (SELECT number FROM sealed_later)";
        let Some(number) = self.pick(&format!("{coded}{recent}")) else { return };
        let holder: [u8; HOLDER_TAG_LEN] = self.random.array().unwrap();
        let name: [u8; NAME_TAG_LEN] = self.random.array().unwrap();
        let check: [u8; CHECK_LEN] = self.random.array().unwrap();
        let sql = "UPDATE documents SET holder_tag = ?2, name_tag = ?3, seal_check = ?4, sealed = randomblob(15) WHERE number = ?1";
        self.register.connection().execute(sql, (&number, holder, name, check)).unwrap();
    }

    fn change_tables(&mut self) {
        match self.below(3) {
            0 => self.execute("UPDATE professions SET name_en = name_en || '.' WHERE code = (SELECT min(code) FROM professions)"),
            1 => self.execute("UPDATE centres SET name_ru = name_ru || '.' WHERE bin = (SELECT max(bin) FROM centres)"),
            _ => self.execute("INSERT INTO skills SELECT profession, edition, code || 'x', name_kk, name_ru, name_en FROM skills ORDER BY length(code) DESC LIMIT 1"),
        };
    }

    fn day(&mut self) {
        self.now = self.now.plus_seconds(DAY);
        let count = self.below(12);
        self.enter(count);
        for _ in 0..self.below(4) {
            self.cancel();
        }
        if self.below(3) == 0 {
            self.reinstate();
        }
        if self.below(4) == 0 {
            self.replace();
        }
        if self.below(6) == 0 {
            self.seal();
        }
        if self.below(12) == 0 {
            self.seal_with_another_code();
        }
        if self.below(5) == 0 {
            self.change_tables();
        }
    }

    /// Builds into `out`, after the published version if there is one.
    fn build(&self, out: &Path, whole: bool) -> Draft {
        let options = BuildOptions::new(self.now, self.now.plus_seconds(365 * DAY));
        let build = |options: &BuildOptions<'_>| build(&self.register, out, options, &|_| ());
        let draft = if self.public().exists() {
            let published = PublishedStatements::read(&self.public()).unwrap();
            let pages = SegmentFolder::new(&[&self.public().join(SEGMENTS)]);
            let follows = Follows::Bundle(published.with_pages(&pages));
            build(&BuildOptions { follows, whole, ..options })
        } else {
            build(&options)
        };
        draft.unwrap_or_else(|error| panic!("{}: {error}", self.now))
    }

    fn publish(&self, whole: bool) -> Draft {
        let out = tempfile::tempdir().unwrap();
        let draft = self.build(out.path(), whole);
        let roots = vec![(1, self.root.clone())];
        let next_update = self.now.plus_seconds(DAY);
        let statements = sign_draft(&draft, roots, &self.keys.signers(), self.now, next_update);
        let options = PublishOptions { now: self.now, keep: 2 * DAY, waived: &[] };
        publish(out.path(), &statements, &self.public(), &options).unwrap();
        draft
    }

    /// Opens the published directory as a device would.
    fn open(&self, state: Option<&TrustedState>) -> Snapshot<Bundle> {
        let bundle = Bundle::open(&self.public()).unwrap();
        let options = OpenOptions::pinned(&self.root, self.now).trusted_state(state);
        bundle.into_snapshot(&options).unwrap_or_else(|error| panic!("{}: {error}", self.now))
    }

    /// Builds everything into one segment of each kind, independent of the published version.
    fn whole(&self, out: &Path) -> Snapshot<SegmentFolder> {
        let options = BuildOptions::new(self.now, self.now.plus_seconds(365 * DAY));
        let draft = build(&self.register, out, &options, &|_| ()).unwrap();
        let roots = vec![(1, self.root.clone())];
        let signers = self.keys.signers();
        let statements = sign_draft(&draft, roots, &signers, self.now, self.now.plus_seconds(DAY));
        let options = OpenOptions::pinned(&self.root, self.now);
        Snapshot::open(&options, &statements, SegmentFolder::new(&[out])).unwrap()
    }

    fn numbers(&self) -> Vec<String> {
        let mut statement = self.register.connection().prepare("SELECT number FROM documents").unwrap();
        statement.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

fn answers<P: Pages>(snapshot: &Snapshot<P>, number: &str) -> Option<(Record, Vec<Cancellation>)> {
    let listed = snapshot.document(number).unwrap_or_else(|error| panic!("{number}: {error}"))?;
    Some((listed.record, snapshot.cancellations(listed.place).unwrap()))
}

/// Returns, for each place with an entry in a published status segment, every date for which one of them states a ground.
fn stated_grounds(snapshot: &Snapshot<Bundle>) -> BTreeMap<(u32, u32), BTreeSet<String>> {
    let mut stated: BTreeMap<(u32, u32), BTreeSet<String>> = BTreeMap::new();
    for segment in snapshot.segments().filter(|segment| segment.id.kind == SegmentKind::Status) {
        let walked = rastau_core::snapshot::check::walk_segment(snapshot.pages(), segment, |level, page| {
            if level == 0 {
                for (place, list) in read_page(page).unwrap() {
                    let grounds =
                        list.iter().filter(|one| matches!(one.status, CancellationStatus::InEffect { .. }));
                    let days = grounds.map(|one| one.on.to_string());
                    stated.entry((place.serial, place.rank)).or_default().extend(days);
                }
            }
        });
        walked.unwrap();
    }
    stated
}

#[test]
fn any_sequence_of_days_gives_the_verdicts_of_a_whole_build() {
    for (seed, documents, days, every) in [("one", 60, 100, 9), ("two", 60, 30, 1), ("three", 4_000, 40, 13)]
    {
        let mut life = Life::new(seed, documents);
        // Enough documents for several status pages, most of which are unchanged on most days.
        life.execute("INSERT INTO cancellations SELECT number, '2026-02-28', 'court-decision', NULL FROM documents WHERE number NOT IN (SELECT number FROM cancellations) ORDER BY number LIMIT 3000 OFFSET 50");
        let first = life.publish(false);
        assert_eq!((first.manifest.version, first.manifest.segments.len()), (1, 3));
        let mut state = life.open(None).trusted_state();
        let (mut most, mut segments_without_change) = (0, 0);
        for day in 1..=days {
            life.day();
            let before: BTreeSet<_> = segments(&life);
            let draft = life.publish(day % 60 == 0);
            assert_eq!(draft.manifest.version, day + 1);
            segments_without_change += before.intersection(&segments(&life)).count();
            let snapshot = life.open(Some(&state));
            state = snapshot.trusted_state();
            most = most.max(snapshot.segments().count());
            assert!(snapshot.segments().count() <= MAX_SEGMENTS);
            if day % every > 0 {
                continue;
            }
            let out = tempfile::tempdir().unwrap();
            let whole = life.whole(out.path());
            let mut places = BTreeSet::new();
            for number in life.numbers() {
                let expected = answers(&whole, &number);
                assert!(expected.is_some());
                assert_eq!(answers(&snapshot, &number), expected, "{seed}, day {day}: {number}");
                places.insert(snapshot.document(&number).unwrap().unwrap().place);
            }
            assert_eq!(answers(&snapshot, "no such number"), None);
            compare_tables(&snapshot, &whole);
            // The register no longer states the ground of a reversed cancellation: in no segment, and for no former
            // place of a document.
            for ((serial, rank), days) in stated_grounds(&snapshot) {
                let place = Place { serial, rank };
                assert!(places.contains(&place), "{seed}, day {day}: {place:?} holds no document");
                let list = snapshot.cancellations(place).unwrap();
                let in_effect: BTreeSet<_> = list
                    .iter()
                    .filter(|one| one.reinstated_on().is_none())
                    .map(|one| one.on.to_string())
                    .collect();
                assert!(days.is_subset(&in_effect), "{seed}, day {day}: {place:?} states {days:?}");
            }
        }
        assert!(most > 8, "the days add small segments, at most {most}");
        assert!(segments_without_change > 100, "unchanged segments keep their names");
    }
}

fn segments(life: &Life) -> BTreeSet<[u8; 32]> {
    let published = PublishedStatements::read(&life.public()).unwrap();
    published.segments().map(|segment| segment.id.root).collect()
}

fn compare_tables(snapshot: &Snapshot<Bundle>, whole: &Snapshot<SegmentFolder>) {
    let offers = |of: &dyn Fn(u32) -> String| (1..40).map(of).collect::<Vec<_>>();
    assert_eq!(
        offers(&|id| format!("{:?} {:?}", snapshot.offer(id), snapshot.accreditation(id))),
        offers(&|id| format!("{:?} {:?}", whole.offer(id), whole.accreditation(id)))
    );
    for profession in rastau_registry::demo::reference::PROFESSIONS {
        let (code, edition) = (profession.code, rastau_registry::demo::reference::EDITION);
        assert!(whole.profession(code, edition).unwrap().is_some());
        assert_eq!(snapshot.profession(code, edition), whole.profession(code, edition));
        for skill in ["S1", "S1x", "S1xx", "S2x", "S3x", "S3xx"] {
            assert_eq!(snapshot.skill(code, edition, skill), whole.skill(code, edition, skill));
        }
    }
    for centre in rastau_registry::demo::reference::CENTRES {
        assert!(whole.centre(&centre.bin()).unwrap().is_some());
        assert_eq!(snapshot.centre(&centre.bin()), whole.centre(&centre.bin()));
    }
}
