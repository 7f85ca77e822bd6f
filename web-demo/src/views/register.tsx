// The register on this device: its details, updates and removal.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { errorCodes } from "rastau/codes";

import { useLocale, type Texts } from "../i18n";
import { isFailure, verifier } from "../worker/client";
import type { Failure, RegisterState, Result } from "../worker/worker";

/** The register of the page. `state` is `undefined` while the register is being opened, and `null` where there is none. */
export interface Loaded {
  state: RegisterState | null | undefined;
  failure?: Failure;
}

/** The text for the reason of a rejected bundle. */
function reasonOf({ error }: Failure, why: Texts["register"]["why"]): string {
  switch (error.code) {
    case errorCodes.BUNDLE_ROLLBACK:
    case errorCodes.BUNDLE_OTHER_CONTENT:
    case errorCodes.BUNDLE_SEGMENT_VANISHED:
      return why.rollback;
    case errorCodes.BUNDLE_SIGNATURES:
    case errorCodes.BUNDLE_ROLES:
    case errorCodes.BUNDLE_CHAIN:
      return why.signature;
    case errorCodes.BUNDLE_FOREIGN:
      return why.foreign;
    case errorCodes.BUNDLE_ROOT_EXPIRED:
    case errorCodes.BUNDLE_ENDED:
      return why.expired;
    case errorCodes.BUNDLE_MALFORMED:
    case errorCodes.BUNDLE_MIXED_UP:
    case errorCodes.BUNDLE_SEGMENTS:
    case errorCodes.BUNDLE_FILE_TOO_LARGE:
    case errorCodes.JS_PAGE:
      return why.damaged;
    case errorCodes.BUNDLE_NEWER_FORMAT:
      return why.newer;
    case errorCodes.BUNDLE_FILE:
      return why.notBundle;
    default:
      return error.stage === "other" ? why.network : why.damaged;
  }
}

export function Register({ loaded, onLoaded }: { loaded: Loaded; onLoaded(loaded: Loaded): void }) {
  const { t, lang, fill, date } = useLocale();
  const [note, setNote] = useState<{ ok: boolean; text: string; detail?: string }>();
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState("");
  const [confirming, setConfirming] = useState(false);
  const [untrusted, setUntrusted] = useState<{ file: File; fingerprint: string; register: string }>();
  const state = loaded.state;

  const showResult = (result: Result<RegisterState>) => {
    if (isFailure(result)) {
      const { refused, refusedFirst, closed, why } = t.register;
      const outcome = result.closed ? closed : state ? refused : refusedFirst;
      if (result.closed) onLoaded({ state: null, failure: result });
      const text = `${outcome} ${reasonOf(result, why)}`;
      return setNote({ ok: false, text, detail: result.error.message });
    }
    const same = state && state.info.epoch === result.info.epoch && state.info.version === result.info.version;
    onLoaded({ state: result });
    setNote({ ok: true, text: same ? t.register.same : fill(t.register.done, { date: date(result.info.as_of) }) });
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setNote(undefined);
    await work().catch(() => setNote({ ok: false, text: t.failed }));
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
      await verifier.forget();
      setConfirming(false);
      onLoaded({ state: null });
      setNote({ ok: true, text: t.register.forgotten });
    });

  return (
    <>
      <h1>{t.register.title}</h1>
      <p class="lead">{t.register.lead}</p>
      <p role="status" class={note && (note.ok ? "done" : "problem")}>
        {busy ? t.wait : note?.text}
        {note?.detail && <small lang="en">{note.detail}</small>}
      </p>
      {state ? <Facts state={state} /> : <p class="panel">{state === null ? t.noRegister : t.wait}</p>}

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
              onSubmit={(event) => (event.preventDefault(), void run(async () => showResult(await verifier.installUrl(url, lang))))}
            >
              <label class="field">
                <span>{t.register.byUrl}</span>
                <input type="url" required placeholder="https://…/bundle.rastau" value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
              </label>
              <button class="button">{t.register.fetch}</button>
            </form>
          )}
        </section>
        {(state || loaded.failure) && (
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
              <button class="button" onClick={() => setConfirming(true)}>
                {t.register.forget}
              </button>
            )}
          </section>
        )}
      </div>
    </>
  );
}

/** A fingerprint for comparison with the one that the register's operator publishes, in groups of eight digits. */
function Fingerprint({ of }: { of: string }) {
  return <span class="mono fingerprint">{of.match(/.{8}/g)?.join(" ")}</span>;
}

function Facts({ state }: { state: RegisterState }) {
  const { t, fill, date, number } = useLocale();
  const { info } = state;
  const late = Date.parse(info.next_update) < Date.now();
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
      {late && <p class="problem">{t.register.late}</p>}
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
      <p class="quiet">{state.stored ? t.register.kept : t.register.notKept}</p>
    </section>
  );
}
