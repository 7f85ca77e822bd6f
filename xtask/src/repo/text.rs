//! No file names a directory of the machine it was written on, a host of a package registry or an address in a private
//! network, because those are wrong elsewhere and describe somebody's network. No source is marked as unfinished: what is
//! missing is listed in the README's Limitations. (Clippy denies the macros for unfinished code.)

use super::{File, Finding, Repository};

/// Directories of one machine. The texts are in two pieces, because this file is checked too.
const DIRECTORIES: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];

/// Hosts of package registries, and names that occur in the addresses of their private mirrors.
const REGISTRIES: &[&str] = &[
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("files.", "pythonhosted.org"),
    concat!("py", "pi.org"),
    concat!("proxy.", "golang.org"),
    concat!("deb.", "debian.org"),
    concat!("arti", "factory"),
    concat!("nexus", "/repository"),
    concat!("dev", "pi/"),
];

/// Endings of host names, and beginnings of IP addresses, that exist in private networks only.
const PRIVATE_NAMES: &[&str] = &[".internal", ".corp", ".lan", ".local"];
const PRIVATE_NUMBERS: &[&str] = &["10.", "192.168."];

/// Marks of unfinished work.
const MARKS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

/// Files whose text is written elsewhere: by a generator, or in prose that may name a mark.
const UNMARKED: &[&str] = &["mobile/generated/", ".md", ".json", ".lock"];

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    repository.files.iter().flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let is_marked = !UNMARKED.iter().any(|part| file.path.starts_with(part) || file.path.ends_with(part));
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        let mut report = |kind: &str, text: &str| findings.push(file.at(number, format!("{kind}: {text}")));
        for directory in DIRECTORIES.iter().filter(|directory| names_directory(line, directory)) {
            report("directory of one machine", directory);
        }
        for host in REGISTRIES.iter().filter(|host| contains_word(line, host)) {
            report("host of a package registry", host);
        }
        for address in line.split("://").skip(1).filter(|address| is_private(address)) {
            report("address in a private network", address);
        }
        for mark in MARKS.iter().filter(|mark| is_marked && contains_word(line, mark)) {
            report("unfinished work; finish it or list it in the README's Limitations", mark);
        }
    }
    findings
}

/// Returns whether an absolute path in the line begins with the directory; for the users' directories, with a name after
/// it. What follows other path characters is the middle of a longer path.
fn names_directory(line: &str, directory: &str) -> bool {
    line.match_indices(directory).any(|(at, _)| {
        let continues_path = line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-~}*)".contains(c));
        let rest = &line[at + directory.len()..];
        let has_name = rest.starts_with(|c: char| c.is_alphanumeric() || "._$<{".contains(c));
        !continues_path && (has_name || !directory.ends_with("me/"))
    })
}

/// Returns whether the line contains the text with no letter, digit, `_` or `-` next to it. What precedes a text with a
/// dot may be a longer host name.
fn contains_word(line: &str, word: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let after = &line[at + word.len()..];
        let ends = word.ends_with('/') || !after.starts_with(|c: char| joins(c) || c == '-');
        ends && !line[..at].ends_with(joins)
    })
}

/// Returns whether the host of an address, given without its scheme, is in a private network.
fn is_private(address: &str) -> bool {
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-@:".contains(c);
    let authority = address.split(|c| !is_host(c)).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let is_number = host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok());
    PRIVATE_NAMES.iter().any(|end| host.ends_with(end))
        || (is_number && PRIVATE_NUMBERS.iter().any(|begin| host.starts_with(begin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        check(&Repository::of(&[(path, text)])).len()
    }

    #[test]
    fn rejects_directories_of_a_machine() {
        for (name, rest) in [("wo", "rk/main"), ("ro", "ot/.cargo"), ("ho", "me/aigul/x")] {
            for before in ["", "see ", "\"", "=", "file://"] {
                assert_eq!(findings("a.md", &format!("{before}/{name}{rest}")), 1, "{before} {name}");
            }
            assert_eq!(findings("a.md", &format!("docs/{name}{rest} ../{name}{rest}")), 0);
        }
        assert_eq!(findings("a.md", &format!("/{}/ is where users' directories are", "home")), 0);
    }

    #[test]
    fn rejects_hosts_of_registries_and_mirrors() {
        for host in REGISTRIES {
            assert_eq!(findings("a.md", &format!("fetch https://{host}/a")), 1, "{host}");
            assert_eq!(findings("a.md", &format!("https://packages.example.com/{host}/npm")), 1, "{host}");
        }
        let allowed = [
            "registry+https://github.com/rust-lang/crates.io-index",
            "https://crates.io/crates/serde",
            concat!("https://index.", "crates.iota"),
            "PyPI",
        ];
        for text in allowed {
            assert_eq!(findings("a.md", text), 0, "{text}");
        }
    }

    #[test]
    fn rejects_addresses_in_private_networks() {
        let rejected = [
            concat!("http://mirror.example.co", "rp:8080/x"),
            concat!("\"https://build.inter", "nal\""),
            concat!("http://10.", "0.0.1/simple"),
            concat!("http://user@192.", "168.1.1:4873/x"),
        ];
        for text in rejected {
            assert_eq!(findings("a.md", text), 1, "{text}");
        }
        let allowed =
            ["http://127.0.0.1:5173", "http://localhost:8080", "https://adilet.zan.kz/rus", "https://10.kz"];
        for text in allowed {
            assert_eq!(findings("a.md", text), 0, "{text}");
        }
    }

    #[test]
    fn rejects_marks_of_unfinished_work_in_sources() {
        for mark in MARKS {
            for (path, text) in
                [("a/src/a.rs", "// M: later"), ("web/a.ts", "// M(me) later"), (".ci/run", "# M")]
            {
                assert_eq!(findings(path, &text.replace('M', mark)), 1, "{path} {mark}");
            }
        }
        let mark = MARKS[0];
        assert_eq!(findings("a/src/a.rs", &format!("// {mark}S is a word")), 0);
        assert_eq!(findings("Cargo.toml", "todo = \"warn\""), 0);
        assert_eq!(findings("docs/a.md", mark), 0);
        assert_eq!(findings("mobile/generated/kotlin/a.kt", &format!("// {mark}")), 0);
        assert_eq!(findings("mobile/tests/kotlin/a.kt", &format!("// {mark}")), 1);
    }
}
