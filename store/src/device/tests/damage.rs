//! What a device does about files that went bad or away after they were written.

use super::*;

const STATES: [&str; 2] = ["state-a", "state-b"];

type Damage<'d> = &'d dyn Fn(&Path);

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 4;
    fs::write(path, bytes).unwrap();
}

/// Version 3 in service, in slot a; version 2 in slot b.
fn third() -> Place {
    let mut place = Place::set_up();
    for newest in [2, 3] {
        place.publisher.publish(newest);
        place.pull().unwrap();
    }
    place
}

/// One of the two files is enough, and knows as much as the other: its loss does not set the device back.
#[test]
fn either_half_of_the_memory_is_enough() {
    for name in STATES {
        let ways: [&dyn Fn(&Path); 3] =
            [&|path| flip(path, 60), &|path| fs::remove_file(path).unwrap(), &|path| {
                fs::write(path, "").unwrap()
            }];
        for damage in ways {
            let place = third();
            let good = fs::read(place.path("device").join(name)).unwrap();
            damage(&place.path("device").join(name));
            assert_eq!(version(&place.device), 3);
            let bytes = |name: &str| fs::read(place.path("device").join(name)).ok();
            assert_ne!(bytes(name).as_ref(), Some(&good), "to look changes nothing");
            assert!(place.device.open(time(NOW)).unwrap().notices.is_empty());
            assert_eq!(bytes(STATES[0]), bytes(STATES[1]), "to open mends it");
            assert!(bytes(STATES[0]).is_some());
        }
    }
}

/// Nothing remembered is not the same as nothing seen.
#[test]
fn a_lost_memory_is_an_error_and_never_a_new_device() {
    for damage in [|path: &Path| flip(path, 60), |path: &Path| fs::remove_file(path).unwrap()] {
        let place = third();
        STATES.iter().for_each(|name| damage(&place.path("device").join(name)));
        let before = files(&place.path("device"));
        for error in [
            place.device.look(time(NOW)).err().unwrap(),
            place.device.open(time(NOW)).err().unwrap(),
            place.pull().err().unwrap(),
        ] {
            assert!(matches!(error, StoreError::MemoryLost { .. }), "{error}");
        }
        assert_eq!(files(&place.path("device")), before);
    }
}

/// The older bundle beside a damaged one is intact, and is not taken: what was cancelled since would be good again.
#[test]
fn nothing_older_stands_in() {
    let place = third();
    fs::write(place.path("device/a/manifest.cose"), "?").unwrap();
    let error = place.device.look(time(NOW)).err().unwrap();
    assert!(matches!(error, StoreError::Refused(OpenError::Malformed(Statement::Manifest, _))), "{error}");
    // The same bundle, pulled again, mends it.
    let updated = place.pull().unwrap();
    assert_eq!((updated.change, updated.kept), (Change::Mended, 0));
    assert_eq!(version(&place.device), 3);
}

/// The same bundle with an older freshness note is nothing older.
#[test]
fn what_is_not_older_stands_in_and_the_next_update_mends() {
    let ways: [(&str, Damage); 4] = [
        ("manifest gone", &|slot| fs::remove_file(slot.join("manifest.cose")).unwrap()),
        ("note torn", &|slot| flip(&slot.join("fresh.cose"), 80)),
        ("slot gone", &|slot| fs::remove_dir_all(slot).unwrap()),
        ("segment gone", &|slot| {
            let segment = fs::read_dir(slot.join("segments")).unwrap().next().unwrap().unwrap();
            fs::remove_file(segment.path()).unwrap();
        }),
    ];
    for (what, damage) in ways {
        let mut place = Place::set_up();
        place.publisher.checked_at = time("2026-03-15T00:00:00Z");
        place.publisher.confirm(4);
        place.pull().unwrap();
        damage(&place.path("device/b"));
        let opened = place.device.look(time(NOW)).unwrap();
        assert_eq!(opened.slot, Slot::A, "{what}");
        assert!(matches!(opened.notices.as_slice(), [Notice::StandIn { damaged: Slot::B, .. }]), "{what}");
        assert_eq!(opened.snapshot.newest_signed(), time("2026-03-15T00:00:00Z"), "time does not run back");
        assert_eq!(place.pull().unwrap().change, Change::Mended, "{what}");
        let opened = place.device.look(time(NOW)).unwrap();
        assert!(opened.notices.is_empty() && opened.slot == Slot::B, "{what}");
    }
}

/// A segment that went bad has one inode under both slots where they share it; it is read from the source again.
#[test]
fn a_damaged_segment_is_told_and_mended() {
    let place = third();
    let segment = fs::read_dir(place.path("device/b/segments")).unwrap().next().unwrap().unwrap().path();
    let name = segment.file_name().unwrap().to_owned();
    let shared = place.path("device/a/segments").join(&name);
    flip(&segment, 5000);
    assert_eq!(fs::read(&segment).unwrap(), fs::read(&shared).unwrap(), "one file with two names");
    let updated = place.pull().unwrap();
    assert_eq!(updated.change, Change::Mended);
    assert_eq!(updated.fetched, world::length(&segment_in(&place, &name)));
    assert_eq!(place.pull().unwrap().change, Change::Nothing);

    let cut = segment_in(&place, &name);
    fs::write(&cut, [0; 100]).unwrap();
    let told = |place: &Place| place.device.look(time(NOW)).unwrap().notices;
    assert!(
        matches!(told(&place).as_slice(), [Notice::StandIn { .. }]),
        "the other slot's is whole in length"
    );
    fs::write(&shared, [0; 99]).unwrap();
    assert!(matches!(told(&place).as_slice(), [Notice::Damage(what)] if what.contains("100 bytes")));
    assert_eq!(place.pull().unwrap().change, Change::Mended);
    assert!(told(&place).is_empty());
}

fn segment_in(place: &Place, name: &std::ffi::OsStr) -> PathBuf {
    let slot = place.device.look(time(NOW)).unwrap().slot;
    place.path("device").join(slot.name()).join("segments").join(name)
}

/// What an update left that was cut at its start is no device yet, and no obstacle.
#[test]
fn a_device_that_was_never_finished_is_begun_again() {
    let mut place = Place::new();
    place.publisher.publish(1);
    fs::create_dir(place.path("device")).unwrap();
    fs::write(place.path("device/state-a"), "RASTAUS1 torn").unwrap();
    assert!(matches!(place.device.look(time(NOW)), Err(StoreError::Empty { .. })));
    assert_eq!(place.pull().unwrap().change, Change::First);
}

/// Read-only, as a device's owner may mount it: what is there serves, an update says why it cannot be.
#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_serves() {
    use std::os::unix::fs::PermissionsExt;
    let mut place = Place::set_up();
    place.publisher.publish(2);
    let allow = |mode| {
        for name in ["device", "device/a", "device/lock", "device/state-a", "device/state-b"] {
            let path = place.path(name);
            let mode = if path.is_dir() { mode } else { mode & 0o666 };
            if path.exists() {
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            }
        }
    };
    allow(0o555);
    let may_write_anyway = fs::write(place.path("device/probe"), "").is_ok();
    if may_write_anyway {
        // The superuser is held up by no permission; the test of the command line mounts a file system read-only.
        fs::remove_file(place.path("device/probe")).unwrap();
    } else {
        assert!(matches!(place.pull(), Err(StoreError::ReadOnly { .. })));
        let later = time(NOW).plus_seconds(40 * 86_400);
        let opened = place.device.open(later).unwrap();
        assert!(matches!(opened.notices.as_slice(), [Notice::TimeNotKept(_)]));
    }
    allow(0o755);
    assert_eq!(place.pull().unwrap().change, Change::Newer);
}

/// A reader without a lock, slow enough to find each file in the moment in which it is written.
#[test]
fn a_memory_that_is_just_being_written_is_read_again() {
    let place = third();
    let good = fs::read(place.path("device/state-a")).unwrap();
    let write = |bytes: &[u8]| {
        STATES.iter().for_each(|name| fs::write(place.path("device").join(name), bytes).unwrap())
    };
    write(&good[..100]);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(std::time::Duration::from_millis(30));
            write(&good);
        });
        assert_eq!(version(&place.device), 3);
    });
}
