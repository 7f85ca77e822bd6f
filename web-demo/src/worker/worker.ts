// The verifier, in a worker so that a verification cannot block the page.

import { expose } from "comlink";
import type { FormWords, IdentityAnswer, Lang, Norm, Outcome, RuleAnswer, RuleEntry, SnapshotInfo, TypedForm, VerdictAnswer } from "rastau";
import { checkCode, checkId, errorCodes, isRastauError, load, opfsFile, trustRootOf, Verifier } from "rastau/verify";

import { changing, DeviceStorage, reading, StorageDamaged, type StoredRegister } from "./storage";

/** An error as the page receives it: comlink transfers plain objects, not classes. */
export interface Failure {
  error: { code: number; stage: string; message: string };
}
export type Result<T> = T | Failure;

export interface RegisterState {
  info: SnapshotInfo;
  size: number;
  damage: string[];
  /** Whether the register is stored on the device, or only in memory. */
  stored: boolean;
}

/** The day and the language of a question. */
export interface Query {
  on?: string | undefined;
  lang: Lang;
}

/** A row of a list. */
export interface Row {
  line: number;
  input: TypedForm | string;
  /** The values that the other columns state beside a document. */
  beside?: Partial<TypedForm>;
  /** Whether the row states an identity number. */
  statesHolder: boolean;
}
/**
 * The outcome of a row; `unreadable` is a row from which no document could be read, `repeated` one whose valid document counts
 * for an earlier row.
 */
export type RowOutcome = Outcome | "unreadable" | "repeated";
export interface RowResult {
  line: number;
  outcome: RowOutcome;
  /** The earlier row with the same valid document, and whether both state the holder's identity number. */
  repeats?: { line: number; samePerson: boolean };
  reason: string;
  number: string;
  profession: string;
  valid_until: string | null;
  unlimited: boolean;
}

type FullPackage = typeof import("rastau");

const storage = new DeviceStorage();
let verifier: Verifier | undefined;
/** The stored register that `verifier` reads; `undefined` while it reads one that is in memory only. */
let opened: StoredRegister | undefined;
let inMemory = false;
/** Tells the page that another window has changed the register. */
let changed: (state: Result<RegisterState | null>) => void = () => undefined;
let refreshing: Promise<void> | undefined;
let fullPackage: Promise<FullPackage> | undefined;
let cancelled = false;

/** A failure that is not caused by the module. */
class Ordinary extends Error {}

function failure(caught: unknown): Failure {
  if (isRastauError(caught)) {
    return { error: { code: caught.code, stage: caught.stage, message: caught.message } };
  }
  // Files and the network fail with these. After anything else the module may be in any state, as after a panic: the error
  // becomes one of the worker, and the page makes a new worker.
  const isOrdinary = [Ordinary, StorageDamaged, DOMException, TypeError].some((kind) => caught instanceof kind);
  if (!isOrdinary) {
    setTimeout(() => {
      throw caught;
    });
  }
  const message = caught instanceof Error ? caught.message : String(caught);
  return { error: { code: 0, stage: caught instanceof StorageDamaged ? "storage" : "other", message } };
}

/** Loads the rules on first use: they are more than half of the full package. */
function loadRules(): Promise<FullPackage> {
  fullPackage ??= import("rastau").then(async (loaded) => {
    await loaded.load();
    return loaded;
  });
  fullPackage.catch(() => (fullPackage = undefined));
  return fullPackage;
}

function stateOf(verifier: Verifier, size: number): RegisterState {
  return { info: verifier.snapshotInfo(), size, damage: verifier.damage(), stored: !inMemory };
}

/** Closes the open register. */
function close(): void {
  verifier?.free();
  opened?.bundle.close();
  verifier = opened = undefined;
}

/** Opens the register stored on the device; `undefined` where there is none. The open one stays in use until then. */
async function openStored(lang: Lang): Promise<RegisterState | undefined> {
  const stored = await storage.open();
  if (!stored) return undefined;
  let next: Verifier;
  try {
    next = Verifier.open(stored.root, opfsFile(stored.bundle), { state: stored.state, lang });
  } catch (caught) {
    stored.bundle.close();
    throw caught;
  }
  close();
  [verifier, opened, inMemory] = [next, stored, false];
  await storage.tidy(stored);
  return stateOf(next, stored.bundle.getSize());
}

/**
 * Opens the stored register again if another window has changed or removed it, so that no answer comes from a replaced
 * register. Reads two files of a few thousand bytes if nothing has changed.
 */
function refresh(lang: Lang): Promise<void> {
  refreshing ??= reading(() => reopen(lang)).finally(() => (refreshing = undefined));
  return refreshing;
}

async function reopen(lang: Lang): Promise<void> {
  if (inMemory) return;
  const packed = await storage.packed().catch((caught) => {
    // A device that stores nothing has nothing to compare.
    if (!opened) return undefined;
    throw caught;
  });
  if (isSame(packed, opened?.packed)) return;
  if (!packed) {
    close();
    await storage.tidy(undefined);
    return changed(null);
  }
  try {
    const state = await openStored(lang);
    if (!state) throw new Ordinary("the stored register is not complete");
    changed(state);
  } catch (caught) {
    close();
    changed(failure(caught));
  }
}

function isSame(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left?.length === right?.length && (left?.every((byte, at) => byte === right?.[at]) ?? true);
}

/** As `installAlone`, while no other window changes the register: the older one of two updates must not win. */
function install(bytes: Uint8Array, root: Uint8Array | undefined, lang: Lang): Promise<RegisterState> {
  return changing(() => installAlone(bytes, root, lang));
}

/** Checks a bundle against the trusted state, stores it and opens it. If the check throws, the register in use is kept. */
async function installAlone(bytes: Uint8Array, root: Uint8Array | undefined, lang: Lang): Promise<RegisterState> {
  const trusted = await storage.trusted();
  const pinned = trusted?.root ?? root ?? trustRootOf(bytes);
  const candidate = open(pinned, bytes, trusted?.state, lang);
  const damage = candidate.damage();
  if (damage.length > 0) {
    candidate.free();
    throw Object.assign(new Error(damage.join(", ")), { name: "RastauError", code: errorCodes.JS_PAGE, stage: "page" });
  }
  const state = candidate.state();
  try {
    await storage.replace(bytes, pinned, state);
    candidate.free();
    const stored = await openStored(lang);
    if (stored) return stored;
  } catch (caught) {
    if (isRastauError(caught)) throw caught;
    // A device that stores nothing (a private window, a full disk) can still verify while the page is open.
  }
  const next = Verifier.open(pinned, bytes, { lang, state });
  close();
  [verifier, inMemory] = [next, true];
  return stateOf(next, bytes.length);
}

/** Opens a bundle. If it is not signed by the trusted keys, distinguishes another register's genuine bundle from a forged one. */
function open(pinned: Uint8Array, bytes: Uint8Array, state: Uint8Array | undefined, lang: Lang): Verifier {
  try {
    return Verifier.open(pinned, bytes, { lang, ...(state ? { state } : {}) });
  } catch (caught) {
    if (!isRastauError(caught) || caught.code !== errorCodes.BUNDLE_SIGNATURES) throw caught;
    try {
      Verifier.open(trustRootOf(bytes), bytes).free();
    } catch {
      throw caught;
    }
    throw Object.assign(caught, { code: errorCodes.BUNDLE_FOREIGN });
  }
}

const api = {
  /** Opens the stored register, else the one published beside the page; `null` where there is neither. */
  async start(lang: Lang, base: string, onChange: typeof changed): Promise<Result<RegisterState | null>> {
    changed = onChange;
    try {
      await load();
      const stored = await reading(() => openStored(lang));
      if (stored) return stored;
      if (await storage.forgotten()) return null;
      const [bundle, root] = await Promise.all([fetchOptional(`${base}data/bundle.rastau`), fetchOptional(`${base}data/root.cose`)]);
      if (!bundle || !root) return null;
      return await install(bundle, root, lang);
    } catch (caught) {
      return failure(caught);
    }
  },

  async installFile(file: File, lang: Lang): Promise<Result<RegisterState>> {
    try {
      return await install(new Uint8Array(await file.arrayBuffer()), undefined, lang);
    } catch (caught) {
      return failure(caught);
    }
  },

  async installUrl(url: string, lang: Lang): Promise<Result<RegisterState>> {
    try {
      const response = await fetch(url, { credentials: "omit", cache: "no-store" });
      if (!response.ok) throw new Ordinary(`HTTP ${response.status}`);
      return await install(new Uint8Array(await response.arrayBuffer()), undefined, lang);
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Returns the fingerprint of a bundle's own trust root, which the user compares before trusting it for the first time. */
  async fingerprint(file: File): Promise<Result<{ fingerprint: string; register: string }>> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const untrusted = Verifier.open(trustRootOf(bytes), bytes);
      const info = untrusted.snapshotInfo();
      untrusted.free();
      return { fingerprint: info.root.fingerprint, register: info.register };
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Removes the register, its trust root and its trusted state. */
  async forget(): Promise<void> {
    close();
    inMemory = false;
    await changing(() => storage.forget());
  },

  /** Compares the open register with the stored one, which another window may have changed. */
  async refresh(lang: Lang): Promise<void> {
    await refresh(lang).catch(failure);
  },

  async verify(input: TypedForm | string, query: Query): Promise<Result<VerdictAnswer>> {
    try {
      await refresh(query.lang);
      if (!verifier) throw new Ordinary("no register is open");
      return verifier.verify(input, question(query));
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Verifies a list row by row. Every 100 rows it calls `progress` and stops if `cancel` was called. */
  async verifyList(rows: Row[], query: Query, progress: (done: number) => void): Promise<RowResult[]> {
    cancelled = false;
    const results: RowResult[] = [];
    const firsts = new Map<string, First>();
    for (const row of rows) {
      if (results.length % 100 === 0) {
        progress(results.length);
        await new Promise((resume) => setTimeout(resume));
        await refresh(query.lang);
        if (cancelled) break;
      }
      results.push(countOnce(verifyRow(row, query), row, firsts));
    }
    progress(results.length);
    return results;
  },

  cancel(): void {
    cancelled = true;
  },

  code(text: string, lang: Lang): Result<{ printed: string }> {
    try {
      return { printed: checkCode(text, { lang }) };
    } catch (caught) {
      return failure(caught);
    }
  },

  identity(text: string, lang: Lang): IdentityAnswer {
    return checkId(text, { lang });
  },

  async rule(id: string, facts: object, lang: Lang): Promise<Result<RuleAnswer>> {
    try {
      const { evaluateRule } = await loadRules();
      return evaluateRule(id as never, facts as never, { lang });
    } catch (caught) {
      return failure(caught);
    }
  },

  async rulesOf(lang: Lang): Promise<{ rules: RuleEntry[]; words: FormWords }> {
    const loaded = await loadRules();
    return { rules: loaded.rules({ lang }), words: loaded.formWords({ lang }) };
  },

  async norms(): Promise<Norm[]> {
    return (await loadRules()).norms();
  },
};

function question({ lang, on }: Query): { lang: Lang; on?: string } {
  return { lang, ...(on ? { on } : {}) };
}

function verifyRow(row: Row, query: Query): RowResult {
  const blank = { line: row.line, number: "", profession: "", valid_until: null, unlimited: false };
  try {
    if (!verifier) throw new Ordinary("no register is open");
    const options = { ...question(query), ...(row.beside ? { beside: row.beside } : {}) };
    const verdict = verifier.verify(row.input, options);
    const { document } = verdict;
    const names = document.profession?.names;
    return {
      line: row.line,
      outcome: verdict.outcome,
      reason: verdict.outcome === "valid" ? "" : (verdict.words?.headline ?? ""),
      number: document.number,
      profession: names?.[query.lang] || names?.kk || document.profession?.code || "",
      valid_until: document.valid_until ?? null,
      unlimited: document.unlimited,
    };
  } catch (caught) {
    return { ...blank, outcome: "unreadable", reason: failure(caught).error.message };
  }
}

/** The first row of a valid document. */
interface First {
  line: number;
  statesHolder: boolean;
}

/** Marks a row whose valid document an earlier row has. The document confirmed both identity numbers, so both are the holder's. */
function countOnce(result: RowResult, row: Row, firsts: Map<string, First>): RowResult {
  if (result.outcome !== "valid") return result;
  const statesHolder = row.statesHolder;
  const first = firsts.get(result.number);
  if (first) return { ...result, outcome: "repeated", repeats: { line: first.line, samePerson: statesHolder && first.statesHolder } };
  firsts.set(result.number, { line: row.line, statesHolder });
  return result;
}

/** Fetches a file beside the page; `undefined` where there is none. */
async function fetchOptional(url: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { credentials: "omit" }).catch(() => undefined);
  // A server that answers an unknown address with the page itself does not have the file.
  if (!response?.ok || response.headers.get("Content-Type")?.includes("text/html")) return undefined;
  return new Uint8Array(await response.arrayBuffer());
}

export type Api = typeof api;

/** The interface with every call delayed until `start` has finished. On a slow device, input arrives before the module has loaded. */
function afterStart(): typeof api {
  let started: Promise<unknown> = Promise.resolve();
  const start = (...args: Parameters<typeof api.start>) => {
    const result = api.start(...args);
    started = result;
    return result;
  };
  const waiting = ([name, call]: [string, (...args: never[]) => unknown]) => [
    name,
    async (...args: never[]) => {
      await started;
      return call(...args);
    },
  ];
  // Comlink turns every result into a promise in any case.
  return { ...Object.fromEntries(Object.entries(api).map(waiting)), start, cancel: api.cancel } as typeof api;
}

expose(afterStart());
