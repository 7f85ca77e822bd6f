// Reads the text of a QR code from a picture, a PDF or a camera. Loaded on first use. Files are decoded in a worker
// that is terminated at its limit; a document is decoded page by page, so that only a page that exceeds the limit is
// lost.

import { kindOf, type Kind } from "./kind";
import { MAX_BYTES, MAX_LATER_PAGES, MAX_PAGES, PASSES, type Event, type Problem, type Request } from "./protocol";

export { noteText, problemText } from "./texts";

/** Maximum time of a file, in milliseconds. */
const FILE_TIME = 20_000;
/** Maximum time of a page, if others are left to read. */
const PAGE_TIME = 8_000;
/** Maximum characters of a document's text or a form. */
const MAX_TEXT = 16_384;

/** The pages that were not read, and the number of pages. */
export interface Unread {
  pages: number[];
  total: number;
}

export type Failed =
  | Problem
  | { problem: "no-code" }
  | { problem: "several"; count: number };

/** The content of a file. Pages that were not read may contain another document. */
export type Scanned = ({ text: string } | Failed) & { unread?: Unread };

/** Called for each page that is begun, with the number of pages. */
export type Progress = (page: number, total: number) => void;

const isDocument = (text: string) => /(^|#)RST\d{1,8}:/i.test(text.trim());

function choose(texts: string[], unread: Unread): Scanned {
  const documents = [...new Set(texts.filter(isDocument))];
  const [first] = documents;
  if (documents.length > 1) return { problem: "several", count: documents.length, unread };
  if (first) return { text: first, unread };
  const [other] = texts;
  // The verifier says which other kind of code it is.
  return other === undefined ? { problem: "no-code", unread } : { text: other, unread };
}

const start = () => new Worker(new URL("./decoder.ts", import.meta.url), { type: "module", name: "rastau-scan" });

/** What is known about the pages of a file. */
class Pages {
  total = 0;
  current = 0;
  readonly read = new Set<number>();
  readonly failed = new Set<number>();
  readonly texts: string[] = [];
  failure: Problem | undefined;
  refused: Problem | undefined;

  receive(event: Event, progress: Progress) {
    if ("pages" in event) {
      this.total = event.pages;
    } else if ("page" in event) {
      this.current = event.page;
      progress(event.page, this.total);
    } else if ("codes" in event) {
      this.read.add(this.current);
      this.current = 0;
      this.texts.push(...event.codes);
    } else if ("failed" in event) {
      this.fail(event.failed);
    } else if ("refused" in event) {
      this.refused = event.refused;
    }
  }

  /** The page that was begun is not read. Returns its number, 0 if none was begun. */
  fail(problem: Problem): number {
    const page = this.current;
    this.failure ??= problem;
    if (page > 0) this.failed.add(page);
    this.current = 0;
    return page;
  }

  result(): Scanned {
    const pages = Array.from({ length: this.total }, (_, at) => at + 1).filter((page) => !this.read.has(page));
    if (this.texts.length === 0 && this.read.size === 0) return this.refused ?? this.failure ?? { problem: "time" };
    return choose(this.texts, { pages, total: this.total });
  }
}

/** Runs a request in a worker of its own. Returns the problem that ended it early. */
function run(request: Request, pages: Pages, last: number, due: number, progress: Progress): Promise<Problem | undefined> {
  return new Promise((resolve) => {
    const worker = start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (problem?: Problem) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(problem);
    };
    const wait = () => {
      clearTimeout(timer);
      const isLast = pages.current === 0 || pages.current >= Math.min(pages.total, last);
      const left = due - performance.now();
      timer = setTimeout(() => end({ problem: "time" }), isLast ? left : Math.min(left, PAGE_TIME));
    };
    worker.onmessage = ({ data }: MessageEvent<Event>) => {
      pages.receive(data, progress);
      if ("end" in data || "refused" in data) end();
      else if ("failed" in data && data.failed.problem === "crash") end({ problem: "crash" });
      else wait();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end({ problem: "crash" });
    };
    wait();
    worker.postMessage(request);
  });
}

async function search(bytes: ArrayBuffer, kind: Kind, password: string, progress: Progress): Promise<Scanned> {
  const due = performance.now() + FILE_TIME;
  const pages = new Pages();
  const passes = kind === "pdf" || kind === "tiff" ? PASSES : 1;
  for (let pass = 0; pass < passes && performance.now() < due; pass += 1) {
    const last = pass === 0 ? MAX_PAGES : MAX_LATER_PAGES;
    for (let from = 1; ; ) {
      const problem = await run({ bytes, kind, pass, from, skip: [...pages.failed], password }, pages, last, due, progress);
      if (!problem) break;
      const page = pages.fail(problem) || Math.max(0, ...pages.failed);
      from = page + 1;
      if (page === 0 || from > Math.min(pages.total, last) || performance.now() >= due) break;
    }
    if (pages.texts.length > 0 || pages.refused || pages.total === 0) break;
  }
  return pages.result();
}

/** Reads a file. A PDF whose password is missing or wrong is the problem `password` or `wrong-password`. */
export async function scanFile(file: File, progress: Progress, password = ""): Promise<Scanned> {
  if (file.size > MAX_BYTES) return { problem: "file-too-large" };
  const bytes = await file.arrayBuffer();
  const kind = kindOf(new Uint8Array(bytes));
  switch (kind) {
    case "text":
      return scanText(bytes);
    case "png":
    case "jpeg":
    case "webp":
    case "gif":
    case "bmp":
    case "tiff":
    case "pdf":
    case "heic":
    case "avif":
      return search(bytes, kind, password, progress);
    default:
      return { problem: "foreign", kind };
  }
}

/** Reads a small text file that contains the document's text or a form in JSON. */
function scanText(bytes: ArrayBuffer): Scanned {
  if (bytes.byteLength > MAX_TEXT) return { problem: "not-picture" };
  const text = new TextDecoder().decode(bytes).trim();
  return isDocument(text) || text.startsWith("{") ? { text } : { problem: "not-picture" };
}

/** Decodes frames of the camera and reports every code found, until the returned function is called. */
export function watch(video: HTMLVideoElement, onScanned: (scanned: Scanned) => void): () => void {
  let running = true;
  const worker = start();
  const next = () => {
    if (!running) return;
    const { videoWidth: width, videoHeight: height } = video;
    const context = width > 0 && new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!context) {
      setTimeout(next, 120);
      return;
    }
    context.drawImage(video, 0, 0, width, height);
    worker.postMessage({ frame: context.getImageData(0, 0, width, height) });
  };
  worker.onmessage = ({ data }: MessageEvent<{ codes: string[] }>) => {
    if (!running) return;
    const scanned = choose(data.codes, { pages: [], total: 1 });
    if (!("problem" in scanned && scanned.problem === "no-code")) onScanned(scanned);
    setTimeout(next, 120);
  };
  worker.onerror = next;
  next();
  return () => {
    running = false;
    worker.terminate();
  };
}
