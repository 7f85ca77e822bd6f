//! What was presented against the register's record, field by field.

use alloc::string::ToString;
use alloc::vec;

use super::Run;
use crate::document::name::Script;
use crate::document::tags::NameMatch;
use crate::document::text::Presented;
use crate::document::{Code, form::Stated};
use crate::identity::Identity;
use crate::snapshot::verified::{DocumentAttributes, StatedEnd, Verified};
use crate::snapshot::{ListedDocument, Pages, Record};
use crate::sorted::sorted;
use crate::verdict::{Answer, CheckId, Fact, Facts};

const ATTRIBUTES: [CheckId; 10] = [
    CheckId::RegisterProfession,
    CheckId::RegisterQualification,
    CheckId::RegisterLevel,
    CheckId::RegisterSkills,
    CheckId::RegisterCentre,
    CheckId::RegisterAccreditation,
    CheckId::RegisterBasis,
    CheckId::RegisterExamDate,
    CheckId::RegisterIssueDate,
    CheckId::RegisterValidity,
];

impl<P: Pages> Run<'_, P> {
    /// Compares holder, name and attributes with the record; `record` is `None` where it could not be opened.
    pub(super) fn compare_with_record(
        &mut self,
        located: Option<&ListedDocument>,
        record: Option<&Verified>,
    ) {
        let stated = self.stated();
        match (located.map(|located| &located.record), record, self.code()) {
            (Some(Record::Coded { holder, name, .. }), Some(record), Some(code)) => {
                let number = self.presented.number().to_string();
                let answer = match self.holder() {
                    Some(identity) => Answer::from_bool(holder.confirms(&code, &number, identity)),
                    None => Answer::Undetermined(vec!["holder"]),
                };
                self.enter(CheckId::RegisterHolder, answer, Facts::new());
                let compare = |asked: &str| name.compare(&code, &number, asked);
                let script = self.name_script(located, &number, &code);
                self.compare_name(compare, script);
                self.compare_attributes(&stated, record.attributes());
            }
            (Some(Record::Plain), ..) => {
                self.leave_uncompared(&stated, &Answer::Undetermined(vec!["record-has-no-code"]));
            }
            (None, ..) => {
                let answer = self.blocked(CheckId::RegisterListed);
                self.leave_uncompared(&stated, &answer);
            }
            _ => {
                let answer = self.blocked(CheckId::RegisterCode);
                self.leave_uncompared(&stated, &answer);
            }
        }
    }

    fn name_script(&self, located: Option<&ListedDocument>, number: &str, code: &Code) -> Script {
        match located.map(|located| &located.record) {
            Some(Record::Coded { sealed, .. }) => {
                sealed.open(code, number).map_or(Script::Other, |attributes| attributes.name_script)
            }
            _ => Script::Other,
        }
    }

    fn holder(&self) -> Option<&Identity> {
        match self.presented {
            Presented::Signed(document) => Some(&document.claims.holder),
            Presented::Typed(form) => form.holder.as_ref(),
        }
    }

    /// What was presented, field by field; for a signed document every field counts as stated.
    fn stated(&self) -> Stated {
        match self.presented {
            Presented::Typed(form) => form.stated.clone(),
            Presented::Signed(document) => {
                let claims = document.claims.clone();
                Stated {
                    profession: Some(claims.profession),
                    edition: Some(claims.edition),
                    qualification: Some(claims.qualification.unwrap_or_default()),
                    level: Some(claims.level),
                    skills: Some(claims.skills),
                    centre: Some(claims.centre),
                    accreditation: Some(claims.accreditation),
                    basis: Some(claims.basis),
                    exam_on: Some(claims.exam_on),
                    issued_on: Some(claims.issued_on),
                    valid_until: claims.valid_until,
                }
            }
        }
    }

    /// Compares the name: of two names the one in the register's script. A name in another script cannot be
    /// compared, and a Russian spelling of a Kazakh name is possible, not certain.
    fn compare_name(&mut self, compare: impl Fn(&str) -> NameMatch, script: Script) {
        let names = match self.presented {
            Presented::Signed(document) => document.claims.names.clone(),
            Presented::Typed(form) => form.name.iter().cloned().collect(),
        };
        let same_script = names.iter().find(|name| Script::of(name) == script);
        let Some(name) = same_script.or(names.first()) else {
            return self.enter(CheckId::RegisterName, Answer::NotApplicable(None), Facts::new());
        };
        let another_script = matches!(
            (Script::of(name), script),
            (Script::Latin, Script::Cyrillic) | (Script::Cyrillic, Script::Latin)
        );
        let (answer, facts) = match compare(name) {
            NameMatch::Same => {
                self.confirmed_name = Some(name.clone());
                (Answer::Satisfied, Facts::new())
            }
            NameMatch::Possible => {
                (Answer::Undetermined(vec!["exact-spelling"]), Facts::new().with("match", "possible"))
            }
            NameMatch::Different if another_script => {
                let register = if script == Script::Latin { "latin" } else { "cyrillic" };
                (Answer::Undetermined(vec!["same-script"]), Facts::new().with("script", register))
            }
            NameMatch::Different => (Answer::Violated, Facts::new()),
        };
        self.enter(CheckId::RegisterName, answer, facts);
    }

    fn compare_attributes(&mut self, stated: &Stated, record: &DocumentAttributes) {
        use CheckId as Check;
        let whole = |code: &str, edition: &str| alloc::format!("{code} ({edition})");
        let profession = match (&stated.profession, &stated.edition) {
            (Some(code), Some(edition)) => {
                Some((whole(code, edition), whole(&record.profession, &record.edition)))
            }
            (Some(code), None) => Some((code.clone(), record.profession.clone())),
            (None, Some(edition)) => Some((edition.clone(), record.edition.clone())),
            (None, None) => None,
        };
        self.compare_one(Check::RegisterProfession, profession);
        let qualification = record.qualification.clone().unwrap_or_default();
        self.compare_one(
            Check::RegisterQualification,
            stated.qualification.clone().map(|code| (code, qualification)),
        );
        self.compare_one(
            Check::RegisterLevel,
            stated.level.clone().map(|level| (level, record.level.clone())),
        );
        self.compare_one(
            Check::RegisterSkills,
            // Their order on the paper means nothing.
            stated.skills.clone().map(|list| (sorted(list), sorted(record.skills.clone()))),
        );
        let centre = stated.centre.as_ref().map(|bin| (bin.to_string(), record.centre.to_string()));
        self.compare_one(Check::RegisterCentre, centre);
        let serial = stated.accreditation.clone().map(|serial| (serial, record.accreditation.clone()));
        self.compare_one(Check::RegisterAccreditation, serial);
        let basis = |basis: &crate::document::Basis| alloc::format!("{} ({})", basis.id, basis.kind.name());
        self.compare_one(
            Check::RegisterBasis,
            stated.basis.as_ref().map(|one| (basis(one), basis(&record.basis))),
        );
        self.compare_one(Check::RegisterExamDate, stated.exam_on.map(|day| (day, record.exam_on)));
        self.compare_one(Check::RegisterIssueDate, stated.issued_on.map(|day| (day, record.issued_on)));
        self.compare_end(stated, record);
    }

    /// The end of validity: a stated day must be the record's; a signed document that states none must have a
    /// record that states none.
    fn compare_end(&mut self, stated: &Stated, record: &DocumentAttributes) {
        let check = CheckId::RegisterValidity;
        let signed = matches!(self.presented, Presented::Signed(_));
        let by_term = record.term.and_then(|term| term.last_day(record.issued_on));
        let answer = match (stated.valid_until, record.end) {
            (Some(day), StatedEnd::On(last)) => Answer::from_bool(day == last),
            (Some(day), StatedEnd::ByRegister) => Answer::from_bool(by_term == Some(day)),
            (Some(_), StatedEnd::Unlimited) => Answer::Violated,
            (None, StatedEnd::On(_)) => {
                if signed {
                    Answer::Violated
                } else {
                    Answer::NotApplicable(None)
                }
            }
            (None, _) => {
                if signed {
                    Answer::Satisfied
                } else {
                    Answer::NotApplicable(None)
                }
            }
        };
        let register = match record.end {
            StatedEnd::On(day) => Some(Fact::Date(day)),
            StatedEnd::Unlimited => Some(Fact::Text("unlimited".to_string())),
            StatedEnd::ByRegister => by_term.map(Fact::Date),
        };
        let facts = Facts::new().with_some("stated", stated.valid_until).with_some("register", register);
        self.enter(check, answer, facts);
    }

    fn compare_one<T: PartialEq + Into<Fact>>(&mut self, check: CheckId, pair: Option<(T, T)>) {
        match pair {
            None => self.enter(check, Answer::NotApplicable(None), Facts::new()),
            Some((stated, register)) => {
                let answer = Answer::from_bool(stated == register);
                self.enter(check, answer, Facts::new().with("stated", stated).with("register", register));
            }
        }
    }

    /// Enters one answer for everything that could not be compared; what a form left out stays not applicable.
    fn leave_uncompared(&mut self, stated: &Stated, answer: &Answer) {
        let typed = matches!(self.presented, Presented::Typed(_));
        let left_out = [
            stated.profession.is_none() && stated.edition.is_none(),
            stated.qualification.is_none(),
            stated.level.is_none(),
            stated.skills.is_none(),
            stated.centre.is_none(),
            stated.accreditation.is_none(),
            stated.basis.is_none(),
            stated.exam_on.is_none(),
            stated.issued_on.is_none(),
            stated.valid_until.is_none(),
        ];
        self.enter(CheckId::RegisterHolder, answer.clone(), Facts::new());
        let nameless = matches!(self.presented, Presented::Typed(form) if form.name.is_none());
        let name = if nameless { Answer::NotApplicable(None) } else { answer.clone() };
        self.enter(CheckId::RegisterName, name, Facts::new());
        for (check, left_out) in ATTRIBUTES.into_iter().zip(left_out) {
            let answer = if typed && left_out { Answer::NotApplicable(None) } else { answer.clone() };
            self.enter(check, answer, Facts::new());
        }
    }
}
