//! Tests of typed forms: a number, a code and an identity number, with or without more fields.

use super::*;
use crate::fixture::{HOLDER_NAME, NUMBER, iin};
use crate::verdict::{Reason, Repair, Source};

/// Returns the form of the valid document with additional fields.
fn form(more: &str) -> String {
    let code = valid_claims().code.unwrap().printed();
    format!(r#"{{"number":"{NUMBER}","code":"{code}","holder":"{}"{more}}}"#, iin().as_str())
}

fn typed(form: String) -> Verdict {
    after(|case| case.form = Some(form))
}

#[test]
fn number_code_and_holder_are_enough() {
    let verdict = typed(form(""));
    assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]));
    let document = &verdict.document;
    assert_eq!(document.source, Source::Register);
    assert_eq!(document.level.as_deref(), Some("4"), "from the register, not from the form");
    assert_eq!(document.profession.as_ref().unwrap().names.as_ref().unwrap().en, "profession en");
    assert_eq!(document.valid_until, Some(day("2030-05-20")));
}

#[test]
fn without_number_code_or_holder_the_verdict_is_indeterminate() {
    let code = valid_claims().code.unwrap().printed();
    let holder = iin();
    let holder = holder.as_str();
    for (form, root) in [
        (format!(r#"{{"number":"{NUMBER}","holder":"{holder}"}}"#), "register.code undetermined code"),
        (format!(r#"{{"number":"{NUMBER}","code":"{code}"}}"#), "register.holder undetermined holder"),
        (
            format!(r#"{{"number":"999","code":"{code}","holder":"{holder}"}}"#),
            "register.listed undetermined issued-on",
        ),
    ] {
        let verdict = typed(form.clone());
        assert_eq!(
            (verdict.outcome(), roots(&verdict)),
            (Outcome::Indeterminate, vec![root.to_string()]),
            "{form}"
        );
    }
}

/// Each additional field is compared with the record on its own.
#[test]
fn every_typed_field_is_compared() {
    for (more, expected) in [
        (format!(r#","name":"{HOLDER_NAME}""#), None),
        (r#","name":"СЫНАҚБАЕВА  үлгіжан""#.into(), None),
        (r#","name":"Сынакбаева Улгижан""#.into(), Some("register.name undetermined exact-spelling")),
        (r#","name":"Synaqbaeva Ülgijan""#.into(), Some("register.name undetermined same-script")),
        (r#","name":"Қиялов Үлгіжан""#.into(), Some("register.name violated")),
        (r#","profession":"7212-1""#.into(), None),
        (r#","profession":"7212-1","edition":"2017""#.into(), None),
        (r#","profession":"7212-1","edition":"2024""#.into(), Some("register.profession violated")),
        (r#","profession":"4131-2""#.into(), Some("register.profession violated")),
        (r#","qualification":"7212-1-4""#.into(), None),
        (r#","qualification":"7212-1-5""#.into(), Some("register.qualification violated")),
        (r#","level":"4""#.into(), None),
        (r#","level":"5""#.into(), Some("register.level violated")),
        (r#","skills":[]"#.into(), None),
        (r#","skills":["S1"]"#.into(), Some("register.skills violated")),
        (r#","centre":"BIN-A""#.into(), None),
        (r#","centre":"BIN-B""#.into(), Some("register.centre violated")),
        (r#","accreditation":"NCE-1""#.into(), None),
        (r#","accreditation":"NCE-2""#.into(), Some("register.accreditation violated")),
        (r#","basis":{"kind":"standard","id":"PS-1"}"#.into(), None),
        (
            r#","basis":{"kind":"qualification-requirements","id":"PS-1"}"#.into(),
            Some("register.basis violated"),
        ),
        (r#","basis":{"id":"ps-1"}"#.into(), None),
        (r#","basis":{"id":"PS-2"}"#.into(), Some("register.basis violated")),
        (r#","exam_on":"2025-05-11""#.into(), None),
        (r#","exam_on":"2025-05-10""#.into(), Some("register.exam-date violated")),
        (r#","issued_on":"2025-05-20""#.into(), None),
        (r#","issued_on":"2025-05-19""#.into(), Some("register.issue-date violated")),
        (r#","valid_until":"2030-05-20""#.into(), None),
        (r#","valid_until":"2031-05-20""#.into(), Some("register.validity violated")),
    ] {
        let verdict = typed(form(&more));
        let expected: Vec<String> = expected.into_iter().map(Into::into).collect();
        assert_eq!(roots(&verdict), expected, "{more}");
    }
}

#[test]
fn an_edition_without_a_profession_is_compared() {
    assert_eq!(roots(&typed(form(r#","edition":"2024""#))), ["register.profession violated"]);
}

#[test]
fn a_wrong_code_differs_from_a_wrong_holder() {
    let wrong = crate::document::Code([9; 10]).printed();
    let verdict = typed(format!(r#"{{"number":"{NUMBER}","code":"{wrong}","holder":"{}"}}"#, iin().as_str()));
    assert_eq!(roots(&verdict), ["register.code violated"]);
    assert_eq!(verdict.document.source, Source::Presented);
    assert_eq!(verdict.document.level, None, "without the code nothing of the record is disclosed");
    let code = valid_claims().code.unwrap().printed();
    let verdict = typed(format!(r#"{{"number":"{NUMBER}","code":"{code}","holder":"P-1"}}"#));
    assert_eq!(roots(&verdict), ["register.holder violated"]);
    assert!(!verdict.to_json().contains(iin().as_str()), "the holder is not disclosed to a guess");
}

/// With a stated date of issue, an unlisted number violates the check only if the snapshot covers that date.
#[test]
fn an_unlisted_number_depends_on_the_coverage() {
    for (issued_on, root) in [
        ("2025-05-20", "register.listed violated"),
        ("2024-01-01", "register.listed violated"),
        ("2023-12-31", "register.listed undetermined wider-snapshot"),
        ("2026-03-01", "register.listed undetermined newer-snapshot"),
    ] {
        let verdict = typed(format!(r#"{{"number":"999","issued_on":"{issued_on}"}}"#));
        assert_eq!(roots(&verdict), [root], "{issued_on}");
    }
}

/// Checks of the signature and of fields that a form lacks do not apply to it.
#[test]
fn checks_of_missing_fields_do_not_apply_to_a_form() {
    let verdict = typed(form(""));
    for finding in verdict.findings() {
        let id = finding.check.id();
        let left_out = (id.starts_with("document.") && id != "document.issue-date")
            || (id.starts_with("register.")
                && !["register.listed", "register.code", "register.holder"].contains(&id))
            || id == "art20.p3.skill-document-fields";
        assert_eq!(finding.answer == CheckAnswer::NotApplicable(None), left_out, "{id}");
    }
}

/// The thief of an issuing key could leave out the code, so that nothing is compared with the record.
#[test]
fn a_signed_document_must_state_the_code_that_it_was_issued_with() {
    let verdict = after(|case| {
        case.claims.code = None;
        case.claims.level = "5".into();
    });
    assert_eq!(
        (verdict.outcome(), roots(&verdict)),
        (Outcome::Invalid, vec!["register.code violated".into()])
    );
    let code = verdict.findings().iter().find(|finding| finding.check == CheckId::RegisterCode).unwrap();
    assert_eq!(code.facts.reason(), Some(Reason::CodeLeftOut));
    assert_eq!(verdict.document.holder, None);
}

/// A document issued before codes were introduced does not carry the code with which its record was sealed later.
#[test]
fn a_record_sealed_later_leaves_a_document_without_a_code_undetermined() {
    let verdict = after(|case| {
        case.sealed_later();
        case.claims.code = None;
    });
    let root = vec!["register.code undetermined code".to_string()];
    assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Indeterminate, root));
    assert_eq!(
        after(Case::sealed_later).outcome(),
        Outcome::Valid,
        "with the code it is compared as any other"
    );
}

/// A form without a code does not hide anything: whoever types it may not have the document at hand.
#[test]
fn a_form_may_lack_the_code() {
    for later in [false, true] {
        let verdict = after(|case| {
            case.form = Some(format!(r#"{{"number":"{NUMBER}","holder":"{}"}}"#, iin().as_str()));
            if later {
                case.sealed_later();
            }
        });
        let root = vec!["register.code undetermined code".to_string()];
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Indeterminate, root), "later: {later}");
    }
}

/// For documents issued before codes were introduced, the register has only the number and the status.
#[test]
fn a_plain_record_confirms_only_the_status() {
    for (number, cancelled) in [("240000012207", false), ("240000012270", true)] {
        let verdict = typed(format!(r#"{{"number":"{number}","holder":"P-1"}}"#));
        assert_eq!(finding(&verdict, CheckId::RegisterListed), &CheckAnswer::Satisfied);
        let missing = CheckAnswer::Undetermined(vec![MissingForCheck::RecordHasNoCode]);
        assert_eq!(finding(&verdict, CheckId::RegisterCode), &missing);
        assert_eq!(finding(&verdict, CheckId::RegisterHolder), &missing);
        let status = finding(&verdict, CheckId::Cancellation);
        assert_eq!(status, &CheckAnswer::from_bool(!cancelled), "{number}");
        assert_ne!(verdict.outcome(), Outcome::Valid);
    }
}

/// Digits in groups of three from the right, as a spreadsheet separates thousands.
fn grouped(digits: &str, separator: char) -> String {
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| core::str::from_utf8(group).unwrap()).collect();
    groups.join(&separator.to_string())
}

/// Ways to format a value of digits that change nothing, whatever the value.
fn formatted(digits: &str) -> Vec<String> {
    let (front, back) = digits.split_at(digits.len() / 2);
    let wide = digits.chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap()).collect();
    vec![
        digits.into(),
        format!("{front} {back}"),
        format!("{front}\u{a0}{back}"),
        format!("{front}\u{2011}{back}"),
        format!("\u{200e}{front}\u{200b}{back}"),
        format!("№ {digits}"),
        format!("'{digits}"),
        grouped(digits, ' '),
        wide,
    ]
}

/// Ways in which a spreadsheet damages a number.
fn damaged(digits: &str) -> Vec<String> {
    let short = digits.trim_start_matches('0');
    vec![
        format!("{digits}.0"),
        format!("{short},00"),
        grouped(digits, ','),
        format!("{}.00", grouped(short, ',')),
    ]
}

fn form_of(number: &str, code: Option<&str>, holder: &str) -> String {
    let code = code.map_or(String::new(), |code| format!(r#""code":"{code}","#));
    format!(r#"{{"number":"{number}",{code}"holder":"{holder}"}}"#)
}

#[test]
fn formatting_is_not_content() {
    let (code, holder) = (valid_claims().code.unwrap().printed(), iin());
    for number in formatted(NUMBER) {
        let verdict = typed(form_of(&number, Some(&code), holder.as_str()));
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]), "{number}");
        assert_eq!(verdict.document.number, NUMBER);
        assert_eq!(verdict.read_as.number.is_some(), number != NUMBER, "{number}");
        assert_eq!(verdict.repairs, [], "{number}");
    }
    for holder in
        formatted(holder.as_str()).into_iter().chain([format!("ЖСН: {holder}"), format!("ИИН{holder}")])
    {
        let verdict = typed(form_of(NUMBER, Some(&code), &holder));
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]), "{holder}");
    }
    for code in [format!("Код проверки: {code}"), format!("код {code}"), code.replace('-', "\u{ad}")]
    {
        assert_eq!(typed(form_of(NUMBER, Some(&code), holder.as_str())).outcome(), Outcome::Valid, "{code}");
    }
    for more in [
        r#","level":"4.0""#,
        r#","level":"4 уровень""#,
        r#","profession":"7212\u20111""#,
        r#","qualification":"7212–1–4""#,
        r#","centre":"ВIN-А""#,
        r#","accreditation":"NСE‑1""#,
        r#","basis":{"kind":"standard","id":"РS-1"}"#,
        r#","issued_on":"20.05.2025 г.""#,
        r#","exam_on":"11.5.2025 0:00""#,
    ] {
        let verdict = typed(form(more));
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]), "{more}");
    }
}

#[test]
fn the_code_confirms_a_damaged_number() {
    let (code, holder) = (valid_claims().code.unwrap().printed(), iin());
    for number in damaged(NUMBER) {
        let verdict = typed(form_of(&number, Some(&code), holder.as_str()));
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]), "{number}");
        assert_eq!(verdict.read_as.number.as_deref(), Some(NUMBER));
        assert_eq!(verdict.repairs, [Repair::DamagedNumber]);
    }
    for typed_holder in damaged(holder.as_str()) {
        let verdict = typed(form_of(NUMBER, Some(&code), &typed_holder));
        assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]), "{typed_holder}");
        assert_eq!(verdict.read_as.holder, Some(holder.clone()));
        assert_eq!(verdict.repairs, [Repair::DamagedNumber]);
        assert!(verdict.to_json().contains(r#""repairs":["damaged-number"],"read_as":{"holder":"#));
    }
}

/// Nothing is repaired without the code, and a number that cannot be repaired does not count against the document.
#[test]
fn a_damaged_number_is_never_violated() {
    let code = valid_claims().code.unwrap().printed();
    let other = crate::document::Code([9; 10]).printed();
    for code in [None, Some(other.as_str())] {
        for number in damaged(NUMBER) {
            let form = form_of(&number, code, iin().as_str()).replace('}', r#","issued_on":"2025-05-20"}"#);
            let verdict = typed(form);
            assert_eq!(roots(&verdict), ["register.listed undetermined complete-number"], "{number}");
            assert!(verdict.read_as.is_empty() && verdict.repairs.is_empty());
        }
    }
    for holder in ["990140000017.0", "990,140,000,017", "1234567890", "12345678901234"] {
        let verdict = typed(form_of(NUMBER, Some(&code), holder));
        assert_eq!(roots(&verdict), ["register.holder undetermined complete-number"], "{holder}");
    }
    for holder in ["9.9014E+11", "9901400000170", "99014000001", "99014000001?", "990140000018"] {
        let form = form_of(NUMBER, Some(&code), holder);
        assert!(Presented::read(&form).is_err(), "{holder}");
    }
    for (field, value) in
        [("name", "Сынақбаева ?лгіжан"), ("name", "Сынақбаева \u{fffd}лгіжан"), ("level", "?")]
    {
        let form = form(&format!(r#","{field}":"{value}""#));
        assert!(Presented::read(&form).unwrap_err().to_string().contains("lost letters"), "{form}");
    }
    let lost = form_of("2.4E+11", Some(&code), iin().as_str());
    assert!(Presented::read(&lost).unwrap_err().to_string().contains("lost letters"));
}

/// The centre of the fixture has no valid BIN, so a damaged one is an unknown centre and is not repaired.
#[test]
fn a_damaged_centre_is_compared_by_the_code_only() {
    for centre in ["990140000017.0", "990,140,000,017"] {
        let verdict = typed(form(&format!(r#","centre":"{centre}""#)));
        assert_eq!(roots(&verdict), ["register.centre undetermined complete-number"], "{centre}");
    }
    assert_eq!(roots(&typed(form(r#","centre":"990140000017""#))), ["register.centre violated"]);
}

/// No normalisation makes a form valid that differs from the register.
#[test]
fn no_formatting_makes_a_forged_form_valid() {
    let code = valid_claims().code.unwrap().printed();
    let holder = iin();
    let forms = |digits: &str| [formatted(digits), damaged(digits)].concat();
    for number in forms("240000012211").into_iter().chain(forms(&NUMBER[1..])).chain(forms("40000012210")) {
        let verdict = typed(form_of(&number, Some(&code), holder.as_str()));
        assert_ne!(verdict.outcome(), Outcome::Valid, "{number}");
    }
    for other in forms("990140000017") {
        assert_ne!(typed(form_of(NUMBER, Some(&code), &other)).outcome(), Outcome::Valid, "{other}");
    }
    let wrong = crate::document::Code([9; 10]).printed();
    for number in forms(NUMBER) {
        for code in [&wrong, &format!("Код: {wrong}"), &wrong.to_lowercase()] {
            assert_ne!(
                typed(form_of(&number, Some(code), holder.as_str())).outcome(),
                Outcome::Valid,
                "{number}"
            );
        }
    }
    for more in [
        r#","level":"5 уровень""#,
        r#","level":"4.5""#,
        r#","level":"40""#,
        r#","profession":"7212\u20112""#,
        r#","accreditation":"NСE‑2""#,
        r#","issued_on":"05.20.2025""#,
        r#","issued_on":"21.05.2025 г.""#,
        r#","name":"Қиялова Үлгіжан""#,
        r#","name":"Сынақбаева""#,
    ] {
        let verdict = Presented::read(&form(more)).map(|_| typed(form(more)).outcome());
        assert_ne!(verdict.ok(), Some(Outcome::Valid), "{more}");
    }
}
