// For browsers and bundlers: `await load()` once, then everything is synchronous.

import init from "./rastau.js";

export * from "./files.js";
export * from "./types.js";
export { Verifier, checkCode, checkId, evaluateRule, formWords, norms, rules, trustRootOf } from "./rastau.js";

let loading: Promise<unknown> | undefined;

/**
 * Loads the WebAssembly module, once. Without an argument it is fetched from beside this file, which bundlers understand
 * (`new URL(…, import.meta.url)`); give its address, its bytes or a compiled module where it lies elsewhere.
 */
export async function load(module?: string | URL | Response | BufferSource | WebAssembly.Module): Promise<void> {
  loading ??= init(module === undefined ? undefined : { module_or_path: module });
  try {
    await loading;
  } catch (failed) {
    // A lost connection is not for ever.
    loading = undefined;
    throw failed;
  }
}
