// Loading the module in a browser, with an initialiser of the test.

import assert from "node:assert/strict";
import { test } from "node:test";

import { loader } from "../pkg/load.js";

test("the module is initialised once, from the given source", async () => {
  const calls = [];
  const load = loader(async (options) => void calls.push(options));
  await Promise.all([load("module.wasm"), load()]);
  await load();
  assert.deepEqual(calls, [{ module_or_path: "module.wasm" }]);
});

test("a failed load is retried", async () => {
  const calls = [];
  const load = loader(async (options) => {
    calls.push(options);
    if (calls.length === 1) throw new Error("no connection");
  });
  await assert.rejects(load(), /no connection/);
  await load();
  assert.deepEqual(calls, [undefined, undefined]);
});
