//! Splits a text of the act into its units, by headings, numbers and blank lines.

mod line;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::law::{Number, Unit};
use line::{Line, Mark, heading, numbered};

/// The units of a text in its order, each once: the text of a duplicate is appended to the first.
pub(super) fn split(text: &str) -> Vec<(Unit, String)> {
    let lines: Vec<Line> = text.lines().map(Line::parse).collect();
    let has_blank_lines = has_blank_lines_inside(&lines);
    let mut splitter = Splitter { after_blank: true, ..Splitter::default() };
    for line in &lines {
        if line.text.is_empty() {
            splitter.after_blank = true;
        } else {
            splitter.add_line(line);
            // In a text without blank lines, each line is a paragraph.
            splitter.after_blank = !has_blank_lines;
        }
    }
    splitter.units
}

/// Whether there is a blank line between lines of text.
fn has_blank_lines_inside(lines: &[Line]) -> bool {
    let mut written = lines.iter().map(|line| !line.text.is_empty()).skip_while(|written| !written);
    // The first blank line, then a line of text.
    written.by_ref().any(|written| !written) && written.any(|written| written)
}

/// The destination of a line's text.
#[derive(Default, Clone, Copy)]
enum Destination {
    /// Discarded, and so are the lines that continue it: a heading.
    #[default]
    Discard,
    /// Discarded; the next line begins a new unit.
    Ended,
    /// Appended to the unit at this index.
    Append(usize),
}

#[derive(Default)]
struct Splitter {
    units: Vec<(Unit, String)>,
    index_of: BTreeMap<Unit, usize>,
    article: Option<Number>,
    /// The current unit of the article.
    current: Option<Unit>,
    destination: Destination,
    /// The number of paragraphs before the first article.
    paragraphs_before: usize,
    after_blank: bool,
    signed: bool,
}

/// Whether a sentence or a list item ends here.
fn is_complete(text: &str) -> bool {
    text.trim_end_matches(['"', '\'']).ends_with(['.', ';', ':'])
}

impl Splitter {
    fn add_line(&mut self, line: &Line) {
        let mark = numbered(&line.text);
        let closed = match self.destination {
            Destination::Append(place) => mark.is_some() && self.text(place).is_some_and(is_complete),
            Destination::Discard => mark.is_some(),
            Destination::Ended => true,
        };
        if self.after_blank || closed || line.heading || line.item {
            self.destination = self.begin(line, mark);
        } else if let Destination::Append(place) = self.destination {
            self.append(place, &line.text);
        } else if line.half_bold {
            self.destination = Destination::Ended;
        }
    }

    fn begin(&mut self, line: &Line, mark: Option<(Mark, &str)>) -> Destination {
        let text = line.text.as_str();
        if text.eq_ignore_ascii_case("unofficial translation") {
            return Destination::Ended;
        }
        if let Some(article) = heading(text, "Article") {
            self.article = Some(article);
            self.current = None;
            self.signed = false;
            return line.heading_destination();
        }
        if heading(text, "Chapter").is_some() {
            self.current = None;
            return line.heading_destination();
        }
        let Some(article) = self.article else { return self.before_first_article(text) };
        self.signed |= text.starts_with("President of the Republic") && !is_complete(text);
        if self.signed && mark.is_none() && !is_complete(text) {
            return Destination::Ended;
        }
        match mark {
            Some((Mark::Paragraph(number), rest)) => self.unit(paragraph(article, Some(number)), rest),
            Some((Mark::Subparagraph(number), rest)) => self.unit(self.subparagraph(article, number), rest),
            None => self.unnumbered(article, line),
        }
    }

    /// The title, the date line, and everything else before the first article.
    fn before_first_article(&mut self, text: &str) -> Destination {
        let unit = match self.paragraphs_before {
            0 => Unit::Title,
            1 => Unit::Date,
            _ => Unit::Preamble,
        };
        self.paragraphs_before = self.paragraphs_before.saturating_add(1);
        self.unit(unit, text)
    }

    /// The beginning of an article, a note, a further part; or the continuation of a sentence after a blank line.
    fn unnumbered(&mut self, article: Number, line: &Line) -> Destination {
        let text = line.text.as_str();
        let Some(current) = self.current else { return self.unit(paragraph(article, None), text) };
        if let Some(rest) = text.strip_prefix("Note").and_then(|rest| rest.strip_prefix(['.', ':'])) {
            return self.unit(note(current), rest.trim_start());
        }
        match self.index_of.get(&current).copied() {
            Some(place) if !line.heading && !self.text(place).is_some_and(is_complete) => {
                self.append(place, text);
                Destination::Append(place)
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

    fn unit(&mut self, unit: Unit, text: &str) -> Destination {
        self.current = Some(unit);
        if let Some(place) = self.index_of.get(&unit).copied() {
            self.append(place, text);
            return Destination::Append(place);
        }
        let place = self.units.len();
        self.index_of.insert(unit, place);
        self.units.push((unit, text.to_string()));
        Destination::Append(place)
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
    /// A Markdown heading is one line, unless its bold type continues; without markup it continues until a blank line.
    const fn heading_destination(&self) -> Destination {
        if self.heading && !self.half_bold { Destination::Ended } else { Destination::Discard }
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

/// The unnumbered part after a unit: after the first part, which has no number, comes the second.
const fn next_part(after: Unit) -> Unit {
    match after {
        Unit::Article { article, paragraph, note, part, .. } => {
            let part = if part == 0 { 2 } else { part.saturating_add(1) };
            Unit::Article { article, paragraph, note, part, subparagraph: None }
        }
        other => other,
    }
}
