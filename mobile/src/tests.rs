//! The corpus through the typed interface, the numbers of the C library, and what a program can do wrong.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::error::{CodeError, FactProblem, FactsError, OpenError, PageError, ReadError, Statement};
use rastau_core::identity::IdentityError;
use rastau_core::snapshot::file::FileError;
use rastau_store::StoreError;
use rastau_tests::{Case, cases, corpus, rule_lines};
use serde_json::Value as Json;

use crate::error::Argument;
use crate::*;

fn at(text: &str) -> std::time::SystemTime {
    UNIX_EPOCH + Duration::from_secs(Timestamp::parse(text).unwrap().0)
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(corpus().join(name)).unwrap()
}

fn path(name: &str) -> String {
    corpus().join(name).to_str().unwrap().to_owned()
}

fn case(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap()
}

fn opening(case: &Case) -> Opening {
    let accept = match case.question.accept.as_str() {
        "current" => Freshness::Current,
        "late" => Freshness::Late,
        "stale" => Freshness::Stale,
        other => panic!("{other}"),
    };
    Opening {
        trust_root: file(&case.question.root),
        state: case.question.state.as_deref().map(file),
        policy: Some(Policy { accept, grace: case.question.grace.map(Duration::from_secs) }),
        now: Some(at(&case.question.now)),
    }
}

fn question(case: &Case) -> Question {
    let on = case.question.on.as_deref().map(|day| Day(Date::parse(day).unwrap()));
    Question { on, language: Some(Language::Kk), now: Some(at(&case.question.now)) }
}

fn ask(case: &Case) -> Result<Verdict, RastauError> {
    check_input(&case.input)?;
    let verifier = Verifier::open(&path(&case.question.bundle), opening(case))?;
    verifier.verify(&case.input, Some(question(case)))
}

#[test]
fn every_case_of_the_corpus_gives_its_bytes() {
    for case in cases() {
        let answer = match ask(&case) {
            Ok(verdict) => verdict.json,
            Err(error) => {
                let stage = match &error {
                    RastauError::Input { .. } => "read",
                    RastauError::Bundle { .. } => "open",
                    other => panic!("{}: {other:?}", case.name),
                };
                format!("{{\"error\":{{\"stage\":\"{stage}\",\"code\":{}}}}}", error.number())
            }
        };
        assert_eq!(answer, case.expected, "{}", case.name);
    }
}

/// What is typed says the same as what is stored: nobody has to parse the JSON.
#[test]
fn the_typed_verdict_is_the_json() {
    for case in cases() {
        let Ok(verdict) = ask(&case) else { continue };
        let json: Json = serde_json::from_str(&verdict.json).unwrap();
        let document = &verdict.document;
        let outcome = format!("{:?}", verdict.outcome).to_lowercase();
        let text = |value: &Option<String>| value.clone().map_or(Json::Null, Json::from);
        let day = |value: Option<Day>| value.map_or(Json::Null, |day| day.0.to_string().into());
        let code = |value: &Option<Named>| value.as_ref().map_or(Json::Null, |item| item.code.clone().into());
        for (typed, place) in [
            (outcome.into(), "/outcome"),
            (verdict.evaluated_on.0.to_string().into(), "/evaluated_on"),
            (format!("{:?}", verdict.freshness).to_lowercase().into(), "/freshness"),
            (document.number.clone().into(), "/document/number"),
            (code(&document.profession), "/document/profession/code"),
            (code(&document.qualification), "/document/qualification/code"),
            (code(&document.centre), "/document/centre/code"),
            (text(&document.level), "/document/level"),
            (text(&document.accreditation), "/document/accreditation"),
            (day(document.exam_on), "/document/exam_on"),
            (day(document.issued_on), "/document/issued_on"),
            (day(document.valid_until), "/document/valid_until"),
            (document.unlimited.into(), "/document/unlimited"),
        ] {
            assert_eq!(&typed, json.pointer(place).unwrap_or(&Json::Null), "{} {place}", case.name);
        }
        let findings = json["findings"].as_array().unwrap();
        assert_eq!((findings.len(), findings.len()), {
            (verdict.findings.len(), verdict.words.unwrap().findings.len())
        });
        for (typed, json) in verdict.findings.iter().zip(findings) {
            assert_eq!((json["id"].as_str(), json["code"].as_i64()), {
                (Some(typed.id.as_str()), Some(typed.code.into()))
            });
            let facts: Vec<&String> = json["facts"].as_object().unwrap().keys().collect();
            let mut names: Vec<&String> = typed.facts.iter().map(|fact| &fact.name).collect();
            names.sort();
            assert_eq!(names, facts, "{} {}", case.name, typed.id);
        }
    }
}

fn typed(input: &str) -> Option<TypedForm> {
    let fields: BTreeMap<String, Json> = serde_json::from_str(input).ok()?;
    let text = |name: &str| fields.get(name).and_then(Json::as_str).map(str::to_owned);
    let day = |name: &str| text(name).and_then(|day| Date::parse(day.trim())).map(Day);
    let id = |basis: &Json| basis["id"].as_str().unwrap_or_default().to_owned();
    let basis = fields.get("basis").map(|basis| match basis["kind"].as_str() {
        Some("standard") => Basis::Standard { id: id(basis) },
        _ => Basis::QualificationRequirements { id: id(basis) },
    });
    let skills = fields
        .get("skills")
        .and_then(Json::as_array)
        .map(|skills| skills.iter().filter_map(Json::as_str).map(str::to_owned).collect());
    Some(TypedForm {
        number: text("number")?,
        code: text("code"),
        holder: text("holder"),
        name: text("name"),
        profession: text("profession"),
        edition: text("edition"),
        qualification: text("qualification"),
        level: text("level"),
        skills,
        centre: text("centre"),
        accreditation: text("accreditation"),
        basis,
        exam_on: day("exam_on"),
        issued_on: day("issued_on"),
        valid_until: day("valid_until"),
    })
}

#[test]
fn a_typed_form_is_the_form_of_the_corpus() {
    let mut seen = 0;
    for case in cases().into_iter().filter(|case| !case.expected.starts_with("{\"error\"")) {
        let Some(form) = case.input.trim_start().starts_with('{').then(|| typed(&case.input)).flatten()
        else {
            continue;
        };
        let verifier = Verifier::open(&path(&case.question.bundle), opening(&case)).unwrap();
        let verdict = verifier.verify_form(form, Some(question(&case))).unwrap();
        assert_eq!(verdict.json, case.expected, "{}", case.name);
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn every_line_of_the_rules_gives_its_bytes() {
    let mut unsayable = Vec::new();
    for info in rules().unwrap() {
        assert!(evaluate_rule(&info.id, info.example, Some(Language::Ru)).is_ok(), "{}", info.id);
        let (facts, answers) = rule_lines(&info.id);
        for (line, expected) in facts.lines().zip(answers.lines()) {
            // A fraction, which is always refused, cannot be said in the first place.
            let Ok(facts) = facts::read(line) else {
                unsayable.push(line.to_owned());
                continue;
            };
            let answer = match evaluate_rule(&info.id, facts, None) {
                Ok(answer) => answer.json,
                Err(error) => {
                    let told = serde_json::json!({ "code": error.number(), "message": error.to_string() });
                    format!("{{\"error\":{told}}}")
                }
            };
            assert_eq!(answer, expected, "{} {line}", info.id);
        }
    }
    assert_eq!(unsayable, ["{\"fee_charged\":0.5}"]);
}

/// The numbers of the C library, from its header.
fn statuses() -> HashMap<String, i32> {
    let header = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ffi/include/rastau.h");
    let header = std::fs::read_to_string(header).unwrap();
    let line = |line: &str| {
        let (name, number) = line.strip_prefix("#define RASTAU_STATUS_")?.split_once(' ')?;
        Some((name.to_owned(), number.trim().parse().ok()?))
    };
    header.lines().filter_map(line).collect()
}

#[test]
fn every_number_is_the_c_library_s() {
    let text = String::new;
    let refused = OpenError::BadRoles;
    let errors: Vec<(RastauError, &str)> = vec![
        (Argument::Day.into(), "BAD_DATE"),
        (Argument::Time.into(), "BAD_TIME"),
        (Argument::TrustRoot.into(), "TRUST_ROOT_NEEDED"),
        (Argument::State.into(), "BAD_STATE"),
        (Argument::Calendar.into(), "BAD_CALENDAR"),
        (PageError::Altered.into(), "BAD_CALENDAR"),
        (ReadError::Empty.into(), "INPUT_EMPTY"),
        (ReadError::TooLong { limit: 1 }.into(), "INPUT_TOO_LONG"),
        (ReadError::NotADocument.into(), "INPUT_NOT_A_DOCUMENT"),
        (ReadError::UnknownVersion { prefix: text() }.into(), "INPUT_UNKNOWN_VERSION"),
        (ReadError::NotBase45.into(), "INPUT_CUT_OFF"),
        (ReadError::Form { problem: text() }.into(), "FORM_MALFORMED"),
        (ReadError::Field { name: "a", problem: text() }.into(), "FORM_FIELD"),
        (CodeError::Length { found: 1 }.into(), "CODE_LENGTH"),
        (CodeError::Character { character: 'a' }.into(), "CODE_CHARACTER"),
        (CodeError::Check.into(), "CODE_CHECK"),
        (ReadError::Identity(IdentityError::NotTwelveDigits).into(), "IDENTITY_DIGITS"),
        (ReadError::Identity(IdentityError::UnknownKind).into(), "IDENTITY_KIND"),
        (ReadError::Identity(IdentityError::NoSuchDate).into(), "IDENTITY_DATE"),
        (ReadError::Identity(IdentityError::WrongCheckDigit).into(), "IDENTITY_CHECK"),
        (OpenError::ForeignRegister(Statement::Root).into(), "BUNDLE_FOREIGN"),
        (OpenError::BrokenChain.into(), "BUNDLE_CHAIN"),
        (OpenError::Rollback(Statement::Root).into(), "BUNDLE_ROLLBACK"),
        (OpenError::MixedUp(Statement::Root).into(), "BUNDLE_MIXED_UP"),
        (StoreError::Refused(refused).into(), "BUNDLE_ROLES"),
        (FileError::NotABundle.into(), "DISK_NOT_A_BUNDLE"),
        (FileError::TooLarge { name: text() }.into(), "DISK_TOO_LARGE"),
        (StoreError::TooLarge { path: "a".into(), max: 1 }.into(), "DISK_TOO_LARGE"),
        (StoreError::NotThere { name: text() }.into(), "SOURCE_NOT_THERE"),
        (StoreError::Full { path: "a".into() }.into(), "DISK_FULL"),
        (StoreError::Busy { folder: "a".into() }.into(), "DEVICE_BUSY"),
        (StoreError::MemoryLost { folder: "a".into() }.into(), "DEVICE_MEMORY_LOST"),
        (StoreError::Empty { folder: "a".into() }.into(), "DEVICE_EMPTY"),
        (StoreError::OtherRoot { pinned: text(), given: text() }.into(), "DEVICE_OTHER_ROOT"),
        (FactsError::UnknownRule { id: text() }.into(), "RULE_UNKNOWN"),
        (FactsError::field(text(), FactProblem::Empty).into(), "FACTS_FIELD"),
    ];
    let statuses = statuses();
    for (error, status) in errors {
        assert_eq!(error.number(), statuses[status], "{error:?}");
        if let RastauError::Input { words, .. }
        | RastauError::Bundle { words, .. }
        | RastauError::Disk { words, .. } = &error
        {
            assert!(words.kk != words.ru && words.ru != words.en, "{error:?}");
        }
    }
}

#[test]
fn a_device_is_filled_answers_and_refuses_what_is_older() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("device").to_str().unwrap().to_owned();
    let case = case("update-before");
    let (root, now) = (file(&case.question.root), Some(at(&case.question.now)));
    let device = Device::new(folder.clone());
    let update = |bundle: &str| device.update(&path(bundle), root.clone(), now, false, false);
    let number = |error: RastauError| error.number();
    assert_eq!(Verifier::open_device(&folder, None, now).map_err(number).unwrap_err(), 131);
    assert_eq!(
        device.update(&path("bundles/base"), vec![], now, false, false).map_err(number).unwrap_err(),
        209
    );
    assert_eq!(update("bundles/base").unwrap().change, Change::First);
    assert_eq!(update("bundles/base.rastau").unwrap().change, Change::Nothing);
    let verifier = Verifier::open_device(&folder, None, now).unwrap();
    assert_eq!(verifier.verify(&case.input, Some(question(&case))).unwrap().json, case.expected);
    assert_eq!(update("bundles/second").unwrap().change, Change::Newer);
    assert_eq!(update("bundles/base").map_err(number).unwrap_err(), 106);
    assert_eq!(update("bundles/nothing").map_err(number).unwrap_err(), 120);
    let after = Verifier::open_device(&folder, None, now).unwrap();
    assert_eq!(after.verify(&case.input, Some(question(&case))).unwrap().outcome, Outcome::Invalid);
}

#[test]
fn what_a_program_may_forget_is_told() {
    let case = case("update-before");
    let bytes = || file("bundles/base.rastau");
    let open = |change: &dyn Fn(&mut Opening)| {
        let mut opening = opening(&case);
        change(&mut opening);
        Verifier::open_bytes(bytes(), opening).map_err(|error| error.number())
    };
    assert_eq!(open(&|opening| opening.trust_root.clear()).unwrap_err(), 209);
    assert_eq!(open(&|opening| opening.state = Some(vec![1])).unwrap_err(), 210);
    assert_eq!(open(&|opening| opening.now = Some(UNIX_EPOCH - Duration::from_secs(1))).unwrap_err(), 207);
    assert_eq!(Verifier::open_bytes(vec![0; 99], opening(&case)).unwrap_err().number(), 122);
    let verifier = open(&|_| {}).unwrap();
    let again = Opening { state: Some(verifier.state()), ..opening(&case) };
    assert!(Verifier::open_bytes(bytes(), again).is_ok());
    let info = verifier.snapshot_info();
    assert!(info.damage.is_empty() && info.documents > 100 && info.root_fingerprint.len() == 64);
    assert!(info.json.contains(&info.root_fingerprint));
    assert_eq!(bundle_root(&path("bundles/base.rastau")).unwrap(), file(&case.question.root));
}

/// Without a time the device's clock is asked: a bundle that has expired long since, or is not yet signed, says so.
#[test]
fn the_device_s_clock_is_the_default() {
    let case = case("update-before");
    let verifier = Verifier::open(&path("bundles/base"), opening(&case)).unwrap();
    let today = instant_of(std::time::SystemTime::now());
    let verdict = verifier.verify(&case.input, None).unwrap();
    let newest = instant_of(verifier.snapshot_info().checked_at);
    assert_eq!(verdict.evaluated_on.0, Timestamp(today.max(newest)).date());
}

fn instant_of(time: std::time::SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap().as_secs()
}
