//! Art. 26.2, part two.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::cases::{check_cases, less_knowledge_never_satisfies, order_does_not_matter, trace};
use crate::fixture::day;

const FUTURE: &str = "undetermined newer-register";

#[test]
fn a_document_is_cancelled_by_the_register_alone() {
    let id = "art26.p2.part2.document-cancellation";
    let register = r#"[{"document":"D-2","cancelled_on":"2026-01-05","ground":"other-law"},
        {"document":"D-1","cancelled_on":"2026-03-10","ground":"court-decision"},
        {"document":"D-1","cancelled_on":"2026-02-02","reinstated_on":"2026-02-20","ground":"confirmed-complaint"}]"#;
    let of = |document: &str, complaint: &str, as_of: &str| {
        format!(
            r#"{{"document":"{document}","cancelled_register":{register},{complaint}"as_of":"{as_of}","register_as_of":"2026-03-19"}}"#
        )
    };
    let against =
        |document: &str, on: &str| format!(r#""complaint":{{"document":"{document}","confirmed_on":{on}}},"#);
    let null = r#""complaint":null,"#;
    let confirmed = &against("D-1", r#""2026-02-01""#);
    for (facts, answer, pairs) in [
        (of("D-1", null, "2026-02-01"), "satisfied", "status=not-affected cancelled_later=2026-02-02"),
        (of("D-1", null, "2026-02-02"), "violated", "status=cancelled cancelled_on=2026-02-02 !ground"),
        (of("D-1", null, "2026-02-19"), "violated", "status=cancelled reinstated_on=2026-02-20"),
        (
            of("D-1", null, "2026-02-20"),
            "satisfied",
            "status=reinstated cancelled_on=2026-02-02 reinstated_on=2026-02-20",
        ),
        (of("D-1", null, "2026-03-09"), "satisfied", "status=reinstated cancelled_later=2026-03-10"),
        (of("D-1", null, "2026-03-10"), "violated", "ground=court-decision"),
        (of("D-1", null, "2026-12-31"), "violated", "status=cancelled register_as_of=2026-03-19"),
        (of("D-3", null, "2026-03-19"), "satisfied", "status=not-affected !cancelled_on"),
        (of("D-3", null, "2026-03-20"), FUTURE, "!status register_as_of=2026-03-19"),
        // A complaint alone creates a duty to cancel, and is not a cancellation.
        (of("D-3", "", "2026-03-19"), "satisfied", "status=not-cancelled"),
        (of("D-3", confirmed, "2026-03-19"), "satisfied", "status=not-affected"),
        (of("D-3", &against("D-3", "null"), "2026-03-19"), "satisfied", "status=not-affected"),
        (of("D-3", r#""complaint":{"document":"D-3"},"#, "2026-03-19"), "satisfied", "status=not-cancelled"),
        (
            of("D-3", r#""complaint":{"confirmed_on":"2026-03-01"},"#, "2026-03-19"),
            "satisfied",
            "status=not-cancelled",
        ),
        (
            of("D-3", &against("D-3", r#""2026-03-19""#), "2026-03-19"),
            "satisfied",
            "status=subject-to-cancellation confirmed_on=2026-03-19",
        ),
        (of("D-3", &against("D-3", r#""2026-03-20""#), "2026-03-19"), "satisfied", "status=not-cancelled"),
        (of("D-3", &against("D-3", r#""2026-03-01""#), "2026-03-20"), FUTURE, "!status"),
        (of("D-1", confirmed, "2026-02-01"), "satisfied", "status=subject-to-cancellation"),
        (of("D-1", confirmed, "2026-02-10"), "violated", "status=cancelled"),
        (of("D-1", confirmed, "2026-02-25"), "satisfied", "status=reinstated"),
        (of("D-1", &against("D-1", r#""2026-02-02""#), "2026-02-25"), "satisfied", "status=reinstated"),
        (
            of("D-1", &against("D-1", r#""2026-02-03""#), "2026-02-25"),
            "satisfied",
            "status=subject-to-cancellation",
        ),
        (of("D-1", null, "2023-09-03"), "not_applicable", "status=not-affected"),
    ] {
        check_cases(id, &[(&facts, answer, pairs)]);
    }
    assert_eq!(
        trace(id, &of("D-3", &against("D-3", r#""2026-03-01""#), "2026-03-19")),
        ["cancelled-only-by-entry"]
    );
}

#[test]
fn an_incomplete_register_of_cancelled_documents_is_undetermined() {
    let id = "art26.p2.part2.document-cancellation";
    let with = |entries: &str| {
        format!(
            r#"{{"document":"D-1","cancelled_register":[{entries}],"complaint":null,"as_of":"2026-03-19","register_as_of":"2026-03-19"}}"#
        )
    };
    let cancelled = r#"{"document":"D-1","cancelled_on":"2026-03-10","ground":"other-law"}"#;
    for (entries, answer) in [
        (String::new(), "satisfied"),
        (cancelled.to_string(), "violated"),
        (r#"{"cancelled_on":"2026-03-10","ground":"other-law"}"#.to_string(), "undetermined cancelled_register.document"),
        (r#"{"document":"D-1","ground":"other-law"}"#.to_string(), "undetermined cancelled_register.cancelled_on"),
        (r#"{"document":"D-1","cancelled_on":"2026-03-10"}"#.to_string(), "undetermined cancelled_register.ground"),
        (
            r#"{"document":"D-1","cancelled_on":"2026-03-10","reinstated_on":"2026-03-12"}"#.to_string(),
            "satisfied",
        ),
        (r#"{"document":"D-2"}"#.to_string(), "satisfied"),
        (format!("{{}},{cancelled}"), "violated"),
        (
            r#"{"document":"D-1"},{},{}"#.to_string(),
            "undetermined cancelled_register.cancelled_on cancelled_register.document",
        ),
        (
            r#"{"document":"D-1","cancelled_on":"2026-03-10","reinstated_on":"2026-03-09","ground":"other-law"}"#
                .to_string(),
            "error cancelled_register.reinstated_on: 2026-03-09 is before cancelled_on (2026-03-10)",
        ),
        (
            r#"{"document":"D-1","cancelled_on":"2026-03-10","reinstated_on":"2026-03-10","ground":"other-law"}"#
                .to_string(),
            "satisfied",
        ),
    ] {
        check_cases(id, &[(&with(&entries), answer, "")]);
    }
    check_cases(id, &[("{}", "undetermined document cancelled_register as_of register_as_of", "")]);
    let stale = with("{}").replace(r#""register_as_of":"2026-03-19""#, r#""register_as_of":"2026-03-18""#);
    check_cases(id, &[(&stale, "undetermined cancelled_register.document newer-register", "")]);
}

proptest! {
    #[test]
    fn less_knowledge_is_never_better(spans in vec((0u32..28, 0u32..28), 0..5), of in 0usize..3) {
        let id = "art26.p2.part2.document-cancellation";
        let entries: Vec<_> = spans.iter().enumerate().map(|(at, (from, length))| {
            let on = day("2026-01-01").plus_days(*from);
            json!({ "document": format!("D-{}", at % 2), "cancelled_on": on, "ground": "other-law",
                    "reinstated_on": if length % 3 == 0 { None } else { Some(on.plus_days(*length)) } })
        }).collect();
        let facts = json!({ "document": format!("D-{of}"), "cancelled_register": entries, "complaint": null,
                            "as_of": "2026-01-15", "register_as_of": "2026-01-20" });
        less_knowledge_never_satisfies(id, &facts, &[]);
        order_does_not_matter(id, &facts, "cancelled_register");
    }
}
