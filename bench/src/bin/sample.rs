//! Processor time of opening a bundle and of verifying random documents, beside the bare signature check.
//!
//! `cargo run --release -p rastau-bench --bin sample -- --documents 10000 100000 1000000`

use std::hint::black_box;

use clap::Parser;
use rastau_bench::fixture::Fixture;
use rastau_bench::measure::{Spread, alternate, each, timed};
use rastau_bench::options::Registers;
use rastau_bench::work::{Inputs, Work, answer};

/// Measures the processor time of verifying random documents
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    registers: Registers,
    /// Times that each piece of work handles the whole sample
    #[arg(long, default_value_t = 15)]
    rounds: usize,
}

fn main() {
    let arguments = Arguments::parse();
    println!(
        "Processor time of one thread, in µs. Median (10th–90th percentile) of {} rounds;",
        arguments.rounds
    );
    println!("in each round, the mean over the sample. Each difference and ratio is of one round.");
    arguments.registers.each(|fixture| {
        opening(fixture, arguments.rounds);
        verifying(fixture, &arguments);
    });
}

/// Prints the time to open the bundle, alone and with a first document.
fn opening(fixture: &Fixture, rounds: usize) {
    let open = || drop(black_box(fixture.open()));
    open();
    let alone = (0..rounds).map(|_| timed(open)).collect();
    let documents = fixture.sample.iter().cycle().take(rounds);
    let first = documents.map(|document| {
        let form = document.form();
        timed(|| drop(black_box(answer(&fixture.open(), &form))))
    });
    println!("- Opening, signatures of the bundle included: {:.0}", Spread::of(alone));
    println!(
        "- Opening and one random typed form, with no page in memory: {:.0}",
        Spread::of(first.collect())
    );
}

/// Prints the times of the pieces of work, and how they differ from document to document.
fn verifying(fixture: &Fixture, arguments: &Arguments) {
    let snapshot = fixture.open();
    let inputs = Inputs::of(fixture);
    let [valid, invalid, indeterminate] = inputs.outcomes(&snapshot);
    println!("- Outcomes: {valid} valid, {invalid} invalid, {indeterminate} indeterminate\n");
    let works = inputs.works(&snapshot);
    let documents = fixture.sample.len();
    // The pages that a verifier keeps are in its memory now: `outcomes` has verified the whole sample.
    let rounds = alternate(&works, documents, arguments.rounds, &arguments.registers.seed);

    println!("| what | µs | more than bare, µs | ratio to bare |");
    println!("|---|---|---|---|");
    for (work, times) in works.iter().zip(&rounds) {
        let spread = Spread::of(times.clone());
        let Some(bare) = work.bare else {
            println!("| {} | {spread:.1} | | |", work.name);
            continue;
        };
        let compare = |with: fn(f64, f64) -> f64| {
            Spread::of(
                times.iter().zip(&rounds[bare]).map(|(complete, bare)| with(*complete, *bare)).collect(),
            )
        };
        let (more, ratio) =
            (compare(|complete, bare| complete - bare), compare(|complete, bare| complete / bare));
        println!("| {} | {spread:.1} | {more:.1} | {ratio:.2} |", work.name);
    }
    over_documents(&works, documents, arguments.rounds);
}

/// Prints how much the time differs from document to document.
fn over_documents(works: &[Work], documents: usize, rounds: usize) {
    let times = rounds.min(5);
    println!("\nEach document on its own, median of {times}, in µs; over the documents of the sample:\n");
    println!("| what | 10th percentile | median | 90th percentile |");
    println!("|---|---|---|---|");
    for work in works {
        let Spread { low, median, high } = Spread::of(each(work, documents, times));
        println!("| {} | {low:.1} | {median:.1} | {high:.1} |", work.name);
    }
}
