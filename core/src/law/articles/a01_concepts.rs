//! Article 1: the concepts.

use crate::law::articles::a04_participants::ParticipantKind;
use crate::law::engine::norm::Place::{Nothing, Type};
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article { number: 1, title: "Concepts", norms: &[NORMS] };

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(1, 0, 0, 0),
        0x9a8a_d1d1_2865_12c5,
        Term,
        "term.*",
        "Introduces the concepts",
        Nothing("Each concept is a term of its own.")
    ),
    norm!(
        at(1, 0, 0, 1),
        0xb4d3_0a5f_5600_8475,
        Term,
        "term.qualification-program",
        "Qualification programme: how a candidate is measured against the standards, or else the requirements",
        Type("law::articles::a17_centres::p2_duties::ProgrammeFacts"),
        "What a programme is based on is decided by art. 15.4, part two."
    ),
    norm!(
        at(1, 0, 0, 2),
        0x4e39_7126_1147_6e20,
        Term,
        "term.knowledge",
        "Knowledge: what one has learned and needs for a task of the profession",
        Nothing("Knowledge is described in the standards; no rule looks into a description of it.")
    ),
    norm!(
        at(1, 0, 0, 3),
        0xf1be_6e12_ad69_6fac,
        Term,
        "term.skill-integral",
        "Skill in the wide sense (дағды, навык): using knowledge and single skills to do a whole task",
        Type("snapshot::rows::Skill"),
        "The translation says \"skill\" here and in 1(17), which are different concepts. The skills that art. 20 has \
         recognised are read as these."
    ),
    norm!(
        at(1, 0, 0, 4),
        0x10f5_04af_5bae_289b,
        Term,
        "term.informal-education",
        "Informal education: learned in daily life, without a document that confirms it",
        Type("law::articles::a19_education::EducationKind.Informal"),
        "Distinguished from non-formal education by one question: did a provider confirm the result by a document?"
    ),
    norm!(
        at(1, 0, 0, 5),
        0x63d5_122d_8c3b_f64e,
        Term,
        "term.profession",
        "Profession: an activity of a person that requires certain qualifications",
        Type("snapshot::rows::Profession")
    ),
    norm!(
        at(1, 0, 0, 6),
        0xf419_cd7f_60b9_d671,
        Term,
        "term.register-of-professions",
        "Register of professions: the electronic list of professions for which there is recognition",
        Type("snapshot::rows::ProfessionVersion"),
        "Electronic by definition, so it can be signed and hashed."
    ),
    norm!(
        at(1, 0, 0, 7),
        0x6f4e_91be_7fbc_3b6d,
        Term,
        "term.candidate",
        "Candidate: an individual who applies, alone or because the employer advised it",
        Type("law::articles::a18_admission::ExamAdmission"),
        "There is no type for the person: rules get facts about a candidate, never an identity. \"Voluntarily\" does \
         not keep anyone from mandatory recognition (art. 15.1)."
    ),
    norm!(
        at(1, 0, 0, 8),
        0xbec1_b289_5527_8186,
        Term,
        "term.professional-qualification",
        "Professional qualification: how far one masters what the functions of a profession take",
        Type("snapshot::rows::Qualification")
    ),
    norm!(
        at(1, 0, 0, 9),
        0x87f2_1dce_f0ea_b318,
        Term,
        "term.recognition",
        "Recognition: assessing a candidate against the standards or requirements, and deciding",
        Type("law::articles::a21_document::p3_duties::CentreDecision"),
        "Two stages: the exam has an outcome, and the centre decides on it."
    ),
    norm!(
        at(1, 0, 0, 10),
        0xfb0f_aff5_a677_c658,
        Term,
        "term.recognition-center",
        "Recognition centre: a legal entity accredited to carry out recognition",
        Type("snapshot::rows::Centre"),
        "Whether it is one on a given day is decided by art17.p1.centre-status."
    ),
    norm!(
        at(1, 0, 0, 11),
        0x5ea4_a9b1_b359_5a7f,
        Term,
        "term.voucher",
        "One-time voucher: entitles a registered unemployed person to recognition free of charge",
        Type("law::articles::a29_vouchers::p1_use::VoucherUse"),
        "Electronic, and for professions of the register only."
    ),
    norm!(
        at(1, 0, 0, 12),
        0xcaf1_247f_6fba_1667,
        Term,
        "term.authorized-body",
        "Authorised body: the central executive body in charge of recognition",
        Type("law::articles::a04_participants::ParticipantKind.AuthorizedBody");
        names: &[ParticipantKind::AuthorizedBody.name()]
    ),
    norm!(
        at(1, 0, 0, 13),
        0x7620_250b_9d7d_976b,
        Term,
        "term.recognition-document",
        "Recognition document: attests a candidate's qualification for one profession",
        Type("document::claims::Claims"),
        "One document, one profession."
    ),
    norm!(
        at(1, 0, 0, 14),
        0x129e_616a_4a51_897e,
        Term,
        "term.professional-standard",
        "Professional standard: the official requirements to knowledge, skill, experience and level",
        Type("document::claims::BasisKind.Standard"),
        "The translation names informal education twice; the first is read as non-formal, by 1(21)."
    ),
    norm!(
        at(1, 0, 0, 15),
        0xe465_4ae0_1cbe_98be,
        Term,
        "term.nco",
        "National classifier of occupations: names occupations and classifies them",
        Type("document::claims::Claims.edition"),
        "Occupations are not professions. A code is stated with the edition of its classifier."
    ),
    norm!(
        at(1, 0, 0, 16),
        0xbe7a_3275_0209_4fc8,
        Term,
        "term.competence",
        "Competence: using skills of the wide sense for the tasks of a labour function",
        Nothing("Competences are described in the standards; neither a document nor a rule names one.")
    ),
    norm!(
        at(1, 0, 0, 17),
        0x3e65_1a1c_d1fd_1be9,
        Term,
        "term.skill-elementary",
        "Skill in the narrow sense (машық, умение): doing a single action within a task",
        Nothing(
            "Single actions are described in the standards; no document attests one. See 1(3) for the other \"skill\"."
        )
    ),
    norm!(
        at(1, 0, 0, 18),
        0x83f6_254d_4680_f436,
        Term,
        "term.applicant",
        "Applicant: a legal entity that applies for accreditation",
        Type("law::engine::register::PersonKind.LegalEntity"),
        "Never a person: a person who applies for recognition is a candidate."
    ),
    norm!(
        at(1, 0, 0, 19),
        0x41fc_77d8_eb6b_31c1,
        Term,
        "term.sectoral-state-bodies",
        "Sectoral state bodies: those in charge of a branch of public administration",
        Type("law::articles::a04_participants::ParticipantKind.SectoralStateBodies");
        names: &[ParticipantKind::SectoralStateBodies.name()]
    ),
    norm!(
        at(1, 0, 0, 20),
        0xe6ee_b09f_447d_9574,
        Term,
        "term.nqs",
        "National qualifications system: the instruments by which demand for and supply of qualifications meet",
        Nothing("An umbrella term: its participants (art. 4) and tools (art. 5) have types.")
    ),
    norm!(
        at(1, 0, 0, 21),
        0x5182_185b_8049_46fb,
        Term,
        "term.non-formal-education",
        "Non-formal education: planned and run by a provider, who confirms the result by a document",
        Type("law::articles::a19_education::EducationKind.NonFormal"),
        "Its evidence is the provider's certificate (art. 19.2)."
    ),
];
