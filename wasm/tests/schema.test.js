// The declarations made from docs/rastau.schema.json: translation, freshness of the build, and rejected schemas.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { schemaTypes, Types } from "../schema.js";

test("the built declarations are those of the schema", () => {
  const built = readFileSync(new URL("../pkg/schema.d.ts", import.meta.url), "utf8");
  assert.ok(built === schemaTypes(), "pkg/schema.d.ts is out of date: run `npm run build`");
});

test("every type is declared once, under a name without a number", () => {
  const names = [...schemaTypes().matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  assert.ok(names.length > 100, `${names.length} types`);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
  assert.deepEqual(names.filter((name) => /\d$/.test(name)), []);
});

test("schemas are translated", () => {
  const cases = [
    ["a string with a pattern", { type: "string", pattern: "\\S" }, "string"],
    ["a nullable integer", { type: ["integer", "null"], minimum: 0 }, "number | null"],
    ["a reference", { $ref: "#/$defs/step", description: "A step." }, "Step"],
    ["a constant object", { const: { article: 22, law: "14-VIII" } }, '{ article: 22; law: "14-VIII" }'],
    ["an enum", { enum: ["a", null] }, '"a" | null'],
    ["described constants", { oneOf: [{ const: "a", description: "First." }, { const: "b" }] }, '\n  | /** First. */ "a"\n  | "b"'],
    ["an array of a union", { type: "array", items: { enum: ["a", "b"] } }, 'Array<"a" | "b">'],
    ["a nullable array", { type: ["array", "null"], items: { type: "string" } }, "string[] | null"],
    ["an array of two or more", { type: "array", minItems: 2, items: { type: "string" } }, "[string, string, ...string[]]"],
    ["a pair", { type: "array", prefixItems: [{ type: "string" }, { type: "boolean" }], minItems: 2, maxItems: 2 }, "[string, boolean]"],
    ["a map", { type: "object", additionalProperties: { type: "string" } }, "{ [name: string]: string | undefined }"],
    ["an object", { type: "object", properties: { a: { type: "string", description: "A." }, "b-c": { type: "null" } }, required: ["a"] }, '{\n  /** A. */\n  a: string;\n  "b-c"?: null;\n}'],
    ["an object of any shape", { type: "object" }, "object"],
    ["a named schema", { enum: ["x"] }, "Named"],
  ];
  const types = new Types({ Named: { enum: ["x"] } });
  for (const [name, schema, expected] of cases) assert.equal(types.typeOf(schema), expected, name);
});

test("a schema that cannot be translated is an error", () => {
  const cases = [
    ["no keyword", {}],
    ["an unknown type", { type: "date" }],
    ["an unknown keyword", { type: "string", minLength: 1 }],
    ["a keyword of another form", { enum: ["a"], items: { type: "string" } }],
    ["a pair with an open end", { type: "array", prefixItems: [{ type: "string" }], minItems: 1 }],
    ["an object with further members", { type: "object", properties: {}, additionalProperties: { type: "string" } }],
  ];
  for (const [name, schema] of cases) assert.throws(() => new Types().typeOf(schema), /cannot translate/, name);
});

test("a comment cannot end early", () => {
  assert.equal(new Types().declare("A", { type: "string", description: "*/ x" }), "/** *\\/ x */\nexport type A = string;\n");
});
