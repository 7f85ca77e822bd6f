//! An in-memory register for the unit tests: keys of fixed seeds, pages in a vector, statements signed on the spot.
//! [`world`] fills it with a small register; the modules beside it attack it.

mod attacks;
mod check;
mod files;
mod layers;
mod pages;
mod rows;
mod tree;
mod trust;
mod working;
pub(crate) mod world;

use std::borrow::Cow;
use std::convert::Infallible;

use super::pages::{Pages, SegmentId, SegmentKind};
use super::root::{self, RoleName};
use super::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use super::tree::{Child, build_index, page_hash};
use super::{PAGE_SIZE, Role, Root, Segment, Snapshot, Statements, TrustedState};
use crate::calendar::{Date, Interval, Timestamp};
use crate::codec::cose::{CoSignature, co_sign, write_sign, write_sign1};
use crate::crypto::{KeyId, PublicKey, sha256};
use crate::error::{OpenError, PageError};

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

/// An interval from two dates; an empty second one leaves it open.
pub(crate) fn interval(from: &str, until: &str) -> Interval {
    Interval { from: day(from), until: Date::parse(until) }
}

/// A secret key.
#[derive(Clone)]
pub(crate) enum Signer {
    Ed25519(ed25519_dalek::SigningKey),
    Esp256(p256::ecdsa::SigningKey),
}

impl Signer {
    pub(crate) fn ed25519(seed: u8) -> Self {
        Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(&[seed; 32]))
    }

    pub(crate) fn esp256(seed: u8) -> Self {
        Self::Esp256(p256::ecdsa::SigningKey::from_slice(&[seed; 32]).unwrap())
    }

    pub(crate) fn public(&self) -> PublicKey {
        match self {
            Self::Ed25519(key) => {
                PublicKey { algorithm: -19, bytes: key.verifying_key().to_bytes().to_vec() }
            }
            Self::Esp256(key) => {
                let point = key.verifying_key().to_sec1_point(true);
                PublicKey { algorithm: -9, bytes: point.as_bytes().to_vec() }
            }
        }
    }

    pub(crate) fn id(&self) -> KeyId {
        self.public().id()
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => ed25519_dalek::Signer::sign(key, message).to_bytes().to_vec(),
            Self::Esp256(key) => {
                let signature: p256::ecdsa::Signature = p256::ecdsa::signature::Signer::sign(key, message);
                signature.normalize_s().to_bytes().to_vec()
            }
        }
    }

    /// This key's part of a statement, perhaps under another algorithm number than its own.
    pub(super) fn co_sign(&self, payload: &[u8], context: &str, algorithm: i64) -> CoSignature {
        let signed = co_sign(payload, context, algorithm, self.id(), |covered| {
            Ok::<_, Infallible>(self.sign(covered))
        });
        signed.unwrap()
    }
}

/// A statement signed by every one of `keys`.
pub(super) fn sign_all(payload: &[u8], context: &str, keys: &[Signer]) -> Vec<u8> {
    let signatures: Vec<_> =
        keys.iter().map(|key| key.co_sign(payload, context, key.public().algorithm)).collect();
    write_sign(payload, &signatures)
}

/// A `COSE_Sign1` by one key.
pub(super) fn sign_one(payload: &[u8], context: &str, key: &Signer) -> Vec<u8> {
    let public = key.public();
    write_sign1(payload, context, public.algorithm, public.id(), |covered| {
        Ok::<_, Infallible>(key.sign(covered))
    })
    .unwrap()
}

/// Segment files in memory; a page of no bytes is a missing one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    pub(crate) files: Vec<(SegmentId, Vec<Vec<u8>>)>,
}

impl Pages for Memory {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let file = self.files.iter().find(|(id, _)| id == segment);
        let page = file.and_then(|(_, pages)| pages.get(usize::try_from(index).unwrap()));
        page.filter(|page| !page.is_empty())
            .map(|page| Cow::Borrowed(page.as_slice()))
            .ok_or(PageError::Missing)
    }
}

impl Memory {
    /// The pages of the segment of `kind` (the tests' registers have one of each).
    pub(crate) fn of(&mut self, kind: SegmentKind) -> &mut Vec<Vec<u8>> {
        &mut self.files.iter_mut().find(|(id, _)| id.kind == kind).unwrap().1
    }

    /// The leaf of a table on which the row of `key` stands.
    pub(crate) fn row_page(&mut self, kind: SegmentKind, key: &[u8]) -> &mut Vec<u8> {
        let on_page = |page: &&mut Vec<u8>| matches!(super::tables::find(page, key), Some(Some(_)));
        self.of(kind).iter_mut().find(on_page).unwrap()
    }
}

/// One leaf page with what the index needs to know of it.
pub(crate) struct Leaf {
    pub(crate) page: Vec<u8>,
    pub(crate) first: Vec<u8>,
    pub(crate) last: Vec<u8>,
    pub(crate) entries: u64,
}

/// A whole segment: its description and its pages.
pub(crate) fn segment(kind: SegmentKind, serial: u32, leaves: Vec<Leaf>) -> (Segment, Vec<Vec<u8>>) {
    let (first, last) = (leaves[0].first.clone(), leaves.last().unwrap().last.clone());
    let entries = leaves.iter().map(|leaf| leaf.entries).sum();
    let children = leaves.iter().zip(0..).map(|(leaf, index)| {
        assert_eq!(leaf.page.len(), PAGE_SIZE);
        Child { first: leaf.first.clone(), hash: page_hash(kind, serial, 0, index, &leaf.page) }
    });
    let (index, root, height) = build_index(kind, serial, children.collect());
    let mut pages: Vec<Vec<u8>> = leaves.into_iter().map(|leaf| leaf.page).collect();
    pages.extend(index);
    let id = SegmentId { kind, serial, root };
    let count = pages.len().try_into().unwrap();
    (Segment { id, covers_from: serial, pages: count, height, entries, first, last }, pages)
}

/// A root's secret keys, by role.
#[derive(Clone)]
pub(crate) struct RoleSigners {
    pub(crate) root: Vec<Signer>,
    pub(crate) keeper: Vec<Signer>,
    pub(crate) chamber: Vec<Signer>,
    pub(crate) fresh: Vec<Signer>,
}

impl RoleSigners {
    /// Two of three keys for each offline role, of both algorithms, and one online key.
    pub(crate) fn new(seed: u8) -> Self {
        let three =
            |first: u8| vec![Signer::ed25519(first), Signer::esp256(first + 1), Signer::ed25519(first + 2)];
        Self {
            root: three(seed),
            keeper: three(seed + 10),
            chamber: three(seed + 20),
            fresh: vec![Signer::ed25519(seed + 30)],
        }
    }

    pub(super) fn of(&self, role: RoleName) -> &[Signer] {
        match role {
            RoleName::Root => &self.root,
            RoleName::Keeper => &self.keeper,
            RoleName::Chamber => &self.chamber,
            RoleName::Freshness => &self.fresh,
        }
    }

    /// The root that names these keys.
    pub(crate) fn trust_root(&self, version: u64) -> Root {
        let roles = RoleName::ALL.map(|role| Role {
            threshold: if role == RoleName::Freshness { 1 } else { 2 },
            keys: self.of(role).iter().map(Signer::id).collect(),
        });
        let keys = RoleName::ALL.iter().flat_map(|role| self.of(*role)).map(Signer::public).collect();
        Root { register: "test".into(), version, expires: time("2028-01-01T00:00:00Z"), keys, roles }
    }
}

pub(super) fn sign_root(root: &Root, keys: &[Signer]) -> Vec<u8> {
    sign_all(&root.write(), root::CONTEXT, keys)
}

/// A bundle before it is signed: change what you like, then [`Bundle::sign`] it.
#[derive(Clone)]
pub(crate) struct Bundle {
    pub(crate) signers: RoleSigners,
    pub(crate) root: Root,
    pub(crate) manifest: Manifest,
    pub(crate) centres: Centres,
    pub(crate) fresh: FreshnessStatement,
    pub(crate) pages: Memory,
}

/// A signed bundle.
#[derive(Clone)]
pub(crate) struct SignedBundle {
    pub(crate) trust_root: Vec<u8>,
    pub(crate) statements: Statements,
    pub(crate) pages: Memory,
}

impl Bundle {
    /// Signs everything with two keys of each role; the hashes that pin one statement in another are set here.
    pub(crate) fn sign(&self) -> SignedBundle {
        let two = |role| &self.signers.of(role)[..2];
        let centres = sign_all(&self.centres.write(), CENTRES_CONTEXT, two(RoleName::Chamber));
        let manifest = Manifest { centres: sha256(&[&centres]), ..self.manifest.clone() };
        let manifest = sign_all(&manifest.write(), MANIFEST_CONTEXT, two(RoleName::Keeper));
        let fresh = FreshnessStatement { manifest: sha256(&[&manifest]), ..self.fresh.clone() };
        let fresh = sign_one(&fresh.write(), FRESHNESS_CONTEXT, &self.signers.fresh[0]);
        SignedBundle {
            trust_root: sign_root(&self.root, two(RoleName::Root)),
            statements: Statements { roots: Vec::new(), manifest, centres, fresh },
            pages: self.pages.clone(),
        }
    }

    /// Signs and opens.
    pub(crate) fn open(&self, trusted_state: Option<&TrustedState>) -> Result<Snapshot<Memory>, OpenError> {
        self.sign().open(trusted_state)
    }
}

/// The device's clock in tests: 11:00 on 2 March 2026 in Kazakhstan.
pub(crate) const CLOCK: &str = "2026-03-02T06:00:00Z";

impl SignedBundle {
    pub(crate) fn open(&self, trusted_state: Option<&TrustedState>) -> Result<Snapshot<Memory>, OpenError> {
        Snapshot::open(&self.trust_root, &self.statements, self.pages.clone(), time(CLOCK), trusted_state)
    }

    /// The error of an opening that must fail.
    pub(super) fn refused(&self) -> OpenError {
        self.open(None).map(|_| ()).unwrap_err()
    }
}
