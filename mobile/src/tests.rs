//! The corpus through the typed interface, the error codes, and invalid arguments.

use std::collections::BTreeMap;
use std::time::{Duration, UNIX_EPOCH};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::error::{
    CodeError, FactProblem, FactsError, FieldProblem, FormField, OpenError, PageError, ReadError, Statement,
};
use rastau_core::identity::IdentityError;
use rastau_core::snapshot::file::FileError;
use rastau_core::snapshot::{FileName, TrustedState};
use rastau_core::update::UpdateError;
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
        first_use: false,
    }
}

fn question(case: &Case) -> Question {
    let on = case.question.on.as_deref().map(|day| Date::parse(day).unwrap());
    Question { on, language: Some(Language::Kk), now: Some(at(&case.question.now)), post: None }
}

fn ask(case: &Case) -> Result<Verdict, RastauError> {
    // Only a bundle tells whether a web address is that of a document.
    check_input(&case.input).or_else(|error| match error.code() {
        ErrorCode::InputForeignCode => Ok(()),
        _ => Err(error),
    })?;
    let verifier = Verifier::open(&path(&case.question.bundle), opening(case))?;
    verifier.verify(&case.input, Some(question(case)), None)
}

#[test]
fn answers_each_case_of_the_corpus_byte_for_byte() {
    for case in cases() {
        let answer = match ask(&case) {
            Ok(verdict) => verdict.json,
            Err(error) => {
                let stage = match &error {
                    RastauError::Input { .. } => "read",
                    RastauError::Bundle { .. } => "open",
                    other => panic!("{}: {other:?}", case.name),
                };
                format!("{{\"error\":{{\"stage\":\"{stage}\",\"code\":{}}}}}", error.code())
            }
        };
        assert_eq!(answer, case.expected, "{}", case.name);
    }
}

/// An app does not have to parse the JSON.
#[test]
fn the_typed_verdict_has_the_values_of_the_json() {
    for case in cases() {
        let Ok(verdict) = ask(&case) else { continue };
        let json: Json = serde_json::from_str(&verdict.json).unwrap();
        let document = &verdict.document;
        let outcome = format!("{:?}", verdict.outcome).to_lowercase();
        let text = |value: &Option<String>| value.clone().map_or(Json::Null, Json::from);
        let day = |value: Option<Day>| value.map_or(Json::Null, |day| day.to_string().into());
        let code = |value: &Option<Named>| value.as_ref().map_or(Json::Null, |item| item.code.clone().into());
        for (typed, place) in [
            (outcome.into(), "/outcome"),
            (verdict.evaluated_on.to_string().into(), "/evaluated_on"),
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
            (verdict.findings.len(), verdict.text.unwrap().findings.len())
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
    let day = |name: &str| text(name).and_then(|day| Date::parse(day.trim()));
    // A typed form has days. How a day was written is for forms as text.
    let is_day = |name: &&str| text(name).is_none() || day(name).is_some();
    if !["exam_on", "issued_on", "valid_until"].iter().all(is_day) {
        return None;
    }
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
fn answers_each_form_of_the_corpus_byte_for_byte() {
    let mut count = 0;
    for case in cases().into_iter().filter(|case| !case.expected.starts_with("{\"error\"")) {
        let Some(form) = case.input.trim_start().starts_with('{').then(|| typed(&case.input)).flatten()
        else {
            continue;
        };
        let verifier = Verifier::open(&path(&case.question.bundle), opening(&case)).unwrap();
        let verdict = verifier.verify_form(form, Some(question(&case))).unwrap();
        assert_eq!(verdict.json, case.expected, "{}", case.name);
        count += 1;
    }
    assert!(count > 20, "{count}");
}

#[test]
fn what_is_stated_beside_a_document_is_compared() {
    let case = case("update-before");
    let verifier = Verifier::open(&path("bundles/base"), opening(&case)).unwrap();
    let verify = |beside: StatedBeside| {
        let verdict = verifier.verify(&case.input, Some(question(&case)), Some(beside))?;
        let finding = verdict.findings.into_iter().find(|finding| finding.id == "register.stated-beside");
        Ok::<_, RastauError>((verdict.outcome, finding.unwrap().answer))
    };
    let text = |text: &str| Some(text.to_owned());
    for (what, beside) in [
        ("nothing", StatedBeside::default()),
        ("the level", StatedBeside { level: text("3"), ..Default::default() }),
        ("the person", StatedBeside { holder: text("500625105000"), ..Default::default() }),
        ("the day", StatedBeside { issued_on: Date::parse("2026-05-20"), ..Default::default() }),
        ("the number", StatedBeside { number: text("200000000001"), ..Default::default() }),
    ] {
        assert_eq!(verify(beside).unwrap().0, Outcome::Valid, "{what}");
    }
    for (what, beside) in [
        ("the level", StatedBeside { level: text("4"), ..Default::default() }),
        ("the person", StatedBeside { holder: text("990140000017"), ..Default::default() }),
        ("the day", StatedBeside { issued_on: Date::parse("2026-05-21"), ..Default::default() }),
        ("the number", StatedBeside { number: text("200000000002"), ..Default::default() }),
    ] {
        assert_eq!(verify(beside).unwrap(), (Outcome::Invalid, Answer::Violated), "{what}");
    }
    let mistyped = StatedBeside { code: text("A"), ..Default::default() };
    assert_eq!(verify(mistyped).unwrap_err().code(), ErrorCode::CodeLength);
}

#[test]
fn answers_each_line_of_the_rules_byte_for_byte() {
    let mut not_expressible = Vec::new();
    for info in rules().unwrap() {
        assert!(evaluate_rule(&info.id, info.example, Some(Language::Ru)).is_ok(), "{}", info.id);
        let (facts, answers) = rule_lines(&info.id);
        for (line, expected) in facts.lines().zip(answers.lines()) {
            // Typed facts cannot express a fraction, which every rule refuses.
            let Ok(facts) = facts::read(line) else {
                not_expressible.push(line.to_owned());
                continue;
            };
            let answer = match evaluate_rule(&info.id, facts, None) {
                Ok(answer) => answer.json,
                Err(error) => {
                    let inner = serde_json::json!({ "code": error.code(), "message": error.to_string() });
                    format!("{{\"error\":{inner}}}")
                }
            };
            assert_eq!(answer, expected, "{} {line}", info.id);
        }
    }
    assert_eq!(not_expressible, ["{\"fee_charged\":0.5}"]);
}

#[test]
fn errors_keep_their_codes_and_have_a_text_in_each_language() {
    let text = String::new;
    let read = [
        (ReadError::Empty, ErrorCode::InputEmpty),
        (ReadError::TooLong { limit: 1 }, ErrorCode::InputTooLong),
        (ReadError::NotADocument, ErrorCode::InputNotADocument),
        (ReadError::UnknownVersion { prefix: text() }, ErrorCode::InputUnknownVersion),
        (ReadError::NotBase45, ErrorCode::InputCutOff),
        (ReadError::LinkUser, ErrorCode::InputLinkUser),
        (ReadError::Form { problem: text() }, ErrorCode::FormMalformed),
        (ReadError::Field { field: FormField::Level, problem: FieldProblem::Code }, ErrorCode::FormField),
        (ReadError::Identity(IdentityError::NotTwelveDigits), ErrorCode::IdentityDigits),
        (ReadError::Identity(IdentityError::UnknownKind), ErrorCode::IdentityKind),
        (ReadError::Identity(IdentityError::NoSuchDate), ErrorCode::IdentityDate),
        (ReadError::Identity(IdentityError::WrongCheckDigit), ErrorCode::IdentityCheck),
    ];
    let verification_code = [
        (CodeError::Length { found: 1 }, ErrorCode::CodeLength),
        (CodeError::Character { character: 'a' }, ErrorCode::CodeCharacter),
        (CodeError::Check, ErrorCode::CodeCheck),
    ];
    let open = [
        (OpenError::ForeignRegister(Statement::Root), ErrorCode::BundleForeign),
        (OpenError::BrokenChain, ErrorCode::BundleChain),
        (OpenError::Rollback(Statement::Root), ErrorCode::BundleRollback),
        (OpenError::MixedUp(Statement::Root), ErrorCode::BundleMixedUp),
    ];
    let file = [
        (FileError::NotABundle, ErrorCode::DiskNotABundle),
        (FileError::TooLarge { name: text() }, ErrorCode::DiskTooLarge),
    ];
    let store = [
        (StoreError::Refused(OpenError::BadRoles), ErrorCode::BundleRoles),
        (StoreError::TooLarge { path: "a".into(), max: 1 }, ErrorCode::DiskTooLarge),
        (StoreError::NotThere { name: text() }, ErrorCode::SourceNotThere),
        (StoreError::Full { path: "a".into() }, ErrorCode::DiskFull),
        (StoreError::Busy { folder: "a".into() }, ErrorCode::DeviceBusy),
        (StoreError::MemoryLost { folder: "a".into() }, ErrorCode::DeviceMemoryLost),
        (StoreError::Empty { folder: "a".into() }, ErrorCode::DeviceEmpty),
        (StoreError::OtherRoot { trusted: text(), given: text() }, ErrorCode::DeviceOtherRoot),
    ];
    let facts = [
        (FactsError::UnknownRule { id: text() }, ErrorCode::RuleUnknown),
        (FactsError::field(text(), FactProblem::Empty), ErrorCode::FactsField),
    ];
    let argument = [
        (Argument::Day, ErrorCode::BadDate),
        (Argument::Time, ErrorCode::BadTime),
        (Argument::TrustRoot, ErrorCode::TrustRootNeeded),
        (Argument::State, ErrorCode::BadState),
        (Argument::Answer, ErrorCode::WrongAnswer),
        (Argument::By, ErrorCode::BadLength),
    ];
    fn errors<E: Into<RastauError>>(
        cases: impl IntoIterator<Item = (E, ErrorCode)>,
    ) -> Vec<(RastauError, ErrorCode)> {
        cases.into_iter().map(|(error, code)| (error.into(), code)).collect()
    }
    let cases = [
        errors(read),
        errors(verification_code),
        errors(open),
        errors(file),
        errors(store),
        errors(facts),
        errors(argument),
        errors([(PageError::Altered, ErrorCode::BadCalendar)]),
    ];
    for (error, code) in cases.concat() {
        assert_eq!(error.code(), code, "{error:?}");
        if let RastauError::Input { text, .. }
        | RastauError::Bundle { text, .. }
        | RastauError::Disk { text, .. }
        | RastauError::Facts { text, .. } = &error
        {
            assert!(text.kk != text.ru && text.ru != text.en, "{error:?}");
        }
    }
}

/// A text whose sentence needs a value has it, in every language.
#[test]
fn texts_of_the_disk_have_no_gaps() {
    let web_page = || StoreError::from(UpdateError::WebPage(FileName::Freshness));
    let status = UpdateError::Status { name: FileName::Freshness, source_status: 503 };
    for (error, needed) in [
        (web_page(), "fresh.cose"),
        (status.into(), "503"),
        (StoreError::Closed { folder: "register".into() }, ""),
        (
            StoreError::ClosedByUpdate { folder: "register".into(), source: Box::new(web_page()) },
            "fresh.cose",
        ),
    ] {
        let RastauError::Disk { text, .. } = RastauError::from(error) else { panic!("{needed}") };
        for text in [text.kk, text.ru] {
            assert!(text.contains(needed) && !text.contains("  ") && !text.contains(": ."), "{text}");
            assert!(!text.starts_with(' ') && !text.contains('{'), "{text}");
        }
    }
    // What closed the bundle and what failed, in one text.
    let source = Box::new(StoreError::NotThere { name: "fresh.cose".into() });
    let closed = StoreError::ClosedByUpdate { folder: "register".into(), source };
    let RastauError::Disk { text, .. } = RastauError::from(closed) else { panic!("another class") };
    assert!(text.en.contains("replaced") && text.en.contains("fresh.cose was not found"), "{}", text.en);
}

#[test]
fn a_device_is_set_up_updated_and_refuses_an_older_bundle() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("device").to_str().unwrap().to_owned();
    let case = case("update-before");
    let (root, now) = (file(&case.question.root), Some(at(&case.question.now)));
    let device = Device::new(folder.clone());
    let update = |bundle: &str| device.update(&path(bundle), root.clone(), now, false, false, false);
    let code = |error: RastauError| error.code();
    assert_eq!(Verifier::open_device(&folder, None, now).map_err(code).unwrap_err(), ErrorCode::DeviceEmpty);
    assert_eq!(
        device.update(&path("bundles/base"), vec![], now, false, false, false).map_err(code).unwrap_err(),
        ErrorCode::TrustRootNeeded
    );
    assert_eq!(update("bundles/base").unwrap().change, Change::First);
    assert_eq!(update("bundles/base.rastau").unwrap().change, Change::Nothing);
    let verifier = Verifier::open_device(&folder, None, now).unwrap();
    assert_eq!(verifier.verify(&case.input, Some(question(&case)), None).unwrap().json, case.expected);
    let generation = device.generation().unwrap();
    assert_eq!(update("bundles/second").unwrap().change, Change::Newer);
    assert!(device.generation().unwrap() > generation);
    // The document was cancelled since: a running verifier answers from the update.
    assert_eq!(verifier.verify(&case.input, Some(question(&case)), None).unwrap().outcome, Outcome::Invalid);
    assert_eq!(
        verifier.state().unwrap(),
        Verifier::open_device(&folder, None, now).unwrap().state().unwrap()
    );
    assert_eq!(update("bundles/base").map_err(code).unwrap_err(), ErrorCode::BundleRollback);
    assert_eq!(update("bundles/nothing").map_err(code).unwrap_err(), ErrorCode::DiskFile);
    let after = Verifier::open_device(&folder, None, now).unwrap();
    assert_eq!(after.verify(&case.input, Some(question(&case)), None).unwrap().outcome, Outcome::Invalid);
}

#[test]
fn trust_on_first_use_is_stated() {
    let case = case("update-before");
    let mut state = None;
    for _ in 0..2 {
        let opening = Opening { trust_root: Vec::new(), first_use: true, state, ..opening(&case) };
        let verifier = Verifier::open(&path("bundles/base"), opening).unwrap();
        assert!(!verifier.snapshot_info().unwrap().pinned);
        assert!(verifier.verify(&case.input, None, None).unwrap().json.contains("\"anchor\":\"first-use\""));
        state = Some(verifier.state().unwrap());
    }
    let both = Opening { first_use: true, ..opening(&case) };
    let refused = Verifier::open(&path("bundles/base"), both).map(drop).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::BadNumber);

    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("device").to_str().unwrap().to_owned();
    let now = Some(at(&case.question.now));
    let device = Device::new(folder.clone());
    let updated = device.update(&path("bundles/base"), Vec::new(), now, false, false, true).unwrap();
    assert!(updated.on_trust);
    assert!(!Verifier::open_device(&folder, None, now).unwrap().snapshot_info().unwrap().pinned);
}

/// A report can be repeated, and says when it was changed.
#[test]
fn a_report_is_made_and_repeated() {
    let case = case("update-before");
    let verifier = Verifier::open(&path("bundles/base"), opening(&case)).unwrap();
    let question = || Some(Question { now: Some(at(&case.question.now)), ..Question::default() });
    let report = verifier.report(&case.input, question(), Some("HR".into())).unwrap();
    assert!(report.contains("\"by\": \"HR\""), "{report}");
    let lines = |by: &str| verifier.report(&case.input, question(), Some(by.into())).unwrap_err().code();
    assert_eq!(lines("a\nb"), ErrorCode::BadLength);
    let repeat =
        |report: &str, root| repeat_report(report, &case.input, &path("bundles/base"), Language::En, root);
    let same = repeat(&report, Some(file(&case.question.root))).unwrap();
    assert!(same.same && same.text.len() == 2 && same.text[0].ends_with("This is not today's answer."));
    assert_eq!((same.as_known_at, same.reported), (at(&case.question.now), same.repeated));
    let unpinned = repeat(&report, None).unwrap();
    assert!(unpinned.same && unpinned.text.len() > 2, "{unpinned:?}");
    let changed = repeat(&report.replacen("\"satisfied\"", "\"violated\"", 1), None).unwrap();
    assert!(!changed.same && changed.json.contains("\"changed\""), "{changed:?}");
    assert_eq!(repeat("{}", None).unwrap_err().code(), ErrorCode::ReportMalformed);
}

/// A bundle that is not accepted can have a newer trust root that counts all the same. The error has it, and the state with it.
#[test]
fn a_newer_root_of_a_refused_bundle_is_given_to_the_app() {
    let case = case("update-before");
    let opening = Opening { state: Some(file("states/second.state")), ..opening(&case) };
    let refused = |name: &str| match Verifier::open(&path(name), opening.clone()).map(drop).unwrap_err() {
        RastauError::Bundle { code: ErrorCode::BundleRollback, kept, .. } => kept,
        other => panic!("{other}"),
    };
    let kept = refused("bundles/rotated").unwrap();
    assert_eq!(kept.root, file("bundles/rotated/roots/3.cose"));
    assert_eq!(TrustedState::read(&kept.state.unwrap()).unwrap().root.version, 3);
    assert_eq!(refused("bundles/base"), None);
}

#[test]
fn refuses_invalid_arguments() {
    let case = case("update-before");
    let bytes = || file("bundles/base.rastau");
    let open = |change: &dyn Fn(&mut Opening)| {
        let mut opening = opening(&case);
        change(&mut opening);
        Verifier::open_bytes(bytes(), opening).map_err(|error| error.code())
    };
    assert_eq!(open(&|opening| opening.trust_root.clear()).unwrap_err(), ErrorCode::TrustRootNeeded);
    assert_eq!(open(&|opening| opening.state = Some(vec![1])).unwrap_err(), ErrorCode::BadState);
    assert_eq!(
        open(&|opening| opening.now = Some(UNIX_EPOCH - Duration::from_secs(1))).unwrap_err(),
        ErrorCode::BadTime
    );
    assert_eq!(
        Verifier::open_bytes(vec![0; 99], opening(&case)).unwrap_err().code(),
        ErrorCode::DiskNotABundle
    );
    let verifier = open(&|_| {}).unwrap();
    let again = Opening { state: Some(verifier.state().unwrap()), ..opening(&case) };
    assert!(Verifier::open_bytes(bytes(), again).is_ok());
    let info = verifier.snapshot_info().unwrap();
    assert!(info.damage.is_empty() && info.documents > 100 && info.root_fingerprint.len() == 64);
    assert!(info.json.contains(&info.root_fingerprint));
    assert_eq!(bundle_root(&path("bundles/base.rastau")).unwrap(), file(&case.question.root));
}

/// A step that panicked may have left the session incomplete: no later call uses it.
#[test]
fn a_session_is_not_used_after_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let case = case("update-before");
    let (root, now) = (file(&case.question.root), Some(at(&case.question.now)));
    let session =
        UpdateSession::begin(folder.path().to_str().unwrap(), root, now, false, false, false).unwrap();
    assert!(matches!(session.want(), Want::Statement { .. }));
    let caught = |step: &dyn Fn()| std::panic::catch_unwind(std::panic::AssertUnwindSafe(step)).is_err();
    assert!(caught(&|| {
        let _session = session.open();
        panic!("injected by a test");
    }));
    assert_eq!((session.want(), session.closes_service()), (Want::Failed, false));
    assert_eq!(session.progress(), UpdateProgress { stored: 0, total: 0 });
    assert!(caught(&|| drop(session.end())), "UniFFI turns it into an exception");
}

/// Without a time the device's clock is read.
#[test]
fn the_device_s_clock_is_the_default() {
    let case = case("update-before");
    let verifier = Verifier::open(&path("bundles/base"), opening(&case)).unwrap();
    let today = seconds(std::time::SystemTime::now());
    let verdict = verifier.verify(&case.input, None, None).unwrap();
    let newest = seconds(verifier.snapshot_info().unwrap().checked_at);
    assert_eq!(verdict.evaluated_on, Timestamp(today.max(newest)).date());
}

fn seconds(time: std::time::SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap().as_secs()
}
