// The committed types are the ones that the schema makes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { schemaTypes } from "../schema.js";

test("js/schema.ts is what docs/rastau.schema.json makes", async () => {
  const committed = readFileSync(new URL("../js/schema.ts", import.meta.url), "utf8");
  assert.ok(committed === (await schemaTypes()), "run `npm run types` and read the difference");
});
