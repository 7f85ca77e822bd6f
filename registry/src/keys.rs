//! Signing keys and their files.
//!
//! ```
//! use rastau_core::crypto::Algorithm;
//! use rastau_registry::keys::{SigningKey, load_public};
//! use rastau_registry::random::System;
//!
//! let directory = tempfile::tempdir()?;
//! let key = SigningKey::generate(Algorithm::Ed25519, &mut System)?;
//! key.save(directory.path(), "keeper-1")?;
//! assert_eq!(SigningKey::load(&directory.path().join("keeper-1.key"))?.id(), key.id());
//! assert_eq!(load_public(&directory.path().join("keeper-1.pub"))?, *key.public());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::io::Write;
use std::path::Path;

use p256::ecdsa::signature::Signer;
use rastau_core::codec::hex;
use rastau_core::crypto::{Algorithm, KeyId, PublicKey};
use serde::{Deserialize, Serialize};

use crate::RegistryError;
use crate::random::Random;

/// What is wrong with a key file. The messages are predicates, to be put after its path.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not a key file.
    #[error("is not a Rastau key file: {0}")]
    NotAKeyFile(#[from] serde_json::Error),
    /// A key file of a format that this version does not know.
    #[error("is a key file of format \"{0}\", which this version cannot read; update Rastau")]
    UnknownFormat(String),
    /// An algorithm that this version does not know.
    #[error("has the unknown algorithm \"{0}\"; expected ed25519 or p256")]
    UnknownAlgorithm(String),
    /// A public key where a secret one is required.
    #[error("has no secret key; use the .key file, not the .pub file")]
    NoSecret,
    /// The secret key is not 32 bytes in hexadecimal digits.
    #[error("has a secret key that is not 64 hexadecimal digits")]
    SecretForm,
    /// The secret key is not in the range that the algorithm allows.
    #[error("has a secret key that is out of the range of its algorithm")]
    SecretRange,
    /// The public key is not hexadecimal.
    #[error("has a public key that is not hexadecimal")]
    PublicForm,
    /// The public key or the id does not belong to the secret key.
    #[error("is damaged: its secret key and its public key do not match")]
    PairMismatch,
    /// The id does not belong to the public key.
    #[error("is damaged: its public key and its id do not match")]
    IdMismatch,
}

impl KeyError {
    /// Adds the path of the key file.
    fn at(path: &Path) -> impl Fn(Self) -> RegistryError + '_ {
        move |source| RegistryError::Key { path: path.to_path_buf(), source }
    }
}

/// A signing key with its public key.
pub struct SigningKey {
    secret: Secret,
    public: PublicKey,
}

enum Secret {
    Ed25519(Box<ed25519_dalek::SigningKey>),
    P256(p256::ecdsa::SigningKey),
}

/// A key file: JSON, readable by people.
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

/// Returns the name of an algorithm in files and on the command line.
#[must_use]
pub const fn algorithm_name(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Ed25519 => "ed25519",
        Algorithm::Esp256 => "p256",
    }
}

/// Returns the algorithm of a name; `None` for an unknown one.
#[must_use]
pub fn algorithm_of(name: &str) -> Option<Algorithm> {
    [Algorithm::Ed25519, Algorithm::Esp256].into_iter().find(|algorithm| algorithm_name(*algorithm) == name)
}

impl SigningKey {
    /// Generates a key from 32 random bytes.
    ///
    /// # Errors
    /// [`RegistryError::Random`] where `random` fails.
    pub fn generate(algorithm: Algorithm, random: &mut impl Random) -> Result<Self, RegistryError> {
        loop {
            // A P-256 secret is valid only between 1 and the curve's order; the rare invalid one is drawn again.
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

    /// Returns the public key.
    #[must_use]
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Returns the key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.public.id()
    }

    /// Signs `message`; 64 bytes, r and s for P-256. P-256 signatures have the low s that verifiers require.
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
            id: hex::encode(&self.id().0),
            public: hex::encode(&self.public.bytes),
            secret: with_secret.then(|| hex::encode(&secret)),
        }
    }

    /// Writes `NAME.key` (secret, on Unix readable by its owner only) and `NAME.pub` into `directory`, which is created.
    ///
    /// # Errors
    /// [`RegistryError::Write`] where one of the files exists already or cannot be written.
    pub fn save(&self, directory: &Path, name: &str) -> Result<(), RegistryError> {
        std::fs::create_dir_all(directory).map_err(RegistryError::write(directory))?;
        for (ending, with_secret) in [("key", true), ("pub", false)] {
            let path = directory.join(format!("{name}.{ending}"));
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            if with_secret {
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            }
            let mut file = options.open(&path).map_err(RegistryError::write(&path))?;
            let mut json = serde_json::to_vec_pretty(&self.file(with_secret)).unwrap_or_default();
            json.push(b'\n');
            file.write_all(&json).map_err(RegistryError::write(&path))?;
        }
        Ok(())
    }

    /// Reads a secret key file.
    ///
    /// # Errors
    /// [`RegistryError::Read`] for a missing or unreadable file, [`RegistryError::Key`] for one that is not a complete
    /// secret key.
    pub fn load(path: &Path) -> Result<Self, RegistryError> {
        let file = read(path)?;
        let failed = KeyError::at(path);
        let secret = file.secret.as_deref().ok_or(KeyError::NoSecret).map_err(&failed)?;
        let secret: [u8; 32] = hex::decode(secret)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or(KeyError::SecretForm)
            .map_err(&failed)?;
        let algorithm = file.algorithm().map_err(&failed)?;
        let key = Self::from_secret(algorithm, &secret).ok_or(KeyError::SecretRange).map_err(&failed)?;
        if hex::encode(&key.public.bytes) == file.public && hex::encode(&key.id().0) == file.id {
            Ok(key)
        } else {
            Err(failed(KeyError::PairMismatch))
        }
    }
}

impl KeyFile {
    fn algorithm(&self) -> Result<Algorithm, KeyError> {
        algorithm_of(&self.algorithm).ok_or_else(|| KeyError::UnknownAlgorithm(self.algorithm.clone()))
    }
}

fn read(path: &Path) -> Result<KeyFile, RegistryError> {
    let failed = KeyError::at(path);
    let json = std::fs::read(path).map_err(RegistryError::read(path))?;
    let file: KeyFile = serde_json::from_slice(&json).map_err(|error| failed(error.into()))?;
    if file.kind == KIND { Ok(file) } else { Err(failed(KeyError::UnknownFormat(file.kind))) }
}

/// Reads the public key of a `.pub` or `.key` file.
///
/// # Errors
/// [`RegistryError::Read`] for a missing or unreadable file, [`RegistryError::Key`] for one that is not a key file or
/// whose id does not match.
pub fn load_public(path: &Path) -> Result<PublicKey, RegistryError> {
    let file = read(path)?;
    let failed = KeyError::at(path);
    let algorithm = file.algorithm().map_err(&failed)?;
    let bytes = hex::decode(&file.public).ok_or(KeyError::PublicForm).map_err(&failed)?;
    let key = PublicKey { algorithm: algorithm.cose(), bytes };
    if hex::encode(&key.id().0) == file.id { Ok(key) } else { Err(failed(KeyError::IdMismatch)) }
}

#[cfg(test)]
mod tests {
    use rastau_core::crypto::Algorithm::{Ed25519, Esp256};

    use super::*;
    use crate::random::Seeded;

    #[test]
    fn rejects_damaged_key_files() {
        let zeros = "0".repeat(64);
        // Name, field, its new value, and what the errors of `load` and `load_public` contain ("" for no error).
        let cases = [
            (
                "another format",
                "kind",
                Some("rastau-key-2"),
                "format \"rastau-key-2\"",
                "format \"rastau-key-2\"",
            ),
            (
                "another algorithm",
                "algorithm",
                Some("rsa"),
                "unknown algorithm \"rsa\"",
                "unknown algorithm \"rsa\"",
            ),
            ("no secret", "secret", None, "use the .key file", ""),
            ("short secret", "secret", Some("00ff"), "not 64 hexadecimal digits", ""),
            ("secret out of range", "secret", Some(zeros.as_str()), "out of the range", ""),
            ("public not hexadecimal", "public", Some("xy"), "do not match", "not hexadecimal"),
            ("another public key", "public", Some("00ff"), "do not match", "its id do not match"),
            ("another id", "id", Some("00ff"), "do not match", "its id do not match"),
        ];
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("k.key");
        for (name, field, value, secret, public) in cases {
            let _ = std::fs::remove_file(&path);
            let _ = std::fs::remove_file(directory.path().join("k.pub"));
            let key = SigningKey::generate(Esp256, &mut Seeded::new("damage")).unwrap();
            key.save(directory.path(), "k").unwrap();
            let mut json: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            match value {
                Some(value) => json[field] = value.into(),
                None => drop(json.as_object_mut().unwrap().remove(field)),
            }
            std::fs::write(&path, json.to_string()).unwrap();
            let error = SigningKey::load(&path).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(secret) && error.contains("k.key"), "{name}: {error}");
            let error = load_public(&path).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(public) && error.is_empty() == public.is_empty(), "{name}: {error}");
        }
        std::fs::write(&path, "{}").unwrap();
        assert!(matches!(
            load_public(&path),
            Err(RegistryError::Key { source: KeyError::NotAKeyFile(_), .. })
        ));
        assert!(matches!(load_public(&directory.path().join("gone.pub")), Err(RegistryError::Read { .. })));
    }

    #[test]
    fn an_existing_key_file_is_not_overwritten() {
        let directory = tempfile::tempdir().unwrap();
        let key = SigningKey::generate(Ed25519, &mut Seeded::new("one")).unwrap();
        key.save(directory.path(), "k").unwrap();
        let other = SigningKey::generate(Ed25519, &mut Seeded::new("other")).unwrap();
        assert!(matches!(other.save(directory.path(), "k"), Err(RegistryError::Write { .. })));
        assert_eq!(SigningKey::load(&directory.path().join("k.key")).unwrap().id(), key.id());
    }
}
