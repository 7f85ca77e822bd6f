//! Prints a verdict for people, in three languages: the answer, the document, and the checks that are not
//! satisfied.
//!
//! ```sh
//! cargo run -p rastau-messages --example explain_verdict
//! ```

use rastau_core::{BundleFile, CheckAnswer, OpenOptions, Presented, Question, Timestamp, verify};
use rastau_messages::{Lang, explain, headline, read_error, summary, waits};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus");
    let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
    let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").ok_or("not a time")?;
    let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;

    // The register lists another level than this document states.
    let text = std::fs::read_to_string(format!("{corpus}/cases/altered-level/input.txt"))?;
    let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
    for lang in Lang::ALL {
        println!("\n{}", headline(&verdict, lang));
        for (label, value) in summary(&verdict, lang) {
            println!("  {label:<28} {value}");
        }
        // A check that only waits for another one would repeat it.
        let open = verdict.findings().iter().filter(|finding| {
            !matches!(finding.answer, CheckAnswer::Satisfied | CheckAnswer::NotApplicable(_))
                && !waits(finding)
        });
        for finding in open {
            let explained = explain(finding, lang);
            println!("  {}: {} ({})", explained.title, explained.text, explained.source);
            if let Some(advice) = explained.advice {
                println!("    {advice}");
            }
        }
    }

    // Input that cannot be read is an error, not a verdict.
    let error = Presented::read("RST1:CUT").err().ok_or("a cut document was read")?;
    println!("\n{}", read_error(&error, Lang::En));
    assert!(headline(&verdict, Lang::En).contains("5 on paper, 3 in the register."));
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
