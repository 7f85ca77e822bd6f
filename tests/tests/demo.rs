//! Every document of the demo, verified from its text and from its typed form.

use rastau_core::calendar::Timestamp;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::{OpenOptions, Snapshot};
use rastau_core::verdict::{CheckAnswer, Verdict};
use rastau_core::verify::{Policy, Question, verify};
use rastau_registry::demo::{self, DemoOptions};
use rastau_registry::random::Seeded;
use rastau_store::Bundle;

fn ids(verdict: &Verdict, selected: fn(&CheckAnswer) -> bool) -> Vec<&'static str> {
    verdict
        .findings()
        .iter()
        .filter(|finding| selected(&finding.answer))
        .map(|finding| finding.check.id())
        .collect()
}

#[test]
fn every_demo_document_gets_its_expected_answer() {
    let folder = tempfile::tempdir().unwrap();
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    let options = DemoOptions { documents: 2_000, now, certificates: false };
    let (documents, draft) =
        demo::write(folder.path(), &options, &mut Seeded::new("test"), &|_, _| {}).unwrap();
    assert_eq!(draft.documents, 2_000);
    let bundle = Bundle::open(&folder.path().join("bundle")).unwrap();
    let statements = bundle.statements().clone();
    let snapshot =
        Snapshot::open(&OpenOptions::pinned(&statements.roots[0].1, now), &statements, bundle).unwrap();
    let question = Question { on: None, clock: now, policy: Policy::default() };
    for document in documents {
        let verdict = verify(&snapshot, &Presented::read(&document.text).unwrap(), &question);
        let json: serde_json::Value = serde_json::from_str(&verdict.to_json()).unwrap();
        let found = serde_json::json!({
            "outcome": json["outcome"],
            "violated": ids(&verdict, |answer| *answer == CheckAnswer::Violated),
            "undetermined": ids(&verdict, |answer| matches!(answer, CheckAnswer::Undetermined(_))),
        });
        assert_eq!(found, document.expected, "{}: {json:#}", document.name);
        if let Some(form) = document.form {
            let verdict = verify(&snapshot, &Presented::read(&form.to_string()).unwrap(), &question);
            let json: serde_json::Value = serde_json::from_str(&verdict.to_json()).unwrap();
            assert_eq!(json["outcome"], document.expected["outcome"], "{} typed: {json:#}", document.name);
            assert_eq!(
                serde_json::json!(ids(&verdict, |answer| *answer == CheckAnswer::Violated)),
                document.expected["violated"],
                "{} typed",
                document.name
            );
        }
    }
}
