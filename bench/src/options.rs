//! The options that `sample` and `allocations` share.

use clap::Args;

use crate::fixture::{Fixture, SampleOptions};

/// Which registers to make, and how many of their documents to draw.
#[derive(Args)]
pub struct Registers {
    /// Sizes of the registers, in documents
    #[arg(long, num_args = 1.., default_values_t = [100_000])]
    documents: Vec<u64>,
    /// Documents to draw from each register
    #[arg(long, default_value_t = 2_000)]
    sample: u64,
    /// Seed of the sample and of orders
    #[arg(long, default_value = "1")]
    pub seed: String,
}

impl Registers {
    /// Makes each register in a temporary directory, prints what it is, and measures it.
    ///
    /// # Panics
    /// As [`Fixture::make`].
    pub fn each(&self, measure: impl Fn(&Fixture)) {
        for documents in &self.documents {
            let folder = tempfile::tempdir().expect("a temporary directory");
            let options = SampleOptions { size: self.sample, seed: &self.seed };
            let fixture = Fixture::make(folder.path(), *documents, &options);
            println!("\n## {}\n", fixture.describe(&self.seed));
            measure(&fixture);
        }
    }
}
