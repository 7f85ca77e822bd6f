//! Paragraph 3: candidates are examined in recognition centres.

use crate::calendar::{Date, Interval, WorkingDays};
use crate::error::FactsError;
use crate::facts::{Fact, Facts};
use crate::law::articles::a17_centres::p1_status::{Lapse, Standing, standing};
use crate::law::articles::a26_end_of_accreditation::p6_grounds::End;
use crate::law::engine::facts::{Known, Text, facts, or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Outcomes, Ruled, outcomes};
use crate::law::engine::register::{self, CentreFacts};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Reading, RuleAnswer, Ruling};
use crate::snapshot::rows::{Centre, Scope};

rule! {
    CENTRE_CONDUCTS: Conducts => Outcome,
    unit: (15, 3, 0, 0),
    text: 0xc4d9_88bf_f227_2111,
    id: "art15.p3.centre-conducts",
    summary: "Candidates are examined in recognition centres",
    note: "The centre must be accredited for the profession on the day of the exam. A later revocation does not \
         affect the document.",
    judge: conducts,
    as_of: |facts| facts.procedure_date,
    value: &[
        ("centre", Output::Text),
        ("exam_on", Output::Date),
        ("from", Output::Date),
        ("until", Output::Date),
        ("since", Output::Date),
        ("revoked_later", Output::Date),
    ],
    example: r#"{"centre":{"bin":"000000000000","kind":"legal-entity","route":"this-law","certificate":{"serial":"A-1","issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}],"list_as_of":"2026-03-31"},"profession":"7212-01","procedure_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CENTRE_CONDUCTS.norm];

outcomes! {
    /// The outcomes of `art15.p3.centre-conducts`.
    pub enum Outcome {
        Accredited = "accredited": Satisfied,
        ProfessionNotCovered = "profession-not-covered": Violated,
        UnknownCentre = "unknown-centre": Violated,
        NotLegalEntity = "not-legal-entity": Violated,
        NotYet = "not-yet": Violated,
        Expired = "expired": Violated,
        Revoked = "revoked": Violated,
        Liquidated = "liquidated": Violated,
        CourtBan = "court-ban": Violated,
    }
}

facts! {
    /// Facts of `art15.p3.centre-conducts`.
    pub struct Conducts {
        /// The centre as the list of centres has it; `null` where the list does not have it.
        centre: Known<CentreFacts>,
        /// Code of the profession.
        profession: Option<Text>,
        /// The day of the exam.
        procedure_date: Option<Date>,
    }
}

/// `art15.p3.centre-conducts`: candidates undergo the procedure in recognition centres: on the day of the exam the
/// centre was accredited, and its accreditation covered the profession.
///
/// # Errors
/// A certificate or a scope that ends before it begins.
pub fn conducts(facts: &Conducts, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    decided(facts, None)
}

/// `art15.p3.centre-conducts`, asked of a document that was issued on `decided_on`; see [`centre_of_document`].
///
/// # Errors
/// Those of the rule.
pub(in crate::law) fn decided(
    facts: &Conducts,
    decided_on: Option<Date>,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: profession, procedure_date);
    let centre = match &facts.centre {
        Known::Unknown => return Ok(Ruled::missing(&["centre"])),
        Known::None => return Ok(ruled("", None, *procedure_date, Ability::UnknownCentre)),
        Known::Is(centre) => centre,
    };
    let (row, serial) = or_return!(register::centre(centre));
    or_return!(register::listed_until(
        centre,
        decided_on.map_or(*procedure_date, |on| on.max(*procedure_date))
    ));
    let scope = or_return!(register::scope(centre, profession.as_str()));
    let bin = register::string(centre.bin.as_ref());
    let ability = Ability::throughout(Some(&row), &serial, scope.as_ref(), *procedure_date, decided_on);
    Ok(ruled(&bin, Some(&row), *procedure_date, ability))
}

/// The answer of the rule to what the list of centres has.
fn ruled(bin: &str, centre: Option<&Centre>, exam_on: Date, ability: Ability) -> Ruled<Outcome> {
    let begun = |outcome| Ruled::of(outcome).with_all(describe(bin, centre, exam_on)).concluding(outcome);
    match ability {
        Ability::Able { interval, lost_later } => begun(Outcome::Accredited)
            .with("from", interval.from)
            .with_some("until", interval.until)
            .with_some("revoked_later", lost_later),
        Ability::NotCovered => begun(Outcome::ProfessionNotCovered),
        Ability::Disputed { outcome, since, readings } => {
            begun(outcome).disputed(readings.into()).with_some("since", since)
        }
        Ability::Not { lapse, since } => begun(lapse.into()).with_some("since", since),
        Ability::UnknownCentre => begun(Outcome::UnknownCentre),
        Ability::NoCertificate => Ruled::missing(&["centre.certificate"]),
    }
}

impl From<Lapse> for Outcome {
    fn from(lapse: Lapse) -> Self {
        match lapse {
            Lapse::NotLegalEntity => Self::NotLegalEntity,
            Lapse::NotYet => Self::NotYet,
            Lapse::Expired => Self::Expired,
            Lapse::Revoked => Self::Revoked,
            Lapse::Ended(End::Liquidated) => Self::Liquidated,
            Lapse::Ended(End::CourtBan) => Self::CourtBan,
        }
    }
}

/// `art15.p3.centre-conducts` of a document: on the day of the exam the centre was accredited under the certificate that the
/// document names, and the certificate covered the profession.
///
/// Recognition is an evaluation and a decision (art. 1(9)). If the centre lost the accreditation after the exam and before
/// `issued_on`, the answer is contestable: the decision may be of a day on which it was no recognition centre. Events
/// after the issue do not matter (argument from art. 26.2, part two).
#[must_use]
pub fn centre_of_document(
    bin: &str,
    centre: Option<&Centre>,
    serial: &str,
    scope: Option<&Scope>,
    exam_on: Date,
    issued_on: Date,
) -> Ruling {
    let facts = describe(bin, centre, exam_on);
    match Ability::throughout(centre, serial, scope, exam_on, Some(issued_on)) {
        Ability::Able { interval, lost_later } => {
            let facts =
                facts.with("status", Fact::word(Outcome::Accredited.name())).with("from", interval.from);
            let facts = facts.with_some("until", interval.until).with_some("revoked_later", lost_later);
            Ruling::new(RuleAnswer::Satisfied, facts)
        }
        Ability::NotCovered => Ruling::new(
            RuleAnswer::Violated,
            facts.with("status", Fact::word(Outcome::ProfessionNotCovered.name())),
        ),
        Ability::Disputed { outcome, since, readings } => Ruling::new(
            RuleAnswer::Contestable(readings.into()),
            facts.with("status", Fact::word(outcome.name())).with_some("since", since),
        ),
        Ability::Not { lapse, since } => Ruling::new(
            RuleAnswer::Violated,
            facts.with("status", Fact::word(lapse.name())).with_some("since", since),
        ),
        Ability::UnknownCentre => {
            Ruling::new(RuleAnswer::Violated, facts.with("status", Fact::word(Outcome::UnknownCentre.name())))
        }
        Ability::NoCertificate => {
            Ruling::new(RuleAnswer::Violated, facts.with("status", Fact::word("not-accredited")))
        }
    }
}

/// The values of every answer about a centre.
fn describe(bin: &str, centre: Option<&Centre>, exam_on: Date) -> Facts {
    Facts::new()
        .with("centre", bin)
        .with_some("centre_name", centre.and_then(|centre| centre.names.known()))
        .with("exam_on", exam_on)
}

/// Whether a centre may examine in a profession on a day.
enum Ability {
    /// It is accredited, and its certificate covers the profession.
    Able { interval: Interval, lost_later: Option<Date> },
    /// Its certificate does not cover the profession.
    NotCovered,
    /// Its certificate was revoked on the day, or ended between the exam and the decision.
    Disputed { outcome: Outcome, since: Option<Date>, readings: [Reading; 2] },
    /// It is not accredited.
    Not { lapse: Lapse, since: Option<Date> },
    /// The list of centres does not have it.
    UnknownCentre,
    /// It has no certificate of this number.
    NoCertificate,
}

impl Ability {
    /// Whether it may examine on the day of the exam, and decide on the day of the decision, if there was one.
    fn throughout(
        centre: Option<&Centre>,
        serial: &str,
        scope: Option<&Scope>,
        exam_on: Date,
        decided_on: Option<Date>,
    ) -> Self {
        let exam = Self::on(centre, serial, scope, exam_on);
        let (Self::Able { .. }, Some(decided_on)) = (&exam, decided_on) else { return exam };
        let (outcome, since) = match Self::on(centre, serial, scope, decided_on) {
            Self::NotCovered => (Outcome::ProfessionNotCovered, None),
            Self::Disputed { outcome, since, .. } => (outcome, since),
            Self::Not { lapse, since } => (lapse.into(), since),
            Self::Able { .. } | Self::UnknownCentre | Self::NoCertificate => return exam,
        };
        if centre.is_some_and(|centre| accredited_anew(centre, serial, decided_on)) {
            return exam;
        }
        let reading = |reading, satisfied, name, day| Reading {
            reading,
            satisfied,
            facts: Facts::new().with(name, day),
        };
        let readings = [
            reading("centre-on-the-day-of-the-exam", true, "exam_on", exam_on),
            reading("centre-until-the-decision", false, "issued_on", decided_on),
        ];
        Self::Disputed { outcome, since, readings }
    }

    fn on(centre: Option<&Centre>, serial: &str, scope: Option<&Scope>, day: Date) -> Self {
        let Some(centre) = centre else { return Self::UnknownCentre };
        let covered =
            || scope.is_some_and(|scope| scope.intervals.iter().any(|interval| interval.contains(day)));
        match standing(centre, serial, day) {
            Standing::Accredited { .. } | Standing::LostThatDay { .. } if !covered() => Self::NotCovered,
            Standing::Accredited { interval, lost_later } => Self::Able { interval, lost_later },
            Standing::LostThatDay { readings } => {
                Self::Disputed { outcome: Outcome::Revoked, since: Some(day), readings }
            }
            Standing::Not { lapse, since } => Self::Not { lapse, since },
            Standing::NoCertificate => Self::NoCertificate,
        }
    }
}

/// Whether another certificate of the centre was in force on the day: it was reissued (art. 26.1) or accredited again (art. 23.5).
fn accredited_anew(centre: &Centre, serial: &str, day: Date) -> bool {
    let mut others = centre.accreditations.iter().filter(|one| one.serial != serial);
    others.any(|one| matches!(standing(centre, &one.serial, day), Standing::Accredited { .. }))
}
