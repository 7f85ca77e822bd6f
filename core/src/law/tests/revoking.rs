//! Art. 26.1 and 26.2, part one.

use proptest::prelude::*;
use serde_json::json;

use super::cases::{check_cases, judge, less_knowledge_never_satisfies, trace};

#[test]
fn a_reorganised_centre_has_its_certificate_reissued() {
    let id = "art26.p1.reissue-on-reorganisation";
    for event in ["merger", "accession", "division", "separation", "transformation"] {
        let facts = format!(r#"{{"event":"{event}","date":"2026-03-19"}}"#);
        let pairs = format!("status=reissue-required event={event} since=2026-03-19");
        check_cases(id, &[(&facts, "satisfied", &pairs)]);
    }
    check_cases(
        id,
        &[
            (
                r#"{"event":"none-of-these","date":"2026-03-19"}"#,
                "not_applicable",
                "status=no-reorganisation",
            ),
            (r#"{"event":"none-of-these"}"#, "not_applicable", "status=no-reorganisation"),
            (r#"{"event":"merger"}"#, "undetermined date", "!status"),
            (r#"{"date":"2026-03-19"}"#, "undetermined event", ""),
            ("{}", "undetermined event date", ""),
            (r#"{"event":"merger","date":"2023-09-03"}"#, "not_applicable", "status=reissue-required"),
            (r#"{"event":"merger","date":"2023-09-04"}"#, "satisfied", "status=reissue-required"),
        ],
    );
    assert_eq!(
        judge(id, r#"{"event":"merger","date":"2026-03-19"}"#).unwrap().ruling.reading,
        Some("renewal-means-reissue")
    );
}

#[test]
fn a_statement_of_the_centre_is_a_ground() {
    check_cases(
        "art26.p2.s1.own-request",
        &[
            (r#"{"statement_on":"2026-03-19"}"#, "violated", "status=requested statement_on=2026-03-19"),
            (r#"{"statement_on":null}"#, "satisfied", "status=no-statement"),
            ("{}", "undetermined statement_on", ""),
        ],
    );
}

#[test]
fn an_established_violation_of_the_procedure_is_a_ground() {
    check_cases(
        "art26.p2.s2.procedure-violation",
        &[
            (
                r#"{"finding":{"detected_on":"2026-03-19"}}"#,
                "violated",
                "status=violation detected_on=2026-03-19",
            ),
            (r#"{"finding":{}}"#, "violated", "status=violation !detected_on"),
            (r#"{"finding":null}"#, "satisfied", "status=no-violation"),
            ("{}", "undetermined finding", ""),
        ],
    );
}

#[test]
fn either_violation_that_monitoring_finds_suffices() {
    let id = "art26.p2.s3.monitoring-violation";
    check_cases(
        id,
        &[
            (
                r#"{"finding":{"criteria":true,"agreement":true,"detected_on":"2026-03-19"}}"#,
                "violated",
                "status=violation criteria=true agreement=true detected_on=2026-03-19",
            ),
            (
                r#"{"finding":{"criteria":true,"agreement":false}}"#,
                "violated",
                "criteria=true agreement=false",
            ),
            (
                r#"{"finding":{"criteria":false,"agreement":true}}"#,
                "violated",
                "criteria=false agreement=true",
            ),
            (r#"{"finding":{"criteria":true}}"#, "violated", "criteria=true !agreement"),
            (r#"{"finding":{"agreement":true}}"#, "violated", "agreement=true !criteria"),
            (r#"{"finding":{"criteria":false,"agreement":false}}"#, "satisfied", "status=no-violation"),
            (r#"{"finding":{"criteria":false}}"#, "undetermined finding.agreement", "criteria=false"),
            (r#"{"finding":{"agreement":false}}"#, "undetermined finding.criteria", "agreement=false"),
            (r#"{"finding":{}}"#, "undetermined finding.criteria finding.agreement", ""),
            (r#"{"finding":null}"#, "satisfied", "status=no-violation"),
            ("{}", "undetermined finding", ""),
        ],
    );
    let both = r#"{"finding":{"criteria":true,"agreement":true}}"#;
    let one = r#"{"finding":{"criteria":false,"agreement":true}}"#;
    assert_eq!((trace(id, both), trace(id, one)), (vec![], vec!["both-together-not-needed"]));
    assert_eq!(judge(id, one).unwrap().ruling.reading, Some("either-suffices"));
}

#[test]
fn a_complaint_counts_once_it_is_confirmed() {
    check_cases(
        "art26.p2.s4.confirmed-complaint",
        &[
            (
                r#"{"complaint":{"document":"D-1","confirmed_on":"2026-03-19"}}"#,
                "violated",
                "status=confirmed document=D-1 confirmed_on=2026-03-19",
            ),
            (r#"{"complaint":{"document":"D-1","confirmed_on":null}}"#, "satisfied", "status=not-confirmed"),
            (r#"{"complaint":{"confirmed_on":null}}"#, "satisfied", "status=not-confirmed"),
            (r#"{"complaint":{"document":"D-1"}}"#, "undetermined complaint.confirmed_on", "document=D-1"),
            (
                r#"{"complaint":{"confirmed_on":"2026-03-19"}}"#,
                "undetermined complaint.document",
                "confirmed_on=2026-03-19",
            ),
            (r#"{"complaint":{}}"#, "undetermined complaint.document complaint.confirmed_on", ""),
            (r#"{"complaint":null}"#, "satisfied", "status=no-complaint"),
            ("{}", "undetermined complaint", ""),
            (r#"{"complaint":{"document":" "}}"#, "error complaint.document: is blank", ""),
        ],
    );
}

#[test]
fn every_ground_is_named() {
    let id = "art26.p2.revocation-grounds";
    let [s1, s2, s3, s4] = [
        "art26.p2.s1.own-request",
        "art26.p2.s2.procedure-violation",
        "art26.p2.s3.monitoring-violation",
        "art26.p2.s4.confirmed-complaint",
    ];
    let none = r#"{"own_request":{"statement_on":null},"procedure_violation":{"finding":null},
        "monitoring_violation":{"finding":null},"confirmed_complaint":{"complaint":null}}"#;
    let all = r#"{"own_request":{"statement_on":"2026-03-19"},"procedure_violation":{"finding":{}},
        "monitoring_violation":{"finding":{"criteria":true}},
        "confirmed_complaint":{"complaint":{"document":"D-1","confirmed_on":"2026-03-19"}}}"#;
    check_cases(
        id,
        &[
            (none, "satisfied", "status=satisfied !failed !unknown"),
            (all, "violated", &format!("status=violated failed={s1},{s2},{s3},{s4} !unknown")),
            (
                r#"{"procedure_violation":{"finding":{}},"confirmed_complaint":{"complaint":null}}"#,
                "violated",
                &format!("failed={s2} unknown={s1},{s3}"),
            ),
            (
                r#"{"monitoring_violation":{"finding":{"criteria":false}},"confirmed_complaint":{"complaint":{}}}"#,
                "undetermined own_request.statement_on procedure_violation.finding \
                 monitoring_violation.finding.agreement confirmed_complaint.complaint.document \
                 confirmed_complaint.complaint.confirmed_on",
                &format!("unknown={s1},{s2},{s3},{s4}"),
            ),
            (
                "{}",
                "undetermined own_request.statement_on procedure_violation.finding \
                 monitoring_violation.finding confirmed_complaint.complaint",
                "",
            ),
            (
                r#"{"monitoring_violation":{"finding":{"agreement":false}},"own_request":{"statement_on":null},
                    "procedure_violation":{"finding":null},"confirmed_complaint":{"complaint":null}}"#,
                "undetermined monitoring_violation.finding.criteria",
                &format!("unknown={s3}"),
            ),
            (
                r#"{"own_request":{"on":null}}"#,
                "error own_request.on: unknown field; expected `statement_on`",
                "",
            ),
        ],
    );
    assert_eq!(judge(id, none).unwrap().ruling.parts.len(), 4);
    assert_eq!((trace(id, none), trace(id, all)), (vec![], vec!["ground-is-not-yet-revocation"]));
}

fn any_finding() -> impl Strategy<Value = serde_json::Value> {
    (any::<Option<bool>>(), any::<Option<bool>>()).prop_map(|(criteria, agreement)| {
        let mut finding = json!({});
        for (name, flag) in [("criteria", criteria), ("agreement", agreement)] {
            if let Some(flag) = flag {
                finding[name] = json!(flag);
            }
        }
        finding
    })
}

proptest! {
    #[test]
    fn less_knowledge_is_never_better(finding in any_finding(), requested in any::<bool>()) {
        less_knowledge_never_satisfies("art26.p2.s3.monitoring-violation", &json!({ "finding": finding }), &[]);
        let statement = if requested { json!("2026-03-19") } else { json!(null) };
        less_knowledge_never_satisfies("art26.p2.revocation-grounds", &json!({
            "own_request": { "statement_on": statement }, "procedure_violation": { "finding": null },
            "monitoring_violation": { "finding": finding }, "confirmed_complaint": { "complaint": null },
        }), &[]);
    }
}
