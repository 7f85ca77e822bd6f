// A list of people: reads a table, verifies every row in the worker, and shows a table, the count of art. 28 and a report.

import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ListField, TableColumn, TableInfo } from "rastau/lists";

import { today, useLocale, type Lang, type Locale, type Texts } from "../i18n";
import { OUTCOME_TONE, Shape } from "../parts/badge";
import { Day } from "../parts/day";
import { NoRegister } from "../parts/none";
import { save } from "../parts/save";
import { UpdateNow } from "../parts/update";
import type { Loaded } from "../register";
import { callback, isFailure, verifier } from "../worker/client";
import type { Failure, OpenedList, RowOutcome, RowResult } from "../worker/worker";

const OUTCOMES: RowOutcome[] = ["valid", "invalid", "indeterminate", "unreadable", "repeated"];
/** The columns of the example. */
const EXAMPLE = ["number", "code", "holder", "name", "level", "issued_on", "valid_until"] as const;

const MAX_BYTES = 64 * 1024 * 1024;
const PAGE = 50;

/** What the user chose for a file. */
interface Chosen {
  file: File;
  sheet?: string;
  columns: Partial<Record<ListField, string | null>>;
}

interface Results {
  rows: RowResult[];
  stopped: boolean;
  total: number;
  /** The language and the register of the answers. */
  lang: Lang;
  state: Loaded["state"];
}

export function StaffList({ loaded }: { loaded: Loaded }) {
  const locale = useLocale();
  const { t, lang, fill } = locale;
  const [chosen, setChosen] = useState<Chosen>();
  const [list, setList] = useState<OpenedList>();
  const [sheets, setSheets] = useState<string[]>([]);
  const [on, setOn] = useState("");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<number>();
  const [results, setResults] = useState<Results>();
  const [problem, setProblem] = useState("");

  const failed: Failure = { error: { code: 0, stage: "other", message: t.failed } };

  const open = async (next: Chosen) => {
    setChosen(next);
    setResults(undefined);
    setProblem("");
    if (next.file.size > MAX_BYTES) return setProblem(t.list.tooBig);
    setBusy(true);
    const opened = await verifier
      .openList(next.file, { columns: next.columns, lang, ...(next.sheet !== undefined && { sheet: next.sheet }) })
      .catch(() => failed);
    setBusy(false);
    if (!isFailure(opened)) return setList(opened);
    setList(undefined);
    setSheets(opened.sheets ?? []);
    setProblem(opened.error.message);
  };
  const openFile = (file: File | undefined) => {
    setList(undefined);
    setSheets([]);
    if (file) void open({ file, columns: {} });
  };
  /** Reads a column as another field, or not at all. */
  const choose = (column: TableColumn, field: ListField | "") => {
    if (!chosen) return;
    const columns = { ...chosen.columns };
    const before = column.field ?? column.states;
    if (before && columns[before] !== null) delete columns[before];
    if (field) columns[field] = column.letter;
    else if (before) columns[before] = null;
    void open({ ...chosen, columns });
  };

  const start = async () => {
    if (!list) return;
    setDone(0);
    const rows = await verifier
      .verifyList({ on: on || undefined, lang }, callback((count) => setDone(count)))
      .catch(() => failed);
    if (isFailure(rows)) setProblem(rows.error.message);
    else setResults({ rows, stopped: rows.length < list.rows, total: list.rows, lang, state: loaded.state });
    setDone(undefined);
  };

  // Verifies again when the register or the language has changed, so that the answers belong to both.
  useEffect(() => {
    if (!results || (results.lang === lang && results.state === loaded.state)) return;
    if (results.stopped) setResults(undefined);
    else void start();
  }, [results, lang, loaded.state]);
  // What is wrong with a file is said in the language of the page.
  useEffect(() => {
    if (chosen && !results) void open(chosen);
  }, [lang]);

  if (loaded.state === null) {
    return <NoRegister />;
  }
  if (results) return <Report results={results} on={on} onAgain={() => (setResults(undefined), openFile(undefined))} />;
  const ready = list !== undefined && list.info.problems.length === 0 && list.rows > 0;
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), openFile(event.dataTransfer?.files[0]))}
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
              accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,text/csv"
              onChange={(event) => (openFile(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          <button
            class="button"
            onClick={() => save("rastau-list.csv", "text/csv", `\ufeff${EXAMPLE.map((field) => t.list.fields[field]).join(";")}\r\n`)}
          >
            {t.list.example}
          </button>
        </div>
        <p class="quiet" role="status">
          {busy ? t.wait : t.verify.drop}
        </p>
        {chosen && sheets.length > 0 && (
          <label class="field">
            <span>{t.list.sheet}</span>
            <select
              name="sheet"
              value={chosen.sheet ?? ""}
              onChange={(event) => void open({ ...chosen, sheet: event.currentTarget.value })}
            >
              <option value="" disabled></option>
              {sheets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </section>
      {chosen && list && (
        <section class="panel" aria-labelledby="columns">
          <h2 id="columns">{t.list.columns}</h2>
          <p class="quiet">
            {chosen.file.name}. {source(list.info, t.list, fill)}
          </p>
          <Columns info={list.info} choose={choose} />
          {list.info.problems.map((text) => (
            <p class="problem" key={text}>
              {text}
            </p>
          ))}
          {list.rows === 0 && list.info.problems.length === 0 && <p class="problem">{t.list.empty}</p>}
          <label class="field">
            <span>{t.verify.day}</span>
            <Day value={on} onValue={setOn} />
          </label>
          {done === undefined ? (
            <button class="button primary" disabled={!ready || busy || !loaded.state} onClick={start}>
              {fill(t.list.start, { count: locale.number(list.rows) })}
            </button>
          ) : (
            <div class="actions" role="status">
              <progress max={list.rows} value={done} aria-label={t.list.title} />
              <span>{fill(t.list.progress, { done: locale.number(done), total: locale.number(list.rows) })}</span>
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

/** How a file was read. */
function source(info: TableInfo, t: Texts["list"], fill: Locale["fill"]): string {
  if (info.sheet !== null) return fill(t.readSheet, { sheet: info.sheet, line: info.heading_line });
  const delimiter = info.delimiter === "\t" ? "Tab" : (info.delimiter ?? "");
  return fill(t.encoding, { encoding: info.encoding ?? "", delimiter, line: info.heading_line });
}

/** The first rows of a list, below a choice for each column: what it holds. */
function Columns({ info, choose }: { info: TableInfo; choose(column: TableColumn, field: ListField | ""): void }) {
  const { t, fill } = useLocale();
  const fields = Object.keys(t.list.fields) as ListField[];
  const note = ({ field, states, undecided }: TableColumn) => {
    if (undecided) return t.list.undecided;
    return !field && states ? fill(t.list.compared, { field: t.list.fields[states] }) : "";
  };
  return (
    <div class="sheet" tabIndex={0} role="region" aria-labelledby="columns">
      <table>
        <thead>
          <tr>
            {info.columns.map((column) => (
              <th key={column.letter} scope="col">
                <label>
                  <span>{column.heading || column.letter}</span>
                  <select
                    name={`column-${column.letter}`}
                    value={column.field ?? ""}
                    onChange={(event) => choose(column, event.currentTarget.value as ListField | "")}
                  >
                    <option value="">{note(column) || t.list.none}</option>
                    {fields.map((field) => (
                      <option key={field} value={field}>
                        {t.list.fields[field]}
                      </option>
                    ))}
                  </select>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {info.preview.map(({ line, cells }) => (
            <tr key={line}>
              {info.columns.map((column, at) => (
                <td key={column.letter} class={column.field || column.states ? undefined : "quiet"}>
                  {cells[at] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The media type of a workbook. */
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const [problem, setProblem] = useState("");
  const reportDay = on || today();
  const count = (outcome: RowOutcome) => results.rows.filter((row) => row.outcome === outcome).length;
  // Two rows of one person are one person (art. 28).
  const people = results.rows.filter((row) => !row.repeats?.samePerson).length;
  const reason = ({ repeats, reason }: RowResult) =>
    repeats ? fill(repeats.samePerson ? t.list.repeatedRow : t.list.repeatedDocument, { line: number(repeats.line) }) : reason;

  const shown = useMemo(() => {
    // Only the Kazakh collation sorts Kazakh letters correctly, whatever the language of the page.
    const order = new Intl.Collator("kk", { numeric: true });
    const key = (row: RowResult): string | number =>
      sort.key === "line" ? row.line : (row[sort.key] ?? "");
    const compare = (a: RowResult, b: RowResult) => {
      const [left, right] = [key(a), key(b)];
      const by = typeof left === "number" && typeof right === "number" ? left - right : order.compare(String(left), String(right));
      return (by || a.line - b.line) * (sort.up ? 1 : -1);
    };
    const term = search.trim().toLocaleLowerCase();
    return results.rows
      .filter((row) => show === "all" || row.outcome === show)
      .filter((row) => !term || `${row.number} ${row.name} ${row.profession}`.toLocaleLowerCase().includes(term))
      .sort(compare);
  }, [results, show, search, sort]);
  const from = Math.min(page, Math.max(0, Math.ceil(shown.length / PAGE) - 1)) * PAGE;

  const report = async (kind: "csv" | "xlsx") => {
    const head = [t.list.line, t.list.fields.number, t.list.person, t.verify.result, t.list.profession, t.list.until, t.list.reason];
    const until = (row: RowResult) => row.valid_until ?? (row.unlimited ? t.list.unlimited : "");
    const body = shown.map((row) => [String(row.line), row.number, row.name, t.list.outcome[row.outcome], row.profession, until(row), reason(row)]);
    const bytes = await verifier.report(kind, "Rastau", head, body);
    if (isFailure(bytes)) return setProblem(bytes.error.message);
    save(`rastau-${reportDay}.${kind}`, kind === "csv" ? "text/csv" : XLSX, bytes as Uint8Array<ArrayBuffer>);
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
      <p role="alert" class={problem ? "problem" : undefined}>
        {problem}
      </p>
      {results.stopped && (
        <p class="problem" role="status">
          {fill(t.list.stopped, { done: number(results.rows.length), total: number(results.total) })}
        </p>
      )}
      <p class="lead" role="status">
        {fill(t.list.art28, { total: number(people), valid: number(count("valid")), date: date(reportDay) })}
      </p>
      <UpdateNow />
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
                <Cell label={t.list.person}>{row.name}</Cell>
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
        <button class="button primary" onClick={() => void report("xlsx")}>
          {t.list.xlsx}
        </button>
        <button class="button" onClick={() => void report("csv")}>
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
