//! Article 17: recognition centres.

pub mod p1_part2_accreditor;
pub mod p1_status;
pub mod p2_duties;

use crate::law::engine::norm::Article;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 17,
    title: "Recognition centres",
    norms: &[p1_status::NORMS, p1_part2_accreditor::NORMS, p2_duties::NORMS],
};
