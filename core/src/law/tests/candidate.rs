//! Art. 15, 18, 20.3, 21, 22, 31: both sides of every boundary.

use super::asked::{refused, table};
use crate::error::FactsError;

#[test]
fn an_appeal() {
    table(
        "art22.p1.appeal-window",
        &[
            (
                r#"{"informed_on":"2026-03-19","as_of":"2026-03-19"}"#,
                "satisfied",
                &[
                    ("value.last_day", "2026-03-31"),
                    ("value.advise_by", "2026-03-30"),
                    ("value.days_left", "12"),
                    ("value.status", "open"),
                ],
            ),
            (r#"{"informed_on":"2026-03-19","as_of":"2026-03-30"}"#, "satisfied", &[]),
            (
                r#"{"informed_on":"2026-03-19","as_of":"2026-03-31"}"#,
                "contestable",
                &[
                    ("readings.0.reading", "event-day-excluded"),
                    ("readings.0.satisfied", "true"),
                    ("readings.0.facts.last_day", "2026-03-31"),
                    ("readings.1.satisfied", "false"),
                    ("readings.1.facts.last_day", "2026-03-30"),
                    ("value.last_day", "2026-03-31"),
                ],
            ),
            (
                r#"{"informed_on":"2026-03-19","as_of":"2026-04-01"}"#,
                "violated",
                &[("value.status", "overdue"), ("value.days_late", "1")],
            ),
            (
                r#"{"informed_on":"2026-03-19","filed_on":"2026-03-30"}"#,
                "satisfied",
                &[("value.status", "done-in-time")],
            ),
            (r#"{"informed_on":"2026-03-19","filed_on":"2026-03-31"}"#, "contestable", &[]),
            (
                r#"{"informed_on":"2026-03-19","filed_on":"2026-04-01"}"#,
                "violated",
                &[("value.status", "done-late")],
            ),
            (r#"{"informed_on":"2026-03-19","filed_on":"2026-03-18"}"#, "satisfied", &[]),
            // A Saturday: both readings begin on Monday, so the last day is certain.
            (
                r#"{"informed_on":"2026-02-07","filed_on":"2026-02-13"}"#,
                "satisfied",
                &[("value.advise_by", "null")],
            ),
            (
                r#"{"informed_on":"2026-02-07","filed_on":"2026-02-14"}"#,
                "violated",
                &[("value.last_day", "2026-02-13")],
            ),
            (
                r#"{"informed_on":"2026-03-19"}"#,
                "undetermined",
                &[("missing.0", "as_of"), ("value.last_day", "2026-03-31")],
            ),
            (
                r#"{"as_of":"2026-03-19","filed_on":"2026-03-19"}"#,
                "undetermined",
                &[("missing.0", "informed_on")],
            ),
            (
                r#"{"informed_on":"2027-12-28","as_of":"2027-12-28"}"#,
                "undetermined",
                &[("missing.0", "working-day-calendar"), ("trace.0.until", "2027-12-31")],
            ),
        ],
    );
    table(
        "art22.p1.appeal-window",
        &[(
            r#"{"informed_on":"2026-03-19","as_of":"2026-03-19"}"#,
            "satisfied",
            &[
                ("trace.0.why", "event-day-excluded"),
                ("trace.1.on", "2026-03-21"),
                ("trace.1.why", "holiday"),
                ("trace.1.holiday", "nauryz"),
                ("trace.4.on", "2026-03-24"),
                ("trace.4.why", "day-off"),
                ("trace.4.moved_from", "2026-03-21"),
                ("trace.6.on", "2026-03-28"),
                ("trace.6.why", "weekend"),
            ],
        )],
    );
}

#[test]
fn considering_an_appeal() {
    table(
        "art22.p2.appeal-consideration",
        &[
            (
                r#"{"registered_on":"2026-08-28","considered_on":"2026-09-03"}"#,
                "satisfied",
                &[("value.last_day", "2026-09-04")],
            ),
            (r#"{"registered_on":"2026-08-28","considered_on":"2026-09-04"}"#, "contestable", &[]),
            (r#"{"registered_on":"2026-08-28","considered_on":"2026-09-05"}"#, "violated", &[]),
            (
                r#"{"registered_on":"2026-08-28","as_of":"2026-09-05"}"#,
                "violated",
                &[("value.status", "overdue")],
            ),
            // The day of registration is not known: in time by the earliest last day is in time by any.
            (
                r#"{"filed_on":"2026-08-28","considered_on":"2026-09-03"}"#,
                "satisfied",
                &[("value.last_day", "2026-09-04")],
            ),
            (
                r#"{"filed_on":"2026-08-28","considered_on":"2026-09-04"}"#,
                "undetermined",
                &[("missing.0", "registered_on")],
            ),
            (r#"{"filed_on":"2026-08-28","as_of":"2026-09-30"}"#, "undetermined", &[]),
            (r#"{"as_of":"2026-09-30"}"#, "undetermined", &[("missing.0", "registered_on")]),
        ],
    );
    for facts in [
        r#"{"registered_on":"2026-08-28","considered_on":"2026-08-27"}"#,
        r#"{"filed_on":"2026-08-28","considered_on":"2026-08-27"}"#,
    ] {
        let error = refused("art22.p2.appeal-consideration", facts);
        assert!(matches!(&error, FactsError::Field { name, .. } if name == "considered_on"), "{error}");
    }
    let error =
        refused("art22.p2.appeal-consideration", r#"{"filed_on":"2026-08-28","registered_on":"2026-08-27"}"#);
    assert_eq!(error.to_string(), "registered_on: 2026-08-27 is before filed_on (2026-08-28)");
}

#[test]
fn telling_the_result_of_an_appeal() {
    table(
        "art22.p3.s2.inform-appeal-result",
        &[
            (
                r#"{"registered_on":"2026-08-28","considered_on":"2026-09-01","informed_on":"2026-09-03"}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"registered_on":"2026-08-28","considered_on":"2026-09-01","informed_on":"2026-09-05"}"#,
                "violated",
                &[],
            ),
            (
                r#"{"registered_on":"2026-08-28","considered_on":"2026-09-01","as_of":"2026-09-05"}"#,
                "violated",
                &[("value.status", "overdue")],
            ),
            (
                r#"{"considered_on":"2026-09-01","informed_on":"2026-09-03"}"#,
                "undetermined",
                &[("missing.0", "registered_on")],
            ),
        ],
    );
    let error = refused(
        "art22.p3.s2.inform-appeal-result",
        r#"{"considered_on":"2026-09-02","informed_on":"2026-09-01"}"#,
    );
    assert!(matches!(&error, FactsError::Field { name, .. } if name == "informed_on"), "{error}");
}

#[test]
fn an_age() {
    table(
        "art18.s1.age",
        &[
            (
                r#"{"date_of_birth":"2008-03-20","limits":{"min":18,"max":null},"exam_date":"2026-03-20"}"#,
                "satisfied",
                &[("value.age", "18")],
            ),
            (
                r#"{"date_of_birth":"2008-03-20","limits":{"min":18,"max":null},"exam_date":"2026-03-19"}"#,
                "violated",
                &[
                    ("value.status", "too-young"),
                    ("value.short_by_days", "1"),
                    ("value.reached_on", "2026-03-20"),
                    ("value.age", "17"),
                ],
            ),
            (
                r#"{"date_of_birth":"1966-03-20","limits":{"min":null,"max":60},"exam_date":"2027-03-19"}"#,
                "satisfied",
                &[("value.last_day", "2027-03-19")],
            ),
            (
                r#"{"date_of_birth":"1966-03-20","limits":{"min":null,"max":60},"exam_date":"2027-03-20"}"#,
                "violated",
                &[("value.status", "too-old")],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":18,"max":null},"exam_date":"2026-02-27"}"#,
                "violated",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":18,"max":null},"exam_date":"2026-02-28"}"#,
                "contestable",
                &[
                    ("readings.0.reading", "28-february"),
                    ("readings.0.satisfied", "true"),
                    ("readings.1.satisfied", "false"),
                ],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":18,"max":null},"exam_date":"2026-03-01"}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":null,"max":17},"exam_date":"2026-02-28"}"#,
                "contestable",
                &[("readings.0.satisfied", "false")],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":20,"max":null},"exam_date":"2028-02-28"}"#,
                "violated",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008-02-29","limits":{"min":20,"max":null},"exam_date":"2028-02-29"}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008","limits":{"min":18,"max":null},"exam_date":"2026-12-31"}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008","limits":{"min":18,"max":null},"exam_date":"2026-12-30"}"#,
                "undetermined",
                &[("missing.0", "date_of_birth")],
            ),
            (
                r#"{"date_of_birth":"2008-03","limits":{"min":18,"max":null},"exam_date":"2026-02-28"}"#,
                "violated",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008-03","limits":{"min":18,"max":null},"exam_date":"2026-03-01"}"#,
                "undetermined",
                &[],
            ),
            (
                r#"{"date_of_birth":"2008-03-20","limits":null,"exam_date":"2026-03-20"}"#,
                "satisfied",
                &[("value.status", "no-limit-set")],
            ),
            (
                r#"{"date_of_birth":"2008-03-20","exam_date":"2026-03-20"}"#,
                "undetermined",
                &[("missing.0", "limits")],
            ),
            (
                r#"{"limits":{"min":18,"max":null}}"#,
                "undetermined",
                &[("missing.0", "date_of_birth"), ("missing.1", "exam_date")],
            ),
            (
                r#"{"date_of_birth":"2008-03-20","limits":{"min":18,"max":null},"exam_date":"2026-03-20","application_date":"2026-03-19"}"#,
                "satisfied",
                &[("value.met_on_application_date", "false")],
            ),
        ],
    );
    for (facts, field) in [
        (
            r#"{"date_of_birth":"2008-13","limits":{"min":18,"max":null},"exam_date":"2026-03-20"}"#,
            "date_of_birth",
        ),
        (
            r#"{"date_of_birth":"2026-03-21","limits":{"min":18,"max":null},"exam_date":"2026-03-20"}"#,
            "date_of_birth",
        ),
        (
            r#"{"date_of_birth":"2008-03-20","limits":{"min":60,"max":18},"exam_date":"2026-03-20"}"#,
            "limits.min",
        ),
        (r#"{"date_of_birth":"2008-03-20","limits":{"min":-1},"exam_date":"2026-03-20"}"#, "limits.min"),
    ] {
        let error = refused("art18.s1.age", facts);
        assert!(matches!(&error, FactsError::Field { name, .. } if name == field), "{error}");
    }
}

#[test]
fn documents_and_safety() {
    table(
        "art18.s2.documents-complete",
        &[
            (r#"{"required":["a","b"],"conditional":[],"submitted":["c","b","a","a"]}"#, "satisfied", &[]),
            (
                r#"{"required":["a","b","c"],"submitted":["b"]}"#,
                "violated",
                &[("value.missing_documents", r#"["a","c"]"#)],
            ),
            (r#"{"required":["a"],"conditional":[],"submitted":[]}"#, "violated", &[]),
            (
                r#"{"required":["a"],"submitted":["a"],"conditional":[{"document":"d","required":true}]}"#,
                "violated",
                &[],
            ),
            (
                r#"{"required":["a"],"submitted":["a"],"conditional":[{"document":"d","required":false}]}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"required":["a"],"submitted":["a"],"conditional":[{"document":"d"}]}"#,
                "undetermined",
                &[("value.conditions_not_known", r#"["d"]"#)],
            ),
            (
                r#"{"required":["a"],"submitted":["a"],"conditional":[{"required":false}]}"#,
                "undetermined",
                &[],
            ),
            (
                r#"{"required":["a"],"submitted":["a","d"],"conditional":[{"document":"d"}]}"#,
                "satisfied",
                &[],
            ),
            (r#"{"required":["a"]}"#, "undetermined", &[("missing.0", "submitted")]),
            (r#"{"submitted":["a"]}"#, "undetermined", &[("missing.0", "required")]),
        ],
    );
    let error = refused("art18.s2.documents-complete", r#"{"required":[],"submitted":[]}"#);
    assert_eq!(error.to_string(), "required: is empty; name at least one");
    table(
        "art18.s3.safety-attested",
        &[
            (r#"{"attestation":true}"#, "undetermined", &[("missing.0", "date"), ("missing.1", "exam_date")]),
            (r#"{"attestation":false}"#, "violated", &[]),
            (r#"{}"#, "undetermined", &[]),
            (
                r#"{"attestation":true,"date":"2026-03-18","exam_date":"2026-03-19"}"#,
                "undetermined",
                &[("trace.0.why", "to-be-confirmed-on-the-day")],
            ),
            (r#"{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}"#, "satisfied", &[]),
        ],
    );
}

#[test]
fn admission_names_every_member() {
    table(
        "art18.exam-admission",
        &[
            (
                r#"{"age":{"date_of_birth":"2010","limits":{"min":18,"max":null},"exam_date":"2026-03-20"},"documents_complete":{"required":["a"],"conditional":[],"submitted":[]}}"#,
                "violated",
                &[
                    ("value.failed", r#"["art18.s1.age","art18.s2.documents-complete"]"#),
                    ("value.unknown", r#"["art18.s3.safety-attested"]"#),
                    ("parts.1.value.missing_documents.0", "a"),
                ],
            ),
            (
                r#"{}"#,
                "undetermined",
                &[("value.unknown.2", "art18.s3.safety-attested"), ("missing.0", "limits")],
            ),
            (
                r#"{"age":{"date_of_birth":"2008-02-29","limits":{"min":18,"max":null},"exam_date":"2026-02-28"},"documents_complete":{"required":["a"],"conditional":null,"submitted":["a"]},"safety_attested":{"attestation":true,"date":"2026-02-28","exam_date":"2026-02-28"}}"#,
                "contestable",
                &[("value.contestable.0", "art18.s1.age"), ("readings.0.reading", "28-february")],
            ),
        ],
    );
}

#[test]
fn a_profession_and_its_basis() {
    let entry = |rest: &str| {
        alloc::format!(
            r#"{{"profession":"p","register":[{{"profession":"q","included_on":"2020-01-01","excluded_on":null,"mode":"mandatory"}},{{"profession":"p","included_on":"2024-01-01","excluded_on":"2026-01-01","mode":"voluntary"}}],{rest}}}"#
        )
    };
    for (rest, outcome, status) in [
        (r#""as_of":"2023-12-31","register_as_of":"2026-06-01""#, "violated", "not-yet-in-register"),
        (r#""as_of":"2024-01-01","register_as_of":"2026-06-01""#, "satisfied", "recognisable"),
        (r#""as_of":"2025-12-31""#, "undetermined", "null"),
        (r#""as_of":"2026-01-01","register_as_of":"2026-06-01""#, "violated", "excluded"),
        (r#""as_of":"2025-12-31","register_as_of":"2025-12-31""#, "satisfied", "recognisable"),
        (r#""as_of":"2025-12-31","register_as_of":"2025-12-30""#, "undetermined", "null"),
    ] {
        table("art15.p1.profession-recognisable", &[(&entry(rest), outcome, &[("value.status", status)])]);
    }
    table(
        "art15.p1.profession-recognisable",
        &[
            (
                r#"{"profession":"p","register":[],"register_as_of":"2026-06-01","as_of":"2026-01-01"}"#,
                "violated",
                &[("value.status", "not-in-register")],
            ),
            (r#"{"profession":"p","as_of":"2026-01-01"}"#, "undetermined", &[("missing.0", "register")]),
            (
                r#"{"profession":"p","register":[{"profession":"p","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-06-01","as_of":"2026-01-01"}"#,
                "undetermined",
                &[("missing.0", "register.included_on")],
            ),
            (
                r#"{"profession":"p","register":[{"included_on":"2020-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-06-01","as_of":"2026-01-01"}"#,
                "undetermined",
                &[("missing.0", "register.profession")],
            ),
        ],
    );
    let backwards = r#"{"profession":"p","register":[{"profession":"p","included_on":"2024-01-01","excluded_on":"2024-01-01","mode":"voluntary"}],"register_as_of":"2026-06-01","as_of":"2026-01-01"}"#;
    assert!(
        refused("art15.p1.profession-recognisable", backwards)
            .to_string()
            .starts_with("register.excluded_on: ")
    );
    let bases = |rest: &str| {
        alloc::format!(
            r#"{{"profession":"p","standards":[{{"id":"S2","profession":"p","approved_on":"2025-01-01","in_force_until":"2025-06-30"}},{{"id":"S1","profession":"p","approved_on":"2025-03-01","in_force_until":"2025-06-30"}},{{"id":"X","profession":"q","approved_on":"2020-01-01","in_force_until":null}}],{rest}}}"#
        )
    };
    let requirements = r#""qualification_requirements":[{"id":"R1","profession":"p","approved_on":"2020-01-01","in_force_until":"2025-12-31"}]"#;
    for (rest, outcome, status, ids) in [
        (r#""as_of":"2025-06-30""#.to_string(), "satisfied", "standard", r#"["S1","S2"]"#),
        (r#""as_of":"2025-07-01""#.to_string(), "undetermined", "null", "null"),
        (alloc::format!(r#"{requirements},"as_of":"2025-01-01""#), "satisfied", "standard", r#"["S2"]"#),
        (
            alloc::format!(r#"{requirements},"as_of":"2024-12-31""#),
            "satisfied",
            "qualification-requirements",
            r#"["R1"]"#,
        ),
        (
            alloc::format!(r#"{requirements},"as_of":"2025-07-01""#),
            "satisfied",
            "qualification-requirements",
            r#"["R1"]"#,
        ),
        (alloc::format!(r#"{requirements},"as_of":"2026-01-01""#), "violated", "no-basis", "null"),
    ] {
        table(
            "art15.p4.part2.basis",
            &[(&bases(&rest), outcome, &[("value.status", status), ("value.bases", ids)])],
        );
    }
}

#[test]
fn the_centre_and_who_pays() {
    let centre = |from: &str, date: &str| {
        alloc::format!(
            r#"{{"centre":{{"bin":"000000000000","kind":"legal-entity","route":"this-law","certificate":{{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[{{"on":"2026-05-01","kind":"resumed"}},{{"on":"2026-04-01","kind":"revoked"}}]}},"professions":[{{"profession":"p","from":"{from}","until":null}}]}},"profession":"p","procedure_date":"{date}"}}"#
        )
    };
    for (from, date, outcome, status) in [
        ("2025-01-10", "2025-01-09", "violated", "not-yet"),
        ("2025-01-10", "2025-01-10", "satisfied", "accredited"),
        ("2025-01-11", "2025-01-10", "violated", "profession-not-covered"),
        ("2025-01-10", "2026-04-01", "contestable", "revoked"),
        ("2025-01-10", "2026-04-30", "violated", "revoked"),
        ("2025-01-10", "2026-05-01", "satisfied", "accredited"),
        ("2025-01-10", "2028-01-10", "satisfied", "accredited"),
        ("2025-01-10", "2028-01-11", "violated", "expired"),
    ] {
        table("art15.p3.centre-conducts", &[(&centre(from, date), outcome, &[("value.status", status)])]);
    }
    table(
        "art15.p3.centre-conducts",
        &[
            (
                r#"{"centre":null,"profession":"p","procedure_date":"2025-01-10"}"#,
                "violated",
                &[("value.status", "unknown-centre")],
            ),
            (
                r#"{"profession":"p","procedure_date":"2025-01-10"}"#,
                "undetermined",
                &[("missing.0", "centre")],
            ),
            (
                r#"{"centre":{},"profession":"p","procedure_date":"2025-01-10"}"#,
                "undetermined",
                &[("missing.0", "centre.kind")],
            ),
        ],
    );
    table(
        "art15.p3.part2.funding",
        &[
            (
                r#"{"mode":"voluntary","sent_by_employer":true,"voucher":true}"#,
                "satisfied",
                &[("value.sources", r#"["candidate","other-lawful","employer","voucher"]"#)],
            ),
            (
                r#"{"mode":"voluntary","sent_by_employer":false}"#,
                "satisfied",
                &[
                    ("value.sources", r#"["candidate","other-lawful"]"#),
                    ("value.not_known", r#"["voucher"]"#),
                ],
            ),
            (r#"{"mode":"mandatory"}"#, "not_applicable", &[]),
            (r#"{}"#, "undetermined", &[]),
        ],
    );
    for id in ["art15.p2.voluntary-governed-here", "art15.p5.mandatory-other-law"] {
        table(
            id,
            &[
                (r#"{"mode":"voluntary"}"#, "satisfied", &[]),
                ("{}", "undetermined", &[("missing.0", "mode")]),
            ],
        );
    }
    table("art15.p2.voluntary-governed-here", &[(r#"{"mode":"mandatory"}"#, "not_applicable", &[])]);
    table(
        "art15.p5.mandatory-other-law",
        &[(
            r#"{"mode":"mandatory","other_law":"Law on traffic"}"#,
            "undetermined",
            &[("missing.0", "other-law"), ("value.other_law", "Law on traffic")],
        )],
    );
}

#[test]
fn a_document_on_skills_names_them() {
    table(
        "art20.p3.skill-document-fields",
        &[
            (r#"{"skills":["s"],"qualification_name":"q","profession_name":"p"}"#, "satisfied", &[]),
            (
                r#"{"is_skill_document":true,"skills":[],"profession_name":"p"}"#,
                "violated",
                &[("value.missing_fields", r#"["skills","qualification"]"#)],
            ),
            (
                r#"{"is_skill_document":true,"skills":["s"],"qualification_name":"q"}"#,
                "violated",
                &[("value.missing_fields", r#"["profession"]"#)],
            ),
            (r#"{"is_skill_document":false}"#, "not_applicable", &[]),
            (r#"{"skills":[]}"#, "not_applicable", &[]),
            (r#"{"qualification_name":"q"}"#, "undetermined", &[("missing.0", "is_skill_document")]),
        ],
    );
    assert!(
        refused("art20.p3.skill-document-fields", r#"{"skills":[" "]}"#)
            .to_string()
            .starts_with("skills[0]: is blank")
    );
}

#[test]
fn passing_and_failing() {
    let results = |results: &str| alloc::format!(r#"{{"required_exams":["a","b"],"results":[{results}]}}"#);
    for (list, outcome, path, text) in [
        (
            r#"{"exam":"b","outcome":"passed","date":"2026-03-02"},{"exam":"a","outcome":"passed","date":"2026-03-01"}"#,
            "satisfied",
            "value.from",
            "2026-03-02",
        ),
        (
            r#"{"exam":"a","outcome":"not-passed","date":"2026-02-01"},{"exam":"b","outcome":"passed","date":"2026-03-02"},{"exam":"a","outcome":"passed","date":"2026-03-09"}"#,
            "satisfied",
            "value.from",
            "2026-03-09",
        ),
        (
            r#"{"exam":"a","outcome":"passed"},{"exam":"b","outcome":"passed","date":"2026-03-02"}"#,
            "satisfied",
            "value.from",
            "null",
        ),
        (
            r#"{"exam":"a","outcome":"passed"},{"exam":"b","outcome":"absent"}"#,
            "violated",
            "value.failed_exams",
            r#"["b"]"#,
        ),
        (r#"{"exam":"a","outcome":"not-passed"}"#, "violated", "value.pending_exams", r#"["b"]"#),
        (r#"{"exam":"a","outcome":"passed"}"#, "undetermined", "value.pending_exams", r#"["b"]"#),
    ] {
        table("art21.p1.document-entitlement", &[(&results(list), outcome, &[(path, text)])]);
    }
    assert!(
        refused("art21.p1.document-entitlement", r#"{"required_exams":[],"results":[]}"#)
            .to_string()
            .starts_with("required_exams: ")
    );
    let retake = |date: &str| {
        alloc::format!(
            r#"{{"exam_date":"{date}","outcome":"absent","disability":[{{"from":"2026-04-01","to":"2026-04-02"}},{{"from":"2026-03-10","to":"2026-03-20"}}]}}"#
        )
    };
    for (date, outcome) in [
        ("2026-03-09", "not_applicable"),
        ("2026-03-10", "satisfied"),
        ("2026-03-20", "satisfied"),
        ("2026-03-21", "not_applicable"),
        ("2026-04-02", "satisfied"),
    ] {
        table("art21.p2.retake-after-disability", &[(&retake(date), outcome, &[])]);
    }
    table(
        "art21.p2.retake-after-disability",
        &[
            (r#"{"outcome":"passed"}"#, "not_applicable", &[("value.status", "passed")]),
            (
                r#"{"exam_date":"2026-03-10","outcome":"absent"}"#,
                "undetermined",
                &[("missing.0", "disability")],
            ),
            (
                r#"{"exam_date":"2026-03-10","outcome":"absent","disability":[{"from":"2026-03-01"}]}"#,
                "undetermined",
                &[],
            ),
            (r#"{"exam_date":"2026-03-10","outcome":"absent","disability":[]}"#, "not_applicable", &[]),
        ],
    );
    assert!(refused("art21.p2.retake-after-disability", r#"{"exam_date":"2026-03-10","outcome":"absent","disability":[{"from":"2026-03-02","to":"2026-03-01"}]}"#).to_string().starts_with("disability.to: "));
    table(
        "art21.p3.negative-decision-duties",
        &[
            (
                r#"{"decision":"negative"}"#,
                "satisfied",
                &[("value.status", "due"), ("value.due", r#"["recommendations","retake_on"]"#)],
            ),
            (
                r#"{"decision":"negative","recommendations":true,"retake_on":"2026-04-01"}"#,
                "satisfied",
                &[("value.status", "done")],
            ),
            (r#"{"decision":"positive"}"#, "not_applicable", &[]),
            (
                r#"{"decision":"negative","exam_date":"2026-03-10","disability":[{"from":"2026-03-10","to":"2026-03-10"}]}"#,
                "not_applicable",
                &[("value.status", "retake-after-disability")],
            ),
            (r#"{}"#, "undetermined", &[("missing.0", "decision")]),
        ],
    );
}

#[test]
fn a_validity() {
    let asked = |as_of: &str| {
        alloc::format!(r#"{{"issued_on":"2024-02-29","validity":{{"months":36}},"as_of":"{as_of}"}}"#)
    };
    for (as_of, outcome, status) in [
        ("2024-02-28", "violated", "not-yet-valid"),
        ("2024-02-29", "satisfied", "valid"),
        ("2027-02-27", "satisfied", "valid"),
        ("2027-02-28", "contestable", "contestable"),
        ("2027-03-01", "violated", "expired"),
    ] {
        table(
            "art21.p5.document-validity",
            &[(
                &asked(as_of),
                outcome,
                &[
                    ("value.status", status),
                    ("value.last_day", "2027-02-28"),
                    ("trace.0.why", "month-end-clamped"),
                    ("trace.1.why", "not-moved"),
                    ("trace.1.day_is", "weekend"),
                ],
            )],
        );
    }
    table(
        "art21.p5.document-validity",
        &[
            (
                r#"{"issued_on":"2024-03-01","validity":{"months":36},"valid_to_printed":"2027-03-01","as_of":"2027-03-01"}"#,
                "satisfied",
                &[("value.last_day", "2027-03-01")],
            ),
            (
                r#"{"issued_on":"2024-03-01","validity":{"months":36},"valid_to_printed":"2027-02-28","as_of":"2027-03-01"}"#,
                "violated",
                &[("value.last_day", "2027-02-28"), ("value.computed_last_day", "2027-03-01")],
            ),
            (
                r#"{"issued_on":"2024-03-01","validity":{"months":36},"valid_to_printed":"2028-03-01","as_of":"2026-03-01"}"#,
                "satisfied",
                &[("value.computed_last_day", "2027-03-01")],
            ),
            (
                r#"{"issued_on":"2024-03-01","validity":{"months":36},"valid_to_printed":"2028-03-01","as_of":"2027-06-01"}"#,
                "contestable",
                &[("readings.0.reading", "stated-date")],
            ),
            (
                r#"{"issued_on":"2024-03-01","validity":{"unlimited":true},"as_of":"2099-03-01"}"#,
                "satisfied",
                &[("value.status", "unlimited"), ("value.last_day", "null")],
            ),
            (
                r#"{"issued_on":"2024-03-01","validity":{"months":36}}"#,
                "undetermined",
                &[("missing.0", "as_of"), ("value.last_day", "2027-03-01")],
            ),
            (
                r#"{"issued_on":"2024-03-01","as_of":"2026-03-01"}"#,
                "undetermined",
                &[("missing.0", "validity")],
            ),
            (
                r#"{"validity":{"months":36},"as_of":"2026-03-01"}"#,
                "undetermined",
                &[("missing.0", "issued_on")],
            ),
        ],
    );
    for validity in [
        r#"{"months":0}"#,
        r#"{"months":1201}"#,
        "{}",
        r#"{"months":12,"unlimited":true}"#,
        r#"{"unlimited":false}"#,
    ] {
        let error = refused(
            "art21.p5.document-validity",
            &alloc::format!(r#"{{"issued_on":"2024-03-01","validity":{validity}}}"#),
        );
        assert!(matches!(&error, FactsError::Field { name, .. } if name == "validity"), "{error}");
    }
    assert!(
        refused(
            "art21.p5.document-validity",
            r#"{"issued_on":"2024-03-01","valid_to_printed":"2024-02-29"}"#
        )
        .to_string()
        .starts_with("valid_to_printed: ")
    );
}

#[test]
fn the_law_comes_into_force() {
    table(
        "art31.entry-into-force",
        &[
            (
                r#"{"first_published_on":"2023-07-05","as_of":"2023-09-03"}"#,
                "violated",
                &[("value.in_force_since", "2023-09-04")],
            ),
            (r#"{"first_published_on":"2023-07-05","as_of":"2023-09-04"}"#, "satisfied", &[]),
            (
                r#"{"first_published_on":"2023-07-05"}"#,
                "undetermined",
                &[("value.in_force_since", "2023-09-04"), ("missing.0", "as_of")],
            ),
            (r#"{"as_of":"2023-09-04"}"#, "undetermined", &[("missing.0", "first_published_on")]),
        ],
    );
}
