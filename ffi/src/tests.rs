//! The numbers, the guard, and a fault of the library on its way to C.
#![allow(unsafe_code)]

use std::collections::BTreeSet;
use std::ptr;

use rastau_core::error::{CodeError, FactProblem, FactsError, OpenError, ReadError};
use rastau_core::identity::IdentityError;
use rastau_core::snapshot::Statements;
use rastau_messages::Lang;
use rastau_store::{Bundle, StoreError};

use crate::status::{ALL, Failure, guard, guard_or, sentence};
use crate::types::{freshness_code, lang, outcome_code};
use crate::verifier::{Opening, Source, open};
use crate::*;

#[test]
fn every_status_has_one_number_and_one_sentence() {
    let numbers: BTreeSet<i32> = ALL.iter().map(|(number, _)| *number).collect();
    let sentences: BTreeSet<_> = ALL.iter().map(|(_, text)| text).collect();
    assert_eq!((numbers.len(), sentences.len()), (ALL.len(), ALL.len()));
    let defined = include_str!("status.rs").matches("pub const RASTAU_").count();
    assert_eq!(ALL.len(), defined, "a status without a sentence");
    assert_eq!(sentence(-1), c"an unknown status");
}

/// The core's errors come through under their own numbers, so each of those must be a status with a sentence.
#[test]
fn the_core_s_numbers_are_statuses() {
    let text = String::new;
    let read = [
        (ReadError::Empty, RASTAU_STATUS_INPUT_EMPTY),
        (ReadError::TooLong { most: 1 }, RASTAU_STATUS_INPUT_TOO_LONG),
        (ReadError::NotADocument, RASTAU_STATUS_INPUT_NOT_A_DOCUMENT),
        (ReadError::UnknownVersion { prefix: text() }, RASTAU_STATUS_INPUT_UNKNOWN_VERSION),
        (ReadError::NotBase45, RASTAU_STATUS_INPUT_CUT_OFF),
        (ReadError::Form { problem: text() }, RASTAU_STATUS_FORM_MALFORMED),
        (ReadError::Field { name: "a", problem: text() }, RASTAU_STATUS_FORM_FIELD),
        (ReadError::Code(CodeError::Length { found: 1 }), RASTAU_STATUS_CODE_LENGTH),
        (ReadError::Code(CodeError::Character { character: 'a' }), RASTAU_STATUS_CODE_CHARACTER),
        (ReadError::Code(CodeError::Check), RASTAU_STATUS_CODE_CHECK),
        (ReadError::Identity(IdentityError::NotTwelveDigits), RASTAU_STATUS_IDENTITY_DIGITS),
        (ReadError::Identity(IdentityError::UnknownKind), RASTAU_STATUS_IDENTITY_KIND),
        (ReadError::Identity(IdentityError::NoSuchDate), RASTAU_STATUS_IDENTITY_DATE),
        (ReadError::Identity(IdentityError::WrongCheckDigit), RASTAU_STATUS_IDENTITY_CHECK),
    ];
    let statement = rastau_core::error::Statement::Root;
    let signatures = OpenError::TooFewSignatures { statement, good: 0, wanted: 1 };
    let opened = [
        (signatures, RASTAU_STATUS_BUNDLE_SIGNATURES),
        (OpenError::ForeignRegister(statement), RASTAU_STATUS_BUNDLE_FOREIGN),
        (OpenError::BadRoles, RASTAU_STATUS_BUNDLE_ROLES),
        (OpenError::BrokenChain, RASTAU_STATUS_BUNDLE_CHAIN),
        (OpenError::RootExpired, RASTAU_STATUS_BUNDLE_ROOT_EXPIRED),
        (OpenError::Rollback(statement), RASTAU_STATUS_BUNDLE_ROLLBACK),
        (OpenError::SameVersionOtherContent(statement), RASTAU_STATUS_BUNDLE_OTHER_CONTENT),
        (OpenError::MixedUp(statement), RASTAU_STATUS_BUNDLE_MIXED_UP),
        (OpenError::SegmentVanished, RASTAU_STATUS_BUNDLE_SEGMENT_VANISHED),
        (OpenError::BadSegments, RASTAU_STATUS_BUNDLE_SEGMENTS),
    ];
    let store = [
        (StoreError::TooLarge { path: "a".into(), max: 1 }, RASTAU_STATUS_DISK_TOO_LARGE),
        (StoreError::NotABundle { path: "a".into() }, RASTAU_STATUS_DISK_NOT_A_BUNDLE),
        (Bundle::open("no/such/bundle".as_ref()).err().unwrap(), RASTAU_STATUS_DISK_FILE),
        (
            StoreError::Segment { name: text(), error: rastau_core::error::PageError::Altered },
            RASTAU_STATUS_DISK_SEGMENT,
        ),
        (StoreError::NotThere { name: text() }, RASTAU_STATUS_SOURCE_NOT_THERE),
        (StoreError::Source { name: text(), source: std::io::Error::other("").into() }, RASTAU_STATUS_SOURCE),
        (StoreError::Full { path: "a".into() }, RASTAU_STATUS_DISK_FULL),
        (StoreError::ReadOnly { path: "a".into() }, RASTAU_STATUS_DISK_READ_ONLY),
        (StoreError::Write { path: "a".into(), source: std::io::Error::other("") }, RASTAU_STATUS_DISK_WRITE),
        (StoreError::Busy { folder: "a".into() }, RASTAU_STATUS_DEVICE_BUSY),
        (StoreError::MemoryLost { folder: "a".into() }, RASTAU_STATUS_DEVICE_MEMORY_LOST),
        (StoreError::Empty { folder: "a".into() }, RASTAU_STATUS_DEVICE_EMPTY),
        (StoreError::NotADevice { folder: "a".into(), found: text() }, RASTAU_STATUS_NOT_A_DEVICE),
        (StoreError::OtherRoot { pinned: text(), given: text() }, RASTAU_STATUS_DEVICE_OTHER_ROOT),
        (StoreError::Refused(OpenError::BadRoles), RASTAU_STATUS_BUNDLE_ROLES),
    ];
    let facts = [
        (FactsError::UnknownRule { id: text() }, RASTAU_STATUS_RULE_UNKNOWN),
        (FactsError::NotAnObject, RASTAU_STATUS_FACTS_NOT_AN_OBJECT),
        (FactsError::Malformed { problem: text() }, RASTAU_STATUS_FACTS_MALFORMED),
        (FactsError::field(text(), FactProblem::Empty), RASTAU_STATUS_FACTS_FIELD),
    ];
    let failures = read.into_iter().map(|(error, status)| (Failure::Read(error), status));
    let failures = failures.chain(opened.into_iter().map(|(error, status)| (Failure::Open(error), status)));
    let failures = failures.chain(store.into_iter().map(|(error, status)| (Failure::store(error), status)));
    let failures = failures.chain(facts.into_iter().map(|(error, status)| (Failure::Facts(error), status)));
    for (failure, status) in failures {
        assert_eq!(failure.code(), status, "{failure:?}");
        assert_ne!(sentence(status), sentence(-1), "{failure:?}");
    }
}

#[test]
fn an_error_of_the_disk_is_said_in_every_language() {
    let failure = Failure::store(StoreError::Empty { folder: "x".into() });
    let [kk, ru, en] = Lang::ALL.map(|lang| failure.words(lang));
    assert!(kk.contains("Құрылғыда") && ru.contains("устройстве") && en.contains("x holds no bundle yet"));
    assert_eq!(failure.plain(), en);
}

#[test]
fn what_is_wrong_with_a_fact_is_said_in_every_language() {
    let failure = Failure::Facts(FactsError::field("as_of", FactProblem::Empty));
    let [kk, ru, en] = Lang::ALL.map(|lang| failure.words(lang));
    assert!(kk.contains("«сұралған күн»") && ru.contains("«день, о котором вопрос»"), "{kk} {ru}");
    assert!(en.contains("“the day asked about”"), "{en}");
    assert_eq!(failure.plain(), "as_of: is empty; name at least one");
}

#[test]
fn no_language_freshness_or_outcome_is_zero() {
    use rastau_core::verdict::{Freshness, Outcome};
    assert!(lang(0).is_err());
    assert_eq!([1, 2, 3].map(|number| lang(number).unwrap()), Lang::ALL);
    let outcomes = [Outcome::Valid, Outcome::Invalid, Outcome::Indeterminate].map(outcome_code);
    assert_eq!(outcomes, [1, 2, 3]);
    let grades = [Freshness::Current, Freshness::Late, Freshness::Stale, Freshness::Expired];
    assert_eq!(grades.map(freshness_code), [1, 2, 3, 4]);
}

/// Every function that C can call begins with a guard: nothing in it can unwind into the caller.
#[test]
fn every_exported_function_is_guarded() {
    let mut seen = 0;
    for source in [include_str!("exports.rs"), include_str!("memory.rs")] {
        for function in source.split("#[unsafe(no_mangle)]").skip(1) {
            let (head, body) = function.split_once(" {\n").unwrap();
            let body =
                body.lines().map(str::trim).find(|line| !line.starts_with("//") && *line != "unsafe {");
            let body = body.unwrap_or_default().trim_start_matches("unsafe { ");
            assert!(body.starts_with("guard"), "{head}: {body:?}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn a_panic_becomes_a_status() {
    assert_eq!(guard(|| panic!("injected by a test")), RASTAU_STATUS_PANIC);
    assert_eq!(guard_or(7, || panic!("injected by a test")), 7);
}

/// A fault deep in a verification, through the function that C calls: a status and its details, and nothing else written.
#[test]
fn a_panic_inside_a_verification_reaches_c_as_a_status() {
    let case = rastau_tests::cases().into_iter().find(|case| case.name == "cancelled").unwrap();
    let bundle = Bundle::open(&rastau_tests::corpus().join(&case.question.bundle)).unwrap();
    let statements: Statements = bundle.statements().clone();
    let opening = Opening {
        trust_root: &statements.roots[0].1,
        state: &[],
        now: rastau_core::calendar::Timestamp::parse(&case.question.now).unwrap(),
        policy: Default::default(),
    };
    let verifier = open(&statements, Source::Panics, &opening).unwrap();
    let question =
        Question { size: size_of::<Question>(), now: opening.now.0 as i64, on: ptr::null(), on_len: 0 };
    let untouched = ptr::dangling_mut::<Verdict>();
    let (mut verdict, mut error) = (untouched, ptr::null_mut());
    // SAFETY: every pointer is of a living value of its type, and the input has its length.
    unsafe {
        let input = (case.input.as_ptr().cast(), case.input.len());
        let status = rastau_verifier_verify(&verifier, input.0, input.1, &question, &mut verdict, &mut error);
        assert_eq!((status, verdict), (RASTAU_STATUS_PANIC, untouched));
        assert_eq!(rastau_error_status(error), RASTAU_STATUS_PANIC);
        rastau_error_free(error);
    }
}
