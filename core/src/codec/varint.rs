//! Unsigned LEB128 in its shortest form only: the numbers inside a page (docs/formats.md).

use alloc::vec::Vec;

/// Appends `value` in its shortest form, 1 to 10 bytes.
pub fn write(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads a number from the front of `input` and advances `input` past it.
///
/// Returns `None` if the number is truncated, is not in its shortest form, or exceeds 64 bits.
#[must_use]
pub fn read(input: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0u32..64).step_by(7) {
        let (byte, rest) = input.split_first()?;
        *input = rest;
        let low = u64::from(byte & 0x7f);
        if shift == 63 && low > 1 {
            return None;
        }
        value |= low << shift;
        if byte & 0x80 == 0 {
            return if *byte == 0 && shift > 0 { None } else { Some(value) };
        }
    }
    None
}

/// Takes `length` bytes from the front of `input`; `None` if `input` is shorter.
#[must_use]
pub fn take<'b>(input: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (head, rest) = input.split_at_checked(length)?;
    *input = rest;
    Some(head)
}

/// Takes `N` bytes from the front of `input`; `None` if `input` is shorter.
#[must_use]
pub fn take_array<const N: usize>(input: &mut &[u8]) -> Option<[u8; N]> {
    take(input, N)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rejects_longer_forms_and_overflow() {
        for bytes in [
            &[0x80, 0x00][..],
            &[0xff, 0x00],
            &[0x80],
            &[0xff; 11],
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02],
        ] {
            assert_eq!(read(&mut &bytes[..]), None, "{bytes:02x?}");
        }
    }

    proptest! {
        #[test]
        fn numbers_round_trip(value in any::<u64>()) {
            let mut out = Vec::new();
            write(&mut out, value);
            let mut rest = out.as_slice();
            prop_assert_eq!(read(&mut rest), Some(value));
            prop_assert!(rest.is_empty());
        }
    }
}
