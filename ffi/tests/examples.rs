//! The examples, run on a current bundle.
//!
//! They are compiled here, or `RASTAU_EXAMPLES` is the directory with examples that were built against an installed library
//! (`cargo xtask check ffi` does that with pkg-config and with CMake).
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

struct Fixture {
    directory: tempfile::TempDir,
    documents: Vec<DemoDocument>,
}

impl Fixture {
    /// Makes a register, its current bundle, and the same bundle one version later, each also as one file.
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let options = DemoOptions { documents: 100, now: Timestamp(now), certificates: false };
        let mut random = Seeded::new("examples");
        let keys = Keys::generate(&mut random).unwrap();
        let mut register = Register::create(&path("register.sqlite"), REGISTER, "2023-09-04").unwrap();
        let documents = fill(&mut register, &keys, &options, &mut random, &|_| {}).unwrap();
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
        Self { directory, documents }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn update(&self, programs: &Path, file: &str) -> Output {
        let mut command = Command::new(programs.join("update_usb"));
        command.arg(self.path(file)).arg(self.path("root")).arg(self.path("device")).output().unwrap()
    }
}

/// Returns the directory with the programs, and its guard if it is temporary.
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

fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn update_usb_activates_a_newer_bundle_and_refuses_others() {
    let (fixture, (programs, _guard)) = (Fixture::new(), programs());
    let update = |source: &str| succeeded(&fixture.update(&programs, source));
    assert_eq!(update("one.rastau"), "first bundle activated\n");
    // A published directory works too. The same version, as a directory or a file, is not newer.
    assert_eq!(update("bundle"), "newer bundle activated\n");
    assert_eq!(update("two.rastau"), "nothing newer\n");
    // An older bundle, an altered one and other files are refused with the reason.
    let mut renamed = fixture.read("two.rastau");
    let name = renamed.windows(8).position(|bytes| bytes == b"fresh.co").unwrap();
    renamed[name] ^= 1;
    std::fs::write(fixture.path("renamed.rastau"), renamed).unwrap();
    std::fs::write(fixture.path("notes.txt"), "not a bundle").unwrap();
    for (source, reason) in
        [("one.rastau", "(106)"), ("renamed.rastau", "(124)"), ("notes.txt", "(122)"), ("missing", "(120)")]
    {
        let output = fixture.update(&programs, source);
        assert_eq!(output.status.code(), Some(65), "{source}");
        assert!(printed(&output).contains(reason), "{source}: {}", printed(&output));
        assert!(printed(&output).contains("the active bundle stays in use"), "{source}");
    }
    assert_eq!(update("two.rastau"), "nothing newer\n");
    // The last page is altered, on a device without a bundle.
    let mut changed = fixture.read("two.rastau");
    *changed.last_mut().unwrap() ^= 1;
    std::fs::write(fixture.path("changed.rastau"), changed).unwrap();
    std::fs::remove_dir_all(fixture.path("device")).unwrap();
    let output = fixture.update(&programs, "changed.rastau");
    assert!(printed(&output).contains("(123)"), "{}", printed(&output));
}

#[test]
fn the_verifiers_exit_with_the_outcome() {
    let (fixture, (programs, _guard)) = (Fixture::new(), programs());
    let mut counts = [0; 3];
    for document in &fixture.documents {
        let expected = ["valid", "invalid", "indeterminate"]
            .iter()
            .position(|outcome| document.expected["outcome"] == *outcome)
            .unwrap();
        counts[expected] += 1;
        for (program, bundle) in [("verify", "bundle"), ("verify_cpp", "one.rastau")] {
            let mut command = Command::new(programs.join(program));
            let output = command
                .arg(fixture.path(bundle))
                .arg(fixture.path("root"))
                .arg(&document.text)
                .output()
                .unwrap();
            let code = output.status.code().and_then(|code| usize::try_from(code).ok());
            assert_eq!(code, Some(expected), "{program} {}: {}", document.name, printed(&output));
        }
    }
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    let mut command = Command::new(programs.join("verify"));
    let foreign =
        command.arg(fixture.path("bundle")).arg(fixture.path("root")).arg("https://example.org/").output();
    let foreign = foreign.unwrap();
    assert_eq!(foreign.status.code(), Some(65));
    assert!(printed(&foreign).contains("This is a web address."), "{}", printed(&foreign));
}

#[test]
fn the_kiosk_continues_after_any_input() {
    let (fixture, (programs, _guard)) = (Fixture::new(), programs());
    let text =
        |name: &str| fixture.documents.iter().find(|document| document.name == name).unwrap().text.clone();
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
    // No line feed at the end: the stream is cut off.
    stream.extend_from_slice(valid.as_bytes());
    // Before the first update the kiosk states what to do.
    let mut kiosk = Command::new(programs.join("kiosk"));
    let empty = kiosk.args([fixture.path("device"), "en".into()]).output().unwrap();
    assert_eq!(empty.status.code(), Some(65));
    assert!(printed(&empty).contains("holds no bundle yet"), "{}", printed(&empty));
    succeeded(&fixture.update(&programs, "two.rastau"));
    let mut kiosk = Command::new(programs.join("kiosk"))
        .args([fixture.path("device"), "ru".into()])
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
