// A link with a document after `#`: opened with the network off, and stored nowhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { DATA, DIST, open, serveAndBrowse } from "./browser.js";

const documents = `${DATA}/documents/`;

/** Decodes base45 (RFC 9285). */
function bytesOf(text) {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const bytes = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = [...text.slice(at, at + 3)].map((symbol) => alphabet.indexOf(symbol));
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return bytes;
}

/** Encodes bytes as digits, seven bytes in 17 (docs/formats.md, Links). */
function digitsOf(bytes) {
  const widths = [0, 3, 5, 8, 10, 13, 15, 17];
  let digits = "";
  for (let at = 0; at < bytes.length; at += 7) {
    const group = bytes.slice(at, at + 7);
    const value = group.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    digits += value.toString().padStart(widths[group.length], "0");
  }
  return digits;
}

/** A document of the demo: its digits, and the texts that must be found nowhere. */
function demo(name) {
  const text = readFileSync(`${documents}${name}.txt`, "utf8").trimEnd();
  const { holder, code } = JSON.parse(readFileSync(`${documents}${name}.json`, "utf8"));
  const digits = digitsOf(bytesOf(text.slice("RST1:".length)));
  return { digits, traces: [digits.slice(0, 60), digits.slice(-60), text.slice(5, 65), holder, code, "RST2"] };
}

const valid = demo("valid");
const cancelled = demo("cancelled");
const traces = [...valid.traces, ...cancelled.traces];

let server;
let context;
serveAndBrowse((...started) => ([server, context] = started));

const answer = (page) => page.locator(".verdict h1");

/** Everything that the browser stores for the page: its stores with names and content, the address and the state of the history. */
async function kept(page) {
  return page.evaluate(async () => {
    const found = [location.href, document.URL, document.referrer, JSON.stringify(history.state)];
    for (const store of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...store }));
    for (const { name } of await indexedDB.databases()) {
      const opened = await new Promise((done, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      for (const store of opened.objectStoreNames) {
        const all = (read) => new Promise((done) => (read.onsuccess = () => done(read.result)));
        const objects = () => opened.transaction(store).objectStore(store);
        found.push(JSON.stringify([name, store, await all(objects().getAllKeys()), await all(objects().getAll())]));
      }
      opened.close();
    }
    const text = (bytes) => new TextDecoder("latin1").decode(bytes);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        found.push(request.url, response.url, text(await response.arrayBuffer()));
      }
    }
    const walk = async (folder) => {
      for await (const [name, entry] of folder.entries()) {
        found.push(name);
        if (entry.kind === "directory") await walk(entry);
        else found.push(text(await (await entry.getFile()).arrayBuffer()));
      }
    };
    await walk(await navigator.storage.getDirectory());
    return found;
  });
}

/** Fails if the browser has stored, or the server has received, a part of a document. The page's own code contains the prefix. */
async function assertNoTrace(page) {
  const everything = await kept(page);
  assert.ok(everything.some((text) => text.includes("index.html")), "the stores were read");
  for (const trace of traces.filter((trace) => trace !== "RST2")) {
    assert.equal(everything.filter((text) => text.includes(trace)).length, 0, `kept: ${trace.slice(0, 20)}`);
  }
  const log = JSON.stringify(server.requests);
  assert.ok(log.includes("/index.html") || log.includes('"/"'), "the server has a log");
  for (const trace of traces) assert.ok(!log.includes(trace), `in the server's log: ${trace.slice(0, 20)}`);
  assert.doesNotMatch(await page.evaluate(() => location.href + document.title), /RST\d/);
}

test("the inline script is the first of the page, and the only one", () => {
  const html = readFileSync(`${DIST}/index.html`, "utf8");
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  assert.equal(scripts[0], "<script>");
  assert.ok(scripts.slice(1).every((tag) => tag.includes(" src=")), scripts.join(" "));
  const before = html.slice(0, html.indexOf("<script>"));
  assert.match(before, /script-src 'self' 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'/);
  assert.match(before, /name="referrer" content="no-referrer"/);
  assert.doesNotMatch(before, /<link|<style|<img/);
});

test("a link opens at the verdict with the network off, and is stored nowhere", async () => {
  const first = await open(context, server, "en");
  await first.evaluate(() => navigator.serviceWorker.ready);
  await first.waitForFunction(() => caches.keys().then((names) => names.length > 0));
  await first.close();
  await context.setOffline(true);
  const requests = server.requests.length;

  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`${server.url}#RST2:${valid.digits}`);
  await answer(page).waitFor();
  assert.match(await answer(page).innerText(), /^valid/i);
  // The page is not at the origin that the register signs.
  assert.match(await page.locator(".answer").innerText(), /another site than the register's own/);
  await assertNoTrace(page);

  // A second link, for the open page. Neither address is in the history.
  await page.evaluate((digits) => (location.hash = `RST2:${digits}`), cancelled.digits);
  await page.waitForFunction(() => /not valid/i.test(globalThis.document.querySelector(".verdict h1")?.textContent ?? ""));
  await assertNoTrace(page);
  await page.goBack();
  await assertNoTrace(page);
  await page.goForward();
  await page.locator(".verdict:visible").waitFor();
  await assertNoTrace(page);

  // A link within pasted text.
  await page.locator(".actions .primary").click();
  await page.locator("textarea").fill(`Document: https://register.example/#RST2:${valid.digits}.`);
  await page.locator("form:has(textarea) button").click();
  await answer(page).waitFor();
  assert.doesNotMatch(await page.locator(".answer").innerText(), /another site/);
  await assertNoTrace(page);

  assert.equal(server.requests.length, requests, "nothing was asked for");
  assert.deepEqual(problems, []);
  await context.setOffline(false);
});

test("a link opened before the register has loaded is verified once it has", async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}#/list`);
  await page.evaluate((digits) => (location.hash = `RST2:${digits}`), valid.digits);
  await answer(page).waitFor();
  assert.match(await answer(page).innerText(), /^valid/i);
  await assertNoTrace(page);
});

test("user information in an address is refused", async () => {
  const page = await open(context, server, "en");
  await page.locator("textarea").fill(`https://register.example@other.example/#RST2:${valid.digits}`);
  await page.locator("form:has(textarea) button").click();
  await page.locator("[role=alert]:not(:empty)").waitFor();
  assert.match(await page.locator("[role=alert]").innerText(), /hides its real host/);
});
