//! Writes the transcripts of updates. Questions, answers and results are written by hand, from docs/device.md; the generator
//! replays each and panics where the walk asks otherwise.

use std::path::{Path, PathBuf};

use rastau_core::snapshot::name::{CENTRES, MANIFESTS};
use rastau_core::snapshot::root::Extension;
use rastau_core::snapshot::{FileName, OpenOptions, PAGE_SIZE, Snapshot, Statements};
use rastau_registry::RegistryError;
use rastau_registry::demo::REGISTER;
use rastau_registry::sign::{sign_fresh, sign_root};
use rastau_store::Bundle;

use super::bundles::{Maker, instant};
use super::row::NOW;
use crate::update::{Outcome, Reply, Step, Transcript, replay_walk};

const SOURCE_NOT_THERE: u16 = 124;
const TOO_LARGE: u16 = 121;
const SEGMENT: u16 = 123;
const WEB_PAGE: u16 = 134;
const STATUS: u16 = 136;
const OTHER_CONTENT: u16 = 137;
const TOO_FEW: u16 = 101;
const BROKEN_CHAIN: u16 = 104;
const ROLLBACK: u16 = 106;

/// The largest size of a statement in bytes.
const MAX_STATEMENT: usize = 256 * 1024;
/// When the base was confirmed, and when the bundle `later-note` was.
const CONFIRMED: &str = "2026-11-23T04:59:00Z";
const LATER: &str = "2026-11-23T04:59:30Z";

impl Maker<'_> {
    /// Writes the bundles that only updates need.
    pub(super) fn for_updates(&self) -> Result<(), RegistryError> {
        let (keys, times) = (&self.keys.demo, &self.times);
        let note = |name: &str, checked| {
            let fresh = sign_fresh(REGISTER, &self.base.manifest, &keys.fresh, checked, times.next_update);
            self.statements_only(name, &Statements { fresh, ..self.base.clone() })
        };
        note("earlier-note", instant("2026-11-22T09:59:00+05:00"))?;
        note("later-note", instant(LATER))?;
        let older = self.restated(|draft| (draft.manifest.epoch, draft.manifest.version) = (2, 2));
        self.statements_only("older-centres", &older)?;
        let mut root = self.next_root()?;
        root.extensions = vec![Extension { id: 9, critical: true, value: Vec::new() }];
        let root = sign_root(&root, &[&keys.root[0], &keys.root[1]]);
        let roots = vec![self.base.roots[0].clone(), (2, root)];
        self.statements_only("newer-program", &Statements { roots, ..self.base.clone() })
    }
}

/// The corpus being written, as a source of file names.
struct Files<'c> {
    corpus: &'c Path,
}

impl Files<'_> {
    fn folder(&self, bundle: &str) -> PathBuf {
        self.corpus.join("bundles").join(bundle)
    }

    /// The name of the one file in a directory of a bundle.
    fn only(&self, bundle: &str, directory: &str) -> String {
        let mut entries = std::fs::read_dir(self.folder(bundle).join(directory)).expect("a directory");
        let entry = entries.next().expect("a file").expect("a readable directory");
        format!("{directory}/{}", entry.file_name().to_string_lossy())
    }

    /// The question for a file, answered with that file of a bundle.
    fn file(&self, bundle: &str, name: &str) -> Step {
        let file = format!("bundles/{bundle}/{name}");
        Step { want: name.to_owned(), from: 0, answer: Reply::File { file, at: 0, cut: None, flip: None } }
    }

    fn root(&self, bundle: &str, version: u64) -> Step {
        self.file(bundle, &FileName::Root(version).to_string())
    }

    fn fresh(&self, bundle: &str) -> Step {
        self.file(bundle, "fresh.cose")
    }

    fn manifest(&self, bundle: &str) -> Step {
        self.file(bundle, &self.only(bundle, MANIFESTS))
    }

    fn centres(&self, bundle: &str) -> Step {
        self.file(bundle, &self.only(bundle, CENTRES))
    }

    /// The names of a bundle's segments, in the order in which they are asked for.
    fn segment_names(&self, bundle: &str) -> Vec<String> {
        let opened = Bundle::open(&self.folder(bundle)).expect("a bundle");
        let statements = opened.statements().clone();
        let options = OpenOptions::pinned(&statements.roots[0].1, instant(NOW));
        let snapshot = Snapshot::open(&options, &statements, opened).expect("a bundle that opens");
        snapshot.segments().map(|segment| FileName::Segment(segment.id.root).to_string()).collect()
    }

    /// The questions for all segments of a bundle.
    fn segments(&self, bundle: &str) -> Vec<Step> {
        self.segment_names(bundle).iter().map(|name| self.file(bundle, name)).collect()
    }

    /// The questions for the segments of `second` that a device with the base does not have.
    fn second_segments(&self) -> Vec<Step> {
        let held = self.segment_names("base");
        let names = self.segment_names("second").into_iter().filter(|name| !held.contains(name));
        names.map(|name| self.file("second", &name)).collect()
    }
}

/// A root that the source does not have.
fn no_root(version: u64) -> Step {
    answered(&FileName::Root(version).to_string(), 404)
}

fn answered(want: &str, status: u16) -> Step {
    Step { want: want.to_owned(), from: 0, answer: Reply::Status { status } }
}

trait Change {
    /// The same question with another status instead of the file.
    fn status(self, status: u16) -> Self;
    /// The same question with a text instead of the file.
    fn text(self, text: &str) -> Self;
    /// The same question with another file of the corpus.
    fn with(self, path: &str) -> Self;
    /// The same question, asked and answered from a byte on.
    fn resumed(self, from: u64) -> Self;
    /// The file from its start, although a later part was requested.
    fn whole(self) -> Self;
    /// The same, broken off before a byte.
    fn cut(self, cut: usize) -> Self;
    /// The same with a bit inverted.
    fn flip(self, flip: usize) -> Self;
}

impl Change for Step {
    fn status(self, status: u16) -> Self {
        Self { answer: Reply::Status { status }, ..self }
    }

    fn text(self, text: &str) -> Self {
        Self { answer: Reply::Text { text: text.to_owned() }, ..self }
    }

    fn with(self, path: &str) -> Self {
        let file = format!("bundles/{path}");
        Self { answer: Reply::File { file, at: 0, cut: None, flip: None }, ..self }
    }

    fn resumed(mut self, begin: u64) -> Self {
        self.from = begin;
        if let Reply::File { at, .. } = &mut self.answer {
            *at = begin;
        }
        self
    }

    fn whole(mut self) -> Self {
        if let Reply::File { at, .. } = &mut self.answer {
            *at = 0;
        }
        self
    }

    fn cut(mut self, end: usize) -> Self {
        if let Reply::File { cut, .. } = &mut self.answer {
            *cut = Some(end);
        }
        self
    }

    fn flip(mut self, byte: usize) -> Self {
        if let Reply::File { flip, .. } = &mut self.answer {
            *flip = Some(byte);
        }
        self
    }
}

/// A transcript with a pinned root, by the clock of the corpus.
fn row(name: &str, before: &str, why: &str, steps: Vec<Step>, result: Outcome) -> (String, Transcript) {
    let before = (!before.is_empty()).then(|| format!("bundles/{before}"));
    let root = Some("bundles/base/roots/1.cose".to_owned());
    let transcript =
        Transcript { description: why.to_owned(), now: NOW.to_owned(), root, before, steps, result };
    (name.to_owned(), transcript)
}

/// The result of an update to a version of epoch 1; the next update asks for root 2.
fn done(change: &str, version: u64, checked_at: &str) -> Outcome {
    Outcome::Done {
        change: change.to_owned(),
        epoch: 1,
        version,
        checked_at: checked_at.to_owned(),
        source_is_behind: false,
        needs_newer_program: false,
        next: "roots/2.cose".to_owned(),
    }
}

/// The result of an update that fails without closing the bundle; the next update asks for root 2.
fn failed(error: u16) -> Outcome {
    Outcome::Failed { error, closed: false, next: "roots/2.cose".to_owned() }
}

fn after_root(outcome: Outcome, version: u64) -> Outcome {
    let root = FileName::Root(version + 1).to_string();
    match outcome {
        Outcome::Failed { error, closed, .. } => Outcome::Failed { error, closed, next: root },
        Outcome::Done {
            change, epoch, version, checked_at, source_is_behind, needs_newer_program, ..
        } => {
            let next = root;
            Outcome::Done { change, epoch, version, checked_at, source_is_behind, needs_newer_program, next }
        }
    }
}

/// Writes the transcripts into the corpus; returns their number.
///
/// # Panics
/// If a replay differs, with every difference.
pub(super) fn write(corpus: &Path) -> usize {
    let rows = rows(&Files { corpus });
    let folder = corpus.join("updates");
    std::fs::create_dir_all(&folder).expect("cannot create a directory");
    let mut problems = Vec::new();
    for (name, transcript) in &rows {
        match replay_walk(corpus, transcript) {
            Ok(found) if found == transcript.result => {}
            Ok(found) => problems.push(format!("{name}: expected {:?}, found {found:?}", transcript.result)),
            Err(problem) => problems.push(format!("{name}: {problem}")),
        }
        let json = serde_json::to_string_pretty(transcript).expect("cannot serialise a transcript");
        std::fs::write(folder.join(format!("{name}.json")), json + "\n").expect("cannot write a file");
    }
    assert!(problems.is_empty(), "the updates differ from the tables:\n{}", problems.join("\n"));
    rows.len()
}

fn rows(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let mut rows = complete(files);
    rows.extend(roots(files));
    rows.extend(sources(files));
    rows.extend(older(files));
    rows.extend(segments(files));
    rows
}

/// The questions for the statements of `second` by a device that has `base`.
fn to_second(files: &Files<'_>) -> Vec<Step> {
    vec![no_root(2), files.fresh("second"), files.manifest("second"), files.centres("second")]
}

/// Updates without an incident.
fn complete(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let statements = || vec![files.fresh("base"), files.manifest("base"), files.centres("base")];
    let base = || [statements(), files.segments("base")].concat();
    let pinned = [vec![no_root(2)], base()].concat();
    let mut first = row(
        "first-pull-on-trust",
        "",
        "A new device without a root asks for the source's first one",
        [vec![files.root("base", 1), no_root(2)], base()].concat(),
        done("first", 1, CONFIRMED),
    );
    first.1.root = None;
    let why = "A device that has the bundle asks for the next root and the freshness statement only";
    let quiet = vec![no_root(2), files.fresh("base")];
    let why_note = "The same manifest, confirmed later: the freshness statement alone is replaced";
    let note = vec![no_root(2), files.fresh("later-note")];
    let newer = [to_second(files), files.second_segments()].concat();
    vec![
        row(
            "first-pull-pinned",
            "",
            "A new device with a pinned root asks for everything but that root",
            pinned,
            done("first", 1, CONFIRMED),
        ),
        first,
        row("quiet-day", "base", why, quiet, done("nothing", 1, CONFIRMED)),
        row("confirmed-again", "base", why_note, note, done("newer", 1, LATER)),
        row(
            "newer-version",
            "base",
            "The next version: its statements and the segments that the device does not have",
            newer,
            done("newer", 2, CONFIRMED),
        ),
    ]
}

/// New trust roots.
fn roots(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let chain = || vec![files.root("rotated", 2), files.root("rotated", 3), no_root(4)];
    let signed_anew = [chain(), vec![files.fresh("rotated"), files.manifest("rotated")]].concat();
    let rest_missing = [chain(), vec![files.fresh("rotated").status(404)]].concat();
    let closed = Outcome::Failed { error: SOURCE_NOT_THERE, closed: true, next: "roots/4.cose".to_owned() };
    let mut needs_newer = done("nothing", 1, CONFIRMED);
    if let Outcome::Done { needs_newer_program, .. } = &mut needs_newer {
        *needs_newer_program = true;
    }
    // A statement that the known root does not support: the next root may have been published in the meantime.
    let late = [
        vec![no_root(2), files.fresh("rotated"), files.manifest("rotated")],
        chain(),
        vec![files.fresh("rotated"), files.manifest("rotated")],
    ]
    .concat();
    let no_chain = vec![
        no_root(2),
        files.fresh("rotated"),
        files.manifest("rotated"),
        no_root(2),
        files.fresh("rotated"),
        files.manifest("rotated"),
    ];
    vec![
        row(
            "next-roots",
            "base",
            "Two new roots, one after another, and the statements signed with their keys",
            signed_anew,
            after_root(done("newer", 1, CONFIRMED), 3),
        ),
        row(
            "root-kept-rest-missing",
            "base",
            "Verified roots are kept although nothing else is there, and close a bundle whose keys they replace",
            rest_missing,
            closed,
        ),
        row(
            "root-comes-late",
            "base",
            "Statements with too few signatures: the next root is asked for once more",
            late,
            after_root(done("newer", 1, CONFIRMED), 3),
        ),
        row(
            "root-does-not-come",
            "base",
            "Statements with too few signatures under every root that the source has",
            no_chain,
            failed(TOO_FEW),
        ),
        row(
            "root-of-a-newer-program",
            "base",
            "A root with a critical extension is not used, and the bundle stays under the one before",
            vec![files.root("newer-program", 2), files.fresh("newer-program")],
            needs_newer,
        ),
    ]
}

/// Answers of networks and servers instead of a file.
fn sources(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let page = "<!doctype html><title>Sign in to the network</title>";
    let once = [
        vec![no_root(2), files.fresh("second"), files.manifest("second").status(404)],
        to_second(files)[1..].to_vec(),
        files.second_segments(),
    ]
    .concat();
    let twice = vec![
        no_root(2),
        files.fresh("second"),
        files.manifest("second").status(404),
        files.fresh("second"),
        files.manifest("second").status(410),
    ];
    let newer = [to_second(files), files.second_segments()].concat();
    let [root, rest @ ..] = &newer[..] else { unreachable!("the first question is for a root") };
    let forbidden_root = [vec![root.clone().status(403)], rest.to_vec()].concat();
    let mixed = vec![
        no_root(2),
        files.fresh("second"),
        files.manifest("second").with(&format!("base/{}", files.only("base", MANIFESTS))),
    ];
    let mut large = files.fresh("base");
    large.answer = Reply::Repeated { byte: 0xd2, length: MAX_STATEMENT + 1 };
    vec![
        row(
            "captive-page",
            "base",
            "A network answers with its own page",
            vec![no_root(2).text(page), files.fresh("base").text(page)],
            failed(WEB_PAGE),
        ),
        row(
            "web-page-for-a-root",
            "base",
            "A server that answers with its own page for a missing file: it counts as missing for a root",
            [vec![root.clone().text(page)], rest.to_vec()].concat(),
            done("newer", 2, CONFIRMED),
        ),
        row(
            "captive-page-for-the-manifest",
            "base",
            "A network's page comes in the middle of an update",
            vec![no_root(2), files.fresh("second"), files.manifest("second").text(page)],
            failed(WEB_PAGE),
        ),
        row(
            "forbidden-root",
            "base",
            "A server that answers 403 for a missing file: it counts as missing for a root",
            forbidden_root,
            done("newer", 2, CONFIRMED),
        ),
        row(
            "forbidden",
            "base",
            "A server that answers 403 for everything",
            vec![no_root(2).status(403), files.fresh("base").status(403)],
            failed(STATUS),
        ),
        row(
            "named-file-missing-once",
            "base",
            "The publisher replaces the bundle meanwhile: the walk begins again with the freshness statement",
            once,
            done("newer", 2, CONFIRMED),
        ),
        row("named-file-missing-twice", "base", "A file that stays away", twice, failed(SOURCE_NOT_THERE)),
        row(
            "mixed-versions",
            "base",
            "The manifest of another version under the name of this one",
            mixed,
            failed(OTHER_CONTENT),
        ),
        row(
            "oversized-statement",
            "base",
            "A freshness statement of one byte more than any statement has",
            vec![no_root(2), large],
            failed(TOO_LARGE),
        ),
    ]
}

/// Statements older than those of the device.
fn older(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let mut behind = done("nothing", 1, CONFIRMED);
    if let Outcome::Done { source_is_behind, .. } = &mut behind {
        *source_is_behind = true;
    }
    let older_root = no_root(2).with("base/roots/1.cose");
    vec![
        row(
            "older-note",
            "base",
            "An earlier confirmation of the same manifest: the later one stays",
            vec![no_root(2), files.fresh("earlier-note")],
            behind,
        ),
        row(
            "rollback-of-the-root",
            "base",
            "Root 1 under the name of root 2",
            vec![older_root],
            failed(BROKEN_CHAIN),
        ),
        row(
            "rollback-of-the-manifest",
            "second",
            "A source that has the version before",
            vec![no_root(2), files.fresh("base"), files.manifest("base"), files.centres("base")],
            failed(ROLLBACK),
        ),
        row(
            "rollback-of-the-centres",
            "new-epoch",
            "A newer manifest that names an older statement of centres",
            vec![
                no_root(2),
                files.fresh("older-centres"),
                files.manifest("older-centres"),
                files.centres("older-centres"),
            ],
            failed(ROLLBACK),
        ),
    ]
}

/// Transfers of segments that are interrupted or deliver other bytes.
fn segments(files: &Files<'_>) -> Vec<(String, Transcript)> {
    let first = vec![no_root(2), files.fresh("base"), files.manifest("base"), files.centres("base")];
    let all = files.segments("base");
    let [documents, rest @ ..] = &all[..] else { unreachable!("a bundle has segments") };
    let begin = |steps: Vec<Step>| [first.clone(), steps].concat();
    let and_rest = |steps: Vec<Step>| [first.clone(), steps, rest.to_vec()].concat();
    let page = PAGE_SIZE as u64;
    let half = PAGE_SIZE + 900;
    vec![
        row(
            "segment-resumed",
            "",
            "A transfer breaks off twice and goes on from there",
            and_rest(vec![
                documents.clone().cut(half),
                documents.clone().resumed(half as u64).cut(2 * PAGE_SIZE),
                documents.clone().resumed(2 * page),
            ]),
            done("first", 1, CONFIRMED),
        ),
        row(
            "segment-begun-anew",
            "",
            "A transfer breaks off, and the source cannot go on in the middle",
            and_rest(vec![documents.clone().cut(half), documents.clone().resumed(half as u64).whole()]),
            done("first", 1, CONFIRMED),
        ),
        row(
            "segment-altered-once",
            "",
            "A page differs from the signed one: the segment is asked for from that page on",
            and_rest(vec![documents.clone().flip(PAGE_SIZE + 9), documents.clone().resumed(page)]),
            done("first", 1, CONFIRMED),
        ),
        row(
            "segment-altered-twice",
            "",
            "It differs again: the segment is asked for from its start",
            and_rest(vec![
                documents.clone().flip(PAGE_SIZE + 9),
                documents.clone().resumed(page).flip(PAGE_SIZE + 9),
                documents.clone(),
            ]),
            done("first", 1, CONFIRMED),
        ),
        row(
            "segment-altered-always",
            "",
            "It differs a third time: the update ends",
            begin(vec![
                documents.clone().flip(PAGE_SIZE + 9),
                documents.clone().resumed(page).flip(PAGE_SIZE + 9),
                documents.clone().flip(PAGE_SIZE + 9),
            ]),
            failed(SEGMENT),
        ),
    ]
}
