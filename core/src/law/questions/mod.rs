//! Composite questions: each combines the rules that decide a practical question, in order, and names the next steps.
//! They add no norm of their own.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

pub mod applicant_ready;
pub mod can_i_apply;
pub mod centre_standing;
pub mod is_document_good;
pub mod nce_clock;
pub mod voucher;
pub mod voucher_use;
pub mod what_now_after_fail;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::aggregate::{Members, all_of};
use crate::law::engine::facts::{Known, names};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::rule::{Computable, Output, Rule, RuleResult};
use crate::law::engine::ruling::RuleAnswer;

/// Every question.
pub(in crate::law) static ALL: &[&Rule] = &[
    &can_i_apply::CAN_I_APPLY,
    &what_now_after_fail::WHAT_NOW_AFTER_FAIL,
    &voucher::VOUCHER,
    &voucher_use::VOUCHER_USE,
    &is_document_good::IS_DOCUMENT_GOOD,
    &centre_standing::CENTRE_STANDING,
    &applicant_ready::APPLICANT_READY,
    &nce_clock::NCE_CLOCK,
];

names! {
    /// What to do next.
    pub enum NextStep {
        /// To apply.
        Apply = "apply",
        /// To appeal.
        Appeal = "appeal",
        /// To apply to the court (art. 16).
        ApplyToTheCourt = "apply-to-the-court",
        /// To ask for the document (art. 21.1).
        AskForTheDocument = "ask-for-the-document",
        /// To ask for the retake.
        AskForTheRetake = "ask-for-the-retake",
        /// To ask the centre.
        AskTheCentre = "ask-the-centre",
        /// Not to rely on the document.
        DoNotRely = "do-not-rely",
        /// To find out what is missing.
        FindOutWhatIsMissing = "find-out-what-is-missing",
        /// To get a lawyer.
        GetALawyer = "get-a-lawyer",
        /// To let the competent person decide.
        LetItBeDecided = "let-it-be-decided",
        /// To apply for re-accreditation.
        Reapply = "reapply",
        /// To rely on the document.
        RelyOnIt = "rely-on-it",
        /// To resolve what fails.
        ResolveWhatFails = "resolve-what-fails",
        /// To see the other law.
        SeeTheOtherLaw = "see-the-other-law",
        /// To use the voucher.
        UseTheVoucher = "use-the-voucher",
        /// To wait for the decision on the appeal (art. 22.2).
        WaitForTheAppeal = "wait-for-the-appeal",
    }
}

/// The next steps, as stable names.
const NEXT: Output = Output::SomeOf(NextStep::NAMES);

/// The values of a composite answer.
const ASKED: &[(&str, Output)] =
    &[("failed", Output::List), ("unknown", Output::List), ("contestable", Output::List), ("next", NEXT)];

/// Judges a rule as a part of a question.
fn part<F, O: Outcomes>(
    rule: &'static Computable<F, O>,
    facts: &F,
    days: &WorkingDays,
) -> Result<Ruled<O>, FactsError> {
    (rule.judge)(facts, days).map_err(|error| used_by_rule(rule.rule.id, error))
}

/// Names the rule of a part whose judging failed.
fn used_by<F, O, T>(
    rule: &'static Computable<F, O>,
    judged: Result<Ruled<T>, FactsError>,
) -> Result<Ruled<T>, FactsError> {
    judged.map_err(|error| used_by_rule(rule.rule.id, error))
}

/// Judges an optional part. `null` leaves the part out; without a value it is unknown whether the part applies.
fn optional_part<F, O: Outcomes>(
    rule: &'static Computable<F, O>,
    name: &'static str,
    facts: &Known<F>,
    days: &WorkingDays,
) -> Result<Option<Ruled<O>>, FactsError> {
    match facts {
        Known::Is(facts) => part(rule, facts, days).map(Some),
        Known::None => Ok(None),
        Known::Unknown => Ok(Some(Ruled::missing(&[name]))),
    }
}

/// Adds to an error about a fact the rule that it belongs to.
fn used_by_rule(id: &'static str, error: FactsError) -> FactsError {
    match error {
        FactsError::Field { name, problem, .. } => FactsError::Field { name, problem, used_by: Some(id) },
        other @ (FactsError::UnknownRule { .. } | FactsError::NotAnObject | FactsError::Malformed { .. }) => {
            other
        }
    }
}

/// Combines all parts and adds the next steps; `satisfied` are the steps where every part is satisfied.
fn combine<O: Members>(parts: Vec<RuleResult>, satisfied: &[NextStep]) -> Ruled<O> {
    let ruled = all_of(parts).ruled();
    let next: &[NextStep] = match ruled.answer() {
        RuleAnswer::Satisfied => satisfied,
        RuleAnswer::Violated => &[NextStep::ResolveWhatFails],
        RuleAnswer::Undetermined(missing) => undetermined(missing),
        RuleAnswer::Contestable(_) => &[NextStep::GetALawyer],
        RuleAnswer::NotApplicable => &[],
    };
    ruled.with("next", names_of(next))
}

/// The next steps where an answer lacks this: what another law or a person decides cannot be found out first.
fn undetermined(missing: &[MissingForRule]) -> &'static [NextStep] {
    if missing.iter().all(|one| *one == MissingForRule::OtherLaw) {
        &[NextStep::SeeTheOtherLaw]
    } else if missing.iter().all(|one| *one == MissingForRule::HumanDecision) {
        &[NextStep::LetItBeDecided]
    } else {
        &[NextStep::FindOutWhatIsMissing]
    }
}

/// The names of next steps.
fn names_of(steps: &[NextStep]) -> Vec<String> {
    steps.iter().map(|step| step.name().to_string()).collect()
}
