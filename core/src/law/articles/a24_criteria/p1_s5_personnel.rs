//! Paragraph 1, subparagraph 5: qualified personnel.

use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::conditions::{Conditions, UNKNOWN, not_given};
use crate::law::engine::facts::facts;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    PERSONNEL: Personnel => Outcome,
    unit: (24, 1, 0, 5),
    text: 0x1c48_9170_5fa1_3560,
    id: "art24.p1.s5.personnel",
    summary: "Criterion: qualified people who meet the authorised body's requirements",
    note: "The numbers are in other rules and come in as facts, with the attestation.",
    judge: personnel,
    as_of: |_facts| None,
    value: &[
        ("failed", Output::SomeOf(&["headcount", "conformity"])),
        ("qualified_staff", Output::Number),
        ("headcount", Output::Number),
        UNKNOWN,
    ],
    example: r#"{"staff":[{"experience_years":5},{"experience_years":2}],"requirements":{"headcount":2,"experience_years":3},"conforms":true}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&PERSONNEL.norm];

outcomes! {
    /// The outcomes of `art24.p1.s5.personnel`.
    pub enum Outcome {
        Sufficient = "sufficient": Satisfied,
        NotSufficient = "not-sufficient": Violated,
    }
}

facts! {
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

/// `art24.p1.s5.personnel`: the applicant has qualified personnel who meet the requirements of the authorised body.
/// The Law leaves the number and the experience to that body, so they are facts, and are counted. All other
/// requirements are attested.
///
/// # Errors
/// None.
pub fn personnel(facts: &Personnel, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
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
    let ruling = conditions
        .check("conformity", facts.conforms, "conforms")
        .ruled(Outcome::Sufficient, Outcome::NotSufficient);
    Ok(ruling
        .with_some("qualified_staff", certain.filter(|_| years.is_some()))
        .with_some("headcount", headcount))
}
