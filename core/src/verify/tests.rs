//! The whole verification on the small register of [`crate::fixture`].

mod flips;
mod known;
mod questions;
mod typed;

use std::convert::Infallible;

use super::*;
use crate::calendar::Timestamp;
use crate::codec::{base45, cose};
use crate::document::Claims;
use crate::document::sealed::Validity as Sealing;
use crate::document::text::{CONTEXT, PREFIX};
use crate::fixture::{Bundle, CLOCK, MemoryPages, Signer, day, time};
use crate::fixture::{Register, key_a, valid_claims};
use crate::verdict::{Missing, Outcome};

/// One verification: a register, what is presented, a question. Starts as the good document, asked about today.
struct Case {
    register: Register,
    /// What the document says; changing it leaves the record as it was.
    claims: Claims,
    /// The key that the document names, and the one that really signs.
    key: Signer,
    forger: Option<Signer>,
    /// Changes the claims' bytes before they are signed.
    payload: fn(Vec<u8>) -> Vec<u8>,
    /// A typed form in place of the document.
    form: Option<String>,
    question: Question,
    /// Changes the statements before they are signed, and the pages after.
    bundle: fn(&mut Bundle),
    pages: fn(&mut MemoryPages),
}

impl Case {
    fn good() -> Self {
        Self {
            register: Register::new(),
            claims: valid_claims(),
            key: key_a(),
            forger: None,
            payload: |bytes| bytes,
            form: None,
            question: Question { on: None, clock: time(CLOCK), policy: Policy::default() },
            bundle: |_| {},
            pages: |_| {},
        }
    }

    /// The good document changed by `change` and issued so: the record says the same.
    fn issued(&mut self, change: impl FnOnce(&mut Claims), validity: Sealing) {
        change(&mut self.claims);
        self.register.issue(&self.claims, validity);
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

    fn snapshot(&self) -> Snapshot<MemoryPages> {
        let mut bundle = self.register.bundle();
        (self.bundle)(&mut bundle);
        let mut signed = bundle.sign();
        (self.pages)(&mut signed.pages);
        signed.open(None).unwrap()
    }

    fn presented(&self) -> Presented {
        let text = self.form.clone().unwrap_or_else(|| self.text());
        Presented::read(&text).unwrap()
    }

    fn verdict(&self) -> Verdict {
        verify(&self.snapshot(), &self.presented(), &self.question)
    }
}

/// The verdict on the good document after `change`.
fn after(change: impl FnOnce(&mut Case)) -> Verdict {
    let mut case = Case::good();
    change(&mut case);
    case.verdict()
}

fn finding(verdict: &Verdict, check: CheckId) -> &Answer {
    &verdict.findings().iter().find(|finding| finding.check == check).unwrap().answer
}

/// The findings that prevent `valid`, each as its id and answer. A finding that only names another such finding as its cause
/// is left out, after checking that the other one exists.
fn roots(verdict: &Verdict) -> Vec<String> {
    let fine = |answer: &Answer| matches!(answer, Answer::Satisfied | Answer::NotApplicable(None));
    let is_open = |check: CheckId| {
        verdict.findings().iter().any(|finding| finding.check == check && !fine(&finding.answer))
    };
    let waits = |missing: &Missing| matches!(missing, Missing::Check(check) if is_open(*check));
    let mut roots = Vec::new();
    for finding in verdict.findings().iter().filter(|finding| !fine(&finding.answer)) {
        let id = finding.check.id();
        match &finding.answer {
            Answer::NotApplicable(Some(by)) => assert!(is_open(*by), "{id} names {}", by.id()),
            Answer::Undetermined(missing) if missing.iter().all(waits) => {
                assert!(!missing.is_empty(), "{id} has no reason");
                assert!(!missing.contains(&Missing::Check(finding.check)), "{id} names itself");
            }
            Answer::Undetermined(missing) => {
                let names: Vec<_> = missing.iter().map(|missing| missing.name()).collect();
                roots.push(format!("{id} undetermined {}", names.join(" ")));
            }
            Answer::Contestable(readings) => {
                let names: Vec<_> = readings.iter().map(|reading| reading.reading).collect();
                roots.push(format!("{id} contestable {}", names.join(" ")));
            }
            other => roots.push(format!("{id} {}", other.name())),
        }
    }
    roots
}

#[test]
fn the_good_document_is_valid() {
    let verdict = Case::good().verdict();
    assert_eq!((verdict.outcome(), roots(&verdict)), (Outcome::Valid, vec![]));
    assert_eq!(verdict.findings().len(), CheckId::ALL.len());
    assert_eq!(verdict.evaluated_on, day("2026-03-02"));
    assert_eq!(verdict.as_of, time("2026-03-01T07:00:00Z"));
    assert_eq!(verdict.freshness, Freshness::Current);
    assert_eq!(verdict.document.valid_until, Some(day("2030-05-20")));
}

/// One snapshot, asked again and about other documents in between: the same bytes every time.
#[test]
fn one_question_has_one_answer() {
    let case = Case::good();
    let (snapshot, good) = (case.snapshot(), case.presented());
    let first = verify(&snapshot, &good, &case.question).to_json();
    let other = Presented::read(r#"{"number":"240000012210"}"#).unwrap();
    assert_ne!(verify(&snapshot, &other, &case.question).to_json(), first);
    assert_eq!(verify(&snapshot, &good, &case.question).to_json(), first);
    assert_eq!(verify(&case.snapshot(), &good, &case.question).to_json(), first);
}
