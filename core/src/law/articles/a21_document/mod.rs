//! Article 21: obtaining the document.

pub mod p1_entitlement;
pub mod p2_retake;
pub mod p3_duties;
pub mod p5_validity;

use crate::law::engine::norm::Place::NotCarried;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 21,
    title: "Obtaining the document",
    norms: &[p1_entitlement::NORMS, p2_retake::NORMS, p3_duties::NORMS, NORMS, p5_validity::NORMS],
};

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(21, 4, 0, 0),
    0xf061_2e25_37df_f7d0,
    Data,
    "data.document-form",
    "The form of the document is set by the rules of recognition",
    NotCarried(
        "The official form is not part of the Law. A document here names the version of its own format, and a \
                    version that is not known is refused."
    )
)];
