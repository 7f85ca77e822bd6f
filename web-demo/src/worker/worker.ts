// The verifier, in a worker so that a verification cannot block the page.

import { expose } from "comlink";
import type {
  ClassifiedProfession,
  DocumentOptions,
  FormWords,
  IdentityAnswer,
  Lang,
  Norm,
  Outcome,
  RepetitionAnswer,
  RuleAnswer,
  RuleEntry,
  SnapshotInfo,
  TypedForm,
  VerdictAnswer,
} from "rastau";
import type { TableInfo, TableOptions, TableRow } from "rastau/lists";
import { checkCode, checkId, errorCodes, isRastauError, load, opfsFile, trustRootOf, Verifier, type RastauError } from "rastau/verify";

import { fetched, fetchOptional, MAX_BUNDLE, NotFound, Ordinary, type Progress } from "./network";
import { changing, DeviceStorage, DISK_FULL, readable, reading, StorageDamaged, type Readable, type Source, type StoredRegister, type Trusted } from "./storage";

/** An error as the page receives it: comlink transfers plain objects, not classes. */
export interface Failure {
  error: { code: number; stage: string; message: string };
  /** Which other kind of code was given, for the screen only. */
  shown?: string;
  /** Whether the register in use was closed, because a newer trust root took its keys away. */
  closed?: boolean;
  /** The sheets of a workbook of which the user has to choose one. */
  sheets?: string[];
  /** The field of a typed form that has an impossible value. */
  field?: keyof TypedForm;
}
export type Result<T> = T | Failure;

export interface RegisterState {
  info: SnapshotInfo;
  size: number;
  damage: string[];
  /** Whether the register is stored on the device, or only in memory: because the browser stores nothing, or has no space left. */
  kept: Kept;
}
export type Kept = "stored" | "denied" | "full";

/** What came of looking for a newer register. `none`: there is none where it was looked for. `busy`: another window is looking. */
export interface Looked {
  change: "newer" | "same" | "none" | "busy";
}

/** The day and the language of a question. */
export interface Query {
  on?: string | undefined;
  /** The profession that a person's post asks for, by code or name. */
  post?: string | undefined;
  lang: Lang;
}

/** A list of people, as it was opened: what its file is, and how many rows it has. */
export interface OpenedList {
  info: TableInfo;
  rows: number;
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
  name: string;
  profession: string;
  valid_until: string | null;
  unlimited: boolean;
}

type FullPackage = typeof import("rastau");
type Lists = typeof import("rastau/lists");
/** A row whose values could be read. */
type ReadRow = Extract<TableRow, { error?: undefined }>;

/** The first bytes of every bundle file. */
const BUNDLE = "RASTAUB1";
/** The largest report that is read, in bytes. */
const MAX_REPORT = 256 * 1024;
/** The largest signed statement, in bytes. */
const MAX_STATEMENT = 256 * 1024;
/** How often, and with which pause in milliseconds, a removed file is tried again while other windows close it. */
const [CLEARINGS, CLEARING_PAUSE] = [20, 100];
/** The number of rows that are read together. */
const BATCH = 100;

const storage = new DeviceStorage();
let verifier: Verifier | undefined;
/** The stored register that `verifier` reads; `undefined` while it reads one that is in memory only. */
let opened: StoredRegister | undefined;
/** The register, where the device stores none, and why it does not. */
let inMemory: (Trusted & { bundle: Readable; why: Exclude<Kept, "stored"> }) | undefined;
/** The address of the folder in which the page is. */
let base = "";
let language: Lang = "kk";
/** Tells the other windows that the stored register has changed, so that they close the files of the old one. */
const windows = new BroadcastChannel("rastau");
windows.onmessage = () => void refresh(language).catch(failure);
/** Tells the page that another window has changed the register. */
let changed: (state: Result<RegisterState | null>) => void = () => undefined;
let refreshing: Promise<void> | undefined;
let fullPackage: Promise<FullPackage> | undefined;
let lists: Promise<Lists> | undefined;
/** The open list of people. Its rows are read again for each verification. */
let list: { bytes: Uint8Array; options: TableOptions } | undefined;
let cancelled = false;

function failure(caught: unknown): Failure {
  // After a fault of the module its state is unknown, as after a panic.
  if (isRastauError(caught) && caught.code !== errorCodes.PANIC) {
    const error = { code: caught.code, stage: caught.stage, message: caught.message };
    const { shown } = caught;
    return { error, ...(shown && { shown }), ...(caught.closed && { closed: true }), ...(caught.sheets && { sheets: caught.sheets }) };
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

/** Loads the reader of tables on first use. */
function loadLists(): Promise<Lists> {
  lists ??= import("rastau/lists").then(async (loaded) => {
    await loaded.load();
    return loaded;
  });
  lists.catch(() => (lists = undefined));
  return lists;
}

/** The rows of the open list, in batches. */
async function* rowsOf({ bytes, options }: NonNullable<typeof list>, lang: Lang): AsyncGenerator<TableRow[]> {
  const { Table } = await loadLists();
  const table = Table.open(bytes, { ...options, lang });
  try {
    for (let rows = table.rows(BATCH); rows.length > 0; rows = table.rows(BATCH)) yield rows;
  } finally {
    table.free();
  }
}

function stateOf(verifier: Verifier, size: number): RegisterState {
  return { info: verifier.snapshotInfo(), size, damage: verifier.damage(), kept: inMemory?.why ?? "stored" };
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
  [verifier, opened, inMemory] = [next, stored, undefined];
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

/** The trust root of a device's first register: one that came with the page, or one of a bundle, whose fingerprint the user compared. */
type FirstRoot = { root: Uint8Array } | { fingerprint: string };

/** As `installAlone`, while no other window changes the register: the older one of two updates must not win. */
function install(bytes: Uint8Array, first: FirstRoot | undefined, lang: Lang): Promise<RegisterState> {
  return changing(() => installAlone(bytes, first, lang));
}

/** What the device trusts, or the first root if it trusts nothing. A device that has lost its record trusts only what its user compares. */
async function trust(bytes: Uint8Array, first: FirstRoot | undefined): Promise<{ root: Uint8Array; state?: Uint8Array }> {
  const isAsked = first !== undefined && "fingerprint" in first;
  const trusted = isAsked ? await trustedUnlessDamaged() : (inMemory ?? (await storage.trusted()));
  if (trusted) return trusted;
  if (first && "root" in first) return first;
  const root = trustRootOf(bytes);
  if (!isAsked || fingerprintOf(root, bytes) !== first.fingerprint) throw new Ordinary("no trust root was confirmed for this register");
  return { root };
}

/** What the device trusts; `undefined` also where its record is lost, so that the user decides. */
async function trustedUnlessDamaged(): Promise<Trusted | undefined> {
  try {
    return inMemory ?? (await storage.trusted());
  } catch (caught) {
    if (caught instanceof StorageDamaged) return undefined;
    throw caught;
  }
}

/** Returns the fingerprint of a root with which a bundle opens. */
function fingerprintOf(root: Uint8Array, bytes: Uint8Array): string {
  const untrusted = Verifier.open(root, bytes, { anchor: "first-use" });
  try {
    return untrusted.snapshotInfo().root.fingerprint;
  } finally {
    untrusted.free();
  }
}

/** Checks a bundle against the trusted state, stores it and opens it. If the check throws, the register in use stays. */
async function installAlone(bytes: Uint8Array, first: FirstRoot | undefined, lang: Lang): Promise<RegisterState> {
  // Of what another window has installed since, an older bundle must not be a newer one here.
  await reopen(lang);
  const next = verifier ? await updated(verifier, bytes, lang) : await openFirst(bytes, first, lang);
  if (next.opened !== verifier) next.opened.free();
  let why: Exclude<Kept, "stored">;
  try {
    await storage.replace(bytes, next);
    const stored = await openStored(lang);
    if (stored) {
      windows.postMessage("changed");
      return stored;
    }
    why = "denied";
  } catch (caught) {
    if (isRastauError(caught)) throw caught;
    // A device that stores nothing (a private window, a full disk) can still verify while the page is open.
    why = isFull(caught) ? "full" : "denied";
  }
  return openInMemory({ root: next.root, state: next.state, bundle: readable(bytes), why }, lang);
}

const isFull = (caught: unknown) => (caught instanceof DOMException && caught.name === "QuotaExceededError") || (caught instanceof Error && caught.message === DISK_FULL);

/** A bundle that was accepted and is not stored yet. */
type Accepted = Trusted & { opened: Verifier };

/** Replaces the bundle of the open verifier, which decides alone whether the other one is newer, and whether its keys close the old one. */
async function updated(open: Verifier, bytes: Uint8Array, lang: Lang): Promise<Accepted> {
  const root = (opened ?? inMemory)!.root;
  try {
    open.update(opfsFile(readable(bytes)), { lang });
  } catch (caught) {
    if (!isRastauError(caught)) throw caught;
    if (caught.kept?.state) await keep({ root: caught.kept.root, state: caught.kept.state });
    const isClosed = open.closed;
    if (isClosed) close();
    throw Object.assign(foreign(caught, bytes), { closed: isClosed });
  }
  try {
    assertWhole(open, bytes.length);
  } catch (caught) {
    // The verifier has the bundle that is not whole; the stored one is opened again.
    if (inMemory) openInMemory(inMemory, lang);
    else await openStored(lang);
    throw caught;
  }
  return { root, state: open.state(), opened: open };
}

/** Opens a bundle where none is open: on a new device, or after a newer trust root has closed the register. */
async function openFirst(bytes: Uint8Array, first: FirstRoot | undefined, lang: Lang): Promise<Accepted> {
  const { root, state } = await trust(bytes, first);
  let opened: Verifier;
  try {
    opened = Verifier.open(root, opfsFile(readable(bytes)), { lang, ...(state ? { state } : {}) });
  } catch (caught) {
    if (!isRastauError(caught)) throw caught;
    if (state && caught.kept?.state) await keep({ root: caught.kept.root, state: caught.kept.state });
    throw foreign(caught, bytes);
  }
  try {
    assertWhole(opened, bytes.length);
  } catch (caught) {
    opened.free();
    throw caught;
  }
  return { root, state: opened.state(), opened };
}

/** Fails unless every segment of a bundle is there, and its details can be shown: without them the page could not start any more. */
function assertWhole(opened: Verifier, size: number): void {
  stateOf(opened, size);
  const damage = opened.damage();
  if (damage.length > 0) throw Object.assign(new Error(damage.join(", ")), { name: "RastauError", code: errorCodes.JS_PAGE, stage: "page" });
}

/** The register in use, as stored or in memory. */
function registerInUse(): Trusted & { bundle: Readable } {
  const register = opened ?? inMemory;
  if (!register) throw new Ordinary("no register is open");
  return register;
}

function openInMemory(register: NonNullable<typeof inMemory>, lang: Lang): RegisterState {
  const { root, state, bundle } = register;
  const next = Verifier.open(root, opfsFile(bundle), { lang, state });
  close();
  [verifier, inMemory] = [next, register];
  return stateOf(next, bundle.getSize());
}

/** Keeps a newer trust root, with its state, of a bundle that was not accepted: keys that it takes away can do nothing from now on. */
async function keep(trusted: Trusted): Promise<void> {
  if (inMemory) {
    inMemory = { ...inMemory, ...trusted };
    return;
  }
  await storage.keep(trusted);
  // The open verifier has kept it too, so this record is the one that it belongs to.
  const packed = await storage.packed();
  if (opened && packed) opened = { ...opened, ...trusted, packed };
  windows.postMessage("changed");
}

/** The error of a bundle; of one that is genuine, but another register's, with a code of its own. */
function foreign(caught: RastauError, bytes: Uint8Array): RastauError {
  if (caught.code !== errorCodes.BUNDLE_SIGNATURES) return caught;
  try {
    Verifier.open(trustRootOf(bytes), bytes, { anchor: "first-use" }).free();
  } catch {
    return caught;
  }
  return Object.assign(caught, { code: errorCodes.BUNDLE_FOREIGN });
}

/** Looks for a newer register, in one window at a time. `isAsked`: a user waits for it. */
async function look(isAsked: boolean, lang: Lang, progress: Progress): Promise<Looked> {
  if (!navigator.locks) return lookAlone(isAsked, lang, progress);
  const work = (lock: Lock | null): Promise<Looked> => (lock ? lookAlone(isAsked, lang, progress) : Promise.resolve({ change: "busy" }));
  // A window that has no register yet waits for the one that fetches it.
  return (await navigator.locks.request("rastau-update", { ifAvailable: !isAsked && verifier !== undefined }, work as () => Promise<Looked>)) as Looked;
}

const ownSource = (): Source => ({ url: `${base}data/bundle.rastau` });

async function lookAlone(isAsked: boolean, lang: Lang, progress: Progress): Promise<Looked> {
  await refresh(lang);
  const isFirst = verifier === undefined;
  // What the user has removed comes back only when the user asks for it.
  if (isFirst && !isAsked && (await storage.forgotten())) return { change: "none" };
  const source = (await storage.source()) ?? ownSource();
  const root = isFirst ? await fetchOptional(`${base}data/root.cose`, "", MAX_STATEMENT) : undefined;
  if (isFirst && !root && !(await trustedUnlessDamaged())) return { change: "none" };
  const before = verifier?.state();
  try {
    const isNewer = await take(isFirst ? { url: source.url } : source, root && { root }, lang, progress);
    return { change: isNewer && !isSame(before, verifier?.state()) ? "newer" : "same" };
  } catch (caught) {
    if (caught instanceof NotFound && source.url === ownSource().url) return { change: "none" };
    // The site has the register that this device had before a file brought a newer one.
    if (isRastauError(caught) && caught.code === errorCodes.BUNDLE_ROLLBACK && !isFirst) return { change: "same" };
    throw caught;
  }
}

/** Installs what is at a source, and remembers the source. Returns whether the server had something else than the last time. */
async function take(source: Source, first: FirstRoot | undefined, lang: Lang, progress: Progress): Promise<boolean> {
  const found = await fetched(source.url, { magic: BUNDLE, max: MAX_BUNDLE, ...(source.tag && { tag: source.tag }), progress });
  if (!found) return false;
  changed(await install(found.bytes, first, lang));
  await storage.writeSource({ url: source.url, ...(found.tag && { tag: found.tag }) });
  return true;
}

const api = {
  /** Opens the stored register; `null` where there is none. */
  async start(lang: Lang, folder: string, onChange: typeof changed): Promise<Result<RegisterState | null>> {
    [changed, base, language] = [onChange, folder, lang];
    try {
      await load();
      return (await reading(() => openStored(lang))) ?? null;
    } catch (caught) {
      return failure(caught);
    }
  },

  /**
   * Looks for a newer register where this one came from, or for the first one beside the page, and takes it into use. A quiet day costs one
   * conditional request. `progress` is called with the bytes received, and the bytes expected if the server says so.
   */
  async update(isAsked: boolean, lang: Lang, progress: Progress): Promise<Result<Looked>> {
    try {
      await load();
      return await look(isAsked, lang, progress);
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Installs a bundle. `fingerprint` is that of the trust root, if the user has compared it. */
  async installFile(file: File, fingerprint: string | undefined, lang: Lang): Promise<Result<RegisterState>> {
    try {
      return await install(await contentOf(file), fingerprint === undefined ? undefined : { fingerprint }, lang);
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Installs the bundle at an address, where newer ones are looked for from then on. */
  async installUrl(url: string, lang: Lang, progress: Progress): Promise<Result<RegisterState>> {
    try {
      await take({ url }, undefined, lang, progress);
      return stateOf(verifier!, (opened ?? inMemory)!.bundle.getSize());
    } catch (caught) {
      return failure(caught);
    }
  },

  /**
   * Returns the fingerprint of a bundle's own trust root, which the user compares before trusting it for the first time; `null` where
   * the device trusts one already.
   */
  async fingerprint(file: File): Promise<Result<{ fingerprint: string; register: string } | null>> {
    try {
      if (await reading(trustedUnlessDamaged)) return null;
      const bytes = await contentOf(file);
      const untrusted = Verifier.open(trustRootOf(bytes), bytes, { anchor: "first-use" });
      const info = untrusted.snapshotInfo();
      untrusted.free();
      return { fingerprint: info.root.fingerprint, register: info.register };
    } catch (caught) {
      return failure(caught);
    }
  },

  /**
   * Removes the register, its trust root and its trusted state. Returns how many files another window still has open, which stay on the
   * device until it is closed.
   */
  async forget(): Promise<Result<{ left: number }>> {
    const wasInMemory = inMemory !== undefined;
    close();
    inMemory = undefined;
    try {
      await changing(() => storage.forget());
      windows.postMessage("changed");
      let left = await storage.clear();
      for (let tries = 0; left > 0 && tries < CLEARINGS; tries += 1) {
        await new Promise((resume) => setTimeout(resume, CLEARING_PAUSE));
        left = await storage.clear();
      }
      return { left };
    } catch (caught) {
      // Where the browser stores nothing, nothing is left.
      if (wasInMemory && (await storage.isDenied())) return { left: 0 };
      return failure(caught);
    }
  },

  /** Compares the open register with the stored one, which another window may have changed. */
  async refresh(lang: Lang): Promise<void> {
    language = lang;
    await refresh(lang).catch(failure);
  },

  /** The professions of the register's classifier. */
  async professions(): Promise<Result<ClassifiedProfession[]>> {
    try {
      if (!verifier) throw new Ordinary("no register is open");
      return verifier.professions();
    } catch (caught) {
      return failure(caught);
    }
  },

  async verify(input: TypedForm | string, query: Query): Promise<Result<VerdictAnswer>> {
    try {
      await refresh(query.lang);
      if (!verifier) throw new Ordinary("no register is open");
      return verifier.verify(input, question(query));
    } catch (caught) {
      const field = verifier && typeof input === "object" && isRastauError(caught) && caught.stage === "read" ? wrongField(verifier, input) : undefined;
      return { ...failure(caught), ...(field && { field }) };
    }
  },

  /** Verifies as `verify` does, and returns the report as the text of a file. `by` states who makes it. */
  async evidence(input: TypedForm | string, query: Query, by: string | undefined): Promise<Result<string>> {
    try {
      await refresh(query.lang);
      const { root, state, bundle } = registerInUse();
      const full = (await loadRules()).Verifier.open(root, opfsFile(bundle), { lang: query.lang, state });
      try {
        return full.report(input, { ...question(query), ...(by !== undefined && { by }) }).json;
      } finally {
        full.free();
      }
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Verifies the input of a report again, as of the report's time, against `bundle` or else the register in use, and compares. */
  async repeat(report: File, input: TypedForm | string, bundle: File | undefined, lang: Lang): Promise<Result<RepetitionAnswer>> {
    try {
      const { root, bundle: inUse } = registerInUse();
      const { repeatReport } = await loadRules();
      if (report.size > MAX_REPORT) throw new Ordinary("the file is too large for a report");
      const file = bundle ? readable(await contentOf(bundle)) : inUse;
      return repeatReport(await report.text(), input, opfsFile(file), { trustRoot: root, lang });
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Opens a list of people and counts its rows, so that a file which cannot be read is refused before anything is answered. */
  async openList(file: File, options: TableOptions): Promise<Result<OpenedList>> {
    try {
      list = undefined;
      const { Table } = await loadLists();
      const bytes = new Uint8Array(await file.arrayBuffer());
      const table = Table.open(bytes, options);
      let rows = 0;
      try {
        const info = table.info();
        if (info.problems.length === 0) for (let count = 1; count > 0; rows += count) count = table.rows(BATCH).length;
        list = { bytes, options };
        return { info, rows };
      } finally {
        table.free();
      }
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Verifies the open list row by row. After every batch of rows it calls `progress`, and stops if `cancel` was called. */
  async verifyList(query: Query, progress: (done: number) => void): Promise<Result<RowResult[]>> {
    cancelled = false;
    try {
      if (!list) throw new Ordinary("no list is open");
      const results: RowResult[] = [];
      const firsts = new Map<string, First>();
      for await (const rows of rowsOf(list, query.lang)) {
        await refresh(query.lang);
        for (const row of rows) results.push(verifyRow(row, query, firsts));
        progress(results.length);
        await new Promise((resume) => setTimeout(resume));
        if (cancelled) break;
      }
      return results;
    } catch (caught) {
      return failure(caught);
    }
  },

  /** Writes a report of a list. */
  async report(kind: "csv" | "xlsx", title: string, heading: string[], rows: string[][]): Promise<Result<Uint8Array>> {
    try {
      const { csvReport, xlsxReport } = await loadLists();
      return kind === "csv" ? csvReport(heading, rows) : xlsxReport(title, heading, rows, new Date().toISOString());
    } catch (caught) {
      return failure(caught);
    }
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

/** The first field of a form that cannot be read on its own, beside a number that can. */
function wrongField(verifier: Verifier, form: TypedForm): keyof TypedForm | undefined {
  const isWrong = (fields: TypedForm) => {
    try {
      verifier.verify(fields);
      return false;
    } catch (caught) {
      return isRastauError(caught) && caught.stage === "read";
    }
  };
  const names = Object.keys(form) as (keyof TypedForm)[];
  return isWrong({ number: form.number }) ? "number" : names.find((name) => isWrong({ number: form.number, [name]: form[name] }));
}

function question({ lang, on, post }: Query): DocumentOptions {
  return { lang, ...(on ? { on } : {}), ...(post ? { post: { profession: post } } : {}) };
}

function verifyRow(row: TableRow, query: Query, firsts: Map<string, First>): RowResult {
  const blank = { line: row.line, number: "", name: "", profession: "", valid_until: null, unlimited: false };
  if (row.error !== undefined) return { ...blank, outcome: "unreadable", reason: row.error };
  try {
    if (!verifier) throw new Ordinary("no register is open");
    const beside = row.document === null ? {} : { beside: JSON.parse(row.form) as Partial<TypedForm> };
    const post = row.post ?? undefined;
    const verdict = verifier.verify(row.document ?? row.form, { ...question({ ...query, post }), ...beside });
    const { document } = verdict;
    const names = document.profession?.names;
    const result = {
      line: row.line,
      outcome: verdict.outcome,
      reason: [verdict.outcome === "valid" ? "" : verdict.words?.headline, verdict.words?.post].filter(Boolean).join(" "),
      number: document.number,
      // Beside "valid" stands the name that the register confirmed.
      name: verdict.outcome === "valid" && row.name ? (document.holder?.names.join(" / ") ?? "") : row.name,
      profession: names?.[query.lang] || names?.kk || document.profession?.code || "",
      valid_until: document.valid_until ?? null,
      unlimited: document.unlimited,
    };
    return countOnce(result, row, firsts);
  } catch (caught) {
    return { ...blank, number: row.number, name: row.name, outcome: "unreadable", reason: failure(caught).error.message };
  }
}

/** The first row of a valid document. */
interface First {
  line: number;
  statesHolder: boolean;
}

/** Marks a row whose valid document an earlier row has. The document confirmed both identity numbers, so both are the holder's. */
function countOnce(result: RowResult, row: ReadRow, firsts: Map<string, First>): RowResult {
  if (result.outcome !== "valid") return result;
  const statesHolder = row.states_holder;
  const first = firsts.get(result.number);
  if (first) return { ...result, outcome: "repeated", repeats: { line: first.line, samePerson: statesHolder && first.statesHolder } };
  firsts.set(result.number, { line: row.line, statesHolder });
  return result;
}

/** Reads a file of at most `MAX_BUNDLE` bytes. */
async function contentOf(file: File): Promise<Uint8Array> {
  if (file.size > MAX_BUNDLE) throw new Ordinary("the file is too large");
  return new Uint8Array(await file.arrayBuffer());
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
