//! Whether a document is valid on a day: the checks of the Law that a verification makes, asked with facts.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::articles::a15_recognition::p1_register::{self, PROFESSION_RECOGNISABLE, Recognisable};
use crate::law::articles::a15_recognition::p2_voluntary::ModeFacts;
use crate::law::articles::a15_recognition::p3_centre::{self, CENTRE_CONDUCTS, Conducts};
use crate::law::articles::a15_recognition::p4_basis::{DOCUMENT_BASIS, DocumentBasis};
use crate::law::articles::a15_recognition::p5_other_law::MANDATORY_OTHER_LAW;
use crate::law::articles::a20_skills::{SKILL_DOCUMENT_FIELDS, SkillDocument};
use crate::law::articles::a21_document::p5_validity::{DOCUMENT_VALIDITY, DocumentValidity};
use crate::law::articles::a26_end_of_accreditation::p2_part2_cancelled_documents::{
    DOCUMENT_CANCELLATION, DocumentCancellation, Outcome as Cancellation, complaint_unknown,
};
use crate::law::articles::a31_entry_into_force::{ENTRY_INTO_FORCE, InForce, first_published_on};
use crate::law::engine::aggregate::{Members, Verdict, all_of};
use crate::law::engine::facts::{Known, agree, facts, require};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::EntryFacts;
use crate::law::engine::rule::{Rule, RuleResult, question};
use crate::law::engine::ruling::{Reading, RuleAnswer, Step};
use crate::law::questions::{ASKED, NextStep, combine, names_of, part, used_by};

pub(in crate::law) static IS_DOCUMENT_GOOD: Rule = question! {
    id: "ask.is-document-good",
    cites: (21, 0, 0, 0),
    judge: is_document_good => Outcome,
    as_of: |_facts| None,
    value: ASKED,
    example: r#"{"signature_holds":true,"profession":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2025-05-20"},"document_basis":{"kind":"standard","id":"PS-1","standards":[{"id":"PS-1","profession":"7212-01","approved_on":"2024-01-01","in_force_until":null}],"qualification_requirements":[],"lists_as_of":"2026-03-31"},"centre":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}],"list_as_of":"2026-03-31"},"procedure_date":"2025-05-10"},"skills":{"is_skill_document":false},"validity":{"validity":{"months":36},"valid_to_printed":"2028-05-20","as_of":"2026-03-19"},"cancellation":{"document":"1","cancelled_register":[],"complaint":null,"register_as_of":"2026-03-31"}}"#,
};

outcomes! {
    /// The outcomes of `ask.is-document-good`.
    pub enum Outcome {
        Satisfied = "satisfied": Satisfied,
        Violated = "violated": Violated,
        Contestable = "contestable": Contestable,
        SubjectToCancellation = "subject-to-cancellation": Contestable,
    }
}

impl Members for Outcome {
    const SATISFIED: Self = Self::Satisfied;
    const VIOLATED: Self = Self::Violated;
    const CONTESTABLE: Option<Self> = Some(Self::Contestable);
}

facts! {
    /// Facts of `ask.is-document-good`. What several parts share is stated in one of them: the profession, the days of exam and
    /// issue, the validity by the register, the day asked about.
    pub struct DocumentGood {
        /// Whether the signature or the register's code holds, as `verify` finds.
        signature_holds: Option<bool>,
        /// Of `art15.p1.profession-recognisable`, on the day of issue.
        profession: Option<Recognisable>,
        /// Of `art15.p4.part2.document-basis`.
        document_basis: Option<DocumentBasis>,
        /// Of `art15.p3.centre-conducts`, on the day of the exam.
        centre: Option<Conducts>,
        /// Of `art20.p3.skill-document-fields`.
        skills: Option<SkillDocument>,
        /// Of `art21.p5.document-validity`, on the day asked about.
        validity: Option<DocumentValidity>,
        /// Of `art26.p2.part2.document-cancellation`, on the day asked about.
        cancellation: Option<DocumentCancellation>,
    }
}

/// The checks of the Law that a verification makes of a document, by the rules of the parts that answer them here, in order.
#[cfg(test)]
pub(crate) static CHECKED: [&Rule; 8] = [
    &ENTRY_INTO_FORCE.rule,
    &PROFESSION_RECOGNISABLE.rule,
    &MANDATORY_OTHER_LAW.rule,
    &DOCUMENT_BASIS.rule,
    &CENTRE_CONDUCTS.rule,
    &SKILL_DOCUMENT_FIELDS.rule,
    &DOCUMENT_VALIDITY.rule,
    &DOCUMENT_CANCELLATION.rule,
];

/// The parts of the question, each fact of which is stated once.
struct Parts {
    profession: Recognisable,
    basis: DocumentBasis,
    centre: Conducts,
    skills: SkillDocument,
    validity: DocumentValidity,
    cancellation: DocumentCancellation,
}

impl Parts {
    /// Joins the facts that several parts share.
    ///
    /// # Errors
    /// Facts that differ; an exam after the issue.
    fn joined(mut self) -> Result<Self, FactsError> {
        agree(&mut [
            ("profession.profession", &mut self.profession.profession),
            ("document_basis.profession", &mut self.basis.profession),
            ("centre.profession", &mut self.centre.profession),
        ])?;
        agree(&mut [
            ("validity.issued_on", &mut self.validity.issued_on),
            ("profession.as_of", &mut self.profession.as_of),
        ])?;
        agree(&mut [
            ("centre.procedure_date", &mut self.centre.procedure_date),
            ("document_basis.exam_date", &mut self.basis.exam_date),
        ])?;
        agree(&mut [
            ("validity.as_of", &mut self.validity.as_of),
            ("cancellation.as_of", &mut self.cancellation.as_of),
        ])?;
        if let (Some(exam_on), Some(issued_on)) = (self.centre.procedure_date, self.validity.issued_on)
            && exam_on > issued_on
        {
            let other = "validity.issued_on".into();
            let problem = FactProblem::After { day: exam_on, other, other_day: issued_on };
            return Err(FactsError::field("centre.procedure_date", problem));
        }
        if let Some(entry) = self.entry() {
            let mut by_register = entry.validity.clone();
            agree(&mut [
                ("validity.validity", &mut self.validity.validity),
                ("profession.register.validity", &mut by_register),
            ])?;
        }
        Ok(self)
    }

    /// The register's entry that governs the document: of the day of issue, or else of the day of the exam.
    fn entry(&self) -> Option<&EntryFacts> {
        p1_register::entry_on(&self.profession, self.validity.issued_on)
            .or_else(|| p1_register::entry_on(&self.profession, self.centre.procedure_date))
    }

    /// The mode of the entry that governs the document. `None` where the register has no such entry: the part about the
    /// profession says so.
    fn mode(&self) -> Option<ModeFacts> {
        self.entry().map(|entry| ModeFacts { mode: entry.mode, other_law: entry.other_law.clone() })
    }
}

/// `ask.is-document-good`: the signature is valid, and the document passes every check of the Law that a verification makes:
/// issued while the Law was in force, the profession in the register on a voluntary basis, the basis of the exam in
/// force, the centre accredited for the profession, the names of skills complete, within its validity, not cancelled.
/// A document that must be cancelled (art. 26.2, part two) is not good without dispute.
///
/// # Errors
/// Those of the rules; facts of two parts that differ; an exam after the issue.
pub fn is_document_good(facts: &DocumentGood, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: profession, document_basis, centre, skills, validity, cancellation);
    let parts = Parts {
        profession: profession.clone(),
        basis: document_basis.clone(),
        centre: centre.clone(),
        skills: skills.clone(),
        validity: validity.clone(),
        cancellation: cancellation.clone(),
    };
    let parts = parts.joined()?;
    let cancellation = part(&DOCUMENT_CANCELLATION, &parts.cancellation, days)?;
    let owed = cancellation.outcome() == Some(Cancellation::SubjectToCancellation);
    // Whether it must be cancelled is a part of the answer: an unknown complaint leaves it open.
    let complaint = complaint_unknown(&parts.cancellation) && cancellation.is_satisfied();
    let cancellation = if complaint { Ruled::missing(&["complaint"]) } else { cancellation };
    let confirmed_on = match &parts.cancellation.complaint {
        Known::Is(complaint) => complaint.confirmed_on.some(),
        Known::None | Known::Unknown => None,
    };
    let all = all_of(judged(&parts, DOCUMENT_CANCELLATION.result(cancellation), days)?);
    let do_not_rely = || names_of(&[NextStep::DoNotRely, NextStep::AskTheCentre]);
    Ok(match (facts.signature_holds, &all.verdict) {
        (Some(false), _) => Ruled::of(Outcome::Violated)
            .with("next", do_not_rely())
            .step(Step::new("signature-does-not-hold"))
            .of_parts(all.parts),
        (None, Verdict::Satisfied | Verdict::Contestable(_)) => Ruled::missing(&["signature_holds"])
            .with("next", names_of(&[NextStep::FindOutWhatIsMissing]))
            .of_parts(all.parts),
        (None, Verdict::Violated) => {
            all.ruled().with("next", do_not_rely()).step(Step::new("signature-not-looked-at"))
        }
        (Some(true), Verdict::Violated) => all.ruled().with("next", do_not_rely()),
        (Some(true), Verdict::Satisfied | Verdict::Contestable(_)) if owed => {
            let mut readings = match &all.verdict {
                Verdict::Contestable(readings) => readings.clone(),
                Verdict::Satisfied | Verdict::Violated | Verdict::Undetermined(_) => Vec::new(),
            };
            readings.extend(owed_readings(confirmed_on));
            all.ruled::<Outcome>()
                .decided(Outcome::SubjectToCancellation)
                .disputed(readings)
                .with("next", do_not_rely())
        }
        (None, Verdict::Undetermined(_))
        | (Some(true), Verdict::Satisfied | Verdict::Contestable(_) | Verdict::Undetermined(_)) => {
            combine(all.parts, &[NextStep::RelyOnIt])
        }
    })
}

/// The parts, in the order of the checks of a verification.
fn judged(
    parts: &Parts,
    cancellation: RuleResult,
    days: &WorkingDays,
) -> Result<Vec<RuleResult>, FactsError> {
    let (issued_on, exam_on) = (parts.validity.issued_on, parts.centre.procedure_date);
    let law = InForce { first_published_on: Some(first_published_on()), as_of: issued_on };
    let exam = ("procedure_date", exam_on);
    let mut results = alloc::vec![
        ENTRY_INTO_FORCE.result(part(&ENTRY_INTO_FORCE, &law, days)?),
        PROFESSION_RECOGNISABLE.result(used_by(
            &PROFESSION_RECOGNISABLE,
            p1_register::recognised(&parts.profession, exam, days),
        )?),
    ];
    if let Some(mode) = parts.mode() {
        results.push(MANDATORY_OTHER_LAW.result(part(&MANDATORY_OTHER_LAW, &mode, days)?));
    }
    results.push(DOCUMENT_BASIS.result(part(&DOCUMENT_BASIS, &parts.basis, days)?));
    let centre = used_by(&CENTRE_CONDUCTS, p3_centre::decided(&parts.centre, issued_on))?;
    // Without the day of issue it is unknown whether the centre kept its accreditation until the decision.
    let open = issued_on.is_none() && !matches!(centre.answer(), RuleAnswer::Violated);
    let centre = if open { Ruled::missing(&["issued_on"]) } else { centre };
    results.extend([
        CENTRE_CONDUCTS.result(centre),
        SKILL_DOCUMENT_FIELDS.result(part(&SKILL_DOCUMENT_FIELDS, &parts.skills, days)?),
        DOCUMENT_VALIDITY.result(part(&DOCUMENT_VALIDITY, &parts.validity, days)?),
        cancellation,
    ]);
    Ok(results)
}

/// The readings of a document that must be cancelled and is not yet: the register's entry cancels it, or the confirmation does.
fn owed_readings(confirmed_on: Option<Date>) -> [Reading; 2] {
    let facts = || Facts::new().with_some("confirmed_on", confirmed_on);
    [
        Reading { reading: "cancelled-by-the-entry", satisfied: true, facts: facts() },
        Reading { reading: "cancelled-by-the-confirmation", satisfied: false, facts: facts() },
    ]
}
