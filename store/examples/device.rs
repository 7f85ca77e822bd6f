//! Keeps a device's directory up to date from a USB stick, and verifies a document with it. `docs/device.md` describes the
//! directory. A web address is a source too: `rastau_store::source::Web`, with the feature `http`.
//!
//! ```sh
//! cargo run -p rastau-store --example device
//! ```

use std::path::Path;

use rastau_core::error::Statement;
use rastau_core::{OpenError, Outcome, Presented, Question, Timestamp, verify};
use rastau_store::{Change, Device, StoreError, Update, source};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let bundles = corpus.join("bundles");
    let directory = tempfile::tempdir()?;
    let device = Device::at(directory.path().join("device"));

    // The first update pins the trust root, which came with the program.
    let trust_root = std::fs::read(bundles.join("base/roots/1.cose"))?;
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").ok_or("not a time")?;
    let update = Update::by_clock(now, Some(&trust_root));
    let first =
        device.update(source::local(&bundles.join("base"))?.as_ref(), &update, &mut |done, total| {
            eprintln!("{done} of {total} bytes");
        })?;
    println!("{:?}, trusting the root {}", first.change, first.root.fingerprint());

    // Open the device for each question: a running program sees updates by another one. `notices` are for the operator.
    let opened = device.open(now)?;
    for notice in &opened.notices {
        eprintln!("{notice}");
    }
    let text = std::fs::read_to_string(corpus.join("cases/ordinary.2026-05-19/input.txt"))?;
    let document = Presented::read(&text)?;
    let verdict = verify(&opened.snapshot, &document, &Question::new(now));
    println!("{:?} by the register as of {}", verdict.outcome(), verdict.as_of.date());
    assert_eq!(verdict.outcome(), Outcome::Valid);

    // The next version cancels this document.
    let now = Timestamp::parse("2026-11-24T10:00:00+05:00").ok_or("not a time")?;
    let update = Update { now, ..update };
    let next = device.update(source::local(&bundles.join("second"))?.as_ref(), &update, &mut |_, _| {})?;
    let verdict = verify(&device.open(now)?.snapshot, &document, &Question::new(now));
    println!("{:?}: {:?} by the register as of {}", next.change, verdict.outcome(), verdict.as_of.date());
    assert_eq!((next.change, verdict.outcome()), (Change::Newer, Outcome::Invalid));

    // An older version is refused, and the newer one stays active.
    let rollback = device.update(source::local(&bundles.join("base"))?.as_ref(), &update, &mut |_, _| {});
    let error = rollback.err().ok_or("a rollback was accepted")?;
    println!("{error}");
    assert!(matches!(error, StoreError::Refused(OpenError::Rollback(Statement::Manifest))));
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
