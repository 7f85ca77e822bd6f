use super::*;
use proptest::prelude::*;

fn kind<T>(result: Result<T, CodecError>) -> CodecErrorKind {
    match result {
        Ok(_) => panic!("expected an error"),
        Err(error) => error.kind,
    }
}

/// RFC 8949, appendix A.
#[test]
fn matches_the_rfc_examples() {
    for (value, hex) in [
        (0, "00"),
        (10, "0a"),
        (23, "17"),
        (24, "1818"),
        (100, "1864"),
        (1000, "1903e8"),
        (1_000_000, "1a000f4240"),
        (1_000_000_000_000, "1b000000e8d4a51000"),
        (-1, "20"),
        (-10, "29"),
        (-100, "3863"),
        (-1000, "3903e7"),
    ] {
        let mut writer = Writer::new();
        writer.int(value);
        let bytes = writer.finish();
        assert_eq!(crate::codec::hex::encode(&bytes), hex);
        let mut reader = Reader::new("integer", &bytes);
        assert_eq!(reader.int().unwrap(), value);
        reader.finish().unwrap();
    }
    assert_eq!(kind(Reader::new("text", b"\x62\xc3").text(9)), CodecErrorKind::CutOff);
    let mut reader = Reader::new("text", b"\x62\xc3\xbc\x00");
    assert_eq!(reader.text(9).unwrap(), "ü");
    assert_eq!(kind(reader.finish()), CodecErrorKind::TrailingBytes);
}

#[test]
fn a_tuple_has_exactly_its_length() {
    for (bytes, valid) in [(&[0x82, 1, 2][..], true), (&[0x81, 1, 2], false), (&[0x83, 1, 2, 3], false)] {
        assert_eq!(Reader::new("tuple", bytes).tuple(2).is_ok(), valid, "{bytes:02x?}");
    }
    for (bytes, valid) in [(&[0xa1, 1, 2][..], true), (&[0xa0], false), (&[0xa2, 1, 2, 3, 4], false)] {
        assert_eq!(Reader::new("map", bytes).map_of(1).is_ok(), valid, "{bytes:02x?}");
    }
}

#[test]
fn rejects_all_but_one_encoding() {
    for (bytes, expected) in [
        (&[0x18, 0x17][..], CodecErrorKind::NotShortest),
        (&[0x19, 0x00, 0xff], CodecErrorKind::NotShortest),
        (&[0x1a, 0x00, 0x00, 0xff, 0xff], CodecErrorKind::NotShortest),
        (&[0x1b, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], CodecErrorKind::NotShortest),
        (&[0x1c], CodecErrorKind::Forbidden),
        (&[0x1f], CodecErrorKind::Forbidden),
        (&[0xf9, 0x00, 0x00], CodecErrorKind::Forbidden),
        (&[0x41, 0x00], CodecErrorKind::WrongType),
    ] {
        assert_eq!(kind(Reader::new("integer", bytes).int()), expected, "{bytes:02x?}");
    }
    for indefinite in [0x5f, 0x7f, 0x9f, 0xbf] {
        assert_eq!(kind(Reader::new("item", &[indefinite, 0xff]).skip()), CodecErrorKind::Forbidden);
    }
}

#[test]
fn map_keys_ascend_without_duplicates() {
    for (bytes, valid) in [
        (&[0xa2u8, 0x01, 0x00, 0x02, 0x00][..], true),
        (&[0xa2, 0x02, 0x00, 0x01, 0x00], false),
        (&[0xa2, 0x01, 0x00, 0x01, 0x00], false),
        (&[0xa2, 0x20, 0x00, 0x01, 0x00], false),
        (&[0xa2, 0x01, 0x00, 0x20, 0x00], true),
    ] {
        let mut reader = Reader::new("map", bytes);
        let mut keys = reader.map(4).unwrap();
        let mut read = || -> Result<(), CodecError> {
            while keys.next(&mut reader)?.is_some() {
                reader.uint()?;
            }
            Ok(())
        };
        assert_eq!(read().is_ok(), valid, "{bytes:02x?}");
    }
}

#[test]
fn skips_a_hundred_thousand_nested_arrays() {
    let mut bytes = vec![0x81; 100_000];
    assert_eq!(kind(Reader::new("item", &bytes).skip()), CodecErrorKind::CutOff);
    bytes.push(0x00);
    let mut reader = Reader::new("item", &bytes);
    reader.skip().unwrap();
    reader.finish().unwrap();
}

#[test]
fn checks_limits_before_reading_content() {
    let bytes = [0x5a, 0x7f, 0xff, 0xff, 0xff];
    assert_eq!(kind(Reader::new("bytes", &bytes).bytes(1024)), CodecErrorKind::TooLarge);
    assert_eq!(
        kind(Reader::new("array", &[0x9a, 0x7f, 0xff, 0xff, 0xff]).array(64)),
        CodecErrorKind::TooLarge
    );
}

proptest! {
    /// `dcbor` is an independent strict reader. Besides what this reader accepts, it accepts floats and simple values,
    /// which the formats do not use; their heads are 0xe0 and above, so such bytes are not generated.
    #[test]
    fn accepts_what_dcbor_accepts(bytes in proptest::collection::vec(0u8..0xe0, 1..24)) {
        let mut reader = Reader::new("item", &bytes);
        let ours = reader.skip().and_then(|()| reader.finish()).is_ok();
        prop_assert!(ours || dcbor::CBOR::try_from_data(&bytes).is_err(), "only dcbor reads {bytes:02x?}");
    }
}
