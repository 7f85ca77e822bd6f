// The register on this device: its details, updates and removal.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { useLocale, type Texts } from "../i18n";
import { isLate, reasonOf, UpdateNow } from "../parts/update";
import { useRegisterContext } from "../register";
import { BROKEN, callback, isFailure, verifier } from "../worker/client";
import type { Failure, RegisterState, Result } from "../worker/worker";

/** What came of the last action. Its text follows the language of the page. */
type Note =
  | { kind: "refused"; failure: Failure; isFirst: boolean }
  | { kind: "same" | "forgotten" | "left" | "notForgotten" }
  | { kind: "done"; asOf: string };

export function Register() {
  const { t, lang, fill, date } = useLocale();
  const { loaded, updating, show } = useRegisterContext();
  const [note, setNote] = useState<Note>();
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState("");
  const [confirming, setConfirming] = useState(false);
  const [untrusted, setUntrusted] = useState<{ file: File; fingerprint: string; register: string }>();
  const state = loaded.state;

  const showResult = (result: Result<RegisterState>) => {
    if (isFailure(result)) {
      if (result.closed) show({ state: null, failure: result });
      return setNote({ kind: "refused", failure: result, isFirst: !state });
    }
    const same = state && state.info.epoch === result.info.epoch && state.info.version === result.info.version;
    show({ state: result });
    setNote(same ? { kind: "same" } : { kind: "done", asOf: result.info.as_of });
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setNote(undefined);
    await work().catch(() => setNote({ kind: "refused", failure: BROKEN, isFirst: !state }));
    setBusy(false);
  };
  const byFile = (file: File | undefined) =>
    file &&
    run(async () => {
      // The first register is trusted by its fingerprint; later ones are checked with the keys of the first.
      if (!state) {
        const details = await verifier.fingerprint(file);
        if (isFailure(details)) return showResult(details);
        if (details) return setUntrusted({ file, ...details });
      }
      showResult(await verifier.installFile(file, undefined, lang));
    });
  const forget = () =>
    run(async () => {
      const result = await verifier.forget();
      setConfirming(false);
      if (isFailure(result)) {
        await verifier.refresh(lang);
        return setNote({ kind: "notForgotten" });
      }
      show({ state: null });
      setNote({ kind: result.left > 0 ? "left" : "forgotten" });
    });
  const ok = note?.kind === "done" || note?.kind === "same" || note?.kind === "forgotten";

  return (
    <>
      <h1>{t.register.title}</h1>
      <p class="lead">{t.register.lead}</p>
      <p role="status" class={note && (ok ? "done" : "problem")}>
        {busy ? t.wait : note && noteText(note, t, (asOf) => fill(t.register.done, { date: date(asOf) }))}
        {note?.kind === "refused" && <small lang="en">{note.failure.error.message}</small>}
      </p>
      {state ? <Facts state={state} /> : <p class="panel">{state === null ? t.noRegister : t.update.first}</p>}

      {untrusted && (
        <section class="panel ask" role="alertdialog" aria-labelledby="trust" aria-describedby="trust-help">
          <h2 id="trust">{t.register.trust}</h2>
          <p id="trust-help">{t.register.trustHelp}</p>
          <p>
            <strong>{untrusted.register}</strong>
          </p>
          <Fingerprint of={untrusted.fingerprint} />
          <div class="actions">
            <button
              class="button primary"
              onClick={() => run(async () => (setUntrusted(undefined), showResult(await verifier.installFile(untrusted.file, untrusted.fingerprint, lang))))}
            >
              {t.register.trustYes}
            </button>
            <button class="button" onClick={() => setUntrusted(undefined)}>
              {t.register.cancel}
            </button>
          </div>
        </section>
      )}

      <div class="columns">
        <section class="panel" aria-labelledby="update">
          <h2 id="update">{state ? t.register.update : t.loadRegister}</h2>
          {state && <p>{t.update.auto}</p>}
          {state && updating.failure && <p class="quiet">{`${t.update.failed} ${reasonOf(updating.failure, t.register.why)}`}</p>}
          <UpdateNow {...(!state && { label: t.update.own })} />
          <label class="button file">
            {t.register.byFile}
            <input
              type="file"
              accept=".rastau"
              onChange={(event) => (byFile(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          {state && (
            <form
              onSubmit={(event) => (event.preventDefault(), void run(async () => showResult(await verifier.installUrl(url, lang, callback(() => undefined)))))}
            >
              <label class="field">
                <span>{t.register.byUrl}</span>
                <input type="url" required placeholder="https://…/bundle.rastau" value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
              </label>
              <button class="button">{t.register.fetch}</button>
            </form>
          )}
        </section>
        {(state || loaded.failure || note?.kind === "left" || note?.kind === "notForgotten") && (
          <section class="panel" aria-labelledby="forget">
            <h2 id="forget">{t.register.forget}</h2>
            <p>{t.register.forgetHelp}</p>
            {confirming ? (
              <div class="actions" role="group" aria-label={t.register.forgetSure}>
                <p>{t.register.forgetSure}</p>
                <button class="button danger" onClick={forget}>
                  {t.register.forget}
                </button>
                <button class="button" onClick={() => setConfirming(false)}>
                  {t.register.cancel}
                </button>
              </div>
            ) : (
              <button class="button" onClick={() => (note?.kind === "left" ? void forget() : setConfirming(true))}>
                {note?.kind === "left" ? t.register.rest : t.register.forget}
              </button>
            )}
          </section>
        )}
      </div>
    </>
  );
}

function noteText(note: Note, t: Texts, done: (asOf: string) => string): string {
  const { refused, refusedFirst, closed, why } = t.register;
  switch (note.kind) {
    case "refused":
      return `${note.failure.closed ? closed : note.isFirst ? refusedFirst : refused} ${reasonOf(note.failure, why)}`;
    case "done":
      return done(note.asOf);
    case "same":
    case "forgotten":
    case "left":
    case "notForgotten":
      return t.register[note.kind];
  }
}

/** A fingerprint for comparison with the one that the register's operator publishes, in groups of eight digits. */
function Fingerprint({ of }: { of: string }) {
  return <span class="mono fingerprint">{of.match(/.{8}/g)?.join(" ")}</span>;
}

const KEPT = { stored: "kept", denied: "notKept", full: "full" } as const;

function Facts({ state }: { state: RegisterState }) {
  const { t, fill, date, number } = useLocale();
  const { info } = state;
  const rows: [string, ComponentChildren][] = [
    [t.register.name, info.register],
    [t.register.version, `${info.epoch}.${info.version}`],
    [t.register.asOf, date(info.as_of)],
    [t.register.checked, date(info.checked_at)],
    [t.register.next, date(info.next_update)],
    [t.register.notAfter, date(info.not_after)],
    [t.register.covers, fill(t.register.from, { date: date(info.coverage.from) })],
    [t.register.documents, number(info.documents)],
    [t.register.size, `${number(Math.ceil(state.size / 1024))} KiB`],
  ];
  if (info.working_days) rows.push([t.register.days, `${date(info.working_days.from)} – ${date(info.working_days.until)}`]);
  rows.push([
    t.register.root,
    <>
      {fill(t.register.rootVersion, { version: info.root.version, date: date(info.root.expires) })}
      <Fingerprint of={info.root.fingerprint} />
    </>,
  ]);
  return (
    <section class="panel">
      {isLate(state) && <p class="problem">{t.register.late}</p>}
      <dl class="rows">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t.register.keys}</summary>
        <dl class="rows">
          {info.root.roles.map((role) => (
            <div key={role.role}>
              <dt>{t.register.roles[role.role as keyof typeof t.register.roles]}</dt>
              <dd>
                {fill(t.register.threshold, { threshold: role.threshold, keys: role.keys.length })}
                <br />
                <span class="mono">{role.keys.join(", ")}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p class={state.kept === "full" ? "problem" : "quiet"}>{t.register[KEPT[state.kept]]}</p>
    </section>
  );
}
