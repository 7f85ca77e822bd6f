//! The record of the register: whether the number is listed, and whether the verification code opens the record.

use super::Run;
use crate::calendar::Interval;
use crate::document::text::Presented;
use crate::snapshot::verified::{OpenedRecord, RecordError, Verified};
use crate::snapshot::{ListedDocument, Pages, Record};
use crate::verdict::{Answer, CheckId, Facts, Missing, Reason};

impl<P: Pages> Run<'_, P> {
    /// Looks the number up. Not listed, newer than the snapshot, and outside of its coverage are different answers.
    pub(super) fn check_listed(&mut self) -> Option<ListedDocument> {
        let check = CheckId::RegisterListed;
        let manifest = self.snapshot.manifest();
        let facts = Facts::new().with("as_of", manifest.as_of);
        match self.looked_up(self.snapshot.document(self.presented.number())) {
            Ok(Some(located)) => {
                self.record(check, Answer::Satisfied, facts);
                return Some(located);
            }
            Err(fault) => {
                self.record_missing(check, Missing::Check(fault), facts);
                return None;
            }
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
                self.record(check, Answer::Violated, facts.with("reason", Reason::NotListed));
                return None;
            }
            Some(day) if day < covered.from => (Missing::WiderSnapshot, Reason::NotCovered),
            Some(_) => (Missing::NewerSnapshot, Reason::NewerThanSnapshot),
            None => (Missing::IssuedOn, Reason::IssueDateNotGiven),
        };
        let facts = facts.with("reason", reason).with("covered_from", covered.from);
        self.record_missing(check, missing, facts.with_some("covered_through", covered.until));
        None
    }

    /// Opens the record with the verification code.
    pub(super) fn check_code(&mut self, located: Option<&ListedDocument>) -> Option<OpenedRecord> {
        let check = CheckId::RegisterCode;
        let Some(located) = located else {
            self.record_blocked(check, CheckId::RegisterListed);
            return None;
        };
        let opened = match (self.code(), &located.record) {
            (Some(code), _) => Verified::from_record(self.snapshot, located, self.presented.number(), &code),
            (None, Record::Plain) => Err(RecordError::Plain),
            (None, Record::Coded { .. }) => {
                self.record_missing(check, Missing::Code, Facts::new());
                return None;
            }
        };
        let missing = match opened {
            Ok(opened) => {
                self.record(check, Answer::Satisfied, Facts::new());
                return Some(opened);
            }
            Err(RecordError::WrongCode) => {
                self.record(check, Answer::Violated, Facts::new());
                return None;
            }
            Err(RecordError::Plain) => Missing::RecordHasNoCode,
            Err(RecordError::Unreadable) => Missing::RegisterRecord,
            Err(RecordError::Page(error)) => Missing::Check(self.faults.note(error)),
        };
        self.record_missing(check, missing, Facts::new());
        None
    }
}
