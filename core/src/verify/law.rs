//! The rules of the Law, on attested attributes only.

use super::Run;
use crate::calendar::{Date, Term, Timestamp};
use crate::error::PageError;
use crate::law;
use crate::law::Ruling;
use crate::law::document::SkillNames;
use crate::law::recognition::Dated;
use crate::snapshot::rows::Profession;
use crate::snapshot::verified::{DocumentAttributes, StatedEnd};
use crate::snapshot::{ListedDocument, Pages};
use crate::verdict::{Answer, CheckId, Facts, Missing, Reason};

impl<P: Pages> Run<'_, P> {
    /// Applies the rules of the Law. Returns the profession's entry in the register, for its names.
    pub(super) fn check_law(&mut self, attested: Option<&DocumentAttributes>) -> Option<Profession> {
        use CheckId::{
            Basis, Centre, DocumentIssueDate, LawInForce, Mode, Profession, SkillFields, Validity,
        };
        let Some(attested) = attested else {
            let by = self.why_not_attested();
            for check in
                [DocumentIssueDate, LawInForce, Profession, Mode, Basis, Centre, SkillFields, Validity]
            {
                self.record_blocked(check, by);
            }
            return None;
        };
        let issued_on = attested.issued_on;
        let facts = Facts::new().with("issued_on", issued_on).with("today", self.today);
        let facts = facts.with("exam_on", attested.exam_on);
        let (issued, facts) = match (issued_on <= self.today, attested.exam_on <= issued_on) {
            (_, false) => (false, facts.with("reason", Reason::ExamAfterIssue)),
            (issued, true) => (issued, facts),
        };
        self.record(DocumentIssueDate, Answer::from_bool(issued), facts);
        let published = law::in_force::first_published_on();
        self.record_ruling(LawInForce, law::in_force::entry_into_force(published, issued_on));
        let (profession, term) = self.check_profession(attested);
        self.check_centre(attested);
        self.check_skills(attested, profession.as_ref());
        if self.on < issued_on && issued_on > self.today {
            // Not issued yet: the check of the day of issue reports that.
            self.record_blocked(Validity, DocumentIssueDate);
        } else {
            let end = stated_end(attested, term);
            self.record_ruling(Validity, law::document::document_validity(issued_on, end, term, self.on));
        }
        profession.ok().flatten()
    }

    /// Checks the profession's entry on the day of issue, its mode and its standards. Returns the entry (or the check that
    /// reports why it could not be read) and the register's term. Facts dated after the snapshot are unknown.
    fn check_profession(
        &mut self,
        attested: &DocumentAttributes,
    ) -> (Result<Option<Profession>, CheckId>, Option<Term>) {
        use CheckId::{Basis, Mode, Profession};
        let issued_on = attested.issued_on;
        let found = self.looked_up(self.snapshot.profession(&attested.profession, &attested.edition));
        let as_of = self.snapshot.manifest().as_of;
        let known = issued_on <= as_of.date();
        match &found {
            Err(fault) => self.record_missing(Profession, Missing::Check(*fault), Facts::new()),
            Ok(_) if !known => {
                let facts = Facts::new().with("issued_on", issued_on).with("as_of", as_of);
                self.record_missing(Profession, Missing::NewerSnapshot, facts);
            }
            Ok(profession) => {
                let code = &attested.profession;
                let ruling = law::recognition::profession_recognisable(
                    code,
                    profession.as_ref(),
                    Dated("issued_on", issued_on),
                );
                self.record_ruling_known_at(Profession, ruling, issued_on, as_of);
            }
        }
        let entry = found.as_ref().ok().and_then(Option::as_ref);
        let version =
            entry.filter(|_| known).and_then(|entry| law::recognition::version_on(entry, issued_on));
        match version {
            Some(version) => self.record_ruling(Mode, law::recognition::mandatory_other_law(&version.mode)),
            None => self.record_blocked(Mode, Profession),
        }
        match entry {
            Some(_) if attested.exam_on > as_of.date() => {
                let facts = Facts::new().with("exam_on", attested.exam_on);
                self.record_missing(Basis, Missing::NewerSnapshot, facts);
            }
            Some(entry) => {
                let ruling = law::recognition::basis(&attested.basis, entry, attested.exam_on);
                self.record_ruling_known_at(Basis, ruling, attested.exam_on, as_of);
            }
            None => self.record_blocked(Basis, Profession),
        }
        let term = version.map(|version| version.term);
        (found, term)
    }

    /// The check that reports why no attributes are attested.
    fn why_not_attested(&self) -> CheckId {
        let order = [
            CheckId::RegisterListed,
            CheckId::RegisterCode,
            CheckId::DocumentKeyKnown,
            CheckId::DocumentSignature,
        ];
        let open = |check: &CheckId| {
            !matches!(self.findings.answer(*check), Some(Answer::Satisfied | Answer::NotApplicable(None)))
        };
        order.into_iter().find(open).unwrap_or(CheckId::DocumentSignature)
    }

    fn check_centre(&mut self, attested: &DocumentAttributes) {
        let (bin, serial) = (attested.centre.as_str(), attested.accreditation.as_str());
        if attested.exam_on > self.snapshot.centres().as_of.date() {
            let facts = Facts::new().with("centre", bin).with("exam_on", attested.exam_on);
            return self.record_missing(CheckId::Centre, Missing::NewerSnapshot, facts);
        }
        let centre = self.snapshot.centre(bin);
        let found =
            centre.and_then(|centre| Ok((centre, self.snapshot.scope(bin, serial, &attested.profession)?)));
        match self.looked_up(found) {
            Ok((centre, scope)) => {
                let ruling = law::recognition::centre_conducts(
                    bin,
                    centre.as_ref(),
                    serial,
                    scope.as_ref(),
                    attested.exam_on,
                );
                let as_of = self.snapshot.centres().as_of;
                self.record_ruling_known_at(CheckId::Centre, ruling, attested.exam_on, as_of);
            }
            Err(fault) => self.record_missing(CheckId::Centre, Missing::Check(fault), Facts::new()),
        }
    }

    fn check_skills(
        &mut self,
        attested: &DocumentAttributes,
        profession: Result<&Option<Profession>, &CheckId>,
    ) {
        if attested.skills.is_empty() {
            return self.record_ruling(CheckId::SkillFields, law::document::skill_document_fields(None));
        }
        let profession_named = match profession {
            Ok(profession) => profession.is_some(),
            Err(fault) => {
                return self.record_missing(CheckId::SkillFields, Missing::Check(*fault), Facts::new());
            }
        };
        let (profession, edition) = (attested.profession.as_str(), attested.edition.as_str());
        let named = || -> Result<SkillNames, PageError> {
            let mut skills = true;
            for skill in &attested.skills {
                skills &= self.snapshot.skill(profession, edition, skill)?.is_some();
            }
            let qualification = match &attested.qualification {
                Some(code) => self.snapshot.qualification(profession, edition, code)?.is_some(),
                None => false,
            };
            Ok(SkillNames { skills, qualification, profession: profession_named })
        };
        let named = named();
        match self.looked_up(named) {
            Ok(named) => {
                let ruling = law::document::skill_document_fields(Some(named));
                let as_of = self.snapshot.manifest().as_of;
                self.record_ruling_known_at(CheckId::SkillFields, ruling, attested.issued_on, as_of);
            }
            Err(fault) => {
                self.record_missing(CheckId::SkillFields, Missing::Check(fault), Facts::new());
            }
        }
    }

    pub(super) fn check_cancellation(&mut self, located: Option<&ListedDocument>) {
        let Some(located) = located else {
            return self.record_blocked(CheckId::Cancellation, CheckId::RegisterListed);
        };
        let as_of = self.snapshot.manifest().as_of;
        match self.looked_up(self.snapshot.cancellations(located.place)) {
            Ok(list) => {
                let ruling = law::revocation::document_cancellation(&list, self.on, self.today, as_of);
                self.record_ruling(CheckId::Cancellation, ruling);
            }
            Err(fault) => {
                self.record_missing(CheckId::Cancellation, Missing::Check(fault), Facts::new());
            }
        }
    }
}

impl<P: Pages> Run<'_, P> {
    fn record_ruling(&mut self, check: CheckId, ruling: Ruling) {
        let (answer, facts) = from_law(ruling);
        self.record(check, answer, facts);
    }

    /// Records a ruling about a day on facts known at `as_of`. If the day was not over then, a violation is not final.
    fn record_ruling_known_at(&mut self, check: CheckId, ruling: Ruling, day: Date, as_of: Timestamp) {
        match from_law(ruling) {
            (Answer::Violated, facts) if day >= as_of.date() => {
                self.record_missing(check, Missing::NewerSnapshot, facts);
            }
            (answer, facts) => self.record(check, answer, facts),
        }
    }
}

/// A ruling of the Law as the answer and the facts of a check.
fn from_law(ruling: Ruling) -> (Answer, Facts) {
    let answer = match ruling.answer {
        law::Answer::Satisfied => Answer::Satisfied,
        law::Answer::Violated => Answer::Violated,
        law::Answer::Undetermined(missing) => {
            Answer::Undetermined(missing.into_iter().map(missing_in_law).collect())
        }
        law::Answer::Contestable(readings) => Answer::Contestable(readings),
        law::Answer::NotApplicable => Answer::NotApplicable(None),
    };
    (answer, ruling.value)
}

/// What a rule lacked, as what its check lacks. The verification gives every fact, so the other reasons are faults of the
/// program.
const fn missing_in_law(missing: law::Missing) -> Missing {
    match missing {
        law::Missing::Future => Missing::Future,
        law::Missing::OtherLaw => Missing::OtherLaw,
        law::Missing::RegisterTerm => Missing::RegisterTerm,
        law::Missing::Fact(_)
        | law::Missing::HumanDecision
        | law::Missing::NewerRegister
        | law::Missing::OrderOfEvents
        | law::Missing::WorkingDayCalendar => Missing::CheckNotMade,
    }
}

/// The end of validity that the document or its record states. A record holds the register's term of the day of issue; if
/// the register now has another term, or none, the record's counts as stated.
pub(super) fn stated_end(attested: &DocumentAttributes, register: Option<Term>) -> StatedEnd {
    match (attested.end, attested.term) {
        (StatedEnd::ByRegister, Some(term)) if register != Some(term) => {
            term.last_day(attested.issued_on).map_or(StatedEnd::Unlimited, StatedEnd::On)
        }
        (end, _) => end,
    }
}
