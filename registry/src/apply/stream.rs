//! Changes as JSON lines: `{"table": "cancellations", "number": "…", "cancelled_on": "…", "ground": "…"}`.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, Read};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{ApplyError, Change, RowRefusal};
use crate::RegistryError;
use crate::csv_import::RowProblemKind;
use crate::row_error::ValueError;
use crate::tables::{Table, cell};

/// The maximum number of bytes of a line.
const MAX_LINE: usize = 1 << 20;

/// The members of a line. Each name occurs once.
struct Members(BTreeMap<String, String>);

/// A value as the text of a cell.
struct CellText(String);

impl<'de> Deserialize<'de> for CellText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = CellText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number or null")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<CellText, E> {
                Ok(CellText(text.into()))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<CellText, E> {
                Ok(CellText(number.to_string()))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<CellText, E> {
                Ok(CellText(number.to_string()))
            }
            fn visit_unit<E: Error>(self) -> Result<CellText, E> {
                Ok(CellText(String::new()))
            }
        }
        deserializer.deserialize_any(Text)
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = BTreeMap::new();
                while let Some((name, CellText(text))) = map.next_entry::<String, _>()? {
                    if members.insert(name.clone(), text).is_some() {
                        return Err(A::Error::custom(format!("duplicate member \"{name}\"")));
                    }
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Returns the rows of a stream.
pub(super) fn changes(mut input: impl BufRead) -> impl Iterator<Item = Result<Change, RegistryError>> {
    let mut line = 0;
    std::iter::from_fn(move || {
        loop {
            line += 1;
            let row = match next_line(&mut input) {
                Ok(None) => return None,
                Ok(Some(Ok(bytes))) if bytes.trim_ascii().is_empty() => continue,
                Ok(Some(Ok(bytes))) => read(&bytes),
                Ok(Some(Err(refusal))) => Err(refusal),
                Err(error) => return Some(Err(ApplyError::Stream(error).into())),
            };
            return Some(Ok(Change { file: "-".into(), line, row }));
        }
    })
}

/// Reads a line. One that is too long is read to its end and refused.
fn next_line(input: &mut impl BufRead) -> std::io::Result<Option<Result<Vec<u8>, RowRefusal>>> {
    let mut bytes = Vec::new();
    if input.by_ref().take(MAX_LINE as u64 + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() <= MAX_LINE {
        return Ok(Some(Ok(bytes)));
    }
    while bytes.last() != Some(&b'\n') {
        bytes.clear();
        if input.by_ref().take(MAX_LINE as u64).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
    }
    Ok(Some(Err(RowRefusal::TooLong { limit: MAX_LINE })))
}

fn read(bytes: &[u8]) -> Result<(&'static Table, Vec<rusqlite::types::Value>), RowRefusal> {
    let json = |error: serde_json::Error| RowRefusal::Json(error.to_string());
    let Members(mut members) = serde_json::from_slice(bytes).map_err(json)?;
    let table = members.remove("table").and_then(|name| Table::named(name.trim()));
    let table = table.ok_or(RowRefusal::NoTable)?;
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for (column, kind) in table.columns {
        let value = match members.remove(*column) {
            Some(text) => cell(*kind, &text),
            // A member may be omitted if the cell may be empty.
            None => cell(*kind, "").map_err(|_| ValueError::Missing),
        };
        match value {
            Ok(value) => values.push(value),
            Err(source) => problems.push(RowProblemKind::Cell { column, source }),
        }
    }
    if let Some((name, _)) = members.pop_first() {
        return Err(RowRefusal::UnknownColumn(name));
    }
    if problems.is_empty() { Ok((table, values)) } else { Err(RowRefusal::Cells(problems)) }
}
