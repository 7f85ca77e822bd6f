//! Test pictures of QR codes: drawn into any quadrilateral, then degraded.

/// A small deterministic random generator (xorshift64*).
pub(super) struct Rng(pub(super) u64);

impl Rng {
    /// Returns the next 64 random bits.
    #[allow(clippy::should_implement_trait)]
    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    /// Returns a number between `low` and `high`.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * ((self.next() >> 11) as f64 / (1u64 << 53) as f64)
    }
    /// Returns a roughly normal number of mean 0 and deviation 1.
    pub(super) fn normal(&mut self) -> f64 {
        (0..6).map(|_| self.between(-1.0, 1.0)).sum::<f64>() / 2f64.sqrt()
    }
    /// Returns a text of the QR alphanumeric set.
    pub(super) fn text(&mut self, len: usize) -> String {
        const SET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        (0..len).map(|_| SET[(self.next() % SET.len() as u64) as usize] as char).collect()
    }
}

/// The modules of a QR code, row by row; `true` is dark.
pub(super) struct Code {
    /// Modules on one side.
    pub(super) side: usize,
    /// The modules.
    pub(super) dark: Vec<bool>,
}

impl Code {
    /// Encodes a text in the given version, with error correction Q.
    pub(super) fn new(text: &str, version: i16) -> Code {
        let code =
            qrcode::QrCode::with_version(text, qrcode::Version::Normal(version), qrcode::EcLevel::Q).unwrap();
        let dark = code.to_colors().iter().map(|c| *c == qrcode::Color::Dark).collect();
        Code { side: code.width(), dark }
    }
}

/// Returns the alphanumeric characters that fit a version with error correction Q (ISO/IEC 18004, table 7).
pub(super) fn capacity(version: i16) -> usize {
    [16, 29, 47, 67, 87, 108, 125, 157, 189, 221, 259, 296, 352, 376, 426, 470][version as usize - 1]
}

/// A grey picture, 0 black to 255 white.
#[derive(Clone)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) grey: Vec<f32>,
}

type Point = (f64, f64);

impl Picture {
    pub(super) fn new(width: usize, height: usize, grey: f32) -> Picture {
        Picture { width, height, grey: vec![grey; width * height] }
    }

    /// Draws the code with its quiet zone into a quadrilateral (corners clockwise from the top left).
    pub(super) fn draw(&mut self, code: &Code, quad: [Point; 4], quiet: f64, dark: f32, light: f32) {
        let map = inverse(quad);
        let xs = quad.map(|p| p.0);
        let ys = quad.map(|p| p.1);
        let min = |v: [f64; 4]| v.into_iter().fold(f64::MAX, f64::min).floor().max(0.0) as usize;
        let max = |v: [f64; 4], end: usize| (v.into_iter().fold(0.0, f64::max).ceil() as usize).min(end);
        let full = code.side as f64 + 2.0 * quiet;
        for y in min(ys)..max(ys, self.height) {
            for x in min(xs)..max(xs, self.width) {
                let at = y * self.width + x;
                let under = self.grey[at];
                let mut sum = 0.0;
                for s in 0..16 {
                    let px = x as f64 + ((s % 4) as f64 + 0.5) / 4.0;
                    let py = y as f64 + ((s / 4) as f64 + 0.5) / 4.0;
                    let w = map[6] * px + map[7] * py + map[8];
                    let u = (map[0] * px + map[1] * py + map[2]) / w;
                    let v = (map[3] * px + map[4] * py + map[5]) / w;
                    sum += if !(0.0..1.0).contains(&u) || !(0.0..1.0).contains(&v) {
                        under
                    } else {
                        let (mx, my) = (u * full - quiet, v * full - quiet);
                        let inside = mx >= 0.0 && my >= 0.0 && mx < code.side as f64 && my < code.side as f64;
                        if inside && code.dark[my as usize * code.side + mx as usize] { dark } else { light }
                    };
                }
                self.grey[at] = sum / 16.0;
            }
        }
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, x: usize, y: usize, w: usize, h: usize, grey: f32) {
        for row in y..(y + h).min(self.height) {
            for col in x..(x + w).min(self.width) {
                self.grey[row * self.width + col] = grey;
            }
        }
    }

    /// Draws lines that resemble printed text.
    pub(super) fn text(&mut self, rng: &mut Rng, x0: usize, y0: usize, w: usize, h: usize, size: usize) {
        let mut y = y0;
        while y + size < y0 + h {
            let mut x = x0;
            while x + size < x0 + w {
                let letter = (rng.between(0.4, 0.8) * size as f64) as usize;
                if rng.between(0.0, 1.0) > 0.15 {
                    self.fill(x, y, (size / 6).max(1), size, 30.0);
                    let bar = y + (rng.between(0.0, 0.8) * size as f64) as usize;
                    self.fill(x, bar, letter, (size / 7).max(1), 30.0);
                }
                x += letter + size / 4 + 1;
            }
            y += size * 2;
        }
    }

    /// Gaussian blur.
    pub(super) fn blur(&mut self, sigma: f64) {
        if sigma < 0.05 {
            return;
        }
        let r = (sigma * 3.0).ceil() as isize;
        let mut kernel: Vec<f32> =
            (-r..=r).map(|i| (-(i * i) as f64 / (2.0 * sigma * sigma)).exp() as f32).collect();
        let sum: f32 = kernel.iter().sum();
        kernel.iter_mut().for_each(|k| *k /= sum);
        for (dx, dy) in [(1isize, 0isize), (0, 1)] {
            let from = self.grey.clone();
            let (w, h) = (self.width as isize, self.height as isize);
            for y in 0..h {
                for x in 0..w {
                    let mut v = 0.0;
                    for (i, k) in kernel.iter().enumerate() {
                        let o = i as isize - r;
                        let (sx, sy) = ((x + dx * o).clamp(0, w - 1), (y + dy * o).clamp(0, h - 1));
                        v += k * from[(sy * w + sx) as usize];
                    }
                    self.grey[(y * w + x) as usize] = v;
                }
            }
        }
    }

    /// Adds noise of the given deviation.
    pub(super) fn noise(&mut self, rng: &mut Rng, deviation: f64) {
        self.grey.iter_mut().for_each(|g| *g += (rng.normal() * deviation) as f32);
    }

    /// Multiplies each pixel by a function of its position (both 0 to 1).
    pub(super) fn light(&mut self, f: impl Fn(f64, f64) -> f64) {
        for y in 0..self.height {
            for x in 0..self.width {
                let k = f(x as f64 / self.width as f64, y as f64 / self.height as f64);
                self.grey[y * self.width + x] *= k as f32;
            }
        }
    }

    /// Swaps dark and light.
    pub(super) fn invert(&mut self) {
        self.grey.iter_mut().for_each(|g| *g = 255.0 - *g);
    }

    /// Returns the picture as one byte for each pixel.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.grey.iter().map(|g| g.round().clamp(0.0, 255.0) as u8).collect()
    }
}

/// Returns a square of the given side, rotated about its centre.
pub(super) fn square(cx: f64, cy: f64, side: f64, angle: f64) -> [Point; 4] {
    let (s, c) = angle.sin_cos();
    let h = side / 2.0;
    [(-h, -h), (h, -h), (h, h), (-h, h)].map(|(x, y)| (cx + x * c - y * s, cy + x * s + y * c))
}

/// Returns the homography from the picture to the unit square: the inverse of the projection of the square onto `q`.
fn inverse(q: [Point; 4]) -> [f64; 9] {
    let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = q;
    let (dx1, dx2, sx) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
    let (dy1, dy2, sy) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
    let det = dx1 * dy2 - dx2 * dy1;
    let g = (sx * dy2 - dx2 * sy) / det;
    let h = (dx1 * sy - sx * dy1) / det;
    let (a, b, c) = (x1 - x0 + g * x1, x3 - x0 + h * x3, x0);
    let (d, e, f) = (y1 - y0 + g * y1, y3 - y0 + h * y3, y0);
    [
        e - f * h,
        c * h - b,
        b * f - c * e,
        f * g - d,
        a - c * g,
        c * d - a * f,
        d * h - e * g,
        b * g - a * h,
        a * e - b * d,
    ]
}
