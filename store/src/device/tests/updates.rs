//! What an update takes, and what it refuses without a byte changed.

use super::world::{Keys, length};
use super::*;

#[test]
fn updates_follow_one_another() {
    let mut place = Place::new();
    assert!(matches!(place.device.look(time(NOW)), Err(StoreError::Empty { .. })));
    for newest in 1..=4 {
        place.publisher.publish(newest);
        let mut told = Vec::new();
        let folder = Folder::new(place.path("public"));
        let updated = place.device.update(&folder, &update(), &mut |done, of| told.push((done, of))).unwrap();
        assert_eq!(updated.change, if newest == 1 { Change::First } else { Change::Newer });
        assert_eq!((updated.manifest, updated.on_trust), ((1, newest), newest == 1));
        // Only the newest version's own segment is read; the others are here.
        let new = if newest == 1 { updated.fetched } else { length(&place.publisher.newest_segment()) };
        assert_eq!(updated.fetched, new);
        assert_eq!(*told.last().unwrap(), (updated.fetched + updated.kept, updated.fetched + updated.kept));
        assert!(told.is_sorted());
        let opened = place.device.look(time(NOW)).unwrap();
        assert_eq!(opened.snapshot.manifest().version, newest);
        assert_eq!(opened.slot, if newest % 2 == 1 { Slot::A } else { Slot::B });
        assert!(opened.notices.is_empty());
        assert_eq!(place.pull().unwrap().change, Change::Nothing);
        assert_eq!(version(&place.device), newest);
    }
}

#[test]
fn an_older_or_another_bundle_changes_nothing() {
    let mut place = Place::set_up();
    place.publisher.publish(3);
    place.pull().unwrap();
    let before = files(&place.path("device"));
    let refused = |place: &Place, expected: OpenError| match place.pull() {
        Err(StoreError::Refused(error)) => assert_eq!(error, expected),
        other => panic!("{expected:?}: {other:?}"),
    };
    place.publisher.publish(2);
    refused(&place, OpenError::Rollback(Statement::Manifest));
    place.publisher.publish_word(3, 8);
    refused(&place, OpenError::SameVersionOtherContent(Statement::Manifest));
    place.publisher.publish(4);
    let mut other = Publisher::new(place.path("public"));
    other.roots = vec![Keys([11, 12, 13, 14])];
    other.publish(4);
    refused(&place, OpenError::TooFewSignatures { statement: Statement::Manifest, valid: 0, required: 1 });
    other.roots = vec![Keys([1, 2, 3, 4])];
    other.register = "other".into();
    other.publish(4);
    refused(&place, OpenError::ForeignRegister(Statement::Manifest));
    assert_eq!(files(&place.path("device")), before, "a refused bundle leaves no trace");
    assert_eq!(version(&place.device), 3);
}

#[test]
fn an_expired_root_is_refused() {
    let mut place = Place::set_up();
    place.publisher.publish(2);
    let late = Update { now: time("2030-01-01T00:00:00Z"), ..update() };
    let result = place.device.update(&Folder::new(place.path("public")), &late, &mut |_, _| {});
    assert!(matches!(result, Err(StoreError::Refused(OpenError::RootExpired))));
    assert_eq!(version(&place.device), 1);
}

/// What the statements do not show: a segment that is not the one they name.
#[test]
fn a_segment_that_was_not_signed_changes_nothing() {
    let mut place = Place::set_up();
    place.publisher.publish(2);
    let segment = place.publisher.newest_segment();
    let good = fs::read(&segment).unwrap();
    for at in (0..good.len()).step_by(911) {
        let mut bad = good.clone();
        bad[at] ^= 0x20;
        fs::write(&segment, bad).unwrap();
        assert!(matches!(place.pull(), Err(StoreError::Segment { .. })), "byte {at}");
        assert_eq!(version(&place.device), 1);
        assert!(!place.path("device/b").exists(), "nothing of it stays to take room");
    }
    fs::write(&segment, &good[..good.len() - 1]).unwrap();
    assert!(matches!(place.pull(), Err(StoreError::Source { .. })));
    fs::remove_file(&segment).unwrap();
    assert!(matches!(place.pull(), Err(StoreError::NotThere { .. })));
    // Of a file that is too long, no more is read than is signed.
    fs::write(&segment, [good.as_slice(), &[0; 5000]].concat()).unwrap();
    assert_eq!(place.pull().unwrap().change, Change::Newer);
    assert_eq!(place.pull().unwrap().change, Change::Nothing);
}

#[test]
fn statements_are_read_up_to_their_cap() {
    let place = Place::set_up();
    for name in ["manifest.cose", "fresh.cose", "roots/2.cose"] {
        let path = place.path("public").join(name);
        let before = fs::read(&path);
        fs::write(&path, vec![0; 300 * 1024]).unwrap();
        assert!(matches!(place.pull(), Err(StoreError::TooLarge { .. })), "{name}");
        match before {
            Ok(bytes) => fs::write(&path, bytes).unwrap(),
            Err(_) => fs::remove_file(&path).unwrap(),
        }
    }
    assert_eq!(place.pull().unwrap().change, Change::Nothing);
}

/// A newer note about the same manifest is news; an older one is not taken for it.
#[test]
fn the_newest_freshness_note_stays() {
    let mut place = Place::set_up();
    let old = fs::read(place.path("public/fresh.cose")).unwrap();
    place.publisher.checked_at = time("2026-03-15T00:00:00Z");
    place.publisher.confirm(4);
    let updated = place.pull().unwrap();
    assert_eq!((updated.change, updated.fetched), (Change::Newer, 0));
    assert_eq!(updated.checked_at, time("2026-03-15T00:00:00Z"));
    fs::write(place.path("public/fresh.cose"), old).unwrap();
    let updated = place.pull().unwrap();
    assert_eq!((updated.change, updated.checked_at), (Change::Nothing, time("2026-03-15T00:00:00Z")));
}

/// Each root that was accepted is what the next one is measured by: the keys of the first root, stolen later, cannot
/// sign another way out of it.
#[test]
fn keys_that_a_later_root_dropped_never_speak_again() {
    let mut place = Place::set_up();
    place.publisher.roots.push(Keys([21, 22, 23, 24]));
    place.publisher.publish(2);
    assert_eq!(place.pull().unwrap().change, Change::Newer);
    let mut thief = Publisher::new(place.path("public"));
    thief.roots.extend([Keys([1, 32, 33, 34]), Keys([1, 42, 43, 44])]);
    thief.publish(3);
    let refused = place.pull();
    assert!(matches!(refused, Err(StoreError::Refused(OpenError::TooFewSignatures { .. }))), "{refused:?}");
    // The source needs only the roots that are new; the device knows the way up to here.
    place.publisher.roots.push(Keys([51, 52, 53, 54]));
    place.publisher.publish(4);
    fs::remove_file(place.path("public/roots/1.cose")).unwrap();
    assert_eq!(place.pull().unwrap().change, Change::Newer);
    assert_eq!(place.device.look(time(NOW)).unwrap().snapshot.root().version, 3);
}

#[test]
fn a_given_root_must_be_the_one_that_is_trusted() {
    let mut place = Place::new();
    place.publisher.publish(1);
    let with = |place: &Place, root: &[u8]| {
        let update = Update { root: Some(root), ..update() };
        place.device.update(&Folder::new(place.path("public")), &update, &mut |_, _| {})
    };
    let (right, wrong) = (place.publisher.root(1), {
        let mut other = Publisher::new(place.path("other"));
        other.roots = vec![Keys([11, 12, 13, 14])];
        other.root(1)
    });
    assert!(matches!(with(&place, &wrong), Err(StoreError::Refused(_))));
    assert!(matches!(with(&place, b"none"), Err(StoreError::Refused(OpenError::Malformed(..)))));
    let updated = with(&place, &right).unwrap();
    assert!(!updated.on_trust);
    assert_eq!(with(&place, &right).unwrap().change, Change::Nothing);
    assert!(matches!(with(&place, &wrong), Err(StoreError::OtherRoot { .. })));
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let mut place = Place::new();
    place.publisher.publish(1);
    fs::create_dir(place.path("device")).unwrap();
    fs::write(place.path("device/letter.txt"), "Dear …").unwrap();
    assert!(matches!(place.pull(), Err(StoreError::NotADevice { .. })));
    let onto_itself = pull(&Device::at(place.path("public")), &place.path("public"));
    assert!(matches!(onto_itself, Err(StoreError::NotADevice { .. })));
    assert_eq!(files(&place.path("device")).len(), 1);
}

/// A reader that opened before two updates still has every page.
#[test]
fn what_was_opened_stays_whole() {
    let mut place = Place::set_up();
    let opened = place.device.look(time(NOW)).unwrap();
    place.publisher.publish(2);
    place.pull().unwrap();
    // As the update after that one begins.
    place.device.clear(opened.slot).unwrap();
    let pages = opened.snapshot.pages();
    for segment in opened.snapshot.segments() {
        rastau_core::snapshot::check::check_segment(pages, segment, || {}).unwrap();
    }
    assert!(pages.damage(opened.snapshot.segments()).is_empty());
}

/// Two updates between a reader's look at the memory and its look at the slot: the slot is then another bundle's, or
/// half of one.
#[test]
fn a_reader_that_was_overtaken_looks_again() {
    let place = Place::set_up();
    let mut overtaken = false;
    let opened = place.device.look_while(time(NOW), || {
        if !overtaken {
            for version in [2, 3, 4] {
                Publisher::new(place.path("public")).publish(version);
                place.pull().unwrap();
            }
            // As far as the update after that one has come.
            place.device.clear(Slot::A).unwrap();
            overtaken = true;
        }
    });
    let opened = opened.unwrap();
    assert_eq!((opened.snapshot.manifest().version, opened.notices.len()), (4, 0));
}

/// While one updates, another is told so, and a reader is not held up.
#[test]
fn a_second_updater_is_told_and_a_reader_is_not_held_up() {
    let mut place = Place::set_up();
    place.publisher.publish(2);
    let held = place.device.lock(true).unwrap().unwrap();
    assert!(matches!(place.pull(), Err(StoreError::Busy { .. })));
    assert_eq!(place.device.open(time(NOW)).unwrap().snapshot.manifest().version, 1);
    drop(held);
    assert_eq!(place.pull().unwrap().change, Change::Newer);
}

/// Updaters that wait for one another, and readers beside them, which never see anything but a whole bundle.
#[test]
fn updaters_and_readers_at_once() {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    let place = Place::set_up();
    let publics: Vec<PathBuf> = (2..=9)
        .map(|newest| {
            let mut publisher = Publisher::new(place.path(&format!("public-{newest}")));
            publisher.publish(newest);
            publisher.folder
        })
        .collect();
    let done = AtomicBool::new(false);
    let device = place.path("device");
    std::thread::scope(|scope| {
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
                    for public in &publics {
                        let update = Update { wait: true, ..update() };
                        match Device::at(&device).update(&Folder::new(public), &update, &mut |_, _| {}) {
                            // The other one was faster.
                            Ok(_) | Err(StoreError::Refused(OpenError::Rollback(_))) => {}
                            other => panic!("{other:?}"),
                        }
                    }
                })
            })
            .collect();
        updaters.into_iter().for_each(|updater| updater.join().unwrap());
        done.store(true, Relaxed);
        let read: u32 = readers.into_iter().map(|reader| reader.join().unwrap()).sum();
        assert!(read > 10, "readers were at work: {read}");
    });
    assert_eq!(version(&place.device), 9);
}
