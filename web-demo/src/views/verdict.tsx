// The answer about one document: the outcome and what it is about, the document's details, the checks in four groups, and actions.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TypedForm, VerdictAnswer } from "rastau";

import { useLocale, type Locale } from "../i18n";
import { OUTCOME_TONE, Shape } from "../parts/badge";
import { Checks, isRegisterIrrelevant } from "../parts/checks";
import { Day } from "../parts/day";
import { Evidence } from "../parts/evidence";
import { UpdateNow } from "../parts/update";
import { useRegisterContext } from "../register";
import { isFailure, verifier } from "../worker/client";

type Words = NonNullable<VerdictAnswer["words"]>;
type Names = { kk: string; ru: string; en: string } | null | undefined;

interface Props {
  verdict: VerdictAnswer;
  /** What was verified. */
  input: string | TypedForm;
  on: string;
  onDay(day: string): void;
  /** The profession that the person's post asks for. */
  post: string;
  onPost(post: string): void;
  onAgain(): void;
  /** Goes back to what was typed. */
  onCorrect: (() => void) | undefined;
  /** What to know about the file that was read. */
  children: ComponentChildren;
}

export function Verdict({ verdict, input, on, onDay, post, onPost, onAgain, onCorrect, children }: Props) {
  const locale = useLocale();
  const { t, fill, date } = locale;
  const { loaded } = useRegisterContext();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = verdict.words;
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  if (!words) return null;
  const info = loaded.state?.info;
  const tone = OUTCOME_TONE[verdict.outcome];
  const made = info && fill(t.verify.reportMade, {
    date: date(new Date().toISOString()),
    register: info.register,
    asOf: date(info.as_of),
    version: `${info.epoch}.${info.version}`,
  });
  return (
    <article class="verdict">
      <p class="report-head">{t.verify.report}</p>
      {children}
      <section class={`answer ${tone}`} aria-live="polite" aria-label={t.verify.result}>
        <Shape tone={tone} size={72} />
        <div>
          <h1 ref={heading} tabIndex={-1} aria-describedby="about">
            {words.outcome}
          </h1>
          <About verdict={verdict} locale={locale} />
          <p>{words.headline}</p>
          {words.notes.map((note) => <p key={note}>{note}</p>)}
          {words.next.length > 0 && (
            <ul class="next">
              {words.next.map((step) => <li key={step}>{step}</li>)}
            </ul>
          )}
        </div>
      </section>
      <div class="from-register no-print">
        <span class="quiet">{fill(t.verify.source, { date: date(verdict.as_of) })}</span>
        {!isRegisterIrrelevant(verdict) && <UpdateNow />}
      </div>

      <div class="columns">
        <section class="panel" aria-label={t.verify.number}>
          <Details verdict={verdict} words={words} locale={locale} />
        </section>

        <div>
          <Checks findings={verdict.findings} words={words.findings} />
          {words.contacts.length > 0 && <Contacts contacts={verdict.contacts} words={words.contacts} />}
          <Post post={post} onPost={onPost} text={words.post} />
          <label class="panel field no-print">
            <span>{t.verify.day}</span>
            <small>{t.verify.dayHint}</small>
            <Day name="on" value={on} min="2023-01-01" max="2100-12-31" onValue={onDay} />
          </label>
        </div>
      </div>

      <div class="actions no-print">
        <button class="button" onClick={() => print()}>
          {t.verify.print}
        </button>
      </div>
      <Evidence input={input} query={{ on: on || undefined, post: post.trim() || undefined }} number={verdict.document.number} />
      <p class="quiet">{made}</p>
      <div class="actions stay no-print">
        <button class="button primary" onClick={onAgain}>
          {t.verify.again}
        </button>
        {onCorrect && (
          <button class="button" onClick={onCorrect}>
            {t.verify.correct}
          </button>
        )}
      </div>
    </article>
  );
}

/**
 * Who, which profession and level, until when, as the register confirms it. The term stands beside "valid" only, and a name only where
 * the verdict has one.
 */
function About({ verdict, locale: { t, lang, fill, date } }: { verdict: VerdictAnswer; locale: Locale }) {
  const { document, outcome } = verdict;
  if (document.source !== "register") return null;
  const nameOf = (names: Names) => names?.[lang] || names?.kk || names?.ru || "";
  const profession = nameOf(document.profession?.names);
  const level = document.level && fill(t.verify.levelOf, { level: document.level });
  const skills = document.skills.map((skill) => nameOf(skill.names) || skill.code).join("; ");
  const who = outcome === "valid" ? document.holder?.names.join(" / ") : "";
  const until = document.valid_until ? fill(t.verify.untilDay, { date: date(document.valid_until) }) : document.unlimited ? t.verify.unlimited : "";
  return (
    <p id="about" class="about">
      {who && <strong>{who}</strong>}
      <span>{[profession, skills ? fill(t.verify.skillsOnly, { skills }) : "", level].filter(Boolean).join(", ")}</span>
      {outcome === "valid" && until && <span>{until}</span>}
    </p>
  );
}

/** The document's details, and in place what the paper says otherwise. The title of a compared check is the label of its row. */
function Details({ verdict, words, locale: { t, fill, date } }: { verdict: VerdictAnswer; words: Words; locale: Locale }) {
  const onPaper = new Map<string, string>();
  verdict.findings.forEach(({ outcome, facts }, at) => {
    const stated = (facts as Record<string, unknown>).stated;
    if (outcome !== "violated" || stated === undefined) return;
    const text = Array.isArray(stated) ? stated.join("; ") || "—" : String(stated);
    onPaper.set(words.findings[at]?.title ?? "", /^\d{4}-\d\d-\d\d$/.test(text) ? date(text) : text);
  });
  return (
    <dl class="rows">
      {words.document.map(([label, value], at) => {
        const paper = label ? onPaper.get(label) : undefined;
        return (
          <div key={at} class={label ? (paper === undefined ? undefined : "differs") : "goes-on"}>
            <dt>{label}</dt>
            <dd>
              {value}
              {paper !== undefined && <strong class="paper"> {fill(t.verify.paper, { value: paper })}</strong>}
            </dd>
          </div>
        );
      })}
    </dl>
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
