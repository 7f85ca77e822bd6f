//! The repository's files: all of them, and those that were changed.

use std::collections::BTreeSet;
use std::fs;

use crate::command::output;
use crate::workspace::{Workspace, at_path};

/// Directories of built or downloaded files; only needed where git cannot be asked.
const IGNORED: &[&str] = &[".git", "target", "node_modules", "dist", "pkg"];

/// Branches that a contributor's branch may start from, in order of preference.
const BASES: &[&str] = &["origin/HEAD", "origin/main", "main"];

/// Returns the repository's files by their paths from the root, sorted: the files that git tracks or would track;
/// without git, all files outside of build directories.
pub(crate) fn files(workspace: &Workspace) -> Result<Vec<String>, String> {
    let listed = match list(workspace, &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) {
        Ok(listed) => listed,
        Err(_) => walk(workspace)?,
    };
    // Git also lists a file that was deleted and not committed.
    Ok(listed.into_iter().filter(|path| workspace.root.join(path).is_file()).collect())
}

/// Returns the files that differ from the branch's base, committed or not, deleted and new ones included; and the
/// base's name.
pub(crate) fn changed(workspace: &Workspace) -> Result<(BTreeSet<String>, String), String> {
    let merge_base = |base: &&str| output(workspace, "git", &["merge-base", "HEAD", base]).ok();
    let (name, commit) = BASES
        .iter()
        .find_map(|base| Some(((*base).to_owned(), merge_base(base)?)))
        .unwrap_or_else(|| ("HEAD".to_owned(), "HEAD".to_owned()));
    let mut changed = list(workspace, &["diff", "--name-only", "--no-renames", "-z", commit.trim()])?;
    changed.extend(list(workspace, &["ls-files", "-z", "--others", "--exclude-standard"])?);
    Ok((changed, name))
}

/// Returns the paths that a git command prints, separated by zero bytes.
fn list(workspace: &Workspace, arguments: &[&str]) -> Result<BTreeSet<String>, String> {
    let printed = output(workspace, "git", arguments)?;
    Ok(printed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

fn walk(workspace: &Workspace) -> Result<BTreeSet<String>, String> {
    let mut files = BTreeSet::new();
    let mut directories = vec![workspace.root.clone()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory).map_err(at_path(&directory))?.flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let kind = entry.file_type().map_err(at_path(&path))?;
            if kind.is_dir() && !IGNORED.contains(&name.to_string_lossy().as_ref()) {
                directories.push(path);
            } else if kind.is_file() {
                let from_root = path.strip_prefix(&workspace.root).unwrap_or(&path);
                files.insert(from_root.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::run;

    /// A repository in a temporary directory: a commit on `main`, and a branch `work` with one more.
    fn repository(name: &str) -> Workspace {
        let root = std::env::temp_dir().join(format!("xtask-git-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("a")).unwrap();
        let workspace = Workspace { target: root.join("target"), root };
        let write = |path: &str, text: &str| fs::write(workspace.root.join(path), text).unwrap();
        let git = |line: &str| {
            let identity = "-c user.name=test -c user.email=test@example.com -c commit.gpgsign=false";
            run(&workspace, &format!("git {identity} {line}")).unwrap();
        };
        git("init --quiet --initial-branch main");
        for path in ["a/kept", "a/edited", "a/deleted", "a/committed", ".gitignore"] {
            write(path, "");
        }
        write(".gitignore", "ignored\n");
        git("add --all");
        git("commit --quiet --message one");
        git("checkout --quiet -b work");
        write("a/committed", "new");
        git("commit --quiet --all --message two");
        write("a/edited", "new");
        write("a/added", "");
        write("a/ignored", "");
        fs::remove_file(workspace.root.join("a/deleted")).unwrap();
        workspace
    }

    #[test]
    fn lists_files_that_are_there_and_not_ignored() {
        let workspace = repository("files");
        let files = files(&workspace).unwrap();
        assert_eq!(files, [".gitignore", "a/added", "a/committed", "a/edited", "a/kept"]);
        fs::remove_dir_all(&workspace.root).unwrap();
    }

    #[test]
    fn changes_are_counted_from_the_base_committed_or_not() {
        let workspace = repository("changed");
        let (changed, base) = changed(&workspace).unwrap();
        let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
        assert_eq!(
            (changed, base.as_str()),
            (vec!["a/added", "a/committed", "a/deleted", "a/edited"], "main")
        );
        fs::remove_dir_all(&workspace.root).unwrap();
    }

    #[test]
    fn without_git_build_directories_are_left_out() {
        let root = std::env::temp_dir().join(format!("xtask-walk-{}", std::process::id()));
        for path in ["src/deep/a.rs", "target/b", "node_modules/c"] {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), "").unwrap();
        }
        let workspace = Workspace { target: root.join("target"), root };
        let files: Vec<String> = walk(&workspace).unwrap().into_iter().collect();
        assert_eq!(files, ["src/deep/a.rs"]);
        fs::remove_dir_all(&workspace.root).unwrap();
    }
}
