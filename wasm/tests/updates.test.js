// The transcripts of updates that a bundle in one file can express: `update` comes to the same result.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as rastau from "../pkg/node.js";
import { bundle, CORPUS, filesOf, pack, updates } from "./corpus.js";

/** The answer as the content of a file; `null` for a file that is not there, `undefined` for what a file cannot express. */
function content({ status, text, file, at, cut, flip }) {
  if (status !== undefined) return status === 404 ? null : undefined;
  if (text !== undefined) return new TextEncoder().encode(text);
  if (file === undefined || at || cut !== undefined || flip !== undefined) return undefined;
  return new Uint8Array(readFileSync(CORPUS + file));
}

/** The source as one file: what is answered, over what the device has; `undefined` where the answers change meanwhile. */
function source({ before, steps }) {
  const files = new Map(before ? filesOf(before) : []);
  const answered = new Map();
  for (const { want, answer } of steps) {
    const found = content(answer);
    // Without a freshness statement it is no bundle at all, which is found before the first question.
    if (found === undefined || (want === "fresh.cose" && found === null)) return undefined;
    if (answered.has(want) && answered.get(want) !== JSON.stringify(answer)) return undefined;
    answered.set(want, JSON.stringify(answer));
    if (found) files.set(want, found);
    else files.delete(want);
  }
  return files.has("fresh.cose") && answered.has("fresh.cose") ? pack(files) : undefined;
}

const asked = updates().map((one) => ({ ...one, file: source(one) })).filter((one) => one.file && one.root);

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
    if (result.error !== undefined) {
      assert.throws(() => verifier.update(file, { now }), { name: "RastauError", code: result.error });
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
