//! The report of one verification: what was asked, of which version of which register, when, with which answer, so that a third
//! person can repeat it.
//!
//! [`Report::make`] verifies and makes the report, [`Report::to_json`] writes it. [`Reported::read`] reads it again, and
//! [`Reported::repeat`] verifies the same input at the report's time and compares. The same input, snapshot, time and text of
//! the user give the same bytes. The report is not signed: sign the file.

mod compare;
mod fingerprint;
mod meaning;
mod read;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::anchor::Anchor;
use crate::calendar::{Date, Timestamp};
use crate::codec::hex;
use crate::document::name::is_hidden;
use crate::document::text::Presented;
use crate::names::names;
use crate::snapshot::{Pages, Snapshot};
use crate::verdict::{Freshness, Verdict};
use crate::verify::post::{Post, Posts};
use crate::verify::{Policy, Question, verify};

pub use compare::{Cause, CauseKind, Comparison, Difference};
pub use fingerprint::fingerprint;
pub use meaning::Meaning;
pub use read::Reported;

/// Version of the JSON shape.
pub const SCHEMA: &str = "rastau/report/1";
/// Maximum bytes of a report that is read; one with every check is a twentieth of it.
pub const MAX_REPORT: usize = 256 * 1024;
/// Maximum characters of the text that states who made a report.
pub const MAX_BY: usize = 200;
/// The program that verifies, with its version; the same in every binding.
pub const PROGRAM: &str = concat!("Rastau ", env!("CARGO_PKG_VERSION"));
/// The command that repeats a report.
const REPEAT: &str = "rastau repeat --root ROOT REPORT INPUT BUNDLE";

/// Who made a report, in the words of the user. Nothing checks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MadeBy(String);

impl MadeBy {
    /// Reads the text without the white space around it. Returns `None` if it is empty, has more than [`MAX_BY`] characters, or a
    /// character that is not seen or changes how the text around it is shown.
    ///
    /// ```
    /// use rastau_core::report::MadeBy;
    ///
    /// assert_eq!(MadeBy::parse(" HR department ").unwrap().as_str(), "HR department");
    /// assert_eq!(MadeBy::parse("a\nb"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_shown = !text.is_empty() && text.chars().count() <= MAX_BY && !text.chars().any(is_hidden);
        is_shown.then(|| Self(text.to_string()))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The register that answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegisterUsed {
    /// Its name.
    pub name: String,
    /// Epoch of the manifest.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant as of which it describes the register.
    pub as_of: Timestamp,
    /// When the freshness statement was signed.
    pub checked_at: Timestamp,
    /// SHA-256 of the manifest, hexadecimal. It names every page of the snapshot.
    pub manifest: String,
    /// The trust root.
    pub root: RootUsed,
}

/// The trust root in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RootUsed {
    /// Where the verifier's first trust root came from.
    pub anchor: Anchor,
    /// Version.
    pub version: u64,
    /// Its fingerprint ([`KnownRoot::fingerprint`]).
    ///
    /// [`KnownRoot::fingerprint`]: crate::snapshot::KnownRoot::fingerprint
    pub fingerprint: String,
}

/// With what, when and by whom something was verified: what a report of one document and the report of a list have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// The program and its version.
    pub program: String,
    /// The register.
    pub register: RegisterUsed,
    /// The time that the device's clock showed. Nothing confirms it.
    pub clock: Timestamp,
    /// The effective time: the latest of the clock, the newest signed time, and what the device remembered
    /// ([`Snapshot::now`]).
    pub effective: Timestamp,
    /// Who made the report; absent unless the user stated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<MadeBy>,
}

impl Stamp {
    /// Returns the stamp of verifications against `snapshot` when the device's clock shows `clock`.
    pub fn new<P: Pages>(snapshot: &Snapshot<P>, clock: Timestamp, by: Option<MadeBy>) -> Self {
        let (manifest, root) = (snapshot.manifest(), snapshot.chain().newest());
        let freshness = snapshot.freshness_statement();
        Self {
            program: PROGRAM.into(),
            register: RegisterUsed {
                name: manifest.register.clone(),
                epoch: manifest.epoch,
                version: manifest.version,
                as_of: manifest.as_of,
                checked_at: freshness.checked_at,
                manifest: hex::encode(&freshness.manifest),
                root: RootUsed {
                    anchor: snapshot.anchor(),
                    version: root.version,
                    fingerprint: root.fingerprint(),
                },
            },
            clock,
            effective: snapshot.now(clock),
            by,
        }
    }
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asked {
    /// The day asked about; `null` for the day of the effective time.
    pub on: Option<Date>,
    /// The oldest snapshot that decides.
    pub accept: Freshness,
    /// Seconds after a missed update during which a snapshot counts as late.
    pub grace: u64,
    /// The post beside which the document was shown; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<AskedPost>,
}

/// A post, as it was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedPost {
    /// The profession.
    pub profession: String,
    /// The qualification level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
}

impl Asked {
    fn new(question: &Question, post: Option<&Post>) -> Self {
        let post =
            post.map(|post| AskedPost { profession: post.profession.clone(), level: post.level.clone() });
        Self { on: question.on, accept: question.policy.accept, grace: question.policy.grace, post }
    }

    fn question(&self, clock: Timestamp) -> Question {
        Question { on: self.on, clock, policy: Policy { accept: self.accept, grace: self.grace } }
    }

    fn post(&self) -> Option<Post> {
        let post = self.post.as_ref()?;
        Some(Post { profession: post.profession.clone(), level: post.level.clone() })
    }
}

names! {
    /// What was presented.
    pub enum InputKind {
        /// A signed document.
        Signed = "signed",
        /// A typed form.
        Typed = "typed",
    }
}

impl Serialize for InputKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What was presented, without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InputUsed {
    /// A document or a form.
    pub kind: InputKind,
    /// [`fingerprint`], hexadecimal; absent for an input without a verification code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

impl InputUsed {
    fn new(presented: &Presented) -> Self {
        let kind = match presented {
            Presented::Signed(_) => InputKind::Signed,
            Presented::Typed(_) => InputKind::Typed,
        };
        Self { kind, fingerprint: fingerprint(presented).map(|hash| hex::encode(&hash)) }
    }
}

/// The report of one verification. It holds the whole verdict, so it holds what the verdict states about the holder.
///
/// ```
/// use rastau_core::report::{Report, Reported};
/// use rastau_core::{BundleFile, OpenOptions, Presented, Question, Timestamp};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = std::fs::read(format!("{corpus}/bundles/base.rastau"))?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let snapshot = BundleFile::open(bundle.clone())?.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let document = Presented::read(&text)?;
/// let report = Report::make(&snapshot, &document, &Question::new(now), None, None);
///
/// // Later, somebody else: the bundle is opened at the report's time, without a trusted state.
/// let reported = Reported::read(&report.to_json())?;
/// let options = OpenOptions::pinned(&trust_root, reported.clock());
/// let snapshot = BundleFile::open(bundle)?.into_snapshot(&options)?;
/// assert!(reported.repeat(&snapshot, &document).same);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// With what, when and by whom.
    pub stamp: Stamp,
    /// The question.
    pub asked: Asked,
    /// What was presented.
    pub input: InputUsed,
    /// The answer.
    pub verdict: Verdict,
}

impl Report {
    /// Verifies what was presented ([`verify`]), beside a post if one is given, and makes the report.
    #[must_use]
    pub fn make<P: Pages>(
        snapshot: &Snapshot<P>,
        presented: &Presented,
        question: &Question,
        post: Option<&Post>,
        by: Option<MadeBy>,
    ) -> Self {
        let mut verdict = verify(snapshot, presented, question);
        verdict.post = post.map(|post| Posts::read(snapshot).compare(&verdict, post));
        Self {
            stamp: Stamp::new(snapshot, question.clock, by),
            asked: Asked::new(question, post),
            input: InputUsed::new(presented),
            verdict,
        }
    }

    /// Returns what the report proves and what it does not prove.
    #[must_use]
    pub fn meanings(&self) -> Vec<Meaning> {
        Meaning::of(&self.stamp, &self.input)
    }

    /// Returns the report as indented JSON with a final newline.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising these types cannot fail: maps have text keys and nothing is borrowed from outside.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// The order of the fields is their order in JSON.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            schema: &'static str,
            #[serde(flatten)]
            stamp: &'a Stamp,
            question: &'a Asked,
            input: &'a InputUsed,
            proves: Vec<Meaning>,
            does_not_prove: Vec<Meaning>,
            repeat: &'static str,
            verdict: &'a Verdict,
        }
        let (proves, does_not_prove) = self.meanings().into_iter().partition(|meaning| meaning.is_proven());
        Fields {
            schema: SCHEMA,
            stamp: &self.stamp,
            question: &self.asked,
            input: &self.input,
            proves,
            does_not_prove,
            repeat: REPEAT,
            verdict: &self.verdict,
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests;
