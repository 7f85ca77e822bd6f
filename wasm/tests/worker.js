// The worker of browser.test.js: opens bundles in every way that a browser supports.

import * as rastau from "../pkg/index.js";
import * as verify from "../pkg/verify.js";
import { answer, ruleAnswer } from "./replay.js";

const bundles = new Map();

async function bytes(url) {
  if (!bundles.has(url)) bundles.set(url, new Uint8Array(await (await fetch(url)).arrayBuffer()));
  return bundles.get(url);
}

async function inOpfs(content) {
  const folder = await navigator.storage.getDirectory();
  const handle = await (await folder.getFileHandle("bundle.rastau", { create: true })).createSyncAccessHandle();
  handle.truncate(0);
  handle.write(content, { at: 0 });
  handle.flush();
  return handle;
}

const jobs = {
  case: async ({ question, url }) => answer(rastau, question, await bytes(url)),
  rule: async ({ id, facts }) => facts.map((line) => ruleAnswer(rastau, id, line) ?? null),
  async opfs({ question, url }) {
    const handle = await inOpfs(await bytes(url));
    const file = rastau.opfsFile(handle);
    let read = 0;
    const counted = { size: file.size, read: (offset, length) => ((read += length), file.read(offset, length)) };
    const found = answer(rastau, question, counted);
    handle.close();
    return { answer: found, read };
  },
  http: async ({ question, url }) => ({ answer: answer(rastau, question, rastau.httpFile(new URL(url, location.href).href)) }),
  /** A first update with an earlier part of a segment, and an update without news. */
  async update({ question, base, part }) {
    const { now } = question.options;
    const device = { root: Uint8Array.from(question.root), now };
    const parts = new Map([[part.name, Uint8Array.from(part.bytes)]]);
    const { root, state, bundle } = await rastau.updateFrom(base, { ...device, parts, deadline: 30_000 });
    const quiet = await rastau.updateFrom(new URL(base, location.href), { root, state, bundle, now });
    const found = answer(rastau, { ...question, root, options: { ...question.options, state } }, bundle);
    return { answer: found, changes: [quiet.report.change, quiet.bundle === bundle] };
  },
  async "verify-only"({ question, url }) {
    const content = await bytes(url);
    const start = performance.now();
    await verify.load();
    const found = answer(verify, question, content);
    const first = performance.now() - start;
    const second = performance.now();
    answer(verify, question, content);
    return { answer: found, first, warm: performance.now() - second };
  },
};

self.onmessage = async ({ data }) => {
  try {
    await rastau.load();
    self.postMessage({ answer: await jobs[data.kind](data) });
  } catch (caught) {
    self.postMessage({ error: String(caught?.stack ?? caught) });
  }
};
