//! Art. 26.5.

use proptest::prelude::*;
use serde_json::json;

use super::cases::{check_cases, less_knowledge_never_satisfies, order_does_not_matter, trace};

#[test]
fn a_resumption_requires_the_violations_to_be_eliminated() {
    let id = "art26.p5.resumption-application";
    let of = |more: &str| format!(r#"{{"revoked_on":"2026-03-19","grounds":["procedure-violation"]{more}}}"#);
    for (facts, answer, pairs) in [
        (of(r#","eliminated":true,"affects":[]"#), "satisfied", "status=may-apply revoked_on=2026-03-19"),
        (of(r#","eliminated":true,"affects":null"#), "satisfied", "status=may-apply"),
        (
            of(r#","eliminated":true,"affects":null,"submitted_on":"2026-03-19""#),
            "satisfied",
            "status=submitted submitted_on=2026-03-19",
        ),
        (
            of(r#","eliminated":true,"affects":null,"submitted_on":"2026-03-18""#),
            "error submitted_on: 2026-03-18 is before revoked_on (2026-03-19)",
            "",
        ),
        (of(r#","eliminated":false,"affects":[]"#), "violated", "status=not-yet reasons=not-eliminated"),
        (of(r#","eliminated":false"#), "violated", "status=not-yet"),
        (
            of(r#","eliminated":true,"affects":["safety","health","safety"]"#),
            "violated",
            "status=barred reasons=barred affects=health,safety",
        ),
        (of(r#","affects":["life-support"]"#), "violated", "status=barred affects=life-support"),
        (
            of(r#","eliminated":false,"affects":["safety"]"#),
            "violated",
            "status=barred reasons=barred,not-eliminated",
        ),
        (of(r#","eliminated":true"#), "undetermined affects", "!status revoked_on=2026-03-19"),
        (of(r#","affects":[]"#), "undetermined eliminated", ""),
        (of(""), "undetermined eliminated affects", ""),
        (
            of(r#","affects":["noise"]"#),
            "error affects[0]: must be `health`, `life-support` or `safety`, not \"noise\"",
            "",
        ),
    ] {
        check_cases(id, &[(&facts, answer, pairs)]);
    }
    check_cases(
        id,
        &[
            (
                r#"{"revoked_on":null,"eliminated":false,"affects":["safety"]}"#,
                "not_applicable",
                "status=not-revoked",
            ),
            (
                r#"{"revoked_on":"2026-03-19","grounds":["own-request"]}"#,
                "not_applicable",
                "status=own-request",
            ),
            (r#"{"grounds":["own-request"]}"#, "not_applicable", "status=own-request"),
            (
                r#"{"revoked_on":"2026-03-19","grounds":["own-request","monitoring-violation"],"eliminated":true,"affects":[]}"#,
                "satisfied",
                "status=may-apply",
            ),
            (r#"{"eliminated":false,"affects":["safety"]}"#, "undetermined revoked_on grounds", ""),
            (r#"{"revoked_on":"2026-03-19","grounds":[]}"#, "error grounds: is empty; name at least one", ""),
            ("{}", "undetermined revoked_on grounds eliminated affects", ""),
        ],
    );
    let mixed = r#"{"revoked_on":"2026-03-19","grounds":["own-request","monitoring-violation"]}"#;
    assert_eq!(trace(id, mixed), ["own-request-among-grounds"]);
}

#[test]
fn any_kind_of_danger_bars_a_resumption() {
    check_cases(
        "art26.p5.part2.no-resumption",
        &[
            (r#"{"affects":["health"]}"#, "violated", "status=barred affects=health"),
            (r#"{"affects":["life-support"]}"#, "violated", "affects=life-support"),
            (r#"{"affects":["safety","health","health"]}"#, "violated", "affects=health,safety"),
            (r#"{"affects":[]}"#, "satisfied", "status=not-barred !affects"),
            (r#"{"affects":null}"#, "satisfied", "status=not-barred"),
            ("{}", "undetermined affects", ""),
        ],
    );
}

proptest! {
    #[test]
    fn less_knowledge_is_never_better(eliminated in any::<bool>(), affects in 0usize..8, grounds in 1usize..16) {
        let id = "art26.p5.resumption-application";
        let some = |names: &[&str], bits: usize| -> Vec<String> {
            names.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, name)| name.to_string()).collect()
        };
        let facts = json!({
            "revoked_on": "2026-03-19", "eliminated": eliminated,
            "affects": some(&["health", "life-support", "safety"], affects),
            "grounds": some(&["own-request", "procedure-violation", "monitoring-violation", "confirmed-complaint"], grounds),
        });
        less_knowledge_never_satisfies(id, &facts, &[]);
        for list in ["affects", "grounds"] {
            order_does_not_matter(id, &facts, list);
        }
        let bar = json!({ "affects": facts["affects"] });
        less_knowledge_never_satisfies("art26.p5.part2.no-resumption", &bar, &[]);
        order_does_not_matter("art26.p5.part2.no-resumption", &bar, "affects");
    }
}
