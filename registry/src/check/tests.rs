use std::collections::BTreeSet;

use rastau_core::calendar::Timestamp;
use rusqlite::functions::{Context, FunctionFlags};

use super::*;
use crate::alike::skeleton;
use crate::build::{BuildError, BuildOptions, build};
use crate::demo::{DemoOptions, Keys, REGISTER, fill};
use crate::random::Seeded;

/// What each check of documents looks for, as a query of the whole table.
const SPECIFIED: &[(ProblemKind, &str)] = &[
    (
        ProblemKind::BadDate,
        "SELECT 'documents ' || number || ': exam_on ' || exam_on FROM documents WHERE NOT exam_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(exam_on) IS NOT exam_on
         UNION ALL SELECT 'documents ' || number || ': issued_on ' || issued_on FROM documents WHERE NOT issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(issued_on) IS NOT issued_on
         UNION ALL SELECT 'documents ' || number || ': valid_until ' || valid_until FROM documents WHERE valid_until <> '' AND (NOT valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(valid_until) IS NOT valid_until)",
    ),
    (
        ProblemKind::DanglingProfession,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = d.profession AND p.edition = d.edition)",
    ),
    (
        ProblemKind::DanglingCentre,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM centres c WHERE c.bin = d.bin)",
    ),
    (
        ProblemKind::NotSealed,
        "SELECT 'sealed_later ' || number FROM sealed_later l WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.number = l.number AND d.sealed IS NOT NULL)",
    ),
    (
        ProblemKind::Reversed,
        "SELECT 'documents ' || number FROM documents WHERE valid_until < issued_on AND valid_until <> ''",
    ),
    (ProblemKind::ExamAfterIssue, "SELECT 'documents ' || number FROM documents WHERE exam_on > issued_on"),
    (
        ProblemKind::HalfSealed,
        "SELECT 'documents ' || number FROM documents WHERE (holder_tag IS NULL) + (name_tag IS NULL) + (seal_check IS NULL) + (sealed IS NULL) NOT IN (0, 4)",
    ),
    (
        ProblemKind::CopiedRecord,
        "SELECT 'documents ' || number FROM documents WHERE holder_tag IN (SELECT holder_tag FROM documents GROUP BY holder_tag HAVING count(*) > 1) OR name_tag IN (SELECT name_tag FROM documents GROUP BY name_tag HAVING count(*) > 1)",
    ),
    (
        ProblemKind::ProfessionNotInForce,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM profession_versions v WHERE v.profession = d.profession AND v.edition = d.edition AND v.valid_from <= d.issued_on AND (v.valid_until IS NULL OR v.valid_until = '' OR v.valid_until >= d.issued_on))",
    ),
    (
        ProblemKind::MandatoryProfession,
        "SELECT 'documents ' || number FROM documents d WHERE EXISTS (SELECT 1 FROM profession_versions v WHERE v.profession = d.profession AND v.edition = d.edition AND v.mode = 'mandatory' AND v.valid_from <= d.issued_on AND (v.valid_until IS NULL OR v.valid_until = '' OR v.valid_until >= d.issued_on))",
    ),
    (
        ProblemKind::BasisNotInForce,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM bases b WHERE b.profession = d.profession AND b.edition = d.edition AND b.kind = d.basis_kind AND b.id = d.basis_id AND b.valid_from <= d.exam_on AND (b.valid_until IS NULL OR b.valid_until = '' OR b.valid_until >= d.exam_on))",
    ),
    (
        ProblemKind::ExaminedOutsideAccreditation,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM accreditations a WHERE a.bin = d.bin AND a.serial = d.serial AND a.valid_from <= d.exam_on AND (a.valid_until IS NULL OR a.valid_until = '' OR a.valid_until >= d.exam_on))",
    ),
    (
        ProblemKind::ExaminedAfterRevocation,
        "SELECT 'documents ' || d.number FROM documents d JOIN accreditation_events e ON e.bin = d.bin AND e.serial = d.serial WHERE e.kind <> 'resumed' AND e.happened_on <= d.exam_on AND NOT EXISTS (SELECT 1 FROM accreditation_events r WHERE r.bin = e.bin AND r.serial = e.serial AND r.kind = 'resumed' AND r.happened_on > e.happened_on AND r.happened_on <= d.exam_on)",
    ),
    (
        ProblemKind::IssuedOutsideAccreditation,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM accreditations a WHERE a.bin = d.bin AND a.serial = d.serial AND a.valid_from <= d.issued_on AND (a.valid_until IS NULL OR a.valid_until = '' OR a.valid_until >= d.issued_on))",
    ),
    (
        ProblemKind::OutsideScope,
        "SELECT 'documents ' || number FROM documents d WHERE NOT EXISTS (SELECT 1 FROM accreditation_scopes s WHERE s.bin = d.bin AND s.serial = d.serial AND s.profession = d.profession AND s.valid_from <= d.exam_on AND (s.valid_until IS NULL OR s.valid_until = '' OR s.valid_until >= d.exam_on))",
    ),
    (
        ProblemKind::LookAlikeNumber,
        "SELECT 'documents ' || number FROM documents WHERE skeleton(number) IN (SELECT skeleton(number) FROM documents GROUP BY 1 HAVING count(*) > 1)",
    ),
    (
        ProblemKind::SkillFieldsMissing,
        "SELECT 'documents ' || number FROM documents WHERE skills <> '' AND (qualification IS NULL OR qualification = '')",
    ),
    (
        ProblemKind::UnknownQualification,
        "SELECT 'documents ' || number FROM documents d WHERE qualification <> '' AND NOT EXISTS (SELECT 1 FROM qualifications q WHERE q.profession = d.profession AND q.edition = d.edition AND q.code = d.qualification)",
    ),
    (
        ProblemKind::OtherLevel,
        "SELECT 'documents ' || number FROM documents d WHERE EXISTS (SELECT 1 FROM qualifications q WHERE q.profession = d.profession AND q.edition = d.edition AND q.code = d.qualification AND q.level <> d.level)",
    ),
    (
        ProblemKind::BeforeTheLaw,
        "SELECT 'documents ' || number FROM documents WHERE issued_on < '2023-09-04'",
    ),
];

/// Changes of a register that each lead to findings, or to none.
const CHANGES: &[&str] = &[
    "UPDATE documents SET exam_on = '2026-02-30' WHERE number = '000000001001'",
    "UPDATE documents SET exam_on = '2024-02-29', issued_on = '2023-02-29' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '1900-02-29', valid_until = '2000-02-29' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '2026-13-01', valid_until = '2026-00-10' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '2026-06-31', valid_until = '2026-06-00' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '01.06.2026', valid_until = '2026-6-1' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '', valid_until = '' WHERE number = '000000001001'",
    "UPDATE documents SET valid_until = '2020-01-01' WHERE number = '000000001001'",
    "UPDATE documents SET valid_until = issued_on WHERE number = '000000001001'",
    "UPDATE documents SET exam_on = '2030-01-01' WHERE number = '000000001001'",
    "UPDATE documents SET exam_on = issued_on WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '2023-09-03', exam_on = '2023-09-03' WHERE number = '000000001001'",
    "UPDATE documents SET issued_on = '2023-09-04', exam_on = '2023-09-04' WHERE number = '000000001001'",
    "UPDATE documents SET profession = 'x' WHERE number > '1'",
    "UPDATE documents SET edition = 'x' WHERE number > '1'",
    "UPDATE documents SET profession = profession || edition, edition = '' WHERE number > '1'",
    "UPDATE documents SET bin = 'x' WHERE number > '1'",
    "UPDATE documents SET serial = 'x' WHERE number > '1'",
    "UPDATE documents SET bin = (SELECT bin FROM centres c WHERE c.bin <> documents.bin LIMIT 1)",
    "DELETE FROM professions",
    "DELETE FROM centres WHERE bin = (SELECT bin FROM documents LIMIT 1)",
    "INSERT INTO sealed_later VALUES ('0'), ('000000001001'), ('x'), ('000000001001-x')",
    "INSERT INTO sealed_later SELECT number FROM documents",
    "INSERT INTO sealed_later SELECT number FROM documents; UPDATE documents SET holder_tag = NULL, name_tag = NULL, seal_check = NULL, sealed = NULL",
    "INSERT INTO sealed_later SELECT number FROM documents; DELETE FROM documents WHERE number > '1'",
    "UPDATE documents SET holder_tag = NULL WHERE number > '1'",
    "UPDATE documents SET name_tag = NULL WHERE number > '1'",
    "UPDATE documents SET seal_check = NULL WHERE number > '1'",
    "UPDATE documents SET sealed = NULL WHERE number > '1'",
    "UPDATE documents SET sealed = NULL, seal_check = NULL, name_tag = NULL WHERE number > '1'",
    "UPDATE documents SET holder_tag = (SELECT max(holder_tag) FROM documents) WHERE number IN ('000000001001', '000000001002')",
    "UPDATE documents SET name_tag = (SELECT max(name_tag) FROM documents) WHERE number IN ('000000001001', '000000001002')",
    "UPDATE documents SET name_tag = (SELECT max(name_tag) FROM documents), holder_tag = (SELECT min(holder_tag) FROM documents) WHERE number = '000000001001'",
    "DELETE FROM profession_versions",
    "UPDATE profession_versions SET valid_until = '2025-06-01'",
    "UPDATE profession_versions SET valid_until = ''",
    "UPDATE profession_versions SET valid_until = (SELECT min(issued_on) FROM documents)",
    "UPDATE profession_versions SET valid_from = (SELECT max(issued_on) FROM documents)",
    "UPDATE profession_versions SET mode = 'mandatory'",
    "UPDATE profession_versions SET mode = 'mandatory', valid_until = '2025-06-01'",
    "DELETE FROM bases WHERE profession = '7212-1'",
    "UPDATE bases SET kind = 'qualification-requirements' WHERE profession = '7212-1'",
    "UPDATE bases SET id = 'x' WHERE profession = '7212-1'",
    "UPDATE bases SET edition = 'x' WHERE profession = '7212-1'",
    "UPDATE bases SET valid_until = (SELECT max(exam_on) FROM documents)",
    "UPDATE bases SET valid_until = '2025-06-01'",
    "UPDATE accreditations SET valid_until = (SELECT max(exam_on) FROM documents)",
    "UPDATE accreditations SET valid_until = '2025-06-01'",
    "UPDATE accreditations SET valid_from = (SELECT min(issued_on) FROM documents)",
    "UPDATE accreditations SET valid_from = '2025-06-01', valid_until = ''",
    "INSERT OR IGNORE INTO accreditation_events SELECT bin, serial, '2025-06-01', 'revoked' FROM accreditations",
    "INSERT OR IGNORE INTO accreditation_events SELECT bin, serial, '2025-06-01', 'revoked' FROM accreditations UNION SELECT bin, serial, '2025-08-01', 'court-ban' FROM accreditations",
    "INSERT OR IGNORE INTO accreditation_events SELECT bin, serial, '2025-06-01', 'revoked' FROM accreditations UNION SELECT bin, serial, '2025-08-01', 'resumed' FROM accreditations",
    "INSERT OR IGNORE INTO accreditation_events SELECT bin, serial, '2025-06-01', 'revoked' FROM accreditations UNION SELECT bin, serial, '2025-06-01', 'resumed' FROM accreditations",
    "INSERT OR IGNORE INTO accreditation_events SELECT bin, serial, (SELECT max(exam_on) FROM documents), 'liquidated' FROM accreditations",
    "DELETE FROM accreditation_scopes WHERE profession = '7212-1'",
    "UPDATE accreditation_scopes SET valid_until = (SELECT max(exam_on) FROM documents)",
    "UPDATE accreditation_scopes SET valid_until = '2025-06-01'",
    "UPDATE accreditation_scopes SET valid_from = '2025-06-01'",
    "UPDATE documents SET number = 'AB-1' WHERE number = '000000001001'; UPDATE documents SET number = 'АВ-1' WHERE number = '000000001002'",
    "UPDATE documents SET number = 'AB-1' WHERE number = '000000001001'; UPDATE documents SET number = 'AB-2' WHERE number = '000000001002'",
    "UPDATE documents SET number = '1001' WHERE number = '000000001002'",
    "UPDATE documents SET skills = 'a b', qualification = '' WHERE number = '000000001001'",
    "UPDATE documents SET skills = 'a b', qualification = NULL WHERE number = '000000001001'",
    "UPDATE documents SET skills = '' , qualification = NULL WHERE number = '000000001001'",
    "UPDATE documents SET qualification = 'x' WHERE number > '1'",
    "UPDATE documents SET level = 'x' WHERE number > '1'",
    "UPDATE documents SET level = 'x', qualification = NULL WHERE number > '1'",
    "INSERT INTO qualifications SELECT profession, edition, '', 'x', 'a', 'b', 'c' FROM qualifications GROUP BY 1, 2; UPDATE documents SET qualification = NULL WHERE number > '14'; UPDATE documents SET qualification = '' WHERE number < '12'",
    "DELETE FROM documents",
];

fn demo() -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    let random = &mut Seeded::new("check");
    let mut register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2023-09-04").unwrap();
    let options = DemoOptions { documents: 200, now, certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    (folder, register)
}

fn specified(connection: &Connection) -> Vec<Problem> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let alike = |context: &Context<'_>| Ok(context.get_raw(0).as_str().map(skeleton).unwrap_or_default());
    connection.create_scalar_function("skeleton", 1, flags, alike).unwrap();
    let mut problems = Vec::new();
    for (kind, sql) in SPECIFIED {
        rows(connection, sql, |place| problems.push(Problem { kind: *kind, place })).unwrap();
    }
    problems
}

/// Returns the findings in an order of their own: those of one kind come in the order of the numbers, which the queries do not
/// promise.
fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|one, other| (one.kind, &one.place).cmp(&(other.kind, &other.place)));
    problems
}

fn of_documents(problems: Vec<Problem>) -> Vec<Problem> {
    let is_about =
        |one: &Problem| ["documents ", "sealed_later "].iter().any(|name| one.place.starts_with(name));
    problems.into_iter().filter(is_about).collect()
}

/// One pass finds what a query for each check finds, errors alone, too; a document alone has the same findings but for those
/// that compare it with others.
#[test]
fn one_pass_finds_what_each_query_finds() {
    let (_folder, register) = demo();
    let connection = register.connection();
    let mut seen = BTreeSet::new();
    for sql in CHANGES {
        let transaction = register.begin().unwrap();
        transaction.execute_batch(sql).unwrap();
        let expected = sorted(specified(connection));
        let found = check(&register).unwrap();
        assert_eq!(sorted(of_documents(found.clone())), expected, "{sql}");
        let errors = found.iter().filter(|one| one.kind.severity() == Severity::Error).count();
        assert_eq!(count_errors(&register).unwrap(), errors, "{sql}");
        seen.extend(expected.iter().map(|one| one.kind));
        let compared = [ProblemKind::CopiedRecord, ProblemKind::LookAlikeNumber, ProblemKind::NotSealed];
        for number in ["000000001001", "000000001021"] {
            let is_one = |one: &&Problem| {
                let rest = one.place.strip_prefix("documents ").and_then(|place| place.strip_prefix(number));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
                    && !compared.contains(&one.kind)
            };
            let expected: Vec<_> = expected.iter().filter(is_one).cloned().collect();
            assert_eq!(sorted(check_document(connection, number).unwrap()), expected, "{sql}");
        }
        transaction.rollback().unwrap();
    }
    let all: BTreeSet<_> = SPECIFIED.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(seen, all, "a check finds something in one of the changed registers");
}

/// A build checks the documents while it reads them, and counts the same errors.
#[test]
fn a_build_refuses_what_the_check_reports() {
    let (folder, register) = demo();
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    let options = BuildOptions::new(now, now.plus_seconds(86_400));
    let other_tables =
        ["UPDATE cancellations SET ground = 'x'", "UPDATE bases SET valid_from = '2026-02-30'"];
    let mut counts = BTreeSet::new();
    for (at, sql) in CHANGES.iter().chain(&other_tables).enumerate() {
        let copy = folder.path().join(format!("{at}.sqlite"));
        register.connection().execute("VACUUM INTO ?1", (copy.to_str().unwrap(),)).unwrap();
        let changed = Register::open(&copy).unwrap();
        changed.connection().execute_batch(sql).unwrap();
        let errors = count_errors(&changed).unwrap();
        match build(&changed, &folder.path().join(format!("{at}")), &options, &|_| {}) {
            Ok(draft) => {
                assert_eq!(errors, 0, "{sql}");
                assert_eq!(draft.documents, changed.count_documents().unwrap(), "{sql}");
            }
            Err(RegistryError::Build(BuildError::RegisterErrors(found))) => {
                assert_eq!(found, errors, "{sql}")
            }
            Err(error) => panic!("{sql}: {error}"),
        }
        counts.insert(errors);
    }
    assert!(counts.contains(&0) && counts.contains(&1) && counts.len() > 5, "{counts:?}");
}

/// Each kind is found by a query of its table, by the pass over the documents, or by the audit table.
#[test]
fn each_kind_is_checked_in_one_place() {
    use ProblemKind as Kind;
    let audit = [
        Kind::AuditChain,
        Kind::AuditHead,
        Kind::ContradictsAudit,
        Kind::ChangedPastAudit,
        Kind::UnrecordedRows,
        Kind::ReopenedKey,
        Kind::AuditTime,
    ];
    let by_documents = |kind: &Kind| SPECIFIED.iter().any(|(other, _)| other == kind);
    let by_query = |kind: &Kind| QUERIES.iter().any(|(other, _)| other == kind);
    for kind in Kind::ALL {
        assert!(by_documents(kind) || by_query(kind) || audit.contains(kind), "{kind:?}");
    }
    for (_, sql) in QUERIES {
        assert!(!sql.contains("'documents '"), "{sql}");
    }
}

/// Findings come errors first, then in the order of the checks, then in the order of the documents.
#[test]
fn findings_are_in_the_order_of_the_checks() {
    let (_folder, register) = demo();
    let sql = "UPDATE documents SET exam_on = '2030-01-01', level = 'x' WHERE number IN ('000000001001', '000000001002');
               UPDATE documents SET profession = 'x' WHERE number = '000000001003'; UPDATE cancellations SET ground = 'x'";
    register.connection().execute_batch(sql).unwrap();
    let found = check(&register).unwrap();
    let order: Vec<_> = found.iter().map(|one| (one.kind.severity(), one.kind)).collect();
    assert!(order.is_sorted(), "{order:?}");
    let places = |kind| -> Vec<&str> {
        found.iter().filter(|one| one.kind == kind).map(|one| one.place.as_str()).collect()
    };
    assert_eq!(places(ProblemKind::ExamAfterIssue), ["documents 000000001001", "documents 000000001002"]);
    assert_eq!(places(ProblemKind::DanglingProfession), ["documents 000000001003"]);
}

/// SQLite orders a blob after every text, so only the form of such a date is reported, and not what it would mean.
#[test]
fn a_date_that_is_not_text_is_bad() {
    let (_folder, register) = demo();
    let sql = "UPDATE documents SET issued_on = x'323032362d30312d3031' WHERE number = '000000001001'";
    register.connection().execute(sql, ()).unwrap();
    let place = "documents 000000001001: issued_on 2026-01-01".into();
    assert!(check(&register).unwrap().contains(&Problem { kind: ProblemKind::BadDate, place }));
}
