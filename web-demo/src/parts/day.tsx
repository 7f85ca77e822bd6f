// A day to choose. A browser shows it in the order of its own language, so that the page says it once more in the chosen one.

import type { JSX } from "preact";

import { useSpeech } from "../i18n";

interface DayProps {
  value: string;
  onValue(value: string): void;
  name?: string;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/** Stands inside a label. */
export function Day({ value, onValue, max = "9999-12-31", ...rest }: DayProps): JSX.Element {
  const { date } = useSpeech();
  return (
    <>
      <input type="date" autoComplete="off" value={value} max={max} {...rest} onInput={(event) => onValue(event.currentTarget.value)} />
      {/^\d{4}-\d\d-\d\d$/.test(value) && <small>{date(value)}</small>}
    </>
  );
}
