//! House rule: what the README tells people to run is what the CI runs, and the README says what the project does not do.

use super::{File, Finding, House};

/// The one test command.
const COMMAND: &str = "cargo xtask check";

pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in ["README.md", ".ci/run"] {
        match house.file(path) {
            None => findings.push(File::new(path, "").whole("is not there")),
            Some(file) if !runs(&file.text) => {
                findings.push(file.whole(format!("has no line that is the test command, `{COMMAND}`")));
            }
            Some(_) => {}
        }
    }
    let limitations = |file: &File| file.text.lines().any(|line| line.trim_end() == "## Limitations");
    if let Some(file) = house.file("README.md").filter(|file| !limitations(file)) {
        findings.push(file.whole("has no section `## Limitations`"));
    }
    findings
}

/// Whether a line is the command and nothing else, but for a prompt, `exec`, or a comment behind it.
fn runs(text: &str) -> bool {
    let mut lines = text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    lines.any(|line| line.trim_start_matches("$ ").trim_start_matches("exec ").trim_matches('`') == COMMAND)
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "# R\n```sh\ncargo xtask check   # the whole check\n```\n## Limitations\nMany.\n";
    const RUN: &str = "#!/usr/bin/env bash\nset -e\nexec cargo xtask check\n";

    fn found(readme: &str, run: &str) -> usize {
        check(&House::of(&[("README.md", readme), (".ci/run", run)])).len()
    }

    #[test]
    fn the_same_command_in_both_passes() {
        assert_eq!(found(README, RUN), 0);
        assert_eq!(found(README, "cargo xtask check\n"), 0);
    }

    #[test]
    fn a_differing_command_is_found() {
        assert_eq!(found(README, "cargo test\n"), 1);
        assert_eq!(found(README, "# cargo xtask check\n"), 1);
        assert_eq!(found(README, "cargo xtask check fmt\n"), 1);
        assert_eq!(found(&README.replace("cargo xtask check", "cargo test"), RUN), 1);
    }

    #[test]
    fn a_readme_without_limitations_is_found() {
        assert_eq!(found(&README.replace("## Limitations", ""), RUN), 1);
        assert_eq!(check(&House::default()).len(), 2);
    }
}
