//! What a person does next with a verdict: a document was verified, and a person stands at the counter.

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::{CheckAnswer, CheckId, Finding, MissingForCheck, Outcome, Reason};
use crate::names::names;
use crate::sorted::distinct;

names! {
    /// A step after a verdict, for the person who asked, in the order in which to take them. Each language has a sentence for
    /// every step.
    pub enum NextStep {
        /// Compare name and identity number with the person's own identity document: a photograph or a copy of a code verifies as well
        /// as the original.
        ComparePerson = "compare-person",
        /// Code and identity number fit and the name does not, or may not: compare the identity number with the person's own
        /// identity document, and ask for proof of a change of name.
        CompareIdentity = "compare-identity",
        /// The document is cancelled: what the cancellation means from its day on.
        Cancelled = "cancelled",
        /// The register states that a new document was issued in the place of a cancelled one: ask the holder for it.
        AskForReplacement = "ask-for-replacement",
        /// The document is not in force on the day: ask the holder for a current one, or ask about another day.
        AskForCurrent = "ask-for-current",
        /// What is stated beside the document contradicts it: find out whose document it is, and correct the list.
        CorrectList = "correct-list",
        /// Note the number and the day. A document that is not valid says nothing about the person.
        NoteNumber = "note-number",
        /// Type the document number or identity number as it is on the document.
        EnterNumber = "enter-number",
        /// Type in the verification code.
        EnterCode = "enter-code",
        /// Type in the holder's identity number.
        EnterIdentity = "enter-identity",
        /// Type in the day of issue.
        EnterIssueDate = "enter-issue-date",
        /// Type the name in the script of the document.
        EnterName = "enter-name",
        /// Set the device's clock.
        SetClock = "set-clock",
        /// Get a newer register.
        UpdateRegister = "update-register",
        /// Copy the register again: it is damaged or incomplete.
        RepairRegister = "repair-register",
        /// Update the program.
        UpdateProgram = "update-program",
        /// Ask again on the day that was asked about.
        AskOnThatDay = "ask-on-that-day",
        /// Another law decides (art. 15.5 or 31).
        OtherLaw = "other-law",
        /// Defensible readings of the Law differ on this day: do not decide on this answer alone.
        TwoReadings = "two-readings",
        /// Ask the keeper of the register, or the centre, through the contacts of the register and never through those on the paper.
        AskRegister = "ask-register",
    }
}

impl Serialize for NextStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Returns the steps after the findings of a verification, the first one first.
pub(super) fn next(outcome: Outcome, findings: &[Finding]) -> Vec<NextStep> {
    let answer =
        |check| findings.iter().find(|finding| finding.check == check).map(|finding| &finding.answer);
    let is_satisfied = |check| answer(check) == Some(&CheckAnswer::Satisfied);
    // The name alone does not fit.
    let name_alone = is_satisfied(CheckId::RegisterCode) && is_satisfied(CheckId::RegisterHolder);
    match outcome {
        Outcome::Valid => alloc::vec![NextStep::ComparePerson],
        Outcome::Invalid => {
            let violated = findings.iter().filter(|finding| finding.answer == CheckAnswer::Violated);
            let steps = violated.flat_map(|finding| match finding.check {
                CheckId::RegisterName if name_alone => alloc::vec![NextStep::CompareIdentity],
                CheckId::Cancellation if finding.facts.reason() == Some(Reason::Replaced) => {
                    alloc::vec![NextStep::Cancelled, NextStep::AskForReplacement, NextStep::AskRegister]
                }
                CheckId::Cancellation => alloc::vec![NextStep::Cancelled, NextStep::AskRegister],
                CheckId::Validity => alloc::vec![NextStep::AskForCurrent],
                CheckId::StatedBeside => alloc::vec![NextStep::CorrectList],
                CheckId::LawInForce | CheckId::Mode => alloc::vec![NextStep::OtherLaw],
                CheckId::SnapshotAuthentic
                | CheckId::SnapshotComplete
                | CheckId::SnapshotFresh
                | CheckId::ClockPlausible
                | CheckId::DocumentReadable
                | CheckId::DocumentKeyKnown
                | CheckId::DocumentSignature
                | CheckId::DocumentKeyScope
                | CheckId::DocumentKeyInForce
                | CheckId::DocumentIssueDate
                | CheckId::RegisterListed
                | CheckId::RegisterCode
                | CheckId::RegisterHolder
                | CheckId::RegisterName
                | CheckId::RegisterProfession
                | CheckId::RegisterQualification
                | CheckId::RegisterLevel
                | CheckId::RegisterSkills
                | CheckId::RegisterCentre
                | CheckId::RegisterAccreditation
                | CheckId::RegisterBasis
                | CheckId::RegisterExamDate
                | CheckId::RegisterIssueDate
                | CheckId::RegisterValidity
                | CheckId::Profession
                | CheckId::Basis
                | CheckId::Centre
                | CheckId::SkillFields => alloc::vec![NextStep::NoteNumber, NextStep::AskRegister],
            });
            distinct(steps.collect())
        }
        Outcome::Indeterminate => {
            let mut steps = Vec::new();
            for finding in findings {
                match &finding.answer {
                    CheckAnswer::Undetermined(missing) => {
                        steps.extend(missing.iter().filter_map(|missing| settles(*missing)));
                    }
                    CheckAnswer::Contestable(_) => steps.push(NextStep::TwoReadings),
                    CheckAnswer::Satisfied | CheckAnswer::Violated | CheckAnswer::NotApplicable(_) => {}
                }
            }
            distinct(steps)
        }
    }
}

/// What settles a check that lacks something; `None` if another check decides it.
const fn settles(missing: MissingForCheck) -> Option<NextStep> {
    Some(match missing {
        MissingForCheck::Check(_) => return None,
        MissingForCheck::Segment => NextStep::RepairRegister,
        MissingForCheck::NewerVersion => NextStep::UpdateProgram,
        MissingForCheck::NewerSnapshot => NextStep::UpdateRegister,
        MissingForCheck::WiderSnapshot
        | MissingForCheck::RecordHasNoCode
        | MissingForCheck::RegisterTerm
        | MissingForCheck::CheckNotMade => NextStep::AskRegister,
        MissingForCheck::RegisterRecord => NextStep::UpdateProgram,
        MissingForCheck::IssuedOn => NextStep::EnterIssueDate,
        MissingForCheck::Clock => NextStep::SetClock,
        MissingForCheck::Code => NextStep::EnterCode,
        MissingForCheck::Holder => NextStep::EnterIdentity,
        MissingForCheck::CompleteNumber => NextStep::EnterNumber,
        MissingForCheck::ExactSpelling => NextStep::CompareIdentity,
        MissingForCheck::SameScript => NextStep::EnterName,
        MissingForCheck::OtherLaw => NextStep::OtherLaw,
        MissingForCheck::Future => NextStep::AskOnThatDay,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Facts;

    fn finding(check: CheckId, answer: CheckAnswer) -> Finding {
        Finding { check, answer, facts: Facts::new() }
    }

    fn violated(checks: &[CheckId]) -> Vec<NextStep> {
        let mut findings: Vec<Finding> =
            checks.iter().map(|check| finding(*check, CheckAnswer::Violated)).collect();
        for check in [CheckId::RegisterCode, CheckId::RegisterHolder] {
            if !checks.contains(&check) {
                findings.push(finding(check, CheckAnswer::Satisfied));
            }
        }
        next(Outcome::Invalid, &findings)
    }

    /// A name that does not fit must not send a borrowed paper back with the register's contacts, nor call it a forgery.
    #[test]
    fn a_name_alone_is_compared_with_the_person_and_nothing_else() {
        assert_eq!(violated(&[CheckId::RegisterName]), [NextStep::CompareIdentity]);
        let other = [NextStep::NoteNumber, NextStep::AskRegister];
        assert_eq!(violated(&[CheckId::RegisterName, CheckId::RegisterHolder]), other);
        assert_eq!(violated(&[CheckId::RegisterName, CheckId::RegisterCode]), other);
        assert_eq!(violated(&[CheckId::RegisterLevel]), other);
    }

    #[test]
    fn each_end_of_a_document_has_its_steps() {
        assert_eq!(violated(&[CheckId::Cancellation]), [NextStep::Cancelled, NextStep::AskRegister]);
        let mut replaced = finding(CheckId::Cancellation, CheckAnswer::Violated);
        replaced.facts = Facts::new().with("reason", Reason::Replaced);
        assert_eq!(
            next(Outcome::Invalid, &[replaced]),
            [NextStep::Cancelled, NextStep::AskForReplacement, NextStep::AskRegister]
        );
        assert_eq!(violated(&[CheckId::Validity]), [NextStep::AskForCurrent]);
        assert_eq!(violated(&[CheckId::StatedBeside]), [NextStep::CorrectList]);
        assert_eq!(violated(&[CheckId::Mode]), [NextStep::OtherLaw]);
    }

    #[test]
    fn what_is_missing_is_named_once() {
        let missing = |missing: &[MissingForCheck]| {
            let finding = finding(CheckId::RegisterCode, CheckAnswer::Undetermined(missing.to_vec()));
            next(Outcome::Indeterminate, &[finding.clone(), finding])
        };
        let waits = MissingForCheck::Check(CheckId::RegisterListed);
        assert_eq!(missing(&[MissingForCheck::Code, waits]), [NextStep::EnterCode]);
        assert_eq!(missing(&[waits]), []);
        let contestable = finding(CheckId::Centre, CheckAnswer::Contestable(Vec::new()));
        assert_eq!(next(Outcome::Indeterminate, &[contestable]), [NextStep::TwoReadings]);
        assert_eq!(next(Outcome::Valid, &[]), [NextStep::ComparePerson]);
    }
}
