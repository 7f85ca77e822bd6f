// The size of the modules, held to what was recorded.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

/** Bytes in brotli when this was last looked at. Smaller is better; larger by more than 2 % wants a reason and a new figure. */
const RECORDED = { "rastau_bg.wasm": 251_140, "verifier_bg.wasm": 131_429 };

for (const [name, recorded] of Object.entries(RECORDED)) {
  test(`${name} is no larger than it was`, () => {
    const bytes = readFileSync(new URL(`../pkg/${name}`, import.meta.url));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const size = brotliCompressSync(bytes, { params }).length;
    console.log(`${name}: ${bytes.length} bytes, ${size} in brotli`);
    assert.ok(size <= recorded * 1.02, `${size} bytes, recorded ${recorded}`);
  });
}
