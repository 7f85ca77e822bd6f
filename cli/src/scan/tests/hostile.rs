//! Malicious and damaged files: each is an error, none a panic.

use super::draw::{Picture, Rng};
use super::files::{jpeg, one_page, pdf, png, png_header, sheet, stream, zlib};
use super::{SHORT, decoded};
use crate::scan::error::{Measure, Password};
use crate::scan::*;

#[test]
fn noise_after_a_valid_start_is_an_error() {
    let mut rng = Rng(9);
    for magic in [&b"\x89PNG\r\n\x1a\n"[..], &[0xff, 0xd8, 0xff], b"%PDF-1.7\n"] {
        for size in [0, 1, 50, 5000] {
            let mut bytes = magic.to_vec();
            bytes.extend((0..size).map(|_| rng.next() as u8));
            assert!(
                matches!(decoded(&bytes), Err(ScanError::Unreadable { .. })),
                "{:?} {size}",
                kind(&bytes)
            );
        }
    }
}

#[test]
fn truncated_and_damaged_files_never_panic() {
    let sheet = sheet(SHORT, 3, 3.0, 0.0);
    let content = stream("/Filter/FlateDecode", &zlib(b"0 g 10 10 50 50 re f"));
    let mut document = one_page(content, None);
    let page = document.windows(9).position(|w| w == b"0 300 300").unwrap();
    document[page + 2..page + 9].copy_from_slice(b"040 040");
    for whole in [png(&sheet), jpeg(&sheet), document] {
        for tenth in [1, 4, 7, 9] {
            let cut = &whole[..whole.len() * tenth / 10];
            // A JPEG truncated near its end may still show its code. Anything else must be an error.
            if let Ok(texts) = decoded(cut) {
                assert_eq!(texts, [SHORT]);
            }
            let mut damaged = whole.clone();
            damaged[whole.len() * tenth / 10] ^= 0x55;
            if let Ok(texts) = decoded(&damaged) {
                assert_eq!(texts, [SHORT]);
            }
        }
    }
}

#[test]
fn huge_pictures_are_refused_from_their_header() {
    let found = |bytes: &[u8]| match decoded(bytes) {
        Err(ScanError::TooLarge { measure, found, limit, .. }) => (measure, found, limit),
        other => panic!("{other:?}"),
    };
    assert_eq!(found(&png_header(50_000, 50_000)), (Measure::Pixels, 2_500_000_000, MAX_PIXELS));
    let mut photo = jpeg(&Picture::new(16, 16, 0.0));
    let frame = photo.windows(2).position(|w| w == [0xff, 0xc0]).unwrap();
    photo[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(found(&photo), (Measure::Pixels, 65_535 * 65_535, MAX_PIXELS));
    let long = [&b"%PDF-1.7\n"[..], &vec![b' '; MAX_FILE_BYTES as usize]].concat();
    assert_eq!(found(&long).0, Measure::FileBytes);
}

#[test]
fn a_pdf_of_100_000_pages_is_searched_in_part() {
    let pages = 100_000;
    let mut objects = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec()];
    let kids: String = (3..pages + 3).map(|number| format!("{number} 0 R ")).collect();
    objects.push(format!("<</Type/Pages/MediaBox[0 0 30 30]/Kids[{kids}]/Count {pages}>>").into_bytes());
    objects.extend((0..pages).map(|_| b"<</Type/Page/Parent 2 0 R>>".to_vec()));
    let Err(ScanError::NoCode { unread, .. }) = decoded(&pdf(&objects)) else { panic!("it has a code") };
    assert_eq!((unread.pages[0], unread.pages.len(), unread.total), (101, 99_900, 100_000));
}

#[test]
fn encrypted_and_looping_pdfs_are_errors() {
    let plain = one_page(stream("", b"0 g"), None);
    let text = String::from_utf8(plain).unwrap();
    let locked = text.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3>>");
    assert_eq!(decoded(locked.as_bytes()), Err(ScanError::Encrypted(Password::Unsupported)));
    let own_child = text.replace("/Kids[3 0 R]", "/Kids[2 0 R]");
    assert!(decoded(own_child.as_bytes()).is_err());
    let own_form = one_page(stream("", b"/P Do"), Some(stream("/Subtype/Form/BBox[0 0 9 9]", b"/P Do")));
    assert!(decoded(&own_form).is_err());
    let deep = one_page(stream("", "[".repeat(200_000).as_bytes()), None);
    assert!(decoded(&deep).is_err());
}

/// The panic message of a decoder is suppressed; a panic of the program itself is reported.
#[test]
fn only_panics_of_the_scan_thread_are_silenced() {
    static REPORTED: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| match panic.payload_as_str() {
        Some(text) if text.starts_with("silence test: ") => REPORTED.lock().unwrap().push(text.into()),
        _ => previous(panic),
    }));
    worker::silence_panics();
    let decoder: Option<()> = worker::run(|| panic!("silence test: a decoder"));
    let own = std::thread::spawn(|| panic!("silence test: the program")).join();
    let _ = std::panic::take_hook();
    assert!(decoder.is_none() && own.is_err());
    assert_eq!(*REPORTED.lock().unwrap(), ["silence test: the program"]);
}
