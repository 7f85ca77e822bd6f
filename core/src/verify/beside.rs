//! What was stated beside a document, such as the other columns of its row in a list, against the document and the record.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::compare::Confirmed;
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
use crate::verdict::{CheckAnswer, CheckId, Fact, Facts, Findings, MissingForCheck};

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
        let Some(beside) = self.beside else { return CheckAnswer::NotApplicable(None).into() };
        let form = Presented::Typed(Box::new(Form {
            number: self.presented.number().to_string(),
            code: code(self.presented).or(beside.code),
            ..beside.clone()
        }));
        // A damaged identity number is repaired as in a typed form.
        let Resolved { presented, record, .. } = Resolved::new(self.snapshot, &form);
        let form = presented.as_ref();
        let found = Found::look_up(self.snapshot, form, record);
        let mut inner = Run {
            presented: form,
            beside: None,
            confirmed: Confirmed::by(&found, form),
            found,
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
        compared.add(FormField::Number, &CheckAnswer::from_bool(same_number));
        let own_code = code(self.presented).zip(beside.code).map(|(own, stated)| own == stated);
        compared
            .add(FormField::Code, &own_code.map_or(CheckAnswer::NotApplicable(None), CheckAnswer::from_bool));
        let holder_is_same = inner.make(CheckId::RegisterHolder).answer == CheckAnswer::Satisfied;
        for (check, field) in COMPARED {
            let answer = match (field, beside.holder.is_some()) {
                // A row without an identity number contradicts nothing.
                (FormField::Holder, false) => continue,
                (FormField::Holder, true) if self.states_other_holder(beside) => CheckAnswer::Violated,
                (FormField::Name, _) => self.name_beside(beside, inner.make(check).answer, holder_is_same),
                _ => inner.make(check).answer,
            };
            compared.add(field, &answer);
        }
        compared.made()
    }

    /// Whether the document itself states another holder. A number that lost digits proves no difference.
    fn states_other_holder(&self, beside: &Form) -> bool {
        let own = match self.presented {
            Presented::Signed(document) => Some(&document.claims.holder),
            Presented::Typed(form) => form.holder.as_ref().map(|holder| &holder.number),
        };
        own.zip(beside.holder.as_ref()).is_some_and(|(own, stated)| !stated.may_be(own) && !stated.doubtful)
    }

    /// The answer about a name. The document states its name in clear text, so a name that may be the same is compared
    /// with that. Such a name satisfies the check if the holder's identity number is the same.
    fn name_beside(&self, beside: &Form, answer: CheckAnswer, holder_is_same: bool) -> CheckAnswer {
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
            CheckAnswer::Violated | CheckAnswer::Undetermined(_) if is_possible => {
                if holder_is_same {
                    CheckAnswer::Satisfied
                } else {
                    CheckAnswer::Undetermined(alloc::vec![MissingForCheck::ExactSpelling])
                }
            }
            // The record's tag leaves the name undetermined; the name in the document shows that it differs.
            CheckAnswer::Undetermined(_) if is_comparable => CheckAnswer::Violated,
            CheckAnswer::Satisfied
            | CheckAnswer::Violated
            | CheckAnswer::Undetermined(_)
            | CheckAnswer::Contestable(_)
            | CheckAnswer::NotApplicable(_) => answer,
        }
    }
}

/// The fields compared so far.
#[derive(Default)]
struct Compared {
    different: Vec<FormField>,
    unsure: Vec<FormField>,
    missing: Vec<MissingForCheck>,
    by: Option<CheckId>,
}

impl Compared {
    fn add(&mut self, field: FormField, answer: &CheckAnswer) {
        match answer {
            CheckAnswer::Satisfied | CheckAnswer::NotApplicable(None) => {}
            CheckAnswer::Violated => self.different.push(field),
            CheckAnswer::NotApplicable(Some(by)) => self.by = Some(*by),
            CheckAnswer::Undetermined(missing) => {
                self.unsure.push(field);
                for one in
                    missing.iter().filter(|one| !self.missing.contains(one)).copied().collect::<Vec<_>>()
                {
                    self.missing.push(one);
                }
            }
            // No check of a field has two readings.
            CheckAnswer::Contestable(_) => self.missing.push(MissingForCheck::CheckNotMade),
        }
    }

    fn made(self) -> Made {
        if !self.different.is_empty() {
            return Made::new(
                CheckAnswer::Violated,
                Facts::new().with("fields", Fact::Fields(self.different)),
            );
        }
        if let Some(by) = self.by {
            return CheckAnswer::NotApplicable(Some(by)).into();
        }
        if self.missing.is_empty() {
            return CheckAnswer::Satisfied.into();
        }
        Made::new(
            CheckAnswer::Undetermined(self.missing),
            Facts::new().with("fields", Fact::Fields(self.unsure)),
        )
    }
}
