//! The bytes of a bundle: in memory, or read piece by piece through a file of the caller.

use std::borrow::Cow;

use js_sys::Reflect;
use rastau_core::snapshot::file::ReadAt;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::copied;
use crate::error::bad_argument;

#[wasm_bindgen]
extern "C" {
    /// A file of the caller: an OPFS access handle, HTTP ranges, a file descriptor of Node.
    #[wasm_bindgen(typescript_type = "BundleFile")]
    pub(crate) type JsFile;

    /// Reads `length` bytes. Synchronous, since pages are read during a verification.
    #[wasm_bindgen(method, catch)]
    fn read(this: &JsFile, offset: f64, length: u32) -> Result<JsValue, JsValue>;
}

/// Up to this number, 2⁵³, JavaScript's whole numbers are exact.
pub(crate) const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// The source of a bundle's bytes.
pub(crate) enum Source {
    /// Copied into this module's memory.
    Memory(Vec<u8>),
    /// In a file of the caller, with its size; read on demand.
    File(JsFile, u64),
}

impl Source {
    /// Reads the argument `bundle`: a `Uint8Array`, or an object with `size` and `read`.
    pub(crate) fn read(bundle: JsValue) -> Result<Self, JsValue> {
        if let Some(bytes) = copied(&bundle) {
            return Ok(Self::Memory(bytes));
        }
        if !bundle.is_object() {
            return Err(bad_argument("bundle", "must be a Uint8Array or an object with size and read()"));
        }
        let size = Reflect::get(&bundle, &JsValue::from_str("size"))?.as_f64();
        match size.filter(|size| (0.0..=MAX_EXACT).contains(size)) {
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
                // Any failure of the caller's file is a missing page, which makes a finding undetermined.
                let bytes = copied(&file.read(offset as f64, u32::try_from(length).ok()?).ok()?)?;
                (bytes.len() == length).then_some(Cow::Owned(bytes))
            }
        }
    }
}
