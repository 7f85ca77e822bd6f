//! `rastau snapshot`: builds, signs and publishes bundles; [`inspect`] shows their content.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, write_sign};
use rastau_core::crypto::sha256;
use rastau_core::error::Statement;
use rastau_core::snapshot::name::{FRESHNESS, SEGMENTS};
use rastau_core::snapshot::root::RoleName;
use rastau_core::snapshot::statements::{CENTRES_CONTEXT, Centres, MANIFEST_CONTEXT, Manifest};
use rastau_core::snapshot::{Root, Segment, Statements};
use rastau_core::verify::CLOCK_TOLERANCE;
use rastau_registry::build::segment::file_name;
use rastau_registry::build::{BuildError, BuildOptions, Follows, build};
use rastau_registry::guard::Guard;
use rastau_registry::keys::SigningKey;
use rastau_registry::publish::{
    CENTRES_DRAFT, MANIFEST_DRAFT, OutputKind, PublishOptions, PublishedStatements, SegmentFolder, Staging,
    may_replace_file, publish, write_single_file, write_statements,
};
use rastau_registry::sign::{co_signature, sign_fresh};
use rastau_registry::succession::problems;
use rastau_registry::{Register, RegistryError};

use crate::args::{SignRole, SnapshotArgs, SnapshotCommand};
use crate::commands::{diff, inspect, status};
use crate::error::CliError;
use crate::files::{read_file, require_regular, write_file};
use crate::out::{note, print_line};
use crate::progress::progress_bar;
use crate::statements::{envelope, read_freshness, read_manifest, read_root};
use crate::verifier::clock;

pub fn run(args: &SnapshotArgs) -> Result<u8, CliError> {
    match &args.command {
        SnapshotCommand::Build {
            register,
            out,
            as_of,
            not_after,
            confirmable_days,
            previous,
            whole,
            epoch,
            insist,
        } => {
            require_regular(register)?;
            let register = Register::open(register)?;
            let options = BuildOptions {
                confirmable: confirmable_days.saturating_mul(86_400),
                whole: *whole,
                waived: insist,
                ..BuildOptions::new(*as_of, *not_after)
            };
            let Some(previous) = previous else {
                let follows = epoch.map_or(Follows::Nothing, Follows::NewEpoch);
                return build_draft(&register, out, &BuildOptions { follows, ..options }, None);
            };
            let published = PublishedStatements::read(previous)?;
            let pages = SegmentFolder::new(&[&previous.join(SEGMENTS)]);
            let follows = follows(*epoch, &published, &pages)?;
            build_draft(&register, out, &BuildOptions { follows, ..options }, Some(previous))
        }
        SnapshotCommand::Sign { draft, root, role, key, now, next_hours, insist } => {
            require_draft(draft)?;
            let keys = load_keys(&read_root(root)?, *role, key)?;
            let times = FreshnessTimes { now: now.unwrap_or_else(clock), next_hours: *next_hours };
            sign(draft, *role, &keys, &times, insist)
        }
        SnapshotCommand::Inspect { bundle, json } => inspect::run(bundle, *json),
        SnapshotCommand::Status(args) => status::run(args),
        SnapshotCommand::Diff { old, new, json } => diff::run(old, new, *json),
        SnapshotCommand::Refresh { bundle, root, key, now, next_hours, single_file, insist } => {
            let keys = load_keys(&read_root(root)?, SignRole::Freshness, std::slice::from_ref(key))?;
            let times = FreshnessTimes { now: now.unwrap_or_else(clock), next_hours: *next_hours };
            refresh(bundle, &keys, &times, single_file.as_deref(), insist)
        }
        SnapshotCommand::Publish { draft, root, to, single_file, keep_days, insist, emergency } => {
            let overrides = Overrides { waived: insist, emergency: *emergency };
            let keep = keep_days.saturating_mul(86_400);
            publish_draft(draft, root, to, single_file.as_deref(), keep, overrides)
        }
    }
}

/// Returns what a build after the published bundle follows: that bundle, or a new epoch.
fn follows<'a>(
    epoch: Option<u64>,
    published: &'a PublishedStatements,
    pages: &'a SegmentFolder,
) -> Result<Follows<'a>, CliError> {
    let Some(epoch) = epoch else { return Ok(Follows::Bundle(published.with_pages(pages))) };
    let published = published.manifest.epoch.max(published.centres.epoch);
    if epoch > published {
        return Ok(Follows::NewEpoch(epoch));
    }
    Err(RegistryError::from(BuildError::Epoch { epoch, published }).into())
}

/// The times of a freshness statement to be signed.
struct FreshnessTimes {
    now: Timestamp,
    /// Hours until the next one is due.
    next_hours: u64,
}

/// The overrides of the operator when publishing.
#[derive(Clone, Copy)]
struct Overrides<'a> {
    waived: &'a [Guard],
    emergency: bool,
}

/// Returns an error for a time that is further ahead of the clock than the tolerance for clock differences. Devices
/// that accept it never accept an earlier one afterwards.
fn not_ahead(what: &'static str, time: Timestamp, waived: &[Guard]) -> Result<(), CliError> {
    let clock = clock();
    if waived.contains(&Guard::FutureTime) || time <= clock.plus_seconds(CLOCK_TOLERANCE) {
        return Ok(());
    }
    Err(CliError::AheadOfClock { what, time, clock })
}

fn build_draft(
    register: &Register,
    out: &Path,
    options: &BuildOptions<'_>,
    previous: Option<&Path>,
) -> Result<u8, CliError> {
    if options.as_of >= options.not_after {
        return Err(CliError::ValidityOrder);
    }
    not_ahead("--as-of", options.as_of, options.waived)?;
    let staging = Staging::new(out, OutputKind::Draft)?;
    let bar = progress_bar(register.count_documents()?, "documents");
    let draft = build(register, &staging.path().join(SEGMENTS), options, &|count| bar.set_position(count))?;
    write_file(&staging.path().join(MANIFEST_DRAFT), &draft.manifest.write())?;
    write_file(&staging.path().join(CENTRES_DRAFT), &draft.centres.write())?;
    let segments = || draft.manifest.segments.iter().chain(&draft.centres.segments);
    let total: u64 = segments().map(Segment::length).sum();
    let (mut written, mut bytes) = (0, 0);
    for segment in segments() {
        let name = file_name(&segment.id);
        let path = staging.path().join(SEGMENTS).join(&name);
        match previous.filter(|_| !path.exists()) {
            // The draft has every segment, so that it can be published to another directory too.
            Some(previous) => link_or_copy(&previous.join(SEGMENTS).join(&name), &path)?,
            None => {
                written += 1;
                bytes += segment.length();
            }
        }
    }
    staging.commit()?;
    bar.finish_and_clear();
    print_line!(
        "version {}.{}: {} documents, {} cancelled",
        draft.manifest.epoch,
        draft.manifest.version,
        draft.documents,
        draft.cancelled
    );
    print_line!("{written} new segments with {bytes} bytes in {}, of {total} bytes in all", out.display());
    print_line!("Next, sign it: rastau snapshot sign {} --root … --role chamber --key …", out.display());
    Ok(0)
}

/// Gives an unchanged segment a second name, or copies it where that is not possible.
fn link_or_copy(from: &Path, to: &Path) -> Result<(), CliError> {
    if std::fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    std::fs::copy(from, to).map(|_| ()).map_err(CliError::write(to))
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
    waived: &[Guard],
) -> Result<u8, CliError> {
    let centres = draft.join("centres.cose");
    let manifest = draft.join("manifest.cose");
    match role {
        SignRole::Chamber => {
            let payload = read_file(&draft.join(CENTRES_DRAFT))?;
            not_ahead("the as_of of the draft", Centres::read(&payload)?.as_of, waived)?;
            let count = add_signatures(Statement::Centres, &centres, &payload, CENTRES_CONTEXT, keys)?;
            print_line!("signatures on the centres' statement: {count}");
        }
        SignRole::Keeper => {
            require_signed(draft, "centres.cose", "chamber")?;
            let mut content = Manifest::read(&read_file(&draft.join(MANIFEST_DRAFT))?)?;
            not_ahead("the as_of of the draft", content.as_of, waived)?;
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
            let fresh = freshness(&content, &bytes, key, times, waived)?;
            write_file(&draft.join("fresh.cose"), &fresh)?;
            print_line!("confirmed at {}", times.now);
        }
    }
    Ok(0)
}

/// Signs a freshness statement of a manifest, at a time that it allows.
fn freshness(
    manifest: &Manifest,
    bytes: &[u8],
    key: &SigningKey,
    times: &FreshnessTimes,
    waived: &[Guard],
) -> Result<Vec<u8>, CliError> {
    let FreshnessTimes { now, next_hours } = *times;
    not_ahead("--now", now, waived)?;
    let (from, until) = (manifest.as_of, manifest.confirmable_until());
    if now < from || now > until {
        return Err(CliError::NotConfirmable { from, until, time: now });
    }
    let next_update = now.plus_seconds(next_hours.saturating_mul(3600));
    Ok(sign_fresh(&manifest.register, bytes, key, now, next_update))
}

/// Replaces the freshness statement of a published bundle by a new one.
fn refresh(
    bundle: &Path,
    keys: &[SigningKey],
    times: &FreshnessTimes,
    single_file: Option<&Path>,
    waived: &[Guard],
) -> Result<u8, CliError> {
    single_file.map(may_replace_file).transpose()?;
    let [key] = keys else { return Err(CliError::SeveralFreshnessKeys) };
    let _lock = lock(bundle)?;
    let published = PublishedStatements::read(bundle)?;
    let mut next = published.statements.clone();
    next.fresh = freshness(&published.manifest, &published.statements.manifest, key, times, waived)?;
    check_succession(bundle, &next, Overrides { waived, emergency: false })?;
    write_statements(bundle, &next)?;
    print_line!("confirmed at {}", times.now);
    if let Some(path) = single_file {
        write_single_file(bundle, path)?;
        print_line!("published {}", path.display());
    }
    Ok(0)
}

/// Waits until no other command changes a published directory, and locks out others while the result lives, so that the
/// version that was compared is the one that is replaced.
fn lock(directory: &Path) -> Result<Option<std::fs::File>, CliError> {
    if cfg!(not(unix)) || !directory.is_dir() {
        return Ok(None);
    }
    let file = std::fs::File::open(directory).map_err(CliError::read(directory))?;
    match file.lock() {
        Ok(()) => Ok(Some(file)),
        // The file system has no locks: only one operator at a time may use it.
        Err(error) if error.kind() == std::io::ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(CliError::read(directory)(error)),
    }
}

/// Checks that a bundle may follow the one that is published at `to`, if there is one.
fn check_succession(to: &Path, next: &Statements, overrides: Overrides<'_>) -> Result<(), CliError> {
    if !to.join(FRESHNESS).exists() {
        return Ok(());
    }
    let published = PublishedStatements::read(to)?;
    for problem in problems(&published.statements, next, clock())? {
        let is_waived = problem.guard().is_some_and(|guard| overrides.waived.contains(&guard));
        let allowed = is_waived || (overrides.emergency && problem.is_for_emergency());
        if !allowed {
            return Err(RegistryError::from(problem).into());
        }
        note!("warning: {problem}");
    }
    Ok(())
}

fn publish_draft(
    draft: &Path,
    roots: &[PathBuf],
    to: &Path,
    single_file: Option<&Path>,
    keep: u64,
    overrides: Overrides<'_>,
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
    not_ahead("the as_of of the draft", manifest.as_of, overrides.waived)?;
    let checked_at = read_freshness(&statements.fresh)?.checked_at;
    not_ahead("the time of the freshness statement", checked_at, overrides.waived)?;
    OutputKind::Bundle.check_target(to)?;
    let _lock = lock(to)?;
    check_succession(to, &statements, overrides)?;
    let options = PublishOptions { now: clock(), keep, waived: overrides.waived };
    let forgotten = publish(&draft.join(SEGMENTS), &statements, to, &options)?;
    for problem in forgotten.list() {
        note!("warning: the new epoch forgets what was published: {problem}");
    }
    print_line!("published {}", to.display());
    if let Some(path) = single_file {
        write_single_file(to, path)?;
        print_line!("published {}", path.display());
    }
    Ok(0)
}
