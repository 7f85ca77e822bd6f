//! Verifies a document against a published bundle, and remembers what was accepted. For a program that is started once
//! for each document; a program that runs for months keeps a device (example `device`).
//!
//! ```sh
//! cargo run -p rastau-store --example bundle
//! ```

use std::error::Error;
use std::io::ErrorKind;
use std::path::Path;

use rastau_core::{OpenOptions, Outcome, Presented, Question, Timestamp, TrustedState, Verdict, verify};
use rastau_store::Bundle;

/// Verifies `text` against the bundle at `path`: a published directory or a `.rastau` file. The file `remembered` keeps the
/// trusted state, so that an older bundle is refused the next time.
fn answer(
    text: &str,
    path: &Path,
    trust_root: &[u8],
    remembered: &Path,
    now: Timestamp,
) -> Result<Verdict, Box<dyn Error>> {
    let accepted = match std::fs::read(remembered) {
        Ok(bytes) => Some(TrustedState::read(&bytes)?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    // Segments are read page by page when they are needed.
    let bundle = Bundle::open(path)?;
    let options = OpenOptions::pinned(trust_root, now).trusted_state(accepted.as_ref());
    let snapshot = bundle.into_snapshot(&options)?;
    for damage in snapshot.pages().damage(snapshot.segments()) {
        eprintln!("{damage}");
    }
    std::fs::write(remembered, snapshot.trusted_state().write())?;
    Ok(verify(&snapshot, &Presented::read(text)?, &Question::new(now)))
}

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let directory = tempfile::tempdir()?;
    let remembered = directory.path().join("trusted-state");
    // The trust root came with the program. Never take it from the bundle that it verifies.
    let trust_root = std::fs::read(corpus.join("bundles/base/roots/1.cose"))?;
    let text = std::fs::read_to_string(corpus.join("cases/valid/input.txt"))?;

    let ask = |bundle: &str, now: &str| {
        let now = Timestamp::parse(now).ok_or("not a time")?;
        answer(&text, &corpus.join("bundles").join(bundle), &trust_root, &remembered, now)
    };
    for (bundle, now) in
        [("base.rastau", "2026-11-23T10:00:00+05:00"), ("second", "2026-11-24T10:00:00+05:00")]
    {
        let verdict = ask(bundle, now)?;
        println!("{bundle}: {:?} on {}", verdict.outcome(), verdict.evaluated_on);
        assert_eq!(verdict.outcome(), Outcome::Valid);
    }
    let older =
        ask("base.rastau", "2026-11-24T10:00:00+05:00").err().ok_or("an older bundle was accepted")?;
    println!("base.rastau: {older}");
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
