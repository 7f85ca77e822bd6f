//! Sorting in little code.
//!
//! The sorts of the standard library are fast on long lists but add five kilobytes of code for every type: an eighth of
//! the rules' WebAssembly module. The lists here are short. A heap sorts them in a tenth of the code and needs at most
//! O(n log n) steps on any input.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Returns the members in ascending order.
pub(crate) fn sorted<T: Ord>(members: Vec<T>) -> Vec<T> {
    BinaryHeap::from(members).into_sorted_vec()
}

/// Returns the members in ascending order without duplicates.
pub(crate) fn distinct<T: Ord>(members: Vec<T>) -> Vec<T> {
    let mut members = sorted(members);
    members.dedup();
    members
}

/// Returns the members in ascending order of a key. The sort is stable.
pub(crate) fn sorted_by_key<T, K: Ord>(members: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keyed = |(index, member)| Keyed { key: (key(&member), index), member };
    let keyed = sorted(members.into_iter().enumerate().map(keyed).collect());
    keyed.into_iter().map(|keyed| keyed.member).collect()
}

struct Keyed<T, K> {
    key: (K, usize),
    member: T,
}

impl<T, K: Ord> Ord for Keyed<T, K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl<T, K: Ord> PartialOrd for Keyed<T, K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T, K: Ord> PartialEq for Keyed<T, K> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<T, K: Ord> Eq for Keyed<T, K> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(members: Vec<(u8, u16)>) {
            let mut expected = members.clone();
            expected.sort();
            prop_assert_eq!(sorted(members.clone()), expected.clone());
            expected.dedup();
            prop_assert_eq!(distinct(members.clone()), expected);

            let mut expected = members.clone();
            expected.sort_by_key(|(key, _)| key / 16);
            prop_assert_eq!(sorted_by_key(members, |(key, _)| key / 16), expected);
        }
    }
}
