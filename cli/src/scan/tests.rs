//! Codes drawn, degraded and read again.

mod draw;
mod files;
mod hostile;

use std::time::Instant;

use image::{ExtendedColorType, ImageEncoder};
use rastau_messages::Lang;

use self::draw::{Code, Picture, Rng, capacity, square};
use self::files::{jpeg, one_page, png, sheet, stream, zlib};
use super::error::{Damage, Password};
use super::kind::Foreign;
use super::*;

const SHORT: &str = "HC1:QUALIFICATION 42";
const OTHER: &str = "RASTAU/SECOND-CODE";

/// Decodes in this process; the tests of the program cover the child process.
struct Here(Vec<u8>);

impl Runner for Here {
    fn run(
        &mut self,
        request: &Request,
        _: &mut dyn FnMut() -> Instant,
        report: &mut dyn FnMut(Event),
    ) -> Result<Stopped, DecodeError> {
        let (send, events) = std::sync::mpsc::channel();
        decode(self.0.clone(), request, move |event| send.send(event).unwrap());
        let mut is_complete = false;
        events.into_iter().for_each(|event| {
            is_complete = matches!(event, Event::End | Event::Refused(_));
            report(event);
        });
        Ok(if is_complete { Stopped::Complete } else { Stopped::Early(DecodeError::Failed) })
    }
}

fn found(bytes: &[u8], password: &str) -> Result<Found, ScanError> {
    let kind = check_file(bytes)?;
    let due = Instant::now() + Duration::from_secs(60);
    search(kind, password, due, &mut Here(bytes.to_vec()), &mut |_, _| {})
}

fn decoded(bytes: &[u8]) -> Result<Vec<String>, ScanError> {
    found(bytes, "").map(|found| found.texts)
}

fn read(bytes: &[u8]) -> Vec<String> {
    decoded(bytes).unwrap()
}

#[test]
fn kind_is_determined_by_the_first_bytes() {
    assert_eq!(kind(b"\x89PNG\r\n\x1a\n..."), Kind::Png);
    assert_eq!(kind(&[0xff, 0xd8, 0xff, 0xe0]), Kind::Jpeg);
    assert_eq!(kind(b"%PDF-1.7"), Kind::Pdf);
    assert_eq!(kind(b"\xef\xbb\xbf\n %PDF-1.4"), Kind::Pdf);
    assert_eq!(kind(b"RIFF\x08\0\0\0WEBPVP8 "), Kind::Webp);
    assert_eq!(kind(b"GIF89a\x01\0"), Kind::Gif);
    assert_eq!(kind(&[&b"BM"[..], &[0; 12], &[40, 0, 0, 0]].concat()), Kind::Bmp);
    assert_eq!(kind(b"II*\0\x08\0\0\0"), Kind::Tiff);
    assert_eq!(kind(b"MM\0*\0\0\0\x08"), Kind::Tiff);
    assert_eq!(kind(b"From: mail\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>\nendobj"), Kind::Pdf);
    for text in
        [&b""[..], b"HC1:ABC", b"see %PDF-1.7", b"\x89PN", &[0xff, 0xd8], b"BMW, a text of some letters"]
    {
        assert_eq!(kind(text), Kind::Text);
    }
}

#[test]
fn clean_renders_of_every_size_are_read() {
    let mut rng = Rng(1);
    for (version, module) in [(2, 3.0), (9, 8.0), (16, 3.0), (16, 4.5)] {
        let text = rng.text(capacity(version));
        assert_eq!(read(&png(&sheet(&text, version, module, 0.0))), [text]);
    }
}

#[test]
fn rotated_blurred_noisy_and_unevenly_lit_codes_are_read() {
    let text = Rng(2).text(200);
    for step in 0..4 {
        let mut picture = sheet(&text, 10, 4.5, 0.3 + 1.4 * f64::from(step));
        match step {
            0 => picture.blur(2.2),
            1 => picture.noise(&mut Rng(3), 30.0),
            2 => picture.light(|x, y| 0.2 + 0.8 * x * y),
            _ => picture.light(|_, _| 0.9),
        }
        assert_eq!(read(&jpeg(&picture)), [text.as_str()], "step {step}");
    }
}

#[test]
fn pale_and_inverted_codes_are_read() {
    let code = Code::new(SHORT, 3);
    let mut picture = Picture::new(220, 220, 150.0);
    picture.draw(&code, square(110.0, 110.0, 150.0, 0.5), 4.0, 132.0, 150.0);
    assert_eq!(read(&png(&picture)), [SHORT]);
    let mut picture = sheet(SHORT, 3, 4.0, 0.7);
    picture.invert();
    assert_eq!(read(&png(&picture)), [SHORT]);
}

#[test]
fn a_code_in_the_corner_of_a_sheet_in_perspective_is_read() {
    let code = Code::new(SHORT, 4);
    let mut picture = Picture::new(900, 1200, 245.0);
    picture.text(&mut Rng(5), 80, 80, 700, 700, 14);
    picture.draw(&code, [(700.0, 980.0), (850.0, 990.0), (858.0, 1150.0), (690.0, 1140.0)], 4.0, 30.0, 240.0);
    picture.blur(0.6);
    assert_eq!(read(&jpeg(&picture)), [SHORT]);
}

#[test]
fn two_codes_come_in_reading_order_and_repeats_once() {
    let (one, two) = (Code::new(SHORT, 3), Code::new(OTHER, 3));
    let mut picture = Picture::new(420, 420, 255.0);
    // The left code is a little lower, but in the same row.
    picture.draw(&one, square(110.0, 120.0, 160.0, 0.0), 4.0, 0.0, 255.0);
    picture.draw(&two, square(310.0, 100.0, 160.0, 0.0), 4.0, 0.0, 255.0);
    picture.draw(&one, square(110.0, 320.0, 160.0, 0.0), 4.0, 0.0, 255.0);
    assert_eq!(read(&png(&picture)), [SHORT, OTHER]);
}

#[test]
fn transparent_background_is_white() {
    let sheet = sheet(SHORT, 3, 4.0, 0.0);
    let pixels: Vec<u8> = sheet.bytes().iter().flat_map(|g| [0, 0, 0, 255 - g]).collect();
    let mut out = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut out);
    encoder.write_image(&pixels, sheet.width as u32, sheet.height as u32, ExtendedColorType::Rgba8).unwrap();
    assert_eq!(read(&out), [SHORT]);
}

#[test]
fn pdfs_with_raster_codes_are_read() {
    let sheet = sheet(SHORT, 3, 4.0, 0.0);
    let (width, height) = (sheet.width, sheet.height);
    let head = format!(
        "/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter"
    );
    let content = stream("", b"q 120 0 0 120 150 30 cm /P Do Q");
    let packed = stream(&format!("{head}/FlateDecode"), &zlib(&sheet.bytes()));
    assert_eq!(read(&one_page(content.clone(), Some(packed))), [SHORT]);
    let photo = stream(&format!("{head}/DCTDecode"), &jpeg(&sheet));
    assert_eq!(read(&one_page(content, Some(photo))), [SHORT]);
}

#[test]
fn pdfs_with_vector_codes_are_read() {
    let code = Code::new(SHORT, 3);
    let mut content = String::from("0 g\n");
    for (at, _) in code.dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let (x, y) = (at % code.side, at / code.side);
        content += &format!("{} {} 2 2 re f\n", 50 + 2 * x, 250 - 2 * y);
    }
    let packed = stream("/Filter/FlateDecode", &zlib(content.as_bytes()));
    assert_eq!(read(&one_page(packed, None)), [SHORT]);
}

#[test]
fn files_without_codes_are_errors() {
    assert_eq!(decoded(b"hello"), Err(ScanError::NotAPicture));
    let blank = png(&Picture::new(60, 60, 200.0));
    assert_eq!(decoded(&blank), no_code(Kind::Png));
    let empty = one_page(stream("", b"0 g"), None);
    assert_eq!(decoded(&empty), no_code(Kind::Pdf));
    for side in 1..4 {
        assert_eq!(decoded(&png(&Picture::new(side, 1, 0.0))), no_code(Kind::Png), "side {side}");
    }
}

/// The error of a file of one page, which was read.
fn no_code(kind: Kind) -> Result<Vec<String>, ScanError> {
    Err(ScanError::NoCode { kind, unread: Unread { pages: Vec::new(), total: 1 } })
}

#[test]
fn errors_state_in_one_line_what_to_do() {
    let kind = Kind::Pdf;
    let mut errors = vec![
        ScanError::NotAPicture,
        ScanError::Encrypted(Password::Needed),
        ScanError::Encrypted(Password::Wrong),
        ScanError::Encrypted(Password::Unsupported),
        ScanError::NoCode { kind, unread: Unread { pages: vec![2, 3], total: 3 } },
        ScanError::Decode(DecodeError::Time),
        ScanError::Unreadable { kind, damage: Damage::NoPages },
        ScanError::Unreadable { kind, damage: Damage::Incomplete },
        ScanError::Unreadable { kind, damage: Damage::Decoder("eof".into()) },
        ScanError::TooLarge { kind, measure: Measure::Pixels, found: 9, limit: 8 },
    ];
    for foreign in [Foreign::Heic, Foreign::Html, Foreign::Archive, Foreign::Workbook] {
        errors.push(ScanError::Foreign(foreign));
    }
    for error in errors {
        assert_eq!(error.to_string(), error.text(Lang::En));
        let texts = Lang::ALL.map(|lang| error.text(lang));
        for text in &texts {
            let has_advice = text.contains(": ") || text.contains("; ");
            assert!(has_advice && !text.contains('\n') && !text.contains("  "), "{text}");
        }
        let [kk, ru, en] = &texts;
        let is_cyrillic = |text: &str| text.chars().any(|letter| matches!(letter, 'а'..='я'));
        assert!(is_cyrillic(kk) && is_cyrillic(ru) && !is_cyrillic(en) && kk != ru, "{texts:?}");
    }
}

#[test]
fn pages_that_were_not_read_are_named_as_ranges() {
    let text = |pages: &[u32]| Unread { pages: pages.to_vec(), total: 60 }.text(Lang::En);
    assert_eq!(text(&[]), None);
    for (pages, expected) in [
        (&[4][..], "pages 4 of 60;"),
        (&[1, 2, 3, 7, 9, 10], "pages 1–3, 7, 9–10 of 60;"),
        (&[1, 3, 5, 7, 9, 11, 13, 15, 17], "pages 1, 3, 5, 7, 9, 11, 13, 15, … of 60;"),
    ] {
        assert!(text(pages).unwrap().contains(expected), "{:?}", text(pages));
    }
}

/// Reports scripted events instead of decoding.
struct Script {
    total: u32,
    /// What happens on a page: codes, or the end of the run.
    page: fn(pass: usize, page: u32) -> Result<Vec<String>, DecodeError>,
    requests: Vec<Request>,
}

impl Runner for Script {
    fn run(
        &mut self,
        request: &Request,
        _: &mut dyn FnMut() -> Instant,
        report: &mut dyn FnMut(Event),
    ) -> Result<Stopped, DecodeError> {
        self.requests.push(request.clone());
        report(Event::Pages(self.total));
        for page in (request.from..=self.total).filter(|page| !request.skip.contains(page)) {
            report(Event::Page(page));
            match (self.page)(request.pass, page) {
                Ok(codes) => report(Event::Codes(codes)),
                Err(error) => return Ok(Stopped::Early(error)),
            }
        }
        report(Event::End);
        Ok(Stopped::Complete)
    }
}

fn scripted(
    total: u32,
    page: fn(usize, u32) -> Result<Vec<String>, DecodeError>,
) -> (Result<Found, ScanError>, usize) {
    let mut script = Script { total, page, requests: Vec::new() };
    let due = Instant::now() + Duration::from_secs(60);
    let found = search(Kind::Pdf, "", due, &mut script, &mut |_, _| {});
    (found, script.requests.len())
}

#[test]
fn a_run_that_ends_early_loses_only_its_page() {
    let (found, runs) = scripted(6, |_, page| match page {
        2 => Err(DecodeError::Memory),
        4 => Err(DecodeError::Time),
        5 => Ok(vec!["a".into(), "b".into()]),
        6 => Ok(vec!["b".into()]),
        _ => Ok(Vec::new()),
    });
    let unread = Unread { pages: vec![2, 4], total: 6 };
    assert_eq!(found, Ok(Found { texts: vec!["a".into(), "b".into()], unread }));
    assert_eq!(runs, 3);
}

#[test]
fn later_passes_are_made_without_the_pages_that_failed() {
    let (found, runs) = scripted(3, |pass, page| match (pass, page) {
        (_, 1) => Err(DecodeError::Failed),
        (2, 3) => Ok(vec!["a".into()]),
        _ => Ok(Vec::new()),
    });
    assert_eq!(found.map(|found| (found.texts, found.unread.pages)), Ok((vec!["a".into()], vec![1])));
    assert_eq!(runs, 4);
}

#[test]
fn a_file_of_which_nothing_was_read_has_the_error_of_its_first_page() {
    let (found, _) =
        scripted(2, |_, page| Err(if page == 1 { DecodeError::Memory } else { DecodeError::Time }));
    assert_eq!(found, Err(ScanError::Decode(DecodeError::Memory)));
    let (found, _) = scripted(2, |_, page| if page == 1 { Ok(Vec::new()) } else { Err(DecodeError::Memory) });
    let unread = Unread { pages: vec![2], total: 2 };
    assert_eq!(found, Err(ScanError::NoCode { kind: Kind::Pdf, unread }));
}

#[test]
fn a_search_ends_when_its_time_is_over() {
    let mut script = Script { total: 3, page: |_, _| Ok(Vec::new()), requests: Vec::new() };
    let found = search(Kind::Pdf, "", Instant::now(), &mut script, &mut |_, _| {});
    assert_eq!(found, Err(ScanError::Decode(DecodeError::Time)));
    assert!(script.requests.is_empty());
}
