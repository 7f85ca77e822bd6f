//! Article 30: liability.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article { number: 30, title: "Liability", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(30, 0, 0, 0),
    0x05c4_d1a0_911f_24da,
    Nothing,
    "art30",
    "Breaking the legislation on recognition entails liability",
    Nothing("It refers to other laws.")
)];
