// The sizes of the modules, compared with recorded ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Recorded sizes, bytes in brotli. A growth of more than 2 % needs a reason and a new figure here.
 *
 * The first two grew last, from 365,606 and 207,150, by kept rows and marks on cached pages, with which a look-up takes half the time, and by
 * reports of one verification (the full module only). Before that from 325,189 and 188,365, by what to do next in three languages, the classifier for posts, other kinds of
 * codes, and the questions of the Law with their words (the full module only). Before that from 322,356 and 185,882 by what an attack on the package found: newer roots of refused bundles, arguments with
 * members of their own, details that JSON leaves out. Before that from 317,377 and 180,776 by documents in web addresses, from 310,251 by
 * the updates over the network (the full module only), and from 277,406 and 158,990 mostly by the normalisation of input: keyboard
 * layouts, look-alike letters, repaired numbers, names word by word, and the words for them in three languages.
 *
 * The third reads and writes tables; more than a third of it are tables of character encodings and the writer of workbooks.
 */
const RECORDED = { "rastau_bg.wasm": 391_626, "verifier_bg.wasm": 213_366, "tables_bg.wasm": 605_252 };

for (const [name, recorded] of Object.entries(RECORDED)) {
  test(`${name} is no larger than recorded`, () => {
    const bytes = readFileSync(new URL(`../pkg/${name}`, import.meta.url));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const size = brotliCompressSync(bytes, { params }).length;
    console.log(`${name}: ${bytes.length} bytes, ${size} in brotli`);
    assert.ok(size <= recorded * 1.02, `${size} bytes, recorded ${recorded}`);
  });
}
