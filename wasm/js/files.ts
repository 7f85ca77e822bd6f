// Bundles that are larger than memory: read piece by piece, synchronously, during a verification.

import type { BundleFile } from "./types.js";

/** The part of `FileSystemSyncAccessHandle` that is used; TypeScript declares that type for workers only. */
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
 * A file on a web server that supports range requests (in a worker, where a synchronous request is allowed). Pages are
 * requested once and cached, so a verification takes a handful of requests.
 */
export function httpFile(url: string): BundleFile {
  const head = request("HEAD", url);
  const size = Number(head.getResponseHeader("Content-Length"));
  if (head.status !== 200 || !Number.isSafeInteger(size) || size <= 0) {
    throw new Error(`cannot read ${url}: status ${head.status}, Content-Length ${head.getResponseHeader("Content-Length")}`);
  }
  const cache = new Map<string, Uint8Array>();
  return {
    size,
    read(offset, length) {
      const range = `bytes=${offset}-${offset + length - 1}`;
      let bytes = cache.get(range);
      if (!bytes) {
        const response = request("GET", url, range);
        // A server that ignores ranges would send the complete file for every page.
        if (response.status !== 206) throw new Error(`cannot read ${url} by ranges: expected status 206, got ${response.status}`);
        bytes = new Uint8Array(response.response as ArrayBuffer);
        if (cache.size >= MAX_CACHED) cache.clear();
        cache.set(range, bytes);
      }
      return bytes;
    },
  };
}

/** The maximum number of cached pages: 4 MiB. */
const MAX_CACHED = 1024;

function request(method: "GET" | "HEAD", url: string, range?: string): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open(method, url, false);
  request.responseType = "arraybuffer";
  if (range) request.setRequestHeader("Range", range);
  request.send();
  return request;
}
