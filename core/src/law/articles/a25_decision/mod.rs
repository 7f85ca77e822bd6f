//! Article 25: the decision to accredit or to refuse, and its consequences.

pub mod p1_basis;
pub mod p2_issuance;
pub mod p3_monitoring;
pub mod p4_refusal;
pub mod p5_remedy;

use crate::law::engine::norm::Article;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 25,
    title: "The decision on accreditation",
    norms: &[p1_basis::NORMS, p2_issuance::NORMS, p3_monitoring::NORMS, p4_refusal::NORMS, p5_remedy::NORMS],
};
