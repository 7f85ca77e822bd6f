use rastau_core::calendar::Timestamp;
use serde_json::{Value, json};

use super::*;
use crate::Register;
use crate::check::ProblemKind;
use crate::demo::{DemoOptions, Keys, fill};
use crate::random::Seeded;

/// A request that the demo's register allows, with `changes` applied; `null` removes a field.
fn request(changes: &Value) -> Request {
    let mut request = json!({
        "number": "N-1", "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"],
        "profession": "7212-1", "edition": "2017", "qualification": "7212-1-3", "level": "3",
        "centre": "990140000017", "accreditation": "ҰКП-0001",
        "basis": { "kind": "standard", "id": "PS-7212-1" },
        "exam_on": "2026-05-11", "issued_on": "2026-05-20"
    });
    for (field, value) in changes.as_object().unwrap() {
        request[field] = value.clone();
    }
    Request::read(&request.to_string()).unwrap().remove(0)
}

#[test]
fn rejects_invalid_fields() {
    let cases = [
        (json!({ "number": "" }), "number: \"\" is not a document number"),
        (json!({ "names": [] }), "names: expected one or two names"),
        (json!({ "names": ["a", "b", "c"] }), "names: expected one or two names"),
        (json!({ "names": ["a".repeat(161)] }), "names: expected one or two names of at most 160 bytes"),
        (json!({ "names": ["Сынақбаева Ulgizhan"] }), "\" mixes Cyrillic and Latin letters"),
        (
            json!({ "names": ["Сынақбаева Үлгіжан", "Synaqbaeva Үлгіжан"] }),
            "mixes Cyrillic and Latin letters",
        ),
        (json!({ "names": ["Сынақбаева \u{202e}Үлгіжан"] }), "has hidden characters"),
        (json!({ "names": ["Сынақбаева\u{7}"] }), "names: expected one or two names"),
        (json!({ "profession": "" }), "profession: \"\" is not a code"),
        (json!({ "edition": "x".repeat(33) }), "edition: \"xxx"),
        (json!({ "level": "" }), "level: "),
        (json!({ "accreditation": "" }), "accreditation: "),
        (json!({ "basis": { "kind": "standard", "id": "" } }), "basis: "),
        (
            json!({ "basis": { "kind": "other", "id": "x" } }),
            "basis.kind: \"other\" is not standard or qualification-requirements",
        ),
        (json!({ "qualification": "" }), "qualification: "),
        (json!({ "skills": [""] }), "skills: \"\" is not a code"),
        (json!({ "skills": vec!["s"; 33] }), "skills: 33 skills; a document states at most 32"),
        (json!({ "exam_on": "11.05.2026" }), "exam_on: \"11.05.2026\" is not a date"),
        (json!({ "issued_on": "2026-02-30" }), "issued_on: there is no such day as 2026-02-30"),
        (json!({ "exam_on": "2026-05-21" }), "exam_on: is after the day of issue"),
        (json!({ "holder": "990140000010" }), "holder: \"990140000010\": "),
        (json!({ "centre": "990140000010" }), "centre: \"990140000010\": "),
        (json!({ "valid_until": "2026" }), "valid_until: \"2026\" is not a date"),
        (
            json!({ "valid_until": "2030-01-01", "prints_valid_until": false }),
            "valid_until: a last day other",
        ),
    ];
    for (changes, expected) in cases {
        let error = request(&changes).order().unwrap_err();
        assert!(matches!(error, RegistryError::Request(RequestError::Field { .. })), "{changes}: {error:?}");
        assert!(error.to_string().contains(expected), "{changes}: {error}");
    }
    for json in ["", "{}", "[{}]", "{\"number\": 1}"] {
        assert!(matches!(Request::read(json), Err(RegistryError::Request(RequestError::Json(_)))), "{json}");
    }
    assert!(Request::read("[]").unwrap().is_empty());
}

/// The link consists of the register's origin and the same document; without an origin, or with a non-canonical one,
/// there is no link.
#[test]
fn links_use_the_origin_of_the_register() {
    let directory = tempfile::tempdir().unwrap();
    let (now, random) = (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("links"));
    let mut register =
        Register::create(&directory.path().join("r.sqlite"), crate::demo::REGISTER, "2023-09-04").unwrap();
    let keys = Keys::generate(random).unwrap();
    let options = DemoOptions { documents: 100, now, certificates: false };
    fill(&mut register, &keys, &options, random, &|_| {}).unwrap();
    let order = request(&json!({})).order().unwrap();
    let connection = register.connection();
    let issued = issue(connection, &mut Dictionaries::new(), &keys.centres[0], &order, random).unwrap();
    let link = issued.link(connection).unwrap();
    assert_eq!(link.origin.as_str(), "https://register.example");
    assert!(link.text.starts_with("https://register.example/#RST2:"));
    let unverified = text::Unverified::read(&link.text).unwrap();
    assert_eq!(unverified.claims, issued.claims);
    assert!(unverified.signed_by(keys.centres[0].public()));

    connection
        .execute("UPDATE contacts SET page = 'https://Register.example/' WHERE body = 'link'", ())
        .unwrap();
    let error = issued.link(connection).unwrap_err();
    assert!(error.to_string().contains("contacts link: page must be https:// and the host name"), "{error}");
    let options = crate::build::BuildOptions::new(now, now.plus_seconds(86_400));
    let built = crate::build::build(&register, &directory.path().join("segments"), &options, &|_| {});
    assert!(built.unwrap_err().to_string().contains("contacts link"));
    connection.execute("DELETE FROM contacts WHERE body = 'link'", ()).unwrap();
    assert!(matches!(issued.link(connection), Err(RegistryError::Issue(IssueError::NoOrigin))));
    let built = crate::build::build(&register, &directory.path().join("without"), &options, &|_| {});
    assert_eq!(built.unwrap().manifest.link, None);
}

/// A document that a verifier would find invalid is not signed: the key is retired, not yet valid, or for other
/// professions.
#[test]
fn a_key_signs_within_its_days_and_professions_only() {
    let directory = tempfile::tempdir().unwrap();
    let (now, random) =
        (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("key interval"));
    let path = directory.path().join("register.sqlite");
    let mut register = Register::create(&path, crate::demo::REGISTER, "2023-09-04").unwrap();
    let keys = Keys::generate(random).unwrap();
    let options = DemoOptions { documents: 100, now, certificates: false };
    fill(&mut register, &keys, &options, random, &|_| {}).unwrap();
    let connection = register.connection();
    let order = request(&json!({})).order().unwrap(); // issued on 2026-05-20, profession 7212-1
    let cases = [
        (
            "valid_until = '2026-05-19'",
            "may sign from 2023-09-04 until 2026-05-19, and the day of issue is 2026-05-20",
        ),
        ("valid_until = '2026-05-20'", ""),
        ("valid_from = '2026-05-21', valid_until = NULL", "may sign from 2026-05-21, and the day of issue"),
        ("valid_from = '2026-05-20'", ""),
        ("professions = '7212-2 7213-1'", "may not sign for profession 7212-1"),
        ("professions = '7213-1 7212-1'", ""),
        ("professions = ''", ""),
    ];
    for (change, expected) in cases {
        connection
            .execute(&format!("UPDATE issuing_keys SET {change} WHERE bin = '990140000017'"), ())
            .unwrap();
        let transaction = register.begin().unwrap();
        let issued = issue(&transaction, &mut Dictionaries::new(), &keys.centres[0], &order, random);
        match issued {
            Ok(_) => assert_eq!(expected, "", "{change}"),
            Err(error) => {
                assert!(!expected.is_empty() && error.to_string().contains(expected), "{change}: {error}");
            }
        }
    }
}

#[test]
fn names_are_normalised_on_new_documents() {
    let typed = json!({ "names": ["  Сынaқбаева\u{a0}Үлгі‑жан ", "Synaqbaeva\tUlgizhan"] });
    let claims = request(&typed).order().unwrap().claims;
    assert_eq!(claims.names, ["Сынақбаева Үлгі-жан", "Synaqbaeva Ulgizhan"]);
}

#[test]
fn the_end_of_validity_follows_the_request() {
    let cases = [
        (json!({}), End::PrintedTerm),
        (json!({ "prints_valid_until": false }), End::ByTerm),
        (json!({ "valid_until": "2027-01-01" }), End::On(Date::parse("2027-01-01").unwrap())),
    ];
    for (changes, end) in cases {
        assert_eq!(request(&changes).order().unwrap().end, end, "{changes}");
    }
}

#[test]
fn does_not_issue_a_document_that_the_register_contradicts() {
    let directory = tempfile::tempdir().unwrap();
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    let random = &mut Seeded::new("issue");
    let keys = Keys::generate(random).unwrap();
    let mut register = Register::create(&directory.path().join("r.sqlite"), "test", "2023-09-04").unwrap();
    let options = DemoOptions { documents: 100, now, certificates: false };
    fill(&mut register, &keys, &options, random, &|_| {}).unwrap();
    let mut issue = |changes: &Value, key: &SigningKey| {
        let transaction = register.connection_mut().transaction().unwrap();
        let order = request(changes).order().unwrap();
        let issued = issue(&transaction, &mut Dictionaries::new(), key, &order, random);
        issued.map_err(|error| match error {
            RegistryError::Issue(error) => error,
            other => panic!("{changes}: {other}"),
        })
    };
    let key = &keys.centres[0];
    assert_eq!(issue(&json!({}), key).unwrap().valid_until, Date::parse("2031-05-20"));

    let number = || String::from("N-1");
    let centre = || String::from("990140000017");
    let cases = [
        (
            json!({ "edition": "2099" }),
            IssueError::UnknownProfession {
                number: number(),
                profession: "7212-1".into(),
                edition: "2099".into(),
            },
        ),
        (
            json!({ "exam_on": "2020-01-01", "issued_on": "2020-01-01" }),
            IssueError::ProfessionNotInForce {
                number: number(),
                profession: "7212-1".into(),
                on: Date::parse("2020-01-01").unwrap(),
            },
        ),
        (
            json!({ "accreditation": "X" }),
            IssueError::UnknownAccreditation { number: number(), centre: centre(), serial: "X".into() },
        ),
        (json!({ "number": "000000001001" }), IssueError::DuplicateNumber("000000001001".into())),
        (json!({ "valid_until": "2200-01-01" }), IssueError::DateRange(number())),
    ];
    for (changes, expected) in cases {
        assert_eq!(issue(&changes, key).unwrap_err(), expected, "{changes}");
    }
    let public_key = hex::encode(&keys.stranger.public().bytes);
    let unlisted = IssueError::UnlistedKey { number: number(), public_key, centre: centre() };
    assert_eq!(issue(&json!({}), &keys.stranger).unwrap_err(), unlisted);

    let contradicted = issue(&json!({ "level": "5", "exam_on": "2023-09-05" }), key).unwrap_err();
    let IssueError::Contradicted { problems, .. } = &contradicted else { panic!("{contradicted}") };
    let kinds: Vec<_> = problems.iter().map(|problem| problem.kind).collect();
    let expected = [ProblemKind::OtherLevel, ProblemKind::ExaminedOutsideAccreditation];
    assert!(expected.iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
    assert!(contradicted.to_string().contains("it states a level"), "{contradicted}");
}
