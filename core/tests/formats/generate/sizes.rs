//! The size tables of the documentation, with the targets that they must meet.

use rastau_core::calendar::Date;
use rastau_core::codec::digits;
use rastau_core::document::sealed::{Attributes, Sealed, Validity};
use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::document::text::LINK_PREFIX;
use rastau_core::document::{Claims, Code};
use rastau_core::snapshot::documents::PageWriter;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::{Cancellation, Ground, Place, write_page};
use rastau_core::snapshot::{PAGE_SIZE, Record, SealedAt};

use crate::annotate::pages::number_bytes;
use crate::fixture::{self, NAME};

/// The smallest QR version that holds so many bits at level Q (ISO/IEC 18004). `bits` gets whether the version is above 9, from
/// which on the count of characters is longer.
fn version_of(bits: impl Fn(bool) -> usize) -> usize {
    /// Data codewords at level Q, by version.
    const CODEWORDS: [usize; 26] = [
        13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206, 244, 261, 295, 325, 367, 397, 445, 485, 512,
        568, 614, 664, 718, 754,
    ];
    let fits = |(at, codewords): (usize, &usize)| (bits(at >= 9) <= codewords * 8).then_some(at + 1);
    CODEWORDS.iter().enumerate().find_map(fits).expect("a version up to 26")
}

/// The smallest QR version that holds this many characters in alphanumeric mode.
///
/// The bits are 4 for the mode, 9 or 11 for the count, 11 for two characters and 6 for a last single one.
fn qr_version(characters: usize) -> usize {
    version_of(|long| 4 + if long { 11 } else { 9 } + characters / 2 * 11 + characters % 2 * 6)
}

/// The smallest QR version that holds an address of so many characters in byte mode, and digits in numeric mode.
///
/// The bits are 4 for each mode, 8 or 16 for the count of bytes and 8 for each, 10 or 12 for the count of digits, 10 for three
/// digits, and 4 or 7 for a last one or two.
fn link_version(address: usize, digits: usize) -> usize {
    version_of(|long| {
        let address = 4 + if long { 16 } else { 8 } + 8 * address;
        address + 4 + if long { 12 } else { 10 } + digits / 3 * 10 + [0, 4, 7][digits % 3]
    })
}

/// The QR versions of documents as links, by the length of the address with its `#`.
pub(super) fn link() -> String {
    const ADDRESSES: [usize; 5] = [20, 27, 40, 60, 102];
    let mut out = format!("{:<12} {:>6} {:>8}", "COSE, bytes", "digits", "RST1:");
    for address in ADDRESSES {
        out += &format!(" {:>5}", format!("+{address}"));
    }
    out.push('\n');
    for bytes in [200, 224, 238, 256, 280, 312, 350, 386] {
        let digits = digits::encode(&vec![0; bytes]).len();
        let text = LINK_PREFIX.len() + bytes / 2 * 3 + bytes % 2 * 2;
        out += &format!("{bytes:<12} {digits:>6} {:>8}", qr_version(text));
        for address in ADDRESSES {
            out += &format!(" {:>5}", link_version(address + LINK_PREFIX.len(), digits));
        }
        out.push('\n');
    }
    let digits = digits::encode(&[0; 238]).len();
    assert!(link_version(27 + LINK_PREFIX.len(), digits) <= 15, "the typical document's target");
    out
}

/// The sizes of documents of several kinds.
pub(super) fn document() -> String {
    let typical = fixture::claims();
    let both = Claims { names: vec![NAME.into(), "Synaqbaeva Ülgijan".into()], ..typical.clone() };
    let skills = |count: u32| Claims {
        skills: (1..=count).map(|index| format!("7212-1-S{index}")).collect(),
        valid_until: Date::parse("2031-05-20"),
        ..both.clone()
    };
    let kinds = [
        ("the example", typical.clone()),
        ("without verification code", Claims { code: None, ..typical.clone() }),
        ("with a second, Latin name", both.clone()),
        ("two names, last day, 5 skills", skills(5)),
        ("two names, last day, 12 skills", skills(12)),
    ];
    let mut out =
        format!("{:<34} {:>8} {:>7} {:>11} {:>12}\n", "", "payload", "COSE", "characters", "QR, level Q");
    for (name, claims) in kinds {
        let text = fixture::document_text(&claims);
        let cose = rastau_core::codec::base45::decode(&text[5..]).expect("base45");
        let version = qr_version(text.len());
        let side = version * 4 + 17;
        let (payload, cose) = (claims.write().len(), cose.len());
        out +=
            &format!("{name:<34} {payload:>8} {cose:>7} {:>11} {version:>4} ({side}×{side})\n", text.len());
    }
    assert!(qr_version(fixture::document_text(&typical).len()) <= 14, "the typical document's target");
    out
}

/// The sizes of a register, measured on its pages.
pub(super) fn register() -> String {
    let attributes = Attributes {
        offer: 1_900,
        accreditation: 700,
        validity: Validity::PrintedTerm,
        ..fixture::attributes()
    };
    let sealed = Sealed::seal(&Code([7; 10]), "N", &attributes).expect("attributes that fit");
    let record = Record::Coded {
        sealed_at: SealedAt::Issue,
        holder: HolderTag([0xaa; 12]),
        name: NameTag([0xbb; 8]),
        sealed: sealed.clone(),
    };
    let mut out = format!("{:<46} {:>14} {:>14}\n", "bytes per document", "dense numbers", "random numbers");
    let (dense, random) = (measure(&record, |_| 1), measure(&record, |random| 1 + random % 9_000));
    let mut line = |name: &str, values: [f64; 2]| {
        out += &format!("{name:<46} {:>14.2} {:>14.2}\n", values[0], values[1]);
    };
    line("number", [dense.number, random.number]);
    line("holder tag 12, name tag 8", [20.0; 2]);
    line("check", [4.0; 2]);
    line("sealed attributes", [sealed.bytes.len() as f64; 2]);
    line("page head and padding", [dense.padding, random.padding]);
    line("index pages", [dense.index, random.index]);
    line("total", [dense.total, random.total]);
    assert!(dense.total <= 34.0, "the target");

    // One document in fifty is cancelled, within two years; one in ten of these is reinstated.
    let (listed, cancelled) = (1_000_000u32, 20_000u32);
    let mut lcg = Lcg(1);
    let mut ranks = std::collections::BTreeSet::new();
    while ranks.len() < cancelled as usize {
        ranks.insert(lcg.next() % listed);
    }
    let start = fixture::day("2025-01-01");
    let entries: Vec<_> =
        ranks.into_iter().map(|rank| (Place { serial: 1, rank }, cancellation(&mut lcg, start))).collect();
    let (mut rest, mut pages) = (entries.as_slice(), 0u32);
    while !rest.is_empty() {
        let (_, count) = write_page(rest);
        rest = &rest[count..];
        pages += 1;
    }
    let share = f64::from(cancelled) / f64::from(listed);
    let entropy = -(share.log2() + (1.0 - share) / share * (1.0 - share).log2());
    let bits = f64::from(pages) * PAGE_SIZE as f64 * 8.0 / f64::from(cancelled);
    // Ten bits for the day, three for the ground and a flag; one in ten has a second day and flag.
    let facts = 10.0 + 3.0 + 1.0 + 1.1;
    out += &format!("\n{cancelled} of {listed} documents cancelled: {pages} pages, {bits:.1} bits each\n");
    out += &format!("  days, grounds and flags: {facts:.1} bits; place: {:.1} bits\n", bits - facts);
    out += &format!(
        "  lower bound for the place, log2 C(N, pN): {entropy:.2} bits; ratio {:.2}\n",
        (bits - facts) / entropy
    );
    assert!((bits - facts) / entropy <= 1.2, "the target");

    let per_page = f64::from(u16::try_from(PAGE_SIZE).expect("fits")) / (dense.total - dense.index);
    let (leaves, used) = ((500.0 / per_page).ceil(), 500.0 * (31.0 + dense.number));
    let pages = leaves + 2.0;
    out += &format!(
        "\none day with 500 new and 20 cancelled documents: {pages} pages, {} bytes\n",
        pages * PAGE_SIZE as f64
    );
    out += &format!("  documents: {used:.0} bytes; the rest is index, status and padding\n");
    out
}

fn cancellation(lcg: &mut Lcg, start: Date) -> Vec<Cancellation> {
    let on = start.plus_days(lcg.next() % 700);
    let reinstated_on = lcg.next().is_multiple_of(10).then(|| on.plus_days(20));
    vec![Cancellation::new(on, Ground::ALL[lcg.next() as usize % 5], reinstated_on)]
}

/// A linear congruential generator: pseudorandom numbers, the same on every machine.
struct Lcg(u64);

impl Lcg {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }
}

/// Bytes per document.
struct Measured {
    number: f64,
    padding: f64,
    index: f64,
    total: f64,
}

/// Measures a segment of 50,000 records whose numbers differ by `step` of a pseudorandom number.
fn measure(record: &Record, step: impl Fn(u32) -> u32) -> Measured {
    let count = 50_000u32;
    let mut lcg = Lcg(2);
    let mut number = 240_000_000_000u64;
    let mut leaves: Vec<fixture::Leaf> = Vec::new();
    let mut writer = PageWriter::new(0);
    for rank in 0..count {
        number += u64::from(step(lcg.next()));
        let text = number.to_string();
        if !writer.push(text.as_bytes(), record) {
            leaves.push((writer.finish(), writer.first().to_vec(), text.clone().into(), writer.count()));
            writer = PageWriter::new(rank.into());
            assert!(writer.push(text.as_bytes(), record));
        }
    }
    leaves.push((writer.finish(), writer.first().to_vec(), vec![], writer.count()));
    let numbers: usize = leaves.iter().map(|leaf| number_bytes(&leaf.0)).sum();
    let leaf_pages = leaves.len();
    let (_, pages) = fixture::segment(SegmentKind::Documents, leaves);
    let each = |bytes: usize| bytes as f64 / f64::from(count);
    let Record::Coded { sealed, .. } = record else { panic!("a coded record") };
    let known = each(numbers) + 24.0 + sealed.bytes.len() as f64;
    Measured {
        number: each(numbers),
        padding: each(leaf_pages * PAGE_SIZE) - known,
        index: each((pages.len() - leaf_pages) * PAGE_SIZE),
        total: each(pages.len() * PAGE_SIZE),
    }
}
