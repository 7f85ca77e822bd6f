//! For every check, a case that changes its answer: alone where possible. Otherwise every other finding names that check
//! as its cause, which [`roots`] verifies. Also tests which personal data a verdict discloses.

use std::collections::BTreeSet;

use super::*;
use crate::calendar::{Date, Term};
use crate::document::claims::{Basis, BasisKind};
use crate::document::code::Code;
use crate::fixture::interval;
use crate::fixture::{
    DRIVER, EDITION, HOLDER_NAME, NUMBER, TYPIST, WELDER, dated, key_b, profession, sign_document,
};
use crate::identity::Identity;
use crate::snapshot::documents::Record;
use crate::snapshot::pages::SegmentKind;
use crate::snapshot::rows::{IssuingKey, Mode, Route, Row, Scope, key};
use crate::snapshot::status::{Cancellation, Ground};

pub(super) struct Flip {
    pub(super) name: &'static str,
    pub(super) change: fn(&mut Case),
    outcome: Outcome,
    pub(super) roots: &'static [&'static str],
}

const fn invalid(name: &'static str, roots: &'static [&'static str], change: fn(&mut Case)) -> Flip {
    Flip { name, change, outcome: Outcome::Invalid, roots }
}

const fn open(name: &'static str, roots: &'static [&'static str], change: fn(&mut Case)) -> Flip {
    Flip { name, change, outcome: Outcome::Indeterminate, roots }
}

const fn valid(name: &'static str, change: fn(&mut Case)) -> Flip {
    Flip { name, change, outcome: Outcome::Valid, roots: &[] }
}

fn requirements() -> Basis {
    Basis { kind: BasisKind::QualificationRequirements, id: "QR-1".into() }
}

fn typist(case: &mut Case, issued_on: &str, exam_on: &str, validity: Sealing, until: Option<Date>) {
    let change = |claims: &mut Claims| {
        claims.profession = TYPIST.into();
        claims.qualification = None;
        claims.basis = Basis { kind: BasisKind::Standard, id: "PS-3".into() };
        (claims.exam_on, claims.issued_on) = (day(exam_on), day(issued_on));
        claims.valid_until = until;
    };
    case.issued(change, validity);
}

fn at_centre_b(case: &mut Case, exam_on: &str, issued_on: &str) {
    let change = |claims: &mut Claims| {
        claims.centre = Identity::parse("BIN-B").unwrap();
        claims.accreditation = "KZ-2".into();
        (claims.exam_on, claims.issued_on) = (day(exam_on), day(issued_on));
    };
    case.issued(change, Sealing::ByTerm);
    case.key = key_b();
}

fn cancel(case: &mut Case, on: &str, reinstated_on: &str) {
    let reinstated_on = Date::parse(reinstated_on);
    let one = Cancellation::new(day(on), Ground::ConfirmedComplaint, reinstated_on);
    case.register.cancellations.insert(NUMBER.into(), vec![one]);
}

/// Changes the register so that every other rule is satisfied before the Law was in force.
fn early(case: &mut Case) {
    let from = "2023-01-01";
    let mut welder = profession(from, "", Mode::Voluntary, 60);
    welder.bases = vec![dated(BasisKind::QualificationRequirements, "QR-1", from, "")];
    let long = interval(from, "2026-09-30");
    case.register.add_keeper_row(key::profession(WELDER, EDITION), &welder);
    case.register.add_issuing_key(&key_a(), "BIN-A", &[], interval(from, ""));
    case.register.add_centre("BIN-A", "NCE-1", Route::ThisLaw, long, vec![]);
    case.register.add_chamber_row(key::scope("BIN-A", "NCE-1", WELDER), &Scope { intervals: vec![long] });
}

fn early_document(case: &mut Case, exam_on: &str, issued_on: &str) {
    let change = |claims: &mut Claims| {
        claims.basis = requirements();
        (claims.exam_on, claims.issued_on) = (day(exam_on), day(issued_on));
    };
    case.issued(change, Sealing::ByTerm);
}

fn skills(case: &mut Case, codes: &[&str]) {
    let codes = codes.iter().map(ToString::to_string).collect();
    case.issued(|claims| claims.skills = codes, Sealing::ByTerm);
}

/// Each case changes one thing about the valid document.
pub(super) const FLIPS: &[Flip] = &[
    open("stale", &["snapshot.fresh undetermined newer-snapshot"], |case| case.clock("2026-03-15T08:00:01Z")),
    open("clock behind", &["clock.plausible undetermined clock"], |case| case.clock("2026-03-01T07:49:59Z")),
    open("unknown claim", &["document.readable undetermined newer-version"], |case| {
        case.payload = |mut payload| {
            let map = [0x3a, 0x00, 0x01, 0x00, 0x00, 0xab];
            let head = payload.windows(6).position(|window| window == map).unwrap();
            payload[head + 5] += 1;
            payload.extend([0x0e, 0x61, b'x']);
            payload
        };
    }),
    invalid("unknown key", &["document.key-known violated"], |case| case.key = Signer::ed25519(99)),
    invalid("forged signature", &["document.signature violated"], |case| {
        case.forger = Some(Signer::ed25519(99));
    }),
    invalid("another centre's key", &["document.key-in-scope violated"], |case| case.key = key_b()),
    invalid("a key for other professions", &["document.key-in-scope violated"], |case| {
        case.register.add_issuing_key(&key_a(), "BIN-A", &[TYPIST, DRIVER], interval("2023-10-01", ""));
    }),
    invalid("key ended the day before", &["document.key-in-force violated"], |case| {
        case.register.add_issuing_key(&key_a(), "BIN-A", &[], interval("2023-10-01", "2025-05-19"));
    }),
    valid("key ended that day", |case| {
        case.register.add_issuing_key(&key_a(), "BIN-A", &[], interval("2025-05-20", "2025-05-20"));
    }),
    invalid("key began the day after", &["document.key-in-force violated"], |case| {
        case.register.add_issuing_key(&key_a(), "BIN-A", &[WELDER], interval("2025-05-21", ""));
    }),
    invalid(
        "issued tomorrow",
        &["document.issue-date violated", "art15.p1.profession-recognisable undetermined newer-snapshot"],
        |case| case.issued(|claims| claims.issued_on = day("2026-03-03"), Sealing::ByTerm),
    ),
    valid("issued on the day of the snapshot", |case| {
        case.issued(|claims| claims.issued_on = day("2026-03-01"), Sealing::ByTerm)
    }),
    invalid("not listed", &["register.listed violated"], |case| drop(case.register.documents.remove(NUMBER))),
    open("not listed, before coverage", &["register.listed undetermined wider-snapshot"], |case| {
        early_document(case, "2023-12-11", "2023-12-31");
        case.register.documents.remove(NUMBER);
    }),
    open("not listed, after coverage", &["register.listed undetermined newer-snapshot"], |case| {
        case.issued(|claims| claims.issued_on = day("2026-03-01"), Sealing::ByTerm);
        case.register.documents.remove(NUMBER);
    }),
    invalid("not listed, last day of coverage", &["register.listed violated"], |case| {
        case.issued(|claims| claims.issued_on = day("2026-02-28"), Sealing::ByTerm);
        case.register.documents.remove(NUMBER);
    }),
    invalid("wrong code", &["register.code violated"], |case| case.claims.code = Some(Code([6; 10]))),
    invalid("the code left out", &["register.code violated"], |case| case.claims.code = None),
    open("no code, sealed later", &["register.code undetermined code"], |case| {
        case.claims.code = None;
        case.sealed_later();
    }),
    open("a record without code", &RECORD_WITHOUT_CODE, |case| {
        case.register.documents.insert(NUMBER.into(), Record::Plain);
    }),
    open("neither has a code", &RECORD_WITHOUT_CODE, |case| {
        case.register.documents.insert(NUMBER.into(), Record::Plain);
        case.claims.code = None;
    }),
    invalid("another holder", &["register.holder violated"], |case| {
        case.claims.holder = Identity::parse("P-2").unwrap();
    }),
    invalid("another person beside it", &["register.stated-beside violated"], |case| {
        case.beside = Some(r#"{"holder": "P-2"}"#);
    }),
    open("a Latin name beside it", &["register.stated-beside undetermined same-script"], |case| {
        case.beside = Some(r#"{"name": "Synaqbaeva Ülgijan"}"#);
    }),
    invalid("another name", &["register.name violated"], |case| {
        case.claims.names = vec!["Қиялов Үлгіжан".into()]
    }),
    open("Russian spelling", &["register.name undetermined exact-spelling"], |case| {
        case.claims.names = vec!["Сынакбаева Улгижан".into()];
    }),
    open("Latin script", &["register.name undetermined same-script"], |case| {
        case.claims.names = vec!["Synaqbaeva Ülgijan".into()];
    }),
    valid("a second name in Latin script", |case| {
        case.claims.names = vec!["Synaqbaeva Ülgijan".into(), HOLDER_NAME.into()];
    }),
    invalid("profession", &["register.profession violated"], |case| case.claims.profession = TYPIST.into()),
    invalid("edition", &["register.profession violated"], |case| case.claims.edition = "2024".into()),
    invalid("qualification", &["register.qualification violated"], |case| {
        case.claims.qualification = Some("7212-1-5".into());
    }),
    invalid("no qualification", &["register.qualification violated"], |case| {
        case.claims.qualification = None
    }),
    invalid("level", &["register.level violated"], |case| case.claims.level = "5".into()),
    invalid("skills", &["register.skills violated"], |case| case.claims.skills = vec!["S1".into()]),
    invalid("centre", &["document.key-in-scope violated", "register.centre violated"], |case| {
        case.claims.centre = Identity::parse("BIN-B").unwrap();
    }),
    invalid("accreditation", &["register.accreditation violated"], |case| {
        case.claims.accreditation = "NCE-2".into();
    }),
    invalid("basis", &["register.basis violated"], |case| case.claims.basis = requirements()),
    invalid("exam date", &["register.exam-date violated"], |case| case.claims.exam_on = day("2025-05-12")),
    invalid("issue date", &["register.issue-date violated"], |case| {
        case.claims.issued_on = day("2025-05-21")
    }),
    invalid("a longer validity", &["register.validity violated"], |case| {
        case.claims.valid_until = Some(day("2030-05-21"));
    }),
    valid("the register's last day", |case| case.claims.valid_until = Some(day("2030-05-20"))),
    invalid("a last day where there is none", &["register.validity violated"], |case| {
        let claims = case.claims.clone();
        case.register.issue_with_term(&claims, Sealing::PrintedTerm, Term::Unlimited);
        case.claims.valid_until = Some(day("2030-05-20"));
    }),
    invalid("another last day than the printed one", &["register.validity violated"], |case| {
        case.issued(|_| {}, Sealing::PrintedTerm);
        case.claims.valid_until = Some(day("2030-05-21"));
    }),
    invalid("the level in another spelling, signed", &["register.level violated"], |case| {
        case.claims.level = "IV".into();
    }),
    invalid("the last day left out", &["register.validity violated"], |case| {
        case.issued(|_| {}, Sealing::PrintedTerm);
    }),
    invalid("before the Law", &["art31.entry-into-force violated"], |case| {
        early(case);
        early_document(case, "2023-09-01", "2023-09-03");
    }),
    valid("the Law's first day", |case| {
        early(case);
        early_document(case, "2023-09-01", "2023-09-04");
    }),
    invalid("left the register", &["art15.p1.profession-recognisable violated"], |case| {
        typist(case, "2025-01-28", "2025-01-27", Sealing::PrintedTerm, Some(day("2026-01-28")));
        case.on("2025-06-01");
    }),
    open("left the register after the exam", &LEFT_AFTER_THE_EXAM, |case| {
        typist(case, "2025-01-27", "2025-01-20", Sealing::PrintedTerm, Some(day("2026-01-27")));
        case.on("2025-06-01");
    }),
    open("entered the register after the exam", &LEFT_AFTER_THE_EXAM, |case| {
        let mut typing = profession("2025-01-21", "", Mode::Voluntary, 12);
        typing.bases = vec![dated(BasisKind::Standard, "PS-3", "2023-09-04", "")];
        case.register.add_keeper_row(key::profession(TYPIST, EDITION), &typing);
        typist(case, "2025-01-26", "2025-01-20", Sealing::ByTerm, None);
        case.on("2025-06-01");
    }),
    open("revoked after the exam", &REVOKED_AFTER_THE_EXAM, |case| {
        at_centre_b(case, "2025-06-09", "2025-06-20");
    }),
    valid("revoked the day after the issue", |case| at_centre_b(case, "2025-06-01", "2025-06-09")),
    valid("on its last day in the register", |case| {
        typist(case, "2025-01-26", "2025-01-20", Sealing::ByTerm, None);
        case.on("2026-01-25");
    }),
    open("mandatory", &["art15.p5.mandatory-other-law undetermined other-law"], |case| {
        let basis = Basis { kind: BasisKind::Standard, id: "PS-2".into() };
        case.issued(|claims| (claims.profession, claims.basis) = (DRIVER.into(), basis), Sealing::ByTerm);
    }),
    invalid("requirements beside a standard", &["art15.p4.part2.basis violated"], |case| {
        case.issued(|claims| claims.basis = requirements(), Sealing::ByTerm);
    }),
    invalid("exam before the accreditation", &["art15.p3.centre-conducts violated"], |case| {
        early_document(case, "2023-09-30", "2023-10-05");
    }),
    valid("exam on its first day", |case| early_document(case, "2023-10-01", "2023-10-05")),
    open("revoked on the day of the exam", &REVOKED_THAT_DAY, |case| {
        at_centre_b(case, "2025-06-10", "2025-06-20");
    }),
    invalid("exam while revoked", &["art15.p3.centre-conducts violated"], |case| {
        at_centre_b(case, "2025-07-31", "2025-08-20");
    }),
    valid("exam after the resumption", |case| at_centre_b(case, "2025-08-01", "2025-08-20")),
    valid("two skills", |case| skills(case, &["S1", "S2"])),
    invalid("a skill without a name", &["art20.p3.skill-document-fields violated"], |case| {
        skills(case, &["S1", "S9"]);
    }),
    invalid("skills without a qualification", &["art20.p3.skill-document-fields violated"], |case| {
        case.issued(|claims| claims.qualification = None, Sealing::ByTerm);
        skills(case, &["S1"]);
    }),
    invalid("expired", &["art21.p5.document-validity violated"], |case| {
        typist(case, "2024-02-29", "2024-02-20", Sealing::ByTerm, None);
        case.on("2025-03-01");
    }),
    open("its last day, not printed", &LAST_DAY, |case| {
        typist(case, "2024-02-29", "2024-02-20", Sealing::ByTerm, None);
        case.on("2025-02-28");
    }),
    invalid("cancelled", &["art26.p2.part2.document-cancellation violated"], |case| {
        cancel(case, "2026-03-02", "");
    }),
];

const RECORD_WITHOUT_CODE: [&str; 13] = [
    "register.code undetermined record-has-no-code",
    "register.holder undetermined record-has-no-code",
    "register.name undetermined record-has-no-code",
    "register.profession undetermined record-has-no-code",
    "register.qualification undetermined record-has-no-code",
    "register.level undetermined record-has-no-code",
    "register.skills undetermined record-has-no-code",
    "register.centre undetermined record-has-no-code",
    "register.accreditation undetermined record-has-no-code",
    "register.basis undetermined record-has-no-code",
    "register.exam-date undetermined record-has-no-code",
    "register.issue-date undetermined record-has-no-code",
    "register.validity undetermined record-has-no-code",
];
const REVOKED_THAT_DAY: [&str; 1] =
    ["art15.p3.centre-conducts contestable decision-day-excluded decision-day-included"];
const REVOKED_AFTER_THE_EXAM: [&str; 1] =
    ["art15.p3.centre-conducts contestable centre-on-the-day-of-the-exam centre-until-the-decision"];
const LEFT_AFTER_THE_EXAM: [&str; 1] = [
    "art15.p1.profession-recognisable contestable register-on-the-day-of-issue register-on-the-day-of-the-exam",
];
const LAST_DAY: [&str; 1] =
    ["art21.p5.document-validity contestable corresponding-day-included corresponding-day-excluded"];

#[test]
fn each_change_flips_its_check() {
    for Flip { name, change, outcome, roots: expected } in FLIPS {
        let verdict = after(change);
        assert_eq!(roots(&verdict), *expected, "{name}");
        assert_eq!(verdict.outcome(), *outcome, "{name}");
    }
}

/// A missing or altered page in a segment of any kind makes the verdict indeterminate.
#[test]
fn missing_or_altered_pages_are_indeterminate() {
    let damage_kind = |case: &mut Case, kind: SegmentKind, altered: bool| {
        case.pages = match (kind, altered) {
            (SegmentKind::Documents, false) => |pages| damage(pages, SegmentKind::Documents, false),
            (SegmentKind::Documents, true) => |pages| damage(pages, SegmentKind::Documents, true),
            (SegmentKind::Status, false) => |pages| damage(pages, SegmentKind::Status, false),
            (SegmentKind::Status, true) => |pages| damage(pages, SegmentKind::Status, true),
            (SegmentKind::Tables, false) => |pages| damage(pages, SegmentKind::Tables, false),
            (SegmentKind::Tables, true) => |pages| damage(pages, SegmentKind::Tables, true),
            (SegmentKind::Centres, false) => |pages| damage(pages, SegmentKind::Centres, false),
            (SegmentKind::Centres, true) => |pages| damage(pages, SegmentKind::Centres, true),
        };
    };
    for kind in SegmentKind::ALL {
        for (altered, root) in [
            (false, "snapshot.complete undetermined segment"),
            (true, "snapshot.authentic undetermined segment"),
        ] {
            let verdict = after(|case| damage_kind(case, kind, altered));
            assert_eq!(roots(&verdict), [root], "{kind:?}");
            assert_eq!(verdict.outcome(), Outcome::Indeterminate, "{kind:?}");
        }
    }
}

fn damage(pages: &mut MemoryPages, kind: SegmentKind, altered: bool) {
    for page in pages.of(kind) {
        if altered {
            page[4000] ^= 1;
        } else {
            page.clear();
        }
    }
}

#[test]
fn a_row_of_a_later_version_is_indeterminate() {
    let verdict =
        after(|case| drop(case.register.keeper.insert(key::profession(WELDER, EDITION), vec![0x80])));
    assert_eq!(roots(&verdict)[0], "snapshot.complete undetermined newer-version");
    assert_eq!(verdict.outcome(), Outcome::Indeterminate);
}

/// A page that is missing and another that is too new are both reported: copying the bundle again is not enough.
#[test]
fn everything_that_is_incomplete_is_reported() {
    let verdict = after(|case| {
        case.register.keeper.insert(key::profession(WELDER, EDITION), vec![0x80]);
        case.pages = |pages| damage(pages, SegmentKind::Status, false);
    });
    assert_eq!(roots(&verdict)[0], "snapshot.complete undetermined segment newer-version");
}

/// The register lists another key under the id that the document names: only the key with that hash is the key.
#[test]
fn a_key_is_the_one_whose_hash_is_its_id() {
    let verdict = after(|case| {
        let id = case.key.id();
        let other = Signer::ed25519(99);
        let row = case.register.keeper[&key::issuing_key(id)].clone();
        let mut row = IssuingKey::from_bytes(&row).unwrap();
        row.key = other.public();
        case.register.keeper.insert(key::issuing_key(id), row.to_bytes());
        case.forger = Some(other);
    });
    assert_eq!(roots(&verdict), ["document.signature violated"]);
}

/// The cases above flip every check.
#[test]
fn every_check_has_a_flip() {
    let mut flipped: BTreeSet<&str> = FLIPS.iter().flat_map(|flip| flip.roots).copied().collect();
    flipped.extend(["snapshot.complete ", "snapshot.authentic "]);
    for check in CheckId::ALL {
        let id = format!("{} ", check.id());
        assert!(flipped.iter().any(|root| root.starts_with(&id)), "{id}");
    }
}

/// A verdict that is invalid, or whose signature is not valid, discloses neither the holder nor the name. No verdict
/// discloses the code.
#[test]
fn an_invalid_verdict_discloses_no_personal_data() {
    for Flip { name, change, .. } in FLIPS {
        let mut case = Case::valid();
        change(&mut case);
        let verdict = case.verdict();
        let json = verdict.to_json();
        let signed = finding(&verdict, CheckId::DocumentSignature) == &CheckAnswer::Satisfied;
        let hidden = verdict.outcome() == Outcome::Invalid || !signed;
        assert_eq!(json.contains(case.claims.holder.as_str()), !hidden, "{name}");
        for holder in &case.claims.names {
            assert_eq!(json.contains(holder), !hidden, "{name}");
        }
        assert!(!json.contains(valid_claims().holder.as_str()) || !hidden, "{name}: the record's holder");
        for code in [Code([5; 10]), Code([6; 10])] {
            assert!(!json.contains(&code.printed()), "{name}");
        }
    }
}

/// A document's text with one changed character is unreadable or not valid.
#[test]
fn a_changed_character_is_never_valid() {
    let case = Case::valid();
    let (snapshot, text) = (case.snapshot(), sign_document(&valid_claims(), &key_a()));
    assert_eq!(text, case.text());
    for at in (PREFIX.len()..text.len()).step_by(3) {
        let mut altered = text.clone().into_bytes();
        altered[at] = if altered[at] == b'7' { b'8' } else { b'7' };
        if let Ok(presented) = Presented::read(core::str::from_utf8(&altered).unwrap()) {
            let verdict = verify(&snapshot, &presented, &case.question);
            assert_ne!(verdict.outcome(), Outcome::Valid, "character {at}");
        }
    }
}
