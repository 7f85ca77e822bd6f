//! Signs the statements of a draft with a threshold of keys, and makes trust roots.
//!
//! The freshness statement corresponds to the timestamp role of The Update Framework.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_core::crypto::Algorithm::Ed25519;
//! use rastau_registry::keys::SigningKey;
//! use rastau_registry::random::System;
//! use rastau_core::snapshot::Floors;
//! use rastau_registry::sign::{RoleKeys, RootContent, make_root, sign_root};
//!
//! let keys = [(); 4].map(|()| SigningKey::generate(Ed25519, &mut System));
//! let [root, keeper, chamber, fresh] = keys;
//! let (root, keeper, chamber, fresh) = (root?, keeper?, chamber?, fresh?);
//! let role = |key: &SigningKey| RoleKeys { keys: vec![key.public().clone()], threshold: 1 };
//! let roles = [role(&root), role(&keeper), role(&chamber), role(&fresh)];
//! let expires = Timestamp::parse("2035-01-01T00:00:00Z").unwrap();
//! let unsigned = make_root(&RootContent {
//!     register: "kz.example",
//!     version: 1,
//!     expires,
//!     roles,
//!     floors: Floors::START,
//!     successor: "",
//! })?;
//! let file = sign_root(&unsigned, &[&root]); // the content of `root.cose`
//! # assert!(!file.is_empty());
//! # Ok::<(), rastau_registry::RegistryError>(())
//! ```

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, co_sign, write_sign, write_sign1};
use rastau_core::crypto::{PublicKey, sha256};
use rastau_core::snapshot::root::{self, Role};
use rastau_core::snapshot::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use rastau_core::snapshot::{Contact, Floor, Floors, Root, Statements};

use crate::RegistryError;
use crate::build::Draft;
use crate::keys::SigningKey;

/// Why a trust root cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// A threshold that the keys of a role can never or always reach.
    #[error(
        "the threshold of the role {role} is {threshold}; it must be from 1 to the number of its keys, {keys}"
    )]
    Threshold {
        /// The role: root, keeper, chamber or fresh.
        role: &'static str,
        /// The threshold given.
        threshold: u8,
        /// The number of keys given.
        keys: usize,
    },
    /// The successor is not an address `https://…`.
    #[error("\"{0}\" is not an address https://… of at most 200 characters")]
    Successor(String),
}

/// Signs `payload` in `context` with each of `keys`; returns a COSE_Sign structure (RFC 9052, section 4.1).
#[must_use]
pub fn sign_together(payload: &[u8], context: &str, keys: &[&SigningKey]) -> Vec<u8> {
    let signatures: Vec<CoSignature> = keys.iter().map(|key| co_signature(payload, context, key)).collect();
    write_sign(payload, &signatures)
}

/// Returns the signature of one key over `payload` in `context`.
#[must_use]
pub fn co_signature(payload: &[u8], context: &str, key: &SigningKey) -> CoSignature {
    let signed = co_sign(payload, context, key.public().algorithm, key.id(), |covered| {
        Ok::<_, std::convert::Infallible>(key.sign(covered))
    });
    match signed {
        Ok(signature) => signature,
        Err(never) => match never {},
    }
}

/// The keys of a role and its threshold.
pub struct RoleKeys {
    /// The public keys.
    pub keys: Vec<PublicKey>,
    /// The number of keys that must sign, from 1 to the number of keys.
    pub threshold: u8,
}

/// The content of a trust root to be made.
pub struct RootContent<'a> {
    /// Name of the register.
    pub register: &'a str,
    /// Version, from 1.
    pub version: u64,
    /// The instant at which it expires.
    pub expires: Timestamp,
    /// Keys and thresholds of root, keeper, chamber and fresh.
    pub roles: [RoleKeys; 4],
    /// The lowest versions and earliest times that verifiers accept under it: those last published ([`floors_of`]).
    pub floors: Floors,
    /// The address at which the register is published from now on; empty if it has not moved.
    pub successor: &'a str,
}

/// Returns the floors that a published bundle sets for the next root: its versions and times.
#[must_use]
pub fn floors_of(manifest: &Manifest, centres: &Centres, fresh: &FreshnessStatement) -> Floors {
    Floors {
        keeper: Floor { epoch: manifest.epoch, version: manifest.version, time: manifest.as_of },
        chamber: Floor { epoch: centres.epoch, version: centres.version, time: centres.as_of },
        freshness: fresh.checked_at,
    }
}

/// Returns an unsigned trust root.
///
/// # Errors
/// [`SignError::Threshold`] for a threshold of 0 or above the number of a role's keys, [`SignError::Successor`] for an
/// address of another form.
pub fn make_root(content: &RootContent<'_>) -> Result<Root, RegistryError> {
    let roles = &content.roles;
    let mut keys: Vec<PublicKey> = Vec::new();
    for key in roles.iter().flat_map(|role| &role.keys) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let role = |role: &RoleKeys| Role {
        threshold: role.threshold,
        keys: role.keys.iter().map(PublicKey::id).collect(),
    };
    let [one, two, three, four] = roles;
    let root = Root {
        register: content.register.into(),
        version: content.version,
        expires: content.expires,
        keys,
        roles: [role(one), role(two), role(three), role(four)],
        floors: content.floors,
        successor: content.successor.into(),
        extensions: Vec::new(),
    };
    if !root.successor.is_empty() && Contact::new(&root.successor, "", "").is_none() {
        return Err(SignError::Successor(root.successor).into());
    }
    for (role, name) in root.roles.iter().zip(["root", "keeper", "chamber", "fresh"]) {
        let (threshold, keys) = (role.threshold, role.keys.len());
        if threshold == 0 || usize::from(threshold) > keys {
            return Err(SignError::Threshold { role: name, threshold, keys }.into());
        }
    }
    Ok(root)
}

/// Signs a root. `keys` are keys of its own root role; for version 2 and later also keys of the previous root's root role.
#[must_use]
pub fn sign_root(root: &Root, keys: &[&SigningKey]) -> Vec<u8> {
    sign_together(&root.write(), root::CONTEXT, keys)
}

/// The keys that sign a bundle.
pub struct Signers<'a> {
    /// Keys of the keeper (the authorised body, art. 5.6 and 6).
    pub keeper: Vec<&'a SigningKey>,
    /// Keys of the National Chamber (art. 11.2).
    pub chamber: Vec<&'a SigningKey>,
    /// The online key, which signs freshness statements only.
    pub fresh: &'a SigningKey,
}

/// Signs a draft: first the Chamber's statement, then the manifest with its hash, then the freshness statement with the
/// manifest's hash. `roots` are the versions and bytes of all trust roots so far.
#[must_use]
pub fn sign_draft(
    draft: &Draft,
    roots: Vec<(u64, Vec<u8>)>,
    signers: &Signers<'_>,
    checked_at: Timestamp,
    next_update: Timestamp,
) -> Statements {
    let centres = sign_together(&draft.centres.write(), CENTRES_CONTEXT, &signers.chamber);
    let mut manifest = draft.manifest.clone();
    manifest.centres = sha256(&[&centres]);
    let manifest = sign_together(&manifest.write(), MANIFEST_CONTEXT, &signers.keeper);
    let fresh = sign_fresh(&draft.manifest.register, &manifest, signers.fresh, checked_at, next_update);
    Statements { roots, manifest, centres, fresh }
}

/// Returns the signed freshness statement of a signed manifest (COSE_Sign1, RFC 9052, section 4.2): checked at
/// `checked_at`, the next one due by `next_update`.
#[must_use]
pub fn sign_fresh(
    register: &str,
    manifest: &[u8],
    key: &SigningKey,
    checked_at: Timestamp,
    next_update: Timestamp,
) -> Vec<u8> {
    let fresh = FreshnessStatement {
        register: register.into(),
        manifest: sha256(&[manifest]),
        checked_at,
        next_update,
    };
    let signed =
        write_sign1(&fresh.write(), FRESHNESS_CONTEXT, key.public().algorithm, key.id(), |covered| {
            Ok::<_, std::convert::Infallible>(key.sign(covered))
        });
    match signed {
        Ok(bytes) => bytes,
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Seeded;

    #[test]
    fn rejects_thresholds_that_cannot_be_reached() {
        let key =
            SigningKey::generate(rastau_core::crypto::Algorithm::Ed25519, &mut Seeded::new("role")).unwrap();
        let expires = Timestamp::parse("2035-01-01T00:00:00Z").unwrap();
        let make = |thresholds: [u8; 4]| {
            let role = |threshold| RoleKeys { keys: vec![key.public().clone()], threshold };
            let (roles, floors) = (thresholds.map(role), Floors::START);
            make_root(&RootContent { register: "test", version: 1, expires, roles, floors, successor: "" })
        };
        assert!(make([1, 1, 1, 1]).is_ok());
        for (thresholds, role, threshold) in
            [([0, 1, 1, 1], "root", 0), ([1, 2, 1, 1], "keeper", 2), ([1, 1, 1, 9], "fresh", 9)]
        {
            match make(thresholds) {
                Err(RegistryError::Sign(error)) => {
                    assert_eq!(error, SignError::Threshold { role, threshold, keys: 1 });
                }
                other => panic!("{thresholds:?}: {other:?}"),
            }
        }
    }
}
