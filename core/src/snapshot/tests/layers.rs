//! Several segments of one kind, as after an update: the newest segment that lists an entry wins.

use std::collections::BTreeMap;

use super::*;
use crate::document::claims::Claims;
use crate::document::sealed::Validity;
use crate::fixture::{
    EDITION, NUMBER, Register, WELDER, document_leaves, localized, row_leaves, valid_claims,
};
use crate::snapshot::documents::{Record, SealedAt};
use crate::snapshot::lookup::ListedDocument;
use crate::snapshot::rows::{Profession, Row, key};
use crate::snapshot::status::{self, Cancellation, Ground, Place};

/// Adds a segment after those of its kind.
pub(super) fn add(bundle: &mut Bundle, kind: SegmentKind, leaves: Vec<Leaf>) {
    let list = match kind {
        SegmentKind::Centres => &mut bundle.centres.segments,
        _ => &mut bundle.manifest.segments,
    };
    let at = list.iter().rposition(|segment| segment.id.kind == kind).unwrap();
    let serial = list[at].id.serial + 1;
    let (more, pages) = segment(kind, serial, leaves);
    bundle.pages.files.push((more.id, pages));
    list.insert(at + 1, more);
}

fn status_leaf(entries: &[(Place, Vec<Cancellation>)]) -> Vec<Leaf> {
    let (page, count) = status::write_page(entries);
    let (first, last) = (entries[0].0.key().to_vec(), entries[count - 1].0.key().to_vec());
    vec![Leaf { page, first, last, entries: count as u64 }]
}

fn cancelled(on: &str, until: &str) -> Vec<Cancellation> {
    vec![Cancellation::new(day(on), Ground::CourtDecision, Date::parse(until))]
}

#[test]
fn finds_a_document_in_an_older_segment() {
    let register = Register::new();
    let mut bundle = register.bundle();
    let around: BTreeMap<_, _> =
        [("1", Record::Plain), ("9", Record::Plain)].map(|(number, record)| (number.into(), record)).into();
    add(&mut bundle, SegmentKind::Documents, document_leaves(&around));
    let snapshot = bundle.open(None).unwrap();
    for (number, record) in &register.documents {
        let located = snapshot.document(number).unwrap().unwrap();
        assert_eq!((&located.record, located.place.serial), (record, 1), "{number}");
    }
    for number in ["1", "9"] {
        assert_eq!(snapshot.document(number).unwrap().unwrap().place.serial, 2);
    }
    for number in ["", "0", "10", "24", "240000012199", "240000012500", "99"] {
        assert_eq!(snapshot.document(number), Ok(None), "{number}");
    }
}

#[test]
fn the_newest_segment_wins() {
    let register = Register::new();
    let mut bundle = register.bundle();
    let newer: BTreeMap<_, _> = [("NEW-1".to_string(), Record::Plain)].into();
    add(&mut bundle, SegmentKind::Documents, document_leaves(&newer));
    let row = Profession { names: localized("renamed"), versions: vec![], bases: vec![] };
    let rows: BTreeMap<_, _> = [(key::profession(WELDER, EDITION), row.to_bytes())].into();
    add(&mut bundle, SegmentKind::Tables, row_leaves(&rows, false));
    let snapshot = bundle.open(None).unwrap();
    let located = snapshot.document("NEW-1").unwrap().unwrap();
    assert_eq!((located.record, located.place), (Record::Plain, Place { serial: 2, rank: 0 }));
    assert_eq!(snapshot.profession(WELDER, EDITION).unwrap().unwrap().names.en, "renamed en");
    assert!(snapshot.skill(WELDER, EDITION, "S1").unwrap().is_some(), "a row of the older segment");
    assert_eq!(snapshot.skill(WELDER, EDITION, "S3"), Ok(None));
}

/// A new cancellation, and the reinstatement of an earlier one, each with the document's complete history.
#[test]
fn the_newest_history_of_a_document_wins() {
    let mut register = Register::new();
    register.cancellations.insert(NUMBER.into(), cancelled("2025-09-01", ""));
    let mut bundle = register.bundle();
    let place = |number: &str| bundle.open(None).unwrap().document(number).unwrap().unwrap().place;
    // A document between the first and the last place is cancelled in the older segment only.
    let entries = [
        (place("240000012205"), cancelled("2026-01-01", "")),
        (place(NUMBER), cancelled("2025-09-01", "2025-12-01")),
        (place("240000012346"), cancelled("2026-02-01", "")),
    ];
    add(&mut bundle, SegmentKind::Status, status_leaf(&entries));
    let snapshot = bundle.open(None).unwrap();
    for (at, list) in entries {
        assert_eq!(snapshot.cancellations(at), Ok(list));
    }
    let untouched = snapshot.document("240000012210").unwrap().unwrap().place;
    assert_eq!(snapshot.cancellations(untouched), Ok(register.cancellations["240000012210"].clone()));
    assert_eq!(snapshot.cancellations(Place { serial: 1, rank: 1 }), Ok(vec![]));
    assert_eq!(snapshot.cancellations(Place { serial: 7, rank: 0 }), Ok(vec![]));
}

/// Cancellations are stored by place, so a document with two places would have two histories.
#[test]
fn rejects_a_document_listed_by_two_segments() {
    let mut register = Register::new();
    register.cancellations.insert(NUMBER.into(), cancelled("2025-09-01", ""));
    let mut bundle = register.bundle();
    let again: BTreeMap<_, _> = [(NUMBER.to_string(), register.documents[NUMBER].clone())].into();
    add(&mut bundle, SegmentKind::Documents, document_leaves(&again));
    let snapshot = bundle.open(None).unwrap();
    assert_eq!(snapshot.document(NUMBER), Err(PageError::Unreadable));
}

/// Older paper documents are sealed in bulk: the newer record supersedes the one without a code, and the status is
/// stored for its place.
#[test]
fn a_record_sealed_later_supersedes_one_without_a_code() {
    const OLD: &str = "240000012207"; // a record without a code
    let register = Register::new();
    let Record::Coded { holder, name, sealed, .. } = register.documents[NUMBER].clone() else { panic!() };
    let coded = |sealed_at| Record::Coded { sealed_at, holder, name, sealed: sealed.clone() };
    let (later, at_issue) = (coded(SealedAt::Later), coded(SealedAt::Issue));
    assert_eq!(register.documents[OLD], Record::Plain);
    let cases = [
        (OLD, later.clone(), 2, Ok(later.clone())),
        (OLD, later.clone(), 3, Ok(later.clone())),
        (OLD, later.clone(), 1, Err(PageError::Unreadable)), // its status may be that of the older place
        (OLD, at_issue, 2, Err(PageError::Unreadable)),
        (OLD, Record::Plain, 2, Err(PageError::Unreadable)),
        (NUMBER, later, 2, Err(PageError::Unreadable)), // the older record has a code
    ];
    for (number, record, status_through, expected) in cases {
        let mut bundle = register.bundle();
        let newer: BTreeMap<_, _> = [(number.to_string(), record)].into();
        add(&mut bundle, SegmentKind::Documents, document_leaves(&newer));
        bundle.manifest.status_through = status_through;
        let found = bundle.open(None).unwrap().document(number);
        let expected =
            expected.map(|record| Some(ListedDocument { place: Place { serial: 2, rank: 0 }, record }));
        assert_eq!(found, expected, "{number} {status_through}");
    }
}

#[test]
fn a_lookup_stops_at_an_altered_page() {
    let register = Register::new();
    let mut bundle = register.bundle();
    let newer: BTreeMap<_, _> = [(NUMBER.to_string(), Record::Plain)].into();
    add(&mut bundle, SegmentKind::Documents, document_leaves(&newer));
    let mut signed = bundle.sign();
    signed.pages.files.last_mut().unwrap().1[0][9] ^= 1;
    let snapshot = signed.open(None).unwrap();
    assert_eq!(snapshot.document(NUMBER), Err(PageError::Altered), "the older record must not be returned");
    assert!(snapshot.document("240000012346").unwrap().is_some());
}

/// A record opens with its own code and no other.
#[test]
fn a_record_opens_with_its_own_code_only() {
    use crate::document::code::Code;
    use crate::snapshot::verified::{RecordError, Verified};
    let mut register = Register::new();
    let other = Claims { number: "N-2".into(), code: Some(Code([8; 10])), ..valid_claims() };
    register.issue(&other, Validity::ByTerm);
    let snapshot = register.bundle().open(None).unwrap();
    let open = |number: &str, code: [u8; 10]| {
        let located = snapshot.document(number).unwrap().unwrap();
        Verified::from_record(&snapshot, &located, number, &Code(code)).map(|opened| opened.verified)
    };
    assert!(open(NUMBER, [5; 10]).is_ok());
    assert!(open("N-2", [8; 10]).is_ok());
    assert_eq!(open(NUMBER, [8; 10]), Err(RecordError::WrongCode));
    assert_eq!(open("N-2", [5; 10]), Err(RecordError::WrongCode));
    assert_eq!(open("240000012207", [5; 10]), Err(RecordError::Plain));
}
