// Puts the pages of a TIFF into a PDF. Browsers do not decode TIFF, and a PDF has filters for the same codings, so the
// strips and tiles of a TIFF can become pictures of a PDF unchanged (TIFF 6.0; ISO 32000-1, 7.4).

/** Maximum pages that are read. */
const MAX_PAGES = 101;
/** Maximum strips and tiles of a page. */
const MAX_CHUNKS = 20_000;
/** Points per pixel: at 200 dots per inch a page is rendered pixel by pixel. */
const POINTS = 72 / 200;

const [WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, FILL_ORDER] = [256, 257, 258, 259, 262, 266];
const [STRIP_OFFSETS, SAMPLES, STRIP_ROWS, STRIP_COUNTS, PLANES, FAX_OPTIONS] = [273, 277, 278, 279, 284, 292];
const [PREDICTOR, PALETTE, TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS, EXTRA, JPEG_TABLES] = [317, 320, 322, 323, 324, 325, 338, 347];

/** Bytes of a value of each type; others are not needed. */
const TYPE_BYTES: Record<number, number> = { 1: 1, 3: 2, 4: 4, 7: 1 };

class Page {
  constructor(
    readonly bytes: Uint8Array,
    readonly little: boolean,
    readonly tags: Map<number, number[]>,
  ) {}

  one(tag: number, otherwise: number): number {
    return this.tags.get(tag)?.[0] ?? otherwise;
  }

  all(tag: number): number[] {
    return this.tags.get(tag) ?? [];
  }
}

/** Reads the directories, up to the first that is damaged or that was read before. */
function directories(bytes: Uint8Array): Page[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: Page[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && !seen.has(at) && pages.length < MAX_PAGES && at + 2 <= bytes.length) {
    seen.add(at);
    const tags = new Map<number, number[]>();
    const count = view.getUint16(at, little);
    if (at + 2 + 12 * count + 4 > bytes.length) break;
    for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12) {
      const [type, length] = [view.getUint16(entry + 2, little), view.getUint32(entry + 4, little)];
      const size = TYPE_BYTES[type];
      if (size === undefined || length > 1 << 20) continue;
      const from = size * length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
      if (from + size * length > bytes.length) continue;
      const value = (place: number) =>
        size === 1 ? view.getUint8(place) : size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
      tags.set(view.getUint16(entry, little), Array.from({ length }, (_, index) => value(from + size * index)));
    }
    pages.push(new Page(bytes, little, tags));
    at = view.getUint32(at + 2 + 12 * count, little);
  }
  return pages;
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Swaps the order of the bits of each byte. */
function reversed(data: Uint8Array): Uint8Array {
  return data.map((byte) => {
    let result = 0;
    for (let bit = 0; bit < 8; bit += 1) result |= ((byte >> bit) & 1) << (7 - bit);
    return result;
  });
}

/** Three colours as one grey level, in PostScript. */
const GREY_OF_RGB = "0.07 mul exch 0.72 mul add exch 0.21 mul add";
/** A grey level and its alpha value, on white. */
const ON_WHITE = "dup 3 1 roll mul exch 1 exch sub add";

/** A colour space, or one of `samples` samples that a function turns into those of `base`. */
type Colors = { space: string } | { base: string; samples: number; results: number; program: string };

/** The colours of `samples` samples, of which the first `used` are those of `base`, and the next may be alpha. */
function colorsOf(base: string, used: number, samples: number, hasAlpha: boolean): Colors {
  if (samples === used) return { space: base };
  if (hasAlpha && samples === 2) return { base, samples, results: 1, program: ON_WHITE };
  if (hasAlpha && samples === 4 && used === 3) {
    return { base: "/DeviceGray", samples, results: 1, program: `4 1 roll ${GREY_OF_RGB} exch ${ON_WHITE}` };
  }
  return { base, samples, results: used, program: "pop ".repeat(samples - used) };
}

class Pdf {
  readonly #objects: Uint8Array[][] = [[], []];

  add(...parts: (string | Uint8Array)[]): number {
    this.#objects.push(parts.map((part) => (typeof part === "string" ? latin(part) : part)));
    return this.#objects.length;
  }

  stream(entries: string, data: Uint8Array): number {
    return this.add(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, "\nendstream");
  }

  /** A colour space, with its function. */
  space(colors: Colors): string {
    if ("space" in colors) return colors.space;
    const { base, samples, results, program } = colors;
    const range = (count: number) => `[${"0 1 ".repeat(count)}]`;
    const number = this.stream(`/FunctionType 4 /Domain ${range(samples)} /Range ${range(results)}`, latin(`{ ${program} }`));
    const names = Array.from({ length: samples }, (_, at) => `/S${at}`).join(" ");
    return `[/DeviceN [${names}] ${base} ${number} 0 R]`;
  }

  bytes(pages: number[]): Uint8Array {
    this.#objects[0] = [latin("<< /Type /Catalog /Pages 2 0 R >>")];
    this.#objects[1] = [latin(`<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] /Count ${pages.length} >>`)];
    const parts: Uint8Array[] = [];
    let length = 0;
    const put = (part: Uint8Array) => {
      parts.push(part);
      length += part.length;
    };
    put(latin("%PDF-1.7\n"));
    const places = this.#objects.map((object, at) => {
      const place = length;
      put(latin(`${at + 1} 0 obj\n`));
      object.forEach(put);
      put(latin("\nendobj\n"));
      return place;
    });
    const table = length;
    const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    put(latin(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`));
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

/** The filter and colours of the pictures of a page; undefined if the page is of a kind that is not read. */
function coding(page: Page, columns: number): { entries: string; colors: Colors; rows: (data: Uint8Array) => Uint8Array } | undefined {
  const bits = page.one(BITS, 1);
  const isFirstPlane = page.one(PLANES, 1) === 2;
  const samples = isFirstPlane ? 1 : page.one(SAMPLES, 1);
  const [compression, photometric] = [page.one(COMPRESSION, 1), page.one(PHOTOMETRIC, 1)];
  if (![1, 2, 4, 8].includes(bits) || samples < 1 || samples > 8) return undefined;
  let parameters = page.one(PREDICTOR, 1) === 2 ? `/Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${columns}` : "";
  let rows = (data: Uint8Array) => data;
  let filter: string;
  let isFax = false;
  switch (compression) {
    case 1:
      filter = "";
      break;
    case 2:
    case 3:
    case 4: {
      const options = page.one(FAX_OPTIONS, 0);
      const k = compression === 4 ? -1 : compression === 3 && options & 1 ? 1 : 0;
      const isAligned = compression === 2 || (options & 4) !== 0;
      // White runs are zeros: those are white in one of the two photometric interpretations.
      parameters = `/K ${k} /Columns ${columns} /EncodedByteAlign ${isAligned} /BlackIs1 ${photometric === 1}`;
      filter = "/CCITTFaxDecode";
      isFax = true;
      break;
    }
    case 5:
      filter = "/LZWDecode";
      break;
    case 7: {
      filter = "/DCTDecode";
      parameters = photometric === 2 ? "/ColorTransform 0" : "";
      const tables = Uint8Array.from(page.all(JPEG_TABLES));
      if (tables.length > 4) {
        // The tables end with an end of image, and the data begins with a start.
        rows = (data) => Uint8Array.from([...tables.subarray(0, -2), ...data.subarray(2)]);
      }
      break;
    }
    case 8:
    case 32946:
      filter = "/FlateDecode";
      break;
    case 32773:
      filter = "/RunLengthDecode";
      break;
    default:
      return undefined;
  }
  if (page.one(FILL_ORDER, 1) === 2 && (isFax || compression === 1)) rows = reversed;
  const hasAlpha = [1, 2].includes(page.one(EXTRA, 0));
  let colors: Colors;
  let decode = "";
  const grey = photometric === 0 || photometric === 1 || isFirstPlane;
  if (grey) {
    colors = colorsOf("/DeviceGray", 1, samples, hasAlpha);
    if (photometric === 0 && !isFax) decode = `/Decode [${"1 0 ".repeat(samples)}]`;
  } else if (photometric === 2 && samples >= 3) {
    colors = colorsOf("/DeviceRGB", 3, samples, hasAlpha);
  } else if (photometric === 3 && samples === 1) {
    const palette = page.all(PALETTE);
    const size = palette.length / 3;
    const hex = (value: number | undefined) => ((value ?? 0) >> 8).toString(16).padStart(2, "0");
    const table = Array.from({ length: size }, (_, at) => hex(palette[at]) + hex(palette[size + at]) + hex(palette[2 * size + at]));
    colors = { space: `[/Indexed /DeviceRGB ${Math.max(0, size - 1)} <${table.join("")}>]` };
  } else if (photometric === 5 && samples >= 4) {
    colors = colorsOf("/DeviceCMYK", 4, samples, false);
  } else if (photometric === 6 && compression === 7) {
    colors = { space: "/DeviceRGB" };
  } else {
    return undefined;
  }
  const entries = [
    "/Type /XObject /Subtype /Image",
    `/BitsPerComponent ${bits} ${decode}`,
    filter && `/Filter ${filter}`,
    parameters && `/DecodeParms << ${parameters} >>`,
  ];
  return { entries: entries.join(" "), colors, rows };
}

/**
 * Returns a PDF with the pages of a TIFF; undefined if it has none. A page that cannot be read is `null` in `sizes`, which
 * has the width and height of each.
 */
export function pdfOf(bytes: Uint8Array): { pdf: Uint8Array; sizes: ([number, number] | null)[] } | undefined {
  const pages = bytes.length >= 8 ? directories(bytes) : [];
  if (pages.length === 0) return undefined;
  const pdf = new Pdf();
  const sizes: ([number, number] | null)[] = [];
  const numbers = pages.map((page) => {
    const [width, height] = [page.one(WIDTH, 0), page.one(HEIGHT, 0)];
    const isTiled = page.tags.has(TILE_OFFSETS);
    const columns = isTiled ? page.one(TILE_WIDTH, 0) : width;
    const rows = isTiled ? page.one(TILE_HEIGHT, 0) : Math.min(page.one(STRIP_ROWS, height), height);
    const [offsets, counts] = isTiled ? [page.all(TILE_OFFSETS), page.all(TILE_COUNTS)] : [page.all(STRIP_OFFSETS), page.all(STRIP_COUNTS)];
    const [across, down] = [Math.ceil(width / columns), Math.ceil(height / rows)];
    const found = coding(page, columns);
    const isGood = found && width > 0 && height > 0 && across * down <= Math.min(MAX_CHUNKS, offsets.length);
    sizes.push(isGood ? [width, height] : null);
    let content = `q ${POINTS} 0 0 ${POINTS} 0 0 cm\n`;
    const names: string[] = [];
    if (isGood) {
      const entries = `${found.entries} /ColorSpace ${pdf.space(found.colors)}`;
      for (let chunk = 0; chunk < across * down; chunk += 1) {
        const [left, top] = [(chunk % across) * columns, Math.floor(chunk / across) * rows];
        // A tile is always complete; the last strip may have fewer rows.
        const deep = isTiled ? rows : Math.min(rows, height - top);
        const from = offsets[chunk] ?? 0;
        const data = found.rows(bytes.subarray(from, from + (counts[chunk] ?? 0)));
        const faxRows = entries.includes("/K ") ? entries.replace("/K ", `/Rows ${deep} /K `) : entries;
        const number = pdf.stream(`${faxRows} /Width ${columns} /Height ${deep}`, data);
        names.push(`/C${chunk} ${number} 0 R`);
        content += `q ${columns} 0 0 ${deep} ${left} ${height - top - deep} cm /C${chunk} Do Q\n`;
      }
    }
    const drawn = pdf.stream("", latin(`${content}Q`));
    const box = `[0 0 ${Math.max(1, width * POINTS)} ${Math.max(1, height * POINTS)}]`;
    return pdf.add(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${drawn} 0 R /Resources << /XObject << ${names.join(" ")} >> >> >>`);
  });
  return { pdf: pdf.bytes(numbers), sizes };
}
