//! The rules of the Law, on attested attributes only.

use super::{Made, Run};
use crate::calendar::{Date, Term, Timestamp};
use crate::error::PageError;
use crate::law;
use crate::law::Ruling;
use crate::law::articles::a15_recognition::{p1_register, p3_centre, p4_basis, p5_other_law};
use crate::law::articles::a20_skills::{self, SkillNames};
use crate::law::articles::a21_document::p5_validity;
use crate::law::articles::a26_end_of_accreditation::p2_part2_cancelled_documents;
use crate::law::articles::a31_entry_into_force;
use crate::snapshot::Pages;
use crate::snapshot::rows::ProfessionVersion;
use crate::snapshot::verified::{DocumentAttributes, StatedEnd};
use crate::verdict::{CheckAnswer, CheckId, Facts, MissingForCheck, Reason};

impl<P: Pages> Run<'_, P> {
    /// Checks that the day of issue is not in the future, nor before the day of the exam.
    pub(super) fn issue_date(&self, attested: &DocumentAttributes) -> Made {
        let facts = Facts::new()
            .with("issued_on", attested.issued_on)
            .with("today", self.today)
            .with("exam_on", attested.exam_on);
        if attested.exam_on > attested.issued_on {
            return Made::new(CheckAnswer::Violated, facts.with("reason", Reason::ExamAfterIssue));
        }
        Made::new(CheckAnswer::from_bool(attested.issued_on <= self.today), facts)
    }

    /// Checks that the Law was in force on the day of issue.
    pub(super) fn law_in_force(&self, attested: &DocumentAttributes) -> Made {
        let published = a31_entry_into_force::first_published_on();
        a31_entry_into_force::entry_into_force(published, attested.issued_on).into()
    }

    /// Checks the profession's entry on the days of exam and issue. Facts dated after the snapshot are unknown.
    pub(super) fn profession(&self, attested: &DocumentAttributes) -> Made {
        let (issued_on, as_of) = (attested.issued_on, self.snapshot.manifest().as_of);
        match &self.found.profession {
            Err(error) => self.unusable(*error, Facts::new()),
            Ok(_) if issued_on > as_of.date() => {
                let facts = Facts::new().with("issued_on", issued_on).with("as_of", as_of);
                Made::missing(MissingForCheck::NewerSnapshot, facts)
            }
            Ok(profession) => {
                let (code, exam_on) = (&attested.profession, attested.exam_on);
                let ruling =
                    p1_register::profession_of_document(code, profession.as_deref(), exam_on, issued_on);
                known_at(ruling, issued_on, as_of)
            }
        }
    }

    /// Checks that recognition in the profession was voluntary on the day of issue.
    pub(super) fn mode(&self, attested: &DocumentAttributes) -> Made {
        match self.version(attested) {
            Some(version) => p5_other_law::mandatory_other_law(&version.mode).into(),
            None => self.blocked(CheckId::Profession).into(),
        }
    }

    /// Checks the basis of the exam on the day of the exam.
    pub(super) fn basis(&self, attested: &DocumentAttributes) -> Made {
        let (exam_on, as_of) = (attested.exam_on, self.snapshot.manifest().as_of);
        match &self.found.profession {
            Ok(None) | Err(_) => self.blocked(CheckId::Profession).into(),
            Ok(Some(_)) if exam_on > as_of.date() => {
                Made::missing(MissingForCheck::NewerSnapshot, Facts::new().with("exam_on", exam_on))
            }
            Ok(Some(entry)) => {
                known_at(p4_basis::basis(&attested.basis, &entry.bases, exam_on), exam_on, as_of)
            }
        }
    }

    /// Checks that the centre was accredited on the day of the exam and until the issue.
    pub(super) fn centre(&self, attested: &DocumentAttributes) -> Made {
        let (exam_on, issued_on) = (attested.exam_on, attested.issued_on);
        let as_of = self.snapshot.centres().as_of;
        let (bin, serial) = (attested.centre.as_str(), attested.accreditation.as_str());
        if exam_on > as_of.date() {
            let facts = Facts::new().with("centre", bin).with("exam_on", exam_on);
            return Made::missing(MissingForCheck::NewerSnapshot, facts);
        }
        let found = match &self.found.centre {
            Ok(centre) => {
                let scope = self.snapshot.kept_scope(bin, serial, &attested.profession);
                scope.map(|scope| (centre.as_deref(), scope))
            }
            Err(error) => Err(*error),
        };
        match found {
            Ok((centre, scope)) => {
                let scope = scope.as_deref();
                let ruling = p3_centre::centre_of_document(bin, centre, serial, scope, exam_on, issued_on);
                known_at(ruling, exam_on, as_of)
            }
            Err(error) => self.unusable(error, Facts::new()),
        }
    }

    /// Checks that the register names what a document on skills must name.
    pub(super) fn skill_fields(&self, attested: &DocumentAttributes) -> Made {
        if attested.skills.is_empty() {
            return a20_skills::skill_document_fields(None).into();
        }
        match self.skill_names(attested) {
            Ok(named) => {
                let ruling = a20_skills::skill_document_fields(Some(named));
                known_at(ruling, attested.issued_on, self.snapshot.manifest().as_of)
            }
            Err(error) => self.unusable(error, Facts::new()),
        }
    }

    fn skill_names(&self, attested: &DocumentAttributes) -> Result<SkillNames, PageError> {
        let named = self.found.profession.as_ref().map_err(|error| *error)?.is_some();
        let (profession, edition) = (attested.profession.as_str(), attested.edition.as_str());
        let mut skills = true;
        for skill in &attested.skills {
            skills &= self.snapshot.skill(profession, edition, skill)?.is_some();
        }
        let qualification = match &attested.qualification {
            Some(code) => self.snapshot.kept_qualification(profession, edition, code)?.is_some(),
            None => false,
        };
        Ok(SkillNames { skills, qualification, profession: named })
    }

    /// Checks that the document is within its validity on the day asked about.
    pub(super) fn validity(&self, attested: &DocumentAttributes) -> Made {
        let issued_on = attested.issued_on;
        if self.on < issued_on && issued_on > self.today {
            // Not issued yet: the check of the day of issue reports that.
            return self.blocked(CheckId::DocumentIssueDate).into();
        }
        let term = self.version(attested).map(|version| version.term);
        p5_validity::document_validity(issued_on, stated_end(attested, term), term, self.on).into()
    }

    /// Checks that the document is not cancelled on the day asked about.
    pub(super) fn cancellation(&self) -> Made {
        let Ok(Some(listed)) = &self.found.record.listed else {
            return self.blocked(CheckId::RegisterListed).into();
        };
        match self.snapshot.cancellations(listed.place) {
            Ok(list) => {
                let as_of = self.snapshot.manifest().as_of;
                let made: Made =
                    p2_part2_cancelled_documents::document_cancellation(&list, self.on, self.today, as_of)
                        .into();
                let in_effect = list.iter().any(|one| one.is_replaced() && one.on <= self.on);
                if made.answer == CheckAnswer::Violated && in_effect {
                    made.because(Reason::Replaced)
                } else {
                    made
                }
            }
            Err(error) => self.unusable(error, Facts::new()),
        }
    }

    /// The version of the profession's entry that governs the document, if the snapshot knows the day of issue.
    fn version(&self, attested: &DocumentAttributes) -> Option<&ProfessionVersion> {
        let known = attested.issued_on <= self.snapshot.manifest().as_of.date();
        let entry = self.found.profession.as_ref().ok()?.as_deref().filter(|_| known)?;
        p1_register::version_of_document(entry, attested.exam_on, attested.issued_on)
    }
}

impl From<Ruling> for Made {
    fn from(ruling: Ruling) -> Self {
        let answer = match ruling.answer {
            law::RuleAnswer::Satisfied => CheckAnswer::Satisfied,
            law::RuleAnswer::Violated => CheckAnswer::Violated,
            law::RuleAnswer::Undetermined(missing) => {
                CheckAnswer::Undetermined(missing.into_iter().map(missing_in_law).collect())
            }
            law::RuleAnswer::Contestable(readings) => CheckAnswer::Contestable(readings),
            law::RuleAnswer::NotApplicable => CheckAnswer::NotApplicable(None),
        };
        Self::new(answer, ruling.value)
    }
}

/// A ruling about a day on facts known at `as_of`. If the day was not over then, a violation is not final.
fn known_at(ruling: Ruling, day: Date, as_of: Timestamp) -> Made {
    let Made { answer, facts } = ruling.into();
    match answer {
        CheckAnswer::Violated if day >= as_of.date() => Made::missing(MissingForCheck::NewerSnapshot, facts),
        CheckAnswer::Satisfied
        | CheckAnswer::Violated
        | CheckAnswer::Undetermined(_)
        | CheckAnswer::Contestable(_)
        | CheckAnswer::NotApplicable(_) => Made::new(answer, facts),
    }
}

/// What a rule lacked, as what its check lacks. The verification gives every fact, so the other reasons are faults of the
/// program.
const fn missing_in_law(missing: law::MissingForRule) -> MissingForCheck {
    match missing {
        law::MissingForRule::Future => MissingForCheck::Future,
        law::MissingForRule::OtherLaw => MissingForCheck::OtherLaw,
        law::MissingForRule::RegisterTerm => MissingForCheck::RegisterTerm,
        law::MissingForRule::Fact(_)
        | law::MissingForRule::HumanDecision
        | law::MissingForRule::NewerRegister
        | law::MissingForRule::OrderOfEvents
        | law::MissingForRule::WorkingDayCalendar => MissingForCheck::CheckNotMade,
    }
}

/// The end of validity that the document or its record states. A record holds the register's term of the day of issue; if
/// the register now has another term, or none, the record's counts as stated.
pub(super) fn stated_end(attested: &DocumentAttributes, register: Option<Term>) -> StatedEnd {
    match attested.end {
        StatedEnd::On(_) | StatedEnd::Unlimited => attested.end,
        StatedEnd::ByRegister => match attested.term.filter(|term| register != Some(*term)) {
            Some(term) => term.last_day(attested.issued_on).map_or(StatedEnd::Unlimited, StatedEnd::On),
            None => StatedEnd::ByRegister,
        },
    }
}
