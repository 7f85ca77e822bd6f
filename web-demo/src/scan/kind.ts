// The kind of a file, from its content. The command line has the same kinds (cli/src/scan/kind.rs).

/** Kinds that are decoded. Browsers differ on HEIC and AVIF: those are tried. */
export type Readable = "png" | "jpeg" | "webp" | "gif" | "bmp" | "tiff" | "pdf" | "heic" | "avif";
/** Known kinds that are not read. */
export type Foreign = "jxl" | "jp2" | "svg" | "icon" | "photoshop" | "djvu" | "postscript" | "document" | "workbook" | "html" | "archive" | "video";
export type Kind = Readable | Foreign | "text";

/** The first bytes as text, one character for each byte. */
const latin = (bytes: Uint8Array, from = 0, to = 1024) => String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const contains = (bytes: Uint8Array, text: string): boolean => {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (latin(bytes, at, at + text.length) === text) return true;
  }
  return false;
};

const MAGICS: readonly (readonly [string, Kind])[] = [
  ["\x89PNG\r\n\x1a\n", "png"],
  ["\xff\xd8\xff", "jpeg"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["II*\0", "tiff"],
  ["MM\0*", "tiff"],
  ["\xff\x0a", "jxl"],
  ["\0\0\0\x0cJXL \r\n\x87\n", "jxl"],
  ["\0\0\0\x0cjP  \r\n\x87\n", "jp2"],
  ["\xff\x4f\xff\x51", "jp2"],
  ["\0\0\x01\0", "icon"],
  ["8BPS", "photoshop"],
  ["AT&TFORM", "djvu"],
  ["%!PS", "postscript"],
  ["{\\rtf", "document"],
  ["Rar!\x1a\x07", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["\x1f\x8b\x08", "archive"],
  ["BZh", "archive"],
  ["\xfd7zXZ\0", "archive"],
  ["\x1a\x45\xdf\xa3", "video"],
];

/** The brands of HEIC. */
const HEIC = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

/** The offset of the header of a PDF within its first 64 KiB; mail programs and web servers put lines before it. */
export function pdfStart(bytes: Uint8Array): number {
  let text = "";
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 4096) text += latin(bytes, at, at + 4096);
  const start = text.search(/%PDF-\d/);
  return start >= 0 && / obj\r| obj\n| obj<</.test(new TextDecoder("latin1").decode(bytes.subarray(start))) ? start : -1;
}

function container(head: string): Kind {
  const size = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + head.charCodeAt(at), 0);
  const brands: string[] = head.slice(8, Math.max(12, size)).match(/.{4}/gs) ?? [];
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => HEIC.includes(brand)) ? "heic" : "video";
}

function archive(bytes: Uint8Array): Kind {
  if (contains(bytes, "xl/workbook") || contains(bytes, "opendocument.spreadsheet")) return "workbook";
  return contains(bytes, "word/document") || contains(bytes, "opendocument.") || contains(bytes, "ppt/presentation") ? "document" : "archive";
}

export function kindOf(bytes: Uint8Array): Kind {
  const head = latin(bytes);
  const magic = MAGICS.find(([start]) => head.startsWith(start));
  if (magic) return magic[1];
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "webp";
  if (head.startsWith("BM") && [12, 16, 40, 52, 56, 64, 108, 124].includes(head.charCodeAt(14)) && head.startsWith("\0\0\0", 15)) return "bmp";
  const text = head.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (text.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("ftyp", 4)) return container(head);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return archive(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return contains(bytes, "W\0o\0r\0k\0b\0o\0o\0k\0") ? "workbook" : "document";
  if (text.startsWith("<")) {
    if (text.includes("<svg")) return "svg";
    if (/<!doctype html|<html/i.test(text)) return "html";
  }
  return pdfStart(bytes) > 0 ? "pdf" : "text";
}

/** The width and height that the header of a picture states; undefined if it has none. */
export function sizeOf(bytes: Uint8Array, kind: Kind): [number, number] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (kind) {
      case "png":
        return [view.getUint32(16), view.getUint32(20)];
      case "gif":
        return [view.getUint16(6, true), view.getUint16(8, true)];
      case "bmp":
        return view.getUint32(14, true) === 12
          ? [view.getUint16(18, true), view.getUint16(20, true)]
          : [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))];
      case "webp":
        switch (latin(bytes, 12, 16)) {
          case "VP8 ":
            return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
          case "VP8L": {
            const bits = view.getUint32(21, true);
            return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
          }
          default:
            return [(view.getUint32(24, true) & 0xffffff) + 1, (view.getUint32(27, true) & 0xffffff) + 1];
        }
      case "jpeg":
        return jpegSize(view);
      default:
        return undefined;
    }
  } catch {
    // The header is truncated.
    return undefined;
  }
}

/** The size in the frame header of a JPEG. */
function jpegSize(view: DataView): [number, number] | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // Markers without a length, and fill bytes.
    at += marker === 0xff ? 1 : marker === 1 || (marker >= 0xd0 && marker <= 0xd9) ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
