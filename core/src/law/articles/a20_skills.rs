//! Article 20: the recognition of single skills, and what a document on skills names.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::{FactProblem, FactsError};
use crate::facts::{Fact, Facts};
use crate::law::articles::a19_education::{BasisRequirements, applicable, provided_for};
use crate::law::engine::facts::{SomeOf, Text, facts, require};
use crate::law::engine::norm::Place::Field;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling};
use crate::law::engine::unit::at;
use crate::sorted::distinct;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 20, title: "Recognition of skills", norms: &[NORMS] };

rule! {
    SAME_PROFESSION: SameProfession => SameProfessionOutcome,
    unit: (20, 1, 0, 0),
    text: 0x1a37_e4fa_d6a9_0e35,
    id: "art20.p1.same-profession",
    summary: "Skills may be recognised one by one, within one profession",
    note: "Two professions require two applications.",
    judge: same_profession,
    as_of: |_facts| None,
    value: &[("professions", Output::List)],
    example: r#"{"skills":[{"skill":"S-1","profession":"7212-01"},{"skill":"S-2","profession":"7212-01"}]}"#,
}

rule! {
    SKILL_RECOGNITION_ESTABLISHED: SkillRecognition => SkillOutcome,
    unit: (20, 2, 0, 0),
    text: 0xfb72_c825_79cd_3843,
    id: "art20.p2.skill-recognition-established",
    summary: "Skills are recognised where the standard, or else the requirements, provides for it",
    note: "Each skill by itself; \"skill\" in the sense of 1(3).",
    judge: skill_recognition,
    as_of: |_facts| None,
    value: &[
        ("not_allowed", Output::List),
        ("not_known", Output::List),
        ("basis", Output::OneOf(&["standards", "qualification-requirements"])),
    ],
    example: r#"{"skills":["S-1"],"basis":{"standards":[{"id":"PS-1","skills":["S-1","S-2"]}]}}"#,
}

rule! {
    SKILL_DOCUMENT_FIELDS: SkillDocument => DocumentOutcome,
    unit: (20, 3, 0, 0),
    text: 0x0427_b0cc_34e2_8c28,
    id: "art20.p3.skill-document-fields",
    summary: "A document on skills names the skills, the qualification and the profession",
    note: "By code, with the names from the register.",
    judge: names_its_skills,
    as_of: |_facts| None,
    value: &[("missing_fields", Output::SomeOf(&["skills", "qualification", "profession"]))],
    example: r#"{"is_skill_document":true,"skills":["S-1"],"qualification_name":"Welder","profession_name":"Welding"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    &SAME_PROFESSION.norm,
    &SKILL_RECOGNITION_ESTABLISHED.norm,
    &SKILL_DOCUMENT_FIELDS.norm,
    norm!(
        at(20, 3, 0, 0),
        0x0427_b0cc_34e2_8c28,
        Data,
        "data.document-skill-fields",
        "The document has room for these three",
        Field("document::claims::Claims.skills"),
        "In addition to qualification and profession."
    ),
];

outcomes! {
    /// The outcomes of `art20.p1.same-profession`.
    pub enum SameProfessionOutcome {
        SameProfession = "same-profession": Satisfied,
        SeveralProfessions = "several-professions": Violated,
    }
}

outcomes! {
    /// The outcomes of `art20.p2.skill-recognition-established`.
    pub enum SkillOutcome {
        Allowed = "allowed": Satisfied,
        NotAllowed = "not-allowed": Violated,
    }
}

outcomes! {
    /// The outcomes of `art20.p3.skill-document-fields`.
    pub enum DocumentOutcome {
        Complete = "complete": Satisfied,
        Incomplete = "incomplete": Violated,
        NotASkillDocument = "not-a-skill-document": NotApplicable,
    }
}

facts! {
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

    /// Facts of `art20.p3.skill-document-fields`: what a document states. A field that is left out is not on it.
    pub struct SkillDocument {
        /// Whether the document is on a skill or skills rather than on a whole profession.
        is_skill_document: Option<bool>,
        /// The names of the skills.
        skills: Option<Vec<Text>>,
        /// The name of the qualification.
        qualification_name: Option<Text>,
        /// The name of the profession.
        profession_name: Option<Text>,
    }
}

/// `art20.p1.same-profession`: one application concerns one skill, or several skills of one profession.
///
/// # Errors
/// An empty list of skills.
pub fn same_profession(
    facts: &SameProfession,
    _: &WorkingDays,
) -> Result<Ruled<SameProfessionOutcome>, FactsError> {
    require!(facts: skills);
    if skills.is_empty() {
        return Err(FactsError::field("skills", FactProblem::Empty));
    }
    let professions = distinct(skills.iter().filter_map(|skill| skill.profession.as_ref()).collect());
    let names: Vec<_> = professions.iter().map(|profession| profession.as_str().to_string()).collect();
    let incomplete = skills.iter().any(|skill| skill.profession.is_none() || skill.skill.is_none());
    let ruling = match (names.len(), incomplete) {
        (2.., _) => Ruled::of(SameProfessionOutcome::SeveralProfessions),
        (_, true) => Ruled::missing(&["skills"]),
        (_, false) => Ruled::of(SameProfessionOutcome::SameProfession),
    };
    Ok(ruling.with("professions", names))
}

/// `art20.p2.skill-recognition-established`: a skill is recognised where the standard, or in its absence the
/// qualification requirements, provides for it; each skill separately.
///
/// # Errors
/// An empty list of skills.
pub fn skill_recognition(
    facts: &SkillRecognition,
    _: &WorkingDays,
) -> Result<Ruled<SkillOutcome>, FactsError> {
    require!(facts: skills, basis);
    let (of, name) = match applicable(basis) {
        Ok(found) => found,
        Err(missing) => return Ok(Ruled::missing(&[missing])),
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
        Ruled::of(SkillOutcome::NotAllowed).with("not_allowed", no)
    } else if open.is_empty() {
        Ruled::of(SkillOutcome::Allowed)
    } else {
        Ruled::missing(&["basis"])
    };
    let ruling = if open.is_empty() { ruling } else { ruling.with("not_known", open) };
    Ok(ruling.with("basis", name))
}

/// `art20.p3.skill-document-fields`: a document on skills names the skills, the qualification and the profession.
///
/// # Errors
/// None.
pub fn names_its_skills(
    facts: &SkillDocument,
    _: &WorkingDays,
) -> Result<Ruled<DocumentOutcome>, FactsError> {
    let skills = facts.skills.as_ref().is_some_and(|skills| !skills.is_empty());
    let named = SkillNames {
        skills,
        qualification: facts.qualification_name.is_some(),
        profession: facts.profession_name.is_some(),
    };
    Ok(match facts.is_skill_document.or(facts.skills.as_ref().map(|_| skills)) {
        None => Ruled::missing(&["is_skill_document"]),
        Some(false) => Ruled::of(DocumentOutcome::NotASkillDocument),
        Some(true) => match named.missing() {
            missing if missing.is_empty() => Ruled::of(DocumentOutcome::Complete),
            missing => Ruled::of(DocumentOutcome::Incomplete)
                .with("missing_fields", missing)
                .concluding(DocumentOutcome::Incomplete),
        },
    })
}

/// `art20.p3.skill-document-fields`: a document on skills names the skills, the qualification and the profession.
///
/// Each name counts if its code is on the document and the register has a name for it. `named` is `None` for a
/// document on a whole profession.
#[must_use]
pub fn skill_document_fields(named: Option<SkillNames>) -> Ruling {
    let Some(named) = named else { return Ruling::new(RuleAnswer::NotApplicable, Facts::new()) };
    let missing = named.missing();
    Ruling::new(
        RuleAnswer::from_bool(missing.is_empty()),
        Facts::new().with("missing_fields", Fact::Words(missing)),
    )
}

/// Which of the names that art. 20.3 requires are available.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkillNames {
    /// The names of all skills.
    pub skills: bool,
    /// The name of the qualification.
    pub qualification: bool,
    /// The name of the profession.
    pub profession: bool,
}

impl SkillNames {
    /// The names that are not available.
    fn missing(self) -> Vec<String> {
        let fields =
            [("skills", self.skills), ("qualification", self.qualification), ("profession", self.profession)];
        fields.iter().filter(|(_, named)| !named).map(|(field, _)| (*field).to_string()).collect()
    }
}
