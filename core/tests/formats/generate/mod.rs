//! Generates every labelled block of the documentation from the fixture.

use std::collections::BTreeMap;

use rastau_core::crypto::hmac_sha256;
use rastau_core::document::name::{fold, folded_words, normalise};
use rastau_core::document::sealed::Sealed;
use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::snapshot::{OpenOptions, PAGE_SIZE, Snapshot};

use crate::annotate::{Annotated, Bits, pages};
use crate::fixture::{self, Bundle, CODE, NAME, NUMBER, RUSSIAN_NAME};

mod labels;
mod sizes;

/// Every generated block, by its name.
pub(crate) fn all() -> BTreeMap<&'static str, String> {
    let bundle = fixture::bundle();
    let text = fixture::document_text(&fixture::claims());
    let document = rastau_core::codec::base45::decode(&text[5..]).expect("base45");
    let pages_of = |at: usize| bundle.segments[at].1.as_slice();
    let [documents, status, tables, centres] = [0, 1, 2, 3].map(pages_of);
    let [first, second, index] = documents else { panic!("three pages") };
    let start = bundle.container.iter().position(|byte| *byte == 0xd8).expect("a COSE_Sign") / PAGE_SIZE;
    BTreeMap::from([
        ("keys", keys()),
        ("document-text", wrapped(&text, 100)),
        ("document", Annotated::cbor(&document, labels::enveloped(&labels::SIGN1, labels::CLAIMS))),
        ("covered", covered(&document)),
        ("code", code()),
        ("tags", tags()),
        ("sealed", sealed()),
        (
            "root",
            Annotated::cbor(&bundle.statements.roots[0].1, labels::enveloped(&labels::SIGN, labels::ROOT)),
        ),
        (
            "manifest",
            Annotated::cbor(&bundle.statements.manifest, labels::enveloped(&labels::SIGN, labels::MANIFEST)),
        ),
        (
            "centres",
            Annotated::cbor(&bundle.statements.centres, labels::enveloped(&labels::SIGN, labels::CENTRES)),
        ),
        (
            "fresh",
            Annotated::cbor(&bundle.statements.fresh, labels::enveloped(&labels::SIGN1, labels::FRESH)),
        ),
        ("documents-0", pages::documents_page(first)),
        ("documents-1", pages::documents_page(second)),
        ("documents-2", pages::index_page(index)),
        ("page-hash", page_hash(&bundle)),
        ("status-0", pages::status_page(&status[0])),
        ("tables-0", pages::rows_page(&tables[0], labels::row)),
        ("centres-0", pages::rows_page(&centres[0], labels::row)),
        (
            "container",
            pages::container_head(&bundle.container[..start.max(1) * PAGE_SIZE], labels::CONTAINER_INDEX),
        ),
        ("files", files(&bundle)),
        ("trusted-state", Annotated::cbor(&trusted_state(&bundle), labels::TRUSTED_STATE)),
        ("document-link", wrapped(&fixture::link(&text), 100)),
        ("sizes-document", sizes::document()),
        ("sizes-link", sizes::link()),
        ("sizes-register", sizes::register()),
    ])
}

fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (line, later) = rest.split_at(rest.len().min(width));
        out += &format!("{line}\n");
        rest = later;
    }
    out
}

fn keys() -> String {
    let mut out = Annotated::default();
    for (purpose, secret, key) in fixture::Keys::new().described() {
        let public = key.public();
        let algorithm = if public.algorithm == -19 { "Ed25519" } else { "ESP256" };
        out.line(0, &[&public.bytes], &format!("{purpose}: {algorithm}, secret key 32 times {secret:02x}"));
        out.line(0, &[&public.id().0], "  its key id");
    }
    out.out
}

/// The bytes that a document's signature covers.
fn covered(document: &[u8]) -> String {
    let envelope = rastau_core::codec::cose::read_sign1("document", document, 4096).expect("an envelope");
    let bytes = envelope.covered("rastau/document/1");
    Annotated::cbor(&bytes, &[("1", "protected header"), ("2", "rastau/document/1"), ("3", "payload")])
}

fn code() -> String {
    let printed = CODE.printed();
    let mut out = Annotated::default();
    out.line(0, &[&CODE.0], &format!("printed as {printed}"));
    let mut bits = Bits::new(&CODE.0);
    let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let symbols: Vec<u8> = (0..16).map(|_| u8::try_from(bits.take(5)).expect("five bits")).collect();
    let groups = bits.groups();
    let groups: Vec<&str> = groups.split(' ').collect();
    for (at, four) in groups.chunks(4).enumerate() {
        let letters: String = symbols[at * 4..at * 4 + 4]
            .iter()
            .map(|symbol| char::from(alphabet[usize::from(*symbol)]))
            .collect();
        out.note(&format!("{} = {letters}", four.join(" ")));
    }
    // The sum term by term, with each weight as a power of x. The core computes it by Horner's rule instead.
    let times_x = |value: u8| if value & 16 == 0 { value << 1 } else { value << 1 ^ 0b10_0101 };
    let mut weight = 1;
    let mut sum = 0;
    let mut terms = Vec::new();
    for symbol in &symbols {
        weight = times_x(weight);
        let term = (0..5)
            .filter(|bit| weight >> bit & 1 == 1)
            .fold(0, |term, bit| term ^ (0..bit).fold(*symbol, |value, _| times_x(value)));
        terms.push(format!("{symbol}·{weight}={term}"));
        sum ^= term;
    }
    for eight in terms.chunks(8) {
        out.note(&eight.join("  "));
    }
    let letter = char::from(alphabet[usize::from(sum)]);
    assert!(printed.ends_with(letter));
    out.note(&format!("sum {sum} = {letter}"));
    out.out
}

/// Writes the input of one HMAC and its output.
fn hmac(out: &mut Annotated, domain: &str, message: &[u8], label: &str) -> [u8; 32] {
    let parts = [domain.as_bytes(), &[0], NUMBER.as_bytes(), &[0], message];
    out.line(0, &parts[..2], &format!("{domain:?} 00"));
    out.line(0, &parts[2..4], &format!("{NUMBER:?} 00"));
    out.line(0, &parts[4..], label);
    let output = hmac_sha256(&CODE.0, &parts);
    out.line(1, &[&output], "HMAC-SHA-256 of these bytes, keyed by the code");
    output
}

/// Writes the input and the output of the HMAC of a text.
fn hmac_of_text(out: &mut Annotated, domain: &str, text: &str, label: &str) -> [u8; 32] {
    hmac(out, domain, text.as_bytes(), &format!("{text:?}: {label}"))
}

fn tags() -> String {
    let mut out = Annotated::default();
    let holder = fixture::holder();
    let hash = hmac_of_text(&mut out, "rastau/holder/2", holder.as_str(), "the identity number");
    let tag = HolderTag::new(&CODE, NUMBER, &holder).0;
    assert_eq!(hash[..12], tag);
    out.line(1, &[&tag], "holder tag: the first 12 bytes");
    let exact = hmac_of_text(&mut out, "rastau/name/2", &normalise(NAME), "the name");
    let mut hints: Vec<u8> = folded_words(NAME)
        .iter()
        .map(|word| {
            hmac_of_text(&mut out, "rastau/name-word/2", word, "a word in Russian spelling")[0].max(1)
        })
        .collect();
    assert_eq!(fold(NAME), fold(RUSSIAN_NAME));
    hints.resize(3, 0);
    hints.sort_unstable();
    let mask = hmac_of_text(&mut out, "rastau/name-mask/2", "", "the mask");
    let masked: Vec<u8> = hints.iter().zip(mask).map(|(hint, mask)| hint ^ mask).collect();
    let tag = NameTag::new(&CODE, NUMBER, NAME).0;
    assert_eq!([&exact[..5], &masked].concat(), tag);
    out.line(1, &[&tag], "name tag: 5 bytes of the name, 3 masked hints of its words");
    out.out
}

fn sealed() -> String {
    let mut out = Annotated::default();
    let sealed = Sealed::seal(&CODE, NUMBER, &fixture::attributes()).expect("attributes that fit");
    let parts: [&[u8]; 5] = [b"rastau/mask/1", &[0], NUMBER.as_bytes(), &[0], &sealed.check];
    let mask = hmac_sha256(&CODE.0, &parts);
    let plain: Vec<u8> = sealed.bytes.iter().zip(&mask).map(|(byte, mask)| byte ^ mask).collect();
    out.line(0, &[&plain], "the attributes:");
    let mut bits = Bits::new(&plain);
    let mut field = |widths: &[usize], what: &str| {
        widths.iter().for_each(|width| {
            bits.take(*width);
        });
        out.note(&format!("{:<20} {what}", bits.groups()));
    };
    field(&[2], "script of the tagged name: 1, Cyrillic");
    field(&[2, 6], "offer: class 0, index 0");
    field(&[2, 6], "accreditation: class 0, index 0");
    field(&[15], "issue date: days since 2000-01-01");
    field(&[1, 5], "exam date: 9 days before the issue date");
    field(&[1], "no skills");
    field(&[1], "validity: by the offer's term");
    assert_eq!(plain.len(), 42usize.div_ceil(8));
    let hash = hmac(&mut out, "rastau/sealed/1", &plain, "the attributes");
    assert_eq!(hash[..4], sealed.check);
    out.line(1, &[&sealed.check], "check: the first 4 bytes");
    assert_eq!(hmac(&mut out, "rastau/mask/1", &sealed.check, "the check"), mask);
    out.line(
        1,
        &[&sealed.bytes],
        "sealed attributes: XOR of the attributes with the first bytes of the mask",
    );
    out.out
}

/// The root hash of the documents segment, computed from its inputs.
fn page_hash(bundle: &Bundle) -> String {
    let (segment, pages) = &bundle.segments[0];
    let mut out = Annotated::default();
    out.line(0, &[b"rastau/page/1\0"], "\"rastau/page/1\" 00");
    out.line(0, &[&[1]], "kind: 1, documents");
    out.line(0, &[&[segment.height]], "level: 1, above the leaves");
    out.line(0, &[&segment.id.serial.to_be_bytes()], "serial");
    out.line(0, &[&2u32.to_be_bytes()], "page number");
    out.note("followed by the 4,096 bytes of the page; the SHA-256 of all of this:");
    let parts: [&[u8]; 5] = [b"rastau/page/1\0", &[1, 1], &[0, 0, 0, 1], &[0, 0, 0, 2], &pages[2]];
    let hash = rastau_core::crypto::sha256(&parts);
    assert_eq!(hash, segment.id.root);
    out.line(1, &[&hash], "root hash");
    out.out
}

/// The files of the bundle's directory and their sizes.
fn files(bundle: &Bundle) -> String {
    let line = |name: &str, bytes: &[u8]| format!("{name:<79} {:>6} bytes\n", bytes.len());
    let files = bundle.files();
    let lines: String = files.iter().map(|(name, bytes)| line(&name.to_string(), bytes)).collect();
    lines + &line("all of these as one file", &bundle.container)
}

/// The trusted state after the bundle was opened.
fn trusted_state(bundle: &Bundle) -> Vec<u8> {
    let pages = fixture::MemoryPages::of(bundle);
    let clock = fixture::time(fixture::CLOCK);
    let snapshot =
        Snapshot::open(&OpenOptions::pinned(&bundle.statements.roots[0].1, clock), &bundle.statements, pages);
    snapshot.expect("a valid bundle").trusted_state().write()
}
