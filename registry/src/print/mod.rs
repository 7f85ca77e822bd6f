//! Printing: the QR code of a recognition document and its one-page PDF.
//!
//! Everything here is a pure function of its input: no clock, no random numbers, no files, no network. The same document
//! printed twice gives the same bytes. Content that cannot be shown faithfully (a character that the embedded fonts lack,
//! text that does not fit on the page at a readable size) is an error and never a silent gap.
//!
//! ```
//! use rastau_registry::print::Qr;
//!
//! let code = Qr::encode("HTTP://EXAMPLE.ORG")?;
//! assert!(code.png(4).starts_with(b"\x89PNG"));
//! assert!(code.svg().starts_with("<svg "));
//! # Ok::<(), rastau_registry::print::PrintError>(())
//! ```

mod certificate;
mod error;
mod face;
mod flow;
mod glyphs;
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

impl Certificate {
    /// Lays the document out on one A4 page and returns it as a PDF/A-2u file (ISO 19005-2), which conforms to PDF/A-2b
    /// as well.
    ///
    /// # Errors
    /// [`PrintError`] for blank or overlong fields, characters that the fonts lack, and text too long for one page.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        pdf::write(&self.page()?)
    }

    /// Checks the fields and lays out the page.
    fn page(&self) -> Result<page::Page, PrintError> {
        self.check()?;
        page::lay_out(&plan::plan(self)?, Qr::encode(&self.qr_text)?)
    }
}
