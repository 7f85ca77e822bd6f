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

/// Triples the difference of each pixel from the mean around it, against blur.
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

/// Returns the square of this side at most whose top left corner is given.
pub(super) fn part(picture: &GrayImage, left: u32, top: u32, side: u32) -> GrayImage {
    let (width, height) = (side.min(picture.width() - left), side.min(picture.height() - top));
    image::imageops::crop_imm(picture, left, top, width, height).to_image()
}

/// Adds a white margin on all sides, of a twelfth of the shorter side.
pub(super) fn pad(picture: &GrayImage) -> GrayImage {
    let margin = picture.width().min(picture.height()) / 12 + 8;
    let mut padded =
        GrayImage::from_pixel(picture.width() + 2 * margin, picture.height() + 2 * margin, Luma([255]));
    image::imageops::replace(&mut padded, picture, margin.into(), margin.into());
    padded
}

/// Crops the dark background on all sides: rows and columns at the edges in which less than a hundredth is light.
pub(super) fn light_part(picture: &GrayImage) -> GrayImage {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let (mut columns, mut rows) = (vec![0; width], vec![0; height]);
    for (at, _) in picture.as_raw().iter().enumerate().filter(|(_, p)| **p >= 128) {
        columns[at % width] += 1;
        rows[at / width] += 1;
    }
    let range = |counts: &[usize], length: usize| {
        let is_light = |count: &usize| *count > length / 100;
        let first = counts.iter().position(is_light).unwrap_or(0);
        let last = counts.iter().rposition(is_light).unwrap_or(counts.len().saturating_sub(1));
        (first as u32, (last + 1).saturating_sub(first) as u32)
    };
    let ((left, width), (top, height)) = (range(&columns, height), range(&rows, width));
    image::imageops::crop_imm(picture, left, top, width, height).to_image()
}

/// Makes the dark background around a rotated code white, except next to the code.
///
/// Without a light margin, the outer ring of the finder patterns is connected to the background. The pixels of that
/// ring are at most a module from a light one. Dark pixels further away that are connected to the edge of the picture,
/// or to an entirely dark area, are background. A module is about as wide as the shorter light runs.
pub(super) fn without_ground(picture: &GrayImage) -> GrayImage {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let module = light_run(picture);
    let light = map(picture, |p| if p < 128 { 0 } else { 255 });
    let beside = around(&light, module, |_, mean| mean).into_raw();
    let near = around(&light, 3 * module, |_, mean| mean).into_raw();
    let mut pixels = picture.clone().into_raw();
    let is_edge = |at: usize| {
        let (x, y) = (at % width, at / width);
        x == 0 || y == 0 || x + 1 == width || y + 1 == height
    };
    let mut ground: Vec<usize> =
        (0..pixels.len()).filter(|at| beside[*at] == 0 && (near[*at] == 0 || is_edge(*at))).collect();
    let mut known = vec![false; pixels.len()];
    ground.iter().for_each(|at| known[*at] = true);
    while let Some(at) = ground.pop() {
        pixels[at] = 255;
        let x = at % width;
        let left = (x > 0).then(|| at - 1);
        let right = (x + 1 < width).then(|| at + 1);
        for next in [left, right, at.checked_sub(width), Some(at + width)].into_iter().flatten() {
            if next < known.len() && !known[next] && beside[next] == 0 {
                known[next] = true;
                ground.push(next);
            }
        }
    }
    GrayImage::from_raw(picture.width(), picture.height(), pixels).unwrap_or_default()
}

/// Returns the length that a third of the light runs of the rows do not exceed, in pixels.
fn light_run(picture: &GrayImage) -> usize {
    const MAX: usize = 64;
    let mut counts = [0usize; MAX + 1];
    for row in picture.as_raw().chunks_exact(picture.width().max(1) as usize) {
        for run in row.split(|p| *p < 128).filter(|run| !run.is_empty()) {
            counts[run.len().min(MAX)] += 1;
        }
    }
    let third = counts.iter().sum::<usize>() / 3;
    let passed = |sum: &mut usize, count: &usize| {
        *sum += count;
        Some(*sum)
    };
    counts.iter().scan(0, passed).position(|sum| sum > third).unwrap_or(1).max(1)
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
