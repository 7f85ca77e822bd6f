//! Art. 2, 9, 10, 19, 20: both sides of every boundary.

use super::asked::{refused, table};

#[test]
fn whom_the_law_leaves_out() {
    table(
        "art2.p3.scope",
        &[
            (
                r#"{"status_categories":[],"as_of":"2026-03-19"}"#,
                "satisfied",
                &[("value.status", "in-scope")],
            ),
            (
                r#"{"status_categories":["judge","military","judge"],"as_of":"2026-03-19"}"#,
                "violated",
                &[
                    ("value.subparagraphs", r#"["1","3"]"#),
                    ("value.failed", r#"["art2.p3.s1.civil-servant","art2.p3.s3.judge"]"#),
                    ("parts.0.value.categories", r#"["military"]"#),
                ],
            ),
            (r#"{"as_of":"2026-03-19"}"#, "undetermined", &[("missing.0", "status_categories")]),
            (r#"{"status_categories":[]}"#, "undetermined", &[("missing.0", "as_of")]),
            (
                r#"{"status_categories":[],"as_of":"2023-09-03"}"#,
                "not_applicable",
                &[("trace.0.why", "law-not-in-force")],
            ),
        ],
    );
    for (id, ours) in [
        (
            "art2.p3.s1.civil-servant",
            &["civil-servant", "law-enforcement-service", "special-state-body", "military"][..],
        ),
        ("art2.p3.s2.national-bank-regulator", &["national-bank", "financial-market-regulator"]),
        ("art2.p3.s3.judge", &["judge"]),
        ("art2.p3.s4.deputy", &["national-deputy", "maslikhat-deputy"]),
    ] {
        for category in super::super::scope::StatusCategory::NAMES {
            let facts = alloc::format!(r#"{{"status_categories":["{category}"],"as_of":"2026-03-19"}}"#);
            let outcome = if ours.contains(category) { "violated" } else { "satisfied" };
            table(id, &[(&facts, outcome, &[])]);
        }
    }
    table(
        "art2.p3.s4.deputy",
        &[
            (
                r#"{"status_categories":["national-deputy"],"as_of":"2026-06-30"}"#,
                "violated",
                &[("reading", "null")],
            ),
            (
                r#"{"status_categories":["national-deputy"],"as_of":"2026-07-01"}"#,
                "violated",
                &[("reading", "kurultai-deputies-are-deputies")],
            ),
        ],
    );
    assert!(
        refused("art2.p3.s3.judge", r#"{"status_categories":["juge"]}"#)
            .to_string()
            .starts_with("status_categories[0]: unknown variant `juge`")
    );
    table(
        "art2.p4.foreigner-right",
        &[
            (r#"{"citizenship":"citizen"}"#, "satisfied", &[("value.status", "entitled")]),
            (
                r#"{"citizenship":"stateless"}"#,
                "satisfied",
                &[("value.status", "entitled-subject-to-other-law"), ("trace.0.why", "treaties-go-first")],
            ),
            (r#"{"citizenship":"foreigner"}"#, "satisfied", &[]),
            ("{}", "undetermined", &[("missing.0", "citizenship")]),
        ],
    );
}

#[test]
fn what_is_due_every_year() {
    for (id, name) in [
        ("art9.s1.annual-register-recommendations", "submissions"),
        ("art9.s2.annual-standards-recommendations", "submissions"),
        ("art9.s3.annual-need", "formed_on"),
    ] {
        let facts =
            |done: &str, rest: &str| alloc::format!(r#"{{"sector":"energy","{name}":[{done}],{rest}}}"#);
        for (done, rest, outcome, status) in [
            (r#""2025-12-31","2026-01-01""#, r#""year":2026,"as_of":"2026-06-01""#, "satisfied", "met"),
            (r#""2026-12-31""#, r#""year":2026,"as_of":"2026-12-31""#, "satisfied", "met"),
            (r#""2025-12-31","2027-01-01""#, r#""year":2026,"as_of":"2026-12-31""#, "satisfied", "open"),
            (r#""2025-12-31","2027-01-01""#, r#""year":2026,"as_of":"2027-01-01""#, "violated", "missed"),
            // Dated after the day asked about: not done yet.
            (r#""2026-12-31""#, r#""year":2026,"as_of":"2026-12-30""#, "satisfied", "open"),
            ("", r#""year":2023,"as_of":"2026-12-30""#, "not_applicable", "before-the-first-whole-year"),
            ("", r#""year":2024,"as_of":"2025-01-01""#, "violated", "missed"),
            ("", r#""year":2024"#, "undetermined", "null"),
        ] {
            table(id, &[(&facts(done, rest), outcome, &[("value.status", status)])]);
        }
        assert!(refused(id, &facts("", r#""year":12026"#)).to_string().starts_with("year: "));
        table(id, &[(r#"{"year":2025,"as_of":"2026-01-01"}"#, "undetermined", &[("missing.0", name)])]);
    }
    table(
        "art10.p3.council-info-freshness",
        &[
            (
                r#"{"last_updated":"2025-08-31","as_of":"2026-02-28"}"#,
                "satisfied",
                &[("value.last_day", "2026-02-28"), ("trace.0.why", "month-end-clamped")],
            ),
            (
                r#"{"last_updated":"2025-08-31","as_of":"2026-03-01"}"#,
                "violated",
                &[("value.status", "stale"), ("value.days_late", "1")],
            ),
            (r#"{"last_updated":"2023-08-31","as_of":"2024-02-29"}"#, "satisfied", &[]),
            (r#"{"last_updated":"2026-01-15","as_of":"2026-07-15"}"#, "satisfied", &[("trace.0", "null")]),
            (r#"{"last_updated":"2026-01-15"}"#, "undetermined", &[("value.last_day", "2026-07-15")]),
            (r#"{"as_of":"2026-07-15"}"#, "undetermined", &[("missing.0", "last_updated")]),
        ],
    );
}

#[test]
fn what_was_learnt_outside_school() {
    let facts =
        |requested: &str, basis: &str| alloc::format!(r#"{{"requested":[{requested}],"basis":{{{basis}}}}}"#);
    for (requested, basis, outcome, path, text) in [
        (
            r#""informal","non-formal""#,
            r#""standards":[{"non_formal":true,"informal":false}]"#,
            "violated",
            "value.not_recognisable",
            r#"["informal"]"#,
        ),
        (
            r#""non-formal""#,
            r#""standards":[{"non_formal":false},{"non_formal":true}]"#,
            "satisfied",
            "value.basis",
            "standards",
        ),
        (
            r#""non-formal""#,
            r#""standards":[{"non_formal":false},{}]"#,
            "undetermined",
            "value.not_known",
            r#"["non-formal"]"#,
        ),
        (
            r#""non-formal""#,
            r#""standards":[{"non_formal":false}],"qualification_requirements":[{"non_formal":true}]"#,
            "violated",
            "value.basis",
            "standards",
        ),
        (
            r#""non-formal""#,
            r#""standards":[],"qualification_requirements":[{"non_formal":true}]"#,
            "satisfied",
            "value.basis",
            "qualification-requirements",
        ),
        (
            r#""non-formal""#,
            r#""standards":[],"qualification_requirements":[]"#,
            "violated",
            "value.status",
            "not-recognisable",
        ),
        (
            r#""non-formal""#,
            r#""standards":[]"#,
            "undetermined",
            "missing.0",
            "basis.qualification_requirements",
        ),
        (
            r#""non-formal""#,
            r#""qualification_requirements":[]"#,
            "undetermined",
            "missing.0",
            "basis.standards",
        ),
    ] {
        table(
            "art19.p1.nonformal-informal-recognisable",
            &[(&facts(requested, basis), outcome, &[(path, text)])],
        );
    }
    assert!(
        refused("art19.p1.nonformal-informal-recognisable", &facts("", ""))
            .to_string()
            .starts_with("requested: is empty")
    );
    table(
        "art19.p2.nonformal-evidence",
        &[
            (
                r#"{"evidence":[{"kind":"description","text":"x"},{"kind":"certificate-of-completion","issuer_is_provider":true}]}"#,
                "satisfied",
                &[],
            ),
            (
                r#"{"evidence":[{"kind":"certificate","issuer_is_provider":false}]}"#,
                "violated",
                &[("value.status", "missing-evidence")],
            ),
            (r#"{"evidence":[{"kind":"certificate"}]}"#, "undetermined", &[]),
            (r#"{"evidence":[{"kind":"description","text":"x"}]}"#, "violated", &[]),
            (r#"{"evidence":[]}"#, "violated", &[]),
            ("{}", "undetermined", &[]),
        ],
    );
    table(
        "art19.p3.informal-evidence",
        &[
            (
                r#"{"evidence":[{"kind":"certificate","issuer_is_provider":true},{"kind":"description","text":"x"}]}"#,
                "satisfied",
                &[],
            ),
            (r#"{"evidence":[{"kind":"certificate","issuer_is_provider":true}]}"#, "violated", &[]),
            (r#"{"evidence":[{"kind":"description"}]}"#, "undetermined", &[]),
            (r#"{"evidence":[{"text":"x"}]}"#, "undetermined", &[]),
        ],
    );
    assert!(
        refused("art19.p3.informal-evidence", r#"{"evidence":[{"kind":"description","text":""}]}"#)
            .to_string()
            .starts_with("evidence[0].text: is blank")
    );
}

#[test]
fn single_skills() {
    table(
        "art20.p1.same-profession",
        &[
            (
                r#"{"skills":[{"skill":"a","profession":"p"},{"skill":"b","profession":"p"}]}"#,
                "satisfied",
                &[("value.professions", r#"["p"]"#)],
            ),
            (
                r#"{"skills":[{"skill":"a","profession":"q"},{"skill":"b","profession":"p"}]}"#,
                "violated",
                &[("value.professions", r#"["p","q"]"#)],
            ),
            (r#"{"skills":[{"skill":"a","profession":"p"},{"skill":"b"}]}"#, "undetermined", &[]),
            (
                r#"{"skills":[{"skill":"a","profession":"p"},{"skill":"b","profession":"q"},{"skill":"c"}]}"#,
                "violated",
                &[],
            ),
            ("{}", "undetermined", &[("missing.0", "skills")]),
        ],
    );
    assert_eq!(
        refused("art20.p1.same-profession", r#"{"skills":[]}"#).to_string(),
        "skills: is empty; name at least one"
    );
    let facts = |skills: &str, basis: &str| alloc::format!(r#"{{"skills":[{skills}],"basis":{{{basis}}}}}"#);
    for (skills, basis, outcome, path, text) in [
        (
            r#""a","b""#,
            r#""standards":[{"skills":["b"]},{"skills":["a"]}]"#,
            "satisfied",
            "value.basis",
            "standards",
        ),
        (r#""b","a""#, r#""standards":[{"skills":["c"]}]"#, "violated", "value.not_allowed", r#"["a","b"]"#),
        (
            r#""a""#,
            r#""standards":[{"skills":[]}],"qualification_requirements":[{"all_skills":true}]"#,
            "violated",
            "value.basis",
            "standards",
        ),
        (
            r#""a""#,
            r#""standards":[],"qualification_requirements":[{"all_skills":true}]"#,
            "satisfied",
            "value.basis",
            "qualification-requirements",
        ),
        (r#""a","z""#, r#""standards":[{"skills":["z"]},{}]"#, "undetermined", "value.not_known", r#"["a"]"#),
        (r#""a""#, r#""standards":[]"#, "undetermined", "missing.0", "basis.qualification_requirements"),
    ] {
        table("art20.p2.skill-recognition-established", &[(&facts(skills, basis), outcome, &[(path, text)])]);
    }
    assert!(
        refused("art20.p2.skill-recognition-established", &facts("", ""))
            .to_string()
            .starts_with("skills: is empty")
    );
}
