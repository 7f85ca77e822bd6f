//! A rule's id, a line feed, and facts of that rule from an untrusted source.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::calendar::WorkingDays;
use rastau_core::law::rule;
use rastau_messages::{Lang, explain_rule};

static DAYS: LazyLock<WorkingDays> = LazyLock::new(WorkingDays::built_in);

fuzz_target!(|bytes: &[u8]| {
    let Some((id, facts)) = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once('\n')) else {
        return;
    };
    let Some(rule) = rule(id) else { return };
    let Ok(result) = rule.judge(facts, &DAYS) else { return };
    assert!(serde_json::from_str::<serde_json::Value>(&result.to_json()).is_ok(), "the answer is not JSON");
    for lang in Lang::ALL {
        assert!(!explain_rule(&result, lang).text.is_empty(), "the answer has no text");
    }
});
