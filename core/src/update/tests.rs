//! The walk as transcripts: what it asks, in order, and what it reports.

mod publisher;
mod tuf;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;
use crate::calendar::Timestamp;
use crate::error::{OpenError, PageError, Statement};
use crate::fixture::{
    Bundle, CLOCK, MemoryPages, Register, RoleSigners, SignedBundle, Signer, sign_root, time,
};
use crate::snapshot::file::BundleFile;
use crate::snapshot::root::Extension;
use crate::snapshot::{
    Anchor, FileName, MAX_STATEMENT, OpenOptions, Root, Snapshot, Statements, TrustedState,
};

/// A source in memory: files by name, and other answers.
#[derive(Clone, Default)]
struct Source {
    files: BTreeMap<FileName, Vec<u8>>,
    statuses: BTreeMap<FileName, u16>,
    pages: MemoryPages,
}

impl Source {
    fn of(signed: &SignedBundle) -> Self {
        let files = signed.files().into_iter().collect();
        Self { files, statuses: BTreeMap::new(), pages: signed.pages.clone() }
    }
}

/// The end of a walk: the questions, the newest stored root, and the report or the error.
struct Ended {
    asked: Vec<String>,
    kept: Option<Vec<u8>>,
    result: Result<Plan, UpdateError>,
    closes: bool,
    closes_from: Option<Timestamp>,
}

/// A change to the answers of a source.
type Tamper<'t> = &'t mut dyn FnMut(&str, Option<Vec<u8>>) -> Option<Vec<u8>>;

fn drive(mut walk: Walk, source: &Source, tamper: Tamper<'_>) -> Ended {
    let mut asked = Vec::new();
    let mut kept = None;
    let result = loop {
        // Repeating a question changes nothing.
        let question = format!("{:?}", walk.ask());
        assert_eq!(format!("{:?}", walk.ask()), question);
        assert!(asked.len() < 100, "the walk ends: {asked:?}");
        let step = match walk.ask() {
            Ask::Statement { name, limit } => {
                assert_eq!(limit, MAX_STATEMENT);
                let text = name.to_string();
                assert_eq!(FileName::parse(&text), Some(name));
                let text = match name {
                    FileName::Manifest(_) => "manifest".into(),
                    FileName::Centres(_) => "centres".into(),
                    FileName::Root(_) | FileName::Freshness | FileName::Segment(_) => text,
                };
                let bytes = tamper(&text, source.files.get(&name).cloned());
                asked.push(text);
                match (bytes, source.statuses.get(&name)) {
                    (_, Some(status)) => walk.answer(Answer::Status(*status)),
                    (Some(bytes), None) => walk.answer(Answer::Bytes(&bytes)),
                    (None, None) => walk.answer(Answer::Status(404)),
                }
            }
            Ask::Keep(root) => {
                asked.push(format!("keep {}", root.version));
                kept = Some(root.bytes.to_vec());
                walk.answer(Answer::Kept)
            }
            Ask::Segment { segment, from } => {
                let name = FileName::Segment(segment.id.root);
                let from = if from == 0 { String::new() } else { format!(" from {from}") };
                asked.push(format!("{}{from}", segment.id.kind.name()));
                match (source.statuses.get(&name), source.files.contains_key(&name)) {
                    (Some(status), _) => walk.answer(Answer::Status(*status)),
                    (None, true) => walk.answer(Answer::Stored),
                    (None, false) => walk.answer(Answer::Status(404)),
                }
            }
            Ask::Check(_) => {
                asked.push("check".into());
                walk.check(&source.pages, || {})
            }
            Ask::Commit(_) => {
                asked.push("commit".into());
                walk.answer(Answer::Committed)
            }
            Ask::Done(_) => {
                let (closes, closes_from) = (walk.closes_service(), walk.closes_service_from());
                return Ended { asked, kept, result: Ok(walk.into_plan().unwrap()), closes, closes_from };
            }
            Ask::Failed(error) => break error.clone(),
        };
        if let Err(error) = step {
            assert!(matches!(walk.ask(), Ask::Failed(same) if *same == error));
        }
    };
    let (closes, closes_from) = (walk.closes_service(), walk.closes_service_from());
    Ended { asked, kept, result: Err(result), closes, closes_from }
}

/// A device: its newest root, and its bundle in service.
struct Device {
    root: Vec<u8>,
    statements: Option<Statements>,
    state: Option<TrustedState>,
    segments: Vec<HeldSegment>,
    clock: Timestamp,
}

impl Device {
    /// A device that has the pinned root only.
    fn new(root: Vec<u8>) -> Self {
        Self { root, statements: None, state: None, segments: Vec::new(), clock: time(CLOCK) }
    }

    /// A device that took `signed` into service.
    fn with(signed: &SignedBundle) -> Self {
        let segments = signed.pages.files.iter().map(|(id, pages)| HeldSegment {
            root: id.root,
            length: (pages.len() * crate::PAGE_SIZE) as u64,
            is_committed: true,
        });
        Self {
            statements: Some(signed.statements.clone()),
            state: Some(signed.open(None).unwrap().trusted_state()),
            segments: segments.collect(),
            ..Self::new(signed.trust_root.clone())
        }
    }

    fn options(&self) -> OpenOptions<'_> {
        OpenOptions::pinned(&self.root, self.clock).trusted_state(self.state.as_ref())
    }

    fn begin(&self) -> Result<Walk, OpenError> {
        let held = Held { statements: self.statements.clone(), segments: self.segments.clone() };
        Walk::begin(self.options(), held)
    }

    fn walk(&self) -> Walk {
        self.begin().unwrap()
    }

    /// Puts a plan into service.
    fn take(&mut self, plan: &Plan) {
        (self.root, self.statements) = (plan.root.clone(), Some(plan.statements.clone()));
        self.state = Some(plan.trusted_state.clone());
        let held = |segment: &crate::snapshot::Segment| HeldSegment {
            root: segment.id.root,
            length: segment.length(),
            is_committed: true,
        };
        self.segments = plan.segments.iter().map(held).collect();
    }

    fn update(&self, source: &Source) -> Ended {
        drive(self.walk(), source, &mut |_, bytes| bytes)
    }
}

fn bundle() -> Bundle {
    Register::new().bundle()
}

fn newer() -> Bundle {
    let mut bundle = bundle();
    (bundle.manifest.version, bundle.centres.version) = (8, 4);
    bundle
}

fn first_pull(source: &Source) -> Ended {
    let root = bundle().sign().trust_root;
    let walk = Walk::begin(OpenOptions::pinned(&root, time(CLOCK)), Held::nothing()).unwrap();
    drive(walk, source, &mut |_, bytes| bytes)
}

/// A second root with the keys of `signers`, signed by the fixture's root keys, and the bundle signed with them.
fn rotated(bundle: &Bundle, signers: &RoleSigners, change: impl Fn(&mut Root)) -> SignedBundle {
    let mut root = RoleSigners { root: bundle.signers.root.clone(), ..signers.clone() }.trust_root(2);
    change(&mut root);
    let mut signed = Bundle { signers: signers.clone(), ..bundle.clone() }.sign();
    signed.trust_root = bundle.sign().trust_root;
    signed.statements.roots = vec![(2, sign_root(&root, &bundle.signers.root))];
    signed
}

const SEGMENTS: [&str; 8] = ["documents", "check", "status", "check", "tables", "check", "centres", "check"];

#[test]
fn a_first_pull_asks_for_everything_in_order() {
    let source = Source::of(&bundle().sign());
    let ended = first_pull(&source);
    let before = ["roots/2.cose", "fresh.cose", "manifest", "centres"];
    assert_eq!(ended.asked, [&before[..], &SEGMENTS, &["commit"]].concat());
    let plan = ended.result.unwrap();
    assert_eq!((plan.report.manifest, plan.report.is_new_bundle, plan.report.held), ((1, 7), true, 0));
    assert_eq!(plan.anchor, Anchor::Pinned);
    let bytes: u64 = plan.segments.iter().map(crate::snapshot::Segment::length).sum();
    assert_eq!(plan.report.to_fetch, bytes);
    let bundle = bundle();
    let times = (plan.report.as_of, plan.report.newest_signed, plan.report.not_after);
    assert_eq!(times, (bundle.manifest.as_of, bundle.fresh.checked_at, bundle.manifest.not_after));
    assert!(plan.held.is_empty());
}

#[test]
fn a_first_pull_without_a_pinned_root_keeps_nothing_before_the_commit() {
    let signed = rotated(&bundle(), &RoleSigners::new(1), |_| {});
    let walk = Walk::begin(OpenOptions::on_first_use(time(CLOCK)), Held::nothing()).unwrap();
    let ended = drive(walk, &Source::of(&signed), &mut |_, bytes| bytes);
    let before = ["roots/1.cose", "roots/2.cose", "roots/3.cose", "fresh.cose", "manifest", "centres"];
    assert_eq!(ended.asked, [&before[..], &SEGMENTS, &["commit"]].concat());
    let plan = ended.result.unwrap();
    assert_eq!(plan.anchor, Anchor::FirstUse);
    assert_eq!(plan.statements.roots.len(), 2);
    assert_eq!(plan.root, plan.statements.roots[1].1);
}

#[test]
fn an_update_without_news_asks_two_questions() {
    let signed = bundle().sign();
    let ended = Device::with(&signed).update(&Source::of(&signed));
    assert_eq!(ended.asked, ["roots/2.cose", "fresh.cose"]);
    let report = ended.result.unwrap().report;
    assert!(!report.is_new && !report.source_is_behind && !ended.closes);
}

#[test]
fn a_newer_freshness_statement_is_committed_alone() {
    let device = Device::with(&bundle().sign());
    // The same manifest, byte for byte, with a later confirmation.
    let mut later = bundle();
    later.fresh.checked_at = time("2026-03-02T05:00:00Z");
    let ended = device.update(&Source::of(&later.sign()));
    assert_eq!(ended.asked, ["roots/2.cose", "fresh.cose", "commit"]);
    let plan = ended.result.unwrap();
    assert!(plan.report.is_new && !plan.report.is_new_bundle);
    assert_eq!(plan.trusted_state.freshness.checked_at, later.fresh.checked_at);
}

/// An older confirmation of the same manifest does not replace the later one.
#[test]
fn the_later_freshness_statement_stays() {
    let mut later = bundle();
    later.fresh.checked_at = time("2026-03-02T05:00:00Z");
    let device = Device::with(&later.sign());
    let ended = device.update(&Source::of(&bundle().sign()));
    assert_eq!(ended.asked, ["roots/2.cose", "fresh.cose"]);
    let plan = ended.result.unwrap();
    assert!(plan.report.source_is_behind && !plan.report.is_new);
    assert_eq!(plan.report.checked_at, later.fresh.checked_at);
    assert_eq!(Some(plan.statements.fresh), device.statements.map(|held| held.fresh));
}

#[test]
fn only_missing_segments_are_asked_for() {
    let device = Device::with(&bundle().sign());
    let source = Source::of(&newer().sign());
    let ended = device.update(&source);
    assert_eq!(ended.asked, ["roots/2.cose", "fresh.cose", "manifest", "centres", "commit"]);
    assert_eq!(ended.result.unwrap().report.to_fetch, 0);

    let mut part = Device::with(&bundle().sign());
    part.segments[0].length = 4096;
    part.segments[0].is_committed = false;
    part.segments.truncate(3);
    let ended = part.update(&source);
    let fetched = ["documents from 4096", "check", "centres", "check", "commit"];
    assert_eq!(ended.asked[4..], fetched);
    let plan = ended.result.unwrap();
    let length = |at: usize| plan.segments[at].length();
    let held = 4096 + length(1) + length(2);
    assert_eq!((plan.report.held, plan.report.to_fetch), (held, length(0) - 4096 + length(3)));
    assert_eq!(
        plan.segments.iter().map(|one| plan.holds(one)).collect::<Vec<_>>(),
        [false, true, true, false]
    );

    // A complete part that was never checked.
    let mut whole = Device::with(&bundle().sign());
    whole.segments[0].is_committed = false;
    let ended = whole.update(&source);
    assert_eq!(ended.asked[4..], ["check", "commit"]);
}

/// A segment that is not the signed one is fetched again from its first bad page on, because the part before it may be
/// intact, and then from its start. The last page is the root, so a torn part shows there first.
#[test]
fn a_bad_page_is_fetched_again() {
    let signed = bundle().sign();
    assert_eq!(signed.pages.files[0].1.len(), 3);
    for (page, again) in [(0, None), (1, Some("documents from 4096")), (2, Some("documents from 8192"))] {
        let mut source = Source::of(&signed);
        source.pages.files[0].1[page][9] ^= 1;
        let ended = first_pull(&source);
        let mut expected = vec!["documents", "check"];
        expected.extend(again.iter().flat_map(|name| [*name, "check"]));
        expected.extend(["documents", "check"]);
        assert_eq!(ended.asked[4..], expected, "page {page}");
        let error = ended.result.unwrap_err();
        assert!(matches!(error, UpdateError::Segment { error: PageError::Altered, .. }), "{error}");
    }
}

#[test]
fn each_root_is_kept_before_the_next_is_asked_for() {
    let device = Device::with(&bundle().sign());
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    let signed = rotated(&newer(), &signers, |_| {});
    let ended = device.update(&Source::of(&signed));
    let expected = ["roots/2.cose", "keep 2", "roots/3.cose", "fresh.cose", "manifest", "centres", "commit"];
    assert_eq!(ended.asked, expected);
    assert_eq!(ended.result.unwrap().trusted_state.root.version, 2);
}

/// A walk that begins below the root of its trusted state does not store the roots in between: they may be on a fork.
#[test]
fn a_root_below_the_known_one_is_not_kept() {
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    let mut honest = rotated(&newer(), &signers, |_| {});
    honest.statements.roots.push((3, sign_root(&signers.trust_root(3), &bundle().signers.root)));
    let state = honest.open(None).unwrap().trusted_state();
    assert_eq!(state.root.version, 3);
    let walk = || {
        let options = OpenOptions::pinned(&honest.trust_root, time(CLOCK)).trusted_state(Some(&state));
        Walk::begin(options, Held::nothing()).unwrap()
    };
    let ended = drive(walk(), &Source::of(&honest), &mut |_, bytes| bytes);
    assert_eq!(ended.asked[..5], ["roots/2.cose", "roots/3.cose", "keep 3", "roots/4.cose", "fresh.cose"]);
    assert_eq!(ended.result.unwrap().trusted_state, state);

    let thief = RoleSigners { keeper: RoleSigners::new(101).keeper, ..RoleSigners::new(1) };
    let fork = Source::of(&rotated(&newer(), &thief, |_| {}));
    let ended = drive(walk(), &fork, &mut |_, bytes| bytes);
    assert_eq!(ended.asked[..3], ["roots/2.cose", "roots/3.cose", "fresh.cose"]);
    assert_eq!(ended.result.unwrap_err(), UpdateError::Refused(OpenError::Rollback(Statement::Root)));

    // The same for a bundle that did not open: its roots count only from the known one on.
    let options = OpenOptions::pinned(&honest.trust_root, time(CLOCK)).trusted_state(Some(&state));
    let newer = |roots: &[(u64, Vec<u8>)]| {
        let walk = walk_roots(options, roots).unwrap();
        walk.newer_root().map(|(root, _)| root.version)
    };
    assert_eq!(newer(&honest.statements.roots), Some(3));
    assert_eq!(
        newer(&rotated(&bundle(), &thief, |_| {}).statements.roots),
        None,
        "a fork below the known root"
    );
    let options = OpenOptions::pinned(&honest.trust_root, time(CLOCK));
    assert!(walk_roots(options, &[]).unwrap().newer_root().is_none(), "no root came");
}

/// A verified root that removes the keeper's keys is stored even if the rest of the update is missing, and closes the
/// bundle in service.
#[test]
fn a_root_is_kept_even_if_the_rest_is_missing() {
    let device = Device::with(&bundle().sign());
    let other = RoleSigners { keeper: RoleSigners::new(101).keeper, ..RoleSigners::new(1) };
    let mut source = Source::of(&rotated(&newer(), &other, |_| {}));
    source.files.remove(&FileName::Freshness);
    let ended = device.update(&source);
    assert_eq!(ended.asked, ["roots/2.cose", "keep 2", "roots/3.cose", "fresh.cose"]);
    assert_eq!(ended.result.unwrap_err(), UpdateError::NotThere(FileName::Freshness));
    assert!(ended.closes);
    // A planned rotation closes nothing.
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    let mut source = Source::of(&rotated(&newer(), &signers, |_| {}));
    source.files.remove(&FileName::Freshness);
    let ended = device.update(&source);
    assert!(ended.result.is_err() && !ended.closes);
}

/// What is in service is not replaced by a bundle past its last day, whichever statement ended, unless it is past its own.
#[test]
fn a_bundle_past_its_last_day_replaces_none_that_is_not() {
    let past = time("2026-03-02T05:59:59Z");
    let ends: [fn(&mut Bundle, Timestamp); 2] =
        [|bundle, at| bundle.manifest.not_after = at, |bundle, at| bundle.centres.not_after = at];
    for (at, end) in ends.iter().enumerate() {
        let mut next = newer();
        end(&mut next, past);
        let source = Source::of(&next.sign());
        let device = Device::with(&bundle().sign());
        let result = device.update(&source).result;
        assert_eq!(result.unwrap_err(), UpdateError::Refused(OpenError::Ended), "{at}");
        // A device with a wrong clock, or one whose bundle has ended too, takes the newer one.
        let mut old = bundle();
        end(&mut old, past);
        assert!(Device::with(&old.sign()).update(&source).result.is_ok(), "{at}");
        let new = Device::new(bundle().sign().trust_root);
        assert!(new.update(&source).result.is_ok(), "{at}: the first bundle is taken, and decides nothing");
    }
}

/// A root that has expired since, or whose floors are above what is in service, closes it too: it would not open again.
#[test]
fn a_root_under_which_nothing_opens_closes_what_is_in_service() {
    let device = Device::with(&bundle().sign());
    let expired = |root: &mut Root| root.expires = time("2026-03-01T00:00:00Z");
    let ended = device.update(&Source::of(&rotated(&newer(), &RoleSigners::new(1), expired)));
    assert_eq!(ended.asked[..2], ["roots/2.cose", "keep 2"]);
    assert_eq!(ended.result.unwrap_err(), UpdateError::Refused(OpenError::RootExpired));
    assert!(ended.closes);
}

/// By a clock that is far ahead a root has expired. A host that asks again with another clock learns from when on it closes.
#[test]
fn a_wrong_clock_does_not_tell_that_a_bundle_is_closed_for_good() {
    let mut device = Device::with(&bundle().sign());
    let expires = time("2029-03-01T00:00:00Z");
    let next = rotated(&newer(), &RoleSigners::new(1), |root| root.expires = expires);
    device.clock = time("2099-01-01T00:00:00Z");
    let ended = device.update(&Source::of(&next));
    assert_eq!(ended.result.unwrap_err(), UpdateError::Refused(OpenError::RootExpired));
    assert_eq!((ended.closes, ended.closes_from), (true, Some(expires)));
    // Keys that are gone are gone at every time.
    let other = RoleSigners { keeper: RoleSigners::new(101).keeper, ..RoleSigners::new(1) };
    let ended = device.update(&Source::of(&rotated(&newer(), &other, |root| root.expires = expires)));
    assert_eq!((ended.closes, ended.closes_from), (true, Some(Timestamp(0))));
}

/// A root whose floors are above what is in service closes it too. The next walk begins at that root; the host remembers that
/// it has closed the bundle.
#[test]
fn a_root_with_higher_floors_closes_what_is_in_service() {
    let mut device = Device::with(&bundle().sign());
    let raised = |root: &mut Root| (root.floors.keeper.epoch, root.floors.keeper.version) = (1, 8);
    let mut source = Source::of(&rotated(&newer(), &RoleSigners::new(1), raised));
    source.files.remove(&FileName::Freshness);
    let ended = device.update(&source);
    assert!(ended.result.is_err() && ended.closes);
    device.root = ended.kept.unwrap();
    let ended = device.update(&source);
    assert!(ended.result.is_err() && !ended.closes);
}

/// A host that lost a segment fetches it again although the statements are the same. A segment that is longer than
/// signed is not asked for: the reader ends at the signed length.
#[test]
fn a_stored_segment_of_another_length_is_fetched_again() {
    let signed = bundle().sign();
    let source = Source::of(&signed);
    let after = |change: fn(&mut Vec<HeldSegment>)| {
        let mut device = Device::with(&signed);
        change(&mut device.segments);
        device.update(&source).asked[2..].join(", ")
    };
    assert_eq!(after(|_| {}), "");
    assert_eq!(after(|held| held.truncate(3)), "centres, check, commit");
    assert_eq!(after(|held| held[0].length = 4096), "documents from 4096, check, commit");
    assert_eq!(after(|held| held[0].length += 4096), "");
    let longer_part = |held: &mut Vec<HeldSegment>| {
        held[0].length += 4096;
        held[0].is_committed = false;
    };
    assert_eq!(after(longer_part), "check, commit");
}

/// Each segment has its own attempts: damage to one does not count for the next.
#[test]
fn every_segment_is_fetched_again_if_it_is_damaged_once() {
    let source = Source::of(&bundle().sign());
    let root = bundle().sign().trust_root;
    let mut walk = Walk::begin(OpenOptions::pinned(&root, time(CLOCK)), Held::nothing()).unwrap();
    let mut fetched: BTreeMap<FileName, u32> = BTreeMap::new();
    while !matches!(walk.ask(), Ask::Commit(_)) {
        match walk.ask() {
            Ask::Statement { name, .. } => match source.files.get(&name) {
                Some(bytes) => walk.answer(Answer::Bytes(bytes)).unwrap(),
                None => walk.answer(Answer::Status(404)).unwrap(),
            },
            Ask::Segment { segment, .. } => {
                *fetched.entry(FileName::Segment(segment.id.root)).or_default() += 1;
                walk.answer(Answer::Stored).unwrap();
            }
            Ask::Check(segment) if fetched[&FileName::Segment(segment.id.root)] == 1 => {
                walk.check(&MemoryPages::default(), || {}).unwrap();
            }
            Ask::Check(_) => walk.check(&source.pages, || {}).unwrap(),
            ask => panic!("{ask:?}"),
        }
    }
    assert!(fetched.values().all(|times| *times == 2), "{fetched:?}");
}

/// A walk does not begin at a root that differs from the known root of the same version.
#[test]
fn a_walk_begins_at_the_known_root_only() {
    let device = Device::with(&bundle().sign());
    let mut other = bundle();
    other.root.expires = time("2029-01-01T00:00:00Z");
    let other = other.sign();
    let refused = OpenError::SameVersionOtherContent(Statement::Root);
    let pinned = OpenOptions::pinned(&other.trust_root, time(CLOCK)).trusted_state(device.state.as_ref());
    assert_eq!(Walk::begin(pinned, Held::nothing()).map(|_| ()), Err(refused.clone()));
    let first = OpenOptions::on_first_use(time(CLOCK)).trusted_state(device.state.as_ref());
    let walk = Walk::begin(first, Held::nothing()).unwrap();
    let ended = drive(walk, &Source::of(&other), &mut |_, bytes| bytes);
    assert_eq!((ended.asked, ended.result.err()), (vec!["roots/1.cose".into()], Some(refused.into())));
}

/// The next update begins at the stored root and commits it, although the bundle is the same.
#[test]
fn a_root_that_was_kept_and_not_committed_is_committed_later() {
    let device = Device::with(&bundle().sign());
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    let signed = rotated(&bundle(), &signers, |_| {});
    let kept = &signed.statements.roots[0].1;
    let options = OpenOptions::kept(kept, Anchor::Pinned, time(CLOCK)).trusted_state(device.state.as_ref());
    let held = Held { statements: device.statements.clone(), segments: device.segments.clone() };
    let source = Source::of(&bundle().sign());
    let ended = drive(Walk::begin(options, held).unwrap(), &source, &mut |_, bytes| bytes);
    assert_eq!(ended.asked, ["roots/3.cose", "fresh.cose", "commit"]);
    assert_eq!(ended.result.unwrap().trusted_state.root.version, 2);
}

/// A statement that the current root does not support makes the walk ask for the next root once more.
#[test]
fn a_root_published_during_the_walk_is_asked_for_again() {
    let device = Device::with(&bundle().sign());
    let other = RoleSigners { fresh: RoleSigners::new(101).fresh, ..RoleSigners::new(1) };
    let source = Source::of(&rotated(&newer(), &other, |_| {}));
    let mut first = true;
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        let hide = name == "roots/2.cose" && core::mem::take(&mut first);
        bytes.filter(|_| !hide)
    });
    let before =
        ["roots/2.cose", "fresh.cose", "manifest", "centres", "roots/2.cose", "keep 2", "roots/3.cose"];
    assert_eq!(ended.asked[..7], before);
    assert_eq!(ended.result.unwrap().report.manifest, (1, 8));

    // Without that root it is refused after the second try.
    let ended =
        drive(device.walk(), &source, &mut |name, bytes| bytes.filter(|_| !name.starts_with("roots")));
    let error = ended.result.unwrap_err();
    assert!(matches!(error, UpdateError::Refused(OpenError::TooFewSignatures { .. })), "{error}");
    assert_eq!(ended.asked.iter().filter(|name| *name == "roots/2.cose").count(), 2);
}

/// A new manifest can name the statement of centres that is in service.
#[test]
fn a_manifest_alone_is_a_new_bundle() {
    let device = Device::with(&bundle().sign());
    let mut newer = bundle();
    newer.manifest.version = 8;
    let ended = device.update(&Source::of(&newer.sign()));
    assert_eq!(ended.asked, ["roots/2.cose", "fresh.cose", "manifest", "commit"]);
    assert!(ended.result.unwrap().report.is_new_bundle);
}

/// The latest time that the clock has shown counts for the expiry of the root.
#[test]
fn a_clock_set_back_does_not_renew_a_root() {
    let signed = bundle().sign();
    for (shown, expected) in
        [("2027-12-31T23:59:59Z", None), ("2028-01-01T00:00:00Z", Some(OpenError::RootExpired))]
    {
        let options = OpenOptions::pinned(&signed.trust_root, time(CLOCK)).latest_clock(time(shown));
        let walk = Walk::begin(options, Held::nothing()).unwrap();
        let ended = drive(walk, &Source::of(&signed), &mut |_, bytes| bytes);
        assert_eq!(ended.result.err(), expected.map(UpdateError::Refused), "{shown}");
    }
}

/// A bundle in one file whose segment has another length than the signed one lacks that segment.
#[test]
fn a_file_lacks_a_segment_of_another_length() {
    let mut signed = bundle().sign();
    let root = signed.pages.files[0].0.root;
    let page = signed.pages.files[0].1.pop().unwrap();
    for pages in [vec![], vec![page; 2]] {
        let mut other = signed.clone();
        other.pages.files[0].1.extend(pages);
        let source = BundleFile::open(other.to_file()).unwrap();
        let options = OpenOptions::pinned(&signed.trust_root, time(CLOCK));
        let mut walk = Walk::begin(options, Held::nothing()).unwrap();
        let refused = drive_local(&mut walk, &source).unwrap_err();
        assert_eq!(refused, UpdateError::NotThere(FileName::Segment(root)));
    }
}

/// A publisher replaces the bundle while it is read.
#[test]
fn a_missing_named_file_restarts_the_walk_once() {
    let device = Device::with(&bundle().sign());
    let (source, stale) = (Source::of(&newer().sign()), bundle().sign());
    let mut old = newer();
    old.manifest.version = 9;
    let gone = old.sign().statements.fresh;
    let mut requests = 0;
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        requests += u32::from(name == "fresh.cose");
        if name == "fresh.cose" && requests == 1 { Some(gone.clone()) } else { bytes }
    });
    assert_eq!(ended.asked[1..5], ["fresh.cose", "manifest", "fresh.cose", "manifest"]);
    assert_eq!(ended.result.unwrap().report.manifest, (1, 8));
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        if name == "fresh.cose" { Some(gone.clone()) } else { bytes }
    });
    assert!(matches!(ended.result.unwrap_err(), UpdateError::NotThere(FileName::Manifest(_))));
    let mut without = Source::of(&stale);
    let segment = without.files.keys().find(|name| matches!(name, FileName::Segment(_))).copied().unwrap();
    without.files.remove(&segment);
    let ended = first_pull(&without);
    assert_eq!(ended.result.unwrap_err(), UpdateError::NotThere(segment));
    assert_eq!(ended.asked.iter().filter(|name| *name == "fresh.cose").count(), 2);
}

#[test]
fn hosts_report_and_the_walk_classifies() {
    let device = Device::with(&bundle().sign());
    let source = Source::of(&newer().sign());
    // A missing root is not an error, whether the server answers 404, 410 or 403.
    for status in [404, 410, 403] {
        let mut source = source.clone();
        source.statuses.insert(FileName::Root(2), status);
        assert!(device.update(&source).result.is_ok(), "{status}");
    }
    for status in [400, 401, 429, 500, 503] {
        let mut source = source.clone();
        source.statuses.insert(FileName::Root(2), status);
        let expected = UpdateError::Status { name: FileName::Root(2), source_status: status };
        assert_eq!(device.update(&source).result.unwrap_err(), expected);
    }
    for status in [403, 500] {
        let mut source = source.clone();
        source.statuses.insert(FileName::Freshness, status);
        let expected = UpdateError::Status { name: FileName::Freshness, source_status: status };
        assert_eq!(device.update(&source).result.unwrap_err(), expected);
    }
    let segment = FileName::Segment(bundle().pages.files[0].0.root);
    for (status, expected) in [
        (410, UpdateError::NotThere(segment)),
        (403, UpdateError::Status { name: segment, source_status: 403 }),
        (500, UpdateError::Status { name: segment, source_status: 500 }),
    ] {
        let mut source = source.clone();
        source.statuses.insert(segment, status);
        assert_eq!(first_pull(&source).result.unwrap_err(), expected);
    }
    // A web server may answer with its own page, of any length, for a missing root.
    let page = b"<!DOCTYPE html><title>Sign in</title>".to_vec();
    for page in [page.clone(), [&page[..], &vec![b' '; MAX_STATEMENT]].concat()] {
        let ended = drive(device.walk(), &source, &mut |name, bytes| {
            if name.starts_with("roots/") { Some(page.clone()) } else { bytes }
        });
        assert!(ended.result.is_ok(), "{:?}", ended.result);
    }
    // A captive portal answers every request with it.
    let ended = drive(device.walk(), &source, &mut |_, _| Some(page.clone()));
    assert_eq!(ended.result.unwrap_err(), UpdateError::WebPage(FileName::Freshness));
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        if name == "manifest" { Some(page.clone()) } else { bytes }
    });
    assert!(matches!(ended.result.unwrap_err(), UpdateError::WebPage(FileName::Manifest(_))));
    let endless = vec![0xd2; MAX_STATEMENT + 1];
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        if name == "fresh.cose" { Some(endless.clone()) } else { bytes }
    });
    assert!(matches!(ended.result.unwrap_err(), UpdateError::TooLarge { path: FileName::Freshness, .. }));
    let other = bundle().sign().statements.manifest;
    let ended = drive(device.walk(), &source, &mut |name, bytes| {
        if name == "manifest" { Some(other.clone()) } else { bytes }
    });
    assert!(matches!(ended.result.unwrap_err(), UpdateError::OtherContent(FileName::Manifest(_))));
}

#[test]
fn an_older_bundle_is_refused_and_the_bundle_in_service_is_kept() {
    let device = Device::with(&newer().sign());
    let ended = device.update(&Source::of(&bundle().sign()));
    assert_eq!(ended.result.unwrap_err(), UpdateError::Refused(OpenError::Rollback(Statement::Manifest)));
    assert!(!ended.closes);
}

#[test]
fn a_root_that_needs_a_newer_program_is_reported_and_not_kept() {
    let device = Device::with(&bundle().sign());
    let critical = |root: &mut Root| {
        root.extensions = vec![Extension { id: 9, critical: true, value: Vec::new() }];
    };
    let ended = device.update(&Source::of(&rotated(&newer(), &RoleSigners::new(1), critical)));
    assert_eq!(ended.asked[..2], ["roots/2.cose", "fresh.cose"]);
    let plan = ended.result.unwrap();
    assert!(plan.report.needs_newer_program);
    assert_eq!(plan.trusted_state.root.version, 1);
    let other = RoleSigners { keeper: RoleSigners::new(101).keeper, ..RoleSigners::new(1) };
    let ended = device.update(&Source::of(&rotated(&newer(), &other, critical)));
    assert_eq!(ended.result.unwrap_err(), UpdateError::Refused(OpenError::NewerFormat(Statement::Root)));
}

#[test]
fn an_answer_of_another_kind_changes_nothing() {
    let device = Device::with(&bundle().sign());
    let mut walk = device.walk();
    let before = format!("{:?}", walk.ask());
    for answer in [Answer::Kept, Answer::Stored, Answer::Committed, Answer::Moved] {
        assert_eq!(walk.answer(answer), Err(UpdateError::WrongAnswer));
        assert_eq!(format!("{:?}", walk.ask()), before);
    }
    assert_eq!(walk.check(&MemoryPages::default(), || {}), Err(UpdateError::WrongAnswer));
    walk.answer(Answer::Status(404)).unwrap();
    assert!(matches!(walk.ask(), Ask::Statement { name: FileName::Freshness, .. }));
}

#[test]
fn a_memory_that_has_moved_ends_the_walk() {
    let signed = newer().sign();
    let (device, source) = (Device::new(signed.trust_root.clone()), Source::of(&signed));
    for last in ["segment", "check", "commit"] {
        let mut walk = device.walk();
        loop {
            let (kind, result) = match walk.ask() {
                Ask::Statement { name, .. } => match source.files.get(&name) {
                    Some(bytes) => ("statement", walk.answer(Answer::Bytes(bytes))),
                    None => ("statement", walk.answer(Answer::Status(404))),
                },
                Ask::Segment { .. } if last != "segment" => ("segment", walk.answer(Answer::Stored)),
                Ask::Check(_) if last != "check" => ("check", walk.check(&source.pages, || {})),
                _ => break,
            };
            assert_eq!(result, Ok(()), "{kind}");
        }
        assert_eq!(walk.answer(Answer::Moved), Err(UpdateError::Moved), "{last}");
        assert!(matches!(walk.ask(), Ask::Failed(UpdateError::Moved)), "{last}");
    }
    // A different root was stored in the meantime, through which this walk did not pass.
    let mut walk = device.walk();
    let next = sign_root(&RoleSigners::new(1).trust_root(2), &RoleSigners::new(1).root);
    walk.answer(Answer::Bytes(&next)).unwrap();
    assert!(matches!(walk.ask(), Ask::Keep(_)));
    assert_eq!(walk.answer(Answer::Moved), Err(UpdateError::Moved));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// For all answers of the source: no panic, termination, and no commit of anything that `Snapshot::open` would not
    /// accept.
    #[test]
    fn nothing_is_committed_that_does_not_open(choices in proptest::collection::vec(0u8..8, 12), flip in 0usize..400) {
        let device = Device::with(&bundle().sign());
        let signed = newer().sign();
        let source = Source::of(&signed);
        let old = Source::of(&bundle().sign());
        let mut at = 0;
        let ended = drive(device.walk(), &source, &mut |_, bytes| {
            let choice = choices.get(at).copied().unwrap_or(0);
            at += 1;
            match choice {
                0..=3 => bytes,
                4 => None,
                5 => bytes.map(|mut bytes| { let at = flip % bytes.len(); bytes[at] ^= 1; bytes }),
                6 => old.files.get(&FileName::Freshness).cloned(),
                _ => Some(b"<html>".to_vec()),
            }
        });
        if let Ok(plan) = ended.result {
            let opened = Snapshot::open(&device.options(), &plan.statements, MemoryPages::default());
            prop_assert_eq!(opened.unwrap().trusted_state(), plan.trusted_state);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Answers of every kind in any order, right and wrong, and walks that are dropped and begun again: no panic, an answer of
    /// another kind changes nothing, and every commit is accepted by `Snapshot::open`.
    #[test]
    fn any_answers_in_any_order(actions in proptest::collection::vec((0u8..16, 0usize..4, any::<usize>()), 0..60)) {
        let sources = any_sources();
        let mut device = Device::with(&bundle().sign());
        let mut version = (1, 7);
        let mut walk = device.walk();
        for (action, source, at) in actions {
            let source = &sources[source];
            let before = format!("{:?}", walk.ask());
            let (fits, answered) = match (walk.ask(), action) {
                (_, 0) => {
                    // A stored root counts in the next walk.
                    walk = device.walk();
                    continue;
                }
                (Ask::Statement { name, .. }, 1..=8) => {
                    let mut bytes = source.files.get(&name).cloned();
                    match (&mut bytes, action) {
                        (Some(bytes), 7) => { let at = at % bytes.len(); bytes[at] ^= 1; }
                        (Some(bytes), 8) => bytes.truncate(at % bytes.len()),
                        _ => {}
                    }
                    let answer = bytes.as_deref().map_or(Answer::Status(404), Answer::Bytes);
                    (true, walk.answer(answer))
                }
                (Ask::Statement { .. } | Ask::Segment { .. }, 9) => {
                    (true, walk.answer(Answer::Status([404, 410, 403, 500][at % 4])))
                }
                (Ask::Keep(root), 1..=9) => {
                    device.root = root.bytes.to_vec();
                    (true, walk.answer(Answer::Kept))
                }
                (Ask::Segment { .. }, 1..=8) => (true, walk.answer(Answer::Stored)),
                (Ask::Check(_), 1..=6) => (true, walk.check(&source.pages, || {})),
                (Ask::Check(_), 7..=9) => (true, walk.check(&MemoryPages::default(), || {})),
                (Ask::Commit(plan), 1..=9) => {
                    let opened = Snapshot::open(&device.options(), &plan.statements, MemoryPages::default());
                    prop_assert_eq!(opened.unwrap().trusted_state(), plan.trusted_state.clone());
                    prop_assert!(plan.report.manifest >= version, "{:?}", plan.report);
                    version = plan.report.manifest;
                    device.take(plan);
                    (true, walk.answer(Answer::Committed))
                }
                (ask, 10) => (matches!(ask, Ask::Keep(_)), walk.answer(Answer::Kept)),
                (ask, 11) => (matches!(ask, Ask::Segment { .. }), walk.answer(Answer::Stored)),
                (ask, 12) => {
                    let fits = matches!(ask, Ask::Keep(_) | Ask::Segment { .. } | Ask::Check(_) | Ask::Commit(_));
                    (fits, walk.answer(Answer::Moved))
                }
                (ask, 13) => (matches!(ask, Ask::Check(_)), walk.check(&source.pages, || {})),
                (ask, 14) => (matches!(ask, Ask::Statement { .. }), walk.answer(Answer::Bytes(b"<html>"))),
                (ask, _) => {
                    let fits = matches!(ask, Ask::Statement { .. } | Ask::Segment { .. });
                    (fits, walk.answer(Answer::Status(404)))
                }
            };
            if !fits {
                prop_assert_eq!(answered, Err(UpdateError::WrongAnswer));
                prop_assert_eq!(format!("{:?}", walk.ask()), before);
            } else if let Err(error) = answered {
                prop_assert_ne!(&error, &UpdateError::WrongAnswer);
                prop_assert!(matches!(walk.ask(), Ask::Failed(same) if *same == error));
            }
        }
    }
}

/// The current bundle, a newer one, one under the next root, and one with the same version and other content.
fn any_sources() -> [Source; 4] {
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    let mut newest = newer();
    newest.manifest.version = 9;
    let mut other = newer();
    other.manifest.as_of = time("2026-02-28T06:00:00Z");
    [bundle().sign(), newer().sign(), rotated(&newest, &signers, |_| {}), other.sign()]
        .map(|one| Source::of(&one))
}
