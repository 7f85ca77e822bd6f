//! Codes drawn, degraded and read again.

mod draw;
mod files;
mod hostile;

use image::{ExtendedColorType, ImageEncoder};

use self::draw::{Code, Picture, Rng, capacity, square};
use self::files::{jpeg, one_page, png, sheet, stream, zlib};
use super::*;

const SHORT: &str = "HC1:QUALIFICATION 42";
const OTHER: &str = "RASTAU/SECOND-CODE";

/// Decodes in this process: the child is tested with the program.
fn decoded(bytes: &[u8]) -> Result<Vec<String>, ScanError> {
    decode(bytes.to_vec())
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
    for text in [&b""[..], b"HC1:ABC", b"see %PDF-1.7", b"\x89PN", &[0xff, 0xd8]] {
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
    assert_eq!(decoded(&blank), Err(ScanError::NoCode { kind: Kind::Png }));
    let empty = one_page(stream("", b"0 g"), None);
    assert_eq!(decoded(&empty), Err(ScanError::NoCode { kind: Kind::Pdf }));
    for side in 1..4 {
        assert_eq!(
            decoded(&png(&Picture::new(side, 1, 0.0))),
            Err(ScanError::NoCode { kind: Kind::Png }),
            "side {side}"
        );
    }
}

#[test]
fn errors_state_in_one_line_what_to_do() {
    let kind = Kind::Pdf;
    let errors = [
        ScanError::NotAPicture,
        ScanError::Encrypted,
        ScanError::NoCode { kind },
        ScanError::Decode(crate::decode_error::DecodeError::Time),
        ScanError::Unreadable { kind, reason: "it has no pages".into() },
        ScanError::TooLarge { kind, measure: Measure::Pixels, found: 9, limit: 8 },
    ];
    for error in errors {
        let message = error.to_string();
        let has_advice = message.contains(": ") || message.contains("; ");
        assert!(has_advice && !message.contains('\n') && !message.contains("  "), "{message}");
    }
}
