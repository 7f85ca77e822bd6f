//! Tests of the web address with a document.

use super::*;
use crate::document::link::Origin;
use crate::document::text::as_link;
use crate::verdict::LinkTarget;

/// The verdict on the valid document as a link at `origin`, with the origin that the register signs.
fn linked(origin: &str, signed: Option<&str>) -> Verdict {
    let case = Case::valid();
    let link = as_link(&case.text(), &Origin::parse(origin).unwrap()).unwrap();
    let mut bundle = case.register.bundle();
    bundle.manifest.link = signed.map(|signed| Origin::parse(signed).unwrap());
    let snapshot = bundle.open(None).unwrap();
    verify(&snapshot, &Presented::read(&link).unwrap(), &case.question)
}

/// The address is compared with the signed origin and never changes the answer.
#[test]
fn the_address_is_compared_with_the_signed_origin() {
    let own = "https://register.example:8443";
    for (origin, signed, leads) in [
        (own, Some(own), LinkTarget::Register),
        ("https://register.example", Some(own), LinkTarget::AnotherSite),
        ("https://register.example:8444", Some(own), LinkTarget::AnotherSite),
        ("https://registers.example:8443", Some(own), LinkTarget::AnotherSite),
        ("https://xn--rgister-9tb.example:8443", Some(own), LinkTarget::AnotherSite),
        (own, None, LinkTarget::Unstated),
    ] {
        let verdict = linked(origin, signed);
        assert_eq!((verdict.outcome(), verdict.link), (Outcome::Valid, Some(leads)), "{origin}");
        let note = format!(r#""link":"{}","#, leads.name());
        assert!(verdict.to_json().contains(&note), "{origin}");
    }
    let text = after(|_| {});
    assert_eq!(text.link, None);
    assert!(!text.to_json().contains("\"link\""));
}
