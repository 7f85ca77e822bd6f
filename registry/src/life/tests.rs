use rastau_core::calendar::Timestamp;

use super::*;
use crate::Register;
use crate::audit::problems;
use crate::demo::{DemoOptions, Keys, REGISTER, fill};
use crate::random::Seeded;

const NUMBER: &str = "000000001001";

fn author() -> Author {
    Author::new(Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), "a.operator", "decision").unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Returns a register whose document [`NUMBER`] was issued on 2026-05-17.
fn register() -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let mut register = Register::create(&folder.path().join("r.sqlite"), REGISTER, "2023-09-04").unwrap();
    let random = &mut Seeded::new("life");
    let options = DemoOptions { documents: 30, now: author().at(), certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    (folder, register)
}

/// A step in a document's lifecycle.
#[derive(Clone, Copy)]
enum Step {
    Cancel(&'static str),
    Reinstate(&'static str),
}

fn apply(register: &Register, number: &str, step: Step) -> Result<(), LifeError> {
    let connection = register.connection();
    let done = match step {
        Step::Cancel(on) => {
            let order = Cancel { number, ground: Ground::CourtDecision, on: day(on), replaced: false };
            cancel(connection, &author(), &order)
        }
        Step::Reinstate(on) => reinstate(connection, &author(), number, day(on)).map(drop),
    };
    done.map_err(|error| match error {
        RegistryError::Life(error) => error,
        other => panic!("{other}"),
    })
}

#[test]
fn wrong_changes_are_refused_and_change_nothing() {
    use Step::{Cancel, Reinstate};
    let number = || String::from(NUMBER);
    let today = day("2026-11-23");
    let issued_on = day("2026-05-17");
    let cases: [(&str, &[Step], Step, LifeError); 11] = [
        (
            "a day before the issue",
            &[],
            Cancel("2026-05-16"),
            LifeError::BeforeIssue { number: number(), on: day("2026-05-16"), issued_on },
        ),
        (
            "a cancellation in the future",
            &[],
            Cancel("2026-11-24"),
            LifeError::Future {
                number: number(),
                what: "the day of the cancellation",
                on: day("2026-11-24"),
                today,
            },
        ),
        (
            "twice",
            &[Cancel("2026-06-01")],
            Cancel("2026-07-01"),
            LifeError::AlreadyCancelled {
                number: number(),
                since: day("2026-06-01"),
                ground: Ground::CourtDecision,
            },
        ),
        (
            "not cancelled",
            &[],
            Reinstate("2026-06-01"),
            LifeError::NotCancelled { number: number(), reinstated_on: None },
        ),
        (
            "reinstated already",
            &[Cancel("2026-06-01"), Reinstate("2026-07-01")],
            Reinstate("2026-08-01"),
            LifeError::NotCancelled { number: number(), reinstated_on: Some(day("2026-07-01")) },
        ),
        (
            "before the cancellation",
            &[Cancel("2026-06-01")],
            Reinstate("2026-05-31"),
            LifeError::BeforeCancellation {
                number: number(),
                on: day("2026-05-31"),
                cancelled_on: day("2026-06-01"),
            },
        ),
        (
            "a reinstatement in the future",
            &[Cancel("2026-06-01")],
            Reinstate("2026-11-24"),
            LifeError::Future {
                number: number(),
                what: "the day of the reinstatement",
                on: day("2026-11-24"),
                today,
            },
        ),
        (
            "within an earlier cancellation",
            &[Cancel("2026-06-01"), Reinstate("2026-07-01")],
            Cancel("2026-06-15"),
            LifeError::BeforeReinstatement {
                number: number(),
                cancelled_on: day("2026-06-01"),
                reinstated_on: day("2026-07-01"),
            },
        ),
        (
            "on the day of an earlier one",
            &[Cancel("2026-06-01"), Reinstate("2026-06-01")],
            Cancel("2026-06-01"),
            LifeError::BeforeReinstatement {
                number: number(),
                cancelled_on: day("2026-06-01"),
                reinstated_on: day("2026-06-01"),
            },
        ),
        (
            "before an earlier one",
            &[Cancel("2026-06-01"), Reinstate("2026-07-01")],
            Cancel("2026-05-20"),
            LifeError::BeforeReinstatement {
                number: number(),
                cancelled_on: day("2026-06-01"),
                reinstated_on: day("2026-07-01"),
            },
        ),
        (
            "before the last of two",
            &[Cancel("2026-06-01"), Reinstate("2026-07-01"), Cancel("2026-08-01"), Reinstate("2026-09-01")],
            Cancel("2026-07-15"),
            LifeError::BeforeReinstatement {
                number: number(),
                cancelled_on: day("2026-08-01"),
                reinstated_on: day("2026-09-01"),
            },
        ),
    ];
    for (name, before, step, expected) in cases {
        let (_folder, register) = register();
        before.iter().for_each(|step| apply(&register, NUMBER, *step).unwrap());
        let entry_before = entry(register.connection(), NUMBER).unwrap();
        let head = crate::audit::head(register.connection()).unwrap();
        assert_eq!(apply(&register, NUMBER, step), Err(expected), "{name}");
        assert_eq!(entry(register.connection(), NUMBER).unwrap(), entry_before, "{name}");
        assert_eq!(crate::audit::head(register.connection()).unwrap(), head, "{name}");
    }
}

/// A cancellation may begin on the day on which the previous one ends; the day of issue and today
/// are allowed.
#[test]
fn a_document_may_be_cancelled_again() {
    let (_folder, register) = register();
    for step in [
        Step::Cancel("2026-05-17"),
        Step::Reinstate("2026-06-01"),
        Step::Cancel("2026-06-01"),
        Step::Reinstate("2026-11-23"),
        Step::Cancel("2026-11-23"),
    ] {
        apply(&register, NUMBER, step).unwrap();
    }
    assert_eq!(entry(register.connection(), NUMBER).unwrap().cancellations.len(), 3);
    assert_eq!(problems(register.connection()).unwrap(), []);
    assert!(
        crate::check::check(&register)
            .unwrap()
            .iter()
            .all(|problem| problem.kind.severity() == crate::check::Severity::Warning)
    );
}

#[test]
fn a_snapshot_carries_at_most_32_cancellations() {
    let (_folder, register) = register();
    let first = day("2026-06-01");
    for at in 0..32 {
        let (on, end) = (first.plus_days(at * 2), first.plus_days(at * 2 + 1));
        let order = Cancel { number: NUMBER, ground: Ground::OtherLaw, on, replaced: false };
        cancel(register.connection(), &author(), &order).unwrap();
        reinstate(register.connection(), &author(), NUMBER, end).unwrap();
    }
    let expected = LifeError::TooManyCancellations { number: NUMBER.into() };
    assert_eq!(apply(&register, NUMBER, Step::Cancel("2026-11-01")), Err(expected));
}

#[test]
fn an_unknown_number_names_the_one_that_looks_like_it() {
    let (_folder, register) = register();
    let unknown = |number: &str, similar: Option<&str>| LifeError::UnknownNumber {
        number: number.into(),
        similar: similar.map(Into::into),
    };
    for (number, similar) in [("1001", Some(NUMBER)), ("00000000100１", Some(NUMBER)), ("4711", None)] {
        for step in [Step::Cancel("2026-06-01"), Step::Reinstate("2026-06-01")] {
            assert_eq!(apply(&register, number, step), Err(unknown(number, similar)));
        }
        let shown = entry(register.connection(), number).unwrap_err();
        assert!(matches!(shown, RegistryError::Life(error) if error == unknown(number, similar)));
    }
    let check = |new: &[(&str, &str)]| {
        let new: Vec<_> = new.iter().map(|(number, on)| (*number, day(on))).collect();
        check_new(register.connection(), &new, day("2026-11-23")).map_err(|error| error.to_string())
    };
    let today = "2026-11-23";
    assert_eq!(check(&[("N-1", today), ("N-2", today)]), Ok(()));
    let alike = "people cannot tell the number 1001 from that of document 000000001001";
    for new in [&[("1001", today)][..], &[("N-1", today), ("1001", today), ("N-2", today)]] {
        assert!(check(new).unwrap_err().contains(alike), "{new:?}");
    }
    assert!(check(&[("N-1", today), ("N-2", "2026-11-24")]).unwrap_err().contains("is in the future"));
    // Documents of one list are compared with one another, when they are in the register.
    assert_eq!(check(&[("000000001001", today), ("000000001002", today)]), Ok(()));
    let sql = "UPDATE documents SET number = '1001' WHERE number = '000000001002'";
    register.connection().execute(sql, ()).unwrap();
    assert!(check(&[("000000001001", today), ("1001", today)]).is_err());
}

/// A document that is in force again was not replaced.
#[test]
fn a_reinstated_document_is_not_replaced() {
    let (_folder, register) = register();
    let connection = register.connection();
    let order =
        Cancel { number: NUMBER, ground: Ground::IssuedInError, on: day("2026-06-01"), replaced: true };
    cancel(connection, &author(), &order).unwrap();
    assert!(entry(connection, NUMBER).unwrap().replaced);
    assert!(reinstate(connection, &author(), NUMBER, day("2026-06-02")).unwrap());
    assert!(!entry(connection, NUMBER).unwrap().replaced);
    apply(&register, NUMBER, Step::Cancel("2026-06-03")).unwrap();
    assert!(!entry(connection, NUMBER).unwrap().replaced);
    assert!(!reinstate(connection, &author(), NUMBER, day("2026-06-04")).unwrap());
    let author = author();
    let journal = &mut Journal::new(connection, &author, Action::Apply).unwrap();
    let error = mark_replaced(journal, NUMBER).unwrap_err();
    assert!(matches!(error, RegistryError::Life(LifeError::ReplacedInForce { .. })), "{error}");
}
