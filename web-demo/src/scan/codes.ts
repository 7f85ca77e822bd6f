// Reads the QR codes of a picture, at several sizes and after several changes.

import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** Maximum pixels that are searched at once; a larger picture is reduced, and then searched in parts. */
const MAX_SEARCHED = 16_000_000;
/** The step between the parts of a large picture, in pixels. The side of a part is twice this step. */
const PART_STEP = 1500;
/** Maximum pixels of a picture that is also searched at twice its size. */
const MAX_DOUBLED = 2_000_000;

export type Drawable = ImageBitmap | OffscreenCanvas;

export async function read(image: ImageData): Promise<string[]> {
  const found = await readBarcodes(image, { formats: ["QRCode"], tryHarder: true, tryInvert: true, maxNumberOfSymbols: 8 });
  return found.filter((one) => one.isValid).map((one) => one.text);
}

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The pixels of an area of a picture at a scale, on a background and with a margin of the same colour. */
function pixels(source: Drawable, area: Area, scale: number, ground: string, margin = 0): ImageData {
  const [width, height] = [Math.max(1, Math.round(area.width * scale)), Math.max(1, Math.round(area.height * scale))];
  const canvas = new OffscreenCanvas(width + 2 * margin, height + 2 * margin);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, area.left, area.top, area.width, area.height, margin, margin, width, height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Whether each pixel is light. */
function light({ data, width, height }: ImageData, inverted: boolean): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let at = 0; at < levels.length; at += 1) {
    const level = (54 * data[4 * at]! + 183 * data[4 * at + 1]! + 19 * data[4 * at + 2]!) >> 8;
    levels[at] = level >= 128 !== inverted ? 1 : 0;
  }
  return levels;
}

/** The picture of light and dark pixels. */
function drawn(levels: Uint8Array, width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  // Opaque white and black in either byte order.
  const [white, black] = new Uint32Array(Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 255).buffer);
  for (let at = 0; at < words.length; at += 1) words[at] = levels[at] ? white! : black!;
  return image;
}

/** The part of a picture without the dark background around it, with a light margin: a code may have no margin of its own. */
function lightPart(image: ImageData, inverted: boolean): ImageData | undefined {
  const levels = light(image, inverted);
  const { width, height } = image;
  const [columns, rows] = [new Uint32Array(width), new Uint32Array(height)];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if (!levels[at]) continue;
      columns[x]! += 1;
      rows[y]! += 1;
    }
  }
  const range = (counts: Uint32Array, length: number) => {
    const isLight = (count: number) => count > length / 100;
    const last = counts.findLastIndex(isLight);
    return [counts.findIndex(isLight), last + 1] as const;
  };
  const [[left, right], [top, bottom]] = [range(columns, height), range(rows, width)];
  if (left < 0 || top < 0) return undefined;
  const margin = 24;
  const [wide, high] = [right - left + 2 * margin, bottom - top + 2 * margin];
  const part = new Uint8Array(wide * high).fill(1);
  for (let y = top; y < bottom; y += 1) {
    part.set(levels.subarray(y * width + left, y * width + right), (y - top + margin) * wide + margin);
  }
  return drawn(part, wide, high);
}

/** Whether a square of the side 2 × `radius` + 1 around each pixel is dark. */
function darkAround(levels: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const pass = (source: Uint8Array, step: number, lines: number, next: number, length: number) => {
    const result = new Uint8Array(source.length);
    for (let line = 0; line < lines; line += 1) {
      let last = -Infinity;
      let ahead = 0;
      for (let at = 0; at < length; at += 1) {
        for (; ahead < length && ahead <= at + radius; ahead += 1) if (source[line * next + ahead * step]) last = ahead;
        result[line * next + at * step] = last >= at - radius ? 1 : 0;
      }
    }
    return result;
  };
  const near = pass(pass(levels, 1, height, width, width), width, width, 1, height);
  return near.map((one) => 1 - one);
}

/**
 * Makes the dark background around a rotated code light, except next to the code: without a margin, the outer ring of
 * its finder patterns is connected to the background. The command line has the same (cli/src/scan/filter.rs).
 */
function withoutGround(image: ImageData, inverted: boolean): ImageData {
  const { width, height } = image;
  const levels = light(image, inverted);
  const runs = new Uint32Array(65);
  for (let y = 0; y < height; y += 1) {
    let run = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && levels[y * width + x]) run += 1;
      else if (run > 0) {
        runs[Math.min(64, run)]! += 1;
        run = 0;
      }
    }
  }
  const third = runs.reduce((sum, count) => sum + count, 0) / 3;
  let sum = 0;
  // About the width of a module.
  const module = Math.max(1, runs.findIndex((count) => (sum += count) > third));
  const [beside, near] = [darkAround(levels, width, height, module), darkAround(levels, width, height, 3 * module)];
  const ground: number[] = [];
  const known = new Uint8Array(levels.length);
  const push = (at: number) => {
    if (!known[at] && beside[at]) {
      known[at] = 1;
      ground.push(at);
    }
  };
  for (let at = 0; at < levels.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (near[at] || x === 0 || y === 0 || x === width - 1 || y === height - 1) push(at);
  }
  for (let at = ground.pop(); at !== undefined; at = ground.pop()) {
    levels[at] = 1;
    const x = at % width;
    if (x > 0) push(at - 1);
    if (x < width - 1) push(at + 1);
    if (at >= width) push(at - width);
    if (at + width < levels.length) push(at + width);
  }
  return drawn(levels, width, height);
}

/** The changed pictures that are searched one after another until one has a code. */
function* tries(source: Drawable, isThorough: boolean): Generator<ImageData | undefined> {
  const { width, height } = source;
  const whole = { left: 0, top: 0, width, height };
  const fit = Math.min(1, Math.sqrt(MAX_SEARCHED / (width * height)));
  const image = pixels(source, whole, fit, "#fff");
  yield image;
  if (!isThorough) return;
  yield pixels(source, whole, fit * (width * height <= MAX_DOUBLED ? 2 : 0.5), "#fff");
  // White on transparent, made for a dark page.
  yield pixels(source, whole, fit, "#000");
  yield pixels(source, whole, fit, "#fff", 24);
  for (const inverted of [false, true]) {
    yield lightPart(image, inverted);
    yield withoutGround(image, inverted);
  }
  if (fit === 1) return;
  for (let top = 0; top < height; top += PART_STEP) {
    for (let left = 0; left < width; left += PART_STEP) {
      const part = { left, top, width: Math.min(2 * PART_STEP, width - left), height: Math.min(2 * PART_STEP, height - top) };
      yield pixels(source, part, 1, "#fff");
    }
  }
}

/** The texts of the codes of a picture. */
export async function codes(source: Drawable, isThorough: boolean): Promise<string[]> {
  for (const image of tries(source, isThorough)) {
    const texts = image ? await read(image) : [];
    if (texts.length > 0) return texts;
  }
  return [];
}
