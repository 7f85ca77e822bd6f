use super::*;
use crate::codec::hex;

/// RFC 8032 §7.1, tests 1–3: (public key, message, signature).
const ED25519: [(&str, &str, &str); 3] = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
];

fn unhex(text: &str) -> Vec<u8> {
    hex::decode(text).unwrap()
}

fn ed25519_key(hex: &str) -> PublicKey {
    PublicKey { algorithm: Algorithm::Ed25519.cose(), bytes: unhex(hex) }
}

#[test]
fn ed25519_known_answers() {
    for (key, message, signature) in ED25519 {
        let (key, message, mut signature) = (ed25519_key(key), unhex(message), unhex(signature));
        let decoded = DecodedKey::new(&key);
        assert!(key.verifies(-19, &message, &signature) && decoded.verifies(-19, &message, &signature));
        for (other, what) in [(-9, "an algorithm chosen by the message"), (-8, "the older number of EdDSA")] {
            assert!(!key.verifies(other, &message, &signature), "{what}");
            assert!(!decoded.verifies(other, &message, &signature), "{what}");
        }
        assert_eq!(decoded.id(), key.id());
        signature[5] ^= 1;
        assert!(!key.verifies(-19, &message, &signature));
    }
}

/// Without the strict checks, a key of low order verifies some signatures on every message.
#[test]
fn ed25519_keys_of_low_order_verify_nothing() {
    for key in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ] {
        let mut signature = vec![0; 64];
        signature[0] = 1;
        assert!(!ed25519_key(key).verifies(-19, b"any", &signature), "{key}");
    }
}

/// RFC 6979 §A.2.5, message "sample" with SHA-256. The RFC's s is in the upper half, so the low form is n − s.
#[test]
fn esp256_accepts_the_low_s_only() {
    let key = PublicKey {
        algorithm: Algorithm::Esp256.cose(),
        bytes: unhex("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"),
    };
    let high = unhex(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
         f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    );
    let low = p256::ecdsa::Signature::from_slice(&high).unwrap().normalize_s();
    assert!(key.verifies(-9, b"sample", &low.to_bytes()));
    assert!(!key.verifies(-9, b"sample", &high));
    assert!(!key.verifies(-9, b"test", &low.to_bytes()));
    let uncompressed = PublicKey { algorithm: -9, bytes: p256_uncompressed(&key.bytes) };
    assert!(!uncompressed.verifies(-9, b"sample", &low.to_bytes()), "an uncompressed point");
}

fn p256_uncompressed(bytes: &[u8]) -> Vec<u8> {
    p256::ecdsa::VerifyingKey::from_sec1_bytes(bytes).unwrap().to_sec1_point(false).as_bytes().to_vec()
}

#[test]
fn unknown_algorithms_verify_nothing() {
    let key = PublicKey { algorithm: -65_537, bytes: vec![1; 64] };
    assert!(!key.verifies(-65_537, b"", &[0; 64]));
}

/// RFC 4231, test case 2.
#[test]
fn hmac_known_answer() {
    assert_eq!(
        hmac_sha256(b"Jefe", &[b"what do ya want ", b"for nothing?"]).as_slice(),
        unhex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    );
}

#[test]
fn compares_every_byte() {
    assert!(equal(b"abc", b"abc"));
    assert!(!equal(b"abc", b"abd"));
    assert!(!equal(b"abc", b"ab"));
}
