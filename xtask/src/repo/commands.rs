//! The command that the README gives for testing is the one that the CI runs. The README lists the limitations.

use super::{Finding, Repository};

/// The command that runs every check.
const COMMAND: &str = "cargo xtask check";

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in ["README.md", ".ci/run"] {
        match repository.file(path) {
            None => findings.push(Finding::new(path, "file not found")),
            Some(file) if !runs_command(&file.text) => {
                findings.push(file.finding(format!("expected a line with the command `{COMMAND}`")));
            }
            Some(_) => {}
        }
    }
    let readme = repository.file("README.md");
    if let Some(file) =
        readme.filter(|file| !file.lines().any(|(_, line)| line.trim_end() == "## Limitations"))
    {
        findings.push(file.finding("expected a section `## Limitations`"));
    }
    findings
}

/// Returns whether a line is the command alone, apart from a prompt, `exec` or a comment after it.
fn runs_command(text: &str) -> bool {
    let mut lines = text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    lines.any(|line| line.trim_start_matches("$ ").trim_start_matches("exec ").trim_matches('`') == COMMAND)
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "# R\n```sh\ncargo xtask check   # every check\n```\n## Limitations\nMany.\n";
    const RUN: &str = "#!/usr/bin/env bash\nset -e\nexec cargo xtask check\n";

    fn findings(readme: &str, run: &str) -> usize {
        check(&Repository::of(&[("README.md", readme), (".ci/run", run)])).len()
    }

    #[test]
    fn accepts_the_same_command_in_both() {
        assert_eq!(findings(README, RUN), 0);
        assert_eq!(findings(README, "cargo xtask check\n"), 0);
    }

    #[test]
    fn rejects_another_command() {
        assert_eq!(findings(README, "cargo test\n"), 1);
        assert_eq!(findings(README, "# cargo xtask check\n"), 1);
        assert_eq!(findings(README, "cargo xtask check fmt\n"), 1);
        assert_eq!(findings(&README.replace("cargo xtask check", "cargo test"), RUN), 1);
    }

    #[test]
    fn rejects_a_readme_without_limitations() {
        assert_eq!(findings(&README.replace("## Limitations", ""), RUN), 1);
        assert_eq!(check(&Repository::default()).len(), 2);
    }
}
