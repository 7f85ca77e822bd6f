//! Tests of what is stated beside a document.

use super::*;
use crate::error::FormField;
use crate::fixture::{HOLDER_NAME, iin};
use crate::verdict::Fact;

/// The verdict on the document of a case, with the fields of a row beside it.
fn beside(case: &Case, fields: &str) -> Verdict {
    let presented = case.presented();
    let form = Form::beside(&format!("{{{fields}}}"), &presented).unwrap();
    verify_beside(&case.snapshot(), &presented, &form, &case.question)
}

fn fields(verdict: &Verdict) -> Option<&Fact> {
    let finding = verdict.findings().iter().find(|one| one.check == CheckId::StatedBeside).unwrap();
    finding.facts.get("fields")
}

fn field_of(name: &str) -> FormField {
    FormField::ALL.iter().copied().find(|field| field.name() == name).unwrap()
}

const VIOLATED: &str = "register.stated-beside violated";

#[test]
fn whatever_a_row_states_is_compared_with_its_document() {
    let holder = format!(r#""holder":"{}""#, iin().as_str());
    let code = valid_claims().code.unwrap().printed();
    for (row, expected) in [
        (String::new(), None),
        (holder.clone(), None),
        (format!(r#""holder":"{}.0""#, iin().as_str()), None),
        (format!(r#""holder":"ИИН {} (проверен)""#, iin().as_str()), None),
        (format!(r#""number":"{NUMBER}.0""#), None),
        (r#""number":"240000012299.0""#.into(), Some("number")),
        (format!(r#"{holder},"name":"{HOLDER_NAME}","number":"{NUMBER}","code":"{code}""#), None),
        (format!(r#""number":" {NUMBER}\u200b""#), None),
        (r#""name":"СЫНАҚБАЕВА үлгіжан""#.into(), None),
        (r#""profession":"7212-1","level":"4","valid_until":"2030-05-20""#.into(), None),
        (r#""holder":"P-2""#.into(), Some("holder")),
        (r#""number":"240000012299""#.into(), Some("number")),
        (r#""code":"0000-0000-0000-0000-0""#.into(), Some("code")),
        (r#""name":"Қиялов Өрнекбай""#.into(), Some("name")),
        (format!(r#"{holder},"name":"Қиялов Үлгіжан""#), Some("name")),
        (r#""profession":"4131-2""#.into(), Some("profession")),
        (r#""edition":"2024""#.into(), Some("profession")),
        (r#""qualification":"7212-1-5""#.into(), Some("qualification")),
        (r#""level":"5""#.into(), Some("level")),
        (r#""skills":["S1"]"#.into(), Some("skills")),
        (r#""centre":"BIN-B""#.into(), Some("centre")),
        (r#""accreditation":"NCE-2""#.into(), Some("accreditation")),
        (r#""basis":{"kind":"standard","id":"PS-2"}"#.into(), Some("basis")),
        (r#""basis":{"id":"PS-1"}"#.into(), None),
        (r#""basis":{"id":"PS-2"}"#.into(), Some("basis")),
        (r#""exam_on":"2025-05-10""#.into(), Some("exam_on")),
        (r#""issued_on":"2025-05-19""#.into(), Some("issued_on")),
        (r#""valid_until":"2031-05-20""#.into(), Some("valid_until")),
    ] {
        let verdict = beside(&Case::valid(), &row);
        let outcome = if expected.is_some() { Outcome::Invalid } else { Outcome::Valid };
        assert_eq!(verdict.outcome(), outcome, "{row}: {:?}", roots(&verdict));
        let expected_fields = expected.map(|field| Fact::Fields(vec![field_of(field)]));
        assert_eq!(fields(&verdict), expected_fields.as_ref(), "{row}");
        let expected: Vec<&str> = expected.map(|_| VIOLATED).into_iter().collect();
        assert_eq!(roots(&verdict), expected, "{row}");
    }
}

/// The verdict discloses nothing about the document's holder to another person.
#[test]
fn a_contradiction_shows_no_holder() {
    let verdict = beside(&Case::valid(), r#""holder":"P-2","name":"Қиялов Өрнекбай""#);
    assert_eq!(fields(&verdict), Some(&Fact::Fields(vec![field_of("holder"), field_of("name")])));
    assert_eq!(verdict.document.holder, None);
    assert!(!verdict.to_json().contains(iin().as_str()) && !verdict.to_json().contains("P-2"));
}

/// Part of the name on the document is not a different name. It suffices together with the identity number, but not
/// alone.
#[test]
fn a_part_of_the_name_is_enough_with_the_identity_number() {
    let holder = iin();
    for part in ["Сынақбаева", "Ү. С.", "СЫНАҚБАЕВА Ү.", "Сынақбаева Үлгіжан Мысалқызы", "Ү. Сынакбаева"]
    {
        let alone = beside(&Case::valid(), &format!(r#""name":"{part}""#));
        let spelling = "register.stated-beside undetermined exact-spelling".to_string();
        assert_eq!((alone.outcome(), roots(&alone)), (Outcome::Indeterminate, vec![spelling]), "{part}");
        let both = beside(&Case::valid(), &format!(r#""name":"{part}","holder":"{}""#, holder.as_str()));
        assert_eq!(both.outcome(), Outcome::Valid, "{part}: {:?}", roots(&both));
    }
    for other in ["К. С.", "Сынақбаев Үлгіжан", "Сынақбаева Әлия", "Сынақбаева К."]
    {
        let both = beside(&Case::valid(), &format!(r#""name":"{other}","holder":"{}""#, holder.as_str()));
        assert_eq!(both.outcome(), Outcome::Invalid, "{other}");
    }
}

/// A value that cannot be compared is not confirmed; values that the document itself states are always compared.
#[test]
fn without_a_record_a_row_is_not_confirmed() {
    let mut plain = Case::valid();
    plain.register.documents.insert(NUMBER.into(), Record::Plain);
    plain.claims.code = None;
    let same = format!(r#""holder":"{}""#, iin().as_str());
    assert_eq!(beside(&plain, &same).outcome(), Outcome::Indeterminate);
    assert_eq!(beside(&plain, r#""holder":"P-2""#).outcome(), Outcome::Invalid);
    assert_eq!(beside(&plain, r#""level":"5""#).outcome(), Outcome::Indeterminate);
}

/// A row does not improve a document's findings: it adds one finding and changes no other.
#[test]
fn a_row_changes_no_other_finding() {
    let mut cases: Vec<Case> = (0..3).map(|_| Case::valid()).collect();
    cases[1].claims.level = "5".into();
    cases[2].claims.code = None;
    let code = valid_claims().code.unwrap().printed();
    for case in &cases {
        let (alone, verdict) = (case.verdict(), beside(case, &format!(r#""level":"4","code":"{code}""#)));
        for (left, right) in alone.findings().iter().zip(verdict.findings()) {
            assert!(left == right || left.check == CheckId::StatedBeside, "{}", left.check.id());
        }
        assert_eq!(alone.outcome() == Outcome::Valid, verdict.outcome() == Outcome::Valid);
    }
}

/// The document of a row can be a typed form.
#[test]
fn a_form_beside_a_form_is_compared() {
    let mut case = Case::valid();
    let code = valid_claims().code.unwrap().printed();
    case.form = Some(format!(r#"{{"number":"{NUMBER}","code":"{code}","holder":"{}"}}"#, iin().as_str()));
    assert_eq!(beside(&case, &format!(r#""name":"{HOLDER_NAME}""#)).outcome(), Outcome::Valid);
    assert_eq!(roots(&beside(&case, r#""name":"Қиялов Өрнекбай""#)), [VIOLATED]);
    assert_eq!(roots(&beside(&case, r#""holder":"P-2""#)), [VIOLATED]);
}
