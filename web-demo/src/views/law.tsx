// About the Law: every norm, and whether it is computed.

import { useEffect, useState } from "preact/hooks";
import type { Lang, Norm } from "rastau";

import { useLocale } from "../i18n";
import { verifier } from "../worker/client";

type Class = Norm["class"];
const CLASSES: Class[] = ["computable", "data", "term", "nothing"];

const articleOf = (norm: Norm) => (norm.citation && "article" in norm.citation ? norm.citation.article : 0);

/** The texts of norms by their ids: titles of rules, and for other norms the page's own texts. In English those are summaries. */
async function textsOf(lang: Lang): Promise<Map<string, string>> {
  const [{ rules }, others] = await Promise.all([verifier.rulesOf(lang), lang === "en" ? null : import("../i18n/norms")]);
  const texts = new Map<string, string>(rules.map((rule) => [rule.id, rule.title]));
  if (others && lang !== "en") {
    for (const [id, norm] of Object.entries(others.NORMS)) texts.set(id, norm[others.ORDER[lang]]);
  }
  return texts;
}

export function Law() {
  const { t, fill, count, number, lang } = useLocale();
  const [norms, setNorms] = useState<Norm[]>([]);
  const [texts, setTexts] = useState<Map<string, string>>(new Map());
  useEffect(() => {
    verifier.norms().then(setNorms);
  }, []);
  useEffect(() => {
    let current = true;
    textsOf(lang).then((loaded) => current && setTexts(loaded));
    return () => {
      current = false;
    };
  }, [lang]);
  const articles = [...new Set(norms.map(articleOf))].sort((a, b) => a - b);
  const total = (of: Class, article?: number) =>
    norms.filter((norm) => norm.class === of && (article === undefined || articleOf(norm) === article)).length;
  return (
    <>
      <h1>{t.law.title}</h1>
      <p class="lead">{t.law.lead}</p>
      <p class="quiet">{t.law.note}</p>
      <h2>{t.law.limits}</h2>
      <ul>
        {t.law.limitList.map((limit) => <li key={limit}>{limit}</li>)}
      </ul>
      {norms.length === 0 && <p role="status">{t.wait}</p>}
      {norms.length > 0 && (
        <section class="panel" aria-label={t.law.all}>
          <dl class="tally">
            {CLASSES.map((one) => (
              <div key={one}>
                <dt>{t.law.classes[one]}</dt>
                <dd>{number(total(one))}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">{count(t.law.norms, norms.length)}</p>
        </section>
      )}
      {articles.map((article) => {
        const mine = norms.filter((norm) => articleOf(norm) === article);
        return (
          <details class="panel article" key={article}>
            <summary>
              <span>{article ? fill(t.law.article, { number: article }) : t.law.preamble}</span>
              <span class="quiet">
                {CLASSES.filter((one) => total(one, article) > 0)
                  .map((one) => `${t.law.classes[one]} ${total(one, article)}`)
                  .join(" · ")}
              </span>
            </summary>
            <ul class="norms">
              {mine.map((norm) => (
                <li key={norm.id}>
                  <span class={`tag ${norm.class}`}>{t.law.classes[norm.class]}</span>
                  <div>
                    {texts.has(norm.id) && <p>{texts.get(norm.id)}</p>}
                    {lang === "en" && <p class={texts.has(norm.id) ? "quiet" : undefined}>{norm.summary}</p>}
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
