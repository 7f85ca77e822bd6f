// Updates over `fetch`. `Update` asks; this file fetches exactly what it asks for and passes on the response; it
// decides nothing (docs/device.md, "A host with its own network").
//
// Segments are kept in memory, in `parts`, because the package has no disk. A page that stores them elsewhere drives an
// `Update` itself.

import { errorCodes } from "./codes.js";
import { Update } from "./rastau.js";
import type { BundleFile, BundleSource, RastauError, Updated, UpdateFromOptions, UpdateQuestion } from "./types.js";

type Segment = Extract<UpdateQuestion, { kind: "segment" }>;
type Commit = Extract<UpdateQuestion, { kind: "commit" }>;

/** The maximum time of a timer in milliseconds, 24 days. */
const MAX_TIMER = 0x7fff_ffff;

/** A file could not be fetched; the text says why. The walk gets no answer, so the question stays the same. */
class Unanswered extends Error {}

/**
 * Brings a register up to date from a published directory at the address `base`, and returns what `Verifier.open`
 * opens. Segments in `bundle` are not fetched again. Throws a `RastauError` if the update is not completed; the values
 * that were passed stay usable, unless the error's `closed` is true. Throws the signal's reason if `signal` aborts it.
 *
 * No request is repeated unless `again` says so.
 */
export async function updateFrom(base: string | URL, options: UpdateFromOptions = {}): Promise<Updated> {
  const { keep, again, signal, deadline, fetch = globalThis.fetch, parts = new Map(), ...begin } = checked(options);
  const lengths = Object.fromEntries([...parts].map(([name, bytes]) => [name, bytes.length]));
  const held = ArrayBuffer.isView(begin.bundle) ? inMemory(begin.bundle) : begin.bundle;
  const update = Update.begin({ ...begin, bundle: held, parts: lengths });
  const limit = timeLimit(signal, deadline);
  const source = new Source(base, fetch, limit.signal);
  let { bundle } = begin;
  try {
    for (;;) {
      const question = update.ask();
      switch (question.kind) {
        case "statement":
        case "segment":
          try {
            update.answer(question.kind === "segment" ? await source.segment(question, parts) : await source.statement(question));
          } catch (caught) {
            signal?.throwIfAborted();
            if (!(caught instanceof Unanswered)) throw caught;
            const failure = Object.assign(update.failure(caught.message), { cause: caught.cause });
            if (limit.signal.aborted || !(await again?.(failure, question.name))) throw failure;
          }
          break;
        case "keep":
          update.answer((await keep?.(question.root, question.version)) === "moved" ? "moved" : "kept");
          break;
        case "check":
          check(update, question.name, parts);
          break;
        case "commit":
          bundle = assembled(question, held, parts);
          update.answer("committed");
          parts.clear();
          break;
        case "done":
          // Without a bundle everything is fetched and committed, so there is one now.
          return { root: question.root, state: question.state, bundle: bundle as BundleSource, report: question.report };
      }
    }
  } catch (caught) {
    if (caught instanceof Error && caught.name === "RastauError") Object.assign(caught, { closed: update.closed });
    throw caught;
  } finally {
    limit.end();
    update.free();
  }
}

/** Checks the types of the options that only this file reads. Without TypeScript a caller may pass any value. */
function checked(options: UpdateFromOptions): UpdateFromOptions {
  const expected: [string, string, (value: unknown) => boolean][] = [
    ["keep", "a function", isFunction],
    ["again", "a function", isFunction],
    ["fetch", "a function", isFunction],
    ["signal", "an AbortSignal", (value) => typeof (value as AbortSignal | null)?.addEventListener === "function"],
    ["deadline", "a number of milliseconds", (value) => typeof value === "number" && value >= 0],
    ["parts", "a Map of the names of segments and their bytes", isParts],
  ];
  if (typeof options !== "object" || options === null) throw badArgument("options", "a plain object");
  for (const [name, what, fits] of expected) {
    const value = (options as Record<string, unknown>)[name];
    if (value !== undefined && !fits(value)) throw badArgument(name, what);
  }
  return options;
}

const isFunction = (value: unknown) => typeof value === "function";

function isParts(value: unknown): boolean {
  return value instanceof Map && [...value].every(([name, bytes]) => typeof name === "string" && isBytes(bytes));
}

/** Whether a value is a `Uint8Array`, of any realm. */
function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === "[object Uint8Array]" && ArrayBuffer.isView(value);
}

function badArgument(name: string, what: string): RastauError {
  const error = new Error(`${name}: must be ${what}`);
  return Object.assign(error, { name: "RastauError", code: errorCodes.JS_ARGUMENT, stage: "argument" }) as RastauError;
}

/** Lets the update check a segment where it is stored. What it asks for again is cut off; of a useless one nothing stays. */
function check(update: Update, name: string, parts: Map<string, Uint8Array>): void {
  const bytes = parts.get(name) ?? new Uint8Array();
  try {
    update.check(inMemory(bytes));
  } catch (caught) {
    parts.delete(name);
    throw caught;
  }
  const next = update.ask();
  if (next.kind === "segment" && next.name === name) parts.set(name, bytes.subarray(0, next.from));
}

/** Bytes as a file, so that the module copies a page at a time and not everything. */
function inMemory(bytes: Uint8Array): BundleFile {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** The new `.rastau` file. Throws if the bundle that was passed cannot be read where it has a segment. */
function assembled({ size, pieces }: Commit, held: BundleFile | undefined, parts: Map<string, Uint8Array>): Uint8Array {
  const file = new Uint8Array(size);
  for (const piece of pieces) {
    if ("bytes" in piece) file.set(piece.bytes, piece.at);
    // The walk has what it asks to commit: each segment is held, or was fetched and checked.
    else if (piece.held === undefined) file.set(parts.get(piece.name)!.subarray(0, piece.length), piece.at);
    else file.set(heldPiece(held!, piece.held, piece), piece.at);
  }
  return file;
}

/** The content of a segment in the bundle that was passed. A part that is missing would be zeros in the new file. */
function heldPiece(held: BundleFile, from: number, { name, length }: { name: string; length: number }): Uint8Array {
  let bytes: unknown;
  try {
    bytes = held.read(from, length);
  } catch (caught) {
    throw unreadable(name, caught);
  }
  if (!isBytes(bytes) || bytes.length !== length) throw unreadable(name, undefined);
  return bytes;
}

function unreadable(name: string, cause: unknown): RastauError {
  const error = new Error(`${name} cannot be read from the bundle that was passed; leave the bundle out, so that everything is fetched`, { cause });
  return Object.assign(error, { name: "RastauError", code: errorCodes.JS_PAGE, stage: "page" }) as RastauError;
}

/** One signal for the caller's and the deadline. `AbortSignal.any` and `AbortSignal.timeout` are newer than Node 20.0. */
function timeLimit(signal: AbortSignal | undefined, deadline: number | undefined): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const late = () => controller.abort(new Error(`not complete within ${deadline} ms`));
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  // A time beyond the maximum of timers, such as `Infinity`, sets no timer: it would fire at once.
  const timer = deadline === undefined || deadline > MAX_TIMER ? undefined : setTimeout(late, deadline);
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, end };
}

/** A published directory at a web address. */
class Source {
  /** The requested segments. */
  readonly #asked = new Set<string>();

  constructor(
    readonly base: string | URL,
    readonly fetch: typeof globalThis.fetch,
    readonly signal: AbortSignal,
  ) {}

  /** A statement: its bytes, at most the limit and one more, or the status. */
  async statement({ name, limit }: { name: string; limit: number }): Promise<Uint8Array | number> {
    return this.#reading(async () => {
      // Past caches: `fresh.cose` is replaced in place, and a root or a named file may have been added since.
      const response = await this.#get(name, { cache: "no-store" });
      if (response.status !== 200) return refused(response);
      const bytes = new Uint8Array(limit + 1);
      return bytes.slice(0, await fill(response, bytes, 0, () => {}));
    });
  }

  /** Fetches the rest of a segment into `parts`. Returns that it is stored, or the status. */
  async segment({ name, length }: Segment, parts: Map<string, Uint8Array>): Promise<"stored" | number> {
    return this.#reading(async () => {
      const bytes = new Uint8Array(length);
      const stored = (parts.get(name) ?? bytes.subarray(0, 0)).subarray(0, length);
      const from = stored.length;
      // A part is replaced only by a longer one: instead of the file may come the page of a captive portal.
      const store = (end: number) => end >= from && parts.set(name, bytes.subarray(0, end));
      let end = from;
      if (from < length) {
        const [response, at] = await this.#range(name, from, length);
        if (response.status !== 200 && response.status !== 206) return refused(response);
        bytes.set(stored.subarray(0, at));
        end = await fill(response, bytes, at, store);
      }
      if (end < length) throw new Unanswered(`it has ${end} bytes instead of ${length}`);
      return "stored";
    });
  }

  /** Fetches a file from the byte `from` on, or from its start if the server cannot do that. Returns also the offset of its first byte. */
  async #range(name: string, from: number, length: number): Promise<[Response, number]> {
    // A segment never changes. After a wrong or interrupted answer of a cache, the cache is bypassed.
    const cache = this.#asked.has(name) ? "reload" : "default";
    this.#asked.add(name);
    // To a request with a range, browsers and Node add `Accept-Encoding: identity` (Fetch standard, "HTTP-network-or-cache fetch").
    // Without one they decode the response, so that the bytes are those of the file.
    const response = await this.#get(name, { cache, ...(from > 0 && { headers: { Range: `bytes=${from}-` } }) });
    if (response.status === 206) {
      const isRight = from > 0 && isRange(response.headers.get("Content-Range"), from, length);
      const isPlain = ["identity", null].includes(response.headers.get("Content-Encoding"));
      if (isRight && isPlain) return [response, from];
      refused(response);
      throw new Unanswered("it answered with a part that was not requested (status 206)");
    }
    if (response.status !== 416 || from === 0) return [response, 0];
    refused(response);
    return this.#range(name, 0, length);
  }

  async #get(name: string, init: RequestInit): Promise<Response> {
    const address = new URL(this.base, globalThis.location?.href);
    address.pathname = `${address.pathname.replace(/\/+$/, "")}/${name}`;
    // The register is public: no cookies, even on the page's own server.
    const response = await this.fetch.call(globalThis, address, { ...init, credentials: "omit", redirect: "follow", signal: this.signal });
    const final = new URL(response.url || address);
    if (final.protocol === "https:" || final.origin === address.origin) return response;
    refused(response);
    throw new Unanswered(`it was redirected to ${final.origin}, which has no TLS`);
  }

  /** Turns what `fetch` throws into the text of an error. */
  async #reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (caught) {
      if (caught instanceof Unanswered) throw caught;
      const reason = this.signal.aborted ? this.signal.reason : caught;
      // Node's own error is "fetch failed"; the reason is its cause.
      const told = reason?.cause?.message || reason?.message || String(reason);
      throw new Unanswered(told, { cause: reason });
    }
  }
}

/** Returns the status of a response without reading its body. */
function refused(response: Response): number {
  // A body that has already failed cannot be cancelled, and need not be.
  response.body?.cancel().catch(() => {});
  return response.status;
}

/** Reads a body into `bytes` from `at` on, until either ends; returns where. Calls `each` with the end after each piece. */
async function fill(response: Response, bytes: Uint8Array, at: number, each: (end: number) => void): Promise<number> {
  const reader = response.body?.getReader();
  while (reader && at < bytes.length) {
    const { done, value } = await reader.read();
    if (done) return at;
    const piece = value.subarray(0, bytes.length - at);
    bytes.set(piece, at);
    at += piece.length;
    each(at);
  }
  // Stops at the limit, so that a body cannot be endless.
  reader?.cancel().catch(() => {});
  return at;
}

/** Returns whether a header states the rest of a file of `length` bytes from `from` on (RFC 9110, section 14.4). */
export function isRange(header: string | null, from: number, length: number): boolean {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(header ?? "");
  if (!range) return false;
  const [, first, last, total] = range;
  return Number(first) === from && Number(last) === length - 1 && (total === "*" || Number(total) === length);
}
