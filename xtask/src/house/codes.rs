//! House rule: a numbered code is never reused, and its mapping is exhaustive. A function that turns a variant into a
//! number has no arm that catches everything: a new variant must not take another's number unseen.

use super::{File, Finding, House};
use crate::rust;

/// What such a function returns. One that reads a number back cannot do without a last arm, and is not meant.
const NUMBERS: &[&str] = &["u8", "u16", "u32", "u64", "i8", "i16", "i32", "c_int", "ExitCode"];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.live(&[""]).flat_map(catching).collect()
}

fn catching(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for at in rust::words(&file.live, "fn") {
        let rest = &file.live[at + 2..];
        let Some((head, _)) = rest.split_once(['{', ';']).filter(|(head, _)| is_code(head)) else { continue };
        let begin = at + 2 + head.len();
        let body = rust::braces(&file.live[begin..]);
        let arms = body.match_indices("=>").filter(|(arrow, _)| catches_all(&body[..*arrow]));
        findings.extend(arms.map(|(arrow, _)| {
            file.at(begin + 1 + arrow, "an arm for everything in a mapping to numbers: name every variant")
        }));
    }
    findings
}

/// Whether `name(…) -> …` is a function named for a code that gives a number.
fn is_code(head: &str) -> bool {
    let name = head.split(['(', '<']).next().unwrap_or_default().trim();
    let result = head.rsplit_once("->").map_or("", |(_, result)| result.trim());
    let result = result.rsplit("::").next().unwrap_or_default();
    (name == "code" || name.ends_with("_code")) && NUMBERS.contains(&result)
}

/// Whether the last alternative before an arrow is `_` or a bare name, which matches whatever comes.
fn catches_all(before: &str) -> bool {
    let before = before.trim_end();
    let begin = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
    let name = &before[begin..];
    let alone = before[..begin].trim_end().ends_with([',', '{', '}', '|']);
    alone && name.starts_with(|c: char| c == '_' || c.is_lowercase()) && !["true", "false"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        check(&House::of(&[("core/src/error.rs", text)])).len()
    }

    #[test]
    fn exhaustive_mappings_and_other_functions_pass() {
        let good = [
            "fn code(&self) -> u16 { match self { Self::A => 1, Self::B(inner) => inner.code(), E::C { .. } => 3 } }",
            "const fn exit_code(o: Outcome) -> std::process::ExitCode { match o { A | B => X, C(_) => Y } }",
            "fn from_code(n: u16) -> Option<E> { match n { 1 => Some(A), _ => None } }",
            "fn code(&self) -> Option<u8> { match self { _ => None } }",
            "fn name(&self) -> u8 { match self { _ => 0 } }",
            "trait T { fn code(&self) -> u8; }\nfn other() { match x { _ => 0 } }",
            "fn code(self) -> u8 { match self.flag { true => 1, false => 0 } }",
        ];
        for text in good {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn an_arm_for_everything_is_found() {
        let bad = [
            "fn code(&self) -> u16 { match self { Self::A => 1, _ => 2 } }",
            "fn code(&self) -> u16 { match self { Self::A => 1, Self::B | _ => 2 } }",
            "pub const fn exit_code(o: Outcome) -> u8 { match o { A => 1, other => 2 } }",
            "fn status_code(o: O) -> core::ffi::c_int { match o { A => { 1 }\n _ => 2 } }",
        ];
        for text in bad {
            assert_eq!(found(text), 1, "{text}");
        }
    }
}
