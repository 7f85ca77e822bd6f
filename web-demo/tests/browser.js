// A server for the built page, and Chromium, for every test in the browser.

import { createReadStream, existsSync, mkdtempSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const DIST = process.env.RASTAU_WEB_DIST ?? here("../dist");
/** The demo that `npm run data` writes: a register, its bundle, and documents as text, form, picture and PDF. */
export const DATA = process.env.RASTAU_WEB_DATA ?? here("../../target/web-data");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves the page, and by default the register beside it in data/. `files` maps further addresses to paths, `answers` to functions that
 * answer the request; both may be changed later. `requests` is the server's log: the address, the headers and the status of each request.
 */
export async function serve({ files = {}, answers = {}, register = true } = {}) {
  const beside = register
    ? { "/data/bundle.rastau": join(DATA, "bundle.rastau"), "/data/root.cose": join(DATA, "bundle/roots/1.cose") }
    : {};
  const requests = [];
  const server = createServer((request, response) => {
    const entry = [request.url, request.headers];
    requests.push(entry);
    response.on("finish", () => entry.push(response.statusCode));
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (answers[path]) return answers[path](response);
    const file = { ...beside, ...files }[path] ?? join(DIST, normalize(path === "/" ? "/index.html" : path));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const { size, mtimeMs } = statSync(file);
    const tag = `"${size.toString(16)}-${mtimeMs.toString(16)}"`;
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, { ETag: tag }).end();
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    const head = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-store", ETag: tag };
    if (range) {
      const [start, end] = [Number(range[1]), Math.min(Number(range[2]), size - 1)];
      response.writeHead(206, { ...head, "Content-Length": end - start + 1, "Content-Range": `bytes ${start}-${end}/${size}` });
      return createReadStream(file, { start, end }).pipe(response);
    }
    response.writeHead(200, { ...head, "Content-Length": size });
    return request.method === "HEAD" ? response.end() : createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    requests,
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}

/**
 * Starts Chromium with its own profile; `close()` ends it. The flags are for a machine without a display and for root. Debian's
 * Chromium sometimes dies while it starts; it is then started a second time.
 */
export async function browser(options = {}) {
  return launch(options).catch((died) => {
    console.log(`Chromium did not start; starting it again: ${String(died).split("\n")[0]}`);
    return launch(options);
  });
}

async function launch({ args = [], ...options }) {
  const profile = mkdtempSync(join(tmpdir(), "rastau-web-"));
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    locale: "en",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...args,
    ],
    ...options,
  });
}

/**
 * Lets the workers of a browser's pages run at a time, after `prefix`, a program that may be another one for each worker. Service workers
 * must be blocked, since their requests do not come through here.
 */
export async function workersAt(context, now, prefix = () => "") {
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    // The server ends a connection that was idle, sometimes just as it is used again.
    const response = await route.fetch({ maxRetries: 3 });
    await route.fulfill({ response, body: `Date.now = () => ${now};\n${prefix()}${await response.text()}` });
  });
}

/** Has a server and a browser for the tests of a file, given to `use` before the first of them and closed after the last. */
export function serveAndBrowse(use) {
  let server;
  let context;
  before(async () => {
    server = await serve();
    context = await browser();
    use(server, context);
  });
  after(async () => {
    await context?.close();
    await server?.close();
  });
}

/** Opens the page in a language and waits until its register has been opened. */
export async function open(context, server, lang, view = "verify", loaded = true) {
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.addInitScript((chosen) => localStorage.setItem("rastau.lang", chosen), lang);
  await page.goto(`${server.url}#/${view}`);
  if (loaded) await page.waitForFunction(() => /\d{4}/.test(document.querySelector(".age")?.textContent ?? ""));
  return Object.assign(page, { problems });
}
