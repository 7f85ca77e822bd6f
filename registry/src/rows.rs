//! The register's tables as the snapshot's rows, sorted by key. These are small (thousands of rows), so they are
//! gathered in memory; documents are not.

use std::collections::BTreeMap;

use rastau_core::crypto::PublicKey;
use rastau_core::document::{Basis, BasisKind};
use rastau_core::identity::Identity;
use rastau_core::snapshot::rows::{
    Accreditation, AccreditationRef, Centre, DatedBasis, Event, IssuingKey, Mode, Offer, Profession,
    ProfessionVersion, Qualification, Row, Scope, Skill, SkillList, key,
};
use rastau_core::snapshot::tables::MAX_ROW;
use rastau_core::verdict::LocalizedName;
use rusqlite::{Connection, Row as Sql};

use crate::RegistryError;
use crate::calendar;
use crate::keys::algorithm_of;
use crate::text::{codes, date, event, interval, route, term, unhex};

/// Rows by key.
pub type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

fn insert(rows: &mut Rows, place: &str, key: Vec<u8>, row: &impl Row) -> Result<(), RegistryError> {
    let bytes = row.to_bytes();
    if key.len() + bytes.len() > MAX_ROW {
        return Err(RegistryError::said(format!(
            "{place}: too long for the snapshot ({} bytes)",
            bytes.len()
        )));
    }
    rows.insert(key, bytes);
    Ok(())
}

fn each(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&Sql<'_>) -> Result<(), RegistryError>,
) -> Result<(), RegistryError> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        take(row)?;
    }
    Ok(())
}

fn words(row: &Sql<'_>, at: usize) -> Result<LocalizedName, RegistryError> {
    Ok(LocalizedName { kk: row.get(at)?, ru: row.get(at + 1)?, en: row.get(at + 2)? })
}

fn bin(text: &str, place: &str) -> Result<Identity, RegistryError> {
    Identity::parse(text).map_err(|error| RegistryError::said(format!("{place}: BIN \"{text}\": {error}")))
}

fn basis(kind: &str, id: String, place: &str) -> Result<Basis, RegistryError> {
    let kind = BasisKind::from_name(kind)
        .ok_or_else(|| RegistryError::said(format!("{place}: \"{kind}\" is no kind of basis")))?;
    Ok(Basis { kind, id })
}

fn professions(connection: &Connection, rows: &mut Rows) -> Result<(), RegistryError> {
    let mut entries: BTreeMap<(String, String), Profession> = BTreeMap::new();
    each(connection, "SELECT code, edition, name_kk, name_ru, name_en FROM professions", |row| {
        let profession = Profession { names: words(row, 2)?, versions: Vec::new(), bases: Vec::new() };
        entries.insert((row.get(0)?, row.get(1)?), profession);
        Ok(())
    })?;
    let sql = "SELECT profession, edition, valid_from, valid_until, mode, other_law, term_months \
               FROM profession_versions ORDER BY profession, edition, valid_from";
    each(connection, sql, |row| {
        let (code, edition): (String, String) = (row.get(0)?, row.get(1)?);
        let place = format!("profession_versions {code} ({edition})");
        let (from, until): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        let mode: String = row.get(4)?;
        let mode = match mode.as_str() {
            "voluntary" => Mode::Voluntary,
            "mandatory" => {
                Mode::Mandatory { other_law: row.get::<_, Option<String>>(5)?.unwrap_or_default() }
            }
            other => return Err(RegistryError::said(format!("{place}: \"{other}\" is no mode"))),
        };
        let version = ProfessionVersion {
            interval: interval(&from, until.as_deref(), &place)?,
            mode,
            term: term(row.get(6)?, &place)?,
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
        let place = format!("bases {code} ({edition})");
        let (kind, from, until): (String, String, Option<String>) = (row.get(2)?, row.get(4)?, row.get(5)?);
        let dated = DatedBasis {
            basis: basis(&kind, row.get(3)?, &place)?,
            interval: interval(&from, until.as_deref(), &place)?,
        };
        if let Some(entry) = entries.get_mut(&(code, edition)) {
            entry.bases.push(dated);
        }
        Ok(())
    })?;
    for ((code, edition), profession) in &entries {
        insert(rows, &format!("profession {code} ({edition})"), key::profession(code, edition), profession)?;
    }
    Ok(())
}

/// The keeper's rows: professions, qualifications, skills, issuing keys, dictionaries, working days.
pub fn keeper(connection: &Connection) -> Result<Rows, RegistryError> {
    let mut rows = Rows::new();
    professions(connection, &mut rows)?;
    let sql = "SELECT profession, edition, code, level, name_kk, name_ru, name_en FROM qualifications";
    each(connection, sql, |row| {
        let (profession, edition, code): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let entry = Qualification { names: words(row, 4)?, level: row.get(3)? };
        insert(
            &mut rows,
            &format!("qualification {code}"),
            key::qualification(&profession, &edition, &code),
            &entry,
        )
    })?;
    each(connection, "SELECT profession, edition, code, name_kk, name_ru, name_en FROM skills", |row| {
        let (profession, edition, code): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let entry = Skill { names: words(row, 3)? };
        insert(&mut rows, &format!("skill {code}"), key::skill(&profession, &edition, &code), &entry)
    })?;
    let sql = "SELECT public_key, algorithm, bin, professions, valid_from, valid_until FROM issuing_keys";
    each(connection, sql, |row| {
        let (public, algorithm, centre): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let place = format!("issuing_keys {public}");
        let (from, until): (String, Option<String>) = (row.get(4)?, row.get(5)?);
        let algorithm = algorithm_of(&algorithm)
            .ok_or_else(|| RegistryError::said(format!("{place}: \"{algorithm}\" is no algorithm")))?;
        let bytes = unhex(&public).ok_or_else(|| RegistryError::said(format!("{place}: not hexadecimal")))?;
        let entry = IssuingKey {
            key: PublicKey { algorithm: algorithm.cose(), bytes },
            centre: bin(&centre, &place)?,
            professions: codes(row.get::<_, Option<String>>(3)?.as_deref()),
            interval: interval(&from, until.as_deref(), &place)?,
        };
        insert(&mut rows, &place, key::issuing_key(entry.id()), &entry)
    })?;
    let sql =
        "SELECT id, profession, edition, qualification, level, basis_kind, basis_id, term_months FROM offers";
    each(connection, sql, |row| {
        let id: u32 = row.get(0)?;
        let place = format!("offers {id}");
        let (qualification, kind): (String, String) = (row.get(3)?, row.get(5)?);
        let offer = Offer {
            profession: row.get(1)?,
            edition: row.get(2)?,
            qualification: Some(qualification).filter(|code| !code.is_empty()),
            level: row.get(4)?,
            basis: basis(&kind, row.get(6)?, &place)?,
            term: term(row.get(7)?, &place)?,
        };
        insert(&mut rows, &place, key::offer(id), &offer)
    })?;
    each(connection, "SELECT id, bin, serial FROM accreditation_refs", |row| {
        let (id, centre): (u32, String) = (row.get(0)?, row.get(1)?);
        let place = format!("accreditation_refs {id}");
        let entry = AccreditationRef { centre: bin(&centre, &place)?, serial: row.get(2)? };
        insert(&mut rows, &place, key::accreditation(id), &entry)
    })?;
    each(connection, "SELECT id, skills FROM skill_lists", |row| {
        let (id, skills): (u32, String) = (row.get(0)?, row.get(1)?);
        insert(
            &mut rows,
            &format!("skill_lists {id}"),
            key::skill_list(id),
            &SkillList { skills: codes(Some(&skills)) },
        )
    })?;
    for (number, year) in calendar::years(connection)? {
        insert(&mut rows, &format!("calendar_years {number}"), key::working_year(number), &year)?;
    }
    Ok(rows)
}

/// The Chamber's rows: centres with their accreditations, and what these cover.
pub fn chamber(connection: &Connection) -> Result<Rows, RegistryError> {
    let mut rows = Rows::new();
    let mut centres: BTreeMap<String, Centre> = BTreeMap::new();
    each(connection, "SELECT bin, name_kk, name_ru, name_en, legal_entity FROM centres", |row| {
        let centre = Centre { names: words(row, 1)?, legal_entity: row.get(4)?, accreditations: Vec::new() };
        centres.insert(row.get(0)?, centre);
        Ok(())
    })?;
    let sql = "SELECT bin, serial, route, valid_from, valid_until FROM accreditations ORDER BY bin, valid_from, serial";
    each(connection, sql, |row| {
        let (bin, serial, name): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let place = format!("accreditations {bin} {serial}");
        let (from, until): (String, Option<String>) = (row.get(3)?, row.get(4)?);
        let route =
            route(&name).ok_or_else(|| RegistryError::said(format!("{place}: \"{name}\" is no route")))?;
        let interval = interval(&from, until.as_deref(), &place)?;
        if let Some(centre) = centres.get_mut(&bin) {
            centre.accreditations.push(Accreditation { serial, route, interval, events: Vec::new() });
        }
        Ok(())
    })?;
    let sql = "SELECT bin, serial, happened_on, kind FROM accreditation_events ORDER BY bin, serial, happened_on, kind";
    each(connection, sql, |row| {
        let (bin, serial): (String, String) = (row.get(0)?, row.get(1)?);
        let (on, name): (String, String) = (row.get(2)?, row.get(3)?);
        let place = format!("accreditation_events {bin} {serial}");
        let kind =
            event(&name).ok_or_else(|| RegistryError::said(format!("{place}: \"{name}\" is no event")))?;
        let on = date(&on, &place)?;
        let certificate = centres
            .get_mut(&bin)
            .and_then(|centre| centre.accreditations.iter_mut().find(|one| one.serial == serial));
        if let Some(certificate) = certificate {
            certificate.events.push(Event { on, kind });
        }
        Ok(())
    })?;
    for (bin, centre) in &centres {
        insert(&mut rows, &format!("centre {bin}"), key::centre(bin), centre)?;
    }
    let mut scopes: BTreeMap<(String, String, String), Scope> = BTreeMap::new();
    let sql = "SELECT bin, serial, profession, valid_from, valid_until FROM accreditation_scopes \
               ORDER BY bin, serial, profession, valid_from";
    each(connection, sql, |row| {
        let place = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (from, until): (String, Option<String>) = (row.get(3)?, row.get(4)?);
        let interval = interval(&from, until.as_deref(), "accreditation_scopes")?;
        scopes.entry(place).or_insert_with(|| Scope { intervals: Vec::new() }).intervals.push(interval);
        Ok(())
    })?;
    for ((bin, serial, profession), scope) in &scopes {
        let place = format!("accreditation_scopes {bin} {serial} {profession}");
        insert(&mut rows, &place, key::scope(bin, serial, profession), scope)?;
    }
    Ok(rows)
}
