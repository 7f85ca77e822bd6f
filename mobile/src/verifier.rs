//! A register taken into use, and what it is asked.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rastau_core::document::text::Presented;
use rastau_core::snapshot::{Snapshot, TrustedState};
use rastau_core::verify::{self, verify};
use rastau_store::{Bundle, Device, Notice, StoreError};

use crate::error::{Argument, RastauError};
use crate::facts::Fact;
use crate::form::TypedForm;
use crate::law::{RuleAnswer, ask};
use crate::snapshot::SnapshotInfo;
use crate::values::{Day, Freshness, Language, instant};
use crate::verdict::Verdict;

/// A bundle taken into use. It never changes: any number of threads may use it at once. Opening checks the signatures;
/// keep a verifier rather than opening one a document.
#[derive(Debug, uniffi::Object)]
pub struct Verifier {
    snapshot: Snapshot<Bundle>,
    policy: verify::Policy,
    /// What a person should know of the disk it was read from.
    notices: Vec<String>,
}

/// How a bundle is taken into use.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Opening {
    /// The pinned trust root. It comes with the app, never with the bundle.
    pub trust_root: Vec<u8>,
    /// What the verifier's `state` gave last time, so that no older bundle is taken; none at the first.
    #[uniffi(default = None)]
    pub state: Option<Vec<u8>>,
    /// What is accepted; none for late knowledge with a week's grace.
    #[uniffi(default = None)]
    pub policy: Option<Policy>,
    /// The time; the device's clock where none is given.
    #[uniffi(default = None)]
    pub now: Option<SystemTime>,
}

/// What a caller accepts. Expired knowledge decides nothing, whatever it says.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Policy {
    /// The oldest knowledge that still decides.
    pub accept: Freshness,
    /// For how long after a missed update knowledge counts as late and not as stale; a week where none is given.
    #[uniffi(default = None)]
    pub grace: Option<Duration>,
}

/// What is asked about a document. Everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, uniffi::Record)]
pub struct Question {
    /// The day asked about: "was it in force when we hired?"; today where none is given.
    #[uniffi(default = None)]
    pub on: Option<Day>,
    /// The language of the verdict's words; none for no words.
    #[uniffi(default = None)]
    pub language: Option<Language>,
    /// The time; the device's clock where none is given.
    #[uniffi(default = None)]
    pub now: Option<SystemTime>,
}

#[uniffi::export]
impl Verifier {
    /// Opens a published folder or a `.rastau` file. Its pages are read when they are asked for.
    #[uniffi::constructor]
    pub fn open(path: &str, opening: Opening) -> Result<Self, RastauError> {
        Self::take(Bundle::open(Path::new(path))?, opening)
    }

    /// Opens a `.rastau` file that is in memory already: an app's asset, say.
    #[uniffi::constructor]
    pub fn open_bytes(bytes: Vec<u8>, opening: Opening) -> Result<Self, RastauError> {
        Self::take(Bundle::from_bytes(bytes)?, opening)
    }

    /// Opens what is in service in a device's folder (`Device`), and remembers there what its clock shows. The
    /// trust root and the memory are the folder's own.
    #[uniffi::constructor(default(policy = None, now = None))]
    pub fn open_device(
        folder: &str,
        policy: Option<Policy>,
        now: Option<SystemTime>,
    ) -> Result<Self, RastauError> {
        let opened = Device::at(folder).open(instant(now)?)?;
        // Damaged segments are told with the rest of what is wrong with the files, as for every bundle on disk.
        let told = opened.notices.iter().filter(|notice| !matches!(notice, Notice::Damage(_)));
        let notices = told.map(ToString::to_string).collect();
        Ok(Self { snapshot: opened.snapshot, policy: accepted(policy), notices })
    }

    /// Verifies what a scanner gave: a document's text (or a form as JSON).
    #[uniffi::method(default(question = None))]
    pub fn verify(&self, text: &str, question: Option<Question>) -> Result<Verdict, RastauError> {
        self.answer(&Presented::read(text)?, question)
    }

    /// Verifies what a person typed from paper.
    #[uniffi::method(default(question = None))]
    pub fn verify_form(&self, form: TypedForm, question: Option<Question>) -> Result<Verdict, RastauError> {
        self.answer(&form.present()?, question)
    }

    /// Asks a rule of the Law by the calendar of working days of this register.
    #[uniffi::method(default(language = None))]
    pub fn evaluate_rule(
        &self,
        id: &str,
        facts: HashMap<String, Fact>,
        language: Option<Language>,
    ) -> Result<RuleAnswer, RastauError> {
        ask(id, facts, language, &self.snapshot.working_days_or_built_in()?)
    }

    /// Which register this is, and how new.
    #[must_use]
    pub fn snapshot_info(&self) -> SnapshotInfo {
        let mut damage = self.notices.clone();
        damage.extend(self.snapshot.pages().damage(self.snapshot.segments()).iter().map(ToString::to_string));
        let json = self.snapshot.info_json(&damage);
        let info = self.snapshot.info_with_damage(&mut damage);
        SnapshotInfo::new(info, damage, json)
    }

    /// What to remember of this bundle, for the next opening. A device's folder remembers by itself.
    #[must_use]
    pub fn state(&self) -> Vec<u8> {
        self.snapshot.trusted_state().write()
    }
}

impl Verifier {
    fn take(bundle: Bundle, opening: Opening) -> Result<Self, RastauError> {
        let Opening { trust_root, state, policy, now } = opening;
        if trust_root.is_empty() {
            return Err(Argument::TrustRoot.into());
        }
        let trusted_state =
            state.map(|state| TrustedState::read(&state)).transpose().map_err(|_| Argument::State)?;
        let statements = bundle.statements().clone();
        let snapshot =
            Snapshot::open(&trust_root, &statements, bundle, instant(now)?, trusted_state.as_ref())?;
        Ok(Self { snapshot, policy: accepted(policy), notices: Vec::new() })
    }

    fn answer(&self, presented: &Presented, question: Option<Question>) -> Result<Verdict, RastauError> {
        let Question { on, language, now } = question.unwrap_or_default();
        let question =
            verify::Question { on: on.map(|day| day.0), clock: instant(now)?, policy: self.policy };
        Ok(Verdict::new(&verify(&self.snapshot, presented, &question), language))
    }
}

/// What the caller accepts, with what is usual where nothing was said.
fn accepted(policy: Option<Policy>) -> verify::Policy {
    let usual = verify::Policy::default();
    let Some(Policy { accept, grace }) = policy else { return usual };
    verify::Policy { accept: accept.into(), grace: grace.map_or(usual.grace, |grace| grace.as_secs()) }
}

/// Whether a text can be a document's, before anything is opened; throws why not. It says nothing of whether it is good.
#[uniffi::export]
pub fn check_input(text: &str) -> Result<(), RastauError> {
    Presented::read(text)?;
    Ok(())
}

/// The trust root that a bundle brings itself: for setting a device up with a person who compares its fingerprint, and for
/// trying things out. Whoever forges a bundle forges its root as well.
#[uniffi::export]
pub fn bundle_root(path: &str) -> Result<Vec<u8>, RastauError> {
    let bundle = Bundle::open(Path::new(path))?;
    let first = bundle.statements().roots.first().map(|(_, bytes)| bytes.clone());
    Ok(first.ok_or_else(|| StoreError::NotABundle { path: path.into() })?)
}
