//! The record of the register: whether the number is listed, and whether the verification code opens the record.

use super::{Made, Run};
use crate::calendar::Interval;
use crate::document::text::Presented;
use crate::snapshot::verified::RecordError;
use crate::snapshot::{Pages, Record, SealedAt};
use crate::verdict::{CheckAnswer, CheckId, Facts, MissingForCheck, Reason};

impl<P: Pages> Run<'_, P> {
    /// Checks that the number is listed. Not listed, newer than the snapshot, and outside of its coverage are different
    /// answers.
    pub(super) fn listed(&self) -> Made {
        let manifest = self.snapshot.manifest();
        let facts = Facts::new().with("as_of", manifest.as_of);
        match self.found.record.listed {
            Ok(Some(_)) => return Made::new(CheckAnswer::Satisfied, facts),
            Err(error) => return self.unusable(error, facts),
            Ok(None) if self.doubtful_number => return Made::missing(MissingForCheck::CompleteNumber, facts),
            Ok(None) => {}
        }
        // The day of the snapshot itself was not over when the snapshot was made.
        let known_through = self.known_through();
        let until = manifest.coverage.until.map_or(known_through, |until| until.min(known_through));
        let covered = Interval { from: manifest.coverage.from, until: Some(until) };
        let issued_on = match self.presented {
            Presented::Signed(document) => Some(document.claims.issued_on),
            Presented::Typed(form) => form.stated.issued_on,
        };
        let (missing, reason) = match issued_on {
            Some(day) if covered.contains(day) => {
                return Made::new(CheckAnswer::Violated, facts.with("reason", Reason::NotListed));
            }
            Some(day) if day < covered.from => (MissingForCheck::WiderSnapshot, Reason::NotCovered),
            Some(_) => (MissingForCheck::NewerSnapshot, Reason::NewerThanSnapshot),
            None => (MissingForCheck::IssuedOn, Reason::IssueDateNotGiven),
        };
        let facts = facts.with("reason", reason).with("covered_from", covered.from);
        Made::missing(missing, facts.with_some("covered_through", covered.until))
    }

    /// Returns whether the document lacks a code with which it was issued. A thief of an issuing key could leave the
    /// code out, so that the document is not compared with the record. A form may lack it, and so may a document whose
    /// record was sealed after the issue.
    fn leaves_out_code(&self, record: &Record) -> bool {
        match (self.presented, record) {
            (Presented::Signed(document), Record::Coded { sealed_at: SealedAt::Issue, .. }) => {
                document.claims.code.is_none()
            }
            (Presented::Signed(_), Record::Coded { sealed_at: SealedAt::Later, .. } | Record::Plain)
            | (Presented::Typed(_), Record::Coded { .. } | Record::Plain) => false,
        }
    }

    /// Checks that the verification code opens the record. A document that was issued with a code must state it.
    pub(super) fn opened(&self) -> Made {
        let missing = match (&self.found.record.listed, &self.found.record.opened) {
            (Ok(None) | Err(_), _) => return self.blocked(CheckId::RegisterListed).into(),
            (Ok(Some(_)), Some(Ok(_))) => return CheckAnswer::Satisfied.into(),
            (Ok(Some(_)), Some(Err(RecordError::WrongCode))) => return CheckAnswer::Violated.into(),
            (Ok(Some(_)), Some(Err(RecordError::Page(error)))) => {
                return self.unusable(*error, Facts::new());
            }
            (Ok(Some(_)), Some(Err(RecordError::Plain))) => MissingForCheck::RecordHasNoCode,
            (Ok(Some(_)), Some(Err(RecordError::Unreadable))) => MissingForCheck::RegisterRecord,
            (Ok(Some(listed)), None) if self.leaves_out_code(&listed.record) => {
                return Made::from(CheckAnswer::Violated).because(Reason::CodeLeftOut);
            }
            (Ok(Some(_)), None) => MissingForCheck::Code,
        };
        Made::missing(missing, Facts::new())
    }
}
