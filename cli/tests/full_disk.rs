//! A disk that fills up while a bundle is built or published: the old bundle stays in use, no incomplete file remains.
#![allow(missing_docs)]
#![cfg(unix)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{PROGRAM, rastau, stderr, succeed};

/// A file system that becomes full.
enum Disk<'a> {
    /// A small file system in memory, mounted for the test.
    Small,
    /// No file may exceed this number of blocks of 512 bytes. Needs no right to mount.
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

/// Makes a signed draft of the demo's register and publishes it to `disk/public`. Leaves another one in `draft-2`, which follows it
/// and has new segments only.
fn publish(at: &Path) {
    succeed(at, &["demo", "d", "--documents", "3000", "--seed", "full-disk"]);
    succeed(at, &[BUILD, &["draft"]].concat());
    sign_all(at, "draft");
    succeed(at, &["snapshot", "publish", "draft", "--root", ROOT, "--to", "disk/public"]);
    succeed(at, &[BUILD, &["draft-2", "--previous", "disk/public", "--whole"]].concat());
    sign_all(at, "draft-2");
}

fn sign_all(at: &Path, draft: &str) {
    let sign = |role: &str, keys: &[&str]| {
        let mut arguments = vec!["snapshot", "sign", draft, "--root", ROOT, "--role", role];
        keys.iter().for_each(|key| arguments.extend(["--key", key]));
        if role == "fresh" {
            arguments.extend(["--now", "2026-06-02T00:00:00+05:00"]);
        }
        succeed(at, &arguments);
    };
    sign("chamber", &["d/keys/chamber-1.key"]);
    sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]);
    sign("fresh", &["d/keys/fresh.key"]);
}

const ROOT: &str = "d/bundle/roots/1.cose";
const PUBLISH: &[&str] = &["snapshot", "publish", "draft-2", "--root", ROOT];

fn files(directory: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    let mut directories = vec![directory.to_path_buf()];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).unwrap().map(Result::unwrap) {
            match entry.metadata().unwrap() {
                metadata if metadata.is_dir() => directories.push(entry.path()),
                metadata => found.push((entry.path().display().to_string(), metadata.len())),
            }
        }
    }
    found.sort();
    found
}

/// Runs a command while the disk is full; returns the exit code and what is on standard error.
fn run_when_full(at: &Path, disk: &Disk<'_>, arguments: &[&str]) -> (Option<i32>, String) {
    let output = match disk {
        Disk::Small => rastau(at, arguments),
        Disk::Limited(blocks) => {
            // The signal of the limit is ignored, so that a write fails as it does on a full disk.
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            Command::new("sh")
                .current_dir(at)
                .args(["-c", &script, PROGRAM])
                .args(arguments)
                .output()
                .unwrap()
        }
    };
    (output.status.code(), stderr(&output))
}

/// Returns the exit code and the verdict of a document by the published bundle.
fn verdict(at: &Path) -> (Option<i32>, Vec<u8>) {
    let document = "d/documents/valid.txt";
    let now = "2026-06-01T12:00:00+05:00";
    let output = rastau(at, &["verify", "--bundle", "disk/public", "--now", now, "--json", document]);
    assert!(!output.stdout.is_empty(), "{}", stderr(&output));
    (output.status.code(), output.stdout)
}

fn assert_old_bundle_stays(at: &Path, disk: &Disk<'_>) {
    let before = files(&at.join("disk"));
    let old_verdict = verdict(at);
    let attempts: [&[&str]; 3] = [
        &[PUBLISH, &["--to", "disk/public"]].concat(),
        &[PUBLISH, &["--to", "disk/other", "--single-file", "disk/one.rastau"]].concat(),
        &[BUILD, &["disk/draft"]].concat(),
    ];
    for arguments in attempts {
        let (code, message) = run_when_full(at, disk, arguments);
        assert_eq!(code, Some(73), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains("cannot write"), "{message}");
        assert_eq!(files(&at.join("disk")), before, "{arguments:?}");
    }
    assert_eq!(verdict(at), old_verdict);
}

#[test]
fn file_size_limit_leaves_the_old_bundle() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::create_dir(directory.path().join("disk")).unwrap();
    publish(directory.path());
    assert_old_bundle_stays(directory.path(), &Disk::Limited("100"));
}

/// On a real file system of 512 KiB, if the test may mount one (as root, for example in CI).
#[test]
fn a_full_disk_leaves_the_old_bundle() {
    let directory = tempfile::tempdir().unwrap();
    let disk = directory.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"]).arg(&disk).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no file system can be mounted; the test with a file size limit covers the same");
        return;
    }
    let unmount = Unmount(&disk);
    publish(directory.path());
    // Leaves less space than a second bundle needs.
    let used: u64 = files(&disk).iter().map(|(_, length)| length.div_ceil(4096) * 4096).sum();
    std::fs::write(disk.join("ballast"), vec![1; usize::try_from((512 << 10) - used - (40 << 10)).unwrap()])
        .unwrap();
    assert_old_bundle_stays(directory.path(), &Disk::Small);
    drop(unmount);
}

struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}
