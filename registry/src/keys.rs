//! Signing keys and their files.

use std::io::Write;
use std::path::Path;

use p256::ecdsa::signature::Signer;
use rastau_core::crypto::{Algorithm, KeyId, PublicKey};
use serde::{Deserialize, Serialize};

use crate::RegistryError;
use crate::random::Random;
use crate::text::{hex, unhex};

/// A signing key.
pub struct SigningKey {
    secret: Secret,
    public: PublicKey,
}

enum Secret {
    Ed25519(Box<ed25519_dalek::SigningKey>),
    P256(p256::ecdsa::SigningKey),
}

/// A key file: JSON, so that a person can see what it is.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    kind: String,
    algorithm: String,
    id: String,
    public: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

const KIND: &str = "rastau-key-1";

/// The name of an algorithm in files and on the command line.
#[must_use]
pub const fn algorithm_name(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Ed25519 => "ed25519",
        Algorithm::Esp256 => "p256",
    }
}

/// The algorithm of a name.
#[must_use]
pub fn algorithm_of(name: &str) -> Option<Algorithm> {
    [Algorithm::Ed25519, Algorithm::Esp256].into_iter().find(|algorithm| algorithm_name(*algorithm) == name)
}

impl SigningKey {
    /// A new key.
    pub fn generate(algorithm: Algorithm, random: &mut impl Random) -> Result<Self, RegistryError> {
        loop {
            // A P-256 secret must lie below the curve's order; the rare one that does not is drawn again.
            if let Some(key) = Self::from_secret(algorithm, &random.array::<32>()?) {
                return Ok(key);
            }
        }
    }

    fn from_secret(algorithm: Algorithm, secret: &[u8; 32]) -> Option<Self> {
        let (secret, bytes) = match algorithm {
            Algorithm::Ed25519 => {
                let key = ed25519_dalek::SigningKey::from_bytes(secret);
                let bytes = key.verifying_key().to_bytes().to_vec();
                (Secret::Ed25519(Box::new(key)), bytes)
            }
            Algorithm::Esp256 => {
                let key = p256::ecdsa::SigningKey::from_slice(secret).ok()?;
                let bytes = key.verifying_key().to_sec1_point(true).as_bytes().to_vec();
                (Secret::P256(key), bytes)
            }
        };
        Some(Self { secret, public: PublicKey { algorithm: algorithm.cose(), bytes } })
    }

    /// The public key.
    #[must_use]
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.public.id()
    }

    /// Signs `message`. P-256 signatures come out with the low s that verifiers ask for.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.secret {
            Secret::Ed25519(key) => ed25519_dalek::Signer::sign(key.as_ref(), message).to_bytes().to_vec(),
            Secret::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.normalize_s().to_bytes().to_vec()
            }
        }
    }

    fn file(&self, with_secret: bool) -> KeyFile {
        let (algorithm, secret) = match &self.secret {
            Secret::Ed25519(key) => (Algorithm::Ed25519, key.to_bytes().to_vec()),
            Secret::P256(key) => (Algorithm::Esp256, key.to_bytes().to_vec()),
        };
        KeyFile {
            kind: KIND.into(),
            algorithm: algorithm_name(algorithm).into(),
            id: hex(&self.id().0),
            public: hex(&self.public.bytes),
            secret: with_secret.then(|| hex(&secret)),
        }
    }

    /// Writes `NAME.key` (secret, readable by its owner only) and `NAME.pub` into `folder`; neither may exist.
    pub fn save(&self, folder: &Path, name: &str) -> Result<(), RegistryError> {
        std::fs::create_dir_all(folder).map_err(RegistryError::file("make the folder", folder))?;
        for (ending, with_secret) in [("key", true), ("pub", false)] {
            let path = folder.join(format!("{name}.{ending}"));
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            if with_secret {
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            }
            let mut file = options.open(&path).map_err(RegistryError::file("create the key file", &path))?;
            let mut json = serde_json::to_vec_pretty(&self.file(with_secret)).unwrap_or_default();
            json.push(b'\n');
            file.write_all(&json).map_err(RegistryError::file("write the key file", &path))?;
        }
        Ok(())
    }

    /// Reads a secret key file.
    pub fn load(path: &Path) -> Result<Self, RegistryError> {
        let file = read(path)?;
        let bad = |what: &str| RegistryError::said(format!("{} {what}", path.display()));
        let secret = file
            .secret
            .as_deref()
            .ok_or_else(|| bad("holds no secret key; give the .key file, not the .pub file"))?;
        let secret: [u8; 32] = unhex(secret)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| bad("has a secret that is not 64 hexadecimal digits"))?;
        let algorithm = algorithm_of(&file.algorithm).ok_or_else(|| bad("names an unknown algorithm"))?;
        let key = Self::from_secret(algorithm, &secret)
            .ok_or_else(|| bad("has a secret that its algorithm does not allow"))?;
        if hex(&key.public.bytes) == file.public && hex(&key.id().0) == file.id {
            Ok(key)
        } else {
            Err(bad("is damaged: its secret and public parts do not belong together"))
        }
    }
}

fn read(path: &Path) -> Result<KeyFile, RegistryError> {
    let json = std::fs::read(path).map_err(RegistryError::file("read the key file", path))?;
    let file: KeyFile = serde_json::from_slice(&json).map_err(|error| {
        RegistryError::said(format!("{} is not a Rastau key file: {error}", path.display()))
    })?;
    if file.kind == KIND {
        Ok(file)
    } else {
        Err(RegistryError::said(format!("{} is a key file of another version", path.display())))
    }
}

/// Reads the public key of a `.pub` or `.key` file.
pub fn load_public(path: &Path) -> Result<PublicKey, RegistryError> {
    let file = read(path)?;
    let bad = |what: &str| RegistryError::said(format!("{} {what}", path.display()));
    let algorithm = algorithm_of(&file.algorithm).ok_or_else(|| bad("names an unknown algorithm"))?;
    let bytes = unhex(&file.public).ok_or_else(|| bad("has a public key that is not hexadecimal"))?;
    let key = PublicKey { algorithm: algorithm.cose(), bytes };
    if hex(&key.id().0) == file.id {
        Ok(key)
    } else {
        Err(bad("is damaged: its key and its id do not belong together"))
    }
}
