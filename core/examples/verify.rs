//! Verifies one document against a bundle file, with a pinned trust root.
//!
//! ```sh
//! cargo run -p rastau-core --example verify
//! ```

use rastau_core::{BundleFile, CheckId, OpenOptions, Outcome, Presented, Question, Timestamp, verify};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus");
    // The bundle comes from its publisher; the trust root came with the program. The core reads no clock and no files.
    let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
    let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").ok_or("not a time")?;

    let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;

    // The text of a QR code, or a typed form as JSON.
    let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
    let document = Presented::read(&text)?;

    let verdict = verify(&snapshot, &document, &Question::new(now));
    println!("{:?} on {}", verdict.outcome(), verdict.evaluated_on);
    for finding in verdict.findings() {
        println!("  {:<40} {}", finding.check.id(), finding.answer.name());
    }

    // Store this and pass it to the next `open`: an older bundle is then refused.
    let trusted_state = snapshot.trusted_state().write();
    println!("trusted state: {} bytes", trusted_state.len());

    assert_eq!((verdict.outcome(), verdict.findings().len()), (Outcome::Valid, CheckId::ALL.len()));
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
