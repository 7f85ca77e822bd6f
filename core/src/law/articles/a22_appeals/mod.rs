//! Article 22: appeals against the result of a recognition procedure.

pub mod p1_window;
pub mod p2_consideration;
pub mod p3_informing;

use crate::law::engine::norm::Article;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 22,
    title: "Appeals",
    norms: &[p1_window::NORMS, p2_consideration::NORMS, p3_informing::NORMS],
};

/// Working days to appeal, and to consider an appeal (art. 22.1, 22.2).
pub(in crate::law) const TERM: u32 = 5;
