// Deadlines and eligibility: a form for any rule of the Law, evaluated while it is filled in.

import { useEffect, useMemo, useState } from "preact/hooks";
import type { ExplainedRule, FormWords, RuleAnswer, RuleEntry } from "rastau";

import forms from "../forms.json";
import { today, useLocale } from "../i18n";
import { FINDING_TONE, Shape } from "../parts/badge";
import { Days, type TraceStep } from "../parts/days";
import { Group, type Fields, type Value } from "../parts/fields";
import { calendarFile } from "../parts/ics";
import { save } from "../parts/save";
import { isFailure, verifier } from "../worker/client";

const AUDIENCES = ["candidate", "centre", "applicant", "employer", "chamber"] as const;
type Audience = (typeof AUDIENCES)[number];

/** The questions of each audience, the most frequent first: ids of rules, or prefixes of ids. */
const QUESTIONS: Record<Audience, string[]> = {
  candidate: [
    "art22.p1.appeal-window", "ask.can-i-apply", "ask.what-now-after-fail", "ask.voucher", "art18", "art19", "art20", "art21", "art2.", "art22.p2", "art29",
  ],
  centre: ["ask.centre-standing", "art23.p5.reapply-by", "art23.p2.s5", "art26", "art22", "art21.p3", "art17"],
  applicant: ["ask.applicant-ready", "art24", "art23", "art25", "art26.p5"],
  employer: ["ask.is-document-good", "art21.p5.document-validity", "art15", "art26.p2.part2", "art31"],
  chamber: ["ask.nce-clock", "art25", "art26", "art9", "art10", "art22.p2", "art22.p3"],
};

/** The answer of any rule; `value` without the members of one rule. */
type Answer = Omit<RuleAnswer, "value" | "trace"> & { value: Record<string, unknown>; trace: TraceStep[] };

export function Deadlines() {
  const locale = useLocale();
  const { t, lang } = locale;
  const [texts, setTexts] = useState<{ rules: RuleEntry[]; words: FormWords }>();
  const [audience, setAudience] = useState<Audience>("candidate");
  const [id, setId] = useState("art22.p1.appeal-window");
  const [facts, setFacts] = useState<Record<string, Value>>({ as_of: today() });
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState("");

  useEffect(() => {
    verifier.rulesOf(lang).then(setTexts, () => setProblem(t.failed));
  }, [lang]);

  const mine = useMemo(() => {
    const rules = texts?.rules ?? [];
    const matching = QUESTIONS[audience].flatMap((start) => rules.filter((rule) => rule.id.startsWith(start)));
    return [...new Set(matching)];
  }, [texts, audience]);
  const rule = texts?.rules.find((one) => one.id === id);
  const fields = (forms as Record<string, Fields>)[id] ?? {};

  useEffect(() => {
    let current = true;
    verifier.rule(id, facts, lang).then((result) => {
      if (!current) return;
      setProblem(isFailure(result) ? result.error.message : "");
      setAnswer(isFailure(result) ? undefined : (result as Answer));
    });
    return () => {
      current = false;
    };
  }, [id, facts, lang]);

  const ask = (chosen: string) => {
    setId(chosen);
    setFacts("as_of" in ((forms as Record<string, Fields>)[chosen] ?? {}) ? { as_of: today() } : {});
  };
  const lastDay = typeof answer?.value.last_day === "string" ? answer.value.last_day : undefined;
  return (
    <>
      <h1>{t.deadlines.title}</h1>
      <p class="lead">{t.deadlines.lead}</p>
      <div class="columns">
        <section class="panel" aria-label={t.deadlines.facts}>
          <label class="field">
            <span>{t.deadlines.iAm}</span>
            <select
              name="person"
              value={audience}
              onChange={(event) => {
                const chosen = event.currentTarget.value as Audience;
                setAudience(chosen);
                ask(QUESTIONS[chosen][0] ?? id);
              }}
            >
              {AUDIENCES.map((one) => (
                <option key={one} value={one}>
                  {t.deadlines.people[one]}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t.deadlines.question}</span>
            <select name="rule" value={id} onChange={(event) => ask(event.currentTarget.value)}>
              {mine.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
            <small>{rule?.source}</small>
          </label>
          {texts ? <Group fields={fields} value={facts} words={texts.words} onValue={setFacts} /> : <p class="quiet">{t.wait}</p>}
          <div class="actions">
            <button class="button" onClick={() => rule && setFacts(rule.example as Record<string, Value>)}>
              {t.deadlines.example}
            </button>
            <button class="button" onClick={() => setFacts({})}>
              {t.deadlines.clear}
            </button>
          </div>
        </section>
        <section class="panel" aria-live="polite" aria-label={t.verify.result} tabIndex={0}>
          {problem && <p class="problem">{problem}</p>}
          {answer?.words && (
            <>
              <div class={`answer small ${FINDING_TONE[answer.outcome]}`}>
                <Shape tone={FINDING_TONE[answer.outcome]} size={44} />
                <div>
                  <h2>{t.deadlines.outcomes[answer.outcome]}</h2>
                  <p>{answer.words.text}</p>
                </div>
              </div>
              {answer.words.advice && (
                <p class="advice">
                  <strong>{t.verify.toDo}:</strong> {answer.words.advice}
                </p>
              )}
              {lastDay && (
                <div class="last-day">
                  <p>
                    {t.deadlines.lastDay}: <strong>{locale.date(lastDay)}</strong>
                  </p>
                  <button
                    class="button"
                    onClick={() => save(`rastau-${lastDay}.ics`, "text/calendar", calendarFile(lastDay, rule?.title ?? id, rule?.source ?? ""))}
                  >
                    {t.deadlines.ics}
                  </button>
                </div>
              )}
              {lastDay && <Days trace={answer.trace} lastDay={lastDay} />}
              {answer.words.trace.length > 0 && (
                <details open={answer.words.trace.length < 12}>
                  <summary>{t.deadlines.why}</summary>
                  <ul>
                    {answer.words.trace.map((step, at) => (
                      <li key={at}>{step}</li>
                    ))}
                  </ul>
                </details>
              )}
              <Parts parts={answer.words.parts} />
              <p class="quiet">{answer.words.source}</p>
            </>
          )}
        </section>
      </div>
    </>
  );
}

function Parts({ parts }: { parts: ExplainedRule[] }) {
  const { t } = useLocale();
  if (parts.length === 0) return null;
  return (
    <section aria-label={t.deadlines.parts}>
      <h3>{t.deadlines.parts}</h3>
      <ul class="parts">
        {parts.map((part, at) => (
          <li key={at}>
            <strong>{part.title}</strong>
            <p>{part.text}</p>
            {part.advice && <p class="advice">{part.advice}</p>}
            <p class="quiet">{part.source}</p>
            <Parts parts={part.parts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
