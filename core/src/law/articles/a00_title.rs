//! What precedes article 1: the title, the date and the preamble.

use crate::law::engine::norm::Place::{Field, Nothing};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::Unit;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 0, title: "Title, date and preamble", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        Unit::Title,
        0x97e9_1a39_1b3e_0af6,
        Data,
        "data.law-identity",
        "The act is called \"On professional qualifications\"",
        Field("law::engine::norm::Act.title"),
        "Every rule, finding and explanation cites the act by its number."
    ),
    norm!(
        Unit::Date,
        0x1b4e_9db9_4734_5a85,
        Data,
        "data.law-identity-number",
        "The act is the Law of 4 July 2023, No. 14-VIII",
        Field("law::engine::norm::Act.number"),
        "The rules were read from an unofficial English translation; the Kazakh and Russian texts are authoritative."
    ),
    norm!(
        Unit::Preamble,
        0xc71e_c5da_221e_a861,
        Nothing,
        "preamble",
        "What the act is about: recognition within the National qualifications system",
        Nothing("It states a purpose. Whom and what the Law concerns is decided by art. 2.3, 15.2 and 15.5.")
    ),
];
