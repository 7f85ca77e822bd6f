//! A program that runs while its directory is updated.

use super::*;
use crate::device::Live;
use publisher::Keys;

fn version_of(opened: InService) -> u64 {
    opened.snapshot.manifest().version
}

fn live(fixture: &Fixture) -> Live<u64> {
    Live::open(Device::at(fixture.path("device")), time(NOW), version_of).unwrap()
}

#[test]
fn an_update_is_adopted_by_the_next_access() {
    let mut fixture = Fixture::set_up();
    let live = live(&fixture);
    let first = live.at(time(NOW)).unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &live.at(time(NOW)).unwrap()), "opened once");
    fixture.publisher.publish(2);
    assert_eq!(*live.at(time(NOW)).unwrap(), 1);
    let before = fixture.device.generation().unwrap();
    fixture.pull().unwrap();
    assert!(fixture.device.generation().unwrap() > before);
    assert_eq!((*live.current().unwrap(), *first), (2, 1));
}

/// A root that takes the keys of the bundle away closes it in a running program too, and the next bundle opens it again.
#[test]
fn a_closed_bundle_gives_no_answers() {
    let mut fixture = Fixture::set_up();
    let live = live(&fixture);
    fixture.publisher.roots.push(Keys([1, 12, 3, 4]));
    fixture.publisher.publish(2);
    let fresh = fixture.path("public").join("fresh.cose");
    let statement = fs::read(&fresh).unwrap();
    fs::remove_file(&fresh).unwrap();
    assert!(matches!(fixture.pull(), Err(StoreError::ClosedByUpdate { .. })));
    for _ in 0..2 {
        assert!(matches!(live.at(time(NOW)), Err(StoreError::Closed { .. })));
    }
    fs::write(&fresh, statement).unwrap();
    fixture.pull().unwrap();
    assert_eq!(*live.at(time(NOW)).unwrap(), 2);
}

/// The same if the closed bundle can no longer be read: opening it then does not report that it is closed.
#[test]
fn a_closed_bundle_that_cannot_be_read_gives_no_answers() {
    let mut fixture = Fixture::set_up();
    let live = live(&fixture);
    fixture.publisher.roots.push(Keys([1, 12, 3, 4]));
    fixture.publisher.publish(2);
    fs::remove_file(fixture.path("public").join("fresh.cose")).unwrap();
    assert!(matches!(fixture.pull(), Err(StoreError::ClosedByUpdate { .. })));
    let active = fixture.path("device").join("a");
    fs::rename(active.join("fresh.cose"), active.join("hidden")).unwrap();
    assert!(matches!(live.at(time(NOW)), Err(StoreError::File { .. })));
}

/// A file that cannot be read now may be readable later. A state that is lost is not answered from.
#[test]
fn an_unreadable_bundle_keeps_the_open_one_and_a_lost_state_does_not() {
    let mut fixture = Fixture::set_up();
    let live = live(&fixture);
    fixture.publisher.publish(2);
    fixture.pull().unwrap();
    let hide = |slot: &str, from: &str, to: &str| {
        let folder = fixture.path("device").join(slot);
        fs::rename(folder.join(from), folder.join(to)).unwrap();
    };
    for slot in ["a", "b"] {
        hide(slot, "fresh.cose", "hidden");
    }
    assert_eq!(*live.at(time(NOW)).unwrap(), 1);
    for slot in ["a", "b"] {
        hide(slot, "hidden", "fresh.cose");
    }
    assert_eq!(*live.at(time(NOW)).unwrap(), 2);
    for name in ["state-a", "state-b"] {
        fs::write(fixture.path("device").join(name), b"damaged").unwrap();
    }
    assert!(matches!(live.at(time(NOW)), Err(StoreError::MemoryLost { .. })));
}

/// A panic while the bundle was being opened does not end the program's answers.
#[test]
fn a_panic_leaves_it_usable() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static PANICS: AtomicBool = AtomicBool::new(false);
    let mut fixture = Fixture::set_up();
    let make = |opened: InService| {
        assert!(!PANICS.swap(false, Ordering::Relaxed), "injected by the test");
        version_of(opened)
    };
    let live = Live::open(Device::at(fixture.path("device")), time(NOW), make).unwrap();
    fixture.publisher.publish(2);
    fixture.pull().unwrap();
    PANICS.store(true, Ordering::Relaxed);
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| live.at(time(NOW)))).unwrap_err();
    assert_eq!(*live.at(time(NOW)).unwrap(), 2);
}
