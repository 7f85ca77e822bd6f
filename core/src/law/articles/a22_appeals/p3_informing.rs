//! Paragraph 3: what the centre does with an appeal, of which it informs the candidate.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::articles::a22_appeals::TERM;
use crate::law::engine::deadlines::{self, DeadlineOutcome, Names, first_day};
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

rule! {
    INFORM_APPEAL_RESULT: InformAppealResult => Outcome,
    unit: (22, 3, 0, 2),
    text: 0x2bf9_a7bb_ce86_9ee0,
    id: "art22.p3.s2.inform-appeal-result",
    summary: "Tell the candidate how the appeal was decided",
    note: "It has no term of its own: it is read as part of the five days of 2. After them it is contestable, because by the \
         other reading no term applies. It opens no second window of 1.",
    judge: inform_appeal_result,
    as_of: |facts| first_day([facts.registered_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"registered_on":"2026-03-27","considered_on":"2026-04-01","informed_on":"2026-04-02","as_of":"2026-04-02"}"#,
}

rule! {
    APPEAL_COMMISSION: AppealCommission => CommissionOutcome,
    unit: (22, 3, 0, 1),
    text: 0xf513_d31c_3245_bda2,
    id: "art22.p3.s1.appeal-commission",
    summary: "Set up an appeal commission to consider the appeal",
    note: "By the day on which the appeal is considered. Composition and procedure are in the rules of recognition.",
    judge: appeal_commission,
    as_of: |facts| first_day([facts.considered_on.some(), facts.as_of]),
    value: &[("established_on", Output::Date)],
    example: r#"{"established_on":"2026-03-30","considered_on":"2026-04-01","as_of":"2026-04-02"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(22, 3, 0, 0),
        0x3d75_5e8e_cf4f_d265,
        Nothing,
        "art22.p3",
        "Introduces what the centre must do with an appeal",
        Nothing("Each duty is a separate norm.")
    ),
    &APPEAL_COMMISSION.norm,
    &INFORM_APPEAL_RESULT.norm,
    norm!(
        at(22, 3, 2, 0),
        0x7803_f302_4dc6_1c22,
        Nothing,
        "art22.p3.part2",
        "The commission follows the rules of recognition",
        Nothing("It leaves the matter to another act.")
    ),
];

outcomes! {
    /// The outcomes of `art22.p3.s2.inform-appeal-result`.
    pub enum Outcome {
        Open = "open": Satisfied,
        DoneInTime = "done-in-time": Satisfied,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// Facts of `art22.p3.s2.inform-appeal-result`.
    pub struct InformAppealResult {
        /// The day on which the centre registered the appeal.
        registered_on: Option<Date>,
        /// The day on which the centre considered the appeal; not yet where left out.
        considered_on: Option<Date>,
        /// The day on which the candidate was informed of the result of the appeal; not yet where left out.
        informed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art22.p3.s2.inform-appeal-result`: the centre informs the candidate of the result of the appeal. The Law sets no
/// separate term; the duty is read as part of the consideration, with the same last day. After that day the answer is
/// contestable: by the other reading no term applies.
///
/// # Errors
/// A result communicated before the appeal was considered, or considered before it was registered.
pub fn inform_appeal_result(
    facts: &InformAppealResult,
    days: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let names = |done, event| Names { done, event };
    deadlines::reject_before(
        facts.considered_on,
        facts.registered_on,
        names("considered_on", "registered_on"),
    )?;
    deadlines::reject_before(facts.informed_on, facts.considered_on, names("informed_on", "considered_on"))?;
    deadlines::reject_before(facts.informed_on, facts.registered_on, names("informed_on", "registered_on"))?;
    require!(facts: registered_on);
    let deadline = deadlines::working_days(days, *registered_on, TERM);
    let ruling = deadlines::judge(deadline, facts.informed_on, facts.as_of);
    let (late, last_day) = (ruling.is_violated(), ruling.last_day());
    let ruling = ruling.map(|outcome| match outcome {
        DeadlineOutcome::Open => Outcome::Open,
        DeadlineOutcome::DoneInTime => Outcome::DoneInTime,
        DeadlineOutcome::DoneLate | DeadlineOutcome::Overdue | DeadlineOutcome::Contestable => {
            Outcome::Contestable
        }
    });
    let reading = |reading, satisfied, last_day: Option<Date>| Reading {
        reading,
        satisfied,
        facts: Facts::new().with_some("last_day", last_day),
    };
    let ruling = if late {
        ruling.disputed(alloc::vec![
            reading("informing-belongs-to-consideration", false, last_day),
            reading("informing-has-no-term", true, None),
        ])
    } else {
        ruling
    };
    Ok(ruling.step(Step::new("informing-belongs-to-consideration")))
}

outcomes! {
    /// The outcomes of `art22.p3.s1.appeal-commission`.
    pub enum CommissionOutcome {
        Established = "established": Satisfied,
        NotYet = "not-yet": Satisfied,
        ConsideredWithout = "considered-without": Violated,
    }
}

facts! {
    /// Facts of `art22.p3.s1.appeal-commission`.
    pub struct AppealCommission {
        /// The day on which the appeal commission was set up; `null` where there is none.
        established_on: Known<Date>,
        /// The day on which the centre considered the appeal; `null` where it has not.
        considered_on: Known<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art22.p3.s1.appeal-commission`: to consider an appeal the centre sets up an appeal commission. The Law sets no term for it: it
/// must be there when the appeal is considered.
///
/// # Errors
/// None.
pub fn appeal_commission(
    facts: &AppealCommission,
    _: &WorkingDays,
) -> Result<Ruled<CommissionOutcome>, FactsError> {
    require!(facts: as_of);
    let mut missing = alloc::vec::Vec::new();
    for (name, fact) in [("established_on", &facts.established_on), ("considered_on", &facts.considered_on)] {
        if *fact == Known::Unknown {
            missing.push(name);
        }
    }
    if !missing.is_empty() {
        return Ok(Ruled::missing(&missing));
    }
    let happened = |fact: &Known<Date>| deadlines::happened(fact.some(), Some(*as_of));
    Ok(match (happened(&facts.established_on), happened(&facts.considered_on)) {
        (Some(on), Some(considered)) if on > considered => Ruled::of(CommissionOutcome::ConsideredWithout),
        (Some(on), _) => Ruled::of(CommissionOutcome::Established).with("established_on", on),
        (None, Some(_)) => Ruled::of(CommissionOutcome::ConsideredWithout),
        (None, None) => Ruled::of(CommissionOutcome::NotYet),
    })
}
