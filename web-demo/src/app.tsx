import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { firstLang, LANGS, rememberLang, speech, SpeechContext, type Lang } from "./i18n";
import { Register, type Loaded } from "./views/register";
import { Verify } from "./views/verify";
import { isRefusal, verifier } from "./worker/client";

const StaffList = lazy(() => import("./views/list").then((loaded) => loaded.StaffList));
const Deadlines = lazy(() => import("./views/deadlines").then((loaded) => loaded.Deadlines));
const Law = lazy(() => import("./views/law").then((loaded) => loaded.Law));

const VIEWS = ["verify", "list", "deadlines", "register", "law"] as const;
type View = (typeof VIEWS)[number];

const viewOf = (hash: string): View => VIEWS.find((view) => hash === `#/${view}`) ?? "verify";

/** A view that stays as it was left: a list that was verified, or a form half filled in, is not lost for a look elsewhere. */
function Kept({ shown, children }: { shown: boolean; children: ComponentChildren }) {
  const [opened, setOpened] = useState(shown);
  useEffect(() => setOpened((before) => before || shown), [shown]);
  return opened || shown ? <div hidden={!shown}>{children}</div> : null;
}

export function App() {
  const [lang, setLang] = useState<Lang>(firstLang);
  const [view, setView] = useState<View>(() => viewOf(location.hash));
  const [loaded, setLoaded] = useState<Loaded>({ state: undefined });
  const main = useRef<HTMLElement>(null);
  const said = speech(lang);
  const { w } = said;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${w.nav[view]} · Rastau`;
  }, [lang, view]);

  useEffect(() => {
    const moved = () => {
      setView(viewOf(location.hash));
      // A screen reader goes on reading where the new view begins.
      main.current?.focus();
      scrollTo(0, 0);
    };
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);

  useEffect(() => {
    verifier.start(lang, new URL(".", location.href).href).then((state) => {
      setLoaded(isRefusal(state) ? { state: null, refusal: state } : { state });
    });
  }, []);

  const choose = useCallback((chosen: Lang) => {
    rememberLang(chosen);
    setLang(chosen);
  }, []);

  return (
    <SpeechContext.Provider value={said}>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {w.skip}
      </a>
      <header class="top">
        <a class="brand" href="#/verify">
          <img src="./icon.svg" alt="" width="28" height="28" />
          <span>Rastau</span>
        </a>
        <nav aria-label={w.menu}>
          {VIEWS.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === view ? "page" : undefined}>
              {w.nav[one]}
            </a>
          ))}
        </nav>
        <div class="langs" role="group" aria-label={w.language}>
          {LANGS.map((one) => (
            <button key={one} lang={one} aria-pressed={one === lang} title={speech(one).w.languageName} onClick={() => choose(one)}>
              {one === "kk" ? "Қаз" : one === "ru" ? "Рус" : "Eng"}
            </button>
          ))}
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<p class="quiet">{w.wait}</p>}>
          {view === "verify" && <Verify loaded={loaded} />}
          <Kept shown={view === "list"}>
            {/* A device that is cleared keeps no list either. */}
            <StaffList key={loaded.state === null ? "cleared" : "kept"} loaded={loaded} />
          </Kept>
          <Kept shown={view === "deadlines"}>
            <Deadlines />
          </Kept>
          {view === "register" && <Register loaded={loaded} onLoaded={setLoaded} />}
          {view === "law" && <Law />}
        </Suspense>
      </main>
      <footer>
        <p>
          {loaded.state
            ? said.fill(w.registerOf, { date: said.date(loaded.state.info.as_of) })
            : loaded.state === null
              ? w.noRegister
              : w.wait}
        </p>
        <p>{w.trustNote}</p>
      </footer>
    </SpeechContext.Provider>
  );
}
