//! Art. 29.1 and 29.3: the validity of a voucher.

use super::cases::{judge, less_knowledge_never_satisfies, order_does_not_matter, outcome};
use crate::calendar::Date;
use crate::fixture::day;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

const USE: &str = "art29.p1.use-within-validity";

const CANCEL: &str = "art29.p3.cancel-unused";

const EXTENSION: &str = "art29.p3.extension";

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

/// The limit on the work. A case of the corpus would have a thousand lines.
#[test]
fn a_thousand_disabilities_are_the_most() {
    for (count, answer) in
        [(1000, "satisfied"), (1001, "error disability: has 1001 entries; the maximum is 1000")]
    {
        let disability = vec![json!({ "from": "2026-03-10", "to": "2026-03-10" }); count];
        let facts = json!({ "valid_from": "2026-03-02", "valid_to": "2026-04-15", "disability": disability });
        assert_eq!(super::cases::outcome(EXTENSION, &facts.to_string()), answer, "{count}");
    }
}
