//! Building at scale: seconds, peak memory, bytes per document, and whether two builds give the same bytes.
//!
//! `cargo run --release -p rastau-bench --bin scale -- FOLDER DOCUMENTS…` makes each register once and leaves it in
//! FOLDER. It builds each register twice in separate processes, so that the peak memory is that of the build alone.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rastau_bench::fixture::{Fixture, NOW, SampleOptions, register_file};
use rastau_core::crypto::sha256;
use rastau_core::snapshot::Segment;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, build};
use rastau_registry::demo::times;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [verb, register, out] if verb == "build" => build_once(Path::new(register), Path::new(out)),
        [folder, sizes @ ..] if !sizes.is_empty() => scale(Path::new(folder), sizes),
        _ => {
            eprintln!("usage: scale FOLDER DOCUMENTS…");
            std::process::exit(64);
        }
    }
}

/// Builds a register and prints one line: elapsed seconds, peak kB, documents, bytes of the documents, bytes of the
/// cancellations, cancelled documents, all bytes, and a hash of everything.
fn build_once(register: &Path, out: &Path) {
    let register = Register::open(register).expect("a register");
    let times = times(NOW);
    let options = BuildOptions::new(times.as_of, times.not_after);
    let start = Instant::now();
    let draft = build(&register, out, &options, &|_| {}).expect("a draft");
    let seconds = start.elapsed().as_secs_f64();
    let segments = &draft.manifest.segments;
    let bytes = |kind| segments.iter().filter(|one| one.id.kind == kind).map(Segment::length).sum::<u64>();
    let all: u64 = segments.iter().chain(&draft.centres.segments).map(Segment::length).sum();
    let hash = sha256(&[&draft.manifest.write(), &draft.centres.write()]);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let documents = bytes(SegmentKind::Documents);
    println!(
        "{seconds} {} {} {documents} {} {} {all} {hash}",
        peak_kb(),
        draft.documents,
        bytes(SegmentKind::Status),
        draft.cancelled
    );
}

/// The peak memory of this process in kB (Linux).
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn scale(folder: &Path, sizes: &[String]) {
    println!(
        "| documents | build, s | peak memory, MiB | bytes per document | bits per cancelled one | same bytes |"
    );
    println!("|---|---|---|---|---|---|");
    for size in sizes {
        let size: u64 = size.parse().expect("a number of documents");
        let register = register_file(folder, size);
        if !register.exists() {
            drop(Fixture::make(folder, size, &SampleOptions { size: 0, seed: "" }));
        }
        let runs = [run(&register, &folder.join("one")), run(&register, &folder.join("two"))];
        let [one, two] = &runs;
        let number = |at: usize| one[at].parse::<f64>().unwrap_or(0.0);
        let seconds = number(0).min(two[0].parse().unwrap_or(f64::MAX));
        println!(
            "| {} | {seconds:.2} | {:.0} | {:.2} | {:.1} | {} |",
            one[2],
            number(1) / 1024.0,
            number(3) / number(2),
            number(4) * 8.0 / number(5),
            if one[7] == two[7] { "yes" } else { "NO" },
        );
    }
}

fn run(register: &Path, out: &PathBuf) -> Vec<String> {
    let _ = std::fs::remove_dir_all(out);
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg("build").args([register, out]).output().expect("a build");
    let _ = std::fs::remove_dir_all(out);
    String::from_utf8_lossy(&output.stdout).split_whitespace().map(str::to_string).collect()
}
