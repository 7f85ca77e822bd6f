//! Reading a report again, and repeating its verification.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

use super::{
    Asked, AskedPost, Comparison, InputKind, InputUsed, MAX_REPORT, MadeBy, RegisterUsed, Report, RootUsed,
    SCHEMA, Stamp,
};
use crate::anchor::Anchor;
use crate::calendar::{Date, Timestamp};
use crate::codec::hex;
use crate::codec::json::{Json, Object, Problem};
use crate::crypto::HASH_LEN;
use crate::document::text::Presented;
use crate::error::ReportError;
use crate::snapshot::{Pages, Snapshot};
use crate::verdict::{self, CheckAnswer, Freshness, Outcome};

/// The format of reports and verdicts without their version.
const FAMILIES: [&str; 2] = ["rastau/report/", "rastau/verdict/"];
/// Maximum bytes of a text in a report.
const MAX_STATED: usize = 4096;

/// A report that was read. Nothing in it is trusted: repeating the verification shows whether its answer is the register's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// With what, when and by whom, as the report states it.
    pub stamp: Stamp,
    /// The question.
    pub asked: Asked,
    /// What was presented, as the report states it.
    pub input: InputUsed,
    /// The outcome of the verdict in the report.
    pub outcome: Outcome,
    /// The values of the verdict in the report, as JSON by their paths.
    pub(super) verdict: BTreeMap<String, String>,
}

impl From<Problem> for ReportError {
    fn from(problem: Problem) -> Self {
        Self::Malformed { problem: problem.to_string() }
    }
}

/// The members of an object of a report.
struct Fields<'j>(&'j Object);

impl<'j> Fields<'j> {
    fn of(json: &'j Json, known: &[&str]) -> Result<Self, Problem> {
        json.object(known).map(Self)
    }

    fn required(&self, name: &str) -> Result<&'j Json, Problem> {
        self.0.get(name).ok_or_else(|| Problem::new("is missing").within(name))
    }

    /// Reads a member with `read`; the error names the member.
    fn read<T>(&self, name: &str, read: impl FnOnce(&'j Json) -> Result<T, Problem>) -> Result<T, Problem> {
        read(self.required(name)?).map_err(|problem| problem.within(name))
    }

    /// As [`Fields::read`], and `None` for a member that is missing.
    fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(&'j Json) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.0.get(name).map(read).transpose().map_err(|problem| problem.within(name))
    }
}

fn stated(json: &Json) -> Result<String, Problem> {
    let text = json.text()?;
    if text.len() <= MAX_STATED {
        Ok(text.into())
    } else {
        Err(json.mismatch("a text of at most 4096 bytes"))
    }
}

fn time(json: &Json) -> Result<Timestamp, Problem> {
    let text = json.text()?;
    // One spelling: that of the program.
    Timestamp::parse(text)
        .filter(|time| time.to_string() == text)
        .ok_or_else(|| json.mismatch("a time in UTC"))
}

fn hash(json: &Json) -> Result<String, Problem> {
    let text = json.text()?;
    let is_hash =
        hex::decode(text).is_some_and(|bytes| bytes.len() == HASH_LEN && hex::encode(&bytes) == text);
    if is_hash { Ok(text.into()) } else { Err(json.mismatch("64 hexadecimal digits")) }
}

fn day(json: &Json) -> Result<Option<Date>, Problem> {
    match json {
        Json::Null => Ok(None),
        other => Date::parse(other.text()?).map(Some).ok_or_else(|| other.mismatch("a day or null")),
    }
}

/// One of `cases`, by its name.
fn one_of<T: Copy>(json: &Json, cases: &[(&str, T)]) -> Result<T, Problem> {
    let text = json.text()?;
    let found = cases.iter().find(|(name, _)| *name == text).map(|(_, case)| *case);
    found.ok_or_else(|| json.mismatch("a known name"))
}

fn root(json: &Json) -> Result<RootUsed, Problem> {
    let fields = Fields::of(json, &["anchor", "version", "fingerprint"])?;
    let anchors = [("pinned", Anchor::Pinned), ("first-use", Anchor::FirstUse)];
    Ok(RootUsed {
        anchor: fields.read("anchor", |json| one_of(json, &anchors))?,
        version: fields.read("version", Json::natural)?,
        fingerprint: fields.read("fingerprint", hash)?,
    })
}

fn register(json: &Json) -> Result<RegisterUsed, Problem> {
    let known = ["name", "epoch", "version", "as_of", "checked_at", "manifest", "root"];
    let fields = Fields::of(json, &known)?;
    Ok(RegisterUsed {
        name: fields.read("name", stated)?,
        epoch: fields.read("epoch", Json::natural)?,
        version: fields.read("version", Json::natural)?,
        as_of: fields.read("as_of", time)?,
        checked_at: fields.read("checked_at", time)?,
        manifest: fields.read("manifest", hash)?,
        root: fields.read("root", root)?,
    })
}

fn post(json: &Json) -> Result<AskedPost, Problem> {
    let fields = Fields::of(json, &["profession", "level"])?;
    Ok(AskedPost { profession: fields.read("profession", stated)?, level: fields.optional("level", stated)? })
}

fn asked(json: &Json) -> Result<Asked, Problem> {
    let fields = Fields::of(json, &["on", "accept", "grace", "post"])?;
    let grades = [Freshness::Current, Freshness::Late, Freshness::Stale].map(|grade| (grade.name(), grade));
    Ok(Asked {
        on: fields.read("on", day)?,
        accept: fields.read("accept", |json| one_of(json, &grades))?,
        grace: fields.read("grace", Json::natural)?,
        post: fields.optional("post", post)?,
    })
}

fn input(json: &Json) -> Result<InputUsed, Problem> {
    let fields = Fields::of(json, &["kind", "fingerprint"])?;
    let kinds = [InputKind::Signed, InputKind::Typed].map(|kind| (kind.name(), kind));
    Ok(InputUsed {
        kind: fields.read("kind", |json| one_of(json, &kinds))?,
        fingerprint: fields.optional("fingerprint", hash)?,
    })
}

fn made_by(json: &Json) -> Result<MadeBy, Problem> {
    let by = MadeBy::parse(json.text()?).filter(|by| json.text().is_ok_and(|text| by.as_str() == text));
    by.ok_or_else(|| json.mismatch("a short text of visible characters"))
}

/// The name of a format, if the value states one.
fn schema(json: &Json) -> Option<&str> {
    let Json::Object(object) = json else { return None };
    object.get("schema").and_then(|schema| schema.text().ok())
}

/// Checks the format of a report or a verdict.
fn check_schema(json: &Json, expected: &str) -> Result<(), ReportError> {
    match schema(json) {
        Some(known) if known == expected => Ok(()),
        Some(other) if other.len() <= 64 && FAMILIES.iter().any(|family| other.starts_with(family)) => {
            Err(ReportError::UnknownVersion { schema: other.into() })
        }
        Some(_) | None => Err(Problem::new(alloc::format!("must be \"{expected}\"")).within("schema").into()),
    }
}

impl Reported {
    /// Reads the JSON of a report ([`Report::to_json`]).
    ///
    /// # Errors
    /// [`ReportError`]: it is longer than [`MAX_REPORT`] bytes, not JSON, of another format, or a field is missing, unknown,
    /// duplicate or has an impossible value.
    ///
    /// ```
    /// use rastau_core::error::ReportError;
    /// use rastau_core::report::Reported;
    ///
    /// assert!(matches!(Reported::read("{}"), Err(ReportError::Malformed { .. })));
    /// let newer = r#"{"schema": "rastau/report/2"}"#;
    /// assert!(matches!(Reported::read(newer), Err(ReportError::UnknownVersion { .. })));
    /// ```
    pub fn read(text: &str) -> Result<Self, ReportError> {
        if text.len() > MAX_REPORT {
            return Err(ReportError::TooLong { limit: MAX_REPORT });
        }
        let json = Json::parse(text).map_err(|problem| ReportError::Malformed { problem })?;
        check_schema(&json, SCHEMA)?;
        let known = [
            "schema",
            "program",
            "register",
            "clock",
            "effective",
            "by",
            "question",
            "input",
            "proves",
            "does_not_prove",
            "repeat",
            "verdict",
        ];
        let fields = Fields::of(&json, &known)?;
        let verdict = fields.required("verdict")?;
        check_schema(verdict, verdict::SCHEMA)?;
        let outcomes = [Outcome::Valid, Outcome::Invalid, Outcome::Indeterminate];
        let outcomes = outcomes.map(|outcome| (outcome.name(), outcome));
        let outcome = |json: &Json| match json {
            Json::Object(object) => Fields(object).read("outcome", |json| one_of(json, &outcomes)),
            other => Err(other.mismatch("an object")),
        };
        Ok(Self {
            stamp: Stamp {
                program: fields.read("program", stated)?,
                register: fields.read("register", register)?,
                clock: fields.read("clock", time)?,
                effective: fields.read("effective", time)?,
                by: fields.optional("by", made_by)?,
            },
            asked: fields.read("question", asked)?,
            input: fields.read("input", input)?,
            outcome: fields.read("verdict", outcome)?,
            verdict: fields.read("verdict", Json::leaves)?,
        })
    }

    /// Returns the time at which the bundle is opened again: what the clock of the first device showed.
    #[must_use]
    pub const fn clock(&self) -> Timestamp {
        self.stamp.clock
    }

    /// Verifies an input as the report's was verified, and compares. The answer is the one of the report's time, not of today.
    ///
    /// `snapshot` must have been opened at [`Reported::clock`], without a trusted state and without a time that a device
    /// remembers.
    #[must_use]
    pub fn repeat<P: Pages>(&self, snapshot: &Snapshot<P>, presented: &Presented) -> Comparison {
        let (question, post) = (self.asked.question(self.clock()), self.asked.post());
        Comparison::new(self, Report::make(snapshot, presented, &question, post.as_ref(), None))
    }

    /// Returns whether the report agrees with itself: its verdict is of the register, the day and the findings that it states.
    /// Another one was changed after it was made.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        let states = |path: &str, value: &str| {
            self.verdict.get(path).is_some_and(|stated| stated.trim_matches('"') == value)
        };
        let day = self.asked.on.unwrap_or_else(|| self.stamp.effective.date());
        let anchor = match self.stamp.register.root.anchor {
            Anchor::Pinned => "pinned",
            Anchor::FirstUse => "first-use",
        };
        states("as_of", &self.stamp.register.as_of.to_string())
            && states("evaluated_on", &day.to_string())
            && states("anchor", anchor)
            && self.findings_allow_outcome()
    }

    /// Returns whether the findings can have the outcome: a violated one makes it invalid, and an open one is not valid.
    fn findings_allow_outcome(&self) -> bool {
        let has = |name: &str| {
            self.verdict.iter().any(|(path, value)| {
                path.starts_with("findings[")
                    && path.ends_with("].outcome")
                    && value.trim_matches('"') == name
            })
        };
        let is_violated = has(CheckAnswer::Violated.name());
        let is_open = has("undetermined") || has("contestable");
        match self.outcome {
            Outcome::Valid => !is_violated && !is_open,
            Outcome::Invalid => is_violated,
            Outcome::Indeterminate => !is_violated && is_open,
        }
    }
}
