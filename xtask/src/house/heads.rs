//! House rule: `core` and `messages` say at their head that they have no unsafe code, no standard library, and no way to
//! panic outside of tests. Input comes from strangers: it must not be able to stop the program that checks it.

use super::{File, Finding, House};
use crate::rust;

/// Where the heads are.
const HEADS: &[&str] = &["core/src/lib.rs", "messages/src/lib.rs"];

/// What is denied there, outside of tests.
const PANICS: &[&str] = &[
    "clippy::indexing_slicing",
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::arithmetic_side_effects",
];

pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in HEADS {
        match house.file(path) {
            Some(file) => findings.extend(head(file)),
            None => findings.push(File::new(path, "").whole("is not there")),
        }
    }
    findings.extend(house.live(&["core/src/", "messages/src/"]).flat_map(exceptions));
    findings
}

fn head(file: &File) -> Vec<Finding> {
    let attributes = attributes(&file.code);
    let one_of = |choices: &[&str]| attributes.iter().any(|attribute| choices.contains(&attribute.as_str()));
    let denied = |lint: &&&str| {
        let denying = ["deny(", "forbid(", "cfg_attr(not(test),deny(", "cfg_attr(not(test),forbid("];
        let has = |attribute: &String| {
            denying.iter().any(|begin| attribute.starts_with(begin))
                && attribute.split(['(', ')', ',']).any(|word| word == **lint)
        };
        attributes.iter().any(has)
    };
    let mut missing = Vec::new();
    if !one_of(&["forbid(unsafe_code)"]) {
        missing.push(file.whole("the head lacks #![forbid(unsafe_code)]"));
    }
    if !one_of(&["no_std", "cfg_attr(not(test),no_std)"]) {
        missing.push(file.whole("the head lacks #![no_std]"));
    }
    let lints = PANICS.iter().filter(|lint| !denied(lint));
    missing.extend(lints.map(|lint| file.whole(format!("the head does not deny {lint}"))));
    missing
}

/// The insides of `#![…]`, without white space.
fn attributes(code: &str) -> Vec<String> {
    let ends = code.match_indices("#![").map(|(at, mark)| &code[at + mark.len()..]);
    ends.filter_map(|rest| {
        let mut depth = 1_usize;
        let end = rest.bytes().position(|byte| {
            match byte {
                b'[' => depth += 1,
                b']' => depth -= 1,
                _ => {}
            }
            depth == 0
        })?;
        Some(rest[..end].split_whitespace().collect::<String>().replace(",)", ")"))
    })
    .collect()
}

/// A lint switched off again further down is accepted only with its reason.
fn exceptions(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for word in ["allow(", "expect("] {
        for at in rust::words(&file.live, word) {
            let attribute = file.live[at..].split(']').next().unwrap_or_default();
            let before = file.live[..at].trim_end();
            let is_attribute = before.ends_with('[') || before.ends_with(',');
            let named = PANICS.iter().find(|lint| attribute.contains(**lint));
            if let Some(lint) = named.filter(|_| is_attribute && !attribute.contains("reason")) {
                findings.push(file.at(at, format!("{lint} is switched off without a `reason = …`")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "//! About.\n#![cfg_attr(not(test), no_std)]\n#![forbid(unsafe_code)]\n#![cfg_attr(\n    \
        not(test),\n    deny(\n        clippy::indexing_slicing,\n        clippy::unwrap_used,\n        \
        clippy::expect_used,\n        clippy::panic,\n        clippy::arithmetic_side_effects,\n    )\n)]\n";

    fn found(text: &str) -> Vec<String> {
        let house = House::of(&[("core/src/lib.rs", text), ("messages/src/lib.rs", GOOD)]);
        check(&house).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_whole_head_passes() {
        assert_eq!(found(GOOD), Vec::<String>::new());
        assert_eq!(found(&GOOD.replace("cfg_attr(not(test), no_std)", "no_std")), Vec::<String>::new());
    }

    #[test]
    fn each_missing_line_is_found() {
        let mut lines = PANICS.to_vec();
        lines.extend(["#![forbid(unsafe_code)]", "#![cfg_attr(not(test), no_std)]"]);
        for line in lines {
            assert_eq!(found(&GOOD.replace(line, "")).len(), 1, "{line}");
        }
        assert_eq!(found(&GOOD.replace("deny(", "warn(")).len(), PANICS.len());
        assert_eq!(found(&GOOD.replace("not(test)", "test")).len(), PANICS.len() + 1);
        assert_eq!(found(&GOOD.replace("#![forbid(unsafe_code)]", "// #![forbid(unsafe_code)]")).len(), 1);
    }

    #[test]
    fn a_crate_that_is_not_there_is_found() {
        assert_eq!(check(&House::of(&[("core/src/lib.rs", GOOD)])).len(), 1);
    }

    #[test]
    fn an_exception_needs_its_reason() {
        let with = |line: &str| found(&format!("{GOOD}{line}"));
        assert_eq!(with("#[allow(clippy::panic)]\nfn f() {}").len(), 1);
        assert_eq!(with("#[expect(clippy::panic, clippy::unwrap_used)]\nfn f() {}").len(), 1);
        assert_eq!(with("#[allow(clippy::panic, reason = \"why\")]\nfn f() {}").len(), 0);
        assert_eq!(with("#[cfg(test)]\n#[allow(clippy::panic)]\nmod t {}").len(), 0);
    }
}
