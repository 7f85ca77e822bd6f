use alloc::vec;

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn holiday(on: Date) -> SpecialDay {
    SpecialDay { day: on, kind: SpecialKind::Holiday, name: "test".into(), related: None }
}

/// An event and the 3rd, 5th and 10th working day after it, computed with python-holidays 0.109.
const VECTORS: &[[&str; 4]] = &[
    ["2026-03-19", "2026-03-27", "2026-03-31", "2026-04-07"],
    ["2026-03-10", "2026-03-13", "2026-03-17", "2026-03-27"],
    ["2026-08-28", "2026-09-02", "2026-09-04", "2026-09-11"],
    ["2024-04-30", "2024-05-04", "2024-05-10", "2024-05-17"],
    ["2024-12-30", "2025-01-06", "2025-01-09", "2025-01-16"],
    ["2026-05-06", "2026-05-13", "2026-05-15", "2026-05-22"],
];

#[test]
fn the_built_in_calendar_agrees_with_python_holidays() {
    let days = WorkingDays::built_in();
    assert_eq!((days.from(), days.covered_until()), (day("2023-01-01"), day("2027-12-31")));
    for [event, rest @ ..] in VECTORS {
        for (count, expected) in [3, 5, 10].into_iter().zip(rest) {
            assert_eq!(days.after(day(event), count).unwrap().0, day(expected), "{event} + {count}");
        }
    }
}

#[test]
fn returns_the_special_days_up_to_the_result() {
    let days = WorkingDays::built_in();
    let (last, skipped) = days.after(day("2026-03-19"), 3).unwrap();
    assert_eq!(last, day("2026-03-27"));
    let named: Vec<_> = skipped
        .iter()
        .map(|(day, kind)| match kind {
            DayKind::Special(special) => (day.to_string(), special.kind.name(), special.related),
            _ => panic!("expected a special day: {day}"),
        })
        .collect();
    assert_eq!(
        named,
        [
            ("2026-03-21".into(), "holiday", None),
            ("2026-03-22".into(), "holiday", None),
            ("2026-03-23".into(), "holiday", None),
            ("2026-03-24".into(), "day-off", Some(day("2026-03-21"))),
            ("2026-03-25".into(), "day-off", Some(day("2026-03-22"))),
        ]
    );
}

#[test]
fn days_outside_the_calendar_are_unknown() {
    let days = WorkingDays::built_in();
    assert_eq!(days.after(day("2027-12-30"), 1).unwrap().0, day("2027-12-31"));
    assert_eq!(days.after(day("2027-12-30"), 2), Err(BeyondCalendar));
    assert_eq!(days.after(day("2022-12-31"), 1), Err(BeyondCalendar));
    assert_eq!(days.on_or_before(day("2023-01-01")), Err(BeyondCalendar));
    assert_eq!(days.on_or_before(day("2027-02-28")).unwrap(), day("2027-02-26"));
    assert_eq!(WorkingDays::unknown().kind(day("2026-01-05")), Err(BeyondCalendar));
}

#[test]
fn rejects_a_malformed_calendar() {
    let (from, until) = (day("2026-01-01"), day("2026-12-31"));
    let new =
        |days: &[&str]| WorkingDays::new(from, until, days.iter().map(|text| holiday(day(text))).collect());
    assert_eq!(new(&["2026-05-01", "2026-05-01"]), Err(CalendarError::Duplicate(day("2026-05-01"))));
    assert_eq!(new(&["2027-01-01"]), Err(CalendarError::Outside(day("2027-01-01"))));
    assert_eq!(WorkingDays::new(until, from, vec![]), Err(CalendarError::Covered));
    for (text, error) in [
        ("2026-01-01,holiday,x,", CalendarError::Covered),
        ("# covered 2026-01-01 2026-12-31\n2026-01-01,party,x,", CalendarError::Line(2)),
        ("# covered 2026-01-01 2026-12-31\n2026-02-30,holiday,x,", CalendarError::Line(2)),
        ("# covered 2026-01-01 2026-12-31\n2026-01-01,holiday,x", CalendarError::Line(2)),
        ("# covered 2026-01-01 2026-12-31\n2026-01-01,holiday,x,,", CalendarError::Line(2)),
    ] {
        assert_eq!(WorkingDays::from_csv(text), Err(error), "{text}");
    }
}

fn calendars() -> impl Strategy<Value = (WorkingDays, Date)> {
    let special = prop::collection::btree_set(0u32..365, 0..60);
    (special, 0u32..365).prop_map(|(days, extra)| {
        let from = day("2026-01-01");
        let special = days.into_iter().map(|plus| holiday(from.plus_days(plus))).collect();
        (WorkingDays::new(from, from.plus_days(729), special).unwrap(), from.plus_days(extra))
    })
}

proptest! {
    #[test]
    fn an_additional_holiday_never_ends_a_term_earlier(
        (days, extra) in calendars(),
        event in 0u32..365,
        count in 1u32..12,
    ) {
        let event = days.from().plus_days(event);
        let before = days.after(event, count).unwrap().0;
        let mut special = days.special().to_vec();
        special.retain(|special| special.day != extra);
        special.push(holiday(extra));
        let with_extra = WorkingDays::new(days.from(), days.covered_until(), special).unwrap();
        prop_assert!(with_extra.after(event, count).unwrap().0 >= before);
    }

    #[test]
    fn a_term_ends_on_a_working_day_after_exactly_count((days, _) in calendars(), event in 0u32..365, count in 1u32..12) {
        let event = days.from().plus_days(event);
        let (last, skipped) = days.after(event, count).unwrap();
        prop_assert!(days.kind(last).unwrap().is_worked());
        let off = skipped.iter().filter(|(_, kind)| !kind.is_worked()).count();
        prop_assert_eq!(usize::try_from(last.days() - event.days()).unwrap(), off + count as usize);
        prop_assert!(days.after(event, count + 1).unwrap().0 > last);
    }
}
