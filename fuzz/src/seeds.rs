//! Writes the initial inputs of the targets, from the corpus, to `fuzz/corpus/TARGET/`.

use std::fs;
use std::path::{Path, PathBuf};

use rastau_core::law;
use rastau_fuzz::{base, corpus, inputs};

fn folder(target: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder).expect("cannot create a directory");
    folder
}

fn main() {
    for (number, input) in inputs().iter().enumerate() {
        fs::write(folder("input").join(format!("seed-{number}")), input).expect("cannot write a file");
    }
    fs::write(folder("bundle").join("seed-base"), base()).expect("cannot write a file");
    for place in 0..32_u8 {
        let page = [place, 0, 1].iter().copied().chain([0_u8; 64]).collect::<Vec<_>>();
        fs::write(folder("page").join(format!("seed-{place}")), page).expect("cannot write a file");
    }
    for rule in law::rules() {
        let lines = fs::read_to_string(corpus().join("rules").join(rule.id).join("facts.jsonl"));
        for (number, facts) in lines.unwrap_or_default().lines().chain([rule.example]).enumerate() {
            let seed = format!("{}\n{facts}", rule.id);
            fs::write(folder("facts").join(format!("{}-{number}", rule.id)), seed)
                .expect("cannot write a file");
        }
    }
}
