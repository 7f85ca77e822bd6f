//! `rastau snapshot inspect`: what a bundle says of itself, whoever signed it.

use rastau_core::error::Exit;
use std::path::Path;

use rastau_core::calendar::{Timestamp, WorkingDays};
use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::KeyId;
use rastau_core::snapshot::{MAX_STATEMENT, Segment, Snapshot};
use rastau_registry::text::hex;
use rastau_store::{Bundle, Device};
use serde_json::{Value, json};

use crate::commands::statements::{page_error, payload, read_centres, read_manifest};
use crate::error::CliError;
use crate::out::say;
use crate::verifier::clock;

/// The calendar of a bundle, opened by its own first root: that proves that it is the calendar of this bundle, and not
/// whose bundle it is. Asked at no hour, so that an expired bundle can still be looked into.
fn calendar(bundle: &Bundle) -> Result<Option<WorkingDays>, String> {
    let statements = bundle.statements();
    let (_, root) = statements.roots.first().ok_or("the bundle has no root")?;
    let snapshot = Snapshot::open(root, statements, bundle, Timestamp(0), None);
    snapshot.map_err(|error| error.to_string())?.working_days().map_err(|error| page_error(error).into())
}

fn calendar_words(calendar: &Result<Option<WorkingDays>, String>) -> String {
    match calendar {
        Ok(Some(days)) => {
            let count = days.special().len();
            format!("known from {} to {}, {count} of them special", days.from(), days.covered_until())
        }
        Ok(None) => "no calendar; verifiers use the one that they came with".into(),
        Err(why) => format!("cannot be read: {why}"),
    }
}

fn calendar_json(calendar: &Result<Option<WorkingDays>, String>) -> Value {
    match calendar {
        Ok(Some(days)) => {
            json!({ "from": days.from(), "until": days.covered_until(), "special": days.special().len() })
        }
        Ok(None) => Value::Null,
        Err(why) => json!({ "error": why }),
    }
}

fn signers(bytes: &[u8]) -> Result<Vec<String>, CliError> {
    let sign = read_sign("statement", bytes, MAX_STATEMENT)
        .map_err(|error| CliError::new(Exit::Data, error.to_string()))?;
    Ok(sign.signatures.iter().map(|one| key_name(one.key_id)).collect())
}

fn key_name(id: KeyId) -> String {
    hex(&id.0)
}

/// Shows what a bundle holds.
pub fn run(path: &Path, as_json: bool) -> Result<u8, CliError> {
    let bundle = if Device::is_at(path) {
        // Of a device, what is in service.
        Bundle::open(&path.join(Device::at(path).look(clock())?.slot.name()))?
    } else {
        Bundle::open(path)?
    };
    let statements = bundle.statements();
    let manifest = read_manifest(payload(&statements.manifest)?)?;
    let centres = read_centres(payload(&statements.centres)?)?;
    let calendar = calendar(&bundle);
    let segments: Vec<&Segment> = manifest.segments.iter().chain(&centres.segments).collect();
    if as_json {
        let list: Vec<_> = segments
            .iter()
            .map(|one| json!({ "kind": one.id.kind.name(), "serial": one.id.serial, "entries": one.entries, "pages": one.pages, "bytes": one.length(), "root": hex(&one.id.root) }))
            .collect();
        let value = json!({
            "register": manifest.register, "epoch": manifest.epoch, "version": manifest.version,
            "as_of": manifest.as_of, "not_after": manifest.not_after, "coverage": manifest.coverage,
            "centres": { "version": centres.version, "as_of": centres.as_of, "not_after": centres.not_after },
            "roots": statements.roots.iter().map(|(version, _)| version).collect::<Vec<_>>(),
            "working_days": calendar_json(&calendar),
            "segments": list,
        });
        say!("{value}");
        return Ok(0);
    }
    say!("register     {}", manifest.register);
    say!("version      {}.{} (centres {})", manifest.epoch, manifest.version, centres.version);
    say!("as of        {} (centres {})", manifest.as_of, centres.as_of);
    say!("not after    {}", manifest.not_after);
    let until = manifest.coverage.until.map(|day| day.to_string()).unwrap_or_default();
    say!("covers       documents issued {} to {until}", manifest.coverage.from);
    say!("working days {}", calendar_words(&calendar));
    say!("signed by    manifest: {}", signers(&statements.manifest)?.join(", "));
    say!("             centres:  {}", signers(&statements.centres)?.join(", "));
    for segment in &segments {
        let name = segment.id.kind.name();
        say!(
            "{name:<12} {:>10} entries {:>8} pages {:>12} bytes",
            segment.entries,
            segment.pages,
            segment.length()
        );
    }
    for damage in bundle.damage(segments.into_iter()) {
        say!("warning: {damage}");
    }
    say!("Signatures are listed here, not verified; `rastau verify` and `snapshot publish` verify them.");
    Ok(0)
}
