//! Tests of the visible content of codes and pages.

use rastau_core::codec::digits;
use rastau_core::document::text::LINK_PREFIX;

use super::glyphs::Style;
use super::page::{MARGIN, PAGE, Page};
use super::section::{Op, WIDTH};
use super::{Certificate, LocalizedName, PrintError, Qr, panel};

const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

fn qr_text(length: usize) -> String {
    "RASTAU1:".chars().chain(ALPHABET.chars().rev().cycle()).take(length).collect()
}

fn name(text: &str) -> LocalizedName {
    LocalizedName {
        kk: format!("{text} қазақша"),
        ru: format!("{text} по-русски"),
        en: format!("{text} in English"),
    }
}

fn sample() -> Certificate {
    Certificate {
        number: "ҚТО-2026-000417".to_owned(),
        holder_names: vec!["Сынақбаева Үлгіжан".to_owned()],
        profession: name("Дәнекерлеуші"),
        profession_code: "7212-1-001".to_owned(),
        qualification: None,
        level: "4".to_owned(),
        skills: vec![],
        centre: name("«Қиял» тану орталығы"),
        centre_bin: "000000000000".to_owned(),
        accreditation: "АА-0000-2025".to_owned(),
        basis: "№ 31 хаттама".to_owned(),
        exam_on: "12.05.2026".to_owned(),
        issued_on: "2026-05-14".to_owned(),
        valid_until: None,
        code: "7K3M-9QXD-2V5T-HW8C".to_owned(),
        qr_text: qr_text(340),
        address: None,
        specimen: false,
    }
}

/// A certificate whose fields are as long as real ones can be.
fn longest() -> Certificate {
    let long = |length: usize| {
        let text = "Ғимараттың ішкі сумен жабдықтау желілерін монтаждау ЩЖШМӘҒҚҢ ";
        text.chars().cycle().take(length - 1).chain(['ы']).collect::<String>()
    };
    let names = |length: usize| LocalizedName {
        kk: long(length),
        ru: long(length),
        en: "Example ".repeat(length / 8),
    };
    Certificate {
        number: "Ш".repeat(64),
        holder_names: vec![long(90), "Щ".repeat(90)],
        profession: names(100),
        profession_code: "7126-2-013 / 7126-2-014".to_owned(),
        qualification: Some(names(100)),
        skills: vec![names(120); 8],
        centre: names(100),
        accreditation: long(80),
        basis: long(90),
        valid_until: Some("14.05.2031".to_owned()),
        code: "WWWW-MMMM-QQQQ-WWWW-MMMM-QQQQ".to_owned(),
        qr_text: qr_text(376),
        address: None,
        specimen: true,
        ..sample()
    }
}

/// Returns the left, top, right and bottom of each line of text, with the text, and of the QR code.
fn boxes(page: &Page) -> Vec<([f32; 4], String)> {
    let text = |op: &Op| match op {
        Op::Text { x, y, size, line, .. } => {
            let edges = [*x, y - 0.74 * size, x + line.width * size, y + 0.2 * size];
            Some((edges, line.text.clone()))
        }
        Op::Fill { .. } => None,
    };
    let (left, top, side) = page.qr_box;
    let code = ([left, top, left + side, top + side], "the QR code".to_owned());
    page.ops.iter().filter_map(text).chain([code]).collect()
}

fn assert_no_overlap(certificate: &Certificate) {
    let page = certificate.page().expect("the page is laid out");
    let boxes = boxes(&page);
    for (nth, ([left, top, right, bottom], text)) in boxes.iter().enumerate() {
        let inside = if text == "the QR code" { MARGIN - 20.0 } else { MARGIN - 0.01 };
        assert!(
            *left >= inside && *right <= MARGIN + WIDTH + 0.1,
            "{text} leaves the sides: {left}..{right}"
        );
        assert!(*top >= 24.0 && *bottom <= PAGE.1 - 30.0, "{text} leaves the page: {top}..{bottom}");
        for ([l, t, r, b], other) in &boxes[nth + 1..] {
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            assert!(apart, "{text:?} touches {other:?}");
        }
    }
    let smallest = page.ops.iter().filter_map(|op| match op {
        Op::Text { size, .. } => Some(*size),
        Op::Fill { .. } => None,
    });
    assert!(smallest.fold(f32::MAX, f32::min) >= 5.4);
}

fn pixels(png: &[u8]) -> (usize, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut grey = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut grey).expect("a picture");
    assert_eq!(info.width, info.height);
    (info.width as usize, grey)
}

#[test]
fn qr_codes_decode_from_their_png() {
    for (length, version) in [(8, 1), (300, 13), (340, 13), (376, 14), (377, 15)] {
        let text = qr_text(length);
        let qr = Qr::encode(&text).expect("a code");
        assert_eq!((qr.version(), qr.modules()), (version, 17 + 4 * usize::from(version) + 8));
        let (side, grey) = pixels(&qr.png(5));
        assert_eq!(side, qr.modules() * 5);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| grey[y * side + x]);
        let (meta, read) = image.detect_grids()[0].decode().expect("a readable code");
        assert_eq!((read, meta.ecc_level), (text, 3), "level Q is number 3 in the format bits");
        let edge = grey.iter().take(side * 20).chain(grey.chunks(side).flat_map(|row| &row[..20]));
        assert!(edge.into_iter().all(|pixel| *pixel == 255), "the quiet zone is white");
    }
}

/// A link to a document of so many bytes, whose address has so many characters up to the `#`.
fn link(bytes: usize, address: usize) -> String {
    let host =
        "https://register.example".chars().chain("x".chars().cycle()).take(address - 2).collect::<String>();
    let content: Vec<u8> = (0..bytes).map(|at| (at * 89 + 210) as u8).collect();
    format!("{host}/#{LINK_PREFIX}{}", digits::encode(&content))
}

#[test]
fn links_are_an_address_in_bytes_and_digits() {
    for (bytes, address, version) in
        [(238, 27, 15), (238, 44, 15), (238, 45, 16), (238, 102, 17), (12, 26, 4)]
    {
        let text = link(bytes, address);
        let qr = Qr::encode(&text).expect("a code");
        assert_eq!(qr.version(), version, "{bytes} bytes, {address} characters");
        let (side, grey) = pixels(&qr.png(5));
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| grey[y * side + x]);
        let (meta, read) = image.detect_grids()[0].decode().expect("a readable code");
        assert_eq!((read, meta.ecc_level), (text, 3));
    }
    for text in [
        "https://register.example/#RST2:",
        "https://register.example/#RST2:12A",
        "https://тізілім/#RST2:1",
        "a b#RST2:1",
    ] {
        assert!(matches!(Qr::encode(text), Err(PrintError::NotAlphanumeric { .. })), "{text}");
    }
}

#[test]
fn a_page_with_a_link_states_the_address_in_words() {
    let address = "https://xn--80ak6aa92e.register.example:8443";
    let certificate = Certificate { qr_text: link(238, 46), address: Some(address.into()), ..sample() };
    let lines = boxes(&certificate.page().expect("a page"));
    let printed = lines.iter().map(|(_, text)| text.as_str()).collect::<String>();
    assert_eq!(printed.matches(address).count(), 3, "once in each language: {printed}");
    let plain = boxes(&sample().page().expect("a page"));
    assert!(!plain.iter().any(|(_, text)| text.contains("https://")));
    assert_no_overlap(&certificate);
    let long = format!("https://{}.example", "a".repeat(84));
    assert_no_overlap(&Certificate { qr_text: link(238, 102), address: Some(long), ..sample() });
    assert_no_overlap(&Certificate { qr_text: link(256, 46), address: Some(address.into()), ..longest() });
    let blank = Certificate { address: Some(" ".into()), ..sample() };
    assert_eq!(blank.pdf().err(), Some(PrintError::Blank { field: "address" }));
}

#[test]
fn svg_and_png_show_the_same_modules() {
    let qr = Qr::encode(&qr_text(340)).expect("a code");
    let svg = qr.svg();
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 77 77\" shape-rendering=\"crispEdges\">\
                <rect width=\"77\" height=\"77\" fill=\"#fff\"/><path fill=\"#000\" d=\"";
    let path = svg.strip_prefix(head).and_then(|rest| rest.strip_suffix("\"/></svg>\n")).expect("its frame");
    let mut drawn = vec![255; 77 * 77];
    for run in path.split_terminator('z') {
        let (place, sizes) = run.strip_prefix('M').and_then(|run| run.split_once('h')).expect("a move");
        let (x, y) = place.split_once(' ').expect("two numbers");
        let (there, back) = sizes.split_once("v1h-").expect("a box");
        assert_eq!(there, back);
        let start = y.parse::<usize>().expect("y") * 77 + x.parse::<usize>().expect("x");
        drawn[start..start + there.parse::<usize>().expect("length")].fill(0);
    }
    assert_eq!((77, drawn), pixels(&qr.png(0)), "no size below one pixel");
}

#[test]
fn rejects_invalid_qr_text() {
    assert_eq!(Qr::encode("").err(), Some(PrintError::Blank { field: "qr_text" }));
    let wrong = PrintError::NotAlphanumeric { at: 2, character: 'c' };
    assert_eq!(Qr::encode("ABc").err(), Some(wrong));
    assert_eq!(Qr::encode(&"A".repeat(2420)).expect("the maximum").version(), 40);
    assert_eq!(Qr::encode(&"A".repeat(2421)).err(), Some(PrintError::QrTooLong(2421)));
    let dense = Certificate { qr_text: qr_text(1600), ..sample() };
    assert!(matches!(dense.pdf(), Err(PrintError::QrTooFine { version: 29.. })));
}

#[test]
fn the_same_certificate_gives_the_same_single_page() {
    for certificate in [sample(), longest()] {
        let pdf = certificate.pdf().expect("a PDF");
        assert_eq!(pdf, certificate.clone().pdf().expect("a PDF"));
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Count 1") && text.matches("/Type/Page/").count() == 1);
        assert!(text.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"));
        assert!(text.contains("<xmp:CreateDate>2026-05-14"), "dated by its issue, not by the clock");
    }
}

#[test]
fn nothing_overlaps_or_leaves_the_page() {
    let skill = Certificate { skills: vec![name("Дәнекерлеу"); 3], ..sample() };
    let marked = Certificate { specimen: true, qualification: Some(name("Шебер")), ..sample() };
    let short = Certificate { qr_text: qr_text(20), code: "7K3M".to_owned(), ..sample() };
    let dense = Certificate { qr_text: qr_text(900), ..longest() };
    for certificate in [sample(), skill, marked, short, longest(), dense] {
        assert_no_overlap(&certificate);
    }
}

#[test]
fn the_code_breaks_between_groups_only() {
    let code = "7K3M-9QXD-2V5T-HW8C-Z0WM-4QQ7-11AA-22BB";
    let certificate = Certificate { code: code.to_owned(), ..sample() };
    let plan = super::plan::plan(&certificate).expect("a plan");
    let panel = panel::lay_out(&plan, &Qr::encode(&certificate.qr_text).expect("a code")).expect("a panel");
    let mono = |op: &Op| match op {
        Op::Text { line, .. } if line.style == Style::Mono => Some(line.text.clone()),
        _ => None,
    };
    let lines: Vec<String> = panel.block.ops.iter().filter_map(mono).collect();
    assert_eq!(lines, ["7K3M-9QXD-2V5T-HW8C-", "Z0WM-4QQ7-11AA-22BB"]);
    assert_no_overlap(&certificate);
}

#[test]
fn skill_documents_state_their_scope() {
    let shows = |certificate: &Certificate, text: &str| {
        certificate.page().expect("a page").ops.iter().any(|op| match op {
            Op::Text { line, .. } => line.text.contains(text),
            Op::Fill { .. } => false,
        })
    };
    let skill = Certificate { skills: vec![name("Дәнекерлеу")], ..sample() };
    for text in ["дағдыларды", "только перечисленные", "only the skills", "Дағдылар тиесілі кәсіп"]
    {
        assert!(shows(&skill, text) && !shows(&sample(), text), "{text}");
    }
    assert!(shows(&sample(), "мерзімсіз") && !shows(&longest(), "мерзімсіз"));
    assert!(shows(&longest(), "заңды күші жоқ") && !shows(&sample(), "заңды күші жоқ"));
}

#[test]
fn reports_characters_without_a_glyph() {
    let print = |name: &str| Certificate { holder_names: vec![name.to_owned()], ..sample() }.pdf();
    print("ӘәҒғҚқҢңӨөҰұҮүҺһІі ЁёЪъ ҲҷӢӯ ŞşĞğƏə Oʻzbek №«»–—…•’₸").expect("the fonts have these");
    print("Андреи\u{306}").expect("a composed й");
    for character in ['王', 'ك', '😀', '\u{200B}', '\u{202E}', '\u{AD}', '\u{7}', '\u{FFFD}', 'Ω'] {
        let unprintable = PrintError::Unprintable { field: "holder_names", character };
        assert_eq!(print(&format!("Үлгі{character}жан")), Err(unprintable));
    }
    let not_ascii = Certificate { code: "7К3М".to_owned(), ..sample() };
    assert!(matches!(not_ascii.pdf(), Err(PrintError::Unprintable { field: "code", character: 'К' })));
    assert!(print("q\u{306}").is_err(), "a mark that is composed with no letter");
}

#[test]
fn rejects_invalid_fields() {
    let error = |change: &dyn Fn(&mut Certificate)| {
        let mut certificate = sample();
        change(&mut certificate);
        certificate.pdf().expect_err("the field is rejected")
    };
    assert_eq!(error(&|c| c.holder_names.clear()), PrintError::Names(0));
    assert_eq!(error(&|c| c.holder_names = vec!["А".to_owned(); 3]), PrintError::Names(3));
    assert_eq!(error(&|c| c.level = " \n".to_owned()), PrintError::Blank { field: "level" });
    assert_eq!(error(&|c| c.centre.ru.clear()), PrintError::Blank { field: "centre" });
    let long = PrintError::TooLong { field: "basis", limit: 600 };
    assert_eq!(error(&|c| c.basis = "а".repeat(601)), long);
    assert_eq!(error(&|c| c.skills = vec![name("а"); 61]), PrintError::TooManySkills(61));
    assert_eq!(error(&|c| c.skills = vec![name(&"а ".repeat(200)); 30]), PrintError::Crowded);
    for date in ["", "14 мамыр 2026", "2026-13-01", "14.05.26", "2026-05-14T00", "٢٠٢٦-05-14"] {
        let found = error(&|c| c.issued_on = date.to_owned());
        assert!(matches!(
            found,
            PrintError::Date { .. } | PrintError::Blank { .. } | PrintError::Unprintable { .. }
        ));
        assert!(!found.to_string().is_empty());
    }
}
