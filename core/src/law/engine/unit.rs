//! Units of the act's text: article, paragraph, part, subparagraph.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::citation::Citation;

/// The number of an article, paragraph or subparagraph. A unit inserted by an amendment has a second number, `12-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The number.
    pub main: u16,
    /// The number after the hyphen; 0 for none.
    pub inserted: u16,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inserted {
            0 => write!(f, "{}", self.main),
            inserted => write!(f, "{}-{inserted}", self.main),
        }
    }
}

/// A unit of the act. Units are ordered as in the act; the text form is `art26.p2.part2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// The act's title.
    Title,
    /// The line with its date and number.
    Date,
    /// The text between that line and the first chapter.
    Preamble,
    /// A unit of an article.
    Article {
        /// The article.
        article: Number,
        /// The numbered paragraph; `None` where the article has none.
        paragraph: Option<Number>,
        /// Whether it is the note to the paragraph.
        note: bool,
        /// The number of the unnumbered part, from the second; 0 for the first.
        part: u16,
        /// The subparagraph; `None` for text that introduces subparagraphs or has none.
        subparagraph: Option<Number>,
    },
}

/// A unit of an article by its numbers, 0 for none.
pub(in crate::law) const fn at(article: u16, paragraph: u16, part: u16, subparagraph: u16) -> Unit {
    Unit::Article {
        article: Number { main: article, inserted: 0 },
        paragraph: some(paragraph),
        note: false,
        part,
        subparagraph: some(subparagraph),
    }
}

/// The note to a paragraph.
pub(in crate::law) const fn note_to(article: u16, paragraph: u16) -> Unit {
    Unit::Article {
        article: Number { main: article, inserted: 0 },
        paragraph: some(paragraph),
        note: true,
        part: 0,
        subparagraph: None,
    }
}

const fn some(number: u16) -> Option<Number> {
    if number == 0 { None } else { Some(Number { main: number, inserted: 0 }) }
}

impl Unit {
    /// Returns the article; `None` for text before the first article.
    #[must_use]
    pub const fn article(self) -> Option<Number> {
        match self {
            Self::Title | Self::Date | Self::Preamble => None,
            Self::Article { article, .. } => Some(article),
        }
    }

    /// Returns the provision to cite; a note is cited with its paragraph. `None` for text before the first article, and
    /// for numbers that a citation cannot hold.
    #[must_use]
    pub fn citation(self) -> Option<Citation> {
        let number = |number: Option<Number>| match number {
            None => Some(0),
            Some(Number { main, inserted: 0 }) => u8::try_from(main).ok(),
            Some(_) => None,
        };
        let Self::Article { article, paragraph, part, subparagraph, .. } = self else { return None };
        let part = u8::try_from(part).ok()?;
        Some(Citation::law(number(Some(article))?, number(paragraph)?, part, number(subparagraph)?))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("title"),
            Self::Date => f.write_str("title.date"),
            Self::Preamble => f.write_str("preamble"),
            Self::Article { article, paragraph, note, part, subparagraph } => {
                write!(f, "art{article}")?;
                if let Some(paragraph) = paragraph {
                    write!(f, ".p{paragraph}")?;
                }
                if *note {
                    f.write_str(".note")?;
                }
                if *part > 0 {
                    write!(f, ".part{part}")?;
                }
                if let Some(subparagraph) = subparagraph {
                    write!(f, ".s{subparagraph}")?;
                }
                Ok(())
            }
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
