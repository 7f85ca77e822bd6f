// The page's side of the worker.

import { proxy, wrap, type Remote } from "comlink";

import type { Api, Refusal } from "./worker";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "rastau" });

export const verifier: Remote<Api> = wrap<Api>(worker);
export const callback = proxy;

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
