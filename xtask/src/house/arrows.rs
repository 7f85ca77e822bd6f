//! House rule: crates depend along the arrows of the house only, so that the core stays free of everything else and a
//! binding never leans on another.

use super::{Finding, House};
use crate::repo::Member;

/// Who may depend on whom.
const ARROWS: &[(&str, &[&str])] = &[
    ("rastau-core", &[]),
    ("rastau-messages", &["rastau-core"]),
    ("rastau-store", &["rastau-core"]),
    ("rastau-registry", &["rastau-core"]),
    ("rastau", &["rastau-core", "rastau-messages", "rastau-store", "rastau-registry"]),
    ("rastau-wasm", &["rastau-core", "rastau-messages"]),
    ("rastau-ffi", &["rastau-core", "rastau-messages", "rastau-store"]),
    ("rastau-mobile", &["rastau-core", "rastau-messages", "rastau-store"]),
];

/// The corpus: a binding's own tests replay it, so a test may depend on it. Nothing else may.
const CORPUS: &str = "rastau-tests";

/// Crates that only look on: they may depend on anything, and nothing depends on them.
const ONLOOKERS: &[&str] = &["rastau-tests", "rastau-bench", "xtask", "rastau-bindgen"];

/// The crate whose own tests must not lean on the workspace either: they would be a way round in a circle.
const GROUND: &str = "rastau-core";

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.members.iter().flat_map(|member| arrows_of(member, &house.members)).collect()
}

fn arrows_of(member: &Member, members: &[Member]) -> Vec<Finding> {
    let finding = |what: String| Finding { path: member.manifest.clone(), line: 0, what, fails: true };
    let ours = member.dependencies.iter().filter(|other| members.iter().any(|m| m.name == other.name));
    if ONLOOKERS.contains(&member.name.as_str()) {
        return Vec::new();
    }
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == member.name) else {
        return vec![finding(format!("{} has no place in the table of arrows in {}", member.name, file!()))];
    };
    let stray = ours.filter(|other| {
        let onlooker = ONLOOKERS.contains(&other.name.as_str());
        let not_an_arrow = !allowed.contains(&other.name.as_str());
        if other.dev {
            (onlooker && other.name != CORPUS) || member.name == GROUND
        } else {
            onlooker || not_an_arrow
        }
    });
    stray
        .map(|other| {
            let how = if other.dev { " in its tests" } else { "" };
            finding(format!("{} depends on {}{how}, which is no arrow of the house", member.name, other.name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::repo::Dependency;

    fn found(arrows: &[(&str, &str, bool)]) -> Vec<String> {
        let names = ARROWS.iter().map(|(name, _)| *name).chain(ONLOOKERS.iter().copied());
        let names: BTreeSet<&str> = names.chain(arrows.iter().map(|(from, _, _)| *from)).collect();
        let member = |name: &&str| {
            let own = arrows.iter().filter(|(from, _, _)| from == name);
            let dependencies =
                own.map(|(_, to, dev)| Dependency { name: (*to).to_owned(), dev: *dev }).collect();
            Member { name: (*name).to_owned(), dependencies, ..Member::default() }
        };
        let house = House { members: names.iter().map(member).collect(), ..House::default() };
        check(&house).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn the_arrows_of_the_house_pass() {
        let good = [
            ("rastau-messages", "rastau-core", false),
            ("rastau", "rastau-registry", false),
            ("rastau-ffi", "rastau-store", false),
            ("rastau-tests", "rastau", false),
            ("xtask", "rastau-wasm", false),
            ("rastau-core", "serde", false),
            ("rastau-store", "rastau-registry", true),
            ("rastau", "rastau-tests", true),
        ];
        assert_eq!(found(&good), Vec::<String>::new());
    }

    #[test]
    fn every_other_arrow_is_found() {
        let bad = [
            ("rastau-core", "rastau-messages", false),
            ("rastau-core", "rastau-registry", true),
            ("rastau-messages", "rastau-store", false),
            ("rastau-registry", "rastau-messages", false),
            ("rastau-wasm", "rastau-ffi", false),
            ("rastau-mobile", "rastau-ffi", false),
            ("rastau-wasm", "rastau-store", false),
            ("rastau-store", "rastau-bench", true),
            ("rastau-store", "rastau-tests", false),
            ("rastau", "xtask", false),
        ];
        for arrow in bad {
            assert_eq!(found(&[arrow]).len(), 1, "{arrow:?}");
        }
    }

    #[test]
    fn a_crate_without_a_place_is_found() {
        assert!(found(&[("rastau-new", "serde", false)])[0].contains("rastau-new has no place"));
    }
}
