//! Article 3: principles.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article { number: 3, title: "Principles", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(3, 0, 0, 0),
        0xc802_0d38_5a98_045d,
        Nothing,
        "art3",
        "Introduces the principles",
        Nothing("Principles guide the reading of rules; they decide no case.")
    ),
    norm!(
        at(3, 0, 0, 1),
        0xc413_82f4_591e_9c49,
        Nothing,
        "art3.s1",
        "Information is open to everyone",
        Nothing("A principle; what must be published is stated in art. 15.6, 16(1) and 17.2.")
    ),
    norm!(
        at(3, 0, 0, 2),
        0x3b28_46bd_d7da_e940,
        Nothing,
        "art3.s2",
        "Recognition is transparent and objective",
        Nothing("A principle; it is why every answer here gives its article and its reasons.")
    ),
    norm!(
        at(3, 0, 0, 3),
        0x22c6_9cc8_6015_3521,
        Nothing,
        "art3.s3",
        "Centres are independent of those who teach",
        Nothing("A principle; art. 24.2 is its verifiable part.")
    ),
];
