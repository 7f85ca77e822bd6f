// Makes the TypeScript declarations of everything that is JSON, from the JSON Schema of the Rust types. `build.js` writes them
// to glue/schema.d.ts.

import { readFileSync } from "node:fs";

const SCHEMA = new URL("../docs/rastau.schema.json", import.meta.url);

/** The longest union that stays on one line. */
const MAX_LINE = 140;

/** Keywords that a type does not express: they narrow a value or describe it. */
const IGNORED = ["$comment", "default", "description", "examples", "format", "maximum", "minimum", "pattern", "title", "x-order"];

/** The keywords that `typeOf` translates, by the keyword that decides the form. */
const TRANSLATED = {
  $ref: [],
  const: ["type"],
  enum: [],
  anyOf: [],
  oneOf: [],
  prefixItems: ["type", "minItems", "maxItems"],
  properties: ["type", "required", "additionalProperties"],
  additionalProperties: ["type"],
  items: ["type", "minItems"],
  type: [],
};

const SIMPLE = { string: "string", integer: "number", number: "number", boolean: "boolean", null: "null", object: "object" };

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const indented = (text) => text.replace(/^(?=.)/gm, "  ");
const key = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

/** A JSDoc comment with its line break; empty for a schema without a description. */
function comment({ description }) {
  if (!description) return "";
  const lines = description.replaceAll("*/", "*\\/").split("\n");
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map((line) => ` * ${line}\n`).join("")} */\n`;
}

/** Makes the declarations. A keyword that it cannot translate is an error, so that no constraint gets lost unnoticed. */
export class Types {
  /** `named` holds the schemas that are printed by their name wherever they occur inline. */
  constructor(named = {}) {
    this.named = Object.entries(named);
  }

  /** The type of a schema, without its description. */
  typeOf(schema) {
    const name = this.named.find(([, known]) => same(known, schema))?.[0];
    return name ?? this.inline(schema);
  }

  /** The type of a schema, spelled out. */
  inline(schema) {
    const form = Object.keys(TRANSLATED).find((keyword) => keyword in schema);
    const unknown = Object.keys(schema).filter((keyword) => keyword !== form && ![...(TRANSLATED[form] ?? []), ...IGNORED].includes(keyword));
    if (!form || unknown.length > 0) throw new Error(`cannot translate ${unknown.join(", ") || "a schema without keywords"}: ${JSON.stringify(schema)}`);
    switch (form) {
      case "$ref":
        return schema.$ref.replace("#/$defs/", "").replace(/^./, (first) => first.toUpperCase());
      case "const":
        return this.literal(schema.const);
      case "enum":
        return this.union(schema.enum.map((value) => ({ const: value })));
      case "anyOf":
      case "oneOf":
        return this.union(schema[form]);
      case "prefixItems":
        return this.tuple(schema);
      case "properties":
        return this.object(schema);
      case "additionalProperties":
        return `{ [name: string]: ${this.typeOf(schema.additionalProperties)} | undefined }`;
      case "items":
        return this.array(schema);
      default:
        return [schema.type].flat().map((type) => SIMPLE[type] ?? this.reject(schema)).join(" | ");
    }
  }

  literal(value) {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    return `{ ${Object.entries(value).map(([name, member]) => `${key(name)}: ${this.literal(member)}`).join("; ")} }`;
  }

  union(members) {
    const types = members.map((member) => this.typeOf(member));
    const line = types.join(" | ");
    if (line.length <= MAX_LINE && !members.some(({ description }) => description)) return line;
    return members.map((member, at) => `\n  | ${comment(member).replace("\n", " ")}${indented(types[at]).trimStart()}`).join("");
  }

  tuple(schema) {
    const { prefixItems, minItems, maxItems } = schema;
    if (minItems !== prefixItems.length || maxItems !== prefixItems.length) this.reject(schema);
    return `[${prefixItems.map((item) => this.typeOf(item)).join(", ")}]`;
  }

  array(schema) {
    const item = this.typeOf(schema.items);
    const many = /[|\n{]/.test(item) ? `Array<${item}>` : `${item}[]`;
    const array = schema.minItems ? `[${`${item}, `.repeat(schema.minItems)}...${many}]` : many;
    return [schema.type].flat().includes("null") ? `${array} | null` : array;
  }

  object(schema) {
    if (![undefined, false].includes(schema.additionalProperties)) this.reject(schema);
    const members = Object.entries(schema.properties).map(([name, member]) => {
      const optional = schema.required?.includes(name) ? "" : "?";
      return `${comment(member)}${key(name)}${optional}: ${this.typeOf(member)};\n`;
    });
    const object = `{\n${indented(members.join(""))}}`;
    return [schema.type].flat().includes("null") ? `${object} | null` : object;
  }

  reject(schema) {
    throw new Error(`cannot translate ${JSON.stringify(schema)}`);
  }

  /** An exported declaration. */
  declare(name, schema) {
    const type = this.inline(schema);
    const interfaced = "properties" in schema && type.endsWith("}");
    return `${comment(schema)}export ${interfaced ? `interface ${name} ${type}` : `type ${name} = ${type};`}\n`;
  }
}

/** Splits the results of rules into the members of each rule and those that are the same in all. */
function common(results) {
  const shared = ({ properties: { norm, citation, value, ...rest }, ...schema }) => ({ ...schema, properties: rest });
  const [first, ...others] = Object.values(results).map(shared);
  if (others.some((other) => !same(other, first))) throw new Error("the results of rules differ in more than norm, citation and value");
  return first;
}

/** The text of glue/schema.d.ts. */
export function schemaTypes() {
  const { $defs } = JSON.parse(readFileSync(SCHEMA, "utf8"));
  const ending = (end) =>
    Object.fromEntries(Object.entries($defs).filter(([name]) => name.endsWith(end)).map(([name, schema]) => [name.slice(0, -end.length), schema]));
  const facts = ending(".facts");
  const results = ending(".result");
  const { id, outcome } = $defs.Finding.properties;
  const named = { CheckId: id, FindingOutcome: outcome };
  const types = new Types(named);

  // A definition that only refers to another one is an entry point of the schema and needs no type of its own.
  const defs = Object.entries($defs).filter(([name, schema]) => !name.includes(".") && !same(Object.keys(schema), ["$ref"]));
  const plain = ({ examples, ...schema }) => schema;
  const printed = new Map();
  const factsOf = (rule, schema) => {
    const text = JSON.stringify(plain(schema));
    const known = defs.find(([, def]) => JSON.stringify(def) === text)?.[0] ?? printed.get(text);
    printed.set(text, `RuleFacts["${rule}"]`);
    return known ? `"${rule}": ${known};\n` : `${comment(schema)}"${rule}": ${types.inline(plain(schema))};\n`;
  };
  const { properties, required, ...rest } = common(results);
  const shared = types.inline({ ...rest, properties, required: required.filter((name) => name in properties) });
  const resultOf = (rule, { properties: { norm, citation, value } }) =>
    `"${rule}": ResultOf<${[norm, citation, value].map((schema) => types.typeOf(schema)).join(", ")}>;\n`;
  const mapOf = (name, doc, members) => `/** ${doc} */\nexport interface ${name} {\n${indented(members.join(""))}}\n`;

  return [
    "// Made from docs/rastau.schema.json by `npm run build`. Do not edit.\n",
    "/** The id of a check. */\n" + types.declare("CheckId", named.CheckId),
    "/** The answer of a check or of a rule. */\n" + types.declare("FindingOutcome", named.FindingOutcome),
    ...defs.map(([name, schema]) => types.declare(types.inline({ $ref: `#/$defs/${name}` }), schema)),
    "/** The answer of one rule: its id, the provision that it reads, and what it establishes. */\n" +
      `export interface ResultOf<Norm, Provision, Value> {\n  norm: Norm;\n  citation: Provision;\n  value: Value;${shared.slice(1)}\n`,
    mapOf("RuleFacts", "The facts of every rule, by its id.", Object.entries(facts).map(([rule, schema]) => factsOf(rule, schema))),
    mapOf("RuleResult", "The answer of every rule, by its id.", Object.entries(results).map(([rule, schema]) => resultOf(rule, schema))),
  ].join("\n").replace(/ +$/gm, "");
}

/** The table of error codes as a module and its declarations: names and numbers from the same schema. */
export function errorCodes() {
  const { oneOf } = JSON.parse(readFileSync(SCHEMA, "utf8")).$defs.ErrorCode;
  const doc = "/** The codes of errors by name, the same as in the C library. */\n";
  const member = ({ title, description }) => `  /** ${description} */\n  readonly ${title}: `;
  return {
    module: `${doc}export const errorCodes = Object.freeze({\n${oneOf.map((code) => `  ${code.title}: ${code.const},\n`).join("")}});\n`,
    declarations: `${doc}export declare const errorCodes: {\n${oneOf.map((code) => `${member(code)}${code.const};\n`).join("")}};\n`,
  };
}
