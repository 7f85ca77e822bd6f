//! The calendar of working days: validation of rows, joining of years, and altered calendars.

use proptest::prelude::*;

use super::*;
use crate::calendar::{CalendarError, SpecialDay, SpecialKind, WorkingDays};
use crate::codec::cbor::Writer;
use crate::fixture::Register;
use crate::snapshot::rows::{MAX_DAY_NAME, MAX_LIST, Row, WorkingYear, is_day_name, key};
use crate::snapshot::tables::MAX_ROW;
use crate::snapshot::working::{FIRST_YEAR, MAX_YEARS, join};

fn holiday(on: &str) -> SpecialDay {
    SpecialDay { day: day(on), kind: SpecialKind::Holiday, name: "test".into(), related: None }
}

fn span(from: &str, until: &str, days: &[&str]) -> WorkingYear {
    let days = days.iter().map(|on| holiday(on)).collect();
    WorkingYear { covered_from: day(from), covered_until: day(until), days }
}

/// A complete year with one holiday, its first day.
fn full_year(year: u32) -> WorkingYear {
    let first = format!("{year}-01-01");
    span(&first, &format!("{year}-12-31"), &[&first])
}

/// A register with these years.
fn register(years: impl IntoIterator<Item = WorkingYear>) -> Register {
    let mut register = Register::new();
    register.one_row_per_page = true;
    for year in years {
        register.add_keeper_row(key::working_year(year.year().unwrap()), &year);
    }
    register
}

fn reads(year: &WorkingYear) -> bool {
    WorkingYear::from_bytes(&year.to_bytes()).is_ok_and(|read| read == *year)
}

#[test]
fn rejects_an_inconsistent_year() {
    let (from, until) = ("2026-01-01", "2026-12-31");
    for (valid, name, year) in [
        (true, "no special days", span(from, until, &[])),
        (true, "a year covered in part", span("2026-03-01", "2026-03-01", &["2026-03-01"])),
        (true, "first and last day", span(from, until, &[from, until])),
        (false, "it ends before it begins", span("2026-03-02", "2026-03-01", &[])),
        (false, "two years", span(from, "2027-01-01", &[])),
        (false, "two years, the first in part", span("2025-12-31", until, &[])),
        (false, "the days are not in order", span(from, until, &["2026-05-01", "2026-03-08"])),
        (false, "a duplicate day", span(from, until, &["2026-05-01", "2026-05-01"])),
        (false, "a day before the covered days", span("2026-02-01", until, &["2026-01-31"])),
        (false, "a day after the covered days", span(from, "2026-06-30", &["2026-07-01"])),
        (false, "a day of another year", span(from, until, &["2025-12-31"])),
        (false, "a day of another year", span(from, until, &["2027-01-01"])),
    ] {
        assert_eq!(reads(&year), valid, "{name}");
    }
    let named = |name: &str| {
        let mut year = span(from, until, &[from]);
        year.days[0].name = name.into();
        year
    };
    let (longest, too_long) = ("a".repeat(MAX_DAY_NAME), "a".repeat(MAX_DAY_NAME + 1));
    for (valid, name) in [
        (true, ""),
        (true, "new-year"),
        (true, longest.as_str()),
        (false, too_long.as_str()),
        (false, "New-year"),
        (false, "new year"),
        (false, "day-2"),
        (false, "наурыз"),
        (false, "a\0"),
    ] {
        assert_eq!((reads(&named(name)), is_day_name(name)), (valid, valid), "{name:?}");
    }
}

/// Rows that the writer does not produce: another shape, an unknown number, too many days.
#[test]
fn rejects_a_malformed_year() {
    let first = day("2026-01-01");
    let year = |days: &dyn Fn(&mut Writer)| {
        let mut writer = Writer::new();
        writer.array(3).int(first.days().into()).int(first.plus_days(364).days().into());
        days(&mut writer);
        writer.finish()
    };
    let special = |fields: usize, kind: u64| {
        year(&|writer| {
            writer.array(1).array(fields);
            if fields > 0 {
                writer.int(first.days().into());
            }
            if fields > 1 {
                writer.uint(kind);
            }
            if fields > 2 {
                writer.text("x");
            }
            for _ in 3..fields {
                writer.int(first.days().into());
            }
        })
    };
    for (valid, name, bytes) in [
        (true, "three fields", special(3, 0)),
        (true, "with the related day", special(4, 2)),
        (false, "a kind of a later version", special(3, 3)),
        (false, "an empty special day", special(0, 0)),
        (false, "without a kind", special(1, 0)),
        (false, "without a name", special(2, 0)),
        (false, "an additional field", special(5, 0)),
        (false, "days that are not a list", year(&|writer| _ = writer.uint(0))),
        (false, "a day out of range", {
            year(&|writer| _ = writer.array(1).array(3).int(i64::from(i32::MAX)).uint(0).text("x"))
        }),
        (false, "two items", {
            let mut writer = Writer::new();
            writer.array(2).int(first.days().into()).int(first.days().into());
            writer.finish()
        }),
    ] {
        assert_eq!(WorkingYear::from_bytes(&bytes).is_ok(), valid, "{name}");
    }
    let many = |count: u32| {
        let days = (0..count).map(|plus| SpecialDay {
            name: "a".repeat(MAX_DAY_NAME),
            related: Some(Date::MAX),
            ..holiday(&first.plus_days(plus).to_string())
        });
        WorkingYear { days: days.collect(), ..full_year(2026) }
    };
    let largest = many(MAX_LIST.try_into().unwrap());
    assert!(reads(&largest) && !reads(&many(65)));
    let length = key::working_year(2026).len() + largest.to_bytes().len();
    assert!(length <= MAX_ROW, "the largest year fits a page: {length}");
}

/// The built-in calendar as the rows of a register.
fn built_in() -> Vec<WorkingYear> {
    let days = WorkingDays::built_in();
    let year = |year: i32| {
        let special = days.special().iter().filter(|special| special.day.ymd().0 == year).cloned();
        WorkingYear { days: special.collect(), ..full_year(year.try_into().unwrap()) }
    };
    (2023..=2027).map(year).collect()
}

#[test]
fn joins_the_years_of_a_register() {
    let snapshot = register(built_in()).bundle().open(None).unwrap();
    assert_eq!(snapshot.working_days(), Ok(Some(WorkingDays::built_in())));
    assert_eq!(snapshot.working_year(2026).unwrap().as_ref(), built_in().get(3));
    assert_eq!(snapshot.working_year(2028), Ok(None));
}

#[test]
fn the_built_in_calendar_is_used_only_without_a_signed_one() {
    let none = register([]).bundle().open(None).unwrap();
    assert_eq!(none.working_days(), Ok(None));
    assert_eq!(none.working_days_or_built_in(), Ok(WorkingDays::built_in()));
    // The register's calendar covers fewer days and differs: it replaces the built-in one completely.
    let short = register([span("2026-01-01", "2026-06-30", &["2026-02-02"])]).bundle().open(None).unwrap();
    let days = short.working_days_or_built_in().unwrap();
    assert_eq!((days.from(), days.covered_until()), (day("2026-01-01"), day("2026-06-30")));
    assert_eq!(days.special(), [holiday("2026-02-02")]);
    assert!(days.kind(day("2025-06-02")).is_err() && days.kind(day("2026-07-01")).is_err());
    assert!(days.kind(day("2026-05-01")).unwrap().is_worked());
}

/// First and last day of the calendar joined from these years.
fn joined(years: Vec<WorkingYear>) -> Option<(String, String)> {
    let days = register(years).bundle().open(None).unwrap().working_days().unwrap();
    days.map(|days| (days.from().to_string(), days.covered_until().to_string()))
}

fn covers(from: &str, until: &str) -> Option<(String, String)> {
    Some((from.into(), until.into()))
}

#[test]
fn years_are_joined_up_to_the_first_gap() {
    let part = |from, until| span(from, until, &[]);
    assert_eq!(joined(vec![full_year(2023), full_year(2024)]), covers("2023-01-01", "2024-12-31"));
    assert_eq!(
        joined(vec![full_year(2026), full_year(2027)]),
        covers("2026-01-01", "2027-12-31"),
        "it begins later"
    );
    assert_eq!(
        joined(vec![full_year(2023), full_year(2025), full_year(2026)]),
        covers("2023-01-01", "2023-12-31"),
        "a year is missing"
    );
    assert_eq!(
        joined(vec![part("2024-05-01", "2024-12-31"), part("2025-01-01", "2025-03-31")]),
        covers("2024-05-01", "2025-03-31"),
        "the first year begins late, the last ends early"
    );
    assert_eq!(
        joined(vec![part("2024-01-01", "2024-12-30"), full_year(2025)]),
        covers("2024-01-01", "2024-12-30"),
        "a year ends a day early"
    );
    assert_eq!(
        joined(vec![full_year(2024), part("2025-01-02", "2025-12-31"), full_year(2026)]),
        covers("2024-01-01", "2024-12-31"),
        "a year begins a day late"
    );
}

#[test]
fn limits_the_years_that_are_looked_up() {
    assert_eq!(joined(vec![full_year(FIRST_YEAR - 1)]), None);
    let last = FIRST_YEAR + MAX_YEARS - 1;
    assert_eq!(joined(vec![full_year(last)]), covers(&format!("{last}-01-01"), &format!("{last}-12-31")));
    assert_eq!(joined(vec![full_year(last + 1)]), None);
    let mut looked_up = 0;
    let days = join(|year| {
        looked_up += 1;
        Ok(Some(full_year(year)))
    });
    assert_eq!(days.unwrap().unwrap().covered_until(), day(&format!("{last}-12-31")));
    assert_eq!(looked_up, MAX_YEARS);
}

/// An altered or incomplete calendar is an error. Neither the built-in calendar nor a shorter one replaces it.
#[test]
fn an_altered_calendar_is_never_replaced() {
    let signed = register(built_in()).bundle().sign();
    type Mutation = fn(&mut Vec<u8>);
    let mutations: [(Mutation, PageError); 2] =
        [(|page| page[20] ^= 1, PageError::Altered), (Vec::clear, PageError::Missing)];
    for year in 2023..=2027 {
        for (mutate, error) in mutations {
            let mut altered = signed.clone();
            mutate(altered.pages.row_page(SegmentKind::Tables, &key::working_year(year)));
            let snapshot = altered.open(None).unwrap();
            assert_eq!(snapshot.working_days(), Err(error), "{year}");
            assert_eq!(snapshot.working_days_or_built_in(), Err(error), "{year}");
        }
    }
}

/// The absence of a calendar is proved by a page as well, if rows with higher keys follow.
#[test]
fn an_altered_proof_of_absence_proves_nothing() {
    let mut register = register([]);
    register.keeper.insert(b"z".to_vec(), vec![]);
    let mut signed = register.bundle().sign();
    let snapshot = signed.open(None).unwrap();
    assert_eq!(snapshot.working_days_or_built_in(), Ok(WorkingDays::built_in()));
    for page in signed.pages.of(SegmentKind::Tables) {
        page[20] ^= 1;
    }
    let snapshot = signed.open(None).unwrap();
    assert_eq!(snapshot.working_days_or_built_in(), Err(PageError::Altered));
}

/// A correctly signed row that is not a year: a keeper's mistake is an error as well.
#[test]
fn an_unreadable_year_is_never_replaced() {
    let rows: [(&str, Vec<u8>); 4] = [
        ("another year", full_year(2024).to_bytes()),
        ("an empty row", vec![]),
        ("a duplicate day", span("2025-01-01", "2025-12-31", &["2025-05-01"; 2]).to_bytes()),
        ("a trailing byte", [full_year(2025).to_bytes(), vec![0]].concat()),
    ];
    for (what, row) in rows {
        let mut register = register([full_year(2024), full_year(2026)]);
        register.keeper.insert(key::working_year(2025), row);
        let snapshot = register.bundle().open(None).unwrap();
        assert_eq!(snapshot.working_days_or_built_in(), Err(PageError::Unreadable), "{what}");
    }
}

fn years() -> impl Strategy<Value = WorkingYear> {
    let special = (0u8..3, "[a-z-]{0,40}", prop::option::of(-60_000i64..2_900_000));
    let days = prop::collection::btree_map(0u32..365, special, 0..=MAX_LIST);
    (FIRST_YEAR..FIRST_YEAR + MAX_YEARS, 0u32..365, days).prop_map(|(year, length, days)| {
        let covered_from = full_year(year).covered_from;
        let kinds = [SpecialKind::Holiday, SpecialKind::DayOff, SpecialKind::Worked];
        let special = days.into_iter().filter(|(plus, _)| *plus <= length);
        let special = special.map(|(plus, (kind, name, related))| SpecialDay {
            day: covered_from.plus_days(plus),
            kind: kinds[usize::from(kind)],
            name,
            related: related.and_then(Date::from_days),
        });
        WorkingYear { covered_from, covered_until: covered_from.plus_days(length), days: special.collect() }
    })
}

proptest! {
    #[test]
    fn a_year_round_trips_and_is_a_calendar(year in years()) {
        let read = WorkingYear::from_bytes(&year.to_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&year));
        let days = WorkingDays::new(year.covered_from, year.covered_until, year.days.clone());
        prop_assert_eq!(days.as_ref().map(WorkingDays::special), Ok::<_, &CalendarError>(year.days.as_slice()));
        let number = year.year().unwrap();
        let found = join(|requested| Ok((requested == number).then(|| year.clone())));
        prop_assert_eq!(found.ok().flatten(), days.ok());
    }
}
