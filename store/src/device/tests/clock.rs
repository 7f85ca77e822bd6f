//! Months without a network, clocks that are set back, dead, or run ahead.

use super::*;

const YEAR_1970: Timestamp = Timestamp(0);

fn looked(place: &Place, now: Timestamp) -> InService {
    place.device.look(now).unwrap()
}

#[test]
fn a_dead_clock_opens_and_does_not_turn_time_back() {
    let place = Place::set_up();
    let pulled_at = Timestamp(time(NOW).0 - CLOCK_STEP);
    for opened in [place.device.open(YEAR_1970).unwrap(), looked(&place, YEAR_1970)] {
        assert_eq!(opened.snapshot.newest_signed(), time("2026-03-02T00:00:00Z"));
        assert_eq!(opened.snapshot.now(YEAR_1970), pulled_at);
    }
}

/// The first pull and every later one, on a device without a battery.
#[test]
fn a_dead_clock_takes_updates() {
    let mut place = Place::new();
    for newest in [1, 2] {
        place.publisher.publish(newest);
        let dead = Update { now: YEAR_1970, ..update() };
        place.device.update(&Folder::new(place.path("public")), &dead, &mut |_, _| {}).unwrap();
    }
    let snapshot = looked(&place, YEAR_1970).snapshot;
    assert_eq!(snapshot.now(YEAR_1970), time("2026-03-03T00:00:00Z"));
    assert_eq!(snapshot.latest_clock(), YEAR_1970, "a dead clock moves nothing");
}

/// Between the newest signed time and today months may lie. A clock set back into them would revive what ended there.
#[test]
fn the_time_that_the_clock_showed_is_remembered() {
    let place = Place::set_up();
    let (july, may) = (time("2026-07-01T12:00:00Z"), time("2026-05-01T12:00:00Z"));
    assert_eq!(looked(&place, may).snapshot.now(may), may);
    place.device.open(july).unwrap();
    let back = looked(&place, may).snapshot;
    assert_eq!(back.latest_clock().0, july.0 - 3600);
    assert_eq!(back.now(may), back.latest_clock());
    // Put right by a little, it is not reported.
    let a_little = Timestamp(july.0 - 3000);
    assert!(looked(&place, july).snapshot.now(a_little) == a_little);
    // To look at another time, or to be set back, changes nothing.
    let before = files(&place.path("device"));
    looked(&place, time("2026-08-01T00:00:00Z"));
    place.device.open(may).unwrap();
    place.device.open(a_little).unwrap();
    place.device.open(Timestamp(july.0 + 3000)).unwrap();
    assert_eq!(files(&place.path("device")), before);
    place.device.open(Timestamp(july.0 + 3600)).unwrap();
    assert_ne!(files(&place.path("device")), before);
}

#[test]
fn updates_keep_the_time_that_was_shown() {
    let mut place = Place::set_up();
    let july = time("2026-07-01T12:00:00Z");
    place.device.open(july).unwrap();
    place.publisher.publish(2);
    place.pull().unwrap();
    assert_eq!(looked(&place, july).snapshot.latest_clock().0, july.0 - 3600);
}

/// A clock that ran ahead does harm until the keeper's own last day at the most, and can be forgotten.
#[test]
fn a_clock_that_ran_ahead_is_bounded_and_can_be_forgotten() {
    let mut place = Place::set_up();
    place.device.open(time("2029-01-01T00:00:00Z")).unwrap();
    assert_eq!(looked(&place, time(NOW)).snapshot.latest_clock(), place.publisher.not_after);
    place.publisher.publish(2);
    place.pull().unwrap();
    assert_eq!(looked(&place, time(NOW)).snapshot.latest_clock(), place.publisher.not_after);
    let forget = Update { clock: Clock::PutRight, ..update() };
    let folder = Folder::new(place.path("public"));
    assert_eq!(place.device.update(&folder, &forget, &mut |_, _| {}).unwrap().change, Change::Nothing);
    assert_eq!(looked(&place, time(NOW)).snapshot.latest_clock().0, time(NOW).0 - 3600);
}

/// A root that has expired by the clock stays expired when the clock is set back.
#[test]
fn an_expired_root_is_not_revived() {
    let mut place = Place::new();
    place.publisher.expires = time("2026-07-01T00:00:00Z");
    place.publisher.publish(1);
    place.pull().unwrap();
    place.device.open(time("2026-06-30T23:00:00Z")).unwrap();
    let expired = |now| matches!(place.device.look(now), Err(StoreError::Refused(OpenError::RootExpired)));
    assert!(expired(time("2026-07-01T00:00:00Z")));
    assert!(!expired(time(NOW)), "the clock never showed the day on which it ended");
}

/// A time that somebody only asks about is not what the clock showed.
#[test]
fn an_update_as_of_another_time_remembers_none() {
    let mut place = Place::new();
    place.publisher.publish(1);
    let asked = Update { now: time("2026-08-01T00:00:00Z"), clock: Clock::Asked, ..update() };
    place.device.update(&Folder::new(place.path("public")), &asked, &mut |_, _| {}).unwrap();
    assert_eq!(looked(&place, time(NOW)).snapshot.latest_clock(), Timestamp(0));
}
