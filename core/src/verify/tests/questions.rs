//! Tests of the date in question, the clock, the age of the snapshot and the policy.

use super::*;
use crate::calendar::{Date, Term};
use crate::document::claims::BasisKind;
use crate::fixture::{EDITION, NUMBER, WELDER, dated, profession};
use crate::snapshot::OpenOptions;
use crate::snapshot::rows::{Mode, Profession, key};
use crate::snapshot::status::{Cancellation, Ground};

fn cancelled(case: &mut Case, spans: &[(&str, &str)]) {
    let one = |(on, until): &(&str, &str)| {
        Cancellation::new(day(on), Ground::ConfirmedComplaint, Date::parse(until))
    };
    case.register.cancellations.insert(NUMBER.into(), spans.iter().map(one).collect());
}

/// A question about a past date is answered from the facts in force on that date.
#[test]
fn the_date_in_question_decides() {
    let cancellation = "art26.p2.part2.document-cancellation";
    let not_yet: &[String] = &["art21.p5.document-validity violated".into()];
    let cancelled_then: &[String] = &[format!("{cancellation} violated")];
    let future: &[String] = &[format!("{cancellation} undetermined future")];
    for (on, expected) in [
        ("2025-05-19", not_yet),
        ("2025-05-20", &[]),
        ("2025-08-31", &[]),
        ("2025-09-01", cancelled_then),
        ("2025-09-30", cancelled_then),
        ("2025-10-01", &[]),
        ("2026-01-31", &[]),
        ("2026-02-01", cancelled_then),
        ("2026-03-02", cancelled_then),
        ("2026-03-03", cancelled_then),
    ] {
        let verdict = after(|case| {
            cancelled(case, &[("2025-09-01", "2025-10-01"), ("2026-02-01", "")]);
            case.on(on);
        });
        assert_eq!(roots(&verdict), expected, "{on}");
        assert_eq!(verdict.evaluated_on, day(on));
    }
    for (on, expected) in [("2026-03-02", &[][..]), ("2026-03-03", future), ("2030-05-19", future)] {
        assert_eq!(roots(&after(|case| case.on(on))), expected, "{on}, never cancelled");
    }
}

/// The grades change by the second: the next update is due on 8 March 08:00, the grace period is a week, and the manifest
/// expires on 1 June.
#[test]
fn freshness_has_four_grades() {
    use Freshness::{Current, Expired, Late, Stale};
    for (clock, grade) in [
        ("2026-03-08T08:00:00Z", Current),
        ("2026-03-08T08:00:01Z", Late),
        ("2026-03-15T08:00:00Z", Late),
        ("2026-03-15T08:00:01Z", Stale),
        ("2026-06-01T00:00:00Z", Stale),
        ("2026-06-01T00:00:01Z", Expired),
        ("2040-01-01T00:00:00Z", Expired),
    ] {
        for accept in [Current, Late, Stale, Expired] {
            let verdict = after(|case| {
                case.clock(clock);
                case.question.policy.accept = accept;
                // The validity extends beyond 2040.
                let claims = case.claims.clone();
                case.register.issue_with_term(&claims, Sealing::ByTerm, Term::Months(1200));
                case.register.add_keeper_row(key::profession(WELDER, EDITION), &long());
            });
            // Expired data decides nothing under any policy.
            let accepted = grade <= accept && grade < Expired;
            let fresh = finding(&verdict, CheckId::SnapshotFresh);
            assert_eq!(*fresh == CheckAnswer::Satisfied, accepted, "{clock}, {accept:?}");
            assert_eq!(
                (verdict.freshness, verdict.outcome() == Outcome::Valid),
                (grade, accepted),
                "{clock}, {accept:?}"
            );
        }
    }
}

fn long() -> Profession {
    let mut welder = profession("2023-09-04", "", Mode::Voluntary, 1200);
    welder.bases = vec![dated(BasisKind::Standard, "PS-1", "2024-06-01", "")];
    welder
}

/// The earliest of three expiry times counts: that of the manifest, the list of centres or the root.
#[test]
fn the_earliest_expiry_counts() {
    let ends: [fn(&mut Bundle); 3] = [
        |bundle| bundle.manifest.not_after = Timestamp(bundle.fresh.checked_at.0 + 1),
        |bundle| bundle.centres.not_after = Timestamp(bundle.fresh.checked_at.0 + 1),
        |bundle| bundle.root.expires = time("2026-03-05T00:00:00Z"),
    ];
    for (end, clock) in ends.into_iter().zip([CLOCK, CLOCK, "2026-03-05T00:00:01Z"]) {
        let verdict = after(|case| {
            case.bundle = end;
            case.clock(clock);
            case.question.policy.accept = Freshness::Stale;
        });
        assert_eq!(verdict.freshness, Freshness::Expired);
        assert_eq!(roots(&verdict), ["snapshot.fresh undetermined newer-snapshot"]);
    }
}

/// A stale snapshot still answers about a day that it covers completely, until it expires.
#[test]
fn a_stale_snapshot_answers_about_past_days() {
    for (on, clock, outcome) in [
        ("2026-02-28", "2026-05-31T00:00:00Z", Outcome::Valid),
        ("2026-02-28", "2026-06-01T00:00:01Z", Outcome::Indeterminate),
        ("2026-03-02", "2026-05-31T00:00:00Z", Outcome::Indeterminate),
    ] {
        let verdict = after(|case| {
            case.on(on);
            case.clock(clock);
        });
        assert_eq!(verdict.outcome(), outcome, "{on}, {clock}");
    }
}

/// The snapshot was made at noon of 1 March, so it lacks the events of that afternoon.
#[test]
fn the_day_of_the_snapshot_is_not_completely_known() {
    let verdict = after(|case| {
        case.on("2026-03-01");
        case.clock("2026-05-31T00:00:00Z");
    });
    assert_eq!(roots(&verdict), ["snapshot.fresh undetermined newer-snapshot"]);
}

/// A clock behind the signed time is reported, and the signed time is used instead: a cancelled document stays cancelled.
#[test]
fn a_clock_set_back_does_not_undo_a_cancellation() {
    for clock in ["2026-03-01T07:49:59Z", "2020-01-01T00:00:00Z", "1970-01-01T00:00:00Z"] {
        let verdict = after(|case| {
            cancelled(case, &[("2026-03-01", "")]);
            case.clock(clock);
        });
        assert_eq!(verdict.evaluated_on, day("2026-03-01"), "{clock}");
        assert_eq!(verdict.outcome(), Outcome::Invalid);
        assert_eq!(
            finding(&verdict, CheckId::ClockPlausible),
            &CheckAnswer::Undetermined(vec![MissingForCheck::Clock])
        );
    }
    let verdict = after(|case| case.question.clock = Timestamp(u64::MAX));
    assert_eq!(verdict.freshness, Freshness::Expired, "the largest time does not overflow");
}

#[test]
fn extreme_grace_and_dates_do_not_panic() {
    for on in [Date::MIN, Date::MAX] {
        let verdict = after(|case| {
            case.question.on = Some(on);
            case.question.policy.grace = u64::MAX;
        });
        assert_ne!(verdict.outcome(), Outcome::Valid, "{on}");
    }
}

/// A device stores the latest time that its clock showed. A clock behind that time is implausible, and a validity that
/// ended before that time stays ended.
#[test]
fn a_clock_behind_its_latest_time_is_implausible() {
    let mut case = Case::valid();
    case.bundle = |bundle| bundle.root.expires = time("2040-01-01T00:00:00Z");
    let shown = time("2026-03-05T00:00:00Z");
    let ask = |clock: &str, shown: Timestamp| {
        let question = Question { clock: time(clock), ..case.question };
        let signed = case.signed();
        let options = OpenOptions::pinned(&signed.trust_root, question.clock).latest_clock(shown);
        verify(&signed.open_with(&options).unwrap(), &case.presented(), &question)
    };
    let right = ask("2026-03-05T00:00:00Z", shown);
    assert_eq!(finding(&right, CheckId::ClockPlausible), &CheckAnswer::Satisfied);
    let plausible = ask("2026-03-04T23:50:00Z", shown);
    assert_eq!(finding(&plausible, CheckId::ClockPlausible), &CheckAnswer::Satisfied, "within the tolerance");
    let behind = ask("2026-03-04T23:49:59Z", shown);
    assert_eq!(
        finding(&behind, CheckId::ClockPlausible),
        &CheckAnswer::Undetermined(vec![MissingForCheck::Clock])
    );
    assert_eq!(behind.outcome(), Outcome::Indeterminate);
    // The document is valid until May 2030. It stays expired after the clock is set back to before that.
    let ended = ask("2026-03-05T00:00:00Z", time("2030-06-01T00:00:00Z"));
    assert_eq!(ended.outcome(), Outcome::Invalid);
    // So does the snapshot.
    assert_eq!((right.freshness, ended.freshness), (Freshness::Current, Freshness::Expired));
}
