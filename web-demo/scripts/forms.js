// Writes src/forms.json: what a form needs to know of the facts of every rule, from the committed JSON Schema.
// `node scripts/forms.js --check` says whether the committed file is the one that this makes.

import { readFileSync, writeFileSync } from "node:fs";

const here = (path) => new URL(path, import.meta.url);
const defs = JSON.parse(readFileSync(here("../../docs/rastau.schema.json"), "utf8")).$defs;
const named = (ref) => defs[ref.split("/").at(-1)];

/** Whether a fact may be known not to be: there `null` says more than leaving it out. */
const none = (schema) => (schema.$comment ? { none: true } : {});

/** A field: `kind`, and for lists and groups what is in them. `none` where the fact may be known not to be. */
function field(schema) {
  if (schema.$ref) return field(named(schema.$ref));
  if (schema.anyOf) {
    const some = schema.anyOf.filter((one) => one.type !== "null");
    return { ...field(some[0]), ...none(schema) };
  }
  const options = schema.enum ?? schema.oneOf?.map((one) => one.const ?? one.enum?.[0]);
  if (options) return { kind: "choice", options: options.filter((one) => one !== null), ...none(schema) };
  const types = [schema.type].flat();
  const type = types.find((one) => one !== "null");
  if (type === "array") return { kind: "list", of: field(schema.items), ...none(schema) };
  if (type === "object") return { kind: "group", fields: fields(schema), ...none(schema) };
  if (type === "boolean") return { kind: "flag", ...none(schema) };
  if (type === "integer") return { kind: "number", ...none(schema) };
  return { kind: schema.format === "date" ? "date" : "text", ...none(schema) };
}

function fields(schema) {
  const whole = schema.$ref ? named(schema.$ref) : schema;
  // In the order in which a person tells of them.
  return Object.fromEntries((whole["x-order"] ?? []).map((name) => [name, field(whole.properties[name])]));
}

const rules = Object.keys(defs).filter((name) => name.endsWith(".facts"));
const forms = Object.fromEntries(rules.map((name) => [name.slice(0, -6), fields(defs[name])]));
const text = `${JSON.stringify(forms)}\n`;
const path = here("../src/forms.json");
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) throw new Error("src/forms.json is not what the schema makes: node scripts/forms.js");
} else {
  writeFileSync(path, text);
}
