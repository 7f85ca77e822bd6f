//! The verifier: a snapshot opened against a pinned trust root, and the questions it answers.

use std::cell::OnceCell;

use rastau_core::calendar::Timestamp;
use rastau_core::document::Form;
use rastau_core::document::text::Presented;
use rastau_core::error::{OpenError, Statement};
use rastau_core::snapshot::file::BundleFile;
use rastau_core::snapshot::{OpenOptions, Snapshot, TrustedState};
use rastau_core::update::{Held, HeldSegment, NewerRoot, Walk, drive_local};
use rastau_core::verdict::Freshness;
use rastau_core::verify::post::{Classifier, Posts};
use rastau_core::verify::{Policy, Question, verify, verify_beside};
use rastau_messages::{Lang, explain_verdict};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{bundle_error, page_error, parsed, read_error};
use crate::convert::{bytes, to_js};
use crate::error::bad_argument;
use crate::file::Source;
#[cfg(feature = "law")]
use crate::law::answer;
use crate::object::with;
use crate::options::{Options, anchor, input_text, time};
use crate::reader::OptionsReader;
use crate::root::with_kept;

/// An open snapshot. It fetches and stores nothing; `free()` releases its memory.
#[wasm_bindgen]
pub struct Verifier {
    /// The newest root, as signed.
    root: Vec<u8>,
    snapshot: Snapshot<BundleFile<Source>>,
    state: TrustedState,
    /// From when on a newer root does not support the open bundle.
    closed_from: Option<Timestamp>,
    policy: Policy,
    /// The classifier of professions, read on the first question about a post.
    posts: OnceCell<Posts>,
}

#[wasm_bindgen]
impl Verifier {
    /// Opens a bundle (a `.rastau` file) against a pinned trust root. Throws if the bundle is not accepted: too few
    /// signatures, another register, older than `state`. If the bundle has a newer trust root all the same, the error's `kept`
    /// has it: store it in place of the pinned one.
    pub fn open(
        #[wasm_bindgen(js_name = trustRoot, unchecked_param_type = "Uint8Array")] trust_root: JsValue,
        #[wasm_bindgen(unchecked_param_type = "BundleSource")] bundle: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
    ) -> Result<Self, JsValue> {
        let trust_root = bytes("trustRoot", &trust_root)?;
        let given = OptionsReader::new(options, &["accept", "anchor", "grace", "now", "state", "lang"])?;
        let policy = policy(&given)?;
        let now = time("now", given.text("now")?.as_deref())?;
        let state = given.member("state")?.map(|state| bytes("state", &state)).transpose()?;
        let trusted_state = state.as_deref().map(TrustedState::read).transpose();
        let trusted_state = trusted_state.map_err(|error| bad_argument("state", &error.to_string()))?;
        let lang = given.lang()?;
        let file = BundleFile::open(Source::read(bundle)?);
        let file = file.map_err(|error| bundle_error(&error, lang))?;
        let options =
            OpenOptions::kept(&trust_root, anchor(&given)?, now).trusted_state(trusted_state.as_ref());
        let roots = file.statements().roots.clone();
        let snapshot = file
            .into_snapshot(&options)
            .map_err(|error| with_kept(bundle_error(&error, lang), NewerRoot::of_bundle(options, &roots)))?;
        let (root, state) = (snapshot.chain().bytes().to_vec(), snapshot.trusted_state());
        Ok(Self { root, snapshot, state, closed_from: None, policy, posts: OnceCell::new() })
    }

    /// Replaces the open bundle with a newer one. If it throws, the open bundle stays in use, unless the other bundle has a
    /// newer trust root that takes the open one's keys away: then nothing is verified until a bundle under that root is open.
    /// Store `state()` if it returns, and the error's `kept` (root and state) if it throws with one.
    pub fn update(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "BundleSource")] bundle: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TimeOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        let options = Options::read(options)?;
        let (now, lang) = (options.now()?, options.lang);
        let file = BundleFile::open(Source::read(bundle)?).map_err(|error| bundle_error(&error, lang))?;
        let open =
            |root| OpenOptions::kept(root, self.snapshot.anchor(), now).trusted_state(Some(&self.state));
        // The pages of the file are authenticated when they are read, so its segments count as stored.
        let segments = file.segments().map(|(root, length)| HeldSegment { root, length, is_committed: true });
        let held = Held {
            statements: Some(self.snapshot.pages().statements().clone()),
            segments: segments.collect(),
        };
        let mut walk = Walk::begin(open(&self.root), held).map_err(|error| bundle_error(&error, lang))?;
        let plan = match drive_local(&mut walk, &file) {
            Ok(plan) => plan,
            Err(error) => {
                // A verified root counts, even if the rest of the update fails.
                let from = walk.closes_service_from();
                self.closed_from = match (self.closed_from, from) {
                    (Some(known), Some(from)) => Some(known.min(from)),
                    (known, from) => known.or(from),
                };
                let newer = NewerRoot::of(&walk, Some(&self.state));
                if let Some(newer) = &newer {
                    (self.state.root, self.root) = (newer.known, newer.bytes.clone());
                }
                return Err(with_kept(bundle_error(&error, lang), newer));
            }
        };
        if plan.report.source_is_behind {
            // The confirmation in use stays, so the file is not what is in use, and must not be stored.
            return Err(bundle_error(&OpenError::Rollback(Statement::Freshness), lang));
        }
        let snapshot = Snapshot::open(&open(&plan.root), &plan.statements, file);
        self.snapshot = snapshot.map_err(|error| bundle_error(&error, lang))?;
        (self.root, self.state, self.closed_from) = (plan.root, plan.trusted_state, None);
        self.posts = OnceCell::new();
        Ok(())
    }

    /// Returns the trusted state. Store it and pass it to the next `open`; then nothing older is accepted.
    pub fn state(&self) -> Vec<u8> {
        self.state.write()
    }

    /// Whether an update that was not accepted has closed the open bundle: its newer trust root takes the bundle's keys away, or has
    /// expired by the device's clock.
    #[wasm_bindgen(getter)]
    pub fn closed(&self) -> bool {
        time("now", None).is_ok_and(|now| self.closed_at(now))
    }

    /// Verifies the text of a document, or a typed form (as JSON text or as an object of its fields). The option `beside` has
    /// what is stated beside the document, for example by the other columns of its row in a list; a contradiction is never
    /// valid. The option `post` has the profession that a person's post asks for; it is compared beside the answer and never changes it.
    #[wasm_bindgen(unchecked_return_type = "VerdictAnswer")]
    pub fn verify(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | TypedForm")] input: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DocumentOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (options, beside, post) = Options::of_document(options)?;
        let (lang, now) = (options.lang, options.now()?);
        let origin = self.open_at(now, lang)?.manifest().link.as_ref();
        let presented = Presented::read_for(&input_text(&input)?, origin);
        let presented = presented.map_err(|error| read_error(&error, lang))?;
        let question = Question { on: options.on, clock: now, policy: self.policy };
        let mut verdict = match beside {
            Some(beside) => {
                let beside = Form::beside(&beside, &presented).map_err(|error| read_error(&error, lang))?;
                verify_beside(&self.snapshot, &presented, &beside, &question)
            }
            None => verify(&self.snapshot, &presented, &question),
        };
        if let Some(post) = post {
            let posts = self.posts.get_or_init(|| Posts::read(&self.snapshot));
            verdict.post = Some(posts.compare(&verdict, &post));
        }
        let object = parsed(&verdict.to_json())?;
        Ok(match lang {
            Some(lang) => with(object, "words", &to_js(&explain_verdict(&verdict, lang))?),
            None => object,
        })
    }

    /// Returns which register this is, its date, its signing keys and its size.
    #[wasm_bindgen(js_name = snapshotInfo, unchecked_return_type = "SnapshotInfo")]
    pub fn snapshot_info(&self) -> Result<JsValue, JsValue> {
        to_js(&self.snapshot.info().map_err(|error| page_error(error, None))?)
    }

    /// Returns the professions of the register's classifier by code and edition, for a form in which a post is found by typing. It reads
    /// every page of the register's tables. Throws if one cannot be read.
    #[wasm_bindgen(unchecked_return_type = "ClassifiedProfession[]")]
    pub fn professions(&self) -> Result<JsValue, JsValue> {
        let classifier = Classifier::read(&self.snapshot).map_err(|error| page_error(error, None))?;
        to_js(classifier.professions())
    }

    /// Returns the segments that are missing from the bundle or incomplete, such as `documents 1`. Empty for a complete bundle.
    pub fn damage(&self) -> Vec<String> {
        let (file, segments) = (self.snapshot.pages(), self.snapshot.segments());
        let damaged = segments.filter(|segment| file.length_of(&segment.id) != Some(segment.length()));
        damaged.map(|segment| format!("{} {}", segment.id.kind.name(), segment.id.serial)).collect()
    }
}

impl Verifier {
    /// Returns the open snapshot.
    ///
    /// # Errors
    /// A newer root does not support it.
    pub(crate) fn open_at(
        &self,
        now: Timestamp,
        lang: Option<Lang>,
    ) -> Result<&Snapshot<BundleFile<Source>>, JsValue> {
        if self.closed_at(now) {
            return Err(bundle_error(&OpenError::Closed, lang));
        }
        Ok(&self.snapshot)
    }

    fn closed_at(&self, now: Timestamp) -> bool {
        self.closed_from.is_some_and(|from| self.snapshot.now(now) >= from)
    }

    /// How old the snapshot may be.
    #[cfg(feature = "report")]
    pub(crate) const fn policy(&self) -> Policy {
        self.policy
    }
}

#[cfg(feature = "law")]
#[wasm_bindgen]
impl Verifier {
    /// Evaluates a rule of the Law with the register's calendar of working days.
    #[wasm_bindgen(js_name = evaluateRule, skip_typescript)]
    pub fn evaluate_rule(&self, id: JsValue, facts: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
        let lang = Options::read(options)?.lang;
        let days = self.snapshot.working_days_or_built_in();
        let days = days.map_err(|error| page_error(error, lang))?;
        answer(&id, &facts, &days, lang)
    }
}

fn policy(options: &OptionsReader) -> Result<Policy, JsValue> {
    let default = Policy::default();
    let accept = match options.text("accept")? {
        None => default.accept,
        Some(name) => [Freshness::Current, Freshness::Late, Freshness::Stale]
            .into_iter()
            .find(|grade| grade.name() == name)
            .ok_or_else(|| bad_argument("accept", "must be \"current\", \"late\" or \"stale\""))?,
    };
    let grace = match options.member("grace")? {
        None => default.grace,
        Some(grace) => grace
            .as_f64()
            .filter(|seconds| seconds.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(seconds))
            .map(|seconds| seconds as u64)
            .ok_or_else(|| bad_argument("grace", "must be a whole number of seconds from 0 to 4294967295"))?,
    };
    Ok(Policy { accept, grace })
}

/// Returns the first trust root in a bundle, for a first start where none is pinned yet. It proves nothing by itself: compare
/// its fingerprint (`snapshotInfo().root`) with the one that the register's operator publishes.
#[wasm_bindgen(js_name = trustRootOf)]
pub fn trust_root_of(
    #[wasm_bindgen(unchecked_param_type = "BundleSource")] bundle: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let file = BundleFile::open(Source::read(bundle)?).map_err(|error| bundle_error(&error, None))?;
    let first = file.statements().roots.first().map(|(_, bytes)| bytes.clone());
    first.ok_or_else(|| bad_argument("bundle", "has no trust root"))
}
