//! Line breaking. Widths are fractions of the type size.

use super::glyphs::{Glyph, Line, Paragraph, Style, Word};

/// The tolerance for rounding, so that a line that exactly fits is not broken.
const ROUNDING: f32 = 1e-4;

impl Word {
    /// Splits a word that is wider than `limit`, after the last hyphen, slash or similar character that fits, or else
    /// anywhere between two clusters.
    fn pieces(&self, limit: f32) -> Vec<Self> {
        let (mut pieces, mut from) = (Vec::new(), 0);
        while from < self.glyphs.len() {
            let (mut width, mut to, mut after_hyphen) = (0.0, from, None);
            while to < self.glyphs.len() && (to == from || width + self.glyphs[to].advance <= limit) {
                width += self.glyphs[to].advance;
                to += 1;
                if self.text[self.glyphs[to - 1].range.clone()].ends_with(['-', '/', '–', '.', '_', '\u{A0}'])
                {
                    after_hyphen = Some(to);
                }
            }
            // The glyphs of one cluster stay together.
            while to < self.glyphs.len() && self.glyphs[to].range == self.glyphs[to - 1].range {
                to += 1;
            }
            if to < self.glyphs.len() {
                to = after_hyphen.unwrap_or(to);
            }
            pieces.push(self.slice(from, to));
            from = to;
        }
        pieces
    }

    fn slice(&self, from: usize, to: usize) -> Self {
        let start = self.glyphs[from].range.start;
        let end = self.glyphs[to - 1].range.end;
        let mut glyphs = self.glyphs[from..to].to_vec();
        for glyph in &mut glyphs {
            glyph.range = glyph.range.start - start..glyph.range.end - start;
        }
        Self::new(self.text[start..end].to_owned(), glyphs)
    }
}

impl Paragraph {
    /// Returns the width on a single line.
    pub(super) fn width(&self) -> f32 {
        let spaces = self.words.len().saturating_sub(1) as f32 * self.space.width;
        self.words.iter().map(|word| word.width).sum::<f32>() + spaces
    }

    /// Breaks the paragraph into the smallest number of lines no wider than `limit`, of about equal width.
    pub(super) fn wrap(&self, limit: f32) -> Vec<Line> {
        let lines = self.count(limit);
        if lines < 2 {
            return self.fill(limit);
        }
        // Bisect to the narrowest width that needs no more lines and splits no more words.
        let splits_no_word = |width| width >= self.widest() || self.widest() > limit;
        let (mut low, mut high) = (0.0, limit);
        for _ in 0..9 {
            let middle = (low + high) / 2.0;
            if splits_no_word(middle) && self.count(middle) <= lines { high = middle } else { low = middle }
        }
        self.fill(high)
    }

    /// Returns the number of lines that the paragraph takes at the width `limit`.
    pub(super) fn count(&self, limit: f32) -> usize {
        if self.widest() > limit {
            return self.fill(limit).len();
        }
        let (mut lines, mut line) = (0, f32::INFINITY);
        for word in &self.words {
            if line + self.space.width + word.width <= limit + ROUNDING {
                line = line + self.space.width + word.width;
            } else {
                (lines, line) = (lines + 1, word.width);
            }
        }
        lines
    }

    fn widest(&self) -> f32 {
        self.words.iter().map(|word| word.width).fold(0.0, f32::max)
    }

    fn fill(&self, limit: f32) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for word in &self.words {
            let pieces = if word.width > limit { word.pieces(limit) } else { vec![word.clone()] };
            for (nth, piece) in pieces.iter().enumerate() {
                match lines.last_mut() {
                    Some(line)
                        if nth == 0 && line.width + self.space.width + piece.width <= limit + ROUNDING =>
                    {
                        line.push(&self.space);
                        line.push(piece);
                    }
                    _ => lines.push(Line::new(self.style, piece)),
                }
            }
        }
        lines
    }
}

impl Line {
    fn new(style: Style, word: &Word) -> Self {
        Self { style, text: word.text.clone(), glyphs: word.glyphs.clone(), width: word.width }
    }

    fn push(&mut self, word: &Word) {
        let offset = self.text.len();
        self.text.push_str(&word.text);
        self.width += word.width;
        self.glyphs.extend(word.glyphs.iter().map(|glyph| Glyph {
            range: glyph.range.start + offset..glyph.range.end + offset,
            ..glyph.clone()
        }));
    }
}
