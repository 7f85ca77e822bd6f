//! Art. 29.1 and 29.3: the validity of a voucher.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{
    check_cases, judge, less_knowledge_never_satisfies, order_does_not_matter, outcome, trace,
};
use crate::calendar::Date;
use crate::fixture::day;

const USE: &str = "art29.p1.use-within-validity";
const CANCEL: &str = "art29.p3.cancel-unused";
const EXTENSION: &str = "art29.p3.extension";

fn facts_with(intervals: &[(&str, &str)], more: &str) -> String {
    let list: Vec<_> = intervals.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
    let list = Value::from(list);
    format!(r#"{{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":{list}{more}}}"#)
}

#[test]
fn an_extension_is_as_long_as_the_disability() {
    for (intervals, pairs) in [
        (&[][..], "status=not-extended last_day=2026-04-15 !alternative_last_day !extended_by"),
        // Recovered before the end: the other reading gives nothing.
        (
            &[("2026-03-10", "2026-03-12")],
            "status=extended last_day=2026-04-18 extended_by=3 alternative_last_day=2026-04-15",
        ),
        (
            &[("2026-04-15", "2026-04-15")],
            "last_day=2026-04-16 extended_by=1 alternative_last_day=2026-04-15",
        ),
        // Past the end: days of disability within the extension count too.
        (
            &[("2026-04-10", "2026-04-20")],
            "last_day=2026-04-26 extended_by=11 alternative_last_day=2026-04-20",
        ),
        (&[("2026-04-16", "2026-04-20")], "status=not-extended last_day=2026-04-15 !alternative_last_day"),
        (&[("2026-02-20", "2026-03-01")], "status=not-extended last_day=2026-04-15"),
        (&[("2026-02-20", "2026-03-02")], "last_day=2026-04-16 extended_by=1"),
        // Overlaps and repetitions count once.
        (
            &[("2026-03-10", "2026-03-12"), ("2026-03-12", "2026-03-13"), ("2026-03-10", "2026-03-12")],
            "extended_by=4",
        ),
        // The second is within the extension by the first.
        (
            &[("2026-04-14", "2026-04-15"), ("2026-04-17", "2026-04-17")],
            "last_day=2026-04-18 alternative_last_day=2026-04-15",
        ),
        (&[("2026-04-14", "2026-04-15"), ("2026-04-18", "2026-04-18")], "last_day=2026-04-17"),
        (
            &[("2026-04-14", "2026-04-15"), ("2026-04-16", "2026-04-20")],
            "last_day=2026-04-22 alternative_last_day=2026-04-20",
        ),
        (&[("2026-01-01", "9999-12-31")], "last_day=9999-12-31 !alternative_last_day"),
    ] {
        check_cases(EXTENSION, &[(&facts_with(intervals, ""), "satisfied", pairs)]);
    }
    let two = facts_with(&[("2026-03-10", "2026-03-12"), ("2026-06-01", "2026-06-02")], "");
    assert_eq!(trace(EXTENSION, &two), ["disability-counted", "disability-outside-validity", "not-moved"]);
    assert_eq!(judge(EXTENSION, &two).unwrap().ruling.reading, Some("extended-by-length"));
}

#[test]
fn an_extension_requires_every_period_of_disability() {
    let with = |intervals: &str| {
        format!(r#"{{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":{intervals}}}"#)
    };
    let many = format!("[{}]", vec![r#"{"from":"2026-03-10","to":"2026-03-10"}"#; 1001].join(","));
    for (facts, answer) in [
        (with("null"), "undetermined disability"),
        (with(r#"[{"from":"2026-03-10"}]"#), "undetermined disability"),
        (with(r#"[{"to":"2026-03-10"},{}]"#), "undetermined disability"),
        (
            with(r#"[{"from":"2026-03-10","to":"2026-03-09"}]"#),
            "error disability.to: 2026-03-09 is before disability.from (2026-03-10)",
        ),
        (with(&many), "error disability: has 1001 entries; the maximum is 1000"),
        (with(&many.replacen(r#"{"from":"2026-03-10","to":"2026-03-10"},"#, "", 1)), "satisfied"),
        ("{}".to_string(), "undetermined valid_from valid_to disability"),
        (
            r#"{"valid_from":"2026-03-02","valid_to":"2026-03-01","disability":[]}"#.to_string(),
            "error valid_to: 2026-03-01 is before valid_from (2026-03-02)",
        ),
    ] {
        check_cases(EXTENSION, &[(&facts, answer, "")]);
    }
}

const READINGS: &str = "extended-by-length:true extended-while-disabled:false";
/// The validity ends on 26 April by the length of the disability, on 20 April with its end.
const DISABLED: &[(&str, &str)] = &[("2026-04-10", "2026-04-20")];

#[test]
fn a_voucher_is_used_within_its_validity() {
    for (intervals, more, answer, pairs) in [
        (&[][..], r#","as_of":"2026-03-01""#, "violated", "status=not-yet !days_left"),
        (&[], r#","as_of":"2026-03-02""#, "satisfied", "status=usable days_left=44 last_day=2026-04-15"),
        (&[], r#","as_of":"2026-04-15""#, "satisfied", "status=usable days_left=0"),
        (&[], r#","as_of":"2026-04-16""#, "violated", "status=expired !days_left"),
        (
            &[],
            r#","used_on":"2026-03-01","as_of":"2026-05-01""#,
            "violated",
            "status=used-outside used_on=2026-03-01",
        ),
        (&[], r#","used_on":"2026-03-02","as_of":"2026-05-01""#, "satisfied", "status=used !days_left"),
        (&[], r#","used_on":"2026-04-15""#, "satisfied", "status=used"),
        (&[], r#","used_on":"2026-04-16""#, "violated", "status=used-outside"),
        (&[], "", "undetermined as_of", "last_day=2026-04-15 !status"),
        (DISABLED, "", "undetermined as_of", "last_day=2026-04-26 alternative_last_day=2026-04-20"),
        (
            DISABLED,
            r#","as_of":"2026-04-20""#,
            "satisfied",
            "status=usable days_left=6 alternative_last_day=2026-04-20",
        ),
        (
            DISABLED,
            r#","as_of":"2026-04-21""#,
            READINGS,
            "status=contestable last_day=2026-04-26 days_left=5",
        ),
        (DISABLED, r#","as_of":"2026-04-26""#, READINGS, ""),
        (DISABLED, r#","as_of":"2026-04-27""#, "violated", "status=expired"),
        (DISABLED, r#","used_on":"2026-04-20","as_of":"2026-04-27""#, "satisfied", "status=used"),
        (DISABLED, r#","used_on":"2026-04-21","as_of":"2026-04-21""#, READINGS, "!days_left"),
        (DISABLED, r#","used_on":"2026-04-27","as_of":"2026-04-27""#, "violated", "status=used-outside"),
    ] {
        check_cases(USE, &[(&facts_with(intervals, more), answer, pairs)]);
    }
    check_cases(
        USE,
        &[
            (
                r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","as_of":"2026-04-15"}"#,
                "satisfied",
                "status=usable",
            ),
            (r#"{"valid_to":"2026-04-15","as_of":"2026-04-15"}"#, "undetermined valid_from", ""),
            (r#"{"valid_from":"2026-03-02","as_of":"2026-04-15"}"#, "undetermined valid_to", ""),
            (
                r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","as_of":"2026-04-16","disability":[{}]}"#,
                "undetermined disability",
                "",
            ),
        ],
    );
}

#[test]
fn an_unused_voucher_is_cancelled_the_day_after() {
    for (intervals, more, answer, pairs) in [
        (
            &[][..],
            r#","as_of":"2026-03-01""#,
            "satisfied",
            "status=not-cancelled from=2026-04-16 days_left=45",
        ),
        (&[], r#","as_of":"2026-04-15""#, "satisfied", "status=not-cancelled days_left=0"),
        (&[], r#","as_of":"2026-04-16""#, "violated", "status=cancelled from=2026-04-16 !days_left"),
        (&[], r#","used_on":"2026-04-15","as_of":"2026-05-01""#, "satisfied", "status=used !from"),
        (&[], r#","used_on":"2026-04-15""#, "satisfied", "status=used"),
        (
            &[],
            r#","used_on":"2026-04-16","as_of":"2026-05-01""#,
            "violated",
            "status=cancelled from=2026-04-16",
        ),
        (&[], r#","used_on":"2026-03-01","as_of":"2026-04-15""#, "satisfied", "status=not-cancelled"),
        (&[], r#","used_on":"2026-03-01","as_of":"2026-04-16""#, "violated", "status=cancelled"),
        (&[], r#","used_on":"2026-04-16""#, "undetermined as_of", "from=2026-04-16"),
        (&[], "", "undetermined as_of", "last_day=2026-04-15 from=2026-04-16"),
        (DISABLED, r#","as_of":"2026-04-20""#, "satisfied", "from=2026-04-27"),
        (DISABLED, r#","as_of":"2026-04-21""#, READINGS, "status=contestable from=2026-04-27 days_left=5"),
        (DISABLED, r#","as_of":"2026-04-26""#, READINGS, "alternative_last_day=2026-04-20"),
        (DISABLED, r#","as_of":"2026-04-27""#, "violated", "status=cancelled from=2026-04-27"),
        (DISABLED, r#","used_on":"2026-04-21","as_of":"2026-05-01""#, READINGS, "status=contestable !from"),
        (DISABLED, r#","used_on":"2026-04-20","as_of":"2026-05-01""#, "satisfied", "status=used"),
    ] {
        check_cases(CANCEL, &[(&facts_with(intervals, more), answer, pairs)]);
    }
    check_cases(CANCEL, &[("{}", "undetermined valid_from valid_to", "")]);
}

/// The definition: adds the days of disability within the validity, repeatedly, until the last day is stable.
fn fixpoint(from: Date, to: Date, disabled: &BTreeSet<i32>) -> Date {
    let mut last = to;
    loop {
        let inside = disabled.range(from.days()..=last.days()).count();
        let next = to.plus_days(u32::try_from(inside).unwrap());
        if next == last {
            return last;
        }
        last = next;
    }
}

proptest! {
    #[test]
    fn one_pass_finds_the_fixpoint(list in vec((0u32..90, 0u32..12), 0..8), length in 0u32..30, asked_on in 0u32..120, used in proptest::option::of(0u32..90)) {
        let first = day("2026-01-01");
        let (from, to) = (first.plus_days(20), first.plus_days(20 + length));
        let spans = || list.iter().map(|(start, days)| (first.plus_days(*start), first.plus_days(start + days)));
        let disabled: BTreeSet<i32> = spans().flat_map(|(start, end)| start.days()..=end.days()).collect();
        let intervals: Vec<_> = spans().map(|(start, end)| json!({ "from": start, "to": end })).collect();
        let facts = json!({ "valid_from": from, "valid_to": to, "disability": intervals });
        let value = judge(EXTENSION, &facts.to_string()).unwrap().ruling.value;
        let last = fixpoint(from, to, &disabled);
        prop_assert_eq!(value.date("last_day"), Some(last));
        let mut alternative = to;
        while disabled.contains(&to.days()) && disabled.contains(&alternative.plus_days(1).days()) {
            alternative = alternative.plus_days(1);
        }
        prop_assert_eq!(value.date("alternative_last_day"), Some(alternative).filter(|day| *day != last));
        less_knowledge_never_satisfies(EXTENSION, &facts, &[]);
        order_does_not_matter(EXTENSION, &facts, "disability");
        let mut facts = facts;
        facts["as_of"] = json!(first.plus_days(asked_on));
        if let Some(used) = used {
            facts["used_on"] = json!(first.plus_days(used));
        }
        for id in [USE, CANCEL] {
            less_knowledge_never_satisfies(id, &facts, &["used_on"]);
            order_does_not_matter(id, &facts, "disability");
        }
        // A voucher used in time is never cancelled, and no voucher is both usable and cancelled.
        let (used, cancelled) = (outcome(USE, &facts.to_string()), outcome(CANCEL, &facts.to_string()));
        prop_assert!(used != "satisfied" || cancelled == "satisfied", "{} {}", used, cancelled);
    }
}
