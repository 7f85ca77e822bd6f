use rastau_core::calendar::Date;
use rastau_core::snapshot::rows::{MAX_DAY_NAME, MAX_LIST, key};
use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};

use super::*;
use crate::Register;
use crate::check::{Severity, check};
use crate::rows::keeper;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Returns an empty register to which `sql` was applied.
fn register(sql: &str) -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let register = Register::create(&folder.path().join("register.sqlite"), "test", "2023-09-04").unwrap();
    register.connection().execute_batch(sql).unwrap();
    (folder, register)
}

/// Returns a register with the built-in calendar to which `sql` was applied.
fn built_in(sql: &str) -> (tempfile::TempDir, Register) {
    let (folder, register) = register("");
    enter(register.connection(), &WorkingDays::built_in()).unwrap();
    register.connection().execute_batch(sql).unwrap();
    (folder, register)
}

#[test]
fn the_built_in_calendar_round_trips() {
    let (_folder, register) = built_in("");
    let years = years(register.connection()).unwrap();
    assert_eq!(years.keys().copied().collect::<Vec<_>>(), [2023, 2024, 2025, 2026, 2027]);
    let days: Vec<_> = years.values().flat_map(|year| year.days.clone()).collect();
    assert_eq!(days, WorkingDays::built_in().special());
    for (number, year) in &years {
        let year_ends = (day(&format!("{number}-01-01")), day(&format!("{number}-12-31")));
        assert_eq!((year.covered_from, year.covered_until), year_ends);
    }
    assert_eq!(check(&register).unwrap(), [], "the built-in calendar has no problem");
}

#[test]
fn partly_covered_years_keep_their_ends() {
    let (_folder, register) = register("");
    let days = WorkingDays::new(day("2024-05-01"), day("2025-03-31"), vec![]).unwrap();
    enter(register.connection(), &days).unwrap();
    let years = years(register.connection()).unwrap();
    let ends: Vec<_> = years.values().map(|year| (year.covered_from, year.covered_until)).collect();
    let expected = [("2024-05-01", "2024-12-31"), ("2025-01-01", "2025-03-31")];
    assert_eq!(ends, expected.map(|(from, until)| (day(from), day(until))));
}

/// A register without a calendar has no calendar row; with one it has a row for each year, whatever the order of insertion.
#[test]
fn there_is_one_row_for_each_year() {
    let (_folder, without) = register("");
    assert!(keeper(without.connection()).unwrap().is_empty());
    let (_folder, one) = built_in("");
    let (_folder, other) = register("");
    let days = WorkingDays::built_in();
    for special in days.special().iter().rev() {
        let related = special.related.map_or(String::new(), |day| day.to_string());
        let values = (special.day.to_string(), special.kind.name(), &special.name, related);
        let sql = "INSERT INTO calendar VALUES (?1, ?2, ?3, ?4)";
        other.connection().execute(sql, values).unwrap();
    }
    for year in (2023..=2027).rev() {
        let sql = "INSERT INTO calendar_years VALUES (?1, ?2, ?3)";
        let values = (year, format!("{year}-01-01"), format!("{year}-12-31"));
        other.connection().execute(sql, values).unwrap();
    }
    let rows = keeper(one.connection()).unwrap();
    assert_eq!(rows, keeper(other.connection()).unwrap());
    assert!(rows.keys().eq(&[2023, 2024, 2025, 2026, 2027].map(key::working_year)));
}

/// Each problem is reported with its kind and row, and reading the years fails on each error.
#[test]
fn the_check_reports_each_calendar_problem() {
    use Severity::{Error, Warning};
    let long = "a".repeat(MAX_DAY_NAME + 1);
    let long = format!("UPDATE calendar SET name = '{long}' WHERE day = '2026-05-01'");
    let many = "WITH RECURSIVE days(day) AS (SELECT '2026-01-01' UNION ALL SELECT date(day, '+1 day') FROM days LIMIT 65)
                INSERT OR IGNORE INTO calendar SELECT day, 'holiday', '', NULL FROM days";
    for (sql, severity, kind, place) in [
        (
            "UPDATE calendar SET day = '2026-5-01' WHERE day = '2026-05-01'",
            Error,
            "bad-date",
            "calendar 2026-5-01: day 2026-5-01",
        ),
        (
            "UPDATE calendar SET related = '2026-02-30' WHERE day = '2026-05-01'",
            Error,
            "bad-date",
            "calendar 2026-05-01: related 2026-02-30",
        ),
        (
            "UPDATE calendar_years SET covered_from = '' WHERE year = 2024",
            Error,
            "bad-date",
            "calendar_years 2024: covered_from ",
        ),
        (
            "UPDATE calendar_years SET covered_from = '2027-12-31', covered_until = '2027-12-30' WHERE year = 2027",
            Error,
            "reversed",
            "calendar_years 2027",
        ),
        (
            "UPDATE calendar SET kind = 'party' WHERE day = '2026-05-01'",
            Error,
            "bad-name",
            "calendar 2026-05-01 kind party",
        ),
        (
            "INSERT INTO calendar_years VALUES (2022, '2022-01-01', '2022-12-31')",
            Error,
            "calendar-year",
            "calendar_years 2022",
        ),
        (
            "INSERT INTO calendar_years VALUES (2087, '2087-01-01', '2087-12-31')",
            Error,
            "calendar-year",
            "calendar_years 2087",
        ),
        (
            "UPDATE calendar_years SET covered_until = '2028-01-01' WHERE year = 2027",
            Error,
            "calendar-coverage",
            "calendar_years 2027",
        ),
        (
            "DELETE FROM calendar_years WHERE year = 2027",
            Error,
            "calendar-without-year",
            "calendar 2027-12-16",
        ),
        (
            "UPDATE calendar_years SET covered_until = '2027-12-15' WHERE year = 2027",
            Error,
            "calendar-outside",
            "calendar 2027-12-16",
        ),
        (
            long.as_str(),
            Error,
            "calendar-name",
            "calendar 2026-05-01 name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ),
        (
            "UPDATE calendar SET name = 'Unity' WHERE day = '2026-05-01'",
            Error,
            "calendar-name",
            "calendar 2026-05-01 name Unity",
        ),
        (many, Error, "calendar-many", "calendar_years 2026"),
        (
            "UPDATE calendar_years SET covered_until = '2025-12-30' WHERE year = 2025",
            Warning,
            "calendar-gap",
            "calendar_years 2026",
        ),
        (
            "INSERT INTO calendar_years VALUES (2029, '2029-01-01', '2029-12-31')",
            Warning,
            "calendar-gap",
            "calendar_years 2029",
        ),
        (
            "INSERT INTO calendar VALUES ('2026-02-02', 'worked', '', NULL)",
            Warning,
            "worked-weekday",
            "calendar 2026-02-02",
        ),
        (
            "INSERT INTO calendar VALUES ('2026-02-02', 'day-off', '', '')",
            Warning,
            "day-off-for-nothing",
            "calendar 2026-02-02",
        ),
    ] {
        let (_folder, register) = built_in(sql);
        let problems = check(&register).unwrap();
        let found = problems.iter().find(|one| one.kind.name() == kind && one.place == place);
        assert_eq!(found.map(|one| one.kind.severity()), Some(severity), "{kind} {place}: {problems:?}");
        assert_eq!(
            years(register.connection()).is_ok(),
            severity == Warning || kind == "calendar-year",
            "{kind} {place}"
        );
    }
    let (_folder, register) = built_in("");
    let duplicate = "INSERT INTO calendar VALUES ('2026-05-01', 'holiday', '', NULL)";
    assert!(register.connection().execute(duplicate, ()).is_err(), "a day is a primary key");
}

/// The texts and queries of the check contain these numbers of `rastau-core`.
#[test]
fn the_check_uses_the_limits_of_the_core() {
    assert_eq!((FIRST_YEAR, FIRST_YEAR + MAX_YEARS - 1), (2023, 2086));
    assert_eq!((MAX_LIST, MAX_DAY_NAME), (64, 40));
}
