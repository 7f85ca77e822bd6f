//! The row of a year of the calendar of working days (the Law on holidays No. 267-II, art. 5; the Labour Code, art. 84
//! and 85).

use alloc::string::String;
use alloc::vec::Vec;

use super::Row;
use super::wire::list;
use crate::calendar::{Date, SpecialDay, SpecialKind};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

/// Maximum bytes of a special day's name.
pub const MAX_DAY_NAME: usize = 40;

/// The working days of one year, or of the part of it that is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingYear {
    /// The first day covered.
    pub covered_from: Date,
    /// The last day covered, of the same year.
    pub covered_until: Date,
    /// The special days in ascending order without duplicates, all of them covered.
    pub days: Vec<SpecialDay>,
}

/// Returns whether `text` can be a special day's name: a stable id of at most [`MAX_DAY_NAME`] lower-case ASCII letters and
/// hyphens.
#[must_use]
pub fn is_day_name(text: &str) -> bool {
    text.len() <= MAX_DAY_NAME && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

impl WorkingYear {
    /// Returns the year of the covered days, or `None` if they are in the wrong order or of two years.
    #[must_use]
    pub fn year(&self) -> Option<u32> {
        let (first, last) = (self.covered_from.ymd().0, self.covered_until.ymd().0);
        let one_year = first == last && self.covered_from <= self.covered_until;
        u32::try_from(first).ok().filter(|_| one_year)
    }

    fn is_valid(&self) -> bool {
        let covered = |special: &SpecialDay| (self.covered_from..=self.covered_until).contains(&special.day);
        self.year().is_some()
            && self.days.iter().all(covered)
            && self.days.is_sorted_by(|one, next| one.day < next.day)
    }
}

impl Row for WorkingYear {
    fn write(&self, writer: &mut Writer) {
        writer.array(3);
        self.covered_from.write(writer);
        self.covered_until.write(writer);
        writer.array(self.days.len());
        for special in &self.days {
            writer.array(if special.related.is_some() { 4 } else { 3 });
            special.day.write(writer);
            writer.uint(special.kind.number());
            writer.text(&special.name);
            if let Some(related) = special.related {
                related.write(writer);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        let (covered_from, covered_until) = (Date::read(reader)?, Date::read(reader)?);
        let year = Self { covered_from, covered_until, days: list(reader, special_day)? };
        if year.is_valid() { Ok(year) } else { Err(reader.bad_value()) }
    }
}

fn special_day(reader: &mut Reader<'_>) -> Result<SpecialDay, CodecError> {
    let length = reader.array(4)?;
    if length < 3 {
        return Err(reader.bad_value());
    }
    let day = Date::read(reader)?;
    let kind = SpecialKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
    let name = reader.text(MAX_DAY_NAME)?;
    if !is_day_name(name) {
        return Err(reader.bad_value());
    }
    let related = if length == 4 { Some(Date::read(reader)?) } else { None };
    Ok(SpecialDay { day, kind, name: String::from(name), related })
}
