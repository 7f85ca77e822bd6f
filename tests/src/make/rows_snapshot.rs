//! The freshness of the snapshot, and implausible clocks. The base is current until 2026-12-23T10:00+05:00, then late for
//! seven days, then stale until 2027-12-28T10:00+05:00. It was made at 2026-11-20T10:00+05:00, so 2026-11-19 is the last
//! day that it covers completely.

use super::ids::{CANCELLATION, CLOCK, FRESH};
use super::papers::Papers;
use super::row::{Row, invalid, unknown, valid, verdict};

pub(super) fn rows(papers: &Papers<'_>) -> Vec<Row> {
    let good = |name: &str, why: &str, now: &'static str| valid(name, why, papers.text("ordinary")).now(now);
    let open = |name: &str, why: &str, now: &'static str| {
        unknown(name, why, papers.text("ordinary"), &[FRESH]).now(now).flips(&[FRESH])
    };
    let behind = |name: &str, why: &str, now: &'static str| {
        unknown(name, why, papers.text("ordinary"), &[CLOCK]).now(now).flips(&[CLOCK])
    };
    let (late, stale, expired) =
        ("2026-12-25T10:00:00+05:00", "2027-01-15T10:00:00+05:00", "2028-01-15T10:00:00+05:00");
    vec![
        good(
            "fresh-current",
            "Confirmed and not overdue, where only current knowledge is accepted",
            super::row::NOW,
        )
        .accept("current"),
        good(
            "fresh-last-second",
            "The second at which the next update is due is not overdue",
            "2026-12-23T10:00:00+05:00",
        )
        .accept("current"),
        open("fresh-overdue-second", "A second later it is late", "2026-12-23T10:00:01+05:00")
            .accept("current"),
        open("late-not-accepted", "Late knowledge where only current is accepted", late).accept("current"),
        good("late-accepted", "Late knowledge where late is accepted", late),
        good("late-last-second", "The last second of grace", "2026-12-30T10:00:00+05:00"),
        open("late-no-grace", "No grace: a second late is stale", "2026-12-23T10:00:01+05:00").grace(0),
        open("stale-first-second", "The first second after the grace", "2026-12-30T10:00:01+05:00"),
        open("stale-not-accepted", "Stale knowledge where late is accepted", stale),
        good("stale-accepted", "Stale knowledge where stale is accepted", stale).accept("stale"),
        good(
            "stale-last-second",
            "The last second for which the keeper stands by the data",
            "2027-12-28T10:00:00+05:00",
        )
        .accept("stale"),
        open("expired-first-second", "A second later nobody stands by it", "2027-12-28T10:00:01+05:00")
            .accept("stale"),
        open(
            "expired-not-accepted",
            "Nobody stands by expired knowledge, however old the policy accepts it",
            expired,
        )
        .accept("stale"),
        open("expired-settled", "Nor about a day that it once knew whole", expired)
            .accept("stale")
            .on("2026-11-19"),
        good(
            "stale-settled",
            "About a day that the snapshot knows whole, stale knowledge is knowledge",
            stale,
        )
        .on("2026-11-19"),
        good("stale-settled-current", "Even where only current knowledge is accepted", stale)
            .accept("current")
            .on("2026-06-01"),
        open("stale-unsettled", "The day after the snapshot's own is not known whole", stale)
            .on("2026-11-21"),
        verdict(
            "stale-cancelled",
            "A cancellation stands, however old the knowledge is",
            papers.text("cancelled-ever"),
            "invalid",
            &[CANCELLATION],
            &[FRESH],
            &[],
        )
        .now(stale)
        .flips(&[CANCELLATION, FRESH]),
        invalid(
            "stale-cancelled-settled",
            "Cancelled on a day that the snapshot knows whole",
            papers.text("cancelled-ever"),
            &[CANCELLATION],
        )
        .now(stale)
        .on("2026-11-19")
        .flips(&[CANCELLATION]),
        behind(
            "clock-1970",
            "A clock that lost its time: today is then the newest signed day",
            "1970-01-01T00:00:00Z",
        ),
        behind(
            "clock-second-behind",
            "A clock a second behind the newest signed time",
            "2026-11-23T09:58:59+05:00",
        ),
        good("clock-exact", "A clock at the newest signed time", "2026-11-23T09:59:00+05:00"),
        behind(
            "clock-set-back-to-validity",
            "Setting the clock back does not make stale knowledge current, it is told",
            "2026-06-01T10:00:00+05:00",
        ),
        unknown(
            "clock-behind-state",
            "A clock behind what this verifier has seen signed: now is the newer time",
            papers.text("ordinary"),
            &[CLOCK],
        )
        .state("newer-time")
        .flips(&[CLOCK]),
        verdict(
            "clock-behind-state-late",
            "And the knowledge is as old as that time makes it",
            papers.text("ordinary"),
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
