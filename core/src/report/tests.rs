use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::document::form::Form;
use crate::error::ReportError;
use crate::fixture::{Bundle, CLOCK, Register, key_a, sign_document, time, valid_claims};
use crate::snapshot::OpenOptions;
use crate::snapshot::file::BundleFile;
use crate::verdict::Outcome;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus");

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(alloc::format!("{CORPUS}/{name}")).unwrap()
}

fn document(case: &str) -> Presented {
    Presented::read(&String::from_utf8(bytes(&alloc::format!("cases/{case}/input.txt"))).unwrap()).unwrap()
}

fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap()
}

fn snapshot(clock: Timestamp, remembered: Timestamp) -> Snapshot<BundleFile<Vec<u8>>> {
    let root = bytes("bundles/base/roots/1.cose");
    let options = OpenOptions::pinned(&root, clock).latest_clock(remembered);
    BundleFile::open(bytes("bundles/base.rastau")).unwrap().into_snapshot(&options).unwrap()
}

fn base() -> Snapshot<BundleFile<Vec<u8>>> {
    snapshot(now(), Timestamp(0))
}

fn report(presented: &Presented) -> Report {
    Report::make(&base(), presented, &Question::new(now()), None, MadeBy::parse("HR"))
}

fn kinds(comparison: &Comparison) -> Vec<CauseKind> {
    comparison.causes.iter().map(|cause| cause.cause).collect()
}

/// Repeats a report whose JSON was changed.
fn changed(from: &str, to: &str) -> Comparison {
    let document = document("valid");
    let text = report(&document).to_json();
    assert!(text.contains(from), "{from}: {text}");
    Reported::read(&text.replacen(from, to, 1)).unwrap().repeat(&base(), &document)
}

#[test]
fn a_report_is_read_as_it_was_made() {
    let document = document("valid");
    let post = Post { profession: "7212-1".into(), level: Some("4".into()) };
    for (on, post) in [(None, None), (Date::parse("2026-03-01"), Some(&post))] {
        let question = Question { on, ..Question::new(now()) };
        let made = Report::make(&base(), &document, &question, post, MadeBy::parse("HR"));
        let read = Reported::read(&made.to_json()).unwrap();
        assert_eq!((&read.stamp, &read.asked, &read.input), (&made.stamp, &made.asked, &made.input));
        assert_eq!(read.outcome, made.verdict.outcome());
        assert!(read.is_consistent());
        let comparison = read.repeat(&base(), &document);
        assert!(comparison.same && comparison.differences.is_empty() && comparison.causes.is_empty());
        assert_eq!(comparison.verdict, made.verdict, "the whole question is repeated");
        assert_eq!(
            Report::make(&base(), &document, &question, post, MadeBy::parse("HR")).to_json(),
            made.to_json()
        );
    }
}

#[test]
fn a_changed_verdict_differs() {
    let altered = document("altered-level");
    let text = report(&altered).to_json();
    let forged = text.replacen("\"outcome\": \"invalid\"", "\"outcome\": \"valid\"", 1);
    let comparison = Reported::read(&forged).unwrap().repeat(&base(), &altered);
    assert!(!comparison.same);
    assert_eq!((comparison.reported, comparison.repeated), (Outcome::Valid, Outcome::Invalid));
    assert_eq!(comparison.differences[0].path, "outcome");
    assert_eq!(kinds(&comparison), [CauseKind::Changed]);
    let forged = forged.replace("\"outcome\": \"violated\"", "\"outcome\": \"satisfied\"");
    assert_eq!(kinds(&Reported::read(&forged).unwrap().repeat(&base(), &altered)), [CauseKind::Changed]);
    // With another version of the program as an excuse, the report still contradicts itself.
    for (from, to) in [
        ("\"evaluated_on\": \"2026-11-23\"", "\"evaluated_on\": \"2026-11-24\""),
        ("\"outcome\": \"valid\"", "\"outcome\": \"indeterminate\""),
        ("\"outcome\": \"satisfied\"", "\"outcome\": \"violated\""),
        ("\"outcome\": \"satisfied\"", "\"outcome\": \"undetermined\""),
    ] {
        let document = document("valid");
        let text = report(&document).to_json().replacen(from, to, 1).replace(PROGRAM, "Rastau 0.0.9");
        let comparison = Reported::read(&text).unwrap().repeat(&base(), &document);
        assert!(!comparison.same, "{to}");
        assert_eq!(kinds(&comparison), [CauseKind::Program, CauseKind::Changed], "{to}");
    }
}

#[test]
fn each_difference_has_its_cause() {
    let name = base().manifest().register.clone();
    let stamp = report(&document("valid")).stamp;
    for (from, to, cause) in [
        (alloc::format!("\"name\": \"{name}\""), "\"name\": \"Another\"".to_string(), CauseKind::Register),
        (stamp.register.root.fingerprint.clone(), "0".repeat(64), CauseKind::Root),
        (stamp.register.manifest.clone(), "0".repeat(64), CauseKind::Version),
        ("\"epoch\": 1".into(), "\"epoch\": 2".into(), CauseKind::Version),
        (
            alloc::format!("\"checked_at\": \"{}\"", stamp.register.checked_at),
            "\"checked_at\": \"2026-01-01T00:00:00Z\"".into(),
            CauseKind::Confirmation,
        ),
        (PROGRAM.into(), "Rastau 0.0.9".into(), CauseKind::Program),
    ] {
        let comparison = changed(&from, &to);
        assert_eq!(kinds(&comparison), [cause], "{from}");
        assert!(comparison.same, "{from}: the answer is the same");
    }
}

#[test]
fn a_newer_register_and_another_trust_in_it_are_named() {
    let older = Register::new().bundle();
    let mut newer = older.clone();
    newer.manifest.version += 1;
    newer.manifest.as_of = newer.manifest.as_of.plus_seconds(60);
    let presented = Presented::read(&sign_document(&valid_claims(), &key_a())).unwrap();
    let open = |bundle: &Bundle| bundle.open(None).unwrap();
    let made = Report::make(&open(&older), &presented, &Question::new(time(CLOCK)), None, None);
    let reported = Reported::read(&made.to_json()).unwrap();
    assert!(reported.repeat(&open(&older), &presented).same);
    let comparison = reported.repeat(&open(&newer), &presented);
    assert!(!comparison.same && comparison.reported == comparison.repeated, "{comparison:?}");
    assert_eq!(kinds(&comparison), [CauseKind::Version]);
    let document = document("valid");
    let reported = Reported::read(&report(&document).to_json()).unwrap();
    // How the root was obtained is beside the answer.
    let bundle = BundleFile::open(bytes("bundles/base.rastau")).unwrap();
    let trusting = bundle.into_snapshot(&OpenOptions::on_first_use(now())).unwrap();
    let comparison = reported.repeat(&trusting, &document);
    assert!(comparison.same, "{comparison:?}");
    assert_eq!(kinds(&comparison), [CauseKind::Anchor]);
    assert!(comparison.differences.iter().all(|difference| difference.beside));
}

#[test]
fn the_memory_of_the_first_device_is_named() {
    let document = document("valid");
    let later = now().plus_seconds(20 * 86_400);
    let remembering = snapshot(now(), later);
    let made = Report::make(&remembering, &document, &Question::new(now()), None, None);
    assert_eq!((made.stamp.clock, made.stamp.effective), (now(), later));
    let comparison = Reported::read(&made.to_json()).unwrap().repeat(&base(), &document);
    assert!(!comparison.same);
    assert_eq!(kinds(&comparison), [CauseKind::Memory]);
    assert_eq!(comparison.causes[0].reported, later.to_string());
    assert_eq!(comparison.causes[0].repeated, now().to_string());
}

#[test]
fn another_input_is_named() {
    let reported = Reported::read(&report(&document("valid")).to_json()).unwrap();
    let comparison = reported.repeat(&base(), &document("altered-level"));
    assert!(!comparison.same);
    assert_eq!(kinds(&comparison), [CauseKind::Input]);
    let number = document("valid").number().to_string();
    let form = |text: &str| Presented::Typed(Form::read(&text.replace("N", &number)).unwrap().into());
    assert_eq!(kinds(&reported.repeat(&base(), &form(r#"{"number": "N"}"#)))[0], CauseKind::Input);
    // Without a code the report has no fingerprint, and the input cannot be compared.
    let bare = form(r#"{"number": "N"}"#);
    let made = report(&bare);
    assert!(made.input.fingerprint.is_none() && !made.to_json().contains("fingerprint\": \"\""));
    assert!(made.meanings().contains(&Meaning::WhichInput));
    let comparison = Reported::read(&made.to_json()).unwrap().repeat(&base(), &bare);
    assert!(comparison.same, "{comparison:?}");
    assert_eq!(kinds(&comparison), [CauseKind::InputNotComparable]);
    // A fingerprint that was taken away makes it another input.
    let text = report(&document("valid")).to_json();
    let start = text.find(",\n    \"fingerprint\"").unwrap();
    let end = text[start + 1..].find('\n').unwrap();
    let end = start + 1 + end + text[start + 1 + end + 1..].find('\n').unwrap() + 1;
    let text = [&text[..start], &text[end..]].concat();
    let comparison = Reported::read(&text).unwrap().repeat(&base(), &document("valid"));
    assert_eq!((comparison.same, kinds(&comparison)), (false, vec![CauseKind::Input]));
}

#[test]
fn formatting_does_not_change_the_fingerprint() {
    let text = String::from_utf8(bytes("cases/valid/input.txt")).unwrap();
    let scanned = alloc::format!("\u{feff}{}\r\n", text.trim().to_lowercase());
    let scanned = Presented::read(&scanned).unwrap();
    assert_eq!(fingerprint(&scanned), fingerprint(&document("valid")));
    let reported = Reported::read(&report(&document("valid")).to_json()).unwrap();
    let comparison = reported.repeat(&base(), &scanned);
    assert!(comparison.same, "{comparison:?}");
    assert_eq!(kinds(&comparison), [CauseKind::Presentation]);

    let form = |text: &str| fingerprint(&Presented::read(text).unwrap());
    let code = "\"code\": \"0000-0000-0000-0000-0\"";
    let plain = form(&alloc::format!(
        r#"{{"number": "N-1", {code}, "name": "Әлі Сейітов", "issued_on": "2026-03-01"}}"#
    ));
    let formatted = r#"{ "issued_on":"01.03.2026", "name":"СЕЙІТОВ  Әлі","code":"0000 0000 0000 0000 0","number":" № n–1 " }"#;
    assert_eq!(form(formatted), plain);
    let mut seen = vec![plain];
    for other in [
        r#""number": "N-2""#,
        r#""number": "N-1", "holder": "P 1""#,
        r#""number": "N-1", "name": "Әлі""#,
        r#""number": "N-1", "profession": "P 1""#,
        r#""number": "N-1", "edition": "P 1""#,
        r#""number": "N-1", "qualification": "P 1""#,
        r#""number": "N-1", "level": "4""#,
        r#""number": "N-1", "skills": ["P 1"]"#,
        r#""number": "N-1", "skills": []"#,
        r#""number": "N-1", "centre": "P 1""#,
        r#""number": "N-1", "accreditation": "P 1""#,
        r#""number": "N-1", "basis": {"id": "P 1"}"#,
        r#""number": "N-1", "basis": {"kind": "standard", "id": "P 1"}"#,
        r#""number": "N-1", "exam_on": "2026-03-01""#,
        r#""number": "N-1", "issued_on": "2026-03-01""#,
        r#""number": "N-1", "valid_until": "2026-03-01""#,
    ] {
        let one = form(&alloc::format!("{{{code}, {other}}}"));
        assert!(one.is_some() && !seen.contains(&one), "{other}");
        seen.push(one);
    }
    assert_ne!(form(r#"{"number": "N-1", "code": "0000-0000-0000-0000-0"}"#), form(r#"{"number": "N-1"}"#));
}

#[test]
fn damaged_and_foreign_reports_are_refused() {
    let text = report(&document("valid")).to_json();
    let malformed = |text: &str| match Reported::read(text).unwrap_err() {
        ReportError::Malformed { problem } => problem,
        other => panic!("{other:?}"),
    };
    for (from, to, problem) in [
        ("\"program\"", "\"programme\"", "unknown field"),
        ("\"clock\": ", "\"clock\": 1, \"clock\": ", "duplicate field"),
        ("\"epoch\": 1", "\"epoch\": 1.5", "register.epoch: must be a natural number"),
        ("\"accept\": \"late\"", "\"accept\": \"expired\"", "question.accept"),
        ("\"kind\": \"signed\"", "\"kind\": \"other\"", "input.kind"),
        ("\"by\": \"HR\"", "\"by\": \"HR\\n\"", "by: must be"),
        ("\"anchor\": \"pinned\"", "\"anchor\": \"nailed\"", "register.root.anchor"),
        ("\"contacts\": []", "\"contacts\": [], \"contacts\": []", "verdict.contacts: duplicate field"),
        ("\"contacts\": []", "\"contacts\": [0.5]", "verdict.contacts[0]: must be an integer"),
        ("\"outcome\": \"valid\"", "\"outcome\": \"fine\"", "verdict.outcome"),
        ("rastau/report/1", "another", "schema: must be"),
        ("\"fingerprint\": \"", "\"fingerprint\": \"x", "64 hexadecimal digits"),
    ] {
        assert!(text.contains(from), "{from}");
        let found = malformed(&text.replacen(from, to, 1));
        assert!(found.contains(problem), "{to}: {found}");
    }
    for end in [0, 1, 20, text.len() / 2, text.len() - 2] {
        malformed(&text[..end]);
    }
    malformed("[]");
    for schema in ["rastau/report/1", "rastau/verdict/1"] {
        let newer = text.replacen(schema, "rastau/report/2", 1);
        let error = Reported::read(&newer).unwrap_err();
        assert_eq!(error, ReportError::UnknownVersion { schema: "rastau/report/2".into() }, "{schema}");
    }
    let long = text.clone() + &" ".repeat(MAX_REPORT);
    assert_eq!(Reported::read(&long), Err(ReportError::TooLong { limit: MAX_REPORT }));
}

#[test]
fn what_a_report_proves_depends_on_it() {
    let made = report(&document("valid"));
    let has = |report: &Report, meaning| report.meanings().contains(&meaning);
    assert!(
        has(&made, Meaning::Maker) && !has(&made, Meaning::WhoseRegister) && !has(&made, Meaning::WhichInput)
    );
    let mut other = made;
    other.stamp.by = None;
    other.stamp.register.root.anchor = Anchor::FirstUse;
    assert!(!has(&other, Meaning::Maker) && has(&other, Meaning::WhoseRegister));
    assert!(!other.to_json().contains("\"by\""));
}

#[test]
fn the_maker_is_a_line_of_visible_text() {
    for text in ["", "  ", "a\u{202e}b", "a\tb", &"x".repeat(MAX_BY + 1)] {
        assert_eq!(MadeBy::parse(text), None, "{text:?}");
    }
    assert!(MadeBy::parse(&"Ә".repeat(MAX_BY)).is_some());
}
