//! Shaped text: glyphs, words, paragraphs and lines. Widths are fractions of the type size, so one shaping serves every
//! size.

use std::ops::Range;

/// One of the embedded fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Regular,
    Bold,
    /// Fixed width, for the verification code; ASCII only.
    Mono,
}

/// A glyph with its position.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    /// Offset to the right and upwards.
    pub(super) offset: (f32, f32),
    /// The bytes of the word's or line's text that the glyph represents.
    pub(super) range: Range<usize>,
}

/// A shaped word.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f32,
}

impl Word {
    pub(super) fn new(text: String, glyphs: Vec<Glyph>) -> Self {
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Self { text, glyphs, width }
    }
}

/// A shaped text that may take several lines.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) words: Vec<Word>,
    /// The space between two words.
    pub(super) space: Word,
}

/// One line, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) style: Style,
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f32,
}
