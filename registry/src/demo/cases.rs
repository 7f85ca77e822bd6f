//! The test cases of the demo: special documents, and what a verifier must answer for each.
//!
//! The expected answers are written by hand from the Law and the formats, not taken from a run.

use rastau_core::calendar::Date;
use rastau_core::document::{Basis, BasisKind, Claims};
use serde_json::{Value, json};

use super::identity;
use super::people::person;
use super::reference::{CENTRES, EDITION};
use crate::RegistryError;
use crate::issue::{End, Order};

/// How the register or the document deviates from an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// It does not.
    None,
    /// Cancelled this number of days ago.
    Cancelled(u32),
    /// Cancelled and reinstated these numbers of days ago.
    Reinstated(u32, u32),
    /// The claims were altered after signing.
    Tampered,
    /// Signed with a key that the register does not list.
    WrongKey,
    /// Signed with another centre's key.
    OtherCentresKey,
    /// Not in the register.
    NotEntered,
    /// The document has another code than the register.
    WrongCode,
    /// The document names another holder than the register.
    WrongHolder,
    /// The document states another level than the register.
    AlteredLevel,
    /// Issued without a code.
    NoCode,
}

/// A test case: a document and the expected answer.
pub struct Case {
    /// Its name in `documents/`.
    pub name: &'static str,
    /// The order that the registry inserts.
    pub order: Order,
    /// How it deviates from an ordinary document.
    pub deviation: Deviation,
    /// Whether the case has a typed form.
    pub typed: bool,
    /// The expected outcome: valid, invalid or indeterminate.
    pub outcome: &'static str,
    /// The checks that must be violated.
    pub violated: &'static [&'static str],
    /// The checks that must be undetermined.
    pub undetermined: Vec<&'static str>,
}

impl Case {
    /// Returns the expected answer in the form of `expected.json`.
    #[must_use]
    pub fn expected(&self) -> Value {
        json!({ "outcome": self.outcome, "violated": self.violated, "undetermined": self.undetermined })
    }
}

/// The checks that are undetermined for a record without a code.
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

/// The checks that are undetermined for a document issued after the snapshot: the state of its profession is unknown.
const NEWER: [&str; 2] = ["art15.p1.profession-recognisable", "art15.p5.mandatory-other-law"];

/// A test case relative to the day of the demo; `exam` and `issued` are days ago.
struct Template {
    name: &'static str,
    profession: &'static str,
    centre: usize,
    exam: i64,
    issued: i64,
    skills: &'static [&'static str],
    qualification: bool,
    deviation: Deviation,
    typed: bool,
    outcome: &'static str,
    violated: &'static [&'static str],
    /// Groups of checks.
    undetermined: &'static [&'static [&'static str]],
}

/// An ordinary document.
const ORDINARY: Template = Template {
    name: "",
    profession: "7212-1",
    centre: 0,
    exam: 200,
    issued: 190,
    skills: &[],
    qualification: true,
    deviation: Deviation::None,
    typed: true,
    outcome: "valid",
    violated: &[],
    undetermined: &[],
};

const fn invalid(name: &'static str, violated: &'static [&'static str]) -> Template {
    Template { name, outcome: "invalid", violated, ..ORDINARY }
}

const fn indeterminate(name: &'static str, undetermined: &'static [&'static [&'static str]]) -> Template {
    Template { name, outcome: "indeterminate", undetermined, ..ORDINARY }
}

const TEMPLATES: [Template; 21] = [
    Template { name: "valid", ..ORDINARY },
    // Issued by the centre with the conformity-assessment route, which has a P-256 key.
    Template { name: "valid-unlimited", profession: "5120-1", centre: 1, ..ORDINARY },
    Template { name: "skill-only", skills: &["7212-1-S1", "7212-1-S2"], ..ORDINARY },
    Template {
        deviation: Deviation::Cancelled(30),
        ..invalid("cancelled", &["art26.p2.part2.document-cancellation"])
    },
    Template { name: "reinstated", deviation: Deviation::Reinstated(100, 60), ..ORDINARY },
    Template {
        profession: "5141-1",
        exam: 520,
        issued: 500,
        ..invalid("expired", &["art21.p5.document-validity"])
    },
    Template {
        exam: 5,
        issued: -10,
        undetermined: &[&NEWER],
        ..invalid("not-yet-valid", &["document.issue-date"])
    },
    Template {
        deviation: Deviation::Tampered,
        typed: false,
        ..invalid("tampered", &["document.signature", "register.level"])
    },
    Template {
        deviation: Deviation::WrongKey,
        typed: false,
        ..invalid("wrong-key", &["document.key-known"])
    },
    Template {
        deviation: Deviation::OtherCentresKey,
        typed: false,
        ..invalid("key-out-of-scope", &["document.key-in-scope"])
    },
    Template { deviation: Deviation::NotEntered, ..invalid("not-in-register", &["register.listed"]) },
    Template {
        exam: 5,
        issued: 1,
        deviation: Deviation::NotEntered,
        ..indeterminate(
            "newer-than-snapshot",
            &[&["register.listed"], &NO_CODE, &NEWER, &["art26.p2.part2.document-cancellation"]],
        )
    },
    Template { deviation: Deviation::WrongCode, ..invalid("wrong-code", &["register.code"]) },
    Template { deviation: Deviation::WrongHolder, ..invalid("wrong-holder", &["register.holder"]) },
    Template { deviation: Deviation::AlteredLevel, ..invalid("altered-level", &["register.level"]) },
    Template { deviation: Deviation::NoCode, ..indeterminate("no-code", &[&NO_CODE]) },
    Template { centre: 3, ..invalid("centre-not-accredited-then", &["art15.p3.centre-conducts"]) },
    Template { name: "centre-revoked-later", centre: 2, ..ORDINARY },
    Template {
        profession: "4131-2",
        ..invalid("profession-not-in-register-then", &["art15.p1.profession-recognisable"])
    },
    Template {
        profession: "8332-1",
        ..indeterminate("mandatory-profession", &[&["art15.p5.mandatory-other-law"]])
    },
    Template {
        skills: &["7212-1-S1"],
        qualification: false,
        ..invalid("skill-fields-missing", &["art20.p3.skill-document-fields"])
    },
];

/// Returns all test cases, with dates relative to `today`.
pub fn cases(today: Date) -> Result<Vec<Case>, RegistryError> {
    TEMPLATES.iter().enumerate().map(|(index, template)| case(template, index as u64, today)).collect()
}

fn day(today: Date, ago: i64) -> Date {
    let days = u32::try_from(ago.unsigned_abs()).unwrap_or(0);
    if ago < 0 { today.plus_days(days) } else { today.minus_days(days) }
}

fn case(template: &Template, index: u64, today: Date) -> Result<Case, RegistryError> {
    let holder = person(index * 37 + 11);
    let centre = &CENTRES[template.centre];
    let level = "3";
    let claims = Claims {
        number: format!("000000{:06}", 1001 + index),
        holder: identity(&holder.iin)?,
        names: vec![holder.name],
        profession: template.profession.into(),
        edition: EDITION.into(),
        qualification: template.qualification.then(|| format!("{}-{level}", template.profession)),
        level: level.into(),
        skills: template.skills.iter().map(|skill| (*skill).to_string()).collect(),
        centre: identity(&centre.bin())?,
        accreditation: centre.serial.into(),
        basis: Basis { kind: BasisKind::Standard, id: format!("PS-{}", template.profession) },
        exam_on: day(today, template.exam),
        issued_on: day(today, template.issued),
        valid_until: None,
        code: None,
        unknown: Vec::new(),
    };
    Ok(Case {
        name: template.name,
        order: Order { claims, end: End::PrintedTerm },
        deviation: template.deviation,
        typed: template.typed,
        outcome: template.outcome,
        violated: template.violated,
        undetermined: template.undetermined.concat(),
    })
}
