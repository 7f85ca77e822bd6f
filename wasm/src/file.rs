//! The bytes of a bundle: in memory, or read piece by piece through the caller's file.

use std::borrow::Cow;

use js_sys::Reflect;
use rastau_core::snapshot::file::ReadAt;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::{bad_argument, copied};

#[wasm_bindgen]
extern "C" {
    /// A file of the caller's: an OPFS access handle, a range of HTTP, a descriptor of Node.
    #[wasm_bindgen(typescript_type = "BundleFile")]
    pub(crate) type JsFile;

    /// Synchronous: a page is needed in the middle of a verification.
    #[wasm_bindgen(method, catch)]
    fn read(this: &JsFile, offset: f64, length: u32) -> Result<JsValue, JsValue>;
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
        if let Some(bytes) = copied(&bundle) {
            return Ok(Self::Memory(bytes));
        }
        if !bundle.is_object() {
            return Err(bad_argument("bundle", "must be a Uint8Array or an object with size and read()"));
        }
        let size = Reflect::get(&bundle, &JsValue::from_str("size"))?.as_f64();
        // Above 2⁵³ a number of JavaScript is not exact.
        match size.filter(|size| (0.0..=9_007_199_254_740_992.0).contains(size)) {
            Some(size) => Ok(Self::File(bundle.unchecked_into(), size as u64)),
            None => Err(bad_argument("bundle.size", "must be the number of bytes")),
        }
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
                let bytes = copied(&file.read(offset as f64, u32::try_from(length).ok()?).ok()?)?;
                (bytes.len() == length).then_some(Cow::Owned(bytes))
            }
        }
    }
}
