// An outcome is shown by colour, text and shape; each of the three is sufficient alone.

import type { VNode } from "preact";
import type { FindingOutcome } from "rastau";

import type { RowOutcome } from "../worker/worker";

export type Tone = "good" | "bad" | "open" | "quiet";

const SHAPES: Record<Tone, VNode> = {
  good: (
    <>
      <circle cx="12" cy="12" r="11" />
      <path d="M7 12.5l3.5 3.5L17 9" />
    </>
  ),
  bad: (
    <>
      <path class="face" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z" />
      <path d="M8 8l8 8M16 8l-8 8" />
    </>
  ),
  open: (
    <>
      <path class="face" d="M12 1l11 11-11 11L1 12z" />
      <path d="M9.6 9.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M12 16.6v.2" />
    </>
  ),
  quiet: <path d="M6 12h12" />,
};

export function Shape({ tone, size = 24 }: { tone: Tone; size?: number }) {
  return (
    <svg class={`shape ${tone}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}

export const OUTCOME_TONE: Record<RowOutcome, Tone> = { valid: "good", invalid: "bad", indeterminate: "open", unreadable: "quiet", repeated: "quiet" };
export const FINDING_TONE: Record<FindingOutcome, Tone> = {
  satisfied: "good",
  violated: "bad",
  undetermined: "open",
  contestable: "open",
  not_applicable: "quiet",
};
