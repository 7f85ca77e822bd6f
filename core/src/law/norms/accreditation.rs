//! Chapter 4, articles 23 to 26: how centres become accredited, and how that ends.

use super::Place::{Field, NotCarried, Nothing, Rule, Type};
use super::unit::at;
use super::{Norm, account};

pub(super) const NORMS: &[Norm] = account! {
    at(23, 1, 0, 0), Computable, "art23.p1.free-voluntary",
        "The National Chamber accredits, free of charge and voluntarily, in agreement with the authorised body",
        Rule,
        "Of accreditation by this Law. That nobody is made to apply shows in no fact.";
    at(23, 2, 0, 0), Computable, "art23.p2.stages",
        "Accreditation has six main stages",
        Rule,
        "The first four always, the last two after a positive decision, none before the one it follows. There may be \
         further stages between them.";
    at(23, 2, 0, 1), Term, "term.accreditation-stage.1",
        "Stage 1: the application and its documents are taken in",
        Type("law::accrediting::AccreditationStage.Application");
    at(23, 2, 0, 2), Term, "term.accreditation-stage.2",
        "Stage 2: experts examine the documents",
        Type("law::accrediting::AccreditationStage.DocumentExpertise"),
        "The translation calls 2 and 3 both \"examination\": here экспертиза is meant.";
    at(23, 2, 0, 3), Term, "term.accreditation-stage.3",
        "Stage 3: the applicant is surveyed on site",
        Type("law::accrediting::AccreditationStage.OnSiteSurvey"),
        "Обследование, not the experts' examination of 2.";
    at(23, 2, 0, 4), Term, "term.accreditation-stage.4",
        "Stage 4: it is decided to accredit or to refuse",
        Type("law::accrediting::AccreditationStage.Decision");
    at(23, 2, 0, 5), Computable, "art23.p2.s5.certificate-validity",
        "Stage 5: a certificate, valid for three years",
        Rule,
        "From the day of issue to the corresponding date, included; 29 February becomes the 28th, and no day off moves \
         it. Only for accreditation by this Law.";
    at(23, 2, 0, 6), Term, "term.accreditation-stage.6",
        "Stage 6: the agreement that follows",
        Type("law::accrediting::AccreditationStage.Agreement"),
        "When it is concluded: art. 25.2.";
    at(23, 3, 0, 0), Nothing, "art23.p3",
        "Introduces the Chamber's duties",
        Nothing("Each duty stands by itself.");
    at(23, 3, 0, 1), Nothing, "art23.p3.s1",
        "Keep what the applicant hands in safe and confidential",
        Nothing("Conduct.");
    at(23, 3, 0, 2), Data, "data.survey-report",
        "Survey fully and objectively; the report assesses every criterion",
        Field("law::accreditation_decision::DecisionBasis.survey_done_on"),
        "The report itself is not carried. What it attests comes in as facts of the criteria, such as \
         law::means::ResourcesTitle.sufficient.";
    at(23, 3, 2, 0), Nothing, "art23.p3.part2",
        "Breaking this article entails liability",
        Nothing("It refers to other laws.");
    at(23, 4, 0, 0), Nothing, "art23.p4",
        "The authorised body approves the rules of accreditation and of what becomes of certificates",
        Nothing("It leaves the matter to another act. It tells four operations apart: reissue, revocation, resumption, \
                 termination.");
    at(23, 5, 0, 0), Computable, "art23.p5.reaccreditation-stages",
        "Re-accreditation goes through every stage again",
        Rule,
        "The same rule as 2, without short cuts.";
    at(23, 5, 0, 0), Computable, "art23.p5.reapply-by",
        "To be accredited again, apply six months before the certificate ends at the latest",
        Rule,
        "Counted backwards, clamped to the month's end, never moved forward: the working day before is advised. The Law \
         attaches no consequence to being late.";

    at(24, 1, 0, 0), Computable, "art24.p1.criteria",
        "An applicant must meet every criterion",
        Rule,
        "With 2; all that fail and all that are unknown are named.";
    at(24, 1, 0, 1), Computable, "art24.p1.s1.legal-entity",
        "Criterion: a legal entity",
        Rule,
        "An individual entrepreneur is none.";
    at(24, 1, 0, 2), Computable, "art24.p1.s2.resources-title",
        "Criterion: premises, equipment and materials, held by one of the listed titles",
        Rule,
        "Something of each of the three kinds. That it is what the work needs is attested on site.";
    at(24, 1, 0, 3), Computable, "art24.p1.s3.professions-in-register",
        "Criterion: the professions applied for are in the register",
        Rule,
        "All of them, on the day of application. Mandatory ones are pointed out: other laws govern them.";
    at(24, 1, 0, 4), Computable, "art24.p1.s4.draft-programmes",
        "Criterion: draft programmes that meet the authorised body's requirements",
        Rule,
        "A draft for each profession; whether it meets them is the experts' finding.";
    at(24, 1, 0, 5), Computable, "art24.p1.s5.personnel",
        "Criterion: qualified people who meet the authorised body's requirements",
        Rule,
        "The numbers are in other rules and come in as facts, with the attestation.";
    at(24, 2, 0, 0), Computable, "art24.p2.not-at-educational-institution",
        "No centre may be set up at an educational institution",
        Rule,
        "\"At\" is read as being a part of one or under one. Renting rooms from a school, and having one for a founder, \
         is for people to judge.";

    at(25, 1, 0, 0), Computable, "art25.p1.decision-basis",
        "The Chamber decides on the results of both examinations, in agreement with the authorised body",
        Rule,
        "Both results are there by the day of the decision.";
    at(25, 2, 0, 0), Computable, "art25.p2.certificate-issuance",
        "Accredited: the certificate within ten working days, an entry in the list, an agreement",
        Rule,
        "Counted from the decision, which the text leaves open. The ten days clearly cover certificate and entry; for \
         the agreement they are what to expect.";
    at(25, 2, 0, 0), Data, "data.certificate-serial",
        "The certificate has a serial number, and is in the list of accredited centres",
        Field("snapshot::rows::Accreditation.serial"),
        "A document names it too (document::claims::Claims).";
    at(25, 2, 2, 0), Nothing, "art25.p2.part2",
        "The agreement is between Chamber and centre, for monitoring",
        Nothing("It names parties and purpose.");
    at(25, 2, 3, 0), Nothing, "art25.p2.part3",
        "The authorised body approves the model of the agreement",
        Nothing("It leaves the matter to another act.");
    at(25, 3, 0, 0), Nothing, "art25.p3",
        "The Chamber monitors the results of recognition in centres",
        Nothing("An activity without a period.");
    at(25, 3, 2, 0), Computable, "art25.p3.part2.violation-consequence",
        "A violated criterion that monitoring finds leads to art. 26.2",
        Rule,
        "So a violated criterion alone is enough there.";
    at(25, 4, 0, 0), Computable, "art25.p4.refusal-notice",
        "Refused: a written answer with reasons within five working days of the decision",
        Rule,
        "The day of sending counts, not of receipt; paper, electronic or both.";
    at(25, 5, 0, 0), Computable, "art25.p5.refusal-remedy",
        "A refusal may be appealed by the general legislation",
        Rule,
        "The five days of art. 22 are for candidates and do not apply.";

    at(26, 1, 0, 0), Computable, "art26.p1.reissue-on-reorganisation",
        "A centre is reorganised: its certificate is reissued",
        Rule,
        "The translation says \"renewal\" for two operations; here it is переоформление, reissue. A new name or address \
         is not listed.";
    at(26, 2, 0, 0), Computable, "art26.p2.revocation-grounds",
        "The Chamber revokes a certificate on any of four grounds",
        Rule,
        "A closed list. A ground is not a revocation: only the decision is (6(1)).";
    at(26, 2, 0, 1), Computable, "art26.p2.s1.own-request",
        "Ground: the centre asks for it in writing",
        Rule,
        "On the day the Chamber receives it.";
    at(26, 2, 0, 2), Computable, "art26.p2.s2.procedure-violation",
        "Ground: the procedure of recognition was violated",
        Rule,
        "An established finding; the text asks for no gravity.";
    at(26, 2, 0, 3), Computable, "art26.p2.s3.monitoring-violation",
        "Ground: monitoring finds criteria and terms of the agreement violated",
        Rule,
        "Either is enough, because art. 25.3, part two, sends violated criteria alone here.";
    at(26, 2, 0, 4), Computable, "art26.p2.s4.confirmed-complaint",
        "Ground: confirmed complaints against people who received a document there",
        Rule,
        "One confirmed complaint is enough.";
    at(26, 2, 2, 0), Computable, "art26.p2.part2.document-cancellation",
        "In case 4, that person's document is to be cancelled",
        Rule,
        "That person's only. Documents of a centre whose certificate has ended stay good. It is cancelled when the \
         register of cancelled documents says so.";
    at(26, 2, 2, 0), Data, "data.cancelled-published",
        "Cancelled documents are published on the platform",
        Field("snapshot::status::Cancellation.on"),
        "With the ground, and a reversal if there was one. How fresh it is, the snapshot's signed times tell.";
    at(26, 3, 0, 0), Computable, "art26.p3.revocation-decision",
        "The Chamber decides on revocation within ten working days of the event or its detection",
        Rule,
        "From receipt of the request for 1, from detection for 2 to 4. Where event and detection differ, both ends are \
         told.";
    at(26, 4, 0, 0), Computable, "art26.p4.copy-to-centre",
        "The centre is sent a copy, over the platform, within three working days of the decision",
        Rule,
        "By that channel and no other.";
    at(26, 5, 0, 0), Computable, "art26.p5.resumption-application",
        "Violations put right, the centre tells the Chamber, which decides on resumption",
        Rule,
        "Here \"renewal\" is возобновление, resumption. Not after the centre's own request, where nothing is to be put \
         right. The certificate's last day stays what it was.";
    at(26, 5, 2, 0), Computable, "art26.p5.part2.no-resumption",
        "No resumption where health, life support or safety of people was concerned",
        Rule,
        "Any of the three is enough.";
    at(26, 5, 3, 0), Data, "data.non-renewable-centres",
        "Centres that cannot be resumed, and their founders, are published on the platform",
        NotCarried("A revocation without a later resumption says all that a check needs. Founders are people, and no rule \
                    bars them from a new centre.");
    at(26, 6, 0, 0), Computable, "art26.p6.certificate-termination",
        "A certificate ends on any of four grounds",
        Rule,
        "The earliest counts.";
    at(26, 6, 0, 1), Computable, "art26.p6.s1.revocation-decision",
        "End: there is a decision to revoke",
        Rule,
        "From the day of the decision, not of receiving the copy. Resumption (5) can follow.";
    at(26, 6, 0, 2), Computable, "art26.p6.s2.expiry",
        "End: its validity runs out",
        Rule,
        "The text goes in a circle; the three years are meant, and the day after the last.";
    at(26, 6, 0, 3), Computable, "art26.p6.s3.liquidation",
        "End: the centre is liquidated",
        Rule,
        "A merger and the like fall under 1.";
    at(26, 6, 0, 4), Computable, "art26.p6.s4.court-ban",
        "End: a court prohibits the activity",
        Rule,
        "From the day the decision is final.";
};
