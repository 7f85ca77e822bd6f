//! Article 2: the legislation, and the persons to whom the Law applies.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::aggregate::{Members, Verdict, all_of};
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Step};
use crate::law::engine::unit::at;
use crate::sorted::distinct;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 2, title: "Legislation, and whom the Law concerns", norms: &[NORMS] };

rule! {
    SCOPE: Scope => ScopeOutcome,
    unit: (2, 3, 0, 0),
    text: 0x3fc4_7e8c_634e_d3b8,
    id: "art2.p3.scope",
    summary: "Some people are outside the Law: those listed in 1 to 4",
    note: "By the person's status on the day, not by the profession applied for. A status that is not stated leaves the \
         question open.",
    judge: scope,
    as_of: |facts| facts.as_of,
    value: &[("subparagraphs", Output::List), ("failed", Output::List), ("unknown", Output::List)],
    example: r#"{"status_categories":[],"as_of":"2026-03-19"}"#,
}

rule! {
    CIVIL_SERVANT: Scope => ExclusionOutcome,
    unit: (2, 3, 0, 1),
    text: 0x5155_77ff_d7d9_7541,
    id: "art2.p3.s1.civil-servant",
    summary: "Outside: civil servants, law enforcement, special state bodies, the military",
    note: "Four statuses under one heading.",
    judge: civil_servant,
    as_of: |facts| facts.as_of,
    value: EXCLUSION,
    example: r#"{"status_categories":["military"],"as_of":"2026-03-19"}"#,
}

rule! {
    NATIONAL_BANK_REGULATOR: Scope => ExclusionOutcome,
    unit: (2, 3, 0, 2),
    text: 0x4ae1_b71d_f645_63e5,
    id: "art2.p3.s2.national-bank-regulator",
    summary: "Outside: employees of the National Bank and of the financial regulator",
    note: "The long name is read as that of one body, the regulator; staff of banks are inside the Law.",
    judge: national_bank_regulator,
    as_of: |facts| facts.as_of,
    value: EXCLUSION,
    example: r#"{"status_categories":["national-bank"],"as_of":"2026-03-19"}"#,
}

rule! {
    JUDGE: Scope => ExclusionOutcome,
    unit: (2, 3, 0, 3),
    text: 0x68ae_9b05_efc3_354b,
    id: "art2.p3.s3.judge",
    summary: "Outside: judges",
    note: "While in office; a retired judge is inside.",
    judge: judge,
    as_of: |facts| facts.as_of,
    value: EXCLUSION,
    example: r#"{"status_categories":["judge"],"as_of":"2026-03-19"}"#,
}

rule! {
    DEPUTY: Scope => ExclusionOutcome,
    unit: (2, 3, 0, 4),
    text: 0x103c_1a38_3355_25fa,
    id: "art2.p3.s4.deputy",
    summary: "Outside: deputies, national and local",
    note: "\"National deputy\" covers the legislature by whatever name the Constitution gives it. The act is read in its text \
         of 2023; the Constitution in force since July 2026 was not available and may have changed these words.",
    judge: deputy,
    as_of: |facts| facts.as_of,
    value: EXCLUSION,
    example: r#"{"status_categories":["maslikhat-deputy"],"as_of":"2026-03-19"}"#,
}

rule! {
    FOREIGNER_RIGHT: ForeignerRight => ForeignerOutcome,
    unit: (2, 4, 0, 0),
    text: 0x861b_1937_cf3b_9c61,
    id: "art2.p4.foreigner-right",
    summary: "Foreigners and stateless people may be recognised too, unless other law provides otherwise",
    note: "Nationality alone never excludes under this Law; it does not override art. 2.3 either.",
    judge: foreigner_right,
    as_of: |_facts| None,
    value: &[],
    example: r#"{"citizenship":"foreigner"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(2, 1, 0, 0),
        0x3136_9f5e_298f_c21d,
        Nothing,
        "art2.p1",
        "The sources of law on recognition: the Constitution, this Law, other acts",
        Nothing("It names sources and sets no condition.")
    ),
    norm!(
        at(2, 2, 0, 0),
        0x0453_0a3f_81d1_bf88,
        Nothing,
        "art2.p2",
        "Ratified treaties take precedence over this Law",
        Nothing(
            "Whether a treaty provides otherwise requires a lawyer and the treaty's text. Answers under art. 2.4 carry \
                 the caveat."
        )
    ),
    &SCOPE.norm,
    &CIVIL_SERVANT.norm,
    &NATIONAL_BANK_REGULATOR.norm,
    &JUDGE.norm,
    &DEPUTY.norm,
    &FOREIGNER_RIGHT.norm,
];

outcomes! {
    /// The outcomes of `art2.p3.scope`.
    pub enum ScopeOutcome {
        InScope = "in-scope": Satisfied,
        Excluded = "excluded": Violated,
    }
}

outcomes! {
    /// The outcomes of `art2.p3.s1.civil-servant`.
    pub enum ExclusionOutcome {
        NotExcluded = "not-excluded": Satisfied,
        Excluded = "excluded": Violated,
    }
}

outcomes! {
    /// The outcomes of `art2.p4.foreigner-right`.
    pub enum ForeignerOutcome {
        Citizen = "citizen": NotApplicable,
        EntitledSubjectToOtherLaw = "entitled-subject-to-other-law": Satisfied,
    }
}

const EXCLUSION: &[(&str, Output)] = &[("categories", Output::SomeOf(StatusCategory::NAMES))];

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

impl Members for ScopeOutcome {
    const SATISFIED: Self = Self::InScope;
    const VIOLATED: Self = Self::Excluded;
    const CONTESTABLE: Option<Self> = None;
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
pub fn scope(facts: &Scope, days: &WorkingDays) -> Result<Ruled<ScopeOutcome>, FactsError> {
    let parts = alloc::vec![
        CIVIL_SERVANT.part(facts, days)?,
        NATIONAL_BANK_REGULATOR.part(facts, days)?,
        JUDGE.part(facts, days)?,
        DEPUTY.part(facts, days)?,
    ];
    let excluded: Vec<_> = (1u8..)
        .zip(&parts)
        .filter(|(_, part)| part.ruling.answer == RuleAnswer::Violated)
        .map(|(number, _)| number.to_string())
        .collect();
    let all = all_of(parts);
    let outcome = match all.verdict {
        Verdict::Violated => ScopeOutcome::Excluded,
        Verdict::Satisfied => ScopeOutcome::InScope,
        Verdict::Undetermined(_) | Verdict::Contestable(_) => return Ok(all.ruled()),
    };
    let failed = Some(all.failed()).filter(|failed| !failed.is_empty());
    let ruled = Ruled::of(outcome).with_some("failed", failed).of_parts(all.parts);
    Ok(if excluded.is_empty() {
        ruled
    } else {
        ruled.with("subparagraphs", excluded).step(Step::new("by-office-not-by-profession"))
    })
}

/// `art2.p3.s1.civil-servant`: civil servants, law-enforcement service, special state bodies and military personnel are
/// excluded.
///
/// # Errors
/// None.
pub fn civil_servant(facts: &Scope, _: &WorkingDays) -> Result<Ruled<ExclusionOutcome>, FactsError> {
    use StatusCategory::{CivilServant, LawEnforcementService, Military, SpecialStateBody};
    excluded(facts, &[CivilServant, LawEnforcementService, SpecialStateBody, Military])
}

/// `art2.p3.s2.national-bank-regulator`: employees of the National Bank with its departments, and of the regulator of
/// the financial market, are excluded.
///
/// # Errors
/// None.
pub fn national_bank_regulator(
    facts: &Scope,
    _: &WorkingDays,
) -> Result<Ruled<ExclusionOutcome>, FactsError> {
    use StatusCategory::{FinancialMarketRegulator, NationalBank};
    Ok(excluded(facts, &[NationalBank, FinancialMarketRegulator])?.under("regulator-is-one-body"))
}

/// `art2.p3.s3.judge`: sitting judges are excluded.
///
/// # Errors
/// None.
pub fn judge(facts: &Scope, _: &WorkingDays) -> Result<Ruled<ExclusionOutcome>, FactsError> {
    excluded(facts, &[StatusCategory::Judge])
}

/// `art2.p3.s4.deputy`: deputies of the national legislature and of maslikhats are excluded. Deputies of the Kurultai,
/// which succeeds Parliament on 1 July 2026, are included, though the text does not name them yet.
///
/// # Errors
/// None.
pub fn deputy(facts: &Scope, _: &WorkingDays) -> Result<Ruled<ExclusionOutcome>, FactsError> {
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

fn excluded(facts: &Scope, categories: &[StatusCategory]) -> Result<Ruled<ExclusionOutcome>, FactsError> {
    require!(facts: status_categories, as_of);
    let _ = as_of;
    let held = distinct(status_categories.iter().filter(|one| categories.contains(one)).copied().collect());
    Ok(if held.is_empty() {
        Ruled::of(ExclusionOutcome::NotExcluded)
    } else {
        let names: Vec<_> = held.iter().map(|category| category.name().to_string()).collect();
        Ruled::of(ExclusionOutcome::Excluded).with("categories", names)
    })
}

/// `art2.p4.foreigner-right`: foreigners and stateless persons may have their qualifications recognised too, unless
/// the Constitution, a law or a ratified treaty provides otherwise. Under this Law nationality alone never excludes a
/// person.
///
/// # Errors
/// None.
pub fn foreigner_right(
    facts: &ForeignerRight,
    _: &WorkingDays,
) -> Result<Ruled<ForeignerOutcome>, FactsError> {
    require!(facts: citizenship);
    Ok(match citizenship {
        Citizenship::Citizen => Ruled::of(ForeignerOutcome::Citizen),
        Citizenship::Foreigner | Citizenship::Stateless => {
            Ruled::of(ForeignerOutcome::EntitledSubjectToOtherLaw).step(Step::new("treaties-go-first"))
        }
    })
}
