//! Which column holds which field: by its heading and by its contents.

use rastau_core::document::Code;
use rastau_core::identity::{Kind, identify};
use rastau_core::input::value::date;

use crate::error::TableError;
use crate::headings::{Clarity, Meaning, is_of_other_document, meaning, normalise};
use crate::row::{is_blank, value};
use crate::{Field, RawRow};

/// Why a column was chosen, or was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The options name it, or leave its field out.
    Option,
    /// Its heading names the field.
    Heading,
    /// Its contents match the field.
    Contents,
    /// Its heading is unknown, or its contents do not fit its heading.
    Unknown,
    /// Its heading names the profession of the document or the person's post. The options say which.
    ProfessionOrPost,
    /// Its heading names something that is not a field.
    Other,
    /// Another column fits its field better. See [`Column::states`].
    Better,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The index, from 0.
    pub index: usize,
    /// The heading.
    pub heading: String,
    /// The field that it holds; `None` for a column that is not read, or is only compared.
    pub field: Option<Field>,
    /// The field of another column that its heading clearly names too. In each row it must state the same as that
    /// column.
    pub states: Option<Field>,
    /// Why.
    pub why: Why,
}

impl Column {
    /// Returns whether the column counts: it is read, or compared.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        self.field.is_some() || self.states.is_some()
    }

    /// Returns whether the column may hold the profession of the document or the person's post, so that it is not read before the
    /// user has said which.
    #[must_use]
    pub fn is_profession_or_post(&self) -> bool {
        self.why == Why::ProfessionOrPost && !self.is_read()
    }

    /// Returns the letter and the heading: `C "Name"`.
    #[must_use]
    pub fn label(&self) -> String {
        let heading: String = self.heading.chars().take(60).collect();
        format!("{} \"{heading}\"", letter(self.index))
    }
}

/// Returns the letters by which spreadsheets name a column: A for 0, AA for 26.
#[must_use]
pub fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(index);
    while let Some(index) = rest {
        letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ".get(index % 26).copied().unwrap_or(b'?')));
        rest = (index / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

/// Returns the column that an option names: by its heading, or by its letter.
fn named(headings: &[String], name: &str) -> Option<usize> {
    let wanted = normalise(name);
    let by_heading = headings.iter().position(|heading| !wanted.is_empty() && normalise(heading) == wanted);
    by_heading.or_else(|| (0..headings.len()).find(|index| letter(*index).eq_ignore_ascii_case(name.trim())))
}

/// The number that [`known`] adds for a column of documents.
pub(crate) const IDENTIFIES: usize = 1000;

/// Counts the fields that the cells of a row name, if they are the heading of a list: if there are several of them with which a
/// person or a code is found, or one is the number or the text of a document, or is named by `options`. For the latter
/// [`IDENTIFIES`] is added.
pub(crate) fn known(cells: &[String], options: &[(Field, Option<String>)]) -> usize {
    let options = || options.iter().filter_map(|(field, name)| Some((field, name.as_deref()?)));
    let mut fields = Vec::new();
    for cell in cells {
        let wanted = normalise(cell);
        let option = options().find(|(_, name)| !wanted.is_empty() && normalise(name) == wanted);
        let named = match meaning(cell) {
            Some(Meaning::Field(field, _)) => Some(field),
            _ => None,
        };
        fields.extend(option.map(|(field, _)| *field).or(named));
    }
    fields.sort_unstable();
    fields.dedup();
    let identifies = |field: &Field| matches!(field, Field::Number | Field::Document);
    let by_option = options().any(|(field, _)| identifies(field));
    if !fields.is_empty() && (by_option || fields.iter().any(identifies)) {
        fields.len().saturating_add(IDENTIFIES)
    } else if fields.len() > 1 && fields.iter().any(|field| matches!(field, Field::Code | Field::Holder)) {
        fields.len()
    } else {
        0
    }
}

/// Whether a row contains the text of a document or a verification code and is therefore below the heading.
pub(crate) fn has_document(row: &RawRow) -> bool {
    row.cells.iter().map(|cell| value(cell)).any(|cell| Code::parse(cell).is_ok() || is_document(cell))
}

fn is_document(cell: &str) -> bool {
    let cell = cell.to_ascii_uppercase();
    cell.contains("RST1:") || cell.contains("RST2:")
}

/// Statistics of the cells of a column.
#[derive(Default)]
struct Contents {
    /// Cells that are not blank.
    filled: usize,
    codes: usize,
    persons: usize,
    documents: usize,
    /// Cells with a digit.
    digits: usize,
    /// Cells with six or more digits.
    dates: usize,
    /// Cells of at most five digits.
    counts: usize,
    /// Telephone numbers.
    telephones: usize,
    /// Cells that begin with a code of four digits or more, or have one in brackets.
    classifiers: usize,
    /// Dates.
    days: usize,
}

impl Contents {
    fn of(index: usize, rows: &[RawRow]) -> Self {
        let mut found = Self::default();
        let cells = rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| value(cell));
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let digits = cell.chars().filter(char::is_ascii_digit).count();
            let only_digits = digits == cell.len();
            let add = |count: &mut usize, fits: bool| *count = count.saturating_add(usize::from(fits));
            add(&mut found.filled, true);
            add(&mut found.codes, Code::parse(cell).is_ok());
            add(&mut found.persons, matches!(identify(&digits_of(cell)), Ok(Kind::Iin { .. })));
            add(&mut found.documents, is_document(cell));
            add(&mut found.digits, digits > 0);
            add(&mut found.dates, digits >= 6);
            add(&mut found.counts, only_digits && digits <= 5);
            let telephone = cell.starts_with('+')
                || cell.starts_with("8 (")
                || cell.starts_with("8(")
                || cell.starts_with("8-7");
            add(&mut found.telephones, telephone && digits >= 10);
            let long = |word: &str| word.chars().take_while(char::is_ascii_digit).count() >= 4;
            add(&mut found.classifiers, cell.split(['(', ' ']).filter(|word| long(word)).count() == 1);
            add(&mut found.days, date(cell).is_some());
        }
        found
    }

    /// Whether at least half of the cells are counted in `count`, and there is one.
    const fn mostly(&self, count: usize) -> bool {
        count > 0 && count.saturating_mul(2) >= self.filled
    }

    /// Whether the contents can be document numbers below a heading that does not say so.
    const fn are_numbers(&self) -> bool {
        let others = self.mostly(self.counts) || self.mostly(self.telephones) || self.mostly(self.persons);
        self.mostly(self.digits) && !others && !self.mostly(self.days)
    }

    /// Whether the contents fit a field that the heading names vaguely. Names of professions and centres are not
    /// their codes, and a term in words is not a date.
    const fn fits(&self, field: Field) -> bool {
        match field {
            Field::Document => self.mostly(self.documents),
            Field::Number => {
                self.mostly(self.digits) && !self.mostly(self.telephones) && !self.mostly(self.persons)
            }
            Field::Code => self.mostly(self.codes),
            // A trade with its grade (`Сварщик 4 разряда`) has a digit too.
            Field::Profession | Field::Qualification => self.mostly(self.classifiers),
            Field::Accreditation | Field::Level | Field::Edition | Field::Skills | Field::Basis => {
                self.mostly(self.digits)
            }
            Field::Centre | Field::ExamOn | Field::IssuedOn | Field::ValidUntil => self.mostly(self.dates),
            Field::Holder
            | Field::Name
            | Field::Surname
            | Field::GivenName
            | Field::Patronymic
            | Field::Post => true,
        }
    }
}

/// Returns the digits of a number with separators; anything else unchanged.
fn digits_of(cell: &str) -> String {
    let cell = cell.strip_suffix(".0").unwrap_or(cell);
    cell.chars().filter(|character| !character.is_whitespace() && *character != '-').collect()
}

/// A column that may hold a field.
struct Candidate {
    index: usize,
    field: Field,
    rank: Rank,
}

/// How well a column fits its field; the greatest value wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// By contents, without a known heading.
    Guess,
    VagueHeading,
    /// A clear heading over contents that do not fit, where another column has a clear heading too.
    ClearHeading,
    ClearHeadingAndContents,
    /// By contents that have a check character.
    Certain,
    Option,
}

fn candidate(heading: &str, contents: &Contents, canonical: bool) -> (Option<(Field, Rank)>, Why) {
    let certain = [(Field::Code, contents.codes), (Field::Document, contents.documents)];
    if let Some((field, _)) = certain.iter().find(|(_, count)| contents.mostly(*count)) {
        return (Some((*field, Rank::Certain)), Why::Contents);
    }
    match meaning(heading) {
        Some(Meaning::ProfessionOrPost) => (None, Why::ProfessionOrPost),
        Some(Meaning::Other) => (None, Why::Other),
        Some(Meaning::Field(field, clarity)) => {
            let fits = match clarity {
                Clarity::Counter => contents.are_numbers(),
                Clarity::Vague | Clarity::Clear => contents.filled == 0 || contents.fits(field),
            };
            let rank = match (clarity, fits) {
                (Clarity::Clear, true) if contents.filled > 0 => Rank::ClearHeadingAndContents,
                (Clarity::Clear, true) => Rank::ClearHeading,
                // The identifying columns are always read: a wrong value must be reported, not lost.
                (Clarity::Clear, false) if canonical || is_essential(field) => Rank::ClearHeading,
                (Clarity::Vague, true) => Rank::VagueHeading,
                (Clarity::Counter, true) => Rank::Guess,
                (_, false) => return (None, Why::Unknown),
            };
            (Some((field, rank)), Why::Heading)
        }
        None if contents.filled > 0
            && contents.persons.saturating_mul(5) >= contents.filled.saturating_mul(4) =>
        {
            (Some((Field::Holder, Rank::Guess)), Why::Contents)
        }
        None => (None, Why::Unknown),
    }
}

pub(crate) const fn is_essential(field: Field) -> bool {
    matches!(field, Field::Document | Field::Number | Field::Code | Field::Holder | Field::Name)
}

/// Chooses the columns. Returns them with what could not be decided: [`TableError::SeveralColumns`] for each field, of which none is
/// read then, and [`TableError::NoHeading`].
///
/// # Errors
/// [`TableError::NoColumn`].
pub(crate) fn choose(
    headings: &[String],
    sample: &[RawRow],
    options: &[(Field, Option<String>)],
) -> Result<(Vec<Column>, Vec<TableError>), TableError> {
    let mut problems = Vec::new();
    let mut fixed = Vec::new();
    let is_left_out = |field: Field| {
        let whole = if field.is_name_part() { Field::Name } else { field };
        options.iter().any(|(own, name)| name.is_none() && (*own == field || *own == whole))
    };
    for (field, name) in options {
        let Some(name) = name else { continue };
        let index = named(headings, name).ok_or_else(|| TableError::NoColumn { name: name.clone() })?;
        fixed.push((index, *field));
    }
    let mut columns = Vec::new();
    let mut candidates = Vec::new();
    let mut clear = Vec::new();
    // Dates after the column of another document belong to that document.
    let mut behind_other = false;
    for (index, heading) in headings.iter().enumerate() {
        behind_other = match meaning(heading) {
            Some(Meaning::Field(Field::Number | Field::Document | Field::Code, Clarity::Clear)) => false,
            _ => behind_other || is_of_other_document(heading),
        };
        let option = fixed.iter().find(|(fixed, _)| *fixed == index);
        let (found, why) = match option {
            Some((_, field)) => (Some((*field, Rank::Option)), Why::Option),
            None => {
                let contents = Contents::of(index, sample);
                let canonical = Field::ALL.iter().any(|field| normalise(field.name()) == normalise(heading));
                let (found, why) = candidate(heading, &contents, canonical);
                let (found, why) = match found {
                    Some((field, _)) if is_left_out(field) => (None, Why::Option),
                    Some((Field::IssuedOn | Field::ValidUntil, _)) if behind_other => (None, Why::Other),
                    found => (found, why),
                };
                let states = stated(heading, &contents, found.map(|(field, _)| field));
                let states = states.filter(|field| why != Why::Other && !is_left_out(*field));
                clear.extend(states.map(|field| (index, field)));
                // A counter is not the document number if there is another column for it.
                let found = found.map(|(field, rank)| match field {
                    Field::Number if contents.mostly(contents.counts) => {
                        (field, rank.min(Rank::ClearHeading))
                    }
                    Field::Holder
                        if rank == Rank::ClearHeadingAndContents && !contents.mostly(contents.persons) =>
                    {
                        (field, Rank::ClearHeading)
                    }
                    _ => (field, rank),
                });
                (found, why)
            }
        };
        columns.push(Column { index, heading: heading.trim().to_owned(), field: None, states: None, why });
        candidates.extend(found.map(|(field, rank)| Candidate { index, field, rank }));
    }
    for field in Field::ALL {
        let own = candidates.iter().filter(|candidate| candidate.field == *field);
        let Some(best) = own.clone().map(|candidate| candidate.rank).max() else { continue };
        let several = own.clone().filter(|candidate| candidate.rank == best).count() > 1;
        if several {
            let best = own.filter(|candidate| candidate.rank == best);
            let labels = best.filter_map(|candidate| Some(columns.get(candidate.index)?.label())).collect();
            problems.push(TableError::SeveralColumns { field: *field, columns: labels });
            continue;
        }
        for candidate in own {
            if let Some(column) = columns.get_mut(candidate.index) {
                if candidate.rank == best {
                    column.field = Some(*field);
                } else {
                    column.why = Why::Better;
                }
            }
        }
    }
    if !is_left_out(Field::Number) {
        guess_number(&mut columns, sample);
    }
    split_name(&mut columns, sample);
    join_names(&mut columns);
    also_state(&mut columns, &clear);
    if !columns.iter().any(|column| matches!(column.field, Some(Field::Number | Field::Document))) {
        problems.push(TableError::NoHeading { found: found(headings) });
    }
    Ok((columns, problems))
}

/// Returns the field that the heading of a column clearly names, whatever its contents. `candidate` is the field that it may hold
/// by heading and contents.
fn stated(heading: &str, contents: &Contents, candidate: Option<Field>) -> Option<Field> {
    let Some(Meaning::Field(field, clarity)) = meaning(heading) else { return None };
    // `Number` and `Code` alone may be the numbers of the rows, or codes of another kind.
    let bare = matches!(field, Field::Number | Field::Code) && normalise(heading) == field.name();
    let is_clear = match clarity {
        Clarity::Clear => !(bare && contents.mostly(contents.counts)),
        // Clear by its contents: `Квалификация` above codes.
        Clarity::Vague => {
            candidate == Some(field)
                && matches!(
                    field,
                    Field::Profession | Field::Edition | Field::Qualification | Field::Skills | Field::Centre
                )
        }
        Clarity::Counter => false,
    };
    is_clear.then_some(field)
}

/// The columns of `clear` that are not read, and whose field another column holds, are compared with that. A column that the options
/// name is the only one for its field.
fn also_state(columns: &mut [Column], clear: &[(usize, Field)]) {
    let of = |field: Field| if field.is_name_part() { Field::Name } else { field };
    let held = |columns: &[Column], field: Field, by_option: bool| {
        columns.iter().any(|column| {
            column.field.map(of) == Some(of(field)) && (!by_option || column.why == Why::Option)
        })
    };
    for (index, field) in clear {
        let is_compared = held(columns, *field, false) && !held(columns, *field, true);
        if let Some(column) = columns.get_mut(*index).filter(|column| is_compared && column.field.is_none()) {
            column.states = Some(*field);
        }
    }
}

/// If there are verification codes and no documents, the only column that can hold document numbers is used for them.
fn guess_number(columns: &mut [Column], sample: &[RawRow]) {
    let has = |field| columns.iter().any(|column| column.field == Some(field));
    if !has(Field::Code) || has(Field::Number) || has(Field::Document) {
        return;
    }
    let unknown = columns.iter_mut().filter(|column| column.field.is_none() && column.why == Why::Unknown);
    let mut numbers = unknown.filter(|column| Contents::of(column.index, sample).are_numbers());
    if let (Some(column), None) = (numbers.next(), numbers.next()) {
        (column.field, column.why) = (Some(Field::Number), Why::Contents);
    }
}

/// A column `Name` beside the surname is the given name, unless it has the surname too.
fn split_name(columns: &mut [Column], sample: &[RawRow]) {
    let of = |columns: &[Column], field| {
        columns.iter().find(|column| column.field == Some(field)).map(|column| column.index)
    };
    let (Some(name), Some(surname), None) =
        (of(columns, Field::Name), of(columns, Field::Surname), of(columns, Field::GivenName))
    else {
        return;
    };
    let cell = |row: &RawRow, index: usize| {
        row.cells.get(index).map(|cell| value(cell).to_lowercase()).unwrap_or_default()
    };
    let whole = sample.iter().any(|row| {
        let surname = cell(row, surname);
        !surname.is_empty() && cell(row, name).contains(&surname)
    });
    if let Some(column) = columns
        .iter_mut()
        .find(|column| column.index == name && normalise(&column.heading) == "name" && !whole)
    {
        column.field = Some(Field::GivenName);
    }
}

/// Parts of the name beside the whole name are only compared; a single part without others is the whole name.
fn join_names(columns: &mut [Column]) {
    let has = |columns: &[Column], field| columns.iter().any(|column| column.field == Some(field));
    let whole = has(columns, Field::Name);
    let surname = has(columns, Field::Surname);
    let given = has(columns, Field::GivenName);
    for column in columns.iter_mut().filter(|column| column.field.is_some_and(Field::is_name_part)) {
        if whole {
            (column.field, column.why) = (None, Why::Better);
        } else if !(surname && given) && column.field != Some(Field::Patronymic) {
            column.field = Some(Field::Name);
        }
    }
}

/// Returns the cells of a row for an error message.
pub(crate) fn found(cells: &[String]) -> String {
    let text: Vec<&str> = cells.iter().map(|cell| value(cell)).filter(|cell| !is_blank(cell)).collect();
    let text = text.join(", ").replace(char::is_control, " ");
    let short: String = text.chars().take(200).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests;
