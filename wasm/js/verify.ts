// Verification alone, without the rules of the Law: less than half the size. Otherwise as the whole package.

import init from "./verifier.js";

export * from "./files.js";
export * from "./types.js";
export { Verifier, checkCode, checkId, trustRootOf } from "./verifier.js";

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
