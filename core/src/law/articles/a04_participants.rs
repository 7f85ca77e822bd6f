//! Article 4: the participants of the system.

use crate::law::engine::facts::names;
use crate::law::engine::norm::Place::Type;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 4, title: "Participants of the system", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(4, 0, 0, 0),
        0x6689_e0d5_8755_77e8,
        Term,
        "term.participant-kind",
        "Participants of the system: eleven kinds, a closed list",
        Type("law::articles::a04_participants::ParticipantKind");
        names: ParticipantKind::NAMES
    ),
    norm!(
        at(4, 0, 0, 1),
        0x8dd1_5ef3_cda3_c3bc,
        Term,
        "term.participant-kind.1",
        "Participant: the Government",
        Type("law::articles::a04_participants::ParticipantKind.Government");
        names: &[ParticipantKind::Government.name()]
    ),
    norm!(
        at(4, 0, 0, 2),
        0x1f60_b3a9_cc38_248b,
        Term,
        "term.participant-kind.2",
        "Participant: the authorised body",
        Type("law::articles::a04_participants::ParticipantKind.AuthorizedBody"),
        "It keeps the register of professions and the platform: the keeper's keys are its own.";
        names: &[ParticipantKind::AuthorizedBody.name()]
    ),
    norm!(
        at(4, 0, 0, 3),
        0x33c0_81d6_034b_9f15,
        Term,
        "term.participant-kind.3",
        "Participant: sectoral state bodies",
        Type("law::articles::a04_participants::ParticipantKind.SectoralStateBodies");
        names: &[ParticipantKind::SectoralStateBodies.name()]
    ),
    norm!(
        at(4, 0, 0, 4),
        0xfcb2_111b_cd11_2bf6,
        Term,
        "term.participant-kind.4",
        "Participant: the National council",
        Type("law::articles::a04_participants::ParticipantKind.NationalCouncil"),
        "Its name varies by a preposition between this article and art. 10: one body.";
        names: &[ParticipantKind::NationalCouncil.name()]
    ),
    norm!(
        at(4, 0, 0, 5),
        0xa333_b604_b2e2_6234,
        Term,
        "term.participant-kind.5",
        "Participant: the National Chamber of Entrepreneurs",
        Type("law::articles::a04_participants::ParticipantKind.NationalChamber"),
        "One of the two accreditors that art17.p1.part2 distinguishes.";
        names: &[ParticipantKind::NationalChamber.name()]
    ),
    norm!(
        at(4, 0, 0, 6),
        0xd953_63ea_99bf_1b76,
        Term,
        "term.participant-kind.6",
        "Participant: the accreditation body",
        Type("law::articles::a04_participants::ParticipantKind.AccreditationBody"),
        "Not defined in art. 1. Only art. 17.1, part two, gives it something to do.";
        names: &[ParticipantKind::AccreditationBody.name()]
    ),
    norm!(
        at(4, 0, 0, 7),
        0xb67e_b31a_820c_694e,
        Term,
        "term.participant-kind.7",
        "Participant: the National body",
        Type("law::articles::a04_participants::ParticipantKind.NationalBody");
        names: &[ParticipantKind::NationalBody.name()]
    ),
    norm!(
        at(4, 0, 0, 8),
        0x75f6_ead9_c3f5_58c1,
        Term,
        "term.participant-kind.8",
        "Participant: industry councils",
        Type("law::articles::a04_participants::ParticipantKind.IndustryCouncils"),
        "The \"sectoral councils\" of art. 5.5 and 12 are the same.";
        names: &[ParticipantKind::IndustryCouncils.name()]
    ),
    norm!(
        at(4, 0, 0, 9),
        0xc1bc_95ef_0990_10ec,
        Term,
        "term.participant-kind.9",
        "Participant: employers",
        Type("law::articles::a04_participants::ParticipantKind.Employers");
        names: &[ParticipantKind::Employers.name()]
    ),
    norm!(
        at(4, 0, 0, 10),
        0x1313_3bf9_3666_7889,
        Term,
        "term.participant-kind.10",
        "Participant: candidates",
        Type("law::articles::a04_participants::ParticipantKind.Candidates");
        names: &[ParticipantKind::Candidates.name()]
    ),
    norm!(
        at(4, 0, 0, 11),
        0x55f2_4d6d_f076_de32,
        Term,
        "term.participant-kind.11",
        "Participant: recognition centres",
        Type("law::articles::a04_participants::ParticipantKind.RecognitionCentres"),
        "Accredited legal entities only, by 1(10).";
        names: &[ParticipantKind::RecognitionCentres.name()]
    ),
];

names! {
        /// The participants of the National qualifications system (art. 4): a closed list.
        pub enum ParticipantKind {
            /// The Government.
            Government = "government",
            /// The authorised body.
            AuthorizedBody = "authorized-body",
            /// Sectoral state bodies.
            SectoralStateBodies = "sectoral-state-bodies",
            /// The National council.
            NationalCouncil = "national-council",
            /// The National Chamber of Entrepreneurs, which accredits under this Law (art. 23.1).
            NationalChamber = "national-chamber",
            /// The accreditation body, which accredits in conformity assessment (art. 17.1, part two).
            AccreditationBody = "accreditation-body",
            /// The National body.
            NationalBody = "national-body",
            /// Industry councils, which the act also calls sectoral.
            IndustryCouncils = "industry-councils",
            /// Employers.
            Employers = "employers",
            /// Candidates.
            Candidates = "candidates",
            /// Recognition centres.
            RecognitionCentres = "recognition-centres",
        }
}
