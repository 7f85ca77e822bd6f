//! The examples, run on a bundle of today as a kiosk's owner would.
//!
//! They are compiled here, or `RASTAU_EXAMPLES` names the folder where somebody has built them against an installed library
//! (`cargo xtask check ffi` does, with pkg-config and with CMake).
#![allow(missing_docs)]

mod support;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use rastau_core::calendar::Timestamp;
use rastau_registry::Register;
use rastau_registry::demo::{DemoDocument, DemoOptions, Keys, REGISTER, bundle, fill, times};
use rastau_registry::publish::{write_single_file, write_statements};
use rastau_registry::random::Seeded;
use rastau_registry::sign::sign_draft;
use support::{compile_example, libraries, succeeded};

struct World {
    folder: tempfile::TempDir,
    papers: Vec<DemoDocument>,
}

impl World {
    /// A register, its bundle as of now, and the same bundle a version later, each as one file.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let options = DemoOptions { documents: 100, now: Timestamp(now), certificates: false };
        let mut random = Seeded::new("examples");
        let keys = Keys::generate(&mut random).unwrap();
        let mut register = Register::create(&path("register.sqlite"), REGISTER, "2023-09-04").unwrap();
        let papers = fill(&mut register, &keys, &options, &mut random, &|_| {}).unwrap();
        let mut draft = bundle(&register, &keys, options.now, &path("bundle"), &|_| {}).unwrap();
        write_single_file(&path("bundle"), &path("one.rastau")).unwrap();
        let times = times(options.now);
        let root = keys.trust_root(times.expires).unwrap();
        std::fs::write(path("root"), &root).unwrap();
        draft.manifest.version += 1;
        let statements =
            sign_draft(&draft, vec![(1, root)], &keys.signers(), times.checked_at, times.next_update);
        write_statements(&path("bundle"), &statements).unwrap();
        write_single_file(&path("bundle"), &path("two.rastau")).unwrap();
        Self { folder, papers }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn update(&self, programs: &Path, file: &str) -> Output {
        let mut command = Command::new(programs.join("update_usb"));
        command.arg(self.path(file)).arg(self.path("root")).arg(self.path("device")).output().unwrap()
    }
}

/// The folder with the programs, and what keeps it.
fn programs() -> (PathBuf, Option<tempfile::TempDir>) {
    if let Some(built) = std::env::var_os("RASTAU_EXAMPLES") {
        return (built.into(), None);
    }
    let folder = libraries();
    for (source, program) in [
        ("verify.c", "verify"),
        ("kiosk.c", "kiosk"),
        ("update_usb.c", "update_usb"),
        ("verify.cpp", "verify_cpp"),
    ] {
        compile_example(folder.path(), source, program);
    }
    (folder.path().to_path_buf(), Some(folder))
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_stick_is_taken_checked_and_refused() {
    let (world, (programs, _keep)) = (World::new(), programs());
    let says = |source: &str| succeeded(&world.update(&programs, source));
    assert_eq!(says("one.rastau"), "in use for the first time\n");
    // A folder as it is published will do as well; the same again, in either form, is nothing new.
    assert_eq!(says("bundle"), "newer, in use\n");
    assert_eq!(says("two.rastau"), "nothing newer\n");
    // The older one, a changed one and something else are refused, and say why.
    let mut renamed = world.read("two.rastau");
    let manifest = renamed.windows(8).position(|bytes| bytes == b"manifest").unwrap();
    renamed[manifest] ^= 1;
    std::fs::write(world.path("renamed.rastau"), renamed).unwrap();
    std::fs::write(world.path("notes.txt"), "not a bundle").unwrap();
    for (source, reason) in
        [("one.rastau", "(106)"), ("renamed.rastau", "(124)"), ("notes.txt", "(122)"), ("missing", "(120)")]
    {
        let output = world.update(&programs, source);
        assert_eq!(output.status.code(), Some(65), "{source}");
        assert!(said(&output).contains(reason), "{source}: {}", said(&output));
        assert!(said(&output).contains("what was in use stays in use"), "{source}");
    }
    assert_eq!(says("two.rastau"), "nothing newer\n");
    // The last page of a register that nobody has here yet.
    let mut changed = world.read("two.rastau");
    *changed.last_mut().unwrap() ^= 1;
    std::fs::write(world.path("changed.rastau"), changed).unwrap();
    std::fs::remove_dir_all(world.path("device")).unwrap();
    let output = world.update(&programs, "changed.rastau");
    assert!(said(&output).contains("(123)"), "{}", said(&output));
}

#[test]
fn the_verifiers_end_with_the_outcome() {
    let (world, (programs, _keep)) = (World::new(), programs());
    let mut seen = [0; 3];
    for paper in &world.papers {
        let expected = ["valid", "invalid", "indeterminate"]
            .iter()
            .position(|outcome| paper.expected["outcome"] == *outcome)
            .unwrap();
        seen[expected] += 1;
        for (program, bundle) in [("verify", "bundle"), ("verify_cpp", "one.rastau")] {
            let mut command = Command::new(programs.join(program));
            let output =
                command.arg(world.path(bundle)).arg(world.path("root")).arg(&paper.text).output().unwrap();
            let code = output.status.code().and_then(|code| usize::try_from(code).ok());
            assert_eq!(code, Some(expected), "{program} {}: {}", paper.name, said(&output));
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    let mut command = Command::new(programs.join("verify"));
    let foreign =
        command.arg(world.path("bundle")).arg(world.path("root")).arg("https://example.org/").output();
    let foreign = foreign.unwrap();
    assert_eq!(foreign.status.code(), Some(65));
    assert!(said(&foreign).contains("RST1:"), "{}", said(&foreign));
}

#[test]
fn a_kiosk_outlives_whatever_is_scanned() {
    let (world, (programs, _keep)) = (World::new(), programs());
    let text = |name: &str| world.papers.iter().find(|paper| paper.name == name).unwrap().text.clone();
    let (valid, cancelled) = (text("valid"), text("cancelled"));
    let mut stream = Vec::new();
    for line in [
        valid.as_bytes(),
        &valid.as_bytes()[..100],
        b"\xff\xfe\x00\x01",
        b"",
        b"https://example.org/",
        &vec![b'['; 1 << 20],
        b"{\"number\":",
        cancelled.as_bytes(),
    ] {
        stream.extend_from_slice(line);
        stream.extend_from_slice(b"\r\n");
    }
    // Without a line feed at the end: the stream breaks off.
    stream.extend_from_slice(valid.as_bytes());
    // Before the first update it says what to do.
    let mut kiosk = Command::new(programs.join("kiosk"));
    let empty = kiosk.args([world.path("device"), "en".into()]).output().unwrap();
    assert_eq!(empty.status.code(), Some(65));
    assert!(said(&empty).contains("holds no bundle yet"), "{}", said(&empty));
    succeeded(&world.update(&programs, "two.rastau"));
    let mut kiosk = Command::new(programs.join("kiosk"))
        .args([world.path("device"), "ru".into()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = kiosk.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&stream));
    let answers = succeeded(&kiosk.wait_with_output().unwrap());
    writer.join().unwrap().unwrap();
    let words: Vec<&str> = answers.lines().map(|line| line.split('\t').next().unwrap()).collect();
    let unreadable = ["UNREADABLE"; 5];
    assert_eq!(words, [&["VALID"], &unreadable[..], &["INVALID", "VALID"]].concat(), "{answers}");
}
