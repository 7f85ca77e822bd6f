// For Node: the module is read from beside this file at once, so `load()` has nothing left to do.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

import { initSync } from "./rastau.js";
import type { BundleFile } from "./types.js";

export * from "./types.js";
export { Verifier, checkCode, checkId, evaluateRule, formWords, norms, rules, trustRootOf } from "./rastau.js";

initSync({ module: readFileSync(new URL("./rastau_bg.wasm", import.meta.url)) });

/** Here only so that the same code runs everywhere. */
export async function load(): Promise<void> {}

/** A `.rastau` file on disk, read piece by piece. `close()` when the verifier is done with. */
export function nodeFile(path: string): BundleFile & { close(): void } {
  const descriptor = openSync(path, "r");
  return {
    size: fstatSync(descriptor).size,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    },
    close: () => closeSync(descriptor),
  };
}
