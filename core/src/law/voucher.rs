//! Art. 29: the one-time voucher of an unemployed person: eligibility, frequency and use. `voucher_validity` has its
//! validity.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::aggregate::{MEMBERS, all_of};
use super::facts::{Known, Text, facts, require};
use super::procedure::{Conducts, Recognisable, conducts, recognisable};
use super::register::{CentreFacts, EntryFacts};
use super::revoking::{Paths, by_path};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use super::voucher_validity::{self, CANCEL, EXTENSION, USE};
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;

const ELIGIBILITY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["eligible", "not-eligible"])),
    ("reasons", Output::SomeOf(&["not-registered", "out-of-scope"])),
];
const YEARLY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["allowed", "not-allowed"])),
    ("last_issued_on", Output::Date),
    ("next_possible", Output::Date),
];

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art29.p1.voucher-eligibility",
        (29, 1, 0, 0),
        voucher_eligibility,
        |facts| facts.request_date,
        ELIGIBILITY,
        r#"{"registered_unemployed":true,"in_scope":true,"request_date":"2026-03-19"}"#
    ),
    rule!(
        "art29.p1.once-a-year",
        (29, 1, 0, 0),
        once_a_year,
        |facts| facts.request_date,
        YEARLY,
        r#"{"previous_issued_on":["2025-11-20"],"request_date":"2026-03-19"}"#
    ),
    rule!(
        "art29.p1.use-within-validity",
        (29, 1, 0, 0),
        voucher_validity::use_within_validity,
        |facts| facts.as_of.or(facts.used_on),
        USE,
        r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","as_of":"2026-03-19"}"#
    ),
    rule!(
        "art29.p2.free-choice",
        (29, 2, 0, 0),
        free_choice,
        |facts| facts.as_of,
        MEMBERS,
        r#"{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2023-09-04","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","centre":{"bin":"990140000012","kind":"legal-entity","route":"this-law","certificate":{"serial":"0001","issued_on":"2024-03-01","valid_to":"2027-03-01","events":[]},"professions":[{"profession":"7212-01","from":"2024-03-01","until":null}]},"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art29.p3.cancel-unused",
        (29, 3, 0, 0),
        voucher_validity::cancel_unused,
        |facts| facts.as_of.or(facts.used_on),
        CANCEL,
        r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","as_of":"2026-04-16"}"#
    ),
    rule!(
        "art29.p3.extension",
        (29, 3, 0, 0),
        voucher_validity::extension,
        |facts| facts.valid_from,
        EXTENSION,
        r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[{"from":"2026-04-10","to":"2026-04-20"}]}"#
    ),
];

facts! {
    /// Facts of `art29.p1.voucher-eligibility`.
    pub struct VoucherEligibility {
        /// Whether the person was registered as unemployed on the day of the request.
        registered_unemployed: Option<bool>,
        /// Whether the Law applies to the person on that day: what `art2.p3.scope` answers.
        in_scope: Option<bool>,
        /// The day of the request.
        request_date: Option<Date>,
    }

    /// Facts of `art29.p1.once-a-year`.
    pub struct OnceAYear {
        /// The days on which the person was given vouchers before, used or not; empty where never.
        previous_issued_on: Option<Vec<Date>>,
        /// The day of the request.
        request_date: Option<Date>,
    }

    /// Facts of `art29.p2.free-choice`.
    pub struct FreeChoice {
        /// Code of the profession that the holder chose.
        profession: Option<Text>,
        /// Entries of the register of professions; those of other professions do not matter.
        register: Option<Vec<EntryFacts>>,
        /// The day up to which these entries are known.
        register_as_of: Option<Date>,
        /// The centre that the holder chose, as the list of centres has it; null where it is not on the list.
        centre: Known<CentreFacts>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art29.p1.voucher-eligibility`: a person who is registered as unemployed on the day of the request has a right to a
/// voucher. The Law must apply to the person (art. 2.3); an unstated scope is not assumed. A later change of the
/// registration does not matter: the Law withdraws no voucher.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn voucher_eligibility(facts: &VoucherEligibility, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let conditions = [
        (facts.registered_unemployed, "registered_unemployed", "not-registered"),
        (facts.in_scope, "in_scope", "out-of-scope"),
    ];
    let failed = conditions.iter().filter(|(holds, ..)| *holds == Some(false));
    let reasons: Vec<String> = failed.map(|(.., reason)| (*reason).to_string()).collect();
    let unknown = conditions.iter().filter(|(holds, ..)| holds.is_none());
    let mut missing: Vec<_> = unknown.map(|(_, name, _)| *name).collect();
    if facts.request_date.is_none() {
        missing.push("request_date");
    }
    let ruling = if !reasons.is_empty() {
        Ruling::status(false, "not-eligible").with("reasons", reasons)
    } else if missing.is_empty() {
        Ruling::status(true, "eligible")
    } else {
        Ruling::missing(&missing)
    };
    Ok(ruling.under("status-on-request-date"))
}

/// `art29.p1.once-a-year`: a voucher is given once a year, read as the calendar year. Every voucher given counts,
/// even if it was cancelled unused. The reading by which twelve months must pass is not used; the trace has the day
/// from which it would allow the next one.
///
/// # Errors
/// A previous voucher given after the request.
pub fn once_a_year(facts: &OnceAYear, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: previous_issued_on, request_date);
    let last = previous_issued_on.iter().max().copied();
    if let Some(later) = last.filter(|issued| issued > request_date) {
        let (day, other) = (later, "request_date".into());
        let problem = FactProblem::After { day, other, other_day: *request_date };
        return Err(FactsError::field("previous_issued_on", problem));
    }
    let (year, ..) = request_date.ymd();
    let ruling = if last.is_some_and(|issued| issued.ymd().0 == year) {
        let next = Date::from_ymd(year.saturating_add(1), 1, 1);
        Ruling::status(false, "not-allowed").with_some("next_possible", next)
    } else {
        Ruling::status(true, "allowed")
    };
    let ruling = ruling.with_some("last_issued_on", last).under("calendar-year");
    Ok(match last {
        Some(issued) => {
            let next = Facts::new().with("next_possible", issued.plus_months(12));
            ruling.step(Step::with_facts("twelve-months-not-read", next))
        }
        None => ruling,
    })
}

/// Facts of the members, and their paths in the facts of the choice.
const MISSES: Paths = &[("art15.p3.centre-conducts", "procedure_date", "as_of")];

/// `art29.p2.free-choice`: the holder of a voucher chooses the profession and the centre. The profession must be in the
/// register (art. 15.1), and the centre accredited for it (art. 15.3), on the day asked about.
///
/// # Errors
/// Those of the members.
pub fn free_choice(facts: &FreeChoice, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let FreeChoice { profession, register, register_as_of, centre, as_of } = facts.clone();
    let of_centre = Conducts { centre, profession: profession.clone(), procedure_date: as_of };
    let of_profession = Recognisable { profession, register, register_as_of, as_of };
    let members = [
        ("art15.p1.profession-recognisable", recognisable(&of_profession, days)?),
        ("art15.p3.centre-conducts", conducts(&of_centre, days)?),
    ];
    let parts = members.into_iter().filter_map(|(id, ruling)| Some(super::rule(id)?.result(ruling)));
    Ok(by_path(all_of(parts.collect()), MISSES))
}
