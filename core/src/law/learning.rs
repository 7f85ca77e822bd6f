//! Art. 19 and 20: non-formal and informal education, and the recognition of single skills.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::facts::{SomeOf, Text, facts, names, require};
use super::rule::{Output, Rule, rule};
use super::ruling::Ruling;
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::sorted::distinct;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art19.p1.nonformal-informal-recognisable",
        (19, 1, 0, 0),
        education_recognisable,
        |_facts| None,
        EDUCATION,
        r#"{"requested":["non-formal"],"basis":{"standards":[{"id":"PS-1","non_formal":true,"informal":false}]}}"#
    ),
    rule!(
        "art19.p2.nonformal-evidence",
        (19, 2, 0, 0),
        non_formal_evidence,
        |_facts| None,
        EVIDENCE,
        r#"{"evidence":[{"kind":"certificate","issuer_is_provider":true,"issued_on":"2025-06-01"}]}"#
    ),
    rule!(
        "art19.p3.informal-evidence",
        (19, 3, 0, 0),
        informal_evidence,
        |_facts| None,
        EVIDENCE,
        r#"{"evidence":[{"kind":"description","text":"Two years of welding at home"}]}"#
    ),
    rule!(
        "art20.p1.same-profession",
        (20, 1, 0, 0),
        same_profession,
        |_facts| None,
        SAME_PROFESSION,
        r#"{"skills":[{"skill":"S-1","profession":"7212-01"},{"skill":"S-2","profession":"7212-01"}]}"#
    ),
    rule!(
        "art20.p2.skill-recognition-established",
        (20, 2, 0, 0),
        skill_recognition,
        |_facts| None,
        SKILLS,
        r#"{"skills":["S-1"],"basis":{"standards":[{"id":"PS-1","skills":["S-1","S-2"]}]}}"#
    ),
];

const EDUCATION: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["recognisable", "not-recognisable"])),
    ("recognisable", Output::SomeOf(EducationKind::NAMES)),
    ("not_recognisable", Output::SomeOf(EducationKind::NAMES)),
    ("not_known", Output::SomeOf(EducationKind::NAMES)),
    ("basis", Output::OneOf(&["standards", "qualification-requirements"])),
];
const EVIDENCE: &[(&str, Output)] = &[("status", Output::OneOf(&["submitted", "missing-evidence"]))];
const SAME_PROFESSION: &[(&str, Output)] =
    &[("status", Output::OneOf(&["same-profession", "several-professions"])), ("professions", Output::List)];
const SKILLS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["allowed", "not-allowed"])),
    ("not_allowed", Output::List),
    ("not_known", Output::List),
    ("basis", Output::OneOf(&["standards", "qualification-requirements"])),
];

names! {
    /// How something was learnt, beside school (art. 1(4), 1(21)).
    pub enum EducationKind {
        /// Planned and organised by a provider, who confirms the result by a document.
        NonFormal = "non-formal",
        /// In daily life, with no document.
        Informal = "informal",
    }

    /// What a candidate can show for it.
    pub enum EvidenceKind {
        /// A certificate of a provider.
        Certificate = "certificate",
        /// A certificate of completion of a training.
        CertificateOfCompletion = "certificate-of-completion",
        /// The candidate's own description of the results.
        Description = "description",
    }
}

facts! {
    /// What a standard, or qualification requirements, say about recognition.
    pub struct Requirements {
        /// Their identifier.
        id: Option<Text>,
        /// Whether results of non-formal education are recognised.
        non_formal: Option<bool>,
        /// Whether results of informal education are recognised.
        informal: Option<bool>,
        /// The skills that are recognised one by one; empty for none.
        skills: Option<Vec<Text>>,
        /// Whether every skill is.
        all_skills: Option<bool>,
    }

    /// What a recognition is based on (art. 15.4): the standards in force, and only in their absence the requirements.
    pub struct BasisRequirements {
        /// The professional standards of the profession in force; empty where there is none.
        standards: Option<Vec<Requirements>>,
        /// The qualification requirements.
        qualification_requirements: Option<Vec<Requirements>>,
    }

    /// Facts of `art19.p1.nonformal-informal-recognisable`.
    pub struct EducationRecognisable {
        /// The kinds of education whose results are to be recognised.
        requested: Option<SomeOf<EducationKind>>,
        /// What the recognition is based on.
        basis: Option<BasisRequirements>,
    }

    /// One piece of evidence.
    pub struct Evidence {
        /// What it is.
        kind: Option<EvidenceKind>,
        /// Whether an organisation that provides educational services issued it.
        issuer_is_provider: Option<bool>,
        /// The day of issue.
        issued_on: Option<Date>,
        /// The description itself.
        text: Option<Text>,
    }

    /// Facts of `art19.p2.nonformal-evidence` and of `art19.p3.informal-evidence`.
    pub struct EvidenceFacts {
        /// What the candidate submitted; may be empty.
        evidence: Option<Vec<Evidence>>,
    }

    /// A skill asked for.
    pub struct RequestedSkill {
        /// The skill.
        skill: Option<Text>,
        /// Code of its profession.
        profession: Option<Text>,
    }

    /// Facts of `art20.p1.same-profession`.
    pub struct SameProfession {
        /// The skills asked for in one application: at least one.
        skills: Option<Vec<RequestedSkill>>,
    }

    /// Facts of `art20.p2.skill-recognition-established`.
    pub struct SkillRecognition {
        /// The skills asked for.
        skills: Option<SomeOf<Text>>,
        /// What the recognition is based on.
        basis: Option<BasisRequirements>,
    }
}

/// The requirements that apply, and the name of their kind. Errs with the missing fact.
fn applicable(basis: &BasisRequirements) -> Result<(&[Requirements], &'static str), &'static str> {
    match (&basis.standards, &basis.qualification_requirements) {
        (None, _) => Err("basis.standards"),
        (Some(standards), _) if !standards.is_empty() => Ok((standards, "standards")),
        (Some(_), Some(requirements)) => Ok((requirements, "qualification-requirements")),
        (Some(_), None) => Err("basis.qualification_requirements"),
    }
}

/// Whether any of the requirements provides for it. Unknown if none does and one does not state it.
fn provided_for(of: &[Requirements], provides: impl Fn(&Requirements) -> Option<bool>) -> Option<bool> {
    let results: Vec<_> = of.iter().map(provides).collect();
    if results.contains(&Some(true)) {
        Some(true)
    } else if results.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// `art19.p1.nonformal-informal-recognisable`: results of non-formal and of informal education are recognised where the
/// standard, or in its absence the qualification requirements, provides for it; each kind separately.
///
/// # Errors
/// An empty list of requested kinds.
pub fn education_recognisable(facts: &EducationRecognisable, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: requested, basis);
    let (of, name) = match applicable(basis) {
        Ok(found) => found,
        Err(missing) => return Ok(Ruling::missing(&[missing])),
    };
    let kind_recognised = |kind: EducationKind| {
        provided_for(of, |one| match kind {
            EducationKind::NonFormal => one.non_formal,
            EducationKind::Informal => one.informal,
        })
    };
    let kinds = |expected: Option<bool>| -> Vec<String> {
        let found = requested.iter().filter(|kind| kind_recognised(**kind) == expected);
        found.map(|kind| kind.name().to_string()).collect()
    };
    let (yes, no, open) = (kinds(Some(true)), kinds(Some(false)), kinds(None));
    let ruling = if !no.is_empty() {
        Ruling::status(false, "not-recognisable")
    } else if !open.is_empty() {
        Ruling::missing(&["basis"])
    } else {
        Ruling::status(true, "recognisable")
    };
    let lists = [("recognisable", yes), ("not_recognisable", no), ("not_known", open)];
    let ruling = lists
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .fold(ruling, |ruling, (name, list)| ruling.with(name, list));
    Ok(ruling.with("basis", name))
}

/// `art19.p2.nonformal-evidence`: for non-formal education the candidate submits a certificate, or a certificate of
/// completion, from an organisation that provides educational services. One suffices.
///
/// # Errors
/// None.
pub fn non_formal_evidence(facts: &EvidenceFacts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: evidence);
    let qualifies = |one: &Evidence| match one.kind? {
        EvidenceKind::Certificate | EvidenceKind::CertificateOfCompletion => one.issuer_is_provider,
        EvidenceKind::Description => Some(false),
    };
    Ok(judge_evidence(evidence, qualifies))
}

/// `art19.p3.informal-evidence`: for informal education the candidate submits a description of the results. No other
/// person needs to confirm it.
///
/// # Errors
/// A description that is blank.
pub fn informal_evidence(facts: &EvidenceFacts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: evidence);
    let qualifies = |one: &Evidence| match one.kind? {
        EvidenceKind::Description => one.text.as_ref().map(|_| true),
        EvidenceKind::Certificate | EvidenceKind::CertificateOfCompletion => Some(false),
    };
    Ok(judge_evidence(evidence, qualifies))
}

fn judge_evidence(evidence: &[Evidence], qualifies: impl Fn(&Evidence) -> Option<bool>) -> Ruling {
    let results: Vec<_> = evidence.iter().map(qualifies).collect();
    if results.contains(&Some(true)) {
        Ruling::status(true, "submitted")
    } else if results.contains(&None) {
        Ruling::missing(&["evidence"])
    } else {
        Ruling::status(false, "missing-evidence")
    }
}

/// `art20.p1.same-profession`: one application concerns one skill, or several skills of one profession.
///
/// # Errors
/// An empty list of skills.
pub fn same_profession(facts: &SameProfession, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: skills);
    if skills.is_empty() {
        return Err(FactsError::field("skills", FactProblem::Empty));
    }
    let professions = distinct(skills.iter().filter_map(|skill| skill.profession.as_ref()).collect());
    let names: Vec<_> = professions.iter().map(|profession| profession.as_str().to_string()).collect();
    let incomplete = skills.iter().any(|skill| skill.profession.is_none() || skill.skill.is_none());
    let ruling = match (names.len(), incomplete) {
        (2.., _) => Ruling::status(false, "several-professions"),
        (_, true) => Ruling::missing(&["skills"]),
        (_, false) => Ruling::status(true, "same-profession"),
    };
    Ok(ruling.with("professions", names))
}

/// `art20.p2.skill-recognition-established`: a skill is recognised where the standard, or in its absence the
/// qualification requirements, provides for it; each skill separately.
///
/// # Errors
/// An empty list of skills.
pub fn skill_recognition(facts: &SkillRecognition, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: skills, basis);
    let (of, name) = match applicable(basis) {
        Ok(found) => found,
        Err(missing) => return Ok(Ruling::missing(&[missing])),
    };
    let skill_recognised = |skill: &Text| {
        provided_for(of, |one| match (one.all_skills, &one.skills) {
            (Some(true), _) => Some(true),
            (_, Some(listed)) => Some(listed.contains(skill)),
            (Some(false), None) | (None, None) => None,
        })
    };
    let which = |expected: Option<bool>| -> Vec<String> {
        let found = skills.iter().filter(|skill| skill_recognised(skill) == expected);
        found.map(|skill| skill.as_str().to_string()).collect()
    };
    let (no, open) = (which(Some(false)), which(None));
    let ruling = if !no.is_empty() {
        Ruling::status(false, "not-allowed").with("not_allowed", no)
    } else if open.is_empty() {
        Ruling::status(true, "allowed")
    } else {
        Ruling::missing(&["basis"])
    };
    let ruling = if open.is_empty() { ruling } else { ruling.with("not_known", open) };
    Ok(ruling.with("basis", name))
}
