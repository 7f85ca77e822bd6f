//! Checks that only a signer can violate, at their limits.

use super::*;
use crate::codec::varint;
use crate::error::Statement;
use crate::fixture::{Register, row_leaves};
use crate::snapshot::OpenOptions;
use crate::snapshot::check::check_segment;
use crate::snapshot::root::{Extension, RoleName};
use crate::snapshot::statements::MAX_CONFIRMABLE;

fn bundle() -> Bundle {
    Register::new().bundle()
}

/// An index page over pages that follow one another from `first` on.
fn index_page(first: u32, children: &[[u8; 32]]) -> Vec<u8> {
    let mut page = Vec::new();
    varint::write(&mut page, children.len() as u64);
    varint::write(&mut page, first.into());
    for (key, hash) in (1u8..).zip(children) {
        page.extend_from_slice(&[0, 1, key]);
        page.extend_from_slice(hash);
    }
    page.resize(PAGE_SIZE, 0);
    page
}

/// Checks a signed segment of these pages. The last one is the root; each page is given with its level.
fn check(pages: &[(u8, Vec<u8>)]) -> Result<(), PageError> {
    let at = pages.len() - 1;
    let hash =
        |index: usize| page_hash(SegmentKind::Tables, 1, pages[index].0, index as u32, &pages[index].1);
    let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root: hash(at) };
    let (first, last) = (vec![0], vec![9]);
    let (count, height) = (pages.len() as u32, pages[at].0);
    let segment = Segment { id, covers_from: 1, pages: count, height, entries: 1, first, last };
    let memory = MemoryPages { files: vec![(id, pages.iter().map(|(_, page)| page.clone()).collect())] };
    check_segment(&memory, &segment, || {}).map_err(|fault| fault.error)
}

fn leaf_page() -> Vec<u8> {
    let rows = [(b"k".to_vec(), vec![7])].into();
    row_leaves(&rows, true).remove(0).page
}

/// Every page occurs once and has its signed hash, but the leaves are not in the order of the file.
#[test]
fn leaves_are_in_the_order_of_the_file() {
    let leaf = |index| page_hash(SegmentKind::Tables, 1, 0, index, &leaf_page());
    let tree = |first: [u32; 2], second: [u32; 2]| {
        let lower = [first, second].map(|leaves| index_page(leaves[0], &leaves.map(leaf)));
        let hashes = [0, 1].map(|at| page_hash(SegmentKind::Tables, 1, 1, 4 + at as u32, &lower[at]));
        let [one, two] = lower;
        let mut pages: Vec<(u8, Vec<u8>)> = (0..4).map(|_| (0, leaf_page())).collect();
        pages.extend([(1, one), (1, two), (2, index_page(4, &hashes))]);
        check(&pages)
    };
    assert_eq!(tree([0, 1], [2, 3]), Ok(()));
    assert_eq!(tree([2, 3], [0, 1]), Err(PageError::Unreadable));
}

/// A look-up only goes to pages before the current one, so that it always ends. Pages with a child after its parent are
/// not a tree.
#[test]
fn a_page_is_before_its_parent() {
    let leaf = page_hash(SegmentKind::Tables, 1, 0, 0, &leaf_page());
    let hash = |level, index, page: &[u8]| page_hash(SegmentKind::Tables, 1, level, index, page);
    // Pages 1 and 2 are the two levels of the index below the root, in one order or the other.
    let low = |own: u32| (own, index_page(0, &[leaf]));
    let tree = |low: (u32, Vec<u8>), own: u32| {
        let high = index_page(low.0, &[hash(1, low.0, &low.1)]);
        let root = index_page(own, &[hash(2, own, &high)]);
        let mut pages = vec![(0, leaf_page()), (1, low.1), (2, high), (3, root)];
        if own < low.0 {
            pages.swap(1, 2);
        }
        check(&pages)
    };
    assert_eq!(tree(low(1), 2), Ok(()));
    assert_eq!(tree(low(2), 1), Err(PageError::Unreadable));
}

/// Index pages that list one another form an endless walk over few pages. The signed number of pages bounds it.
#[test]
fn a_check_reads_no_more_pages_than_the_segment_has() {
    let hash = |level, index, page: &[u8]| page_hash(SegmentKind::Tables, 1, level, index, page);
    let empty = index_page(0, &[]);
    let lowest = [hash(1, 0, &empty), hash(1, 1, &empty)];
    let middle = index_page(0, &lowest);
    let root = index_page(2, &[hash(2, 2, &middle), hash(2, 3, &middle)]);
    let pages = [(1, empty.clone()), (1, empty), (2, middle.clone()), (2, middle), (3, root)];
    assert_eq!(check(&pages), Err(PageError::Unreadable));
}

/// The online key confirms a manifest for 45 days after it at most, whatever the keeper signs.
#[test]
fn a_manifest_is_confirmable_for_45_days_at_most() {
    let with = |confirmable| {
        let mut bundle = bundle();
        bundle.manifest.confirmable = confirmable;
        bundle.sign()
    };
    assert_eq!(MAX_CONFIRMABLE, 45 * 86_400);
    assert_eq!(with(MAX_CONFIRMABLE).open(None).err(), None);
    let error = with(MAX_CONFIRMABLE + 1).open_error();
    assert!(matches!(error, OpenError::Malformed(Statement::Manifest, _)), "{error:?}");
}

/// The last second counts, the next one does not.
#[test]
fn a_confirmation_ends_with_the_span_that_the_manifest_states() {
    let with = |seconds| {
        let mut bundle = bundle();
        bundle.manifest.confirmable = 3_600;
        bundle.fresh.checked_at = bundle.manifest.as_of.plus_seconds(seconds);
        bundle.open(None).err()
    };
    assert_eq!(with(3_600), None);
    assert_eq!(with(3_601), Some(OpenError::MixedUp(Statement::Freshness)));
}

/// The Chamber's time is stored separately: it remains when the state of the keeper and the online key no longer
/// counts.
#[test]
fn the_chambers_time_moves_the_verifiers_time() {
    let mut later = bundle();
    let at = time("2026-04-01T00:00:00Z");
    (later.manifest.as_of, later.fresh.checked_at, later.centres.as_of) = (at, at, at);
    let state = later.open(None).unwrap().trusted_state();
    let (old, new) = (RoleSigners::new(1), RoleSigners::new(101));
    let signers = RoleSigners { keeper: new.keeper, fresh: new.fresh, ..old };
    let root = RoleSigners { root: RoleSigners::new(1).root, ..signers.clone() }.trust_root(2);
    let mut next = bundle();
    (next.manifest.version, next.centres.version) = (8, 4);
    let mut signed = Bundle { signers, ..next.clone() }.sign();
    signed.trust_root = next.sign().trust_root;
    signed.statements.roots = vec![(2, sign_root(&root, RoleSigners::new(1).quorum(RoleName::Root)))];
    let snapshot = signed.open(Some(&state)).unwrap();
    assert_eq!(snapshot.newest_signed(), at);
    assert_eq!(snapshot.now(time(CLOCK)), at);
    // Without the trusted state the earlier times count.
    assert_eq!(signed.open(None).unwrap().now(time(CLOCK)), time(CLOCK));
}

/// A threshold of the Chamber is of its own keys, before a rotation and after it.
#[test]
fn a_centres_statement_needs_the_threshold_of_the_chamber() {
    let (old, new) = (RoleSigners::new(1), RoleSigners::new(101));
    let rotated = RoleSigners { chamber: new.chamber.clone(), ..old.clone() };
    let root = (2, sign_root(&rotated.trust_root(2), old.quorum(RoleName::Root)));
    let mixed = [old.chamber[0].clone(), new.chamber[0].clone()];
    let twice = [new.chamber[0].clone(), new.chamber[0].clone()];
    let missing =
        |valid| Some(OpenError::TooFewSignatures { statement: Statement::Centres, valid, required: 2 });
    type Case<'a> = (&'a str, bool, &'a [Signer], Option<OpenError>);
    let cases: [Case<'_>; 11] = [
        ("two of three", false, &old.chamber[..2], None),
        ("another two", false, &old.chamber[1..], None),
        ("one", false, &old.chamber[..1], missing(1)),
        ("the keeper", false, &old.keeper, missing(0)),
        ("the next keys before the root", false, &new.chamber, missing(0)),
        ("one of each before the root", false, &mixed, missing(1)),
        ("the next keys after the root", true, &new.chamber[..2], None),
        ("one after the root", true, &new.chamber[2..], missing(1)),
        ("one key twice after the root", true, &twice, missing(1)),
        ("the replaced keys", true, &old.chamber, missing(0)),
        ("one of each after the root", true, &mixed, missing(1)),
    ];
    for (name, is_rotated, keys, error) in cases {
        let bundle = bundle();
        let mut signed = bundle.sign_with(|role, payload| match role {
            RoleName::Chamber => sign_as(role, payload, keys),
            _ => sign_as(role, payload, old.quorum(role)),
        });
        signed.statements.roots = if is_rotated { vec![root.clone()] } else { Vec::new() };
        assert_eq!(signed.open(None).err(), error, "{name}");
    }
}

/// A verifier remembers a root that a newer program accepted, and this program does not know its critical extension.
#[test]
fn a_remembered_root_that_needs_a_newer_program_opens_nothing() {
    let bundle = bundle();
    let quorum = bundle.signers.quorum(RoleName::Root);
    let mut second = bundle.signers.trust_root(2);
    second.extensions = vec![Extension { id: 9, critical: true, value: Vec::new() }];
    let second_bytes = sign_root(&second, quorum);
    let mut plain = bundle.signers.trust_root(2);
    plain.expires = time("2027-01-01T00:00:00Z");
    let mut state = bundle.open(None).unwrap().trusted_state();
    (state.root.version, state.root.hash) = (2, sha256(&[&second.write()]));
    let mut signed = bundle.sign();
    signed.statements.roots = vec![(2, second_bytes.clone())];
    assert_eq!(signed.open(Some(&state)).err(), Some(OpenError::Rollback(Statement::Root)));
    // Nor does another root of that version without the extension.
    signed.statements.roots = vec![(2, sign_root(&plain, quorum))];
    let other = Some(OpenError::SameVersionOtherContent(Statement::Root));
    assert_eq!(signed.open(Some(&state)).err(), other);
    // The kept root is the one to begin with.
    let options = OpenOptions::pinned(&second_bytes, time(CLOCK)).trusted_state(Some(&state));
    assert_eq!(signed.open_with(&options).err(), Some(OpenError::NewerFormat(Statement::Root)));
}
