//! The embedded fonts: shapes text into glyphs, or reports the character that the fonts lack.

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont};

use super::error::PrintError;
use super::glyphs::{Glyph, Paragraph, Style, Word};

static FILES: [(&str, &[u8]); 3] = [
    ("NotoSans-Regular.ttf", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
    ("NotoSans-Bold.ttf", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
    ("NotoSansMono-Bold.ttf", include_bytes!("../../assets/fonts/NotoSansMono-Bold.ttf")),
];

/// Loads a font for the PDF writer.
pub(super) fn pdf_font(style: Style) -> Result<krilla::text::Font, PrintError> {
    let (name, bytes) = FILES[style as usize];
    krilla::text::Font::new(bytes.into(), 0).ok_or(PrintError::Font(name))
}

/// The fonts, loaded for shaping.
pub(super) struct Faces([Font; 3]);

impl Faces {
    pub(super) fn load() -> Result<Self, PrintError> {
        let font = |style: Style| {
            let (name, bytes) = FILES[style as usize];
            Font::new(bytes, 0).ok_or(PrintError::Font(name))
        };
        Ok(Self([font(Style::Regular)?, font(Style::Bold)?, font(Style::Mono)?]))
    }

    /// Shapes `text` word by word. White space separates words, except for the no-break space.
    pub(super) fn paragraph(
        &self,
        style: Style,
        field: &'static str,
        text: &str,
    ) -> Result<Paragraph, PrintError> {
        let font = ShaperFont::new(&self.0[style as usize]);
        let words = text
            .split(|c: char| c.is_whitespace() && c != '\u{A0}')
            .filter(|word| !word.is_empty())
            .map(|word| shape_word(&font, field, word))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Paragraph { style, words, space: shape_word(&font, field, " ")? })
    }
}

fn shape_word(font: &ShaperFont<'_, '_>, field: &'static str, text: &str) -> Result<Word, PrintError> {
    let unprintable = |character| PrintError::Unprintable { field, character };
    let has_glyph = |c: char| font.nominal_glyph(c.into()).is_some();
    // A combining mark may be composed with its letter; every other character needs a glyph of its own.
    let is_mark = |c: char| ('\u{300}'..='\u{36F}').contains(&c);
    if let Some(character) = text.chars().find(|c| !has_glyph(*c) && !is_mark(*c)) {
        return Err(unprintable(character));
    }
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.guess_segment_properties();
    harfrust::shape(font, &mut buffer, ShapeOptions::new()).map_err(|_| PrintError::Shaping { field })?;
    let em = f32::from(font.units_per_em());
    let starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut glyphs = Vec::with_capacity(starts.len());
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = info.cluster as usize;
        let end = starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
        // Glyph 0 is the font's "missing" glyph: a mark that no letter took up.
        if info.glyph_id == 0 {
            let mark = text[start..end].chars().find(|c| !has_glyph(*c));
            return Err(unprintable(mark.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
        glyphs.push(Glyph {
            id: info.glyph_id,
            advance: position.x_advance as f32 / em,
            offset: (position.x_offset as f32 / em, position.y_offset as f32 / em),
            range: start..end,
        });
    }
    Ok(Word::new(text.to_owned(), glyphs))
}
