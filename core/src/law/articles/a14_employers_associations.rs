//! Article 14: associations of employers.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 14, title: "Associations of employers", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(14, 0, 0, 0),
        0xffd2_927f_dcc0_e4bd,
        Nothing,
        "art14",
        "Associations of employers work with sectoral state bodies",
        Nothing("A right to take part, without condition or term.")
    ),
    norm!(
        at(14, 0, 0, 1),
        0x21cc_af7a_281e_dca3,
        Nothing,
        "art14.s1",
        "They take part in frameworks, standards and the register",
        Nothing("A right to take part, without condition or term.")
    ),
    norm!(
        at(14, 0, 0, 2),
        0xeaa7_aab5_fc88_6489,
        Nothing,
        "art14.s2",
        "They take part in the councils",
        Nothing("A right to take part, without condition or term.")
    ),
    norm!(
        at(14, 0, 0, 3),
        0x9693_0a9e_3736_259c,
        Nothing,
        "art14.s3",
        "They take part in recommendations on the system",
        Nothing("A right to take part, without condition or term.")
    ),
];
