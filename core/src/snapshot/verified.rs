//! Verified attributes: from the register's record, or from a document that a listed key signed.
//!
//! [`Verified`] has two constructors, and each performs its own checks. The rules of the Law take [`Verified`], so they
//! cannot be evaluated for unverified attributes.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::Record;
use super::lookup::ListedDocument;
use super::open::Snapshot;
use super::pages::Pages;
use super::row_cache::KnownKey;
use super::rows::IssuingKey;
use crate::calendar::{Date, Term};
use crate::document::claims::Basis;
use crate::document::code::Code;
use crate::document::name::Script;
use crate::document::sealed::{UnsealError, Validity};
use crate::document::text::Unverified;
use crate::error::PageError;
use crate::identity::Identity;

/// The source of attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The register's record, opened with the verification code.
    Record,
    /// The claims of a document with a valid signature.
    Signature,
}

/// The last day of validity that the record or the document states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedEnd {
    /// No day is stated: the register's term applies (art. 21.5).
    ByRegister,
    /// This day.
    On(Date),
    /// No end.
    Unlimited,
}

/// The attributes of a document, with codes resolved from the register's dictionaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentAttributes {
    /// Their source.
    pub origin: Origin,
    /// Code of the profession.
    pub profession: String,
    /// Edition of the classifier.
    pub edition: String,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Level.
    pub level: String,
    /// Codes of the skills; empty for a complete profession.
    pub skills: Vec<String>,
    /// BIN of the centre.
    pub centre: Identity,
    /// Serial number of the accreditation.
    pub accreditation: String,
    /// The standard or requirements of the exam (art. 15.4).
    pub basis: Basis,
    /// The day of the exam.
    pub exam_on: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// The end of validity.
    pub end: StatedEnd,
    /// The register's term at issuance; only in a record.
    pub term: Option<Term>,
}

/// Verified attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified(DocumentAttributes);

/// Why a record yields no attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// The code is not the code of this record.
    WrongCode,
    /// The document was issued before codes were introduced ([`Record::Plain`]).
    Plain,
    /// The record is malformed, or a dictionary entry that it refers to is missing or malformed.
    Unreadable,
    /// A page cannot be read or authenticated.
    Page(PageError),
}

/// The attributes of an opened record, and the script of the tagged name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedRecord {
    /// The attributes.
    pub verified: Verified,
    /// The script of the tagged name.
    pub name_script: Script,
}

impl Verified {
    /// Returns the claims of `document` if `key` made its signature, otherwise `None`. The caller checks that the register
    /// lists the key, and its scope.
    #[must_use]
    pub fn from_signature(document: &Unverified, key: &IssuingKey) -> Option<Self> {
        document.signed_by(&key.key).then(|| Self::of_claims(document))
    }

    /// Does the same as [`Verified::from_signature`] with a key that was decoded before.
    pub(crate) fn from_known_key(document: &Unverified, key: &KnownKey) -> Option<Self> {
        document.signed_by_decoded(&key.key).then(|| Self::of_claims(document))
    }

    /// The claims of a document whose signature was verified.
    fn of_claims(document: &Unverified) -> Self {
        let claims = &document.claims;
        Self(DocumentAttributes {
            origin: Origin::Signature,
            profession: claims.profession.clone(),
            edition: claims.edition.clone(),
            qualification: claims.qualification.clone(),
            level: claims.level.clone(),
            skills: claims.skills.clone(),
            centre: claims.centre.clone(),
            accreditation: claims.accreditation.clone(),
            basis: claims.basis.clone(),
            exam_on: claims.exam_on,
            issued_on: claims.issued_on,
            end: claims.valid_until.map_or(StatedEnd::ByRegister, StatedEnd::On),
            term: None,
        })
    }

    /// Opens the record of a listed document with `code` and resolves its dictionary entries, which are authenticated.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn from_record<P: Pages>(
        snapshot: &Snapshot<P>,
        located: &ListedDocument,
        number: &str,
        code: &Code,
    ) -> Result<OpenedRecord, RecordError> {
        let Record::Coded { sealed, .. } = &located.record else { return Err(RecordError::Plain) };
        let attributes = sealed.open(code, number).map_err(|error| match error {
            UnsealError::WrongCode => RecordError::WrongCode,
            UnsealError::Unreadable => RecordError::Unreadable,
        })?;
        let offer = snapshot
            .kept_offer(attributes.offer)
            .map_err(RecordError::Page)?
            .ok_or(RecordError::Unreadable)?;
        let accreditation =
            snapshot.kept_accreditation(attributes.accreditation).map_err(RecordError::Page)?;
        let accreditation = accreditation.ok_or(RecordError::Unreadable)?.into_owned();
        let skills = match attributes.skills {
            None => Vec::new(),
            Some(index) => {
                let list =
                    snapshot.skill_list(index).map_err(RecordError::Page)?.ok_or(RecordError::Unreadable)?;
                list.skills
            }
        };
        let offer = Cow::into_owned(offer);
        let end = match (attributes.validity, offer.term) {
            (Validity::Until(day), _) => StatedEnd::On(day),
            (Validity::PrintedTerm, term) => {
                term.last_day(attributes.issued_on).map_or(StatedEnd::Unlimited, StatedEnd::On)
            }
            (Validity::ByTerm, Term::Unlimited) => StatedEnd::Unlimited,
            (Validity::ByTerm, Term::Months(_)) => StatedEnd::ByRegister,
        };
        let verified = Self(DocumentAttributes {
            origin: Origin::Record,
            profession: offer.profession,
            edition: offer.edition,
            qualification: offer.qualification,
            level: offer.level,
            skills,
            centre: accreditation.centre,
            accreditation: accreditation.serial,
            basis: offer.basis,
            exam_on: attributes.exam_on,
            issued_on: attributes.issued_on,
            end,
            term: Some(offer.term),
        });
        Ok(OpenedRecord { verified, name_script: attributes.name_script })
    }

    /// Returns the attributes.
    #[must_use]
    pub const fn attributes(&self) -> &DocumentAttributes {
        &self.0
    }
}
