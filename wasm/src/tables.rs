//! Lists of people: tables as spreadsheets write them, and reports that spreadsheets open.
//!
//! A host opens a table, shows which column is which, reads its rows in batches, and verifies each with the verifier.

use js_sys::{Array, Reflect};
use rastau_core::calendar::Timestamp;
use rastau_core::document::name::visible;
use rastau_core::error::ErrorCode;
use rastau_messages::Lang;
use rastau_tables::write::{self, About};
use rastau_tables::{Field, Format, Input, Options, Table as List, TableError, Why, letter};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{bytes, text, to_js};
use crate::error::{bad_argument, throw};
use crate::object::with;
use crate::reader::OptionsReader;

/// An open list of people. `free()` releases its memory.
#[wasm_bindgen]
pub struct Table {
    table: List,
    lang: Lang,
}

#[wasm_bindgen]
impl Table {
    /// Opens a CSV, XLSX, XLS or ODS file and chooses its columns. Throws what is wrong with the file.
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] file: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TableOptions")] options: JsValue,
    ) -> Result<Self, JsValue> {
        let file = bytes("file", &file)?;
        let options = OptionsReader::new(options, &["sheet", "columns", "lang"])?;
        let lang = options.lang()?.unwrap_or(Lang::En);
        let columns = options.member("columns")?.map(columns).transpose()?.unwrap_or_default();
        let options = Options { sheet: options.text("sheet")?, columns };
        let table = List::open_undecided(Input::bytes(file), &options);
        let table = table.map_err(|error| match &error {
            TableError::SeveralSheets { sheets } => match to_js(sheets) {
                Ok(sheets) => with(unreadable(&error, lang), "sheets", &sheets),
                Err(fault) => fault,
            },
            error => unreadable(error, lang),
        })?;
        Ok(Self { table, lang })
    }

    /// Returns what the file is, its columns, what the user has to decide about them, and the first five rows as they are in
    /// the file.
    #[wasm_bindgen(unchecked_return_type = "TableInfo")]
    pub fn info(&self) -> Result<JsValue, JsValue> {
        let table = &self.table;
        let columns = table.columns.iter().map(|column| ColumnInfo {
            letter: letter(column.index),
            heading: &column.heading,
            field: column.field.map(Field::name),
            states: column.states.map(Field::name),
            chosen: column.why == Why::Option,
            undecided: column.is_profession_or_post(),
        });
        let preview = table.preview.iter().map(|row| Cells { line: row.line, cells: &row.cells });
        to_js(&TableInfo {
            format: match table.format() {
                Format::Text => "csv",
                Format::Xlsx => "xlsx",
                Format::Xls => "xls",
                Format::Ods => "ods",
            },
            encoding: table.encoding().map(|encoding| encoding.name().to_owned()),
            delimiter: table.delimiter(),
            sheet: table.sheet(),
            heading_line: table.heading_line,
            columns: columns.collect(),
            preview: preview.collect(),
            problems: table.problems.iter().map(|problem| problem.text(self.lang)).collect(),
        })
    }

    /// Reads the next rows, at most `count`; none at the end. Throws if the rest of the file cannot be read.
    #[wasm_bindgen(unchecked_return_type = "TableRow[]")]
    pub fn rows(&mut self, count: u32) -> Result<JsValue, JsValue> {
        // Without the user's decision the rows would be read as something else than they are.
        if let Some(problem) = self.table.problems.first() {
            return Err(unreadable(problem, self.lang));
        }
        let rows = Array::new();
        for row in self.table.by_ref().take(count as usize) {
            let row = match row.map_err(|error| unreadable(&error, self.lang))? {
                Ok(row) => {
                    let (form, states_holder) = (row.form(), row.value(Field::Holder).is_some());
                    let value = |field| row.value(field).unwrap_or_default();
                    to_js(&TableRow {
                        line: row.line,
                        number: &visible(value(Field::Number)),
                        name: &visible(value(Field::Name)),
                        document: row.value(Field::Document),
                        form: &form,
                        post: row.value(Field::Post),
                        states_holder,
                    })?
                }
                Err(error) => to_js(&BadRow { line: error.line, error: error.text(self.lang) })?,
            };
            rows.push(&row);
        }
        Ok(rows.into())
    }
}

#[derive(Serialize)]
struct TableInfo<'a> {
    format: &'static str,
    encoding: Option<String>,
    delimiter: Option<char>,
    sheet: Option<&'a str>,
    heading_line: u64,
    columns: Vec<ColumnInfo<'a>>,
    preview: Vec<Cells<'a>>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct ColumnInfo<'a> {
    letter: String,
    heading: &'a str,
    field: Option<&'static str>,
    states: Option<&'static str>,
    chosen: bool,
    undecided: bool,
}

#[derive(Serialize)]
struct Cells<'a> {
    line: u64,
    cells: &'a [String],
}

#[derive(Serialize)]
struct TableRow<'a> {
    line: u64,
    number: &'a str,
    name: &'a str,
    document: Option<&'a str>,
    form: &'a str,
    post: Option<&'a str>,
    states_holder: bool,
}

#[derive(Serialize)]
struct BadRow {
    line: u64,
    error: String,
}

/// Reads the option `columns`: for each field the heading or the letter of its column, or `null` for none.
fn columns(columns: JsValue) -> Result<Vec<(Field, Option<String>)>, JsValue> {
    if !columns.is_object() {
        return Err(bad_argument("columns", "must be an object of fields and columns"));
    }
    let column = |key: JsValue| {
        let name = key.as_string().unwrap_or_default();
        let unknown = || {
            let names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
            bad_argument("columns", &format!("unknown field {name}; expected one of {}", names.join(", ")))
        };
        let field = Field::from_name(&name).ok_or_else(unknown)?;
        let column = Reflect::get(&columns, &key)?;
        let column = if column.is_null() { None } else { Some(text(&format!("columns.{name}"), &column)?) };
        Ok((field, column))
    };
    Reflect::own_keys(&columns)?.into_iter().map(column).collect()
}

/// Returns a report as CSV with semicolons and a byte order mark, which spreadsheets with Kazakh or Russian settings open. No cell
/// becomes a formula.
#[wasm_bindgen(js_name = csvReport)]
pub fn csv_report(
    #[wasm_bindgen(unchecked_param_type = "string[]")] heading: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[][]")] rows: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let heading = cells("heading", &heading)?;
    let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
    let mut report = write::Csv::new(Vec::new(), &heading).map_err(|error| unwritten(&error))?;
    for row in all_cells(&rows)? {
        report.row(row).map_err(|error| unwritten(&error))?;
    }
    report.finish().map_err(|error| unwritten(&error))
}

/// Returns a report as an XLSX workbook with a sheet of this title. No cell becomes a formula. `created` is the time of the report
/// (RFC 3339); the same report and time give the same bytes.
#[wasm_bindgen(js_name = xlsxReport)]
pub fn xlsx_report(
    #[wasm_bindgen(unchecked_param_type = "string")] title: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] heading: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[][]")] rows: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] created: JsValue,
) -> Result<Vec<u8>, JsValue> {
    let (title, heading) = (text("title", &title)?, cells("heading", &heading)?);
    let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
    let created = Timestamp::parse(&text("created", &created)?);
    let created = created.ok_or_else(|| bad_argument("created", "must be a time (RFC 3339)"))?;
    let about = About { created, title: "", rows: &[] };
    write::xlsx(&title, &heading, all_cells(&rows)?, &about).map_err(|error| unwritten(&error))
}

fn all_cells(rows: &JsValue) -> Result<Vec<Vec<String>>, JsValue> {
    list("rows", rows)?.iter().map(|row| cells("rows", &row)).collect()
}

fn cells(name: &str, row: &JsValue) -> Result<Vec<String>, JsValue> {
    list(name, row)?.iter().map(|cell| text(name, &cell)).collect()
}

/// Reads an argument that must be an array. It is copied: reading a member of a caller's own object could throw.
fn list(name: &str, value: &JsValue) -> Result<Array, JsValue> {
    if !Array::is_array(value) {
        return Err(bad_argument(name, "must be an array"));
    }
    let copied = Array::new();
    let length = Reflect::get(value, &JsValue::from_str("length"))?.as_f64().unwrap_or_default();
    for index in 0..length as u32 {
        copied.push(&Reflect::get_u32(value, index)?);
    }
    Ok(copied)
}

fn unreadable(error: &TableError, lang: Lang) -> JsValue {
    throw(ErrorCode::JsTable, &error.text(lang))
}

fn unwritten(error: &dyn std::error::Error) -> JsValue {
    throw(ErrorCode::JsTable, &error.to_string())
}
