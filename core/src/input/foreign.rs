//! Codes that are not documents of this format: recognised, so that a person can be told what was scanned, and never opened.
//!
//! Their contents can be personal data. Nothing of a content is kept here but the number of a part, and the origin of a web
//! address, to be compared.

use alloc::string::String;

use super::{is_invisible, narrow};

/// What a code is that is not a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForeignCode {
    /// One of the several codes that are printed on a certificate of the e-government portal.
    Certificate(Option<Part>),
    /// The code of a certificate of property.
    PropertyCertificate,
    /// A part of the code of a card of an electronic document.
    ElectronicDocument(Option<Part>),
    /// A web address.
    WebAddress(WebAddress),
    /// A verifiable credential of another system: an EU health certificate, a SMART Health Card, a mobile document (ISO/IEC
    /// 18013-5), a JWS (RFC 7515) or an SD-JWT.
    Credential,
    /// The access to a wireless network.
    Wifi,
    /// A person's contact.
    Contact,
    /// A payment (EMV QR code).
    Payment,
    /// A product, as the scanner's symbology mark says (ISO/IEC 15424).
    Product,
}

/// Which of several codes one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its number as the code states it.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// A web address, of which only the origin (RFC 6454) is kept, in lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    /// Returns whether the address is at this origin, whatever its path.
    #[must_use]
    pub fn is_at(&self, origin: &str) -> bool {
        self.0 == origin
    }
}

// A host can contain an identity number, so it is in no log.
impl core::fmt::Debug for WebAddress {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("WebAddress")
    }
}

/// The marks of scanners (ISO/IEC 15424) for the codes of products: EAN and UPC, and the GS1 forms of Code 128, `DataBar`, Data Matrix,
/// QR code and `DotCode`.
const PRODUCT_MARKS: [&str; 10] = ["]E0", "]E1", "]E2", "]E3", "]E4", "]C1", "]e0", "]d2", "]Q3", "]J1"];

/// Maximum length of a text that is looked at, in bytes: more than a QR code has.
const MAX_LENGTH: usize = 8_192;

/// Returns what a text is that was not read as a document, if that is known. A text that may be a damaged document
/// ([`may_be_a_document`]) is none of these.
///
/// ```
/// use rastau_core::input::foreign::{ForeignCode, recognise};
///
/// assert_eq!(recognise("WIFI:T:WPA;S:guests;;"), Some(ForeignCode::Wifi));
/// assert_eq!(recognise("N-001"), None);
/// ```
#[must_use]
pub fn recognise(text: &str) -> Option<ForeignCode> {
    if text.len() > MAX_LENGTH || may_be_a_document(text) {
        return None;
    }
    let text = text.trim_matches(|end: char| end.is_whitespace() || end.is_control() || is_invisible(end));
    if PRODUCT_MARKS.iter().any(|mark| text.starts_with(mark)) {
        return Some(ForeignCode::Product);
    }
    let text = without_mark(text);
    if text.starts_with('<') {
        return xml(text);
    }
    if text.starts_with('{') {
        return json(text);
    }
    let begins = |prefix: &str| {
        text.get(..prefix.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix))
    };
    if begins("http://") || begins("https://") {
        return Some(ForeignCode::WebAddress(WebAddress(origin(text))));
    }
    if begins("HC1:") || begins("shc:/") || begins("mdoc:") || is_token(text) {
        return Some(ForeignCode::Credential);
    }
    if begins("WIFI:") {
        return Some(ForeignCode::Wifi);
    }
    if begins("BEGIN:VCARD") || begins("MECARD:") {
        return Some(ForeignCode::Contact);
    }
    is_payment(text).then_some(ForeignCode::Payment)
}

/// Returns whether a text has something of a document: a prefix of any version (`RST1:`), in any case and encoding, or the beginning of
/// a link's fragment. If it was not read, it is damaged.
#[must_use]
pub fn may_be_a_document(text: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|one| !is_invisible(*one) && !one.is_whitespace())
        .map(|one| narrow(one).to_ascii_uppercase())
        .collect();
    let plain = plain.replace("%3A", ":").replace("%23", "#");
    if plain.contains("#RST") {
        return true;
    }
    plain.match_indices("RST").any(|(at, _)| {
        let rest = plain.get(at.saturating_add(3)..).unwrap_or_default();
        let behind = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        behind.len() < rest.len() && behind.starts_with(':')
    })
}

/// Removes the mark of a scanner (`]Q1`).
fn without_mark(text: &str) -> &str {
    let mut letters = text.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(']'), Some(symbology), Some(modifier))
            if symbology.is_ascii_alphabetic() && modifier.is_ascii_alphanumeric() =>
        {
            letters.as_str().trim_start()
        }
        _ => text,
    }
}

fn xml(text: &str) -> Option<ForeignCode> {
    let element = |name: &str| {
        let (_, rest) = text.split_once(&alloc::format!("<{name}>"))?;
        rest.split_once('<')?.0.trim().parse::<u32>().ok()
    };
    // An element may have a namespace prefix or attributes.
    let has = |name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at.saturating_add(name.len())..).and_then(|after| after.chars().next());
            matches!(before, Some('<' | ':')) && matches!(after, Some('>' | '/' | ' ' | '\t' | '\n' | '\r'))
        })
    };
    if has("BarcodeElement") && (has("elementsAmount") || has("elementNumber") || has("FavorID")) {
        return Some(ForeignCode::Certificate(part(element("elementNumber"), element("elementsAmount"))));
    }
    (has("QRCodeElement") && has("elementAmount")).then_some(ForeignCode::PropertyCertificate)
}

/// Reads the members of an object by their names: a parser of JSON would be a twentieth of the module for browsers.
fn json(text: &str) -> Option<ForeignCode> {
    let member = |name: &str| {
        text.match_indices(name).find_map(|(at, _)| {
            let before = text.get(..at)?.strip_suffix('"')?;
            let after = text.get(at.saturating_add(name.len())..)?.strip_prefix('"')?.trim_start();
            let is_key = before.trim_end().ends_with(['{', ',']);
            after.strip_prefix(':').filter(|_| is_key).map(str::trim_start)
        })
    };
    let number = |value: &str| {
        let value = value.strip_prefix('"').unwrap_or(value);
        let end = value.find(|one: char| !one.is_ascii_digit()).unwrap_or(value.len());
        value.get(..end)?.parse().ok()
    };
    let (index, total) = (member("index")?, member("total")?);
    (member("signId").is_some() && member("data").is_some())
        .then(|| ForeignCode::ElectronicDocument(part(number(index), number(total))))
}

fn part(number: Option<u32>, of: Option<u32>) -> Option<Part> {
    let part = Part { number: number?, of: of? };
    (part.number <= part.of).then_some(part)
}

/// The origin of a web address in lower case, without the default port of `https`.
fn origin(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let authority =
        if scheme == "https" { authority.strip_suffix(":443").unwrap_or(authority) } else { authority };
    [scheme, "://", authority].concat()
}

/// Whether a text is a JWS in its compact form (RFC 7515, section 7.1), perhaps with the disclosures of an SD-JWT: base64url parts,
/// the first of which encodes an object.
fn is_token(text: &str) -> bool {
    let token = text.split('~').next().unwrap_or_default();
    let is_part =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    token.starts_with("eyJ") && token.split('.').count() == 3 && token.split('.').all(is_part)
}

/// Whether a text is a payment: the data objects of EMV QR codes, each an id and a length of two digits and its content, from the
/// format indicator `000201` to the checksum `63`.
fn is_payment(text: &str) -> bool {
    if !text.starts_with("000201") {
        return false;
    }
    let (mut rest, mut last) = (text, "");
    while !rest.is_empty() {
        let (Some(id), Some(length)) = (rest.get(..2), rest.get(2..4)) else { return false };
        let Ok(length) = length.parse::<usize>() else { return false };
        let Some(next) = rest
            .char_indices()
            .nth(length.saturating_add(4))
            .map(|(at, _)| at)
            .or_else(|| (rest.chars().count() == length.saturating_add(4)).then_some(rest.len()))
        else {
            return false;
        };
        (last, rest) = (id, rest.get(next..).unwrap_or_default());
    }
    last == "63"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part_of(number: u32, of: u32) -> Option<Part> {
        Some(Part { number, of })
    }

    #[test]
    fn each_kind_is_recognised() {
        let address = |origin: &str| ForeignCode::WebAddress(WebAddress(origin.into()));
        for (text, kind) in [
            (
                "<?xml version=\"1.0\"?><BarcodeElement xmlns=\"urn:x\"><creationDate>2026</creationDate><elementData>QQ</elementData>\
                 <elementNumber>2</elementNumber><elementsAmount>5</elementsAmount><FavorID>7</FavorID></BarcodeElement>",
                ForeignCode::Certificate(part_of(2, 5)),
            ),
            ("\u{feff}<BarcodeElement><FavorID>7</FavorID></BarcodeElement>", ForeignCode::Certificate(None)),
            (
                "<ns2:QRCodeElement><elementAmount>1</elementAmount></ns2:QRCodeElement>",
                ForeignCode::PropertyCertificate,
            ),
            (
                r#"{"signId":"a","total":3,"index":1,"data":"QQ==","favorId":5}"#,
                ForeignCode::ElectronicDocument(part_of(1, 3)),
            ),
            (r#" {"signId":1,"total":"3","index":"9","data":{}}"#, ForeignCode::ElectronicDocument(None)),
            ("https://example.kz/d/1", address("https://example.kz")),
            ("HTTP://example.kz", address("http://example.kz")),
            ("https://Example.KZ:443/?a#b", address("https://example.kz")),
            ("https://u@example.kz/x", address("https://u@example.kz")),
            ("HC1:6BFOXN*TS0BI$ZD", ForeignCode::Credential),
            ("]Q1shc:/567629", ForeignCode::Credential),
            ("mdoc:owBjMS4w", ForeignCode::Credential),
            ("eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AAAA", ForeignCode::Credential),
            ("eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AAAA~WyJhIl0~", ForeignCode::Credential),
            ("wifi:S:guests;;", ForeignCode::Wifi),
            ("BEGIN:VCARD\nVERSION:4.0\nEND:VCARD", ForeignCode::Contact),
            ("00020101021126060002xx5303398540510.006304ABCD", ForeignCode::Payment),
            ("]E04006381333931", ForeignCode::Product),
            ("]d201040063813339", ForeignCode::Product),
        ] {
            assert_eq!(recognise(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_of_these_kinds_is_not_recognised() {
        for text in [
            "",
            "N-001",
            "4006381333931",
            "000201000123",
            "0002010102112663",
            "<html><body>BarcodeElement</body></html>",
            "<p>BarcodeElement elementNumber</p>",
            r#"{"signId":"a","total":3,"index":1}"#,
            r#"{"number":"1","code":"2","holder":"3"}"#,
            "eyJ.a",
            "eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AA AA",
            "]Q1N-001",
            "WIFI",
            "https:example",
        ] {
            assert_eq!(recognise(text), None, "{text}");
        }
        assert_eq!(recognise(&alloc::format!("WIFI:{}", "a".repeat(MAX_LENGTH))), None);
    }

    /// A damaged document is unreadable, and not another kind of code, whatever is around it.
    #[test]
    fn what_has_something_of_a_document_is_not_foreign() {
        for document in [
            "RST1:ABC",
            "rst2:123",
            "RST9:X",
            "RST12:X",
            "RST1%3AABC",
            "R\u{200b}ST1:A",
            "ＲＳＴ１：A",
            "#RST",
            "%23RST2",
        ] {
            assert!(may_be_a_document(document), "{document}");
            for foreign in [
                "https://example.kz/",
                "WIFI:S:",
                "HC1:",
                "BEGIN:VCARD\n",
                "]E0",
                "<BarcodeElement><FavorID>",
            ] {
                assert_eq!(recognise(&alloc::format!("{foreign}{document}")), None, "{foreign}{document}");
            }
        }
        for other in ["RST:", "RST1", "FIRST: a", "https://example.kz/RST", "BURST1 :a"] {
            assert_eq!(may_be_a_document(other), other == "BURST1 :a", "{other}");
        }
    }
}
