//! Art. 15: the procedure and the conditions of recognition, as a candidate asks about them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::facts::{Known, Text, facts, or_return, require};
use super::missing::Missing;
use super::recognition::{
    Dated, applicable, centre_conducts, mandatory_other_law, profession_recognisable, version_on,
};
use super::register::{self, BasisFacts, CentreFacts, EntryFacts, ModeName};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::document::claims::BasisKind;
use crate::error::FactsError;
use crate::snapshot::rows::Mode;
use crate::sorted::distinct;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art15.p1.profession-recognisable",
        (15, 1, 0, 0),
        recognisable,
        |facts| facts.as_of,
        RECOGNISABLE,
        r#"{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"}"#
    ),
    rule!(
        "art15.p2.voluntary-governed-here",
        (15, 2, 0, 0),
        voluntary_governed_here,
        |_facts| None,
        GOVERNED,
        r#"{"mode":"voluntary"}"#
    ),
    rule!(
        "art15.p3.centre-conducts",
        (15, 3, 0, 0),
        conducts,
        |facts| facts.procedure_date,
        CONDUCTS,
        r#"{"centre":{"bin":"000000000000","kind":"legal-entity","route":"this-law","certificate":{"serial":"A-1","issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"profession":"7212-01","procedure_date":"2026-03-19"}"#
    ),
    rule!(
        "art15.p3.part2.funding",
        (15, 3, 2, 0),
        funding,
        |_facts| None,
        FUNDING,
        r#"{"mode":"voluntary","sent_by_employer":true,"voucher":false}"#
    ),
    rule!(
        "art15.p4.part2.basis",
        (15, 4, 2, 0),
        which_basis,
        |facts| facts.as_of,
        BASIS,
        r#"{"profession":"7212-01","standards":[{"id":"PS-1","profession":"7212-01","approved_on":"2024-01-01","in_force_until":null}],"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art15.p5.mandatory-other-law",
        (15, 5, 0, 0),
        decided_by_other_law,
        |_facts| None,
        OTHER_LAW,
        r#"{"mode":"voluntary"}"#
    ),
];

const RECOGNISABLE: &[(&str, Output)] = &[
    ("profession", Output::Text),
    ("profession_name", Output::Name),
    ("as_of", Output::Date),
    ("from", Output::Date),
    ("until", Output::Date),
    ("status", Output::OneOf(&["recognisable", "not-in-register", "not-yet-in-register", "excluded"])),
    ("mode", Output::OneOf(&["voluntary", "mandatory"])),
    ("other_law", Output::Text),
];
const GOVERNED: &[(&str, Output)] = &[("status", Output::OneOf(&["governed-here", "governed-elsewhere"]))];
const OTHER_LAW: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["governed-here"])),
    ("mode", Output::OneOf(&["voluntary", "mandatory"])),
    ("other_law", Output::Text),
];
const CONDUCTS: &[(&str, Output)] = &[
    ("centre", Output::Text),
    ("exam_on", Output::Date),
    (
        "status",
        Output::OneOf(&[
            "accredited",
            "profession-not-covered",
            "unknown-centre",
            "not-legal-entity",
            "not-yet",
            "expired",
            "revoked",
            "liquidated",
            "court-ban",
        ]),
    ),
    ("from", Output::Date),
    ("until", Output::Date),
    ("since", Output::Date),
    ("revoked_later", Output::Date),
];
const FUNDING: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["funding", "governed-elsewhere"])),
    ("sources", Output::SomeOf(&["candidate", "other-lawful", "employer", "voucher"])),
    ("not_known", Output::SomeOf(&["employer", "voucher"])),
];
const BASIS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["standard", "qualification-requirements", "no-basis"])),
    ("bases", Output::List),
];

facts! {
    /// Facts of `art15.p1.profession-recognisable`.
    pub struct Recognisable {
        /// Code of the profession.
        profession: Option<Text>,
        /// The register of professions with its history: at least the entries of this profession; empty where it
        /// has none.
        register: Option<Vec<EntryFacts>>,
        /// The day up to which these entries are known; of a later day nothing is.
        register_as_of: Option<Date>,
        /// The day of the application, or of the decision.
        as_of: Option<Date>,
    }

    /// Facts of `art15.p2.voluntary-governed-here` and of `art15.p5.mandatory-other-law`.
    pub struct ModeFacts {
        /// Voluntary or mandatory.
        mode: Option<ModeName>,
        /// The other law that the register names for a mandatory profession.
        other_law: Option<Text>,
    }

    /// Facts of `art15.p3.centre-conducts`.
    pub struct Conducts {
        /// The centre as the list of centres has it; `null` where the list does not have it.
        centre: Known<CentreFacts>,
        /// Code of the profession.
        profession: Option<Text>,
        /// The day of the exam.
        procedure_date: Option<Date>,
    }

    /// Facts of `art15.p3.part2.funding`.
    pub struct Funding {
        /// Voluntary or mandatory.
        mode: Option<ModeName>,
        /// Whether the employer sent the candidate, and pays under labour law.
        sent_by_employer: Option<bool>,
        /// Whether the candidate holds a one-time voucher that may be used (art. 29).
        voucher: Option<bool>,
    }

    /// Facts of `art15.p4.part2.basis`.
    pub struct WhichBasis {
        /// Code of the profession.
        profession: Option<Text>,
        /// The list of approved professional standards: at least those of this profession.
        standards: Option<Vec<BasisFacts>>,
        /// The qualification requirements under the Labour Code: at least those of this profession.
        qualification_requirements: Option<Vec<BasisFacts>>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// `art15.p1.profession-recognisable`: recognition is for professions that are in the register on the day. For a
/// profession that leaves the register after the application, the entry of the day of application applies: ask for that
/// day.
///
/// # Errors
/// An entry that ends before it begins.
pub fn recognisable(facts: &Recognisable, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, register, register_as_of, as_of);
    if as_of > register_as_of {
        return Ok(Ruling::undetermined(Missing::NewerRegister));
    }
    let row = or_return!(register::profession(profession.as_str(), register));
    let ruling = profession_recognisable(profession.as_str(), row.as_ref(), Dated("as_of", *as_of));
    let status = match (&ruling.answer, ruling.value.date("from")) {
        (Answer::Satisfied, _) => "recognisable",
        (_, None) => "not-in-register",
        (_, Some(from)) if *as_of < from => "not-yet-in-register",
        (_, Some(_)) => "excluded",
    };
    let ruling = ruling.with("status", status);
    Ok(match row.as_ref().and_then(|row| version_on(row, *as_of)).map(|version| &version.mode) {
        Some(Mode::Voluntary) => ruling.with("mode", "voluntary"),
        Some(Mode::Mandatory { other_law }) if other_law.is_empty() => ruling.with("mode", "mandatory"),
        Some(Mode::Mandatory { other_law }) => {
            ruling.with("mode", "mandatory").with("other_law", other_law.as_str())
        }
        None => ruling,
    })
}

/// `art15.p2.voluntary-governed-here`: this Law governs recognition on a voluntary basis.
///
/// # Errors
/// None.
pub fn voluntary_governed_here(facts: &ModeFacts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: mode);
    Ok(match mode {
        ModeName::Voluntary => Ruling::status(true, "governed-here"),
        ModeName::Mandatory => Ruling::not_applicable("governed-elsewhere"),
    })
}

/// `art15.p5.mandatory-other-law`: recognition that another law makes a condition of the activity is carried out under
/// that law. This Law then does not decide, and the answer is undetermined; for a voluntary profession it is satisfied.
///
/// # Errors
/// None.
pub fn decided_by_other_law(facts: &ModeFacts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: mode);
    let mode = match mode {
        ModeName::Voluntary => Mode::Voluntary,
        ModeName::Mandatory => Mode::Mandatory { other_law: text(facts.other_law.as_ref()) },
    };
    let ruling = mandatory_other_law(&mode);
    Ok(match ruling.answer {
        Answer::Satisfied => ruling.with("status", "governed-here"),
        _ => ruling,
    })
}

/// `art15.p3.centre-conducts`: candidates undergo the procedure in recognition centres: on the day of the exam the
/// centre was accredited, and its accreditation covered the profession.
///
/// # Errors
/// A certificate or a scope that ends before it begins.
pub fn conducts(facts: &Conducts, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, procedure_date);
    let centre = match &facts.centre {
        Known::Unknown => return Ok(Ruling::missing(&["centre"])),
        Known::None => return Ok(centre_conducts("", None, "", None, *procedure_date)),
        Known::Is(centre) => centre,
    };
    let (row, serial) = or_return!(register::centre(centre));
    let scope = or_return!(register::scope(centre, profession.as_str()));
    let bin = text(centre.bin.as_ref());
    Ok(centre_conducts(&bin, Some(&row), &serial, scope.as_ref(), *procedure_date))
}

/// `art15.p3.part2.funding`: who may pay for voluntary recognition. The candidate and other lawful means always; the
/// employer where labour law obliges it to; a one-time voucher where art. 29 grants one.
///
/// # Errors
/// None.
pub fn funding(facts: &Funding, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: mode);
    if *mode == ModeName::Mandatory {
        return Ok(Ruling::not_applicable("governed-elsewhere"));
    }
    let mut sources: Vec<String> = ["candidate", "other-lawful"].map(ToString::to_string).into();
    let mut not_known = Vec::new();
    for (source, pays) in [("employer", facts.sent_by_employer), ("voucher", facts.voucher)] {
        match pays {
            Some(true) => sources.push(source.to_string()),
            Some(false) => {}
            None => not_known.push(source.to_string()),
        }
    }
    let ruling = Ruling::status(true, "funding").with("sources", sources);
    Ok(if not_known.is_empty() { ruling } else { ruling.with("not_known", not_known) })
}

/// `art15.p4.part2.basis`: which requirements apply: every professional standard of the profession in force on the day,
/// or the qualification requirements if there is no such standard.
///
/// # Errors
/// A standard that ends before it begins.
pub fn which_basis(facts: &WhichBasis, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, standards, as_of);
    let code = profession.as_str();
    let mut rows = or_return!(register::bases(BasisKind::Standard, code, standards));
    if let Some(requirements) = &facts.qualification_requirements {
        rows.extend(or_return!(register::bases(BasisKind::QualificationRequirements, code, requirements)));
    }
    let ids = distinct(applicable(&rows, *as_of).map(|one| (one.basis.kind, one.basis.id.clone())).collect());
    let kind = ids.first().map(|(kind, _)| *kind);
    let ids: Vec<_> = ids.into_iter().map(|(_, id)| id).collect();
    let ruling = match (kind, &facts.qualification_requirements) {
        (Some(BasisKind::Standard), _) => Ruling::status(true, "standard"),
        (Some(BasisKind::QualificationRequirements), _) => {
            Ruling::status(true, "qualification-requirements").step(Step::new("no-standard-in-force"))
        }
        (None, Some(_)) => Ruling::status(false, "no-basis"),
        (None, None) => return Ok(Ruling::missing(&["qualification_requirements"])),
    };
    Ok(if ids.is_empty() { ruling } else { ruling.with("bases", ids) })
}

fn text(text: Option<&Text>) -> String {
    text.map(|text| text.as_str().to_string()).unwrap_or_default()
}
