//! Converts the register's tables to the snapshot's rows, sorted by key. These tables are small (thousands of rows), so
//! they are held in memory; documents are not.

use std::collections::BTreeMap;

use rastau_core::codec::hex;
use rastau_core::crypto::PublicKey;
use rastau_core::document::link::Origin;
use rastau_core::document::{Basis, BasisKind};
use rastau_core::identity::Identity;
use rastau_core::snapshot::Contact;
use rastau_core::snapshot::rows::{
    Accreditation, AccreditationRef, Centre, DatedBasis, Event, EventKind, IssuingKey, Mode, Offer,
    Profession, ProfessionVersion, Qualification, Route, Row, Scope, Skill, SkillList, key,
};
use rastau_core::snapshot::tables::MAX_ROW;
use rastau_core::verdict::LocalizedName;
use rusqlite::{Connection, Row as Sql};

use crate::RegistryError;
use crate::calendar;
use crate::keys::algorithm_of;
use crate::row_error::{RowErrorReason, ValueError, Vocabulary};
use crate::text::{RowKey, codes};

/// Encoded rows by their encoded keys.
pub type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

fn insert(rows: &mut Rows, row_key: &RowKey, key: Vec<u8>, row: &impl Row) -> Result<(), RegistryError> {
    let bytes = row.to_bytes();
    let length = key.len() + bytes.len();
    if length > MAX_ROW {
        return Err(row_key.error(RowErrorReason::TooLong(length)));
    }
    rows.insert(key, bytes);
    Ok(())
}

fn each(
    connection: &Connection,
    sql: &str,
    mut visit: impl FnMut(&Sql<'_>) -> Result<(), RegistryError>,
) -> Result<(), RegistryError> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        visit(row)?;
    }
    Ok(())
}

fn names(row: &Sql<'_>, at: usize) -> Result<LocalizedName, RegistryError> {
    Ok(LocalizedName { kk: row.get(at)?, ru: row.get(at + 1)?, en: row.get(at + 2)? })
}

fn bin(text: &str, row_key: &RowKey) -> Result<Identity, RegistryError> {
    Identity::parse(text)
        .map_err(|source| row_key.value_error("bin", ValueError::Identity { text: text.into(), source }))
}

fn basis(column: &'static str, kind: &str, id: String, row_key: &RowKey) -> Result<Basis, RegistryError> {
    let kind =
        BasisKind::from_name(kind).ok_or_else(|| row_key.word_error(column, kind, Vocabulary::BasisKind))?;
    Ok(Basis { kind, id })
}

fn professions(connection: &Connection, rows: &mut Rows) -> Result<(), RegistryError> {
    let mut entries: BTreeMap<(String, String), Profession> = BTreeMap::new();
    each(connection, "SELECT code, edition, name_kk, name_ru, name_en FROM professions", |row| {
        let profession = Profession { names: names(row, 2)?, versions: Vec::new(), bases: Vec::new() };
        entries.insert((row.get(0)?, row.get(1)?), profession);
        Ok(())
    })?;
    let sql = "SELECT profession, edition, valid_from, valid_until, mode, other_law, term_months \
               FROM profession_versions ORDER BY profession, edition, valid_from";
    each(connection, sql, |row| {
        let (code, edition): (String, String) = (row.get(0)?, row.get(1)?);
        let row_key = RowKey::new("profession_versions", format!("{code} {edition}"));
        let (from, until): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        let mode: String = row.get(4)?;
        let mode = match mode.as_str() {
            "voluntary" => Mode::Voluntary,
            "mandatory" => {
                Mode::Mandatory { other_law: row.get::<_, Option<String>>(5)?.unwrap_or_default() }
            }
            other => return Err(row_key.word_error("mode", other, Vocabulary::Mode)),
        };
        let version = ProfessionVersion {
            interval: row_key.interval(&from, until.as_deref())?,
            mode,
            term: row_key.term(row.get(6)?)?,
        };
        if let Some(entry) = entries.get_mut(&(code, edition)) {
            entry.versions.push(version);
        }
        Ok(())
    })?;
    let sql = "SELECT profession, edition, kind, id, valid_from, valid_until FROM bases \
               ORDER BY profession, edition, kind, id, valid_from";
    each(connection, sql, |row| {
        let (code, edition): (String, String) = (row.get(0)?, row.get(1)?);
        let row_key = RowKey::new("bases", format!("{code} {edition}"));
        let (kind, from, until): (String, String, Option<String>) = (row.get(2)?, row.get(4)?, row.get(5)?);
        let dated = DatedBasis {
            basis: basis("kind", &kind, row.get(3)?, &row_key)?,
            interval: row_key.interval(&from, until.as_deref())?,
        };
        if let Some(entry) = entries.get_mut(&(code, edition)) {
            entry.bases.push(dated);
        }
        Ok(())
    })?;
    for ((code, edition), profession) in &entries {
        let row_key = RowKey::new("professions", format!("{code} {edition}"));
        insert(rows, &row_key, key::profession(code, edition), profession)?;
    }
    Ok(())
}

/// Returns the keeper's rows: professions, qualifications, skills, issuing keys, dictionaries, working days.
///
/// ```
/// use rastau_core::snapshot::rows::key;
/// use rastau_registry::{Register, rows};
///
/// let directory = tempfile::tempdir()?;
/// let register = Register::create(&directory.path().join("register.sqlite"), "kz.example", "2023-09-04")?;
/// let sql = "INSERT INTO professions (code, edition, name_kk, name_ru, name_en) VALUES ('7212-1', '2017', 'Дәнекерлеуші', 'Сварщик', 'Welder')";
/// register.connection().execute(sql, ())?;
/// let rows = rows::keeper(register.connection())?;
/// assert!(rows.contains_key(key::profession("7212-1", "2017").as_slice()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RegistryError::Row`] for a row with an invalid value or one that exceeds [`MAX_ROW`] bytes.
pub fn keeper(connection: &Connection) -> Result<Rows, RegistryError> {
    let mut rows = Rows::new();
    professions(connection, &mut rows)?;
    let sql = "SELECT profession, edition, code, level, name_kk, name_ru, name_en FROM qualifications";
    each(connection, sql, |row| {
        let (profession, edition, code): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let entry = Qualification { names: names(row, 4)?, level: row.get(3)? };
        let row_key = RowKey::new("qualifications", format!("{profession} {edition} {code}"));
        insert(&mut rows, &row_key, key::qualification(&profession, &edition, &code), &entry)
    })?;
    each(connection, "SELECT profession, edition, code, name_kk, name_ru, name_en FROM skills", |row| {
        let (profession, edition, code): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let entry = Skill { names: names(row, 3)? };
        let row_key = RowKey::new("skills", format!("{profession} {edition} {code}"));
        insert(&mut rows, &row_key, key::skill(&profession, &edition, &code), &entry)
    })?;
    let sql = "SELECT public_key, algorithm, bin, professions, valid_from, valid_until FROM issuing_keys";
    each(connection, sql, |row| {
        let (public, algorithm, centre): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let row_key = RowKey::new("issuing_keys", &public);
        let (from, until): (String, Option<String>) = (row.get(4)?, row.get(5)?);
        let algorithm = algorithm_of(&algorithm)
            .ok_or_else(|| row_key.word_error("algorithm", &algorithm, Vocabulary::Algorithm))?;
        let bytes =
            hex::decode(&public).ok_or_else(|| row_key.value_error("public_key", ValueError::Hexadecimal))?;
        let entry = IssuingKey {
            key: PublicKey { algorithm: algorithm.cose(), bytes },
            centre: bin(&centre, &row_key)?,
            professions: codes(row.get::<_, Option<String>>(3)?.as_deref()),
            interval: row_key.interval(&from, until.as_deref())?,
        };
        insert(&mut rows, &row_key, key::issuing_key(entry.id()), &entry)
    })?;
    let sql =
        "SELECT id, profession, edition, qualification, level, basis_kind, basis_id, term_months FROM offers";
    each(connection, sql, |row| {
        let id: u32 = row.get(0)?;
        let row_key = RowKey::new("offers", id);
        let (qualification, kind): (String, String) = (row.get(3)?, row.get(5)?);
        let offer = Offer {
            profession: row.get(1)?,
            edition: row.get(2)?,
            qualification: Some(qualification).filter(|code| !code.is_empty()),
            level: row.get(4)?,
            basis: basis("basis_kind", &kind, row.get(6)?, &row_key)?,
            term: row_key.term(row.get(7)?)?,
        };
        insert(&mut rows, &row_key, key::offer(id), &offer)
    })?;
    each(connection, "SELECT id, bin, serial FROM accreditation_refs", |row| {
        let (id, centre): (u32, String) = (row.get(0)?, row.get(1)?);
        let row_key = RowKey::new("accreditation_refs", id);
        let entry = AccreditationRef { centre: bin(&centre, &row_key)?, serial: row.get(2)? };
        insert(&mut rows, &row_key, key::accreditation(id), &entry)
    })?;
    each(connection, "SELECT id, skills FROM skill_lists", |row| {
        let (id, skills): (u32, String) = (row.get(0)?, row.get(1)?);
        let entry = SkillList { skills: codes(Some(&skills)) };
        insert(&mut rows, &RowKey::new("skill_lists", id), key::skill_list(id), &entry)
    })?;
    for (number, year) in calendar::years(connection)? {
        insert(&mut rows, &RowKey::new("calendar_years", number), key::working_year(number), &year)?;
    }
    Ok(rows)
}

/// The name of the keeper in the table `contacts`.
pub const KEEPER: &str = "keeper";
/// The name of the Chamber in the table `contacts`.
pub const CHAMBER: &str = "chamber";
/// The name in the table `contacts` of the origin of web addresses.
pub const LINK: &str = "link";

/// Returns how to reach a body: [`KEEPER`], [`CHAMBER`] or a BIN; empty if the register does not state it.
///
/// # Errors
/// [`RegistryError::Row`] for a contact of another form, [`RegistryError::Database`] where SQLite fails.
pub fn contact(connection: &Connection, body: &str) -> Result<Contact, RegistryError> {
    let mut statement =
        connection.prepare_cached("SELECT page, telephone, email FROM contacts WHERE body = ?1")?;
    let mut found = statement.query((body,))?;
    let Some(row) = found.next()? else { return Ok(Contact::default()) };
    let (page, telephone, email): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Contact::new(page.trim(), telephone.trim(), email.trim())
        .ok_or_else(|| RowKey::new("contacts", body).error(RowErrorReason::Contact))
}

/// Returns the origin of the web addresses that documents may carry: the page of [`LINK`] in the table `contacts`; `None` if the
/// register has none.
///
/// # Errors
/// [`RegistryError::Row`] for a page that is not an origin in its one spelling, [`RegistryError::Database`] where SQLite fails.
pub fn link(connection: &Connection) -> Result<Option<Origin>, RegistryError> {
    let Contact { page, .. } = contact(connection, LINK)?;
    if page.is_empty() {
        return Ok(None);
    }
    let origin = Origin::parse(&page);
    origin.map(Some).ok_or_else(|| RowKey::new("contacts", LINK).error(RowErrorReason::Origin))
}

/// The content of a snapshot besides documents and cancellations.
pub struct Carried {
    /// The keeper's rows.
    pub keeper: Rows,
    /// The Chamber's rows.
    pub chamber: Rows,
    /// How to reach the keeper.
    pub keeper_contact: Contact,
    /// How to reach the Chamber.
    pub chamber_contact: Contact,
    /// The origin of web addresses.
    pub link: Option<Origin>,
}

/// Reads the content of a snapshot besides documents and cancellations. A build reads it, and so does a change of the
/// register, which refuses what no build could carry.
///
/// # Errors
/// As [`keeper`], [`contact`] and [`link`].
pub fn carried(connection: &Connection) -> Result<Carried, RegistryError> {
    Ok(Carried {
        keeper: keeper(connection)?,
        chamber: chamber(connection)?,
        keeper_contact: contact(connection, KEEPER)?,
        chamber_contact: contact(connection, CHAMBER)?,
        link: link(connection)?,
    })
}

/// Returns the Chamber's rows: centres with their accreditations, and the professions that these cover.
///
/// # Errors
/// As [`keeper`].
pub fn chamber(connection: &Connection) -> Result<Rows, RegistryError> {
    let mut rows = Rows::new();
    let mut centres: BTreeMap<String, Centre> = BTreeMap::new();
    each(connection, "SELECT bin, name_kk, name_ru, name_en, legal_entity FROM centres", |row| {
        let bin: String = row.get(0)?;
        let contact = contact(connection, &bin)?;
        let centre =
            Centre { names: names(row, 1)?, legal_entity: row.get(4)?, accreditations: Vec::new(), contact };
        centres.insert(bin, centre);
        Ok(())
    })?;
    let sql = "SELECT bin, serial, route, valid_from, valid_until FROM accreditations ORDER BY bin, valid_from, serial";
    each(connection, sql, |row| {
        let (bin, serial, name): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let row_key = RowKey::new("accreditations", format!("{bin} {serial}"));
        let (from, until): (String, Option<String>) = (row.get(3)?, row.get(4)?);
        let route =
            Route::from_name(&name).ok_or_else(|| row_key.word_error("route", &name, Vocabulary::Route))?;
        let interval = row_key.interval(&from, until.as_deref())?;
        if let Some(centre) = centres.get_mut(&bin) {
            centre.accreditations.push(Accreditation { serial, route, interval, events: Vec::new() });
        }
        Ok(())
    })?;
    let sql = "SELECT bin, serial, happened_on, kind FROM accreditation_events ORDER BY bin, serial, happened_on, kind";
    each(connection, sql, |row| {
        let (bin, serial): (String, String) = (row.get(0)?, row.get(1)?);
        let (on, name): (String, String) = (row.get(2)?, row.get(3)?);
        let row_key = RowKey::new("accreditation_events", format!("{bin} {serial}"));
        let kind = EventKind::from_name(&name)
            .ok_or_else(|| row_key.word_error("kind", &name, Vocabulary::AccreditationEvent))?;
        let on = row_key.date("happened_on", &on)?;
        let certificate = centres
            .get_mut(&bin)
            .and_then(|centre| centre.accreditations.iter_mut().find(|one| one.serial == serial));
        if let Some(certificate) = certificate {
            certificate.events.push(Event { on, kind });
        }
        Ok(())
    })?;
    for (bin, centre) in &centres {
        insert(&mut rows, &RowKey::new("centres", bin), key::centre(bin), centre)?;
    }
    let mut scopes: BTreeMap<(String, String, String), Scope> = BTreeMap::new();
    let sql = "SELECT bin, serial, profession, valid_from, valid_until FROM accreditation_scopes \
               ORDER BY bin, serial, profession, valid_from";
    each(connection, sql, |row| {
        let (bin, serial, profession): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (from, until): (String, Option<String>) = (row.get(3)?, row.get(4)?);
        let row_key = RowKey::new("accreditation_scopes", format!("{bin} {serial} {profession}"));
        let interval = row_key.interval(&from, until.as_deref())?;
        scopes
            .entry((bin, serial, profession))
            .or_insert_with(|| Scope { intervals: Vec::new() })
            .intervals
            .push(interval);
        Ok(())
    })?;
    for ((bin, serial, profession), scope) in &scopes {
        let row_key = RowKey::new("accreditation_scopes", format!("{bin} {serial} {profession}"));
        insert(&mut rows, &row_key, key::scope(bin, serial, profession), scope)?;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Register;

    /// A problem that the check would report first is an error here too, with table, row and column.
    #[test]
    fn reports_rows_that_no_snapshot_can_carry() {
        let cases = [
            (
                "INSERT INTO profession_versions VALUES ('1', 'e', '2026-01-01', NULL, 'free', NULL, 1)",
                "profession_versions 1 e: mode: \"free\" is not voluntary or mandatory",
            ),
            (
                "INSERT INTO profession_versions VALUES ('1', 'e', '2026-1-1', NULL, 'voluntary', NULL, 1)",
                "profession_versions 1 e: valid_from: \"2026-1-1\" is not a date; write it as YYYY-MM-DD",
            ),
            (
                "INSERT INTO profession_versions VALUES ('1', 'e', '2026-01-01', '2026-02-30', 'voluntary', NULL, 1)",
                "profession_versions 1 e: valid_until: there is no such day as 2026-02-30; check its month and day",
            ),
            (
                "INSERT INTO profession_versions VALUES ('1', 'e', '2026-01-01', '', 'voluntary', NULL, -1)",
                "profession_versions 1 e: term_months: \"-1\" is not a term of 1 to 1200 months; leave it empty for no term",
            ),
            (
                "INSERT INTO bases VALUES ('1', 'e', 'x', 'id', '2026-01-01', NULL)",
                "bases 1 e: kind: \"x\" is not standard or qualification-requirements",
            ),
            (
                "INSERT INTO issuing_keys VALUES ('00', 'rsa', '990140000017', NULL, '2026-01-01', NULL)",
                "issuing_keys 00: algorithm: \"rsa\" is not ed25519 or p256",
            ),
            (
                "INSERT INTO issuing_keys VALUES ('x', 'p256', '990140000017', NULL, '2026-01-01', NULL)",
                "issuing_keys x: public_key: is not hexadecimal",
            ),
            (
                "INSERT INTO accreditation_refs VALUES (7, '990140000018', 's')",
                "accreditation_refs 7: bin: \"990140000018\": ",
            ),
            (
                "INSERT INTO accreditations VALUES ('b', 's', 'x', '2026-01-01', NULL)",
                "accreditations b s: route: \"x\" is not this-law or conformity-assessment",
            ),
            (
                "INSERT INTO accreditation_events VALUES ('b', 's', '2026-01-01', 'x')",
                "accreditation_events b s: kind: \"x\" is not revoked, resumed, liquidated or court-ban",
            ),
            (
                "INSERT INTO skills VALUES ('1', 'e', 's', 'kk', 'ru', hex(zeroblob(2000)))",
                "skills 1 e s: has 4",
            ),
        ];
        for (sql, expected) in cases {
            let directory = tempfile::tempdir().unwrap();
            let path = directory.path().join("r.sqlite");
            let register = Register::create(&path, "test", "2023-09-04").unwrap();
            let connection = register.connection();
            let (keeper_rows, chamber_rows) = (keeper(connection).unwrap(), chamber(connection).unwrap());
            assert!(keeper_rows.is_empty() && chamber_rows.is_empty());
            connection.execute(sql, ()).unwrap();
            let error = keeper(connection).and_then(|_| chamber(connection)).unwrap_err();
            assert!(matches!(error, RegistryError::Row(_)), "{sql}: {error:?}");
            assert!(error.to_string().starts_with(expected), "{sql}: {error}");
        }
    }
}
