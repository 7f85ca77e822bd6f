// The entry point for Node: reads the module from beside this file at import, so `load()` does nothing.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

import { initSync } from "./rastau.js";
import type { BundleFile } from "./types.js";

export * from "./codes.js";
export * from "./types.js";
export { updateFrom } from "./update.js";
export { Update, Verifier, checkCode, checkId, evaluateRule, formWords, norms, repeatReport, rules, trustRootOf } from "./rastau.js";

initSync({ module: readFileSync(new URL("./rastau_bg.wasm", import.meta.url)) });

/** Does nothing; it exists so that the same code runs in browsers and in Node. */
export async function load(): Promise<void> {}

/** A `.rastau` file on disk, read piece by piece. Call `close()` when the verifier is no longer used. */
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
