//! Inputs that cannot be read, each with the number of its error.

use serde_json::{Value, json};

use super::documents::Documents;
use super::row::{Row, unreadable, valid};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [texts(documents), envelopes(documents), forms(documents), foreign(documents)].concat()
}

/// Codes of other kinds, invented: whatever they contain may be in no answer.
fn foreign(documents: &Documents<'_>) -> Vec<Row> {
    let (not_base45, foreign) = (5, 11);
    let text = documents.text("ordinary");
    let row =
        |name: &str, why: &str, text: &str| unreadable(&format!("read.foreign-{name}"), why, text, foreign);
    vec![
        row(
            "certificate",
            "One of the codes of a certificate of the e-government portal",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><BarcodeElement xmlns=\"urn:example\"><elementData>UEsDBBQ</elementData>\
             <elementNumber>2</elementNumber><elementsAmount>5</elementsAmount><FavorID>10</FavorID></BarcodeElement>",
        ),
        row(
            "property",
            "The code of a certificate of property",
            "<QRCodeElement><elementData>UEsDBBQ</elementData><elementAmount>1</elementAmount></QRCodeElement>",
        ),
        row(
            "electronic-document",
            "A part of the code of an electronic document",
            r#"{"signId":"4d0e","total":3,"index":1,"data":"UEsDBBQ"}"#,
        ),
        row("address", "A web address", "https://example.kz/verify?id=000000001001"),
        row("address-of-another-case", "A web address in capital letters", "HTTP://EXAMPLE.KZ/Q"),
        row("health", "An EU health certificate", "HC1:NCFOXN%TSMAHN-H"),
        row("jws", "A compact JWS", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA"),
        row("wifi", "The access to a wireless network", "WIFI:T:WPA;S:guests;P:secret;;"),
        row("contact", "A contact", "BEGIN:VCARD\nVERSION:4.0\nFN:X\nEND:VCARD"),
        row("payment", "A payment", "00020101021126060002xx5303398540510.006304ABCD"),
        row("product", "A product, by the scanner's mark", "]E04006381333931"),
        // Something of a document, or the register's own address: damaged, and not another kind of code.
        unreadable(
            "link.without-fragment",
            "A link that lost its fragment",
            "https://register.example/",
            not_base45,
        ),
        unreadable(
            "link.without-fragment-query",
            "A link that lost its fragment and was given a query",
            "HTTPS://register.example/?utm_source=mail",
            not_base45,
        ),
        unreadable(
            "link.fragment-cut",
            "A link that lost all but the beginning of its fragment",
            "https://register.example/#RST",
            not_base45,
        ),
        unreadable(
            "read.document-in-wifi",
            "A cut document behind the prefix of another kind of code",
            format!("WIFI:S:{}", &text[..text.len() - 2 - (text.len() - "RST1:".len()) % 3]),
            not_base45,
        ),
    ]
}

fn texts(documents: &Documents<'_>) -> Vec<Row> {
    let text = documents.text("ordinary");
    let (empty, too_long, not_a_document, unknown_version, not_base45, malformed) = (1, 2, 3, 4, 5, 6);
    let cut = |by: usize| text[..text.len() - by].to_string();
    let whole = text.len() - "RST1:".len();
    // A length of 3n + 1 characters ends with a group that is not valid Base45.
    let odd = (whole + 2) % 3 + usize::from(whole % 3 == 1) * 3;
    vec![
        unreadable("read.empty", "An empty text", "", empty),
        unreadable("read.blank", "Only blanks", " \r\n\t", empty),
        unreadable("read.byte-order-mark", "Only a byte order mark", "\u{feff}", empty),
        valid(
            "read.blanks-around",
            "A scanner's line feed and a pasted byte order mark are dropped",
            format!("\u{feff} {text}\r\n"),
        ),
        unreadable("read.array", "JSON that is not an object", "[1,2]", not_a_document),
        unreadable(
            "read.no-version",
            "The prefix without a version",
            text.replace("RST1:", "RST:"),
            not_a_document,
        ),
        unreadable(
            "read.later-version",
            "A text of a later version",
            text.replace("RST1:", "RST3:"),
            unknown_version,
        ),
        unreadable(
            "read.version-ten",
            "A text of a much later version",
            text.replace("RST1:", "RST10:"),
            unknown_version,
        ),
        unreadable("read.cut", "A text without its end", cut(odd), not_base45),
        unreadable(
            "read.foreign-letter",
            "A Cyrillic letter that looks Latin",
            text.replacen('A', "А", 1),
            not_base45,
        ),
        unreadable(
            "read.above-two-bytes",
            "Three characters with a value above two bytes",
            text.replacen("RST1:", "RST1::::", 1),
            not_base45,
        ),
        unreadable(
            "read.cut-at-a-group",
            "A text without the last groups of characters",
            cut(whole % 3 + 3),
            malformed,
        ),
        unreadable("read.prefix-only", "A prefix without content", "RST1:", malformed),
        unreadable(
            "read.too-long",
            "A text longer than a QR code can hold",
            format!("RST1:{}", "0".repeat(4_296)),
            too_long,
        ),
    ]
}

/// The envelope starts with one tag (1 byte), an array of four (1), the protected header (14), and the empty
/// unprotected one (1); then comes the payload.
const UNPROTECTED: usize = 16;

fn envelopes(documents: &Documents<'_>) -> Vec<Row> {
    let bytes = |name: &str, why: &str, change: fn(&mut Vec<u8>)| {
        unreadable(name, why, documents.bytes("ordinary", change), 6)
    };
    let payload = |name: &str, why: &str, change: fn(&mut Vec<u8>)| {
        unreadable(name, why, documents.payload("ordinary", change), 6)
    };
    vec![
        bytes("read.trailing-byte", "A byte after the envelope", |bytes| bytes.push(0)),
        bytes("read.unprotected-header", "An algorithm in the unprotected header", |bytes| {
            assert_eq!(bytes[UNPROTECTED], 0xa0);
            drop(bytes.splice(UNPROTECTED..=UNPROTECTED, [0xa1, 0x01, 0x27]));
        }),
        bytes("read.second-spelling", "The payload's length encoded in one byte more than needed", |bytes| {
            assert_eq!(bytes[UNPROTECTED + 1], 0x58);
            drop(bytes.splice(UNPROTECTED + 1..=UNPROTECTED + 1, [0x59, 0]));
        }),
        bytes("read.second-spelling-tag", "The tag encoded in one byte more than needed", |bytes| {
            drop(bytes.splice(0..1, [0xd8, 18]));
        }),
        bytes("read.indefinite-length", "An array of indefinite length", |bytes| {
            bytes[1] = 0x9f;
            bytes.push(0xff);
        }),
        bytes("read.no-tag", "The envelope without its tag", |bytes| {
            bytes.remove(0);
        }),
        bytes("read.two-tags", "The envelope with a duplicate tag", |bytes| bytes.insert(0, 0xd2)),
        bytes("read.other-tag", "The tag of COSE_Mac0", |bytes| bytes[0] = 0xd1),
        payload("read.no-claims", "A payload without claims", |payload| *payload = vec![0xa0]),
        payload("read.claims-order", "Claims that are not in ascending order", |payload| {
            payload[0] += 1;
            payload.extend([0x04, 0x00]);
        }),
        payload("read.claim-twice", "A duplicate claim", |payload| {
            payload[0] += 1;
            payload.extend([0x3a, 0, 1, 0, 0, 0xa0]);
        }),
        payload("read.float", "A float in a claim", |payload| {
            payload[0] += 1;
            payload.extend([0x3a, 0, 1, 0, 1, 0xf9, 0x3c, 0]);
        }),
        payload("read.payload-trailing-byte", "A byte after the claims", |payload| payload.push(0)),
    ]
}

fn forms(documents: &Documents<'_>) -> Vec<Row> {
    let (too_long, form, field) = (2, 7, 8);
    let with = |changes: &[(&str, Value)]| documents.form("ordinary", changes);
    let one = |name: &str, why: &str, key: &str, value: Value, code: u16| {
        unreadable(&format!("read.form-{name}"), why, with(&[(key, value)]), code)
    };
    let code = documents.claims("ordinary").code.expect("a code").printed();
    let last = code.chars().next_back().expect("a check character");
    let wrong = format!("{}{}", &code[..code.len() - 1], if last == '0' { '1' } else { '0' });
    let nested = |depth: usize| format!("{{\"number\":{}1{}}}", "[".repeat(depth), "]".repeat(depth));
    vec![
        unreadable("read.form-cut", "A form without its end", "{\"number\":\"1\"", form),
        unreadable("read.form-empty", "A form without a number", "{}", form),
        unreadable("read.form-two", "A second object after the form", "{\"number\":\"1\"} {}", form),
        unreadable("read.form-twice", "A duplicate field", "{\"number\":\"1\",\"number\":\"2\"}", form),
        unreadable(
            "read.form-nested",
            "100,000 nested arrays in a form: too long before it is parsed",
            nested(100_000),
            too_long,
        ),
        unreadable(
            "read.form-nested-short",
            "As many nested arrays as the length allows",
            nested(8_000),
            form,
        ),
        unreadable(
            "read.form-nested-skills",
            "Nested arrays where a list of codes is expected",
            with(&[]).replacen('{', &format!("{{\"skills\":{}{},", "[".repeat(7_000), "]".repeat(7_000)), 1),
            form,
        ),
        one("unknown-field", "A field that forms do not have", "numbr", json!("1"), form),
        one("number-type", "A number that is not text", "number", json!(1001), form),
        one("number-empty", "An empty number", "number", json!(" "), field),
        one("number-65", "A number of 65 characters", "number", json!("1".repeat(65)), field),
        one("number-control", "A number of control characters", "number", json!("\u{7}\u{1b}"), field),
        one("date-not-there", "30 February", "issued_on", json!("2024-02-30"), field),
        one(
            "date-leap",
            "29 February of a year that is not a leap year",
            "exam_on",
            json!("2026-02-29"),
            field,
        ),
        one("date-shape", "A date with the month first", "valid_until", json!("05/20/2031"), field),
        one("name-lost", "A name whose letters were lost", "name", json!("Сынақбаева ?лгіжан"), field),
        one("number-lost", "A number whose digits were lost", "number", json!("1.001E+11"), field),
        one("holder-lost", "An IIN whose digits were lost", "holder", json!("9.90101E+11"), 60),
        one("holder-thirteen", "An IIN with a digit too many", "holder", json!("9901012000770"), 60),
        one("holder-eleven", "An IIN whose last digit is missing", "holder", json!("99010120007"), 60),
        one("level-empty", "An empty level", "level", json!(""), field),
        one("name-digits", "A name without a letter", "name", json!("123"), field),
        one("name-long", "A name above 160 bytes", "name", json!("Ә".repeat(81)), field),
        one("skills-many", "More skills than a document may have", "skills", json!(vec!["S"; 33]), field),
        one(
            "basis-kind",
            "A basis that is neither a standard nor requirements",
            "basis",
            json!({"kind": "custom", "id": "1"}),
            field,
        ),
        one("centre-check-digit", "A BIN with a wrong check digit", "centre", json!("990140000011"), field),
        one("code-short", "A code without its check character", "code", json!(code[..code.len() - 2]), 20),
        one("code-letter", "A letter that no code has", "code", json!(format!("U{}", &code[1..])), 21),
        one("code-check", "A code with a wrong check character", "code", json!(wrong), 22),
        one("holder-long", "An identity number of 33 characters", "holder", json!("P".repeat(33)), 60),
        one("holder-kind", "Twelve digits that are neither IIN nor BIN", "holder", json!("850270300012"), 61),
        one("holder-date", "An IIN of 30 February", "holder", json!("850230300012"), 62),
        one(
            "holder-check-digit",
            "An IIN with a wrong check digit",
            "holder",
            json!(wrong_digit(documents)),
            63,
        ),
    ]
}

/// The ordinary document's IIN with another check digit.
fn wrong_digit(documents: &Documents<'_>) -> String {
    let iin = documents.claims("ordinary").holder.to_string();
    let digit = iin.as_bytes()[11] - b'0';
    format!("{}{}", &iin[..11], (digit + 1) % 10)
}
