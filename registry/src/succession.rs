//! Whether a bundle may follow the published one: what an operator's mistake or a thief's statement would do to the devices
//! that hold the published one.
//!
//! Verifiers refuse older statements, and close their bundle if a root removes its keys. Both are detected here, before
//! anything is published.

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::codec::cose::{read_sign, read_sign1};
use rastau_core::codec::hex;
use rastau_core::crypto::KeyId;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::root::RoleName;
use rastau_core::snapshot::statements::{Centres, FreshnessStatement, Manifest};
use rastau_core::snapshot::{MAX_STATEMENT, Root, Statements};
use rastau_core::verify::Policy;

use crate::RegistryError;
use crate::build::{BuildError, Histories, Published, newest};
use crate::guard::Guard;
use crate::history::HistoryProblems;
use crate::sign::floors_of;

/// The maximum step of a version that counts as ordinary. A larger one is a mistake or an attack.
const MAX_STEP: u64 = 1_000;

/// Why a bundle may not follow the published one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SuccessionError {
    /// A statement of a published bundle cannot be read.
    #[error("the {0} file of the published bundle cannot be read; publish to another directory")]
    Unreadable(&'static str),
    /// A version is not above the published one.
    #[error(
        "the {statement} has version {next}, and {published} is published; devices would refuse it: build with --previous"
    )]
    NotNewer {
        /// The statement: manifest or centres' statement.
        statement: &'static str,
        /// The published version, EPOCH.VERSION.
        published: String,
        /// The version of the new bundle.
        next: String,
    },
    /// A version is far above the published one. No later version could be lower.
    #[error(
        "the {statement} has version {next}, far above the published {published}; if this is meant, add --insist version-leap"
    )]
    Leap {
        /// The statement: manifest or centres' statement.
        statement: &'static str,
        /// The published version, EPOCH.VERSION.
        published: String,
        /// The version of the new bundle.
        next: String,
    },
    /// A published root is missing or has other content.
    #[error(
        "root {0} is published and is missing here or has other content; name every root with --root, the first one first"
    )]
    RootReplaced(u64),
    /// A new root has lower floors than what is published.
    #[error(
        "root {0} allows versions or times below the published ones; make it with --published, or add --emergency"
    )]
    Floors(u64),
    /// A key that an earlier root dropped is listed again. What a thief signed with it would count again.
    #[error("root {version} lists the key {key}, which an earlier root dropped; make a new key")]
    DroppedKey {
        /// The version of the root.
        version: u64,
        /// The id of the key, hexadecimal.
        key: String,
    },
    /// The time of a statement is before the published one.
    #[error(
        "the {statement} states {next}, and {published} is published; devices never go back, so build with a later time"
    )]
    EarlierTime {
        /// The statement.
        statement: &'static str,
        /// The published time.
        published: Timestamp,
        /// The time here.
        next: Timestamp,
    },
    /// The first day from which every document is listed changed.
    #[error(
        "all documents issued from {next} on are said to be listed, and {published} is published; if this is meant, add --insist coverage"
    )]
    Coverage {
        /// The published day.
        published: Date,
        /// The day here.
        next: Date,
    },
    /// Published content is missing or changed.
    #[error("{0}")]
    History(HistoryProblems),
    /// Devices still decide by a published statement whose keys the new root removes.
    #[error(
        "root {version} removes the keys of the published {statement}: devices would stop answering until they have the new bundle; \
         keep the old keys in the root beside the new ones until {until}, or add --emergency"
    )]
    Closes {
        /// The version of the root.
        version: u64,
        /// The statement: manifest, centres' statement or freshness statement.
        statement: &'static str,
        /// The time until which devices decide by it.
        until: Timestamp,
    },
}

impl SuccessionError {
    /// Returns the guard to waive if the change is meant.
    #[must_use]
    pub const fn guard(&self) -> Option<Guard> {
        match self {
            Self::Leap { .. } => Some(Guard::VersionLeap),
            Self::Coverage { .. } => Some(Guard::Coverage),
            Self::Unreadable(_)
            | Self::NotNewer { .. }
            | Self::RootReplaced(_)
            | Self::Floors(_)
            | Self::DroppedKey { .. }
            | Self::EarlierTime { .. }
            | Self::History(_)
            | Self::Closes { .. } => None,
        }
    }

    /// Returns whether `--emergency` allows it.
    #[must_use]
    pub const fn is_for_emergency(&self) -> bool {
        matches!(self, Self::Closes { .. } | Self::Floors(_))
    }
}

/// The content of a bundle's statements, which are not verified, and the keys that claim to have signed them.
struct Content {
    manifest: Manifest,
    centres: Centres,
    fresh: FreshnessStatement,
    signers: [(RoleName, &'static str, Vec<KeyId>); 3],
}

fn content(statements: &Statements) -> Result<Content, SuccessionError> {
    let unreadable = SuccessionError::Unreadable;
    let fresh = read_sign1("fresh", &statements.fresh, MAX_STATEMENT).map_err(|_| unreadable("fresh"))?;
    let manifest =
        read_sign("manifest", &statements.manifest, MAX_STATEMENT).map_err(|_| unreadable("manifest"))?;
    let centres =
        read_sign("centres", &statements.centres, MAX_STATEMENT).map_err(|_| unreadable("centres"))?;
    Ok(Content {
        manifest: Manifest::read(manifest.payload).map_err(|_| unreadable("manifest"))?,
        centres: Centres::read(centres.payload).map_err(|_| unreadable("centres"))?,
        fresh: FreshnessStatement::read(fresh.payload).map_err(|_| unreadable("fresh"))?,
        signers: [
            (RoleName::Keeper, "manifest", manifest.signatures.iter().map(|one| one.key_id).collect()),
            (
                RoleName::Chamber,
                "centres' statement",
                centres.signatures.iter().map(|one| one.key_id).collect(),
            ),
            (RoleName::Freshness, "freshness statement", vec![fresh.signed.key_id]),
        ],
    })
}

fn roots(statements: &Statements) -> Result<Vec<(Root, &[u8])>, RegistryError> {
    let read = |(_, bytes): &'_ (u64, Vec<u8>)| {
        let sign =
            read_sign("root", bytes, MAX_STATEMENT).map_err(|_| SuccessionError::Unreadable("root"))?;
        Ok::<_, RegistryError>(Root::from_sign(&sign).map_err(|_| SuccessionError::Unreadable("root"))?)
    };
    statements.roots.iter().map(|root| Ok((read(root)?, root.1.as_slice()))).collect()
}

/// Returns all reasons not to publish `next` after `published` at the time `now`. The statements of `next` must verify
/// together.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_registry::succession::{SuccessionError, problems};
/// # use rastau_registry::Register;
/// # use rastau_registry::build::{BuildOptions, build};
/// # use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill, times};
/// # use rastau_registry::random::Seeded;
/// # use rastau_registry::sign::sign_draft;
/// # let directory = tempfile::tempdir()?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let random = &mut Seeded::new("example");
/// # let keys = Keys::generate(random)?;
/// # let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
/// # fill(&mut register, &keys, &DemoOptions { documents: 10, now, certificates: false }, random, &|_| {})?;
/// # let (times, roots) = (times(now), vec![(1, keys.trust_root(times(now).expires)?)]);
/// # let signed = |name: &str, as_of| {
/// #     let folder = directory.path().join(name);
/// #     std::fs::create_dir(&folder).unwrap();
/// #     let options = BuildOptions::new(as_of, times.not_after);
/// #     let draft = build(&register, &folder, &options, &|_| {}).unwrap();
/// #     sign_draft(&draft, roots.clone(), &keys.signers(), times.checked_at, times.next_update)
/// # };
/// # let (published, next) = (signed("published", times.as_of), signed("next", times.as_of.plus_seconds(60)));
///
/// assert!(problems(&published, &published, now)?.is_empty());
/// // Built without the published bundle in mind: other content under the same version.
/// let found = problems(&published, &next, now)?;
/// assert!(matches!(found[0], SuccessionError::NotNewer { statement: "manifest", .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`SuccessionError::Unreadable`] for a statement that cannot be read.
pub fn problems(
    published: &Statements,
    next: &Statements,
    now: Timestamp,
) -> Result<Vec<SuccessionError>, RegistryError> {
    let (before, after) = (content(published)?, content(next)?);
    let mut problems = Vec::new();
    for (statement, old, new, is_same) in [
        (
            "manifest",
            (before.manifest.epoch, before.manifest.version),
            (after.manifest.epoch, after.manifest.version),
            published.manifest == next.manifest,
        ),
        (
            "centres' statement",
            (before.centres.epoch, before.centres.version),
            (after.centres.epoch, after.centres.version),
            published.centres == next.centres,
        ),
    ] {
        let text = |(epoch, version): (u64, u64)| format!("{epoch}.{version}");
        let (published, next) = (text(old), text(new));
        if new < old || (new == old && !is_same) {
            problems.push(SuccessionError::NotNewer { statement, published, next });
        } else if new.0 > old.0.saturating_add(1)
            || (new.0 == old.0 && new.1 > old.1.saturating_add(MAX_STEP))
        {
            problems.push(SuccessionError::Leap { statement, published, next });
        }
    }
    for (statement, published, next) in [
        ("manifest", before.manifest.as_of, after.manifest.as_of),
        ("centres' statement", before.centres.as_of, after.centres.as_of),
        ("freshness statement", before.fresh.checked_at, after.fresh.checked_at),
    ] {
        if next < published {
            problems.push(SuccessionError::EarlierTime { statement, published, next });
        }
    }
    let (old_from, new_from) = (before.manifest.coverage.from, after.manifest.coverage.from);
    if old_from != new_from {
        problems.push(SuccessionError::Coverage { published: old_from, next: new_from });
    }
    let (old_roots, new_roots) = (roots(published)?, roots(next)?);
    for (root, bytes) in &old_roots {
        if !new_roots.iter().any(|(_, other)| other == bytes) {
            problems.push(SuccessionError::RootReplaced(root.version));
        }
    }
    let floors = floors_of(&before.manifest, &before.centres, &before.fresh);
    let newest_old = old_roots.last().map_or(0, |(root, _)| root.version);
    // Devices accept a late snapshot by default.
    let due = before.fresh.next_update.min(before.manifest.confirmable_until());
    let until = due.plus_seconds(Policy::default().grace);
    for (root, _) in new_roots.iter().filter(|(root, _)| root.version > newest_old) {
        let version = root.version;
        if !root.floors.are_at_least(&floors) {
            problems.push(SuccessionError::Floors(version));
        }
        for (role, statement, signers) in &before.signers {
            if now <= until && !root.still_trusts(*role, signers) {
                problems.push(SuccessionError::Closes { version, statement, until });
            }
        }
    }
    problems.extend(returned_keys(&new_roots));
    Ok(problems)
}

/// Finds keys that a root lists although an earlier one dropped them.
fn returned_keys(roots: &[(Root, &[u8])]) -> Vec<SuccessionError> {
    let ids = |root: &Root| root.keys.iter().map(rastau_core::crypto::PublicKey::id).collect::<Vec<_>>();
    let mut dropped: Vec<KeyId> = Vec::new();
    let mut current: Vec<KeyId> = Vec::new();
    let mut found = Vec::new();
    for (root, _) in roots {
        let listed = ids(root);
        for key in listed.iter().filter(|key| dropped.contains(key)) {
            found.push(SuccessionError::DroppedKey { version: root.version, key: hex::encode(&key.0) });
        }
        dropped.extend(current.iter().filter(|key| !listed.contains(key)));
        current = listed;
    }
    found
}

/// Compares the content of a bundle with that of the published one of the same epoch: documents, cancellations and rows.
///
/// # Errors
/// [`BuildError::Previous`] for a page that cannot be used.
pub fn continuity(published: &Published<'_>, next: &Published<'_>) -> Result<HistoryProblems, BuildError> {
    let mut problems = HistoryProblems::default();
    for kind in [SegmentKind::Tables, SegmentKind::Centres] {
        let today = next.manifest.as_of.date();
        problems.rows(&newest(&published.rows(kind)?), &newest(&next.rows(kind)?), today);
    }
    let (old_status, new_status) = (newest(&published.status()?), newest(&next.status()?));
    let (mut old, mut new) = (published.documents(0)?, next.documents(0)?);
    let mut candidate = new.next_document()?;
    while let Some(document) = old.next_document()? {
        while candidate.as_ref().is_some_and(|candidate| candidate.number < document.number) {
            candidate = new.next_document()?;
        }
        let same = candidate.as_ref().filter(|candidate| candidate.number == document.number);
        let history = |status: &Histories, place| status.get(&place).cloned().unwrap_or_default();
        let before = history(&old_status, document.listed.place);
        let after = same.map(|same| (&same.listed.record, history(&new_status, same.listed.place)));
        let after = after.as_ref().map(|(record, list)| (*record, list.as_slice()));
        problems.document(&document.number, (&document.listed.record, &before), after);
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rastau_core::codec::cbor::MAX_NUMBER;
    use rastau_core::fixture::{Bundle, Register, RoleSigners, SignedBundle, Signer, sign_root, time};
    use rastau_core::snapshot::Floors;

    const NOW: &str = "2026-03-02T06:00:00Z";

    fn sign(bundle: &Bundle, roots: Vec<(u64, Vec<u8>)>) -> Statements {
        let SignedBundle { trust_root, mut statements, .. } = bundle.sign();
        statements.roots = [vec![(1, trust_root)], roots].concat();
        statements
    }

    fn published() -> (Bundle, Statements) {
        let bundle = Register::new().bundle();
        let statements = sign(&bundle, Vec::new());
        (bundle, statements)
    }

    fn found(next: &Statements, now: &str) -> Vec<SuccessionError> {
        problems(&published().1, next, time(now)).unwrap()
    }

    fn next(epoch: u64, version: u64, centres: (u64, u64)) -> Statements {
        let mut bundle = published().0;
        (bundle.manifest.epoch, bundle.manifest.version) = (epoch, version);
        (bundle.centres.epoch, bundle.centres.version) = centres;
        sign(&bundle, Vec::new())
    }

    /// An unlisted document issued before the first day is undetermined, and one issued after it is invalid, so the day
    /// matters.
    #[test]
    fn the_first_day_that_is_covered_does_not_change_unnoticed() {
        for days in [1, 365] {
            let mut bundle = published().0;
            bundle.manifest.version += 1;
            let old = bundle.manifest.coverage.from;
            bundle.manifest.coverage.from = old.minus_days(days);
            let expected = SuccessionError::Coverage { published: old, next: old.minus_days(days) };
            assert_eq!(found(&sign(&bundle, Vec::new()), NOW), std::slice::from_ref(&expected));
            assert_eq!(expected.guard(), Some(Guard::Coverage));
        }
    }

    #[test]
    fn versions_rise_in_small_steps() {
        assert_eq!(found(&published().1, NOW), [], "the same bundle again");
        // The manifest of the published bundle has version 1.7, its statement of centres 1.3.
        for (epoch, version, centres, expected) in [
            (1, 8, (1, 3), ""),
            (1, 8, (1, 4), ""),
            (1, 1007, (1, 4), ""),
            (2, 0, (2, 0), ""),
            (1, 6, (1, 4), "NotNewer"),
            (1, 7, (1, 4), "NotNewer"),
            (1, 8, (1, 2), "NotNewer"),
            (0, 99, (1, 4), "NotNewer"),
            (1, 1008, (1, 4), "Leap"),
            (3, 0, (1, 4), "Leap"),
            (1, 8, (1, MAX_NUMBER), "Leap"),
            (MAX_NUMBER, 0, (1, 4), "Leap"),
        ] {
            let found = found(&next(epoch, version, centres), NOW);
            let names: Vec<_> = found.iter().map(|error| format!("{error:?}")).collect();
            assert_eq!(names.is_empty(), expected.is_empty(), "{epoch}.{version} {centres:?}: {names:?}");
            assert!(names.iter().all(|name| name.starts_with(expected)), "{names:?}");
            let guard = (expected == "Leap").then_some(Guard::VersionLeap);
            assert!(found.iter().all(|error| error.guard() == guard), "{found:?}");
        }
    }

    /// A root of version 2 that the fixture's root keys sign.
    fn rotated(signers: &RoleSigners, floors: Floors) -> (u64, Vec<u8>) {
        let root = Root { floors, ..signers.trust_root(2) };
        (2, sign_root(&root, &RoleSigners::new(1).root))
    }

    fn last_published() -> Floors {
        let bundle = published().0;
        floors_of(&bundle.manifest, &bundle.centres, &bundle.fresh)
    }

    #[test]
    fn a_planned_rotation_closes_no_device() {
        let bundle = published().0;
        let mut beside = bundle.signers.clone();
        beside.keeper.push(Signer::ed25519(77));
        beside.chamber.push(Signer::ed25519(78));
        beside.fresh.push(Signer::ed25519(79));
        assert_eq!(found(&sign(&bundle, vec![rotated(&beside, last_published())]), NOW), []);
        let lower = sign(&bundle, vec![rotated(&beside, Floors::START)]);
        assert_eq!(found(&lower, NOW), [SuccessionError::Floors(2)]);

        let other = RoleSigners::new(101);
        let replaced = [
            (RoleSigners { keeper: other.keeper.clone(), ..bundle.signers.clone() }, "manifest"),
            (RoleSigners { chamber: other.chamber.clone(), ..bundle.signers.clone() }, "centres' statement"),
            (RoleSigners { fresh: other.fresh.clone(), ..bundle.signers.clone() }, "freshness statement"),
        ];
        for (signers, statement) in replaced {
            let next = sign(
                &Bundle { signers: signers.clone(), ..bundle.clone() },
                vec![rotated(&signers, last_published())],
            );
            let next = Statements {
                roots: [vec![published().1.roots[0].clone()], next.roots[1..].to_vec()].concat(),
                ..next
            };
            // The next update is due on 2026-03-08, and seven days later the default policy no longer accepts the bundle.
            let until = time("2026-03-15T08:00:00Z");
            let closes = SuccessionError::Closes { version: 2, statement, until };
            assert!(found(&next, NOW).contains(&closes), "{statement}: {:?}", found(&next, NOW));
            assert!(closes.is_for_emergency() && closes.guard().is_none());
            assert!(found(&next, "2026-03-15T08:00:00Z").contains(&closes));
            assert!(!found(&next, "2026-03-15T08:00:01Z").contains(&closes));
        }
    }

    #[test]
    fn published_roots_stay_and_dropped_keys_do_not_return() {
        let bundle = published().0;
        let without = Statements { roots: Vec::new(), ..published().1 };
        assert_eq!(found(&without, NOW), [SuccessionError::RootReplaced(1)]);

        let mut fewer = bundle.signers.clone();
        let dropped = fewer.keeper.pop().unwrap();
        let mut again = bundle.signers.clone();
        again.keeper.push(Signer::ed25519(77));
        let third = Root { floors: last_published(), ..again.trust_root(3) };
        let roots =
            vec![rotated(&fewer, last_published()), (3, sign_root(&third, &RoleSigners::new(1).root))];
        let returned = SuccessionError::DroppedKey { version: 3, key: hex::encode(&dropped.id().0) };
        assert_eq!(found(&sign(&bundle, roots), NOW), std::slice::from_ref(&returned));
        assert!(returned.guard().is_none() && !returned.is_for_emergency());
    }
}
