// Writes src/forms.json, the fields of a form for the facts of every rule, from the committed JSON Schema. `npm run build`
// and `npm run dev` run it first. The file is not committed.

import { readFileSync, writeFileSync } from "node:fs";

const here = (path) => new URL(path, import.meta.url);
const defs = JSON.parse(readFileSync(here("../../docs/rastau.schema.json"), "utf8")).$defs;
const named = (ref) => defs[ref.split("/").at(-1)];

/** Marks a fact for which `null` means that there is none, while an omitted fact is unknown. */
const nullable = (schema) => (schema.$comment ? { nullable: true } : {});

/** A field: its `kind`, for lists and groups what they contain, and `nullable`. */
function field(schema) {
  if (schema.$ref) return field(named(schema.$ref));
  if (schema.anyOf) {
    const present = schema.anyOf.filter((one) => one.type !== "null");
    return { ...field(present[0]), ...nullable(schema) };
  }
  const options = schema.enum ?? schema.oneOf?.map((one) => one.const ?? one.enum?.[0]);
  if (options) return { kind: "choice", options: options.filter((one) => one !== null), ...nullable(schema) };
  const types = [schema.type].flat();
  const type = types.find((one) => one !== "null");
  if (type === "array") return { kind: "list", of: field(schema.items), ...nullable(schema) };
  if (type === "object") return { kind: "group", fields: fields(schema), ...nullable(schema) };
  if (type === "boolean") return { kind: "flag", ...nullable(schema) };
  if (type === "integer") return { kind: "number", ...nullable(schema) };
  return { kind: schema.format === "date" ? "date" : "text", ...nullable(schema) };
}

function fields(schema) {
  const group = schema.$ref ? named(schema.$ref) : schema;
  // In the order of the Rust type, which is the order for a form.
  return Object.fromEntries((group["x-order"] ?? []).map((name) => [name, field(group.properties[name])]));
}

const rules = Object.keys(defs).filter((name) => name.endsWith(".facts"));
const forms = Object.fromEntries(rules.map((name) => [name.slice(0, -6), fields(defs[name])]));
writeFileSync(here("../src/forms.json"), `${JSON.stringify(forms)}\n`);
