//! `rastau snapshot status`: verifies a bundle and says when each part of it ends, for monitoring.

use std::path::Path;

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::snapshot::info::SnapshotInfo;
use rastau_core::verdict::Outcome;
use serde::Serialize;

use crate::args::{StatusArgs, StatusFormat};
use crate::error::CliError;
use crate::out::print_line;
use crate::plain::plain;
use crate::verifier::{self, Opening};

/// How near the end of something is. The order is from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Ok,
    /// It ends within the days to warn of.
    Soon,
    /// It has ended.
    Over,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Soon => "soon",
            Self::Over => "over",
        }
    }

    /// The exit code: those of verdicts, so that 0 means that nothing is to be done.
    const fn code(self) -> u8 {
        match self {
            Self::Ok => Outcome::Valid.code(),
            Self::Soon => Outcome::Indeterminate.code(),
            Self::Over => Outcome::Invalid.code(),
        }
    }
}

/// A part of a bundle and its end.
#[derive(Serialize)]
struct End {
    /// A stable name.
    what: &'static str,
    at: Timestamp,
    /// Seconds until then; negative if it is over.
    seconds: i64,
    state: State,
    #[serde(skip)]
    title: &'static str,
}

/// The status as JSON.
#[derive(Serialize)]
struct Status<'a> {
    state: State,
    evaluated_at: Timestamp,
    #[serde(flatten)]
    info: &'a SnapshotInfo,
    ends: Vec<End>,
}

pub fn run(args: &StatusArgs) -> Result<u8, CliError> {
    let bundle: &Path = &args.bundle;
    let now = args.now.unwrap_or_else(verifier::clock);
    let is_device_clock = args.now.is_none();
    let opening = Opening { bundle, root: args.root.as_deref(), state: None, now, is_device_clock };
    let snapshot = verifier::open(&opening)?;
    let info = snapshot.info().map_err(CliError::Calendar)?;
    let end = |what, title, at: Timestamp, warn: u64| {
        let state = if now > at {
            State::Over
        } else if now.plus_seconds(warn) > at {
            State::Soon
        } else {
            State::Ok
        };
        End { what, at, seconds: seconds(at) - seconds(now), state, title }
    };
    let warn = args.warn_days.saturating_mul(86_400);
    let days = info.working_days.as_ref().map(|days| days.until);
    let mut ends = vec![
        // The next confirmation is due every day or so: only a missed one needs anybody.
        end("next_update", "next confirmation due", info.next_update, 0),
        end("confirmable_until", "can be confirmed until", snapshot.manifest().confirmable_until(), warn),
        end("not_after", "keeper's statement ends", info.not_after, warn),
        end("centres_not_after", "Chamber's statement ends", info.centres.not_after, warn),
        end("root_expires", "trust root expires", info.root.expires, warn),
    ];
    ends.extend(
        days.map(|until| end("working_days_until", "calendar of working days ends", end_of(until), warn)),
    );
    let state = ends.iter().map(|end| end.state).max().unwrap_or(State::Over);
    let status = Status { state, evaluated_at: now, info: &info, ends };
    match args.format {
        StatusFormat::Text => text(&status),
        StatusFormat::Json => json(&status),
        StatusFormat::Prometheus => prometheus(&status),
    }?;
    Ok(state.code())
}

/// The last instant of a day in Kazakhstan.
fn end_of(day: Date) -> Timestamp {
    Timestamp::parse(&format!("{day}T23:59:59+05:00")).unwrap_or(Timestamp::MAX)
}

fn seconds(at: Timestamp) -> i64 {
    i64::try_from(at.0).unwrap_or(i64::MAX)
}

fn text(status: &Status<'_>) -> Result<(), CliError> {
    let info = status.info;
    print_line!("register      {}", plain(&info.register));
    print_line!("version       {}.{}, as of {}", info.epoch, info.version, info.as_of);
    print_line!("confirmed     {}", info.checked_at);
    for end in &status.ends {
        let (days, hours) = (end.seconds.abs() / 86_400, end.seconds.abs() % 86_400 / 3600);
        let away = if end.seconds < 0 { "ago" } else { "left" };
        let distance = if days > 0 { format!("{days} d") } else { format!("{hours} h") };
        print_line!("{:<4} {:<30} {}  {distance} {away}", end.state.name(), end.title, end.at);
    }
    Ok(())
}

fn json(status: &Status<'_>) -> Result<(), CliError> {
    let line = serde_json::to_string(status).map_err(|error| CliError::Report(Box::new(error)))?;
    print_line!("{line}");
    Ok(())
}

/// Prints the text format of Prometheus, for example for the textfile collector of its node exporter.
fn prometheus(status: &Status<'_>) -> Result<(), CliError> {
    let info = status.info;
    let gauges = [
        ("rastau_epoch", "Epoch of the manifest.", info.epoch),
        ("rastau_version", "Version of the manifest within its epoch.", info.version),
        ("rastau_documents", "Number of listed documents.", info.documents),
        ("rastau_bytes", "Bytes of all segments.", info.bytes),
        ("rastau_as_of_timestamp_seconds", "The instant of the register's state.", info.as_of.0),
        ("rastau_checked_at_timestamp_seconds", "When the manifest was last confirmed.", info.checked_at.0),
        ("rastau_root_version", "Version of the trust root.", info.root.version),
    ];
    for (name, help, value) in gauges {
        print_line!("# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}");
    }
    let name = "rastau_end_timestamp_seconds";
    print_line!("# HELP {name} When a part of the bundle ends.\n# TYPE {name} gauge");
    for end in &status.ends {
        print_line!("{name}{{what=\"{}\"}} {}", end.what, end.at.0);
    }
    Ok(())
}
