use rastau_core::calendar::Timestamp;

use super::*;
use crate::audit::{Author, lines};
use crate::build::{BuildOptions, build};
use crate::check::{Severity, check};
use crate::csv_import::{ImportOptions, import};
use crate::demo::{DemoOptions, Keys, REGISTER as NAME, fill};
use crate::error::ImportError;
use crate::life::{Cancel, cancel};
use crate::random::Seeded;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn author() -> Author {
    Author::new(now(), "a.operator", "=export; \"test\"").unwrap()
}

/// Returns a register with values that spreadsheets and delimiters make difficult.
fn register(folder: &Path) -> Register {
    let mut register = Register::create(&folder.join("r.sqlite"), NAME, "2023-09-04").unwrap();
    let random = &mut Seeded::new("export");
    let options = DemoOptions { documents: 60, now: now(), certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    let names = ["=1+1", "'quoted", "''two", "-a;b\"c\"", "+7 \u{1f600}", "@x\ny", "'=", "a,b\t;c"];
    for (at, name) in names.into_iter().enumerate() {
        let sql = "INSERT INTO qualifications VALUES ('7212-1', '2017', ?1, '3', ?2, ?2, 'x')";
        register.connection().execute(sql, (format!("Q{at}"), name)).unwrap();
    }
    register.connection().execute("INSERT INTO replaced_documents VALUES ('000000001004')", ()).unwrap();
    let on = now().date();
    let ground = rastau_core::snapshot::status::Ground::OtherLaw;
    let order = Cancel { number: "000000001001", ground, on, replaced: true };
    cancel(register.connection(), &author(), &order).unwrap();
    register
}

fn rows(register: &Register) -> Vec<String> {
    let mut rows = Vec::new();
    for table in &TABLES {
        let sql = format!("SELECT {} FROM {}", table.column_list(), table.name);
        let mut statement = register.connection().prepare(&sql).unwrap();
        let found = statement.query_map((), |row| Ok(table.json(&table.values(row)?))).unwrap();
        rows.extend(found.map(|row| format!("{} {}", table.name, row.unwrap())));
    }
    rows
}

/// Returns the bytes of the statements of a snapshot, which cover all segments by their hashes.
fn snapshot(register: &Register, out: &Path) -> (Vec<u8>, Vec<u8>) {
    let not_after = now().plus_seconds(86_400);
    let options = BuildOptions::new(now(), not_after);
    let draft = build(register, out, &options, &|_| {}).unwrap();
    (draft.manifest.write(), draft.centres.write())
}

#[test]
fn an_export_is_imported_as_the_same_register() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let register = register(folder.path());
    let exported = export(&register, &at("csv"), &|_| {}).unwrap();
    assert!(exported.contains(&("documents", 60)), "{exported:?}");
    let author = author();
    let options = ImportOptions { name: None, covered_from: None, author: &author };
    import(&at("csv"), &at("again.sqlite"), &options, &|_| {}).unwrap();
    let again = Register::open(&at("again.sqlite")).unwrap();
    assert_eq!(again.identity().unwrap(), register.identity().unwrap());
    assert_eq!(rows(&again), rows(&register));
    assert!(check(&again).unwrap().iter().all(|one| one.kind.severity() == Severity::Warning));
    assert_eq!(snapshot(&again, &at("two")), snapshot(&register, &at("one")));
    // The audit table continues: its lines are the same, and one more records the import.
    let audit = |register: &Register| {
        let mut all = Vec::new();
        lines(register.connection(), None, None, &mut |line| {
            all.push(line);
            Ok::<(), RegistryError>(())
        })
        .unwrap();
        all
    };
    let (before, mut after) = (audit(&register), audit(&again));
    let last = after.pop().unwrap();
    assert_eq!(after, before);
    assert_eq!((last.action.as_str(), last.table.as_str()), ("import", ""));
    assert!(last.change.starts_with("{\"rows\":{\"professions\":10,"), "{}", last.change);
    // The same register gives the same files.
    export(&register, &at("csv-2"), &|_| {}).unwrap();
    for (table, _) in exported {
        let file = |folder: &str| std::fs::read(at(folder).join(format!("{table}.csv"))).unwrap();
        assert_eq!(file("csv"), file("csv-2"), "{table}");
    }
}

/// A file of another register, a changed audit table and a misspelt file are not imported.
#[test]
fn an_export_that_was_altered_is_not_imported() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    export(&register(folder.path()), &at("csv"), &|_| {}).unwrap();
    let author = author();
    let import_as = |name: Option<&str>| {
        let options = ImportOptions { name, covered_from: None, author: &author };
        import(&at("csv"), &at("again.sqlite"), &options, &|_| {}).map(drop)
    };
    let error = import_as(Some("other")).unwrap_err();
    assert!(
        matches!(&error, RegistryError::Import(ImportError::OtherIdentity { what: "name", .. })),
        "{error}"
    );
    std::fs::write(at("csv/cancelations.csv"), "number\n").unwrap();
    let error = import_as(None).unwrap_err();
    assert!(matches!(&error, RegistryError::Import(ImportError::UnknownFile(_))), "{error}");
    std::fs::remove_file(at("csv/cancelations.csv")).unwrap();
    let audit = std::fs::read_to_string(at("csv/audit.csv")).unwrap();
    std::fs::write(at("csv/audit.csv"), audit.replace("a.operator", "b.operator")).unwrap();
    let error = import_as(None).unwrap_err();
    assert!(matches!(&error, RegistryError::Import(ImportError::AuditChain)), "{error}");
    assert!(!at("again.sqlite").exists());
    // Without the audit table, a new one begins.
    std::fs::remove_file(at("csv/audit.csv")).unwrap();
    import_as(Some(NAME)).unwrap();
    std::fs::remove_file(at("csv/register.csv")).unwrap();
    std::fs::remove_file(at("again.sqlite")).unwrap();
    let error = import_as(Some(NAME)).unwrap_err();
    assert!(matches!(&error, RegistryError::Import(ImportError::NoIdentity("covered-from"))), "{error}");
}

#[test]
fn values_that_an_import_would_change_are_not_exported() {
    for (sql, column) in [
        ("UPDATE centres SET name_kk = ' padded'", "name_kk"),
        ("UPDATE documents SET issued_on = '20.11.2026'", "issued_on"),
        ("UPDATE calendar SET kind = 'party'", "kind"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let register = register(folder.path());
        register.connection().execute(sql, ()).unwrap();
        let out = folder.path().join("csv");
        let error = export(&register, &out, &|_| {}).unwrap_err();
        assert!(
            matches!(&error, RegistryError::Export(ExportError::Value { column: found, .. }) if *found == column),
            "{sql}: {error}"
        );
        assert!(!out.exists() && !folder.path().join("csv.part").exists(), "{sql}");
    }
    let folder = tempfile::tempdir().unwrap();
    let register = register(folder.path());
    let error = export(&register, folder.path(), &|_| {}).unwrap_err();
    assert!(matches!(error, RegistryError::Export(ExportError::Exists(_))));
    // A foreign directory is not mistaken for the remains of an interrupted export.
    let part = folder.path().join("csv.part");
    std::fs::create_dir(&part).unwrap();
    let error = export(&register, &folder.path().join("csv"), &|_| {}).unwrap_err();
    assert!(matches!(error, RegistryError::Export(ExportError::Exists(path)) if path == part));
}
