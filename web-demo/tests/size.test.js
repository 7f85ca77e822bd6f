// What a first visit downloads, as a server with brotli sends it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { DIST } from "./browser.js";

/** The wanted most, in bytes. */
const MOST = 200 * 1024;
/** The files of the first view; everything else is loaded when it is needed. */
const FIRST = [/^index-.*\.js$/, /^index-.*\.css$/, /^worker-.*\.js$/, /^verifier_bg-.*\.wasm$/];

test("the first load stays small", () => {
  const assets = readdirSync(`${DIST}/assets`).filter((name) => FIRST.some((one) => one.test(name)));
  assert.equal(assets.length, FIRST.length, assets.join(", "));
  const paths = [`${DIST}/index.html`, `${DIST}/icon.svg`, ...assets.map((name) => `${DIST}/assets/${name}`)];
  const sizes = paths.map((path) => {
    const bytes = readFileSync(path);
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`first load: ${total} bytes in brotli`);
  assert.ok(total <= MOST, `${total} bytes: ${paths.map((path, at) => `${path.split("/").at(-1)} ${sizes[at]}`).join(", ")}`);
});
