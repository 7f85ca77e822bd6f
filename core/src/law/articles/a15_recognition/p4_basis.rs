//! Paragraph 4: programmes, and the standard or requirements that apply.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::document::claims::{Basis, BasisKind};
use crate::error::FactsError;
use crate::facts::{Facts, Reason};
use crate::law::engine::facts::{Text, facts, or_return, require};
use crate::law::engine::norm::Place::Field;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, BasisFacts};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling, Step};
use crate::law::engine::unit::at;
use crate::snapshot::rows::DatedBasis;
use crate::sorted::distinct;

rule! {
    BASIS: WhichBasis => Outcome,
    unit: (15, 4, 2, 0),
    text: 0x8c96_fce4_3093_08c9,
    id: "art15.p4.part2.basis",
    summary: "The standard applies; only where there is none, the qualification requirements",
    note: "One function for every place where the act says so: 1(1), 1(9), 19.1, 20.2.",
    judge: which_basis,
    as_of: |facts| facts.as_of,
    value: &[("bases", Output::List)],
    example: r#"{"profession":"7212-01","standards":[{"id":"PS-1","profession":"7212-01","approved_on":"2024-01-01","in_force_until":null}],"lists_as_of":"2026-03-31","as_of":"2026-03-19"}"#,
}

rule! {
    DOCUMENT_BASIS: DocumentBasis => UsedOutcome,
    unit: (15, 4, 2, 0),
    text: 0x8c96_fce4_3093_08c9,
    id: "art15.p4.part2.document-basis",
    summary: "A document rests on a standard in force on the day of the exam; on requirements only where there was none",
    note: "What verify checks as art15.p4.part2.basis.",
    judge: document_basis,
    as_of: |facts| facts.exam_date,
    value: &[("basis", Output::Text), ("standard", Output::Text)],
    example: r#"{"kind":"standard","id":"PS-1","profession":"7212-01","standards":[{"id":"PS-1","profession":"7212-01","approved_on":"2024-01-01","in_force_until":null}],"qualification_requirements":[],"lists_as_of":"2026-03-31","exam_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(15, 4, 0, 0),
        0x0d02_28c2_379f_85d6,
        Data,
        "data.approved-programme",
        "Centres approve qualification programmes",
        Field("law::articles::a17_centres::p2_duties::ProgrammeFacts.approved_on"),
        "A fact of art17.p2.s4.programme-exists; no snapshot carries programmes, no check of a document needs one."
    ),
    &BASIS.norm,
    &DOCUMENT_BASIS.norm,
];

outcomes! {
    /// The outcomes of `art15.p4.part2.basis`.
    pub enum Outcome {
        Standard = "standard": Satisfied,
        QualificationRequirements = "qualification-requirements": Satisfied,
        NoBasis = "no-basis": Violated,
    }
}

outcomes! {
    /// The outcomes of `art15.p4.part2.document-basis`.
    pub enum UsedOutcome {
        Standard = "standard": Satisfied,
        QualificationRequirements = "qualification-requirements": Satisfied,
        NotForProfession = "not-for-profession": Violated,
        NotInForce = "not-in-force": Violated,
        StandardExists = "standard-exists": Violated,
    }
}

facts! {
    /// Facts of `art15.p4.part2.document-basis`.
    pub struct DocumentBasis {
        /// Whether the document names a standard or requirements.
        kind: Option<BasisKind>,
        /// The identifier of what it names.
        id: Option<Text>,
        /// Code of the document's profession.
        profession: Option<Text>,
        /// The list of approved professional standards: at least those of this profession.
        standards: Option<Vec<BasisFacts>>,
        /// The qualification requirements under the Labour Code: at least those of this profession. Not needed for a document
        /// that names a standard.
        qualification_requirements: Option<Vec<BasisFacts>>,
        /// The day up to which these lists are known; of a later day nothing is.
        lists_as_of: Option<Date>,
        /// The day of the exam.
        exam_date: Option<Date>,
    }

    /// Facts of `art15.p4.part2.basis`.
    pub struct WhichBasis {
        /// Code of the profession.
        profession: Option<Text>,
        /// The list of approved professional standards: at least those of this profession.
        standards: Option<Vec<BasisFacts>>,
        /// The qualification requirements under the Labour Code: at least those of this profession.
        qualification_requirements: Option<Vec<BasisFacts>>,
        /// The day up to which these lists are known; of a later day nothing is.
        lists_as_of: Option<Date>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// `art15.p4.part2.basis`: which requirements apply: every professional standard of the profession in force on the day,
/// or the qualification requirements if there is no such standard.
///
/// # Errors
/// A standard that ends before it begins.
pub fn which_basis(facts: &WhichBasis, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: profession, standards, as_of);
    or_return!(register::known_until(facts.lists_as_of, "lists_as_of", *as_of));
    let code = profession.as_str();
    let mut rows = or_return!(register::bases(BasisKind::Standard, code, standards));
    if let Some(requirements) = &facts.qualification_requirements {
        rows.extend(or_return!(register::bases(BasisKind::QualificationRequirements, code, requirements)));
    }
    let ids = distinct(applicable(&rows, *as_of).map(|one| (one.basis.kind, one.basis.id.clone())).collect());
    let kind = ids.first().map(|(kind, _)| *kind);
    let ids: Vec<_> = ids.into_iter().map(|(_, id)| id).collect();
    let ruling = match (kind, &facts.qualification_requirements) {
        (Some(BasisKind::Standard), _) => Ruled::of(Outcome::Standard),
        (Some(BasisKind::QualificationRequirements), _) => {
            Ruled::of(Outcome::QualificationRequirements).step(Step::new("no-standard-in-force"))
        }
        (None, Some(_)) => Ruled::of(Outcome::NoBasis),
        (None, None) => return Ok(Ruled::missing(&["qualification_requirements"])),
    };
    Ok(if ids.is_empty() { ruling } else { ruling.with("bases", ids) })
}

/// What an exam on a day must be based on: the standards in force, or the requirements if there are none.
fn applicable(bases: &[DatedBasis], day: Date) -> impl Iterator<Item = &DatedBasis> {
    let in_force = move |basis: &&DatedBasis| basis.interval.contains(day);
    let standard = bases.iter().filter(in_force).any(|one| one.basis.kind == BasisKind::Standard);
    bases.iter().filter(in_force).filter(move |one| (one.basis.kind == BasisKind::Standard) == standard)
}

/// `art15.p4.part2.basis`, asked of a document: the basis of the exam belonged to the profession and was in force on
/// the day of the exam. Qualification requirements are a valid basis only where no standard was in force.
#[must_use]
pub fn basis(basis: &Basis, bases: &[DatedBasis], exam_on: Date) -> Ruling {
    let facts = Facts::new().with("basis", basis.id.as_str()).with("exam_on", exam_on);
    match Used::on(basis, bases, exam_on) {
        Used::Applies => Ruling::new(RuleAnswer::Satisfied, facts),
        Used::NotForProfession => {
            Ruling::new(RuleAnswer::Violated, facts.with("reason", Reason::NotForProfession))
        }
        Used::NotInForce => Ruling::new(RuleAnswer::Violated, facts.with("reason", Reason::NotInForce)),
        Used::StandardExists(standard) => Ruling::new(
            RuleAnswer::Violated,
            facts.with("reason", Reason::StandardExists).with("standard", standard.basis.id.as_str()),
        ),
    }
}

/// Whether a document could be based on what it names.
enum Used<'b> {
    /// It applied on the day of the exam.
    Applies,
    /// It belongs to another profession.
    NotForProfession,
    /// It was not in force on the day.
    NotInForce,
    /// Requirements were used although this standard was in force.
    StandardExists(&'b DatedBasis),
}

impl<'b> Used<'b> {
    fn on(basis: &Basis, bases: &'b [DatedBasis], exam_on: Date) -> Self {
        let mut known = bases.iter().filter(|dated| dated.basis == *basis).peekable();
        if known.peek().is_none() {
            return Self::NotForProfession;
        }
        if !known.any(|dated| dated.interval.contains(exam_on)) {
            return Self::NotInForce;
        }
        let standard = applicable(bases, exam_on).find(|one| one.basis.kind == BasisKind::Standard);
        match (basis.kind, standard) {
            (BasisKind::QualificationRequirements, Some(standard)) => Self::StandardExists(standard),
            (BasisKind::QualificationRequirements, None) | (BasisKind::Standard, _) => Self::Applies,
        }
    }
}

/// `art15.p4.part2.document-basis`: the standard or the requirements that a document names belonged to the profession and
/// were in force on the day of the exam; requirements only where no standard was in force.
///
/// # Errors
/// A standard that ends before it begins.
pub fn document_basis(facts: &DocumentBasis, _: &WorkingDays) -> Result<Ruled<UsedOutcome>, FactsError> {
    require!(facts: kind, id, profession, standards, exam_date);
    or_return!(register::known_until(facts.lists_as_of, "lists_as_of", *exam_date));
    let code = profession.as_str();
    let mut rows = or_return!(register::bases(BasisKind::Standard, code, standards));
    match (kind, &facts.qualification_requirements) {
        (_, Some(requirements)) => {
            rows.extend(or_return!(register::bases(BasisKind::QualificationRequirements, code, requirements)))
        }
        (BasisKind::QualificationRequirements, None) => {
            return Ok(Ruled::missing(&["qualification_requirements"]));
        }
        (BasisKind::Standard, None) => {}
    }
    let basis = Basis { kind: *kind, id: id.as_str().into() };
    let ruled = |outcome| Ruled::of(outcome).with("basis", id.as_str()).concluding(outcome);
    Ok(match Used::on(&basis, &rows, *exam_date) {
        Used::Applies => ruled(match kind {
            BasisKind::Standard => UsedOutcome::Standard,
            BasisKind::QualificationRequirements => UsedOutcome::QualificationRequirements,
        }),
        Used::NotForProfession => ruled(UsedOutcome::NotForProfession),
        Used::NotInForce => ruled(UsedOutcome::NotInForce),
        Used::StandardExists(standard) => {
            ruled(UsedOutcome::StandardExists).with("standard", standard.basis.id.as_str())
        }
    })
}
