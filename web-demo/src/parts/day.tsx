// A day to choose. A browser shows it in the order of its own language, so that the page says it once more in the chosen one.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useSpeech } from "../i18n";

interface DayProps {
  value: string;
  onValue(value: string): void;
  name?: string;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/**
 * Stands inside a label. While a year is typed it is 0002, 0020 and 0202: none of these is the day that is meant, and none can be
 * sent; whoever leaves the field sees in it what counts.
 */
export function Day({ value, onValue, min = "1800-01-01", max = "9999-12-31", ...rest }: DayProps): JSX.Element {
  const { date } = useSpeech();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const type = (day: string) => {
    setTyped(day);
    if (day === "" || day >= "1800") onValue(day);
  };
  return (
    <>
      <input
        type="date"
        autoComplete="off"
        value={typed}
        min={min}
        max={max}
        {...rest}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => setTyped(value)}
      />
      {/^\d{4}-\d\d-\d\d$/.test(value) && <small>{date(value)}</small>}
    </>
  );
}
