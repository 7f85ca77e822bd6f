//! Article 15: procedure and conditions of recognition.

pub mod p1_register;
pub mod p2_voluntary;
pub mod p3_centre;
pub mod p3_part2_funding;
pub mod p4_basis;
pub mod p5_other_law;

use crate::law::engine::norm::Place::NotCarried;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 15,
    title: "Procedure and conditions of recognition",
    norms: &[
        p1_register::NORMS,
        p2_voluntary::NORMS,
        p3_centre::NORMS,
        p3_part2_funding::NORMS,
        p4_basis::NORMS,
        p5_other_law::NORMS,
        NORMS,
    ],
};

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(15, 6, 0, 0),
    0x568a_97ac_354f_fa3f,
    Data,
    "data.procedure-info",
    "The procedure is published by the centres and on the platform",
    NotCarried(
        "Texts for people to read. No check needs them, and a copy in a snapshot would become outdated."
    )
)];
