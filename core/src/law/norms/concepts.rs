//! What stands before the first article, and article 1: the concepts.

use super::Place::{Field, Nothing, Type};
use super::unit::at;
use super::{Norm, Unit, account};

pub(super) const NORMS: &[Norm] = account! {
    Unit::Title, Data, "data.law-identity",
        "The act is called \"On professional qualifications\"",
        Field("law::norms::Act.title"),
        "Every rule, finding and explanation cites the act by its number.";
    Unit::Date, Data, "data.law-identity-number",
        "The act is the Law of 4 July 2023, No. 14-VIII",
        Field("law::norms::Act.number"),
        "The rules were read from an unofficial English translation; the Kazakh and Russian texts are authoritative.";
    Unit::Preamble, Nothing, "preamble",
        "What the act is about: recognition within the National qualifications system",
        Nothing("It states a purpose. Whom and what the Law concerns is decided by art. 2.3, 15.2 and 15.5.");

    at(1, 0, 0, 0), Term, "term.*",
        "Introduces the concepts",
        Nothing("Each concept is a term of its own.");
    at(1, 0, 0, 1), Term, "term.qualification-program",
        "Qualification programme: how a candidate is measured against the standards, or else the requirements",
        Type("law::centre::ProgrammeFacts"),
        "What a programme is based on is decided by art. 15.4, part two.";
    at(1, 0, 0, 2), Term, "term.knowledge",
        "Knowledge: what one has learned and needs for a task of the profession",
        Nothing("Knowledge is described in the standards; no rule looks into a description of it.");
    at(1, 0, 0, 3), Term, "term.skill-integral",
        "Skill in the wide sense (дағды, навык): using knowledge and single skills to do a whole task",
        Type("snapshot::rows::Skill"),
        "The translation says \"skill\" here and in 1(17), which are different concepts. The skills that art. 20 has \
         recognised are read as these.";
    at(1, 0, 0, 4), Term, "term.informal-education",
        "Informal education: learned in daily life, with no document to show for it",
        Type("law::learning::EducationKind.Informal"),
        "Told from non-formal education by one question: did a provider confirm the result by a document?";
    at(1, 0, 0, 5), Term, "term.profession",
        "Profession: an activity of a person that takes certain qualifications",
        Type("snapshot::rows::Profession");
    at(1, 0, 0, 6), Term, "term.register-of-professions",
        "Register of professions: the electronic list of professions for which there is recognition",
        Type("snapshot::rows::ProfessionVersion"),
        "Electronic by definition, so it can be signed and hashed.";
    at(1, 0, 0, 7), Term, "term.candidate",
        "Candidate: an individual who applies, alone or because the employer advised it",
        Type("law::admission::ExamAdmission"),
        "There is no type for the person: rules are told facts about a candidate, never who it is. \"Voluntarily\" does \
         not keep anyone from mandatory recognition (art. 15.1).";
    at(1, 0, 0, 8), Term, "term.professional-qualification",
        "Professional qualification: how far one masters what the functions of a profession take",
        Type("snapshot::rows::Qualification");
    at(1, 0, 0, 9), Term, "term.recognition",
        "Recognition: assessing a candidate against the standards or requirements, and deciding",
        Type("law::obtaining::CentreDecision"),
        "Two stages: the exam has an outcome, and the centre decides on it.";
    at(1, 0, 0, 10), Term, "term.recognition-center",
        "Recognition centre: a legal entity accredited to carry out recognition",
        Type("snapshot::rows::Centre"),
        "Whether it is one on a given day is decided by art17.p1.centre-status.";
    at(1, 0, 0, 11), Term, "term.voucher",
        "One-time voucher: entitles a registered unemployed person to recognition free of charge",
        Type("law::voucher_validity::VoucherUse"),
        "Electronic, and for professions of the register only.";
    at(1, 0, 0, 12), Term, "term.authorized-body",
        "Authorised body: the central executive body in charge of recognition",
        Type("law::terms::ParticipantKind.AuthorizedBody");
    at(1, 0, 0, 13), Term, "term.recognition-document",
        "Recognition document: attests a candidate's qualification for one profession",
        Type("document::claims::Claims"),
        "One document, one profession.";
    at(1, 0, 0, 14), Term, "term.professional-standard",
        "Professional standard: the official requirements to knowledge, skill, experience and level",
        Type("document::claims::BasisKind.Standard"),
        "The translation names informal education twice; the first is read as non-formal, by 1(21).";
    at(1, 0, 0, 15), Term, "term.nco",
        "National classifier of occupations: names occupations and classifies them",
        Type("document::claims::Claims.edition"),
        "Occupations are not professions. A code is told with the edition of the classifier that it is of.";
    at(1, 0, 0, 16), Term, "term.competence",
        "Competence: using skills of the wide sense for the tasks of a labour function",
        Nothing("Competences are described in the standards; neither a document nor a rule names one.");
    at(1, 0, 0, 17), Term, "term.skill-elementary",
        "Skill in the narrow sense (машық, умение): doing a single action within a task",
        Nothing("Single actions are described in the standards; no document attests one. See 1(3) for the other \"skill\".");
    at(1, 0, 0, 18), Term, "term.applicant",
        "Applicant: a legal entity that applies for accreditation",
        Type("law::register::PersonKind.LegalEntity"),
        "Never a person: a person who applies for recognition is a candidate.";
    at(1, 0, 0, 19), Term, "term.sectoral-state-bodies",
        "Sectoral state bodies: those in charge of a branch of public administration",
        Type("law::terms::ParticipantKind.SectoralStateBodies");
    at(1, 0, 0, 20), Term, "term.nqs",
        "National qualifications system: the instruments by which demand for and supply of qualifications meet",
        Nothing("An umbrella term: its participants (art. 4) and tools (art. 5) have types.");
    at(1, 0, 0, 21), Term, "term.non-formal-education",
        "Non-formal education: planned and run by a provider, who confirms the result by a document",
        Type("law::learning::EducationKind.NonFormal"),
        "Its evidence is the provider's certificate (art. 19.2).";
};
