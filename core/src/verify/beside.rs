//! What was stated beside a document, such as the other columns of its row in a list, against the document and the record.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::found::{Found, code};
use super::resolve::Resolved;
use super::snapshot::Faults;
use super::{Made, Run};
use crate::document::form::Form;
use crate::document::name::Script;
use crate::document::number::skeleton;
use crate::document::tags::{NameMatch, compare_names};
use crate::document::text::Presented;
use crate::error::FormField;
use crate::snapshot::Pages;
use crate::verdict::{Answer, CheckId, Fact, Facts, Findings, Missing};

/// The checks of a form that compare a field with the record, with that field.
const COMPARED: [(CheckId, FormField); 12] = [
    (CheckId::RegisterHolder, FormField::Holder),
    (CheckId::RegisterName, FormField::Name),
    (CheckId::RegisterProfession, FormField::Profession),
    (CheckId::RegisterQualification, FormField::Qualification),
    (CheckId::RegisterLevel, FormField::Level),
    (CheckId::RegisterSkills, FormField::Skills),
    (CheckId::RegisterCentre, FormField::Centre),
    (CheckId::RegisterAccreditation, FormField::Accreditation),
    (CheckId::RegisterBasis, FormField::Basis),
    (CheckId::RegisterExamDate, FormField::ExamOn),
    (CheckId::RegisterIssueDate, FormField::IssuedOn),
    (CheckId::RegisterValidity, FormField::ValidUntil),
];

impl<P: Pages> Run<'_, P> {
    /// Checks that what was stated beside the document is what the document and its record state. The stated fields are
    /// checked as a typed form of the same number would be.
    pub(super) fn stated_beside(&self) -> Made {
        let Some(beside) = self.beside else { return Answer::NotApplicable(None).into() };
        let form = Presented::Typed(Box::new(Form {
            number: self.presented.number().to_string(),
            code: code(self.presented).or(beside.code),
            ..beside.clone()
        }));
        // A damaged identity number is repaired as in a form of its own.
        let resolved = Resolved::new(self.snapshot, &form);
        let form = resolved.presented.as_ref();
        let mut inner = Run {
            presented: form,
            beside: None,
            found: Found::look_up(self.snapshot, form),
            faults: Faults::default(),
            findings: Findings::new(),
            ..*self
        };
        for check in [CheckId::RegisterListed, CheckId::RegisterCode] {
            let Made { answer, facts } = inner.make(check);
            inner.findings.record(check, answer, facts);
        }
        let mut compared = Compared::default();
        let own = skeleton(self.presented.number());
        let numbers = [&beside.numbers.formats, &beside.numbers.repairs].into_iter().flatten();
        let same_number =
            core::iter::once(&beside.number).chain(numbers).any(|stated| skeleton(stated) == own);
        compared.add(FormField::Number, &Answer::from_bool(same_number));
        let own_code = code(self.presented).zip(beside.code).map(|(own, stated)| own == stated);
        compared.add(FormField::Code, &own_code.map_or(Answer::NotApplicable(None), Answer::from_bool));
        let holder_is_same = inner.make(CheckId::RegisterHolder).answer == Answer::Satisfied;
        for (check, field) in COMPARED {
            let answer = match (field, beside.holder.is_some()) {
                // A row that states no identity number is no contradiction.
                (FormField::Holder, false) => continue,
                (FormField::Holder, true) if self.states_other_holder(beside) => Answer::Violated,
                (FormField::Name, _) => self.name_beside(beside, inner.make(check).answer, holder_is_same),
                _ => inner.make(check).answer,
            };
            compared.add(field, &answer);
        }
        compared.made()
    }

    /// Whether the document itself states another holder, which a number that lost digits cannot tell.
    fn states_other_holder(&self, beside: &Form) -> bool {
        let own = match self.presented {
            Presented::Signed(document) => Some(&document.claims.holder),
            Presented::Typed(form) => form.holder.as_ref().map(|holder| &holder.number),
        };
        own.zip(beside.holder.as_ref()).is_some_and(|(own, stated)| !stated.may_be(own) && !stated.doubtful)
    }

    /// The answer about a name. The document shows its own in clear text, so a name that may be the same is compared with that.
    /// With the holder's identity number it is enough.
    fn name_beside(&self, beside: &Form, answer: Answer, holder_is_same: bool) -> Answer {
        let names = match self.presented {
            Presented::Signed(document) => document.claims.names.as_slice(),
            Presented::Typed(form) => form.name.as_slice(),
        };
        let stated = beside.name.as_deref().unwrap_or_default();
        let script = Script::of(stated);
        let mut own = names.iter().filter(|name| Script::of(name) == script).peekable();
        let is_comparable = own.peek().is_some();
        let is_possible = own.any(|name| compare_names(stated, name) != NameMatch::Different);
        match answer {
            Answer::Violated | Answer::Undetermined(_) if is_possible => {
                if holder_is_same {
                    Answer::Satisfied
                } else {
                    Answer::Undetermined(alloc::vec![Missing::ExactSpelling])
                }
            }
            // The tag of the record cannot tell initials; the document can.
            Answer::Undetermined(_) if is_comparable => Answer::Violated,
            Answer::Satisfied
            | Answer::Violated
            | Answer::Undetermined(_)
            | Answer::Contestable(_)
            | Answer::NotApplicable(_) => answer,
        }
    }
}

/// The fields compared so far.
#[derive(Default)]
struct Compared {
    different: Vec<FormField>,
    unsure: Vec<FormField>,
    missing: Vec<Missing>,
    by: Option<CheckId>,
}

impl Compared {
    fn add(&mut self, field: FormField, answer: &Answer) {
        match answer {
            Answer::Satisfied | Answer::NotApplicable(None) => {}
            Answer::Violated => self.different.push(field),
            Answer::NotApplicable(Some(by)) => self.by = Some(*by),
            Answer::Undetermined(missing) => {
                self.unsure.push(field);
                for one in
                    missing.iter().filter(|one| !self.missing.contains(one)).copied().collect::<Vec<_>>()
                {
                    self.missing.push(one);
                }
            }
            // No check of a field has two readings.
            Answer::Contestable(_) => self.missing.push(Missing::CheckNotMade),
        }
    }

    fn made(self) -> Made {
        if !self.different.is_empty() {
            return Made::new(Answer::Violated, Facts::new().with("fields", Fact::Fields(self.different)));
        }
        if let Some(by) = self.by {
            return Answer::NotApplicable(Some(by)).into();
        }
        if self.missing.is_empty() {
            return Answer::Satisfied.into();
        }
        Made::new(Answer::Undetermined(self.missing), Facts::new().with("fields", Fact::Fields(self.unsure)))
    }
}
