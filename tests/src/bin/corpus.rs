//! Writes the corpus anew: `cargo run -p rastau-tests --bin corpus`. Panics where a run and the table of expected
//! answers disagree, and then leaves the committed corpus as it was.

fn main() {
    let corpus = rastau_tests::corpus();
    let fresh = tempfile::tempdir().expect("a folder to write in");
    let cases = rastau_tests::make::write(fresh.path());
    for part in ["bundles", "cases", "states"] {
        let target = corpus.join(part);
        if target.exists() {
            std::fs::remove_dir_all(&target).expect("the old corpus can be removed");
        }
        copy(&fresh.path().join(part), &target);
    }
    let rules = rastau_tests::write_rules();
    println!("{cases} cases of documents and {rules} of rules in {}", corpus.display());
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}
