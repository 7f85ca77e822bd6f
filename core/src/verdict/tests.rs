use super::*;
use alloc::collections::BTreeSet;

fn all(answer: impl Fn(CheckId) -> CheckAnswer) -> Findings {
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
    assert_eq!(all(|_| CheckAnswer::Satisfied).conclude(false).0, Outcome::Valid);
    for odd in CheckId::ALL {
        let with = |answer: CheckAnswer| {
            all(|check| if check == odd { answer.clone() } else { CheckAnswer::Satisfied }).conclude(false).0
        };
        assert_eq!(with(CheckAnswer::Violated), Outcome::Invalid, "{odd:?}");
        assert_eq!(with(CheckAnswer::Undetermined(vec![])), Outcome::Indeterminate, "{odd:?}");
        assert_eq!(with(CheckAnswer::Contestable(vec![])), Outcome::Indeterminate, "{odd:?}");
        assert_eq!(
            with(CheckAnswer::NotApplicable(Some(CheckId::RegisterListed))),
            Outcome::Indeterminate,
            "{odd:?}"
        );
        let left_out =
            if odd.may_not_apply() == MayNotApply::Always { Outcome::Valid } else { Outcome::Indeterminate };
        assert_eq!(with(CheckAnswer::NotApplicable(None)), left_out, "{odd:?}");
        let mut findings = Findings::new();
        for check in CheckId::ALL.into_iter().filter(|check| *check != odd) {
            findings.record(check, CheckAnswer::Satisfied, Facts::new());
        }
        assert_eq!(findings.conclude(false).0, Outcome::Indeterminate, "{odd:?}");
    }
}

/// A check that may not be left out is reported as not made, and not as one that does not apply.
#[test]
fn a_check_left_out_is_reported_as_not_made() {
    let not_made = CheckAnswer::Undetermined(vec![MissingForCheck::CheckNotMade]);
    for typed in [false, true] {
        let (_, findings) = all(|_| CheckAnswer::NotApplicable(None)).conclude(typed);
        for finding in findings {
            let may = finding.check.may_not_apply().allows(typed);
            let expected = if may { CheckAnswer::NotApplicable(None) } else { not_made.clone() };
            assert_eq!(finding.answer, expected, "{:?}, typed: {typed}", finding.check);
        }
    }
}

#[test]
fn a_check_recorded_twice_is_never_satisfied() {
    let not_made = CheckAnswer::Undetermined(vec![MissingForCheck::CheckNotMade]);
    for (first, second, expected) in [
        (CheckAnswer::Satisfied, CheckAnswer::Satisfied, not_made),
        (CheckAnswer::Satisfied, CheckAnswer::Violated, CheckAnswer::Violated),
        (CheckAnswer::Violated, CheckAnswer::Satisfied, CheckAnswer::Violated),
    ] {
        let mut findings =
            all(|check| if check == CheckId::Mode { first.clone() } else { CheckAnswer::Satisfied });
        findings.record(CheckId::Mode, second, Facts::new());
        assert_eq!(findings.answer(CheckId::Mode), Some(&expected));
        assert_ne!(findings.conclude(false).0, Outcome::Valid);
    }
}

#[test]
fn names_of_missing_things_are_unique() {
    let names: BTreeSet<_> = MissingForCheck::REASONS.iter().map(|missing| missing.name()).collect();
    assert_eq!(names.len(), MissingForCheck::REASONS.len());
    assert!(CheckId::ALL.iter().all(|check| !names.contains(check.id())));
}
