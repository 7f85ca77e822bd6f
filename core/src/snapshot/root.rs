//! The trust root: which keys may speak for which role, and how many of them must agree.

use alloc::string::String;
use alloc::vec::Vec;

use super::rows::{read_key, write_key};
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::codec::cose::Sign;
use crate::crypto::{KeyId, PublicKey};
use crate::error::{OpenError, Statement};

/// The context string inside the signed bytes of a root.
pub const CONTEXT: &str = "rastau/root/1";
/// The most keys of a root, and of a role.
const MAX_KEYS: usize = 32;
/// The most bytes of a register's name.
pub(super) const MAX_REGISTER: usize = 128;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleName {
    /// Offline keys that name all the others.
    Root,
    /// The keeper of the registers of professions and documents: the authorised body (art. 5.6, 6).
    Keeper,
    /// The keeper of the list of accredited centres: the National Chamber (art. 11.2).
    Chamber,
    /// The online key that confirms which manifest is the newest.
    Freshness,
}

impl RoleName {
    /// All roles, in the order in which a root lists them.
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

/// The keys of a role and how many different ones must sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// At least one, at most the number of keys.
    pub threshold: u8,
    /// The keys, none twice.
    pub keys: Vec<KeyId>,
}

/// A trust root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Name of the register it is for.
    pub register: String,
    /// Version, from 1; each next root is exactly one higher.
    pub version: u64,
    /// The instant from which it may not be used.
    pub expires: Timestamp,
    /// Every key, each with its algorithm.
    pub keys: Vec<PublicKey>,
    /// The roles, in the order of [`RoleName::ALL`].
    pub roles: [Role; 4],
}

impl Root {
    /// The signed content.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.map(6).uint(0).text(CONTEXT).uint(1).text(&self.register).uint(2).uint(self.version);
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
        writer.finish()
    }

    fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("root", payload);
        let reader = &mut reader;
        let mut keys = Keys::open(reader, 6)?;
        keys.expect(reader, 0)?;
        if reader.text(64)? != CONTEXT {
            return Err(reader.bad_value());
        }
        keys.expect(reader, 1)?;
        let register = register(reader)?;
        keys.expect(reader, 2)?;
        let version = reader.uint()?;
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
        reader.clone().finish()?;
        Ok(Self { register, version, expires, keys: public, roles })
    }

    /// A role's keys and threshold.
    #[must_use]
    pub fn role(&self, name: RoleName) -> &Role {
        let [root, keeper, chamber, fresh] = &self.roles;
        match name {
            RoleName::Root => root,
            RoleName::Keeper => keeper,
            RoleName::Chamber => chamber,
            RoleName::Freshness => fresh,
        }
    }

    /// The key of an id, if it belongs to the role.
    #[must_use]
    pub fn key_of(&self, role: RoleName, id: KeyId) -> Option<&PublicKey> {
        if self.role(role).keys.contains(&id) { self.keys.iter().find(|key| key.id() == id) } else { None }
    }

    /// Whether the roles are possible at all: thresholds between one and the number of keys, no key twice, every
    /// key listed, the two keepers' keys apart (art. 5.6 and 11.2 name two), the online key in no other role.
    fn check_roles(&self) -> Result<(), OpenError> {
        let ids: Vec<KeyId> = self.keys.iter().map(PublicKey::id).collect();
        let unique = |ids: &[KeyId]| {
            ids.iter()
                .enumerate()
                .all(|(at, id)| !ids.iter().skip(at.saturating_add(1)).any(|other| other == id))
        };
        let apart = |left: RoleName, right: RoleName| {
            !self.role(left).keys.iter().any(|id| self.role(right).keys.contains(id))
        };
        // The freshness note has one signature, so its role can ask for no more.
        let one_fresh = self.role(RoleName::Freshness).threshold == 1;
        let possible = unique(&ids)
            && one_fresh
            && self.roles.iter().all(|role| {
                role.threshold >= 1
                    && usize::from(role.threshold) <= role.keys.len()
                    && unique(&role.keys)
                    && role.keys.iter().all(|id| ids.contains(id))
            })
            && apart(RoleName::Keeper, RoleName::Chamber)
            && [RoleName::Root, RoleName::Keeper, RoleName::Chamber]
                .into_iter()
                .all(|role| apart(RoleName::Freshness, role));
        if possible { Ok(()) } else { Err(OpenError::BadRoles) }
    }

    /// Whether enough different keys of `role` signed `sign` in `context`. A bad signature beside enough good
    /// ones does no harm: a broken co-signer must not stop a country.
    pub fn check_threshold(
        &self,
        role: RoleName,
        sign: &Sign<'_>,
        context: &str,
        statement: Statement,
    ) -> Result<(), OpenError> {
        let mut good: Vec<KeyId> = Vec::new();
        for signed in &sign.signatures {
            if good.contains(&signed.key_id) {
                continue;
            }
            let Some(key) = self.key_of(role, signed.key_id) else { continue };
            if key.verifies(signed.algorithm, &sign.covered(signed, context), signed.signature) {
                good.push(signed.key_id);
            }
        }
        let required = usize::from(self.role(role).threshold);
        if required >= 1 && good.len() >= required {
            Ok(())
        } else {
            Err(OpenError::TooFewSignatures { statement, good: good.len(), required })
        }
    }

    /// Whether enough of this root's own keys signed another root.
    pub fn check_own_threshold(&self, sign: &Sign<'_>) -> Result<(), OpenError> {
        self.check_threshold(RoleName::Root, sign, CONTEXT, Statement::Root)
    }

    /// Takes the content of a root whose bytes the caller already trusts or has checked by the root before it,
    /// and checks that it is signed by its own threshold too.
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
        keys.push(KeyId(reader.array_of()?));
    }
    Ok(Role { threshold, keys })
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

/// The keys of a statement's map, which are all required and stand in one order.
pub(super) struct Keys<'b>(crate::codec::cbor::MapKeys<'b>);

impl<'b> Keys<'b> {
    /// The head of a map of exactly `length` pairs.
    pub(super) fn open(reader: &mut Reader<'b>, length: usize) -> Result<Self, CodecError> {
        reader.map_of(length).map(Self)
    }

    /// The next key, which must be `key`.
    pub(super) fn expect(&mut self, reader: &mut Reader<'b>, key: i64) -> Result<(), CodecError> {
        if self.0.next(reader)? == Some(key) { Ok(()) } else { Err(reader.bad_value()) }
    }
}
