//! Keys of rows: a letter for the table, then the codes that identify the row, separated by zero bytes. Codes contain no
//! zero bytes.

use alloc::vec::Vec;

use crate::crypto::KeyId;

fn parts(table: u8, parts: &[&str]) -> Vec<u8> {
    let mut key = alloc::vec![table];
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            key.push(0);
        }
        key.extend_from_slice(part.as_bytes());
    }
    key
}

fn numbered(table: u8, index: u32) -> Vec<u8> {
    let mut key = alloc::vec![table];
    key.extend_from_slice(&index.to_be_bytes());
    key
}

/// Returns the key of a profession of a classifier edition.
#[must_use]
pub fn profession(code: &str, edition: &str) -> Vec<u8> {
    parts(b'p', &[code, edition])
}

/// Returns the key of a qualification of a profession.
#[must_use]
pub fn qualification(profession: &str, edition: &str, code: &str) -> Vec<u8> {
    parts(b'q', &[profession, edition, code])
}

/// Returns the key of a skill of a profession.
#[must_use]
pub fn skill(profession: &str, edition: &str, code: &str) -> Vec<u8> {
    parts(b'k', &[profession, edition, code])
}

/// Returns the key of an issuing key's row.
#[must_use]
pub fn issuing_key(id: KeyId) -> Vec<u8> {
    let mut key = alloc::vec![b'i'];
    key.extend_from_slice(&id.0);
    key
}

/// Returns the key of an entry of the dictionary of offers.
#[must_use]
pub fn offer(index: u32) -> Vec<u8> {
    numbered(b'o', index)
}

/// Returns the key of an entry of the dictionary of accreditations.
#[must_use]
pub fn accreditation(index: u32) -> Vec<u8> {
    numbered(b'a', index)
}

/// Returns the key of an entry of the dictionary of skill lists.
#[must_use]
pub fn skill_list(index: u32) -> Vec<u8> {
    numbered(b'l', index)
}

/// Returns the key of a year of the calendar of working days.
#[must_use]
pub fn working_year(year: u32) -> Vec<u8> {
    numbered(b'w', year)
}

/// Returns the key of a centre.
#[must_use]
pub fn centre(bin: &str) -> Vec<u8> {
    parts(b'c', &[bin])
}

/// Returns the key of the scope of an accreditation for a profession.
#[must_use]
pub fn scope(bin: &str, serial: &str, profession: &str) -> Vec<u8> {
    parts(b's', &[bin, serial, profession])
}
