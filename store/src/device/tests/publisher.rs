//! A publisher of small bundles: the keeper's and the Chamber's tables, signed with fixed keys, in a directory.

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use ed25519_dalek::{Signer, SigningKey};
use rastau_core::calendar::{Date, Interval, Timestamp};
use rastau_core::codec::cose::{co_sign, write_sign, write_sign1};
use rastau_core::crypto::{Algorithm, PublicKey, sha256};
use rastau_core::snapshot::pages::{SegmentId, SegmentKind};
use rastau_core::snapshot::root::{self, Role, Root};
use rastau_core::snapshot::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use rastau_core::snapshot::tree::{Child, build_index, page_hash};
use rastau_core::snapshot::{Segment, tables};

/// The present time of the tests.
pub(super) const NOW: &str = "2026-03-20T12:00:00Z";

pub(super) fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn key(seed: u8) -> (SigningKey, PublicKey) {
    let key = SigningKey::from_bytes(&[seed; 32]);
    let bytes = key.verifying_key().to_bytes().to_vec();
    (key, PublicKey { algorithm: Algorithm::Ed25519.cose(), bytes })
}

fn sign_with_all(payload: &[u8], context: &str, seeds: &[u8]) -> Vec<u8> {
    let signatures: Vec<_> = seeds
        .iter()
        .map(|seed| {
            let (key, public) = key(*seed);
            let sign = |covered: &[u8]| Ok::<_, Infallible>(key.sign(covered).to_bytes().to_vec());
            co_sign(payload, context, public.algorithm, public.id(), sign).unwrap()
        })
        .collect();
    write_sign(payload, &signatures)
}

/// Returns a segment of `rows` rows, each on a page of its own and filled with `fill`, and its file.
fn segment(kind: SegmentKind, serial: u32, rows: u32, fill: u8) -> (Segment, Vec<u8>) {
    let mut file = Vec::new();
    let mut leaves = Vec::new();
    let key = |row: u32| row.to_be_bytes().to_vec();
    for row in 0..rows {
        let mut writer = tables::PageWriter::new();
        assert!(writer.push(&key(row), &[fill; 30]));
        let page = writer.finish();
        leaves.push(Child { first: key(row), hash: page_hash(kind, serial, 0, row, &page) });
        file.extend(page);
    }
    let (index, root, height) = build_index(kind, serial, leaves);
    index.iter().for_each(|page| file.extend(page));
    let pages = (file.len() / 4096).try_into().unwrap();
    let id = SegmentId { kind, serial, root };
    let (first, last) = (key(0), key(rows - 1));
    (Segment { id, covers_from: serial, pages, height, entries: rows.into(), first, last }, file)
}

/// The seeds of the keys of a root: root, keeper, chamber, fresh.
#[derive(Clone, Copy)]
pub(super) struct Keys(pub(super) [u8; 4]);

pub(super) struct Publisher {
    pub(super) folder: PathBuf,
    pub(super) register: String,
    /// The keys of all roots so far, the oldest first.
    pub(super) roots: Vec<Keys>,
    pub(super) expires: Timestamp,
    pub(super) epoch: u64,
    /// The time of the newest freshness statement; each version is a day later than the one before, or at this time if
    /// that is later.
    pub(super) checked_at: Timestamp,
    pub(super) not_after: Timestamp,
}

impl Publisher {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            register: "test".into(),
            roots: vec![Keys([1, 2, 3, 4])],
            expires: time("2030-01-01T00:00:00Z"),
            epoch: 1,
            checked_at: time("2026-03-01T00:00:00Z"),
            not_after: time("2026-09-01T00:00:00Z"),
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(super) fn root(&self, version: usize) -> Vec<u8> {
        let keys = self.roots[version - 1].0;
        let public: Vec<_> = keys.iter().map(|seed| key(*seed).1).collect();
        let role = |at: usize| Role { threshold: 1, keys: vec![public[at].id()] };
        let root = Root {
            register: self.register.clone(),
            version: version as u64,
            expires: self.expires,
            keys: public.clone(),
            roles: [role(0), role(1), role(2), role(3)],
        };
        let mut signers = vec![keys[0]];
        signers.extend(version.checked_sub(2).map(|before| self.roots[before].0[0]));
        signers.dedup();
        sign_with_all(&root.write(), root::CONTEXT, &signers)
    }

    /// Publishes version `version`. Each version adds a segment of tables and none of centres, so most segments are those
    /// of the version before.
    pub(super) fn publish(&mut self, version: u64) {
        self.publish_filled(version, 7);
    }

    /// Publishes version `version` with tables filled with `fill`.
    pub(super) fn publish_filled(&mut self, version: u64, fill: u8) {
        let _ = fs::remove_dir_all(&self.folder);
        let [_, keeper, chamber, fresh] = self.roots.last().unwrap().0;
        for at in 1..=self.roots.len() {
            self.write(&format!("roots/{at}.cose"), &self.root(at));
        }
        let chamber_segment = segment(SegmentKind::Centres, 1, 3, 1);
        let built: Vec<_> = (1..=u32::try_from(version).unwrap())
            .map(|serial| segment(SegmentKind::Tables, serial, 2 + serial, fill))
            .collect();
        for (segment, file) in built.iter().chain([&chamber_segment]) {
            self.write(&super::super::slots::segment_name(&segment.id.root), file);
        }
        let as_of = time("2026-03-01T00:00:00Z").plus_seconds(version * 86_400);
        self.checked_at = self.checked_at.max(as_of);
        let centres = Centres {
            register: self.register.clone(),
            // Signed again for each root, with its key.
            version: self.roots.len() as u64,
            as_of: time("2026-03-01T00:00:00Z"),
            not_after: self.not_after,
            segments: vec![chamber_segment.0],
        };
        let centres = sign_with_all(&centres.write(), CENTRES_CONTEXT, &[chamber]);
        let day = |text: &str| Date::parse(text).unwrap();
        let manifest = Manifest {
            register: self.register.clone(),
            epoch: self.epoch,
            version,
            as_of,
            not_after: self.not_after,
            coverage: Interval { from: day("2024-01-01"), until: Some(day("2026-02-28")) },
            segments: built.into_iter().map(|(segment, _)| segment).collect(),
            centres: sha256(&[&centres]),
        };
        let manifest = sign_with_all(&manifest.write(), MANIFEST_CONTEXT, &[keeper]);
        self.write("centres.cose", &centres);
        self.write("manifest.cose", &manifest);
        self.sign_freshness(fresh);
    }

    /// Signs a freshness statement of the published manifest at [`Self::checked_at`].
    pub(super) fn sign_freshness(&self, seed: u8) {
        let manifest = fs::read(self.folder.join("manifest.cose")).unwrap();
        let fresh = FreshnessStatement {
            register: self.register.clone(),
            manifest: sha256(&[&manifest]),
            checked_at: self.checked_at,
            next_update: self.checked_at.plus_seconds(7 * 86_400),
        };
        let (key, public) = key(seed);
        let sign = |covered: &[u8]| Ok::<_, Infallible>(key.sign(covered).to_bytes().to_vec());
        let fresh =
            write_sign1(&fresh.write(), FRESHNESS_CONTEXT, public.algorithm, public.id(), sign).unwrap();
        self.write("fresh.cose", &fresh);
    }

    /// Returns the segment file that the newest version added.
    pub(super) fn newest_segment(&self) -> PathBuf {
        let segments = fs::read_dir(self.folder.join("segments")).unwrap();
        let longest = segments.map(|entry| entry.unwrap().path()).max_by_key(|path| length(path));
        longest.unwrap()
    }
}

pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len()
}
