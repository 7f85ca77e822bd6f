//! The demo's documents with a story: what each is, and what a verifier must answer.
//!
//! The expected answers are written down here by hand, from the Law and the formats; they are not taken from a run.

use rastau_core::calendar::Date;
use rastau_core::document::{Basis, BasisKind, Claims};
use serde_json::{Value, json};

use super::identity;
use super::people::person;
use super::world::{CENTRES, EDITION};
use crate::RegistryError;
use crate::issue::{End, Order};

/// How the register and the paper differ from an ordinary document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twist {
    /// Not at all.
    None,
    /// Cancelled, so many days ago.
    Cancelled(u32),
    /// Cancelled and reinstated, so many days ago.
    Reinstated(u32, u32),
    /// The claims were altered after signing.
    Tampered,
    /// Signed with a key that the register does not list.
    WrongKey,
    /// Signed with another centre's key.
    OtherCentresKey,
    /// Never entered into the register.
    NotEntered,
    /// Carries another code than the register's.
    WrongCode,
    /// Names another holder than the register's.
    WrongHolder,
    /// States another level than the register's.
    AlteredLevel,
    /// Issued before there were codes.
    NoCode,
}

/// A document with a story.
pub struct Case {
    /// Its name in `documents/`.
    pub name: &'static str,
    /// The order that the registry enters.
    pub order: Order,
    /// What is odd about it.
    pub twist: Twist,
    /// Whether there is a typed form of it.
    pub typed: bool,
    /// What a verifier must answer.
    pub outcome: &'static str,
    /// Checks that must be violated.
    pub violated: &'static [&'static str],
    /// Checks that must be undetermined.
    pub undetermined: &'static [&'static str],
}

impl Case {
    /// The expected answer as `expected.json` has it.
    #[must_use]
    pub fn expected(&self) -> Value {
        json!({ "outcome": self.outcome, "violated": self.violated, "undetermined": self.undetermined })
    }
}

/// The findings that a record without a code leaves open.
const NO_CODE: [&str; 13] = [
    "register.code",
    "register.holder",
    "register.name",
    "register.profession",
    "register.qualification",
    "register.level",
    "register.skills",
    "register.centre",
    "register.accreditation",
    "register.basis",
    "register.exam-date",
    "register.issue-date",
    "register.validity",
];

/// What a snapshot cannot know of a day after it: how the profession stood then.
const NEWER: [&str; 2] = ["art15.p1.profession-recognisable", "art15.p5.mandatory-other-law"];

struct Story {
    name: &'static str,
    profession: &'static str,
    centre: usize,
    exam: i64,
    issued: i64,
    skills: &'static [&'static str],
    qualification: bool,
    twist: Twist,
    typed: bool,
    outcome: &'static str,
    violated: &'static [&'static str],
    undetermined: &'static [&'static str],
}

/// An ordinary story, to be varied.
const ORDINARY: Story = Story {
    name: "",
    profession: "7212-1",
    centre: 0,
    exam: 200,
    issued: 190,
    skills: &[],
    qualification: true,
    twist: Twist::None,
    typed: true,
    outcome: "valid",
    violated: &[],
    undetermined: &[],
};

const fn invalid(name: &'static str, violated: &'static [&'static str]) -> Story {
    Story { name, outcome: "invalid", violated, ..ORDINARY }
}

const fn indeterminate(name: &'static str, undetermined: &'static [&'static str]) -> Story {
    Story { name, outcome: "indeterminate", undetermined, ..ORDINARY }
}

const STORIES: [Story; 21] = [
    Story { name: "valid", ..ORDINARY },
    // By the centre of the conformity-assessment route, whose key is a P-256 one.
    Story { name: "valid-unlimited", profession: "5120-1", centre: 1, ..ORDINARY },
    Story { name: "skill-only", skills: &["7212-1-S1", "7212-1-S2"], ..ORDINARY },
    Story { twist: Twist::Cancelled(30), ..invalid("cancelled", &["art26.p2.part2.document-cancellation"]) },
    Story { name: "reinstated", twist: Twist::Reinstated(100, 60), ..ORDINARY },
    Story {
        profession: "5141-1",
        exam: 520,
        issued: 500,
        ..invalid("expired", &["art21.p5.document-validity"])
    },
    Story {
        exam: 5,
        issued: -10,
        undetermined: &NEWER,
        ..invalid("not-yet-valid", &["document.issue-date"])
    },
    Story {
        twist: Twist::Tampered,
        typed: false,
        ..invalid("tampered", &["document.signature", "register.level"])
    },
    Story { twist: Twist::WrongKey, typed: false, ..invalid("wrong-key", &["document.key-known"]) },
    Story {
        twist: Twist::OtherCentresKey,
        typed: false,
        ..invalid("key-out-of-scope", &["document.key-in-scope"])
    },
    Story { twist: Twist::NotEntered, ..invalid("not-in-register", &["register.listed"]) },
    Story {
        exam: 5,
        issued: 1,
        twist: Twist::NotEntered,
        ..indeterminate(
            "newer-than-snapshot",
            &[
                "register.listed",
                "register.code",
                "register.holder",
                "register.name",
                "register.profession",
                "register.qualification",
                "register.level",
                "register.skills",
                "register.centre",
                "register.accreditation",
                "register.basis",
                "register.exam-date",
                "register.issue-date",
                "register.validity",
                "art15.p1.profession-recognisable",
                "art15.p5.mandatory-other-law",
                "art26.p2.part2.document-cancellation",
            ],
        )
    },
    Story { twist: Twist::WrongCode, ..invalid("wrong-code", &["register.code"]) },
    Story { twist: Twist::WrongHolder, ..invalid("wrong-holder", &["register.holder"]) },
    Story { twist: Twist::AlteredLevel, ..invalid("altered-level", &["register.level"]) },
    Story { twist: Twist::NoCode, ..indeterminate("no-code", &NO_CODE) },
    Story { centre: 3, ..invalid("centre-not-accredited-then", &["art15.p3.centre-conducts"]) },
    Story { name: "centre-revoked-later", centre: 2, ..ORDINARY },
    Story {
        profession: "4131-2",
        ..invalid("profession-not-in-register-then", &["art15.p1.profession-recognisable"])
    },
    Story {
        profession: "8332-1",
        ..indeterminate("mandatory-profession", &["art15.p5.mandatory-other-law"])
    },
    Story {
        skills: &["7212-1-S1"],
        qualification: false,
        ..invalid("skill-fields-missing", &["art20.p3.skill-document-fields"])
    },
];

/// The stories as orders, dated from `today`.
pub fn cases(today: Date) -> Result<Vec<Case>, RegistryError> {
    STORIES.iter().enumerate().map(|(index, story)| case(story, index as u64, today)).collect()
}

fn day(today: Date, ago: i64) -> Date {
    let days = u32::try_from(ago.unsigned_abs()).unwrap_or(0);
    if ago < 0 { today.plus_days(days) } else { today.minus_days(days) }
}

fn case(story: &Story, index: u64, today: Date) -> Result<Case, RegistryError> {
    let holder = person(index * 37 + 11);
    let centre = &CENTRES[story.centre];
    let level = "3";
    let claims = Claims {
        number: format!("000000{:06}", 1001 + index),
        holder: identity(&holder.iin)?,
        names: vec![holder.name],
        profession: story.profession.into(),
        edition: EDITION.into(),
        qualification: story.qualification.then(|| format!("{}-{level}", story.profession)),
        level: level.into(),
        skills: story.skills.iter().map(|skill| (*skill).to_string()).collect(),
        centre: identity(&centre.bin())?,
        accreditation: centre.serial.into(),
        basis: Basis { kind: BasisKind::Standard, id: format!("PS-{}", story.profession) },
        exam_on: day(today, story.exam),
        issued_on: day(today, story.issued),
        valid_until: None,
        code: None,
        unknown: Vec::new(),
    };
    Ok(Case {
        name: story.name,
        order: Order { claims, end: End::PrintedTerm },
        twist: story.twist,
        typed: story.typed,
        outcome: story.outcome,
        violated: story.violated,
        undetermined: story.undetermined,
    })
}
