//! `rastau keys`: key pairs and trust roots.

use std::path::PathBuf;

use rastau_core::codec::hex;
use rastau_core::crypto::{Algorithm, PublicKey};
use rastau_core::error::{OpenError, Statement};
use rastau_core::snapshot::{Floors, KnownRoot, Root, grouped};
use rastau_registry::keys::{SigningKey, algorithm_name, load_public};
use rastau_registry::random::System;
use rastau_registry::sign::{RoleKeys, RootContent, floors_of, make_root, sign_root};

use crate::args::{KeyAlgorithm, KeysArgs, KeysCommand, RootArgs};
use crate::error::CliError;
use crate::files::{require_regular, write_file};
use crate::out::print_line;
use crate::statements::{envelope, read_centres, read_freshness, read_manifest, read_root, root_from};
use crate::verifier::{clock, open_unverified};

pub fn run(args: &KeysArgs) -> Result<u8, CliError> {
    match &args.command {
        KeysCommand::New { name, out, algorithm } => {
            // An empty name or one with a leading dot would create hidden files, and a path would write them
            // elsewhere.
            if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']) {
                return Err(CliError::KeyName(name.clone()));
            }
            let algorithm = match algorithm {
                KeyAlgorithm::Ed25519 => Algorithm::Ed25519,
                KeyAlgorithm::P256 => Algorithm::Esp256,
            };
            let key = SigningKey::generate(algorithm, &mut System)?;
            key.save(out, name)?;
            print_line!(
                "{} {} {}",
                hex::encode(&key.id().0),
                algorithm_name(algorithm),
                out.join(format!("{name}.key")).display()
            );
            print_line!("Keep {name}.key secret and make a backup of it; {name}.pub may be published.");
        }
        KeysCommand::Root(args) => root(args)?,
        KeysCommand::Show { files } => {
            for file in files {
                require_regular(file)?;
                let key = load_public(file)?;
                let algorithm = Algorithm::from_cose(key.algorithm).map_or("unknown", algorithm_name);
                print_line!("{} {algorithm} {}", hex::encode(&key.id().0), file.display());
                print_line!("  public key {}", hex::encode(&key.bytes));
            }
        }
    }
    Ok(0)
}

fn role(files: &[PathBuf], threshold: u8) -> Result<RoleKeys, CliError> {
    files.iter().try_for_each(|file| require_regular(file))?;
    let keys = files.iter().map(|file| load_public(file)).collect::<Result<Vec<PublicKey>, _>>()?;
    Ok(RoleKeys { keys, threshold })
}

/// Returns a duplicate key in `keys`.
fn duplicate(keys: &[PublicKey]) -> Option<&PublicKey> {
    keys.iter().enumerate().find_map(|(at, key)| keys.iter().skip(at + 1).find(|other| *other == key))
}

/// Returns the floors of the new root: those of the published bundle, or of the previous root if none is given.
fn floors(args: &RootArgs, previous: Option<&Root>) -> Result<Floors, CliError> {
    let before = previous.map_or(Floors::START, |root| root.floors);
    let Some(path) = &args.published else { return Ok(before) };
    let bundle = open_unverified(path)?;
    let statements = bundle.statements();
    let manifest = read_manifest(&statements.manifest)?;
    let centres = read_centres(&statements.centres)?;
    let floors = floors_of(&manifest, &centres, &read_freshness(&statements.fresh)?);
    if !floors.are_at_least(&before) {
        return Err(CliError::LoweredFloor(path.clone()));
    }
    // Verifiers would use the time of the floor as the current time, and no later root could lower it.
    if floors.time() >= args.expires {
        return Err(CliError::ExpiredRoot);
    }
    Ok(floors)
}

fn root(args: &RootArgs) -> Result<(), CliError> {
    let previous = args.previous.as_deref().map(read_root).transpose()?;
    let version = previous.as_ref().map_or(1, |root| root.version + 1);
    let roles = [
        role(&args.root, args.root_threshold)?,
        role(&args.keeper, args.keeper_threshold)?,
        role(&args.chamber, args.chamber_threshold)?,
        role(&args.fresh, 1)?,
    ];
    let [own, keeper, chamber, fresh] = &roles;
    // Verifiers refuse shared and duplicate keys. Here the operator can still correct them.
    for (one, first, other, second, reason) in [
        (keeper, "keeper", chamber, "chamber", "the Law has two keepers"),
        (own, "root", fresh, "fresh", "the online key must have no other role"),
        (keeper, "keeper", fresh, "fresh", "the online key must have no other role"),
        (chamber, "chamber", fresh, "fresh", "the online key must have no other role"),
    ] {
        if let Some(key) = one.keys.iter().find(|key| other.keys.contains(key)) {
            return Err(CliError::SharedKey { key: key.id(), first, second, reason });
        }
    }
    if let Some(key) = roles.iter().find_map(|role| duplicate(&role.keys)) {
        return Err(CliError::DuplicateKey(key.id()));
    }
    if args.out.exists() {
        return Err(CliError::RootExists(args.out.clone()));
    }
    if args.expires <= clock() {
        return Err(CliError::ExpiredRoot);
    }
    let floors = floors(args, previous.as_ref())?;
    let root = make_root(&RootContent {
        register: &args.register,
        version,
        expires: args.expires,
        roles,
        floors,
        successor: &args.successor,
    })?;
    let secret = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "key");
    let files = args.root.iter().filter(|path| secret(path)).chain(&args.also_sign);
    let signers = files
        .map(|file| require_regular(file).and_then(|()| Ok(SigningKey::load(file)?)))
        .collect::<Result<Vec<_>, _>>()?;
    let bytes = sign_root(&root, &signers.iter().collect::<Vec<_>>());
    // Parsed as a verifier would: for example, the name of the register may be too long.
    root_from(&bytes).map_err(|error| match error {
        OpenError::TooFewSignatures { valid, required, .. } => {
            CliError::NewRootSignatures { valid, required }
        }
        error => CliError::RefusedRoot(error),
    })?;
    if let Some(previous) = &previous {
        previous.check_own_threshold(&envelope(Statement::Root, &bytes)?).map_err(|error| match error {
            OpenError::TooFewSignatures { valid, required, .. } => {
                CliError::PreviousRootSignatures { valid, required }
            }
            error => CliError::RefusedRoot(error),
        })?;
    }
    write_file(&args.out, &bytes)?;
    let fingerprint = KnownRoot::of(&bytes).map_err(CliError::RefusedRoot)?.fingerprint();
    print_line!("root version {version} of {} in {}", args.register, args.out.display());
    print_line!("fingerprint {}; publish it where verifiers' owners can compare it", grouped(&fingerprint));
    Ok(())
}
