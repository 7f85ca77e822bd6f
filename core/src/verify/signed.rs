//! The document itself: what it claims, the key that is said to have signed, the signature.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::Run;
use crate::crypto::KeyId;
use crate::snapshot::Pages;
use crate::snapshot::rows::IssuingKey;
use crate::snapshot::verified::Verified;
use crate::verdict::{Answer, CheckId, Facts};

impl<P: Pages> Run<'_, P> {
    pub(super) fn check_readable(&mut self) {
        let Some(document) = self.document() else {
            return self.enter(CheckId::DocumentReadable, Answer::NotApplicable(None), Facts::new());
        };
        let unknown: Vec<_> = document.claims.unknown.iter().map(ToString::to_string).collect();
        if unknown.is_empty() {
            self.enter(CheckId::DocumentReadable, Answer::Satisfied, Facts::new());
        } else {
            let facts = Facts::new().with("unknown_claims", unknown);
            self.enter(CheckId::DocumentReadable, Answer::Undetermined(vec!["newer-version"]), facts);
        }
    }

    /// Finds the key that is said to have signed, and checks that it may have.
    pub(super) fn check_key(&mut self) -> Option<IssuingKey> {
        use CheckId::{DocumentKeyInForce, DocumentKeyKnown, DocumentKeyScope};
        let Some(document) = self.document().cloned() else {
            for check in [DocumentKeyKnown, DocumentKeyScope, DocumentKeyInForce] {
                self.enter(check, Answer::NotApplicable(None), Facts::new());
            }
            return None;
        };
        let claims = &document.claims;
        let facts = Facts::new().with("key", hex(document.key_id));
        let newer = claims.issued_on > self.known_through();
        let key = match self.looked_up(self.snapshot.issuing_key(document.key_id)) {
            Ok(Some(key)) => key,
            other => {
                let answer = match other {
                    Err(fault) => Answer::Undetermined(vec![fault.id()]),
                    Ok(_) if newer => Answer::Undetermined(vec!["newer-snapshot"]),
                    Ok(_) => Answer::Violated,
                };
                self.enter(DocumentKeyKnown, answer, facts);
                let blocked = self.blocked(DocumentKeyKnown);
                self.enter(DocumentKeyScope, blocked.clone(), Facts::new());
                self.enter(DocumentKeyInForce, blocked, Facts::new());
                return None;
            }
        };
        self.enter(DocumentKeyKnown, Answer::Satisfied, facts);

        let same_centre = key.centre == claims.centre;
        let same_profession = key.professions.is_empty() || key.professions.contains(&claims.profession);
        let facts =
            Facts::new().with("key_centre", key.centre.as_str()).with("centre", claims.centre.as_str());
        let facts = facts.with("profession", claims.profession.as_str());
        let facts = match (same_centre, same_profession) {
            (false, _) => facts.with("reason", "centre"),
            (true, false) => facts.with("reason", "profession"),
            (true, true) => facts,
        };
        self.enter(DocumentKeyScope, Answer::from_bool(same_centre && same_profession), facts);

        let facts = Facts::new().with("issued_on", claims.issued_on).with("from", key.interval.from);
        let facts = facts.with_some("until", key.interval.until);
        self.enter(DocumentKeyInForce, Answer::from_bool(key.interval.contains(claims.issued_on)), facts);
        Some(key)
    }

    pub(super) fn check_signature(&mut self, key: Option<&IssuingKey>) -> Option<Verified> {
        let (answer, verified) = match (self.document(), key) {
            (None, _) => (Answer::NotApplicable(None), None),
            (Some(_), None) => (self.blocked(CheckId::DocumentKeyKnown), None),
            (Some(document), Some(key)) => {
                let verified = Verified::from_signature(document, key);
                (Answer::from_bool(verified.is_some()), verified)
            }
        };
        self.enter(CheckId::DocumentSignature, answer, Facts::new());
        verified
    }
}

fn hex(id: KeyId) -> alloc::string::String {
    id.0.iter().map(|byte| alloc::format!("{byte:02x}")).collect()
}
