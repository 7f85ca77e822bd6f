//! Reads the INPUT of `verify`: a literal text, a file or standard input.

use std::io::{ErrorKind, Read};
use std::path::Path;

use rastau_core::document::text::{MAX_FORM, Presented};
use rastau_core::error::ReadError;
use rastau_messages::Lang;

use crate::child;
use crate::error::CliError;
use crate::files;
use crate::scan::{self, Kind, ScanError};

/// Maximum characters of the user's input in an error message.
pub const MAX_QUOTED: usize = 120;
/// Maximum characters of a foreign QR code in an error message.
const MAX_QUOTED_CODE: usize = 60;

/// Reads INPUT. Errors of a document or form are in the language of the answer.
pub fn presented(input: &str, lang: Lang) -> Result<Presented, CliError> {
    let trimmed = input.trim_start();
    if input == "-" {
        let mut bytes = Vec::new();
        let limit = scan::MAX_FILE_BYTES + 1;
        let read = std::io::stdin().lock().take(limit).read_to_end(&mut bytes);
        read.map_err(CliError::StandardInput)?;
        from_bytes(&bytes, lang)
    } else if trimmed.is_empty() || trimmed.starts_with('{') || is_document_text(trimmed) {
        from_text(input, lang)
    } else {
        let path = Path::new(input);
        let bytes = read_file(path)?;
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let picture = ["png", "jpg", "jpeg", "pdf"].iter().any(|known| ending == *known);
        if picture
            && scan::kind(&bytes) == Kind::Text
            && Presented::read(&String::from_utf8_lossy(&bytes)).is_err()
        {
            return Err(CliError::Scan { error: ScanError::NotAPicture, lang });
        }
        from_bytes(&bytes, lang)
    }
}

fn from_text(text: &str, lang: Lang) -> Result<Presented, CliError> {
    Presented::read(text).map_err(|error| CliError::Document { error, lang })
}

/// Returns whether a text is meant as a document, of any version and even if it is malformed.
fn is_document_text(text: &str) -> bool {
    !matches!(Presented::read(text), Err(ReadError::NotADocument | ReadError::Empty))
}

fn read_file(path: &Path) -> Result<Vec<u8>, CliError> {
    let failed = CliError::read(path);
    let file = files::open_regular(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::InvalidFilename => {
            CliError::NoSuchInput { input: quoted(&path.display().to_string(), MAX_QUOTED) }
        }
        _ => failed(error),
    })?;
    let mut bytes = Vec::new();
    file.take(scan::MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Returns at most `max` characters from the beginning of a text.
pub fn quoted(text: &str, max: usize) -> String {
    let beginning: String = text.chars().take(max).collect();
    if beginning.len() < text.len() { format!("{beginning}…") } else { beginning }
}

fn from_bytes(bytes: &[u8], lang: Lang) -> Result<Presented, CliError> {
    match scan::kind(bytes) {
        Kind::Text => {
            if bytes.len() > MAX_FORM {
                return Err(CliError::Document { error: ReadError::TooLong { limit: MAX_FORM }, lang });
            }
            from_text(&rastau_core::input::decode(bytes).ok_or(CliError::BinaryInput)?, lang)
        }
        Kind::Png | Kind::Jpeg | Kind::Pdf => {
            let codes = child::codes(bytes).map_err(|error| CliError::Scan { error, lang })?;
            from_codes(&codes, lang)
        }
    }
}

/// Reads the one document among the QR codes of a picture. Other codes are ignored.
fn from_codes(codes: &[String], lang: Lang) -> Result<Presented, CliError> {
    let mut documents = codes.iter().filter(|code| is_document_text(code));
    match (documents.next(), documents.count()) {
        (Some(code), 0) => from_text(code, lang),
        (Some(_), more) => Err(CliError::SeveralDocuments { count: more + 1 }),
        (None, _) => {
            let text = codes.first().map(|code| quoted(code, MAX_QUOTED_CODE)).unwrap_or_default();
            Err(CliError::ForeignCode { text })
        }
    }
}
