// The register on this device: which it is, how it is updated, and how it goes.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { useSpeech, type Words } from "../i18n";
import { isRefusal, verifier } from "../worker/client";
import type { Or, Refusal, RegisterState } from "../worker/worker";

/** `undefined` while it is being opened, `null` where there is none. */
export interface Loaded {
  state: RegisterState | null | undefined;
  refusal?: Refusal;
}

/** Why a bundle was refused, by the stable number of the error. */
function whyRefused({ refused }: Refusal, why: Words["register"]["why"]): string {
  switch (refused.code) {
    case 106:
    case 107:
    case 109:
      return why.rollback;
    case 101:
    case 103:
    case 104:
      return why.signature;
    case 102:
      return why.foreign;
    case 105:
      return why.expired;
    case 100:
    case 108:
    case 110:
    case 113:
    case 301:
      return why.damaged;
    case 112:
      return why.notBundle;
    default:
      return why.network;
  }
}

export function Register({ loaded, onLoaded }: { loaded: Loaded; onLoaded(loaded: Loaded): void }) {
  const said = useSpeech();
  const { w, lang, fill, date } = said;
  const [note, setNote] = useState<{ good: boolean; text: string; detail?: string }>();
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState("");
  const [sure, setSure] = useState(false);
  const [asking, setAsking] = useState<{ file: File; fingerprint: string; register: string }>();
  const state = loaded.state;

  const took = (answer: Or<RegisterState>) => {
    if (isRefusal(answer)) {
      const text = `${state ? w.register.refused : w.register.refusedFirst} ${whyRefused(answer, w.register.why)}`;
      return setNote({ good: false, text, detail: answer.refused.message });
    }
    const same = state && state.info.epoch === answer.info.epoch && state.info.version === answer.info.version;
    onLoaded({ state: answer });
    setNote({ good: true, text: same ? w.register.same : fill(w.register.done, { date: date(answer.info.as_of) }) });
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setNote(undefined);
    await work().catch(() => setNote({ good: false, text: w.failed }));
    setBusy(false);
  };
  const byFile = (file: File | undefined) =>
    file &&
    run(async () => {
      // A first register is trusted by its fingerprint; every later one by the keys of the first.
      if (!state) {
        const found = await verifier.fingerprint(file);
        if (isRefusal(found)) return took(found);
        return setAsking({ file, ...found });
      }
      took(await verifier.takeFile(file, lang));
    });
  const forget = () =>
    run(async () => {
      await verifier.forget();
      setSure(false);
      onLoaded({ state: null });
      setNote({ good: true, text: w.register.forgotten });
    });

  return (
    <>
      <h1>{w.register.title}</h1>
      <p class="lead">{w.register.lead}</p>
      <p role="status" class={note && (note.good ? "done" : "problem")}>
        {busy ? w.wait : note?.text}
        {note?.detail && <small lang="en">{note.detail}</small>}
      </p>
      {state ? <Facts state={state} /> : <p class="panel">{state === null ? w.noRegister : w.wait}</p>}

      {asking && (
        <section class="panel ask" role="alertdialog" aria-labelledby="trust" aria-describedby="trust-help">
          <h2 id="trust">{w.register.trust}</h2>
          <p id="trust-help">{w.register.trustHelp}</p>
          <p>
            <strong>{asking.register}</strong>
          </p>
          <Fingerprint of={asking.fingerprint} />
          <div class="actions">
            <button
              class="button primary"
              onClick={() => run(async () => (setAsking(undefined), took(await verifier.takeFile(asking.file, lang))))}
            >
              {w.register.trustYes}
            </button>
            <button class="button" onClick={() => setAsking(undefined)}>
              {w.register.cancel}
            </button>
          </div>
        </section>
      )}

      <div class="columns">
        <section class="panel" aria-labelledby="update">
          <h2 id="update">{state ? w.register.update : w.loadRegister}</h2>
          <label class="button file">
            {w.register.byFile}
            <input
              type="file"
              accept=".rastau"
              onChange={(event) => (byFile(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          {state && (
            <form
              onSubmit={(event) => (event.preventDefault(), void run(async () => took(await verifier.takeUrl(url, lang))))}
            >
              <label class="field">
                <span>{w.register.byUrl}</span>
                <input type="url" required placeholder="https://…/bundle.rastau" value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
              </label>
              <button class="button">{w.register.fetch}</button>
            </form>
          )}
        </section>
        {state && (
          <section class="panel" aria-labelledby="forget">
            <h2 id="forget">{w.register.forget}</h2>
            <p>{w.register.forgetHelp}</p>
            {sure ? (
              <div class="actions" role="group" aria-label={w.register.forgetSure}>
                <p>{w.register.forgetSure}</p>
                <button class="button danger" onClick={forget}>
                  {w.register.forget}
                </button>
                <button class="button" onClick={() => setSure(false)}>
                  {w.register.cancel}
                </button>
              </div>
            ) : (
              <button class="button" onClick={() => setSure(true)}>
                {w.register.forget}
              </button>
            )}
          </section>
        )}
      </div>
    </>
  );
}

/** What a person compares with what the register's operator publishes: in groups, or nobody keeps the place. */
function Fingerprint({ of }: { of: string }) {
  return <span class="mono fingerprint">{of.match(/.{8}/g)?.join(" ")}</span>;
}

function Facts({ state }: { state: RegisterState }) {
  const { w, fill, date, number } = useSpeech();
  const { info } = state;
  const late = Date.parse(info.next_update) < Date.now();
  const rows: [string, ComponentChildren][] = [
    [w.register.name, info.register],
    [w.register.version, `${info.epoch}.${info.version}`],
    [w.register.asOf, date(info.as_of)],
    [w.register.checked, date(info.checked_at)],
    [w.register.next, date(info.next_update)],
    [w.register.notAfter, date(info.not_after)],
    [w.register.covers, fill(w.register.from, { date: date(info.coverage.from) })],
    [w.register.documents, number(info.documents)],
    [w.register.size, `${number(Math.ceil(state.size / 1024))} KiB`],
  ];
  if (info.working_days) rows.push([w.register.days, `${date(info.working_days.from)} – ${date(info.working_days.until)}`]);
  rows.push([
    w.register.root,
    <>
      {fill(w.register.rootVersion, { version: info.root.version, date: date(info.root.expires) })}
      <Fingerprint of={info.root.fingerprint} />
    </>,
  ]);
  return (
    <section class="panel">
      {late && <p class="problem">{w.register.late}</p>}
      <dl class="rows">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{w.register.keys}</summary>
        <dl class="rows">
          {info.root.roles.map((role) => (
            <div key={role.role}>
              <dt>{w.register.roles[role.role as keyof typeof w.register.roles]}</dt>
              <dd>
                {fill(w.register.threshold, { threshold: role.threshold, keys: role.keys.length })}
                <br />
                <span class="mono">{role.keys.join(", ")}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p class="quiet">{state.kept ? w.register.kept : w.register.notKept}</p>
    </section>
  );
}
