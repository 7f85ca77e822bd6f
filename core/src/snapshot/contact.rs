//! How to reach the keeper of the register, the National Chamber or a centre, as each signed it.

use alloc::string::String;

use serde::Serialize;

use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

/// Maximum bytes of the address of a page.
pub const MAX_PAGE_ADDRESS: usize = 200;
/// Maximum bytes of a telephone number.
pub const MAX_TELEPHONE: usize = 40;
/// Maximum bytes of an e-mail address.
pub const MAX_EMAIL: usize = 120;

/// How to reach a body that signs. Each part is optional.
///
/// # Examples
/// ```
/// use rastau_core::snapshot::Contact;
///
/// let contact = Contact::new("https://register.example/help", "+7 (717) 000-00-00", "help@register.example");
/// assert!(contact.is_some());
/// assert_eq!(Contact::new("http://register.example", "", ""), None, "not https");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// The address of a page, `https://…`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// A telephone number: digits, spaces, hyphens, parentheses, at the start a plus.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub telephone: String,
    /// An e-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
}

impl Contact {
    /// Makes a contact of texts that may be empty. Returns `None` if one has another form.
    #[must_use]
    pub fn new(page: &str, telephone: &str, email: &str) -> Option<Self> {
        let valid = (page.is_empty() || is_https_address(page))
            && (telephone.is_empty() || is_telephone(telephone))
            && (email.is_empty() || is_email(email));
        valid.then(|| Self { page: page.into(), telephone: telephone.into(), email: email.into() })
    }

    /// Returns whether no part is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.page.is_empty() && self.telephone.is_empty() && self.email.is_empty()
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(3).text(&self.page).text(&self.telephone).text(&self.email);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        let page = reader.text(MAX_PAGE_ADDRESS)?;
        let telephone = reader.text(MAX_TELEPHONE)?;
        let email = reader.text(MAX_EMAIL)?;
        Self::new(page, telephone, email).ok_or_else(|| reader.bad_value())
    }
}

/// Returns whether a text is an address `https://host…` of at most [`MAX_PAGE_ADDRESS`] printable ASCII characters without
/// spaces, quotes and angle brackets. It is shown as a link, so nothing else may pass.
pub(super) fn is_https_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    text.len() <= MAX_PAGE_ADDRESS
        && !host.is_empty()
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'))
        && text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\'))
}

fn is_telephone(text: &str) -> bool {
    text.len() <= MAX_TELEPHONE
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().enumerate().all(|(at, byte)| {
            byte.is_ascii_digit()
                || (byte == b'+' && at == 0)
                || (matches!(byte, b' ' | b'-' | b'(' | b')') && at > 0)
                || (byte == b'(' && at == 0)
        })
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    text.len() <= MAX_EMAIL
        && !local.is_empty()
        && domain.contains('.')
        && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte))
        && domain.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_one_form() {
        for (page, telephone, email, valid) in [
            ("", "", "", true),
            ("https://a.example", "(7172) 12-34-56", "a.b+c@d-e.example", true),
            ("https://a.example:8443/x?y#z", "+7 700 000 00 00", "", true),
            ("javascript:alert(1)", "", "", false),
            ("https://", "", "", false),
            ("https:///x", "", "", false),
            ("https://user@a.example", "", "", false),
            ("https://a.example/\"onclick", "", "", false),
            ("https://a.example/a b", "", "", false),
            ("https://а.example", "", "", false),
            ("", "call me", "", false),
            ("", "+", "", false),
            ("", "7+7", "", false),
            ("", "1234567890123456789012345678901234567890 1", "", false),
            ("", "", "a@b", false),
            ("", "", "@b.c", false),
            ("", "", "a\u{202e}@b.c", false),
            ("", "", "a@b\u{202e}.c", false),
            ("", "", &alloc::format!("a@{}.c", "b".repeat(MAX_EMAIL - 4)), true),
            ("", "", &alloc::format!("a@{}.c", "b".repeat(MAX_EMAIL - 3)), false),
            (&alloc::format!("https://{}", "a".repeat(MAX_PAGE_ADDRESS - 8)), "", "", true),
            (&alloc::format!("https://{}", "a".repeat(MAX_PAGE_ADDRESS - 7)), "", "", false),
        ] {
            assert_eq!(Contact::new(page, telephone, email).is_some(), valid, "{page} {telephone} {email}");
        }
    }
}
