//! QR codes: one alphanumeric segment, a web address in bytes and a document in digits, or a typed form in bytes; error correction
//! level Q, a quiet zone of four modules.
//!
//! The size depends on the lengths of the segments alone: texts of equal length have codes of the same version.

use std::fmt::Write as _;

use qrcode::bits::Bits;
use qrcode::{EcLevel, QrCode, Version};
use rastau_core::document::text::LINK_PREFIX;

use super::error::PrintError;

/// The width of the quiet zone in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;
/// The maximum number of pixels for a module's side; more is of no use on a screen or printer.
const MAX_PIXELS: u32 = 64;

/// A QR code at level Q with the four-module quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Qr {
    version: u8,
    width: usize,
    dark: Vec<bool>,
}

/// A horizontal run of dark modules; positions count from the outer corner of the quiet zone.
pub(super) struct Run {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) length: usize,
}

impl Qr {
    /// Encodes `text` in the smallest version that can hold it.
    ///
    /// # Errors
    /// [`PrintError::NotAlphanumeric`] for a character other than `0-9 A-Z $%*+-./:` and space in a text that is not a link to a
    /// document or a typed form in ASCII, [`PrintError::Blank`] for an empty text, [`PrintError::QrTooLong`] for one that exceeds version 40.
    pub fn encode(text: &str) -> Result<Self, PrintError> {
        if text.is_empty() {
            return Err(PrintError::Blank { field: "qr_text" });
        }
        let content = match text.chars().enumerate().find(|(_, c)| !is_alphanumeric(*c)) {
            None => Content::Alphanumeric(text),
            Some((at, character)) => {
                let other = Content::link(text).or_else(|| Content::form(text));
                other.ok_or(PrintError::NotAlphanumeric { at, character })?
            }
        };
        for version in 1..=40_u8 {
            let Ok(bits) = content.bits(version) else { continue };
            let code = QrCode::with_bits(bits, EcLevel::Q).map_err(|_| PrintError::QrTooLong(text.len()))?;
            let dark = code.to_colors().iter().map(|c| *c == qrcode::Color::Dark).collect();
            return Ok(Self { version, width: code.width(), dark });
        }
        Err(PrintError::QrTooLong(text.len()))
    }

    /// Returns the QR version, 1 to 40.
    pub fn version(&self) -> u8 {
        self.version
    }

    /// Returns the number of modules along one side, both quiet zones included.
    pub fn modules(&self) -> usize {
        self.width + 2 * QUIET_ZONE
    }

    /// Returns a black and white PNG with `px_per_module` pixels (1 to 64) for a module's side.
    pub fn png(&self, px_per_module: u32) -> Vec<u8> {
        let scale = px_per_module.clamp(1, MAX_PIXELS) as usize;
        let side = self.modules() * scale;
        let stride = side.div_ceil(8);
        let mut pixels = vec![0xFF_u8; stride * side];
        for run in self.runs() {
            for row in run.y * scale..(run.y + 1) * scale {
                for column in run.x * scale..(run.x + run.length) * scale {
                    pixels[row * stride + column / 8] &= !(0x80 >> (column % 8));
                }
            }
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side as u32, side as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&pixels))
            .expect("writing to a vector does not fail, and the size is that of the pixels");
        file
    }

    /// Returns an SVG of one path on a white background, without script or style; it scales to its container.
    pub fn svg(&self) -> String {
        let side = self.modules();
        let mut path = String::new();
        for Run { x, y, length } in self.runs() {
            let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>\
             <path fill=\"#000\" d=\"{path}\"/></svg>\n"
        )
    }

    /// Returns all dark modules as runs, row by row.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (row, modules) in self.dark.chunks(self.width).enumerate() {
            let mut column = 0;
            while column < self.width {
                let length = modules[column..].iter().take_while(|dark| **dark).count();
                if length > 0 {
                    runs.push(Run { x: column + QUIET_ZONE, y: row + QUIET_ZONE, length });
                }
                column += length.max(1);
            }
        }
        runs
    }
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Qr(version {})", self.version)
    }
}

fn is_alphanumeric(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='Z' | ' ' | '$' | '%' | '*' | '+' | '-' | '.' | '/' | ':')
}

/// The segments of a code.
enum Content<'t> {
    Alphanumeric(&'t str),
    /// A typed form in JSON and ASCII, which every reader decodes alike.
    Form(&'t str),
    /// A web address up to the digits of a document, and the digits.
    Link(&'t str, &'t str),
}

impl<'t> Content<'t> {
    /// Splits a link to a document; `None` if the text is not one.
    fn link(text: &'t str) -> Option<Self> {
        let at = text.find(LINK_PREFIX)? + LINK_PREFIX.len();
        let (address, digits) = text.split_at(at);
        let is_link = address.bytes().all(|byte| byte.is_ascii_graphic())
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_link.then_some(Self::Link(address, digits))
    }

    /// Takes a typed form in ASCII; `None` if the text is not one.
    fn form(text: &'t str) -> Option<Self> {
        let is_form =
            text.starts_with('{') && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
        is_form.then_some(Self::Form(text))
    }

    fn bits(&self, version: u8) -> qrcode::QrResult<Bits> {
        let mut bits = Bits::new(Version::Normal(version.into()));
        match self {
            Self::Alphanumeric(text) => bits.push_alphanumeric_data(text.as_bytes())?,
            Self::Form(text) => bits.push_byte_data(text.as_bytes())?,
            Self::Link(address, digits) => {
                bits.push_byte_data(address.as_bytes())?;
                bits.push_numeric_data(digits.as_bytes())?;
            }
        }
        bits.push_terminator(EcLevel::Q)?;
        Ok(bits)
    }
}
