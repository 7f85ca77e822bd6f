//! Art. 26.1 and 26.2, part one.

use super::cases::less_knowledge_never_satisfies;
use proptest::prelude::*;
use serde_json::json;

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
