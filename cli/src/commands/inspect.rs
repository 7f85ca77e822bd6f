//! `rastau snapshot inspect`: shows the content of a bundle without verifying its signatures.

use std::path::Path;

use rastau_core::calendar::{Timestamp, WorkingDays};
use rastau_core::codec::hex;
use rastau_core::error::Statement;
use rastau_core::snapshot::{KnownRoot, OpenOptions, Segment, Snapshot};
use rastau_store::{Bundle, Device};
use serde_json::{Value, json};

use crate::error::CliError;
use crate::out::print_line;
use crate::plain::plain;
use crate::statements::{envelope, read_centres, read_manifest};
use crate::verifier::{clock, open_unverified, own_root};

/// Returns the calendar of a bundle. The bundle is opened with its own first root, so the calendar is that of the
/// bundle, but its origin is not verified. The time is 0, so that an expired bundle can be inspected too.
fn calendar(bundle: &Bundle) -> Result<Option<WorkingDays>, CliError> {
    let snapshot = Snapshot::open(&OpenOptions::on_first_use(Timestamp(0)), bundle.statements(), bundle)?;
    snapshot.working_days().map_err(CliError::Calendar)
}

fn calendar_text(calendar: &Result<Option<WorkingDays>, CliError>) -> String {
    match calendar {
        Ok(Some(days)) => {
            let count = days.special().len();
            format!("known from {} to {}, {count} of them special", days.from(), days.covered_until())
        }
        Ok(None) => "no calendar; verifiers use their built-in one".into(),
        Err(error) => format!("unknown: {error}"),
    }
}

fn calendar_json(calendar: &Result<Option<WorkingDays>, CliError>) -> Value {
    match calendar {
        Ok(Some(days)) => {
            json!({ "from": days.from(), "until": days.covered_until(), "special": days.special().len() })
        }
        Ok(None) => Value::Null,
        Err(error) => json!({ "error": error.to_string() }),
    }
}

/// Returns the ids of the keys that signed a statement, unverified, separated by commas.
fn signers(statement: Statement, bytes: &[u8]) -> Result<String, CliError> {
    let sign = envelope(statement, bytes)?;
    let ids: Vec<String> = sign.signatures.iter().map(|signature| hex::encode(&signature.key_id.0)).collect();
    Ok(ids.join(", "))
}

pub fn run(path: &Path, as_json: bool) -> Result<u8, CliError> {
    let bundle = if Device::is_at(path) {
        // The active bundle of a device.
        Device::at(path).open_read_only(clock())?.snapshot.into_pages()
    } else {
        open_unverified(path)?
    };
    let statements = bundle.statements();
    let manifest = read_manifest(&statements.manifest)?;
    let centres = read_centres(&statements.centres)?;
    // A root that this version cannot read has no fingerprint here.
    let roots: Vec<_> =
        statements.roots.iter().map(|(version, root)| (version, KnownRoot::of(root).ok())).collect();
    let calendar = calendar(&bundle);
    let segments: Vec<&Segment> = manifest.segments.iter().chain(&centres.segments).collect();
    if as_json {
        let list: Vec<_> = segments
            .iter()
            .map(|one| json!({ "kind": one.id.kind.name(), "serial": one.id.serial, "entries": one.entries, "pages": one.pages, "bytes": one.length(), "root": hex::encode(&one.id.root) }))
            .collect();
        let value = json!({
            "register": manifest.register, "epoch": manifest.epoch, "version": manifest.version,
            "as_of": manifest.as_of, "not_after": manifest.not_after, "coverage": manifest.coverage,
            "centres": { "epoch": centres.epoch, "version": centres.version, "as_of": centres.as_of, "not_after": centres.not_after },
            "roots": roots
                .iter()
                .map(|(version, root)| json!({ "version": version, "fingerprint": root.map(|root| root.fingerprint()) }))
                .collect::<Vec<_>>(),
            "working_days": calendar_json(&calendar),
            "segments": list,
        });
        print_line!("{value}");
        return Ok(0);
    }
    print_line!("register     {}", plain(&manifest.register));
    print_line!(
        "version      {}.{} (centres {}.{})",
        manifest.epoch,
        manifest.version,
        centres.epoch,
        centres.version
    );
    print_line!("as of        {} (centres {})", manifest.as_of, centres.as_of);
    print_line!("not after    {}", manifest.not_after);
    let until = manifest.coverage.until.map(|day| day.to_string()).unwrap_or_default();
    print_line!("covers       documents issued {} to {until}", manifest.coverage.from);
    print_line!("working days {}", calendar_text(&calendar));
    print_line!("signed by    manifest: {}", signers(Statement::Manifest, &statements.manifest)?);
    print_line!("             centres:  {}", signers(Statement::Centres, &statements.centres)?);
    for root in &roots {
        let name = root.1.map_or_else(|| format!("version {}, unreadable", root.0), own_root);
        print_line!("trust root   {name}");
    }
    for segment in &segments {
        let name = segment.id.kind.name();
        print_line!(
            "{name:<12} {:>10} entries {:>8} pages {:>12} bytes",
            segment.entries,
            segment.pages,
            segment.length()
        );
    }
    for damage in bundle.damage(segments.into_iter()) {
        print_line!("warning: {}", plain(&damage.to_string()));
    }
    print_line!(
        "The signatures are listed, not verified; `rastau verify` and `rastau snapshot publish` verify them."
    );
    Ok(0)
}
