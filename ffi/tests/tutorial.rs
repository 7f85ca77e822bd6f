//! The tutorial for C (`docs/tutorials/embed.md`) works as written, with the library that `cargo test` has just built.
#![allow(missing_docs)]

mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use rastau_core::calendar::Timestamp;
use rastau_registry::demo::{DemoOptions, write};
use rastau_registry::random::Seeded;
use support::{here, library};

#[test]
fn the_tutorial_for_c_works_as_written() {
    let folder = tempfile::tempdir().unwrap();
    // The results of its first two commands, without building the library again.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let options = DemoOptions { documents: 100, now: Timestamp(now), certificates: false };
    write(&folder.path().join("rastau-demo"), &options, &mut Seeded::new("tutorial"), &|_, _| {}).unwrap();
    let (lib, include) = (folder.path().join("rastau/lib"), folder.path().join("rastau/include"));
    for directory in [&lib, &include] {
        std::fs::create_dir_all(directory).unwrap();
    }
    std::fs::copy(here().join("include/rastau.h"), include.join("rastau.h")).unwrap();
    for name in ["librastau.so", "librastau.so.0"] {
        std::fs::copy(library("librastau.so"), lib.join(name)).unwrap();
    }
    assert_eq!(rastau_tests::run_tutorial("embed.md", folder.path(), &[]), 3);
}
