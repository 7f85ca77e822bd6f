// The types of arguments and answers. Types that are JSON in Rust are generated from the Rust types into schema.d.ts.

import type {
  Anchor, Basis, Citation, Comparison, ErrorCode, ExplainedComparison, ExplainedReport, ExplainedRule, ExplainedVerdict, Freshness, Lang,
  RuleFacts, RuleResult, Verdict,
} from "./schema.js";

export type {
  Anchor, Citation, Comparison, ErrorCode, ExplainedComparison, ExplainedReport, ExplainedRule, ExplainedVerdict, FindingOutcome, Lang,
  Outcome, RuleFacts, RuleResult, SnapshotInfo,
} from "./schema.js";

/** The id of a rule of the Law or of a composite question: `art22.p1.appeal-window`, `ask.can-i-apply`. */
export type RuleId = keyof RuleFacts;

export interface LangOption {
  /** Adds `words` in this language to the answer, and translates error messages into it. */
  lang?: Lang;
}

export interface TimeOptions extends LangOption {
  /** The current time, RFC 3339. Default: the device's clock. */
  now?: string;
}

export interface QuestionOptions extends TimeOptions {
  /** The day of the question, `YYYY-MM-DD`. Default: today in Kazakhstan. */
  on?: string;
}

export interface DocumentOptions extends QuestionOptions {
  /**
   * What is stated beside the document, for example by the other columns of its row in a list: a name, an identity
   * number. The document number may be omitted. A contradiction is never valid; see the finding
   * `register.stated-beside`.
   */
  beside?: Partial<TypedForm>;
  /**
   * What a person's post asks for: a profession by code or name of the register's classifier, and a level. It is told beside the answer
   * (`post`, `words.post`) and never changes it, and does not tell whether the Law lets the person do the work.
   */
  post?: { profession: string; level?: string };
}

export interface ReportOptions extends QuestionOptions {
  /** As for `verify`. */
  post?: { profession: string; level?: string };
  /** Who makes the report, in the user's own words: up to 200 characters on one line. Nothing checks it. Default: nobody is stated. */
  by?: string;
}

export interface RepeatOptions extends LangOption {
  /** The trust root, from a trusted source and not from the bundle. Default: the bundle's own, which is listed as a difference. */
  trustRoot?: Uint8Array;
  /** Where that root came from. Default: `pinned`. */
  anchor?: Anchor;
}

/** A profession of the register's classifier, from `Verifier.professions`. */
export interface ClassifiedProfession {
  code: string;
  edition: string;
  names: { kk: string; ru: string; en: string };
}

export interface OpenOptions extends TimeOptions {
  /** The worst freshness at which the snapshot still decides. Default: `late`. */
  accept?: Exclude<Freshness, "expired">;
  /** Seconds after a missed update during which the snapshot counts as `late`. Default: seven days. */
  grace?: number;
  /** The result of an earlier `state()`: nothing older is opened. */
  state?: Uint8Array;
  /** Where the root came from: `report.anchor` of the update that fetched it. Every answer states `first-use`. Default: `pinned`. */
  anchor?: Anchor;
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

/** The initial data of an update. */
export interface UpdateOptions extends TimeOptions {
  /**
   * The pinned trust root, or the newest one that was stored. Without it the source's first root is trusted: compare
   * its fingerprint (`snapshotInfo().root`) with the one that the register's operator publishes. Required with `state`
   * or `bundle`.
   */
  root?: Uint8Array;
  /** Where that root came from: `report.anchor` of the update that fetched it. Default: `pinned`. */
  anchor?: Anchor;
  /** The result of `Verifier.state()` or of an earlier update: nothing older is accepted. */
  state?: Uint8Array;
  /** The bundle in service. Its statements and segments are not fetched again. To repair a damaged one, omit it. */
  bundle?: BundleSource;
  /** The number of bytes stored of further segments, by file name: parts, or complete ones that were not checked. */
  parts?: Record<string, number>;
}

/** A question of an `Update`. Names are those of files below the register's base address. */
export type UpdateQuestion =
  /** Fetch this file past caches. Answer with its bytes, at most `limit` and one more, or with the HTTP status received instead. */
  | { kind: "statement"; name: string; limit: number }
  /**
   * Store this trust root durably, in place of the previous one, and answer `"kept"`. Pass it as `root` from then on.
   * If another process has stored a different root, answer `"moved"` and begin again: this walk did not pass through
   * that root.
   */
  | { kind: "keep"; version: number; root: Uint8Array }
  /** Fetch this file and store it, from the byte `from` on. Answer `"stored"` when it has its full length, or with the status. */
  | { kind: "segment"; name: string; from: number; length: number }
  /** Call `check` with the stored segment. */
  | { kind: "check"; name: string; length: number }
  /** Assemble the pieces into a `.rastau` file of `size` bytes, store it with root and state, and answer `"committed"`. */
  | ({ kind: "commit"; size: number; pieces: BundlePiece[] } & UpdateOutcome)
  /** The update is complete. Without a preceding `commit` there was nothing new. */
  | ({ kind: "done" } & UpdateOutcome);

/**
 * An answer to an `Update`: a statement's bytes, an HTTP status other than success (404 for a missing file), or the
 * action taken. `"moved"` instead of `"committed"` if another update has replaced the state; then begin again.
 */
export type UpdateAnswer = Uint8Array | number | "kept" | "stored" | "committed" | "moved";

/** A piece of a `.rastau` file, at the offset `at`; bytes between pieces are zero. */
export type BundlePiece =
  | { at: number; bytes: Uint8Array }
  /** A segment: the fetched one or, with `held`, the one at the offset `held` of the bundle in service. */
  | { at: number; name: string; length: number; held?: number };

/** The values that belong together after an update: the trust root, the trusted state and the report. */
export interface UpdateOutcome {
  /** The newest trust root. Pass it to `Verifier.open` and to the next update. */
  root: Uint8Array;
  /** The trusted state, as of `Verifier.state()`. */
  state: Uint8Array;
  report: UpdateReport;
}

/** What an update found. There is no "up to date": a source can withhold newer data. */
export interface UpdateReport {
  /**
   * `first`: there was no bundle before. `newer`: a bundle, a freshness statement or a trust root is newer. `mended`:
   * nothing is newer, and missing segments were fetched. `nothing`: nothing is newer.
   */
  change: "first" | "newer" | "mended" | "nothing";
  epoch: number;
  version: number;
  /** The instant of the register's state, RFC 3339. */
  as_of: string;
  /** The instant of the freshness statement in service, RFC 3339. */
  checked_at: string;
  /**
   * Where the first trust root came from: pinned, or taken from the source on first use, so that nothing vouches for
   * it. Store it with the root and pass it as `anchor`, so that every answer states it.
   */
  anchor: Anchor;
  /** Whether the source's freshness statement is older than that. */
  source_is_behind: boolean;
  /** Whether the register has a newer trust root that this package cannot use. */
  needs_newer_program: boolean;
  /** The number of bytes of segments that had to be fetched. */
  to_fetch: number;
  /** The number of bytes of segments that were already stored. */
  held: number;
}

/** Options of `updateFrom`. */
export interface UpdateFromOptions extends Omit<UpdateOptions, "parts"> {
  /**
   * Segments and parts of them by name, filled by `updateFrom`. After an error it contains the received bytes; pass it
   * again to continue. Empty after a complete update.
   */
  parts?: Map<string, Uint8Array>;
  /**
   * Stores a newer trust root durably; pass it as `root` from then on. It is called before the rest of the update is fetched, so
   * that a root counts even if the rest fails: keys that it has removed can do nothing any more. Return `"moved"` if another update
   * has replaced the stored root since this one began; it ends then.
   */
  keep?: (root: Uint8Array, version: number) => void | "moved" | Promise<void | "moved">;
  /** Whether a file that could not be fetched is asked for again, for example after a pause. Default: never. */
  again?: (failure: RastauError, name: string) => boolean | Promise<boolean>;
  signal?: AbortSignal;
  /** Milliseconds after which the update ends with an error (125). Default: none. */
  deadline?: number;
  /** The `fetch` to use: a proxy, other headers. */
  fetch?: typeof globalThis.fetch;
}

/** The result of `updateFrom`, for `Verifier.open`. */
export interface Updated extends UpdateOutcome {
  bundle: BundleSource;
}

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

/** What a column of a list can hold: the text of a document, a field of the typed form, or a part of the name. */
export type ListField = keyof TypedForm | "document" | "post_profession" | "surname" | "given_name" | "patronymic";

/** Options of `Table.open`. */
export interface TableOptions {
  /** The name of a workbook's sheet, or its number from 1. */
  sheet?: string;
  /** The heading or the letter of a field's column; `null` for a field that no column holds. Other fields are found. */
  columns?: Partial<Record<ListField, string | null>>;
  /** The language of errors. Default: English. */
  lang?: Lang;
}

/** What the file of a list is, and which column is which. */
export interface TableInfo {
  format: "csv" | "xlsx" | "xls" | "ods";
  /** Of a text file: its encoding, by its name in the Encoding Standard, and the delimiter. */
  encoding: string | null;
  delimiter: string | null;
  /** Of a workbook: the name of the sheet. */
  sheet: string | null;
  /** The line of the heading, from 1; in a workbook the row of the sheet. */
  heading_line: number;
  columns: TableColumn[];
  /** The first five rows, as they are in the file. */
  preview: { line: number; cells: string[] }[];
  /** What the user has to decide by `columns` before rows are read: several columns for one field, or none for the documents. */
  problems: string[];
}

export interface TableColumn {
  /** The letter by which spreadsheets name it. */
  letter: string;
  heading: string;
  /** The field that it holds; `null` for a column that is not read, or only compared. */
  field: ListField | null;
  /** The field of another column that it states too: in each row both must state the same. */
  states: ListField | null;
  /** Whether the options name it, or leave its field out. */
  chosen: boolean;
  /** Whether it may be the profession of the document or the person's post, so that it is not read before the user has said which. */
  undecided: boolean;
}

/**
 * A row of a list: pass `document ?? form` to `Verifier.verify`, and with a document what `form` says as the option `beside`. An
 * `error` is that of the row; the next rows can be read.
 */
export type TableRow =
  | {
      /** The line in the file, from 1; in a workbook the row of the sheet. */
      line: number;
      /** The document number in the list; empty if there is none. */
      number: string;
      /** The name in the list; empty if there is none. */
      name: string;
      /** The text of the document, if a column has it. */
      document: string | null;
      /** The other columns as a typed form, in JSON. */
      form: string;
      /** The profession that the person's post asks for: pass it as the option `post`. */
      post: string | null;
      /** Whether the row states an identity number. */
      states_holder: boolean;
      error?: undefined;
    }
  | { line: number; error: string };

/** The answer about a document: the command line's JSON, with `words` where a language was requested. */
export type VerdictAnswer = Verdict & { words?: ExplainedVerdict };

/** A report of one verification. */
export interface ReportAnswer {
  /** The report, as the text of a file: the same bytes as from the command line for the same document, bundle, time and `by`. */
  json: string;
  /** Its texts, where a language was requested. */
  words?: ExplainedReport;
}

/** The comparison of a report with its repetition, with `words` where a language was requested. */
export type RepetitionAnswer = Comparison & { words?: ExplainedComparison };

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

/** The error that this package throws: `code` is one of `errorCodes` and never reused; `stage` is the step that failed. */
export interface RastauError extends Error {
  name: "RastauError";
  code: ErrorCode;
  stage: "argument" | "read" | "open" | "page" | "facts" | "disk" | "internal";
  /** Of `updateFrom`: whether the bundle that was passed does not open under the newest root and with the state. */
  closed?: boolean;
  /**
   * Of `Verifier.open` and `update`: a newer trust root that was verified although the rest of the bundle was not accepted. Store
   * it in place of the pinned one, with the state if there is one.
   */
  kept?: { root: Uint8Array; state?: Uint8Array };
  /**
   * Of another kind of code (`INPUT_FOREIGN_CODE`): which kind, for the person who presented it. Show it on a screen only: the kind of
   * another code beside a person's name can be sensitive, so `message` does not name it.
   */
  shown?: string;
  /** Of `Table.open`: the sheets that have a list, where there are several; choose one by `sheet`. */
  sheets?: string[];
}

/** Returns whether a caught value is an error of this package. */
export function isRastauError(caught: unknown): caught is RastauError {
  return caught instanceof Error && caught.name === "RastauError";
}
