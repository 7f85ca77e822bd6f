// The register of the page: what is open, and the updates that keep it current.

import { createContext } from "preact";
import { useCallback, useContext, useEffect, useReducer, useRef } from "preact/hooks";

import type { Lang } from "./i18n";
import { BROKEN, callback, isFailure, start, verifier } from "./worker/client";
import type { Failure, Looked, RegisterState, Result } from "./worker/worker";

/** How often a newer register is looked for, and how soon again after that failed, in milliseconds. */
const [DAY, HOUR] = [24 * 60 * 60_000, 60 * 60_000];
/** How often the page sees whether it is time, in milliseconds. */
const TICK = 10 * 60_000;

/** The open register. `state` is `undefined` while it is being opened or fetched for the first time, and `null` where there is none. */
export interface Loaded {
  state: RegisterState | null | undefined;
  failure?: Failure;
}

/** An update in progress, and why the last one failed. */
export interface Updating {
  running: boolean;
  /** The part of the file that has arrived, from 0 to 1, where the server states its size. */
  part?: number;
  failure?: Failure;
}

export interface Register {
  loaded: Loaded;
  updating: Updating;
  /** Looks for a newer register because a user asked for it. */
  update(): Promise<Result<Looked>>;
  /** Shows what a call of the worker has opened or removed. */
  show(loaded: Loaded): void;
}

type Change =
  | { kind: "show"; loaded: Loaded }
  | { kind: "looking" }
  | { kind: "received"; part: number }
  | { kind: "looked"; result: Result<Looked> };

type Shown = Pick<Register, "loaded" | "updating">;

/** The next state of what is shown. */
export function next(shown: Shown, change: Change): Shown {
  switch (change.kind) {
    case "show":
      return { ...shown, loaded: change.loaded };
    case "looking":
      return { ...shown, updating: { ...shown.updating, running: true } };
    case "received":
      return { ...shown, updating: { ...shown.updating, running: true, part: change.part } };
    case "looked": {
      const failure = isFailure(change.result) ? change.result : undefined;
      // A first register that did not come is none; one that is open stays.
      const loaded = shown.loaded.state === undefined || (failure?.closed ?? false) ? { state: null, ...(failure && { failure }) } : shown.loaded;
      return { loaded, updating: { running: false, ...(failure && { failure }) } };
    }
  }
}

const resultOf = (state: Result<RegisterState | null>): Loaded => (isFailure(state) ? { state: null, failure: state } : { state });

/** Opens the register, and looks for a newer one at the start, daily, and when the network returns. */
export function useRegister(lang: Lang): Register {
  const [shown, change] = useReducer(next, { loaded: { state: undefined }, updating: { running: false } });
  const latest = useRef({ lang, due: 0 });
  latest.current.lang = lang;

  const look = useCallback(async (isAsked: boolean): Promise<Result<Looked>> => {
    change({ kind: "looking" });
    latest.current.due = Date.now() + HOUR;
    const progress = callback((received: number, expected: number | undefined) => {
      if (expected !== undefined) change({ kind: "received", part: Math.min(received / expected, 1) });
    });
    const result = await verifier.update(isAsked, latest.current.lang, progress).catch(() => BROKEN);
    if (!isFailure(result)) latest.current.due = Date.now() + DAY;
    change({ kind: "looked", result });
    return result;
  }, []);
  const show = useCallback((loaded: Loaded) => change({ kind: "show", loaded }), []);

  useEffect(() => {
    const started = (state: Result<RegisterState | null>) => {
      // Until the first register has come, there is not yet none.
      if (state !== null) show(resultOf(state));
      // A device whose register is damaged asks its user.
      if (!isFailure(state) || state.error.stage !== "storage") void look(false);
    };
    start(latest.current.lang, new URL(".", location.href).href, started, (state) => show(resultOf(state)));
    const lookIfDue = () => {
      if (Date.now() >= latest.current.due) void look(false);
    };
    const online = () => void look(false);
    // What is on the screen is from the register of the last question, which another window may have replaced since.
    const shown = () => {
      if (document.visibilityState !== "visible") return;
      verifier.refresh(latest.current.lang).catch(() => undefined);
      lookIfDue();
    };
    const timer = setInterval(lookIfDue, TICK);
    addEventListener("online", online);
    document.addEventListener("visibilitychange", shown);
    return () => {
      clearInterval(timer);
      removeEventListener("online", online);
      document.removeEventListener("visibilitychange", shown);
    };
  }, []);

  return { ...shown, update: useCallback(() => look(true), []), show };
}

export const RegisterContext = createContext<Register | undefined>(undefined);

export function useRegisterContext(): Register {
  const register = useContext(RegisterContext);
  if (!register) throw new Error("no register");
  return register;
}
