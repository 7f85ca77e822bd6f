//! The embedded fonts: text becomes measured glyphs, or an error that names the character.

use std::ops::Range;

use krilla::text::Font;
use rustybuzz::UnicodeBuffer;

use super::PrintError;
use super::flow::{Para, Word};

static FILES: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansMono-Bold.ttf"),
];

/// Which of the embedded fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Regular,
    Bold,
    /// Fixed width, for the verification code; ASCII only.
    Mono,
}

/// The fonts as the PDF writer wants them.
pub(super) fn font(style: Style) -> Result<Font, PrintError> {
    Font::new(FILES[style as usize].into(), 0).ok_or_else(|| PrintError::Pdf("unreadable font".to_owned()))
}

/// One glyph; its measures are parts of the type size.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) shift: (f32, f32),
    /// The bytes of the text that the glyph stands for.
    pub(super) range: Range<usize>,
}

/// The fonts as the typesetter wants them.
pub(super) struct Faces([rustybuzz::Face<'static>; 3]);

impl Faces {
    pub(super) fn load() -> Result<Self, PrintError> {
        let face = |style: Style| {
            rustybuzz::Face::from_slice(FILES[style as usize], 0)
                .ok_or_else(|| PrintError::Pdf("unreadable font".to_owned()))
        };
        Ok(Self([face(Style::Regular)?, face(Style::Bold)?, face(Style::Mono)?]))
    }

    /// Shapes `text` word by word; any white space but the no-break space parts words.
    pub(super) fn para(&self, style: Style, field: &'static str, text: &str) -> Result<Para, PrintError> {
        let words = text
            .split(|c: char| c.is_whitespace() && c != '\u{A0}')
            .filter(|word| !word.is_empty())
            .map(|word| self.word(style, field, word))
            .collect::<Result<Vec<_>, _>>()?;
        let space = self.word(style, field, " ")?;
        Ok(Para { style, words, space })
    }

    fn word(&self, style: Style, field: &'static str, text: &str) -> Result<Word, PrintError> {
        let face = &self.0[style as usize];
        let unprintable = |character| PrintError::Unprintable { field, character };
        // A combining mark may melt into its letter; anything else needs a glyph of its own.
        let known = |c: char| face.glyph_index(c).is_some() || ('\u{300}'..='\u{36F}').contains(&c);
        if let Some(character) = text.chars().find(|c| !known(*c)) {
            return Err(unprintable(character));
        }
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let em = face.units_per_em() as f32;
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut glyphs = Vec::with_capacity(starts.len());
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let start = info.cluster as usize;
            let end = starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
            if info.glyph_id == 0 {
                let mark = text[start..end].chars().find(|c| face.glyph_index(*c).is_none());
                return Err(unprintable(mark.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            glyphs.push(Glyph {
                id: info.glyph_id,
                advance: place.x_advance as f32 / em,
                shift: (place.x_offset as f32 / em, place.y_offset as f32 / em),
                range: start..end,
            });
        }
        Ok(Word::new(text.to_owned(), glyphs))
    }
}
