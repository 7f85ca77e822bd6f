//! Signatures, keys, and unknown claims.

use rastau_core::snapshot::statements::MANIFEST_CONTEXT;

use super::documents::Documents;
use super::ids::{KEY, KEY_IN_FORCE, KEY_SCOPE, READABLE, SIGNATURE};
use super::row::{Row, invalid, unknown, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [signatures(documents), keys(documents), claims(documents)].concat()
}

fn signatures(documents: &Documents<'_>) -> Vec<Row> {
    let violated =
        |name: &str, why: &str, input: String| invalid(name, why, input, &[SIGNATURE]).flips(&[SIGNATURE]);
    let flip = |from_end: usize| {
        move |bytes: &mut Vec<u8>| {
            let at = bytes.len() - from_end;
            bytes[at] ^= 1;
        }
    };
    vec![
        valid("signature-ed25519", "A valid Ed25519 signature", documents.text("ordinary")),
        violated(
            "signature-bit",
            "One bit of an Ed25519 signature altered",
            documents.bytes("ordinary", flip(64)),
        ),
        violated(
            "signature-last-bit",
            "The last bit of an Ed25519 signature altered",
            documents.bytes("ordinary", |bytes| *bytes.last_mut().expect("bytes") ^= 0x80),
        ),
        violated(
            "signature-bit-p256",
            "One bit of a P-256 signature altered",
            documents.bytes("p256", flip(1)),
        ),
        violated(
            "signature-high-s",
            "The other form of a P-256 signature, with a high s, is rejected",
            documents.bytes("p256", |bytes| high_s(bytes)),
        ),
        violated(
            "signature-all-zero",
            "A signature of zeros",
            documents.bytes("ordinary", |bytes| {
                let at = bytes.len() - 64;
                bytes[at..].fill(0);
            }),
        ),
        violated(
            "signature-forged",
            "Another key's signature under this key's id",
            documents.forged("ordinary", "stranger"),
        ),
        violated(
            "signature-other-algorithm",
            "The message names ES256, the listed key is an Ed25519 key",
            documents.odd("ordinary", rastau_core::document::text::CONTEXT, Some(-9)),
        ),
        violated(
            "signature-unknown-algorithm",
            "The message names EdDSA (-8), which is not fully specified",
            documents.odd("ordinary", rastau_core::document::text::CONTEXT, Some(-8)),
        ),
        violated(
            "signature-other-context",
            "A signature made for another purpose",
            documents.odd("ordinary", MANIFEST_CONTEXT, None),
        ),
    ]
}

/// Replaces s of a P-256 signature by the group's order minus s, which gives the other valid signature.
fn high_s(bytes: &mut [u8]) {
    const ORDER: [u8; 32] = [
        0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa,
        0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ];
    let at = bytes.len() - 32;
    let mut borrow = 0;
    for (byte, order) in bytes[at..].iter_mut().zip(ORDER).rev() {
        let difference = i16::from(order) - i16::from(*byte) - borrow;
        borrow = i16::from(difference < 0);
        *byte = difference.rem_euclid(256) as u8;
    }
}

fn keys(documents: &Documents<'_>) -> Vec<Row> {
    let in_force =
        |id: &str, why: &str| invalid(id, why, documents.text(id), &[KEY_IN_FORCE]).flips(&[KEY_IN_FORCE]);
    let unlisted =
        documents.demo.iter().find(|document| document.name == "wrong-key").expect("a demo document");
    vec![
        in_force("key-ended", "The key had ended before the day of issue"),
        in_force("key-later", "The key was not in force yet on the day of issue"),
        valid("key-last-day", "Issued on the key's last day", documents.text("key-last-day")),
        invalid(
            "key-limited",
            "The key may sign for other professions only",
            documents.text("key-limited"),
            &[KEY_SCOPE],
        )
        .flips(&[KEY_SCOPE]),
        valid("key-limited-fits", "The key may sign for this profession", documents.text("key-limited-fits")),
        invalid("key-unlisted", "A key that the register does not list", unlisted.text.clone(), &[KEY])
            .on("2026-11-20")
            .flips(&[KEY]),
    ]
}

/// Adds a claim after the last one of the claims set.
fn outer(value: Vec<u8>) -> impl FnOnce(&mut Vec<u8>) {
    move |payload| {
        payload[0] += 1;
        payload.extend([0x3a, 0, 1, 0, 1]);
        payload.extend(value);
    }
}

/// Adds a claim after the last recognition claim; those are at the end.
fn inner(payload: &mut Vec<u8>) {
    let at = payload.windows(5).position(|bytes| bytes == [0x3a, 0, 1, 0, 0]).expect("the private claim");
    payload[at + 5] += 1;
    payload.extend([14, 1]);
}

fn claims(documents: &Documents<'_>) -> Vec<Row> {
    let open =
        |name: &str, why: &str, input: String| unknown(name, why, input, &[READABLE]).flips(&[READABLE]);
    let deep = [vec![0x81; 2_000], vec![0]].concat();
    vec![
        open(
            "unknown-claim",
            "A claim of a later version: reported, not ignored",
            documents.payload("ordinary", outer(vec![0x61, b'x'])),
        ),
        open(
            "unknown-inner-claim",
            "A recognition claim of a later version",
            documents.payload("ordinary", inner),
        ),
        open(
            "unknown-claim-deep",
            "Two thousand nested arrays in an unknown claim are skipped",
            documents.payload("ordinary", outer(deep)),
        ),
    ]
}
