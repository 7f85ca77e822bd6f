//! The example works from the bytes of the documentation alone: the document reads back, the bundle opens, the document is
//! valid.

use coset::TaggedCborSerializable;
use rastau_core::codec::base45;
use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::sha256;
use rastau_core::document::{Form, Presented, Unverified};
use rastau_core::error::PageError;
use rastau_core::snapshot::statements::{Centres, Manifest};
use rastau_core::snapshot::{
    FileName, MAX_STATEMENT, OpenOptions, PAGE_SIZE, Snapshot, Statements, TrustedState, container,
};
use rastau_core::verdict::{CheckAnswer, Freshness, LinkTarget, Outcome, Verdict};
use rastau_core::verify::{Policy, Question, verify};

use crate::docs::{blocks, bytes};
use crate::fixture::{self, Keys, MemoryPages};

/// The text of the document, without the line breaks of the page.
fn document_text() -> String {
    blocks()["document-text"].text.lines().collect()
}

/// The statements and pages as the documentation has them.
fn documented_bundle() -> (Statements, MemoryPages) {
    let statements = Statements {
        roots: vec![(1, bytes("root"))],
        manifest: bytes("manifest"),
        centres: bytes("centres"),
        fresh: bytes("fresh"),
    };
    let payload = |bytes: &[u8]| read_sign("statement", bytes, MAX_STATEMENT).unwrap().payload.to_vec();
    let mut segments = Manifest::read(&payload(&statements.manifest)).unwrap().segments;
    segments.extend(Centres::read(&payload(&statements.centres)).unwrap().segments);
    let pages = segments.iter().map(|segment| {
        let page = |index| bytes(&format!("{}-{index}", segment.id.kind.name()));
        (segment.id, (0..segment.pages).map(page).collect())
    });
    (statements, MemoryPages(pages.collect()))
}

/// Opens a bundle with its own root pinned.
fn open(statements: &Statements, pages: MemoryPages) -> Snapshot<MemoryPages> {
    let clock = fixture::time(fixture::CLOCK);
    Snapshot::open(&OpenOptions::pinned(&statements.roots[0].1, clock), statements, pages).unwrap()
}

fn verify_presented(snapshot: &Snapshot<MemoryPages>, presented: &str) -> Verdict {
    let question = Question { on: None, clock: fixture::time(fixture::CLOCK), policy: Policy::default() };
    verify(snapshot, &Presented::read(presented).unwrap(), &question)
}

#[test]
fn the_document_reads_back() {
    let text = document_text();
    let envelope = bytes("document");
    assert_eq!(base45::decode(&text[5..]).as_deref(), Some(envelope.as_slice()));
    let document = Unverified::read(&text).unwrap();
    assert_eq!(document.claims, fixture::claims());
    let key = Keys::new().issuing.public();
    assert!(document.signed_by(&key));
    let coset_envelope = coset::CoseSign1::from_tagged_slice(&envelope).unwrap();
    assert_eq!(coset_envelope.tbs_data(b"rastau/document/1"), bytes("covered"));
    assert!(key.verifies(-19, &bytes("covered"), &coset_envelope.signature));
}

#[test]
fn the_form_reads_back() {
    let form = Form::read(&blocks()["form"].text).unwrap();
    let claims = fixture::claims();
    assert_eq!(
        (form.number, form.code, form.holder.map(|holder| holder.number)),
        (claims.number, claims.code, Some(claims.holder))
    );
    assert_eq!(form.stated.level, Some(claims.level));
}

#[test]
fn the_bundle_opens_and_the_document_is_valid() {
    let (statements, pages) = documented_bundle();
    let snapshot = open(&statements, pages);
    for (presented, link) in [
        (document_text(), None),
        (blocks()["document-link"].text.lines().collect(), Some(LinkTarget::Register)),
        (blocks()["form"].text.clone(), None),
    ] {
        let verdict = verify_presented(&snapshot, &presented);
        assert_eq!(verdict.link, link);
        let not_satisfied: Vec<_> = verdict
            .findings()
            .iter()
            .filter(|finding| {
                !matches!(finding.answer, CheckAnswer::Satisfied | CheckAnswer::NotApplicable(None))
            })
            .collect();
        assert_eq!(
            (verdict.outcome(), verdict.freshness),
            (Outcome::Valid, Freshness::Current),
            "{not_satisfied:?}"
        );
    }
    assert_eq!(TrustedState::read(&bytes("trusted-state")).unwrap(), snapshot.trusted_state());
    for (place, list) in fixture::cancellations() {
        assert_eq!(snapshot.cancellations(place), Ok(list));
    }
    let listed = [fixture::NUMBER, fixture::SKILLS_NUMBER, fixture::UNCODED_NUMBER, fixture::LATER_NUMBER];
    for (rank, number) in (0..).zip(listed) {
        assert_eq!(snapshot.document(number).unwrap().map(|found| found.place.rank), Some(rank));
    }
    for absent in ["1", "240000000003", "A-6", "A-9", ""] {
        assert_eq!(snapshot.document(absent), Ok(None), "{absent}");
    }
}

/// A lookup reads the path to its leaf only, so a flipped bit on another page is not found by it.
#[test]
fn one_flipped_bit_on_the_path_is_an_error() {
    let (statements, pages) = documented_bundle();
    for (segment, page, on_the_path) in [(0, 0, true), (0, 2, true), (0, 1, false)] {
        let mut altered = pages.clone();
        altered.0[segment].1[page][100] ^= 1;
        let found = open(&statements, altered).document(fixture::NUMBER);
        assert_eq!(found.is_err(), on_the_path, "page {page}");
        assert!(found.is_ok() || found == Err(PageError::Altered));
    }
}

/// Lays out the parts of the documentation as the container's index says.
#[test]
fn the_container_is_made_of_the_documented_parts() {
    let (statements, pages) = documented_bundle();
    let expected = fixture::bundle().container;
    let mut file = bytes("container");
    let length = container::index_length(file[..container::HEAD].try_into().unwrap()).unwrap();
    let index = file[container::HEAD..container::HEAD + length].to_vec();
    for part in container::read_index(&index, expected.len() as u64).unwrap() {
        let named = |hash, bytes: &Vec<u8>| (sha256(&[bytes]) == hash).then(|| bytes.clone());
        let content = match FileName::parse(&part.name).expect("a name of a published file") {
            FileName::Root(version) => (version == 1).then(|| statements.roots[0].1.clone()),
            FileName::Manifest(hash) => named(hash, &statements.manifest),
            FileName::Centres(hash) => named(hash, &statements.centres),
            FileName::Freshness => Some(statements.fresh.clone()),
            FileName::Segment(root) => {
                pages.0.iter().find(|(id, _)| id.root == root).map(|(_, pages)| pages.concat())
            }
        };
        let content = content.unwrap_or_else(|| panic!("no part {}", part.name));
        assert_eq!((part.offset % PAGE_SIZE as u64, part.length), (0, content.len() as u64), "{}", part.name);
        file.resize(usize::try_from(part.offset).unwrap(), 0);
        file.extend(content);
    }
    assert!(file == expected);
}
