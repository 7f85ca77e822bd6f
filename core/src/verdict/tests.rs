use super::*;
use alloc::collections::BTreeSet;

fn all(answer: impl Fn(CheckId) -> Answer) -> Findings {
    let mut findings = Findings::new();
    for check in CheckId::ALL {
        findings.record(check, answer(check), Facts::new());
    }
    findings
}

#[test]
fn ids_and_numbers_of_checks_are_unique() {
    let ids: BTreeSet<_> = CheckId::ALL.iter().map(|check| check.id()).collect();
    let codes: BTreeSet<_> = CheckId::ALL.iter().map(|check| check.code()).collect();
    assert_eq!((ids.len(), codes.len()), (CheckId::ALL.len(), CheckId::ALL.len()));
}

#[test]
fn no_findings_are_not_valid() {
    let (outcome, findings) = Findings::new().conclude(false);
    assert_eq!(outcome, Outcome::Indeterminate);
    assert_eq!(findings.len(), CheckId::ALL.len());
}

/// Whichever single check is not made, is left out, or does not hold: the document is not valid.
#[test]
fn every_check_counts() {
    assert_eq!(all(|_| Answer::Satisfied).conclude(false).0, Outcome::Valid);
    for odd in CheckId::ALL {
        let with = |answer: Answer| {
            all(|check| if check == odd { answer.clone() } else { Answer::Satisfied }).conclude(false).0
        };
        assert_eq!(with(Answer::Violated), Outcome::Invalid, "{odd:?}");
        assert_eq!(with(Answer::Undetermined(vec![])), Outcome::Indeterminate, "{odd:?}");
        assert_eq!(with(Answer::Contestable(vec![])), Outcome::Indeterminate, "{odd:?}");
        assert_eq!(
            with(Answer::NotApplicable(Some(CheckId::RegisterListed))),
            Outcome::Indeterminate,
            "{odd:?}"
        );
        let left_out =
            if odd.may_not_apply() == MayNotApply::Always { Outcome::Valid } else { Outcome::Indeterminate };
        assert_eq!(with(Answer::NotApplicable(None)), left_out, "{odd:?}");
        let mut findings = Findings::new();
        for check in CheckId::ALL.into_iter().filter(|check| *check != odd) {
            findings.record(check, Answer::Satisfied, Facts::new());
        }
        assert_eq!(findings.conclude(false).0, Outcome::Indeterminate, "{odd:?}");
    }
}

/// A check that may not be left out is reported as not made, and not as one that does not apply.
#[test]
fn a_check_left_out_is_reported_as_not_made() {
    let not_made = Answer::Undetermined(vec![Missing::CheckNotMade]);
    for typed in [false, true] {
        let (_, findings) = all(|_| Answer::NotApplicable(None)).conclude(typed);
        for finding in findings {
            let may = finding.check.may_not_apply().allows(typed);
            let expected = if may { Answer::NotApplicable(None) } else { not_made.clone() };
            assert_eq!(finding.answer, expected, "{:?}, typed: {typed}", finding.check);
        }
    }
}

#[test]
fn a_check_recorded_twice_is_never_satisfied() {
    let not_made = Answer::Undetermined(vec![Missing::CheckNotMade]);
    for (first, second, expected) in [
        (Answer::Satisfied, Answer::Satisfied, not_made),
        (Answer::Satisfied, Answer::Violated, Answer::Violated),
        (Answer::Violated, Answer::Satisfied, Answer::Violated),
    ] {
        let mut findings =
            all(|check| if check == CheckId::Mode { first.clone() } else { Answer::Satisfied });
        findings.record(CheckId::Mode, second, Facts::new());
        assert_eq!(findings.answer(CheckId::Mode), Some(&expected));
        assert_ne!(findings.conclude(false).0, Outcome::Valid);
    }
}

#[test]
fn names_of_missing_things_are_unique() {
    let names: BTreeSet<_> = Missing::REASONS.iter().map(|missing| missing.name()).collect();
    assert_eq!(names.len(), Missing::REASONS.len());
    assert!(CheckId::ALL.iter().all(|check| !names.contains(check.id())));
}
