//! A publisher of small bundles in a directory: tables of two keepers, signed with the keys of `rastau_core::fixture`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::sha256;
pub(super) use rastau_core::fixture::time;
use rastau_core::fixture::{
    Bundle, MemoryPages, RoleSigners, Signer, interval, row_leaves, segment, sign_one, sign_root,
};
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::{Centres, FRESHNESS_CONTEXT, FreshnessStatement, Manifest};
use rastau_core::snapshot::{Contact, FileName, Root, Segment};

/// The time of the tests.
pub(super) const NOW: &str = "2026-03-20T12:00:00Z";

/// A segment of `rows` rows, each on a page of its own.
fn table(kind: SegmentKind, serial: u32, rows: u32, byte: u8) -> (Segment, Vec<Vec<u8>>) {
    let rows: BTreeMap<_, _> = (0..rows).map(|row| (row.to_be_bytes().to_vec(), vec![byte; 30])).collect();
    segment(kind, serial, row_leaves(&rows, true))
}

/// The seeds of a root's Ed25519 keys: root, keeper, chamber, freshness.
#[derive(Clone, Copy)]
pub(super) struct Keys(pub(super) [u8; 4]);

impl Keys {
    fn signers(self) -> RoleSigners {
        let [root, keeper, chamber, fresh] = self.0.map(|seed| vec![Signer::ed25519(seed)]);
        RoleSigners { root, keeper, chamber, fresh }
    }
}

pub(super) struct Publisher {
    pub(super) folder: PathBuf,
    pub(super) register: String,
    /// The keys of each root, oldest first.
    pub(super) roots: Vec<Keys>,
    pub(super) expires: Timestamp,
    pub(super) epoch: u64,
    /// When the freshness statement is signed. Each publication is a day after the one before, unless this is later.
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

    fn root_content(&self, version: usize) -> Root {
        let signers = self.roots[version - 1].signers();
        Root { register: self.register.clone(), expires: self.expires, ..signers.trust_root(version as u64) }
    }

    /// The signed root of a version.
    pub(super) fn root(&self, version: usize) -> Vec<u8> {
        let mut seeds = vec![self.roots[version - 1].0[0]];
        seeds.extend(version.checked_sub(2).map(|before| self.roots[before].0[0]));
        seeds.dedup();
        let keys: Vec<_> = seeds.into_iter().map(Signer::ed25519).collect();
        sign_root(&self.root_content(version), &keys)
    }

    /// Publishes version `version`. Each version adds one segment of tables and none of centres, so most segments of a
    /// bundle are those of the version before.
    pub(super) fn publish(&mut self, version: u64) {
        self.publish_filled(version, 7);
    }

    /// The same with other content under the same version.
    pub(super) fn publish_filled(&mut self, version: u64, fill: u8) {
        let _ = fs::remove_dir_all(&self.folder);
        for at in 1..=self.roots.len() {
            self.write(&format!("roots/{at}.cose"), &self.root(at));
        }
        let chamber = table(SegmentKind::Centres, 1, 3, 1);
        let tables: Vec<_> = (1..=u32::try_from(version).unwrap())
            .map(|serial| table(SegmentKind::Tables, serial, 2 + serial, fill))
            .collect();
        for (segment, pages) in tables.iter().chain([&chamber]) {
            self.write(&FileName::Segment(segment.id.root).to_string(), &pages.concat());
        }
        let as_of = time("2026-03-01T00:00:00Z").plus_seconds(version * 86_400);
        self.checked_at = self.checked_at.max(as_of);
        let bundle = Bundle {
            signers: self.roots.last().unwrap().signers(),
            root: self.root_content(self.roots.len()),
            manifest: Manifest {
                register: self.register.clone(),
                epoch: self.epoch,
                version,
                as_of,
                not_after: self.not_after,
                coverage: interval("2024-01-01", "2026-02-28"),
                segments: tables.into_iter().map(|(segment, _)| segment).collect(),
                centres: [0; 32],
                confirmable: 45 * 86_400,
                status_through: 0,
                contact: Contact::default(),
                link: None,
            },
            centres: Centres {
                register: self.register.clone(),
                epoch: 1,
                // Each root has its own key of the Chamber, which signs the statement again.
                version: self.roots.len() as u64,
                as_of: time("2026-03-01T00:00:00Z"),
                not_after: self.not_after,
                segments: vec![chamber.0],
                contact: Contact::default(),
            },
            fresh: self.freshness(&[]),
            pages: MemoryPages::default(),
        };
        for (name, bytes) in bundle.sign().files() {
            if !matches!(name, FileName::Root(_)) {
                self.write(&name.to_string(), &bytes);
            }
        }
    }

    fn freshness(&self, manifest: &[u8]) -> FreshnessStatement {
        FreshnessStatement {
            register: self.register.clone(),
            manifest: sha256(&[manifest]),
            checked_at: self.checked_at,
            next_update: self.checked_at.plus_seconds(7 * 86_400),
        }
    }

    /// The file of the published manifest.
    pub(super) fn manifest(&self) -> PathBuf {
        only_file(&self.folder.join("manifests"))
    }

    /// Signs a freshness statement for the published manifest, at [`Self::checked_at`], with the key of `seed`.
    pub(super) fn sign_freshness(&self, seed: u8) {
        let manifest = fs::read(self.manifest()).unwrap();
        let payload = self.freshness(&manifest).write();
        self.write("fresh.cose", &sign_one(&payload, FRESHNESS_CONTEXT, &Signer::ed25519(seed)));
    }

    /// The segment file that the newest version added.
    pub(super) fn newest_segment(&self) -> PathBuf {
        let segments = fs::read_dir(self.folder.join("segments")).unwrap();
        let longest = segments.map(|entry| entry.unwrap().path()).max_by_key(|path| length(path));
        longest.unwrap()
    }
}

/// The file in a directory with one file.
pub(super) fn only_file(folder: &Path) -> PathBuf {
    let mut files = fs::read_dir(folder).unwrap();
    files.next().unwrap().unwrap().path()
}

pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len()
}
