//! Bit strings, most significant bit first. Sealed attributes and status pages are packed with them
//! (docs/formats.md).

use alloc::vec::Vec;

/// Quotient from which [`BitWriter::rice`] writes the complete number instead of a unary code.
const RICE_ESCAPE: u32 = 24;

/// Packs numbers into bits.
#[derive(Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    free: u32,
}

impl BitWriter {
    /// Creates an empty bit string.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends the low `width` bits of `value` (`width` ≤ 64).
    pub fn bits(&mut self, value: u64, width: u32) {
        for index in (0..width.min(64)).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free = self.free.saturating_sub(1);
            if let Some(last) = self.bytes.last_mut() {
                *last |= (((value >> index) & 1) as u8) << self.free;
            }
        }
    }

    /// Appends `value` as a Rice code with parameter `k`: the quotient in unary, the remainder in `k` bits.
    ///
    /// A quotient of 24 or more is written as 24 ones followed by the 64 bits of `value`. One large number therefore
    /// costs at most 88 bits.
    pub fn rice(&mut self, value: u64, k: u32) {
        let quotient = value.checked_shr(k).unwrap_or(0);
        if quotient >= u64::from(RICE_ESCAPE) {
            self.bits(u64::MAX, RICE_ESCAPE);
            self.bits(value, 64);
        } else {
            for _ in 0..quotient {
                self.bits(1, 1);
            }
            self.bits(0, 1);
            self.bits(value, k);
        }
    }

    /// Returns the length in bits.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_mul(8).saturating_sub(self.free as usize)
    }

    /// Returns whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Returns the bytes; the last one is padded with zero bits.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads numbers from the bits that [`BitWriter`] wrote.
pub struct BitReader<'b> {
    bytes: &'b [u8],
    position: usize,
}

impl<'b> BitReader<'b> {
    /// Creates a reader at the first bit of `bytes`.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    /// Returns the number of bits that were read.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// Continues at the bit after the first `position` ones.
    #[must_use]
    pub const fn at(self, position: usize) -> Self {
        Self { position, ..self }
    }

    /// Reads the next `width` bits (`width` ≤ 64) as a number. Returns `None` past the end or for a larger `width`.
    pub fn bits(&mut self, width: u32) -> Option<u64> {
        match width {
            0 => Some(0),
            1..=56 => {
                let end = self.position.checked_add(width as usize)?;
                if end > self.bytes.len().checked_mul(8)? {
                    return None;
                }
                // The window starts at most 7 bits before `position`, so at least 56 of its 64 bits are usable.
                let window = self.window() << (self.position & 7);
                self.position = end;
                Some(window >> 64u32.saturating_sub(width))
            }
            57..=64 => {
                let low = width.saturating_sub(32);
                let high = self.bits(32)?;
                Some(high << low | self.bits(low)?)
            }
            _ => None,
        }
    }

    /// The eight bytes from the current byte on, with zeros past the end.
    fn window(&self) -> u64 {
        let rest = self.bytes.get(self.position >> 3..).unwrap_or_default();
        match rest.first_chunk::<8>() {
            Some(chunk) => u64::from_be_bytes(*chunk),
            None => rest
                .iter()
                .zip((0u32..64).step_by(8))
                .fold(0, |window, (byte, at)| window | u64::from(*byte) << 56u32.saturating_sub(at)),
        }
    }

    /// Reads one bit as a boolean. Returns `None` past the end.
    pub fn flag(&mut self) -> Option<bool> {
        Some(self.bits(1)? == 1)
    }

    /// Reads a number that [`BitWriter::rice`] wrote with the same `k`.
    ///
    /// Returns `None` past the end, or if the long form was used for a number that has a short one.
    pub fn rice(&mut self, k: u32) -> Option<u64> {
        let ones = (self.window() << (self.position & 7)).leading_ones();
        let quotient = u64::from(ones.min(RICE_ESCAPE));
        if self.bits(ones.min(RICE_ESCAPE))?.count_ones() >= RICE_ESCAPE {
            let value = self.bits(64)?;
            return (value.checked_shr(k).unwrap_or(0) >= quotient).then_some(value);
        }
        self.bits(1)?;
        Some(quotient.checked_shl(k)? | self.bits(k)?)
    }

    /// Returns whether all remaining bits are zero (the padding of the last byte or of a page).
    #[must_use]
    pub fn rest_is_zero(mut self) -> bool {
        while self.position & 7 != 0 {
            match self.bits(1) {
                Some(0) => {}
                Some(_) => return false,
                None => return true,
            }
        }
        self.bytes.get(self.position >> 3..).is_none_or(|rest| rest.iter().all(|byte| *byte == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn writes_the_most_significant_bit_first() {
        let mut writer = BitWriter::new();
        writer.bits(0b101, 3);
        writer.bits(0b1, 1);
        writer.bits(0x1ff, 9);
        assert_eq!(writer.len(), 13);
        assert_eq!(writer.finish(), [0b1011_1111, 0b1111_1000]);
    }

    #[test]
    fn rejects_the_long_rice_code_of_a_small_number() {
        let mut writer = BitWriter::new();
        writer.bits(u64::MAX, RICE_ESCAPE);
        writer.bits(3, 64);
        assert_eq!(BitReader::new(&writer.finish()).rice(2), None);
    }

    proptest! {
        #[test]
        fn rice_codes_round_trip(values in proptest::collection::vec(prop_oneof![0u64..500, any::<u64>()], 1..40), k in 0u32..12) {
            let mut writer = BitWriter::new();
            for value in &values {
                writer.rice(*value, k);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for value in values {
                prop_assert_eq!(reader.rice(k), Some(value));
            }
            prop_assert!(reader.rest_is_zero());
        }
    }
}
