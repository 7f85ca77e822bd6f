//! Bundles that open: damaged pages, unusual but valid statements, later versions.

use serde_json::json;

use super::documents::Documents;
use super::ids::{
    AUTHENTIC, CANCELLATION, CENTRE, CODE, COMPARED, COMPLETE, KEY, KEY_IN_FORCE, KEY_SCOPE, LISTED, MODE,
    PROFESSION, RULES, SIGNATURE, all,
};
use super::row::{Row, invalid, unknown, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [pages(documents), statements(documents), shapes(documents)].concat()
}

/// An unusable page makes undetermined the checks that depend on it, and no others.
fn pages(documents: &Documents<'_>) -> Vec<Row> {
    let of = |bundle: &'static str, why: &str, check: &'static str, others: &[&'static str]| {
        let ids = all(&[&[check], others]);
        unknown(bundle, why, documents.text("ordinary"), &ids).bundle(bundle).flips(&[check])
    };
    let documents = all(&[&[LISTED, CODE, CANCELLATION], COMPARED]);
    let tables = all(&[&[KEY, KEY_SCOPE, KEY_IN_FORCE, SIGNATURE, CODE], COMPARED, RULES]);
    vec![
        of("altered-documents", "A page of documents differs from the signed one", AUTHENTIC, &documents),
        of(
            "altered-status",
            "A page of cancellations differs from the signed one",
            AUTHENTIC,
            &[CANCELLATION],
        ),
        of("altered-tables", "A page of the keeper's tables differs from the signed one", AUTHENTIC, &tables),
        of("altered-centres", "A page of centres differs from the signed one", AUTHENTIC, &[CENTRE]),
        of("swapped-tables", "Two pages of the keeper's tables are swapped", AUTHENTIC, &tables),
        of(
            "missing-documents",
            "The segment of documents is missing: whether the document is listed is undetermined",
            COMPLETE,
            &documents,
        ),
        of(
            "missing-status",
            "The segment of cancellations is missing: whether the document is cancelled is undetermined",
            COMPLETE,
            &[CANCELLATION],
        ),
        of("missing-centres", "The segment of centres is missing", COMPLETE, &[CENTRE]),
        of("cut-tables", "The segment of the keeper's tables is a byte short", COMPLETE, &tables),
    ]
}

fn statements(documents: &Documents<'_>) -> Vec<Row> {
    let satisfied = |name: &str, why: &str, bundle: &'static str| {
        valid(name, why, documents.text("unlimited")).bundle(bundle)
    };
    let cancelled = documents.text("ordinary");
    vec![
        satisfied(
            "bad-third-signature",
            "An invalid signature beside enough valid ones has no effect",
            "bad-third-signature",
        ),
        satisfied("rotated-twice", "Two rotations from the pinned root to the newest", "rotated"),
        satisfied("root-renewed", "A planned rotation: the keys of the first root still sign", "renewed"),
        satisfied("rotated-pinned-second", "The walk starts at the second root", "rotated")
            .root("rotated/roots/2.cose"),
        satisfied("rotated-pinned-newest", "The newest root is pinned already", "rotated")
            .root("rotated/roots/3.cose"),
        satisfied(
            "root-expired-then-renewed",
            "An expired root followed by one in force",
            "root-expired-then-renewed",
        )
        .root("root-expired-then-renewed/roots/1.cose"),
        satisfied("state-same-version", "The bundle that this verifier already uses", "base").state("base"),
        satisfied("state-newer-version", "A later version than in the verifier's trusted state", "second")
            .state("base"),
        satisfied(
            "state-newer-epoch",
            "A register that started over: a higher epoch, the version counted from one again",
            "new-epoch",
        )
        .state("base"),
        valid("update-before", "Not cancelled in the first version", cancelled.clone()),
        invalid("update-after", "Cancelled in the second version", cancelled.clone(), &[CANCELLATION])
            .bundle("second")
            .flips(&[CANCELLATION]),
        valid("update-after-settled", "Valid the day before, also in the second version", cancelled)
            .bundle("second")
            .on("2026-11-20"),
    ]
}

/// A register with small segments added to the unchanged base, and the base as one file.
fn shapes(documents: &Documents<'_>) -> Vec<Row> {
    let grown = |row: Row| row.bundle("grown").state("base");
    let one = |row: Row| row.bundle("base.rastau");
    let cancelled = |name: &str, why: &str, id: &str| {
        invalid(name, why, documents.text(id), &[CANCELLATION]).flips(&[CANCELLATION])
    };
    let typed =
        |id: &str| documents.form(id, &[("issued_on", json!(documents.claims(id).issued_on.to_string()))]);
    let unlisted = all(&[&[LISTED, CODE, CANCELLATION], COMPARED]);
    vec![
        grown(valid("grown-added", "A document of the newer segment", documents.text("added-later"))),
        grown(valid("grown-added.typed", "The same, typed", typed("added-later"))),
        grown(valid("grown-untouched", "A document of the older segment", documents.text("unlimited"))),
        grown(cancelled("grown-cancelled", "Cancelled by the newer segment of cancellations", "ordinary")),
        grown(valid("grown-cancelled-before", "Valid the day before", documents.text("ordinary")))
            .on("2026-11-20"),
        grown(valid(
            "grown-reinstated",
            "Cancelled by the older segment, reinstated by the newer",
            documents.text("cancelled-ever"),
        )),
        grown(cancelled("grown-reinstated-before", "The day before that reinstatement", "cancelled-ever"))
            .on("2026-11-20"),
        grown(cancelled(
            "grown-still-cancelled",
            "Not in the newer segment, so the older one counts",
            "cancelled-twice",
        )),
        grown(invalid("grown-not-listed", "In neither segment", documents.text("invented"), &[LISTED]))
            .flips(&[LISTED]),
        unknown(
            "not-grown",
            "The same new document with the older bundle: newer than the snapshot",
            documents.text("added-later"),
            &all(&[&unlisted, &[PROFESSION, MODE]]),
        )
        .flips(&[LISTED, PROFESSION]),
        one(valid("one-file", "The base as one file", documents.text("ordinary"))),
        one(valid("one-file.typed", "The same, typed", documents.form("ordinary", &[]))),
        one(cancelled(
            "one-file-cancelled",
            "A cancelled document, with the bundle as one file",
            "cancelled-ever",
        )),
        one(invalid(
            "one-file-not-listed",
            "An unlisted document, with the bundle as one file",
            documents.text("invented"),
            &[LISTED],
        ))
        .flips(&[LISTED]),
    ]
}
