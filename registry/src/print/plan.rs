//! From a certificate to the sections of its page: which fields appear, in which order, under which labels.

use super::face::{Faces, Style};
use super::flow::Para;
use super::section::{Label, Section, Tri};
use super::terms::{self, Term};
use super::{Certificate, LocalizedName, PrintError};

/// The page before it is laid out; every text is shaped, no size is chosen yet.
pub(super) struct Plan {
    pub(super) sections: Vec<Section>,
    /// Label, verification code and instructions beside the QR code.
    pub(super) code_label: Para,
    pub(super) code: Para,
    pub(super) how_to: Tri,
    /// The line and the watermark of a specimen.
    pub(super) specimen: Option<(Para, Tri)>,
    /// Year, month and day of issue.
    pub(super) issued: (u16, u8, u8),
    /// The document's title and number, for the PDF's own description.
    pub(super) name: String,
}

/// Shapes every text and puts the sections in order.
pub(super) fn draw_up(certificate: &Certificate) -> Result<Plan, PrintError> {
    let c = certificate;
    let setter = Setter(Faces::load()?);
    let mut sections = vec![
        Section::Title(setter.term(terms::TITLE, Style::Bold)?),
        Section::Number {
            label: setter.label(terms::NUMBER)?,
            value: setter.0.para(Style::Bold, "number", &c.number)?,
        },
        Section::Names {
            label: setter.joined(terms::HOLDER)?,
            first: setter.0.para(Style::Bold, "holder_names", &c.holder_names[0])?,
            second: match c.holder_names.get(1) {
                Some(name) => Some(setter.0.para(Style::Regular, "holder_names", name)?),
                None => None,
            },
        },
    ];
    if c.skills.is_empty() {
        sections.push(setter.row(terms::PROFESSION, "profession", &c.profession, true)?);
    } else {
        let skills = c.skills.iter().map(|skill| setter.words("skills", skill, Style::Bold));
        sections.push(Section::Notice(setter.term(terms::SKILLS_ONLY, Style::Bold)?));
        sections.push(Section::Skills {
            label: setter.joined(terms::SKILLS)?,
            numbers: (1..=c.skills.len())
                .map(|nth| setter.0.para(Style::Regular, "skills", &nth.to_string()))
                .collect::<Result<_, _>>()?,
            skills: skills.collect::<Result<_, _>>()?,
        });
        sections.push(setter.row(terms::SKILLS_OF, "profession", &c.profession, false)?);
    }
    if let Some(qualification) = &c.qualification {
        sections.push(setter.row(
            terms::QUALIFICATION,
            "qualification",
            qualification,
            c.skills.is_empty(),
        )?);
    }
    let validity = match &c.valid_until {
        Some(date) => setter.cell(terms::VALID_UNTIL, "valid_until", date)?,
        None => setter.cell(terms::VALIDITY, "valid_until", &terms::NO_TERM.join(" / "))?,
    };
    sections.push(Section::Cells(Box::new([
        setter.cell(terms::CODE, "profession_code", &c.profession_code)?,
        setter.cell(terms::LEVEL, "level", &c.level)?,
        setter.cell(terms::EXAM_ON, "exam_on", &c.exam_on)?,
    ])));
    sections.push(setter.row(terms::CENTRE, "centre", &c.centre, true)?);
    sections.push(setter.line(terms::ACCREDITATION, "accreditation", &c.accreditation)?);
    sections.push(setter.line(terms::BASIS, "basis", &c.basis)?);
    sections.push(Section::Cells(Box::new([
        setter.cell(terms::BIN, "centre_bin", &c.centre_bin)?,
        setter.cell(terms::ISSUED_ON, "issued_on", &c.issued_on)?,
        validity,
    ])));
    Ok(Plan {
        sections,
        code_label: setter.joined(terms::CHECK_CODE)?,
        code: setter.0.para(Style::Mono, "code", &c.code)?,
        how_to: setter.term(terms::HOW_TO_CHECK, Style::Regular)?,
        specimen: if c.specimen {
            let line = setter.0.para(Style::Bold, "", &terms::NO_FORCE.join("  ·  "))?;
            let [kk, ru, en] = terms::SPECIMEN.map(|word| setter.0.para(Style::Bold, "", word));
            Some((line, Tri([kk?, ru?, en?])))
        } else {
            None
        },
        issued: date(&c.issued_on).ok_or(PrintError::Date { field: "issued_on" })?,
        name: format!("{}, {}", terms::TITLE[0], c.number.trim()),
    })
}

struct Setter(Faces);

impl Setter {
    /// A fixed text, Kazakh in `style` and the others regular.
    fn term(&self, term: Term, style: Style) -> Result<Tri, PrintError> {
        let [kk, ru, en] = term.map(str::to_owned);
        self.words("", &LocalizedName { kk, ru, en }, style)
    }

    fn words(&self, field: &'static str, words: &LocalizedName, style: Style) -> Result<Tri, PrintError> {
        Ok(Tri([
            self.0.para(style, field, &words.kk)?,
            self.0.para(Style::Regular, field, &words.ru)?,
            self.0.para(Style::Regular, field, &words.en)?,
        ]))
    }

    /// A label in one line, which breaks between languages only.
    fn joined(&self, term: Term) -> Result<Para, PrintError> {
        self.0.para(Style::Regular, "", &term.map(|words| words.replace(' ', "\u{A0}")).join("\u{A0}/ "))
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
        Ok(Section::Row { label: self.term(term, Style::Regular)?, value: self.words(field, value, style)? })
    }

    fn line(&self, term: Term, field: &'static str, value: &str) -> Result<Section, PrintError> {
        Ok(Section::Line { label: self.label(term)?, value: self.0.para(Style::Regular, field, value)? })
    }

    fn cell(&self, term: Term, field: &'static str, value: &str) -> Result<(Label, Para), PrintError> {
        Ok((self.label(term)?, self.0.para(Style::Bold, field, value)?))
    }
}

/// Reads `2026-05-14` or `14.05.2026`.
fn date(text: &str) -> Option<(u16, u8, u8)> {
    let text = text.trim();
    let (mark, order) = if text.contains('.') { ('.', [2, 1, 0]) } else { ('-', [0, 1, 2]) };
    let parts: Vec<&str> = text.split(mark).collect();
    let all_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let [year, month, day] = order.map(|at| parts.get(at).copied().unwrap_or_default());
    if parts.len() != 3 || !all_digits || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let (year, month, day): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}
