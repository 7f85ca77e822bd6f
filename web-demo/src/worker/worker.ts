// The verifier in a worker of its own: nothing that it does can freeze the page.

import { expose } from "comlink";
import type { Lang, RuleAnswer, RuleEntry, FormWords, Norm, SnapshotInfo, TypedForm, VerdictAnswer, Verifier } from "rastau";
import { isRastauError, load, opfsFile, trustRootOf, Verifier as Opener, checkCode, checkId } from "rastau/verify";
import type { IdentityAnswer } from "rastau";

import { Kept } from "./kept";

/** What an error looks like on the page: comlink carries plain objects, not classes. */
export interface Refusal {
  refused: { code: number; stage: string; message: string };
}
export type Or<T> = T | Refusal;

export interface RegisterState {
  info: SnapshotInfo;
  size: number;
  damage: string[];
  /** Whether the register is kept on the device or lives in memory alone. */
  kept: boolean;
}

export interface Asked {
  on?: string | undefined;
  lang: Lang;
}

/** One row of a list, before and after. */
export interface Row {
  line: number;
  input: TypedForm | string;
}
export interface RowResult {
  line: number;
  outcome: "valid" | "invalid" | "indeterminate" | "unreadable";
  reason: string;
  number: string;
  profession: string;
  valid_until: string | null;
  unlimited: boolean;
}

type VerifierHere = Opener;
type LawHere = typeof import("rastau");

const kept = new Kept();
let verifier: VerifierHere | undefined;
let inMemory = false;
let law: Promise<LawHere> | undefined;
let cancelled = false;

function refusal(caught: unknown): Refusal {
  if (isRastauError(caught)) {
    return { refused: { code: caught.code, stage: caught.stage, message: caught.message } };
  }
  const message = caught instanceof Error ? caught.message : String(caught);
  return { refused: { code: 0, stage: "other", message } };
}

/** The rules are loaded when a view first needs them: they are more than half of the whole. */
function rules(): Promise<LawHere> {
  law ??= import("rastau").then(async (loaded) => {
    await loaded.load();
    return loaded;
  });
  law.catch(() => (law = undefined));
  return law;
}

function stateOf(one: VerifierHere, size: number): RegisterState {
  return { info: one.snapshotInfo(), size, damage: one.damage(), kept: !inMemory };
}

/** Opens what is kept on the device; `undefined` where nothing is. */
async function openKept(lang: Lang): Promise<RegisterState | undefined> {
  const found = await kept.open();
  if (!found) return undefined;
  try {
    verifier?.free();
    verifier = Opener.open(found.root, opfsFile(found.bundle), { state: found.state, lang });
  } catch (caught) {
    found.bundle.close();
    throw caught;
  }
  inMemory = false;
  return stateOf(verifier, found.bundle.getSize());
}

/** Checks a bundle against what is in use, keeps it, and takes it into use. What was in use stays where this throws. */
async function take(bytes: Uint8Array, root: Uint8Array | undefined, lang: Lang): Promise<RegisterState> {
  const before = await kept.memory();
  const pinned = before?.root ?? root ?? trustRootOf(bytes);
  const fresh = opened(pinned, bytes, before?.state, lang);
  const damage = fresh.damage();
  if (damage.length > 0) {
    fresh.free();
    const error = Object.assign(new Error(damage.join(", ")), { name: "RastauError", code: 301, stage: "page" });
    throw error;
  }
  const state = fresh.state();
  try {
    await kept.replace(bytes, pinned, state);
    fresh.free();
    const opened = await openKept(lang);
    if (opened) return opened;
  } catch (caught) {
    if (isRastauError(caught)) throw caught;
    // A device that keeps nothing (a private window, a full disk) can still verify for as long as the page is open.
  }
  verifier?.free();
  verifier = Opener.open(pinned, bytes, { lang, state });
  inMemory = true;
  return stateOf(verifier, bytes.length);
}

/** Opens a bundle; where the keys are not those that are trusted, tells a bundle of other keys from a forged one. */
function opened(pinned: Uint8Array, bytes: Uint8Array, state: Uint8Array | undefined, lang: Lang): VerifierHere {
  try {
    return Opener.open(pinned, bytes, { lang, ...(state ? { state } : {}) });
  } catch (caught) {
    if (!isRastauError(caught) || caught.code !== TOO_FEW_SIGNATURES) throw caught;
    try {
      Opener.open(trustRootOf(bytes), bytes).free();
    } catch {
      throw caught;
    }
    throw Object.assign(caught, { code: FOREIGN });
  }
}

/** Stable numbers of the verifier's errors. */
const TOO_FEW_SIGNATURES = 101;
const FOREIGN = 102;

const api = {
  /** Opens the kept register, or else the one that lies beside the page. */
  async start(lang: Lang, base: string): Promise<Or<RegisterState | null>> {
    try {
      await load();
      const found = await openKept(lang);
      if (found) return found;
      if (await kept.forgotten()) return null;
      const [bundle, root] = await Promise.all([beside(`${base}data/bundle.rastau`), beside(`${base}data/root.cose`)]);
      if (!bundle || !root) return null;
      return await take(bundle, root, lang);
    } catch (caught) {
      return refusal(caught);
    }
  },

  async takeFile(file: File, lang: Lang): Promise<Or<RegisterState>> {
    try {
      return await take(new Uint8Array(await file.arrayBuffer()), undefined, lang);
    } catch (caught) {
      return refusal(caught);
    }
  },

  async takeUrl(url: string, lang: Lang): Promise<Or<RegisterState>> {
    try {
      const answer = await fetch(url, { credentials: "omit", cache: "no-store" });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return await take(new Uint8Array(await answer.arrayBuffer()), undefined, lang);
    } catch (caught) {
      return refusal(caught);
    }
  },

  /** The fingerprint of the trust root that a bundle brings, to be compared before it is first trusted. */
  async fingerprint(file: File): Promise<Or<{ fingerprint: string; register: string }>> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = Opener.open(trustRootOf(bytes), bytes);
      const info = opened.snapshotInfo();
      opened.free();
      return { fingerprint: info.root.fingerprint, register: info.register };
    } catch (caught) {
      return refusal(caught);
    }
  },

  /** Back to none: the register, its trust root and what was remembered of it. */
  async forget(): Promise<void> {
    verifier?.free();
    verifier = undefined;
    await kept.forget();
  },

  verify(input: TypedForm | string, asked: Asked): Or<VerdictAnswer> {
    try {
      if (!verifier) throw new Error("no register");
      return verifier.verify(input, question(asked));
    } catch (caught) {
      return refusal(caught);
    }
  },

  /** A list, row by row; `progress` is called now and then, and `cancel` is heard between two rows. */
  async verifyList(rows: Row[], asked: Asked, progress: (done: number) => void): Promise<RowResult[]> {
    cancelled = false;
    const results: RowResult[] = [];
    for (const row of rows) {
      if (results.length % 100 === 0) {
        progress(results.length);
        await new Promise((resume) => setTimeout(resume));
        if (cancelled) break;
      }
      results.push(one(row, asked));
    }
    progress(results.length);
    return results;
  },

  cancel(): void {
    cancelled = true;
  },

  code(text: string, lang: Lang): Or<{ printed: string }> {
    try {
      return { printed: checkCode(text, { lang }) };
    } catch (caught) {
      return refusal(caught);
    }
  },

  identity(text: string, lang: Lang): IdentityAnswer {
    return checkId(text, { lang });
  },

  async rule(id: string, facts: object, lang: Lang): Promise<Or<RuleAnswer>> {
    try {
      const { evaluateRule } = await rules();
      return evaluateRule(id as never, facts as never, { lang });
    } catch (caught) {
      return refusal(caught);
    }
  },

  async rulesOf(lang: Lang): Promise<{ rules: RuleEntry[]; words: FormWords }> {
    const loaded = await rules();
    return { rules: loaded.rules({ lang }), words: loaded.formWords({ lang }) };
  },

  async norms(): Promise<Norm[]> {
    return (await rules()).norms();
  },
};

function question(asked: Asked): { lang: Lang; on?: string } {
  return { lang: asked.lang, ...(asked.on ? { on: asked.on } : {}) };
}

function one(row: Row, asked: Asked): RowResult {
  const blank = { line: row.line, number: "", profession: "", valid_until: null, unlimited: false };
  try {
    if (!verifier) throw new Error("no register");
    const verdict = verifier.verify(row.input, question(asked));
    const { document } = verdict;
    const names = document.profession?.names;
    return {
      line: row.line,
      outcome: verdict.outcome,
      reason: verdict.outcome === "valid" ? "" : (verdict.words?.headline ?? ""),
      number: document.number,
      profession: names?.[asked.lang] || names?.kk || document.profession?.code || "",
      valid_until: document.valid_until ?? null,
      unlimited: document.unlimited,
    };
  } catch (caught) {
    return { ...blank, outcome: "unreadable", reason: refusal(caught).refused.message };
  }
}

/** A file beside the page; `undefined` where there is none. */
async function beside(url: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(url, { credentials: "omit" }).catch(() => undefined);
  // A server that answers every address with the page itself has no such file.
  if (!answer?.ok || answer.headers.get("Content-Type")?.includes("text/html")) return undefined;
  return new Uint8Array(await answer.arrayBuffer());
}

export type Api = typeof api;
export type { Verifier };

/** What is asked while the register is still being opened waits for that: a person may be quicker than a slow telephone. */
function afterStart(): typeof api {
  let started: Promise<unknown> = Promise.resolve();
  const start = (...asked: Parameters<typeof api.start>) => {
    const answer = api.start(...asked);
    started = answer;
    return answer;
  };
  const waiting = ([name, answer]: [string, (...asked: never[]) => unknown]) => [
    name,
    async (...asked: never[]) => {
      await started;
      return answer(...asked);
    },
  ];
  // Comlink makes a promise of every answer anyway.
  return { ...Object.fromEntries(Object.entries(api).map(waiting)), start, cancel: api.cancel } as typeof api;
}

expose(afterStart());
