//! The walk.

use alloc::borrow::Cow;
use alloc::collections::VecDeque;
use alloc::format;
use alloc::vec::Vec;

use super::error::UpdateError;
use super::plan::{Held, HeldSegment, KeptRoot, Plan, Report};
use crate::anchor::Anchor;
use crate::calendar::Timestamp;
use crate::crypto::{Hash, sha256};
use crate::error::{OpenError, PageError, Statement};
use crate::snapshot::check::{SegmentFault, check_segment};
use crate::snapshot::pages::{Pages, SegmentId};
use crate::snapshot::statements::{named_centres, named_manifest};
use crate::snapshot::trusted_state::KnownRoot;
use crate::snapshot::{
    Chain, FileName, MAX_STATEMENT, OpenOptions, PAGE_SIZE, Segment, Snapshot, Statements, Step, TrustedState,
};

/// What the walk asks of the host.
#[derive(Debug)]
pub enum Ask<'w> {
    /// Fetch this file and pass its bytes, at most `limit` and one more, or the status received instead.
    Statement {
        /// The file.
        name: FileName,
        /// The largest number of bytes that it can have.
        limit: usize,
    },
    /// Store this root durably, and nothing else.
    Keep(KeptRoot<'w>),
    /// Fetch this segment and store it, from the byte `from` on, where the stored part ends.
    Segment {
        /// The segment; its length is [`Segment::length`].
        segment: &'w Segment,
        /// Where to begin.
        from: u64,
    },
    /// The segment is stored: let the walk read its pages ([`Walk::check`]).
    Check(&'w Segment),
    /// Put this into service.
    Commit(&'w Plan),
    /// The update is complete.
    Done(&'w Report),
    /// The update ended without a commit.
    Failed(&'w UpdateError),
}

/// What the host answers.
#[derive(Debug, Clone, Copy)]
pub enum Answer<'b> {
    /// The bytes of a statement.
    Bytes(&'b [u8]),
    /// An HTTP status other than success; 404 for a file that a directory does not have.
    Status(u16),
    /// The root is stored.
    Kept,
    /// The segment is stored completely.
    Stored,
    /// The plan is in service.
    Committed,
    /// The plan is obsolete, because the device's state has changed since the walk began.
    Moved,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The first root, from the source itself.
    FirstRoot,
    Root,
    Keep,
    Freshness,
    Manifest,
    Centres,
    Segment,
    Check,
    Commit,
    Done,
    Failed,
}

/// One update in progress. It may be dropped at any point; a new one begins from what the host has stored.
#[derive(Debug)]
pub struct Walk {
    stage: Stage,
    /// `None` until the first root has come.
    chain: Option<Chain>,
    anchor: Anchor,
    /// Whether the walk began with a root that the host had. A root from the source is stored only at the commit:
    /// otherwise a mistyped address would pin another register.
    had_root: bool,
    now: Timestamp,
    latest_clock: Timestamp,
    state: Option<TrustedState>,
    held: Option<Statements>,
    segments: Vec<HeldSegment>,
    /// The roots that the source had, in order.
    roots: Vec<(u64, Vec<u8>)>,
    fresh: Vec<u8>,
    manifest: Vec<u8>,
    centres: Vec<u8>,
    may_ask_root_again: bool,
    may_restart: bool,
    plan: Option<Plan>,
    /// The segments still to be fetched, with where each begins.
    wanted: VecDeque<(Segment, u64)>,
    fetches: Fetches,
    error: Option<UpdateError>,
}

/// How often the current segment was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fetches {
    /// Once, or never if the part was complete.
    First,
    /// Once more, from its first bad page on.
    Tail,
    /// Once more, from its start.
    Last,
}

/// No pages: the statements are verified before any segment is asked for.
struct NoPages;

impl Pages for NoPages {
    fn page(&self, _segment: &SegmentId, _index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        Err(PageError::Missing)
    }
}

impl Walk {
    /// Begins an update. `options` are those with which the bundle in service is opened; on first use there is none.
    ///
    /// # Errors
    /// The trust root of `options` cannot be used ([`Chain::begin`]).
    pub fn begin(options: OpenOptions<'_>, held: Held) -> Result<Self, OpenError> {
        let chain = match options.root() {
            Some(root) => Some(Chain::begin(root, options.state().map(|state| state.root))?),
            None => None,
        };
        Ok(Self {
            stage: if chain.is_some() { Stage::Root } else { Stage::FirstRoot },
            chain,
            anchor: options.anchor(),
            had_root: options.root().is_some(),
            now: options.now(),
            latest_clock: options.clock(),
            state: options.state().cloned(),
            held: held.statements,
            segments: held.segments,
            roots: Vec::new(),
            fresh: Vec::new(),
            manifest: Vec::new(),
            centres: Vec::new(),
            may_ask_root_again: true,
            may_restart: true,
            plan: None,
            wanted: VecDeque::new(),
            fetches: Fetches::First,
            error: None,
        })
    }

    /// Returns the current question. Calling it again changes nothing.
    #[must_use]
    pub fn ask(&self) -> Ask<'_> {
        match self.stage {
            Stage::FirstRoot | Stage::Root | Stage::Freshness | Stage::Manifest | Stage::Centres => {
                Ask::Statement { name: self.wanted_statement(), limit: MAX_STATEMENT }
            }
            Stage::Keep => match &self.chain {
                Some(chain) => Ask::Keep(KeptRoot { version: chain.newest().version, bytes: chain.bytes() }),
                None => self.ask_failed(),
            },
            Stage::Segment => match self.wanted.front() {
                Some((segment, from)) => Ask::Segment { segment, from: *from },
                None => self.ask_failed(),
            },
            Stage::Check => match self.wanted.front() {
                Some((segment, _)) => Ask::Check(segment),
                None => self.ask_failed(),
            },
            Stage::Commit => self.plan.as_ref().map_or_else(|| self.ask_failed(), Ask::Commit),
            Stage::Done => {
                self.plan.as_ref().map_or_else(|| self.ask_failed(), |plan| Ask::Done(&plan.report))
            }
            Stage::Failed => self.ask_failed(),
        }
    }

    /// The answer for a stage whose data is missing, which cannot happen: no stage is entered without its data.
    fn ask_failed(&self) -> Ask<'_> {
        Ask::Failed(self.error.as_ref().unwrap_or(&UpdateError::WrongAnswer))
    }

    fn wanted_statement(&self) -> FileName {
        match self.stage {
            Stage::FirstRoot => FileName::Root(1),
            Stage::Root => {
                let newest = self.chain.as_ref().map_or(0, |chain| chain.newest().version);
                FileName::Root(newest.saturating_add(1))
            }
            Stage::Manifest => FileName::Manifest(named_manifest(&self.fresh).unwrap_or_default()),
            Stage::Centres => FileName::Centres(named_centres(&self.manifest).unwrap_or_default()),
            Stage::Freshness
            | Stage::Keep
            | Stage::Segment
            | Stage::Check
            | Stage::Commit
            | Stage::Done
            | Stage::Failed => FileName::Freshness,
        }
    }

    /// Takes the answer to the current question and advances.
    ///
    /// # Errors
    /// [`UpdateError::WrongAnswer`] for an answer of another kind, which changes nothing. Any other error ends the walk.
    pub fn answer(&mut self, answer: Answer<'_>) -> Result<(), UpdateError> {
        let result = match (self.stage, answer) {
            (
                Stage::FirstRoot | Stage::Root | Stage::Freshness | Stage::Manifest | Stage::Centres,
                Answer::Bytes(bytes),
            ) => self.take_statement(bytes),
            (
                Stage::FirstRoot | Stage::Root | Stage::Freshness | Stage::Manifest | Stage::Centres,
                Answer::Status(status),
            ) => self.take_status(status),
            (Stage::Keep, Answer::Kept) => {
                self.stage = Stage::Root;
                Ok(())
            }
            (Stage::Segment, Answer::Stored) => {
                self.stage = Stage::Check;
                Ok(())
            }
            (Stage::Segment, Answer::Status(status)) => self.missing_segment(status),
            (Stage::Commit, Answer::Committed) => {
                self.stage = Stage::Done;
                Ok(())
            }
            (Stage::Keep | Stage::Segment | Stage::Check | Stage::Commit, Answer::Moved) => {
                Err(UpdateError::Moved)
            }
            _ => return Err(UpdateError::WrongAnswer),
        };
        self.end(result)
    }

    /// Checks the stored pages of the segment of [`Ask::Check`], and advances. Calls `each` after every page.
    ///
    /// A segment that is not the signed one is asked for once more from its first bad page on, because the part before
    /// it may be intact, and then once more from its start.
    ///
    /// # Errors
    /// [`UpdateError::Segment`] for a segment that is damaged after that, which ends the walk; [`UpdateError::WrongAnswer`] if
    /// nothing is to be checked.
    pub fn check<P: Pages + ?Sized>(&mut self, pages: &P, each: impl FnMut()) -> Result<(), UpdateError> {
        if self.stage != Stage::Check {
            return Err(UpdateError::WrongAnswer);
        }
        let Some((segment, from)) = self.wanted.front_mut() else { return Err(UpdateError::WrongAnswer) };
        let result = match (check_segment(pages, segment, each), self.fetches) {
            (Ok(()), _) => {
                self.wanted.pop_front();
                self.next_segment();
                Ok(())
            }
            (Err(fault), Fetches::First) => {
                *from = u64::from(fault.page).saturating_mul(PAGE_SIZE as u64);
                self.fetches = if *from == 0 { Fetches::Last } else { Fetches::Tail };
                self.stage = Stage::Segment;
                Ok(())
            }
            (Err(_), Fetches::Tail) => {
                *from = 0;
                self.fetches = Fetches::Last;
                self.stage = Stage::Segment;
                Ok(())
            }
            (Err(SegmentFault { error, .. }), Fetches::Last) => {
                let name = format!("{} {}", segment.id.kind.name(), segment.id.serial);
                Err(UpdateError::Segment { name, error })
            }
        };
        self.end(result)
    }

    /// Advances to the next segment. A segment whose part is complete needs only the check.
    fn next_segment(&mut self) {
        self.fetches = Fetches::First;
        self.stage = match self.wanted.front() {
            Some((segment, from)) if *from == segment.length() => Stage::Check,
            Some(_) => Stage::Segment,
            None => Stage::Commit,
        };
    }

    fn end(&mut self, result: Result<(), UpdateError>) -> Result<(), UpdateError> {
        if let Err(error) = &result {
            self.error = Some(error.clone());
            self.stage = Stage::Failed;
        }
        result
    }

    fn take_statement(&mut self, bytes: &[u8]) -> Result<(), UpdateError> {
        let name = self.wanted_statement();
        let is_page = !begins_as_statement(bytes);
        // Many hosts answer with a page of their own, of any length, for a missing file. For the next root this means that
        // there is none. If a network answers every request with its page, the next answer shows it.
        if is_page && self.stage == Stage::Root {
            self.stage = Stage::Freshness;
            return Ok(());
        }
        if bytes.len() > MAX_STATEMENT {
            return Err(UpdateError::TooLarge { path: name, max: MAX_STATEMENT });
        }
        if is_page {
            return Err(UpdateError::WebPage(name));
        }
        match self.stage {
            Stage::FirstRoot => {
                self.chain = Some(Chain::begin(bytes, self.state.as_ref().map(|state| state.root))?);
                self.roots.push((1, bytes.to_vec()));
                self.stage = Stage::Root;
                Ok(())
            }
            Stage::Root => self.take_root(bytes),
            Stage::Freshness => {
                self.fresh = bytes.to_vec();
                self.after_freshness()
            }
            Stage::Manifest => {
                self.manifest = named(name, bytes)?;
                self.after_manifest()
            }
            Stage::Centres => {
                self.centres = named(name, bytes)?;
                self.open()
            }
            Stage::Keep | Stage::Segment | Stage::Check | Stage::Commit | Stage::Done | Stage::Failed => {
                Err(UpdateError::WrongAnswer)
            }
        }
    }

    fn take_root(&mut self, bytes: &[u8]) -> Result<(), UpdateError> {
        let FileName::Root(version) = self.wanted_statement() else { return Err(UpdateError::WrongAnswer) };
        let Some(chain) = self.chain.as_mut() else { return Err(UpdateError::WrongAnswer) };
        match chain.step(version, bytes)? {
            Step::Taken => {
                self.roots.push((version, bytes.to_vec()));
                // A root below that of the trusted state may be on a fork until that one is reached: old root keys,
                // which a later root replaced, can sign it. A host that stored it could not leave the fork again.
                let is_below_known = self.state.as_ref().is_some_and(|state| version < state.root.version);
                self.stage = if self.had_root && !is_below_known { Stage::Keep } else { Stage::Root };
            }
            Step::NeedsNewerProgram | Step::Passed => self.stage = Stage::Freshness,
        }
        Ok(())
    }

    fn take_status(&mut self, status: u16) -> Result<(), UpdateError> {
        let name = self.wanted_statement();
        let is_missing = matches!(status, 404 | 410);
        match self.stage {
            // S3-like servers answer "forbidden" for a missing file. If the whole source is forbidden, the next answer
            // shows it.
            Stage::Root if is_missing || status == 403 => {
                self.stage = Stage::Freshness;
                Ok(())
            }
            Stage::Manifest | Stage::Centres if is_missing && self.may_restart => {
                self.may_restart = false;
                self.stage = Stage::Freshness;
                Ok(())
            }
            _ if is_missing => Err(UpdateError::NotThere(name)),
            _ => Err(UpdateError::Status { name, source_status: status }),
        }
    }

    fn missing_segment(&mut self, status: u16) -> Result<(), UpdateError> {
        let Some((segment, _)) = self.wanted.front() else { return Err(UpdateError::WrongAnswer) };
        let name = FileName::Segment(segment.id.root);
        if !matches!(status, 404 | 410) {
            return Err(UpdateError::Status { name, source_status: status });
        }
        // The publisher may have replaced the bundle in the meantime.
        if self.may_restart {
            self.may_restart = false;
            self.stage = Stage::Freshness;
            return Ok(());
        }
        Err(UpdateError::NotThere(name))
    }

    fn after_freshness(&mut self) -> Result<(), UpdateError> {
        let Some(manifest) = named_manifest(&self.fresh) else {
            // Not a statement that this version knows: opening it reports why.
            return self.open();
        };
        let held = self.held.as_ref().filter(|held| sha256(&[&held.manifest]) == manifest);
        match held {
            Some(held) => {
                self.manifest.clone_from(&held.manifest);
                self.after_manifest()
            }
            None => {
                self.stage = Stage::Manifest;
                Ok(())
            }
        }
    }

    fn after_manifest(&mut self) -> Result<(), UpdateError> {
        let Some(centres) = named_centres(&self.manifest) else { return self.open() };
        match self.held.as_ref().filter(|held| sha256(&[&held.centres]) == centres) {
            Some(held) => {
                self.centres.clone_from(&held.centres);
                self.open()
            }
            None => {
                self.stage = Stage::Centres;
                Ok(())
            }
        }
    }

    /// Verifies the statements as [`Snapshot::open`] does, and plans what is to be fetched.
    fn open(&mut self) -> Result<(), UpdateError> {
        match self.try_open() {
            // The root may have been replaced since it was asked for.
            Err(OpenError::TooFewSignatures { .. }) if self.may_ask_root_again => {
                self.may_ask_root_again = false;
                self.stage = Stage::Root;
                Ok(())
            }
            result => Ok(result?),
        }
    }

    /// How statements are opened under the newest root.
    fn options<'w>(&'w self, chain: &'w Chain) -> OpenOptions<'w> {
        OpenOptions::kept(chain.bytes(), self.anchor, self.now)
            .trusted_state(self.state.as_ref())
            .latest_clock(self.latest_clock)
    }

    fn try_open(&mut self) -> Result<(), OpenError> {
        let Some(chain) = &self.chain else { return Err(OpenError::BrokenChain) };
        let options = self.options(chain);
        let mut statements = Statements {
            roots: Vec::new(),
            fresh: self.fresh.clone(),
            manifest: self.manifest.clone(),
            centres: self.centres.clone(),
        };
        let needs_newer_program = chain.needs_newer_program();
        let mut opened = Snapshot::open(&options, &statements, NoPages);
        let mut source_is_behind = false;
        if opened.as_ref().err() == Some(&OpenError::Rollback(Statement::Freshness)) {
            // Of two confirmations of one manifest, the later one stays in service, and the report says that the source
            // is behind.
            if let Some(held) = &self.held {
                statements.fresh.clone_from(&held.fresh);
                source_is_behind = true;
                opened = Snapshot::open(&options, &statements, NoPages);
            }
        }
        let snapshot = opened.map_err(|error| match error {
            OpenError::TooFewSignatures { .. } if needs_newer_program => {
                OpenError::NewerFormat(Statement::Root)
            }
            error => error,
        })?;
        let segments: Vec<Segment> = snapshot.segments().cloned().collect();
        let trusted_state = snapshot.trusted_state();
        // The manifest names the statement of centres, so another one means another manifest.
        let is_new_bundle = self.held.as_ref().is_none_or(|held| held.manifest != statements.manifest);
        if is_new_bundle && snapshot.has_ended(self.now) && self.held_decides(chain) {
            return Err(OpenError::Ended);
        }
        // A root that an earlier update stored without a commit counts as new, like one received now.
        let is_new_root = self.state.as_ref().is_none_or(|state| state.root != chain.newest());
        let is_new_note = self.held.as_ref().is_none_or(|held| held.fresh != statements.fresh);
        let mut wanted = VecDeque::new();
        let (mut to_fetch, mut held_bytes, mut whole) = (0u64, 0u64, Vec::new());
        for segment in &segments {
            let held = self.segments.iter().find(|held| held.root == segment.id.root);
            let length = held.map_or(0, |held| held.length.min(segment.length()));
            let is_whole = length == segment.length() && held.is_some_and(|held| held.is_committed);
            held_bytes = held_bytes.saturating_add(length);
            if is_whole {
                whole.push(segment.id.root);
            } else {
                to_fetch = to_fetch.saturating_add(segment.length().saturating_sub(length));
                wanted.push_back((segment.clone(), length));
            }
        }
        let report = Report {
            manifest: (snapshot.manifest().epoch, snapshot.manifest().version),
            as_of: snapshot.manifest().as_of,
            checked_at: snapshot.freshness_statement().checked_at,
            is_new_bundle,
            is_new: is_new_bundle || is_new_root || is_new_note || !wanted.is_empty(),
            source_is_behind,
            needs_newer_program,
            newest_signed: snapshot.newest_signed(),
            not_after: snapshot.manifest().not_after,
            to_fetch,
            held: held_bytes,
        };
        statements.roots.clone_from(&self.roots);
        let root = chain.bytes().to_vec();
        let is_new = report.is_new;
        self.plan = Some(Plan {
            statements,
            root,
            anchor: self.anchor,
            segments,
            held: whole,
            trusted_state,
            report,
        });
        self.wanted = wanted;
        if is_new {
            self.next_segment();
        } else {
            self.stage = Stage::Done;
        }
        Ok(())
    }

    /// Whether what is in service opens under the newest root and has not ended.
    fn held_decides(&self, chain: &Chain) -> bool {
        self.open_held(chain).is_some_and(|held| held.is_ok_and(|held| !held.has_ended(self.now)))
    }

    /// Opens what is in service under the newest root; `None` on a new device.
    fn open_held(&self, chain: &Chain) -> Option<Result<Snapshot<NoPages>, OpenError>> {
        self.open_held_with(&self.options(chain))
    }

    fn open_held_with(&self, options: &OpenOptions<'_>) -> Option<Result<Snapshot<NoPages>, OpenError>> {
        let held = self.held.as_ref()?;
        let statements = Statements { roots: Vec::new(), ..held.clone() };
        Some(Snapshot::open(options, &statements, NoPages))
    }

    /// Returns whether a root received in this walk no longer supports the bundle in service. The host then closes that
    /// bundle at once, and it stays closed until the next commit replaces it.
    #[must_use]
    pub fn closes_service(&self) -> bool {
        self.closes_service_from().is_some_and(|from| from <= self.now.max(self.latest_clock))
    }

    /// Returns from when on a root received in this walk does not support the bundle in service: from the beginning of time if the
    /// root lacks its keys or has higher floors, otherwise from the root's own expiry. `None` without such a root. A host that asks
    /// again with another clock compares that clock, because the one of this walk may have been wrong.
    #[must_use]
    pub fn closes_service_from(&self) -> Option<Timestamp> {
        let chain = self.chain.as_ref().filter(|_| !self.roots.is_empty())?;
        let anytime =
            OpenOptions::kept(chain.bytes(), self.anchor, Timestamp(0)).trusted_state(self.state.as_ref());
        let supported = self.open_held_with(&anytime)?.is_ok();
        Some(if supported { chain.root().expires } else { Timestamp(0) })
    }

    /// Returns the newest root if it came in this walk and counts whatever becomes of the rest. A root below the known one may lie
    /// on a fork, and does not count.
    #[must_use]
    pub fn newer_root(&self) -> Option<(KnownRoot, &[u8])> {
        let (newest, bytes) = self.newest_root()?;
        let is_below_known = self.state.as_ref().is_some_and(|state| newest.version < state.root.version);
        (!self.roots.is_empty() && !is_below_known).then_some((newest, bytes))
    }

    /// Returns the newest root, if the walk has one: its version and hash, and the root as signed.
    #[must_use]
    pub fn newest_root(&self) -> Option<(KnownRoot, &[u8])> {
        self.chain.as_ref().map(|chain| (chain.newest(), chain.bytes()))
    }

    /// Returns the plan, once the statements are verified.
    #[must_use]
    pub const fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// Ends the walk and returns the plan, once the statements are verified.
    #[must_use]
    pub fn into_plan(self) -> Option<Plan> {
        self.plan
    }
}

/// Returns whether bytes begin as a signed statement: with the tag of a `COSE_Sign1` or a `COSE_Sign` (RFC 9052, section 2).
fn begins_as_statement(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd2]) || bytes.starts_with(&[0xd8, 0x62])
}

/// Checks that a file has the content that its name states.
fn named(name: FileName, bytes: &[u8]) -> Result<Vec<u8>, UpdateError> {
    let hash: Hash = sha256(&[bytes]);
    match name {
        FileName::Manifest(expected) | FileName::Centres(expected) if expected != hash => {
            Err(UpdateError::OtherContent(name))
        }
        FileName::Manifest(_)
        | FileName::Centres(_)
        | FileName::Root(_)
        | FileName::Freshness
        | FileName::Segment(_) => Ok(bytes.to_vec()),
    }
}
