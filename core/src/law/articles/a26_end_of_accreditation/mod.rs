//! Article 26: reissue, revocation and end of a certificate.

pub mod p1_reissue;
pub mod p2_grounds;
pub mod p2_part2_cancelled_documents;
pub mod p3_decision;
pub mod p4_copy;
pub mod p5_resumption;
pub mod p6_grounds;
pub mod p6_termination;

use crate::law::engine::norm::Article;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 26,
    title: "Reissue, revocation and end of a certificate",
    norms: &[
        p1_reissue::NORMS,
        p2_grounds::NORMS,
        p2_part2_cancelled_documents::NORMS,
        p3_decision::NORMS,
        p4_copy::NORMS,
        p5_resumption::NORMS,
        p6_termination::NORMS,
        p6_grounds::NORMS,
    ],
};
