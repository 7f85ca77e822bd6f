//! Opening a bundle, and the look-ups that an open snapshot answers.

use alloc::vec::Vec;

use super::cache::PageCache;
use super::documents::{self, Record};
use super::pages::{Pages, SegmentKind};
use super::root::{RoleName, Root};
use super::rows::{
    AccreditationRef, Centre, IssuingKey, Offer, Profession, Qualification, Row, Scope, Skill, SkillList, key,
};
use super::segment::{Segment, check_unbroken};
use super::statements::{
    CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
};
use super::status::{self, Cancellation, Place};
use super::trusted_state::TrustedState;
use super::{MAX_CHAIN, MAX_SEGMENTS, MAX_STATEMENT, tables, tree};
use crate::calendar::Timestamp;
use crate::codec::cose;
use crate::crypto::{Hash, KeyId, sha256};
use crate::error::{OpenError, PageError, Statement};

/// The small signed files of a bundle, as their bytes.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// The chain of trust roots: version and bytes, ascending.
    pub roots: Vec<(u64, Vec<u8>)>,
    /// The keeper's manifest.
    pub manifest: Vec<u8>,
    /// The National Chamber's statement of centres.
    pub centres: Vec<u8>,
    /// The freshness note.
    pub fresh: Vec<u8>,
}

/// An opened snapshot: every statement verified, every page verified when it is read.
#[derive(Debug)]
pub struct Snapshot<P> {
    root: Root,
    manifest: Manifest,
    centres: Centres,
    fresh: FreshnessStatement,
    manifest_hash: Hash,
    newest_signed: Timestamp,
    shown: Timestamp,
    pages: P,
    cache: PageCache,
}

/// A listed document: where it stands and what the register holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Its place.
    pub place: Place,
    /// Tags and sealed attributes, or nothing more than its number.
    pub record: Record,
}

fn malformed(statement: Statement) -> impl Fn(crate::codec::CodecError) -> OpenError {
    move |error| OpenError::Malformed(statement, error)
}

/// Walks from the pinned root to the newest of the chain, each step signed by the thresholds of both ends.
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
    // Its time moves the verifier's sense of time for good, so it may not lie beyond the keeper's own dates.
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

fn open_fresh(
    root: &Root,
    manifest: &Manifest,
    manifest_hash: &Hash,
    bytes: &[u8],
) -> Result<FreshnessStatement, OpenError> {
    let at = Statement::Freshness;
    let sign = cose::read_sign1("fresh", bytes, MAX_STATEMENT).map_err(malformed(at))?;
    let good = root.key_of(RoleName::Freshness, sign.signed.key_id).is_some_and(|key| {
        key.verifies(sign.signed.algorithm, &sign.covered(FRESHNESS_CONTEXT), sign.signed.signature)
    });
    if !good {
        return Err(OpenError::TooFewSignatures { statement: at, good: 0, required: 1 });
    }
    let fresh = FreshnessStatement::read(sign.payload).map_err(malformed(at))?;
    if fresh.register != root.register {
        return Err(OpenError::ForeignRegister(at));
    }
    if fresh.manifest != *manifest_hash {
        return Err(OpenError::MixedUp(at));
    }
    // The online key can confirm, never decide: a note from beyond the keeper's own dates would move the verifier's
    // sense of time for good.
    if fresh.checked_at < manifest.as_of || fresh.checked_at > manifest.not_after {
        return Err(OpenError::MixedUp(at));
    }
    Ok(fresh)
}

impl<P: Pages> Snapshot<P> {
    /// Verifies the statements of a bundle against the pinned trust root and takes it into use.
    ///
    /// `now` is the device's clock; `trusted_state` is what this verifier accepted before, if it keeps that. No page is
    /// read, so opening takes the same time whatever the register's size. On an error nothing has changed.
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
        let fresh = open_fresh(&root, &manifest, &manifest_hash, &statements.fresh)?;
        let mut newest_signed = manifest.as_of.max(centres.as_of).max(fresh.checked_at);
        if let Some(trusted_state) = trusted_state {
            newest_signed = newest_signed.max(trusted_state.newest_signed);
        }
        let snapshot = Self {
            root,
            manifest,
            centres,
            fresh,
            manifest_hash,
            newest_signed,
            shown: Timestamp(0),
            pages,
            cache: PageCache::new(),
        };
        if let Some(trusted_state) = trusted_state {
            snapshot.check_against(trusted_state)?;
        }
        // Only after the walk: a chain that was long offline passes through expired roots to a living one.
        if snapshot.now(now) >= snapshot.root.expires {
            return Err(OpenError::RootExpired);
        }
        Ok(snapshot)
    }

    /// The same snapshot with room for so many authenticated pages of 4 KiB (at most 256, which is what it has otherwise): a
    /// device with little memory keeps few or none, and reads and hashes them again instead.
    #[must_use]
    pub fn with_kept_pages(self, most: usize) -> Self {
        Self { cache: PageCache::of(most), ..self }
    }

    /// The same snapshot for a device that remembers the latest time its own clock showed: a clock behind that is
    /// wrong too, and time does not run back. It is kept apart from the signed times, which are sure, and is not part
    /// of [`TrustedState`].
    #[must_use]
    pub fn with_clock_shown(self, shown: Timestamp) -> Self {
        Self { shown, ..self }
    }

    /// The same snapshot with its pages handed out by something else: every page is authenticated when it is read, so this
    /// can lose pages and never change one.
    #[must_use]
    pub fn map_pages<Q>(self, pages: impl FnOnce(P) -> Q) -> Snapshot<Q> {
        let Self { root, manifest, centres, fresh, manifest_hash, newest_signed, shown, pages: old, cache } =
            self;
        let pages = pages(old);
        Snapshot { root, manifest, centres, fresh, manifest_hash, newest_signed, shown, pages, cache }
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
        // A new epoch starts the keeper's serial numbers over; within one, nothing that was listed may go. The Chamber
        // has no epochs.
        let same_epoch = self.manifest.epoch == trusted_state.manifest.0;
        let listed = |segments: &[Segment], chamber: bool| trusted_state.all_still_there(segments, chamber);
        if !listed(&self.centres.segments, true) || (same_epoch && !listed(&self.manifest.segments, false)) {
            return Err(OpenError::SegmentVanished);
        }
        Ok(())
    }

    /// The trusted state after this snapshot was opened. The host stores it and passes it to the next open.
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

    /// The trust root in use.
    #[must_use]
    pub const fn root(&self) -> &Root {
        &self.root
    }

    /// The keeper's manifest.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The National Chamber's statement.
    #[must_use]
    pub const fn centres(&self) -> &Centres {
        &self.centres
    }

    /// The freshness note.
    #[must_use]
    pub const fn freshness_statement(&self) -> &FreshnessStatement {
        &self.fresh
    }

    /// Every segment listed, the keeper's and the Chamber's.
    pub fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.manifest.segments.iter().chain(&self.centres.segments)
    }

    /// Where the pages come from.
    #[must_use]
    pub const fn pages(&self) -> &P {
        &self.pages
    }

    /// The newest instant that anything signed speaks of: no clock can truly be behind it.
    #[must_use]
    pub const fn newest_signed(&self) -> Timestamp {
        self.newest_signed
    }

    /// The latest time that the device's clock is known to have shown; 0 where nobody remembers.
    #[must_use]
    pub const fn clock_shown(&self) -> Timestamp {
        self.shown
    }

    /// The time that counts: the clock, or the newest time that was signed or shown where the clock is behind it.
    #[must_use]
    pub fn now(&self, clock: Timestamp) -> Timestamp {
        clock.max(self.newest_signed).max(self.shown)
    }

    fn newest_first(list: &[Segment], kind: SegmentKind) -> impl Iterator<Item = &Segment> {
        list.iter().rev().filter(move |segment| segment.id.kind == kind)
    }

    /// Looks a document number up, or tells that no segment lists it. A number that two segments list is a fault of the
    /// register: its cancellations could stand under either place.
    pub fn document(&self, number: &str) -> Result<Option<Located>, PageError> {
        let key = number.as_bytes();
        let mut located = None;
        for segment in Self::newest_first(&self.manifest.segments, SegmentKind::Documents) {
            if !segment.may_hold(key) {
                continue;
            }
            let Some(leaf) = tree::find_leaf(&self.pages, &self.cache, segment, key)? else { continue };
            if let Some((rank, record)) = documents::find(&leaf, key).ok_or(PageError::Unreadable)? {
                let rank = u32::try_from(rank).map_err(|_| PageError::Unreadable)?;
                let place = Place { serial: segment.id.serial, rank };
                if located.replace(Located { place, record }).is_some() {
                    return Err(PageError::Unreadable);
                }
            }
        }
        Ok(located)
    }

    /// The cancellations of the document at `place`, in time order; none for a document never cancelled.
    pub fn cancellations(&self, place: Place) -> Result<Vec<Cancellation>, PageError> {
        let key = place.key();
        for segment in Self::newest_first(&self.manifest.segments, SegmentKind::Status) {
            if !segment.may_hold(&key) {
                continue;
            }
            let Some(leaf) = tree::find_leaf(&self.pages, &self.cache, segment, &key)? else { continue };
            let found = status::find(&leaf, place).ok_or(PageError::Unreadable)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    fn row<R: Row>(&self, list: &[Segment], kind: SegmentKind, key: &[u8]) -> Result<Option<R>, PageError> {
        for segment in Self::newest_first(list, kind) {
            if !segment.may_hold(key) {
                continue;
            }
            let Some(leaf) = tree::find_leaf(&self.pages, &self.cache, segment, key)? else { continue };
            if let Some(row) = tables::find(&leaf, key).ok_or(PageError::Unreadable)? {
                return R::from_bytes(row).map(Some).map_err(|_| PageError::Unreadable);
            }
        }
        Ok(None)
    }

    pub(super) fn keeper_row<R: Row>(&self, key: &[u8]) -> Result<Option<R>, PageError> {
        self.row(&self.manifest.segments, SegmentKind::Tables, key)
    }

    fn chamber_row<R: Row>(&self, key: &[u8]) -> Result<Option<R>, PageError> {
        self.row(&self.centres.segments, SegmentKind::Centres, key)
    }

    /// A profession with its history (art. 5.6).
    pub fn profession(&self, code: &str, edition: &str) -> Result<Option<Profession>, PageError> {
        self.keeper_row(&key::profession(code, edition))
    }

    /// A qualification of a profession.
    pub fn qualification(
        &self,
        profession: &str,
        edition: &str,
        code: &str,
    ) -> Result<Option<Qualification>, PageError> {
        self.keeper_row(&key::qualification(profession, edition, code))
    }

    /// A skill of a profession.
    pub fn skill(&self, profession: &str, edition: &str, code: &str) -> Result<Option<Skill>, PageError> {
        self.keeper_row(&key::skill(profession, edition, code))
    }

    /// An issuing key.
    pub fn issuing_key(&self, id: KeyId) -> Result<Option<IssuingKey>, PageError> {
        self.keeper_row(&key::issuing_key(id))
    }

    /// An offer by its index in the dictionary.
    pub fn offer(&self, index: u32) -> Result<Option<Offer>, PageError> {
        self.keeper_row(&key::offer(index))
    }

    /// An accreditation by its index in the dictionary.
    pub fn accreditation(&self, index: u32) -> Result<Option<AccreditationRef>, PageError> {
        self.keeper_row(&key::accreditation(index))
    }

    /// A list of skills by its index in the dictionary.
    pub fn skill_list(&self, index: u32) -> Result<Option<SkillList>, PageError> {
        self.keeper_row(&key::skill_list(index))
    }

    /// A centre with its accreditations (art. 11.2).
    pub fn centre(&self, bin: &str) -> Result<Option<Centre>, PageError> {
        self.chamber_row(&key::centre(bin))
    }

    /// When an accreditation covered a profession.
    pub fn scope(&self, bin: &str, serial: &str, profession: &str) -> Result<Option<Scope>, PageError> {
        self.chamber_row(&key::scope(bin, serial, profession))
    }
}
