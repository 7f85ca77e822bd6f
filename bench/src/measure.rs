//! Processor time, alternating rounds, and spread.

use std::fmt;
use std::time::Duration;

use nix::time::{ClockId, clock_gettime};
use rastau_registry::random::Seeded;

use crate::fixture::shuffle;
use crate::work::Work;

/// Documents between two readings of the clock.
const BATCH: usize = 20;

/// The processor time that this thread has used so far, in the user's and in the system's mode.
///
/// # Panics
/// If the operating system has no such clock.
#[must_use]
pub fn processor_time() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("a clock of this thread's processor time").into()
}

/// Microseconds of processor time that `work` takes.
pub fn timed(work: impl FnOnce()) -> f64 {
    let begun = processor_time();
    work();
    (processor_time() - begun).as_secs_f64() * 1e6
}

/// Median, 10th and 90th percentile of some values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The 10th percentile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The 90th percentile.
    pub high: f64,
}

impl Spread {
    /// The spread of `values`, by the nearest rank. All three are 0 if there are no values.
    #[must_use]
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_unstable_by(f64::total_cmp);
        let last = values.len().saturating_sub(1);
        let at = |tenths: usize| values.get((last * tenths + 5) / 10).copied().unwrap_or(0.0);
        Self { low: at(1), median: at(5), high: at(9) }
    }
}

impl fmt::Display for Spread {
    /// `median (10th–90th percentile)`, with the precision of the format.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(1);
        let Self { low, median, high } = self;
        write!(f, "{median:.digits$} ({low:.digits$}–{high:.digits$})")
    }
}

/// Microseconds per document, for each round, for each piece of work.
///
/// In a round each piece of work handles all of the `documents` once, each in its own random order, so that none
/// benefits from pages that another has just read. The pieces take turns after every `BATCH` documents, so that
/// other load on the machine affects all of them alike.
#[must_use]
pub fn alternate(works: &[Work], documents: usize, rounds: usize, seed: &str) -> Vec<Vec<f64>> {
    let mut random = Seeded::new(seed);
    let mut orders = vec![(0..documents).collect::<Vec<_>>(); works.len()];
    let mut means = vec![Vec::with_capacity(rounds); works.len()];
    for _ in 0..rounds {
        for order in &mut orders {
            shuffle(order, &mut random).expect("a seeded generator does not fail");
        }
        let mut sums = vec![0.0; works.len()];
        for (turn, from) in (0..documents).step_by(BATCH).enumerate() {
            for place in 0..works.len() {
                let at = (turn + place) % works.len();
                let batch = &orders[at][from..documents.min(from + BATCH)];
                sums[at] += timed(|| batch.iter().for_each(|document| (works[at].run)(*document)));
            }
        }
        for (means, sum) in means.iter_mut().zip(sums) {
            means.push(sum / documents.max(1) as f64);
        }
    }
    means
}

/// Microseconds of each document on its own: the median of `times` runs.
#[must_use]
pub fn each(work: &Work, documents: usize, times: usize) -> Vec<f64> {
    let mut runs = vec![Vec::with_capacity(times); documents];
    for _ in 0..times {
        for (document, runs) in runs.iter_mut().enumerate() {
            runs.push(timed(|| (work.run)(document)));
        }
    }
    runs.into_iter().map(|runs| Spread::of(runs).median).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_is_the_nearest_rank_whatever_the_order() {
        let spread = Spread::of((0..=100).rev().map(f64::from).collect());
        assert_eq!(spread, Spread { low: 10.0, median: 50.0, high: 90.0 });
        assert_eq!(format!("{spread:.0}"), "50 (10–90)");
        assert_eq!(Spread::of(vec![7.0]), Spread { low: 7.0, median: 7.0, high: 7.0 });
        assert_eq!(Spread::of(Vec::new()), Spread { low: 0.0, median: 0.0, high: 0.0 });
    }

    #[test]
    fn each_round_handles_each_document_once_for_each_work() {
        use std::cell::RefCell;
        let (one, two) = (RefCell::new(vec![0; 45]), RefCell::new(vec![0; 45]));
        let work = |counts| Work {
            name: String::new(),
            bare: None,
            run: Box::new(move |document: usize| {
                let counts: &RefCell<Vec<u32>> = counts;
                counts.borrow_mut()[document] += 1;
            }),
        };
        let works = [work(&one), work(&two)];
        let means = alternate(&works, 45, 3, "test");
        assert_eq!(means.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3]);
        drop(works);
        for counts in [one, two] {
            assert_eq!(counts.into_inner(), vec![3; 45]);
        }
    }
}
