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
