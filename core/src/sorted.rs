//! Lists put in order, in little code.
//!
//! The sorts of the standard library are fast on long lists and come to five kilobytes for every type they are used
//! with: of the rules of the Law in a browser that was an eighth. The lists here have a handful of members; a heap sorts
//! them in a tenth of the code, and no list, however it is made up, takes more than n log n steps.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The members in ascending order.
pub(crate) fn sorted<T: Ord>(members: Vec<T>) -> Vec<T> {
    BinaryHeap::from(members).into_sorted_vec()
}

/// The members in ascending order, each once.
pub(crate) fn distinct<T: Ord>(members: Vec<T>) -> Vec<T> {
    let mut members = sorted(members);
    members.dedup();
    members
}

/// The members in ascending order of a key; those of one key stay in the order they were given in.
pub(crate) fn sorted_by_key<T, K: Ord>(members: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keyed = |(place, member)| Keyed { key: (key(&member), place), member };
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
        fn as_the_standard_library_has_it(members: Vec<(u8, u16)>) {
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
