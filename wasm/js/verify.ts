// The entry point for verification without the rules of the Law and without updates over the network: about half the size,
// otherwise the same as the full package.

import { loader } from "./load.js";
import init from "./verifier.js";

export * from "./codes.js";
export * from "./files.js";
export * from "./types.js";
export { Verifier, checkCode, checkId, trustRootOf } from "./verifier.js";

/**
 * Loads the WebAssembly module, once. Without an argument it is fetched from beside this file, at an address that bundlers
 * recognise (`new URL(…, import.meta.url)`). If it is elsewhere, pass its address, its bytes or a compiled module.
 */
export const load = /* @__PURE__ */ loader(init);
