//! Thresholds, roles, and the chain of roots.

use super::*;
use crate::codec::cose;
use crate::error::Statement;
use crate::fixture::Register;
use crate::snapshot::MAX_CHAIN;
use crate::snapshot::root::{Extension, MAX_EXTENSION, RoleName};

fn bundle() -> Bundle {
    Register::new().bundle()
}

/// A bundle whose manifest is signed by `sign`.
fn with_manifest(bundle: &Bundle, sign: impl Fn(&[u8]) -> Vec<u8>) -> SignedBundle {
    bundle.sign_with(|role, payload| match role {
        RoleName::Keeper => sign(payload),
        _ => sign_as(role, payload, bundle.signers.quorum(role)),
    })
}

fn too_few(statement: Statement, valid: usize) -> OpenError {
    OpenError::TooFewSignatures { statement, valid, required: 2 }
}

#[test]
fn the_fixture_opens() {
    let snapshot = bundle().open(None).unwrap();
    assert_eq!(snapshot.root().version, 1);
    assert_eq!(snapshot.manifest().version, 7);
    assert_eq!(snapshot.newest_signed(), snapshot.freshness_statement().checked_at);
}

/// The signing keys in order, and the number of valid ones if there are too few.
#[test]
fn a_threshold_counts_different_keys_of_the_role() {
    let bundle = bundle();
    let (keeper, stranger) = (&bundle.signers.keeper, Signer::ed25519(99));
    let (one, two, three) = (&keeper[0], &keeper[1], &keeper[2]);
    let chamber = &bundle.signers.chamber[0];
    let online = &bundle.signers.fresh[0];
    let cases: [(&[&Signer], Option<usize>); 11] = [
        (&[], Some(0)),
        (&[one], Some(1)),
        (&[one, one], Some(1)),
        (&[one, one, one], Some(1)),
        (&[one, chamber], Some(1)),
        (&[&bundle.signers.root[0], &bundle.signers.root[1]], Some(0)),
        (&[one, online], Some(1)),
        (&[one, &stranger], Some(1)),
        (&[one, two], None),
        (&[three, &stranger, one], None),
        (&[one, two, three], None),
    ];
    for (signers, valid) in cases {
        let signers: Vec<Signer> = signers.iter().map(|key| (*key).clone()).collect();
        let signed = with_manifest(&bundle, |payload| sign_all(payload, MANIFEST_CONTEXT, &signers));
        let error = signed.open(None).err();
        assert_eq!(
            error,
            valid.map(|valid| too_few(Statement::Manifest, valid)),
            "{} signatures",
            signers.len()
        );
    }
}

/// An invalid signature beside enough valid ones does not matter, whatever its position, and does not count.
#[test]
fn an_invalid_extra_signature_is_ignored() {
    let bundle = bundle();
    let keeper = bundle.signers.keeper.clone();
    let valid = |payload: &[u8], at: usize| {
        keeper[at].co_sign(payload, MANIFEST_CONTEXT, keeper[at].public().algorithm)
    };
    let broken = |payload: &[u8], at: usize| {
        let mut one = valid(payload, at);
        one.signature[40] ^= 1;
        one
    };
    let empty = |payload: &[u8], at: usize| CoSignature { signature: vec![], ..valid(payload, at) };
    let open = |list: &dyn Fn(&[u8]) -> Vec<CoSignature>| {
        with_manifest(&bundle, |payload| write_sign(payload, &list(payload))).open(None).err()
    };
    assert_eq!(open(&|payload| vec![broken(payload, 2), valid(payload, 0), valid(payload, 1)]), None);
    assert_eq!(open(&|payload| vec![empty(payload, 2), valid(payload, 0), valid(payload, 1)]), None);
    assert_eq!(open(&|payload| vec![broken(payload, 0), valid(payload, 0), valid(payload, 1)]), None);
    let two_bad = Some(too_few(Statement::Manifest, 1));
    assert_eq!(open(&|payload| vec![valid(payload, 0), broken(payload, 1), empty(payload, 2)]), two_bad);
    assert_eq!(open(&|payload| vec![valid(payload, 0), broken(payload, 0)]), two_bad);
}

/// A signature does not count if the message states another algorithm than the key's: ES256's number for an Ed25519 key,
/// EdDSA's older number, or an unknown one.
#[test]
fn the_message_does_not_choose_the_algorithm() {
    let bundle = bundle();
    let (one, two) = (&bundle.signers.keeper[0], &bundle.signers.keeper[1]);
    for (of_one, of_two, valid) in [(-9, -9, 1), (-8, -9, 1), (-19, -19, 1), (-19, -7, 1), (-9, -19, 0)] {
        let signed = with_manifest(&bundle, |payload| {
            let list = [
                one.co_sign(payload, MANIFEST_CONTEXT, of_one),
                two.co_sign(payload, MANIFEST_CONTEXT, of_two),
            ];
            write_sign(payload, &list)
        });
        assert_eq!(signed.open_error(), too_few(Statement::Manifest, valid), "{of_one}, {of_two}");
    }
}

#[test]
fn another_context_or_a_changed_byte_breaks_every_signature() {
    let bundle = bundle();
    let keeper = &bundle.signers.keeper;
    for context in ["", "rastau/manifest/2", CENTRES_CONTEXT, root::CONTEXT] {
        let signed = with_manifest(&bundle, |payload| sign_all(payload, context, keeper));
        assert_eq!(signed.open_error(), too_few(Statement::Manifest, 0), "{context}");
    }
    let payload = bundle.manifest.write();
    for at in (0..payload.len()).step_by(7) {
        let signed = with_manifest(&bundle, |payload| {
            let valid = sign_all(payload, MANIFEST_CONTEXT, keeper);
            let start = valid.windows(payload.len()).position(|window| window == payload).unwrap();
            let mut altered = valid;
            altered[start + at] ^= 1;
            altered
        });
        // Signatures are verified before the content is parsed, so every position gives the same error.
        assert_eq!(signed.open_error(), too_few(Statement::Manifest, 0), "byte {at}");
    }
}

#[test]
fn rejects_inconsistent_roles() {
    let signers = RoleSigners::new(1);
    type Change = fn(&mut Root);
    let cases: [(&str, Change); 14] = [
        ("threshold 0", |root| root.roles[1].threshold = 0),
        ("root threshold 0", |root| root.roles[0].threshold = 0),
        ("threshold above keys", |root| root.roles[1].threshold = 4),
        ("online threshold 0", |root| root.roles[3].threshold = 0),
        ("no keys", |root| root.roles[2].keys.clear()),
        ("a duplicate key in a role", |root| root.roles[1].keys[2] = root.roles[1].keys[0]),
        ("a duplicate key", |root| root.keys.push(root.keys[0].clone())),
        ("a key that is not listed", |root| root.roles[1].keys[0] = KeyId([9; 8])),
        ("keeper and Chamber share", |root| root.roles[2].keys[0] = root.roles[1].keys[0]),
        ("online key is a keeper's", |root| root.roles[3].keys[0] = root.roles[1].keys[0]),
        ("online key is the Chamber's", |root| root.roles[3].keys[0] = root.roles[2].keys[0]),
        ("online key is a root key", |root| root.roles[3].keys[0] = root.roles[0].keys[0]),
        ("keeper's key is the online one", |root| root.roles[1].keys.push(root.roles[3].keys[0])),
        ("no keys at all", |root| root.keys.clear()),
    ];
    for (name, change) in cases {
        let mut bundle = bundle();
        change(&mut bundle.root);
        assert_eq!(bundle.sign().open_error(), OpenError::BadRoles, "{name}");
        let mut next = signers.trust_root(2);
        change(&mut next);
        let mut signed = self::bundle().sign();
        signed.statements.roots = vec![(2, sign_root(&next, &signers.root))];
        assert_eq!(signed.open_error(), OpenError::BadRoles, "{name}, in the chain");
    }
}

#[test]
fn rejects_a_freshness_threshold_of_two() {
    let mut bundle = bundle();
    bundle.signers.fresh.push(Signer::ed25519(77));
    bundle.root = bundle.signers.trust_root(1);
    bundle.root.roles[3].threshold = 2;
    assert_eq!(bundle.sign().open_error(), OpenError::BadRoles);
}

/// SEC 1 has a third 33-byte encoding of a point, "compact" (0x05), and the library reads it. One secret key would then have
/// two key ids, and one signer could reach a threshold of two.
#[test]
fn rejects_compact_p256_keys() {
    let accepted = (50..90).map(Signer::esp256).any(|key| {
        let mut compact = key.public();
        compact.bytes[0] = 5;
        compact.verifies(-9, b"message", &key.sign(b"message"))
    });
    assert!(!accepted);
}

#[test]
fn a_root_must_be_signed_by_its_own_threshold() {
    let bundle = bundle();
    for (signers, valid) in [(&bundle.signers.root[..1], 1), (&bundle.signers.keeper[..], 0), (&[], 0)] {
        let mut signed = bundle.sign();
        signed.trust_root = sign_root(&bundle.root, signers);
        assert_eq!(signed.open_error(), too_few(Statement::Root, valid));
    }
}

/// Root N+1 has version N+1, belongs to the same register, and is signed by the thresholds of N and of N+1.
#[test]
fn a_next_root_needs_both_thresholds_and_the_next_version() {
    let (old, new) = (RoleSigners::new(1), RoleSigners::new(101));
    let both: Vec<Signer> = old.root[..2].iter().chain(&new.root[..2]).cloned().collect();
    let mixed = [old.root[0].clone(), new.root[0].clone(), new.root[1].clone()];
    type Next<'a> = (&'a str, u64, u64, &'a str, &'a [Signer], Option<OpenError>);
    let cases: [Next<'_>; 8] = [
        ("both", 2, 2, "test", &both, None),
        ("only the old", 2, 2, "test", &old.root, Some(too_few(Statement::Root, 0))),
        ("only the new", 2, 2, "test", &new.root, Some(too_few(Statement::Root, 0))),
        ("one of the old", 2, 2, "test", &mixed, Some(too_few(Statement::Root, 1))),
        ("a version skipped", 3, 3, "test", &both, Some(OpenError::BrokenChain)),
        ("the same version", 1, 2, "test", &both, Some(OpenError::BrokenChain)),
        ("another label", 2, 3, "test", &both, Some(OpenError::BrokenChain)),
        ("another register", 2, 2, "other", &both, Some(OpenError::ForeignRegister(Statement::Root))),
    ];
    for (name, version, label, register, keys, error) in cases {
        let mut bundle = bundle();
        let mut next = new.trust_root(version);
        next.register = register.into();
        let trust_root = bundle.sign().trust_root;
        bundle.signers = new.clone();
        let mut signed = bundle.sign();
        signed.trust_root = trust_root;
        signed.statements.roots = vec![(label, sign_root(&next, keys))];
        assert_eq!(signed.open(None).err(), error, "{name}");
    }
}

/// Each statement is verified with the newest root: signatures of replaced keys do not count, in whichever role.
#[test]
fn a_replaced_key_no_longer_counts() {
    let (old, new) = (RoleSigners::new(1), RoleSigners::new(101));
    let roles = [
        (RoleSigners { keeper: new.keeper, ..old.clone() }, Statement::Manifest, 2),
        (RoleSigners { chamber: new.chamber, ..old.clone() }, Statement::Centres, 2),
        (RoleSigners { fresh: new.fresh, ..old.clone() }, Statement::Freshness, 1),
    ];
    for (signers, statement, required) in roles {
        let mut signed = bundle().sign();
        assert!(signed.open(None).is_ok());
        signed.statements.roots = vec![(2, sign_root(&signers.trust_root(2), &old.root))];
        let none = OpenError::TooFewSignatures { statement, valid: 0, required };
        assert_eq!(signed.open_error(), none);
    }
}

/// `count` roots after the first one, with the same keys; the one of version `expired` has expired.
fn chain(bundle: &Bundle, count: u64, expired: u64) -> Vec<(u64, Vec<u8>)> {
    let signers = &bundle.signers;
    let root = |version| {
        let expires = if version == expired { "2024-01-01T00:00:00Z" } else { "2028-01-01T00:00:00Z" };
        Root { expires: time(expires), ..signers.trust_root(version) }
    };
    (2..2 + count).map(|version| (version, sign_root(&root(version), &signers.root[..2]))).collect()
}

#[test]
fn walks_the_chain_of_roots_to_its_end() {
    let bundle = bundle();
    let mut signed = bundle.sign();
    signed.statements.roots = chain(&bundle, 3, 3);
    assert_eq!(signed.open(None).unwrap().root().version, 4, "an expired root in the middle");

    signed.statements.roots = chain(&bundle, 3, 4);
    assert_eq!(signed.open_error(), OpenError::RootExpired, "an expired root at the end");

    signed.statements.roots = chain(&bundle, 3, 0);
    signed.statements.roots.remove(1);
    assert_eq!(signed.open_error(), OpenError::BrokenChain, "a gap");

    let mut old = bundle.clone();
    old.root.expires = time("2024-01-01T00:00:00Z");
    let mut signed = old.sign();
    assert_eq!(signed.open_error(), OpenError::RootExpired);
    signed.statements.roots = chain(&bundle, 1, 0);
    assert!(signed.open(None).is_ok(), "a device that was offline continues from its expired root");
}

#[test]
fn skips_roots_older_than_the_pinned_one() {
    let bundle = bundle();
    let mut signed = bundle.sign();
    let roots = chain(&bundle, 3, 0);
    signed.trust_root = roots[1].1.clone();
    signed.statements.roots = [(1, vec![0xff; 9])].into_iter().chain(roots).collect();
    assert_eq!(signed.open(None).unwrap().root().version, 4, "the malformed root is not read");
}

#[test]
fn limits_the_chain_of_roots() {
    let bundle = bundle();
    let mut signed = bundle.sign();
    signed.statements.roots = vec![(1, Vec::new()); MAX_CHAIN];
    assert!(signed.open(None).is_ok());
    signed.statements.roots.push((1, Vec::new()));
    assert_eq!(signed.open_error(), OpenError::BrokenChain);
}

/// A root has expired from the instant of expiry on, by the clock or by the newest signed time.
#[test]
fn a_root_expires_by_the_clock_or_by_signed_time() {
    for (expires, valid) in [("2026-03-02T06:00:01Z", true), (CLOCK, false), ("2026-03-02T05:00:00Z", false)]
    {
        let mut bundle = bundle();
        bundle.root.expires = time(expires);
        assert_eq!(bundle.open(None).is_ok(), valid, "{expires}");
    }
    let mut bundle = bundle();
    bundle.root.expires = time("2026-03-20T00:00:00Z");
    bundle.fresh.checked_at = time("2026-03-20T00:00:00Z");
    assert_eq!(bundle.sign().open_error(), OpenError::RootExpired, "the clock was set back");
}

#[test]
fn limits_the_content_of_a_root() {
    let value = |length| vec![Extension { id: 1, critical: false, value: vec![0; length] }];
    let many = |count| (0..count).map(|id| Extension { id, critical: false, value: vec![] }).collect();
    type Change<'a> = &'a dyn Fn(&mut Root);
    let cases: [(&str, Change<'_>, bool); 8] = [
        ("16 extensions", &|root| root.extensions = many(16), true),
        ("17 extensions", &|root| root.extensions = many(17), false),
        ("a long extension", &|root| root.extensions = value(MAX_EXTENSION), true),
        ("a longer extension", &|root| root.extensions = value(MAX_EXTENSION + 1), false),
        ("the last instant", &|root| root.expires = Timestamp::MAX, true),
        ("a later instant", &|root| root.expires = Timestamp(Timestamp::MAX.0 + 1), false),
        ("33 keys of a role", &|root| root.roles[1].keys = vec![KeyId([9; 8]); 33], false),
        ("33 keys", &|root| root.keys.extend((150..173).map(|seed| Signer::ed25519(seed).public())), false),
    ];
    for (name, change, valid) in cases {
        let mut bundle = bundle();
        change(&mut bundle.root);
        match bundle.open(None) {
            Ok(_) => assert!(valid, "{name}"),
            Err(error) => {
                assert!(
                    !valid && matches!(error, OpenError::Malformed(Statement::Root, _)),
                    "{name}: {error}"
                );
            }
        }
    }
}

#[test]
fn versions_of_roots_begin_at_one() {
    let mut bundle = bundle();
    bundle.root.version = 0;
    assert!(matches!(bundle.sign().open_error(), OpenError::Malformed(Statement::Root, _)));
}

#[test]
fn a_root_round_trips_and_trailing_bytes_are_rejected() {
    let root = RoleSigners::new(1).trust_root(5);
    let bytes = sign_root(&root, &RoleSigners::new(1).root);
    let sign = cose::read_sign("root", &bytes, 1 << 18).unwrap();
    assert_eq!(Root::from_sign(&sign).unwrap(), root);
    let mut longer = root.write();
    longer.push(0);
    let bytes = sign_all(&longer, root::CONTEXT, &RoleSigners::new(1).root);
    let sign = cose::read_sign("root", &bytes, 1 << 18).unwrap();
    assert!(matches!(Root::from_sign(&sign), Err(OpenError::Malformed(Statement::Root, _))));
}
