//! The freshness of the snapshot, and implausible clocks. The base is current until 2026-12-23T10:00+05:00, then late for
//! seven days, then stale until 2027-12-28T10:00+05:00. It was made at 2026-11-20T10:00+05:00, so 2026-11-19 is the last
//! day that it covers completely.

use super::documents::Documents;
use super::ids::{CANCELLATION, CLOCK, FRESH};
use super::row::{Row, invalid, unknown, valid, verdict};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    let satisfied =
        |name: &str, why: &str, now: &'static str| valid(name, why, documents.text("ordinary")).now(now);
    let open = |name: &str, why: &str, now: &'static str| {
        unknown(name, why, documents.text("ordinary"), &[FRESH]).now(now).flips(&[FRESH])
    };
    let behind = |name: &str, why: &str, now: &'static str| {
        unknown(name, why, documents.text("ordinary"), &[CLOCK]).now(now).flips(&[CLOCK])
    };
    let (late, stale, expired) =
        ("2026-12-25T10:00:00+05:00", "2027-01-15T10:00:00+05:00", "2028-01-15T10:00:00+05:00");
    vec![
        satisfied(
            "fresh-current",
            "Confirmed and not overdue, where only current data is accepted",
            super::row::NOW,
        )
        .accept("current"),
        satisfied(
            "fresh-last-second",
            "The second at which the next update is due is not overdue",
            "2026-12-23T10:00:00+05:00",
        )
        .accept("current"),
        open("fresh-overdue-second", "A second later it is late", "2026-12-23T10:00:01+05:00")
            .accept("current"),
        open("late-not-accepted", "Late data where only current is accepted", late).accept("current"),
        satisfied("late-accepted", "Late data where late is accepted", late),
        satisfied("late-last-second", "The last second of the grace period", "2026-12-30T10:00:00+05:00"),
        open("late-no-grace", "Without a grace period: stale after a second", "2026-12-23T10:00:01+05:00")
            .grace(0),
        open("stale-first-second", "The first second after the grace period", "2026-12-30T10:00:01+05:00"),
        open("stale-not-accepted", "Stale data where late is accepted", stale),
        satisfied("stale-accepted", "Stale data where stale is accepted", stale).accept("stale"),
        satisfied(
            "stale-last-second",
            "The last second before the data expires",
            "2027-12-28T10:00:00+05:00",
        )
        .accept("stale"),
        open("expired-first-second", "A second later it is expired", "2027-12-28T10:00:01+05:00")
            .accept("stale"),
        open("expired-not-accepted", "Expired data is not accepted under any policy", expired)
            .accept("stale"),
        open("expired-settled", "Expired data about a day that it covers completely", expired)
            .accept("stale")
            .on("2026-11-19"),
        satisfied("stale-settled", "Stale data about a day that the snapshot covers completely", stale)
            .on("2026-11-19"),
        satisfied("stale-settled-current", "Even where only current data is accepted", stale)
            .accept("current")
            .on("2026-06-01"),
        open("stale-unsettled", "The day after the snapshot's own is not covered completely", stale)
            .on("2026-11-21"),
        verdict(
            "stale-cancelled",
            "A cancellation counts at any age of the data",
            documents.text("cancelled-ever"),
            "invalid",
            &[CANCELLATION],
            &[FRESH],
            &[],
        )
        .now(stale)
        .flips(&[CANCELLATION, FRESH]),
        invalid(
            "stale-cancelled-settled",
            "Cancelled on a day that the snapshot covers completely",
            documents.text("cancelled-ever"),
            &[CANCELLATION],
        )
        .now(stale)
        .on("2026-11-19")
        .flips(&[CANCELLATION]),
        behind("clock-1970", "A reset clock: the newest signed day is used as today", "1970-01-01T00:00:00Z"),
        behind(
            "clock-behind-tolerance",
            "A clock more than ten minutes behind the newest signed time",
            "2026-11-23T09:48:59+05:00",
        ),
        satisfied(
            "clock-within-tolerance",
            "A clock ten minutes behind the newest signed time, which is used instead",
            "2026-11-23T09:49:00+05:00",
        ),
        satisfied("clock-exact", "A clock at the newest signed time", "2026-11-23T09:59:00+05:00"),
        behind(
            "clock-set-back-to-validity",
            "Setting the clock back does not make stale data current, and is reported",
            "2026-06-01T10:00:00+05:00",
        ),
        unknown(
            "clock-behind-state",
            "A clock behind the signed time in the trusted state: the newer time is used",
            documents.text("ordinary"),
            &[CLOCK],
        )
        .state("newer-time")
        .flips(&[CLOCK]),
        verdict(
            "clock-behind-state-late",
            "The age of the data is computed from that time",
            documents.text("ordinary"),
            "indeterminate",
            &[],
            &[CLOCK, FRESH],
            &[],
        )
        .state("newer-time")
        .accept("current")
        .flips(&[CLOCK, FRESH]),
    ]
}
