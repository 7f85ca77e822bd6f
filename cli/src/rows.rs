//! The rows of a list of people. A text is read here, row by row; a workbook in a child process with limits ([`child`]).
//!
//! Both read [`Table`]. The child gets the open file as its standard input and the request as an argument, and reports each row
//! as an event. The parent keeps none of them, so its memory does not depend on the list.

use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rastau_messages::Lang;
use rastau_tables::{Column, Field, Input, Limit, Options, RowError, Table, TableError};
use serde::{Deserialize, Serialize};

use crate::child::{self, Running, Task};
use crate::decode_error::DecodeError;
use crate::error::CliError;
use crate::files::open_regular;
use crate::scan::Stopped;

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line, or the row of the sheet.
    pub line: u64,
    /// The number of the document.
    pub number: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The identity number.
    pub holder: Option<String>,
    /// The text of a document.
    pub document: Option<String>,
    /// The profession that the person's post asks for.
    pub post: Option<String>,
    /// The other fields as a form in JSON: see [`rastau_tables::Row::form`].
    pub form: String,
}

/// A row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// The line, or the row of the sheet.
    pub line: u64,
    /// What is wrong with it, in the language of the list.
    pub text: String,
}

/// How a list is read.
#[derive(Clone)]
pub struct Reading<'a> {
    /// The file.
    pub path: &'a Path,
    /// The choices of the user.
    pub options: Options,
    /// The language of the errors.
    pub lang: Lang,
}

/// A list that is being read. After an outer error there are no more rows.
pub struct Rows<'a> {
    path: &'a Path,
    lang: Lang,
    reader: Reader,
    /// What is known of the columns.
    pub columns: Columns,
}

/// What is known of the columns of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The headings of the columns that are not read.
    pub unread: Vec<String>,
    /// The headings of columns that are not read because they may be the profession of the document or the post.
    pub undecided: Vec<String>,
    /// Whether a column has the professions of posts.
    pub has_posts: bool,
}

impl Columns {
    fn of(table: &Table) -> Self {
        let headings = |keep: fn(&Column) -> bool| {
            let kept = table.columns.iter().filter(|column| keep(column) && !column.heading.is_empty());
            kept.map(|column| column.heading.clone()).collect()
        };
        Self {
            unread: headings(|column| !column.is_read() && !column.is_profession_or_post()),
            undecided: headings(Column::is_profession_or_post),
            has_posts: table.columns.iter().any(|column| column.field == Some(Field::Post)),
        }
    }
}

enum Reader {
    Text(Box<Table>),
    Workbook(Workbook),
    Ended,
}

/// A child that reads a workbook.
struct Workbook {
    child: Running<Event>,
    /// The time for which the parent still waits for it.
    left: Duration,
}

/// What the child is asked.
#[derive(Serialize, Deserialize)]
struct Request {
    lang: String,
    sheet: Option<String>,
    /// Names of fields with their columns.
    columns: Vec<(String, Option<String>)>,
}

/// What the child reports. A child without [`Event::End`] or [`Event::Refused`] has ended early.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Event {
    /// The list was opened.
    Opened(Columns),
    /// A row.
    Row(Row),
    /// A row that cannot be used.
    Bad(BadRow),
    /// The list has no more rows.
    End,
    /// The list cannot be read, or not further.
    Refused(String),
}

impl<'a> Reading<'a> {
    /// Opens the list, and chooses its columns.
    ///
    /// # Errors
    /// [`CliError::Read`] or [`CliError::List`].
    pub fn open(&self) -> Result<Rows<'a>, CliError> {
        let Self { path, ref options, lang } = *self;
        let refused = |reason| CliError::List { path: path.to_path_buf(), reason };
        let failed = |error: TableError| refused(error.text(lang));
        let mut file = open_regular(path).map_err(CliError::read(path))?;
        let copy = file.try_clone().map_err(CliError::read(path))?;
        if !Input::file(copy).is_container().map_err(CliError::read(path))? {
            file.seek(SeekFrom::Start(0)).map_err(CliError::read(path))?;
            let table = Table::open(Input::file(file), options).map_err(failed)?;
            let columns = Columns::of(&table);
            return Ok(Rows { path, lang, reader: Reader::Text(Box::new(table)), columns });
        }
        let mut workbook = Workbook::start(file, options, lang).map_err(failed)?;
        match workbook.next().map_err(failed)? {
            Some(Event::Opened(columns)) => {
                Ok(Rows { path, lang, reader: Reader::Workbook(workbook), columns })
            }
            Some(Event::Refused(reason)) => Err(refused(reason)),
            // It has ended early. Before it is opened, a list has no rows and no end.
            None | Some(Event::Row(_) | Event::Bad(_) | Event::End) => {
                let error = workbook.end(false).err();
                Err(failed(error.unwrap_or_else(|| error_of(DecodeError::Failed))))
            }
        }
    }
}

impl Workbook {
    fn start(file: File, options: &Options, lang: Lang) -> Result<Self, TableError> {
        let columns =
            options.columns.iter().map(|(field, column)| (field.name().to_owned(), column.clone())).collect();
        let request = Request { lang: lang.code().to_owned(), sheet: options.sheet.clone(), columns };
        let request = serde_json::to_string(&request).map_err(std::io::Error::other)?;
        let child = Running::start(Task::Rows, &[&request], Stdio::from(file)).map_err(error_of)?;
        Ok(Self { child, left: Duration::from_secs(child::SECONDS) })
    }

    /// Waits for the next event; `None` where the child has ended, or ends. The time that the parent needs for the rows does not
    /// count.
    fn next(&mut self) -> Result<Option<Event>, TableError> {
        let asked = Instant::now();
        let event = self.child.next(asked + self.left);
        self.left = self.left.saturating_sub(asked.elapsed());
        event.map_err(error_of)
    }

    /// Waits for the end of the child. `is_complete` says whether it has reported the end of the list; otherwise the result is an
    /// error.
    fn end(self, is_complete: bool) -> Result<(), TableError> {
        match self.child.stopped(Instant::now() + self.left, is_complete) {
            Stopped::Complete => Ok(()),
            Stopped::Early(error) => Err(error_of(error)),
        }
    }
}

fn error_of(error: DecodeError) -> TableError {
    match error {
        DecodeError::Memory => TableError::Limit(Limit::Memory),
        DecodeError::Time => TableError::Limit(Limit::Time),
        DecodeError::Failed => TableError::Workbook("the process that reads it failed".into()),
        DecodeError::NoProcess => {
            TableError::Io(std::io::Error::other("no process with limits on memory and time can be started"))
        }
    }
}

/// Returns the row as it is used here, or what is wrong with it.
fn convert(row: Result<rastau_tables::Row, RowError>, lang: Lang) -> Result<Row, BadRow> {
    let row = row.map_err(|error| BadRow { line: error.line, text: error.text(lang) })?;
    let text = |field| row.value(field).map(str::to_owned);
    Ok(Row {
        line: row.line,
        number: text(Field::Number),
        name: text(Field::Name),
        holder: text(Field::Holder),
        document: text(Field::Document),
        post: text(Field::Post),
        form: row.form(),
    })
}

impl Rows<'_> {
    /// Reads the next row; `None` at the end.
    fn read(&mut self) -> Result<Option<Result<Row, BadRow>>, String> {
        let lang = self.lang;
        let text = |error: TableError| error.text(lang);
        // Ended, unless there is a row.
        match std::mem::replace(&mut self.reader, Reader::Ended) {
            Reader::Ended => Ok(None),
            Reader::Text(mut table) => {
                let row = table.next().transpose().map_err(text)?;
                self.reader = Reader::Text(table);
                Ok(row.map(|row| convert(row, lang)))
            }
            Reader::Workbook(mut workbook) => {
                let row = match workbook.next().map_err(text)? {
                    Some(Event::Row(row)) => Ok(row),
                    Some(Event::Bad(row)) => Err(row),
                    Some(Event::Refused(reason)) => return Err(reason),
                    Some(Event::End) => return workbook.end(true).map(|()| None).map_err(text),
                    None | Some(Event::Opened(_)) => {
                        return workbook.end(false).map(|()| None).map_err(text);
                    }
                };
                self.reader = Reader::Workbook(workbook);
                Ok(Some(row))
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Result<Row, BadRow>, CliError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.read().map_err(|reason| CliError::List { path: self.path.to_path_buf(), reason });
        row.transpose()
    }
}

/// The child's side: reads the list on standard input, which is a file, and reports its rows.
///
/// # Errors
/// The request is malformed, or standard input is not a file.
pub fn decode(request: &str) -> Result<(), CliError> {
    let request: Request = serde_json::from_str(request).map_err(std::io::Error::other)?;
    let lang = Lang::parse(&request.lang).ok_or_else(|| std::io::Error::other("unknown language"))?;
    let field = |(name, column): (String, _)| Some((Field::from_name(&name)?, column));
    let columns = request.columns.into_iter().filter_map(field).collect();
    let options = Options { sheet: request.sheet, columns };
    let file = standard_input().map_err(CliError::StandardInput)?;
    report(Table::open(Input::file(file), &options), lang, &mut child::write_event);
    Ok(())
}

/// Reports a list to `write`, which returns whether an event is within its limit.
fn report(table: Result<Table, TableError>, lang: Lang, write: &mut dyn FnMut(&Event) -> bool) {
    let end = |write: &mut dyn FnMut(&Event) -> bool, error: &TableError| {
        if !write(&Event::Refused(error.text(lang))) {
            write(&Event::Refused(TableError::Limit(Limit::Text).text(lang)));
        }
    };
    let table = match table {
        Ok(table) => table,
        Err(error) => return end(write, &error),
    };
    if !write(&Event::Opened(Columns::of(&table))) {
        return end(write, &TableError::LongRow { line: table.heading_line });
    }
    for row in table {
        let row = match row {
            Ok(row) => convert(row, lang),
            Err(error) => return end(write, &error),
        };
        let (line, event) = match row {
            Ok(row) => (row.line, Event::Row(row)),
            Err(row) => (row.line, Event::Bad(row)),
        };
        if !write(&event) {
            return end(write, &TableError::LongRow { line });
        }
    }
    write(&Event::End);
}

/// Returns standard input as a file.
fn standard_input() -> std::io::Result<File> {
    #[cfg(unix)]
    let input = std::os::fd::AsFd::as_fd(&std::io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let input = std::os::windows::io::AsHandle::as_handle(&std::io::stdin()).try_clone_to_owned()?;
    Ok(File::from(input))
}
