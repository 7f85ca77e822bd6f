//! Rows and statements: they round-trip, one value has one encoding, and keys do not collide.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::calendar::{SpecialDay, SpecialKind, Term};
use crate::document::claims::{Basis, BasisKind};
use crate::fixture::{EDITION, Register, WELDER, localized};
use crate::identity::Identity;
use crate::snapshot::row_cache::{KeptRow, RowCache};
use crate::snapshot::rows::{
    Accreditation, AccreditationRef, Centre, DatedBasis, Event, EventKind, IssuingKey, Mode, Offer,
    Profession, ProfessionVersion, Qualification, Route, Row, Scope, Skill, SkillList, WorkingYear, key,
};

fn basis() -> Basis {
    Basis { kind: BasisKind::QualificationRequirements, id: "QR-1".into() }
}

fn offer() -> Offer {
    Offer {
        profession: "7212-1".into(),
        edition: "2017".into(),
        qualification: None,
        level: "4".into(),
        basis: basis(),
        term: Term::Unlimited,
    }
}

/// Reads bytes and writes the result.
type Again = fn(&[u8]) -> Option<Vec<u8>>;

fn again<R: Row>(bytes: &[u8]) -> Option<Vec<u8>> {
    R::from_bytes(bytes).ok().map(|row| row.to_bytes())
}

fn rows() -> Vec<(Vec<u8>, Again)> {
    let (open, closed) = (interval("2024-01-01", ""), interval("1969-12-31", "2024-12-31"));
    let version = |interval, mode| ProfessionVersion { interval, mode, term: Term::Months(60) };
    let mandatory = Mode::Mandatory { other_law: "Law".into() };
    let profession = Profession {
        names: localized("p"),
        versions: vec![version(closed, Mode::Voluntary), version(interval("2025-01-01", ""), mandatory)],
        bases: vec![DatedBasis { basis: basis(), interval: open }],
    };
    let kinds = [EventKind::Revoked, EventKind::Resumed, EventKind::Liquidated, EventKind::CourtBan];
    let events = kinds.map(|kind| Event { on: day("2024-05-05"), kind }).to_vec();
    let accreditation =
        |route| Accreditation { serial: "1".into(), route, interval: open, events: events.clone() };
    let accreditations = vec![accreditation(Route::ThisLaw), accreditation(Route::ConformityAssessment)];
    let centre = Identity::parse("BIN-A").unwrap();
    let issuing = IssuingKey {
        key: Signer::esp256(3).public(),
        centre: crate::fixture::iin(),
        professions: vec!["7212-1".into()],
        interval: closed,
    };
    let special = |on: &str, kind, name: &str, related: &str| SpecialDay {
        day: day(on),
        kind,
        name: name.into(),
        related: Date::parse(related),
    };
    let year = WorkingYear {
        covered_from: day("2023-01-01"),
        covered_until: day("2023-12-31"),
        days: vec![
            special("2023-01-01", SpecialKind::Holiday, "new-year", ""),
            special("2023-07-01", SpecialKind::Worked, "", "2023-07-07"),
            special("2023-07-07", SpecialKind::DayOff, "", "2023-07-01"),
        ],
    };
    vec![
        (profession.to_bytes(), again::<Profession>),
        (Qualification { names: localized("q"), level: "4".into() }.to_bytes(), again::<Qualification>),
        (Skill { names: localized("s") }.to_bytes(), again::<Skill>),
        (issuing.to_bytes(), again::<IssuingKey>),
        (offer().to_bytes(), again::<Offer>),
        (Offer { qualification: Some("q".into()), ..offer() }.to_bytes(), again::<Offer>),
        (AccreditationRef { centre, serial: "1".into() }.to_bytes(), again::<AccreditationRef>),
        (SkillList { skills: vec!["S1".into(), "S2".into()] }.to_bytes(), again::<SkillList>),
        (
            Centre {
                names: localized("c"),
                legal_entity: true,
                accreditations,
                contact: crate::snapshot::Contact::new("https://a.example", "", "").unwrap(),
            }
            .to_bytes(),
            again::<Centre>,
        ),
        (Scope { intervals: vec![closed] }.to_bytes(), again::<Scope>),
        (year.to_bytes(), again::<WorkingYear>),
    ]
}

fn statements() -> Vec<(Vec<u8>, Again)> {
    let bundle = Register::new().bundle();
    vec![
        (bundle.manifest.write(), |bytes| Manifest::read(bytes).ok().map(|read| read.write())),
        (bundle.centres.write(), |bytes| Centres::read(bytes).ok().map(|read| read.write())),
        (bundle.fresh.write(), |bytes| FreshnessStatement::read(bytes).ok().map(|read| read.write())),
    ]
}

#[test]
fn rows_and_statements_round_trip() {
    for ((bytes, again), at) in ALL.iter().zip(0..) {
        assert_eq!(again(bytes).as_ref(), Some(bytes), "{at}");
        for length in 0..bytes.len() {
            assert_eq!(again(&bytes[..length]), None, "{at}, truncated to {length}");
        }
        assert_eq!(again(&[bytes.as_slice(), &[0]].concat()), None, "{at}, with a trailing byte");
    }
}

#[test]
fn each_case_has_its_own_number() {
    assert_eq!(
        [0, 1, 2].map(Route::from_number),
        [Some(Route::ThisLaw), Some(Route::ConformityAssessment), None]
    );
    let kinds = [EventKind::Revoked, EventKind::Resumed, EventKind::Liquidated, EventKind::CourtBan];
    assert_eq!([0, 1, 2, 3].map(EventKind::from_number), kinds.map(Some));
    assert_eq!(EventKind::from_number(4), None);
    let kinds = [SpecialKind::Holiday, SpecialKind::DayOff, SpecialKind::Worked];
    assert_eq!([0, 1, 2].map(SpecialKind::from_number), kinds.map(Some));
    assert_eq!(SpecialKind::from_number(3), None);
}

/// All rows and statements, made once.
static ALL: LazyLock<Vec<(Vec<u8>, Again)>> =
    LazyLock::new(|| rows().into_iter().chain(statements()).collect());

proptest! {
    #[test]
    fn one_value_has_one_encoding(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for (bytes, again) in &*ALL {
            let mut bytes = bytes.clone();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(written) = again(&bytes) {
                prop_assert_eq!(written, bytes);
            }
        }
    }

    #[test]
    fn no_row_panics(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        for (_, again) in rows() {
            let _ = again(&bytes);
        }
    }
}

/// Codes contain no control characters, so no two tuples of codes share a key.
#[test]
fn keys_of_different_rows_differ() {
    let keys = [
        key::profession("a", "b"),
        key::profession("ab", ""),
        key::profession("", "ab"),
        key::qualification("a", "b", "c"),
        key::qualification("a", "bc", ""),
        key::skill("a", "b", "c"),
        key::scope("a", "b", "c"),
        key::scope("a", "", "bc"),
        key::centre("a"),
        key::offer(1),
        key::accreditation(1),
        key::skill_list(1),
        key::working_year(1),
        key::issuing_key(KeyId([0; 8])),
    ];
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
    assert!(key::offer(255) < key::offer(256), "dictionary indexes ascend as numbers do");
}

#[test]
fn rejects_an_interval_that_ends_before_it_begins() {
    let scope = |from: &str, until: &str| Scope { intervals: vec![interval(from, until)] }.to_bytes();
    assert!(again::<Scope>(&scope("2024-01-01", "2024-01-01")).is_some());
    assert!(again::<Scope>(&scope("2024-01-02", "2024-01-01")).is_none());
    let mut bundle = Register::new().bundle();
    bundle.manifest.coverage = interval("2024-01-02", "2024-01-01");
    assert!(Manifest::read(&bundle.manifest.write()).is_err());
}

/// A document on skills with an empty list would be a document on the complete profession.
#[test]
fn rejects_an_empty_list_of_skills() {
    assert_eq!(again::<SkillList>(&SkillList { skills: vec![] }.to_bytes()), None);
    assert_eq!(again::<SkillList>(&SkillList { skills: vec!["".into()] }.to_bytes()), None);
}

/// The rules of the Law rely on the time order of lists, so the reader checks it.
#[test]
fn rejects_lists_out_of_order() {
    let version = |from: &str, until: &str, mode| ProfessionVersion {
        interval: interval(from, until),
        mode,
        term: Term::Months(60),
    };
    let mandatory = Mode::Mandatory { other_law: "Law".into() };
    let versions = vec![version("2024-01-01", "", Mode::Voluntary), version("2024-06-01", "", mandatory)];
    let overlapping = Profession { names: localized("p"), versions, bases: vec![] };
    assert_eq!(again::<Profession>(&overlapping.to_bytes()), None);
    for (first, second, valid) in [
        (interval("2024-01-01", "2024-01-31"), interval("2024-02-01", ""), true),
        (interval("2024-01-01", "2024-01-31"), interval("2024-01-31", ""), false),
        (interval("2024-01-01", ""), interval("2024-02-01", "2024-03-01"), false),
        (interval("2024-02-01", "2024-02-29"), interval("2024-01-01", "2024-01-31"), false),
    ] {
        let scope = Scope { intervals: vec![first, second] };
        assert_eq!(again::<Scope>(&scope.to_bytes()).is_some(), valid, "{scope:?}");
    }
    let event = |on: &str, kind| Event { on: day(on), kind };
    let events = vec![event("2025-06-01", EventKind::Revoked), event("2025-03-01", EventKind::Resumed)];
    let one = Accreditation {
        serial: "1".into(),
        route: Route::ThisLaw,
        interval: interval("2024-01-01", ""),
        events,
    };
    let centre = Centre {
        names: localized("c"),
        legal_entity: true,
        accreditations: vec![one],
        contact: crate::snapshot::Contact::default(),
    };
    assert_eq!(again::<Centre>(&centre.to_bytes()), None);
}

/// A row that was found is kept: it is not read again, even when its page can no longer be read. That there is no row is
/// proved by the pages each time.
#[test]
fn a_row_that_was_found_is_kept() {
    let mut bundle = Register::new().bundle();
    let long = Profession { names: localized(&"long".repeat(50)), versions: vec![], bases: vec![] };
    let rows = [(key::profession("long", EDITION), long.to_bytes())].into();
    super::layers::add(&mut bundle, SegmentKind::Tables, crate::fixture::row_leaves(&rows, false));
    let missing = |pages: MemoryPages| {
        let files = pages.files.into_iter().map(|(id, pages)| (id, vec![Vec::new(); pages.len()]));
        MemoryPages { files: files.collect() }
    };
    for (limit, is_kept) in [(256, true), (0, false)] {
        let snapshot = bundle.open(None).unwrap().with_cached_pages(limit);
        let row = snapshot.profession(WELDER, EDITION).unwrap().unwrap();
        let again = snapshot.kept_profession(WELDER, EDITION).unwrap().unwrap();
        assert_eq!(matches!(again, Cow::Borrowed(_)), is_kept, "{limit}");
        let too_long = || snapshot.kept_profession("long", EDITION).unwrap().unwrap();
        assert!(
            matches!((too_long(), too_long()), (Cow::Owned(_), Cow::Owned(_))),
            "a row of more than 512 bytes"
        );
        assert_eq!(snapshot.profession(WELDER, "another"), Ok(None));
        let snapshot = snapshot.map_pages(missing);
        let again = snapshot.profession(WELDER, EDITION);
        assert_eq!(again, if is_kept { Ok(Some(row)) } else { Err(PageError::Missing) }, "{limit}");
    }
}

/// Rows are kept by their complete key, in the eight slots from their own one on.
#[test]
fn a_kept_row_is_found_by_its_complete_key() {
    let row = |index: u32| Scope { intervals: vec![interval("2024-01-01", ""); index as usize] };
    let cache = RowCache::with_slots(8);
    for index in 0..20 {
        assert_eq!(*cache.insert(key::offer(index), row(index)), row(index));
    }
    let kept = |index: &u32| cache.get(&key::offer(*index)).and_then(Scope::of) == Some(&row(*index));
    assert_eq!((0..20).filter(kept).count(), 8);
    assert!((0..8).all(|index| kept(&index)) && cache.get(&key::accreditation(0)).is_none());
    assert_eq!(cache.get(&key::offer(0)).and_then(Centre::of), None, "a row of another type");
}
