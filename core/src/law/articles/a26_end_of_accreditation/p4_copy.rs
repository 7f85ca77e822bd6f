//! Paragraph 4: when the centre is sent a copy of the decision.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a26_end_of_accreditation::p3_decision::lacking_also;
use crate::law::engine::deadlines::{self, DeadlineOutcome, Names, first_day};
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    COPY_TO_CENTRE: CopyToCentre => Outcome,
    unit: (26, 4, 0, 0),
    text: 0x2436_54cf_fd8e_173a,
    id: "art26.p4.copy-to-centre",
    summary: "The centre is sent a copy, over the platform, within three working days of the decision",
    note: "By that channel and no other.",
    judge: copy_to_centre,
    as_of: |facts| first_day([facts.decided_on, facts.as_of]),
    value: &[
        ("channel", Output::OneOf(Channel::NAMES)),
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"decided_on":"2026-04-03","sent_on":"2026-04-06","channel":"platform","as_of":"2026-04-06"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&COPY_TO_CENTRE.norm];

outcomes! {
    /// The outcomes of `art26.p4.copy-to-centre`.
    pub enum Outcome {
        Open = "open": Satisfied,
        DoneInTime = "done-in-time": Satisfied,
        DoneLate = "done-late": Violated,
        Overdue = "overdue": Violated,
        WrongChannel = "wrong-channel": Violated,
        Contestable = "contestable": Contestable,
    }
}

/// Working days to send the copy (art. 26.4).
const TO_SEND: u32 = 3;

names! {
    /// By which way the copy of a decision went to the centre (art. 26.4).
    pub enum Channel {
        /// The digital platform of the National qualifications system.
        Platform = "platform",
        /// Electronically by another way.
        OtherElectronic = "other-electronic",
        /// On paper.
        Paper = "paper",
    }
}

facts! {
    /// Facts of `art26.p4.copy-to-centre`.
    pub struct CopyToCentre {
        /// The day of the decision to revoke.
        decided_on: Option<Date>,
        /// The day on which the copy was sent; not yet where left out.
        sent_on: Option<Date>,
        /// The way by which it was sent.
        channel: Option<Channel>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art26.p4.copy-to-centre`: the National Chamber sends the centre a copy of the decision within three working days
/// from it, through the digital platform. A copy sent through another channel does not fulfil the duty.
///
/// # Errors
/// A copy sent before the decision.
pub fn copy_to_centre(facts: &CopyToCentre, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let names = Names { done: "sent_on", event: "decided_on" };
    deadlines::reject_before(facts.sent_on, facts.decided_on, names)?;
    require!(facts: decided_on);
    let deadline = deadlines::working_days(days, *decided_on, TO_SEND);
    let Some(sent_on) = deadlines::happened(facts.sent_on, facts.as_of) else {
        return Ok(deadlines::judge(deadline, None, facts.as_of).map(Outcome::from));
    };
    let ruled = deadlines::judge(deadline.clone(), Some(sent_on), facts.as_of).map(Outcome::from);
    Ok(match facts.channel {
        Some(Channel::Platform) => ruled.with("channel", Channel::Platform.name()),
        Some(other @ (Channel::OtherElectronic | Channel::Paper)) => {
            // It does not fulfil the duty, which can still be fulfilled until the last day.
            let as_of = facts.as_of.or(Some(sent_on).filter(|_| ruled.is_violated()));
            let unsent = deadlines::judge(deadline, None, as_of).map(Outcome::from);
            let unsent = if unsent.is_violated() { unsent.decided(Outcome::WrongChannel) } else { unsent };
            unsent.with("channel", other.name()).step(Step::new("sent-by-another-way"))
        }
        None if ruled.is_violated() => ruled,
        None => {
            // Until the last day the way makes no difference: the duty is fulfilled, or can still be.
            let unsent = deadlines::judge(deadline.clone(), None, facts.as_of).map(Outcome::from);
            if unsent.is_satisfied() {
                return Ok(unsent);
            }
            lacking_also("channel", deadline, Some(sent_on), facts.as_of)
        }
    })
}

impl From<DeadlineOutcome> for Outcome {
    fn from(outcome: DeadlineOutcome) -> Self {
        match outcome {
            DeadlineOutcome::Open => Self::Open,
            DeadlineOutcome::DoneInTime => Self::DoneInTime,
            DeadlineOutcome::DoneLate => Self::DoneLate,
            DeadlineOutcome::Overdue => Self::Overdue,
            DeadlineOutcome::Contestable => Self::Contestable,
        }
    }
}
