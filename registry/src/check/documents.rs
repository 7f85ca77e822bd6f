//! The documents of a register: read once, in the order of their numbers, and checked on the way.
//!
//! A build reads the documents in the same pass. What the other tables say about a profession or an accreditation is read
//! when the first document needs it, and kept.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows};

use super::{Problem, ProblemKind, Severity};
use crate::RegistryError;
use crate::alike::skeleton;

/// The columns of a document, in the order in which they are read.
macro_rules! columns {
    ($($Column:ident $name:literal,)*) => {
        #[derive(Debug, Clone, Copy)]
        pub(crate) enum Column { $($Column,)* }

        const COLUMNS: &[&str] = &[$($name,)*];
    };
}

columns! {
    Number "number",
    Bin "bin",
    Profession "profession",
    Edition "edition",
    ExamOn "exam_on",
    IssuedOn "issued_on",
    ValidUntil "valid_until",
    HolderTag "holder_tag",
    NameTag "name_tag",
    SealCheck "seal_check",
    Sealed "sealed",
    // The columns from here on are read for warnings only.
    Serial "serial",
    Qualification "qualification",
    Level "level",
    Skills "skills",
    BasisKind "basis_kind",
    BasisId "basis_id",
}

/// The columns that errors are about.
const OF_ERRORS: usize = Column::Serial as usize;

fn select(columns: usize, rest: &str) -> String {
    format!("SELECT {} FROM documents {rest}", COLUMNS[..columns].join(", "))
}

/// A document as the register has it.
pub(crate) struct Document<'r> {
    row: &'r Row<'r>,
    /// Whether the table `sealed_later` lists it.
    pub(crate) is_sealed_later: bool,
}

impl<'r> Document<'r> {
    /// Returns a column; `NULL` for one that was not read.
    pub(crate) fn value(&self, column: Column) -> ValueRef<'r> {
        self.row.get_ref(column as usize).unwrap_or(ValueRef::Null)
    }

    /// Returns the bytes of a text; an empty slice for `NULL`.
    fn text(&self, column: Column) -> &'r [u8] {
        bytes(self.value(column))
    }

    fn is_null(&self, column: Column) -> bool {
        self.value(column) == ValueRef::Null
    }

    fn place(&self) -> String {
        format!("documents {}", String::from_utf8_lossy(self.text(Column::Number)))
    }
}

fn bytes(value: ValueRef<'_>) -> &[u8] {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        // The columns are TEXT or BLOB, so SQLite stores no numbers in them.
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => &[],
    }
}

/// Reads all documents in the order of their numbers, checks each, and passes it to `visit`.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails, and the errors of `visit`.
pub(crate) fn scan(
    connection: &Connection,
    mut checks: Option<&mut DocumentChecks<'_>>,
    visit: &mut dyn FnMut(&Document<'_>) -> Result<(), RegistryError>,
) -> Result<(), RegistryError> {
    let mut later = connection.prepare("SELECT number FROM sealed_later ORDER BY number")?;
    let mut later = Numbers::new(later.query(())?)?;
    let columns = checks.as_ref().map_or(OF_ERRORS, |checks| checks.columns());
    let mut statement = connection.prepare(&select(columns, "ORDER BY number"))?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let mut document = Document { row, is_sealed_later: false };
        let number = document.text(Column::Number);
        while let Some(unlisted) = later.take_before(number)? {
            if let Some(checks) = &mut checks {
                checks.not_sealed(&unlisted);
            }
        }
        document.is_sealed_later = later.take_equal(number)?;
        if let Some(checks) = &mut checks {
            checks.document(&document)?;
        }
        visit(&document)?;
    }
    while let Some(unlisted) = later.take()? {
        if let Some(checks) = &mut checks {
            checks.not_sealed(&unlisted);
        }
    }
    Ok(())
}

/// The numbers of another table, in the same order.
struct Numbers<'s> {
    rows: Rows<'s>,
    next: Option<Vec<u8>>,
}

impl<'s> Numbers<'s> {
    fn new(rows: Rows<'s>) -> Result<Self, RegistryError> {
        let mut numbers = Self { rows, next: None };
        numbers.take()?;
        Ok(numbers)
    }

    /// Returns the next number.
    fn take(&mut self) -> Result<Option<Vec<u8>>, RegistryError> {
        let next =
            self.rows.next()?.map(|row| row.get_ref(0).map(|number| bytes(number).to_vec())).transpose()?;
        Ok(std::mem::replace(&mut self.next, next))
    }

    /// Returns the next number if it is before `number`.
    fn take_before(&mut self, number: &[u8]) -> Result<Option<Vec<u8>>, RegistryError> {
        if self.next.as_deref().is_some_and(|next| next < number) { self.take() } else { Ok(None) }
    }

    /// Returns whether the next number is `number`, and takes it in this case.
    fn take_equal(&mut self, number: &[u8]) -> Result<bool, RegistryError> {
        let is_equal = self.next.as_deref() == Some(number);
        if is_equal {
            self.take()?;
        }
        Ok(is_equal)
    }
}

/// What the other tables say about values of documents, by these values.
struct Known<T> {
    entries: HashMap<Vec<u8>, T>,
    /// The key of the current look-up.
    key: Vec<u8>,
}

impl<T> Known<T> {
    fn new() -> Self {
        Self { entries: HashMap::new(), key: Vec::new() }
    }

    fn get(
        &mut self,
        values: &[ValueRef<'_>],
        read: impl FnOnce() -> rusqlite::Result<T>,
    ) -> rusqlite::Result<&T> {
        self.key.clear();
        for value in values {
            let bytes = bytes(*value);
            self.key.push(u8::from(matches!(value, ValueRef::Blob(_))));
            self.key.extend_from_slice(&bytes.len().to_ne_bytes());
            self.key.extend_from_slice(bytes);
        }
        if !self.entries.contains_key(self.key.as_slice()) {
            self.entries.insert(self.key.clone(), read()?);
        }
        // The entry was inserted above if it was missing.
        self.entries.get(self.key.as_slice()).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }
}

/// The columns `valid_from` and `valid_until`. Dates are compared as text, as SQLite does.
struct Interval {
    from: Vec<u8>,
    until: Vec<u8>,
}

impl Interval {
    fn contains(&self, day: &[u8]) -> bool {
        self.from.as_slice() <= day && (self.until.is_empty() || self.until.as_slice() >= day)
    }
}

fn is_within(intervals: Option<&Vec<Interval>>, day: &[u8]) -> bool {
    intervals.is_some_and(|intervals| intervals.iter().any(|interval| interval.contains(day)))
}

/// Runs a query whose first two columns are an interval.
fn each(
    connection: &Connection,
    sql: &str,
    parameters: &[ValueRef<'_>],
    mut visit: impl FnMut(Interval, &Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows =
        statement.query(rusqlite::params_from_iter(parameters.iter().map(|value| Parameter(*value))))?;
    while let Some(row) = rows.next()? {
        visit(Interval { from: owned(row, 0)?, until: owned(row, 1)? }, row)?;
    }
    Ok(())
}

/// A value of a document as the parameter of a query.
struct Parameter<'v>(ValueRef<'v>);

impl rusqlite::ToSql for Parameter<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::Borrowed(self.0))
    }
}

fn owned(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(bytes(row.get_ref(column)?).to_vec())
}

fn exists(connection: &Connection, sql: &str, parameters: &[ValueRef<'_>]) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached(sql)?;
    statement.exists(rusqlite::params_from_iter(parameters.iter().map(|value| Parameter(*value))))
}

/// An edition of a profession.
struct Profession {
    is_listed: bool,
    versions: Vec<Interval>,
    /// Those in which another law decides.
    mandatory: Vec<Interval>,
    /// By kind and id.
    bases: HashMap<(Vec<u8>, Vec<u8>), Vec<Interval>>,
    /// The level of each qualification.
    levels: HashMap<Vec<u8>, Vec<u8>>,
}

impl Profession {
    fn read(connection: &Connection, key: &[ValueRef<'_>]) -> rusqlite::Result<Self> {
        let sql = "SELECT 1 FROM professions WHERE code = ?1 AND edition = ?2";
        let mut profession = Self {
            is_listed: exists(connection, sql, key)?,
            versions: Vec::new(),
            mandatory: Vec::new(),
            bases: HashMap::new(),
            levels: HashMap::new(),
        };
        let sql = "SELECT valid_from, valid_until, mode FROM profession_versions WHERE profession = ?1 AND edition = ?2";
        each(connection, sql, key, |interval, row| {
            if owned(row, 2)? == b"mandatory" {
                profession
                    .mandatory
                    .push(Interval { from: interval.from.clone(), until: interval.until.clone() });
            }
            profession.versions.push(interval);
            Ok(())
        })?;
        let sql =
            "SELECT valid_from, valid_until, kind, id FROM bases WHERE profession = ?1 AND edition = ?2";
        each(connection, sql, key, |interval, row| {
            profession.bases.entry((owned(row, 2)?, owned(row, 3)?)).or_default().push(interval);
            Ok(())
        })?;
        let sql = "SELECT '', '', code, level FROM qualifications WHERE profession = ?1 AND edition = ?2";
        each(connection, sql, key, |_, row| {
            profession.levels.insert(owned(row, 2)?, owned(row, 3)?);
            Ok(())
        })?;
        Ok(profession)
    }
}

/// An accreditation of a centre.
struct Accreditation {
    validity: Vec<Interval>,
    /// The day and the kind of each event.
    events: Vec<(Vec<u8>, Vec<u8>)>,
    /// By profession.
    scopes: HashMap<Vec<u8>, Vec<Interval>>,
}

impl Accreditation {
    fn read(connection: &Connection, key: &[ValueRef<'_>]) -> rusqlite::Result<Self> {
        let mut accreditation = Self { validity: Vec::new(), events: Vec::new(), scopes: HashMap::new() };
        let sql = "SELECT valid_from, valid_until FROM accreditations WHERE bin = ?1 AND serial = ?2";
        each(connection, sql, key, |interval, _| {
            accreditation.validity.push(interval);
            Ok(())
        })?;
        let sql = "SELECT '', '', happened_on, kind FROM accreditation_events WHERE bin = ?1 AND serial = ?2";
        each(connection, sql, key, |_, row| {
            accreditation.events.push((owned(row, 2)?, owned(row, 3)?));
            Ok(())
        })?;
        let sql = "SELECT valid_from, valid_until, profession FROM accreditation_scopes WHERE bin = ?1 AND serial = ?2";
        each(connection, sql, key, |interval, row| {
            accreditation.scopes.entry(owned(row, 2)?).or_default().push(interval);
            Ok(())
        })?;
        Ok(accreditation)
    }

    /// Returns the number of events that end the accreditation before a day, and that no other event has undone by then.
    fn ended_before(&self, day: &[u8]) -> usize {
        let is_ended = |(on, kind): &&(Vec<u8>, Vec<u8>)| {
            let is_resumed = |(resumed_on, other): &(Vec<u8>, Vec<u8>)| {
                other == b"resumed" && resumed_on > on && resumed_on.as_slice() <= day
            };
            kind != b"resumed" && on.as_slice() <= day && !self.events.iter().any(is_resumed)
        };
        self.events.iter().filter(is_ended).count()
    }
}

/// The checks of documents, with their findings so far.
pub(crate) struct DocumentChecks<'c> {
    connection: &'c Connection,
    /// The least severe problems to look for.
    least: Severity,
    centres: Known<bool>,
    professions: Known<Profession>,
    accreditations: Known<Accreditation>,
    problems: Vec<Problem>,
    holder_tags: Fingerprints,
    name_tags: Fingerprints,
    skeletons: Fingerprints,
}

impl<'c> DocumentChecks<'c> {
    /// Begins a check for problems that are at least as severe as `least`.
    pub(crate) fn new(connection: &'c Connection, least: Severity) -> Self {
        Self {
            connection,
            least,
            centres: Known::new(),
            professions: Known::new(),
            accreditations: Known::new(),
            problems: Vec::new(),
            holder_tags: Fingerprints::default(),
            name_tags: Fingerprints::default(),
            skeletons: Fingerprints::default(),
        }
    }

    fn columns(&self) -> usize {
        if self.least == Severity::Error { OF_ERRORS } else { COLUMNS.len() }
    }

    fn not_sealed(&mut self, number: &[u8]) {
        let place = format!("sealed_later {}", String::from_utf8_lossy(number));
        self.problems.push(Problem { kind: ProblemKind::NotSealed, place });
    }

    /// Checks a document of a scan.
    fn document(&mut self, document: &Document<'_>) -> Result<(), RegistryError> {
        if document.is_sealed_later && document.is_null(Column::Sealed) {
            self.not_sealed(document.text(Column::Number));
        }
        self.holder_tags.add(document.value(Column::HolderTag));
        self.name_tags.add(document.value(Column::NameTag));
        if self.least == Severity::Warning {
            self.skeletons.add_text(&skeleton_of(document.value(Column::Number)));
        }
        self.content(document)
    }

    /// Checks what a document states against the other tables.
    fn content(&mut self, document: &Document<'_>) -> Result<(), RegistryError> {
        let problems = &mut self.problems;
        let mut report = |kind| problems.push(Problem { kind, place: document.place() });
        let key = [document.value(Column::Profession), document.value(Column::Edition)];
        let profession = self.professions.get(&key, || Profession::read(self.connection, &key))?;
        let key = [document.value(Column::Bin)];
        let sql = "SELECT 1 FROM centres WHERE bin = ?1";
        let has_centre = *self.centres.get(&key, || exists(self.connection, sql, &key))?;
        let [exam, issue, until] =
            [Column::ExamOn, Column::IssuedOn, Column::ValidUntil].map(|one| document.text(one));
        for (is_wrong, kind) in [
            (!profession.is_listed, ProblemKind::DanglingProfession),
            (!has_centre, ProblemKind::DanglingCentre),
            (!until.is_empty() && until < issue, ProblemKind::Reversed),
            (exam > issue, ProblemKind::ExamAfterIssue),
            (is_half_sealed(document), ProblemKind::HalfSealed),
        ] {
            if is_wrong {
                report(kind);
            }
        }
        for (column, required) in
            [(Column::ExamOn, true), (Column::IssuedOn, true), (Column::ValidUntil, false)]
        {
            let value = document.value(column);
            if !(is_day(value) || !required && bytes(value).is_empty()) {
                let text = String::from_utf8_lossy(bytes(value));
                let place = format!("{}: {} {text}", document.place(), COLUMNS[column as usize]);
                self.problems.push(Problem { kind: ProblemKind::BadDate, place });
            }
        }
        if self.least == Severity::Error {
            return Ok(());
        }
        let problems = &mut self.problems;
        let mut report = |kind| problems.push(Problem { kind, place: document.place() });
        let key = [document.value(Column::Bin), document.value(Column::Serial)];
        let accreditation = self.accreditations.get(&key, || Accreditation::read(self.connection, &key))?;
        let basis = (document.text(Column::BasisKind).to_vec(), document.text(Column::BasisId).to_vec());
        let qualification = document.text(Column::Qualification);
        let level = profession.levels.get(qualification).filter(|_| !document.is_null(Column::Qualification));
        let in_force = |day| is_within(Some(&accreditation.validity), day);
        for (is_wrong, kind) in [
            (!is_within(Some(&profession.versions), issue), ProblemKind::ProfessionNotInForce),
            (is_within(Some(&profession.mandatory), issue), ProblemKind::MandatoryProfession),
            (!is_within(profession.bases.get(&basis), exam), ProblemKind::BasisNotInForce),
            (!in_force(exam), ProblemKind::ExaminedOutsideAccreditation),
            (!in_force(issue), ProblemKind::IssuedOutsideAccreditation),
            (
                !is_within(accreditation.scopes.get(document.text(Column::Profession)), exam),
                ProblemKind::OutsideScope,
            ),
            (
                !document.text(Column::Skills).is_empty() && qualification.is_empty(),
                ProblemKind::SkillFieldsMissing,
            ),
            (!qualification.is_empty() && level.is_none(), ProblemKind::UnknownQualification),
            (level.is_some_and(|level| level != document.text(Column::Level)), ProblemKind::OtherLevel),
            (issue < BEGINNING_OF_THE_LAW, ProblemKind::BeforeTheLaw),
        ] {
            if is_wrong {
                report(kind);
            }
        }
        (0..accreditation.ended_before(exam)).for_each(|_| report(ProblemKind::ExaminedAfterRevocation));
        Ok(())
    }

    /// Returns all findings, those of each kind in the order of the documents. They include what only a comparison of all
    /// documents shows.
    pub(crate) fn finish(mut self) -> Result<Vec<Problem>, RegistryError> {
        let mut copied = HashSet::new();
        for (fingerprints, column) in [(self.holder_tags, "holder_tag"), (self.name_tags, "name_tag")] {
            let tag = |value: ValueRef<'_>| (value != ValueRef::Null).then(|| bytes(value).to_vec());
            copied.extend(fingerprints.repeated(self.connection, column, tag)?);
        }
        let alike = self
            .skeletons
            .repeated(self.connection, "number", |number| Some(skeleton_of(number).into_bytes()))?;
        for (kind, numbers) in
            [(ProblemKind::CopiedRecord, copied.into_iter().collect()), (ProblemKind::LookAlikeNumber, alike)]
        {
            let mut numbers: Vec<Vec<u8>> = numbers;
            numbers.sort_unstable();
            let place = |number: Vec<u8>| format!("documents {}", String::from_utf8_lossy(&number));
            self.problems.extend(numbers.into_iter().map(|number| Problem { kind, place: place(number) }));
        }
        Ok(self.problems)
    }
}

/// The day on which the Law entered into force (art. 31).
const BEGINNING_OF_THE_LAW: &[u8] = b"2023-09-04";

/// Returns the problems of one document, whatever the other documents are.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub(super) fn check_one(connection: &Connection, number: &str) -> Result<Vec<Problem>, RegistryError> {
    let mut checks = DocumentChecks::new(connection, Severity::Warning);
    let mut statement = connection.prepare_cached(&select(COLUMNS.len(), "WHERE number = ?1"))?;
    let mut rows = statement.query((number,))?;
    while let Some(row) = rows.next()? {
        checks.content(&Document { row, is_sealed_later: false })?;
    }
    Ok(checks.problems)
}

fn is_half_sealed(document: &Document<'_>) -> bool {
    let [first, rest @ ..] = [Column::HolderTag, Column::NameTag, Column::SealCheck, Column::Sealed]
        .map(|column| document.is_null(column));
    rest.iter().any(|is_null| *is_null != first)
}

fn skeleton_of(number: ValueRef<'_>) -> String {
    std::str::from_utf8(bytes(number)).map(skeleton).unwrap_or_default()
}

/// Returns whether a value is a day of the Gregorian calendar in the form YYYY-MM-DD.
fn is_day(value: ValueRef<'_>) -> bool {
    let ValueRef::Text(text) = value else { return false };
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return false };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(|digit| digit.is_ascii_digit()) {
        return false;
    }
    let number =
        |digits: &[&u8]| digits.iter().fold(0u32, |number, digit| number * 10 + u32::from(**digit - b'0'));
    let (year, month, day) = (number(&digits[..4]), number(&digits[4..6]), number(&digits[6..]));
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Finds values that several documents have. It keeps eight bytes for each value, so a repeated one is only suspected until the
/// values themselves are compared.
#[derive(Default)]
struct Fingerprints(Vec<u64>);

impl Fingerprints {
    fn of(value: &[u8]) -> u64 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }

    fn add(&mut self, value: ValueRef<'_>) {
        if value != ValueRef::Null {
            self.0.push(Self::of(bytes(value)));
        }
    }

    fn add_text(&mut self, text: &str) {
        self.0.push(Self::of(text.as_bytes()));
    }

    /// Returns the numbers of the documents whose value another document has too. `value` derives it from `column`; `None` is
    /// never a repeated one.
    fn repeated(
        mut self,
        connection: &Connection,
        column: &str,
        value: impl Fn(ValueRef<'_>) -> Option<Vec<u8>>,
    ) -> Result<Vec<Vec<u8>>, RegistryError> {
        self.0.sort_unstable();
        let suspected: HashSet<u64> =
            self.0.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        if suspected.is_empty() {
            return Ok(Vec::new());
        }
        let mut numbers: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
        let mut statement = connection.prepare(&format!("SELECT number, {column} FROM documents"))?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            if let Some(value) = value(row.get_ref(1)?).filter(|value| suspected.contains(&Self::of(value))) {
                numbers.entry(value).or_default().push(owned(row, 0)?);
            }
        }
        Ok(numbers.into_values().filter(|numbers| numbers.len() > 1).flatten().collect())
    }
}
