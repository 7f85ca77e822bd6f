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
    assert!(matches!(read("https://example.kz/d/1"), ReadError::Foreign(_)));
    assert_eq!(read("RST3:ABC"), ReadError::UnknownVersion { prefix: "RST3".into() });
    assert!(matches!(read("RST2:ABC"), ReadError::Malformed(_)), "no digits");
    assert_eq!(read(&"7".repeat(10_000_000)), ReadError::TooLong { limit: MAX_FORM });
    assert_eq!(read(&format!("{PREFIX}{}", "7".repeat(5_000))), ReadError::TooLong { limit: MAX_TEXT });
    assert!(matches!(read(&text[..text.len() - 3]), ReadError::Malformed(_) | ReadError::NotBase45));
    assert!(matches!(read(&format!("{}{}", "{\"number\":", "[".repeat(9_000))), ReadError::Form { .. }));
    assert!(Presented::read(&format!("\u{feff} {text}\r\n")).is_ok());
}

/// Returns the repairs with which a text is read.
fn repairs_of(text: &str) -> Result<Vec<Repair>, ReadError> {
    match Presented::read(text)? {
        Presented::Signed(document) => {
            assert_eq!(document.claims, claims());
            Ok(document.repairs)
        }
        Presented::Typed(form) => panic!("a form: {form:?}"),
    }
}

/// The text encoded for a web address.
fn encoded_of(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            letter if letter.is_ascii_alphanumeric() => letter.to_string(),
            other => format!("%{:02X}", u32::from(other)),
        })
        .collect()
}

/// The text as a scanner types it through a Russian layout.
fn russian(text: &str) -> String {
    let (us, ru) = ("QWERTYUIOPASDFGHJKLZXCVBNM:./$", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖю.;");
    let typed = |key: char| us.chars().position(|us| us == key).and_then(|at| ru.chars().nth(at));
    text.chars().map(|key| typed(key).unwrap_or(key)).collect()
}

/// A document with the formatting that scanners, editors and mail programs add, each with its repairs.
fn formatted_texts(text: &str) -> Vec<(String, Vec<Repair>)> {
    let wrapped = |at: usize| format!("{}\r\n{}", &text[..at], &text[at..]);
    let blank = text.find(' ').unwrap();
    vec![
        (text.into(), vec![]),
        (format!("\u{feff}{text}\r\n"), vec![]),
        (format!("\u{2}{text}\u{3}"), vec![]),
        (format!("\u{200b}{text}\u{1d}\u{0}"), vec![]),
        (format!("]Q1{text}\r"), vec![Repair::Surroundings]),
        (format!("QR: {text}"), vec![Repair::Surroundings]),
        (format!("«{text}»"), vec![Repair::Surroundings]),
        (text.replace(' ', "\u{a0}").replace('-', "\u{2011}"), vec![Repair::Surroundings]),
        (wrapped(76), vec![Repair::LineBreaks]),
        (wrapped(blank).replacen("\n ", "\n", 1), vec![Repair::LineBreaks]),
        (encoded_of(text), vec![Repair::UrlEncoding]),
        (text.to_lowercase(), vec![Repair::LetterCase]),
        (russian(text), vec![Repair::KeyboardLayout]),
        (russian(&format!("]Q1{text}")), vec![Repair::KeyboardLayout]),
        (format!("{text}\n{text}"), vec![Repair::Repeated]),
        (format!("{text}{}", text.to_lowercase()), vec![Repair::LetterCase, Repair::Repeated]),
        (format!("> {}\n> {}", &text[..70], &text[70..]), vec![Repair::LineBreaks]),
        (format!("{}\n   {}", &text[..70], &text[70..]), vec![Repair::LineBreaks]),
        (format!("{}=\r\n{}=20\n", &text[..75], &text[75..]), vec![]),
        (format!("\"{text}\\n\""), vec![Repair::Surroundings]),
        (format!("{text}."), vec![]),
        (format!("https://example.kz/?d={}&lang=ru", encoded_of(text)), vec![Repair::UrlEncoding]),
        (encoded_of(&encoded_of(text)), vec![Repair::UrlEncoding]),
        (russian(text).replace(' ', "\u{a0}"), vec![Repair::KeyboardLayout]),
        (format!("{}\n{text}", russian(text)), vec![Repair::KeyboardLayout, Repair::Repeated]),
        (format!("QR: {text}\nQR: {text}\n"), vec![Repair::Repeated]),
        (format!("{text}\nCENTRE 12\n\nTEL. 8"), vec![]),
        (format!("{}\n{}\r\nQR", &text[..70], &text[70..]), vec![Repair::LineBreaks]),
    ]
}

#[test]
fn reads_text_with_added_formatting() {
    let (_, text) = signed(&claims());
    for (formatted, repairs) in formatted_texts(&text) {
        let read = repairs_of(&formatted).map(|found| repairs.iter().all(|repair| found.contains(repair)));
        assert_eq!(read, Ok(true), "{formatted}");
    }
    assert_eq!(repairs_of(&text), Ok(vec![]), "a clean text has no notes");
}

#[test]
fn several_documents_are_an_error() {
    let (_, text) = signed(&claims());
    let (_, other) = signed(&Claims { number: "OTHER-1".into(), ..claims() });
    for both in [format!("{text}\n{other}"), format!("{other}{text}"), format!("{text} {text} {other}")] {
        assert_eq!(repairs_of(&both), Err(ReadError::SeveralDocuments));
        assert_eq!(repairs_of(&both.to_lowercase()), Err(ReadError::SeveralDocuments));
    }
    for both in [
        format!("{text}\n{}", russian(&other)),
        format!("{}\n{other}", russian(&text)),
        format!("{text}\n{}", encoded_of(&other)),
        format!("{text} & {}", encoded_of(&other)),
        format!("{text} ({other})"),
        format!("{text}\nQR\n{}", encoded_of(&other)),
    ] {
        assert!(repairs_of(&both).is_err(), "{both}");
    }
    assert!(repairs_of(&format!("{text}\n{}", &other[..80])).is_err(), "a second one that was cut off");
    let many = vec![text.as_str(); 40].join("\n");
    assert!(repairs_of(&many).is_err(), "more than are looked for");
}

/// The origin of the register in the tests of links.
const ORIGIN: &str = "https://xn--80ak6aa92e.example:8443";

/// A document as a link at [`ORIGIN`].
fn link_of(text: &str) -> String {
    as_link(text, &Origin::parse(ORIGIN).unwrap()).unwrap()
}

/// Returns where the address of a text leads, and the repairs.
fn linked(text: &str) -> Result<(Option<Address>, Vec<Repair>), ReadError> {
    match Presented::read(text)? {
        Presented::Signed(document) => {
            assert_eq!(document.claims, claims());
            Ok((document.address, document.repairs))
        }
        Presented::Typed(form) => panic!("a form: {form:?}"),
    }
}

/// A link with the formatting that people and programs add, each with its repairs.
fn formatted_links(link: &str) -> Vec<(String, Vec<Repair>)> {
    let (address, digits) = link.split_once('#').unwrap();
    let escaped = link.replace('/', "\\/");
    let typed = russian(&link.to_uppercase()).replace('#', "№");
    vec![
        (link.into(), vec![]),
        (format!("\u{feff}{link}\r\n"), vec![]),
        (format!("]Q1{link}\r"), vec![Repair::Surroundings]),
        (format!("Құжат: {link} — рахмет!"), vec![Repair::Surroundings]),
        (format!("Ссылка:{link}, 2 стр."), vec![Repair::Surroundings]),
        (format!("<{link}>"), vec![Repair::Surroundings]),
        (format!("Жалпы (толығырақ: {link})."), vec![Repair::Surroundings]),
        (format!("{}#{digits}", address.to_uppercase()), vec![Repair::LetterCase]),
        (link.to_lowercase(), vec![Repair::LetterCase]),
        (format!("{}#{digits}", address.trim_end_matches('/')), vec![]),
        (link.trim_start_matches("https://").into(), vec![]),
        (encoded_of(link), vec![Repair::UrlEncoding]),
        (encoded_of(&encoded_of(link)), vec![Repair::UrlEncoding]),
        (format!("{address}%23{digits}"), vec![]),
        (format!("{address}#{}", digits.replace(':', "%3A")), vec![Repair::UrlEncoding]),
        (format!("\"{escaped}\""), vec![]),
        (format!("{link}\n{link}"), vec![Repair::Repeated]),
        (format!("{}\r\n{}", &link[..90], &link[90..]), vec![Repair::LineBreaks]),
        (format!("> {}\n> {}\n> {}", &link[..90], &link[90..140], &link[140..]), vec![Repair::LineBreaks]),
        (format!("{}=\n{}", &link[..90], &link[90..]), vec![]),
        (typed.clone(), vec![Repair::KeyboardLayout]),
        (typed.to_lowercase(), vec![Repair::KeyboardLayout]),
        (format!("]Q1{typed}"), vec![Repair::KeyboardLayout]),
    ]
}

#[test]
fn a_link_has_the_same_bytes_as_the_text() {
    let (key, text) = signed(&claims());
    let link = link_of(&text);
    assert!(link.starts_with("https://xn--80ak6aa92e.example:8443/#RST2:"));
    let document = Unverified::read(&link).unwrap();
    assert!(document.signed_by(&key) && document.is_same(&Unverified::read(&text).unwrap()));
    assert_eq!(document.address, Origin::parse(ORIGIN).map(Address::Origin));
    // The digits alone are the document too; there is no address to compare.
    let digits = &link[link.find(LINK_PREFIX).unwrap()..];
    assert_eq!(Unverified::read(digits).unwrap().address, None);
    assert_eq!(Unverified::read(&text).unwrap().address, None);
    for problem in
        [as_link(digits, &Origin::parse(ORIGIN).unwrap()), as_link("RST1:A", &Origin::parse(ORIGIN).unwrap())]
    {
        assert!(problem.is_err());
    }
}

#[test]
fn reads_links_with_added_formatting() {
    let (_, text) = signed(&claims());
    let own = Origin::parse(ORIGIN).map(Address::Origin);
    for (formatted, repairs) in formatted_links(&link_of(&text)) {
        let (address, found) = linked(&formatted).expect(&formatted);
        assert_eq!(address, own, "{formatted}");
        assert!(repairs.iter().all(|repair| found.contains(repair)), "{found:?}: {formatted}");
    }
    assert_eq!(linked(&link_of(&text)), Ok((own.clone(), vec![])), "a link as it is has no notes");
    // A letter with both forms of the same document.
    let link = link_of(&text);
    for both in [format!("{text}\n{link}"), format!("{link}\n{text}"), format!("{text} {link} {text}")] {
        assert_eq!(linked(&both).map(|(address, _)| address), Ok(own.clone()), "{both}");
    }
}

#[test]
fn an_address_of_another_site_is_noticed() {
    let (_, text) = signed(&claims());
    let link = link_of(&text);
    let (address, fragment) = link.split_once('#').unwrap();
    let own = Origin::parse(ORIGIN).map(Address::Origin);
    let host = ORIGIN.trim_start_matches("https://");
    for formatted in [
        link.replacen("https", "http", 1),
        link.replacen("8443", "8444", 1),
        link.replacen(":8443", "", 1),
        link.replacen("92e", "92f", 1),
        link.replacen(".example", ".example.other", 1),
        format!("{address}index.html#{fragment}"),
        format!("{address}go?to=https://other.example/#{fragment}"),
        format!("https://other.example/?next={link}"),
        format!("https://other.example/?next={}", encoded_of(&link)),
        format!("https://other.example {link}"),
        format!("{link} https://other.example"),
        format!("{link}\nhttps://other.example/#{fragment}"),
        format!("https://other.example/#{text}"),
        format!("https://other.example/?d={}", encoded_of(&text)),
        format!("other.example/#{fragment}"),
        // Characters that a browser does not drop, and one that it reads as a slash.
        format!("https://xn\u{2010}-80ak6aa92e.example:8443/#{fragment}"),
        format!("https://xn--80ak6aa92e.e\\xample:8443/#{fragment}"),
        format!("https://other.example\\.{host}/#{fragment}"),
        format!("https://other.example／.{host}/#{fragment}"),
        format!("https://xn--80ak6aa92e.exam\nple:8443/#{fragment}"),
        format!("https://{host}\\n.other.example/#{fragment}"),
    ] {
        let (address, _) = linked(&formatted).expect(&formatted);
        assert!(address.is_some() && address != own, "{address:?}: {formatted}");
    }
    for user in [
        format!("https://{host}@other.example/#{fragment}"),
        format!("https://user:1@{host}/#{fragment}"),
        format!("https://{host}\\@other.example/#{fragment}").replace('\\', ""),
    ] {
        assert_eq!(linked(&user), Err(ReadError::LinkUser), "{user}");
    }
}

#[test]
fn digits_are_whole_groups() {
    let (_, text) = signed(&claims());
    let link = link_of(&text);
    let error = |text: &str| Presented::read(text).map(|_| ()).unwrap_err();
    assert!(matches!(error(&link[..link.len() - 17]), ReadError::Malformed(_)));
    assert_eq!(error(&link[..link.len() - 1]), ReadError::NotBase45);
    assert_eq!(error(&format!("{link}0")), ReadError::NotBase45);
    let first = link.find(LINK_PREFIX).unwrap() + LINK_PREFIX.len();
    let range = format!("{}99999999999999999{}", &link[..first], &link[first + 17..]);
    assert_eq!(error(&range), ReadError::NotBase45);
    assert_eq!(error(&link.replace('8', "B")), ReadError::NotBase45);
    assert!(matches!(error(&link[..first]), ReadError::Malformed(_)), "no digits");
    assert_eq!(
        error(&format!("{}{}", &link[..first], "0".repeat(8_000))),
        ReadError::TooLong { limit: MAX_LINK }
    );
    let other = link_of(&signed(&Claims { number: "OTHER-1".into(), ..claims() }).1);
    for both in [format!("{link}\n{other}"), format!("{link} {other}"), format!("{text} {other}")] {
        assert_eq!(error(&both), ReadError::SeveralDocuments, "{both}");
    }
    assert!(Presented::read(&format!("{link}\n{}", &other[..80])).is_err(), "a second one that was cut off");
    let lines = |width: usize| {
        let digits = link.as_bytes()[first..].chunks(width).map(|line| core::str::from_utf8(line).unwrap());
        format!("{}{}", &link[..first], digits.collect::<Vec<_>>().join("\n"))
    };
    assert!(Presented::read(&lines(12)).is_ok());
    assert!(Presented::read(&lines(2)).is_err(), "more lines than are joined");
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

    /// However a forged document is formatted, its signature does not become valid.
    #[test]
    fn no_formatting_makes_a_forged_document_genuine(at in 5usize..200, by in 1usize..45) {
        const ALPHABET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        let (key, text) = signed(&claims());
        let mut forged = text.clone().into_bytes();
        let at = at % forged.len();
        prop_assume!(at >= PREFIX.len());
        let place = ALPHABET.iter().position(|symbol| *symbol == forged[at]).unwrap();
        forged[at] = ALPHABET[(place + by) % ALPHABET.len()];
        let forged = String::from_utf8(forged).unwrap();
        prop_assert_ne!(&forged, &text);
        for (formatted, _) in formatted_texts(&forged) {
            if let Ok(Presented::Signed(document)) = Presented::read(&formatted) {
                prop_assert!(!document.signed_by(&key), "{formatted}");
            }
        }
    }

    /// However a forged link is formatted, its signature does not become valid.
    #[test]
    fn no_formatting_makes_a_forged_link_genuine(at in 0usize..1_000, by in 1u8..10) {
        let (key, text) = signed(&claims());
        let mut forged = link_of(&text).into_bytes();
        let first = forged.windows(5).position(|window| window == LINK_PREFIX.as_bytes()).unwrap() + 5;
        let at = first + at % (forged.len() - first);
        forged[at] = b'0' + (forged[at] - b'0' + by) % 10;
        let forged = String::from_utf8(forged).unwrap();
        for (formatted, _) in formatted_links(&forged) {
            if let Ok(Presented::Signed(document)) = Presented::read(&formatted) {
                prop_assert!(!document.signed_by(&key), "{formatted}");
            }
        }
    }

    /// However a link to another host is formatted, it does not become a link to the register's own host.
    #[test]
    fn no_dress_makes_another_host_the_own(host in "[a-zA-Z0-9.:@/?\\\\ \u{2010}\u{200b}\u{ad}\u{ff0f}%#-]{0,12}", before in any::<bool>()) {
        let (_, text) = signed(&claims());
        let link = link_of(&text);
        let own = Origin::parse(ORIGIN).map(Address::Origin);
        let (address, fragment) = link.split_once('#').unwrap();
        let other = if before {
            format!("https://{host}.other.example/#{fragment}")
        } else {
            format!("{}.other{host}/#{fragment}", address.trim_end_matches('/'))
        };
        for (formatted, _) in formatted_links(&other) {
            if let Ok((address, _)) = linked(&formatted) {
                prop_assert_ne!(address, own.clone(), "{}", formatted);
            }
        }
    }

    #[test]
    fn no_input_panics(input in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Claims::read(&input);
        let _ = Presented::read(&format!("{PREFIX}{}", base45::encode(&input)));
        let _ = Presented::read(&format!("https://a.example/#{LINK_PREFIX}{}", digits::encode(&input)));
        let _ = Presented::read(&format!("x://{}{LINK_PREFIX}0", String::from_utf8_lossy(&input)));
        let _ = Presented::read(&String::from_utf8_lossy(&input));
        let _ = Presented::read(&format!("x{PREFIX}{}", String::from_utf8_lossy(&input)));
        let _ = crate::input::decode(&input);
    }
}
