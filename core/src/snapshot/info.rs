//! A summary of an open snapshot: register, versions, times, roles, segments and sizes.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::contact::Contact;
use super::open::Snapshot;
use super::pages::{Pages, SegmentKind};
use super::root::RoleName;
use crate::anchor::Anchor;
use crate::calendar::{Date, Interval, Timestamp, WorkingDays};
use crate::codec::hex;
use crate::error::PageError;

/// Identifier of the JSON's schema.
const SCHEMA: &str = "rastau/snapshot/1";

/// A summary of an open snapshot. The order of the fields is their order in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SnapshotInfo {
    /// Name of the register.
    pub register: String,
    /// Epoch of the manifest.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant as of which it describes the register.
    pub as_of: Timestamp,
    /// When the freshness statement was signed.
    pub checked_at: Timestamp,
    /// When the next freshness statement is due.
    pub next_update: Timestamp,
    /// The instant after which the keeper does not vouch for it.
    pub not_after: Timestamp,
    /// The issue dates for which all documents are listed.
    pub coverage: Interval,
    /// Number of listed documents.
    pub documents: u64,
    /// Bytes of all segments.
    pub bytes: u64,
    /// How to reach the keeper of the register.
    pub contact: Contact,
    /// The National Chamber's statement.
    pub centres: CentresInfo,
    /// The trust root in use.
    pub root: RootInfo,
    /// The segments.
    pub segments: Vec<SegmentInfo>,
    /// The days that its calendar of working days covers, if it contains one.
    pub working_days: Option<CalendarInfo>,
}

/// A summary of the National Chamber's statement of centres.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CentresInfo {
    /// Epoch.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant as of which it describes the centres.
    pub as_of: Timestamp,
    /// The instant after which the Chamber does not vouch for it.
    pub not_after: Timestamp,
    /// How to reach the Chamber.
    pub contact: Contact,
}

/// A summary of the trust root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RootInfo {
    /// Where the verifier's first trust root came from.
    pub anchor: Anchor,
    /// Version.
    pub version: u64,
    /// The instant at which it expires.
    pub expires: Timestamp,
    /// Its fingerprint, by which people compare it with the published one ([`KnownRoot::fingerprint`]).
    ///
    /// [`KnownRoot::fingerprint`]: super::KnownRoot::fingerprint
    pub fingerprint: String,
    /// The roles and their keys.
    pub roles: Vec<RoleInfo>,
    /// The base address at which the register is published from now on; empty if it has not moved.
    pub successor: String,
    /// Whether the register has a newer root that this program cannot use.
    pub needs_newer_program: bool,
}

/// A summary of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleInfo {
    /// `root`, `keeper`, `chamber` or `fresh`.
    pub role: &'static str,
    /// The number of keys that must sign.
    pub threshold: u8,
    /// The ids of the keys, hexadecimal.
    pub keys: Vec<String>,
}

/// A summary of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SegmentInfo {
    /// `documents`, `status`, `tables` or `centres`.
    pub kind: &'static str,
    /// Serial number among the segments of its kind.
    pub serial: u32,
    /// Number of entries.
    pub entries: u64,
    /// Size in bytes.
    pub bytes: u64,
}

/// The days that a calendar of working days covers; both ends are included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarInfo {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl<P: Pages> Snapshot<P> {
    /// Returns a summary of the snapshot.
    ///
    /// # Errors
    /// A page of the calendar of working days cannot be read or authenticated.
    pub fn info(&self) -> Result<SnapshotInfo, PageError> {
        Ok(self.info_with(self.working_days()?))
    }

    /// Returns [`Snapshot::info`] as one line of JSON, with the newest signed time and the damage.
    ///
    /// `damage` lists the problems that the host found with the files of the pages, one sentence each. A calendar that
    /// cannot be read is added to the list.
    #[must_use]
    pub fn info_json(&self, damage: &[String]) -> String {
        #[derive(Serialize)]
        struct Output<'a> {
            #[serde(flatten)]
            info: SnapshotInfo,
            newest_signed: Timestamp,
            damage: &'a [String],
            schema: &'static str,
        }
        let mut damage = damage.to_vec();
        let info = self.info_with_damage(&mut damage);
        let output = Output { info, newest_signed: self.newest_signed(), damage: &damage, schema: SCHEMA };
        // Serialising this type cannot fail: its keys are text.
        serde_json::to_string(&output).unwrap_or_default()
    }

    /// Returns [`Snapshot::info`] without an error: if the calendar cannot be read, the summary has none and a sentence is
    /// added to `damage`.
    pub fn info_with_damage(&self, damage: &mut Vec<String>) -> SnapshotInfo {
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
            contact: manifest.contact.clone(),
            centres: CentresInfo {
                epoch: centres.epoch,
                version: centres.version,
                as_of: centres.as_of,
                not_after: centres.not_after,
                contact: centres.contact.clone(),
            },
            root: RootInfo {
                anchor: self.anchor(),
                version: root.version,
                expires: root.expires,
                fingerprint: self.chain().newest().fingerprint(),
                roles: RoleName::ALL
                    .iter()
                    .zip(&root.roles)
                    .map(|(name, role)| role_info(*name, role))
                    .collect(),
                successor: root.successor.clone(),
                needs_newer_program: self.needs_newer_program(),
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
        keys: role.keys.iter().map(|key| hex::encode(&key.0)).collect(),
    }
}
