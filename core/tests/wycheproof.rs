//! The published Wycheproof suites, every case of them, against [`PublicKey::verifies`]. Where our answer is another one
//! than the suite's, the case stands in `suites/wycheproof/exceptions.txt` with the reason; a divergence that is not
//! listed fails, and so does a listed one that does not diverge.

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

    /// No suite read here calls a case acceptable today. Such a signature is one that a strict verifier refuses.
    fn diverges(&self) -> bool {
        self.accepts(&self.signature) != matches!(self.result, TestResult::Valid)
    }
}

fn ed25519() -> Vec<Case> {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).expect("the suite is read");
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
    let set = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363).expect("the suite is read");
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

/// The suite spells its keys uncompressed (04, x, y), which we refuse: 02 or 03 by the parity of y, then x.
fn compressed(key: &[u8]) -> Vec<u8> {
    let [4, point @ ..] = key else { panic!("not an uncompressed point: {key:02x?}") };
    let (x, y) = point.split_at(32);
    assert_eq!(y.len(), 32);
    [&[2 + (y[31] & 1)], x].concat()
}

/// What `exceptions.txt` says of one suite.
struct Listed {
    cases: usize,
    /// Reasons by tcId.
    exceptions: BTreeMap<usize, &'static str>,
}

fn listed(suite: &str) -> Listed {
    let lines = EXCEPTIONS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut suites = BTreeMap::new();
    let (mut name, mut reason) = ("", "");
    for line in lines {
        if let Some(head) = line.strip_prefix("suite ") {
            let (suite, cases) = head.split_once(": ").expect("suite NAME: COUNT");
            (name, reason) = (suite, "");
            let new = Listed { cases: cases.parse().expect("a count"), exceptions: BTreeMap::new() };
            assert!(suites.insert(suite, new).is_none(), "{suite} stands twice");
        } else if let Some(words) = line.strip_prefix("reason ") {
            reason = words;
        } else {
            assert!(!reason.is_empty(), "{name}: cases without a reason: {line}");
            let exceptions = &mut suites.get_mut(name).expect("a suite above").exceptions;
            for id in line.split_whitespace() {
                let id = id.parse().unwrap_or_else(|_| panic!("{name}: not a tcId: {id}"));
                assert!(exceptions.insert(id, reason).is_none(), "{name}: {id} stands twice");
            }
        }
    }
    suites.remove(suite).unwrap_or_else(|| panic!("exceptions.txt does not know {suite}"))
}

fn compare(suite: &str, cases: &[Case]) {
    let listed = listed(suite);
    let ids: BTreeSet<usize> = cases.iter().map(|case| case.id).collect();
    assert_eq!(ids.len(), cases.len(), "{suite}: a tcId stands twice");
    assert_eq!(cases.len(), listed.cases, "{suite}: another number of cases than exceptions.txt says");
    assert!(!cases.is_empty(), "{suite}: no case at all");

    let diverging = cases.iter().filter(|case| case.diverges());
    let found: BTreeMap<usize, TestResult> = diverging.map(|case| (case.id, case.result)).collect();
    let unlisted: Vec<_> = found.iter().filter(|(id, _)| !listed.exceptions.contains_key(id)).collect();
    assert!(unlisted.is_empty(), "{suite}: our answer is another one than the suite's: {unlisted:?}");
    let stale: Vec<_> = listed.exceptions.iter().filter(|(id, _)| !found.contains_key(id)).collect();
    assert!(stale.is_empty(), "{suite}: listed, but we say the same as the suite: {stale:?}");
}

#[test]
fn ed25519_says_what_the_suite_says() {
    compare("ed25519", &ed25519());
}

#[test]
fn p256_says_what_the_suite_says() {
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
    assert!(!borrow, "not below the order");
    out
}

/// Of the two spellings of a valid signature, (r, s) and (r, n − s), the one with the lower s is accepted. So the listed
/// cases are refused for their high s and for nothing else, and what they are there to try is tried all the same.
#[test]
fn p256_accepts_the_lower_of_both_spellings() {
    let exceptions = listed("ecdsa_secp256r1_sha256_p1363").exceptions;
    let cases = p256();
    let valid = cases.iter().filter(|case| case.result == TestResult::Valid);
    let mut high = BTreeSet::new();
    for case in valid {
        let (r, s) = case.signature.split_at(32);
        let other = negated(s);
        if s > other.as_slice() {
            high.insert(case.id);
        }
        let mut spellings = [s, &other];
        spellings.sort_unstable();
        let answers = spellings.map(|s| case.accepts(&[r, s].concat()));
        assert_eq!(answers, [true, false], "tcId {}", case.id);
    }
    assert_eq!(high, exceptions.keys().copied().collect());
}
