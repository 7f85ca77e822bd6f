//! Makes a register from CSV files, checks it, and issues a document: its QR code and its page.
//!
//! ```sh
//! cargo run -p rastau-registry --example issue
//! ```

use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::codec::hex;
use rastau_core::crypto::Algorithm;
use rastau_registry::Register;
use rastau_registry::audit::{Action, Author, record_issued};
use rastau_registry::check::{Severity, check};
use rastau_registry::csv_import::{ImportOptions, import};
use rastau_registry::issue::{Dictionaries, Request, certificate, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::print::Qr;
use rastau_registry::random::System;

/// A file is a table. `rastau register schema` prints the columns of all.
const TABLES: &[(&str, &str)] = &[
    ("professions", "code,edition,name_kk,name_ru,name_en\n7212-1,2017,Дәнекерлеуші,Сварщик,Welder\n"),
    (
        "profession_versions",
        "profession,edition,valid_from,valid_until,mode,other_law,term_months\n7212-1,2017,2023-09-04,,voluntary,,60\n",
    ),
    (
        "bases",
        "profession,edition,kind,id,valid_from,valid_until\n7212-1,2017,standard,PS-7212-1,2023-09-04,\n",
    ),
    (
        "qualifications",
        "profession,edition,code,level,name_kk,name_ru,name_en\n7212-1,2017,7212-1-4,4,Дәнекерлеуші 4,Сварщик 4,Welder 4\n",
    ),
    (
        "centres",
        "bin,name_kk,name_ru,name_en,legal_entity\n990140000017,«Қиял» тану орталығы,ЦП «Киял»,Qiyal centre,1\n",
    ),
    (
        "accreditations",
        "bin,serial,route,valid_from,valid_until\n990140000017,EXAMPLE-1,this-law,2024-10-01,2027-10-01\n",
    ),
    (
        "accreditation_scopes",
        "bin,serial,profession,valid_from,valid_until\n990140000017,EXAMPLE-1,7212-1,2024-10-01,\n",
    ),
    (
        "documents",
        "number,bin,serial,profession,edition,qualification,level,skills,basis_kind,basis_id,exam_on,issued_on,\
         valid_until,holder_tag,name_tag,seal_check,sealed\n",
    ),
];

const REQUEST: &str = r#"{
    "number": "260000000001", "holder": "PASSPORT-EXAMPLE", "names": ["Сынақбаева Үлгіжан"],
    "profession": "7212-1", "edition": "2017", "qualification": "7212-1-4", "level": "4",
    "centre": "990140000017", "accreditation": "EXAMPLE-1",
    "basis": { "kind": "standard", "id": "PS-7212-1" },
    "exam_on": "2026-05-11", "issued_on": "2026-05-20"
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = tempfile::tempdir()?;
    let at = |name: &str| directory.path().join(name);
    let write = |name: &str, content: &[u8]| std::fs::write(at(name), content);

    // The centre's key. The register lists its public half; `save` writes both as files.
    let key = SigningKey::generate(Algorithm::Ed25519, &mut System)?;
    key.save(directory.path(), "centre")?;
    for (table, rows) in TABLES {
        write(&format!("{table}.csv"), rows.as_bytes())?;
    }
    let public = hex::encode(&key.public().bytes);
    let keys = format!(
        "public_key,algorithm,bin,professions,valid_from,valid_until\n{public},ed25519,990140000017,,2024-10-01,\n"
    );
    write("issuing_keys.csv", keys.as_bytes())?;

    // One invalid row, and nothing is imported: the error lists each with its file and line.
    let path = at("register.sqlite");
    let author =
        Author::new(Timestamp::parse("2026-11-23T10:00:00+05:00").ok_or("no time")?, "a.operator", "start")?;
    let options =
        ImportOptions { name: Some("kz.example"), covered_from: Some("2023-09-04"), author: &author };
    for (table, rows) in import(directory.path(), &path, &options, &|_| {})? {
        println!("{table}: {rows}");
    }
    let mut register = Register::open(Path::new(&path))?;
    let problems = check(&register)?;
    assert!(problems.iter().all(|problem| problem.kind.severity() == Severity::Warning));

    // All or none: commit when the files of every document are written.
    let order = Request::read(REQUEST)?.first().ok_or("no request")?.order()?;
    let transaction = register.connection_mut().transaction()?;
    let issued = issue(&transaction, &mut Dictionaries::new(), &key, &order, &mut System)?;
    record_issued(&transaction, &author, Action::Issue, [issued.claims.number.as_str()])?;
    write("260000000001.png", &Qr::encode(&issued.text)?.png(8))?;
    let page = certificate(&transaction, &issued.claims, &issued.text, None, issued.valid_until, true)?;
    write("260000000001.pdf", &page)?;
    transaction.commit()?;

    println!("{}", issued.text);
    println!("valid until {}", issued.valid_until.ok_or("a document without a term")?);
    assert_eq!(register.count_documents()?, 1);
    Ok(())
}

#[test]
fn runs() {
    main().unwrap();
}
