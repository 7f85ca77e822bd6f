//! Lists of documents: a heading, its columns and the rows below it.

use crate::columns::{self, Column, is_essential};
use crate::error::{RowError, RowProblem, TableError};
use crate::limits::{HEADING_ROWS, SAMPLE_ROWS};
use crate::row::{is_blank, value};
use crate::source::{Format, Input, Source};
use crate::stated::{is_no_value, longest_name, merged, states};
use crate::text::Encoding;
use crate::{Field, RawRow};

/// The number of rows in [`Table::preview`].
const PREVIEW: usize = 5;

/// Choices of the user that override detection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The name or the number, from 1, of a workbook's sheet.
    pub sheet: Option<String>,
    /// Fields with the heading, or the letter, of their column; `None` for a field that no column holds.
    pub columns: Vec<(Field, Option<String>)>,
}

/// A list of documents. It iterates over its rows: blank rows, totals and repeated headings are skipped.
///
/// The outer error ends the table; after an inner one the next rows can be read. A text file is streamed.
pub struct Table {
    source: Source,
    /// Whether no row below the heading was read.
    at_start: bool,
    heading: Vec<String>,
    /// The line of the heading, or the row of the sheet.
    pub heading_line: u64,
    /// All columns of the heading.
    pub columns: Vec<Column>,
    /// The first five rows, as they are in the file.
    pub preview: Vec<RawRow>,
    /// What the user has to decide before the rows are read: [`TableError::SeveralColumns`] or [`TableError::NoHeading`]. Empty after
    /// [`Table::open`].
    pub problems: Vec<TableError>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line on which the row starts, as an editor counts, from 1; in a workbook the row of the sheet.
    pub line: u64,
    /// The values of the fields that are not blank. The parts of a name are joined as [`Field::Name`].
    pub values: Vec<(Field, String)>,
    /// The cells that are not blank and were not read, with the index of their column.
    pub unread: Vec<(usize, String)>,
}

impl Row {
    /// Returns the value of a field.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str())
    }
}

impl Table {
    /// Opens a list and chooses its columns.
    ///
    /// # Errors
    /// [`TableError`].
    ///
    /// # Examples
    /// ```
    /// use rastau_tables::{Field, Input, Options, Table};
    ///
    /// let list = "Список\nНомер документа;Код проверки;Фамилия;Имя\n0001;;Қиялов;Өрнекбай\nИтого: 1;;;\n";
    /// let table = Table::open(Input::bytes(list.into()), &Options::default())?;
    /// assert_eq!(table.heading_line, 2);
    /// let rows = table.map(|row| row.unwrap().unwrap()).collect::<Vec<_>>();
    /// assert_eq!((rows.len(), rows[0].line, rows[0].value(Field::Name)), (1, 3, Some("Қиялов Өрнекбай")));
    /// # Ok::<(), rastau_tables::TableError>(())
    /// ```
    pub fn open(input: Input, options: &Options) -> Result<Self, TableError> {
        let mut table = Self::open_undecided(input, options)?;
        if table.problems.is_empty() { Ok(table) } else { Err(table.problems.swap_remove(0)) }
    }

    /// Opens a list for a host that shows its columns to the user, who then decides what could not be told ([`Table::problems`])
    /// by [`Options::columns`].
    ///
    /// # Errors
    /// [`TableError`].
    pub fn open_undecided(input: Input, options: &Options) -> Result<Self, TableError> {
        let known = |cells: &[String]| columns::known(cells, &options.columns);
        let mut source = Source::open(input, options.sheet.as_deref(), &known)?;
        let mut rows = Vec::new();
        // An error below the heading is returned later by the iterator, which meets it again.
        while rows.len() < HEADING_ROWS.saturating_add(SAMPLE_ROWS) {
            match source.next() {
                Some(Ok(row)) if row.is_blank() => {}
                Some(Ok(row)) => rows.push(row),
                Some(Err(error)) if rows.is_empty() => return Err(error),
                Some(Err(_)) | None => break,
            }
        }
        let (at, unknown) = match heading_row(&rows, &known, options) {
            Ok(at) => (at, None),
            // Without a known heading the user is shown the first row with several cells, if there is one.
            Err(error) => match rows.iter().position(|row| row.len() > 1) {
                Some(at) => (at, Some(error)),
                None => return Err(error),
            },
        };
        let mut rows = rows.into_iter().skip(at);
        let Some(mut heading) = rows.next() else {
            return Err(TableError::NoHeading { found: String::new() });
        };
        heading.cells.truncate(heading.len());
        let sample: Vec<RawRow> = rows.collect();
        let (columns, mut problems) = columns::choose(&heading.cells, &sample, &options.columns)?;
        if problems.is_empty() {
            problems.extend(unknown);
        }
        let source = source.below(&heading)?;
        let preview = sample.into_iter().take(PREVIEW).collect();
        Ok(Self {
            source,
            at_start: true,
            heading: heading.cells,
            heading_line: heading.line,
            columns,
            preview,
            problems,
        })
    }

    /// The kind of the file.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.source.format()
    }

    /// The encoding of a text file.
    #[must_use]
    pub const fn encoding(&self) -> Option<Encoding> {
        self.source.encoding()
    }

    /// The delimiter of a text file.
    #[must_use]
    pub fn delimiter(&self) -> Option<char> {
        self.source.delimiter()
    }

    /// The name of a workbook's sheet.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.source.sheet()
    }

    /// Whether a row is not a person: a blank row, a total, a section title, a repeated heading, or a row of column
    /// numbers.
    fn is_not_a_person(&mut self, raw: &RawRow) -> bool {
        if raw.cells.iter().all(|cell| is_blank(value(cell))) {
            return true;
        }
        let heading = || {
            let cells = raw.cells.iter().map(|cell| value(cell));
            raw.len() == self.heading.len()
                && cells.zip(&self.heading).all(|(cell, heading)| cell == value(heading))
        };
        let at_start = std::mem::take(&mut self.at_start);
        at_start && self.is_numbering(raw) || self.is_total(raw) || self.is_title(raw) || heading()
    }

    /// Whether a row numbers the columns, as official forms do: 1, 2, 3 …
    fn is_numbering(&self, raw: &RawRow) -> bool {
        let numbers = raw.cells.iter().map(|cell| value(cell)).filter(|cell| !cell.is_empty());
        let columns = self.columns.iter().filter(|column| !is_blank(&column.heading)).count();
        columns > 2
            && numbers.clone().count() == columns
            && numbers.zip(1usize..).all(|(cell, number)| cell.parse() == Ok(number))
    }

    /// Returns the index of the first cell with a value, the cell, and its first word.
    fn first(raw: &RawRow) -> Option<(usize, String, String)> {
        let first = raw.cells.iter().position(|cell| !value(cell).is_empty())?;
        let cell = value(raw.cells.get(first)?).to_lowercase();
        let word = cell.split(|character: char| !character.is_alphabetic()).find(|word| !word.is_empty());
        let word = word.unwrap_or_default().to_owned();
        Some((first, cell, word))
    }

    fn is_name(&self, index: usize) -> bool {
        let field = self.columns.get(index).and_then(|column| column.field);
        field.is_some_and(|field| field == Field::Name || field.is_name_part())
    }

    /// Whether a row is a total: its first cell says so, and nothing else in it identifies a document or names a person.
    fn is_total(&self, raw: &RawRow) -> bool {
        const TOTALS: &[&str] = &[
            "итого",
            "всего",
            "количество",
            "кол",
            "число",
            "общее",
            "сумма",
            "барлығы",
            "жиыны",
            "жалпы",
            "қорытынды",
            "саны",
            "total",
            "totals",
            "grand",
            "count",
            "σ",
        ];
        const PEOPLE: &[&str] =
            &["работник", "сотрудник", "человек", "чел", "спис", "адам", "қызметкер", "people", "employee"];
        let Some((first, cell, word)) = Self::first(raw) else { return false };
        if !TOTALS.contains(&word.as_str()) {
            return false;
        }
        // The word may be a person's name.
        let says_more = cell
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| word.chars().count() > 2 && !TOTALS.contains(word))
            .any(|word| !PEOPLE.iter().any(|stem| word.starts_with(stem)));
        if self.is_name(first) && says_more && !cell.contains(|character: char| character.is_ascii_digit()) {
            return false;
        }
        let is_count = |cell: &str| {
            cell.chars().count() <= 7 && cell.chars().all(|character| character.is_ascii_digit())
        };
        let others = self.columns.iter().filter(|column| column.index != first);
        let cells = others.filter_map(|column| Some((column.field?, value(raw.cells.get(column.index)?))));
        cells.into_iter().all(|(field, cell)| match field {
            Field::Document => cell.is_empty(),
            Field::Code | Field::Holder | Field::Number => is_count(cell),
            Field::Name | Field::Surname | Field::GivenName | Field::Patronymic => {
                !cell.chars().any(char::is_alphabetic)
            }
            _ => true,
        })
    }

    /// Whether a row is a section title of the list, such as a department: one cell that begins with a word for it.
    fn is_title(&self, raw: &RawRow) -> bool {
        const PARTS: &[&str] = &[
            "цех",
            "участок",
            "отдел",
            "бригада",
            "подразделение",
            "смена",
            "служба",
            "бөлім",
            "бөлімше",
            "учаске",
            "department",
            "team",
            "section",
        ];
        let Some((first, cell, word)) = Self::first(raw) else { return false };
        let alone = raw.cells.iter().filter(|cell| !value(cell).is_empty()).count() == 1;
        // The name of a person has no digit.
        alone && PARTS.contains(&word.as_str()) && (!self.is_name(first) || cell.contains(char::is_numeric))
    }

    fn row(&self, raw: RawRow) -> Result<Row, RowError> {
        let columns = self.heading.len();
        let cells = raw.len();
        // In a workbook a cell has a position: a remark beside the table does not shift the other cells.
        if self.format() == Format::Text && cells > columns {
            return Err(RowError { line: raw.line, problem: RowProblem::ManyCells { cells, columns } });
        }
        let cells = raw.cells.iter().map(|cell| value(cell)).enumerate();
        let cells: Vec<(usize, &str)> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
        let two_values = |field, columns: [usize; 2]| {
            let label = |index| self.columns.get(index).map(Column::label).unwrap_or_default();
            RowError { line: raw.line, problem: RowProblem::TwoValues { field, columns: columns.map(label) } }
        };
        let mut name = self.name(&cells).map_err(|columns| two_values(Field::Name, columns))?;
        let is_name = |field: Field| field == Field::Name || field.is_name_part();
        // Each value with its column.
        let mut values: Vec<(usize, Field, String)> = Vec::new();
        let (mut others, mut unread) = (Vec::new(), Vec::new());
        for (index, cell) in cells {
            let column = self.columns.get(index);
            match column.map_or((None, None), |column| (column.field, column.states)) {
                (Some(Field::Name), _) => values.extend(name.take().map(|name| (index, Field::Name, name))),
                (Some(field), _) if field.is_name_part() => {}
                (Some(field), _) if !is_essential(field) && is_no_value(cell) => {
                    unread.push((index, cell.to_owned()));
                }
                (Some(field), _) => values.push((index, field, cell.to_owned())),
                (None, Some(field)) if states(field, cell) && is_name(field) => {}
                (None, Some(field)) if states(field, cell) => others.push((index, field, cell)),
                (None, _) => unread.push((index, cell.to_owned())),
            }
        }
        values.extend(name.map(|name| (raw.cells.len(), Field::Name, name)));
        let follows = |field: &Field| matches!(field, Field::Edition | Field::Level);
        let beside: Vec<String> = values
            .iter()
            .map(|(_, field, value)| (field, value.as_str()))
            .chain(others.iter().map(|(_, field, cell)| (field, *cell)))
            .filter(|(field, _)| follows(field))
            .map(|(_, value)| value.to_owned())
            .collect();
        let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
        for (index, field, cell) in others {
            match values.iter_mut().find(|(_, own, _)| *own == field) {
                Some((held, _, value)) => {
                    let merged = merged(field, value, cell, &beside).map(str::to_owned);
                    *value = merged.ok_or_else(|| two_values(field, [*held, index]))?;
                }
                None => values.push((index, field, cell.to_owned())),
            }
        }
        let values = values.into_iter().map(|(_, field, value)| (field, value)).collect();
        Ok(Row { line: raw.line, values, unread })
    }

    /// Returns the name that the cells state, its parts joined.
    ///
    /// # Errors
    /// Two columns that state different names.
    fn name(&self, cells: &[(usize, &str)]) -> Result<Option<String>, [usize; 2]> {
        const ORDER: [Field; 4] = [Field::Name, Field::Surname, Field::GivenName, Field::Patronymic];
        let of = |held: &dyn Fn(&Column) -> Option<Field>| {
            let cells = cells.iter().filter_map(|(index, cell)| {
                let field = held(self.columns.get(*index)?)?;
                ORDER.contains(&field).then_some((*index, field, *cell))
            });
            cells.collect::<Vec<_>>()
        };
        let joined = |cells: &[(usize, Field, &str)], order: &[Field]| {
            let words = order.iter().filter_map(|field| cells.iter().find(|(_, own, _)| own == field));
            let words: Vec<&str> = words.map(|(.., cell)| *cell).collect();
            let first = cells.iter().map(|(index, ..)| *index).min();
            first.filter(|_| !words.is_empty()).map(|first| (first, words.join(" ")))
        };
        let chosen = of(&|column| column.field);
        let mut others = of(&|column| column.states.filter(|_| column.field.is_none()));
        others.retain(|(_, field, cell)| states(*field, cell));
        let [_, parts @ ..] = &ORDER;
        let mut names: Vec<(usize, String)> = joined(&chosen, &ORDER).into_iter().collect();
        names.extend(others.iter().map(|(index, _, cell)| (*index, (*cell).to_owned())));
        names.extend(joined(&others, parts));
        let texts: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
        let column = |at: usize| names.get(at).map(|(index, _)| *index).unwrap_or_default();
        match longest_name(&texts) {
            Ok("") => Ok(None),
            Ok(name) => Ok(Some(name.to_owned())),
            Err(other) => Err([column(0), column(other)]),
        }
    }
}

/// Returns the index of the heading: the first of the rows with the most known headings.
fn heading_row(
    rows: &[RawRow],
    known: &dyn Fn(&[String]) -> usize,
    options: &Options,
) -> Result<usize, TableError> {
    let head = rows.get(..rows.len().min(HEADING_ROWS)).unwrap_or_default();
    let best = head.iter().map(|row| known(&row.cells)).max().unwrap_or_default();
    let at = if best > 0 {
        head.iter().position(|row| known(&row.cells) == best)
    } else if options.columns.iter().all(|(_, name)| name.is_none()) {
        // No heading is known, but documents are: they are below it.
        head.iter().position(columns::has_document).and_then(|first| first.checked_sub(1))
    } else {
        // The options name columns by letters: the heading is the first row with several cells.
        head.iter().position(|row| row.len() > 1)
    };
    at.ok_or_else(|| {
        let widest = head.iter().rev().max_by_key(|row| row.len());
        TableError::NoHeading { found: widest.map(|row| columns::found(&row.cells)).unwrap_or_default() }
    })
}

impl Iterator for Table {
    type Item = Result<Result<Row, RowError>, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.source.next()? {
                Ok(raw) if self.is_not_a_person(&raw) => {}
                Ok(raw) => return Some(Ok(self.row(raw))),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
