//! The attacks of docs/formats/attacks.md on complete bundles. Thresholds and roots are in [`super::trust`].

use super::*;
use crate::error::Statement;
use crate::fixture::Register;
use crate::snapshot::{MAX_SEGMENTS, MAX_STATEMENT};

fn bundle() -> Bundle {
    Register::new().bundle()
}

/// The trusted state after the fixture's bundle was opened.
fn trusted_state() -> TrustedState {
    bundle().open(None).unwrap().trusted_state()
}

/// The error of opening a changed and correctly signed bundle after the first one.
fn after(change: impl Fn(&mut Bundle)) -> Option<OpenError> {
    let mut bundle = bundle();
    change(&mut bundle);
    bundle.open(Some(&trusted_state())).err()
}

#[test]
fn an_older_version_is_a_rollback() {
    assert_eq!(after(|_| {}), None, "the same bundle");
    assert_eq!(after(|bundle| bundle.manifest.version = 8), None);
    let rollback = |statement| Some(OpenError::Rollback(statement));
    assert_eq!(after(|bundle| bundle.manifest.version = 6), rollback(Statement::Manifest));
    assert_eq!(after(|bundle| bundle.manifest.epoch = 0), rollback(Statement::Manifest));
    assert_eq!(
        after(|bundle| (bundle.manifest.epoch, bundle.manifest.version) = (0, 99)),
        rollback(Statement::Manifest),
        "the epoch is compared before the version"
    );
    assert_eq!(after(|bundle| (bundle.manifest.epoch, bundle.manifest.version) = (2, 1)), None);
    let old_centres = |bundle: &mut Bundle| {
        bundle.manifest.version = 8;
        bundle.centres.version = 2;
    };
    assert_eq!(after(old_centres), rollback(Statement::Centres), "though the manifest is newer");
    let mut later = trusted_state();
    later.root.version = 2;
    assert_eq!(bundle().open(Some(&later)).err(), rollback(Statement::Root));
}

#[test]
fn a_manifest_version_has_one_content() {
    let other = after(|bundle| bundle.manifest.not_after = time("2026-06-02T00:00:00Z"));
    assert_eq!(other, Some(OpenError::SameVersionOtherContent(Statement::Manifest)));
}

#[test]
fn a_centres_version_has_one_content() {
    let other = after(|bundle| {
        bundle.manifest.version = 8;
        bundle.centres.not_after = time("2026-06-02T00:00:00Z");
    });
    assert_eq!(other, Some(OpenError::SameVersionOtherContent(Statement::Centres)));
}

/// The newest signed time of the trusted state is a lower bound of the effective time.
#[test]
fn signed_time_never_runs_back() {
    let changes: [fn(&mut TrustedState) -> &mut Timestamp; 3] = [
        |state| &mut state.keeper.time.at,
        |state| &mut state.chamber.time.at,
        |state| &mut state.freshness.time.at,
    ];
    for (change, role) in changes.into_iter().zip(["keeper", "chamber", "freshness"]) {
        let mut later = trusted_state();
        *change(&mut later) = time("2026-05-01T00:00:00Z");
        let snapshot = bundle().open(Some(&later)).unwrap();
        assert_eq!(snapshot.now(time(CLOCK)), time("2026-05-01T00:00:00Z"), "{role}");
        assert_eq!(snapshot.trusted_state().newest_signed(), later.newest_signed(), "{role}");
        *change(&mut later) = time("2028-01-01T00:00:00Z");
        assert_eq!(bundle().open(Some(&later)).err(), Some(OpenError::RootExpired), "{role}");
    }
}

/// The online key is the least protected one. A freshness statement from the far future would become the newest signed
/// time of the trusted state.
#[test]
fn a_freshness_time_outside_the_manifest_validity_is_rejected() {
    // The manifest is of 2026-03-01T07:00:00Z, confirmable for 30 days, and its last instant is the one given here.
    for (not_after, checked_at, valid) in [
        ("2026-06-01T00:00:00Z", "2026-03-01T06:59:59Z", false),
        ("2026-06-01T00:00:00Z", "2026-03-01T07:00:00Z", true),
        ("2026-06-01T00:00:00Z", "2026-03-31T07:00:00Z", true),
        ("2026-06-01T00:00:00Z", "2026-03-31T07:00:01Z", false),
        ("2026-03-10T00:00:00Z", "2026-03-10T00:00:00Z", true),
        ("2026-03-10T00:00:00Z", "2026-03-10T00:00:01Z", false),
        ("2026-06-01T00:00:00Z", "2027-12-31T00:00:00Z", false),
    ] {
        let mut bundle = bundle();
        bundle.manifest.not_after = time(not_after);
        bundle.fresh.checked_at = time(checked_at);
        let error = bundle.open(None).err();
        assert_eq!(error, (!valid).then_some(OpenError::MixedUp(Statement::Freshness)), "{checked_at}");
    }
}

/// Two correctly signed roots of the same version: the second one is rejected.
#[test]
fn a_root_version_has_one_content() {
    let other = after(|bundle| bundle.root.expires = time("2029-01-01T00:00:00Z"));
    assert_eq!(other, Some(OpenError::SameVersionOtherContent(Statement::Root)));
}

#[test]
fn rejects_statements_of_another_register() {
    let foreign = |change: fn(&mut Bundle)| after(change);
    let error = |statement| Some(OpenError::ForeignRegister(statement));
    assert_eq!(foreign(|bundle| bundle.manifest.register = "x".into()), error(Statement::Manifest));
    assert_eq!(foreign(|bundle| bundle.centres.register = "x".into()), error(Statement::Centres));
    assert_eq!(foreign(|bundle| bundle.fresh.register = "x".into()), error(Statement::Freshness));
    assert_eq!(
        foreign(|bundle| bundle.root.register = "x".into()),
        Some(OpenError::SameVersionOtherContent(Statement::Root))
    );
    let mut other = bundle();
    other.root.register = "x".into();
    assert_eq!(other.sign().open_error(), OpenError::ForeignRegister(Statement::Freshness));
}

/// Valid statements of two bundles do not make a third bundle.
#[test]
fn rejects_statements_of_different_bundles() {
    let (old, mut newer) = (bundle(), bundle());
    newer.manifest.version = 8;
    newer.centres.version = 4;
    let (old, newer) = (old.sign(), newer.sign());
    type Mix = fn(&mut Statements, &Statements);
    let mixes: [(Mix, Statement); 3] = [
        (|to, from| to.fresh = from.fresh.clone(), Statement::Freshness),
        (|to, from| to.manifest = from.manifest.clone(), Statement::Freshness),
        (|to, from| to.centres = from.centres.clone(), Statement::Centres),
    ];
    for (mix, statement) in mixes {
        let mut mixed = old.clone();
        mix(&mut mixed.statements, &newer.statements);
        assert_eq!(mixed.open_error(), OpenError::MixedUp(statement));
    }
    let mut mixed = old.clone();
    mixed.statements.manifest = newer.statements.manifest.clone();
    mixed.statements.centres = newer.statements.centres.clone();
    assert_eq!(mixed.open_error(), OpenError::MixedUp(Statement::Freshness));
}

/// A second segment of `kind` with `covers_from`, listed after the first.
fn add(bundle: &mut Bundle, kind: SegmentKind, serial: u32, covers_from: u32) {
    let list = match kind {
        SegmentKind::Centres => &mut bundle.centres.segments,
        _ => &mut bundle.manifest.segments,
    };
    let at = list.iter().rposition(|segment| segment.id.kind == kind).unwrap();
    let mut more = list[at].clone();
    more.id.serial = serial;
    more.covers_from = covers_from;
    list.insert(at + 1, more);
    bundle.manifest.status_through = u32::MAX;
}

#[test]
fn serial_numbers_have_no_gap_and_no_overlap() {
    for kind in SegmentKind::ALL {
        for (serial, covers_from, valid) in
            [(2, 2, true), (9, 2, true), (3, 3, false), (2, 1, false), (1, 1, false)]
        {
            let mut bundle = bundle();
            add(&mut bundle, kind, serial, covers_from);
            let error = bundle.open(None).err();
            assert_eq!(error, (!valid).then_some(OpenError::BadSegments), "{kind:?} {covers_from}–{serial}");
        }
    }
    let mut bundle = bundle();
    bundle.manifest.segments[0].covers_from = 2;
    bundle.manifest.segments[0].id.serial = 2;
    assert_eq!(bundle.sign().open_error(), OpenError::BadSegments, "the first number is missing");
    bundle.manifest.segments[0].covers_from = 1;
    bundle.manifest.status_through = 2;
    assert!(bundle.open(None).is_ok(), "unless the newer one includes it");
}

#[test]
fn each_keeper_lists_only_its_own_kinds() {
    let mut into_manifest = bundle();
    into_manifest.manifest.segments.push(into_manifest.centres.segments[0].clone());
    assert_eq!(into_manifest.sign().open_error(), OpenError::BadSegments);
    for at in 0..3 {
        let mut into_centres = bundle();
        into_centres.centres.segments.push(into_centres.manifest.segments[at].clone());
        assert_eq!(into_centres.sign().open_error(), OpenError::BadSegments);
    }
}

#[test]
fn a_listed_segment_must_not_disappear() {
    let mut first = bundle();
    for kind in SegmentKind::ALL {
        add(&mut first, kind, 2, 2);
    }
    let state = first.open(None).unwrap().trusted_state();
    let error_after = |change: &dyn Fn(&mut Bundle)| {
        let mut next = first.clone();
        next.manifest.version += 1;
        next.centres.version += 1;
        change(&mut next);
        next.open(Some(&state)).err()
    };
    assert_eq!(error_after(&|_| {}), None);
    let vanished = Some(OpenError::SegmentVanished);
    for kind in SegmentKind::ALL {
        let without = |bundle: &mut Bundle| {
            let gone = |segment: &Segment| segment.id.kind == kind && segment.id.serial == 2;
            bundle.manifest.segments.retain(|segment| !gone(segment));
            bundle.centres.segments.retain(|segment| !gone(segment));
        };
        assert_eq!(error_after(&without), vanished, "the newest {kind:?} segment");
        let all = |bundle: &mut Bundle| {
            bundle.manifest.segments.retain(|segment| segment.id.kind != kind);
            bundle.centres.segments.retain(|segment| segment.id.kind != kind);
        };
        assert_eq!(error_after(&all), vanished, "all {kind:?} segments");
        let compacted = |bundle: &mut Bundle| {
            all(bundle);
            let list = match kind {
                SegmentKind::Centres => &mut bundle.centres.segments,
                _ => &mut bundle.manifest.segments,
            };
            let mut one = first.manifest.segments[0].clone();
            one.id.kind = kind;
            (one.id.serial, one.covers_from) = (3, 1);
            list.push(one);
        };
        assert_eq!(error_after(&compacted), None, "{kind:?} replaced by a newer one that includes them");
    }
    let new_epoch = |bundle: &mut Bundle| {
        bundle.manifest.epoch += 1;
        bundle.manifest.segments.retain(|segment| segment.id.serial == 1);
    };
    assert_eq!(error_after(&new_epoch), None, "a register that starts over has a new epoch");
    let both = |bundle: &mut Bundle| {
        new_epoch(bundle);
        bundle.centres.segments.truncate(1);
    };
    assert_eq!(error_after(&both), vanished, "the Chamber has epochs of its own");
    let each = |bundle: &mut Bundle| {
        both(bundle);
        bundle.centres.epoch += 1;
    };
    assert_eq!(error_after(&each), None);
}

#[test]
fn without_a_trusted_state_a_missing_newest_segment_is_not_detected() {
    let mut bundle = bundle();
    bundle.manifest.segments.retain(|segment| segment.id.kind != SegmentKind::Status);
    assert!(bundle.open(None).is_ok());
    assert_eq!(
        bundle.open(Some(&trusted_state())).err(),
        Some(OpenError::SameVersionOtherContent(Statement::Manifest))
    );
}

#[test]
fn limits_the_segments_of_both_keepers_together() {
    let mut bundle = bundle();
    for serial in 2..=40 {
        add(&mut bundle, SegmentKind::Documents, serial, serial);
        add(&mut bundle, SegmentKind::Centres, serial, serial);
    }
    assert_eq!(bundle.sign().open_error(), OpenError::BadSegments);
    bundle.centres.segments.truncate(22);
    assert_eq!(bundle.manifest.segments.len() + bundle.centres.segments.len(), MAX_SEGMENTS);
    let state = bundle.open(None).unwrap().trusted_state();
    assert_eq!(TrustedState::read(&state.write()), Ok(state), "a state of the maximum number of segments");
}

/// Each signed statement in the place of each other one. The context string in the signed bytes distinguishes them, even
/// if one key signs both.
#[test]
fn rejects_a_statement_of_another_type() {
    let bundle = bundle();
    let signed = bundle.sign();
    let valid = &signed.statements;
    let text = crate::fixture::sign_document(&crate::fixture::valid_claims(), &bundle.signers.fresh[0]);
    let document = crate::codec::base45::decode(&text["RST1:".len()..]).unwrap();
    for bytes in [&valid.manifest, &valid.centres, &valid.fresh, &signed.trust_root, &document] {
        for at in 0..4 {
            let mut confused = signed.clone();
            let place = match at {
                0 => &mut confused.statements.manifest,
                1 => &mut confused.statements.centres,
                2 => &mut confused.statements.fresh,
                _ => &mut confused.trust_root,
            };
            if place != bytes {
                place.clone_from(bytes);
                assert!(confused.open(None).is_err(), "{at}");
            }
        }
    }
    // Content of another type, signed in the context of the expected type, is malformed.
    let payload = bundle.centres.write();
    let mut confused = signed.clone();
    confused.statements.manifest = sign_all(&payload, MANIFEST_CONTEXT, &bundle.signers.keeper);
    assert!(matches!(confused.open_error(), OpenError::Malformed(Statement::Manifest, _)));
}

#[test]
fn only_the_freshness_key_signs_a_freshness_statement() {
    let bundle = bundle();
    let signed = bundle.sign();
    let fresh =
        FreshnessStatement { manifest: sha256(&[&signed.statements.manifest]), ..bundle.fresh.clone() };
    let few = OpenError::TooFewSignatures { statement: Statement::Freshness, valid: 0, required: 1 };
    for key in [&bundle.signers.keeper[0], &bundle.signers.root[0], &Signer::ed25519(99)] {
        let mut other = signed.clone();
        other.statements.fresh = sign_one(&fresh.write(), FRESHNESS_CONTEXT, key);
        assert_eq!(other.open_error(), few);
    }
    let mut other = signed.clone();
    *other.statements.fresh.last_mut().unwrap() ^= 1;
    assert_eq!(other.open_error(), few);
    other.statements.fresh = sign_one(&fresh.write(), MANIFEST_CONTEXT, &bundle.signers.fresh[0]);
    assert_eq!(other.open_error(), few);
}

/// The size of a statement is checked first; so are the lengths of lists and names in it.
#[test]
fn limits_the_size_of_statements() {
    let bundle = bundle();
    let huge = sign_all(&vec![0; MAX_STATEMENT + 1], MANIFEST_CONTEXT, &bundle.signers.keeper[..2]);
    for at in 0..3 {
        let mut signed = bundle.sign();
        let (place, statement) = match at {
            0 => (&mut signed.statements.manifest, Statement::Manifest),
            1 => (&mut signed.statements.centres, Statement::Centres),
            _ => (&mut signed.statements.fresh, Statement::Freshness),
        };
        place.clone_from(&huge);
        let refused = signed.open_error();
        assert!(matches!(refused, OpenError::Malformed(found, _) if found == statement), "{refused}");
    }
    let mut many = bundle.clone();
    for serial in 2..=MAX_SEGMENTS as u32 {
        add(&mut many, SegmentKind::Documents, serial, serial);
    }
    assert!(matches!(many.sign().open_error(), OpenError::Malformed(Statement::Manifest, _)));
    let changes: [fn(&mut Bundle); 10] = [
        |bundle| bundle.manifest.register = "x".repeat(129),
        |bundle| bundle.manifest.register.clear(),
        |bundle| bundle.manifest.segments[0].first = vec![0; 257],
        |bundle| bundle.manifest.segments[0].height = 33,
        |bundle| bundle.manifest.segments[0].pages = 0,
        |bundle| bundle.manifest.segments[0].entries = 0,
        |bundle| bundle.manifest.segments[0].covers_from = 0,
        |bundle| bundle.manifest.segments[0].covers_from = 2,
        |bundle| bundle.manifest.segments[0].first = vec![255],
        |bundle| bundle.manifest.segments[0].last = vec![255; 257],
    ];
    for (change, at) in changes.into_iter().zip(0..) {
        let mut bundle = bundle.clone();
        change(&mut bundle);
        let refused = bundle.sign().open_error();
        assert!(matches!(refused, OpenError::Malformed(Statement::Manifest, _)), "{at}: {refused}");
    }
}

/// A statement truncated anywhere, or with a trailing byte.
#[test]
fn rejects_truncated_statements() {
    let signed = bundle().sign();
    for at in 0..3 {
        let complete = match at {
            0 => signed.statements.manifest.clone(),
            1 => signed.statements.centres.clone(),
            _ => signed.statements.fresh.clone(),
        };
        for length in (0..complete.len()).step_by(5).chain([complete.len() + 1]) {
            let mut truncated = complete.clone();
            truncated.resize(length, 0);
            let mut other = signed.clone();
            match at {
                0 => other.statements.manifest = truncated,
                1 => other.statements.centres = truncated,
                _ => other.statements.fresh = truncated,
            }
            assert!(matches!(other.open_error(), OpenError::Malformed(..)), "{at}, {length}");
        }
    }
}
