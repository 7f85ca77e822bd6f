//! COSE envelopes (RFC 9052): `COSE_Sign1` for documents and the freshness statement, `COSE_Sign` for statements that
//! several keys sign.
//!
//! Only the protected header is used. It holds the algorithm and the key id and nothing else. Payload and protected
//! header are stored as the received bytes: signatures are verified over those bytes, never over a re-encoding.

use alloc::vec::Vec;

use super::cbor::{CodecError, Reader, Writer};
use crate::crypto::{KEY_ID_LEN, KeyId};

const TAG_SIGN1: u64 = 18;
const TAG_SIGN: u64 = 98;
const HEADER_ALG: i64 = 1;
const HEADER_KID: i64 = 4;
/// Maximum bytes of a signature. Ed25519 and ESP256 have 64 bytes, GOST R 34.10-2012 has up to 128.
const MAX_SIGNATURE: usize = 128;
/// Maximum number of signatures on one statement.
pub const MAX_SIGNATURES: usize = 32;

/// One signature with its protected header.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'b> {
    /// The protected header as received.
    protected: &'b [u8],
    /// COSE algorithm number in the message. It is only compared with the trusted key's own algorithm
    /// ([`crate::crypto::PublicKey::verifies`]).
    pub algorithm: i64,
    /// Id of the key in the message.
    pub key_id: KeyId,
    /// The signature bytes.
    pub signature: &'b [u8],
}

/// A parsed `COSE_Sign1` (RFC 9052 §4.2). The signature is not verified.
#[derive(Debug, Clone, Copy)]
pub struct Sign1<'b> {
    /// The signed content, not parsed.
    pub payload: &'b [u8],
    /// The signature.
    pub signed: Signed<'b>,
}

/// A parsed `COSE_Sign` (RFC 9052 §4.1). The signatures are not verified.
#[derive(Debug, Clone)]
pub struct Sign<'b> {
    /// The signed content, not parsed.
    pub payload: &'b [u8],
    /// The signatures in message order, at most [`MAX_SIGNATURES`].
    pub signatures: Vec<Signed<'b>>,
}

fn header(what: &'static str, protected: &[u8]) -> Result<(i64, KeyId), CodecError> {
    let mut reader = Reader::new(what, protected);
    let mut keys = reader.map(2)?;
    let (mut algorithm, mut key_id) = (None, None);
    while let Some(key) = keys.next(&mut reader)? {
        match key {
            HEADER_ALG => algorithm = Some(reader.int()?),
            HEADER_KID => key_id = Some(KeyId(reader.byte_array()?)),
            _ => return Err(reader.bad_value()),
        }
    }
    let (Some(algorithm), Some(key_id)) = (algorithm, key_id) else { return Err(reader.bad_value()) };
    reader.finish()?;
    Ok((algorithm, key_id))
}

/// Parses a tagged `COSE_Sign1` whose payload has at most `limit` bytes. `what` names the format in errors.
///
/// # Errors
/// The bytes are not exactly one strict `COSE_Sign1` with an empty unprotected header and a protected header of
/// algorithm and key id; or a limit is exceeded.
pub fn read_sign1<'b>(what: &'static str, bytes: &'b [u8], limit: usize) -> Result<Sign1<'b>, CodecError> {
    let mut reader = Reader::new(what, bytes);
    if reader.tag()? != TAG_SIGN1 {
        return Err(reader.bad_value());
    }
    reader.tuple(4)?;
    let protected = reader.bytes(64)?;
    reader.map(0)?;
    let payload = reader.bytes(limit)?;
    let signature = reader.bytes(MAX_SIGNATURE)?;
    reader.finish()?;
    let (algorithm, key_id) = header(what, protected)?;
    Ok(Sign1 { payload, signed: Signed { protected, algorithm, key_id, signature } })
}

/// Parses a tagged `COSE_Sign` whose payload has at most `limit` bytes. `what` names the format in errors.
///
/// # Errors
/// As for [`read_sign1`]; also more than [`MAX_SIGNATURES`] signatures.
pub fn read_sign<'b>(what: &'static str, bytes: &'b [u8], limit: usize) -> Result<Sign<'b>, CodecError> {
    let mut reader = Reader::new(what, bytes);
    if reader.tag()? != TAG_SIGN {
        return Err(reader.bad_value());
    }
    reader.tuple(4)?;
    reader.bytes(0)?;
    reader.map(0)?;
    let payload = reader.bytes(limit)?;
    let count = reader.array(MAX_SIGNATURES)?;
    let mut signatures = Vec::with_capacity(count);
    for _ in 0..count {
        reader.tuple(3)?;
        let protected = reader.bytes(64)?;
        reader.map(0)?;
        let signature = reader.bytes(MAX_SIGNATURE)?;
        let (algorithm, key_id) = header(what, protected)?;
        signatures.push(Signed { protected, algorithm, key_id, signature });
    }
    reader.finish()?;
    Ok(Sign { payload, signatures })
}

impl Sign1<'_> {
    /// Returns the bytes that the signature covers: the `Sig_structure` (RFC 9052 §4.4) with `context` as external data.
    #[must_use]
    pub fn covered(&self, context: &str) -> Vec<u8> {
        sign1_covered(self.signed.protected, context, self.payload)
    }
}

impl Sign<'_> {
    /// Returns the bytes that `signed` covers: the `Sig_structure` (RFC 9052 §4.4) with `context` as external data.
    #[must_use]
    pub fn covered(&self, signed: &Signed<'_>, context: &str) -> Vec<u8> {
        sign_covered(signed.protected, context, self.payload)
    }
}

fn sign1_covered(protected: &[u8], context: &str, payload: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.array(4).text("Signature1").bytes(protected).bytes(context.as_bytes()).bytes(payload);
    writer.finish()
}

fn sign_covered(protected: &[u8], context: &str, payload: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.array(5).text("Signature").bytes(&[]).bytes(protected).bytes(context.as_bytes()).bytes(payload);
    writer.finish()
}

fn protected(algorithm: i64, key_id: KeyId) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.map(2).int(HEADER_ALG).int(algorithm).int(HEADER_KID).bytes(&key_id.0);
    debug_assert_eq!(key_id.0.len(), KEY_ID_LEN);
    writer.finish()
}

/// Writes a tagged `COSE_Sign1`. `sign` receives the bytes to sign and returns the signature.
///
/// # Errors
/// The error of `sign`.
pub fn write_sign1<E>(
    payload: &[u8],
    context: &str,
    algorithm: i64,
    key_id: KeyId,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, E>,
) -> Result<Vec<u8>, E> {
    let protected = protected(algorithm, key_id);
    let signature = sign(&sign1_covered(&protected, context, payload))?;
    let mut writer = Writer::new();
    writer.tag(TAG_SIGN1).array(4).bytes(&protected).map(0).bytes(payload).bytes(&signature);
    Ok(writer.finish())
}

/// The part of one key in a `COSE_Sign`: protected header and signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoSignature {
    /// COSE algorithm number of the key.
    pub algorithm: i64,
    /// Id of the key.
    pub key_id: KeyId,
    /// The signature bytes.
    pub signature: Vec<u8>,
}

/// Makes one key's signature for a `COSE_Sign` over `payload`. `sign` receives the bytes to sign and returns the
/// signature.
///
/// # Errors
/// The error of `sign`.
pub fn co_sign<E>(
    payload: &[u8],
    context: &str,
    algorithm: i64,
    key_id: KeyId,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, E>,
) -> Result<CoSignature, E> {
    let signature = sign(&sign_covered(&protected(algorithm, key_id), context, payload))?;
    Ok(CoSignature { algorithm, key_id, signature })
}

/// Writes a tagged `COSE_Sign` with the signatures in the given order.
#[must_use]
pub fn write_sign(payload: &[u8], signatures: &[CoSignature]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.tag(TAG_SIGN).array(4).bytes(&[]).map(0).bytes(payload).array(signatures.len());
    for one in signatures {
        writer.array(3).bytes(&protected(one.algorithm, one.key_id)).map(0).bytes(&one.signature);
    }
    writer.finish()
}

#[cfg(test)]
mod tests;
