//! Art. 24: the criteria that an applicant for accreditation must meet.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::aggregate::all_of;
use super::conditions::with_lists;
use super::facts::{SomeOf, Text, facts, names, require};
use super::means::{self, DraftProgrammes, Personnel, ResourcesTitle};
use super::missing::Missing;
use super::recognition::{Dated, profession_recognisable};
use super::register::{self, EntryFacts, PersonKind};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::identity::{Kind, identify};
use crate::snapshot::rows::{Mode, ProfessionVersion};
use crate::sorted::distinct;

const CRITERIA: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated"])),
    ("failed", Output::List),
    ("unknown", Output::List),
];
pub(super) const RULES: &[Rule] = &[
    rule!(
        "art24.p1.criteria",
        (24, 1, 0, 0),
        criteria,
        |facts| facts.professions_in_register.as_ref().and_then(|member| member.as_of),
        CRITERIA,
        r#"{"legal_entity":{"kind":"legal-entity"},"resources_title":{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"ownership"},{"kind":"material-resources","title":"temporary-possession-and-use"}],"sufficient":true},"professions_in_register":{"professions":["7212-01"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"as_of":"2026-03-19"},"draft_programmes":{"professions":["7212-01"],"drafts":[{"profession":"7212-01","conforms":true}]},"personnel":{"staff":[{"experience_years":5}],"requirements":{"headcount":1,"experience_years":3},"conforms":true},"not_at_educational_institution":{"relation":"none"}}"#
    ),
    rule!(
        "art24.p1.s1.legal-entity",
        (24, 1, 0, 1),
        legal_entity,
        |_facts| None,
        LEGAL_ENTITY,
        r#"{"kind":"individual-entrepreneur"}"#
    ),
    rule!(
        "art24.p1.s2.resources-title",
        (24, 1, 0, 2),
        means::resources_title,
        |_facts| None,
        means::RESOURCES,
        r#"{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"other"},{"kind":"material-resources","title":"operational-management"}],"sufficient":true}"#
    ),
    rule!(
        "art24.p1.s3.professions-in-register",
        (24, 1, 0, 3),
        professions_in_register,
        |facts| facts.as_of,
        PROFESSIONS,
        r#"{"professions":["7212-01","7213-02"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art24.p1.s4.draft-programmes",
        (24, 1, 0, 4),
        means::draft_programmes,
        |_facts| None,
        means::DRAFTS,
        r#"{"professions":["7212-01","7213-02"],"drafts":[{"profession":"7212-01","conforms":true}]}"#
    ),
    rule!(
        "art24.p1.s5.personnel",
        (24, 1, 0, 5),
        means::personnel,
        |_facts| None,
        means::PERSONNEL,
        r#"{"staff":[{"experience_years":5},{"experience_years":2}],"requirements":{"headcount":2,"experience_years":3},"conforms":true}"#
    ),
    rule!(
        "art24.p2.not-at-educational-institution",
        (24, 2, 0, 0),
        not_at_educational_institution,
        |_facts| None,
        APART,
        r#"{"relation":"structural-unit"}"#
    ),
];

const LEGAL_ENTITY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["legal-entity", "not-legal-entity"])),
    ("kind", Output::OneOf(PersonKind::NAMES)),
];
const PROFESSIONS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["in-register", "not-in-register"])),
    ("not_in_register", Output::List),
    ("mandatory", Output::List),
    ("not_known", Output::List),
];
const APART: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["apart", "at-educational-institution"])),
    ("relation", Output::OneOf(Relation::NAMES)),
];

names! {
    /// How an applicant, or its founder, stands to an educational institution.
    pub enum Relation {
        /// Not at all.
        None = "none",
        /// It is a structural unit of one.
        StructuralUnit = "structural-unit",
        /// It is subordinate to one.
        Subordinate = "subordinate",
        /// One is its founder or a participant.
        FoundedBy = "founded-by",
        /// It rents premises from one.
        RentsPremises = "rents-premises",
    }
}

facts! {
    /// Facts of `art24.p1.criteria`: those of its members.
    pub struct Criteria {
        /// Of `art24.p1.s1.legal-entity`.
        legal_entity: Option<LegalEntity>,
        /// Of `art24.p1.s2.resources-title`.
        resources_title: Option<ResourcesTitle>,
        /// Of `art24.p1.s3.professions-in-register`.
        professions_in_register: Option<ProfessionsInRegister>,
        /// Of `art24.p1.s4.draft-programmes`.
        draft_programmes: Option<DraftProgrammes>,
        /// Of `art24.p1.s5.personnel`.
        personnel: Option<Personnel>,
        /// Of `art24.p2.not-at-educational-institution`.
        not_at_educational_institution: Option<NotAtEducationalInstitution>,
    }

    /// Facts of `art24.p1.s1.legal-entity`.
    pub struct LegalEntity {
        /// What kind of person the applicant is.
        kind: Option<PersonKind>,
        /// Its business identification number; checked where it is given.
        bin: Option<Text>,
    }

    /// Facts of `art24.p1.s3.professions-in-register`.
    pub struct ProfessionsInRegister {
        /// Codes of the professions that accreditation is asked for.
        professions: Option<SomeOf<Text>>,
        /// The register of professions: at least the entries of these; empty where it has none.
        register: Option<Vec<EntryFacts>>,
        /// The day of the application.
        as_of: Option<Date>,
    }

    /// Facts of `art24.p2.not-at-educational-institution`.
    pub struct NotAtEducationalInstitution {
        /// How the centre, or its founder, stands to an educational institution; the closest relation where there
        /// are several.
        relation: Option<Relation>,
    }
}

/// `art24.p1.criteria`: the applicant meets every criterion, and is not established at an educational institution (art.
/// 24.2). Every member that is violated or undetermined is named.
///
/// # Errors
/// Those of the members, with the member's name before the fact's.
pub fn criteria(facts: &Criteria, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let rulings = [
        member("legal_entity", &facts.legal_entity, legal_entity, days)?,
        member("resources_title", &facts.resources_title, means::resources_title, days)?,
        member("professions_in_register", &facts.professions_in_register, professions_in_register, days)?,
        member("draft_programmes", &facts.draft_programmes, means::draft_programmes, days)?,
        member("personnel", &facts.personnel, means::personnel, days)?,
        member(
            "not_at_educational_institution",
            &facts.not_at_educational_institution,
            not_at_educational_institution,
            days,
        )?,
    ];
    let members = RULES.iter().skip(1);
    Ok(all_of(members.zip(rulings).map(|(rule, ruling)| rule.result(ruling)).collect()))
}

/// Judges a member. Without its facts, all of them are missing.
fn member<F: Default + Clone>(
    name: &str,
    facts: &Option<F>,
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    days: &WorkingDays,
) -> Result<Ruling, FactsError> {
    judge(&facts.clone().unwrap_or_default(), days).map_err(|error| match error {
        FactsError::Field { name: field, problem, .. } => {
            FactsError::field(alloc::format!("{name}.{field}"), problem)
        }
        other => other,
    })
}

/// `art24.p1.s1.legal-entity`: the applicant is a legal entity, not an individual entrepreneur.
///
/// # Errors
/// A number that is not a business identification number.
pub fn legal_entity(facts: &LegalEntity, _: &WorkingDays) -> Result<Ruling, FactsError> {
    if let Some(bin) = &facts.bin {
        let problem = match identify(bin.as_str()) {
            Ok(Kind::Bin { .. }) => None,
            Ok(Kind::Iin { .. }) => Some(FactProblem::IinNotBin),
            Err(error) => Some(FactProblem::InvalidBin(error)),
        };
        if let Some(problem) = problem {
            return Err(FactsError::field("bin", problem));
        }
    }
    require!(facts: kind);
    let holds = *kind == PersonKind::LegalEntity;
    let ruling = Ruling::status(holds, if holds { "legal-entity" } else { "not-legal-entity" });
    Ok(ruling.with("kind", kind.name()))
}

/// `art24.p1.s3.professions-in-register`: every requested profession is in the register of professions on the day of
/// the application (art. 15.1). A profession with mandatory recognition is in the register too, but is governed by
/// another law (art. 15.5): the trace warns of it.
///
/// # Errors
/// An empty list of professions; an entry that ends before it begins.
pub fn professions_in_register(facts: &ProfessionsInRegister, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: professions, register, as_of);
    let (mut absent, mut mandatory) = (Vec::<String>::new(), Vec::<String>::new());
    let (mut missing, mut unknown, mut trace) = (Vec::new(), Vec::<String>::new(), Vec::new());
    for profession in professions.iter() {
        let code = profession.as_str();
        let row = match register::profession(code, register) {
            Ok(row) => row,
            Err(early) => {
                if let Answer::Undetermined(names) = (*early)?.answer {
                    missing.extend(names);
                }
                unknown.push(code.to_string());
                continue;
            }
        };
        if profession_recognisable(code, row.as_ref(), Dated("as_of", *as_of)).answer != Answer::Satisfied {
            absent.push(code.to_string());
        }
        // Entries may overlap and come in any order: one mandatory entry is enough to warn.
        let in_force = |version: &&ProfessionVersion| version.interval.contains(*as_of);
        let versions = row.iter().flat_map(|row| &row.versions).filter(in_force);
        let laws = versions.filter_map(|version| match &version.mode {
            Mode::Mandatory { other_law } => Some(other_law.as_str()),
            Mode::Voluntary => None,
        });
        let laws = distinct(laws.collect());
        if !laws.is_empty() {
            mandatory.push(code.to_string());
        }
        trace.extend(laws.into_iter().map(|law| {
            let law = Some(law).filter(|law| !law.is_empty());
            let facts = Facts::new().with("profession", code).with_some("other_law", law);
            Step::with_facts("mandatory-under-other-law", facts)
        }));
    }
    let missing = distinct(missing);
    let ruling = if !absent.is_empty() {
        Ruling::status(false, "not-in-register")
    } else if !missing.is_empty() {
        Ruling::new(Answer::Undetermined(missing), Facts::new())
    } else {
        Ruling::status(true, "in-register")
    };
    let lists = [("not_in_register", absent), ("mandatory", mandatory), ("not_known", unknown)];
    Ok(with_lists(ruling, lists).steps(trace))
}

/// `art24.p2.not-at-educational-institution`: a centre is not established at an educational institution: neither as a
/// part of one nor subordinate to one. Renting premises from one, or having one among the founders, does not violate
/// this by itself; whether the centre is independent is then left to human judgement.
///
/// # Errors
/// None.
pub fn not_at_educational_institution(
    facts: &NotAtEducationalInstitution,
    _: &WorkingDays,
) -> Result<Ruling, FactsError> {
    require!(facts: relation);
    let ruling = match relation {
        Relation::None => Ruling::status(true, "apart"),
        Relation::StructuralUnit | Relation::Subordinate => {
            Ruling::status(false, "at-educational-institution")
        }
        Relation::FoundedBy | Relation::RentsPremises => {
            let note =
                Step::with_facts("for-people-to-judge", Facts::new().with("relation", relation.name()));
            Ruling::undetermined(Missing::HumanDecision).step(note)
        }
    };
    Ok(ruling.with("relation", relation.name()).under("as-a-part-or-under-one"))
}
