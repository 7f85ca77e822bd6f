//! Printing: the QR code of a recognition document and its one-page PDF.
//!
//! Everything here is a pure function of its input: no clock, no random numbers, no files, no network. The same
//! document printed twice gives the same bytes. Whatever cannot be shown faithfully (a character the embedded fonts
//! lack, text that does not fit the page at a readable size) is an error and never a silent gap.

mod certificate;
mod error;
mod face;
mod flow;
mod page;
mod panel;
mod pdf;
mod plan;
mod qr;
mod section;
mod terms;
#[cfg(test)]
mod tests;

pub use certificate::Certificate;
pub use error::PrintError;
pub use qr::Qr;
pub use rastau_core::verdict::LocalizedName;
