//! A disk that fills up while a bundle is built or published: the old bundle stays in service, nothing half-written stays.
#![allow(missing_docs)]
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output};

fn rastau(at: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rastau")).current_dir(at).args(arguments).output().unwrap()
}

fn done(at: &Path, arguments: &[&str]) {
    let output = rastau(at, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Where the bundle goes, and a file system that is full from some moment on.
enum Disk<'a> {
    /// A small file system of memory, mounted for the test.
    Small,
    /// No room to mount one: no file may grow past so many blocks of 512 bytes.
    Limited(&'a str),
}

const BUILD: &[&str] = &[
    "snapshot",
    "build",
    "--register",
    "d/register.sqlite",
    "--as-of",
    "2026-06-01T00:00:00+05:00",
    "--not-after",
    "2027-06-01T00:00:00+05:00",
    "--out",
];

/// A signed draft of the demo's register, published to `disk/public` once.
fn published(at: &Path) {
    done(at, &["demo", "d", "--documents", "3000", "--seed", "full-disk"]);
    done(at, &[BUILD, &["draft"]].concat());
    let sign = |role: &str, keys: &[&str]| {
        let mut arguments = vec!["snapshot", "sign", "draft", "--root", ROOT, "--role", role];
        keys.iter().for_each(|key| arguments.extend(["--key", key]));
        done(at, &arguments);
    };
    sign("chamber", &["d/keys/chamber-1.key"]);
    sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]);
    sign("fresh", &["d/keys/fresh.key"]);
    done(at, &PUBLISH.iter().copied().chain(["--to", "disk/public"]).collect::<Vec<_>>());
}

const ROOT: &str = "d/bundle/roots/1.cose";
const PUBLISH: &[&str] = &["snapshot", "publish", "draft", "--root", ROOT];

fn files(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.metadata().unwrap() {
                metadata if metadata.is_dir() => folders.push(entry.path()),
                metadata => found.push((entry.path().display().to_string(), metadata.len())),
            }
        }
    }
    found.sort();
    found
}

fn when_full(at: &Path, disk: &Disk<'_>, arguments: &[&str]) -> (Option<i32>, String) {
    let output = match disk {
        Disk::Small => rastau(at, arguments),
        Disk::Limited(blocks) => {
            // The signal of the limit is ignored, so that a write fails as it does on a full disk.
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            let program = env!("CARGO_BIN_EXE_rastau");
            Command::new("sh")
                .current_dir(at)
                .args(["-c", &script, program])
                .args(arguments)
                .output()
                .unwrap()
        }
    };
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// What the published bundle says of a document: its exit code and every finding.
fn verdict(at: &Path) -> (Option<i32>, Vec<u8>) {
    let document = "d/documents/valid.txt";
    let now = "2026-06-01T12:00:00+05:00";
    let output = rastau(at, &["verify", "--bundle", "disk/public", "--now", now, "--json", document]);
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.code(), output.stdout)
}

fn the_old_bundle_stays(at: &Path, disk: &Disk<'_>) {
    let before = files(&at.join("disk"));
    let good = verdict(at);
    let attempts: [&[&str]; 3] = [
        &[PUBLISH, &["--to", "disk/public"]].concat(),
        &[PUBLISH, &["--to", "disk/other", "--single-file", "disk/one.rastau"]].concat(),
        &[BUILD, &["disk/draft"]].concat(),
    ];
    for arguments in attempts {
        let (code, said) = when_full(at, disk, arguments);
        assert_eq!(code, Some(73), "{arguments:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("cannot write"), "{said}");
        assert_eq!(files(&at.join("disk")), before, "{arguments:?}");
    }
    assert_eq!(verdict(at), good);
}

#[test]
fn a_file_that_cannot_grow_leaves_the_old_bundle() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("disk")).unwrap();
    published(folder.path());
    the_old_bundle_stays(folder.path(), &Disk::Limited("100"));
}

/// On a real file system of 512 KiB, where the machine lets a test mount one (root, as on the CI).
#[test]
fn a_full_disk_leaves_the_old_bundle() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"]).arg(&disk).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        eprintln!("no file system can be mounted here; the test with a limited file stands in");
        return;
    }
    let unmount = Unmount(&disk);
    published(folder.path());
    // What is left is less than a second bundle needs.
    let used: u64 = files(&disk).iter().map(|(_, length)| length.div_ceil(4096) * 4096).sum();
    std::fs::write(disk.join("ballast"), vec![1; usize::try_from((512 << 10) - used - (40 << 10)).unwrap()])
        .unwrap();
    the_old_bundle_stays(folder.path(), &Disk::Small);
    drop(unmount);
}

struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}
