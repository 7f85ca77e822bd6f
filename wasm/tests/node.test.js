// The package in Node: the corpus byte for byte, files read piece by piece, errors, updates.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import * as rastau from "../pkg/node.js";
import { bundle, cases, filesOf, pack, ruleLines } from "./corpus.js";
import { answer, ruleAnswer } from "./replay.js";

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
    // A case about reading may name a bundle that does not open; the package needs one that does.
    const reading = expected.error?.stage === "read";
    const source = reading ? base : bundle(one.bundle);
    const question = reading ? { ...one, root: ordinary.root, options: { now: NOW } } : one;
    assert.equal(answer(rastau, question, source), one.expected, one.name);
  }
});

test("every rule of the corpus gives the committed bytes", () => {
  let answered = 0;
  for (const { id, facts, answers } of ruleLines()) {
    facts.forEach((line, at) => {
      const found = ruleAnswer(rastau, id, line);
      if (found === undefined) return;
      answered += 1;
      assert.equal(found, answers[at], `${id} ${line}`);
    });
  }
  assert.ok(answered > 1000, String(answered));
});

test("a file read piece by piece gives the same answer as one in memory, and is read only in part", () => {
  const path = `${mkdtempSync(`${tmpdir()}/rastau-`)}/base.rastau`;
  writeFileSync(path, base);
  const file = rastau.nodeFile(path);
  let read = 0;
  const counted = { size: file.size, read: (offset, length) => ((read += length), file.read(offset, length)) };
  const verifier = rastau.Verifier.open(root, counted, { now: NOW });
  const opening = read;
  const inMemory = rastau.Verifier.open(root, base, { now: NOW });
  const question = { now: NOW };
  assert.deepEqual(verifier.verify(ordinary.input, question), inMemory.verify(ordinary.input, question));
  assert.ok(opening < 64 * 1024 + 8192 && read - opening < 40 * 4096, `${opening}, ${read}`);
  assert.deepEqual(verifier.damage(), []);
  file.close();
});

test("a file that fails after opening makes the answer indeterminate", () => {
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
  assert.throws(() => verifier.snapshotInfo(), { code: 301, stage: "page", name: "RastauError" });
});

test("an older update is rejected, and the open bundle stays in use", () => {
  const verifier = rastau.Verifier.open(root, bundle("bundles/second"), { now: NOW });
  const before = verifier.snapshotInfo();
  assert.throws(() => verifier.update(base, { now: NOW }), (caught) => rastau.isRastauError(caught) && caught.code === 106);
  assert.deepEqual(verifier.snapshotInfo(), before);
  const older = rastau.Verifier.open(root, base, { now: NOW });
  older.update(bundle("bundles/second"), { now: NOW });
  assert.equal(older.snapshotInfo().version, before.version);
  const state = older.state();
  assert.throws(() => rastau.Verifier.open(root, base, { now: NOW, state }), { code: 106 });
  assert.throws(() => older.update(new Uint8Array(9)), { code: rastau.errorCodes.BUNDLE_FILE, stage: "open" });
});

test("a newer trust root is kept although the rest of its bundle is not accepted", () => {
  // The new keys replace those that have signed the rest.
  const rotated = filesOf("bundles/rotated");
  const roots = ["roots/2.cose", "roots/3.cose"].map((name) => [name, rotated.get(name)]);
  const file = pack(new Map([...filesOf("bundles/base"), ...roots]));
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const state = verifier.state();
  assert.throws(() => verifier.update(new Uint8Array(9), { now: NOW }));
  assert.equal(verifier.closed, false, "an update without a newer root closes nothing");
  const reject = (attempt) => {
    try {
      attempt();
    } catch (caught) {
      assert.deepEqual([caught.name, caught.code], ["RastauError", 101]);
      return caught.kept;
    }
    return assert.fail("it was accepted");
  };
  const open = (options) => () => rastau.Verifier.open(root, file, { now: NOW, ...options }).free();
  for (const [name, attempt] of [["update", () => verifier.update(file, { now: NOW })], ["open", open({ state })]]) {
    const kept = reject(attempt);
    assert.deepEqual(Buffer.from(kept.root), Buffer.from(rotated.get("roots/3.cose")), name);
    const again = (bundle) => rastau.Verifier.open(kept.root, bundle, { now: NOW, state: kept.state });
    assert.equal(reject(() => again(base)), undefined, `${name}: nothing newer came`);
    const next = again(bundle("bundles/rotated"));
    assert.equal(next.snapshotInfo().root.version, 3, name);
    next.free();
    // A fork that the old keys have signed is no way back.
    assert.throws(() => rastau.Verifier.open(root, base, { now: NOW, state: kept.state }), (caught) => caught.code === 106 && !caught.kept, name);
  }
  assert.deepEqual(Buffer.from(verifier.state()), Buffer.from(reject(open({ state })).state), "the verifier has kept it too");
  assert.equal(verifier.closed, true);
  assert.throws(() => verifier.verify(ordinary.input, { now: NOW }), { code: 116 });
  verifier.update(bundle("bundles/rotated"), { now: NOW });
  assert.equal(verifier.closed, false, "a bundle under that root opens it again");
  verifier.free();
  // Nothing vouches for a root of the bundle's own. Without a state there is none to store with a pinned one.
  assert.equal(reject(open({ anchor: "first-use" })), undefined);
  assert.deepEqual(Object.keys(reject(open({}))), ["root"]);
  assert.ok(reject(open({ anchor: "first-use", state })));
});

test("a report is the command line's, and can be repeated", () => {
  const at = "2026-11-23T10:00:00+05:00";
  const verifier = rastau.Verifier.open(root, base, { now: at });
  const { json, words } = verifier.report(ordinary.input, { now: at, by: " HR department ", lang: "en" });
  const report = JSON.parse(json);
  assert.deepEqual([report.schema, report.by, report.verdict.schema], ["rastau/report/1", "HR department", "rastau/verdict/1"]);
  assert.deepEqual(report.verdict, JSON.parse(JSON.stringify(verifier.verify(ordinary.input, { now: at }))));
  assert.equal(words.proves[1].length, report.proves.length);
  assert.ok(words.does_not_prove[1].some((text) => text.includes("sign the file")));
  assert.equal(words.verdict.headline, verifier.verify(ordinary.input, { now: at, lang: "en" }).words.headline);

  // Another person, with the same bundle, in a year.
  const repeat = (text, input, options) => rastau.repeatReport(text, input, base, { trustRoot: root, lang: "en", ...options });
  const same = repeat(json, ordinary.input);
  assert.deepEqual([same.same, same.differences, same.causes], [true, [], []]);
  assert.match(same.words.as_known, /This is not today's answer/);
  const changed = repeat(json.replace('"outcome": "satisfied"', '"outcome": "violated"'), ordinary.input);
  assert.deepEqual([changed.same, changed.causes.map(({ cause }) => cause)], [false, ["changed"]]);
  assert.equal(changed.words.causes[1].length, 1);
  const firstUse = repeat(json, ordinary.input, { trustRoot: undefined });
  assert.deepEqual([firstUse.same, firstUse.causes.map(({ cause }) => cause)], [true, ["anchor"]]);

  for (const [attempt, code] of [
    [() => repeat("{}", ordinary.input), 40],
    [() => repeat(json, "nothing"), 3],
    [() => verifier.report("nothing", { now: at }), 3],
    [() => verifier.report(ordinary.input, { by: "a\nb" }), rastau.errorCodes.JS_ARGUMENT],
    [() => repeat(1, ordinary.input), rastau.errorCodes.JS_ARGUMENT],
  ]) {
    assert.throws(attempt, (caught) => caught.name === "RastauError" && (caught.code === code || assert.fail(`${caught.code}: ${caught}`)));
  }
  verifier.free();
});

test("a root that a wrong clock calls expired closes nothing for good", () => {
  // Root 2 has the keys of root 1, so it supports the open bundle; on a day after its expiry it supports nothing.
  const file = pack(filesOf("bundles/renewed"));
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const before = verifier.verify(ordinary.input, { now: NOW }).outcome;
  const far = "2126-11-23T10:00:00+05:00";
  assert.throws(() => verifier.update(file, { now: far }), { code: 105 });
  assert.throws(() => verifier.verify(ordinary.input, { now: far }), { code: 116 });
  assert.equal(verifier.verify(ordinary.input, { now: NOW }).outcome, before);
  verifier.free();
});

test("an argument with a length of its own is read by its contents, and leaves the verifier usable", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const trap = () => {
    throw new RangeError("trap");
  };
  class Throwing extends Uint8Array {
    get length() {
      return trap();
    }
    get [Symbol.toStringTag]() {
      return "Uint8Array";
    }
  }
  const second = bundle("bundles/second");
  const longer = Object.defineProperty(second.slice(), "length", { value: 10 ** 9 });
  const shorter = Object.defineProperty(second.slice(), "length", { value: 10 });
  for (const [name, odd] of [["longer", longer], ["shorter", shorter], ["throwing", new Throwing(second)]]) {
    const opened = rastau.Verifier.open(root, odd, { now: NOW });
    assert.deepEqual(opened.damage(), [], name);
    opened.free();
  }
  verifier.update(shorter, { now: NOW });
  const piece = { size: second.length, read: (offset, length) => Object.defineProperty(second.slice(offset, offset + length), "length", { get: trap }) };
  verifier.update(piece, { now: NOW });
  assert.throws(() => verifier.update(new Throwing(9), { now: NOW }), { code: 112 });
  assert.equal(verifier.verify(ordinary.input, { now: NOW }).outcome, "valid");
  verifier.free();
  const update = rastau.Update.begin({ now: NOW });
  update.answer(new Throwing(rastau.trustRootOf(base)));
  assert.equal(update.ask().kind, "statement");
  update.free();
});

test("what is stated beside a document, or typed, is read in whole or refused", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const verify = (beside) => verifier.verify(ordinary.input, { now: NOW, beside });
  assert.equal(verify({ name: "Басқа Кісі" }).outcome, "invalid");
  const form = new FormData();
  form.set("name", "Басқа Кісі");
  class Getter {
    get name() {
      return "Басқа Кісі";
    }
  }
  const lost = [
    new Map([["name", "Басқа Кісі"]]), form, new Getter(), Object.create({ name: "Басқа Кісі" }),
    Object.defineProperty({}, "name", { value: "Басқа Кісі" }), { name: () => "Басқа Кісі" }, { name: Symbol("x") }, "",
  ];
  for (const beside of lost) {
    assert.throws(() => verify(beside), { name: "RastauError", code: 300, message: /^beside: / });
    if (beside !== "") assert.throws(() => verifier.verify(beside, { now: NOW }), { name: "RastauError", code: 300, message: /^input: / });
  }
  assert.equal(verify({ name: undefined }).outcome, verify({}).outcome, "a member without a value is none");
  assert.equal(verify(Object.assign(Object.create(null), { name: "Басқа Кісі" })).outcome, "invalid");
  verifier.free();
});

test("an older confirmation of the same register is not taken into use", () => {
  const verifier = rastau.Verifier.open(root, bundle("bundles/later-note"), { now: NOW });
  const before = verifier.state();
  // The segments are not in these bundles; an older confirmation is refused before one is read.
  assert.throws(() => verifier.update(pack(new Map([...filesOf("bundles/base"), ...filesOf("bundles/earlier-note")])), { now: NOW }), { code: 106 });
  assert.deepEqual(verifier.state(), before);
  verifier.free();
});

test("an answer has words only if a language is requested", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  for (const lang of ["kk", "ru", "en"]) {
    const { words, ...verdict } = verifier.verify(ordinary.input, { now: NOW, lang });
    assert.equal(words.lang, lang);
    assert.equal(words.findings.length, verdict.findings.length);
    assert.equal(JSON.stringify(verdict), JSON.stringify(verifier.verify(ordinary.input, { now: NOW })));
    assert.throws(() => verifier.verify("", { lang }), (caught) => caught.code === 1 && caught.message.length > 10);
  }
});

test("a verifier counts terms by the register's calendar", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const facts = { informed_on: "2026-03-19", as_of: "2026-03-20" };
  const answer = verifier.evaluateRule("art22.p1.appeal-window", facts, { lang: "en" });
  assert.equal(answer.value.last_day, "2026-03-31");
  assert.match(answer.words.text, /31 March 2026/);
});

test("an error about an argument names it", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const verify = (options) => verifier.verify(ordinary.input, options);
  const open = (bundle, options) => rastau.Verifier.open(root, bundle, options);
  const cases = [
    ["a day that does not exist", () => verify({ on: "2026-02-30" }), /^on: /],
    ["a time that is not RFC 3339", () => verify({ now: "yesterday" }), /^now: /],
    ["a Date as time", () => verify({ now: new Date() }), /^now: must be a string/],
    ["an unknown language", () => verify({ lang: "de" }), /^lang: /],
    ["an unknown member", () => verify({ onn: "2026-02-03" }), /^options: unknown member onn/],
    ["no input", () => verifier.verify(undefined), /^input: /],
    ["no bundle", () => open(null), /^bundle: /],
    ["a bundle of negative size", () => open({ size: -1, read() {} }), /^bundle\.size: /],
    ["an unknown freshness", () => open(base, { accept: "expired" }), /^accept: /],
    ["a fraction of a second", () => open(base, { grace: 0.5 }), /^grace: /],
    ["a damaged state", () => open(base, { state: new Uint8Array(3) }), /^state: /],
    ["no facts", () => rastau.evaluateRule("art22.p1.appeal-window", undefined), /^facts: /],
  ];
  // Without TypeScript a caller may pass any value; none may be read as a value of another type.
  for (const value of [990140000017, {}, null, undefined, [], true, 5n, Symbol("x"), () => 1]) {
    const type = `${typeof value} ${String(value)}`;
    cases.push(
      [`checkId of ${type}`, () => rastau.checkId(value), /^text: /],
      [`checkCode of ${type}`, () => rastau.checkCode(value), /^text: /],
      [`evaluateRule of ${type}`, () => rastau.evaluateRule(value, {}), /^id: /],
      [`evaluateRule of a verifier of ${type}`, () => verifier.evaluateRule(value, {}), /^id: /],
      [`open with ${type}`, () => rastau.Verifier.open(value, base), /^trustRoot: /],
    );
  }
  for (const [name, call, message] of cases) {
    assert.throws(call, { code: 300, stage: "argument", name: "RastauError", message }, name);
  }
});

test("an error about facts has its code and is translated", () => {
  assert.throws(() => rastau.evaluateRule("art99", {}), { code: 140, stage: "facts" });
  const early = { registered_on: "2026-03-27", considered_on: "2026-03-01" };
  const evaluate = (lang) => () => rastau.evaluateRule("art22.p2.appeal-consideration", early, { lang });
  assert.throws(evaluate(undefined), { code: 143, message: "considered_on: 2026-03-01 is before registered_on (2026-03-27)" });
  assert.throws(evaluate("ru"), { code: 143, message: /1 марта 2026 г\. раньше, чем 27 марта 2026 г\. \(/ });
});

test("an argument that throws while it is read leaves the verifier usable", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const trap = () => {
    throw new Error("trap");
  };
  const detached = base.slice();
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  const throwing = [new Proxy({}, { ownKeys: trap }), new Proxy({}, { get: trap }), { get now() { return trap(); } }];
  for (const options of throwing) {
    assert.throws(() => verifier.update(base, options));
    assert.throws(() => verifier.verify(ordinary.input, options));
    assert.throws(() => verifier.evaluateRule("art22.p1.appeal-window", {}, options));
  }
  for (const bundle of [new Proxy({}, { get: trap }), { size: 5n, read: trap }, { get size() { return trap(); } }, detached]) {
    assert.throws(() => verifier.update(bundle, { now: NOW }));
    assert.throws(() => rastau.Verifier.open(root, bundle, { now: NOW }));
  }
  const fake = { size: base.length, read: () => ({ get length() { return trap(); } }) };
  assert.throws(() => verifier.update(fake, { now: NOW }), { code: 112 });
  verifier.update(base, { now: NOW });
  assert.equal(verifier.verify(ordinary.input, { now: NOW }).outcome, "valid");
  verifier.free();
});

test("bytes and options of another realm are accepted", () => {
  const elsewhere = (code) => runInNewContext(code, { bytes: Array.from(base) });
  const bundle = elsewhere("Uint8Array.from(bytes)");
  assert.equal(bundle instanceof Uint8Array, false);
  const verifier = rastau.Verifier.open(root, bundle, Object.assign(Object.create(null), { now: NOW }));
  assert.equal(verifier.verify(ordinary.input, elsewhere(`({ now: "${NOW}" })`)).outcome, "valid");
  for (const other of ["new Uint16Array(8)", "new DataView(new ArrayBuffer(8))", "new ArrayBuffer(8)", "({ [Symbol.toStringTag]: 'Uint8Array' })"]) {
    assert.throws(() => rastau.Verifier.open(elsewhere(other), base), { code: 300, message: /^trustRoot: / }, other);
  }
});

test("identity numbers, verification codes and lists are answered", () => {
  assert.equal(rastau.checkId("990140000017").kind, "bin");
  assert.equal(rastau.checkId("990140000018", { lang: "kk" }).valid, false);
  assert.throws(() => rastau.checkCode("0000-0000-0000-0000-1"), { code: 22 });
  assert.equal(rastau.checkCode("оооо oooo 0000 0000 0"), "0000-0000-0000-0000-0");
  assert.equal(rastau.norms().length, 224);
  assert.equal(rastau.rules({ lang: "ru" }).length, 91);
});

test("a post is compared beside the answer, which it does not change", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const plain = verifier.verify(ordinary.input, { now: NOW, lang: "en" });
  const compared = (post) => {
    const verdict = verifier.verify(ordinary.input, { now: NOW, lang: "en", post });
    assert.equal(verdict.outcome, plain.outcome);
    assert.deepEqual(verdict.findings, plain.findings);
    assert.ok(verdict.words.post.endsWith("(art. 15.5)."), verdict.words.post);
    return verdict.post;
  };
  const { code, names } = plain.document.profession;
  const { level } = plain.document;
  assert.deepEqual(compared({ profession: code }), { profession: "same" });
  assert.deepEqual(compared({ profession: names.ru.toUpperCase(), level }), { profession: "same", level: "same" });
  assert.equal(compared({ profession: "nobody" }).profession, "unknown");
  const others = verifier.professions().filter((one) => one.edition === plain.document.edition && one.code !== code);
  assert.ok(others.length > 0);
  for (const other of others) assert.equal(compared({ profession: other.code, level: "9" }).profession, "another-profession");
  assert.equal(plain.post, undefined);
  for (const bad of ["", "7212-1", {}, { profession: 1 }, { profession: "x", more: 1 }]) {
    assert.throws(() => verifier.verify(ordinary.input, { now: NOW, post: bad }), { name: "RastauError", code: 300 });
  }
});

test("another kind of code is named for the screen only", () => {
  const verifier = rastau.Verifier.open(root, base, { now: NOW });
  const thrown = (text, lang) => {
    try {
      verifier.verify(text, { now: NOW, lang });
    } catch (caught) {
      return caught;
    }
    return assert.fail("accepted");
  };
  const wifi = thrown("WIFI:S:MARK750;P:MARK750;;", "en");
  assert.equal(wifi.code, rastau.errorCodes.INPUT_FOREIGN_CODE);
  assert.match(wifi.shown, /^This is the code of a Wi-Fi network\./);
  assert.match(wifi.message, /^This is another kind of code/);
  assert.match(thrown("BEGIN:VCARD\nFN:MARK750", "ru").shown, /^Это контактные данные\./);
  for (const text of ["https://MARK750.example/", "HC1:MARK750", "]E0MARK750"]) {
    assert.ok(!JSON.stringify([thrown(text).shown, thrown(text).message]).toLowerCase().includes("mark750"), text);
  }
  // The register's own address is a document that lost its end.
  assert.equal(thrown("https://register.example/", "en").code, rastau.errorCodes.INPUT_CUT_OFF);
  assert.equal(thrown("https://register.example/", "en").shown, undefined);
});
