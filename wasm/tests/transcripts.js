// The transcripts of updates: their answers, and an in-memory host that passes them to an `Update`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { CORPUS, filesOf } from "./corpus.js";

const read = (path) => new Uint8Array(readFileSync(CORPUS + path));

/** The response of a source for an answer: a status, or the bytes of `whole` from `at` on, interrupted before `end`. */
function sent({ status, text, byte, length, file, at = 0, cut, flip }) {
  if (status !== undefined) return { status };
  const whole = file ? read(file) : text === undefined ? new Uint8Array(length).fill(byte) : new TextEncoder().encode(text);
  if (flip !== undefined) whole[flip] ^= 1;
  return { whole, at, end: cut ?? whole.length };
}

/** A source that answers the questions of a transcript in their order, and no others. */
export class Script {
  #steps;
  constructor(steps) {
    this.#steps = [...steps];
  }
  ask(name, from) {
    const step = this.#steps.shift();
    assert.deepEqual({ name, from }, step && { name: step.want, from: step.from });
    return sent(step.answer);
  }
  finish() {
    assert.deepEqual(this.#steps, [], "the update ended before this was asked for");
  }
}

/** A published folder of the corpus as a source. */
export function folder(path) {
  const files = filesOf(path);
  return { ask: (name) => (files.has(name) ? { whole: files.get(name), at: 0, end: files.get(name).length } : { status: 404 }) };
}

/** Answers an update from a source, with storage in memory. Returns the data in service afterwards, and the report or the error. */
export function drive(rastau, device, now, source) {
  const update = rastau.Update.begin({ ...device, now });
  const segments = new Map();
  let { root, state, bundle } = device;
  try {
    for (;;) {
      const question = update.ask();
      assert.deepEqual(update.ask(), question, "a question may be repeated and changes nothing");
      const { kind, name } = question;
      if (kind === "done") return { device: { root: question.root, state: question.state, bundle }, report: question.report };
      if (kind === "statement") {
        assert.equal(question.limit, 256 * 1024);
        const { status, whole, at, end } = source.ask(name, 0);
        update.answer(status ?? whole.subarray(at, Math.min(end, question.limit + 1)));
      } else if (kind === "keep") {
        root = question.root;
        update.answer("kept");
      } else if (kind === "segment") {
        const before = segments.get(name) ?? new Uint8Array();
        const { status, whole, at, end } = source.ask(name, before.length);
        if (status !== undefined) {
          update.answer(status);
          continue;
        }
        segments.set(name, Buffer.concat([before.subarray(0, at), whole.subarray(at, end)]));
        // An interrupted transfer is not reported: the question stays the same.
        if (segments.get(name).length === question.length) update.answer("stored");
      } else if (kind === "check") {
        update.check(Uint8Array.from(segments.get(name)));
        const next = update.ask();
        if (next.kind === "segment" && next.name === name) segments.set(name, segments.get(name).subarray(0, next.from));
      } else {
        assert.equal(kind, "commit");
        bundle = assembled(question, bundle, segments);
        update.answer("committed");
      }
    }
  } catch (caught) {
    if (caught.name !== "RastauError") throw caught;
    // An error ends the update, which repeats it.
    assert.throws(() => update.ask(), { code: caught.code });
    return { device: { root, state, bundle }, error: caught.code, closed: update.closed };
  } finally {
    update.free();
  }
}

function assembled({ size, pieces }, held, segments) {
  const file = new Uint8Array(size);
  for (const { at, bytes, name, length, held: from } of pieces) {
    file.set(bytes ?? (from === undefined ? segments.get(name) : held.subarray(from, from + length)), at);
  }
  return file;
}

/** The result of a transcript, from that of an update. */
export function outcome(rastau, { device, report, error, closed }, now) {
  const update = rastau.Update.begin({ ...device, now });
  const next = update.ask().name;
  update.free();
  if (error !== undefined) return { error, closed, next };
  const { change, epoch, version, checked_at, source_is_behind, needs_newer_program } = report;
  return { change, epoch, version, checked_at, source_is_behind, needs_newer_program, next };
}

/** The device of a transcript before the update. */
export function before(rastau, { root, before, now }) {
  const device = root ? { root: read(root) } : {};
  if (!before) return device;
  const { device: updated, report } = drive(rastau, device, now, folder(before));
  assert.equal(report.change, "first");
  return updated;
}

/** Checks that what is in service opens, unless the update closed it. */
export function assertService(rastau, { device, error, closed, report }, now, old) {
  const open = () => rastau.Verifier.open(device.root, device.bundle, { now, state: device.state });
  if (closed) return assert.throws(open, { code: 101 });
  if (!device.bundle) return assert.ok(error);
  const verifier = open();
  const { epoch, version } = verifier.snapshotInfo();
  assert.deepEqual(verifier.damage(), []);
  assert.deepEqual(Buffer.from(verifier.state()), Buffer.from(device.state));
  if (error === undefined) assert.deepEqual([epoch, version], [report.epoch, report.version]);
  else assert.equal(device.bundle, old.bundle);
  verifier.free();
}
