// Reads the text of a QR code from a picture, a PDF or a camera. Loaded on first use.

import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** The maximum size of a file, in bytes. */
export const MAX_BYTES = 25 * 1024 * 1024;
/** The maximum longer side of a picture, in pixels; larger pictures are scaled down before decoding. */
const MAX_SIDE = 2600;
/** The maximum number of pages of a PDF that are searched. */
const MAX_PAGES = 5;

export type Scanned =
  | { text: string }
  | { problem: "no-code" | "too-big" | "not-picture" | "bad-pdf" }
  | { problem: "several"; count: number }
  | { problem: "wrong-code"; content: string };

const isDocument = (text: string) => /^RST\d{1,8}:/.test(text.trim());

function choose(texts: string[]): Scanned {
  const documents = [...new Set(texts.filter(isDocument))];
  const [first] = documents;
  if (documents.length > 1) return { problem: "several", count: documents.length };
  if (first) return { text: first };
  const [other] = texts;
  return other === undefined ? { problem: "no-code" } : { problem: "wrong-code", content: other.slice(0, 60) };
}

async function decode(image: ImageData): Promise<string[]> {
  const found = await readBarcodes(image, { formats: ["QRCode"], tryHarder: true, tryInvert: true, maxNumberOfSymbols: 8 });
  return found.filter((one) => one.isValid).map((one) => one.text);
}

type Drawable = ImageBitmap | HTMLVideoElement | OffscreenCanvas;

function pixels(source: Drawable, width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  // Transparent pictures are placed on white.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** Decodes a picture at its own size, then at twice or half of it: small codes and large photos need a second try. */
async function inPicture(source: Drawable, width: number, height: number): Promise<string[]> {
  const fit = Math.min(1, MAX_SIDE / Math.max(width, height));
  for (const scale of [fit, fit * (Math.max(width, height) * fit * 2 <= MAX_SIDE ? 2 : 0.5)]) {
    const texts = await decode(pixels(source, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))));
    if (texts.length > 0) return texts;
  }
  return [];
}

export async function scanFile(file: File): Promise<Scanned> {
  if (file.size > MAX_BYTES) return { problem: "too-big" };
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  if (new TextDecoder().decode(head) === "%PDF-") return scanPdf(file);
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return scanText(file);
  }
  const texts = await inPicture(picture, picture.width, picture.height);
  picture.close();
  return choose(texts);
}

/** Reads a small text file that contains the document's text or a form in JSON. */
async function scanText(file: File): Promise<Scanned> {
  if (file.size > 16_384) return { problem: "not-picture" };
  const text = (await file.text()).trim();
  return isDocument(text) || text.startsWith("{") ? { text } : { problem: "not-picture" };
}

async function scanPdf(file: File): Promise<Scanned> {
  const pdf = await import("pdfjs-dist");
  const { default: worker } = await import("pdfjs-dist/build/pdf.worker.min.mjs?url");
  pdf.GlobalWorkerOptions.workerSrc = worker;
  const task = pdf.getDocument({ data: new Uint8Array(await file.arrayBuffer()), disableFontFace: true });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 3 });
      const canvas = window.document.createElement("canvas");
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, viewport }).promise;
      const bitmap = await createImageBitmap(canvas);
      texts.push(...(await inPicture(bitmap, bitmap.width, bitmap.height)));
      bitmap.close();
    }
    return choose(texts);
  } catch {
    return { problem: "bad-pdf" };
  } finally {
    await task.destroy();
  }
}

/** Decodes frames of the camera and reports every code found, until the returned function is called. */
export function watch(video: HTMLVideoElement, onScanned: (scanned: Scanned) => void): () => void {
  let running = true;
  const scanFrame = async () => {
    if (!running) return;
    if (video.videoWidth > 0) {
      const scanned = choose(await decode(pixels(video, video.videoWidth, video.videoHeight)).catch(() => []));
      if (running && !("problem" in scanned && scanned.problem === "no-code")) onScanned(scanned);
    }
    setTimeout(scanFrame, 120);
  };
  void scanFrame();
  return () => {
    running = false;
  };
}
