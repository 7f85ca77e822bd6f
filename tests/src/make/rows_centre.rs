//! Centres and their certificates on the day of the exam (art. 15.3, 17.1, 26.5, 26.6).

use super::documents::Documents;
use super::ids::CENTRE;
use super::row::{Row, contestable, invalid, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let satisfied = |id: &str, why: &str| valid(id, why, documents.text(id));
    let violated = |id: &str, why: &str| invalid(id, why, documents.text(id), &[CENTRE]).flips(&[CENTRE]);
    let both = |id: &str, why: &str| contestable(id, why, documents.text(id), &[CENTRE]).flips(&[CENTRE]);
    let that_day = both(
        "centre-revoked-that-day",
        "The certificate was revoked on the day of the exam: two readings (art. 26.6)",
    );
    let typed = documents.form("centre-revoked-that-day", &[]);
    vec![
        satisfied("p256", "A centre of the conformity-assessment route (art. 17.1) with a P-256 key")
            .named("centre-conformity-route"),
        valid("centre-conformity-route.typed", "The same, typed", documents.form("p256", &[])),
        Row { input: typed, ..that_day.clone() }.named("centre-revoked-that-day.typed"),
        that_day,
        both(
            "centre-revoked-day-after",
            "Revoked the day after the exam and before the issue: recognition is an evaluation and a decision (art. 1(9))",
        ),
        satisfied(
            "centre-revoked-after-issue",
            "Revoked the day after exam and issue: losing accreditation does not undo documents (art. 26.2)",
        ),
        violated("centre-revoked-day-before", "Revoked the day before the exam"),
        violated("centre-liquidated", "The centre was liquidated before the exam (art. 26.6(3))"),
        violated("centre-liquidated-that-day", "The centre was liquidated on the day of the exam"),
        both("centre-liquidated-later", "The centre was liquidated the day after the exam, before the issue"),
        satisfied("centre-liquidated-after-issue", "The centre was liquidated the day after exam and issue"),
        violated("centre-court-ban", "A court had prohibited the activity before the exam (art. 26.6(4))"),
        violated("centre-suspended", "The exam was the day before the certificate was resumed (art. 26.5)"),
        satisfied("centre-resumed", "The exam was on the day on which the certificate was resumed"),
        violated(
            "centre-banned-and-resumed",
            "Resumption undoes a revocation (art. 26.5), not a court's prohibition",
        ),
        violated("centre-certificate-ended", "The exam was the day after the certificate's last one"),
        both("centre-certificate-last-day", "The exam was on the certificate's last day, the issue after it"),
        satisfied(
            "centre-certificate-ended-after-issue",
            "Exam and issue were on the certificate's last day",
        ),
        violated("centre-no-legal-entity", "The centre is not a legal entity (art. 1(10))"),
        violated(
            "centre-profession-dropped",
            "The exam was the day after the certificate last covered the profession",
        ),
        both(
            "centre-profession-last-day",
            "The exam was on the last day on which the certificate covered the profession, the issue after it",
        ),
        satisfied(
            "centre-profession-dropped-after-issue",
            "Exam and issue were on the last day on which the certificate covered the profession",
        ),
        violated(
            "centre-other-certificate",
            "The document names a certificate that the centre does not have",
        ),
    ]
}
