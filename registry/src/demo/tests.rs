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
        // A list of skills makes the code larger; all others are typical documents.
        let max = if document.claims.skills.is_empty() { 14 } else { 16 };
        assert!(version <= max, "{}: version {version}, {} characters", document.name, document.text.len());
    }
}

#[test]
fn builds_are_reproducible() {
    let (folder, _) = demo(3_000);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let times = times(now());
    let options = BuildOptions::new(times.as_of, times.not_after);
    let build_into = |name: &str| build(&register, &folder.path().join(name), &options, &|_| {}).unwrap();
    let (one, two) = (build_into("one"), build_into("two"));
    assert_eq!((one.manifest.write(), one.centres.write()), (two.manifest.write(), two.centres.write()));
}

/// A failed build leaves no part of a bundle, and no temporary directory.
#[test]
fn a_failed_build_leaves_nothing() {
    let (folder, _) = demo(100);
    let path = folder.path().join("other");
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    register
        .connection()
        .execute("UPDATE documents SET sealed = x'' WHERE number = '000000001001'", ())
        .unwrap();
    let keys = Keys::generate(&mut Seeded::new("other")).unwrap();
    assert!(bundle(&register, &keys, now(), &path, &|_| {}).is_err());
    assert!(!path.exists());
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

/// Which changes to a published document are allowed.
#[test]
fn a_build_compares_records_with_the_published_ones() {
    use crate::build::{BuildError, BuildOptions, Follows, Published, build};
    use crate::history::HistoryProblemKind as Kind;
    use crate::issue::{Dictionaries, enter};
    use crate::publish::SegmentFolder;

    let (folder, documents) = demo(100);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let connection = register.connection();
    let first = folder.path().join("segments");
    let options = BuildOptions::new(now(), now().plus_seconds(86_400));
    let draft = build(&register, &first, &options, &|_| {}).unwrap();
    let pages = SegmentFolder::new(&[&first]);
    let follows =
        Follows::Bundle(Published { manifest: &draft.manifest, centres: &draft.centres, pages: &pages });
    let options = BuildOptions { follows, ..options };
    let again = || {
        let out = tempfile::tempdir().unwrap();
        match build(&register, out.path(), &options, &|_| {}) {
            Ok(_) => Vec::new(),
            Err(RegistryError::Build(BuildError::History(problems))) => {
                problems.list().iter().map(|one| (one.kind, one.first.clone(), one.count)).collect()
            }
            Err(error) => panic!("{error}"),
        }
    };
    assert_eq!(again(), []);

    let claims_of =
        |name: &str| documents.iter().find(|document| document.name == name).unwrap().claims.clone();
    let valid = claims_of("valid");
    // Enters the document again with changes, under a code.
    let enter_again = |change: &dyn Fn(&mut rastau_core::document::Claims), code| {
        let mut claims = valid.clone();
        change(&mut claims);
        connection.execute("DELETE FROM documents WHERE number = ?1", (&claims.number,)).unwrap();
        let order = crate::issue::Order { claims, end: crate::issue::End::PrintedTerm };
        enter(connection, &mut Dictionaries::new(), &order, code).unwrap();
    };
    let (code, number) = (valid.code, valid.number.clone());
    let found = |kind| vec![(kind, number.clone(), 1)];
    enter_again(&|_| {}, code);
    assert_eq!(again(), [], "the same content");
    enter_again(&|claims| claims.level = "9".into(), code);
    assert_eq!(again(), found(Kind::SealedAgain), "another level");
    enter_again(&|claims| claims.names[0] = "Қиялов Өрнекбай".into(), code);
    assert_eq!(again(), found(Kind::SealedAgain), "another name");
    let other = Some(rastau_core::document::Code([9; 10]));
    enter_again(&|claims| claims.level = "9".into(), other);
    assert_eq!(again(), [], "another level, another code");
    enter_again(&|_| {}, None);
    assert_eq!(again(), found(Kind::CodeLost), "no code");
    enter_again(&|_| {}, code);
    connection.execute("INSERT INTO sealed_later VALUES (?1)", (&number,)).unwrap();
    assert_eq!(again(), found(Kind::SealedAsIssued), "sealed later, with the code of its issue");
    connection.execute("DELETE FROM sealed_later WHERE number = ?1", (&number,)).unwrap();
    connection.execute("DELETE FROM documents WHERE number = ?1", (&number,)).unwrap();
    assert_eq!(again(), found(Kind::DocumentVanished));
    enter_again(&|_| {}, code);
    assert_eq!(again(), []);
}

/// Cancellations may be added and may end, but never disappear. The same holds for rows of the tables.
/// Dictionaries are append-only.
#[test]
fn a_build_compares_cancellations_and_rows_with_the_published_ones() {
    use crate::build::{BuildError, BuildOptions, Follows, Published, build};
    use crate::guard::Guard;
    use crate::history::HistoryProblemKind as Kind;
    use crate::publish::SegmentFolder;

    const KEY: &str = "public_key = (SELECT min(public_key) FROM issuing_keys)";
    let reopened = |until: &str| format!("UPDATE issuing_keys SET valid_until = {until} WHERE {KEY}");
    let (tomorrow, never, earlier) = (reopened("'2026-11-24'"), reopened("NULL"), reopened("'2026-11-22'"));
    let cases = [
        (
            "UPDATE cancellations SET ground = 'other-law' WHERE number = '000000001007'",
            Some((Kind::CancellationChanged, "000000001007")),
        ),
        (
            "UPDATE cancellations SET cancelled_on = '2026-11-01' WHERE number = '000000001007'",
            Some((Kind::CancellationChanged, "000000001007")),
        ),
        (
            "DELETE FROM cancellations WHERE number = '000000001007'",
            Some((Kind::CancellationVanished, "000000001007")),
        ),
        ("UPDATE cancellations SET reinstated_on = '2026-11-22' WHERE number = '000000001007'", None),
        ("INSERT INTO replaced_documents VALUES ('000000001007')", None),
        ("UPDATE professions SET name_en = 'renamed'", None),
        // The first key has ended on the day of the build, the others have no end.
        ("UPDATE issuing_keys SET valid_until = '2030-01-01' WHERE valid_until IS NULL", None),
        (tomorrow.as_str(), Some((Kind::KeyReopened, "issuing key "))),
        (never.as_str(), Some((Kind::KeyReopened, "issuing key "))),
        (earlier.as_str(), None),
        ("UPDATE accreditations SET valid_until = '2028-01-01'", None),
        (
            "INSERT INTO offers SELECT 900, profession, edition, qualification, '77', basis_kind, basis_id, term_months FROM offers LIMIT 1",
            None,
        ),
        (
            "UPDATE offers SET level = '77' WHERE id = (SELECT min(id) FROM offers)",
            Some((Kind::DictionaryChanged, "offer 0")),
        ),
        ("DELETE FROM skill_lists", Some((Kind::RowVanished, "skill list 0"))),
        (
            "DELETE FROM accreditation_refs WHERE id = 0",
            Some((Kind::RowVanished, "accreditation reference 0")),
        ),
        (
            "DELETE FROM calendar WHERE day >= '2026'; DELETE FROM calendar_years WHERE year >= 2026",
            Some((Kind::RowVanished, "calendar year 2026")),
        ),
        ("DELETE FROM accreditation_events", Some((Kind::RowShortened, "centre "))),
        (
            "DELETE FROM profession_versions WHERE valid_from = (SELECT max(valid_from) FROM profession_versions)",
            Some((Kind::RowShortened, "profession ")),
        ),
    ];
    let (folder, _) = demo(100);
    let path = folder.path().join("register.sqlite");
    let first = folder.path().join("segments");
    let options = BuildOptions::new(now(), now().plus_seconds(86_400));
    let register = Register::open(&path).unwrap();
    let sql = "DELETE FROM cancellations; DELETE FROM replaced_documents; INSERT INTO cancellations VALUES ('000000001007', '2026-10-01', 'court-decision', NULL)";
    register.connection().execute_batch(&format!("{sql}; {}", reopened("'2026-11-23'"))).unwrap();
    let draft = build(&register, &first, &options, &|_| {}).unwrap();
    let pages = SegmentFolder::new(&[&first]);
    let follows =
        Follows::Bundle(Published { manifest: &draft.manifest, centres: &draft.centres, pages: &pages });
    for (sql, expected) in cases {
        let copy = folder.path().join("copy.sqlite");
        let mut register = Register::open(&path).unwrap();
        register.connection().execute("VACUUM INTO ?1", (copy.to_str().unwrap(),)).unwrap();
        register = Register::open(&copy).unwrap();
        register.connection().execute_batch(sql).unwrap();
        let options = BuildOptions { follows, ..options };
        let out = tempfile::tempdir().unwrap();
        let result = build(&register, &out.path().join("one"), &options, &|_| {});
        let found = match result {
            Ok(_) => None,
            Err(RegistryError::Build(BuildError::History(problems))) => {
                let one = &problems.list()[0];
                Some((one.kind, one.first.clone()))
            }
            Err(error) => panic!("{sql}: {error}"),
        };
        let is_expected = match (&found, expected) {
            (None, None) => true,
            (Some((kind, first)), Some((expected, begin))) => *kind == expected && first.starts_with(begin),
            _ => false,
        };
        assert!(is_expected, "{sql}: {found:?}");
        // A guard is waived by its own name, and by no other.
        for guard in Guard::ALL {
            let options = BuildOptions { waived: &[*guard], ..options };
            let insisting = build(&register, &out.path().join(guard.name()), &options, &|_| {});
            let is_waived = expected.is_none_or(|(kind, _)| kind.guard() == Some(*guard));
            assert_eq!(insisting.is_ok(), is_waived, "{sql} {guard:?}");
        }
        std::fs::remove_file(&copy).unwrap();
    }
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
