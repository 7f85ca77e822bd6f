//! Tests of the complete verification, on the small register of [`crate::fixture`].

mod beside;
mod flips;
mod good;
mod known;
mod link;
mod questions;
mod typed;

use std::convert::Infallible;

use super::*;
use crate::calendar::Timestamp;
use crate::codec::{base45, cose};
use crate::document::Claims;
use crate::document::sealed::Validity as Sealing;
use crate::document::text::{CONTEXT, PREFIX};
use crate::fixture::{Bundle, CLOCK, MemoryPages, SignedBundle, Signer, day, time};
use crate::fixture::{NUMBER, Register, key_a, valid_claims};
use crate::snapshot::{Record, SealedAt};
use crate::verdict::{MissingForCheck, Outcome};

/// One verification: a register, a presented document and a question. Starts with the valid document and a question about today.
struct Case {
    register: Register,
    /// The claims of the document. Changing them does not change the record of the register.
    claims: Claims,
    /// The key that the document names.
    key: Signer,
    /// The key that signs, if it is another one.
    forger: Option<Signer>,
    /// Changes the bytes of the claims before signing.
    payload: fn(Vec<u8>) -> Vec<u8>,
    /// A typed form, presented instead of the document.
    form: Option<String>,
    /// What is stated beside the document, as JSON.
    beside: Option<&'static str>,
    question: Question,
    /// Changes the statements before signing.
    bundle: fn(&mut Bundle),
    /// Changes the pages after signing.
    pages: fn(&mut MemoryPages),
}

impl Case {
    fn valid() -> Self {
        Self {
            register: Register::new(),
            claims: valid_claims(),
            key: key_a(),
            forger: None,
            payload: |bytes| bytes,
            form: None,
            beside: None,
            question: Question { on: None, clock: time(CLOCK), policy: Policy::default() },
            bundle: |_| {},
            pages: |_| {},
        }
    }

    /// Changes the claims and issues the document with them, so that the record matches.
    fn issued(&mut self, change: impl FnOnce(&mut Claims), validity: Sealing) {
        change(&mut self.claims);
        self.register.issue(&self.claims, validity);
    }

    /// Marks the record of the valid document as sealed after its issue.
    fn sealed_later(&mut self) {
        let Some(Record::Coded { sealed_at, .. }) = self.register.documents.get_mut(NUMBER) else { panic!() };
        *sealed_at = SealedAt::Later;
    }

    fn on(&mut self, on: &str) {
        self.question.on = Some(day(on));
    }

    fn clock(&mut self, clock: &str) {
        self.question.clock = time(clock);
    }

    fn text(&self) -> String {
        let public = self.key.public();
        let signer = self.forger.as_ref().unwrap_or(&self.key);
        let payload = (self.payload)(self.claims.write());
        let bytes = cose::write_sign1(&payload, CONTEXT, public.algorithm, public.id(), |covered| {
            Ok::<_, Infallible>(signer.sign(covered))
        });
        format!("{PREFIX}{}", base45::encode(&bytes.unwrap()))
    }

    fn signed(&self) -> SignedBundle {
        let mut bundle = self.register.bundle();
        (self.bundle)(&mut bundle);
        let mut signed = bundle.sign();
        (self.pages)(&mut signed.pages);
        signed
    }

    fn snapshot(&self) -> Snapshot<MemoryPages> {
        self.signed().open(None).unwrap()
    }

    fn presented(&self) -> Presented {
        let text = self.form.clone().unwrap_or_else(|| self.text());
        Presented::read(&text).unwrap()
    }

    fn verdict(&self) -> Verdict {
        let (snapshot, presented) = (self.snapshot(), self.presented());
        match self.beside {
            Some(beside) => {
                let beside = Form::beside(beside, &presented).unwrap();
                verify_beside(&snapshot, &presented, &beside, &self.question)
            }
            None => verify(&snapshot, &presented, &self.question),
        }
    }
}

/// Returns the verdict on the valid document after `change`.
fn after(change: impl FnOnce(&mut Case)) -> Verdict {
    let mut case = Case::valid();
    change(&mut case);
    case.verdict()
}

fn finding(verdict: &Verdict, check: CheckId) -> &CheckAnswer {
    &verdict.findings().iter().find(|finding| finding.check == check).unwrap().answer
}

/// Returns the findings that prevent `valid`, each as its id and answer. A finding that only names another such finding as
/// its cause is left out, after checking that the other one exists.
fn roots(verdict: &Verdict) -> Vec<String> {
    let passes =
        |answer: &CheckAnswer| matches!(answer, CheckAnswer::Satisfied | CheckAnswer::NotApplicable(None));
    let is_open = |check: CheckId| {
        verdict.findings().iter().any(|finding| finding.check == check && !passes(&finding.answer))
    };
    let waits =
        |missing: &MissingForCheck| matches!(missing, MissingForCheck::Check(check) if is_open(*check));
    let mut roots = Vec::new();
    for finding in verdict.findings().iter().filter(|finding| !passes(&finding.answer)) {
        let id = finding.check.id();
        match &finding.answer {
            CheckAnswer::NotApplicable(Some(by)) => assert!(is_open(*by), "{id} names {}", by.id()),
            CheckAnswer::Undetermined(missing) if missing.iter().all(waits) => {
                assert!(!missing.is_empty(), "{id} has no reason");
                assert!(!missing.contains(&MissingForCheck::Check(finding.check)), "{id} names itself");
            }
            CheckAnswer::Undetermined(missing) => {
                let names: Vec<_> = missing.iter().map(|missing| missing.name()).collect();
                roots.push(format!("{id} undetermined {}", names.join(" ")));
            }
            CheckAnswer::Contestable(readings) => {
                let names: Vec<_> = readings.iter().map(|reading| reading.reading).collect();
                roots.push(format!("{id} contestable {}", names.join(" ")));
            }
            CheckAnswer::Satisfied | CheckAnswer::Violated | CheckAnswer::NotApplicable(None) => {
                roots.push(format!("{id} {}", finding.answer.name()));
            }
        }
    }
    roots
}

#[test]
fn the_valid_document_is_valid() {
    let verdict = Case::valid().verdict();
    assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]));
    assert_eq!(verdict.findings().len(), CheckId::ALL.len());
    assert_eq!(verdict.evaluated_on, day("2026-03-02"));
    assert_eq!(verdict.as_of, time("2026-03-01T07:00:00Z"));
    assert_eq!(verdict.freshness, Freshness::Current);
    assert_eq!(verdict.document.valid_until, Some(day("2030-05-20")));
}

/// The same question gives the same bytes every time, also after questions about other documents.
#[test]
fn answers_are_deterministic() {
    let case = Case::valid();
    let (snapshot, presented) = (case.snapshot(), case.presented());
    let first = verify(&snapshot, &presented, &case.question).to_json();
    let other = Presented::read(r#"{"number":"240000012210"}"#).unwrap();
    assert_ne!(verify(&snapshot, &other, &case.question).to_json(), first);
    assert_eq!(verify(&snapshot, &presented, &case.question).to_json(), first);
    assert_eq!(verify(&case.snapshot(), &presented, &case.question).to_json(), first);
}
