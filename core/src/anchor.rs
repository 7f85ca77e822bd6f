//! Where a verifier's trust begins.

use serde::Serialize;

/// Where a verifier's first trust root came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// From a trusted source, such as the program's own installation.
    Pinned,
    /// From the bundle itself, when it was first used. Nothing vouches for it, and every answer says so.
    FirstUse,
}
