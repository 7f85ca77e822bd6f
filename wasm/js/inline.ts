// The entry point with the module inlined: for pages opened from a disk, and for bundlers that copy no assets.

import { initSync } from "./rastau.js";
import { MODULE } from "./module.js";

export * from "./codes.js";
export * from "./files.js";
export * from "./types.js";
export { updateFrom } from "./update.js";
export { Update, Verifier, checkCode, checkId, evaluateRule, formWords, norms, repeatReport, rules, trustRootOf } from "./rastau.js";

let loaded = false;

/** Decompresses and compiles the WebAssembly module, once. */
export async function load(): Promise<void> {
  if (loaded) return;
  const packed = Uint8Array.from(atob(MODULE), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  initSync({ module: await new Response(unpacked).arrayBuffer() });
  loaded = true;
}
