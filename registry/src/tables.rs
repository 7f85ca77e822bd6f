//! The tables of a register: their columns and types, their keys, and which columns of a row may change.

use std::ops::Range;

use rastau_core::calendar::SpecialKind;
use rastau_core::codec::hex;
use rastau_core::document::{is_code, is_number};
use rastau_core::identity::TypedIdentity;
use rastau_core::input::value;
use rastau_core::snapshot::rows::is_day_name;
use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::RegistryError;
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

/// Which columns of an existing row may change. No row is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changes {
    /// None: documents, and rows that snapshots refer to by number or date.
    Nothing,
    /// The day of reinstatement, once.
    Reinstatement,
    /// The column `valid_until`: the other columns are about earlier times.
    End,
    /// Every column but the key.
    All,
}

/// A column: its name and the type of its cells.
pub(crate) type Column = (&'static str, Cell);

/// A table of the register.
pub(crate) struct Table {
    /// Its name, which is that of its CSV file too.
    pub name: &'static str,
    /// Its columns, in the order of the schema.
    pub columns: &'static [Column],
    /// How many of the columns, from the first, are the primary key.
    pub key: usize,
    /// Which columns of a row may change.
    pub changes: Changes,
}

/// The issued documents.
pub(crate) const DOCUMENTS: Table = Table {
    name: "documents",
    columns: &[
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
    key: 1,
    changes: Changes::Nothing,
};

/// Their cancellations.
pub(crate) const CANCELLATIONS: Table = Table {
    name: "cancellations",
    columns: &[
        ("number", Cell::Number),
        ("cancelled_on", Cell::Date),
        ("ground", Cell::Text),
        ("reinstated_on", Cell::OptionalDate),
    ],
    key: 2,
    changes: Changes::Reinstatement,
};

/// Cancelled documents in whose place a new one was issued.
pub(crate) const REPLACED_DOCUMENTS: Table = Table {
    name: "replaced_documents",
    columns: &[("number", Cell::Number)],
    key: 1,
    changes: Changes::Nothing,
};

/// Documents whose record was sealed after they were issued.
pub(crate) const SEALED_LATER: Table =
    Table { name: "sealed_later", columns: &[("number", Cell::Number)], key: 1, changes: Changes::Nothing };

/// The register's own data: one row.
pub(crate) const REGISTER: Table = Table {
    name: "register",
    columns: &[("name", Cell::Text), ("covered_from", Cell::Date)],
    key: 1,
    changes: Changes::Nothing,
};

/// The audit table, which only `audit.rs` writes.
pub(crate) const AUDIT: Table = Table {
    name: "audit",
    columns: &[
        ("sequence", Cell::Integer),
        ("at", Cell::Text),
        ("operator", Cell::Text),
        ("action", Cell::Text),
        ("reason", Cell::Text),
        ("table_name", Cell::OptionalText),
        ("row_key", Cell::OptionalText),
        ("change", Cell::Text),
        ("previous", Cell::Blob),
        ("hash", Cell::Blob),
    ],
    key: 1,
    changes: Changes::Nothing,
};

/// The tables with their columns, in the order in which they are imported.
pub(crate) static TABLES: [Table; 20] = [
    Table {
        name: "professions",
        columns: &[
            ("code", Cell::Code),
            ("edition", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
        key: 2,
        changes: Changes::All,
    },
    Table {
        name: "profession_versions",
        columns: &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
            ("mode", Cell::Text),
            ("other_law", Cell::OptionalText),
            ("term_months", Cell::OptionalInteger),
        ],
        key: 3,
        changes: Changes::End,
    },
    Table {
        name: "bases",
        columns: &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("kind", Cell::Text),
            ("id", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
        key: 5,
        changes: Changes::End,
    },
    Table {
        name: "qualifications",
        columns: &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("level", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
        key: 3,
        changes: Changes::All,
    },
    Table {
        name: "skills",
        columns: &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
        key: 3,
        changes: Changes::All,
    },
    Table {
        name: "centres",
        columns: &[
            ("bin", Cell::Bin),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
            ("legal_entity", Cell::Integer),
        ],
        key: 1,
        changes: Changes::All,
    },
    Table {
        name: "accreditations",
        columns: &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("route", Cell::Text),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
        key: 2,
        changes: Changes::End,
    },
    Table {
        name: "accreditation_events",
        columns: &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("happened_on", Cell::Date),
            ("kind", Cell::Text),
        ],
        key: 4,
        changes: Changes::Nothing,
    },
    Table {
        name: "accreditation_scopes",
        columns: &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("profession", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
        key: 4,
        changes: Changes::End,
    },
    Table {
        name: "issuing_keys",
        columns: &[
            ("public_key", Cell::Text),
            ("algorithm", Cell::Text),
            ("bin", Cell::Bin),
            ("professions", Cell::OptionalText),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
        key: 1,
        changes: Changes::End,
    },
    Table {
        name: "calendar_years",
        columns: &[("year", Cell::Year), ("covered_from", Cell::Date), ("covered_until", Cell::Date)],
        key: 1,
        changes: Changes::All,
    },
    Table {
        name: "calendar",
        columns: &[
            ("day", Cell::Date),
            ("kind", Cell::DayKind),
            ("name", Cell::DayName),
            ("related", Cell::OptionalDate),
        ],
        key: 1,
        changes: Changes::All,
    },
    Table {
        name: "offers",
        columns: &[
            ("id", Cell::Integer),
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("qualification", Cell::OptionalText),
            ("level", Cell::Code),
            ("basis_kind", Cell::Text),
            ("basis_id", Cell::Code),
            ("term_months", Cell::Integer),
        ],
        key: 1,
        changes: Changes::Nothing,
    },
    Table {
        name: "accreditation_refs",
        columns: &[("id", Cell::Integer), ("bin", Cell::Bin), ("serial", Cell::Code)],
        key: 1,
        changes: Changes::Nothing,
    },
    Table {
        name: "skill_lists",
        columns: &[("id", Cell::Integer), ("skills", Cell::Text)],
        key: 1,
        changes: Changes::Nothing,
    },
    DOCUMENTS,
    CANCELLATIONS,
    REPLACED_DOCUMENTS,
    SEALED_LATER,
    Table {
        name: "contacts",
        columns: &[
            ("body", Cell::Text),
            ("page", Cell::OptionalText),
            ("telephone", Cell::OptionalText),
            ("email", Cell::OptionalText),
        ],
        key: 1,
        changes: Changes::All,
    },
];

impl Table {
    /// Returns the table of a name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// Returns the names of the columns, separated by commas.
    pub(crate) fn column_list(&self) -> String {
        self.columns.iter().map(|(column, _)| *column).collect::<Vec<_>>().join(", ")
    }

    fn key_condition(&self) -> String {
        let keys = self.columns.iter().take(self.key).zip(1..);
        keys.map(|((column, _), at)| format!("{column} = ?{at}")).collect::<Vec<_>>().join(" AND ")
    }

    /// Returns the statement that inserts a row.
    pub(crate) fn insert_sql(&self) -> String {
        let marks: Vec<String> = (1..=self.columns.len()).map(|at| format!("?{at}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.name, self.column_list(), marks.join(", "))
    }

    /// Returns the values of a row that has all columns of the table.
    pub(crate) fn values(&self, row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
        (0..self.columns.len()).map(|at| row.get(at)).collect()
    }

    /// Returns the row with a key.
    pub(crate) fn find(
        &self,
        connection: &Connection,
        key: &[impl rusqlite::ToSql],
    ) -> Result<Option<Vec<Value>>, RegistryError> {
        let sql = format!("SELECT {} FROM {} WHERE {}", self.column_list(), self.name, self.key_condition());
        let mut statement = connection.prepare_cached(&sql)?;
        Ok(statement.query_row(rusqlite::params_from_iter(key), |row| self.values(row)).optional()?)
    }

    /// Inserts a row.
    pub(crate) fn insert(&self, connection: &Connection, values: &[Value]) -> Result<(), RegistryError> {
        connection.prepare_cached(&self.insert_sql())?.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Writes all columns of the row that has the key of `values`.
    pub(crate) fn update(&self, connection: &Connection, values: &[Value]) -> Result<(), RegistryError> {
        let columns = self.columns.iter().zip(1..).skip(self.key);
        let set: Vec<String> = columns.map(|((column, _), at)| format!("{column} = ?{at}")).collect();
        let sql = format!("UPDATE {} SET {} WHERE {}", self.name, set.join(", "), self.key_condition());
        connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Removes the row that has the key of `values`.
    pub(crate) fn remove(&self, connection: &Connection, values: &[Value]) -> Result<(), RegistryError> {
        let sql = format!("DELETE FROM {} WHERE {}", self.name, self.key_condition());
        let key = values.iter().take(self.key);
        connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(key))?;
        Ok(())
    }

    /// Returns the key of a row, its columns separated by `separator`.
    pub(crate) fn key_text(&self, values: &[Value], separator: &str) -> String {
        values.iter().take(self.key).map(text).collect::<Vec<_>>().join(separator)
    }

    /// Returns a row as a JSON object in the order of the columns, without its empty values.
    ///
    /// `NULL` and an empty text mean the same, so two rows with one meaning have one text.
    pub(crate) fn json(&self, values: &[Value]) -> String {
        let mut json = String::from("{");
        for ((column, _), value) in self.columns.iter().zip(values) {
            let value = match value {
                Value::Integer(number) => number.to_string(),
                value if is_empty(value) => continue,
                value => serde_json::Value::from(text(value)).to_string(),
            };
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(&format!("\"{column}\":{value}"));
        }
        json.push('}');
        json
    }

    /// Returns the value of a column of a row; `NULL` for a column that the table does not have.
    pub(crate) fn value<'v>(&self, values: &'v [Value], column: &str) -> &'v Value {
        let at = self.columns.iter().position(|(name, _)| *name == column);
        at.and_then(|at| values.get(at)).unwrap_or(&Value::Null)
    }

    /// Returns the columns in which two rows differ.
    pub(crate) fn differences(&self, one: &[Value], other: &[Value]) -> Vec<&'static str> {
        let values = self.columns.iter().zip(one.iter().zip(other));
        let differ = values.filter(|(_, (one, other))| text(one) != text(other));
        differ.map(|((column, _), _)| *column).collect()
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::Null) || matches!(value, Value::Text(text) if text.is_empty())
}

/// Returns a value as the text of a CSV cell: a blob as hexadecimal digits, `NULL` as nothing.
pub(crate) fn text(value: &Value) -> String {
    text_of(ValueRef::from(value))
}

/// As [`text`].
pub(crate) fn text_of(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => hex::encode(bytes),
    }
}

/// Returns whether spreadsheets read a text as a formula, or a leading apostrophe as a mark that it is not one.
fn needs_apostrophe(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\''])
}

/// Returns the cell of an exported table from which [`cell`] reads `text`.
pub(crate) fn exported(text: String) -> String {
    if needs_apostrophe(&text) { format!("'{text}") } else { text }
}

/// Converts a cell to the value that is stored. Surrounding white space and the apostrophe that prevents a text from
/// being a formula are ignored; an empty optional cell is `NULL`, or an empty text where the column may be `NOT NULL`.
pub(crate) fn cell(kind: Cell, text: &str) -> Result<Value, ValueError> {
    let text = text.trim();
    let text = text.strip_prefix('\'').filter(|rest| needs_apostrophe(rest)).unwrap_or(text);
    // Characters that the encoding lacks would change the name.
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
        // A number that has lost digits is not repaired, because nothing here could confirm it.
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
