//! The claims of a document: a CWT claims set (RFC 8392) in deterministic CBOR. The CDDL is in docs/formats.md.
//!
//! `iss` is the centre and `sub` the holder. An IIN or BIN is encoded as a number, not as text as RFC 8392 requires; this
//! saves four bytes each in a QR code. All other claims are in one private claim: the registered claims are instants,
//! but a recognition document has civil dates.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::code::Code;
use super::{MAX_CODE, MAX_NAME, MAX_NUMBER, MAX_SKILLS, is_code, is_number, name, read_code};
use crate::calendar::Date;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer, texts};
use crate::identity::Identity;
use crate::names::names;

const WHAT: &str = "document claims";
const ISS: i64 = 1;
const SUB: i64 = 2;
/// The private claim (below -65536, RFC 8392 §9.1.1) that contains the claims of a recognition document.
const RECOGNITION: i64 = -65_537;
/// Maximum number of claims in each of the two maps.
const MAX_CLAIMS: usize = 32;

names! {
    /// The kind of requirements that a candidate is tested against (art. 15.4).
    pub enum BasisKind {
        /// A professional standard.
        Standard = "standard",
        /// Qualification requirements, if there is no standard.
        QualificationRequirements = "qualification-requirements",
    }
}

impl Serialize for BasisKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl BasisKind {
    /// Returns the number used in signed data.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Standard => 0,
            Self::QualificationRequirements => 1,
        }
    }

    /// Returns the kind of a number, or `None` for an unknown one.
    #[must_use]
    pub const fn from_number(number: u64) -> Option<Self> {
        match number {
            0 => Some(Self::Standard),
            1 => Some(Self::QualificationRequirements),
            _ => None,
        }
    }
}

/// A professional standard or a set of qualification requirements, with its identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// Standard or requirements.
    pub kind: BasisKind,
    /// The identifier: opaque text of at most 32 bytes.
    pub id: String,
}

/// The claims of a document. Strings are limited by [`MAX_NUMBER`], [`MAX_NAME`] and [`MAX_CODE`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// Document number, 1–64 characters, opaque.
    pub number: String,
    /// The holder's identity number.
    pub holder: Identity,
    /// The holder's name, one or two spellings: the registered one first, then optionally one in another script.
    pub names: Vec<String>,
    /// Code of the profession.
    pub profession: String,
    /// Edition of the classifier that contains the code.
    pub edition: String,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Qualification level, as text (`4`, `4.1`).
    pub level: String,
    /// Codes of the skills, for a document on skills (art. 20); empty for a complete profession.
    pub skills: Vec<String>,
    /// BIN of the recognition centre.
    pub centre: Identity,
    /// Serial number of the centre's accreditation certificate.
    pub accreditation: String,
    /// The standard or requirements of the exam (art. 15.4).
    pub basis: Basis,
    /// The day of the exam.
    pub exam_on: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// The last day of validity, if the document states one; otherwise the register's term applies (art. 21.5).
    pub valid_until: Option<Date>,
    /// The verification code. Documents issued before codes were introduced have none.
    pub code: Option<Code>,
    /// Numbers of unknown claims. The verdict reports them; they are never ignored silently.
    pub unknown: Vec<i64>,
}

/// The claims read so far.
#[derive(Default)]
struct Partial {
    number: Option<String>,
    names: Vec<String>,
    profession: Option<String>,
    edition: Option<String>,
    qualification: Option<String>,
    level: Option<String>,
    skills: Vec<String>,
    accreditation: Option<String>,
    basis: Option<Basis>,
    exam_on: Option<Date>,
    issued_on: Option<Date>,
    valid_until: Option<Date>,
    code: Option<Code>,
    unknown: Vec<i64>,
}

impl Partial {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), CodecError> {
        let mut keys = reader.map(MAX_CLAIMS)?;
        while let Some(key) = keys.next(reader)? {
            match key {
                1 => {
                    let number = reader.text(MAX_NUMBER.saturating_mul(4))?;
                    if !is_number(number) {
                        return Err(reader.bad_value());
                    }
                    self.number = Some(String::from(number));
                }
                2 => {
                    self.names = texts(reader, 2, MAX_NAME)?;
                    if self.names.is_empty() || !self.names.iter().all(|name| name::is_name(name)) {
                        return Err(reader.bad_value());
                    }
                }
                3 => self.profession = Some(read_code(reader)?),
                4 => self.edition = Some(read_code(reader)?),
                5 => self.qualification = Some(read_code(reader)?),
                6 => self.level = Some(read_code(reader)?),
                7 => {
                    self.skills = texts(reader, MAX_SKILLS, MAX_CODE)?;
                    if self.skills.is_empty() || !self.skills.iter().all(|skill| is_code(skill)) {
                        return Err(reader.bad_value());
                    }
                }
                8 => self.accreditation = Some(read_code(reader)?),
                9 => {
                    reader.tuple(2)?;
                    let kind = BasisKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
                    self.basis = Some(Basis { kind, id: read_code(reader)? });
                }
                10 => self.exam_on = Some(Date::read(reader)?),
                11 => self.issued_on = Some(Date::read(reader)?),
                12 => self.valid_until = Some(Date::read(reader)?),
                13 => self.code = Some(Code(reader.byte_array()?)),
                other => {
                    self.unknown.push(other);
                    reader.skip()?;
                }
            }
        }
        Ok(())
    }
}

impl Claims {
    /// Reads a payload. The numbers of unknown claims are stored in [`Claims::unknown`].
    ///
    /// # Errors
    /// The payload is not strict CBOR, or a required claim is missing or out of range.
    pub fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, payload);
        let (mut centre, mut holder, mut partial) = (None, None, Partial::default());
        let mut keys = reader.map(MAX_CLAIMS)?;
        while let Some(key) = keys.next(&mut reader)? {
            match key {
                ISS => centre = Some(Identity::read(&mut reader)?),
                SUB => holder = Some(Identity::read(&mut reader)?),
                RECOGNITION => partial.read(&mut reader)?,
                other => {
                    partial.unknown.push(other);
                    reader.skip()?;
                }
            }
        }
        let missing = reader.bad_value();
        reader.finish()?;
        if partial.names.is_empty() {
            return Err(missing);
        }
        Ok(Self {
            number: partial.number.ok_or(missing)?,
            holder: holder.ok_or(missing)?,
            names: partial.names,
            profession: partial.profession.ok_or(missing)?,
            edition: partial.edition.ok_or(missing)?,
            qualification: partial.qualification,
            level: partial.level.ok_or(missing)?,
            skills: partial.skills,
            centre: centre.ok_or(missing)?,
            accreditation: partial.accreditation.ok_or(missing)?,
            basis: partial.basis.ok_or(missing)?,
            exam_on: partial.exam_on.ok_or(missing)?,
            issued_on: partial.issued_on.ok_or(missing)?,
            valid_until: partial.valid_until,
            code: partial.code,
            unknown: partial.unknown,
        })
    }

    /// Writes the payload. Each set of claims has exactly one encoding; `unknown` is not written.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let optional = [
            self.qualification.is_some(),
            !self.skills.is_empty(),
            self.valid_until.is_some(),
            self.code.is_some(),
        ];
        let present = optional.iter().filter(|present| **present).count();
        let mut writer = Writer::new();
        writer.map(3).int(ISS);
        self.centre.write(&mut writer);
        writer.int(SUB);
        self.holder.write(&mut writer);
        writer.int(RECOGNITION).map(present.saturating_add(9));
        writer.uint(1).text(&self.number);
        writer.uint(2).array(self.names.len());
        for name in &self.names {
            writer.text(name);
        }
        writer.uint(3).text(&self.profession).uint(4).text(&self.edition);
        if let Some(qualification) = &self.qualification {
            writer.uint(5).text(qualification);
        }
        writer.uint(6).text(&self.level);
        if !self.skills.is_empty() {
            writer.uint(7).array(self.skills.len());
            for skill in &self.skills {
                writer.text(skill);
            }
        }
        writer.uint(8).text(&self.accreditation);
        writer.uint(9).array(2).uint(self.basis.kind.number()).text(&self.basis.id);
        writer.uint(10);
        self.exam_on.write(&mut writer);
        writer.uint(11);
        self.issued_on.write(&mut writer);
        if let Some(day) = self.valid_until {
            writer.uint(12);
            day.write(&mut writer);
        }
        if let Some(code) = &self.code {
            writer.uint(13).bytes(&code.0);
        }
        writer.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::valid_claims;

    /// Whether claims that a key could sign are read. Nothing limits what [`Claims::write`] writes.
    fn reads(change: impl FnOnce(&mut Claims)) -> bool {
        let mut claims = valid_claims();
        change(&mut claims);
        Claims::read(&claims.write()).is_ok()
    }

    /// A control character would change the line in which the number or the name is shown.
    #[test]
    fn rejects_control_characters_in_numbers_and_names() {
        assert!(reads(|_| {}));
        for control in ['\0', '\t', '\n', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}'] {
            assert!(!reads(|claims| claims.number = format!("24{control}1")), "number, {control:?}");
            assert!(
                !reads(|claims| claims.names = vec![format!("Сынақбаева{control}Үлгіжан")]),
                "{control:?}"
            );
            let second = format!("Synaqbaeva{control}Ulgijan");
            assert!(!reads(|claims| claims.names.push(second)), "second name, {control:?}");
            assert!(!reads(|claims| claims.level = format!("4{control}1")), "level, {control:?}");
        }
    }

    #[test]
    fn limits_numbers_and_names() {
        assert!(reads(|claims| claims.number = "ө".repeat(MAX_NUMBER)));
        assert!(reads(|claims| claims.names = vec!["ө".repeat(MAX_NAME / 2)]));
        let bad: [fn(&mut Claims); 9] = [
            |claims| claims.number = "ө".repeat(MAX_NUMBER + 1),
            |claims| claims.number = String::new(),
            |claims| claims.number = " 1".into(),
            |claims| claims.names = vec!["ө".repeat(MAX_NAME / 2 + 1)],
            |claims| claims.names = vec!["12".into()],
            |claims| claims.profession = "1".repeat(MAX_CODE + 1),
            |claims| claims.skills = vec![String::new()],
            |claims| claims.names = vec!["А ".into()],
            |claims| claims.names = vec!["А".into(), "Б".into(), "В".into()],
        ];
        for (change, at) in bad.into_iter().zip(0..) {
            assert!(!reads(change), "{at}");
        }
        // Forms are read by the same limits.
        let text = |length| "n".repeat(length);
        assert!(is_code(&text(MAX_CODE)) && !is_code(&text(MAX_CODE + 1)));
        assert!(name::is_name(&text(MAX_NAME)) && !name::is_name(&text(MAX_NAME + 1)));
    }
}
