//! TypeScript for the generated declarations: imports of the types in `js/types.ts`, and the signatures that `wasm-bindgen`
//! cannot express, in which the type of the facts depends on the rule.

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "verify")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type {
  BundleSource, ClassifiedProfession, DocumentOptions, IdentityAnswer, LangOption, OpenOptions, SnapshotInfo, TimeOptions, TypedForm, VerdictAnswer,
} from "./types.js";
"#;

#[cfg(feature = "law")]
#[wasm_bindgen(typescript_custom_section)]
const LAW: &str = r#"
import type { FormWords, Norm, RuleAnswer, RuleEntry, RuleFacts, RuleId } from "./types.js";

/** Evaluates a rule of the Law with the calendar of working days built into this package. */
export function evaluateRule<Id extends RuleId>(id: Id, facts: RuleFacts[Id], options?: LangOption): RuleAnswer<Id>;

export interface Verifier {
  /** Evaluates a rule of the Law with the register's calendar of working days. */
  evaluateRule<Id extends RuleId>(id: Id, facts: RuleFacts[Id], options?: LangOption): RuleAnswer<Id>;
}
"#;

#[cfg(feature = "report")]
#[wasm_bindgen(typescript_custom_section)]
const REPORT: &str = r#"
import type { RepeatOptions, RepetitionAnswer, ReportAnswer, ReportOptions } from "./types.js";
"#;

#[cfg(feature = "tables")]
#[wasm_bindgen(typescript_custom_section)]
const TABLES: &str = r#"
import type { TableInfo, TableOptions, TableRow } from "./types.js";
"#;

#[cfg(feature = "update")]
#[wasm_bindgen(typescript_custom_section)]
const UPDATE: &str = r#"
import type { RastauError, UpdateAnswer, UpdateOptions, UpdateQuestion } from "./types.js";
"#;
