//! Which changes to published data a register may make.
//!
//! Documents stay listed, cancellations stay recorded, dictionaries are append-only. A verifier cannot detect that
//! history is missing, so builds compare the register with the published bundle, and publishing compares the new bundle
//! with it again.

use std::fmt;

use rastau_core::calendar::Date;
use rastau_core::codec::hex;
use rastau_core::snapshot::Record;
use rastau_core::snapshot::documents::SealedAt;
use rastau_core::snapshot::rows::key::Table;
use rastau_core::snapshot::rows::{Centre, DatedBasis, IssuingKey, Profession, Row, Scope};
use rastau_core::snapshot::status::{Cancellation, CancellationStatus};

use crate::guard::Guard;
use crate::rows::Rows;

/// A kind of change that is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HistoryProblemKind {
    /// A listed document is missing.
    DocumentVanished,
    /// A record with a code became one without.
    CodeLost,
    /// A record was sealed again under its code.
    SealedAgain,
    /// Whether a record was sealed later changed, or one without a code became one that was issued with it.
    SealedAsIssued,
    /// A cancellation is missing.
    CancellationVanished,
    /// The date or the ground of a cancellation, or a reinstatement, changed.
    CancellationChanged,
    /// A row of a table is missing.
    RowVanished,
    /// An entry of a dictionary changed.
    DictionaryChanged,
    /// A row lost a part of its history: a version, a basis, an accreditation, an event or an interval.
    RowShortened,
    /// An issuing key whose last day is over ends later, or never.
    KeyReopened,
}

impl HistoryProblemKind {
    /// Returns the guard to waive if the change is meant: a mistake in a row can be corrected, but no document can be dropped.
    #[must_use]
    pub const fn guard(self) -> Option<Guard> {
        match self {
            Self::RowShortened => Some(Guard::ShortenedRow),
            Self::KeyReopened => Some(Guard::ReopenedKey),
            Self::DocumentVanished
            | Self::CodeLost
            | Self::SealedAgain
            | Self::SealedAsIssued
            | Self::CancellationVanished
            | Self::CancellationChanged
            | Self::RowVanished
            | Self::DictionaryChanged => None,
        }
    }
}

/// A change that is not allowed, with the first place where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryProblem {
    /// The kind.
    pub kind: HistoryProblemKind,
    /// The number of the first document, or the key of the first row.
    pub first: String,
    /// How many documents or rows changed in this way.
    pub count: u64,
}

impl fmt::Display for HistoryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, first, count } = self;
        match kind {
            HistoryProblemKind::DocumentVanished => {
                write!(f, "document {first} is published and is missing from the register; restore it")
            }
            HistoryProblemKind::CodeLost => {
                write!(
                    f,
                    "the published record of document {first} has a code, and that of the register has none; restore it"
                )
            }
            HistoryProblemKind::SealedAgain => write!(
                f,
                "the record of document {first} differs from the published one and has the same code; give a corrected document a new number, or a new code"
            ),
            HistoryProblemKind::SealedAsIssued => write!(
                f,
                "document {first} is published with another state of sealed_later: its paper would become invalid, or one without its code valid; restore that row"
            ),
            HistoryProblemKind::CancellationVanished => write!(
                f,
                "a published cancellation of document {first} is missing from the register; restore it, and reinstate the document if the cancellation was wrong"
            ),
            HistoryProblemKind::CancellationChanged => write!(
                f,
                "a published cancellation of document {first} has another date or ground in the register; restore it, reinstate the document and cancel it again"
            ),
            HistoryProblemKind::RowVanished => {
                write!(f, "the row {first} is published and is missing from the register; restore it")
            }
            HistoryProblemKind::DictionaryChanged => {
                write!(
                    f,
                    "the dictionary entry {first} differs from the published one; restore it, and add a new entry instead"
                )
            }
            HistoryProblemKind::RowShortened => {
                write!(
                    f,
                    "the row {first} has lost a published version, basis, accreditation, event or interval; restore it, or add --insist shortened-row"
                )
            }
            HistoryProblemKind::KeyReopened => {
                write!(
                    f,
                    "the {first} has ended by what is published, and ends later now: what a thief signs with it would count again; restore its valid_until, or add --insist reopened-key"
                )
            }
        }?;
        if *count > 1 { write!(f, " ({count} such cases)") } else { Ok(()) }
    }
}

/// The changes that are not allowed, at most one entry of each kind, in the order of the kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryProblems(Vec<HistoryProblem>);

impl HistoryProblems {
    /// Returns the problems.
    #[must_use]
    pub fn list(&self) -> &[HistoryProblem] {
        &self.0
    }

    /// Removes those whose guard is waived.
    pub fn waive(&mut self, waived: &[Guard]) {
        self.0.retain(|problem| problem.kind.guard().is_none_or(|guard| !waived.contains(&guard)));
    }

    fn add(&mut self, kind: HistoryProblemKind, first: impl FnOnce() -> String) {
        match self.0.binary_search_by_key(&kind, |problem| problem.kind) {
            Ok(at) => self.0[at].count += 1,
            Err(at) => self.0.insert(at, HistoryProblem { kind, first: first(), count: 1 }),
        }
    }

    /// Compares a document with the published one; `next` is `None` if it is missing. Returns whether its record
    /// changed.
    pub(crate) fn document(
        &mut self,
        number: &[u8],
        (record, cancellations): (&Record, &[Cancellation]),
        next: Option<(&Record, &[Cancellation])>,
    ) -> bool {
        let number = || String::from_utf8_lossy(number).into_owned();
        let Some((next_record, next_cancellations)) = next else {
            self.add(HistoryProblemKind::DocumentVanished, number);
            return false;
        };
        if let Err(kind) = may_become(record, next_record) {
            self.add(kind, number);
        }
        for (at, old) in cancellations.iter().enumerate() {
            let kind = match next_cancellations.get(at) {
                None => HistoryProblemKind::CancellationVanished,
                Some(new) if may_follow(old, new) => continue,
                Some(_) => HistoryProblemKind::CancellationChanged,
            };
            self.add(kind, number);
            break;
        }
        record != next_record
    }

    /// Compares the rows of a table with the published ones. `today` is the day of the new state.
    pub(crate) fn rows(&mut self, published: &Rows, next: &Rows, today: Date) {
        for (key, old) in published {
            let name = || row_name(key);
            match next.get(key) {
                None => self.add(HistoryProblemKind::RowVanished, name),
                Some(new) if new == old => {}
                Some(_) if Table::of(key).is_some_and(Table::is_dictionary) => {
                    self.add(HistoryProblemKind::DictionaryChanged, name)
                }
                Some(new) if !is_continued(key, old, new) => self.add(HistoryProblemKind::RowShortened, name),
                Some(new) if is_reopened(key, old, new, today) => {
                    self.add(HistoryProblemKind::KeyReopened, name)
                }
                Some(_) => {}
            }
        }
    }
}

impl fmt::Display for HistoryProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            let separator = if at > 0 { "\n" } else { "" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

/// Returns a readable form of a row's key: the table, and the codes or the number in it.
pub(crate) fn row_name(key: &[u8]) -> String {
    let (Some(table), Some(rest)) = (Table::of(key), key.get(1..)) else { return hex::encode(key) };
    let (name, is_text) = match table {
        Table::Professions => ("profession", true),
        Table::Qualifications => ("qualification", true),
        Table::Skills => ("skill", true),
        Table::Centres => ("centre", true),
        Table::Scopes => ("scope", true),
        Table::IssuingKeys => ("issuing key", false),
        Table::Offers => ("offer", false),
        Table::Accreditations => ("accreditation reference", false),
        Table::SkillLists => ("skill list", false),
        Table::WorkingYears => ("calendar year", false),
    };
    let id = match <[u8; 4]>::try_from(rest) {
        _ if is_text => String::from_utf8_lossy(rest).replace('\0', " "),
        Ok(number) => u32::from_be_bytes(number).to_string(),
        Err(_) => hex::encode(rest),
    };
    format!("{name} {id}")
}

/// Whether a record may replace a published one.
fn may_become(old: &Record, new: &Record) -> Result<(), HistoryProblemKind> {
    match (old, new) {
        (Record::Plain, Record::Plain | Record::Coded { sealed_at: SealedAt::Later, .. }) => Ok(()),
        (Record::Plain, Record::Coded { sealed_at: SealedAt::Issue, .. }) => {
            Err(HistoryProblemKind::SealedAsIssued)
        }
        (Record::Coded { .. }, Record::Plain) => Err(HistoryProblemKind::CodeLost),
        (
            Record::Coded { sealed_at, holder, name, sealed },
            Record::Coded {
                sealed_at: new_sealed_at,
                holder: new_holder,
                name: new_name,
                sealed: new_sealed,
            },
        ) => {
            // Whether the document itself carries the code cannot change.
            if sealed_at != new_sealed_at {
                return Err(HistoryProblemKind::SealedAsIssued);
            }
            // The register does not store codes, but tags are keyed by code and number: equal tags were made with the
            // same code.
            let same_code = holder == new_holder || name == new_name || sealed == new_sealed;
            if same_code && old != new { Err(HistoryProblemKind::SealedAgain) } else { Ok(()) }
        }
    }
}

/// Whether a cancellation may replace a published one.
fn may_follow(old: &Cancellation, new: &Cancellation) -> bool {
    let status = match (old.status, new.status) {
        (
            CancellationStatus::InEffect { ground, replaced },
            CancellationStatus::InEffect { ground: new_ground, replaced: new_replaced },
        ) => ground == new_ground && (new_replaced || !replaced),
        (CancellationStatus::InEffect { .. }, CancellationStatus::Reinstated { .. }) => true,
        (old, new) => old == new,
    };
    old.on == new.on && status
}

/// Whether a row is that of an issuing key that has ended, on `today` at the latest, and now ends later. The last day of a key that
/// leaked is the day of the leak, so it may be `today`.
fn is_reopened(key: &[u8], old: &[u8], new: &[u8], today: Date) -> bool {
    if Table::of(key) != Some(Table::IssuingKeys) {
        return false;
    }
    let (Ok(old), Ok(new)) = (IssuingKey::from_bytes(old), IssuingKey::from_bytes(new)) else { return false };
    let Some(end) = old.interval.until.filter(|end| *end <= today) else { return false };
    new.interval.until.is_none_or(|new| new > end)
}

/// Whether a changed row still has each version, basis, accreditation, event and interval of the published one,
/// identified by its first day. Last days may change.
fn is_continued(key: &[u8], old: &[u8], new: &[u8]) -> bool {
    fn both<R: Row>(old: &[u8], new: &[u8]) -> Option<(R, R)> {
        Some((R::from_bytes(old).ok()?, R::from_bytes(new).ok()?))
    }
    match Table::of(key) {
        Some(Table::Professions) => both::<Profession>(old, new).is_some_and(|(old, new)| {
            let has_version = |from| new.versions.iter().any(|version| version.interval.from == from);
            let has_basis = |one: &DatedBasis| {
                new.bases.iter().any(|new| new.basis == one.basis && new.interval.from == one.interval.from)
            };
            old.versions.iter().all(|version| has_version(version.interval.from))
                && old.bases.iter().all(has_basis)
        }),
        Some(Table::Centres) => both::<Centre>(old, new).is_some_and(|(old, new)| {
            old.accreditations.iter().all(|one| {
                new.accreditations.iter().any(|new| {
                    new.serial == one.serial && one.events.iter().all(|event| new.events.contains(event))
                })
            })
        }),
        Some(Table::Scopes) => both::<Scope>(old, new).is_some_and(|(old, new)| {
            old.intervals.iter().all(|one| new.intervals.iter().any(|new| new.from == one.from))
        }),
        _ => true,
    }
}
