// The age of the register, and the button that looks for a newer one.

import { useState } from "preact/hooks";
import { errorCodes } from "rastau/codes";

import { daysSince, useLocale, type Locale, type Texts } from "../i18n";
import { useRegisterContext } from "../register";
import { isFailure } from "../worker/client";
import type { Failure, Looked, RegisterState, Result } from "../worker/worker";

/** The text for the reason why a bundle was not taken. */
export function reasonOf({ error }: Failure, why: Texts["register"]["why"]): string {
  switch (error.code) {
    case errorCodes.BUNDLE_ROLLBACK:
    case errorCodes.BUNDLE_OTHER_CONTENT:
    case errorCodes.BUNDLE_SEGMENT_VANISHED:
      return why.rollback;
    case errorCodes.BUNDLE_SIGNATURES:
    case errorCodes.BUNDLE_ROLES:
    case errorCodes.BUNDLE_CHAIN:
      return why.signature;
    case errorCodes.BUNDLE_FOREIGN:
      return why.foreign;
    case errorCodes.BUNDLE_ROOT_EXPIRED:
    case errorCodes.BUNDLE_ENDED:
      return why.expired;
    case errorCodes.BUNDLE_MALFORMED:
    case errorCodes.BUNDLE_MIXED_UP:
    case errorCodes.BUNDLE_SEGMENTS:
    case errorCodes.BUNDLE_FILE_TOO_LARGE:
    case errorCodes.JS_PAGE:
      return why.damaged;
    case errorCodes.BUNDLE_NEWER_FORMAT:
      return why.newer;
    case errorCodes.BUNDLE_FILE:
      return why.notBundle;
    default:
      return error.stage === "other" ? why.network : why.damaged;
  }
}

/** How long ago the register was confirmed by its keepers. */
function ageOf({ info }: RegisterState, { t, count }: Locale): string {
  const days = daysSince(info.checked_at);
  if (days <= 0) return t.update.today;
  return days === 1 ? t.update.yesterday : count(t.update.days, days);
}

/** Whether the register is older than its keepers let it become. */
export const isLate = ({ info }: RegisterState) => Date.parse(info.next_update) < Date.now();

/** The date and the age of the register, in the header of every view; it leads to the register. */
export function Age() {
  const locale = useLocale();
  const { loaded, updating } = useRegisterContext();
  const { t, fill, date } = locale;
  const state = loaded.state;
  const percent = updating.running && updating.part !== undefined && updating.part < 1 ? fill(t.update.percent, { percent: Math.floor(updating.part * 100) }) : "";
  const text = state
    ? `${fill(t.registerOf, { date: date(state.info.as_of) })}, ${ageOf(state, locale)}`
    : state === null
      ? t.noRegister
      : t.update.first;
  return (
    <a class={`age${state === null || (state && isLate(state)) ? " late" : ""}`} href="#/register">
      {[text, percent, state && isLate(state) && t.update.late].filter(Boolean).join(" · ")}
    </a>
  );
}

/** The button that looks for a newer register, and what came of it. */
export function UpdateNow({ label }: { label?: string }) {
  const { t } = useLocale();
  const { updating, update } = useRegisterContext();
  const [asked, setAsked] = useState(false);
  const [result, setResult] = useState<Result<Looked>>();
  const press = async () => {
    setAsked(true);
    setResult(undefined);
    setResult(await update());
    setAsked(false);
  };
  return (
    <div class="update no-print">
      <button class="button" disabled={asked} onClick={() => void press()}>
        {label ?? t.update.now}
      </button>
      <span role="status" class={isFailure(result) ? "note bad" : "quiet"}>
        {asked ? t.update.running : result && lookedText(result, t)}
      </span>
      {asked && updating.part !== undefined && <progress value={updating.part} aria-label={t.update.running} />}
    </div>
  );
}

function lookedText(result: Result<Looked>, t: Texts): string {
  if (!isFailure(result)) return t.update.changes[result.change];
  if (result.error.stage === "other") return t.update.unreachable;
  return `${result.closed ? t.register.closed : t.register.refused} ${reasonOf(result, t.register.why)}`;
}
