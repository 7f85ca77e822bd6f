// The checks of a verdict in four groups: each is one line, and opens to what was found.

import { useEffect, useRef } from "preact/hooks";
import type { VerdictAnswer } from "rastau";

import { useLocale, type Texts } from "../i18n";
import { FINDING_TONE, Shape, type Tone } from "./badge";

type Findings = VerdictAnswer["findings"];
type Finding = Findings[number];
type Words = NonNullable<VerdictAnswer["words"]>["findings"];

const GROUPS = ["genuine", "register", "holder", "term"] as const;
type Group = (typeof GROUPS)[number];

const TERM = ["document.issue-date", "snapshot.fresh", "clock.plausible", "art31.entry-into-force", "art21.p5.document-validity", "art26.p2.part2.document-cancellation"];

/** The group of a check. What belongs to no other is about the record. */
export function groupOf(id: string): Group {
  if (TERM.includes(id)) return "term";
  if (id === "register.holder" || id === "register.name") return "holder";
  return id.startsWith("document.") || id.startsWith("snapshot.") ? "genuine" : "register";
}

/** Whether no newer register can change an answer: the document itself is not genuine. */
export function isRegisterIrrelevant({ findings }: VerdictAnswer): boolean {
  return findings.some(({ id, outcome }) => outcome === "violated" && id === "document.signature");
}

/** The tone of a group: that of its worst check. A check that does not apply counts only where all do not. */
function toneOf(findings: Finding[]): Tone {
  const tones = findings.map(({ outcome }) => FINDING_TONE[outcome]);
  return (["bad", "open", "good"] as const).find((tone) => tones.includes(tone)) ?? "quiet";
}

/** What a group says in a few words. */
function statusOf(group: Group, tone: Tone, findings: Finding[], texts: Texts["verify"]["groups"]): string {
  const isViolated = (id: string) => findings.some((finding) => finding.id === id && finding.outcome === "violated");
  if (group === "register" && isViolated("register.listed")) return texts.register.missing;
  if (group === "term" && isViolated("art26.p2.part2.document-cancellation")) return texts.term.cancelled;
  // Of a typed form only the register's data is genuine; it has no signature.
  const isTyped = group === "genuine" && findings.some(({ id, outcome }) => id === "document.signature" && outcome === "not_applicable");
  return texts[group][isTyped && tone === "good" ? "quiet" : tone];
}

/** Whether a check says nothing: what it compares is in neither. */
const isEmpty = ({ outcome, facts }: Finding) => {
  const register = (facts as Record<string, unknown>).register;
  return outcome === "satisfied" && Array.isArray(register) && register.length === 0;
};

const RANKS: Tone[] = ["bad", "open", "good", "quiet"];
const rankOf = ({ outcome }: Finding) => RANKS.indexOf(FINDING_TONE[outcome]);

export function Checks({ findings, words }: { findings: Findings; words: Words }) {
  const { t } = useLocale();
  const section = useRef<HTMLElement>(null);
  // A printed report has every check, also those that are folded on the screen.
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const before = () => {
      folded = [...(section.current?.querySelectorAll("details:not([open])") ?? [])] as HTMLDetailsElement[];
      for (const details of folded) details.open = true;
    };
    const after = () => {
      for (const details of folded) details.open = false;
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  const explained = findings.map((finding, at) => ({ finding, words: words[at] }));
  return (
    <section class="panel checks" aria-label={t.verify.checks} ref={section}>
      {GROUPS.map((group) => {
        // What decides comes first.
        const mine = explained
          .filter(({ finding }) => groupOf(finding.id) === group)
          .sort((left, right) => rankOf(left.finding) - rankOf(right.finding));
        const found = mine.map(({ finding }) => finding);
        const tone = toneOf(found);
        return (
          <details key={group} open={tone === "bad" || tone === "open"} data-group={group}>
            <summary>
              <Shape tone={tone} size={24} />
              <span class="words">
                <h2>{t.verify.groups[group].title}</h2>
                <span class={`status ${tone}`}>{statusOf(group, tone, found, t.verify.groups)}</span>
              </span>
            </summary>
            <ul>
              {mine
                .filter(({ finding }) => !isEmpty(finding))
                .map(({ finding, words }) => (
                  <li key={finding.id} class={finding.outcome === "not_applicable" || words?.waits ? "quiet" : undefined}>
                    <Shape tone={words?.waits ? "quiet" : FINDING_TONE[finding.outcome]} size={20} />
                    <div>
                      <h3>{words?.title}</h3>
                      <p>{words?.text}</p>
                      {words?.advice && !words.waits && (
                        <p class="advice">
                          <strong>{t.verify.toDo}:</strong> {words.advice}
                        </p>
                      )}
                    </div>
                  </li>
                ))}
            </ul>
          </details>
        );
      })}
      <details class="technical">
        <summary>{t.verify.technical}</summary>
        <ul>
          {explained.map(({ finding, words }) => (
            <li key={finding.id} class="quiet">
              {words?.title}: {words?.source} · <span class="mono">{finding.id}</span> · {finding.code}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
