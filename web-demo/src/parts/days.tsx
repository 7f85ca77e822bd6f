// The days of a term on a calendar: the event, skipped days, counted days, the last day.

import { useLocale } from "../i18n";

/** A step of a rule's trace. */
export interface TraceStep {
  why: string;
  on?: string;
}

const SKIPPED = ["holiday", "day-off", "weekend"];
/** A longer term is described by text only. */
const MAX_MONTHS = 3;

const addDay = (day: string) => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

export function Days({ trace, lastDay }: { trace: TraceStep[]; lastDay: string }) {
  const { t, month: monthName, week } = useLocale();
  const start = trace.find((step) => step.why === "event-day-excluded")?.on;
  const skipped = new Set(trace.filter((step) => SKIPPED.includes(step.why)).map((step) => step.on));
  // Without skipped days the term counts months or calendar days, and a calendar would add nothing.
  if (!start || start > lastDay || skipped.size === 0) return null;
  const months: string[] = [];
  for (let month = start.slice(0, 7); month <= lastDay.slice(0, 7) && months.length <= MAX_MONTHS; ) {
    months.push(month);
    month = addMonth(month);
  }
  if (months.length > MAX_MONTHS) return null;
  const kind = (day: string) =>
    day === start ? "start" : day === lastDay ? "last" : skipped.has(day) ? "skipped" : day > start && day < lastDay ? "counted" : "";
  return (
    <figure class="days">
      <figcaption>{t.deadlines.calendar}</figcaption>
      <div class="months">
        {months.map((month) => (
          <table key={month}>
            <caption>{monthName(month).long}</caption>
            <thead>
              <tr>
                {week.map((name, at) => (
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks(month).map((days, at) => (
                <tr key={at}>
                  {days.map((day, column) => {
                    const what = day ? kind(day) : "";
                    return (
                      <td key={column} class={what || undefined}>
                        {day && Number(day.slice(8))}
                        {what && <span class="hidden"> {t.deadlines.legend[what]}</span>}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <ul class="legend" aria-hidden="true">
        {(["start", "counted", "skipped", "last"] as const).map((what) => (
          <li key={what}>
            <span class={what} /> {t.deadlines.legend[what]}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function addMonth(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
}

/** The days of a month in weeks from Monday, with `undefined` before the first day. */
function weeks(month: string): (string | undefined)[][] {
  const days: (string | undefined)[] = [];
  const first = new Date(`${month}-01T00:00:00Z`);
  for (let gap = (first.getUTCDay() + 6) % 7; gap > 0; gap -= 1) days.push(undefined);
  for (let day = `${month}-01`; day.startsWith(month); day = addDay(day)) days.push(day);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, at) => days.slice(at * 7, at * 7 + 7));
}
