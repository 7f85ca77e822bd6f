// The size of the download of a first visit, compressed with brotli.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { DIST } from "./browser.js";

/**
 * The maximum, in bytes. The module has its functions in another order on each machine, which changes its compressed size by up to 1,000
 * bytes; the rest is reserve. The goal is 170,000 (`docs/performance.md`).
 */
const MAX_BYTES = 244_000;
/** The files of the first view; all others are loaded on demand. */
const FIRST = [/^index-.*\.js$/, /^index-.*\.css$/, /^worker-.*\.js$/, /^verifier_bg-.*\.wasm$/];
/** The page's texts in one language. */
const TEXTS = /^(kk|ru|en)-.*\.js$/;

function compressed(path) {
  const bytes = readFileSync(path);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

test("the first load is within its maximum size", () => {
  const all = readdirSync(`${DIST}/assets`);
  const assets = all.filter((name) => FIRST.some((one) => one.test(name)));
  assert.equal(assets.length, FIRST.length, assets.join(", "));
  // A visitor loads the texts of one language. The largest counts.
  const texts = all.filter((name) => TEXTS.test(name)).map((name) => `${DIST}/assets/${name}`);
  assert.equal(texts.length, 3, texts.join(", "));
  const [largest] = texts.sort((one, other) => compressed(other) - compressed(one));
  const paths = [`${DIST}/index.html`, `${DIST}/icon.svg`, ...assets.map((name) => `${DIST}/assets/${name}`), largest];
  const sizes = paths.map(compressed);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`first load: ${total} bytes in brotli`);
  assert.ok(total <= MAX_BYTES, `${total} bytes: ${paths.map((path, at) => `${path.split("/").at(-1)} ${sizes[at]}`).join(", ")}`);
});

test("every file has an ending that servers know", () => {
  const known = /\.(js|css|wasm|map|pfb|ttf)$/;
  assert.deepEqual(readdirSync(`${DIST}/assets`).filter((name) => !known.test(name)), []);
});
