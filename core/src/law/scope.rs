//! Art. 2.3 and 2.4: the persons to whom the Law applies.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::aggregate::all_of;
use super::facts::{facts, names, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::sorted::distinct;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art2.p3.scope",
        (2, 3, 0, 0),
        scope,
        |facts| facts.as_of,
        SCOPE,
        r#"{"status_categories":[],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art2.p3.s1.civil-servant",
        (2, 3, 0, 1),
        civil_servant,
        |facts| facts.as_of,
        EXCLUSION,
        r#"{"status_categories":["military"],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art2.p3.s2.national-bank-regulator",
        (2, 3, 0, 2),
        national_bank_regulator,
        |facts| facts.as_of,
        EXCLUSION,
        r#"{"status_categories":["national-bank"],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art2.p3.s3.judge",
        (2, 3, 0, 3),
        judge,
        |facts| facts.as_of,
        EXCLUSION,
        r#"{"status_categories":["judge"],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art2.p3.s4.deputy",
        (2, 3, 0, 4),
        deputy,
        |facts| facts.as_of,
        EXCLUSION,
        r#"{"status_categories":["maslikhat-deputy"],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art2.p4.foreigner-right",
        (2, 4, 0, 0),
        foreigner_right,
        |_facts| None,
        FOREIGNER,
        r#"{"citizenship":"foreigner"}"#
    ),
];

const SCOPE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["in-scope", "excluded"])),
    ("subparagraphs", Output::List),
    ("failed", Output::List),
    ("unknown", Output::List),
];
const EXCLUSION: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["not-excluded", "excluded"])),
    ("categories", Output::SomeOf(StatusCategory::NAMES)),
];
const FOREIGNER: &[(&str, Output)] =
    &[("status", Output::OneOf(&["entitled", "entitled-subject-to-other-law"]))];

/// The day on which the new Constitution replaces Parliament by the Kurultai. The Law's wording still has deputies of
/// Parliament.
const KURULTAI_FROM: (i32, u32, u32) = (2026, 7, 1);

names! {
    /// What a person is by office. Who held an office and left it holds it no more from the day of leaving on.
    pub enum StatusCategory {
        /// A civil servant.
        CivilServant = "civil-servant",
        /// In law-enforcement service.
        LawEnforcementService = "law-enforcement-service",
        /// In a special state body.
        SpecialStateBody = "special-state-body",
        /// Military personnel.
        Military = "military",
        /// An employee of the National Bank or of its departments.
        NationalBank = "national-bank",
        /// An employee of the regulator of the financial market. The text's "financial organizations" belongs to the
        /// regulator's name; a bank's clerk is not meant.
        FinancialMarketRegulator = "financial-market-regulator",
        /// A sitting judge.
        Judge = "judge",
        /// A deputy of the national legislature: of Parliament, or of the Kurultai after it.
        NationalDeputy = "national-deputy",
        /// A deputy of a maslikhat.
        MaslikhatDeputy = "maslikhat-deputy",
    }

    /// Citizenship.
    pub enum Citizenship {
        /// A citizen of Kazakhstan.
        Citizen = "citizen",
        /// A foreigner.
        Foreigner = "foreigner",
        /// A stateless person.
        Stateless = "stateless",
    }
}

facts! {
    /// Facts of `art2.p3.scope` and of its subparagraphs.
    pub struct Scope {
        /// What the person is by office on the day asked about; empty for none of these.
        status_categories: Option<Vec<StatusCategory>>,
        /// The day asked about: of the application, or of issue.
        as_of: Option<Date>,
    }

    /// Facts of `art2.p4.foreigner-right`.
    pub struct ForeignerRight {
        /// Citizenship.
        citizenship: Option<Citizenship>,
    }
}

/// `art2.p3.scope`: the Law does not apply to persons who hold one of the offices of its four subparagraphs, whatever
/// profession they apply for.
///
/// # Errors
/// None.
pub fn scope(facts: &Scope, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let rulings = [
        civil_servant(facts, days)?,
        national_bank_regulator(facts, days)?,
        judge(facts, days)?,
        deputy(facts, days)?,
    ];
    let excluded: Vec<_> = (1u8..)
        .zip(&rulings)
        .filter(|(_, ruling)| ruling.answer == Answer::Violated)
        .map(|(number, _)| number.to_string())
        .collect();
    let members = RULES.iter().skip(1);
    let mut ruling = all_of(members.zip(rulings).map(|(rule, ruling)| rule.result(ruling)).collect());
    let status = match ruling.answer {
        Answer::Violated => "excluded",
        Answer::Satisfied => "in-scope",
        _ => return Ok(ruling),
    };
    let failed = ruling.value.get("failed").cloned();
    ruling.value = Facts::new().with("status", status).with_some("failed", failed);
    Ok(if excluded.is_empty() {
        ruling
    } else {
        ruling.with("subparagraphs", excluded).step(Step::new("by-office-not-by-profession"))
    })
}

/// `art2.p3.s1.civil-servant`: civil servants, law-enforcement service, special state bodies and military personnel are
/// excluded.
///
/// # Errors
/// None.
pub fn civil_servant(facts: &Scope, _: &WorkingDays) -> Result<Ruling, FactsError> {
    use StatusCategory::{CivilServant, LawEnforcementService, Military, SpecialStateBody};
    excluded(facts, &[CivilServant, LawEnforcementService, SpecialStateBody, Military])
}

/// `art2.p3.s2.national-bank-regulator`: employees of the National Bank with its departments, and of the regulator of
/// the financial market, are excluded.
///
/// # Errors
/// None.
pub fn national_bank_regulator(facts: &Scope, _: &WorkingDays) -> Result<Ruling, FactsError> {
    use StatusCategory::{FinancialMarketRegulator, NationalBank};
    Ok(excluded(facts, &[NationalBank, FinancialMarketRegulator])?.under("regulator-is-one-body"))
}

/// `art2.p3.s3.judge`: sitting judges are excluded.
///
/// # Errors
/// None.
pub fn judge(facts: &Scope, _: &WorkingDays) -> Result<Ruling, FactsError> {
    excluded(facts, &[StatusCategory::Judge])
}

/// `art2.p3.s4.deputy`: deputies of the national legislature and of maslikhats are excluded. Deputies of the Kurultai,
/// which succeeds Parliament on 1 July 2026, are included, though the text does not name them yet.
///
/// # Errors
/// None.
pub fn deputy(facts: &Scope, _: &WorkingDays) -> Result<Ruling, FactsError> {
    use StatusCategory::{MaslikhatDeputy, NationalDeputy};
    let ruling = excluded(facts, &[NationalDeputy, MaslikhatDeputy])?;
    let (year, month, day) = KURULTAI_FROM;
    let national = facts.status_categories.iter().flatten().any(|category| *category == NationalDeputy);
    let kurultai =
        Date::from_ymd(year, month, day).filter(|from| facts.as_of.is_some_and(|as_of| as_of >= *from));
    Ok(match kurultai.filter(|_| national) {
        Some(from) => ruling
            .step(Step::with_facts("kurultai-deputies-counted", Facts::new().with("from", from)))
            .under("kurultai-deputies-are-deputies"),
        None => ruling,
    })
}

fn excluded(facts: &Scope, categories: &[StatusCategory]) -> Result<Ruling, FactsError> {
    require!(facts: status_categories, as_of);
    let _ = as_of;
    let held = distinct(status_categories.iter().filter(|one| categories.contains(one)).copied().collect());
    Ok(if held.is_empty() {
        Ruling::status(true, "not-excluded")
    } else {
        let names: Vec<_> = held.iter().map(|category| category.name().to_string()).collect();
        Ruling::status(false, "excluded").with("categories", names)
    })
}

/// `art2.p4.foreigner-right`: foreigners and stateless persons may have their qualifications recognised too, unless
/// the Constitution, a law or a ratified treaty provides otherwise. Under this Law nationality alone never excludes a
/// person.
///
/// # Errors
/// None.
pub fn foreigner_right(facts: &ForeignerRight, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: citizenship);
    Ok(match citizenship {
        Citizenship::Citizen => Ruling::status(true, "entitled"),
        Citizenship::Foreigner | Citizenship::Stateless => {
            Ruling::status(true, "entitled-subject-to-other-law").step(Step::new("treaties-go-first"))
        }
    })
}
