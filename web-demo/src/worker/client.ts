// The worker, as the page calls it.

import { proxy, wrap, type Remote } from "comlink";

import type { Api, Failure } from "./worker";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "rastau" });

export const verifier: Remote<Api> = wrap<Api>(worker);
export const callback = proxy;

/** Returns whether a result of the worker is an error. */
export function isFailure(result: unknown): result is Failure {
  return typeof result === "object" && result !== null && "error" in result;
}
