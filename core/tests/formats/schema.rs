//! The CDDL describes the examples, and allows everything that the code's readers accept.

use rastau_core::codec::base45;
use rastau_core::codec::cose::{read_sign, read_sign1, write_sign};
use rastau_core::document::Claims;
use rastau_core::snapshot::rows::{
    AccreditationRef, Centre, IssuingKey, Offer, Profession, Qualification, Row, Scope, Skill, SkillList,
    WorkingYear, key,
};
use rastau_core::snapshot::statements::{Centres, FreshnessStatement, Manifest};
use rastau_core::snapshot::{MAX_STATEMENT, Root, TrustedState, container, root, tables};

use crate::cddl::Schema;
use crate::docs::{self, blocks, bytes};
use crate::fixture::{self, ACCREDITATION, CENTRE, Keys};

fn schema() -> Schema {
    Schema::parse(&docs::cddl())
}

#[test]
fn examples_match_their_rules() {
    let schema = schema();
    let with_rule: Vec<_> = blocks().into_iter().filter(|(_, block)| !block.rule.is_empty()).collect();
    assert!(with_rule.len() >= 6, "root, manifest, centres, fresh, document, trusted-state");
    for (name, block) in with_rule {
        assert!(schema.matches(&block.rule, &block.bytes()), "{name} does not match {}", block.rule);
        let mut longer = block.bytes();
        longer.push(0);
        assert!(!schema.matches(&block.rule, &longer), "{name} with a trailing byte");
    }
    let head = bytes("container");
    let length = container::index_length(head[..container::HEAD].try_into().unwrap()).unwrap();
    assert!(schema.matches("container-index", &head[container::HEAD..container::HEAD + length]));
}

/// Bytes of a rule and the code's reader of that rule, reduced to whether it accepts them.
struct Case {
    rule: &'static str,
    sample: Vec<u8>,
    accepts: fn(&[u8]) -> bool,
}

/// The payload of a statement of the example.
fn payload(name: &str) -> Vec<u8> {
    let envelope = bytes(name);
    match read_sign("sample", &envelope, MAX_STATEMENT) {
        Ok(sign) => sign.payload.to_vec(),
        Err(_) => read_sign1("sample", &envelope, 4096).unwrap().payload.to_vec(),
    }
}

/// The row of the example with a key, on the only page of a segment.
fn row(page: &str, key: Vec<u8>) -> Vec<u8> {
    tables::find(&bytes(page), &key).unwrap().expect("a row of the example").to_vec()
}

fn cases() -> Vec<Case> {
    // ASCII only: a changed byte must not make text that is not in NFC, which dcbor rejects and the core does not.
    let ascii = Claims { names: vec!["Synaqbaeva".into()], ..fixture::claims() };
    let document = base45::decode(&fixture::document_text(&ascii)[5..]).unwrap();
    let issuing_key = Keys::new().issuing.public().id();
    let case = |rule, sample, accepts| Case { rule, sample, accepts };
    vec![
        case("claims", ascii.write(), |bytes| Claims::read(bytes).is_ok()),
        case("document", document, |bytes| {
            read_sign1("document", bytes, 4096).is_ok_and(|envelope| Claims::read(envelope.payload).is_ok())
        }),
        case("manifest-content", payload("manifest"), |bytes| Manifest::read(bytes).is_ok()),
        case("centres-content", payload("centres"), |bytes| Centres::read(bytes).is_ok()),
        case("fresh-content", payload("fresh"), |bytes| FreshnessStatement::read(bytes).is_ok()),
        case("trusted-state", bytes("trusted-state"), |bytes| TrustedState::read(bytes).is_ok()),
        case("profession", fixture::full_profession().to_bytes(), |bytes| {
            Profession::from_bytes(bytes).is_ok()
        }),
        case("qualification", row("tables-0", key::qualification("7212-1", "2017", "7212-1-4")), |bytes| {
            Qualification::from_bytes(bytes).is_ok()
        }),
        case("skill", row("tables-0", key::skill("7212-1", "2017", "S1")), |bytes| {
            Skill::from_bytes(bytes).is_ok()
        }),
        case("issuing-key", row("tables-0", key::issuing_key(issuing_key)), |bytes| {
            IssuingKey::from_bytes(bytes).is_ok()
        }),
        case("offer", row("tables-0", key::offer(0)), |bytes| Offer::from_bytes(bytes).is_ok()),
        case("accreditation-ref", row("tables-0", key::accreditation(0)), |bytes| {
            AccreditationRef::from_bytes(bytes).is_ok()
        }),
        case("skill-list", row("tables-0", key::skill_list(0)), |bytes| SkillList::from_bytes(bytes).is_ok()),
        case("working-year", row("tables-0", key::working_year(2023)), |bytes| {
            WorkingYear::from_bytes(bytes).is_ok()
        }),
        case("centre", fixture::full_centre().to_bytes(), |bytes| Centre::from_bytes(bytes).is_ok()),
        case("scope", row("centres-0", key::scope(CENTRE, ACCREDITATION, "7212-1")), |bytes| {
            Scope::from_bytes(bytes).is_ok()
        }),
    ]
}

/// Sets each byte of a sample of each rule to each value. The CDDL must allow every result that the code's reader accepts.
#[test]
fn the_cddl_allows_everything_the_readers_accept() {
    let schema = schema();
    for Case { rule, sample, accepts } in cases() {
        assert!(schema.matches(rule, &sample), "{rule}");
        let mut accepted = 0;
        for at in 0..sample.len() {
            for value in 0..=u8::MAX {
                let mut changed = sample.clone();
                changed[at] = value;
                if accepts(&changed) {
                    accepted += 1;
                    assert!(
                        schema.matches(rule, &changed),
                        "{rule}: the reader accepts {value:02x} at {at}, the CDDL does not"
                    );
                }
            }
        }
        assert!(accepted > sample.len(), "{rule}: only {accepted} changed samples were accepted");
    }
}

/// The same for roots: that of the example, and one with every field in use. The reader checks a root's own signature, so
/// each bit is flipped and the root signed again.
#[test]
fn the_cddl_allows_every_root_the_reader_accepts() {
    for sample in [payload("root"), fixture::full_root().write()] {
        check_root(&sample);
    }
}

fn check_root(sample: &[u8]) {
    let schema = schema();
    assert!(schema.matches("root-content", sample));
    let key = Keys::new().root;
    let mut accepted = 0;
    for bit in 0..sample.len() * 8 {
        let mut changed = sample.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        let signed = write_sign(&changed, &[key.co_sign(&changed, root::CONTEXT)]);
        let sign = read_sign("root", &signed, MAX_STATEMENT).unwrap();
        if Root::from_sign(&sign).is_ok() {
            accepted += 1;
            assert!(schema.matches("root-content", &changed) && schema.matches("root", &signed), "bit {bit}");
        }
    }
    assert!(accepted > 50, "the register's name, the version and the expiry may change: {accepted} accepted");
}
