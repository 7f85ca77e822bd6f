//! `rastau pull` on a device: from directories, files and the web, killed, several at once, on a full and a read-only
//! disk; and `rastau verify` on the result.
#![allow(missing_docs)]

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use common::{PROGRAM, stderr, stdout};

use serde_json::Value;

/// The time of the demo, and that of every pull and verification.
const NOW: &str = "2026-06-01T12:00:00+05:00";
const THEN: &str = "2026-06-02T12:00:00+05:00";

/// `arguments`, for `pull` with the time of the test.
fn at_test_time<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let needs_time = arguments[0] == "pull" && !arguments.contains(&"--now");
    [arguments, if needs_time { &["--now", THEN] } else { &[] }].concat()
}

fn rastau(at: &Path, arguments: &[&str]) -> Output {
    common::rastau(at, &at_test_time(arguments))
}

fn succeed(at: &Path, arguments: &[&str]) -> String {
    common::succeed(at, &at_test_time(arguments))
}

fn refused(at: &Path, arguments: &[&str]) -> (i32, String) {
    common::fail_with_one_line(at, &at_test_time(arguments))
}

/// Makes a demo and publishes versions of its register: `public/1`, `public/2`, …
fn publish(documents: &str, versions: u32) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    succeed(at, &["demo", "d", "--documents", documents, "--seed", "pull", "--now", NOW]);
    let mut previous = String::from("d/bundle");
    for version in 1..=versions {
        let as_of = format!("2026-06-01T{:02}:00:00+05:00", 12 + version);
        let end = "2027-06-01T00:00:00+05:00";
        // A signed draft is not replaced.
        let _ = std::fs::remove_dir_all(at.join("draft"));
        let build = ["snapshot", "build", "--register", "d/register.sqlite", "--out", "draft", "--as-of"];
        succeed(
            at,
            &[&build[..], &[&as_of, "--not-after", end, "--previous", &previous, "--whole"]].concat(),
        );
        let sign = |role: &str, keys: &[&str]| {
            let mut arguments =
                vec!["snapshot", "sign", "draft", "--root", "d/bundle/roots/1.cose", "--role", role];
            keys.iter().for_each(|key| arguments.extend(["--key", key]));
            if role == "fresh" {
                arguments.extend(["--now", &as_of]);
            }
            succeed(at, &arguments);
        };
        sign("chamber", &["d/keys/chamber-1.key"]);
        sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]);
        sign("fresh", &["d/keys/fresh.key"]);
        let to = format!("public/{version}");
        std::fs::create_dir_all(at.join("public")).unwrap();
        let one = format!("public/{version}.rastau");
        let publish = ["snapshot", "publish", "draft", "--root", "d/bundle/roots/1.cose", "--to"];
        succeed(at, &[&publish[..], &[&to, "--single-file", &one]].concat());
        previous = to;
    }
    directory
}

fn version(at: &Path, device: &str) -> u64 {
    let state = verdict(at, device);
    assert_eq!(state["outcome"], "valid", "{state}");
    let as_of = state["as_of"].as_str().unwrap();
    // Version n is as of n hours after noon in Kazakhstan, the demo as of noon.
    as_of[11..13].parse::<u64>().unwrap() - 7
}

fn verdict(at: &Path, device: &str) -> Value {
    let document = "d/documents/valid.txt";
    let output = rastau(at, &["verify", "--bundle", device, "--now", THEN, "--json", document]);
    assert!(!output.stdout.is_empty(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_device_from_its_first_pull_to_a_verdict() {
    let directory = publish("500", 2);
    let at = directory.path();
    let first = rastau(at, &["pull", "public/1", "--into", "new/device"]);
    let note = stderr(&first);
    assert!(first.status.success() && note.contains("now trusts the source's own root"), "{note}");
    // One fingerprint, whoever prints it: the operator's commands, the first pull and a report.
    let inspected: Value =
        serde_json::from_str(&succeed(at, &["snapshot", "inspect", "public/1", "--json"])).unwrap();
    let fingerprint = inspected["roots"][0]["fingerprint"].as_str().unwrap();
    let groups: Vec<_> = fingerprint.as_bytes().chunks(8).map(String::from_utf8_lossy).collect();
    assert_eq!(groups.len(), 8);
    assert!(note.contains(&format!("version 1, fingerprint {};", groups.join(" "))), "{note}");
    let verify =
        ["verify", "--bundle", "new/device", "d/documents/valid.txt", "--now", THEN, "--report", "r.json"];
    succeed(at, &verify);
    let report: Value = serde_json::from_slice(&std::fs::read(at.join("r.json")).unwrap()).unwrap();
    assert_eq!(report["register"]["root"]["fingerprint"], fingerprint);
    let text = stdout(&first);
    assert!(text.contains("is active, the first of this device") && text.lines().count() == 1, "{text}");
    assert_eq!(version(at, "new/device"), 1);

    let json = succeed(at, &["pull", "public/2.rastau", "--into", "new/device", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["change"].as_str(), json["version"].as_u64().is_some()), (Some("newer"), true));
    // Built with `--whole`, so every segment is new. The file and the directory are the same bundle.
    assert!(json["fetched"].as_u64().unwrap() > 0, "{json}");
    let json = succeed(at, &["pull", "public/2", "--into", "new/device", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["change"].as_str(), json["fetched"].as_u64()), (Some("nothing"), Some(0)));
    assert_eq!(version(at, "new/device"), 2);
    assert!(succeed(at, &["pull", "public/2", "--into", "new/device"]).contains("is active already"));

    let inspected = |bundle: &str| succeed(at, &["snapshot", "inspect", bundle]);
    assert_eq!(inspected("new/device"), inspected("public/2"));

    let (code, message) = refused(at, &["pull", "public/1", "--into", "new/device"]);
    assert_eq!(code, 69);
    assert!(message.contains("older than one accepted before"), "{message}");
    assert_eq!(version(at, "new/device"), 2);

    // A given root is pinned; the root of another register is refused.
    let root = ["--root", "d/bundle/roots/1.cose"];
    let output = rastau(at, &[&["pull", "public/2", "--into", "pinned"][..], &root].concat());
    assert!(output.status.success() && output.stderr.is_empty());
    succeed(
        at,
        &[&["verify", "--bundle", "pinned", "d/documents/valid.txt", "--now", THEN][..], &root].concat(),
    );
    succeed(at, &["demo", "other", "--documents", "100", "--seed", "other"]);
    let other = ["--root", "other/bundle/roots/1.cose"];
    for command in [
        &["pull", "public/2", "--into", "pinned"][..],
        &["verify", "--bundle", "pinned", "d/documents/valid.txt"],
    ] {
        assert_eq!(refused(at, &[command, &other].concat()).0, 69, "{command:?}");
    }
}

#[test]
fn invalid_sources_and_targets_are_reported() {
    let directory = publish("300", 1);
    let at = directory.path();
    std::fs::write(at.join("letter.txt"), "Dear …").unwrap();
    std::fs::create_dir_all(at.join("mine")).unwrap();
    std::fs::write(at.join("mine/letter.txt"), "Dear …").unwrap();
    for (source, into, code, word) in [
        ("nowhere", "device", 66, "does not exist"),
        ("letter.txt", "device", 65, "not a Rastau bundle"),
        ("mine", "device", 66, "mine is not a published directory"),
        ("public/1", "mine", 73, "contains other files (letter.txt)"),
        ("http://127.0.0.1:9/register", "device", 74, "cannot get http://127.0.0.1:9/register/roots/1.cose"),
    ] {
        let (found, message) = refused(at, &["pull", source, "--into", into]);
        assert_eq!(found, code, "{source}: {message}");
        assert!(message.contains(word), "{source}: {message}");
        assert!(!at.join("device/a").exists());
    }
    let (code, message) = refused(at, &["verify", "--bundle", "device", "d/documents/valid.txt"]);
    assert_eq!(code, 66);
    assert!(message.contains("update it first (rastau pull)"), "{message}");
    succeed(at, &["pull", "public/1", "--into", "device"]);
    let state = ["verify", "--bundle", "device", "--state", "state", "d/documents/valid.txt"];
    assert_eq!(refused(at, &state).0, 64);
    for name in ["state-a", "state-b"] {
        std::fs::write(at.join("device").join(name), "?").unwrap();
    }
    for command in
        [["pull", "public/1", "--into", "device"], ["verify", "--bundle", "device", "d/documents/valid.txt"]]
    {
        let (code, message) = refused(at, &command);
        assert_eq!(code, 69);
        assert!(message.contains("has lost its trusted state"), "{message}");
    }
}

/// The freshness grade by the grace period.
#[test]
fn freshness_grades_by_grace_period() {
    let directory = publish("300", 1);
    let at = directory.path();
    succeed(at, &["pull", "public/1", "--into", "device"]);
    // The next update was due a day after 13:00 on 1 June.
    let graded = |now: &str, more: &[&str]| {
        let arguments = ["verify", "--bundle", "device", "--json", "--now", now, "d/documents/valid.txt"];
        let output = rastau(at, &[&arguments[..], more].concat());
        let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
        (verdict["freshness"].as_str().unwrap().to_owned(), output.status.code().unwrap())
    };
    for (now, more, grade, code) in [
        ("2026-06-02T13:00:00+05:00", &[][..], "current", 0),
        ("2026-06-02T13:00:01+05:00", &[], "late", 0),
        ("2026-06-09T13:00:00+05:00", &[], "late", 0),
        ("2026-06-09T13:00:01+05:00", &[], "stale", 2),
        ("2026-06-09T13:00:01+05:00", &["--grace", "8"], "late", 0),
        ("2026-06-09T13:00:01+05:00", &["--grace", "8d"], "late", 0),
        ("2026-06-03T01:00:00+05:00", &["--grace", "12h"], "late", 0),
        ("2026-06-03T01:00:01+05:00", &["--grace", "12h"], "stale", 2),
        ("2026-06-02T13:00:01+05:00", &["--grace", "0"], "stale", 2),
        ("2026-06-09T13:00:01+05:00", &["--accept", "stale"], "stale", 0),
        ("2027-06-01T00:00:01+05:00", &["--accept", "stale", "--grace", "999"], "expired", 2),
    ] {
        assert_eq!(graded(now, more), (grade.to_owned(), code), "{now} {more:?}");
    }
    for invalid in ["", "d", "-1", "7w", "7 d", "99999999999"] {
        let arguments = ["verify", "--bundle", "device", "--grace", invalid, "d/documents/valid.txt"];
        assert_eq!(rastau(at, &arguments).status.code(), Some(64), "{invalid:?}");
    }
}

/// A clock in 1970 is reported, and a time given by --now is not stored.
#[test]
fn an_unset_clock_is_reported() {
    let directory = publish("300", 1);
    let at = directory.path();
    let unset = "1970-01-01T00:00:00Z";
    succeed(at, &["pull", "public/1", "--into", "device", "--now", unset]);
    let output =
        rastau(at, &["verify", "--bundle", "device", "--now", unset, "--json", "d/documents/valid.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("\"id\":\"clock.plausible\",\"outcome\":\"undetermined\""));
    let expired = rastau(at, &["verify", "--bundle", "device", "--now", unset, "d/documents/expired.txt"]);
    assert_eq!(
        expired.status.code(),
        Some(1),
        "a document that has expired by the signed time stays expired"
    );
    let before = std::fs::read(at.join("device/state-a")).unwrap();
    let later = ["verify", "--bundle", "device", "--now", "2026-12-01T00:00:00Z", "d/documents/valid.txt"];
    rastau(at, &later);
    assert_eq!(std::fs::read(at.join("device/state-a")).unwrap(), before);
}

/// A process killed at any moment leaves the old or the new bundle, and the next pull succeeds. `RASTAU_KILLS` sets the
/// number of repetitions.
#[test]
fn a_killed_pull_leaves_the_old_or_the_new_bundle() {
    let kills = std::env::var("RASTAU_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(40);
    let directory = publish("5000", 3);
    let at = directory.path();
    succeed(at, &["pull", "public/1", "--into", "device"]);
    let started = Instant::now();
    succeed(at, &["pull", "public/1", "--into", "probe"]);
    let duration = started.elapsed();
    let (mut newest, mut killed) = (1, 0);
    for turn in 0..kills {
        if newest == 3 {
            std::fs::remove_dir_all(at.join("device")).unwrap();
            succeed(at, &["pull", "public/1", "--into", "device"]);
            newest = 1;
        }
        let next = format!("public/{}", newest + 1);
        let mut pull = Command::new(PROGRAM);
        pull.current_dir(at).args(["pull", &next, "--into", "device", "--now", THEN]).stdout(Stdio::null());
        let mut pull = pull.spawn().unwrap();
        // Killed at times from before the first byte to after the last.
        std::thread::sleep(duration.mul_f64(f64::from(turn % 20) / 15.0));
        pull.kill().unwrap();
        let ended = pull.wait().unwrap().success();
        killed += u32::from(!ended);
        let found = version(at, "device");
        assert!(found == newest || found == newest + 1, "{found} after {newest}");
        assert!(!ended || found == newest + 1);
        newest = found;
    }
    assert!(killed > kills as u32 / 4, "{killed} of {kills} were killed before they ended");
    succeed(at, &["pull", "public/3", "--into", "device"]);
    assert_eq!(version(at, "device"), 3);
}

#[test]
fn concurrent_pulls_complete_one_another() {
    let directory = publish("5000", 2);
    let at = directory.path();
    succeed(at, &["pull", "public/1", "--into", "device"]);
    let start = || {
        let mut pull = Command::new(PROGRAM);
        pull.current_dir(at).args(["pull", "public/2", "--into", "device", "--now", THEN, "--check"]);
        pull.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let all: Vec<_> = (0..4).map(|_| start()).collect();
    let codes: Vec<_> = all.into_iter().map(|mut one| one.wait().unwrap().code().unwrap()).collect();
    assert_eq!(codes, [0; 4]);
    assert_eq!(version(at, "device"), 2);
}

/// A file system in memory, mounted for a test that may do so (as root, for example in CI).
struct Mounted(PathBuf);

impl Mounted {
    fn at(path: PathBuf, size: &str) -> Option<Self> {
        std::fs::create_dir(&path).unwrap();
        let options = format!("size={size}");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(&path).output();
        let mounted = mount.is_ok_and(|output| output.status.success());
        if !mounted {
            eprintln!(
                "skipped: no file system can be mounted; the simulated disk of rastau-store covers the same"
            );
        }
        mounted.then_some(Self(path))
    }

    fn remount(&self, how: &str) {
        let options = format!("remount,{how}");
        assert!(Command::new("mount").args(["-o", &options]).arg(&self.0).status().unwrap().success());
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_or_read_only_disk_leaves_the_old_bundle_active() {
    let directory = publish("3000", 2);
    let at = directory.path();
    let Some(disk) = Mounted::at(at.join("disk"), "1m") else { return };
    succeed(at, &["pull", "public/1", "--into", "disk/device"]);
    let used = |directory: &str| disk_usage(&at.join(directory));
    let ballast = (1 << 20) - used("disk") - (24 << 10);
    std::fs::write(at.join("disk/ballast"), vec![1; usize::try_from(ballast).unwrap()]).unwrap();
    let (code, message) = refused(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(code, 73);
    assert!(message.contains("the disk is full; the active bundle is unchanged"), "{message}");
    assert_eq!(version(at, "disk/device"), 1);
    assert!(!at.join("disk/device/b").exists(), "an incomplete slot takes space");

    std::fs::remove_file(at.join("disk/ballast")).unwrap();
    disk.remount("ro");
    let (code, message) = refused(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(code, 73);
    assert!(message.contains("it is read-only; the active bundle is unchanged"), "{message}");
    assert_eq!(version(at, "disk/device"), 1);
    // Without --now the time of the clock should be stored, but cannot be.
    let output = rastau(at, &["verify", "--bundle", "disk/device", "d/documents/valid.txt"]);
    assert!(output.status.code().is_some_and(|code| code < 64), "{output:?}");
    disk.remount("rw");
    succeed(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(version(at, "disk/device"), 2);
}

/// Returns the bytes that the files below a directory take, in blocks of 4096.
fn disk_usage(directory: &Path) -> u64 {
    let entries = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
    entries
        .map(|entry| match entry.metadata().unwrap() {
            inner if inner.is_dir() => disk_usage(&entry.path()),
            file => file.len().div_ceil(4096) * 4096,
        })
        .sum()
}
