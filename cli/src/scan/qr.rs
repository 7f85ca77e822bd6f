//! One look for QR codes at one grey picture.

use image::GrayImage;
use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source};

/// A code and its place, in parts of the width and height of the picture (0 to 1).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// What the code says.
    pub(super) text: String,
    /// Its left, top, right and bottom ends.
    pub(super) ends: [f32; 4],
}

/// The codes that are seen on the picture as it is. Their error correction has been checked.
pub(super) fn look(picture: &GrayImage) -> Vec<Found> {
    let (width, height) = picture.dimensions();
    let Ok(source) = Luma8Source::new_with_slice(picture.as_raw(), width, height) else { return Vec::new() };
    let hints = DecodeHints {
        TryHarder: Some(true),
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into()),
        ..DecodeHints::default()
    };
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let results = QrReader.decode_multiple_with_hints(&mut bitmap, &hints).unwrap_or_default();
    let place = |result: &rxing::RXingResult| {
        let mut ends = [f32::MAX, f32::MAX, 0.0, 0.0];
        for point in result.getPoints() {
            let (x, y) = (point.x / width as f32, point.y / height as f32);
            ends = [ends[0].min(x), ends[1].min(y), ends[2].max(x), ends[3].max(y)];
        }
        ends
    };
    results.iter().map(|result| Found { text: result.getText().to_owned(), ends: place(result) }).collect()
}
