//! The types that the generated declarations name. They stand beside them, in `js/types.ts`.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type {
  BundleSource, IdentityAnswer, LangOption, Norm, OpenOptions, QuestionOptions, RuleAnswer, RuleEntry, SnapshotInfo,
  TimeOptions, TypedForm, VerdictAnswer,
} from "./types.js";
"#;
