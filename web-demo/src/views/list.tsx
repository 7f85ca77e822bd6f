// A list of people: reads a CSV file, verifies every row in the worker, and shows a table, the count of art. 28 and a report.

import Papa from "papaparse";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";

import { today, useLocale, type Lang } from "../i18n";
import { OUTCOME_TONE, Shape } from "../parts/badge";
import { Day } from "../parts/day";
import { save } from "../parts/save";
import { callback, verifier } from "../worker/client";
import type { Row, RowOutcome, RowResult } from "../worker/worker";
import type { Loaded } from "./register";

const FIELDS = ["document", "number", "code", "holder", "name", "level", "issued_on", "valid_until"] as const;
type Field = (typeof FIELDS)[number];
const OUTCOMES: RowOutcome[] = ["valid", "invalid", "indeterminate", "unreadable", "repeated"];

const MAX_BYTES = 25 * 1024 * 1024;
const PAGE = 50;

/** Column headings, in the languages and habits of the region. */
const HEADS: Record<Field, RegExp> = {
  document: /^(document|документ|құжат)$/i,
  number: /number|номер|нөмір|^№/i,
  code: /code|код/i,
  holder: /holder|iin|иин|жсн/i,
  name: /name|имя|фио|ф\.и\.о|аты/i,
  level: /level|уровень|деңгей/i,
  issued_on: /issued|выдан|берілген/i,
  valid_until: /until|valid|действ|жарамды/i,
};

interface Table {
  file: string;
  head: string[];
  rows: { cells: string[]; line: number }[];
  encoding: string;
  delimiter: string;
}

/** Decodes text as UTF-8, else as Windows-1251, which spreadsheets in the region still write. */
function decoded(bytes: ArrayBuffer): { text: string; encoding: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1251").decode(bytes), encoding: "Windows-1251" };
  }
}

function guess(head: string[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const exact = head.findIndex((name) => name.trim().toLowerCase() === field);
    const at = exact >= 0 ? exact : head.findIndex((name) => HEADS[field].test(name.trim()));
    if (at >= 0 && !Object.values(columns).includes(at)) columns[field] = at;
  }
  return columns;
}

/** Rewrites 05.03.2026 as 2026-03-05. Other text is unchanged; the verifier reports it if it is not a date. */
const day = (text: string) => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, "$3-$2-$1");

interface Results {
  rows: RowResult[];
  names: Map<number, string>;
  stopped: boolean;
  total: number;
  /** The language and the register of the answers. */
  lang: Lang;
  state: Loaded["state"];
}

export function StaffList({ loaded }: { loaded: Loaded }) {
  const locale = useLocale();
  const { t, lang, fill } = locale;
  const [table, setTable] = useState<Table>();
  const [columns, setColumns] = useState<Partial<Record<Field, number>>>({});
  const [on, setOn] = useState("");
  const [done, setDone] = useState<number>();
  const [results, setResults] = useState<Results>();
  const [problem, setProblem] = useState("");

  const open = async (file: File | undefined) => {
    if (!file) return;
    setResults(undefined);
    setTable(undefined);
    setProblem("");
    if (file.size > MAX_BYTES) return setProblem(t.list.tooBig);
    const { text, encoding } = decoded(await file.arrayBuffer());
    if (text.includes("\0")) return setProblem(t.list.notCsv);
    const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""));
    // Empty rows are skipped but counted, so that line numbers are those of the spreadsheet.
    const filled = parsed.data.map((cells, at) => ({ cells, line: at + 1 })).filter(({ cells }) => cells.some((cell) => cell.trim()));
    const [head, ...rows] = filled;
    if (!head || rows.length === 0) return setProblem(t.list.empty);
    setTable({ file: file.name, head: head.cells, rows, encoding, delimiter: parsed.meta.delimiter === "\t" ? "Tab" : parsed.meta.delimiter });
    setColumns(guess(head.cells));
  };

  // Reported to the user: a column with a mistyped heading would otherwise be ignored silently.
  const notRead = table?.head.filter((name, at) => name !== "" && !Object.values(columns).includes(at)) ?? [];
  const ready = columns.number !== undefined || columns.document !== undefined;
  const start = async () => {
    if (!table) return;
    const value = (row: string[], field: Field) => {
      const at = columns[field];
      return at === undefined ? "" : (row[at] ?? "").trim();
    };
    const names = new Map<number, string>();
    const rows = table.rows.map(({ cells: row, line }): Row => {
      names.set(line, value(row, "name"));
      const document = value(row, "document");
      const form = FIELDS.filter((field) => field !== "document" && value(row, field) !== "").map((field) => [
        field,
        field === "issued_on" || field === "valid_until" ? day(value(row, field)) : value(row, field),
      ]);
      const fields = Object.fromEntries(form);
      const statesHolder = value(row, "holder") !== "";
      return document ? { line, input: document, beside: fields, statesHolder } : { line, input: JSON.stringify(fields), statesHolder };
    });
    setDone(0);
    try {
      const rowResults = await verifier.verifyList(rows, { on: on || undefined, lang }, callback((count) => setDone(count)));
      setResults({ rows: rowResults, names, stopped: rowResults.length < rows.length, total: rows.length, lang, state: loaded.state });
    } catch {
      setProblem(t.failed);
    }
    setDone(undefined);
  };

  // Verifies again when the register or the language has changed, so that the answers belong to both.
  useEffect(() => {
    if (!results || (results.lang === lang && results.state === loaded.state)) return;
    if (results.stopped) setResults(undefined);
    else void start();
  }, [results, lang, loaded.state]);

  if (loaded.state === null) {
    return (
      <section class="panel">
        <h1>{t.noRegister}</h1>
        <p>{t.noRegisterHelp}</p>
        <a class="button primary" href="#/register">
          {t.loadRegister}
        </a>
      </section>
    );
  }
  if (results) return <Report results={results} on={on} onAgain={() => (setResults(undefined), setTable(undefined))} />;
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), void open(event.dataTransfer?.files[0]))}
    >
      <h1>{t.list.title}</h1>
      <p class="lead">{t.list.lead}</p>
      <p role="alert" class={problem ? "problem" : undefined}>
        {problem}
      </p>
      <section class="panel">
        <div class="actions">
          <label class="button file primary">
            {t.list.choose}
            <input
              type="file"
              accept=".csv,.txt,text/csv"
              onChange={(event) => (void open(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          <button class="button" onClick={() => save("rastau-list.csv", "text/csv", `\ufeff${FIELDS.slice(1).join(";")}\r\n`)}>
            {t.list.example}
          </button>
        </div>
        <p class="quiet">{t.verify.drop}</p>
      </section>
      {table && (
        <section class="panel" aria-labelledby="columns">
          <h2 id="columns">{t.list.columns}</h2>
          <p class="quiet">
            {table.file}. {fill(t.list.encoding, { encoding: table.encoding, delimiter: table.delimiter })}
          </p>
          <div class="pair">
            {FIELDS.map((field) => (
              <label class="field" key={field}>
                <span>{t.list.fields[field]}</span>
                <select
                  name={field}
                  value={columns[field] ?? ""}
                  onChange={(event) => {
                    const at = event.currentTarget.value;
                    setColumns({ ...columns, [field]: at === "" ? undefined : Number(at) });
                  }}
                >
                  <option value="">{t.list.none}</option>
                  {table.head.map((name, at) => (
                    <option key={at} value={at}>
                      {name || `${at + 1}`}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <label class="field">
              <span>{t.verify.day}</span>
              <Day value={on} onValue={setOn} />
            </label>
          </div>
          {notRead.length > 0 && <p class="quiet">{fill(t.list.notRead, { columns: notRead.join(", ") })}</p>}
          {!ready && <p class="problem">{t.list.needNumber}</p>}
          {done === undefined ? (
            <button class="button primary" disabled={!ready || !loaded.state} onClick={start}>
              {fill(t.list.start, { count: locale.number(table.rows.length) })}
            </button>
          ) : (
            <div class="actions" role="status">
              <progress max={table.rows.length} value={done} aria-label={t.list.title} />
              <span>{fill(t.list.progress, { done: locale.number(done), total: locale.number(table.rows.length) })}</span>
              <button class="button" onClick={() => verifier.cancel()}>
                {t.list.cancel}
              </button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

type SortKey = "line" | "number" | "name" | "outcome" | "profession" | "valid_until";

function Report({ results, on, onAgain }: { results: Results; on: string; onAgain(): void }) {
  const { t, fill, date, number } = useLocale();
  const [show, setShow] = useState<RowOutcome | "all">("all");
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<{ key: SortKey; up: boolean }>({ key: "line", up: true });
  const [page, setPage] = useState(0);
  // A printed report has every row, not only the current page of the table.
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const done = () => setPrinting(false);
    addEventListener("afterprint", done);
    print();
    return () => removeEventListener("afterprint", done);
  }, [printing]);
  const reportDay = on || today();
  const name = (row: RowResult) => results.names.get(row.line) ?? "";
  const count = (outcome: RowOutcome) => results.rows.filter((row) => row.outcome === outcome).length;
  // Two rows of one person are one person (art. 28).
  const people = results.rows.filter((row) => !row.repeats?.samePerson).length;
  const reason = ({ repeats, reason }: RowResult) =>
    repeats ? fill(repeats.samePerson ? t.list.repeatedRow : t.list.repeatedDocument, { line: number(repeats.line) }) : reason;

  const shown = useMemo(() => {
    // Only the Kazakh collation sorts Kazakh letters correctly, whatever the language of the page.
    const order = new Intl.Collator("kk", { numeric: true });
    const key = (row: RowResult): string | number =>
      sort.key === "line" ? row.line : sort.key === "name" ? name(row) : (row[sort.key] ?? "");
    const compare = (a: RowResult, b: RowResult) => {
      const [left, right] = [key(a), key(b)];
      const by = typeof left === "number" && typeof right === "number" ? left - right : order.compare(String(left), String(right));
      return (by || a.line - b.line) * (sort.up ? 1 : -1);
    };
    const term = search.trim().toLocaleLowerCase();
    return results.rows
      .filter((row) => show === "all" || row.outcome === show)
      .filter((row) => !term || `${row.number} ${name(row)} ${row.profession}`.toLocaleLowerCase().includes(term))
      .sort(compare);
  }, [results, show, search, sort]);
  const from = Math.min(page, Math.max(0, Math.ceil(shown.length / PAGE) - 1)) * PAGE;

  const csv = () => {
    const head = [t.list.line, t.list.fields.number, t.list.person, t.verify.result, t.list.profession, t.list.until, t.list.reason];
    const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    const body = shown.map((row) =>
      [String(row.line), row.number, name(row), t.list.outcome[row.outcome], row.profession, row.valid_until ?? (row.unlimited ? t.list.unlimited : ""), reason(row)].map(safe),
    );
    save(`rastau-${reportDay}.csv`, "text/csv", `\ufeff${Papa.unparse([head, ...body], { delimiter: ";" })}`);
  };
  const columns: [SortKey, string][] = [
    ["line", t.list.line],
    ["number", t.list.fields.number],
    ["name", t.list.person],
    ["outcome", t.verify.result],
    ["profession", t.list.profession],
    ["valid_until", t.list.until],
  ];
  return (
    <article class="report">
      <h1>{t.list.title}</h1>
      {results.stopped && (
        <p class="problem" role="status">
          {fill(t.list.stopped, { done: number(results.rows.length), total: number(results.total) })}
        </p>
      )}
      <p class="lead" role="status">
        {fill(t.list.art28, { total: number(people), valid: number(count("valid")), date: date(reportDay) })}
      </p>
      <div class="tallies" role="group" aria-label={t.list.filter}>
        <button aria-pressed={show === "all"} onClick={() => (setShow("all"), setPage(0))}>
          <strong>{number(results.rows.length)}</strong> {t.list.all}
        </button>
        {OUTCOMES.map((outcome) => (
          <button key={outcome} aria-pressed={show === outcome} onClick={() => (setShow(outcome), setPage(0))}>
            <Shape tone={OUTCOME_TONE[outcome]} size={20} /> <strong>{number(count(outcome))}</strong> {t.list.outcome[outcome]}
          </button>
        ))}
      </div>
      <Soon rows={results.rows} from={reportDay} />
      <label class="field no-print">
        <span>{t.list.search}</span>
        <input type="search" value={search} onInput={(event) => (setSearch(event.currentTarget.value), setPage(0))} />
      </label>
      <div class="scroll" tabIndex={0} role="region" aria-label={t.list.title}>
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(([key, label]) => (
                <th key={key} scope="col" role="columnheader" aria-sort={sort.key === key ? (sort.up ? "ascending" : "descending") : undefined}>
                  <button onClick={() => setSort({ key, up: sort.key === key ? !sort.up : true })}>
                    {label} <span aria-hidden="true">{sort.key === key ? (sort.up ? "▲" : "▼") : ""}</span>
                  </button>
                </th>
              ))}
              <th scope="col" role="columnheader">{t.list.reason}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {(printing ? shown : shown.slice(from, from + PAGE)).map((row) => (
              <tr key={row.line} role="row">
                <Cell label={t.list.line}>{row.line}</Cell>
                <Cell label={t.list.fields.number} kind="mono">{row.number}</Cell>
                <Cell label={t.list.person}>{name(row)}</Cell>
                <Cell label={t.verify.result} kind="nowrap">
                  <Shape tone={OUTCOME_TONE[row.outcome]} size={18} /> {t.list.outcome[row.outcome]}
                </Cell>
                <Cell label={t.list.profession}>{row.profession}</Cell>
                <Cell label={t.list.until}>
                  {row.valid_until ? date(row.valid_until) : row.unlimited ? t.list.unlimited : ""}
                </Cell>
                <Cell label={t.list.reason}>{reason(row)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="actions no-print">
        <button class="button" disabled={from === 0} onClick={() => setPage(from / PAGE - 1)}>
          {t.list.previous}
        </button>
        <span>
          {fill(t.list.page, { from: number(shown.length ? from + 1 : 0), to: number(Math.min(from + PAGE, shown.length)), total: number(shown.length) })}
        </span>
        <button class="button" disabled={from + PAGE >= shown.length} onClick={() => setPage(from / PAGE + 1)}>
          {t.list.next}
        </button>
      </div>
      <div class="actions no-print">
        <button class="button primary" onClick={csv}>
          {t.list.csv}
        </button>
        <button class="button" onClick={() => setPrinting(true)}>
          {t.list.print}
        </button>
        <button class="button" onClick={onAgain}>
          {t.list.another}
        </button>
      </div>
    </article>
  );
}

/** A cell of a row. On a phone rows are shown as cards, and a cell is a line of the card with its own label. */
function Cell({ label, kind, children }: { label: string; kind?: string; children: ComponentChildren }) {
  return (
    <td role="cell" class={kind} data-label={label}>
      {children && <span>{children}</span>}
    </td>
  );
}

/** The valid documents that expire within a year, one bar for each month. */
function Soon({ rows, from }: { rows: RowResult[]; from: string }) {
  const { t, fill, date, month: monthName, count } = useLocale();
  const months = Array.from({ length: 13 }, (_, ahead) => {
    const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
    month.setUTCMonth(month.getUTCMonth() + ahead);
    return month.toISOString().slice(0, 7);
  });
  const ends = (month: string) =>
    rows.filter((row) => row.outcome === "valid" && row.valid_until?.startsWith(month) && row.valid_until >= from).length;
  const bars = months.map((month) => ({ month, ending: ends(month) }));
  const highest = Math.max(...bars.map((bar) => bar.ending));
  return (
    <section class="panel" aria-labelledby="soon">
      <h2 id="soon">{t.list.soon}</h2>
      <p class="quiet">{highest === 0 ? fill(t.list.soonNone, { date: date(from) }) : t.list.soonLead}</p>
      {highest > 0 && (
        <ol class="bars">
          {bars.map(({ month, ending }) => (
            <li key={month} title={`${monthName(month).long}: ${count(t.list.soonCount, ending)}`}>
              <span class="bar-count">{ending || ""}</span>
              <meter class="bar" min={0} max={highest} value={ending} aria-label={monthName(month).long} />
              <span aria-hidden="true">{monthName(month).short}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
