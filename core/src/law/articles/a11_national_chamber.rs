//! Article 11: the National Chamber of Entrepreneurs.

use crate::law::engine::norm::Place::{Field, Nothing};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 11, title: "The National Chamber of Entrepreneurs", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(11, 0, 0, 0),
        0x4a2f_ed14_04db_7ecf,
        Nothing,
        "art11",
        "Introduces the powers of the National Chamber",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(11, 0, 0, 1),
        0xaa3f_2b22_9188_0785,
        Nothing,
        "art11.s1",
        "The Chamber gives its opinion on draft standards",
        Nothing("The opinion binds nobody (art. 5.5, part two).")
    ),
    norm!(
        at(11, 0, 0, 2),
        0xfe71_da21_9d58_93e9,
        Data,
        "data.centre-register-keeper",
        "The Chamber keeps the register of accredited centres",
        Field("snapshot::root::RoleName.Chamber"),
        "Centres count only under the Chamber's signature, and no key may be both its and the keeper's."
    ),
    norm!(
        at(11, 0, 0, 3),
        0x9f73_dd02_5279_4668,
        Nothing,
        "art11.s3",
        "The Chamber monitors the centres it has accredited",
        Nothing("It has no period; what monitoring finds has effect by art. 25.3 and 26.2.")
    ),
    norm!(
        at(11, 0, 0, 4),
        0x5b85_aa08_52d4_5161,
        Nothing,
        "art11.s4",
        "The Chamber proposes improvements",
        Nothing("A relation between institutions.")
    ),
    norm!(
        at(11, 0, 0, 5),
        0x2ed2_a53c_c1d6_d596,
        Nothing,
        "art11.s5",
        "The Chamber has further functions by other acts",
        Nothing("A general clause.")
    ),
];
