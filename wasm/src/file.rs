//! The bytes of a bundle: in memory, or read piece by piece through the caller's file.

use std::borrow::Cow;

use js_sys::Uint8Array;
use rastau_core::snapshot::file::ReadAt;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::bad_argument;

#[wasm_bindgen]
extern "C" {
    /// A file of the caller's: an OPFS access handle, a range of HTTP, a descriptor of Node.
    #[wasm_bindgen(typescript_type = "BundleFile")]
    pub(crate) type JsFile;

    #[wasm_bindgen(method, getter)]
    fn size(this: &JsFile) -> f64;

    /// Synchronous: a page is needed in the middle of a verification.
    #[wasm_bindgen(method, catch)]
    fn read(this: &JsFile, offset: f64, length: u32) -> Result<Uint8Array, JsValue>;
}

/// Where a bundle's bytes are.
pub(crate) enum Source {
    /// Copied into this module's memory.
    Memory(Vec<u8>),
    /// Outside; read on demand.
    File(JsFile, u64),
}

impl Source {
    /// Takes a `Uint8Array`, or an object with `size` and `read`.
    pub(crate) fn take(bundle: JsValue) -> Result<Self, JsValue> {
        if let Some(bytes) = bundle.dyn_ref::<Uint8Array>() {
            return Ok(Self::Memory(bytes.to_vec()));
        }
        if !bundle.is_object() {
            return Err(bad_argument("bundle", "must be a Uint8Array or an object with size and read()"));
        }
        let file: JsFile = bundle.unchecked_into();
        let size = file.size();
        // Above 2⁵³ a number of JavaScript is not exact.
        if !(size.is_finite() && (0.0..=9_007_199_254_740_992.0).contains(&size)) {
            return Err(bad_argument("bundle.size", "must be the number of bytes"));
        }
        Ok(Self::File(file, size as u64))
    }
}

impl ReadAt for Source {
    fn size(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.size(),
            Self::File(_, size) => *size,
        }
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        match self {
            Self::Memory(bytes) => bytes.read_at(offset, length),
            Self::File(file, size) => {
                offset.checked_add(length as u64).filter(|end| end <= size)?;
                // Whatever goes wrong outside is a page that cannot be had: an undetermined finding, never a guess.
                let bytes = file.read(offset as f64, u32::try_from(length).ok()?).ok()?;
                (bytes.length() as usize == length).then(|| Cow::Owned(bytes.to_vec()))
            }
        }
    }
}
