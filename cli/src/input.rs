//! What the person gave: a literal text, a file of some kind, or standard input.

use std::io::Read;
use std::path::Path;

use rastau_core::document::text::{MAX_FORM, Presented};
use rastau_core::error::{Exit, ReadError};
use rastau_messages::{self as messages, Lang};

use crate::error::CliError;
use crate::scan::{self, Kind, ScanError};

/// Reads INPUT into what is presented for verification; what is wrong with it is said in the language of the answer.
pub fn presented(input: &str, lang: Lang) -> Result<Presented, CliError> {
    let trimmed = input.trim_start();
    if input == "-" {
        let mut bytes = Vec::new();
        let limit = scan::MAX_FILE_BYTES + 1;
        std::io::stdin()
            .lock()
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|error| CliError::standard_input(&error))?;
        from_bytes(&bytes, lang)
    } else if trimmed.is_empty() || trimmed.starts_with('{') || is_document_text(trimmed) {
        read(input, lang)
    } else {
        let path = Path::new(input);
        let bytes = read_file(path)?;
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let picture = ["png", "jpg", "jpeg", "pdf"].iter().any(|one| ending == *one);
        if picture
            && scan::kind(&bytes) == Kind::Text
            && read(&String::from_utf8_lossy(&bytes), lang).is_err()
        {
            return Err(ScanError::NotAPicture.into());
        }
        from_bytes(&bytes, lang)
    }
}

fn read(text: &str, lang: Lang) -> Result<Presented, CliError> {
    Presented::read(text).map_err(|error| said(&error, lang))
}

fn said(error: &ReadError, lang: Lang) -> CliError {
    match lang {
        // English is also what nobody asked for, and the core's own sentences say a little more.
        Lang::En => CliError::new(Exit::Data, error.to_string()),
        lang => CliError::new(Exit::Data, messages::read_error(error, lang)),
    }
}

/// Whether a text claims to be a document, of whatever version.
fn is_document_text(text: &str) -> bool {
    text.strip_prefix("RST").and_then(|rest| rest.split_once(':')).is_some_and(|(version, _)| {
        !version.is_empty() && version.len() < 9 && version.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The beginning of what was given: a text that is no file's name may be as long as a book.
fn short(text: &str) -> String {
    const MOST: usize = 120;
    let cut: String = text.chars().take(MOST).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

fn read_file(path: &Path) -> Result<Vec<u8>, CliError> {
    let file = std::fs::File::open(path).map_err(|error| {
        let hint = if error.kind() == std::io::ErrorKind::NotFound {
            "; give a file, a document text that starts with RST1:, a JSON form, or - for standard input"
        } else {
            ""
        };
        CliError::new(
            Exit::NoInput,
            format!("cannot read {}: {error}{hint}", short(&path.display().to_string())),
        )
    })?;
    let mut bytes = Vec::new();
    file.take(scan::MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| CliError::input(path, &error))?;
    Ok(bytes)
}

fn from_bytes(bytes: &[u8], lang: Lang) -> Result<Presented, CliError> {
    match scan::kind(bytes) {
        Kind::Text => {
            if bytes.len() > MAX_FORM {
                return Err(said(&ReadError::TooLong { limit: MAX_FORM }, lang));
            }
            let text = std::str::from_utf8(bytes).map_err(|_| {
                CliError::new(
                    Exit::Data,
                    "this file is neither a PNG, JPEG or PDF nor a text in UTF-8; give one of these",
                )
            })?;
            read(text, lang)
        }
        Kind::Png | Kind::Jpeg | Kind::Pdf => from_codes(&scan::read_codes(bytes)?, lang),
    }
}

/// Picks the document among the QR codes of a picture: exactly one must be there; codes of other things beside it
/// do no harm.
fn from_codes(codes: &[String], lang: Lang) -> Result<Presented, CliError> {
    let mut documents = codes.iter().filter(|code| is_document_text(code));
    match (documents.next(), documents.count()) {
        (Some(code), 0) => read(code, lang),
        (Some(_), more) => {
            let count = more + 1;
            Err(CliError::new(
                Exit::Data,
                format!("the picture shows {count} documents; give a picture of one at a time"),
            ))
        }
        (None, _) => {
            let seen: String = codes.first().map(|code| code.chars().take(60).collect()).unwrap_or_default();
            Err(CliError::new(
                Exit::Data,
                format!("the QR code is not a recognition document's; it says \"{}\"", seen.escape_debug()),
            ))
        }
    }
}
