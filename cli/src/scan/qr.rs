//! One search for QR codes on one grey picture.

use image::GrayImage;
use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source};

/// A code and its position, relative to the width and height of the picture (0 to 1).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// The text of the code.
    pub(super) text: String,
    /// Its left, top, right and bottom edges.
    pub(super) bounds: [f32; 4],
}

/// Returns the codes on the unchanged picture. Their error correction was checked.
pub(super) fn detect(picture: &GrayImage) -> Vec<Found> {
    let (width, height) = picture.dimensions();
    let Ok(source) = Luma8Source::new_with_slice(picture.as_raw(), width, height) else { return Vec::new() };
    let hints = DecodeHints {
        TryHarder: Some(true),
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into()),
        ..DecodeHints::default()
    };
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let results = QrReader.decode_multiple_with_hints(&mut bitmap, &hints).unwrap_or_default();
    let bounds = |result: &rxing::RXingResult| {
        let mut bounds = [f32::MAX, f32::MAX, 0.0, 0.0];
        for point in result.getPoints() {
            let (x, y) = (point.x / width as f32, point.y / height as f32);
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
        bounds
    };
    results.iter().map(|result| Found { text: result.getText().to_owned(), bounds: bounds(result) }).collect()
}
