use super::*;
use crate::calendar::Date;
use crate::document::claims::{Basis, BasisKind};
use crate::document::code::Code;
use crate::identity::Identity;
use ed25519_dalek::Signer;
use proptest::prelude::*;

pub(crate) fn claims() -> Claims {
    Claims {
        number: "240000012345".into(),
        holder: Identity::parse("PASS-0001").unwrap(),
        names: vec!["Сынақбаева Үлгіжан".into()],
        profession: "7212-1".into(),
        edition: "2017".into(),
        qualification: Some("7212-1-4".into()),
        level: "4".into(),
        skills: vec![],
        centre: Identity::parse("BIN-X").unwrap(),
        accreditation: "NCE-0042".into(),
        basis: Basis { kind: BasisKind::Standard, id: "PS-0107".into() },
        exam_on: Date::parse("2026-05-11").unwrap(),
        issued_on: Date::parse("2026-05-20").unwrap(),
        valid_until: None,
        code: Some(Code([5; 10])),
        unknown: vec![],
    }
}

fn signed(claims: &Claims) -> (PublicKey, String) {
    let secret = ed25519_dalek::SigningKey::from_bytes(&[9; 32]);
    let key = PublicKey { algorithm: -19, bytes: secret.verifying_key().to_bytes().to_vec() };
    let text = write::<()>(claims, &key, |covered| Ok(secret.sign(covered).to_bytes().to_vec())).unwrap();
    (key, text)
}

#[test]
fn a_document_round_trips_and_its_signature_verifies() {
    let (key, text) = signed(&claims());
    let document = Unverified::read(&text).unwrap();
    assert_eq!(document.claims, claims());
    assert!(document.signed_by(&key));
}

#[test]
fn a_changed_character_is_an_error_or_breaks_the_signature() {
    let (key, text) = signed(&claims());
    for at in PREFIX.len()..text.len() {
        let mut altered = text.clone().into_bytes();
        altered[at] = if altered[at] == b'7' { b'8' } else { b'7' };
        if let Ok(document) = Unverified::read(core::str::from_utf8(&altered).unwrap()) {
            assert!(!document.signed_by(&key), "at {at}");
        }
    }
}

#[test]
fn rejects_input_that_is_not_a_document() {
    let (_, text) = signed(&claims());
    let read = |input: &str| Presented::read(input).map(|_| ()).unwrap_err();
    assert_eq!(read("  \n"), ReadError::Empty);
    assert_eq!(read("https://example.kz/d/1"), ReadError::NotADocument);
    assert_eq!(read("RST2:ABC"), ReadError::UnknownVersion { prefix: "RST2".into() });
    assert_eq!(read(&text.to_lowercase()), ReadError::NotADocument);
    assert_eq!(read(&"7".repeat(10_000_000)), ReadError::TooLong { limit: MAX_FORM });
    assert_eq!(read(&format!("{PREFIX}{}", "7".repeat(5_000))), ReadError::TooLong { limit: MAX_TEXT });
    assert!(matches!(read(&text[..text.len() - 3]), ReadError::Malformed(_) | ReadError::NotBase45));
    assert!(matches!(read(&format!("{}{}", "{\"number\":", "[".repeat(9_000))), ReadError::Form { .. }));
    assert!(Presented::read(&format!("\u{feff} {text}\r\n")).is_ok());
}

#[test]
fn stores_the_numbers_of_unknown_claims() {
    let mut payload = claims().write();
    // Adds the pair {14: "x"} to the end of the private map.
    let head = payload.windows(6).position(|window| window == [0x3a, 0x00, 0x01, 0x00, 0x00, 0xab]).unwrap();
    payload[head + 5] = 0xac;
    payload.extend([0x0e, 0x61, b'x']);
    assert_eq!(Claims::read(&payload).unwrap().unknown, [14]);
}

proptest! {
    #[test]
    fn claims_have_one_encoding(flip in 0usize..200, bit in 0u8..8) {
        let mut payload = claims().write();
        let at = flip % payload.len();
        payload[at] ^= 1 << bit;
        if let Ok(read) = Claims::read(&payload)
            && read.unknown.is_empty() {
            prop_assert_eq!(read.write(), payload);
        }
    }

    #[test]
    fn no_input_panics(input in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Claims::read(&input);
        let _ = Presented::read(&format!("{PREFIX}{}", base45::encode(&input)));
        let _ = Presented::read(&String::from_utf8_lossy(&input));
    }
}
