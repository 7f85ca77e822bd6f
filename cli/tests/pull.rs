//! `rastau pull` as a device runs it: from folders, files and the web, killed, two at once, on a full and a read-only
//! disk; and `rastau verify` on what it left.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use serde_json::Value;

/// When the demo is made, and when everything is pulled and asked.
const NOW: &str = "2026-06-01T12:00:00+05:00";
const THEN: &str = "2026-06-02T12:00:00+05:00";

fn rastau(at: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rastau"));
    command.current_dir(at).args(arguments);
    if arguments[0] == "pull" && !arguments.contains(&"--now") {
        command.args(["--now", THEN]);
    }
    command.output().unwrap()
}

fn done(at: &Path, arguments: &[&str]) -> String {
    let output = rastau(at, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The exit code and the one sentence of a command that could not be carried out.
fn refused(at: &Path, arguments: &[&str]) -> (i32, String) {
    let output = rastau(at, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert_eq!(said.lines().count(), 1, "{said}");
    (output.status.code().unwrap(), said)
}

/// A demo of the register, and what was published of it: `public/1`, `public/2`, … one after the other.
fn published(documents: &str, versions: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["demo", "d", "--documents", documents, "--seed", "pull", "--now", NOW]);
    let mut previous = String::from("d/bundle");
    for version in 1..=versions {
        let as_of = format!("2026-06-01T{:02}:00:00+05:00", 12 + version);
        let end = "2027-06-01T00:00:00+05:00";
        // A signed draft is not built over.
        let _ = std::fs::remove_dir_all(at.join("draft"));
        let build = ["snapshot", "build", "--register", "d/register.sqlite", "--out", "draft", "--as-of"];
        done(at, &[&build[..], &[&as_of, "--not-after", end, "--previous", &previous]].concat());
        let sign = |role: &str, keys: &[&str]| {
            let mut arguments =
                vec!["snapshot", "sign", "draft", "--root", "d/bundle/roots/1.cose", "--role", role];
            keys.iter().for_each(|key| arguments.extend(["--key", key]));
            if role == "fresh" {
                arguments.extend(["--now", &as_of]);
            }
            done(at, &arguments);
        };
        sign("chamber", &["d/keys/chamber-1.key"]);
        sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]);
        sign("fresh", &["d/keys/fresh.key"]);
        let to = format!("public/{version}");
        std::fs::create_dir_all(at.join("public")).unwrap();
        let one = format!("public/{version}.rastau");
        let publish = ["snapshot", "publish", "draft", "--root", "d/bundle/roots/1.cose", "--to"];
        done(at, &[&publish[..], &[&to, "--single-file", &one]].concat());
        previous = to;
    }
    folder
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
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_device_from_its_first_pull_to_a_verdict() {
    let folder = published("500", 2);
    let at = folder.path();
    let first = rastau(at, &["pull", "public/1", "--into", "new/device"]);
    let said = String::from_utf8(first.stderr).unwrap();
    assert!(first.status.success() && said.contains("now trusts the source's own root"), "{said}");
    let said = String::from_utf8(first.stdout).unwrap();
    assert!(said.contains("in service for the first time") && said.lines().count() == 1, "{said}");
    assert_eq!(version(at, "new/device"), 1);

    let json = done(at, &["pull", "public/2.rastau", "--into", "new/device", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["change"].as_str(), json["version"].as_u64().is_some()), (Some("newer"), true));
    // The builder makes every segment anew; one file and the folder are the same bundle.
    assert!(json["fetched"].as_u64().unwrap() > 0, "{json}");
    let json = done(at, &["pull", "public/2", "--into", "new/device", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["change"].as_str(), json["fetched"].as_u64()), (Some("nothing"), Some(0)));
    assert_eq!(version(at, "new/device"), 2);
    assert!(done(at, &["pull", "public/2", "--into", "new/device"]).contains("in service already"));

    let inspected = |bundle: &str| done(at, &["snapshot", "inspect", bundle]);
    assert_eq!(inspected("new/device"), inspected("public/2"));

    let (code, said) = refused(at, &["pull", "public/1", "--into", "new/device"]);
    assert_eq!(code, 69);
    assert!(said.contains("older than one already seen here"), "{said}");
    assert_eq!(version(at, "new/device"), 2);

    // With the root in hand nothing is taken on trust, and another register's root is not this device's.
    let root = ["--root", "d/bundle/roots/1.cose"];
    let output = rastau(at, &[&["pull", "public/2", "--into", "pinned"][..], &root].concat());
    assert!(output.status.success() && output.stderr.is_empty());
    done(
        at,
        &[&["verify", "--bundle", "pinned", "d/documents/valid.txt", "--now", THEN][..], &root].concat(),
    );
    done(at, &["demo", "other", "--documents", "100", "--seed", "other"]);
    let other = ["--root", "other/bundle/roots/1.cose"];
    for command in [
        &["pull", "public/2", "--into", "pinned"][..],
        &["verify", "--bundle", "pinned", "d/documents/valid.txt"],
    ] {
        assert_eq!(refused(at, &[command, &other].concat()).0, 69, "{command:?}");
    }
}

#[test]
fn what_cannot_be_pulled_is_told() {
    let folder = published("300", 1);
    let at = folder.path();
    std::fs::write(at.join("letter.txt"), "Dear …").unwrap();
    std::fs::create_dir_all(at.join("mine")).unwrap();
    std::fs::write(at.join("mine/letter.txt"), "Dear …").unwrap();
    for (source, into, code, word) in [
        ("nowhere", "device", 66, "is not there"),
        ("letter.txt", "device", 65, "not a Rastau bundle"),
        ("mine", "device", 66, "mine is no published folder"),
        ("public/1", "mine", 73, "contains other files (letter.txt)"),
        ("http://127.0.0.1:9/register", "device", 74, "cannot get http://127.0.0.1:9/register/roots/1.cose"),
    ] {
        let (found, said) = refused(at, &["pull", source, "--into", into]);
        assert_eq!(found, code, "{said}");
        assert!(said.contains(word), "{said}");
        assert!(!at.join("device/a").exists());
    }
    let (code, said) = refused(at, &["verify", "--bundle", "device", "d/documents/valid.txt"]);
    assert_eq!(code, 66);
    assert!(said.contains("run rastau pull first"), "{said}");
    done(at, &["pull", "public/1", "--into", "device"]);
    let state = ["verify", "--bundle", "device", "--state", "seen", "d/documents/valid.txt"];
    assert_eq!(refused(at, &state).0, 64);
    for name in ["state-a", "state-b"] {
        std::fs::write(at.join("device").join(name), "?").unwrap();
    }
    for command in
        [["pull", "public/1", "--into", "device"], ["verify", "--bundle", "device", "d/documents/valid.txt"]]
    {
        let (code, said) = refused(at, &command);
        assert_eq!(code, 69);
        assert!(said.contains("has lost its trusted state"), "{said}");
    }
}

/// Knowledge grows old by the policy's grace; whatever the clock says then, nothing becomes fresher.
#[test]
fn grades_of_freshness_by_grace() {
    let folder = published("300", 1);
    let at = folder.path();
    done(at, &["pull", "public/1", "--into", "device"]);
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
    for bad in ["", "d", "-1", "7w", "7 d", "99999999999"] {
        let arguments = ["verify", "--bundle", "device", "--grace", bad, "d/documents/valid.txt"];
        assert_eq!(rastau(at, &arguments).status.code(), Some(64), "{bad:?}");
    }
}

/// A clock in 1970 is reported, and a time that is only asked about is not remembered.
#[test]
fn a_dead_clock_is_reported() {
    let folder = published("300", 1);
    let at = folder.path();
    let dead = "1970-01-01T00:00:00Z";
    done(at, &["pull", "public/1", "--into", "device", "--now", dead]);
    let said =
        rastau(at, &["verify", "--bundle", "device", "--now", dead, "--json", "d/documents/valid.txt"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(
        String::from_utf8(said.stdout)
            .unwrap()
            .contains("\"id\":\"clock.plausible\",\"outcome\":\"undetermined\"")
    );
    let expired = rastau(at, &["verify", "--bundle", "device", "--now", dead, "d/documents/expired.txt"]);
    assert_eq!(expired.status.code(), Some(1), "what has expired by the signed time stays expired");
    let before = std::fs::read(at.join("device/state-a")).unwrap();
    let asked = ["verify", "--bundle", "device", "--now", "2026-12-01T00:00:00Z", "d/documents/valid.txt"];
    rastau(at, &asked);
    assert_eq!(std::fs::read(at.join("device/state-a")).unwrap(), before);
}

/// A process killed at any moment leaves the old or the new, and no obstacle. `RASTAU_KILLS` for many.
#[test]
fn killed_in_a_loop() {
    let kills = std::env::var("RASTAU_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(40);
    let folder = published("5000", 3);
    let at = folder.path();
    done(at, &["pull", "public/1", "--into", "device"]);
    let begun = Instant::now();
    done(at, &["pull", "public/1", "--into", "probe"]);
    let once = begun.elapsed();
    let (mut newest, mut died) = (1, 0);
    for turn in 0..kills {
        if newest == 3 {
            std::fs::remove_dir_all(at.join("device")).unwrap();
            done(at, &["pull", "public/1", "--into", "device"]);
            newest = 1;
        }
        let next = format!("public/{}", newest + 1);
        let mut pull = Command::new(env!("CARGO_BIN_EXE_rastau"));
        pull.current_dir(at).args(["pull", &next, "--into", "device", "--now", THEN]).stdout(Stdio::null());
        let mut pull = pull.spawn().unwrap();
        // From before the first byte to after the last.
        std::thread::sleep(once.mul_f64(f64::from(turn % 20) / 15.0));
        pull.kill().unwrap();
        let ended = pull.wait().unwrap().success();
        died += u32::from(!ended);
        let found = version(at, "device");
        assert!(found == newest || found == newest + 1, "{found} after {newest}");
        assert!(!ended || found == newest + 1);
        newest = found;
    }
    assert!(died > kills as u32 / 4, "{died} of {kills} died before they ended");
    done(at, &["pull", "public/3", "--into", "device"]);
    assert_eq!(version(at, "device"), 3);
}

#[test]
fn two_at_once() {
    let folder = published("5000", 2);
    let at = folder.path();
    done(at, &["pull", "public/1", "--into", "device"]);
    let start = |more: &[&str]| {
        let mut pull = Command::new(env!("CARGO_BIN_EXE_rastau"));
        pull.current_dir(at).args(["pull", "public/2", "--into", "device", "--now", THEN]).args(more);
        pull.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let codes = |more: &[&str]| -> Vec<i32> {
        let all: Vec<_> = (0..4).map(|_| start(more)).collect();
        all.into_iter().map(|mut one| one.wait().unwrap().code().unwrap()).collect()
    };
    let found = codes(&[]);
    assert!(found.contains(&0) && found.iter().all(|code| [0, 75].contains(code)), "{found:?}");
    assert_eq!(codes(&["--wait"]), [0; 4]);
    assert_eq!(version(at, "device"), 2);
}

/// A file system of memory, mounted for a test where the machine lets it (root, as on the CI).
struct Mounted(PathBuf);

impl Mounted {
    fn at(path: PathBuf, size: &str) -> Option<Self> {
        std::fs::create_dir(&path).unwrap();
        let options = format!("size={size}");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(&path).output();
        let mounted = mount.is_ok_and(|output| output.status.success());
        if !mounted {
            eprintln!("no file system can be mounted here; the simulated disk of rastau-store stands in");
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
fn a_full_or_read_only_disk_leaves_the_old_in_service() {
    let folder = published("3000", 2);
    let at = folder.path();
    let Some(disk) = Mounted::at(at.join("disk"), "1m") else { return };
    done(at, &["pull", "public/1", "--into", "disk/device"]);
    let used = |folder: &str| room(&at.join(folder));
    let ballast = (1 << 20) - used("disk") - (24 << 10);
    std::fs::write(at.join("disk/ballast"), vec![1; usize::try_from(ballast).unwrap()]).unwrap();
    let (code, said) = refused(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(code, 73);
    assert!(said.contains("the disk is full; the active bundle is unchanged"), "{said}");
    assert_eq!(version(at, "disk/device"), 1);
    assert!(!at.join("disk/device/b").exists(), "what was half-written does not take the room");

    std::fs::remove_file(at.join("disk/ballast")).unwrap();
    disk.remount("ro");
    let (code, said) = refused(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(code, 73);
    assert!(said.contains("it is read-only; the active bundle is unchanged"), "{said}");
    assert_eq!(version(at, "disk/device"), 1);
    // By the device's own clock there is something to remember, and no place to.
    let output = rastau(at, &["verify", "--bundle", "disk/device", "d/documents/valid.txt"]);
    assert!(output.status.code().is_some_and(|code| code < 64), "{output:?}");
    disk.remount("rw");
    done(at, &["pull", "public/2", "--into", "disk/device"]);
    assert_eq!(version(at, "disk/device"), 2);
}

/// Bytes that the files below a folder take, in blocks of a page.
fn room(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| match entry.metadata().unwrap() {
            inner if inner.is_dir() => room(&entry.path()),
            file => file.len().div_ceil(4096) * 4096,
        })
        .sum()
}
