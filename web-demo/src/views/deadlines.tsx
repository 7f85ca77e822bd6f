// Deadlines and eligibility: a form over any rule of the Law, answered while it is filled in.

import { useEffect, useMemo, useState } from "preact/hooks";
import type { ExplainedRule, FormWords, RuleEntry } from "rastau";

import forms from "../forms.json";
import { useSpeech } from "../i18n";
import { FINDING_TONE, Shape } from "../parts/badge";
import { Days, type Counted } from "../parts/days";
import { Group, type Fields, type Value } from "../parts/fields";
import { calendarFile } from "../parts/ics";
import { save } from "../parts/save";
import { isRefusal, verifier } from "../worker/client";

const PEOPLE = ["candidate", "centre", "applicant", "employer", "chamber"] as const;
type Person = (typeof PEOPLE)[number];

/** Which questions are whose, the most asked first; ids of rules, or their beginnings. */
const QUESTIONS: Record<Person, string[]> = {
  candidate: [
    "art22.p1.appeal-window", "ask.can-i-apply", "ask.what-now-after-fail", "ask.voucher", "art18", "art19", "art20", "art21", "art2.", "art22.p2", "art29",
  ],
  centre: ["ask.centre-standing", "art23.p5.reapply-by", "art23.p2.s5", "art26", "art22", "art21.p3", "art17"],
  applicant: ["ask.applicant-ready", "art24", "art23", "art25", "art26.p5"],
  employer: ["ask.is-document-good", "art21.p5.document-validity", "art15", "art26.p2.part2", "art31"],
  chamber: ["ask.nce-clock", "art25", "art26", "art9", "art10", "art22.p2", "art22.p3"],
};

interface Answer {
  outcome: keyof typeof FINDING_TONE;
  value: Record<string, unknown>;
  trace: Counted[];
  words?: ExplainedRule;
}

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date());

export function Deadlines() {
  const said = useSpeech();
  const { w, lang } = said;
  const [known, setKnown] = useState<{ rules: RuleEntry[]; words: FormWords }>();
  const [person, setPerson] = useState<Person>("candidate");
  const [id, setId] = useState("art22.p1.appeal-window");
  const [facts, setFacts] = useState<Record<string, Value>>({ as_of: today() });
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState("");

  useEffect(() => {
    verifier.rulesOf(lang).then(setKnown, () => setProblem(w.failed));
  }, [lang]);

  const mine = useMemo(() => {
    const rules = known?.rules ?? [];
    const found = QUESTIONS[person].flatMap((start) => rules.filter((rule) => rule.id === start || rule.id.startsWith(`${start}`)));
    return [...new Set(found)];
  }, [known, person]);
  const rule = known?.rules.find((one) => one.id === id);
  const fields = (forms as Record<string, Fields>)[id] ?? {};

  useEffect(() => {
    let current = true;
    verifier.rule(id, facts, lang).then((found) => {
      if (!current) return;
      setProblem(isRefusal(found) ? found.refused.message : "");
      setAnswer(isRefusal(found) ? undefined : (found as unknown as Answer));
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
      <h1>{w.deadlines.title}</h1>
      <p class="lead">{w.deadlines.lead}</p>
      <div class="columns">
        <section class="panel" aria-label={w.deadlines.facts}>
          <label class="field">
            <span>{w.deadlines.iAm}</span>
            <select
              name="person"
              value={person}
              onChange={(event) => {
                const chosen = event.currentTarget.value as Person;
                setPerson(chosen);
                ask(QUESTIONS[chosen][0] ?? id);
              }}
            >
              {PEOPLE.map((one) => (
                <option key={one} value={one}>
                  {w.deadlines.people[one]}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{w.deadlines.question}</span>
            <select name="rule" value={id} onChange={(event) => ask(event.currentTarget.value)}>
              {mine.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
            <small>{rule?.source}</small>
          </label>
          {known ? <Group fields={fields} value={facts} words={known.words} onValue={setFacts} /> : <p class="quiet">{w.wait}</p>}
          <div class="actions">
            <button class="button" onClick={() => rule && setFacts(rule.example as Record<string, Value>)}>
              {w.deadlines.example}
            </button>
            <button class="button" onClick={() => setFacts({})}>
              {w.deadlines.clear}
            </button>
          </div>
        </section>
        <section class="panel" aria-live="polite" aria-label={w.verify.result} tabIndex={0}>
          {problem && <p class="problem">{problem}</p>}
          {answer?.words && (
            <>
              <div class={`answer small ${FINDING_TONE[answer.outcome]}`}>
                <Shape tone={FINDING_TONE[answer.outcome]} size={44} />
                <div>
                  <h2>{w.deadlines.outcomes[answer.outcome]}</h2>
                  <p>{answer.words.text}</p>
                </div>
              </div>
              {answer.words.advice && (
                <p class="advice">
                  <strong>{w.verify.toDo}:</strong> {answer.words.advice}
                </p>
              )}
              {lastDay && (
                <div class="last-day">
                  <p>
                    {w.deadlines.lastDay}: <strong>{said.date(lastDay)}</strong>
                  </p>
                  <button
                    class="button"
                    onClick={() => save(`rastau-${lastDay}.ics`, "text/calendar", calendarFile(lastDay, rule?.title ?? id, rule?.source ?? ""))}
                  >
                    {w.deadlines.ics}
                  </button>
                </div>
              )}
              {lastDay && <Days trace={answer.trace} lastDay={lastDay} />}
              {answer.words.trace.length > 0 && (
                <details open={answer.words.trace.length < 12}>
                  <summary>{w.deadlines.why}</summary>
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
  const { w } = useSpeech();
  if (parts.length === 0) return null;
  return (
    <section aria-label={w.deadlines.parts}>
      <h3>{w.deadlines.parts}</h3>
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
