//! Art. 23.2(5) and 23.5: how long a certificate of the National Chamber is valid, and when to apply again.

use alloc::vec::Vec;

use super::clock::{self, Deadline, Names};
use super::conditions::not_given;
use super::document::document_validity;
use super::facts::{facts, require};
use super::rule::Output;
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, Term, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::snapshot::verified::StatedEnd;

/// Months for which a certificate is valid (art. 23.2(5)).
const VALIDITY: u16 = 36;
/// Months before the end of the certificate by which to apply for re-accreditation (art. 23.5).
const AHEAD: u32 = 6;

/// The values of `art23.p2.s5.certificate-validity`.
pub(super) const VALUE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["valid", "not-yet-valid", "expired", "mismatch", "contestable"])),
    ("last_day", Output::Date),
    ("printed_last_day", Output::Date),
    ("computed_last_day", Output::Date),
    ("days_left", Output::Number),
];

facts! {
    /// Facts of `art23.p2.s5.certificate-validity`.
    pub struct CertificateValidity {
        /// The day of issue; not the day of the decision.
        issued_on: Option<Date>,
        /// The last day that is printed on the certificate; none where left out.
        valid_to_printed: Option<Date>,
        /// The day asked about.
        as_of: Option<Date>,
    }

    /// Facts of `art23.p5.reapply-by`.
    pub struct ReapplyBy {
        /// The last day of the certificate.
        certificate_last_day: Option<Date>,
        /// The day on which re-accreditation was applied for; not yet where left out.
        filed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art23.p2.s5.certificate-validity`: a certificate of the National Chamber is valid for three years from the day of
/// its issue; the last day is the corresponding date, included, and not moved by days off. Whether that date itself
/// still counts is contestable, unless the certificate prints its last day. A printed last day that differs by more
/// than one day does not conform to the Law.
///
/// # Errors
/// A printed last day before the day of issue.
pub fn certificate_validity(facts: &CertificateValidity, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let names = Names { done: "valid_to_printed", event: "issued_on" };
    clock::reject_before(facts.valid_to_printed, facts.issued_on, names)?;
    let missing = not_given(&[("issued_on", facts.issued_on.is_some()), ("as_of", facts.as_of.is_some())]);
    let Some(issued_on) = facts.issued_on else { return Ok(Ruling::missing(&missing)) };
    let (computed, clamped) = clock::months_after(issued_on, u32::from(VALIDITY));
    let printed = facts.valid_to_printed;
    let mismatch = printed.is_some_and(|printed| clock::days_between(printed, computed) > 1);
    let last_day = printed.filter(|_| !mismatch).unwrap_or(computed);
    let end = printed.map_or(StatedEnd::ByRegister, StatedEnd::On);
    let judged = |as_of| document_validity(issued_on, end, Some(Term::Months(VALIDITY)), as_of);
    let ruling = match facts.as_of {
        _ if mismatch => Ruling::status(false, "mismatch"),
        None => Ruling::missing(&missing),
        Some(as_of) => match judged(as_of).answer {
            Answer::Satisfied => {
                Ruling::status(true, "valid").with("days_left", clock::days_between(as_of, last_day))
            }
            Answer::Violated if as_of < issued_on => Ruling::status(false, "not-yet-valid"),
            Answer::Violated => Ruling::status(false, "expired"),
            answer => Ruling::new(answer, Facts::new().with("status", "contestable")),
        },
    };
    let ruling = ruling.with("last_day", last_day);
    let ruling = match printed {
        Some(printed) if printed != computed => {
            ruling.with("printed_last_day", printed).with("computed_last_day", computed)
        }
        _ => ruling,
    };
    let steps = clamped.into_iter().chain(clock::not_moved(days, last_day)).collect();
    let printed_serves = printed.is_some() && !mismatch;
    Ok(ruling.steps(steps).under(if printed_serves { "stated-date" } else { "corresponding-day-included" }))
}

/// `art23.p5.reapply-by`: a centre applies for re-accreditation no later than six months before its certificate ends.
/// The term is counted back from the last day to the same day of the month, or to that month's end if it is shorter:
/// an earlier application is always in time. A term counted back is never moved forward by days off; the advised date
/// is the last working day before. The Law does not state the consequence of being late.
///
/// # Errors
/// None: every combination of days has an answer.
pub fn reapply_by(facts: &ReapplyBy, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: certificate_last_day);
    let end = *certificate_last_day;
    let last_day = end.minus_months(AHEAD);
    let (reading, month_end) = month_end(end, last_day);
    let mut trace: Vec<_> = month_end.into_iter().chain(clock::not_moved(days, last_day)).collect();
    let advise_by = days.on_or_before(last_day).ok();
    if advise_by.is_none() {
        trace.extend(clock::outside_calendar(days).trace);
    }
    // The term is in calendar months, so no other reading ends earlier.
    let deadline = Deadline { last_day, advise_by: last_day, trace };
    let mut ruling = clock::judge(Ok(deadline), facts.filed_on, facts.as_of);
    ruling.reading = reading;
    let ruling = ruling.with_some("advise_by", advise_by);
    Ok(match ruling.answer {
        Answer::Violated => ruling.step(Step::new("no-consequence-in-the-law")),
        _ => ruling,
    })
}

/// The reading and the step for a day counted back from the end of a month. A day that is absent in the shorter month
/// is rounded down; the end of a shorter month is not stretched to the end of a longer one.
fn month_end(end: Date, last_day: Date) -> (Option<&'static str>, Option<Step>) {
    let facts = Facts::new().with("from", end).with("to", last_day);
    if end.ymd().2 != last_day.ymd().2 {
        return (Some("month-end-rounded-down"), Some(Step::with_facts("month-end-clamped", facts)));
    }
    let after = end.plus_days(1);
    let longest = after.minus_months(AHEAD).minus_days(1);
    if after.ymd().2 != 1 || longest == last_day {
        return (None, None);
    }
    let step = Step::with_facts("month-end-not-stretched", facts.with("not_to", longest));
    (Some("same-day-of-the-month"), Some(step))
}
