//! Cuts a text of the act into its units, by headings, numbers and blank lines.

mod line;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::super::norms::{Number, Unit};
use line::{Line, Mark, heading, numbered};

/// The units of a text in its order, each once: of a unit that stands twice, the second text is added to the first.
pub(super) fn split(text: &str) -> Vec<(Unit, String)> {
    let lines: Vec<Line> = text.lines().map(Line::of).collect();
    let in_blocks = has_gaps(&lines);
    let mut cutter = Cutter { gap: true, ..Cutter::default() };
    for line in &lines {
        if line.text.is_empty() {
            cutter.gap = true;
        } else {
            cutter.take(line);
            // Without a blank line anywhere, each line is a paragraph.
            cutter.gap = !in_blocks;
        }
    }
    cutter.units
}

/// Whether there is a blank line between written ones.
fn has_gaps(lines: &[Line]) -> bool {
    let mut written = lines.iter().map(|line| !line.text.is_empty()).skip_while(|written| !written);
    // The first that is blank, then one that is not.
    written.by_ref().any(|written| !written) && written.any(|written| written)
}

/// Where the words of a line go.
#[derive(Default, Clone, Copy)]
enum Goes {
    /// Nowhere, like the line before: they are of a heading.
    #[default]
    Away,
    /// Nowhere, and what comes next is something else.
    Closed,
    /// To this unit, by its place in the list.
    To(usize),
}

#[derive(Default)]
struct Cutter {
    units: Vec<(Unit, String)>,
    places: BTreeMap<Unit, usize>,
    article: Option<Number>,
    /// The unit of the article that was begun last.
    current: Option<Unit>,
    goes: Goes,
    /// How many paragraphs stood before the first article.
    head: usize,
    gap: bool,
    signed: bool,
}

/// Whether a sentence or an item of a list ends here.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '\'']).ends_with(['.', ';', ':'])
}

impl Cutter {
    fn take(&mut self, line: &Line) {
        let mark = numbered(&line.text);
        let closed = match self.goes {
            Goes::To(place) => mark.is_some() && self.text(place).is_some_and(ends),
            Goes::Away => mark.is_some(),
            Goes::Closed => true,
        };
        if self.gap || closed || line.heading || line.item {
            self.goes = self.begin(line, mark);
        } else if let Goes::To(place) = self.goes {
            self.append(place, &line.text);
        } else if line.half_bold {
            self.goes = Goes::Closed;
        }
    }

    fn begin(&mut self, line: &Line, mark: Option<(Mark, &str)>) -> Goes {
        let text = line.text.as_str();
        if text.eq_ignore_ascii_case("unofficial translation") {
            return Goes::Closed;
        }
        if let Some(article) = heading(text, "Article") {
            self.article = Some(article);
            self.current = None;
            self.signed = false;
            return line.of_heading();
        }
        if heading(text, "Chapter").is_some() {
            self.current = None;
            return line.of_heading();
        }
        let Some(article) = self.article else { return self.before_the_first(text) };
        self.signed |= text.starts_with("President of the Republic") && !ends(text);
        if self.signed && mark.is_none() && !ends(text) {
            return Goes::Closed;
        }
        match mark {
            Some((Mark::Paragraph(number), rest)) => self.unit(paragraph(article, Some(number)), rest),
            Some((Mark::Subparagraph(number), rest)) => self.unit(self.subparagraph(article, number), rest),
            None => self.unnumbered(article, line),
        }
    }

    /// Title, date line, and all else until the first article.
    fn before_the_first(&mut self, text: &str) -> Goes {
        let unit = match self.head {
            0 => Unit::Title,
            1 => Unit::Date,
            _ => Unit::Preamble,
        };
        self.head = self.head.saturating_add(1);
        self.unit(unit, text)
    }

    /// The beginning of an article, a note, a further part; or what a blank line cut off from an open sentence.
    fn unnumbered(&mut self, article: Number, line: &Line) -> Goes {
        let text = line.text.as_str();
        let Some(current) = self.current else { return self.unit(paragraph(article, None), text) };
        if let Some(rest) = text.strip_prefix("Note").and_then(|rest| rest.strip_prefix(['.', ':'])) {
            return self.unit(note(current), rest.trim_start());
        }
        match self.places.get(&current).copied() {
            Some(place) if !line.heading && !self.text(place).is_some_and(ends) => {
                self.append(place, text);
                Goes::To(place)
            }
            _ => self.unit(next_part(current), text),
        }
    }

    fn subparagraph(&self, of: Number, number: Number) -> Unit {
        let subparagraph = Some(number);
        match self.current {
            Some(Unit::Article { article, paragraph, note, part, .. }) => {
                Unit::Article { article, paragraph, note, part, subparagraph }
            }
            _ => Unit::Article { article: of, paragraph: None, note: false, part: 0, subparagraph },
        }
    }

    fn unit(&mut self, unit: Unit, text: &str) -> Goes {
        self.current = Some(unit);
        if let Some(place) = self.places.get(&unit).copied() {
            self.append(place, text);
            return Goes::To(place);
        }
        let place = self.units.len();
        self.places.insert(unit, place);
        self.units.push((unit, text.to_string()));
        Goes::To(place)
    }

    fn text(&self, place: usize) -> Option<&str> {
        self.units.get(place).map(|(_, text)| text.as_str())
    }

    fn append(&mut self, place: usize, more: &str) {
        if let Some((_, text)) = self.units.get_mut(place) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(more);
        }
    }
}

impl Line {
    /// A heading in Markdown is one line, unless its bold type goes on; without marks it goes on until a blank line.
    const fn of_heading(&self) -> Goes {
        if self.heading && !self.half_bold { Goes::Closed } else { Goes::Away }
    }
}

const fn paragraph(article: Number, paragraph: Option<Number>) -> Unit {
    Unit::Article { article, paragraph, note: false, part: 0, subparagraph: None }
}

const fn note(to: Unit) -> Unit {
    match to {
        Unit::Article { article, paragraph, .. } => {
            Unit::Article { article, paragraph, note: true, part: 0, subparagraph: None }
        }
        other => other,
    }
}

/// The unnumbered part after a unit: the second after the first, which has no number.
const fn next_part(after: Unit) -> Unit {
    match after {
        Unit::Article { article, paragraph, note, part, .. } => {
            let part = if part == 0 { 2 } else { part.saturating_add(1) };
            Unit::Article { article, paragraph, note, part, subparagraph: None }
        }
        other => other,
    }
}
