//! Runs every case of the published Wycheproof suites against [`PublicKey::verifies`].
//!
//! `suites/wycheproof/exceptions.txt` lists the cases in which the result differs from the suite's, with the reason. A
//! divergence that is not listed is a failure, and so is a listed case that does not diverge.

use std::collections::{BTreeMap, BTreeSet};

use rastau_core::crypto::{Algorithm, PublicKey};
use wycheproof::{TestResult, ecdsa, eddsa};

const EXCEPTIONS: &str = include_str!("suites/wycheproof/exceptions.txt");

/// The order of P-256's group, big-endian (SEC 2, 2.4.2).
const P256_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc,
    0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

struct Case {
    id: usize,
    key: PublicKey,
    message: Vec<u8>,
    signature: Vec<u8>,
    result: TestResult,
}

impl Case {
    fn accepts(&self, signature: &[u8]) -> bool {
        self.key.verifies(self.key.algorithm, &self.message, signature)
    }

    /// Whether our result differs from the suite's. A strict verifier rejects a signature that the suite calls acceptable;
    /// neither suite has such a case today.
    fn diverges(&self) -> bool {
        self.accepts(&self.signature) != matches!(self.result, TestResult::Valid)
    }
}

fn ed25519() -> Vec<Case> {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).expect("a readable suite");
    let mut cases = Vec::new();
    for group in set.test_groups {
        let key = PublicKey { algorithm: Algorithm::Ed25519.cose(), bytes: group.key.pk.to_vec() };
        cases.extend(group.tests.into_iter().map(|test| Case {
            id: test.tc_id,
            key: key.clone(),
            message: test.msg.to_vec(),
            signature: test.sig.to_vec(),
            result: test.result,
        }));
    }
    assert_eq!(cases.len(), set.number_of_tests);
    cases
}

fn p256() -> Vec<Case> {
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363).expect("a readable suite");
    let mut cases = Vec::new();
    for group in set.test_groups {
        let key = PublicKey { algorithm: Algorithm::Esp256.cose(), bytes: compressed(&group.key.key) };
        cases.extend(group.tests.into_iter().map(|test| Case {
            id: test.tc_id,
            key: key.clone(),
            message: test.msg.to_vec(),
            signature: test.sig.to_vec(),
            result: test.result,
        }));
    }
    assert_eq!(cases.len(), set.number_of_tests);
    cases
}

/// Compresses a key: 02 or 03 by the parity of y, then x. The suite's keys are uncompressed (04, x, y), which we reject.
fn compressed(key: &[u8]) -> Vec<u8> {
    let [4, point @ ..] = key else { panic!("not an uncompressed point: {key:02x?}") };
    let (x, y) = point.split_at(32);
    assert_eq!(y.len(), 32);
    [&[2 + (y[31] & 1)], x].concat()
}

/// The exceptions of one suite, from `exceptions.txt`.
struct Exceptions {
    /// The number of cases that the suite has.
    cases: usize,
    /// Reasons by tcId.
    reasons: BTreeMap<usize, &'static str>,
}

fn exceptions(suite: &str) -> Exceptions {
    let lines = EXCEPTIONS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut suites = BTreeMap::new();
    let (mut name, mut reason) = ("", "");
    for line in lines {
        if let Some(head) = line.strip_prefix("suite ") {
            let (suite, cases) = head.split_once(": ").expect("suite NAME: COUNT");
            (name, reason) = (suite, "");
            let new = Exceptions { cases: cases.parse().expect("a count"), reasons: BTreeMap::new() };
            assert!(suites.insert(suite, new).is_none(), "duplicate suite {suite}");
        } else if let Some(text) = line.strip_prefix("reason ") {
            reason = text;
        } else {
            assert!(!reason.is_empty(), "{name}: cases without a reason: {line}");
            let reasons = &mut suites.get_mut(name).expect("a suite above").reasons;
            for id in line.split_whitespace() {
                let id = id.parse().unwrap_or_else(|_| panic!("{name}: not a tcId: {id}"));
                assert!(reasons.insert(id, reason).is_none(), "{name}: duplicate tcId {id}");
            }
        }
    }
    suites.remove(suite).unwrap_or_else(|| panic!("exceptions.txt has no suite {suite}"))
}

fn compare(suite: &str, cases: &[Case]) {
    let exceptions = exceptions(suite);
    let ids: BTreeSet<usize> = cases.iter().map(|case| case.id).collect();
    assert_eq!(ids.len(), cases.len(), "{suite}: duplicate tcId");
    assert_eq!(cases.len(), exceptions.cases, "{suite}: the number of cases differs from exceptions.txt");
    assert!(!cases.is_empty(), "{suite}: no cases");

    let diverging = cases.iter().filter(|case| case.diverges());
    let found: BTreeMap<usize, TestResult> = diverging.map(|case| (case.id, case.result)).collect();
    let unlisted: Vec<_> = found.iter().filter(|(id, _)| !exceptions.reasons.contains_key(id)).collect();
    assert!(
        unlisted.is_empty(),
        "{suite}: results that differ from the suite and are not listed: {unlisted:?}"
    );
    let stale: Vec<_> = exceptions.reasons.iter().filter(|(id, _)| !found.contains_key(id)).collect();
    assert!(stale.is_empty(), "{suite}: listed, but the result is the suite's: {stale:?}");
}

#[test]
fn ed25519_matches_the_suite() {
    compare("ed25519", &ed25519());
}

#[test]
fn p256_matches_the_suite() {
    compare("ecdsa_secp256r1_sha256_p1363", &p256());
}

/// `n − s` for an `s` below the order.
fn negated(s: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    let mut borrow = false;
    for at in (0..32).rev() {
        let (digit, first) = P256_ORDER[at].overflowing_sub(s[at]);
        let (digit, second) = digit.overflowing_sub(u8::from(borrow));
        (out[at], borrow) = (digit, first || second);
    }
    assert!(!borrow, "s must be below the order");
    out
}

/// A valid signature has two forms, (r, s) and (r, n − s). Only the form with the lower s is accepted. The listed cases are
/// therefore rejected for their high s and for no other reason, and what they test is tested with the other form.
#[test]
fn p256_accepts_only_the_form_with_the_lower_s() {
    let exceptions = exceptions("ecdsa_secp256r1_sha256_p1363").reasons;
    let cases = p256();
    let valid = cases.iter().filter(|case| case.result == TestResult::Valid);
    let mut high = BTreeSet::new();
    for case in valid {
        let (r, s) = case.signature.split_at(32);
        let other = negated(s);
        if s > other.as_slice() {
            high.insert(case.id);
        }
        let mut forms = [s, &other];
        forms.sort_unstable();
        let accepted = forms.map(|s| case.accepts(&[r, s].concat()));
        assert_eq!(accepted, [true, false], "tcId {}", case.id);
    }
    assert_eq!(high, exceptions.keys().copied().collect());
}
