//! Signs the statements of a draft with a threshold of keys, and makes trust roots.

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::{CoSignature, co_sign, write_sign, write_sign1};
use rastau_core::crypto::{PublicKey, sha256};
use rastau_core::snapshot::root::{self, Role};
use rastau_core::snapshot::statements::{
    CENTRES_CONTEXT, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT,
};
use rastau_core::snapshot::{Root, Statements};

use crate::RegistryError;
use crate::build::Draft;
use crate::keys::SigningKey;

/// Signs `payload` in `context` with every one of `keys`.
#[must_use]
pub fn sign_together(payload: &[u8], context: &str, keys: &[&SigningKey]) -> Vec<u8> {
    let signatures: Vec<CoSignature> = keys.iter().map(|key| co_signature(payload, context, key)).collect();
    write_sign(payload, &signatures)
}

/// One key's signature over `payload` in `context`.
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

/// The keys of a role and how many must sign.
pub struct RoleKeys {
    /// Public keys.
    pub keys: Vec<PublicKey>,
    /// How many of them must sign.
    pub threshold: u8,
}

/// A trust root with the given roles (root, keeper, chamber, fresh), unsigned.
pub fn make_root(
    register: &str,
    version: u64,
    expires: Timestamp,
    roles: &[RoleKeys; 4],
) -> Result<Root, RegistryError> {
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
        register: register.into(),
        version,
        expires,
        keys,
        roles: [role(one), role(two), role(three), role(four)],
    };
    for role in &root.roles {
        if role.threshold == 0 || usize::from(role.threshold) > role.keys.len() {
            return Err(RegistryError::said(
                "a role's threshold must be between 1 and the number of its keys",
            ));
        }
    }
    Ok(root)
}

/// Signs a root with the keys of its own root role, and for a next version also with those of the one before.
#[must_use]
pub fn sign_root(root: &Root, keys: &[&SigningKey]) -> Vec<u8> {
    sign_together(&root.write(), root::CONTEXT, keys)
}

/// The keys that sign a bundle.
pub struct Signers<'a> {
    /// The keeper's.
    pub keeper: Vec<&'a SigningKey>,
    /// The Chamber's.
    pub chamber: Vec<&'a SigningKey>,
    /// The online key.
    pub fresh: &'a SigningKey,
}

/// Signs a draft: the Chamber's statement first, then the manifest that pins it, then the freshness note that pins
/// the manifest.
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

/// The freshness note for the bytes of a manifest.
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
