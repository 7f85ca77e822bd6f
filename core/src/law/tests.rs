//! Tests of the rules: properties and invariants, and the answers of the checks of a document. The cases of the rules are the corpus.

mod accrediting;
mod cases;
mod centre;
mod certificate_term;
mod corpus;
mod criteria;
mod interface;
mod invariants;
mod kleene;
mod means;
mod norms;
mod properties;
mod resumption;
mod revocation;
mod revocation_decision;
mod revoking;
mod termination;
mod voucher;
mod voucher_validity;

use super::articles::a15_recognition::p1_register::{
    Dated, profession_of_document, profession_recognisable, version_of_document, version_on,
};
use super::articles::a15_recognition::p3_centre::centre_of_document;
use super::articles::a15_recognition::p4_basis::basis;
use super::articles::a15_recognition::p5_other_law::mandatory_other_law;
use super::articles::a17_centres::p1_status::{Standing, standing};
use super::articles::a20_skills::{SkillNames, skill_document_fields};
use super::articles::a21_document::p5_validity::document_validity;
use super::articles::a26_end_of_accreditation::p2_part2_cancelled_documents::document_cancellation;
use super::articles::a31_entry_into_force::{entry_into_force, first_published_on};
use super::*;
use crate::calendar::{Date, Term};
use crate::document::claims::{Basis, BasisKind};
use crate::facts::Reason;
use crate::fixture::{dated, localized, profession};
use crate::fixture::{day, interval, time};
use crate::snapshot::rows::{
    Accreditation, Centre, Event, EventKind, Mode, Profession, ProfessionVersion, Route, Scope,
};
use crate::snapshot::status::{Cancellation, Ground};
use crate::snapshot::verified::StatedEnd;

/// The answer's name, with the readings of a contestable one.
fn name(answer: &RuleAnswer) -> String {
    match answer {
        RuleAnswer::Contestable(readings) => {
            let one = |reading: &crate::law::Reading| format!("{}:{}", reading.reading, reading.satisfied);
            readings.iter().map(one).collect::<Vec<_>>().join(" ")
        }
        RuleAnswer::Undetermined(missing) => {
            let names: Vec<_> = missing.iter().map(|one| one.name()).collect();
            format!("undetermined {}", names.join(" "))
        }
        other => other.name().to_string(),
    }
}

#[test]
fn the_law_is_in_force_from_4_september_2023() {
    assert_eq!(first_published_on(), day("2023-07-05"));
    for (on, answer) in [("2023-09-03", "violated"), ("2023-09-04", "satisfied"), ("2026-01-01", "satisfied")]
    {
        let ruling = entry_into_force(first_published_on(), day(on));
        assert_eq!(name(&ruling.answer), answer, "{on}");
        assert_eq!(ruling.value.date("in_force_since"), Some(day("2023-09-04")));
    }
}

#[test]
fn a_profession_counts_from_its_first_to_its_last_day() {
    let mut entry = profession("2024-01-01", "2024-12-31", Mode::Voluntary, 60);
    let again = interval("2025-03-01", "");
    entry.versions.push(ProfessionVersion { interval: again, mode: Mode::Voluntary, term: Term::Months(12) });
    for (on, answer, months) in [
        ("2023-12-31", "violated", None),
        ("2024-01-01", "satisfied", Some(60)),
        ("2024-12-31", "satisfied", Some(60)),
        ("2025-01-01", "violated", None),
        ("2025-02-28", "violated", None),
        ("2025-03-01", "satisfied", Some(12)),
        ("9999-12-31", "satisfied", Some(12)),
    ] {
        assert_eq!(
            name(&profession_recognisable("x", Some(&entry), Dated("issued_on", day(on))).answer),
            answer,
            "{on}"
        );
        let version = version_on(&entry, day(on));
        assert_eq!(version.map(|version| version.term.months_or_zero()), months, "{on}");
    }
    assert_eq!(
        name(&profession_recognisable("x", None, Dated("issued_on", day("2024-06-01"))).answer),
        "violated"
    );
    let none = Profession { versions: vec![], ..entry };
    assert_eq!(
        name(&profession_recognisable("x", Some(&none), Dated("issued_on", day("2024-06-01"))).answer),
        "violated"
    );
}

#[test]
fn a_mandatory_profession_is_left_to_its_own_law() {
    assert_eq!(name(&mandatory_other_law(&Mode::Voluntary).answer), "satisfied");
    let ruling = mandatory_other_law(&Mode::Mandatory { other_law: "Law on traffic".into() });
    assert_eq!(name(&ruling.answer), "undetermined other-law");
    assert_eq!(ruling.value.text("other_law"), Some("Law on traffic"));
}

#[test]
fn requirements_apply_only_while_no_standard_is_in_force() {
    use BasisKind::{QualificationRequirements as Requirements, Standard};
    let mut entry = profession("2023-09-04", "", Mode::Voluntary, 60);
    entry.bases = vec![
        dated(Requirements, "QR", "2023-09-04", ""),
        dated(Standard, "PS", "2024-06-01", "2024-12-31"),
        dated(Standard, "PS", "2026-01-01", ""),
        dated(Standard, "PS-2", "2025-06-01", "2025-06-30"),
    ];
    for (kind, id, exam_on, answer, reason) in [
        (Requirements, "QR", "2023-09-03", "violated", Some("not-in-force")),
        (Requirements, "QR", "2023-09-04", "satisfied", None),
        (Requirements, "QR", "2024-05-31", "satisfied", None),
        (Requirements, "QR", "2024-06-01", "violated", Some("standard-exists")),
        (Requirements, "QR", "2024-12-31", "violated", Some("standard-exists")),
        (Requirements, "QR", "2025-01-01", "satisfied", None),
        (Requirements, "QR", "2025-06-15", "violated", Some("standard-exists")),
        (Standard, "PS", "2024-05-31", "violated", Some("not-in-force")),
        (Standard, "PS", "2024-06-01", "satisfied", None),
        (Standard, "PS", "2024-12-31", "satisfied", None),
        (Standard, "PS", "2025-01-01", "violated", Some("not-in-force")),
        (Standard, "PS", "2026-01-01", "satisfied", None),
        (Standard, "QR", "2024-01-01", "violated", Some("not-for-profession")),
        (Requirements, "PS", "2024-07-01", "violated", Some("not-for-profession")),
        (Standard, "", "2024-07-01", "violated", Some("not-for-profession")),
    ] {
        let ruling = basis(&Basis { kind, id: id.into() }, &entry.bases, day(exam_on));
        assert_eq!(
            (name(&ruling.answer).as_str(), ruling.value.reason().map(Reason::name)),
            (answer, reason),
            "{id} {exam_on}"
        );
    }
}

fn centre(events: &[(&str, EventKind)]) -> Centre {
    let events = events.iter().map(|(on, kind)| Event { on: day(on), kind: *kind }).collect();
    let one = Accreditation {
        serial: "1".into(),
        route: Route::ThisLaw,
        interval: interval("2024-01-10", "2027-01-10"),
        events,
    };
    Centre {
        names: localized("centre"),
        legal_entity: true,
        accreditations: vec![one],
        contact: crate::snapshot::Contact::default(),
    }
}

fn status(centre: &Centre, on: &str) -> String {
    match standing(centre, "1", day(on)) {
        Standing::Accredited { lost_later, .. } => {
            lost_later.map_or("accredited".into(), |day| format!("accredited, lost {day}"))
        }
        Standing::LostThatDay { .. } => "lost that day".into(),
        Standing::Not { lapse, since } => format!("{} {since:?}", lapse.name()),
        Standing::NoCertificate => "no certificate".into(),
    }
}

#[test]
fn a_certificate_counts_from_its_first_to_its_last_day() {
    let valid = centre(&[]);
    for (on, expected) in [
        ("2024-01-09", "not-yet Some(2024-01-10)"),
        ("2024-01-10", "accredited"),
        ("2027-01-10", "accredited"),
        ("2027-01-11", "expired Some(2027-01-11)"),
    ] {
        assert_eq!(status(&valid, on), expected, "{on}");
    }
    assert_eq!(standing(&valid, "2", day("2025-01-01")), Standing::NoCertificate);
    let person = Centre { legal_entity: false, ..valid };
    assert_eq!(status(&person, "2025-01-01"), "not-legal-entity None");
}

#[test]
fn events_end_a_certificate() {
    use EventKind::{CourtBan, Liquidated, Resumed, Revoked};
    let revoked = centre(&[("2025-03-01", Revoked), ("2025-06-01", Resumed), ("2026-01-01", Revoked)]);
    let liquidated = centre(&[("2025-03-01", Liquidated), ("2025-06-01", Resumed)]);
    let banned = centre(&[("2025-03-01", CourtBan), ("2025-06-01", Resumed)]);
    let same_day = centre(&[("2025-03-01", Revoked), ("2025-03-01", Resumed)]);
    for (centre, on, expected) in [
        (&revoked, "2025-02-28", "accredited, lost 2025-03-01"),
        (&revoked, "2025-03-01", "lost that day"),
        (&revoked, "2025-03-02", "revoked Some(2025-03-01)"),
        (&revoked, "2025-05-31", "revoked Some(2025-03-01)"),
        (&revoked, "2025-06-01", "accredited, lost 2026-01-01"),
        (&revoked, "2026-01-01", "lost that day"),
        (&revoked, "2026-01-02", "revoked Some(2026-01-01)"),
        (&revoked, "2027-01-11", "expired Some(2027-01-11)"),
        (&liquidated, "2025-02-28", "accredited, lost 2025-03-01"),
        (&liquidated, "2025-03-01", "liquidated Some(2025-03-01)"),
        (&liquidated, "2025-07-01", "liquidated Some(2025-03-01)"),
        (&banned, "2025-03-01", "court-ban Some(2025-03-01)"),
        (&banned, "2025-07-01", "court-ban Some(2025-03-01)"),
        (&same_day, "2025-03-01", "accredited"),
    ] {
        assert_eq!(status(centre, on), expected, "{on}");
    }
}

/// A resumption (art. 26.5) undoes a revocation, but not a liquidation or a ban (art. 26.6(3), (4)).
#[test]
fn nothing_undoes_a_liquidation_or_a_ban() {
    for kind in [EventKind::Liquidated, EventKind::CourtBan] {
        let centre = centre(&[
            ("2025-03-01", EventKind::Revoked),
            ("2025-04-01", kind),
            ("2025-06-01", EventKind::Resumed),
        ]);
        assert!(!status(&centre, "2025-07-01").starts_with("accredited"), "{kind:?}");
    }
}

/// Decoding a row does not check the order of events, so the rule must not depend on it.
#[test]
fn an_earlier_resumption_undoes_nothing() {
    let centre = centre(&[("2025-06-01", EventKind::Revoked), ("2025-03-01", EventKind::Resumed)]);
    assert!(!status(&centre, "2025-07-01").starts_with("accredited"));
}

#[test]
fn a_centre_conducts_exams_in_what_its_certificate_covers() {
    let (valid, scope) = (
        centre(&[]),
        Scope { intervals: vec![interval("2024-02-01", "2024-02-29"), interval("2024-06-01", "")] },
    );
    let revoked = centre(&[("2024-02-10", EventKind::Revoked)]);
    for (centre, scope, on, answer, status) in [
        (Some(&valid), Some(&scope), "2024-01-31", "violated", "profession-not-covered"),
        (Some(&valid), Some(&scope), "2024-02-01", "satisfied", "accredited"),
        (Some(&valid), Some(&scope), "2024-02-29", "satisfied", "accredited"),
        (Some(&valid), Some(&scope), "2024-03-01", "violated", "profession-not-covered"),
        (Some(&valid), Some(&scope), "2024-06-01", "satisfied", "accredited"),
        (Some(&valid), Some(&scope), "2027-01-11", "violated", "expired"),
        (Some(&valid), None, "2024-02-01", "violated", "profession-not-covered"),
        (None, Some(&scope), "2024-02-01", "violated", "unknown-centre"),
        (Some(&revoked), Some(&scope), "2024-02-09", "satisfied", "accredited"),
        (
            Some(&revoked),
            Some(&scope),
            "2024-02-10",
            "decision-day-excluded:true decision-day-included:false",
            "revoked",
        ),
        (Some(&revoked), Some(&scope), "2024-02-11", "violated", "revoked"),
        (Some(&revoked), None, "2024-02-10", "violated", "profession-not-covered"),
    ] {
        let ruling = centre_of_document("bin", centre, "1", scope, day(on), day(on));
        assert_eq!(
            (name(&ruling.answer).as_str(), ruling.value.text("status")),
            (answer, Some(status)),
            "{on}"
        );
    }
}

const UNTIL_THE_DECISION: &str = "centre-on-the-day-of-the-exam:true centre-until-the-decision:false";

/// Columns: what happened to the certificate, its scope, day of the exam, day of issue, answer, status.
#[test]
fn a_centre_lost_between_exam_and_issue_is_contestable() {
    use EventKind::{CourtBan, Liquidated, Resumed, Revoked};
    let covers = |until| Scope { intervals: vec![interval("2024-01-10", until)] };
    let always = covers("");
    let (exam, issue) = ("2024-03-10", "2024-03-20");
    for (events, scope, exam_on, issued_on, answer, status) in [
        (vec![], &always, exam, issue, "satisfied", "accredited"),
        (vec![("2024-03-11", Revoked)], &always, exam, issue, UNTIL_THE_DECISION, "revoked"),
        (vec![("2024-03-20", Revoked)], &always, exam, issue, UNTIL_THE_DECISION, "revoked"),
        (vec![("2024-03-21", Revoked)], &always, exam, issue, "satisfied", "accredited"),
        (vec![("2024-03-11", Liquidated)], &always, exam, issue, UNTIL_THE_DECISION, "liquidated"),
        (vec![("2024-03-11", CourtBan)], &always, exam, issue, UNTIL_THE_DECISION, "court-ban"),
        (
            vec![("2024-03-11", Revoked), ("2024-03-20", Resumed)],
            &always,
            exam,
            issue,
            "satisfied",
            "accredited",
        ),
        (vec![("2024-03-11", Revoked)], &always, exam, exam, "satisfied", "accredited"),
        (vec![("2024-03-09", Revoked), ("2024-03-15", Resumed)], &always, exam, issue, "violated", "revoked"),
        (vec![], &covers("2024-03-19"), exam, issue, UNTIL_THE_DECISION, "profession-not-covered"),
        (vec![], &covers("2024-03-20"), exam, issue, "satisfied", "accredited"),
        (vec![], &always, "2027-01-10", "2027-01-10", "satisfied", "accredited"),
        (vec![], &always, "2027-01-10", "2027-01-11", UNTIL_THE_DECISION, "expired"),
    ] {
        let centre = centre(&events);
        let ruling = centre_of_document("bin", Some(&centre), "1", Some(scope), day(exam_on), day(issued_on));
        let found = (name(&ruling.answer), ruling.value.text("status"));
        assert_eq!((found.0.as_str(), found.1), (answer, Some(status)), "{events:?} {exam_on} {issued_on}");
    }
}

/// A certificate that was reissued, or given anew, continues the accreditation until the decision.
#[test]
fn a_centre_accredited_anew_before_the_issue_stays_a_centre() {
    let scope = Scope { intervals: vec![interval("2024-01-10", "")] };
    let mut anew = centre(&[("2024-03-11", EventKind::Revoked)]);
    let answer = |centre: &Centre| {
        let (exam_on, issued_on) = (day("2024-03-10"), day("2024-03-20"));
        name(&centre_of_document("bin", Some(centre), "1", Some(&scope), exam_on, issued_on).answer)
    };
    assert_eq!(answer(&anew), UNTIL_THE_DECISION);
    let mut second = anew.accreditations[0].clone();
    (second.serial, second.events, second.interval) =
        ("2".into(), vec![], interval("2024-03-20", "2027-03-20"));
    anew.accreditations.push(second);
    assert_eq!(answer(&anew), "satisfied");
    anew.accreditations[1].interval = interval("2024-03-21", "2027-03-20");
    assert_eq!(answer(&anew), UNTIL_THE_DECISION);
}

/// Columns: the entry, day of the exam, day of issue, answer, months of the version that governs the document.
#[test]
fn a_profession_on_one_of_the_two_days_is_contestable() {
    let entry = |from, until| profession(from, until, Mode::Voluntary, 60);
    let readings = |issue: bool, exam: bool| {
        format!("register-on-the-day-of-issue:{issue} register-on-the-day-of-the-exam:{exam}")
    };
    for (entry, exam_on, issued_on, answer, months) in [
        (entry("2024-01-01", "2024-03-20"), "2024-03-10", "2024-03-20", "satisfied".to_string(), Some(60)),
        (entry("2024-01-01", "2024-03-19"), "2024-03-10", "2024-03-20", readings(false, true), Some(60)),
        (entry("2024-01-01", "2024-03-10"), "2024-03-10", "2024-03-20", readings(false, true), Some(60)),
        (entry("2024-01-01", "2024-03-09"), "2024-03-10", "2024-03-20", "violated".to_string(), None),
        (entry("2024-03-11", ""), "2024-03-10", "2024-03-20", readings(true, false), Some(60)),
        (entry("2024-03-10", ""), "2024-03-10", "2024-03-20", "satisfied".to_string(), Some(60)),
        (entry("2024-03-21", ""), "2024-03-10", "2024-03-20", "violated".to_string(), None),
    ] {
        let (exam, issue) = (day(exam_on), day(issued_on));
        let ruling = profession_of_document("x", Some(&entry), exam, issue);
        assert_eq!(name(&ruling.answer), answer, "{exam_on} {issued_on}");
        let version = version_of_document(&entry, exam, issue);
        assert_eq!(version.map(|version| version.term.months_or_zero()), months, "{exam_on} {issued_on}");
    }
    assert_eq!(
        name(&profession_of_document("x", None, day("2024-03-10"), day("2024-03-20")).answer),
        "violated"
    );
}

#[test]
fn a_skill_document_requires_three_names() {
    assert_eq!(skill_document_fields(None).answer, RuleAnswer::NotApplicable);
    for bits in 0..8u8 {
        let [skills, qualification, profession] = [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0];
        let ruling = skill_document_fields(Some(SkillNames { skills, qualification, profession }));
        assert_eq!(ruling.answer, RuleAnswer::from_bool(bits == 7), "{bits}");
    }
}

const INCLUDED: &str = "corresponding-day-included:true corresponding-day-excluded:false";

/// Columns: day of issue, stated end, the register's months (0: unlimited), day asked about, answer.
#[test]
fn validity_on_both_sides_of_its_end() {
    let on = |text| StatedEnd::On(day(text));
    let (by_term, unlimited) = (StatedEnd::ByRegister, StatedEnd::Unlimited);
    for (issued, end, months, asked_on, answer) in [
        ("2024-05-20", by_term, Some(12), "2024-05-19", "violated"),
        ("2024-05-20", by_term, Some(12), "2024-05-20", "satisfied"),
        ("2024-05-20", by_term, Some(12), "2025-05-19", "satisfied"),
        ("2024-05-20", by_term, Some(12), "2025-05-20", INCLUDED),
        ("2024-05-20", by_term, Some(12), "2025-05-21", "violated"),
        // 29 February, and months that are too short: rounded down, once.
        ("2024-02-29", by_term, Some(12), "2025-02-27", "satisfied"),
        ("2024-02-29", by_term, Some(12), "2025-02-28", INCLUDED),
        ("2024-02-29", by_term, Some(12), "2025-03-01", "violated"),
        ("2024-02-29", by_term, Some(48), "2028-02-29", INCLUDED),
        ("2024-08-31", by_term, Some(6), "2025-02-28", INCLUDED),
        ("2024-08-31", by_term, Some(6), "2025-03-01", "violated"),
        ("2024-03-31", by_term, Some(1), "2024-04-30", INCLUDED),
        // Unlimited, or without a known term.
        ("2024-05-20", by_term, Some(0), "9999-12-31", "satisfied"),
        ("2024-05-20", by_term, Some(0), "2024-05-19", "violated"),
        ("2024-05-20", by_term, None, "2024-05-20", "undetermined register-term"),
        ("2024-05-20", by_term, None, "2024-05-19", "violated"),
        // A stated day takes precedence.
        ("2024-05-20", on("2025-05-20"), Some(12), "2025-05-20", "satisfied"),
        ("2024-05-20", on("2025-05-20"), Some(12), "2025-05-21", "violated"),
        ("2024-05-20", on("2025-05-20"), None, "2025-05-20", "satisfied"),
        ("2024-05-20", on("2025-05-20"), None, "2025-05-21", "violated"),
        ("2024-05-20", on("2025-05-19"), Some(12), "2025-05-20", "violated"),
        ("2024-05-20", on("2025-05-21"), Some(12), "2025-05-21", "satisfied"),
        // Two days or more apart: contestable between the two ends, and only there.
        ("2024-05-20", on("2025-05-22"), Some(12), "2025-05-20", "satisfied"),
        ("2024-05-20", on("2025-05-22"), Some(12), "2025-05-21", "stated-date:true register-term:false"),
        ("2024-05-20", on("2025-05-22"), Some(12), "2025-05-22", "stated-date:true register-term:false"),
        ("2024-05-20", on("2025-05-22"), Some(12), "2025-05-23", "violated"),
        ("2024-05-20", on("2024-12-31"), Some(12), "2025-01-01", "stated-date:false register-term:true"),
        ("2024-05-20", on("2024-12-31"), Some(12), "2024-12-31", "satisfied"),
        ("2024-05-20", on("2024-12-31"), Some(12), "2025-05-21", "violated"),
        ("2024-05-20", on("2025-05-20"), Some(0), "2025-05-21", "stated-date:false register-term:true"),
        ("2024-05-20", unlimited, Some(12), "2025-05-20", "satisfied"),
        ("2024-05-20", unlimited, Some(12), "2025-05-21", "stated-date:true register-term:false"),
        ("2024-05-20", unlimited, Some(0), "2099-01-01", "satisfied"),
        ("2024-05-20", unlimited, None, "2099-01-01", "satisfied"),
        ("2024-05-20", on("2024-05-19"), None, "2024-05-20", "violated"),
    ] {
        let term = months.map(|months| Term::from_months_or_zero(months).unwrap());
        let ruling = document_validity(day(issued), end, term, day(asked_on));
        assert_eq!(name(&ruling.answer), answer, "{issued} {end:?} {months:?} on {asked_on}");
    }
}

fn cancellation(on: &str, until: &str) -> Cancellation {
    Date::parse(until).map_or_else(
        || Cancellation::in_effect(day(on), Ground::ConfirmedComplaint),
        |back| Cancellation::reinstated(day(on), back),
    )
}

fn cancelled(list: &[Cancellation], on: Date, today: Date) -> RuleAnswer {
    document_cancellation(list, on, today, time("2026-03-01T07:00:00Z")).answer
}

#[test]
fn cancelled_from_the_day_until_the_day_of_reinstatement() {
    let twice = [cancellation("2025-03-01", "2025-04-01"), cancellation("2025-06-01", "")];
    let today = day("2026-03-02");
    for (on, answer) in [
        ("2025-02-28", "satisfied"),
        ("2025-03-01", "violated"),
        ("2025-03-31", "violated"),
        ("2025-04-01", "satisfied"),
        ("2025-05-31", "satisfied"),
        ("2025-06-01", "violated"),
        ("2026-03-02", "violated"),
        ("2026-03-03", "violated"),
    ] {
        assert_eq!(name(&cancelled(&twice, day(on), today)), answer, "{on}");
    }
    for list in [&twice[..1], &[]] {
        assert_eq!(name(&cancelled(list, today, today)), "satisfied");
        assert_eq!(name(&cancelled(list, day("2026-03-03"), today)), "undetermined future");
    }
    let same_day = [cancellation("2025-03-01", "2025-03-01")];
    assert_eq!(name(&cancelled(&same_day, day("2025-03-01"), today)), "satisfied");
}

#[test]
fn an_open_cancellation_stays_open() {
    let list = [cancellation("2025-03-01", ""), cancellation("2025-06-01", "2025-07-01")];
    assert_eq!(name(&cancelled(&list, day("2025-08-01"), day("2026-03-02"))), "violated");
}
