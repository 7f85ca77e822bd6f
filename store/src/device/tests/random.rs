//! Sessions with any calls in any order: right and wrong bytes, wrong places, drops, and a second session in between.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use proptest::prelude::*;
use rastau_core::snapshot::check::check_segment;
use rastau_core::update::UpdateError;

use super::publisher::Keys;
use super::*;

/// The files of a published directory, by name.
type Published = BTreeMap<String, Vec<u8>>;

/// Version 1, version 2, version 2 with other content, version 3, and version 4 under the next root.
fn sources() -> &'static [Published] {
    static SOURCES: OnceLock<Vec<Published>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let versions = [(1, 7, false), (2, 7, false), (2, 9, false), (3, 7, false), (4, 8, true)];
        let published = versions.map(|(version, fill, is_next)| {
            let folder = tempfile::tempdir().unwrap();
            let mut publisher = Publisher::new(folder.path().to_path_buf());
            if is_next {
                publisher.roots.push(Keys([21, 2, 3, 4]));
            }
            publisher.publish_filled(version, fill);
            let name = |path: PathBuf| path.to_str().unwrap().replace('\\', "/");
            files(folder.path()).into_iter().map(|(path, bytes)| (name(path), bytes)).collect()
        });
        published.into()
    })
}

/// One or more calls. A `source` of `None` is the one with which the session began: with a different one at each call
/// no update would ever complete.
#[derive(Debug, Clone)]
enum Call {
    /// The whole file that is asked for, in pieces, and its end; 404 if the source does not have it.
    File {
        source: Option<usize>,
        piece: usize,
    },
    /// The next bytes of the file that is asked for, one at a time, without its end.
    Bytes {
        source: Option<usize>,
        count: usize,
    },
    /// The whole file with a bit inverted.
    Altered {
        source: Option<usize>,
        at: usize,
    },
    /// A web page.
    Page,
    /// Bytes at an arbitrary offset.
    Elsewhere {
        at: u64,
    },
    End,
    Status(u16),
    Commit,
    /// The session is dropped, and another one begun, with another source.
    Drop {
        source: usize,
    },
}

fn calls() -> impl Strategy<Value = Vec<(bool, Call)>> {
    let source = prop_oneof![15 => Just(None), 1 => (0..5usize).prop_map(Some)];
    let call = prop_oneof![
        40 => (source.clone(), prop_oneof![Just(700), Just(4096), Just(1 << 20)])
            .prop_map(|(source, piece)| Call::File { source, piece }),
        2 => (source.clone(), 1..60usize).prop_map(|(source, count)| Call::Bytes { source, count }),
        1 => (source, any::<usize>()).prop_map(|(source, at)| Call::Altered { source, at }),
        1 => Just(Call::Page),
        1 => (0..9000u64).prop_map(|at| Call::Elsewhere { at }),
        1 => Just(Call::End),
        1 => prop_oneof![Just(404), Just(403), Just(500)].prop_map(Call::Status),
        12 => Just(Call::Commit),
        1 => (0..5usize).prop_map(|source| Call::Drop { source }),
    ];
    proptest::collection::vec((any::<bool>(), call), 20..80)
}

/// A session, and how many bytes of the current statement it has.
struct Running {
    session: Session,
    given: usize,
    source: usize,
}

impl Running {
    fn begin(device: &Device, source: usize) -> Self {
        Self { session: Session::begin(device, &update()).unwrap(), given: 0, source }
    }

    /// The name of the requested file, and where it continues.
    fn at(&self) -> Option<(String, usize)> {
        match self.session.want() {
            Want::Statement { name, .. } => Some((name.to_string(), self.given)),
            Want::Segment { name, from, .. } => Some((name.to_string(), usize::try_from(from).unwrap())),
            Want::Commit | Want::Failed => None,
        }
    }

    fn take(&mut self, bytes: &[u8], at: usize) -> Result<(), StoreError> {
        self.session.take(bytes, at as u64)?;
        self.given = at + bytes.len();
        Ok(())
    }

    /// Passes a whole file from where it continues.
    fn give(&mut self, bytes: Option<&[u8]>, piece: usize) -> Result<(), StoreError> {
        let Some((_, mut at)) = self.at() else { return self.session.end() };
        let Some(bytes) = bytes else { return self.session.status(404) };
        for part in bytes.get(at..).unwrap_or_default().chunks(piece) {
            self.take(part, at)?;
            at += part.len();
        }
        self.session.end()
    }

    fn call(&mut self, call: &Call) -> Result<(), StoreError> {
        let file = |running: &Self, source: Option<usize>| {
            sources()[source.unwrap_or(running.source)].get(&running.at()?.0).cloned()
        };
        match call {
            Call::File { source, piece } => self.give(file(self, *source).as_deref(), *piece),
            Call::Altered { source, at } => {
                let mut bytes = file(self, *source);
                if let Some(bytes) = &mut bytes {
                    let at = at % bytes.len();
                    bytes[at] ^= 1;
                }
                self.give(bytes.as_deref(), 4096)
            }
            Call::Bytes { source, count } => {
                let (Some(bytes), Some((_, at))) = (file(self, *source), self.at()) else { return Ok(()) };
                for at in at..bytes.len().min(at + count) {
                    self.take(&bytes[at..=at], at)?;
                }
                Ok(())
            }
            Call::Page => self.give(Some(b"<!doctype html>"), 4096),
            Call::Elsewhere { at } => self.session.take(b"elsewhere", *at),
            Call::End => self.session.end(),
            Call::Status(status) => self.session.status(*status),
            Call::Commit => self.session.commit().map(drop),
            Call::Drop { .. } => Ok(()),
        }
    }
}

/// Whether a call fits the question, so that an answer of the wrong kind has to change nothing.
fn fits(call: &Call, want: &Want) -> bool {
    match call {
        Call::Commit => *want == Want::Commit,
        Call::File { .. }
        | Call::Altered { .. }
        | Call::Page
        | Call::End
        | Call::Status(_)
        | Call::Elsewhere { .. } => {
            matches!(want, Want::Statement { .. } | Want::Segment { .. })
        }
        Call::Bytes { .. } | Call::Drop { .. } => true,
    }
}

/// Every page of an opened bundle is the signed one.
fn is_whole(opened: &InService) -> bool {
    let snapshot = &opened.snapshot;
    snapshot.segments().all(|segment| check_segment(snapshot.pages(), segment, || {}).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn any_calls_in_any_order(calls in calls()) {
        let folder = tempfile::tempdir().unwrap();
        let device = Device::at(folder.path().join("device"));
        let mut first = Running::begin(&device, 0);
        while first.session.want() != Want::Commit {
            first.call(&Call::File { source: None, piece: 1 << 20 }).unwrap();
            first.given = 0;
        }
        first.session.commit().unwrap();
        let reader = device.open_read_only(time(NOW)).unwrap();
        let mut sessions = [Running::begin(&device, 1), Running::begin(&device, 3)];
        let mut newest = 1;
        for (which, call) in &calls {
            let running = &mut sessions[usize::from(*which)];
            let before = running.session.want();
            let place = running.at().map(|(_, at)| at as u64);
            let result = running.call(call);
            let after = running.session.want();
            if let Call::Elsewhere { at } = call
                && *at != 0
                && place.is_some_and(|place| place != *at)
            {
                let is_wrong = matches!(result, Err(StoreError::Update(UpdateError::WrongAnswer)));
                prop_assert!(is_wrong, "at {at} instead of {place:?}: {result:?}");
                prop_assert_eq!(&after, &before);
            }
            if !fits(call, &before) {
                let is_wrong = matches!(result, Err(StoreError::Update(UpdateError::WrongAnswer)));
                prop_assert!(is_wrong, "{call:?} to {before:?}: {result:?}");
                prop_assert_eq!(&after, &before);
            }
            match result {
                // Caused by the source or another session, never by the disk.
                Ok(()) | Err(StoreError::Update(_) | StoreError::Refused(_) | StoreError::NotThere { .. }) => {}
                Err(StoreError::Segment { .. } | StoreError::Source { .. } | StoreError::Busy { .. }) => {}
                Err(error) => prop_assert!(false, "{call:?} to {before:?}: {error}"),
            }
            if std::mem::discriminant(&before) != std::mem::discriminant(&after) || before != after {
                running.given = 0;
            }
            if let Call::Drop { source } = call {
                *running = Running::begin(&device, *source);
            } else if after == Want::Failed || matches!((call, &before), (Call::Commit, Want::Commit)) {
                *running = Running::begin(&device, (running.source + 1) % sources().len());
            }
            let opened = device.open_read_only(time(NOW)).unwrap();
            prop_assert!(opened.notices.is_empty(), "{call:?}: {:?}", opened.notices);
            let version = opened.snapshot.manifest().version;
            prop_assert!(version >= newest, "{call:?}: {version} after {newest}");
            newest = version;
            // No file that is in use was cut or written to.
            prop_assert!(is_whole(&opened), "{call:?}");
        }
        prop_assert!(is_whole(&reader), "what a reader opened before stays as it was");
    }
}

/// The number of cases; `RASTAU_CASES` sets it for a long run.
fn cases() -> u32 {
    std::env::var("RASTAU_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(24)
}
