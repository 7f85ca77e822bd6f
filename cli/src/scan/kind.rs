//! The kind of a file, from its content.

use std::fmt;

use rastau_messages::Lang;
use serde::{Deserialize, Serialize};

/// Bytes in which the header of a PDF is looked for. Mail programs and web servers put lines of their own before it.
const PDF_HEADER: usize = 64 << 10;
/// Bytes in which a text is recognised.
const HEAD: usize = 1024;

/// The kind of a file, by its content. The name of the file does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// A GIF picture.
    Gif,
    /// A BMP picture.
    Bmp,
    /// A TIFF picture, of one or more pages.
    Tiff,
    /// A PDF document.
    Pdf,
    /// A known kind that is not read.
    Foreign(Foreign),
    /// None of these; treated as text.
    Text,
}

/// A kind of file that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    /// A HEIC or HEIF picture, as telephones save them.
    Heic,
    /// An AVIF picture.
    Avif,
    /// A JPEG XL picture.
    JpegXl,
    /// A JPEG 2000 picture that is not part of a PDF.
    Jpeg2000,
    /// An SVG drawing.
    Svg,
    /// An icon of Windows.
    Icon,
    /// A picture of Photoshop.
    Photoshop,
    /// A DjVu document.
    Djvu,
    /// A PostScript document.
    PostScript,
    /// A document of a word processor.
    Document,
    /// A workbook of a spreadsheet program.
    Workbook,
    /// A web page.
    Html,
    /// An archive.
    Archive,
    /// A video.
    Video,
}

/// What to do with a file that is not read.
enum Advice {
    SaveAsJpeg,
    SaveAsPdf,
    Unpack,
    GiveAsList,
}

/// Returns the kind of a file.
pub fn kind(bytes: &[u8]) -> Kind {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let at = |from: usize, magic: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(magic));
    if starts(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if starts(&[0xff, 0xd8, 0xff]) {
        Kind::Jpeg
    } else if starts(b"RIFF") && at(8, b"WEBP") {
        Kind::Webp
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        Kind::Gif
    } else if is_bmp(bytes) {
        Kind::Bmp
    } else if starts(b"II*\0") || starts(b"MM\0*") || starts(b"II+\0\x08\0") || starts(b"MM\0+\0\x08") {
        Kind::Tiff
    } else if without_mark(bytes).trim_ascii_start().starts_with(b"%PDF-") {
        Kind::Pdf
    } else if let Some(foreign) = foreign(bytes) {
        Kind::Foreign(foreign)
    } else if pdf_start(bytes).is_some() {
        Kind::Pdf
    } else {
        Kind::Text
    }
}

/// Returns the bytes without a byte order mark of UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Returns the offset of the header of a PDF that has other bytes before it.
///
/// A text may contain the words of the header, so an object has to follow.
pub(super) fn pdf_start(bytes: &[u8]) -> Option<usize> {
    let head = &bytes[..bytes.len().min(PDF_HEADER)];
    let start = head.windows(6).position(|w| w.starts_with(b"%PDF-") && w[5].is_ascii_digit())?;
    let has_object = bytes[start..].windows(5).any(|window| window == b" obj\r" || window == b" obj\n")
        || bytes[start..].windows(6).any(|window| window == b" obj<<");
    has_object.then_some(start)
}

/// Returns whether the bytes are not a text in any encoding that is read: they contain control characters.
pub fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_utf_16 = head.starts_with(&[0xff, 0xfe])
        || head.starts_with(&[0xfe, 0xff])
        || head.chunks_exact(2).take(8).all(|pair| (pair[0] == 0) != (pair[1] == 0));
    let controls = head.iter().filter(|byte| **byte < 0x20 && !matches!(byte, 0x09..=0x0d | 0x1b..=0x1f));
    !is_utf_16 && controls.count() > head.len() / 20
}

fn is_bmp(bytes: &[u8]) -> bool {
    // The size of the second header; two letters alone may start a text.
    let header = bytes.get(14..18).map(|size| u32::from_le_bytes([size[0], size[1], size[2], size[3]]));
    bytes.starts_with(b"BM") && matches!(header, Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124))
}

fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let contains = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(container(bytes));
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Some(archive(bytes));
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // The directory of the file names its main stream in UTF-16.
        let workbook: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_workbook = bytes.windows(workbook.len()).any(|window| window == workbook);
        return Some(if is_workbook { Foreign::Workbook } else { Foreign::Document });
    }
    let magics: [(&[u8], Foreign); 15] = [
        (&[0xff, 0x0a], Foreign::JpegXl),
        (b"\0\0\0\x0cJXL \r\n\x87\n", Foreign::JpegXl),
        (b"\0\0\0\x0cjP  \r\n\x87\n", Foreign::Jpeg2000),
        (&[0xff, 0x4f, 0xff, 0x51], Foreign::Jpeg2000),
        (&[0, 0, 1, 0], Foreign::Icon),
        (b"8BPS", Foreign::Photoshop),
        (b"AT&TFORM", Foreign::Djvu),
        (b"%!PS", Foreign::PostScript),
        (b"{\\rtf", Foreign::Document),
        (b"Rar!\x1a\x07", Foreign::Archive),
        (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
        (&[0x1f, 0x8b, 8], Foreign::Archive),
        (b"BZh", Foreign::Archive),
        (b"\xfd7zXZ\0", Foreign::Archive),
        (&[0x1a, 0x45, 0xdf, 0xa3], Foreign::Video),
    ];
    if let Some((_, kind)) = magics.iter().find(|(magic, _)| starts(magic)) {
        return Some(*kind);
    }
    let text = without_mark(head).trim_ascii_start();
    if !text.starts_with(b"<") {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if contains(b"<svg") {
        Some(Foreign::Svg)
    } else if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || contains(b"<html") {
        Some(Foreign::Html)
    } else {
        None
    }
}

/// The kind of a file of the ISO base media format, by its brands.
fn container(bytes: &[u8]) -> Foreign {
    let size = bytes[..4].iter().fold(0usize, |size, byte| size << 8 | usize::from(*byte));
    let brands = &bytes[8..size.clamp(12, HEAD).min(bytes.len()).max(8)];
    let has =
        |names: &[&[u8; 4]]| brands.chunks_exact(4).any(|brand| names.iter().any(|name| brand == *name));
    if has(&[b"avif", b"avis"]) {
        Foreign::Avif
    } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Foreign::Heic
    } else {
        Foreign::Video
    }
}

/// The kind of a ZIP file, by the names of files in it.
fn archive(bytes: &[u8]) -> Foreign {
    let contains = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    if contains(b"xl/workbook") || contains(b"opendocument.spreadsheet") {
        Foreign::Workbook
    } else if contains(b"word/document") || contains(b"opendocument.") || contains(b"ppt/presentation") {
        Foreign::Document
    } else {
        Foreign::Archive
    }
}

impl Kind {
    /// Returns the name of the kind, for use as a subject: "the PNG picture".
    pub fn name(self, lang: Lang) -> &'static str {
        let name = |en, kk, ru| lang.pick([kk, ru, en]);
        match self {
            Self::Png => name("PNG picture", "PNG суреті", "изображение PNG"),
            Self::Jpeg => name("JPEG picture", "JPEG суреті", "изображение JPEG"),
            Self::Webp => name("WebP picture", "WebP суреті", "изображение WebP"),
            Self::Gif => name("GIF picture", "GIF суреті", "изображение GIF"),
            Self::Bmp => name("BMP picture", "BMP суреті", "изображение BMP"),
            Self::Tiff => name("TIFF picture", "TIFF суреті", "изображение TIFF"),
            Self::Pdf => name("PDF document", "PDF құжаты", "документ PDF"),
            Self::Text => name("text file", "мәтіндік файл", "текстовый файл"),
            Self::Foreign(foreign) => match foreign {
                Foreign::Heic => name("HEIC picture", "HEIC суреті", "изображение HEIC"),
                Foreign::Avif => name("AVIF picture", "AVIF суреті", "изображение AVIF"),
                Foreign::JpegXl => name("JPEG XL picture", "JPEG XL суреті", "изображение JPEG XL"),
                Foreign::Jpeg2000 => name("JPEG 2000 picture", "JPEG 2000 суреті", "изображение JPEG 2000"),
                Foreign::Svg => name("SVG drawing", "SVG сызбасы", "рисунок SVG"),
                Foreign::Icon => name("Windows icon", "Windows белгішесі", "значок Windows"),
                Foreign::Photoshop => name("Photoshop picture", "Photoshop суреті", "изображение Photoshop"),
                Foreign::Djvu => name("DjVu document", "DjVu құжаты", "документ DjVu"),
                Foreign::PostScript => {
                    name("PostScript document", "PostScript құжаты", "документ PostScript")
                }
                Foreign::Document => name("office document", "кеңсе құжаты", "офисный документ"),
                Foreign::Workbook => name("workbook", "электрондық кесте", "электронная таблица"),
                Foreign::Html => name("web page", "веб-бет", "веб-страница"),
                Foreign::Archive => name("archive", "мұрағат", "архив"),
                Foreign::Video => name("video", "бейнежазба", "видеозапись"),
            },
        }
    }
}

impl Foreign {
    const fn advice(self) -> Advice {
        match self {
            Self::Heic
            | Self::Avif
            | Self::JpegXl
            | Self::Jpeg2000
            | Self::Icon
            | Self::Photoshop
            | Self::Svg => Advice::SaveAsJpeg,
            Self::Djvu | Self::PostScript | Self::Document | Self::Html => Advice::SaveAsPdf,
            Self::Archive => Advice::Unpack,
            Self::Workbook => Advice::GiveAsList,
            Self::Video => Advice::SaveAsJpeg,
        }
    }

    /// Returns what to do with the file.
    pub(super) fn advice_text(self, lang: Lang) -> &'static str {
        let text = |en, kk, ru| lang.pick([kk, ru, en]);
        match self.advice() {
            Advice::SaveAsJpeg => text(
                "open it, save it as JPEG and give that, or give a screenshot of the QR code",
                "оны ашып, JPEG түрінде сақтап, сол файлды беріңіз немесе QR кодының скриншотын беріңіз",
                "откройте файл, сохраните его как JPEG и укажите новый файл или снимок экрана с QR-кодом",
            ),
            Advice::SaveAsPdf => text(
                "save it as PDF and give that, or give a picture of the QR code",
                "оны PDF түрінде сақтап, сол файлды беріңіз немесе QR кодының суретін беріңіз",
                "сохраните его как PDF и укажите новый файл или изображение QR-кода",
            ),
            Advice::Unpack => text(
                "unpack it and give the picture or PDF that is in it",
                "оны ашып, ішіндегі суретті немесе PDF файлын беріңіз",
                "распакуйте его и укажите изображение или PDF из него",
            ),
            Advice::GiveAsList => text(
                "verify a list of people with --list",
                "адамдар тізімін --list параметрімен тексеріңіз",
                "список людей проверяется с параметром --list",
            ),
        }
    }
}

/// The English name.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name(Lang::En))
    }
}
