//! `rastau keys`: key pairs and trust roots.

use std::path::{Path, PathBuf};

use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::{Algorithm, PublicKey};
use rastau_core::snapshot::{MOST_STATEMENT, Root};
use rastau_registry::keys::{SigningKey, algorithm_name, load_public};
use rastau_registry::random::System;
use rastau_registry::sign::{RoleKeys, make_root, sign_root};
use rastau_registry::text::hex;

use crate::args::{KeyAlgorithm, KeysArgs, KeysCommand, RootArgs};
use crate::commands::write_file;
use crate::error::{CliError, DATA};
use crate::out::say;

pub fn run(args: &KeysArgs) -> Result<u8, CliError> {
    match &args.command {
        KeysCommand::New { name, out, algorithm } => {
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
            }
        }
    }
    Ok(0)
}

fn role(files: &[PathBuf], threshold: u8) -> Result<RoleKeys, CliError> {
    let keys = files.iter().map(|file| load_public(file)).collect::<Result<Vec<PublicKey>, _>>()?;
    Ok(RoleKeys { keys, threshold })
}

fn previous_root(path: &Path) -> Result<Root, CliError> {
    let bytes = std::fs::read(path).map_err(|error| CliError::input(path, &error))?;
    let bad = |what: String| CliError::new(DATA, format!("{}: {what}", path.display()));
    let sign = read_sign("root", &bytes, MOST_STATEMENT).map_err(|error| bad(error.to_string()))?;
    Root::from_sign(&sign).map_err(|error| bad(error.to_string()))
}

fn root(args: &RootArgs) -> Result<(), CliError> {
    let previous = args.previous.as_deref().map(previous_root).transpose()?;
    let version = previous.as_ref().map_or(1, |root| root.version + 1);
    let roles = [
        role(&args.root, args.root_threshold)?,
        role(&args.keeper, args.keeper_threshold)?,
        role(&args.chamber, args.chamber_threshold)?,
        role(&args.fresh, 1)?,
    ];
    let root = make_root(&args.register, version, args.expires, &roles)?;
    let secret = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "key");
    let files = args.root.iter().filter(|path| secret(path)).chain(&args.also_sign);
    let signers = files.map(|file| SigningKey::load(file)).collect::<Result<Vec<_>, _>>()?;
    let bytes = sign_root(&root, &signers.iter().collect::<Vec<_>>());
    let enough = |root: &Root, whose: &str| -> Result<(), CliError> {
        let sign = read_sign("root", &bytes, MOST_STATEMENT)
            .map_err(|error| CliError::new(DATA, error.to_string()))?;
        root.check_own_threshold(&sign).map_err(|error| {
            CliError::new(DATA, format!("{error} ({whose} root keys); give more .key files"))
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
