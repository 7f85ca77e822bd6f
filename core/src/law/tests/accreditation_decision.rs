//! Art. 25: cases on both sides of each boundary.

use super::interface::{ask, error_of};
use super::invariants::check_table;

#[test]
fn a_decision_rests_on_both_results() {
    let facts = |expertise: &str, survey: &str, rest: &str| {
        alloc::format!(r#"{{"expertise_done_on":{expertise},"survey_done_on":{survey}{rest}}}"#)
    };
    let rest = r#","coordinated":true,"decided_on":"2026-03-02","decider":"national-chamber""#;
    let (before, same, after) = (r#""2026-03-01""#, r#""2026-03-02""#, r#""2026-03-03""#);
    let ministry = r#","coordinated":false,"decided_on":"2026-03-02","decider":"authorized-body""#;
    for (facts, outcome, expected) in [
        (facts(before, before, rest), "satisfied", &[("value.status", "in-order")][..]),
        (facts(same, same, rest), "satisfied", &[]),
        (
            facts(after, same, rest),
            "violated",
            &[("value.failed.0", "expertise-first"), ("value.failed.1", "null")],
        ),
        (facts(same, after, rest), "violated", &[("value.failed.0", "survey-first")]),
        (
            facts("null", same, rest),
            "violated",
            &[("value.failed.0", "expertise"), ("value.failed.1", "null")],
        ),
        (facts(same, "null", rest), "violated", &[("value.failed.0", "survey"), ("value.failed.1", "null")]),
        (
            facts("null", after, ministry),
            "violated",
            &[
                ("value.failed.0", "expertise"),
                ("value.failed.1", "coordination"),
                ("value.failed.2", "survey-first"),
                ("value.failed.3", "decider"),
                ("value.failed.4", "null"),
            ],
        ),
        (facts("null", same, ""), "violated", &[("value.unknown.0", "coordinated")]),
        (
            facts(same, same, r#","coordinated":true,"decider":"national-chamber""#),
            "undetermined",
            &[("missing.0", "decided_on"), ("missing.1", "null")],
        ),
        (
            facts(same, same, r#","decided_on":"2026-03-02""#),
            "undetermined",
            &[("missing.0", "coordinated"), ("missing.1", "decider")],
        ),
        (
            "{}".into(),
            "undetermined",
            &[
                ("missing.0", "expertise_done_on"),
                ("missing.1", "survey_done_on"),
                ("missing.2", "coordinated"),
                ("missing.3", "decider"),
            ],
        ),
    ] {
        check_table("art25.p1.decision-basis", &[], &[(&facts, outcome, expected)]);
    }
}

const ISSUANCE: &str = "art25.p2.certificate-issuance";
const DEEDS: &[&str] = &["issued_on", "listed_on", "agreement_on", "sent_on"];

/// Decided on 10 March 2026: the tenth working day is 27 March, or 26 March with the day itself counted.
#[test]
fn a_certificate_is_issued_within_ten_working_days() {
    let facts = |rest: &str| alloc::format!(r#"{{"decided_on":"2026-03-10"{rest}}}"#);
    for (rest, outcome, status) in [
        (r#","as_of":"2026-03-10""#, "satisfied", "open"),
        (r#","as_of":"2026-03-26""#, "satisfied", "open"),
        (r#","as_of":"2026-03-27""#, "contestable", "contestable"),
        (r#","as_of":"2026-03-28""#, "violated", "overdue"),
        (r#","issued_on":"2026-03-20","listed_on":"2026-03-26""#, "satisfied", "done-in-time"),
        (r#","issued_on":"2026-03-26","listed_on":"2026-03-20""#, "satisfied", "done-in-time"),
        (r#","issued_on":"2026-03-20","listed_on":"2026-03-27""#, "contestable", "contestable"),
        (r#","issued_on":"2026-03-28","listed_on":"2026-03-20""#, "violated", "done-late"),
        (r#","issued_on":"2026-03-20","listed_on":"2026-03-28""#, "violated", "done-late"),
        // One of the two does not suffice, but one alone can be late.
        (r#","issued_on":"2026-03-20","as_of":"2026-03-26""#, "satisfied", "open"),
        (r#","issued_on":"2026-03-20","as_of":"2026-03-28""#, "violated", "overdue"),
        (r#","listed_on":"2026-03-20","as_of":"2026-03-28""#, "violated", "overdue"),
        (r#","issued_on":"2026-03-28""#, "violated", "overdue"),
        (r#","listed_on":"2026-03-28""#, "violated", "overdue"),
        // The agreement does not affect the answer.
        (r#","agreement_on":"2026-03-28","as_of":"2026-03-26""#, "satisfied", "open"),
    ] {
        let expected = [("value.status", status), ("value.last_day", "2026-03-27")];
        check_table(ISSUANCE, DEEDS, &[(&facts(rest), outcome, &expected)]);
    }
    let done = r#","issued_on":"2026-03-20","listed_on":"2026-03-26""#;
    for (rest, status) in [
        (r#","agreement_on":"2026-03-26""#, "done-in-time"),
        (r#","agreement_on":"2026-03-27""#, "contestable"),
        (r#","agreement_on":"2026-03-28""#, "done-late"),
        (r#","as_of":"2026-03-26""#, "open"),
        (r#","as_of":"2026-03-28""#, "overdue"),
        ("", "null"),
    ] {
        let expected = [("value.agreement_status", status), ("value.agreement_last_day", "2026-03-27")];
        check_table(ISSUANCE, DEEDS, &[(&facts(&alloc::format!("{done}{rest}")), "satisfied", &expected)]);
    }
    check_table(
        ISSUANCE,
        DEEDS,
        &[
            (&facts(""), "undetermined", &[("missing.0", "as_of"), ("value.last_day", "2026-03-27")]),
            (
                &facts(r#","issued_on":"2026-03-20""#),
                "undetermined",
                &[("missing.0", "as_of"), ("value.advise_by", "2026-03-26")],
            ),
            (r#"{"as_of":"2026-03-10"}"#, "undetermined", &[("missing.0", "decided_on")]),
            (
                r#"{"decided_on":"2027-12-28","issued_on":"2027-12-29","listed_on":"2027-12-29","as_of":"2027-12-29"}"#,
                "undetermined",
                &[("missing.0", "working-day-calendar")],
            ),
        ],
    );
    let trace = ask(ISSUANCE, &facts(done))["trace"].to_string();
    for why in ["event-day-excluded", "holiday", "term-runs-from-decision", "agreement-stands-beside"] {
        assert!(trace.contains(why), "{why} {trace}");
    }
    for deed in ["issued_on", "listed_on", "agreement_on"] {
        let error = error_of(ISSUANCE, &facts(&alloc::format!(r#","{deed}":"2026-03-09""#)));
        assert_eq!(error.to_string(), alloc::format!("{deed}: 2026-03-09 is before decided_on (2026-03-10)"));
    }
}

#[test]
fn a_violated_criterion_leads_to_revocation() {
    let id = "art25.p3.part2.violation-consequence";
    check_table(
        id,
        &[],
        &[
            (r#"{"finding":null}"#, "satisfied", &[("value.status", "no-violation")]),
            ("{}", "undetermined", &[("missing.0", "finding")]),
            (
                r#"{"finding":{"detected_on":"2026-03-19"}}"#,
                "undetermined",
                &[("missing.0", "finding.criteria"), ("value.detected_on", "2026-03-19")],
            ),
            (
                r#"{"finding":{"criteria":["personnel","legal-entity","personnel"],"detected_on":"2026-03-19"}}"#,
                "violated",
                &[
                    ("value.status", "revocation-ground"),
                    ("value.criteria.0", "legal-entity"),
                    ("value.criteria.1", "personnel"),
                    ("value.criteria.2", "null"),
                    ("value.ground", "art26.p2.s3.monitoring-violation"),
                    ("value.detected_on", "2026-03-19"),
                    ("reading", "either-suffices"),
                ],
            ),
            (
                r#"{"finding":{"criteria":["draft-programmes"]}}"#,
                "violated",
                &[("value.detected_on", "null")],
            ),
        ],
    );
    let error = error_of(id, r#"{"finding":{"criteria":[]}}"#);
    assert_eq!(error.to_string(), "finding.criteria: is empty; name at least one");
}

/// Decided on 10 March 2026: the fifth working day is 17 March, or 16 March with the day itself counted.
#[test]
fn a_refusal_is_answered_with_its_reasons() {
    let id = "art25.p4.refusal-notice";
    let facts = |rest: &str| alloc::format!(r#"{{"decided_on":"2026-03-10"{rest}}}"#);
    for (rest, outcome, expected) in [
        (r#","as_of":"2026-03-16""#, "satisfied", &[("value.status", "open"), ("value.days_left", "1")][..]),
        (r#","as_of":"2026-03-17""#, "contestable", &[("value.advise_by", "2026-03-16")]),
        (r#","as_of":"2026-03-18""#, "violated", &[("value.status", "overdue"), ("value.days_late", "1")]),
        (
            r#","sent_on":"2026-03-16","reasons_given":true,"form":"paper""#,
            "satisfied",
            &[("value.status", "done-in-time")],
        ),
        (r#","sent_on":"2026-03-17","reasons_given":true,"form":"both""#, "contestable", &[]),
        (
            r#","sent_on":"2026-03-18","reasons_given":true,"form":"electronic""#,
            "violated",
            &[("value.status", "done-late"), ("value.days_late", "1")],
        ),
        (r#","sent_on":"2026-03-18""#, "violated", &[("value.status", "done-late")]),
        (
            r#","sent_on":"2026-03-16","reasons_given":false,"form":"paper""#,
            "violated",
            &[("value.status", "defective"), ("value.last_day", "2026-03-17")],
        ),
        (r#","sent_on":"2026-03-17","reasons_given":false"#, "violated", &[("value.status", "defective")]),
        (
            r#","sent_on":"2026-03-18","reasons_given":false"#,
            "violated",
            &[("value.status", "defective"), ("value.days_late", "1")],
        ),
        // Nothing was sent, so the reasons do not matter yet.
        (r#","reasons_given":false,"as_of":"2026-03-16""#, "satisfied", &[("value.status", "open")]),
        (
            r#","sent_on":"2026-03-16""#,
            "undetermined",
            &[
                ("missing.0", "reasons_given"),
                ("missing.1", "form"),
                ("value.status", "null"),
                ("value.last_day", "2026-03-17"),
            ],
        ),
        (
            r#","sent_on":"2026-03-17","reasons_given":true"#,
            "undetermined",
            &[("missing.0", "form"), ("missing.1", "null")],
        ),
        ("", "undetermined", &[("missing.0", "as_of"), ("value.last_day", "2026-03-17")]),
    ] {
        check_table(id, &["sent_on"], &[(&facts(rest), outcome, expected)]);
    }
    check_table(
        id,
        &["sent_on"],
        &[
            (
                r#"{"sent_on":"2026-03-16"}"#,
                "undetermined",
                &[("missing.0", "decided_on"), ("missing.1", "reasons_given"), ("missing.2", "form")],
            ),
            (
                r#"{"sent_on":"2026-03-16","reasons_given":false}"#,
                "violated",
                &[("value.status", "defective"), ("value.last_day", "null")],
            ),
            (
                r#"{"decided_on":"2027-12-28","sent_on":"2027-12-29","reasons_given":true,"form":"paper"}"#,
                "undetermined",
                &[("missing.0", "working-day-calendar"), ("missing.1", "null")],
            ),
            (r#"{"as_of":"2026-03-16"}"#, "undetermined", &[("missing.0", "decided_on")]),
        ],
    );
    let error = error_of(id, &facts(r#","sent_on":"2026-03-09""#));
    assert_eq!(error.to_string(), "sent_on: 2026-03-09 is before decided_on (2026-03-10)");
    assert!(
        error_of(id, r#"{"form":"oral"}"#)
            .to_string()
            .starts_with("form: must be `paper`, `electronic` or `both`, not \"oral\"")
    );
}

#[test]
fn a_refusal_may_be_appealed() {
    check_table(
        "art25.p5.refusal-remedy",
        &[],
        &[
            (
                r#"{"decision":"negative"}"#,
                "satisfied",
                &[("value.status", "remedy-available"), ("trace.0.why", "no-term-in-the-law")],
            ),
            (r#"{"decision":"positive"}"#, "not_applicable", &[("value.status", "positive-decision")]),
            ("{}", "undetermined", &[("missing.0", "decision")]),
        ],
    );
}
