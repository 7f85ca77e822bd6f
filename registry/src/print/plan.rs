//! Converts a certificate to the sections of its page: which fields appear, in which order, under which labels.

use rastau_core::verdict::LocalizedName;

use super::certificate::Certificate;
use super::error::PrintError;
use super::face::Faces;
use super::glyphs::{Paragraph, Style};
use super::section::{Label, Section, Trilingual};
use super::terms::{self, Term};

/// The content of the page before layout: all text is shaped, no size is chosen yet.
pub(super) struct Plan {
    pub(super) sections: Vec<Section>,
    /// The label, the verification code and the instructions beside the QR code.
    pub(super) code_label: Paragraph,
    pub(super) code: Paragraph,
    pub(super) how_to: Trilingual,
    /// The line and the watermark words of a specimen.
    pub(super) specimen: Option<(Paragraph, Trilingual)>,
    /// The year, month and day of issue.
    pub(super) issued: (u16, u8, u8),
    /// The document's title and number, for the metadata of the PDF.
    pub(super) name: String,
}

/// Shapes all text and orders the sections.
pub(super) fn plan(certificate: &Certificate) -> Result<Plan, PrintError> {
    let c = certificate;
    let typesetter = Typesetter(Faces::load()?);
    let mut sections = vec![
        Section::Title(typesetter.term(terms::TITLE, Style::Bold)?),
        Section::Number {
            label: typesetter.label(terms::NUMBER)?,
            value: typesetter.0.paragraph(Style::Bold, "number", &c.number)?,
        },
        Section::Names {
            label: typesetter.joined(terms::HOLDER)?,
            first: typesetter.0.paragraph(Style::Bold, "holder_names", &c.holder_names[0])?,
            second: match c.holder_names.get(1) {
                Some(name) => Some(typesetter.0.paragraph(Style::Regular, "holder_names", name)?),
                None => None,
            },
        },
    ];
    if c.skills.is_empty() {
        sections.push(typesetter.row(terms::PROFESSION, "profession", &c.profession, true)?);
    } else {
        let skills = c.skills.iter().map(|skill| typesetter.name("skills", skill, Style::Bold));
        sections.push(Section::Notice(typesetter.term(terms::SKILLS_ONLY, Style::Bold)?));
        sections.push(Section::Skills {
            label: typesetter.joined(terms::SKILLS)?,
            numbers: (1..=c.skills.len())
                .map(|nth| typesetter.0.paragraph(Style::Regular, "skills", &nth.to_string()))
                .collect::<Result<_, _>>()?,
            skills: skills.collect::<Result<_, _>>()?,
        });
        sections.push(typesetter.row(terms::SKILLS_OF, "profession", &c.profession, false)?);
    }
    if let Some(qualification) = &c.qualification {
        sections.push(typesetter.row(
            terms::QUALIFICATION,
            "qualification",
            qualification,
            c.skills.is_empty(),
        )?);
    }
    let validity = match &c.valid_until {
        Some(date) => typesetter.cell(terms::VALID_UNTIL, "valid_until", date)?,
        None => typesetter.cell(terms::VALIDITY, "valid_until", &terms::NO_TERM.join(" / "))?,
    };
    sections.push(Section::Cells(Box::new([
        typesetter.cell(terms::CODE, "profession_code", &c.profession_code)?,
        typesetter.cell(terms::LEVEL, "level", &c.level)?,
        typesetter.cell(terms::EXAM_ON, "exam_on", &c.exam_on)?,
    ])));
    sections.push(typesetter.row(terms::CENTRE, "centre", &c.centre, true)?);
    sections.push(typesetter.line(terms::ACCREDITATION, "accreditation", &c.accreditation)?);
    sections.push(typesetter.line(terms::BASIS, "basis", &c.basis)?);
    sections.push(Section::Cells(Box::new([
        typesetter.cell(terms::BIN, "centre_bin", &c.centre_bin)?,
        typesetter.cell(terms::ISSUED_ON, "issued_on", &c.issued_on)?,
        validity,
    ])));
    Ok(Plan {
        sections,
        code_label: typesetter.joined(terms::CHECK_CODE)?,
        code: typesetter.0.paragraph(Style::Mono, "code", &c.code)?,
        how_to: match &c.address {
            None => typesetter.term(terms::HOW_TO_CHECK, Style::Regular)?,
            Some(address) => {
                let [kk, ru, en] =
                    terms::HOW_TO_CHECK_AT.map(|text| text.replace("{address}", address.trim()));
                typesetter.name("address", &LocalizedName { kk, ru, en }, Style::Regular)?
            }
        },
        specimen: if c.specimen {
            let line = typesetter.0.paragraph(Style::Bold, "", &terms::NO_FORCE.join("  ·  "))?;
            let [kk, ru, en] = terms::SPECIMEN.map(|word| typesetter.0.paragraph(Style::Bold, "", word));
            Some((line, Trilingual([kk?, ru?, en?])))
        } else {
            None
        },
        issued: date(&c.issued_on).ok_or(PrintError::Date { field: "issued_on" })?,
        name: format!("{}, {}", terms::TITLE[0], c.number.trim()),
    })
}

struct Typesetter(Faces);

impl Typesetter {
    /// Shapes a fixed text, Kazakh in `style` and the other languages in the regular font.
    fn term(&self, term: Term, style: Style) -> Result<Trilingual, PrintError> {
        let [kk, ru, en] = term.map(str::to_owned);
        self.name("", &LocalizedName { kk, ru, en }, style)
    }

    /// Shapes a name, Kazakh in `style` and the other languages in the regular font.
    fn name(
        &self,
        field: &'static str,
        name: &LocalizedName,
        style: Style,
    ) -> Result<Trilingual, PrintError> {
        Ok(Trilingual([
            self.0.paragraph(style, field, &name.kk)?,
            self.0.paragraph(Style::Regular, field, &name.ru)?,
            self.0.paragraph(Style::Regular, field, &name.en)?,
        ]))
    }

    /// Shapes a label whose three languages follow one another; lines break between languages only.
    fn joined(&self, term: Term) -> Result<Paragraph, PrintError> {
        self.0.paragraph(Style::Regular, "", &term.map(|text| text.replace(' ', "\u{A0}")).join("\u{A0}/ "))
    }

    fn label(&self, term: Term) -> Result<Label, PrintError> {
        Ok(Label { stacked: self.term(term, Style::Regular)?, joined: self.joined(term)? })
    }

    fn row(
        &self,
        term: Term,
        field: &'static str,
        value: &LocalizedName,
        main: bool,
    ) -> Result<Section, PrintError> {
        let style = if main { Style::Bold } else { Style::Regular };
        Ok(Section::Row { label: self.term(term, Style::Regular)?, value: self.name(field, value, style)? })
    }

    fn line(&self, term: Term, field: &'static str, value: &str) -> Result<Section, PrintError> {
        Ok(Section::Line { label: self.label(term)?, value: self.0.paragraph(Style::Regular, field, value)? })
    }

    fn cell(&self, term: Term, field: &'static str, value: &str) -> Result<(Label, Paragraph), PrintError> {
        Ok((self.label(term)?, self.0.paragraph(Style::Bold, field, value)?))
    }
}

/// Parses `2026-05-14` or `14.05.2026` to year, month and day.
fn date(text: &str) -> Option<(u16, u8, u8)> {
    let text = text.trim();
    let (separator, order) = if text.contains('.') { ('.', [2, 1, 0]) } else { ('-', [0, 1, 2]) };
    let parts: Vec<&str> = text.split(separator).collect();
    let all_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let [year, month, day] = order.map(|at| parts.get(at).copied().unwrap_or_default());
    if parts.len() != 3 || !all_digits || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let (year, month, day): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}
