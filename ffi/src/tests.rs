//! Numbers, the guard, and a panic inside a call.
#![allow(unsafe_code)]

use std::collections::BTreeSet;
use std::ptr;

use rastau_core::error::{
    CodeError, ErrorCode, FactProblem, FactsError, FieldProblem, FormField, OpenError, ReadError,
};
use rastau_core::identity::IdentityError;
use rastau_core::snapshot::Statements;
use rastau_messages::Lang;
use rastau_store::{Bundle, StoreError};

use crate::status::{Failure, describe, guard, guard_or, status};
use crate::types::{freshness_code, lang, outcome_code};
use crate::verifier::{OpenOptions, Source, open};
use crate::*;

#[test]
fn each_status_has_its_own_description() {
    let descriptions: BTreeSet<_> = ErrorCode::ALL.iter().map(|code| describe(status(*code))).collect();
    assert_eq!(descriptions.len(), ErrorCode::ALL.len());
    assert!(!descriptions.contains(describe(RASTAU_OK)) && !descriptions.contains(describe(-1)));
    assert_eq!(describe(-1), c"an unknown status");
}

#[test]
fn errors_of_core_and_store_keep_their_codes() {
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
        (ReadError::Code(CodeError::Length { found: 1 }), ErrorCode::CodeLength),
        (ReadError::Code(CodeError::Character { character: 'a' }), ErrorCode::CodeCharacter),
        (ReadError::Code(CodeError::Check), ErrorCode::CodeCheck),
        (ReadError::Identity(IdentityError::NotTwelveDigits), ErrorCode::IdentityDigits),
        (ReadError::Identity(IdentityError::UnknownKind), ErrorCode::IdentityKind),
        (ReadError::Identity(IdentityError::NoSuchDate), ErrorCode::IdentityDate),
        (ReadError::Identity(IdentityError::WrongCheckDigit), ErrorCode::IdentityCheck),
    ];
    let statement = rastau_core::error::Statement::Root;
    let signatures = OpenError::TooFewSignatures { statement, valid: 0, required: 1 };
    let opened = [
        (signatures, ErrorCode::BundleSignatures),
        (OpenError::ForeignRegister(statement), ErrorCode::BundleForeign),
        (OpenError::BadRoles, ErrorCode::BundleRoles),
        (OpenError::BrokenChain, ErrorCode::BundleChain),
        (OpenError::RootExpired, ErrorCode::BundleRootExpired),
        (OpenError::Rollback(statement), ErrorCode::BundleRollback),
        (OpenError::SameVersionOtherContent(statement), ErrorCode::BundleOtherContent),
        (OpenError::MixedUp(statement), ErrorCode::BundleMixedUp),
        (OpenError::SegmentVanished, ErrorCode::BundleSegmentVanished),
        (OpenError::BadSegments, ErrorCode::BundleSegments),
        (OpenError::NewerFormat(rastau_core::error::Statement::Root), ErrorCode::BundleNewerFormat),
        (OpenError::LoweredFloor, ErrorCode::BundleLoweredFloor),
        (OpenError::Closed, ErrorCode::BundleClosed),
        (OpenError::Ended, ErrorCode::BundleEnded),
    ];
    let store = [
        (StoreError::TooLarge { path: "a".into(), max: 1 }, ErrorCode::DiskTooLarge),
        (StoreError::NotABundle { path: "a".into() }, ErrorCode::DiskNotABundle),
        (Bundle::open("no/such/bundle".as_ref()).err().unwrap(), ErrorCode::DiskFile),
        (
            StoreError::Segment { name: text(), error: rastau_core::error::PageError::Altered },
            ErrorCode::DiskSegment,
        ),
        (StoreError::NotThere { name: text() }, ErrorCode::SourceNotThere),
        (StoreError::Source { name: text(), source: std::io::Error::other("").into() }, ErrorCode::Source),
        (StoreError::Full { path: "a".into() }, ErrorCode::DiskFull),
        (StoreError::ReadOnly { path: "a".into() }, ErrorCode::DiskReadOnly),
        (StoreError::Write { path: "a".into(), source: std::io::Error::other("") }, ErrorCode::DiskWrite),
        (StoreError::Busy { folder: "a".into() }, ErrorCode::DeviceBusy),
        (StoreError::MemoryLost { folder: "a".into() }, ErrorCode::DeviceMemoryLost),
        (StoreError::Empty { folder: "a".into() }, ErrorCode::DeviceEmpty),
        (StoreError::NotADevice { folder: "a".into(), found: text() }, ErrorCode::NotADevice),
        (StoreError::OtherRoot { trusted: text(), given: text() }, ErrorCode::DeviceOtherRoot),
        (StoreError::Refused(OpenError::BadRoles), ErrorCode::BundleRoles),
    ];
    let facts = [
        (FactsError::UnknownRule { id: text() }, ErrorCode::RuleUnknown),
        (FactsError::NotAnObject, ErrorCode::FactsNotAnObject),
        (FactsError::Malformed { problem: text() }, ErrorCode::FactsMalformed),
        (FactsError::field(text(), FactProblem::Empty), ErrorCode::FactsField),
    ];
    let failures = read.into_iter().map(|(error, status)| (Failure::Read(error), status));
    let failures = failures.chain(opened.into_iter().map(|(error, status)| (Failure::Open(error), status)));
    let failures = failures.chain(store.into_iter().map(|(error, status)| (Failure::store(error), status)));
    let calendar = [(rastau_core::error::PageError::Altered, ErrorCode::BadCalendar)];
    let failures =
        failures.chain(calendar.into_iter().map(|(error, status)| (Failure::Calendar(error), status)));
    let failures = failures.chain(facts.into_iter().map(|(error, status)| (Failure::Facts(error), status)));
    for (failure, code) in failures {
        assert_eq!(failure.code(), code, "{failure:?}");
    }
}

#[test]
fn a_disk_error_has_a_text_in_each_language() {
    let failure = Failure::store(StoreError::Empty { folder: "x".into() });
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| failure.text(lang));
    assert!(kk.contains("Құрылғыда") && ru.contains("устройстве") && en.contains("x holds no bundle yet"));
    assert_eq!(format!("{}.", failure.message()), en);
}

#[test]
fn a_calendar_error_has_a_text_in_each_language() {
    let failure = Failure::Calendar(rastau_core::error::PageError::Altered);
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| failure.text(lang));
    assert!(kk.contains("қол қойылғаннан") && ru.contains("подписанной"), "{kk} {ru}");
    assert!(en.contains("differs from the signed one"), "{en}");
}

#[test]
fn a_facts_error_has_a_text_in_each_language() {
    let failure = Failure::Facts(FactsError::field("as_of", FactProblem::Empty));
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| failure.text(lang));
    assert!(kk.contains("«сұралған күн»") && ru.contains("«день, о котором вопрос»"), "{kk} {ru}");
    assert!(en.contains("\"the day asked about\""), "{en}");
    assert_eq!(failure.message(), "as_of: is empty; name at least one");
}

#[test]
fn no_language_freshness_or_outcome_is_zero() {
    use rastau_core::verdict::{Freshness, Outcome};
    assert!(lang(0).is_err());
    assert_eq!([1, 2, 3].map(|number| lang(number).unwrap()), [Lang::Kk, Lang::Ru, Lang::En]);
    let outcomes = [Outcome::Valid, Outcome::Invalid, Outcome::Indeterminate].map(outcome_code);
    assert_eq!(outcomes, [1, 2, 3]);
    let grades = [Freshness::Current, Freshness::Late, Freshness::Stale, Freshness::Expired];
    assert_eq!(grades.map(freshness_code), [1, 2, 3, 4]);
}

/// The body of each exported function is a guard, so that no panic unwinds into C.
#[test]
fn each_exported_function_is_guarded() {
    let mut count = 0;
    for source in [include_str!("exports.rs"), include_str!("memory.rs")] {
        for function in source.split("#[unsafe(no_mangle)]").skip(1) {
            let (head, body) = function.split_once(" {\n").unwrap();
            let body =
                body.lines().map(str::trim).find(|line| !line.starts_with("//") && *line != "unsafe {");
            let body = body.unwrap_or_default().trim_start_matches("unsafe { ");
            assert!(body.starts_with("guard"), "{head}: {body:?}");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_panic_becomes_a_status() {
    assert_eq!(guard(|| panic!("injected by a test")), status(ErrorCode::Panic));
    assert_eq!(guard_or(7, || panic!("injected by a test")), 7);
}

/// Only the error is written.
#[test]
fn a_panic_inside_a_verification_is_a_status_with_an_error() {
    let case = rastau_tests::cases().into_iter().find(|case| case.name == "cancelled").unwrap();
    let bundle = Bundle::open(&rastau_tests::corpus().join(&case.question.bundle)).unwrap();
    let statements: Statements = bundle.statements().clone();
    let options = OpenOptions {
        trust_root: Some(&statements.roots[0].1),
        state: &[],
        now: rastau_core::calendar::Timestamp::parse(&case.question.now).unwrap(),
        policy: Default::default(),
    };
    let verifier = open(&statements, Source::Panics, &options).unwrap();
    let question = Question {
        size: size_of::<Question>(),
        now: options.now.0 as i64,
        on: ptr::null(),
        on_len: 0,
        beside: ptr::null(),
        beside_len: 0,
        post: std::ptr::null(),
        post_len: 0,
        post_level: std::ptr::null(),
        post_level_len: 0,
    };
    let untouched = ptr::dangling_mut::<Verdict>();
    let (mut verdict, mut error) = (untouched, ptr::null_mut());
    // SAFETY: every pointer is to a live value of its type, and the input has its length.
    unsafe {
        let input = (case.input.as_ptr().cast(), case.input.len());
        let result = rastau_verifier_verify(&verifier, input.0, input.1, &question, &mut verdict, &mut error);
        assert_eq!((result, verdict), (status(ErrorCode::Panic), untouched));
        assert_eq!(rastau_error_status(error), status(ErrorCode::Panic));
        rastau_error_free(error);
    }
}

/// A kiosk answers from an update that another process made, without being restarted.
#[test]
fn a_running_verifier_follows_its_device() {
    let case = rastau_tests::cases().into_iter().find(|case| case.name == "update-before").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("device").to_str().unwrap().to_owned();
    let trust_root = std::fs::read(rastau_tests::corpus().join(&case.question.root)).unwrap();
    let now = rastau_core::calendar::Timestamp::parse(&case.question.now).unwrap();
    let update = |bundle: &str| {
        let options = crate::device::UpdateOptions {
            trust_root: Some(&trust_root),
            now,
            clock_corrected: false,
            full_check: false,
        };
        crate::device::update(&folder, rastau_tests::corpus().join(bundle).to_str().unwrap(), &options).ok()
    };
    assert_eq!(update("bundles/base"), Some(RASTAU_CHANGE_FIRST));
    let verifier = crate::device::open(&folder, now, Default::default()).ok().unwrap();
    let outcome =
        || outcome_code(verifier.verify(&case.input, None, None, None, now).ok().unwrap().core().outcome());
    assert_eq!(outcome(), RASTAU_OUTCOME_VALID);
    let (before, text) = (crate::device::generation(&folder).ok().unwrap(), verifier.info().ok().unwrap());
    assert_eq!(update("bundles/second"), Some(RASTAU_CHANGE_NEWER));
    assert!(crate::device::generation(&folder).ok().unwrap() > before);
    // The document was cancelled since.
    assert_eq!(outcome(), RASTAU_OUTCOME_INVALID);
    // The text that the caller has stays where it is; the next call gives another.
    assert_ne!(text.as_str(), verifier.info().ok().unwrap().as_str());
    for name in ["state-a", "state-b"] {
        std::fs::write(std::path::Path::new(&folder).join(name), b"damaged").unwrap();
    }
    let lost = verifier.verify(&case.input, None, None, None, now).err().unwrap();
    assert_eq!(lost.code(), ErrorCode::DeviceMemoryLost);
}

/// A step that panicked may have left the session incomplete: no later call uses it.
#[test]
fn a_session_is_not_used_after_a_fault() {
    let case = rastau_tests::cases().into_iter().find(|case| case.name == "update-before").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let trust_root = std::fs::read(rastau_tests::corpus().join(&case.question.root)).unwrap();
    let options = crate::device::UpdateOptions {
        trust_root: Some(&trust_root),
        now: rastau_core::calendar::Timestamp::parse(&case.question.now).unwrap(),
        clock_corrected: false,
        full_check: false,
    };
    let mut session = Session::begin(folder.path().to_str().unwrap(), &options).ok().unwrap();
    assert_eq!(session.want(0).kind, RASTAU_WANT_STATEMENT);
    let fault = || session.step(|_| -> Result<(), StoreError> { panic!("injected by a test") });
    assert_eq!(guard(fault), status(ErrorCode::Panic));
    assert_eq!((session.want(0).kind, session.progress()), (RASTAU_WANT_FAILED, (0, 0)));
    let after = [session.take(b"", 0), session.end(), session.status(404), session.commit().map(drop)];
    assert_eq!(after.map(|result| result.unwrap_err().code()), [ErrorCode::Panic; 4]);
}
