//! Article 28: the employer's declaration.

use crate::law::engine::norm::Place::NotCarried;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 28, title: "The employer's declaration", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[norm!(
    at(28, 0, 0, 0),
    0x2796_f0de_dc00_57d6,
    Data,
    "data.employer-documents",
    "Employees' documents count when an employer makes its declaration",
    NotCarried(
        "The employer has the list, not the register. `rastau verify --list` counts those that are valid on the \
                    day; what the count is worth is labour law."
    )
)];
