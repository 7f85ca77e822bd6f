//! `rastau snapshot`: builds, signs and publishes bundles; [`inspect`] looks into them.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, read_sign, write_sign};
use rastau_core::crypto::sha256;
use rastau_core::snapshot::statements::{CENTRES_CONTEXT, MANIFEST_CONTEXT};
use rastau_core::snapshot::{MOST_STATEMENT, Segment, Snapshot, Statements};
use rastau_registry::build::{BuildOptions, Previous, build, previous};
use rastau_registry::keys::SigningKey;
use rastau_registry::publish::{SEGMENTS, Staging, copy_segments, write_single_file, write_statements};
use rastau_registry::sign::{co_signature, sign_fresh};
use rastau_registry::{Register, RegistryError};
use rastau_store::Bundle;

use crate::args::{SignRole, SnapshotArgs, SnapshotCommand};
use crate::commands::statements::{page_error, payload, read_centres, read_manifest};
use crate::commands::{inspect, progress_bar, write_file};
use crate::error::{CliError, DATA, NO_INPUT};
use crate::out::say;
use crate::verifier::clock;

/// The unsigned statements of a draft.
const MANIFEST_DRAFT: &str = "manifest.cbor";
const CENTRES_DRAFT: &str = "centres.cbor";

pub fn run(args: &SnapshotArgs) -> Result<u8, CliError> {
    match &args.command {
        SnapshotCommand::Build { register, out, as_of, not_after, previous } => {
            let register = Register::open(register)?;
            let previous = previous.as_deref().map(what_came_before).transpose()?;
            build_draft(&register, out, &BuildOptions { as_of: *as_of, not_after: *not_after, previous })
        }
        SnapshotCommand::Sign { draft, role, key, now, next_hours } => {
            sign(draft, *role, key, *now, *next_hours)
        }
        SnapshotCommand::Inspect { bundle, json } => inspect::run(bundle, *json),
        SnapshotCommand::Publish { draft, root, to, single_file } => {
            publish(draft, root, to, single_file.as_deref())
        }
    }
}

fn what_came_before(bundle: &Path) -> Result<Previous, CliError> {
    let bundle = Bundle::open(bundle)?;
    let statements = bundle.statements();
    let manifest = read_manifest(payload(&statements.manifest)?)?;
    let centres = read_centres(payload(&statements.centres)?)?;
    Ok(previous(&manifest, &centres))
}

fn build_draft(register: &Register, out: &Path, options: &BuildOptions) -> Result<u8, CliError> {
    let bar = progress_bar(register.count_documents()?, "documents");
    let staging = Staging::new(out)?;
    let draft = build(register, &staging.path().join(SEGMENTS), options, &|count| bar.set_position(count))?;
    write_file(&staging.path().join(MANIFEST_DRAFT), &draft.manifest.write())?;
    write_file(&staging.path().join(CENTRES_DRAFT), &draft.centres.write())?;
    staging.put_in_place()?;
    bar.finish_and_clear();
    say!(
        "version {}.{}: {} documents, {} cancelled",
        draft.manifest.epoch,
        draft.manifest.version,
        draft.documents,
        draft.cancelled
    );
    let bytes: u64 = draft.manifest.segments.iter().chain(&draft.centres.segments).map(Segment::length).sum();
    say!("{bytes} bytes of segments in {}", out.display());
    say!("Now have it signed: rastau snapshot sign {} --role chamber --key …", out.display());
    Ok(0)
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    std::fs::read(path).map_err(|error| CliError::input(path, &error))
}

/// Signatures that stand on a statement already, if it has the same content.
fn standing(path: &Path, payload: &[u8]) -> Result<Vec<CoSignature>, CliError> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let bytes = read(path)?;
    let sign = read_sign("statement", &bytes, MOST_STATEMENT)
        .map_err(|error| CliError::new(DATA, error.to_string()))?;
    if sign.payload != payload {
        return Ok(Vec::new());
    }
    let signatures = sign.signatures.iter();
    Ok(signatures
        .map(|one| CoSignature {
            algorithm: one.algorithm,
            key_id: one.key_id,
            signature: one.signature.to_vec(),
        })
        .collect())
}

fn add_signatures(
    path: &Path,
    payload: &[u8],
    context: &str,
    keys: &[SigningKey],
) -> Result<usize, CliError> {
    let mut signatures = standing(path, payload)?;
    for key in keys {
        signatures.retain(|one| one.key_id != key.id());
        signatures.push(co_signature(payload, context, key));
    }
    signatures.sort_by_key(|one| one.key_id);
    write_file(path, &write_sign(payload, &signatures))?;
    Ok(signatures.len())
}

fn sign(
    draft: &Path,
    role: SignRole,
    keys: &[PathBuf],
    now: Option<Timestamp>,
    next_hours: u64,
) -> Result<u8, CliError> {
    let keys = keys.iter().map(|path| SigningKey::load(path)).collect::<Result<Vec<_>, _>>()?;
    let centres = draft.join("centres.cose");
    let manifest = draft.join("manifest.cose");
    let first = |path: &Path, role: &str| {
        if path.exists() {
            Ok(())
        } else {
            Err(CliError::new(
                NO_INPUT,
                format!("sign with --role {role} first: {} is not there", path.display()),
            ))
        }
    };
    match role {
        SignRole::Chamber => {
            let count = add_signatures(&centres, &read(&draft.join(CENTRES_DRAFT))?, CENTRES_CONTEXT, &keys)?;
            say!("signatures on the centres' statement: {count}");
        }
        SignRole::Keeper => {
            first(&centres, "chamber")?;
            let mut content = read_manifest(&read(&draft.join(MANIFEST_DRAFT))?)?;
            content.centres = sha256(&[&read(&centres)?]);
            let count = add_signatures(&manifest, &content.write(), MANIFEST_CONTEXT, &keys)?;
            say!("signatures on the manifest: {count}");
        }
        SignRole::Fresh => {
            first(&manifest, "keeper")?;
            let bytes = read(&manifest)?;
            let register = read_manifest(payload(&bytes)?)?.register;
            let [key] = keys.as_slice() else {
                return Err(CliError::new(DATA, "the freshness note has one signature; give one --key"));
            };
            let now = now.unwrap_or_else(clock);
            let fresh =
                sign_fresh(&register, &bytes, key, now, now.plus_seconds(next_hours.saturating_mul(3600)));
            write_file(&draft.join("fresh.cose"), &fresh)?;
            say!("confirmed at {now}");
        }
    }
    Ok(0)
}

fn publish(draft: &Path, roots: &[PathBuf], to: &Path, single_file: Option<&Path>) -> Result<u8, CliError> {
    let mut chain = Vec::new();
    for (path, version) in roots.iter().zip(1..) {
        chain.push((version, read(path)?));
    }
    let statements = Statements {
        roots: chain,
        manifest: read(&draft.join("manifest.cose"))?,
        centres: read(&draft.join("centres.cose"))?,
        fresh: read(&draft.join("fresh.cose"))?,
    };
    let staging = Staging::new(to)?;
    write_statements(staging.path(), &statements)?;
    copy_segments(draft, staging.path())?;
    // What is published is first opened as a device would open it.
    let bundle = Bundle::open(staging.path())?;
    let snapshot = Snapshot::open(&statements.roots[0].1, &statements, bundle, clock(), None)?;
    let segments = snapshot.manifest().segments.iter().chain(&snapshot.centres().segments);
    if let Some(damage) = snapshot.pages().damage(segments).first() {
        return Err(RegistryError::said(format!("the draft is not whole: {damage}")).into());
    }
    // A verifier has no second calendar to fall back on, so one that it cannot read is not put in place.
    if let Err(error) = snapshot.working_days() {
        let why = page_error(error);
        return Err(RegistryError::said(format!("the draft's calendar cannot be read: {why}")).into());
    }
    staging.put_in_place()?;
    say!("published {}", to.display());
    if let Some(path) = single_file {
        write_single_file(to, path)?;
        say!("published {}", path.display());
    }
    Ok(0)
}
