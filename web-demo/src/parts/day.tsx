// A date input. The browser formats it in its own language, so the date is repeated below in the language of the page.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useLocale } from "../i18n";

interface DayProps {
  value: string;
  onValue(value: string): void;
  name?: string;
  min?: string;
  max?: string;
  disabled?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | undefined;
}

/**
 * A date input, for use inside a label. While a year is typed, the input's value goes through 0002, 0020 and 0202; these are not
 * reported. On blur the input shows the last reported day again.
 */
export function Day({ value, onValue, min = "1800-01-01", max = "9999-12-31", ...rest }: DayProps): JSX.Element {
  const { date } = useLocale();
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
