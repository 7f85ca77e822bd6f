//! Clocks: months without a network, clocks that are set back, without a battery, or ahead.

use super::*;

const YEAR_1970: Timestamp = Timestamp(0);

fn look(fixture: &Fixture, now: Timestamp) -> InService {
    fixture.device.open_read_only(now).unwrap()
}

#[test]
fn opens_with_a_clock_at_1970() {
    let fixture = Fixture::set_up();
    let pulled_at = Timestamp(time(NOW).0 - CLOCK_STEP);
    for opened in [fixture.device.open(YEAR_1970).unwrap(), look(&fixture, YEAR_1970)] {
        assert_eq!(opened.snapshot.newest_signed(), time("2026-03-02T00:00:00Z"));
        assert_eq!(opened.snapshot.now(YEAR_1970), pulled_at);
    }
}

/// The first update and later ones, on a device without a battery.
#[test]
fn updates_with_a_clock_at_1970() {
    let mut fixture = Fixture::new();
    for newest in [1, 2] {
        fixture.publisher.publish(newest);
        let update = Update { now: YEAR_1970, ..update() };
        fixture.device.update(&Folder::new(fixture.path("public")), &update, &mut |_, _| {}).unwrap();
    }
    let snapshot = look(&fixture, YEAR_1970).snapshot;
    assert_eq!(snapshot.now(YEAR_1970), time("2026-03-03T00:00:00Z"));
    assert_eq!(snapshot.latest_clock(), YEAR_1970, "a clock at 1970 stores no time");
}

/// The newest signed time may be months ago. Without the stored time, a clock set back into those months would make
/// expired documents valid again.
#[test]
fn stores_the_time_that_the_clock_showed() {
    let fixture = Fixture::set_up();
    let (july, may) = (time("2026-07-01T12:00:00Z"), time("2026-05-01T12:00:00Z"));
    assert_eq!(look(&fixture, may).snapshot.now(may), may);
    fixture.device.open(july).unwrap();
    let back = look(&fixture, may).snapshot;
    assert_eq!(back.latest_clock().0, july.0 - 3600);
    assert_eq!(back.now(may), back.latest_clock());
    // A correction of less than an hour is not reported.
    let slightly_back = Timestamp(july.0 - 3000);
    assert!(look(&fixture, july).snapshot.now(slightly_back) == slightly_back);
    // Opening as of another time, or with a clock that was set back, changes nothing.
    let before = files(&fixture.path("device"));
    look(&fixture, time("2026-08-01T00:00:00Z"));
    fixture.device.open(may).unwrap();
    fixture.device.open(slightly_back).unwrap();
    fixture.device.open(Timestamp(july.0 + 3000)).unwrap();
    assert_eq!(files(&fixture.path("device")), before);
    fixture.device.open(Timestamp(july.0 + 3600)).unwrap();
    assert_ne!(files(&fixture.path("device")), before);
}

#[test]
fn an_update_keeps_the_stored_time() {
    let mut fixture = Fixture::set_up();
    let july = time("2026-07-01T12:00:00Z");
    fixture.device.open(july).unwrap();
    fixture.publisher.publish(2);
    fixture.pull().unwrap();
    assert_eq!(look(&fixture, july).snapshot.latest_clock().0, july.0 - 3600);
}

/// The stored time of a clock that ran ahead is at most the snapshot's `not_after`, and `Clock::Corrected` replaces it.
#[test]
fn a_clock_that_ran_ahead_is_bounded_and_can_be_corrected() {
    let mut fixture = Fixture::set_up();
    fixture.device.open(time("2029-01-01T00:00:00Z")).unwrap();
    assert_eq!(look(&fixture, time(NOW)).snapshot.latest_clock(), fixture.publisher.not_after);
    fixture.publisher.publish(2);
    fixture.pull().unwrap();
    assert_eq!(look(&fixture, time(NOW)).snapshot.latest_clock(), fixture.publisher.not_after);
    let corrected = Update { clock: Clock::Corrected, ..update() };
    let folder = Folder::new(fixture.path("public"));
    assert_eq!(fixture.device.update(&folder, &corrected, &mut |_, _| {}).unwrap().change, Change::Nothing);
    assert_eq!(look(&fixture, time(NOW)).snapshot.latest_clock().0, time(NOW).0 - 3600);
}

/// A root that has expired by the stored time stays expired when the clock is set back.
#[test]
fn an_expired_root_stays_expired() {
    let mut fixture = Fixture::new();
    fixture.publisher.expires = time("2026-07-01T00:00:00Z");
    fixture.publisher.publish(1);
    fixture.pull().unwrap();
    fixture.device.open(time("2026-06-30T23:00:00Z")).unwrap();
    let expired =
        |now| matches!(fixture.device.open_read_only(now), Err(StoreError::Refused(OpenError::RootExpired)));
    assert!(expired(time("2026-07-01T00:00:00Z")));
    assert!(!expired(time(NOW)), "the stored time is before the expiry");
}

#[test]
fn an_update_as_of_another_time_stores_no_time() {
    let mut fixture = Fixture::new();
    fixture.publisher.publish(1);
    let asked = Update { now: time("2026-08-01T00:00:00Z"), clock: Clock::Hypothetical, ..update() };
    fixture.device.update(&Folder::new(fixture.path("public")), &asked, &mut |_, _| {}).unwrap();
    assert_eq!(look(&fixture, time(NOW)).snapshot.latest_clock(), Timestamp(0));
}
