//! The CBOR of each row.

use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::codec::cbor::texts;
use crate::crypto::MAX_PUBLIC_KEY;
use crate::document::claims::BasisKind;
use crate::document::{MAX_CODE, MAX_SKILLS, is_code, read_code};

fn write_interval(writer: &mut Writer, interval: &Interval) {
    writer.array(if interval.until.is_some() { 2 } else { 1 });
    interval.from.write(writer);
    if let Some(until) = interval.until {
        until.write(writer);
    }
}

fn interval(reader: &mut Reader<'_>) -> Result<Interval, CodecError> {
    let length = reader.array(2)?;
    if length == 0 {
        return Err(reader.bad_value());
    }
    let from = Date::read(reader)?;
    let until = if length == 2 { Some(Date::read(reader)?) } else { None };
    if until.is_some_and(|until| until < from) {
        return Err(reader.bad_value());
    }
    Ok(Interval { from, until })
}

fn write_name(writer: &mut Writer, name: &LocalizedName) {
    writer.array(3).text(&name.kk).text(&name.ru).text(&name.en);
}

fn localized_name(reader: &mut Reader<'_>) -> Result<LocalizedName, CodecError> {
    reader.tuple(3)?;
    let mut text = || reader.text(MAX_LOCALIZED_NAME).map(String::from);
    Ok(LocalizedName { kk: text()?, ru: text()?, en: text()? })
}

fn write_basis(writer: &mut Writer, basis: &Basis) {
    writer.uint(basis.kind.number()).text(&basis.id);
}

fn basis(reader: &mut Reader<'_>) -> Result<Basis, CodecError> {
    let kind = BasisKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
    Ok(Basis { kind, id: read_code(reader)? })
}

/// Whether the intervals are in time order and do not overlap.
fn disjoint<'i>(intervals: impl Iterator<Item = &'i Interval>) -> bool {
    let mut previous: Option<&Interval> = None;
    intervals.into_iter().all(|interval| {
        let fits = previous.is_none_or(|previous| previous.until.is_some_and(|until| until < interval.from));
        previous = Some(interval);
        fits
    })
}

pub(super) fn list<T>(
    reader: &mut Reader<'_>,
    mut item: impl FnMut(&mut Reader<'_>) -> Result<T, CodecError>,
) -> Result<Vec<T>, CodecError> {
    let count = reader.array(MAX_LIST)?;
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        items.push(item(reader)?);
    }
    Ok(items)
}

impl Row for Profession {
    fn write(&self, writer: &mut Writer) {
        writer.array(3);
        write_name(writer, &self.names);
        writer.array(self.versions.len());
        for version in &self.versions {
            writer.array(3);
            write_interval(writer, &version.interval);
            writer.uint(version.term.months_or_zero().into());
            match &version.mode {
                Mode::Voluntary => writer.array(0),
                Mode::Mandatory { other_law } => writer.array(1).text(other_law),
            };
        }
        writer.array(self.bases.len());
        for dated in &self.bases {
            writer.array(3);
            write_basis(writer, &dated.basis);
            write_interval(writer, &dated.interval);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        let names = localized_name(reader)?;
        let versions = list(reader, |reader| {
            reader.tuple(3)?;
            let interval = interval(reader)?;
            let term = Term::from_months_or_zero(reader.uint()?).ok_or_else(|| reader.bad_value())?;
            let mode = match reader.array(1)? {
                0 => Mode::Voluntary,
                1 => Mode::Mandatory { other_law: String::from(reader.text(MAX_LOCALIZED_NAME)?) },
                _ => return Err(reader.bad_value()),
            };
            Ok(ProfessionVersion { interval, mode, term })
        })?;
        let bases = list(reader, |reader| {
            reader.tuple(3)?;
            Ok(DatedBasis { basis: basis(reader)?, interval: interval(reader)? })
        })?;
        if !disjoint(versions.iter().map(|version| &version.interval)) {
            return Err(reader.bad_value());
        }
        Ok(Self { names, versions, bases })
    }
}

impl Row for Qualification {
    fn write(&self, writer: &mut Writer) {
        writer.array(2);
        write_name(writer, &self.names);
        writer.text(&self.level);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(2)?;
        Ok(Self { names: localized_name(reader)?, level: read_code(reader)? })
    }
}

impl Row for Skill {
    fn write(&self, writer: &mut Writer) {
        write_name(writer, &self.names);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Self { names: localized_name(reader)? })
    }
}

/// Writes a public key as algorithm and bytes.
pub(in crate::snapshot) fn write_key(writer: &mut Writer, key: &PublicKey) {
    writer.int(key.algorithm).bytes(&key.bytes);
}

/// Reads a public key.
pub(in crate::snapshot) fn read_key(reader: &mut Reader<'_>) -> Result<PublicKey, CodecError> {
    Ok(PublicKey { algorithm: reader.int()?, bytes: reader.bytes(MAX_PUBLIC_KEY)?.to_vec() })
}

impl Row for IssuingKey {
    fn write(&self, writer: &mut Writer) {
        writer.array(5);
        write_key(writer, &self.key);
        self.centre.write(writer);
        writer.array(self.professions.len());
        for profession in &self.professions {
            writer.text(profession);
        }
        write_interval(writer, &self.interval);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(5)?;
        let key = read_key(reader)?;
        let centre = Identity::read(reader)?;
        let professions = list(reader, read_code)?;
        Ok(Self { key, centre, professions, interval: interval(reader)? })
    }
}

impl Row for Offer {
    fn write(&self, writer: &mut Writer) {
        writer.array(7).text(&self.profession).text(&self.edition);
        writer.text(self.qualification.as_deref().unwrap_or_default()).text(&self.level);
        write_basis(writer, &self.basis);
        writer.uint(self.term.months_or_zero().into());
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(7)?;
        let (profession, edition) = (read_code(reader)?, read_code(reader)?);
        let qualification = match reader.text(MAX_CODE)? {
            "" => None,
            text if is_code(text) => Some(String::from(text)),
            _ => return Err(reader.bad_value()),
        };
        let level = read_code(reader)?;
        let basis = basis(reader)?;
        let term = Term::from_months_or_zero(reader.uint()?).ok_or_else(|| reader.bad_value())?;
        Ok(Self { profession, edition, qualification, level, basis, term })
    }
}

impl Row for AccreditationRef {
    fn write(&self, writer: &mut Writer) {
        writer.array(2);
        self.centre.write(writer);
        writer.text(&self.serial);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(2)?;
        Ok(Self { centre: Identity::read(reader)?, serial: read_code(reader)? })
    }
}

impl Row for SkillList {
    fn write(&self, writer: &mut Writer) {
        writer.array(self.skills.len());
        for skill in &self.skills {
            writer.text(skill);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        let skills = texts(reader, MAX_SKILLS, MAX_CODE)?;
        if skills.is_empty() || !skills.iter().all(|skill| is_code(skill)) {
            return Err(reader.bad_value());
        }
        Ok(Self { skills })
    }
}

impl Row for Centre {
    fn write(&self, writer: &mut Writer) {
        writer.array(4);
        write_name(writer, &self.names);
        writer.uint(self.legal_entity.into()).array(self.accreditations.len());
        for accreditation in &self.accreditations {
            writer.array(4).text(&accreditation.serial);
            writer.uint(accreditation.route.number());
            write_interval(writer, &accreditation.interval);
            writer.array(accreditation.events.len());
            for event in &accreditation.events {
                writer.array(2);
                event.on.write(writer);
                writer.uint(event.kind.number());
            }
        }
        self.contact.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(4)?;
        let names = localized_name(reader)?;
        let legal_entity = reader.uint_up_to(1)? == 1;
        let accreditations = list(reader, |reader| {
            reader.tuple(4)?;
            let serial = read_code(reader)?;
            let route = Route::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
            let interval = interval(reader)?;
            let events = list(reader, |reader| {
                reader.tuple(2)?;
                let on = Date::read(reader)?;
                let kind = EventKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
                Ok(Event { on, kind })
            })?;
            if !events.is_sorted_by_key(|event| event.on) {
                return Err(reader.bad_value());
            }
            Ok(Accreditation { serial, route, interval, events })
        })?;
        if !accreditations.is_sorted_by_key(|one| one.interval.from) {
            return Err(reader.bad_value());
        }
        Ok(Self { names, legal_entity, accreditations, contact: Contact::read(reader)? })
    }
}

impl Row for Scope {
    fn write(&self, writer: &mut Writer) {
        writer.array(self.intervals.len());
        for interval in &self.intervals {
            write_interval(writer, interval);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        let intervals = list(reader, interval)?;
        if !disjoint(intervals.iter()) {
            return Err(reader.bad_value());
        }
        Ok(Self { intervals })
    }
}
