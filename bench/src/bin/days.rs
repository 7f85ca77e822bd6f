//! What a device downloads over the days of a register.
//!
//! `cargo run --release -p rastau-bench --bin days -- real FOLDER DOCUMENTS DAYS` makes a register in FOLDER, and on each day adds
//! one document in two thousand and cancels one in fifty thousand, builds, signs and publishes, and counts the bytes of the files
//! that a device fetches: the freshness statement, the manifest, the centres' statement and the segments that it does not have.
//!
//! `days -- model` computes three years for 10⁵, 10⁶ and 10⁷ documents by the merge policy alone, from the pages of a day.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use rastau_core::snapshot::name::SEGMENTS;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::{PAGE_SIZE, Segment};
use rastau_registry::Register;
use rastau_registry::build::{BuildOptions, Follows, MergePolicy, build};
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill, insert_ordinary};
use rastau_registry::issue::Dictionaries;
use rastau_registry::publish::{PublishOptions, PublishedStatements, SegmentFolder, publish};
use rastau_registry::random::{Random, Seeded};
use rastau_registry::sign::sign_draft;

use rastau_bench::fixture::NOW;

const DAY: u64 = 86_400;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [verb] if verb == "model" => model(),
        [verb, folder, documents, days] if verb == "real" => {
            let number = |text: &str| text.parse().expect("a number");
            real(Path::new(folder), number(documents), number(days));
        }
        _ => {
            eprintln!("usage: days real FOLDER DOCUMENTS DAYS | days model");
            std::process::exit(64);
        }
    }
}

/// The files of one published version, with their lengths. A file with a given name is fetched once.
struct Version {
    segments: Vec<Segment>,
    statements: u64,
}

fn version(public: &Path) -> Version {
    let published = PublishedStatements::read(public).expect("a published bundle");
    let statements = &published.statements;
    let lengths =
        [&statements.fresh, &statements.manifest, &statements.centres].map(|bytes| bytes.len() as u64);
    Version { segments: published.segments().cloned().collect(), statements: lengths.iter().sum() }
}

/// The number of bytes that a device with `held` downloads.
fn download(held: &BTreeSet<[u8; 32]>, new: &Version) -> u64 {
    let missing = new.segments.iter().filter(|segment| !held.contains(&segment.id.root));
    new.statements + missing.map(Segment::length).sum::<u64>()
}

fn roots(version: &Version) -> BTreeSet<[u8; 32]> {
    version.segments.iter().map(|segment| segment.id.root).collect()
}

fn real(folder: &Path, documents: u64, days: u64) {
    std::fs::create_dir_all(folder).expect("a directory");
    let file = folder.join("days.sqlite");
    for name in ["days.sqlite", "days.sqlite-wal", "days.sqlite-shm"] {
        let _ = std::fs::remove_file(folder.join(name));
    }
    let public = folder.join("public");
    let _ = std::fs::remove_dir_all(&public);
    let random = &mut Seeded::new("days");
    let keys = Keys::generate(random).expect("keys");
    let mut register = Register::create(&file, REGISTER, "2023-09-04").expect("a register");
    let options = DemoOptions { documents, now: NOW, certificates: false };
    fill(&mut register, &keys, &options, random, &|_| ()).expect("documents");
    let root = keys.trust_root(NOW.plus_seconds(4 * 365 * DAY)).expect("a root");
    let (mut downloads, mut seconds, mut index) = (Vec::new(), Vec::new(), documents);
    let mut held = BTreeSet::new();
    let mut weekly = (BTreeSet::new(), Vec::new());
    let mut whole = 0;
    let mut most = 0;
    for day in 0..=days {
        let now = NOW.plus_seconds(day * DAY);
        if day > 0 {
            let transaction = register.connection_mut().transaction().expect("a transaction");
            let mut dictionaries = Dictionaries::new();
            for _ in 0..documents / 2_000 {
                insert_ordinary(&transaction, &mut dictionaries, index, now.date(), random)
                    .expect("a document");
                index += 1;
            }
            for _ in 0..documents / 50_000 {
                let at = i64::try_from(random.below(index).expect("a number")).expect("a small number");
                let sql = "INSERT INTO cancellations SELECT number, ?1, 'court-decision', NULL FROM documents \
                           WHERE number >= printf('1%011d', ?2 * 3) AND number NOT IN (SELECT number FROM cancellations) \
                           ORDER BY number LIMIT 1";
                transaction.execute(sql, (now.date().to_string(), at)).expect("a cancellation");
            }
            transaction.commit().expect("a commit");
        }
        let start = Instant::now();
        let draft = folder.join("draft");
        let _ = std::fs::remove_dir_all(&draft);
        let options = BuildOptions::new(now, now.plus_seconds(365 * DAY));
        let built = if day == 0 {
            build(&register, &draft, &options, &|_| ())
        } else {
            let published = PublishedStatements::read(&public).expect("a published bundle");
            let pages = SegmentFolder::new(&[&public.join(SEGMENTS)]);
            let follows = Follows::Bundle(published.with_pages(&pages));
            build(&register, &draft, &BuildOptions { follows, ..options }, &|_| ())
        };
        let built = built.expect("a draft");
        let roots_so_far = vec![(1, root.clone())];
        let statements = sign_draft(&built, roots_so_far, &keys.signers(), now, now.plus_seconds(DAY));
        seconds.push(start.elapsed().as_secs_f64());
        let options = PublishOptions { now, keep: 7 * DAY, waived: &[] };
        publish(&draft, &statements, &public, &options).expect("a publication");
        let new = version(&public);
        most = most.max(new.segments.len());
        whole = new.segments.iter().map(Segment::length).sum();
        if day > 0 {
            downloads.push(download(&held, &new));
        }
        if day % 7 == 0 {
            if day > 0 {
                weekly.1.push(download(&weekly.0, &new));
            }
            weekly.0 = roots(&new);
        }
        held = roots(&new);
    }
    println!(
        "{documents} documents, {days} days: a build takes {:.2} s in the median",
        median(&mut seconds.clone())
    );
    println!("at most {most} segments, {} kB in all", whole / 1_000);
    report("daily", &mut downloads);
    report("weekly", &mut weekly.1);
}

fn median<T: PartialOrd + Copy>(numbers: &mut [T]) -> T {
    numbers.sort_by(|left, right| left.partial_cmp(right).expect("numbers"));
    numbers[numbers.len() / 2]
}

fn report(name: &str, downloads: &mut [u64]) {
    if downloads.is_empty() {
        return;
    }
    let mean = downloads.iter().sum::<u64>() as f64 / downloads.len() as f64;
    let middle = median(downloads);
    let above = downloads.iter().filter(|bytes| **bytes > 2 * middle).count();
    println!(
        "{name}: median {:.1} kB, mean {:.1} kB, most {:.1} kB, {above} of {} above twice the median",
        middle as f64 / 1e3,
        mean / 1e3,
        downloads[downloads.len() - 1] as f64 / 1e3,
        downloads.len()
    );
}

/// Bytes of one document and of one cancellation in a segment, as measured by `scale`.
const DOCUMENT: f64 = 31.6;
const CANCELLATION: f64 = 2.9;
/// Bytes of a segment in the manifest, and of the statements besides.
const LISTED: f64 = 95.0;
const STATEMENTS: f64 = 1_100.0;

/// Segments of one kind by their bytes of content.
struct Layers {
    policy: MergePolicy,
    contents: Vec<f64>,
    /// The day on which each was written.
    days: Vec<u32>,
}

fn pages(bytes: f64) -> u32 {
    let leaves = (bytes / (PAGE_SIZE as f64 - 16.0)).ceil();
    // An index page has some 113 children.
    let index = if leaves > 1.0 { (leaves / 112.0).ceil() } else { 0.0 };
    (leaves + index) as u32
}

impl Layers {
    fn add(&mut self, day: u32, bytes: f64) {
        let sizes: Vec<u32> = self.contents.iter().map(|bytes| pages(*bytes)).collect();
        let merged = |from: usize| bytes + self.contents[from..].iter().sum::<f64>();
        let keep = self.policy.keep(&sizes, sizes.len(), |from| pages(merged(from)));
        let new = merged(keep);
        self.contents.truncate(keep);
        self.days.truncate(keep);
        self.contents.push(new);
        self.days.push(day);
    }

    /// The bytes of the segments that were written after `day`.
    fn since(&self, day: u32) -> f64 {
        let written = self.contents.iter().zip(&self.days).filter(|(_, written)| **written > day);
        written.map(|(bytes, _)| f64::from(pages(*bytes)) * PAGE_SIZE as f64).sum()
    }
}

fn model() {
    println!("| documents at first | kiosk | median | mean | most | segments at most |");
    println!("|---|---|---|---|---|---|");
    for documents in [1e5, 1e6, 1e7] {
        let layers = |kind| Layers { policy: MergePolicy::of(kind), contents: Vec::new(), days: Vec::new() };
        let mut kinds = [layers(SegmentKind::Documents), layers(SegmentKind::Status)];
        kinds[0].add(0, documents * DOCUMENT);
        kinds[1].add(0, documents * 0.02 * CANCELLATION);
        let mut downloads: [(u32, &str, Vec<u64>); 3] =
            [(1, "daily", Vec::new()), (7, "weekly", Vec::new()), (365, "yearly", Vec::new())];
        let mut most = 0;
        for day in 1..=1_095 {
            kinds[0].add(day, documents / 2_000.0 * DOCUMENT);
            kinds[1].add(day, documents / 50_000.0 * CANCELLATION);
            let count: usize = kinds.iter().map(|kind| kind.contents.len()).sum::<usize>() + 2;
            most = most.max(count);
            for (every, _, bytes) in &mut downloads {
                if day % *every == 0 {
                    let segments: f64 = kinds.iter().map(|kind| kind.since(day - *every)).sum();
                    bytes.push((segments + STATEMENTS + LISTED * count as f64) as u64);
                }
            }
        }
        for (_, name, bytes) in &mut downloads {
            let mean = bytes.iter().sum::<u64>() as f64 / bytes.len() as f64;
            let middle = median(bytes);
            let last = bytes[bytes.len() - 1];
            println!(
                "| {documents:.0} | {name} | {:.1} kB | {:.1} kB | {:.0} kB | {most} |",
                middle as f64 / 1e3,
                mean / 1e3,
                last as f64 / 1e3
            );
        }
    }
}
