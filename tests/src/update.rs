//! Loads the transcripts of updates and replays them: through the walk of the core alone, and through a session of the store.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::error::PageError;
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::{Anchor, FileName, OpenOptions, PAGE_SIZE, TrustedState};
use rastau_core::update::{Answer, Ask, Held, HeldSegment, Plan, UpdateError, Walk};
use rastau_store::source::Folder;
use rastau_store::{Device, Session, StoreError, Update, Want};
use serde::{Deserialize, Serialize};

/// An update: the questions, the answers and the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcript {
    /// The purpose of the transcript, in one line.
    pub description: String,
    /// The device's clock, RFC 3339.
    pub now: String,
    /// The path of the pinned trust root from the corpus's directory; `None` to trust the source's first root.
    pub root: Option<String>,
    /// The path of the bundle that the device was updated from before; `None` for a new device.
    pub before: Option<String>,
    /// The questions in their order, each with its answer.
    pub steps: Vec<Step>,
    /// The result.
    pub result: Outcome,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The name of the file that is asked for.
    pub want: String,
    /// The byte from which it is asked for.
    pub from: u64,
    /// The answer.
    pub answer: Reply,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Reply {
    /// An HTTP status other than success.
    Status {
        /// The status.
        status: u16,
    },
    /// A text, in UTF-8.
    Text {
        /// The text.
        text: String,
    },
    /// One byte, repeated.
    Repeated {
        /// The byte.
        byte: u8,
        /// The number of bytes.
        length: usize,
    },
    /// A file of the corpus.
    File {
        /// Its path from the corpus's directory.
        file: String,
        /// The byte of the file with which the answer begins.
        #[serde(default, skip_serializing_if = "is_zero")]
        at: u64,
        /// The byte before which the transfer breaks off.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut: Option<usize>,
        /// The byte whose lowest bit is inverted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        flip: Option<usize>,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
const fn is_zero(at: &u64) -> bool {
    *at == 0
}

/// The result of an update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Outcome {
    /// A bundle is in service.
    Done {
        /// `first`, `newer`, `mended` or `nothing`.
        change: String,
        /// The manifest's epoch.
        epoch: u64,
        /// The manifest's version.
        version: u64,
        /// The instant of the freshness statement in service, RFC 3339.
        checked_at: String,
        /// Whether the source's freshness statement is older than that.
        source_is_behind: bool,
        /// Whether the register has a newer root that this program cannot use.
        needs_newer_program: bool,
        /// The first file that the next update asks for.
        next: String,
    },
    /// The update ended without a commit.
    Failed {
        /// The number of the error.
        error: u16,
        /// Whether a newer root closes the bundle that was in service.
        closed: bool,
        /// The first file that the next update asks for.
        next: String,
    },
}

/// Loads every transcript of a corpus with its name, sorted by name.
///
/// # Panics
/// If a file is missing or malformed.
#[must_use]
pub fn transcripts_in(corpus: &Path) -> Vec<(String, Transcript)> {
    let folder = corpus.join("updates");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found: Vec<(String, Transcript)> = entries
        .map(|entry| {
            let path = entry.expect("a readable directory").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            let transcript = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, transcript)
        })
        .collect();
    found.sort_by(|(left, _), (right, _)| left.cmp(right));
    found
}

/// The response of the source.
enum Sent {
    Status(u16),
    /// The bytes from `at` on; not complete if the transfer broke off.
    Bytes {
        bytes: Vec<u8>,
        at: u64,
        is_complete: bool,
    },
}

/// The source of a transcript: it answers the questions in their order, and no others.
struct Script<'t> {
    corpus: &'t Path,
    steps: std::slice::Iter<'t, Step>,
    asked: usize,
}

impl<'t> Script<'t> {
    fn new(corpus: &'t Path, transcript: &'t Transcript) -> Self {
        Self { corpus, steps: transcript.steps.iter(), asked: 0 }
    }

    fn ask(&mut self, name: FileName, from: u64) -> Result<Sent, String> {
        self.asked += 1;
        let at_step = self.asked;
        let step = self.steps.next();
        let step =
            step.ok_or_else(|| format!("question {at_step}: {name} from {from} after the last step"))?;
        if step.want != name.to_string() || step.from != from {
            let (want, begin) = (&step.want, step.from);
            return Err(format!("question {at_step}: {name} from {from} instead of {want} from {begin}"));
        }
        Ok(self.sent(&step.answer))
    }

    fn sent(&self, reply: &Reply) -> Sent {
        let whole = |bytes| Sent::Bytes { bytes, at: 0, is_complete: true };
        match reply {
            Reply::Status { status } => Sent::Status(*status),
            Reply::Text { text } => whole(text.as_bytes().to_vec()),
            Reply::Repeated { byte, length } => whole(vec![*byte; *length]),
            Reply::File { file, at, cut, flip } => {
                let mut bytes = read(self.corpus, file);
                if let Some(flip) = flip {
                    bytes[*flip] ^= 1;
                }
                bytes.truncate(cut.unwrap_or(bytes.len()));
                let begin = usize::try_from(*at).expect("an offset in memory");
                Sent::Bytes { bytes: bytes.split_off(begin), at: *at, is_complete: cut.is_none() }
            }
        }
    }

    fn finish(&self) -> Result<(), String> {
        match self.steps.as_slice() {
            [] => Ok(()),
            [step, ..] => Err(format!("the update ended before {} was asked for", step.want)),
        }
    }
}

fn read(corpus: &Path, name: &str) -> Vec<u8> {
    std::fs::read(corpus.join(name)).unwrap_or_else(|error| panic!("{name} of the corpus: {error}"))
}

/// A disk in memory: what a host of the walk has stored.
#[derive(Default)]
struct Stored {
    plan: Option<Plan>,
    /// The newest root that was kept, and where the first one came from.
    root: Option<(Vec<u8>, Anchor)>,
    files: BTreeMap<Hash, Vec<u8>>,
}

impl Pages for Stored {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let file = self.files.get(&segment.root).ok_or(PageError::Missing)?;
        let page = file.chunks_exact(PAGE_SIZE).nth(index as usize).ok_or(PageError::Missing)?;
        Ok(Cow::Borrowed(page))
    }
}

impl Stored {
    fn state(&self) -> Option<&TrustedState> {
        self.plan.as_ref().map(|plan| &plan.trusted_state)
    }

    fn walk(&self, pinned: Option<&[u8]>, now: Timestamp) -> Walk {
        let options = match (&self.root, pinned) {
            (Some((root, anchor)), _) => OpenOptions::kept(root, *anchor, now),
            (None, Some(root)) => OpenOptions::pinned(root, now),
            (None, None) => OpenOptions::on_first_use(now),
        };
        let is_committed = |root: &Hash| {
            self.plan.as_ref().is_some_and(|plan| plan.segments.iter().any(|one| one.id.root == *root))
        };
        let segments = self.files.iter().map(|(root, bytes)| HeldSegment {
            root: *root,
            length: bytes.len() as u64,
            is_committed: is_committed(root),
        });
        let held = Held {
            statements: self.plan.as_ref().map(|plan| plan.statements.clone()),
            segments: segments.collect(),
        };
        Walk::begin(options.trusted_state(self.state()), held).expect("a usable root")
    }

    /// Answers a walk by `source` up to its end.
    fn run(
        &mut self,
        walk: &mut Walk,
        source: &mut dyn FnMut(FileName, u64) -> Result<Sent, String>,
    ) -> Result<Result<(), UpdateError>, String> {
        loop {
            let answered = match walk.ask() {
                Ask::Statement { name, limit } => match source(name, 0)? {
                    Sent::Status(status) => walk.answer(Answer::Status(status)),
                    Sent::Bytes { mut bytes, .. } => {
                        bytes.truncate(limit + 1);
                        walk.answer(Answer::Bytes(&bytes))
                    }
                },
                Ask::Keep(root) => {
                    let anchor = self.root.as_ref().map_or(Anchor::Pinned, |(_, anchor)| *anchor);
                    self.root = Some((root.bytes.to_vec(), anchor));
                    walk.answer(Answer::Kept)
                }
                Ask::Segment { segment, .. } => {
                    let (root, length) = (segment.id.root, segment.length());
                    let file = self.files.entry(root).or_default();
                    match source(FileName::Segment(root), file.len() as u64)? {
                        Sent::Status(status) => walk.answer(Answer::Status(status)),
                        Sent::Bytes { bytes, at, .. } => {
                            file.truncate(usize::try_from(at).expect("an offset in memory"));
                            file.extend(bytes);
                            // A transfer that broke off: the same question again, from where the part ends.
                            if (file.len() as u64) < length { Ok(()) } else { walk.answer(Answer::Stored) }
                        }
                    }
                }
                Ask::Check(segment) => {
                    let root = segment.id.root;
                    let checked = walk.check(&*self, || {});
                    if let Ask::Segment { segment: again, from } = walk.ask()
                        && again.id.root == root
                        && let Some(file) = self.files.get_mut(&root)
                    {
                        file.truncate(usize::try_from(from).expect("an offset in memory"));
                    }
                    checked
                }
                Ask::Commit(plan) => {
                    self.root = Some((plan.root.clone(), plan.anchor));
                    self.plan = Some(plan.clone());
                    walk.answer(Answer::Committed)
                }
                Ask::Done(_) => return Ok(Ok(())),
                Ask::Failed(error) => return Ok(Err(error.clone())),
            };
            // An error ends the walk, which repeats it.
            let _ = answered;
        }
    }
}

/// Replays a transcript through the walk alone, with a disk in memory, and returns the result.
///
/// # Errors
/// The first question that differs.
///
/// # Panics
/// If the transcript names a missing file.
pub fn replay_walk(corpus: &Path, transcript: &Transcript) -> Result<Outcome, String> {
    let now = Timestamp::parse(&transcript.now).expect("an RFC 3339 time");
    let root = transcript.root.as_deref().map(|name| read(corpus, name));
    let mut stored = Stored::default();
    if let Some(before) = &transcript.before {
        let mut walk = stored.walk(root.as_deref(), now);
        let folder = corpus.join(before);
        let done = stored.run(&mut walk, &mut |name, _| {
            Ok(match std::fs::read(folder.join(name.to_string())) {
                Ok(bytes) => Sent::Bytes { bytes, at: 0, is_complete: true },
                Err(_) => Sent::Status(404),
            })
        })?;
        done.map_err(|error| format!("{before}: {error}"))?;
    }
    let before = stored.state().cloned();
    let mut script = Script::new(corpus, transcript);
    let mut walk = stored.walk(root.as_deref(), now);
    let ended = stored.run(&mut walk, &mut |name, from| script.ask(name, from))?;
    script.finish()?;
    let next = match stored.walk(root.as_deref(), now).ask() {
        Ask::Statement { name, .. } => name.to_string(),
        other => return Err(format!("the next update begins with {other:?}")),
    };
    Ok(match (ended, walk.plan()) {
        (Err(error), _) => {
            Outcome::Failed { error: error.code().number(), closed: walk.closes_service(), next }
        }
        (Ok(()), None) => return Err("a walk that is done has no plan".to_owned()),
        (Ok(()), Some(plan)) => Outcome::Done {
            change: plan.change(before.as_ref()).name().to_owned(),
            epoch: plan.report.manifest.0,
            version: plan.report.manifest.1,
            checked_at: plan.report.checked_at.to_string(),
            source_is_behind: plan.report.source_is_behind,
            needs_newer_program: plan.report.needs_newer_program,
            next,
        },
    })
}

/// Replays a transcript through a session of the store, in the empty directory `folder`, `chunk` bytes at a time, and
/// returns the result. The bundle that was in service must still open afterwards, unless the transcript says that it is
/// closed.
///
/// # Errors
/// The first question that differs, or a device that does not open.
///
/// # Panics
/// If the transcript names a missing file.
pub fn replay_session(
    corpus: &Path,
    transcript: &Transcript,
    folder: &Path,
    chunk: usize,
) -> Result<Outcome, String> {
    let now = Timestamp::parse(&transcript.now).expect("an RFC 3339 time");
    let root = transcript.root.as_deref().map(|name| read(corpus, name));
    let update = Update::by_clock(now, root.as_deref());
    let device = Device::at(folder);
    if let Some(before) = &transcript.before {
        device
            .update(&Folder::new(corpus.join(before)), &update, &mut |_, _| {})
            .map_err(|error| format!("{before}: {error}"))?;
    }
    let version = |device: &Device| {
        let opened = device.open_read_only(now).map_err(|error| error.code().number())?;
        let manifest = opened.snapshot.manifest();
        Ok::<_, u16>((manifest.epoch, manifest.version))
    };
    let before = version(&device);
    let mut script = Script::new(corpus, transcript);
    let mut session = Session::begin(&device, &update).map_err(|error| error.to_string())?;
    let ended = answer_session(&mut session, &mut script, chunk)?;
    script.finish()?;
    let after = version(&device);
    let next = Session::begin(&device, &update).map_err(|error| error.to_string())?;
    let Want::Statement { name: next, .. } = next.want() else {
        return Err(format!("the next update begins with {:?}", next.want()));
    };
    let next = next.to_string();
    Ok(match ended {
        Err(error) => {
            let closed = session.closes_service();
            let expected = if closed { Err(CLOSED) } else { before };
            if after != expected {
                return Err(format!("the device holds {after:?} instead of {expected:?}"));
            }
            // A session reports both in one error.
            let error = match error {
                StoreError::ClosedByUpdate { source, .. } if closed => *source,
                error if closed => return Err(format!("the error does not say that it is closed: {error}")),
                error => error,
            };
            Outcome::Failed { error: error.code().number(), closed, next }
        }
        Ok(updated) => {
            if after != Ok(updated.manifest) {
                return Err(format!("the device holds {after:?} instead of {:?}", updated.manifest));
            }
            Outcome::Done {
                change: updated.change.name().to_owned(),
                epoch: updated.manifest.0,
                version: updated.manifest.1,
                checked_at: updated.checked_at.to_string(),
                source_is_behind: updated.source_is_behind,
                needs_newer_program: updated.needs_newer_program,
                next,
            }
        }
    })
}

/// The number of the error of a device whose bundle a newer root has closed.
const CLOSED: u16 = rastau_core::error::ErrorCode::DeviceClosed.number();

type Ended = Result<rastau_store::Updated, StoreError>;

fn answer_session(session: &mut Session, script: &mut Script<'_>, chunk: usize) -> Result<Ended, String> {
    loop {
        let (name, from) = match session.want() {
            Want::Statement { name, .. } => (name, 0),
            Want::Segment { name, from, .. } => (name, from),
            Want::Commit => match session.commit() {
                Ok(Some(updated)) => return Ok(Ok(updated)),
                Ok(None) => continue,
                Err(error) => return Ok(Err(error)),
            },
            Want::Failed => return Err("a session fails without an error".to_owned()),
        };
        let answered = match script.ask(name, from)? {
            Sent::Status(status) => session.status(status),
            Sent::Bytes { bytes, mut at, is_complete } => {
                for part in bytes.chunks(chunk) {
                    session.take(part, at).map_err(|error| format!("{name} at {at}: {error}"))?;
                    at += part.len() as u64;
                }
                match session.end() {
                    // The received bytes are stored, and the next question says where to continue.
                    Err(StoreError::Source { .. }) if !is_complete => Ok(()),
                    other => other,
                }
            }
        };
        if let Err(error) = answered {
            return Ok(Err(error));
        }
    }
}
