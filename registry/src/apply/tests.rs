use rastau_core::calendar::Timestamp;
use rastau_core::document::sealed::CHECK_LEN as CHECK;
use rastau_core::document::tags::{HOLDER_TAG_LEN as HOLDER, NAME_TAG_LEN as NAME};

use super::*;
use crate::audit::{lines, problems};
use crate::demo::{DemoOptions, Keys, REGISTER, fill};
use crate::export::export;
use crate::random::Seeded;
use crate::tables::DOCUMENTS;

fn author() -> Author {
    Author::new(Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), "a.operator", "order 7").unwrap()
}

fn register() -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let mut register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2023-09-04").unwrap();
    let random = &mut Seeded::new("apply");
    let options = DemoOptions { documents: 40, now: author().at(), certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    (folder, register)
}

fn run(
    register: &Register,
    changes: Changes<'_>,
    amend: bool,
    dry_run: bool,
) -> Result<(Applied, Vec<RowReport>), RegistryError> {
    let author = author();
    let options = ApplyOptions { author: &author, amend, dry_run };
    let mut rows = Vec::new();
    let applied = apply(register, changes, &options, &mut |row: &RowReport| {
        rows.push(row.clone());
        Ok::<(), RegistryError>(())
    })?;
    Ok((applied, rows))
}

/// Applies JSON lines; returns the result and the result of each row.
fn stream(register: &Register, text: &str) -> (Applied, Vec<RowResult>) {
    let (applied, rows) = run(register, Changes::stream(text.as_bytes()), false, false).unwrap();
    (applied, rows.into_iter().map(|row| row.result).collect())
}

const DOCUMENT: &str = r#"{"table": "documents", "number": "N-1", "bin": "990140000017", "serial": "ҰКП-0001", "profession": "7212-1", "edition": "2017", "qualification": "7212-1-3", "level": "3", "basis_kind": "standard", "basis_id": "PS-7212-1", "exam_on": "2026-05-11", "issued_on": "2026-05-20", "valid_until": "2031-05-20"}"#;

/// One row of each table that changes during the lifetime of a register.
#[test]
fn all_kinds_of_rows_are_added() {
    let (_folder, register) = register();
    let text = [
        r#"{"table": "professions", "code": "9999-1", "edition": "2017", "name_kk": "a", "name_ru": "b", "name_en": "c"}"#,
        r#"{"table": "profession_versions", "profession": "9999-1", "edition": "2017", "valid_from": "2026-01-01", "mode": "voluntary", "term_months": 60}"#,
        r#"{"table": "bases", "profession": "9999-1", "edition": "2017", "kind": "standard", "id": "PS-9999-1", "valid_from": "2026-01-01"}"#,
        r#"{"table": "qualifications", "profession": "9999-1", "edition": "2017", "code": "9999-1-3", "level": "3", "name_kk": "a", "name_ru": "b", "name_en": "c"}"#,
        r#"{"table": "skills", "profession": "9999-1", "edition": "2017", "code": "S1", "name_kk": "a", "name_ru": "b", "name_en": "c"}"#,
        r#"{"table": "centres", "bin": "220840000013", "name_kk": "a", "name_ru": "b", "name_en": "c", "legal_entity": 1}"#,
        r#"{"table": "accreditations", "bin": "220840000013", "serial": "A-1", "route": "this-law", "valid_from": "2026-01-01", "valid_until": "2028-12-31"}"#,
        r#"{"table": "accreditation_events", "bin": "220840000013", "serial": "A-1", "happened_on": "2026-09-01", "kind": "revoked"}"#,
        r#"{"table": "accreditation_scopes", "bin": "220840000013", "serial": "A-1", "profession": "9999-1", "valid_from": "2026-01-01"}"#,
        r#"{"table": "issuing_keys", "public_key": "00ff", "algorithm": "p256", "bin": "220840000013", "valid_from": "2026-01-01"}"#,
        r#"{"table": "calendar_years", "year": 2028, "covered_from": "2028-01-01", "covered_until": "2028-12-31"}"#,
        r#"{"table": "calendar", "day": "2028-01-01", "kind": "holiday", "name": "new-year", "related": null}"#,
        DOCUMENT,
        r#"{"table": "cancellations", "number": "000000001001", "cancelled_on": "2026-11-01", "ground": "other-law"}"#,
        r#"{"table": "replaced_documents", "number": "000000001001"}"#,
        r#"{"table": "contacts", "body": "220840000013", "email": "a@example.kz"}"#,
        "",
        "  ",
    ]
    .join("\n");
    let text = text.replace("220840000013", &other_bin());
    let (applied, rows) = stream(&register, &text);
    assert!(rows.iter().all(|row| *row == RowResult::Added), "{rows:?}");
    assert_eq!((applied.added, applied.errors.as_slice(), applied.is_stored()), (16, &[][..], true));
    assert_eq!(problems(register.connection()).unwrap(), []);
    assert_eq!(applied.head.sequence, 16);
    // A second time there is nothing to do, and nothing to record.
    let (again, rows) = stream(&register, &text);
    assert!(rows.iter().all(|row| *row == RowResult::Unchanged), "{rows:?}");
    assert_eq!(again.head, applied.head);
}

fn other_bin() -> String {
    crate::demo::reference::with_check("22084000001")
}

#[test]
fn rows_change_only_as_far_as_their_table_allows() {
    use RowRefusal::{NeverChanges, OnlyEnd, OnlyReinstatement};
    let changed = |columns: &[&'static str]| RowResult::Changed(columns.to_vec());
    let never = |table, columns: &[&'static str]| {
        RowResult::Refused(NeverChanges { table, columns: columns.to_vec() })
    };
    let cancelled = "000000001004";
    let open = |column: &str| {
        let (_folder, register) = register();
        let sql = format!("SELECT {column} FROM cancellations WHERE number = '{cancelled}'");
        register.connection().query_row(&sql, (), |row| row.get::<_, String>(0)).unwrap()
    };
    let on = open("cancelled_on");
    let cancellation = |rest: &str| {
        format!(r#"{{"table": "cancellations", "number": "{cancelled}", "cancelled_on": "{on}", {rest}}}"#)
    };
    let version = |until: &str, term: &str| {
        format!(
            r#"{{"table": "profession_versions", "profession": "7212-1", "edition": "2017", "valid_from": "2023-09-04", "valid_until": "{until}", "mode": "voluntary", "term_months": {term}}}"#
        )
    };
    let cases: [(&str, String, bool, RowResult); 12] = [
        (
            "a centre's name",
            r#"{"table": "centres", "bin": "990140000017", "name_kk": "a", "name_ru": "b", "name_en": "Qiyal recognition centre", "legal_entity": 1}"#.into(),
            false,
            changed(&["name_kk", "name_ru"]),
        ),
        ("the end of a version", version("2027-01-01", "60"), false, changed(&["valid_until"])),
        (
            "the term of a version",
            version("", "48"),
            false,
            RowResult::Refused(OnlyEnd { columns: vec!["term_months"] }),
        ),
        (
            "its end and its term",
            version("2027-01-01", "48"),
            false,
            RowResult::Refused(OnlyEnd { columns: vec!["valid_until", "term_months"] }),
        ),
        ("a mistake in the term", version("", "48"), true, changed(&["term_months"])),
        (
            "a document",
            DOCUMENT.replace("N-1", "000000001001"),
            true,
            never(
                "documents",
                &["exam_on", "issued_on", "valid_until", "holder_tag", "name_tag", "seal_check", "sealed"],
            ),
        ),
        (
            "a dictionary",
            r#"{"table": "accreditation_refs", "id": 0, "bin": "990140000017", "serial": "other"}"#.into(),
            true,
            never("accreditation_refs", &["serial"]),
        ),
        (
            "the ground",
            cancellation(r#""ground": "other-law""#),
            true,
            RowResult::Refused(OnlyReinstatement { columns: vec!["ground"] }),
        ),
        (
            "a reinstatement",
            cancellation(r#""ground": "confirmed-complaint", "reinstated_on": "2026-11-20""#),
            false,
            changed(&["reinstated_on"]),
        ),
        (
            "a reinstatement and another ground",
            cancellation(r#""ground": "other-law", "reinstated_on": "2026-11-20""#),
            false,
            RowResult::Refused(OnlyReinstatement { columns: vec!["ground", "reinstated_on"] }),
        ),
        (
            "a reinstatement in the future",
            cancellation(r#""ground": "confirmed-complaint", "reinstated_on": "2026-11-24""#),
            false,
            RowResult::Refused(
                LifeError::Future {
                    number: cancelled.into(),
                    what: "the day of the reinstatement",
                    on: rastau_core::calendar::Date::parse("2026-11-24").unwrap(),
                    today: author().at().date(),
                }
                .into(),
            ),
        ),
        (
            "a contact",
            r#"{"table": "contacts", "body": "keeper", "page": "https://register.example/new"}"#.into(),
            false,
            changed(&["page", "telephone", "email"]),
        ),
    ];
    for (name, line, amend, expected) in cases {
        let (_folder, register) = register();
        let changes = Changes::stream(line.as_bytes());
        let (applied, rows) = run(&register, changes, amend, false).unwrap();
        assert_eq!(rows[0].result, expected, "{name}");
        assert_eq!(applied.is_stored(), !matches!(expected, RowResult::Refused(_)), "{name}");
        assert_eq!(problems(register.connection()).unwrap(), [], "{name}");
    }
}

/// A reinstatement is final: it is neither taken back nor moved.
#[test]
fn a_reinstatement_does_not_change() {
    let (_folder, register) = register();
    let sql = "SELECT cancelled_on FROM cancellations WHERE number = '000000001005'";
    let on: String = register.connection().query_row(sql, (), |row| row.get(0)).unwrap();
    for end in ["\"2026-11-20\"", "null"] {
        let line = format!(
            r#"{{"table": "cancellations", "number": "000000001005", "cancelled_on": "{on}", "ground": "confirmed-complaint", "reinstated_on": {end}}}"#
        );
        let (applied, rows) = stream(&register, &line);
        let columns = vec!["reinstated_on"];
        assert_eq!(rows, [RowResult::Refused(RowRefusal::OnlyReinstatement { columns })], "{end}");
        assert!(!applied.is_allowed());
    }
}

#[test]
fn one_refused_row_stops_all() {
    let (_folder, register) = register();
    let count = || register.count_documents().unwrap();
    let before = count();
    for (line, expected) in [
        ("{", "the line is not a JSON object"),
        ("[]", "the line is not a JSON object"),
        (r#"{"table": "documents", "table": "documents"}"#, "duplicate member \"table\""),
        (r#"{"number": "1"}"#, "the member \"table\" is not the name of a table"),
        (r#"{"table": "audit", "sequence": 1}"#, "the member \"table\" is not the name of a table"),
        (r#"{"table": "register", "name": "x"}"#, "the member \"table\" is not the name of a table"),
        (r#"{"table": "sealed_later", "number": "000000001001", "x": 1}"#, "the table has no column \"x\""),
        (r#"{"table": "contacts", "body": true}"#, "expected a text, a whole number or null"),
        (r#"{"table": "cancellations"}"#, "number: is missing; cancelled_on: is missing; ground: is missing"),
        (
            r#"{"table": "calendar", "day": "2026-02-30", "kind": "party"}"#,
            "there is no such day as 2026-02-30; check its month and day; kind: \"party\" is not",
        ),
        (
            r#"{"table": "cancellations", "number": "000000001001", "cancelled_on": "2026-11-01", "ground": "whim"}"#,
            "cancellations 000000001001: ground: \"whim\" is not confirmed-complaint",
        ),
        (
            r#"{"table": "cancellations", "number": "4711", "cancelled_on": "2026-11-01", "ground": "other-law"}"#,
            "document 4711 is not in the register",
        ),
        (
            r#"{"table": "replaced_documents", "number": "000000001001"}"#,
            "is not cancelled, so it cannot be marked as replaced",
        ),
        (r#"{"table": "sealed_later", "number": "000000001001"}"#, "so its record was not sealed later"),
        (
            r#"{"table": "skill_lists", "id": 9, "skills": "7212-1-S1 7212-1-S2"}"#,
            "another row has the same values",
        ),
        (
            &DOCUMENT.replace("2026-05-20", "2026-11-24").replace("N-1", "N-2"),
            "the day of issue 2026-11-24 is in the future",
        ),
        (
            &DOCUMENT.replace("2026-05-11", "2026-11-24").replace("N-1", "N-2"),
            "the day of the exam 2026-11-24 is in the future",
        ),
        (
            &DOCUMENT
                .replace(
                    "}",
                    r#", "holder_tag": "00", "name_tag": "00", "seal_check": "00", "sealed": "00"}"#,
                )
                .replace("N-1", "N-2"),
            "documents N-2: holder_tag has 1 bytes instead of",
        ),
        (&DOCUMENT.replace("2026-05-20", "2026-05-21"), "an earlier row has the same key"),
    ] {
        if expected.starts_with("an earlier row") {
            // The document never changes either, once it is in the register.
            let twice = format!("{DOCUMENT}\n{line}");
            let (applied, rows) = stream(&register, &twice);
            assert_eq!(rows, [RowResult::Added, RowResult::Refused(RowRefusal::Duplicate)]);
            assert!(!applied.is_stored());
            continue;
        }
        let (applied, rows) = stream(&register, &format!("{DOCUMENT}\n{line}\n"));
        assert_eq!((rows.len(), &rows[0], applied.refused), (2, &RowResult::Added, 1), "{line}");
        let RowResult::Refused(refusal) = &rows[1] else { panic!("{line}: {rows:?}") };
        assert!(refusal.to_string().contains(expected), "{line}: {refusal}");
        assert!(!applied.is_stored() && count() == before && applied.head.sequence == 0, "{line}");
    }
    let long = format!("{{\"table\": \"contacts\", \"body\": \"{}\"}}\n{DOCUMENT}", "x".repeat(1 << 20));
    let (_, rows) = stream(&register, &long);
    assert_eq!(rows, [RowResult::Refused(RowRefusal::TooLong { limit: 1 << 20 }), RowResult::Added]);
    assert_eq!(count(), before);
}

/// A problem that only the check of the whole register finds also refuses the changes.
#[test]
fn the_check_rolls_back() {
    let (_folder, register) = register();
    let before = register.count_documents().unwrap();
    for (line, kind) in [
        (DOCUMENT.replace("7212-1-3", "x").replace("990140000017", "220840000013"), ProblemKind::DanglingCentre),
        (DOCUMENT.replace("2026-05-11", "2026-05-21"), ProblemKind::ExamAfterIssue),
        (DOCUMENT.replace("N-1", "1001"), ProblemKind::LookAlikeNumber),
        (
            r#"{"table": "profession_versions", "profession": "7212-1", "edition": "2017", "valid_from": "2024-01-01", "mode": "voluntary"}"#.into(),
            ProblemKind::OverlappingVersions,
        ),
        (
            r#"{"table": "accreditations", "bin": "990140000017", "serial": "x", "route": "z", "valid_from": "2024-01-01"}"#.into(),
            ProblemKind::BadName,
        ),
    ] {
        let line = line.replace("220840000013", &other_bin());
        let (applied, rows) = stream(&register, &line);
        assert_eq!(rows, [RowResult::Added], "{line}");
        assert_eq!(applied.errors.first().map(|one| one.kind), Some(kind), "{line}");
        assert!(!applied.is_stored() && applied.head.sequence == 0, "{line}");
        assert_eq!(register.count_documents().unwrap(), before, "{line}");
    }
    // Problems that only a build would find.
    for (line, expected) in [
        (
            r#"{"table": "contacts", "body": "chamber", "page": "http://chamber.example"}"#.to_string(),
            "contacts chamber: page must be an address",
        ),
        (
            r#"{"table": "contacts", "body": "link", "page": "https://Register.example/"}"#.into(),
            "contacts link: page must be https:// and the host name",
        ),
        (
            r#"{"table": "contacts", "body": "keeper", "telephone": "call"}"#.into(),
            "contacts keeper: page must be an address",
        ),
        (
            r#"{"table": "contacts", "body": "990140000017", "email": "x"}"#.into(),
            "contacts 990140000017: page must be an address",
        ),
        (
            format!(
                r#"{{"table": "skills", "profession": "7212-1", "edition": "2017", "code": "S", "name_kk": "a", "name_ru": "b", "name_en": "{}"}}"#,
                "x".repeat(5000)
            ),
            "skills 7212-1 2017 S: has 5",
        ),
    ] {
        let (applied, _) = stream(&register, &line);
        let unfit = applied.unfit.as_ref().map(ToString::to_string).unwrap_or_default();
        assert!(unfit.starts_with(expected), "{line}: {unfit}");
        assert!(!applied.is_stored() && applied.head.sequence == 0, "{line}");
    }
    // A warning is reported and refuses nothing.
    let (applied, _) = stream(&register, &DOCUMENT.replace("7212-1-3", "7212-1-9"));
    assert!(applied.is_stored());
    assert_eq!(applied.warnings[0].kind, ProblemKind::UnknownQualification);
}

#[test]
fn a_dry_run_reports_and_stores_nothing() {
    let (_folder, register) = register();
    let before = register.count_documents().unwrap();
    let (applied, rows) = run(&register, Changes::stream(DOCUMENT.as_bytes()), false, true).unwrap();
    assert_eq!((rows[0].result.name(), rows[0].row.as_str(), rows[0].line), ("added", "N-1", 1));
    assert!(applied.is_allowed() && !applied.is_stored());
    assert_eq!((register.count_documents().unwrap(), applied.head.sequence), (before, 0));
}

/// A document is cancelled in the morning and reinstated in the afternoon.
#[test]
fn a_stream_may_have_the_events_of_a_day() {
    let (_folder, register) = register();
    let line = |end: &str| {
        format!(
            r#"{{"table": "cancellations", "number": "000000001001", "cancelled_on": "2026-11-23", "ground": "other-law"{end}}}"#
        )
    };
    let text = format!("{}\n{}", line(""), line(r#", "reinstated_on": "2026-11-23""#));
    let (applied, rows) = stream(&register, &text);
    assert_eq!(rows, [RowResult::Added, RowResult::Changed(vec!["reinstated_on"])]);
    assert!(applied.is_stored());
    assert_eq!(problems(register.connection()).unwrap(), []);
}

/// A cancellation that is over may be added as one row, with the days that both changes may have.
#[test]
fn a_cancellation_that_is_over_is_added_whole() {
    let row = |end: &str| {
        format!(
            r#"{{"table": "cancellations", "number": "000000001001", "cancelled_on": "2026-06-01", "ground": "other-law", "reinstated_on": "{end}"}}"#
        )
    };
    for (end, expected) in [
        ("2026-06-01", None),
        ("2026-11-23", None),
        ("2026-05-31", Some("cannot be reinstated on 2026-05-31, an earlier day")),
        ("2026-11-24", Some("the day of the reinstatement 2026-11-24 is in the future")),
    ] {
        let (_folder, register) = register();
        let (applied, rows) = stream(&register, &row(end));
        match (&rows[0], expected) {
            (RowResult::Added, None) => assert!(applied.is_stored(), "{end}"),
            (RowResult::Refused(refusal), Some(expected)) => {
                assert!(refusal.to_string().contains(expected) && !applied.is_stored(), "{end}: {refusal}");
            }
            (other, _) => panic!("{end}: {other:?}"),
        }
    }
}

/// A record may be sealed later only if it comes with its document.
#[test]
fn a_record_sealed_later_comes_with_its_document() {
    let (_folder, register) = register();
    let tags = r#", "holder_tag": "HOLDER", "name_tag": "NAME", "seal_check": "CHECK", "sealed": "0102"}"#
        .replace("HOLDER", &"01".repeat(HOLDER))
        .replace("NAME", &"02".repeat(NAME))
        .replace("CHECK", &"03".repeat(CHECK));
    let text =
        format!("{}\n{{\"table\": \"sealed_later\", \"number\": \"N-1\"}}", DOCUMENT.replace('}', &tags));
    let (applied, rows) = stream(&register, &text);
    assert_eq!(rows, [RowResult::Added, RowResult::Added]);
    assert!(applied.is_stored(), "{:?}", applied.errors);
    let (_, rows) = stream(
        &register,
        &format!("{}\n{{\"table\": \"sealed_later\", \"number\": \"N-2\"}}", DOCUMENT.replace("N-1", "N-2")),
    );
    assert_eq!(rows[1], RowResult::Refused(RowRefusal::NotSealedLater), "it has no record");
}

#[test]
fn a_directory_has_the_tables_of_an_import() {
    let (folder, register) = register();
    let csv = folder.path().join("csv");
    let changes = || Changes::folder(&csv, &register).map(drop).map_err(|error| error.to_string());
    assert!(changes().unwrap_err().contains("is not a directory"));
    std::fs::create_dir(&csv).unwrap();
    assert!(changes().unwrap_err().contains("has no CSV file of a table"));
    let write = |name: &str, text: &str| std::fs::write(csv.join(name), text).unwrap();
    write("cancelations.csv", "number;cancelled_on;ground;reinstated_on\n");
    assert!(changes().unwrap_err().contains("cancelations.csv is not a table"));
    std::fs::remove_file(csv.join("cancelations.csv")).unwrap();
    write("contacts.CSV", "body;page;telephone;email\n");
    assert!(changes().unwrap_err().contains("contacts.CSV is not a table"));
    std::fs::remove_file(csv.join("contacts.CSV")).unwrap();
    write("register.csv", "name;covered_from\nother;2023-09-04\n");
    assert!(changes().unwrap_err().contains("are of the register \"other\""));
    write("register.csv", &format!("name;covered_from\n{REGISTER};2023-09-04\n"));
    write(
        "cancellations.csv",
        "number;cancelled_on;ground;reinstated_on\n000000001001;01.11.2026;other-law;\n;;;\n1;x;;\n",
    );
    write(
        "contacts.csv",
        "body;page;telephone;email\nkeeper;https://register.example/help;+7 700 000 00 00;help@register.example\n",
    );
    let (applied, rows) = run(&register, Changes::folder(&csv, &register).unwrap(), false, false).unwrap();
    let shown: Vec<_> = rows.iter().map(|row| (row.file.as_str(), row.line, row.result.name())).collect();
    assert_eq!(
        shown,
        [
            ("cancellations.csv", 2, "added"),
            ("cancellations.csv", 4, "refused"),
            ("contacts.csv", 2, "unchanged")
        ]
    );
    assert!(!applied.is_stored());
    // Applying a whole export changes nothing; its audit table is ignored.
    let whole = folder.path().join("whole");
    export(&register, &whole, &|_| {}).unwrap();
    assert!(Changes::folder(&whole, &register).is_err());
    std::fs::remove_file(whole.join("audit.csv")).unwrap();
    let (applied, _) = run(&register, Changes::folder(&whole, &register).unwrap(), false, false).unwrap();
    assert_eq!((applied.added, applied.changed, applied.refused), (0, 0, 0));
    assert!(applied.unchanged > 100);
    // A file that cannot be read at all ends with an error, and nothing is stored.
    write("cancellations.csv", "number;cancelled_on\n");
    assert!(run(&register, Changes::folder(&csv, &register).unwrap(), false, false).is_err());
    let mut lines_of_audit = 0;
    lines(register.connection(), None, None, &mut |_| {
        lines_of_audit += 1;
        Ok::<(), RegistryError>(())
    })
    .unwrap();
    assert_eq!(lines_of_audit, 0);
}

/// A document from before the codes gets its seal by `apply` too, if it was made by another program. It then counts as sealed later,
/// whether or not the changes say so.
#[test]
fn a_document_without_a_code_may_be_sealed_later() {
    let number = "000000001001";
    let (_folder, register) = register();
    let connection = register.connection();
    let table = DOCUMENTS;
    let sealed = table.find(connection, &[number]).unwrap().unwrap();
    let sql = "UPDATE documents SET holder_tag = NULL, name_tag = NULL, seal_check = NULL, sealed = NULL WHERE number = ?1";
    connection.execute(sql, (number,)).unwrap();
    let line = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut row: serde_json::Value = serde_json::from_str(&table.json(&sealed)).unwrap();
        row["table"] = "documents".into();
        change(&mut row);
        row.to_string()
    };
    let later = format!(r#"{{"table": "sealed_later", "number": "{number}"}}"#);
    let is_later =
        || connection.query_row("SELECT count(*) FROM sealed_later", (), |row| row.get::<_, i64>(0)).unwrap();
    let before = is_later();

    let refused = [
        line(&|row| row["level"] = "5".into()),
        line(&|row| row["sealed"] = "".into()),
        line(&|row| row["name_tag"] = "00".into()),
        later.clone(),
    ];
    for text in refused {
        let (applied, rows) = stream(&register, &text);
        assert!(!applied.is_stored(), "{text}: {rows:?}");
        assert_eq!(is_later(), before, "{text}");
    }
    let (applied, rows) = stream(&register, &format!("{}\n{later}", line(&|_| ())));
    let seal = ["holder_tag", "name_tag", "seal_check", "sealed"];
    assert_eq!(rows, [RowResult::Changed(seal.to_vec()), RowResult::Unchanged]);
    assert!(applied.is_stored() && is_later() == before + 1, "{applied:?}");
    assert_eq!(table.find(connection, &[number]).unwrap().unwrap(), sealed);
    assert_eq!(problems(connection).unwrap(), []);

    // A record that has a seal keeps it.
    let (applied, rows) = stream(&register, &line(&|row| row["seal_check"] = "00000000".into()));
    let never = RowRefusal::NeverChanges { table: "documents", columns: vec!["seal_check"] };
    assert_eq!((rows.as_slice(), applied.is_stored()), (&[RowResult::Refused(never)][..], false));
}

/// The end of a key may come earlier; after it, the key stays ended unless the operator says that its end was a mistake. `check`
/// reports what the audit table shows.
#[test]
fn a_key_that_has_ended_is_not_reopened_unnoticed() {
    let (_folder, register) = register();
    let connection = register.connection();
    let sql = "SELECT public_key, algorithm, bin FROM issuing_keys ORDER BY public_key LIMIT 1";
    let (key, algorithm, bin): (String, String, String) =
        connection.query_row(sql, (), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let end = |until: &str| {
        format!(
            r#"{{"table": "issuing_keys", "public_key": "{key}", "algorithm": "{algorithm}", "bin": "{bin}", "valid_from": "2023-09-04", "valid_until": "{until}"}}"#
        )
    };
    let reopened = || {
        let found = check(&register).unwrap();
        found
            .into_iter()
            .filter(|one| one.kind == ProblemKind::ReopenedKey)
            .map(|one| one.place)
            .collect::<Vec<_>>()
    };
    // The day of the changes is 2026-11-23.
    for until in ["2028-01-01", "2027-01-01", "2027-06-01", "2026-11-24", "2026-11-25", "2026-11-23"] {
        let (applied, rows) = stream(&register, &end(until));
        assert!(applied.is_stored(), "{until}: {rows:?}");
        assert_eq!(reopened(), [] as [String; 0], "{until}");
    }
    for until in ["2026-11-24", ""] {
        let (applied, rows) = stream(&register, &end(until));
        let refusal = RowRefusal::KeyReopened { end: Date::parse("2026-11-23").unwrap() };
        assert_eq!(
            (rows.as_slice(), applied.is_stored()),
            (&[RowResult::Refused(refusal)][..], false),
            "{until}"
        );
    }
    for (until, is_reported) in
        [("2026-11-22", false), ("2026-11-24", true), ("", true), ("2026-11-22", false)]
    {
        let changes = end(until);
        let (amend, _) = run(&register, Changes::stream(changes.as_bytes()), true, false).unwrap();
        assert!(amend.is_stored(), "{until}: {amend:?}");
        let expected = if is_reported { vec![format!("issuing_keys {key}")] } else { Vec::new() };
        assert_eq!(reopened(), expected, "{until}");
    }
}
