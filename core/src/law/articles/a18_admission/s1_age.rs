//! Subparagraph 1: the age of a candidate.

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::engine::deadlines;
use crate::law::engine::facts::{Fact, Json, Known, Problem, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Step};

rule! {
    AGE: Age => Outcome,
    unit: (18, 0, 0, 1),
    text: 0x75b0_9e52_72d7_1300,
    id: "art18.s1.age",
    summary: "The age that the profession requires",
    note: "On the day of the exam; the day of application is answered as well. An age is reached on the birthday; for 29 \
         February in a common year 28 February and 1 March are both defensible.",
    judge: age,
    as_of: |facts| facts.exam_date,
    value: &[
        ("age", Output::Number),
        ("min", Output::Number),
        ("max", Output::Number),
        ("reached_on", Output::Date),
        ("last_day", Output::Date),
        ("short_by_days", Output::Number),
        ("met_on_application_date", Output::Flag),
    ],
    example: r#"{"date_of_birth":"2008-03-20","limits":{"min":18,"max":null},"exam_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&AGE.norm];

outcomes! {
    /// The outcomes of `art18.s1.age`.
    pub enum Outcome {
        AgeMet = "age-met": Satisfied,
        TooYoung = "too-young": Violated,
        TooOld = "too-old": Violated,
        NoLimitSet = "no-limit-set": Satisfied,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// The ages between which a profession may be exercised; from the standard, or from labour law.
    pub struct AgeLimits {
        /// The least age in years; `null` where there is none.
        min: Known<u8>,
        /// The highest age in years; `null` where there is none.
        max: Known<u8>,
    }

    /// Facts of `art18.s1.age`.
    pub struct Age {
        /// The day of birth; the year, or the year and the month, where no more is known.
        date_of_birth: Option<BirthDate>,
        /// The limits of the profession; `null` where none is set.
        limits: Known<AgeLimits>,
        /// The day of the exam.
        exam_date: Option<Date>,
        /// The day of the application: its answer is shown beside.
        application_date: Option<Date>,
    }
}

/// A date of birth that may be known only to the month or the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthDate {
    /// The earliest possible day.
    pub earliest: Date,
    /// The latest possible day.
    pub latest: Date,
}

impl BirthDate {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (earliest, months) = match text.len() {
            10 => return Date::parse(text).map(|day| Self { earliest: day, latest: day }),
            7 => (Date::parse(&alloc::format!("{text}-01"))?, 1),
            4 => (Date::parse(&alloc::format!("{text}-01-01"))?, 12),
            _ => return None,
        };
        Some(Self { earliest, latest: earliest.plus_months(months).minus_days(1) })
    }
}

impl Fact for BirthDate {
    fn read(json: &Json) -> Result<Self, Problem> {
        let text = json.text()?;
        Self::parse(text).ok_or_else(|| {
            let forms = "YYYY-MM-DD, or YYYY-MM, or YYYY";
            Problem::new(FactProblem::InvalidDate { text: text.into(), forms })
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for BirthDate {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "BirthDate".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }
}

/// `art18.s1.age`: the candidate has the age that the profession requires. The Law does not state the day on which
/// the age counts: the day of the exam is used, and the result for the day of the application is added. An age is
/// reached on the birthday; a person born on 29 February reaches it in a common year on 28 February by one reading,
/// on 1 March by the other. Where no limit is set, none is assumed.
///
/// # Errors
/// A date of birth after the exam; a minimum age above the maximum.
pub fn age(facts: &Age, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let limits = match &facts.limits {
        Known::Unknown => {
            let mut missing = alloc::vec!["limits"];
            missing.extend(facts.date_of_birth.is_none().then_some("date_of_birth"));
            missing.extend(facts.exam_date.is_none().then_some("exam_date"));
            return Ok(Ruled::missing(&missing));
        }
        Known::None | Known::Is(AgeLimits { min: Known::None, max: Known::None }) => {
            return Ok(Ruled::of(Outcome::NoLimitSet));
        }
        Known::Is(limits) => limits,
    };
    if let (Some(min), Some(max)) = (limits.min.some(), limits.max.some())
        && min > max
    {
        let (number, other_number) = (min.into(), max.into());
        let problem = FactProblem::Above { number, other: "limits.max", other_number };
        return Err(FactsError::field("limits.min", problem));
    }
    require!(facts: date_of_birth, exam_date);
    if date_of_birth.earliest > *exam_date {
        let (day, other) = (date_of_birth.earliest, "exam_date".into());
        let problem = FactProblem::After { day, other, other_day: *exam_date };
        return Err(FactsError::field("date_of_birth", problem));
    }
    let ruling = of_age(*date_of_birth, limits, *exam_date);
    let on_application =
        facts.application_date.and_then(|day| match of_age(*date_of_birth, limits, day).answer() {
            RuleAnswer::Satisfied => Some(true),
            RuleAnswer::Violated => Some(false),
            RuleAnswer::Undetermined(_) | RuleAnswer::Contestable(_) | RuleAnswer::NotApplicable => None,
        });
    let ruling = ruling
        .with_some("min", limits.min.some().map(u64::from))
        .with_some("max", limits.max.some().map(u64::from));
    Ok(ruling.with_some("met_on_application_date", on_application).under("age-on-the-day-of-the-exam"))
}

/// Judges the age limits on a day, for a birth that may be known only to the month or the year.
fn of_age(birth: BirthDate, limits: &AgeLimits, on: Date) -> Ruled<Outcome> {
    let youngest = of_age_born(birth.latest, limits, on);
    if birth.earliest == birth.latest {
        return youngest;
    }
    let oldest = of_age_born(birth.earliest, limits, on);
    // The earliest and the latest day decide for every day between them: if they differ, the answer is unknown.
    if youngest.answer() == oldest.answer() && youngest.outcome() == oldest.outcome() {
        youngest.without_values()
    } else {
        Ruled::missing(&["date_of_birth"])
    }
}

fn of_age_born(born: Date, limits: &AgeLimits, on: Date) -> Ruled<Outcome> {
    let birthday = |age: u8| birthday(born, u32::from(age));
    let age = (0..=150).take_while(|age| birthday(*age).0 <= on).last();
    let min = limits.min.some().map(birthday);
    // The last day of the maximum age is the one before the next birthday.
    let too_old = limits.max.some().map(|max| birthday(max.saturating_add(1)));
    let split = |limit: &Option<(Date, Date)>| limit.is_some_and(|(early, late)| early <= on && on < late);
    let (reached, over) = (min.map(|(early, _)| early), too_old.map(|(early, _)| early));
    let ruling = if split(&min) || split(&too_old) {
        let lower = split(&min);
        Ruled::contestable(
            Outcome::Contestable,
            [("28-february", lower), ("1-march", !lower)].map(|(reading, satisfied)| Reading {
                reading,
                satisfied,
                facts: Facts::new().with("born_on", born),
            }),
        )
    } else if let Some(reached) = reached.filter(|reached| on < *reached) {
        Ruled::of(Outcome::TooYoung).with("short_by_days", deadlines::days_between(on, reached))
    } else if over.is_some_and(|over| over <= on) {
        Ruled::of(Outcome::TooOld)
    } else if limits.min == Known::Unknown {
        Ruled::missing(&["limits.min"])
    } else if limits.max == Known::Unknown {
        Ruled::missing(&["limits.max"])
    } else {
        Ruled::of(Outcome::AgeMet)
    };
    let clamped = |limit: Option<(Date, Date)>| limit.is_some_and(|(early, late)| early != late);
    let ruling = ruling.with_some("age", age.map(u64::from)).with_some("reached_on", reached);
    let ruling = ruling.with_some("last_day", over.map(|over| over.minus_days(1)));
    if clamped(min) || clamped(too_old) {
        ruling.step(Step::with_facts("born-on-29-february", Facts::new().with("born_on", born)))
    } else {
        ruling
    }
}

/// The birthday of an age by both readings. They differ only for a birth on 29 February, in a common year.
fn birthday(born: Date, age: u32) -> (Date, Date) {
    let early = born.plus_months(age.saturating_mul(12));
    let late = if born.ymd().2 == early.ymd().2 { early } else { early.plus_days(1) };
    (early, late)
}
