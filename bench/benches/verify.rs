//! Small pieces for criterion, to compare two versions of the code: opening, reading, looking up, verifying.
//!
//! Each iteration takes the next document of a random sample. The published figures do not come from here: criterion
//! measures elapsed time, one piece after the other (see `src/bin/sample.rs`).
#![allow(missing_docs)]

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use rastau_bench::fixture::{Fixture, SampleOptions};
use rastau_bench::work::Inputs;
use rastau_core::crypto::Algorithm;
use rastau_core::document::text::Unverified;

const SAMPLE: SampleOptions = SampleOptions { size: 500, seed: "1" };

fn verifying(c: &mut Criterion, fixture: &Fixture) {
    let snapshot = fixture.open();
    let inputs = Inputs::of(fixture);
    let [valid, invalid, indeterminate] = inputs.outcomes(&snapshot);
    assert!(valid > invalid && invalid > 0 && indeterminate == 0, "{:?}", (valid, invalid, indeterminate));
    let mut group = c.benchmark_group(format!("verify/{}", fixture.documents));
    let mut places = (0..fixture.sample.len()).cycle();
    let mut next = || places.next().expect("a sample");
    for work in inputs.works(&snapshot) {
        group.bench_function(&work.name, |b| b.iter_batched(&mut next, &work.run, BATCH));
    }
    let texts: Vec<String> =
        fixture.sample.iter().map(|document| fixture.text(document, Algorithm::Ed25519)).collect();
    group.bench_function("read", |b| {
        b.iter_batched(&mut next, |at| Unverified::read(black_box(&texts[at])).expect("a document"), BATCH);
    });
    group.bench_function("look up", |b| {
        b.iter_batched(&mut next, |at| snapshot.document(black_box(fixture.sample[at].number())), BATCH);
    });
    group.finish();
}

const BATCH: criterion::BatchSize = criterion::BatchSize::SmallInput;

fn benches(c: &mut Criterion) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let sizes = std::env::var("RASTAU_BENCH_SIZES").unwrap_or_else(|_| "10000 1000000".into());
    for documents in sizes.split_whitespace().map(|size| size.parse().expect("a number of documents")) {
        let fixture = Fixture::make(&folder, documents, &SAMPLE);
        println!("{}", fixture.describe(SAMPLE.seed));
        c.bench_function(&format!("open/{documents}"), |b| b.iter(|| black_box(fixture.open())));
        verifying(c, &fixture);
    }
}

criterion_group!(all, benches);
criterion_main!(all);
