//! Checks a register and reports each problem with its table and row.
//!
//! A snapshot cannot carry an error (a reference to a missing row, overlapping versions). It can carry a warning, and
//! verifiers report it on the documents concerned (for example an exam outside the centre's accreditation).
//!
//! ```
//! use rastau_registry::Register;
//! use rastau_registry::check::{ProblemKind, Severity, check};
//!
//! let directory = tempfile::tempdir()?;
//! let register = Register::create(&directory.path().join("register.sqlite"), "kz.example", "2023-09-04")?;
//! assert!(check(&register)?.is_empty());
//!
//! let sql = "INSERT INTO cancellations (number, cancelled_on, ground, reinstated_on) VALUES ('N-1', '2026-01-01', 'court-decision', NULL)";
//! register.connection().execute(sql, ())?;
//! let problems = check(&register)?;
//! assert_eq!(problems[0].kind, ProblemKind::DanglingDocument);
//! assert_eq!(problems[0].kind.severity(), Severity::Error);
//! assert_eq!(problems[0].place, "cancellations N-1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod documents;

use rusqlite::Connection;

use crate::{Register, RegistryError, audit};
pub(crate) use documents::{Column, Document, DocumentChecks, scan};

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No snapshot can be built.
    Error,
    /// The snapshot can be built; verifications report the problem.
    Warning,
}

/// A problem of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// The table and row, as in `documents 240000000001`.
    pub place: String,
}

macro_rules! problem_kinds {
    ($($severity:ident $kind:ident $name:literal $text:literal [$($sql:literal)?];)*) => {
        /// What is wrong with a row of a register.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ProblemKind {
            $(#[doc = concat!("`", $name, "`: the row ", $text, ".")] $kind,)*
        }

        impl ProblemKind {
            /// All kinds, in the order in which they are reported.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Returns whether a snapshot can be built nevertheless.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$kind => Severity::$severity,)* }
            }

            /// Returns the stable name, as in `dangling-centre`. Kinds that are the same problem in different tables
            /// share it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// Returns what is wrong, in English: a predicate, to be put after the table and row.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$kind => $text,)* }
            }
        }

        /// The checks of other tables than `documents`, one query each. Its single column contains the places of the rows found.
        const QUERIES: &[(ProblemKind, &str)] = &[$($((ProblemKind::$kind, $sql),)?)*];
    };
}

/// The form of a date, as a condition in SQL.
const DATE: &str = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";

/// The date columns of other tables than `documents`: table, column that names the row, date column, and whether it is required.
const DATES: [(&str, &str, &str, bool); 16] = [
    ("profession_versions", "profession", "valid_from", true),
    ("profession_versions", "profession", "valid_until", false),
    ("bases", "id", "valid_from", true),
    ("bases", "id", "valid_until", false),
    ("accreditations", "serial", "valid_from", true),
    ("accreditations", "serial", "valid_until", false),
    ("accreditation_events", "serial", "happened_on", true),
    ("accreditation_scopes", "serial", "valid_from", true),
    ("accreditation_scopes", "serial", "valid_until", false),
    ("issuing_keys", "public_key", "valid_from", true),
    ("calendar_years", "year", "covered_from", true),
    ("calendar_years", "year", "covered_until", true),
    ("calendar", "day", "day", true),
    ("calendar", "day", "related", false),
    ("cancellations", "number", "cancelled_on", true),
    ("cancellations", "number", "reinstated_on", false),
];

problem_kinds! {
    Error BadDate "bad-date" "is not a date; write it as YYYY-MM-DD" [];
    Error DanglingProfession "dangling-profession" "refers to a profession that is not in the register"
        ["SELECT 'profession_versions ' || profession FROM profession_versions v WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = v.profession AND p.edition = v.edition)
         UNION ALL SELECT 'bases ' || id FROM bases b WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = b.profession AND p.edition = b.edition)
         UNION ALL SELECT 'qualifications ' || code FROM qualifications q WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = q.profession AND p.edition = q.edition)
         UNION ALL SELECT 'skills ' || code FROM skills s WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = s.profession AND p.edition = s.edition)
         UNION ALL SELECT 'accreditation_scopes ' || serial || ' ' || profession FROM accreditation_scopes s WHERE NOT EXISTS (SELECT 1 FROM professions p WHERE p.code = s.profession)"];
    Error DanglingCentre "dangling-centre" "refers to a centre that is not in the register"
        ["SELECT 'accreditations ' || serial FROM accreditations a WHERE NOT EXISTS (SELECT 1 FROM centres c WHERE c.bin = a.bin)
         UNION ALL SELECT 'issuing_keys ' || public_key FROM issuing_keys k WHERE NOT EXISTS (SELECT 1 FROM centres c WHERE c.bin = k.bin)"];
    Error DanglingAccreditation "dangling-accreditation" "refers to an accreditation that the centre does not have"
        ["SELECT 'accreditation_events ' || serial FROM accreditation_events e WHERE NOT EXISTS (SELECT 1 FROM accreditations a WHERE a.bin = e.bin AND a.serial = e.serial)
         UNION ALL SELECT 'accreditation_scopes ' || serial FROM accreditation_scopes s WHERE NOT EXISTS (SELECT 1 FROM accreditations a WHERE a.bin = s.bin AND a.serial = s.serial)"];
    Error DanglingDocument "dangling-document" "cancels a document that is not in the register"
        ["SELECT 'cancellations ' || number FROM cancellations c WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.number = c.number)"];
    Error NotCancelled "not-cancelled" "is marked as replaced, and is not cancelled"
        ["SELECT 'replaced_documents ' || number FROM replaced_documents r WHERE NOT EXISTS (SELECT 1 FROM cancellations c WHERE c.number = r.number)"];
    Error NotSealed "not-sealed" "is marked as sealed later, and has no sealed record" [];
    Error OverlappingVersions "overlap" "overlaps another version of the same profession"
        ["SELECT 'profession_versions ' || a.profession || ' from ' || b.valid_from FROM profession_versions a JOIN profession_versions b ON a.profession = b.profession AND a.edition = b.edition AND a.valid_from < b.valid_from WHERE a.valid_until IS NULL OR a.valid_until = '' OR a.valid_until >= b.valid_from"];
    Error OverlappingScopes "overlap" "overlaps another interval of the same scope"
        ["SELECT 'accreditation_scopes ' || a.serial || ' ' || a.profession || ' from ' || b.valid_from FROM accreditation_scopes a JOIN accreditation_scopes b ON a.bin = b.bin AND a.serial = b.serial AND a.profession = b.profession AND a.valid_from < b.valid_from WHERE a.valid_until IS NULL OR a.valid_until = '' OR a.valid_until >= b.valid_from"];
    Error OverlappingCancellations "overlap" "is cancelled again before it was reinstated"
        ["SELECT 'cancellations ' || a.number || ' ' || b.cancelled_on FROM cancellations a JOIN cancellations b ON a.number = b.number AND a.cancelled_on < b.cancelled_on WHERE a.reinstated_on IS NULL OR a.reinstated_on = '' OR a.reinstated_on > b.cancelled_on"];
    Error Reversed "reversed" "ends before it begins"
        ["SELECT 'profession_versions ' || profession FROM profession_versions WHERE valid_until < valid_from AND valid_until <> ''
         UNION ALL SELECT 'bases ' || id FROM bases WHERE valid_until < valid_from AND valid_until <> ''
         UNION ALL SELECT 'accreditations ' || serial FROM accreditations WHERE valid_until < valid_from AND valid_until <> ''
         UNION ALL SELECT 'accreditation_scopes ' || serial || ' ' || profession FROM accreditation_scopes WHERE valid_until < valid_from AND valid_until <> ''
         UNION ALL SELECT 'issuing_keys ' || public_key FROM issuing_keys WHERE valid_until < valid_from AND valid_until <> ''
         UNION ALL SELECT 'calendar_years ' || year FROM calendar_years WHERE covered_until < covered_from
         UNION ALL SELECT 'cancellations ' || number FROM cancellations WHERE reinstated_on < cancelled_on AND reinstated_on <> ''"];
    Error ExamAfterIssue "exam-after-issue" "has an exam after its issue" [];
    Error HalfSealed "half-sealed" "has some of its tags and sealed attributes, but not all" [];
    Error CopiedRecord "copied-record" "has the tags of another document, so that no verification code opens its record" [];
    Error BadName "bad-name" "has a word that is not in the schema"
        ["SELECT 'profession_versions ' || profession || ' mode ' || mode FROM profession_versions WHERE mode NOT IN ('voluntary', 'mandatory')
         UNION ALL SELECT 'bases ' || id || ' kind ' || kind FROM bases WHERE kind NOT IN ('standard', 'qualification-requirements')
         UNION ALL SELECT 'accreditations ' || serial || ' route ' || route FROM accreditations WHERE route NOT IN ('this-law', 'conformity-assessment')
         UNION ALL SELECT 'accreditation_events ' || serial || ' kind ' || kind FROM accreditation_events WHERE kind NOT IN ('revoked', 'resumed', 'liquidated', 'court-ban')
         UNION ALL SELECT 'issuing_keys ' || public_key || ' algorithm ' || algorithm FROM issuing_keys WHERE algorithm NOT IN ('ed25519', 'p256')
         UNION ALL SELECT 'calendar ' || day || ' kind ' || kind FROM calendar WHERE kind NOT IN ('holiday', 'day-off', 'worked')
         UNION ALL SELECT 'cancellations ' || number || ' ground ' || ground FROM cancellations WHERE ground NOT IN ('confirmed-complaint', 'court-decision', 'issued-in-error', 'holder-request', 'other-law')"];
    Error CalendarYear "calendar-year" "is not one of the years that verifiers look up, 2023 to 2086"
        ["SELECT 'calendar_years ' || year FROM calendar_years WHERE year NOT BETWEEN 2023 AND 2086"];
    Error CalendarCoverage "calendar-coverage" "covers days of another year"
        ["SELECT 'calendar_years ' || year FROM calendar_years WHERE CAST(substr(covered_from, 1, 4) AS INTEGER) <> year OR CAST(substr(covered_until, 1, 4) AS INTEGER) <> year"];
    Error CalendarWithoutYear "calendar-without-year" "is in a year that is not in calendar_years"
        ["SELECT 'calendar ' || day FROM calendar c WHERE NOT EXISTS (SELECT 1 FROM calendar_years y WHERE y.year = CAST(substr(c.day, 1, 4) AS INTEGER))"];
    Error CalendarOutside "calendar-outside" "is outside the days that its year covers"
        ["SELECT 'calendar ' || c.day FROM calendar c JOIN calendar_years y ON y.year = CAST(substr(c.day, 1, 4) AS INTEGER) WHERE c.day < y.covered_from OR c.day > y.covered_until"];
    Error CalendarName "calendar-name" "has a name of more than 40 characters, or with characters other than a-z and -"
        ["SELECT 'calendar ' || day || ' name ' || name FROM calendar WHERE length(name) > 40 OR name GLOB '*[^a-z-]*'"];
    Error CalendarMany "calendar-many" "has more than 64 special days"
        ["SELECT 'calendar_years ' || substr(day, 1, 4) FROM calendar GROUP BY substr(day, 1, 4) HAVING count(*) > 64"];
    Warning CalendarGap "calendar-gap" "begins after a gap; verifiers use neither it nor later years"
        ["SELECT 'calendar_years ' || year FROM calendar_years b WHERE EXISTS (SELECT 1 FROM calendar_years a WHERE a.year < b.year) AND NOT EXISTS (SELECT 1 FROM calendar_years a WHERE a.year < b.year AND date(a.covered_until, '+1 day') = b.covered_from)"];
    Warning WorkedWeekday "worked-weekday" "is marked as a worked weekend day, but is not a Saturday or Sunday"
        ["SELECT 'calendar ' || day FROM calendar WHERE kind = 'worked' AND strftime('%w', day) NOT IN ('0', '6')"];
    Warning DayOffForNothing "day-off-for-nothing" "is a day off without the day that it replaces"
        ["SELECT 'calendar ' || day FROM calendar WHERE kind = 'day-off' AND (related IS NULL OR related = '')"];
    Warning ProfessionNotInForce "profession-not-in-force" "was issued when its profession was not in the register (art. 15.1)" [];
    Warning MandatoryProfession "mandatory-profession" "is for a profession in which another law decides (art. 15.5)" [];
    Warning BasisNotInForce "basis-not-in-force" "was examined against a basis that was not in force on the day of the exam (art. 15.4)" [];
    Warning ExaminedOutsideAccreditation "outside-accreditation" "was examined outside its centre's accreditation (art. 15.3, 17.1)" [];
    Warning ExaminedAfterRevocation "outside-accreditation" "was examined after its centre's accreditation was revoked (art. 26.6)" [];
    Warning IssuedOutsideAccreditation "issued-outside-accreditation" "was issued outside its centre's accreditation (art. 15.3, 17.1)" [];
    Warning OutsideScope "outside-scope" "is for a profession that the accreditation did not cover on the day of the exam (art. 15.3)" [];
    Warning LookAlikeNumber "look-alike-number" "has a number that people cannot tell from that of another document" [];
    Warning SkillFieldsMissing "skill-fields-missing" "is for skills but names no qualification (art. 20.3)" [];
    Warning UnknownQualification "unknown-qualification" "names a qualification that the register does not have" [];
    Warning OtherLevel "other-level" "states a level that is not the registered one of its qualification" [];
    Warning CancelledBeforeIssue "cancelled-before-issue" "was cancelled before its issue"
        ["SELECT 'cancellations ' || c.number FROM cancellations c JOIN documents d ON d.number = c.number WHERE c.cancelled_on < d.issued_on"];
    Warning LongAccreditation "long-accreditation" "runs for more than three years (art. 23.2(5))"
        ["SELECT 'accreditations ' || serial FROM accreditations WHERE route = 'this-law' AND (valid_until IS NULL OR valid_until = '' OR valid_until > date(valid_from, '+3 years'))"];
    Warning BeforeTheLaw "before-the-law" "was issued before the Law was in force (art. 31)" [];
    Error AuditChain "audit-chain" "does not follow from the line before it: the audit table was altered; restore the register from a backup" [];
    Error AuditHead "audit-head" "has no line with the hash that was kept elsewhere: lines were removed, or the table was replaced; restore the register from a backup" [];
    Error ContradictsAudit "contradicts-audit" "is not as the audit table records it: it was changed directly in the database; restore it" [];
    Warning ChangedPastAudit "changed-past-audit" "is not as the audit table records it: it was changed directly in the database" [];
    Warning UnrecordedRows "unrecorded-rows" "so rows were added or removed directly in the database" [];
    Warning ReopenedKey "reopened-key" "had ended and ends later now, by the audit table: what a thief signs with it counts again" [];
    Warning AuditTime "audit-time" "is dated before the line before it; compare this computer's clock" [];
    Warning WithoutBasis "without-basis" "has neither a standard nor qualification requirements (art. 15.4)"
        ["SELECT 'professions ' || code FROM professions p WHERE NOT EXISTS (SELECT 1 FROM bases b WHERE b.profession = p.code AND b.edition = p.edition)"];
}

/// Returns all problems of a register, errors first, otherwise in the order of the checks. Documents are read once.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn check(register: &Register) -> Result<Vec<Problem>, RegistryError> {
    let mut problems = content_problems(register.connection(), Severity::Warning)?;
    problems.extend(audit::problems(register.connection())?);
    problems.sort_by_key(|problem| (problem.kind.severity(), problem.kind));
    Ok(problems)
}

/// Returns the number of problems for which no snapshot can be built. It does not look for warnings and does not read
/// the audit table, which is not part of a snapshot.
///
/// # Errors
/// As [`check`].
pub fn count_errors(register: &Register) -> Result<usize, RegistryError> {
    Ok(content_problems(register.connection(), Severity::Error)?.len())
}

/// Returns the problems that are at least as severe as `least`.
fn content_problems(connection: &Connection, least: Severity) -> Result<Vec<Problem>, RegistryError> {
    let mut problems = table_problems(connection, least)?;
    let mut checks = DocumentChecks::new(connection, least);
    scan(connection, Some(&mut checks), &mut |_| Ok(()))?;
    problems.extend(checks.finish()?);
    Ok(problems)
}

/// Returns the problems of the other tables than `documents`.
pub(crate) fn table_problems(
    connection: &Connection,
    least: Severity,
) -> Result<Vec<Problem>, RegistryError> {
    let mut problems = Vec::new();
    bad_dates(connection, &mut problems)?;
    for (kind, sql) in QUERIES.iter().filter(|(kind, _)| kind.severity() <= least) {
        rows(connection, sql, |place| problems.push(Problem { kind: *kind, place }))?;
    }
    Ok(problems)
}

/// Returns the problems of one document, whatever else is wrong with the register.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn check_document(connection: &Connection, number: &str) -> Result<Vec<Problem>, RegistryError> {
    let mut problems = documents::check_one(connection, number)?;
    problems.sort_by_key(|problem| (problem.kind.severity(), problem.kind));
    Ok(problems)
}

fn bad_dates(connection: &Connection, problems: &mut Vec<Problem>) -> Result<(), RegistryError> {
    for (table, name, column, required) in DATES {
        let empty = if required { String::new() } else { format!("{column} <> '' AND ") };
        // For a day that the calendar does not have, SQLite's date() returns NULL or another day.
        let sql = format!(
            "SELECT '{table} ' || {name} || ': {column} ' || {column} FROM {table} \
             WHERE {empty}(NOT {column} {DATE} OR date({column}) IS NOT {column})"
        );
        rows(connection, &sql, |place| problems.push(Problem { kind: ProblemKind::BadDate, place }))?;
    }
    Ok(())
}

fn rows(connection: &Connection, sql: &str, mut visit: impl FnMut(String)) -> Result<(), RegistryError> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        visit(row.get(0)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
