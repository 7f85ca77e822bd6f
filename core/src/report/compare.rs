//! The comparison of a report with its repetition.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::{RegisterUsed, Report, Reported};
use crate::anchor::Anchor;
use crate::calendar::Timestamp;
use crate::codec::json::Json;
use crate::names::names;
use crate::verdict::{Outcome, Verdict};

/// Version of the JSON shape.
const SCHEMA: &str = "rastau/repeat/1";
/// The members of a verdict that say how this verifier came to trust the register and how the input was formatted. They are no
/// part of the answer about the document.
const BESIDE: [&str; 3] = ["anchor", "repairs", "read_as"];
/// The members of a verdict that depend on how a document was presented.
const PRESENTATION: [&str; 3] = ["repairs", "read_as", "link"];

names! {
    /// What differs between a report and its repetition, besides the answer.
    pub enum CauseKind {
        /// It is another register.
        Register = "register",
        /// It is another trust root.
        Root = "root",
        /// It is another version of the register.
        Version = "version",
        /// It is the same version of the register, confirmed at another time.
        Confirmation = "confirmation",
        /// The trust root was pinned in one of the two, and came from the bundle itself in the other. It does not change the answer.
        Anchor = "anchor",
        /// It is another version of the program.
        Program = "program",
        /// The first device took a later time than its clock showed, because it remembered one.
        Memory = "memory",
        /// It is another input.
        Input = "input",
        /// The inputs cannot be compared, because the report has no fingerprint of its own.
        InputNotComparable = "input-not-comparable",
        /// It is the same input, presented in another form: with another web address, or formatted in another way.
        Presentation = "presentation",
        /// Nothing else explains the difference, or the report contradicts itself: it may have been changed after it was made.
        Changed = "changed",
    }
}

impl Serialize for CauseKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl CauseKind {
    /// Returns whether it can be the reason why the answers differ.
    #[must_use]
    pub const fn explains(self) -> bool {
        match self {
            Self::Register
            | Self::Root
            | Self::Version
            | Self::Confirmation
            | Self::Program
            | Self::Memory
            | Self::Input
            | Self::Presentation => true,
            Self::Anchor | Self::InputNotComparable | Self::Changed => false,
        }
    }
}

/// Something that differs besides the answer, in the report and in the repetition. The values are stable texts: names, versions,
/// times, fingerprints; empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cause {
    /// What differs.
    pub cause: CauseKind,
    /// What the report states.
    pub reported: String,
    /// What the repetition found.
    pub repeated: String,
}

/// A value of the verdict that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// Its path in the verdict, such as `outcome` or `findings[register.level].outcome`.
    pub path: String,
    /// The value in the report, as JSON; absent if the report does not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<String>,
    /// The value of the repetition, as JSON; absent if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeated: Option<String>,
    /// Whether it is beside the answer: how the input was formatted, or how the trust root was obtained.
    pub beside: bool,
}

/// The result of repeating a report. The order of the fields is their order in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    schema: &'static str,
    /// Whether the repetition gave the same answer to the same input, as far as the inputs can be compared.
    pub same: bool,
    /// The time of the repetition, which is the report's. The answer is of that time and not of today.
    pub as_known_at: Timestamp,
    /// The outcome in the report.
    pub reported: Outcome,
    /// The outcome of the repetition.
    pub repeated: Outcome,
    /// What differs in the answer, the outcome first.
    pub differences: Vec<Difference>,
    /// What else differs, and can be the reason.
    pub causes: Vec<Cause>,
    /// The answer of the repetition.
    #[serde(skip)]
    pub verdict: Verdict,
}

impl Comparison {
    pub(super) fn new(reported: &Reported, repeated: Report) -> Self {
        let differences = differences(reported, &repeated.verdict);
        let differs = differences.iter().any(|difference| !difference.beside);
        let mut causes = causes(reported, &repeated, &differences);
        let is_explained = causes.iter().any(|cause| cause.cause.explains());
        let is_consistent = reported.is_consistent();
        if !is_consistent || (differs && !is_explained) {
            causes.push(Cause {
                cause: CauseKind::Changed,
                reported: String::new(),
                repeated: String::new(),
            });
        }
        let same_input = !causes.iter().any(|cause| cause.cause == CauseKind::Input);
        Self {
            schema: SCHEMA,
            same: !differs && same_input && is_consistent,
            as_known_at: reported.clock(),
            reported: reported.outcome,
            repeated: repeated.verdict.outcome(),
            differences,
            causes,
            verdict: repeated.verdict,
        }
    }

    /// Returns the comparison as one line of JSON, without the verdict of the repetition: that is not today's answer.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising these types cannot fail: maps have text keys and nothing is borrowed from outside.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The first member of a path.
fn member(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or_default()
}

fn differences(reported: &Reported, verdict: &Verdict) -> Vec<Difference> {
    let values = Json::parse(&verdict.to_json()).ok().and_then(|json| json.leaves().ok()).unwrap_or_default();
    let only_repeated = values.keys().filter(|path| !reported.verdict.contains_key(*path));
    let mut differences: Vec<_> = reported
        .verdict
        .keys()
        .chain(only_repeated)
        .filter(|path| reported.verdict.get(*path) != values.get(*path))
        .map(|path| Difference {
            path: path.clone(),
            reported: reported.verdict.get(path).cloned(),
            repeated: values.get(path).cloned(),
            beside: BESIDE.contains(&member(path)),
        })
        .collect();
    // The outcome, the outcomes of checks, what was compared, and what is beside the answer.
    differences.sort_by_key(|difference| {
        let is_outcome = difference.path.ends_with("outcome");
        (difference.beside, !is_outcome, is_outcome && difference.path != "outcome")
    });
    differences
}

/// The version of a register as a text.
fn version(register: &RegisterUsed) -> String {
    let manifest: String = register.manifest.chars().take(16).collect();
    alloc::format!("{}.{}, {}, {manifest}", register.epoch, register.version, register.as_of)
}

const fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Pinned => "pinned",
        Anchor::FirstUse => "first-use",
    }
}

fn causes(reported: &Reported, repeated: &Report, differences: &[Difference]) -> Vec<Cause> {
    let (first, second) = (&reported.stamp, &repeated.stamp);
    let (old, new) = (&first.register, &second.register);
    let (given, presented) = (&reported.input, &repeated.input);
    let mut causes = Vec::new();
    let mut add = |differs: bool, cause, reported: String, repeated: String| {
        if differs {
            causes.push(Cause { cause, reported, repeated });
        }
    };
    add(old.name != new.name, CauseKind::Register, old.name.clone(), new.name.clone());
    let roots = (old.root.fingerprint.clone(), new.root.fingerprint.clone());
    let same_root = (old.root.version, &old.root.fingerprint) == (new.root.version, &new.root.fingerprint);
    add(!same_root, CauseKind::Root, roots.0, roots.1);
    let same_version = (old.epoch, old.version, old.as_of, &old.manifest)
        == (new.epoch, new.version, new.as_of, &new.manifest);
    add(!same_version, CauseKind::Version, version(old), version(new));
    add(
        same_version && old.checked_at != new.checked_at,
        CauseKind::Confirmation,
        old.checked_at.to_string(),
        new.checked_at.to_string(),
    );
    let anchors = (anchor(old.root.anchor), anchor(new.root.anchor));
    add(anchors.0 != anchors.1, CauseKind::Anchor, anchors.0.into(), anchors.1.into());
    add(first.program != second.program, CauseKind::Program, first.program.clone(), second.program.clone());
    // Without a memory the effective time is no later than the clock and the times that the register signs, of which the confirmation
    // is the latest.
    let remembered = first.effective > first.clock.max(old.checked_at);
    add(
        first.effective != second.effective
            && (remembered || same_version && old.checked_at == new.checked_at),
        CauseKind::Memory,
        first.effective.to_string(),
        second.effective.to_string(),
    );
    let fingerprint = |input: &super::InputUsed| input.fingerprint.clone().unwrap_or_default();
    let same_kind = given.kind == presented.kind;
    let is_comparable = given.fingerprint.is_some() || presented.fingerprint.is_some();
    let same_input = same_kind && given.fingerprint == presented.fingerprint;
    add(!same_kind, CauseKind::Input, given.kind.name().into(), presented.kind.name().into());
    add(same_kind && !same_input, CauseKind::Input, fingerprint(given), fingerprint(presented));
    add(same_kind && !is_comparable, CauseKind::InputNotComparable, String::new(), String::new());
    let presentation = differences.iter().any(|difference| PRESENTATION.contains(&member(&difference.path)));
    add(same_input && presentation, CauseKind::Presentation, String::new(), String::new());
    causes
}
