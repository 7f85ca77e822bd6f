//! `rastau snapshot`: builds, signs and publishes bundles; [`inspect`] shows their content.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, write_sign};
use rastau_core::crypto::sha256;
use rastau_core::error::Statement;
use rastau_core::snapshot::name::{FRESHNESS, SEGMENTS};
use rastau_core::snapshot::root::RoleName;
use rastau_core::snapshot::statements::{CENTRES_CONTEXT, Centres, MANIFEST_CONTEXT, Manifest};
use rastau_core::snapshot::{OpenOptions, Root, Segment, Statements};
use rastau_core::verify::CLOCK_TOLERANCE;
use rastau_registry::build::{BuildError, BuildOptions, Previous, build, previous};
use rastau_registry::keys::SigningKey;
use rastau_registry::publish::{
    CENTRES_DRAFT, MANIFEST_DRAFT, OutputKind, Staging, copy_segments, may_replace_file, write_single_file,
    write_statements,
};
use rastau_registry::resealed::sealed_again;
use rastau_registry::sign::{co_signature, sign_fresh};
use rastau_registry::succession::problems;
use rastau_registry::{Register, RegistryError};
use rastau_store::Bundle;

use crate::args::{SignRole, SnapshotArgs, SnapshotCommand};
use crate::commands::inspect;
use crate::error::CliError;
use crate::files::{read_file, require_regular, write_file};
use crate::out::{note, print_line};
use crate::progress::progress_bar;
use crate::statements::{envelope, read_centres, read_freshness, read_manifest, read_root};
use crate::verifier::{clock, open_unverified};

pub fn run(args: &SnapshotArgs) -> Result<u8, CliError> {
    match &args.command {
        SnapshotCommand::Build { register, out, as_of, not_after, confirmable_days, previous, insist } => {
            require_regular(register)?;
            let register = Register::open(register)?;
            let previous = previous.as_deref().map(|bundle| read_previous(bundle, &register)).transpose()?;
            let confirmable = confirmable_days.saturating_mul(86_400);
            let options = BuildOptions { as_of: *as_of, not_after: *not_after, confirmable, previous };
            build_draft(&register, out, &options, *insist)
        }
        SnapshotCommand::Sign { draft, root, role, key, now, next_hours, insist } => {
            require_draft(draft)?;
            let keys = load_keys(&read_root(root)?, *role, key)?;
            let times = FreshnessTimes { now: now.unwrap_or_else(clock), next_hours: *next_hours };
            sign(draft, *role, &keys, &times, *insist)
        }
        SnapshotCommand::Inspect { bundle, json } => inspect::run(bundle, *json),
        SnapshotCommand::Publish { draft, root, to, single_file, insist, emergency } => {
            let overrides = Overrides { insist: *insist, emergency: *emergency };
            publish(draft, root, to, single_file.as_deref(), overrides)
        }
    }
}

/// The times of a freshness statement to be signed.
struct FreshnessTimes {
    now: Timestamp,
    /// Hours until the next one is due.
    next_hours: u64,
}

/// What the operator insists on when publishing.
#[derive(Clone, Copy)]
struct Overrides {
    insist: bool,
    emergency: bool,
}

/// Returns an error for a time that is further ahead of the clock than clocks differ. Devices that accept it never accept an
/// earlier one afterwards.
fn not_ahead(what: &'static str, time: Timestamp, insist: bool) -> Result<(), CliError> {
    let clock = clock();
    if insist || time <= clock.plus_seconds(CLOCK_TOLERANCE) {
        return Ok(());
    }
    Err(CliError::AheadOfClock { what, time, clock })
}

/// Reads the numbers that a build of `register` follows. No record that the published bundle has may be sealed again.
fn read_previous(bundle: &Path, register: &Register) -> Result<Previous, CliError> {
    let bundle = open_unverified(bundle)?;
    let statements = bundle.statements();
    let manifest = read_manifest(&statements.manifest)?;
    let centres = read_centres(&statements.centres)?;
    let again = sealed_again(register, &manifest, &bundle)?;
    if let Some(number) = again.first() {
        let (number, count) = (number.clone(), again.len());
        return Err(RegistryError::from(BuildError::SealedAgain { number, count }).into());
    }
    Ok(previous(&manifest, &centres))
}

fn build_draft(
    register: &Register,
    out: &Path,
    options: &BuildOptions,
    insist: bool,
) -> Result<u8, CliError> {
    if options.as_of >= options.not_after {
        return Err(CliError::ValidityOrder);
    }
    not_ahead("--as-of", options.as_of, insist)?;
    let staging = Staging::new(out, OutputKind::Draft)?;
    let bar = progress_bar(register.count_documents()?, "documents");
    let draft = build(register, &staging.path().join(SEGMENTS), options, &|count| bar.set_position(count))?;
    write_file(&staging.path().join(MANIFEST_DRAFT), &draft.manifest.write())?;
    write_file(&staging.path().join(CENTRES_DRAFT), &draft.centres.write())?;
    staging.commit()?;
    bar.finish_and_clear();
    print_line!(
        "version {}.{}: {} documents, {} cancelled",
        draft.manifest.epoch,
        draft.manifest.version,
        draft.documents,
        draft.cancelled
    );
    let bytes: u64 = draft.manifest.segments.iter().chain(&draft.centres.segments).map(Segment::length).sum();
    print_line!("{bytes} bytes of segments in {}", out.display());
    print_line!("Next, sign it: rastau snapshot sign {} --root … --role chamber --key …", out.display());
    Ok(0)
}

/// Returns the existing signatures of a statement; none if there is no file or it has other content.
fn existing_signatures(
    statement: Statement,
    path: &Path,
    payload: &[u8],
) -> Result<Vec<CoSignature>, CliError> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let bytes = read_file(path)?;
    let sign = envelope(statement, &bytes)?;
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

/// Adds signatures to a statement, or replaces those of the same keys. Returns the number of signatures.
fn add_signatures(
    statement: Statement,
    path: &Path,
    payload: &[u8],
    context: &str,
    keys: &[SigningKey],
) -> Result<usize, CliError> {
    let mut signatures = existing_signatures(statement, path, payload)?;
    for key in keys {
        signatures.retain(|one| one.key_id != key.id());
        signatures.push(co_signature(payload, context, key));
    }
    signatures.sort_by_key(|one| one.key_id);
    write_file(path, &write_sign(payload, &signatures))?;
    Ok(signatures.len())
}

/// Returns an error for a draft without the statement that `role` signs.
fn require_signed(draft: &Path, name: &str, role: &'static str) -> Result<(), CliError> {
    if draft.join(name).exists() {
        return Ok(());
    }
    require_draft(draft)?;
    Err(CliError::Unsigned { draft: draft.to_path_buf(), role })
}

fn require_draft(directory: &Path) -> Result<(), CliError> {
    if directory.join(MANIFEST_DRAFT).exists() && directory.join(CENTRES_DRAFT).exists() {
        return Ok(());
    }
    Err(CliError::NotADraft(directory.to_path_buf()))
}

/// Loads the signing keys. Verifiers do not count signatures by keys that the root does not list for the role.
fn load_keys(root: &Root, role: SignRole, files: &[PathBuf]) -> Result<Vec<SigningKey>, CliError> {
    let (name, role) = match role {
        SignRole::Chamber => (RoleName::Chamber, "chamber"),
        SignRole::Keeper => (RoleName::Keeper, "keeper"),
        SignRole::Freshness => (RoleName::Freshness, "fresh"),
    };
    let load = |path: &PathBuf| {
        require_regular(path)?;
        let key = SigningKey::load(path)?;
        if root.key_of(name, key.id()).is_some() {
            return Ok(key);
        }
        Err(CliError::KeyNotInRole { path: path.clone(), role })
    };
    files.iter().map(load).collect()
}

fn sign(
    draft: &Path,
    role: SignRole,
    keys: &[SigningKey],
    times: &FreshnessTimes,
    insist: bool,
) -> Result<u8, CliError> {
    let centres = draft.join("centres.cose");
    let manifest = draft.join("manifest.cose");
    match role {
        SignRole::Chamber => {
            let payload = read_file(&draft.join(CENTRES_DRAFT))?;
            not_ahead("the as_of of the draft", Centres::read(&payload)?.as_of, insist)?;
            let count = add_signatures(Statement::Centres, &centres, &payload, CENTRES_CONTEXT, keys)?;
            print_line!("signatures on the centres' statement: {count}");
        }
        SignRole::Keeper => {
            require_signed(draft, "centres.cose", "chamber")?;
            let mut content = Manifest::read(&read_file(&draft.join(MANIFEST_DRAFT))?)?;
            not_ahead("the as_of of the draft", content.as_of, insist)?;
            content.centres = sha256(&[&read_file(&centres)?]);
            let count =
                add_signatures(Statement::Manifest, &manifest, &content.write(), MANIFEST_CONTEXT, keys)?;
            print_line!("signatures on the manifest: {count}");
        }
        SignRole::Freshness => {
            require_signed(draft, "manifest.cose", "keeper")?;
            let bytes = read_file(&manifest)?;
            let content = read_manifest(&bytes)?;
            let [key] = keys else { return Err(CliError::SeveralFreshnessKeys) };
            let FreshnessTimes { now, next_hours } = *times;
            not_ahead("--now", now, insist)?;
            let (from, until) = (content.as_of, content.confirmable_until());
            if now < from || now > until {
                return Err(CliError::NotConfirmable { from, until, time: now });
            }
            let next_update = now.plus_seconds(next_hours.saturating_mul(3600));
            let fresh = sign_fresh(&content.register, &bytes, key, now, next_update);
            write_file(&draft.join("fresh.cose"), &fresh)?;
            print_line!("confirmed at {now}");
        }
    }
    Ok(0)
}

/// Checks that a bundle may follow the one that is published at `to`, if there is one.
fn check_succession(to: &Path, next: &Statements, overrides: Overrides) -> Result<(), CliError> {
    if !to.join(FRESHNESS).exists() {
        return Ok(());
    }
    let published = open_unverified(to)?;
    for problem in problems(published.statements(), next, clock())? {
        let allowed =
            (overrides.insist && problem.may_insist()) || (overrides.emergency && problem.is_for_emergency());
        if !allowed {
            return Err(RegistryError::from(problem).into());
        }
        note!("warning: {problem}");
    }
    Ok(())
}

fn publish(
    draft: &Path,
    roots: &[PathBuf],
    to: &Path,
    single_file: Option<&Path>,
    overrides: Overrides,
) -> Result<u8, CliError> {
    single_file.map(may_replace_file).transpose()?;
    let mut chain = Vec::new();
    for (path, version) in roots.iter().zip(1..) {
        chain.push((version, read_file(path)?));
    }
    let signed = |name: &str, role: &'static str| {
        require_signed(draft, name, role)?;
        read_file(&draft.join(name))
    };
    let statements = Statements {
        roots: chain,
        centres: signed("centres.cose", "chamber")?,
        manifest: signed("manifest.cose", "keeper")?,
        fresh: signed("fresh.cose", "fresh")?,
    };
    let manifest = read_manifest(&statements.manifest)?;
    not_ahead("the as_of of the draft", manifest.as_of, overrides.insist)?;
    let checked_at = read_freshness(&statements.fresh)?.checked_at;
    not_ahead("the time of the freshness statement", checked_at, overrides.insist)?;
    let staging = Staging::new(to, OutputKind::Bundle)?;
    check_succession(to, &statements, overrides)?;
    write_statements(staging.path(), &statements)?;
    copy_segments(draft, staging.path())?;
    // Opened as a device opens it, before it is published.
    let bundle = Bundle::open(staging.path())?;
    let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&statements.roots[0].1, clock()))?;
    let segments = snapshot.manifest().segments.iter().chain(&snapshot.centres().segments);
    if let Some(damage) = snapshot.pages().damage(segments).first() {
        return Err(CliError::IncompleteDraft(*damage));
    }
    // A verifier does not fall back on its built-in calendar, so an unreadable one is not published.
    snapshot.working_days().map_err(CliError::DraftCalendar)?;
    staging.commit()?;
    print_line!("published {}", to.display());
    if let Some(path) = single_file {
        write_single_file(to, path)?;
        print_line!("published {}", path.display());
    }
    Ok(0)
}
