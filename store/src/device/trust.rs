//! The trust root and state that a source is verified against, and its verified statements.

use std::borrow::Cow;
use std::io::Read;

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::error::{OpenError, PageError, Statement};
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::statements::{named_centres, named_manifest};
use rastau_core::snapshot::{
    Anchor, FileName, MAX_CHAIN, MAX_STATEMENT, OpenOptions, Root, Snapshot, Statements, TrustedState,
};

use crate::error::StoreError;
use crate::source::Source;
use crate::state::Service;

/// The root and the trusted state that a bundle is verified against.
pub(super) struct Trust {
    pub(super) anchor: Hash,
    pub(super) root: Vec<u8>,
    root_version: u64,
    trusted_state: Option<TrustedState>,
    /// Whether the anchor was pinned, or read from the source itself when the device was set up.
    pub(super) anchored: Anchor,
}

/// No pages: statements are verified before the segments are read.
pub(super) struct NoPages;

impl Pages for NoPages {
    fn page(&self, _segment: &SegmentId, _index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        Err(PageError::Missing)
    }
}

impl Trust {
    /// Returns the device's root and state. A new device trusts the root `given`, or without one the source's first.
    pub(super) fn new(
        service: Option<&Service>,
        given: Option<&[u8]>,
        source: &dyn Source,
    ) -> Result<Self, StoreError> {
        if let Some(service) = service {
            let given = given.map(|root| sha256(&[root]));
            let current = sha256(&[&service.root]);
            if let Some(given) = given.filter(|given| *given != service.anchor && *given != current) {
                let (pinned, given) = (crate::fingerprint(&service.anchor), crate::fingerprint(&given));
                return Err(StoreError::OtherRoot { pinned, given });
            }
            return Ok(Self {
                anchor: service.anchor,
                root: service.root.clone(),
                root_version: service.trusted_state.root.version,
                trusted_state: Some(older_freshness_too(&service.trusted_state)),
                anchored: service.anchored,
            });
        }
        let root = match given {
            Some(root) => root.to_vec(),
            None => statement(source, "roots/1.cose")?,
        };
        let malformed = |error| OpenError::Malformed(Statement::Root, error);
        let sign = read_sign("root", &root, MAX_STATEMENT).map_err(malformed)?;
        let root_version = Root::from_sign(&sign)?.version;
        Ok(Self {
            anchor: sha256(&[&root]),
            root,
            root_version,
            trusted_state: None,
            anchored: if given.is_some() { Anchor::Pinned } else { Anchor::FirstUse },
        })
    }

    /// Verifies and opens a bundle.
    pub(super) fn open<P: Pages>(
        &self,
        statements: &Statements,
        pages: P,
        now: Timestamp,
    ) -> Result<Snapshot<P>, OpenError> {
        let options =
            OpenOptions::kept(&self.root, self.anchored, now).trusted_state(self.trusted_state.as_ref());
        Snapshot::open(&options, statements, pages)
    }

    /// Returns the statements for a slot: with the current root if they have none, because a bundle must have one.
    pub(super) fn with_root(&self, statements: &Statements) -> Statements {
        let mut statements = statements.clone();
        if statements.roots.is_empty() {
            statements.roots.push((self.root_version, self.root.clone()));
        }
        statements
    }

    /// Returns the root to trust after these verified statements are activated.
    pub(super) fn next_root(&self, statements: &Statements) -> Vec<u8> {
        statements.roots.last().map_or(&self.root, |(_, bytes)| bytes).clone()
    }

    /// Reads and verifies the statements of a source. Statements of different bundles are read once more: a publisher may
    /// have replaced the bundle while they were read.
    pub(super) fn fetch(
        &self,
        source: &dyn Source,
        now: Timestamp,
    ) -> Result<(Statements, Snapshot<NoPages>), StoreError> {
        let mut may_retry = true;
        loop {
            let statements = match self.read(source) {
                Err(StoreError::NotThere { .. }) if may_retry => {
                    may_retry = false;
                    continue;
                }
                read => read?,
            };
            match self.open(&statements, NoPages, now) {
                Ok(snapshot) => return Ok((statements, snapshot)),
                Err(OpenError::MixedUp(_)) if may_retry => may_retry = false,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Reads the statements. Roots are requested one after another until one is missing: a web server has no list of them.
    fn read(&self, source: &dyn Source) -> Result<Statements, StoreError> {
        let mut roots = Vec::new();
        for version in (self.root_version.saturating_add(1)..).take(MAX_CHAIN) {
            let Some(bytes) = optional_statement(source, &format!("roots/{version}.cose"))? else { break };
            roots.push((version, bytes));
        }
        let named = |name: FileName| statement(source, &name.to_string());
        let fresh = named(FileName::Freshness)?;
        let manifest =
            named_manifest(&fresh).map_or(Ok(Vec::new()), |hash| named(FileName::Manifest(hash)))?;
        let centres =
            named_centres(&manifest).map_or(Ok(Vec::new()), |hash| named(FileName::Centres(hash)))?;
        Ok(Statements { roots, fresh, manifest, centres })
    }
}

/// Returns the state without the time of the accepted freshness statement: an older one of the same manifest is no reason to
/// refuse an update, and the later one stays in use.
pub(super) fn older_freshness_too(state: &TrustedState) -> TrustedState {
    let mut state = state.clone();
    state.freshness.checked_at = Timestamp(0);
    state
}

/// Reads a required statement.
fn statement(source: &dyn Source, name: &str) -> Result<Vec<u8>, StoreError> {
    optional_statement(source, name)?.ok_or_else(|| StoreError::NotThere { name: name.into() })
}

/// Reads a statement; `None` for a missing file.
fn optional_statement(source: &dyn Source, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let max = MAX_STATEMENT as u64;
    let Some(reader) = source.open(name, max)? else { return Ok(None) };
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| StoreError::Source { name: name.into(), source: error.into() };
    reader.take(max + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_STATEMENT {
        return Err(StoreError::TooLarge { path: name.into(), max: MAX_STATEMENT });
    }
    Ok(Some(bytes))
}
