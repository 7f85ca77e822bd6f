//! Writes the bundles: the base, damaged copies of it, and other valid ones.

use std::path::{Path, PathBuf};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::crypto::sha256;
use rastau_core::snapshot::name::SEGMENTS;
use rastau_core::snapshot::statements::{named_centres, named_manifest};
use rastau_core::snapshot::{
    FileName, OpenOptions, PAGE_SIZE, SegmentKind, Snapshot, Statements, TrustedState,
};
use rastau_registry::build::segment::file_name;
use rastau_registry::build::{BuildOptions, Draft, Follows, Published, build};
use rastau_registry::demo::{Times, times};
use rastau_registry::keys::SigningKey;
use rastau_registry::publish::{SegmentFolder, write_single_file, write_statements};
use rastau_registry::sign::{Signers, sign_draft};
use rastau_registry::{Register, RegistryError};
use rastau_store::Bundle;

use super::row::NOW;
use super::world::AllKeys;

/// Writes statements as a hostile server would: each under the name by which the previous one refers to it, whatever
/// its content.
fn write_under_names(folder: &Path, statements: &Statements) {
    let own = |bytes: &[u8]| sha256(&[bytes]);
    let manifest = named_manifest(&statements.fresh).unwrap_or_else(|| own(&statements.manifest));
    let centres = named_centres(&statements.manifest).unwrap_or_else(|| own(&statements.centres));
    let roots = statements.roots.iter().map(|(version, bytes)| (FileName::Root(*version), bytes));
    let others = [
        (FileName::Freshness, &statements.fresh),
        (FileName::Manifest(manifest), &statements.manifest),
        (FileName::Centres(centres), &statements.centres),
    ];
    for (name, bytes) in roots.chain(others) {
        let path = folder.join(name.to_string());
        let directory = path.parent().expect("a file in a directory");
        std::fs::create_dir_all(directory).expect("cannot create a directory");
        std::fs::write(path, bytes).expect("cannot write a file");
    }
}

/// Writes bundles of one register.
pub(super) struct Maker<'a> {
    pub(super) into: PathBuf,
    pub(super) keys: &'a AllKeys,
    /// The content of the base's statements.
    pub(super) draft: Draft,
    /// The base's signed statements.
    pub(super) base: Statements,
    pub(super) times: Times,
}

/// Parses a time of the tables.
pub(super) fn instant(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("the table has an invalid time")
}

impl<'a> Maker<'a> {
    /// Builds and signs the base.
    pub(super) fn base(into: &Path, register: &Register, keys: &'a AllKeys) -> Result<Self, RegistryError> {
        let times = times(instant(NOW));
        let folder = into.join("bundles/base");
        let options = BuildOptions::new(times.as_of, times.not_after);
        let draft = build(register, &folder.join(SEGMENTS), &options, &|_| {})?;
        let roots = vec![(1, keys.demo.trust_root(times.expires)?)];
        let base = sign_draft(&draft, roots, &keys.demo.signers(), times.checked_at, times.next_update);
        write_statements(&folder, &base)?;
        Ok(Self { into: into.to_path_buf(), keys, draft, base, times })
    }

    /// Returns the base's statements with a change, signed with these keys of the keeper, the Chamber's and the online key.
    pub(super) fn signed(&self, keeper: &[&SigningKey], change: impl FnOnce(&mut Draft)) -> Statements {
        let mut draft = self.draft.clone();
        change(&mut draft);
        let signers = Signers { keeper: keeper.to_vec(), ..self.keys.demo.signers() };
        let roots = self.base.roots.clone();
        sign_draft(&draft, roots, &signers, self.times.checked_at, self.times.next_update)
    }

    /// Returns the base's statements with a change, signed as the base is.
    pub(super) fn restated(&self, change: impl FnOnce(&mut Draft)) -> Statements {
        self.signed(&self.keys.demo.signers().keeper, change)
    }

    pub(super) fn folder(&self, name: &str) -> PathBuf {
        self.into.join("bundles").join(name)
    }

    /// Writes a bundle with the base's pages.
    pub(super) fn whole(&self, name: &str, statements: &Statements) -> Result<PathBuf, RegistryError> {
        let folder = self.folder(name);
        copy(&self.folder("base").join(SEGMENTS), &folder.join(SEGMENTS));
        write_under_names(&folder, statements);
        Ok(folder)
    }

    /// Writes a bundle without pages, which a rejected bundle does not need.
    pub(super) fn statements_only(&self, name: &str, statements: &Statements) -> Result<(), RegistryError> {
        let folder = self.folder(name);
        std::fs::create_dir_all(folder.join(SEGMENTS)).expect("cannot create a directory");
        // Git does not store empty directories.
        std::fs::write(folder.join(SEGMENTS).join("empty"), "").expect("cannot write a file");
        write_under_names(&folder, statements);
        Ok(())
    }

    /// Writes a copy of the base in which one segment's bytes are changed; an empty segment is removed.
    fn damage(
        &self,
        name: &str,
        kind: SegmentKind,
        change: impl FnOnce(&mut Vec<u8>),
    ) -> Result<(), RegistryError> {
        let folder = self.whole(name, &self.base)?;
        let mut segments = self.draft.manifest.segments.iter().chain(&self.draft.centres.segments);
        let segment =
            segments.find(|segment| segment.id.kind == kind).expect("the base lacks a kind of segment");
        let path = folder.join(SEGMENTS).join(file_name(&segment.id));
        let mut bytes = std::fs::read(&path).expect("cannot read a segment");
        change(&mut bytes);
        if bytes.is_empty() {
            std::fs::remove_file(&path).expect("cannot remove a file");
        } else {
            std::fs::write(&path, bytes).expect("cannot write a file");
        }
        Ok(())
    }

    /// The bundles with damaged pages.
    pub(super) fn damaged(&self) -> Result<(), RegistryError> {
        use SegmentKind::{Centres, Documents, Status, Tables};
        for (name, kind) in [
            ("altered-documents", Documents),
            ("altered-status", Status),
            ("altered-tables", Tables),
            ("altered-centres", Centres),
        ] {
            self.damage(name, kind, |bytes| {
                for page in bytes.chunks_mut(PAGE_SIZE) {
                    page[PAGE_SIZE / 2] ^= 1;
                }
            })?;
        }
        self.damage("swapped-tables", Tables, |bytes| {
            let (first, second) = bytes.split_at_mut(PAGE_SIZE);
            first.swap_with_slice(&mut second[..PAGE_SIZE]);
        })?;
        self.damage("missing-documents", Documents, Vec::clear)?;
        self.damage("missing-status", Status, Vec::clear)?;
        self.damage("missing-centres", Centres, Vec::clear)?;
        self.damage("cut-tables", Tables, |bytes| bytes.truncate(bytes.len() - 1))
    }

    /// Returns the trusted state of a verifier that has accepted a bundle.
    pub(super) fn trusted_state(&self, bundle: &str) -> TrustedState {
        let folder = self.folder(bundle);
        let bundle = Bundle::open(&folder).expect("cannot read the bundle");
        let statements = bundle.statements().clone();
        let now = instant(NOW);
        Snapshot::open(&OpenOptions::pinned(&self.base.roots[0].1, now), &statements, bundle)
            .expect("the bundle was rejected")
            .trusted_state()
    }

    /// Writes the trusted states of verifiers.
    pub(super) fn states(&self) {
        let folder = self.into.join("states");
        std::fs::create_dir_all(&folder).expect("cannot create a directory");
        let (base, second) = (self.trusted_state("base"), self.trusted_state("second"));
        let changed = |change: fn(&mut TrustedState)| {
            let mut state = base.clone();
            change(&mut state);
            state
        };
        let states = [
            ("same-version-other-content", changed(|state| state.keeper.hash = [7; 32])),
            ("newer-root", changed(|state| state.root.version = 2)),
            ("newer-centres", changed(|state| state.chamber.version = 2)),
            ("newer-time", changed(|state| state.freshness.time.at = instant("2026-12-24T10:00:00+05:00"))),
            ("base", base.clone()),
            ("second", second),
        ];
        for (name, state) in states {
            std::fs::write(folder.join(format!("{name}.state")), state.write())
                .expect("cannot write a state");
        }
    }

    /// Writes the next version: a day later, with one more cancellation.
    pub(super) fn second(&self, register: &Register, number: &str) -> Result<(), RegistryError> {
        let sql = "INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES (?1, '2026-11-21', 'court-decision', NULL)";
        register.connection().execute(sql, (number,))?;
        self.follow(register, "second", 1)
    }

    /// Builds the version that follows the base `days` later, with the base's segments beside the new ones.
    pub(super) fn follow(&self, register: &Register, name: &str, days: u64) -> Result<(), RegistryError> {
        let (base, folder) = (self.folder("base").join(SEGMENTS), self.folder(name));
        copy(&base, &folder.join(SEGMENTS));
        let (keys, times) = (&self.keys.demo, &self.times);
        let pages = SegmentFolder::new(&[&base]);
        let Draft { manifest, centres, .. } = &self.draft;
        let options = BuildOptions {
            follows: Follows::Bundle(Published { manifest, centres, pages: &pages }),
            ..BuildOptions::new(times.as_of.plus_seconds(days * 86_400), times.not_after)
        };
        let draft = build(register, &folder.join(SEGMENTS), &options, &|_| {})?;
        let roots = self.base.roots.clone();
        let statements = sign_draft(&draft, roots, &keys.signers(), times.checked_at, times.next_update);
        write_statements(&folder, &statements)
    }

    /// Writes the base as one file.
    pub(super) fn single_file(&self) -> Result<(), RegistryError> {
        write_single_file(&self.folder("base"), &self.folder("base.rastau"))
    }

    /// Writes a bundle that does not expire for years, for questions about future days.
    pub(super) fn long(&self) -> Result<(), RegistryError> {
        let far = |text: &str| Date::parse(text).expect("a date").start();
        let mut draft = self.draft.clone();
        draft.manifest.not_after = far("2030-01-01");
        draft.centres.not_after = far("2030-01-01");
        let keys = &self.keys.demo;
        let roots = vec![(1, keys.trust_root(far("2035-01-01"))?)];
        let (checked, next) = (self.times.checked_at, far("2029-12-01"));
        self.whole("long", &sign_draft(&draft, roots, &keys.signers(), checked, next)).map(drop)
    }
}

/// Copies the files of a directory.
pub(super) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("cannot create a directory");
    for entry in std::fs::read_dir(from).expect("cannot read a directory") {
        let path = entry.expect("cannot read a directory").path();
        std::fs::copy(&path, to.join(path.file_name().unwrap_or_default())).expect("cannot copy a file");
    }
}
