//! The guarantees at the head of the header, function by function: NULL, wrong lengths and sizes, unchanged outputs.
#![allow(missing_docs, unsafe_code)]

use std::ffi::{c_char, c_void};
use std::path::Path;
use std::ptr::{dangling_mut, null, null_mut};

use rastau::*;
use rastau_core::error::ErrorCode;
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
        }
    }

    fn question(&self) -> Question {
        Question { size: size_of::<Question>(), now: self.now, on: null(), on_len: 0 }
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
    // SAFETY: the test passes NULL; every other pointer is to a live local.
    unsafe {
        rastau_verifier_free(null_mut());
        rastau_verdict_free(null_mut());
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
            rastau_verdict_finding_count(null(), &mut len),
            rastau_verdict_finding_code(null(), 0, &mut number),
            rastau_verdict_finding_outcome(null(), 0, &mut number),
            rastau_verdict_finding_text(null(), 0, RASTAU_PART_ID, 1, &mut text, &mut len),
            rastau_error_text(null(), 1, &mut text, &mut len),
            rastau_error_json(null(), &mut text, &mut len),
        ];
        assert_eq!(statuses, [bad; 30]);
    }
    assert_eq!((text, len, number, time), (null(), 77, 77, 77));
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

#[test]
fn invalid_inputs_and_questions_are_reported() {
    let fixture = fixture();
    let verifier = fixture.opened();
    let question = fixture.question();
    for (input, status) in [
        (&b""[..], status(ErrorCode::InputEmpty)),
        (b"https://example.org/", status(ErrorCode::InputNotADocument)),
        (b"RST9:ABC", status(ErrorCode::InputUnknownVersion)),
        (b"RST1:\xff\xfe", status(ErrorCode::NotUtf8)),
        (b"RST1:\0\0", status(ErrorCode::InputMalformed)),
        (b"RST1:0", status(ErrorCode::InputCutOff)),
        (b"{", status(ErrorCode::FormMalformed)),
        (&[b'A'; 16_384], status(ErrorCode::InputTooLong)),
    ] {
        assert_eq!(
            fixture.verify(verifier, input, &question),
            Err(status),
            "{}",
            String::from_utf8_lossy(input)
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
        clock_put_right: 0,
        wait: 0,
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
    for (clock_put_right, wait) in [(2, 0), (0, -1)] {
        let invalid = Update { clock_put_right, wait, ..options };
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
