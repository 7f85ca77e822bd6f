//! Roots that replace keys: each is stored as soon as it is verified, even if the rest of the update fails.

use super::publisher::Keys;
use super::*;
use crate::source::{Reply, Source};

/// The published directory, with other answers for some files.
struct Tampered<'t> {
    folder: Folder,
    answer: &'t dyn Fn(&str) -> Option<Reply<'static>>,
}

impl Source for Tampered<'_> {
    fn open(&self, name: &str, from: u64, max: u64) -> Result<Reply<'_>, StoreError> {
        match (self.answer)(name) {
            Some(reply) => Ok(reply),
            None => self.folder.open(name, from, max),
        }
    }
}

fn pull_tampered(
    fixture: &Fixture,
    answer: &dyn Fn(&str) -> Option<Reply<'static>>,
) -> Result<Updated, StoreError> {
    let source = Tampered { folder: Folder::new(fixture.path("public")), answer };
    fixture.device.update(&source, &update(), &mut |_, _| {})
}

/// A device with version 1, and a second root with another key of the keeper, under which version 2 is published.
fn rotated() -> Fixture {
    let mut fixture = Fixture::set_up();
    fixture.publisher.roots.push(Keys([1, 12, 3, 4]));
    fixture.publisher.publish(2);
    fixture
}

fn offline(name: &str) -> Option<Reply<'static>> {
    (!name.starts_with("roots/")).then_some(Reply::NOT_THERE)
}

/// A root that removes stolen keys counts as soon as it is verified, even if the rest of the update is missing. The
/// bundle that those keys signed is closed until a new one is committed.
#[test]
fn a_root_that_replaces_keys_closes_the_bundle_at_once() {
    let fixture = rotated();
    assert_eq!(version(&fixture.device), 1);
    let error = pull_tampered(&fixture, &offline).unwrap_err();
    let StoreError::ClosedByUpdate { source, .. } = &error else { panic!("{error}") };
    assert!(matches!(**source, StoreError::NotThere { .. }), "{error}");
    assert!(error.to_string().contains("fresh.cose"), "the report says both: {error}");

    // Another process, and the same again: the root is remembered.
    for _ in 0..2 {
        let closed = Device::at(fixture.path("device")).open(time(NOW)).unwrap_err();
        assert!(matches!(closed, StoreError::Closed { .. }), "{closed}");
        assert!(matches!(pull_tampered(&fixture, &offline), Err(StoreError::ClosedByUpdate { .. })));
    }
    // The owner of the old keys cannot restore the old bundle.
    let old = Publisher::new(fixture.path("old"));
    let mut old = old;
    old.publish(3);
    let refused = pull(&fixture.device, &fixture.path("old")).unwrap_err();
    let StoreError::ClosedByUpdate { source, .. } = refused else { panic!("{refused}") };
    assert!(matches!(*source, StoreError::Refused(OpenError::TooFewSignatures { .. })), "{source}");

    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    assert_eq!(version(&fixture.device), 2);
}

/// Returns a session that has kept the root which closes the bundle in service, and asks for the freshness statement.
fn closing(fixture: &Fixture) -> Session {
    let mut session = Session::begin(&fixture.device, &update()).unwrap();
    session.take(&fixture.publisher.root(2), 0).unwrap();
    session.end().unwrap();
    session.status(404).unwrap();
    assert!(session.closes_service() && !fixture.path("device/pending").exists());
    session
}

/// A host of a session only passes on what it receives: the error that ends the update contains both the reason and the
/// closing.
#[test]
fn the_error_that_ends_a_session_says_that_the_bundle_is_closed() {
    type End<'e> = &'e dyn Fn(&mut Session) -> Result<(), StoreError>;
    let ends: [(&str, End); 2] = [
        ("SOURCE_NOT_THERE", &|session| session.status(404)),
        ("SOURCE_WEB_PAGE", &|session| {
            session.take(b"<html>", 0)?;
            session.end()
        }),
    ];
    for (cause, end) in ends {
        let fixture = rotated();
        let mut session = closing(&fixture);
        let error = end(&mut session).unwrap_err();
        let StoreError::ClosedByUpdate { source, .. } = error else { panic!("{error}") };
        assert_eq!(source.code().name(), cause);
        assert_eq!(session.want(), Want::Failed);
        // A call that does not fit the question has not ended the update.
        for late in [session.end(), session.status(404)] {
            assert_eq!(late.unwrap_err().code().name(), "WRONG_ANSWER");
        }
    }
}

/// An error after which a host can continue keeps its number: the update has not ended.
#[test]
fn an_error_that_a_session_continues_from_does_not_say_that_the_bundle_is_closed() {
    let fixture = rotated();
    let mut session = closing(&fixture);
    loop {
        let (name, at) = match session.want() {
            Want::Statement { name, .. } => (name, 0),
            Want::Segment { name, from, .. } => (name, from),
            Want::Commit | Want::Failed => break,
        };
        let file = fs::read(fixture.path("public").join(name.to_string())).unwrap();
        if at == 0 && matches!(session.want(), Want::Segment { .. }) {
            session.take(&file[..100], 0).unwrap();
            let error = session.end().unwrap_err();
            assert!(matches!(error, StoreError::Source { .. }), "{error}");
            continue;
        }
        session.take(&file[usize::try_from(at).unwrap()..], at).unwrap();
        session.end().unwrap();
    }
    assert!(session.closes_service());
    assert_eq!(session.commit().unwrap().unwrap().change, Change::Newer);
    assert!(!session.closes_service(), "the commit has replaced the closed bundle");
}

/// An error of the source is not one of the session, but it ends the loop over the session.
#[test]
fn an_update_whose_source_fails_says_that_the_bundle_is_closed() {
    struct Fails;
    impl std::io::Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the cable was pulled"))
        }
    }
    let fixture = rotated();
    let error = pull_tampered(&fixture, &|name| (name == "fresh.cose").then(|| Reply::whole(Fails)));
    let Err(StoreError::ClosedByUpdate { source, .. }) = error else { panic!("{error:?}") };
    assert!(source.to_string().contains("the cable was pulled"), "{source}");
}

/// A root closes nothing before it is kept.
#[test]
fn a_root_that_cannot_be_kept_closes_nothing() {
    let fixture = rotated();
    let lock = std::cell::RefCell::new(None);
    let folder = Folder::new(fixture.path("public"));
    // Another process takes the lock while the root is fetched.
    let answer = |name: &str| {
        if name == "roots/2.cose" {
            lock.replace(fixture.device.try_lock().unwrap());
        }
        None
    };
    let source = Tampered { folder, answer: &answer };
    let error = fixture.device.impatient().update(&source, &update(), &mut |_, _| {}).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    assert!(lock.take().is_some());
    assert_eq!(version(&fixture.device), 1);
}

/// A planned rotation changes a key that the bundle in service does not need.
#[test]
fn a_root_that_keeps_the_keys_closes_nothing() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.roots.push(Keys([11, 2, 3, 4]));
    fixture.publisher.publish(2);
    assert!(matches!(pull_tampered(&fixture, &offline), Err(StoreError::NotThere { .. })));
    assert_eq!(version(&fixture.device), 1);
    let root = fixture.device.open_read_only(time(NOW)).unwrap().snapshot.root().version;
    assert_eq!(root, 2, "the kept root is used");
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
}

/// A device with a pinned root remembers roots before it has a bundle. A device on first use stores nothing from a
/// source that failed: a mistyped address would otherwise pin another register.
#[test]
fn a_new_device_keeps_roots_of_a_pinned_chain_only() {
    let mut fixture = Fixture::new();
    fixture.publisher.roots.push(Keys([11, 2, 3, 4]));
    fixture.publisher.publish(1);
    assert!(pull_tampered(&fixture, &offline).is_err());
    let memory = fixture.device.recall().unwrap();
    assert!(memory.service().is_none(), "on first use");

    let root = fixture.publisher.root(1);
    let pinned = Update { root: Some(&root), ..update() };
    let source = Tampered { folder: Folder::new(fixture.path("public")), answer: &offline };
    assert!(fixture.device.update(&source, &pinned, &mut |_, _| {}).is_err());
    let memory = fixture.device.recall().unwrap();
    let service = memory.service().unwrap();
    assert_eq!((service.root.clone(), service.in_use.is_none()), (fixture.publisher.root(2), true));
    assert!(matches!(fixture.device.open_read_only(time(NOW)), Err(StoreError::Empty { .. })));

    // The next update begins at the kept root, and another register's is refused.
    let mut foreign = Publisher::new(fixture.path("foreign"));
    foreign.roots = vec![Keys([31, 32, 33, 34])];
    foreign.publish(1);
    assert!(matches!(pull(&fixture.device, &fixture.path("foreign")), Err(StoreError::Refused(_))));
    let updated =
        fixture.device.update(&Folder::new(fixture.path("public")), &pinned, &mut |_, _| {}).unwrap();
    assert_eq!((updated.change, updated.on_trust), (Change::First, false));
}

/// The source reports statuses; the walk interprets them.
#[test]
fn answers_of_servers_are_judged_in_one_place() {
    let fixture = rotated();
    let root_only = |name: &str, status| (name == "roots/2.cose").then_some(Reply::Status(status));
    for status in [429, 500, 503] {
        let error = pull_tampered(&fixture, &|name| root_only(name, status)).unwrap_err();
        assert_eq!(error.code().name(), "SOURCE_STATUS", "{error}");
    }
    let page = |_: &str| Some(Reply::whole(&b"<!doctype html><p>Sign in"[..]));
    assert_eq!(pull_tampered(&fixture, &page).unwrap_err().code().name(), "SOURCE_WEB_PAGE");
    let endless = |name: &str| (name == "fresh.cose").then(|| Reply::whole(std::io::repeat(0xd2)));
    let error = pull_tampered(&fixture, &endless).unwrap_err();
    assert!(matches!(error, StoreError::ClosedByUpdate { .. }), "{error}");
    assert_eq!(fixture.pull().unwrap().change, Change::Newer, "nothing of this is remembered");
    // An S3-like server answers "forbidden" for a missing file.
    let forbidden = |name: &str| (name == "roots/3.cose").then_some(Reply::Status(403));
    assert_eq!(pull_tampered(&fixture, &forbidden).unwrap().change, Change::Nothing);
}
