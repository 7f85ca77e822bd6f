//! What an open snapshot says of itself.

use std::time::SystemTime;

use rastau_core::calendar;
use rastau_core::snapshot::info;

use crate::values::{Day, count, time};

/// An open snapshot in figures: which register this is, and how new.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SnapshotInfo {
    /// Name of the register.
    pub register: String,
    /// Epoch of the manifest.
    pub epoch: i64,
    /// Version within the epoch.
    pub version: i64,
    /// The instant whose knowledge it holds.
    pub as_of: SystemTime,
    /// When the newest freshness note was signed.
    pub checked_at: SystemTime,
    /// When the next one is due.
    pub next_update: SystemTime,
    /// The instant after which the keeper no longer stands by it.
    pub not_after: SystemTime,
    /// The issue dates whose documents are all listed.
    pub coverage: Interval,
    /// Documents listed.
    pub documents: i64,
    /// Bytes of all segments.
    pub bytes: i64,
    /// SHA-256 of the trust root in use, hexadecimal: what a person compares.
    pub root_fingerprint: String,
    /// Version of the trust root in use.
    pub root_version: i64,
    /// The instant from which that root may not be used.
    pub root_expires: SystemTime,
    /// The days that its calendar of working days covers; none where it brings none.
    pub working_days: Option<CalendarSpan>,
    /// What a person should know of the files it is read from, in English; empty where all is well.
    pub damage: Vec<String>,
    /// The same and more as Rastau's JSON, to be stored.
    pub json: String,
}

/// A run of days with a first day and perhaps a last one, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Interval {
    /// The first day.
    pub from: Day,
    /// The last day, or none while it goes on.
    pub until: Option<Day>,
}

/// The days that a calendar covers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct CalendarSpan {
    /// The first.
    pub from: Day,
    /// The last.
    pub until: Day,
}

impl SnapshotInfo {
    pub(crate) fn new(info: info::SnapshotInfo, damage: Vec<String>, json: String) -> Self {
        Self {
            epoch: count(info.epoch),
            version: count(info.version),
            as_of: time(info.as_of),
            checked_at: time(info.checked_at),
            next_update: time(info.next_update),
            not_after: time(info.not_after),
            coverage: info.coverage.into(),
            documents: count(info.documents),
            bytes: count(info.bytes),
            root_fingerprint: info.root.fingerprint,
            root_version: count(info.root.version),
            root_expires: time(info.root.expires),
            working_days: info
                .working_days
                .map(|days| CalendarSpan { from: Day(days.from), until: Day(days.until) }),
            register: info.register,
            damage,
            json,
        }
    }
}

impl From<calendar::Interval> for Interval {
    fn from(interval: calendar::Interval) -> Self {
        Self { from: Day(interval.from), until: interval.until.map(Day) }
    }
}
