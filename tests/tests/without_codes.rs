//! The data that a snapshot discloses without any verification code, measured on the demo. The result is part of
//! docs/threat-model.md.
#![allow(missing_docs)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::error::PageError;
use rastau_core::snapshot::check::walk_segment;
use rastau_core::snapshot::pages::{Pages, SegmentId, SegmentKind};
use rastau_core::snapshot::statements::Manifest;
use rastau_core::snapshot::status::{self, Cancellation, CancellationStatus, Place};
use rastau_core::snapshot::{PAGE_SIZE, Record, SealedAt, documents};
use rastau_registry::Register;
use rastau_registry::build::segment::file_name;
use rastau_registry::build::{BuildOptions, build};
use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
use rastau_registry::random::Seeded;

const DOCUMENTS: u64 = 1_000;
const BEGIN: &str = "<!-- measured by tests/tests/without_codes.rs -->\n";
const END: &str = "<!-- end -->\n";

/// The segment files of a build.
struct Files(PathBuf);

impl Pages for Files {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let bytes = std::fs::read(self.0.join(file_name(segment))).map_err(|_| PageError::Missing)?;
        bytes.chunks(PAGE_SIZE).nth(index as usize).map(|page| page.to_vec().into()).ok_or(PageError::Missing)
    }
}

fn leaves(pages: &Files, manifest: &Manifest, kind: SegmentKind) -> Vec<(u32, Vec<u8>)> {
    let mut leaves = Vec::new();
    for segment in manifest.segments.iter().filter(|segment| segment.id.kind == kind) {
        let add = |level: u8, page: &[u8]| {
            if level == 0 {
                leaves.push((segment.id.serial, page.to_vec()));
            }
        };
        walk_segment(pages, segment, add).unwrap();
    }
    leaves
}

/// The data that the segments disclose about one document.
struct Disclosed {
    record: Record,
    cancellations: Vec<Cancellation>,
}

fn disclosed(pages: &Files, manifest: &Manifest) -> BTreeMap<String, Disclosed> {
    let status = leaves(pages, manifest, SegmentKind::Status);
    let mut disclosed = BTreeMap::new();
    let mut rank = 0;
    for (serial, page) in leaves(pages, manifest, SegmentKind::Documents) {
        for (number, record) in documents::read_page(&page).unwrap() {
            let found = status.iter().map(|(_, page)| status::find(page, Place { serial, rank }).unwrap());
            let cancellations = found.flatten().collect();
            disclosed.insert(String::from_utf8(number).unwrap(), Disclosed { record, cancellations });
            rank += 1;
        }
    }
    disclosed
}

fn register(directory: &Path, now: Timestamp) -> Register {
    let random = &mut Seeded::new("without-codes");
    let mut register = Register::create(&directory.join("r.sqlite"), REGISTER, "2023-09-04").unwrap();
    let options = DemoOptions { documents: DOCUMENTS, now, certificates: false };
    fill(&mut register, &Keys::generate(random).unwrap(), &options, random, &|_| {}).unwrap();
    let sql = "INSERT INTO sealed_later SELECT number FROM documents WHERE sealed IS NOT NULL ORDER BY number LIMIT 3";
    register.connection().execute(sql, ()).unwrap();
    let sql = "INSERT INTO replaced_documents SELECT number FROM cancellations WHERE reinstated_on IS NULL ORDER BY number LIMIT 1";
    register.connection().execute(sql, ()).unwrap();
    register
}

fn query(register: &Register, sql: &str) -> Vec<String> {
    let mut statement = register.connection().prepare(sql).unwrap();
    let rows = statement.query_map((), |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// The disclosed cancellations in the form of the register's rows.
fn rows(disclosed: &BTreeMap<String, Disclosed>) -> Vec<String> {
    let row = |number: &str, one: &Cancellation| match one.status {
        CancellationStatus::Reinstated { on } => format!("{number} {} reinstated {on}", one.on),
        CancellationStatus::InEffect { ground, replaced } => {
            format!("{number} {} {} {}", one.on, ground.name(), if replaced { "replaced" } else { "" })
        }
    };
    disclosed
        .iter()
        .flat_map(|(number, disclosed)| disclosed.cancellations.iter().map(move |one| row(number, one)))
        .collect()
}

/// Everything that the statement says is read from the segments, and is what the register has.
#[test]
fn a_snapshot_discloses_only_this_without_any_code() {
    let directory = tempfile::tempdir().unwrap();
    let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    let register = register(directory.path(), now);
    let out = directory.path().join("segments");
    let options = BuildOptions::new(now, now.plus_seconds(86_400));
    let draft = build(&register, &out, &options, &|_| {}).unwrap();
    let disclosed = disclosed(&Files(out), &draft.manifest);

    let numbers: Vec<&str> = disclosed.keys().map(String::as_str).collect();
    assert_eq!(numbers, query(&register, "SELECT number FROM documents ORDER BY number"));
    let cancellations = "SELECT number || ' ' || cancelled_on || CASE WHEN reinstated_on IS NULL OR reinstated_on = '' \
        THEN ' ' || ground || ' ' || CASE WHEN number IN (SELECT number FROM replaced_documents) THEN 'replaced' ELSE '' END \
        ELSE ' reinstated ' || reinstated_on END FROM cancellations ORDER BY number, cancelled_on";
    assert_eq!(rows(&disclosed), query(&register, cancellations));
    let with = |form: &dyn Fn(&Record) -> bool| -> Vec<&str> {
        disclosed
            .iter()
            .filter(|(_, disclosed)| form(&disclosed.record))
            .map(|(number, _)| number.as_str())
            .collect()
    };
    let plain = with(&|record| matches!(record, Record::Plain));
    assert_eq!(plain, query(&register, "SELECT number FROM documents WHERE sealed IS NULL ORDER BY number"));
    let later = with(&|record| matches!(record, Record::Coded { sealed_at: SealedAt::Later, .. }));
    assert_eq!(later, query(&register, "SELECT number FROM sealed_later ORDER BY number"));

    let on_skills =
        query(&register, "SELECT number FROM documents WHERE skills <> '' AND sealed IS NOT NULL");
    let mut lengths: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    for (number, disclosed) in &disclosed {
        if let Record::Coded { sealed, .. } = &disclosed.record {
            let counts = lengths.entry(sealed.bytes.len()).or_default();
            counts[usize::from(on_skills.contains(number))] += 1;
        }
    }
    assert!(
        !on_skills.is_empty() && lengths.values().any(|[other, skills]| *skills > 0 && *other < 20),
        "{lengths:?}"
    );
    compare(&block(&disclosed, plain.len(), later.len(), &lengths));
}

/// The measured table.
fn block(
    disclosed: &BTreeMap<String, Disclosed>,
    plain: usize,
    later: usize,
    lengths: &BTreeMap<usize, [usize; 2]>,
) -> String {
    let cancelled: Vec<_> =
        disclosed.values().filter(|disclosed| !disclosed.cancellations.is_empty()).collect();
    let last = |disclosed: &&&Disclosed| disclosed.cancellations.last().map(|one| one.status);
    let reinstated = cancelled
        .iter()
        .filter(|disclosed| matches!(last(disclosed), Some(CancellationStatus::Reinstated { .. })))
        .count();
    let replaced = cancelled
        .iter()
        .filter(|disclosed| {
            matches!(last(disclosed), Some(CancellationStatus::InEffect { replaced: true, .. }))
        })
        .count();
    let mut out = String::from("```text\n");
    let mut line = |text: &str, count: usize| {
        let _ = writeln!(out, "{text:<62}{count:>6}");
    };
    line("documents, each with its number", disclosed.len());
    line("  issued with a verification code", disclosed.len() - plain - later);
    line("  issued without one, sealed later", later);
    line("  without one", plain);
    line("cancelled, each with the day", cancelled.len());
    line("  in effect, each with the ground", cancelled.len() - reinstated);
    line("    of these replaced by a new document", replaced);
    line("  reinstated, each with the day", reinstated);
    for (length, [other, skills]) in lengths {
        line(&format!("sealed attributes of {length} bytes"), other + skills);
        line("  of these on skills only", *skills);
    }
    out + "```\n"
}

/// Compares the block with the documentation, or writes it there.
fn compare(block: &str) {
    print!("{block}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/threat-model.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("the begin of the measured part");
    let (found, after) = rest.split_once(END).expect("the end of the measured part");
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(&path, format!("{before}{BEGIN}{block}{END}{after}")).unwrap();
    } else {
        assert!(
            found == block,
            "docs/threat-model.md differs; run this test with UPDATE_DOCS=1 and review the difference"
        );
    }
}
