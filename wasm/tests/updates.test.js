// The transcripts of updates: `Update` asks the same questions and reports the same. So does `Verifier.update`, for those that a
// bundle in one file can express.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as rastau from "../pkg/node.js";
import { bundle, CORPUS, filesOf, pack, updates } from "./corpus.js";
import { assertService, before, drive, folder, outcome, Script } from "./transcripts.js";

const all = updates();

test("all transcripts are loaded", () => assert.ok(all.length >= 27, String(all.length)));

for (const transcript of all) {
  test(`an update asks as in ${transcript.name}: ${transcript.description}`, () => {
    const { now, steps, result } = transcript;
    const device = before(rastau, transcript);
    const script = new Script(steps);
    const ended = drive(rastau, device, now, script);
    script.finish();
    assert.deepEqual(outcome(rastau, ended, now), result);
    assertService(rastau, ended, now, device);
  });
}

/** A replay fails if a step is omitted, added or changed, so it cannot pass with fewer questions. */
test("a changed transcript fails", () => {
  for (const transcript of all) {
    const { now, steps, result } = transcript;
    const device = before(rastau, transcript);
    const replay = (changed) => {
      const script = new Script(changed);
      const ended = drive(rastau, device, now, script);
      script.finish();
      assert.deepEqual(outcome(rastau, ended, now), result);
    };
    assert.throws(() => replay(steps.slice(0, -1)), assert.AssertionError, transcript.name);
    assert.throws(() => replay([...steps, steps.at(-1)]), assert.AssertionError, transcript.name);
    assert.throws(() => replay([{ ...steps[0], want: "roots/9.cose" }, ...steps.slice(1)]), assert.AssertionError, transcript.name);
  }
});

const NOW = "2026-11-23T10:00:00+05:00";
const pinned = new Uint8Array(readFileSync(`${CORPUS}bundles/base/roots/1.cose`));
/** A device that was updated from a bundle of the corpus. */
const having = (path) => before(rastau, { root: "bundles/base/roots/1.cose", before: path, now: NOW });

test("an update, and every answer after it, states where the first root came from", () => {
  for (const [begin, anchor] of [[{}, "first-use"], [{ root: pinned }, "pinned"]]) {
    const { device, report } = drive(rastau, begin, NOW, folder("bundles/base"));
    assert.equal(report.anchor, anchor);
    const verifier = rastau.Verifier.open(device.root, device.bundle, { now: NOW, state: device.state, anchor: report.anchor });
    assert.equal(verifier.snapshotInfo().root.anchor, anchor);
    assert.equal(verifier.verify(JSON.stringify({ number: "000000001001" }), { now: NOW }).anchor, anchor);
    verifier.free();
    // The next update begins with the root that was stored.
    const next = drive(rastau, { ...device, anchor: report.anchor }, NOW, folder("bundles/base"));
    assert.equal(next.report.anchor, anchor);
  }
  assert.throws(() => rastau.Update.begin({ root: pinned, anchor: "guess" }), { name: "RastauError" });
});

test("a new file equals the published folder, and opens from the first root on", () => {
  const { root, state, bundle: file } = having("bundles/rotated");
  for (const trustRoot of [pinned, root]) {
    const verifier = rastau.Verifier.open(trustRoot, file, { now: NOW, state });
    assert.equal(verifier.snapshotInfo().root.version, 3);
    verifier.free();
  }
  assert.deepEqual(Buffer.from(rastau.trustRootOf(file)), Buffer.from(pinned));
  // The next file has these roots too, each once, although the source is only asked for later ones.
  const asked = [];
  const later = folder("bundles/rotated");
  const source = { ask: (name) => (asked.push(name), later.ask(name)) };
  const lacking = pack(new Map([...filesOf("bundles/rotated")].filter(([name]) => !name.startsWith("segments/"))));
  const next = drive(rastau, { root: pinned, state, bundle: lacking }, NOW, source).device.bundle;
  assert.equal(asked[0], "roots/4.cose", "the newest root of the bundle counts");
  assert.deepEqual(Buffer.from(next), Buffer.from(file));
});

test("a new file contains the root that was stored before", () => {
  const { state, bundle: file } = having("bundles/base");
  const root = folder("bundles/rotated").ask("roots/2.cose").whole;
  const { device } = drive(rastau, { root, state, bundle: file }, NOW, folder("bundles/rotated"));
  rastau.Verifier.open(pinned, device.bundle, { now: NOW, state: device.state }).free();
});

test("a bundle counts as a trusted state, even without a state", () => {
  const { root, bundle: file } = having("bundles/second");
  const ended = drive(rastau, { root, bundle: file }, NOW, folder("bundles/base"));
  assert.deepEqual([ended.error, ended.closed], [106, false]);
  // A bundle that is older than the state does not roll it back.
  const older = having("bundles/base").bundle;
  const { state } = having("bundles/second");
  const refused = drive(rastau, { root, state, bundle: older }, NOW, folder("bundles/base"));
  assert.deepEqual([refused.error, refused.closed], [106, true]);
});

test("the roots of a bundle that does not open count", () => {
  // Roots 2 and 3 replace the keys that have signed the rest.
  const roots = [2, 3].map((version) => [`roots/${version}.cose`, filesOf("bundles/rotated").get(`roots/${version}.cose`)]);
  const file = pack(new Map([...filesOf("bundles/base"), ...roots]));
  const update = rastau.Update.begin({ root: pinned, bundle: file, now: NOW });
  assert.deepEqual([update.ask().name, update.closed], ["roots/4.cose", true]);
  update.free();
  const ended = drive(rastau, { root: pinned, bundle: file }, NOW, folder("bundles/rotated"));
  // The new file begins with the first root, as the old one did.
  assert.deepEqual(Buffer.from(rastau.trustRootOf(ended.device.bundle)), Buffer.from(pinned));
  rastau.Verifier.open(pinned, ended.device.bundle, { now: NOW, state: ended.device.state }).free();
});

test("old root keys cannot lead a device with a memory to another chain", () => {
  const { state, root: newest } = having("bundles/rotated");
  const rotated = folder("bundles/rotated");
  // The device has lost its bundle, and begins at its pinned root again.
  const update = (state, last) => {
    const isCut = (name) => name.startsWith("roots/") && name > `roots/${last}.cose`;
    const asked = [];
    const ask = (name) => (asked.push(name), isCut(name) ? { status: 404 } : rotated.ask(name));
    return { ...drive(rastau, { root: pinned, state }, NOW, { ask }), asked };
  };
  // A device that has seen another root of version 3 or 2: an array of five members, the version, and the hash of 32 bytes.
  assert.deepEqual([...state.subarray(0, 4)], [0x85, 3, 0x58, 0x20]);
  const seen = (version) => Uint8Array.from(state, (byte, at) => (at === 1 ? version : at === 4 ? byte ^ 1 : byte));
  for (const [why, memory, last, error, takesSecond] of [
    ["the known root is withheld", state, 2, 106, true],
    ["the known root is of another chain", seen(3), 3, 107, true],
    ["the known root is of another chain, which is longer", seen(4), 3, 106, true],
    ["the known root of another chain is the next", seen(2), 3, 107, false],
  ]) {
    const ended = update(memory, last);
    assert.equal(ended.error, error, why);
    assert.equal(ended.asked.includes("roots/3.cose"), takesSecond, `${why}: root 2 is taken`);
    assert.deepEqual(Buffer.from(ended.device.root), Buffer.from(pinned), `${why}: nothing is kept on the way`);
  }
  const honest = update(state, 3);
  assert.equal(honest.report.change, "mended");
  assert.deepEqual(Buffer.from(honest.device.root), Buffer.from(newest));
});

test("only missing files are requested, and omitting a damaged bundle repairs it", () => {
  const device = having("bundles/base");
  const asked = [];
  const base = folder("bundles/base");
  const counted = { ask: (name) => (asked.push(name), base.ask(name)) };
  const quiet = drive(rastau, device, NOW, counted);
  assert.deepEqual(asked, ["roots/2.cose", "fresh.cose"]);
  assert.equal(quiet.device.bundle, device.bundle);
  assert.deepEqual([quiet.report.change, quiet.report.to_fetch], ["nothing", 0]);
  const mended = drive(rastau, { root: device.root, state: device.state }, NOW, counted);
  assert.equal(mended.report.change, "mended");
  assert.deepEqual(Buffer.from(mended.device.bundle), Buffer.from(device.bundle));
});

test("an answer that does not fit the question changes nothing", () => {
  const update = rastau.Update.begin({ root: pinned, now: NOW });
  const question = update.ask();
  for (const answer of ["kept", "stored", "committed", "moved"]) {
    assert.throws(() => update.answer(answer), { code: rastau.errorCodes.WRONG_ANSWER, stage: "argument" });
    assert.deepEqual(update.ask(), question);
  }
  assert.throws(() => update.check(new Uint8Array()), { code: 212 });
  for (const answer of [undefined, null, "done", -1, 1.5, 70000, {}]) {
    assert.throws(() => update.answer(answer), { code: 300, message: /^answer: must be / });
  }
  assert.throws(() => update.check("a.seg"), { code: 300, message: /^segment: must be / });
  const failure = update.failure("no network");
  assert.ok(rastau.isRastauError(failure));
  assert.deepEqual([failure.code, failure.stage], [rastau.errorCodes.SOURCE, "disk"]);
  assert.match(failure.message, /roots\/2\.cose: no network/);
  assert.deepEqual(update.ask(), question);
  update.answer(404);
  assert.equal(update.ask().name, "fresh.cose");
  update.free();
});

test("a state that another update has replaced ends the update", () => {
  const update = rastau.Update.begin({ ...having("bundles/base"), now: NOW, lang: "ru" });
  const later = folder("bundles/later-note");
  update.answer(404);
  update.answer(later.ask("fresh.cose").whole);
  assert.equal(update.ask().kind, "commit");
  assert.throws(() => update.answer("moved"), { code: rastau.errorCodes.UPDATE_MOVED, message: /[а-я]/ });
  update.free();
});

test("the initial data of an update is checked", () => {
  const { root, state, bundle: file } = having("bundles/base");
  const cases = [
    ["a state without a root", { state }, /^root: /],
    ["a bundle without a root", { bundle: file }, /^root: /],
    ["a state that is none", { root, state: file }, /^state: /],
    ["parts that are not an object", { root, parts: 1 }, /^parts: /],
    ["a part that is no segment", { root, parts: { "fresh.cose": 1 } }, /^parts: /],
    ["a length that is none", { root, parts: { [`segments/${"0".repeat(64)}.seg`]: -1 } }, /^parts: /],
    ["an unknown option", { root, deadlin: 1 }, /deadlin/],
  ];
  for (const [name, options, message] of cases) {
    assert.throws(() => rastau.Update.begin({ ...options, now: NOW }), { code: 300, message }, name);
  }
  assert.throws(() => rastau.Update.begin({ root: new Uint8Array(9), now: NOW }), { code: 100 });
  assert.throws(() => rastau.Update.begin({ root, bundle: new Uint8Array(9), now: NOW }), { code: 112 });
});

/** The answer as the content of a file; `null` for a missing file, `undefined` for an answer that a file cannot express. */
function content({ status, text, file, at, cut, flip }) {
  if (status !== undefined) return status === 404 ? null : undefined;
  if (text !== undefined) return new TextEncoder().encode(text);
  if (file === undefined || at || cut !== undefined || flip !== undefined) return undefined;
  return new Uint8Array(readFileSync(CORPUS + file));
}

/** The source as one file: the answers, over the files of the device; `undefined` if the answers change during the update. */
function source({ before, steps }) {
  const files = new Map(before ? filesOf(before) : []);
  const answered = new Map();
  for (const { want, answer } of steps) {
    const found = content(answer);
    // Without a freshness statement it is not a bundle, which is detected before the first question.
    if (found === undefined || (want === "fresh.cose" && found === null)) return undefined;
    if (answered.has(want) && answered.get(want) !== JSON.stringify(answer)) return undefined;
    answered.set(want, JSON.stringify(answer));
    if (found) files.set(want, found);
    else files.delete(want);
  }
  return files.has("fresh.cose") && answered.has("fresh.cose") ? pack(files) : undefined;
}

const asked = all.map((one) => ({ ...one, file: source(one) })).filter((one) => one.file && one.root);

test("most transcripts of statements can be expressed as a file", () => {
  const names = asked.map((one) => one.name);
  for (const name of ["first-pull-pinned", "quiet-day", "newer-version", "next-roots", "older-note", "rollback-of-the-manifest"]) {
    assert.ok(names.includes(name), `${name} is missing from ${names}`);
  }
  assert.ok(names.length >= 12, String(names));
});

for (const { name, description, now, root, before, result, file } of asked) {
  test(`${name}: ${description}`, () => {
    const trustRoot = new Uint8Array(readFileSync(CORPUS + root));
    const verifier = rastau.Verifier.open(trustRoot, before ? bundle(before) : file, { now });
    const old = verifier.snapshotInfo();
    // A file whose confirmation is older is not what is in use then, and is refused.
    const error = result.source_is_behind ? 106 : result.error;
    if (error !== undefined) {
      assert.throws(() => verifier.update(file, { now }), { name: "RastauError", code: error });
      assert.deepEqual(verifier.snapshotInfo(), old);
    } else {
      verifier.update(file, { now });
      const info = verifier.snapshotInfo();
      assert.deepEqual([info.epoch, info.version], [result.epoch, result.version]);
      assert.equal(Date.parse(info.checked_at), Date.parse(result.checked_at));
      assert.equal(`roots/${info.root.version + 1}.cose`, result.next);
    }
    verifier.free();
  });
}
