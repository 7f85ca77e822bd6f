//! Detects whether the act's text has changed since the rules were read from it, and names the units that differ.
//!
//! The text is split into units by its structure, and each unit is compared with its recorded hash: the act itself is
//! not part of this project. White space, line breaks, Markdown markup and the shapes of dashes and quotes do not
//! count. Headings and the signature at the end are not compared: they contain no norm.

mod split;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{TextHash, Unit, norms};
use crate::error::ActError;

/// The maximum length of a text, in bytes; the act has about forty thousand.
pub const MAX_TEXT: usize = 4 << 20;

fn hash_of(text: &str) -> TextHash {
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    TextHash(hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// The hash of each unit's text as it was when its norms were read, in the order of the act.
fn recorded() -> Vec<(Unit, TextHash)> {
    let mut recorded: Vec<_> = norms().map(|norm| (norm.unit, norm.text)).collect();
    // The norms of one unit state the same hash.
    recorded.dedup();
    recorded
}

/// A unit whose text differs from the recorded one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The unit.
    pub unit: Unit,
    /// The recorded hash.
    pub recorded: TextHash,
    /// The hash found in the text.
    pub found: TextHash,
}

/// A unit without a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Added {
    /// The unit.
    pub unit: Unit,
    /// The hash found in the text.
    pub found: TextHash,
}

/// A unit whose text is unchanged, but in another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Moved {
    /// The recorded unit.
    pub unit: Unit,
    /// The unit in the text: another one where numbers or parts have shifted; the same where only its position changed.
    pub now: Unit,
}

/// The differences between a text and the act as it was when the rules were read from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drift {
    /// Units with another text, in the order of the act.
    pub changed: Vec<Changed>,
    /// Units whose text is absent, in the order of the act.
    pub missing: Vec<Unit>,
    /// Units with a text that no unit had, in the order of the text: new ones, and those whose own text moved.
    pub added: Vec<Added>,
    /// Units whose unchanged text is in another place, in the order of the act: the fewest that explain the new order.
    pub moved: Vec<Moved>,
}

impl Drift {
    /// Returns whether the text is the one that the rules were read from.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty() && self.moved.is_empty()
    }
}

/// Compares a text of the act with the recorded hashes.
///
/// # Errors
/// A text longer than [`MAX_TEXT`] bytes, or one without an article.
///
/// # Examples
/// ```
/// use rastau_core::error::ActError;
/// use rastau_core::law::drift::drift;
///
/// let differences = drift("Article 1. Concepts\n\n1. Another text.\n")?;
/// assert!(!differences.is_none());
/// assert!(differences.changed.len() + differences.missing.len() > 200);
///
/// assert_eq!(drift("not the act"), Err(ActError::NoArticle));
/// # Ok::<(), ActError>(())
/// ```
pub fn drift(text: &str) -> Result<Drift, ActError> {
    if text.len() > MAX_TEXT {
        return Err(ActError::TooLong { limit: MAX_TEXT });
    }
    let units = split::split(text);
    if units.iter().all(|(unit, _)| unit.article().is_none()) {
        return Err(ActError::NoArticle);
    }
    Ok(compare(&units, &recorded()))
}

fn compare(units: &[(Unit, String)], recorded: &[(Unit, TextHash)]) -> Drift {
    let found: Vec<(Unit, TextHash)> = units.iter().map(|(unit, text)| (*unit, hash_of(text))).collect();
    let at: BTreeMap<Unit, TextHash> = found.iter().copied().collect();
    let places: BTreeMap<Unit, (usize, TextHash)> =
        recorded.iter().enumerate().map(|(place, (unit, hash))| (*unit, (place, *hash))).collect();
    let unchanged = |unit: &Unit, hash: &TextHash| at.get(unit) == Some(hash);
    // A text that is not in its place may be in another's: a unit was removed, and the next ones took its number.
    let mut displaced: BTreeMap<u64, Vec<Unit>> = BTreeMap::new();
    for (unit, hash) in recorded.iter().rev().filter(|(unit, hash)| !unchanged(unit, hash)) {
        displaced.entry(hash.0).or_default().push(*unit);
    }
    let (mut now, mut claimed) = (BTreeMap::new(), BTreeMap::new());
    for (unit, hash) in &found {
        let own = places.get(unit).is_some_and(|(_, recorded)| recorded == hash);
        if let Some(was) = displaced.get_mut(&hash.0).filter(|_| !own).and_then(Vec::pop) {
            now.insert(was, *unit);
            claimed.insert(*unit, was);
        }
    }
    let (mut changed, mut missing, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    for (unit, hash) in recorded.iter().filter(|(unit, hash)| !unchanged(unit, hash)) {
        match (now.get(unit), at.get(unit).filter(|_| !claimed.contains_key(unit))) {
            (Some(now), _) => moved.push(Moved { unit: *unit, now: *now }),
            (None, Some(found)) => changed.push(Changed { unit: *unit, recorded: *hash, found: *found }),
            (None, None) => missing.push(*unit),
        }
    }
    let (mut added, mut order) = (Vec::new(), Vec::new());
    for (unit, hash) in found.iter().filter(|(unit, _)| !claimed.contains_key(unit)) {
        match places.get(unit).filter(|_| !now.contains_key(unit)) {
            Some((place, _)) => order.push((*place, *unit)),
            None => added.push(Added { unit: *unit, found: *hash }),
        }
    }
    moved.extend(out_of_order(&order).map(|unit| Moved { unit, now: unit }));
    moved.sort();
    Drift { changed, missing, added, moved }
}

/// The units outside a longest run of ascending places. At most as many units as are recorded, each once.
fn out_of_order(order: &[(usize, Unit)]) -> impl Iterator<Item = Unit> {
    // For each unit: the length of the longest run that ends with it, and the index of its predecessor in that run.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(order.len());
    for (place, _) in order {
        let before = runs.iter().zip(order).enumerate().filter(|(_, (_, (other, _)))| other < place);
        let best = before.map(|(index, ((length, _), _))| (*length, index)).max();
        runs.push(best.map_or((1, None), |(length, index)| (length.saturating_add(1), Some(index))));
    }
    let last = runs.iter().enumerate().max_by_key(|(_, (length, _))| *length);
    let mut at = last.map(|(index, _)| index);
    let mut stayed = Vec::new();
    while let Some(index) = at {
        stayed.push(index);
        at = runs.get(index).and_then(|(_, before)| *before);
    }
    order.iter().enumerate().filter(move |(index, _)| !stayed.contains(index)).map(|(_, (_, unit))| *unit)
}

#[cfg(test)]
mod tests;
