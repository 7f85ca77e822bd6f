use super::*;
use coset::{CborSerializable, TaggedCborSerializable, iana};

const KEY: KeyId = KeyId([1, 2, 3, 4, 5, 6, 7, 8]);

fn sample_sign1() -> Vec<u8> {
    write_sign1::<()>(b"payload", "context", -19, KEY, |covered| {
        Ok(covered.to_vec()).map(|mut bytes| {
            bytes.truncate(64);
            bytes
        })
    })
    .unwrap()
}

/// `coset` is an independent implementation: it reads what is written here and computes the same signed bytes
/// (RFC 9052 §4.4).
#[test]
fn agrees_with_coset_on_sign1() {
    let bytes = write_sign1::<()>(b"payload", "context", -19, KEY, |_| Ok(vec![7; 64])).unwrap();
    let theirs = coset::CoseSign1::from_tagged_slice(&bytes).unwrap();
    assert_eq!(theirs.protected.header.key_id, KEY.0);
    let ours = read_sign1("test", &bytes, 100).unwrap();
    assert_eq!(theirs.tbs_data(b"context"), ours.covered("context"));
    assert_eq!(theirs.payload.as_deref(), Some(ours.payload));
}

#[test]
fn agrees_with_coset_on_sign() {
    let one = co_sign::<()>(b"payload", "context", -19, KEY, |_| Ok(vec![7; 64])).unwrap();
    let two = co_sign::<()>(b"payload", "context", -9, KeyId([9; 8]), |_| Ok(vec![8; 64])).unwrap();
    let bytes = write_sign(b"payload", &[one, two]);
    let theirs = coset::CoseSign::from_tagged_slice(&bytes).unwrap();
    let ours = read_sign("test", &bytes, 100).unwrap();
    assert_eq!(ours.signatures.len(), 2);
    for (index, signed) in ours.signatures.iter().enumerate() {
        assert_eq!(theirs.tbs_data(b"context", &theirs.signatures[index]), ours.covered(signed, "context"));
    }
}

/// `coset` accepts an algorithm in the unprotected header.
#[test]
fn rejects_an_unprotected_header() {
    let protected =
        coset::HeaderBuilder::new().algorithm(iana::Algorithm::ES256).key_id(KEY.0.to_vec()).build();
    let unprotected = coset::HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).build();
    let message =
        coset::CoseSign1Builder::new().protected(protected).unprotected(unprotected).payload(vec![1]).build();
    let bytes = message.to_tagged_vec().unwrap();
    assert!(coset::CoseSign1::from_tagged_slice(&bytes).is_ok());
    assert!(read_sign1("test", &bytes, 100).is_err());
}

#[test]
fn requires_exactly_one_tag() {
    let tagged = sample_sign1();
    assert!(read_sign1("test", &tagged, 100).is_ok());
    assert!(read_sign1("test", &tagged[1..], 100).is_err(), "untagged");
    let mut twice = vec![0xd2];
    twice.extend(&tagged);
    assert!(read_sign1("test", &twice, 100).is_err(), "two tags");
    let untagged = coset::CoseSign1::from_tagged_slice(&tagged).unwrap().to_vec().unwrap();
    assert!(read_sign1("test", &untagged, 100).is_err());
}

#[test]
fn rejects_truncated_input_and_trailing_bytes() {
    let bytes = sample_sign1();
    for end in 0..bytes.len() {
        assert!(read_sign1("test", &bytes[..end], 100).is_err(), "cut at {end}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(read_sign1("test", &longer, 100).is_err());
    assert!(read_sign1("test", &bytes, 6).is_err(), "payload above its limit");
}

#[test]
fn the_protected_header_is_algorithm_and_key_id() {
    let longer = [protected(-19, KEY), vec![0]].concat();
    for extra in
        [&longer[..], &[0xa3, 0x01, 0x32, 0x02, 0x80, 0x04, 0x41, 0x00], &[0xa1, 0x01, 0x32], &[0xa0], &[]]
    {
        let mut writer = Writer::new();
        writer.tag(TAG_SIGN1).array(4).bytes(extra).map(0).bytes(b"").bytes(&[0; 64]);
        assert!(read_sign1("test", &writer.finish(), 100).is_err(), "{extra:02x?}");
    }
}

/// A `COSE_Sign` has empty headers but for the protected one of each signature, and its limits hold.
#[test]
fn a_message_of_several_signatures_has_one_form() {
    let one = co_sign::<()>(b"payload", "context", -19, KEY, |_| Ok(vec![7; 64])).unwrap();
    let valid = write_sign(b"payload", core::slice::from_ref(&one));
    assert!(read_sign("test", &valid, 7).is_ok());
    assert!(read_sign("test", &valid, 6).is_err(), "payload above its limit");
    assert_eq!((&valid[..5], valid[29]), (&[0xd8, 0x62, 0x84, 0x40, 0xa0][..], 0xa0));
    let header = [0xa1, 0x01, 0x32];
    for (name, place, other) in [
        ("no tag", 0..2, &[][..]),
        ("another tag", 0..2, &[0xd8, 0x61][..]),
        ("a protected header", 3..4, &[0x43, 0xa1, 0x01, 0x32][..]),
        ("an unprotected header", 4..5, &header[..]),
        ("an unprotected header of a signature", 29..30, &header[..]),
        ("a byte more", valid.len()..valid.len(), &[0][..]),
    ] {
        let mut bytes = valid.clone();
        bytes.splice(place, other.iter().copied());
        assert!(read_sign("test", &bytes, 100).is_err(), "{name}");
    }
    for end in 0..valid.len() {
        assert!(read_sign("test", &valid[..end], 100).is_err(), "cut at {end}");
    }
    let of_length = |length| CoSignature { signature: vec![7; length], ..one.clone() };
    assert!(read_sign("test", &write_sign(b"", &[of_length(MAX_SIGNATURE)]), 100).is_ok());
    assert!(read_sign("test", &write_sign(b"", &[of_length(MAX_SIGNATURE + 1)]), 100).is_err());
    assert!(read_sign("test", &write_sign(b"", &vec![one.clone(); MAX_SIGNATURES]), 100).is_ok());
    assert!(read_sign("test", &write_sign(b"", &vec![one; MAX_SIGNATURES + 1]), 100).is_err());
}

#[test]
fn limits_the_length_of_one_signature() {
    for (length, valid) in [(MAX_SIGNATURE, true), (MAX_SIGNATURE + 1, false)] {
        let bytes = write_sign1::<()>(b"payload", "context", -19, KEY, |_| Ok(vec![7; length])).unwrap();
        assert_eq!(read_sign1("test", &bytes, 100).is_ok(), valid, "{length}");
    }
}
