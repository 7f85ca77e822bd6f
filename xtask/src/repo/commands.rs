//! The command that the README gives for testing is the one that `.ci/run` runs, and the workflow runs `.ci/run`. The README
//! lists the limitations.

use super::{Finding, Repository};

/// The command that runs every check.
const COMMAND: &str = "cargo xtask check";
/// The files that must run a command, each with the command.
const COMMANDS: [(&str, &str); 3] =
    [("README.md", COMMAND), (".ci/run", COMMAND), (".github/workflows/check.yml", "bash .ci/run")];

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, command) in COMMANDS {
        match repository.file(path) {
            None => findings.push(Finding::new(path, "file not found")),
            Some(file) if !runs(&file.text, command) => {
                findings.push(file.finding(format!("expected a line with the command `{command}`")));
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
fn runs(text: &str, command: &str) -> bool {
    let mut lines = text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    lines.any(|line| line.trim_start_matches("$ ").trim_start_matches("exec ").trim_matches('`') == command)
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "# R\n```sh\ncargo xtask check   # every check\n```\n## Limitations\nMany.\n";
    const RUN: &str = "#!/usr/bin/env bash\nset -e\nexec cargo xtask check\n";

    const WORKFLOW: &str = "steps:\n  - run: |\n      bash .ci/run\n";

    fn findings_with(readme: &str, run: &str, workflow: &str) -> usize {
        let files = [("README.md", readme), (".ci/run", run), (".github/workflows/check.yml", workflow)];
        check(&Repository::of(&files)).len()
    }

    fn findings(readme: &str, run: &str) -> usize {
        findings_with(readme, run, WORKFLOW)
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
    fn rejects_a_workflow_that_does_not_run_the_script() {
        for workflow in ["", "      cargo xtask check\n", "      # bash .ci/run\n", "      bash .ci/other\n"]
        {
            assert_eq!(findings_with(README, RUN, workflow), 1, "{workflow}");
        }
    }

    #[test]
    fn rejects_a_readme_without_limitations() {
        assert_eq!(findings(&README.replace("## Limitations", ""), RUN), 1);
        assert_eq!(check(&Repository::default()).len(), 3);
    }
}
