//! Sources: provisions of the Law, and technical standards.
//!
//! ```
//! use rastau_core::{CheckId, Citation, rule};
//!
//! let appeal = rule("art22.p1.appeal-window").unwrap();
//! assert!(matches!(appeal.citation, Citation::Law { article: 22, paragraph: Some(1), .. }));
//! assert!(matches!(CheckId::SnapshotFresh.citation(), Citation::Standard { .. }));
//! ```

use core::fmt::{self, Display, Formatter};

use serde::{Serialize, Serializer};

use crate::names::names;

/// The source of a check or a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Citation {
    /// A provision of Law No. 14-VIII.
    Law {
        /// Number of the act.
        law: &'static str,
        /// Article.
        article: u8,
        /// Paragraph, where the article has them.
        #[serde(skip_serializing_if = "Option::is_none")]
        paragraph: Option<u8>,
        /// Unnumbered part within the paragraph.
        #[serde(skip_serializing_if = "Option::is_none")]
        part: Option<u8>,
        /// Subparagraph.
        #[serde(skip_serializing_if = "Option::is_none")]
        subparagraph: Option<u8>,
    },
    /// A technical standard, or a document of this project.
    Standard {
        /// Its name and clause.
        #[cfg_attr(feature = "schema", schemars(with = "&str"))]
        standard: Standard,
    },
}

/// A clause of a technical standard. [`Display`] writes its name and clause: `RFC 8392, section 3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// A section of an RFC.
    Rfc {
        /// Number of the RFC.
        number: u16,
        /// Number of the section: `4.4`.
        section: &'static str,
    },
    /// A chapter of the project's own formats.
    Format(Chapter),
}

names! {
    /// A chapter of `docs/formats.md`; its name is the heading in lower case.
    pub enum Chapter {
        /// How records are stored, and how a page is authenticated against a signed root hash.
        Segments = "segments",
        /// The rows of the register: keys, professions, centres.
        Tables = "tables",
        /// How the age of a snapshot is measured.
        Freshness = "freshness",
    }
}

impl Display for Standard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfc { number, section } => write!(f, "RFC {number}, section {section}"),
            Self::Format(chapter) => write!(f, "docs/formats.md, {}", chapter.name()),
        }
    }
}

impl Serialize for Standard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Citation {
    pub(crate) const fn law(article: u8, paragraph: u8, part: u8, subparagraph: u8) -> Self {
        const fn some(number: u8) -> Option<u8> {
            if number == 0 { None } else { Some(number) }
        }
        Self::Law {
            law: "14-VIII",
            article,
            paragraph: some(paragraph),
            part: some(part),
            subparagraph: some(subparagraph),
        }
    }

    pub(crate) const fn rfc(number: u16, section: &'static str) -> Self {
        Self::Standard { standard: Standard::Rfc { number, section } }
    }

    pub(crate) const fn format(chapter: Chapter) -> Self {
        Self::Standard { standard: Standard::Format(chapter) }
    }
}
