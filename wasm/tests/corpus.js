// Reads the corpus that every binding replays: questions, bundles, and the exact answers.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const CORPUS = fileURLToPath(new URL("../../tests/corpus/", import.meta.url));

const bytes = (path) => new Uint8Array(readFileSync(CORPUS + path));
const text = (path) => readFileSync(CORPUS + path, "utf8");
const json = (path) => JSON.parse(text(path));

/** Every case: the question, the input, and the expected line. */
export function cases() {
  return readdirSync(`${CORPUS}cases`).sort().map((name) => {
    const at = `cases/${name}/`;
    const question = json(`${at}case.json`);
    return {
      name,
      input: text(`${at}input.txt`),
      expected: text(`${at}expected.json`).trimEnd(),
      root: [...bytes(question.root)],
      bundle: question.bundle,
      options: {
        now: question.now,
        accept: question.accept,
        ...(question.grace === undefined ? {} : { grace: question.grace }),
        ...(question.state === null ? {} : { state: [...bytes(question.state)] }),
      },
      question: { now: question.now, ...(question.on === null ? {} : { on: question.on }) },
    };
  });
}

/** The facts and answers of every rule, line by line. */
export function ruleLines() {
  return readdirSync(`${CORPUS}rules`).sort().map((id) => ({
    id,
    facts: text(`rules/${id}/facts.jsonl`).trimEnd().split("\n"),
    answers: text(`rules/${id}/answers.jsonl`).trimEnd().split("\n"),
  }));
}

const bundles = new Map();

/** A bundle of the corpus as one file. Most of them are folders, which a browser cannot open. */
export function bundle(path) {
  if (!bundles.has(path)) {
    bundles.set(path, statSync(CORPUS + path).isDirectory() ? packed(path) : bytes(path));
  }
  return bundles.get(path);
}

const PAGE = 4096;
const align = (offset) => Math.ceil(offset / PAGE) * PAGE;

/** The files of a published folder, by name. */
export function filesOf(folder) {
  const names = readdirSync(CORPUS + folder, { recursive: true })
    .filter((name) => statSync(`${CORPUS}${folder}/${name}`).isFile());
  return new Map(names.map((name) => [name, bytes(`${folder}/${name}`)]));
}

/** Every update: its name and its transcript. */
export function updates() {
  return readdirSync(`${CORPUS}updates`).sort().map((file) => ({ name: file.replace(/\.json$/, ""), ...json(`updates/${file}`) }));
}

const packed = (folder) => pack(filesOf(folder));

/** Packs files into the single-file format of docs/formats.md. */
export function pack(files) {
  const parts = [...files].map(([name, content]) => ({ name, content }));
  let offset = align(12 + 64 * 1024);
  const index = [head(4, parts.length)];
  for (const part of parts) {
    part.offset = offset;
    const name = new TextEncoder().encode(part.name);
    index.push(head(4, 3), head(3, name.length), name, head(0, part.offset), head(0, part.content.length));
    offset = align(offset + part.content.length);
  }
  const packedIndex = Buffer.concat(index);
  const file = new Uint8Array(parts.length ? parts.at(-1).offset + parts.at(-1).content.length : offset);
  file.set(new TextEncoder().encode("RASTAUB1"));
  new DataView(file.buffer).setUint32(8, packedIndex.length);
  file.set(packedIndex, 12);
  for (const part of parts) file.set(part.content, part.offset);
  return file;
}

/** The head of a CBOR item: major type and argument (RFC 8949, section 3). */
function head(major, argument) {
  const type = major << 5;
  if (argument < 24) return Uint8Array.of(type | argument);
  if (argument < 0x100) return Uint8Array.of(type | 24, argument);
  if (argument < 0x10000) return Uint8Array.of(type | 25, argument >> 8, argument & 255);
  const head = new Uint8Array(5);
  head[0] = type | 26;
  new DataView(head.buffer).setUint32(1, argument);
  return head;
}
