//! The verification: what was presented, a snapshot and a question in; a verdict out.
//!
//! This is the one place that sees every stage, in their order: the snapshot itself, the document and its
//! signature, the register's record, the rules of the Law. Each step enters its findings in the ledger; a step
//! that cannot be made says which finding stood in its way.

mod compare;
mod shown;

use alloc::vec;

use crate::calendar::{Date, Timestamp};
use crate::crypto::KeyId;
use crate::document::text::{Presented, Unverified};
use crate::error::PageError;
use crate::law;
use crate::law::Ruling;
use crate::law::document::SkillNames;
use crate::snapshot::rows::{IssuingKey, Profession};
use crate::snapshot::verified::{Attested, NoRecord, Verified};
use crate::snapshot::{Located, Pages, Snapshot};
use crate::verdict::{Answer, CheckId, Facts, Frame, Freshness, Ledger, Verdict, conclude};

/// What a caller accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The oldest knowledge that still decides.
    pub accept: Freshness,
    /// Seconds after a missed update during which knowledge counts as merely late.
    pub grace: u64,
}

impl Default for Policy {
    /// Late knowledge is accepted, with a grace of seven days.
    fn default() -> Self {
        Self { accept: Freshness::Late, grace: 7 * 86_400 }
    }
}

/// What is asked about a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The day asked about; `None` for today.
    pub on: Option<Date>,
    /// The device's clock.
    pub clock: Timestamp,
    /// What the caller accepts.
    pub policy: Policy,
}

/// Verifies what was presented.
pub fn verify<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented, question: &Question) -> Verdict {
    let today = snapshot.now(question.clock).date();
    let on = question.on.unwrap_or(today);
    let mut run = Run { snapshot, presented, on, today, ledger: Ledger::new() };

    let freshness = run.check_snapshot(question);
    run.check_readable();
    let key = run.check_key();
    let signed = run.check_signature(key.as_ref());
    let located = run.check_listed();
    let record = run.check_code(located.as_ref());
    let verified = record.as_ref().or(signed.as_ref());
    run.compare_with_record(located.as_ref(), record.as_ref());
    let profession = run.check_law(verified);
    run.check_cancellation(located.as_ref());

    let document = run.shown(verified.map(Verified::attested), profession.as_ref());
    run.ledger.enter(CheckId::SnapshotAuthentic, Answer::Satisfied, Facts::new());
    run.ledger.enter(CheckId::SnapshotComplete, Answer::Satisfied, Facts::new());
    conclude(
        run.ledger,
        Frame {
            as_of: snapshot.manifest().as_of,
            evaluated_on: on,
            freshness,
            document,
            typed: matches!(presented, Presented::Typed(_)),
        },
    )
}

/// One verification under way.
struct Run<'a, P> {
    snapshot: &'a Snapshot<P>,
    presented: &'a Presented,
    on: Date,
    today: Date,
    ledger: Ledger,
}

impl<P: Pages> Run<'_, P> {
    fn enter(&mut self, check: CheckId, answer: Answer, facts: Facts) {
        self.ledger.enter(check, answer, facts);
    }

    fn enter_ruling(&mut self, check: CheckId, ruling: Ruling) {
        self.ledger.enter(check, ruling.answer, ruling.facts);
    }

    /// The answer of a check that another finding stands in the way of.
    fn blocked(&self, by: CheckId) -> Answer {
        match self.ledger.answer(by) {
            Some(Answer::Violated | Answer::NotApplicable(Some(_))) => Answer::NotApplicable(Some(by)),
            _ => Answer::Undetermined(vec![by.id()]),
        }
    }

    /// Takes what was looked up, or enters why a page could not be used; `Err` names that finding.
    fn looked_up<T>(&mut self, result: Result<T, PageError>) -> Result<T, CheckId> {
        result.map_err(|error| self.fault(error))
    }

    fn fault(&mut self, error: PageError) -> CheckId {
        let (check, missing) = match error {
            PageError::Missing => (CheckId::SnapshotComplete, "segment"),
            PageError::Altered => (CheckId::SnapshotAuthentic, "segment"),
            PageError::Unreadable => (CheckId::SnapshotComplete, "newer-version"),
        };
        self.enter(check, Answer::Undetermined(vec![missing]), Facts::new());
        check
    }

    fn document(&self) -> Option<&Unverified> {
        match self.presented {
            Presented::Signed(document) => Some(document),
            Presented::Typed(_) => None,
        }
    }

    /// How old the knowledge is, and whether the clock can be right.
    fn check_snapshot(&mut self, question: &Question) -> Freshness {
        let snapshot = self.snapshot;
        let (manifest, fresh) = (snapshot.manifest(), snapshot.fresh());
        let not_after = manifest.not_after.min(snapshot.centres().not_after).min(snapshot.root().expires);
        let now = snapshot.now(question.clock);
        let grade = if now > not_after {
            Freshness::Expired
        } else if now > fresh.next_update.plus_seconds(question.policy.grace) {
            Freshness::Stale
        } else if now > fresh.next_update {
            Freshness::Late
        } else {
            Freshness::Current
        };
        // About a day that the snapshot knows whole, stale knowledge is still knowledge; expired is not.
        let settled = self.on <= manifest.as_of.date() && grade < Freshness::Expired;
        let facts = Facts::new()
            .with("grade", grade.name())
            .with("accepted", question.policy.accept.name())
            .with("as_of", manifest.as_of)
            .with("next_update", fresh.next_update)
            .with("not_after", not_after);
        let answer = if grade <= question.policy.accept || settled {
            Answer::Satisfied
        } else {
            Answer::Undetermined(vec!["newer-snapshot"])
        };
        self.enter(CheckId::SnapshotFresh, answer, facts);

        let newest = snapshot.newest_signed();
        let (answer, facts) = if question.clock >= newest {
            (Answer::Satisfied, Facts::new())
        } else {
            let facts = Facts::new().with("clock", question.clock).with("newest_signed", newest);
            (Answer::Undetermined(vec!["clock"]), facts)
        };
        self.enter(CheckId::ClockPlausible, answer, facts);
        grade
    }

    fn check_readable(&mut self) {
        let Some(document) = self.document() else {
            return self.enter(CheckId::DocumentReadable, Answer::NotApplicable(None), Facts::new());
        };
        let unknown: alloc::vec::Vec<_> =
            document.claims.unknown.iter().map(alloc::string::ToString::to_string).collect();
        if unknown.is_empty() {
            self.enter(CheckId::DocumentReadable, Answer::Satisfied, Facts::new());
        } else {
            let facts = Facts::new().with("unknown_claims", unknown);
            self.enter(CheckId::DocumentReadable, Answer::Undetermined(vec!["newer-version"]), facts);
        }
    }

    /// Finds the key that is said to have signed, and checks that it may have.
    fn check_key(&mut self) -> Option<IssuingKey> {
        use CheckId::{DocumentKeyInForce, DocumentKeyKnown, DocumentKeyScope};
        let Some(document) = self.document().cloned() else {
            for check in [DocumentKeyKnown, DocumentKeyScope, DocumentKeyInForce] {
                self.enter(check, Answer::NotApplicable(None), Facts::new());
            }
            return None;
        };
        let claims = &document.claims;
        let facts = Facts::new().with("key", hex(document.key_id));
        let newer = claims.issued_on > self.snapshot.manifest().as_of.date();
        let key = match self.looked_up(self.snapshot.issuing_key(document.key_id)) {
            Ok(Some(key)) => key,
            other => {
                let answer = match other {
                    Err(fault) => Answer::Undetermined(vec![fault.id()]),
                    Ok(_) if newer => Answer::Undetermined(vec!["newer-snapshot"]),
                    Ok(_) => Answer::Violated,
                };
                self.enter(DocumentKeyKnown, answer, facts);
                let blocked = self.blocked(DocumentKeyKnown);
                self.enter(DocumentKeyScope, blocked.clone(), Facts::new());
                self.enter(DocumentKeyInForce, blocked, Facts::new());
                return None;
            }
        };
        self.enter(DocumentKeyKnown, Answer::Satisfied, facts);

        let same_centre = key.centre == claims.centre;
        let same_profession = key.professions.is_empty() || key.professions.contains(&claims.profession);
        let facts =
            Facts::new().with("key_centre", key.centre.as_str()).with("centre", claims.centre.as_str());
        let facts = facts.with("profession", claims.profession.as_str());
        let facts = match (same_centre, same_profession) {
            (false, _) => facts.with("reason", "centre"),
            (true, false) => facts.with("reason", "profession"),
            (true, true) => facts,
        };
        self.enter(DocumentKeyScope, Answer::from_bool(same_centre && same_profession), facts);

        let facts = Facts::new().with("issued_on", claims.issued_on).with("from", key.interval.from);
        let facts = facts.with_some("until", key.interval.until);
        self.enter(DocumentKeyInForce, Answer::from_bool(key.interval.contains(claims.issued_on)), facts);
        Some(key)
    }

    fn check_signature(&mut self, key: Option<&IssuingKey>) -> Option<Verified> {
        let (answer, verified) = match (self.document(), key) {
            (None, _) => (Answer::NotApplicable(None), None),
            (Some(_), None) => (self.blocked(CheckId::DocumentKeyKnown), None),
            (Some(document), Some(key)) => {
                let verified = Verified::from_signature(document, key);
                (Answer::from_bool(verified.is_some()), verified)
            }
        };
        self.enter(CheckId::DocumentSignature, answer, Facts::new());
        verified
    }

    /// Looks the number up; not listed, newer than the snapshot and outside its coverage are three answers.
    fn check_listed(&mut self) -> Option<Located> {
        let manifest = self.snapshot.manifest();
        let covered = manifest.coverage;
        let facts = Facts::new().with("as_of", manifest.as_of);
        let spanned = |facts: Facts| {
            facts.with("covered_from", covered.from).with_some("covered_through", covered.until)
        };
        let stated = match self.presented {
            Presented::Signed(document) => Some(document.claims.issued_on),
            Presented::Typed(form) => form.stated.issued_on,
        };
        let (answer, facts) = match self.looked_up(self.snapshot.document(self.presented.number())) {
            Ok(Some(located)) => {
                self.enter(CheckId::RegisterListed, Answer::Satisfied, facts);
                return Some(located);
            }
            Err(fault) => (Answer::Undetermined(vec![fault.id()]), facts),
            Ok(None) => match stated {
                Some(day) if covered.contains(day) => (Answer::Violated, facts.with("reason", "not-listed")),
                Some(day) if day < covered.from => (
                    Answer::Undetermined(vec!["wider-snapshot"]),
                    spanned(facts.with("reason", "not-covered")),
                ),
                Some(_) => (
                    Answer::Undetermined(vec!["newer-snapshot"]),
                    spanned(facts.with("reason", "newer-than-snapshot")),
                ),
                None => (
                    Answer::Undetermined(vec!["issued-on"]),
                    spanned(facts.with("reason", "issue-date-not-given")),
                ),
            },
        };
        self.enter(CheckId::RegisterListed, answer, facts);
        None
    }

    /// Opens the record with the verification code.
    fn check_code(&mut self, located: Option<&Located>) -> Option<Verified> {
        let code = self.code();
        let (answer, verified) = match (located, code) {
            (None, _) => (self.blocked(CheckId::RegisterListed), None),
            (Some(located), code) => {
                let number = self.presented.number();
                let opened = match code {
                    Some(code) => Verified::from_record(self.snapshot, located, number, &code),
                    None if located.record == crate::snapshot::Record::Plain => Err(NoRecord::Plain),
                    None => {
                        self.enter(CheckId::RegisterCode, Answer::Undetermined(vec!["code"]), Facts::new());
                        return None;
                    }
                };
                match opened {
                    Ok(opened) => (Answer::Satisfied, Some(opened.verified)),
                    Err(NoRecord::WrongCode) => (Answer::Violated, None),
                    Err(NoRecord::Plain) => (Answer::Undetermined(vec!["record-has-no-code"]), None),
                    Err(NoRecord::Unreadable) => (Answer::Undetermined(vec!["register-record"]), None),
                    Err(NoRecord::Page(error)) => (Answer::Undetermined(vec![self.fault(error).id()]), None),
                }
            }
        };
        self.enter(CheckId::RegisterCode, answer, Facts::new());
        verified
    }

    fn code(&self) -> Option<crate::document::Code> {
        match self.presented {
            Presented::Signed(document) => document.claims.code,
            Presented::Typed(form) => form.code,
        }
    }

    /// The rules of the Law, on verified attributes only; answers with the profession for its names.
    fn check_law(&mut self, verified: Option<&Verified>) -> Option<Profession> {
        use CheckId::{
            Basis, Centre, DocumentIssueDate, LawInForce, Mode, Profession, SkillFields, Validity,
        };
        let Some(attested) = verified.map(Verified::attested) else {
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
        self.enter(DocumentIssueDate, Answer::from_bool(issued_on <= self.today), facts);
        self.enter_ruling(
            LawInForce,
            law::in_force::entry_into_force(law::in_force::first_published_on(), issued_on),
        );

        let found = self.looked_up(self.snapshot.profession(&attested.profession, &attested.edition));
        let profession = match found {
            Ok(profession) => {
                let ruling = law::recognition::profession_recognisable(
                    &attested.profession,
                    profession.as_ref(),
                    issued_on,
                );
                self.enter_ruling(Profession, ruling);
                profession
            }
            Err(fault) => {
                self.enter(Profession, Answer::Undetermined(vec![fault.id()]), Facts::new());
                None
            }
        };
        let version =
            profession.as_ref().and_then(|profession| law::recognition::version_on(profession, issued_on));
        match version {
            Some(version) => self.enter_ruling(Mode, law::recognition::mandatory_other_law(&version.mode)),
            None => {
                let answer = self.blocked(Profession);
                self.enter(Mode, answer, Facts::new());
            }
        }
        match &profession {
            Some(profession) => {
                self.enter_ruling(
                    Basis,
                    law::recognition::basis(&attested.basis, profession, attested.exam_on),
                );
            }
            None => {
                let answer = self.blocked(Profession);
                self.enter(Basis, answer, Facts::new());
            }
        }
        self.check_centre(attested);
        self.check_skills(attested, profession.is_some());
        let term = version.map(|version| version.term);
        self.enter_ruling(Validity, law::document::document_validity(issued_on, attested.end, term, self.on));
        profession
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

    fn check_centre(&mut self, attested: &Attested) {
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
                self.enter_ruling(CheckId::Centre, ruling);
            }
            Err(fault) => self.enter(CheckId::Centre, Answer::Undetermined(vec![fault.id()]), Facts::new()),
        }
    }

    fn check_skills(&mut self, attested: &Attested, profession_named: bool) {
        if attested.skills.is_empty() {
            return self.enter_ruling(CheckId::SkillFields, law::document::skill_document_fields(None));
        }
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
                self.enter_ruling(CheckId::SkillFields, law::document::skill_document_fields(Some(named)))
            }
            Err(fault) => {
                self.enter(CheckId::SkillFields, Answer::Undetermined(vec![fault.id()]), Facts::new())
            }
        }
    }

    fn check_cancellation(&mut self, located: Option<&Located>) {
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

fn hex(id: KeyId) -> alloc::string::String {
    id.0.iter().map(|byte| alloc::format!("{byte:02x}")).collect()
}
