//! The CSV files of a register: their columns and the type of each.

use std::ops::Range;

use rastau_core::calendar::SpecialKind;
use rastau_core::codec::hex;
use rastau_core::document::{is_code, is_number};
use rastau_core::identity::TypedIdentity;
use rastau_core::input::value;
use rastau_core::snapshot::rows::is_day_name;
use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};
use rusqlite::types::Value;

use crate::row_error::{ValueError, Vocabulary};
use crate::text::date;

/// The years that verifiers look up in the calendar.
const YEARS: Range<u32> = FIRST_YEAR..FIRST_YEAR + MAX_YEARS;

/// The type of a cell.
#[derive(Clone, Copy)]
pub(crate) enum Cell {
    Text,
    OptionalText,
    Code,
    OptionalCode,
    Number,
    Bin,
    Date,
    OptionalDate,
    Integer,
    OptionalInteger,
    Blob,
    /// A year that verifiers look up in the calendar.
    Year,
    /// How a day of the calendar counts.
    DayKind,
    /// The stable name of a day of the calendar; may be empty.
    DayName,
}

pub(crate) type Table = (&'static str, &'static [(&'static str, Cell)]);

/// The tables with their columns, in the order in which they are imported.
pub(crate) const TABLES: [Table; 20] = [
    (
        "professions",
        &[
            ("code", Cell::Code),
            ("edition", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "profession_versions",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
            ("mode", Cell::Text),
            ("other_law", Cell::OptionalText),
            ("term_months", Cell::OptionalInteger),
        ],
    ),
    (
        "bases",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("kind", Cell::Text),
            ("id", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "qualifications",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("level", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "skills",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "centres",
        &[
            ("bin", Cell::Bin),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
            ("legal_entity", Cell::Integer),
        ],
    ),
    (
        "accreditations",
        &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("route", Cell::Text),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "accreditation_events",
        &[("bin", Cell::Bin), ("serial", Cell::Code), ("happened_on", Cell::Date), ("kind", Cell::Text)],
    ),
    (
        "accreditation_scopes",
        &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("profession", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "issuing_keys",
        &[
            ("public_key", Cell::Text),
            ("algorithm", Cell::Text),
            ("bin", Cell::Bin),
            ("professions", Cell::OptionalText),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    ("calendar_years", &[("year", Cell::Year), ("covered_from", Cell::Date), ("covered_until", Cell::Date)]),
    (
        "calendar",
        &[
            ("day", Cell::Date),
            ("kind", Cell::DayKind),
            ("name", Cell::DayName),
            ("related", Cell::OptionalDate),
        ],
    ),
    (
        "offers",
        &[
            ("id", Cell::Integer),
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("qualification", Cell::OptionalText),
            ("level", Cell::Code),
            ("basis_kind", Cell::Text),
            ("basis_id", Cell::Code),
            ("term_months", Cell::Integer),
        ],
    ),
    ("accreditation_refs", &[("id", Cell::Integer), ("bin", Cell::Bin), ("serial", Cell::Code)]),
    ("skill_lists", &[("id", Cell::Integer), ("skills", Cell::Text)]),
    (
        "documents",
        &[
            ("number", Cell::Number),
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("qualification", Cell::OptionalCode),
            ("level", Cell::Code),
            ("skills", Cell::OptionalText),
            ("basis_kind", Cell::Text),
            ("basis_id", Cell::Code),
            ("exam_on", Cell::Date),
            ("issued_on", Cell::Date),
            ("valid_until", Cell::OptionalDate),
            ("holder_tag", Cell::Blob),
            ("name_tag", Cell::Blob),
            ("seal_check", Cell::Blob),
            ("sealed", Cell::Blob),
        ],
    ),
    (
        "cancellations",
        &[
            ("number", Cell::Number),
            ("cancelled_on", Cell::Date),
            ("ground", Cell::Text),
            ("reinstated_on", Cell::OptionalDate),
        ],
    ),
    ("replaced_documents", &[("number", Cell::Number)]),
    ("sealed_later", &[("number", Cell::Number)]),
    (
        "contacts",
        &[
            ("body", Cell::Text),
            ("page", Cell::OptionalText),
            ("telephone", Cell::OptionalText),
            ("email", Cell::OptionalText),
        ],
    ),
];

/// Converts a cell to the value that is stored. White space around it is ignored; an empty optional cell is `NULL`, or an
/// empty text where the column is `NOT NULL`.
pub(crate) fn cell(kind: Cell, text: &str) -> Result<Value, ValueError> {
    let text = text.trim();
    // What the encoding does not have would become another name.
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(ValueError::NotText);
    }
    match (kind, text) {
        (Cell::OptionalText | Cell::DayName, "") => Ok(Value::Text(String::new())),
        (Cell::OptionalCode | Cell::OptionalDate | Cell::OptionalInteger | Cell::Blob, "") => Ok(Value::Null),
        (_, "") => Err(ValueError::Empty),
        (Cell::Text | Cell::OptionalText, text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, text) if is_code(text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, text) => Err(ValueError::Code(text.into())),
        (Cell::Number, text) if is_number(text) => Ok(Value::Text(text.into())),
        (Cell::Number, text) => Err(ValueError::Number(text.into())),
        // A number that has lost digits is not repaired: nothing here could confirm it.
        (Cell::Bin, text) => match TypedIdentity::parse(text) {
            Ok(typed) => Ok(Value::Text(typed.number.to_string())),
            Err(source) => Err(ValueError::Identity { text: text.into(), source }),
        },
        (Cell::Date | Cell::OptionalDate, text) => {
            let day = value::date(text).map_or_else(|| date(text), Ok)?;
            Ok(Value::Text(day.to_string()))
        }
        (Cell::Integer | Cell::OptionalInteger, text) => {
            text.parse().map(Value::Integer).map_err(|_| ValueError::Integer(text.into()))
        }
        (Cell::Year, text) => match text.parse() {
            Ok(year) if YEARS.contains(&year) => Ok(Value::Integer(year.into())),
            _ => Err(ValueError::Year(text.into())),
        },
        (Cell::DayKind, text) => match SpecialKind::from_name(text) {
            Some(kind) => Ok(Value::Text(kind.name().into())),
            None => Err(ValueError::Word { text: text.into(), expected: Vocabulary::DayKind }),
        },
        (Cell::DayName, text) if is_day_name(text) => Ok(Value::Text(text.into())),
        (Cell::DayName, text) => Err(ValueError::DayName(text.into())),
        (Cell::Blob, text) => hex::decode(text).map(Value::Blob).ok_or(ValueError::Hexadecimal),
    }
}
