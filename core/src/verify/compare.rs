//! The document against the record of the register, attribute by attribute.

use alloc::string::String;
use alloc::vec::Vec;

use super::Run;
use crate::calendar::Date;
use crate::document::claims::Basis;
use crate::document::name::Script;
use crate::document::tags::NameMatch;
use crate::document::text::Presented;
use crate::identity::Identity;
use crate::snapshot::verified::{DocumentAttributes, OpenedRecord, StatedEnd};
use crate::snapshot::{ListedDocument, Pages, Record};
use crate::sorted::sorted;
use crate::verdict::{Answer, CheckId, Fact, Facts, Missing};

/// An attribute that a document states and the record holds.
struct Attribute {
    check: CheckId,
    /// Compares what was stated with the record; `None` where nothing was stated. Without a record, what was stated is
    /// compared with nothing and counts as different.
    compare: fn(&Stated<'_>, Option<&DocumentAttributes>) -> Option<Comparison>,
}

/// The result of comparing one attribute.
struct Comparison {
    same: bool,
    facts: Facts,
}

/// Every compared attribute.
const ATTRIBUTES: [Attribute; 10] = [
    Attribute { check: CheckId::RegisterProfession, compare: profession },
    Attribute {
        check: CheckId::RegisterQualification,
        // A document without a qualification states an empty one.
        compare: |stated, record| {
            let register = record.map(|record| record.qualification.as_deref().unwrap_or_default());
            plain(stated.qualification, register)
        },
    },
    Attribute {
        check: CheckId::RegisterLevel,
        compare: |stated, record| plain(stated.level, record.map(|record| record.level.as_str())),
    },
    Attribute {
        check: CheckId::RegisterSkills,
        // The order of the skills has no meaning.
        compare: |stated, record| {
            let skills = |skills: &[String]| sorted(skills.to_vec());
            plain(stated.skills.map(skills), record.map(|record| skills(&record.skills)))
        },
    },
    Attribute {
        check: CheckId::RegisterCentre,
        compare: |stated, record| {
            plain(stated.centre.map(Identity::as_str), record.map(|record| record.centre.as_str()))
        },
    },
    Attribute {
        check: CheckId::RegisterAccreditation,
        compare: |stated, record| {
            plain(stated.accreditation, record.map(|record| record.accreditation.as_str()))
        },
    },
    Attribute { check: CheckId::RegisterBasis, compare: basis },
    Attribute {
        check: CheckId::RegisterExamDate,
        compare: |stated, record| plain(stated.exam_on, record.map(|record| record.exam_on)),
    },
    Attribute {
        check: CheckId::RegisterIssueDate,
        compare: |stated, record| plain(stated.issued_on, record.map(|record| record.issued_on)),
    },
    Attribute { check: CheckId::RegisterValidity, compare: validity },
];

/// Compares values of one type.
fn plain<T: PartialEq + Into<Fact>>(stated: Option<T>, register: Option<T>) -> Option<Comparison> {
    let stated = stated?;
    let same = register.as_ref() == Some(&stated);
    Some(Comparison { same, facts: Facts::new().with("stated", stated).with_some("register", register) })
}

/// Compares the code of the profession and the edition of the classifier, as far as they were stated.
fn profession(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let code = plain(stated.profession, record.map(|record| record.profession.as_str()));
    let edition = plain(stated.edition, record.map(|record| record.edition.as_str()));
    let register = record.filter(|_| stated.edition.is_some()).map(|record| record.edition.as_str());
    let same = [&code, &edition].into_iter().flatten().all(|compared| compared.same);
    let facts = match (code, edition) {
        (None, None) => return None,
        (Some(code), _) => code.facts,
        (None, Some(_)) => Facts::new(),
    };
    let facts = facts.with_some("stated_edition", stated.edition).with_some("register_edition", register);
    Some(Comparison { same, facts })
}

/// Compares the identifier and the kind of the basis.
fn basis(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let (stated, register) = (stated.basis?, record.map(|record| &record.basis));
    let facts = Facts::new()
        .with("stated", stated.id.as_str())
        .with("stated_kind", stated.kind.name())
        .with_some("register", register.map(|basis| basis.id.as_str()))
        .with_some("register_kind", register.map(|basis| basis.kind.name()));
    Some(Comparison { same: register == Some(stated), facts })
}

/// Compares the end of validity. A stated day must be the record's, or the one that the record's term gives. A signed
/// document that states no day must have a record that states none.
fn validity(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let by_term = record.and_then(|record| record.term?.last_day(record.issued_on));
    let end = record.map(|record| record.end);
    let (day, same) = match stated.valid_until {
        StatedDay::NotStated => return None,
        StatedDay::NoDay => (None, matches!(end, Some(StatedEnd::ByRegister | StatedEnd::Unlimited))),
        StatedDay::On(day) => {
            let same = match end {
                Some(StatedEnd::On(last)) => day == last,
                Some(StatedEnd::ByRegister) => by_term == Some(day),
                Some(StatedEnd::Unlimited) | None => false,
            };
            (Some(day), same)
        }
    };
    let register = match end {
        Some(StatedEnd::On(day)) => Some(Fact::Date(day)),
        Some(StatedEnd::Unlimited) => Some(Fact::from("unlimited")),
        Some(StatedEnd::ByRegister) => by_term.map(Fact::Date),
        None => None,
    };
    Some(Comparison { same, facts: Facts::new().with_some("stated", day).with_some("register", register) })
}

/// The attributes that a document states; `None` where it states none.
struct Stated<'a> {
    profession: Option<&'a str>,
    edition: Option<&'a str>,
    qualification: Option<&'a str>,
    level: Option<&'a str>,
    skills: Option<&'a [String]>,
    centre: Option<&'a Identity>,
    accreditation: Option<&'a str>,
    basis: Option<&'a Basis>,
    exam_on: Option<Date>,
    issued_on: Option<Date>,
    valid_until: StatedDay,
}

/// The last day of validity as a document states it.
enum StatedDay {
    /// A form left it out.
    NotStated,
    /// A signed document has no such day.
    NoDay,
    /// This day.
    On(Date),
}

impl<'a> Stated<'a> {
    /// A signed document states every attribute; a form those that were typed in.
    fn of(presented: &'a Presented) -> Self {
        match presented {
            Presented::Typed(form) => {
                let stated = &form.stated;
                Self {
                    profession: stated.profession.as_deref(),
                    edition: stated.edition.as_deref(),
                    qualification: stated.qualification.as_deref(),
                    level: stated.level.as_deref(),
                    skills: stated.skills.as_deref(),
                    centre: stated.centre.as_ref(),
                    accreditation: stated.accreditation.as_deref(),
                    basis: stated.basis.as_ref(),
                    exam_on: stated.exam_on,
                    issued_on: stated.issued_on,
                    valid_until: stated.valid_until.map_or(StatedDay::NotStated, StatedDay::On),
                }
            }
            Presented::Signed(document) => {
                let claims = &document.claims;
                Self {
                    profession: Some(&claims.profession),
                    edition: Some(&claims.edition),
                    qualification: Some(claims.qualification.as_deref().unwrap_or_default()),
                    level: Some(&claims.level),
                    skills: Some(&claims.skills),
                    centre: Some(&claims.centre),
                    accreditation: Some(&claims.accreditation),
                    basis: Some(&claims.basis),
                    exam_on: Some(claims.exam_on),
                    issued_on: Some(claims.issued_on),
                    valid_until: claims.valid_until.map_or(StatedDay::NoDay, StatedDay::On),
                }
            }
        }
    }
}

impl<P: Pages> Run<'_, P> {
    /// Compares the holder, the name and the attributes with the record. `opened` is the opened record; `None` where it
    /// could not be opened.
    pub(super) fn compare_with_record(
        &mut self,
        located: Option<&ListedDocument>,
        opened: Option<&OpenedRecord>,
    ) {
        match (located.map(|located| &located.record), opened, self.code()) {
            (Some(Record::Coded { holder, name, .. }), Some(opened), Some(code)) => {
                let number = self.presented.number();
                let answer = match self.holder() {
                    Some(identity) => Answer::from_bool(holder.confirms(&code, number, identity)),
                    None => Answer::Undetermined(alloc::vec![Missing::Holder]),
                };
                self.record(CheckId::RegisterHolder, answer, Facts::new());
                let compare = |asked: &str| name.compare(&code, number, asked);
                self.compare_name(compare, opened.name_script);
                self.compare_attributes(opened.verified.attributes());
            }
            (Some(Record::Plain), ..) => {
                self.leave_uncompared(&Answer::Undetermined(alloc::vec![Missing::RecordHasNoCode]));
            }
            (None, ..) => self.leave_uncompared(&self.blocked(CheckId::RegisterListed)),
            (Some(Record::Coded { .. }), ..) => self.leave_uncompared(&self.blocked(CheckId::RegisterCode)),
        }
    }

    fn holder(&self) -> Option<&Identity> {
        match self.presented {
            Presented::Signed(document) => Some(&document.claims.holder),
            Presented::Typed(form) => form.holder.as_ref(),
        }
    }

    fn names(&self) -> Vec<&str> {
        match self.presented {
            Presented::Signed(document) => document.claims.names.iter().map(String::as_str).collect(),
            Presented::Typed(form) => form.name.as_deref().into_iter().collect(),
        }
    }

    /// Compares the name; of two names the one in the script of the register. A name in another script cannot be compared,
    /// and a Russian spelling of a Kazakh name is possible, not certain.
    fn compare_name(&mut self, compare: impl Fn(&str) -> NameMatch, script: Script) {
        let check = CheckId::RegisterName;
        let names = self.names();
        let same_script = names.iter().find(|name| Script::of(name) == script);
        let Some(name) = same_script.or(names.first()) else {
            return self.record(check, Answer::NotApplicable(None), Facts::new());
        };
        let other_script = match (Script::of(name), script) {
            (Script::Latin, Script::Cyrillic) => Some("cyrillic"),
            (Script::Cyrillic, Script::Latin) => Some("latin"),
            (Script::Latin, Script::Latin) | (Script::Cyrillic, Script::Cyrillic) => None,
            // `Script::Other` is no letters, or letters of several scripts: there is no script to ask for, so a
            // difference counts as one.
            (Script::Other, _) | (_, Script::Other) => None,
        };
        match (compare(name), other_script) {
            (NameMatch::Same, _) => self.record(check, Answer::Satisfied, Facts::new()),
            (NameMatch::Possible, _) => {
                self.record_missing(check, Missing::ExactSpelling, Facts::new().with("match", "possible"));
            }
            (NameMatch::Different, Some(register)) => {
                self.record_missing(check, Missing::SameScript, Facts::new().with("script", register));
            }
            (NameMatch::Different, None) => self.record(check, Answer::Violated, Facts::new()),
        }
    }

    fn compare_attributes(&mut self, record: &DocumentAttributes) {
        let stated = Stated::of(self.presented);
        for Attribute { check, compare } in ATTRIBUTES {
            match compare(&stated, Some(record)) {
                None => self.record(check, Answer::NotApplicable(None), Facts::new()),
                Some(Comparison { same, facts }) => self.record(check, Answer::from_bool(same), facts),
            }
        }
    }

    /// Records one answer for everything that was stated and could not be compared.
    fn leave_uncompared(&mut self, answer: &Answer) {
        let stated = Stated::of(self.presented);
        self.record(CheckId::RegisterHolder, answer.clone(), Facts::new());
        let mut record = |check, stated: bool| {
            let answer = if stated { answer.clone() } else { Answer::NotApplicable(None) };
            self.findings.record(check, answer, Facts::new());
        };
        let named = match self.presented {
            Presented::Signed(_) => true,
            Presented::Typed(form) => form.name.is_some(),
        };
        record(CheckId::RegisterName, named);
        for Attribute { check, compare } in ATTRIBUTES {
            record(check, compare(&stated, None).is_some());
        }
    }
}
