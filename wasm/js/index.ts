// The entry point for browsers and bundlers: `await load()` once, then every call is synchronous.

import { loader } from "./load.js";
import init from "./rastau.js";

export * from "./codes.js";
export * from "./files.js";
export * from "./types.js";
export { updateFrom } from "./update.js";
export { Update, Verifier, checkCode, checkId, evaluateRule, formWords, norms, repeatReport, rules, trustRootOf } from "./rastau.js";

/**
 * Loads the WebAssembly module, once. Without an argument it is fetched from beside this file, at an address that bundlers
 * recognise (`new URL(…, import.meta.url)`). If it is elsewhere, pass its address, its bytes or a compiled module.
 */
export const load = /* @__PURE__ */ loader(init);
