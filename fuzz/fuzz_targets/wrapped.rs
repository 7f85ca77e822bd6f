//! How a document's text was written down. The first byte selects the document, each other one a change that people, scanners
//! and programs make. The document stays readable and the same.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::{Presented, Unverified};
use rastau_fuzz::inputs;

/// The texts of the corpus's documents, as written.
static DOCUMENTS: LazyLock<Vec<(String, Unverified)>> = LazyLock::new(|| {
    let texts = inputs().into_iter().map(|input| input.trim().to_owned());
    let documents = texts.filter_map(|text| Some((text.clone(), signed(&text)?)));
    documents.filter(|(text, document)| text.starts_with("RST1:") && document.repairs.is_empty()).collect()
});

fn signed(text: &str) -> Option<Unverified> {
    match Presented::read(text) {
        Ok(Presented::Signed(document)) => Some(*document),
        _ => None,
    }
}

/// Characters that are not seen: zero-width, soft hyphen, byte order mark, direction.
const INVISIBLE: [char; 6] = ['\u{200b}', '\u{ad}', '\u{feff}', '\u{200e}', '\u{2060}', '\u{200d}'];

/// The change of a byte. Its high bits select where.
fn changed(text: &str, change: u8) -> String {
    let place = usize::from(change >> 3);
    match change % 8 {
        0 => format!("\u{feff}{text}"),
        1 => format!("{text}{}", "\r\n".repeat(place)),
        2 => format!("\"{text}\""),
        3 => format!("QR: {text}"),
        4 => format!("]Q1{text}"),
        5 => text.to_lowercase(),
        6 => {
            let hidden = INVISIBLE[place % INVISIBLE.len()];
            let at = text.char_indices().map(|(at, _)| at).nth(place).unwrap_or(0);
            format!("{}{hidden}{}", &text[..at], &text[at..])
        }
        _ => format!("{text}\n{text}"),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let [which, changes @ ..] = bytes else { return };
    let (text, document) = &DOCUMENTS[usize::from(*which) % DOCUMENTS.len()];
    // More than these are not one person's doing, and the text has a maximum length.
    let mut doubled = false;
    let mut input = text.clone();
    for change in changes.iter().take(5) {
        if change % 8 == 7 && std::mem::replace(&mut doubled, true) {
            continue;
        }
        input = changed(&input, *change);
    }
    match signed(&input) {
        Some(read) => assert_eq!(read.claims, document.claims, "another document: {input:?}"),
        None => panic!("a genuine document cannot be read: {:?}: {input:?}", Presented::read(&input).err()),
    }
});
