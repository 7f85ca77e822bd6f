//! A register that publishes one state after another, and a device that updates from each of them.

use super::*;
use crate::error::ErrorCode;
use crate::fixture::{sign_all, sign_as};
use crate::snapshot::Chain;
use crate::snapshot::root::{CONTEXT, RoleName};

/// Signs the payload of a role's statement.
pub(super) type Sign = fn(&RoleSigners, RoleName, &[u8]) -> Vec<u8>;

/// The register of the fixture, which begins with root 1, manifest 7 and centres' statement 3.
pub(super) struct Publisher {
    /// The bundle that is signed and published next. Its root is the first one.
    pub(super) bundle: Bundle,
    /// The root that the device begins with.
    pub(super) pinned: Option<Vec<u8>>,
    /// The device's clock.
    pub(super) clock: Timestamp,
    /// The roots after the first one.
    roots: Vec<(u64, Vec<u8>)>,
    /// The keys that sign the next root in addition to its own.
    root_keys: Vec<Signer>,
    /// Other keys that sign the statements of a role in this step.
    by: Vec<(RoleName, Vec<Signer>)>,
    /// Other ways of signing statements in this step.
    pub(super) sign: Sign,
    /// Changes to the published files in this step.
    pub(super) alter: fn(&mut Source),
}

const SIGN: Sign = |signers, role, payload| sign_as(role, payload, signers.quorum(role));

impl Publisher {
    fn new() -> Self {
        let bundle = bundle();
        let root_keys = bundle.signers.root.clone();
        Self {
            bundle,
            pinned: None,
            clock: time(CLOCK),
            roots: Vec::new(),
            root_keys,
            by: Vec::new(),
            sign: SIGN,
            alter: |_| {},
        }
    }

    /// Raises the versions of manifest and centres' statement.
    pub(super) fn update(&mut self) {
        self.bundle.manifest.version += 1;
        self.bundle.centres.version += 1;
    }

    /// Gives a role other keys in the next root.
    pub(super) fn replace(&mut self, role: RoleName) {
        let other = RoleSigners::new(101);
        let signers = &mut self.bundle.signers;
        match role {
            RoleName::Root => signers.root = other.root,
            RoleName::Keeper => signers.keeper = other.keeper,
            RoleName::Chamber => signers.chamber = other.chamber,
            RoleName::Freshness => signers.fresh = other.fresh,
        }
    }

    /// Publishes the next root, signed by two keys of the one before and two of its own.
    pub(super) fn root(&mut self, change: impl FnOnce(&mut Root)) {
        let keys = [&self.root_keys[..2], &self.bundle.signers.root[..2]].concat();
        self.root_by(&keys, change);
    }

    /// Publishes the next root, signed by `keys`.
    pub(super) fn root_by(&mut self, keys: &[Signer], change: impl FnOnce(&mut Root)) {
        let version = self.roots.len() as u64 + 2;
        let mut root = self.bundle.signers.trust_root(version);
        root.register.clone_from(&self.bundle.root.register);
        change(&mut root);
        self.roots.push((version, sign_all(&root.write(), CONTEXT, keys)));
        self.root_keys.clone_from(&self.bundle.signers.root);
    }

    /// Signs the statement of `role` with `keys` in this step.
    pub(super) fn by(&mut self, role: RoleName, keys: &[Signer]) {
        self.by.push((role, keys.to_vec()));
    }

    fn publish(&self) -> Source {
        let mut signed =
            self.bundle.sign_with(|role, payload| match self.by.iter().find(|(of, _)| *of == role) {
                Some((_, keys)) => sign_as(role, payload, keys),
                None => (self.sign)(&self.bundle.signers, role, payload),
            });
        signed.statements.roots.clone_from(&self.roots);
        let mut source = Source::of(&signed);
        (self.alter)(&mut source);
        source
    }

    fn first_root(&self) -> Vec<u8> {
        let signed = || sign_root(&self.bundle.root, &self.root_keys[..2]);
        self.pinned.clone().unwrap_or_else(signed)
    }
}

impl Source {
    /// The manifest, as its name and its bytes.
    pub(super) fn manifest(&self) -> (FileName, Vec<u8>) {
        self.file(|name| matches!(name, FileName::Manifest(_)))
    }

    /// The centres' statement.
    pub(super) fn centres(&self) -> (FileName, Vec<u8>) {
        self.file(|name| matches!(name, FileName::Centres(_)))
    }

    fn file(&self, is_wanted: fn(&FileName) -> bool) -> (FileName, Vec<u8>) {
        let (name, bytes) = self.files.iter().find(|(name, _)| is_wanted(name)).unwrap();
        (*name, bytes.clone())
    }
}

/// The end of an update.
#[derive(Debug)]
pub(super) enum Ends {
    /// A bundle is put into service, with these versions of the root, the manifest and the centres' statement.
    Takes(u64, u64, u64),
    /// The same, after exactly these questions.
    Asks(&'static [&'static str], u64, u64, u64),
    /// A bundle is put into service for which this holds at the device's clock.
    Shows(fn(&Snapshot<MemoryPages>, Timestamp) -> bool),
    /// The bundle in service is the same as the source's, with these versions.
    Current(u64, u64, u64),
    /// The freshness statement in service is the later one and is kept, with these versions.
    Behind(u64, u64, u64),
    /// The statements are refused, and the device keeps the root of this version.
    Refused(u64, OpenError),
    /// The statement has another form, and the device keeps the root of this version.
    Malformed(u64, Statement),
    /// The walk ends with this error at this question, and the device keeps the root of this version.
    Fails(u64, ErrorCode, &'static str),
}

/// A publication, and the end of the update from it.
pub(super) type Step = (fn(&mut Publisher), Ends);

fn version(root: &[u8]) -> u64 {
    Chain::begin(root, None).map_or(0, |chain| chain.newest().version)
}

/// Publishes each step, updates a device from it, and compares the end.
pub(super) fn run(what: &str, steps: &[Step]) {
    let mut publisher = Publisher::new();
    let mut device: Option<Device> = None;
    for (at, (change, ends)) in (1..).zip(steps) {
        publisher.by.clear();
        publisher.sign = SIGN;
        publisher.alter = |_| {};
        change(&mut publisher);
        let device = device.get_or_insert_with(|| Device::new(publisher.first_root()));
        device.clock = publisher.clock;
        check(&format!("{what}, update {at}"), device, &publisher.publish(), ends);
    }
}

fn check(what: &str, device: &mut Device, source: &Source, ends: &Ends) {
    let (asked, result) = match device.begin() {
        Ok(walk) => {
            let ended = drive(walk, source, &mut |_, bytes| bytes);
            if let Some(root) = ended.kept {
                device.root = root;
            }
            (ended.asked, ended.result)
        }
        Err(error) => (Vec::new(), Err(error.into())),
    };
    let is_committed = asked.last().is_some_and(|question| question == "commit");
    let plan = match result {
        Ok(plan) => plan,
        Err(error) => return check_error(what, version(&device.root), &asked, &error, ends),
    };
    assert_eq!(plan.report.is_new, is_committed, "{what}");
    let opened = Snapshot::open(&device.options(), &plan.statements, source.pages.clone()).unwrap();
    assert_eq!(opened.trusted_state(), plan.trusted_state, "{what}");
    let versions = (opened.root().version, opened.manifest().version, opened.centres().version);
    if is_committed {
        device.take(&plan);
    }
    let found = (versions, is_committed, plan.report.source_is_behind);
    match *ends {
        Ends::Takes(root, manifest, centres) => {
            assert_eq!(found, ((root, manifest, centres), true, false), "{what}");
        }
        Ends::Asks(questions, root, manifest, centres) => {
            assert_eq!(asked, questions, "{what}");
            assert_eq!(found, ((root, manifest, centres), true, false), "{what}");
        }
        Ends::Shows(is_shown) => {
            assert!(is_committed, "{what}");
            assert!(is_shown(&opened, device.clock), "{what}");
        }
        Ends::Current(root, manifest, centres) => {
            assert_eq!(found, ((root, manifest, centres), false, false), "{what}");
        }
        Ends::Behind(root, manifest, centres) => {
            assert_eq!(found, ((root, manifest, centres), false, true), "{what}");
        }
        Ends::Refused(..) | Ends::Malformed(..) | Ends::Fails(..) => {
            panic!("{what}: {ends:?} was expected, and {found:?} is in service")
        }
    }
}

fn check_error(what: &str, kept: u64, asked: &[String], error: &UpdateError, ends: &Ends) {
    match (ends, error) {
        (Ends::Refused(root, expected), UpdateError::Refused(found)) => {
            assert_eq!((kept, found), (*root, expected), "{what}");
        }
        (Ends::Malformed(root, expected), UpdateError::Refused(OpenError::Malformed(found, _))) => {
            assert_eq!((kept, found), (*root, expected), "{what}");
        }
        (Ends::Fails(root, code, question), error) => {
            let last = asked.last().map(String::as_str);
            assert_eq!((kept, error.code(), last), (*root, *code, Some(*question)), "{what}: {error}");
        }
        _ => panic!("{what}: {ends:?} was expected, and the error is {error:?}"),
    }
}
