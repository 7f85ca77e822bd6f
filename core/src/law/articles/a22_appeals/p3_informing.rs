//! Paragraph 3: what the centre does with an appeal, of which it informs the candidate.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a22_appeals::TERM;
use crate::law::engine::deadlines::{self, DEADLINE, DeadlineOutcome, Names};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::rule;
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

rule! {
    INFORM_APPEAL_RESULT: InformAppealResult => DeadlineOutcome,
    unit: (22, 3, 0, 2),
    text: 0x2bf9_a7bb_ce86_9ee0,
    id: "art22.p3.s2.inform-appeal-result",
    summary: "Tell the candidate how the appeal was decided",
    note: "It has no term of its own: it is read as part of the five days of 2. It opens no second window of 1.",
    judge: inform_appeal_result,
    as_of: |facts| facts.as_of,
    value: DEADLINE,
    example: r#"{"registered_on":"2026-03-27","considered_on":"2026-04-01","informed_on":"2026-04-02","as_of":"2026-04-02"}"#,
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
    norm!(
        at(22, 3, 0, 1),
        0xf513_d31c_3245_bda2,
        Nothing,
        "art22.p3.s1",
        "Set up an appeal commission",
        Nothing("An act of organisation, without composition or term.")
    ),
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
/// separate term; the duty is read as part of the consideration, with the same last day.
///
/// # Errors
/// A result communicated before the appeal was considered, or considered before it was registered.
pub fn inform_appeal_result(
    facts: &InformAppealResult,
    days: &WorkingDays,
) -> Result<Ruled<DeadlineOutcome>, FactsError> {
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
    Ok(ruling.step(Step::new("informing-belongs-to-consideration")))
}
