//! Paragraph 3: candidates are examined in recognition centres.

use crate::calendar::{Date, Interval, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::articles::a17_centres::p1_status::{Standing, standing};
use crate::law::engine::facts::{Known, Text, facts, or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::register;
use crate::law::engine::register::CentreFacts;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Answer, Ruling};
use crate::snapshot::rows::{Centre, Scope};

rule! {
    CENTRE_CONDUCTS: Conducts,
    unit: (15, 3, 0, 0),
    text: 0xc4d9_88bf_f227_2111,
    id: "art15.p3.centre-conducts",
    summary: "Candidates are examined in recognition centres",
    note: "The centre must be accredited for the profession on the day of the exam. A later revocation takes nothing \
         away.",
    judge: conducts,
    as_of: |facts| facts.procedure_date,
    value: &[
    ("centre", Output::Text),
    ("exam_on", Output::Date),
    (
        "status",
        Output::OneOf(&[
            "accredited",
            "profession-not-covered",
            "unknown-centre",
            "not-legal-entity",
            "not-yet",
            "expired",
            "revoked",
            "liquidated",
            "court-ban",
        ]),
    ),
    ("from", Output::Date),
    ("until", Output::Date),
    ("since", Output::Date),
    ("revoked_later", Output::Date),
],
    example: r#"{"centre":{"bin":"000000000000","kind":"legal-entity","route":"this-law","certificate":{"serial":"A-1","issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"profession":"7212-01","procedure_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CENTRE_CONDUCTS.norm];

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
pub fn conducts(facts: &Conducts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, procedure_date);
    let centre = match &facts.centre {
        Known::Unknown => return Ok(Ruling::missing(&["centre"])),
        Known::None => return Ok(centre_conducts("", None, "", None, *procedure_date)),
        Known::Is(centre) => centre,
    };
    let (row, serial) = or_return!(register::centre(centre));
    let scope = or_return!(register::scope(centre, profession.as_str()));
    let bin = register::string(centre.bin.as_ref());
    Ok(centre_conducts(&bin, Some(&row), &serial, scope.as_ref(), *procedure_date))
}

/// `art15.p3.centre-conducts`: on the day of the exam the centre was accredited under the certificate that the
/// document names, and the certificate covered the profession. Later events of the centre do not matter (argument
/// from art. 26.2, part two).
#[must_use]
pub fn centre_conducts(
    bin: &str,
    centre: Option<&Centre>,
    serial: &str,
    scope: Option<&Scope>,
    exam_on: Date,
) -> Ruling {
    let facts = Facts::new()
        .with("centre", bin)
        .with_some("centre_name", centre.and_then(|centre| centre.names.known()))
        .with("exam_on", exam_on);
    let Some(centre) = centre else {
        return Ruling::new(Answer::Violated, facts.with("status", "unknown-centre"));
    };
    let standing = standing(centre, serial, exam_on);
    let covers = |interval: &Interval| interval.contains(exam_on);
    let covered = scope.is_some_and(|scope| scope.intervals.iter().any(covers));
    match standing {
        Standing::Accredited { interval, lost_later } if covered => {
            let facts = facts.with("status", "accredited").with("from", interval.from);
            let facts = facts.with_some("until", interval.until).with_some("revoked_later", lost_later);
            Ruling::new(Answer::Satisfied, facts)
        }
        Standing::Accredited { .. } => {
            Ruling::new(Answer::Violated, facts.with("status", "profession-not-covered"))
        }
        Standing::LostThatDay { readings } if covered => Ruling::new(
            Answer::Contestable(readings.into()),
            facts.with("status", "revoked").with("since", exam_on),
        ),
        Standing::LostThatDay { .. } => {
            Ruling::new(Answer::Violated, facts.with("status", "profession-not-covered"))
        }
        Standing::Not { status, since } => {
            Ruling::new(Answer::Violated, facts.with("status", status).with_some("since", since))
        }
    }
}
