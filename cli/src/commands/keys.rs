//! `rastau keys`: key pairs and trust roots.

use rastau_core::error::Exit;
use std::path::PathBuf;

use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::{Algorithm, PublicKey};
use rastau_core::snapshot::{MAX_STATEMENT, Root};
use rastau_registry::keys::{SigningKey, algorithm_name, load_public};
use rastau_registry::random::System;
use rastau_registry::sign::{RoleKeys, make_root, sign_root};
use rastau_registry::text::hex;

use crate::args::{KeyAlgorithm, KeysArgs, KeysCommand, RootArgs};
use crate::commands::statements::read_root;
use crate::commands::write_file;
use crate::error::CliError;
use crate::out::say;
use crate::verifier::clock;

pub fn run(args: &KeysArgs) -> Result<u8, CliError> {
    match &args.command {
        KeysCommand::New { name, out, algorithm } => {
            // The name is one of files: an empty one hides them, and one with a folder in it puts them elsewhere.
            if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']) {
                return Err(CliError::new(
                    Exit::Usage,
                    "a key's name is one of files, as keeper-1; the folder goes with --out",
                ));
            }
            let algorithm = match algorithm {
                KeyAlgorithm::Ed25519 => Algorithm::Ed25519,
                KeyAlgorithm::P256 => Algorithm::Esp256,
            };
            let key = SigningKey::generate(algorithm, &mut System)?;
            key.save(out, name)?;
            say!(
                "{} {} {}",
                hex(&key.id().0),
                algorithm_name(algorithm),
                out.join(format!("{name}.key")).display()
            );
            say!("Keep {name}.key secret and backed up; give {name}.pub away.");
        }
        KeysCommand::Root(args) => root(args)?,
        KeysCommand::Show { files } => {
            for file in files {
                let key = load_public(file)?;
                let algorithm = Algorithm::from_cose(key.algorithm).map_or("unknown", algorithm_name);
                say!("{} {algorithm} {}", hex(&key.id().0), file.display());
                say!("  public key {}", hex(&key.bytes));
            }
        }
    }
    Ok(0)
}

fn role(files: &[PathBuf], threshold: u8) -> Result<RoleKeys, CliError> {
    let keys = files.iter().map(|file| load_public(file)).collect::<Result<Vec<PublicKey>, _>>()?;
    Ok(RoleKeys { keys, threshold })
}

/// A key that stands twice among `keys`.
fn twice(keys: &[PublicKey]) -> Option<&PublicKey> {
    keys.iter().enumerate().find_map(|(at, key)| keys.iter().skip(at + 1).find(|other| *other == key))
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
    // What every verifier would refuse is told here, where it can still be put right.
    for (one, name, other, other_name, why) in [
        (keeper, "keeper", chamber, "chamber", "the Law has two keepers"),
        (own, "root", fresh, "fresh", "the online key may do nothing else"),
        (keeper, "keeper", fresh, "fresh", "the online key may do nothing else"),
        (chamber, "chamber", fresh, "fresh", "the online key may do nothing else"),
    ] {
        if let Some(key) = one.keys.iter().find(|key| other.keys.contains(key)) {
            let id = hex(&key.id().0);
            let both = format!(
                "the key {id} is given for --{name} and for --{other_name}; {why}, so use different keys"
            );
            return Err(CliError::new(Exit::Usage, both));
        }
    }
    if let Some(key) = roles.iter().find_map(|role| twice(&role.keys)) {
        let sentence =
            format!("the key {} is given twice for one role; one key signs once", hex(&key.id().0));
        return Err(CliError::new(Exit::Usage, sentence));
    }
    if args.out.exists() {
        let sentence = format!(
            "{} exists already; verifiers need every root there was, so give the new one its own name",
            args.out.display()
        );
        return Err(CliError::new(Exit::CannotWrite, sentence));
    }
    if args.expires <= clock() {
        return Err(CliError::new(
            Exit::Usage,
            "--expires is past already: no verifier would accept this root",
        ));
    }
    let root = make_root(&args.register, version, args.expires, &roles)?;
    let secret = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "key");
    let files = args.root.iter().filter(|path| secret(path)).chain(&args.also_sign);
    let signers = files.map(|file| SigningKey::load(file)).collect::<Result<Vec<_>, _>>()?;
    let bytes = sign_root(&root, &signers.iter().collect::<Vec<_>>());
    // Read back as a verifier will: a name too long for a register, say.
    let sign = read_sign("root", &bytes, MAX_STATEMENT);
    sign.map_err(|error| error.to_string())
        .and_then(|sign| Root::from_sign(&sign).map_err(|error| error.to_string()))
        .map_err(|error| CliError::new(Exit::Data, format!("no verifier could read this root: {error}")))?;
    let enough = |root: &Root, whose: &str| -> Result<(), CliError> {
        let sign = read_sign("root", &bytes, MAX_STATEMENT)
            .map_err(|error| CliError::new(Exit::Data, error.to_string()))?;
        root.check_own_threshold(&sign).map_err(|error| {
            CliError::new(Exit::Data, format!("{error} ({whose} root keys); give more .key files"))
        })
    };
    enough(&root, "the new")?;
    if let Some(previous) = &previous {
        enough(previous, "the previous")?;
    }
    write_file(&args.out, &bytes)?;
    say!("root version {version} of {} in {}", args.register, args.out.display());
    Ok(())
}
