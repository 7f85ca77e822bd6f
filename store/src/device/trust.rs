//! What a source is measured by, and its statements once they have passed.

use std::borrow::Cow;
use std::io::Read;

use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::error::{OpenError, PageError, Statement};
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::{MAX_CHAIN, MAX_STATEMENT, Root, Snapshot, Statements, TrustedState};

use crate::error::StoreError;
use crate::source::Source;
use crate::state::Service;

/// The root and the memory that a bundle has to pass.
pub(super) struct Trust {
    pub(super) anchor: Hash,
    pub(super) root: Vec<u8>,
    root_version: u64,
    trusted_state: Option<TrustedState>,
    /// Whether the root is the source's own.
    pub(super) on_trust: bool,
}

/// Statements are verified before there are pages.
pub(super) struct NoPages;

impl Pages for NoPages {
    fn page(&self, _segment: &SegmentId, _index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        Err(PageError::Missing)
    }
}

impl Trust {
    /// A device trusts what it was set up with; a new one the root that is `given`, or else the source's first.
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
                root_version: service.trusted_state.root_version,
                trusted_state: Some(service.trusted_state.clone()),
                on_trust: false,
            });
        }
        let root = match given {
            Some(root) => root.to_vec(),
            None => small(source, "roots/1.cose")?,
        };
        let malformed = |error| OpenError::Malformed(Statement::Root, error);
        let sign = read_sign("root", &root, MAX_STATEMENT).map_err(malformed)?;
        let root_version = Root::from_sign(&sign)?.version;
        Ok(Self {
            anchor: sha256(&[&root]),
            root,
            root_version,
            trusted_state: None,
            on_trust: given.is_none(),
        })
    }

    /// Opens a bundle by this root and memory.
    pub(super) fn open<P: Pages>(
        &self,
        statements: &Statements,
        pages: P,
        now: Timestamp,
    ) -> Result<Snapshot<P>, OpenError> {
        Snapshot::open(&self.root, statements, pages, now, self.trusted_state.as_ref())
    }

    /// The statements as a slot holds them: with the root in use, since a bundle without any is none.
    pub(super) fn with_root(&self, statements: &Statements) -> Statements {
        let mut statements = statements.clone();
        if statements.roots.is_empty() {
            statements.roots.push((self.root_version, self.root.clone()));
        }
        statements
    }

    /// The root to trust once these statements, which have passed, are in service.
    pub(super) fn next_root(&self, statements: &Statements) -> Vec<u8> {
        statements.roots.last().map_or(&self.root, |(_, bytes)| bytes).clone()
    }

    /// The statements of a source, verified. A publisher may be putting a new bundle in place while they are read one
    /// by one; statements that do not belong together are therefore read once more.
    pub(super) fn fetch(
        &self,
        source: &dyn Source,
        now: Timestamp,
    ) -> Result<(Statements, Snapshot<NoPages>), StoreError> {
        let mut again = true;
        loop {
            let statements = self.read(source)?;
            match self.open(&statements, NoPages, now) {
                Ok(snapshot) => return Ok((statements, snapshot)),
                Err(OpenError::MixedUp(_)) if again => again = false,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Roots are asked for one after the other until there is none: a web server has no list of them.
    fn read(&self, source: &dyn Source) -> Result<Statements, StoreError> {
        let mut roots = Vec::new();
        for version in (self.root_version.saturating_add(1)..).take(MAX_CHAIN) {
            let Some(bytes) = small_or_none(source, &format!("roots/{version}.cose"))? else { break };
            roots.push((version, bytes));
        }
        Ok(Statements {
            roots,
            manifest: small(source, "manifest.cose")?,
            centres: small(source, "centres.cose")?,
            fresh: small(source, "fresh.cose")?,
        })
    }
}

/// A small file that every bundle has.
fn small(source: &dyn Source, name: &str) -> Result<Vec<u8>, StoreError> {
    small_or_none(source, name)?.ok_or_else(|| StoreError::NotThere { name: name.into() })
}

fn small_or_none(source: &dyn Source, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let most = MAX_STATEMENT as u64;
    let Some(reader) = source.open(name, most)? else { return Ok(None) };
    let mut bytes = Vec::new();
    let broken = |error: std::io::Error| StoreError::Source { name: name.into(), problem: error.to_string() };
    reader.take(most + 1).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.len() > MAX_STATEMENT {
        return Err(StoreError::TooLarge { path: name.into(), most: MAX_STATEMENT });
    }
    Ok(Some(bytes))
}
