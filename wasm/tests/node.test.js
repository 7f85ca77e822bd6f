// The package in Node: the corpus byte for byte, files read piece by piece, errors, updates.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import * as rastau from "../pkg/node.js";
import { bundle, cases, ruleLines } from "./corpus.js";
import { answer, ruled } from "./replay.js";

const NOW = "2026-11-23T10:00:00+05:00";
const all = cases();
const named = (name) => all.find((one) => one.name === name);
const base = bundle("bundles/base");
const ordinary = named("basis-last-day");
const root = Uint8Array.from(ordinary.root);

test("every case of the corpus gives the committed bytes", () => {
  assert.ok(all.length > 400, String(all.length));
  for (const one of all) {
    const expected = JSON.parse(one.expected);
    // The reader's own errors need a bundle that opens; a case may name one that does not.
    const source = expected.error?.stage === "read" ? base : bundle(one.bundle);
    const asked = expected.error?.stage === "read" ? { ...one, root: ordinary.root, options: { now: NOW } } : one;
    assert.equal(answer(rastau, asked, source), one.expected, one.name);
  }
});

test("every rule of the corpus gives the committed bytes", () => {
  let asked = 0;
  for (const { id, facts, answers } of ruleLines()) {
    facts.forEach((line, at) => {
      const found = ruled(rastau, id, line);
      if (found === undefined) return;
      asked += 1;
      assert.equal(found, answers[at], `${id} ${line}`);
    });
  }
  assert.ok(asked > 1000, String(asked));
});

test("a file read piece by piece answers as one in memory, and is not read whole", () => {
  const path = `${mkdtempSync(`${tmpdir()}/rastau-`)}/base.rastau`;
  writeFileSync(path, base);
  const file = rastau.nodeFile(path);
  let read = 0;
  const counted = { size: file.size, read: (offset, length) => ((read += length), file.read(offset, length)) };
  const verifier = rastau.Verifier.open(root, counted, { now: NOW });
  const opening = read;
  const whole = rastau.Verifier.open(root, base, { now: NOW });
  const question = { now: NOW };
  assert.deepEqual(verifier.verify(ordinary.input, question), whole.verify(ordinary.input, question));
  assert.ok(opening < 64 * 1024 + 8192 && read - opening < 40 * 4096, `${opening}, ${read}`);
  assert.deepEqual(verifier.damage(), []);
  file.close();
});

test("a file that fails later makes an answer indeterminate, never good", () => {
  let broken = false;
  const file = {
    size: base.length,
    read(offset, length) {
      if (broken) throw new Error("unplugged");
      return base.slice(offset, offset + length);
    },
  };
  const verifier = rastau.Verifier.open(root, file, { now: NOW });
  broken = true;
  const verdict = verifier.verify(ordinary.input, { now: NOW });
  assert.equal(verdict.outcome, "indeterminate");
  assert.deepEqual(verdict.findings.find((one) => one.id === "register.listed")?.missing, ["snapshot.complete"]);
});

test("an update that goes back is refused, and the one in use stays", () => {
  const verifier = rastau.Verifier.open(root, bundle("bundles/second"), { now: NOW });
  const before = verifier.snapshotInfo();
  assert.throws(() => verifier.update(base, { now: NOW }), (caught) => rastau.isRastauError(caught) && caught.code === 106);
  assert.deepEqual(verifier.snapshotInfo(), before);
  const older = rastau.Verifier.open(root, base, { now: NOW });
  older.update(bundle("bundles/second"), { now: NOW });
  assert.equal(older.snapshotInfo().version, before.version);
  const state = older.state();
  assert.throws(() => rastau.Verifier.open(root, base, { now: NOW, state }), { code: 106 });
  assert.throws(() => older.update(new Uint8Array(9)), { code: 112, stage: "open" });
});

test("words come where a language is asked for, and only there", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  for (const lang of ["kk", "ru", "en"]) {
    const { words, ...verdict } = verifier.verify(ordinary.input, { now: NOW, lang });
    assert.equal(words.lang, lang);
    assert.equal(words.findings.length, verdict.findings.length);
    assert.equal(JSON.stringify(verdict), JSON.stringify(verifier.verify(ordinary.input, { now: NOW })));
    assert.throws(() => verifier.verify("", { lang }), (caught) => caught.code === 1 && caught.message.length > 10);
  }
});

test("the calendar of the register counts the terms", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const facts = { informed_on: "2026-03-19", as_of: "2026-03-20" };
  const answer = verifier.evaluateRule("art22.p1.appeal-window", facts, { lang: "en" });
  assert.equal(answer.value.last_day, "2026-03-31");
  assert.match(answer.words.text, /31 March 2026/);
});

test("arguments that cannot be are told by name", () => {
  const wrong = { code: 300, stage: "argument", name: "RastauError" };
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  assert.throws(() => verifier.verify(ordinary.input, { on: "2026-02-30" }), { ...wrong, message: /^on: / });
  assert.throws(() => verifier.verify(ordinary.input, { now: "yesterday" }), { ...wrong, message: /^now: / });
  assert.throws(() => verifier.verify(ordinary.input, { lang: "de" }), { ...wrong, message: /^lang: / });
  assert.throws(() => verifier.verify(ordinary.input, { onn: "2026-02-03" }), { ...wrong, message: /onn/ });
  assert.throws(() => verifier.verify(undefined), wrong);
  assert.throws(() => rastau.Verifier.open(root, null), { ...wrong, message: /^bundle: / });
  assert.throws(() => rastau.Verifier.open(root, { size: -1, read() {} }), wrong);
  assert.throws(() => rastau.Verifier.open(root, base, { state: new Uint8Array(3) }), { ...wrong, message: /^state: / });
  // Without TypeScript anything may come; nothing of it may be read as something else.
  for (const stranger of [990140000017, {}, null, undefined, [], true, 5n, Symbol("x"), () => 1]) {
    assert.throws(() => rastau.checkId(stranger), { ...wrong, message: /^text: / });
    assert.throws(() => rastau.checkCode(stranger), { ...wrong, message: /^text: / });
    assert.throws(() => rastau.evaluateRule(stranger, {}), { ...wrong, message: /^id: / });
    assert.throws(() => verifier.evaluateRule(stranger, {}), { ...wrong, message: /^id: / });
    assert.throws(() => rastau.Verifier.open(stranger, base), { ...wrong, message: /^trustRoot: / });
  }
  assert.throws(() => verifier.verify(ordinary.input, { now: new Date() }), { ...wrong, message: /^now: must be a text/ });
  assert.throws(() => rastau.evaluateRule("art99", {}), { code: 140, stage: "facts" });
  const early = { registered_on: "2026-03-27", considered_on: "2026-03-01" };
  const told = (lang) => () => rastau.evaluateRule("art22.p2.appeal-consideration", early, { lang });
  assert.throws(told(undefined), { code: 143, message: "considered_on: 2026-03-01 is before registered_on (2026-03-27)" });
  assert.throws(told("ru"), { code: 143, message: /1 марта 2026 г\. раньше, чем 27 марта 2026 г\. \(/ });
  assert.throws(() => rastau.evaluateRule("art22.p1.appeal-window", undefined), wrong);
});

test("what throws while it is read leaves the verifier as it was", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const trap = () => {
    throw new Error("trap");
  };
  const handed = base.slice();
  structuredClone(handed.buffer, { transfer: [handed.buffer] });
  const strangers = [new Proxy({}, { ownKeys: trap }), new Proxy({}, { get: trap }), { get now() { return trap(); } }];
  for (const options of strangers) {
    assert.throws(() => verifier.update(base, options));
    assert.throws(() => verifier.verify(ordinary.input, options));
    assert.throws(() => verifier.evaluateRule("art22.p1.appeal-window", {}, options));
  }
  for (const bundle of [new Proxy({}, { get: trap }), { size: 5n, read: trap }, { get size() { return trap(); } }, handed]) {
    assert.throws(() => verifier.update(bundle, { now: NOW }));
    assert.throws(() => rastau.Verifier.open(root, bundle, { now: NOW }));
  }
  const fake = { size: base.length, read: () => ({ get length() { return trap(); } }) };
  assert.throws(() => verifier.update(fake, { now: NOW }), { code: 112 });
  verifier.update(base, { now: NOW });
  assert.equal(verifier.verify(ordinary.input, { now: NOW }).outcome, "valid");
  verifier.free();
});

test("bytes and options of another realm are what they are", () => {
  const elsewhere = (code) => runInNewContext(code, { bytes: Array.from(base) });
  const bundle = elsewhere("Uint8Array.from(bytes)");
  assert.equal(bundle instanceof Uint8Array, false);
  const verifier = rastau.Verifier.open(root, bundle, Object.assign(Object.create(null), { now: NOW }));
  assert.equal(verifier.verify(ordinary.input, elsewhere(`({ now: "${NOW}" })`)).outcome, "valid");
  for (const other of ["new Uint16Array(8)", "new DataView(new ArrayBuffer(8))", "new ArrayBuffer(8)", "({ [Symbol.toStringTag]: 'Uint8Array' })"]) {
    assert.throws(() => rastau.Verifier.open(elsewhere(other), base), { code: 300, message: /^trustRoot: / }, other);
  }
});

test("identity numbers, codes and names of every script", () => {
  assert.equal(rastau.checkId("990140000017").kind, "bin");
  assert.equal(rastau.checkId("990140000018", { lang: "kk" }).valid, false);
  assert.throws(() => rastau.checkCode("0000-0000-0000-0000-1"), { code: 22 });
  assert.equal(rastau.checkCode("оооо oooo 0000 0000 0"), "0000-0000-0000-0000-0");
  assert.equal(rastau.norms().length, 221);
  assert.equal(rastau.rules({ lang: "ru" }).length, 83);
});
