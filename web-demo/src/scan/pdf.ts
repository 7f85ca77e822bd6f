// Renders the pages of a PDF, in the worker. All of pdf.js runs there, so terminating the worker also ends it.

import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import qcms from "pdfjs-dist/wasm/qcms_bg.wasm?url";

import { codes } from "./codes";
import { MAX_LATER_PAGES, MAX_PAGES, MAX_PIXELS, type Event, type Problem, type Request } from "./protocol";

/**
 * Dots per inch of each pass. At the first, a module of half a millimetre is four pixels wide. The second is for codes printed
 * small, the third, which is thorough, for poor scans.
 */
const DPI = [200, 400, 200];
const THOROUGH = 2;
/** Maximum side of a rendered page, in pixels. */
const MAX_SIDE = 6000;
/** Minimum side: the side of the smallest code in modules. */
const MIN_SIDE = 21;

/** The decoders of JPEG 2000, JBIG2 and colour profiles. */
const DECODERS: Record<string, string> = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg, "qcms_bg.wasm": qcms };
/** The fonts that a PDF may use without embedding them. */
const FONTS = import.meta.glob<string>("/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}", { query: "?url", import: "default", eager: true });

class Files {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = DECODERS[filename] ?? FONTS[`/node_modules/pdfjs-dist/standard_fonts/${filename}`];
    if (!address) throw new Error(`no file ${filename}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Maximum bytes of all canvases of a page together. */
const MAX_CANVASES = 256 * 1024 * 1024;

/** Bytes of the canvases that exist. */
let canvasBytes = 0;
/** Whether a page needed more. */
let exhausted = false;

const bytesOf = ({ width, height }: { width: number; height: number }) => 4 * width * height;

/** Counts the memory of canvases: groups and soft masks need one each, and may be nested or repeated. */
class Canvases {
  #count(more: number) {
    canvasBytes += more;
    if (canvasBytes <= MAX_CANVASES) return;
    exhausted = true;
    throw new Error("too much memory for canvases");
  }
  create(width: number, height: number) {
    const size = { width: Math.max(1, Math.ceil(width)), height: Math.max(1, Math.ceil(height)) };
    this.#count(bytesOf(size));
    const canvas = new OffscreenCanvas(size.width, size.height);
    return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number) {
    this.#count(bytesOf({ width, height }) - bytesOf(canvas));
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }) {
    this.#count(-bytesOf(canvas));
    canvas.width = canvas.height = 0;
  }
}

/** Filters of the document, which a worker does not have. */
class Filters {
  addFilter = () => "none";
  addHCMFilter = () => "none";
  addAlphaFilter = () => "none";
  addLuminosityFilter = () => "none";
  addKnockoutFilter = () => "none";
  addHighlightHCMFilter = () => "none";
  addSelectionHCMFilter = () => "none";
  addSelectionFilter = () => "none";
  createSelectionStyle = () => null;
  destroy() {}
}

/** Whether a picture was left out because of its size: pdf.js only logs it. */
let leftOut = false;

function listenToWarnings() {
  const say = console.warn;
  console.warn = (...words: unknown[]) => {
    if (String(words[0]).includes("exceeded maximum allowed size")) leftOut = true;
    else if (!String(words[0]).startsWith("Warning: ")) say(...words);
  };
}

/** Why a PDF cannot be opened. */
function problemOf(error: unknown, password: string): Problem {
  if (!(error instanceof Error)) return { problem: "unreadable", kind: "pdf" };
  if (error.name === "PasswordException") return { problem: password ? "wrong-password" : "password" };
  return /encrypt|password/i.test(error.message) ? { problem: "encrypted" } : { problem: "unreadable", kind: "pdf" };
}

/**
 * Searches the pages of one pass. `sizes` has the pixels of the pages of a TIFF, or `null` for a page that cannot be read;
 * for a PDF it is undefined.
 */
export async function searchPdf(
  bytes: Uint8Array,
  { pass, from, skip, password }: Request,
  sizes: ([number, number] | null)[] | undefined,
  report: (event: Event) => void,
): Promise<void> {
  Object.assign(globalThis, { pdfjsWorker });
  const pdf = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  listenToWarnings();
  const task = pdf.getDocument({
    data: bytes,
    password,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: true,
    disableWorkerRendering: true,
    maxImageSize: MAX_PIXELS,
    wasmUrl: "./",
    standardFontDataUrl: "./",
    BinaryDataFactory: Files,
    CanvasFactory: Canvases,
    FilterFactory: Filters,
  } as Parameters<typeof pdf.getDocument>[0]);
  let document;
  try {
    document = await task.promise;
  } catch (error) {
    report({ refused: problemOf(error, password) });
    return;
  }
  const kind = sizes ? "tiff" : "pdf";
  report({ pages: document.numPages });
  for (let number = from; number <= Math.min(document.numPages, pass === 0 ? MAX_PAGES : MAX_LATER_PAGES); number += 1) {
    if (skip.includes(number)) continue;
    report({ page: number });
    const size = sizes?.[number - 1];
    if (size === null) {
      report({ failed: { problem: "unreadable", kind } });
      continue;
    }
    if (size && size[0] * size[1] > MAX_PIXELS) {
      report({ failed: { problem: "too-large", kind, pixels: size[0] * size[1] } });
      continue;
    }
    leftOut = exhausted = false;
    canvasBytes = 0;
    try {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(DPI[pass]! / 72, MAX_SIDE / Math.max(width, height));
      if (Math.min(width, height) * scale < MIN_SIDE) {
        report({ codes: [] });
        continue;
      }
      const viewport = page.getViewport({ scale });
      const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      const texts = await codes(canvas, pass === THOROUGH);
      // A rendering without one of its pictures is not the page.
      if (texts.length === 0 && exhausted) report({ failed: { problem: "memory" } });
      else if (texts.length === 0 && leftOut) report({ failed: { problem: "too-large", kind, pixels: MAX_PIXELS + 1 } });
      else report({ codes: texts });
      canvas.width = canvas.height = 0;
      page.cleanup();
    } catch {
      report({ failed: exhausted ? { problem: "memory" } : { problem: "unreadable", kind } });
    }
  }
  report({ end: true });
}
