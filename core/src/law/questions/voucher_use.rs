//! Whether the holder of a voucher may use it.

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::law::articles::a15_recognition::p1_register::{self, Recognisable};
use crate::law::articles::a15_recognition::p2_voluntary::ModeFacts;
use crate::law::articles::a15_recognition::p5_other_law::MANDATORY_OTHER_LAW;
use crate::law::articles::a29_vouchers::p1_use::{Outcome as Use, USE_WITHIN_VALIDITY, VoucherUse};
use crate::law::articles::a29_vouchers::p2_choice::{FREE_CHOICE, FreeChoice};
use crate::law::engine::aggregate::Members;
use crate::law::engine::facts::{Known, agree, facts, require};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::questions::{NEXT, NextStep, combine, optional_part, part};

pub(in crate::law) static VOUCHER_USE: Rule = question! {
    id: "ask.voucher-use",
    cites: (29, 0, 0, 0),
    judge: voucher_use => Outcome,
    as_of: |facts| facts.use_within_validity.as_ref().and_then(|used| used.as_of),
    value: &[
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
        ("used_on", Output::Date),
        ("last_day", Output::Date),
        ("next", NEXT),
    ],
    example: r#"{"use_within_validity":{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[],"as_of":"2026-03-19"},"used_on":null,"free_choice":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}],"list_as_of":"2026-03-31"}}}"#,
};

outcomes! {
    /// The outcomes of `ask.voucher-use`.
    pub enum Outcome {
        Satisfied = "satisfied": Satisfied,
        Violated = "violated": Violated,
        Contestable = "contestable": Contestable,
        Used = "used": Violated,
    }
}

impl Members for Outcome {
    const SATISFIED: Self = Self::Satisfied;
    const VIOLATED: Self = Self::Violated;
    const CONTESTABLE: Option<Self> = Some(Self::Contestable);
}

facts! {
    /// Facts of `ask.voucher-use`. Both parts share the day asked about, which is stated in one of them.
    pub struct VoucherUseQuestion {
        /// Of `art29.p1.use-within-validity`.
        use_within_validity: Option<VoucherUse>,
        /// The day on which the holder underwent the procedure with it; `null` where it was not used.
        used_on: Known<Date>,
        /// Of `art29.p2.free-choice`; `null` where the holder has not chosen yet.
        free_choice: Known<FreeChoice>,
    }
}

/// `ask.voucher-use`: whether the holder may use a one-time voucher on a day, for the chosen profession and centre, and
/// until when it is valid. A voucher serves once: one that was used cannot be used again.
///
/// # Errors
/// Those of the rules; two days asked about, or of the use.
pub fn voucher_use(facts: &VoucherUseQuestion, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: use_within_validity);
    let (mut validity, mut choice) = (use_within_validity.clone(), facts.free_choice.clone());
    if let Known::Is(choice) = &mut choice {
        agree(&mut [
            ("use_within_validity.as_of", &mut validity.as_of),
            ("free_choice.as_of", &mut choice.as_of),
        ])?;
    }
    let unstated = match (validity.used_on, &facts.used_on) {
        (Some(_), Known::Unknown) | (None, Known::None) => false,
        (Some(inner), Known::Is(used_on)) if inner == *used_on => false,
        (Some(_), Known::None | Known::Is(_)) => {
            let other = "use_within_validity.used_on";
            return Err(FactsError::field("used_on", FactProblem::Differs { other }));
        }
        (None, Known::Is(used_on)) => {
            validity.used_on = Some(*used_on);
            false
        }
        (None, Known::Unknown) => true,
    };
    let used = part(&USE_WITHIN_VALIDITY, &validity, days)?;
    // A voucher serves once: that it can be used depends on whether it was.
    let used = if unstated && used.is_satisfied() { Ruled::missing(&["used_on"]) } else { used };
    let last_day = used.last_day();
    if matches!(used.outcome(), Some(Use::Used | Use::UsedOutside)) {
        let used_on = validity.used_on;
        return Ok(Ruled::of(Outcome::Used)
            .with_some("used_on", used_on)
            .with("next", alloc::vec::Vec::new())
            .of_parts(alloc::vec![USE_WITHIN_VALIDITY.result(used)]));
    }
    let mut parts = alloc::vec![USE_WITHIN_VALIDITY.result(used)];
    let chosen = optional_part(&FREE_CHOICE, "free_choice", &choice, days)?;
    parts.extend(chosen.map(|ruled| FREE_CHOICE.result(ruled)));
    if let Known::Is(choice) = &choice {
        let profession = Recognisable {
            profession: choice.profession.clone(),
            register: choice.register.clone(),
            register_as_of: choice.register_as_of,
            as_of: choice.as_of,
        };
        let entry = p1_register::entry_on(&profession, choice.as_of);
        if let Some(entry) = entry.filter(|entry| entry.mode == Some(ModeName::Mandatory)) {
            let mode = ModeFacts { mode: entry.mode, other_law: entry.other_law.clone() };
            parts.push(MANDATORY_OTHER_LAW.result(part(&MANDATORY_OTHER_LAW, &mode, days)?));
        }
    }
    Ok(combine(parts, &[NextStep::UseTheVoucher]).with_some("last_day", last_day))
}
