//! Article 19: non-formal and informal education.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{SomeOf, Text, facts, names, require};
use crate::law::engine::norm::{Article, Norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 19, title: "Non-formal and informal education", norms: &[NORMS] };

rule! {
    NONFORMAL_INFORMAL_RECOGNISABLE: EducationRecognisable => EducationOutcome,
    unit: (19, 1, 0, 0),
    text: 0x94d0_04c4_c56c_e16a,
    id: "art19.p1.nonformal-informal-recognisable",
    summary: "Non-formal and informal learning counts where the standard, or else the requirements, says so",
    note: "Each kind by itself.",
    judge: education_recognisable,
    as_of: |_facts| None,
    value: &[
        ("recognisable", Output::SomeOf(EducationKind::NAMES)),
        ("not_recognisable", Output::SomeOf(EducationKind::NAMES)),
        ("not_known", Output::SomeOf(EducationKind::NAMES)),
        ("basis", Output::OneOf(&["standards", "qualification-requirements"])),
    ],
    example: r#"{"requested":["non-formal"],"basis":{"standards":[{"id":"PS-1","non_formal":true,"informal":false}]}}"#,
}

rule! {
    NONFORMAL_EVIDENCE: EvidenceFacts => EvidenceOutcome,
    unit: (19, 2, 0, 0),
    text: 0xade6_7e66_45f5_853a,
    id: "art19.p2.nonformal-evidence",
    summary: "For non-formal learning: the provider's certificate",
    note: "Either of the two documents will do.",
    judge: non_formal_evidence,
    as_of: |_facts| None,
    value: EVIDENCE,
    example: r#"{"evidence":[{"kind":"certificate","issuer_is_provider":true,"issued_on":"2025-06-01"}]}"#,
}

rule! {
    INFORMAL_EVIDENCE: EvidenceFacts => EvidenceOutcome,
    unit: (19, 3, 0, 0),
    text: 0x412f_f771_c195_114a,
    id: "art19.p3.informal-evidence",
    summary: "For informal learning: a description of the results",
    note: "The candidate's own; no proof by others is asked for.",
    judge: informal_evidence,
    as_of: |_facts| None,
    value: EVIDENCE,
    example: r#"{"evidence":[{"kind":"description","text":"Two years of welding at home"}]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] =
    &[&NONFORMAL_INFORMAL_RECOGNISABLE.norm, &NONFORMAL_EVIDENCE.norm, &INFORMAL_EVIDENCE.norm];

outcomes! {
    /// The outcomes of `art19.p1.nonformal-informal-recognisable`.
    pub enum EducationOutcome {
        Recognisable = "recognisable": Satisfied,
        NotRecognisable = "not-recognisable": Violated,
    }
}

outcomes! {
    /// The outcomes of `art19.p2.nonformal-evidence`.
    pub enum EvidenceOutcome {
        Submitted = "submitted": Satisfied,
        MissingEvidence = "missing-evidence": Violated,
    }
}

const EVIDENCE: &[(&str, Output)] = &[];

names! {
    /// How something was learnt, beside school (art. 1(4), 1(21)).
    pub enum EducationKind {
        /// Planned and organised by a provider, who confirms the result by a document.
        NonFormal = "non-formal",
        /// In daily life, with no document.
        Informal = "informal",
    }

    /// What a candidate can show for it.
    pub enum EvidenceKind {
        /// A certificate of a provider.
        Certificate = "certificate",
        /// A certificate of completion of a training.
        CertificateOfCompletion = "certificate-of-completion",
        /// The candidate's own description of the results.
        Description = "description",
    }
}

facts! {
    /// What a standard, or qualification requirements, say about recognition.
    pub struct Requirements {
        /// Their identifier.
        id: Option<Text>,
        /// Whether results of non-formal education are recognised.
        non_formal: Option<bool>,
        /// Whether results of informal education are recognised.
        informal: Option<bool>,
        /// The skills that are recognised one by one; empty for none.
        skills: Option<Vec<Text>>,
        /// Whether every skill is.
        all_skills: Option<bool>,
    }

    /// What a recognition is based on (art. 15.4): the standards in force, and only in their absence the requirements.
    pub struct BasisRequirements {
        /// The professional standards of the profession in force; empty where there is none.
        standards: Option<Vec<Requirements>>,
        /// The qualification requirements.
        qualification_requirements: Option<Vec<Requirements>>,
    }

    /// Facts of `art19.p1.nonformal-informal-recognisable`.
    pub struct EducationRecognisable {
        /// The kinds of education whose results are to be recognised.
        requested: Option<SomeOf<EducationKind>>,
        /// What the recognition is based on.
        basis: Option<BasisRequirements>,
    }

    /// One piece of evidence.
    pub struct Evidence {
        /// What it is.
        kind: Option<EvidenceKind>,
        /// Whether an organisation that provides educational services issued it.
        issuer_is_provider: Option<bool>,
        /// The day of issue.
        issued_on: Option<Date>,
        /// The description itself.
        text: Option<Text>,
    }

    /// Facts of `art19.p2.nonformal-evidence` and of `art19.p3.informal-evidence`.
    pub struct EvidenceFacts {
        /// What the candidate submitted; may be empty.
        evidence: Option<Vec<Evidence>>,
    }
}

/// The requirements that apply, and the name of their kind. Errs with the missing fact.
pub(in crate::law) fn applicable(
    basis: &BasisRequirements,
) -> Result<(&[Requirements], &'static str), &'static str> {
    match (&basis.standards, &basis.qualification_requirements) {
        (None, _) => Err("basis.standards"),
        (Some(standards), _) if !standards.is_empty() => Ok((standards, "standards")),
        (Some(_), Some(requirements)) => Ok((requirements, "qualification-requirements")),
        (Some(_), None) => Err("basis.qualification_requirements"),
    }
}

/// Whether any of the requirements provides for it. Unknown if none does and one does not state it.
pub(in crate::law) fn provided_for(
    of: &[Requirements],
    provides: impl Fn(&Requirements) -> Option<bool>,
) -> Option<bool> {
    let results: Vec<_> = of.iter().map(provides).collect();
    if results.contains(&Some(true)) {
        Some(true)
    } else if results.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// `art19.p1.nonformal-informal-recognisable`: results of non-formal and of informal education are recognised where the
/// standard, or in its absence the qualification requirements, provides for it; each kind separately.
///
/// # Errors
/// An empty list of requested kinds.
pub fn education_recognisable(
    facts: &EducationRecognisable,
    _: &WorkingDays,
) -> Result<Ruled<EducationOutcome>, FactsError> {
    require!(facts: requested, basis);
    let (of, name) = match applicable(basis) {
        Ok(found) => found,
        Err(missing) => return Ok(Ruled::missing(&[missing])),
    };
    let kind_recognised = |kind: EducationKind| {
        provided_for(of, |one| match kind {
            EducationKind::NonFormal => one.non_formal,
            EducationKind::Informal => one.informal,
        })
    };
    let kinds = |expected: Option<bool>| -> Vec<String> {
        let found = requested.iter().filter(|kind| kind_recognised(**kind) == expected);
        found.map(|kind| kind.name().to_string()).collect()
    };
    let (yes, no, open) = (kinds(Some(true)), kinds(Some(false)), kinds(None));
    let ruling = if !no.is_empty() {
        Ruled::of(EducationOutcome::NotRecognisable)
    } else if !open.is_empty() {
        Ruled::missing(&["basis"])
    } else {
        Ruled::of(EducationOutcome::Recognisable)
    };
    let lists = [("recognisable", yes), ("not_recognisable", no), ("not_known", open)];
    let ruling = lists
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .fold(ruling, |ruling, (name, list)| ruling.with(name, list));
    Ok(ruling.with("basis", name))
}

/// `art19.p2.nonformal-evidence`: for non-formal education the candidate submits a certificate, or a certificate of
/// completion, from an organisation that provides educational services. One suffices.
///
/// # Errors
/// None.
pub fn non_formal_evidence(
    facts: &EvidenceFacts,
    _: &WorkingDays,
) -> Result<Ruled<EvidenceOutcome>, FactsError> {
    require!(facts: evidence);
    let qualifies = |one: &Evidence| match one.kind? {
        EvidenceKind::Certificate | EvidenceKind::CertificateOfCompletion => one.issuer_is_provider,
        EvidenceKind::Description => Some(false),
    };
    Ok(judge_evidence(evidence, qualifies))
}

/// `art19.p3.informal-evidence`: for informal education the candidate submits a description of the results. No other
/// person needs to confirm it.
///
/// # Errors
/// A description that is blank.
pub fn informal_evidence(
    facts: &EvidenceFacts,
    _: &WorkingDays,
) -> Result<Ruled<EvidenceOutcome>, FactsError> {
    require!(facts: evidence);
    let qualifies = |one: &Evidence| match one.kind? {
        EvidenceKind::Description => one.text.as_ref().map(|_| true),
        EvidenceKind::Certificate | EvidenceKind::CertificateOfCompletion => Some(false),
    };
    Ok(judge_evidence(evidence, qualifies))
}

fn judge_evidence(
    evidence: &[Evidence],
    qualifies: impl Fn(&Evidence) -> Option<bool>,
) -> Ruled<EvidenceOutcome> {
    let results: Vec<_> = evidence.iter().map(qualifies).collect();
    if results.contains(&Some(true)) {
        Ruled::of(EvidenceOutcome::Submitted)
    } else if results.contains(&None) {
        Ruled::missing(&["evidence"])
    } else {
        Ruled::of(EvidenceOutcome::MissingEvidence)
    }
}
