//! Which segments a build replaces.
//!
//! A day adds one small segment of each kind that changed. Segments of the same size are merged once there are enough of them,
//! so that their number grows with the logarithm of the register, and the number of times that each document is
//! rewritten is limited. Only the newest segments are merged, because a segment covers an unbroken range of serial
//! numbers.

use rastau_core::snapshot::MAX_SEGMENTS;
use rastau_core::snapshot::pages::SegmentKind;

/// How the segments of one kind are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergePolicy {
    /// How many segments of one size class are merged into one. A size class extends from one power of this number of
    /// pages to the next.
    pub fan_out: u32,
    /// The largest number of segments.
    pub quota: usize,
}

impl MergePolicy {
    /// Returns the policy of a kind. The quotas together are [`MAX_SEGMENTS`].
    #[must_use]
    pub const fn of(kind: SegmentKind) -> Self {
        match kind {
            // A day's documents are the bulk of an update, so they are merged rarely, at the cost of look-ups in more
            // segments.
            SegmentKind::Documents => Self { fan_out: 8, quota: 36 },
            SegmentKind::Status => Self { fan_out: 4, quota: 14 },
            // Tables are small and change on few days.
            SegmentKind::Tables | SegmentKind::Centres => Self { fan_out: 2, quota: 7 },
        }
    }

    fn class(self, pages: u32) -> u32 {
        pages.max(1).ilog(self.fan_out)
    }

    /// Returns how many of the segments with these numbers of pages, the oldest first, are kept when one is added. The
    /// new segment replaces the others. At most `limit` are kept; `pages_from` returns the pages of the new segment if
    /// it replaces those from an index on.
    #[must_use]
    pub fn keep(self, existing: &[u32], limit: usize, mut pages_from: impl FnMut(usize) -> u32) -> usize {
        let mut keep = existing.len().min(limit);
        let mut pages = pages_from(keep);
        loop {
            let Some(last) = keep.checked_sub(1) else { return 0 };
            // A merge that needs no additional page is free.
            let merged = pages_from(last);
            if merged <= pages {
                (keep, pages) = (last, merged);
                continue;
            }
            let class = self.class(pages);
            let run = existing.iter().take(keep).rev().take_while(|one| self.class(**one) <= class).count();
            if run + 1 >= self.fan_out as usize {
                keep -= run;
                pages = pages_from(keep);
                continue;
            }
            if keep < self.quota {
                return keep;
            }
            (keep, pages) = (last, merged);
        }
    }
}

const _: () = {
    let mut sum = 0;
    let mut at = 0;
    while at < SegmentKind::ALL.len() {
        sum += MergePolicy::of(SegmentKind::ALL[at]).quota;
        at += 1;
    }
    assert!(sum == MAX_SEGMENTS);
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds `days` segments of `pages` pages; returns the resulting sizes and the number of pages written.
    fn simulate(policy: MergePolicy, days: u32, pages: u32) -> (Vec<u32>, u64) {
        let (mut sizes, mut written): (Vec<u32>, u64) = (Vec::new(), 0);
        for _ in 0..days {
            let sum = |from: usize| sizes.iter().skip(from).sum::<u32>() + pages;
            let keep = policy.keep(&sizes, sizes.len(), sum);
            let new = sum(keep);
            sizes.truncate(keep);
            sizes.push(new);
            written += u64::from(new);
            assert!(sizes.len() <= policy.quota);
        }
        (sizes, written)
    }

    #[test]
    fn the_number_of_segments_grows_with_the_logarithm() {
        let policy = MergePolicy { fan_out: 8, quota: 36 };
        assert_eq!(simulate(policy, 7, 5).0, [5; 7]);
        assert_eq!(simulate(policy, 8, 5).0, [40]);
        assert_eq!(simulate(policy, 12, 5).0, [40, 5, 5, 5, 5]);
        assert_eq!(simulate(policy, 64, 5).0, [320]);
        let (sizes, written) = simulate(policy, 10_000, 5);
        assert_eq!(sizes.iter().sum::<u32>(), 50_000, "nothing is lost");
        assert!(sizes.len() <= 5 * 7, "{sizes:?}");
        assert!(written <= 50_000 * 6, "a page is written again once for each size class: {written}");
    }

    #[test]
    fn the_quota_holds_whatever_the_sizes_are() {
        for (fan_out, quota) in [(8, 36), (4, 14), (2, 7), (8, 3), (2, 1)] {
            // Ever smaller segments are never of one class.
            let policy = MergePolicy { fan_out, quota };
            let mut sizes: Vec<u32> = Vec::new();
            for exponent in (0..30).rev() {
                let new = 1u32 << exponent;
                let sum = |from: usize| sizes.iter().skip(from).sum::<u32>() + new;
                let keep = policy.keep(&sizes, sizes.len(), sum);
                let merged = sum(keep);
                sizes.truncate(keep);
                sizes.push(merged);
                assert!(sizes.len() <= quota, "{policy:?} {sizes:?}");
            }
        }
    }

    #[test]
    fn a_merge_that_needs_no_additional_page_is_made() {
        let policy = MergePolicy::of(SegmentKind::Status);
        assert_eq!(policy.keep(&[9, 1], 2, |_| 1), 0);
        assert_eq!(policy.keep(&[9, 1], 2, |from| if from == 0 { 10 } else { 1 }), 1);
        assert_eq!(policy.keep(&[9, 1], 2, |from| [10, 2, 1][from]), 2);
        assert_eq!(policy.keep(&[9, 1], 1, |from| [10, 2, 1][from]), 1, "the limit forces a merge");
        assert_eq!(policy.keep(&[], 0, |_| 1), 0);
    }
}
