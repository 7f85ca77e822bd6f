//! The chain of trust roots, one step at a time.

use alloc::vec::Vec;

use super::root::{CONTEXT, RoleName, Root};
use super::trusted_state::KnownRoot;
use super::{MAX_CHAIN, MAX_STATEMENT};
use crate::codec::cbor::Reader;
use crate::codec::cose::{self, Sign, Sign1};
use crate::crypto::{Hash, KeyId, sha256};
use crate::error::{OpenError, Statement};

/// The walk from a trusted root to the newest one. Each root is signed by its own threshold and by that of the root before
/// it (TUF specification, 5.3).
///
/// # Examples
/// ```
/// use rastau_core::snapshot::Chain;
///
/// # let trust_root = std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?;
/// let chain = Chain::begin(&trust_root, None)?;
/// assert_eq!(chain.root().version, 1);
/// assert_eq!(chain.finish()?.root().version, 1);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Chain {
    root: Root,
    hash: Hash,
    bytes: Vec<u8>,
    steps: usize,
    known: Option<KnownRoot>,
    needs_newer_program: bool,
}

/// The result of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The root is verified and is the newest now.
    Taken,
    /// The root is properly signed but needs a newer program: it has a critical extension or a format that this version does
    /// not know. It is not accepted, and the chain ends before it.
    NeedsNewerProgram,
    /// The version is not above that of the newest root: nothing to do.
    Passed,
}

pub(super) fn malformed(statement: Statement) -> impl Fn(crate::codec::CodecError) -> OpenError {
    move |error| OpenError::Malformed(statement, error)
}

/// Returns the context string that a payload states, if it is that of a later version of the format of `known`.
fn newer_context<'b>(payload: &'b [u8], known: &str) -> Option<&'b str> {
    let mut reader = Reader::new("context", payload);
    let mut keys = reader.map(64).ok()?;
    if keys.next(&mut reader).ok()? != Some(0) {
        return None;
    }
    let stated = reader.text(64).ok()?;
    let (prefix, number) = known.rsplit_once('/')?;
    let (stated_prefix, stated_number) = stated.rsplit_once('/')?;
    let version = |text: &str| text.parse::<u32>().ok().filter(|_| !text.starts_with(['0', '+']));
    (prefix == stated_prefix && version(stated_number)? > version(number)?).then_some(stated)
}

/// Checks that the threshold of `role` signed a statement of the format `context`, and returns the keys.
///
/// # Errors
/// [`OpenError::TooFewSignatures`]; [`OpenError::NewerFormat`] if the threshold signed a statement of a later version.
pub(super) fn check_signed(
    root: &Root,
    role: RoleName,
    sign: &Sign<'_>,
    context: &str,
    statement: Statement,
) -> Result<Vec<KeyId>, OpenError> {
    if let Some(newer) = newer_context(sign.payload, context) {
        root.check_threshold(role, sign, newer, statement)?;
        return Err(OpenError::NewerFormat(statement));
    }
    root.check_threshold(role, sign, context, statement)
}

/// Checks that one key of the freshness role signed a statement of the format `context`, and returns the key.
///
/// # Errors
/// As for [`check_signed`].
pub(super) fn check_signed_once(
    root: &Root,
    sign: &Sign1<'_>,
    context: &str,
    statement: Statement,
) -> Result<KeyId, OpenError> {
    let newer = newer_context(sign.payload, context);
    let covered = sign.covered(newer.unwrap_or(context));
    let signed = &sign.signed;
    let valid = root
        .key_of(RoleName::Freshness, signed.key_id)
        .is_some_and(|key| key.verifies(signed.algorithm, &covered, signed.signature));
    match (valid, newer) {
        (true, None) => Ok(signed.key_id),
        (true, Some(_)) => Err(OpenError::NewerFormat(statement)),
        (false, _) => Err(OpenError::TooFewSignatures { statement, valid: 0, required: 1 }),
    }
}

impl KnownRoot {
    /// Returns the version and hash of a signed root that its own threshold has signed. Whether anything else vouches for it
    /// is not checked.
    ///
    /// # Errors
    /// Those of [`Chain::begin`].
    pub fn of(root: &[u8]) -> Result<Self, OpenError> {
        Chain::begin(root, None).map(|chain| chain.newest())
    }
}

impl Chain {
    /// Begins at a root that is trusted already: a pinned one, or one that was verified and kept before. `known` is the
    /// newest root that this verifier has accepted; the walk must pass through it unless `trust_root` is newer.
    ///
    /// # Errors
    /// The root is malformed, its roles are inconsistent, its own threshold did not sign it, it needs a newer program, or it
    /// has the version of `known` and other content.
    pub fn begin(trust_root: &[u8], known: Option<KnownRoot>) -> Result<Self, OpenError> {
        let sign = cose::read_sign("root", trust_root, MAX_STATEMENT).map_err(malformed(Statement::Root))?;
        if newer_context(sign.payload, CONTEXT).is_some() {
            return Err(OpenError::NewerFormat(Statement::Root));
        }
        let root = Root::from_sign(&sign)?;
        if root.needs_newer_program() {
            return Err(OpenError::NewerFormat(Statement::Root));
        }
        let chain = Self {
            root,
            hash: sha256(&[sign.payload]),
            bytes: trust_root.to_vec(),
            steps: 0,
            known,
            needs_newer_program: false,
        };
        chain.check_known()?;
        Ok(chain)
    }

    /// Verifies the root of `version` and takes it if it is the next one.
    ///
    /// # Errors
    /// [`OpenError`]; the chain is unchanged.
    pub fn step(&mut self, version: u64, bytes: &[u8]) -> Result<Step, OpenError> {
        if version <= self.root.version {
            return Ok(Step::Passed);
        }
        if self.needs_newer_program {
            return Ok(Step::NeedsNewerProgram);
        }
        if self.steps >= MAX_CHAIN || Some(version) != self.root.version.checked_add(1) {
            return Err(OpenError::BrokenChain);
        }
        let sign = cose::read_sign("root", bytes, MAX_STATEMENT).map_err(malformed(Statement::Root))?;
        match check_signed(&self.root, RoleName::Root, &sign, CONTEXT, Statement::Root) {
            Err(OpenError::NewerFormat(_)) => {
                self.needs_newer_program = true;
                return Ok(Step::NeedsNewerProgram);
            }
            signed => signed?,
        };
        let next = Root::from_sign(&sign)?;
        if next.version != version {
            return Err(OpenError::BrokenChain);
        }
        if next.register != self.root.register {
            return Err(OpenError::ForeignRegister(Statement::Root));
        }
        if !next.floors.are_at_least(&self.root.floors) {
            return Err(OpenError::LoweredFloor);
        }
        if next.needs_newer_program() {
            self.needs_newer_program = true;
            return Ok(Step::NeedsNewerProgram);
        }
        let chain = Self {
            root: next,
            hash: sha256(&[sign.payload]),
            bytes: bytes.to_vec(),
            steps: self.steps.saturating_add(1),
            ..*self
        };
        chain.check_known()?;
        *self = chain;
        Ok(Step::Taken)
    }

    /// Ends the walk.
    ///
    /// # Errors
    /// [`OpenError::Rollback`] if it did not reach the newest root that was accepted before.
    pub fn finish(self) -> Result<Self, OpenError> {
        if self.known.is_some_and(|known| known.version > self.root.version) {
            return Err(OpenError::Rollback(Statement::Root));
        }
        Ok(self)
    }

    fn check_known(&self) -> Result<(), OpenError> {
        let other = |known: KnownRoot| known.version == self.root.version && known.hash != self.hash;
        if self.known.is_some_and(other) {
            return Err(OpenError::SameVersionOtherContent(Statement::Root));
        }
        Ok(())
    }

    /// Returns the newest root.
    #[must_use]
    pub const fn root(&self) -> &Root {
        &self.root
    }

    /// Returns the newest root as it was signed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the version of the newest root and the hash of its content.
    #[must_use]
    pub const fn newest(&self) -> KnownRoot {
        KnownRoot { version: self.root.version, hash: self.hash }
    }

    /// Returns whether the register has a newer root that this program cannot use.
    #[must_use]
    pub const fn needs_newer_program(&self) -> bool {
        self.needs_newer_program
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{RoleSigners, sign_root};

    /// A source must not keep a verifier busy with endless roots.
    #[test]
    fn the_steps_of_a_chain_are_limited() {
        let signers = RoleSigners::new(1);
        let signed = |version| sign_root(&signers.trust_root(version), &signers.root[..2]);
        let mut chain = Chain::begin(&signed(1), None).unwrap();
        chain.steps = MAX_CHAIN - 1;
        assert_eq!(chain.step(2, &signed(2)), Ok(Step::Taken));
        assert_eq!(chain.bytes(), signed(2));
        assert_eq!(chain.step(3, &signed(3)), Err(OpenError::BrokenChain));
        assert_eq!(chain.root().version, 2);
    }
}
