//! Bundles that open: damaged pages, unusual but valid statements, later versions.

use serde_json::json;

use super::ids::{
    AUTHENTIC, CANCELLATION, CENTRE, CODE, COMPARED, COMPLETE, KEY, KEY_IN_FORCE, KEY_SCOPE, LISTED, MODE,
    PROFESSION, RULES, SIGNATURE, all,
};
use super::papers::Papers;
use super::row::{Row, invalid, unknown, valid};

pub(super) fn rows(papers: &Papers<'_>) -> Vec<Row> {
    [pages(papers), statements(papers), shapes(papers)].concat()
}

/// An unusable page makes undetermined the checks that depend on it, and no others.
fn pages(papers: &Papers<'_>) -> Vec<Row> {
    let of = |bundle: &'static str, why: &str, check: &'static str, others: &[&'static str]| {
        let ids = all(&[&[check], others]);
        unknown(bundle, why, papers.text("ordinary"), &ids).bundle(bundle).flips(&[check])
    };
    let documents = all(&[&[LISTED, CODE, CANCELLATION], &COMPARED]);
    let tables = all(&[&[KEY, KEY_SCOPE, KEY_IN_FORCE, SIGNATURE, CODE], &COMPARED, &RULES]);
    vec![
        of("altered-documents", "A page of documents is not the one that was signed", AUTHENTIC, &documents),
        of(
            "altered-status",
            "A page of cancellations is not the one that was signed",
            AUTHENTIC,
            &[CANCELLATION],
        ),
        of(
            "altered-tables",
            "A page of the keeper's tables is not the one that was signed",
            AUTHENTIC,
            &tables,
        ),
        of("altered-centres", "A page of centres is not the one that was signed", AUTHENTIC, &[CENTRE]),
        of("swapped-tables", "Two pages of the keeper's tables changed places", AUTHENTIC, &tables),
        of(
            "missing-documents",
            "The segment of documents is not there: not listed is not what follows",
            COMPLETE,
            &documents,
        ),
        of(
            "missing-status",
            "The segment of cancellations is not there: not cancelled is not what follows",
            COMPLETE,
            &[CANCELLATION],
        ),
        of("missing-centres", "The segment of centres is not there", COMPLETE, &[CENTRE]),
        of("cut-tables", "The segment of the keeper's tables is a byte short", COMPLETE, &tables),
    ]
}

fn statements(papers: &Papers<'_>) -> Vec<Row> {
    let good = |name: &str, why: &str, bundle: &'static str| {
        valid(name, why, papers.text("unlimited")).bundle(bundle)
    };
    let cancelled = papers.text("ordinary");
    vec![
        good(
            "bad-third-signature",
            "A bad signature beside enough good ones does no harm",
            "bad-third-signature",
        ),
        good("rotated-twice", "Two rotations from the pinned root to the newest", "rotated"),
        good("rotated-pinned-second", "The walk starts at the second root", "rotated")
            .root("rotated/roots/2.cose"),
        good("rotated-pinned-newest", "The newest root is pinned already", "rotated")
            .root("rotated/roots/3.cose"),
        good(
            "root-expired-then-renewed",
            "An expired root that leads to a living one",
            "root-expired-then-renewed",
        )
        .root("root-expired-then-renewed/roots/1.cose"),
        good("seen-again", "The bundle that this verifier uses already", "base").state("base"),
        good("seen-update", "A later version than this verifier has seen", "second").state("base"),
        good(
            "seen-new-epoch",
            "A register that started over: a higher epoch, the version counted from one again",
            "new-epoch",
        )
        .state("base"),
        valid("update-before", "Not cancelled in the first version", cancelled.clone()),
        invalid("update-after", "Cancelled in the second version", cancelled.clone(), &[CANCELLATION])
            .bundle("second")
            .flips(&[CANCELLATION]),
        valid("update-after-settled", "And good the day before, by the second version too", cancelled)
            .bundle("second")
            .on("2026-11-20"),
    ]
}

/// A register with small segments added to the unchanged base, and the base as one file.
fn shapes(papers: &Papers<'_>) -> Vec<Row> {
    let grown = |row: Row| row.bundle("grown").state("base");
    let one = |row: Row| row.bundle("base.rastau");
    let cancelled = |name: &str, why: &str, id: &str| {
        invalid(name, why, papers.text(id), &[CANCELLATION]).flips(&[CANCELLATION])
    };
    let typed = |id: &str| papers.form(id, &[("issued_on", json!(papers.claims(id).issued_on.to_string()))]);
    let unlisted = all(&[&[LISTED, CODE, CANCELLATION], &COMPARED]);
    vec![
        grown(valid("grown-added", "A document of the newer segment", papers.text("added-later"))),
        grown(valid("grown-added.typed", "The same, typed", typed("added-later"))),
        grown(valid("grown-untouched", "A document of the older segment", papers.text("unlimited"))),
        grown(cancelled("grown-cancelled", "Cancelled by the newer segment of cancellations", "ordinary")),
        grown(valid("grown-cancelled-before", "And good the day before", papers.text("ordinary")))
            .on("2026-11-20"),
        grown(valid(
            "grown-reinstated",
            "Cancelled by the older segment, reinstated by the newer",
            papers.text("cancelled-ever"),
        )),
        grown(cancelled("grown-reinstated-before", "The day before that reinstatement", "cancelled-ever"))
            .on("2026-11-20"),
        grown(cancelled(
            "grown-still-cancelled",
            "The newer segment does not speak of it, the older counts",
            "cancelled-twice",
        )),
        grown(invalid("grown-not-listed", "In neither segment", papers.text("invented"), &[LISTED]))
            .flips(&[LISTED]),
        unknown(
            "not-grown",
            "The same new document by the older bundle: newer than the snapshot",
            papers.text("added-later"),
            &all(&[&unlisted, &[PROFESSION, MODE]]),
        )
        .flips(&[LISTED, PROFESSION]),
        one(valid("one-file", "The base as one file", papers.text("ordinary"))),
        one(valid("one-file.typed", "The same, typed", papers.form("ordinary", &[]))),
        one(cancelled("one-file-cancelled", "A cancelled document by the one file", "cancelled-ever")),
        one(invalid(
            "one-file-not-listed",
            "A document that the one file does not list",
            papers.text("invented"),
            &[LISTED],
        ))
        .flips(&[LISTED]),
    ]
}
