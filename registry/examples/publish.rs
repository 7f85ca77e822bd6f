//! Publishes two versions of a register: builds, signs and writes each, and opens the result as a verifier would.
//!
//! The register and its keys are invented. In real use the keys of each role are on different machines, and a draft is
//! copied to each of them (`docs/operator.md`).
//!
//! ```sh
//! cargo run -p rastau-registry --example publish
//! ```

use std::path::Path;

use rastau_core::snapshot::name::SEGMENTS;
use rastau_core::{BundleFile, OpenOptions, Timestamp, TrustedState};
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, Draft, Follows, build};
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
use rastau_registry::publish::{
    PublishOptions, PublishedStatements, SegmentFolder, publish, write_single_file,
};
use rastau_registry::random::System;
use rastau_registry::sign::sign_draft;

const DAY: u64 = 86_400;

/// Builds what changed in the register, has it signed, and adds it to the published directory.
fn release(
    register: &Register,
    keys: &Keys,
    trust_root: &[u8],
    options: &BuildOptions<'_>,
    bundle: &Path,
) -> Result<Draft, Box<dyn std::error::Error>> {
    let directory = tempfile::tempdir()?;
    let draft = build(register, directory.path(), options, &|_| {})?;
    let next_update = options.as_of.plus_seconds(DAY);
    let roots = vec![(1, trust_root.to_vec())];
    let statements = sign_draft(&draft, roots, &keys.signers(), options.as_of, next_update);
    let options = PublishOptions { now: options.as_of, keep: 7 * DAY, waived: &[] };
    publish(directory.path(), &statements, bundle, &options)?;
    write_single_file(bundle, &bundle.with_extension("rastau"))?;
    Ok(draft)
}

/// Opens the published file, refusing what is older than `before`. Returns the new trusted state.
fn accept(
    bundle: &Path,
    trust_root: &[u8],
    now: Timestamp,
    before: Option<&TrustedState>,
) -> Result<TrustedState, Box<dyn std::error::Error>> {
    let file = BundleFile::open(std::fs::read(bundle.with_extension("rastau"))?)?;
    let snapshot = file.into_snapshot(&OpenOptions::pinned(trust_root, now).trusted_state(before))?;
    println!("accepted version {} as of {}", snapshot.manifest().version, snapshot.manifest().as_of.date());
    Ok(snapshot.trusted_state())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = tempfile::tempdir()?;
    let bundle = directory.path().join("bundle");
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").ok_or("not a time")?;

    let keys = Keys::generate(&mut System)?;
    let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
    let demo = DemoOptions { documents: 100, now, certificates: false };
    fill(&mut register, &keys, &demo, &mut System, &|_| {})?;
    let trust_root = keys.trust_root(now.plus_seconds(4 * 365 * DAY))?;

    let options = BuildOptions::new(now, now.plus_seconds(365 * DAY));
    let first = release(&register, &keys, &trust_root, &options, &bundle)?;
    println!("{} documents, {} cancelled", first.documents, first.cancelled);
    let accepted = accept(&bundle, &trust_root, now, None)?;

    // A day later. The next version follows the published one: only the cancellation is written.
    let now = now.plus_seconds(DAY);
    let sql = "INSERT INTO cancellations (number, cancelled_on, ground) \
               SELECT number, '2026-11-23', 'issued-in-error' FROM documents WHERE number NOT IN (SELECT number FROM cancellations) LIMIT 1";
    register.connection().execute(sql, ())?;
    let published = PublishedStatements::read(&bundle)?;
    let pages = SegmentFolder::new(&[&bundle.join(SEGMENTS)]);
    let options = BuildOptions {
        follows: Follows::Bundle(published.with_pages(&pages)),
        ..BuildOptions::new(now, now.plus_seconds(365 * DAY))
    };
    let second = release(&register, &keys, &trust_root, &options, &bundle)?;
    accept(&bundle, &trust_root, now, Some(&accepted))?;
    assert_eq!(
        (second.manifest.version, second.cancelled),
        (first.manifest.version + 1, first.cancelled + 1)
    );
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
