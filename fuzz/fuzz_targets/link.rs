//! A web address that may contain a document: an origin, a line feed, and the address. Whatever the address leads to, the
//! answer is that of the document alone.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::link::Origin;
use rastau_core::document::text::{Presented, as_link};
use rastau_core::error::ReadError;
use rastau_fuzz::inputs;
use rastau_messages::{Lang, presented_error, read_error};

static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = inputs().into_iter().map(|input| input.trim().to_owned());
    texts.filter(|text| text.starts_with("RST1:") && Presented::read(text).is_ok()).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((origin, address)) = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once('\n'))
    else {
        return;
    };
    let origin = Origin::parse(origin);
    match Presented::read_for(address, origin.as_ref()) {
        Ok(Presented::Typed(_)) => {}
        Ok(Presented::Signed(document)) => {
            // The same signed bytes as a link of any register are the same document.
            let other = Origin::parse("https://register.example").expect("not an origin");
            if let Ok(link) = as_link(address.trim(), &other) {
                assert_eq!(
                    Presented::read(&link).map(|read| read.number().to_owned()),
                    Ok(document.claims.number)
                );
            }
        }
        Err(error) => {
            for lang in Lang::ALL {
                for text in [read_error(&error, lang), presented_error(&error, lang)] {
                    assert!(!text.is_empty());
                    // A short word may be in the sentence by chance.
                    let quoted = address.len() > 40 && text.contains(address);
                    assert!(!quoted || !matches!(error, ReadError::Foreign(_)), "another code is quoted");
                }
            }
        }
    }
    // Every genuine document is readable at every origin.
    let Some(origin) = origin else { return };
    let text = &DOCUMENTS[bytes.len() % DOCUMENTS.len()];
    let link = as_link(text, &origin).expect("a document has no link");
    assert_eq!(
        Presented::read_for(&link, Some(&origin)).expect("a link cannot be read").number(),
        Presented::read(text).expect("not a document").number()
    );
});
