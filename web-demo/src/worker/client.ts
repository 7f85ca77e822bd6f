// The page's interface to the worker. A worker that fails is replaced.

import { proxy, wrap, type Remote } from "comlink";

import type { Lang } from "../i18n";
import type { Api, Failure, RegisterState, Result } from "./worker";

type Changed = (state: Result<RegisterState | null>) => void;

/** How many workers in a row may fail before they answer. */
const MAX_FAILURES = 3;

interface Running {
  worker: Worker;
  remote: Remote<Api>;
  /** Rejects when the worker fails. Its answers would never come. */
  failed: Promise<never>;
}

const FIRST_CALLS: (keyof Api)[] = ["start", "update", "refresh"];

let running = run();
let failures = 0;
let restart: (() => void) | undefined;

function run(): Running {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "rastau" });
  const failed = new Promise<never>((_, reject) => {
    const replace = () => {
      reject(new Error("the worker failed"));
      worker.terminate();
      failures += 1;
      if (failures > MAX_FAILURES) return;
      running = run();
      restart?.();
    };
    worker.onerror = worker.onmessageerror = replace;
  });
  failed.catch(() => undefined);
  return { worker, remote: wrap<Api>(worker), failed };
}

async function call(name: keyof Api, args: unknown[]): Promise<unknown> {
  const { remote, failed } = running;
  const method = remote[name] as unknown as (...args: unknown[]) => Promise<unknown>;
  const result = await Promise.race([method(...args), failed]);
  // What every new worker does first does not reset the count: the next call may be what fails. Neither does a failure of an
  // unknown kind, after which the worker is replaced and the page asks again.
  if (!FIRST_CALLS.includes(name) && !(isFailure(result) && result.error.stage === "other")) failures = 0;
  return result;
}

/** The calls of the worker. A call rejects if the worker fails before it answers; the next one is answered by a new worker. */
export const verifier = new Proxy({} as Omit<Remote<Api>, "start">, {
  get: (_, name) => (...args: unknown[]) => call(name as keyof Api, args),
});

/**
 * Opens the stored register, and again in each new worker. `started` receives it each time, and `changed` each later change: an update, or
 * what another window has done.
 */
export function start(lang: Lang, base: string, started: Changed, changed: Changed): void {
  restart = () => {
    call("start", [lang, base, proxy(changed)]).then((state) => started(state as Result<RegisterState | null>), () => undefined);
  };
  restart();
}

/** The result of a call that the worker did not answer. */
export const BROKEN: Failure = { error: { code: 0, stage: "other", message: "the worker failed" } };

export const callback = proxy;

/** Returns whether a result of the worker is an error. */
export function isFailure(result: unknown): result is Failure {
  return typeof result === "object" && result !== null && "error" in result;
}
