//! The signed document itself: its claims, the key that it names, its signature.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Made, Run};
use crate::codec::hex;
use crate::document::Claims;
use crate::snapshot::Pages;
use crate::snapshot::rows::IssuingKey;
use crate::verdict::{CheckAnswer, CheckId, Facts, MissingForCheck, Reason};

impl<P: Pages> Run<'_, P> {
    /// Checks that every claim of the document is known to this version.
    pub(super) fn readable(&self) -> Made {
        let Some(document) = self.document() else { return CheckAnswer::NotApplicable(None).into() };
        let unknown: Vec<_> = document.claims.unknown.iter().map(ToString::to_string).collect();
        if unknown.is_empty() {
            CheckAnswer::Satisfied.into()
        } else {
            Made::missing(MissingForCheck::NewerVersion, Facts::new().with("unknown_claims", unknown))
        }
    }

    /// Checks that the register lists the key that the document names.
    pub(super) fn key_known(&self) -> Made {
        let Some(document) = self.document() else { return CheckAnswer::NotApplicable(None).into() };
        let facts = Facts::new().with("key", hex::encode(&document.key_id.0));
        let newer = document.claims.issued_on > self.known_through();
        match &self.found.key {
            Ok(Some(_)) => Made::new(CheckAnswer::Satisfied, facts),
            Ok(None) if newer => Made::missing(MissingForCheck::NewerSnapshot, facts),
            Ok(None) => Made::new(CheckAnswer::Violated, facts),
            Err(error) => self.unusable(*error, facts),
        }
    }

    /// Checks that the key may sign for the centre and the profession.
    pub(super) fn key_in_scope(&self) -> Made {
        self.with_key(|claims, key| {
            let same_centre = key.centre == claims.centre;
            let same_profession = key.professions.is_empty() || key.professions.contains(&claims.profession);
            let reason = match (same_centre, same_profession) {
                (false, _) => Some(Reason::OtherCentre),
                (true, false) => Some(Reason::OtherProfession),
                (true, true) => None,
            };
            let facts = Facts::new()
                .with("key_centre", key.centre.as_str())
                .with("centre", claims.centre.as_str())
                .with("profession", claims.profession.as_str())
                .with_some("reason", reason);
            Made::new(CheckAnswer::from_bool(reason.is_none()), facts)
        })
    }

    /// Checks that the key was in force on the day of issue.
    pub(super) fn key_in_force(&self) -> Made {
        self.with_key(|claims, key| {
            let facts = Facts::new().with("issued_on", claims.issued_on).with("from", key.interval.from);
            let facts = facts.with_some("until", key.interval.until);
            Made::new(CheckAnswer::from_bool(key.interval.contains(claims.issued_on)), facts)
        })
    }

    /// Checks the signature over the bytes as they arrived.
    pub(super) fn signature(&self) -> Made {
        self.with_key(|_, _| CheckAnswer::from_bool(self.found.signed.is_some()).into())
    }

    /// Runs a check of a signed document and its key, which the register must list.
    fn with_key(&self, check: impl Fn(&Claims, &IssuingKey) -> Made) -> Made {
        match (self.document(), &self.found.key) {
            (None, _) => CheckAnswer::NotApplicable(None).into(),
            (Some(document), Ok(Some(key))) => check(&document.claims, &key.row),
            (Some(_), Ok(None) | Err(_)) => self.blocked(CheckId::DocumentKeyKnown).into(),
        }
    }
}
