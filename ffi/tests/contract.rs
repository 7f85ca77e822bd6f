//! The guarantees at the head of the header, function by function: NULL, wrong lengths and sizes, unchanged outputs.
#![allow(missing_docs, unsafe_code)]

use std::ffi::{c_char, c_void};
use std::path::Path;
use std::ptr::{dangling_mut, null, null_mut};

use rastau::*;
use rastau_core::error::ErrorCode;
use rastau_core::snapshot::TrustedState;
use rastau_messages::Lang;
use rastau_tests::{Case, cases, corpus};

struct Fixture {
    root: Vec<u8>,
    case: Case,
    path: String,
    now: i64,
}

fn fixture() -> Fixture {
    let case = cases().into_iter().find(|case| case.name == "cancelled").unwrap();
    let root = std::fs::read(corpus().join(&case.question.root)).unwrap();
    let path = corpus().join(&case.question.bundle).to_str().unwrap().to_string();
    Fixture { root, case, path, now: 1_795_410_000 }
}

impl Fixture {
    fn opening(&self) -> Opening {
        Opening {
            size: size_of::<Opening>(),
            trust_root: self.root.as_ptr(),
            trust_root_len: self.root.len(),
            state: null(),
            state_len: 0,
            now: self.now,
            policy: null(),
            first_use: 0,
            reserved: 0,
        }
    }

    fn question(&self) -> Question {
        Question {
            size: size_of::<Question>(),
            now: self.now,
            on: null(),
            on_len: 0,
            beside: null(),
            beside_len: 0,
            post: null(),
            post_len: 0,
            post_level: null(),
            post_level_len: 0,
        }
    }

    /// Opens the bundle of the corpus. On failure the output must be unchanged.
    fn open(&self, opening: *const Opening) -> Result<*mut Verifier, i32> {
        let untouched = dangling_mut();
        let mut verifier = untouched;
        // SAFETY: a path, or the bytes of a file, with its length; a live output.
        let status = unsafe {
            if cfg!(miri) {
                // Miri cannot map files.
                let file = std::fs::read(format!("{}.rastau", self.path)).unwrap();
                let (data, len) = (file.as_ptr(), file.len());
                rastau_verifier_open_memory(data, len, opening, &mut verifier, null_mut())
            } else {
                rastau_verifier_open(chars(&self.path), self.path.len(), opening, &mut verifier, null_mut())
            }
        };
        if status == RASTAU_OK {
            return Ok(verifier);
        }
        assert_eq!(verifier, untouched, "written in spite of status {status}");
        Err(status)
    }

    fn opened(&self) -> *mut Verifier {
        self.open(&self.opening()).unwrap()
    }

    fn verify(
        &self,
        verifier: *const Verifier,
        input: &[u8],
        question: &Question,
    ) -> Result<*mut Verdict, i32> {
        let untouched = dangling_mut();
        let mut verdict = untouched;
        // SAFETY: an input with its length, a live output.
        let status = unsafe {
            let data = input.as_ptr().cast();
            rastau_verifier_verify(verifier, data, input.len(), question, &mut verdict, null_mut())
        };
        if status == RASTAU_OK {
            return Ok(verdict);
        }
        assert_eq!(verdict, untouched, "written in spite of status {status}");
        Err(status)
    }
}

fn chars(text: &str) -> *const c_char {
    text.as_ptr().cast()
}

#[test]
fn null_is_reported_and_may_be_freed() {
    let bad = status(ErrorCode::BadPointer);
    let (mut text, mut len, mut number, mut time) = (null(), 77, 77, 77);
    let (mut bytes, mut total) = (77, 77);
    let (mut data, mut data_2, mut len_2) = (null(), null(), 77);
    let no_session = dangling_mut();
    let mut session = no_session;
    // SAFETY: the test passes NULL; every other pointer is to a live local.
    unsafe {
        rastau_verifier_free(null_mut());
        rastau_verdict_free(null_mut());
        rastau_session_free(null_mut());
        rastau_buffer_free(null_mut());
        rastau_error_free(null_mut());
        assert!(rastau_buffer_data(null()).is_null());
        assert_eq!(rastau_buffer_length(null()), 0);
        assert_eq!(rastau_error_status(null()), bad);
        let statuses = [
            rastau_verifier_open(null(), 5, null(), null_mut(), null_mut()),
            rastau_verifier_open(null(), 0, null(), null_mut(), null_mut()),
            rastau_verifier_open_memory(null(), 5, null(), null_mut(), null_mut()),
            rastau_verifier_open_pages(null(), None, null_mut(), null(), null_mut(), null_mut()),
            rastau_verifier_open_device(null(), 5, 0, null(), null_mut(), null_mut()),
            rastau_device_update(null(), 5, null(), 5, null(), null_mut(), null_mut()),
            rastau_device_update(null(), 5, null(), 5, null(), &mut number, null_mut()),
            rastau_session_begin(null(), 5, null(), null_mut(), null_mut()),
            rastau_session_begin(null(), 5, null(), &mut session, null_mut()),
            rastau_session_want(null(), null_mut()),
            rastau_session_take(null_mut(), null(), 0, 0, null_mut()),
            rastau_session_take(null_mut(), null(), 5, 0, null_mut()),
            rastau_session_take_file(null_mut(), null(), 5, 0, null_mut()),
            rastau_session_take_file(null_mut(), chars("x"), 1, 0, null_mut()),
            rastau_session_end(null_mut(), null_mut()),
            rastau_session_status(null_mut(), 404, null_mut()),
            rastau_session_commit(null_mut(), null_mut(), null_mut()),
            rastau_session_commit(null_mut(), &mut number, null_mut()),
            rastau_session_progress(null(), &mut bytes, &mut total),
            rastau_bundle_root(null(), 5, null_mut(), null_mut()),
            rastau_verifier_verify(null(), null(), 0, null(), null_mut(), null_mut()),
            rastau_input_check(null(), 5, null_mut()),
            rastau_rules_json(null_mut(), null_mut()),
            rastau_rule_answer(null(), null(), 5, null(), 5, null_mut(), null_mut()),
            rastau_rule_explain(null(), null(), 5, null(), 5, 1, null_mut(), null_mut()),
            rastau_identity_check(null(), 5, null_mut(), null_mut()),
            rastau_identity_check(null(), 0, null_mut(), null_mut()),
            rastau_identity_explain(null(), 5, 1, null_mut(), null_mut()),
            rastau_verifier_info_json(null(), &mut text, &mut len),
            rastau_verdict_outcome(null(), &mut number),
            rastau_verdict_as_of(null(), &mut time),
            rastau_verdict_evaluated_on(null(), &mut text, &mut len),
            rastau_verdict_freshness(null(), &mut number),
            rastau_verdict_headline(null(), 1, &mut text, &mut len),
            rastau_verdict_summary(null(), 1, &mut text, &mut len),
            rastau_verdict_json(null(), &mut text, &mut len),
            rastau_verdict_notes(null(), 1, &mut text, &mut len),
            rastau_verdict_next(null(), 1, &mut text, &mut len),
            rastau_verdict_post(null(), 1, &mut text, &mut len),
            rastau_verifier_report(null(), null(), 5, null(), null(), 0, null_mut(), null_mut()),
            rastau_report_repeat(
                null(),
                5,
                null(),
                5,
                null(),
                5,
                null(),
                0,
                1,
                &mut number,
                null_mut(),
                null_mut(),
                null_mut(),
            ),
            rastau_verdict_finding_count(null(), &mut len),
            rastau_verdict_finding_code(null(), 0, &mut number),
            rastau_verdict_finding_outcome(null(), 0, &mut number),
            rastau_verdict_finding_text(null(), 0, RASTAU_PART_ID, 1, &mut text, &mut len),
            rastau_error_text(null(), 1, &mut text, &mut len),
            rastau_error_json(null(), &mut text, &mut len),
            rastau_error_kept(null(), &mut data, &mut len, &mut data_2, &mut len_2),
        ];
        assert_eq!(statuses, [bad; 48]);
        assert!(data.is_null() && data_2.is_null() && len_2 == 77, "an output was written");
    }
    assert_eq!((text, len, number, time), (null(), 77, 77, 77));
    assert_eq!((bytes, total, session), (77, 77, no_session));
}

#[test]
fn null_outputs_are_reported_and_nothing_is_written() {
    let fixture = fixture();
    let verifier = fixture.opened();
    let verdict = fixture.verify(verifier, fixture.case.input.as_bytes(), &fixture.question()).unwrap();
    let bad = status(ErrorCode::BadPointer);
    let (mut text, mut len) = (null(), 77);
    // SAFETY: live handles; the test passes NULL.
    unsafe {
        let statuses = [
            rastau_verdict_outcome(verdict, null_mut()),
            rastau_verdict_as_of(verdict, null_mut()),
            rastau_verdict_json(verdict, null_mut(), &mut len),
            rastau_verdict_json(verdict, &mut text, null_mut()),
            rastau_verdict_headline(verdict, Lang::En.number().into(), &mut text, null_mut()),
            rastau_verifier_info_json(verifier, null_mut(), &mut len),
            rastau_verifier_state(verifier, null_mut(), &mut len),
            // A misaligned output is reported like NULL.
            rastau_verdict_outcome(verdict, std::ptr::without_provenance_mut(2)),
        ];
        assert_eq!(statuses, [bad; 8]);
        assert_eq!((text, len), (null(), 77));
        assert_eq!(rastau_verdict_headline(verdict, 0, &mut text, &mut len), status(ErrorCode::BadLanguage));
        let part = |index, part, len| rastau_verdict_finding_text(verdict, index, part, 1, &mut null(), len);
        assert_eq!(part(999, RASTAU_PART_ID, &mut len), status(ErrorCode::BadIndex));
        assert_eq!(part(usize::MAX, RASTAU_PART_ID, &mut len), status(ErrorCode::BadIndex));
        assert_eq!(part(0, 6, &mut len), status(ErrorCode::BadNumber));
        assert_eq!((text, len), (null(), 77));
        rastau_verdict_free(verdict);
        rastau_verifier_free(verifier);
    }
}

/// A wrong length is reported before a byte is read: the pointers are invalid.
#[test]
fn wrong_lengths_are_reported_and_nothing_is_read() {
    let nowhere = std::ptr::without_provenance::<c_char>(8);
    let fixture = fixture();
    let mut opening = fixture.opening();
    opening.trust_root_len = usize::MAX;
    assert_eq!(fixture.open(&opening), Err(status(ErrorCode::BadLength)));
    opening = fixture.opening();
    opening.state_len = usize::MAX / 2;
    assert_eq!(fixture.open(&opening), Err(status(ErrorCode::BadLength)));
    // SAFETY: nothing may be read through `nowhere`; otherwise this test crashes.
    unsafe {
        for len in [16_385, usize::MAX / 2, usize::MAX] {
            assert_eq!(rastau_input_check(nowhere, len, null_mut()), status(ErrorCode::InputTooLong));
            let opened = rastau_verifier_open(nowhere, len, &fixture.opening(), null_mut(), null_mut());
            assert_eq!(opened, status(ErrorCode::BadLength));
            let checked = rastau_identity_check(nowhere, len, null_mut(), null_mut());
            assert_eq!(checked, status(ErrorCode::BadLength));
        }
        let memory = rastau_verifier_open_memory(
            nowhere.cast(),
            usize::MAX,
            &fixture.opening(),
            null_mut(),
            null_mut(),
        );
        assert_eq!(memory, status(ErrorCode::BadLength));
    }
}

#[test]
fn a_larger_struct_is_accepted_only_if_its_unknown_fields_are_zero() {
    #[repr(C)]
    struct Later {
        known: Opening,
        more: u64,
    }
    let fixture = fixture();
    let mut opening = fixture.opening();
    // The struct of the first version ended before `first_use`.
    opening.size = std::mem::offset_of!(Opening, first_use);
    opening.first_use = 7;
    let verifier = fixture.open(&opening).unwrap();
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
    opening.first_use = 0;
    for size in [0, 8, size_of::<Opening>() - 1, 1025, usize::MAX] {
        opening.size = size;
        assert_eq!(fixture.open(&opening), Err(status(ErrorCode::BadSize)), "{size}");
    }
    opening.size = size_of::<Later>();
    let mut later = Later { known: opening, more: 0 };
    let verifier = fixture.open((&raw const later).cast()).unwrap();
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
    later.more = 1;
    assert_eq!(fixture.open((&raw const later).cast()), Err(status(ErrorCode::BadSize)));
}

#[test]
fn invalid_options_for_opening_are_reported() {
    let fixture = fixture();
    let open = |change: fn(&mut Opening)| {
        let mut opening = fixture.opening();
        change(&mut opening);
        fixture.open(&opening)
    };
    assert_eq!(open(|opening| opening.trust_root_len = 0), Err(status(ErrorCode::TrustRootNeeded)));
    assert_eq!(open(|opening| opening.trust_root = null()), Err(status(ErrorCode::BadPointer)));
    assert_eq!(open(|opening| opening.now = -1), Err(status(ErrorCode::BadTime)));
    assert_eq!(open(|opening| opening.now = i64::MAX), Err(status(ErrorCode::BadTime)));
    assert_eq!(open(|opening| opening.first_use = 1), Err(status(ErrorCode::BadNumber)), "beside a root");
    assert_eq!(open(|opening| opening.first_use = 2), Err(status(ErrorCode::BadNumber)));
    assert_eq!(open(|opening| opening.reserved = 1), Err(status(ErrorCode::BadNumber)));
    let mut opening = fixture.opening();
    (opening.state, opening.state_len) = (b"no state".as_ptr(), 8);
    assert_eq!(fixture.open(&opening), Err(status(ErrorCode::BadState)));
    for (accept, reserved, grace_seconds) in [(0, 0, 0), (4, 0, 0), (2, 1, 0), (2, 0, -1)] {
        let policy = Policy { size: size_of::<Policy>(), accept, reserved, grace_seconds };
        let opening = Opening { policy: &policy, ..fixture.opening() };
        assert_eq!(
            fixture.open(&opening),
            Err(status(ErrorCode::BadNumber)),
            "{accept} {reserved} {grace_seconds}"
        );
    }
}

/// Returns the bytes that a function wrote.
unsafe fn written(data: *const u8, len: usize) -> Vec<u8> {
    // SAFETY: the caller passes what a function has written, and its handle lives.
    if len == 0 { Vec::new() } else { unsafe { std::slice::from_raw_parts(data, len) }.to_vec() }
}

/// A verifier that trusts the bundle's own root says so, also when it is opened again with its state.
#[test]
fn trust_on_first_use_is_stated() {
    let fixture = fixture();
    let mut state = Vec::new();
    for _ in 0..2 {
        let opening = Opening {
            trust_root: null(),
            trust_root_len: 0,
            state: state.as_ptr(),
            state_len: state.len(),
            first_use: 1,
            ..fixture.opening()
        };
        let verifier = fixture.open(&opening).unwrap();
        let verdict = fixture.verify(verifier, fixture.case.input.as_bytes(), &fixture.question()).unwrap();
        let (mut json, mut len, mut data, mut data_len) = (null(), 0, null(), 0);
        // SAFETY: live handles and outputs; both are freed once.
        unsafe {
            assert_eq!(rastau_verifier_state(verifier, &mut data, &mut data_len), RASTAU_OK);
            state = written(data, data_len);
            assert_eq!(rastau_verdict_json(verdict, &mut json, &mut len), RASTAU_OK);
            let json = String::from_utf8(written(json.cast(), len)).unwrap();
            assert!(json.contains(r#""anchor":"first-use""#), "{json}");
            rastau_verdict_free(verdict);
            rastau_verifier_free(verifier);
        }
    }
}

/// A report can be repeated, and says when it was changed.
#[test]
fn a_report_is_made_and_repeated() {
    let fixture = fixture();
    let verifier = fixture.opened();
    let input = fixture.case.input.as_bytes();
    let report = |question: &Question, by: &str| {
        let (mut report, mut error) = (null_mut(), null_mut());
        // SAFETY: a live handle and live outputs; the buffer is freed once.
        unsafe {
            let status = rastau_verifier_report(
                verifier,
                input.as_ptr().cast(),
                input.len(),
                question,
                chars(by),
                by.len(),
                &mut report,
                &mut error,
            );
            rastau_error_free(error);
            if status != RASTAU_OK {
                return Err(status);
            }
            let data = written(rastau_buffer_data(report).cast(), rastau_buffer_length(report));
            rastau_buffer_free(report);
            Ok(String::from_utf8(data).unwrap())
        }
    };
    let made = report(&fixture.question(), "HR").unwrap();
    assert!(made.contains("\"schema\": \"rastau/report/1\"") && made.contains("\"by\": \"HR\""), "{made}");
    assert_eq!(report(&fixture.question(), "a\nb"), Err(status(ErrorCode::BadLength)));
    let beside = Question { beside: chars("{}"), beside_len: 2, ..fixture.question() };
    assert_eq!(report(&beside, ""), Err(status(ErrorCode::BadLength)));

    let repeat = |report: &str| {
        let (mut same, mut text, mut json, mut error) = (7, null_mut(), null_mut(), null_mut());
        let (path, root) = (&fixture.path, &fixture.root);
        // SAFETY: live inputs and outputs; the buffers are freed once.
        unsafe {
            let status = rastau_report_repeat(
                chars(report),
                report.len(),
                input.as_ptr().cast(),
                input.len(),
                chars(path),
                path.len(),
                root.as_ptr(),
                root.len(),
                Lang::En.number().into(),
                &mut same,
                &mut text,
                &mut json,
                &mut error,
            );
            rastau_error_free(error);
            if status != RASTAU_OK {
                return Err(status);
            }
            let data = written(rastau_buffer_data(text).cast(), rastau_buffer_length(text));
            rastau_buffer_free(text);
            rastau_buffer_free(json);
            Ok((same, String::from_utf8(data).unwrap()))
        }
    };
    let (same, text) = repeat(&made).unwrap();
    assert!(same == 1 && text.contains("This is not today's answer.\nSame answer: "), "{same}: {text}");
    let (same, text) = repeat(&made.replacen("\"satisfied\"", "\"violated\"", 1)).unwrap();
    assert!(same == 0 && text.contains("It may have been changed"), "{same}: {text}");
    assert_eq!(repeat("{}"), Err(status(ErrorCode::ReportMalformed)));
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}

/// A post is compared beside the verdict, which it does not change.
#[test]
fn a_post_is_compared_beside_the_verdict() {
    let fixture = fixture();
    let verifier = fixture.opened();
    let lang = Lang::En.number().into();
    let input = fixture.case.input.as_bytes();
    let asked = |post: &str, level: &str| {
        let question = Question {
            post: chars(post),
            post_len: post.len(),
            post_level: chars(level),
            post_level_len: level.len(),
            ..fixture.question()
        };
        let verdict = fixture.verify(verifier, input, &question).unwrap();
        let (mut text, mut len, mut outcome) = (null(), 0, 0);
        // SAFETY: a live handle and live outputs; the handle is freed once.
        unsafe {
            assert_eq!(rastau_verdict_post(verdict, lang, &mut text, &mut len), RASTAU_OK);
            let text = String::from_utf8(written(text.cast(), len)).unwrap();
            assert_eq!(rastau_verdict_outcome(verdict, &mut outcome), RASTAU_OK);
            rastau_verdict_free(verdict);
            (outcome, text)
        }
    };
    let (plain, none) = asked("", "");
    assert_eq!(
        none,
        "The register's classifier does not have the profession of the post as it is written, so it cannot be compared. Give its code. This does not say whether the Law lets the person do this work (art. 15.5)."
    );
    for (post, level, expected) in [
        ("7212-1", "", "The document is for the profession of the post."),
        ("welder", "3", "The document is for the profession of the post. The level is the same."),
        (
            "7411-2",
            "9",
            "The document is for another profession than that of the post. The level is not the same text;",
        ),
    ] {
        let (outcome, text) = asked(post, level);
        assert!(text.starts_with(expected), "{post}: {text}");
        assert_eq!(outcome, plain, "{post}");
    }
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}

/// Opens a bundle of the corpus; returns the status and what `rastau_error_kept` gives.
fn refused(name: &str, opening: &Opening) -> (i32, Vec<u8>, Vec<u8>) {
    let path = corpus().join("bundles").join(name).to_str().unwrap().to_string();
    let (mut verifier, mut error) = (null_mut(), null_mut());
    let (mut root, mut root_len, mut state, mut state_len) = (null(), 0, null(), 0);
    // SAFETY: a path with its length, live outputs, the handle freed once.
    unsafe {
        let status = rastau_verifier_open(chars(&path), path.len(), opening, &mut verifier, &mut error);
        assert!(verifier.is_null(), "{name} is accepted");
        let kept = rastau_error_kept(error, &mut root, &mut root_len, &mut state, &mut state_len);
        assert_eq!(kept, RASTAU_OK);
        let kept = (status, written(root, root_len), written(state, state_len));
        rastau_error_free(error);
        kept
    }
}

/// A bundle that is not accepted can have a newer trust root that counts all the same. The error has it, and the state with it.
#[test]
#[cfg_attr(miri, ignore = "maps files")]
fn a_newer_root_of_a_refused_bundle_is_given_to_the_caller() {
    let fixture = fixture();
    let file = |name: &str| std::fs::read(corpus().join(name)).unwrap();
    let (newer, state) = (file("bundles/rotated/roots/3.cose"), file("states/second.state"));
    let rollback = status(ErrorCode::BundleRollback);

    let opening = Opening { state: state.as_ptr(), state_len: state.len(), ..fixture.opening() };
    let (refused_by, root, kept) = refused("rotated", &opening);
    assert_eq!((refused_by, &root), (rollback, &newer));
    assert_eq!(TrustedState::read(&kept).unwrap().root.version, 3);
    assert_eq!(
        TrustedState { root: TrustedState::read(&state).unwrap().root, ..TrustedState::read(&kept).unwrap() },
        TrustedState::read(&state).unwrap()
    );

    // Without a newer root there is nothing to keep.
    assert_eq!(refused("base", &opening), (rollback, Vec::new(), Vec::new()));
    // Nor on first use without a state: only the bundle vouches for its roots.
    let first_use = Opening { trust_root: null(), trust_root_len: 0, first_use: 1, ..fixture.opening() };
    assert_eq!(refused("root-foreign", &first_use).1, Vec::<u8>::new());
}

#[test]
fn invalid_inputs_and_questions_are_reported() {
    let fixture = fixture();
    let verifier = fixture.opened();
    let question = fixture.question();
    for (input, status) in [
        (&b""[..], status(ErrorCode::InputEmpty)),
        (b"https://example.org/", status(ErrorCode::InputForeignCode)),
        (b"N-001", status(ErrorCode::InputNotADocument)),
        (b"RST9:ABC", status(ErrorCode::InputUnknownVersion)),
        (b"RST1:\xff\xfe", status(ErrorCode::NotUtf8)),
        (b"RST1:\0\0", status(ErrorCode::InputMalformed)),
        (b"RST1:0", status(ErrorCode::InputCutOff)),
        (b"{", status(ErrorCode::FormMalformed)),
        (&[&b"RST1:"[..], &[b'A'; 16_384]].concat(), status(ErrorCode::InputTooLong)),
    ] {
        assert_eq!(
            fixture.verify(verifier, input, &question),
            Err(status),
            "{}",
            String::from_utf8_lossy(&input[..input.len().min(40)])
        );
    }
    let input = fixture.case.input.as_bytes();
    for day in ["2026-02-30", "26-01-01", "2026-01-01T", "\0"] {
        let question = Question { on: chars(day), on_len: day.len(), ..question };
        assert_eq!(fixture.verify(verifier, input, &question), Err(status(ErrorCode::BadDate)), "{day}");
    }
    let question = Question { now: -5, ..question };
    assert_eq!(fixture.verify(verifier, input, &question), Err(status(ErrorCode::BadTime)));
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}

#[test]
fn an_error_has_a_text_in_each_language() {
    let mut error = null_mut();
    // SAFETY: a text with its length, live outputs, the handle freed once.
    unsafe {
        let text = "RST1:A";
        assert_eq!(rastau_input_check(chars(text), text.len(), &mut error), status(ErrorCode::InputCutOff));
        let mut texts = Vec::new();
        for lang in Lang::ALL.map(|lang| lang.number().into()) {
            let (mut data, mut len) = (null(), 0);
            assert_eq!(rastau_error_text(error, lang, &mut data, &mut len), RASTAU_OK);
            let bytes = std::slice::from_raw_parts(data.cast::<u8>(), len + 1);
            let (nul, text) = bytes.split_last().unwrap();
            assert_eq!(*nul, 0, "every text is followed by a NUL");
            texts.push(String::from_utf8(text.to_vec()).unwrap());
        }
        assert!(texts[2].contains("scan"), "{texts:?}");
        assert!(texts[0] != texts[1] && texts[1] != texts[2]);
        rastau_error_free(error);
    }
}

/// Returns the outcome of a document with a text beside it, and the answer of `register.stated-beside`.
fn stated(fixture: &Fixture, verifier: *const Verifier, question: &Question) -> Result<(i32, i32), i32> {
    let verdict = fixture.verify(verifier, fixture.case.input.as_bytes(), question)?;
    let (mut outcome, mut count, mut answer) = (0, 0, 0);
    // SAFETY: a live verdict, freed once; live outputs.
    unsafe {
        assert_eq!(rastau_verdict_outcome(verdict, &mut outcome), RASTAU_OK);
        assert_eq!(rastau_verdict_finding_count(verdict, &mut count), RASTAU_OK);
        for index in 0..count {
            let mut code = 0;
            assert_eq!(rastau_verdict_finding_code(verdict, index, &mut code), RASTAU_OK);
            if code == 1215 {
                assert_eq!(rastau_verdict_finding_outcome(verdict, index, &mut answer), RASTAU_OK);
            }
        }
        rastau_verdict_free(verdict);
    }
    Ok((outcome, answer))
}

#[test]
fn values_stated_beside_a_document_are_compared() {
    let mut fixture = fixture();
    fixture.case = cases().into_iter().find(|case| case.name == "update-before").unwrap();
    let verifier = fixture.opened();
    let question = fixture.question();
    let with = |beside: &[u8]| {
        let question = Question { beside: beside.as_ptr().cast(), beside_len: beside.len(), ..question };
        stated(&fixture, verifier, &question)
    };
    let (valid, invalid) = (RASTAU_OUTCOME_VALID, RASTAU_OUTCOME_INVALID);
    let nothing = stated(&fixture, verifier, &question);
    assert_eq!(nothing, Ok((valid, RASTAU_FINDING_NOT_APPLICABLE)));
    assert_eq!(with(br#"{"level": "3"}"#), Ok((valid, RASTAU_FINDING_SATISFIED)));
    assert_eq!(with(br#"{"holder": "500625105000"}"#), Ok((valid, RASTAU_FINDING_SATISFIED)));
    assert_eq!(with(br#"{"level": "4"}"#), Ok((invalid, RASTAU_FINDING_VIOLATED)));
    assert_eq!(with(br#"{"number": "200000000002"}"#), Ok((invalid, RASTAU_FINDING_VIOLATED)));
    for (beside, expected) in [
        (&b""[..], ErrorCode::FormMalformed),
        (b"{", ErrorCode::FormMalformed),
        (b"{\"colour\": \"red\"}", ErrorCode::FormMalformed),
        (b"{\"holder\": \"500625105001\"}", ErrorCode::IdentityCheck),
        (b"\xff", ErrorCode::NotUtf8),
    ] {
        assert_eq!(with(beside), Err(status(expected)), "{}", String::from_utf8_lossy(beside));
    }
    let nowhere = std::ptr::without_provenance::<c_char>(8);
    for (beside, beside_len, expected) in [
        (null(), 5, ErrorCode::BadPointer),
        // Nothing may be read through `nowhere`; otherwise this test crashes.
        (nowhere, 16_385, ErrorCode::InputTooLong),
        (nowhere, usize::MAX, ErrorCode::InputTooLong),
    ] {
        let question = Question { beside, beside_len, ..question };
        assert_eq!(stated(&fixture, verifier, &question), Err(status(expected)));
    }
    // The struct of a program that was compiled before the field existed; the memory after it is not read.
    let first = std::mem::offset_of!(Question, beside);
    let older = Question { size: first, beside: nowhere, beside_len: 99, ..question };
    assert_eq!(stated(&fixture, verifier, &older), Ok((valid, RASTAU_FINDING_NOT_APPLICABLE)));
    for size in [0, first - 1, first + 1, size_of::<Question>() - 1, 1025] {
        let question = Question { size, ..question };
        assert_eq!(stated(&fixture, verifier, &question), Err(status(ErrorCode::BadSize)), "{size}");
    }
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}

/// One reader fails, the other returns wrong pages: the finding states which.
#[test]
fn missing_and_wrong_pages_make_the_verdict_indeterminate() {
    unsafe extern "C" fn missing(_: *mut c_void, _: i32, _: u32, _: *const u8, _: u32, _: *mut u8) -> i32 {
        7
    }
    unsafe extern "C" fn wrong(_: *mut c_void, _: i32, _: u32, _: *const u8, _: u32, _: *mut u8) -> i32 {
        0
    }
    let fixture = fixture();
    let files = rastau_store::Bundle::open(Path::new(&fixture.path)).unwrap().statements().clone();
    let (root, manifest) = (files.roots[0].1.clone(), files.manifest);
    let (centres, fresh) = (files.centres, files.fresh);
    let roots = [RootFile { version: 1, data: root.as_ptr(), len: root.len() }];
    let files = Statements {
        size: size_of::<Statements>(),
        roots: roots.as_ptr(),
        root_count: 1,
        manifest: manifest.as_ptr(),
        manifest_len: manifest.len(),
        centres: centres.as_ptr(),
        centres_len: centres.len(),
        fresh: fresh.as_ptr(),
        fresh_len: fresh.len(),
    };
    type Read = unsafe extern "C" fn(*mut c_void, i32, u32, *const u8, u32, *mut u8) -> i32;
    for (reader, code) in [(missing as Read, 1002), (wrong as Read, 1001)] {
        let (mut verifier, mut outcome, mut undetermined) = (null_mut(), 0, Vec::new());
        // SAFETY: all pointers are valid until the end; handles are freed once.
        unsafe {
            let opening = fixture.opening();
            let (error, user) = (null_mut(), null_mut());
            let status =
                rastau_verifier_open_pages(&files, Some(reader), user, &opening, &mut verifier, error);
            assert_eq!(status, RASTAU_OK);
            let verdict =
                fixture.verify(verifier, fixture.case.input.as_bytes(), &fixture.question()).unwrap();
            assert_eq!(rastau_verdict_outcome(verdict, &mut outcome), RASTAU_OK);
            let mut count = 0;
            rastau_verdict_finding_count(verdict, &mut count);
            for index in 0..count {
                let (mut code, mut outcome) = (0, 0);
                rastau_verdict_finding_code(verdict, index, &mut code);
                rastau_verdict_finding_outcome(verdict, index, &mut outcome);
                if outcome == RASTAU_FINDING_UNDETERMINED {
                    undetermined.push(code);
                }
            }
            rastau_verifier_free(verifier);
            rastau_verdict_free(verdict);
        }
        assert_eq!(outcome, RASTAU_OUTCOME_INDETERMINATE);
        assert!(undetermined.contains(&code), "{undetermined:?}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_device_is_set_up_updated_and_opened() {
    let fixture = fixture();
    let folder = tempfile::tempdir().unwrap();
    let device = folder.path().join("device").to_str().unwrap().to_string();
    let options = Update {
        size: size_of::<Update>(),
        trust_root: fixture.root.as_ptr(),
        trust_root_len: fixture.root.len(),
        now: fixture.now,
        clock_corrected: 0,
        full_check: 0,
        first_use: 0,
        reserved: 0,
    };
    let update = |folder: &str, source: &str, options: &Update| {
        let mut change = 77;
        let (folder_at, source_at) = (chars(folder), chars(source));
        // SAFETY: texts with their lengths, a live struct and a live output.
        let status = unsafe {
            let (from, to) = (source.len(), folder.len());
            rastau_device_update(folder_at, to, source_at, from, options, &mut change, null_mut())
        };
        if status == RASTAU_OK {
            return Ok(change);
        }
        assert_eq!(change, 77, "written in spite of status {status}");
        Err(status)
    };
    let open = || {
        let untouched = dangling_mut();
        let (mut verifier, data) = (untouched, chars(&device));
        // SAFETY: a text with its length, a live output.
        let status = unsafe {
            rastau_verifier_open_device(data, device.len(), fixture.now, null(), &mut verifier, null_mut())
        };
        if status == RASTAU_OK {
            return Ok(verifier);
        }
        assert_eq!(verifier, untouched, "written in spite of status {status}");
        Err(status)
    };
    assert_eq!(open(), Err(status(ErrorCode::DeviceEmpty)));
    let without = Update { trust_root_len: 0, ..options };
    assert_eq!(update(&device, &fixture.path, &without), Err(status(ErrorCode::TrustRootNeeded)));
    for (clock_corrected, full_check, first_use, reserved) in
        [(2, 0, 0, 0), (0, -1, 0, 0), (0, 0, 1, 0), (0, 0, 2, 0), (0, 0, 0, 1)]
    {
        let invalid = Update { clock_corrected, full_check, first_use, reserved, ..options };
        assert_eq!(update(&device, &fixture.path, &invalid), Err(status(ErrorCode::BadNumber)));
    }
    assert_eq!(
        update(&device, &fixture.path, &Update { now: -1, ..options }),
        Err(status(ErrorCode::BadTime))
    );
    assert_eq!(update(&fixture.path, &fixture.path, &options), Err(status(ErrorCode::NotADevice)));
    assert_eq!(update(&device, "no/such/stick", &options), Err(status(ErrorCode::DiskFile)));
    assert!(update(&device, &fixture.path, &Update { trust_root_len: 9, ..options }).is_err());
    assert_eq!(open(), Err(status(ErrorCode::DeviceEmpty)), "a refused bundle is not active");

    assert_eq!(update(&device, &fixture.path, &options), Ok(RASTAU_CHANGE_FIRST));
    assert_eq!(update(&device, &fixture.path, &options), Ok(RASTAU_CHANGE_NOTHING));
    let other = std::fs::read(corpus().join("bundles/root-foreign/roots/2.cose")).unwrap();
    let foreign = Update { trust_root: other.as_ptr(), trust_root_len: other.len(), ..options };
    assert_eq!(update(&device, &fixture.path, &foreign), Err(status(ErrorCode::DeviceOtherRoot)));

    let verifier = open().unwrap();
    let verdict = fixture.verify(verifier, fixture.case.input.as_bytes(), &fixture.question()).unwrap();
    let (mut data, mut len) = (null(), 0);
    // SAFETY: live handles, freed once; their texts are read before.
    unsafe {
        assert_eq!(rastau_verdict_json(verdict, &mut data, &mut len), RASTAU_OK);
        let json = std::slice::from_raw_parts(data.cast::<u8>(), len);
        assert_eq!(String::from_utf8_lossy(json), fixture.case.expected);
        rastau_verdict_free(verdict);
        rastau_verifier_free(verifier);
    }
    // A file of the only slot is missing: the device cannot be opened until the next update replaces it.
    std::fs::remove_file(format!("{device}/a/fresh.cose")).unwrap();
    assert_eq!(open(), Err(status(ErrorCode::DiskFile)), "the other slot is empty");
    assert_eq!(update(&device, &fixture.path, &options), Ok(RASTAU_CHANGE_MENDED));
    std::fs::remove_file(format!("{device}/state-a")).unwrap();
    std::fs::remove_file(format!("{device}/state-b")).unwrap();
    assert_eq!(open(), Err(status(ErrorCode::DeviceMemoryLost)));
}

/// A session of a new device, which reads a published directory.
struct Updating {
    session: *mut Session,
    base: String,
}

impl Drop for Updating {
    fn drop(&mut self) {
        // SAFETY: begun once, freed once.
        unsafe { rastau_session_free(self.session) };
    }
}

impl Updating {
    fn begin(folder: &str, fixture: &Fixture, options: &Update) -> Result<Self, i32> {
        let untouched = dangling_mut();
        let mut session = untouched;
        // SAFETY: a text with its length, a live struct, a live output.
        let status =
            unsafe { rastau_session_begin(chars(folder), folder.len(), options, &mut session, null_mut()) };
        if status == RASTAU_OK {
            return Ok(Self { session, base: fixture.path.clone() });
        }
        assert_eq!(session, untouched, "written in spite of status {status}");
        Err(status)
    }

    fn asked(&self) -> Want {
        // SAFETY: numbers and an array, for which zero bytes are valid.
        let mut want: Want = unsafe { std::mem::zeroed() };
        want.size = size_of::<Want>();
        // SAFETY: a live handle and a live output.
        assert_eq!(unsafe { rastau_session_want(self.session, &mut want) }, RASTAU_OK);
        want
    }

    fn want(&self) -> (i32, String, u64, u64) {
        let want = self.asked();
        assert_eq!(want.size, size_of::<Want>());
        assert_eq!(want.name[want.name_len], 0, "a name is followed by a NUL");
        let name = want.name[..want.name_len].iter().map(|byte| *byte as u8 as char).collect();
        (want.kind, name, want.from, want.length)
    }

    fn kind(&self) -> i32 {
        self.want().0
    }

    fn take(&self, bytes: &[u8], at: u64) -> i32 {
        // SAFETY: a live handle, bytes with their length.
        unsafe { rastau_session_take(self.session, bytes.as_ptr(), bytes.len(), at, null_mut()) }
    }

    fn take_file(&self, path: &[u8], at: u64) -> i32 {
        // SAFETY: as above.
        unsafe { rastau_session_take_file(self.session, path.as_ptr().cast(), path.len(), at, null_mut()) }
    }

    fn end(&self) -> i32 {
        // SAFETY: a live handle.
        unsafe { rastau_session_end(self.session, null_mut()) }
    }

    fn status(&self, status: u16) -> i32 {
        // SAFETY: a live handle.
        unsafe { rastau_session_status(self.session, status, null_mut()) }
    }

    fn commit(&self) -> Result<i32, i32> {
        let mut change = 77;
        // SAFETY: a live handle and a live output.
        let status = unsafe { rastau_session_commit(self.session, &mut change, null_mut()) };
        if status == RASTAU_OK {
            return Ok(change);
        }
        assert_eq!(change, 77, "written in spite of status {status}");
        Err(status)
    }

    fn progress(&self) -> (u64, u64) {
        let (mut stored, mut total) = (77, 77);
        // SAFETY: a live handle and live outputs.
        assert_eq!(unsafe { rastau_session_progress(self.session, &mut stored, &mut total) }, RASTAU_OK);
        (stored, total)
    }

    /// Answers from the published directory, up to the first question of a kind.
    fn answer_until(&self, kind: i32) {
        while self.kind() != kind {
            let (_, name, from, _) = self.want();
            let answered = match std::fs::read(format!("{}/{name}", self.base)) {
                Ok(file) => [self.take(&file[from as usize..], from), self.end()],
                Err(_) => [self.status(404), RASTAU_OK],
            };
            assert_eq!(answered, [RASTAU_OK; 2], "{name}");
        }
    }
}

/// Returns an empty directory, the path of a device in it, and the options of an update.
fn new_device(fixture: &Fixture) -> (tempfile::TempDir, String, Update) {
    let directory = tempfile::tempdir().unwrap();
    let device = directory.path().join("device").to_str().unwrap().to_string();
    let options = Update {
        size: size_of::<Update>(),
        trust_root: fixture.root.as_ptr(),
        trust_root_len: fixture.root.len(),
        now: fixture.now,
        clock_corrected: 0,
        full_check: 0,
        first_use: 0,
        reserved: 0,
    };
    (directory, device, options)
}

/// A device that was set up without a trust root trusts the first bundle's, and says so.
#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_device_that_trusts_its_first_bundle_says_so() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let options = Update { trust_root: null(), trust_root_len: 0, first_use: 1, ..options };
    let mut verifier = null_mut();
    let (mut change, mut json, mut len) = (0, null(), 0);
    // SAFETY: texts with their lengths, live structs and outputs, the handle freed once.
    unsafe {
        let (from, to) = (chars(&fixture.path), chars(&device));
        let (from_len, to_len) = (fixture.path.len(), device.len());
        for expected in [RASTAU_CHANGE_FIRST, RASTAU_CHANGE_NOTHING] {
            let status = rastau_device_update(to, to_len, from, from_len, &options, &mut change, null_mut());
            assert_eq!((status, change), (RASTAU_OK, expected));
        }
        let opened = rastau_verifier_open_device(to, to_len, fixture.now, null(), &mut verifier, null_mut());
        assert_eq!(opened, RASTAU_OK);
        assert_eq!(rastau_verifier_info_json(verifier, &mut json, &mut len), RASTAU_OK);
        let info = String::from_utf8(written(json.cast(), len)).unwrap();
        assert!(info.contains(r#""anchor":"first-use""#), "{info}");
        rastau_verifier_free(verifier);
    }
}

#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn invalid_arguments_of_a_session_are_reported_and_change_nothing() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let begin = |folder: &str, options: &Update| Updating::begin(folder, &fixture, options).err();
    let without = Update { trust_root_len: 0, ..options };
    assert_eq!(begin(&device, &without), Some(status(ErrorCode::TrustRootNeeded)));
    assert_eq!(begin(&device, &Update { full_check: 2, ..options }), Some(status(ErrorCode::BadNumber)));
    assert_eq!(begin(&device, &Update { now: -1, ..options }), Some(status(ErrorCode::BadTime)));
    assert_eq!(begin(&device, &Update { size: 8, ..options }), Some(status(ErrorCode::BadSize)));
    // SAFETY: a text with its length and a live struct; the test passes NULL for the output.
    let lost =
        unsafe { rastau_session_begin(chars(&device), device.len(), &options, null_mut(), null_mut()) };
    assert_eq!(lost, status(ErrorCode::BadPointer));
    assert!(!Path::new(&device).exists(), "a directory was made for a session that was not begun");
    assert_eq!(begin(&fixture.path, &options), Some(status(ErrorCode::NotADevice)));

    let session = Updating::begin(&device, &fixture, &options).unwrap();
    let first = (RASTAU_WANT_STATEMENT, "roots/2.cose".to_string(), 0, 262_144);
    let wrong = status(ErrorCode::WrongAnswer);
    assert_eq!((session.want(), session.progress()), (first.clone(), (0, 0)));
    assert_eq!(session.take(b"x", 1), wrong, "bytes from the middle");
    assert_eq!(session.take(b"", 1), wrong, "no bytes, from the middle");
    assert_eq!(session.commit(), Err(wrong), "nothing is to be committed");
    assert_eq!(session.take_file(b"no/such/file", 0), status(ErrorCode::DiskFile));
    assert_eq!(session.take_file(b"\xff", 0), status(ErrorCode::NotUtf8));
    assert_eq!(session.take_file(&[b'a'; 4097], 0), status(ErrorCode::BadLength));
    let nowhere = std::ptr::without_provenance(8);
    // SAFETY: nothing may be read through `nowhere`; otherwise this test crashes.
    let absurd = unsafe { rastau_session_take(session.session, nowhere, usize::MAX, 0, null_mut()) };
    assert_eq!(absurd, status(ErrorCode::BadLength));
    // SAFETY: a live handle; the test passes NULL and a misaligned output.
    unsafe {
        let (handle, mut number) = (session.session, 77);
        let odd = std::ptr::without_provenance_mut::<i32>(2);
        let bad = [
            rastau_session_take(handle, null(), 1, 0, null_mut()),
            rastau_session_want(handle, null_mut()),
            rastau_session_want(handle, odd.cast()),
            rastau_session_commit(handle, null_mut(), null_mut()),
            rastau_session_commit(handle, odd, null_mut()),
            rastau_session_progress(handle, null_mut(), &mut number),
            rastau_session_progress(handle, &mut number, null_mut()),
            rastau_session_end(handle.byte_add(1), null_mut()),
        ];
        assert_eq!((bad, number), ([status(ErrorCode::BadPointer); 8], 77));
    }
    assert_eq!(session.want(), first);
}

#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_larger_struct_for_a_question_is_filled_as_far_as_it_is_known() {
    #[repr(C)]
    struct Later {
        known: Want,
        more: u64,
    }
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    // SAFETY: numbers and an array, for which zero bytes are valid.
    let mut later: Later = unsafe { std::mem::zeroed() };
    later.more = 77;
    for size in [0, 8, size_of::<Want>() - 1, 1025, usize::MAX] {
        (later.known.size, later.known.kind) = (size, 77);
        // SAFETY: a live handle and a live output.
        let asked = unsafe { rastau_session_want(session.session, (&raw mut later).cast()) };
        assert_eq!((asked, later.known.kind, later.known.size), (status(ErrorCode::BadSize), 77, size));
    }
    later.known.size = size_of::<Later>();
    // SAFETY: as above.
    let asked = unsafe { rastau_session_want(session.session, (&raw mut later).cast()) };
    assert_eq!((asked, later.known.kind), (RASTAU_OK, RASTAU_WANT_STATEMENT));
    assert_eq!((later.known.size, later.more), (size_of::<Later>(), 77));
    assert_eq!(later.known.closes_service, 0);
}

#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_session_continues_after_an_incomplete_file_and_ends_with_a_wrong_one() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let wrong = status(ErrorCode::WrongAnswer);
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    // A statement that is passed in two parts, and started over.
    assert_eq!((session.take(b"half", 0), session.take(b"a", 4)), (RASTAU_OK, RASTAU_OK));
    assert_eq!(session.take(b"", 0), RASTAU_OK);
    session.answer_until(RASTAU_WANT_SEGMENT);
    let (_, name, from, length) = session.want();
    let file = std::fs::read(format!("{}/{name}", fixture.path)).unwrap();
    assert_eq!((from, length), (0, file.len() as u64));
    assert_eq!(session.take(&file[..1000], 0), RASTAU_OK);
    assert_eq!(session.end(), status(ErrorCode::Source), "the file is not complete");
    assert_eq!(session.want(), (RASTAU_WANT_SEGMENT, name.clone(), 1000, length));
    assert_eq!(session.progress().0, 1000);
    assert_eq!(session.take(&file, 999), wrong);
    assert_eq!(session.take(&file[1000..], 1000), RASTAU_OK);
    assert_eq!(session.end(), RASTAU_OK);
    session.answer_until(RASTAU_WANT_COMMIT);
    let (stored, total) = session.progress();
    assert!(stored == total && total > length, "{stored} of {total}");
    assert_eq!(session.commit(), Ok(RASTAU_CHANGE_FIRST));
    assert_eq!(session.commit(), Ok(RASTAU_CHANGE_FIRST), "a repeated call changes nothing");
    assert_eq!([session.take(b"x", 0), session.end(), session.status(404)], [wrong; 3]);

    // The device has the bundle now. A web page instead of a statement ends the next update, and no later call
    // continues it.
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    assert_eq!((session.take(b"<html>", 0), session.end()), (RASTAU_OK, RASTAU_OK), "there is no next root");
    assert_eq!((session.take(b"<html>", 0), session.end()), (RASTAU_OK, status(ErrorCode::SourceWebPage)));
    assert_eq!(session.want(), (RASTAU_WANT_FAILED, String::new(), 0, 0));
    assert_eq!([session.take(b"x", 0), session.end(), session.status(404)], [wrong; 3]);
    assert_eq!((session.commit(), session.kind()), (Err(wrong), RASTAU_WANT_FAILED));
    // So does an error of the server; the status states which.
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    assert_eq!((session.status(503), session.kind()), (status(ErrorCode::SourceStatus), RASTAU_WANT_FAILED));
    // The bundle in use is still complete.
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    session.answer_until(RASTAU_WANT_COMMIT);
    assert_eq!(session.commit(), Ok(RASTAU_CHANGE_NOTHING));
}

/// The first of two sessions commits; the second finds nothing left to do, or continues from the stored state.
#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_session_that_was_overtaken_goes_on() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let slow = Updating::begin(&device, &fixture, &options).unwrap();
    slow.answer_until(RASTAU_WANT_COMMIT);
    let mut fast = Updating::begin(&device, &fixture, &options).unwrap();
    fast.base = corpus().join("bundles/second").to_str().unwrap().to_string();
    fast.answer_until(RASTAU_WANT_COMMIT);
    assert_eq!(fast.commit(), Ok(RASTAU_CHANGE_FIRST));
    // The older bundle does not replace the newer one.
    assert_eq!((slow.commit(), slow.kind()), (Ok(RASTAU_CHANGE_AGAIN), RASTAU_WANT_STATEMENT));
}

/// A root that names other keepers is stored at once. The bundle that it no longer supports is closed, whatever
/// follows.
#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_session_tells_that_the_bundle_in_use_is_closed() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let first = Updating::begin(&device, &fixture, &options).unwrap();
    first.answer_until(RASTAU_WANT_COMMIT);
    assert_eq!((first.commit(), first.asked().closes_service), (Ok(RASTAU_CHANGE_FIRST), 0));
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    let root = std::fs::read(corpus().join("bundles/keeper-replaced/roots/2.cose")).unwrap();
    assert_eq!((session.take(&root, 0), session.end()), (RASTAU_OK, RASTAU_OK));
    assert_eq!((session.kind(), session.asked().closes_service), (RASTAU_WANT_STATEMENT, 1));
    let mut verifier = null_mut();
    // SAFETY: a text with its length, a live output.
    let opened = unsafe {
        let (data, error) = (chars(&device), null_mut());
        rastau_verifier_open_device(data, device.len(), fixture.now, null(), &mut verifier, error)
    };
    assert_eq!(opened, status(ErrorCode::DeviceClosed));
    // The error that ends the session contains the reason and the closing.
    assert_eq!((session.status(404), session.want().1.as_str()), (RASTAU_OK, "fresh.cose"));
    let closed = status(ErrorCode::DeviceClosedByUpdate);
    assert_eq!((session.status(404), session.kind()), (closed, RASTAU_WANT_FAILED));
    // A later session knows it too.
    let later = Updating::begin(&device, &fixture, &options).unwrap();
    assert_eq!((later.want().1.as_str(), later.asked().closes_service), ("roots/3.cose", 1));
}

/// A verifier of a device that meets a damaged page requests a full check from the next update.
#[test]
#[cfg_attr(miri, ignore = "Miri cannot map files")]
fn a_verification_that_meets_a_damaged_page_asks_for_a_check() {
    let fixture = fixture();
    let (_directory, device, options) = new_device(&fixture);
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    session.answer_until(RASTAU_WANT_COMMIT);
    assert_eq!(session.commit(), Ok(RASTAU_CHANGE_FIRST));
    let folder = std::path::Path::new(&device);
    for file in std::fs::read_dir(folder.join("segments")).unwrap() {
        let path = file.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.chunks_mut(4096).for_each(|page| page[100] ^= 1);
        std::fs::write(path, bytes).unwrap();
    }
    let mut verifier = null_mut();
    // SAFETY: a text with its length, a live output; the handles are live until they are freed, once.
    unsafe {
        let data = chars(&device);
        let opened =
            rastau_verifier_open_device(data, device.len(), fixture.now, null(), &mut verifier, null_mut());
        assert_eq!(opened, RASTAU_OK);
        assert!(!folder.join("check").exists());
        let case = cases().into_iter().find(|case| case.name == "update-before").unwrap();
        let verdict = fixture.verify(verifier, case.input.as_bytes(), &fixture.question()).unwrap();
        assert!(folder.join("check").exists());
        rastau_verdict_free(verdict);
        rastau_verifier_free(verifier);
    }
    let session = Updating::begin(&device, &fixture, &options).unwrap();
    session.answer_until(RASTAU_WANT_COMMIT);
    assert_eq!(session.commit(), Ok(RASTAU_CHANGE_MENDED));
    assert!(!folder.join("check").exists());
}

/// A handle that other threads use, which the header allows.
#[derive(Clone, Copy)]
struct Shared(*mut Verifier);

// SAFETY: the header guarantees that several threads may use a verifier at once.
unsafe impl Send for Shared {}

impl Shared {
    fn handle(self) -> *const Verifier {
        self.0
    }
}

#[test]
fn one_verifier_serves_many_threads() {
    let fixture = fixture();
    let shared = Shared(fixture.opened());
    let plain = |case: &Case| {
        let question = &case.question;
        let same = question.bundle == "bundles/base" && question.now == "2026-11-23T10:00:00+05:00";
        let policy = question.accept == "late" && question.grace.is_none();
        same && policy && question.on.is_none() && question.state.is_none()
    };
    let selected: Vec<Case> =
        cases().into_iter().filter(|case| plain(case) && !case.expected.contains("\"error\"")).collect();
    assert!(selected.len() > 100, "{}", selected.len());
    // Miri is a thousand times slower, and one case for each thread shows it every access.
    let selected = if cfg!(miri) { &selected[..4] } else { &selected[..] };
    std::thread::scope(|scope| {
        for first in 0..4 {
            let fixture = &fixture;
            scope.spawn(move || {
                for case in selected.iter().cycle().skip(first * selected.len() / 4).take(selected.len()) {
                    let verdict =
                        fixture.verify(shared.handle(), case.input.as_bytes(), &fixture.question()).unwrap();
                    let (mut data, mut len) = (null(), 0);
                    // SAFETY: the verdict is live until it is freed below, once.
                    let json = unsafe {
                        assert_eq!(rastau_verdict_json(verdict, &mut data, &mut len), RASTAU_OK);
                        std::slice::from_raw_parts(data.cast::<u8>(), len)
                    };
                    assert!(
                        json == case.expected.as_bytes(),
                        "{}: {}",
                        case.name,
                        String::from_utf8_lossy(json)
                    );
                    // SAFETY: as above.
                    unsafe { rastau_verdict_free(verdict) };
                }
            });
        }
    });
    // SAFETY: no thread uses it any more; freed once.
    unsafe { rastau_verifier_free(shared.0) };
}
