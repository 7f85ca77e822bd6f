// One document: scanned, pasted or typed; and the answer about it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TypedForm, VerdictAnswer } from "rastau";

import { useLocale } from "../i18n";
import { Camera } from "../parts/camera";
import { lazy } from "../parts/guard";
import { NoRegister } from "../parts/none";
import { TypedEntry, type FieldProblem } from "../parts/typed";
import { useRegisterContext } from "../register";
import type { Failed, Scanned, Unread } from "../scan";
import { isFailure, verifier } from "../worker/client";

/** Not a part of the first load: it is loaded while the first document is read. */
const loadVerdict = () => import("./verdict").then((loaded) => loaded.Verdict);
const Verdict = lazy(loadVerdict);

type Input = TypedForm | string;
/** Where a document came from; a problem is shown there. */
type From = "link" | "file" | "camera" | "text" | "typed";

/** A document as it was given, and what else the file or the picture had. */
interface Given {
  from: From;
  input: Input;
  unread?: Unread | undefined;
}

/** Why there is no answer. What the package says is in the language of the question; the rest is a code. */
type Problem =
  | { kind: "file"; failed: Failed & { unread?: Unread }; locked?: File | undefined }
  | { kind: "answer"; text: string }
  | { kind: "field"; problem: FieldProblem }
  | { kind: "camera" | "part" | "broken" };

type Stage =
  | { name: "idle" }
  | { name: "reading"; page?: number; total?: number }
  | { name: "asking" }
  | { name: "answered"; verdict: VerdictAnswer }
  | { name: "problem"; from: From; problem: Problem };

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
function site(input: Input, text: (host: string) => string): string {
  if (typeof input !== "string") return "";
  const address = input.trim().replace(/^\][A-Za-z][0-9A-Za-z]/, "");
  if (!/^https?:/i.test(address)) return "";
  try {
    return text(new URL(address).host);
  } catch {
    return "";
  }
}

/**
 * Whether this entry of the history shows an answer. An entry has nothing else, so no part of a document is in the history, and after a
 * reload there is no answer to show.
 */
const showsAnswer = () => (history.state as { answer?: boolean } | null)?.answer === true;

/** `starts` counts how often the user went back to the start. */
export function Verify({ isActive, starts }: { isActive: boolean; starts: number }) {
  const { t, lang, fill } = useLocale();
  const { loaded } = useRegisterContext();
  const [given, setGiven] = useState<Given>();
  const [stage, setStage] = useState<Stage>({ name: "idle" });
  const [answering, setAnswering] = useState(showsAnswer);
  const [on, setOn] = useState("");
  /** The profession that the person's post asks for. */
  const [post, setPost] = useState("");
  /** A new key empties the fields. */
  const [entry, setEntry] = useState(0);
  /** What the history has an entry for. */
  const shown = useRef<Given | undefined>(undefined);

  const toForm = () => {
    if (showsAnswer()) history.pushState(null, "");
    setAnswering(false);
  };
  const give = (next: Given) => {
    loadVerdict().catch(() => undefined);
    setStage({ name: "asking" });
    setGiven(next);
  };
  const clear = () => {
    toForm();
    setGiven(undefined);
    setStage({ name: "idle" });
    setOn("");
    setPost("");
    setEntry((before) => before + 1);
  };

  // A telephone opened the page with a document after `#`, or passed it to the open page.
  useEffect(() => {
    const opened = () => {
      const link = takeLink();
      if (link === undefined) return;
      setOn("");
      setPost("");
      give({ from: "link", input: link });
    };
    opened();
    const moved = () => setAnswering(showsAnswer());
    addEventListener("hashchange", opened);
    addEventListener("popstate", moved);
    return () => {
      removeEventListener("hashchange", opened);
      removeEventListener("popstate", moved);
    };
  }, []);

  useEffect(() => {
    if (starts > 0) toForm();
  }, [starts]);

  // What was entered is removed together with the register.
  const isGone = loaded.state === null;
  const hadRegister = useRef(false);
  useEffect(() => {
    if (isGone && hadRegister.current) clear();
    hadRegister.current = Boolean(loaded.state);
  }, [loaded.state]);

  // Verifies again when the day, the language or the register changes, so that the answer matches the screen.
  useEffect(() => {
    if (!given || !loaded.state) return;
    const { from, input } = given;
    let current = true;
    const failed = (problem: Problem) => {
      if (!current) return;
      setStage({ name: "problem", from, problem });
      toForm();
    };
    verifier.verify(input, { on: on || undefined, post: post.trim() || undefined, lang }).then(
      (answer) => {
        if (isFailure(answer)) {
          // Only the package's errors are translated.
          if (answer.error.stage === "other") return failed({ kind: "broken" });
          if (answer.field) return failed({ kind: "field", problem: { field: answer.field, text: answer.error.message } });
          const host = answer.shown ? site(input, (host) => fill(t.verify.site, { host })) : "";
          return failed({ kind: "answer", text: [answer.shown ?? answer.error.message, host].filter(Boolean).join(" ") });
        }
        if (!current) return;
        setStage({ name: "answered", verdict: answer });
        if (shown.current === given) return;
        shown.current = given;
        if (!showsAnswer()) history.pushState({ answer: true }, "");
        setAnswering(true);
      },
      () => failed({ kind: "broken" }),
    );
    return () => {
      current = false;
    };
  }, [given, on, post, lang, loaded.state]);

  const scanned = (from: From, found: Scanned, locked?: File) => {
    if ("text" in found) return give({ from, input: found.text, unread: found.unread });
    setStage({ name: "problem", from, problem: { kind: "file", failed: found, locked } });
  };
  const file = async (chosen: File | undefined, password?: string) => {
    if (!chosen) return;
    setStage({ name: "reading" });
    const scan = await import("../scan").catch(() => undefined);
    if (!scan) return setStage({ name: "problem", from: "file", problem: { kind: "part" } });
    try {
      const found = await scan.scanFile(chosen, (page, total) => total > 1 && setStage({ name: "reading", page, total }), password);
      const isLocked = "problem" in found && (found.problem === "password" || found.problem === "wrong-password");
      scanned("file", found, isLocked ? chosen : undefined);
    } catch {
      setStage({ name: "problem", from: "file", problem: { kind: "broken" } });
    }
  };

  if (isGone) return <NoRegister />;
  const isShown = answering && given !== undefined && stage.name === "answered";
  const at = (from: From) =>
    stage.name === "problem" && stage.from === from && stage.problem.kind !== "field" ? <Told problem={stage.problem} /> : null;
  const fieldProblem = stage.name === "problem" && stage.problem.kind === "field" ? stage.problem.problem : undefined;
  const unread = stage.name === "problem" && stage.from === "file" ? (stage.problem.kind === "file" ? stage.problem.failed.unread : given?.unread) : undefined;
  const locked = stage.name === "problem" && stage.problem.kind === "file" ? stage.problem.locked : undefined;
  return (
    <>
      {isShown && (
        <Verdict
          verdict={stage.verdict}
          input={given.input}
          on={on}
          onDay={setOn}
          post={post}
          onPost={setPost}
          onAgain={clear}
          onCorrect={given.from === "typed" || given.from === "text" ? toForm : undefined}
        >
          {given.unread && <UnreadNote unread={given.unread} />}
        </Verdict>
      )}
      <div
        class="columns"
        hidden={isShown}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => (event.preventDefault(), void file(event.dataTransfer?.files[0]))}
      >
        <div class="wide">
          <h1>{t.verify.title}</h1>
          <p class="lead">{t.verify.lead}</p>
          {at("link")}
          <p role="status">
            {stage.name === "reading" ? (stage.total ? fill(t.verify.readingPage, { page: stage.page ?? 1, total: stage.total }) : t.verify.reading) : ""}
            {given && !loaded.state ? t.update.first : ""}
          </p>
        </div>
        <section class="panel" aria-label={t.verify.file}>
          <Camera
            isActive={isActive && !isShown}
            onScanned={(found) => scanned("camera", found)}
            onDenied={() => setStage({ name: "problem", from: "camera", problem: { kind: "camera" } })}
          />
          {at("camera")}
          <label class="button file">
            {t.verify.file}
            <input
              type="file"
              accept="image/*,application/pdf,.pdf,.tif,.tiff,.heic,.avif,.txt,.json"
              onChange={(event) => (void file(event.currentTarget.files?.[0]), (event.currentTarget.value = ""))}
            />
          </label>
          <p class="quiet center drop">{t.verify.drop}</p>
          {at("file")}
          {unread && <UnreadNote unread={unread} />}
          {locked && <Password onPassword={(password) => void file(locked, password)} />}
          <Paste key={`text${entry}`} onText={(text) => give({ from: "text", input: text })}>
            {at("text")}
          </Paste>
        </section>
        <TypedEntry key={`typed${entry}`} problem={fieldProblem} onForm={(form) => give({ from: "typed", input: form })}>
          {at("typed")}
        </TypedEntry>
      </div>
    </>
  );
}

/** What went wrong, beside the button that was pressed. */
function Told({ problem }: { problem: Exclude<Problem, { kind: "field" }> }) {
  const { t } = useLocale();
  const line = useRef<HTMLParagraphElement>(null);
  const text = useScanText(problem.kind === "file" ? problem.failed : undefined, ({ problemText }, failed, lang) => problemText(failed, lang));
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), [problem, text]);
  const told = () => {
    switch (problem.kind) {
      case "file":
        return text;
      case "answer":
        return problem.text;
      case "camera":
        return t.verify.cameraDenied;
      case "part":
        return t.partFailed;
      case "broken":
        return t.failed;
    }
  };
  return (
    <p role="alert" class="problem" ref={line}>
      {told()}
    </p>
  );
}

/** A warning beside an answer. */
function UnreadNote({ unread }: { unread: Unread }) {
  const text = useScanText(unread, ({ noteText }, unread, lang) => noteText(unread, lang));
  return text ? (
    <p role="note" class="problem">
      {text}
    </p>
  ) : null;
}

type Scan = typeof import("../scan");

/** A text of the scanner, which is loaded with it; empty until then. */
function useScanText<T>(about: T | undefined, text: (scan: Scan, about: T, lang: Parameters<Scan["noteText"]>[1]) => string): string {
  const { lang } = useLocale();
  const [shown, setShown] = useState("");
  useEffect(() => {
    setShown("");
    if (about === undefined) return;
    let current = true;
    import("../scan").then((scan) => current && setShown(text(scan, about, lang)), () => undefined);
    return () => {
      current = false;
    };
  }, [about, lang]);
  return shown;
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

function Paste({ onText, children }: { onText(text: string): void; children: ComponentChildren }) {
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
      {children}
    </form>
  );
}
