//! `rastau snapshot`: builds, signs and publishes bundles; [`inspect`] looks into them.

use rastau_core::error::Exit;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, read_sign, write_sign};
use rastau_core::crypto::sha256;
use rastau_core::snapshot::root::RoleName;
use rastau_core::snapshot::statements::{CENTRES_CONTEXT, MANIFEST_CONTEXT};
use rastau_core::snapshot::{MAX_STATEMENT, Root, Segment, Snapshot, Statements};
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, Previous, build, previous};
use rastau_registry::keys::SigningKey;
use rastau_registry::publish::{
    CENTRES_DRAFT, MANIFEST_DRAFT, OutputKind, SEGMENTS, Staging, copy_segments, may_replace_file,
    write_single_file, write_statements,
};
use rastau_registry::sign::{co_signature, sign_fresh};
use rastau_store::Bundle;

use crate::args::{SignRole, SnapshotArgs, SnapshotCommand};
use crate::commands::statements::{page_error, payload, read_centres, read_manifest, read_root};
use crate::commands::{inspect, progress_bar, write_file};
use crate::error::CliError;
use crate::out::say;
use crate::verifier::clock;

pub fn run(args: &SnapshotArgs) -> Result<u8, CliError> {
    match &args.command {
        SnapshotCommand::Build { register, out, as_of, not_after, previous } => {
            let register = Register::open(register)?;
            let previous = previous.as_deref().map(what_came_before).transpose()?;
            build_draft(&register, out, &BuildOptions { as_of: *as_of, not_after: *not_after, previous })
        }
        SnapshotCommand::Sign { draft, root, role, key, now, next_hours } => {
            is_draft(draft)?;
            let keys = keys_of(&read_root(root)?, *role, key)?;
            sign(draft, *role, &keys, *now, *next_hours)
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
    if options.as_of >= options.not_after {
        return Err(CliError::new(
            Exit::Usage,
            "--not-after is not after --as-of: nobody could use such a snapshot; give a later one",
        ));
    }
    let staging = Staging::new(out, OutputKind::Draft)?;
    let bar = progress_bar(register.count_documents()?, "documents");
    let draft = build(register, &staging.path().join(SEGMENTS), options, &|count| bar.set_position(count))?;
    write_file(&staging.path().join(MANIFEST_DRAFT), &draft.manifest.write())?;
    write_file(&staging.path().join(CENTRES_DRAFT), &draft.centres.write())?;
    staging.commit()?;
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
    say!("Now have it signed: rastau snapshot sign {} --root … --role chamber --key …", out.display());
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
    let sign = read_sign("statement", &bytes, MAX_STATEMENT)
        .map_err(|error| CliError::new(Exit::Data, error.to_string()))?;
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

/// Refuses a draft in which a signature is still to come.
fn signed_first(draft: &Path, name: &str, role: &str) -> Result<(), CliError> {
    let path = draft.join(name);
    if path.exists() {
        return Ok(());
    }
    is_draft(draft)?;
    let sentence =
        format!("sign it first: rastau snapshot sign {} --root … --role {role} --key …", draft.display());
    Err(CliError::new(Exit::NoInput, sentence))
}

fn is_draft(folder: &Path) -> Result<(), CliError> {
    if folder.join(MANIFEST_DRAFT).exists() && folder.join(CENTRES_DRAFT).exists() {
        return Ok(());
    }
    Err(CliError::new(
        Exit::NoInput,
        format!("{} is no draft; rastau snapshot build makes one", folder.display()),
    ))
}

/// Loads the keys that sign; one that the root does not name for the role would make a bundle that nobody accepts.
fn keys_of(root: &Root, role: SignRole, files: &[PathBuf]) -> Result<Vec<SigningKey>, CliError> {
    let (name, called) = match role {
        SignRole::Chamber => (RoleName::Chamber, "chamber"),
        SignRole::Keeper => (RoleName::Keeper, "keeper"),
        SignRole::Freshness => (RoleName::Freshness, "fresh"),
    };
    let load = |path: &PathBuf| {
        let key = SigningKey::load(path)?;
        if root.key_of(name, key.id()).is_some() {
            return Ok(key);
        }
        let sentence =
            format!("{} is no key of the role {called} in the trust root; give one that is", path.display());
        Err(CliError::new(Exit::Data, sentence))
    };
    files.iter().map(load).collect()
}

fn sign(
    draft: &Path,
    role: SignRole,
    keys: &[SigningKey],
    now: Option<Timestamp>,
    next_hours: u64,
) -> Result<u8, CliError> {
    let centres = draft.join("centres.cose");
    let manifest = draft.join("manifest.cose");
    match role {
        SignRole::Chamber => {
            let count = add_signatures(&centres, &read(&draft.join(CENTRES_DRAFT))?, CENTRES_CONTEXT, keys)?;
            say!("signatures on the centres' statement: {count}");
        }
        SignRole::Keeper => {
            signed_first(draft, "centres.cose", "chamber")?;
            let mut content = read_manifest(&read(&draft.join(MANIFEST_DRAFT))?)?;
            content.centres = sha256(&[&read(&centres)?]);
            let count = add_signatures(&manifest, &content.write(), MANIFEST_CONTEXT, keys)?;
            say!("signatures on the manifest: {count}");
        }
        SignRole::Freshness => {
            signed_first(draft, "manifest.cose", "keeper")?;
            let bytes = read(&manifest)?;
            let register = read_manifest(payload(&bytes)?)?.register;
            let [key] = keys else {
                return Err(CliError::new(
                    Exit::Data,
                    "the freshness note has one signature; give one --key",
                ));
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
    single_file.map(may_replace_file).transpose()?;
    let mut chain = Vec::new();
    for (path, version) in roots.iter().zip(1..) {
        chain.push((version, read(path)?));
    }
    let signed = |name: &str, role: &str| {
        signed_first(draft, name, role)?;
        read(&draft.join(name))
    };
    let statements = Statements {
        roots: chain,
        centres: signed("centres.cose", "chamber")?,
        manifest: signed("manifest.cose", "keeper")?,
        fresh: signed("fresh.cose", "fresh")?,
    };
    let staging = Staging::new(to, OutputKind::Bundle)?;
    write_statements(staging.path(), &statements)?;
    copy_segments(draft, staging.path())?;
    // What is published is first opened as a device would open it.
    let bundle = Bundle::open(staging.path())?;
    let snapshot = Snapshot::open(&statements.roots[0].1, &statements, bundle, clock(), None)?;
    let segments = snapshot.manifest().segments.iter().chain(&snapshot.centres().segments);
    if let Some(damage) = snapshot.pages().damage(segments).first() {
        return Err(CliError::new(Exit::Data, format!("the draft is not complete: {damage}")));
    }
    // A verifier has no second calendar to fall back on, so one that it cannot read is not put in place.
    if let Err(error) = snapshot.working_days() {
        let why = page_error(error);
        return Err(CliError::new(Exit::Data, format!("the draft's calendar cannot be read: {why}")));
    }
    staging.commit()?;
    say!("published {}", to.display());
    if let Some(path) = single_file {
        write_single_file(to, path)?;
        say!("published {}", path.display());
    }
    Ok(0)
}
