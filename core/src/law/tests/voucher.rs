//! Art. 29.1 and 29.2: the right to a voucher, and its use.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{
    check_cases, judge, less_knowledge_never_satisfies, order_does_not_matter, outcome, trace,
};
use crate::fixture::day;

const CHOICE: &str = "art29.p2.free-choice";
const YEARLY: &str = "art29.p1.once-a-year";

#[test]
fn a_voucher_is_for_the_registered_unemployed() {
    for (registered, in_scope, answer, pairs) in [
        (Some(true), Some(true), "satisfied", "status=eligible"),
        (Some(false), Some(true), "violated", "status=not-eligible reasons=not-registered"),
        (Some(true), Some(false), "violated", "status=not-eligible reasons=out-of-scope"),
        (Some(false), Some(false), "violated", "reasons=not-registered,out-of-scope"),
        (None, Some(false), "violated", "reasons=out-of-scope"),
        (Some(false), None, "violated", "reasons=not-registered"),
        (Some(true), None, "undetermined in_scope", "!status"),
        (None, Some(true), "undetermined registered_unemployed", ""),
        (None, None, "undetermined registered_unemployed in_scope", ""),
    ] {
        let facts = json!({ "registered_unemployed": registered, "in_scope": in_scope, "request_date": "2026-03-19" });
        check_cases("art29.p1.voucher-eligibility", &[(&facts.to_string(), answer, pairs)]);
    }
    check_cases(
        "art29.p1.voucher-eligibility",
        &[
            (r#"{"registered_unemployed":true,"in_scope":true}"#, "undetermined request_date", ""),
            (
                r#"{"registered_unemployed":true,"in_scope":true,"request_date":"2023-09-03"}"#,
                "not_applicable",
                "status=eligible",
            ),
        ],
    );
}

#[test]
fn one_voucher_a_calendar_year() {
    let of = |previous: &[&str], on: &str| {
        json!({ "previous_issued_on": previous, "request_date": on }).to_string()
    };
    for (previous, on, answer, pairs) in [
        (&[][..], "2026-03-19", "satisfied", "status=allowed !last_issued_on !next_possible"),
        (&["2025-12-31"], "2026-01-01", "satisfied", "status=allowed last_issued_on=2025-12-31"),
        (&["2026-01-01"], "2026-01-01", "violated", "status=not-allowed next_possible=2027-01-01"),
        (&["2026-01-01"], "2026-12-31", "violated", "next_possible=2027-01-01 last_issued_on=2026-01-01"),
        (&["2026-01-01"], "2027-01-01", "satisfied", ""),
        (&["2026-02-01", "2024-05-05"], "2026-12-31", "violated", "last_issued_on=2026-02-01"),
        (
            &["2026-03-20"],
            "2026-03-19",
            "error previous_issued_on: 2026-03-20 is after request_date (2026-03-19)",
            "",
        ),
    ] {
        check_cases(YEARLY, &[(&of(previous, on), answer, pairs)]);
    }
    check_cases(
        YEARLY,
        &[
            (r#"{"request_date":"2026-03-19"}"#, "undetermined previous_issued_on", ""),
            (r#"{"previous_issued_on":["2026-03-19"]}"#, "undetermined request_date", ""),
            ("{}", "undetermined previous_issued_on request_date", ""),
        ],
    );
    let result = judge(YEARLY, &of(&["2025-12-31"], "2026-01-01")).unwrap();
    assert_eq!(result.ruling.trace[0].why, "twelve-months-not-read");
    assert_eq!(result.ruling.trace[0].facts.date("next_possible"), Some(day("2026-12-31")));
    assert_eq!(trace(YEARLY, &of(&[], "2026-01-01")), Vec::<&str>::new());
}

fn choice() -> Value {
    serde_json::from_str(super::super::rule(CHOICE).unwrap().example).unwrap()
}

#[test]
fn a_choice_needs_the_profession_and_the_centre() {
    let [p1, p3] = ["art15.p1.profession-recognisable", "art15.p3.centre-conducts"];
    let revoked = json!([{ "on": "2026-03-19", "kind": "revoked" }]);
    let late = json!([{ "profession": "7212-01", "included_on": "2026-03-20", "excluded_on": null, "mode": "voluntary" }]);
    let other = json!([{ "profession": "7212-02", "from": "2024-03-01", "until": null }]);
    let liquidated = json!([{ "on": "2026-03-19", "kind": "liquidated" }]);
    for (path, value, answer, pairs) in [
        ("/as_of", json!("2026-03-19"), "satisfied", "status=satisfied !failed".to_string()),
        ("/as_of", json!("2026-03-31"), "satisfied", String::new()),
        ("/as_of", json!("2026-04-01"), "undetermined newer-register", format!("unknown={p1} !failed")),
        ("/as_of", json!("2027-03-02"), "violated", format!("failed={p3} unknown={p1}")),
        ("/as_of", json!("2024-02-29"), "violated", format!("failed={p3} !unknown")),
        ("/profession", json!("7212-03"), "violated", format!("failed={p1},{p3}")),
        ("/register", late, "violated", format!("failed={p1}")),
        ("/register", json!([]), "violated", format!("failed={p1}")),
        ("/register", json!([{}]), "undetermined register.profession", format!("unknown={p1}")),
        ("/centre", json!(null), "violated", format!("failed={p3}")),
        ("/centre/professions", other, "violated", format!("failed={p3}")),
        ("/centre/certificate/events", revoked, THAT_DAY, format!("status=contestable contestable={p3}")),
        ("/centre/certificate/events", liquidated, "violated", format!("failed={p3}")),
        ("/centre/kind", json!("individual"), "violated", format!("failed={p3}")),
        ("/centre/kind", json!(null), "undetermined centre.kind", format!("unknown={p3}")),
    ] {
        let mut facts = choice();
        *facts.pointer_mut(path).unwrap() = value;
        check_cases(CHOICE, &[(&facts.to_string(), answer, &pairs)]);
    }
    assert_eq!(judge(CHOICE, &choice().to_string()).unwrap().ruling.parts.len(), 2);
    for (without, answer) in [
        ("profession", "undetermined profession"),
        ("register", "undetermined register"),
        ("register_as_of", "undetermined register_as_of"),
        ("centre", "undetermined centre"),
        ("as_of", "undetermined as_of"),
    ] {
        let mut facts = choice();
        facts.as_object_mut().unwrap().remove(without);
        assert_eq!(outcome(CHOICE, &facts.to_string()), answer);
    }
    check_cases(
        CHOICE,
        &[
            (r#"{"profession":"x","as_of":"2026-03-19"}"#, "undetermined register register_as_of centre", ""),
            (
                r#"{"profession":"x","as_of":"2026-03-19","register":[],"register_as_of":"2026-03-19"}"#,
                "violated",
                &format!("failed={p1} unknown={p3}"),
            ),
            ("{}", "undetermined profession register register_as_of as_of", ""),
        ],
    );
}

const THAT_DAY: &str = "decision-day-excluded:true decision-day-included:false";

proptest! {
    #[test]
    fn a_year_counts_from_its_first_to_its_last_day(previous in vec(0u32..1200, 0..6), after in 0u32..800) {
        let first = day("2024-01-01");
        let on = first.plus_days(previous.iter().max().copied().unwrap_or(0) + after);
        let days: Vec<_> = previous.iter().map(|days| first.plus_days(*days)).collect();
        let facts = json!({ "previous_issued_on": days, "request_date": on });
        let this_year = days.iter().any(|day| day.ymd().0 == on.ymd().0);
        prop_assert_eq!(outcome(YEARLY, &facts.to_string()), if this_year { "violated" } else { "satisfied" });
        less_knowledge_never_satisfies(YEARLY, &facts, &[]);
        order_does_not_matter(YEARLY, &facts, "previous_issued_on");
    }

    #[test]
    fn less_knowledge_never_satisfies_a_choice(bits in any::<[bool; 4]>()) {
        let mut facts = choice();
        if bits[0] { facts["register"] = json!([]); }
        if bits[1] { facts["centre"] = json!(null); }
        if bits[2] { facts["as_of"] = json!("2027-03-02"); }
        if bits[3] { facts["profession"] = json!("7212-03"); }
        less_knowledge_never_satisfies(CHOICE, &facts, &[]);
        order_does_not_matter(CHOICE, &facts, "register");
        let facts = json!({ "registered_unemployed": bits[0], "in_scope": bits[1], "request_date": "2026-03-19" });
        less_knowledge_never_satisfies("art29.p1.voucher-eligibility", &facts, &[]);
    }
}
