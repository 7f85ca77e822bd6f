//! Look-ups in an open snapshot. Each one authenticates the pages that it reads.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::documents::{self, Record, SealedAt};
use super::open::Snapshot;
use super::pages::{Pages, SegmentKind};
use super::row_cache::{KeptRow, KnownKey, MAX_KEPT};
use super::rows::{
    AccreditationRef, Centre, IssuingKey, Offer, Profession, Qualification, Row, Scope, Skill, SkillList, key,
};
use super::segment::Segment;
use super::status::{self, Cancellation, Place};
use super::{check, tables, tree};
use crate::crypto::KeyId;
use crate::error::PageError;

/// A listed document: its place in the register and its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDocument {
    /// Its place.
    pub place: Place,
    /// Its record.
    pub record: Record,
}

impl ListedDocument {
    /// Returns whether this record, in a newer segment, supersedes `older` of the same number: it was sealed later,
    /// `older` has no code, and the manifest's `status_through` says that the status is that of this place
    /// (docs/formats.md, "Updates").
    #[must_use]
    pub fn supersedes(&self, older: &Record, status_through: u32) -> bool {
        matches!(self.record, Record::Coded { sealed_at: SealedAt::Later, .. })
            && *older == Record::Plain
            && self.place.serial <= status_through
    }
}

impl<P: Pages> Snapshot<P> {
    fn newest_first(list: &[Segment], kind: SegmentKind) -> impl Iterator<Item = &Segment> {
        list.iter().rev().filter(move |segment| segment.id.kind == kind)
    }

    /// Looks up a document by its number. Returns `None` if no segment lists it; the pages prove this.
    ///
    /// A record that was sealed later supersedes the record without a code in an older segment.
    ///
    /// # Errors
    /// [`PageError`] if a page cannot be read or authenticated. [`PageError::Unreadable`] also if two segments list the
    /// number otherwise: cancellations are stored by place, so the document would have two histories.
    pub fn document(&self, number: &str) -> Result<Option<ListedDocument>, PageError> {
        let key = number.as_bytes();
        let mut located: Option<ListedDocument> = None;
        for segment in Self::newest_first(&self.manifest().segments, SegmentKind::Documents) {
            if !segment.may_hold(key) {
                continue;
            }
            let Some(leaf) = tree::leaf(self.pages(), &self.cache, segment, key)? else { continue };
            if let Some((rank, record)) = documents::find(leaf.bytes(), key).ok_or(PageError::Unreadable)? {
                let rank = u32::try_from(rank).map_err(|_| PageError::Unreadable)?;
                let place = Place { serial: segment.id.serial, rank };
                match &located {
                    None => located = Some(ListedDocument { place, record }),
                    Some(newer) if newer.supersedes(&record, self.manifest().status_through) => {}
                    Some(_) => return Err(PageError::Unreadable),
                }
            }
        }
        Ok(located)
    }

    /// Returns the cancellations of the document at `place` in time order; empty if it was never cancelled. The newest
    /// segment that lists the document contains its complete history.
    ///
    /// # Errors
    /// [`PageError`] if a page cannot be read or authenticated.
    pub fn cancellations(&self, place: Place) -> Result<Vec<Cancellation>, PageError> {
        let key = place.key();
        for segment in Self::newest_first(&self.manifest().segments, SegmentKind::Status) {
            if !segment.may_hold(&key) {
                continue;
            }
            let Some(leaf) = tree::leaf(self.pages(), &self.cache, segment, &key)? else { continue };
            let found = status::find_with(leaf.bytes(), leaf.marks(), place).ok_or(PageError::Unreadable)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    /// Looks up a row, and returns it with its length in its page.
    fn row<R: Row>(
        &self,
        list: &[Segment],
        kind: SegmentKind,
        key: &[u8],
    ) -> Result<Option<(R, usize)>, PageError> {
        for segment in Self::newest_first(list, kind) {
            if !segment.may_hold(key) {
                continue;
            }
            let Some(leaf) = tree::leaf(self.pages(), &self.cache, segment, key)? else { continue };
            if let Some(row) =
                tables::find_with(leaf.bytes(), leaf.marks(), key).ok_or(PageError::Unreadable)?
            {
                let read = R::from_bytes(row).map_err(|_| PageError::Unreadable)?;
                return Ok(Some((read, row.len())));
            }
        }
        Ok(None)
    }

    pub(super) fn keeper_row<R: Row>(&self, key: &[u8]) -> Result<Option<R>, PageError> {
        Ok(self.row(&self.manifest().segments, SegmentKind::Tables, key)?.map(|(row, _)| row))
    }

    /// Looks up a row that is kept, in the keeper's tables or those of centres.
    fn kept<R: KeptRow>(&self, kind: SegmentKind, key: Vec<u8>) -> Result<Option<Cow<'_, R>>, PageError> {
        if let Some(row) = self.rows.get(&key).and_then(R::of) {
            return Ok(Some(Cow::Borrowed(row)));
        }
        let list = match kind {
            SegmentKind::Centres => &self.centres().segments,
            SegmentKind::Documents | SegmentKind::Status | SegmentKind::Tables => &self.manifest().segments,
        };
        Ok(self.row(list, kind, &key)?.map(|(row, length)| {
            if length > MAX_KEPT { Cow::Owned(row) } else { self.rows.insert(key, row) }
        }))
    }

    fn keeper_kept<R: KeptRow>(&self, key: Vec<u8>) -> Result<Option<Cow<'_, R>>, PageError> {
        self.kept(SegmentKind::Tables, key)
    }

    fn chamber_kept<R: KeptRow>(&self, key: Vec<u8>) -> Result<Option<Cow<'_, R>>, PageError> {
        self.kept(SegmentKind::Centres, key)
    }

    pub(crate) fn kept_profession(
        &self,
        code: &str,
        edition: &str,
    ) -> Result<Option<Cow<'_, Profession>>, PageError> {
        self.keeper_kept(key::profession(code, edition))
    }

    pub(crate) fn kept_qualification(
        &self,
        profession: &str,
        edition: &str,
        code: &str,
    ) -> Result<Option<Cow<'_, Qualification>>, PageError> {
        self.keeper_kept(key::qualification(profession, edition, code))
    }

    pub(crate) fn kept_key(&self, id: KeyId) -> Result<Option<Cow<'_, KnownKey>>, PageError> {
        self.keeper_kept(key::issuing_key(id))
    }

    pub(crate) fn kept_offer(&self, index: u32) -> Result<Option<Cow<'_, Offer>>, PageError> {
        self.keeper_kept(key::offer(index))
    }

    pub(crate) fn kept_accreditation(
        &self,
        index: u32,
    ) -> Result<Option<Cow<'_, AccreditationRef>>, PageError> {
        self.keeper_kept(key::accreditation(index))
    }

    pub(crate) fn kept_centre(&self, bin: &str) -> Result<Option<Cow<'_, Centre>>, PageError> {
        self.chamber_kept(key::centre(bin))
    }

    pub(crate) fn kept_scope(
        &self,
        bin: &str,
        serial: &str,
        profession: &str,
    ) -> Result<Option<Cow<'_, Scope>>, PageError> {
        self.chamber_kept(key::scope(bin, serial, profession))
    }

    /// Looks up a profession with its history (art. 5.6) by code and edition of the classifier.
    ///
    /// # Errors
    /// As for every look-up of a row, [`PageError`] if a page cannot be read or authenticated or the row is malformed.
    /// `None` is returned only if the pages prove that there is no such row.
    pub fn profession(&self, code: &str, edition: &str) -> Result<Option<Profession>, PageError> {
        Ok(self.kept_profession(code, edition)?.map(Cow::into_owned))
    }

    /// Returns all professions of all editions, by code and edition. Every page of the keeper's tables is read.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn professions(&self) -> Result<BTreeMap<(String, String), Profession>, PageError> {
        let mut all = BTreeMap::new();
        let segments = &self.manifest().segments;
        for segment in segments.iter().filter(|segment| segment.id.kind == SegmentKind::Tables) {
            let mut walk = check::Walk::new(self.pages(), segment).map_err(|fault| fault.error)?;
            while let Some(page) = walk.next_page().map_err(|fault| fault.error)? {
                if page.level > 0 {
                    continue;
                }
                for (key, row) in tables::read_page(&page.bytes).ok_or(PageError::Unreadable)? {
                    let Some(parts) = key::profession_parts(&key) else { continue };
                    let profession = Profession::from_bytes(row).map_err(|_| PageError::Unreadable)?;
                    // A newer segment replaces the rows of older ones.
                    all.insert(parts, profession);
                }
            }
        }
        Ok(all)
    }

    /// Looks up a qualification of a profession.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn qualification(
        &self,
        profession: &str,
        edition: &str,
        code: &str,
    ) -> Result<Option<Qualification>, PageError> {
        Ok(self.kept_qualification(profession, edition, code)?.map(Cow::into_owned))
    }

    /// Looks up a skill of a profession (art. 20).
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn skill(&self, profession: &str, edition: &str, code: &str) -> Result<Option<Skill>, PageError> {
        self.keeper_row(&key::skill(profession, edition, code))
    }

    /// Looks up an issuing key by its id.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn issuing_key(&self, id: KeyId) -> Result<Option<IssuingKey>, PageError> {
        Ok(self.kept_key(id)?.map(|known| known.into_owned().row))
    }

    /// Looks up an offer by its index in the dictionary.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn offer(&self, index: u32) -> Result<Option<Offer>, PageError> {
        Ok(self.kept_offer(index)?.map(Cow::into_owned))
    }

    /// Looks up an accreditation by its index in the dictionary.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn accreditation(&self, index: u32) -> Result<Option<AccreditationRef>, PageError> {
        Ok(self.kept_accreditation(index)?.map(Cow::into_owned))
    }

    /// Looks up a list of skills by its index in the dictionary.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn skill_list(&self, index: u32) -> Result<Option<SkillList>, PageError> {
        self.keeper_row(&key::skill_list(index))
    }

    /// Looks up a recognition centre with its accreditations (art. 11.2) by its BIN.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn centre(&self, bin: &str) -> Result<Option<Centre>, PageError> {
        Ok(self.kept_centre(bin)?.map(Cow::into_owned))
    }

    /// Looks up when an accreditation (BIN of the centre, serial number) covered a profession.
    ///
    /// # Errors
    /// As for [`Snapshot::profession`].
    pub fn scope(&self, bin: &str, serial: &str, profession: &str) -> Result<Option<Scope>, PageError> {
        Ok(self.kept_scope(bin, serial, profession)?.map(Cow::into_owned))
    }
}
