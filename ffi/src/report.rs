//! Reports of one verification, and their repetition.

use std::path::Path;

use rastau_core::document::text::Presented;
use rastau_core::error::ErrorCode;
use rastau_core::report::{MadeBy, Reported};
use rastau_core::snapshot::OpenOptions;
use rastau_messages::{Lang, explain_comparison};
use rastau_store::Bundle;

use crate::status::Failure;

/// Reads who makes a report; an empty text is nobody.
pub(crate) fn made_by(text: &str) -> Result<Option<MadeBy>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    MadeBy::parse(text).map(Some).ok_or(Failure::Call(ErrorCode::BadLength))
}

/// The result of a repetition.
pub(crate) struct Repeated {
    pub(crate) same: bool,
    pub(crate) json: String,
    pub(crate) text: String,
}

/// Verifies the input of a report again, as of the report's time, and compares.
pub(crate) fn repeat(
    report: &str,
    input: &str,
    bundle: &str,
    trust_root: Option<&[u8]>,
    lang: Lang,
) -> Result<Repeated, Failure> {
    let reported = Reported::read(report).map_err(Failure::Report)?;
    let bundle = Bundle::open(Path::new(bundle)).map_err(Failure::store)?;
    let options = match trust_root {
        Some(root) => OpenOptions::pinned(root, reported.clock()),
        None => OpenOptions::on_first_use(reported.clock()),
    };
    let snapshot = bundle.into_snapshot(&options).map_err(Failure::Open)?;
    let presented = Presented::read_for(input, snapshot.manifest().link.as_ref()).map_err(Failure::Read)?;
    let comparison = reported.repeat(&snapshot, &presented);
    let lines = explain_comparison(&comparison, lang).lines().into_iter();
    let text = lines.map(|line| format!("{line}\n")).collect();
    Ok(Repeated { same: comparison.same, json: comparison.to_json(), text })
}
