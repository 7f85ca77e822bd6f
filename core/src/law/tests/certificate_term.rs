//! Art. 23.2(5) and 23.5: cases on both sides of each boundary.

use proptest::prelude::*;
use serde_json::json;

use super::interface::{ask, error_of};
use super::invariants::{Case, check_table};
use crate::calendar::Date;

#[test]
fn a_certificate_is_valid_for_three_years() {
    let facts = |issued: &str, printed: &str, as_of: &str| {
        let mut facts = json!({"issued_on": issued});
        for (name, day) in [("valid_to_printed", printed), ("as_of", as_of)] {
            if !day.is_empty() {
                facts[name] = json!(day);
            }
        }
        facts.to_string()
    };
    for (issued, printed, as_of, outcome, status, last_day) in [
        ("2024-03-01", "", "2024-02-29", "violated", "not-yet-valid", "2027-03-01"),
        ("2024-03-01", "", "2024-03-01", "satisfied", "valid", "2027-03-01"),
        ("2024-03-01", "", "2027-02-28", "satisfied", "valid", "2027-03-01"),
        ("2024-03-01", "", "2027-03-01", "contestable", "contestable", "2027-03-01"),
        ("2024-03-01", "", "2027-03-02", "violated", "expired", "2027-03-01"),
        ("2024-02-29", "", "2027-02-27", "satisfied", "valid", "2027-02-28"),
        ("2024-02-29", "", "2027-02-28", "contestable", "contestable", "2027-02-28"),
        ("2024-02-29", "", "2027-03-01", "violated", "expired", "2027-02-28"),
        // A printed last day is not contestable, and may differ by one day.
        ("2024-03-01", "2027-03-01", "2027-03-01", "satisfied", "valid", "2027-03-01"),
        ("2024-03-01", "2027-03-01", "2027-03-02", "violated", "expired", "2027-03-01"),
        ("2024-03-01", "2027-02-28", "2027-02-28", "satisfied", "valid", "2027-02-28"),
        ("2024-03-01", "2027-02-28", "2027-03-01", "violated", "expired", "2027-02-28"),
        ("2024-03-01", "2027-03-02", "2027-03-02", "satisfied", "valid", "2027-03-02"),
        ("2024-03-01", "2027-03-02", "2027-03-03", "violated", "expired", "2027-03-02"),
        ("2024-03-01", "2027-03-03", "2026-03-01", "violated", "mismatch", "2027-03-01"),
        ("2024-03-01", "2027-02-27", "2026-03-01", "violated", "mismatch", "2027-03-01"),
        ("2024-03-01", "2027-02-27", "", "violated", "mismatch", "2027-03-01"),
    ] {
        check_table(
            "art23.p2.s5.certificate-validity",
            &["valid_to_printed"],
            &[(
                &facts(issued, printed, as_of),
                outcome,
                &[("value.status", status), ("value.last_day", last_day)],
            )],
        );
    }
    let cases: &[Case<'_>] = &[
        (
            r#"{"issued_on":"2024-03-01","valid_to_printed":"2027-03-03","as_of":"2026-03-01"}"#,
            "violated",
            &[
                ("value.printed_last_day", "2027-03-03"),
                ("value.computed_last_day", "2027-03-01"),
                ("value.days_left", "null"),
            ],
        ),
        (
            r#"{"issued_on":"2024-03-01","valid_to_printed":"2027-03-01","as_of":"2027-02-27"}"#,
            "satisfied",
            &[
                ("value.days_left", "2"),
                ("value.printed_last_day", "null"),
                ("reading", "stated-date"),
                ("trace.0", "null"),
            ],
        ),
        (
            r#"{"issued_on":"2024-02-29","as_of":"2027-02-28"}"#,
            "contestable",
            &[
                ("readings.0.reading", "corresponding-day-included"),
                ("readings.0.satisfied", "true"),
                ("readings.1.reading", "corresponding-day-excluded"),
                ("readings.1.satisfied", "false"),
                ("reading", "corresponding-day-included"),
                ("trace.0.why", "month-end-clamped"),
                ("trace.0.from", "2024-02-29"),
                ("trace.0.to", "2027-02-28"),
                ("trace.1.why", "not-moved"),
            ],
        ),
        (
            r#"{"issued_on":"2024-03-01"}"#,
            "undetermined",
            &[("missing.0", "as_of"), ("value.last_day", "2027-03-01")],
        ),
        (r#"{"as_of":"2026-03-01"}"#, "undetermined", &[("missing.0", "issued_on"), ("missing.1", "null")]),
        ("{}", "undetermined", &[("missing.0", "issued_on"), ("missing.1", "as_of")]),
    ];
    check_table("art23.p2.s5.certificate-validity", &["valid_to_printed"], cases);
    let reversed = r#"{"issued_on":"2024-03-01","valid_to_printed":"2024-02-29"}"#;
    let error = error_of("art23.p2.s5.certificate-validity", reversed);
    assert_eq!(error.to_string(), "valid_to_printed: 2024-02-29 is before issued_on (2024-03-01)");
}

const REAPPLY: &str = "art23.p5.reapply-by";

#[test]
fn reapplication_is_due_six_months_before_the_end() {
    for (end, last_day, advise_by, reading, why) in [
        ("2027-06-15", "2026-12-15", "2026-12-15", "null", "null"),
        // A Sunday: not moved.
        ("2027-08-31", "2027-02-28", "2027-02-26", "month-end-rounded-down", "month-end-clamped"),
        ("2027-08-29", "2027-02-28", "2027-02-26", "month-end-rounded-down", "month-end-clamped"),
        ("2027-08-28", "2027-02-28", "2027-02-26", "null", "not-moved"),
        ("2026-12-31", "2026-06-30", "2026-06-30", "month-end-rounded-down", "month-end-clamped"),
        ("2027-02-28", "2026-08-28", "2026-08-28", "same-day-of-the-month", "month-end-not-stretched"),
        ("2028-02-29", "2027-08-29", "2027-08-27", "same-day-of-the-month", "month-end-not-stretched"),
        ("2028-02-28", "2027-08-28", "2027-08-27", "null", "not-moved"),
        ("2027-04-30", "2026-10-30", "2026-10-30", "same-day-of-the-month", "month-end-not-stretched"),
        // July and January are equally long.
        ("2027-01-31", "2026-07-31", "2026-07-31", "null", "null"),
        // 21 to 25 March 2026 are days off.
        ("2026-09-25", "2026-03-25", "2026-03-20", "null", "not-moved"),
        ("2029-01-10", "2028-07-10", "null", "null", "calendar-covers"),
    ] {
        let last = Date::parse(last_day).unwrap();
        for (on, in_time) in [(last.minus_days(1), true), (last, true), (last.plus_days(1), false)] {
            for (fact, in_time_status, late_status) in
                [("filed_on", "done-in-time", "done-late"), ("as_of", "open", "overdue")]
            {
                let facts = alloc::format!(r#"{{"certificate_last_day":"{end}","{fact}":"{on}"}}"#);
                let expected = [
                    ("value.status", if in_time { in_time_status } else { late_status }),
                    ("value.last_day", last_day),
                    ("value.advise_by", advise_by),
                    ("reading", reading),
                    (
                        "trace.0.why",
                        if why == "null" && !in_time { "no-consequence-in-the-law" } else { why },
                    ),
                ];
                let outcome = if in_time { "satisfied" } else { "violated" };
                check_table(REAPPLY, &["filed_on"], &[(&facts, outcome, &expected)]);
                let trace = ask(REAPPLY, &facts)["trace"].to_string();
                assert_eq!(trace.contains("no-consequence-in-the-law"), !in_time, "{facts} {trace}");
            }
        }
    }
    check_table(
        REAPPLY,
        &["filed_on"],
        &[
            (
                r#"{"certificate_last_day":"2027-06-15"}"#,
                "undetermined",
                &[
                    ("missing.0", "as_of"),
                    ("value.last_day", "2026-12-15"),
                    ("value.advise_by", "2026-12-15"),
                ],
            ),
            (
                r#"{"filed_on":"2026-12-15","as_of":"2026-12-15"}"#,
                "undetermined",
                &[("missing.0", "certificate_last_day")],
            ),
            (
                r#"{"certificate_last_day":"2027-06-15","as_of":"2026-12-10"}"#,
                "satisfied",
                &[("value.days_left", "5")],
            ),
            (
                r#"{"certificate_last_day":"2027-06-15","filed_on":"2026-12-20"}"#,
                "violated",
                &[("value.days_late", "5")],
            ),
            (
                r#"{"certificate_last_day":"2027-02-28","as_of":"2026-08-01"}"#,
                "satisfied",
                &[("trace.0.not_to", "2026-08-31"), ("trace.0.to", "2026-08-28"), ("trace.1", "null")],
            ),
        ],
    );
}

proptest! {
    /// On the last day six full months are left; on the day after there may be less.
    #[test]
    fn six_months_are_left(days in 19_700i64..30_000) {
        let end = Date::from_days(days).unwrap();
        let facts = alloc::format!(r#"{{"certificate_last_day":"{end}","as_of":"2024-01-01"}}"#);
        let answer = ask(REAPPLY, &facts);
        let last_day = Date::parse(answer["value"]["last_day"].as_str().unwrap()).unwrap();
        prop_assert!(last_day.plus_months(6) <= end);
        prop_assert!(last_day.plus_days(1).plus_months(6) > end || answer["reading"] == "same-day-of-the-month");
        let contested = !answer["reading"].is_null();
        let (month_end, own) = (end.plus_days(1).ymd().2 == 1, end.ymd().2 == last_day.ymd().2);
        prop_assert_eq!(contested, !own || (month_end && last_day.plus_days(1).ymd().2 != 1));
    }
}
