//! The rules of the Law, on verified attributes only.

use alloc::vec;

use super::Run;
use crate::calendar::{Date, Term, Timestamp};
use crate::error::PageError;
use crate::law;
use crate::law::Ruling;
use crate::law::document::SkillNames;
use crate::law::recognition::Dated;
use crate::snapshot::rows::Profession;
use crate::snapshot::verified::{DocumentAttributes, StatedEnd, Verified};
use crate::snapshot::{ListedDocument, Pages};
use crate::verdict::{Answer, CheckId, Facts};

impl<P: Pages> Run<'_, P> {
    /// The rules of the Law, on verified attributes only; answers with the profession for its names.
    pub(super) fn check_law(&mut self, verified: Option<&Verified>) -> Option<Profession> {
        use CheckId::{
            Basis, Centre, DocumentIssueDate, LawInForce, Mode, Profession, SkillFields, Validity,
        };
        let Some(attested) = verified.map(Verified::attributes) else {
            let by = self.why_unverified();
            for check in
                [DocumentIssueDate, LawInForce, Profession, Mode, Basis, Centre, SkillFields, Validity]
            {
                let answer = self.blocked(by);
                self.enter(check, answer, Facts::new());
            }
            return None;
        };
        let issued_on = attested.issued_on;
        let facts = Facts::new().with("issued_on", issued_on).with("today", self.today);
        let facts = facts.with("exam_on", attested.exam_on);
        let (issued, facts) = match (issued_on <= self.today, attested.exam_on <= issued_on) {
            (_, false) => (false, facts.with("reason", "exam-after-issue")),
            (issued, true) => (issued, facts),
        };
        self.enter(DocumentIssueDate, Answer::from_bool(issued), facts);
        let published = law::in_force::first_published_on();
        self.enter_ruling(LawInForce, law::in_force::entry_into_force(published, issued_on));
        let (profession, term) = self.check_profession(attested);
        self.check_centre(attested);
        self.check_skills(attested, profession.as_ref());
        if self.on < issued_on && issued_on > self.today {
            // Not issued yet: the day of issue says it, and nothing is added by saying it twice.
            let answer = self.blocked(DocumentIssueDate);
            self.enter(Validity, answer, Facts::new());
        } else {
            let end = stated_end(attested, term);
            self.enter_ruling(Validity, law::document::document_validity(issued_on, end, term, self.on));
        }
        profession.ok().flatten()
    }

    /// The profession's entry on the day of issue, its mode, its standards; answers with the entry (or the finding that
    /// kept it from being read) and the register's term. Of days after the snapshot nothing is known.
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
            Err(fault) => self.enter(Profession, Answer::Undetermined(vec![fault.id()]), Facts::new()),
            Ok(_) if !known => {
                let facts = Facts::new().with("issued_on", issued_on).with("as_of", as_of);
                self.enter(Profession, Answer::Undetermined(vec!["newer-snapshot"]), facts);
            }
            Ok(profession) => {
                let code = &attested.profession;
                let ruling = law::recognition::profession_recognisable(
                    code,
                    profession.as_ref(),
                    Dated("issued_on", issued_on),
                );
                let ruling = as_known(ruling, issued_on, as_of);
                self.enter_ruling(Profession, ruling);
            }
        }
        let entry = found.as_ref().ok().and_then(Option::as_ref);
        let version =
            entry.filter(|_| known).and_then(|entry| law::recognition::version_on(entry, issued_on));
        match version {
            Some(version) => self.enter_ruling(Mode, law::recognition::mandatory_other_law(&version.mode)),
            None => {
                let answer = self.blocked(Profession);
                self.enter(Mode, answer, Facts::new());
            }
        }
        match entry {
            Some(_) if attested.exam_on > as_of.date() => {
                let facts = Facts::new().with("exam_on", attested.exam_on);
                self.enter(Basis, Answer::Undetermined(vec!["newer-snapshot"]), facts);
            }
            Some(entry) => {
                let ruling = law::recognition::basis(&attested.basis, entry, attested.exam_on);
                self.enter_ruling(Basis, as_known(ruling, attested.exam_on, as_of));
            }
            None => {
                let answer = self.blocked(Profession);
                self.enter(Basis, answer, Facts::new());
            }
        }
        let term = version.map(|version| version.term);
        (found, term)
    }

    /// The finding that kept the attributes from being believed.
    fn why_unverified(&self) -> CheckId {
        let order = [
            CheckId::RegisterListed,
            CheckId::RegisterCode,
            CheckId::DocumentKeyKnown,
            CheckId::DocumentSignature,
        ];
        let open = |check: &CheckId| {
            !matches!(self.ledger.answer(*check), Some(Answer::Satisfied | Answer::NotApplicable(None)))
        };
        order.into_iter().find(open).unwrap_or(CheckId::DocumentSignature)
    }

    fn check_centre(&mut self, attested: &DocumentAttributes) {
        let (bin, serial) = (attested.centre.as_str(), attested.accreditation.as_str());
        if attested.exam_on > self.snapshot.centres().as_of.date() {
            let facts = Facts::new().with("centre", bin).with("exam_on", attested.exam_on);
            return self.enter(CheckId::Centre, Answer::Undetermined(vec!["newer-snapshot"]), facts);
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
                self.enter_ruling(CheckId::Centre, as_known(ruling, attested.exam_on, as_of));
            }
            Err(fault) => self.enter(CheckId::Centre, Answer::Undetermined(vec![fault.id()]), Facts::new()),
        }
    }

    fn check_skills(
        &mut self,
        attested: &DocumentAttributes,
        profession: Result<&Option<Profession>, &CheckId>,
    ) {
        if attested.skills.is_empty() {
            return self.enter_ruling(CheckId::SkillFields, law::document::skill_document_fields(None));
        }
        let profession_named = match profession {
            Ok(profession) => profession.is_some(),
            Err(fault) => {
                let answer = Answer::Undetermined(vec![fault.id()]);
                return self.enter(CheckId::SkillFields, answer, Facts::new());
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
                self.enter_ruling(CheckId::SkillFields, as_known(ruling, attested.issued_on, as_of));
            }

            Err(fault) => {
                self.enter(CheckId::SkillFields, Answer::Undetermined(vec![fault.id()]), Facts::new())
            }
        }
    }

    pub(super) fn check_cancellation(&mut self, located: Option<&ListedDocument>) {
        let Some(located) = located else {
            let answer = self.blocked(CheckId::RegisterListed);
            return self.enter(CheckId::Cancellation, answer, Facts::new());
        };
        let as_of = self.snapshot.manifest().as_of;
        match self.looked_up(self.snapshot.cancellations(located.place)) {
            Ok(list) => {
                let ruling = law::revocation::document_cancellation(&list, self.on, self.today, as_of);
                self.enter_ruling(CheckId::Cancellation, ruling);
            }
            Err(fault) => {
                self.enter(CheckId::Cancellation, Answer::Undetermined(vec![fault.id()]), Facts::new())
            }
        }
    }
}

/// A ruling about a day that was not over when its facts were taken: a "no" may have become a "yes" since.
fn as_known(ruling: Ruling, day: Date, as_of: Timestamp) -> Ruling {
    if day >= as_of.date() && ruling.answer == Answer::Violated {
        Ruling::new(Answer::Undetermined(vec!["newer-snapshot"]), ruling.value)
    } else {
        ruling
    }
}

/// The end that the document or its record states. A record keeps the register's term of the day of issue; where the
/// register gives another one now, or none, the kept one counts as stated.
pub(super) fn stated_end(attested: &DocumentAttributes, register: Option<Term>) -> StatedEnd {
    match (attested.end, attested.term) {
        (StatedEnd::ByRegister, Some(kept)) if register != Some(kept) => {
            kept.last_day(attested.issued_on).map_or(StatedEnd::Unlimited, StatedEnd::On)
        }
        (end, _) => end,
    }
}
