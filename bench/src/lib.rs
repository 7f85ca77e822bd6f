//! Bundles of any size for the benchmarks, made from the demo's generator and kept between runs.

use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::snapshot::{Snapshot, Statements};
use rastau_registry::Register;
use rastau_registry::demo::{DemoDocument, DemoOptions, Keys, REGISTER, bundle, fill};
use rastau_registry::random::Seeded;
use rastau_store::Bundle;

/// The instant at which every benchmark takes place.
pub const NOW: Timestamp = Timestamp(1_795_410_000);

/// A register with its bundle on disk, and some papers to verify.
pub struct World {
    /// The register file.
    pub register: PathBuf,
    /// The bundle folder.
    pub bundle: PathBuf,
    /// The demo's cases.
    pub papers: Vec<DemoDocument>,
    /// The keys that sign.
    pub keys: Keys,
}

/// Makes a world of `documents` documents under `folder`, always the same one.
///
/// # Panics
/// When the disk does not play along; a benchmark has nobody to tell.
#[must_use]
pub fn world(folder: &Path, documents: u64) -> World {
    let register = folder.join(format!("{documents}.sqlite"));
    let path = folder.join(format!("{documents}.bundle"));
    std::fs::create_dir_all(folder).expect("the folder of the benchmarks");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", register.display()));
    }
    let mut random = Seeded::new("bench");
    let keys = Keys::generate(&mut random).expect("keys");
    let mut open = Register::create(&register, REGISTER, "2023-09-04").expect("a register");
    let options = DemoOptions { documents, now: NOW, certificates: false };
    let papers = fill(&mut open, &keys, &options, &mut random, &|_| {}).expect("documents");
    bundle(&open, &keys, NOW, &path, &|_| {}).expect("a bundle");
    World { register, bundle: path, papers, keys }
}

/// Opens a bundle folder as a verifier does.
///
/// # Panics
/// When the bundle is refused.
#[must_use]
pub fn open(path: &Path) -> Snapshot<Bundle> {
    let bundle = Bundle::open(path).expect("a bundle");
    let statements = bundle.statements().clone();
    open_with(&statements, bundle)
}

/// Opens an already read bundle.
///
/// # Panics
/// When the bundle is refused.
#[must_use]
pub fn open_with(statements: &Statements, bundle: Bundle) -> Snapshot<Bundle> {
    Snapshot::open(&statements.roots[0].1, statements, bundle, NOW, None).expect("a good bundle")
}
