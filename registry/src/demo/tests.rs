use super::*;
use crate::random::Seeded;
use rastau_core::calendar::Timestamp;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn demo(documents: u64) -> (tempfile::TempDir, Vec<DemoDocument>) {
    let folder = tempfile::tempdir().unwrap();
    let options = DemoOptions { documents, now: now(), certificates: false };
    let (documents, _) = write(folder.path(), &options, &mut Seeded::new("size"), &|_, _| {}).unwrap();
    (folder, documents)
}

/// A phone can read the QR code from a printed page: version 14 at level Q has 73 modules a side.
#[test]
fn qr_codes_have_at_most_version_14() {
    let (_, documents) = demo(100);
    for document in &documents {
        let version = Qr::encode(&document.text).unwrap().version();
        // A list of skills makes it larger; all others are typical documents.
        let max = if document.claims.skills.is_empty() { 14 } else { 16 };
        assert!(version <= max, "{}: version {version}, {} characters", document.name, document.text.len());
    }
}

#[test]
fn builds_are_reproducible() {
    let (folder, _) = demo(3_000);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let times = times(now());
    let options = BuildOptions {
        as_of: times.as_of,
        not_after: times.not_after,
        confirmable: CONFIRMABLE,
        previous: None,
    };
    let build_into = |name: &str| build(&register, &folder.path().join(name), &options, &|_| {}).unwrap();
    let (one, two) = (build_into("one"), build_into("two"));
    assert_eq!((one.manifest.write(), one.centres.write()), (two.manifest.write(), two.centres.write()));
}

/// A failed build leaves the old bundle unchanged, and no temporary directory.
#[test]
fn a_failed_build_keeps_the_old_bundle() {
    let (folder, _) = demo(100);
    let path = folder.path().join("bundle");
    let before = std::fs::read(path.join("fresh.cose")).unwrap();
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    register
        .connection()
        .execute("UPDATE documents SET sealed = x'' WHERE number = '000000001001'", ())
        .unwrap();
    let keys = Keys::generate(&mut Seeded::new("other")).unwrap();
    assert!(bundle(&register, &keys, now(), &path, &|_| {}).is_err());
    assert_eq!(std::fs::read(path.join("fresh.cose")).unwrap(), before);
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with(".rastau")), "{names:?}");
}

/// Each of these numbers would be taken for that of a document of the demo.
#[test]
fn the_check_finds_numbers_that_look_alike() {
    use crate::check::{ProblemKind, check};
    let (folder, _) = demo(100);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let connection = register.connection();
    let rename = |from: &str, to: &str| {
        connection.execute("UPDATE documents SET number = ?2 WHERE number = ?1", (from, to)).unwrap()
    };
    let found = || -> Vec<String> {
        let problems = check(&register).unwrap().into_iter();
        problems.filter(|one| one.kind == ProblemKind::LookAlikeNumber).map(|one| one.place).collect()
    };
    assert_eq!(found(), [] as [String; 0]);
    for (one, two) in [
        ("AB-12", "АВ-12"),
        ("AB-12", "AB\u{2011}12"),
        ("AB-12", "AB-\u{200b}12"),
        ("AB-12", "0AB-12"),
        ("Й-12", "И\u{306}-12"),
        ("12", "0012"),
    ] {
        assert_eq!(rename("000000001001", one) + rename("000000001002", two), 2);
        let mut expected = [format!("documents {one}"), format!("documents {two}")];
        expected.sort();
        assert_eq!(found(), expected);
        assert_eq!(rename(one, "000000001001") + rename(two, "000000001002"), 2);
    }
}

/// The published record and the register's have one code, and another content.
#[test]
fn a_record_is_sealed_once() {
    use crate::build::{BuildOptions, CONFIRMABLE, build};
    use crate::issue::{Dictionaries, enter};
    use crate::resealed::sealed_again;
    use rastau_core::snapshot::pages::{Pages, SegmentId};

    struct Files(std::path::PathBuf);
    impl Pages for Files {
        fn page(
            &self,
            segment: &SegmentId,
            index: u32,
        ) -> Result<std::borrow::Cow<'_, [u8]>, rastau_core::PageError> {
            let bytes = std::fs::read(self.0.join(crate::build::segment::file_name(segment))).unwrap();
            Ok(bytes.chunks(4096).nth(index as usize).unwrap().to_vec().into())
        }
    }

    let (folder, documents) = demo(100);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let out = folder.path().join("segments");
    let options = BuildOptions {
        as_of: now(),
        not_after: now().plus_seconds(86_400),
        confirmable: CONFIRMABLE,
        previous: None,
    };
    let draft = build(&register, &out, &options, &|_| {}).unwrap();
    let pages = Files(out);
    let again = || sealed_again(&register, &draft.manifest, &pages).unwrap();
    assert_eq!(again(), [] as [String; 0]);

    let valid = documents.iter().find(|document| document.name == "valid").unwrap().claims.clone();
    // Enters the document again, changed, under a code.
    let enter_again = |change: &dyn Fn(&mut rastau_core::document::Claims), code| {
        let mut claims = valid.clone();
        change(&mut claims);
        let connection = register.connection();
        connection.execute("DELETE FROM documents WHERE number = ?1", (&claims.number,)).unwrap();
        let order = crate::issue::Order { claims, end: crate::issue::End::PrintedTerm };
        enter(connection, &mut Dictionaries::new(), &order, code).unwrap();
    };
    let code = valid.code;
    let number = std::slice::from_ref(&valid.number);
    enter_again(&|_| {}, code);
    assert_eq!(again(), [] as [String; 0], "the same content");
    enter_again(&|claims| claims.level = "9".into(), code);
    assert_eq!(again(), number, "another level");
    enter_again(&|claims| claims.names[0] = "Қиялов Өрнекбай".into(), code);
    assert_eq!(again(), number, "another name");
    let other = Some(rastau_core::document::Code([9; 10]));
    enter_again(&|claims| claims.level = "9".into(), other);
    assert_eq!(again(), [] as [String; 0], "another level, another code");
    enter_again(&|_| {}, None);
    assert_eq!(again(), [] as [String; 0], "no code");
}

#[test]
fn the_check_reports_each_problem_with_its_row() {
    use crate::check::{Severity, check};
    let (folder, _) = demo(100);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let found = |kind: &str| -> Vec<String> {
        check(&register)
            .unwrap()
            .into_iter()
            .filter(|one| one.kind.name() == kind)
            .map(|one| one.place)
            .collect()
    };
    assert_eq!(
        found("outside-accreditation"),
        ["documents 000000001017"],
        "the demo's deviating documents are warnings"
    );
    assert_eq!(found("skill-fields-missing"), ["documents 000000001021"]);
    assert!(check(&register).unwrap().iter().all(|one| one.kind.severity() == Severity::Warning));
    let cases = [
        ("UPDATE documents SET issued_on = '2026-99-99' WHERE number = '000000001001'", "bad-date"),
        ("UPDATE documents SET bin = 'x' WHERE number = '000000001002'", "dangling-centre"),
        ("UPDATE documents SET profession = 'x' WHERE number = '000000001003'", "dangling-profession"),
        (
            "INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES ('x', '2026-01-01', 'other-law', NULL)",
            "dangling-document",
        ),
        ("INSERT INTO replaced_documents VALUES ('000000001001')", "not-cancelled"),
        ("INSERT INTO sealed_later VALUES ('x')", "not-sealed"),
        (
            "UPDATE documents SET holder_tag = (SELECT holder_tag FROM documents WHERE number = '000000001007') WHERE number = '000000001008'",
            "copied-record",
        ),
        ("UPDATE documents SET name_tag = NULL WHERE number = '000000001004'", "half-sealed"),
        ("UPDATE documents SET exam_on = '2030-01-01' WHERE number = '000000001005'", "exam-after-issue"),
        (
            "INSERT INTO profession_versions VALUES ('7212-1', '2017', '2024-01-01', NULL, 'voluntary', NULL, 1)",
            "overlap",
        ),
        ("UPDATE cancellations SET ground = 'x'", "bad-name"),
        ("UPDATE accreditations SET valid_until = '2020-01-01' WHERE serial = 'ҰКП-0001'", "reversed"),
        (
            "INSERT INTO accreditation_events VALUES ('x', 'y', '2026-01-01', 'revoked')",
            "dangling-accreditation",
        ),
    ];
    for (sql, kind) in cases {
        assert!(found(kind).is_empty(), "{kind}");
        register.connection().execute(sql, ()).unwrap();
        assert!(!found(kind).is_empty(), "{kind}");
    }
}
