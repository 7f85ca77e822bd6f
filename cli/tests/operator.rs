//! The operator's side refuses what would lose data, or sign what the register contradicts, and says what to do.
#![allow(missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

fn rastau(at: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rastau")).current_dir(at).args(arguments).output().unwrap()
}

fn done(at: &Path, arguments: &[&str]) -> String {
    let output = rastau(at, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The one sentence of a command that is refused.
fn refused(at: &Path, arguments: &[&str]) -> String {
    let output = rastau(at, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code().is_some_and(|code| code >= 64) && output.stdout.is_empty(), "{said}");
    assert_eq!(said.lines().count(), 1, "{arguments:?}: {said}");
    said
}

fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo", "d", "--documents", "100", "--seed", "operator"]);
    folder
}

const BUILD: [&str; 8] = [
    "snapshot",
    "build",
    "--register",
    "d/register.sqlite",
    "--as-of",
    "2026-06-01T00:00:00+05:00",
    "--not-after",
    "2036-06-01T00:00:00+05:00",
];

fn build(out: &str) -> Vec<&str> {
    [&BUILD[..], &["--out", out]].concat()
}

fn publish(to: &str) -> Vec<&str> {
    vec!["snapshot", "publish", "draft", "--root", "d/bundle/roots/1.cose", "--to", to]
}

fn sign<'a>(role: &'a str, keys: &[&'a str]) -> Vec<&'a str> {
    let mut words = vec!["snapshot", "sign", "draft", "--root", "d/bundle/roots/1.cose", "--role", role];
    keys.iter().for_each(|key| words.extend(["--key", key]));
    words
}

fn sign_all(at: &Path) {
    done(at, &sign("chamber", &["d/keys/chamber-1.key"]));
    done(at, &sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]));
    done(at, &sign("fresh", &["d/keys/fresh.key"]));
}

#[test]
fn nothing_but_its_own_kind_is_replaced() {
    let folder = demo();
    let at = folder.path();
    done(at, &build("draft"));
    done(at, &build("draft"));
    for name in ["home/photos", "home/segments", "empty", "other.replaced"] {
        std::fs::create_dir_all(at.join(name)).unwrap();
    }
    std::fs::write(at.join("home/photos/one.jpg"), "picture").unwrap();
    std::fs::write(at.join("file"), "words").unwrap();
    std::fs::write(at.join("other.replaced/mine"), "words").unwrap();
    for target in ["home", "file", "d", "d/bundle"] {
        assert!(refused(at, &build(target)).contains("left unchanged"), "{target}");
    }
    assert!(refused(at, &publish("public")).contains("sign it first"));
    sign_all(at);
    for target in ["home", "file", "d", "draft"] {
        assert!(refused(at, &publish(target)).contains("left unchanged"), "{target}");
    }
    // One stray file is enough: the web server's own, say.
    done(at, &publish("public"));
    done(at, &publish("public"));
    std::fs::write(at.join("public/index.html"), "page").unwrap();
    assert!(refused(at, &publish("public")).contains("index.html"));
    assert!(
        refused(at, &[&publish("one")[..], &["--single-file", "file"]].concat())
            .contains("file is not a published bundle; left unchanged")
    );
    assert!(!at.join("one").exists());
    done(at, &[&publish("empty")[..], &["--single-file", "one.rastau"]].concat());
    done(at, &[&publish("other")[..], &["--single-file", "one.rastau"]].concat());
    for (path, content) in
        [("home/photos/one.jpg", "picture"), ("file", "words"), ("other.replaced/mine", "words")]
    {
        assert_eq!(std::fs::read_to_string(at.join(path)).unwrap(), content);
    }
    let lost = refused(at, &build("draft"));
    assert!(lost.contains("signatures, which would be lost"), "{lost}");
    assert!(at.join("draft/fresh.cose").exists());
}

#[test]
fn times_and_roles_that_cannot_be_meant_are_refused() {
    let folder = demo();
    let at = folder.path();
    let swapped = ["--as-of", BUILD[7], "--not-after", BUILD[5], "--out", "draft"];
    assert!(refused(at, &[&BUILD[..4], &swapped].concat()).contains("--not-after"));
    assert!(!at.join("draft").exists());
    done(at, &build("draft"));
    let stranger = refused(at, &sign("chamber", &["d/keys/keeper-1.key"]));
    assert!(stranger.contains("d/keys/keeper-1.key is no key of the role chamber"), "{stranger}");
    assert!(!at.join("draft/centres.cose").exists());
    let mut elsewhere = sign("chamber", &["d/keys/chamber-1.key"]);
    elsewhere[2] = "d";
    assert!(refused(at, &elsewhere).contains("d is no draft"));
    for name in ["", "../keeper-9", ".keeper"] {
        assert!(refused(at, &["keys", "new", name, "--out", "keys"]).contains("--out"), "{name}");
    }
    let root = |chamber: &'static str, keepers: [&'static str; 2], out: &'static str| {
        let mut words = vec!["keys", "root", "--register", "x", "--expires", "2035-01-01T00:00:00Z"];
        words.extend(["--root", "d/keys/root-1.key", "--fresh", "d/keys/fresh.pub", "--chamber", chamber]);
        keepers.iter().for_each(|keeper| words.extend(["--keeper", keeper]));
        words.extend(["--out", out]);
        words
    };
    let keepers = ["d/keys/keeper-1.pub", "d/keys/keeper-2.pub"];
    assert!(refused(at, &root("d/keys/keeper-1.key", keepers, "r.cose")).contains("the Law has two keepers"));
    let twice = ["d/keys/keeper-1.pub", "d/keys/keeper-1.key"];
    assert!(refused(at, &root("d/keys/chamber-1.pub", twice, "r.cose")).contains("twice"));
    done(at, &root("d/keys/chamber-1.pub", keepers, "r.cose"));
    assert!(refused(at, &root("d/keys/chamber-1.pub", keepers, "r.cose")).contains("its own name"));
    let mut words = root("d/keys/chamber-1.pub", keepers, "other.cose");
    let long = "x".repeat(300);
    words[3] = &long;
    assert!(refused(at, &words).contains("no verifier could read this root"));
    (words[3], words[5]) = ("x", "2020-01-01T00:00:00Z");
    assert!(refused(at, &words).contains("--expires is past"));
    assert!(!at.join("other.cose").exists());
    let shown = done(at, &["keys", "show", "d/keys/fresh.pub"]);
    let key: serde_json::Value =
        serde_json::from_slice(&std::fs::read(at.join("d/keys/fresh.pub")).unwrap()).unwrap();
    assert!(shown.contains(key["public"].as_str().unwrap()), "{shown}");
}

#[test]
fn a_missing_key_file_exits_66_and_an_existing_one_73() {
    let folder = demo();
    let at = folder.path();
    let code = |arguments: &[&str]| rastau(at, arguments).status.code();
    let cases: [(&[&str], i32, &str); 6] = [
        (&["keys", "show", "gone.pub"], 66, "cannot read gone.pub"),
        (&["keys", "show", "d/people.csv"], 65, "d/people.csv is not a Rastau key file"),
        (&["keys", "new", "keeper-1", "--out", "d/keys"], 73, "cannot write d/keys/keeper-1.key"),
        (&["register", "check", "gone.sqlite"], 65, "register file gone.sqlite not found"),
        (&["register", "check", "d/people.csv"], 65, "d/people.csv is not a Rastau register"),
        (
            &["register", "import", "d", "--into", "r.sqlite", "--name", "x", "--covered-from", "2023-09-04"],
            65,
            "required file d/professions.csv not found",
        ),
    ];
    for (arguments, expected, sentence) in cases {
        assert!(refused(at, arguments).contains(sentence), "{arguments:?}: {}", refused(at, arguments));
        assert_eq!(code(arguments), Some(expected), "{arguments:?}");
    }
}

/// What the register contradicts is not signed, and nothing of the whole request is kept.
#[test]
fn what_the_register_contradicts_is_not_issued() {
    let folder = demo();
    let at = folder.path();
    let good = serde_json::json!({
        "number": "N-1", "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"], "profession": "7212-1",
        "edition": "2017", "qualification": "7212-1-3", "level": "3", "centre": "BIN", "accreditation": "SERIAL",
        "basis": { "kind": "standard", "id": "PS-7212-1" }
    });
    // The demo's own centre, whatever its number is.
    let inspected: serde_json::Value = {
        let words = ["verify", "--bundle", "d/bundle", "--json", "d/documents/valid.txt"];
        serde_json::from_str(&done(at, &words)).unwrap()
    };
    let stated = |name: &str| inspected["document"][name].clone();
    let request = |changes: &[(&str, &str)]| {
        let mut request = good.clone();
        request["centre"] = stated("centre")["code"].clone();
        for name in ["accreditation", "exam_on", "issued_on"] {
            request[name] = stated(name);
        }
        changes.iter().for_each(|(name, value)| request[*name] = (*value).into());
        std::fs::write(at.join("request.json"), serde_json::json!([request]).to_string()).unwrap();
    };
    let issue = ["issue", "--register", "d/register.sqlite", "--key", "d/keys/centre-a.key", "--out", "out"];
    let issue = [&issue[..], &["request.json"]].concat();
    for (changes, why) in [
        (&[("level", "5")][..], "states a level that is not the registered one"),
        (&[("qualification", "7212-1-9")], "names a qualification that the register does not have"),
        (&[("issued_on", "2086-01-01")], "was issued outside its centre's accreditation"),
        (&[("exam_on", "2023-09-05")], "was examined outside its centre's accreditation"),
        (&[("exam_on", "2026-02-30")], "there is no such day as 2026-02-30"),
    ] {
        request(changes);
        let said = refused(at, &issue);
        assert!(said.contains("request N-1") && said.contains(why), "{said}");
        assert!(!at.join("out/N-1.txt").exists());
    }
    std::fs::write(at.join("request.json"), "[]").unwrap();
    assert!(refused(at, &issue).contains("asks for no document"));
    request(&[("holder", "85022830001")]);
    let output = rastau(at, &issue);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("the holder has 11 digits"), "{said}");
}
