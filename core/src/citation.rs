//! Sources: provisions of the Law, and technical standards.
//!
//! ```
//! use rastau_core::{CheckId, Citation, rule};
//!
//! let appeal = rule("art22.p1.appeal-window").unwrap();
//! assert!(matches!(appeal.citation, Citation::Law { article: 22, paragraph: Some(1), .. }));
//! assert!(matches!(CheckId::SnapshotFresh.citation(), Citation::Standard { .. }));
//! ```

use serde::Serialize;

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
        standard: &'static str,
    },
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

    pub(crate) const fn standard(standard: &'static str) -> Self {
        Self::Standard { standard }
    }
}
