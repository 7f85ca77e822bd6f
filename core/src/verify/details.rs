//! The details of the document in a verdict: names from the register, never the document's own.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Run;
use super::law::stated_end;
use crate::calendar::Date;
use crate::document::name::compared;
use crate::document::text::Presented;
use crate::error::PageError;
use crate::identity::Identity;
use crate::law::articles::a15_recognition::p1_register::version_on;
use crate::snapshot::rows::Centre;
use crate::snapshot::verified::{Origin, StatedEnd};
use crate::snapshot::{Contact, Pages, Snapshot};
use crate::verdict::{Body, BodyContact, DocumentDetails, Holder, LocalizedName, NamedCode, Source};

impl<P: Pages> Run<'_, P> {
    /// The details of the document. Without attested attributes: the number, and the holder as the input states it.
    pub(super) fn details(&self) -> DocumentDetails {
        let (stated_identity, stated) = match self.presented {
            Presented::Signed(document) => {
                (Some(document.claims.holder.clone()), document.claims.names.clone())
            }
            Presented::Typed(form) => {
                let holder = form.holder.as_ref().map(|holder| holder.number.clone());
                (holder, form.name.iter().cloned().collect())
            }
        };
        let (mut names, mut unconfirmed_names) = (Vec::new(), Vec::new());
        for (name, is_confirmed) in stated.into_iter().zip(self.confirmed.names()) {
            if is_confirmed {
                // The tag confirms the words of a name, and nothing that stands between them.
                names.push(compared(&name));
            } else {
                unconfirmed_names.push(name);
            }
        }
        let (identity, unconfirmed_identity) = if self.confirmed.holder() {
            (stated_identity.map(canonical), None)
        } else {
            (None, stated_identity)
        };
        let holder = Holder { identity, unconfirmed_identity, names, unconfirmed_names };
        let number = self.presented.number().to_string();
        let Some(attested) = self.found.attested() else { return unconfirmed(number, holder) };
        let profession = self.found.profession.as_ref().ok().and_then(Option::as_deref);
        let (code, edition) = (attested.profession.as_str(), attested.edition.as_str());
        let term = profession
            .and_then(|profession| version_on(profession, attested.issued_on))
            .map(|version| version.term);
        let stated = stated_end(attested, term);
        let (valid_until, unlimited) = end(stated, term.map(|term| term.last_day(attested.issued_on)));
        let named = |code: &str, names: Option<LocalizedName>| NamedCode { code: code.to_string(), names };
        let qualification = attested.qualification.as_ref().map(|qualification| {
            let row = self.snapshot.kept_qualification(code, edition, qualification);
            named(qualification, self.official(row).map(|row| row.names.clone()))
        });
        let mut skills = Vec::with_capacity(attested.skills.len());
        for skill in &attested.skills {
            let row = self.snapshot.skill(code, edition, skill);
            skills.push(named(skill, self.official(row).map(|row| row.names)));
        }
        let centre = self.found.centre.as_ref().map(Option::as_deref).map_err(|error| *error);
        let centre = self.official(centre).map(|row| row.names.clone());
        DocumentDetails {
            number,
            source: match attested.origin {
                Origin::Record => Source::Register,
                Origin::Signature => Source::Document,
            },
            holder: Some(holder),
            profession: Some(named(code, profession.map(|profession| profession.names.clone()))),
            edition: Some(edition.to_string()),
            qualification,
            level: Some(attested.level.clone()),
            skills,
            centre: Some(named(attested.centre.as_str(), centre)),
            accreditation: Some(attested.accreditation.clone()),
            basis: Some(attested.basis.clone()),
            exam_on: Some(attested.exam_on),
            issued_on: Some(attested.issued_on),
            valid_until,
            unlimited,
        }
    }
}

impl<P: Pages> Run<'_, P> {
    /// A row with an official name. A page that cannot be used is reported by its check.
    fn official<R>(&self, row: Result<Option<R>, PageError>) -> Option<R> {
        row.unwrap_or_else(|error| {
            self.faults.note(error);
            None
        })
    }
}

/// The contacts of the bodies that a person can ask about a document. A centre whose page cannot be used is left out;
/// its check reports it.
pub(super) fn contacts<P: Pages>(snapshot: &Snapshot<P>, centre: Option<&Centre>) -> Vec<BodyContact> {
    let contacts = [
        (Body::Register, Some(snapshot.manifest().contact.clone())),
        (Body::Chamber, Some(snapshot.centres().contact.clone())),
        (Body::Centre, centre.map(|row| row.contact.clone())),
    ];
    let stated = contacts.into_iter().filter_map(|(of, contact)| {
        let Contact { page, telephone, email } = contact.filter(|contact| !contact.is_empty())?;
        Some(BodyContact { of, page, telephone, email })
    });
    stated.collect()
}

/// An identity number in the form that was compared.
fn canonical(identity: Identity) -> Identity {
    Identity::parse(&identity.canonical()).unwrap_or(identity)
}

/// The last day of validity, and whether it is unlimited; `computed` is the end of the register's term, if known.
fn end(stated: StatedEnd, computed: Option<Option<Date>>) -> (Option<Date>, bool) {
    match (stated, computed) {
        (StatedEnd::On(day), _) => (Some(day), false),
        (StatedEnd::Unlimited, _) | (StatedEnd::ByRegister, Some(None)) => (None, true),
        (StatedEnd::ByRegister, Some(Some(day))) => (Some(day), false),
        (StatedEnd::ByRegister, None) => (None, false),
    }
}

/// Details of a document of which nothing was confirmed: the number and the presented holder.
fn unconfirmed(number: String, holder: Holder) -> DocumentDetails {
    DocumentDetails {
        number,
        source: Source::Presented,
        holder: Some(holder),
        profession: None,
        edition: None,
        qualification: None,
        level: None,
        skills: Vec::new(),
        centre: None,
        accreditation: None,
        basis: None,
        exam_on: None,
        issued_on: None,
        valid_until: None,
        unlimited: false,
    }
}
