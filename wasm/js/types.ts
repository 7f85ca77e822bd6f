// The types of arguments and answers. Whatever is JSON in Rust is generated from the same types, into schema.d.ts.

import type { Basis, Citation, ErrorCode, ExplainedRule, ExplainedVerdict, Freshness, Lang, RuleFacts, RuleResult, Verdict } from "./schema.js";

export type { Citation, ErrorCode, ExplainedRule, ExplainedVerdict, FindingOutcome, Lang, Outcome, RuleFacts, RuleResult, SnapshotInfo } from "./schema.js";

/** The id of a rule of the Law or of a composite question: `art22.p1.appeal-window`, `ask.can-i-apply`. */
export type RuleId = keyof RuleFacts;

export interface LangOption {
  /** Adds `words` in this language to the answer, and translates error messages into it. */
  lang?: Lang;
}

export interface TimeOptions extends LangOption {
  /** The present time, RFC 3339. Default: the device's clock. */
  now?: string;
}

export interface QuestionOptions extends TimeOptions {
  /** The day of the question, `YYYY-MM-DD`. Default: today in Kazakhstan. */
  on?: string;
}

export interface DocumentOptions extends QuestionOptions {
  /**
   * What is stated beside the document, for example by the other columns of its row in a list: a name, an identity number. The
   * number may be left out. A contradiction is never valid; see the finding `register.stated-beside`.
   */
  beside?: Partial<TypedForm>;
}

export interface OpenOptions extends TimeOptions {
  /** The worst freshness at which the snapshot still decides. Default: `late`. */
  accept?: Exclude<Freshness, "expired">;
  /** Seconds after a missed update during which the snapshot counts as `late`. Default: seven days. */
  grace?: number;
  /** The result of an earlier `state()`: nothing older is opened. */
  state?: Uint8Array;
}

/**
 * A `.rastau` file that is read piece by piece. `read` is synchronous and returns exactly `length` bytes, or throws; the answer
 * then reports what could not be looked up. See `opfsFile`, `httpFile` and, for Node, `nodeFile`.
 */
export interface BundleFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/** A complete `.rastau` file in memory, or one that is read piece by piece. */
export type BundleSource = Uint8Array | BundleFile;

/** The fields of a printed document, as typed. Only `number` is required; every other field is compared with the register. */
export interface TypedForm {
  number: string;
  /** The verification code, `XXXX-XXXX-XXXX-XXXX-X`; case, spaces and hyphens do not matter. */
  code?: string;
  /** IIN of the holder. */
  holder?: string;
  name?: string;
  profession?: string;
  edition?: string;
  qualification?: string;
  level?: string;
  skills?: string[];
  /** BIN of the centre. */
  centre?: string;
  accreditation?: string;
  basis?: Basis;
  exam_on?: string;
  issued_on?: string;
  valid_until?: string;
}

/** The answer about a document: the command line's JSON, with `words` where a language was requested. */
export type VerdictAnswer = Verdict & { words?: ExplainedVerdict };

/** The answer of a rule, with `words` where a language was requested. */
export type RuleAnswer<Id extends RuleId = RuleId> = RuleResult[Id] & { words?: ExplainedRule };

export interface RuleEntry {
  id: RuleId;
  citation: Citation;
  /** The question that the rule answers. */
  title: string;
  /** The provision, spelled out in the language. */
  source: string;
  /** Facts for which the rule has an answer. */
  example: Record<string, unknown>;
}

/** Labels of the facts of rules, and of the names that are their values. */
export interface FormWords {
  facts: Record<string, string>;
  names: Record<string, string>;
}

/** A norm of the Law, and where it is implemented. */
export interface Norm {
  id: string;
  unit: string;
  citation: Citation | null;
  class: "computable" | "data" | "term" | "nothing";
  summary: string;
  place: Record<string, unknown>;
  note?: string;
}

export type IdentityAnswer = { number: string; words?: string } & (
  | { valid: true; kind: "iin"; born_on: string }
  | { valid: true; kind: "bin"; registered: string }
  | { valid: false; code: ErrorCode; reason: string }
);

/** What this package throws: `code` is one of `errorCodes` and never reused; `stage` is the step that failed. */
export interface RastauError extends Error {
  name: "RastauError";
  code: ErrorCode;
  stage: "argument" | "read" | "open" | "page" | "facts";
}

/** Returns whether a caught value is an error of this package. */
export function isRastauError(caught: unknown): caught is RastauError {
  return caught instanceof Error && caught.name === "RastauError";
}
