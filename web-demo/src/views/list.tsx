// A list of people: a CSV in, every row verified in the worker, a table, the count of art. 28 and a report out.

import Papa from "papaparse";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";

import { useSpeech, type Lang } from "../i18n";
import { OUTCOME_TONE, Shape } from "../parts/badge";
import { Day } from "../parts/day";
import { save } from "../parts/save";
import { callback, verifier } from "../worker/client";
import type { Row, RowResult } from "../worker/worker";
import type { Loaded } from "./register";

const FIELDS = ["document", "number", "code", "holder", "name", "level", "issued_on", "valid_until"] as const;
type Field = (typeof FIELDS)[number];
const OUTCOMES = ["valid", "invalid", "indeterminate", "unreadable"] as const;
type Outcome = (typeof OUTCOMES)[number];

const MAX_BYTES = 25 * 1024 * 1024;
const PAGE = 50;

/** What the head of a column says, in the languages and habits of this region. */
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

/** Text in UTF-8, or else in Windows-1251, which spreadsheets of this region still write. */
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

/** 05.03.2026 as 2026-03-05; whatever else stays, and is told where it is no date. */
const day = (text: string) => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, "$3-$2-$1");

interface Results {
  rows: RowResult[];
  names: Map<number, string>;
  stopped: boolean;
  total: number;
  /** The language and the register that they were asked in and of. */
  lang: Lang;
  state: Loaded["state"];
}

export function StaffList({ loaded }: { loaded: Loaded }) {
  const said = useSpeech();
  const { w, lang, fill } = said;
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
    if (file.size > MAX_BYTES) return setProblem(w.list.tooBig);
    const { text, encoding } = decoded(await file.arrayBuffer());
    if (text.includes("\0")) return setProblem(w.list.notCsv);
    const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""));
    // Empty rows are no people, but they count: a person looks for the row that a spreadsheet numbers so.
    const filled = parsed.data.map((cells, at) => ({ cells, line: at + 1 })).filter(({ cells }) => cells.some((cell) => cell.trim()));
    const [head, ...rows] = filled;
    if (!head || rows.length === 0) return setProblem(w.list.empty);
    setTable({ file: file.name, head: head.cells, rows, encoding, delimiter: parsed.meta.delimiter === "\t" ? "Tab" : parsed.meta.delimiter });
    setColumns(guess(head.cells));
  };

  // A mistyped name would otherwise leave its column uncompared in silence.
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
      if (document) return { line, input: document };
      const form = FIELDS.filter((field) => field !== "document" && value(row, field) !== "").map((field) => [
        field,
        field === "issued_on" || field === "valid_until" ? day(value(row, field)) : value(row, field),
      ]);
      return { line, input: JSON.stringify(Object.fromEntries(form)) };
    });
    setDone(0);
    try {
      const answered = await verifier.verifyList(rows, { on: on || undefined, lang }, callback((count) => setDone(count)));
      setResults({ rows: answered, names, stopped: answered.length < rows.length, total: rows.length, lang, state: loaded.state });
    } catch {
      setProblem(w.failed);
    }
    setDone(undefined);
  };

  // The answers are those of the register that is loaded, in the language that is chosen, also where either changed meanwhile.
  useEffect(() => {
    if (!results || (results.lang === lang && results.state === loaded.state)) return;
    if (results.stopped) setResults(undefined);
    else void start();
  }, [results, lang, loaded.state]);

  if (loaded.state === null) {
    return (
      <section class="panel">
        <h1>{w.noRegister}</h1>
        <p>{w.noRegisterHelp}</p>
        <a class="button primary" href="#/register">
          {w.loadRegister}
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
      <h1>{w.list.title}</h1>
      <p class="lead">{w.list.lead}</p>
      <p role="alert" class={problem ? "problem" : undefined}>
        {problem}
      </p>
      <section class="panel">
        <div class="actions">
          <label class="button file primary">
            {w.list.choose}
            <input
              type="file"
              accept=".csv,.txt,text/csv"
              onChange={(event) => (void open(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          <button class="button" onClick={() => save("rastau-list.csv", "text/csv", `\ufeff${FIELDS.slice(1).join(";")}\r\n`)}>
            {w.list.example}
          </button>
        </div>
        <p class="quiet">{w.verify.drop}</p>
      </section>
      {table && (
        <section class="panel" aria-labelledby="columns">
          <h2 id="columns">{w.list.columns}</h2>
          <p class="quiet">
            {table.file}. {fill(w.list.encoding, { encoding: table.encoding, delimiter: table.delimiter })}
          </p>
          <div class="pair">
            {FIELDS.map((field) => (
              <label class="field" key={field}>
                <span>{w.list.fields[field]}</span>
                <select
                  name={field}
                  value={columns[field] ?? ""}
                  onChange={(event) => {
                    const at = event.currentTarget.value;
                    setColumns({ ...columns, [field]: at === "" ? undefined : Number(at) });
                  }}
                >
                  <option value="">{w.list.none}</option>
                  {table.head.map((name, at) => (
                    <option key={at} value={at}>
                      {name || `${at + 1}`}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <label class="field">
              <span>{w.verify.day}</span>
              <Day value={on} onValue={setOn} />
            </label>
          </div>
          {notRead.length > 0 && <p class="quiet">{fill(w.list.notRead, { columns: notRead.join(", ") })}</p>}
          {!ready && <p class="problem">{w.list.needNumber}</p>}
          {done === undefined ? (
            <button class="button primary" disabled={!ready || !loaded.state} onClick={start}>
              {fill(w.list.start, { count: said.number(table.rows.length) })}
            </button>
          ) : (
            <div class="actions" role="status">
              <progress max={table.rows.length} value={done} aria-label={w.list.title} />
              <span>{fill(w.list.progress, { done: said.number(done), total: said.number(table.rows.length) })}</span>
              <button class="button" onClick={() => verifier.cancel()}>
                {w.list.cancel}
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
  const said = useSpeech();
  const { w, fill, date, number } = said;
  const [show, setShow] = useState<Outcome | "all">("all");
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<{ key: SortKey; up: boolean }>({ key: "line", up: true });
  const [page, setPage] = useState(0);
  // On paper there is nothing to turn to: a report is printed with every row.
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const done = () => setPrinting(false);
    addEventListener("afterprint", done);
    print();
    return () => removeEventListener("afterprint", done);
  }, [printing]);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date());
  const asked = on || today;
  const name = (row: RowResult) => results.names.get(row.line) ?? "";
  const count = (outcome: Outcome) => results.rows.filter((row) => row.outcome === outcome).length;

  const shown = useMemo(() => {
    // Kazakh letters sort rightly by Kazakh rules only, whatever the language of the page.
    const order = new Intl.Collator("kk", { numeric: true });
    const key = (row: RowResult): string | number =>
      sort.key === "line" ? row.line : sort.key === "name" ? name(row) : (row[sort.key] ?? "");
    const compare = (a: RowResult, b: RowResult) => {
      const [left, right] = [key(a), key(b)];
      const by = typeof left === "number" && typeof right === "number" ? left - right : order.compare(String(left), String(right));
      return (by || a.line - b.line) * (sort.up ? 1 : -1);
    };
    const wanted = search.trim().toLocaleLowerCase();
    return results.rows
      .filter((row) => show === "all" || row.outcome === show)
      .filter((row) => !wanted || `${row.number} ${name(row)} ${row.profession}`.toLocaleLowerCase().includes(wanted))
      .sort(compare);
  }, [results, show, search, sort]);
  const from = Math.min(page, Math.max(0, Math.ceil(shown.length / PAGE) - 1)) * PAGE;

  const csv = () => {
    const head = [w.list.line, w.list.fields.number, w.list.person, w.verify.result, w.list.profession, w.list.until, w.list.reason];
    const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    const body = shown.map((row) =>
      [String(row.line), row.number, name(row), w.list.outcome[row.outcome], row.profession, row.valid_until ?? (row.unlimited ? w.list.unlimited : ""), row.reason].map(safe),
    );
    save(`rastau-${asked}.csv`, "text/csv", `\ufeff${Papa.unparse([head, ...body], { delimiter: ";" })}`);
  };
  const columns: [SortKey, string][] = [
    ["line", w.list.line],
    ["number", w.list.fields.number],
    ["name", w.list.person],
    ["outcome", w.verify.result],
    ["profession", w.list.profession],
    ["valid_until", w.list.until],
  ];
  return (
    <article class="report">
      <h1>{w.list.title}</h1>
      {results.stopped && (
        <p class="problem" role="status">
          {fill(w.list.stopped, { done: number(results.rows.length), total: number(results.total) })}
        </p>
      )}
      <p class="lead" role="status">
        {fill(w.list.art28, { total: number(results.rows.length), valid: number(count("valid")), date: date(asked) })}
      </p>
      <div class="tallies" role="group" aria-label={w.list.filter}>
        <button aria-pressed={show === "all"} onClick={() => (setShow("all"), setPage(0))}>
          <strong>{number(results.rows.length)}</strong> {w.list.all}
        </button>
        {OUTCOMES.map((outcome) => (
          <button key={outcome} aria-pressed={show === outcome} onClick={() => (setShow(outcome), setPage(0))}>
            <Shape tone={OUTCOME_TONE[outcome]} size={20} /> <strong>{number(count(outcome))}</strong> {w.list.outcome[outcome]}
          </button>
        ))}
      </div>
      <Soon rows={results.rows} from={asked} />
      <label class="field no-print">
        <span>{w.list.search}</span>
        <input type="search" value={search} onInput={(event) => (setSearch(event.currentTarget.value), setPage(0))} />
      </label>
      <div class="scroll" tabIndex={0} role="region" aria-label={w.list.title}>
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
              <th scope="col" role="columnheader">{w.list.reason}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {(printing ? shown : shown.slice(from, from + PAGE)).map((row) => (
              <tr key={row.line} role="row">
                <Cell label={w.list.line}>{row.line}</Cell>
                <Cell label={w.list.fields.number} kind="mono">{row.number}</Cell>
                <Cell label={w.list.person}>{name(row)}</Cell>
                <Cell label={w.verify.result} kind="nowrap">
                  <Shape tone={OUTCOME_TONE[row.outcome]} size={18} /> {w.list.outcome[row.outcome]}
                </Cell>
                <Cell label={w.list.profession}>{row.profession}</Cell>
                <Cell label={w.list.until}>
                  {row.valid_until ? date(row.valid_until) : row.unlimited ? w.list.unlimited : ""}
                </Cell>
                <Cell label={w.list.reason}>{row.reason}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="actions no-print">
        <button class="button" disabled={from === 0} onClick={() => setPage(from / PAGE - 1)}>
          {w.list.previous}
        </button>
        <span>
          {fill(w.list.page, { from: number(shown.length ? from + 1 : 0), to: number(Math.min(from + PAGE, shown.length)), total: number(shown.length) })}
        </span>
        <button class="button" disabled={from + PAGE >= shown.length} onClick={() => setPage(from / PAGE + 1)}>
          {w.list.next}
        </button>
      </div>
      <div class="actions no-print">
        <button class="button primary" onClick={csv}>
          {w.list.csv}
        </button>
        <button class="button" onClick={() => setPrinting(true)}>
          {w.list.print}
        </button>
        <button class="button" onClick={onAgain}>
          {w.list.another}
        </button>
      </div>
    </article>
  );
}

/** A cell of a row; on a phone, where rows stand as cards, a line of the card with its own label. */
function Cell({ label, kind, children }: { label: string; kind?: string; children: ComponentChildren }) {
  return (
    <td role="cell" class={kind} data-label={label}>
      {children && <span>{children}</span>}
    </td>
  );
}

/** The valid documents that end within a year, a bar a month. */
function Soon({ rows, from }: { rows: RowResult[]; from: string }) {
  const said = useSpeech();
  const { w, fill, date, month: monthName, count } = said;
  const months = Array.from({ length: 13 }, (_, ahead) => {
    const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
    month.setUTCMonth(month.getUTCMonth() + ahead);
    return month.toISOString().slice(0, 7);
  });
  const ends = (month: string) =>
    rows.filter((row) => row.outcome === "valid" && row.valid_until?.startsWith(month) && row.valid_until >= from).length;
  const bars = months.map((month) => ({ month, ending: ends(month) }));
  const most = Math.max(...bars.map((bar) => bar.ending));
  return (
    <section class="panel" aria-labelledby="soon">
      <h2 id="soon">{w.list.soon}</h2>
      <p class="quiet">{most === 0 ? fill(w.list.soonNone, { date: date(from) }) : w.list.soonLead}</p>
      {most > 0 && (
        <ol class="bars">
          {bars.map(({ month, ending }) => (
            <li key={month} title={`${monthName(month).long}: ${count(w.list.soonCount, ending)}`}>
              <span class="bar-count">{ending || ""}</span>
              <meter class="bar" min={0} max={most} value={ending} aria-label={monthName(month).long} />
              <span aria-hidden="true">{monthName(month).short}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
