//! Article 27: candidates sent by employers.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 27, title: "Candidates sent by employers", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(27, 0, 0, 0),
    0xb360_245c_f494_7a0d,
    Nothing,
    "art27",
    "What employers owe candidates whom they send",
    Nothing("It refers to labour law.")
)];
