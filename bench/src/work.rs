//! The pieces of work that are measured, each on any document of a sample.

use std::hint::black_box;

use rastau_core::crypto::{Algorithm, PublicKey};
use rastau_core::document::text::{Presented, Unverified};
use rastau_core::snapshot::Snapshot;
use rastau_core::verdict::{Outcome, Verdict};
use rastau_core::verify::{Policy, Question, verify};
use rastau_store::Bundle;

use crate::fixture::{Fixture, NOW};

/// A piece of work.
pub struct Work<'a> {
    /// What it does.
    pub name: String,
    /// The index of the bare signature check to compare it with.
    pub bare: Option<usize>,
    /// Runs it on the document at this index of the sample.
    pub run: Box<dyn Fn(usize) + 'a>,
}

/// The sample as a verifier receives it.
pub struct Inputs {
    /// The texts of the QR codes, for each algorithm.
    texts: Vec<(Algorithm, Vec<String>)>,
    /// The typed forms.
    forms: Vec<String>,
    /// The documents that were read already and the keys that signed them, for the bare signature check.
    signed: Vec<Vec<(Box<Unverified>, PublicKey)>>,
}

impl Inputs {
    /// Signs the sample with both algorithms and writes its typed forms.
    ///
    /// # Panics
    /// If a text that was just written cannot be read.
    #[must_use]
    pub fn of(fixture: &Fixture) -> Self {
        let mut inputs = Self { texts: Vec::new(), forms: Vec::new(), signed: Vec::new() };
        for algorithm in [Algorithm::Ed25519, Algorithm::Esp256] {
            let mut texts = Vec::with_capacity(fixture.sample.len());
            let mut signed = Vec::with_capacity(fixture.sample.len());
            for document in &fixture.sample {
                let text = fixture.text(document, algorithm);
                let Ok(Presented::Signed(unverified)) = Presented::read(&text) else {
                    panic!("a signed text is not read as one: {text}")
                };
                signed.push((unverified, fixture.key(document, algorithm).public().clone()));
                texts.push(text);
            }
            inputs.texts.push((algorithm, texts));
            inputs.signed.push(signed);
        }
        inputs.forms = fixture.sample.iter().map(crate::fixture::Document::form).collect();
        inputs
    }

    /// Every piece of work: for each algorithm the bare signature check and the complete verification without and with
    /// its JSON; then the typed form without and with its JSON.
    ///
    /// The bare check compares the key's id and verifies the signature. Reading the document and finding the key are
    /// not included. A complete verification goes from the text to the verdict.
    #[must_use]
    pub fn works<'a>(&'a self, snapshot: &'a Snapshot<Bundle>) -> Vec<Work<'a>> {
        let mut works = Vec::new();
        for ((algorithm, texts), signed) in self.texts.iter().zip(&self.signed) {
            let name = match algorithm {
                Algorithm::Ed25519 => "Ed25519",
                Algorithm::Esp256 => "P-256",
            };
            let bare = works.len();
            works.push(Work {
                name: format!("{name}, bare signature check"),
                bare: None,
                run: Box::new(|at| {
                    let (document, key) = black_box(&signed[at]);
                    black_box(document.signed_by(key));
                }),
            });
            works.extend(complete(&format!("{name}, complete"), Some(bare), snapshot, texts));
        }
        works.extend(complete("typed form, complete", None, snapshot, &self.forms));
        works
    }

    /// Verifies the sample once in each form, and returns how many documents are valid, invalid and indeterminate.
    ///
    /// # Panics
    /// If a bare signature check fails, or if the forms of a document differ in their outcome: the figures would then be
    /// those of something else.
    #[must_use]
    pub fn outcomes(&self, snapshot: &Snapshot<Bundle>) -> [usize; 3] {
        for (document, key) in self.signed.iter().flatten() {
            assert!(document.signed_by(key), "document {}: wrong signature", document.claims.number);
        }
        let mut counts = [0; 3];
        for (at, form) in self.forms.iter().enumerate() {
            let outcome = answer(snapshot, form).outcome();
            for (_, texts) in &self.texts {
                assert_eq!(answer(snapshot, &texts[at]).outcome(), outcome, "{form}");
            }
            counts[match outcome {
                Outcome::Valid => 0,
                Outcome::Invalid => 1,
                Outcome::Indeterminate => 2,
            }] += 1;
        }
        counts
    }
}

/// The complete verification of `inputs`, without and with the JSON of the verdict.
fn complete<'a>(
    name: &str,
    bare: Option<usize>,
    snapshot: &'a Snapshot<Bundle>,
    inputs: &'a [String],
) -> [Work<'a>; 2] {
    let without = Work {
        name: name.to_string(),
        bare,
        run: Box::new(move |at| drop(black_box(answer(snapshot, &inputs[at])))),
    };
    let with = Work {
        name: format!("{name}, with JSON"),
        bare,
        run: Box::new(move |at| drop(black_box(answer(snapshot, &inputs[at]).to_json()))),
    };
    [without, with]
}

/// Verifies a text or a typed form, with the default policy, for today.
///
/// # Panics
/// If the input cannot be read.
pub fn answer(snapshot: &Snapshot<Bundle>, input: &str) -> Verdict {
    let presented = Presented::read(black_box(input)).expect("a document");
    verify(snapshot, &presented, &Question { on: None, clock: NOW, policy: Policy::default() })
}
