//! A document beside the post of a person.

use serde::{Serialize, Serializer};

use crate::names::names;

names! {
    /// How the profession of a document relates to that of a post.
    pub enum PostMatch {
        /// The document is for the profession of the post.
        Same = "same",
        /// The document is for skills of the profession of the post (art. 20).
        PartOfIt = "part-of-it",
        /// The document is for another profession.
        Another = "another-profession",
        /// The profession of the post is in another edition of the classifier only, so they cannot be compared.
        AnotherEdition = "another-edition",
        /// The classifier has no such code or name, or the text names several professions; they cannot be compared.
        Unknown = "unknown",
        /// Nothing confirms the profession of the document, so they cannot be compared.
        NotConfirmed = "not-confirmed",
        /// A page of the classifier cannot be read, so they cannot be compared.
        Unreadable = "unreadable",
    }

    /// Whether the level of a document is the same text as that of a post.
    pub enum LevelMatch {
        /// The same text.
        Same = "same",
        /// Not the same text. Which of the two is higher is not known.
        NotTheSameText = "not-the-same-text",
    }
}

impl Serialize for PostMatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for LevelMatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A document beside a post. It says nothing about whether the Law lets the person do this work (art. 15.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PostComparison {
    /// The profession.
    pub profession: PostMatch,
    /// The level; absent if the post states none, or the document's is not confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<LevelMatch>,
}
