// Bundles that are larger than memory: read piece by piece, synchronously, as a verification asks for them.

import type { BundleFile } from "./types.js";

/** The part of `FileSystemSyncAccessHandle` that is used; the browser's own declaration is for workers only. */
export interface AccessHandle {
  getSize(): number;
  read(buffer: Uint8Array, options: { at: number }): number;
}

/** A file of the origin's private file system, through its synchronous handle (in a worker). */
export function opfsFile(handle: AccessHandle): BundleFile {
  return {
    size: handle.getSize(),
    read(offset, length) {
      const bytes = new Uint8Array(length);
      const read = handle.read(bytes, { at: offset });
      return read === length ? bytes : bytes.subarray(0, read);
    },
  };
}

/**
 * A file on a web server that answers ranges (in a worker, where a synchronous request is allowed). Each page is asked for
 * once and then kept, so a verification costs a handful of requests.
 */
export function httpFile(url: string): BundleFile {
  const head = request("HEAD", url);
  const size = Number(head.getResponseHeader("Content-Length"));
  if (head.status !== 200 || !Number.isSafeInteger(size) || size <= 0) {
    throw new Error(`${url} cannot be read (${head.status})`);
  }
  const kept = new Map<string, Uint8Array>();
  return {
    size,
    read(offset, length) {
      const range = `bytes=${offset}-${offset + length - 1}`;
      let bytes = kept.get(range);
      if (!bytes) {
        const answer = request("GET", url, range);
        // A server that sends the whole file instead would be asked for all of it, page after page.
        if (answer.status !== 206) throw new Error(`${url} gives no ranges (${answer.status})`);
        bytes = new Uint8Array(answer.response as ArrayBuffer);
        if (kept.size >= MAX_KEPT) kept.clear();
        kept.set(range, bytes);
      }
      return bytes;
    },
  };
}

/** Pages kept of a file on a server: 4 MiB of them. */
const MAX_KEPT = 1024;

function request(method: "GET" | "HEAD", url: string, range?: string): XMLHttpRequest {
  const asked = new XMLHttpRequest();
  asked.open(method, url, false);
  asked.responseType = "arraybuffer";
  if (range) asked.setRequestHeader("Range", range);
  asked.send();
  return asked;
}
