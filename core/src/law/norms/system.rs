//! Chapter 1, articles 2 to 6: whom the Law concerns, principles, participants, tools, the platform.

use super::Place::{Field, NotCarried, Nothing, Rule, Type};
use super::unit::at;
use super::{Norm, account};

pub(super) const NORMS: &[Norm] = account! {
    at(2, 1, 0, 0), Nothing, "art2.p1",
        "The sources of law on recognition: the Constitution, this Law, other acts",
        Nothing("It names sources and sets no condition.");
    at(2, 2, 0, 0), Nothing, "art2.p2",
        "Ratified treaties come before this Law",
        Nothing("Whether a treaty provides otherwise takes a lawyer and the treaty's text. Answers under art. 2.4 carry \
                 the caveat.");
    at(2, 3, 0, 0), Computable, "art2.p3.scope",
        "Some people are outside the Law: whoever any of 1 to 4 covers",
        Rule,
        "By the person's status on the day, not by the profession applied for. A status that is not stated leaves the \
         question open.";
    at(2, 3, 0, 1), Computable, "art2.p3.s1.civil-servant",
        "Outside: civil servants, law enforcement, special state bodies, the military",
        Rule,
        "Four statuses under one heading.";
    at(2, 3, 0, 2), Computable, "art2.p3.s2.national-bank-regulator",
        "Outside: people of the National Bank and of the financial regulator",
        Rule,
        "The long name is read as that of one body, the regulator; staff of banks are inside the Law.";
    at(2, 3, 0, 3), Computable, "art2.p3.s3.judge",
        "Outside: judges",
        Rule,
        "While in office; a retired judge is inside.";
    at(2, 3, 0, 4), Computable, "art2.p3.s4.deputy",
        "Outside: deputies, national and local",
        Rule,
        "\"National deputy\" covers the legislature by whatever name the Constitution gives it.";
    at(2, 4, 0, 0), Computable, "art2.p4.foreigner-right",
        "Foreigners and stateless people may be recognised too, unless other law provides otherwise",
        Rule,
        "Nationality alone never excludes under this Law; it does not override art. 2.3 either.";

    at(3, 0, 0, 0), Nothing, "art3",
        "Introduces the principles",
        Nothing("Principles guide the reading of rules; they decide no case.");
    at(3, 0, 0, 1), Nothing, "art3.s1",
        "Information is open to everyone",
        Nothing("A principle; what must be published is said in art. 15.6, 16(1) and 17.2.");
    at(3, 0, 0, 2), Nothing, "art3.s2",
        "Recognition is transparent and objective",
        Nothing("A principle; it is why every answer here gives its article and its reasons.");
    at(3, 0, 0, 3), Nothing, "art3.s3",
        "Centres are independent of those who teach",
        Nothing("A principle; art. 24.2 is what can be checked of it.");

    at(4, 0, 0, 0), Term, "term.participant-kind",
        "Participants of the system: eleven kinds, a closed list",
        Type("law::terms::ParticipantKind");
    at(4, 0, 0, 1), Term, "term.participant-kind.1",
        "Participant: the Government",
        Type("law::terms::ParticipantKind.Government");
    at(4, 0, 0, 2), Term, "term.participant-kind.2",
        "Participant: the authorised body",
        Type("law::terms::ParticipantKind.AuthorizedBody"),
        "It keeps the register of professions and the platform: the keeper's keys are its own.";
    at(4, 0, 0, 3), Term, "term.participant-kind.3",
        "Participant: sectoral state bodies",
        Type("law::terms::ParticipantKind.SectoralStateBodies");
    at(4, 0, 0, 4), Term, "term.participant-kind.4",
        "Participant: the National council",
        Type("law::terms::ParticipantKind.NationalCouncil"),
        "Its name varies by a preposition between this article and art. 10: one body.";
    at(4, 0, 0, 5), Term, "term.participant-kind.5",
        "Participant: the National Chamber of Entrepreneurs",
        Type("law::terms::ParticipantKind.NationalChamber"),
        "One of the two accreditors that art17.p1.part2 tells apart.";
    at(4, 0, 0, 6), Term, "term.participant-kind.6",
        "Participant: the accreditation body",
        Type("law::terms::ParticipantKind.AccreditationBody"),
        "Not defined in art. 1. Only art. 17.1, part two, gives it something to do.";
    at(4, 0, 0, 7), Term, "term.participant-kind.7",
        "Participant: the National body",
        Type("law::terms::ParticipantKind.NationalBody");
    at(4, 0, 0, 8), Term, "term.participant-kind.8",
        "Participant: industry councils",
        Type("law::terms::ParticipantKind.IndustryCouncils"),
        "The \"sectoral councils\" of art. 5.5 and 12 are the same.";
    at(4, 0, 0, 9), Term, "term.participant-kind.9",
        "Participant: employers",
        Type("law::terms::ParticipantKind.Employers");
    at(4, 0, 0, 10), Term, "term.participant-kind.10",
        "Participant: candidates",
        Type("law::terms::ParticipantKind.Candidates");
    at(4, 0, 0, 11), Term, "term.participant-kind.11",
        "Participant: recognition centres",
        Type("law::terms::ParticipantKind.RecognitionCentres"),
        "Accredited legal entities only, by 1(10).";

    at(5, 1, 0, 0), Nothing, "art5.p1",
        "Qualifications are built on the basic tools",
        Nothing("A declaration without a condition.");
    at(5, 2, 0, 0), Term, "term.nqs-tool",
        "The basic tools: four, a closed list",
        Type("law::terms::QualificationTool");
    at(5, 2, 0, 1), Term, "term.nqs-tool.1",
        "Tool: the national framework",
        Type("law::terms::QualificationTool.NationalFramework");
    at(5, 2, 0, 2), Term, "term.nqs-tool.2",
        "Tool: the industry framework",
        Type("law::terms::QualificationTool.IndustryFramework"),
        "\"Industry\" and \"sectoral\" are the same in the translation.";
    at(5, 2, 0, 3), Term, "term.nqs-tool.3",
        "Tool: professional standards, and qualification requirements",
        Type("law::terms::QualificationTool.StandardsAndRequirements"),
        "Two things in one item; art. 15.4, part two, says which of them applies.";
    at(5, 2, 0, 4), Term, "term.nqs-tool.4",
        "Tool: the register of professions",
        Type("law::terms::QualificationTool.RegisterOfProfessions");
    at(5, 3, 0, 0), Data, "data.nqf-levels",
        "The national framework describes each level",
        NotCarried("No check needs the description of a level. A document's level is compared with the register's record, \
                    as text.");
    at(5, 3, 2, 0), Nothing, "art5.p3.part2",
        "Who develops the national framework",
        Nothing("It says which body is competent.");
    at(5, 4, 0, 0), Data, "data.iqf-levels",
        "An industry framework sorts requirements to specialists by level",
        NotCarried("No check needs it: what a document was tested against is its standard or its requirements.");
    at(5, 4, 2, 0), Nothing, "art5.p4.part2",
        "Who develops and approves industry frameworks",
        Nothing("It says which bodies are competent. The national framework is approved elsewhere (art. 10.2(2)).");
    at(5, 5, 0, 0), Nothing, "art5.p5",
        "Who develops professional standards, and from what",
        Nothing("It says which bodies are competent; how they proceed is in other acts.");
    at(5, 5, 2, 0), Nothing, "art5.p5.part2",
        "Who approves standards, and whom they ask first",
        Nothing("A procedure among authorities. A verifier sees the approved standard, never the agreements behind it.");
    at(5, 5, 3, 0), Data, "data.approved-standards-list",
        "The authorised body keeps the list of approved standards",
        Field("snapshot::rows::Profession.bases"),
        "Each with the time in which it was in force. What a standard says of skills and of non-formal education are \
         facts of art. 19.1 and 20.2 (law::learning::Requirements).";
    at(5, 5, 4, 0), Nothing, "art5.p5.part4",
        "Standards are paid for from the budget",
        Nothing("A budget norm.");
    at(5, 5, 5, 0), Nothing, "art5.p5.part5",
        "Associations of employers may draft a standard at their own cost",
        Nothing("A permission of institutions; nothing to check on a document or a candidate.");
    at(5, 5, 6, 0), Nothing, "art5.p5.part6",
        "Educational programmes should aim at outcomes and mind the standards",
        Nothing("Advice to those who teach.");
    at(5, 6, 0, 0), Data, "data.register-entry",
        "Professions with recognition are in the register, on the National council's advice",
        Field("snapshot::rows::Profession.versions"),
        "With history, because checks ask about past days. The check is art15.p1.profession-recognisable.";
    at(5, 6, 2, 0), Data, "data.register-issuer",
        "The register of professions is kept by the authorised body, on the platform",
        Field("snapshot::root::RoleName.Keeper"),
        "The tables of professions count only under the keeper's signature. The list of centres has another keeper \
         (art. 11(2)).";

    at(6, 1, 0, 0), Data, "data.platform",
        "The digital platform holds nine things",
        Field("snapshot::statements::Manifest.segments"),
        "A snapshot is a part of the platform: its segments hold 3, 4, 5 and 8.";
    at(6, 1, 0, 1), Data, "data.frameworks",
        "On the platform: the frameworks",
        NotCarried("No check needs them, see art. 5.3 and 5.4.");
    at(6, 1, 0, 2), Data, "data.nco",
        "On the platform: the classifier of occupations",
        Field("document::claims::Claims.edition"),
        "Code and edition only: names come from the register of professions, and no check needs the rest of the \
         classifier.";
    at(6, 1, 0, 3), Data, "data.standards",
        "On the platform: approved standards",
        Field("snapshot::rows::DatedBasis.interval"),
        "Which were in force when; not their text.";
    at(6, 1, 0, 4), Data, "data.register",
        "On the platform: the register of professions",
        Field("snapshot::rows::Profession.versions"),
        "Needed for art. 15.1, 20, 21.5, 24.1(3) and 29.2.";
    at(6, 1, 0, 5), Data, "data.centre-list",
        "On the platform: the list of centres",
        Field("snapshot::rows::Centre.accreditations"),
        "With every event of a certificate, and with the professions that it covered when (snapshot::rows::Scope). Wider \
         than the Chamber's register (art. 11(2)): it has centres accredited by the other law as well.";
    at(6, 1, 0, 6), Data, "data.person-db-excluded",
        "On the platform: who has been recognised",
        NotCarried("A database of people. A copy of it may not leave the platform: a snapshot holds tags and sealed \
                    attributes, which only someone with the document in hand can open.");
    at(6, 1, 0, 7), Data, "data.education-programs",
        "On the platform: educational programmes of colleges and universities",
        NotCarried("No rule asks about them.");
    at(6, 1, 0, 8), Data, "data.document-register",
        "On the platform: documents issued and cancelled",
        Field("snapshot::pages::SegmentKind.Documents"),
        "Two registers in one. Not being listed as issued, and being listed as cancelled, are different answers; \
         cancellations are in segments of their own.";
    at(6, 1, 0, 9), Data, "data.other",
        "On the platform: whatever else the law provides for",
        NotCarried("An open end. A part of a snapshot that a version does not know is refused, not skipped: what is \
                    unknown could change an answer.");
    at(6, 2, 0, 0), Nothing, "art6.p2",
        "The authorised body runs the platform",
        Nothing("It says which body is competent.");
};
