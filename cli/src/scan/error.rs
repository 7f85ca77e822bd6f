//! Errors of reading QR codes from files, in three languages.

use std::fmt;

use rastau_messages::{self as messages, Lang};
use serde::{Deserialize, Serialize};

use super::Kind;
use super::kind::Foreign;
use crate::decode_error::DecodeError;

/// The size that exceeds a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// The file, in bytes.
    FileBytes,
    /// A picture, in pixels.
    Pixels,
}

/// The problem with the password of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Password {
    /// The PDF has a password, and none was given.
    Needed,
    /// The given password is not the one of the PDF.
    Wrong,
    /// The PDF is encrypted in a way that is not supported.
    Unsupported,
}

/// The message of a decoder about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// The message of a decoder, in English.
    Decoder(String),
    /// The file ends too early, or its structure is damaged.
    Incomplete,
    /// A document without pages.
    NoPages,
}

/// Why no code was read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ScanError {
    /// The file is not a picture or a PDF.
    #[error("{}", self.text(Lang::En))]
    NotAPicture,
    /// The file is of a kind that is not read.
    #[error("{}", self.text(Lang::En))]
    Foreign(Foreign),
    /// The file, or a picture, exceeds a limit. Nothing was decoded.
    #[error("{}", self.text(Lang::En))]
    TooLarge {
        /// The kind of the file.
        kind: Kind,
        /// What exceeds the limit.
        measure: Measure,
        /// The size.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The file is damaged, or uses a feature that is not supported.
    #[error("{}", self.text(Lang::En))]
    Unreadable {
        /// The kind of the file.
        kind: Kind,
        /// What is wrong with it.
        damage: Damage,
    },
    /// The PDF is encrypted.
    #[error("{}", self.text(Lang::En))]
    Encrypted(Password),
    /// The child process for decoders gave no answer.
    #[error("{}", self.text(Lang::En))]
    Decode(#[from] DecodeError),
    /// Pages were read, but no QR code was found on them.
    #[error("{}", self.text(Lang::En))]
    NoCode {
        /// The kind of the file.
        kind: Kind,
        /// The pages that were not read.
        unread: Unread,
    },
}

/// The pages of a file that were not read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Their numbers from 1, ascending.
    pub pages: Vec<u32>,
    /// The number of pages of the file.
    pub total: u32,
}

/// Maximum ranges of pages in a text.
const MAX_RANGES: usize = 8;

impl Unread {
    /// Returns the pages as ranges: `3, 5–8`.
    fn ranges(&self) -> String {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for page in &self.pages {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == *page => *last = *page,
                _ => ranges.push((*page, *page)),
            }
        }
        let rest = if ranges.len() > MAX_RANGES { ", …" } else { "" };
        let text = |(first, last): &(u32, u32)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        };
        ranges.iter().take(MAX_RANGES).map(text).collect::<Vec<_>>().join(", ") + rest
    }

    /// Returns the note that pages were not read; `None` if all were.
    pub fn text(&self, lang: Lang) -> Option<String> {
        let (pages, total) = (self.ranges(), self.total);
        (!self.pages.is_empty()).then(|| match lang {
            Lang::En => {
                format!("not read: pages {pages} of {total}; give them as a file of their own if the QR code is there")
            }
            Lang::Kk => format!(
                "оқылмаған беттер: {pages} (барлығы {total}); QR-код сол беттерде болса, оларды бөлек файлмен беріңіз"
            ),
            Lang::Ru => format!(
                "не прочитаны страницы: {pages} (всего {total}); если QR-код на них, укажите их отдельным файлом"
            ),
        })
    }
}

impl Measure {
    const fn text(self, lang: Lang) -> &'static str {
        lang.pick(match self {
            Self::FileBytes => ["байт", "байт", "bytes"],
            Self::Pixels => ["пиксель", "пикселей", "pixels"],
        })
    }
}

impl Damage {
    fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Decoder(message) => message,
            Self::Incomplete => lang.pick(["файл толық емес", "файл неполный", "it is not complete"]),
            Self::NoPages => lang.pick(["беттері жоқ", "в нём нет страниц", "it has no pages"]),
        }
    }
}

impl ScanError {
    /// Returns the text in a language: what failed, then what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NotAPicture => lang
                .pick([
                    "файл сурет те, PDF те емес: QR-коды бар суретті (PNG, JPEG, WebP, GIF, BMP, TIFF) немесе PDF беріңіз",
                    "файл не является изображением или PDF: укажите изображение (PNG, JPEG, WebP, GIF, BMP, TIFF) или PDF \
                     с QR-кодом",
                    "the file is not a picture or a PDF: give a picture (PNG, JPEG, WebP, GIF, BMP, TIFF) or a PDF that \
                     shows the QR code",
                ])
                .to_owned(),
            Self::Foreign(foreign) => {
                let (name, advice) = (Kind::Foreign(*foreign).name(lang), foreign.advice_text(lang));
                lang.text([
                    format_args!("файлдың түрі оқылмайды ({name}): {advice}"),
                    format_args!("файл этого вида не читается ({name}): {advice}"),
                    format_args!("the file is of a kind that is not read ({name}): {advice}"),
                ])
            }
            Self::TooLarge { kind, measure, found, limit } => {
                let (name, unit) = (kind.name(lang), measure.text(lang));
                lang.text([
                    format_args!(
                        "{name} тым үлкен ({found} {unit}, шегі {limit}): кішірек файл беріңіз, мысалы, QR-код маңынан \
                         қиылған суретті немесе бір бетті"
                    ),
                    format_args!(
                        "файл слишком велик ({name}: {found} {unit}, предел {limit}): укажите файл меньше, например \
                         фрагмент или одну страницу с QR-кодом"
                    ),
                    format_args!(
                        "the {name} is too large ({found} {unit}, the limit is {limit}): give a smaller file, for example \
                         a crop or a single page around the QR code"
                    ),
                ])
            }
            Self::Unreadable { kind, damage } => {
                let (name, reason) = (kind.name(lang), damage.text(lang));
                lang.text([
                    format_args!(
                        "{name} оқылмады ({reason}): файл зақымдалған болуы мүмкін, оны қайта алыңыз немесе QR-кодты суретке \
                         түсіріңіз"
                    ),
                    format_args!(
                        "не удалось прочитать файл ({name}; {reason}): возможно, он повреждён; получите его снова или \
                         сфотографируйте QR-код"
                    ),
                    format_args!(
                        "the {name} cannot be read ({reason}): the file may be damaged, get it again or take a picture of \
                         the QR code"
                    ),
                ])
            }
            Self::Encrypted(password) => password.text(lang).to_owned(),
            Self::Decode(error) => match lang {
                Lang::En => error.to_string(),
                Lang::Kk | Lang::Ru => messages::error_text(error, lang),
            },
            Self::NoCode { kind, unread } => {
                let name = kind.name(lang);
                let unread = unread.text(lang).map(|text| format!("; {text}")).unwrap_or_default();
                lang.text([
                    format_args!(
                        "QR-код табылмады ({name}): код түгел көрінетін, айқынырақ немесе ірірек, айналасында бос жиегі бар \
                         сурет беріңіз{unread}"
                    ),
                    format_args!(
                        "QR-код не найден ({name}): укажите более чёткое или крупное изображение всего кода с пустыми полями \
                         вокруг него{unread}"
                    ),
                    format_args!(
                        "no QR code was found on the {name}: give a sharper or larger picture of the whole code, with some \
                         blank margin around it{unread}"
                    ),
                ])
            }
        }
    }
}

impl Password {
    fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Needed => lang.pick([
                "PDF құжатын ашу үшін құпиясөз керек: оны бір файлға жазып, --password-file параметрімен беріңіз немесе \
                 QR-кодты суретке түсіріңіз",
                "документ PDF защищён паролем: запишите пароль в файл и укажите его параметром --password-file или \
                 сфотографируйте QR-код",
                "the PDF document has a password: write it to a file and give that with --password-file, or take a picture \
                 of the QR code",
            ]),
            Self::Wrong => lang.pick([
                "құпиясөз бұл PDF құжатына сәйкес келмейді: құпиясөзді тексеріңіз",
                "пароль не подходит к этому документу PDF: проверьте его",
                "the password is not the one of this PDF document: check it",
            ]),
            Self::Unsupported => lang.pick([
                "PDF құжаты қолдау көрсетілмейтін тәсілмен шифрланған: оны құпиясөзсіз сақтаңыз немесе QR-кодты суретке \
                 түсіріңіз",
                "документ PDF зашифрован неподдерживаемым способом: сохраните его без пароля или сфотографируйте QR-код",
                "the PDF document is encrypted in a way that is not supported: save it without a password, or take a \
                 picture of the QR code",
            ]),
        }
    }
}

/// The English text.
impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::En))
    }
}
