//! Updates that are accepted, and updates that are rejected without a change on disk.

use super::publisher::{Keys, length};
use super::*;

#[test]
fn accepts_newer_versions_one_after_another() {
    let mut fixture = Fixture::new();
    assert!(matches!(fixture.device.open_read_only(time(NOW)), Err(StoreError::Empty { .. })));
    for newest in 1..=4 {
        fixture.publisher.publish(newest);
        let mut reports = Vec::new();
        let folder = Folder::new(fixture.path("public"));
        let updated =
            fixture.device.update(&folder, &update(), &mut |done, of| reports.push((done, of))).unwrap();
        assert_eq!(updated.change, if newest == 1 { Change::First } else { Change::Newer });
        assert_eq!((updated.manifest, updated.on_trust), ((1, newest), newest == 1));
        // Only the segment that the version added is read; the device has the others.
        let new = if newest == 1 { updated.fetched } else { length(&fixture.publisher.newest_segment()) };
        assert_eq!(updated.fetched, new);
        assert_eq!(
            *reports.last().unwrap(),
            (updated.fetched + updated.kept, updated.fetched + updated.kept)
        );
        assert!(reports.is_sorted());
        let opened = fixture.device.open_read_only(time(NOW)).unwrap();
        assert_eq!(opened.snapshot.manifest().version, newest);
        assert_eq!(opened.slot, if newest % 2 == 1 { Slot::A } else { Slot::B });
        assert!(opened.notices.is_empty());
        assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
        assert_eq!(version(&fixture.device), newest);
    }
}

#[test]
fn rejects_older_and_foreign_bundles() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(3);
    fixture.pull().unwrap();
    let before = files(&fixture.path("device"));
    let assert_refused = |fixture: &Fixture, expected: OpenError| match fixture.pull() {
        Err(StoreError::Refused(error)) => assert_eq!(error, expected),
        other => panic!("{expected:?}: {other:?}"),
    };
    fixture.publisher.publish(2);
    assert_refused(&fixture, OpenError::Rollback(Statement::Manifest));
    fixture.publisher.publish_filled(3, 8);
    assert_refused(&fixture, OpenError::SameVersionOtherContent(Statement::Manifest));
    fixture.publisher.publish(4);
    let mut other = Publisher::new(fixture.path("public"));
    other.roots = vec![Keys([11, 12, 13, 14])];
    other.publish(4);
    assert_refused(
        &fixture,
        OpenError::TooFewSignatures { statement: Statement::Freshness, valid: 0, required: 1 },
    );
    other.roots = vec![Keys([1, 2, 3, 4])];
    other.register = "other".into();
    other.publish(4);
    assert_refused(&fixture, OpenError::ForeignRegister(Statement::Freshness));
    assert_eq!(files(&fixture.path("device")), before, "a refused bundle leaves no trace");
    assert_eq!(version(&fixture.device), 3);
}

#[test]
fn rejects_an_expired_root() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let late = Update { now: time("2030-01-01T00:00:00Z"), ..update() };
    let result = fixture.device.update(&Folder::new(fixture.path("public")), &late, &mut |_, _| {});
    assert!(matches!(result, Err(StoreError::Refused(OpenError::RootExpired))));
    assert_eq!(version(&fixture.device), 1);
}

#[test]
fn rejects_a_segment_that_was_not_signed() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let segment = fixture.publisher.newest_segment();
    let signed = fs::read(&segment).unwrap();
    for at in (0..signed.len()).step_by(911) {
        let mut altered = signed.clone();
        altered[at] ^= 0x20;
        fs::write(&segment, altered).unwrap();
        assert!(matches!(fixture.pull(), Err(StoreError::Segment { .. })), "byte {at}");
        assert_eq!(version(&fixture.device), 1);
        assert!(!fixture.path("device/b").exists(), "no statement is in a slot before the commit");
    }
    fs::write(&segment, &signed[..signed.len() - 1]).unwrap();
    assert!(matches!(fixture.pull(), Err(StoreError::Source { .. })));
    fs::remove_file(&segment).unwrap();
    assert!(matches!(fixture.pull(), Err(StoreError::NotThere { .. })));
    // A longer file is read up to the signed length.
    fs::write(&segment, [signed.as_slice(), &[0; 5000]].concat()).unwrap();
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
}

#[test]
fn rejects_statements_above_the_size_limit() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let public = fixture.path("public");
    let manifest = only_file(&public.join("manifests"));
    for path in [manifest, public.join("fresh.cose"), public.join("roots/2.cose")] {
        let name = path.display().to_string();
        let before = fs::read(&path);
        fs::write(&path, vec![0xd2; 300 * 1024]).unwrap();
        assert!(matches!(fixture.pull(), Err(StoreError::TooLarge { .. })), "{name}");
        match before {
            Ok(bytes) => fs::write(&path, bytes).unwrap(),
            Err(_) => fs::remove_file(&path).unwrap(),
        }
    }
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
}

/// A newer freshness statement of the same manifest replaces the active one; an older one does not.
#[test]
fn keeps_the_newest_freshness_statement() {
    let mut fixture = Fixture::set_up();
    let old = fs::read(fixture.path("public/fresh.cose")).unwrap();
    fixture.publisher.checked_at = time("2026-03-15T00:00:00Z");
    fixture.publisher.sign_freshness(4);
    let updated = fixture.pull().unwrap();
    assert_eq!((updated.change, updated.fetched), (Change::Newer, 0));
    assert_eq!(updated.checked_at, time("2026-03-15T00:00:00Z"));
    fs::write(fixture.path("public/fresh.cose"), old).unwrap();
    let updated = fixture.pull().unwrap();
    assert_eq!((updated.change, updated.checked_at), (Change::Nothing, time("2026-03-15T00:00:00Z")));
}

/// Roots are verified against the newest accepted one: keys of the first root that are stolen later cannot sign another
/// chain from it.
#[test]
fn does_not_trust_keys_that_a_later_root_removed() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.roots.push(Keys([21, 22, 23, 24]));
    fixture.publisher.publish(2);
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    let mut thief = Publisher::new(fixture.path("public"));
    thief.roots.extend([Keys([1, 32, 33, 34]), Keys([1, 42, 43, 44])]);
    thief.publish(3);
    let refused = fixture.pull();
    assert!(matches!(refused, Err(StoreError::Refused(OpenError::TooFewSignatures { .. }))), "{refused:?}");
    // The source needs the newer roots only; the device has the chain so far.
    fixture.publisher.roots.push(Keys([51, 52, 53, 54]));
    fixture.publisher.publish(4);
    fs::remove_file(fixture.path("public/roots/1.cose")).unwrap();
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
    assert_eq!(fixture.device.open_read_only(time(NOW)).unwrap().snapshot.root().version, 3);
}

#[test]
fn rejects_a_root_other_than_the_pinned_one() {
    let mut fixture = Fixture::new();
    fixture.publisher.publish(1);
    let with = |fixture: &Fixture, root: &[u8]| {
        let update = Update { root: Some(root), ..update() };
        fixture.device.update(&Folder::new(fixture.path("public")), &update, &mut |_, _| {})
    };
    let (right, wrong) = (fixture.publisher.root(1), {
        let mut other = Publisher::new(fixture.path("other"));
        other.roots = vec![Keys([11, 12, 13, 14])];
        other.root(1)
    });
    assert!(matches!(with(&fixture, &wrong), Err(StoreError::Refused(_))));
    assert!(matches!(with(&fixture, b"none"), Err(StoreError::Refused(OpenError::Malformed(..)))));
    let updated = with(&fixture, &right).unwrap();
    assert!(!updated.on_trust);
    assert_eq!(with(&fixture, &right).unwrap().change, Change::Nothing);
    assert!(matches!(with(&fixture, &wrong), Err(StoreError::OtherRoot { .. })));
}

#[test]
fn rejects_a_directory_with_other_files() {
    let mut fixture = Fixture::new();
    fixture.publisher.publish(1);
    fs::create_dir(fixture.path("device")).unwrap();
    fs::write(fixture.path("device/letter.txt"), "Dear …").unwrap();
    assert!(matches!(fixture.pull(), Err(StoreError::NotADevice { .. })));
    let onto_itself = pull(&Device::at(fixture.path("public")), &fixture.path("public"));
    assert!(matches!(onto_itself, Err(StoreError::NotADevice { .. })));
    assert_eq!(files(&fixture.path("device")).len(), 1);
}

/// A snapshot that was opened before two updates still has all pages.
#[test]
fn an_opened_snapshot_stays_readable() {
    let mut fixture = Fixture::set_up();
    let opened = fixture.device.open_read_only(time(NOW)).unwrap();
    fixture.publisher.publish(2);
    fixture.pull().unwrap();
    fixture.publisher.publish(3);
    fixture.pull().unwrap();
    let pages = opened.snapshot.pages();
    for segment in opened.snapshot.segments() {
        rastau_core::snapshot::check::check_segment(pages, segment, || {}).unwrap();
    }
    assert!(pages.damage(opened.snapshot.segments()).is_empty());
}

/// Two updates may happen after a reader has read the state and before it reads the slot. The slot then has another
/// bundle, or an incomplete one.
#[test]
fn a_reader_starts_over_after_concurrent_updates() {
    let fixture = Fixture::set_up();
    let mut updated = false;
    let opened = fixture.device.open_while(time(NOW), || {
        if !updated {
            for version in [2, 3, 4] {
                Publisher::new(fixture.path("public")).publish(version);
                fixture.pull().unwrap();
            }
            // The next update has emptied the slot.
            fixture.device.remove_statements(&fixture.path("device/a")).unwrap();
            updated = true;
        }
    });
    let opened = opened.unwrap();
    assert_eq!((opened.snapshot.manifest().version, opened.notices.len()), (4, 0));
}

#[test]
fn a_concurrent_update_is_busy_and_a_reader_does_not_wait() {
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let held = fixture.device.lock().unwrap();
    let busy = pull(&fixture.device.impatient(), &fixture.path("public"));
    assert!(matches!(busy, Err(StoreError::Busy { .. })), "{busy:?}");
    assert_eq!(fixture.device.open(time(NOW)).unwrap().snapshot.manifest().version, 1);
    drop(held);
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
}

/// Concurrent updates, and concurrent readers, which always open a complete bundle.
#[test]
fn concurrent_updates_and_readers() {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    let fixture = Fixture::set_up();
    let published: Vec<PathBuf> = (2..=9)
        .map(|newest| {
            let mut publisher = Publisher::new(fixture.path(&format!("public-{newest}")));
            publisher.publish(newest);
            publisher.folder
        })
        .collect();
    /// Ends the readers even if an assertion fails: the scope waits for them.
    struct Ends<'a>(&'a AtomicBool);
    impl Drop for Ends<'_> {
        fn drop(&mut self) {
            self.0.store(true, Relaxed);
        }
    }
    let done = AtomicBool::new(false);
    let device = fixture.path("device");
    std::thread::scope(|scope| {
        let ends = Ends(&done);
        let readers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let (mut newest, mut count) = (1, 0);
                    while !done.load(Relaxed) {
                        let opened = Device::at(&device).open(time(NOW)).unwrap();
                        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
                        let found = opened.snapshot.manifest().version;
                        assert!(found >= newest, "{found} after {newest}");
                        (newest, count) = (found, count + 1);
                    }
                    count
                })
            })
            .collect();
        let updaters: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    for directory in &published {
                        match pull(&Device::at(&device), directory) {
                            // The other update was faster.
                            Ok(_) | Err(StoreError::Refused(OpenError::Rollback(_))) => {}
                            other => panic!("{other:?}"),
                        }
                    }
                })
            })
            .collect();
        updaters.into_iter().for_each(|updater| updater.join().unwrap());
        drop(ends);
        let read: u32 = readers.into_iter().map(|reader| reader.join().unwrap()).sum();
        assert!(read > 10, "number of reads: {read}");
    });
    assert_eq!(version(&fixture.device), 9);
}
