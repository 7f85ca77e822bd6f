//! The summary of an open snapshot.

use std::time::SystemTime;

use rastau_core::snapshot::{Anchor, info};

use crate::mirrors::{CalendarSpan, Interval};
use crate::values::{count, time};

/// The summary of an open snapshot: which register it is, and how old.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SnapshotInfo {
    /// Name of the register.
    pub register: String,
    /// Epoch of the manifest.
    pub epoch: i64,
    /// Version within the epoch.
    pub version: i64,
    /// The time whose state of the register it contains.
    pub as_of: SystemTime,
    /// The time at which the newest freshness statement was signed.
    pub checked_at: SystemTime,
    /// The time at which the next update is due.
    pub next_update: SystemTime,
    /// The time after which the snapshot decides nothing.
    pub not_after: SystemTime,
    /// The issue dates whose documents are all listed.
    pub coverage: Interval,
    /// Number of listed documents.
    pub documents: i64,
    /// Size of all segments in bytes.
    pub bytes: i64,
    /// Whether the trust root that the verifier began with came from a trusted source. If not, it came from the bundle itself,
    /// and nothing vouches for it.
    pub pinned: bool,
    /// Whether the register has a newer trust root that this version of the library cannot use.
    pub needs_newer_program: bool,
    /// The base address at which the register is published from now on; empty if it has not moved.
    pub successor: String,
    /// SHA-256 of the active trust root in hexadecimal, for an operator to compare.
    pub root_fingerprint: String,
    /// Version of the active trust root.
    pub root_version: i64,
    /// The time from which that root may not be used.
    pub root_expires: SystemTime,
    /// The days that the snapshot's calendar of working days covers; none if it has no calendar.
    pub working_days: Option<CalendarSpan>,
    /// Problems of the snapshot's files, in English; empty if there are none.
    pub damage: Vec<String>,
    /// The same and more as Rastau's JSON, for storing.
    pub json: String,
}

impl SnapshotInfo {
    pub(crate) fn new(info: info::SnapshotInfo, damage: Vec<String>, json: String) -> Self {
        // Roles, contacts, centres and segments are in the JSON only.
        let info::SnapshotInfo {
            register,
            epoch,
            version,
            as_of,
            checked_at,
            next_update,
            not_after,
            coverage,
            documents,
            bytes,
            contact: _,
            centres: _,
            root,
            segments: _,
            working_days,
        } = info;
        let info::RootInfo {
            anchor,
            version: root_version,
            expires: root_expires,
            fingerprint: root_fingerprint,
            roles: _,
            successor,
            needs_newer_program,
        } = root;
        Self {
            register,
            epoch: count(epoch),
            version: count(version),
            as_of: time(as_of),
            checked_at: time(checked_at),
            next_update: time(next_update),
            not_after: time(not_after),
            coverage,
            documents: count(documents),
            bytes: count(bytes),
            pinned: anchor == Anchor::Pinned,
            needs_newer_program,
            successor,
            root_fingerprint,
            root_version: count(root_version),
            root_expires: time(root_expires),
            working_days,
            damage,
            json,
        }
    }
}
