//! The CSV files of a register: their columns, and what a cell of each must be.

use std::ops::Range;

use rastau_core::calendar::{SpecialKind, parse_date};
use rastau_core::document::{is_code, is_number};
use rastau_core::identity::Identity;
use rastau_core::snapshot::rows::{MAX_DAY_NAME, is_day_name};
use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};
use rusqlite::types::Value;

use crate::text::{no_day, unhex};

/// The years that a verifier looks for.
const YEARS: Range<u32> = FIRST_YEAR..FIRST_YEAR + MAX_YEARS;

/// What a cell must be.
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
    /// A year that a verifier looks for in the calendar.
    Year,
    /// How a day of the calendar counts.
    DayKind,
    /// The stable name of a day of the calendar; may be empty.
    DayName,
}

pub(crate) type Table = (&'static str, &'static [(&'static str, Cell)]);

/// The tables in the order in which they are imported.
pub(crate) const TABLES: [Table; 17] = [
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
];

/// The value of a cell, or what is wrong with it.
pub(crate) fn cell(kind: Cell, text: &str) -> Result<Value, String> {
    let text = text.trim();
    let whole = |text: &str| {
        text.parse::<i64>().map(Value::Integer).map_err(|_| format!("\"{text}\" is not a whole number"))
    };
    match (kind, text) {
        (Cell::OptionalText | Cell::DayName, "") => Ok(Value::Text(String::new())),
        (Cell::OptionalCode | Cell::OptionalDate | Cell::OptionalInteger | Cell::Blob, "") => Ok(Value::Null),
        (_, "") => Err("is empty".into()),
        (Cell::Text | Cell::OptionalText, text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, text) if is_code(text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, _) => {
            Err(format!("\"{text}\" is not a code of 1 to 32 printable bytes"))
        }
        (Cell::Number, text) if is_number(text) => Ok(Value::Text(text.into())),
        (Cell::Number, _) => {
            Err(format!("\"{text}\" is not a document number of 1 to 64 printable characters"))
        }
        (Cell::Bin, text) => match Identity::parse(text) {
            Ok(_) => Ok(Value::Text(text.into())),
            Err(error) => Err(format!("\"{text}\": {error}")),
        },
        (Cell::Date | Cell::OptionalDate, text) => {
            let day = parse_date(text).map_err(|_| no_day(text))?;
            Ok(Value::Text(day.to_string()))
        }
        (Cell::Integer | Cell::OptionalInteger, text) => whole(text),
        (Cell::Year, text) => match text.parse() {
            Ok(year) if YEARS.contains(&year) => Ok(Value::Integer(year.into())),
            _ => Err(format!("\"{text}\" is not a year of {} to {}", YEARS.start, YEARS.end - 1)),
        },
        (Cell::DayKind, text) => match SpecialKind::from_name(text) {
            Some(kind) => Ok(Value::Text(kind.name().into())),
            None => Err(format!("\"{text}\" is not holiday, day-off or worked")),
        },
        (Cell::DayName, text) if is_day_name(text) => Ok(Value::Text(text.into())),
        (Cell::DayName, _) => {
            Err(format!("\"{text}\" is not a name of at most {MAX_DAY_NAME} characters of a-z and -"))
        }
        (Cell::Blob, text) => unhex(text).map(Value::Blob).ok_or_else(|| "is not hexadecimal".into()),
    }
}
