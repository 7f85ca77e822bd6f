//! Article 8: the authorised body.

use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 8, title: "The authorised body", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(8, 0, 0, 0),
        0x7b76_5102_f441_df73,
        Nothing,
        "art8",
        "Introduces the powers of the authorised body",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(8, 0, 0, 1),
        0xb2e7_4295_39f7_0182,
        Nothing,
        "art8.s1",
        "The authorised body carries out policy",
        Nothing("Policy.")
    ),
    norm!(
        at(8, 0, 0, 2),
        0x1d58_e129_228f_9366,
        Nothing,
        "art8.s2",
        "The authorised body directs the National body's work",
        Nothing("A relation between institutions.")
    ),
    norm!(
        at(8, 0, 0, 3),
        0x4da4_18d8_cc92_9076,
        Nothing,
        "art8.s3",
        "The authorised body makes the acts on recognition",
        Nothing(
            "The power to make the rules to which this Law refers. What those rules set (documents to submit, terms of a \
                 retake) comes in as facts."
        )
    ),
    norm!(
        at(8, 0, 0, 4),
        0x195b_d75f_28b3_e433,
        Nothing,
        "art8.s4",
        "The authorised body has further powers by other acts",
        Nothing("A general clause.")
    ),
];
