use super::*;
use crate::random::Seeded;
use rastau_core::calendar::Timestamp;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn demo(documents: u64) -> (tempfile::TempDir, Vec<Paper>) {
    let folder = tempfile::tempdir().unwrap();
    let options = DemoOptions { documents, now: now(), certificates: false };
    let (papers, _) = write(folder.path(), &options, &mut Seeded::new("size"), &|_, _| {}).unwrap();
    (folder, papers)
}

/// A QR code that a phone reads from paper: version 14 at level Q has 73 modules a side.
#[test]
fn a_documents_code_stays_small() {
    let (_, papers) = demo(100);
    for paper in &papers {
        let version = Qr::encode(&paper.text).unwrap().version();
        // A list of skills makes it larger; everything else is a typical document.
        let most = if paper.claims.skills.is_empty() { 14 } else { 16 };
        assert!(version <= most, "{}: version {version}, {} characters", paper.name, paper.text.len());
    }
}

/// Two builds of one register are the same bytes, whatever the order in which things were entered.
#[test]
fn the_same_register_gives_the_same_bytes() {
    let (folder, _) = demo(3_000);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let times = times(now());
    let options = BuildOptions { as_of: times.as_of, not_after: times.not_after, previous: None };
    let build_into = |name: &str| build(&register, &folder.path().join(name), &options, &|_| {}).unwrap();
    let (one, two) = (build_into("one"), build_into("two"));
    assert_eq!((one.manifest.write(), one.centres.write()), (two.manifest.write(), two.centres.write()));
}

/// A build that fails leaves the bundle that stood there as it was, and nothing beside it.
#[test]
fn a_failed_build_leaves_the_old_bundle() {
    let (folder, _) = demo(100);
    let path = folder.path().join("bundle");
    let before = std::fs::read(path.join("manifest.cose")).unwrap();
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    register
        .connection()
        .execute("UPDATE documents SET sealed = x'' WHERE number = '000000001001'", ())
        .unwrap();
    let keys = Keys::generate(&mut Seeded::new("other")).unwrap();
    assert!(bundle(&register, &keys, now(), &path, &|_| {}).is_err());
    assert_eq!(std::fs::read(path.join("manifest.cose")).unwrap(), before);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with(".rastau")), "{left:?}");
}

/// Every problem of a register is told with its row.
#[test]
fn the_check_names_every_row() {
    use crate::check::{Severity, check};
    let (folder, _) = demo(100);
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let found = |kind: &str| -> Vec<String> {
        check(&register).unwrap().into_iter().filter(|one| one.kind == kind).map(|one| one.place).collect()
    };
    assert_eq!(
        found("outside-accreditation"),
        ["documents 000000001017"],
        "the demo's own odd ones are warnings"
    );
    assert_eq!(found("skill-fields-missing"), ["documents 000000001021"]);
    assert!(check(&register).unwrap().iter().all(|one| one.severity == Severity::Warning));
    let breakages = [
        ("UPDATE documents SET issued_on = '2026-99-99' WHERE number = '000000001001'", "bad-date"),
        ("UPDATE documents SET bin = 'x' WHERE number = '000000001002'", "dangling-centre"),
        ("UPDATE documents SET profession = 'x' WHERE number = '000000001003'", "dangling-profession"),
        ("INSERT INTO cancellations VALUES ('x', '2026-01-01', 'other-law', NULL)", "dangling-document"),
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
    for (sql, kind) in breakages {
        assert!(found(kind).is_empty(), "{kind}");
        register.connection().execute(sql, ()).unwrap();
        assert!(!found(kind).is_empty(), "{kind}");
    }
}
