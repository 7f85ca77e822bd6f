//! Opening a bundle: verification of the statements against the trust root and the trusted state.

use alloc::vec::Vec;

use super::cache::PageCache;
use super::pages::{Pages, SegmentKind};
use super::root::{RoleName, Root};
use super::segment::{Segment, check_unbroken};
use super::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use super::trusted_state::TrustedState;
use super::{MAX_CHAIN, MAX_SEGMENTS, MAX_STATEMENT};
use crate::calendar::Timestamp;
use crate::codec::cose;
use crate::crypto::{Hash, sha256};
use crate::error::{OpenError, Statement};

/// The signed statements of a bundle, as bytes. They are not verified; [`Snapshot::open`] verifies them.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// The chain of trust roots (`roots/N.cose`): version and bytes, in ascending order.
    pub roots: Vec<(u64, Vec<u8>)>,
    /// The keeper's manifest (`manifest.cose`).
    pub manifest: Vec<u8>,
    /// The National Chamber's statement of centres (`centres.cose`).
    pub centres: Vec<u8>,
    /// The freshness statement (`fresh.cose`).
    pub fresh: Vec<u8>,
}

/// An open snapshot of the register. Its statements are verified; each page is authenticated when it is read.
///
/// # Examples
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_core::snapshot::{Snapshot, file::BundleFile};
///
/// # let bundle = std::fs::read("../tests/corpus/bundles/base.rastau")?;
/// # let trust_root = std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?;
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let bundle = BundleFile::open(bundle)?;
/// let statements = bundle.statements().clone();
/// let snapshot = Snapshot::open(&trust_root, &statements, bundle, now, None)?;
///
/// // A look-up authenticates the pages that it reads. `None` is authenticated as well.
/// let listed = snapshot.document("000000001001").unwrap().expect("a document of the corpus");
/// assert_eq!(snapshot.cancellations(listed.place), Ok(vec![]));
/// assert_eq!(snapshot.document("no such number"), Ok(None));
///
/// // The host stores the trusted state and passes it to the next opening, which then rejects anything older.
/// let state = snapshot.trusted_state();
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// assert!(Snapshot::open(&trust_root, &statements, bundle, now, Some(&state)).is_ok());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Snapshot<P> {
    root: Root,
    manifest: Manifest,
    centres: Centres,
    freshness: FreshnessStatement,
    manifest_hash: Hash,
    newest_signed: Timestamp,
    latest_clock: Timestamp,
    pages: P,
    pub(super) cache: PageCache,
}

fn malformed(statement: Statement) -> impl Fn(crate::codec::CodecError) -> OpenError {
    move |error| OpenError::Malformed(statement, error)
}

/// Walks the chain from the pinned root to the newest one. Each root is signed by its own threshold and by that of the root
/// before it (TUF specification, 5.3).
fn walk_chain(trust_root: &[u8], chain: &[(u64, Vec<u8>)]) -> Result<Root, OpenError> {
    let pinned = cose::read_sign("root", trust_root, MAX_STATEMENT).map_err(malformed(Statement::Root))?;
    let mut root = Root::from_sign(&pinned)?;
    if chain.len() > MAX_CHAIN {
        return Err(OpenError::BrokenChain);
    }
    for (version, bytes) in chain {
        if *version <= root.version {
            continue;
        }
        let sign = cose::read_sign("root", bytes, MAX_STATEMENT).map_err(malformed(Statement::Root))?;
        root.check_own_threshold(&sign)?;
        let next = Root::from_sign(&sign)?;
        if Some(next.version) != root.version.checked_add(1) || next.version != *version {
            return Err(OpenError::BrokenChain);
        }
        if next.register != root.register {
            return Err(OpenError::ForeignRegister(Statement::Root));
        }
        root = next;
    }
    Ok(root)
}

fn open_manifest(root: &Root, bytes: &[u8]) -> Result<Manifest, OpenError> {
    let at = Statement::Manifest;
    let sign = cose::read_sign("manifest", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    root.check_threshold(RoleName::Keeper, &sign, MANIFEST_CONTEXT, at)?;
    let manifest = Manifest::read(sign.payload).map_err(malformed(at))?;
    if manifest.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    if manifest.segments.iter().any(|segment| segment.id.kind == SegmentKind::Centres) {
        return Err(OpenError::BadSegments);
    }
    check_unbroken(&manifest.segments)?;
    Ok(manifest)
}

fn open_centres(root: &Root, manifest: &Manifest, bytes: &[u8]) -> Result<Centres, OpenError> {
    let at = Statement::Centres;
    let sign = cose::read_sign("centres", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    root.check_threshold(RoleName::Chamber, &sign, CENTRES_CONTEXT, at)?;
    let centres = Centres::read(sign.payload).map_err(malformed(at))?;
    if centres.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    // This time permanently advances the verifier's effective time, so it must be within the manifest's validity.
    if sha256(&[bytes]) != manifest.centres || centres.as_of > manifest.not_after {
        return Err(OpenError::MixedUp(at));
    }
    if centres.segments.iter().any(|segment| segment.id.kind != SegmentKind::Centres) {
        return Err(OpenError::BadSegments);
    }
    check_unbroken(&centres.segments)?;
    if manifest.segments.len().saturating_add(centres.segments.len()) > MAX_SEGMENTS {
        return Err(OpenError::BadSegments);
    }
    Ok(centres)
}

fn open_freshness(
    root: &Root,
    manifest: &Manifest,
    manifest_hash: &Hash,
    bytes: &[u8],
) -> Result<FreshnessStatement, OpenError> {
    let at = Statement::Freshness;
    let sign = cose::read_sign1("fresh", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    let valid = root.key_of(RoleName::Freshness, sign.signed.key_id).is_some_and(|key| {
        key.verifies(sign.signed.algorithm, &sign.covered(FRESHNESS_CONTEXT), sign.signed.signature)
    });
    if !valid {
        return Err(OpenError::TooFewSignatures { statement: at, valid: 0, required: 1 });
    }
    let fresh = FreshnessStatement::read(sign.payload).map_err(malformed(at))?;
    if fresh.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    if fresh.manifest != *manifest_hash {
        return Err(OpenError::MixedUp(at));
    }
    // The online key only confirms a manifest. A later time would permanently advance the verifier's effective time, so it
    // must be within the manifest's validity.
    if fresh.checked_at < manifest.as_of || fresh.checked_at > manifest.not_after {
        return Err(OpenError::MixedUp(at));
    }
    Ok(fresh)
}

impl<P: Pages> Snapshot<P> {
    /// Verifies the statements of a bundle against the pinned trust root and opens the snapshot.
    ///
    /// `trust_root` is a signed root from a trusted source, not from the bundle. `now` is the device's clock.
    /// `trusted_state` is the state after the last opening ([`Snapshot::trusted_state`]), if the host stores it; without it
    /// an older bundle is not detected. No page is read, so the time does not depend on the register's size.
    ///
    /// The order of the checks: the chain of roots, the manifest, the centres statement, the freshness statement, the
    /// trusted state, the expiry of the newest root. Signatures are verified before content is parsed.
    ///
    /// # Errors
    /// [`OpenError`]. The trusted state is unchanged.
    pub fn open(
        trust_root: &[u8],
        statements: &Statements,
        pages: P,
        now: Timestamp,
        trusted_state: Option<&TrustedState>,
    ) -> Result<Self, OpenError> {
        let root = walk_chain(trust_root, &statements.roots)?;
        let manifest_hash = sha256(&[&statements.manifest]);
        let manifest = open_manifest(&root, &statements.manifest)?;
        let centres = open_centres(&root, &manifest, &statements.centres)?;
        let freshness = open_freshness(&root, &manifest, &manifest_hash, &statements.fresh)?;
        let mut newest_signed = manifest.as_of.max(centres.as_of).max(freshness.checked_at);
        if let Some(trusted_state) = trusted_state {
            newest_signed = newest_signed.max(trusted_state.newest_signed);
        }
        let snapshot = Self {
            root,
            manifest,
            centres,
            freshness,
            manifest_hash,
            newest_signed,
            latest_clock: Timestamp(0),
            pages,
            cache: PageCache::new(),
        };
        if let Some(trusted_state) = trusted_state {
            snapshot.check_against(trusted_state)?;
        }
        // Only the newest root must not be expired: a device that was offline walks through expired roots (TUF
        // specification, 5.3).
        if snapshot.now(now) >= snapshot.root.expires {
            return Err(OpenError::RootExpired);
        }
        Ok(snapshot)
    }

    /// Returns the snapshot with an empty cache of `limit` pages of 4 KiB, at most 256 (the default). A device with little
    /// memory can cache few pages or none; uncached pages are read and hashed again.
    #[must_use]
    pub fn with_cached_pages(self, limit: usize) -> Self {
        Self { cache: PageCache::with_slots(limit), ..self }
    }

    /// Returns the snapshot with the latest time that the device's own clock has shown, if the host stores it.
    ///
    /// A clock behind that time is wrong, so [`Snapshot::now`] uses that time instead. It is less certain than a signed
    /// time and is therefore not part of [`TrustedState`].
    #[must_use]
    pub fn with_latest_clock(self, latest_clock: Timestamp) -> Self {
        Self { latest_clock, ..self }
    }

    /// Returns the snapshot with another source of pages. Each page is authenticated when it is read, so another source can
    /// miss pages but cannot change one.
    #[must_use]
    pub fn map_pages<Q>(self, pages: impl FnOnce(P) -> Q) -> Snapshot<Q> {
        Snapshot {
            root: self.root,
            manifest: self.manifest,
            centres: self.centres,
            freshness: self.freshness,
            manifest_hash: self.manifest_hash,
            newest_signed: self.newest_signed,
            latest_clock: self.latest_clock,
            pages: pages(self.pages),
            cache: self.cache,
        }
    }

    fn check_against(&self, trusted_state: &TrustedState) -> Result<(), OpenError> {
        if self.root.version < trusted_state.root_version {
            return Err(OpenError::Rollback(Statement::Root));
        }
        if self.root.version == trusted_state.root_version
            && sha256(&[&self.root.write()]) != trusted_state.root_hash
        {
            return Err(OpenError::SameVersionOtherContent(Statement::Root));
        }
        let version = (self.manifest.epoch, self.manifest.version);
        if version < trusted_state.manifest {
            return Err(OpenError::Rollback(Statement::Manifest));
        }
        if version == trusted_state.manifest && self.manifest_hash != trusted_state.manifest_hash {
            return Err(OpenError::SameVersionOtherContent(Statement::Manifest));
        }
        if self.centres.version < trusted_state.centres_version {
            return Err(OpenError::Rollback(Statement::Centres));
        }
        if self.centres.version == trusted_state.centres_version
            && self.manifest.centres != trusted_state.centres_hash
        {
            return Err(OpenError::SameVersionOtherContent(Statement::Centres));
        }
        // Within an epoch, no listed segment may disappear. A new epoch restarts the keeper's serial numbers; the Chamber
        // has no epochs.
        let same_epoch = self.manifest.epoch == trusted_state.manifest.0;
        let complete = |segments: &[Segment], chamber: bool| trusted_state.is_covered_by(segments, chamber);
        if !complete(&self.centres.segments, true)
            || (same_epoch && !complete(&self.manifest.segments, false))
        {
            return Err(OpenError::SegmentVanished);
        }
        Ok(())
    }

    /// Returns the trusted state after this opening. The host stores it and passes it to the next [`Snapshot::open`].
    #[must_use]
    pub fn trusted_state(&self) -> TrustedState {
        TrustedState {
            root_version: self.root.version,
            root_hash: sha256(&[&self.root.write()]),
            manifest: (self.manifest.epoch, self.manifest.version),
            manifest_hash: self.manifest_hash,
            centres_version: self.centres.version,
            centres_hash: self.manifest.centres,
            newest_signed: self.newest_signed,
            segments: self.segments().map(|segment| (segment.id.kind, segment.id.serial)).collect(),
        }
    }

    /// Returns the newest trust root.
    #[must_use]
    pub const fn root(&self) -> &Root {
        &self.root
    }

    /// Returns the keeper's manifest.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Returns the National Chamber's statement of centres.
    #[must_use]
    pub const fn centres(&self) -> &Centres {
        &self.centres
    }

    /// Returns the freshness statement.
    #[must_use]
    pub const fn freshness_statement(&self) -> &FreshnessStatement {
        &self.freshness
    }

    /// Returns all listed segments: the keeper's, then the Chamber's.
    pub fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.manifest.segments.iter().chain(&self.centres.segments)
    }

    /// Returns the source of the pages.
    #[must_use]
    pub const fn pages(&self) -> &P {
        &self.pages
    }

    /// Returns the newest time in any verified statement of this or an earlier opening. A correct clock is not behind it.
    #[must_use]
    pub const fn newest_signed(&self) -> Timestamp {
        self.newest_signed
    }

    /// Returns the latest time that the device's clock has shown, as set by the host; 0 if it was not set.
    #[must_use]
    pub const fn latest_clock(&self) -> Timestamp {
        self.latest_clock
    }

    /// Returns the effective time: the latest of `clock`, the newest signed time, and the latest time that the clock has
    /// shown.
    #[must_use]
    pub fn now(&self, clock: Timestamp) -> Timestamp {
        clock.max(self.newest_signed).max(self.latest_clock)
    }
}
