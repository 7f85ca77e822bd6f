// One document: scanned, pasted or typed in; and the answer.

import { useEffect, useRef, useState } from "preact/hooks";
import type { TypedForm, VerdictAnswer } from "rastau";

import { useSpeech, type Speech } from "../i18n";
import { Day } from "../parts/day";
import type { Scanned } from "../parts/scan";
import { isRefusal, verifier } from "../worker/client";
import type { Loaded } from "./register";
import { Verdict } from "./verdict";

type Input = TypedForm | string;

export function Verify({ loaded }: { loaded: Loaded }) {
  const said = useSpeech();
  const { w, lang } = said;
  const [input, setInput] = useState<Input>();
  const [on, setOn] = useState("");
  const [verdict, setVerdict] = useState<VerdictAnswer>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  // Asked again when the day or the language changes: the answer stays the answer to what is on the screen.
  useEffect(() => {
    if (input === undefined || !loaded.state) return;
    let current = true;
    verifier.verify(input, { on: on || undefined, lang }).then((answer) => {
      if (!current) return;
      if (isRefusal(answer)) {
        setProblem(answer.refused.message);
        setVerdict(undefined);
      } else {
        setProblem("");
        setVerdict(answer);
      }
    });
    return () => {
      current = false;
    };
  }, [input, on, lang, loaded.state]);

  const scanned = (found: Scanned) => {
    if ("text" in found) setInput(found.text);
    else setProblem(problemOf(found, said));
  };
  const file = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem("");
    setBusy(true);
    try {
      const { scanFile } = await import("../parts/scan");
      scanned(await scanFile(chosen));
    } catch {
      setProblem(w.failed);
    } finally {
      setBusy(false);
    }
  };

  if (loaded.state === null) {
    return (
      <section class="panel">
        <h1>{w.noRegister}</h1>
        <p>{loaded.refusal ? loaded.refusal.refused.message : w.noRegisterHelp}</p>
        <a class="button primary" href="#/register">
          {w.loadRegister}
        </a>
      </section>
    );
  }
  if (verdict && input !== undefined) {
    return (
      <Verdict
        verdict={verdict}
        info={loaded.state?.info}
        on={on}
        onDay={setOn}
        onAgain={() => (setInput(undefined), setVerdict(undefined), setOn(""))}
      />
    );
  }
  return (
    <div
      class="columns"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), void file(event.dataTransfer?.files[0]))}
    >
      <div class="wide">
        <h1>{w.verify.title}</h1>
        <p class="lead">{w.verify.lead}</p>
        <p role="alert" class={problem ? "problem" : undefined}>
          {problem}
        </p>
        <p role="status">{busy ? w.verify.reading : ""}</p>
      </div>
      <section class="panel" aria-label={w.verify.file}>
        <Camera onScanned={scanned} onProblem={setProblem} />
        <label class="button file">
          {w.verify.file}
          <input
            type="file"
            accept="image/*,application/pdf,.pdf,.txt,.json"
            onChange={(event) => (void file(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
          />
        </label>
        <p class="quiet center">{w.verify.drop}</p>
        <Paste onText={(text) => (setProblem(""), setInput(text))} />
      </section>
      <Typed onForm={(form) => (setProblem(""), setInput(form))} />
    </div>
  );
}

function problemOf(found: Exclude<Scanned, { text: string }>, { w, fill }: Speech): string {
  switch (found.problem) {
    case "no-code":
      return w.verify.noCode;
    case "several":
      return fill(w.verify.severalCodes, { count: found.count });
    case "wrong-code":
      return fill(w.verify.wrongCode, { text: found.said });
    case "too-big":
      return w.verify.tooBig;
    case "not-picture":
      return w.verify.notPicture;
    case "bad-pdf":
      return w.verify.badPdf;
  }
}

function Camera({ onScanned, onProblem }: { onScanned(found: Scanned): void; onProblem(text: string): void }) {
  const { w } = useSpeech();
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
        const { watch } = await import("../parts/scan");
        if (!current || !video.current) return stream.getTracks().forEach((track) => track.stop());
        video.current.srcObject = stream;
        await video.current.play();
        stop = watch(video.current, (found) => {
          if ("text" in found) setOn(false);
          onScanned(found);
        });
      } catch {
        setOn(false);
        onProblem(w.verify.cameraDenied);
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
        {on ? w.verify.stop : w.verify.camera}
      </button>
      {on && (
        <figure class="camera">
          <video ref={video} muted playsInline aria-label={w.verify.cameraOn} />
          <figcaption>{w.verify.cameraOn}</figcaption>
        </figure>
      )}
    </>
  );
}

function Paste({ onText }: { onText(text: string): void }) {
  const { w } = useSpeech();
  const [text, setText] = useState("");
  return (
    <form onSubmit={(event) => (event.preventDefault(), text.trim() && onText(text))}>
      <label class="field">
        <span>{w.verify.paste}</span>
        <small>{w.verify.pasteHint}</small>
        <textarea
          rows={3}
          value={text}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData("text") ?? "";
            if (/^\s*RST\d+:/.test(pasted)) onText(pasted);
          }}
        />
      </label>
      <button class="button" disabled={!text.trim()}>
        {w.verify.submit}
      </button>
    </form>
  );
}

const OPTIONAL = ["name", "level", "issued_on", "valid_until"] as const;

function Typed({ onForm }: { onForm(form: TypedForm): void }) {
  const said = useSpeech();
  const { w, lang } = said;
  const [form, setForm] = useState<Record<string, string>>({});
  const [codeNote, setCodeNote] = useState<{ good: boolean; text: string }>();
  const [holderNote, setHolderNote] = useState("");
  const set = (name: string) => (value: string) => setForm({ ...form, [name]: value });

  // The check character is looked at as soon as the whole code is there, and a mistake is told at the field.
  const code = form.code ?? "";
  const length = code.replace(/[\s‐-―−-]/g, "").length;
  useEffect(() => {
    if (length < 17) return setCodeNote(undefined);
    let current = true;
    verifier.code(code, lang).then((answer) => {
      if (!current) return;
      setCodeNote(isRefusal(answer) ? { good: false, text: answer.refused.message } : { good: true, text: w.verify.codeGood });
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
  const label = { name: w.verify.name, level: w.verify.level, issued_on: w.verify.issued, valid_until: w.verify.until };
  return (
    <form class="panel" onSubmit={submit} aria-labelledby="typed">
      <h2 id="typed">{w.verify.typed}</h2>
      <label class="field">
        <span>{w.verify.number}</span>
        <input name="number" required maxLength={64} autoComplete="off" value={form.number ?? ""} onInput={(event) => set("number")(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{w.verify.code}</span>
        <small id="code-hint">{w.verify.codeHint}</small>
        <input
          name="code"
          class="mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          aria-describedby="code-hint code-note"
          aria-invalid={codeNote ? !codeNote.good : undefined}
          value={code}
          onInput={(event) => set("code")(event.currentTarget.value)}
        />
        <small id="code-note" role="status" class={codeNote ? (codeNote.good ? "note good" : "note bad") : undefined}>
          {codeNote?.text}
        </small>
      </label>
      <label class="field">
        <span>{w.verify.holder}</span>
        <small id="holder-hint">{w.verify.holderHint}</small>
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
        <legend>{w.verify.optional}</legend>
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
      <button class="button primary">{w.verify.submit}</button>
    </form>
  );
}
