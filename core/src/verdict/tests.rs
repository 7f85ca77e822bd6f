use super::*;
use alloc::collections::BTreeSet;

fn all(answer: impl Fn(CheckId) -> Answer) -> Ledger {
    let mut ledger = Ledger::new();
    for check in CheckId::ALL {
        ledger.enter(check, answer(check), Facts::new());
    }
    ledger
}

#[test]
fn ids_and_numbers_are_unique() {
    let ids: BTreeSet<_> = CheckId::ALL.iter().map(|check| check.id()).collect();
    let codes: BTreeSet<_> = CheckId::ALL.iter().map(|check| check.code()).collect();
    assert_eq!((ids.len(), codes.len()), (CheckId::ALL.len(), CheckId::ALL.len()));
}

#[test]
fn an_empty_ledger_is_not_valid() {
    let (outcome, findings) = Ledger::new().conclude(false);
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
        let mut ledger = Ledger::new();
        for check in CheckId::ALL.into_iter().filter(|check| *check != odd) {
            ledger.enter(check, Answer::Satisfied, Facts::new());
        }
        assert_eq!(ledger.conclude(false).0, Outcome::Indeterminate, "{odd:?}");
    }
}

#[test]
fn the_first_answer_stands() {
    let mut ledger = Ledger::new();
    ledger.enter(CheckId::Mode, Answer::Violated, Facts::new());
    ledger.enter(CheckId::Mode, Answer::Satisfied, Facts::new());
    assert_eq!(ledger.answer(CheckId::Mode), Some(&Answer::Violated));
}
