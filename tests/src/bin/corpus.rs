//! Generates the corpus: `cargo run -p rastau-tests --bin corpus`. If an answer differs from the table of expected
//! answers, it panics and leaves the committed corpus unchanged.

fn main() {
    let corpus = rastau_tests::corpus();
    let generated = tempfile::tempdir().expect("cannot create a temporary directory");
    let (cases, updates) = rastau_tests::make::write(generated.path());
    for part in ["bundles", "cases", "states", "updates"] {
        let target = corpus.join(part);
        if target.exists() {
            std::fs::remove_dir_all(&target).expect("cannot remove the old corpus");
        }
        copy(&generated.path().join(part), &target);
    }
    let rules = rastau_tests::write_rules();
    println!(
        "Wrote {cases} cases of documents, {updates} updates and {rules} cases of rules to {}.",
        corpus.display()
    );
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("cannot create a directory");
    for entry in std::fs::read_dir(from).expect("cannot read a directory") {
        let path = entry.expect("cannot read a directory").path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("cannot copy a file");
        }
    }
}
