// About the Law: every norm, and whether it is computed here.

import { useEffect, useState } from "preact/hooks";
import type { Lang, Norm } from "rastau";

import { useSpeech } from "../i18n";
import { verifier } from "../worker/client";

const CLASSES = ["computable", "data", "term", "nothing"] as const;
type Class = (typeof CLASSES)[number];

const articleOf = (norm: Norm) => (norm.citation && "article" in norm.citation ? norm.citation.article : 0);

/** What norms say in a language, by their ids: titles of rules, and for all others our words; English has summaries. */
async function wordsOf(lang: Lang): Promise<Map<string, string>> {
  const [{ rules }, others] = await Promise.all([verifier.rulesOf(lang), lang === "en" ? null : import("../i18n/norms")]);
  const words = new Map<string, string>(rules.map((rule) => [rule.id, rule.title]));
  for (const [id, [kk, ru]] of Object.entries(others?.NORMS ?? {})) words.set(id, lang === "kk" ? kk : ru);
  return words;
}

export function Law() {
  const { w, fill, count, number, lang } = useSpeech();
  const [norms, setNorms] = useState<Norm[]>([]);
  const [words, setWords] = useState<Map<string, string>>(new Map());
  useEffect(() => {
    verifier.norms().then(setNorms);
  }, []);
  useEffect(() => {
    let asked = true;
    wordsOf(lang).then((said) => asked && setWords(said));
    return () => {
      asked = false;
    };
  }, [lang]);
  const articles = [...new Set(norms.map(articleOf))].sort((a, b) => a - b);
  const total = (of: Class, article?: number) =>
    norms.filter((norm) => norm.class === of && (article === undefined || articleOf(norm) === article)).length;
  return (
    <>
      <h1>{w.law.title}</h1>
      <p class="lead">{w.law.lead}</p>
      <p class="quiet">{w.law.note}</p>
      {norms.length === 0 && <p role="status">{w.wait}</p>}
      {norms.length > 0 && (
        <section class="panel" aria-label={w.law.all}>
          <dl class="tally">
            {CLASSES.map((one) => (
              <div key={one}>
                <dt>{w.law.classes[one]}</dt>
                <dd>{number(total(one))}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">{count(w.law.norms, norms.length)}</p>
        </section>
      )}
      {articles.map((article) => {
        const mine = norms.filter((norm) => articleOf(norm) === article);
        return (
          <details class="panel article" key={article}>
            <summary>
              <span>{article ? fill(w.law.article, { number: article }) : w.law.preamble}</span>
              <span class="quiet">
                {CLASSES.filter((one) => total(one, article) > 0)
                  .map((one) => `${w.law.classes[one]} ${total(one, article)}`)
                  .join(" · ")}
              </span>
            </summary>
            <ul class="norms">
              {mine.map((norm) => (
                <li key={norm.id}>
                  <span class={`tag ${norm.class}`}>{w.law.classes[norm.class]}</span>
                  <div>
                    {words.has(norm.id) && <p>{words.get(norm.id)}</p>}
                    {lang === "en" && <p class={words.has(norm.id) ? "quiet" : undefined}>{norm.summary}</p>}
                    <p class="quiet mono">{norm.id}</p>
                  </div>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
