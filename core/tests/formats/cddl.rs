//! Validates bytes against CDDL (RFC 8610) with the crate `cddl-cat`.
//!
//! `cddl-cat` 0.7 has no tags (`#6.n(…)`) and reads any CBOR encoding. This module adds both: it checks the tag of a rule
//! `name = #6.n(…)`, and `dcbor` checks that the encoding is deterministic. Other crates considered: `cddl` 0.10 has tags, but its CBOR
//! validator brings 43 more crates, two of them under a licence that `deny.toml` does not allow, and it allocates the length
//! that an embedded byte string claims before reading it.

use std::collections::BTreeMap;

use cddl_cat::cbor::validate_cbor;
use cddl_cat::context::{BasicContext, LookupContext};
use cddl_cat::flatten::flatten_from_str;
use coset::cbor::Value;
use dcbor::prelude::*;

pub(crate) struct Schema {
    rules: BasicContext,
    /// The tag of each tagged rule.
    tags: BTreeMap<String, u64>,
}

impl Schema {
    /// Parses CDDL in which a tag occurs only at the start of a rule that is on one line.
    pub(crate) fn parse(text: &str) -> Self {
        let mut tags = BTreeMap::new();
        let mut untagged = String::new();
        for line in text.lines() {
            match line.split_once(" = #6.") {
                Some((name, tagged)) => {
                    let (tag, item) = tagged.split_once('(').expect("a tagged item");
                    let item = item.strip_suffix(')').expect("a rule on one line");
                    tags.insert(name.to_string(), tag.parse().expect("a tag"));
                    untagged += &format!("{name} = {item}\n");
                }
                None => untagged += &format!("{line}\n"),
            }
        }
        let rules = flatten_from_str(&untagged).unwrap_or_else(|error| panic!("the CDDL: {error}"));
        Self { rules: BasicContext::new(rules), tags }
    }

    /// Whether `bytes` are one item that matches the rule, in deterministic CBOR.
    pub(crate) fn matches(&self, rule: &str, bytes: &[u8]) -> bool {
        let definition =
            self.rules.lookup_rule(rule).unwrap_or_else(|_| panic!("the CDDL has no rule {rule}"));
        let Ok(item) = CBOR::try_from_data(bytes) else { return false };
        let item = match (self.tags.get(rule), item.as_tagged_value()) {
            (None, None) => &item,
            (Some(tag), Some((found, envelope))) if found.value() == *tag => {
                if !embedded(envelope).all(|bytes| CBOR::try_from_data(bytes).is_ok()) {
                    return false;
                }
                envelope
            }
            _ => return false,
        };
        let value: Value = coset::cbor::from_reader(item.to_cbor_data().as_slice()).expect("CBOR");
        validate_cbor(definition, &value, &self.rules).is_ok()
    }
}

/// The byte strings of a `COSE_Sign1` or `COSE_Sign` that hold CBOR: the payload and the protected headers that are not empty.
fn embedded(envelope: &CBOR) -> impl Iterator<Item = &[u8]> {
    let members = envelope.as_array().unwrap_or_default();
    let signatures = members.get(3).and_then(CBOR::as_array).unwrap_or_default();
    let headers = signatures.iter().filter_map(|signature| signature.as_array()?.first());
    let holders = members.first().into_iter().chain(members.get(2)).chain(headers);
    holders.filter_map(CBOR::as_byte_string).filter(|bytes| !bytes.is_empty())
}

#[test]
fn tags_and_deterministic_encoding_are_checked() {
    let schema = Schema::parse(
        "sign1 = #6.18([bstr .cbor header, {}, bstr .cbor header, bstr])\n\
         sign = #6.98([bstr .size 0, {}, bstr .cbor header, [1*2 co-signature]])\n\
         co-signature = [bstr .cbor header, {}, bstr]\n\
         header = { 1: uint, * int => any }",
    );
    let cases: [(&str, &str, &[u8], bool); 14] = [
        ("an untagged rule", "header", b"\xa1\x01\x01", true),
        ("an unknown key", "header", b"\xa2\x01\x01\x02\x60", true),
        ("a known key with a value of another type", "header", b"\xa1\x01\x60", false),
        ("a missing key", "header", b"\xa0", false),
        ("a trailing byte", "header", b"\xa1\x01\x01\x00", false),
        ("a longer encoding", "header", b"\xa1\x01\x18\x01", false),
        ("a tag on an untagged rule", "header", b"\xd2\xa1\x01\x01", false),
        ("a COSE_Sign1", "sign1", b"\xd2\x84\x43\xa1\x01\x01\xa0\x43\xa1\x01\x01\x40", true),
        ("no tag", "sign1", b"\x84\x43\xa1\x01\x01\xa0\x43\xa1\x01\x01\x40", false),
        ("another tag", "sign1", b"\xd8\x62\x84\x43\xa1\x01\x01\xa0\x43\xa1\x01\x01\x40", false),
        (
            "a longer encoding in the header",
            "sign1",
            b"\xd2\x84\x44\xa1\x01\x18\x01\xa0\x43\xa1\x01\x01\x40",
            false,
        ),
        (
            "a longer encoding in the payload",
            "sign1",
            b"\xd2\x84\x43\xa1\x01\x01\xa0\x44\xa1\x01\x18\x01\x40",
            false,
        ),
        (
            "a COSE_Sign",
            "sign",
            b"\xd8\x62\x84\x40\xa0\x43\xa1\x01\x01\x81\x83\x43\xa1\x01\x01\xa0\x40",
            true,
        ),
        (
            "a longer encoding in the header of a signature",
            "sign",
            b"\xd8\x62\x84\x40\xa0\x43\xa1\x01\x01\x81\x83\x44\xa1\x01\x18\x01\xa0\x40",
            false,
        ),
    ];
    for (name, rule, bytes, expected) in cases {
        assert_eq!(schema.matches(rule, bytes), expected, "{name}");
    }
}
