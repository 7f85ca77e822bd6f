//! The trust root: the keys and the signature threshold of each role.

use alloc::string::String;
use alloc::vec::Vec;

use super::contact::{MAX_PAGE_ADDRESS, is_https_address};
use super::floors::Floors;
use super::rows::{read_key, write_key};
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::codec::cose::Sign;
use crate::crypto::{KeyId, PublicKey};
use crate::error::{OpenError, Statement};

/// The context string in the signed bytes of a root (domain separation).
pub const CONTEXT: &str = "rastau/root/1";
/// Maximum number of keys of a root, and of a role.
const MAX_KEYS: usize = 32;
/// Maximum number of extensions of a root.
const MAX_EXTENSIONS: usize = 16;
/// Maximum bytes of the value of an extension.
pub const MAX_EXTENSION: usize = 4096;
/// Maximum bytes of a register's name.
pub(super) const MAX_REGISTER: usize = 128;

/// The signing roles. TUF's names of the corresponding roles are in parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleName {
    /// Signs trust roots, which list all keys (root).
    Root,
    /// Signs the manifest: the keeper of the registers of professions and documents, the authorised body (art. 5.6, 6)
    /// (targets and snapshot).
    Keeper,
    /// Signs the statement of centres: the keeper of the list of accredited centres, the National Chamber (art. 11.2)
    /// (a delegated targets role).
    Chamber,
    /// Signs the freshness statement with an online key: which manifest is the newest (timestamp).
    Freshness,
}

impl RoleName {
    /// All roles, in the order of a root's list.
    pub const ALL: [Self; 4] = [Self::Root, Self::Keeper, Self::Chamber, Self::Freshness];

    const fn index(self) -> usize {
        match self {
            Self::Root => 0,
            Self::Keeper => 1,
            Self::Chamber => 2,
            Self::Freshness => 3,
        }
    }
}

/// The keys of a role and the threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The number of different keys that must sign: from 1 to the number of keys.
    pub threshold: u8,
    /// The ids of the keys, without duplicates.
    pub keys: Vec<KeyId>,
}

/// An extension of a root, as X.509 (RFC 5280, section 4.2) and COSE (RFC 9052, section 3.1, `crit`) have them.
///
/// This version knows no extension. An unknown one is ignored if it is not critical; a critical one means that a program
/// that does not know it must not use the root ([`Root::needs_newer_program`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its number; docs/formats.md lists them.
    pub id: u64,
    /// Whether a program that does not know it must not use the root.
    pub critical: bool,
    /// Its value, at most [`MAX_EXTENSION`] bytes.
    pub value: Vec<u8>,
}

/// The content of a trust root (docs/formats.md).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Name of the register.
    pub register: String,
    /// Version, from 1. The next root has exactly the next version.
    pub version: u64,
    /// The instant at which the root expires.
    pub expires: Timestamp,
    /// All keys, each with its algorithm.
    pub keys: Vec<PublicKey>,
    /// The roles, in the order of [`RoleName::ALL`].
    pub roles: [Role; 4],
    /// The lowest versions and earliest times; they never sink from one root to the next.
    pub floors: Floors,
    /// The base address, `https://…`, at which the register is published from now on; empty if it has not moved. A host asks
    /// for the next root at its configured address too.
    pub successor: String,
    /// The extensions, in ascending order of their numbers.
    pub extensions: Vec<Extension>,
}

impl Root {
    /// Writes the content to be signed, as deterministic CBOR.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.map(9).uint(0).text(CONTEXT).uint(1).text(&self.register).uint(2).uint(self.version);
        writer.uint(3).uint(self.expires.0);
        writer.uint(4).array(self.keys.len());
        for key in &self.keys {
            writer.array(2);
            write_key(&mut writer, key);
        }
        writer.uint(5).array(self.roles.len());
        for role in &self.roles {
            writer.array(2).uint(role.threshold.into()).array(role.keys.len());
            for key in &role.keys {
                writer.bytes(&key.0);
            }
        }
        writer.uint(6);
        self.floors.write(&mut writer);
        writer.uint(7).text(&self.successor).uint(8).array(self.extensions.len());
        for extension in &self.extensions {
            writer.array(3).uint(extension.id).uint(extension.critical.into()).bytes(&extension.value);
        }
        writer.finish()
    }

    fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("root", payload);
        let reader = &mut reader;
        let mut keys = Keys::open(reader, 9)?;
        keys.expect(reader, 0)?;
        if reader.text(64)? != CONTEXT {
            return Err(reader.bad_value());
        }
        keys.expect(reader, 1)?;
        let register = register(reader)?;
        keys.expect(reader, 2)?;
        let version = reader.number()?;
        keys.expect(reader, 3)?;
        let expires = timestamp(reader)?;
        keys.expect(reader, 4)?;
        let count = reader.array(MAX_KEYS)?;
        let mut public = Vec::with_capacity(count);
        for _ in 0..count {
            reader.tuple(2)?;
            public.push(read_key(reader)?);
        }
        keys.expect(reader, 5)?;
        reader.tuple(4)?;
        let roles = [role(reader)?, role(reader)?, role(reader)?, role(reader)?];
        keys.expect(reader, 6)?;
        let floors = Floors::read(reader)?;
        keys.expect(reader, 7)?;
        let successor = String::from(reader.text(MAX_PAGE_ADDRESS)?);
        if !successor.is_empty() && !is_https_address(&successor) {
            return Err(reader.bad_value());
        }
        keys.expect(reader, 8)?;
        let extensions = extensions(reader)?;
        reader.clone().finish()?;
        if version == 0 {
            return Err(reader.bad_value());
        }
        Ok(Self { register, version, expires, keys: public, roles, floors, successor, extensions })
    }

    /// Returns the keys and the threshold of a role.
    #[must_use]
    pub fn role(&self, name: RoleName) -> &Role {
        let [root, keeper, chamber, freshness] = &self.roles;
        match name {
            RoleName::Root => root,
            RoleName::Keeper => keeper,
            RoleName::Chamber => chamber,
            RoleName::Freshness => freshness,
        }
    }

    /// Returns the key of an id, or `None` if it does not belong to the role.
    #[must_use]
    pub fn key_of(&self, role: RoleName, id: KeyId) -> Option<&PublicKey> {
        if self.role(role).keys.contains(&id) { self.keys.iter().find(|key| key.id() == id) } else { None }
    }

    /// Checks that the roles are consistent: each threshold is from 1 to the number of keys; there are no duplicate keys;
    /// every key is listed; keeper and Chamber share no key (art. 5.6 and 11.2 name two bodies); the online key is in no
    /// other role.
    fn check_roles(&self) -> Result<(), OpenError> {
        let ids: Vec<KeyId> = self.keys.iter().map(PublicKey::id).collect();
        let unique = |ids: &[KeyId]| {
            ids.iter()
                .enumerate()
                .all(|(at, id)| !ids.iter().skip(at.saturating_add(1)).any(|other| other == id))
        };
        let disjoint = |left: RoleName, right: RoleName| {
            !self.role(left).keys.iter().any(|id| self.role(right).keys.contains(id))
        };
        // The freshness statement has one signature, so the threshold of its role is 1.
        let consistent = unique(&ids)
            && self.role(RoleName::Freshness).threshold == 1
            && self.roles.iter().all(|role| {
                role.threshold >= 1
                    && usize::from(role.threshold) <= role.keys.len()
                    && unique(&role.keys)
                    && role.keys.iter().all(|id| ids.contains(id))
            })
            && disjoint(RoleName::Keeper, RoleName::Chamber)
            && [RoleName::Root, RoleName::Keeper, RoleName::Chamber]
                .into_iter()
                .all(|role| disjoint(RoleName::Freshness, role));
        if consistent { Ok(()) } else { Err(OpenError::BadRoles) }
    }

    /// Returns whether the root has a critical extension that this version does not know.
    #[must_use]
    pub fn needs_newer_program(&self) -> bool {
        self.extensions.iter().any(|extension| extension.critical)
    }

    /// Returns whether `signers` still reach the threshold of `role`: the keys among them that the role has in this root.
    #[must_use]
    pub fn still_trusts(&self, role: RoleName, signers: &[KeyId]) -> bool {
        let role = self.role(role);
        signers.iter().filter(|signer| role.keys.contains(signer)).count() >= usize::from(role.threshold)
    }

    /// Checks that enough different keys of `role` signed `sign` with the context string `context`. Returns the keys.
    ///
    /// An invalid signature beside enough valid ones is ignored: one broken signer must not block updates.
    ///
    /// # Errors
    /// [`OpenError::TooFewSignatures`] with `statement`.
    pub fn check_threshold(
        &self,
        role: RoleName,
        sign: &Sign<'_>,
        context: &str,
        statement: Statement,
    ) -> Result<Vec<KeyId>, OpenError> {
        let mut valid: Vec<KeyId> = Vec::new();
        for signed in &sign.signatures {
            if valid.contains(&signed.key_id) {
                continue;
            }
            let Some(key) = self.key_of(role, signed.key_id) else { continue };
            if key.verifies(signed.algorithm, &sign.covered(signed, context), signed.signature) {
                valid.push(signed.key_id);
            }
        }
        let threshold = usize::from(self.role(role).threshold);
        if threshold >= 1 && valid.len() >= threshold {
            Ok(valid)
        } else {
            Err(OpenError::TooFewSignatures { statement, valid: valid.len(), required: threshold })
        }
    }

    /// Checks that enough keys of this root's root role signed `sign`, another root or this one.
    ///
    /// # Errors
    /// [`OpenError::TooFewSignatures`].
    pub fn check_own_threshold(&self, sign: &Sign<'_>) -> Result<(), OpenError> {
        self.check_threshold(RoleName::Root, sign, CONTEXT, Statement::Root).map(|_| ())
    }

    /// Reads a root and checks its roles and that its own threshold signed it.
    ///
    /// This does not make the root trusted: the caller pins its bytes, or checks with [`Root::check_own_threshold`] that the
    /// previous root signed it.
    ///
    /// # Errors
    /// [`OpenError::Malformed`], [`OpenError::BadRoles`] or [`OpenError::TooFewSignatures`].
    ///
    /// # Examples
    /// ```
    /// use rastau_core::codec::cose;
    /// use rastau_core::snapshot::root::RoleName;
    /// use rastau_core::snapshot::{MAX_STATEMENT, Root};
    ///
    /// # let bytes = std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?;
    /// let root = Root::from_sign(&cose::read_sign("root", &bytes, MAX_STATEMENT)?)?;
    /// assert_eq!(root.version, 1);
    /// assert_eq!(root.role(RoleName::Keeper).threshold, 2);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn from_sign(sign: &Sign<'_>) -> Result<Self, OpenError> {
        let root = Self::read(sign.payload).map_err(|error| OpenError::Malformed(Statement::Root, error))?;
        root.check_roles()?;
        root.check_own_threshold(sign)?;
        debug_assert!(RoleName::ALL.iter().enumerate().all(|(at, role)| role.index() == at));
        Ok(root)
    }
}

fn role(reader: &mut Reader<'_>) -> Result<Role, CodecError> {
    reader.tuple(2)?;
    let threshold = u8::try_from(reader.uint_up_to(255)?).map_err(|_| reader.bad_value())?;
    let count = reader.array(MAX_KEYS)?;
    let mut keys = Vec::with_capacity(count);
    for _ in 0..count {
        keys.push(KeyId(reader.byte_array()?));
    }
    Ok(Role { threshold, keys })
}

fn extensions(reader: &mut Reader<'_>) -> Result<Vec<Extension>, CodecError> {
    let count = reader.array(MAX_EXTENSIONS)?;
    let mut extensions: Vec<Extension> = Vec::with_capacity(count);
    for _ in 0..count {
        reader.tuple(3)?;
        let id = reader.uint()?;
        if extensions.last().is_some_and(|last| last.id >= id) {
            return Err(reader.bad_value());
        }
        let critical = reader.uint_up_to(1)? == 1;
        extensions.push(Extension { id, critical, value: reader.bytes(MAX_EXTENSION)?.to_vec() });
    }
    Ok(extensions)
}

/// Reads a register's name.
pub(super) fn register(reader: &mut Reader<'_>) -> Result<String, CodecError> {
    let name = reader.text(MAX_REGISTER)?;
    if name.is_empty() { Err(reader.bad_value()) } else { Ok(String::from(name)) }
}

/// Reads an instant.
pub(super) fn timestamp(reader: &mut Reader<'_>) -> Result<Timestamp, CodecError> {
    reader.uint_up_to(Timestamp::MAX.0).map(Timestamp)
}

/// The keys of a statement's map. All are required and in a fixed order.
pub(super) struct Keys<'b>(crate::codec::cbor::MapKeys<'b>);

impl<'b> Keys<'b> {
    /// Reads the head of a map of exactly `length` pairs.
    pub(super) fn open(reader: &mut Reader<'b>, length: usize) -> Result<Self, CodecError> {
        reader.map_of(length).map(Self)
    }

    /// Reads the next key, which must be `key`.
    pub(super) fn expect(&mut self, reader: &mut Reader<'b>, key: i64) -> Result<(), CodecError> {
        if self.0.next(reader)? == Some(key) { Ok(()) } else { Err(reader.bad_value()) }
    }
}
