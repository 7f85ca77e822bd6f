//! Article 5: the basic tools of the system.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::{Conditions, UNKNOWN};
use crate::law::engine::facts::{facts, names};
use crate::law::engine::norm::Place::{Field, NotCarried, Nothing, Type};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 5, title: "Tools of the system", norms: &[NORMS] };

rule! {
    STANDARD_APPROVAL: StandardApproval => ApprovalOutcome,
    unit: (5, 5, 2, 0),
    text: 0xee14_6793_056d_8626,
    id: "art5.p5.part2.standard-approval",
    summary: "The sectoral state body approves a standard, agreed with the council and the authorised body, after the Chamber's opinion",
    note: "Each condition is attested. The opinion is advisory: it must have been considered, not followed. No check of a document \
         needs them.",
    judge: standard_approval,
    as_of: |facts| facts.approved_on,
    value: &[
        ("failed", Output::SomeOf(&["approver", "council", "authorised-body", "chamber-opinion"])),
        UNKNOWN,
    ],
    example: r#"{"approved_by_sectoral_body":true,"council_agreed":true,"authorised_body_agreed":true,"opinion_considered":true,"approved_on":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(5, 1, 0, 0),
        0x4e62_75e1_36d3_c605,
        Nothing,
        "art5.p1",
        "Qualifications are built on the basic tools",
        Nothing("A declaration without a condition.")
    ),
    norm!(
        at(5, 2, 0, 0),
        0x287e_46ae_1a60_057d,
        Term,
        "term.nqs-tool",
        "The basic tools: four, a closed list",
        Type("law::articles::a05_tools::QualificationTool");
        names: QualificationTool::NAMES
    ),
    norm!(
        at(5, 2, 0, 1),
        0x00b6_44ba_3e28_00ad,
        Term,
        "term.nqs-tool.1",
        "Tool: the national framework",
        Type("law::articles::a05_tools::QualificationTool.NationalFramework");
        names: &[QualificationTool::NationalFramework.name()]
    ),
    norm!(
        at(5, 2, 0, 2),
        0x2fc9_3273_83be_4c37,
        Term,
        "term.nqs-tool.2",
        "Tool: the industry framework",
        Type("law::articles::a05_tools::QualificationTool.IndustryFramework"),
        "\"Industry\" and \"sectoral\" are the same in the translation.";
        names: &[QualificationTool::IndustryFramework.name()]
    ),
    norm!(
        at(5, 2, 0, 3),
        0x2984_10b7_8561_8333,
        Term,
        "term.nqs-tool.3",
        "Tool: professional standards, and qualification requirements",
        Type("law::articles::a05_tools::QualificationTool.StandardsAndRequirements"),
        "Two things in one item; art. 15.4, part two, says which of them applies.";
        names: &[QualificationTool::StandardsAndRequirements.name()]
    ),
    norm!(
        at(5, 2, 0, 4),
        0xc003_c1e2_6b64_180d,
        Term,
        "term.nqs-tool.4",
        "Tool: the register of professions",
        Type("law::articles::a05_tools::QualificationTool.RegisterOfProfessions");
        names: &[QualificationTool::RegisterOfProfessions.name()]
    ),
    norm!(
        at(5, 3, 0, 0),
        0x7005_b8ca_700f_684f,
        Data,
        "data.nqf-levels",
        "The national framework describes each level",
        NotCarried(
            "No check needs the description of a level. A document's level is compared with the register's record, \
                    as text."
        )
    ),
    norm!(
        at(5, 3, 2, 0),
        0xf0e9_e704_9b4a_4794,
        Nothing,
        "art5.p3.part2",
        "Who develops the national framework",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(5, 4, 0, 0),
        0xc8e6_0d97_b44a_7554,
        Data,
        "data.iqf-levels",
        "An industry framework sorts requirements to specialists by level",
        NotCarried(
            "No check needs it: what a document was tested against is its standard or its requirements."
        )
    ),
    norm!(
        at(5, 4, 2, 0),
        0x1124_8cc4_6819_025a,
        Nothing,
        "art5.p4.part2",
        "Who develops and approves industry frameworks",
        Nothing(
            "It says which bodies are competent. The national framework is approved elsewhere (art. 10.2(2))."
        )
    ),
    norm!(
        at(5, 5, 0, 0),
        0x5e46_0db5_080f_2895,
        Nothing,
        "art5.p5",
        "Who develops professional standards, and from what",
        Nothing("It says which bodies are competent; how they proceed is in other acts.")
    ),
    &STANDARD_APPROVAL.norm,
    norm!(
        at(5, 5, 3, 0),
        0xef55_a934_8680_c669,
        Data,
        "data.approved-standards-list",
        "The authorised body keeps the list of approved standards",
        Field("snapshot::rows::Profession.bases"),
        "Each with the time in which it was in force. What a standard says of skills and of non-formal education are \
         facts of art. 19.1 and 20.2 (law::articles::a19_education::Requirements)."
    ),
    norm!(
        at(5, 5, 4, 0),
        0x05d7_3b3e_2cb6_f5eb,
        Nothing,
        "art5.p5.part4",
        "Standards are paid for from the budget",
        Nothing("A budget norm.")
    ),
    norm!(
        at(5, 5, 5, 0),
        0x8abb_9f8a_2ca0_166d,
        Nothing,
        "art5.p5.part5",
        "Associations of employers may draft a standard at their own cost",
        Nothing("A permission of institutions; nothing to check on a document or a candidate.")
    ),
    norm!(
        at(5, 5, 6, 0),
        0x83e7_f15c_a15d_10b5,
        Nothing,
        "art5.p5.part6",
        "Educational programmes should aim at outcomes and take the standards into account",
        Nothing("Advice to those who teach.")
    ),
    norm!(
        at(5, 6, 0, 0),
        0xfab1_ddda_0569_a03f,
        Data,
        "data.register-entry",
        "Professions with recognition are in the register, on the National council's advice",
        Field("snapshot::rows::Profession.versions"),
        "With history, because checks ask about past days. The check is art15.p1.profession-recognisable."
    ),
    norm!(
        at(5, 6, 2, 0),
        0x1529_2bb8_e116_be86,
        Data,
        "data.register-issuer",
        "The register of professions is kept by the authorised body, on the platform",
        Field("snapshot::root::RoleName.Keeper"),
        "The tables of professions count only under the keeper's signature. The list of centres has another keeper \
         (art. 11(2))."
    ),
];

names! {
        /// The basic tools of the system (art. 5.2): a closed list.
        pub enum QualificationTool {
            /// The national qualifications framework.
            NationalFramework = "national-framework",
            /// The industry framework, which the act also calls sectoral.
            IndustryFramework = "industry-framework",
            /// Professional standards, and qualification requirements.
            StandardsAndRequirements = "standards-and-requirements",
            /// The register of professions.
            RegisterOfProfessions = "register-of-professions",
        }
}

outcomes! {
    /// The outcomes of `art5.p5.part2.standard-approval`.
    pub enum ApprovalOutcome {
        InOrder = "in-order": Satisfied,
        NotInOrder = "not-in-order": Violated,
    }
}

facts! {
    /// Facts of `art5.p5.part2.standard-approval`.
    pub struct StandardApproval {
        /// Whether a sectoral state body approved the standard.
        approved_by_sectoral_body: Option<bool>,
        /// Whether the industry council agreed.
        council_agreed: Option<bool>,
        /// Whether the authorised body agreed.
        authorised_body_agreed: Option<bool>,
        /// Whether the opinion of the National Chamber was considered; it need not be followed.
        opinion_considered: Option<bool>,
        /// The day of the approval.
        approved_on: Option<Date>,
    }
}

/// `art5.p5.part2.standard-approval`: a professional standard is approved by a sectoral state body, in agreement with the industry
/// council and the authorised body, after it considered the advisory opinion of the National Chamber. Every condition is
/// attested.
///
/// # Errors
/// None.
pub fn standard_approval(
    facts: &StandardApproval,
    _: &WorkingDays,
) -> Result<Ruled<ApprovalOutcome>, FactsError> {
    let conditions = Conditions::default()
        .check("approver", facts.approved_by_sectoral_body, "approved_by_sectoral_body")
        .check("council", facts.council_agreed, "council_agreed")
        .check("authorised-body", facts.authorised_body_agreed, "authorised_body_agreed")
        .check("chamber-opinion", facts.opinion_considered, "opinion_considered");
    Ok(conditions.ruled(ApprovalOutcome::InOrder, ApprovalOutcome::NotInOrder))
}
