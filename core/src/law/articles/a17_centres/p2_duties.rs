//! Paragraph 2: the duties of a centre, of which it must have a programme.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::not_given;
use crate::law::engine::facts::{Known, Text, facts, require};
use crate::law::engine::norm::Place::{Field, NotCarried, Nothing};
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::unit::at;

rule! {
    PROGRAMME_EXISTS: ProgrammeExists => Outcome,
    unit: (17, 2, 0, 4),
    text: 0xe141_3679_187e_cc40,
    id: "art17.p2.s4.programme-exists",
    summary: "A centre has developed and approved a programme",
    note: "For the profession, by the day of the exam. What a programme must contain is for experts.",
    judge: programme_exists,
    as_of: |facts| facts.as_of,
    value: &[("approved_on", Output::Date)],
    example: r#"{"profession":"7212-01","programmes":[{"profession":"7212-01","approved_on":"2025-02-01"}],"as_of":"2026-03-19"}"#,
}

rule! {
    SAFETY_KEPT: SafetyKept => SafetyOutcome,
    unit: (17, 2, 0, 3),
    text: 0x7547_cdc4_1110_de9f,
    id: "art17.p2.s3.safety-kept",
    summary: "A centre keeps to safety, fire and sanitary requirements, and reacts at once if they are violated",
    note: "Attested: the requirements are in other acts, and \"at once\" has no measure. That the centre reacted does not undo the \
         violation.",
    judge: safety_kept,
    as_of: |facts| facts.procedure_date,
    value: &[],
    example: r#"{"complied":true,"procedure_date":"2026-03-19"}"#,
}

rule! {
    ACCESSIBLE_EXAM: AccessibleExam => AccessOutcome,
    unit: (17, 2, 0, 8),
    text: 0x9f17_76d8_92b6_171d,
    id: "art17.p2.s8.accessible-exam",
    summary: "A centre makes the exam possible for people with disabilities",
    note: "Attested, for each kind of need: the Law lists none.",
    judge: accessible_exam,
    as_of: |facts| facts.procedure_date,
    value: &[],
    example: r#"{"conditions_created":true,"procedure_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(17, 2, 0, 0),
        0xc57d_8362_202f_2269,
        Nothing,
        "art17.p2",
        "Introduces the duties of a centre",
        Nothing("Each duty is a separate norm.")
    ),
    norm!(
        at(17, 2, 0, 1),
        0xe776_16de_a2a3_fa0f,
        Data,
        "data.centre-publication",
        "A centre registers on the platform and publishes structure, activity and prices",
        Field("law::questions::centre_standing::Publication.structure"),
        "Whether each is published is asked by ask.centre-standing. What is published is for people to read; a snapshot \
         names the centre and says what it is accredited for."
    ),
    norm!(
        at(17, 2, 0, 2),
        0x59be_ec76_d82e_1cde,
        Data,
        "data.centre-candidate-info",
        "A centre informs candidates of the procedure, the documents to bring, and the terms of a retake",
        Field("law::articles::a18_admission::s2_documents::DocumentsComplete.required"),
        "The list of documents is a fact of art18.s2. The terms of a retake are dates that the centre sets (art. 21)."
    ),
    &SAFETY_KEPT.norm,
    &PROGRAMME_EXISTS.norm,
    norm!(
        at(17, 2, 0, 5),
        0x4a05_8d33_fac6_3e8a,
        Data,
        "data.results-reporting",
        "A centre reports candidates' results on the platform",
        NotCarried(
            "Results are about people, failures included. A snapshot lists documents issued and nothing else."
        )
    ),
    norm!(
        at(17, 2, 0, 6),
        0xdd45_def9_d3fd_1d37,
        Nothing,
        "art17.p2.s6",
        "A centre follows the procedure of appeals",
        Nothing("It refers to art. 22, which has the rules.")
    ),
    norm!(
        at(17, 2, 0, 7),
        0xd185_1e9a_b4b8_a7b8,
        Data,
        "data.centre-price",
        "A centre sets its price",
        NotCarried("The Law sets no limit that a check could compare it with.")
    ),
    &ACCESSIBLE_EXAM.norm,
    norm!(
        at(17, 2, 0, 9),
        0xdeee_1214_af68_577e,
        Nothing,
        "art17.p2.s9",
        "A centre is liable",
        Nothing("It refers to other laws.")
    ),
];

outcomes! {
    /// The outcomes of `art17.p2.s4.programme-exists`.
    pub enum Outcome {
        Approved = "approved": Satisfied,
        NotYetApproved = "not-yet-approved": Violated,
        NoProgramme = "no-programme": Violated,
    }
}

facts! {
    /// A qualification programme of the centre.
    pub struct ProgrammeFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// The day on which the centre approved it; `null` while it has not.
        approved_on: Known<Date>,
    }

    /// Facts of `art17.p2.s4.programme-exists`.
    pub struct ProgrammeExists {
        /// Code of the profession.
        profession: Option<Text>,
        /// The centre's programmes: at least those of this profession; empty where it has none.
        programmes: Option<Vec<ProgrammeFacts>>,
        /// The day of the exam.
        as_of: Option<Date>,
    }
}

/// `art17.p2.s4.programme-exists`: the centre has developed and approved a qualification programme for the profession,
/// no later than the day of the exam. One suffices; its content is not judged here.
///
/// # Errors
/// None.
pub fn programme_exists(facts: &ProgrammeExists, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let missing = not_given(&[
        ("profession", facts.profession.is_some()),
        ("programmes", facts.programmes.is_some()),
        ("as_of", facts.as_of.is_some()),
    ]);
    let (Some(profession), Some(programmes)) = (&facts.profession, &facts.programmes) else {
        return Ok(Ruled::missing(&missing));
    };
    let matching = || programmes.iter().filter(|one| one.profession.as_ref() == Some(profession));
    let first = matching().filter_map(|one| one.approved_on.some()).min();
    let Some(as_of) = facts.as_of else {
        return Ok(Ruled::missing(&missing).with_some("approved_on", first));
    };
    // An incompletely described programme could be the one, unless its day of approval is known and too late.
    let may_apply = |one: &ProgrammeFacts| match one.approved_on {
        Known::Unknown => true,
        Known::None => false,
        Known::Is(on) => on <= as_of,
    };
    let ruling = if first.is_some_and(|on| on <= as_of) {
        Ruled::of(Outcome::Approved)
    } else {
        let unknown = not_given(&[
            (
                "programmes.profession",
                !programmes.iter().any(|one| one.profession.is_none() && may_apply(one)),
            ),
            ("programmes.approved_on", !matching().any(may_apply)),
        ]);
        match (unknown.is_empty(), matching().next()) {
            (false, _) => Ruled::missing(&unknown),
            (true, None) => Ruled::of(Outcome::NoProgramme),
            (true, Some(_)) => Ruled::of(Outcome::NotYetApproved),
        }
    };
    Ok(ruling.with_some("approved_on", first))
}

outcomes! {
    /// The outcomes of `art17.p2.s3.safety-kept`.
    pub enum SafetyOutcome {
        Kept = "kept": Satisfied,
        Reacted = "reacted": Violated,
        NotKept = "not-kept": Violated,
    }
}

outcomes! {
    /// The outcomes of `art17.p2.s8.accessible-exam`.
    pub enum AccessOutcome {
        Created = "created": Satisfied,
        NotCreated = "not-created": Violated,
    }
}

facts! {
    /// Facts of `art17.p2.s3.safety-kept`.
    pub struct SafetyKept {
        /// Whether it is attested that the centre kept to the requirements during the procedure.
        complied: Option<bool>,
        /// Whether it reacted at once to a violation; not needed where there was none.
        reacted: Option<bool>,
        /// The day of the exam.
        procedure_date: Option<Date>,
    }

    /// Facts of `art17.p2.s8.accessible-exam`.
    pub struct AccessibleExam {
        /// Whether it is attested that the centre created the necessary conditions for people with disabilities.
        conditions_created: Option<bool>,
        /// The day of the exam.
        procedure_date: Option<Date>,
    }
}

/// `art17.p2.s3.safety-kept`: a centre keeps to the requirements of safety during the procedure, and reacts at once if they are
/// violated. Both are attested.
///
/// # Errors
/// None.
pub fn safety_kept(facts: &SafetyKept, _: &WorkingDays) -> Result<Ruled<SafetyOutcome>, FactsError> {
    require!(facts: complied);
    Ok(match (complied, facts.reacted) {
        (true, _) => Ruled::of(SafetyOutcome::Kept),
        (false, Some(true)) => Ruled::of(SafetyOutcome::Reacted),
        (false, Some(false) | None) => Ruled::of(SafetyOutcome::NotKept),
    })
}

/// `art17.p2.s8.accessible-exam`: a centre creates the conditions that people with disabilities need for the procedure. It is
/// attested.
///
/// # Errors
/// None.
pub fn accessible_exam(facts: &AccessibleExam, _: &WorkingDays) -> Result<Ruled<AccessOutcome>, FactsError> {
    require!(facts: conditions_created);
    Ok(Ruled::of(if *conditions_created { AccessOutcome::Created } else { AccessOutcome::NotCreated }))
}
