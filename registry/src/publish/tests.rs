use rastau_core::snapshot::TrustedState;

use super::*;
use crate::Register;
use crate::build::{BuildOptions, Draft, Follows, build};
use crate::demo::{DemoOptions, Keys, REGISTER, fill};
use crate::history::HistoryProblemKind;
use crate::random::Seeded;
use crate::sign::sign_draft;
use crate::succession::SuccessionError;

const DAY: u64 = 86_400;
const KEEP: u64 = 3 * DAY;

struct Operator {
    directory: tempfile::TempDir,
    register: Register,
    keys: Keys,
    root: Vec<u8>,
    now: Timestamp,
}

impl Operator {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let now = Timestamp::parse("2026-03-01T06:00:00+05:00").unwrap();
        let random = &mut Seeded::new("publish");
        let keys = Keys::generate(random).unwrap();
        let mut register =
            Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04").unwrap();
        let options = DemoOptions { documents: 60, now, certificates: false };
        fill(&mut register, &keys, &options, random, &|_| ()).unwrap();
        let root = keys.trust_root(now.plus_seconds(1_000 * DAY)).unwrap();
        Self { directory, register, keys, root, now }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn options(&self) -> PublishOptions<'static> {
        PublishOptions { now: self.now, keep: KEEP, waived: &[] }
    }

    /// Cancels a document and returns its number.
    fn cancel(&self) -> String {
        let sql = "SELECT min(number) FROM documents WHERE number LIKE '1%' AND number NOT IN (SELECT number FROM cancellations)";
        let number: String = self.register.connection().query_row(sql, (), |row| row.get(0)).unwrap();
        let sql = "INSERT INTO cancellations VALUES (?1, '2026-02-28', 'court-decision', NULL)";
        self.register.connection().execute(sql, (&number,)).unwrap();
        number
    }

    /// Builds and signs a draft after what is published at `to`.
    fn draft(&self, name: &str, to: &Path, whole: bool) -> (PathBuf, Statements) {
        let out = self.path(name);
        let options = BuildOptions { whole, ..BuildOptions::new(self.now, self.now.plus_seconds(365 * DAY)) };
        let draft = if to.exists() {
            let published = PublishedStatements::read(to).unwrap();
            let pages = SegmentFolder::new(&[&to.join(SEGMENTS)]);
            let follows = Follows::Bundle(published.with_pages(&pages));
            build(&self.register, &out, &BuildOptions { follows, ..options }, &|_| ()).unwrap()
        } else {
            build(&self.register, &out, &options, &|_| ()).unwrap()
        };
        (out, self.sign(&draft))
    }

    fn sign(&self, draft: &Draft) -> Statements {
        let roots = vec![(1, self.root.clone())];
        sign_draft(draft, roots, &self.keys.signers(), self.now, self.now.plus_seconds(DAY))
    }

    /// Publishes a day: one more cancellation.
    fn day(&mut self, to: &Path) {
        self.now = self.now.plus_seconds(DAY);
        let number = self.cancel();
        let (draft, statements) = self.draft(&number, to, false);
        publish(&draft, &statements, to, &self.options()).unwrap();
    }

    /// Opens a published directory as a device would and reads every page; returns the version.
    fn open(&self, to: &Path, state: Option<&TrustedState>) -> Option<(u64, TrustedState)> {
        let published = PublishedStatements::read(to).ok()?;
        let pages = SegmentFolder::new(&[&to.join(SEGMENTS)]);
        let options = OpenOptions::pinned(&self.root, self.now).trusted_state(state);
        let snapshot = Snapshot::open(&options, &published.statements, &pages).unwrap();
        for segment in snapshot.segments() {
            check_segment(&pages, segment, || ()).unwrap();
        }
        Some((snapshot.manifest().version, snapshot.trusted_state()))
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn flip(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[9] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

/// At every point one of the two versions is complete, and the next attempt succeeds and leaves no temporary
/// files.
#[test]
fn an_interrupted_publication_keeps_the_published_version() {
    let mut operator = Operator::new();
    let to = operator.path("public");
    let (draft, statements) = operator.draft("first", &to, false);
    let cut = |operator: &Operator, draft: &Path, statements: &Statements, at: usize, to: &Path| {
        let mut step = 0;
        let mut before = |path: &Path| {
            step += 1;
            if step > at { Err(PublishError::NotADirectory(path.into()).into()) } else { Ok(()) }
        };
        publish_with(&mut Files { before: &mut before }, draft, statements, to, &operator.options()).is_ok()
    };
    let mut steps = 0;
    loop {
        let target = operator.path("one");
        let is_done = cut(&operator, &draft, &statements, steps, &target);
        let opened = operator.open(&target, None).map(|(version, _)| version);
        assert!(opened.is_none_or(|version| version == 1), "{steps}");
        publish(&draft, &statements, &target, &operator.options()).unwrap();
        assert_eq!(operator.open(&target, None).unwrap().0, 1);
        std::fs::remove_dir_all(&target).unwrap();
        if is_done {
            break;
        }
        steps += 1;
    }
    // Four segments, three statements, a root.
    assert_eq!(steps, 8);

    publish(&draft, &statements, &to, &operator.options()).unwrap();
    operator.day(&to);
    // After the retention time of old files, so that files are removed too.
    operator.now = operator.now.plus_seconds(KEEP + DAY);
    operator.cancel();
    let (_, state) = operator.open(&to, None).unwrap();
    let (draft, statements) = operator.draft("third", &to, true);
    let mut versions = Vec::new();
    for steps in 0.. {
        let target = operator.path("two");
        copy(&to, &target);
        let is_done = cut(&operator, &draft, &statements, steps, &target);
        versions.push(operator.open(&target, Some(&state)).unwrap().0);
        publish(&draft, &statements, &target, &operator.options()).unwrap();
        assert_eq!(operator.open(&target, Some(&state)).unwrap().0, 3);
        let leftovers = |directory| {
            let names = staging::names(&target.join(directory)).unwrap().into_iter();
            names.filter(|name| name.ends_with(PART)).count()
        };
        assert_eq!([SEGMENTS, MANIFESTS, CENTRES].map(leftovers), [0; 3], "{steps}");
        std::fs::remove_dir_all(&target).unwrap();
        if is_done {
            break;
        }
    }
    assert!(
        versions.is_sorted() && versions.first() == Some(&2) && versions.last() == Some(&3),
        "{versions:?}"
    );
}

/// Everything that a device would read is read before anything is published.
#[test]
fn an_altered_page_is_not_published() {
    let mut operator = Operator::new();
    let to = operator.path("public");
    let (draft, statements) = operator.draft("first", &to, false);
    for segment in PublishedStatements::of(&statements).unwrap().segments() {
        let path = draft.join(FileName::Segment(segment.id.root).file_name());
        flip(&path);
        let error = publish(&draft, &statements, &to, &operator.options()).unwrap_err();
        assert!(matches!(error, RegistryError::Publish(PublishError::Segment { .. })), "{error}");
        flip(&path);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, [&bytes[..], b"more"].concat()).unwrap();
        let error = publish(&draft, &statements, &to, &operator.options()).unwrap_err();
        assert!(matches!(error, RegistryError::Publish(PublishError::Segment { .. })), "{error}");
        std::fs::remove_file(&path).unwrap();
        let error = publish(&draft, &statements, &to, &operator.options()).unwrap_err();
        assert!(error.to_string().contains("is not in the draft"), "{error}");
        std::fs::write(&path, bytes).unwrap();
    }
    assert!(!to.exists());
    publish(&draft, &statements, &to, &operator.options()).unwrap();

    // A block of the published directory is bad, and the new version uses it.
    operator.now = operator.now.plus_seconds(DAY);
    operator.cancel();
    let (draft, statements) = operator.draft("second", &to, false);
    let next = PublishedStatements::of(&statements).unwrap();
    let kept =
        next.segments().map(|segment| to.join(SEGMENTS).join(FileName::Segment(segment.id.root).file_name()));
    let kept: Vec<PathBuf> = kept.filter(|path| path.exists()).collect();
    assert_eq!(kept.len(), 3, "documents and tables stay as they were published");
    for path in kept {
        flip(&path);
        let error = publish(&draft, &statements, &to, &operator.options()).unwrap_err();
        let RegistryError::Publish(PublishError::Segment { path: named, .. }) = &error else {
            panic!("{error}")
        };
        assert_eq!(*named, path);
        // A draft that has the segment repairs it.
        let spare = draft.join(path.file_name().unwrap());
        flip(&path);
        std::fs::copy(&path, &spare).unwrap();
        flip(&path);
        let mended = operator.path("mended");
        copy(&to, &mended);
        publish(&draft, &statements, &mended, &operator.options()).unwrap();
        assert_eq!(operator.open(&mended, None).unwrap().0, 2);
        std::fs::remove_dir_all(&mended).unwrap();
        std::fs::remove_file(&spare).unwrap();
        flip(&path);
    }
    publish(&draft, &statements, &to, &operator.options()).unwrap();
    assert_eq!(operator.open(&to, None).unwrap().0, 2);
}

/// Reading a pipe in place of a statement would never end, and a large file would fill the memory.
#[cfg(unix)]
#[test]
fn a_statement_is_a_small_regular_file() {
    let operator = Operator::new();
    let to = operator.path("public");
    let (draft, statements) = operator.draft("first", &to, false);
    publish(&draft, &statements, &to, &operator.options()).unwrap();
    let fresh = to.join(FRESHNESS);
    let is_refused = || {
        let error = PublishedStatements::read(&to).err();
        matches!(error, Some(RegistryError::Publish(PublishError::Statement(path))) if path == fresh)
    };
    std::fs::write(&fresh, vec![0; MAX_STATEMENT + 1]).unwrap();
    assert!(is_refused());
    std::fs::remove_file(&fresh).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&fresh).status().unwrap().success());
    assert!(is_refused());
    std::fs::remove_file(&fresh).unwrap();
    std::fs::create_dir(&fresh).unwrap();
    assert!(is_refused());
}

#[test]
fn files_of_older_versions_stay_for_a_time() {
    let mut operator = Operator::new();
    let to = operator.path("public");
    let (draft, statements) = operator.draft("first", &to, false);
    publish(&draft, &statements, &to, &operator.options()).unwrap();
    let mut published = vec![PublishedStatements::of(&statements).unwrap()];
    for _ in 0..5 {
        operator.day(&to);
        published.push(PublishedStatements::read(&to).unwrap());
        for (version, one) in published.iter().enumerate() {
            // A version was replaced a day after it was published.
            let age = published.len() - version - 1;
            let has = |name: FileName| to.join(name.to_string()).exists();
            assert_eq!(has(one.manifest_name()), age <= 4, "version {version}, {age} days old");
            assert_eq!(has(one.centres_name()), age <= 4);
            if age <= 4 {
                assert!(one.segments().all(|segment| has(FileName::Segment(segment.id.root))));
            }
        }
    }
    let listed = published.iter().skip(1).flat_map(PublishedStatements::segments).map(|one| one.id.root);
    let listed: BTreeSet<Hash> = listed.collect();
    assert_eq!(staging::names(&to.join(SEGMENTS)).unwrap().len(), listed.len());
    std::fs::write(to.join(SEGMENTS).join("note.txt"), "mine").unwrap();
    assert!(publish(&draft, &statements, &to, &operator.options()).is_err(), "a foreign file");
    assert!(to.join(SEGMENTS).join("note.txt").exists());
}

/// A draft that was not built after the published version lacks content of it.
#[test]
fn content_that_lacks_published_data_is_not_published() {
    let mut operator = Operator::new();
    let to = operator.path("public");
    let number = operator.cancel();
    let (draft, statements) = operator.draft("first", &to, false);
    publish(&draft, &statements, &to, &operator.options()).unwrap();
    operator.now = operator.now.plus_seconds(DAY);
    // Each case also applies to the next ones.
    let cases = [
        ("DELETE FROM skill_lists", HistoryProblemKind::RowVanished),
        ("DELETE FROM cancellations WHERE number = ?", HistoryProblemKind::CancellationVanished),
        ("DELETE FROM documents WHERE number = ?", HistoryProblemKind::DocumentVanished),
    ];
    for (index, (sql, kind)) in cases.into_iter().enumerate() {
        let sql = sql.replace('?', &format!("'{number}'"));
        operator.register.connection().execute_batch(&sql).unwrap();
        let out = operator.path(&format!("forgetful-{index}"));
        let options = BuildOptions::new(operator.now, operator.now.plus_seconds(365 * DAY));
        let mut built = build(&operator.register, &out, &options, &|_| ()).unwrap();
        built.manifest.version = 2;
        built.centres.version = 2;
        let error = publish(&out, &operator.sign(&built), &to, &operator.options()).unwrap_err();
        let RegistryError::Succession(SuccessionError::History(problems)) = &error else { panic!("{error}") };
        assert!(problems.list().iter().any(|problem| problem.kind == kind), "{sql}: {problems}");
        // A new epoch says that the register starts over.
        built.manifest.epoch = 2;
        built.centres.epoch = 2;
        let target = operator.path(&format!("restored-{index}"));
        copy(&to, &target);
        let forgotten = publish(&out, &operator.sign(&built), &target, &operator.options()).unwrap();
        assert!(forgotten.list().iter().any(|problem| problem.kind == kind), "{sql}: {forgotten}");
    }
}
