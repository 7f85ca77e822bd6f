//! Article 7: the Government.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article { number: 7, title: "The Government", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(7, 0, 0, 0),
        0x0c08_321b_2fe0_f506,
        Nothing,
        "art7",
        "Introduces the powers of the Government",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(7, 0, 0, 1),
        0xea27_4480_ac34_7558,
        Nothing,
        "art7.s1",
        "The Government sets the direction of policy",
        Nothing("Policy.")
    ),
    norm!(
        at(7, 0, 0, 2),
        0xad5e_8e36_0da5_6a6e,
        Nothing,
        "art7.s2",
        "The Government has further functions by other acts",
        Nothing("A general clause.")
    ),
];
