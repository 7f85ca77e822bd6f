//! The sections of the page. Each sets itself at a given scale and says how high it came out.

use super::flow::{Line, Para};

/// Colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Soft,
    Accent,
    Hair,
    Alarm,
}

/// Something to draw; `y` grows downwards and is the baseline of text.
#[derive(Debug, Clone)]
pub(super) enum Op {
    Text { x: f32, y: f32, size: f32, ink: Ink, line: Line },
    Fill { x: f32, y: f32, width: f32, height: f32, ink: Ink },
}

/// A text in Kazakh, Russian and English.
pub(super) struct Tri(pub(super) [Para; 3]);

/// A label in the three languages: one under the other where there is room, else run on.
pub(super) struct Label {
    pub(super) stacked: Tri,
    pub(super) joined: Para,
}

/// One section of the page, from the top down.
pub(super) enum Section {
    Title(Tri),
    Number {
        label: Label,
        value: Para,
    },
    Names {
        label: Para,
        first: Para,
        second: Option<Para>,
    },
    /// The statement that only skills are recognised.
    Notice(Tri),
    /// The skills in three columns, one for each language.
    Skills {
        label: Para,
        numbers: Vec<Para>,
        skills: Vec<Tri>,
    },
    /// A field in three languages, label and value side by side.
    Row {
        label: Tri,
        value: Tri,
    },
    /// A field with one value.
    Line {
        label: Label,
        value: Para,
    },
    /// Three short fields beside each other.
    Cells(Box<[(Label, Para); 3]>),
}

/// The width between the margins.
pub(super) const WIDTH: f32 = 493.0;
/// Where values start beside their labels.
const VALUE: f32 = 134.0;
/// Room between two columns.
const GUTTER: f32 = 14.0;
/// Line spacing of running text.
const LEADING: f32 = 1.26;
/// Below this scale labels run on in one line to save height.
const RUN_ON: f32 = 0.8;
/// From the top of a line to its baseline.
const ASCENT: f32 = 0.95;

/// Text and lines of one section, relative to its top left corner.
#[derive(Default)]
pub(super) struct Block {
    pub(super) ops: Vec<Op>,
    pub(super) height: f32,
}

impl Block {
    /// Sets lines from the baseline `y` down and returns the baseline of the last.
    fn lines(&mut self, lines: Vec<Line>, (x, y): (f32, f32), size: f32, ink: Ink) -> f32 {
        let mut last = y;
        for (nth, line) in lines.into_iter().enumerate() {
            last = y + nth as f32 * size * LEADING;
            self.ops.push(Op::Text { x, y: last, size, ink, line });
        }
        last
    }

    /// Sets a paragraph below everything so far, or below `top`, and returns where it ends.
    pub(super) fn para(&mut self, para: &Para, (x, top): (f32, f32), width: f32, size: f32, ink: Ink) -> f32 {
        let last = self.lines(para.wrap(width / size), (x, top + ASCENT * size), size, ink);
        last + (LEADING - ASCENT) * size
    }

    /// Sets a label into `width` and returns where it ends.
    fn label(&mut self, label: &Label, (x, top): (f32, f32), width: f32, small: Small) -> f32 {
        if small.run_on {
            return self.para(&label.joined, (x, top), width, small.size, Ink::Soft);
        }
        let Tri(languages) = &label.stacked;
        languages.iter().fold(top, |top, line| self.para(line, (x, top), width, small.size, Ink::Soft))
    }

    /// Sets a label and its value on one baseline and returns where the longer of the two ends.
    fn pair(&mut self, top: f32, (label, small): (&Para, f32), (value, big): (&Para, f32), ink: Ink) -> f32 {
        let baseline = top + ASCENT * big;
        let left = self.lines(label.wrap((VALUE - GUTTER) / small), (0.0, baseline), small, Ink::Soft);
        let right = self.lines(value.wrap((WIDTH - VALUE) / big), (VALUE, baseline), big, ink);
        (left + (LEADING - ASCENT) * small).max(right + (LEADING - ASCENT) * big)
    }

    /// Sets a value beside its label, level with the label's first line.
    fn field(&mut self, label: &Label, small: Small, value: &Para, big: f32) -> f32 {
        let baseline = ASCENT * big;
        let left = self.label(label, (0.0, baseline - ASCENT * small.size), VALUE - GUTTER, small);
        let right = self.lines(value.wrap((WIDTH - VALUE) / big), (VALUE, baseline), big, Ink::Text);
        left.max(right + (LEADING - ASCENT) * big)
    }
}

/// How labels are set.
#[derive(Clone, Copy)]
struct Small {
    size: f32,
    run_on: bool,
}

/// The biggest size between `most` and `least` at which the text needs no more than `lines` lines.
pub(super) fn fit(para: &Para, width: f32, lines: usize, most: f32, least: f32) -> f32 {
    let steps = ((most - least) / 0.25).ceil().max(0.0) as usize;
    (0..steps)
        .map(|step| most - step as f32 * 0.25)
        .find(|size| para.width() * size <= width || para.count(width / size) <= lines)
        .unwrap_or(least.min(most))
}

impl Section {
    /// Sets the section; all type sizes follow `scale`, labels stop shrinking where they could no longer be read.
    pub(super) fn set(&self, scale: f32) -> Block {
        let size = |base: f32| base * scale;
        let label_size = (6.9 * scale).max(5.4);
        let small = Small { size: label_size, run_on: scale < RUN_ON };
        let mut block = Block::default();
        block.height = match self {
            Self::Title(Tri([kk, ru, en])) => {
                let size = |base: f32| base * scale.max(0.8);
                let end = block.para(kk, (0.0, 0.0), WIDTH, size(22.0), Ink::Accent);
                let end = block.para(ru, (0.0, end + 1.5), WIDTH, size(12.5), Ink::Text);
                block.para(en, (0.0, end), WIDTH, size(10.5), Ink::Soft)
            }
            Self::Number { label, value } => {
                let big = fit(value, WIDTH - VALUE, 1, size(13.0), size(9.0));
                block.field(label, small, value, big)
            }
            Self::Names { label, first, second } => {
                let end = block.para(label, (0.0, 0.0), WIDTH, label_size, Ink::Soft);
                let end = block.para(
                    first,
                    (0.0, end),
                    WIDTH,
                    fit(first, WIDTH, 1, size(23.0), size(15.0)),
                    Ink::Text,
                );
                second.iter().fold(end, |end, name| {
                    block.para(
                        name,
                        (0.0, end),
                        WIDTH,
                        fit(name, WIDTH, 1, size(14.0), size(11.0)),
                        Ink::Text,
                    )
                })
            }
            Self::Notice(Tri([kk, ru, en])) => {
                let (x, width, pad) = (14.0, WIDTH - 14.0, 3.0 * scale);
                let end = block.para(kk, (x, pad), width, size(9.8).max(7.2), Ink::Accent);
                let end = block.para(ru, (x, end + 1.0), width, size(9.0).max(6.8), Ink::Text);
                let end = block.para(en, (x, end + 1.0), width, size(8.6).max(6.6), Ink::Soft) + pad;
                block.ops.push(Op::Fill { x: 0.0, y: 0.0, width: 3.0, height: end, ink: Ink::Accent });
                end
            }
            Self::Skills { label, numbers, skills } => {
                let mut end = block.para(label, (0.0, 0.0), WIDTH, label_size, Ink::Soft) + size(2.0);
                for (number, skill) in numbers.iter().zip(skills) {
                    end = block.skill(end, number, skill, size(9.6)) + size(3.5);
                }
                end - size(3.5)
            }
            Self::Row { label: Tri([l_kk, l_ru, l_en]), value: Tri([kk, ru, en]) } => {
                let end = block.pair(0.0, (l_kk, label_size), (kk, size(12.5)), Ink::Text);
                let end = block.pair(end, (l_ru, label_size), (ru, size(10.0)), Ink::Text);
                block.pair(end, (l_en, label_size), (en, size(9.4)), Ink::Soft)
            }
            Self::Line { label, value } => block.field(label, small, value, size(10.5)),
            Self::Cells(cells) => block.cells(cells, small, size(12.0), size(9.0)),
        };
        block
    }
}

impl Block {
    fn skill(&mut self, top: f32, number: &Para, Tri([kk, ru, en]): &Tri, size: f32) -> f32 {
        let indent = 1.7 * size;
        let column = (WIDTH - indent - 2.0 * GUTTER) / 3.0;
        let (kk_wide, rest) = (column + 8.0, column - 4.0);
        self.para(number, (0.0, top), indent, size, Ink::Accent);
        let mut x = indent;
        let mut end = top;
        for (para, width, ink) in [(kk, kk_wide, Ink::Text), (ru, rest, Ink::Text), (en, rest, Ink::Soft)] {
            end = end.max(self.para(para, (x, top), width, size, ink));
            x += width + GUTTER;
        }
        end
    }

    fn cells(&mut self, cells: &[(Label, Para); 3], small: Small, most: f32, least: f32) -> f32 {
        let column = (WIDTH - VALUE - GUTTER) / 2.0;
        let places = [(0.0, VALUE - GUTTER), (VALUE, column), (VALUE + column + GUTTER, column)];
        let mut top: f32 = 0.0;
        for ((label, _), (x, width)) in cells.iter().zip(places) {
            top = top.max(self.label(label, (x, 0.0), width, small));
        }
        top += 1.0;
        let mut end = top;
        for ((_, value), (x, width)) in cells.iter().zip(places) {
            end = end.max(self.para(value, (x, top), width, fit(value, width, 1, most, least), Ink::Text));
        }
        end
    }
}
