//! The types that the generated declarations name. They stand in `js/types.ts`; here is only where they come from, and
//! what `wasm-bindgen` cannot say: that the facts of a rule are of that rule's own type.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type {
  BundleSource, IdentityAnswer, LangOption, OpenOptions, QuestionOptions, SnapshotInfo, TimeOptions, TypedForm, VerdictAnswer,
} from "./types.js";
"#;

#[cfg(feature = "law")]
#[wasm_bindgen(typescript_custom_section)]
const LAW: &str = r#"
import type { FormWords, Norm, RuleAnswer, RuleEntry, RuleFacts, RuleId } from "./types.js";

/** Asks a rule of the Law, by the calendar of working days that comes with this package. */
export function evaluateRule<Id extends RuleId>(id: Id, facts: RuleFacts[Id], options?: LangOption): RuleAnswer<Id>;

export interface Verifier {
  /** Asks a rule of the Law, by the calendar of working days that the register brings. */
  evaluateRule<Id extends RuleId>(id: Id, facts: RuleFacts[Id], options?: LangOption): RuleAnswer<Id>;
}
"#;
