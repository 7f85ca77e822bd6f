//! What may be believed: attributes that the register's own record states, or that a listed key signed.
//!
//! A [`Verified`] can be made in two ways only, and each does its own checking, so that the rules of the law
//! cannot be asked about anything else.

use alloc::string::String;
use alloc::vec::Vec;

use super::Record;
use super::open::{Located, Snapshot};
use super::pages::Pages;
use super::rows::IssuingKey;
use crate::calendar::{Date, Term};
use crate::document::claims::Basis;
use crate::document::code::Code;
use crate::document::name::Script;
use crate::document::sealed::{UnsealError, Validity};
use crate::document::text::Unverified;
use crate::error::PageError;
use crate::identity::Identity;

/// Where attributes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The register's record, opened with the verification code.
    Record,
    /// The claims of a document whose signature holds.
    Signature,
}

/// The last day of validity as far as the record or the document states one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedEnd {
    /// No day is stated: the register's term counts (art. 21.5).
    ByRegister,
    /// This day.
    On(Date),
    /// No end.
    Unlimited,
}

/// The attributes of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attested {
    /// Where they come from.
    pub origin: Origin,
    /// Code of the profession.
    pub profession: String,
    /// Edition of the classifier.
    pub edition: String,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Level.
    pub level: String,
    /// Codes of the skills; empty for a whole profession.
    pub skills: Vec<String>,
    /// BIN of the centre.
    pub centre: Identity,
    /// Serial number of the accreditation.
    pub accreditation: String,
    /// What was tested against.
    pub basis: Basis,
    /// The day of the exam.
    pub exam_on: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// The end of validity.
    pub end: StatedEnd,
    /// The register's term as the record kept it at issuance.
    pub term: Option<Term>,
}

/// Attributes that may be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified(Attested);

/// Why a record gives no attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRecord {
    /// The code is another record's.
    WrongCode,
    /// Issued before there were codes.
    Plain,
    /// The record, or the dictionary entry it points to, is of no known form.
    Unreadable,
    /// A page could not be used.
    Page(PageError),
}

/// A record's attributes and the script of the name that was tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The attributes.
    pub verified: Verified,
    /// The script of the tagged name.
    pub name_script: Script,
}

impl Verified {
    /// The claims of `document`, if `key` made its signature; `None` otherwise.
    #[must_use]
    pub fn from_signature(document: &Unverified, key: &IssuingKey) -> Option<Self> {
        if !document.signed_by(&key.key) {
            return None;
        }
        let claims = &document.claims;
        Some(Self(Attested {
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
        }))
    }

    /// The attributes of a listed record, opened with `code`; each dictionary entry is authenticated on its way.
    pub fn from_record<P: Pages>(
        snapshot: &Snapshot<P>,
        located: &Located,
        number: &str,
        code: &Code,
    ) -> Result<Opened, NoRecord> {
        let Record::Coded { sealed, .. } = &located.record else { return Err(NoRecord::Plain) };
        let attributes = sealed.open(code, number).map_err(|error| match error {
            UnsealError::WrongCode => NoRecord::WrongCode,
            UnsealError::Unreadable => NoRecord::Unreadable,
        })?;
        let offer = snapshot.offer(attributes.offer).map_err(NoRecord::Page)?.ok_or(NoRecord::Unreadable)?;
        let accreditation = snapshot.accreditation(attributes.accreditation).map_err(NoRecord::Page)?;
        let accreditation = accreditation.ok_or(NoRecord::Unreadable)?;
        let skills = match attributes.skills {
            None => Vec::new(),
            Some(index) => {
                let list = snapshot.skill_list(index).map_err(NoRecord::Page)?.ok_or(NoRecord::Unreadable)?;
                list.skills
            }
        };
        let end = match (attributes.validity, offer.term) {
            (Validity::Until(day), _) => StatedEnd::On(day),
            (Validity::PrintedTerm, term) => {
                term.last_day(attributes.issued_on).map_or(StatedEnd::Unlimited, StatedEnd::On)
            }
            (Validity::ByTerm, Term::Unlimited) => StatedEnd::Unlimited,
            (Validity::ByTerm, Term::Months(_)) => StatedEnd::ByRegister,
        };
        let verified = Self(Attested {
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
        Ok(Opened { verified, name_script: attributes.name_script })
    }

    /// The attributes.
    #[must_use]
    pub const fn attested(&self) -> &Attested {
        &self.0
    }
}
