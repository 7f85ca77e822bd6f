//! The fingerprint of what was presented.

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::cbor::Writer;
use crate::crypto::{Hash, sha256};
use crate::document::form::{Form, StatedBasis};
use crate::document::name::normalise;
use crate::document::number::skeleton;
use crate::document::text::{Presented, Unverified};
use crate::input::value::unlabelled;

/// The domain of the hash.
const DOMAIN: &[u8] = b"rastau/input/1\0";
/// The first item of what is hashed: a signed document.
const SIGNED: u64 = 0;
/// The first item of what is hashed: a typed form.
const TYPED: u64 = 1;

/// Returns the fingerprint of what was presented: SHA-256 of a canonical form, deterministic CBOR after a domain string.
/// `None` for an input without a verification code. A number and an identity number can be guessed from a hash; with the 80
/// random bits of a code they cannot.
///
/// Formatting makes no difference: of a signed document the signed bytes and the signature are hashed, so a scan, the text and
/// a link of one document have one fingerprint. Of a form the values are hashed as they are read: the number without label,
/// blanks and look-alike letters, the identity number in its compared form, the words of the name in any order.
///
/// ```
/// use rastau_core::Presented;
/// use rastau_core::report::fingerprint;
///
/// let form = |text| fingerprint(&Presented::read(text).unwrap());
/// let typed = form(r#"{"number": "N-1", "code": "0000-0000-0000-0000-0", "holder": "P 12345"}"#);
/// assert!(typed.is_some());
/// assert_eq!(form(r#"{"holder": "P12345", "number": "№ N–1", "code": "00000000000000000", "level": null}"#), typed);
/// assert_eq!(form(r#"{"number": "N-1", "holder": "P 12345"}"#), None);
/// ```
#[must_use]
pub fn fingerprint(presented: &Presented) -> Option<Hash> {
    let canonical = match presented {
        Presented::Signed(document) => signed(document)?,
        Presented::Typed(form) => typed(form)?,
    };
    Some(sha256(&[DOMAIN, &canonical]))
}

fn signed(document: &Unverified) -> Option<Vec<u8>> {
    document.claims.code.as_ref()?;
    let (algorithm, key_id, covered, signature) = document.signed_parts();
    let mut writer = Writer::new();
    writer.array(5).uint(SIGNED).int(algorithm).bytes(&key_id.0).bytes(covered).bytes(signature);
    Some(writer.finish())
}

fn typed(form: &Form) -> Option<Vec<u8>> {
    let code = form.code.as_ref()?;
    let stated = &form.stated;
    let mut writer = Writer::new();
    writer.array(16).uint(TYPED).text(&skeleton(&unlabelled(&form.number))).text(&code.printed());
    let basis = |basis: &StatedBasis| {
        let kind = basis.kind.map_or("", |kind| kind.name());
        alloc::format!("{kind}/{}", basis.id)
    };
    let values = [
        form.holder.as_ref().map(|holder| holder.number.canonical()),
        form.name.as_deref().map(normalise),
        stated.profession.clone(),
        stated.edition.clone(),
        stated.qualification.clone(),
        stated.level.clone(),
        stated.centre.as_ref().map(|centre| centre.number.canonical()),
        stated.accreditation.clone(),
        stated.basis.as_ref().map(basis),
        stated.exam_on.map(|day| alloc::format!("{day}")),
        stated.issued_on.map(|day| alloc::format!("{day}")),
        stated.valid_until.map(|day| alloc::format!("{day}")),
    ];
    let optional = |writer: &mut Writer, items: Option<&[String]>| match items {
        None => {
            writer.uint(0);
        }
        Some(items) => {
            writer.array(items.len());
            for item in items {
                writer.text(item);
            }
        }
    };
    for value in values {
        optional(&mut writer, value.map(|value| [value]).as_ref().map(<[String; 1]>::as_slice));
    }
    optional(&mut writer, stated.skills.as_deref());
    Some(writer.finish())
}
