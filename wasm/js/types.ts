// The types of everything that goes in and out. What is JSON in Rust is generated into schema.ts from the same types.

import type { CoreVerdict, ExplainedRule, ExplainedVerdict as Explained, RuleFacts, RuleResult } from "./schema.js";

/** A verdict in words. The rows of the document are pairs, which the generator of types does not say. */
export interface ExplainedVerdict extends Omit<Explained, "document"> {
  document: [label: string, value: string][];
}

export type { ExplainedRule, RuleFacts, RuleResult, Snapshot as SnapshotInfo } from "./schema.js";

/** A language of the answers: Kazakh, Russian, English. */
export type Lang = "kk" | "ru" | "en";

/** The id of a rule of the Law or of a composite question: `art22.p1.appeal-window`, `ask.can-i-apply`. */
export type RuleId = keyof RuleFacts;

export interface LangOption {
  /** Adds `words` in this language to the answer, and says errors in it. */
  lang?: Lang;
}

export interface TimeOptions extends LangOption {
  /** The present time, RFC 3339. Without it, the device's clock. */
  now?: string;
}

export interface QuestionOptions extends TimeOptions {
  /** The day asked about, `YYYY-MM-DD`. Without it, today in Kazakhstan. */
  on?: string;
}

export interface OpenOptions extends TimeOptions {
  /** The oldest knowledge that still decides; `late` without it. */
  accept?: "current" | "late" | "stale";
  /** Seconds after a missed update during which knowledge counts as merely late; seven days without it. */
  grace?: number;
  /** What `state()` gave before: nothing older will be opened. */
  state?: Uint8Array;
}

/**
 * A `.rastau` file that is read piece by piece. `read` is synchronous and gives exactly `length` bytes, or throws: then the
 * answer says what it could not look up. See `opfsFile`, `httpFile` and, for Node, `nodeFile`.
 */
export interface BundleFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/** A whole `.rastau` file in memory, or one that is read piece by piece. */
export type BundleSource = Uint8Array | BundleFile;

/** What a person reads off a paper. Only the number is needed; what is given is compared with the register. */
export interface TypedForm {
  number: string;
  /** The verification code, `XXXX-XXXX-XXXX-XXXX-X`, however it was typed. */
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
  basis?: { kind: "standard" | "qualification-requirements"; id: string };
  exam_on?: string;
  issued_on?: string;
  valid_until?: string;
}

/** The answer about a document: the command line's JSON, and words where a language was asked for. */
export type VerdictAnswer = CoreVerdict & { words?: ExplainedVerdict };

/** The answer of a rule, and words where a language was asked for. */
export type RuleAnswer<Id extends RuleId = RuleId> = RuleResult[Id] & { words?: ExplainedRule };

/** A provision of the Law, or a section of a standard. */
export type Citation =
  | { article: number; paragraph?: number; part?: number; subparagraph?: number }
  | { standard: string };

export interface RuleEntry {
  id: RuleId;
  citation: Citation;
  /** What the rule asks. */
  title: string;
  /** The provision in words. */
  source: string;
  /** Facts that the rule decides. */
  example: Record<string, unknown>;
}

/** What a form calls the facts of rules, and the names that stand in them. */
export interface FormWords {
  facts: Record<string, string>;
  names: Record<string, string>;
}

/** A norm of the Law and where it stands here. */
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
  | { valid: false; code: number; reason: string }
);

/** What is thrown: a number that is never reused, and the stage that refused. */
export interface RastauError extends Error {
  name: "RastauError";
  code: number;
  stage: "argument" | "read" | "open" | "page" | "facts";
}

/** Whether something that was caught is an error of this package. */
export function isRastauError(caught: unknown): caught is RastauError {
  return caught instanceof Error && caught.name === "RastauError";
}
