//! The sections of the page. Each is laid out at a given scale into a block, which has a height.

use super::glyphs::{Line, Paragraph};

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Text,
    Secondary,
    Accent,
    Rule,
    Warning,
}

/// A drawing operation, in points. `y` grows downwards; of text it is the baseline.
#[derive(Debug, Clone)]
pub(super) enum Op {
    Text { x: f32, y: f32, size: f32, colour: Colour, line: Line },
    Fill { x: f32, y: f32, width: f32, height: f32, colour: Colour },
}

/// A text in Kazakh, Russian and English.
pub(super) struct Trilingual(pub(super) [Paragraph; 3]);

/// A label in the three languages: below one another if there is room, otherwise in one line.
pub(super) struct Label {
    pub(super) stacked: Trilingual,
    pub(super) joined: Paragraph,
}

/// One section of the page, from the top down.
pub(super) enum Section {
    Title(Trilingual),
    Number {
        label: Label,
        value: Paragraph,
    },
    Names {
        label: Paragraph,
        first: Paragraph,
        second: Option<Paragraph>,
    },
    /// The statement that only skills are recognised.
    Notice(Trilingual),
    /// The skills in three columns, one for each language.
    Skills {
        label: Paragraph,
        numbers: Vec<Paragraph>,
        skills: Vec<Trilingual>,
    },
    /// A field in three languages, label and value side by side.
    Row {
        label: Trilingual,
        value: Trilingual,
    },
    /// A field with one value.
    Line {
        label: Label,
        value: Paragraph,
    },
    /// Three short fields beside each other.
    Cells(Box<[(Label, Paragraph); 3]>),
}

/// The width between the margins.
pub(super) const WIDTH: f32 = 493.0;
/// The left edge of values, beside their labels.
const VALUE: f32 = 134.0;
/// The gap between two columns.
const GUTTER: f32 = 14.0;
/// The line spacing as a fraction of the type size.
const LEADING: f32 = 1.26;
/// Below this scale, labels are set in one line to save height.
const INLINE_LABELS: f32 = 0.8;
/// The distance from the top of a line to its baseline as a fraction of the type size.
const ASCENT: f32 = 0.95;

/// The drawing operations of one section, relative to its top left corner.
#[derive(Default)]
pub(super) struct Block {
    pub(super) ops: Vec<Op>,
    pub(super) height: f32,
}

impl Block {
    /// Adds lines from the baseline `y` down; returns the baseline of the last one.
    fn lines(&mut self, lines: Vec<Line>, (x, y): (f32, f32), size: f32, colour: Colour) -> f32 {
        let mut last = y;
        for (nth, line) in lines.into_iter().enumerate() {
            last = y + nth as f32 * size * LEADING;
            self.ops.push(Op::Text { x, y: last, size, colour, line });
        }
        last
    }

    /// Adds a paragraph below `top`; returns its lower end.
    pub(super) fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        (x, top): (f32, f32),
        width: f32,
        size: f32,
        colour: Colour,
    ) -> f32 {
        let last = self.lines(paragraph.wrap(width / size), (x, top + ASCENT * size), size, colour);
        last + (LEADING - ASCENT) * size
    }

    /// Adds a label; returns its lower end.
    fn label(&mut self, label: &Label, (x, top): (f32, f32), width: f32, small: LabelStyle) -> f32 {
        if small.inline {
            return self.paragraph(&label.joined, (x, top), width, small.size, Colour::Secondary);
        }
        let Trilingual(languages) = &label.stacked;
        languages
            .iter()
            .fold(top, |top, line| self.paragraph(line, (x, top), width, small.size, Colour::Secondary))
    }

    /// Adds a label and its value on one baseline; returns the lower end of the longer one.
    fn pair(
        &mut self,
        top: f32,
        (label, small): (&Paragraph, f32),
        (value, big): (&Paragraph, f32),
        colour: Colour,
    ) -> f32 {
        let baseline = top + ASCENT * big;
        let left =
            self.lines(label.wrap((VALUE - GUTTER) / small), (0.0, baseline), small, Colour::Secondary);
        let right = self.lines(value.wrap((WIDTH - VALUE) / big), (VALUE, baseline), big, colour);
        (left + (LEADING - ASCENT) * small).max(right + (LEADING - ASCENT) * big)
    }

    /// Adds a value beside its label, on the baseline of the label's first line; returns the lower end.
    fn field(&mut self, label: &Label, small: LabelStyle, value: &Paragraph, big: f32) -> f32 {
        let baseline = ASCENT * big;
        let left = self.label(label, (0.0, baseline - ASCENT * small.size), VALUE - GUTTER, small);
        let right = self.lines(value.wrap((WIDTH - VALUE) / big), (VALUE, baseline), big, Colour::Text);
        left.max(right + (LEADING - ASCENT) * big)
    }
}

/// The style of labels.
#[derive(Clone, Copy)]
struct LabelStyle {
    size: f32,
    inline: bool,
}

/// Returns the largest size from `min` to `max` at which the text takes at most `lines` lines; `min` if there is none.
pub(super) fn fit(paragraph: &Paragraph, width: f32, lines: usize, max: f32, min: f32) -> f32 {
    let steps = ((max - min) / 0.25).ceil().max(0.0) as usize;
    (0..steps)
        .map(|step| max - step as f32 * 0.25)
        .find(|size| paragraph.width() * size <= width || paragraph.count(width / size) <= lines)
        .unwrap_or(min.min(max))
}

impl Section {
    /// Lays out the section. Type sizes are proportional to `scale`; labels have a minimum size.
    pub(super) fn lay_out(&self, scale: f32) -> Block {
        let size = |base: f32| base * scale;
        let label_size = (6.9 * scale).max(5.4);
        let small = LabelStyle { size: label_size, inline: scale < INLINE_LABELS };
        let mut block = Block::default();
        block.height = match self {
            Self::Title(Trilingual([kk, ru, en])) => {
                let size = |base: f32| base * scale.max(0.8);
                let end = block.paragraph(kk, (0.0, 0.0), WIDTH, size(22.0), Colour::Accent);
                let end = block.paragraph(ru, (0.0, end + 1.5), WIDTH, size(12.5), Colour::Text);
                block.paragraph(en, (0.0, end), WIDTH, size(10.5), Colour::Secondary)
            }
            Self::Number { label, value } => {
                let big = fit(value, WIDTH - VALUE, 1, size(13.0), size(9.0));
                block.field(label, small, value, big)
            }
            Self::Names { label, first, second } => {
                let end = block.paragraph(label, (0.0, 0.0), WIDTH, label_size, Colour::Secondary);
                let end = block.paragraph(
                    first,
                    (0.0, end),
                    WIDTH,
                    fit(first, WIDTH, 1, size(23.0), size(15.0)),
                    Colour::Text,
                );
                second.iter().fold(end, |end, name| {
                    block.paragraph(
                        name,
                        (0.0, end),
                        WIDTH,
                        fit(name, WIDTH, 1, size(14.0), size(11.0)),
                        Colour::Text,
                    )
                })
            }
            Self::Notice(Trilingual([kk, ru, en])) => {
                let (x, width, pad) = (14.0, WIDTH - 14.0, 3.0 * scale);
                let end = block.paragraph(kk, (x, pad), width, size(9.8).max(7.2), Colour::Accent);
                let end = block.paragraph(ru, (x, end + 1.0), width, size(9.0).max(6.8), Colour::Text);
                let end =
                    block.paragraph(en, (x, end + 1.0), width, size(8.6).max(6.6), Colour::Secondary) + pad;
                block.ops.push(Op::Fill { x: 0.0, y: 0.0, width: 3.0, height: end, colour: Colour::Accent });
                end
            }
            Self::Skills { label, numbers, skills } => {
                let mut end =
                    block.paragraph(label, (0.0, 0.0), WIDTH, label_size, Colour::Secondary) + size(2.0);
                for (number, skill) in numbers.iter().zip(skills) {
                    end = block.skill(end, number, skill, size(9.6)) + size(3.5);
                }
                end - size(3.5)
            }
            Self::Row { label: Trilingual([l_kk, l_ru, l_en]), value: Trilingual([kk, ru, en]) } => {
                let end = block.pair(0.0, (l_kk, label_size), (kk, size(12.5)), Colour::Text);
                let end = block.pair(end, (l_ru, label_size), (ru, size(10.0)), Colour::Text);
                block.pair(end, (l_en, label_size), (en, size(9.4)), Colour::Secondary)
            }
            Self::Line { label, value } => block.field(label, small, value, size(10.5)),
            Self::Cells(cells) => block.cells(cells, small, size(12.0), size(9.0)),
        };
        block
    }
}

impl Block {
    fn skill(
        &mut self,
        top: f32,
        number: &Paragraph,
        Trilingual([kk, ru, en]): &Trilingual,
        size: f32,
    ) -> f32 {
        let indent = 1.7 * size;
        let column = (WIDTH - indent - 2.0 * GUTTER) / 3.0;
        let (kk_wide, rest) = (column + 8.0, column - 4.0);
        self.paragraph(number, (0.0, top), indent, size, Colour::Accent);
        let mut x = indent;
        let mut end = top;
        for (paragraph, width, colour) in
            [(kk, kk_wide, Colour::Text), (ru, rest, Colour::Text), (en, rest, Colour::Secondary)]
        {
            end = end.max(self.paragraph(paragraph, (x, top), width, size, colour));
            x += width + GUTTER;
        }
        end
    }

    fn cells(&mut self, cells: &[(Label, Paragraph); 3], small: LabelStyle, max: f32, min: f32) -> f32 {
        let column = (WIDTH - VALUE - GUTTER) / 2.0;
        let places = [(0.0, VALUE - GUTTER), (VALUE, column), (VALUE + column + GUTTER, column)];
        let mut top: f32 = 0.0;
        for ((label, _), (x, width)) in cells.iter().zip(places) {
            top = top.max(self.label(label, (x, 0.0), width, small));
        }
        top += 1.0;
        let mut end = top;
        for ((_, value), (x, width)) in cells.iter().zip(places) {
            end =
                end.max(self.paragraph(value, (x, top), width, fit(value, width, 1, max, min), Colour::Text));
        }
        end
    }
}
