// The package in Chromium, in a worker as an application has it: the corpus byte for byte, pages from OPFS and over HTTP
// ranges, and how long the first answer takes.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

import { bundle, cases, ruleLines } from "./corpus.js";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
/** The policy that an application with a strict one has: WebAssembly, and no `eval`. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
const NOW = "2026-11-23T10:00:00+05:00";

let server;
let context;
let page;
let asked = [];
const blobs = new Map();

before(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    if (path === "/page.html") return response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": POLICY }).end();
    const body = blobs.get(path) ?? readFileSync(join(HERE, normalize(path)));
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    const head = { "Content-Type": type, "Content-Security-Policy": POLICY };
    if (range) {
      const part = body.subarray(Number(range[1]), Number(range[2]) + 1);
      asked.push(part.length);
      return response.writeHead(206, { ...head, "Content-Length": part.length }).end(part);
    }
    response.writeHead(200, { ...head, "Content-Length": body.length });
    return request.method === "HEAD" ? response.end() : response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const launch = () =>
    chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "rastau-wasm-")), {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  // One that dies while it starts, as Debian's has done before any page was asked for, is started once more.
  context = await launch().catch(launch);
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
});
after(async () => {
  await context?.close();
  server?.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Asks the worker of worker.js. */
const ask = (job) =>
  page.evaluate(
    (job) =>
      new Promise((resolve, reject) => {
        globalThis.rastau ??= new Worker("/tests/worker.js", { type: "module" });
        globalThis.rastau.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
        globalThis.rastau.onerror = (event) => reject(new Error(event.message));
        globalThis.rastau.postMessage(job);
      }),
    job,
  );

/** A bundle of the corpus by an address of the server. */
function address(path) {
  const at = `/bundle/${path}.rastau`;
  blobs.set(at, Buffer.from(bundle(path)));
  return at;
}

test("every case of the corpus gives the committed bytes", async () => {
  const all = cases();
  const root = all.find((one) => one.name === "basis-last-day").root;
  for (const one of all) {
    const read = JSON.parse(one.expected).error?.stage === "read";
    const question = read ? { ...one, root, options: { now: NOW } } : one;
    const found = await ask({ kind: "case", question, url: address(read ? "bundles/base" : one.bundle) });
    assert.equal(found, one.expected, one.name);
  }
});

test("every rule of the corpus gives the committed bytes", async () => {
  for (const { id, facts, answers } of ruleLines()) {
    const found = await ask({ kind: "rule", id, facts });
    found.forEach((line, at) => line === null || assert.equal(line, answers[at], `${id} ${facts[at]}`));
  }
});

test("a register in the private file system, and one over HTTP, are not read whole", async () => {
  const ordinary = cases().find((one) => one.name === "basis-last-day");
  const url = address("bundles/base");
  const whole = bundle("bundles/base").length;
  for (const kind of ["opfs", "http"]) {
    asked = [];
    const found = await ask({ kind, question: ordinary, url });
    assert.equal(found.answer, ordinary.expected);
    const read = kind === "http" ? asked.reduce((sum, length) => sum + length, 0) : found.read;
    console.log(`${kind}: ${read} of ${whole} bytes read`);
    assert.ok(read > 4096 && read < whole, `${kind}: ${read} of ${whole}`);
  }
});

test("verification alone gives the same answers", async () => {
  const ordinary = cases().find((one) => one.name === "basis-last-day");
  const found = await ask({ kind: "verify-only", question: ordinary, url: address("bundles/base") });
  assert.equal(found.answer, ordinary.expected);
  // A figure for docs/performance.md, not a promise that a loaded machine could break.
  console.log(`from nothing to the first verdict: ${found.first.toFixed(1)} ms; the module compiled before: ${found.warm.toFixed(1)} ms`);
});
