//! Centres and their certificates on the day of the exam (art. 15.3, 17.1, 26.5, 26.6).

use super::ids::CENTRE;
use super::papers::Papers;
use super::row::{Row, contestable, invalid, valid};

pub(super) fn rows(papers: &Papers<'_>) -> Vec<Row> {
    let good = |id: &str, why: &str| valid(id, why, papers.text(id));
    let bad = |id: &str, why: &str| invalid(id, why, papers.text(id), &[CENTRE]).flips(&[CENTRE]);
    let both = |id: &str, why: &str| contestable(id, why, papers.text(id), &[CENTRE]).flips(&[CENTRE]);
    let that_day = both(
        "centre-revoked-that-day",
        "The certificate was revoked on the day of the exam: does the day count? (art. 26.6)",
    );
    let typed = papers.form("centre-revoked-that-day", &[]);
    vec![
        good("p256", "A centre of the conformity-assessment route (art. 17.1) with a P-256 key")
            .named("centre-conformity-route"),
        valid("centre-conformity-route.typed", "The same, typed", papers.form("p256", &[])),
        Row { input: typed, ..that_day.clone() }.named("centre-revoked-that-day.typed"),
        that_day,
        good(
            "centre-revoked-day-after",
            "Revoked the day after the exam: losing accreditation does not undo documents (art. 26.2)",
        ),
        bad("centre-revoked-day-before", "Revoked the day before the exam"),
        bad("centre-liquidated", "The centre was liquidated before the exam (art. 26.6(3))"),
        bad("centre-liquidated-that-day", "The centre was liquidated on the day of the exam"),
        good("centre-liquidated-later", "The centre was liquidated the day after the exam"),
        bad("centre-court-ban", "A court had prohibited the activity before the exam (art. 26.6(4))"),
        bad("centre-suspended", "The exam was the day before the certificate was resumed (art. 26.5)"),
        good("centre-resumed", "The exam was on the day on which the certificate was resumed"),
        bad(
            "centre-banned-and-resumed",
            "Resumption undoes a revocation (art. 26.5), not a court's prohibition",
        ),
        bad("centre-certificate-ended", "The exam was the day after the certificate's last one"),
        good("centre-certificate-last-day", "The exam was on the certificate's last day"),
        bad("centre-no-legal-entity", "A centre that is no legal entity is none (art. 1(10))"),
        bad(
            "centre-profession-dropped",
            "The exam was the day after the certificate last covered the profession",
        ),
        good(
            "centre-profession-last-day",
            "The exam was on the last day on which the certificate covered the profession",
        ),
        bad("centre-other-certificate", "The document names a certificate that the centre does not have"),
    ]
}
