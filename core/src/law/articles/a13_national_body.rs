//! Article 13: the National body.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 13, title: "The National body", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(13, 0, 0, 0),
    0xc8fb_a548_4f8f_b100,
    Nothing,
    "art13",
    "The National body is a joint-stock company that the Government sets up",
    Nothing("It sets up an institution.")
)];
