// The answer about one document: the outcome, the document's details, what needs attention, every check, and actions.

import { useEffect, useRef, useState } from "preact/hooks";
import type { FindingOutcome, SnapshotInfo, VerdictAnswer } from "rastau";

import { useLocale } from "../i18n";
import { FINDING_TONE, OUTCOME_TONE, Shape } from "../parts/badge";
import { Day } from "../parts/day";
import { save } from "../parts/save";
import { isFailure, verifier } from "../worker/client";

type Findings = VerdictAnswer["findings"];
type Words = NonNullable<VerdictAnswer["words"]>;

interface Props {
  verdict: VerdictAnswer;
  info: SnapshotInfo | undefined;
  on: string;
  onDay(day: string): void;
  /** The profession that the person's post asks for. */
  post: string;
  onPost(post: string): void;
  onAgain(): void;
}

export function Verdict({ verdict, info, on, onDay, post, onPost, onAgain }: Props) {
  const { t, fill, date } = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = verdict.words;
  useEffect(() => heading.current?.focus(), []);
  if (!words) return null;
  const tone = OUTCOME_TONE[verdict.outcome];
  const open = verdict.findings
    .map((finding, at) => ({ outcome: finding.outcome, words: words.findings[at] }))
    .filter(({ outcome, words }) => outcome !== "satisfied" && outcome !== "not_applicable" && words && !words.waits);
  const made = info && fill(t.verify.reportMade, {
    date: date(new Date().toISOString()),
    register: info.register,
    asOf: date(info.as_of),
    version: `${info.epoch}.${info.version}`,
  });
  return (
    <article class="verdict">
      <p class="report-head">{t.verify.report}</p>
      <section class={`answer ${tone}`} aria-live="polite" aria-label={t.verify.result}>
        <Shape tone={tone} size={72} />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {words.outcome}
          </h1>
          <p>{words.headline}</p>
          {words.notes.map((note) => <p key={note}>{note}</p>)}
          {words.next.length > 0 && (
            <ul class="next">
              {words.next.map((step) => <li key={step}>{step}</li>)}
            </ul>
          )}
        </div>
      </section>

      <div class="columns">
        <section class="panel" aria-label={t.verify.number}>
          <dl class="rows">
            {words.document.map(([label, value], at) => (
              <div key={at} class={label ? undefined : "goes-on"}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>

        <div>
          {open.length > 0 && (
            <section class="panel" aria-labelledby="attention">
              <h2 id="attention">{t.verify.attention}</h2>
              <ul class="findings">
                {open.map(({ outcome, words }, at) => (
                  <li key={at}>
                    <Shape tone={FINDING_TONE[outcome]} />
                    <div>
                      <h3>{words?.title}</h3>
                      <p>{words?.text}</p>
                      {words?.advice && (
                        <p class="advice">
                          <strong>{t.verify.toDo}:</strong> {words.advice}
                        </p>
                      )}
                      <p class="quiet">{words?.source}</p>
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}

          {words.contacts.length > 0 && <Contacts contacts={verdict.contacts} words={words.contacts} />}

          <Post post={post} onPost={onPost} text={words.post} />

          <label class="panel field no-print">
            <span>{t.verify.day}</span>
            <small>{t.verify.dayHint}</small>
            <Day name="on" value={on} min="2023-01-01" max="2100-12-31" onValue={onDay} />
          </label>

          <Checks findings={verdict.findings} words={words.findings} />
        </div>
      </div>

      <div class="actions no-print">
        <button class="button primary" onClick={onAgain}>
          {t.verify.again}
        </button>
        <button class="button" onClick={() => print()}>
          {t.verify.print}
        </button>
        <button
          class="button"
          onClick={() => save(`rastau-${verdict.document.number}.json`, "application/json", JSON.stringify(verdict, null, 2))}
        >
          {t.verify.json}
        </button>
      </div>
      <p class="quiet">{made}</p>
    </article>
  );
}

/** Whether the document is for the profession of a post. It changes no answer, so it has no colour of one. */
function Post({ post, onPost, text }: { post: string; onPost(post: string): void; text: string | null | undefined }) {
  const { t, lang } = useLocale();
  const [names, setNames] = useState<string[]>([]);
  const load = async () => {
    if (names.length > 0) return;
    const found = await verifier.professions();
    if (!isFailure(found)) setNames([...new Set(found.map(({ code, names }) => `${names[lang] || names.kk || names.ru} (${code})`))]);
  };
  return (
    <section class={`panel${post ? "" : " no-print"}`}>
      <label class="field">
        <span>{t.verify.post}</span>
        <small>{t.verify.postHint}</small>
        <input
          name="post"
          list="professions"
          autoComplete="off"
          value={post}
          onFocus={() => void load().catch(() => undefined)}
          onChange={(event) => onPost(event.currentTarget.value)}
        />
        <datalist id="professions">
          {names.map((name) => <option key={name} value={name} />)}
        </datalist>
      </label>
      <p role="status" data-post>{post ? text : ""}</p>
    </section>
  );
}

/** The contacts that a person can ask. The addresses are the register's, never the document's. */
function Contacts({ contacts, words }: { contacts: VerdictAnswer["contacts"]; words: Words["contacts"] }) {
  return (
    <section class="panel" data-contacts>
      <dl class="rows">
        {contacts.map(({ of, page, telephone, email }, at) => (
          <div key={of}>
            <dt>{words[at]?.[0]}</dt>
            {page && (
              <dd>
                <a href={page} rel="noreferrer">{page.replace("https://", "")}</a>
              </dd>
            )}
            {telephone && (
              <dd>
                <a href={`tel:${telephone.replace(/[^+0-9]/g, "")}`}>{telephone}</a>
              </dd>
            )}
            {email && (
              <dd>
                <a href={`mailto:${email}`}>{email}</a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Checks({ findings, words }: { findings: Findings; words: Words["findings"] }) {
  const { t, count } = useLocale();
  const details = useRef<HTMLDetailsElement>(null);
  // Open beside the document on a wide screen; collapsed on a phone.
  const [wide] = useState(() => matchMedia("(min-width: 46rem)").matches);
  // A printed report has every check, also where the list is collapsed on the screen.
  useEffect(() => {
    let collapsed = false;
    const before = () => {
      if (!details.current) return;
      collapsed = !details.current.open;
      details.current.open = true;
    };
    const after = () => {
      if (collapsed && details.current) details.current.open = false;
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  const outcomes: FindingOutcome[] = ["satisfied", "violated", "undetermined", "contestable", "not_applicable"];
  const totals = outcomes.map((outcome) => [outcome, findings.filter((one) => one.outcome === outcome).length] as const);
  return (
    <details class="panel checks" open={wide} ref={details}>
      <summary>
        <span>{t.verify.checks}</span>
        <span class="quiet">
          {count(t.verify.checksCount, findings.length)}
          {": "}
          {totals.filter(([, total]) => total > 0).map(([outcome, total]) => `${t.verify.outcomes[outcome]} ${total}`).join(", ")}
        </span>
      </summary>
      <ol>
        {findings.map((finding, at) => (
          <li key={finding.id}>
            <Shape tone={FINDING_TONE[finding.outcome]} size={20} />
            <div>
              <h3>
                {words[at]?.title} <span class="quiet">{t.verify.outcomes[finding.outcome]}</span>
              </h3>
              <p>{words[at]?.text}</p>
              <p class="quiet">
                {words[at]?.source} · {finding.id} · {finding.code}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
