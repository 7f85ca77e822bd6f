//! Article 16: rights of candidates.

use crate::law::engine::norm::Place::{NotCarried, Nothing};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 16, title: "Rights of candidates", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(16, 0, 0, 0),
        0xd433_b341_c06d_1f28,
        Nothing,
        "art16",
        "Introduces the rights of candidates",
        Nothing("A list of rights without a condition.")
    ),
    norm!(
        at(16, 0, 0, 1),
        0x826b_a28d_a94d_568a,
        Data,
        "data.info-for-candidates",
        "A right to complete information in an accessible form",
        NotCarried(
            "Texts for people to read, to be provided by centres and sectoral bodies; see art. 15.6 and 17.2(2)."
        )
    ),
    norm!(
        at(16, 0, 0, 2),
        0x57bd_e72c_50c6_4b6e,
        Nothing,
        "art16.s2",
        "A right to be examined by the qualification programme",
        Nothing(
            "A right without a test of its own; whether there is a programme is decided by art. 17.2(4)."
        )
    ),
    norm!(
        at(16, 0, 0, 3),
        0xf3fa_a495_50f8_ecdf,
        Nothing,
        "art16.s3",
        "A right to go to court",
        Nothing(
            "A remedy to which this Law sets no term. It is named with what to do after a negative decision."
        )
    ),
];
