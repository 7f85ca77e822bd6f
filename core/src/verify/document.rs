//! The signed document itself: its claims, the key that it names, its signature.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::Run;
use crate::codec::hex;
use crate::snapshot::Pages;
use crate::snapshot::rows::IssuingKey;
use crate::snapshot::verified::Verified;
use crate::verdict::{Answer, CheckId, Facts, Missing, Reason};

impl<P: Pages> Run<'_, P> {
    /// Checks that every claim of the document is known to this version.
    pub(super) fn check_readable(&mut self) {
        let Some(document) = self.document() else {
            return self.record(CheckId::DocumentReadable, Answer::NotApplicable(None), Facts::new());
        };
        let unknown: Vec<_> = document.claims.unknown.iter().map(ToString::to_string).collect();
        if unknown.is_empty() {
            self.record(CheckId::DocumentReadable, Answer::Satisfied, Facts::new());
        } else {
            let facts = Facts::new().with("unknown_claims", unknown);
            self.record_missing(CheckId::DocumentReadable, Missing::NewerVersion, facts);
        }
    }

    /// Looks up the key that the document names, and checks that it may sign this document.
    pub(super) fn check_key(&mut self) -> Option<IssuingKey> {
        use CheckId::{DocumentKeyInForce, DocumentKeyKnown, DocumentKeyScope};
        let Some(document) = self.document().cloned() else {
            for check in [DocumentKeyKnown, DocumentKeyScope, DocumentKeyInForce] {
                self.record(check, Answer::NotApplicable(None), Facts::new());
            }
            return None;
        };
        let claims = &document.claims;
        let facts = Facts::new().with("key", hex::encode(&document.key_id.0));
        let newer = claims.issued_on > self.known_through();
        let found = self.looked_up(self.snapshot.issuing_key(document.key_id));
        let Ok(Some(key)) = found else {
            match found {
                Err(fault) => self.record_missing(DocumentKeyKnown, Missing::Check(fault), facts),
                Ok(_) if newer => self.record_missing(DocumentKeyKnown, Missing::NewerSnapshot, facts),
                Ok(_) => self.record(DocumentKeyKnown, Answer::Violated, facts),
            }
            self.record_blocked(DocumentKeyScope, DocumentKeyKnown);
            self.record_blocked(DocumentKeyInForce, DocumentKeyKnown);
            return None;
        };
        self.record(DocumentKeyKnown, Answer::Satisfied, facts);

        let same_centre = key.centre == claims.centre;
        let same_profession = key.professions.is_empty() || key.professions.contains(&claims.profession);
        let facts =
            Facts::new().with("key_centre", key.centre.as_str()).with("centre", claims.centre.as_str());
        let facts = facts.with("profession", claims.profession.as_str());
        let facts = match (same_centre, same_profession) {
            (false, _) => facts.with("reason", Reason::OtherCentre),
            (true, false) => facts.with("reason", Reason::OtherProfession),
            (true, true) => facts,
        };
        self.record(DocumentKeyScope, Answer::from_bool(same_centre && same_profession), facts);

        let facts = Facts::new().with("issued_on", claims.issued_on).with("from", key.interval.from);
        let facts = facts.with_some("until", key.interval.until);
        self.record(DocumentKeyInForce, Answer::from_bool(key.interval.contains(claims.issued_on)), facts);
        Some(key)
    }

    /// Checks the signature over the bytes as they arrived.
    pub(super) fn check_signature(&mut self, key: Option<&IssuingKey>) -> Option<Verified> {
        let (answer, verified) = match (self.document(), key) {
            (None, _) => (Answer::NotApplicable(None), None),
            (Some(_), None) => (self.blocked(CheckId::DocumentKeyKnown), None),
            (Some(document), Some(key)) => {
                let verified = Verified::from_signature(document, key);
                (Answer::from_bool(verified.is_some()), verified)
            }
        };
        self.record(CheckId::DocumentSignature, answer, Facts::new());
        verified
    }
}
