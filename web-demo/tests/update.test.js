// The register that keeps itself current, and a page that is replaced while it is open.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { bundle, CORPUS, filesOf } from "../../wasm/tests/corpus.js";
import { browser, DIST, open, serve, workersAt } from "./browser.js";
import * as make from "./make.js";

/** The time of the corpus. */
const NOW = Date.parse("2026-11-23T10:00:00+05:00");
// A document that `base` has in force and `second` cancels.
const ordinary = readFileSync(`${CORPUS}cases/ordinary.2026-05-19/input.txt`, "utf8");
const [base, second] = ["base", "second"].map((name) => make.file(`own-${name}.rastau`, bundle(`bundles/${name}`)));
const root = make.file("own-root.cose", filesOf("bundles/base").get("roots/1.cose"));
const BUNDLE = "/data/bundle.rastau";

/** A server with a register of its own, and a browser at the time of the corpus. */
async function site({ register = base, prefix, language = "en" } = {}) {
  const files = { "/data/root.cose": root, ...(register && { [BUNDLE]: register }) };
  const server = await serve({ register: false, files });
  const own = await browser({ serviceWorkers: "block" });
  await workersAt(own, NOW, prefix);
  const asked = () => server.requests.filter(([url]) => url === BUNDLE).map(([, headers, status]) => [status, headers["if-none-match"] !== undefined]);
  const end = async () => {
    await own.close();
    await server.close();
  };
  return { server, files, own, asked, end, page: (view, loaded) => open(own, server, language, view, loaded) };
}

const version = (page) => page.locator(".rows > div:nth-child(2) dd").first().innerText();
const VERSION = (wanted) => globalThis.document.querySelector(".rows > div:nth-child(2) dd")?.textContent === wanted;

/** Verifies a text and waits for an answer of a tone. */
async function ask(page, text, tone) {
  await page.locator("textarea").fill(text);
  await page.locator("form:has(textarea) button").click();
  await page.locator(`.verdict .answer.${tone}`).waitFor();
}

const until = async (condition, what) => {
  for (let tries = 0; !(await condition()); tries += 1) {
    assert.ok(tries < 100, what);
    await new Promise((resume) => setTimeout(resume, 50));
  }
};

test("a newer register is taken at the next start, and nothing is fetched that is not new", async () => {
  const { files, asked, end, page } = await site();
  const first = await page("verify");
  await ask(first, ordinary, "good");
  assert.deepEqual(asked(), [[200, false]]);
  await first.reload();
  await until(() => asked().length === 2, "it asks at the start");
  await until(() => asked()[1][0] === 304, "nothing is new");
  assert.deepEqual(asked()[1], [304, true]);
  files[BUNDLE] = second;
  await first.reload();
  await first.waitForFunction(() => /November 2026/.test(globalThis.document.querySelector(".age")?.textContent ?? ""));
  await until(() => asked().length === 3 && asked()[2][0] === 200, "it asks again");
  await first.goto(first.url().replace(/#.*/, "#/register"));
  await first.waitForFunction(VERSION, "1.2");
  await end();
});

test("a newer register is looked for daily, and when the network returns", async () => {
  const { own, asked, end, page } = await site();
  const one = await page("verify");
  await one.clock.install();
  await one.reload();
  await one.locator("textarea").waitFor();
  await until(() => asked().length === 2, "at the start");
  await until(() => asked()[1][0] === 304, "at the start");
  await one.clock.fastForward("12:00:00");
  await one.waitForTimeout(300);
  assert.equal(asked().length, 2, "not twice a day");
  await one.clock.fastForward("13:00:00");
  await until(() => asked().length === 3, "a day later");
  await own.setOffline(true);
  await one.waitForTimeout(100);
  await own.setOffline(false);
  await until(() => asked().length === 4, "when the network returns");
  await end();
});

test("beside an answer the register is updated, and the answer with it", async () => {
  const { files, server, end, page } = await site();
  const first = await page("verify");
  await ask(first, ordinary, "good");
  const told = first.locator(".from-register [role=status]");
  await first.locator(".from-register .button").click();
  await first.waitForFunction(() => /no newer register/.test(globalThis.document.querySelector(".from-register [role=status]").textContent));
  files[BUNDLE] = second;
  await first.locator(".from-register .button").click();
  await first.locator(".verdict .answer.bad").waitFor();
  assert.match(await told.innerText(), /Updated/);
  // What the site has lost, and a site that is out of reach, are told beside the button; the register stays.
  delete files[BUNDLE];
  await first.locator(".from-register .button").click();
  await first.waitForFunction(() => /offers no register/.test(globalThis.document.querySelector(".from-register [role=status]").textContent));
  for (const lang of ["ru", "en"]) {
    await first.locator(`.langs button[lang=${lang}]`).click();
    await first.locator(`html[lang=${lang}]`).waitFor({ state: "attached" });
  }
  await server.close();
  await first.locator(".from-register .button").click();
  await first.waitForFunction(() => /could not be reached/.test(globalThis.document.querySelector(".from-register [role=status]").textContent));
  assert.equal(await first.locator(".verdict .answer.bad").count(), 1);
  // The message follows the language of the page.
  await first.locator(".langs button[lang=ru]").click();
  await first.waitForFunction(() => /недоступен/.test(globalThis.document.querySelector(".from-register [role=status]").textContent));
  await end();
});

test("an answer that no newer register changes has no button", async () => {
  const { end, page } = await site();
  const first = await page("verify");
  await ask(first, readFileSync(`${CORPUS}cases/signature-bit/input.txt`, "utf8"), "bad");
  assert.equal(await first.locator(".from-register .button").count(), 0);
  await end();
});

test("the age of the register is in the header of every view", async () => {
  const { end, page } = await site();
  for (const view of ["verify", "list", "deadlines", "register", "law"]) {
    const one = await page(view);
    assert.match(await one.locator("header .age").innerText(), /20 November 2026, confirmed (today|yesterday|\d+ days ago)/, view);
    await one.close();
  }
  await end();
});

test("after the register was removed, the site's own is taken again only when asked", async () => {
  const { asked, end, page } = await site();
  const first = await page("register");
  await first.waitForFunction(VERSION, "1.1");
  await first.locator("section:has(#forget) .button").click();
  await first.locator(".danger").click();
  await first.locator(".done").waitFor();
  const before = asked().length;
  await first.reload();
  await first.getByText("No register is loaded").first().waitFor();
  await first.waitForTimeout(300);
  assert.equal(asked().length, before, "nothing was fetched");
  await first.locator(".update .button").click();
  await first.waitForFunction(VERSION, "1.1");
  await end();
});

test("a site without a register says so when asked", async () => {
  const { end, page } = await site({ register: null });
  const first = await page("verify", false);
  await first.locator("main .update .button").click();
  await first.waitForFunction(() => /offers no register/.test(globalThis.document.querySelector(".update [role=status]")?.textContent ?? ""));
  await end();
});

test("two windows fetch the first register once, and an update reaches both", async () => {
  const { files, own, asked, server, end } = await site();
  const [first, other] = await Promise.all([own.newPage(), own.newPage()]);
  await Promise.all([first, other].map((one) => one.goto(`${server.url}#/register`)));
  for (const one of [first, other]) await one.waitForFunction(VERSION, "1.1");
  await until(() => asked().every(([status]) => status), "all are answered");
  assert.equal(asked().filter(([status]) => status === 200).length, 1);
  files[BUNDLE] = second;
  await first.locator(".update .button").click();
  for (const one of [first, other]) await one.waitForFunction(VERSION, "1.2");
  await end();
});

test("a register is only said to be removed when nothing of it is left", async () => {
  // The other window keeps its file open: it hears of nothing.
  let prefix = "";
  const { end, page } = await site({ prefix: () => prefix });
  const first = await page("register");
  await first.waitForFunction(VERSION, "1.1");
  await first.close();
  prefix = "globalThis.BroadcastChannel = class { postMessage() {} };\n";
  const deaf = await page("register");
  await deaf.waitForFunction(VERSION, "1.1");
  prefix = "";
  const next = await page("register");
  await next.waitForFunction(VERSION, "1.1");
  await next.locator("section:has(#forget) .button").click();
  await next.locator(".danger").click();
  await next.locator("main > p.problem[role=status], main p.problem[role=status]").first().waitFor();
  assert.match(await next.locator("main p.problem[role=status]").innerText(), /still open in another window/);
  assert.equal(await next.locator(".done").count(), 0);
  await deaf.close();
  await next.locator("section:has(#forget) .button").click();
  await next.locator(".done").waitFor();
  await end();
});

test("a full disk is told, with what to do, and the register verifies until then", async () => {
  const full = `
    const write = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = function (bytes, at) {
      if (bytes.length > 4096) throw new DOMException("", "QuotaExceededError");
      return write.call(this, bytes, at);
    };
  `;
  let prefix = full;
  const { own, end, page } = await site({ prefix: () => prefix });
  const first = await page("register");
  await first.getByText("no space left").waitFor();
  await first.goto(first.url().replace(/#.*/, "#/verify"));
  await ask(first, ordinary, "good");
  // With space again, the next start stores it.
  prefix = "";
  const again = await open(own, { url: first.url().replace(/#.*/, "") }, "en", "register");
  await again.getByText("Kept on this device").waitFor();
  await end();
});

/** A copy of the built page as a newer version: its files have other names and are found under those only. */
function deployed() {
  const folder = mkdtempSync(join(tmpdir(), "rastau-dist-"));
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

test("a view that cannot be loaded says what to do", async () => {
  const own = await browser({ serviceWorkers: "block" });
  const server = await serve();
  const page = await open(own, server, "en");
  await own.route(/\/assets\/(list|register|law|deadlines)-/, (route) => route.fulfill({ status: 404, body: "" }));
  for (const view of ["list", "register"]) {
    await page.locator(`nav a[href='#/${view}']`).click();
    await page.locator("main [role=alert]:visible .primary").waitFor();
    assert.match(await page.locator("main [role=alert]:visible").innerText(), /could not be loaded/);
    // The other views still work.
    await page.locator("nav a").first().click();
    await page.locator("textarea").waitFor();
  }
  await own.unroute(/\/assets\/(list|register|law|deadlines)-/);
  await page.locator("nav a[href='#/list']").click();
  await page.locator("main [role=alert]:visible .primary").click();
  await page.locator("main .file").first().waitFor();
  await own.close();
  await server.close();
});

test("a new version of the page waits, and the open one keeps working until it is taken", async () => {
  const folder = deployed();
  const own = await browser();
  const files = {};
  const server = await serve({ files });
  const page = await open(own, server, "en");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The deployment: another service worker, and the files of the open version are gone.
  const worker = join(folder, "sw.js");
  writeFileSync(worker, `${readFileSync(worker, "utf8")}\n// another version\n`);
  files["/sw.js"] = worker;
  for (const name of readdirSync(`${DIST}/assets`).filter((name) => /^(list|law|deadlines)-/.test(name))) files[`/assets/${name}`] = "/nowhere";
  assert.equal(await page.locator(".version").count(), 0);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()));
  await page.locator(".version .button").waitFor();
  await page.locator("nav a[href='#/law']").click();
  await page.locator(".article").first().waitFor();
  for (const name of Object.keys(files)) if (name.startsWith("/assets/")) delete files[name];
  const loaded = page.waitForEvent("load");
  await page.locator(".version .button").click();
  await loaded;
  await page.locator(".age").waitFor();
  const state = await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => [found.waiting === null, found.active !== null]));
  assert.deepEqual(state, [true, true]);
  assert.equal(await page.locator(".version").count(), 0);
  await own.close();
  await server.close();
  rmSync(folder, { recursive: true });
});
