//! Rows per second and peak memory of `rastau verify --list`, on random documents.
//!
//! `cargo build --release -p rastau -p rastau-bench && target/release/list --documents 1000000 --rows 10000 300000`
//!
//! It measures the real program. Time and memory are those that the operating system reports for the process
//! (`getrusage`): processor time in user and system mode, and the largest resident set.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Parser;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use rastau_bench::fixture::{Document, Fixture, NOW, SampleOptions};
use rastau_bench::measure::Spread;
use rastau_core::crypto::Algorithm;

/// Measures lists of random documents
#[derive(Parser)]
struct Arguments {
    /// Size of the register, in documents
    #[arg(long, default_value_t = 1_000_000)]
    documents: u64,
    /// Rows of the lists
    #[arg(long, num_args = 1.., default_values_t = [10_000, 300_000])]
    rows: Vec<u64>,
    /// Runs of each list
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seed of the sample
    #[arg(long, default_value = "1")]
    seed: String,
    /// The program to measure; the `rastau` beside this program, if not given
    #[arg(long)]
    program: Option<PathBuf>,
    /// Runs PROGRAM once on LIST with BUNDLE, and prints its seconds and its kB
    #[arg(long, hide = true, num_args = 3, value_names = ["PROGRAM", "BUNDLE", "LIST"])]
    once: Option<Vec<PathBuf>>,
}

fn main() {
    let arguments = Arguments::parse();
    if let Some([program, bundle, list]) = arguments.once.as_deref() {
        return once(program, bundle, list);
    }
    let this = std::env::current_exe().expect("this program");
    let program = arguments.program.unwrap_or_else(|| this.with_file_name("rastau"));
    let folder = tempfile::tempdir().expect("a temporary directory");
    let size = arguments.rows.iter().copied().max().unwrap_or(0);
    let fixture =
        Fixture::make(folder.path(), arguments.documents, &SampleOptions { size, seed: &arguments.seed });
    println!("## {}\n", fixture.describe(&arguments.seed));
    println!(
        "Median (10th–90th percentile) of {} runs; rows per second of processor time.\n",
        arguments.rounds
    );
    println!("| list | bytes | rows per second | peak memory, MB |");
    println!("|---|---|---|---|");
    let file = folder.path().join("list.csv");
    for rows in &arguments.rows {
        let sample =
            &fixture.sample[..fixture.sample.len().min(usize::try_from(*rows).unwrap_or(usize::MAX))];
        for (kind, text) in [("typed", typed(sample)), ("QR", scanned(&fixture, sample))] {
            std::fs::write(&file, &text).expect("the list is written");
            let runs = (0..arguments.rounds).map(|_| run(&this, &program, &fixture.bundle, &file));
            let (seconds, kilobytes): (Vec<f64>, Vec<f64>) = runs.unzip();
            let speed = Spread::of(seconds.iter().map(|seconds| sample.len() as f64 / seconds).collect());
            let memory = Spread::of(kilobytes.iter().map(|kilobytes| kilobytes * 1024.0 / 1e6).collect());
            println!("| {} {kind} rows | {} | {speed:.0} | {memory:.0} |", sample.len(), text.len());
        }
    }
}

/// A list of what users typed. No field of the demo needs quotes.
fn typed(sample: &[Document]) -> String {
    let mut text = String::from("number,code,holder,name\n");
    for document in sample {
        let name = &document.claims.names[0];
        let _ = writeln!(text, "{},{},{},{name}", document.number(), document.code(), document.holder());
    }
    text
}

/// A list of the texts of QR codes, signed with Ed25519. Their alphabet needs no quotes.
fn scanned(fixture: &Fixture, sample: &[Document]) -> String {
    let mut text = String::from("document,name\n");
    for document in sample {
        let name = &document.claims.names[0];
        let _ = writeln!(text, "{},{name}", fixture.text(document, Algorithm::Ed25519));
    }
    text
}

/// Seconds of processor time and peak kB of one run.
///
/// A separate small process runs the program: Linux counts the memory of the process that starts a program as
/// memory of that program, and this one holds a large sample.
fn run(this: &Path, program: &Path, bundle: &Path, list: &Path) -> (f64, f64) {
    let output =
        Command::new(this).arg("--once").args([program, bundle, list]).output().expect("this program");
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [seconds, kilobytes] = numbers[..] else {
        panic!("{}", String::from_utf8_lossy(&output.stderr));
    };
    (seconds, kilobytes)
}

fn once(program: &Path, bundle: &Path, list: &Path) {
    let mut command = Command::new(program);
    command
        .arg("verify")
        .arg("--bundle")
        .arg(bundle)
        .arg("--now")
        .arg(NOW.to_string())
        .arg("--list")
        .arg(list);
    let status = command.stdout(Stdio::null()).status().unwrap_or_else(|error| {
        panic!("{}: {error}; build it first: cargo build --release -p rastau", program.display())
    });
    // 0, 1 and 2 are verdicts; other numbers say that the list was not verified.
    assert!(matches!(status.code(), Some(0..=2)), "{}: {status}", program.display());
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the account of the child process");
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    // On Linux the unit of `max_rss` is kB.
    println!("{} {}", microseconds as f64 / 1e6, usage.max_rss());
}
