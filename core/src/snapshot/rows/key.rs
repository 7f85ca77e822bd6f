//! Keys of rows: a letter for the table, then the codes that identify the row, separated by zero bytes. Codes contain no
//! zero bytes.

use alloc::string::String;
use alloc::vec::Vec;

use crate::crypto::KeyId;

/// A table. Its letter begins the keys of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Professions.
    Professions,
    /// Qualifications of professions.
    Qualifications,
    /// Skills of professions.
    Skills,
    /// Issuing keys.
    IssuingKeys,
    /// The dictionary of offers.
    Offers,
    /// The dictionary of accreditations.
    Accreditations,
    /// The dictionary of skill lists.
    SkillLists,
    /// Years of the calendar of working days.
    WorkingYears,
    /// Centres.
    Centres,
    /// Professions that accreditations cover.
    Scopes,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 10] = [
        Self::Professions,
        Self::Qualifications,
        Self::Skills,
        Self::IssuingKeys,
        Self::Offers,
        Self::Accreditations,
        Self::SkillLists,
        Self::WorkingYears,
        Self::Centres,
        Self::Scopes,
    ];

    const fn letter(self) -> u8 {
        match self {
            Self::Professions => b'p',
            Self::Qualifications => b'q',
            Self::Skills => b'k',
            Self::IssuingKeys => b'i',
            Self::Offers => b'o',
            Self::Accreditations => b'a',
            Self::SkillLists => b'l',
            Self::WorkingYears => b'w',
            Self::Centres => b'c',
            Self::Scopes => b's',
        }
    }

    /// Returns the table of a key; `None` for a key of an unknown table.
    #[must_use]
    pub fn of(key: &[u8]) -> Option<Self> {
        let letter = key.first()?;
        Self::ALL.into_iter().find(|table| table.letter() == *letter)
    }

    /// Returns whether the table is a dictionary of the sealed attributes: its entries never change.
    #[must_use]
    pub const fn is_dictionary(self) -> bool {
        matches!(self, Self::Offers | Self::Accreditations | Self::SkillLists)
    }
}

fn parts(table: Table, parts: &[&str]) -> Vec<u8> {
    let mut key = alloc::vec![table.letter()];
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            key.push(0);
        }
        key.extend_from_slice(part.as_bytes());
    }
    key
}

fn numbered(table: Table, index: u32) -> Vec<u8> {
    let mut key = alloc::vec![table.letter()];
    key.extend_from_slice(&index.to_be_bytes());
    key
}

/// Returns the key of a profession of a classifier edition.
#[must_use]
pub fn profession(code: &str, edition: &str) -> Vec<u8> {
    parts(Table::Professions, &[code, edition])
}

/// Returns code and edition from the key of a profession; `None` for a key of another table.
#[must_use]
pub fn profession_parts(key: &[u8]) -> Option<(String, String)> {
    let text = core::str::from_utf8(key.strip_prefix(&[Table::Professions.letter()])?).ok()?;
    let (code, edition) = text.split_once('\0')?;
    Some((code.into(), edition.into()))
}

/// Returns the key of a qualification of a profession.
#[must_use]
pub fn qualification(profession: &str, edition: &str, code: &str) -> Vec<u8> {
    parts(Table::Qualifications, &[profession, edition, code])
}

/// Returns the key of a skill of a profession.
#[must_use]
pub fn skill(profession: &str, edition: &str, code: &str) -> Vec<u8> {
    parts(Table::Skills, &[profession, edition, code])
}

/// Returns the key of an issuing key's row.
#[must_use]
pub fn issuing_key(id: KeyId) -> Vec<u8> {
    let mut key = alloc::vec![Table::IssuingKeys.letter()];
    key.extend_from_slice(&id.0);
    key
}

/// Returns the key of an entry of the dictionary of offers.
#[must_use]
pub fn offer(index: u32) -> Vec<u8> {
    numbered(Table::Offers, index)
}

/// Returns the key of an entry of the dictionary of accreditations.
#[must_use]
pub fn accreditation(index: u32) -> Vec<u8> {
    numbered(Table::Accreditations, index)
}

/// Returns the key of an entry of the dictionary of skill lists.
#[must_use]
pub fn skill_list(index: u32) -> Vec<u8> {
    numbered(Table::SkillLists, index)
}

/// Returns the key of a year of the calendar of working days.
#[must_use]
pub fn working_year(year: u32) -> Vec<u8> {
    numbered(Table::WorkingYears, year)
}

/// Returns the key of a centre.
#[must_use]
pub fn centre(bin: &str) -> Vec<u8> {
    parts(Table::Centres, &[bin])
}

/// Returns the key of the scope of an accreditation for a profession.
#[must_use]
pub fn scope(bin: &str, serial: &str, profession: &str) -> Vec<u8> {
    parts(Table::Scopes, &[bin, serial, profession])
}
