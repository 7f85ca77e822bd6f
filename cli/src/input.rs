//! Reads the INPUT of `verify`: a literal text, a file or standard input.

use std::io::{ErrorKind, Read};
use std::path::Path;

use rastau_core::document::link::Origin;
use rastau_core::document::text::{MAX_FORM, Presented};
use rastau_core::error::ReadError;
use rastau_messages::Lang;

use crate::child;
use crate::error::CliError;
use crate::files;
use crate::input_error::InputError;
use crate::out::note;
use crate::progress::progress_bar;
use crate::scan::{self, Kind, ScanError};

/// Maximum characters of the name of a file in an error message.
const MAX_QUOTED: usize = 120;

/// Reads INPUT. Errors and notes are in the language of the answer.
pub fn presented(input: &str, password_file: Option<&Path>, lang: Lang) -> Result<Presented, CliError> {
    let read = || {
        let password = password_file.map(password).transpose()?.unwrap_or_default();
        let trimmed = input.trim_start();
        if input == "-" {
            from_bytes(&standard_input()?, &password, lang)
        } else if is_literal(trimmed) && !(trimmed.starts_with('{') && is_name_in_braces(input))
            || is_other_code(input)
        {
            from_text(input)
        } else {
            from_file(Path::new(input), &password, lang)
        }
    };
    read().map_err(|error| CliError::Input { error, lang })
}

/// An INPUT that was read before the register is known: a document, or an error that depends on the register.
pub struct BeforeRegister {
    read: Result<Presented, InputError>,
    lang: Lang,
}

impl BeforeRegister {
    /// Reads INPUT ([`presented`]). Errors that do not depend on the register are returned at once, so that a mistyped form is
    /// reported before a bundle is opened.
    pub fn read(input: &str, password_file: Option<&Path>, lang: Lang) -> Result<Self, CliError> {
        match presented(input, password_file, lang) {
            // A web address at the register's origin is a document that was cut off.
            Err(CliError::Input { error, .. }) if error.depends_on_register() => {
                Ok(Self { read: Err(error), lang })
            }
            other => Ok(Self { read: Ok(other?), lang }),
        }
    }

    /// Returns the document for a register whose documents have web addresses at `origin`.
    pub fn for_origin(self, origin: Option<&Origin>) -> Result<Presented, CliError> {
        let lang = self.lang;
        self.read
            .map_err(|error| CliError::Input { error: error.for_origin(origin.map(Origin::as_str)), lang })
    }
}

/// Returns whether the input is the document itself.
fn is_literal(trimmed: &str) -> bool {
    trimmed.is_empty() || trimmed.starts_with('{') || is_document_text(trimmed)
}

/// Returns whether a text is that of another kind of code, and not the name of a file.
fn is_other_code(input: &str) -> bool {
    matches!(Presented::read(input), Err(ReadError::Foreign(_))) && !Path::new(input).is_file()
}

/// Returns whether a text that starts like a form is the name of a file: programs name files `{6F96…}.png`.
fn is_name_in_braces(input: &str) -> bool {
    Presented::read(input).is_err() && Path::new(input).is_file()
}

fn standard_input() -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(scan::MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|source| InputError::Read { path: "-".into(), source })?;
    Ok(bytes)
}

fn from_file(path: &Path, password: &str, lang: Lang) -> Result<Presented, InputError> {
    let bytes = read_file(path, scan::MAX_FILE_BYTES + 1)?;
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_picture =
        ["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif", "pdf"]
            .iter()
            .any(|known| ending == *known);
    if is_picture
        && scan::kind(&bytes) == Kind::Text
        && Presented::read(&String::from_utf8_lossy(&bytes)).is_err()
    {
        return Err(InputError::Scan(ScanError::NotAPicture));
    }
    from_bytes(&bytes, password, lang)
}

fn from_text(text: &str) -> Result<Presented, InputError> {
    Presented::read(text).map_err(InputError::Document)
}

/// Returns whether a text is meant as a document, of any version and even if it is malformed.
fn is_document_text(text: &str) -> bool {
    !matches!(Presented::read(text), Err(ReadError::NotADocument | ReadError::Foreign(_) | ReadError::Empty))
}

fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, InputError> {
    let name = || quoted(&path.display().to_string(), MAX_QUOTED);
    let failed = |source| InputError::Read { path: name(), source };
    let file = files::open_regular(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::InvalidFilename => InputError::NoSuchInput,
        _ => failed(error),
    })?;
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Reads the password of a PDF: the first line of a file.
fn password(path: &Path) -> Result<String, InputError> {
    let bytes = read_file(path, scan::MAX_PASSWORD as u64 + 1)?;
    let wrong = || InputError::PasswordFile { limit: scan::MAX_PASSWORD };
    let text = if bytes.len() <= scan::MAX_PASSWORD { std::str::from_utf8(&bytes).ok() } else { None };
    Ok(text.ok_or_else(wrong)?.lines().next().unwrap_or_default().to_owned())
}

/// Returns at most `max` characters from the beginning of a text.
fn quoted(text: &str, max: usize) -> String {
    let beginning: String = text.chars().take(max).collect();
    if beginning.len() < text.len() { format!("{beginning}…") } else { beginning }
}

fn from_bytes(bytes: &[u8], password: &str, lang: Lang) -> Result<Presented, InputError> {
    match scan::kind(bytes) {
        Kind::Text => from_text_file(bytes),
        Kind::Foreign(foreign) => Err(InputError::Scan(ScanError::Foreign(foreign))),
        Kind::Png | Kind::Jpeg | Kind::Webp | Kind::Gif | Kind::Bmp | Kind::Tiff | Kind::Pdf => {
            from_codes(&codes(bytes, password, lang)?)
        }
    }
}

fn from_text_file(bytes: &[u8]) -> Result<Presented, InputError> {
    let is_long = bytes.len() > MAX_FORM;
    if is_long && !scan::is_binary(bytes) {
        return Err(InputError::Document(ReadError::TooLong { limit: MAX_FORM }));
    }
    let text = if is_long { None } else { rastau_core::input::decode(bytes) };
    match from_text(&text.ok_or(InputError::Binary)?) {
        Err(InputError::Document(ReadError::NotADocument)) if scan::is_binary(bytes) => {
            Err(InputError::Binary)
        }
        read => read,
    }
}

/// Reads the codes of a picture or PDF. Pages that were not read are reported on standard error.
fn codes(bytes: &[u8], password: &str, lang: Lang) -> Result<Vec<String>, InputError> {
    let mut bar = None;
    let mut progress = |page: u32, total: u32| {
        if total > 1 {
            let bar = bar.get_or_insert_with(|| {
                progress_bar(total.into(), lang.pick(["беттер", "страницы", "pages"]))
            });
            bar.set_position(page.into());
        }
    };
    let found = child::codes(bytes, password, &mut progress);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let found = found.map_err(InputError::Scan)?;
    if let Some(text) = found.unread.text(lang) {
        note!("rastau: {text}");
    }
    Ok(found.texts)
}

/// Reads the one document among the QR codes of a picture. Other codes are ignored.
fn from_codes(codes: &[String]) -> Result<Presented, InputError> {
    let mut documents = codes.iter().filter(|code| is_document_text(code));
    match (documents.next(), documents.count()) {
        (Some(code), 0) => from_text(code),
        (Some(_), more) => Err(InputError::SeveralDocuments { count: more + 1 }),
        (None, _) => {
            let known = codes.iter().map(|code| from_text(code));
            let known = known.filter(|read| matches!(read, Err(InputError::Document(ReadError::Foreign(_)))));
            known.into_iter().next().unwrap_or(Err(InputError::OtherCode))
        }
    }
}
