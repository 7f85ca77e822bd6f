// The fields of a printed document, typed by a user. A mistake is told at its field.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TypedForm } from "rastau";

import { useLocale } from "../i18n";
import { isFailure, verifier } from "../worker/client";
import { Day } from "./day";

/** What is wrong with a field, in the language of the page. */
export interface FieldProblem {
  field: keyof TypedForm;
  text: string;
}

const OPTIONAL = ["name", "level", "issued_on", "valid_until"] as const;
const isDay = (name: (typeof OPTIONAL)[number]) => name === "issued_on" || name === "valid_until";

interface Props {
  problem: FieldProblem | undefined;
  onForm(form: TypedForm): void;
  children: ComponentChildren;
}

export function TypedEntry({ problem, onForm, children }: Props) {
  const { t, lang } = useLocale();
  const [form, setForm] = useState<Record<string, string>>({});
  const [codeNote, setCodeNote] = useState<{ ok: boolean; text: string }>();
  const [holderNote, setHolderNote] = useState("");
  /** A field that is empty or half typed, so that nothing was asked. */
  const [incomplete, setIncomplete] = useState("");
  /** The problem that the user has seen and begun to correct. */
  const [seen, setSeen] = useState<FieldProblem>();
  const fields = useRef<HTMLFormElement>(null);
  const wrong = problem && problem !== seen ? problem : undefined;
  const set = (name: string) => (value: string) => {
    setForm((before) => ({ ...before, [name]: value }));
    if (name === incomplete) setIncomplete("");
    if (problem?.field === name) setSeen(problem);
  };

  // The check character is verified as soon as the code is complete.
  const code = form.code ?? "";
  const length = code.replace(/[\s‐-―−-]/g, "").length;
  useEffect(() => {
    if (length < 17) return setCodeNote(undefined);
    let current = true;
    verifier.code(code, lang).then((answer) => {
      if (!current) return;
      setCodeNote(isFailure(answer) ? { ok: false, text: answer.error.message } : { ok: true, text: t.verify.codeGood });
    }, () => undefined);
    return () => {
      current = false;
    };
  }, [code, lang]);
  const holder = (form.holder ?? "").trim();
  useEffect(() => {
    if (!/^\d{12}$/.test(holder)) return setHolderNote("");
    let current = true;
    verifier.identity(holder, lang).then((answer) => current && setHolderNote(answer.valid ? "" : (answer.words ?? "")), () => undefined);
    return () => {
      current = false;
    };
  }, [holder, lang]);

  const focus = (field: string) => {
    const input = fields.current?.querySelector<HTMLInputElement>(`[name=${field}]`);
    const folded = input?.closest("details");
    if (folded) folded.open = true;
    input?.focus();
    input?.scrollIntoView({ block: "center" });
  };
  useEffect(() => {
    if (problem) focus(problem.field);
  }, [problem]);

  const submit = (event: Event) => {
    event.preventDefault();
    // The browser reports no value for a date that is half typed; it must not be left out unnoticed.
    const half = fields.current?.querySelector<HTMLInputElement>("input[type=date]:invalid");
    const missing = form.number?.trim() ? half?.name : "number";
    setIncomplete(missing ?? "");
    if (missing) return focus(missing);
    const filled = Object.entries(form).filter(([, value]) => value.trim() !== "");
    setSeen(undefined);
    onForm(Object.fromEntries(filled) as unknown as TypedForm);
  };
  const label = { name: t.verify.name, level: t.verify.level, issued_on: t.verify.issued, valid_until: t.verify.until };
  /** What is told at a field: why it was refused, else what is known while it is typed. */
  const noteOf = (field: string, live?: { ok: boolean; text: string }) => (wrong?.field === field ? { ok: false, text: wrong.text } : live);
  const marks = (field: string, note: { ok: boolean; text: string } | undefined, hint?: string) => ({
    "aria-describedby": [hint, `${field}-note`].filter(Boolean).join(" "),
    "aria-invalid": note && !note.ok ? true : undefined,
  });
  const optionalNote = (name: string) => noteOf(name, name === incomplete ? { ok: false, text: t.verify.dayMissing } : undefined);
  const numberNote = noteOf("number", incomplete === "number" ? { ok: false, text: t.verify.numberMissing } : undefined);
  const typedCode = noteOf("code", codeNote);
  const typedHolder = noteOf("holder", holderNote ? { ok: false, text: holderNote } : undefined);
  return (
    <form class="panel" ref={fields} onSubmit={submit} aria-labelledby="typed" noValidate>
      <h2 id="typed">{t.verify.typed}</h2>
      <label class="field">
        <span>{t.verify.number}</span>
        <input
          name="number"
          required
          maxLength={64}
          autoComplete="off"
          {...marks("number", numberNote)}
          value={form.number ?? ""}
          onInput={(event) => set("number")(event.currentTarget.value)}
        />
        <Note field="number" note={numberNote} />
      </label>
      <label class="field">
        <span>{t.verify.code}</span>
        <small id="code-hint">{t.verify.codeHint}</small>
        <input
          name="code"
          class="mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          {...marks("code", typedCode, "code-hint")}
          value={code}
          onInput={(event) => set("code")(event.currentTarget.value)}
        />
        <Note field="code" note={typedCode} />
      </label>
      <label class="field">
        <span>{t.verify.holder}</span>
        <small id="holder-hint">{t.verify.holderHint}</small>
        <input
          name="holder"
          class="mono"
          inputMode="numeric"
          autoComplete="off"
          {...marks("holder", typedHolder, "holder-hint")}
          value={form.holder ?? ""}
          onInput={(event) => set("holder")(event.currentTarget.value)}
        />
        <Note field="holder" note={typedHolder} />
      </label>
      <details class="more">
        <summary>{t.verify.more}</summary>
        <div class="pair">
          {OPTIONAL.map((name) => (
            <label class="field" key={name}>
              <span>{label[name]}</span>
              {isDay(name) ? (
                <Day name={name} {...marks(name, optionalNote(name))} value={form[name] ?? ""} onValue={set(name)} />
              ) : (
                <input name={name} autoComplete="off" {...marks(name, optionalNote(name))} value={form[name] ?? ""} onInput={(event) => set(name)(event.currentTarget.value)} />
              )}
              <Note field={name} note={optionalNote(name)} />
            </label>
          ))}
        </div>
      </details>
      <button class="button primary">{t.verify.submit}</button>
      {children}
    </form>
  );
}

function Note({ field, note }: { field: string; note: { ok: boolean; text: string } | undefined }) {
  return (
    <small id={`${field}-note`} role="status" class={note ? (note.ok ? "note good" : "note bad") : undefined}>
      {note?.text}
    </small>
  );
}
