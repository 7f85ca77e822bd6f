//! Whom a person can ask about a verdict.

use alloc::string::String;

use serde::Serialize;

/// A body that signs a part of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// The keeper of the register.
    Register,
    /// The National Chamber of Entrepreneurs, which accredits centres (art. 11).
    Chamber,
    /// The recognition centre that issued the document.
    Centre,
}

/// How to reach a body, as the register states it and never the document. Each part may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BodyContact {
    /// The body.
    pub of: Body,
    /// The address of a page, `https://…`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// A telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub telephone: String,
    /// An e-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
}
