//! Bit strings, most significant bit first: sealed attributes and status pages are packed with them.

use alloc::vec::Vec;

/// The run of ones after which [`BitWriter::rice`] gives up on unary and writes the number whole.
const RICE_ESCAPE: u32 = 24;

/// Packs numbers into bits.
#[derive(Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    free: u32,
}

impl BitWriter {
    /// An empty bit string.
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

    /// Appends `value` as a Rice code with parameter `k`: quotient in unary, remainder in `k` bits; a
    /// quotient of 24 or more is written as 24 ones and the number's 64 bits, so that one far jump costs
    /// 88 bits and not a page.
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

    /// The length in bits.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_mul(8).saturating_sub(self.free as usize)
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The bytes, the last one filled up with zero bits.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Unpacks what [`BitWriter`] packed.
pub struct BitReader<'b> {
    bytes: &'b [u8],
    position: usize,
}

impl<'b> BitReader<'b> {
    /// Starts at the first bit of `bytes`.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    /// The next `width` bits (≤ 64) as a number; `None` past the end.
    pub fn bits(&mut self, width: u32) -> Option<u64> {
        match width {
            0 => Some(0),
            1..=56 => {
                let end = self.position.checked_add(width as usize)?;
                if end > self.bytes.len().checked_mul(8)? {
                    return None;
                }
                // The window starts at most 7 bits before the wanted ones, so 56 of its 64 bits can be used.
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

    /// Eight bytes from the present byte on, zeros past the end.
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

    /// One bit as a yes or no.
    pub fn flag(&mut self) -> Option<bool> {
        Some(self.bits(1)? == 1)
    }

    /// The number that [`BitWriter::rice`] wrote with the same `k`; `None` where the long form was used for
    /// a number that has a short one.
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

    /// Whether every bit that is left is zero (the filling of the last byte, or of a page).
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
    fn bits_stand_most_significant_first() {
        let mut writer = BitWriter::new();
        writer.bits(0b101, 3);
        writer.bits(0b1, 1);
        writer.bits(0x1ff, 9);
        assert_eq!(writer.len(), 13);
        assert_eq!(writer.finish(), [0b1011_1111, 0b1111_1000]);
    }

    #[test]
    fn a_long_rice_code_for_a_short_number_is_refused() {
        let mut writer = BitWriter::new();
        writer.bits(u64::MAX, RICE_ESCAPE);
        writer.bits(3, 64);
        assert_eq!(BitReader::new(&writer.finish()).rice(2), None);
    }

    proptest! {
        #[test]
        fn rice_codes_come_back(values in proptest::collection::vec(prop_oneof![0u64..500, any::<u64>()], 1..40), k in 0u32..12) {
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
