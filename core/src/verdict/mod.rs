//! The verdict: an outcome with the finding of every check.
//!
//! A [`Verdict`] is only made by concluding the findings of a verification, where a check without a finding counts as
//! undetermined: absence is never success.
//!
//! A [`Verdict`] must be used:
//!
//! ```
//! use rastau_core::verdict::{Outcome, Verdict};
//! fn is_valid(verify: fn() -> Verdict) -> bool {
//!     verify().outcome() == Outcome::Valid
//! }
//! ```
//! ```compile_fail
//! #![deny(unused_must_use)]
//! use rastau_core::verdict::Verdict;
//! fn ignore(verify: fn() -> Verdict) {
//!     verify();
//! }
//! ```
//!
//! It has no default, so a missing answer is never success:
//!
//! ```compile_fail,E0277
//! use rastau_core::verdict::Verdict;
//! fn default<T: Default>() {}
//! default::<Verdict>();
//! ```
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

mod checks;
mod contacts;
mod findings;
mod missing;
mod next;
mod post;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

pub use crate::citation::{Chapter, Citation, Standard};
pub use crate::facts::{Fact, Facts, LocalizedName, Reason};
pub use crate::law::Reading;
pub use checks::{CheckId, MayNotApply};
pub use contacts::{Body, BodyContact};
pub(crate) use findings::{Conclusion, Findings};
pub use missing::MissingForCheck;
pub use next::NextStep;
pub use post::{LevelMatch, PostComparison, PostMatch};

use crate::anchor::Anchor;
use crate::calendar::{Date, Timestamp};
use crate::document::claims::Basis;
use crate::document::link::{Address, Origin};
use crate::identity::Identity;
pub use crate::input::Repair;
use crate::names::{answer_methods, names};

/// Version of the JSON shape, in every answer.
pub const SCHEMA: &str = "rastau/verdict/1";

/// Whether a document is valid on the day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Every required check is satisfied.
    Valid,
    /// At least one check is violated.
    Invalid,
    /// None is violated, and at least one could not be decided.
    Indeterminate,
}

impl Outcome {
    /// The name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Indeterminate => "indeterminate",
        }
    }

    /// The program's exit code: 0, 1, 2.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Indeterminate => 2,
        }
    }
}

/// The age of the snapshot, measured against its own signed times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Freshness {
    /// The next update is not due yet.
    Current,
    /// The next update is overdue by no more than the policy's grace.
    Late,
    /// The next update is overdue by more than the grace; the manifest has not expired.
    Stale,
    /// A signed statement has expired (`not_after`, or the root's `expires`).
    Expired,
}

impl Freshness {
    /// The name used in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Late => "late",
            Self::Stale => "stale",
            Self::Expired => "expired",
        }
    }
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckAnswer {
    /// The condition is satisfied.
    Satisfied,
    /// The condition is violated.
    Violated,
    /// The condition could not be decided; the list states what was missing.
    Undetermined(Vec<MissingForCheck>),
    /// Two defensible readings of the Law differ on this date.
    Contestable(Vec<Reading>),
    /// There is nothing to check: the document has no such part, or the check named here is violated.
    NotApplicable(Option<CheckId>),
}

answer_methods!(CheckAnswer);

/// One check with its outcome and what was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check.
    pub check: CheckId,
    /// Its outcome.
    pub answer: CheckAnswer,
    /// What was compared: dates, codes, names from the register. Never a secret and nothing about a person.
    pub facts: Facts,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            id: &'static str,
            outcome: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            missing: Option<&'a [MissingForCheck]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            readings: Option<&'a [Reading]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            because: Option<&'static str>,
            code: u16,
            citation: Citation,
            facts: &'a Facts,
        }
        let (mut missing, mut readings, mut because) = (None, None, None);
        match &self.answer {
            CheckAnswer::Undetermined(list) => missing = Some(list.as_slice()),
            CheckAnswer::Contestable(list) => readings = Some(list.as_slice()),
            CheckAnswer::NotApplicable(check) => because = check.map(CheckId::id),
            CheckAnswer::Satisfied | CheckAnswer::Violated => {}
        }
        Fields {
            id: self.check.id(),
            outcome: self.answer.name(),
            missing,
            readings,
            because,
            code: self.check.code(),
            citation: self.check.citation(),
            facts: &self.facts,
        }
        .serialize(serializer)
    }
}

/// The holder. What nothing confirmed is kept apart: show it only as what the document or the form states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    /// The identity number that the register's tag confirmed.
    pub identity: Option<Identity>,
    /// The identity number of the input that nothing confirmed: it is that of somebody else, or could not be compared.
    pub unconfirmed_identity: Option<Identity>,
    /// The name that the register's tag confirmed, in the spelling of the input; at most one.
    pub names: Vec<String>,
    /// The other names of the input, which nothing confirmed: one in another script, or all of them where the name was not or
    /// could not be compared. Show them only as what the document states, not confirmed.
    pub unconfirmed_names: Vec<String>,
}

/// A code with the names that the register gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedCode {
    /// The code.
    pub code: String,
    /// Its names in the register; none where the register has none for the code.
    pub names: Option<LocalizedName>,
}

/// The source of the attributes of [`DocumentDetails`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The record of the register, opened with the verification code.
    Register,
    /// The signed document; the register confirmed only its number.
    Document,
    /// The input alone; nothing confirmed it.
    Presented,
}

/// The details of the document as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentDetails {
    /// Document number.
    pub number: String,
    /// Where the attributes below come from.
    pub source: Source,
    /// The holder; absent on an invalid document, unless the caller typed it.
    pub holder: Option<Holder>,
    /// The profession.
    pub profession: Option<NamedCode>,
    /// Edition of the classifier.
    pub edition: Option<String>,
    /// The qualification.
    pub qualification: Option<NamedCode>,
    /// Qualification level.
    pub level: Option<String>,
    /// The skills, for a document on skills only (art. 20); empty for a whole profession.
    pub skills: Vec<NamedCode>,
    /// The centre, by BIN.
    pub centre: Option<NamedCode>,
    /// Serial number of the accreditation certificate.
    pub accreditation: Option<String>,
    /// What was tested against.
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Date>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The last day of validity; none when unlimited or unknown.
    pub valid_until: Option<Date>,
    /// Whether the validity has no end.
    pub unlimited: bool,
}

/// The numbers of a typed form that were read in another form than they were typed. A number that a spreadsheet damaged is
/// completed only if the verification code confirms it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadAs {
    /// The document number, in the register's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The holder's identity number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Identity>,
}

impl ReadAs {
    /// Returns whether every number was read as it was typed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.number.is_none() && self.holder.is_none()
    }
}

names! {
    /// Where the document's web address leads. A telephone opens it; the page there can show *valid* for anything.
    pub enum LinkTarget {
        /// To the register's own page, at the origin that the register signs.
        Register = "register",
        /// To another site, or not to the root of the register's origin. Show the warning.
        AnotherSite = "another-site",
        /// To a site that cannot be compared, because the register signs no origin. Show the warning.
        Unstated = "unstated",
    }
}

impl Serialize for LinkTarget {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl LinkTarget {
    /// Compares the address of a document with the origin that the register signs.
    #[must_use]
    pub fn of(address: &Address, signed: Option<&Origin>) -> Self {
        match (address, signed) {
            (_, None) => Self::Unstated,
            (Address::Origin(origin), Some(signed)) if origin == signed => Self::Register,
            (Address::Origin(_) | Address::Elsewhere, Some(_)) => Self::AnotherSite,
        }
    }
}

/// The answer about one document. Field order is the JSON's field order.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    outcome: Outcome,
    /// The signed time of the snapshot.
    pub as_of: Timestamp,
    /// The day asked about.
    pub evaluated_on: Date,
    /// The age of the snapshot.
    pub freshness: Freshness,
    /// Where the verifier's first trust root came from. Nothing vouches for one of first use.
    pub anchor: Anchor,
    /// Whether the register has a newer trust root that this program cannot use; what it states since is unknown.
    pub needs_newer_program: bool,
    /// The details of the document as far as they are known.
    pub document: DocumentDetails,
    /// Whom to ask where the document is not valid: keeper, Chamber and the centre of the document, as far as the register
    /// states how to reach them.
    pub contacts: Vec<BodyContact>,
    /// What the person who asked does next, the first step first.
    pub next: Vec<NextStep>,
    /// What was repaired in the input before it was read. Notes, not findings: the answer is about the repaired input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
    /// The numbers of a form that were read in another form than they were typed.
    #[serde(skip_serializing_if = "ReadAs::is_empty")]
    pub read_as: ReadAs,
    /// Where the document's web address leads; absent if there was none. It does not change the outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkTarget>,
    /// The document beside the post that the caller stated (`verify::post`); absent without one. It does not change the
    /// outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<PostComparison>,
    findings: Vec<Finding>,
    schema: &'static str,
}

impl Verdict {
    /// Whether the document is valid on [`Verdict::evaluated_on`].
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Every check, in the fixed order of [`CheckId::ALL`].
    ///
    /// ```
    /// use rastau_core::{BundleFile, CheckId, Presented, Question, OpenOptions, Timestamp, verify};
    ///
    /// # let corpus = "../tests/corpus";
    /// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
    /// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
    /// # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
    /// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    /// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
    /// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
    /// assert_eq!(verdict.outcome().code(), 0);
    /// assert!(verdict.findings().iter().map(|finding| finding.check).eq(CheckId::ALL));
    /// assert!(verdict.to_json().starts_with(r#"{"outcome":"valid","as_of":"2026-11-20T05:00:00Z""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The JSON of the answer, one line; the same bytes from every binding.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising these types cannot fail: maps have text keys and nothing is borrowed from outside.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
