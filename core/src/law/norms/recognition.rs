//! Chapter 3, articles 15 to 22: recognition, from the application to the appeal.

use super::Place::{Field, NotCarried, Nothing, Rule, Type};
use super::unit::{at, note_to};
use super::{Norm, account};

pub(super) const NORMS: &[Norm] = account! {
    at(15, 1, 0, 0), Computable, "art15.p1.profession-recognisable",
        "Recognition is for professions of the register, mandatory or voluntary",
        Rule,
        "On the day of application, or of issue for a document. A profession that leaves the register later is finished \
         under the entry of the day of application: the text is silent.";
    at(15, 2, 0, 0), Computable, "art15.p2.voluntary-governed-here",
        "Voluntary recognition follows this Law",
        Rule,
        "With 5 it decides which law governs.";
    at(15, 3, 0, 0), Computable, "art15.p3.centre-conducts",
        "Candidates are examined in recognition centres",
        Rule,
        "The centre must be accredited for the profession on the day of the exam. A later revocation takes nothing \
         away.";
    at(15, 3, 2, 0), Computable, "art15.p3.part2.funding",
        "Who may pay for voluntary recognition",
        Rule,
        "The candidate, any other lawful means, the employer under labour law, a voucher. The price is the centre's.";
    at(15, 4, 0, 0), Data, "data.approved-programme",
        "Centres approve qualification programmes",
        Field("law::centre::ProgrammeFacts.approved_on"),
        "A fact of art17.p2.s4.programme-exists; no snapshot carries programmes, no check of a document needs one.";
    at(15, 4, 2, 0), Computable, "art15.p4.part2.basis",
        "The standard applies; only where there is none, the qualification requirements",
        Rule,
        "One function for every place where the act says so: 1(1), 1(9), 19.1, 20.2.";
    at(15, 5, 0, 0), Computable, "art15.p5.mandatory-other-law",
        "Mandatory recognition follows the other law that requires it",
        Rule,
        "The answer names the other law, and this Law's rules of exam and appeal are not run.";
    note_to(15, 5), Term, "term.mandatory-form",
        "The forms of mandatory recognition: six by name, and whatever else laws provide for",
        Type("law::terms::MandatoryForm"),
        "An open list.";
    at(15, 6, 0, 0), Data, "data.procedure-info",
        "The procedure is published by the centres and on the platform",
        NotCarried("Texts for people to read. No check needs them, and a copy in a snapshot would grow old.");

    at(16, 0, 0, 0), Nothing, "art16",
        "Introduces the rights of candidates",
        Nothing("A list of rights without a condition.");
    at(16, 0, 0, 1), Data, "data.info-for-candidates",
        "A right to complete information in an accessible form",
        NotCarried("Texts for people to read, owed by centres and sectoral bodies; see art. 15.6 and 17.2(2).");
    at(16, 0, 0, 2), Nothing, "art16.s2",
        "A right to be examined by the qualification programme",
        Nothing("A right without a test of its own; whether there is a programme is decided by art. 17.2(4).");
    at(16, 0, 0, 3), Nothing, "art16.s3",
        "A right to go to court",
        Nothing("A remedy to which this Law sets no term. It is named with what to do after a negative decision.");

    at(17, 1, 0, 0), Computable, "art17.p1.centre-status",
        "Recognition centres are legal entities accredited by this Law or by that on conformity assessment",
        Rule,
        "From the day of issue to the last day, both included, without a termination in between. For accreditation by \
         the other law only the dates count here.";
    at(17, 1, 2, 0), Computable, "art17.p1.part2.accreditor-matches-route",
        "By the law on conformity assessment, it is the accreditation body that accredits",
        Rule,
        "And by this Law the National Chamber (art. 23.1).";
    at(17, 2, 0, 0), Nothing, "art17.p2",
        "Introduces the duties of a centre",
        Nothing("Each duty stands by itself.");
    at(17, 2, 0, 1), Data, "data.centre-publication",
        "A centre registers on the platform and publishes structure, activity and prices",
        Field("law::ask::centre::Publication.structure"),
        "Whether each is published is asked by ask.centre-standing. What is published is for people to read; a snapshot \
         names the centre and says what it is accredited for.";
    at(17, 2, 0, 2), Data, "data.centre-candidate-info",
        "A centre tells candidates the procedure, the documents to bring, and the terms of a retake",
        Field("law::admission::DocumentsComplete.required"),
        "The list of documents is a fact of art18.s2. The terms of a retake are dates that the centre sets (art. 21).";
    at(17, 2, 0, 3), Nothing, "art17.p2.s3",
        "A centre keeps to safety, fire and sanitary requirements",
        Nothing("Conduct under other acts; \"at once\" has no measure.");
    at(17, 2, 0, 4), Computable, "art17.p2.s4.programme-exists",
        "A centre has developed and approved a programme",
        Rule,
        "For the profession, by the day of the exam. What a programme must contain is for experts.";
    at(17, 2, 0, 5), Data, "data.results-reporting",
        "A centre reports candidates' results on the platform",
        NotCarried("Results are about people, failures included. A snapshot lists documents issued and nothing else.");
    at(17, 2, 0, 6), Nothing, "art17.p2.s6",
        "A centre follows the procedure of appeals",
        Nothing("It refers to art. 22, which has the rules.");
    at(17, 2, 0, 7), Data, "data.centre-price",
        "A centre sets its price",
        NotCarried("The Law sets no limit that a check could compare it with.");
    at(17, 2, 0, 8), Nothing, "art17.p2.s8",
        "A centre makes the exam possible for people with disabilities",
        Nothing("Conduct.");
    at(17, 2, 0, 9), Nothing, "art17.p2.s9",
        "A centre is liable",
        Nothing("It refers to other laws.");

    at(18, 0, 0, 0), Computable, "art18.exam-admission",
        "What a candidate needs to sit the exam: all of 1 to 3",
        Rule,
        "Every one that fails, and every one that is not known, is named.";
    at(18, 0, 0, 1), Computable, "art18.s1.age",
        "The age that the profession takes",
        Rule,
        "On the day of the exam; the day of application is answered as well. An age is reached on the birthday; for 29 \
         February in a common year 28 February and 1 March are both defensible.";
    at(18, 0, 0, 2), Computable, "art18.s2.documents-complete",
        "Every document that the rules ask for",
        Rule,
        "The list is a fact, by the version of the rules; some documents are asked for on a condition. More than asked \
         for does no harm.";
    at(18, 0, 0, 3), Computable, "art18.s3.safety-attested",
        "Keeping to safety, fire and sanitary requirements during the procedure",
        Rule,
        "Only the centre can attest it, and not before the day: until then the answer is open, never yes.";

    at(19, 1, 0, 0), Computable, "art19.p1.nonformal-informal-recognisable",
        "Non-formal and informal learning counts where the standard, or else the requirements, says so",
        Rule,
        "Each kind by itself.";
    at(19, 2, 0, 0), Computable, "art19.p2.nonformal-evidence",
        "For non-formal learning: the provider's certificate",
        Rule,
        "Either of the two documents will do.";
    at(19, 3, 0, 0), Computable, "art19.p3.informal-evidence",
        "For informal learning: a description of the results",
        Rule,
        "The candidate's own; no proof by others is asked for.";

    at(20, 1, 0, 0), Computable, "art20.p1.same-profession",
        "Skills may be recognised one by one, within one profession",
        Rule,
        "Two professions take two applications.";
    at(20, 2, 0, 0), Computable, "art20.p2.skill-recognition-established",
        "Skills are recognised where the standard, or else the requirements, provides for it",
        Rule,
        "Each skill by itself; \"skill\" in the sense of 1(3).";
    at(20, 3, 0, 0), Computable, "art20.p3.skill-document-fields",
        "A document on skills names the skills, the qualification and the profession",
        Rule,
        "By code, with the names from the register.";
    at(20, 3, 0, 0), Data, "data.document-skill-fields",
        "The document has room for these three",
        Field("document::claims::Claims.skills"),
        "Beside it stand qualification and profession.";

    at(21, 1, 0, 0), Computable, "art21.p1.document-entitlement",
        "Who has passed the exams receives the document",
        Rule,
        "All the exams of the programme. The Law sets no term for issuing it.";
    at(21, 2, 0, 0), Computable, "art21.p2.retake-after-disability",
        "Not passed because of temporary disability: the centre sets a new time",
        Rule,
        "Sick leave is meant, not a disability status, and both absence and failure. Both ends of the leave are \
         included. It comes before 3.";
    at(21, 3, 0, 0), Computable, "art21.p3.negative-decision-duties",
        "After a negative decision the centre gives recommendations and sets the retake",
        Rule,
        "The terms of a retake are in the rules of recognition. The decision also opens art. 22.1.";
    at(21, 4, 0, 0), Data, "data.document-form",
        "The form of the document is set by the rules of recognition",
        NotCarried("The official form is no part of the Law. A document here names the version of its own format, and a \
                    version that is not known is refused.");
    at(21, 5, 0, 0), Computable, "art21.p5.document-validity",
        "How long a document is valid is set by the register of professions",
        Rule,
        "By the register version of the day of issue. The last day is the corresponding date, included, and no day off \
         moves it. Where the document states a date, that date is used and a difference is told.";
    at(21, 5, 0, 0), Data, "data.register-validity-term",
        "The register holds the term for each profession",
        Field("snapshot::rows::ProfessionVersion.term"),
        "Months, or without an end.";

    at(22, 1, 0, 0), Computable, "art22.p1.appeal-window",
        "A candidate may appeal to the centre within five working days of being told the result",
        Rule,
        "Counted from the day after. Any result may be appealed. Where the day of being told is not known, the window is \
         open to question, never closed.";
    at(22, 2, 0, 0), Computable, "art22.p2.appeal-consideration",
        "The centre decides the appeal within five working days of its registration",
        Rule,
        "The Law does not say when it must be registered; from the day of filing alone only the earliest end is known.";
    at(22, 3, 0, 0), Nothing, "art22.p3",
        "Introduces what the centre must do with an appeal",
        Nothing("Each duty stands by itself.");
    at(22, 3, 0, 1), Nothing, "art22.p3.s1",
        "Set up an appeal commission",
        Nothing("An act of organisation, without composition or term.");
    at(22, 3, 0, 2), Computable, "art22.p3.s2.inform-appeal-result",
        "Tell the candidate how the appeal was decided",
        Rule,
        "It has no term of its own: it is read as part of the five days of 2. It opens no second window of 1.";
    at(22, 3, 2, 0), Nothing, "art22.p3.part2",
        "The commission follows the rules of recognition",
        Nothing("It leaves the matter to another act.");
};
