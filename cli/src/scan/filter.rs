//! Filters on a grey picture that make a code easier to detect.

use image::{GrayImage, Luma};

/// Stretches the grey levels of the picture to the full range. The darkest and lightest hundredth may be clipped.
pub(super) fn stretch(picture: &GrayImage) -> GrayImage {
    let mut counts = [0usize; 256];
    picture.as_raw().iter().for_each(|p| counts[usize::from(*p)] += 1);
    let spare = picture.as_raw().len() / 100;
    // The first level, from one end, up to which there are more pixels than that.
    let first_above = |passed: &mut usize, level: usize| {
        *passed += counts[level];
        Some((*passed > spare).then_some(level))
    };
    let low = (0..256).scan(0, first_above).flatten().next().unwrap_or(0);
    let high = (0..256).rev().scan(0, first_above).flatten().next().unwrap_or(255).max(low + 1);
    let table: [u8; 256] = std::array::from_fn(|p| ((p.clamp(low, high) - low) * 255 / (high - low)) as u8);
    map(picture, |p| table[usize::from(p)])
}

/// Swaps dark and light.
pub(super) fn invert(picture: &GrayImage) -> GrayImage {
    map(picture, |p| 255 - p)
}

/// Replaces each pixel by the mean of itself and its eight neighbours, against noise.
pub(super) fn smooth(picture: &GrayImage) -> GrayImage {
    around(picture, 1, |_, mean| mean)
}

/// Triples the distance of each pixel from the mean around it, against blur.
pub(super) fn sharpen(picture: &GrayImage) -> GrayImage {
    around(picture, 4, |p, mean| mean + 3 * (p - mean))
}

/// Reduces the picture by a whole factor; each new pixel is the mean of a block.
pub(super) fn reduce(picture: &GrayImage, factor: u32) -> GrayImage {
    let (width, height) = (picture.width() / factor, picture.height() / factor);
    let mut sums = vec![0u32; width as usize];
    let mut pixels = Vec::with_capacity(width as usize * height as usize);
    let rows: Vec<&[u8]> = picture.as_raw().chunks_exact(picture.width().max(1) as usize).collect();
    for band in rows.chunks_exact(factor as usize) {
        sums.fill(0);
        for row in band {
            for (sum, block) in sums.iter_mut().zip(row.chunks_exact(factor as usize)) {
                *sum += block.iter().map(|p| u32::from(*p)).sum::<u32>();
            }
        }
        pixels.extend(sums.iter().map(|sum| (sum / (factor * factor)) as u8));
    }
    GrayImage::from_raw(width, height, pixels).unwrap_or_default()
}

/// Doubles the size of the picture, with linear interpolation.
pub(super) fn double(picture: &GrayImage) -> GrayImage {
    let (width, height) = picture.dimensions();
    // Each new pixel is a quarter of a pixel from the centre of its old one: weights 3 for that one, 1 for the next.
    let near = |at: u32, end: u32| {
        let next = if at.is_multiple_of(2) { (at / 2).saturating_sub(1) } else { (at / 2 + 1).min(end - 1) };
        [(at / 2, 3), (next, 1)]
    };
    GrayImage::from_fn(2 * width, 2 * height, |x, y| {
        let mut sum = 8;
        for (row, a) in near(y, height) {
            for (column, b) in near(x, width) {
                sum += a * b * u32::from(picture.get_pixel(column, row).0[0]);
            }
        }
        Luma([(sum / 16) as u8])
    })
}

fn map(picture: &GrayImage, f: impl Fn(u8) -> u8) -> GrayImage {
    let pixels = picture.as_raw().iter().map(|p| f(*p)).collect();
    GrayImage::from_raw(picture.width(), picture.height(), pixels).unwrap_or_default()
}

/// Replaces each pixel by a function of itself and of the mean of the square around it, of side 2 × `radius` + 1.
fn around(picture: &GrayImage, radius: usize, f: impl Fn(i32, i32) -> i32) -> GrayImage {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    // sums[y][x]: the sum of all pixels above and to the left. It may wrap: only differences are used.
    let mut sums = vec![0u32; (width + 1) * (height + 1)];
    for y in 0..height {
        let mut row = 0u32;
        for x in 0..width {
            row = row.wrapping_add(u32::from(picture.as_raw()[y * width + x]));
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1].wrapping_add(row);
        }
    }
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        let (top, bottom) = (y.saturating_sub(radius), (y + radius + 1).min(height));
        let (above, below) = (&sums[top * (width + 1)..], &sums[bottom * (width + 1)..]);
        for x in 0..width {
            let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
            let sum =
                below[right].wrapping_sub(above[right]).wrapping_sub(below[left].wrapping_sub(above[left]));
            let mean = sum / ((bottom - top) * (right - left)) as u32;
            pixels.push(f(i32::from(picture.as_raw()[y * width + x]), mean as i32).clamp(0, 255) as u8);
        }
    }
    GrayImage::from_raw(picture.width(), picture.height(), pixels).unwrap_or_default()
}
