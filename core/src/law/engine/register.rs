//! Register data as facts of a rule: entries of professions, standards, centres. They are converted to the rows that a
//! snapshot holds, so that a rule judges both alike.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::facts::{Known, Text, facts, names};
use super::missing::MissingForRule;
use crate::calendar::{Date, Interval, Term};
use crate::document::claims::{Basis, BasisKind};
use crate::error::{FactProblem, FactsError};
use crate::facts::LocalizedName;
use crate::snapshot::Contact;
use crate::snapshot::rows::{
    Accreditation, Centre, DatedBasis, Event, EventKind, Mode, Profession, ProfessionVersion, Route, Scope,
};
use crate::sorted::{sorted, sorted_by_key};

names! {
    // Not the `Mode` of a row: that carries the other law's name, which is a fact of its own here (`other_law`).
    /// Whether recognition in a profession is voluntary under this Law or mandatory under another (art. 15.1).
    pub enum ModeName {
        /// This Law decides (art. 15.2).
        Voluntary = "voluntary",
        /// Another law decides (art. 15.5).
        Mandatory = "mandatory",
    }

    /// What kind of person an applicant or a centre is.
    pub enum PersonKind {
        /// A legal entity.
        LegalEntity = "legal-entity",
        /// An individual entrepreneur.
        IndividualEntrepreneur = "individual-entrepreneur",
        /// An individual.
        Individual = "individual",
    }
}

facts! {
    /// A name in three languages.
    pub struct NamesFacts {
        /// Kazakh.
        kk: Option<Text>,
        /// Russian.
        ru: Option<Text>,
        /// English.
        en: Option<Text>,
    }

    /// How long documents are valid by the register (art. 21.5): months, or unlimited.
    pub struct ValidityFacts {
        /// So many months.
        months: Option<u16>,
        /// Without an end.
        unlimited: Option<bool>,
    }

    /// An entry of the register of professions for a time (art. 5.6).
    pub struct EntryFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// Its names.
        names: Option<NamesFacts>,
        /// The first day on which the entry was in the register.
        included_on: Option<Date>,
        /// The day from which it was there no more; `null` where it is still there.
        excluded_on: Known<Date>,
        /// Voluntary or mandatory.
        mode: Option<ModeName>,
        /// The other law that decides, for a mandatory profession (art. 15.5).
        other_law: Option<Text>,
        /// The validity of documents (art. 21.5).
        validity: Option<ValidityFacts>,
    }

    /// A professional standard, or qualification requirements, of a profession for a time.
    pub struct BasisFacts {
        /// Its identifier.
        id: Option<Text>,
        /// Code of the profession.
        profession: Option<Text>,
        /// The day of approval: the first day in force.
        approved_on: Option<Date>,
        /// The last day in force; `null` where it is still in force.
        in_force_until: Known<Date>,
    }

    /// Something that happened to a certificate.
    pub struct EventFacts {
        /// The day from which it has effect.
        on: Option<Date>,
        /// What happened.
        kind: Option<EventKind>,
    }

    /// An accreditation certificate with its history.
    pub struct CertificateFacts {
        /// Serial number (art. 25.2).
        serial: Option<Text>,
        /// The day of issue: the first day of validity.
        issued_on: Option<Date>,
        /// The last day of validity.
        valid_to: Option<Date>,
        /// What happened to it; empty or `null` where nothing did.
        events: Known<Vec<EventFacts>>,
    }

    /// A profession that an accreditation covers.
    pub struct CoveredFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// The first day.
        from: Option<Date>,
        /// The last day; `null` where it is still covered.
        until: Known<Date>,
    }

    /// A centre as the list of centres has it (art. 6.1(5), 11(2)).
    pub struct CentreFacts {
        /// Its business identification number.
        bin: Option<Text>,
        /// What kind of person it is.
        kind: Option<PersonKind>,
        /// By which law it is accredited.
        route: Option<Route>,
        /// Its certificate.
        certificate: Option<CertificateFacts>,
        /// The professions that it covers.
        professions: Option<Vec<CoveredFacts>>,
        /// The day up to which the list is known; of a later day nothing is.
        list_as_of: Option<Date>,
    }
}

/// A result to return early: facts of the register are missing, or contradict one another.
pub(in crate::law) type Early = Box<Result<Vec<MissingForRule>, FactsError>>;

fn missing(name: &'static str) -> Early {
    Box::new(Ok(alloc::vec![MissingForRule::Fact(name)]))
}

/// The day, or `None` where there is none. Errs where that is unknown.
fn known(day: &Known<Date>, name: &'static str) -> Result<Option<Date>, Early> {
    if *day == Known::Unknown { Err(missing(name)) } else { Ok(day.some()) }
}

/// Errs where the second day is before the first.
fn in_order(from: Date, until: Option<Date>, name: &str, after: &str) -> Result<(), Early> {
    match until {
        Some(until) if until < from => {
            let problem = FactProblem::Before { day: until, other: after.into(), other_day: from };
            Err(Box::new(Err(FactsError::field(name, problem))))
        }
        _ => Ok(()),
    }
}

/// Converts the entries of one profession to a row; `None` where the register has no entry of it.
pub(in crate::law) fn profession(code: &str, entries: &[EntryFacts]) -> Result<Option<Profession>, Early> {
    let of = |profession: &Option<Text>| profession.as_ref().is_some_and(|text| text.as_str() == code);
    if entries.iter().any(|entry| entry.profession.is_none()) {
        return Err(missing("register.profession"));
    }
    let versions = entries.iter().filter(|entry| of(&entry.profession)).map(version);
    let versions = versions.collect::<Result<Vec<_>, _>>()?;
    let versions = sorted_by_key(versions, |(version, _)| version.interval.from);
    let Some((_, names)) = versions.last().cloned() else { return Ok(None) };
    let versions = versions.into_iter().map(|(version, _)| version).collect();
    Ok(Some(Profession { names, versions, bases: Vec::new() }))
}

/// Converts the standards or requirements of one profession to rows.
pub(in crate::law) fn bases(
    kind: BasisKind,
    code: &str,
    facts: &[BasisFacts],
) -> Result<Vec<DatedBasis>, Early> {
    let matching = |basis: &&BasisFacts| basis.profession.as_ref().is_none_or(|text| text.as_str() == code);
    facts.iter().filter(matching).map(|basis| dated_basis(kind, basis)).collect()
}

fn version(entry: &EntryFacts) -> Result<(ProfessionVersion, LocalizedName), Early> {
    let from = entry.included_on.ok_or_else(|| missing("register.included_on"))?;
    let mode = match entry.mode.ok_or_else(|| missing("register.mode"))? {
        ModeName::Voluntary => Mode::Voluntary,
        ModeName::Mandatory => Mode::Mandatory { other_law: string(entry.other_law.as_ref()) },
    };
    let first_after = from.plus_days(1);
    let excluded_on = known(&entry.excluded_on, "register.excluded_on")?;
    in_order(first_after, excluded_on, "register.excluded_on", "the day after register.included_on")?;
    let interval = Interval { from, until: excluded_on.map(|day| day.minus_days(1)) };
    let names = entry.names.clone().unwrap_or_default();
    let words = LocalizedName {
        kk: string(names.kk.as_ref()),
        ru: string(names.ru.as_ref()),
        en: string(names.en.as_ref()),
    };
    // An unstated term is not known to be unlimited. Rules about validity take it as a fact of its own.
    let term = entry.validity.as_ref().and_then(term).unwrap_or(Term::Unlimited);
    Ok((ProfessionVersion { interval, mode, term }, words))
}

/// The stated term; `None` where the facts state none, or state it inconsistently.
pub(in crate::law) fn term(facts: &ValidityFacts) -> Option<Term> {
    match (facts.months, facts.unlimited) {
        (Some(months @ 1..=Term::MAX_MONTHS), None | Some(false)) => Some(Term::Months(months)),
        (None, Some(true)) => Some(Term::Unlimited),
        _ => None,
    }
}

fn dated_basis(kind: BasisKind, facts: &BasisFacts) -> Result<DatedBasis, Early> {
    let id = facts.id.as_ref().ok_or_else(|| missing("id"))?;
    facts.profession.as_ref().ok_or_else(|| missing("profession"))?;
    let from = facts.approved_on.ok_or_else(|| missing("approved_on"))?;
    let until = known(&facts.in_force_until, "in_force_until")?;
    in_order(from, until, "in_force_until", "approved_on")?;
    let basis = Basis { kind, id: id.as_str().to_string() };
    Ok(DatedBasis { basis, interval: Interval { from, until } })
}

/// Errs where the list of centres is not known up to the day.
pub(in crate::law) fn listed_until(facts: &CentreFacts, day: Date) -> Result<(), Early> {
    known_until(facts.list_as_of, "centre.list_as_of", day)
}

/// Errs where facts of a register are not known up to the day.
pub(in crate::law) fn known_until(known: Option<Date>, name: &'static str, day: Date) -> Result<(), Early> {
    match known {
        None => Err(missing(name)),
        Some(known) if day > known => Err(Box::new(Ok(alloc::vec![MissingForRule::NewerRegister]))),
        Some(_) => Ok(()),
    }
}

/// Converts a centre to a row; also returns the serial number of its certificate.
pub(in crate::law) fn centre(facts: &CentreFacts) -> Result<(Centre, String), Early> {
    let kind = facts.kind.ok_or_else(|| missing("centre.kind"))?;
    let route = facts.route.ok_or_else(|| missing("centre.route"))?;
    let certificate = facts.certificate.as_ref().ok_or_else(|| missing("centre.certificate"))?;
    let serial = string(certificate.serial.as_ref());
    let accreditation = accreditation(route, certificate)?;
    let names = LocalizedName { kk: String::new(), ru: String::new(), en: String::new() };
    let legal_entity = kind == PersonKind::LegalEntity;
    Ok((
        Centre {
            names,
            legal_entity,
            accreditations: alloc::vec![accreditation],
            contact: Contact::default(),
        },
        serial,
    ))
}

/// Converts a certificate to a row.
pub(in crate::law) fn accreditation(route: Route, facts: &CertificateFacts) -> Result<Accreditation, Early> {
    let from = facts.issued_on.ok_or_else(|| missing("certificate.issued_on"))?;
    let until = facts.valid_to.ok_or_else(|| missing("certificate.valid_to"))?;
    in_order(from, Some(until), "certificate.valid_to", "certificate.issued_on")?;
    let event = |event: &EventFacts| {
        let on = event.on.ok_or_else(|| missing("certificate.events.on"))?;
        let kind = event.kind.ok_or_else(|| missing("certificate.events.kind"))?;
        Ok(Event { on, kind })
    };
    let listed = match &facts.events {
        Known::Unknown => return Err(missing("certificate.events")),
        Known::None => &[][..],
        Known::Is(events) => events,
    };
    let events = listed.iter().map(event).collect::<Result<Vec<_>, Early>>()?;
    // The order of facts carries no meaning. On one day a revocation is placed after a resumption, so that it counts.
    let events = sorted_by_key(events, |event| (event.on, event.kind != EventKind::Resumed, event.kind));
    Ok(Accreditation {
        serial: string(facts.serial.as_ref()),
        route,
        interval: Interval { from, until: Some(until) },
        events,
    })
}

/// The scope of a centre's certificate for a profession; `None` where the certificate never covered it.
pub(in crate::law) fn scope(facts: &CentreFacts, code: &str) -> Result<Option<Scope>, Early> {
    let Some(professions) = &facts.professions else { return Err(missing("centre.professions")) };
    let mut intervals = Vec::new();
    for covered in professions {
        let profession =
            covered.profession.as_ref().ok_or_else(|| missing("centre.professions.profession"))?;
        if profession.as_str() == code {
            let from = covered.from.ok_or_else(|| missing("centre.professions.from"))?;
            let until = known(&covered.until, "centre.professions.until")?;
            in_order(from, until, "centre.professions.until", "centre.professions.from")?;
            intervals.push(Interval { from, until });
        }
    }
    Ok(Some(Scope { intervals: sorted(intervals) }).filter(|scope| !scope.intervals.is_empty()))
}

pub(in crate::law) fn string(text: Option<&Text>) -> String {
    text.map(|text| text.as_str().to_string()).unwrap_or_default()
}
