//! An update over the network of the host.
//!
//! [`Update`] is the walk of `rastau-core` ([`Walk`]) for JavaScript: `ask()` returns the current question as a plain
//! object; `answer()` and `check()` take the host's result. This binding decides nothing and has no network access, so
//! JavaScript asks the same questions in the same order as every other host. `js/update.ts` drives it over `fetch`.
//!
//! Unlike a session of `store` it does not store the segments while they arrive. They stay with the host, in memory or
//! in a file of a browser's private file system: the memory of a WebAssembly module never shrinks, and a part in it
//! would be lost with the page. Instead, the question `commit` contains the layout of the new `.rastau` file, which the
//! host assembles from its data.

use std::borrow::Cow;
use std::fmt::Display;

use js_sys::{Array, Object, Reflect, Uint8Array};
use rastau_core::calendar::Timestamp;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::error::{OpenError, PageError};
use rastau_core::snapshot::container::write_head;
use rastau_core::snapshot::file::{BundleFile, ReadAt};
use rastau_core::snapshot::{
    Anchor, FileName, MAX_CHAIN, OpenOptions, PAGE_SIZE, Pages, Segment, SegmentId, TrustedState,
};
use rastau_core::update::{Answer, Ask, Held, HeldSegment, Plan, UpdateError, Walk, walk_roots};
use rastau_messages::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::bundle_error;
use crate::convert::{bytes, copied};
use crate::error::bad_argument;
use crate::file::{MAX_EXACT, Source};
use crate::object::with;
use crate::options::{anchor, time};
use crate::reader::OptionsReader;

rastau_core::coded_error! {
    /// Why the host could not answer.
    #[derive(Debug)]
    pub enum HostError {
        /// The source could not be reached, or the transfer was interrupted.
        Source {
            /// The file that was asked for.
            name: String,
            /// What failed, as the host says it.
            source: String,
        } = Source,
    }
}

/// One update in progress. It reads no network and stores nothing: the host answers its questions. It may be dropped at any
/// point (`free()`); a new one continues from what the host has stored.
#[wasm_bindgen]
pub struct Update {
    walk: Walk,
    /// The segments of the bundle in service, each with the byte of its file at which it begins.
    held: Vec<(Hash, u64)>,
    /// The trusted state before the update.
    before: Option<TrustedState>,
    /// The roots up to the one with which the walk began, for the new file.
    roots: Vec<(u64, Vec<u8>)>,
    /// Whether the bundle in service did not open when the walk began.
    is_closed: bool,
    lang: Option<Lang>,
}

#[wasm_bindgen]
impl Update {
    /// Begins an update. Throws if the root cannot be used or the bundle is not a bundle.
    pub fn begin(
        #[wasm_bindgen(unchecked_optional_param_type = "UpdateOptions")] options: JsValue,
    ) -> Result<Self, JsValue> {
        let options =
            OptionsReader::new(options, &["root", "anchor", "state", "bundle", "parts", "now", "lang"])?;
        let lang = options.lang()?;
        let now = time("now", options.text("now")?.as_deref())?;
        let root = options.member("root")?.map(|root| bytes("root", &root)).transpose()?;
        let anchor = anchor(&options)?;
        let state = options.member("state")?.map(|state| bytes("state", &state)).transpose()?;
        let before = state.as_deref().map(TrustedState::read).transpose();
        let before = before.map_err(|error| bad_argument("state", &error.to_string()))?;
        let held = options.member("bundle")?.map(Source::read).transpose()?.map(BundleFile::open).transpose();
        let held = held.map_err(|error| bundle_error(&error, lang))?;
        let mut segments = parts(options.member("parts")?)?;
        if root.is_none() && (before.is_some() || held.is_some()) {
            // The source's first root is for a new device only: a device that has lost its root would otherwise trust
            // any source.
            return Err(bad_argument("root", "must be given with a state or a bundle"));
        }
        // The pages of a bundle are authenticated when they are read, so its segments count as stored.
        let all = held.iter().flat_map(BundleFile::segments);
        segments.splice(0..0, all.map(|(root, length)| HeldSegment { root, length, is_committed: true }));
        let begun = Beginning { root, anchor, now, before, held, segments };
        begun.update(lang).map_err(|error| bundle_error(&error, lang))
    }

    /// Returns the present question. It may be repeated and changes nothing. Throws the error with which the update ended.
    #[wasm_bindgen(unchecked_return_type = "UpdateQuestion")]
    pub fn ask(&self) -> Result<JsValue, JsValue> {
        let object = |kind: &str| with(Object::new().into(), "kind", &JsValue::from_str(kind));
        Ok(match self.walk.ask() {
            Ask::Statement { name, limit } => {
                let object = with(object("statement"), "name", &text(&name));
                with(object, "limit", &number(limit as u64))
            }
            Ask::Keep(root) => {
                let object = with(object("keep"), "version", &number(root.version));
                with(object, "root", &Uint8Array::from(root.bytes))
            }
            Ask::Segment { segment, from } => {
                let object = with(object("segment"), "name", &name_of(segment));
                let object = with(object, "from", &number(from));
                with(object, "length", &number(segment.length()))
            }
            Ask::Check(segment) => {
                let object = with(object("check"), "name", &name_of(segment));
                with(object, "length", &number(segment.length()))
            }
            Ask::Commit(plan) => {
                let (size, pieces) = self.layout(plan);
                let object = with(object("commit"), "size", &number(size));
                self.outcome(with(object, "pieces", &pieces), plan)
            }
            Ask::Done(_) => {
                let plan = self.walk.plan().ok_or_else(|| self.error(&UpdateError::WrongAnswer))?;
                self.outcome(object("done"), plan)
            }
            Ask::Failed(error) => return Err(self.error(error)),
        })
    }

    /// Takes the answer to the present question: the bytes of a statement, the HTTP status received instead of a file, or
    /// what the host did. An answer that does not fit throws (212) and changes nothing; any other error ends the update.
    pub fn answer(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "UpdateAnswer")] answer: JsValue,
    ) -> Result<(), JsValue> {
        let bytes = copied(&answer);
        let status = answer.as_f64().filter(|status| status.fract() == 0.0);
        let status = status.filter(|status| (0.0..=f64::from(u16::MAX)).contains(status));
        let answer = match (&bytes, status, answer.as_string().as_deref()) {
            (Some(bytes), ..) => Answer::Bytes(bytes),
            (_, Some(status), _) => Answer::Status(status as u16),
            (.., Some("kept")) => Answer::Kept,
            (.., Some("stored")) => Answer::Stored,
            (.., Some("committed")) => Answer::Committed,
            (.., Some("moved")) => Answer::Moved,
            _ => {
                let expected =
                    "a Uint8Array, an HTTP status, \"kept\", \"stored\", \"committed\" or \"moved\"";
                return Err(bad_argument("answer", &format!("must be {expected}")));
            }
        };
        let answered = self.walk.answer(answer);
        answered.map_err(|error| self.error(&error))
    }

    /// Checks every page of the segment of the question `check`, where the host has stored it.
    pub fn check(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "BundleSource")] segment: JsValue,
    ) -> Result<(), JsValue> {
        let stored = Source::read(segment);
        let stored = stored
            .map_err(|_| bad_argument("segment", "must be a Uint8Array or an object with size and read()"))?;
        let checked = self.walk.check(&Stored(stored), || {});
        checked.map_err(|error| self.error(&error))
    }

    /// Whether the bundle that was passed cannot be used any more: it does not open under the newest root and with the state.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn closed(&self) -> bool {
        self.is_closed || self.walk.closes_service()
    }

    /// Makes the error of a host that could not answer the present question, for example because the network is down (125).
    /// The update is unchanged: the question may be answered later.
    #[wasm_bindgen(unchecked_return_type = "RastauError")]
    #[must_use]
    pub fn failure(&self, #[wasm_bindgen(unchecked_param_type = "string")] problem: JsValue) -> JsValue {
        let name = match self.walk.ask() {
            Ask::Statement { name, .. } => name.to_string(),
            Ask::Segment { segment, .. } => FileName::Segment(segment.id.root).to_string(),
            Ask::Keep(_) | Ask::Check(_) | Ask::Commit(_) | Ask::Done(_) | Ask::Failed(_) => String::new(),
        };
        bundle_error(&HostError::Source { name, source: problem.as_string().unwrap_or_default() }, self.lang)
    }
}

impl Update {
    fn error(&self, error: &UpdateError) -> JsValue {
        bundle_error(error, self.lang)
    }

    /// Adds the data in service after the update.
    fn outcome(&self, object: JsValue, plan: &Plan) -> JsValue {
        let object = with(object, "root", &Uint8Array::from(plan.root.as_slice()));
        let object = with(object, "state", &Uint8Array::from(plan.trusted_state.write().as_slice()));
        let report = &plan.report;
        let anchor = match plan.anchor {
            Anchor::Pinned => "pinned",
            Anchor::FirstUse => "first-use",
        };
        let facts = [
            ("change", JsValue::from_str(plan.change(self.before.as_ref()).name())),
            ("epoch", number(report.manifest.0)),
            ("version", number(report.manifest.1)),
            ("as_of", text(&report.as_of)),
            ("checked_at", text(&report.checked_at)),
            ("anchor", JsValue::from_str(anchor)),
            ("source_is_behind", report.source_is_behind.into()),
            ("needs_newer_program", report.needs_newer_program.into()),
            ("to_fetch", number(report.to_fetch)),
            ("held", number(report.held)),
        ];
        let report =
            facts.iter().fold(Object::new().into(), |object, (name, value)| with(object, name, value));
        with(object, "report", &report)
    }

    /// The size of the new `.rastau` file and its pieces: the index, the roots from the first one on, the other statements, and
    /// the segments.
    fn layout(&self, plan: &Plan) -> (u64, Array) {
        let statements = &plan.statements;
        let roots: Vec<_> = self.roots.iter().chain(&statements.roots).collect();
        // A bundle has no more; a device that goes on from here needs the newest only.
        let roots = roots.get(roots.len().saturating_sub(MAX_CHAIN)..).unwrap_or_default().iter().copied();
        let named = [
            (FileName::Freshness, &statements.fresh),
            (FileName::Manifest(sha256(&[&statements.manifest])), &statements.manifest),
            (FileName::Centres(sha256(&[&statements.centres])), &statements.centres),
        ];
        let roots = roots.map(|(version, bytes)| (FileName::Root(*version), bytes));
        let signed: Vec<(FileName, &Vec<u8>)> = roots.chain(named).collect();
        let lengths = signed.iter().map(|(name, bytes)| (name.to_string(), bytes.len() as u64));
        let segments = plan.segments.iter();
        let segments =
            segments.map(|segment| (FileName::Segment(segment.id.root).to_string(), segment.length()));
        let (head, parts) = write_head(&lengths.chain(segments).collect::<Vec<_>>());
        let piece = |at: u64| with(Object::new().into(), "at", &number(at));
        let pieces = Array::of1(&with(piece(0), "bytes", &Uint8Array::from(head.as_slice())));
        let (of_statements, of_segments) = parts.split_at(signed.len().min(parts.len()));
        for (part, (_, bytes)) in of_statements.iter().zip(&signed) {
            pieces.push(&with(piece(part.offset), "bytes", &Uint8Array::from(bytes.as_slice())));
        }
        for (part, segment) in of_segments.iter().zip(&plan.segments) {
            let object = with(piece(part.offset), "name", &JsValue::from_str(&part.name));
            let object = with(object, "length", &number(part.length));
            let held = self.held.iter().find(|(root, _)| *root == segment.id.root && plan.holds(segment));
            pieces.push(&match held {
                Some((_, offset)) => with(object, "held", &number(*offset)),
                None => object,
            });
        }
        let size = parts.last().map_or(head.len() as u64, |part| part.offset.saturating_add(part.length));
        (size, pieces)
    }
}

/// The initial data of an update.
struct Beginning {
    root: Option<Vec<u8>>,
    anchor: Anchor,
    now: Timestamp,
    before: Option<TrustedState>,
    held: Option<BundleFile<Source>>,
    segments: Vec<HeldSegment>,
}

impl Beginning {
    fn update(self, lang: Option<Lang>) -> Result<Update, OpenError> {
        let Self { root, anchor, now, before, held, segments } = self;
        let options = match &root {
            Some(root) => OpenOptions::kept(root, anchor, now),
            None => OpenOptions::on_first_use(now),
        };
        let mut offsets = Vec::new();
        let (mut newest, mut state, mut statements, mut is_closed) =
            (root.clone(), before.clone(), None, false);
        let mut roots = Vec::new();
        if let Some(held) = held {
            offsets.extend(held.offsets());
            let signed = held.statements().clone();
            roots.clone_from(&signed.roots);
            let options = options.trusted_state(before.as_ref());
            // As in a verifier that has opened the bundle: nothing older than it is accepted.
            match held.into_snapshot(&options) {
                Ok(snapshot) => {
                    newest = Some(snapshot.chain().bytes().to_vec());
                    state = Some(snapshot.trusted_state());
                    statements = Some(signed);
                }
                // Its newest root counts although it does not open.
                Err(_) => {
                    is_closed = true;
                    if let Some((_, bytes)) = walk_roots(options, &roots).as_ref().and_then(Walk::newer_root)
                    {
                        newest = Some(bytes.to_vec());
                    }
                }
            }
        }
        let options = match &newest {
            Some(newest) => OpenOptions::kept(newest, anchor, now),
            None => options,
        };
        let walk = Walk::begin(options.trusted_state(state.as_ref()), Held { statements, segments })?;
        if let Some((known, bytes)) = walk.newest_root() {
            roots.retain(|(version, _)| *version < known.version);
            roots.push((known.version, bytes.to_vec()));
        }
        Ok(Update { walk, held: offsets, before: state, roots, is_closed, lang })
    }
}

/// The segment of a question, where the host has stored it.
struct Stored(Source);

impl Pages for Stored {
    fn page(&self, _segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let at = u64::from(index) * PAGE_SIZE as u64;
        self.0.read_at(at, PAGE_SIZE).ok_or(PageError::Missing)
    }
}

/// Reads the parts of segments that the host has stored: an object of names and lengths.
fn parts(parts: Option<JsValue>) -> Result<Vec<HeldSegment>, JsValue> {
    let Some(parts) = parts else { return Ok(Vec::new()) };
    let unusable = || bad_argument("parts", "must be an object of the names of segments and their lengths");
    if !parts.is_object() {
        return Err(unusable());
    }
    let part = |name: JsValue| {
        let length = Reflect::get(&parts, &name)?.as_f64();
        let length = length.filter(|length| (0.0..=MAX_EXACT).contains(length)).ok_or_else(unusable)?;
        match name.as_string().as_deref().and_then(FileName::parse) {
            Some(FileName::Segment(root)) => {
                Ok(HeldSegment { root, length: length as u64, is_committed: false })
            }
            _ => Err(unusable()),
        }
    };
    Reflect::own_keys(&parts)?.into_iter().map(part).collect()
}

/// A number of JavaScript. Sizes and versions are far below 2⁵³, up to which numbers are exact.
fn number(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn text(value: &dyn Display) -> JsValue {
    JsValue::from_str(&value.to_string())
}

fn name_of(segment: &Segment) -> JsValue {
    text(&FileName::Segment(segment.id.root))
}
