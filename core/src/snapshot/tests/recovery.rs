//! What a thief of keys can do with times and versions, and how the register recovers. Each test states one sentence of
//! docs/formats/attacks.md.

use super::*;
use crate::codec::cbor::MAX_NUMBER;
use crate::error::Statement;
use crate::fixture::Register;
use crate::snapshot::root::{Extension, RoleName};
use crate::snapshot::{Anchor, Contact, Floor, Floors, OpenOptions};

fn bundle() -> Bundle {
    Register::new().bundle()
}

/// The next root: the keys of `signers`, changed, and signed by the root keys of the fixture.
fn next_root(signers: &RoleSigners, version: u64, change: impl Fn(&mut Root)) -> (u64, Vec<u8>) {
    let mut root = RoleSigners { root: RoleSigners::new(1).root, ..signers.clone() }.trust_root(version);
    change(&mut root);
    (version, sign_root(&root, RoleSigners::new(1).quorum(RoleName::Root)))
}

/// Signs `bundle` with `signers`, beside the fixture's first root and the roots `roots`.
fn signed_by(bundle: &Bundle, signers: &RoleSigners, roots: Vec<(u64, Vec<u8>)>) -> SignedBundle {
    let mut signed = Bundle { signers: signers.clone(), ..bundle.clone() }.sign();
    signed.trust_root = bundle.sign().trust_root;
    signed.statements.roots = roots;
    signed
}

/// The fixture's signers with other keys for `role`.
fn replaced(role: RoleName) -> RoleSigners {
    let (old, new) = (RoleSigners::new(1), RoleSigners::new(101));
    match role {
        RoleName::Root => RoleSigners { root: new.root, ..old },
        RoleName::Keeper => RoleSigners { keeper: new.keeper, ..old },
        RoleName::Chamber => RoleSigners { chamber: new.chamber, ..old },
        RoleName::Freshness => RoleSigners { fresh: new.fresh, ..old },
    }
}

/// Root keys that root 2 has replaced sign a fork 1, 2', 3' with keepers of their own.
#[test]
fn a_fork_of_the_roots_is_refused_after_the_second_root_was_seen() {
    let bundle = bundle();
    let new_root_keys = replaced(RoleName::Root);
    let both: Vec<Signer> = bundle.signers.root.iter().chain(&new_root_keys.root).cloned().collect();
    let second = sign_root(&new_root_keys.trust_root(2), &both);
    let mut honest = bundle.sign();
    honest.statements.roots = vec![(2, second)];
    let state = honest.open(None).unwrap().trusted_state();
    assert_eq!(honest.open(Some(&state)).unwrap().root().version, 2);

    let thief = replaced(RoleName::Keeper);
    let fork = |version| next_root(&thief, version, |_| {});
    for length in 1..=3 {
        let roots = (2..2 + length).map(fork).collect();
        let forked = signed_by(&bundle, &thief, roots);
        assert!(forked.open(None).is_ok(), "without memory a fork is not detected");
        let error = forked.open(Some(&state)).err();
        assert_eq!(error, Some(OpenError::SameVersionOtherContent(Statement::Root)), "{length} roots");
    }
    let cut = signed_by(&bundle, &bundle.signers, Vec::new());
    assert_eq!(
        cut.open(Some(&state)).err(),
        Some(OpenError::Rollback(Statement::Root)),
        "the newest root is left out"
    );

    // A pinned root that is newer than the trusted state is not compared with it.
    let third = sign_root(&new_root_keys.trust_root(3), &new_root_keys.root[..2]);
    let options = OpenOptions::pinned(&third, time(CLOCK)).trusted_state(Some(&state));
    assert_eq!(honest.open_with(&options).unwrap().root().version, 3);
}

#[test]
fn a_root_with_more_signatures_is_the_same_root() {
    let bundle = bundle();
    let state = bundle.open(None).unwrap().trusted_state();
    let mut signed = bundle.sign();
    signed.trust_root = sign_root(&bundle.root, &bundle.signers.root);
    assert!(signed.open(Some(&state)).is_ok());
}

#[test]
fn floors_never_sink_along_the_chain() {
    let floor = Floor { epoch: 1, version: 5, time: time("2026-01-01T00:00:00Z") };
    let floors = Floors { keeper: floor, chamber: Floor { version: 2, ..floor }, freshness: floor.time };
    let bundle = bundle();
    let with = |lower: &dyn Fn(&mut Floors)| {
        let second = next_root(&bundle.signers, 2, |root| root.floors = floors);
        let third = next_root(&bundle.signers, 3, |root| {
            root.floors = floors;
            lower(&mut root.floors);
        });
        signed_by(&bundle, &bundle.signers, vec![second, third]).open(None).err()
    };
    assert_eq!(with(&|_| {}), None);
    assert_eq!(with(&|floors| floors.keeper = Floor { epoch: 1, version: 6, ..floor }), None);
    let day_before = time("2025-12-31T00:00:00Z");
    let lower: [&dyn Fn(&mut Floors); 7] = [
        &|floors| floors.keeper.version = 4,
        &|floors| (floors.keeper.epoch, floors.keeper.version) = (0, 99),
        &|floors| floors.keeper.time = day_before,
        &|floors| floors.chamber.version = 1,
        &|floors| floors.chamber.epoch = 0,
        &|floors| floors.chamber.time = day_before,
        &|floors| floors.freshness = day_before,
    ];
    for (lower, at) in lower.into_iter().zip(0..) {
        assert_eq!(with(lower), Some(OpenError::LoweredFloor), "{at}");
    }
}

/// A new device has no trusted state, so only the floors stop older data there.
#[test]
fn statements_below_the_floors_are_a_rollback() {
    let bundle = bundle();
    let with = |change: &dyn Fn(&mut Floors)| {
        let mut bundle = bundle.clone();
        change(&mut bundle.root.floors);
        bundle.open(None).err()
    };
    assert_eq!(with(&|floors| (floors.keeper.epoch, floors.keeper.version) = (1, 7)), None);
    let rollback = |statement| Some(OpenError::Rollback(statement));
    assert_eq!(
        with(&|floors| (floors.keeper.epoch, floors.keeper.version) = (1, 8)),
        rollback(Statement::Manifest)
    );
    assert_eq!(
        with(&|floors| (floors.keeper.epoch, floors.keeper.version) = (2, 0)),
        rollback(Statement::Manifest)
    );
    assert_eq!(with(&|floors| (floors.chamber.epoch, floors.chamber.version) = (1, 3)), None);
    assert_eq!(
        with(&|floors| (floors.chamber.epoch, floors.chamber.version) = (1, 4)),
        rollback(Statement::Centres)
    );
}

#[test]
fn the_times_of_the_floors_count_as_signed() {
    for set in [
        (|floors, at| floors.keeper.time = at) as fn(&mut Floors, Timestamp),
        |floors, at| floors.chamber.time = at,
        |floors, at| floors.freshness = at,
    ] {
        let mut bundle = bundle();
        set(&mut bundle.root.floors, time("2026-04-01T00:00:00Z"));
        let snapshot = bundle.open(None).unwrap();
        assert_eq!(snapshot.now(time(CLOCK)), time("2026-04-01T00:00:00Z"));
    }
}

/// Thieves of the keeper's or the Chamber's threshold sign the highest epoch and version. A root with new keys states the
/// last published version as its floor, and the device accepts the next version of the register.
#[test]
fn a_fast_forward_ends_when_the_root_replaces_the_keys() {
    for role in [RoleName::Keeper, RoleName::Chamber] {
        let honest = bundle();
        let mut stolen = honest.clone();
        (stolen.manifest.version, stolen.centres.version) = (8, 4);
        match role {
            RoleName::Keeper => (stolen.manifest.epoch, stolen.manifest.version) = (MAX_NUMBER, MAX_NUMBER),
            _ => (stolen.centres.epoch, stolen.centres.version) = (MAX_NUMBER, MAX_NUMBER),
        }
        let state = stolen.open(None).unwrap().trusted_state();
        let mut next = honest.clone();
        (next.manifest.version, next.centres.version) = (9, 5);
        let refused = next.open(Some(&state)).err();
        assert!(matches!(refused, Some(OpenError::Rollback(_))), "the same keys: {refused:?}");

        let signers = replaced(role);
        let floors = |root: &mut Root| {
            (root.floors.keeper.epoch, root.floors.keeper.version) = (1, 7);
            (root.floors.chamber.epoch, root.floors.chamber.version) = (1, 3);
        };
        let recovered = signed_by(&next, &signers, vec![next_root(&signers, 2, floors)]);
        let snapshot = recovered.open(Some(&state)).unwrap();
        assert_eq!(snapshot.manifest().version, 9);
        // From now on the trusted state is that of the new keys, and nothing below the floor is accepted.
        assert_eq!(recovered.open(Some(&snapshot.trusted_state())).err(), None);
        let mut older = honest.clone();
        (older.manifest.version, older.centres.version) = (6, 2);
        let older = signed_by(&older, &signers, vec![next_root(&signers, 2, floors)]);
        assert!(matches!(older.open(Some(&state)).err(), Some(OpenError::Rollback(_))));
        // Another role's keys say nothing about this role.
        let other = if role == RoleName::Keeper { RoleName::Chamber } else { RoleName::Keeper };
        let signers = replaced(other);
        let roots = vec![next_root(&signers, 2, floors)];
        assert!(matches!(
            signed_by(&next, &signers, roots).open(Some(&state)).err(),
            Some(OpenError::Rollback(_))
        ));
    }
}

/// A planned rotation keeps an old key beside the new ones, so the signers of the trusted state still reach the
/// threshold and nothing falls back.
#[test]
fn memory_stays_while_its_signers_reach_the_threshold() {
    let mut newer = bundle();
    newer.manifest.version = 20;
    let state = newer.open(None).unwrap().trusted_state();
    let mut signers = RoleSigners::new(1);
    signers.keeper.push(Signer::ed25519(77));
    signers.keeper.swap(2, 3);
    let rotated = signed_by(&bundle(), &signers, vec![next_root(&signers, 2, |_| {})]);
    assert_eq!(rotated.open(Some(&state)).err(), Some(OpenError::Rollback(Statement::Manifest)));
}

/// A thief of the online key alone moves time to the end of what the keeper allowed, and no further. A root that
/// replaces that key resets the time to its floor.
#[test]
fn a_stolen_online_key_is_bounded_and_recovered_from() {
    let mut stolen = bundle();
    stolen.fresh.checked_at = time("2026-03-31T07:00:00Z");
    stolen.fresh.next_update = time("2026-12-31T00:00:00Z");
    let snapshot = stolen.open(None).unwrap();
    assert_eq!(snapshot.now(time(CLOCK)), time("2026-03-31T07:00:00Z"));
    let state = snapshot.trusted_state();

    // The time stays for a newer manifest, whose freshness statement may be earlier.
    let mut next = bundle();
    next.manifest.version = 8;
    let later = next.open(Some(&state)).unwrap();
    assert_eq!(later.now(time(CLOCK)), time("2026-03-31T07:00:00Z"));
    let later = later.trusted_state();
    assert_eq!(later.freshness.checked_at, next.fresh.checked_at);

    let signers = replaced(RoleName::Freshness);
    let floor = time("2026-03-01T08:00:00Z");
    let roots = vec![next_root(&signers, 2, |root| root.floors.freshness = floor)];
    for state in [&state, &later] {
        let recovered = signed_by(&next, &signers, roots.clone()).open(Some(state)).unwrap();
        assert_eq!(recovered.now(time(CLOCK)), time(CLOCK), "the thief's time is gone");
        assert_eq!(recovered.now(Timestamp(0)), floor.max(next.fresh.checked_at));
    }
    // Nor does the thief's confirmation of a manifest prevent an earlier one by the new key.
    let same = signed_by(&bundle(), &signers, roots).open(Some(&state)).unwrap();
    assert_eq!(same.now(time(CLOCK)), time(CLOCK));
}

/// Every host and every reader of JSON can state the largest numbers; greater ones are not read.
#[test]
fn versions_epochs_and_counts_are_exact_in_every_host() {
    for (number, is_read) in [(MAX_NUMBER, true), (MAX_NUMBER + 1, false), (u64::MAX, false)] {
        let changes: [fn(&mut Bundle, u64); 4] = [
            |bundle, number| bundle.manifest.version = number,
            |bundle, number| bundle.manifest.epoch = number,
            |bundle, number| bundle.centres.version = number,
            |bundle, number| bundle.centres.epoch = number,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = bundle();
            change(&mut changed, number);
            assert_eq!(changed.open(None).is_ok(), is_read, "{at} {number}");
        }
    }
}

/// Times that a thief of the keeper's or the Chamber's keys signed go with those keys.
#[test]
fn a_stolen_time_of_a_keeper_goes_with_its_keys() {
    for role in [RoleName::Keeper, RoleName::Chamber] {
        let far = time("2026-05-01T00:00:00Z");
        let mut stolen = bundle();
        (stolen.manifest.as_of, stolen.fresh.checked_at) = (far, far);
        if role == RoleName::Chamber {
            stolen.centres.as_of = far;
        }
        let mut state = stolen.open(None).unwrap().trusted_state();
        if role == RoleName::Chamber {
            // A manifest and a confirmation of that time need the other keys too. Only the time of this role is in question here.
            let honest = bundle().open(None).unwrap().trusted_state();
            (state.keeper, state.freshness) = (honest.keeper, honest.freshness);
        }
        let mut next = bundle();
        (next.manifest.version, next.centres.version) = (8, 4);
        assert_eq!(next.open(Some(&state)).unwrap().now(time(CLOCK)), far, "{role:?}: the same keys");
        let signers = replaced(role);
        let roots = vec![next_root(&signers, 2, |_| {})];
        let recovered = signed_by(&next, &signers, roots).open(Some(&state)).unwrap();
        assert_eq!(recovered.now(time(CLOCK)), time(CLOCK), "{role:?}: other keys");
    }
}

#[test]
fn the_chamber_cannot_be_later_than_the_keeper() {
    let mut bundle = bundle();
    bundle.centres.as_of = bundle.manifest.as_of.plus_seconds(1);
    assert_eq!(bundle.sign().open_error(), OpenError::MixedUp(Statement::Centres));
    bundle.centres.as_of = bundle.manifest.as_of;
    assert!(bundle.open(None).is_ok());
}

/// An older freshness statement of the same manifest would bring back an earlier time or a later next update.
#[test]
fn an_older_freshness_statement_of_the_same_manifest_is_a_rollback() {
    let state = bundle().open(None).unwrap().trusted_state();
    let mut older = bundle();
    older.fresh.checked_at = time("2026-03-01T07:30:00Z");
    older.fresh.next_update = time("2026-12-01T00:00:00Z");
    assert_eq!(older.open(Some(&state)).err(), Some(OpenError::Rollback(Statement::Freshness)));
    let mut newer = bundle();
    newer.fresh.checked_at = time("2026-03-01T08:00:01Z");
    assert!(newer.open(Some(&state)).is_ok());
}

#[test]
fn status_must_follow_merged_segments_of_documents() {
    for (status_through, valid) in [(0, false), (4, false), (5, true), (6, true)] {
        let mut bundle = bundle();
        let documents = bundle.manifest.segments.iter_mut();
        for segment in documents.filter(|segment| segment.id.kind == SegmentKind::Documents) {
            (segment.covers_from, segment.id.serial) = (1, 5);
        }
        bundle.manifest.status_through = status_through;
        let error = bundle.open(None).err();
        assert_eq!(error, (!valid).then_some(OpenError::BadSegments), "{status_through}");
    }
}

/// The payload of a statement of a later version of its format: another context string and an unknown field.
fn later_format(payload: &[u8], kind: &str) -> (Vec<u8>, String) {
    let (known, later) = (format!("rastau/{kind}/1"), format!("rastau/{kind}/2"));
    let at = payload.windows(known.len()).position(|window| window == known.as_bytes()).unwrap();
    let mut bytes = payload.to_vec();
    bytes[at..at + later.len()].copy_from_slice(later.as_bytes());
    (bytes, later)
}

#[test]
fn a_newer_format_says_so_once_its_signatures_hold() {
    let bundle = bundle();
    let quorum = |role| bundle.signers.quorum(role);
    let signed = bundle.sign();
    let newer = |statement| OpenError::NewerFormat(statement);

    let (payload, context) = later_format(&bundle.manifest.write(), "manifest");
    let mut other = signed.clone();
    other.statements.manifest = sign_all(&payload, &context, quorum(RoleName::Keeper));
    assert_eq!(other.open_error(), newer(Statement::Manifest));
    other.statements.manifest = sign_all(&payload, &context, &quorum(RoleName::Keeper)[..1]);
    assert_eq!(
        other.open_error(),
        OpenError::TooFewSignatures { statement: Statement::Manifest, valid: 1, required: 2 }
    );
    other.statements.manifest = sign_all(&payload, MANIFEST_CONTEXT, quorum(RoleName::Keeper));
    assert!(
        matches!(other.open_error(), OpenError::TooFewSignatures { .. }),
        "signed in another context than it states"
    );

    let (payload, context) = later_format(&bundle.centres.write(), "centres");
    let mut other = signed.clone();
    other.statements.centres = sign_all(&payload, &context, quorum(RoleName::Chamber));
    assert_eq!(other.open_error(), newer(Statement::Centres));

    let (payload, context) = later_format(&bundle.fresh.write(), "fresh");
    let mut other = signed.clone();
    other.statements.fresh = sign_one(&payload, &context, &bundle.signers.fresh[0]);
    assert_eq!(other.open_error(), newer(Statement::Freshness));
    other.statements.fresh = sign_one(&payload, &context, &Signer::ed25519(99));
    assert!(matches!(other.open_error(), OpenError::TooFewSignatures { .. }));

    // A context of another kind is not a newer format.
    let (payload, _) = later_format(&bundle.manifest.write(), "manifest");
    let others = ["manifest/0", "manifest/02", "manifest/+2", "manifest/x", "centres/2"];
    for context in others.map(|kind| format!("rastau/{kind}")) {
        let mut bytes = payload.clone();
        let at = bytes.windows(17).position(|window| window == b"rastau/manifest/2").unwrap();
        bytes.splice(at - 1..at + 17, [&[0x60 | context.len() as u8], context.as_bytes()].concat());
        let mut other = signed.clone();
        other.statements.manifest = sign_all(&bytes, &context, quorum(RoleName::Keeper));
        assert!(matches!(other.open_error(), OpenError::TooFewSignatures { .. }), "{context}");
    }
}

/// A root that needs a newer program ends the chain. Statements that the previous root still supports open with a
/// notice; others are refused for that reason.
#[test]
fn a_root_that_needs_a_newer_program_is_not_taken() {
    let bundle = bundle();
    let quorum = bundle.signers.quorum(RoleName::Root);
    let critical = |root: &mut Root| {
        root.extensions = vec![Extension { id: 9, critical: true, value: vec![1, 2] }];
    };
    let (payload, context) = later_format(&bundle.signers.trust_root(2).write(), "root");
    let roots = [next_root(&bundle.signers, 2, critical), (2, sign_all(&payload, &context, quorum))];
    for (root, at) in roots.into_iter().zip(["a critical extension", "a newer format"]) {
        let third = next_root(&bundle.signers, 3, |_| {});
        let signed = signed_by(&bundle, &bundle.signers, vec![root.clone(), third]);
        let snapshot = signed.open(None).unwrap();
        assert!(snapshot.needs_newer_program(), "{at}");
        assert_eq!((snapshot.root().version, snapshot.trusted_state().root.version), (1, 1), "{at}");

        let thief = replaced(RoleName::Keeper);
        let refused = signed_by(&bundle, &thief, vec![root]).open_error();
        assert_eq!(refused, OpenError::NewerFormat(Statement::Root), "{at}");
    }
    // Without the signatures of both thresholds it is not accepted as a root.
    let mut unsigned = bundle.signers.trust_root(2);
    critical(&mut unsigned);
    let forged = signed_by(&bundle, &bundle.signers, vec![(2, sign_root(&unsigned, &quorum[..1]))]);
    assert!(matches!(forged.open_error(), OpenError::TooFewSignatures { .. }));
    let other_keys = RoleSigners::new(101);
    let mut unsigned = other_keys.trust_root(2);
    critical(&mut unsigned);
    let by_old_only = signed_by(&bundle, &bundle.signers, vec![(2, sign_root(&unsigned, quorum))]);
    assert!(matches!(by_old_only.open_error(), OpenError::TooFewSignatures { .. }));
    // A context that is not of a later version belongs to another statement.
    let at = payload.windows(13).position(|window| window == b"rastau/root/2").unwrap();
    let mut other = payload.clone();
    other[at + 12] = b'0';
    let other = (2, sign_all(&other, crate::snapshot::root::CONTEXT, quorum));
    let refused = signed_by(&bundle, &bundle.signers, vec![other]).open_error();
    assert!(matches!(refused, OpenError::Malformed(Statement::Root, _)), "{refused}");
    // As the pinned root it cannot be used either.
    let mut pinned = bundle.clone();
    critical(&mut pinned.root);
    assert_eq!(pinned.sign().open_error(), OpenError::NewerFormat(Statement::Root));
    let (payload, context) = later_format(&bundle.root.write(), "root");
    let mut pinned = bundle.sign();
    pinned.trust_root = sign_all(&payload, &context, quorum);
    assert_eq!(pinned.open_error(), OpenError::NewerFormat(Statement::Root));
}

#[test]
fn other_extensions_are_kept_and_ignored() {
    let mut bundle = bundle();
    bundle.root.extensions = vec![
        Extension { id: 1, critical: false, value: Vec::new() },
        Extension { id: 9, critical: false, value: vec![7; 100] },
    ];
    bundle.root.successor = "https://new.example/register".into();
    let snapshot = bundle.open(None).unwrap();
    assert!(!snapshot.needs_newer_program());
    assert_eq!(snapshot.root(), &bundle.root);
    for bad in [
        |root: &mut Root| root.extensions.swap(0, 1),
        |root: &mut Root| root.extensions[0].id = 9,
        |root: &mut Root| root.successor = "http://new.example".into(),
    ] {
        let mut other = bundle.clone();
        bad(&mut other.root);
        assert!(matches!(other.sign().open_error(), OpenError::Malformed(Statement::Root, _)));
    }
}

#[test]
fn a_bundle_on_first_use_says_so() {
    let mut signed = bundle().sign();
    let options = OpenOptions::on_first_use(time(CLOCK));
    assert_eq!(signed.open_with(&options).unwrap_err(), OpenError::BrokenChain, "it has no root");
    signed.statements.roots = vec![(1, signed.trust_root.clone())];
    assert_eq!(signed.open_with(&options).unwrap().anchor(), Anchor::FirstUse);
    assert_eq!(signed.open(None).unwrap().anchor(), Anchor::Pinned);

    // A verifier with a state but without a root accepts the bundle's first root only if the walk passes through the
    // root that it knows: the maker of a bundle can make a root of any later version.
    let state = signed.open(None).unwrap().trusted_state();
    let with_state = options.trusted_state(Some(&state));
    assert!(signed.open_with(&with_state).is_ok());
    let stranger = RoleSigners::new(101);
    let mut evil = Bundle { signers: stranger.clone(), ..bundle() }.sign();
    evil.statements.roots = vec![(9, sign_root(&stranger.trust_root(9), &stranger.root))];
    assert_eq!(evil.open_with(&options).unwrap().anchor(), Anchor::FirstUse);
    assert_eq!(evil.open_with(&with_state).unwrap_err(), OpenError::BrokenChain);
}

#[test]
fn a_statement_that_ends_before_it_begins_is_malformed() {
    let mut early = bundle();
    early.manifest.not_after = Timestamp(early.manifest.as_of.0 - 1);
    assert!(matches!(early.sign().open_error(), OpenError::Malformed(Statement::Manifest, _)));
    let mut early = bundle();
    early.centres.not_after = Timestamp(early.centres.as_of.0 - 1);
    assert!(matches!(early.sign().open_error(), OpenError::Malformed(Statement::Centres, _)));
}

#[test]
fn a_contact_of_another_form_is_malformed() {
    let mut odd = bundle();
    odd.manifest.contact = Contact { page: "javascript:x".into(), ..Contact::default() };
    assert!(matches!(odd.sign().open_error(), OpenError::Malformed(Statement::Manifest, _)));
}

#[test]
fn an_origin_of_another_spelling_is_malformed() {
    let bundle = bundle();
    let letter = |letter: u8| {
        bundle.sign_with(|role, payload| {
            let mut payload = payload.to_vec();
            if role == RoleName::Keeper {
                // The last letters of the payload are those of the origin.
                let at = payload.len() - "register.example".len();
                payload[at] = letter;
            }
            sign_as(role, &payload, bundle.signers.quorum(role))
        })
    };
    assert!(letter(b'r').open(None).is_ok());
    for other in [b'R', b'_', b'-', b'@', b'/', b':'] {
        assert!(
            matches!(letter(other).open_error(), OpenError::Malformed(Statement::Manifest, _)),
            "{other}"
        );
    }
    let mut without = bundle.clone();
    without.manifest.link = None;
    assert_eq!(without.open(None).unwrap().manifest().link, None);
}

/// A thief of the online key signs that no update is due for a year. The keeper's limit still applies.
#[test]
fn a_stolen_online_key_cannot_postpone_the_next_update() {
    let mut stolen = bundle();
    stolen.fresh.next_update = time("2026-05-31T00:00:00Z");
    let snapshot = stolen.open(None).unwrap();
    assert_eq!(snapshot.manifest().confirmable_until(), time("2026-03-31T07:00:00Z"));
    let ask = |clock: &str| {
        let form = crate::document::text::Presented::read(r#"{"number":"1"}"#).unwrap();
        crate::verify::verify(&snapshot, &form, &crate::verify::Question::new(time(clock))).freshness
    };
    use crate::verdict::Freshness;
    assert_eq!(ask("2026-03-31T07:00:00Z"), Freshness::Current);
    assert_eq!(ask("2026-03-31T07:00:01Z"), Freshness::Late);
    assert_eq!(ask("2026-04-07T07:00:01Z"), Freshness::Stale);
}
