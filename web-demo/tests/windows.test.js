// Several windows of the page over one stored register, and workers that fail.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { bundle, CORPUS, filesOf, pack } from "../../wasm/tests/corpus.js";
import { browser, open, serve, workersAt } from "./browser.js";
import * as make from "./make.js";

// A document that `base` has in force and `second` cancels.
const ordinary = readFileSync(`${CORPUS}cases/ordinary.2026-05-19/input.txt`, "utf8");

/** The number of bytes of the answer that does not end. */
let sent = 0;
function endless(response) {
  response.writeHead(200, { "Content-Type": "application/octet-stream" });
  const piece = Buffer.alloc(1 << 20);
  const send = () => {
    while (!response.destroyed && response.write(piece)) sent += piece.length;
  };
  response.on("drain", send);
  send();
}

let server;
before(async () => {
  server = await serve({
    register: false,
    files: { "/next.rastau": make.file("next.rastau", bundle("bundles/second")) },
    answers: { "/endless.rastau": endless },
  });
});
after(async () => {
  await server?.close();
});

/** The time of the corpus, which the workers' clocks show. */
const NOW = Date.parse("2026-11-23T10:00:00+05:00");

/** Installs a bundle of the corpus in a window that shows the register. */
async function install(page, name) {
  const before = await versionOf(page);
  await page.locator("input[type=file]").setInputFiles(make.file(`${name}.rastau`, bundle(`bundles/${name}`)));
  if (!before) await page.locator(".ask .primary").click();
  const changed = page.waitForFunction((old) => {
    const shown = globalThis.document.querySelector(".rows > div:nth-child(2) dd")?.textContent;
    return shown && shown !== old;
  }, before, { timeout: 10_000 });
  await changed.catch(async () => assert.fail(await page.locator("main [role=status]").first().innerText()));
}

async function versionOf(page) {
  const shown = page.locator(".rows > div:nth-child(2) dd");
  return (await shown.count()) > 0 ? shown.first().innerText() : undefined;
}

/** Verifies a text in a window, and returns the tone of the answer. */
async function ask(page, text) {
  await page.locator("textarea").fill(text);
  await page.locator("form:has(textarea) button").click();
  await page.locator(".verdict .answer").waitFor();
  const classes = await page.locator(".verdict .answer").first().getAttribute("class");
  await page.locator(".actions .primary").first().click();
  return classes;
}

/** The event of a window when its user returns to it. */
const SHOWN = () => globalThis.document.dispatchEvent(new Event("visibilitychange"));
/** Whether a window shows this version. */
const VERSION = (version) => globalThis.document.querySelector(".rows > div:nth-child(2) dd")?.textContent === version;

/** The two records of what is stored, as bytes. */
async function records(page) {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("rastau");
    const read = async (name) => [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
    return Promise.all(["record-a", "record-b"].map(read));
  });
}

/** Replaces a file of the page's storage. */
async function overwrite(page, name, bytes) {
  await page.evaluate(async ([file, content]) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("rastau");
    const writable = await (await folder.getFileHandle(file, { create: true })).createWritable();
    await writable.write(new Uint8Array(content));
    await writable.close();
  }, [name, bytes]);
}

/** The number of the bundle file in use: after the hash and the sequence number. */
async function slotOf(page) {
  const [record] = await records(page);
  return record[36];
}

async function stored(page) {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("rastau");
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  });
}

/** Makes the module fail when it writes an answer, in the worker in which it runs. */
const FAILING = `() => {
  JSON.parse = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
}`;

async function windows(prefix = () => "") {
  const own = await browser({ serviceWorkers: "block" });
  // No window hears of what another one does: its questions have to find out.
  await workersAt(own, NOW, () => `globalThis.BroadcastChannel = class { postMessage() {} };\n${prefix()}`);
  const [first, second] = [await open(own, server, "en", "register", false), await open(own, server, "en", "register", false)];
  return { own, first, second };
}

test("a window answers from the register that another window has installed", async () => {
  const { own, first, second } = await windows();
  await install(first, "base");
  // The second window began without a register and finds it when it is shown again.
  await second.evaluate(SHOWN);
  await second.waitForFunction(VERSION, "1.1");
  await second.goto(`${server.url}#/verify`);
  await second.locator("textarea").waitFor();
  assert.match(await ask(second, ordinary), /good/);
  await install(first, "second");
  // It gets no notification: the question itself detects the change.
  assert.match(await ask(second, ordinary), /bad/, "cancelled since");
  await second.goto(`${server.url}#/register`);
  assert.equal(await versionOf(second), "1.2");
  await own.close();
});

test("unused windows do not prevent updates, and leave no files behind", async () => {
  const { own, first, second } = await windows();
  await install(first, "base");
  const third = await open(own, server, "en", "register");
  await install(third, "second");
  // The windows that are not used have the bundle files of both updates open by now; the next one needs a third.
  await second.evaluate(SHOWN);
  await second.waitForFunction(VERSION, "1.2");
  const slot = await slotOf(third);
  await third.evaluate(() => globalThis.document.querySelector(".done")?.classList.remove("done"));
  await third.locator("input[type=file]").setInputFiles(make.file("again.rastau", bundle("bundles/second")));
  await third.locator(".done").waitFor();
  assert.notEqual(await slotOf(third), slot);
  await third.reload();
  await third.waitForFunction(VERSION, "1.2");
  for (const page of [first, second]) {
    await page.evaluate(SHOWN);
    await page.waitForFunction(VERSION, "1.2");
  }
  // The last window to close a replaced file removes it.
  for (let tries = 0; tries < 100; tries += 1) {
    const bundles = (await stored(first)).filter((name) => name.startsWith("bundle-"));
    if (bundles.length === 1) break;
    assert.ok(tries < 99, bundles.join(" "));
    await first.waitForTimeout(50);
  }
  await own.close();
});

test("a register that another window removed is closed", async () => {
  const { own, first, second } = await windows();
  await install(first, "base");
  await second.reload();
  await second.locator(".rows").first().waitFor();
  await second.goto(`${server.url}#/verify`);
  assert.match(await ask(second, ordinary), /good/);
  await first.locator("section:has(#forget) .button").click();
  await first.locator(".danger").click();
  await first.locator(".done").waitFor();
  await second.locator("textarea").fill(ordinary);
  await second.locator("form:has(textarea) button").click();
  await second.locator("a[href='#/register'].primary").waitFor();
  assert.equal(await second.locator(".verdict").count(), 0);
  assert.deepEqual(await stored(first), ["forgotten"]);
  await own.close();
});

test("a register is trusted without a stored one only after its fingerprint was shown", async () => {
  const { own, first, second } = await windows();
  await install(first, "base");
  await second.reload();
  await second.waitForFunction(VERSION, "1.1");
  const fetchNext = async (page, text) => {
    await page.locator("[type=url]").fill(`${server.url}next.rastau`);
    await page.locator("form .button").click();
    const isSaid = (source) => new RegExp(source).test(globalThis.document.querySelector("main [role=status]")?.textContent ?? "");
    await page.waitForFunction(isSaid, text.source);
  };
  // The first window removes the register; the second one, which still shows it, must not take another one from an address.
  await first.locator("section:has(#forget) .button").click();
  await first.locator(".danger").click();
  await first.locator(".done").waitFor();
  await fetchNext(second, /no trust root was confirmed/);
  assert.deepEqual(await stored(first), ["forgotten"]);
  // Neither must a device whose records were damaged while the page was open.
  await install(first, "base");
  for (const name of ["record-a", "record-b"]) await overwrite(first, name, [1, 2, 3]);
  await fetchNext(first, /damaged/);
  // It asks, as a new device does, and it can be cleared.
  await first.reload();
  await first.locator("section:has(#forget)").waitFor();
  await first.locator("input[type=file]").setInputFiles(make.file("base.rastau", bundle("bundles/base")));
  await first.locator(".ask .primary").click();
  await first.waitForFunction(VERSION, "1.1");
  await own.close();
});

/** Removes a file of the page's storage. */
async function remove(page, name) {
  await page.evaluate(async (file) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("rastau");
    await folder.removeEntry(file);
  }, name);
}

test("a device that has lost its records is not a new one, and one that was interrupted at first is", async () => {
  const { own, first } = await windows();
  await install(first, "second");
  const [record] = await records(first);
  for (const [what, change] of [
    ["both removed", async () => (await remove(first, "record-a"), remove(first, "record-b"))],
    ["one removed, one broken", async () => overwrite(first, "record-a", [...record].with(60, record[60] ^ 1))],
  ]) {
    await change();
    await first.reload();
    await first.locator("section:has(#forget)").waitFor();
    assert.equal(await versionOf(first), undefined, what);
  }
  assert.match(await first.goto(`${server.url}#/verify`).then(() => first.locator("main").innerText()), /damaged/);
  // A worker that was ended while it stored the first register leaves a bundle and the mark.
  await overwrite(first, "begun", [1]);
  const next = await open(own, server, "en", "register", false);
  await next.locator("input[type=file]").setInputFiles(make.file("base.rastau", bundle("bundles/base")));
  await next.locator(".ask .primary").click();
  await next.waitForFunction(VERSION, "1.1");
  assert.ok(!(await stored(next)).includes("begun"));
  await own.close();
});

test("what does not end, or is no bundle, is not read to its end", async () => {
  const { own, first } = await windows();
  await install(first, "base");
  await first.locator("[type=url]").fill(`${server.url}endless.rastau`);
  await first.locator("form .button").click();
  await first.locator("main .problem").waitFor();
  assert.match(await first.locator("main .problem").innerText(), /not a register bundle/);
  assert.ok(sent < 64 << 20, String(sent));
  assert.equal(await versionOf(first), "1.1");
  await own.close();
});

/** A bundle of the old keys' register with the roots that replace those keys. */
function withNewRoots() {
  const rotated = filesOf("bundles/rotated");
  const roots = ["roots/2.cose", "roots/3.cose"].map((name) => [name, rotated.get(name)]);
  return make.file("new-roots.rastau", pack(new Map([...filesOf("bundles/base"), ...roots])));
}

/** Installs a file, and waits for a text in what the page says of it. */
async function refused(page, path, text) {
  await page.locator("input[type=file]").setInputFiles(path);
  const isSaid = (source) => new RegExp(source).test(globalThis.document.querySelector("main [role=status]")?.textContent ?? "");
  await page.waitForFunction(isSaid, text.source);
}

test("a newer trust root closes the register whose keys it replaces, in every window", async () => {
  const { own, first, second } = await windows();
  await install(first, "base");
  await second.reload();
  await second.waitForFunction(VERSION, "1.1");
  await refused(first, withNewRoots(), /closed until/);
  assert.equal(await versionOf(first), undefined);
  await second.goto(`${server.url}#/verify`);
  await second.locator("textarea").fill(ordinary);
  await second.locator("form:has(textarea) button").click();
  await second.locator("a[href='#/register'].primary").waitFor();
  assert.equal(await second.locator(".verdict").count(), 0);
  // The old keys stay without effect after a restart; the device trusts a root already, so it does not ask for another one.
  await first.reload();
  await first.locator("input[type=file]").waitFor();
  await refused(first, make.file("base.rastau", bundle("bundles/base")), /not taken into use/);
  assert.equal(await first.locator(".ask").count(), 0);
  await first.locator("input[type=file]").setInputFiles(make.file("rotated.rastau", bundle("bundles/rotated")));
  await first.locator(".rows").first().waitFor();
  assert.deepEqual(first.problems, []);
  await own.close();
});

test("where nothing can be stored, the register in memory is what the next one is checked against", async () => {
  const { own, first, second } = await windows(() => "navigator.storage.getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));\n");
  await install(first, "second");
  await refused(first, make.file("base.rastau", bundle("bundles/base")), /older/);
  await refused(first, make.file("strangers.rastau", bundle("bundles/strangers-manifest")), /not signed by enough|another register/);
  assert.equal(await versionOf(first), "1.2");
  // The other window has its own memory.
  await install(second, "base");
  await refused(second, withNewRoots(), /closed until/);
  await refused(second, make.file("base.rastau", bundle("bundles/base")), /not taken into use/);
  assert.equal(await second.locator(".ask").count(), 0);
  await second.locator("input[type=file]").setInputFiles(make.file("rotated.rastau", bundle("bundles/rotated")));
  await second.locator(".rows").first().waitFor();
  await own.close();
});

test("a record that was not written to its end, or is damaged, leaves the register as it was", async () => {
  const { own, first } = await windows();
  await install(first, "base");
  const old = await records(first);
  assert.deepEqual(old[0], old[1]);
  await install(first, "second");
  const [record] = await records(first);
  const damaged = record.with(60, record[60] ^ 1);
  // The state after a worker is terminated while it writes the first or the second record, and a file that is damaged
  // later.
  for (const [left, right, version] of [
    [[], old[1], "1.1"],
    [record.slice(0, 50), old[1], "1.1"],
    [record, old[1], "1.2"],
    [record, record.slice(0, 20), "1.2"],
    [damaged, record, "1.2"],
    [record, damaged, "1.2"],
  ]) {
    // The register that an older record names is in another file.
    if (version === "1.1") await overwrite(first, `bundle-${old[0][36]}.rastau`, [...bundle("bundles/base")]).catch(() => undefined);
    for (const order of [[left, right], [right, left]]) {
      await overwrite(first, "record-a", order[0]);
      await overwrite(first, "record-b", order[1]);
      const next = await open(own, server, "en", "register", false);
      await next.waitForFunction(VERSION, version);
      await next.close();
    }
  }
  // Without a record the accepted state is unknown: the register is not replaced without asking.
  for (const name of ["record-a", "record-b"]) await overwrite(first, name, damaged);
  const next = await open(own, server, "en", "verify", false);
  await next.getByText("is damaged").waitFor();
  assert.equal(await next.locator("textarea").count(), 0);
  // If the user loads it again, it is used as on a new device.
  await next.goto(`${server.url}#/register`);
  await install(next, "second");
  await own.close();
});

test("a worker that fails is replaced", async () => {
  const { own, first } = await windows();
  await install(first, "base");
  await first.goto(`${server.url}#/verify`);
  assert.match(await ask(first, ordinary), /good/);
  const workers = () => first.workers().filter((worker) => worker.url().includes("worker"));
  const [before] = workers();
  // An uncaught error.
  const replaced = first.waitForEvent("worker");
  await before.evaluate(() => void setTimeout(() => { throw new Error("broken"); }));
  await replaced;
  assert.match(await ask(first, ordinary), /good/);
  const [between] = workers();
  assert.notEqual(between, before);
  // An error inside the module, which may leave it in any state: a stand-in for a panic. The new worker answers.
  const again = first.waitForEvent("worker");
  await between.evaluate(`(${FAILING})()`);
  assert.match(await ask(first, ordinary), /good/);
  assert.notEqual(await again, between);
  await own.close();
});

test("a failure that every worker repeats is reported, and ends", async () => {
  let prefix = "";
  const { own, first } = await windows(() => prefix);
  await install(first, "base");
  await first.goto(`${server.url}#/verify`);
  await first.locator("textarea").waitFor();
  let workers = 0;
  first.on("worker", () => (workers += 1));
  prefix = `(${FAILING})();\n`;
  await first.workers()[0].evaluate(`(${FAILING})()`);
  await first.locator("textarea").fill(ordinary);
  await first.locator("form:has(textarea) button").click();
  await first.waitForFunction(() => /went wrong/.test(globalThis.document.querySelector("[role=alert]")?.textContent ?? ""), undefined, { timeout: 15_000 });
  for (let tries = 0; workers < 3; tries += 1) {
    assert.ok(tries < 200, `${workers} workers`);
    await first.waitForTimeout(50);
  }
  await first.waitForTimeout(1000);
  assert.equal(workers, 3);
  assert.equal(await first.locator(".verdict").count(), 0);
  await own.close();
});
