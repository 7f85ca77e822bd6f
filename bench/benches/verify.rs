//! Opening bundles of several sizes, and verifying documents beside the bare signature check, in one run.
#![allow(missing_docs)]

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use rastau_bench::{NOW, World, open, world};
use rastau_core::document::text::{Presented, Unverified};
use rastau_core::verify::{Policy, Question, verify};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench")
}

fn question() -> Question {
    Question { on: None, clock: NOW, policy: Policy::default() }
}

fn verifying(c: &mut Criterion, world: &World, documents: u64) {
    let snapshot = open(&world.bundle);
    let paper = &world.papers[0];
    let mut group = c.benchmark_group(format!("verify/{documents}"));
    for (name, case) in [("ed25519", "valid"), ("p256", "valid-unlimited")] {
        let paper = world.papers.iter().find(|paper| paper.name == case).unwrap();
        let Presented::Signed(document) = Presented::read(&paper.text).unwrap() else { unreachable!() };
        let key = snapshot.issuing_key(document.key_id).unwrap().unwrap();
        group.bench_function(format!("bare-signature-{name}"), |b| {
            b.iter(|| black_box(&document).signed_by(&key.key))
        });
        group.bench_function(format!("signed-{name}"), |b| {
            b.iter(|| verify(&snapshot, &Presented::read(black_box(&paper.text)).unwrap(), &question()));
        });
    }
    let form = paper.form.as_ref().unwrap().to_string();
    group.bench_function("typed", |b| {
        b.iter(|| verify(&snapshot, &Presented::read(black_box(&form)).unwrap(), &question()));
    });
    group.bench_function("read-only", |b| b.iter(|| Unverified::read(black_box(&paper.text)).unwrap()));
    group.bench_function("lookup", |b| b.iter(|| snapshot.document(black_box("100001000001")).unwrap()));
    group.finish();
}

fn opening(c: &mut Criterion, world: &World, documents: u64) {
    c.bench_function(&format!("open/{documents}"), |b| b.iter(|| open(black_box(&world.bundle))));
}

fn benches(c: &mut Criterion) {
    let sizes = std::env::var("RASTAU_BENCH_SIZES").unwrap_or_else(|_| "10000 1000000".into());
    for documents in sizes.split_whitespace().map(|size| size.parse().expect("a number of documents")) {
        let world = world(&folder(), documents);
        opening(c, &world, documents);
        verifying(c, &world, documents);
    }
}

criterion_group!(all, benches);
criterion_main!(all);
