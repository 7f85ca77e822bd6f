//! House rule: absence is never success. A `Verdict` cannot come about by default, and cannot be dropped unseen.

use super::{File, Finding, House};
use crate::rust;

const TYPE: &str = "pub struct Verdict";

pub(super) fn check(house: &House) -> Vec<Finding> {
    let files: Vec<&File> = house.live(&["core/src/"]).collect();
    let mut findings: Vec<Finding> = files.iter().flat_map(|file| definitions(file)).flatten().collect();
    let defined: usize = files.iter().map(|file| rust::words(&file.live, TYPE).count()).sum();
    if defined != 1 {
        let what = format!("`{TYPE}` is defined {defined} times, expected once");
        findings.push(File::new("core/src/", "").whole(what));
    }
    findings.extend(files.iter().flat_map(|file| defaults(file)));
    findings
}

/// What is wrong with each definition in the file.
fn definitions(file: &File) -> Vec<Vec<Finding>> {
    let one = |at: usize| {
        let begin = file.live[..at].rfind([';', '}']).map_or(0, |end| end + 1);
        let attributes = &file.live[begin..at];
        let mut findings = Vec::new();
        if rust::words(attributes, "must_use").next().is_none() {
            findings.push(file.at(at, "Verdict is not #[must_use]"));
        }
        if rust::words(attributes, "Default").next().is_some() {
            findings.push(file.at(at, "Verdict derives Default"));
        }
        findings
    };
    rust::words(&file.live, TYPE).map(one).collect()
}

fn defaults(file: &File) -> Vec<Finding> {
    let places = rust::words(&file.live, "Default for Verdict");
    places.map(|at| file.at(at, "Verdict has a Default")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        check(&House::of(&[("core/src/verdict.rs", text)])).len()
    }

    #[test]
    fn a_verdict_that_must_be_looked_at_passes() {
        assert_eq!(
            found("struct A;\n/// Doc.\n#[must_use]\n#[derive(Debug, Clone)]\npub struct Verdict {\n}"),
            0
        );
        assert_eq!(found("#[must_use = \"why\"]\npub struct Verdict<'a> {}\npub struct VerdictParts;"), 0);
    }

    #[test]
    fn what_breaks_it_is_found() {
        assert_eq!(found("#[must_use]\npub struct A;\npub struct Verdict {}"), 1);
        assert_eq!(found("#[must_use]\n#[derive(Debug, Default)]\npub struct Verdict {}"), 1);
        assert_eq!(
            found("#[must_use]\npub struct Verdict {}\nimpl core::default::Default for Verdict {}"),
            1
        );
        assert_eq!(found("// #[must_use]\npub struct Verdict {}"), 1);
        assert_eq!(found("pub enum Answer {}"), 1);
    }
}
