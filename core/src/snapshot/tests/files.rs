//! The trusted state, and the index of a bundle in one file.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::fixture::Register;
use crate::snapshot::container::{HEAD, MAGIC, MAX_INDEX, Part, index_length, read_index, write_head};
use crate::snapshot::trusted_state::KnownStatement;

#[test]
fn the_state_round_trips() {
    let state = Register::new().bundle().open(None).unwrap().trusted_state();
    let version = |known: &KnownStatement| (known.epoch, known.version, known.segments.len());
    assert_eq!(
        (state.root.version, version(&state.keeper), version(&state.chamber)),
        (1, (1, 7, 3), (1, 3, 1))
    );
    assert_eq!(TrustedState::read(&state.write()), Ok(state.clone()));
    let bytes = state.write();
    for length in 0..bytes.len() {
        assert!(TrustedState::read(&bytes[..length]).is_err(), "{length}");
    }
    assert!(TrustedState::read(&[bytes.as_slice(), &[0]].concat()).is_err());
    let mut unsigned = state;
    unsigned.keeper.signers.clear();
    assert!(TrustedState::read(&unsigned.write()).is_err(), "memory that nobody signed");
}

/// Made once for all cases of the property test.
static STATE: LazyLock<Vec<u8>> =
    LazyLock::new(|| Register::new().bundle().open(None).unwrap().trusted_state().write());

proptest! {
    #[test]
    fn a_state_has_one_encoding(at in 0usize..1000, bit in 0u8..8) {
        let mut bytes = STATE.clone();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(read) = TrustedState::read(&bytes) {
            prop_assert_eq!(read.write(), bytes);
        }
    }

    #[test]
    fn the_index_states_the_layout(lengths in vec(0u64..20_000, 0..60)) {
        let parts: Vec<_> = lengths.iter().zip(0..).map(|(length, at)| (format!("segments/{at}"), *length)).collect();
        let (head, laid) = write_head(&parts);
        let size = laid.last().map_or(head.len() as u64, |part| part.offset + part.length);
        prop_assert_eq!(head.len() % PAGE_SIZE, 0);
        let length = index_length(head.first_chunk::<HEAD>().unwrap()).unwrap();
        prop_assert_eq!(read_index(&head[HEAD..HEAD + length], size), Ok(laid.clone()));
        let mut end = head.len() as u64;
        for part in &laid {
            prop_assert!(part.offset >= end && part.offset % PAGE_SIZE as u64 == 0);
            end = part.offset + part.length;
        }
    }

    #[test]
    fn no_index_panics(bytes in vec(any::<u8>(), 0..200), size in any::<u64>()) {
        let _ = read_index(&bytes, size);
        let _ = TrustedState::read(&bytes);
    }
}

#[test]
fn rejects_a_malformed_head_or_index() {
    let head = |magic: &[u8; 8], length: u32| -> [u8; HEAD] {
        [magic.as_slice(), &length.to_be_bytes()].concat().try_into().unwrap()
    };
    assert_eq!(index_length(&head(MAGIC, 7)), Some(7));
    assert_eq!(index_length(&head(b"RASTAUB2", 7)), None, "a later version");
    assert_eq!(index_length(&head(MAGIC, MAX_INDEX as u32 + 1)), None);
    assert_eq!(index_length(&head(MAGIC, u32::MAX)), None);

    let index = |offset: u64, length: u64| {
        let mut writer = crate::codec::cbor::Writer::new();
        writer.array(1).array(3).text("manifest.cose").uint(offset).uint(length);
        writer.finish()
    };
    let part = Part { name: "manifest.cose".into(), offset: 90, length: 10 };
    assert_eq!(read_index(&index(90, 10), 100), Ok(vec![part]));
    for (offset, length) in [(90, 11), (101, 0), (u64::MAX, 1), (1, u64::MAX)] {
        assert!(read_index(&index(offset, length), 100).is_err(), "{offset} + {length}");
    }
    assert!(read_index(&[index(0, 1), vec![0]].concat(), 100).is_err(), "trailing bytes");
    let many = |count: usize| {
        let mut writer = crate::codec::cbor::Writer::new();
        writer.array(count);
        for _ in 0..count {
            writer.array(3).text("").uint(0).uint(0);
        }
        read_index(&writer.finish(), 100).map(|parts| parts.len()).ok()
    };
    assert_eq!((many(512), many(513)), (Some(512), None), "parts");
}
