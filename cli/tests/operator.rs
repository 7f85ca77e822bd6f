//! The operator's commands refuse to destroy data and to sign what contradicts the register, and state what to do.
#![allow(missing_docs)]

mod common;

use std::path::Path;

use rastau_core::snapshot::{KnownRoot, grouped};

use common::{demo, fail_with_one_line, rastau, rastau_with_input, stderr, stdout, succeed};

/// Runs a command that must fail; returns its error message.
fn refused(at: &Path, arguments: &[&str]) -> String {
    fail_with_one_line(at, arguments).1
}

fn operator_demo() -> tempfile::TempDir {
    demo(&["--documents", "100", "--seed", "operator"])
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
    let mut arguments = vec!["snapshot", "sign", "draft", "--root", "d/bundle/roots/1.cose", "--role", role];
    keys.iter().for_each(|key| arguments.extend(["--key", key]));
    if role == "fresh" {
        arguments.extend(["--now", "2026-06-02T00:00:00+05:00"]);
    }
    arguments
}

fn sign_all(at: &Path) {
    succeed(at, &sign("chamber", &["d/keys/chamber-1.key"]));
    succeed(at, &sign("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]));
    succeed(at, &sign("fresh", &["d/keys/fresh.key"]));
}

#[test]
fn only_an_output_of_the_same_kind_is_replaced() {
    let directory = operator_demo();
    let at = directory.path();
    succeed(at, &build("draft"));
    succeed(at, &build("draft"));
    for name in ["home/photos", "home/segments", "empty", "other.replaced"] {
        std::fs::create_dir_all(at.join(name)).unwrap();
    }
    std::fs::write(at.join("home/photos/one.jpg"), "picture").unwrap();
    std::fs::write(at.join("file"), "words").unwrap();
    std::fs::write(at.join("other.replaced/mine"), "words").unwrap();
    for target in ["home", "file", "d", "d/bundle"] {
        let (code, message) = fail_with_one_line(at, &build(target));
        assert!(code == 73 && message.contains("left unchanged"), "{target}: {code} {message}");
    }
    assert!(refused(at, &publish("public")).contains("not yet signed by the role chamber"));
    sign_all(at);
    for target in ["home", "file", "d", "draft"] {
        assert!(refused(at, &publish(target)).contains("left unchanged"), "{target}");
    }
    // One foreign file is enough to refuse the target, for example one of the web server.
    succeed(at, &publish("public"));
    succeed(at, &publish("public"));
    std::fs::write(at.join("public/index.html"), "page").unwrap();
    assert!(refused(at, &publish("public")).contains("index.html"));
    assert!(
        refused(at, &[&publish("one")[..], &["--single-file", "file"]].concat())
            .contains("file is not a published bundle; left unchanged")
    );
    assert!(!at.join("one").exists());
    succeed(at, &[&publish("empty")[..], &["--single-file", "one.rastau"]].concat());
    succeed(at, &[&publish("other")[..], &["--single-file", "one.rastau"]].concat());
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
fn impossible_times_and_roles_are_refused() {
    let directory = operator_demo();
    let at = directory.path();
    let swapped = ["--as-of", BUILD[7], "--not-after", BUILD[5], "--out", "draft"];
    assert!(refused(at, &[&BUILD[..4], &swapped].concat()).contains("--not-after"));
    assert!(!at.join("draft").exists());
    succeed(at, &build("draft"));
    let stranger = refused(at, &sign("chamber", &["d/keys/keeper-1.key"]));
    assert!(stranger.contains("d/keys/keeper-1.key is not a key of the role chamber"), "{stranger}");
    assert!(!at.join("draft/centres.cose").exists());
    let mut elsewhere = sign("chamber", &["d/keys/chamber-1.key"]);
    elsewhere[2] = "d";
    assert!(refused(at, &elsewhere).contains("d does not contain a draft"));
    for name in ["", "../keeper-9", ".keeper"] {
        assert!(refused(at, &["keys", "new", name, "--out", "keys"]).contains("--out"), "{name}");
    }
    let root = |chamber: &'static str, keepers: [&'static str; 2], out: &'static str| {
        let mut arguments = vec!["keys", "root", "--register", "x", "--expires", "2035-01-01T00:00:00Z"];
        arguments.extend([
            "--root",
            "d/keys/root-1.key",
            "--fresh",
            "d/keys/fresh.pub",
            "--chamber",
            chamber,
        ]);
        keepers.iter().for_each(|keeper| arguments.extend(["--keeper", keeper]));
        arguments.extend(["--out", out]);
        arguments
    };
    let keepers = ["d/keys/keeper-1.pub", "d/keys/keeper-2.pub"];
    assert!(refused(at, &root("d/keys/keeper-1.key", keepers, "r.cose")).contains("the Law has two keepers"));
    let twice = ["d/keys/keeper-1.pub", "d/keys/keeper-1.key"];
    assert!(refused(at, &root("d/keys/chamber-1.pub", twice, "r.cose")).contains("twice"));
    let made = succeed(at, &root("d/keys/chamber-1.pub", keepers, "r.cose"));
    let known = KnownRoot::of(&std::fs::read(at.join("r.cose")).unwrap()).unwrap();
    assert!(made.contains(&format!("fingerprint {};", grouped(&known.fingerprint()))), "{made}");
    assert!(refused(at, &root("d/keys/chamber-1.pub", keepers, "r.cose")).contains("exists already"));
    let mut arguments = root("d/keys/chamber-1.pub", keepers, "other.cose");
    let long = "x".repeat(300);
    arguments[3] = &long;
    assert!(refused(at, &arguments).contains("verifiers would refuse this root"));
    (arguments[3], arguments[5]) = ("x", "2020-01-01T00:00:00Z");
    assert!(refused(at, &arguments).contains("--expires is in the past"));
    (arguments[5], arguments[7]) = ("2035-01-01T00:00:00Z", "d/keys/root-1.pub");
    assert!(refused(at, &arguments).contains("0 of the new root keys sign this root, 1 must"));
    arguments[7] = "d/keys/root-2.key";
    arguments.extend(["--previous", "r.cose"]);
    assert!(refused(at, &arguments).contains("0 of the previous root keys sign this root, 1 must"));
    assert!(!at.join("other.cose").exists());
    let shown = succeed(at, &["keys", "show", "d/keys/fresh.pub"]);
    let key: serde_json::Value =
        serde_json::from_slice(&std::fs::read(at.join("d/keys/fresh.pub")).unwrap()).unwrap();
    assert!(shown.contains(key["public"].as_str().unwrap()), "{shown}");
}

#[test]
fn a_missing_file_exits_66_and_an_existing_one_73() {
    let directory = operator_demo();
    let at = directory.path();
    let import = ["register", "import", "d", "--name", "x", "--covered-from", "2023-09-04", "--into"];
    let cases: [(&[&str], i32, &str); 6] = [
        (&["keys", "show", "gone.pub"], 66, "cannot read gone.pub"),
        (&["keys", "show", "d/people.csv"], 65, "d/people.csv is not a Rastau key file"),
        (&["keys", "new", "keeper-1", "--out", "d/keys"], 73, "cannot write d/keys/keeper-1.key"),
        (&["register", "check", "gone.sqlite"], 66, "register file gone.sqlite not found"),
        (&["register", "check", "d/people.csv"], 65, "d/people.csv is not a Rastau register"),
        (&[&import[..], &["r.sqlite"]].concat(), 66, "required file d/professions.csv not found"),
    ];
    for (arguments, expected, sentence) in cases {
        let (code, message) = fail_with_one_line(at, arguments);
        assert!(message.contains(sentence), "{arguments:?}: {message}");
        assert_eq!(code, expected, "{arguments:?}");
    }
}

/// A request that contradicts the register is not signed, and no part of it is stored.
#[test]
fn documents_that_contradict_the_register_are_not_issued() {
    let directory = operator_demo();
    let at = directory.path();
    let template = serde_json::json!({
        "number": "N-1", "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"], "profession": "7212-1",
        "edition": "2017", "qualification": "7212-1-3", "level": "3", "centre": "BIN", "accreditation": "SERIAL",
        "basis": { "kind": "standard", "id": "PS-7212-1" }
    });
    // The number of the demo's centre depends on the seed.
    let inspected: serde_json::Value = {
        let arguments = ["verify", "--bundle", "d/bundle", "--json", "d/documents/valid.txt"];
        serde_json::from_str(&succeed(at, &arguments)).unwrap()
    };
    let stated = |name: &str| inspected["document"][name].clone();
    let request = |changes: &[(&str, &str)]| {
        let mut request = template.clone();
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
        let message = refused(at, &issue);
        assert!(message.contains("request N-1") && message.contains(why), "{changes:?}: {message}");
        assert!(!at.join("out/N-1.txt").exists());
    }
    std::fs::write(at.join("request.json"), "[]").unwrap();
    assert!(refused(at, &issue).contains("contains no document"));
    request(&[("holder", "85022830001")]);
    let output = rastau(at, &issue);
    let warning = stderr(&output);
    assert!(output.status.success() && warning.contains("the holder has 11 digits"), "{warning}");
}

/// With `--link` the code is a web address at the register's origin; the picture and the printed page can be read, and
/// the verdict says that the address is the register's own. A register without an origin issues no links.
#[test]
fn links_are_issued_at_the_origin_of_the_register_only() {
    let directory = operator_demo();
    let at = directory.path();
    let json = |arguments: &[&str]| -> serde_json::Value {
        let output = rastau(at, arguments);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", stderr(&output)))
    };
    let stated =
        json(&["verify", "--bundle", "d/bundle", "--json", "d/documents/valid.txt"])["document"].clone();
    let request = serde_json::json!({
        "number": "N-LINK", "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"], "profession": "7212-1",
        "edition": "2017", "qualification": "7212-1-3", "level": "3", "centre": stated["centre"]["code"],
        "accreditation": stated["accreditation"], "exam_on": stated["exam_on"], "issued_on": stated["issued_on"],
        "basis": { "kind": "standard", "id": "PS-7212-1" }
    });
    std::fs::write(at.join("request.json"), request.to_string()).unwrap();
    let issue =
        ["issue", "--register", "d/register.sqlite", "--key", "d/keys/centre-a.key", "--link", "--out"];
    succeed(at, &[&issue[..], &["out", "request.json"]].concat());
    let link = std::fs::read_to_string(at.join("out/N-LINK.txt")).unwrap();
    assert!(link.starts_with("https://register.example/#RST2:"), "{link}");
    for input in ["out/N-LINK.txt", "out/N-LINK.png", "out/N-LINK.pdf"] {
        let verdict = json(&["verify", "--bundle", "d/bundle", "--json", input]);
        assert_eq!(
            (&verdict["document"]["number"], &verdict["link"]),
            (&"N-LINK".into(), &"register".into())
        );
    }
    let other = link.replacen("register.", "registers.", 1);
    assert_eq!(json(&["verify", "--bundle", "d/bundle", "--json", &other])["link"], "another-site");
    let told = rastau(at, &["verify", "--bundle", "d/bundle", "--lang", "en", &other]);
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("another site than the register's own"), "{told}");

    let register = rastau_registry::Register::open(&at.join("d/register.sqlite")).unwrap();
    register.connection().execute("DELETE FROM contacts WHERE body = 'link'", ()).unwrap();
    register.connection().execute("DELETE FROM documents WHERE number = 'N-LINK'", ()).unwrap();
    drop(register);
    let message = refused(at, &[&issue[..], &["none", "request.json"]].concat());
    assert!(message.contains("the register has no origin for web addresses"), "{message}");
    assert!(!at.join("none/N-LINK.txt").exists());
}

/// A record that was published is not sealed again under its code: the build that follows refuses it.
#[test]
fn a_build_refuses_a_record_that_was_sealed_again() {
    let directory = operator_demo();
    let at = directory.path();
    let build = |out: &str| {
        let times = [
            "--as-of",
            "2026-11-24T00:00:00+05:00",
            "--not-after",
            "2027-11-24T00:00:00+05:00",
            "--insist",
            "future-time",
        ];
        let files =
            ["snapshot", "build", "--register", "d/register.sqlite", "--previous", "d/bundle", "--out", out];
        rastau(at, &[&files[..], &times].concat())
    };
    let output = build("first");
    assert!(output.status.success(), "{}", stderr(&output));
    let register = rastau_registry::Register::open(&at.join("d/register.sqlite")).unwrap();
    let sql = "UPDATE documents SET seal_check = x'00000000' WHERE number = '000000001001'";
    assert_eq!(register.connection().execute(sql, ()).unwrap(), 1);
    drop(register);
    let output = build("second");
    let error = stderr(&output);
    assert!(
        !output.status.success() && error.contains("000000001001") && error.contains("new code"),
        "{error}"
    );
    assert!(!at.join("second").exists());
}

/// To waive one guard does not waive another.
#[test]
fn a_guard_is_waived_by_its_own_name() {
    let directory = operator_demo();
    let at = directory.path();
    let future = |rest: &[&'static str]| {
        let times =
            ["--as-of", "2095-01-01T00:00:00Z", "--not-after", "2096-01-01T00:00:00Z", "--out", "draft"];
        [&["snapshot", "build", "--register", "d/register.sqlite"], &times[..], rest].concat()
    };
    for rest in [&[][..], &["--insist", "shortened-row"], &["--insist", "reopened-key"]] {
        let message = refused(at, &future(rest));
        assert!(message.contains("or add --insist future-time"), "{message}");
    }
    for rest in [&["--insist"][..], &["--insist", "everything"], &["--insist", "version-leap"]] {
        let output = rastau(at, &future(rest));
        assert_eq!(output.status.code(), Some(64), "{rest:?}");
        assert!(stderr(&output).contains("future-time"), "{rest:?}: {}", stderr(&output));
    }
    succeed(at, &future(&["--insist", "shortened-row", "--insist", "future-time"]));
    let chamber = sign("chamber", &["d/keys/chamber-1.key"]);
    assert!(refused(at, &chamber).contains("or add --insist future-time"));
    succeed(at, &[&chamber[..], &["--insist", "future-time"]].concat());
}

/// Two commands on one published directory: the second compares with what the first has published.
#[cfg(unix)]
#[test]
fn commands_on_a_published_directory_wait_for_one_another() {
    let directory = operator_demo();
    let at = directory.path();
    succeed(at, &build("draft"));
    sign_all(at);
    succeed(at, &publish("public"));
    let published = std::fs::File::open(at.join("public")).unwrap();
    published.lock().unwrap();
    let refresh =
        ["snapshot", "refresh", "public", "--root", "d/bundle/roots/1.cose", "--key", "d/keys/fresh.key"];
    let mut waiting = std::process::Command::new(common::PROGRAM)
        .current_dir(at)
        .args([&refresh[..], &["--now", "2026-06-03T00:00:00+05:00"]].concat())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let before = std::fs::read(at.join("public/fresh.cose")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert!(waiting.try_wait().unwrap().is_none(), "it did not wait");
    assert_eq!(std::fs::read(at.join("public/fresh.cose")).unwrap(), before);
    published.unlock().unwrap();
    assert!(waiting.wait().unwrap().success());
    assert_ne!(std::fs::read(at.join("public/fresh.cose")).unwrap(), before);
    // An earlier confirmation is refused: devices never go back.
    let earlier = refused(at, &[&refresh[..], &["--now", "2026-06-02T12:00:00+05:00"]].concat());
    assert!(earlier.contains("devices never go back"), "{earlier}");
}

/// A document from before the register had codes gets one: the typed form with it is valid, and the old paper stays undecided.
#[test]
fn existing_documents_get_codes() {
    let directory = demo(&["--documents", "100", "--seed", "existing", "--now", "2026-06-01T00:00:00+05:00"]);
    let at = directory.path();
    let row = |number: &str, valid_until: &str| {
        format!(
            r#"{{"table": "documents", "number": "{number}", "bin": "990140000017", "serial": "ҰКП-0001", "profession": "7212-1", "edition": "2017", "qualification": "7212-1-3", "level": "3", "basis_kind": "standard", "basis_id": "PS-7212-1", "exam_on": "2026-05-11", "issued_on": "2026-05-20"{valid_until}}}"#
        )
    };
    let rows = [
        row("OLD-1", r#", "valid_until": "2031-05-20""#),
        row("OLD-2", r#", "valid_until": "2030-01-31""#),
        row("OLD/3", ""),
    ];
    let register = at.join("d/register.sqlite");
    let register = register.to_str().unwrap();
    let apply = ["register", "apply", "-", "--register", register, "--reason", "archive", "--by", "x"];
    let applied = rastau_with_input(&apply, &rows.join("\n"));
    assert!(applied.status.success(), "{}", stderr(&applied));
    let day = |version: &str, draft: &str, time: &str| {
        let later = "2036-06-01T00:00:00+05:00";
        let build = ["snapshot", "build", "--register", "d/register.sqlite", "--previous", "d/bundle"];
        succeed(at, &[&build[..], &["--as-of", time, "--not-after", later, "--out", draft]].concat());
        for (role, keys) in [
            ("chamber", &["d/keys/chamber-1.key"][..]),
            ("keeper", &["d/keys/keeper-1.key", "d/keys/keeper-2.key"]),
            ("fresh", &["d/keys/fresh.key"]),
        ] {
            let mut sign = vec!["snapshot", "sign", draft, "--root", "d/bundle/roots/1.cose", "--role", role];
            keys.iter().for_each(|key| sign.extend(["--key", key]));
            if role == "fresh" {
                sign.extend(["--now", time]);
            }
            succeed(at, &sign);
        }
        succeed(at, &["snapshot", "publish", draft, "--root", "d/bundle/roots/1.cose", "--to", "d/bundle"]);
        let inspected = succeed(at, &["snapshot", "inspect", "d/bundle"]);
        assert!(inspected.contains(&format!("version      {version} ")), "{inspected}");
    };
    let verify = |time: &str, input: &str| {
        let verify = ["verify", "--bundle", "d/bundle", "--root", "d/bundle/roots/1.cose", "--now", time];
        let output = rastau(at, &[&verify[..], &["--json", input]].concat());
        (output.status.code().unwrap(), stdout(&output))
    };
    day("1.2", "draft-1", "2026-06-02T00:00:00+05:00");
    let old_paper = r#"{"number": "OLD-1", "holder": "500112200116"}"#;
    assert_eq!(verify("2026-06-02T01:00:00+05:00", old_paper).0, 2);

    let issue = |list: &str| {
        let issue = [
            "issue",
            "--existing",
            "--register",
            "d/register.sqlite",
            "--out",
            "pages",
            "--by",
            "a.operator",
        ];
        [&issue[..], &[list]].concat().into_iter().map(String::from).collect::<Vec<_>>()
    };
    let refused_list = |content: &str| {
        std::fs::write(at.join("list.csv"), content).unwrap();
        let arguments = issue("list.csv");
        refused(at, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let heading = "Номер документа;ИИН;ФИО\n";
    for (rows, expected) in [
        (
            "OLD-1;500112200116;Қиялов Өрнекбай\nOLD-9;500112200116;Қиялов Өрнекбай\n",
            "OLD-9 is not in the register",
        ),
        ("000000001001;500112200116;Қиялов Өрнекбай\n", "000000001001 has a code already"),
        ("OLD-1;500112200116;\n", "line 2 has no name"),
        ("OLD-1;50011220011;Қиялов Өрнекбай\n", "line 2: the identity number has 11 digits"),
        ("OLD-1;500112200117;Қиялов Өрнекбай\n", "OLD-1: holder"),
        ("OLD-1;500112200116;Қиялов Örnekbay\n", "mixes Cyrillic and Latin"),
    ] {
        let message = refused_list(&format!("{heading}{rows}"));
        assert!(message.contains(expected), "{message}");
        let left = std::fs::read_dir(at.join("pages")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{expected}");
    }
    let rows = "OLD-1;500112200116;Қиялов Өрнекбай\nOLD-2;500211201221;Ертегиева Мысалжан\nOLD/3;PASSPORT-3;Қиялов Өрнекбай\n";
    std::fs::write(at.join("list.csv"), format!("{heading}{rows}")).unwrap();
    let arguments = issue("list.csv");
    let printed = succeed(at, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(printed.starts_with("3 issued into pages"), "{printed}");
    assert_eq!(std::fs::read_dir(at.join("pages")).unwrap().count(), 15);
    // A second code would make the first page worthless.
    assert!(refused_list(&format!("{heading}{rows}")).contains("OLD-1 has a code already"));
    succeed(at, &["register", "check", "d/register.sqlite"]);
    let log = succeed(at, &["register", "log", "OLD-1", "--register", "d/register.sqlite"]);
    assert!(
        log.contains("a.operator seal: documents OLD-1") && log.contains("sealed_later OLD-1, added"),
        "{log}"
    );

    day("1.3", "draft-2", "2026-06-03T00:00:00+05:00");
    let time = "2026-06-03T01:00:00+05:00";
    for (stem, end) in [("OLD-1", "2031-05-20"), ("OLD-2", "2030-01-31"), ("OLD_2f_3", "2031-05-20")] {
        for ending in ["json", "png", "pdf", "txt"] {
            let (code, verdict) = verify(time, &format!("pages/{stem}.{ending}"));
            assert_eq!(code, 0, "{stem}.{ending}: {verdict}");
            assert!(verdict.contains(&format!("\"valid_until\":\"{end}\"")), "{stem}: {verdict}");
        }
    }
    // The old paper has no code: what it states is compared with nothing.
    assert_eq!(verify(time, old_paper).0, 2);
}
