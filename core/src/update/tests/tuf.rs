//! The behaviours of The Update Framework's conformance suite, as a table over the walk. The page `docs/formats/tuf.md` has
//! a row of the same name for each, and says which tests of the suite do not apply.

use super::publisher::Ends::{Asks, Behind, Current, Fails, Malformed, Refused, Shows, Takes};
use super::publisher::{Publisher, Step, run};
use super::*;
use crate::codec::cbor::MAX_NUMBER;
use crate::codec::cose::{CoSignature, write_sign};
use crate::document::claims::Claims;
use crate::document::sealed::Validity;
use crate::document::text::Presented;
use crate::error::ErrorCode;
use crate::fixture::{NUMBER, row_leaves, segment, sign_all, sign_as, valid_claims};
use crate::snapshot::pages::{SegmentId, SegmentKind};
use crate::snapshot::root::{CONTEXT, RoleName};
use crate::snapshot::statements::MANIFEST_CONTEXT;
use crate::snapshot::{Floor, Floors, Segment};
use crate::verdict::Freshness;
use crate::verify::{Question, verify};

/// The suite's name of a behaviour, a case of it, and the updates: what is published, and how the update from it ends.
type Case = (&'static str, &'static str, &'static [Step]);

const fn few(statement: Statement, valid: usize, required: usize) -> OpenError {
    OpenError::TooFewSignatures { statement, valid, required }
}

/// Publishes the same as before: at first the fixture's register.
fn same(_: &mut Publisher) {}

/// Publishes the next versions, but with the bytes of the earlier manifest in place of the newer one.
fn replaced_manifest(register: &mut Publisher) {
    register.update();
    register.alter = |source| {
        let (name, _) = source.manifest();
        source.files.insert(name, bundle().sign().statements.manifest);
    };
}

macro_rules! cases {
    ($($name:literal, $case:literal: $($change:expr => $ends:expr),+;)+) => {
        const CASES: &[Case] = &[$(($name, $case, &[$(($change, $ends)),+])),+];
    };
}

/// The questions of a new device if the register has one root.
const EVERYTHING: &[&str] = &[
    "roots/2.cose",
    "fresh.cose",
    "manifest",
    "centres",
    "documents",
    "check",
    "status",
    "check",
    "tables",
    "check",
    "centres",
    "check",
    "commit",
];

/// Its questions if the register has two.
const WITH_A_ROOT: &[&str] = &[
    "roots/2.cose",
    "keep 2",
    "roots/3.cose",
    "fresh.cose",
    "manifest",
    "centres",
    "documents",
    "check",
    "status",
    "check",
    "tables",
    "check",
    "centres",
    "check",
    "commit",
];

/// The questions of a device that already has the segments.
const STATEMENTS: &[&str] = &["roots/2.cose", "fresh.cose", "manifest", "centres", "commit"];

cases! {
    // basic
    "test_basic_refresh_requests", "roots by number, then each statement that the one before names":
        |register| register.root(|_| {}) => Asks(WITH_A_ROOT, 2, 7, 3),
        same => Current(2, 7, 3);
    "test_basic_refresh_requests", "without a next root":
        same => Asks(EVERYTHING, 1, 7, 3),
        |register| register.update() => Asks(STATEMENTS, 1, 8, 4);
    "test_basic_refresh_trusted_data", "the trusted state follows the published versions":
        same => Takes(1, 7, 3),
        same => Current(1, 7, 3),
        |register| register.update() => Takes(1, 8, 4),
        |register| register.root(|_| {}) => Takes(2, 8, 4),
        same => Current(2, 8, 4);
    "test_invalid_initial_root", "no statement":
        |register| register.pinned = Some(b"root".to_vec()) => Malformed(0, Statement::Root);
    "test_invalid_initial_root", "another statement":
        |register| register.pinned = Some(register.bundle.sign().statements.manifest) =>
            Malformed(0, Statement::Root);
    "test_unsigned_initial_root", "no signature":
        |register| register.pinned = Some(sign_root(&register.bundle.root, &[])) =>
            Refused(0, few(Statement::Root, 0, 2));
    "test_unsigned_initial_root", "one of two":
        |register| {
            let keys = &register.bundle.signers.root[..1];
            register.pinned = Some(sign_root(&register.bundle.root, keys));
        } => Refused(0, few(Statement::Root, 1, 2));
    "test_unsigned_metadata", "root":
        same => Takes(1, 7, 3),
        |register| register.root_by(&[], |_| {}) => Refused(1, few(Statement::Root, 0, 2));
    "test_unsigned_metadata", "freshness statement; the root before it is kept":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.root(|_| {});
            register.by(RoleName::Freshness, &[Signer::ed25519(99)]);
        } => Refused(2, few(Statement::Freshness, 0, 1)),
        same => Takes(2, 8, 4);
    "test_unsigned_metadata", "manifest":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.by(RoleName::Keeper, &[]);
        } => Refused(1, few(Statement::Manifest, 0, 2));
    "test_unsigned_metadata", "centres' statement":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.by(RoleName::Chamber, &[]);
        } => Refused(1, few(Statement::Centres, 0, 2));
    "test_url_and_metadata_version_mismatch", "a root of a later version than its name":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.version = 3) => Refused(1, OpenError::BrokenChain);
    "test_url_and_metadata_version_mismatch", "a root of an earlier version than its name":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.version = 1) => Refused(1, OpenError::BrokenChain);
    "test_url_and_metadata_version_mismatch", "the manifest of another name":
        same => Takes(1, 7, 3),
        replaced_manifest => Fails(1, ErrorCode::SourceOtherContent, "manifest");
    "test_timestamp_content_changes", "an older one of the same manifest":
        same => Takes(1, 7, 3),
        |register| register.bundle.fresh.checked_at = time("2026-03-01T07:59:59Z") => Behind(1, 7, 3);
    "test_timestamp_content_changes", "the same time with another due date":
        same => Takes(1, 7, 3),
        |register| register.bundle.fresh.next_update = time("2026-03-09T08:00:00Z") => Takes(1, 7, 3);
    "test_basic_metadata_hash_support", "statements are found by their hash":
        same => Takes(1, 7, 3),
        |register| register.update() => Takes(1, 8, 4);
    "test_basic_metadata_hash_support", "and by nothing else":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, bytes) = source.manifest();
                source.files.remove(&name);
                source.files.insert(FileName::Manifest([8; 32]), bytes);
            };
        } => Fails(1, ErrorCode::SourceNotThere, "manifest");
    "test_targets_hash_mismatch", "an earlier centres' statement":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, _) = source.centres();
                source.files.insert(name, bundle().sign().statements.centres);
            };
        } => Fails(1, ErrorCode::SourceOtherContent, "centres");
    "test_targets_hash_mismatch", "one byte more":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, bytes) = source.centres();
                source.files.insert(name, [&bytes[..], &[0]].concat());
            };
        } => Fails(1, ErrorCode::SourceOtherContent, "centres");
    "test_snapshot_hash_mismatch", "an earlier manifest":
        same => Takes(1, 7, 3),
        replaced_manifest => Fails(1, ErrorCode::SourceOtherContent, "manifest");
    "test_snapshot_hash_mismatch", "one byte less":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, bytes) = source.manifest();
                source.files.insert(name, bytes[..bytes.len() - 1].to_vec());
            };
        } => Fails(1, ErrorCode::SourceOtherContent, "manifest");
    "test_snapshot_hash_mismatch", "more bytes than any statement has":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, bytes) = source.manifest();
                let more = vec![0; MAX_STATEMENT + 1 - bytes.len()];
                source.files.insert(name, [bytes, more].concat());
            };
        } => Fails(1, ErrorCode::DiskTooLarge, "manifest");
    "test_metadata_bytes_match", "a changed byte of a root":
        same => Takes(1, 7, 3),
        |register| {
            register.root(|_| {});
            register.alter = |source| {
                let root = source.files.get_mut(&FileName::Root(2)).unwrap();
                let at = root.windows(4).position(|window| window == b"test").unwrap();
                root[at] = b'T';
            };
        } => Refused(1, few(Statement::Root, 0, 2));
    "test_metadata_bytes_match", "a changed byte of the freshness statement":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let fresh = source.files.get_mut(&FileName::Freshness).unwrap();
                let at = fresh.windows(4).position(|window| window == b"test").unwrap();
                fresh[at] = b'T';
            };
        } => Refused(1, few(Statement::Freshness, 0, 1));
    "test_metadata_bytes_match", "the same content in a longer encoding, signed":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| {
                // The head of a map of 12 pairs, with its length in a byte of its own.
                let longer = match role {
                    RoleName::Keeper => [&[0xb8, 12], &payload[1..]].concat(),
                    _ => payload.to_vec(),
                };
                sign_as(role, &longer, signers.quorum(role))
            };
        } => Malformed(1, Statement::Manifest);
    "test_metadata_bytes_match", "one byte after the envelope":
        same => Takes(1, 7, 3),
        |register| {
            register.root(|_| {});
            register.alter = |source| source.files.get_mut(&FileName::Root(2)).unwrap().push(0);
        } => Malformed(1, Statement::Root);
    "test_custom_fields", "an unknown extension of a root":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.extensions = extension(false)) =>
            Shows(|register, _| register.root().extensions == extension(false));
    "test_custom_fields", "an unknown critical extension of a root":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.root(|root| root.extensions = extension(true));
        } => Takes(1, 8, 4);
    "test_custom_fields", "an unknown field of a manifest":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| {
                // A map of 13 pairs instead of 12; the last one is 12: 0.
                let more = match role {
                    RoleName::Keeper => [&[0xad], &payload[1..], &[12, 0]].concat(),
                    _ => payload.to_vec(),
                };
                sign_as(role, &more, signers.quorum(role))
            };
        } => Malformed(1, Statement::Manifest);
    "test_snapshot_404", "the manifest is missing":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, _) = source.manifest();
                source.files.remove(&name);
            };
        } => Fails(1, ErrorCode::SourceNotThere, "manifest"),
        same => Takes(1, 8, 4);
    "test_targets_404", "the centres' statement is missing":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, _) = source.centres();
                source.files.remove(&name);
            };
        } => Fails(1, ErrorCode::SourceNotThere, "centres"),
        same => Takes(1, 8, 4);
    "test_timestamp_404", "the freshness statement is missing":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                source.files.remove(&FileName::Freshness);
            };
        } => Fails(1, ErrorCode::SourceNotThere, "fresh.cose"),
        same => Takes(1, 8, 4);
    "test_incorrect_metadata_type", "a manifest as the next root":
        same => Takes(1, 7, 3),
        |register| {
            register.alter = |source| {
                let (_, manifest) = source.manifest();
                source.files.insert(FileName::Root(2), manifest);
            };
        } => Refused(1, few(Statement::Root, 0, 2));
    "test_incorrect_metadata_type", "a manifest as the freshness statement":
        same => Takes(1, 7, 3),
        |register| {
            register.alter = |source| {
                let (_, manifest) = source.manifest();
                source.files.insert(FileName::Freshness, manifest);
            };
        } => Malformed(1, Statement::Freshness);
    "test_incorrect_metadata_type", "a manifest that the keeper signed as a root":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| match role {
                RoleName::Keeper => sign_all(payload, CONTEXT, signers.quorum(role)),
                _ => sign_as(role, payload, signers.quorum(role)),
            };
        } => Refused(1, few(Statement::Manifest, 0, 2));
    "test_incorrect_metadata_type", "a centres' statement in the place of a manifest":
        same => Takes(1, 7, 3),
        |register| {
            register.sign = |signers, role, payload| match role {
                RoleName::Keeper => bundle().sign().statements.centres,
                _ => sign_as(role, payload, signers.quorum(role)),
            };
        } => Refused(1, few(Statement::Manifest, 0, 2));
    "test_faketime", "the root expires by the clock that is given":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.clock = time("2028-01-01T00:00:00Z");
        } => Refused(1, OpenError::RootExpired),
        |register| register.clock = time("2027-12-31T23:59:59Z") => Takes(1, 8, 4);

    // expiration
    "test_root_expired", "the newest root has expired; it is kept":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.root(|root| root.expires = time(CLOCK));
        } => Refused(2, OpenError::RootExpired),
        |register| register.root(|_| {}) => Takes(3, 8, 4);
    "test_timestamp_expired", "the next confirmation is due":
        |register| register.clock = time("2026-03-08T08:00:01Z") =>
            Shows(|register, clock| grade(register, clock) == Freshness::Late),
        |register| {
            register.update();
            register.clock = time("2026-04-08T08:00:01Z");
        } => Shows(|register, clock| grade(register, clock) == Freshness::Stale);
    "test_snapshot_expired", "the manifest has ended":
        |register| register.clock = time("2026-06-01T00:00:01Z") =>
            Shows(|register, clock| grade(register, clock) == Freshness::Expired);
    "test_targets_expired", "the centres' statement has ended":
        |register| {
            register.bundle.centres.not_after = time("2026-03-05T00:00:00Z");
            register.clock = time("2026-03-05T00:00:01Z");
        } => Shows(|register, clock| grade(register, clock) == Freshness::Expired);
    "test_expired_local_root", "the root in service has expired since":
        same => Takes(1, 7, 3),
        |register| {
            register.clock = time("2028-06-01T00:00:00Z");
            register.root(|root| root.expires = time("2030-01-01T00:00:00Z"));
        } => Takes(2, 7, 3);
    "test_expired_local_root", "the pinned root and one in the middle have expired":
        |register| {
            register.bundle.root.expires = time("2024-01-01T00:00:00Z");
            register.root(|root| root.expires = time("2025-01-01T00:00:00Z"));
            register.root(|_| {});
        } => Takes(3, 7, 3);

    // file_download
    "test_client_downloads_expected_file", "every listed segment, checked":
        same => Asks(EVERYTHING, 1, 7, 3);
    "test_client_downloads_expected_file_in_sub_dir", "segments are in a directory":
        |register| {
            register.alter = |source| {
                let is_in_directory = |name: &FileName| name.to_string().starts_with("segments/");
                assert_eq!(source.files.keys().filter(|name| is_in_directory(name)).count(), 4);
            };
        } => Takes(1, 7, 3);
    "test_repository_substitutes_target_file", "a changed byte":
        |register| register.alter = |source| source.pages.of(SegmentKind::Status)[0][9] ^= 1 =>
            Fails(1, ErrorCode::DiskSegment, "check");
    "test_repository_substitutes_target_file", "a page less":
        |register| {
            register.alter = |source| {
                source.pages.of(SegmentKind::Documents).pop();
            };
        } => Fails(1, ErrorCode::DiskSegment, "check");
    "test_repository_substitutes_target_file", "exchanged pages":
        |register| register.alter = |source| source.pages.of(SegmentKind::Documents).swap(0, 1) =>
            Fails(1, ErrorCode::DiskSegment, "check");
    "test_multiple_changes_to_target", "other content is another segment in a newer manifest":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            issue(&mut register.bundle, &["240000099998"]);
        } => Asks(&["roots/2.cose", "fresh.cose", "manifest", "centres", "documents", "check", "commit"], 1, 8, 4),
        |register| {
            register.update();
            issue(&mut register.bundle, &["240000099998", "240000099999"]);
        } => Shows(|register, _| lists(register, "240000099999")),
        |register| {
            issue(&mut register.bundle, &["240000099997"]);
        } => Refused(1, OpenError::SameVersionOtherContent(Statement::Manifest));
    "test_artifact_cache", "a segment in service is not asked for again":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                source.files.retain(|name, _| !matches!(name, FileName::Segment(_)));
            };
        } => Asks(STATEMENTS, 1, 8, 4);

    // keys
    "test_snapshot_does_not_meet_threshold", "one of two signatures":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            let keys = register.bundle.signers.keeper[..1].to_vec();
            register.by(RoleName::Keeper, &keys);
        } => Refused(1, few(Statement::Manifest, 1, 2));
    "test_snapshot_has_too_few_keys", "a threshold of four with three keys":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.roles[1].threshold = 4) => Refused(1, OpenError::BadRoles);
    "test_duplicate_keys", "in a role":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.roles[1].keys[2] = root.roles[1].keys[0]) =>
            Refused(1, OpenError::BadRoles);
    "test_duplicate_keys", "in the root":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.keys.push(root.keys[0].clone())) => Refused(1, OpenError::BadRoles);
    "test_duplicate_sig_keyids", "two signatures of one key are one":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            let one = register.bundle.signers.keeper[0].clone();
            register.by(RoleName::Keeper, &[one.clone(), one]);
        } => Refused(1, few(Statement::Manifest, 1, 2));
    "test_duplicate_sig_keyids", "of a root too":
        same => Takes(1, 7, 3),
        |register| {
            let one = register.bundle.signers.root[0].clone();
            register.root_by(&[one.clone(), one], |_| {});
        } => Refused(1, few(Statement::Root, 1, 2));
    "test_duplicate_sig_keyids", "beside another key they are ignored":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            let [one, two] = [0, 1].map(|at: usize| register.bundle.signers.keeper[at].clone());
            register.by(RoleName::Keeper, &[one.clone(), one, two]);
        } => Takes(1, 8, 4);
    "test_keytype_and_scheme", "one key of each algorithm":
        same => Takes(1, 7, 3),
        |register| register.update() => Takes(1, 8, 4);
    "test_keytype_and_scheme", "another algorithm than the key's":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| match role {
                RoleName::Keeper => manifest_of(signers, payload, |at, one| {
                    one.algorithm = if at > 0 { -7 } else { one.algorithm };
                }),
                _ => sign_as(role, payload, signers.quorum(role)),
            };
        } => Refused(1, few(Statement::Manifest, 1, 2));
    "test_invalid_sig_in_valid_metadata", "an invalid one beside two valid ones":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| match role {
                RoleName::Keeper => manifest_of(signers, payload, |at, one| {
                    one.signature[40] ^= u8::from(at == 0);
                }),
                _ => sign_as(role, payload, signers.quorum(role)),
            };
        } => Takes(1, 8, 4);
    "test_invalid_sig_in_valid_metadata", "an empty one":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.sign = |signers, role, payload| match role {
                RoleName::Keeper => manifest_of(signers, payload, |at, one| {
                    one.signature.truncate(if at == 0 { 0 } else { 64 });
                }),
                _ => sign_as(role, payload, signers.quorum(role)),
            };
        } => Takes(1, 8, 4);

    // quoting_issues
    "test_unusual_role_name", "a register's name reaches no file name":
        |register| {
            let name = "../../fresh.cose?%2f\\";
            register.bundle.root.register = name.into();
            register.bundle.manifest.register = name.into();
            register.bundle.centres.register = name.into();
            register.bundle.fresh.register = name.into();
        } => Asks(EVERYTHING, 1, 7, 3);

    // rollback
    "test_new_timestamp_version_rollback", "the later confirmation stays":
        same => Takes(1, 7, 3),
        |register| register.bundle.fresh.checked_at = time("2026-03-01T09:00:00Z") => Takes(1, 7, 3),
        |register| register.bundle.fresh.checked_at = time("2026-03-01T08:00:00Z") => Behind(1, 7, 3),
        |register| register.bundle.fresh.checked_at = time("2026-03-01T09:00:00Z") => Current(1, 7, 3);
    "test_snapshot_rollback", "an earlier version":
        same => Takes(1, 7, 3),
        |register| register.update() => Takes(1, 8, 4),
        |register| register.bundle.manifest.version = 7 => Refused(1, OpenError::Rollback(Statement::Manifest));
    "test_snapshot_rollback", "an earlier epoch":
        same => Takes(1, 7, 3),
        |register| {
            register.bundle.manifest.epoch = 0;
            register.bundle.manifest.version = 99;
        } => Refused(1, OpenError::Rollback(Statement::Manifest));
    "test_targets_role_removal", "a listed segment is removed":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            let is_kept = |segment: &Segment| segment.id.kind != SegmentKind::Status;
            register.bundle.manifest.segments.retain(is_kept);
        } => Refused(1, OpenError::SegmentVanished);
    "test_targets_role_removal", "a merged one covers it":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            let rows = Register::new().keeper;
            let (merged, pages) = segment(SegmentKind::Tables, 2, row_leaves(&rows, false));
            let bundle = &mut register.bundle;
            bundle.pages.files.push((merged.id, pages));
            let is_table = |segment: &&mut Segment| segment.id.kind == SegmentKind::Tables;
            let listed = bundle.manifest.segments.iter_mut().find(is_table).unwrap();
            *listed = Segment { covers_from: 1, ..merged };
        } => Takes(1, 8, 4);
    "test_targets_fast_forward_recovery", "other chamber keys":
        |register| {
            let centres = &mut register.bundle.centres;
            (centres.epoch, centres.version) = (MAX_NUMBER, MAX_NUMBER);
        } => Takes(1, 7, MAX_NUMBER),
        |register| {
            register.bundle.manifest.version = 8;
            (register.bundle.centres.epoch, register.bundle.centres.version) = (1, 4);
        } => Refused(1, OpenError::Rollback(Statement::Centres)),
        |register| {
            register.replace(RoleName::Chamber);
            register.root(|root| root.floors = floors());
        } => Takes(2, 8, 4),
        |register| {
            register.bundle.manifest.version = 9;
            register.bundle.centres.version = 2;
        } => Refused(2, OpenError::Rollback(Statement::Centres));
    "test_new_snapshot_fast_forward_recovery", "other keeper keys; the online key is the same":
        |register| {
            let manifest = &mut register.bundle.manifest;
            (manifest.epoch, manifest.version) = (MAX_NUMBER, MAX_NUMBER);
        } => Takes(1, MAX_NUMBER, 3),
        |register| {
            (register.bundle.manifest.epoch, register.bundle.manifest.version) = (1, 8);
        } => Refused(1, OpenError::Rollback(Statement::Manifest)),
        |register| {
            register.replace(RoleName::Keeper);
            register.root(|root| root.floors = floors());
        } => Takes(2, 8, 3);
    "test_new_snapshot_fast_forward_recovery", "below the floors of the root":
        |register| {
            let manifest = &mut register.bundle.manifest;
            (manifest.epoch, manifest.version) = (MAX_NUMBER, MAX_NUMBER);
        } => Takes(1, MAX_NUMBER, 3),
        |register| {
            (register.bundle.manifest.epoch, register.bundle.manifest.version) = (1, 6);
            register.replace(RoleName::Keeper);
            register.root(|root| root.floors = floors());
        } => Refused(2, OpenError::Rollback(Statement::Manifest));
    "test_new_timestamp_fast_forward_recovery", "another online key gives the time back":
        |register| register.bundle.fresh.checked_at = time("2026-03-31T07:00:00Z") =>
            Shows(|register, clock| register.now(clock) == time("2026-03-31T07:00:00Z")),
        |register| register.bundle.fresh.checked_at = time("2026-03-02T05:00:00Z") => Behind(1, 7, 3),
        |register| {
            register.replace(RoleName::Freshness);
            register.root(|_| {});
        } => Shows(|register, clock| register.now(clock) == clock),
        same => Current(2, 7, 3);
    "test_targets_rollback", "an earlier centres' statement under a newer manifest":
        same => Takes(1, 7, 3),
        |register| register.update() => Takes(1, 8, 4),
        |register| {
            register.bundle.manifest.version = 9;
            register.bundle.centres.version = 3;
        } => Refused(1, OpenError::Rollback(Statement::Centres));

    // static_repositories
    "test_static_repository", "the corpus's bundle, from its files":
        |register| {
            register.clock = time("2026-11-23T05:00:00Z");
            register.pinned = stored_bundle().files.get(&FileName::Root(1)).cloned();
            register.alter = |source| *source = stored_bundle();
        } => Shows(|register, _| lists(register, "000000001001"));

    // updater_delegation_graphs
    "test_graph_traversal", "the keeper lists centres":
        |register| {
            let centres = register.bundle.centres.segments[0].clone();
            register.bundle.manifest.segments.push(centres);
        } => Refused(1, OpenError::BadSegments);
    "test_graph_traversal", "the Chamber lists documents":
        |register| {
            let documents = register.bundle.manifest.segments[0].clone();
            register.bundle.centres.segments.push(documents);
        } => Refused(1, OpenError::BadSegments);
    "test_targetfile_search", "a listed document is found":
        same => Shows(|register, _| lists(register, NUMBER));
    "test_targetfile_search", "another one is proved absent":
        same => Shows(|register, _| register.document("240000099999") == Ok(None));
    "test_cached_role_is_verified_against_current_delegator", "signed by replaced chamber keys":
        same => Takes(1, 7, 3),
        |register| {
            let keys = register.bundle.signers.quorum(RoleName::Chamber).to_vec();
            register.by(RoleName::Chamber, &keys);
            register.replace(RoleName::Chamber);
            register.root(|_| {});
        } => Refused(2, few(Statement::Centres, 0, 2));
    "test_cached_role_is_verified_against_current_delegator", "signed by replaced keeper keys":
        same => Takes(1, 7, 3),
        |register| {
            let keys = register.bundle.signers.quorum(RoleName::Keeper).to_vec();
            register.by(RoleName::Keeper, &keys);
            register.replace(RoleName::Keeper);
            register.root(|_| {});
        } => Refused(2, few(Statement::Manifest, 0, 2));
    "test_delegation_not_in_snapshot", "a centres' statement that the manifest does not name":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.alter = |source| {
                let (name, bytes) = source.centres();
                source.files.remove(&name);
                source.files.insert(FileName::Centres([8; 32]), bytes);
            };
        } => Fails(1, ErrorCode::SourceNotThere, "centres");

    // updater_key_rotations
    "test_root_rotation", "signed by the keys before and by its own":
        same => Takes(1, 7, 3),
        |register| { register.replace(RoleName::Root); register.root(|_| {}); } => Takes(2, 7, 3);
    "test_root_rotation", "only by the keys before":
        same => Takes(1, 7, 3),
        |register| {
            let before = register.bundle.signers.root.clone();
            register.replace(RoleName::Root);
            register.root_by(&before, |_| {});
        } => Refused(1, few(Statement::Root, 0, 2));
    "test_root_rotation", "only by its own keys":
        same => Takes(1, 7, 3),
        |register| {
            register.replace(RoleName::Root);
            let own = register.bundle.signers.root.clone();
            register.root_by(&own, |_| {});
        } => Refused(1, few(Statement::Root, 0, 2));
    "test_root_rotation", "by too few of its own keys":
        same => Takes(1, 7, 3),
        |register| {
            let before = register.bundle.signers.root[..2].to_vec();
            register.replace(RoleName::Root);
            let own = register.bundle.signers.root[..1].to_vec();
            register.root_by(&[before, own].concat(), |_| {});
        } => Refused(1, few(Statement::Root, 1, 2));
    "test_root_rotation", "by too few for its own, higher threshold":
        same => Takes(1, 7, 3),
        |register| register.root(|root| root.roles[0].threshold = 3) => Refused(1, few(Statement::Root, 2, 3));
    "test_root_rotation", "several in one update":
        same => Takes(1, 7, 3),
        |register| {
            register.root(|_| {});
            register.replace(RoleName::Root);
            register.root(|_| {});
            register.root(|_| {});
        } => Takes(4, 7, 3);
    "test_root_rotation", "a gap ends the chain, and the statements need a root after it":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.root(|_| {});
            register.replace(RoleName::Keeper);
            register.root(|_| {});
            register.alter = |source| {
                source.files.remove(&FileName::Root(2));
            };
        } => Refused(1, few(Statement::Manifest, 0, 2)),
        same => Takes(3, 8, 4);
    "test_non_root_rotations", "keeper":
        same => Takes(1, 7, 3),
        |register| { register.update(); register.replace(RoleName::Keeper); register.root(|_| {}); } =>
            Takes(2, 8, 4),
        |register| {
            register.update();
            register.by(RoleName::Keeper, RoleSigners::new(1).quorum(RoleName::Keeper));
        } => Refused(2, few(Statement::Manifest, 0, 2));
    "test_non_root_rotations", "Chamber":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.replace(RoleName::Chamber);
            register.root(|_| {});
        } => Takes(2, 8, 4),
        |register| {
            register.update();
            register.by(RoleName::Chamber, RoleSigners::new(1).quorum(RoleName::Chamber));
        } => Refused(2, few(Statement::Centres, 0, 2));
    "test_non_root_rotations", "online key":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.replace(RoleName::Freshness);
            register.root(|_| {});
        } => Takes(2, 8, 4),
        |register| {
            register.update();
            register.by(RoleName::Freshness, RoleSigners::new(1).quorum(RoleName::Freshness));
        } => Refused(2, few(Statement::Freshness, 0, 1));
    "test_non_root_rotations", "a higher threshold":
        same => Takes(1, 7, 3),
        |register| {
            register.update();
            register.root(|root| root.roles[1].threshold = 3);
        } => Refused(2, few(Statement::Manifest, 2, 3)),
        |register| {
            let all = register.bundle.signers.keeper.clone();
            register.by(RoleName::Keeper, &all);
        } => Takes(2, 8, 4);
}

fn extension(critical: bool) -> Vec<Extension> {
    vec![Extension { id: 9, critical, value: vec![1, 2] }]
}

/// The last versions that the register of the fixture has published.
fn floors() -> Floors {
    let floor = |version| Floor { epoch: 1, version, time: Timestamp(0) };
    Floors { keeper: floor(7), chamber: floor(3), freshness: Timestamp(0) }
}

/// The grade of freshness that a verdict states.
fn grade(register: &Snapshot<MemoryPages>, clock: Timestamp) -> Freshness {
    let form = Presented::read(r#"{"number":"1"}"#).unwrap();
    verify(register, &form, &Question::new(clock)).freshness
}

fn lists(register: &Snapshot<MemoryPages>, number: &str) -> bool {
    register.document(number).unwrap().is_some()
}

/// Replaces the segment of documents by one that lists these numbers too.
fn issue(bundle: &mut Bundle, numbers: &[&str]) {
    let mut register = Register::new();
    for number in numbers {
        let number = String::from(*number);
        register.issue(&Claims { number, ..valid_claims() }, Validity::ByTerm);
    }
    let issued = register.bundle();
    (bundle.manifest.segments, bundle.pages) = (issued.manifest.segments, issued.pages);
}

/// A manifest that all keepers signed, after a change of each signature by its position.
fn manifest_of(signers: &RoleSigners, payload: &[u8], change: fn(usize, &mut CoSignature)) -> Vec<u8> {
    let mut signatures = Vec::new();
    for (at, key) in signers.keeper.iter().enumerate() {
        let mut one = key.co_sign(payload, MANIFEST_CONTEXT, key.public().algorithm);
        change(at, &mut one);
        signatures.push(one);
    }
    write_sign(payload, &signatures)
}

/// The published directory of the corpus's first bundle.
fn stored_bundle() -> Source {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/bundles/base");
    let mut source = Source::default();
    let mut names = vec![FileName::Freshness, FileName::Root(1)];
    for part in ["manifests", "centres", "segments"] {
        for entry in std::fs::read_dir(directory.join(part)).unwrap() {
            let name = format!("{part}/{}", entry.unwrap().file_name().to_str().unwrap());
            names.push(FileName::parse(&name).unwrap());
        }
    }
    for name in names {
        source.files.insert(name, std::fs::read(directory.join(name.to_string())).unwrap());
    }
    let statement = |name: &(FileName, Vec<u8>)| name.1.clone();
    let statements = Statements {
        fresh: source.files[&FileName::Freshness].clone(),
        manifest: statement(&source.manifest()),
        centres: statement(&source.centres()),
        roots: Vec::new(),
    };
    let options = OpenOptions::pinned(&source.files[&FileName::Root(1)], Timestamp(0));
    let opened = Snapshot::open(&options, &statements, MemoryPages::default()).unwrap();
    let ids: Vec<SegmentId> = opened.segments().map(|segment| segment.id).collect();
    for id in ids {
        let bytes = &source.files[&FileName::Segment(id.root)];
        source.pages.files.push((id, bytes.chunks(crate::PAGE_SIZE).map(<[u8]>::to_vec).collect()));
    }
    source
}

#[test]
fn the_walk_behaves_as_the_suite_or_as_the_page_says() {
    for (name, case, steps) in CASES {
        run(&format!("{name}: {case}"), steps);
    }
}

/// Each behaviour of docs/formats/tuf.md that applies is in the table, in the order of the page, and no other one is.
#[test]
fn the_table_and_the_page_have_the_same_behaviours() {
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/formats/tuf.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rows: Vec<(&str, &str)> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .filter(|(name, _)| name.starts_with("test_"))
        .collect();
    assert_eq!(rows.len(), 53);
    let applies = |(_, here): &&(&str, &str)| !here.starts_with("Does not apply:");
    let on_page: Vec<&str> = rows.iter().filter(applies).map(|(name, _)| *name).collect();
    let mut in_table: Vec<&str> = CASES.iter().map(|(name, ..)| *name).collect();
    in_table.dedup();
    assert_eq!(in_table, on_page);
    assert!(CASES.iter().all(|(_, _, steps)| !steps.is_empty()));
}
