//! Trust roots that count although the rest of their bundle does not.

use js_sys::{Object, Uint8Array};
use rastau_core::snapshot::file::BundleFile;
use rastau_core::snapshot::trusted_state::KnownRoot;
use rastau_core::snapshot::{Anchor, FileName, MAX_STATEMENT, OpenOptions, TrustedState};
use rastau_core::update::{Walk, walk_roots};
use wasm_bindgen::JsValue;

use crate::file::Source;
use crate::object::with;

/// A root that an update verified and that is newer than the one with which it began.
pub(crate) struct NewerRoot {
    pub(crate) known: KnownRoot,
    pub(crate) bytes: Vec<u8>,
}

impl NewerRoot {
    /// The newest root of a walk. A root below the known one may lie on a fork and does not count.
    pub(crate) fn of(walk: &Walk, options: &OpenOptions<'_>) -> Option<Self> {
        let (known, bytes) = walk.newest_root()?;
        let is_below_known = options.state().is_some_and(|state| known.version < state.root.version);
        let is_new = options.root().is_some_and(|root| root != bytes) && !is_below_known;
        is_new.then(|| Self { known, bytes: bytes.to_vec() })
    }

    /// Adds the root to an error, with the trusted state that goes with it. A root that only the bundle itself vouches for is not
    /// kept.
    pub(crate) fn kept_in(self, thrown: JsValue, anchor: Anchor, state: Option<&TrustedState>) -> JsValue {
        if anchor == Anchor::FirstUse && state.is_none() {
            return thrown;
        }
        let kept = with(Object::new().into(), "root", &Uint8Array::from(&*self.bytes).into());
        let state = state.map(|state| TrustedState { root: self.known, ..state.clone() });
        let kept = match state {
            Some(state) => with(kept, "state", &Uint8Array::from(&*state.write()).into()),
            None => kept,
        };
        with(thrown, "kept", &kept)
    }
}

/// Walks the roots of a bundle.
pub(crate) fn walk_roots_of(options: OpenOptions<'_>, file: &BundleFile<Source>) -> Option<Walk> {
    walk_roots(options, |version| file.statement(FileName::Root(version), MAX_STATEMENT))
}
