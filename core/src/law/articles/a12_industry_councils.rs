//! Article 12: industry councils.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 12, title: "Industry councils", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(12, 0, 0, 0),
        0x6929_74b3_7741_5fe7,
        Nothing,
        "art12",
        "Industry councils are set up under sectoral state bodies",
        Nothing("It sets up institutions.")
    ),
    norm!(
        at(12, 0, 2, 0),
        0xd44e_c3c6_fd3e_0ee5,
        Nothing,
        "art12.part2",
        "Their regulations follow a model",
        Nothing("It leaves the matter to other acts.")
    ),
    norm!(
        at(12, 0, 3, 0),
        0x1f64_469a_9df7_a9b0,
        Nothing,
        "art12.part3",
        "Each council elects its chair from its members",
        Nothing("Internal to the council; no register shows its members.")
    ),
];
