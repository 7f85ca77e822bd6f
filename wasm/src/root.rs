//! Trust roots that count although the rest of their bundle does not.

use js_sys::{Object, Uint8Array};
use rastau_core::snapshot::trusted_state::KnownRoot;
use rastau_core::snapshot::{Anchor, TrustedState};
use rastau_core::update::Walk;
use wasm_bindgen::JsValue;

use crate::object::with;

/// A root that an update verified and that is newer than the one with which it began.
pub(crate) struct NewerRoot {
    pub(crate) known: KnownRoot,
    pub(crate) bytes: Vec<u8>,
}

impl NewerRoot {
    /// The newest root of a walk, if it came in it and counts.
    pub(crate) fn of(walk: &Walk) -> Option<Self> {
        walk.newer_root().map(|(known, bytes)| Self { known, bytes: bytes.to_vec() })
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
