//! Repeats the search for codes on transformed copies of a picture.

use image::GrayImage;

use super::filter::{
    double, invert, light_part, pad, part, reduce, sharpen, smooth, stretch, without_ground,
};
use super::qr::{Found, detect};
use super::worker::Stop;

/// Maximum pixels of a searched picture. A larger one is reduced first. A sheet of A4 keeps 400 dots per inch.
const MAX_SEARCHED_PIXELS: u64 = 16_000_000;
/// Maximum pixels of a picture that is also searched at twice its size.
const MAX_DOUBLED_PIXELS: u64 = 2_000_000;

/// The step between the parts in which a large picture is searched, in pixels. The side of a part is twice this step.
const PART_STEP: u32 = 1500;

/// A transformation of the picture before a search.
type Transform = fn(&GrayImage) -> GrayImage;

/// How many transformations to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// Only [`ALWAYS`]: for one of many pages.
    Quick,
    /// All, until a code is found.
    Thorough,
}

/// Always tried, after the unchanged picture. Together they miss few codes, and each may find another of two codes
/// that are lit differently.
const ALWAYS: [Transform; 2] = [stretch, |p| smooth(p)];

/// Tried in order while no code has been found: for blur, strong blur, light codes on a dark background with either,
/// and codes without a margin, at the edge of the picture or on a background of the colour of their dark modules.
const FALLBACKS: [Transform; 12] = [
    sharpen,
    |p| sharpen(&reduce(p, 2)),
    |p| invert(&stretch(p)),
    |p| invert(&smooth(p)),
    |p| invert(&sharpen(p)),
    |p| smooth(&stretch(p)),
    |p| smooth(&reduce(&stretch(p), 2)),
    |p| pad(&stretch(p)),
    |p| pad(&light_part(&stretch(p))),
    |p| pad(&light_part(&invert(&stretch(p)))),
    |p| pad(&without_ground(&stretch(p))),
    |p| pad(&without_ground(&invert(&stretch(p)))),
];

/// Returns the texts of the codes on the picture, in reading order.
pub(super) fn codes(picture: GrayImage, effort: Effort, stop: Stop) -> Vec<String> {
    let is_blank = picture.as_raw().iter().all(|p| *p == picture.as_raw()[0]);
    if is_blank {
        return Vec::new();
    }
    let pixels = u64::from(picture.width()) * u64::from(picture.height());
    let factor = (1..).find(|f| pixels / (f * f) <= MAX_SEARCHED_PIXELS).unwrap_or(1) as u32;
    let whole = picture;
    let reduced = (factor > 1).then(|| reduce(&whole, factor));
    let picture = reduced.as_ref().unwrap_or(&whole);
    let mut found = detect(picture);
    for transform in ALWAYS {
        add(&mut found, &transform, picture, stop);
    }
    if effort == Effort::Thorough {
        for transform in FALLBACKS {
            if found.is_empty() {
                add(&mut found, &transform, picture, stop);
            }
        }
        if found.is_empty() && pixels <= MAX_DOUBLED_PIXELS {
            add(&mut found, &|p| sharpen(&double(p)), picture, stop);
        }
        if found.is_empty() && factor > 1 {
            found = in_parts(&whole, stop);
        }
    }
    in_reading_order(found)
}

/// Searches a large picture in its own resolution, in parts that overlap by half, until one has a code.
fn in_parts(picture: &GrayImage, stop: Stop) -> Vec<Found> {
    let (width, height) = picture.dimensions();
    for top in (0..height).step_by(PART_STEP as usize) {
        for left in (0..width).step_by(PART_STEP as usize) {
            if stop.requested() {
                return Vec::new();
            }
            let found = detect(&stretch(&part(picture, left, top, 2 * PART_STEP)));
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// Adds the codes that are found on the transformed picture and not known yet.
fn add(found: &mut Vec<Found>, transform: &dyn Fn(&GrayImage) -> GrayImage, picture: &GrayImage, stop: Stop) {
    if stop.requested() {
        return;
    }
    for code in detect(&transform(picture)) {
        if found.iter().all(|known| known.text != code.text) {
            found.push(code);
        }
    }
}

/// Returns the texts in rows from the top, each row from the left. A code belongs to a row if its middle is within the
/// height of the topmost code of the row.
fn in_reading_order(mut found: Vec<Found>) -> Vec<String> {
    found.sort_by(|a, b| a.bounds[1].total_cmp(&b.bounds[1]));
    let mut rows: Vec<Vec<Found>> = Vec::new();
    for code in found {
        let middle = (code.bounds[1] + code.bounds[3]) / 2.0;
        match rows.last_mut() {
            Some(row) if middle <= row[0].bounds[3] => row.push(code),
            _ => rows.push(vec![code]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.bounds[0].total_cmp(&b.bounds[0]));
    }
    rows.into_iter().flatten().map(|code| code.text).collect()
}
