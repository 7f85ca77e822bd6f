//! Allocations per verification of random documents.
//!
//! `cargo run --release -p rastau-bench --bin allocations -- --documents 100000`
//!
//! This is a separate program, because its counting global allocator would slow down the others.

use clap::Parser;
use rastau_bench::options::Registers;
use rastau_bench::work::Inputs;

/// Counts the allocations of verifying random documents
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    registers: Registers,
}

/// The minimum, the median and the maximum of some counts.
fn range(mut counts: Vec<u64>) -> String {
    counts.sort_unstable();
    let at = |place: usize| counts.get(place).copied().unwrap_or(0);
    let last = counts.len().saturating_sub(1);
    format!("{} ({}–{})", at(last / 2), at(0), at(last))
}

fn main() {
    let arguments = Arguments::parse();
    println!(
        "For each verification: median (least–most) over the sample. A reallocation counts as an allocation of"
    );
    println!("the new size, made before the old one is freed.");
    arguments.registers.each(|fixture| {
        let snapshot = fixture.open();
        let inputs = Inputs::of(fixture);
        // The pages that a verifier caches are allocated here and not counted.
        let _ = inputs.outcomes(&snapshot);
        println!("| what | allocations | bytes allocated | bytes held at most |");
        println!("|---|---|---|---|");
        for work in inputs.works(&snapshot) {
            let counted: Vec<_> = (0..fixture.sample.len())
                .map(|document| allocation_counter::measure(|| (work.run)(document)))
                .collect();
            let of = |count: fn(&allocation_counter::AllocationInfo) -> u64| {
                range(counted.iter().map(count).collect())
            };
            let (count, total, most) =
                (of(|info| info.count_total), of(|info| info.bytes_total), of(|info| info.bytes_max));
            println!("| {} | {count} | {total} | {most} |", work.name);
        }
    });
}
