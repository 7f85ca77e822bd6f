use rastau_core::calendar::Date;
use rastau_core::snapshot::status::Ground;

use super::*;
use crate::Register;
use crate::apply::{ApplyOptions, Changes, RowReport, apply};
use crate::check::check;
use crate::demo::{DemoOptions, Keys, REGISTER, fill};
use crate::life::{Cancel, cancel, reinstate};
use crate::random::Seeded;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn author(reason: &str) -> Author {
    Author::new(now(), "a.operator", reason).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Returns a filled register with three lines: two documents were cancelled, and one was reinstated.
fn register() -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let mut register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2023-09-04").unwrap();
    let random = &mut Seeded::new("audit");
    let options = DemoOptions { documents: 30, now: now(), certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    let connection = register.connection();
    for number in ["000000001001", "000000001002"] {
        let order = Cancel { number, ground: Ground::CourtDecision, on: day("2026-11-20"), replaced: false };
        cancel(connection, &author("decision 12"), &order).unwrap();
    }
    reinstate(connection, &author("decision 15"), "000000001002", day("2026-11-22")).unwrap();
    (folder, register)
}

/// Returns the errors and warnings of the audit table, as kind and place.
fn found(register: &Register) -> Vec<(ProblemKind, String)> {
    problems(register.connection()).unwrap().into_iter().map(|one| (one.kind, one.place)).collect()
}

fn all(register: &Register) -> Vec<Line> {
    let mut all = Vec::new();
    lines(register.connection(), None, None, &mut |line| {
        all.push(line);
        Ok::<(), RegistryError>(())
    })
    .unwrap();
    all
}

#[test]
fn each_line_states_who_did_what_and_why() {
    let (_folder, register) = register();
    assert_eq!(found(&register), []);
    let all = all(&register);
    let first = &all[0];
    assert_eq!(
        (
            first.sequence,
            first.at.as_str(),
            first.operator.as_str(),
            first.action.as_str(),
            first.reason.as_str()
        ),
        (1, "2026-11-23T05:00:00Z", "a.operator", "cancel", "decision 12")
    );
    assert_eq!(first.place(), "cancellations 000000001001 2026-11-20");
    assert_eq!(
        first.change,
        r#"{"after":{"number":"000000001001","cancelled_on":"2026-11-20","ground":"court-decision"}}"#
    );
    assert_eq!(
        all[2].change,
        r#"{"before":{"number":"000000001002","cancelled_on":"2026-11-20","ground":"court-decision"},"after":{"number":"000000001002","cancelled_on":"2026-11-20","ground":"court-decision","reinstated_on":"2026-11-22"}}"#
    );
    // The bytes that are hashed, as the documentation states them.
    let mut bytes = b"rastau audit line 1\0".to_vec();
    bytes.extend([0; 32]);
    for field in [
        "1",
        "2026-11-23T05:00:00Z",
        "a.operator",
        "cancel",
        "decision 12",
        "cancellations",
        "000000001001\t2026-11-20",
        &first.change,
    ] {
        bytes.extend((field.len() as u64).to_be_bytes());
        bytes.extend(field.as_bytes());
    }
    assert_eq!(first.hash, sha256(&[&bytes]));
    assert_eq!(first.previous, START);
    assert_eq!(all[1].previous, first.hash);
    assert_eq!(head(register.connection()).unwrap().hash.to_vec(), all[2].hash);
    let mut about = Vec::new();
    lines(register.connection(), Some("000000001002"), None, &mut |line| {
        about.push(line.sequence);
        Ok::<(), RegistryError>(())
    })
    .unwrap();
    assert_eq!(about, [2, 3]);
    let mut since = 0;
    let later = Some(now().plus_seconds(1));
    lines(register.connection(), None, later, &mut |_| {
        since += 1;
        Ok::<(), RegistryError>(())
    })
    .unwrap();
    assert_eq!(since, 0);
}

#[test]
fn the_table_is_append_only() {
    let (_folder, register) = register();
    let values = "'2026-11-23T05:00:00Z', 'x', 'cancel', 'x', '', '', '{}', x'00', x'00'";
    for sql in [
        "UPDATE audit SET reason = 'x'".to_string(),
        "UPDATE audit SET sequence = 9 WHERE sequence = 3".into(),
        "DELETE FROM audit".into(),
        format!("INSERT INTO audit VALUES (5, {values})"),
        format!("INSERT OR REPLACE INTO audit VALUES (2, {values})"),
        format!("INSERT INTO audit VALUES (0, {values})"),
    ] {
        let error = register.connection().execute(&sql, ()).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
    assert_eq!(found(&register), []);
}

#[test]
fn a_changed_line_breaks_the_chain() {
    let cases = [
        ("UPDATE audit SET at = '2026-11-23T05:00:01Z' WHERE sequence = 2", 2),
        ("UPDATE audit SET operator = 'b' WHERE sequence = 2", 2),
        ("UPDATE audit SET action = 'apply' WHERE sequence = 2", 2),
        ("UPDATE audit SET reason = 'other' WHERE sequence = 2", 2),
        ("UPDATE audit SET table_name = 'documents' WHERE sequence = 2", 2),
        ("UPDATE audit SET row_key = 'x' WHERE sequence = 2", 2),
        ("UPDATE audit SET change = change || ' ' WHERE sequence = 2", 2),
        ("UPDATE audit SET previous = zeroblob(32) WHERE sequence = 2", 2),
        ("UPDATE audit SET hash = zeroblob(32) WHERE sequence = 2", 2),
        ("UPDATE audit SET operator = x'00' WHERE sequence = 2", 2),
        ("DELETE FROM audit WHERE sequence = 1", 1),
        ("DELETE FROM audit WHERE sequence = 2", 2),
        // The text moves from one column to the next.
        ("UPDATE audit SET operator = 'a.operatorcancel', action = '' WHERE sequence = 2", 2),
    ];
    for (sql, line) in cases {
        let (_folder, register) = register();
        let connection = register.connection();
        connection.execute_batch("DROP TRIGGER audit_update; DROP TRIGGER audit_delete").unwrap();
        connection.execute_batch(sql).unwrap();
        let expected = (ProblemKind::AuditChain, format!("audit {line}"));
        assert!(found(&register).contains(&expected), "{sql}: {:?}", found(&register));
        assert!(check(&register).unwrap().iter().any(|one| one.kind == ProblemKind::AuditChain), "{sql}");
    }
}

/// A line that was changed together with its hash no longer fits the line after it.
#[test]
fn a_line_with_a_new_hash_breaks_the_chain_after_it() {
    let (_folder, register) = register();
    let connection = register.connection();
    let mut line = all(&register).remove(1);
    line.reason = "other".into();
    let hash = line.computed();
    connection.execute_batch("DROP TRIGGER audit_update").unwrap();
    let sql = "UPDATE audit SET reason = ?1, hash = ?2 WHERE sequence = 2";
    connection.execute(sql, (&line.reason, hash)).unwrap();
    assert_eq!(found(&register), [(ProblemKind::AuditChain, "audit 3".into())]);
}

/// The chain does not show that its last lines are missing. A hash that was kept elsewhere does.
#[test]
fn missing_last_lines_are_detected_by_a_hash_kept_elsewhere() {
    let (_folder, register) = register();
    let connection = register.connection();
    let kept = head(connection).unwrap();
    assert!(has_line(connection, &kept.hash).unwrap());
    connection.execute_batch("DROP TRIGGER audit_delete; DELETE FROM audit WHERE sequence = 3").unwrap();
    assert!(!found(&register).iter().any(|(kind, _)| *kind == ProblemKind::AuditChain));
    assert!(!has_line(connection, &kept.hash).unwrap());
}

#[test]
fn rows_that_are_not_as_recorded_are_found() {
    let contradicts = |row: &str| (ProblemKind::ContradictsAudit, format!("cancellations {row}"));
    let one = "000000001001 2026-11-20";
    let two = "000000001002 2026-11-20";
    for (sql, expected) in [
        ("DELETE FROM cancellations WHERE number = '000000001001'", contradicts(one)),
        ("UPDATE cancellations SET ground = 'other-law' WHERE number = '000000001001'", contradicts(one)),
        (
            "UPDATE cancellations SET reinstated_on = '2026-11-21' WHERE number = '000000001001'",
            contradicts(one),
        ),
        ("UPDATE cancellations SET reinstated_on = NULL WHERE number = '000000001002'", contradicts(two)),
    ] {
        let (_folder, register) = register();
        assert!(register.connection().execute(sql, ()).unwrap() == 1, "{sql}");
        assert_eq!(found(&register), [expected], "{sql}");
    }
}

/// A row of reference data that other programs change is reported, and prevents no snapshot.
#[test]
fn reference_data_changed_in_the_database_is_a_warning() {
    let (_folder, register) = register();
    let line = r#"{"table": "contacts", "body": "chamber", "page": "https://chamber.example/new"}"#;
    let author = author("new page");
    let options = ApplyOptions { author: &author, amend: false, dry_run: false };
    let report = &mut |_: &RowReport| Ok::<(), RegistryError>(());
    assert!(apply(&register, Changes::stream(line.as_bytes()), &options, report).unwrap().is_stored());
    assert_eq!(found(&register), []);
    register.connection().execute("UPDATE contacts SET page = '' WHERE body = 'chamber'", ()).unwrap();
    assert_eq!(found(&register), [(ProblemKind::ChangedPastAudit, "contacts chamber".into())]);
}

/// The line about the whole register counts its rows; later lines account for what is added.
#[test]
fn rows_added_in_the_database_are_counted() {
    let (_folder, register) = register();
    let connection = register.connection();
    Journal::new(connection, &author("start"), Action::Import).unwrap().whole().unwrap();
    let order =
        Cancel { number: "000000001003", ground: Ground::OtherLaw, on: day("2026-11-21"), replaced: true };
    cancel(connection, &author("decision 16"), &order).unwrap();
    assert_eq!(found(&register), []);
    connection.execute("DELETE FROM documents WHERE number = '000000001009'", ()).unwrap();
    let place = "documents: the register has 29 rows, and the audit table accounts for 30,";
    assert_eq!(found(&register), [(ProblemKind::UnrecordedRows, place.into())]);
    // A mark that is removed again is recorded as removed.
    reinstate(connection, &author("decision 17"), "000000001003", day("2026-11-22")).unwrap();
    assert_eq!(found(&register).len(), 1);
    connection.execute("INSERT INTO replaced_documents VALUES ('000000001003')", ()).unwrap();
    let mark = (ProblemKind::ContradictsAudit, "replaced_documents 000000001003".to_string());
    assert!(found(&register).contains(&mark));
}

#[test]
fn a_clock_that_was_set_back_is_a_warning() {
    let (_folder, register) = register();
    let earlier = Timestamp::parse("2026-11-22T10:00:00+05:00").unwrap();
    let author = Author::new(earlier, "a.operator", "decision 18").unwrap();
    let order =
        Cancel { number: "000000001003", ground: Ground::OtherLaw, on: day("2026-11-21"), replaced: false };
    cancel(register.connection(), &author, &order).unwrap();
    assert_eq!(found(&register), [(ProblemKind::AuditTime, "audit 4".into())]);
}

#[test]
fn an_author_has_a_name_and_a_reason() {
    let long = "x".repeat(MAX_REASON + 1);
    for (operator, reason, expected) in [
        ("", "r", AuthorError::Operator),
        (" \u{a0}", "r", AuthorError::Operator),
        ("a\nb", "r", AuthorError::Operator),
        (&long[..MAX_OPERATOR + 1], "r", AuthorError::Operator),
        ("a", "  ", AuthorError::Reason),
        ("a", "r\u{1b}[2J", AuthorError::Reason),
        ("a", &long, AuthorError::Reason),
    ] {
        assert_eq!(Author::new(now(), operator, reason), Err(expected), "{operator:?} {reason:?}");
    }
    let iin = crate::demo::people::person(11).iin;
    for (operator, reason) in
        [("a", format!("request of {iin}")), ("a", iin.clone()), (iin.as_str(), "r".into())]
    {
        assert_eq!(Author::new(now(), operator, &reason), Err(AuthorError::Person(iin.clone())), "{reason}");
    }
    // Numbers of documents and decisions, and the BIN of a centre.
    for reason in ["document 000000001001", "990140000017", &format!("1{iin}"), "12-345/2026"] {
        assert!(Author::new(now(), "a", reason).is_ok(), "{reason}");
    }
    let author = Author::new(now(), " Әсем Қайрат ", &long[..MAX_REASON]).unwrap();
    assert_eq!((author.operator(), author.at()), ("Әсем Қайрат", now()));
}
