//! What an open snapshot says of itself, for a person who asks "which register is this?".

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use serde::Serialize;

use super::open::Snapshot;
use super::pages::{Pages, SegmentKind};
use super::root::RoleName;
use crate::calendar::{Date, Interval, Timestamp, WorkingDays};
use crate::crypto::sha256;
use crate::error::PageError;

/// Version of the JSON shape.
const SCHEMA: &str = "rastau/snapshot/1";

/// An open snapshot in figures. Field order is the JSON's field order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SnapshotInfo {
    /// Name of the register.
    pub register: String,
    /// Epoch of the manifest.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant whose knowledge it holds.
    pub as_of: Timestamp,
    /// When the newest freshness note was signed.
    pub checked_at: Timestamp,
    /// When the next one is due.
    pub next_update: Timestamp,
    /// The instant after which the keeper no longer stands by it.
    pub not_after: Timestamp,
    /// The issue dates whose documents are all listed.
    pub coverage: Interval,
    /// Documents listed.
    pub documents: u64,
    /// Bytes of all segments.
    pub bytes: u64,
    /// The National Chamber's statement.
    pub centres: CentresInfo,
    /// The trust root in use.
    pub root: RootInfo,
    /// What the segments hold.
    pub segments: Vec<SegmentInfo>,
    /// The days that its calendar of working days covers; none where it brings none.
    pub working_days: Option<CalendarInfo>,
}

/// The National Chamber's statement in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CentresInfo {
    /// Version, ever higher.
    pub version: u64,
    /// The instant whose knowledge it holds.
    pub as_of: Timestamp,
    /// The instant after which the Chamber no longer stands by it.
    pub not_after: Timestamp,
}

/// The trust root in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RootInfo {
    /// Version.
    pub version: u64,
    /// The instant from which it may not be used.
    pub expires: Timestamp,
    /// SHA-256 of its content, hexadecimal.
    pub fingerprint: String,
    /// Who may sign what.
    pub roles: Vec<RoleInfo>,
}

/// The keys of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleInfo {
    /// `root`, `keeper`, `chamber` or `fresh`.
    pub role: &'static str,
    /// How many of the keys must sign.
    pub threshold: u8,
    /// The ids of the keys, hexadecimal.
    pub keys: Vec<String>,
}

/// A segment in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SegmentInfo {
    /// `documents`, `status`, `tables` or `centres`.
    pub kind: &'static str,
    /// Its number among those of its kind.
    pub serial: u32,
    /// Entries.
    pub entries: u64,
    /// Bytes.
    pub bytes: u64,
}

/// The days that a calendar of working days covers, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarInfo {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

impl<P: Pages> Snapshot<P> {
    /// This snapshot in figures.
    ///
    /// # Errors
    /// A page of the calendar of working days that cannot be used.
    pub fn info(&self) -> Result<SnapshotInfo, PageError> {
        Ok(self.info_with(self.working_days()?))
    }

    /// [`Snapshot::info`] as one line of JSON, with the newest signed time, and with what the host found wrong with the
    /// files that hold the pages; a calendar that cannot be read is told there too.
    #[must_use]
    pub fn info_json(&self, damage: &[String]) -> String {
        #[derive(Serialize)]
        struct Told<'a> {
            #[serde(flatten)]
            info: SnapshotInfo,
            newest_signed: Timestamp,
            damage: &'a [String],
            schema: &'static str,
        }
        let mut damage = damage.to_vec();
        let info = self.info_despite(&mut damage);
        let told = Told { info, newest_signed: self.newest_signed(), damage: &damage, schema: SCHEMA };
        // Serialising this type cannot fail: its keys are text.
        serde_json::to_string(&told).unwrap_or_default()
    }

    /// [`Snapshot::info`] as far as it can be had: a calendar that cannot be read is told in `damage`.
    pub fn info_despite(&self, damage: &mut Vec<String>) -> SnapshotInfo {
        let days = self.working_days().unwrap_or_else(|_| {
            damage.push("the calendar of working days cannot be read; copy the bundle again".into());
            None
        });
        self.info_with(days)
    }

    fn info_with(&self, days: Option<WorkingDays>) -> SnapshotInfo {
        let (root, manifest, centres, fresh) =
            (self.root(), self.manifest(), self.centres(), self.freshness_statement());
        let documents = self.segments().filter(|segment| segment.id.kind == SegmentKind::Documents);
        SnapshotInfo {
            register: manifest.register.clone(),
            epoch: manifest.epoch,
            version: manifest.version,
            as_of: manifest.as_of,
            checked_at: fresh.checked_at,
            next_update: fresh.next_update,
            not_after: manifest.not_after,
            coverage: manifest.coverage,
            documents: documents.map(|segment| segment.entries).fold(0, u64::saturating_add),
            bytes: self.segments().map(super::Segment::length).fold(0, u64::saturating_add),
            centres: CentresInfo {
                version: centres.version,
                as_of: centres.as_of,
                not_after: centres.not_after,
            },
            root: RootInfo {
                version: root.version,
                expires: root.expires,
                fingerprint: hex(&sha256(&[&root.write()])),
                roles: RoleName::ALL
                    .iter()
                    .zip(&root.roles)
                    .map(|(name, role)| role_info(*name, role))
                    .collect(),
            },
            segments: self
                .segments()
                .map(|segment| SegmentInfo {
                    kind: segment.id.kind.name(),
                    serial: segment.id.serial,
                    entries: segment.entries,
                    bytes: segment.length(),
                })
                .collect(),
            working_days: days.map(|days| CalendarInfo { from: days.from(), until: days.covered_until() }),
        }
    }
}

fn role_info(name: RoleName, role: &super::Role) -> RoleInfo {
    let role_name = match name {
        RoleName::Root => "root",
        RoleName::Keeper => "keeper",
        RoleName::Chamber => "chamber",
        RoleName::Freshness => "fresh",
    };
    RoleInfo {
        role: role_name,
        threshold: role.threshold,
        keys: role.keys.iter().map(|key| hex(&key.0)).collect(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len().saturating_mul(2)), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
