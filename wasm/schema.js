// The types of everything that is JSON, from the JSON Schema that the Rust types make: `npm run types` writes js/schema.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const here = (path) => new URL(path, import.meta.url);

/** `art22.p1.appeal-window.facts` as the name of a type. */
const typeName = (name) => name.split(/[^A-Za-z0-9]+/).map((part) => part[0].toUpperCase() + part.slice(1)).join("");

export async function schemaTypes() {
  const schema = JSON.parse(readFileSync(here("../docs/rastau.schema.json"), "utf8"));
  const defs = schema.$defs;
  // The generator names a type by its title.
  for (const [name, def] of Object.entries(defs)) def.title = name === "verdict" ? "CoreVerdict" : typeName(name);
  const rules = Object.keys(defs).filter((name) => name.endsWith(".facts")).map((name) => name.slice(0, -6));
  const text = await compile(
    { title: "Everything", type: "object", additionalProperties: false, $defs: defs },
    "Everything",
    { bannerComment: "", unreachableDefinitions: true, additionalProperties: false, unknownAny: true, strictIndexSignatures: true },
  );
  const map = (name, doc, what) =>
    `/** ${doc} */\nexport interface ${name} {\n` +
    rules.map((rule) => `  "${rule}": ${typeName(`${rule}.${what}`)};\n`).join("") + "}\n";
  return [
    "// Generated from docs/rastau.schema.json by `npm run types`. Do not edit.\n",
    text.replace(/export interface Everything \{\}\n/, ""),
    map("RuleFacts", "The facts of every rule, by its id.", "facts"),
    map("RuleResult", "What every rule answers, by its id.", "result"),
  ].join("\n");
}

if (process.argv.includes("--write")) writeFileSync(here("js/schema.ts"), await schemaTypes());
