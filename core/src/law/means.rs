//! Art. 24.1(2), (4), (5): the resources, programmes and personnel that an applicant must have.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::conditions::{Conditions, UNKNOWN, not_given, with_lists};
use super::facts::{SomeOf, Text, facts, names};
use super::rule::Output;
use super::ruling::Ruling;
use crate::calendar::WorkingDays;
use crate::error::FactsError;

/// The values of `art24.p1.s2.resources-title`.
pub(super) const RESOURCES: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["held", "not-held"])),
    ("failed", Output::SomeOf(&["premises", "equipment", "material-resources", "sufficiency"])),
    ("missing_kinds", Output::SomeOf(ResourceKind::NAMES)),
    ("without_title", Output::SomeOf(ResourceKind::NAMES)),
    UNKNOWN,
];
/// The values of `art24.p1.s4.draft-programmes`.
pub(super) const DRAFTS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["conform", "not-conform"])),
    ("missing_drafts", Output::List),
    ("not_conforming", Output::List),
    UNKNOWN,
];
/// The values of `art24.p1.s5.personnel`.
pub(super) const PERSONNEL: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["sufficient", "not-sufficient"])),
    ("failed", Output::SomeOf(&["headcount", "conformity"])),
    ("qualified_staff", Output::Number),
    ("headcount", Output::Number),
    UNKNOWN,
];

names! {
    /// What kind of resource it is.
    pub enum ResourceKind {
        /// Premises.
        Premises = "premises",
        /// Equipment.
        Equipment = "equipment",
        /// Material resources.
        MaterialResources = "material-resources",
    }

    /// By what right a resource is held.
    pub enum ResourceTitle {
        /// Ownership.
        Ownership = "ownership",
        /// Economic management.
        EconomicManagement = "economic-management",
        /// Operational management.
        OperationalManagement = "operational-management",
        /// A joint activity agreement.
        JointActivityAgreement = "joint-activity-agreement",
        /// Temporary possession and use: a lease, say.
        TemporaryPossessionAndUse = "temporary-possession-and-use",
        /// None of these.
        Other = "other",
    }
}

facts! {
    /// Something that the applicant has.
    pub struct ResourceFacts {
        /// What kind it is.
        kind: Option<ResourceKind>,
        /// By what right it is held.
        title: Option<ResourceTitle>,
    }

    /// Facts of `art24.p1.s2.resources-title`.
    pub struct ResourcesTitle {
        /// What the applicant has; empty where it has nothing.
        resources: Option<Vec<ResourceFacts>>,
        /// Whether the survey on site attests that it is what the work needs.
        sufficient: Option<bool>,
    }

    /// A draft of a qualification programme.
    pub struct DraftFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// Whether the experts attest that it meets the requirements of the authorised body.
        conforms: Option<bool>,
    }

    /// Facts of `art24.p1.s4.draft-programmes`.
    pub struct DraftProgrammes {
        /// Codes of the professions that accreditation is asked for.
        professions: Option<SomeOf<Text>>,
        /// The drafts; empty where there is none.
        drafts: Option<Vec<DraftFacts>>,
    }

    /// One of the applicant's people.
    pub struct StaffFacts {
        /// Full years of experience.
        experience_years: Option<u16>,
    }

    /// What the authorised body requires of the personnel.
    pub struct PersonnelRequirements {
        /// So many people at least.
        headcount: Option<u16>,
        /// With so many full years of experience at least, each; zero where none is required.
        experience_years: Option<u16>,
    }

    /// Facts of `art24.p1.s5.personnel`.
    pub struct Personnel {
        /// The people who would do the work, one entry each; empty where there is nobody.
        staff: Option<Vec<StaffFacts>>,
        /// What is required, in numbers.
        requirements: Option<PersonnelRequirements>,
        /// Whether it is attested that they meet all the requirements of the authorised body.
        conforms: Option<bool>,
    }
}

/// `art24.p1.s2.resources-title`: the applicant has premises, equipment and material resources, each kind by one of
/// the rights that the Law lists, and sufficient for the work. One item of each kind suffices here; the survey on
/// site attests whether the resources are sufficient.
///
/// # Errors
/// None.
pub fn resources_title(facts: &ResourcesTitle, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let (mut missing_kinds, mut without_title) = (Vec::new(), Vec::new());
    let mut conditions = Conditions::default();
    for kind in [ResourceKind::Premises, ResourceKind::Equipment, ResourceKind::MaterialResources] {
        let Some(resources) = &facts.resources else {
            conditions = conditions.check(kind.name(), None, "resources");
            continue;
        };
        let matching = || resources.iter().filter(|one| one.kind == Some(kind));
        let listed = |one: &&ResourceFacts| one.title.is_some_and(|title| title != ResourceTitle::Other);
        // An item of unknown kind may be of this kind, unless its right is known not to be a listed one.
        let of_any_kind = |one: &ResourceFacts| one.kind.is_none() && one.title != Some(ResourceTitle::Other);
        conditions = if matching().any(|one| listed(&one)) {
            conditions
        } else if matching().any(|one| one.title.is_none()) {
            conditions.check(kind.name(), None, "resources.title")
        } else if resources.iter().any(of_any_kind) {
            conditions.check(kind.name(), None, "resources.kind")
        } else {
            let list = if matching().next().is_none() { &mut missing_kinds } else { &mut without_title };
            list.push(kind.name().to_string());
            conditions.check(kind.name(), Some(false), "resources")
        };
    }
    let ruling = conditions.check("sufficiency", facts.sufficient, "sufficient").ruling("held", "not-held");
    Ok(with_lists(ruling, [("missing_kinds", missing_kinds), ("without_title", without_title)]))
}

/// `art24.p1.s4.draft-programmes`: for every requested profession there is a draft of a qualification programme, and
/// every draft meets the requirements of the authorised body. The existence follows from the facts; the experts
/// attest the conformity.
///
/// # Errors
/// An empty list of professions.
pub fn draft_programmes(facts: &DraftProgrammes, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let (Some(professions), Some(drafts)) = (&facts.professions, &facts.drafts) else {
        let given = [("professions", facts.professions.is_some()), ("drafts", facts.drafts.is_some())];
        return Ok(Ruling::missing(&not_given(&given)));
    };
    let (mut missing_drafts, mut not_conforming) = (Vec::<String>::new(), Vec::<String>::new());
    let mut not_attested = false;
    for profession in professions.iter() {
        let matching = || drafts.iter().filter(|draft| draft.profession.as_ref() == Some(profession));
        let code = || profession.as_str().to_string();
        if matching().next().is_none() {
            missing_drafts.push(code());
        } else if matching().any(|draft| draft.conforms == Some(false)) {
            not_conforming.push(code());
        } else if matching().any(|draft| draft.conforms.is_none()) {
            not_attested = true;
        }
    }
    // A draft without a profession may be the missing one, or another one that does not conform.
    let unassigned = drafts.iter().any(|draft| {
        let may_fail = draft.conforms != Some(true);
        draft.profession.is_none() && (may_fail || !missing_drafts.is_empty())
    });
    let unknown = not_given(&[("drafts.profession", !unassigned), ("drafts.conforms", !not_attested)]);
    let fails = !not_conforming.is_empty() || (!missing_drafts.is_empty() && !unassigned);
    let ruling = match (fails, unknown.is_empty()) {
        (false, true) => Ruling::status(true, "conform"),
        (false, false) => return Ok(Ruling::missing(&unknown)),
        (true, true) => Ruling::status(false, "not-conform"),
        (true, false) => Ruling::status(false, "not-conform")
            .with("unknown", unknown.iter().map(ToString::to_string).collect::<Vec<_>>()),
    };
    let missing_drafts = if unassigned { Vec::new() } else { missing_drafts };
    Ok(with_lists(ruling, [("missing_drafts", missing_drafts), ("not_conforming", not_conforming)]))
}

/// `art24.p1.s5.personnel`: the applicant has qualified personnel who meet the requirements of the authorised body.
/// The Law leaves the number and the experience to that body, so they are facts, and are counted. All other
/// requirements are attested.
///
/// # Errors
/// None.
pub fn personnel(facts: &Personnel, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let requirements = facts.requirements.clone().unwrap_or_default();
    let count = |counts: &dyn Fn(&StaffFacts) -> bool| {
        let staff = facts.staff.as_ref()?;
        u64::try_from(staff.iter().filter(|one| counts(one)).count()).ok()
    };
    let years = requirements.experience_years;
    // The numbers of persons who certainly and who possibly have the required experience.
    let enough = |one: &StaffFacts| one.experience_years.zip(years).map(|(has, needs)| has >= needs);
    let certain = count(&|one| years == Some(0) || enough(one) == Some(true));
    let possible = count(&|one| years == Some(0) || enough(one) != Some(false));
    let headcount = requirements.headcount.map(u64::from);
    let enough = match (certain, possible, headcount) {
        (Some(certain), _, Some(needed)) if certain >= needed => Some(true),
        (_, Some(possible), Some(needed)) if possible < needed => Some(false),
        _ => None,
    };
    let missing = not_given(&[
        ("staff", facts.staff.is_some()),
        ("requirements", facts.requirements.is_some()),
        ("requirements.headcount", facts.requirements.is_none() || headcount.is_some()),
        ("requirements.experience_years", facts.requirements.is_none() || years.is_some()),
        ("staff.experience_years", years.is_none() || certain == possible),
    ]);
    let mut conditions = Conditions::default();
    match enough {
        Some(_) => conditions = conditions.check("headcount", enough, "staff"),
        None => {
            for fact in missing {
                conditions = conditions.check("headcount", None, fact);
            }
        }
    }
    let ruling =
        conditions.check("conformity", facts.conforms, "conforms").ruling("sufficient", "not-sufficient");
    Ok(ruling
        .with_some("qualified_staff", certain.filter(|_| years.is_some()))
        .with_some("headcount", headcount))
}
