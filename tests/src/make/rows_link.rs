//! Links: a document in digits after the `#` of a web address.

use rastau_core::document::link::Origin;
use rastau_core::document::text::{LINK_PREFIX, as_link};

use super::documents::Documents;
use super::row::{Row, invalid, unreadable, valid};

/// The origin that the register signs.
const OWN: &str = "https://register.example";

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [own(documents), others(documents), unread(documents)].concat()
}

fn link(text: &str) -> String {
    as_link(text, &Origin::parse(OWN).expect("an origin")).expect("a document")
}

/// Links to the register's own page, as people and programs pass them on.
fn own(documents: &Documents<'_>) -> Vec<Row> {
    let text = documents.text("ordinary");
    let link = link(&text);
    let digits = &link[OWN.len() + 2..];
    let (front, back) = link.split_at(120);
    let encoded = link.replace(':', "%3A").replace('/', "%2F").replace('#', "%23");
    let (us, ru) = ("QWERTYUIOPASDFGHJKLZXCVBNM:./#", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖю.№");
    let typed = |key: char| us.chars().position(|us| us == key).and_then(|at| ru.chars().nth(at));
    let typed: String = link.to_uppercase().chars().map(|key| typed(key).unwrap_or(key)).collect();
    let own =
        |name: &str, why: &str, input: String| valid(&format!("link.{name}"), why, input).link("register");
    vec![
        own("own", "A link to the register's own page", link.clone()),
        own("capitals", "The same in capital letters", format!("{}/#{digits}", OWN.to_uppercase())),
        own("in-a-sentence", "A link within a text", format!("Құжатым: {link}, рахмет!")),
        own("wrapped", "A link that a mail program wrapped", format!("> {front}\r\n> {back}")),
        own("encoded", "A link encoded for another web address", encoded),
        own("russian-layout", "A scanner on a Russian layout", typed),
        own("symbology", "A scanner's name of the symbology", format!("]Q1{link}\r")),
        own("both-forms", "A letter with the text and the link of one document", format!("{text}\n{link}")),
        valid("link.digits-alone", "The digits without an address", digits.into()),
        invalid(
            "link.forged",
            "A forged document at the register's own address stays forged",
            self::link(&documents.forged("ordinary", "stranger")),
            &["document.signature"],
        )
        .flips(&["document.signature"])
        .link("register"),
    ]
}

/// Links to other sites: the document is verified, and the verdict says where the address leads.
fn others(documents: &Documents<'_>) -> Vec<Row> {
    let text = documents.text("ordinary");
    let link = link(&text);
    let digits = &link[OWN.len() + 2..];
    let other = |name: &str, why: &str, input: String| {
        valid(&format!("link.{name}"), why, input).link("another-site")
    };
    vec![
        other("other-host", "Another host", format!("https://registers.example/#{digits}")),
        other("other-suffix", "The own host in front of another", format!("{OWN}.other.example/#{digits}")),
        other(
            "look-alike",
            "A host in punycode that looks alike",
            format!("https://xn--rgister-9tb.example/#{digits}"),
        ),
        other("other-port", "Another port", format!("{OWN}:8443/#{digits}")),
        other("http", "Without encryption", format!("http://register.example/#{digits}")),
        other(
            "path",
            "A path, which may redirect to another site",
            format!("{OWN}/go/other.example/#{digits}"),
        ),
        other(
            "query",
            "The own link in the query of another address",
            format!("https://other.example/?to={link}"),
        ),
        other("two-addresses", "Another address beside the own", format!("https://other.example {link}")),
        other(
            "backslash",
            "A backslash, which a browser reads as a slash",
            format!("https://register.exam\\ple/#{digits}"),
        ),
        other(
            "hyphen",
            "A hyphen that is not that of ASCII",
            format!("https://register\u{2010}.example/#{digits}"),
        ),
        other(
            "base45-behind",
            "The text in base45 behind another address",
            format!("https://other.example/#{text}"),
        ),
        valid("link.unstated", "A register that signs no origin", link.clone())
            .bundle("without-link")
            .link("unstated"),
    ]
}

fn unread(documents: &Documents<'_>) -> Vec<Row> {
    let (not_base45, malformed, several, user) = (5, 6, 9, 10);
    let link = link(&documents.text("ordinary"));
    let another = self::link(&documents.text("name-latin"));
    let first = link.find(LINK_PREFIX).expect("the prefix") + LINK_PREFIX.len();
    let digits = &link[OWN.len() + 2..];
    vec![
        unreadable(
            "link.user",
            "User information that looks like the own host",
            format!("https://register.example@other.example/#{digits}"),
            user,
        ),
        unreadable(
            "link.user-own",
            "User information in front of the own host",
            format!("https://other.example:1@register.example/#{digits}"),
            user,
        ),
        unreadable("link.cut", "A link without its last digit", &link[..link.len() - 1], not_base45),
        unreadable(
            "link.cut-at-a-group",
            "A link cut behind a group of digits",
            &link[..first + 85],
            malformed,
        ),
        unreadable(
            "link.out-of-range",
            "A group of digits above seven bytes",
            format!("{}72057594037927936{}", &link[..first], &link[first + 17..]),
            not_base45,
        ),
        unreadable("link.digit-more", "A digit behind the document", format!("{link}0"), not_base45),
        unreadable(
            "link.letter",
            "Letters in place of digits end the digits",
            link.replacen("00", "OO", 1),
            malformed,
        ),
        unreadable("link.without-digits", "A link without digits", &link[..first], malformed),
        unreadable("link.two-documents", "Links to two documents", format!("{link}\n{another}"), several),
        unreadable(
            "link.other-page",
            "A link to another page of the register",
            format!("{OWN}/#/verify"),
            not_base45,
        ),
    ]
}
