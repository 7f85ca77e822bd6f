//! The document against the record of the register, attribute by attribute.

use alloc::string::String;

use super::found::{Found, code};
use super::{Made, Run};
use crate::calendar::Date;
use crate::document::claims::{Basis, BasisKind};
use crate::document::name::Script;
use crate::document::tags::NameMatch;
use crate::document::text::Presented;
use crate::identity::{Identity, TypedIdentity};
use crate::input::value;
use crate::snapshot::verified::{DocumentAttributes, OpenedRecord, StatedEnd};
use crate::snapshot::{Pages, Record};
use crate::sorted::sorted;
use crate::verdict::{CheckAnswer, CheckId, Fact, Facts, MissingForCheck};

/// Compares what a document states of one attribute with the record; `None` where nothing was stated. Without a record,
/// the stated value counts as different.
pub(super) type Compare = fn(&Stated<'_>, Option<&DocumentAttributes>) -> Option<Comparison>;

/// The result of comparing one attribute.
pub(super) struct Comparison {
    same: bool,
    /// Whether the stated value may have lost digits, so that a difference proves nothing.
    doubtful: bool,
    facts: Facts,
}

/// Compares values of one type.
fn plain<T: PartialEq + Into<Fact>>(stated: Option<T>, register: Option<T>) -> Option<Comparison> {
    let stated = stated?;
    let same = register.as_ref() == Some(&stated);
    let facts = Facts::new().with("stated", stated).with_some("register", register);
    Some(Comparison { same, doubtful: false, facts })
}

/// Compares codes. Those of a form are compared by `is_same`, those of a signed document byte by byte.
fn codes(
    stated: Option<&str>,
    register: Option<&str>,
    typed: bool,
    is_same: impl Fn(&str, &str) -> bool,
) -> Option<Comparison> {
    let compared = plain(stated, register)?;
    let same = typed && stated.zip(register).is_some_and(|(stated, register)| is_same(stated, register));
    Some(Comparison { same: compared.same || same, ..compared })
}

/// Returns how a typed code is compared with that of the register: the edition and the level of the record may follow it.
fn same_code_in(record: Option<&DocumentAttributes>) -> impl Fn(&str, &str) -> bool {
    let beside = record.map(|record| [record.edition.as_str(), record.level.as_str()]);
    move |stated, register| {
        value::same_code_beside(stated, register, beside.as_ref().map_or(&[], |beside| beside.as_slice()))
    }
}

/// Compares the code of the profession and the edition of the classifier, as far as they were stated.
pub(super) fn profession(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let typed = stated.typed;
    let register = record.map(|record| record.profession.as_str());
    let code = codes(stated.profession, register, typed, same_code_in(record));
    let edition = codes(stated.edition, record.map(|record| record.edition.as_str()), typed, same_level);
    let register = record.filter(|_| stated.edition.is_some()).map(|record| record.edition.as_str());
    let same = [&code, &edition].into_iter().flatten().all(|compared| compared.same);
    let facts = match (code, edition) {
        (None, None) => return None,
        (Some(code), _) => code.facts,
        (None, Some(_)) => Facts::new(),
    };
    let facts = facts.with_some("stated_edition", stated.edition).with_some("register_edition", register);
    Some(Comparison { same, doubtful: false, facts })
}

/// Compares the code of the qualification. A document without a qualification states an empty one.
pub(super) fn qualification(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let register = record.map(|record| record.qualification.as_deref().unwrap_or_default());
    codes(stated.qualification, register, stated.typed, same_code_in(record))
}

fn same_level(stated: &str, register: &str) -> bool {
    value::level(stated) == value::level(register)
}

/// Compares the level.
pub(super) fn level(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    codes(stated.level, record.map(|record| record.level.as_str()), stated.typed, same_level)
}

/// Compares the codes of the skills. Their order has no meaning.
pub(super) fn skills(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let skills = |skills: &[String]| sorted(skills.to_vec());
    let compared = plain(stated.skills.map(skills), record.map(|record| skills(&record.skills)))?;
    let same = stated.typed
        && stated.skills.zip(record).is_some_and(|(stated, record)| {
            let (typed, register) = (stated.iter(), record.skills.iter());
            stated.len() == record.skills.len()
                && typed.clone().all(|typed| register.clone().any(|own| value::same_code(typed, own)))
                && register.clone().all(|own| typed.clone().any(|typed| value::same_code(typed, own)))
        });
    Some(Comparison { same: compared.same || same, ..compared })
}

/// Compares the BIN of the centre.
pub(super) fn centre(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let register = record.map(|record| &record.centre);
    let compared = plain(stated.centre.map(Identity::as_str), register.map(Identity::as_str))?;
    // A damaged number is repaired here only: the code has opened the record that it is compared with.
    let same = stated.typed_centre.zip(register).is_some_and(|(typed, register)| typed.may_be(register));
    let doubtful = stated.typed_centre.is_some_and(|typed| typed.doubtful);
    Some(Comparison { same: compared.same || same, doubtful, ..compared })
}

/// Compares the serial number of the accreditation.
pub(super) fn accreditation(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let register = record.map(|record| record.accreditation.as_str());
    codes(stated.accreditation, register, stated.typed, value::same_code)
}

/// Compares the day of the exam.
pub(super) fn exam_date(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    plain(stated.exam_on, record.map(|record| record.exam_on))
}

/// Compares the day of issue.
pub(super) fn issue_date(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    plain(stated.issued_on, record.map(|record| record.issued_on))
}

/// Compares the identifier and the kind of the basis. A form may leave out the kind.
pub(super) fn basis(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let (kind, id) = stated.basis?;
    let register = record.map(|record| &record.basis);
    let facts = Facts::new()
        .with("stated", id)
        .with_some("stated_kind", kind.map(|kind| Fact::word(kind.name())))
        .with_some("register", register.map(|basis| basis.id.as_str()))
        .with_some("register_kind", register.map(|basis| Fact::word(basis.kind.name())));
    let is_same = |register: &&Basis| {
        let same_id = register.id == id || (stated.typed && value::code(&register.id) == value::code(id));
        same_id && kind.is_none_or(|kind| kind == register.kind)
    };
    let same = register.as_ref().is_some_and(is_same);
    Some(Comparison { same, doubtful: false, facts })
}

/// Compares the end of validity. A stated day must be the record's, or the one that the record's term gives. A signed
/// document that states no day must have a record that states none.
pub(super) fn validity(stated: &Stated<'_>, record: Option<&DocumentAttributes>) -> Option<Comparison> {
    let by_term = record.and_then(|record| record.term?.last_day(record.issued_on));
    let end = record.map(|record| record.end);
    let (day, same) = match (stated.valid_until, end) {
        (StatedDay::NotStated, _) => return None,
        (StatedDay::NoDay, Some(StatedEnd::ByRegister | StatedEnd::Unlimited)) => (None, true),
        (StatedDay::NoDay, Some(StatedEnd::On(_)) | None) => (None, false),
        (StatedDay::On(day), Some(StatedEnd::On(last))) => (Some(day), day == last),
        (StatedDay::On(day), Some(StatedEnd::ByRegister)) => (Some(day), by_term == Some(day)),
        (StatedDay::On(day), Some(StatedEnd::Unlimited) | None) => (Some(day), false),
    };
    let register = match end {
        Some(StatedEnd::On(day)) => Some(Fact::Date(day)),
        Some(StatedEnd::Unlimited) => Some(Fact::word("unlimited")),
        Some(StatedEnd::ByRegister) => by_term.map(Fact::Date),
        None => None,
    };
    let facts = Facts::new().with_some("stated", day).with_some("register", register);
    Some(Comparison { same, doubtful: false, facts })
}

/// The attributes that a document states; `None` where it states none.
pub(super) struct Stated<'a> {
    /// Whether they were typed.
    typed: bool,
    profession: Option<&'a str>,
    edition: Option<&'a str>,
    qualification: Option<&'a str>,
    level: Option<&'a str>,
    skills: Option<&'a [String]>,
    centre: Option<&'a Identity>,
    typed_centre: Option<&'a TypedIdentity>,
    accreditation: Option<&'a str>,
    /// The kind and the identifier.
    basis: Option<(Option<BasisKind>, &'a str)>,
    exam_on: Option<Date>,
    issued_on: Option<Date>,
    valid_until: StatedDay,
}

/// The last day of validity as a document states it.
#[derive(Clone, Copy)]
enum StatedDay {
    /// A form left it out.
    NotStated,
    /// A signed document has no such day.
    NoDay,
    /// This day.
    On(Date),
}

impl<'a> Stated<'a> {
    /// A signed document states every attribute, a form those that were typed.
    fn of(presented: &'a Presented) -> Self {
        match presented {
            Presented::Typed(form) => {
                let stated = &form.stated;
                Self {
                    typed: true,
                    profession: stated.profession.as_deref(),
                    edition: stated.edition.as_deref(),
                    qualification: stated.qualification.as_deref(),
                    level: stated.level.as_deref(),
                    skills: stated.skills.as_deref(),
                    centre: stated.centre.as_ref().map(|centre| &centre.number),
                    typed_centre: stated.centre.as_ref(),
                    accreditation: stated.accreditation.as_deref(),
                    basis: stated.basis.as_ref().map(|basis| (basis.kind, basis.id.as_str())),
                    exam_on: stated.exam_on,
                    issued_on: stated.issued_on,
                    valid_until: stated.valid_until.map_or(StatedDay::NotStated, StatedDay::On),
                }
            }
            Presented::Signed(document) => {
                let claims = &document.claims;
                Self {
                    typed: false,
                    profession: Some(&claims.profession),
                    edition: Some(&claims.edition),
                    qualification: Some(claims.qualification.as_deref().unwrap_or_default()),
                    level: Some(&claims.level),
                    skills: Some(&claims.skills),
                    centre: Some(&claims.centre),
                    typed_centre: None,
                    accreditation: Some(&claims.accreditation),
                    basis: Some((Some(claims.basis.kind), claims.basis.id.as_str())),
                    exam_on: Some(claims.exam_on),
                    issued_on: Some(claims.issued_on),
                    valid_until: claims.valid_until.map_or(StatedDay::NoDay, StatedDay::On),
                }
            }
        }
    }
}

/// What the tags of the record confirm of the document; nothing without an opened record.
pub(super) struct Confirmed {
    /// Whether they confirm the holder's identity number. None if the document states none.
    holder: Option<bool>,
    /// What they say about each name. A document has at most two.
    names: [NameMatch; 2],
}

impl Confirmed {
    /// Compares the tags of an opened record with the document.
    pub(super) fn by(found: &Found<'_>, presented: &Presented) -> Self {
        let none = Self { holder: None, names: [NameMatch::Different; 2] };
        let (Ok(Some(listed)), Some(Ok(_)), Some(code)) =
            (&found.record.listed, &found.record.opened, code(presented))
        else {
            return none;
        };
        let Record::Coded { holder, name, .. } = &listed.record else { return none };
        let number = presented.number();
        let mut names = [NameMatch::Different; 2];
        for (answer, stated) in names.iter_mut().zip(stated_names(presented)) {
            *answer = name.compare(&code, number, stated);
        }
        let holder = stated_holder(presented).map(|identity| holder.confirms(&code, number, identity));
        Self { holder, names }
    }

    /// Whether the holder's identity number is confirmed.
    pub(super) const fn holder(&self) -> bool {
        matches!(self.holder, Some(true))
    }

    /// What the tags say about the first name.
    const fn first_name(&self) -> NameMatch {
        let [first, _] = self.names;
        first
    }

    /// Whether each name is confirmed, exactly.
    pub(super) fn names(&self) -> impl Iterator<Item = bool> {
        self.names.into_iter().map(|answer| answer == NameMatch::Same)
    }
}

/// The holder's identity number that a document states.
const fn stated_holder(presented: &Presented) -> Option<&Identity> {
    match presented {
        Presented::Signed(document) => Some(&document.claims.holder),
        Presented::Typed(form) => match &form.holder {
            Some(holder) => Some(&holder.number),
            None => None,
        },
    }
}

/// The names that a document states.
fn stated_names(presented: &Presented) -> &[String] {
    match presented {
        Presented::Signed(document) => &document.claims.names,
        Presented::Typed(form) => form.name.as_slice(),
    }
}

impl<P: Pages> Run<'_, P> {
    /// The record to compare with.
    ///
    /// # Errors
    /// The answer for everything that was stated and cannot be compared.
    fn comparable(&self) -> Result<&OpenedRecord, CheckAnswer> {
        let Ok(Some(listed)) = &self.found.record.listed else {
            return Err(self.blocked(CheckId::RegisterListed));
        };
        match (&listed.record, &self.found.record.opened, self.code()) {
            (Record::Coded { .. }, Some(Ok(opened)), Some(_)) => Ok(opened),
            (Record::Plain, ..) => {
                Err(CheckAnswer::Undetermined(alloc::vec![MissingForCheck::RecordHasNoCode]))
            }
            (Record::Coded { .. }, Some(Ok(_)), None) | (Record::Coded { .. }, Some(Err(_)) | None, _) => {
                Err(self.blocked(CheckId::RegisterCode))
            }
        }
    }

    /// Compares one attribute with the record.
    pub(super) fn compared(&self, compare: Compare) -> Made {
        let stated = Stated::of(self.presented);
        let comparable = self.comparable();
        let record = comparable.as_ref().ok().map(|opened| opened.verified.attributes());
        match (compare(&stated, record), comparable) {
            (None, _) => CheckAnswer::NotApplicable(None).into(),
            (Some(Comparison { same: false, doubtful: true, facts }), Ok(_)) => {
                Made::missing(MissingForCheck::CompleteNumber, facts)
            }
            (Some(Comparison { same, doubtful: _, facts }), Ok(_)) => {
                Made::new(CheckAnswer::from_bool(same), facts)
            }
            (Some(_), Err(uncompared)) => uncompared.into(),
        }
    }

    /// Whether the typed identity number may have lost digits.
    const fn holder_is_doubtful(&self) -> bool {
        match self.presented {
            Presented::Signed(_) => false,
            Presented::Typed(form) => match &form.holder {
                Some(holder) => holder.doubtful,
                None => false,
            },
        }
    }

    /// Compares the holder's identity number with the tag of the record.
    pub(super) fn same_holder(&self) -> Made {
        let answer = match (self.comparable(), self.confirmed.holder) {
            // A number that may have lost digits does not prove another holder.
            (Ok(_), Some(false)) if self.holder_is_doubtful() => {
                CheckAnswer::Undetermined(alloc::vec![MissingForCheck::CompleteNumber])
            }
            (Ok(_), Some(is_confirmed)) => CheckAnswer::from_bool(is_confirmed),
            (Ok(_), None) => CheckAnswer::Undetermined(alloc::vec![MissingForCheck::Holder]),
            (Err(uncompared), _) => uncompared,
        };
        answer.into()
    }

    /// Compares the name with the tag of the record; of two names the one in the script of the register. A name in another
    /// script cannot be compared, and a Russian spelling of a Kazakh name is possible, not certain.
    pub(super) fn same_name(&self) -> Made {
        let names = stated_names(self.presented);
        let Some(first) = names.first() else { return CheckAnswer::NotApplicable(None).into() };
        let opened = match self.comparable() {
            Ok(opened) => opened,
            Err(uncompared) => return uncompared.into(),
        };
        let script = opened.name_script;
        let mut compared = names.iter().zip(self.confirmed.names);
        // Of one name there is nothing to choose.
        let chosen =
            if names.len() > 1 { compared.find(|(name, _)| Script::of(name) == script) } else { None };
        let (name, answer) = chosen.unwrap_or((first, self.confirmed.first_name()));
        match answer {
            NameMatch::Same => CheckAnswer::Satisfied.into(),
            NameMatch::Possible => {
                Made::missing(MissingForCheck::ExactSpelling, Facts::new().with("match", "possible"))
            }
            NameMatch::Different => match other_script(Script::of(name), script) {
                Some(register) => Made::missing(
                    MissingForCheck::SameScript,
                    Facts::new().with("script", Fact::word(register)),
                ),
                None => CheckAnswer::Violated.into(),
            },
        }
    }
}

/// The register's script, if a name in another one cannot be compared with its tag.
const fn other_script(name: Script, register: Script) -> Option<&'static str> {
    match (name, register) {
        (Script::Latin, Script::Cyrillic) => Some("cyrillic"),
        (Script::Cyrillic, Script::Latin) => Some("latin"),
        (Script::Latin, Script::Latin) | (Script::Cyrillic, Script::Cyrillic) => None,
        // `Script::Other` is no letters, or letters of several scripts: there is no script to ask for, so a
        // difference counts as one.
        (Script::Other, Script::Latin | Script::Cyrillic | Script::Other)
        | (Script::Latin | Script::Cyrillic, Script::Other) => None,
    }
}
