//! Sessions: stored data is not fetched again, concurrent sessions do no harm, and links planted in the directory are
//! not followed.

use super::publisher::{Keys, length};
use super::*;
use rastau_core::update::UpdateError;

fn begin(device: &Device) -> Session {
    Session::begin(device, &update()).unwrap()
}

/// A host that answers from a published directory, `chunk` bytes at a time.
struct Host {
    public: PathBuf,
    chunk: usize,
    /// The names and positions that were asked for.
    asked: Vec<(String, u64)>,
}

impl Host {
    fn new(public: PathBuf) -> Self {
        Self { public, chunk: 4096, asked: Vec::new() }
    }

    /// Answers one question; returns the result of a commit.
    fn answer(&mut self, session: &mut Session) -> Result<Option<Updated>, StoreError> {
        let (name, from) = match session.want() {
            Want::Statement { name, .. } => (name.to_string(), 0),
            Want::Segment { name, from, .. } => (name.to_string(), from),
            Want::Commit | Want::Failed => return session.commit(),
        };
        self.asked.push((name.clone(), from));
        let Ok(bytes) = fs::read(self.public.join(&name)) else { return session.status(404).map(|()| None) };
        let mut at = from;
        for chunk in bytes[usize::try_from(from).unwrap()..].chunks(self.chunk) {
            session.take(chunk, at)?;
            at += chunk.len() as u64;
        }
        session.end().map(|()| None)
    }

    fn run(&mut self, session: &mut Session) -> Updated {
        loop {
            if let Some(updated) = self.answer(session).unwrap() {
                return updated;
            }
        }
    }

    /// Continues up to the first segment.
    fn up_to_segment(&mut self, session: &mut Session) -> (String, u64) {
        loop {
            if let Want::Segment { name, length, .. } = session.want() {
                return (name.to_string(), length);
            }
            assert!(self.answer(session).unwrap().is_none());
        }
    }
}

/// A device with version 1, and a host that has version 2 with `fill` in its rows.
fn with_other_version(fill: u8) -> (Fixture, Host) {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish_filled(2, fill);
    let host = Host::new(fixture.path("public"));
    (fixture, host)
}

#[test]
fn a_session_continues_where_another_was_dropped() {
    let (fixture, mut host) = with_other_version(9);
    let mut session = begin(&fixture.device);
    let (name, whole) = host.up_to_segment(&mut session);
    let bytes = fs::read(fixture.path("public").join(&name)).unwrap();
    session.take(&bytes[..4096], 0).unwrap();
    session.take(&bytes[4096..5000], 4096).unwrap();
    assert_eq!(session.want(), Want::Segment { name: name.parse_name(), from: 5000, length: whole });
    assert!(matches!(session.end(), Err(StoreError::Source { .. })), "not all of it");
    drop(session);
    assert_eq!(version(&fixture.device), 1);

    // Another process continues. The manifest and the statement of centres are not fetched again either.
    let mut host = Host::new(fixture.path("public"));
    let mut session = begin(&Device::at(fixture.path("device")));
    let updated = host.run(&mut session);
    assert_eq!((updated.change, updated.manifest), (Change::Newer, (1, 2)));
    let asked: Vec<_> = host.asked.iter().map(|(name, from)| (name.as_str(), *from)).collect();
    assert_eq!(asked[..3], [("roots/2.cose", 0), ("fresh.cose", 0), (name.as_str(), 5000)]);
    assert!(asked[3..].iter().all(|(name, _)| name.starts_with("segments/")), "{asked:?}");
    assert_eq!(version(&fixture.device), 2);
    assert!(!fixture.path("device/pending").exists(), "nothing is left to do");
}

trait ParseName {
    fn parse_name(&self) -> rastau_core::snapshot::FileName;
}

impl ParseName for String {
    fn parse_name(&self) -> rastau_core::snapshot::FileName {
        rastau_core::snapshot::FileName::parse(self).unwrap()
    }
}

/// A source that cannot begin in the middle sends the whole file; a torn part is fetched again from its first bad page on.
#[test]
fn a_part_is_fetched_again_or_repaired() {
    let (fixture, mut host) = with_other_version(9);
    let mut session = begin(&fixture.device);
    let (name, whole) = host.up_to_segment(&mut session);
    let bytes = fs::read(fixture.path("public").join(&name)).unwrap();
    session.take(&bytes[..5000], 0).unwrap();
    session.take(&bytes[..4096], 0).unwrap();
    assert_eq!(session.want(), Want::Segment { name: name.parse_name(), from: 4096, length: whole });
    assert!(matches!(session.take(b"x", 5000), Err(StoreError::Update(_))), "a gap");
    drop(session);

    // The result of a power cut: the length is correct, the last pages are zeros.
    let mut torn = bytes.clone();
    torn[8192..].fill(0);
    fs::write(fixture.path("device").join(&name), &torn).unwrap();
    let mut host = Host::new(fixture.path("public"));
    let mut session = begin(&fixture.device);
    assert_eq!(host.run(&mut session).change, Change::Newer);
    let positions: Vec<u64> =
        host.asked.iter().filter(|(asked, _)| *asked == name).map(|(_, at)| *at).collect();
    // The root page is the last one. The second time, the first bad page is a different one.
    assert_eq!(positions, [whole - 4096, 0]);
}

/// A whole part may be removed by another session's commit between the plan and its check.
#[test]
fn a_removed_part_is_asked_for_again() {
    let (fixture, mut host) = with_other_version(9);
    let mut session = begin(&fixture.device);
    let (name, _) = host.up_to_segment(&mut session);
    let part = fixture.path("device").join(&name);
    fs::copy(fixture.path("public").join(&name), &part).unwrap();
    let mut session = begin(&fixture.device);
    while !matches!(session.want(), Want::Statement { name: rastau_core::snapshot::FileName::Freshness, .. })
    {
        assert!(host.answer(&mut session).unwrap().is_none());
    }
    fs::remove_file(&part).unwrap();
    assert!(host.answer(&mut session).unwrap().is_none());
    assert!(
        matches!(session.want(), Want::Segment { name: asked, from: 0, .. } if asked.to_string() == name)
    );
    assert_eq!(host.run(&mut session).change, Change::Newer);
}

/// Between any two calls another session takes the lock and completes the same update, or a newer one.
#[test]
fn concurrent_sessions_do_no_harm_at_any_point() {
    for newest in [2, 3] {
        for calls in 0.. {
            let mut fixture = Fixture::set_up();
            fixture.publisher.publish_filled(2, 3);
            let newer = fixture.path("newer");
            let mut publisher = Publisher::new(newer.clone());
            publisher.publish(1);
            publisher.publish_filled(2, 3);
            publisher.publish_filled(newest, 3);
            let mut slow = Host::new(fixture.path("public"));
            let mut session = begin(&fixture.device);
            let mut finished = None;
            for _ in 0..calls {
                finished = slow.answer(&mut session).unwrap();
            }
            if finished.is_some() {
                assert!(calls > 5);
                break;
            }
            let other = pull(&Device::at(fixture.path("device")), &newer).unwrap();
            assert_eq!(other.manifest, (1, newest), "{calls} calls");
            // The slow session ends without a harmful error, or is refused as older.
            let result = loop {
                match slow.answer(&mut session) {
                    Ok(None) => {}
                    Ok(Some(updated)) => break Ok(updated),
                    Err(error) => break Err(error),
                }
            };
            match result {
                Ok(updated) => assert_eq!(updated.manifest, (1, 2), "{calls} calls"),
                Err(StoreError::Refused(OpenError::Rollback(_))) => assert_eq!(newest, 3),
                Err(error) => panic!("{calls} calls: {error}"),
            }
            assert_eq!(version(&fixture.device), newest, "{calls} calls");
            let opened = fixture.device.open_read_only(time(NOW)).unwrap();
            assert!(opened.notices.is_empty(), "{calls} calls: {:?}", opened.notices);
            for segment in opened.snapshot.segments() {
                rastau_core::snapshot::check::check_segment(opened.snapshot.pages(), segment, || {}).unwrap();
            }
        }
    }
}

/// A session that is overtaken repeatedly restarts a few times, then ends.
#[test]
fn a_session_that_is_repeatedly_overtaken_ends() {
    let mut fixture = Fixture::set_up();
    let public = fixture.path("public");
    let mut slow = Host::new(public.clone());
    let mut session = begin(&fixture.device);
    let mut newest = 1;
    let ended = loop {
        newest += 2;
        fixture.publisher.publish(newest - 1);
        while session.want() != Want::Commit {
            assert!(slow.answer(&mut session).unwrap().is_none());
        }
        fixture.publisher.publish(newest);
        pull(&Device::at(fixture.path("device")), &public).unwrap();
        match session.commit() {
            Ok(None) => assert!(newest < 20, "it goes on"),
            ended => break ended,
        }
    };
    assert!(matches!(ended, Err(StoreError::Update(UpdateError::Moved))), "{ended:?}");
    assert_eq!((newest, session.want()), (9, Want::Failed), "the fourth time");
    assert!(matches!(session.commit(), Err(StoreError::Update(UpdateError::WrongAnswer))));
    assert_eq!(version(&fixture.device), 9);
}

/// A slow session never replaces a root by an older one, and its plan is opened under the newest.
#[test]
fn a_kept_root_is_not_undone_by_a_slower_session() {
    let (fixture, mut slow) = with_other_version(3);
    let mut session = begin(&fixture.device);
    while session.want() != Want::Commit {
        assert!(slow.answer(&mut session).unwrap().is_none());
    }
    // Another session keeps a root under which the plan's statements have no signatures, and fails then.
    let mut publisher = Publisher::new(fixture.path("newer"));
    publisher.roots.push(Keys([21, 22, 23, 24]));
    publisher.publish(3);
    fs::remove_file(fixture.path("newer/fresh.cose")).unwrap();
    let closed = pull(&Device::at(fixture.path("device")), &fixture.path("newer"));
    assert!(matches!(closed, Err(StoreError::ClosedByUpdate { .. })), "{closed:?}");
    let result = session.commit();
    assert!(matches!(result, Ok(None)), "{result:?}");
    // The source of the slow one has nothing that the kept root supports.
    let error = loop {
        match slow.answer(&mut session) {
            Ok(done) => assert!(done.is_none()),
            Err(error) => break error,
        }
    };
    let StoreError::ClosedByUpdate { source, .. } = error else { panic!("{error}") };
    assert!(matches!(*source, StoreError::Refused(OpenError::TooFewSignatures { .. })), "{source}");
    assert!(session.closes_service());
    assert!(matches!(fixture.device.open_read_only(time(NOW)), Err(StoreError::Closed { .. })));
    let memory = fixture.device.recall().unwrap();
    assert_eq!(version_of_root(&memory.service().unwrap().root), Some(2));
}

/// A slow session keeps root 2 after another one has kept roots 2 and 3: the newer one stays.
#[test]
fn a_newer_kept_root_stays() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.roots.push(Keys([1, 2, 3, 4]));
    fixture.publisher.publish_filled(2, 3);
    let mut slow = Host::new(fixture.path("public"));
    let mut session = begin(&fixture.device);
    let mut publisher = Publisher::new(fixture.path("newer"));
    publisher.roots.extend([Keys([1, 2, 3, 4]), Keys([1, 2, 3, 4])]);
    publisher.publish_filled(3, 3);
    pull(&Device::at(fixture.path("device")), &fixture.path("newer")).unwrap();
    let kept = || {
        let memory = fixture.device.recall().unwrap();
        version_of_root(&memory.service().unwrap().root)
    };
    assert_eq!(kept(), Some(3));
    assert!(slow.answer(&mut session).unwrap().is_none());
    assert_eq!((slow.asked[0].0.as_str(), kept()), ("roots/2.cose", Some(3)));
}

/// A slow session must not truncate a file that another session has put into service.
#[test]
fn a_segment_in_use_is_never_cut() {
    let (fixture, mut slow) = with_other_version(9);
    let mut session = begin(&fixture.device);
    let (name, length_of_it) = slow.up_to_segment(&mut session);
    let bytes = fs::read(fixture.path("public").join(&name)).unwrap();
    session.take(&bytes[..4096], 0).unwrap();
    pull(&Device::at(fixture.path("device")), &fixture.path("public")).unwrap();
    // The source starts over. Its bytes do not fit, and the host asks for the current question.
    assert!(matches!(session.take(&bytes[..100], 0), Err(StoreError::Busy { .. })));
    assert!(matches!(session.want(), Want::Statement { .. }), "{:?}", session.want());
    assert_eq!(slow.run(&mut session).change, Change::Nothing);
    assert_eq!(length(&fixture.path("device").join(&name)), length_of_it);
    let opened = fixture.device.open_read_only(time(NOW)).unwrap();
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
}

/// Another process holds the lock between any two calls; none is held while a session waits for its host.
#[test]
fn no_lock_is_held_between_calls() {
    let (fixture, mut host) = with_other_version(3);
    let mut session = begin(&fixture.device);
    loop {
        drop(fixture.device.try_lock().unwrap().expect("the lock is free"));
        if host.answer(&mut session).unwrap().is_some() {
            break;
        }
    }
}

/// An app lets the system download a file while it is suspended, and another process of it takes the file.
#[test]
fn a_downloaded_file_is_taken_by_another_process() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish_filled(2, 9);
    let mut session = begin(&fixture.device);
    let (name, _) = Host::new(fixture.path("public")).up_to_segment(&mut session);
    drop(session);
    fs::copy(fixture.path("public").join(&name), fixture.path("downloaded")).unwrap();

    let mut host = Host::new(fixture.path("public"));
    let mut session = begin(&fixture.device);
    host.up_to_segment(&mut session);
    session.take_file(&fixture.path("downloaded"), 0).unwrap();
    session.end().unwrap();
    assert_eq!(host.run(&mut session).change, Change::Newer);
    let asked: Vec<_> = host.asked.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(asked[..2], ["roots/2.cose", "fresh.cose"], "only whether there is something newer");
    assert!(!asked.contains(&name.as_str()) && asked[2..].iter().all(|name| name.starts_with("segments/")));
}

/// Puts something in the place of a file, given a directory with files that must not change.
type Plant<'p> = &'p dyn Fn(&Path, &Path);

/// Links, FIFOs, directories and files of other names in the device's directory: nothing outside is opened, written or
/// removed, and the update succeeds.
#[cfg(unix)]
#[test]
fn planted_links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let precious = |fixture: &Fixture| fixture.path("precious");
    let names = |fixture: &Fixture| {
        let newest = fixture.publisher.newest_segment();
        let segment = format!("segments/{}", newest.file_name().unwrap().to_str().unwrap());
        ["b", "pending", "state-b", "lock", "check"]
            .map(str::to_owned)
            .into_iter()
            .chain([segment])
            .collect::<Vec<_>>()
    };
    let ways: [(&str, Plant); 5] = [
        ("link to a file", &|precious, at| symlink(precious.join("file"), at).unwrap()),
        ("link to a directory", &|precious, at| symlink(precious, at).unwrap()),
        ("link to nothing", &|precious, at| symlink(precious.join("nothing"), at).unwrap()),
        ("second name", &|precious, at| fs::hard_link(precious.join("file"), at).unwrap()),
        ("FIFO", &|_, at| {
            rustix::fs::mknodat(rustix::fs::CWD, at, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        }),
    ];
    for (way, plant) in ways {
        let mut fixture = Fixture::set_up();
        fixture.publisher.publish_filled(2, 9);
        for name in names(&fixture) {
            let mut fixture = Fixture::set_up();
            fixture.publisher.publish_filled(2, 9);
            fs::create_dir_all(precious(&fixture).join("manifests")).unwrap();
            fs::write(precious(&fixture).join("file"), "precious").unwrap();
            fs::write(precious(&fixture).join("manifests/file"), "precious").unwrap();
            let at = fixture.path("device").join(&name);
            let _ = fs::remove_file(&at);
            plant(&precious(&fixture), &at);
            let updated = fixture.pull().unwrap_or_else(|error| panic!("{way} at {name}: {error}"));
            assert_eq!(updated.change, Change::Newer, "{way} at {name}");
            let found = files(&precious(&fixture));
            assert_eq!(found.len(), 2, "{way} at {name}");
            assert!(found.iter().all(|(_, bytes)| bytes == b"precious"), "{way} at {name}");
            assert_eq!(version(&fixture.device), 2);
        }
    }
}

#[test]
fn foreign_files_are_kept_and_do_no_harm() {
    let mut fixture = Fixture::set_up();
    for name in ["segments/letter.txt", "segments/ab.seg", "segments/notes"] {
        fs::write(fixture.path("device").join(name), "…").unwrap();
    }
    fs::create_dir(fixture.path("device/segments/folder")).unwrap();
    fixture.publisher.publish_filled(2, 9);
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    assert!(
        fixture.path("device/segments/letter.txt").exists()
            && fixture.path("device/segments/folder").exists()
    );
}

/// A segment that no bundle lists is removed by a commit, and only then.
#[test]
fn a_commit_removes_files_that_are_no_longer_needed() {
    let mut fixture = Fixture::set_up();
    let hash = "ab".repeat(32);
    for name in [format!("{hash}.seg"), format!("{hash}-2.seg")] {
        fs::write(fixture.path("device/segments").join(name), [0; 5000]).unwrap();
    }
    assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
    assert!(fixture.path(&format!("device/segments/{hash}.seg")).exists());
    fixture.publisher.publish_filled(2, 9);
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    let left: Vec<_> = fs::read_dir(fixture.path("device/segments")).unwrap().collect();
    let opened = fixture.device.open_read_only(time(NOW)).unwrap();
    assert_eq!(left.len(), opened.snapshot.segments().count());
}

#[test]
fn a_host_that_is_alone_needs_no_lock() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let held = fixture.device.lock().unwrap();
    let busy = pull(&fixture.device.impatient(), &fixture.path("public"));
    assert!(matches!(busy, Err(StoreError::Busy { .. })), "{busy:?}");
    let alone = Device::at(fixture.path("device")).without_lock();
    assert_eq!(pull(&alone, &fixture.path("public")).unwrap().change, Change::Newer);
    drop(held);
}

#[test]
fn progress_reaches_its_end() {
    let (fixture, mut host) = with_other_version(9);
    let mut session = begin(&fixture.device);
    assert_eq!(session.progress(), (0, 0));
    let mut before = 0;
    loop {
        let result = host.answer(&mut session).unwrap();
        let (done, total) = session.progress();
        assert!(done >= before && done <= total);
        before = done;
        if result.is_some() {
            let segments = fs::read_dir(fixture.path("device/segments")).unwrap();
            let stored: u64 = segments.map(|file| length(&file.unwrap().path())).sum();
            assert_eq!((done, total), (stored, stored));
            break;
        }
    }
}

/// Root keys that a later root has replaced can do nothing, also through a session that began before that root was known.
#[test]
fn a_session_on_a_fork_of_the_roots_is_refused_after_another_one_kept_the_next_root() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.roots.push(Keys([11, 2, 3, 4]));
    fixture.publisher.publish(2);
    let mut thief = Publisher::new(fixture.path("thief"));
    thief.roots.extend([Keys([21, 22, 23, 24]), Keys([31, 32, 33, 34])]);
    thief.publish_filled(3, 9);
    let mut session = begin(&fixture.device);
    assert_eq!(fixture.pull().unwrap().manifest, (1, 2));
    let mut host = Host::new(fixture.path("thief"));
    while let Ok(updated) = host.answer(&mut session) {
        assert!(updated.is_none(), "the thief's bundle is in service");
    }
    assert_eq!(fixture.device.recall().unwrap().service().unwrap().root, fixture.publisher.root(2));
    assert_eq!(version(&fixture.device), 2);
}

/// Two sessions set up a new device at once, one of them without a pinned root: it replaces nothing.
#[test]
fn a_session_without_a_root_does_not_replace_the_root_of_another_one() {
    let mut fixture = Fixture::new();
    fixture.publisher.publish(1);
    let mut thief = Publisher::new(fixture.path("thief"));
    thief.roots = vec![Keys([21, 22, 23, 24])];
    thief.publish_filled(9, 9);
    let mut session = begin(&fixture.device);
    let mut host = Host::new(fixture.path("thief"));
    while session.want() != Want::Commit {
        assert!(host.answer(&mut session).unwrap().is_none());
    }
    assert_eq!(fixture.pull().unwrap().change, Change::First);
    assert!(matches!(session.commit(), Ok(None)));
    while let Ok(updated) = host.answer(&mut session) {
        assert!(updated.is_none(), "the thief's bundle is in service");
    }
    let memory = fixture.device.recall().unwrap();
    assert_eq!(memory.service().unwrap().root, fixture.publisher.root(1));
    assert_eq!(version(&fixture.device), 1);
}

fn version_of_root(root: &[u8]) -> Option<u64> {
    rastau_core::snapshot::Chain::begin(root, None).ok().map(|chain| chain.newest().version)
}
