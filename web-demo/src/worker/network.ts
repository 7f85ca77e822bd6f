// Fetching the register's files. Neither the server nor its answer is trusted.

/** A failure that is not caused by the module. */
export class Ordinary extends Error {}

/** The server does not have the file. */
export class NotFound extends Ordinary {}

/** Receives the number of bytes that have arrived, and of those expected if the server says so. */
export type Progress = (received: number, expected: number | undefined) => void;

/** The largest bundle that the page takes, in bytes; one of a million documents has some 32 MB. */
export const MAX_BUNDLE = 1 << 29;
/** How long the page waits for the next piece of a file, in milliseconds. */
const MAX_WAIT = 60_000;
/** How often progress is reported, in milliseconds. */
const REPORT = 200;

interface Wanted {
  /** The first characters of the file. */
  magic: string;
  /** The largest number of bytes that is read. */
  max: number;
  /** The entity tag of the file that is stored. */
  tag?: string;
  progress?: Progress;
}

/** Fetches a file beside the page; `undefined` where there is none, or no network. */
export async function fetchOptional(url: string, magic: string, max: number): Promise<Uint8Array | undefined> {
  try {
    return (await fetched(url, { magic, max }))?.bytes;
  } catch (caught) {
    if (caught instanceof NotFound) return undefined;
    throw caught;
  }
}

/**
 * Fetches a file that begins with `magic` and has at most `max` bytes, each piece of which comes within `MAX_WAIT`. Returns it with its
 * entity tag, or `undefined` if the server says that the file with the tag is still its own.
 */
export async function fetched(url: string, { magic, max, tag, progress }: Wanted): Promise<{ bytes: Uint8Array; tag: string | undefined } | undefined> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = <T>(next: Promise<T>): Promise<T> => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Ordinary("the server does not answer")), MAX_WAIT);
    return next;
  };
  try {
    // Another origin would be asked beforehand whether the header is allowed, and most say no.
    const isOwn = new URL(url, location.href).origin === location.origin;
    const condition = tag && isOwn ? { headers: { "If-None-Match": tag } } : {};
    const response = await waiting(fetch(url, { cache: "no-cache", ...condition, credentials: "omit", signal: controller.signal }));
    if (response.status === 304 && tag) return undefined;
    if (response.status === 404 || response.status === 410) throw new NotFound(`HTTP ${response.status}`);
    if (!response.ok) throw new Ordinary(`HTTP ${response.status}`);
    // A server that answers an unknown address with a page does not have the file.
    if (response.headers.get("Content-Type")?.includes("text/html")) throw new NotFound("the server answered with a web page");
    const expected = response.headers.get("Content-Encoding") === null ? Number(response.headers.get("Content-Length")) || undefined : undefined;
    const pieces: Uint8Array[] = [];
    let [size, start, reported] = [0, "", 0];
    const reader = response.body?.getReader();
    for (let piece = await waiting(reader!.read()); !piece.done; piece = await waiting(reader!.read())) {
      pieces.push(piece.value);
      size += piece.value.length;
      if (size > max) throw new Ordinary("the file is too large");
      // What is no bundle is not read to its end, which may never come.
      start = (start + String.fromCharCode(...piece.value.subarray(0, magic.length))).slice(0, magic.length);
      if (!magic.startsWith(start)) throw new Ordinary("the file is not a register bundle");
      if (Date.now() - reported >= REPORT) {
        reported = Date.now();
        progress?.(size, expected);
      }
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) bytes.set(piece, at), (at += piece.length);
    return { bytes, tag: response.headers.get("ETag") ?? undefined };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
