//! Cryptography: a closed set of algorithms. SHA-256, HMAC-SHA-256, Ed25519, and ECDSA on P-256.
//!
//! Algorithm numbers are the fully specified ones of RFC 9864 (curve and hash included). A trust root may list a key with
//! an unknown number, for example of a future GOST R 34.10 algorithm; such a key verifies nothing.

use alloc::vec::Vec;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// Length of a key id in bytes.
pub const KEY_ID_LEN: usize = 8;
/// Length of a SHA-256 hash in bytes.
pub const HASH_LEN: usize = 32;
/// Maximum length of a public key in bytes (an uncompressed point of a 512-bit curve).
pub const MAX_PUBLIC_KEY: usize = 129;

/// A SHA-256 hash.
pub type Hash = [u8; HASH_LEN];

/// Identifies a key: the first 8 bytes of SHA-256 over a domain string, the algorithm number and the public bytes
/// (docs/formats.md).
///
/// The id is derived ([`PublicKey::id`]) and never assigned: two keys share an id only by a hash collision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; KEY_ID_LEN]);

/// A signature algorithm that this version can verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// Ed25519, COSE -19 (RFC 9864); public key 32 bytes, signature 64.
    Ed25519,
    /// ECDSA with P-256 and SHA-256, COSE -9 `ESP256` (RFC 9864); public key 33 bytes (SEC 1 compressed),
    /// signature 64 bytes (r ‖ s), s in the lower half.
    Esp256,
}

impl Algorithm {
    /// Returns the COSE number of the algorithm.
    #[must_use]
    pub const fn cose(self) -> i64 {
        match self {
            Self::Ed25519 => -19,
            Self::Esp256 => -9,
        }
    }

    /// Returns the algorithm of a COSE number, or `None` if it is not in the closed set.
    #[must_use]
    pub const fn from_cose(number: i64) -> Option<Self> {
        match number {
            -19 => Some(Self::Ed25519),
            -9 => Some(Self::Esp256),
            _ => None,
        }
    }
}

/// A trusted public key. Its algorithm is part of the key and is never taken from a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// COSE algorithm number.
    pub algorithm: i64,
    /// The key's bytes in the encoding of its algorithm ([`Algorithm`]).
    pub bytes: Vec<u8>,
}

impl PublicKey {
    /// Returns the key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let hash = sha256(&[b"rastau/key/1\0", &self.algorithm.to_be_bytes(), &self.bytes]);
        let mut id = [0; KEY_ID_LEN];
        for (to, from) in id.iter_mut().zip(hash) {
            *to = from;
        }
        KeyId(id)
    }

    /// Returns whether this key made `signature` over `message`. `claimed` is the algorithm number in the message.
    ///
    /// Returns `false` if `claimed` is not this key's algorithm, if the algorithm is unknown, or if the key or the
    /// signature is malformed. Ed25519 is verified strictly (RFC 8032 §5.1.7): keys of low order and non-canonical
    /// encodings are rejected. P-256 keys must be compressed points, and s must be in the lower half.
    #[must_use]
    pub fn verifies(&self, claimed: i64, message: &[u8], signature: &[u8]) -> bool {
        claimed == self.algorithm && Point::of(self).verifies(message, signature)
    }
}

/// A public key with its id and its point, computed once for many signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedKey {
    algorithm: i64,
    id: KeyId,
    point: Point,
}

impl DecodedKey {
    /// Decodes a key. A malformed key, or one of an unknown algorithm, verifies nothing.
    #[must_use]
    pub fn new(key: &PublicKey) -> Self {
        Self { algorithm: key.algorithm, id: key.id(), point: Point::of(key) }
    }

    /// Returns the key's id ([`PublicKey::id`]).
    #[must_use]
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// Returns whether the key made `signature` over `message`, as [`PublicKey::verifies`].
    #[must_use]
    pub fn verifies(&self, claimed: i64, message: &[u8], signature: &[u8]) -> bool {
        claimed == self.algorithm && self.point.verifies(message, signature)
    }
}

/// The point of a public key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Point {
    Ed25519(ed25519_dalek::VerifyingKey),
    Esp256(p256::ecdsa::VerifyingKey),
    /// The key is malformed, or its algorithm is unknown.
    None,
}

impl Point {
    fn of(key: &PublicKey) -> Self {
        let point = match Algorithm::from_cose(key.algorithm) {
            Some(Algorithm::Ed25519) => <&[u8; 32]>::try_from(key.bytes.as_slice())
                .ok()
                .and_then(|bytes| ed25519_dalek::VerifyingKey::from_bytes(bytes).ok())
                .map(Self::Ed25519),
            // Compressed points only: another encoding of the same key would have a second id.
            Some(Algorithm::Esp256) => match key.bytes.as_slice() {
                bytes @ [2 | 3, rest @ ..] if rest.len() == 32 => {
                    p256::ecdsa::VerifyingKey::from_sec1_bytes(bytes).ok().map(Self::Esp256)
                }
                _ => None,
            },
            None => None,
        };
        point.unwrap_or(Self::None)
    }

    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        use p256::ecdsa::signature::Verifier;
        match self {
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            // A high s is a second encoding of the same signature (signature malleability).
            Self::Esp256(key) => p256::ecdsa::Signature::from_slice(signature).is_ok_and(|signature| {
                signature.normalize_s() == signature && key.verify(message, &signature).is_ok()
            }),
            Self::None => false,
        }
    }
}

/// Computes SHA-256 (FIPS 180-4) over the concatenation of `parts`.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Computes HMAC-SHA-256 (RFC 2104) over the concatenation of `parts`.
#[must_use]
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Hash {
    // HMAC accepts keys of any length, so the error arm is unreachable. An all-zero tag would match nothing.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; HASH_LEN] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Compares two byte strings in time that depends on their lengths only, not on where they differ.
#[must_use]
pub fn equal(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

#[cfg(test)]
mod tests;
