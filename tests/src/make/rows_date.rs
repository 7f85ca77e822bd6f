//! Days: the last day and the day after, leap days, month ends, cancellation and reinstatement, future days.

use super::documents::Documents;
use super::ids::{CANCELLATION, CODE, COMPARED, FUTURE, MODE, PROFESSION, VALIDITY, all};
use super::row::{Row, contestable, invalid, unknown, valid, verdict};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [
        terms(documents),
        stated(documents),
        cancelled(documents),
        future_days(documents),
        years_later(documents),
    ]
    .concat()
}

/// The expected answer for a day.
#[derive(Clone, Copy)]
enum Expected {
    Valid,
    Past,
    Both,
}

/// A question about a day, with the document scanned and typed.
fn ask(documents: &Documents<'_>, id: &str, why: &str, day: &'static str, expected: Expected) -> Vec<Row> {
    let one = |ending: &str, input: String| {
        let name = format!("{id}.{day}{ending}");
        let row = match expected {
            Expected::Valid => valid(&name, why, input),
            Expected::Past => invalid(&name, why, input, &[VALIDITY]).flips(&[VALIDITY]),
            Expected::Both => contestable(&name, why, input, &[VALIDITY]).flips(&[VALIDITY]),
        };
        row.on(day)
    };
    vec![one("", documents.text(id)), one(".typed", documents.form(id, &[]))]
}

/// Terms of the register (art. 21.5), on their last day and the day after.
fn terms(documents: &Documents<'_>) -> Vec<Row> {
    use Expected::{Both, Past, Valid};
    let table: [(&str, &str, &'static str, Expected); 19] = [
        ("leap-12", "Twelve months from 29 February end on 28 February, included", "2025-02-28", Valid),
        ("leap-12", "The day after twelve months from 29 February", "2025-03-01", Past),
        (
            "leap-12-unprinted",
            "The day before the corresponding one of an unprinted term",
            "2025-02-27",
            Valid,
        ),
        ("leap-12-unprinted", "The corresponding day of an unprinted term: two readings", "2025-02-28", Both),
        ("leap-12-unprinted", "The day after an unprinted term", "2025-03-01", Past),
        ("month-end-18", "Eighteen months from 31 March end on 30 September", "2026-09-30", Valid),
        ("month-end-18", "The day after eighteen months from 31 March", "2026-10-01", Past),
        ("month-end-18-february", "Eighteen months from 31 August end on 28 February", "2026-02-28", Valid),
        ("month-end-18-february", "The day after eighteen months from 31 August", "2026-03-01", Past),
        ("month-end-24", "Twenty-four months from 31 August end on 31 August", "2026-08-31", Valid),
        ("month-end-24", "The day after twenty-four months from 31 August", "2026-09-01", Past),
        ("unprinted", "The day before the corresponding one", "2025-09-09", Valid),
        ("unprinted", "The corresponding day, not printed: two readings", "2025-09-10", Both),
        ("unprinted", "The day after the corresponding one", "2025-09-11", Past),
        ("unprinted-unlimited", "Neither a printed day nor a term: no end", "2026-11-20", Valid),
        ("term-then", "The term is that of the register's version on the day of issue", "2025-12-31", Valid),
        ("term-then", "A longer term that came into force later does not prolong it", "2026-01-01", Past),
        ("term-now", "Issued on the first day of the longer term", "2026-01-02", Valid),
        ("ordinary", "The day before the issue", "2026-05-19", Past),
    ];
    table.into_iter().flat_map(|(id, why, day, expected)| ask(documents, id, why, day, expected)).collect()
}

/// A stated last day that differs from the register's term.
fn stated(documents: &Documents<'_>) -> Vec<Row> {
    use Expected::{Both, Past, Valid};
    let table: [(&str, &str, &'static str, Expected); 14] = [
        (
            "stated-longer",
            "The last day of the register's term; the document states a later one",
            "2025-09-10",
            Valid,
        ),
        ("stated-longer", "Between the register's term and the stated day", "2025-09-11", Both),
        ("stated-longer", "The stated day itself", "2026-03-10", Both),
        ("stated-longer", "After both", "2026-03-11", Past),
        ("stated-shorter", "The stated day; the register's term runs longer", "2025-03-10", Valid),
        ("stated-shorter", "Between the stated day and the register's term", "2025-03-11", Both),
        ("stated-shorter", "The last day of the register's term", "2025-09-10", Both),
        ("stated-shorter", "After both", "2025-09-11", Past),
        (
            "stated-day-longer",
            "The document states a day more, by the other way of counting",
            "2025-09-11",
            Valid,
        ),
        ("stated-day-longer", "After it", "2025-09-12", Past),
        (
            "stated-day-shorter",
            "The document states a day less, by the other way of counting",
            "2025-09-09",
            Valid,
        ),
        ("stated-day-shorter", "After it: the stated day counts", "2025-09-10", Past),
        ("stated-for-unlimited", "A stated day in a profession without a term", "2026-03-10", Valid),
        ("stated-for-unlimited", "After a stated day in a profession without a term", "2026-03-11", Both),
    ];
    let mut rows: Vec<Row> = table
        .into_iter()
        .flat_map(|(id, why, day, expected)| ask(documents, id, why, day, expected))
        .collect();
    let open = all(&[&[CODE], COMPARED]);
    rows.push(
        verdict(
            "plain-unprinted",
            "A record without a code, on the corresponding day of its unprinted term",
            documents.text("plain-unprinted"),
            "indeterminate",
            &[],
            &open,
            &[VALIDITY],
        )
        .on("2025-09-10")
        .flips(&all(&[&open, &[VALIDITY]])),
    );
    rows
}

/// Cancellation and reinstatement (art. 26.2, part two).
fn cancelled(documents: &Documents<'_>) -> Vec<Row> {
    let table: [(&str, &str, &'static str, bool); 15] = [
        ("cancelled-ever", "The day of issue", "2026-05-20", true),
        ("cancelled-ever", "The day before the cancellation: valid", "2026-08-09", true),
        ("cancelled-ever", "The day of the cancellation", "2026-08-10", false),
        ("cancelled-ever", "Today, after the cancellation", "2026-11-23", false),
        ("cancelled-for-a-time", "The day of a cancellation that was reversed later", "2026-08-10", false),
        ("cancelled-for-a-time", "The last day before the reinstatement", "2026-09-14", false),
        ("cancelled-for-a-time", "The day of the reinstatement", "2026-09-15", true),
        ("cancelled-for-a-time", "Today, after the reinstatement", "2026-11-23", true),
        ("cancelled-twice", "During the first cancellation", "2026-06-19", false),
        ("cancelled-twice", "Between two cancellations", "2026-06-30", true),
        ("cancelled-twice", "From the second cancellation on", "2026-07-01", false),
        ("cancelled-on-issue", "Cancelled on the day of its issue", "2026-05-20", false),
        ("cancelled-p256", "Cancelled and reinstated on one day: in force on it", "2026-08-10", true),
        ("cancelled-after-as-of", "A cancellation announced for a future date", "2026-11-23", true),
        ("cancelled-after-as-of", "The announced day of cancellation", "2026-12-01", false),
    ];
    let mut rows = Vec::new();
    for (id, why, day, satisfied) in table {
        for (ending, input) in [("", documents.text(id)), (".typed", documents.form(id, &[]))] {
            let name = format!("{id}.{day}{ending}");
            let row = if satisfied {
                valid(&name, why, input)
            } else {
                invalid(&name, why, input, &[CANCELLATION]).flips(&[CANCELLATION])
            };
            rows.push(row.on(day));
        }
    }
    rows.push(
        invalid(
            "cancelled-ever.2026-05-19",
            "Before the issue: not valid, and not cancelled",
            documents.text("cancelled-ever"),
            &[VALIDITY],
        )
        .on("2026-05-19")
        .flips(&[VALIDITY]),
    );
    rows
}

/// Days after today: a valid document may still be cancelled.
fn future_days(documents: &Documents<'_>) -> Vec<Row> {
    let open = |name: &str, why: &str, id: &str, day: &'static str| {
        unknown(name, why, documents.text(id), &[CANCELLATION]).on(day).flips(&[CANCELLATION])
    };
    let unissued =
        documents.demo.iter().find(|document| document.name == "not-yet-valid").expect("a demo document");
    vec![
        valid("asked-today", "Today, given as a date", documents.text("ordinary")).on("2026-11-23"),
        open("asked-tomorrow", "Tomorrow: it may still be cancelled", "ordinary", "2026-11-24"),
        open("asked-last-day", "The last day, years ahead", "ordinary", "2031-05-20"),
        open(
            "asked-before-announced",
            "Before an announced cancellation, and after today",
            "cancelled-after-as-of",
            "2026-11-30",
        ),
        verdict(
            "asked-past-the-end",
            "The day after the last one, years ahead: no longer valid",
            documents.text("ordinary"),
            "invalid",
            &[VALIDITY],
            &[CANCELLATION],
            &[],
        )
        .on("2031-05-21")
        .flips(&[VALIDITY, CANCELLATION]),
        verdict(
            "asked-on-future-issue",
            "A document dated in the future, asked on its day of issue",
            unissued.text.clone(),
            "invalid",
            &[FUTURE],
            &[PROFESSION, MODE, CANCELLATION],
            &[],
        )
        .on("2026-12-03")
        .flips(&[FUTURE, PROFESSION, CANCELLATION]),
    ]
}

/// A grace in seconds within which a bundle of 2026 is late and not stale in 2029.
const FOUR_YEARS: u64 = 4 * 366 * 86_400;

/// Years later, with a bundle that has not expired.
fn years_later(documents: &Documents<'_>) -> Vec<Row> {
    let table: [(&str, &str, &'static str, bool); 6] = [
        (
            "leap-36",
            "Thirty-six months from 29 February end on 28 February",
            "2027-02-28T12:00:00+05:00",
            true,
        ),
        ("leap-36", "The first second of the day after, in Kazakhstan", "2027-03-01T00:00:00+05:00", false),
        (
            "leap-48",
            "Forty-eight months from 29 February end on 29 February",
            "2028-02-29T23:59:59+05:00",
            true,
        ),
        ("leap-48", "The day after forty-eight months from 29 February", "2028-02-29T19:00:00Z", false),
        ("leap-60", "Sixty months from 29 February end on 28 February", "2029-02-28T12:00:00+05:00", true),
        ("leap-60", "The day after sixty months from 29 February", "2029-03-01T12:00:00+05:00", false),
    ];
    let row = |(id, why, now, satisfied): (&str, &str, &'static str, bool)| {
        let name = format!("{id}.{}", if satisfied { "last-day" } else { "day-after" });
        let row = if satisfied {
            valid(&name, why, documents.text(id))
        } else {
            invalid(&name, why, documents.text(id), &[VALIDITY]).flips(&[VALIDITY])
        };
        row.bundle("long").root("long/roots/1.cose").now(now).grace(FOUR_YEARS)
    };
    table.into_iter().map(row).collect()
}
