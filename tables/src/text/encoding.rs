//! The encoding of a text file: by its byte order mark, otherwise by trial.

use std::io::{self, Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Utf8Detection};
use encoding_rs::{
    Decoder, IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC,
};

/// The number of bytes that are read at once.
const CHUNK: usize = 64 << 10;
/// The number of bytes from the start that are examined. Malformed bytes after them become U+FFFD, and never another
/// letter.
const EXAMINED: u64 = 32 << 20;

/// The letters in which KZ-1048, the Kazakh variant of Windows-1251, differs from it. Both have two bytes in UTF-8.
const KAZAKH: [(char, char); 16] = [
    ('Ќ', 'Қ'),
    ('Ћ', 'Һ'),
    ('ќ', 'қ'),
    ('ћ', 'һ'),
    ('Ў', 'Ұ'),
    ('ў', 'ұ'),
    ('Ј', 'Ә'),
    ('Ґ', 'Ө'),
    ('Є', 'Ғ'),
    ('Ї', 'Ү'),
    ('ґ', 'ө'),
    ('є', 'ғ'),
    ('ј', 'ә'),
    ('Ѕ', 'Ң'),
    ('ѕ', 'ң'),
    ('ї', 'ү'),
];

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    decoder: &'static encoding_rs::Encoding,
    /// Whether it is KZ-1048. The Encoding Standard lacks it, so it is decoded as Windows-1251 first.
    kazakh: bool,
}

impl Encoding {
    /// UTF-8.
    pub(crate) const UTF_8: Self = Self::of(encoding_rs::UTF_8);
    /// Windows-1251, the other encodings that are tried in place of one another, and KZ-1048.
    const CYRILLIC: [Self; 6] = [
        Self::of(WINDOWS_1251),
        Self { decoder: WINDOWS_1251, kazakh: true },
        Self::of(IBM866),
        Self::of(KOI8_U),
        Self::of(ISO_8859_5),
        Self::of(X_MAC_CYRILLIC),
    ];

    const fn of(decoder: &'static encoding_rs::Encoding) -> Self {
        Self { decoder, kazakh: false }
    }

    /// Returns the name in the Encoding Standard, for example `windows-1251`, or `KZ-1048`.
    #[must_use]
    pub fn name(self) -> &'static str {
        if self.kazakh { "KZ-1048" } else { self.decoder.name() }
    }

    /// Returns the encodings that may be meant in place of this one, if it was chosen by the frequency of letters.
    pub(crate) fn others(self) -> impl Iterator<Item = Self> {
        let is_guess = Self::CYRILLIC.contains(&self);
        Self::CYRILLIC.into_iter().filter(move |other| is_guess && *other != self)
    }
}

/// The results of one pass over a file.
#[derive(Default)]
struct Statistics {
    bytes: u64,
    /// NUL bytes at even and at odd positions.
    nuls: [u64; 2],
    /// Characters of two and more bytes in UTF-8.
    multibyte: u64,
    /// Sequences that are not UTF-8.
    malformed: u64,
    /// Whether there are letters that are Kazakh in KZ-1048.
    kazakh: bool,
    /// The beginning of a character that continues in the next chunk.
    rest: Vec<u8>,
}

impl Statistics {
    /// Examines a chunk that begins at an even position.
    fn add(&mut self, chunk: &[u8]) {
        self.bytes = self.bytes.saturating_add(chunk.len() as u64);
        for pair in chunk.chunks(2) {
            for (nuls, byte) in self.nuls.iter_mut().zip(pair) {
                *nuls = nuls.saturating_add(u64::from(*byte == 0));
            }
        }
        // The letters of `KAZAKH` in Windows-1251.
        self.kazakh |= chunk.iter().any(|byte| {
            matches!(byte, 0x8d | 0x8e | 0x9d | 0x9e | 0xa1..=0xa3 | 0xa5 | 0xaa | 0xaf | 0xb4 | 0xba | 0xbc..=0xbf)
        });
        let mut text = std::mem::take(&mut self.rest);
        text.extend(chunk);
        for piece in text.utf8_chunks() {
            let multibyte = piece.valid().chars().filter(|character| !character.is_ascii()).count();
            self.multibyte = self.multibyte.saturating_add(multibyte as u64);
            match std::str::from_utf8(piece.invalid()) {
                Ok(_) => {}
                // Only at the end of the chunk.
                Err(error) if error.error_len().is_none() => self.rest = piece.invalid().to_vec(),
                Err(_) => self.malformed = self.malformed.saturating_add(1),
            }
        }
    }
}

/// Determines the encoding from the first [`EXAMINED`] bytes and rewinds the input.
///
/// Without a mark: one byte in twenty of a table in UTF-16 is NUL, because delimiters, digits and line endings have
/// one. A file is UTF-8 if at least 19 of 20 non-ASCII characters are: a damaged cell must not change the others.
/// Otherwise it is one of the Cyrillic encodings: Windows-1251 or its Kazakh variant, unless the frequency of letters
/// indicates another.
///
/// # Errors
/// The errors of `input`.
pub(crate) fn detect(input: &mut (impl Read + Seek)) -> io::Result<Encoding> {
    input.seek(SeekFrom::Start(0))?;
    let mut statistics = Statistics::default();
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    let mut buffer = vec![0; CHUNK];
    let mut first = true;
    let found = loop {
        let length = fill(input, &mut buffer)?;
        let chunk = buffer.get(..length).unwrap_or_default();
        if std::mem::take(&mut first)
            && let Some((encoding, _)) = encoding_rs::Encoding::for_bom(chunk)
        {
            break Encoding::of(encoding);
        }
        let last = length < buffer.len() || statistics.bytes >= EXAMINED;
        statistics.add(chunk);
        detector.feed(chunk, last);
        if last {
            break by_trial(&statistics, &detector);
        }
    };
    input.seek(SeekFrom::Start(0))?;
    Ok(found)
}

fn by_trial(statistics: &Statistics, detector: &EncodingDetector) -> Encoding {
    let [even, odd] = statistics.nuls;
    if even.max(odd).saturating_mul(20) > statistics.bytes {
        return Encoding::of(if odd >= even { UTF_16LE } else { UTF_16BE });
    }
    if statistics.malformed.saturating_mul(20) <= statistics.multibyte {
        return Encoding::of(UTF_8);
    }
    let guess = detector.guess(None, Utf8Detection::Deny);
    match guess {
        guess if guess == KOI8_R => Encoding::of(KOI8_U),
        guess if [IBM866, ISO_8859_5, KOI8_U].contains(&guess) => Encoding::of(guess),
        // Its own letters are those of Serbian, Ukrainian and Belarusian; in Kazakhstan they are Kazakh.
        _ => Encoding { decoder: WINDOWS_1251, kazakh: statistics.kazakh },
    }
}

/// Reads until `buffer` is full or the input ends.
fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0usize;
    while let Some(rest) = buffer.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(read) => length = length.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// A text as UTF-8 without a byte order mark. Malformed bytes become U+FFFD.
pub(crate) struct Utf8<R> {
    input: R,
    decoder: Decoder,
    kazakh: bool,
    raw: Vec<u8>,
    text: String,
    /// The number of bytes of `text` that were read.
    used: usize,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    pub(crate) fn new(input: R, encoding: Encoding) -> Self {
        let decoder = encoding.decoder.new_decoder_with_bom_removal();
        let text = String::with_capacity(CHUNK.saturating_mul(3).saturating_add(16));
        Self { input, decoder, kazakh: encoding.kazakh, raw: vec![0; CHUNK], text, used: 0, ended: false }
    }

    /// Returns the bytes that were decoded and not consumed; empty at the end.
    pub(crate) fn peek(&mut self) -> io::Result<&[u8]> {
        while self.used >= self.text.len() && !self.ended {
            let length = fill(&mut self.input, &mut self.raw)?;
            self.ended = length < self.raw.len();
            self.text.clear();
            self.used = 0;
            // The capacity suffices: a byte of the input becomes at most three of UTF-8.
            let raw = self.raw.get(..length).unwrap_or_default();
            let _ = self.decoder.decode_to_string(raw, &mut self.text, self.ended);
            if self.kazakh {
                let letter = |letter| {
                    KAZAKH.iter().find(|(own, _)| *own == letter).map_or(letter, |(_, kazakh)| *kazakh)
                };
                self.text = self.text.chars().map(letter).collect();
            }
        }
        Ok(self.text.as_bytes().get(self.used..).unwrap_or_default())
    }

    /// Returns whether [`Self::peek`] returns the whole rest of the text.
    pub(crate) const fn is_ended(&self) -> bool {
        self.ended
    }

    /// Returns the input.
    pub(crate) fn into_input(self) -> R {
        self.input
    }

    pub(crate) fn consume(&mut self, bytes: usize) {
        self.used = self.used.saturating_add(bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let mut input = Cursor::new(bytes.to_vec());
        let encoding = detect(&mut input).unwrap();
        let mut utf8 = Utf8::new(input, encoding);
        let mut text = Vec::new();
        loop {
            let piece = utf8.peek().unwrap().to_vec();
            if piece.is_empty() {
                break;
            }
            utf8.consume(piece.len());
            text.extend(piece);
        }
        (encoding.name(), String::from_utf8(text).unwrap())
    }

    fn utf_16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn detects_the_encoding_by_mark_or_by_trial() {
        let russian = "Номер документа;ФИО\r\n000000001001;Мысалов Мысалбек\r\n";
        let kazakh = "number;name\n1;Іздеуова Үлгіжан\n";
        let encoded = |encoding: &'static encoding_rs::Encoding| encoding.encode(russian).0.into_owned();
        let letter = |letter| KAZAKH.iter().find(|(_, own)| *own == letter).map_or(letter, |(own, _)| *own);
        let kz_1048 = "ФИО\nІздеуова Үлгіжан\n".chars().map(letter).collect::<String>();
        let kz_1048 = WINDOWS_1251.encode(&kz_1048).0.into_owned();
        for (name, bytes, encoding, text) in [
            ("UTF-8", kazakh.as_bytes().to_vec(), "UTF-8", kazakh),
            ("UTF-8 with a mark", [&[0xef, 0xbb, 0xbf], kazakh.as_bytes()].concat(), "UTF-8", kazakh),
            ("ASCII", b"a,b\n1,2\n".to_vec(), "UTF-8", "a,b\n1,2\n"),
            ("UTF-16LE", utf_16(kazakh, true), "UTF-16LE", kazakh),
            ("UTF-16BE", utf_16(kazakh, false), "UTF-16BE", kazakh),
            ("UTF-16LE with a mark", utf_16(&format!("\u{feff}{kazakh}"), true), "UTF-16LE", kazakh),
            ("UTF-16BE with a mark", utf_16(&format!("\u{feff}{kazakh}"), false), "UTF-16BE", kazakh),
            ("Windows-1251", encoded(WINDOWS_1251), "windows-1251", russian),
            ("DOS", encoded(IBM866), "IBM866", russian),
            ("KZ-1048", kz_1048, "KZ-1048", "ФИО\nІздеуова Үлгіжан\n"),
        ] {
            assert_eq!(read(&bytes), (encoding, text.to_string()), "{name}");
        }
        // A sign of Windows-1251 among Latin letters is not a letter of a western encoding.
        assert_eq!(read(b"\xb9;code\n1;2\n"), ("windows-1251", "№;code\n1;2\n".into()));
    }

    #[test]
    fn a_damaged_letter_does_not_change_the_others() {
        let mut bytes = "name\nІздеуова Үлгіжан\nҚиялов Өрнекбай\n".as_bytes().to_vec();
        bytes[5] = b'A';
        let (encoding, text) = read(&bytes);
        assert_eq!((encoding, text.contains("Өрнекбай"), text.contains('\u{fffd}')), ("UTF-8", true, true));
    }

    #[test]
    fn characters_on_the_border_of_chunks_are_whole() {
        for offset in 0..4 {
            let text = format!("{}{}", "a".repeat(offset), "Ү".repeat(CHUNK));
            assert_eq!(read(text.as_bytes()), ("UTF-8", text.clone()), "{offset}");
            assert_eq!(
                read(&utf_16(&text.replace("ҮҮ", "Ү1"), true)).1,
                text.replace("ҮҮ", "Ү1"),
                "{offset}"
            );
        }
    }
}
