//! Opening a bundle: verification of the statements against the trust root and the trusted state.

use alloc::vec::Vec;

use super::cache::PageCache;
use super::chain::{Chain, check_signed, check_signed_once, malformed};
use super::pages::{Pages, SegmentKind};
use super::root::{RoleName, Root};
use super::row_cache::RowCache;
use super::segment::{Segment, check_unbroken};
use super::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use super::trusted_state::{Demands, KnownFreshness, KnownStatement, TrustedState, is_below};
use super::{MAX_CHAIN, MAX_SEGMENTS, MAX_STATEMENT};
use crate::anchor::Anchor;
use crate::calendar::Timestamp;
use crate::codec::cose;
use crate::crypto::{KeyId, sha256};
use crate::error::{OpenError, Statement};

/// The signed statements of a bundle, as bytes. They are not verified; [`Snapshot::open`] verifies them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statements {
    /// The chain of trust roots (`roots/VERSION.cose`): version and bytes, in ascending order.
    pub roots: Vec<(u64, Vec<u8>)>,
    /// The freshness statement (`fresh.cose`).
    pub fresh: Vec<u8>,
    /// The keeper's manifest that the freshness statement names (`manifests/HASH.cose`).
    pub manifest: Vec<u8>,
    /// The National Chamber's statement of centres that the manifest names (`centres/HASH.cose`).
    pub centres: Vec<u8>,
}

/// How a bundle is opened: the trust root, the clock, and what the host has stored.
///
/// # Examples
/// ```
/// use rastau_core::snapshot::{Anchor, OpenOptions};
/// use rastau_core::Timestamp;
///
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let options = OpenOptions::on_first_use(now);
/// assert_eq!(options.anchor(), Anchor::FirstUse);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct OpenOptions<'a> {
    root: Option<&'a [u8]>,
    anchor: Anchor,
    now: Timestamp,
    state: Option<&'a TrustedState>,
    latest_clock: Timestamp,
}

impl<'a> OpenOptions<'a> {
    /// Trusts `root`, a signed root from a trusted source and not from the bundle. `now` is the device's clock.
    #[must_use]
    pub const fn pinned(root: &'a [u8], now: Timestamp) -> Self {
        Self { root: Some(root), anchor: Anchor::Pinned, now, state: None, latest_clock: Timestamp(0) }
    }

    /// Trusts the first root of the bundle itself. Whoever made the bundle decides what is valid; the snapshot says so
    /// ([`Snapshot::anchor`]).
    #[must_use]
    pub const fn on_first_use(now: Timestamp) -> Self {
        Self { root: None, anchor: Anchor::FirstUse, now, state: None, latest_clock: Timestamp(0) }
    }

    /// Trusts `root`, which this verifier stored earlier; its first root came from `anchor`.
    #[must_use]
    pub const fn kept(root: &'a [u8], anchor: Anchor, now: Timestamp) -> Self {
        Self { root: Some(root), anchor, now, state: None, latest_clock: Timestamp(0) }
    }

    /// Adds the state after the last opening ([`Snapshot::trusted_state`]), if the host stores it. Without it an older bundle
    /// is not detected.
    #[must_use]
    pub const fn trusted_state(self, state: Option<&'a TrustedState>) -> Self {
        Self { state, ..self }
    }

    /// Adds the latest time that the device's own clock has shown, if the host stores it. A clock behind that time is wrong,
    /// so [`Snapshot::now`] uses that time instead. It is less certain than a signed time and not part of [`TrustedState`].
    #[must_use]
    pub const fn latest_clock(self, latest_clock: Timestamp) -> Self {
        Self { latest_clock, ..self }
    }

    /// Returns where the root came from.
    #[must_use]
    pub const fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// Returns the trust root; `None` on first use.
    #[must_use]
    pub const fn root(&self) -> Option<&'a [u8]> {
        self.root
    }

    /// Returns the device's clock.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// Returns the trusted state.
    #[must_use]
    pub const fn state(&self) -> Option<&'a TrustedState> {
        self.state
    }

    /// Returns the latest time that the device's own clock has shown; 0 if it was not stated.
    #[must_use]
    pub const fn clock(&self) -> Timestamp {
        self.latest_clock
    }
}

/// An open snapshot of the register. Its statements are verified; each page is authenticated when it is read.
///
/// # Examples
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_core::snapshot::{OpenOptions, Snapshot, file::BundleFile};
///
/// # let bundle = std::fs::read("../tests/corpus/bundles/base.rastau")?;
/// # let trust_root = std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?;
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let options = OpenOptions::pinned(&trust_root, now);
/// let snapshot = BundleFile::open(bundle)?.into_snapshot(&options)?;
///
/// // A look-up authenticates the pages that it reads. `None` is authenticated as well.
/// let listed = snapshot.document("000000001001").unwrap().expect("a document of the corpus");
/// assert_eq!(snapshot.cancellations(listed.place), Ok(vec![]));
/// assert_eq!(snapshot.document("no such number"), Ok(None));
///
/// // The host stores the trusted state and passes it to the next opening, which then rejects anything older.
/// let state = snapshot.trusted_state();
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// let statements = bundle.statements().clone();
/// assert!(Snapshot::open(&options.trusted_state(Some(&state)), &statements, bundle).is_ok());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Snapshot<P> {
    chain: Chain,
    anchor: Anchor,
    verified: VerifiedStatements,
    trusted_state: TrustedState,
    newest_signed: Timestamp,
    latest_clock: Timestamp,
    pages: P,
    pub(super) cache: PageCache,
    pub(super) rows: RowCache,
}

/// The verified statements of a bundle, with the keys that signed them.
#[derive(Debug)]
struct VerifiedStatements {
    freshness: FreshnessStatement,
    freshness_signer: KeyId,
    manifest: Manifest,
    manifest_signers: Vec<KeyId>,
    centres: Centres,
    centres_signers: Vec<KeyId>,
}

fn open_freshness(root: &Root, bytes: &[u8]) -> Result<(FreshnessStatement, KeyId), OpenError> {
    let at = Statement::Freshness;
    let sign = cose::read_sign1("fresh", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    let signer = check_signed_once(root, &sign, FRESHNESS_CONTEXT, at)?;
    let fresh = FreshnessStatement::read(sign.payload).map_err(malformed(at))?;
    if fresh.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    Ok((fresh, signer))
}

fn open_manifest(root: &Root, bytes: &[u8]) -> Result<(Manifest, Vec<KeyId>), OpenError> {
    let at = Statement::Manifest;
    let sign = cose::read_sign("manifest", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    let signers = check_signed(root, RoleName::Keeper, &sign, MANIFEST_CONTEXT, at)?;
    let manifest = Manifest::read(sign.payload).map_err(malformed(at))?;
    if manifest.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    if manifest.segments.iter().any(|segment| segment.id.kind == SegmentKind::Centres) {
        return Err(OpenError::BadSegments);
    }
    check_unbroken(&manifest.segments)?;
    // A merge moves documents to other places. Without a rewrite, their status entries would apply to other documents.
    let merged = manifest.segments.iter().filter(|segment| {
        segment.id.kind == SegmentKind::Documents && segment.covers_from < segment.id.serial
    });
    if merged.map(|segment| segment.id.serial).max().unwrap_or(0) > manifest.status_through {
        return Err(OpenError::BadSegments);
    }
    if is_below(root.floors.keeper, manifest.epoch, manifest.version) {
        return Err(OpenError::Rollback(at));
    }
    Ok((manifest, signers))
}

fn open_centres(root: &Root, manifest: &Manifest, bytes: &[u8]) -> Result<(Centres, Vec<KeyId>), OpenError> {
    let at = Statement::Centres;
    let sign = cose::read_sign("centres", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    let signers = check_signed(root, RoleName::Chamber, &sign, CENTRES_CONTEXT, at)?;
    let centres = Centres::read(sign.payload).map_err(malformed(at))?;
    if centres.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    // The keeper bounds the Chamber's time: it advances the verifier's effective time.
    if sha256(&[bytes]) != manifest.centres || centres.as_of > manifest.as_of {
        return Err(OpenError::MixedUp(at));
    }
    if centres.segments.iter().any(|segment| segment.id.kind != SegmentKind::Centres) {
        return Err(OpenError::BadSegments);
    }
    check_unbroken(&centres.segments)?;
    if manifest.segments.len().saturating_add(centres.segments.len()) > MAX_SEGMENTS {
        return Err(OpenError::BadSegments);
    }
    if is_below(root.floors.chamber, centres.epoch, centres.version) {
        return Err(OpenError::Rollback(at));
    }
    Ok((centres, signers))
}

impl VerifiedStatements {
    /// Verifies the statements under the newest root: signatures before content, then that each names the next.
    fn open(root: &Root, statements: &Statements) -> Result<Self, OpenError> {
        let (freshness, freshness_signer) = open_freshness(root, &statements.fresh)?;
        let (manifest, manifest_signers) = open_manifest(root, &statements.manifest)?;
        if freshness.manifest != sha256(&[&statements.manifest]) {
            return Err(OpenError::MixedUp(Statement::Freshness));
        }
        // The online key only confirms a manifest, within the time that the keeper signed: a thief of that key cannot advance
        // a verifier's effective time further.
        if freshness.checked_at < manifest.as_of || freshness.checked_at > manifest.confirmable_until() {
            return Err(OpenError::MixedUp(Statement::Freshness));
        }
        let (centres, centres_signers) = open_centres(root, &manifest, &statements.centres)?;
        Ok(Self { freshness, freshness_signer, manifest, manifest_signers, centres, centres_signers })
    }

    /// Checks that no statement is older than `demands` allows.
    fn check_against(&self, demands: &Demands) -> Result<(), OpenError> {
        let manifest_version = (self.manifest.epoch, self.manifest.version);
        let rules = [
            (&demands.keeper, manifest_version, self.freshness.manifest, Statement::Manifest),
            (
                &demands.chamber,
                (self.centres.epoch, self.centres.version),
                self.manifest.centres,
                Statement::Centres,
            ),
        ];
        for (known, version, hash, statement) in rules {
            let Some(known) = known else { continue };
            if version < (known.epoch, known.version) {
                return Err(OpenError::Rollback(statement));
            }
            if version == (known.epoch, known.version) && hash != known.hash {
                return Err(OpenError::SameVersionOtherContent(statement));
            }
        }
        // For one manifest, the later confirmation counts. For different manifests, the version decides and never the
        // time: a thief of the online key could otherwise freeze a verifier.
        let same_manifest =
            demands.keeper.as_ref().is_some_and(|known| known.hash == self.freshness.manifest);
        let older = |known: &KnownFreshness| self.freshness.checked_at < known.checked_at;
        if same_manifest && demands.freshness.as_ref().is_some_and(older) {
            return Err(OpenError::Rollback(Statement::Freshness));
        }
        // Within an epoch no listed segment may disappear. A new epoch restarts the serial numbers.
        let vanished = |known: &Option<KnownStatement>, epoch: u64, listed: &[Segment]| {
            known.as_ref().is_some_and(|known| known.epoch == epoch && !known.is_covered_by(listed))
        };
        if vanished(&demands.keeper, self.manifest.epoch, &self.manifest.segments)
            || vanished(&demands.chamber, self.centres.epoch, &self.centres.segments)
        {
            return Err(OpenError::SegmentVanished);
        }
        Ok(())
    }

    /// The trusted state after this opening: what was opened, and the latest times that still count.
    fn state(&self, chain: &Chain, demands: &Demands) -> TrustedState {
        let (manifest, centres) = (&self.manifest, &self.centres);
        let keeper = KnownStatement::new(
            (manifest.epoch, manifest.version),
            self.freshness.manifest,
            &self.manifest_signers,
            &manifest.segments,
            manifest.as_of,
            demands.keeper_time.as_ref(),
        );
        let chamber = KnownStatement::new(
            (centres.epoch, centres.version),
            manifest.centres,
            &self.centres_signers,
            &centres.segments,
            centres.as_of,
            demands.chamber_time.as_ref(),
        );
        let freshness = KnownFreshness::new(
            self.freshness.checked_at,
            self.freshness_signer,
            demands.freshness_time.as_ref(),
        );
        TrustedState { root: chain.newest(), keeper, chamber, freshness }
    }
}

/// Walks from the root of `options` through the roots of the bundle.
fn walk(options: &OpenOptions<'_>, statements: &Statements) -> Result<Chain, OpenError> {
    let first = statements.roots.first().map(|(_, bytes)| bytes.as_slice());
    let root = options.root.or(first).ok_or(OpenError::BrokenChain)?;
    if statements.roots.len() > MAX_CHAIN {
        return Err(OpenError::BrokenChain);
    }
    let mut chain = Chain::begin(root, options.state.map(|state| state.root))?;
    // A pinned root may be newer than the state. A root from the bundle itself proves nothing: the walk to it must pass
    // through the known root.
    if options.root.is_none()
        && options.state.is_some_and(|state| chain.newest().version > state.root.version)
    {
        return Err(OpenError::BrokenChain);
    }
    for (version, bytes) in &statements.roots {
        chain.step(*version, bytes)?;
    }
    chain.finish()
}

impl<P: Pages> Snapshot<P> {
    /// Verifies the statements of a bundle against a trust root and opens the snapshot.
    ///
    /// No page is read, so the time does not depend on the register's size.
    ///
    /// The order of the checks: the chain of roots, the freshness statement, the manifest, the centres statement, the trusted
    /// state, the expiry of the newest root. Signatures are verified before content is parsed.
    ///
    /// # Errors
    /// [`OpenError`]. The trusted state is unchanged.
    pub fn open(options: &OpenOptions<'_>, statements: &Statements, pages: P) -> Result<Self, OpenError> {
        let chain = walk(options, statements)?;
        let root = chain.root();
        let verified = VerifiedStatements::open(root, statements).map_err(|error| match error {
            // The newest root, which this program cannot use, may have replaced the keys.
            OpenError::TooFewSignatures { .. } if chain.needs_newer_program() => {
                OpenError::NewerFormat(Statement::Root)
            }
            error => error,
        })?;
        let demands = TrustedState::under(options.state, root);
        verified.check_against(&demands)?;
        let trusted_state = verified.state(&chain, &demands);
        let newest_signed = trusted_state.newest_signed().max(root.floors.time());
        let snapshot = Self {
            chain,
            anchor: options.anchor,
            verified,
            trusted_state,
            newest_signed,
            latest_clock: options.latest_clock,
            pages,
            cache: PageCache::new(),
            rows: RowCache::with_slots(usize::MAX),
        };
        // Only the newest root must not be expired: a device that was offline walks through expired roots (TUF
        // specification, 5.3).
        if snapshot.now(options.now) >= snapshot.root().expires {
            return Err(OpenError::RootExpired);
        }
        Ok(snapshot)
    }

    /// Returns the snapshot with an empty cache of `limit` pages of 4 KiB, at most 120, and of as many rows of tables, at most
    /// 60 (the defaults, which take at most 1.125 MiB). A device with little memory can cache few or none; uncached pages
    /// are read and hashed again.
    #[must_use]
    pub fn with_cached_pages(self, limit: usize) -> Self {
        Self { cache: PageCache::with_slots(limit), rows: RowCache::with_slots(limit), ..self }
    }

    /// Returns the snapshot with another source of pages. Each page is authenticated when it is read, so another source
    /// can lack pages but cannot change one.
    #[must_use]
    pub fn map_pages<Q>(self, pages: impl FnOnce(P) -> Q) -> Snapshot<Q> {
        Snapshot {
            chain: self.chain,
            anchor: self.anchor,
            verified: self.verified,
            trusted_state: self.trusted_state,
            newest_signed: self.newest_signed,
            latest_clock: self.latest_clock,
            pages: pages(self.pages),
            cache: self.cache,
            rows: self.rows,
        }
    }

    /// Returns the source of pages.
    #[must_use]
    pub fn into_pages(self) -> P {
        self.pages
    }

    /// Returns the trusted state after this opening. The host stores it and passes it to the next [`Snapshot::open`].
    #[must_use]
    pub fn trusted_state(&self) -> TrustedState {
        self.trusted_state.clone()
    }

    /// Returns where this verifier's first trust root came from.
    #[must_use]
    pub const fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// Returns whether the register has a newer trust root that this program cannot use. Statements made under it are
    /// unknown.
    #[must_use]
    pub const fn needs_newer_program(&self) -> bool {
        self.chain.needs_newer_program()
    }

    /// Returns the chain of trust roots at its newest root.
    #[must_use]
    pub const fn chain(&self) -> &Chain {
        &self.chain
    }

    /// Returns the newest trust root.
    #[must_use]
    pub const fn root(&self) -> &Root {
        self.chain.root()
    }

    /// Returns the keeper's manifest.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.verified.manifest
    }

    /// Returns the National Chamber's statement of centres.
    #[must_use]
    pub const fn centres(&self) -> &Centres {
        &self.verified.centres
    }

    /// Returns the freshness statement.
    #[must_use]
    pub const fn freshness_statement(&self) -> &FreshnessStatement {
        &self.verified.freshness
    }

    /// Returns all listed segments: the keeper's, then the Chamber's.
    pub fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.verified.manifest.segments.iter().chain(&self.verified.centres.segments)
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

    /// Returns the latest time that the device's clock has shown, as stated by the host; 0 if it was not stated.
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

    /// Returns the last instant at which the snapshot decides anything: the earliest end of the manifest, the statement of centres
    /// and the root.
    #[must_use]
    pub fn ends(&self) -> Timestamp {
        self.manifest().not_after.min(self.centres().not_after).min(self.root().expires)
    }

    /// Returns whether the snapshot has ended at `clock`, the device's.
    #[must_use]
    pub fn has_ended(&self, clock: Timestamp) -> bool {
        self.now(clock) > self.ends()
    }
}
