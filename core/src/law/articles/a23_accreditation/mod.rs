//! Article 23: accreditation of centres.

pub mod p1_free;
pub mod p2_s5_validity;
pub mod p2_stages;
pub mod p3_s2_survey;
pub mod p5_reaccreditation;

use crate::law::articles::a23_accreditation::p3_s2_survey::FULL_SURVEY;
use crate::law::engine::norm::Place::{Field, Nothing};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 23,
    title: "Accreditation of centres",
    norms: &[p1_free::NORMS, p2_stages::NORMS, NORMS, p5_reaccreditation::NORMS],
};

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(23, 3, 0, 0),
        0x9c1e_aea8_5c90_7550,
        Nothing,
        "art23.p3",
        "Introduces the Chamber's duties",
        Nothing("Each duty is a separate norm.")
    ),
    norm!(
        at(23, 3, 0, 1),
        0xfd32_b13d_a410_550a,
        Nothing,
        "art23.p3.s1",
        "Keep what the applicant submits safe and confidential",
        Nothing("Conduct.")
    ),
    norm!(
        at(23, 3, 0, 2),
        0x9e66_d455_bc9c_53e8,
        Data,
        "data.survey-report",
        "Survey fully and objectively; the report assesses every criterion",
        Field("law::articles::a25_decision::p1_basis::DecisionBasis.survey_done_on"),
        "The report itself is not carried. What it attests comes in as facts of the criteria, such as \
         law::articles::a24_criteria::p1_s2_resources::ResourcesTitle.sufficient."
    ),
    &FULL_SURVEY.norm,
    norm!(
        at(23, 3, 2, 0),
        0x7135_ca76_2d3a_8748,
        Nothing,
        "art23.p3.part2",
        "Breaking this article entails liability",
        Nothing("It refers to other laws.")
    ),
    norm!(
        at(23, 4, 0, 0),
        0xdcbb_c86e_1b47_289b,
        Nothing,
        "art23.p4",
        "The authorised body approves the rules of accreditation and of what becomes of certificates",
        Nothing(
            "It leaves the matter to another act. It distinguishes four operations: reissue, revocation, resumption, \
                 termination."
        )
    ),
];
