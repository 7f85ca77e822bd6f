//! Errors of the INPUT of `verify`, in three languages.

use rastau_core::error::{Exit, ReadError};
use rastau_core::input::foreign::ForeignCode;
use rastau_messages::{self as messages, Lang};

use crate::scan::ScanError;

/// Why the input is not a document.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub enum InputError {
    /// The input is neither a document nor the name of a file.
    ///
    /// It is not quoted: it can be the text of another code, with personal data.
    NoSuchInput,
    /// The file cannot be opened or read.
    Read {
        /// The file.
        path: String,
        /// The operating system's error.
        source: std::io::Error,
    },
    /// The bytes of the input are not a picture, a PDF or text.
    Binary,
    /// The file given by `--password-file` is longer than any password.
    PasswordFile {
        /// The limit in bytes.
        limit: usize,
    },
    /// No QR code was read from a picture or a PDF.
    Scan(ScanError),
    /// A picture has QR codes of several documents.
    SeveralDocuments {
        /// The number of documents, at least 2.
        count: usize,
    },
    /// A picture has QR codes, but none of a document or of another kind that is known.
    OtherCode,
    /// The input is not a document or a form.
    Document(ReadError),
}

impl InputError {
    /// Returns the text in a language: what failed, then what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoSuchInput => lang
                .pick([
                    "мұндай файл жоқ және бұл құжат та емес; суретті, PDF немесе мәтіндік файлды, RST1: таңбаларынан басталатын құжат \
                     мәтінін, JSON пішінін немесе стандартты енгізу үшін - таңбасын беріңіз",
                    "нет такого файла, и это не документ; укажите изображение, PDF или текстовый файл, текст документа, который \
                     начинается с RST1:, форму JSON или - для стандартного ввода",
                    "no such file, and not a document; give a picture, a PDF or a text file, a document's text that starts with RST1:, \
                     a JSON form, or - for standard input",
                ])
                .to_owned(),
            Self::Read { path, source } => lang.text([
                format_args!("{path} файлын оқу мүмкін емес: {source}"),
                format_args!("не удалось прочитать {path}: {source}"),
                format_args!("cannot read {path}: {source}"),
            ]),
            Self::Binary => lang
                .pick([
                    "берілген файл сурет те (PNG, JPEG, WebP, GIF, BMP, TIFF), PDF те, мәтін де емес; солардың бірін беріңіз",
                    "файл не является изображением (PNG, JPEG, WebP, GIF, BMP, TIFF), PDF или текстом; укажите один из них",
                    "the input is not a picture (PNG, JPEG, WebP, GIF, BMP, TIFF), a PDF or text; give one of these",
                ])
                .to_owned(),
            Self::PasswordFile { limit } => lang.text([
                format_args!("құпиясөз файлы {limit} байттан ұзын немесе мәтін емес; оған тек құпиясөзді жазыңыз"),
                format_args!("файл с паролем длиннее {limit} байт или не является текстом; запишите в него только пароль"),
                format_args!("the file of the password is longer than {limit} bytes, or not text; write only the password to it"),
            ]),
            Self::Scan(error) => error.text(lang),
            Self::SeveralDocuments { count } => lang.text([
                format_args!("суретте {count} құжат бар; әр жолы бір құжаттың суретін беріңіз"),
                format_args!("на изображении несколько документов ({count}); укажите изображение одного"),
                format_args!("the picture shows {count} documents; give a picture of one at a time"),
            ]),
            Self::OtherCode => lang
                .pick([
                    "QR-код тану туралы құжаттікі емес; құжаттағы кодтың суретін беріңіз",
                    "QR-код не относится к документу о признании; укажите изображение кода документа",
                    "the QR code is not that of a recognition document; give a picture of the document's code",
                ])
                .to_owned(),
            Self::Document(error @ ReadError::Foreign(_)) => messages::presented_error(error, lang),
            // The one of rastau-core has more detail.
            Self::Document(error) => match lang {
                Lang::En => error.to_string(),
                Lang::Kk | Lang::Ru => messages::read_error(error, lang),
            },
        }
    }

    /// Whether the error depends on the register: a web address can be that of a document, cut off.
    pub const fn depends_on_register(&self) -> bool {
        matches!(self, Self::Document(ReadError::Foreign(ForeignCode::WebAddress(_))))
    }

    /// Returns the error for a register whose documents have web addresses at `origin`.
    pub fn for_origin(self, origin: Option<&str>) -> Self {
        match self {
            Self::Document(error) => Self::Document(error.for_origin(origin)),
            other => other,
        }
    }

    /// Returns the exit code.
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn exit(&self) -> Exit {
        match self {
            Self::NoSuchInput | Self::Read { .. } => Exit::NoInput,
            Self::Scan(ScanError::Decode(error)) => error.code().exit(),
            Self::Document(error) => error.code().exit(),
            Self::Binary
            | Self::PasswordFile { .. }
            | Self::Scan(_)
            | Self::SeveralDocuments { .. }
            | Self::OtherCode => Exit::Data,
        }
    }
}
