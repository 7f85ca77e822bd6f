//! The kind of a file, by its contents.

use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;

use super::{Format, damaged};
use crate::error::{Foreign, TableError};

/// The number of bytes that are examined.
const HEAD: u64 = 1024;

/// The start of an archive with at least one file.
const ZIP: &[u8] = b"PK\x03\x04";
/// The start of a compound file ([MS-CFB] 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Workbook(Format),
}

/// Returns the first bytes of a file.
fn head(input: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
    input.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    input.by_ref().take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// Returns whether a file is an archive or a compound file.
pub(crate) fn is_container(input: &mut (impl Read + Seek)) -> io::Result<bool> {
    let head = head(input)?;
    input.seek(SeekFrom::Start(0))?;
    Ok(head.starts_with(ZIP) || head.starts_with(COMPOUND))
}

/// Determines the kind of a file.
///
/// # Errors
/// [`TableError::Foreign`] for a file that is not a table, [`TableError::Workbook`] for a damaged one.
pub(crate) fn sniff(input: &mut (impl Read + Seek)) -> Result<Kind, TableError> {
    let head = head(input)?;
    let starts = |magic: &[u8]| head.starts_with(magic);
    if starts(ZIP) {
        return archive(input);
    }
    if starts(COMPOUND) {
        return compound_file(input);
    }
    let foreign = if starts(b"%PDF-") {
        Some(Foreign::Pdf)
    } else if starts(b"{\\rtf") {
        Some(Foreign::Document)
    } else if starts(b"\x89PNG")
        || starts(b"\xFF\xD8\xFF")
        || starts(b"GIF8")
        || starts(b"II*\0")
        || starts(b"MM\0*")
    {
        Some(Foreign::Picture)
    } else {
        markup(&head)
    };
    foreign.map_or(Ok(Kind::Text), |kind| Err(TableError::Foreign(kind)))
}

fn markup(head: &[u8]) -> Option<Foreign> {
    // In UTF-16 every second byte is NUL.
    let head: String =
        head.iter().filter(|byte| byte.is_ascii() && **byte != 0).map(|byte| char::from(*byte)).collect();
    let head = head.trim_start().to_ascii_lowercase();
    if !head.starts_with('<') {
        return None;
    }
    let html = ["<!doctype html", "<html", "<head", "<table", "<meta", "<style"];
    if html.iter().any(|tag| head.contains(tag)) {
        return Some(Foreign::Html);
    }
    head.starts_with("<?xml").then_some(Foreign::Xml)
}

fn archive(input: &mut (impl Read + Seek)) -> Result<Kind, TableError> {
    let mut archive = ZipArchive::new(input).map_err(damaged)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.bin") {
        return Err(TableError::Foreign(Foreign::Xlsb));
    }
    if has("word/document.xml") {
        return Err(TableError::Foreign(Foreign::Document));
    }
    if has("xl/workbook.xml") {
        return Ok(Kind::Workbook(Format::Xlsx));
    }
    if !has("content.xml") || !has("mimetype") {
        return Err(TableError::Foreign(Foreign::Archive));
    }
    let mut mime = String::new();
    archive.by_name("mimetype").map_err(damaged)?.take(HEAD).read_to_string(&mut mime)?;
    if !mime.contains("opendocument.spreadsheet") {
        return Err(TableError::Foreign(Foreign::Document));
    }
    let mut manifest = String::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        let _ = part.take(HEAD.saturating_mul(1024)).read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(TableError::Foreign(Foreign::Encrypted));
    }
    Ok(Kind::Workbook(Format::Ods))
}

fn compound_file(input: &mut (impl Read + Seek)) -> Result<Kind, TableError> {
    input.seek(SeekFrom::Start(0))?;
    let file = cfb::CompoundFile::open(input).map_err(damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(TableError::Foreign(Foreign::Encrypted));
    }
    if file.is_stream("/Workbook") || file.is_stream("/Book") {
        return Ok(Kind::Workbook(Format::Xls));
    }
    Err(TableError::Foreign(Foreign::Document))
}
