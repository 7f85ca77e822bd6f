//! Article 6: the digital platform.

use crate::law::engine::norm::Place::{Field, NotCarried, Nothing};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 6, title: "The digital platform", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(6, 1, 0, 0),
        0x19d6_6953_7e33_a600,
        Data,
        "data.platform",
        "The digital platform holds nine things",
        Field("snapshot::statements::Manifest.segments"),
        "A snapshot is a part of the platform: its segments hold 3, 4, 5 and 8. \"Information system\" is read in the text of \
         2023; the Digital Code of 2026 and its companion law were not available and may have changed these words."
    ),
    norm!(
        at(6, 1, 0, 1),
        0xc2bd_c566_f84a_3829,
        Data,
        "data.frameworks",
        "On the platform: the frameworks",
        NotCarried("No check needs them, see art. 5.3 and 5.4.")
    ),
    norm!(
        at(6, 1, 0, 2),
        0x07de_4718_ec4b_ac85,
        Data,
        "data.nco",
        "On the platform: the classifier of occupations",
        Field("document::claims::Claims.edition"),
        "Code and edition only: names come from the register of professions, and no check needs the rest of the \
         classifier."
    ),
    norm!(
        at(6, 1, 0, 3),
        0x4ee6_aa73_ac55_eea5,
        Data,
        "data.standards",
        "On the platform: approved standards",
        Field("snapshot::rows::DatedBasis.interval"),
        "Which were in force when; not their text."
    ),
    norm!(
        at(6, 1, 0, 4),
        0x218d_4eaf_8927_a9ee,
        Data,
        "data.register",
        "On the platform: the register of professions",
        Field("snapshot::rows::Profession.versions"),
        "Needed for art. 15.1, 20, 21.5, 24.1(3) and 29.2."
    ),
    norm!(
        at(6, 1, 0, 5),
        0x984b_32a5_f9b4_23cb,
        Data,
        "data.centre-list",
        "On the platform: the list of centres",
        Field("snapshot::rows::Centre.accreditations"),
        "With every event of a certificate, and with the professions that it covered when (snapshot::rows::Scope). Wider \
         than the Chamber's register (art. 11(2)): it has centres accredited by the other law as well."
    ),
    norm!(
        at(6, 1, 0, 6),
        0x4b68_be65_3755_72c0,
        Data,
        "data.person-db-excluded",
        "On the platform: who has been recognised",
        NotCarried(
            "A database of people. A copy of it may not leave the platform: a snapshot holds tags and sealed \
                    attributes, which only someone with the document in hand can open."
        )
    ),
    norm!(
        at(6, 1, 0, 7),
        0x0d48_97d2_a591_0dfe,
        Data,
        "data.education-programs",
        "On the platform: educational programmes of colleges and universities",
        NotCarried("No rule asks about them.")
    ),
    norm!(
        at(6, 1, 0, 8),
        0xd161_f383_4ff6_b636,
        Data,
        "data.document-register",
        "On the platform: documents issued and cancelled",
        Field("snapshot::pages::SegmentKind.Documents"),
        "Two registers in one. Not being listed as issued, and being listed as cancelled, are different answers; \
         cancellations are in segments of their own."
    ),
    norm!(
        at(6, 1, 0, 9),
        0x4ddf_e84a_9c9a_e7cb,
        Data,
        "data.other",
        "On the platform: whatever else the law provides for",
        NotCarried(
            "An open end. A part of a snapshot that a version does not know is refused, not skipped: what is \
                    unknown could change an answer."
        )
    ),
    norm!(
        at(6, 2, 0, 0),
        0x285b_31d8_9bf5_359f,
        Nothing,
        "art6.p2",
        "The authorised body runs the platform",
        Nothing("It says which body is competent.")
    ),
];
