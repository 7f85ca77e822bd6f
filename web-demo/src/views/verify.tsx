// One document: scanned, pasted or typed; and the answer about it.

import { useEffect, useRef, useState } from "preact/hooks";
import type { TypedForm, VerdictAnswer } from "rastau";

import { useLocale } from "../i18n";
import { Day } from "../parts/day";
import type { Failed, Scanned, Unread } from "../scan";
import { isFailure, verifier } from "../worker/client";
import type { Loaded } from "./register";
import { Verdict } from "./verdict";

type Input = TypedForm | string;

declare global {
  interface Window {
    /** The address with a document that the inline script of index.html removed from the address bar. */
    documentLink?: string | undefined;
  }
}

/** Returns the address with a document that the page was opened with, once. */
function takeLink(): string | undefined {
  const link = window.documentLink;
  delete window.documentLink;
  return link;
}

/** The site of a web address, in punycode. It can contain an identity number, so it is shown here and nowhere else. */
function site(input: string, text: (host: string) => string): string {
  const address = input.trim().replace(/^\][A-Za-z][0-9A-Za-z]/, "");
  if (!/^https?:/i.test(address)) return "";
  try {
    return text(new URL(address).host);
  } catch {
    return "";
  }
}

export function Verify({ loaded }: { loaded: Loaded }) {
  const locale = useLocale();
  const { t, lang, fill } = locale;
  const [input, setInput] = useState<Input>();
  const [on, setOn] = useState("");
  const [verdict, setVerdict] = useState<VerdictAnswer>();
  const [problem, setProblem] = useState("");
  /** What is read: a file, or a page of it. */
  const [busy, setBusy] = useState("");
  /** Why the file was not read. */
  const [failed, setFailed] = useState<Failed>();
  /** A PDF that waits for its password. */
  const [locked, setLocked] = useState<File>();
  const [unread, setUnread] = useState<Unread>();
  const [note, setNote] = useState("");
  /** The profession that the person's post asks for. */
  const [post, setPost] = useState("");

  // A telephone opened the page with a document after `#`, or passed it to the open page.
  useEffect(() => {
    const opened = () => {
      const link = takeLink();
      if (link === undefined) return;
      clear();
      setVerdict(undefined);
      setOn("");
      setInput(link);
    };
    opened();
    addEventListener("hashchange", opened);
    return () => removeEventListener("hashchange", opened);
  }, []);

  // Verifies again when the day, the language or the register changes, so that the answer matches the screen.
  useEffect(() => {
    if (input === undefined || !loaded.state) return;
    let current = true;
    const failed = (message: string) => {
      if (!current) return;
      setProblem(message);
      setVerdict(undefined);
    };
    verifier.verify(input, { on: on || undefined, post: post.trim() || undefined, lang }).then(
      (answer) => {
        // Only the package's errors are translated.
        if (isFailure(answer)) {
          if (answer.error.stage === "other") return failed(t.failed);
          return failed([answer.shown ?? answer.error.message, answer.shown && typeof input === "string" && site(input, (host) => fill(t.verify.site, { host }))].filter(Boolean).join(" "));
        }
        if (!current) return;
        setProblem("");
        setVerdict(answer);
      },
      () => failed(t.failed),
    );
    return () => {
      current = false;
    };
  }, [input, on, post, lang, loaded.state]);

  // The texts about files are loaded with the scanner.
  useEffect(() => {
    setNote("");
    if (!failed && !unread) return;
    let current = true;
    void import("../scan").then(({ noteText, problemText }) => {
      if (!current) return;
      if (failed) setProblem(problemText(failed, lang));
      if (unread) setNote(noteText(unread, lang));
    });
    return () => {
      current = false;
    };
  }, [failed, unread, lang]);

  const clear = () => {
    setProblem("");
    setFailed(undefined);
    setLocked(undefined);
    setUnread(undefined);
  };
  const scanned = (found: Scanned) => {
    setUnread(found.unread);
    if ("text" in found) setInput(found.text);
    else setFailed(found);
  };
  const file = async (chosen: File | undefined, password?: string) => {
    if (!chosen) return;
    clear();
    setBusy(t.verify.reading);
    try {
      const { scanFile } = await import("../scan");
      const progress = (page: number, total: number) => {
        if (total > 1) setBusy(fill(t.verify.readingPage, { page, total }));
      };
      const found = await scanFile(chosen, progress, password);
      if ("problem" in found && (found.problem === "password" || found.problem === "wrong-password")) setLocked(chosen);
      scanned(found);
    } catch {
      setProblem(t.failed);
    } finally {
      setBusy("");
    }
  };

  if (loaded.state === null) {
    const failure = loaded.failure?.error;
    const why = failure?.stage === "storage" ? t.storedDamaged : failure?.message;
    return (
      <section class="panel">
        <h1>{t.noRegister}</h1>
        <p>{why ?? t.noRegisterHelp}</p>
        <a class="button primary" href="#/register">
          {t.loadRegister}
        </a>
      </section>
    );
  }
  if (verdict && input !== undefined) {
    return (
      <>
        <Note text={note} />
        <Verdict
          verdict={verdict}
          info={loaded.state?.info}
          on={on}
          onDay={setOn}
          post={post}
          onPost={setPost}
          onAgain={() => (clear(), setInput(undefined), setVerdict(undefined), setOn(""), setPost(""))}
        />
      </>
    );
  }
  return (
    <div
      class="columns"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), void file(event.dataTransfer?.files[0]))}
    >
      <div class="wide">
        <h1>{t.verify.title}</h1>
        <p class="lead">{t.verify.lead}</p>
        <p role="alert" class={problem ? "problem" : undefined}>
          {problem}
        </p>
        <Note text={note} />
        <p role="status">{busy}</p>
      </div>
      <section class="panel" aria-label={t.verify.file}>
        <Camera onScanned={(found) => (clear(), scanned(found))} onProblem={(text) => (clear(), setProblem(text))} />
        <label class="button file">
          {t.verify.file}
          <input
            type="file"
            accept="image/*,application/pdf,.pdf,.tif,.tiff,.heic,.avif,.txt,.json"
            onChange={(event) => (void file(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
          />
        </label>
        <p class="quiet center">{t.verify.drop}</p>
        {locked && <Password onPassword={(password) => void file(locked, password)} />}
        <Paste onText={(text) => (clear(), setInput(text))} />
      </section>
      <ManualEntry onForm={(form) => (clear(), setInput(form))} />
    </div>
  );
}

/** A warning beside an answer. */
function Note({ text }: { text: string }) {
  return text ? (
    <p role="note" class="problem">
      {text}
    </p>
  ) : null;
}

function Password({ onPassword }: { onPassword(password: string): void }) {
  const { t } = useLocale();
  const [password, setPassword] = useState("");
  return (
    <form onSubmit={(event) => (event.preventDefault(), password && onPassword(password))}>
      <label class="field">
        <span>{t.verify.password}</span>
        <input name="password" type="password" autoComplete="off" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      </label>
      <button class="button" disabled={!password}>
        {t.verify.open}
      </button>
    </form>
  );
}

function Camera({ onScanned, onProblem }: { onScanned(found: Scanned): void; onProblem(text: string): void }) {
  const { t } = useLocale();
  const [on, setOn] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!on) return;
    let stream: MediaStream | undefined;
    let stop: (() => void) | undefined;
    let current = true;
    (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
        });
        const { watch } = await import("../scan");
        if (!current || !video.current) return stream.getTracks().forEach((track) => track.stop());
        video.current.srcObject = stream;
        await video.current.play();
        stop = watch(video.current, (found) => {
          if ("text" in found) setOn(false);
          onScanned(found);
        });
      } catch {
        setOn(false);
        onProblem(t.verify.cameraDenied);
      }
    })();
    return () => {
      current = false;
      stop?.();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [on]);
  return (
    <>
      <button class="button primary" onClick={() => setOn(!on)}>
        {on ? t.verify.stop : t.verify.camera}
      </button>
      {on && (
        <figure class="camera">
          <video ref={video} muted playsInline aria-label={t.verify.cameraOn} />
          <figcaption>{t.verify.cameraOn}</figcaption>
        </figure>
      )}
    </>
  );
}

function Paste({ onText }: { onText(text: string): void }) {
  const { t } = useLocale();
  const [text, setText] = useState("");
  return (
    <form onSubmit={(event) => (event.preventDefault(), text.trim() && onText(text))}>
      <label class="field">
        <span>{t.verify.paste}</span>
        <small>{t.verify.pasteHint}</small>
        <textarea
          rows={3}
          value={text}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData("text") ?? "";
            if (/^\s*(https:\S*#)?RST\d+:/.test(pasted)) onText(pasted);
          }}
        />
      </label>
      <button class="button" disabled={!text.trim()}>
        {t.verify.submit}
      </button>
    </form>
  );
}

const OPTIONAL = ["name", "level", "issued_on", "valid_until"] as const;

function ManualEntry({ onForm }: { onForm(form: TypedForm): void }) {
  const { t, lang } = useLocale();
  const [form, setForm] = useState<Record<string, string>>({});
  const [codeNote, setCodeNote] = useState<{ ok: boolean; text: string }>();
  const [holderNote, setHolderNote] = useState("");
  const set = (name: string) => (value: string) => setForm({ ...form, [name]: value });

  // The check character is verified as soon as the code is complete; a mistake is reported at the field.
  const code = form.code ?? "";
  const length = code.replace(/[\s‐-―−-]/g, "").length;
  useEffect(() => {
    if (length < 17) return setCodeNote(undefined);
    let current = true;
    verifier.code(code, lang).then((answer) => {
      if (!current) return;
      setCodeNote(isFailure(answer) ? { ok: false, text: answer.error.message } : { ok: true, text: t.verify.codeGood });
    });
    return () => {
      current = false;
    };
  }, [code, lang]);
  const holder = (form.holder ?? "").trim();
  useEffect(() => {
    if (!/^\d{12}$/.test(holder)) return setHolderNote("");
    let current = true;
    verifier.identity(holder, lang).then((answer) => current && setHolderNote(answer.valid ? "" : (answer.words ?? "")));
    return () => {
      current = false;
    };
  }, [holder, lang]);

  const submit = (event: Event) => {
    event.preventDefault();
    const filled = Object.entries(form).filter(([, value]) => value.trim() !== "");
    onForm(Object.fromEntries(filled) as unknown as TypedForm);
  };
  const label = { name: t.verify.name, level: t.verify.level, issued_on: t.verify.issued, valid_until: t.verify.until };
  return (
    <form class="panel" onSubmit={submit} aria-labelledby="typed">
      <h2 id="typed">{t.verify.typed}</h2>
      <label class="field">
        <span>{t.verify.number}</span>
        <input name="number" required maxLength={64} autoComplete="off" value={form.number ?? ""} onInput={(event) => set("number")(event.currentTarget.value)} />
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
          aria-describedby="code-hint code-note"
          aria-invalid={codeNote ? !codeNote.ok : undefined}
          value={code}
          onInput={(event) => set("code")(event.currentTarget.value)}
        />
        <small id="code-note" role="status" class={codeNote ? (codeNote.ok ? "note good" : "note bad") : undefined}>
          {codeNote?.text}
        </small>
      </label>
      <label class="field">
        <span>{t.verify.holder}</span>
        <small id="holder-hint">{t.verify.holderHint}</small>
        <input
          name="holder"
          class="mono"
          inputMode="numeric"
          autoComplete="off"
          aria-describedby="holder-hint holder-note"
          aria-invalid={holderNote ? true : undefined}
          value={form.holder ?? ""}
          onInput={(event) => set("holder")(event.currentTarget.value)}
        />
        <small id="holder-note" role="status" class={holderNote ? "note bad" : undefined}>
          {holderNote}
        </small>
      </label>
      <fieldset class="pair">
        <legend>{t.verify.optional}</legend>
        {OPTIONAL.map((name) => (
          <label class="field" key={name}>
            <span>{label[name]}</span>
            {name.endsWith("_on") || name === "valid_until" ? (
              <Day name={name} value={form[name] ?? ""} onValue={set(name)} />
            ) : (
              <input name={name} autoComplete="off" value={form[name] ?? ""} onInput={(event) => set(name)(event.currentTarget.value)} />
            )}
          </label>
        ))}
      </fieldset>
      <button class="button primary">{t.verify.submit}</button>
    </form>
  );
}
