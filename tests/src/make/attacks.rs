//! Writes bundles that could result from an attack or an accident, and valid bundles that resemble them.

use rastau_core::codec::cose::{CoSignature, write_sign};
use rastau_core::snapshot::root::Role;
use rastau_core::snapshot::statements::{CENTRES_CONTEXT, MANIFEST_CONTEXT};
use rastau_core::snapshot::{Floors, Root, SegmentKind, Statements};
use rastau_registry::RegistryError;
use rastau_registry::demo::REGISTER;
use rastau_registry::keys::SigningKey;
use rastau_registry::sign::{
    RoleKeys, RootContent, Signers, co_signature, make_root, sign_draft, sign_fresh, sign_root, sign_together,
};

use super::bundles::{Maker, instant};

type Result = std::result::Result<(), RegistryError>;

impl Maker<'_> {
    fn with_manifest(&self, manifest: Vec<u8>) -> Statements {
        let fresh = self.fresh(REGISTER, &manifest, &self.keys.demo.fresh);
        Statements { manifest, fresh, ..self.base.clone() }
    }

    fn fresh(&self, register: &str, manifest: &[u8], key: &SigningKey) -> Vec<u8> {
        sign_fresh(register, manifest, key, self.times.checked_at, self.times.next_update)
    }

    /// Returns the payload of the base's manifest.
    fn manifest(&self) -> Vec<u8> {
        let mut manifest = self.draft.manifest.clone();
        manifest.centres = rastau_core::crypto::sha256(&[&self.base.centres]);
        manifest.write()
    }

    /// Signatures: too few, duplicate, over other bytes, in another context, an invalid one beside enough valid ones.
    pub(super) fn signatures(&self) -> Result {
        let keys = &self.keys.demo;
        let (one, two) = (&keys.keeper[0], &keys.keeper[1]);
        let payload = self.manifest();
        let manifest = |signers: &[&SigningKey], context: &str| sign_together(&payload, context, signers);
        let only = |name: &str, manifest| self.statements_only(name, &self.with_manifest(manifest));
        only("one-keeper", manifest(&[one], MANIFEST_CONTEXT))?;
        only("one-keeper-twice", manifest(&[one, one], MANIFEST_CONTEXT))?;
        only("keeper-and-chamber", manifest(&[one, &keys.chamber[0]], MANIFEST_CONTEXT))?;
        only("strangers-manifest", manifest(&[&keys.stranger, self.keys.get("f")], MANIFEST_CONTEXT))?;
        only("other-context", manifest(&[one, two], CENTRES_CONTEXT))?;
        let mut forged = self.base.manifest.clone();
        let at = forged.windows(4).position(|bytes| bytes == b"demo").expect("the register's name");
        forged[at] ^= 1;
        only("forged-manifest", forged)?;
        let mut trailing = self.base.manifest.clone();
        trailing.push(0);
        only("manifest-trailing-byte", trailing)?;
        let mut origin = payload.clone();
        // The last letters of the payload are those of the origin.
        let at = origin.len() - "register.example".len();
        origin[at] = b'R';
        only("link-spelling", sign_together(&origin, MANIFEST_CONTEXT, &[one, two]))?;

        let broken = CoSignature {
            signature: vec![0; 64],
            ..co_signature(&payload, MANIFEST_CONTEXT, &keys.keeper[2])
        };
        let good = [one, two].map(|key| co_signature(&payload, MANIFEST_CONTEXT, key));
        let [first, second] = good;
        let manifest = write_sign(&payload, &[broken, first, second]);
        self.whole("bad-third-signature", &self.with_manifest(manifest)).map(drop)
    }

    /// A register without an origin for links.
    pub(super) fn without_link(&self) -> Result {
        self.whole("without-link", &self.restated(|draft| draft.manifest.link = None)).map(drop)
    }

    /// The other statements: of wrong signers, of another register, of different publications.
    pub(super) fn others(&self) -> Result {
        let keys = &self.keys.demo;
        let payload = self.draft.centres.write();
        let by_keeper = sign_together(&payload, CENTRES_CONTEXT, &[&keys.keeper[0], &keys.keeper[1]]);
        let base = || self.base.clone();
        self.statements_only("centres-by-keeper", &Statements { centres: by_keeper, ..base() })?;
        let other = self.restated(|draft| draft.centres.version = 9).centres;
        self.statements_only("other-centres", &Statements { centres: other, ..base() })?;
        let fresh = self.fresh(REGISTER, &self.base.manifest, &keys.keeper[0]);
        self.statements_only("fresh-by-keeper", &Statements { fresh, ..base() })?;
        let fresh = self.fresh(REGISTER, b"another manifest", &keys.fresh);
        self.statements_only("fresh-of-another", &Statements { fresh, ..base() })?;
        let fresh = self.fresh("other.rastau", &self.base.manifest, &keys.fresh);
        self.statements_only("foreign-fresh", &Statements { fresh, ..base() })?;
        let mut fresh = base().fresh;
        fresh.truncate(fresh.len() - 1);
        self.statements_only("cut-fresh", &Statements { fresh, ..base() })?;
        let foreign = self.restated(|draft| draft.manifest.register = "other.rastau".into());
        self.statements_only("foreign-manifest", &foreign)?;
        let foreign = self.restated(|draft| draft.centres.register = "other.rastau".into());
        self.statements_only("foreign-centres", &foreign)
    }

    /// Invalid lists of segments, and a next version that lacks a segment.
    pub(super) fn lists(&self) -> Result {
        let gap = self.restated(|draft| {
            draft.manifest.segments[0].id.serial = 2;
            draft.manifest.segments[0].covers_from = 2;
        });
        self.statements_only("segment-gap", &gap)?;
        let twice = self.restated(|draft| {
            let again = draft.manifest.segments[0].clone();
            draft.manifest.segments.insert(1, again);
        });
        self.statements_only("segment-twice", &twice)?;
        let centres = self.draft.centres.segments[0].clone();
        let wrong_kind = self.restated(|draft| draft.manifest.segments.push(centres));
        self.statements_only("keeper-lists-centres", &wrong_kind)?;
        let tables = self.draft.manifest.segments.last().expect("tables").clone();
        let wrong_kind = self.restated(|draft| draft.centres.segments.push(tables));
        self.statements_only("chamber-lists-tables", &wrong_kind)?;
        let vanished = self.restated(|draft| {
            draft.manifest.version = 2;
            draft.manifest.segments.retain(|segment| segment.id.kind != SegmentKind::Status);
        });
        self.statements_only("vanished-segment", &vanished)?;
        // An epoch does not restart the versions of the Chamber.
        let epoch = self.restated(|draft| {
            draft.manifest.epoch = 2;
            draft.centres.version = 3;
        });
        self.whole("new-epoch", &epoch).map(drop)
    }

    fn roles(&self, root: &[&SigningKey], keeper: &SigningKey, fresh: &SigningKey) -> [RoleKeys; 4] {
        let demo = &self.keys.demo;
        let role = |keys: &[&SigningKey], threshold| RoleKeys {
            keys: keys.iter().map(|key| key.public().clone()).collect(),
            threshold,
        };
        [
            role(root, 2),
            role(&[keeper, &demo.keeper[1], &demo.keeper[2]], 2),
            role(&[&demo.chamber[0], &demo.chamber[1]], 1),
            role(&[fresh], 1),
        ]
    }

    /// The next root, with a new keeper's key and a new online key.
    pub(super) fn next_root(&self) -> std::result::Result<Root, RegistryError> {
        let [r1, r2, r3] = &self.keys.demo.root;
        let (keeper, fresh) = (self.keys.get("keeper-new"), self.keys.get("fresh-new"));
        let (roles, floors) = (self.roles(&[r1, r2, r3], keeper, fresh), Floors::START);
        make_root(&RootContent {
            register: REGISTER,
            version: 2,
            expires: self.times.expires,
            roles,
            floors,
            successor: "",
        })
    }

    /// Chains of trust roots.
    pub(super) fn chains(&self) -> Result {
        let demo = &self.keys.demo;
        let [r1, r2, r3] = &demo.root;
        let (n1, n2) = (self.keys.get("root-new-1"), self.keys.get("root-new-2"));
        let (keeper, fresh) = (self.keys.get("keeper-new"), self.keys.get("fresh-new"));
        let expires = self.times.expires;
        let make = |register: &str, version, keys: &[&SigningKey]| {
            let (roles, floors) = (self.roles(keys, keeper, fresh), Floors::START);
            make_root(&RootContent { register, version, expires, roles, floors, successor: "" })
        };
        let second = sign_root(&self.next_root()?, &[r1, r2]);
        let third = sign_root(&make(REGISTER, 3, &[n1, n2, r3])?, &[r2, r3, n1]);
        let first = self.base.roots[0].clone();
        let signers =
            Signers { keeper: vec![keeper, &demo.keeper[1]], chamber: vec![&demo.chamber[0]], fresh };
        let (checked, next) = (self.times.checked_at, self.times.next_update);
        let rotated = |roots| sign_draft(&self.draft, roots, &signers, checked, next);
        let chain = |next: Vec<(u64, Vec<u8>)>| [vec![first.clone()], next].concat();
        self.whole("rotated", &rotated(chain(vec![(2, second.clone()), (3, third.clone())])))?;

        // A planned rotation: the next root has the keys of the first, which have signed the rest.
        let kept = self.roles(&[r1, r2, r3], &demo.keeper[0], &demo.fresh);
        let floors = Floors::START;
        let content =
            RootContent { register: REGISTER, version: 2, expires, roles: kept, floors, successor: "" };
        let renewed = sign_root(&make_root(&content)?, &[r1, r2]);
        let renewed = Statements { roots: chain(vec![(2, renewed)]), ..self.base.clone() };
        self.whole("renewed", &renewed)?;

        let only = |name: &str, next: Vec<(u64, Vec<u8>)>| self.statements_only(name, &rotated(chain(next)));
        let to_new = make(REGISTER, 2, &[n1, n2])?;
        only("root-not-by-old", vec![(2, sign_root(&to_new, &[n1, n2]))])?;
        only("root-not-by-new", vec![(2, sign_root(&to_new, &[r1, r2]))])?;
        let skipped = sign_root(&make(REGISTER, 3, &[r1, r2, r3])?, &[r1, r2]);
        only("root-skipped", vec![(3, skipped.clone())])?;
        only("root-misnumbered", vec![(2, skipped)])?;
        only("root-misnamed", vec![(3, second.clone())])?;
        only("root-foreign", vec![(2, sign_root(&make("other.rastau", 2, &[r1, r2, r3])?, &[r1, r2]))])?;
        only("root-cut", vec![(2, second[..second.len() - 1].to_vec())])?;
        let old_keepers = Statements { roots: chain(vec![(2, second)]), ..self.base.clone() };
        self.statements_only("keeper-replaced", &old_keepers)?;

        let early = instant("2026-01-01T00:00:00+05:00");
        let expired = demo.trust_root(early)?;
        let living = sign_root(&make(REGISTER, 2, &[r1, r2, r3])?, &[r1, r2]);
        self.whole("root-expired-then-renewed", &rotated(vec![(1, expired), (2, living)])).map(drop)
    }

    /// Invalid trust roots.
    pub(super) fn roots(&self) -> Result {
        let demo = &self.keys.demo;
        let good = || {
            let [r1, r2, r3] = &demo.root;
            let roles = self.roles(&[r1, r2, r3], &demo.keeper[0], &demo.fresh);
            make_root(&RootContent {
                register: REGISTER,
                version: 1,
                expires: self.times.expires,
                roles,
                floors: Floors::START,
                successor: "",
            })
        };
        let write = |name: &str, change: fn(&mut Root)| {
            let mut root = good()?;
            change(&mut root);
            let bytes = sign_root(&root, &[&demo.root[0], &demo.root[1]]);
            self.statements_only(name, &Statements { roots: vec![(1, bytes)], ..self.base.clone() })
        };
        write("threshold-zero", |root| root.roles[1].threshold = 0)?;
        write("threshold-above-keys", |root| root.roles[1].threshold = 4)?;
        write("key-twice", |root| {
            let key = root.roles[1].keys[0];
            root.roles[1] = Role { threshold: 2, keys: vec![key, key] };
        })?;
        write("keeper-is-chamber", |root| root.roles[2].keys[0] = root.roles[1].keys[0])?;
        write("online-key-is-keeper", |root| root.roles[3].keys[0] = root.roles[1].keys[0])?;
        write("unlisted-key", |root| drop(root.keys.pop()))?;
        let half = sign_root(&good()?, &[&demo.root[0]]);
        self.statements_only("root-half-signed", &Statements { roots: vec![(1, half)], ..self.base.clone() })
    }
}
