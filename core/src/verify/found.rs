//! What the snapshot holds about a document, looked up once before the checks.

use alloc::borrow::Cow;

use super::Run;
use crate::document::Code;
use crate::document::text::{Presented, Unverified};
use crate::error::PageError;
use crate::snapshot::row_cache::KnownKey;
use crate::snapshot::rows::{Centre, Profession};
use crate::snapshot::verified::{DocumentAttributes, OpenedRecord, RecordError, Verified};
use crate::snapshot::{ListedDocument, Pages, Record, Snapshot};

/// What the register has under one number.
pub(super) struct NumberRecord {
    /// The place and the record of the number.
    pub listed: Result<Option<ListedDocument>, PageError>,
    /// The opened record; none if the number is not listed, or has a code that was not given.
    pub opened: Option<Result<OpenedRecord, RecordError>>,
}

impl NumberRecord {
    /// Looks up a number, and opens its record with the code.
    pub(super) fn look_up<P: Pages>(snapshot: &Snapshot<P>, number: &str, code: Option<Code>) -> Self {
        let listed = snapshot.document(number);
        let opened = match (&listed, code) {
            (Ok(Some(listed)), Some(code)) => Some(Verified::from_record(snapshot, listed, number, &code)),
            (Ok(Some(ListedDocument { record: Record::Plain, .. })), None) => Some(Err(RecordError::Plain)),
            (Ok(Some(ListedDocument { record: Record::Coded { .. }, .. })), None) => None,
            (Ok(None) | Err(_), _) => None,
        };
        Self { listed, opened }
    }

    /// Returns whether the number is listed.
    pub(super) const fn is_listed(&self) -> bool {
        matches!(self.listed, Ok(Some(_)))
    }

    /// Returns whether the code opens the record.
    pub(super) const fn is_opened(&self) -> bool {
        matches!(self.opened, Some(Ok(_)))
    }
}

/// What was found about one document.
pub(super) struct Found<'a> {
    /// The key that a signed document names; none for a typed form.
    pub key: Result<Option<Cow<'a, KnownKey>>, PageError>,
    /// The claims of a signed document, if that key made its signature.
    pub signed: Option<Verified>,
    /// What the register has under the document's number.
    pub record: NumberRecord,
    /// The entry of the attested profession; none also if no attributes are attested.
    pub profession: Result<Option<Cow<'a, Profession>>, PageError>,
    /// The entry of the attested centre; none also if no attributes are attested.
    pub centre: Result<Option<Cow<'a, Centre>>, PageError>,
}

impl<'a> Found<'a> {
    /// Looks up the key, the profession and the centre of a document, and its record, unless it was looked up before.
    pub(super) fn look_up<P: Pages>(
        snapshot: &'a Snapshot<P>,
        presented: &Presented,
        record: Option<NumberRecord>,
    ) -> Self {
        let document = signed(presented);
        let key = document.map_or(Ok(None), |document| snapshot.kept_key(document.key_id));
        let signed = match (document, &key) {
            (Some(document), Ok(Some(key))) => Verified::from_known_key(document, key),
            (None, _) | (Some(_), Ok(None) | Err(_)) => None,
        };
        let record =
            record.unwrap_or_else(|| NumberRecord::look_up(snapshot, presented.number(), code(presented)));
        let mut found = Self { key, signed, record, profession: Ok(None), centre: Ok(None) };
        if let Some(attested) = found.attested() {
            let profession = snapshot.kept_profession(&attested.profession, &attested.edition);
            let centre = snapshot.kept_centre(attested.centre.as_str());
            (found.profession, found.centre) = (profession, centre);
        }
        found
    }

    /// The attributes that the record or a valid signature attests; the record takes precedence.
    pub(super) fn attested(&self) -> Option<&DocumentAttributes> {
        let record = match &self.record.opened {
            Some(Ok(opened)) => Some(&opened.verified),
            Some(Err(_)) | None => None,
        };
        record.or(self.signed.as_ref()).map(Verified::attributes)
    }
}

impl<P: Pages> Run<'_, P> {
    /// The signed document; `None` for a typed form.
    pub(super) const fn document(&self) -> Option<&Unverified> {
        signed(self.presented)
    }

    /// The verification code, if the document or form states one.
    pub(super) const fn code(&self) -> Option<Code> {
        code(self.presented)
    }
}

const fn signed(presented: &Presented) -> Option<&Unverified> {
    match presented {
        Presented::Signed(document) => Some(document),
        Presented::Typed(_) => None,
    }
}

pub(super) const fn code(presented: &Presented) -> Option<Code> {
    match presented {
        Presented::Signed(document) => document.claims.code,
        Presented::Typed(form) => form.code,
    }
}
