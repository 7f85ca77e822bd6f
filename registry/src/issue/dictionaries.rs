//! The dictionaries of sealed attributes: a sealed record holds ids of rows instead of their content.

use std::collections::HashMap;

use rastau_core::snapshot::rows::Offer;
use rusqlite::{Connection, OptionalExtension};

use crate::RegistryError;

/// A cache of the dictionary tables `offers`, `accreditation_refs` and `skill_lists`. New entries are written to the
/// database at once. Discard it when the transaction is rolled back.
pub struct Dictionaries {
    offers: HashMap<Offer, u32>,
    accreditations: HashMap<(String, String), u32>,
    skills: HashMap<String, u32>,
}

fn next_id(connection: &Connection, table: &str) -> Result<u32, RegistryError> {
    Ok(connection
        .query_row(&format!("SELECT coalesce(max(id), -1) + 1 FROM {table}"), (), |row| row.get(0))?)
}

impl Dictionaries {
    /// Returns an empty cache; entries are loaded on first use.
    #[must_use]
    pub fn new() -> Self {
        Self { offers: HashMap::new(), accreditations: HashMap::new(), skills: HashMap::new() }
    }

    pub(super) fn offer(&mut self, connection: &Connection, offer: &Offer) -> Result<u32, RegistryError> {
        if let Some(id) = self.offers.get(offer) {
            return Ok(*id);
        }
        let columns = (
            &offer.profession,
            &offer.edition,
            offer.qualification.as_deref().unwrap_or_default(),
            &offer.level,
            offer.basis.kind.name(),
            &offer.basis.id,
            offer.term.months_or_zero(),
        );
        let known = connection
            .query_row(
                "SELECT id FROM offers WHERE profession = ?1 AND edition = ?2 AND qualification = ?3 AND level = ?4 \
                 AND basis_kind = ?5 AND basis_id = ?6 AND term_months = ?7",
                columns,
                |row| row.get(0),
            )
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "offers")?;
                let (one, two, three, four, five, six, seven) = columns;
                connection.execute(
                    "INSERT INTO offers VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    (id, one, two, three, four, five, six, seven),
                )?;
                id
            }
        };
        self.offers.insert(offer.clone(), id);
        Ok(id)
    }

    pub(super) fn accreditation(
        &mut self,
        connection: &Connection,
        bin: &str,
        serial: &str,
    ) -> Result<u32, RegistryError> {
        let key = (bin.to_string(), serial.to_string());
        if let Some(id) = self.accreditations.get(&key) {
            return Ok(*id);
        }
        let sql = "SELECT id FROM accreditation_refs WHERE bin = ?1 AND serial = ?2";
        let known = connection.query_row(sql, (bin, serial), |row| row.get(0)).optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "accreditation_refs")?;
                connection
                    .execute("INSERT INTO accreditation_refs VALUES (?1, ?2, ?3)", (id, bin, serial))?;
                id
            }
        };
        self.accreditations.insert(key, id);
        Ok(id)
    }

    pub(super) fn skills(&mut self, connection: &Connection, skills: &str) -> Result<u32, RegistryError> {
        if let Some(id) = self.skills.get(skills) {
            return Ok(*id);
        }
        let known = connection
            .query_row("SELECT id FROM skill_lists WHERE skills = ?1", (skills,), |row| row.get(0))
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "skill_lists")?;
                connection.execute("INSERT INTO skill_lists VALUES (?1, ?2)", (id, skills))?;
                id
            }
        };
        self.skills.insert(skills.to_string(), id);
        Ok(id)
    }
}

impl Default for Dictionaries {
    fn default() -> Self {
        Self::new()
    }
}
