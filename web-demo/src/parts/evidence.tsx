// The report of one verification as a file, and the repetition of an earlier report with the document that is on the screen.

import { useState } from "preact/hooks";
import type { RepetitionAnswer, TypedForm } from "rastau";

import { useLocale } from "../i18n";
import { BROKEN, isFailure, verifier } from "../worker/client";
import type { Query } from "../worker/worker";
import { save } from "./save";

interface Props {
  input: string | TypedForm;
  query: Omit<Query, "lang">;
  number: string;
}

export function Evidence({ input, query, number }: Props) {
  const { t, lang } = useLocale();
  const [by, setBy] = useState("");
  const [problem, setProblem] = useState("");
  const [report, setReport] = useState<File>();
  const [bundle, setBundle] = useState<File>();
  const [repeated, setRepeated] = useState<RepetitionAnswer>();
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem("");
    await work().catch(() => setProblem(BROKEN.error.message));
    setBusy(false);
  };
  const saveReport = () =>
    run(async () => {
      const made = await verifier.evidence(input, { ...query, lang }, by.trim() || undefined);
      if (isFailure(made)) return setProblem(made.error.message);
      save(`rastau-${number}.json`, "application/json", made);
    });
  const repeat = (report: File) =>
    run(async () => {
      setRepeated(undefined);
      const found = await verifier.repeat(report, input, bundle, lang);
      if (isFailure(found)) return setProblem(found.error.message);
      setRepeated(found);
    });

  return (
    <details class="panel evidence no-print">
      <summary>{t.evidence.title}</summary>
      <p class="quiet">{t.evidence.lead}</p>
      <label class="field">
        <span>{t.evidence.by}</span>
        <small>{t.evidence.byHint}</small>
        <input name="by" autoComplete="off" maxLength={200} value={by} onInput={(event) => setBy(event.currentTarget.value)} />
      </label>
      <button class="button" disabled={busy} onClick={saveReport}>
        {t.evidence.save}
      </button>

      <h2>{t.evidence.again}</h2>
      <p class="quiet">{t.evidence.againHelp}</p>
      <label class="field">
        <span>{t.evidence.report}</span>
        <input name="report" type="file" accept=".json,application/json" onChange={(event) => setReport(event.currentTarget.files?.[0])} />
      </label>
      <label class="field">
        <span>{t.evidence.bundle}</span>
        <small>{t.evidence.bundleHint}</small>
        <input name="bundle" type="file" accept=".rastau" onChange={(event) => setBundle(event.currentTarget.files?.[0])} />
      </label>
      <button class="button" disabled={busy || !report} onClick={() => report && void repeat(report)}>
        {t.evidence.compare}
      </button>
      <p role="status" class={problem ? "problem" : ""}>{busy ? t.wait : problem}</p>
      {repeated?.words && <Repeated words={repeated.words} />}
    </details>
  );
}

/** What the repetition found. It has no colour of an answer: it is not today's. */
function Repeated({ words }: { words: NonNullable<RepetitionAnswer["words"]> }) {
  const [causes, causeTexts] = words.causes;
  const [differences, differing] = words.differences;
  return (
    <section data-repeated aria-live="polite">
      <p>{words.as_known}</p>
      <p>
        <strong>{words.result}</strong>
      </p>
      {causeTexts.length > 0 && (
        <>
          <h3>{causes}</h3>
          <ul>
            {causeTexts.map((text) => <li key={text}>{text}</li>)}
          </ul>
        </>
      )}
      {differing.length > 0 && (
        <>
          <h3>{differences}</h3>
          <ul>
            {differing.map(([what, reported, found]) => <li key={what}>{`${what}: ${reported} ≠ ${found}`}</li>)}
          </ul>
        </>
      )}
    </section>
  );
}
