//! Looks for codes again and again, each time on a picture changed in another way.

use image::GrayImage;

use super::filter::{double, invert, reduce, sharpen, smooth, stretch};
use super::qr::{Found, look};
use super::worker::Stop;

/// The most pixels that are searched: a larger picture is made smaller first. What is left of a sheet of A4 is
/// 400 dots per inch.
const SEARCHED: u64 = 16_000_000;
/// The most pixels of a picture that is also tried at twice its size.
const DOUBLED: u64 = 2_000_000;

/// A way to change a picture before looking.
type Rung = fn(&GrayImage) -> GrayImage;

/// How long to go on looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// The first steps only: for one of many pages.
    Quick,
    /// Every step, until something is found.
    Thorough,
}

/// Tried always, after the picture as it is: together they miss few codes, and where two codes lie in
/// different light each may be seen by another.
const ALWAYS: [Rung; 2] = [stretch, |p| smooth(p)];

/// Tried one after the other as long as nothing was found: blur, strong blur, light on dark in the same steps.
const RESORTS: [Rung; 7] = [
    sharpen,
    |p| sharpen(&reduce(p, 2)),
    |p| invert(&stretch(p)),
    |p| invert(&smooth(p)),
    |p| invert(&sharpen(p)),
    |p| smooth(&stretch(p)),
    |p| smooth(&reduce(&stretch(p), 2)),
];

/// The texts of the codes on the picture, in reading order.
pub(super) fn codes(picture: GrayImage, effort: Effort, stop: &Stop) -> Vec<String> {
    if picture.as_raw().iter().all(|p| *p == picture.as_raw()[0]) {
        return Vec::new(); // a blank page
    }
    let pixels = u64::from(picture.width()) * u64::from(picture.height());
    let factor = (1..).find(|f| pixels / (f * f) <= SEARCHED).unwrap_or(1) as u32;
    let picture = if factor > 1 { reduce(&picture, factor) } else { picture };
    let mut found = look(&picture);
    for rung in ALWAYS {
        add(&mut found, &rung, &picture, stop);
    }
    if effort == Effort::Thorough {
        for rung in RESORTS {
            if found.is_empty() {
                add(&mut found, &rung, &picture, stop);
            }
        }
        if found.is_empty() && pixels <= DOUBLED {
            add(&mut found, &|p| sharpen(&double(p)), &picture, stop);
        }
    }
    in_reading_order(found)
}

fn add(found: &mut Vec<Found>, rung: &dyn Fn(&GrayImage) -> GrayImage, picture: &GrayImage, stop: &Stop) {
    if stop.asked() {
        return;
    }
    for code in look(&rung(picture)) {
        if found.iter().all(|known| known.text != code.text) {
            found.push(code);
        }
    }
}

/// Rows from the top, each from the left. Codes are in one row when the middle of one lies within the height
/// of the topmost of the row.
fn in_reading_order(mut found: Vec<Found>) -> Vec<String> {
    found.sort_by(|a, b| a.ends[1].total_cmp(&b.ends[1]));
    let mut rows: Vec<Vec<Found>> = Vec::new();
    for code in found {
        let middle = (code.ends[1] + code.ends[3]) / 2.0;
        match rows.last_mut() {
            Some(row) if middle <= row[0].ends[3] => row.push(code),
            _ => rows.push(vec![code]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.ends[0].total_cmp(&b.ends[0]));
    }
    rows.into_iter().flatten().map(|code| code.text).collect()
}
