//! Test files, made in memory: pictures and small PDFs.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::draw::{Code, Picture, square};

/// Encodes the picture as PNG.
pub(super) fn png(picture: &Picture) -> Vec<u8> {
    let mut out = Vec::new();
    let (width, height) = (picture.width as u32, picture.height as u32);
    let encoder = image::codecs::png::PngEncoder::new(&mut out);
    encoder.write_image(&picture.bytes(), width, height, ExtendedColorType::L8).unwrap();
    out
}

/// Encodes the picture as JPEG of medium quality.
pub(super) fn jpeg(picture: &Picture) -> Vec<u8> {
    let mut out = Vec::new();
    let (width, height) = (picture.width as u32, picture.height as u32);
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 75);
    encoder.write_image(&picture.bytes(), width, height, ExtendedColorType::L8).unwrap();
    out
}

/// Returns a sheet with one code at its centre; `module` is the width of a module in pixels.
pub(super) fn sheet(text: &str, version: i16, module: f64, angle: f64) -> Picture {
    let code = Code::new(text, version);
    let side = (code.side as f64 + 8.0) * module;
    let width = side * if angle == 0.0 { 1.0 } else { 1.42 };
    let mut sheet = Picture::new(width.ceil() as usize, width.ceil() as usize, 235.0);
    sheet.draw(&code, square(width / 2.0, width / 2.0, side, angle), 4.0, 20.0, 235.0);
    sheet
}

/// Returns a PDF of the objects, numbered from 1. The first is the catalogue.
pub(super) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").bytes()));
    let end = objects.len() + 1;
    out.extend(format!("trailer\n<</Size {end}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}

/// Returns a PDF stream of dictionary entries and data.
pub(super) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

/// Returns a PDF with one page of 300 by 300 points, with content and a picture.
pub(super) fn one_page(content: Vec<u8>, picture: Option<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
            .to_vec(),
        content,
    ];
    objects.extend(picture);
    pdf(&objects)
}

/// Compresses data with Flate.
pub(super) fn zlib(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Returns the start of a PNG file whose header states this size, with part of its data.
pub(super) fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    for (name, data) in
        [(b"IHDR", [&size[..], &[8, 0, 0, 0, 0]].concat()), (b"IDAT", zlib(&vec![0; 1 << 20]))]
    {
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&data);
        out.extend((data.len() as u32).to_be_bytes());
        out.extend(name);
        out.extend(data);
        out.extend(sum.sum().to_be_bytes());
    }
    out
}
