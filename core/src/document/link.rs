//! The web address in front of a document: a telephone opens it, a verifier only compares it.
//!
//! The origin that a register signs has one spelling. An address that is not exactly this origin, `/` and `#` leads elsewhere.

use alloc::string::String;
use core::fmt;

use crate::error::ReadError;

/// Maximum bytes of an origin: a longer one would make the QR code of an ordinary document unreadable in print.
pub const MAX_ORIGIN: usize = 100;
/// Maximum characters of a label of a host name (RFC 1035 §2.3.4).
const MAX_LABEL: usize = 63;
/// The scheme of an origin.
const SCHEME: &str = "https://";
/// The default port of the scheme (RFC 9110 §4.2.2). An origin omits it.
const DEFAULT_PORT: u16 = 443;

/// An origin (RFC 6454) in its one spelling: `https://`, the host name in lower case, and a port if it is not 443. A host name in
/// other letters than those of ASCII is in punycode (`xn--…`, RFC 5891).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin(String);

impl Origin {
    /// Reads an origin. Returns `None` for another spelling: another scheme, capital letters, user information, a path, a number
    /// in place of a host name, the port 443, or more than [`MAX_ORIGIN`] bytes.
    ///
    /// ```
    /// use rastau_core::document::link::Origin;
    ///
    /// assert!(Origin::parse("https://register.example").is_some());
    /// assert!(Origin::parse("https://xn--80ak6aa92e.example:8443").is_some());
    /// for other in ["http://a.example", "https://A.example", "https://a.example/", "https://u@a.example", "https://192.0.2.1"] {
    ///     assert_eq!(Origin::parse(other), None, "{other}");
    /// }
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(SCHEME)?;
        let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
        let valid = text.len() <= MAX_ORIGIN && is_host(host) && port.is_none_or(is_port);
        valid.then(|| Self(String::from(text)))
    }

    /// Returns the text of the origin.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text is a host name in lower case. A browser reads a name whose last label begins with a digit as an IP
/// address, or rejects it.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    host.split('.').all(is_label)
        && host
            .rsplit('.')
            .next()
            .is_some_and(|last| last.starts_with(|first: char| first.is_ascii_lowercase()))
}

/// Whether a text is a port other than the default, without leading zeros.
fn is_port(text: &str) -> bool {
    !text.starts_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse::<u16>().is_ok_and(|port| port != DEFAULT_PORT)
}

/// Where the address of a document leads. Nothing in it is trusted, and it is never opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// The root of this origin.
    Origin(Origin),
    /// Elsewhere: another scheme or spelling, a path, a query, a host that is a number. No register signs such an address.
    Elsewhere,
}

impl Address {
    /// Reads an address as far as the `#`: a text with `://`, or a host name without a scheme. Capital letters and an encoded `#` at
    /// the end are other spellings of the same address.
    ///
    /// # Errors
    /// [`ReadError::LinkUser`]: the address has user information (RFC 3986 §3.2.1), such as `https://register.example@other`. It
    /// serves only to show another host than the one that is opened.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let text = text.to_ascii_lowercase();
        let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(ReadError::LinkUser);
        }
        let end = text.strip_suffix("%23").or_else(|| text.strip_suffix('#')).unwrap_or(&text);
        let end = end.strip_suffix('/').unwrap_or(end);
        let origin =
            if end.contains("://") { Origin::parse(end) } else { Origin::parse(&[SCHEME, end].concat()) };
        Ok(origin.map_or(Self::Elsewhere, Self::Origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_one_spelling() {
        let label = "a".repeat(MAX_LABEL);
        let longest = alloc::format!("https://{label}.{}", "b".repeat(MAX_ORIGIN - 9 - MAX_LABEL));
        for text in [
            "https://register.example",
            "https://localhost",
            "https://xn--80ak6aa92e.xn--80ao21a:8443",
            "https://9.example:1",
            "https://a-b.example:65535",
            &longest,
        ] {
            assert_eq!(Origin::parse(text).map(|origin| origin.0).as_deref(), Some(text));
        }
        for text in [
            "",
            "https://",
            "register.example",
            "http://register.example",
            "HTTPS://register.example",
            "https://Register.example",
            "https://register.example/",
            "https://register.example/a",
            "https://register.example?a",
            "https://register.example#",
            "https://register.example.",
            "https://.example",
            "https://a..example",
            "https://-a.example",
            "https://a-.example",
            "https://a_b.example",
            "https://тізілім.example",
            "https://user@register.example",
            "https://user:1@register.example",
            "https://register.example:443",
            "https://register.example:0",
            "https://register.example:080",
            "https://register.example:65536",
            "https://register.example:",
            "https://register.example:1:2",
            "https://register.example:+1",
            "https://192.0.2.1",
            "https://a.0x7f",
            "https://[::1]",
            "https://register.example\\",
            "https://register.example ",
            &alloc::format!("https://a{label}.example"),
            &alloc::format!("{longest}c"),
        ] {
            assert_eq!(Origin::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_is_the_root_of_an_origin_or_elsewhere() {
        let own = Address::Origin(Origin::parse("https://register.example").unwrap());
        for text in [
            "https://register.example/#",
            "https://register.example#",
            "HTTPS://Register.Example/#",
            "https://register.example/%23",
            "register.example/#",
        ] {
            assert_eq!(Address::read(text), Ok(own.clone()), "{text}");
        }
        for text in [
            "http://register.example/#",
            "https://register.example/go?to=https://other.example/#",
            "https://register.example//#",
            "https://register.example/index.html#",
            "https://register.example?/#",
            "https://register.example:443/#",
            "https:register.example/#",
            "javascript://register.example/#",
            "https://https://register.example/#",
            "//register.example/#",
            "/#",
            "#",
            "",
        ] {
            assert_eq!(Address::read(text), Ok(Address::Elsewhere), "{text}");
        }
        for text in [
            "https://register.example@other.example/#",
            "https://register.example:443@other.example/#",
            "register.example@other.example/#",
            "https://@register.example/#",
        ] {
            assert_eq!(Address::read(text), Err(ReadError::LinkUser), "{text}");
        }
        // After the host, an `@` is part of the path.
        assert_eq!(Address::read("https://other.example/@register.example/#"), Ok(Address::Elsewhere));
    }
}
