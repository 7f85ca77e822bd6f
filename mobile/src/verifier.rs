//! Verification against an open bundle.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use rastau_core::calendar::Timestamp;
use rastau_core::document::Form;
use rastau_core::document::link::Origin;
use rastau_core::document::text::Presented;
use rastau_core::error::ReadError;
use rastau_core::snapshot::{OpenOptions, Snapshot, TrustedState};
use rastau_core::update::NewerRoot;
use rastau_core::verify::post::Posts;
use rastau_core::verify::{self, verify, verify_beside};
use rastau_store::{Bundle, Device, InService, Live, Notice, StoreError};

use crate::error::{Argument, RastauError};
use crate::facts::Fact;
use crate::form::{StatedBeside, TypedForm};
use crate::law::{RuleAnswer, ask};
use crate::mirrors::{Day, Freshness, Language, Post};
use crate::snapshot::SnapshotInfo;
use crate::values::instant;
use crate::verdict::Verdict;

/// An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Opening checks the
/// signatures; open one verifier and use it for many documents.
#[derive(Debug, uniffi::Object)]
pub struct Verifier {
    bundles: Bundles,
    pub(crate) policy: verify::Policy,
}

/// What a verifier answers from.
#[derive(Debug)]
enum Bundles {
    /// One bundle, which never changes.
    One(Arc<Opened>),
    /// The active bundle of a device's directory.
    Device(Live<Opened>),
}

/// An open bundle.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) snapshot: Snapshot<Bundle>,
    /// Problems of the disk that it was read from.
    notices: Vec<String>,
    /// The classifier of professions, read on the first question about a post.
    posts: OnceLock<Posts>,
}

impl From<InService> for Opened {
    fn from(opened: InService) -> Self {
        // `snapshot_info` reports damaged segments, as for every bundle on disk.
        let other = opened.notices.iter().filter(|notice| !matches!(notice, Notice::Damage(_)));
        Self {
            notices: other.map(ToString::to_string).collect(),
            snapshot: opened.snapshot,
            posts: OnceLock::new(),
        }
    }
}

/// The options for opening a bundle.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Opening {
    /// The pinned trust root. It comes with the app, never with the bundle. Empty with `firstUse` only.
    pub trust_root: Vec<u8>,
    /// The trusted state that `Verifier.state` returned last time, so that no older bundle is accepted; none the first time.
    #[uniffi(default = None)]
    pub state: Option<Vec<u8>>,
    /// The policy; none accepts a late snapshot, with a grace of one week.
    #[uniffi(default = None)]
    pub policy: Option<Policy>,
    /// The time; none reads the device's clock.
    #[uniffi(default = None)]
    pub now: Option<SystemTime>,
    /// Trusts the bundle's own root; `trustRoot` is then empty. Whoever made the bundle decides what is valid, and every verdict
    /// says so, also at later openings with `state`.
    #[uniffi(default = false)]
    pub first_use: bool,
}

/// How old a snapshot may be. An expired snapshot decides nothing, whatever the policy.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Policy {
    /// The oldest freshness that still decides.
    pub accept: Freshness,
    /// How long after a missed update the snapshot is late and not stale; none is one week.
    #[uniffi(default = None)]
    pub grace: Option<Duration>,
}

/// The question about a document. Every field is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, uniffi::Record)]
pub struct Question {
    /// The day to verify for: "was it in force when we hired?"; none is today.
    #[uniffi(default = None)]
    pub on: Option<Day>,
    /// The language of the verdict's text; none for no text.
    #[uniffi(default = None)]
    pub language: Option<Language>,
    /// The time; none reads the device's clock.
    #[uniffi(default = None)]
    pub now: Option<SystemTime>,
    /// What the person's post asks for; none for no comparison. It is told beside the verdict (`post`) and never changes it.
    #[uniffi(default = None)]
    pub post: Option<Post>,
}

#[uniffi::export]
impl Verifier {
    /// Opens a published directory or a `.rastau` file. Its pages are read when they are needed.
    #[uniffi::constructor]
    pub fn open(path: &str, opening: Opening) -> Result<Self, RastauError> {
        Self::open_bundle(Bundle::open(Path::new(path))?, opening)
    }

    /// Opens a `.rastau` file in memory, an app's asset for example.
    #[uniffi::constructor]
    pub fn open_bytes(bytes: Vec<u8>, opening: Opening) -> Result<Self, RastauError> {
        Self::open_bundle(Bundle::from_bytes(bytes)?, opening)
    }

    /// Opens the active bundle of a device's directory (`Device`), and stores the time of the device's clock there. The
    /// trust root and the trusted state are those of the directory.
    ///
    /// The verifier follows the directory: each call first reads its two small state files, and opens the active bundle again
    /// after an update by any process. If the register has replaced the keys of that bundle, or the new state cannot be used,
    /// calls throw until a later one succeeds. Only if a file cannot be read does the bundle that was open stay in use
    /// until then. The time of each question must be that of the device's clock.
    #[uniffi::constructor(default(policy = None, now = None))]
    pub fn open_device(
        folder: &str,
        policy: Option<Policy>,
        now: Option<SystemTime>,
    ) -> Result<Self, RastauError> {
        let live = Live::open(Device::at(folder), instant(now)?, Opened::from)?;
        Ok(Self { bundles: Bundles::Device(live), policy: or_default(policy) })
    }

    /// Verifies the text of a document as scanned, or a form as JSON. `beside` has what is stated beside it, for example by the
    /// other columns of its row in a list.
    #[uniffi::method(default(question = None, beside = None))]
    pub fn verify(
        &self,
        text: &str,
        question: Option<Question>,
        beside: Option<StatedBeside>,
    ) -> Result<Verdict, RastauError> {
        let presented = Presented::read(text).map_err(|error| self.read_error(error, question.as_ref()))?;
        let beside = beside.map(|stated| stated.read(&presented)).transpose()?;
        self.verdict(&presented, beside.as_ref(), question)
    }

    /// Verifies a form typed from a printed document.
    #[uniffi::method(default(question = None))]
    pub fn verify_form(&self, form: TypedForm, question: Option<Question>) -> Result<Verdict, RastauError> {
        self.verdict(&form.present()?, None, question)
    }

    /// Answers a rule of the Law with this register's calendar of working days.
    #[uniffi::method(default(language = None))]
    pub fn evaluate_rule(
        &self,
        id: &str,
        facts: HashMap<String, Fact>,
        language: Option<Language>,
    ) -> Result<RuleAnswer, RastauError> {
        ask(id, facts, language, &self.opened(None)?.snapshot.working_days_or_built_in()?)
    }

    /// Returns which register this is, and how old.
    pub fn snapshot_info(&self) -> Result<SnapshotInfo, RastauError> {
        let opened = self.opened(None)?;
        let Opened { snapshot, notices, posts: _ } = &*opened;
        let mut damage = notices.clone();
        damage.extend(snapshot.pages().damage(snapshot.segments()).iter().map(ToString::to_string));
        let json = snapshot.info_json(&damage);
        let info = snapshot.info_with_damage(&mut damage);
        Ok(SnapshotInfo::new(info, damage, json))
    }

    /// Returns the trusted state, to be stored for the next opening. A device's directory stores its own.
    pub fn state(&self) -> Result<Vec<u8>, RastauError> {
        Ok(self.opened(None)?.snapshot.trusted_state().write())
    }
}

impl Verifier {
    fn open_bundle(bundle: Bundle, opening: Opening) -> Result<Self, RastauError> {
        let Opening { trust_root, state, policy, now, first_use } = opening;
        let now = instant(now)?;
        let options = match pinned(&trust_root, first_use)? {
            Some(root) => OpenOptions::pinned(root, now),
            None => OpenOptions::on_first_use(now),
        };
        let trusted_state =
            state.map(|state| TrustedState::read(&state)).transpose().map_err(|_| Argument::State)?;
        let options = options.trusted_state(trusted_state.as_ref());
        let roots = bundle.statements().roots.clone();
        let snapshot = bundle
            .into_snapshot(&options)
            .map_err(|error| RastauError::refused(&error, NewerRoot::of_bundle(options, &roots)))?;
        let opened = Arc::new(Opened { snapshot, notices: Vec::new(), posts: OnceLock::new() });
        Ok(Self { bundles: Bundles::One(opened), policy: or_default(policy) })
    }

    /// The error of an input. A web address at the register's origin is a document that was cut off.
    pub(crate) fn read_error(&self, error: ReadError, question: Option<&Question>) -> RastauError {
        let now = question.and_then(|question| question.now);
        match instant(now).and_then(|now| self.opened(Some(now))) {
            Ok(opened) => {
                error.for_origin(opened.snapshot.manifest().link.as_ref().map(Origin::as_str)).into()
            }
            Err(_) => error.into(),
        }
    }

    /// Returns the bundle to answer from, as of `now` or else the time of the last call.
    pub(crate) fn opened(&self, now: Option<Timestamp>) -> Result<Arc<Opened>, RastauError> {
        match &self.bundles {
            Bundles::One(opened) => Ok(Arc::clone(opened)),
            Bundles::Device(device) => Ok(now.map_or_else(|| device.current(), |now| device.at(now))?),
        }
    }

    fn verdict(
        &self,
        presented: &Presented,
        beside: Option<&Form>,
        question: Option<Question>,
    ) -> Result<Verdict, RastauError> {
        let Question { on, language, now, post } = question.unwrap_or_default();
        let question = verify::Question { on, clock: instant(now)?, policy: self.policy };
        let opened = self.opened(Some(question.clock))?;
        let mut verdict = match beside {
            Some(beside) => verify_beside(&opened.snapshot, presented, beside, &question),
            None => verify(&opened.snapshot, presented, &question),
        };
        if let Some(post) = post {
            let posts = opened.posts.get_or_init(|| Posts::read(&opened.snapshot));
            verdict.post = Some(posts.compare(&verdict, &post));
        }
        Ok(Verdict::new(&verdict, language))
    }
}

/// Returns the pinned trust root; `None` on first use.
pub(crate) fn pinned(trust_root: &[u8], first_use: bool) -> Result<Option<&[u8]>, RastauError> {
    match (trust_root, first_use) {
        ([], false) => Err(Argument::TrustRoot.into()),
        ([], true) => Ok(None),
        (root, false) => Ok(Some(root)),
        (_, true) => Err(Argument::FirstUse.into()),
    }
}

/// Returns the caller's policy, with defaults for what is absent.
fn or_default(policy: Option<Policy>) -> verify::Policy {
    let default = verify::Policy::default();
    let Some(Policy { accept, grace }) = policy else { return default };
    verify::Policy { accept, grace: grace.map_or(default.grace, |grace| grace.as_secs()) }
}

/// Checks that a text can be read as a document or a form, without a bundle; throws the reason if not. Whether the document is
/// valid is not checked.
#[uniffi::export]
pub fn check_input(text: &str) -> Result<(), RastauError> {
    Presented::read(text)?;
    Ok(())
}

/// Returns the oldest trust root in a bundle: for setting up a device while an operator compares its fingerprint, and for
/// experiments. A forged bundle has a forged root.
#[uniffi::export]
pub fn bundle_root(path: &str) -> Result<Vec<u8>, RastauError> {
    let bundle = Bundle::open(Path::new(path))?;
    let first = bundle.statements().roots.first().map(|(_, bytes)| bytes.clone());
    Ok(first.ok_or_else(|| StoreError::NotABundle { path: path.into() })?)
}
